"""Which target of a plan answers which target of its gold."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heappush

from planparse.evaluating.gold import GoldTarget
from planparse.evaluating.plain import alike, plain
from planparse.model import Number, Target

_LEAST = 0.5  # likeness below which neither the words nor the quotes are the same statement


@dataclass(frozen=True, slots=True)
class _Statement:
    """What is compared of a target, in plain words."""

    path: str
    words: str  # indicator and outcome
    quote: str
    has_grade: bool
    grade: str
    value: tuple[Number | None, Number | None, str]  # value, value_max, unit

    @classmethod
    def of(cls, target: GoldTarget | Target) -> _Statement:
        """The statement that a target makes."""
        return cls(
            path=plain(target.at if isinstance(target, GoldTarget) else target.path),
            words=plain(target.indicator) + plain(target.outcome),
            quote=plain(target.quote),
            has_grade=bool(target.grade),
            grade=plain(target.grade),
            value=(_rounded(target.value), _rounded(target.value_max), plain(target.unit)),
        )

    def says_as_much_as(self, other: _Statement) -> bool:
        """Whether grade and unit, or where there is no grade value and unit, are the same."""
        if self.has_grade or other.has_grade:
            return self.grade == other.grade and self.value[2] == other.value[2]
        return self.value == other.value


def pairs(gold: Sequence[GoldTarget], found: Sequence[Target]) -> list[tuple[int, int]]:
    """The best one-to-one pairs (index in gold, index in found) of targets that state as much in like words, best first.

    An exact look at a pair is dear. So each waits in line with a bound that its likeness cannot pass, and is looked at
    more closely when its turn comes and both are still free. Of equal pairs the later ones come first.
    """
    wanted, stated = [_Statement.of(target) for target in gold], [_Statement.of(target) for target in found]
    line = []
    for i, g in enumerate(wanted):
        for j, f in enumerate(stated):
            if g.says_as_much_as(f) and (most := _likeness(g, f, _LOOKS[0])) is not None:
                line.append((-most, -i, -j, 1))
    heapify(line)
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    paired = []
    while line and free_gold and free_found:
        _, i, j, looks = heappop(line)
        i, j = -i, -j
        if i not in free_gold or j not in free_found:
            continue
        if looks == len(_LOOKS):
            free_gold.remove(i)
            free_found.remove(j)
            paired.append((i, j))
        elif (likeness := _likeness(wanted[i], stated[j], _LOOKS[looks])) is not None:
            heappush(line, (-likeness, -i, -j, looks + 1))
    return paired


def _likeness(gold: _Statement, found: _Statement, alike: Callable[[str, str], float]) -> float | None:
    """How well two statements answer each other, 0 to 1.75; None where their wordings have too little in common."""
    words, quote = alike(gold.words, found.words), alike(gold.quote, found.quote)
    if max(words, quote) < _LEAST:
        return None
    return words + 0.5 * quote + 0.25 * (gold.path == found.path)


def _by_length(a: str, b: str) -> float:
    """The most that `alike` can be for texts of these lengths."""
    length = len(a) + len(b)
    return 2.0 * min(len(a), len(b)) / length if length else 1.0


def _by_characters(a: str, b: str) -> float:
    """The most that `alike` can be for texts of these characters."""
    length = len(a) + len(b)
    return 2.0 * (_characters(a) & _characters(b)).total() / length if length else 1.0


_characters = lru_cache(maxsize=4096)(Counter[str])  # a wording is held against many others


# Closer and closer looks at the likeness of two wordings: none gives less than the next, the last is exact.
_LOOKS = (_by_length, _by_characters, alike)


def _rounded(number: Number | None) -> Number | None:
    """The number to six places; a whole number that no float can hold stays as it is."""
    return None if number is None else number if abs(number) > sys.float_info.max else round(float(number), 6)
