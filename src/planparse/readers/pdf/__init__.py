"""PDF: the text layer, its pages, and the tables that are ruled on them.

PDFium reads the file, by way of pypdfium2: of the libraries that place each character it is ten times as fast as pdfminer.six and
pdfplumber (6 ms a page instead of 64), knows the encodings of Chinese fonts without help, is kept up by Chromium and hardened against
hostile files there, and its licence (BSD, Apache 2.0) binds nobody, as that of MuPDF would. pypdf places no characters.

Yet it is native code, and Python's own readers can be made to hang as well. So it runs in a process of its own (`glyphs`), which costs
a tenth of a second a file, with limits of time, memory, pages and characters. What comes back are glyphs and ruled lines; `lines`,
`tables` and `paragraphs` make a text of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from planparse.errors import InputError
from planparse.readers.pdf.lines import Glyph, Page, clean, is_wide, lines_of, without_furniture
from planparse.readers.pdf.paragraphs import join_lines
from planparse.readers.pdf.tables import read_tables
from planparse.text import SourceText

_PROGRAM = Path(__file__).with_name("glyphs.py")
_SECONDS = 60  # by the clock; the program has fewer of its own on the processor


def read(data: bytes) -> tuple[SourceText, str]:
    """The text of a PDF, with its pages.

    Raises InputError where pypdfium2 is missing, and for a file that is damaged, protected by a password, too large to be a plan, or
    without text.
    """
    if find_spec("pypdfium2") is None:
        raise InputError("a PDF needs pypdfium2; install planparse[pdf]")
    pages = _pages(data)
    tables = [read_tables(page.glyphs, page.rules) for page in pages]
    lines = [sorted([*rows, *lines_of(rest)], key=lambda line: line.y) for rows, rest in tables]
    bodies = without_furniture(lines)
    source = join_lines([(page.width, body) for page, body in zip(pages, bodies, strict=True)])
    if not source.text.strip():
        raise InputError("has no text, only pictures of pages; recognise its text first (OCR)")
    return source, "pdf"


def _pages(data: bytes) -> list[Page]:
    """What stands on the pages, as the program `glyphs` finds it."""
    command = [sys.executable, "-P", str(_PROGRAM)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - our own file
    except subprocess.TimeoutExpired as error:
        raise InputError(f"takes longer than {_SECONDS} s to read; save it anew") from error
    except subprocess.CalledProcessError as error:
        raise InputError("cannot be read within the limits of time and memory, or is damaged; save it anew") from error
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    for page in pages:
        if "problem" in page:
            raise InputError(page["problem"])
    return [_page(page) for page in pages]


def _page(page: dict[str, Any]) -> Page:
    columns = zip(page["text"], page["x"], page["y"], page["advance"], page["size"], strict=True)
    glyphs = [
        Glyph(character, x, x + (max(advance, size) if is_wide(character) else advance), y, size)
        for printed, x, y, advance, size in columns
        for character in clean(printed)[:1]
    ]
    return Page(page["width"], glyphs, [tuple(rule) for rule in page["rules"]])
