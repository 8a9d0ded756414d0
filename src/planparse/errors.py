"""The errors of planparse. Trouble in a plan's text is a Diagnostic; these are trouble with the tool or its input.

PlanparseError            every error below; its message is one line: what, where, what to do next
├── InputError            an input cannot be read: missing, a folder, empty, binary, too large, an unknown encoding
│   └── NotAPlanError     the input can be read, but nothing of a plan is in it
├── InvalidFileError      a file that people write or edit does not hold; `problems` has one line for each fault
│   ├── InvalidPlanError  it should be an extracted plan
│   └── InvalidGoldError  it should be a gold file
└── OutputError           an output cannot be written: no permission, no space, a folder in its place
"""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 300  # characters of an error that are told: some repeat the whole input


class PlanparseError(Exception):
    """Any error that planparse raises on purpose; the message is one line for people."""


class InputError(PlanparseError):
    """An input that cannot be read."""


class NotAPlanError(InputError):
    """A text without a section, a measure, a target, a deadline or a citation."""


class InvalidFileError(PlanparseError):
    """A file that does not hold: `problems` has one line a fault, each beginning with its path."""

    def __init__(self, where: str, problems: list[str]) -> None:
        super().__init__(f"{where}: {len(problems)} problem(s), the first: {problems[0]}")
        self.where = where
        self.problems = problems


class InvalidPlanError(InvalidFileError):
    """An extracted file that does not hold."""


class InvalidGoldError(InvalidFileError):
    """A gold file that does not hold."""


class OutputError(PlanparseError):
    """An output that cannot be written; nothing of it is left behind."""


def fault(error: BaseException) -> str:
    """The words on an error that nobody has foreseen: what it is, in which line of planparse it came up, what to do."""
    place, trace = "", error.__traceback__
    while trace:
        module = str(trace.tb_frame.f_globals.get("__name__"))
        if module.partition(".")[0] == "planparse":
            place = f" at {module}:{trace.tb_lineno}"
        trace = trace.tb_next
    words = str(error)[:_LONGEST]
    return f"{type(error).__name__}{place}{words and f' ({words})'}: a fault of planparse; please report this line and the input"
