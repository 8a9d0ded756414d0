"""Text with offsets: half-open spans, and a text that knows its pages; and what of a text may be shown as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Final, NewType

from pydantic import ConfigDict, Field

# What makes a terminal do something, turns the order of what is read, or is half a character: controls but for tab and line
# feed, marks of direction, separators of lines and paragraphs, surrogates.
STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
_BREAKS: Final = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
_LINE_ENDS: Final = re.compile("\r\n|[\v\f\r\x85\u2028\u2029]")

HEADING: Final = "\x11"
"""Stands before a line that its file calls a heading, as many times as it is deep; from readers only, until `tidy` takes it out."""

DEEPEST_HEADING: Final = 7
"""How deep a line is that is a heading by being bold alone: below h6."""

Folded = NewType("Folded", str)
"""A text in one width and one script, as the rules read it: as long as the printed one, offset for offset."""

Painted = NewType("Painted", str)
"""The skeleton of a folded text, with numbers and times painted over; as long as well."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of the plan's text: `text[start:end]`, counted in code points."""

    # A dataclass, which Pydantic checks like a model: a plan has a thousand spans, and they cost a quarter of a model's.
    __pydantic_config__ = ConfigDict(strict=True, extra="forbid")

    start: Annotated[int, Field(ge=0, description="Offset of the first character.")]
    end: Annotated[int, Field(ge=0, description="Offset after the last character.")]


@dataclass(frozen=True, slots=True)
class SourceText:
    r"""A text as read from a file: `page_starts` holds the offset of each page, or None where the input has no pages.

    `headings` are the lines that the file calls headings: the offset of each, and how deep it is. `edits` are made all at once, and
    what the text knows of its offsets moves with them:

    >>> SourceText("一页\f二页", (0, 3)).edited([(2, 3, "")])
    SourceText(text='一页二页', page_starts=(0, 2), headings=())
    """

    text: str
    page_starts: tuple[int, ...] | None = None
    headings: tuple[tuple[int, int], ...] = ()

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> SourceText:
        """The text with each `text[start:end]` replaced; edits come in order and do not overlap."""
        pieces: list[str] = []
        made: list[tuple[int, int, int, int]] = []  # start and end of an edit in this text, and in the new one
        done = shift = 0
        for start, end, new in edits:
            pieces += (self.text[done:start], new)
            if self.page_starts is not None or self.headings:
                made.append((start, end, start + shift, start + shift + len(new)))
            done = end
            shift += len(new) - (end - start)
        if not pieces:
            return self
        pieces.append(self.text[done:])
        text = "".join(pieces)
        pages = None if self.page_starts is None else tuple(_moved(page, made) for page in self.page_starts)
        return SourceText(text, pages, tuple((_moved(at, made), depth) for at, depth in self.headings))


def _moved(offset: int, made: list[tuple[int, int, int, int]]) -> int:
    """Where an offset lies in the new text; one inside an edit moves to where the edit begins."""
    at = bisect_right(made, offset, key=lambda edit: edit[0]) - 1
    if at < 0:
        return offset
    _, end, new_start, new_end = made[at]
    return new_start if offset < end else new_end + offset - end


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of an input: its text, and the facts that `Plan.source` will state about it."""

    source: SourceText
    name: str | None
    media_type: str
    sha256: str
    encoding: str


def line_end(text: str, at: int) -> int:
    r"""Where the line that an offset lies in ends: at its `\n`, or with the text.

    >>> line_end("甲\n乙", 0), line_end("甲\n乙", 2)
    (1, 3)
    """
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def printable(text: str) -> str:
    r"""The text of a plan, or the name of a file, on one line, with nothing in it that steers a terminal.

    >>> print(printable("甲市\n方案\x1b[31m\u202e"))
    甲市 方案\x1b[31m\u202e
    """
    return _spelt(_BREAKS.sub(" ", text))


def printable_lines(text: str) -> str:
    r"""The same, with its lines and its tabs; all lines end in `\n`.

    >>> printable_lines("甲市\r方案\x1b[31m")
    '甲市\n方案\\x1b[31m'
    """
    return _spelt(_LINE_ENDS.sub("\n", text))


def _spelt(text: str) -> str:
    """The text with what steers as Python writes it."""
    return STEERING.sub(lambda found: ascii(found[0])[1:-1], text)
