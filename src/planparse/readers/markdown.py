"""Markdown: the text without its marks, tables as rows of cells parted by tabs.

markdown-it-py (MIT) parses, as CommonMark has it; rich depends on it anyway. HTML inside goes to the reader of web pages.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable

from planparse.errors import InputError
from planparse.readers.plain_text import decode, tidy
from planparse.readers.web.grid import as_line
from planparse.text import DEEPEST_HEADING, HEADING, SourceText

_DEEPEST = 40
# Every mark is one of these, and what the parser makes of it takes some 800 bytes; plans have 24 bytes for each and more.
_MARKS = "\n" + string.punctuation
_FEWEST_MARKS, _BYTES_A_MARK = 60_000, 20
# CommonMark takes no ** for a mark that stands between Chinese punctuation and a word, as in **（一）目标。**到2025年.
_LEFT_OVER = re.compile(r"\*\*|(?<!_)__(?!_)")
_BOLD = re.compile(r"(\*\*|__)[^*_\n]+\1")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(data: bytes) -> tuple[SourceText, str]:
    """The text and the name of its encoding. Raises InputError for bytes that are no text, or hold hardly more than marks."""
    text, encoding = decode(data)
    if sum(map(text.count, _MARKS)) > max(_FEWEST_MARKS, len(data) // _BYTES_A_MARK):
        raise InputError("markdown-too-many-marks")
    return tidy("\n".join(_lines(tidy(text).text)) + "\n", headed=True), encoding


def _lines(text: str) -> Iterable[str]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 loaded only where there is Markdown to read

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.disable(["code", "lheading"])  # plans set paragraphs in by blanks, and draw lines below them
    cells: list[str] | None = None
    numbers: list[str] = []  # of the list items that wait for their first words
    heading = ""
    for token in parser.parse(text):
        if token.type == "list_item_open" and token.info:
            numbers.append(f"{token.info}{token.markup}")
        elif token.type == "heading_open":
            heading = HEADING * int(token.tag[1:])
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield as_line(cells or [])
            cells = None
        elif token.type == "inline":
            words = "".join(numbers) + _words(token.children or [])
            numbers.clear()
            if cells is None:
                yield (heading or _of_bold(token.content)) + words
                heading = ""
            else:
                cells.append(" ".join(words.split()))
        elif token.type == "fence":
            yield token.content
        elif token.type == "html_block":
            yield from _of_html(token.content)


def _of_bold(words: str) -> str:
    """What marks a paragraph as a heading that is set bold from end to end."""
    return HEADING * DEEPEST_HEADING if _BOLD.fullmatch(words) else ""


def _words(tokens: Iterable[object]) -> str:
    """The words of a line or paragraph: of links their text, of pictures nothing."""
    from markdown_it.token import Token  # noqa: PLC0415 as above

    words = ""
    for token in tokens:
        assert isinstance(token, Token)
        if token.type in ("softbreak", "hardbreak") or (
            token.type == "html_inline" and _LINE_BREAK.fullmatch(token.content)
        ):
            words += "\n"
        elif token.type == "text":
            words += _LEFT_OVER.sub("", token.content)
        elif token.type == "code_inline":
            words += token.content
    return words


def _of_html(html: str) -> list[str]:
    from planparse.readers.web.lines import lines_of  # noqa: PLC0415 lxml is needed only where there is HTML
    from planparse.readers.web.tree import read_page  # noqa: PLC0415 as above

    return lines_of(read_page(html).body)
