"""The XML of Word documents: read without a document type, so without entities; its names, and how it writes switches and numbers."""

from __future__ import annotations

from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from planparse.errors import InputError
from planparse.readers.archives import damaged

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"


class _WithoutDoctype(ET.TreeBuilder):
    """Stops at a document type, before any of its entities is declared."""

    def doctype(self, *_: str | None) -> None:
        raise InputError("word-document-type")


def parse_xml(data: bytes) -> Element:
    """The root of an XML document. Raises InputError where it is damaged, or where it has a document type."""
    parser = ET.XMLParser(target=_WithoutDoctype())  # noqa: S314 - without a document type there is nothing to expand
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:  # ValueError, LookupError: its encoding is none
        raise damaged() from error
    return root


def is_on(parent: Element | None, name: str) -> bool:
    """Whether a switch such as w:vanish is set among some properties."""
    switch = None if parent is None else parent.find(W + name)
    return switch is not None and switch.get(VAL, "true") not in ("false", "0", "off", "none")


def number(parent: Element | None, path: str, default: int | None = None) -> int | None:
    """The number that w:val of a descendant holds; the default where there is none, or none that is a number."""
    found = None if parent is None else parent.find(path)
    value = "" if found is None else found.get(VAL, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else default
