"""JSON: a plan, and the schema that describes it."""

from __future__ import annotations

import json

from planparse.model import Plan


def as_json(plan: Plan) -> str:
    """The plan as JSON in the order of the model, Chinese as Chinese."""
    return plan.model_dump_json(indent=2) + "\n"


def schema() -> str:
    """The JSON Schema of what `as_json` writes and `load` accepts: the content of schemas/plan.schema.json."""
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Plan.model_json_schema()}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
