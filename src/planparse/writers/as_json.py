"""JSON: a plan or the result of a comparison, and the schema that describes it."""

from __future__ import annotations

import json
import re
from typing import Final, Literal

from pydantic_core import to_json

from planparse.model import SCHEMA_VERSION, Plan, Record

Schema = Literal["plan", "diff", "matrix", "cascade", "track", "review"]

# `text.STEERING` in UTF-8, as far as it stands in JSON and YAML as it is.
_STEERING: Final = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xaf]")


def as_json(record: Record) -> bytes:
    """A plan, or what comparing plans gave, as JSON in the order of the model, Chinese as Chinese."""
    # Bytes from the start: a text of it takes twice as much, and that twice over while it is encoded.
    return escaped(to_json(record, indent=2)) + b"\n"


def as_json_line(record: Record) -> bytes:
    """The same on a line."""
    return escaped(to_json(record)) + b"\n"


def escaped(document: bytes) -> bytes:
    """JSON, or YAML with such characters between double quotes alone, that holds the same and steers no terminal."""
    return _STEERING.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), document)


def schema(what: Schema = "plan") -> str:
    """The JSON Schema of what `as_json` writes, and of a review file: the content of schemas/*.schema.json."""
    from planparse.cascading.results import Cascade  # noqa: PLC0415
    from planparse.comparing.results import PlanDiff, PlanMatrix  # noqa: PLC0415 - only where it is needed
    from planparse.reviewing.records import Review  # noqa: PLC0415
    from planparse.tracking.results import Track  # noqa: PLC0415

    records: dict[Schema, type[Record]] = {
        "plan": Plan,
        "diff": PlanDiff,
        "matrix": PlanMatrix,
        "cascade": Cascade,
        "track": Track,
        "review": Review,
    }
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:planparse:schema:{what}:{SCHEMA_VERSION}",
        **records[what].model_json_schema(),
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
