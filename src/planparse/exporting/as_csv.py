"""CSV, one file per table, for spreadsheets as well: with a byte order mark, and without text that they would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from planparse.exporting.tables import Cell, Table
from planparse.labels import Language
from planparse.text import printable_lines
from planparse.writers.files import whole

# What a spreadsheet takes for the beginning of a formula, in either width, or cuts away before it looks for one.
# Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
_RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n")


@contextmanager
def as_csv(folder: Path, _: Language) -> Iterator[Callable[[Sequence[Table]], None]]:
    """An Exporter: a file for each table."""
    with ExitStack() as stack:
        streams: dict[str, TextIO] = {}

        def write(tables: Sequence[Table]) -> None:
            for table in tables:
                if table.name not in streams:
                    part = stack.enter_context(whole(folder / f"{table.name}.csv"))
                    streams[table.name] = stack.enter_context(part.open("w", encoding="utf-8", newline=""))
                    _begin(table, streams[table.name])
                _go_on(table, streams[table.name])

        yield write


def csv_of(table: Table) -> str:
    """The table with its byte order mark. A text that a spreadsheet would run as a formula has an apostrophe before it."""
    stream = io.StringIO(newline="")
    _begin(table, stream)
    _go_on(table, stream)
    return stream.getvalue()


def _begin(table: Table, stream: TextIO) -> None:
    stream.write("\ufeff")
    csv.writer(stream, lineterminator="\n").writerow(map(_harmless, table.columns))


def _go_on(table: Table, stream: TextIO) -> None:
    csv.writer(stream, lineterminator="\n").writerows([_harmless(cell) for cell in row] for row in table.rows)


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = printable_lines(cell)  # a lone carriage return would end the row: not every Python puts it between quotes
    return f"'{text}" if text.startswith(_RUNS) else text
