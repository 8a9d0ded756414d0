"""PDF: the text layer, its pages, and the tables that are ruled on them.

PDFium reads the file, by way of pypdfium2: of the libraries that place each character it is ten times as fast as pdfminer.six and
pdfplumber (6 ms a page instead of 64), knows the encodings of Chinese fonts without help, is kept up by Chromium and hardened against
hostile files there, and its licence (BSD, Apache 2.0) binds nobody, as that of MuPDF would. pypdf places no characters.

Yet it is native code, and Python's own readers can be made to hang as well. So it runs in a process of its own (`glyphs`), which costs
a tenth of a second a file, with limits of time, memory, pages and characters. What comes back are glyphs and ruled lines; `tables`
and `planparse.readers.layout` make a text of them.
"""

from __future__ import annotations

from importlib.util import find_spec

from planparse.errors import InputError
from planparse.text import SourceText


def read(data: bytes) -> tuple[SourceText, str]:
    """The text of a PDF, with its pages.

    Raises InputError where pypdfium2 is missing, and for a file that is damaged, protected by a password, too large to be a plan, or
    without text.
    """
    if find_spec("pypdfium2") is None:
        raise InputError("pdf-needs-pypdfium2")
    from planparse.readers.pdf.document import read_document  # noqa: PLC0415 - most inputs are no PDF

    source = read_document(data)
    if not source.text.strip():
        raise InputError("pdf-pictures-only")
    return source, "utf-8"
