"""JSON: a plan or what comparing plans gave, and the schema that describes it."""

from __future__ import annotations

import json

from planparse.model import Plan, Record


def as_json(record: Record) -> str:
    """A plan, or what comparing plans gave, as JSON in the order of the model, Chinese as Chinese."""
    return record.model_dump_json(indent=2) + "\n"


def schema(record: type[Record] = Plan) -> str:
    """The JSON Schema of what `as_json` writes of such a record: the content of schemas/*.schema.json."""
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **record.model_json_schema()}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
