"""schemas/ is what the models say, and what is written fits it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from planparse import Cascade, Plan, Track
from planparse.comparing.results import PlanDiff, PlanMatrix
from planparse.evaluating import Gold
from planparse.model import SCHEMA_VERSION, Record
from planparse.reviewing.records import Review
from planparse.validating.faults import expected, schema_of
from planparse.writers.as_json import Schema, schema

FOLDER = Path(__file__).parent.parent / "schemas"
RECORDS: dict[Schema, type[Record]] = {
    "plan": Plan,
    "diff": PlanDiff,
    "matrix": PlanMatrix,
    "cascade": Cascade,
    "track": Track,
    "review": Review,
}

each_record = pytest.mark.parametrize("name", RECORDS)


def fields_in(part: Any) -> Iterator[dict[str, Any]]:
    """The schema of every field, however deep it lies."""
    if isinstance(part, dict):
        yield from part.get("properties", {}).values()
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from fields_in(inner)


@each_record
def test_the_file_is_in_step_with_the_model(name: Schema) -> None:
    assert (FOLDER / f"{name}.schema.json").read_text("utf-8") == schema(name), (
        "run `make schema` and review what it changes"
    )


@each_record
def test_it_has_a_name_of_its_own_for_others_to_refer_to(name: Schema) -> None:
    assert json.loads(schema(name))["$id"] == f"urn:planparse:schema:{name}:{SCHEMA_VERSION}"


@each_record
def test_every_field_is_described(name: Schema) -> None:
    document = json.loads(schema(name))

    for record in (document, *document["$defs"].values()):
        for field in record["properties"].values():
            # Where a field is described in the very words of its record, they stand at the record alone.
            assert field.get("description") or document["$defs"][field["$ref"].rpartition("/")[2]]["description"]


@pytest.mark.parametrize("record", [Plan, Gold, Review])
def test_there_are_words_for_what_every_field_should_hold(record: type[BaseModel]) -> None:
    fields = list(fields_in(schema_of(record)))

    assert len(fields) > len(record.model_fields)
    assert all(map(expected, fields))


@each_record
def test_no_object_allows_fields_that_it_does_not_name(name: Schema) -> None:
    document = json.loads(schema(name))

    assert all(record["additionalProperties"] is False for record in (document, *document["$defs"].values()))
    assert document["title"] == RECORDS[name].__name__
