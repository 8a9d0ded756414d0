"""The printed marks give the outline, a tree of items; each becomes a section or a measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from planparse.language.clause_labels import LABEL_WORD
from planparse.language.lexicon import alternation, words
from planparse.language.marks import MARKS, Mark, read_mark, without_lone
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.outline.headings import find_headings, find_headings_above, find_known_headings
from planparse.parsing.outline.item_kinds import BRACKETED_HEADING, set_kinds
from planparse.parsing.outline.items import HEADING_END, HOLDERS, LAWS, ROOTS, Item
from planparse.parsing.outline.lost_headings import begin_at_top, begin_behind_clauses, lost_heading
from planparse.parsing.outline.openings import NAMES_FILE, behind_contents, opening_marks, without_run_in
from planparse.parsing.outline.several_plans import with_titles
from planparse.room import Room
from planparse.text import DEEPEST_HEADING, Folded

_LEADS_ON = "：；:;"

# 一、支持企业稳定岗位 按照国家统一部署…: a heading parted from its text by a blank alone.
_BLANK_AFTER_HEADING = Pattern(
    rf"(?:[^\s，。；“”《》]|《[^\s《》]{{1,40}}》|“[^\s“”]{{1,20}}”){{4,30}}(?<![第共约0-9A-Za-z])[ ](?={HAN}|——|20\d\d年)",
    reads=("支持企业稳定岗位 按照国家统一部署", "推动“人工智能+医疗”发展 依托高校", "开展职工培训 2026年1月至5月"),
    leaves=("到 2025 年", "第三 条款", "推进建设5G 基站和数据中心", "按照《市财政局 市教育局关于经费的通知》安排经费"),
    by="match",
)

# 一、提高政治站位，全面落实要求 要充分认识…: the same with a comma or quotation marks in it, where several items of a text are so.
_BLANK_AFTER_PHRASES = Pattern(
    rf"(?:{HAN}|[，、“”（）《》]|[0-9A-Za-z](?=[^ ])){{8,70}}(?<![，、第共约])[ ](?={HAN}[^。\n]{{19}})",
    reads=(
        "提高政治站位，全面落实各项要求 要充分认识当前做好稳外资工作的重要意义，进一步",
        "加快“上云用数赋智” 支持企业通过购买服务、租用设备等方式使用各种平台",
    ),
    leaves=(
        "提高政治站位，全面落实各项要求",
        "提高政治站位，全面落实 各项要求。各区要",
        "到2025年，建成平台5 个以上，其中国家级平台不少于2个，省级平台",
    ),
    by="match",
)
_FEWEST_PARTED = 2

# 1.推进平台建设：依托高校…，建成…。: a heading parted from its text by a colon. What leads to a list, names a label or stands before a phrase is none.
_COLON_AFTER_HEADING = Pattern(
    rf"(?!(?:[^：\n]{{0,30}}(?:{LABEL_WORD}))：|[到至在自第]|[^：]{{0,20}}(?:以下|下列|如下|分别|[为是应有]：|包[括含]：|规定：|提供：|(?:满足|符合|具备|达到)：))"
    rf"(?:[^\s\d，。；：（）《》]|（[^（）\n]{{1,12}}）|“[^“”\n]{{1,16}}”|《[^《》\n]{{1,30}}》|\d(?![\d年月日])){{3,26}}(?=： ?{HAN}[^\n]{{0,120}}[，；。])",
    reads=(
        "推进平台建设：依托高校院所建设平台，完善制度。",
        "实施“头雁”行动：培育龙头企业；",
        "建设5G基站：推进站址共享。",
        "国家级（一级）：覆盖全国，",
    ),
    leaves=(
        "创新筑基：夯实人工智能底座\n",
        "到2025年：建成平台5个，",
        "责任单位：市财政局，市教育局。",
        "主要包括：一是建设平台，",
        "完成以下任务：建设平台，",
        "加强领导，落实责任：各区要",
        "发展股权融资责任单位：市财政局，市教育局。",
        "同时满足：注册满一年，",
        "自筹与资助之比不低于2:1。",
        "建设智慧城市——政务信息资源数据池。",
    ),
    by="match",
)
# So many characters of what opens a text, and of its first heading, tell that it comes again.
_OPENING, _HEADING_AGAIN = 60, 4
# What a catalogue ahead of a text is: entries of a line each, of which the text repeats all or nearly all, one after the other, and at length.
_FEWEST_ENTRIES, _LONGEST_ENTRY, _SAME_ENTRIES, _TIMES_AS_LONG = 4, 160, 0.8, 2

_LONGEST_CLOSE, _MOST_TELLING = 2, 4  # 。 and a line end close an entry; one in so many may hold more

_LONGEST_HEADING = 300
_TITLE_BRACKET = "【"  # 1.【建设平台】依托高校…

# Marks that stand below whatever is open: 任务一： below 二、 as well as below （三）.
_BELOW_ANY = frozenset(("named", "ordinal", "counted", "stem"))

# Headings that all plans share, with the text right behind them: 指导思想以…为指导. Elsewhere nobody can tell where one ends.
_HEADINGS = words("headings")
_KNOWN = alternation(_HEADINGS["known"], ["申报条件"])
_KNOWN_HEADING = Pattern(
    f"(?:{_KNOWN})(?=[\\w—“][^，。]{{3}})",
    reads=("指导思想以新发展理念为引领", "主要目标到二〇二五年"),
    leaves=("指导思想", "主要任务。"),
    by="match",
)

_LONGEST_KNOWN = 12

# Where one of those is glued to its text, all are: a heading ends with a noun like these, and the text opens with a word like those.
_GLUED_HEADING = Pattern(
    f"[^，。；：]{{2,28}}?(?:{alternation(_HEADINGS['nouns'])})"
    "(?:（[^（）]{1,20}）)?"
    "(?=以|依托|围绕|结合|按照|根据|为|在|各|加[快强大]|推[进动]|提[高升]|做[好大]|建立|支持|鼓励|发挥|充分|全面|深入|大力|积极|坚持|落实|统筹|重点|优化|完善|健全|引导|组织|减少|大型|(?!建设|发展|管理|服务)\\w{2,4}经济|全省|全市|我[省市])",
    reads=("加强平台建设依托高校", "完善服务体系推动改革"),
    leaves=("加强平台建设", "依托高校建设平台"),
    by="match",
)

_LONGEST_UNGLUED = 40

# 抄送：… and a signature with its date stand behind the plan and belong to none of its items.
_TAIL = Pattern(
    r"\n(?:抄送|[^\n。；：]{2,60}\n(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?=\n|$|（))(?:(?!\n附[ ]?(?:[件表][ ]?\d{0,2}[：:]?\n[^\n]+|件[ ]?\d{1,2}：[^\n]+)\n(?!附).)[^。])*\Z",
    reads=("\n抄送：市委办公室", "\n甲市人民政府办公室\n2024年1月3日\n", "\n甲市政府\n2024年1月3日\n附件1\n任务分工表"),
    leaves=(
        "\n三、保障措施\n",
        "\n到2024年1月3日完成。",
        "\n甲市政府\n2024年1月3日\n附件1\n企业申请表\n企业名称",
        "\n甲市政府\n2024年1月3日\n附件1：企业申请表\n企业名称",
    ),
)

_LONGEST_TAIL = 600

# A signature, or what a web page prints below a document.
_FOOT = Pattern(
    r"\n(?:[^\n。；：]{2,60}\n(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?=\n|$|（)|版权所有|主办单位：|主办：|网站标识码|网站地图|网站声明|扫一扫|分享到|【?(?:原文|附件|文件|文档)下载|相关链接|相关附件|相关文件|相关解读|相关稿件|上一篇|下一篇|公开方式：|信息来源：|【?(?:返回|打印|关闭)(?:顶部|本页|窗口)|[^\n]{0,4}ICP备)",
    reads=("\n甲市人民政府\n2024年1月3日\n", "\n相关链接", "\n上一篇"),
    leaves=("\n三、保障措施", "\n各县区人民政府"),
)


def read_outline(
    text: str,
    folded: Folded,
    start: int,
    room: Room,
    tables: Sequence[tuple[int, int]] = (),
    headings: Sequence[tuple[int, int]] = (),
) -> list[Item]:
    """All items behind `start`, in document order, with their kinds; what stands in `tables` is no item.

    `headings` are the lines that the file calls headings, with how deep they are: those without a mark are items as well.
    """
    depths = dict(headings)
    marks, end = _marks(text, folded, start, room, tables, headings)
    lost = lost_heading(folded, marks)
    at_top = {*begin_at_top(folded, marks), *begin_behind_clauses(folded, marks), *([lost] if lost else [])}
    items = _nested(marks, text, folded, end, at_top, depths)
    if any(_KNOWN_HEADING.match(folded, item.body) and not NAMES_FILE.match(folded, item.body) for item in items):
        for item in items:
            _unglue(item, text, folded)
    set_kinds(items, folded, lost)
    return items


def _marks(
    text: str,
    folded: Folded,
    start: int,
    room: Room,
    tables: Sequence[tuple[int, int]],
    headings: Sequence[tuple[int, int]],
) -> tuple[list[Mark], int]:
    """What opens the items of the outline, in order, and where the last of them ends."""
    tail = _TAIL.search(folded, max(start, len(folded) - _LONGEST_TAIL))
    end = tail.start() if tail else len(text)
    start = behind_contents(folded, start, end)
    unmarked = find_headings(text, folded, headings)
    marks = without_lone(room.of(opening_marks(folded, start, end, tables, unmarked), 4))
    if not marks:
        marks = room.of(find_known_headings(text, folded, start, end), 4)
    elif above := find_headings_above(text, folded, marks, start, end):
        marks = sorted((*marks, *above), key=lambda mark: mark.start)
    marks = _behind_catalogue(folded, marks)
    if marks and (copy := _second_copy(folded, marks, end)) is not None:
        end = copy
        marks = [mark for mark in marks if mark.start < end]
    if marks and (foot := _FOOT.search(folded, marks[-1].end, end)):
        end = foot.start()
    if marks and marks[-1].family == "notice":
        end = marks.pop().start  # the next of a collection, cut off before its plan
    return with_titles(text, folded, [*without_run_in(folded, marks, end)], start), end


def _nested(
    marks: Sequence[Mark], text: str, folded: Folded, end: int, at_top: Container[Mark], depths: Mapping[int, int]
) -> list[Item]:
    """The items that the marks open, each below the one that it belongs to; those `at_top` below none."""
    items: list[Item] = []
    stack: list[Item] = []
    parted = _parted_by_blanks(folded, marks)
    around: list[Item] = []  # what is open around a box
    passed: list[Mark] = []  # the marks that the outline goes on from behind it
    for mark in marks:
        if mark.family == "box" and not passed:
            passed = [item.mark for item in stack]
            if stack and not stack[-1].children:
                _close(stack.pop(), text, mark.start)
            around, stack = stack, []
        elif passed and mark.family != "box" and _goes_on_from(passed, mark):
            while stack:
                _close(stack.pop(), text, mark.start)
            around, stack, passed = [], around, []
        outer = 0 if mark in at_top else _level_of(mark, stack, depths)
        while len(stack) > outer:
            _close(stack.pop(), text, mark.start)
        parent = stack[-1] if stack else None
        item = _item(mark, parent, text, folded, is_parted=mark.family in parted)
        if parent is not None:
            if not parent.children:
                parent.own_end = mark.start
            parent.children.append(item)
        items.append(item)
        stack.append(item)
    for item in (*around, *stack):
        _close(item, text, end)
    return items


def _unglue(item: Item, text: str, folded: Folded) -> None:
    """Cut a heading that runs into its text."""
    if item.heading_end - item.body > _LONGEST_UNGLUED and (
        match := _GLUED_HEADING.match(folded, item.body, item.heading_end)
    ):
        item.heading, item.heading_end = text[item.body : match.end()].strip(), match.end()


def _goes_on_from(passed: Sequence[Mark], mark: Mark) -> bool:
    """Whether a mark goes on with the outline that a box interrupted."""
    if mark.family in ROOTS:
        return True
    return any(mark.family == before.family and mark.number == before.number + 1 for before in passed)


def _level_of(mark: Mark, stack: Sequence[Item], depths: Mapping[int, int]) -> int:
    """How many open items stay open around the mark: those of its own family or of an inner one end before it.

    `depths` has how deep the lines are that the file calls headings.
    """
    if mark.family in ROOTS:
        return 0
    if mark.family == "heading":
        depth = len(stack)
        while depth and not _holds(stack[depth - 1].mark, mark, depths):
            depth -= 1
        return depth
    if (heading_depth := depths.get(mark.start)) is not None:
        ends = (at for at, item in enumerate(stack) if item.mark.family == "heading" and item.mark.number >= heading_depth)
        stack = stack[: next(ends, len(stack))]
    for depth, item in enumerate(stack):
        # 2.1.1 stands under 2.1, though both are of one family.
        if item.mark.family == mark.family and not mark.printed.startswith(f"{item.mark.printed}."):
            return depth
        if item.mark.family == "arabic" and mark.family == "decimal" and not _is_part_of(mark, item.mark):
            return depth
        if item.mark.family == "decimal" and mark.family == "arabic" and not mark.printed.endswith("."):
            return depth  # 2 重点任务 over 2.1 behind 1.3
    depth = len(stack)
    if mark.family == "article" and all(item.mark.family not in LAWS for item in stack):
        return depth  # articles under （一）: a paper that counts its measures through
    if mark.family in _BELOW_ANY:
        return depth
    rank = MARKS.rank(mark.family)
    while depth and stack[depth - 1].mark.family not in HOLDERS and MARKS.rank(stack[depth - 1].mark.family) > rank:
        if _is_part_of(mark, stack[depth - 1].mark):
            break
        depth -= 1
    return depth


def _is_part_of(mark: Mark, outer: Mark) -> bool:
    """Whether a mark is numbered as a part of another: 2.1 of 2."""
    first, _, rest = mark.printed.partition(".")
    return outer.family == "arabic" and rest != "" and first == outer.printed.rstrip(".")


def _holds(outer: Mark, heading: Mark, depths: Mapping[int, int]) -> bool:
    """Whether a heading without a mark can stand below an open item: below an annex, a heading that is less deep, or if bold any mark."""
    if outer.family in ROOTS or (outer.family != "heading" and heading.number == DEEPEST_HEADING):
        return True
    return depths.get(outer.start, outer.number if outer.family == "heading" else DEEPEST_HEADING) < heading.number


def _behind_catalogue(folded: Folded, marks: Sequence[Mark]) -> list[Mark]:
    """The marks without those of a catalogue, whose short entries come again below it, each with its text."""
    if not marks:
        return []
    entry = _entry(folded, marks[0])
    again = next((at for at, mark in enumerate(marks) if at >= _FEWEST_ENTRIES and _entry(folded, mark) == entry), None)
    if again is None:
        return [*marks]
    entries = [(mark.end, after.start) for mark, after in pairwise(marks[: again + 1])][:-1]
    short = all(behind - at <= _LONGEST_ENTRY for at, behind in entries)
    # Plans behind one notice may have the headings of each other, but theirs have sentences below them.
    telling = sum(0 <= folded.find("。", at, behind) < behind - _LONGEST_CLOSE for at, behind in entries)
    if telling * _MOST_TELLING > len(entries):
        return [*marks]
    below = iter(_entry(folded, mark) for mark in marks[again:])  # which may have marks of inner levels as well
    same = sum(_entry(folded, mark) in below for mark in marks[:again])
    is_longer = marks[-1].start - marks[again].start >= _TIMES_AS_LONG * (marks[again - 1].start - marks[0].start)
    return [*(marks[again:] if short and is_longer and same >= again * _SAME_ENTRIES else marks)]


def _entry(folded: Folded, mark: Mark) -> tuple[str, str]:
    return mark.printed, folded[mark.end : mark.end + _HEADING_AGAIN]


def _second_copy(folded: Folded, marks: Sequence[Mark], end: int) -> int | None:
    """Where a page prints all of its text again: the paragraph above the first mark, and that mark with its heading right below it."""
    first = marks[0]
    begin = folded.rfind("\n", 0, max(first.start - 1, 0)) + 1
    opening = folded[begin : first.start].strip()[-_OPENING:]
    if len(opening) < _OPENING:
        return None
    again = folded.find(opening, first.end, end)
    if again < 0:
        return None
    heading = folded[first.start : first.end + _HEADING_AGAIN]
    behind = folded[again + _OPENING : again + _OPENING + len(heading) + _HEADING_AGAIN].lstrip()
    return folded.rfind("\n", 0, again) + 1 if behind.startswith(heading) else None


def _parted_by_blanks(folded: Folded, marks: Sequence[Mark]) -> set[str]:
    """The families of marks whose headings a blank alone parts from their text."""
    found = Counter(mark.family for mark in marks if _BLANK_AFTER_PHRASES.match(folded, mark.end))
    return {family for family, count in found.items() if count >= _FEWEST_PARTED}


def _item(mark: Mark, parent: Item | None, text: str, folded: Folded, *, is_parted: bool) -> Item:
    limit = min(len(text), mark.end + _LONGEST_HEADING)
    match = HEADING_END.search(folded, mark.end, limit)
    end = match.start() if match else limit
    bracketed = None
    if mark.family == "heading":
        end = mark.end + len(mark.printed)
    elif mark.family == "annex":
        end = mark.end if read_mark(folded, mark.end + 1) else folded.find("\n", mark.end + 1, limit)
        end = limit if end < 0 else end
    elif (mark.family == "article" or text.startswith(_TITLE_BRACKET, mark.end)) and (
        bracketed := BRACKETED_HEADING.match(folded, mark.end, limit)
    ):
        end = bracketed.end()
    elif folded.find(" ", mark.end, end) >= 0 and (
        blank := _BLANK_AFTER_HEADING.match(folded, mark.end, end)
        or (_BLANK_AFTER_PHRASES.match(folded, mark.end, end) if is_parted else None)
    ):
        end = blank.end() - 1
    elif (
        mark.family != "article"
        and folded.find("：", mark.end, end) >= 0
        and (colon := _COLON_AFTER_HEADING.match(folded, mark.end))
    ):
        end = min(end, colon.end())
    elif end - mark.end > _LONGEST_KNOWN and (known := _KNOWN_HEADING.match(folded, mark.end, end)):
        end = known.end()
    heading = text[slice(*bracketed.span(1))] if bracketed else text[mark.end : end].strip().rstrip(_LEADS_ON)
    path = f"{parent.path}/{mark.printed}" if parent else mark.printed
    level = 0 if mark.family == "title" else parent.level + 1 if parent else 1
    return Item(mark, parent, path, level, mark.start, mark.end, heading, end)


def _close(item: Item, text: str, end: int) -> None:
    item.end = end
    if item.heading_end > end:
        # The line below 附件 is no heading where the next annex or what a web page prints below a document begins there.
        item.heading, item.heading_end = text[item.body : end].strip(), end
    if not item.children:
        item.own_end = end
