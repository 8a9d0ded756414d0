"""A workbook with a sheet a table, for eyes: headings and words in the reader's language, links from a value to its quote."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import Any, Final

from planparse.errors import OutputError
from planparse.exporting.tables import Cell, Table
from planparse.labels import Language, heading, worded

# What Excel can hold. Source: Microsoft, Excel specifications and limits.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_LONGEST_TEXT = 32_767
_MOST_LINKS = 65_530
# Widths in characters of the standard font; a Chinese one takes two.
_NARROWEST, _WIDEST = 8, 48
_ROWS_MEASURED = 200
# No moment of writing: the same plans give the same bytes.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the library takes no zone


# What a reader should see at once, by field and value.
_FILLS: Final[dict[tuple[str, Cell], str]] = {
    ("verdict", "left_stricter"): "#DDEBF7",
    ("verdict", "right_stricter"): "#FCE4D6",
    ("verdict", "equal"): "#E2EFDA",
    ("verdict", "not_comparable"): "#EDEDED",
}
_HEADING: Final = {"bold": True, "bottom": 1, "text_wrap": True}
_LINK: Final = {"font_color": "#0563C1", "underline": 1}
_WRAPPED: Final = {"text_wrap": True}
_DAY: Final = {"num_format": "yyyy-mm-dd", "align": "left"}


def as_xlsx(tables: Sequence[Table], language: Language) -> Mapping[str, bytes]:
    """One workbook. Raises what `workbook` raises."""
    return {"plans.xlsx": workbook(tables, language)}


def workbook(tables: Sequence[Table], language: Language) -> bytes:
    """A workbook with a sheet a table. Raises OutputError where a sheet cannot hold one, or XlsxWriter is not installed."""
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415
    except ImportError as error:
        raise OutputError("xlsx needs XlsxWriter; install planparse[xlsx], or choose another --format") from error

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    styles: dict[tuple[tuple[str, object], ...], Any] = {}

    def style(**parts: object) -> Any:
        """The format of these parts; a workbook holds each once."""
        key = tuple(parts.items())
        if key not in styles:
            styles[key] = book.add_format({"valign": "top", **parts})
        return styles[key]

    for table in tables:
        _check(table)
        sheet = book.add_worksheet(heading(table.name, language))
        sheet.freeze_panes(1, table.leading)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        for at, column in enumerate(table.columns):
            title = table.heading_of(column, language)
            shown = [title, *(row[at] for row in table.rows[:_ROWS_MEASURED])]
            sheet.set_column(at, at, min(_WIDEST, max(_NARROWEST, *(_width(cell) + 2 for cell in shown))))
            sheet.write_string(0, at, _fitting(title), style(**_HEADING))
        places = dict(islice(_places(table, tables, language, xl_rowcol_to_cell), _MOST_LINKS))
        for row, cells in enumerate(table.rows, 1):
            for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                fill = _FILLS.get((column, cell))
                look: dict[str, object] = {"bg_color": fill} if fill else {}
                if place := places.get((row, at)):
                    sheet.write_url(row, at, place, style(**_LINK), string="")  # the cell itself is written over it
                    look |= _LINK
                if isinstance(cell, str | bool):
                    words = _fitting(worded(column, cell, language))
                    # Never as a formula: 给予…=… stays text.
                    sheet.write_string(row, at, words, style(**look, **_WRAPPED) if "\n" in words else style(**look))
                elif isinstance(cell, date):
                    sheet.write_datetime(row, at, datetime.combine(cell, time()), style(**look, **_DAY))
                elif cell is not None:
                    sheet.write_number(row, at, cell, style(**look))
    book.close()
    return stream.getvalue()


def _check(table: Table) -> None:
    """Refuse what no sheet holds."""
    for count, most, what in ((len(table.rows) + 1, _MOST_ROWS, "rows"), (len(table.columns), _MOST_COLUMNS, "columns")):
        if count > most:
            raise OutputError(f"{table.name}: {count:,} {what} are more than a sheet holds; choose --format csv")


def _places(
    table: Table, tables: Sequence[Table], language: Language, cell_of: Callable[[int, int], str]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Where cells lead, by their row and column in the sheet; only into tables that the workbook has."""
    columns = {other.name: [*other.columns] for other in tables}
    for column, link in table.links.items():
        if link.table in columns:
            source, words = columns[table.name].index(column), columns[link.table].index(link.column)
            name = heading(link.table, language)
            for row, leads_to in enumerate(link.rows):
                if leads_to is not None and table.rows[row][source] is not None:
                    yield (row + 1, source), f"internal:'{name}'!{cell_of(leads_to + 1, words)}"


def _fitting(text: str) -> str:
    """The text, cut with … where a cell cannot hold it."""
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def _width(cell: Cell) -> int:
    text = "" if cell is None else str(cell)[:_WIDEST].partition("\n")[0]
    return sum(1 if c.isascii() else 2 for c in text)
