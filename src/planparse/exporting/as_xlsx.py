"""A workbook with a sheet a table, for eyes: headings in the reader's language, and links from a value to its words."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from planparse.errors import OutputError
from planparse.exporting.tables import Cell, Table
from planparse.labels import Language, heading

# What Excel can hold. Source: Microsoft, Excel specifications and limits.
_MOST_ROWS = 1_048_576
_LONGEST_TEXT = 32_767
_MOST_LINKS = 65_530
# Widths in characters of the standard font; a Chinese one takes two.
_NARROWEST, _WIDEST = 8, 48
_ROWS_MEASURED = 200
# The column whose cells lead to the words that they were read from, and the column of those words in the same sheet.
_LINKS = {"targets": ("value", "quote"), "responsibilities": ("name", "quote"), "deadlines": ("end", "text")}
# No moment of writing: the same plans give the same bytes.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the library takes no zone


def as_xlsx(tables: Sequence[Table], language: Language) -> Mapping[str, bytes]:
    """One workbook. Raises OutputError where a sheet cannot hold a table, or XlsxWriter is not installed."""
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415
    except ImportError as error:
        raise OutputError("xlsx needs XlsxWriter; install planparse[xlsx], or choose another --format") from error

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    link = book.add_format({"font_color": "#0563C1", "underline": 1})
    linked_day = book.add_format({"font_color": "#0563C1", "underline": 1, "num_format": "yyyy-mm-dd", "align": "left"})
    for table in tables:
        if len(table.rows) >= _MOST_ROWS:
            raise OutputError(f"{table.name}: {len(table.rows):,} rows are more than a sheet holds; choose --format csv")
        name = heading(table.name, language)
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, [heading(column, language) for column in table.columns], bold)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        for at, column in enumerate(table.columns):
            shown = [heading(column, language), *(row[at] for row in table.rows[:_ROWS_MEASURED])]
            sheet.set_column(at, at, min(_WIDEST, max(_NARROWEST, *(_width(cell) + 2 for cell in shown))))
        places = list(table.columns)
        source, words = (places.index(column) for column in _LINKS[table.name]) if table.name in _LINKS else (-1, -1)
        for row, cells in enumerate(table.rows, 1):
            for at, cell in enumerate(cells):
                leads = at == source and cell is not None and row <= _MOST_LINKS
                if leads:
                    sheet.write_url(row, at, f"internal:'{name}'!{xl_rowcol_to_cell(row, words)}", link, string="")
                if isinstance(cell, str):
                    # Never as a formula: 给予…=… stays text.
                    sheet.write_string(row, at, _fitting(cell), link if leads else None)
                elif isinstance(cell, bool):
                    sheet.write_boolean(row, at, cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(row, at, datetime.combine(cell, time()), linked_day if leads else day)
                elif cell is not None:
                    sheet.write_number(row, at, cell, link if leads else None)
    book.close()
    return {"plans.xlsx": stream.getvalue()}


def _fitting(text: str) -> str:
    """The text, cut with … where a cell cannot hold it."""
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def _width(cell: Cell) -> int:
    text = "" if cell is None else str(cell)[:_WIDEST].partition("\n")[0]
    return sum(1 if c.isascii() else 2 for c in text)
