"""Footnotes of a page, told by their smaller type: they go, and so do the small raised figures that refer to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import takewhile

from planparse.readers.layout.lines import Glyph, is_wide, rows_of

_SMALL_FIGURE = 0.75  # of the type of the text, at most
_SMALL_TYPE = 0.92
_LOWEST_RAISED, _HIGHEST_RAISED = 0.1, 0.8  # ems above the line
_NEAR = 0.5  # ems
_FIGURE = re.compile(r"[0-9①-⑳\[\]［］〔〕]")
_OPENS_NOTES = re.compile(r"\W?(?P<figure>\d{1,2}|[①-⑳])(?=\D)|注释?[:：]")
_PAGE_NUMBER = re.compile(r"\W*(?:第?\d{1,4}页?)\W*")


class Notes:
    """The footnotes of a document's pages, which are asked for one after the other: the type that most of them is set in is its text."""

    def __init__(self) -> None:
        self._sizes: Counter[int] = Counter()

    def taken_out_of(self, glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
        """The glyphs of a page less its footnotes and the figures that refer to them."""
        self._sizes.update(glyph.size for glyph in glyphs if is_wide(glyph.character))
        if not self._sizes:
            return glyphs
        ((body, _),) = self._sizes.most_common(1)
        small = [glyph for glyph in glyphs if glyph.size <= _SMALL_TYPE * body and not glyph.character.isspace()]
        figures = _raised(glyphs, small, body)
        gone = {*figures, *_notes(glyphs, small, {glyph.character for glyph in figures}, body)}
        # A word reaches as far as its figure did: what follows stands right behind it.
        reach = {word: figure.right for figure, word in figures.items()}
        return [g._replace(right=reach.get(g, g.right)) for g in glyphs if g not in gone] if gone else glyphs


def _raised(glyphs: Sequence[Glyph], small: Sequence[Glyph], body: int) -> dict[Glyph, Glyph]:
    """The small figures above a line, right behind one of its words or one another, each with its word."""
    figures = [glyph for glyph in small if glyph.size <= _SMALL_FIGURE * body and _FIGURE.fullmatch(glyph.character)]
    if not figures:
        return {}
    ends: dict[int, list[Glyph]] = defaultdict(list)  # the words, by where they end
    for glyph in glyphs:
        if glyph.size > _SMALL_TYPE * body and is_wide(glyph.character):
            ends[glyph.right // body].append(glyph)
    raised: dict[Glyph, Glyph] = {}
    last: Glyph | None = None
    for figure in sorted(figures, key=lambda glyph: (glyph.y, glyph.x)):
        words = (word for at in (-1, 0, 1) for word in ends.get(figure.x // body + at, ()))
        word = next((word for word in words if _stands_above(figure, word, body)), None)
        if word is None and last is not None and last.y == figure.y and abs(figure.x - last.right) < _NEAR * figure.size:
            word = raised[last]
        if word is not None:
            raised[figure] = word
            last = figure
    return raised


def _stands_above(figure: Glyph, word: Glyph, body: int) -> bool:
    return _LOWEST_RAISED * body < word.y - figure.y < _HIGHEST_RAISED * body and abs(figure.x - word.right) < _NEAR * body


def _notes(glyphs: Sequence[Glyph], small: Sequence[Glyph], figures: set[str], body: int) -> list[Glyph]:
    """The small type below all other, from the line on that opens with one of the figures, or with 注."""
    large = (glyph.y for glyph in glyphs if glyph.size > _SMALL_TYPE * body and not glyph.character.isspace())
    lowest = max(large, default=None)
    if lowest is None:
        return []
    rows = [sorted(row, key=lambda glyph: glyph.x) for row in rows_of(glyph for glyph in small if glyph.y > lowest)]
    for at, row in enumerate(rows):
        opens = _OPENS_NOTES.match("".join(glyph.character for glyph in row[:6]))
        if opens and (opens["figure"] is None or figures.intersection(opens["figure"])):
            below = rows[at:]
            return [glyph for row in takewhile(lambda row: not _is_page_number(row), below) for glyph in row]
    return []


def _is_page_number(row: Sequence[Glyph]) -> bool:
    return len(row) < 12 and _PAGE_NUMBER.fullmatch("".join(glyph.character for glyph in row)) is not None
