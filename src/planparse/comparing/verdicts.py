"""Verdicts on two targets: which is stricter, which is due first, which is firmer."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from planparse.comparing.names import Name, Names
from planparse.comparing.results import Difference, Obstacle, PerHead, Population, Verdict, Which
from planparse.comparing.scales import Bar, bar, bars, every, in_one_time, less_is_better, wants_less
from planparse.language.indicators import Register, register
from planparse.model import Target

_FIRMNESS: Final = {"firm": 2, "strive": 1, "encourage": 0}
_WITHOUT_DIFFERENCE: Final = ("grade", "ratio")
_PERCENT: Final = "percent"
# How firmly a bound holds the same number. Two steps count: over 60 is more than at least 60, and that more than about 60; but offices
# print 达到60% for at least 60, so that the bare number equals both it and about 60.
_BOUND: Final = {"approx": 0, "eq": 1, "ge": 2, "le": 2, "range": 2, "gt": 4, "lt": 4}


People = tuple[Population | None, Population | None]
"""The populations of the places of two plans, where they are known."""


def verdict(
    left: Target, right: Target, names: Names, people: People = (None, None), indicators: Register | None = None
) -> tuple[Verdict, Obstacle | None]:
    """Whose bar is harder to clear, time and strength aside; or why that cannot be told.

    Counts are held against each other per head where both populations are known. Of which indicators less is better say
    `indicators`, or else the register that comes with planparse.
    """
    obstacle, sign = _held_against(left, right, names, _heads(left, right, people), indicators or register())
    if obstacle:
        return "not_comparable", obstacle
    if not sign:
        return "equal", None
    return ("left_stricter" if sign > 0 else "right_stricter"), None


def difference(left: Target, right: Target, names: Names) -> Difference | None:
    """How far two values on one scale lie apart; None for ranges, grades and ratios, and where one is for more years."""
    one, other = bars(left, right)
    if not one or not other or one.dimension != other.dimension or one.dimension in _WITHOUT_DIFFERENCE:
        return None
    rounds = _rounds(left, right, names)
    if (one.low, other.low) != (one.high, other.high) or rounds[0] != rounds[1]:
        return None
    if _PERCENT in one.dimension.split(" "):
        return Difference(value=_number(one.low - other.low), unit="个百分点")
    told = next((target for target, used in ((left, one), (right, other)) if target.value and bar(target) == used), None)
    if told is None or told.value is None:
        return None
    of_one = (one if told is left else other).low / Fraction(str(told.value))
    return Difference(value=_number((one.low - other.low) / of_one), unit=told.unit)


def per_head(left: Target, right: Target, people: People) -> PerHead | None:
    """Two counts for 10,000 people each; None where a population is not known, or they are no counts on one scale."""
    one, other = bars(left, right)
    heads = _heads(left, right, people)
    if heads is None or not one or not other or one.dimension != other.dimension or not people[0] or not people[1]:
        return None
    return PerHead(
        left=_number(round(one.low / heads[0] * 10_000, 4)),
        right=_number(round(other.low / heads[1] * 10_000, 4)),
        left_population=people[0],
        right_population=people[1],
    )


def _heads(left: Target, right: Target, people: People) -> tuple[int, int] | None:
    """By how many people two counts are divided; None where they stand as they are."""
    if not counts_things(left, right) or people[0] is None or people[1] is None:
        return None
    return people[0].people, people[1].people


def counts_things(left: Target, right: Target) -> bool:
    """Whether both count things, of which a larger place has more."""
    return left.kind == right.kind == "count" and not left.per and not right.per


def _number(fraction: Fraction) -> int | float:
    return int(fraction) if fraction.denominator == 1 else float(fraction)


def sooner(left: Target, right: Target) -> Which | None:
    """Whose last day comes first; None where it is the same or a side prints none."""
    if not left.due or not right.due or left.due == right.due:
        return None
    return "left" if left.due < right.due else "right"


def firmer(left: Target, right: Target) -> Which | None:
    """Who commits more firmly; None where both do alike."""
    difference = _FIRMNESS[left.strength] - _FIRMNESS[right.strength]
    return None if not difference else "left" if difference > 0 else "right"


def _held_against(
    left: Target, right: Target, names: Names, heads: tuple[int, int] | None, indicators: Register
) -> tuple[Obstacle | None, int]:
    """The obstacle, or else 1, 0 or -1 as the left bar is harder, as hard or easier to clear."""
    one, other = bars(left, right)
    if one is None or other is None:
        alike = names.same and one is other and (left.grade, left.direction) == (right.grade, right.direction)
        return (None if alike else "no_value"), 0
    one, other = _of_each(one, other, names.left), _of_each(other, one, names.right)
    one, other = in_one_time(one, other)
    if obstacle := _obstacle(left, right, one, other, names):
        return obstacle, 0
    rounds = _rounds(left, right, names)
    factor = (rounds[1] or Fraction(1)) / (rounds[0] or Fraction(1))
    if heads:
        factor *= Fraction(heads[1], heads[0])
    less = _less(left, right, one.dimension, indicators)
    low = _sign(one.low * factor - other.low)
    high = _sign(one.high * factor - other.high)
    if low * high < 0:
        return "overlap", 0
    sign = (low or high) * (-1 if less else 1)
    if not sign:
        steps = _BOUND[left.comparator] - _BOUND[right.comparator]
        sign = _sign(steps) if abs(steps) > 1 else names.asks_more
    return None, sign


def _obstacle(left: Target, right: Target, one: Bar, other: Bar, names: Names) -> Obstacle | None:
    """What keeps two bars apart, the weightiest first."""
    if names.other_outcome:
        return "measure"
    if one.dimension.partition(" per ")[0] != other.dimension.partition(" per ")[0]:
        return "kind" if left.kind != right.kind else "unit"
    if names.other_matter:
        return "measure"
    if names.other_count and {left.kind, right.kind} <= {"count", "level"} and not _is_share(one):
        return "kind"
    if one.dimension != other.dimension or names.other_whole:
        return "denominator"
    if (None in (rounds := _rounds(left, right, names)) and rounds != (None, None)) or names.other_years:
        return "frequency"
    both_change = left.kind == right.kind == "change"
    if both_change and left.direction != right.direction and one.low and other.low:
        return "direction"
    if both_change and _base_year(left) and _base_year(right) and _base_year(left) != _base_year(right):
        return "baseline"
    if (left.kind == "change") == (right.kind == "change") and {left.comparator, right.comparator} in (
        {"ge", "le"},
        {"gt", "lt"},
        {"ge", "lt"},
        {"gt", "le"},
    ):
        return "direction"
    in_parts = left.kind in {"count", "level"} and names.other_part
    # What is counted on either side has to be the same things, whichever plan stands left.
    return "scope" if in_parts or any(map(names.other_set, {left.kind, right.kind})) else None


def _of_each(own: Bar, beside: Bar, name: Name) -> Bar:
    """A bar on the scale of the one beside it, where that is for each territory of a level and its sentence names such territories."""
    each = f"{own.dimension} per {name.each_of}"
    return own._replace(dimension=each) if each == beside.dimension else own


def _rounds(left: Target, right: Target, names: Names) -> tuple[Fraction | None, Fraction | None]:
    """How many years each round takes; beside rounds, what is to be done within the year of its plan is one of a year."""
    found = every(left), every(right)
    if found[0] is None and found[1] is not None and names.left.of_one_year:
        return Fraction(1), found[1]
    if found[1] is None and found[0] is not None and names.right.of_one_year:
        return found[0], Fraction(1)
    return found


def _is_share(own: Bar) -> bool:
    """Whether a value is a share of a whole, to which nothing is added: 新建学校达标率 is no number of new schools."""
    return own.dimension.partition(" per ")[0] == _PERCENT


def _less(left: Target, right: Target, dimension: str, indicators: Register) -> bool:
    """Whether the lower bar is the harder one."""
    if (left.kind == "change") == (right.kind == "change"):
        return less_is_better(left, indicators) or less_is_better(right, indicators)
    change, level = (left, right) if left.kind == "change" else (right, left)
    return not dimension.startswith("change") and (less_is_better(level, indicators) or wants_less(change, indicators))


def _base_year(target: Target) -> int | None:
    return target.baseline.year if target.baseline else None


def _sign(number: Fraction | int) -> int:
    return (number > 0) - (number < 0)
