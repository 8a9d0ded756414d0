"""What a worker process does with one plan: read it, and write it or give its line."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from planparse import errors
from planparse.api import extract_bytes
from planparse.corpus.discovery import Item
from planparse.messages import Message
from planparse.model import Plan
from planparse.readers.inputs import read_bytes
from planparse.writers import WRITERS
from planparse.writers.as_json import as_json_line
from planparse.writers.files import make_folder, write_whole

COUNTED: Final = ("sections", "measures", "targets")

# What the next plan would meet as well: no space, no more quota, a disk that takes nothing.
_HOPELESS: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class Job(NamedTuple):
    """A plan to read, and the files to write of it."""

    item: Item
    outputs: tuple[tuple[str, Path], ...] = ()  # format and file
    parts: Path = Path()  # a folder for files that are not whole yet
    known: str | None = None  # the sha256 of the input that the files were made from before


class Done(NamedTuple):
    """A plan that was read; counts are those of COUNTED, and None where it was found done before."""

    sha256: str
    counts: tuple[int, ...] | None
    line: bytes = b""


class Failed(NamedTuple):
    """A plan that could not be read or written; `sha256` is None where not even its bytes could be read."""

    sha256: str | None
    error: Message
    hopeless: errors.OutputError | None = None  # what ends the run, where the others will fail like it


def to_files(job: Job) -> Done | Failed:
    """Write the plan to the files of the job, unless they are there and were made from the same bytes."""
    digest = None
    try:
        data = read_bytes(job.item.path, pipes=False)
        digest = sha256(data).hexdigest()
        if digest == job.known and all(_is_there(path) for _, path in job.outputs):
            return Done(digest, None)
        plan = extract_bytes(data, job.item.path)
        for name, path in job.outputs:
            make_folder(path.parent)
            write_whole(path, WRITERS[name](plan), parts=job.parts)
    except errors.PlanparseError as error:
        return _failed(digest, error, job.item.path)
    return Done(digest, _counts(plan))


def to_line(job: Job) -> Done | Failed:
    """The plan as JSON on a line."""
    digest = None
    try:
        data = read_bytes(job.item.path, pipes=False)
        digest = sha256(data).hexdigest()
        plan = extract_bytes(data, job.item.path)
    except errors.PlanparseError as error:
        return _failed(digest, error, job.item.path)
    return Done(digest, _counts(plan), as_json_line(plan))


def digest_of(path: str) -> str | None:
    """The sha256 of a file as a job gives it; None where it cannot be read."""
    try:
        return sha256(read_bytes(path, pipes=False)).hexdigest()
    except errors.InputError:
        return None


def _is_there(path: Path) -> bool:
    """Whether the file is there; one that lost its content with the power is not."""
    return path.is_file() and path.stat().st_size > 0


def _counts(plan: Plan) -> tuple[int, ...]:
    lists: list[Sequence[object]] = [getattr(plan, name) for name in COUNTED]
    return tuple(map(len, lists))


def _failed(digest: str | None, error: errors.PlanparseError, path: str) -> Failed:
    told = error.message if error.where == path else Message("at", where=error.where, what=error.message)
    cause = error.__cause__
    if isinstance(error, errors.OutputError) and isinstance(cause, OSError) and cause.errno in _HOPELESS:
        return Failed(digest, told, errors.OutputError("no-room", error.where, reason=errors.reason(cause)))
    return Failed(digest, told)
