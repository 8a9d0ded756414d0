"""Ruled tables: the lines drawn on a page part its glyphs into rows of cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from planparse.readers.layout.lines import Glyph, Line, lines_of

_NEAR = 250  # rules that are so close touch, and are one where they run side by side
_MOST_RULES = 1_000  # a page with more is a drawing
_MOST_COLUMNS, _MOST_ROWS = 40, 300
_FEWEST_COLUMNS = 2
_MOST_LINES = 12  # of a cell that stands alone in its row

# A rule that runs along one axis: where it stands, from where, to where.
_Rule = tuple[int, int, int]


def read_tables(glyphs: Sequence[Glyph], rules: Iterable[tuple[int, int, int, int]]) -> tuple[list[Line], list[Glyph]]:
    """The rows of the page's tables, each a line with cells, and the glyphs that stand outside of them."""
    level = _merged((y, min(a, b), max(a, b)) for a, y, b, other in rules if abs(y - other) < abs(a - b))
    upright = _merged((x, min(a, b), max(a, b)) for x, a, other, b in rules if abs(x - other) < abs(a - b))
    rows: list[Line] = []
    rest = list(glyphs)
    if len(level) + len(upright) <= _MOST_RULES:
        for ys, xs in _grids(level, upright):
            found, rest = _rows(rest, ys, xs)
            rows += found
    return rows, rest


def _merged(rules: Iterable[_Rule]) -> list[_Rule]:
    """Rules that lie on one another become one, and so do the two edges of a drawn bar."""
    ranks: list[list[_Rule]] = []
    for rule in sorted(rules):
        if ranks and rule[0] - ranks[-1][0][0] <= _NEAR:
            ranks[-1].append(rule)
        else:
            ranks.append([rule])
    merged: list[_Rule] = []
    for rank in ranks:
        at = rank[0][0]
        begin, stop = -1, -1
        for start, end in sorted((a, b) for _, a, b in rank):
            if begin != stop and start <= stop + _NEAR:
                stop = max(stop, end)
            else:
                if begin != stop:
                    merged.append((at, begin, stop))
                begin, stop = start, end
        merged.append((at, begin, stop))
    return merged


def _grids(level: list[_Rule], upright: list[_Rule]) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """The level and upright rules that hang together."""
    crossing: dict[int, list[int]] = defaultdict(list)
    for at, (x, top, bottom) in enumerate(upright):
        for other, (y, left, right) in enumerate(level):
            if left - _NEAR <= x <= right + _NEAR and top - _NEAR <= y <= bottom + _NEAR:
                crossing[at].append(len(upright) + other)
                crossing[len(upright) + other].append(at)
    both = upright + level
    seen: set[int] = set()
    for first in range(len(upright)):
        if first in seen:
            continue
        found, waiting = {first}, [first]
        while waiting:
            new = [at for at in crossing[waiting.pop()] if at not in found]
            found.update(new)
            waiting += new
        seen |= found
        yield (
            [both[at] for at in sorted(found) if at >= len(upright)],
            [both[at] for at in sorted(found) if at < len(upright)],
        )


def _edges(rules: Sequence[_Rule], across: Sequence[_Rule]) -> list[int]:
    """Where columns or rows begin and end: at the rules, and where the rules across end, for some tables are open at their sides."""
    places = sorted({rule[0] for rule in rules} | {min(r[1] for r in across), max(r[2] for r in across)})
    return [place for before, place in pairwise((places[0] - 2 * _NEAR, *places)) if place - before > _NEAR]


def _rows(glyphs: list[Glyph], level: list[_Rule], upright: list[_Rule]) -> tuple[list[Line], list[Glyph]]:
    if not level:
        return [], glyphs
    xs, ys = _edges(upright, level), _edges(level, upright)
    if not (_FEWEST_COLUMNS < len(xs) <= _MOST_COLUMNS and 1 < len(ys) <= _MOST_ROWS):
        return [], glyphs
    root = _merged_cells(level, upright, xs, ys)
    inside: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    rest: list[Glyph] = []
    for glyph in glyphs:
        column = bisect_right(xs, (glyph.x + glyph.right) // 2) - 1
        row = _row(glyph, ys)
        if 0 <= column < len(xs) - 1 and 0 <= row < len(ys) - 1:
            inside[root[row, column]].append(glyph)
        else:
            rest.append(glyph)
    for cell in _frames(inside, ys):
        rest += inside.pop(cell)
    words = {cell: _words(found) for cell, found in inside.items()}
    rows: list[Line] = []
    for row in range(len(ys) - 1):
        # A cell that spans rows is said in each of them, one that spans columns in the first.
        cells = tuple(
            words.get(root[row, column], "") if root[row, column][1] == column else "" for column in range(len(xs) - 1)
        )
        if any(cells):
            rows.append(Line("\t".join(cells), xs[0], xs[-1], (ys[row] + ys[row + 1]) // 2, ys[row + 1] - ys[row], cells))
    return rows, rest


def _frames(inside: dict[tuple[int, int], list[Glyph]], ys: Sequence[int]) -> list[tuple[int, int]]:
    """The cells that frame running text, as browsers and sites print it: more lines than a cell has, and nothing beside them."""
    filled: dict[int, set[tuple[int, int]]] = defaultdict(set)
    lines: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for cell, glyphs in inside.items():
        for glyph in glyphs:
            row = _row(glyph, ys)
            filled[row].add(cell)
            lines[cell].add((row, glyph.y))
    return [cell for cell, found in lines.items() if sum(len(filled[row]) == 1 for row, _ in found) > _MOST_LINES]


def _row(glyph: Glyph, ys: Sequence[int]) -> int:
    """The band between level rules that a glyph stands in."""
    return bisect_right(ys, glyph.y - glyph.size * 2 // 5) - 1


def _merged_cells(
    level: list[_Rule], upright: list[_Rule], xs: list[int], ys: list[int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """The first cell, as (row, column), of those that no rule parts from a cell."""
    walls = {(column, row) for x, a, b in upright for column in _at(xs, x) for row in _covered(ys, a, b)}
    floors = {(row, column) for y, a, b in level for row in _at(ys, y) for column in _covered(xs, a, b)}
    root: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if column and (column, row) not in walls:
                root[row, column] = root[row, column - 1]
            elif row and (row, column) not in floors:
                root[row, column] = root[row - 1, column]
            else:
                root[row, column] = row, column
    return root


def _at(edges: list[int], place: int) -> Iterator[int]:
    return (at for at, edge in enumerate(edges) if abs(edge - place) <= _NEAR)


def _covered(edges: list[int], start: int, end: int) -> Iterator[int]:
    """The bands whose middle a rule from start to end passes."""
    return (at for at, (a, b) in enumerate(pairwise(edges)) if start <= (a + b) // 2 <= end)


def _words(glyphs: list[Glyph]) -> str:
    """What stands in a cell, on one line."""
    words = ""
    for line in lines_of(glyphs):
        blank = words.endswith(" ") and words[-2:].isascii() and line.text[0].isascii()
        words = (words if blank else words.rstrip()) + line.text
    return words.rstrip()
