"""95 % intervals: Wilson's for a share of single things, a bootstrap over documents for figures of whole documents."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil, sqrt
from typing import TypeVar

Interval = tuple[float, float]
Part = TypeVar("Part")

_Z = 1.959964  # standard deviations on either side that hold 95 %
_RESAMPLES = 1000
_SEED = 20261128  # fixed: the same run has the same intervals


def wilson(right: int, total: int) -> Interval | None:
    """The interval of a share of things that are independent of each other; None of nothing.

    >>> [round(end, 3) for end in wilson(9, 10)]
    [0.596, 0.982]
    """
    if not total:
        return None
    share, z2 = right / total, _Z * _Z / total
    middle, reach = share + z2 / 2, _Z * sqrt(share * (1 - share) / total + z2 / (4 * total))
    return max(0.0, (middle - reach) / (1 + z2)), min(1.0, (middle + reach) / (1 + z2))


def bootstrapped(documents: Sequence[Part], figure: Callable[[Sequence[Part]], float | None]) -> Interval | None:
    """The interval of a figure of documents, drawn again and again with replacement: numbers of one document fail together.

    None where there are too few documents to tell, or the figure is None for all that is drawn.
    """
    if len(documents) < 2:
        return None
    drawn = (figure([documents[at] for at in sample]) for sample in _samples(len(documents)))
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return None
    return values[int(0.025 * len(values))], values[ceil(0.975 * len(values)) - 1]


@lru_cache(maxsize=4)  # each figure of a run is reckoned of the same samples
def _samples(number: int) -> tuple[list[int], ...]:
    """Which documents of so many are drawn, each time."""
    draw = random.Random(_SEED)  # noqa: S311 - no secret
    return tuple(draw.choices(range(number), k=number) for _ in range(_RESAMPLES))
