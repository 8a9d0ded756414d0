"""A responsibility clause as it was read, before it belongs to a measure."""

from __future__ import annotations

from typing import NamedTuple

from planparse.model import ResponsibilityRule, Role


class UnitName(NamedTuple):
    """A body that a clause names: offsets of its name, and its role."""

    start: int
    end: int
    role: Role


class Clause(NamedTuple):
    """A responsibility clause: offsets of all of it, its bodies in order, and how their roles were read.

    `when` is the stretch that says by when, of a row of a table that has a column for that.
    """

    start: int
    end: int
    style: str
    rule: ResponsibilityRule
    open_ended: bool
    names: tuple[UnitName, ...]
    when: tuple[int, int] | None = None
