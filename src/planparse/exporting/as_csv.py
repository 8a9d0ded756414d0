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
    """A file for each table. A text that a spreadsheet would run as a formula has an apostrophe before it."""
    files: dict[str, bytes] = {}
    for table in tables:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
        files[f"{table.name}.csv"] = stream.getvalue().encode("utf-8-sig")
    return files


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUNS) else cell
