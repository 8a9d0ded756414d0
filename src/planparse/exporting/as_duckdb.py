"""A DuckDB database with all tables, for SQL queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from planparse.errors import OutputError
from planparse.exporting.arrow import arrow_of
from planparse.exporting.needing import needed_by
from planparse.exporting.tables import Table
from planparse.labels import Language
from planparse.writers.files import whole


@contextmanager
def as_duckdb(folder: Path, _: Language) -> Iterator[Callable[[Sequence[Table]], None]]:
    """An Exporter: one database."""
    with needed_by("duckdb"):
        import duckdb  # noqa: PLC0415 - an extra
        import pyarrow as pa  # noqa: PLC0415

    with ExitStack() as stack:
        database: Any = None
        known: set[str] = set()

        def write(tables: Sequence[Table]) -> None:
            nonlocal database
            if database is None:
                part = stack.enter_context(whole(folder / "plans.duckdb"))
                stack.callback(part.with_name(f"{part.name}.wal").unlink, missing_ok=True)
                database = stack.enter_context(duckdb.connect(part))
            for table in tables:
                rows = database.from_arrow(arrow_of(table, pa))
                if table.name in known:
                    rows.insert_into(table.name)
                else:
                    rows.create(table.name)
                known.add(table.name)

        try:
            yield write
        except duckdb.Error as error:
            raise OutputError("cannot-write", folder / "plans.duckdb", reason=str(error), option="-o") from error
