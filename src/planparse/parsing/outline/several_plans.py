"""Where one paper carries several plans, each begins with its title: a notice with two annexes, a collection of notices."""

from __future__ import annotations

from planparse.language.body_names import ISSUER
from planparse.language.documents import PASSES_ON, PLAN, RULES, STATUS_BRACKET
from planparse.language.folding import fold
from planparse.language.marks import Mark
from planparse.language.patterns import Pattern
from planparse.parsing.outline.items import HOLDERS, LAWS
from planparse.text import Folded

# The title of a plan on a line of its own, and a line that says that an annex follows.
_PLAN_TITLE = Pattern(
    rf"(?![^\n。]{{0,40}}关于{PASSES_ON})[^\n。；：，]{{4,60}}(?:{PLAN}|政策|举措|纲要|预案)(?:（[^（）\n]{{1,20}}）)?",
    reads=("甲市数字经济发展行动方案", "乙县促进消费若干措施（试行）", "支持平台发展若干政策"),
    leaves=("各县区要制定实施方案。", "方案", "甲市政府办公室关于印发对标提升举措"),
    by="fullmatch",
)

# The title of a set of rules, where it stands right above the first of its articles or chapters.
_RULES_TITLE = Pattern(
    rf"(?![^\n。]{{0,40}}关于{PASSES_ON})[^\n。；：，]{{4,60}}(?:{RULES}|制度|预案)(?:（[^（）\n]{{1,20}}）)?",
    reads=("甲市项目评审规则", "乙县专家守则（试行）"),
    leaves=("甲市评审专家。", "规则", "甲市政府关于印发评审规则"),
    by="fullmatch",
)

_TITLE_LINE = Pattern(
    rf"(?![一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d|[^\n]{{0,60}}{ISSUER}$)[^\n。；：！？，]{{11,60}}(?<![日号）])",
    reads=("进一步优化营商环境降低市场主体", "甲市人民政府办公室关于降低市场主"),
    leaves=("甲市人民政府办公室", "2024年1月3日", "（此件公开发布）", "为落实部署，制定本方案。", "任务分工"),
    by="fullmatch",
)

_DAY_BEHIND = Pattern(
    r"（(?:19|20)\d\d[ ]?年[^（）\n]{3,8}日）$", reads=("甲市方案（2024年1月3日）",), leaves=("甲市方案（试行）",)
)

_LONGEST_TITLE = 120
_OWN_TITLE = 8  # a line of this length needs none of what stands above it

# 甲市财政局2024年1月3日（此件公开发布）甲市实施方案: the day of a notice and the title of its plan on one line.
_DAY_BEFORE_TITLE = Pattern(
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:（[^（）\n]{1,20}）)?(?=[^\n。，]{4,60}$)",
    reads=("2024年1月3日甲市实施方案", "2024年1月3日（此件公开发布）甲市管理办法"),
    leaves=("2024年1月3日", "2024年1月3日起施行，甲市方案"),
)

# The day on which a notice was signed, right before the title of the plan that it passes on.
_SIGNED_BEFORE = Pattern(
    r"\n(?:19|20)\d\d年\d{1,2}月\d{1,2}日\n(?:（[^（）\n]{1,30}）\n)?$",
    reads=("甲市政府办公室\n2024年1月3日\n", "\n2024年1月3日\n（此件公开发布）\n"),
    leaves=("\n2024年1月3日起施行。\n", "2024年1月3日"),
)

_LONGEST_SIGNED = 60
_MOST_IN_NOTICE = 8
_ANNEX_BEFORE = Pattern(
    r"(?:^|\n)附[ ]?件[ ]?[\d一二三四五六七八九十]{0,2}[：:]?\n",
    reads=("附件1\n甲市实施方案", "\n附 件：\n"),
    leaves=("附件：1.任务分工表",),
)


def with_titles(text: str, folded: Folded, marks: list[Mark], start: int) -> list[Mark]:
    """The marks, and before those of each plan its title where one notice carries several plans.

    A plan begins where the numbers of the first level, or of articles, which run on over chapters, begin anew behind a line that is a
    title. An annex is a plan only where the first plan is an annex as well. A notice that lists what it asks for, and is signed behind that, is no plan. Of a collection, the
    plan of the next notice is named by that where it has no title of its own.
    """
    opens_with_annex = bool(marks) and marks[0].family == "annex"
    annexed = opens_with_annex or _ANNEX_BEFORE.search(folded, 0, start) is not None
    titled: list[Mark] = []
    top: str | None = None
    last = plans = begun = articles = 0
    notice: Mark | None = None  # the next of a collection, before its plan
    is_collection = False
    for mark in marks:
        if mark.family == "notice":
            notice, top = mark, None
            is_collection = bool(titled)
            continue
        rules = mark.family in LAWS or mark.family == "article"
        above = _rules_above(folded, mark.start) if rules and mark.number == 1 else None
        restarts = rules and mark.family != top and mark.number == 1 and articles > 1
        if top is not None and mark.number == 1 and rules != _of_rules(top):
            # Rules behind a plan have their title right above, a plan behind rules somewhere below the last of them.
            restarts |= above is not None or (
                mark.family == "han" and _title_before(folded, titled[-1].end, mark.start) is not None
            )
        if (mark.family == (top or mark.family) or restarts) and mark.family not in HOLDERS:
            floor = notice.end if notice else _end(titled[-1]) if titled else start
            anew = top is None or restarts or above is not None or (mark.number == 1 and last > 1)
            annex = notice is None and bool(titled) and titled[-1].family == "annex"
            title = (above or _title_before(folded, floor, mark.start)) if anew and (annexed or not annex) else None
            if title or notice:
                if annex:
                    titled.pop()
                plans, begun = plans + 1, len(titled)
                at = notice.start if notice else title[0] if title else mark.start
                name = text[slice(*title)].replace("\n", "") if title else notice.printed if notice else ""
                titled.append(Mark(at, at, "title", plans, _without_status(_DAY_BEHIND.sub("", name))))
                notice = None
            if title or not restarts:
                top, last = mark.family, mark.number
        if mark.family == "article":
            articles = mark.number
        titled.append(mark)
    if plans > 1 or is_collection:
        return titled
    if plans and 0 < begun <= _MOST_IN_NOTICE and all(mark.family == top for mark in titled[:begun]):
        at = titled[begun].start
        if _SIGNED_BEFORE.search(folded, max(0, at - _LONGEST_SIGNED), at):
            return titled[begun + 1 :]  # what stands before is a list of the notice
    if plans and begun:
        return titled  # what stands before has an outline of its own, and its title is that of the paper
    # One plan alone, as the annex of its notice, needs no name in its paths.
    return (
        [mark for mark in titled if mark.family != "title"]
        if opens_with_annex
        else [mark for mark in marks if mark.family != "notice"]
    )


def _end(mark: Mark) -> int:
    """Where a mark ends, a heading without one with its words."""
    return mark.end + len(mark.printed) if mark.family == "heading" else mark.end


def _of_rules(family: str) -> bool:
    return family in LAWS or family == "article"


def _rules_above(folded: Folded, at: int) -> tuple[int, int] | None:
    """Where the title of a set of rules stands right above its first article or chapter; a line in brackets may stand between."""
    end = at - 1
    begin = folded.rfind("\n", 0, max(end, 0)) + 1
    if folded.startswith("（", begin) and folded[end - 1 : end] == "）":
        end = begin - 1
        begin = folded.rfind("\n", 0, max(end, 0)) + 1
    return (begin, end) if end > 0 and _RULES_TITLE.fullmatch(folded, begin, end) else None


def _without_status(name: str) -> str:
    status = STATUS_BRACKET.search(fold(name))
    return name[: status.start()] + name[status.end() :] if status else name


def _title_before(folded: Folded, floor: int, at: int) -> tuple[int, int] | None:
    """The last line between two offsets that is the title of a plan, or ends with one behind the day on which a notice was signed."""
    end = at
    while end > floor:
        begin = folded.rfind("\n", floor, end - 1) + 1 or floor
        stop = end - 1 if folded[end - 1] == "\n" else end
        if _PLAN_TITLE.fullmatch(folded, begin, stop):
            return _first_line(folded, floor, begin, stop), stop
        day = _DAY_BEFORE_TITLE.search(folded, max(begin, stop - _LONGEST_TITLE), stop)
        if day and _PLAN_TITLE.fullmatch(folded, day.end(), stop):
            return day.end(), stop
        end = begin
    return None


def _first_line(folded: Folded, floor: int, begin: int, end: int) -> int:
    """Where a title begins whose last line is given: a long one stands on several lines."""
    while begin > floor:
        above = folded.rfind("\n", floor, begin - 1) + 1 or floor
        if not _TITLE_LINE.fullmatch(folded, above, begin - 1) or end - above > _LONGEST_TITLE:
            break
        if end - begin >= _OWN_TITLE and _PLAN_TITLE.fullmatch(folded, above, begin - 1):
            break  # a title of the whole above that of its first plan
        begin = above
    return begin
