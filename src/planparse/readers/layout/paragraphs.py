"""Lines become paragraphs, each on one line, also over page ends: the geometry of the page tells where one begins.

A paragraph begins where a line is indented, where the line before it ended although the next word had room, where the type changes
and where there is a gap. Two blanks of full width say so to what normalizes the text; where the page leaves it open, it finds a plain
line end and goes by the words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from planparse.readers.layout.lines import FIELDS, Line, is_wide
from planparse.text import SourceText

_NEW, _OPEN, _ON = "\n\u3000\u3000", "\n", ""
_INDENT = 1.2  # ems; an indent has two
_HAIR = 0.3
_GAP = 1.3  # line pitches
_LARGER = 1.15
_FEWEST_LINES = 3  # that show the margins of a page
_FEWEST_BEGINNINGS = 3
_MAY_HANG = "，。、；：？！）》”’"
# What cannot be parted at the end of a line.
_TOKEN = re.compile(r"[（《“‘〈「『【]*(?:[!-~]+|.)[，。、；：？！）》”’〉」』】…%％]*")


class _Margins(NamedTuple):
    left: float
    right: float


class _Habits(NamedTuple):
    """How a document shows that a paragraph begins, and the pitch of its lines for each size of type."""

    indents: bool
    gaps: bool
    pitches: dict[int, int]


def join_lines(pages: Sequence[tuple[int, list[Line]]]) -> SourceText:
    """The text of pages, each given as its width and its lines; a column has margins of its own, as a page has."""
    blocks = [(width, lines) for width, page in pages for lines in _columns(page)]
    opening = [at for _, page in pages for at in range(len(_columns(page)))]
    margins = _margins(blocks)
    habits = _habits(blocks, margins)
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    before: tuple[Line, _Margins] | None = None
    for (_, lines), margin, column in zip(_whole_tables(blocks), margins, opening, strict=True):
        begin: int | None = None
        for line in lines:
            if before is not None:
                joint = _joint(*before, line, margin, habits, new_page=begin is None)
                pieces.append(joint)
                length += len(joint)
            begin = length if begin is None else begin
            pieces.append(line.text.rstrip())
            length += len(pieces[-1])
            before = line, margin
        if not column:
            starts.append(length if begin is None else begin)
    return SourceText("".join(pieces), tuple(starts))


def _columns(page: list[Line]) -> list[list[Line]]:
    """The lines of a page, those of each column together."""
    return [[*lines] for _, lines in groupby(page, key=lambda line: line.column)] or [[]]


def _whole_tables(pages: Sequence[tuple[int, list[Line]]]) -> list[tuple[int, list[Line]]]:
    """The pages with tables that go on over a page end as if they did not: their header said once, a row cut in two whole."""
    whole: list[tuple[int, list[Line]]] = []
    last: Line | None = None
    held: list[Line] = []  # the page that ends with it
    header: tuple[str, ...] | None = None
    for width, lines in pages:
        kept: list[Line] = []
        for at, line in enumerate(lines):
            if line.cells is None:
                header = None
            elif header is None or len(header) != len(line.cells):
                header = line.cells
            elif at == 0 and line.cells == header:
                continue
            elif not kept and last is not None and last.cells is not None and last.cells[0] and not line.cells[0]:
                cells = tuple(a + b for a, b in zip(last.cells, line.cells, strict=True))
                last = last._replace(text="\t".join(cells), cells=cells)
                held[-1] = last
                continue
            kept.append(line)
            last, held = line, kept
        whole.append((width, kept))
    return whole


def _prose(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.cells is None]


def _margins(pages: Sequence[tuple[int, list[Line]]]) -> list[_Margins]:
    """The margins of each page; where too few lines fill it to show them, those of its like."""
    proses = [_prose(lines) for _, lines in pages]
    own = [_edges(prose) if prose else None for prose in proses]
    shown = [edges is not None and _filled(prose, edges) >= _FEWEST_LINES for prose, edges in zip(proses, own, strict=True)]
    kinds = [(width, lines[0].column if lines else 0) for width, lines in pages]
    alike: dict[tuple[int, int], list[_Margins]] = defaultdict(list)
    together: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for kind, prose, edges, show in zip(kinds, proses, own, shown, strict=True):
        together[kind] += prose
        if edges and show:
            alike[kind].append(edges)
    usual = {kind: _edges(lines) for kind, lines in together.items() if lines}
    usual |= {kind: _Margins(median(m.left for m in all_), median(m.right for m in all_)) for kind, all_ in alike.items()}
    return [
        edges if edges and show else usual.get(kind, _Margins(0, kind[0]))
        for kind, edges, show in zip(kinds, own, shown, strict=True)
    ]


def _filled(lines: Sequence[Line], margins: _Margins) -> int:
    """How many lines reach from one margin to the other."""
    return sum(line.left - margins.left < line.size and margins.right - line.right < line.size for line in lines)


def _edges(lines: Sequence[Line]) -> _Margins:
    # Marks may hang beyond the margin.
    plain = [line.right for line in lines if line.text.rstrip()[-1] not in _MAY_HANG]
    return _Margins(min(line.left for line in lines), max(plain or (line.right for line in lines)))


def _habits(pages: Sequence[tuple[int, list[Line]]], margins: Sequence[_Margins]) -> _Habits:
    pairs = [
        (above, below, margin)
        for (_, lines), margin in zip(pages, margins, strict=True)
        for above, below in pairwise(_prose(lines))
    ]
    # The narrow steps are those inside paragraphs; what steps less stands side by side.
    steps: dict[int, list[int]] = defaultdict(list)
    for above, below, _ in pairs:
        if below.y - above.y > above.size:
            steps[below.size].append(below.y - above.y)
    pitches = {size: sorted(every)[len(every) // 10] for size, every in steps.items()}
    # Where a paragraph begins beyond doubt: behind a line that had room left.
    beginnings = [(above, below, margin) for above, below, margin in pairs if _had_room(above, below, margin)]
    indented = sum(_is_indented(below, margin) for _, below, margin in beginnings)
    spaced = sum(_is_apart(above, below, pitches) for above, below, _ in beginnings)
    enough = max(_FEWEST_BEGINNINGS, len(beginnings) / 2)
    return _Habits(indented >= enough, spaced >= enough, pitches)


def _had_room(line: Line, following: Line, margins: _Margins) -> bool:
    """Whether the first word of the following line had found room at the end of a line."""
    token = _TOKEN.match(following.text)
    ems = sum(1 if is_wide(c) or c in "“”‘’…—" else 0.5 for c in token.group()) if token else 1
    return margins.right - line.right > (ems + 0.5) * line.size


def _is_indented(line: Line, margins: _Margins) -> bool:
    return line.left - margins.left > _INDENT * line.size


def _is_apart(above: Line, below: Line, pitches: dict[int, int]) -> bool:
    return below.y - above.y > _GAP * pitches.get(below.size, below.y - above.y)


def _joint(before: Line, old: _Margins, line: Line, margins: _Margins, habits: _Habits, *, new_page: bool) -> str:
    """What stands between two lines."""
    if line.cells is not None or before.cells is not None:
        return _OPEN if line.cells is not None else _NEW
    if max(before.size, line.size) > _LARGER * min(before.size, line.size) or _had_room(before, line, old):
        return _NEW
    if not new_page and _is_apart(before, line, habits.pitches):
        return _NEW
    if _is_indented(line, margins):
        # A block whose lines are all indented alike looks like paragraphs that fill their line.
        return _OPEN if abs((line.left - margins.left) - (before.left - old.left)) < _HAIR * line.size else _NEW
    if not (habits.indents or (habits.gaps and not new_page)) or FIELDS in before.text or FIELDS in line.text:
        return _OPEN  # fields stand in a row of a table without rules, which nothing goes on from
    # Two words of a Latin script, not one that is cut.
    return " " if before.text.endswith(" ") and before.text[-2:].isascii() and line.text[0].isascii() else _ON
