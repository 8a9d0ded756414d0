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
