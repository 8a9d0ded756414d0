"""The time that the context of a target gives if its own sentence gives none.

A deadline of an earlier sentence does not apply to a target; yet a reader who looks for its year finds it there, in a heading above, or in
the title of the plan.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from planparse.language.dates import Time, find_times
from planparse.language.patterns import Pattern
from planparse.parsing.metadata import FrontMatter
from planparse.parsing.outline import Item
from planparse.text import Folded, Span

# What a title says of the time that its plan is for; a range or an era is a period.
_YEARS = Pattern(
    r"(?P<first>20\d\d)年?[ ]?(?:—{1,2}|至)[ ]?(?P<last>20\d\d)年?",
    reads=("三年行动计划（2023—2025年）", "2021年至2025年规划"),
    leaves=("2023年工作要点",),
)
_YEAR = Pattern(r"(?P<last>20\d\d)年(?!至)", reads=("2023年工作要点", "2023年度计划"), leaves=("三年行动计划",))
_ERA = Pattern("“?十[三四五六]五”?", reads=("“十四五”数字经济发展规划", "十五五规划"), leaves=("五年规划",))
_LINE_END = Pattern("\n", reads=("第一行\n第二行",), leaves=("只有一行",))


class Period(NamedTuple):
    """The first and the last year that a title names, where in it, and whether it says from when to when or a year alone."""

    first: int
    last: int
    start: int
    end: int
    source: Literal["period", "title"]


class Contexts:
    """What the surroundings of each place of a plan say about time."""

    def __init__(self, folded: Folded, head: FrontMatter, times: Sequence[Time]) -> None:
        """`times` are the deadlines of the folded text, in order."""
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(folded))]
        self._times = [time for time in times if time.last is not None and time.kind in ("by", "during", "range")]
        self._title = _of_title(folded[head.plan_start : head.title_end], head.plan_start)

    def of(self, at: int, item: Item | None) -> dict[str, object] | None:
        """The time that the paragraph around an offset gives before it, else a heading above, else the title; `item` holds the offset."""
        begin = self._lines[bisect_right(self._lines, at) - 1]
        if item is not None and item.start < at:
            begin = max(begin, item.start)
        if time := self._last(begin, at):
            return _context(time, "paragraph")
        while item is not None:
            if time := self._last(item.start, item.heading_end):
                return _context(time, "heading")
            item = item.parent
        return self._title

    def _last(self, start: int, end: int) -> Time | None:
        """The last time that stands wholly in a stretch."""
        at = bisect_right(self._times, end, key=lambda time: time.end) - 1
        return self._times[at] if at >= 0 and self._times[at].start >= start else None


def _context(time: Time, source: str) -> dict[str, object]:
    return {"date": time.last, "from": source, "span": Span(time.start, time.end)}


def period_of(title: str) -> Period | None:
    """The years that the title of a plan names: 2023—2025年, 2024年工作要点, “十四五”规划."""
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


def _of_title(title: str, start: int) -> dict[str, object] | None:
    if (period := period_of(title)) is None:
        return None
    span = Span(start + period.start, start + period.end)
    return {"date": date(period.last, 12, 31), "from": period.source, "span": span}
