"""Values as people read them: in trees and tables, on pages."""

from __future__ import annotations

from typing import Final

from planparse.labels import Language, worded
from planparse.model import Target

_SILENT: Final = ("eq", "range")  # 3家 says by itself that it is three, and 1–3家 that it is a range


def value_words(target: Target) -> str:
    """Sign, number and unit: `≥90%`, `1–3家`, `1:0.55`, `≥四级乙等`; the same in every language.

    Before them stand how often and per what, unless the indicator says that: `每年 922人次`, `每县 ≥1家`.
    """
    sign = "" if target.comparator in _SILENT else worded("comparator", target.comparator, "zh")
    arrow = worded("direction", target.direction, "zh")
    if target.value is None:
        return f"{sign}{target.grade}" if target.grade else arrow or "—"
    amount = number_words(target.value)
    if target.value_max is not None:
        amount = f"{amount}–{number_words(target.value_max)}"
    if target.base is not None:
        amount = f"{number_words(target.base)}:{amount}"
    per = target.per if target.per and target.per not in target.indicator else None
    return " ".join(filter(None, (target.frequency, per, f"{sign}{arrow}{amount}{target.unit or ''}")))


def promise_words(target: Target, language: Language) -> str:
    """The value with the last day, where one is printed: `≥90%（2025-12-31）`, in English `≥90% (2025-12-31)`."""
    if target.due is None:
        return value_words(target)
    return f"{value_words(target)}{f'（{target.due}）' if language == 'zh' else f' ({target.due})'}"


def confidence_words(target: Target) -> str:
    """The confidence of a target, with two digits: `0.90`; empty if unknown."""
    return "" if target.confidence is None else f"{target.confidence:.2f}"


def number_words(value: float) -> str:
    """The number without a fraction that is none: 3.0 is 3.

    >>> number_words(3.0), number_words(0.55)
    ('3', '0.55')
    """
    return str(value).removesuffix(".0")
