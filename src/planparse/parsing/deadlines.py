"""The times by or in which something is to be done: mentions that are names, citations or terms of validity are left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planparse.language.clause_labels import OF_DEADLINES
from planparse.language.dates import VALUE_ENDS, Kind, Time, find_times
from planparse.language.lexicon import alternation
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.parsing.past_times import is_gone, is_reported, is_told
from planparse.text import Folded

# Stands at the beginning and at the end of a time among the words around it.
HERE = "\ue00b"
_BEFORE, _BEHIND = 10, 14


@dataclass(frozen=True, slots=True)
class ExclusionRule(Rule):
    """What the words around a time say that it is no deadline; `matches` gives the words of the time.

    The regex reads ten characters before it, its own words between two HERE, and fourteen behind it; `of` are the kinds of time that
    the rule is for.
    """

    of: tuple[Kind, ...] = ("by", "during", "range")


EXCLUSIONS = Rules(
    # How long a rule holds, not when something is to be done.
    ExclusionRule(
        "validity",
        rf"(?![^{HERE}]*[由从][^{HERE}，]*\d[^{HERE}，]*延长{HERE})[^{HERE}]*(?:有效期|施行|实施期限|执行期限?|期限|延续|延长|执行|生效|暂停|截止时间|所属期|日起|自)[限为]?(?:原则上)?(?:暂定)?(?:延长|延续|执行|实施)?{HERE}",
        {"本办法有效期至2025年12月31日。": "至2025年12月31日", "政策延续执行到2025年底。": "到2025年底"},
        ("改造工程到2025年底完成。", "公交专用道由86公里延长至2027年的150公里。"),
    ),
    # 较2020年, 以2020年为基数: what is compared with.
    ExclusionRule(
        "compared",
        f"[^{HERE}]*(?:[较以]|(?<!占)比(?!{HERE}[到至])|相比|同比|(?:截至|截止到?)[ ]?|基于){HERE}",
        {"能耗比2020年底下降5%。": "2020年底", "面积较到2020年底的增加": "到2020年底"},
        ("能耗到2020年底下降5%。", "煤炭占比2026年降至50%。", "出生人口性别比到2027年降至107。"),
    ),
    # 下降到2020年的八成: what something comes to, measured by that year.
    ExclusionRule(
        "share_of_year",
        rf"(?![^{HERE}]*[由从])[^{HERE}]*(?:下降|降低|减少|压减|压缩|降|减){HERE}[到至][^{HERE}]*{HERE}(?:水平)?的(?:\d+(?:\.\d+)?[%％]|[一二三四五六七八九]成)",
        {"农药使用量下降到2020年的八成": "到2020年"},
        ("由12%下降到2027年的8%", "达到2020年的八成"),
    ),
    # （2023—2025年） behind a title, 2023—2025年行动计划: part of a name.
    ExclusionRule(
        "in_brackets",
        f"[^{HERE}]*(?<!时间)(?<![近中远一二三四五]期)(?<!阶段)(?<!\\d[{VALUE_ENDS}])(?<!\\d[万亿][{VALUE_ENDS}])（{HERE}(?![到至])[^{HERE}月底前]*{HERE}）(?!：)",
        {"数字经济发展方案（2023—2025年）": "2023—2025年"},
        (
            "创建健康村280个（2026年）",
            "数字经济发展（2023—2025年安排）",
            "用三年时间（2026—2028年）",
            "准备阶段（2023年3月至5月）",
            "细则拟定（2023年6月底前）",
            "近期目标（到2025年）：建成中心3家",
            "远期（2031—2035年）建成中心3家",
            "回收利用率达到38%（2026年）、40%（2027年）",
        ),
    ),
    ExclusionRule(
        "of_a_name",
        f"[^{HERE}]*{HERE}[^{HERE}]*{HERE}[^，。；]{{0,8}}(?:规划|行动计划|行动方案|工作要点|年鉴|版）|年度计划|目录|预算|决算)",
        {"落实2023—2025年行动计划": "2023—2025年"},
        ("2023—2025年，制定行动计划",),
        of=("range",),
    ),
    # 2000年以前建成的小区: which things are meant.
    ExclusionRule(
        "picks_out",
        f"[^{HERE}]*{HERE}[^{HERE}]*年(?:[以之]前{HERE}|[底末]?前{HERE}(?=建[成造]的[^，。；]{{0,10}}(?:小区|住宅|住房|楼|房|建筑|管网|管道)))(?:已|已经)?(?:建成|投运|投用|制发|印发|出台|发布|参加|成立|出生|购买|购置|注册|投产|登记|上牌|建造|竣工|开工|办理|取得|签订|入学|毕业)[^，。；]{{0,6}}的",
        {
            "清理2018年以前制发的规范性文件": "2018年以前",
            "改造2000年以前建成的老旧小区": "2000年以前",
            "改造2000年底前建成的城镇老旧小区": "2000年底前",
        },
        ("2025年前建成中心3家",),
    ),
    # From when on something holds.
    ExclusionRule(
        "from_then",
        f"[^{HERE}]*{HERE}[^{HERE}]*{HERE}[春秋]季(?:学期|入学|新生|开学)[^，。；]{{0,6}}起",
        {"2025年秋季学期起，每天锻炼2小时": "2025年"},
        ("2025年秋季学期前，建成操场3个",),
    ),
    # A report.
    ExclusionRule(
        "reported",
        f"[^{HERE}]*{HERE}截[至止][^{HERE}]*{HERE}.*已",
        {"截至2020年底，已建成中心3家": "截至2020年底"},
        ("截至2020年底，建成中心3家", "到2020年底，已建成的中心"),
    ),
)
# 完成时限：2019年12月底前 governs its whole measure.
_LABELLED = Pattern(
    rf"(?:{alternation(OF_DEADLINES)}|(?:实施)?时间|(?:时间|进度)安排)(?:[：为]|）：?)?[ ]?(?:力争|争取|确保|计划|于)?$",
    reads=("完成时限：力争", "（完成时限）", "完成时限：", "办结时间：", "整改期限", "时间安排："),
    leaves=("责任单位：", "完成情况：", "完成时限：2019年"),
)
# 今年1—9月，PM2.5浓度同比下降6.7%: up to now.
_FROM_JANUARY = Pattern("(?:今年)?0?1(?!\\d)", reads=("今年1—9月", "1至8月"), leaves=("10—12月", "3月至5月"), by="match")
# 2026年改造撂荒地1.5万亩: no heading counts so.
_COUNTS = Pattern(
    r"(?<=[^\W\d_])[ ]?\d[\d.]*[ ]?(?:%|[万亿千百]?[^\W\d_年月日号期届项点批](?!程))(?![^\n]*(?:方案|计划|要点|清单|通知))",
    reads=("改造撂荒地1.5万亩（责任单位：市农业农村局）", "覆盖率达到95%"),
    leaves=("年度重点工作", "10项重点工作", "年新建学校5所工作方案", "（2026年3月）"),
)


def find_deadlines(
    folded: Folded,
    cited: Sequence[tuple[int, int]],
    issued_on: date | None,
    cells: Sequence[tuple[int, int]] = (),
    this_year: int | None = None,
    since: date | None = None,
) -> Iterator[Time]:
    """Every deadline of the folded text, in order.

    `cited` are the stretches of 《…》 and `cells` those of columns that say by when, both in order and apart. `this_year` is the one that
    年内 and 6月底前 mean; what ended before `since` is past. Both come from the date of issue, or from the years that the title names.
    """
    starts = [start for start, _ in cited]
    begun: date | None = None
    for time in _times(folded, cells, this_year):
        at = bisect_right(starts, time.start) - 1
        if (at >= 0 and time.start < cited[at][1]) or exclusion(folded, time):
            continue
        if time.kind not in ("recurring", "duration"):
            if _is_over(folded, time, issued_on, since, begun):
                if issued_on is None and time.last and folded.startswith("截", time.start):
                    begun = time.last + timedelta(days=1)  # 截至2025年底，已有3家。2026年达到5家，到2027年达到8家
                continue
            if time.rule == "years" and begun is None:
                begun = time.first
        yield time


def _is_over(folded: Folded, time: Time, issued_on: date | None, since: date | None, begun: date | None) -> bool:
    """Whether a time is past, or names the document.

    `begun` is when the first range of years that the plan names begins, or what it has told ends: what ends behind that is not past.
    """
    last = time.last
    if last is not None and since is not None and last < since:
        return True
    if time.rule == "in_month" and (issued_on is None or last is None or last <= issued_on):
        return True  # 2024年12月，全市建成: told, unless the day of issue says that it is to come
    if time.rule == "year_of" and (_in_heading(folded, time.end) or (issued_on is None and is_gone(folded, time))):
        return True  # 2020年工作要点 is a name
    # Behind 2026年至2028年，新建30座 what ends within that is no past.
    if issued_on is None and not (begun and last and last >= begun) and is_reported(folded, time):
        return True
    return (
        time.rule == "months_of_this_year" and _FROM_JANUARY.match(folded, time.start) is not None and is_told(folded, time)
    )


def _times(folded: Folded, cells: Sequence[tuple[int, int]], this_year: int | None) -> Iterator[Time]:
    """All times; in the cells what stands below 完成时限 is read as what stands behind 完成时限：."""
    begin = 0
    rest = find_times(folded, this_year)
    time = next(rest, None)
    for start, end in (*cells, (len(folded), len(folded))):
        while time and time.start < start:
            if time.start >= begin:
                yield time
            time = next(rest, None)
        begin = end
        yield from _times_under_deadline(folded, start, end, this_year)


def _times_under_deadline(folded: Folded, start: int, end: int, this_year: int | None) -> Iterator[Time]:
    label = f"{OF_DEADLINES[0]}："
    move = start - len(label)
    for said in find_times(label + folded[start:end], this_year) if start < end else ():
        yield said._replace(start=said.start + move, end=said.end + move)


def time_under_deadline(folded: Folded, cell: tuple[int, int], this_year: int | None) -> Time | None:
    """The time that a cell below 完成时限 says, if it has an end."""
    return next((time for time in _times_under_deadline(folded, *cell, this_year) if time.last is not None), None)


def exclusion(folded: Folded, time: Time) -> ExclusionRule | None:
    """The rule by which a time of the folded text is no deadline, or None."""
    before, behind = folded[max(0, time.start - _BEFORE) : time.start], folded[time.end : time.end + _BEHIND]
    around = f"{before}{HERE}{folded[time.start : time.end]}{HERE}{behind}"
    rules = EXCLUSIONS.select(time.kind, lambda rule: time.kind in rule.of)
    found = rules.at(around, 0)
    return found[0] if found else None


def _in_heading(folded: Folded, at: int) -> bool:
    """Whether the line ends before a sentence does, or a member of a list."""
    end = folded.find("。", at, at + 200)
    line = folded.find("\n", at, end if end >= 0 else at + 200)
    if line < 0 and end >= 0:
        return False
    stop = line if line >= 0 else at + 200
    return folded[stop - 1 : stop] != "；" and _COUNTS.search(folded, at, stop) is None


def is_labelled(folded: Folded, start: int) -> bool:
    """Whether the time at this offset stands behind a label: 完成时限：2019年12月底前."""
    return _LABELLED.search(folded, max(0, start - 14), start) is not None
