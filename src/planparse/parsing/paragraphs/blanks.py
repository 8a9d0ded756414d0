"""Blanks inside lines: they part paragraphs, set off a number, set characters apart, or stay."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.language.folding import fold
from planparse.language.marks import MARKS, read_mark
from planparse.language.numerals import HAN, HAN_NUMERAL
from planparse.language.patterns import Pattern
from planparse.parsing.paragraphs.page_lines import FILLED_LINE

INDENT = "\u3000\u3000"
"""Two blanks of full width, which open a paragraph."""

FINAL = "。！？；：…"
"""What ends a sentence or a part of one."""

DIGITS = frozenset("0123456789０１２３４５６７８９")
LONGEST_CELL = 400

# What a run of blanks inside a line can be, by what stands around it.
_BLANK = r"[ \t\xa0\u2002\u2003\u3000]"
_BLANKS = Pattern(
    f"{_BLANK}{_BLANK}*+", reads=("到 2025 年", "一、总体要求\u3000\u3000坚持"), leaves=("到2025年",)
)  # not [ ]++: re looks for a class much faster than for a run
_WIDE = Pattern(
    r"[\u2003\u3000]\s*[\u2003\u3000]|[\u2003\u3000][ \t\xa0]|[ \t\xa0][\u2003\u3000]",
    reads=("\u3000\u3000各县区", "\u3000 各部门"),
    leaves=("到 2025 年", "甲\u3000市"),
)
_PAGE_NUMBER_AHEAD = Pattern(
    r"[—－–-][ ]?\d{1,3}[ ]?[—－–-][ \t\xa0\u3000]+",
    reads=("— 3 — 各县区", "－12－ 市直各部门"),
    leaves=("— 坚持创新", "2020—2025"),
    by="match",
)
# What reads pictures, and who sets titles wide, leave a blank behind each character; on such a line blanks part nothing.
_SPACED_OUT = Pattern(
    # Blanks are rare, and looked for first.
    r"[ \xa0](?<=[^\x00-\xff\u3000][ \xa0])(?:[^\x00-\xff\u3000][ \xa0]){3}[^\x00-\xff\u3000]",
    reads=("总 体 目 标 。", "到 2027 年 ， 数 字 经 济"),
    leaves=("实施 方案 和 措施", "张三 李四 王五 赵六 孙七"),
)
# A line of single characters, as of a number or a day: 2 0 2 4 年 5 月 6 日.
_ALL_APART = Pattern(
    r"[ \xa0\u3000]*(?P<words>[^\s](?:[ \xa0][^\s]){5,80})[ \xa0\u3000]*",
    reads=("2 0 2 4 年 5 月 6 日", "甲 政 办 〔 2 0 2 4 〕 5 号"),
    leaves=("12 34 56 78 90 12", "2024 年 5 月 6 日"),
    by="fullmatch",
)
_BLANK_BETWEEN = Pattern(
    r"(?<=[^\x00-\xff])[ \xa0](?=[^ \xa0])|(?<=[^ \xa0])[ \xa0](?=[^\x00-\xff]|%)|(?<![0-9.][0-9])(?<=[0-9])[ \xa0](?=[0-9](?![0-9]))",
    reads=("总 体", "占GDP比 重", "达到 12%", "12% 以上", "1 2 0 公里", "8.5 %"),
    leaves=("5 000", "5G base", "总体  目标", "12 30"),
)
LONGEST_MARK, _LARGEST_NUMBER = 12, 99
_LEADS_TO_NUMBER = frozenset("到至在达为约少低过于近破足超第前后增长降高率占比每按年月和与及、（(")
_FOLLOWS_NUMBER = frozenset("倍年学月日号个家所名人位张项件次元万亿吨亩级天周岁以％%左余多的")
_NUMBER_AHEAD = Pattern(
    rf"[0-9０-９][0-9０-９.．,%％‰—－–~～-]*+(?P<blank>[ \t\xa0]{{1,2}})(?={HAN}|[%％‰])",
    reads=("2.9 人", "3000 家企业", "98 %以上"),
    leaves=("2.9人", "3000"),
    by="match",
)
_ARTICLE = Pattern(
    rf"第[{HAN_NUMERAL}0-9０-９]+[条章节]$", reads=("第二条", "第十章"), leaves=("两条", "第二条。", "河道12条")
)
_HAN = Pattern(HAN, reads=("达", "市"), leaves=("5", "，", "A"), by="match")
_WIDEST_GAP = 3


def spaced_out_edits(text: str) -> Iterator[tuple[int, int, str]]:
    """What closes up the lines whose characters are all set apart."""
    if not _SPACED_OUT.search(text):
        return
    for line in FILLED_LINE.finditer(text):
        if "\t" in line.group():
            continue
        if all_apart := _ALL_APART.fullmatch(line.group()):
            start = line.start() + all_apart.start("words")
            yield start, line.start() + all_apart.end("words"), all_apart["words"].replace(" ", "").replace("\xa0", "")
        elif _SPACED_OUT.search(text, *line.span()):
            yield from ((*blank.span(), "") for blank in _BLANK_BETWEEN.finditer(text, *line.span()))


def blank_edits(text: str) -> Iterator[tuple[int, int, str]]:
    """What becomes of the blanks inside lines: they part paragraphs, set off a number, or stay."""
    done = closing = 0
    has_tabs, has_bars = "\t" in text, "|" in text
    for run in _BLANKS.finditer(text):
        start, end = run.span()
        if start < done or not start or end == len(text) or text[start - 1] == "\n" or text[end] == "\n":
            continue
        before = text[start - 1]
        if "\t" in run.group() or (has_bars and _in_piped_row(text, start)):
            continue
        if _WIDE.search(text, start, end):
            yield start, end, "\n" + INDENT
        elif page := _PAGE_NUMBER_AHEAD.match(text, end):
            done = page.end()
            yield start, done, "\n" if before in FINAL else ""
        elif _opens_behind_blank(text, end):
            if not (has_tabs and _in_tabbed_row(text, start)):
                yield start, end, "\n"
        elif end - start > 2:
            # Behind a sentence, or as wide as an indent of two characters: a paragraph begins. Signatures stand side by side so.
            if before in FINAL or end - start > _WIDEST_GAP:
                yield start, end, "\n" + INDENT
        elif start == closing or ((before in DIGITS or before in "%％") and text[end] in _FOLLOWS_NUMBER):
            yield start, end, ""
        elif text[end] in DIGITS and (before in _LEADS_TO_NUMBER or (_HAN.match(before) and not _ends_mark(text, start))):
            if number := _NUMBER_AHEAD.match(text, end):
                closing = number.start("blank")  # 达 2.9 人: the blank behind the number goes with the one before it
            if number or before in _LEADS_TO_NUMBER:
                yield start, end, ""


def _ends_mark(text: str, at: int) -> bool:
    """Whether a mark of an article or a chapter ends at this offset: 第二条 2026年新增…."""
    return text[at - 1] in "条章节" and _ARTICLE.search(text, max(0, at - LONGEST_MARK), at) is not None


def _opens_behind_blank(text: str, at: int) -> bool:
    """Whether a mark stands at this offset, behind a blank, that opens a paragraph there."""
    mark = read_mark(fold(text[at : at + LONGEST_MARK]), 0)
    return mark is not None and mark.number <= _LARGEST_NUMBER and MARKS.named(mark.family).behind_blank


def _in_tabbed_row(text: str, at: int) -> bool:
    """Whether an offset lies in a row whose cells are parted by tabs; in a long line only what stands near counts."""
    start, end = text.rfind("\n", max(0, at - LONGEST_CELL), at) + 1, text.find("\n", at, at + LONGEST_CELL)
    return text.find("\t", max(start, at - LONGEST_CELL), end if end >= 0 else at + LONGEST_CELL) >= 0


def _in_piped_row(text: str, at: int) -> bool:
    """Whether an offset lies in a row whose cells are parted by |; in a long line only what stands near counts."""
    start, end = text.rfind("\n", max(0, at - LONGEST_CELL), at) + 1, text.find("\n", at, at + LONGEST_CELL)
    return text.count("|", max(start, at - LONGEST_CELL), end if end >= 0 else at + LONGEST_CELL) > 1
