"""How certain it is that two measures of different plans are on one theme, as a probability.

A linear model over what two measures have in common. `make themes OPTIONS=--fit` prints the weights that the plans labelled by reading
give; nothing else may change them.
"""

from __future__ import annotations

from math import exp
from typing import Final, NamedTuple


class Signs(NamedTuple):
    """What speaks for two measures; each is the same from either side."""

    standing_out: float
    """The root of how alike they are, the less the more that either is like another measure of the plan of the other."""
    names: float
    """How alike the words are that name them."""
    rest: float
    """The root of how alike they are without what both names say."""
    instruments: float
    """How many instruments only one of the names says, up to two."""


BASE: Final = -5.28
WEIGHTS: Final = Signs(standing_out=9.89, names=4.16, rest=4.23, instruments=-0.98)

# How much names and rest have to say of the same at least: where either says more, less of the other is enough. 营造创新生态 names many
# things, and a measure on legal help may say at its beginning what another is on.
_BORNE_OUT: Final = ((0.85, 0.1), (0.65, 0.25), (0.35, 0.3), (0.2, 0.4), (0.0, 0.7))


def chance(signs: Signs) -> float:
    """The probability that the measures are on one theme."""
    odds = BASE + sum(weight * value for weight, value in zip(WEIGHTS, signs, strict=True))
    return 1 / (1 + exp(-odds))


def borne_out(signs: Signs) -> bool:
    """Whether what the names say is borne out by the rest, and what the rest says by the names."""
    return any(signs.names >= names and signs.rest >= rest for names, rest in _BORNE_OUT)
