"""Lines that were filled up to one width, as copied from printed pages, become paragraphs again.

Such lines break in mid-word where they are full, and where a printer has squeezed a line, its pieces stand on lines of their own:
behind a comma, a full stop, a quotation. Where the widths of pieces add up to full lines, again and again, they are one paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from typing import NamedTuple

from planparse.language.folding import fold
from planparse.language.marks import Mark, read_mark
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern

_FEWEST_LINES = 40
# Of the lines so many are full; hardly any is wider.
_FULL, _WIDER = 0.06, 0.01
_NARROWEST, _WIDEST = 24, 60
_INDENT = 2  # before the first line of a paragraph
# A full line may be narrower by a character that did not fit, and wider by marks of punctuation that were squeezed.
_SHORT_BY, _LONG_BY = 1.0, 2.5
_MOST_LINES, _MOST_PIECES = 3, 40  # that are looked at to see how a paragraph goes on
_LONGEST_MARK = 12
_GOING_ON = "、，,"
_ENDS = "。！？；：…"
_CLOSING = "）)〕】"
_PROSE = Pattern("[，。；：]", reads=("坚持创新，推动",), leaves=("省财政厅", "“一件事”改革"))
_QUOTES = "“”《》（）()"
# What opens a paragraph whatever stands before it: a label of bodies or days, and an annex.
_OPENING = Pattern(
    rf"{HAN}{{2,6}}(?:单位|部门|时限|时间)[：:]|附[ ]?[件表录图]",
    reads=("责任单位：市数字办", "完成时限：2023年", "附件1：", "附 表"),
    leaves=("各单位要加强领导", "附近的居民"),
    by="match",
)


class _Piece(NamedTuple):
    """A line without its outer blanks, how wide it is where ASCII counts half, and what it opens with."""

    start: int
    end: int
    width: float
    mark: Mark | None
    opens: bool  # a paragraph, whatever stands before it


def reflow(text: str, headings_at: Container[int], is_furniture: Callable[[str], bool]) -> Iterator[tuple[int, int, str]]:
    """What joins the lines of each paragraph, where lines were filled up to one width; elsewhere nothing.

    Lines at `headings_at` stay apart, and what is boilerplate of a page goes where a paragraph goes on behind it.
    """
    if "\t" in text or "|" in text or text.count("\n") < _FEWEST_LINES:
        return
    width = _fill_width(text)
    if width is None:
        return
    pieces = [*_pieces(text, headings_at, is_furniture)]
    first = next((at for at, piece in enumerate(pieces) if piece.mark), len(pieces))
    filled = float(_INDENT)  # how much of a line the pieces of the paragraph have filled
    for at in range(first, len(pieces) - 1):
        piece, below = pieces[at], pieces[at + 1]
        filled += piece.width
        if filled > width + _LONG_BY:
            filled = piece.width
        is_full = filled >= width - _SHORT_BY
        if is_full:
            filled = 0.0
        if piece.mark and piece.mark.end >= piece.end - piece.start and not below.mark:
            continue  # its title stands on the next line
        if _goes_on(text, pieces, at, filled, width, is_full=is_full):
            yield piece.end, below.start, ""
        else:
            filled = float(_INDENT)


def _pieces(text: str, headings_at: Container[int], is_furniture: Callable[[str], bool]) -> Iterator[_Piece]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        words = line.strip()
        if words and not is_furniture(words):
            first = start + len(line) - len(line.lstrip())
            mark = read_mark(fold(words[:_LONGEST_MARK]), 0)
            opens = first > start + 1 or start in headings_at or _OPENING.match(words) is not None
            yield _Piece(first, first + len(words), _width(words), mark, opens)
        start = end + 1


def _width(words: str) -> float:
    return len(words) - len(words.encode("ascii", "ignore")) / 2


def _fill_width(text: str) -> float | None:
    """How wide full lines are; None where lines are not filled up to one width."""
    widths = sorted(_width(words) for line in text.split("\n") if (words := line.strip()))
    if len(widths) < _FEWEST_LINES:
        return None
    widest = widths[-1 - int(len(widths) * _WIDER)]
    # Marks of punctuation hang over the end of some lines.
    full = widths[bisect_left(widths, widest - _LONG_BY) :]
    width, _ = max(Counter(full).items(), key=lambda item: (item[1], item[0]))
    return width if _NARROWEST <= width <= _WIDEST and len(full) >= len(widths) * _FULL else None


def _goes_on(text: str, pieces: Sequence[_Piece], at: int, filled: float, width: float, *, is_full: bool) -> bool:
    """Whether the paragraph goes on behind a piece, with so much of a line filled."""
    piece, below = pieces[at], pieces[at + 1]
    last = text[piece.end - 1]
    if below.opens:
        return False
    if below.mark is not None:
        return last in _GOING_ON and below.mark.family == "arabic"  # 拨打110、119、120
    if last in _GOING_ON or (is_full and last not in _ENDS and last not in _CLOSING):
        return True
    if _OPENING.match(text, piece.start):
        return False
    if not _PROSE.search(text, piece.start, piece.end) and last not in _QUOTES and text[below.start] not in _QUOTES:
        return False  # a heading or a name, unless a quotation cuts it
    return _fit(pieces, at + 1, filled, width) > _fit(pieces, at + 1, _INDENT, width)


def _fit(pieces: Sequence[_Piece], at: int, filled: float, width: float) -> float:
    """How well the pieces from one on fill lines, the first of which is filled so far."""
    fit, lines = 0.0, 0
    for piece in pieces[at : at + _MOST_PIECES]:
        if lines and (piece.opens or piece.mark):
            break
        filled += piece.width
        if filled > width + _LONG_BY:
            break
        if filled >= width - _SHORT_BY:
            fit += 1 - min(abs(filled - width), 2) / 4
            filled, lines = 0.0, lines + 1
            if lines == _MOST_LINES:
                break
    return fit
