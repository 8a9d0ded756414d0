"""Parquet, a file a table, with the kinds of its columns even where it has no row."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date

from planparse.errors import OutputError
from planparse.exporting.tables import Table
from planparse.labels import Language


def as_parquet(tables: Sequence[Table], _: Language) -> Mapping[str, bytes]:
    """A file for each table. Raises OutputError where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise OutputError("parquet needs pyarrow; install planparse[parquet], or choose another --format") from error

    types = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        date: pa.date32(),
    }
    files: dict[str, bytes] = {}
    for table in tables:
        schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
        columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(schema)
        arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
        stream = io.BytesIO()
        parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), stream)
        files[f"{table.name}.parquet"] = stream.getvalue()
    return files
