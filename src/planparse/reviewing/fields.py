"""What each field takes that a person may change: a kind of value, and what bounds it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from planparse.model import Deadline, Measure, Metadata, Region, ResponsibleUnit, Target
from planparse.reviewing.records import CHANGEABLE

_RECORDS: Final[dict[str, type[BaseModel]]] = {
    "target": Target,
    "measure": Measure,
    "unit": ResponsibleUnit,
    "deadline": Deadline,
    "metadata": Metadata,
}

Taken = Mapping[str, Any]
"""`type` (choice, date, number, integer, boolean, string or array), `nullable`, and perhaps `choices`, `pattern`, `least`, `most`."""


@cache
def form_of(on: str) -> dict[str, Taken]:
    """What the fields of CHANGEABLE take.

    >>> form_of("unit")["role"]
    {'type': 'choice', 'nullable': False, 'choices': ['lead', 'support', 'responsible']}
    """
    fields: dict[str, Any] = _RECORDS[on].model_json_schema()["properties"]
    region: dict[str, Any] = Region.model_json_schema()["properties"]
    known = fields | {f"region.{name}": taken for name, taken in region.items()}
    return {name: _taken(known[name]) for name in CHANGEABLE[on]}


def _taken(schema: Mapping[str, Any]) -> Taken:
    choices = schema.get("anyOf", [schema])
    types = [choice["type"] for choice in choices]
    first = choices[0]
    kind = "number" if "number" in types else first["type"]
    made = {
        "type": "choice" if "enum" in first else first.get("format", kind),
        "nullable": "null" in types,
        "choices": first.get("enum"),
        "pattern": first.get("pattern"),
        "least": first.get("minimum"),
        "most": first.get("maximum"),
    }
    return {name: value for name, value in made.items() if value is not None}
