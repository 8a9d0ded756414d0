"""A plan read back from JSON or YAML that somebody may have edited: it holds, or every fault is named with its path."""

from __future__ import annotations

import json

from pydantic import ValidationError

from planparse.errors import InputError, InvalidPlanError
from planparse.model import Plan
from planparse.readers.plain_text import decode
from planparse.validating.faults import faults_of
from planparse.validating.values import values_in


def validated(data: bytes, where: str) -> Plan:
    """The plan in an extracted file's bytes; `where` is what messages call it.

    Raises InputError for bytes that are no text, and InvalidPlanError for a text that does not hold.
    """
    try:
        text, _ = decode(data)
    except InputError as error:
        raise InputError(f"{where}: {error}") from error
    try:
        values, problems = values_in(text)
    except ValueError as error:
        raise InvalidPlanError(where, [str(error)]) from error
    try:
        # By way of JSON, where a date is a string and a tuple a list, as they are in the file.
        plan = Plan.model_validate_json(json.dumps(values))
    except ValidationError as error:
        raise InvalidPlanError(where, problems + faults_of(error, values)) from error
    if problems:
        raise InvalidPlanError(where, problems)
    return plan
