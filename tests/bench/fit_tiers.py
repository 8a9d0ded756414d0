"""Fit the weights by which pairs of measures are weighed to pairs that readers aligned, and print them for comparing/tiers.py.

    python tests/bench/fit_tiers.py ../shared/corpus

The pairs are those of tests/pairs/building and of the two sample plans; what an alignment calls optional is left out. The precision and
the recall of the tiers that it prints were foretold of each two plans by weights fitted to all others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import yaml

import pairs
import planparse
import score_diff
from fit_confidence import solved
from planparse.comparing.measures import Held
from planparse.comparing.tiers import TIERS, Signs

# How strongly weights, of signs brought to one scale, are drawn towards zero.
RIDGE = 1.0


class Sample(NamedTuple):
    """A pair of measures: of which two plans, what speaks for it, and whether they answer each other."""

    plans: str
    signs: tuple[float, ...]
    right: bool


def samples(corpus: Path) -> Iterator[Sample]:
    """All pairs of measures of the plans that alignments for building name."""
    for gold in pairs.golds("building"):
        left, right = map(planparse.extract, pairs.plans_of(gold, corpus))
        entries = yaml.safe_load(gold.read_text("utf-8"))["measures"]
        answers, spared = (score_diff.pairs_of(entries, optional) for optional in (False, True))
        for one, row in zip(left.measures, Held.of(left, right).signs, strict=True):
            for other, signs in zip(right.measures, row, strict=True):
                paths = score_diff.norm(one.path), score_diff.norm(other.path)
                if paths in answers or paths not in spared:
                    yield Sample(gold.name, signs, paths in answers)


class Model(NamedTuple):
    """Log odds without a sign, and what each sign adds."""

    base: float
    weights: tuple[float, ...]

    def of(self, signs: Sequence[float]) -> float:
        """The probability that the measures of a pair answer each other."""
        return 1 / (1 + exp(-self.base - sum(weight * sign for weight, sign in zip(self.weights, signs, strict=True))))


def fit(known: Sequence[Sample]) -> Model:
    """The weights under which the alignments are likeliest, drawn towards zero: Newton's steps on the penalised likelihood."""
    columns = [*zip(*(one.signs for one in known), strict=True)]
    means = [sum(column) / len(column) for column in columns]
    scales = [
        sqrt(sum((sign - mean) ** 2 for sign in column) / len(column)) or 1
        for column, mean in zip(columns, means, strict=True)
    ]
    rows = [
        ((1.0, *((sign - mean) / scale for sign, mean, scale in zip(one.signs, means, scales, strict=True))), one.right)
        for one in known
    ]
    size = len(columns) + 1
    beta = [0.0] * size
    for _ in range(20):
        gradient = [0.0, *(-RIDGE * value for value in beta[1:])]
        hessian = [[RIDGE if i == j and i else 0.0 for j in range(size)] for i in range(size)]
        for signs, right in rows:
            share = 1 / (1 + exp(-sum(value * sign for value, sign in zip(beta, signs, strict=True))))
            for i, sign in enumerate(signs):
                gradient[i] += (right - share) * sign
                for j, other in enumerate(signs):
                    hessian[i][j] += share * (1 - share) * sign * other
        step = solved(hessian, gradient)
        beta = [value + by for value, by in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    weights = tuple(value / scale for value, scale in zip(beta[1:], scales, strict=True))
    return Model(beta[0] - sum(weight * mean for weight, mean in zip(weights, means, strict=True)), weights)


def foretold(known: Sequence[Sample]) -> Iterator[tuple[Sample, float]]:
    """Each pair with what a model of all other plans says of it."""
    for plans in dict.fromkeys(one.plans for one in known):
        model = fit([one for one in known if one.plans != plans])
        yield from ((one, model.of(one.signs)) for one in known if one.plans == plans)


def main(corpus: str) -> None:
    """Fit, print the weights, and how well weights fitted to other plans foretell."""
    known = [*samples(Path(corpus))]
    model = fit(known)
    print(f"BASE: Final = {model.base:.2f}")
    print(
        f"WEIGHTS: Final = Signs({', '.join(f'{name}={weight:.2f}' for name, weight in zip(Signs._fields, model.weights, strict=True))})"
    )
    said = [*foretold(known)]
    answers = sum(one.right for one, _ in said)
    for name, least in TIERS.items():
        right = [one.right for one, share in said if share >= least]
        print(f"{name} and surer, from {least}: precision {sum(right) / len(right):.3f}, recall {sum(right) / answers:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
