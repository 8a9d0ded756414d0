"""Tables whose cells stand apart by blanks, as they come out of a page that was copied: each row gets tabs between its cells.

A header tells that there is one, by what its words head; a line below is a row of it where it falls into as many cells. Blanks inside
a cell are told from those between cells by their width, or by what a number and its unit are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.language.amounts import UNITS
from planparse.language.patterns import Pattern
from planparse.parsing.tables.grids import is_header
from planparse.parsing.tables.headings import FEWEST_COLUMNS, MOST_COLUMNS
from planparse.text import line_end

Edit = tuple[int, int, str]
Cell = tuple[int, int]

_BLANKS = " \u3000\xa0"
_WORD = Pattern(rf"[^{_BLANKS}\t\n]+", reads=("指标 目标值",), leaves=("\u3000",))
# One blank may stand inside a cell; several, or one of full width, stand between two.
_APART = Pattern(rf"[^{_BLANKS}\t\n]+(?:[ \xa0][^{_BLANKS}\t\n]+)*", reads=("建设 中心   5个",), leaves=("\u3000",))
_UNITS = frozenset(UNITS)
_NUMBER = Pattern(r"[≥≤><＞＜]?\d[\d.,]*", reads=("38.5", "≥38"), leaves=("38%", "指标"), by="fullmatch")
_VALUE = Pattern(r"\d|[—－-]{1,2}", reads=("≥38", "—"), leaves=("完善机制",))
_LONGEST_ROW, _LONGEST_HEADER = 200, 90  # characters of cells
_LONGEST_LINE = 800  # with the blanks that align them
_SENTENCE = "。；"


def part_spaced_tables(text: str) -> Iterator[Edit]:
    """What puts a tab between the cells of each row of such tables, in order."""
    start = 0
    while start < len(text):
        end = line_end(text, start)
        cells = _header(text, start, end)
        if not cells:
            start = end + 1
            continue
        rows = [cells]
        at = end + 1
        while at < len(text):
            below = line_end(text, at)
            if text[at:below].strip(_BLANKS):
                row = _row(text, at, below, len(cells))
                if not row:
                    break
                rows.append(row)
            at = below + 1
        if len(rows) > 1 and any(_VALUE.search(text, a, b) for row in rows[1:] for a, b in row[1:]):
            for row in rows:
                yield from ((a, b, "\t") for (_, a), (b, _) in pairwise(row))
        start = at


def _header(text: str, start: int, end: int) -> list[Cell]:
    """The headings of a line, where they head a table that can be read; none where they do not."""
    if end - start > _LONGEST_LINE or text.find("\t", start, end) >= 0 or text.find("|", start, end) >= 0:
        return []
    if sum(map(text[start:end].strip(_BLANKS).count, _BLANKS)) < FEWEST_COLUMNS:
        return []  # like most lines
    cells = [word.span() for word in _WORD.finditer(text, start, end)]
    if sum(b - a for a, b in cells) > _LONGEST_HEADER:
        return []
    if not FEWEST_COLUMNS < len(cells) <= MOST_COLUMNS or not is_header("\t".join(text[a:b] for a, b in cells), wider=True):
        return []
    return cells


def _row(text: str, start: int, end: int, width: int) -> list[Cell]:
    """The cells of a line, where they are as many as the table has columns; none where they are not."""
    if end - start > _LONGEST_LINE or text.find("\t", start, end) >= 0 or text[end - 1] in _SENTENCE:
        return []
    for pattern in (_APART, _WORD):
        cells = [word.span() for word in pattern.finditer(text, start, end)]
        if sum(b - a for a, b in cells) > _LONGEST_ROW:
            return []
        if len(cells) == width:
            return cells
    joined: list[Cell] = []
    for a, b in cells:
        if joined and text[a:b] in _UNITS and _NUMBER.fullmatch(text, *joined[-1]):
            joined[-1] = joined[-1][0], b  # 12 个
        else:
            joined.append((a, b))
    return joined if len(joined) == width else []
