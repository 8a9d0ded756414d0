"""Detects the kind of a file by its first bytes."""

from __future__ import annotations

import re
import struct
import zipfile
from io import BytesIO

PLAIN_TEXT = "text/plain"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
_OFD = "application/ofd"
_OLE = "application/x-ole-storage"

_BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "text/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90\x00", "application/x-executable"),
)

# How a file in a zip archive is called, and what the archive is where it holds such a file.
_ZIP_MEMBERS = (
    ("word/", _WORD),
    ("xl/", _SHEET),
    ("ppt/", _SLIDES),
    ("OFD.xml", _OFD),
)
_ODF_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"

# A stream in an OLE file, and what the file is where it holds such a stream.
_OLE_STREAMS = (
    ("EncryptedPackage", "application/x-ole-encrypted"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_OLE_ENTRY = 128  # bytes; each entry of the directory begins at a multiple of them, with its name

_HEAD = 4096
# A page begins with its type or with any of its tags, behind blanks, comments and other tags alike.
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|\?xml\b[^>]*\?>\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)"
    rb"|[a-z]{1,10}[1-6]?(?=[\s>/]))",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/(?:related|alternative|mixed)", re.IGNORECASE
)
# Marks that texts of other kinds do not have at the beginning of lines: # headings, **bold**, the line below a table's header.
_MARKDOWN = re.compile(
    rb"^ {0,3}#{1,6} +\S|^ {0,3}(?:[-*+] |\d{1,3}[.)] )?\*\*[^*\n]{1,300}\*\*|^ {0,3}\|?(?: *:?-{3,}:? *\|)+ *(?::?-{3,}:? *)?$",
    re.MULTILINE,
)
_MARKS = ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 64 * 1024


def media_type_of(data: bytes) -> str:
    """The media type, which is also the id of the message that names it; what begins like nothing known counts as plain text.

    >>> media_type_of(b"%PDF-1.7"), media_type_of("一、总体要求".encode())
    ('application/pdf', 'text/plain')
    """
    for beginning, media_type in _BEGINNINGS:
        if data.startswith(beginning):
            return _in_ole(data) if media_type == _OLE else media_type
    if data.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    sample = _narrow(data[:_SAMPLE])
    if _HTML.match(sample, 0, _HEAD):
        return "text/html"
    if _MHTML.match(sample, 0, _HEAD):
        return "multipart/related"
    return "text/markdown" if _MARKDOWN.search(sample) else PLAIN_TEXT


def _narrow(data: bytes) -> bytes:
    """Bytes in which ASCII characters are a byte each and line ends line feeds; others are of no account."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data.decode(encoding, "replace").encode()
    if b"\0" in data:  # UTF-16 without a mark: zeros stand where the ASCII characters' other half is
        data = data.decode("utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\x84\x31\x95\x33").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _in_zip(data: bytes) -> str:
    """What a zip archive is, by the names in its directory; where that is lost, by the names that stand before its parts."""
    if data.find(_ODF_TYPE, 0, 128) >= 0:
        return _OPEN_DOCUMENT
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, struct.error, ValueError, EOFError, OSError, NotImplementedError, OverflowError):
        found = (media_type for member, media_type in _ZIP_MEMBERS if member.encode() in data)
    else:
        found = (media_type for member, media_type in _ZIP_MEMBERS if any(name.startswith(member) for name in names))
    return next(found, "application/zip")


def _in_ole(data: bytes) -> str:
    """What an OLE file is, by the names in its directory."""
    for stream, media_type in _OLE_STREAMS:
        entry = stream.encode("utf-16-le") + b"\0\0"
        at = data.find(entry)
        while at >= 0:
            if at % _OLE_ENTRY == 0:
                return media_type
            at = data.find(entry, at + 1)
    return _OLE
