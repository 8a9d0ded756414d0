"""schemas/plan.schema.json is what the model says, and what is written fits it."""

from __future__ import annotations

import json
from pathlib import Path

from planparse import Plan
from planparse.validating.faults import _expected
from planparse.writers.as_json import schema

FILE = Path(__file__).parent.parent / "schemas" / "plan.schema.json"


def test_the_file_is_in_step_with_the_model() -> None:
    assert FILE.read_text("utf-8") == schema(), "run `make schema` and review what it changes"


def test_every_field_is_described_and_has_words_for_what_it_should_hold() -> None:
    document = json.loads(schema())

    for record in (document, *document["$defs"].values()):
        for field in record["properties"].values():
            assert field["description"]
            assert _expected(field)


def test_no_object_allows_fields_that_it_does_not_name() -> None:
    document = json.loads(schema())

    assert all(record["additionalProperties"] is False for record in (document, *document["$defs"].values()))
    assert document["title"] == Plan.__name__
