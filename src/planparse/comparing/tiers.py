"""How certain it is that two measures correspond, as a probability and as a tier: sure, likely, guess.

A linear model over what sets a pair apart from all other pairs of the same two plans. `make tiers` prints the weights that the pairs in
tests/pairs/building give, and how often each tier is right there; nothing else may change them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import exp, sqrt
from typing import Final, Literal, NamedTuple

Tier = Literal["sure", "likely", "guess"]

# From which chance on a pair is of a tier; what is below them all is none.
TIERS: Final[Mapping[Tier, float]] = {"sure": 0.75, "likely": 0.62, "guess": 0.25}
# More likeness by the rarity of words in official plans says no more.
_MOST_WORDS: Final = 0.25


class Signs(NamedTuple):
    """What speaks for a pair; each is reckoned from both sides, so that it is the same from either."""

    ahead: float
    """By how much it is more alike than the best other pair of either measure; below zero where one is better."""
    of_best: float
    """Its share of the best likeness, on the side where that is more."""
    titles: float
    """The root of how alike the title of the one is to the text of the other, on the side where that is more."""
    words: float
    """How alike both are by the rarity of their words in official plans alone: where two plans have little in common, even the best pair
    is alike in little."""
    runs: float
    """The root of how alike both are by their pairs of characters, those that few measures have more."""
    runs_of_best: float
    """Its share of the best likeness by these, on the side where that is less."""
    answering: float
    """The root of how alike those of their clauses are, added up, of which each is the other's closest in the whole plan: a measure that is
    put into another beside other matters answers this by one clause."""


BASE: Final = -10.09
WEIGHTS: Final = Signs(ahead=2.81, of_best=3.12, titles=3.78, words=6.81, runs=15.41, runs_of_best=1.26, answering=3.98)


def chance(signs: Signs) -> float:
    """The probability that the measures answer each other."""
    odds = BASE + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + exp(-odds))


def tier(chance: float) -> Tier | None:
    """The tier of a pair with this chance; None where that is too little to be shown even as a guess."""
    return next((name for name, least in TIERS.items() if chance >= least), None)


class _Line(NamedTuple):
    """The best likenesses in a row or a column: those of a measure with all of the other plan."""

    best: float
    second: float

    @classmethod
    def of(cls, values: Sequence[float]) -> _Line:
        return cls(*nlargest(2, (*values, 0.0, 0.0)))

    def ahead(self, value: float) -> float:
        return value - (self.second if value == self.best else self.best)

    def of_best(self, value: float) -> float:
        return value / self.best if self.best else 0.0


Likenesses = Sequence[Sequence[float]]
"""How alike the measures of two plans are, by left and right place."""


def signs(
    alike: Likenesses, titles: Likenesses, words: Likenesses, runs: Likenesses, answering: Likenesses
) -> list[list[Signs]]:
    """The signs of all pairs, given how alike they are in all, by their titles, their words, their pairs of characters, and their closest clauses."""
    (rows, columns), (run_rows, run_columns) = (
        ([_Line.of(line) for line in of], [_Line.of(line) for line in zip(*of, strict=True)]) for of in (alike, runs)
    )
    return [
        [
            Signs(
                min(line.ahead(value) for line in (row, column)),
                max(line.of_best(value) for line in (row, column)),
                sqrt(titles[i][j]),
                min(_MOST_WORDS, words[i][j]),
                sqrt(runs[i][j]),
                min(line.of_best(runs[i][j]) for line in (run_rows[i], run_columns[j])),
                sqrt(answering[i][j]),
            )
            for j, (value, column) in enumerate(zip(line, columns, strict=True))
        ]
        for i, (line, row) in enumerate(zip(alike, rows, strict=True))
    ]
