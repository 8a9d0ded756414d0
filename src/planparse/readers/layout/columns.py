"""Pages set in two columns: the glyphs of the left one are read before those of the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from planparse.readers.layout.lines import Glyph, Line, lines_of, rows_of

_FEWEST_ROWS = 8
_MOST_ACROSS = 0.25  # of the rows of a page, what runs over the gutter: a title, a head, a page number
_FOOT_ROWS = 2  # a page number and a foot stand in the midst of the gutter
_FEWEST_BESIDE = 0.4  # of the rows, those that stand in both columns
_FILLED = 0.7  # of the width of a column, what most rows fill
_NARROWEST = 1.0  # ems; a gutter
_BIN = 100
_NEAR_EDGE = 0.3  # of the width of the text, in which no gutter is


class Columns:
    """The columns of a document's pages, which are asked for one after the other.

    A page that does not show its columns, such as a last one, has those of the page before where hardly anything runs over their
    gutter.
    """

    def __init__(self) -> None:
        self._gutter: int | None = None

    def lines_of(self, glyphs: Sequence[Glyph]) -> list[Line]:
        """The lines of a page in the order in which one reads them, each with its column: 1 and 2, or 0 where it runs over both."""
        plain = (glyph for glyph in glyphs if not glyph.character.isspace())
        rows = [sorted(row, key=lambda glyph: glyph.x) for row in rows_of(plain)]
        self._gutter = _gutter(rows) or self._gutter
        if self._gutter is None or not _keeps_to(rows, self._gutter):
            return [*lines_of(glyphs)]
        return [*_lines(rows, self._gutter)]


def _keeps_to(rows: Sequence[Sequence[Glyph]], gutter: int) -> bool:
    """Whether hardly any row runs over a gutter."""
    return sum(_is_across(row, gutter) for row in rows) <= max(_FOOT_ROWS, len(rows) * _MOST_ACROSS)


def _lines(rows: Sequence[list[Glyph]], gutter: int) -> Iterator[Line]:
    for is_across, run in groupby(rows, key=lambda row: _is_across(row, gutter)):
        glyphs = [glyph for row in run for glyph in row]
        if is_across:
            yield from lines_of(glyphs)
        else:
            yield from _of_columns([g for g in glyphs if g.x < gutter], [g for g in glyphs if g.x >= gutter])


def _of_columns(left: Sequence[Glyph], right: Sequence[Glyph]) -> Iterator[Line]:
    for number, column in ((1, left), (2, right)):
        yield from (line._replace(column=number) for line in lines_of(column))


def _gutter(rows: Sequence[Sequence[Glyph]]) -> int | None:
    """Where the second column begins, less half of the room before it; None where there is but one."""
    if len(rows) < _FEWEST_ROWS:
        return None
    left, right = min(row[0].x for row in rows), max(row[-1].right for row in rows)
    covered = [0] * ((right - left) // _BIN + 2)
    for row in rows:
        begin = stop = row[0].x
        for glyph in row:
            if glyph.x - stop > glyph.size:
                _cover(covered, (begin - left) // _BIN, (stop - left) // _BIN)
                begin = glyph.x
            stop = max(stop, glyph.right)
        _cover(covered, (begin - left) // _BIN, (stop - left) // _BIN)
    over = 0
    counts = [over := over + change for change in covered]
    inner = range(round(len(counts) * _NEAR_EDGE), round(len(counts) * (1 - _NEAR_EDGE)))
    most = min((counts[at] for at in inner), default=len(rows)) + _FOOT_ROWS
    if most > max(len(rows) * _MOST_ACROSS, _FOOT_ROWS):
        return None
    free = max((list(run) for is_free, run in groupby(inner, lambda at: counts[at] <= most) if is_free), key=len)
    gutter = left + _BIN * free[len(free) // 2]
    parts = [
        ([glyph for glyph in row if glyph.x < gutter], [glyph for glyph in row if glyph.x >= gutter])
        for row in rows
        if not _is_across(row, gutter)
    ]
    both = [(before, after) for before, after in parts if before and after]
    if len(both) < max(_FEWEST_BESIDE * len(rows), _FEWEST_ROWS // 2):
        return None
    rooms = [(after[0].x - before[-1].right) / after[0].size for before, after in both if after[0].size]
    widths = [(before[-1].right - left, right - after[0].x) for before, after in both]
    ends = [(before[-1].right - before[0].x, after[-1].right - after[0].x) for before, after in both]
    filled = all(median(end[side] for end in ends) >= _FILLED * max(width[side] for width in widths) for side in (0, 1))
    return gutter if filled and rooms and median(rooms) >= _NARROWEST else None


def _cover(covered: list[int], begin: int, stop: int) -> None:
    covered[begin] += 1
    covered[stop + 1 if stop + 1 < len(covered) else stop] -= 1


def _is_across(row: Sequence[Glyph], gutter: int) -> bool:
    """Whether a row runs over the gutter: a glyph stands on it, or no room for one is left around it."""
    before = max((glyph.right for glyph in row if glyph.x < gutter), default=None)
    after = min((glyph.x for glyph in row if glyph.x >= gutter), default=None)
    if before is not None and before > gutter:
        return True
    return before is not None and after is not None and after - before < row[0].size * _NARROWEST
