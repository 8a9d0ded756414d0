"""A reading that may say a norm, and the words around its number by which that is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from planparse.language.compiling import needed
from planparse.language.patterns import Pattern
from planparse.parsing.targets.readings import Clause, Reading
from planparse.text import Painted

# The rules that say what there is of a thing, without a verb: 总投资18亿元.
DESCRIBES = frozenset(("comes_to", "stands_at"))
LOOKED_BACK = 60  # characters before a clause, or a number, that may still tell what it is
FARTHEST = 120  # and no norm looks farther back


class Case(NamedTuple):
    """A reading that may say a norm, and where it stands."""

    text: str
    painted: Painted
    clause: Clause
    reading: Reading
    number: re.Match[str] | None  # the paint of the number, its bound included

    @property
    def ahead(self) -> str:
        """The words of the clause before the number."""
        return self.text[self.clause.start : self.reading.at]

    def has_ahead(self, pattern: Pattern) -> bool:
        """Whether the pattern is found in the words of the clause before the number."""
        return pattern.search(self.text, self.clause.start, self.reading.at) is not None

    def has_before_clause(self, pattern: Pattern) -> bool:
        """Whether the pattern is found in the words right before the clause."""
        begin = self.clause.start
        return pattern.search(self.text, max(0, begin - LOOKED_BACK), begin) is not None

    def is_printed_as(self, pattern: Pattern) -> bool:
        """Whether the number, with its bound and unit, is of the pattern from end to end."""
        return self.number is not None and pattern.fullmatch(self.text, self.reading.at, self.number.end()) is not None

    def goes_on_with(self, pattern: Pattern) -> bool:
        """Whether the pattern matches right behind the number, in the same clause."""
        return self.number is not None and pattern.match(self.text, self.number.end(), self.clause.end) is not None

    def sentence_start(self, before: int, farthest: int) -> int:
        """Where the sentence of an offset begins, or `farthest` characters before it."""
        text, floor = self.text, max(0, before - farthest)
        for mark in "。；\n":
            floor = max(floor, text.rfind(mark, floor, before) + 1)
        return floor


Norm = Callable[[Case], bool]
_TOLD_BY: dict[Norm, tuple[Pattern, ...]] = {}


def told_by(*patterns: Pattern) -> Callable[[Norm], Norm]:
    """Says of a norm that one of the patterns tells it, in the name or in the words from `FARTHEST` before the clause to its end.

    It is asked only where the characters stand that they need. One of which nothing is said is always asked, which is right but slow.
    """

    def tell(norm: Norm) -> Norm:
        _TOLD_BY[norm] = patterns
        return norm

    return tell


def needs_of(norm: Norm) -> frozenset[str]:
    """The characters of which one stands in all that a norm is told by; empty where nothing is known of that."""
    needs = [needed(pattern.regex) for pattern in _TOLD_BY.get(norm, ())]
    return frozenset[str]().union(*needs) if all(needs) else frozenset()
