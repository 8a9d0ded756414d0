"""Many plans as flat tables for spreadsheets, pandas and DuckDB.

EXPORTERS: the name of a format → the function that gives its files, name → content; `planparse export --format` offers its keys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from planparse.exporting.as_csv import as_csv
from planparse.exporting.as_parquet import as_parquet
from planparse.exporting.as_xlsx import as_xlsx
from planparse.exporting.of_plans import TABLES, tables
from planparse.exporting.tables import Table
from planparse.labels import Language

__all__ = ["EXPORTERS", "TABLES", "Language", "Table", "tables"]

EXPORTERS: Final[dict[str, Callable[[Sequence[Table], Language], Mapping[str, bytes]]]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "parquet": as_parquet,
}
