"""Reads a plan or an annotation back from a file that people edit: it is valid, or every fault is reported with its path."""

from __future__ import annotations

import json
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json, to_json

from planparse.errors import InputError, InvalidFileError, InvalidPlanError, UnsoundError
from planparse.messages import Message
from planparse.model import Plan
from planparse.readers.plain_text import decode
from planparse.validating.faults import faults_of, is_broken
from planparse.validating.values import MOST_FIELDS, values_in

Record = TypeVar("Record", bound=BaseModel)

_USUAL: Final = 1 << 20  # bytes of a plan that is read the quick way at once
_LONG: Final = 1 << 24  # and of one whose fields are looked at before


def validated(data: bytes, where: str) -> Plan:
    """The plan in an extracted file's bytes; `where` is what messages call it.

    Raises InputError for bytes that are no text, and InvalidPlanError for a text that does not hold.
    """
    return _as_written(data) or record_in(data, where, Plan, "a-plan", InvalidPlanError)


def _as_written(data: bytes) -> Plan | None:
    """The plan in bytes that are those which planparse writes of it as JSON; of all others None, and then somebody looks with care.

    pydantic alone would take a doubled field and keep a copy of all values for each fault, but it takes a fifth of the time.
    """
    if len(data) > _LONG or not data.startswith(b"{"):
        return None
    try:
        if len(data) > _USUAL and (_is_wide(values := from_json(data)) or is_broken(values, Plan)):
            return None
        plan = Plan.model_validate_json(data)
    except ValueError:  # of which a ValidationError is one
        return None
    return plan if to_json(plan, indent=2 if data.startswith(b"{\n") else None) == data.removesuffix(b"\n") else None


def _is_wide(values: Any) -> bool:
    """Whether an object outside lists has more fields than any has: of each that is none, pydantic would keep a fault."""
    return isinstance(values, dict) and (len(values) > MOST_FIELDS or any(map(_is_wide, values.values())))


def record_in(data: bytes, where: str, record: type[Record], what: str, fails: type[InvalidFileError]) -> Record:
    """The record in the JSON or YAML of a file's bytes; `what` is the message that names such a record.

    Raises InputError for bytes that are no text, and the error given in `fails` for a text that does not hold.
    """
    values, problems = values_at(data, where, fails)
    return record_of(values, problems, where, record, what, fails)


def values_at(data: bytes, where: str, fails: type[InvalidFileError]) -> tuple[Any, list[Message]]:
    """The first half of `record_in`: the plain values, and what is written wrongly there but can be read."""
    try:
        text, _ = decode(data)
    except InputError as error:
        raise error.at(where) from error
    try:
        return values_in(text)
    except UnsoundError as error:
        raise fails(where, error.problems) from error


def record_of(
    values: Any, problems: list[Message], where: str, record: type[Record], what: str, fails: type[InvalidFileError]
) -> Record:
    """The other half of `record_in`: the record that the values make."""
    if is_broken(values, record):
        raise fails(where, problems + faults_of(values, record, what))
    try:
        # By way of JSON, where a date is a string and a tuple a list, as they are in the file.
        found = record.model_validate_json(json.dumps(values))
    except ValidationError as error:
        raise fails(where, problems + faults_of(values, record, what)) from error
    if problems:
        raise fails(where, problems)
    return found
