"""Which line ends part paragraphs: all others stand in mid-sentence, where a page or a hard wrap broke the line."""

from __future__ import annotations

from collections.abc import Container, Iterator

from planparse.language.amounts import FIRST_OF_UNIT
from planparse.language.body_names import LISTED
from planparse.language.clause_labels import LABEL_WORD, OF_DEADLINES
from planparse.language.documents import DOCUMENT
from planparse.language.folding import fold
from planparse.language.lexicon import alternation
from planparse.language.marks import MARKS, read_bare_mark, read_mark
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.paragraphs.blanks import DIGITS, FINAL, INDENT, LONGEST_CELL, LONGEST_MARK
from planparse.parsing.paragraphs.page_lines import is_page_number
from planparse.parsing.tables.headings import is_heading
from planparse.text import Folded, line_end

_ENDS_OF_CUT = DIGITS | {"."}
_BRACKETS = Pattern("[（）《》“”]", reads=("（含筹建", "“十四五”"), leaves=("十四五规划",))
_OPEN = "（《“"
_CLAUSE_WORD = Pattern(
    "单位|部门|负责|牵头|配合|落实",
    reads=("（责任单位：市财政局）", "（市教育局牵头）"),
    leaves=("（2023—2025年）", "（助理）"),
)
_LABEL_ALONE = Pattern(
    rf"(?<![^。；\n])(?:[省市县区]级)?{LABEL_WORD}：$",
    reads=("责任单位：", "全年培训600人次。牵头单位："),
    leaves=("各责任单位：", "责任单位：市财政局"),
)
_LABELLED = Pattern(
    rf"(?:[省市县区]级)?{LABEL_WORD}：",
    reads=("责任单位：市财政局", "市级牵头部门：市教育局"),
    leaves=("各责任单位要加强领导",),
    by="match",
)
# What opens a line of its own, whether or not a full stop ends the one before.
_OPENS_LINE = Pattern(
    rf"(?:[省市县区]级)?(?:{LABEL_WORD}|{alternation(OF_DEADLINES)})：",
    reads=("责任单位：市财政局", "完成时限：2026年底"),
    leaves=("各责任单位要加强领导", "完成时限延长"),
    by="match",
)
_NAME_OF_BODY = Pattern(rf"{LISTED}$", reads=("市财政局、市教育局", "各县区人民政府"), leaves=("市财政局、市教",))
_LONGEST_HEADING_OF_COLUMN = 10
_FEWEST_HEADINGS = 3
# What ends a table whose cells are lines, besides a mark of the first level.
_ANNEX = Pattern("附[件表录]", reads=("附件1", "附表：指标"), leaves=("附近居民", "见附件"), by="match")
_ANNEXES_BEGIN = Pattern("附[ ]?件[ ]?：", reads=("附件：1.任务分工表", "附 件："), leaves=("附件1", "附近："), by="match")
_ANNEX_ALONE = Pattern(
    r"附[ ]?[件表录][ ]?\d{0,2}[ ]*[：:]?(?=\n|$)",
    reads=("附件2\n", "附 表：\n", "附件"),
    leaves=("附件2所列企业\n", "附近\n"),
    by="match",
)
_LIST_END = "、，,"
# How far back a paragraph is read to see whether it goes on.
_REACH_BACK = 300
# A line that ends like a title is whole: …关于…的实施意见
_TITLE_LINE = Pattern(
    r"关于[^。；：\n]{4,80}的(?:实施|若干|指导)?(?:意见|通知|决定|方案|措施|办法|规定|批复|函)$",
    reads=("甲市人民政府关于加快数字经济发展的实施意见", "关于印发行动计划的通知"),
    leaves=("关于这项工作，各部门要高度重视", "市财政局关于经费"),
)
_LONGEST_TITLE = 100
_LONGEST_NAME = 60  # characters at the end of a line that tell whether it ends as the name of a document does
_NAME_OF_DOCUMENT = Pattern(
    rf"(?:{DOCUMENT})(?:（[^（）\n]{{1,20}}）)?$",
    reads=("甲市政务公开工作要点", "乙省专利公开实施办法（试行）"),
    leaves=("制定实施方案的",),
)
# A number that a line end cuts: 下降1 / 2%，绿色建筑….
_CUT_NUMBER = Pattern(
    rf"[，。；][^，。；]*{HAN}[ ]?\d{{1,4}}\.?$|(?:力争|争取|确保|[到至在])20?\d?$",
    reads=("到2027年，能耗下降1", "到2027年，控制在8.", "力争到20"),
    leaves=("附件1", "能耗下降1"),
)
_REST_OF_NUMBER = Pattern(
    rf"\d{{1,3}}(?:\.\d+)?[ ]?(?:[%％‰]|{HAN}[^\n]*[，。；])|[万亿%％‰{FIRST_OF_UNIT}][^\n]*[，。；]",
    reads=("2%，绿色", "2家。", "万亩，粮食", "家以上。"),
    leaves=("2\n", "2.推动", "坚持创新，推动"),
    by="match",
)
# A sentence that has begun: 1.推动工业节能。实施节能改造项; 到2027年，生产总值能.
_BEGUN = Pattern(
    "[，。；][^，。；：]+$",
    reads=("1.推动节能。实施改造项", "到2027年，能"),
    leaves=("总体要求", "地址：甲路1号，邮编：1"),
)
_QUOTED = Pattern(
    "[“《][^”》\n]{1,40}(?:\n[^”》\n]{1,60})?[”》]",
    reads=("“多证合一”改革", "《管理办法》", "“对经营者、\n管理者的罚款”"),
    leaves=("多证合一", "（一）"),
    by="match",
)
# What no paragraph begins with: …等9项事项 / 的处罚额度。
_BEGINS_NOTHING = Pattern(
    "的(?!确)|等(?:\\d|(?:企业|单位|部门|方面|机制|措施|工作|事项|[一二两三四五六七八九十]+[个项类种]))",
    reads=("的处罚额度。", "等10项罚款", "等企业走访机制", "等部门"),
    leaves=("的确", "等级划分", "目的"),
    by="match",
)
# What no heading ends with, and what none holds: 建设用地界线和; 属于以下情形的，可以协议出让.
_NO_END = Pattern(
    "(?:(?<![饱总温调共缓])和|(?<![目标])的|或|以及)$",
    reads=("界线和", "应当依法使用的"),
    leaves=("推动供需总和", "编制目的", "加强领导"),
)
_CASE = Pattern("的，", reads=("属于以下情形的，可以出让",), leaves=("加强领导，压实责任",))
_PUNCTUATION = Pattern("[，。；、]", reads=("坚持创新，推动发展", "完成。"), leaves=("总体要求",))
# A line of running text is longer than the one, a heading shorter than the other.
_SHORTEST_RUN, _LONGEST_HEADING = 20, 50
_FEWEST_LINES, _MID_SENTENCE = 40, 0.1  # lines, and the share of them that end in a comma


def line_edits(
    text: str, folded: Folded, headings_at: Container[int], *, was_wrapped: bool
) -> Iterator[tuple[int, int, str]]:
    """What turns lines into paragraphs: outer blanks, empty lines and page numbers go, and so do line ends in mid-sentence.

    `was_wrapped` says that lines broke anywhere before those that were filled were joined.
    """
    kept_end = start = paragraph = headings = 0
    in_table = row = marked = titled = is_headed = False
    columns = tabs = 0  # of the first row of a table, and of the row so far
    wrapped = breaks_anywhere(folded)
    has_rows = "\t" in text or "|" in text
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].strip()
        if line and not is_page_number(line):
            first = text.index(line[0], start)
            # Rows and cells are no sentences that run on: not a line with a tab, nor what follows three headings of columns.
            behind_row, row = row, has_rows and ("\t" in line or line.count("|") > 1)
            headings = headings + 1 if len(line) <= _LONGEST_HEADING_OF_COLUMN and is_heading(line) else 0
            in_table = headings >= _FEWEST_HEADINGS or (in_table and len(line) < LONGEST_CELL and not _opens_part(line))
            if not row:
                columns = 0
            elif not behind_row:
                columns = tabs = line.count("\t")
            if not kept_end:
                new, paragraph = "", first
            elif row and behind_row and folded[kept_end - 1] == "、" and tabs + line.count("\t") <= columns:
                new, tabs = "", tabs + line.count("\t")  # a cell that goes on below
            elif in_table or row or behind_row or start in headings_at or is_headed:
                new, paragraph, tabs = "\n", first, line.count("\t")
            elif (folded[kept_end - 1] == "、" or not text.startswith(INDENT, start)) and _runs_on(
                folded,
                paragraph,
                kept_end,
                first,
                wrapped=wrapped and marked and not titled,
                at_quotations=was_wrapped and marked,
                titled=titled and was_wrapped,
                headed=titled,
            ):
                new = ""
            else:
                # Behind a mark alone on its line stands its title.
                titled = (mark := read_mark(folded, paragraph)) is not None and mark.end >= kept_end
                new, paragraph = "\n", first
            is_headed = start in headings_at
            marked = marked or (was_wrapped and read_mark(folded, first) is not None)
            if text[kept_end:first] != new:
                yield kept_end, first, new
            kept_end = first + len(line)
        start = end + 1
    if kept_end < len(text):
        yield kept_end, len(text), ""


def _opens_part(line: str) -> bool:
    """Whether a line begins a part of the document: an annex, or what a mark of the first level opens."""
    if _ANNEX.match(line):
        return True
    mark = read_mark(fold(line[:LONGEST_MARK]), 0)
    return mark is not None and MARKS.rank(mark.family) <= MARKS.rank("han")


def breaks_anywhere(folded: str) -> bool:
    """Whether lines break in mid-sentence throughout, as in what was copied from pages: many of them end in a comma."""
    lines = folded.count("\n")
    return lines > _FEWEST_LINES and sum(folded.count(mark + "\n") for mark in "，、") > lines * _MID_SENTENCE


def _runs_on(
    text: str, start: int, end: int, following: int, *, wrapped: bool, at_quotations: bool, titled: bool, headed: bool
) -> bool:
    """Whether the folded line at offset `following` goes on with the sentence of the paragraph `text[start:end]`.

    `wrapped` says that lines break anywhere in this text, and that the first mark is behind; `at_quotations` that they break before
    and behind what is quoted; `headed` that the paragraph stands behind a mark alone on its line, `titled` that it does where lines
    break anywhere.
    """
    last = text[end - 1]
    if (
        last == "。"
        or read_mark(text, following)
        or _ANNEXES_BEGIN.match(text, following)
        or _ANNEX_ALONE.match(text, following)
    ):
        return False
    if _TITLE_LINE.search(text, max(start, end - _LONGEST_TITLE), end):
        return False
    length, start_of_line, start = end - start, start, max(start, end - _REACH_BACK)
    if _open_brackets(text, start, end):
        return last not in "！？"
    if last not in _LIST_END and _OPENS_LINE.match(text, following):
        return False
    if last in FINAL:
        return last == "：" and _LABEL_ALONE.search(text, start, end) is not None
    if last == "）":
        # …。（责任单位：…） ends its paragraph; 每千人口执业（助理） is cut in mid-word.
        sentence = max(text.rfind("。", start, end) + 1, start)
        if text[sentence] in _OPEN or _CLAUSE_WORD.search(text, sentence, end):
            return False
    if text[following] in "，。；、）》”%" or last in _LIST_END or _BEGINS_NOTHING.match(text, following):
        return True
    sentence = max(text.rfind("。", start, end) + 1, start)
    if _LABELLED.match(text, sentence, end) and _NAME_OF_BODY.search(text, max(sentence, end - _LONGEST_NAME), end):
        return text[following] == "等"  # a list of bodies ends its paragraph where the name of one ends
    if (
        at_quotations
        and (titled or read_mark(text, start_of_line))
        and _is_cut_at_quotation(text, start_of_line, end, following, alone=not wrapped)
    ):
        return True
    if (last in DIGITS or last == ".") and _CUT_NUMBER.search(text, start, end) and _REST_OF_NUMBER.match(text, following):
        return True
    is_phrase = (headed or read_mark(text, start_of_line) is not None) and text.find("。", start, end) < 0
    if is_phrase and _NO_END.search(text, start, end):
        return True
    if is_phrase and read_bare_mark(text, following):
        return False  # the first item below a heading
    if length < _SHORTEST_RUN:
        begun = not is_phrase and _BEGUN.search(text, start, end) is not None  # a phrase may be a heading in two of them
        may_go_on = begun or (wrapped and not read_mark(text, start_of_line))
        return may_go_on and _short_runs_on(text, start, end, following, begun=begun)
    is_heading = length < _LONGEST_HEADING and is_phrase and not _CASE.search(text, start, end)
    return not is_heading and _PUNCTUATION.search(text, start, end) is not None


def _short_runs_on(text: str, start: int, end: int, following: int, *, begun: bool) -> bool:
    """Whether a short line goes on in the next, which has some of the sentence left; `begun` says that a sentence has begun in it."""
    if _NAME_OF_DOCUMENT.search(text, max(start, end - _LONGEST_NAME), end):
        return False
    below = line_end(text, following)
    return _PUNCTUATION.search(text, following, below) is not None or (begun and _cuts_number(text, below))


def _cuts_number(text: str, end: int) -> bool:
    """Whether a line end cuts a number in two."""
    return text[end - 1] in _ENDS_OF_CUT and _REST_OF_NUMBER.match(text, end + 1) is not None


def _is_cut_at_quotation(text: str, start: int, end: int, following: int, *, alone: bool) -> bool:
    """Whether lines break before or behind what is quoted: in mid-sentence, as the text of a heading hardly begins so.

    `alone` asks for a quotation that is a line, as that of a text hardly is.
    """
    line = text.rfind("\n", start, end) + 1
    if quoted := _QUOTED.match(text, following):
        return not alone or text.startswith("\n", quoted.end())
    return line > start and text[end - 1] in "”》" and _QUOTED.match(text, line) is not None


def _open_brackets(text: str, start: int, end: int) -> int:
    depth = 0
    for bracket in _BRACKETS.findall(text, start, end):
        depth = depth + 1 if bracket in _OPEN else max(depth - 1, 0)
    return depth
