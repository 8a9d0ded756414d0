"""The outcome of an item, and the list of failures."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from planparse.errors import OutputError, reason
from planparse.messages import Message
from planparse.writers.as_json import escaped
from planparse.writers.files import write_whole

ERRORS: Final = "errors.jsonl"


class Outcome(NamedTuple):
    """What became of an item: it was done now or before, with the number of its sections, measures and targets, or failed."""

    path: str
    counts: tuple[int, ...] = ()
    before: bool = False
    sha256: str | None = None
    error: Message | None = None  # without the path; None where it was done
    remarks: tuple[Message, ...] = ()  # what people should know of its review
    lost: tuple[Message, ...] = ()  # decisions of its review that found no place


class Remark(NamedTuple):
    """What people should know of a run besides what becomes of its items."""

    where: str
    what: Message


def forget_errors(out: Path) -> None:
    """Remove the list of an earlier run. Raises OutputError where that is impossible."""
    try:
        (out / ERRORS).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError("cannot-remove", out / ERRORS, reason=reason(error)) from error


def write_errors(out: Path, failed: Iterable[Outcome], parts: Path) -> None:
    """Write those that have failed, a JSON object a line, by their paths; where none has, there is no file.

    It gathers in the folder `parts`. Raises OutputError where that is impossible.
    """
    rows = [
        {
            "input": _text(item.path),
            "sha256": item.sha256,
            "error": _text(item.error.words("en")),
            "error_zh": _text(item.error.words("zh")),
        }
        for item in failed
        if item.error
    ]
    rows.sort(key=lambda row: row["input"] or "")
    if rows:
        lines = (escaped(json.dumps(row, ensure_ascii=False).encode()) + b"\n" for row in rows)
        write_whole(out / ERRORS, b"".join(lines), parts=parts)


def _text(words: str) -> str:
    """The words without the bytes of a file name that are no text."""
    return os.fsencode(words).decode("utf-8", "replace")
