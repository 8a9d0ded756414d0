"""Glyphs become lines as they stand on a page: clean characters, blanks where there is room for one, no page furniture."""

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
    """A line of a page. Where it is a row of a table, `cells` are its texts."""

    text: str
    left: int
    right: int
    y: int
    size: int
    cells: tuple[str, ...] | None = None


# Radicals that fonts take for the characters they look like; the other radicals and the compatibility characters have their
# character in Unicode's own tables. After EquivalentUnifiedIdeograph.txt of Unicode 15.
_RADICALS = str.maketrans(
    "⺁⺇⺋⺎⺏⺐⺒⺓⺔⺖⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺸⺹⺺⺻⺼⺽⺿⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂几㔾兀尣尢巳幺彑忄扌攵旡月歺母民氵氺灬爫爫丬犭王疋罒示礻竹糹纟罓罒罓罓羋羊耂肀聿月臼艹虎衤覀西见角讠贝车辶钅長镸长门阝雨青韦页风飞食飠飠饣马骨鬼鱼鸟鹵麦黄黾斉齐歯齿竜龙龜亀龟",
)
_BLANKS = frozenset(" \xa0\u2002\u2003\u3000\t\r\n")
_PRIVATE = frozenset(("Co", "Cn", "Cs", "Cc", "Cf"))
# Blanks in ems: one that is printed, one between words that is not, one that spreads characters, and what parts two fields.
_PRINTED, _BETWEEN_WORDS, _SPREAD, _APART = 0.15, 0.3, 1.2, 2.5
_FIELDS = "    "
_LONE_NUMBER = re.compile(r"[\W_]*\d{1,4}[\W_]*")
_DIGITS = re.compile(r"\d+")
_SAME_PLACE = 300
_FAR = 1.8  # line pitches between the body and a page number


def clean(character: str) -> str:
    """The ordinary character that a glyph stands for, nothing for private and invisible ones.

    >>> clean("⼀"), clean("⻓"), clean("\ue003"), clean("（")
    ('一', '长', '', '（')
    """
    if "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff" or character >= "\U0002f800":
        return unicodedata.normalize("NFKC", character.translate(_RADICALS))
    return "" if unicodedata.category(character) in _PRIVATE else character


def is_wide(character: str) -> bool:
    """Whether a character is as wide as it is high."""
    return unicodedata.east_asian_width(character) in "WF"


def lines_of(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """The lines that glyphs stand in, from top to bottom."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if line and glyph.y - line[0].y > 0.6 * min(glyph.size, line[0].size):
            yield from _line(line)
            line = []
        line.append(glyph)
    yield from _line(line)


def _line(glyphs: list[Glyph]) -> Iterator[Line]:
    pieces: list[str] = []
    last: Glyph | None = None
    blank = ""
    seen: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.x):
        if glyph.character in _BLANKS:
            blank += glyph.character
            continue
        if last is not None:
            # Bold print is often the same glyph twice, a hair apart.
            if glyph.character == last.character and glyph.x - last.x < 0.3 * glyph.size:
                continue
            pieces.append(_blank(last, glyph, blank))
        pieces.append(glyph.character)
        seen.append(glyph)
        last, blank = glyph, ""
    if last is not None:
        size = sorted(glyph.size for glyph in seen)[len(seen) // 2]
        yield Line("".join(pieces), seen[0].x, max(g.right for g in seen), seen[0].y, size)


def _blank(before: Glyph, after: Glyph, printed: str) -> str:
    """The blank between two glyphs: what is printed counts where there is room for it, and room may count where nothing is printed."""
    room = (after.x - before.right) / max(before.size, after.size, 1)
    if room > _APART:
        return _FIELDS
    if printed:
        return ("\u3000" if "\u3000" in printed else " ") if room > _PRINTED else ""
    if room > _SPREAD:
        return "\u3000"
    words = not is_wide(before.character) and not is_wide(after.character)
    return " " if words and room > _BETWEEN_WORDS else ""


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers, without what runs over their heads and feet, and without level watermarks."""
    outer = [_outer(lines) for lines in pages]
    places = Counter(place for lines in outer for line in lines for place in _places(line))
    stamps = Counter(_stamp(line) for lines in pages for line in {_stamp(line): line for line in lines}.values())
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
    return line.text, line.left // _SAME_PLACE, line.y // _SAME_PLACE


def _pitch(lines: Sequence[Line]) -> float:
    gaps = [below.y - above.y for above, below in pairwise(lines) if below.y > above.y]
    return median(gaps) if gaps else 0


def _without_number(lines: list[Line], pitch: float) -> list[Line]:
    """Without a lone number that stands well apart at the head or foot of a page."""
    for inner, edge in ((-2, -1), (1, 0)):
        if len(lines) > 2 and lines[edge].cells is None and _LONE_NUMBER.fullmatch(lines[edge].text):
            gap = abs(lines[edge].y - lines[inner].y)
            if gap > _FAR * pitch:
                lines = lines[:-1] if edge else lines[1:]
    return lines
