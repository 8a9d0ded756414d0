"""How much stricter one target is than another: in percentage points between rates, else in percent."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from planparse.comparing.scales import bar, every, less_is_better
from planparse.language.indicators import Register, register
from planparse.model import Number, Target

DistanceUnit = Literal["points", "percent"]
Distance = Annotated[
    Number | None,
    Field(description="How much stricter the later target is; negative if it is less strict; null if unknown."),
]
InUnit = Annotated[
    DistanceUnit | None,
    Field(description="points: 百分点 between two rates; percent: of the first value; null if unknown."),
]


class Apart(NamedTuple):
    """A distance and its unit."""

    distance: float | None
    unit: DistanceUnit | None


def distance(first: Target, second: Target, indicators: Register | None = None) -> Apart:
    """How much harder the second bar is than the first; nothing of places in an order and on official scales."""
    one, other = bar(first), bar(second)
    if one is None or other is None or one.dimension in {"rank", "grade"}:
        return Apart(None, None)
    known = indicators or register()
    sign = -1 if less_is_better(first, known) or less_is_better(second, known) else 1
    low = one.low * (every(second) or Fraction(1)) / (every(first) or Fraction(1))
    if one.dimension.removeprefix("change ") in {"percent", "percentage points"}:
        return Apart(_rounded(sign * (other.low - low)), "points")
    if not low:
        return Apart(None, None)
    return Apart(_rounded(sign * (other.low - low) / abs(low) * 100), "percent")


def _rounded(number: Fraction) -> float:
    return round(float(number), 2) + 0.0  # no -0.0
