"""The times by or in which something is to be done: mentions that are names, citations or terms of validity are left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from planparse.language.dates import Time, find_times
from planparse.language.patterns import Pattern

# 有效期至2025年12月31日: how long a rule holds, not when something is to be done.
_VALIDITY = Pattern(
    "(?:有效期|施行|实施期限|执行期限?|期限|延续|延长|执行|生效|暂停|截止时间|所属期|日起|自)[限为]?(?:原则上)?(?:暂定)?(?:延长|延续|执行|实施)?$",
    reads=("本办法有效期为", "政策执行期限", "自印发之日起施行，有效期"),
    leaves=("完成改造", "建成投用"),
)
# 2020年完成投资…: what has been done by a year gone is a report; 较2020年, 比2020年, 以2020年为基数 compare.
_COMPARED = Pattern(
    "[较比以]$|相比$|同比$|(?:截至|截止到?)[ ]?$|基于$", reads=("能耗较", "产值比", "以"), leaves=("能耗降低到", "力争")
)
# （2023—2025年） behind a title is part of its name.
_NAME_BEHIND = Pattern(
    "[^，。；]{0,8}(?:规划|行动计划|行动方案|工作要点|年鉴|版）|年度计划|目录|预算|决算)",
    reads=("行动计划", "数字经济发展规划", "年度计划安排"),
    leaves=("，全面完成整治", "期间建成"),
    by="match",
)
# 完成时限：2019年12月底前 governs its whole measure.
_LABELLED = Pattern(
    "(?:完成|办结|推进|落实|工作|实施|整改)?(?:时限|时间|期限)(?:要求|节点|安排)?[：]?[ ]?$",
    reads=("完成时限：", "办结时间：", "整改期限要求："),
    leaves=("责任单位：", "完成情况："),
)


def find_deadlines(folded: str, cited: Sequence[tuple[int, int]], issued_on: date | None) -> Iterator[Time]:
    """Every deadline of the folded text, in order; `cited` are the stretches of 《…》, in order and apart."""
    starts = [start for start, _ in cited]
    for time in find_times(folded, issued_on.year if issued_on else None):
        at = bisect_right(starts, time.start) - 1
        if at >= 0 and time.start < cited[at][1]:
            continue
        before = folded[max(0, time.start - 10) : time.start]
        if time.kind not in ("recurring", "duration"):
            if _VALIDITY.search(before) or _COMPARED.search(before):
                continue
            behind = folded[time.end : time.end + 14]
            if (before.endswith("（") and behind.startswith("）")) or (time.kind == "range" and _NAME_BEHIND.match(behind)):
                continue
            if folded.startswith(("截至", "截止"), time.start) and "已" in behind:
                continue  # 截至2020年底，已建成: a report
            if time.last is not None and issued_on is not None and time.last < issued_on:
                continue
            if time.rule == "year_of" and (issued_on is None or _in_heading(folded, time.end)):
                continue  # 2020年工作要点 is a name; and without a date of issue nobody knows whether a year is gone
        yield time


def _in_heading(folded: str, at: int) -> bool:
    """Whether the line ends before a sentence does."""
    end = folded.find("。", at, at + 200)
    return folded.find("\n", at, end if end >= 0 else at + 200) >= 0 or end < 0


def is_labelled(folded: str, start: int) -> bool:
    """Whether the time at this offset stands behind a label: 完成时限：2019年12月底前."""
    return _LABELLED.search(folded, max(0, start - 14), start) is not None
