"""Writes results, but never over edited ones."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from planparse.api import load_bytes
from planparse.errors import InputError, OutputError, PlanparseError
from planparse.readers.inputs import read_bytes
from planparse.writers.files import write_whole


def write_result(path: Path, content: bytes, *, force: bool = False, parts: Path | None = None) -> None:
    """Write an extracted plan to the path, as `write_whole` does; with `force` whatever is there.

    Raises OutputError also where somebody has edited what is there.
    """
    if not force and _is_edited(path, content):
        raise OutputError("was-edited", path)
    write_whole(path, content, parts=parts)


def _is_edited(path: Path, content: bytes) -> bool:
    """Whether a file is there that is not as planparse wrote it. What does not hold as a plan has been edited, for all one knows."""
    try:
        status = os.stat(path)  # noqa: PTH116 - as what is opened is looked at
        if not stat.S_ISREG(status.st_mode) or not status.st_size:
            return False
        there = read_bytes(path, pipes=False)
    except (OSError, InputError):
        return False  # nothing is there, or what keeps it from being read is told when it is to be replaced
    if there == content:
        return False
    try:
        return load_bytes(there, str(path)).is_edited
    except PlanparseError:
        return True
