"""Whose a measure is that the clause before names alone: 污水处理率：城市98%以上、县城95%以上."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planparse.language.patterns import Pattern
from planparse.parsing.targets.elision import EXISTS, QUARTERS, TIMED
from planparse.parsing.targets.grammar import (
    ADVERB,
    BOUND,
    CHANGE,
    DEADLINE,
    PERCENT,
    PRINCIPAL,
    REACH,
    STRIVE,
    TIME,
    VERB_AHEAD,
)
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.parameters import PARAMETER
from planparse.parsing.targets.readings import Reading, is_measure, noun
from planparse.text import Painted

_RULE = "of_measure"
# What has the measure, and what that is to be.
_HAS = Pattern(
    rf"(?!{STRIVE}|{REACH}|{CHANGE}|保持|稳定|控制|[为是每现已]|目前|当前|平均|累计|年均|目标|预期|全[国省市县区]|总体|整体)(?P<whose>[^，的{PRINCIPAL}{BOUND}{DEADLINE}{TIME}]{{2,16}}?){ADVERB}(?:{REACH}|控制在)?"
    rf"(?P<n>{BOUND}*+(?P<paint>[{PRINCIPAL}{TIME}])(?P=paint)*+)(?:以?内|左右)?",
    reads=("城市98%以上", "三级医院控制在20分钟以内", "新区不低于45%"),
    leaves=("98%以上", "建设的新区45%", "力争98%", "提高到98%", "目标值98%"),
    by="fullmatch",
    painted=True,
)
_OWN = Pattern(QUARTERS, reads=("城市污水处理率",), leaves=("污水处理率",), by="match")
_SHARES = ("率", "占比", "比例", "比重", "覆盖面")
_PERCEIVED = ("满意度", "知晓度", "素养水平")  # shares or points
_OTHERS = ("半径", "密度", "强度", "距离", "支出", "收入", "税收", "产值", "能耗", "水耗", "单产", "人数", "床位数", "得分")
_LONGEST = 16


def of_measure(
    text: str, painted: Painted, pieces: Sequence[tuple[int, int]], previous: Sequence[Reading], before: tuple[int, int]
) -> Iterator[Reading]:
    """One reading for each piece, where all say who has how much of the measure that the clause before names, or goes on to say."""
    measure = _measure_ahead(text, painted, previous, before)
    if not measure:
        return
    found = []
    for start, end in pieces:
        begin = behind_lead(painted, start, end)
        match = _HAS.fullmatch(painted, begin, end)
        if match is None or not _measures(measure, match["paint"]):
            return
        if match["paint"] not in PERCENT + TIME and VERB_AHEAD.match(painted, begin, end):
            return  # 新建学校3所: what is built, but 新建小区35% is whose rate
        whose = noun(text[slice(*match.span("whose"))])
        if not whose or is_measure(whose):
            return
        found.append(Reading(begin, end, _RULE, "level", match.start("n"), whose + measure, None))
    yield from found


def _measure_ahead(text: str, painted: Painted, previous: Sequence[Reading], before: tuple[int, int]) -> str:
    """The measure that the clause before names and no more, or tells of others."""
    last = previous[-1] if previous else None
    if last is None or last.end != before[1] or not is_measure(last.indicator):
        return ""
    if last.rule == _RULE:
        has = _HAS.fullmatch(painted, last.start, last.end)
        return last.indicator.removeprefix(noun(text[slice(*has.span("whose"))])) if has else ""
    name = last.indicator
    alone = last.rule == EXISTS and text[last.start : last.end].removesuffix("方面") == name and len(name) <= _LONGEST
    measured = alone and (name.endswith(_SHARES + _PERCEIVED + _OTHERS) or TIMED.search(name) is not None)
    return name if measured and not _OWN.match(name) and not PARAMETER.search(name) else ""


def _measures(measure: str, paint: str) -> bool:
    """Whether a number of that paint can be the value of the measure."""
    if TIMED.search(measure):
        return paint == TIME
    return measure.endswith(_PERCEIVED) or (paint == PERCENT) == measure.endswith(_SHARES)
