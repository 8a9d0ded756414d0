"""Renders templates to a self-contained page, which runs only its own script."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from planparse.labels import INTERFACE, REVIEWING, VALUES, Language, heading
from planparse.reviewing.records import CHANGEABLE
from planparse.text import STEERING

if TYPE_CHECKING:
    from jinja2 import Environment

# What HTML cannot hold, no screen can show, or turns the order of what is read; each becomes one �, so that offsets stay as they are.
_UNPRINTABLE = re.compile(rf"{STEERING.pattern}|[\ufffe\uffff]")
# The fields of the contract whose values pages name, and those whose headings they show.
_FIELDS = ("kind", "strength", "status", "severity", "path", "relation", "judgement", "side", "doubts", "obstacle")
_OF_CASCADES = (
    "fate",
    "day",
    "firmness",
    "distance_unit",
    "upper_level",
    "part",
    "part_change",
    "target_change",
    "moved",
    "role",
    "version",
)
_HEADINGS = (
    *("doc_number", "issuer", "issued_on", "recipients", "notice_title", "char_count"),
    *("target_changes", "answered_measures", "level", "levels", "missing", "days"),
    *("confidence", "plan", "indicator", "indicators", "theme", "themes"),
)
_REVIEWED_FIELDS = ("role", "level", "precision")

# The facts of a document that two versions may tell otherwise.
_FACTS = ("title", "notice_title", "doc_number", "issuer", "issued_on", "status")
# The columns of what becomes of targets by level.
_OF_LEVELS = (
    *("answers", "targets", "compared", "kept", "raised", "lowered", "share_raised", "mean_points", "mean_percent"),
    *("portion", "unlike", "likely", "dropped", "added", "earlier", "later"),
)


def render(template: str, language: Language, *, reviewing: bool = False, **values: Any) -> str:
    """The page of a template, in both languages, this one shown first; with all that a review needs. All values are escaped."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    words = _words() | (_words_of_reviews() if reviewing else {})
    shown = {key: pair[language] for key, pair in words.items()}

    def said(key: str, tag: str = "span") -> Markup:
        """An element that says it, in the language that is chosen."""
        return Markup('<{0} data-i="{1}">{2}</{0}>').format(tag, key, shown[key])

    style, script = _own("page.css"), _own("page.js")
    if reviewing:
        style, script = style + _own("review.css"), script + _own("review_file.js") + _own("review.js")
    page = _environment().get_template(template)
    html = page.render(
        **values,
        language=language,
        reviewing=reviewing,
        dictionary=words,
        shown=shown,
        said=said,
        style=Markup(style),  # noqa: S704 - ours
        script=Markup(script),  # noqa: S704 - ours
        policy="; ".join(
            (
                "default-src 'none'",
                f"style-src '{_digest(style)}'",
                f"script-src '{_digest(script)}'",
                "base-uri 'none'",
                "form-action 'none'",
                "require-trusted-types-for 'script'",
            )
        ),
    )
    return _UNPRINTABLE.sub("\ufffd", html)


def _words() -> dict[str, dict[Language, str]]:
    """All that the pages say by key, those of values as field.value, in both languages."""
    return _in_both(
        (
            *INTERFACE.items(),
            *((f"{field}.{value}", pair) for field in (*_FIELDS, *_OF_CASCADES) for value, pair in VALUES[field].items()),
            *((name, (heading(name, "zh"), heading(name, "en"))) for name in _HEADINGS),
            *((f"tier.{tier}", pair) for tier, pair in VALUES["confidence"].items()),
            *((f"fact.{name}", (heading(name, "zh"), heading(name, "en"))) for name in _FACTS),
            *((f"of_levels.{name}", (heading(name, "zh"), heading(name, "en"))) for name in _OF_LEVELS),
        )
    )


def _words_of_reviews() -> dict[str, dict[Language, str]]:
    """What they say to those who review, besides; headings of fields as field:name, for some are words of the interface, too."""
    names = {part for fields in CHANGEABLE.values() for name in fields for part in [name.rpartition(".")[2]]}
    return _in_both(
        (
            *REVIEWING.items(),
            *((f"{field}.{value}", pair) for field in _REVIEWED_FIELDS for value, pair in VALUES[field].items()),
            *((f"field:{name}", (heading(name, "zh"), heading(name, "en"))) for name in sorted(names)),
        )
    )


def _in_both(pairs: Iterable[tuple[str, tuple[str, str]]]) -> dict[str, dict[Language, str]]:
    return {key: {"zh": chinese, "en": english} for key, (chinese, english) in pairs}


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only pages need it

    from planparse.wording import confidence_words, value_words  # noqa: PLC0415

    made = Environment(
        loader=PackageLoader("planparse.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    made.filters["exact_json"] = _exact_json
    made.filters["value_words"] = value_words
    made.filters["confidence_words"] = confidence_words
    return made


def _exact_json(value: Any) -> str:
    """JSON that may stand in a page and holds the very words of a plan, what cannot be shown as well."""
    from jinja2.utils import htmlsafe_json_dumps  # noqa: PLC0415 - as above

    dumped = htmlsafe_json_dumps(value, ensure_ascii=False, separators=(",", ":"))
    return type(dumped)(_UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", dumped))


def _own(name: str) -> str:
    return files("planparse.pages").joinpath("templates", name).read_text("utf-8")


def _digest(content: str) -> str:
    """How a content policy names the one script or style that it lets in."""
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
