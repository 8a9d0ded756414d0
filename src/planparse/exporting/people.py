"""What of a table goes into the forms for people: its layout carried out, values in words, notes on what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from planparse.exporting.tables import Cell, Table
from planparse.labels import Language, note, worded


class Line(NamedTuple):
    """A line of a cell: its words, and the field and value that they stand for, by which a form may colour it."""

    words: str
    field: str
    value: Cell


@dataclass(frozen=True, slots=True)
class View:
    """A table for people: names of columns, their headings, rows with the lines of each cell, and notes to stand below."""

    columns: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Sequence[Line]]]
    notes: Sequence[str]


def view(table: Table, language: Language, *, everything: bool) -> View:
    """The table as its layout has it, without the rows that people are spared unless they ask for everything."""
    columns = table.layout.columns or {name: [[name]] for name in table.columns}
    spared = {} if everything else table.layout.spared
    left_out = {at for rows in spared.values() for at in rows}
    rows = [
        [[*_lines(dict(zip(table.columns, row, strict=True)), lines, language)] for lines in columns.values()]
        for at, row in enumerate(table.rows)
        if at not in left_out
    ]
    notes = [] if table.rows else [note("none", language)]
    notes += [note(name, language, len(rows)) for name, rows in spared.items() if rows]
    return View([*columns], [table.heading_of(name, language) for name in columns], rows, notes)


def chosen(tables: Iterable[Table], parts: Sequence[str], *, for_people: bool) -> list[Table]:
    """The tables of these names; where no name is given, all, or for people those that are not aside."""
    return [table for table in tables if (table.name in parts if parts else not (for_people and table.layout.aside))]


def _lines(row: Mapping[str, Cell], lines: Iterable[Sequence[str]], language: Language) -> Iterator[Line]:
    """The lines of a cell. Where the columns beside each other have several lines, the first stand by the first."""
    for beside in lines:
        shown = (worded(name, row[name], language).split("\n") for name in beside)
        for words in zip_longest(*shown, fillvalue=""):
            if text := " ".join(filter(None, words)):
                yield Line(text, beside[0], row[beside[0]])
