"""Figures held against their bounds."""

from __future__ import annotations

import sys
from collections.abc import Iterable

Row = tuple[str, float, float, str]
"""What it is, the figure, its bound, and whether that is what it must be `at most` or `at least`."""


def status(rows: Iterable[Row]) -> int:
    """Print every figure with its bound; the exit status, which is 1 with --check where a bound is missed."""
    missed = 0
    for what, figure, bound, sense in rows:
        holds = figure <= bound if sense == "at most" else figure >= bound
        missed += not holds
        print(f"{figure:6.2f}  {sense} {bound:<4}  {'ok  ' if holds else 'MISS'}  {what}")
    return 1 if missed and "--check" in sys.argv else 0
