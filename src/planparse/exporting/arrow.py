"""Tables as Arrow has them, with the kinds of their columns even where they have no row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from planparse.exporting.tables import Kind, Table


def schema_of(columns: Mapping[str, Kind], pa: Any) -> Any:
    """The pyarrow.Schema of a table with these columns."""
    types = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        date: pa.date32(),
    }
    return pa.schema([(name, types[kind]) for name, kind in columns.items()])


def arrow_of(table: Table, pa: Any) -> Any:
    """The table as a pyarrow.Table."""
    schema = schema_of(table.columns, pa)
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(schema)
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
