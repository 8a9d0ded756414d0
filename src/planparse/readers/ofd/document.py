"""The runs of text on an OFD's pages become glyphs, as those of a PDF are, and these a text.

A run says where it begins, how wide it is and how large its type; its characters share the width. Pages that are set in columns, or
hold tables for the most part, are read in the order in which ofdkit reads them: it tells columns apart, and rules are not known here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from planparse.errors import InputError
from planparse.readers.layout.lines import Glyph, clean, is_wide, lines_of, without_furniture
from planparse.readers.layout.paragraphs import join_lines
from planparse.readers.plain_text import tidy
from planparse.text import SourceText

_MOST_CHARACTERS = 1_000_000
_POINT = 25.4 / 72 / 100  # millimetres of a hundredth of a point
_HUGE = 2_000.0  # millimetres, beyond which nothing is placed that can be read
_MARGIN = 2.0  # millimetres that text may stick out of its page
_COLUMN_GAP = 1.5  # ems
_EXACT = 0.01  # ems
_AS_WIDE = "“”‘’…—·"  # in Chinese print


class Run(Protocol):
    """Text that ofdkit finds on a page: its baseline begins at (x, y), y runs down, lengths are millimetres."""

    text: str
    x: float
    y: float
    size: float
    width: float
    from_template: bool


class Sheet(NamedTuple):
    """A page: its box (left, top, width, height), its runs, and its words in the order in which ofdkit reads them."""

    box: tuple[float, float, float, float]
    runs: Sequence[Run]
    words: Callable[[], str]


def read_sheets(sheets: Sequence[Sheet]) -> SourceText:
    """The text and pages of an OFD. Raises InputError where there is more than any plan holds."""
    if sum(len(run.text) for sheet in sheets for run in sheet.runs) > _MOST_CHARACTERS:
        raise InputError("far-too-much")
    visible = _without_stamps([[*_visible(sheet)] for sheet in sheets])
    if _in_columns(visible):
        return tidy("\n\f".join(sheet.words().replace("\f", " ") for sheet in sheets))
    widths = [round(min(sheet.box[2], _HUGE) / _POINT) for sheet in sheets]
    pages = [
        [*lines_of(glyph for run in runs for glyph in _glyphs(run, sheet.box[0]))]
        for sheet, runs in zip(sheets, visible, strict=True)
    ]
    return join_lines([*zip(widths, without_furniture(pages), strict=True)])


def _visible(sheet: Sheet) -> Iterator[Run]:
    left, top = sheet.box[:2]
    width, height = (min(length, _HUGE) for length in sheet.box[2:])
    for run in sheet.runs:
        if -_MARGIN <= run.x - left <= width + _MARGIN and -_MARGIN <= run.y - top <= height + _MARGIN:
            yield run


def _place(run: Run) -> tuple[str, int, int]:
    return run.text, round(run.x), round(run.y)


def _without_stamps(pages: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """The pages without words that stand on most of them at one place: a watermark runs askew through lines, which ofdkit hides."""
    places = Counter(place for runs in pages for place in set(map(_place, runs)))
    often = max(1, len(pages) * 2 / 3)

    def stays(run: Run) -> bool:
        stamped = len(run.text) > 1 and (len(pages) > 3 or run.from_template)
        return not stamped or places[_place(run)] <= often

    return [[*filter(stays, runs)] for runs in pages]


def _in_columns(pages: Iterable[Sequence[Run]]) -> bool:
    """Whether most lines are parted by wide gaps."""
    lines = parted = 0
    for runs in pages:
        rows: dict[int, list[Run]] = defaultdict(list)
        for run in runs:
            if run.text.strip():
                rows[round(run.y)].append(run)
        lines += len(rows)
        parted += sum(map(_is_parted, rows.values()))
    return parted > lines / 2


def _is_parted(row: list[Run]) -> bool:
    pairs = pairwise(sorted(row, key=lambda run: run.x))
    return any(after.x - before.x - before.width > _COLUMN_GAP * max(before.size, after.size) for before, after in pairs)


def _glyphs(run: Run, left: float) -> Iterator[Glyph]:
    """The glyphs of a run; ofdkit counts the last of its characters as one em or half of one, the others as they are placed."""
    size = abs(run.size) if abs(run.size) < _HUGE else 0.0
    ems = [1 if is_wide(character) or character in _AS_WIDE else 0.5 for character in run.text]
    counted = [1 if is_wide(character) else 0.5 for character in run.text]
    share = (run.width - counted[-1] * size) / sum(ems[:-1]) if len(ems) > 1 else size
    # Where no places are said, ofdkit counts all so, and quotation marks as half as wide as they are printed.
    if not 0 < share < _HUGE or abs(run.width - sum(counted) * size) < _EXACT * size:
        share = size
    x = run.x - left
    for at, (character, em) in enumerate(zip(run.text, ems, strict=True), 1):
        right = x + em * (share if at < len(ems) else size)
        if cleaned := clean(character):
            yield Glyph(cleaned, round(x / _POINT), round(right / _POINT), round(run.y / _POINT), round(size / _POINT))
        x = right
