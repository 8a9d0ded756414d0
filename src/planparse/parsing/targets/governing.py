"""What the times of a sentence govern: from where on one is to come, which closes it, which stands aside, which years come in turn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from planparse.language.dates import Time
from planparse.language.patterns import Pattern
from planparse.parsing.targets.grammar import DEADLINE, STRIVE
from planparse.parsing.targets.readings import BY_WHEN, Reading
from planparse.text import Painted

# 改造户厕6000户，2026年11月底前全部完工: by when what stands before is done.
_CLOSES = Pattern(
    rf"(?:{STRIVE}|[并须应要将均]|全部|确保|计划|预计|[于在])*[{DEADLINE}]+[前底末内]?(?:{STRIVE}|[须应要将均]|确保|全部|全面|基本|整体|如期|按期)*"
    "(?:完成|完工|竣工|建成|上线|投运|并网|挂牌|投用|投入使用|投入运行|投入运营|投产|交付|启用|开放|开通|通车|到位|达标|达产|整改到位|销号)"
    "(?:全部|改造|整治|建设|任务|验收|投用|投产|投入使用|交付|使用|运营|运行|并|开放|移交|通车|投运|并网|入住|达产)*",
    reads=("2026年11月底前全部完工", "力争2026年上半年完成", "2027年底前建成投用"),
    leaves=("2026年底前完成投资3亿元", "2026年底前开工建设", "完成改造"),
    by="fullmatch",
    painted=True,
)
# 年底前, 明年: a time to come although no year is known.
_AHEAD_OF_US = frozenset(("this_year", "in_this_year", "this_year_month", "next_year", "this_quarter"))
_BETWEEN_YEARS = frozenset(("、", "和", "及", "与", "以及"))
MOST_YEARS = 6


def governed_from(times: Sequence[Time], end: int) -> int:
    """Where the first time to come of a sentence stands; its end where none does."""
    return next((time.start for time in times if time.kind != "recurring" and (time.last or time.rule in _AHEAD_OF_US)), end)


def closing_time(painted: Painted, times: Sequence[Time], begin: int, stop: int) -> Time | None:
    """The time of a clause that says no more than by when what stands before is done."""
    if not _CLOSES.fullmatch(painted, begin, stop):
        return None
    at = bisect_left(times, begin, key=lambda time: time.start)
    return times[at] if times[at].last is not None and times[at].kind != "recurring" else None


def time_aside(painted: Painted, times: Sequence[Time], reading: Reading) -> Time | None:
    """The time that stands alone in brackets behind a number, and is of that alone: 建成园区3个（2027年6月底前）."""
    if painted[reading.end - 1 : reading.end] != "）":
        return None
    at = bisect_left(times, painted.rfind("（", reading.start, reading.end), key=lambda time: time.start)
    alone = at < len(times) and times[at].start < reading.end and painted[times[at].start] == DEADLINE
    return times[at] if alone and times[at].last is not None and times[at].kind != "recurring" else None


def without_aside(text: str, painted: Painted, reading: Reading) -> Reading:
    """The reading whose words do not hold the time in brackets behind them: 建成1所示范园（2026年底前完成）."""
    at = painted.rfind("（", reading.start, reading.end)
    by_when = BY_WHEN.match(painted, at, reading.end) if at >= 0 else None
    if by_when is None or by_when.end() < reading.end:
        return reading
    said = text[at + 1 : reading.end - 1]
    outcome = reading.outcome and _without(reading.outcome, said)
    return reading._replace(indicator=_without(reading.indicator, said), outcome=outcome)


def _without(words_: str, said: str) -> str:
    """Words without what the bracket at their end holds of a time, from which a reading may have left the time out."""
    bare, opened, held = words_.rpartition("（")
    return bare if bare and opened and held.endswith("）") and said.endswith(held[:-1]) else words_


def years_said(times: Sequence[Time], end: int) -> list[Time]:
    """The years that have been said one by one before `end`, where each is later than the one before it."""
    years = [time for time in times if time.start < end and time.last is not None and time.precision == "year"]
    ends = [time.last for time in years]
    return years if len(years) > 1 and all(a is not None and b is not None and a < b for a, b in pairwise(ends)) else []


def years_listed(painted: Painted, times: Sequence[Time], end: int) -> list[Time]:
    """The years, or parts of one, that the last list of them before `end` names: 2025年、2026年和2027年, 2025—2027年, 上半年、下半年."""
    years: list[Time] = []
    behind = bisect_left(times, end, key=lambda time: time.start)
    for time in times[max(0, behind - MOST_YEARS) : behind]:
        if time.last is None or time.kind == "recurring":
            continue
        if time.kind == "range" and time.first is not None and time.precision == "year":
            last = range(time.first.year, time.last.year + 1)
            years = [time._replace(last=date(year, 12, 31)) for year in last] if len(last) <= MOST_YEARS else []
        elif years and time.precision == years[-1].precision and painted[years[-1].end : time.start] in _BETWEEN_YEARS:
            years.append(time)
        else:
            years = [time]
    return years if len(years) > 1 else []
