"""Lines that were filled up to one width, as copied from printed pages, become paragraphs again.

Such lines break in mid-word where they are full, and where a printer has squeezed a line, its pieces stand on lines of their own:
behind a comma, a full stop, a quotation. Where the widths of pieces add up to full lines, again and again, they are one paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.language.folding import fold
from planparse.language.marks import Mark, read_mark
from planparse.language.numerals import HAN, HAN_NUMERAL
from planparse.language.patterns import Pattern
from planparse.parsing.paragraphs.blanks import INDENT
from planparse.parsing.paragraphs.page_lines import is_page_number
from planparse.text import line_end

_FEWEST_LINES = 40
# Of the lines so many are full; hardly any is wider.
_FULL, _WIDER = 0.06, 0.01
_NARROWEST, _WIDEST = 24, 60
# A text of narrow columns has hardly any line that is not full or the last of its paragraph.
_NARROWEST_COLUMN, _FULL_OF_COLUMN = 14, 0.4
_INDENT = 2.0  # before the first line of a paragraph
# Blanks that show it, and the share of paragraphs with a mark of which all others are known to have them; and the part of a line that
# one before them fills at most.
_SET_IN, _MOST_SET_IN, _SHORT_LINE = 2, 0.8, 0.7
# Empty lines part paragraphs where as many of those with a mark stand behind one, some lines behind none, and hardly any of them in
# mid-sentence, as those between pages do.
_PARTED, _MOST_CUT = 0.8, 0.1
# A full line may be narrower by a character that did not fit, and wider by marks of punctuation that were squeezed.
_SHORT_BY, _LONG_BY = 1.0, 2.5
_MOST_LINES, _MOST_PIECES = 3, 40  # that are looked at to see how a paragraph goes on
_LONGEST_MARK = 12
_GOING_ON = "、，,"
_ENDS = "。！？；：…"
_CLOSING = "）)〕】"
_PROSE = Pattern("[，。；：]", reads=("坚持创新，推动",), leaves=("省财政厅", "“一件事”改革"))
_CUT = 0.85  # so many of the full lines have just as many characters, and none has more, where a program has counted them
_CLAUSE = Pattern("[，。]", reads=("坚持创新，推动",), leaves=("关于印发《甲市方案》的通知：",))
_QUOTES = "“”《》（）()"
# 开展（拟）: a bracket that belongs to a word, where others end a paragraph, （市教育局负责）.
_ASIDE = Pattern(
    "[（(][^（()）]{1,4}[)）]$", reads=("集聚资源开展（拟）", "各县（市、区）"), leaves=("（市教育局负责）", "拟）")
)
_LONGEST_ASIDE = 6
# What stays in one piece where a line is full: a number or a word of Latin letters, and a mark of punctuation with what it stands behind.
_UNBROKEN = Pattern(
    r"(?:[!-~]{1,12}|.)[，。、；：？！）》”%]{0,2}",
    reads=("2025年", "理，使用", "（一）"),
    leaves=("",),
    by="match",
)
# What opens a paragraph whatever stands before it: a label of bodies or days, and an annex.
_OPENING = Pattern(
    rf"{HAN}{{2,6}}(?:单位|部门|时限|时间)[：:]|附[ ]?[件表录图]",
    reads=("责任单位：市数字办", "完成时限：2023年", "附件1：", "附 表"),
    leaves=("各单位要加强领导", "附近的居民"),
    by="match",
)
# 国发〔20 / 24〕5号, 不含第（ / 二）款: a bracket around a number that the end of a line cuts.
_CUT_BRACKET = Pattern(
    rf"[（(〔\[][\d{HAN_NUMERAL}]{{0,4}}$", reads=("国发〔20", "不含第（"), leaves=("国发〔2024〕", "（2024年", "第（二）")
)
_LONGEST_CUT = 5
_LEADS_ON = "的和与及或"  # 专全结合的 / 二、三级团队

# A heading that fills its line: a phrase or two. Where others of its list stand alone on lines that are not full, so does it.
_HEADING = Pattern(
    r"[^，。；：]{2,40}(?:，[^，。；：]{2,30})?",
    reads=("（三）加快数据供给", "2.补齐短板，实现突破"),
    leaves=("（三）加快供给。推动", "2.建设，改造，提升"),
    by="fullmatch",
)
_FEWEST_ALONE, _MOST_ALONE = 3, 0.8

_Measure = Callable[[str], float]


class _Piece(NamedTuple):
    """A line without its outer blanks, how wide it is, how far a paragraph is set in that it opens, and what it opens with."""

    start: int
    end: int
    width: float
    indent: float
    mark: Mark | None
    opens: bool  # a paragraph, whatever stands before it
    is_row: bool  # of a table


class _Filling(NamedTuple):
    """How lines are filled: how wide they are by which measure, and how far the first of a paragraph is set in.

    `set_in` says that the blanks are printed, before all paragraphs, and `parted` that empty lines are.
    """

    width: float
    measure: _Measure
    indent: float
    set_in: bool
    parted: bool


def reflow(text: str, headings_at: Container[int]) -> Iterator[tuple[int, int, str]]:
    """What joins the lines of each paragraph, where lines were filled up to one width; elsewhere nothing.

    Lines at `headings_at` stay apart, and what is boilerplate of a page goes where a paragraph goes on behind it.
    """
    if text.count("\n") < _FEWEST_LINES:
        return
    filling = _filling(text)
    if filling is None:
        return
    width = filling.width
    pieces = [*_pieces(text, filling, headings_at)]
    marked = next((at for at, piece in enumerate(pieces) if piece.mark), len(pieces))
    first = next((at for at, piece in enumerate(pieces[:marked]) if _is_filled(text, piece, width)), marked)
    # Where blanks or empty lines open paragraphs, they tell.
    alone = _alone(text, pieces, width) if not (filling.set_in or filling.parted) else set()
    filled = 0.0  # how much of a line the pieces of the paragraph have filled
    begins = True
    for at in range(first, len(pieces) - 1):
        piece, below = pieces[at], pieces[at + 1]
        filled += piece.indent + piece.width if begins else piece.width
        if filled > width + _LONG_BY:
            filled = piece.width
        begins = False
        is_full = filled >= width - _short_by(text, piece, filling) or _had_no_room(text, below, filled, filling)
        if is_full:
            filled = 0.0
        if piece.mark and piece.mark.end >= piece.end - piece.start and not below.mark:
            if below.opens:
                filled, begins = 0.0, True
            continue  # its title stands on the next line
        if is_full and piece.mark and piece.mark.family in alone and _HEADING.fullmatch(text, piece.start, piece.end):
            # Behind a heading that fills its line stands its last word, or the text.
            is_rest = below.width < width - _SHORT_BY and not below.mark and not _PROSE.search(text, below.start, below.end)
            if is_rest:
                yield piece.end, below.start, ""
            else:
                begins = True
            continue
        # Of what stands before the first mark, signatures and titles fill no lines.
        if _goes_on(text, pieces, at, filled, filling, is_full=is_full, is_opening=at < marked):
            yield piece.end, below.start, ""
        else:
            filled, begins = 0.0, True
            if filling.parted and below.opens:
                yield piece.end, below.start, "\n" + INDENT


def _alone(text: str, pieces: Sequence[_Piece], width: float) -> set[str]:
    """The families of marks whose headings stand alone on lines, as those show that are not full."""
    alone: Counter[str] = Counter()
    run_in: Counter[str] = Counter()
    for piece in pieces:
        if piece.mark is not None and not _PROSE.search(text, piece.start, piece.end):
            alone[piece.mark.family] += piece.width + piece.indent < width - _LONG_BY
        elif piece.mark is not None and not _HEADING.fullmatch(text, piece.start, piece.end):
            run_in[piece.mark.family] += 1
    return {
        family
        for family, count in alone.items()
        if count >= _FEWEST_ALONE and count >= _MOST_ALONE * (count + run_in[family])
    }


def _is_filled(text: str, piece: _Piece, width: float) -> bool:
    """Whether a line is of running text and filled, as the first ones of an opening are."""
    return piece.width + piece.indent >= width - _SHORT_BY and _CLAUSE.search(text, piece.start, piece.end) is not None


def _short_by(text: str, piece: _Piece, filling: _Filling) -> float:
    """How much narrower than others a full line may be: a heading where a program has counted characters not at all."""
    is_heading = piece.mark is not None and filling.measure is _in_characters
    return 0.0 if is_heading and not _PROSE.search(text, piece.start, piece.end) else _SHORT_BY


def _had_no_room(text: str, below: _Piece, filled: float, filling: _Filling) -> bool:
    """Whether a line that is almost full could not take what the next one begins with."""
    unbroken = _UNBROKEN.match(text, below.start, below.end)
    return (
        filled >= filling.width - _LONG_BY
        and unbroken is not None
        and filled + filling.measure(unbroken.group()) > filling.width
    )


def _pieces(text: str, filling: _Filling, headings_at: Container[int]) -> Iterator[_Piece]:
    is_parted = False
    for start, line in _lines(text):
        words = line.strip()
        if not words:
            is_parted = filling.parted
        elif not is_page_number(words):
            first = start + len(line) - len(line.lstrip())
            mark = read_mark(fold(words[:_LONGEST_MARK]), 0)
            opens = is_parted or first > start + 1 or start in headings_at or _OPENING.match(words) is not None
            is_parted = False
            indent = filling.measure(text[start:first]) or filling.indent
            yield _Piece(first, first + len(words), filling.measure(words), indent, mark, opens, _is_row(words))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        end = line_end(text, start)
        yield start, text[start:end]
        start = end + 1


def _is_row(words: str) -> bool:
    return "\t" in words or words.count("|") > 1


def _in_columns(words: str) -> float:
    """The width of words where what is ASCII is half as wide as other characters."""
    return len(words) - len(words.encode("ascii", "ignore")) / 2


def _in_characters(words: str) -> float:
    """The width of words where a program has counted characters."""
    return float(len(words))


def _filling(text: str) -> _Filling | None:
    """How lines are filled: by characters where a program has cut them, else by what a printer sees; None where they are not."""
    filled = ((line, line.strip()) for _, line in _lines(text))
    lines = [line for line, words in filled if words and not _is_row(words) and not is_page_number(words)]
    if len(lines) < _FEWEST_LINES:
        return None
    marked = [line for line in lines if _has_mark(line)]
    set_in = sum(line[:_SET_IN].isspace() for line in marked) > _MOST_SET_IN * len(marked)
    for measure, exact in ((_in_characters, True), (_in_columns, False)):
        # What a program counts, blanks ahead are part of.
        width = _fill_width(sorted(measure(line.rstrip() if exact else line.strip()) for line in lines), exact=exact)
        if width is not None:
            return _Filling(width, measure, _indent_of(lines, width, measure), set_in, _is_parted(text, width, measure))
    return None


def _is_parted(text: str, width: float, measure: _Measure) -> bool:
    """Whether empty lines stand between paragraphs and nowhere else."""
    marked = parted = empty = cut = count = 0
    before, is_behind = "", True
    for _, line in _lines(text):
        words = line.strip()
        if not words:
            is_behind = True
        elif not is_page_number(words):
            count += 1
            if is_behind and before:
                empty += 1
                is_full = before[-1] not in _ENDS and before[-1] not in _CLOSING and measure(before) >= width - _SHORT_BY
                cut += is_full and _PROSE.search(before) is not None
            if _has_mark(line):
                marked += 1
                parted += is_behind
            before, is_behind = words, False
    return 0 < parted >= marked * _PARTED and empty < count - 1 and cut <= empty * _MOST_CUT


def _has_mark(line: str) -> bool:
    return read_mark(fold(line.strip()[:_LONGEST_MARK]), 0) is not None


def _indent_of(lines: Sequence[str], width: float, measure: _Measure) -> float:
    """How far the first lines of paragraphs are set in: not at all where more of them are full lines than would be so behind blanks.

    First lines are known by their mark, or by a short line before them that ends a paragraph.
    """
    first = [
        measure(line.strip()) for before, line in pairwise(lines) if _has_mark(line) or _is_last(before, width, measure)
    ]
    flush, behind = (sum(abs(each - full) <= _SHORT_BY / 2 for each in first) for full in (width, width - _INDENT))
    return 0.0 if flush > 1 and flush > behind else _INDENT


def _is_last(line: str, width: float, measure: _Measure) -> bool:
    """Whether a line is short and ends a sentence, or is a heading."""
    words = line.strip()
    return measure(words) < _SHORT_LINE * width and (
        words[-1] in _ENDS or (_has_mark(words) and _PROSE.search(words) is None)
    )


def _fill_width(widths: Sequence[float], *, exact: bool) -> float | None:
    """How wide full lines are, of widths in order, or all just so wide; None where lines are not filled up to one width."""
    widest = widths[-1 - int(len(widths) * _WIDER)]
    # Marks of punctuation hang over the end of some lines.
    full = widths[bisect_left(widths, widest - _LONG_BY) :]
    width, count = max(Counter(full).items(), key=lambda item: (item[1], item[0]))
    if exact and (widths[-1] > width or count < _CUT * len(full)):
        return None
    fewest = _FULL if width >= _NARROWEST else _FULL_OF_COLUMN
    return width if _NARROWEST_COLUMN <= width <= _WIDEST and len(full) >= len(widths) * fewest else None


def _goes_on(
    text: str, pieces: Sequence[_Piece], at: int, filled: float, filling: _Filling, *, is_full: bool, is_opening: bool
) -> bool:
    """Whether the paragraph goes on behind a piece, with so much of a line filled."""
    piece, below = pieces[at], pieces[at + 1]
    last = text[piece.end - 1]
    if below.opens or piece.is_row or below.is_row:
        return False
    if below.mark is not None:
        return _goes_on_with_number(text, piece, below, filling, is_full=is_full)
    if is_full and filling.parted:
        return True  # with the next sentence
    ends = last in _ENDS or (
        last in _CLOSING and not _ASIDE.search(text, max(piece.start, piece.end - _LONGEST_ASIDE), piece.end)
    )
    if last in _GOING_ON or (is_full and not ends):
        return True
    if is_opening or _OPENING.match(text, piece.start):
        return False
    if not _PROSE.search(text, piece.start, piece.end) and last not in _QUOTES and text[below.start] not in _QUOTES:
        return False  # a heading or a name, unless a quotation cuts it
    return _fit(pieces, at + 1, filled, filling.width) > _fit(pieces, at + 1, below.indent, filling.width)


def _goes_on_with_number(text: str, piece: _Piece, below: _Piece, filling: _Filling, *, is_full: bool) -> bool:
    """Whether what looks like a mark at the beginning of a line is a number in mid-sentence: 拨打110、/119、, 一、/二、三级, 〔20/24〕5号."""
    assert below.mark is not None
    last = text[piece.end - 1]
    if last in _GOING_ON:
        return below.mark.family in ("arabic", "article") or (
            below.mark.family == "han" and text[piece.end - 2] in HAN_NUMERAL
        )
    if not is_full or last in _ENDS or last in _CLOSING:
        return False
    return (
        filling.set_in
        or filling.parted
        or last in _LEADS_ON
        or _CUT_BRACKET.search(text, max(piece.start, piece.end - _LONGEST_CUT), piece.end) is not None
    )


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
