"""CSV, a file a table, for spreadsheets as well: with a byte order mark, and with no text that they would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from planparse.exporting.tables import Cell, Table
from planparse.labels import Language

# What a spreadsheet takes for the beginning of a formula, in either width, or cuts away before it looks for one.
# Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection
_RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def as_csv(tables: Sequence[Table], _: Language) -> Mapping[str, bytes]:
    """A file for each table."""
    return {f"{table.name}.csv": csv_of(table).encode() for table in tables}


def csv_of(table: Table) -> str:
    """The table with its byte order mark. A text that a spreadsheet would run as a formula has an apostrophe before it."""
    stream = io.StringIO("\ufeff", newline="")
    stream.seek(1)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(map(_harmless, table.columns))
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return stream.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUNS) else cell
