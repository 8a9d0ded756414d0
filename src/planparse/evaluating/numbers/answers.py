"""Which target of the plan answers which commitment of gold, and which of its fields are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from planparse.evaluating.counts import TargetGroup
from planparse.evaluating.fields import SAME, Check
from planparse.evaluating.numbers.gold import GoldCommitment
from planparse.evaluating.numbers.placing import Placed, Standing
from planparse.evaluating.plain import alike, plain
from planparse.model import Target

DECISIVE = frozenset(("value", "unit", "indicator", "comparator", "due"))
"""The fields that must all be right for a target to be right."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A target that counts: one that both sides have, or gold alone (missed), or the plan alone (extra)."""

    gold: GoldCommitment | None
    found: Target | None
    checks: tuple[Check, ...] = ()
    no_commitment: bool = False  # whether gold has nothing at all where the plan has a target

    @property
    def group(self) -> TargetGroup:
        """What it is counted with; gold has the first word, and of gold the first reading."""
        kind = _first(self.gold.kind) if self.gold else self.found.kind if self.found else None
        return "coverage" if kind == "coverage" else "targets"

    @property
    def is_right(self) -> bool:
        """Whether both sides have it and say the same."""
        return bool(self.checks) and all(check.is_right for check in self.checks if check.field in DECISIVE)


def answers(placed: Placed) -> Iterator[Answer]:
    """The targets of a paragraph that count: an optional one does not, nor does what answers to it.

    A target answers a commitment with which it shares a number, or where neither has one, words. Of several that could, the
    pair is taken in which most is right.
    """
    wanted = placed.paragraph.targets
    line = []
    for j, standing in enumerate(placed.targets):
        for i, gold in enumerate(wanted):
            if _meet(placed, i, standing):
                checks = tuple(_checks(gold, standing.target))
                right = sum(check.is_right for check in checks if check.field in DECISIVE)
                line.append((-right, bool(gold.optional), i, j, checks))
    could, answered, spared = {j for *_, j, _ in line}, set[int](), set[int]()
    taken: set[int] = set()
    for _, is_optional, i, j, checks in sorted(line, key=lambda pair: pair[:4]):
        if j in taken:
            continue
        if is_optional:
            spared.add(j)
        if i not in answered:
            answered.add(i)
            taken.add(j)
            if not is_optional:
                yield Answer(wanted[i], placed.targets[j].target, checks)
    for i, gold in enumerate(wanted):
        if i not in answered and not gold.optional:
            yield Answer(gold, None)
    for j, standing in enumerate(placed.targets):
        if j not in taken and j not in spared:
            yield Answer(None, standing.target, no_commitment=j not in could)


def _meet(placed: Placed, number: int, standing: Standing) -> bool:
    gold, quote, span = placed.paragraph.targets[number], placed.quotes[number], standing.target.span
    if gold.numbers or standing.numbers:
        return not standing.numbers.isdisjoint(gold.numbers)
    return quote is not None and span.start < quote.end and quote.start < span.end


def _checks(gold: GoldCommitment, found: Target) -> Iterator[Check]:
    """Check all that is compared of two targets that answer each other."""
    most = _check("value_max", gold.value_max, found.value_max)
    value = _check("value", gold.value, found.value)
    yield value if most.is_right or not value.is_right else most._replace(field="value")
    yield _check("unit", gold.unit, found.unit)
    yield Check("indicator", _same_indicator(gold, found), _shown(gold.indicator), found.indicator)
    yield _check("comparator", gold.comparator or "eq", found.comparator)
    yield _check("due", gold.deadline, found.due)
    yield _check("kind", gold.kind, found.kind)
    yield _check("strength", gold.strength or "firm", found.strength)
    yield _check("direction", gold.direction, found.direction)
    yield _check("per", gold.per, found.per)
    yield _check("frequency", gold.frequency, found.frequency)
    yield _check("scope", gold.scope, found.scope)


def _check(field: str, gold: Any, found: Any) -> Check:
    """Check a field of which gold may have several readings."""
    is_right = any(same(reading, found) for reading in readings(gold))
    return Check(field, is_right, _shown(gold), None if found is None else str(found))


def same(gold: Any, found: Any) -> bool:
    """Whether two values say the same, as numbers or in plain words."""
    if isinstance(gold, int | float) and isinstance(found, int | float):
        return abs(gold - found) <= 1e-6
    return plain(gold) == plain(found)


def _same_indicator(gold: GoldCommitment, found: Target) -> bool:
    """Whether an indicator of gold is alike, or is so with an outcome: the border between the two is a matter of taste."""
    name, whole = plain(found.indicator), plain(found.indicator) + plain(found.outcome)
    return any(
        alike(plain(indicator), name) >= SAME or alike(plain(indicator) + plain(outcome), whole) >= SAME
        for indicator, outcome in product(readings(gold.indicator), readings(gold.outcome))
    )


def readings(field: Any) -> tuple[Any, ...]:
    """The readings of a field of gold that are right: those of a list, or the one that it holds."""
    return field if isinstance(field, tuple) else (field,)


def _first(field: Any) -> Any:
    return readings(field)[0]


def _shown(field: Any) -> str | None:
    return " | ".join(str(reading) for reading in readings(field) if reading is not None) or None
