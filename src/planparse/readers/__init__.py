"""Inputs become documents: the content of the bytes, never the name, decides which reader takes them.

A new format is a module with a `read` function and a line in READERS; `media_types` already names the usual formats.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePath

from planparse.errors import InputError
from planparse.messages import Message
from planparse.readers import html, markdown, mhtml, ofd, office, pdf, plain_text, word
from planparse.readers.media_types import media_type_of
from planparse.text import Document, SourceText

# Media type → the function that makes (text, name of its encoding) of the bytes. It raises InputError where it cannot,
# with a message that leaves out which input it is.
READERS: dict[str, Callable[[bytes], tuple[SourceText, str]]] = {
    "text/plain": plain_text.read,
    "text/html": html.read,
    "multipart/related": mhtml.read,
    "text/markdown": markdown.read,
    "application/pdf": pdf.read,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": word.read,
    "application/msword": office.reader("doc"),
    "text/rtf": office.reader("rtf"),
    "application/vnd.oasis.opendocument.text": office.reader("odt"),
    "application/ofd": ofd.read,
}

_MOST_PAGES = 5_000
_MOST_TEXT, _LEAST_TEXT = 5, 1024 * 1024  # bytes a byte of the file, which is packed; of small files bytes


def read(data: bytes, where: str) -> Document:
    """The document in the bytes of one input; `where` is its path or what messages call it.

    Raises InputError where no reader takes the bytes.
    """
    media_type = media_type_of(data)
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
