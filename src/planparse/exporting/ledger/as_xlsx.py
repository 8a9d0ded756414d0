"""The ledger as a workbook that prints: A4 landscape, as wide as the page, with the headings on each page and its number below."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from planparse.exporting.as_xlsx import CREATED, check, height_of, library
from planparse.exporting.ledger.shares import Asked, Share
from planparse.exporting.ledger.sheets import WIDTHS, Sheets, sheets
from planparse.exporting.tables import Table
from planparse.labels import Language, heading, note
from planparse.reviewing.sheets import fitting

_A4: Final = 9  # as Excel numbers papers
_ABOVE: Final = 2  # rows above the headings
_HIGHEST: Final = 409  # points that a row may be high
_FONT: Final = {"font_name": "宋体", "valign": "vcenter", "text_wrap": True}
_LOOKS: Final[dict[str, dict[str, object]]] = {
    "title": {**_FONT, "font_name": "黑体", "font_size": 18, "align": "center"},
    "caption": {**_FONT, "font_size": 10, "align": "center"},
    "heading": {**_FONT, "font_name": "黑体", "font_size": 11, "align": "center", "border": 1, "bg_color": "#EDEDED"},
    "no": {**_FONT, "font_size": 10, "align": "center", "border": 1},
    "words": {**_FONT, "font_size": 10, "border": 1},
}


def as_xlsx(shares: Sequence[Share], asked: Asked, language: Language) -> bytes:
    """A workbook with a sheet a table. Raises OutputError where a sheet cannot hold one, or XlsxWriter is not installed."""
    ledger = sheets(shares, asked, language)
    for table in ledger.tables:
        check(table, _ABOVE, "markdown")
    stream = io.BytesIO()
    book = library().Workbook(stream, {"in_memory": True})
    book.set_properties({"created": CREATED, "title": ledger.title})
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    for table in ledger.tables:
        _write(book.add_worksheet(heading(table.name, language)), table, ledger, looks, language)
    book.close()
    return stream.getvalue()


def _write(sheet: Any, table: Table, ledger: Sheets, looks: dict[str, Any], language: Language) -> None:
    last = len(table.columns) - 1
    title = heading(table.name, language)
    for row, (words, look, height) in enumerate(((title, "title", 30), (ledger.caption, "caption", 30))):
        sheet.set_row(row, height)  # of cells that are merged no program finds the height
        sheet.merge_range(row, 0, row, last, "", looks[look])
        sheet.write_string(row, 0, fitting(words), looks[look])
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, WIDTHS[column])
        sheet.write_string(_ABOVE, at, table.heading_of(column, language), looks["heading"])
    widths = [WIDTHS[column] for column in table.columns]
    for row, cells in enumerate(table.rows, _ABOVE + 1):
        sheet.set_row(row, height_of(cells, widths, _HIGHEST))
        for at, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, at, cell, looks["no"])
            else:
                sheet.write_string(row, at, fitting(str(cell)), looks["words"])  # never as a formula
    end = _ABOVE + len(table.rows)
    sheet.freeze_panes(_ABOVE + 1, 0)
    sheet.autofilter(_ABOVE, 0, end, last)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_ABOVE)
    sheet.print_area(0, 0, end, last)
    sheet.set_footer(f"&C{note('pages', language, '&P', '&N')}")
