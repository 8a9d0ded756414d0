"""What opens an item: marks at the beginning of paragraphs, annexes, boxes, and headings that stand without a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from planparse.language.body_names import ISSUER
from planparse.language.clause_labels import LABEL_WORD
from planparse.language.documents import PASSES_ON
from planparse.language.marks import Mark, Numbers, read_bare_mark, read_mark
from planparse.language.numerals import HAN, read_chinese
from planparse.language.patterns import Pattern
from planparse.parsing.outline.annexes import Annexes
from planparse.parsing.outline.items import LONGEST_PHRASE
from planparse.text import Folded, line_end

_SECOND = Pattern(rf"\n2(?:[.、]|[ ]{{0,2}}{HAN})", reads=("\n2坚持", "\n2 坚持", "\n2.加强"), leaves=("\n2022年", "2坚持"))
_FARTHEST_SECOND = 2000
_CLAUSE_LINE = Pattern(
    rf"(?:{LABEL_WORD})：", reads=("责任单位：市财政局\n2推动",), leaves=("各责任单位要加强领导",), by="match"
)

# …健全机制。责任单位：市财政局: the end of a line that a clause closes without a full stop.
_CLAUSE_ENDS = Pattern(
    rf"[。；）](?:{LABEL_WORD})：[^。；\n]{{2,}}$",
    reads=("健全机制。责任单位：市财政局、市教育局",),
    leaves=("健全机制。责任单位：市财政局。", "健全机制，落实责任单位"),
)
_LONGEST_CLAUSE = 400

# 2 重点任务 over 2.1: a number whose point the parts below it have.
_PARTED = Pattern(
    rf"(?P<n>[1-9]\d?)[ ]?(?={HAN}[^。；，\n]{{1,24}}\n(?P=n)\.1(?:[ .、]|{HAN}|\.1))",
    reads=("2 重点任务\n2.1 建设队伍", "3保障措施\n3.1加强领导"),
    leaves=("2 重点任务\n3.1 建设队伍", "2025年\n2.1 建设"),
    by="match",
)

# 35.5个地级市组团…: a mark right before a number, where the list is at 34.
_BEFORE_NUMBER = Pattern(
    rf"(?P<n>[1-9]\d{{0,2}})\.(?=\d{{1,4}}(?:[%年月]|[ ]?G(?![A-Za-z])|{HAN}))",
    reads=("35.5个地级市组团", "2.15%的经费", "2.5 G 基站"),
    leaves=("35.", "2.5.1建设", "5个地级市"),
    by="match",
)

_DIGITS = frozenset("123456789")
_ONLY_TITLE = Pattern(
    f"{HAN}{{4,24}}。{HAN}", reads=("强化组织领导。定期研究",), leaves=("强化组织领导。\n", "个月内完成，"), by="match"
)

GLOSSARY = Pattern(
    "(?:(?:名词|术语)(?:解释|说明|释义)|注释：?)(?=\n)",
    reads=("名词解释\n1.智算中心：", "注释\n1.智算中心："),
    leaves=("名词解释见附件\n", "名词"),
    by="match",
)

# What applies to a whole paper stands below all that is marked, under a heading that may have no mark.
_CLOSING_RULES = Pattern("附[ ]?则(?=\n)", reads=("附则\n1.本措施", "附 则\n"), leaves=("附则规定\n", "附件\n"), by="match")
# 专栏1 数字底座工程: a box with a heading of its own, which stands beside the outline.
_BOX = Pattern(
    r"专[ ]?栏(?=[ \n\d一二三四五六七八九十])[ \n]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})[ \n：、.]{1,3}(?=[^。\n]{2,40}(?:\n|$))",
    reads=("专栏1 数字底座工程", "专栏一：重点工程\n", "专栏\n1\n国家物流枢纽建设工程"),
    leaves=("专栏1和专栏2列出了工程。", "开设专栏", "专栏"),
    by="match",
)

# 一、总体要求........3
_LEADS_TO_PAGE = Pattern(
    r"(?:\.{4}|…{2}|·{4})[ ]?\d{1,3}$",
    reads=("一、总体要求........3", "（一）目标…… 12"),
    leaves=("比例为1....", "一、总体要求"),
)

_LONGEST_LEADER = 12

# The lines of a table of contents, and all of it.
_SHORTEST_ENTRY, _LONGEST_ENTRY, _LONGEST_CONTENTS = 4, 60, 6000

# Of a collection, the number and the title of the notice that follows: 10.甲市人民政府办公室关于印发…, 2.甲省政府关于…的通知 with its day.
_NEXT_NOTICE = Pattern(
    rf"\d{{1,3}}[.、][ ]?(?!《)[^\n。；：，]{{2,30}}{ISSUER}[^\n。；：，]{{0,16}}关于"
    rf"(?:{PASSES_ON}[^\n。；：]*(?=\n)|[^。；：]{{4,80}}?(?:通知|意见|公告|批复)(?=\n?（(?:19|20)\d\d年\d{{1,2}}月|\n[^\n。；：，]{{1,12}}〔(?:19|20)\d\d〕))",
    reads=(
        "10.甲市人民政府办公室关于印发进一步\n",
        "4. 甲市市场监管局关于印发\n",
        "2.甲省人民政府办公厅关于推进监管的通知\n（2023年5月5日）",
    ),
    leaves=(
        "10.印发方案。\n",
        "3.《甲市财政局关于印发办法的通知》（甲财〔2020〕1号）\n",
        "3.甲市财政局关于经费。\n",
        "4.落实甲市政府关于印发办法的通知。\n",
    ),
    by="match",
)

_LONGEST_NOTICE = 160

# What a notice is called, and what it passes on.
_NAMED = Pattern(
    rf"关于(?:{PASSES_ON})?(?P<name>.*?)的?(?:通知|意见|公告|批复)",
    reads=("甲市政府关于印发《甲市方案》的通知", "甲市政府关于推进监管的意见"),
    leaves=("甲市方案",),
)

# 一、生态宜居 / 1 / 城市人口密度: where each cell of a table stands on a line, what heads a group of its rows.
_HEADS_ROWS = Pattern(
    r"[^\n。；：，]{2,30}\n\d{1,3}\n(?!以|为|根据|按照|到|坚持|深入|全面|贯彻|认真|20)(?=[^\n。；：，（]{2,40}(?:\n|（)|[^\n。；：，（]{20})",
    reads=("生态宜居\n1\n城市人口密度（万人）\n", "健康舒适（9）\n16\n社区覆盖率（%）市辖区内的比例。\n"),
    leaves=("总体要求\n3\n以习近平新时代思想为指导。\n", "主要任务\n（一）建设平台\n"),
    by="match",
)

# 申报条件企业申报表.doc: the name of a file that a page links, which says nothing of how headings are printed.
NAMES_FILE = Pattern(
    r"[^\n]{1,80}[。.](?:docx?|xlsx?|pdf|wps|ofd|zip|rar)(?![a-z])",
    reads=("申报条件企业申报表.doc", "申报表（A）版.xlsx"),
    leaves=("申报条件", "申报表。docile"),
    by="match",
)

# How the number of an item of an inner list is printed.
_RUN_IN: dict[str, Callable[[int], str]] = {
    "arabic_bracketed": lambda number: f"（{number}）",
    "circled": lambda number: chr(ord("①") + number - 1),
}

_MOST_RUN_IN = 20
_ENDED = "。；）："


def without_run_in(folded: Folded, marks: Sequence[Mark], end: int) -> Iterator[Mark]:
    """The marks without those of lists that run on within paragraphs, of which only some happen to begin a line.

    推进改革。（1）…（2）…（3）… with a line end before （3） is one measure.
    """
    run: list[Mark] = []
    floor = marks[0].start if marks else end
    for mark, stop in zip((*marks, None), (*(mark.start for mark in marks), end), strict=True):
        if run and (mark is None or mark.family != run[-1].family or mark.number <= run[-1].number):
            if not _runs_in(folded, run, floor, stop):
                yield from run
            floor, run = run[-1].end, []
        if mark is not None:
            run.append(mark)


def _runs_in(folded: Folded, run: Sequence[Mark], floor: int, end: int) -> bool:
    """Whether a list of inner marks has at least as many within its paragraphs as at their beginning."""
    shape = _RUN_IN.get(run[0].family)
    if shape is None or run[-1].number > _MOST_RUN_IN:
        return False
    printed = {mark.number for mark in run}
    within = 0
    for number in range(1, run[-1].number + 2):
        at = folded.find(shape(number), floor, end) if number not in printed else -1
        within += at > 0 and folded[at - 1] in _ENDED
    return within >= len(run)


def behind_contents(folded: Folded, start: int, end: int) -> int:
    """Where the plan begins behind a table of contents that names no pages: what its first line says comes again, no sentence before."""
    at = start
    while at < end and not read_mark(folded, at):
        at = line_end(folded, at) + 1
    stop = line_end(folded, at)
    if not _SHORTEST_ENTRY <= stop - at <= _LONGEST_ENTRY or folded[stop - 1] in "。；":
        return start
    again = folded.find(folded[at - 1 : stop] + "\n", stop, min(end, stop + _LONGEST_CONTENTS))
    return again + 1 if again >= 0 and folded.find("。", at, again) < 0 and at else start


# 实现标准统 / 一、服务同质: a line end within a word.
_CUT_WORD = Pattern(
    r"[统唯逐之其万]\n一", reads=("标准统\n一、服务同质", "唯\n一、"), leaves=("建设。\n一、总体要求", "规划\n一、")
)


def opening_marks(
    folded: Folded, start: int, end: int, tables: Sequence[tuple[int, int]], headings: Sequence[Mark]
) -> Iterator[Mark]:
    """The marks that open a paragraph, the headings of annexes, and `headings` without marks."""
    ends = dict(tables)
    headed = {heading.start: heading for heading in headings}
    numbers, annexes = Numbers(), Annexes()
    at = start
    titled = -1  # where the title of the last mark begins
    while at < end:
        if at in ends:
            at = ends[at]
        elif folded[at] == "附" and (last_listed := annexes.last_listed(folded, at)):
            at = last_listed
        elif folded[at] == "附" and (annex := annexes.mark_at(folded, at, is_behind_marks=numbers.any())):
            yield annex
        elif folded[at] == "专" and (box := _BOX.match(folded, at, end)):
            number = box.group("n")
            yield Mark(at, box.end(), "box", int(number) if number.isdigit() else read_chinese(number) or 0, "专栏" + number)
            at = box.end()
        elif folded[at] == "附" and at != titled and (closing := _CLOSING_RULES.match(folded, at, end)):
            yield Mark(at, at, "heading", 1, closing.group())
        elif folded[at] in "名术注" and (glossary := GLOSSARY.match(folded, at, end)):
            yield Mark(at, at, "heading", 1, glossary.group())
        elif folded[at] in _DIGITS and (notice := _NEXT_NOTICE.match(folded, at)):
            yield Mark(at, notice.end(), "notice", 0, _name_of_notice(folded, at))
            numbers = Numbers()
        elif (mark := read_mark(folded, at)) and not _is_no_mark(folded, mark, numbers):
            # A mark alone on its line has its title on the next.
            alone = folded.startswith("\n", mark.end) and not read_mark(folded, mark.end + 1)
            mark = mark._replace(end=mark.end + 1) if alone and mark.end + 1 < end else mark
            titled = mark.end
            numbers.note(mark)
            yield mark
        elif heading := headed.get(at):
            yield heading
        elif folded[at] in _DIGITS and (parted := _PARTED.match(folded, at, end)):
            mark = Mark(at, parted.end(), "arabic", int(parted["n"]), parted["n"])
            numbers.note(mark)
            yield mark
        elif (counted := _mark_before_number(folded, at)) and numbers.expect(counted):
            numbers.note(counted)
            yield counted
        elif (bare := read_bare_mark(folded, at)) and numbers.expect(bare) and _goes_on(folded, bare):
            numbers.note(bare)
            yield bare
        at = folded.find("\n", at) + 1
        if at == 0:
            return


def _is_no_mark(folded: Folded, mark: Mark, numbers: Numbers) -> bool:
    """Whether a mark is that of a line of contents, of a file that a page links, or of a group of rows, or the end of a word."""
    return (
        _in_contents(folded, mark)
        or (mark.family == "arabic" and NAMES_FILE.match(folded, mark.end) is not None)
        or _cuts_word(folded, mark, numbers)
        or (mark.family == "han" and _HEADS_ROWS.match(folded, mark.end) is not None)
    )


def _name_of_notice(folded: Folded, at: int) -> str:
    """What the notice at an offset passes on, or is about."""
    words = folded[at : at + _LONGEST_NOTICE].replace("\n", "")
    named = _NAMED.search(words)
    return named["name"].strip("《》") if named else words[:LONGEST_PHRASE]


def _cuts_word(folded: Folded, mark: Mark, numbers: Numbers) -> bool:
    """Whether what looks like a first mark behind later ones is the end of a word that begins on the line before."""
    return mark.number == 1 < numbers.last(mark) and _CUT_WORD.search(folded, mark.start - 2, mark.start + 1) is not None


def _in_contents(folded: Folded, mark: Mark) -> bool:
    """Whether a mark stands in a table of contents: dots lead from its title to a page."""
    end = line_end(folded, mark.end)
    return _LEADS_TO_PAGE.search(folded, max(mark.end, end - _LONGEST_LEADER), end) is not None


def _mark_before_number(folded: Folded, at: int) -> Mark | None:
    """A mark behind a sentence or a clause that could be the whole part of a number: 35.5个地级市."""
    found = _BEFORE_NUMBER.match(folded, at) if at > 1 and folded[at - 2] in "。）" else None
    if found is None or found["n"] == "1":
        return None
    return Mark(at, found.end(), "arabic", int(found["n"]), found.group())


def _goes_on(folded: Folded, bare: Mark) -> bool:
    """Whether a number without its point is one of a list: behind a sentence or a heading, and a first one with a second below it.

    The only measure of a part stands right below its heading, with a title of its own.
    """
    line = folded.rfind("\n", 0, bare.start - 1) + 1
    is_headed = read_mark(folded, line) is not None
    if not (
        folded[bare.start - 2] in "。；：）"
        or is_headed
        or _CLAUSE_LINE.match(folded, line)
        or _CLAUSE_ENDS.search(folded, max(line, bare.start - 1 - _LONGEST_CLAUSE), bare.start - 1)
    ):
        return False
    if bare.number > 1 or _SECOND.search(folded, bare.start, bare.start + _FARTHEST_SECOND):
        return True
    return is_headed and folded.find("。", line, bare.start) < 0 and _ONLY_TITLE.match(folded, bare.end) is not None
