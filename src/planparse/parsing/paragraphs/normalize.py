"""Page boilerplate goes, broken lines heal; what is left is the canonical text, one paragraph a line."""

from __future__ import annotations

from collections.abc import Container, Iterator

from planparse.language.amounts import FIRST_OF_UNIT
from planparse.language.body_names import LISTED
from planparse.language.clause_labels import LABEL_WORD, OF_DEADLINES
from planparse.language.documents import DOCUMENT
from planparse.language.folding import fold
from planparse.language.lexicon import alternation
from planparse.language.marks import MARKS, read_bare_mark, read_mark
from planparse.language.numerals import HAN, HAN_NUMERAL
from planparse.language.patterns import Pattern
from planparse.parsing.paragraphs.columns import in_reading_order
from planparse.parsing.paragraphs.damage import mend
from planparse.parsing.paragraphs.footnotes import without_footnotes
from planparse.parsing.paragraphs.page_lines import FILLED_LINE, without_page_lines
from planparse.parsing.paragraphs.reflow import reflow
from planparse.parsing.paragraphs.run_in import find_run_in
from planparse.parsing.paragraphs.run_in_tables import part_run_in_tables
from planparse.parsing.paragraphs.spaced_tables import part_spaced_tables
from planparse.parsing.tables.grids import is_header
from planparse.parsing.tables.headings import is_heading
from planparse.text import Folded, SourceText, line_end

# Control characters, byte order marks, soft hyphens and lone surrogates carry nothing and break JSON or YAML.
_UNPRINTABLE = Pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff\xad]",
    reads=("甲市\u200b方案", "\ufeff一、总体要求"),
    leaves=("甲市方案\n一、总体要求\t目标",),
)
_LINE_ENDS = Pattern(
    "[\r\x0b\u0085\u2028\u2029]\n?", reads=("第一行\r\n第二行", "第一行\u2028第二行"), leaves=("第一行\n第二行",)
)

_DASH = "[-－—–―─ー一﹣]"
_PAGE_NUMBER = Pattern(
    rf"{_DASH}{{1,3}}[ ]?\d{{1,4}}[ ]?{_DASH}{{1,3}}|第[ ]?\d{{1,4}}[ ]?页(?:[ ，,/]{{0,3}}共[ ]?\d{{1,4}}[ ]?页)?|\d{{1,4}}[ ]?/[ ]?\d{{1,4}}",
    reads=("— 3 —", "第 2 页 共 10 页", "3/12"),
    leaves=("3", "第3条", "2020—2025"),
    by="fullmatch",
)
_LONGEST_PAGE_NUMBER = 20
# 2026/5/11 09:06 and the title, the address and the number of the page: what a browser prints around each page.
_OF_BROWSER = Pattern(
    r"(?:https?|file)://[!-~]+(?:[ \t\xa0\u3000]+(?:第?[ ]?\d{1,4}[ ]?页?(?:[ ]?[/，,共][ ]?共?\d{1,4}[ ]?页?)?))?|20\d\d/\d{1,2}/\d{1,2}[ ,]{1,2}(?:[上下]午)?\d{1,2}:\d\d(?::\d\d)?(?:[ \t\xa0\u3000]+(?!来源|发布|作者|字号)[^\n。；]{1,120})?",
    reads=(
        "2026/5/11 09:06 关于印发计划的通知_县政府门户网站",
        "http://www.gov.example/art/5.html 第1页/共2页",
        "https://a.cn/b 2/7",
    ),
    leaves=("网址：http://www.gov.example", "2026/5/11前完成", "2026年5月11日", "2023-02-27 18:43 来源： 新华社"),
    by="fullmatch",
)
_OPEN_OF_BROWSER = ("http://", "https://", "file://", "20")
# Two blanks of full width open a paragraph.
_INDENT = "\u3000\u3000"
# How many characters tell that a text begins anew, and how many at its end may differ from copy to copy.
_OPENING, _LONGEST_ENDING = 60, 60

# What a run of blanks inside a line can be, by what stands around it.
_BLANK = r"[ \t\xa0\u2002\u2003\u3000]"
# A tab parts the cells of a table where text stands on both sides of it, and behind an empty first cell of a row under a header;
# elsewhere it is a blank.
_OUTER_TABS = Pattern(
    r"(?m)^[ \t\xa0\u3000]*\t[ \t\xa0\u3000]*|[ \xa0\u3000]*\t[ \t\xa0\u3000]*$",
    reads=("\t责任单位", "责任单位\t\n"),
    leaves=("序号\t任务",),
)
_EMPTY = "—"
_BAR = Pattern("[｜│]", reads=("指标｜2026年", "指标│目标"), leaves=("指标|目标",))
# Blanks of other scripts and of typesetters, which mean no more than a plain one.
_OTHER_BLANK = Pattern(r"[\u1680\u2000\u2001\u2004-\u200a\u202f\u205f]", reads=("5\u2009家",), leaves=("5\u3000家", "5 家"))
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
_LONGEST_MARK, _LARGEST_NUMBER = 12, 99
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_ENDS_OF_CUT = _DIGITS | {"."}
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
_FINAL = "。！？；：…"
_WIDEST_GAP = 3
_LONGEST_HEADING_OF_COLUMN = 10
_FEWEST_HEADINGS = 3
_LONGEST_CELL = 400
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
# 附 / 则: the two characters of a heading that were set so far apart that lines or paragraphs seem to break between them.
_SET_APART = Pattern(
    "(?<=[\n章 \u3000\xa0][总附])(?:[ \u3000\xa0]*\n[ \u3000\xa0]*|[ \u3000\xa0]{2,8})(?=则[ \u3000\xa0\n第])",
    reads=("\n附\n则\n", "第一章 总\u3000\u3000则\n", "第九章 附\n则 第八条", "第一章 总 \xa0 \xa0则\xa0 \xa0 第一条"),
    leaves=("总 则\n", "附\n则由市政府解释", "方案附\n则\n"),
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


def normalize(source: SourceText) -> tuple[SourceText, Folded]:
    """Make the canonical text and its folded twin (planparse.language.folding.fold); of the first all that follows holds.

    1. It has no control character but the line feed, and the tab between the cells of a table; and no lone surrogate.
    2. Page numbers on lines of their own, heads that run over all pages, and footnotes with the figures that refer to them are gone.
    3. What was set in two columns stands in the order in which one reads it.
    4. Blanks that only set off numbers are gone: 到 2025 年 is 到2025年.
    5. Paragraphs that stood on one line, parted by blanks, are lines of their own.
    6. A paragraph that a page break or a hard wrap had cut is one line again.
    7. No line is empty or begins or ends with a blank.
    8. A text that was stored twice is said once.
    """
    if not source.text.replace("\n", "").replace("\u3000", "").isprintable():
        source = _sub(_UNPRINTABLE, "", _sub(_OTHER_BLANK, " ", _sub(_LINE_ENDS, "\n", source)))
    if parted := [*part_spaced_tables(source.text)]:
        source = source.edited(parted)
    source = without_footnotes(in_reading_order(without_page_lines(source), _is_page_number))
    source = SourceText(source.text.replace("\f", "\n"), source.page_starts, source.headings)
    if "｜" in source.text or "│" in source.text:
        source = source.edited(_bar_edits(source.text))
    if "\t" in source.text:
        source = _sub(_OUTER_TABS, " ", source.edited(_empty_first_cells(source.text)))
    if _SPACED_OUT.search(source.text):
        source = source.edited(_spaced_out_edits(source.text))
    if "则" in source.text:
        source = _sub(_SET_APART, "", source)
    source = mend(source)
    was_wrapped = _breaks_anywhere(source.text)
    source = source.edited(reflow(source.text, {at for at, _ in source.headings}, _is_page_number))
    source = source.edited(_blank_edits(source.text))
    folded = fold(source.text)
    if "序号" in folded and (parted := [*part_run_in_tables(folded)]):
        source = source.edited(parted)
        folded = Folded(SourceText(folded).edited(parted).text)
    if run_in := [(at, at, "\n" + _INDENT) for at in find_run_in(folded)]:
        source = source.edited(run_in)
        folded = Folded(SourceText(folded).edited(run_in).text)
    edits = [*_line_edits(source.text, folded, {at for at, _ in source.headings}, was_wrapped=was_wrapped)]
    source, folded = source.edited(edits), Folded(SourceText(folded).edited(edits).text)
    copies = [*_first_copy(source.text)]
    return source.edited(copies), Folded(SourceText(folded).edited(copies).text)


def _sub(pattern: Pattern, new: str, source: SourceText) -> SourceText:
    return source.edited((*match.span(), new) for match in pattern.finditer(source.text))


def _first_copy(text: str) -> Iterator[tuple[int, int, str]]:
    """What takes out the first of two copies of a whole text, as pages print a document once for each device."""
    opening = text[:_OPENING]
    at = text.find(opening, 1)
    if (
        len(text) // 3 < at <= len(text) - at + _LONGEST_ENDING
        and text.find(opening, at + 1) < 0
        and text.startswith(text[: at - _LONGEST_ENDING], at)
    ):
        yield 0, at, ""


def _bar_edits(text: str) -> Iterator[tuple[int, int, str]]:
    """What makes the bars of wide print that part the cells of a row bars of half width; one alone on its line parts nothing."""
    for line in FILLED_LINE.finditer(text):
        bars = [bar.span() for bar in _BAR.finditer(text, *line.span())]
        if len(bars) > 1:
            yield from ((*bar, "|") for bar in bars)


def _empty_first_cells(text: str) -> Iterator[tuple[int, int, str]]:
    """What keeps the empty first cells of rows as wide as the header above them: a dash, as offices print it."""
    width = start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        words = line.strip()
        if "\t" not in line:
            # Headings of groups stand between rows, sentences do not.
            if len(words) > _LONGEST_HEADING or "。" in words:
                width = 0
        elif line.startswith(words[:1]) and is_header(words):
            width = line.count("\t")
        elif line.count("\t") == width and "\t" in words:
            blank = line[: len(line) - len(line.lstrip())]
            if "\t" in blank:
                yield start, start + len(blank), _EMPTY + "\t" * blank.count("\t")
        start = end + 1


def _spaced_out_edits(text: str) -> Iterator[tuple[int, int, str]]:
    """What closes up the lines whose characters are all set apart."""
    for line in FILLED_LINE.finditer(text):
        if "\t" in line.group():
            continue
        if all_apart := _ALL_APART.fullmatch(line.group()):
            start = line.start() + all_apart.start("words")
            yield start, line.start() + all_apart.end("words"), all_apart["words"].replace(" ", "").replace("\xa0", "")
        elif _SPACED_OUT.search(text, *line.span()):
            yield from ((*blank.span(), "") for blank in _BLANK_BETWEEN.finditer(text, *line.span()))


def _blank_edits(text: str) -> Iterator[tuple[int, int, str]]:
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
            yield start, end, "\n" + _INDENT
        elif page := _PAGE_NUMBER_AHEAD.match(text, end):
            done = page.end()
            yield start, done, "\n" if before in _FINAL else ""
        elif _opens_behind_blank(text, end):
            if not (has_tabs and _in_tabbed_row(text, start)):
                yield start, end, "\n"
        elif end - start > 2:
            # Behind a sentence, or as wide as an indent of two characters: a paragraph begins. Signatures stand side by side so.
            if before in _FINAL or end - start > _WIDEST_GAP:
                yield start, end, "\n" + _INDENT
        elif start == closing or ((before in _DIGITS or before in "%％") and text[end] in _FOLLOWS_NUMBER):
            yield start, end, ""
        elif text[end] in _DIGITS and (before in _LEADS_TO_NUMBER or (_HAN.match(before) and not _ends_mark(text, start))):
            if number := _NUMBER_AHEAD.match(text, end):
                closing = number.start("blank")  # 达 2.9 人: the blank behind the number goes with the one before it
            if number or before in _LEADS_TO_NUMBER:
                yield start, end, ""


def _ends_mark(text: str, at: int) -> bool:
    """Whether a mark of an article or a chapter ends at this offset: 第二条 2026年新增…."""
    return text[at - 1] in "条章节" and _ARTICLE.search(text, max(0, at - _LONGEST_MARK), at) is not None


def _opens_behind_blank(text: str, at: int) -> bool:
    """Whether a mark stands at this offset, behind a blank, that opens a paragraph there."""
    mark = read_mark(fold(text[at : at + _LONGEST_MARK]), 0)
    return mark is not None and mark.number <= _LARGEST_NUMBER and MARKS.named(mark.family).behind_blank


def _in_tabbed_row(text: str, at: int) -> bool:
    """Whether an offset lies in a row whose cells are parted by tabs; in a long line only what stands near counts."""
    start, end = text.rfind("\n", max(0, at - _LONGEST_CELL), at) + 1, text.find("\n", at, at + _LONGEST_CELL)
    return text.find("\t", max(start, at - _LONGEST_CELL), end if end >= 0 else at + _LONGEST_CELL) >= 0


def _in_piped_row(text: str, at: int) -> bool:
    """Whether an offset lies in a row whose cells are parted by |; in a long line only what stands near counts."""
    start, end = text.rfind("\n", max(0, at - _LONGEST_CELL), at) + 1, text.find("\n", at, at + _LONGEST_CELL)
    return text.count("|", max(start, at - _LONGEST_CELL), end if end >= 0 else at + _LONGEST_CELL) > 1


def _line_edits(
    text: str, folded: Folded, headings_at: Container[int], *, was_wrapped: bool
) -> Iterator[tuple[int, int, str]]:
    """What turns lines into paragraphs: outer blanks, empty lines and page numbers go, and so do line ends in mid-sentence.

    `was_wrapped` says that lines broke anywhere before those that were filled were joined.
    """
    kept_end = start = paragraph = headings = 0
    in_table = row = marked = titled = is_headed = False
    columns = tabs = 0  # of the first row of a table, and of the row so far
    wrapped = _breaks_anywhere(folded)
    has_rows = "\t" in text or "|" in text
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].strip()
        if line and not _is_page_number(line):
            first = text.index(line[0], start)
            # Rows and cells are no sentences that run on: not a line with a tab, nor what follows three headings of columns.
            behind_row, row = row, has_rows and ("\t" in line or line.count("|") > 1)
            headings = headings + 1 if len(line) <= _LONGEST_HEADING_OF_COLUMN and is_heading(line) else 0
            in_table = headings >= _FEWEST_HEADINGS or (in_table and len(line) < _LONGEST_CELL and not _opens_part(line))
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
            elif not text.startswith(_INDENT, start) and _runs_on(
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


def _is_page_number(line: str) -> bool:
    """Whether a line is the number of a page, or what a browser prints at its head and its foot."""
    if len(line) <= _LONGEST_PAGE_NUMBER:
        return _PAGE_NUMBER.fullmatch(line) is not None or _OF_BROWSER.fullmatch(line) is not None
    return line.startswith(_OPEN_OF_BROWSER) and _OF_BROWSER.fullmatch(line) is not None


def _opens_part(line: str) -> bool:
    """Whether a line begins a part of the document: an annex, or what a mark of the first level opens."""
    if _ANNEX.match(line):
        return True
    mark = read_mark(fold(line[:_LONGEST_MARK]), 0)
    return mark is not None and MARKS.rank(mark.family) <= MARKS.rank("han")


def _breaks_anywhere(folded: str) -> bool:
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
    if last in _FINAL:
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
    if (last in _DIGITS or last == ".") and _CUT_NUMBER.search(text, start, end) and _REST_OF_NUMBER.match(text, following):
        return True
    is_phrase = (headed or read_mark(text, start_of_line) is not None) and text.find("。", start, end) < 0
    if is_phrase and _NO_END.search(text, start, end):
        return True
    if is_phrase and read_bare_mark(text, following):
        return False  # the first item below a heading
    if length < _SHORTEST_RUN:
        # Where lines break anywhere, one that ends in mid-sentence goes on in one that has some of the sentence left.
        below = line_end(text, following)
        begun = _BEGUN.search(text, start, end) is not None
        if is_phrase:
            begun = False  # a heading in two phrases
        return (
            (begun or (wrapped and not read_mark(text, start_of_line)))
            and not _NAME_OF_DOCUMENT.search(text, max(start, end - _LONGEST_NAME), end)
            and (_PUNCTUATION.search(text, following, below) is not None or (begun and _cuts_number(text, below)))
        )
    is_heading = length < _LONGEST_HEADING and is_phrase and not _CASE.search(text, start, end)
    return not is_heading and _PUNCTUATION.search(text, start, end) is not None


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
