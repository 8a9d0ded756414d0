"""A workbook with one sheet per table, for people: headings and words in the reader's language, links from values to quotes."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from planparse.errors import OutputError
from planparse.exporting.needing import needed_by
from planparse.exporting.tables import Allowed, Cell, Form, Table
from planparse.labels import Language, heading, note, worded
from planparse.language.organizations import key_in_words
from planparse.model import LARGEST
from planparse.reviewing.sheets import fitting
from planparse.writers.files import whole

# What Excel can hold. Source: Microsoft, Excel specifications and limits.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
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
_OPEN: Final = {"locked": False, "bg_color": "#FFF9E5", "text_wrap": True}  # where people write
_A4: Final = 9  # as Excel numbers papers
_PAGE_WIDTH: Final = 200  # characters that can still be read across it
_LINE, _ROOM, _HIGHEST = 13, 5, 57  # points: of a line, above and below all, of the highest row in which people write
_ROWS_ADDED: Final = 200
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
    with needed_by("xlsx"):
        import xlsxwriter  # noqa: PLC0415 - an extra
        import xlsxwriter.utility  # noqa: PLC0415
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
        self._widths: dict[str, list[int]] = {}
        self._last: dict[str, Table] = {}  # what came last of each
        self._held: dict[str, list[Table]] = {}  # what is only written at the end, in an order of its own

    def add(self, tables: Sequence[Table]) -> None:
        """Write the rows below those that are there. Raises OutputError where a sheet cannot hold them."""
        for table in tables:
            check(table, self._rows[table.name])
            if table.name not in self._sheets:
                self._begin(table)
            if table.form and table.form.first:
                self._held.setdefault(table.name, []).append(table)
            else:
                self._write(table, tables)
        # Only now: what leads from one table to another counts the rows of both from where these began.
        self._rows.update({table.name: len(table.rows) for table in tables})
        for table in tables:
            self._last[table.name] = table
            self._sheets[table.name].autofilter(0, 0, self._rows[table.name], len(table.columns) - 1)

    def close(self) -> None:
        """Write the end."""
        for held in self._held.values():
            self._write_in_order(held)
        for name, table in self._last.items():
            sheet, end = self._sheets[name], self._rows[name]
            sheet.print_area(0, 0, end, len(table.columns) - 1 - len(table.form.hidden if table.form else ()))
            if table.form:
                _ask(sheet, table, table.form, end)
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
        form = table.form
        sheet.freeze_panes(1, [*table.columns].index(form.leading) + 1 if form else table.leading)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.set_footer(f"&C{note('pages', self._language, '&P', '&N')}")
        if form:
            sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
            sheet.repeat_columns(0, [*table.columns].index(form.leading))
        widths = self._widths[table.name] = []
        for at, column in enumerate(table.columns):
            title = table.heading_of(column, self._language)
            shown = [title, *(row[at] for row in table.rows[:_ROWS_MEASURED])]
            is_hidden = form is not None and column in form.hidden
            widths.append(min(_WIDEST, max(_NARROWEST, *(_width(cell) + 2 for cell in shown))))
            # What the column says of cells holds below the rows: there people add some.
            is_open = form is not None and form.adds and column in {*form.takes, *form.adds}
            sheet.set_column(at, at, widths[-1], self._style(**_OPEN) if is_open else None, {"hidden": is_hidden})
            sheet.write_string(0, at, fitting(title), self._style(**_HEADING))
        sheet.fit_to_pages(ceil(sum(widths) / _PAGE_WIDTH), 0)

    def _write(self, table: Table, tables: Sequence[Table]) -> None:
        sheet, style, above = self._sheets[table.name], self._style, self._rows[table.name]
        places = dict(islice(self._places(table, tables), _MOST_LINKS - self._links[table.name]))
        self._links[table.name] += len(places)
        for row, cells in enumerate(table.rows, above + 1):
            if table.form:
                sheet.set_row(row, height_of(cells[: -len(table.form.hidden)], self._widths[table.name], _HIGHEST))
            for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                fill = _FILLS.get((column, cell))
                look: dict[str, object] = {"bg_color": fill} if fill else {}
                if table.form:
                    look |= _OPEN if column in table.form.takes else _WRAPPED
                if place := places.get((row, at)):
                    sheet.write_url(row, at, place, style(**_LINK), string="")  # the cell itself is written over it
                    look |= _LINK
                if isinstance(cell, str | bool):
                    # What people write is in words already, and stands there as it is read again.
                    is_ready = table.form is not None and column in table.form.takes
                    words = fitting(str(cell) if is_ready else self._worded(column, cell))
                    # Never as a formula: 给予…=… stays text.
                    sheet.write_string(row, at, words, style(**{**look, **_WRAPPED}) if "\n" in words else style(**look))
                elif isinstance(cell, date):
                    sheet.write_datetime(row, at, datetime.combine(cell, time()), style(**look, **_DAY))
                elif cell is not None:
                    sheet.write_number(row, at, cell, style(**look))
                elif look:
                    sheet.write_blank(row, at, None, style(**look))

    def _write_in_order(self, held: Sequence[Table]) -> None:
        """Write the rows of tables by the column that their form names, those without a value there first."""
        table = held[0]
        by = [*table.columns].index(table.form.first if table.form else "")
        rows = sorted((row for one in held for row in one.rows), key=lambda row: (row[by] is not None, row[by]))
        self._rows[table.name] = 0
        self._write(replace(table, rows=rows), ())
        self._rows[table.name] = len(rows)

    def _worded(self, column: str, cell: object) -> str:
        """What stands in a cell, in words."""
        if column == "body" and isinstance(cell, str):
            return key_in_words(cell, chinese=self._language == "zh")
        return worded(column, cell, self._language)

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


def _ask(sheet: Any, table: Table, form: Form, end: int) -> None:
    """Say what the cells take in which people write, down to a number of rows that they may add."""
    last = end + (_ROWS_ADDED if form.adds else 0)
    columns = [*table.columns]
    for column, allowed in form.takes.items():
        if asked := _asked(allowed):
            sheet.data_validation(1, columns.index(column), max(1, last), columns.index(column), asked)
    for (row, column), allowed in form.cells.items():
        if asked := _asked(allowed):
            sheet.data_validation(row + 1, columns.index(column), row + 1, columns.index(column), asked)


def _asked(allowed: Allowed) -> dict[str, Any] | None:
    """What a spreadsheet is told of a cell; None where it takes whatever is written."""
    if not isinstance(allowed, type):
        return {"validate": "list", "source": [*allowed]}
    if allowed is date:
        return {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1)}
    if allowed is int:
        return {"validate": "integer", "criteria": ">=", "value": 0}
    if allowed is float:
        return {"validate": "decimal", "criteria": "between", "minimum": -LARGEST, "maximum": LARGEST}
    return None


def check(table: Table, above: int, instead: str = "csv") -> None:
    """Refuse a table that no sheet holds below this many rows and its headings; `instead` names a form that does."""
    rows = above + len(table.rows) + 1
    for count, most, what in ((rows, _MOST_ROWS, "sheet-rows"), (len(table.columns), _MOST_COLUMNS, "sheet-columns")):
        if count > most:
            raise OutputError(what, table=table.name, count=count, instead=instead)


def width(words: str) -> int:
    """How wide the words are, in characters of the standard font."""
    return sum(1 if c.isascii() else 2 for c in words)


def height_of(cells: Sequence[Cell], widths: Sequence[int], highest: int) -> int:
    """How high a row must be for all its lines, in points: Excel would find that by itself, LibreOffice does not."""
    lines = (
        sum(max(1, ceil(width(line) / (wide - 1))) for line in str("" if cell is None else cell).split("\n"))
        for cell, wide in zip(cells, widths, strict=False)
    )
    return min(highest, max(lines) * _LINE + _ROOM)


def _width(cell: Cell) -> int:
    return width("" if cell is None else str(cell)[:_WIDEST].partition("\n")[0])
