"""Texts whose paragraphs were run together without a blank: their outline marks stand in mid-line and open a paragraph each.

…平潭综合实验区管委会二、全面放开…: a mark counts only where its number goes on with the numbers before it and where a paragraph can have
ended, and a line is cut only where a mark of the first level (一、) stands in its midst, which running text does not do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planparse.language.clause_labels import LABEL_WORD
from planparse.language.marks import MARKS, Mark, Numbers, read_bare_mark, read_mark
from planparse.language.numerals import HAN, read_chinese
from planparse.language.patterns import Pattern
from planparse.parsing.heads import around_title_behind_day
from planparse.parsing.paragraphs.flattened import find_breaks, flattened_lines
from planparse.text import Folded

# What no mark in mid-line stands before; a blank behind one has been cut by planparse.parsing.paragraphs.normalize already.
_NO_MARK_BEFORE = frozenset("，。；、）")
_CUTTING = "han"
_LINE_OF_ITS_OWN = Pattern(
    "\\n[ ]*二、", reads=("一、总体要求\n二、重点任务", "要求\n  二、任务"), leaves=("一、总体要求二、重点任务",)
)
_ENDS = "。！？）”"
_ENDING_IN_ONE = frozenset("合统唯归之逐万其")  # 三库合一、三级联动
_ORDINAL = "第"
_DIGITS = frozenset("0123456789.")
_SECOND = Pattern(f"[{_ENDS}]2(?={HAN})", reads=("。2坚持", "）2加强"), leaves=("2坚持", "。2.坚持"))
_FARTHEST_SECOND = 2000
_WIDEST_STRAY = 4
_SHORTEST_LINE = 150
# Of the numbers of a list so many may be missing at the beginning of lines, and so far from the next are they looked for.
_MOST_MISSING, _FARTHEST_MISSING = 2, 6000
# How far back a paragraph is read to see whether it can have ended.
_REACH_BACK = 400
_LABEL = Pattern(
    f"(?:{LABEL_WORD})：",
    reads=("责任单位：市财政局", "牵头部门：市教育局"),
    leaves=("单位：万元",),
    by="match",
)
# A heading that its mark and the next one enclose: 三、政策措施（一）实施更加严格的环保政策.
_HEADING = Pattern(
    "[^，。；：]{2,40}", reads=("政策措施", "加快建设中心"), leaves=("政", "总体要求。坚持创新"), by="fullmatch"
)


# A mark with its heading, right before a mark of what it heads: 三、切实减轻负担（六）, 二、主要任务（一）加强规划1.
_HEADED = Pattern(
    r"(?:^|[\n。；）”])[ ]*(?:[一二三四五六七八九十]{1,3}、[^。；：（）\n]{2,30}(?=（一）))?"
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.、])[ ]?[^。；：（）\n]{2,40}$",
    reads=("。\n三、切实减轻企业负担", "\n（一）加强规划引领", "\n二、主要任务（一）加强规划引领"),
    leaves=("见附件", "\n三、加强规划：落实责任", "第一、切实减轻企业负担"),
)
_LONGEST_HEADED = 80


# 二、主要措施1整治隐患路段。: the heading of a part before the first of its measures, whose number has lost its point.
_PART = Pattern(
    f"[一二三四五六七八九十]、{HAN}{{0,8}}(?:任务|措施|举措|要求|保障|实施|安排|分工|内容|工作|职责)$",
    reads=("二、主要措施", "三、组织保障"),
    leaves=("完成措施", "（一）主要措施", "二、目标"),
)
_LONGEST_PART = 14
_TITLE = Pattern(f"{HAN}{{4,24}}[。：]", reads=("整治隐患路段。",), leaves=("个月内完成，", "项。"), by="match")

# What only a mark of the first level opens, whatever stands before it: the last cell of a table, a list of bodies in brackets.
_WITH_PARTS = Pattern(
    "[^，。；：（）\\n]{2,30}（一）",
    reads=("重点任务（一）加快建设中心", "保障要素（一）建立工作机制"),
    leaves=("重点任务。（一）加快", "三季度（二）加快"),
    by="match",
)


# 一、总体要求（一）指导思想。: a part on a line of its own, with its items run together behind its heading.
_PART_RUN_TOGETHER = Pattern(
    f"(?:^|\\n)[ ]*[一二三四五六七八九十]{{1,3}}、(?:{HAN}|[、“”]){{2,30}}（[一二三四五六七八九十]{{1,3}}）(?:{HAN}|[、“”]){{3,24}}[。：]",
    reads=(
        "\n一、总体要求（一）指导思想。坚持",
        "二、促进“专精特新”发展（二）加强市场推介。",
        "\n三、保障措施（一）组织领导。",
    ),
    leaves=("一、总体要求\n（一）指导思想。", "\n三、落实第二条（一）（二）项。", "。二、重点任务（一）建设平台。"),
)


# What stands between a notice's signature and the plan: （此件主动公开）.
_PUBLIC = Pattern(
    "(?<=[日章])（此件[^（）\\n]{0,12}）|（此件[^（）\\n]{0,12}）(?=[^\\n])",
    reads=("2024年1月3日（此件主动公开）", "（此件公开发布）甲市实施方案"),
    leaves=("（此项工作由市财政局负责）",),
)


# The list of annexes right behind the last sentence: …满意度。（略）附件：1.任务分工表.
_ANNEXES = Pattern(
    "(?:(?<=[。）])|(?<=[。）] ))附件：(?=[ ]?\n?[ ]*1[.、])",
    reads=("满意度。附件：1.任务表", "（略）附件：1.任务表", "满意度。 附件： 1.任务表", "满意度。 附件：\n1.任务表"),
    leaves=("\n附件：1.任务表", "见附件：1.任务表"),
)


# The heading of a chapter, or an article that leads to a list, on the line of the sentence before it: …择优确定。第二章 基本条件.
_RULES = Pattern(
    r"(?<=[\w。）])(?<![合照按据见的和及至或与])第[一二三四五六七八九十]{1,3}章(?![的中之第和及或至与])[ ]{0,4}[^，。；：\n]{2,24}"
    r"(?=\n[ ]*(?:第[一二三四五六七八九十百]{1,5}条|[一二三四五六七八九十]{1,3}、))"
    r"|(?<=。)第[一二三四五六七八九十百]{1,5}条[ ][^。；\n]{2,60}：(?=\n[ ]*（一）)",
    reads=(
        "择优确定。第二章 基本条件\n第七条 企业",
        "管理办法第一章 总则\n第一条 为",
        "（通过）第一章 总则\n一、为",
        "专项资金。第六条 省科技厅职责如下：\n（一）",
    ),
    leaves=("符合第二章的规定\n第七条", "\n第二章 基本条件\n第七条", "办法第三章 申报，\n第七条"),
)


# The name of a file that a page links, right before a title: 附件下载 通知及附件.pdf甲省管理办法第一章.
_LINKED_FILE = Pattern(
    rf"(?<=[.。])(?:pdf|docx?|xlsx?|wps|ofd|zip|rar)(?={HAN}{{4}})",
    reads=("通知及附件.pdf甲省管理办法", "申报表.doc甲市方案"),
    leaves=("申报表.doc\n甲市方案", "pdf格式的文件"),
)

# The last item of a list in the midst of the line of the one before, with a heading of its own: …监管。（三）严查违规行为。.
_HEADED_NEXT = Pattern(
    rf"(?<=。)（(?P<n>[一二三四五六七八九十]{{1,3}})）{HAN}{{4,20}}。(?={HAN})",
    reads=("加强监管。（三）严查违规行为。严格执行",),
    leaves=("（三）严查违规行为。严格", "监管；（三）严查违规行为。严格", "监管。（三）严查违规，处理行为。"),
)


def find_run_in(folded: Folded) -> list[int]:
    """The offsets at which a paragraph begins in mid-line, in order: at marks, around （此件公开发布）, at a list of annexes, at chapters."""
    found = {*_find_marks(folded)} if _may_hold_marks(folded) else set()
    numbers = Numbers()
    for start, end in flattened_lines(folded):
        breaks = {*find_breaks(folded, start, end, numbers)}
        found = {at for at in found if not start <= at < end} | breaks
        if breaks:
            found.update(around_title_behind_day(folded, min(breaks), end))
    if "（此件" in folded:
        for match in _PUBLIC.finditer(folded):
            found.update(match.span())
    if "章" in folded:
        found.update(match.start() for match in _RULES.finditer(folded))
    if "附件：" in folded:
        found.update(match.start() for match in _ANNEXES.finditer(folded))
    found.update(_find_missing(folded))
    if "（二）" in folded:
        found.update(_find_next(folded))
    found.update(match.end() for match in _LINKED_FILE.finditer(folded))
    return sorted(at for at in found if 0 < at < len(folded) and "\n" not in folded[at - 1 : at + 1])


def _find_missing(folded: Folded) -> Iterator[int]:
    """The marks that those at the beginning of lines miss between them, and that stand in mid-line there: …机制。36.健全… between 35. and 37."""
    here: dict[str, Mark] = {}  # the last mark of each family below the marks around it
    ever: dict[str, Mark] = {}
    start = 0
    while start < len(folded):
        while folded.startswith(" ", start):
            start += 1
        mark = read_mark(folded, start)
        if mark is not None and _may_run_in(mark.family):
            before = _before_gap(mark, here.get(mark.family), ever.get(mark.family))
            if before is not None:
                number, end = before
                yield from _missing(
                    folded, max(end or _end_of_outer(mark, here), start - _FARTHEST_MISSING), mark, number + 1
                )
        if mark is not None:
            rank = MARKS.rank(mark.family)
            here = {family: last for family, last in here.items() if MARKS.rank(family) <= rank}
            here[mark.family] = ever[mark.family] = mark
        start = folded.find("\n", start) + 1
        if start == 0:
            return


def _find_next(folded: Folded) -> Iterator[int]:
    """The marks that stand in the midst of a line that a mark of theirs opens, and go on from it."""
    for next_one in _HEADED_NEXT.finditer(folded):
        line = folded.rfind("\n", 0, next_one.start()) + 1
        while folded.startswith(" ", line):
            line += 1
        opening = read_mark(folded, line)
        if (
            opening is not None
            and opening.family == "han_bracketed"
            and opening.number + 1 == (read_chinese(next_one["n"]) or 0)
        ):
            yield next_one.start()


def _before_gap(mark: Mark, here: Mark | None, ever: Mark | None) -> tuple[int, int] | None:
    """The number after which one or a few are missing before a mark, and where that mark ends (0 if a first is missing); None for no gap."""
    lasts = [last for last in (here, ever) if last is not None]
    if mark.number == 1 or any(last.number == mark.number - 1 for last in lasts):
        return None
    for last in lasts:
        if last.number < mark.number <= last.number + _MOST_MISSING + 1:
            return last.number, last.end
    return (0, 0) if here is None and mark.number == 2 else None


def _may_run_in(family: str) -> bool:
    return MARKS.named(family).run_in or family == "article"


def _end_of_outer(mark: Mark, here: Mapping[str, Mark]) -> int:
    rank = MARKS.rank(mark.family)
    return max((last.end for family, last in here.items() if MARKS.rank(family) < rank), default=0)


def _missing(folded: Folded, start: int, mark: Mark, number: int) -> Iterator[int]:
    """From one number on, the marks before another in the midst of lines that open a paragraph."""
    for at in MARKS.select("missing", lambda rule: _may_run_in(rule.name)).places(folded, start, mark.start):
        if folded[at - 1] in "\n " or folded[at - 1] in _DIGITS:
            continue
        missing = read_mark(folded, at)
        if (
            missing is not None
            and (missing.family, missing.number) == (mark.family, number)
            and folded[missing.end : missing.end + 1] not in _NO_MARK_BEFORE
            and (
                folded[at - 1] == "；"
                or _can_end(folded, start, missing)
                or _HEADED.search(folded, max(start - _LONGEST_HEADED, at - _LONGEST_HEADED, 0), at)
            )
        ):
            yield at
            number += 1
            if number == mark.number:
                return


def _may_hold_marks(folded: Folded) -> bool:
    """Whether marks open paragraphs in mid-line somewhere, the first of a level or an item behind its heading; few texts need a closer look."""
    if _PART_RUN_TOGETHER.search(folded):
        return True
    apart: bool | None = None
    for words_ in ("二、", "三、"):
        at = folded.find(words_)
        while at >= 0:
            before = folded[at - 1] if at else ""
            if before == _ORDINAL:
                at = folded.find(words_, at + 2)
                continue
            if _ended(folded, at) and before not in "\n ":
                return True
            if before not in ("", "\n", " "):
                if apart is None:
                    apart = _LINE_OF_ITS_OWN.search(folded) is not None
                if not apart:
                    return True
            at = folded.find(words_, at + 2)
    return False


def _ended(folded: Folded, at: int) -> bool:
    """Whether a sentence ends before an offset, or a word or two before it that a page left between: 。锚点二、."""
    return any(end in folded[max(0, at - _WIDEST_STRAY) : at] for end in _ENDS)


def _find_marks(folded: Folded) -> Iterator[int]:
    numbers = Numbers()
    start = 0
    while start < len(folded):
        end = folded.find("\n", start)
        end = len(folded) if end < 0 else end
        after = numbers.copy()
        is_part = _PART_RUN_TOGETHER.match(folded, max(start - 1, 0), end) is not None
        found = [*_marks_in(folded, start, end, after)] if is_part or end - start >= _SHORTEST_LINE else []
        if found and (is_part or any(mark.family == _CUTTING for mark in found)):
            yield from (mark.start for mark in found)
            numbers = after
        elif mark := read_mark(folded, start):
            numbers.note(mark)
        start = end + 1


def _marks_in(folded: Folded, start: int, end: int, numbers: Numbers) -> Iterator[Mark]:
    """The marks in the midst of one line that open a paragraph."""
    paragraph = start
    if mark := read_mark(folded, start):
        numbers.note(mark)
        paragraph = mark.end
    done = start + 1
    for at in MARKS.select("run_in", lambda rule: rule.run_in).places(folded, start + 1, end):
        if at < done or (folded[at] in _DIGITS and folded[at - 1] in _DIGITS):
            continue
        mark = read_mark(folded, at) or _bare_mark(folded, at)
        if mark is None or not MARKS.named(mark.family).run_in or folded[mark.end : mark.end + 1] in _NO_MARK_BEFORE:
            continue
        done = mark.end
        if _opens(folded, paragraph, mark, numbers):
            numbers.note(mark)
            paragraph = mark.end
            yield mark


def _bare_mark(folded: Folded, at: int) -> Mark | None:
    """A number without its point behind the end of a sentence or the heading of a part; a first one is followed by a second."""
    if _PART.search(folded, max(0, at - _LONGEST_PART), at):
        first = read_bare_mark(folded, at)
        return first if first is not None and first.number == 1 and _TITLE.match(folded, first.end) else None
    if folded[at - 1] not in _ENDS or (mark := read_bare_mark(folded, at)) is None:
        return None
    return mark if mark.number > 1 or _SECOND.search(folded, at, at + _FARTHEST_SECOND) else None


def _opens(folded: Folded, paragraph: int, mark: Mark, numbers: Numbers) -> bool:
    """Whether a mark opens a paragraph, where the one before it begins at `paragraph`."""
    if mark.family == _CUTTING and mark.number == 1 and folded[mark.start - 1] in _ENDING_IN_ONE:
        return False
    if folded[mark.start - 1] == _ORDINAL:
        return False  # 第二、强化统筹
    if mark.family == _CUTTING and mark.number == 2 and not numbers.last(mark):
        # The first is lost.
        return folded[mark.start - 1] == "。" and _WITH_PARTS.match(folded, mark.end) is not None
    if _HEADING.fullmatch(folded, paragraph, mark.start):
        # Behind a heading alone some marks may have been lost.
        return numbers.expect(mark) or (mark.family != _CUTTING and mark.number > numbers.last(mark))
    if mark.family == "han_bracketed" and 1 < mark.number - numbers.last(mark) <= _MOST_MISSING + 1 and numbers.last(mark):
        # So may those between two that have headings of their own.
        return folded[mark.start - 1] == "。" and _HEADED_NEXT.match(folded, mark.start) is not None
    return numbers.expect(mark) and _can_end(folded, paragraph, mark)


def _can_end(folded: Folded, paragraph: int, mark: Mark) -> bool:
    """Whether the paragraph before a mark can end there: with a sentence, or with a clause that has no full stop."""
    before = folded[mark.start - 1]
    if before in _ENDS or (before == "：" and mark.number == 1 and mark.family == _CUTTING):
        return True
    if mark.family == _CUTTING and (_ended(folded, mark.start) or _WITH_PARTS.match(folded, mark.end)):
        return True
    floor = max(paragraph, mark.start - _REACH_BACK)
    sentence = max(folded.rfind("。", floor, mark.start), folded.rfind("；", floor, mark.start))
    return _LABEL.match(folded, max(sentence + 1, floor)) is not None
