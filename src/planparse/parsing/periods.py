"""The years that the title of a plan or of a table names: 2023—2025年, 2024年工作要点, “十四五”规划."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from planparse.language.dates import find_times
from planparse.language.folding import fold
from planparse.language.patterns import Pattern

# What a title says of the time that its plan is for; a range or an era is a period.
_YEARS = Pattern(
    r"(?P<first>20\d\d)年?[ ]?(?:—{1,2}|至)[ ]?(?P<last>20\d\d)年?",
    reads=("三年行动计划（2023—2025年）", "2021年至2025年规划"),
    leaves=("2023年工作要点",),
)
_YEAR = Pattern(r"(?P<last>20\d\d)年(?!至)", reads=("2023年工作要点", "2023年度计划"), leaves=("三年行动计划",))
_ERA = Pattern("“?十[三四五六]五”?", reads=("“十四五”数字经济发展规划", "十五五规划"), leaves=("五年规划",))


class Period(NamedTuple):
    """The first and the last year that a title names, where in it, and whether it says from when to when or a year alone."""

    first: int
    last: int
    start: int
    end: int
    source: Literal["period", "title"]


def period_of(title: str) -> Period | None:
    """The years that the title of a plan names, whatever the width of its digits: 2023—2025年, 2024年工作要点, “十四五”规划."""
    title = fold(title)
    if match := _YEARS.search(title):
        return Period(int(match["first"]), int(match["last"]), *match.span(), "period")
    if match := _YEAR.search(title):
        return Period(int(match["last"]), int(match["last"]), *match.span(), "title")
    if match := _ERA.search(title):
        era = next(find_times(match.group() + "期间"))
        if era.first and era.last:
            return Period(era.first.year, era.last.year, *match.span(), "period")
    return None


def year_meant(period: Period | None, issued_on: date | None) -> int | None:
    """The year that 年内 and 6月底前 mean: the only one that the title names, or that of issue."""
    if period and period.first == period.last:
        return period.last
    return issued_on.year if issued_on else None
