"""Converts units to common scales, so that 1250万千瓦 and 10亿千瓦, 90% and 900‰ can be compared.

Numbers are fractions: no rounding makes two equal values differ.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from planparse.language.lexicon import words

# 万吨标准煤/万元 has eight characters; what is far longer is the text of some cell of a table.
_LONGEST_UNIT: Final = 32

THINGS: Final = "things"
"""The dimension of all that is counted and is no person: 个, 家, 所, 项 …"""


@lru_cache(maxsize=4096)
def scale(unit: str) -> tuple[str, Fraction]:
    """The dimension of a unit, and how much of its first unit it is.

    >>> scale("万亩")
    ('area', Fraction(20000000, 3))
    >>> scale("‰")
    ('percent', Fraction(1, 10))
    """
    if len(unit) > _LONGEST_UNIT:
        return unit, Fraction(1)
    if "/" in unit[1:]:
        (over, one), (under, other) = (scale(part) for part in unit.split("/", 1))
        return f"{over}/{under}", one / other
    lexicon = words("scales")
    for dimension, units in lexicon["scales"].items():
        if unit in units:
            return dimension, Fraction(str(units[unit]))
    for prefix, factor in lexicon["prefixes"].items():
        if unit.startswith(prefix) and unit != prefix:
            dimension, one = scale(unit.removeprefix(prefix))
            if dimension != unit.removeprefix(prefix):
                return dimension, one * factor
    return (THINGS if not unit or unit in words("amount_units")["counters"] else unit), Fraction(1)
