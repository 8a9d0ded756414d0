"""Web pages: the document that a page holds, without what the page prints around it.

lxml (BSD) parses: in time linear in the page, with a bound on depth, broken markup included, and the Word readers need it anyway.
On eight pages of real portals all parsers give the same words; selectolax (Lexbor, MIT) takes half of lxml's 2 ms a page, but 200
seconds for 200,000 nested tags; html5lib takes 70 ms. Those that look for the document themselves are made for news: readability
gave one plan of eight as its title alone, trafilatura and resiliparse left menus and lists of offices in three of eight, and none
resolves merged cells or numbers lists. So `web.article` looks for it, by the rules that government pages keep.

The values of a plan are tied to words of its text. What the page shows beside the document (发文机关, 文号, 成文日期) therefore opens the
text, and its title, be it only named in the page's head, which is what browsers show. The other meta tags stay out: PubDate is the day
of the page and ContentSource its source, and neither is the plan's.
"""

from __future__ import annotations

import codecs
import re

from planparse.errors import InputError
from planparse.readers.plain_text import decode, tidy
from planparse.text import HEADING, SourceText

_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HEAD = 4096
# What is declared as one of these holds characters of the larger set, as browsers know.
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}


def read(data: bytes, declared: str | None = None) -> tuple[SourceText, str]:
    """The text of the document and the name of the page's encoding; `declared` is what its mail header says.

    Raises InputError for pages without words, too large to be real ones, or where lxml is missing.
    """
    from planparse.readers.web.article import lines_of_document  # noqa: PLC0415 - most inputs are no web page
    from planparse.readers.web.tree import read_page  # noqa: PLC0415

    text, encoding = decode(data, _codec(declared) or declared_in(data))
    lines = lines_of_document(read_page(text.replace(HEADING, "")))
    if not any(line.strip() for line in lines):
        raise InputError("html-no-words")
    return tidy("\n".join(lines).replace("\f", " ") + "\n", headed=True), encoding


def declared_in(data: bytes) -> str | None:
    """The encoding that a page declares for itself, None where it declares none that there is."""
    found = _DECLARED.search(data, 0, _HEAD)
    return _codec(found.group(1).decode("ascii", "replace")) if found else None


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip("\"' ")).name
    except LookupError:
        return None
    return _LARGER.get(known, known)
