"""How certain it is that two measures correspond, as a probability and as a tier: sure, likely, guess.

A linear model over what sets a pair apart from all other pairs of the same two plans. `make tiers` prints the weights that the pairs in
tests/pairs/building give, and how often each tier is right there; nothing else may change them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import exp, log1p, sqrt
from typing import Final, Literal, NamedTuple

Tier = Literal["sure", "likely", "guess"]

# From which chance on a pair is of a tier; what is below them all is none.
TIERS: Final[Mapping[Tier, float]] = {"sure": 0.75, "likely": 0.6, "guess": 0.25}
# More likeness by the rarity of words in official plans says no more.
_MOST_WORDS: Final = 0.25


class Signs(NamedTuple):
    """What speaks for a pair; each is reckoned from both sides, so that it is the same from either."""

    ahead: float
    """By how much it is more alike than the best other pair of either measure; below zero where one is better."""
    of_best: float
    """Its share of the best likeness, on the side where that is more."""
    clause_rank: float
    """How far up it stands among the pairs of either measure by the likeness of their closest clauses, on the worse side: 0 is first."""
    titles: float
    """The root of how alike the title of the one is to the text of the other, on the side where that is more."""
    runs: float
    """The root of the share of runs of three characters that both have, by their rarity in the two plans."""
    words: float
    """How alike both are by the rarity of their words in official plans alone: where two plans have little in common, even the best pair
    is alike in little."""


BASE: Final = -6.87
WEIGHTS: Final = Signs(ahead=4.33, of_best=3.68, clause_rank=0.80, titles=2.99, runs=16.90, words=5.73)


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
    alike: Likenesses, clauses: Likenesses, titles: Likenesses, runs: Likenesses, words: Likenesses
) -> list[list[Signs]]:
    """The signs of all pairs, given how alike they are in all, by their closest clauses, their titles, their runs of characters, their words."""
    rows, columns = [_Line.of(line) for line in alike], [_Line.of(line) for line in zip(*alike, strict=True)]
    ranks = [_ranks(line) for line in clauses], [_ranks(line) for line in zip(*clauses, strict=True)]
    return [
        [
            Signs(
                min(line.ahead(value) for line in (row, column)),
                max(line.of_best(value) for line in (row, column)),
                -log1p(max(ranks[0][i][j], ranks[1][j][i])),
                sqrt(titles[i][j]),
                sqrt(runs[i][j]),
                min(_MOST_WORDS, words[i][j]),
            )
            for j, (value, column) in enumerate(zip(line, columns, strict=True))
        ]
        for i, (line, row) in enumerate(zip(alike, rows, strict=True))
    ]


def _ranks(values: Sequence[float]) -> list[int]:
    """How many of the others are more."""
    order = sorted(values, reverse=True)
    first: dict[float, int] = {}
    for at, value in enumerate(order):
        first.setdefault(value, at)
    return [first[value] for value in values]
