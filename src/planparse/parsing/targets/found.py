"""A target as the sentence gives it, before it has its place in the plan."""

from __future__ import annotations

from typing import NamedTuple

from planparse.language.amounts import Amount
from planparse.language.dates import Time
from planparse.model import Comparator, Direction, Strength, TargetKind

LOOSE_RULES = frozenset(("stands_at", "choose", "count_reaches", "accounts_for", "totals", "push"))
"""Rules that read a number right behind a noun, or choose among things: what they read is often no commitment."""


class Found(NamedTuple):
    """A target as found: offsets of the quote, the reading of its number and words, and the name of the pattern.

    `amount` is None where no number is printed, and `meant` then the value and the unit that words mean; `due` is the time that governs it.
    """

    start: int
    end: int
    rule: str
    kind: TargetKind
    amount: Amount | None
    comparator: Comparator
    indicator: str
    outcome: str | None
    direction: Direction | None
    per: str | None
    frequency: str | None
    scope: str | None
    strength: Strength
    due: Time | None
    baseline: Baseline | None
    meant: tuple[int, str] | None = None


class Baseline(NamedTuple):
    """What the indicator was: its amount, where it is printed, and the year."""

    amount: Amount | None
    year: int | None
