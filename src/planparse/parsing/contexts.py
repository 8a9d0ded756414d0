"""The time that the context of a target gives if its own sentence gives none.

A deadline of an earlier sentence does not apply to a target; yet a reader who looks for its year finds it there, in a heading above, or in
the title of the plan.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from planparse.language.dates import Time
from planparse.language.patterns import Pattern
from planparse.parsing.metadata import FrontMatter
from planparse.parsing.outline.items import Item
from planparse.parsing.periods import period_of
from planparse.text import Folded, Span

_LINE_END = Pattern("\n", reads=("第一行\n第二行",), leaves=("只有一行",))


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


def _of_title(title: str, start: int) -> dict[str, object] | None:
    if (period := period_of(title)) is None:
        return None
    span = Span(start + period.start, start + period.end)
    return {"date": date(period.last, 12, 31), "from": period.source, "span": span}
