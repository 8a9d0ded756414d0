"""A workbook with a sheet a table, for eyes: headings and words in the reader's language, links from a value to its quote."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from planparse.errors import OutputError
from planparse.exporting.tables import Cell, Table
from planparse.labels import Language, heading, worded
from planparse.text import printable_lines
from planparse.writers.files import whole

# What Excel can hold. Source: Microsoft, Excel specifications and limits.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_LONGEST_TEXT = 32_767
_MOST_LINKS = 65_530
# Widths in characters of the standard font; a Chinese one takes two.
_NARROWEST, _WIDEST = 8, 48
_ROWS_MEASURED = 200
CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the library takes no zone
"""No moment of writing: the same plans give the same bytes."""


# What a reader should see at once, by field and value.
_FILLS: Final[dict[tuple[str, Cell], str]] = {
    ("verdict", "left_stricter"): "#DDEBF7",
    ("verdict", "right_stricter"): "#FCE4D6",
    ("verdict", "equal"): "#E2EFDA",
    ("verdict", "not_comparable"): "#EDEDED",
    ("judgement", "left_stricter"): "#DDEBF7",
    ("judgement", "right_stricter"): "#FCE4D6",
    ("judgement", "equal"): "#E2EFDA",
    ("judgement", "unweighed"): "#FFF2CC",
    ("judgement", "not_comparable"): "#EDEDED",
}
_HEADING: Final = {"bold": True, "bottom": 1, "text_wrap": True}
_LINK: Final = {"font_color": "#0563C1", "underline": 1}
_WRAPPED: Final = {"text_wrap": True}
_DAY: Final = {"num_format": "yyyy-mm-dd", "align": "left"}


@contextmanager
def as_xlsx(folder: Path, language: Language) -> Iterator[Callable[[Sequence[Table]], None]]:
    """An Exporter: one workbook, of which a row is held at a time."""
    xlsxwriter = library()
    with ExitStack() as stack:
        books: list[_Book] = []

        def write(tables: Sequence[Table]) -> None:
            if not books:
                part = stack.enter_context(whole(folder / "plans.xlsx"))
                rows = stack.enter_context(TemporaryDirectory(prefix="planparse-"))
                books.append(_Book(xlsxwriter.Workbook(part, {"constant_memory": True, "tmpdir": rows}), language))
                stack.push(books[0].leave)
            books[0].add(tables)

        yield write


def workbook(tables: Sequence[Table], language: Language) -> bytes:
    """A workbook with a sheet a table. Raises OutputError where a sheet cannot hold one, or XlsxWriter is not installed."""
    stream = io.BytesIO()
    book = _Book(library().Workbook(stream, {"in_memory": True}), language)
    book.add(tables)
    book.close()
    return stream.getvalue()


def library() -> Any:
    """XlsxWriter. Raises OutputError where it is not installed."""
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
        import xlsxwriter.utility  # noqa: PLC0415
    except ImportError as error:
        raise OutputError("form-needs", form="xlsx", library="XlsxWriter") from error
    return xlsxwriter


class _Book:
    """A workbook with a sheet a table, to which rows are added."""

    def __init__(self, book: Any, language: Language) -> None:
        self._book = book
        self._book.set_properties({"created": CREATED})
        self._language = language
        self._styles: dict[tuple[tuple[str, object], ...], Any] = {}
        self._sheets: dict[str, Any] = {}
        self._rows: Counter[str] = Counter()  # below its headings, by table
        self._links: Counter[str] = Counter()

    def add(self, tables: Sequence[Table]) -> None:
        """Write the rows below those that are there. Raises OutputError where a sheet cannot hold them."""
        for table in tables:
            check(table, self._rows[table.name])
            if table.name not in self._sheets:
                self._begin(table)
            self._write(table, tables)
        # Only now: what leads from one table to another counts the rows of both from where these began.
        self._rows.update({table.name: len(table.rows) for table in tables})
        for table in tables:
            self._sheets[table.name].autofilter(0, 0, self._rows[table.name], len(table.columns) - 1)

    def close(self) -> None:
        """Write the end."""
        self._book.close()

    def leave(self, kind: object, *_: object) -> None:
        """Write the end, or nothing more where something is wrong."""
        if kind:
            self._book.fileclosed = True  # else it would be written when nobody knows it any more
            for sheet in self._sheets.values():
                sheet.row_data_fh.close()
        else:
            self.close()

    def _style(self, **parts: object) -> Any:
        """The format of these parts; a workbook holds each once."""
        key = tuple(parts.items())
        if key not in self._styles:
            self._styles[key] = self._book.add_format({"valign": "top", **parts})
        return self._styles[key]

    def _begin(self, table: Table) -> None:
        """A sheet with the headings, as wide as its first rows ask for."""
        sheet = self._sheets[table.name] = self._book.add_worksheet(heading(table.name, self._language))
        sheet.freeze_panes(1, table.leading)
        for at, column in enumerate(table.columns):
            title = table.heading_of(column, self._language)
            shown = [title, *(row[at] for row in table.rows[:_ROWS_MEASURED])]
            sheet.set_column(at, at, min(_WIDEST, max(_NARROWEST, *(_width(cell) + 2 for cell in shown))))
            sheet.write_string(0, at, fitting(title), self._style(**_HEADING))

    def _write(self, table: Table, tables: Sequence[Table]) -> None:
        sheet, style, above = self._sheets[table.name], self._style, self._rows[table.name]
        places = dict(islice(self._places(table, tables), _MOST_LINKS - self._links[table.name]))
        self._links[table.name] += len(places)
        for row, cells in enumerate(table.rows, above + 1):
            for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                fill = _FILLS.get((column, cell))
                look: dict[str, object] = {"bg_color": fill} if fill else {}
                if place := places.get((row, at)):
                    sheet.write_url(row, at, place, style(**_LINK), string="")  # the cell itself is written over it
                    look |= _LINK
                if isinstance(cell, str | bool):
                    words = fitting(worded(column, cell, self._language))
                    # Never as a formula: 给予…=… stays text.
                    sheet.write_string(row, at, words, style(**look, **_WRAPPED) if "\n" in words else style(**look))
                elif isinstance(cell, date):
                    sheet.write_datetime(row, at, datetime.combine(cell, time()), style(**look, **_DAY))
                elif cell is not None:
                    sheet.write_number(row, at, cell, style(**look))

    def _places(self, table: Table, tables: Sequence[Table]) -> Iterator[tuple[tuple[int, int], str]]:
        """Where cells lead, by their row and column in the sheet; only into tables that the workbook has."""
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - an extra

        columns = {other.name: [*other.columns] for other in tables}
        for column, link in table.links.items():
            if link.table in columns:
                source, words = columns[table.name].index(column), columns[link.table].index(link.column)
                name = heading(link.table, self._language)
                above, there = self._rows[table.name], self._rows[link.table]
                for row, leads_to in enumerate(link.rows):
                    if leads_to is not None and table.rows[row][source] is not None:
                        cell = xl_rowcol_to_cell(there + leads_to + 1, words)
                        yield (above + row + 1, source), f"internal:'{name}'!{cell}"


def check(table: Table, above: int, instead: str = "csv") -> None:
    """Refuse a table that no sheet holds below this many rows and its headings; `instead` names a form that does."""
    rows = above + len(table.rows) + 1
    for count, most, what in ((rows, _MOST_ROWS, "sheet-rows"), (len(table.columns), _MOST_COLUMNS, "sheet-columns")):
        if count > most:
            raise OutputError(what, table=table.name, count=count, instead=instead)


def fitting(text: str) -> str:
    """The text without what steers, cut with … where a cell cannot hold it."""
    text = printable_lines(text)
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def width(words: str) -> int:
    """How wide the words are, in characters of the standard font."""
    return sum(1 if c.isascii() else 2 for c in words)


def _width(cell: Cell) -> int:
    return width("" if cell is None else str(cell)[:_WIDEST].partition("\n")[0])
