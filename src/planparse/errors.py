"""The errors of planparse: problems with the tool or its input. Problems in the text of a plan are Diagnostics.

PlanparseError            base of the errors below; its text is one line: where, what, what to do next
├── InputError            an input cannot be read: missing, a folder, empty, binary, too large, an unknown encoding
│   └── NotAPlanError     the input can be read, but does not look like a plan
├── InvalidFileError      a file that people write or edit is invalid; `problems` has a message for each fault
│   ├── InvalidPlanError  it should be an extracted plan
│   ├── InvalidGoldError  it should be a gold file
│   └── InvalidReviewError it should be a review file
└── OutputError           an output cannot be written: no permission, no space, a folder in its place

An error carries a message of `planparse.messages`, which exists in both languages: `str(error)` is English,
`error.words("zh")` Chinese.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from typing import Final, Self

from planparse.labels import Language
from planparse.messages import Message

_LONGEST: Final = 300  # characters of an error that are told: some repeat the whole input


class PlanparseError(Exception):
    """Base of all errors that planparse raises: a message, and the path that it is about, if known."""

    def __init__(self, message: str, where: str | os.PathLike[str] | None = None, /, **fields: object) -> None:
        """`message` is the id of a message, `fields` fill its gaps."""
        super().__init__(message, where)
        self.message = Message(message, **fields)
        self.where = None if where is None else os.fspath(where)

    def words(self, language: Language) -> str:
        """One line for people."""
        told = self.message.words(language)
        return told if self.where is None else f"{self.where}: {told}"

    def __str__(self) -> str:
        return self.words("en")

    def at(self, where: str) -> Self:
        """The same error about this input or output."""
        return type(self)(self.message.id, where, **self.message.fields)


class InputError(PlanparseError):
    """An input that cannot be read."""


class NotAPlanError(InputError):
    """A text without a section, a measure, a target, a deadline or a citation."""


class InvalidFileError(PlanparseError):
    """An invalid file: `problems` has a message for each fault, which begins with its path."""

    def __init__(self, where: str, problems: Sequence[Message]) -> None:
        super().__init__("invalid", where, count=len(problems), first=problems[0])
        self.args = (where, problems)  # what pickle makes it anew of
        self.problems = problems


class InvalidPlanError(InvalidFileError):
    """An invalid extracted file."""


class InvalidGoldError(InvalidFileError):
    """An invalid gold file."""


class InvalidReviewError(InvalidFileError):
    """An invalid review file."""


class OutputError(PlanparseError):
    """An output that cannot be written; nothing of it is left behind."""


class UnsoundError(ValueError):
    """Inconsistencies within a record, reported to the library that checks it: a message for each fault."""

    def __init__(self, *problems: Message) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def fault(error: BaseException) -> Message:
    """The message for an unexpected error: what it is, where in planparse it occurred, what to do."""
    if isinstance(error, MemoryError):
        return Message("no-memory")
    place, trace = "", error.__traceback__
    while trace:
        module = str(trace.tb_frame.f_globals.get("__name__"))
        if module.partition(".")[0] == "planparse":
            place = f" at {module}:{trace.tb_lineno}"
        trace = trace.tb_next
    words = str(error)[:_LONGEST]
    return Message("own-fault", error=f"{type(error).__name__}{place}{words and f' ({words})'}")


def reason(error: OSError | ValueError) -> Message | str:
    """The reason that the system gives."""
    if not isinstance(error, OSError):
        return str(error)
    from planparse.messages.catalogue import MESSAGES  # noqa: PLC0415 - where all goes well, there is nothing to tell

    name = errno.errorcode.get(error.errno or 0, "")
    return Message(name) if name in MESSAGES else error.strerror or str(error)
