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
# As if each measure had been held against so many more, of which it is as like as measures of two plans mostly are: the mean and the
# spread of a few likenesses say little.
_MORE, _MEAN, _SPREAD = 10, 0.03, 0.04


class Signs(NamedTuple):
    """What speaks for a pair; each is reckoned from both sides, so that it is the same from either."""

    deviations: float
    """How many standard deviations it is more alike than the mean, on the side where that is more."""
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


BASE: Final = -6.74
WEIGHTS: Final = Signs(deviations=0.37, ahead=5.13, of_best=3.88, clause_rank=0.68, titles=2.53, runs=19.08)


def chance(signs: Signs) -> float:
    """The probability that the measures answer each other."""
    odds = BASE + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + exp(-odds))


def tier(chance: float) -> Tier | None:
    """The tier of a pair with this chance; None where that is too little to be shown even as a guess."""
    return next((name for name, least in TIERS.items() if chance >= least), None)


class _Line(NamedTuple):
    """What is ordinary in a row or a column of likenesses: that of a measure with all of the other plan."""

    mean: float
    spread: float
    best: float
    second: float

    @classmethod
    def of(cls, values: Sequence[float]) -> _Line:
        best, second = nlargest(2, (*values, 0.0, 0.0))
        many = len(values) + _MORE
        mean = (sum(values) + _MORE * _MEAN) / many
        variance = sum((value - mean) ** 2 for value in values) + _MORE * ((_MEAN - mean) ** 2 + _SPREAD**2)
        return cls(mean, sqrt(variance / many), best, second)

    def ahead(self, value: float) -> float:
        return value - (self.second if value == self.best else self.best)

    def of_best(self, value: float) -> float:
        return value / self.best if self.best else 0.0


def signs(
    alike: Sequence[Sequence[float]],
    clauses: Sequence[Sequence[float]],
    titles: Sequence[Sequence[float]],
    runs: Sequence[Sequence[float]],
) -> list[list[Signs]]:
    """The signs of all pairs, given how alike they are by their words, their closest clauses, their titles, and their runs of characters."""
    rows, columns = [_Line.of(line) for line in alike], [_Line.of(line) for line in zip(*alike, strict=True)]
    ranks = [_ranks(line) for line in clauses], [_ranks(line) for line in zip(*clauses, strict=True)]
    return [
        [
            Signs(
                max((value - line.mean) / line.spread for line in (row, column)),
                min(line.ahead(value) for line in (row, column)),
                max(line.of_best(value) for line in (row, column)),
                -log1p(max(ranks[0][i][j], ranks[1][j][i])),
                sqrt(titles[i][j]),
                sqrt(runs[i][j]),
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
