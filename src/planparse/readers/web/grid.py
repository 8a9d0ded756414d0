"""Merged cells resolved: a table becomes rows that all have as many cells as the table has columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

# The cells of plans' tables merge a few columns and some hundred rows; a longer text stands once, in its first row.
_MOST_COLUMNS = 60
_LONGEST_REPEATED = 400
_MOST_HEADER_ROWS = 3
_YEAR = re.compile(r"(?:19|20)\d\d年?")
# Stands for an empty cell at either end of a row, where blanks would be lost.
EMPTY = "—"


class Cell(NamedTuple):
    """A cell and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def rows_of(table: Iterable[Sequence[Cell]]) -> Iterator[list[str]]:
    """The rows of a table, one by one: what covers several rows is said in each, what covers several columns in the first.

    The rows of a header become one: 目标 over 2025年 and 2027年 gives 2025年目标 and 2027年目标, 责任单位 over 牵头单位 gives 牵头单位.

    >>> [*rows_of([[Cell("任务", rows=2), Cell("责任单位", columns=2)], [Cell("牵头单位"), Cell("配合单位")]])]
    [['任务', '牵头单位', '配合单位']]
    """
    header: list[list[str]] = []
    covered: dict[int, Cell] = {}
    left = 0  # rows of the header that are still to come
    for number, row in enumerate(table):
        if not number and any(cell.columns > 1 for cell in row):
            left = min(max((cell.rows for cell in row), default=1), _MOST_HEADER_ROWS)
        cells = _laid_out(row, covered, repeat=left > 0)
        if left:
            header.append(cells)
            left -= 1
            if not left:
                yield _joined(header)
        else:
            yield cells
    if left:
        yield _joined(header)


def as_line(cells: Sequence[str]) -> str:
    """A row as a line of cells parted by tabs; empty where all of them are."""
    if not any(cells):
        return ""
    return "\t".join((cells[0] or EMPTY, *cells[1:-1], cells[-1] or EMPTY)) if len(cells) > 1 else cells[0]


def _laid_out(row: Sequence[Cell], covered: dict[int, Cell], *, repeat: bool) -> list[str]:
    """The cells of a row at their columns; `covered` holds, by column, what reaches down from rows above."""
    cells: list[str] = []
    waiting = iter(row)
    while len(cells) < _MOST_COLUMNS:
        at = len(cells)
        if above := covered.pop(at, None):
            cells.append(above.text)
            if above.rows > 1:
                covered[at] = above._replace(rows=above.rows - 1)
            continue
        cell = next(waiting, None)
        if cell is None:
            if not covered or at > max(covered):
                break
            cells.append("")
            continue
        for offset in range(min(cell.columns, _MOST_COLUMNS - at)):
            text = cell.text if repeat or not offset else ""
            cells.append(text)
            if cell.rows > 1:
                covered[at + offset] = Cell(text if len(text) <= _LONGEST_REPEATED else "", rows=cell.rows - 1)
    return cells


def _joined(header: Sequence[Sequence[str]]) -> list[str]:
    """One heading a column: the lowest, behind a year also what stands above it."""
    width = max(map(len, header))
    headings: list[str] = []
    for at in range(width):
        said = [*dict.fromkeys(row[at] for row in header if at < len(row) and row[at])]
        lowest = said[-1] if said else ""
        headings.append(lowest + said[-2] if len(said) > 1 and _YEAR.fullmatch(lowest) else lowest)
    return headings
