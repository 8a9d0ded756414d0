"""A plan or an annotation read back from a file that people edit: it holds, or every fault is named with its path."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from planparse.errors import InputError, InvalidFileError, InvalidPlanError, UnsoundError
from planparse.messages import Message
from planparse.model import Plan
from planparse.readers.plain_text import decode
from planparse.validating.faults import faults_of, is_broken
from planparse.validating.values import values_in

Record = TypeVar("Record", bound=BaseModel)


def validated(data: bytes, where: str) -> Plan:
    """The plan in an extracted file's bytes; `where` is what messages call it.

    Raises InputError for bytes that are no text, and InvalidPlanError for a text that does not hold.
    """
    return record_in(data, where, Plan, "a-plan", InvalidPlanError)


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
