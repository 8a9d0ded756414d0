"""JSON: a plan or what comparing plans gave, and the schema that describes it."""

from __future__ import annotations

import json
from typing import Literal

from pydantic_core import to_json

from planparse.model import SCHEMA_VERSION, Plan, Record

Schema = Literal["plan", "diff", "matrix"]


def as_json(record: Record) -> bytes:
    """A plan, or what comparing plans gave, as JSON in the order of the model, Chinese as Chinese."""
    # Bytes from the start: a text of it takes twice as much, and that twice over while it is encoded.
    return to_json(record, indent=2) + b"\n"


def schema(what: Schema = "plan") -> str:
    """The JSON Schema of what `as_json` writes of a plan, a diff or a matrix: the content of schemas/*.schema.json."""
    from planparse.comparing.results import PlanDiff, PlanMatrix  # noqa: PLC0415 - only where it is needed

    records: dict[Schema, type[Record]] = {"plan": Plan, "diff": PlanDiff, "matrix": PlanMatrix}
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:planparse:schema:{what}:{SCHEMA_VERSION}",
        **records[what].model_json_schema(),
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
