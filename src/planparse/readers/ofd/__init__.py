"""OFD (GB/T 33190), in which offices publish what others publish as PDF: its text, as the geometry of its pages tells it."""

from __future__ import annotations

from planparse.errors import InputError
from planparse.readers.archives import DAMAGE, damaged, open_archive
from planparse.text import SourceText

_MOST_PAGES = 3000


def read(data: bytes) -> tuple[SourceText, str]:
    """The text of an OFD, with its pages.

    Raises InputError where ofdkit is not installed, and for a document that is damaged, too large, or without text.
    """
    try:
        import ofdkit  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise InputError("ofd-needs-ofdkit") from error
    from planparse.readers.ofd.document import Sheet, read_sheets  # noqa: PLC0415 - most inputs are no OFD

    open_archive(data).close()  # what would burst is not handed on
    try:
        with ofdkit.open(data) as document:
            if len(document.pages) > _MOST_PAGES:
                raise InputError("ofd-too-many-pages", count=len(document.pages), most=_MOST_PAGES)
            sheets = [Sheet(page.box, page.runs, page.text) for page in document.pages]
    except (ofdkit.OFDError, *DAMAGE) as error:
        raise damaged() from error
    source = read_sheets(sheets)
    if not source.text.strip():
        raise InputError("pictures-only")
    return source, "utf-8"
