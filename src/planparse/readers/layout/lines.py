"""Glyphs become lines as they stand on a page: clean characters, blanks where there is room for one, no page boilerplate."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character where it stands: `y` is its baseline and runs down; lengths are hundredths of a point."""

    character: str
    x: int
    right: int
    y: int
    size: int


class Page(NamedTuple):
    """What stands on a page; `rules` are ruled lines from (x, y) to (x, y), level or upright."""

    width: int
    glyphs: list[Glyph]
    rules: list[tuple[int, int, int, int]]


class Line(NamedTuple):
    """A line of a page; it ends in a blank where one is printed. Where it is a row of a table, `cells` are its texts.

    `column` is the column of a page that has several, 0 for what runs over all of it.
    """

    text: str
    left: int
    right: int
    y: int
    size: int
    cells: tuple[str, ...] | None = None
    column: int = 0


# Radicals that fonts take for the characters they look like, each before its character (EquivalentUnifiedIdeograph.txt of Unicode 15);
# all others and the compatibility characters have theirs in Unicode's own normalization.
_PAIRS = "⼾户⾭青⺁厂⺇几⺓幺⺝月⺠民⺩王⺬示⺼月⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙"
_RADICALS = dict(zip(map(ord, _PAIRS[::2]), _PAIRS[1::2], strict=True))
_WIDE_BLANK = "\u3000"
_PRIVATE = frozenset(("Co", "Cn", "Cs", "Cc", "Cf"))
# Room in ems: for a blank that is printed, for one that is not (more than the line's glyphs keep elsewhere), and between two fields.
_PRINTED, _IMPLIED, _APART = 0.15, 0.2, 2.5
FIELDS = "    "
_DOUBLE = "—…"
_HAIR = 0.3
_LONE_NUMBER = re.compile(r"[\W_]*\d{1,4}[\W_]*")
_DIGITS = re.compile(r"\d+")
_SAME_PLACE = 300
_FAR = 1.8  # line pitches between the body and a page number


def clean(character: str) -> str:
    r"""The ordinary character that a glyph stands for, nothing for private and invisible ones, and one of two blanks for all blanks.

    >>> clean("⼀"), clean("⻓"), clean("⺟"), clean("\ue003"), clean("（"), clean("\xa0")
    ('一', '长', '母', '', '（', ' ')
    """
    if character.isspace():
        return character if character == _WIDE_BLANK else " "
    if "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff" or "\U0002f800" <= character <= "\U0002fa1f":
        character = unicodedata.normalize("NFKC", character.translate(_RADICALS))[0]
    return "" if unicodedata.category(character) in _PRIVATE else character


def is_wide(character: str) -> bool:
    """Whether a character is as wide as it is high."""
    return unicodedata.east_asian_width(character) in "WF"


def lines_of(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """The lines that glyphs stand in, from top to bottom."""
    for row in rows_of(glyphs):
        yield from _line(row)


def rows_of(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs that stand on one height, from top to bottom."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if row and glyph.y - row[0].y > 0.6 * min(glyph.size, row[0].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _line(glyphs: list[Glyph]) -> Iterator[Line]:
    seen: list[tuple[str, Glyph]] = []  # each with the blanks that are printed before it
    blank = ""
    for glyph in sorted(glyphs, key=lambda glyph: glyph.x):
        if glyph.character.isspace():
            blank += glyph.character
        elif not seen or not _is_shadow(seen[-1][1], glyph):
            seen.append((blank, glyph))
            blank = ""
    if not seen:
        return
    rooms = [(after.x - before.right) / max(before.size, after.size, 1) for (_, before), (_, after) in pairwise(seen)]
    usual = max(sorted(rooms)[(len(rooms) - 1) // 2], 0) if rooms else 0
    pieces = [seen[0][1].character]
    for room, (_, before), (printed, after) in zip(rooms, seen, seen[1:], strict=False):
        alike = is_wide(before.character) == is_wide(after.character) and after.character.isalnum()
        pieces += (_blank(room, usual, printed, alike=alike), after.character)
    letters = [glyph for _, glyph in seen]
    size = sorted(glyph.size for glyph in letters)[len(letters) // 2]
    yield Line("".join(pieces) + blank[:1], letters[0].x, max(g.right for g in letters), letters[0].y, size)


def _is_shadow(before: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph makes the one before it bold: the same once more, a hair apart. A dash of two glyphs can look so."""
    return glyph.character == before.character not in _DOUBLE and glyph.x - before.x < _HAIR * glyph.size


def _blank(room: float, usual: float, printed: str, *, alike: bool) -> str:
    """The blank between two glyphs: a printed one counts where there is room for it, and room may count where none is printed."""
    if room - usual > _APART:
        return FIELDS
    if printed:
        return printed if room > _PRINTED * len(printed) else printed[:1] if room > _PRINTED else ""
    return " " if alike and room - usual > _IMPLIED else ""


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers, without what runs over their heads and feet, and without level watermarks."""
    outer = [_outer(lines) for lines in pages]
    places = Counter(place for lines in outer for line in lines for place in _places(line))
    stamps = Counter(stamp for lines in pages for stamp in {_stamp(line) for line in lines if line.cells is None})
    few = max(2, len(pages) / 3)
    kept: list[list[Line]] = []
    for lines, edges in zip(pages, outer, strict=True):
        pitch = _pitch(lines)
        gone = {line for line in edges if places[_places(line)[0]] >= few}
        gone |= {line for line in lines if len(pages) > 3 and stamps[_stamp(line)] > len(pages) * 2 / 3}
        rest = [line for line in lines if line not in gone]
        kept.append(_without_number(rest, pitch))
    return kept


def _outer(lines: Sequence[Line]) -> list[Line]:
    """The lines that can be head or foot: the first two and the last two, as far as they are no rows."""
    return [line for line in dict.fromkeys(chain(lines[:2], lines[-2:])) if line.cells is None]


def _places(line: Line) -> tuple[tuple[str, int], ...]:
    """Where a head or foot stands, its digits left out; two neighbours, so that a hair's breadth does not part them."""
    words, place = _DIGITS.sub("#", "".join(line.text.split())), line.y // _SAME_PLACE
    return (words, place), (words, place - 1), (words, place + 1)


def _stamp(line: Line) -> tuple[str, int, int]:
    return line.text.rstrip(), line.left // _SAME_PLACE, line.y // _SAME_PLACE


def _pitch(lines: Sequence[Line]) -> float:
    gaps = [below.y - above.y for above, below in pairwise(lines) if below.y > above.y]
    return median(gaps) if gaps else 0


def _without_number(lines: list[Line], pitch: float) -> list[Line]:
    """Without a lone number that stands well apart at the head or foot of a page."""
    for inner, edge in ((-2, -1), (1, 0)):
        if len(lines) > 2 and lines[edge].cells is None and _LONE_NUMBER.fullmatch(lines[edge].text.rstrip()):
            gap = abs(lines[edge].y - lines[inner].y)
            if gap > _FAR * pitch:
                lines = lines[:-1] if edge else lines[1:]
    return lines
