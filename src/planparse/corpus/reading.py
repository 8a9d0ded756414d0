"""What a worker process does with one plan: read it, and write it or give its line."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from planparse import errors
from planparse.api import extract_bytes
from planparse.corpus.discovery import Item
from planparse.language.indicators import Entry, identified, register
from planparse.messages import Message
from planparse.model import Plan
from planparse.readers.inputs import read_bytes
from planparse.reviewing.places import review_beside
from planparse.writers import WRITERS
from planparse.writers.as_json import as_json_line
from planparse.writers.files import make_folder
from planparse.writers.results import write_result

COUNTED: Final = ("sections", "measures", "targets")

# What the next plan would meet as well: no space, no more quota, a disk that takes nothing.
_HOPELESS: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class Job(NamedTuple):
    """A plan to read, and the files to write of it."""

    item: Item
    outputs: tuple[tuple[str, Path], ...] = ()  # format and file
    parts: Path = Path()  # a folder for files that are not whole yet
    reviewed: str = ""  # the path that a review file has, less its ending; empty where none is looked for
    indent: bool = False  # whether JSON is to be read by eyes
    force: bool = False  # whether what somebody has edited is written over
    own: tuple[Entry, ...] = ()  # of a register of one's own


class Done(NamedTuple):
    """A plan that was read; counts are those of COUNTED."""

    sha256: str  # of the input's bytes; where more decides on the files, a review or how they are written, of that digest and this
    counts: tuple[int, ...]
    line: bytes = b""
    remarks: tuple[Message, ...] = ()  # what people should know of its review
    lost: tuple[Message, ...] = ()  # decisions of its review that found no place


class Failed(NamedTuple):
    """A plan that could not be read or written; `sha256` is None where not even its bytes could be read."""

    sha256: str | None
    error: Message
    hopeless: errors.OutputError | None = None  # what ends the run, where the others will fail like it


def is_done(path: str, made: str, files: Iterable[str], reviewed: str, *, indent: bool) -> bool:
    """Whether the files are there and what they were made from, as Done has it, is what they would be made from now.

    It is asked of every plan of a run that has been, so it makes no objects that it can do without.
    """
    return all(map(_is_there, files)) and made_from(digest_of(path), reviewed, indent=indent) == made


def to_files(job: Job) -> Done | Failed:
    """Write the plan to the files of the job."""
    return _done(job, lambda plan: _write(plan, job))


def to_line(job: Job) -> Done | Failed:
    """The plan as JSON on a line."""
    return _done(job, as_json_line)


def _done(job: Job, write: Callable[[Plan], bytes]) -> Done | Failed:
    """Read a plan, put the decisions of its review file onto it, and write it; what `write` gives is the line."""
    digest = None
    try:
        data = read_bytes(job.item.path, pipes=False)
        digest = sha256(data).hexdigest()
        review, decided, made = _review_of(job.reviewed, digest, indent=job.indent)
        plan = extract_bytes(data, job.item.path)
        remarks: tuple[Message, ...] = ()
        lost: tuple[Message, ...] = ()
        if review:
            plan, remarks, lost = _reviewed(plan, decided, review)
        plan = _identified(plan, job)
        line = write(plan)
    except errors.PlanparseError as error:
        return _failed(digest, error, job.item.path)
    return Done(made, _counts(plan), line, remarks, lost)


def _write(plan: Plan, job: Job) -> bytes:
    for name, path in job.outputs:
        make_folder(path.parent)
        content = as_json_line(plan) if name == "json" and not job.indent else WRITERS[name](plan)
        write_result(path, content, force=job.force, parts=job.parts)
    return b""


class _Decided(NamedTuple):
    """The review file of a plan, None where there is none, its bytes, and what the plan's files are made from, as Done has it."""

    review: Path | None
    decided: bytes
    made_from: str


def _review_of(reviewed: str, digest: str, *, indent: bool) -> _Decided:
    review = review_beside(reviewed) if reviewed else None
    decided = read_bytes(review, pipes=False) if review else b""
    besides = decided + (b"indent" if indent else b"")
    return _Decided(review, decided, sha256(digest.encode() + besides).hexdigest() if besides else digest)


def _reviewed(plan: Plan, decided: bytes, review: Path) -> tuple[Plan, tuple[Message, ...], tuple[Message, ...]]:
    """The plan with the decisions of a review file, and what people should know of them, each with the file's name."""
    from planparse.reviewing.applying import apply  # noqa: PLC0415 - only where there is a review file
    from planparse.reviewing.files import review_in  # noqa: PLC0415

    applied = apply(plan, review_in(decided, str(review)))

    def named(messages: Sequence[Message]) -> tuple[Message, ...]:
        return tuple(Message("at", where=review, what=message) for message in messages)

    return applied.plan, named(applied.remarks), named(applied.lost)


def _identified(plan: Plan, job: Job) -> Plan:
    return identified(plan, register().with_entries(job.own)) if job.own else plan


def digest_of(path: str) -> str | None:
    """The sha256 of a file's bytes; None where it cannot be read."""
    try:
        return sha256(read_bytes(path, pipes=False)).hexdigest()
    except errors.InputError:
        return None


def made_from(digest: str | None, reviewed: str, *, indent: bool = False) -> str | None:
    """What a result is made from, as Done has it, where the input's bytes have that digest; None where something cannot be read."""
    try:
        return digest and _review_of(reviewed, digest, indent=indent).made_from
    except errors.InputError:
        return None


def _is_there(path: str) -> bool:
    """Whether the file is there; one that lost its content with the power is not."""
    try:
        status = os.stat(path)  # noqa: PTH116 - once for each plan of a run
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size > 0


def _counts(plan: Plan) -> tuple[int, ...]:
    lists: list[Sequence[object]] = [getattr(plan, name) for name in COUNTED]
    return tuple(map(len, lists))


def _failed(digest: str | None, error: errors.PlanparseError, path: str) -> Failed:
    told = error.message if error.where == path else Message("at", where=error.where, what=error.message)
    cause = error.__cause__
    if isinstance(error, errors.OutputError) and isinstance(cause, OSError) and cause.errno in _HOPELESS:
        return Failed(digest, told, errors.OutputError("no-room", error.where, reason=errors.reason(cause)))
    return Failed(digest, told)
