"""A PDF becomes text: a program of its own finds the glyphs, and what follows makes lines, rows and paragraphs of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from planparse.errors import InputError
from planparse.readers.layout.columns import Columns
from planparse.readers.layout.lines import Glyph, Line, Page, clean, is_wide, without_furniture
from planparse.readers.layout.notes import Notes
from planparse.readers.layout.paragraphs import join_lines
from planparse.readers.pdf.tables import read_tables
from planparse.text import SourceText

_PROGRAM = Path(__file__).with_name("glyphs.py")
_SECONDS = 120  # by the clock, for a busy machine; the program has fewer of its own on the processor


def read_document(data: bytes) -> SourceText:
    """The text and pages of a PDF. Raises InputError for a file that cannot be read within the limits."""
    notes, columns = Notes(), Columns()
    widths: list[int] = []
    pages: list[list[Line]] = []
    for page in _pages(data):
        rows, rest = read_tables(notes.taken_out_of(page.glyphs), page.rules)
        widths.append(page.width)
        pages.append(_in_order(rows, columns.lines_of(rest)))
    return join_lines([*zip(widths, without_furniture(pages), strict=True)])


def _in_order(rows: list[Line], lines: list[Line]) -> list[Line]:
    """The rows of tables among the lines of their page, from top to bottom; behind the columns where it has several."""
    if any(line.column for line in lines):
        return [*lines, *rows]
    return sorted([*rows, *lines], key=lambda line: line.y)


def _pages(data: bytes) -> Iterator[Page]:
    """What stands on the pages, as the program `glyphs` finds it, a page at a time: glyphs take much memory."""
    command = [sys.executable, "-P", str(_PROGRAM)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired as error:
        raise InputError("pdf-too-long", seconds=_SECONDS) from error
    except subprocess.CalledProcessError as error:
        raise InputError("pdf-limits") from error
    for line in BytesIO(done.stdout):
        page = json.loads(line)
        if "problem" in page:
            raise InputError(page.pop("problem"), **page)
        yield _page(page)


def _page(page: dict[str, Any]) -> Page:
    columns = zip(page["code"], page["x"], page["y"], page["advance"], page["size"], strict=True)
    glyphs = [
        Glyph(character, x, x + (max(advance, size) if is_wide(character) else advance), y, size)
        for code, x, y, advance, size in columns
        if (character := clean(chr(code)))
    ]
    return Page(page["width"], glyphs, [tuple(rule) for rule in page["rules"]])
