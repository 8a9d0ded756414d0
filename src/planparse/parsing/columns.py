"""Text that was set in two columns and copied line by line: the left column of each page is read before the right one.

pdftotext -layout and printed gazettes give such lines: half a line, three blanks or more, half of another line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from statistics import median
from typing import NamedTuple
from unicodedata import east_asian_width

from planparse.language.patterns import Pattern
from planparse.text import SourceText

_PARTED = Pattern(
    r"\S(?:[ ]{3}|\u3000{2})[ \u3000]*\S", reads=("培育企业。   建设园区",), leaves=("培育企业。 建设园区", "   培育企业")
)
_FEWEST_LINES = 12
_MOST_ACROSS = 0.15  # of the lines, those that run over the gutter
_FOOT_LINES = 2
_FEWEST_BESIDE = 0.4  # of the lines, those that stand in both columns
_FILLED = 0.8  # of the width of a column, what most of its lines fill
_NARROWEST = 20  # a column, where a character of full width counts two
_NEAR_EDGE = 0.3  # of the width of the text, in which no gutter is
_WIDE = "WFA"


class _Line(NamedTuple):
    """A line and where each of its characters stands, the end included."""

    start: int
    words: str
    places: Sequence[int]


def in_reading_order(source: SourceText, is_furniture: Callable[[str], bool]) -> SourceText:
    """The text with the columns of each page one after the other, where it was set in two.

    What is furniture, such as a page number, stands below both.
    """
    text = source.text
    if text.count("   ") + text.count("\u3000\u3000") < _FEWEST_LINES or _PARTED.search(text) is None:
        return source
    pages = ([*_lines(text, start, end)] for start, end in _pages(text))
    edits: list[tuple[int, int, str]] = []
    gutter: int | None = None
    for lines in pages:
        gutter = _gutter(lines) or gutter
        if gutter is not None and _keeps_to(lines, gutter):
            edits += _in_order(lines, gutter, is_furniture)
    return source.edited(edits)


def _keeps_to(lines: Sequence[_Line], gutter: int) -> bool:
    """Whether hardly any line runs over the gutter, which a page before may have shown."""
    return sum(_is_across(line, gutter) for line in lines) <= max(_FOOT_LINES, len(lines) * _MOST_ACROSS)


def _pages(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\f", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _in_order(lines: Sequence[_Line], gutter: int, is_furniture: Callable[[str], bool]) -> Iterator[tuple[int, int, str]]:
    for is_across, run in groupby(lines, key=lambda line: is_furniture(line.words.strip()) or _is_across(line, gutter)):
        beside = [*run]
        if is_across:
            continue
        parts = [_parted(line, gutter) for line in beside]
        margin = min((indent for _, indent, right in parts if right), default=0)
        ordered = [left for left, _, _ in parts]
        # Two characters of full width open a paragraph.
        ordered += ["\u3000" * ((indent - margin) // 2) + right for _, indent, right in parts]
        last = beside[-1]
        yield beside[0].start, last.start + len(last.words), "\n".join(words for words in ordered if words.strip())


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    for words in text[start:end].split("\n"):
        if words.strip():
            widths = (2 if east_asian_width(character) in _WIDE else 1 for character in words)
            yield _Line(start, words, [*accumulate(widths, initial=0)])
        start += len(words) + 1


def _gutter(lines: Sequence[_Line]) -> int | None:
    """The place between the two columns of a page; None where there is but one."""
    if len(lines) < _FEWEST_LINES:
        return None
    width = max(line.places[len(line.words.rstrip())] for line in lines)
    covered = [0] * (width + 1)
    for line in lines:
        for at, character in enumerate(line.words):
            if not character.isspace():
                covered[line.places[at]] += 1
                covered[line.places[at + 1] - 1] += line.places[at + 1] - line.places[at] > 1
    inner = range(round(width * _NEAR_EDGE), round(width * (1 - _NEAR_EDGE)))
    most = len(lines) * _MOST_ACROSS
    free = max(([*run] for is_free, run in groupby(inner, lambda at: covered[at] <= most) if is_free), key=len, default=[])
    if len(free) < 2:
        return None
    gutter = free[len(free) // 2]
    parts = [_parted(line, gutter) for line in lines if not _is_across(line, gutter)]
    both = [(_width(left), _width(right)) for left, _, right in parts if left.strip() and right]
    if len(both) < len(lines) * _FEWEST_BESIDE:
        return None
    full = (median(widths) >= max(_NARROWEST, _FILLED * max(widths)) for widths in zip(*both, strict=True))
    return gutter if all(full) else None


def _width(words: str) -> int:
    return sum(2 if east_asian_width(character) in _WIDE else 1 for character in words.strip())


def _is_across(line: _Line, gutter: int) -> bool:
    """Whether a character of a line stands on the gutter, or beside it on both sides."""
    left, right = (
        next((at for at in places if not line.words[at].isspace()), None)
        for places in (
            reversed([at for at in range(len(line.words)) if line.places[at] < gutter]),
            [at for at in range(len(line.words)) if line.places[at] >= gutter],
        )
    )
    if left is None:
        return False
    if line.places[left + 1] > gutter:
        return True
    return right is not None and line.places[right] - line.places[left + 1] < 2


def _parted(line: _Line, gutter: int) -> tuple[str, int, str]:
    """The left part of a line, where its right part begins, and that."""
    at = next((at for at in range(len(line.words)) if line.places[at] >= gutter), len(line.words))
    right = line.words[at:]
    return line.words[:at].rstrip(), line.places[at] + _width_of_blank(right), right.strip()


def _width_of_blank(words: str) -> int:
    blank = words[: len(words) - len(words.lstrip())]
    return sum(2 if east_asian_width(character) in _WIDE else 1 for character in blank)
