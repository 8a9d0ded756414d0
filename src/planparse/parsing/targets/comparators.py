"""Whether a target is at least, at most or just its number: the bound at the number, before the verb or of a list."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.language.amounts import Amount, bound_behind, bound_in
from planparse.language.folding import fold
from planparse.model import Comparator
from planparse.parsing.targets.bracketed import IN_BRACKETS
from planparse.parsing.targets.coverage import COVERAGE
from planparse.parsing.targets.readings import Reading
from planparse.parsing.targets.relative import RELATIVE, relation_in

_AHEAD = len("至少有")  # characters before a target in which its bound may stand
_KEPT_ABOVE = ("不低于", "不落后于")  # 排名不低于全省第5位: a place that is not to be lost
_LONGEST_LIST = 80
_INSIDE = ("内", "之内")
_DOWN = ("控制", "降", "压", "减", "缩")


def comparator_of(text: str, reading: Reading, amount: Amount | None, listed: Sequence[Amount]) -> Comparator:
    """The bound at the number or of its list, 至少 before the verb (至少设置1处), or what ends a length of time (60日内办结)."""
    if reading.rule == RELATIVE:
        return relation_in(reading.outcome or "") or "eq"
    if amount is None:
        return COVERAGE.named(reading.rule).comparator if reading.meant else "eq"
    return bound_of(text, reading.rule, (reading.start, reading.end), amount, listed)


def bound_of(text: str, rule: str, words: tuple[int, int], amount: Amount, listed: Sequence[Amount]) -> Comparator:
    """The bound of a number of a target whose words these are; `listed` are the first and the last number of its list, if it stands in one."""
    if listed and (shared := _bound_of_list(text, rule, words, amount, listed)):
        return shared
    if _ends_inside(text, amount, amount):
        return "le"
    return _bound_said(rule, amount, _words_before(text, rule, words[0], amount))


def bounds_in_list(
    text: str, rule: str, words: tuple[int, int], amount: Amount, numbers: Sequence[Amount]
) -> list[Comparator]:
    """The bounds that a number among others in the same words may have: its own, then, if it has none, those of the others.

    Which of them belong to its list, and which stand beside it or in a name, only reading the sentence tells.
    """
    alone = bound_of(text, rule, words, amount, [])
    if amount.comparator != "eq":
        return [alone]
    others: set[Comparator] = {number.comparator for number in numbers if number.comparator != "range"}
    others.add(bound_behind(text[slice(*words)]))
    if any(text.startswith(_INSIDE, number.end) for number in numbers):
        others.add("le")
    return [alone, *sorted(others - {alone})]


def _words_before(text: str, rule: str, start: int, amount: Amount) -> str:
    """The words before a number in which its bound may stand: 至少培育1家机构、2个示范站 says it of all members of the list."""
    if amount.family != "count" or not rule.startswith(("build", "member")):
        return text[max(0, start - _AHEAD) : amount.start]
    begin = max(0, start - _LONGEST_LIST)
    near = fold(text[begin:start])  # what is read may be printed with other marks than what is read again
    listed = begin + max(map(near.rfind, "，；。：\n")) + 1
    return text[max(begin, min(listed, max(0, start - _AHEAD))) : amount.start]


def _bound_of_list(
    text: str, rule: str, words: tuple[int, int], amount: Amount, listed: Sequence[Amount]
) -> Comparator | None:
    """What the first or the last number of a list says for one that is not bounded itself.

    分别不低于95%、85%, 分别下降到4‰和5‰以下, 分别压减至3个、5个工作日内: the bound before the first or behind the last holds for all. Where
    a verb keeps all of them down, they need not have one unit: 分别控制在3.5‰、9/10万以下. With sets in brackets it stands behind the
    last of these: 45人（小学）、50人（初中）以内.
    """
    if amount.comparator != "eq":
        return None
    first, last = listed[0], listed[-1]
    if first.start < first.number_start and first.comparator != "range":  # 不少于8—10所、5所: a range is of one number
        return first.comparator
    if last.unit == amount.unit and _ends_inside(text, amount, last):
        return "le"
    if last.comparator in ("ge", "le", "approx") and last.end > last.number_end:
        alike = (last.family, last.unit) == (amount.family, amount.unit)
        if alike or (last.comparator == "le" and _kept_down(text, words[0], first)):
            return last.comparator
    behind = bound_behind(text[slice(*words)]) if rule == IN_BRACKETS else "eq"
    return None if behind == "eq" else behind


def _kept_down(text: str, start: int, first: Amount) -> bool:
    """Whether the verb before the first number of a list says that all are kept down: 分别控制在3.5‰、9/10万以下."""
    verb = text[max(start, first.start - len("控制在")) : first.start]
    return any(word in verb for word in _DOWN)


def _ends_inside(text: str, amount: Amount, last: Amount) -> bool:
    """Whether a length of time is one within which something is done, as what stands behind it or the last of its list says."""
    return amount.family == "time" and amount.comparator == "eq" and text.startswith(_INSIDE, last.end)


def _bound_said(rule: str, amount: Amount, before: str) -> Comparator:
    """The bound of a number: its own, or what the words before it say, from some characters ahead of its target on.

    至少设置1处: the bound stands before the verb, and the target begins with either. 不低于总量的10%: what it is a share of comes between.
    """
    if amount.comparator != "eq":
        return amount.comparator
    if rule == "rank_share" or (rule == "rank" and any(word in before for word in _KEPT_ABOVE)):
        return "le"
    return bound_in(before) if rule in ("reach_of", "has_capacity", "stored_for") else "ge" if "至少" in before else "eq"
