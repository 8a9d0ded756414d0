"""The parts of a Word document, which is a zip archive of XML that says itself where they are."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from planparse.errors import InputError
from planparse.readers.archives import open_archive, read_member
from planparse.readers.word.markup import parse_xml

# Office can write the same under the names of the ISO standard.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)

_STYLE, _STYLE_END = b"<w:style ", re.compile(b"</w:style>")
_OF_TABLES = re.compile(rb'[^<>]*w:type="table"')
_LATENT, _LATENT_END = b"<w:latentStyles", b"</w:latentStyles>"


class Parts(NamedTuple):
    """The main part of a package, its styles and numbering, and the whole files in it that Word shows as if they were part of it."""

    document: Element
    styles: Element | None
    numbering: Element | None
    chunks: dict[str, bytes]  # by the id that the main part calls them by


def read_parts(data: bytes) -> Parts:
    """The parts of a package. Raises InputError where it is damaged or has no main part."""
    with open_archive(data) as archive:
        main = next((part for kind, _, part in _related(archive, "") if kind == "officeDocument"), "word/document.xml")
        document = _part(archive, main)
        if document is None:
            raise InputError("word-not-whole")
        related = [*_related(archive, main)]
        named = {kind: part for kind, _, part in related}
        chunks = {id_: read_member(archive, part) or b"" for kind, id_, part in related if kind == "aFChunk"}
        styles = _part(archive, named.get("styles", ""), _of_words)
        return Parts(document, styles, _part(archive, named.get("numbering", "")), chunks)


def _related(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """Kind, id and name of the parts that a part, or the package itself, refers to."""
    folder, name = posixpath.split(part)
    relations = _part(archive, posixpath.join(folder, "_rels", name + ".rels"))
    for relation in () if relations is None else relations:
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            yield relation.get("Type", "").rpartition("/")[2], relation.get("Id", ""), target.lstrip("/")


def _of_words(styles: bytes) -> bytes:
    """The styles of paragraphs, words and lists: without those of tables, and without what Word only lists for its menus.

    Nobody asks for these, and they are most of what stands in a short document: to parse them takes a hundred times as long as the rest.
    """
    begin, end = styles.find(_LATENT), styles.find(_LATENT_END)
    if 0 <= begin < end:
        styles = styles[:begin] + styles[end + len(_LATENT_END) :]
    kept: list[bytes] = []
    at = 0
    for style in _STYLE_END.finditer(styles):
        begin = styles.rfind(_STYLE, at, style.start())
        of_table = begin >= 0 and _OF_TABLES.match(styles, begin + len(_STYLE))
        kept.append(styles[at : begin if of_table else style.end()])
        at = style.end()
    return b"".join((*kept, styles[at:]))


def _part(archive: zipfile.ZipFile, name: str, shorter: Callable[[bytes], bytes] = lambda data: data) -> Element | None:
    data = read_member(archive, name)
    if data is None:
        return None
    data = shorter(data)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return parse_xml(data)
