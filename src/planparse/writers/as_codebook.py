"""The codebook in Markdown: what each field and each value of a plan means, and what null means, from the model itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from planparse.labels import VALUES, Language
from planparse.language.lexicon import words
from planparse.messages import Words
from planparse.messages.codebook import FIELDS, MEANINGS, NULLS, PROSE, RECORDS
from planparse.messages.diagnostics import DIAGNOSTICS
from planparse.parsing.diagnostics import SEVERITIES
from planparse.writers.as_json import schema

Record = Mapping[str, Any]
_GAP: Final = re.compile(r"\{\w+\}")  # in the words of a diagnostic


def as_codebook(language: Language) -> str:
    """The content of docs/codebook.md or docs/codebook.zh.md. A record stands behind the first that holds it."""
    document = json.loads(schema("plan"))
    records = {**document["$defs"], "Plan": document}
    blocks = [f"# {_say('title', language)}", _say("intro", language), _say("never-null", language)]
    for name, record in _in_order("Plan", records):
        blocks += [f"## {name}", record["description"] if language == "en" else RECORDS[name]]
        blocks.append(_fields(name, record, records, language))
        for field, meanings in ((field, MEANINGS.get(f"{name}.{field}")) for field in record["properties"]):
            if meanings:
                blocks += [f"### {name}.{field}", _values(field, meanings, language)]
        blocks += _codes(name, language)
    return "\n\n".join(blocks) + "\n"


def _in_order(first: str, records: Mapping[str, Record]) -> Iterator[tuple[str, Record]]:
    """The records, each once, as a reader of the first comes upon them."""
    waiting, seen = [first], {first}
    while waiting:
        name = waiting.pop(0)
        yield name, records[name]
        held = [other for other in _held(records[name]["properties"]) if other not in seen]
        seen |= {*held}
        waiting = [*dict.fromkeys(held), *waiting]


def _held(part: Any) -> Iterator[str]:
    """The names of the records that a part of a schema refers to."""
    if isinstance(part, dict):
        if isinstance(name := part.get("$ref"), str):
            yield name.rpartition("/")[2]
        for inner in part.values():
            yield from _held(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _held(inner)


def _fields(name: str, record: Record, records: Mapping[str, Record], language: Language) -> str:
    rows = []
    for field, part in record["properties"].items():
        known = f"{name}.{field}"
        if language == "zh":
            holds = FIELDS.get(known) or FIELDS.get(field) or RECORDS[next(_held(part))]
        else:
            # Where a field is described in the very words of its record, they stand at the record alone.
            holds = part.get("description") or records[next(_held(part))]["description"]
        null = _of(NULLS.get(known) or NULLS[field], language) if _may_be_null(part) else ""
        rows.append((f"`{field}`", holds, null))
    return _table(("field", "holds", "null"), rows, language)


def _may_be_null(part: Record) -> bool:
    return {"type": "null"} in part.get("anyOf", ())


def _values(field: str, meanings: Mapping[str, Words], language: Language) -> str:
    shown = VALUES.get(field, {})
    rows = [
        (f"`{value}`", _of(shown[value], language) if value in shown else "", _of(meaning, language))
        for value, meaning in meanings.items()
    ]
    if not any(word for _, word, _ in rows):
        return _table(("value", "means"), [(value, meaning) for value, _, meaning in rows], language)
    return _table(("value", "words", "means"), rows, language)


def _codes(name: str, language: Language) -> Iterator[str]:
    """The codes that fields of the record may hold, with their words."""
    if name == "Target":
        yield "### Target.doubts"
        yield _table(
            ("code", "means"), [(f"`{code}`", _of(said, language)) for code, said in VALUES["doubts"].items()], language
        )
    elif name == "Diagnostic":
        yield "### Diagnostic.code"
        rows = [
            (f"`{code}`", _of(VALUES["severity"][SEVERITIES[code]], language), _GAP.sub("…", _of(said, language)))
            for code, said in DIAGNOSTICS.items()
        ]
        yield _table(("code", "severity", "says"), rows, language)
    elif name == "ResponsibleUnit":
        yield "### ResponsibleUnit.body"
        yield _say("body-intro", language)
        yield _table(("code", "name"), ((f"`{key}`", names) for key, names in _bodies().items()), language)


def _bodies() -> dict[str, str]:
    """Each key of the lexicon with its official names, the present ones first as they stand there."""
    names: dict[str, list[str]] = {}
    for section, offices in words("bodies").items():
        for key, known in offices.items():
            names.setdefault(key, []).extend(known.split() if section == "classes" else map(str, known))
    return {key: "、".join(name.replace("{}", "…") for name in dict.fromkeys(known)) for key, known in names.items()}


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], language: Language) -> str:
    lines = [[_say(head, language) for head in heads]]
    lines += [["---"] * len(lines[0]), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _say(name: str, language: Language) -> str:
    return _of(PROSE[name], language)


def _of(said: tuple[str, str], language: Language) -> str:
    return said[language == "en"]
