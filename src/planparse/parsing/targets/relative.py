"""Levels without a number, which words set against others: 居民收入增速不低于全省平均水平."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from planparse.language.folding import fold
from planparse.language.patterns import Pattern
from planparse.model import Comparator
from planparse.parsing.targets.grammar import ADVERB, BOUND, HIDDEN, PRINCIPAL
from planparse.parsing.targets.readings import Clause, Reading, is_measure, noun
from planparse.parsing.targets.skeleton import PAINT, without_paint
from planparse.text import Painted

RELATIVE: Final = "relative"
"""The rule of a target whose value is null, because the words give none."""

# The words before what it is set against. 优于 is left out: a concentration is better where it is lower.
_BOUNDS: dict[str, Comparator] = {
    "达到或超过": "ge",
    "达到或高于": "ge",
    "高于或等于": "ge",
    "不低于": "ge",
    "不少于": "ge",
    "高于": "gt",
    "快于": "gt",
    "超过": "gt",
    "不高于": "le",
    "不超过": "le",
    "低于": "lt",
    "达到": "eq",
    "保持在": "eq",
    "稳定在": "eq",
    "控制在": "le",
}
_STOP = PRINCIPAL + BOUND + PAINT["time"]
# What it is set against: what all have on average, or had the year before; 国际先进水平 is nothing that one could look up.
_STANDARD = (
    f"[^，。；：、{_STOP}\n]{{0,16}}?(?:平均(?:水平|值|数|增速|增幅|增长率)?|(?:上年|上一年度?|去年|同期|(?:19|20)[0-9]{{2}}年(?:同期|(?=的?水平)))(?:水平)?|(?:[国省市]定|(?:国家|上级|省级?|市级?)(?:规定|下达|确定|要求))的?(?:目标|指标|要求|标准|任务)(?:要求|任务|值)?|(?:贷款|生产总值|GDP|财政收入|财政支出|城镇居民收入)(?:的)?(?:同比)?(?:增速|增幅))"
    "(?:的?水平)?(?:以[上下内])?"
)
# 达到全国平均水平（2.5%）: what that is at present.
_ASIDE = f"(?:（{HIDDEN}*）)?"
_STATED = Pattern(
    f"(?P<indicator>[^，{_STOP}]{{3,}}?){ADVERB}(?P<outcome>(?P<bound>{'|'.join(_BOUNDS)}){_STANDARD}){_ASIDE}$",
    reads=(
        "研发经费占比达到全国平均水平（）",
        "居民收入增速不低于全省平均水平",
        "贷款增速高于各项贷款平均增速",
        "民生支出占比不低于上年",
        "单位能耗不高于2025年水平",
        "覆盖率达到全省平均水平以上",
        "达标率不低于省定目标",
        "投资增速保持在全省平均水平以上",
        "发病率控制在全省平均水平以下",
    ),
    leaves=("占比不低于75%", "技术达到国际先进水平", "增速高于全省平均2个百分点"),
    by="match",
    painted=True,
)
_ELIDED = Pattern(
    f"(?P<indicator>)(?P<outcome>(?P<bound>{'|'.join(_BOUNDS)}){_STANDARD}){_ASIDE}$",
    reads=("高于全国平均水平", "不低于上年水平"),
    leaves=("达到先进水平", "高于75%"),
    by="match",
    painted=True,
)
# 预期寿命和健康预期寿命: two measures, each of which is set against the same.
_JOINT = Pattern("、|和|以及", reads=("预期寿命和健康预期寿命",), leaves=("预期寿命",))
_WORDS = Pattern(
    f"(?:{'|'.join(_BOUNDS)}){_STANDARD}(?=[，。；、（\n]|$)",
    reads=("增速不低于全省平均水平，", "高于上年。"),
    leaves=("不低于75%", "高于全省平均2个百分点"),
    painted=True,
)


def find_relations(painted: Painted) -> Iterator[int]:
    """Where words stand that may set a level against another."""
    return (match.start() for match in _WORDS.finditer(painted))


def relative(text: str, painted: Painted, clause: Clause, previous: Sequence[Reading]) -> Iterator[Reading]:
    """The level that a clause sets against another, of its own indicator or of that of the clause before."""
    match = _ELIDED.match(painted, clause.start, clause.end)
    if match and previous:
        indicator = previous[-1].indicator
    elif match is None and (match := _STATED.match(painted, clause.start, clause.end)):
        indicator = noun(text[slice(*match.span("indicator"))])
    else:
        return
    outcome = text[slice(*match.span("outcome"))]
    strive = bool(match.groupdict().get("strive"))
    named = _JOINT.split(indicator)
    for of in named if all(map(is_measure, named)) else [indicator]:
        if is_measure(of):
            yield Reading(clause.start, clause.end, RELATIVE, "level", -1, of, outcome, strive=strive)


def relation_in(quote: str) -> Comparator | None:
    """How a level stands to what printed words set it against; None where they set it against nothing.

    >>> relation_in("居民收入增速不低于全省平均水平"), relation_in("居民收入增速不低于8%")
    ('ge', None)
    """
    if (said := _WORDS.search(without_paint(fold(quote)))) is None:
        return None
    comparator = next(comparator for words, comparator in _BOUNDS.items() if said.group().startswith(words))
    ends: dict[str, Comparator] = {"以上": "ge", "以下": "le", "以内": "le"} if comparator == "eq" else {}
    return ends.get(said.group()[-2:], comparator)
