"""Word documents (docx): what Word shows of the body, a paragraph a line, tables as rows of cells parted by tabs.

Numbers that Word counts stand before their paragraphs; tracked changes count as accepted; text boxes follow the paragraph that
they hang on, and files that programs put into a document whole (w:altChunk) stand where Word shows them. Headers, footers, notes, comments, hidden text and tables of contents are left out.

python-docx gives paragraphs and tables, but none of that; docx2python knows six kinds of numbers, none of them Chinese, and prints
them in a way of its own. So this reads the XML itself, which costs no library at all.
"""

from __future__ import annotations

from planparse.text import SourceText


def read(data: bytes) -> tuple[SourceText, str]:
    """The text of a docx. Raises InputError where it is damaged, locked, too large, or without words."""
    from planparse.readers.word.document import read_document  # noqa: PLC0415 - most inputs are none

    return read_document(data), "utf-8"
