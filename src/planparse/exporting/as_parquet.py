"""Parquet, one file per table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from planparse.exporting.arrow import arrow_of
from planparse.exporting.needing import needed_by
from planparse.exporting.tables import Table
from planparse.labels import Language
from planparse.writers.files import whole


@contextmanager
def as_parquet(folder: Path, _: Language) -> Iterator[Callable[[Sequence[Table]], None]]:
    """An Exporter: a file for each table, with a row group for each time that more rows are given."""
    with needed_by("parquet"):
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415

    with ExitStack() as stack:
        writers: dict[str, Any] = {}

        def write(tables: Sequence[Table]) -> None:
            for table in tables:
                rows = arrow_of(table, pa)
                if table.name not in writers:
                    part = stack.enter_context(whole(folder / f"{table.name}.parquet"))
                    writers[table.name] = stack.enter_context(parquet.ParquetWriter(part, rows.schema))
                writers[table.name].write_table(rows)

        yield write
