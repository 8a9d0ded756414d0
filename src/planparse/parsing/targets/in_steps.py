"""In how many steps and how much time something is done: 企业开办3个环节、1个工作日办结."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.grammar import BOUND, COUNT, NUMBER_RUN, REACH, STOP, TIME
from planparse.parsing.targets.readings import Clause, Reading, noun
from planparse.text import Painted

_STEP = f"{BOUND}*{COUNT}+(?:办理|申请|申报|审批)?(?:{alternation(words('verbs')['steps'])}|表单?|跑动)"
_IN_STEPS = Pattern(
    rf"(?:推行|实行|实现|推动|确保|做到|力争)?(?P<of>[^，、的{STOP}{TIME}]{{2,24}}?)(?:实现|做到|只需|仅需|只要|(?:压减|压缩|精简|优化|整合|减少|简化)[为成]|{REACH})?"
    rf"(?P<steps>{_STEP}(?>(?:[、和及]?{_STEP})*))[、和及]?(?P<time>{BOUND}*{TIME}+)(?:以?内)?(?:全部|全程)?(?:办结|办成|办好|办理完毕|办理|完成|领照|领证|通电|出证)?$",
    reads=("企业开办3个环节3个工作日完成", "施工许可压减至2个环节、3份材料、3个工作日"),
    leaves=("企业开办3个工作日完成", "企业开办压减至3个环节", "提供3份材料后3个工作日内答复"),
    by="match",
    painted=True,
)


def in_steps(text: str, painted: Painted, clause: Clause) -> Iterator[Reading]:
    """A reading for each number of steps, and one for the length of time."""
    match = _IN_STEPS.match(painted, clause.start, clause.end)
    if match is None:
        return
    of = noun(text[slice(*match.span("of"))])
    begin, end = match.span("steps")
    numbers = [*NUMBER_RUN.finditer(painted, begin, end)]
    for number, stop in zip(numbers, (*(behind.start() for behind in numbers[1:]), end), strict=True):
        step = text[number.end() : stop].strip("、和及")
        yield Reading(match.start("of"), stop, "in_steps", "count", number.start(), of + step, None)
    yield Reading(match.start("of"), match.end(), "in_steps", "level", match.start("time"), of, None)
