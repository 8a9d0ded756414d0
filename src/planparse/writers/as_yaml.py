"""YAML for reading and editing: the same values as the JSON, long texts as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any, Final

from planparse.model import Plan
from planparse.text import STEERING
from planparse.writers.as_json import escaped

_NO_FOLDING = 2**31 - 1  # the widest line that libyaml takes
# Items that are written at once: each value becomes a node first, and those of a whole plan take twice what the plan does.
_BATCH: Final = 200

# Line breaks of YAML that are not \n, characters that it may not hold and such as steer a terminal: only between double quotes
# do they survive. So with empty lines at the end: behind a block of them libyaml closes the document, and more of the plan is to come.
_DELICATE = re.compile(rf"{STEERING.pattern}|\ufeff|(?:\A|\n)\n\Z")


def as_yaml(plan: Plan) -> bytes:
    """The plan as YAML in the order of the model, Chinese as Chinese, no line folded."""
    with BytesIO() as stream:
        for part in _parts(plan):
            stream.write(part.encode() if isinstance(part, str) else dumped(part))
        return escaped(stream.getvalue())


def dumped(values: Any, *, flow: bool = False) -> bytes:
    """Plain values as YAML, no line folded; with `flow` as an object on a line."""
    import yaml  # noqa: PLC0415 - half of a cold start to JSON would be spent on it

    written: bytes = yaml.dump(
        values,
        None,
        _dumper(),
        sort_keys=False,
        allow_unicode=True,
        encoding="utf-8",
        width=_NO_FOLDING,
        default_flow_style=flow,
    )
    return written


def _parts(plan: Plan) -> Iterator[Any]:
    """The plan in pieces that are written one below the other: mappings of one field, or the field of a list and then its items."""
    for name, items in plan:
        if items and isinstance(items, tuple):
            yield f"{name}:\n"
            for at in range(0, len(items), _BATCH):
                yield [item.model_dump(mode="json") for item in items[at : at + _BATCH]]
        else:
            yield plan.model_dump(mode="json", include={name})


@cache
def _dumper() -> type[Any]:
    """The dumper of libyaml where it is there, which is ten times as fast, with a string style of ours."""
    import yaml  # noqa: PLC0415

    class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
        def ignore_aliases(self, _: object) -> bool:
            return True

    def string(dumper: Any, text: str) -> Any:
        style = '"' if _DELICATE.search(text) else "|" if "\n" in text else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)

    Dumper.add_representer(str, string)
    return Dumper
