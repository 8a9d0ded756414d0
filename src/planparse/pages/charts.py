"""Pictures of numbers: where each bar lies. Across in percent of the picture's width, down in pixels, so that words keep their size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

COLUMN_HEIGHT: Final = 220
"""Of the highest column."""
_WIDEST_COLUMN = 14.0
_SHARE_OF_COLUMN = 0.62


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a column or bar: what it counts, where it begins and how long it is."""

    name: str
    count: int
    at: float
    size: float


@dataclass(frozen=True, slots=True)
class Column:
    """Parts on top of each other; `at` is its middle."""

    label: str
    total: int
    at: float
    width: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Parts one behind the other, in percent."""

    label: str
    total: int
    parts: tuple[Part, ...]


def columns(counts: Mapping[str, Mapping[str, int]]) -> list[Column]:
    """A column a label, a part a name; the highest is COLUMN_HEIGHT pixels high, and parts are measured from the foot."""
    highest = max((sum(parts.values()) for parts in counts.values()), default=1)
    step = 100 / max(len(counts), 1)
    made = []
    for place, (label, parts) in enumerate(counts.items()):
        stacked = _stacked(parts, COLUMN_HEIGHT / highest)
        width = min(step * _SHARE_OF_COLUMN, _WIDEST_COLUMN)
        made.append(Column(label, sum(parts.values()), _rounded(step * (place + 0.5)), _rounded(width), stacked))
    return made


def bars(counts: Mapping[str, Mapping[str, int]], longest: float = 100) -> list[Bar]:
    """A bar a label, a part a name; the longest is as long as said, in percent."""
    most = max((sum(parts.values()) for parts in counts.values()), default=1)
    return [Bar(label, sum(parts.values()), _stacked(parts, longest / max(most, 1))) for label, parts in counts.items()]


def scales(counts: Mapping[str, tuple[int, int]], longest: float = 44) -> list[Bar]:
    """A bar a label that reaches from the middle to the left and to the right; the longest is as long as said, in percent."""
    unit = longest / (max(map(max, counts.values()), default=0) or 1)
    return [
        Bar(
            label,
            left + right,
            (
                Part("left", left, _rounded(50 - left * unit), _rounded(left * unit)),
                Part("right", right, 50, _rounded(right * unit)),
            ),
        )
        for label, (left, right) in counts.items()
    ]


def _stacked(parts: Mapping[str, int], unit: float) -> tuple[Part, ...]:
    made: list[Part] = []
    begin = 0
    for name, count in parts.items():
        if count:
            made.append(Part(name, count, _rounded(begin * unit), _rounded(count * unit)))
            begin += count
    return tuple(made)


def years(found: Sequence[int], most: int = 8) -> list[int]:
    """The years of a time line: with the empty ones between them, unless that makes more than `most`."""
    if not found:
        return []
    whole = list(range(min(found), max(found) + 1))
    return whole if len(whole) <= most else sorted(set(found))


def _rounded(number: float) -> float:
    return round(number, 2)
