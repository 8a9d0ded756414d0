"""Text that was set in two columns and copied line by line: the left column of each page is read before the right one.

pdftotext -layout and printed gazettes give such lines: half a line, three blanks or more, half of another line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from statistics import median
from typing import NamedTuple
from unicodedata import east_asian_width

from planparse.language.patterns import Pattern
from planparse.parsing.paragraphs.page_lines import is_page_number
from planparse.text import SourceText

_PARTED = Pattern(
    r"(?:[ ](?<=\S[ ])[ ]{2}|\u3000(?<=\S\u3000)\u3000)[ \u3000]*\S",
    reads=("培育企业。   建设园区",),
    leaves=("培育企业。 建设园区", "   培育企业"),
)
# Two places wide at least, which one blank of full width is alone.
_GAP = Pattern(r"\s\s|\u3000", reads=("培育企业。  建设园区", "培育企业。\u3000建设园区"), leaves=("培育企业。 建设园区",))
_WORD = Pattern(r"\S\S*+", reads=("培育企业。 建设园区",), leaves=("  ",))
_FEWEST_LINES = 12
_MOST_ACROSS = 0.15  # of the lines, those that run over the gutter
_FOOT_LINES = 2
_FEWEST_BESIDE = 0.4  # of the lines, those that stand in both columns
_FILLED = 0.8  # of the width of a column, what most of its lines fill
_NARROWEST = 20  # a column, where a character of full width counts two
_NEAR_EDGE = 0.3  # of the width of the text, in which no gutter is


class _Widths(dict[str, int]):
    """How many places a character takes, looked up once."""

    def __missing__(self, character: str) -> int:
        width = self[character] = 2 if east_asian_width(character) in "WFA" else 1
        return width


_WIDTHS = _Widths()


class _Line(NamedTuple):
    """A line and where each of its characters stands, the end included."""

    start: int
    words: str
    places: Sequence[int]


def in_reading_order(source: SourceText) -> SourceText:
    """The text with the columns of each page one after the other, where it was set in two.

    What a page prints around its text, such as its number, stands below both.
    """
    text = source.text
    if text.count("   ") + text.count("\u3000\u3000") < _FEWEST_LINES or _PARTED.search(text) is None:
        return source
    edits: list[tuple[int, int, str]] = []
    gutter: int | None = None
    for start, end in _pages(text):
        if gutter is None and not _may_have_two(text[start:end]):
            continue  # without a look at each character
        lines = [*_lines(text, start, end)]
        gutter = _gutter(lines) or gutter
        if gutter is not None and _keeps_to(lines, gutter):
            edits += _in_order(lines, gutter)
    return source.edited(edits)


def _may_have_two(page: str) -> bool:
    """Whether as many lines of a page hold a gap as would stand in both columns."""
    lines = [line for line in map(str.strip, page.split("\n")) if line]
    fewest = len(lines) * _FEWEST_BESIDE
    return len(lines) >= _FEWEST_LINES and sum(_GAP.search(line) is not None for line in lines) >= fewest


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


def _in_order(lines: Sequence[_Line], gutter: int) -> Iterator[tuple[int, int, str]]:
    for is_across, run in groupby(lines, key=lambda line: is_page_number(line.words.strip()) or _is_across(line, gutter)):
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
            yield _Line(start, words, [*accumulate(map(_WIDTHS.__getitem__, words), initial=0)])
        start += len(words) + 1


def _gutter(lines: Sequence[_Line]) -> int | None:
    """The place between the two columns of a page; None where there is but one."""
    if len(lines) < _FEWEST_LINES:  # a page behind the first with two
        return None
    width = max(line.places[len(line.words.rstrip())] for line in lines)
    opened = [0] * (width + 1)  # how many words open at a place, less those that have ended there
    for line in lines:
        for word in _WORD.finditer(line.words):
            opened[line.places[word.start()]] += 1
            opened[line.places[word.end()]] -= 1
    covered = [*accumulate(opened)]
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
    return sum(map(_WIDTHS.__getitem__, words.strip()))


def _is_across(line: _Line, gutter: int) -> bool:
    """Whether a character of a line stands on the gutter, or beside it on both sides."""
    at = bisect_left(line.places, gutter, 0, len(line.words))
    left, right = len(line.words[:at].rstrip()), line.words[at:]
    if not left:
        return False
    if line.places[left] > gutter:
        return True
    blank = len(right) - len(right.lstrip())
    return blank < len(right) and line.places[at + blank] - line.places[left] < 2


def _parted(line: _Line, gutter: int) -> tuple[str, int, str]:
    """The left part of a line, where its right part begins, and that."""
    at = bisect_left(line.places, gutter, 0, len(line.words))
    right = line.words[at:]
    return line.words[:at].rstrip(), line.places[at] + _width_of_blank(right), right.strip()


def _width_of_blank(words: str) -> int:
    blank = words[: len(words) - len(words.lstrip())]
    return sum(map(_WIDTHS.__getitem__, blank))
