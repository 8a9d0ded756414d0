"""Inputs become documents: the content of the bytes, never the name, decides which reader takes them.

A new format is a module with a `read` function and a line in READERS; `media_types` already names the usual formats.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from planparse.errors import InputError
from planparse.readers import plain_text
from planparse.readers.media_types import KINDS, media_type_of
from planparse.text import Document, SourceText

# Media type → the function that makes (text, name of its encoding) of the bytes; InputError where it cannot.
READERS: dict[str, Callable[[bytes], tuple[SourceText, str]]] = {
    "text/plain": plain_text.read,
}


def read(data: bytes, name: str | None) -> Document:
    """The document in the bytes of one input; `name` is its file name without folders.

    Raises InputError where no reader takes the bytes; the message leaves out the name.
    """
    media_type = media_type_of(data)
    if media_type not in READERS:
        raise InputError(f"looks like {KINDS[media_type]}, which planparse does not read; save it as text (.txt, UTF-8)")
    source, encoding = READERS[media_type](data)
    return Document(source, name, media_type, sha256(data).hexdigest(), encoding)
