"""What planparse does, as functions: `parse` a text, `extract` a file, `load` what was extracted before."""

from __future__ import annotations

import os
import re
from hashlib import sha256

from planparse.errors import InputError, NotAPlanError
from planparse.model import Plan
from planparse.readers import read
from planparse.readers.inputs import Input, label, read_bytes
from planparse.readers.media_types import PLAIN_TEXT
from planparse.readers.plain_text import tidy
from planparse.text import Document

_EXTRACTED_LIMIT = 64 * 1024 * 1024  # bytes; a plan grows when each of its parts is written out
_EXTRACTED_NAMES = (".json", ".yaml", ".yml")
_EXTRACTED_BEGINNINGS = (b"{", b"schema_version:")
_HAN = re.compile(r"[\u3400-\u9fff]")


def parse(text: str, name: str | None = None) -> Plan:
    """Read a text as a plan. Any string gives a Plan; `name` is what the plan's source is called."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _plan_of(Document(tidy(text), name and _readable(name), PLAIN_TEXT, digest, "utf-8"))


def extract(source: Input) -> Plan:
    """Read a file, or an open binary stream, as a plan.

    Raises InputError for an input that cannot be read, and NotAPlanError for one that holds nothing of a plan.
    """
    return _extracted(_bytes(source), source)


def load(source: Input) -> Plan:
    """Read back a plan that was extracted to JSON or YAML, and perhaps edited.

    Raises InputError for an input that cannot be read, and InvalidPlanError, with all faults, for one that does not hold.
    """
    return _loaded(_bytes(source, _EXTRACTED_LIMIT), source)


def open_plan(source: Input) -> Plan:
    """The plan in either: a text, which is extracted, or an extracted JSON or YAML, which is loaded.

    Raises what `extract` and `load` raise.
    """
    data = _bytes(source, _EXTRACTED_LIMIT)
    is_extracted = label(source).lower().endswith(_EXTRACTED_NAMES) or _begins_like_extracted(data)
    return _loaded(data, source) if is_extracted else _extracted(data, source)


def _bytes(source: Input, limit: int | None = None) -> bytes:
    try:
        return read_bytes(source) if limit is None else read_bytes(source, limit)
    except InputError as error:
        raise InputError(f"{label(source)}: {error}") from error
