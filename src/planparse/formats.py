"""The formats that planparse writes. FORMATS: the name of a format → what is true of it, whatever it holds and whoever writes it.

What writes it stands in the table of what it holds: a plan in `writers.WRITERS`, plans as tables in `exporting.EXPORTERS`, their ledger in
`exporting.ledger.LEDGERS`, compared plans in `cli.forms.FORMS`; `--format` offers the names of such a table.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Final, NamedTuple


class Format(NamedTuple):
    """The ending of its files, the packages that it needs and the extra that brings them, and whether it is no text for a terminal."""

    ending: str
    packages: str = ""
    extra: str = ""
    binary: bool = False


FORMATS: Final[dict[str, Format]] = {
    "table": Format(""),
    "markdown": Format(".md"),
    "json": Format(".json"),
    "jsonl": Format(".jsonl"),
    "yaml": Format(".yaml"),
    "csv": Format(".csv"),
    "xlsx": Format(".xlsx", "XlsxWriter", "xlsx", binary=True),
    "parquet": Format(".parquet", "pyarrow", "parquet", binary=True),
    "duckdb": Format(".duckdb", "duckdb pyarrow", "duckdb", binary=True),
    "docx": Format(".docx", "python-docx", "docx", binary=True),
    "ics": Format(".ics", "icalendar", "ics"),
    "html": Format(".html"),
    "graphml": Format(".graphml", "networkx", "graph"),
}


def format_of(path: Path | None, names: Container[str], otherwise: str) -> str:
    """The format, among those of these names, that the ending of a path stands for; where it stands for none, the other one."""
    ending = path.suffix.lower() if path else ""
    return next((name for name, known in FORMATS.items() if name in names and ending and known.ending == ending), otherwise)
