"""What an element shows, line by line, as a browser would set it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from planparse.errors import InputError
from planparse.language.folding import fold
from planparse.language.marks import read_mark
from planparse.language.numerals import write_chinese
from planparse.readers.web.grid import Cell, as_line, rows_of
from planparse.readers.web.tree import Element
from planparse.text import DEEPEST_HEADING, HEADING

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_CELLS = ("td", "th")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOLD = ("b", "strong")
# Blanks of the source; those that are printed (&nbsp; &emsp; and those of full width) are none of them.
_BLANKS = " \t\n\r\f"
_SOURCE_BLANKS = re.compile(f"[{_BLANKS}]+")
_WIDE = "\u2e80"  # from here on characters are as wide as high, and a line end between two of them is no blank
_INDENTED = re.compile(r"text-indent\s*:\s*(?!0(?:\.0+)?(?:[a-z%;\s]|$))\d", re.IGNORECASE)
_INDENT = "\u3000\u3000"
_NO_NUMBERS: Iterator[str] = iter(())
_SUPERSCRIPTS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_CHINESE_LIST = re.compile(r"list-style(?:-type)?\s*:[^;]*(?:cjk|chinese|cn\b)", re.IGNORECASE)
_NO_MARKS = re.compile(r"list-style(?:-type)?\s*:[^;]*(?:none|disc|circle|square)", re.IGNORECASE)
_COUNTED = re.compile(r"[+-]?[0-9]{1,4}")
_LONGEST_MARK = 40  # and the blanks before it
_MOST_CHARACTERS = 32 * 1024 * 1024  # twice the largest input: only cells that are merged without end make more
# A layout has a cell with most of what the table holds, and more than a cell of a table of figures or tasks.
_LAYOUT_SHARE, _LAYOUT_WORDS = 0.7, 500

Skip = Callable[[Element], bool]


def lines_of(element: Element, skip: Skip = lambda _: False) -> list[str]:
    """The lines that an element shows, without those of elements to be skipped; the cells of a table's row are parted by tabs.

    Raises InputError where merged cells would repeat text without end.
    """
    printer = _Printer(skip)
    printer.show(element, indented=False)
    printer.end_line()
    return printer.lines


class _Printer:
    """Collects the pieces of a line and the lines."""

    def __init__(self, skip: Skip) -> None:
        self.lines: list[str] = []
        self._skip = skip
        self._pieces: list[str] = []
        self._indented = False
        self._heading = ""
        self._number = ""  # of an item of a list, until its first words come
        self._size = 0

    def end_line(self) -> None:
        """End the line that is being made, if it holds anything."""
        if not self._pieces:
            return
        line = "".join(self._pieces)
        self._pieces.clear()
        if any(map(line.__contains__, _BLANKS)):  # most lines have none: to look for each takes less than to look for runs
            line = _SOURCE_BLANKS.sub(_blank, line).strip(" ")
        line = line.replace("\xa0", " ")
        if line.strip():
            line, self._number = self._number + line, ""
            self._add(self._heading + (_INDENT + line if self._indented and not line[0].isspace() else line))

    def show(self, element: Element, *, indented: bool) -> None:
        """Show an element; `indented` says whether the first lines of its paragraphs are set in."""
        style = element.attributes.get("style")
        if style and "text-indent" in style.lower():
            indented = _INDENTED.search(style) is not None
        tag = element.tag
        if tag == "table" and (rows := _data_rows(element)):
            self.end_line()
            self._show_rows(rows)
            return
        block = tag in _BLOCKS
        if block or tag == "br":
            self.end_line()
        outer = self._heading
        if block:
            self._heading = _heading(element) or outer
        numbers = _numbers(element) if tag == "ol" else _NO_NUMBERS
        for child in element.children:
            if isinstance(child, str):
                self._show_text(child, tag, indented=indented)
            elif not self._skip(child):
                if child.tag == "li":
                    self.end_line()
                    self._number = next(numbers, "")
                self.show(child, indented=indented)
        if block:
            self.end_line()
            self._heading = outer

    def _show_text(self, text: str, tag: str, *, indented: bool) -> None:
        if tag == "pre":
            for line in text.splitlines():
                self._add(line)
            return
        if not self._pieces or all(map(str.isspace, self._pieces)):
            self._indented = indented
        self._pieces.append(text.translate(_SUPERSCRIPTS) if tag == "sup" else text)

    def _show_rows(self, rows: list[Element]) -> None:
        for cells in rows_of([*map(self._cell, _cells(row))] for row in rows):
            if line := as_line(cells):
                self._add(line)

    def _cell(self, cell: Element) -> Cell:
        text = " ".join(line.strip(HEADING).strip().replace("\t", " ") for line in lines_of(cell, self._skip))
        return Cell(text, _span(cell, "colspan"), _span(cell, "rowspan"))

    def _add(self, line: str) -> None:
        self._size += len(line)
        if self._size > _MOST_CHARACTERS:
            raise InputError("html-table-repeats")
        self.lines.append(line)


def _heading(element: Element) -> str:
    """What marks the lines of an element as headings: it is one, or a paragraph that is bold from end to end."""
    if element.tag in _HEADINGS:
        return HEADING * int(element.tag[1])
    if element.tag != "p" or not element.words:
        return ""
    bold = 0
    for child in element.children:
        if not isinstance(child, str) and child.tag in _BOLD:
            bold += child.words
    return HEADING * DEEPEST_HEADING if bold == element.words else ""


def _blank(run: re.Match[str]) -> str:
    """What a run of blanks in the source shows: nothing for a line end between two wide characters, else one blank."""
    text, (start, end) = run.string, run.span()
    between = start > 0 and end < len(text) and text[start - 1] >= _WIDE and text[end] >= _WIDE
    return "" if between and "\n" in run.group() else " "


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.elements() if cell.tag in _CELLS]


def _data_rows(table: Element) -> list[Element]:
    """The rows of a table; none where it only lays out a page: a lone row or column, a table in it, a cell with nearly everything."""
    rows: list[Element] = []
    for part in table.elements():
        if part.tag == "tr":
            rows.append(part)
        elif part.tag in ("thead", "tbody", "tfoot"):
            rows += (row for row in part.elements() if row.tag == "tr")
    filled = [[cell for cell in _cells(row) if cell.words] for row in rows]
    if sum(len(cells) > 1 for cells in filled) < 2 or any(e.tag == "table" for row in rows for e in row.all_elements()):
        return []
    largest = max(cell.words for cells in filled for cell in cells)
    return [] if largest > max(_LAYOUT_WORDS, table.words * _LAYOUT_SHARE) else rows


def _span(cell: Element, name: str) -> int:
    return max(_counted(cell.attributes.get(name), 1), 1)


def _numbers(list_: Element) -> Iterator[str]:
    """What a browser sets before each item of a numbered list; nothing before one that prints a mark of its own."""
    attributes = list_.attributes
    style = attributes.get("style", "")
    bare, chinese = _NO_MARKS.search(style), _CHINESE_LIST.search(style)
    number = _counted(attributes.get("start"), 1)
    for item in list_.elements():
        if item.tag == "li":
            number = _counted(item.attributes.get("value"), number)
            marked = bare or read_mark(fold(item.text()[:_LONGEST_MARK].strip()), 0)
            yield "" if marked else f"{write_chinese(number)}、" if chinese and number > 0 else f"{number}."
            number += 1


def _counted(said: str | None, otherwise: int) -> int:
    return int(said) if said and _COUNTED.fullmatch(said.strip()) else otherwise
