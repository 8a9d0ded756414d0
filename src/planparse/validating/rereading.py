"""Compares a plan's numbers and times with its words: both are read again, as when it was extracted.

Reading again costs a good part of what extracting costs. It is done where a plan is validated, not wherever one is loaded.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from planparse.language.amounts import Amount, find_amounts, in_base_units
from planparse.language.dates import Time, find_times
from planparse.language.folding import fold
from planparse.messages import Message
from planparse.model import BaseAmount, Baseline, Comparator, Deadline, DueContext, Measure, Plan, Section, Target
from planparse.parsing.periods import period_of, year_meant
from planparse.parsing.tables.grids import find_tables
from planparse.parsing.targets import (
    TOLD_AHEAD,
    Found,
    bound_of,
    bounds_in_list,
    find_indicators,
)
from planparse.parsing.targets.bracketed import IN_BRACKETS
from planparse.parsing.targets.coverage import COVERAGE, CoverageRule
from planparse.parsing.targets.readings import IN_TURN, whole_of
from planparse.parsing.targets.relative import RELATIVE, relation_in
from planparse.text import printable

_YEAR = re.compile("20[0-9]{2}")
# What words say, by the field that holds it.
_Reading = Mapping[str, Any]

# The rule of targets that a row of a table gives: not all that they say stands in one cell.
_TABLE = "indicator_table"


def contradictions(plan: Plan) -> Iterator[Message]:
    """Where a target or a deadline is not what its words say, or lies elsewhere: messages that begin with a path.

    What the rules extract has none. Of words that they cannot read nothing is said but that they hold no number.
    """
    if not plan.targets and not plan.deadlines:
        return
    words = _Words(plan)
    holders: dict[str | None, Measure | Section] = {section.id: section for section in plan.sections}
    holders |= {measure.id: measure for measure in plan.measures}
    for at, target in enumerate(plan.targets):
        path = f"targets[{at}]"
        yield from _differences(path, target, words.of_target(target))
        before = target.baseline
        if before and before.value is not None and not words.name(before, target):
            yield _at(f"{path}.baseline", Message("not-said", shown=_measured(before.value, before.unit)))
        if (context := target.due_context) and (said := words.of_context(context)):
            yield _at(f"{path}.due_context.date", Message("words-say", shown=context.date, said=said))
        yield from _misplaced(path, target, holders)
    for at, deadline in enumerate(plan.deadlines):
        yield from _differences(f"deadlines[{at}]", deadline, words.of_deadline(deadline))


class _Words:
    """The numbers and times of a plan's text, read again."""

    def __init__(self, plan: Plan) -> None:
        self._folded = folded = fold(plan.text)
        self._year = year_meant(period_of(plan.metadata.title or ""), plan.metadata.issued_on)
        self._amounts = [*find_amounts(folded)]
        self._starts = [amount.number_start for amount in self._amounts]
        self._times = {(time.start, time.end): time for time in find_times(folded, self._year)}
        self._own = {quantity.ref: quantity.span.start for quantity in plan.quantities}
        self._rows: dict[tuple[int, int], list[Found]] = {}
        if any(target.rule == _TABLE for target in plan.targets):
            for found in find_indicators(plan.text, folded, [*find_tables(plan.text, folded, 0)], self._year):
                self._rows.setdefault((found.start, found.end), []).append(found)

    def of_target(self, target: Target) -> Sequence[_Reading]:
        """What the words of a target say: its own number where it is known, otherwise each of the numbers in them."""
        if target.implied:
            return [_meant(rule) for rule in COVERAGE if rule.name == target.rule]
        behind = target.quote.partition(target.indicator)[2]  # 高于上年的…率保持在平均水平: a name may hold such words, too
        if target.rule == RELATIVE and (said := relation_in(behind) or relation_in(target.quote)):
            return [{"value": None, "unit": None, "comparator": said}]
        if target.rule == _TABLE:
            readings = {row.amount.number_start: [_in_row(row, row.amount)] for row in self._row(target) if row.amount}
        else:
            within = self._within(target)
            readings = {
                amount.number_start: [
                    {**_of_amount(amount), "comparator": bound} for bound in self._bounds(target, amount, within)
                ]
                for amount in within
            }
        return readings.get(self._own.get(target.id, -1)) or [*chain.from_iterable(readings.values())]

    def _bounds(self, target: Target, amount: Amount, within: Sequence[Amount]) -> Sequence[Comparator]:
        words = (target.span.start, target.span.end)
        if whole_of(target.rule) in (IN_TURN, IN_BRACKETS):
            return bounds_in_list(self._folded, target.rule, words, amount, within)
        return [bound_of(self._folded, target.rule, words, amount, [])]

    def name(self, before: Baseline, target: Target) -> bool:
        """Whether the words of a target name the number that it comes from."""
        of_row = [row.baseline.amount for row in self._row(target) if row.baseline and row.baseline.amount]
        said = of_row if target.rule == _TABLE else self._within(target, TOLD_AHEAD)
        return any((amount.value, amount.unit or target.unit) == (before.value, before.unit) for amount in said)

    def of_deadline(self, deadline: Deadline) -> Sequence[_Reading]:
        """What the words of a deadline say, where they stand or by themselves."""
        time = self._times.get((deadline.span.start, deadline.span.end))
        if time is None:
            words = fold(deadline.text)
            time = next(
                (found for found in find_times(words, self._year) if (found.start, found.end) == (0, len(words))), None
            )
        return [_of_time(time)] if time else ()

    def of_context(self, context: DueContext) -> str:
        """The day or the years that words around a target say, where they do not say its day; "" where they do."""
        start, end = context.span.start, context.span.end
        if time := self._times.get((start, end)):
            return "" if time.last == context.date else str(time.last)
        # Words of a title are no time in the text.
        years = _YEAR.findall(self._folded, start, end)
        return "" if not years or str(context.date.year) in years else "、".join(years)

    def _row(self, target: Target) -> Sequence[Found]:
        return self._rows.get((target.span.start, target.span.end), ())

    def _within(self, target: Target, ahead: int = 0) -> list[Amount]:
        """The amounts in the words of a target, and in so many characters ahead of it."""
        first, end = bisect_left(self._starts, target.span.start - ahead), bisect_left(self._starts, target.span.end)
        return [amount for amount in self._amounts[first:end] if amount.number_end <= target.span.end]


def _meant(rule: CoverageRule) -> _Reading:
    """What words mean that print no number: 全部, 全覆盖."""
    return {
        "comparator": rule.comparator,
        "value": rule.value,
        "value_max": None,
        "unit": rule.unit,
        "base": None,
        "grade": None,
    }


def _in_row(found: Found, amount: Amount) -> _Reading:
    return {**_of_amount(amount), "comparator": found.comparator, "due": found.due and found.due.last}


def _of_amount(amount: Amount) -> _Reading:
    base = in_base_units(amount)
    return {
        "amount": base and BaseAmount(value=base[0], value_max=base[1], unit=base[2]),
        "value": amount.value,
        "value_max": amount.value_max,
        "unit": amount.unit,
        "base": amount.base,
        "grade": amount.grade,
    }


def _of_time(time: Time) -> _Reading:
    return {
        "kind": time.kind,
        "start": time.first,
        "end": time.last,
        "months": time.months,
        "precision": time.precision,
    }


def _differences(path: str, item: Target | Deadline, readings: Sequence[_Reading]) -> Iterator[Message]:
    """The fields that are not as read; of several readings the one that is most like the item is meant."""
    if readings:
        nearest = min(([*_unlike(item, reading)] for reading in readings), key=len)
        for field, said in nearest:
            what = Message("words-say", shown=_shown(getattr(item, field)), said=_shown(said))
            yield _at(f"{path}.{field}", what)
    elif isinstance(item, Target) and not item.implied:
        shown = item.grade if item.value is None else item.value
        yield _at(f"{path}.{'grade' if item.value is None else 'value'}", Message("no-number", shown=_shown(shown)))


def _unlike(item: Target | Deadline, reading: _Reading) -> Iterator[tuple[str, Any]]:
    for field, said in reading.items():
        # In files of 1.0 no target says what it comes to in base units.
        if (value := getattr(item, field)) != said and not (field == "amount" and value is None):
            yield field, said


def _misplaced(path: str, target: Target, holders: Mapping[str | None, Measure | Section]) -> Iterator[Message]:
    """Where a target lies outside of what is said to hold it."""
    field = "measure_id" if target.measure_id else "section_id"
    holder = holders.get(target.measure_id or target.section_id)
    if holder is None:
        return
    if not holder.span.start <= target.span.start < holder.span.end:
        yield _at(f"{path}.{field}", Message("holds-not", id=holder.id))
    elif holder.path != target.path:
        what = Message("other-path", shown=_shown(target.path), id=holder.id, path=_shown(holder.path))
        yield _at(f"{path}.path", what)


def _at(path: str, what: Message) -> Message:
    return Message("at", where=path, what=what)


def _measured(number: object, unit: str | None) -> str:
    return f"{number}{printable(unit or '')}"


def _shown(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, BaseAmount):
        return _measured(
            "–".join(str(number) for number in (value.value, value.value_max) if number is not None), value.unit
        )
    shown = printable(json.dumps(value, ensure_ascii=False))
    return shown if len(shown) <= 40 else shown[:40] + "…"
