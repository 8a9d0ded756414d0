"""schemas/plan.schema.json is what the model says, and what is written fits it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from planparse import Plan
from planparse.evaluating import Gold
from planparse.validating.faults import expected, schema_of
from planparse.writers.as_json import schema

FILE = Path(__file__).parent.parent / "schemas" / "plan.schema.json"


def fields_in(part: Any) -> Iterator[dict[str, Any]]:
    """The schema of every field, however deep it lies."""
    if isinstance(part, dict):
        yield from part.get("properties", {}).values()
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from fields_in(inner)


def test_the_file_is_in_step_with_the_model() -> None:
    assert FILE.read_text("utf-8") == schema(), "run `make schema` and review what it changes"


def test_every_field_is_described() -> None:
    document = json.loads(schema())

    for record in (document, *document["$defs"].values()):
        for field in record["properties"].values():
            assert field["description"]


@pytest.mark.parametrize("record", [Plan, Gold])
def test_there_are_words_for_what_every_field_should_hold(record: type[BaseModel]) -> None:
    fields = list(fields_in(schema_of(record)))

    assert len(fields) > len(record.model_fields)
    assert all(map(expected, fields))


def test_no_object_allows_fields_that_it_does_not_name() -> None:
    document = json.loads(schema())

    assert all(record["additionalProperties"] is False for record in (document, *document["$defs"].values()))
    assert document["title"] == Plan.__name__
