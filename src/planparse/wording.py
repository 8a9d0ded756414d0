"""How what was read is put into a few signs for people."""

from __future__ import annotations

from typing import Final

from planparse.model import Target

_SIGNS: Final = {"eq": "", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈", "range": ""}
_DIRECTIONS: Final = {"increase": "↑", "decrease": "↓", None: ""}


def value_words(target: Target) -> str:
    """Sign, number and unit: `≥90%`, `1–3家`, `1:0.55`; the grade, or —, where there is no number."""
    if target.value is None:
        return target.grade or "—"
    number = number_words(target.value)
    if target.value_max is not None:
        number = f"{number}–{number_words(target.value_max)}"
    if target.base is not None:
        number = f"{number_words(target.base)}:{number}"
    frequency = f"{target.frequency} " if target.frequency else ""
    return f"{frequency}{_SIGNS[target.comparator]}{_DIRECTIONS[target.direction]}{number}{target.unit or ''}"


def number_words(value: float) -> str:
    """A number without a needless fraction: 90, 0.55."""
    return str(value).removesuffix(".0")
