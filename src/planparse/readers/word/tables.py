"""The tables of a Word document as lines: rows of cells parted by tabs, as planparse.parsing.tables.grids reads them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

# What offices print in a cell that holds nothing; a row that begins or ends with a tab would lose a column.
_NOTHING = "—"


class Cell(NamedTuple):
    """A cell: its lines, how many columns it spans, whether it only goes on with the one above, whether it holds a table."""

    lines: tuple[str, ...]
    span: int
    goes_on: bool
    nested: bool


def rows_as_lines(table: Sequence[Sequence[Cell]]) -> list[str]:
    """The lines of a table.

    A cell that spans rows says its words in each, so that each row holds all that is true of it; one that spans columns leaves the
    others blank. A header of two rows becomes one: under a heading that spans columns stand theirs. What only lays out a page, in
    one column or around other tables, is no table, and its paragraphs are lines of their own.
    """
    table = [row for row in table if row]
    if all(len(row) == 1 and row[0].span == 1 for row in table) or any(cell.nested for row in table for cell in row):
        return [line for row in table for cell in row for line in cell.lines]
    rows = _filled(table)
    top = next((at for at, row in enumerate(table) if len(row) > 1), 0)  # behind a title that spans the table
    if _has_two_headers(table[top : top + 2]):
        rows[top : top + 2] = [[lower or upper for upper, lower in zip_longest(*rows[top : top + 2], fillvalue="")]]
    return [_line(row) for row in rows if any(row)]


def _filled(table: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The words of each column in each row."""
    above: dict[int, str] = {}
    rows: list[list[str]] = []
    for cells in table:
        row: list[str] = []
        for cell in cells:
            at = len(row)
            if not cell.goes_on:
                # Two blanks would part paragraphs, and a line end would part the row.
                above[at] = " ".join(" ".join(cell.lines).split())
            row += [above.get(at, ""), *[""] * (cell.span - 1)]
        rows.append(row)
    return rows


def _has_two_headers(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the second row goes on with headings of the first and tells apart what another of them spans."""
    return len(rows) > 1 and any(cell.span > 1 for cell in rows[0]) and any(cell.goes_on for cell in rows[1])


def _line(row: list[str]) -> str:
    if len(row) > 1:
        row = [row[0] or _NOTHING, *row[1:]]
        if not any(row[1:]):
            row[-1] = _NOTHING
    return "\t".join(row)
