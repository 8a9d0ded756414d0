"""Converts inputs to documents. The reader is chosen by the content, not the file name.

A new format is a module with a `read` function and a line in READERS.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from planparse.errors import InputError
from planparse.messages import Message
from planparse.readers import html, markdown, mhtml, ofd, office, pdf, plain_text, word
from planparse.readers.media_types import media_type_of
from planparse.text import Document, SourceText


@dataclass(frozen=True, slots=True)
class Reader:
    """How a format is read: `read` makes (text, name of its encoding) of the bytes.

    It raises InputError where it cannot, with a message that leaves out which input it is. `begins` is how files of the format begin,
    where `media_types`, which tells the usual formats, does not know it.
    """

    read: Callable[[bytes], tuple[SourceText, str]]
    begins: bytes = b""

    def __call__(self, data: bytes) -> tuple[SourceText, str]:
        """The text of these bytes, and the name of its encoding."""
        return self.read(data)


READERS: dict[str, Reader] = {
    "text/plain": Reader(plain_text.read),
    "text/html": Reader(html.read),
    "multipart/related": Reader(mhtml.read),
    "text/markdown": Reader(markdown.read),
    "application/pdf": Reader(pdf.read),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Reader(word.read),
    "application/msword": Reader(office.reader("doc")),
    "text/rtf": Reader(office.reader("rtf")),
    "application/vnd.oasis.opendocument.text": Reader(office.reader("odt")),
    "application/ofd": Reader(ofd.read),
}

_MOST_PAGES = 5_000
_MOST_TEXT, _LEAST_TEXT = 5, 1024 * 1024  # bytes a byte of the file, which is packed; of small files bytes


def read(data: bytes, where: str) -> Document:
    """The document in the bytes of one input; `where` is its path or what messages call it.

    Raises InputError where no reader takes the bytes.
    """
    own = (name for name, reader in READERS.items() if reader.begins and data.startswith(reader.begins))
    media_type = next(own, None) or media_type_of(data)
    if media_type not in READERS:
        raise InputError("looks-like", where, kind=Message(media_type))
    try:
        source, encoding = READERS[media_type](data)
    except InputError as error:
        raise error.at(where) from error
    if len(source.text.encode()) > max(_LEAST_TEXT, _MOST_TEXT * len(data)):
        raise InputError("more-text-than-file", where)
    if len(source.page_starts or ()) > _MOST_PAGES:
        raise InputError("too-many-pages", where, most=_MOST_PAGES)
    # A file name may hold bytes that are no text; they have no place in JSON.
    name = os.fsencode(PurePath(where).name).decode("utf-8", "replace")
    return Document(source, name, media_type, sha256(data).hexdigest(), encoding)
