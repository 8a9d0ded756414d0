"""Many plans as flat tables for spreadsheets, pandas and DuckDB.

EXPORTERS: the name of a format → its exporter; `planparse export --format` offers its keys. `tables_for` gives what goes into it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from planparse.exporting.as_csv import as_csv
from planparse.exporting.as_duckdb import as_duckdb
from planparse.exporting.as_parquet import as_parquet
from planparse.exporting.as_xlsx import as_xlsx
from planparse.exporting.of_checks import checks
from planparse.exporting.of_plans import TABLES, for_people, tables
from planparse.exporting.tables import Table
from planparse.labels import Language
from planparse.model import Plan

__all__ = ["EXPORTERS", "TABLES", "Exporter", "Language", "Table", "tables", "tables_for"]

Exporter = Callable[[Path, Language], AbstractContextManager[Callable[[Sequence[Table]], None]]]
"""With a folder it gives a function that takes tables as often as there are more rows for them.

The files appear in the folder, whole, when it is left; none does where it is left with an error, or no table was given. Raises
OutputError where a file cannot be written, cannot hold that much, or its library is not installed.
"""

EXPORTERS: Final[dict[str, Exporter]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "parquet": as_parquet,
    "duckdb": as_duckdb,
}


def tables_for(name: str, plans: Sequence[Plan], filled: Sequence[Table], language: Language) -> Sequence[Table]:
    """What an export holds in a format: the tables of the plans, and in a workbook, which is for people, before them those to check."""
    return [*checks(plans, language), *for_people(filled, plans)] if name == "xlsx" else filled
