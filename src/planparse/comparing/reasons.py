"""One line for people on each pair: what measures have in common, and why a target is stricter, equally strict, or not comparable."""

from __future__ import annotations

from typing import Final, NamedTuple

from planparse.comparing.differences import apart, rests_on
from planparse.comparing.names import on_average
from planparse.comparing.results import MeasurePair, PlanSummary, TargetPair
from planparse.comparing.scales import whole_of
from planparse.labels import Language, worded
from planparse.model import Target
from planparse.wording import value_words

# Characters of a clause that fit into one line beside another.
_LONGEST_QUOTE = 40


class Sides(NamedTuple):
    """What the two plans of a comparison are called."""

    left: str
    right: str


def sides_of(left: PlanSummary, right: PlanSummary, language: Language) -> Sides:
    """Their places, or left and right where these are the same or not known."""
    if left.place and right.place and left.place != right.place:
        return Sides(left.place, right.place)
    return Sides("左方", "右方") if language == "zh" else Sides("left", "right")


def measure_reason(pair: MeasurePair, language: Language) -> str:
    """The closest clauses of two measures, or of one and several: `“扩大远程医疗覆盖面”对“发展远程医疗”`."""
    if pair.similarity == 1:
        return "文字相同" if language == "zh" else "the same text"
    if not pair.clauses:
        return "用语相近" if language == "zh" else "similar words"
    left, right = (_opening(passage.quote) for passage in (pair.clauses[0].left, pair.clauses[0].right))
    return f"“{left}”对“{right}”" if language == "zh" else f"“{left}” answers “{right}”"


def _opening(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"


def target_reason(pair: TargetPair, sides: Sides, language: Language) -> str:
    """Whose bar is harder and why, then whose day comes first and who only strives: `同一指标：甲市≥90%严于乙市≥85%；同到2025年`."""
    clauses = [_bars(pair, sides, language), _days(pair, sides, language), _strengths(pair, sides, language)]
    return ("；" if language == "zh" else "; ").join(filter(None, clauses))


def _bars(pair: TargetPair, sides: Sides, language: Language) -> str:
    zh = language == "zh"
    values = value_words(pair.left), value_words(pair.right)
    relation = worded("relation", pair.relation, language)
    if pair.verdict == "not_comparable":
        obstacle = worded("obstacle", pair.obstacle, language)
        named = _named(pair)
        if named:
            obstacle += f"（{named[0]}；{named[1]}）" if zh else f" ({named[0]}; {named[1]})"
        return f"{relation}：{obstacle}" if zh else f"{relation}: {obstacle}"
    if pair.verdict == "equal":
        if values[0] == values[1]:
            return f"{relation}：两方都是{values[0]}" if zh else f"{relation}: {values[0]} on both sides"
        both = f"{sides.left}{values[0]}", f"{sides.right}{values[1]}"
        if zh:
            return f"{relation}：{both[0]}与{both[1]}相当"
        return f"{relation}: {sides.left} {values[0]} is as much as {sides.right} {values[1]}"
    order = (0, 1) if pair.verdict == "left_stricter" else (1, 0)
    strict, loose = ((sides[i], values[i]) for i in order)
    if _same_number(pair) and not pair.per_head:
        loose_target = pair.right if pair.verdict == "left_stricter" else pair.left
        zh_told, en_told = _ON_AVERAGE if on_average(loose_target) else _ONE_OF_TWO
        told = (
            f"同为{values[0]}，{strict[0]}{zh_told[0]}，{loose[0]}{zh_told[1]}"
            if zh
            else f"{values[0]} on both sides, {strict[0]} {en_told[0]}, {loose[0]} {en_told[1]}"
        )
        return f"{relation}：{told}" if zh else f"{relation}: {told}"
    how = _ZH[pair.unweighed, _is_less(pair)] if zh else _EN[pair.unweighed, _is_less(pair)]
    told = (
        f"{strict[0]}{strict[1]}{how}{loose[0]}{loose[1]}" if zh else f"{strict[0]} {strict[1]} {how} {loose[0]} {loose[1]}"
    )
    if far := apart(pair, language):
        told += f"，{far}" if zh else f", {far}"
    if pair.unweighed:
        told += "，未按人口折算" if zh else ", not weighed by population"
    told += rests_on(pair, sides, language)
    return f"{relation}：{told}" if zh else f"{relation}: {told}"


# Who asks more of the same number: of each against the average of all, and of what has to be reached against one of two.
_ON_AVERAGE: Final = ("要求各自达到", "只要求平均"), ("of each", "on average")
_ONE_OF_TWO: Final = ("要求达到", "只要求二者之一"), ("of this", "of this or another")


def _same_number(pair: TargetPair) -> bool:
    """Whether both values are the same number, so that only what is asked of it differs."""
    if value_words(pair.left) == value_words(pair.right):
        return True
    far = pair.difference
    return far is not None and not far.value and pair.left.comparator == pair.right.comparator


# Of things counted in places whose sizes are not known it is only said who has more, or fewer.
_ZH: Final = {(False, False): "严于", (False, True): "严于", (True, False): "多于", (True, True): "少于"}
_EN: Final = {
    (False, False): "is stricter than",
    (False, True): "is stricter than",
    (True, False): "is more than",
    (True, True): "is less than",
}


def _is_less(pair: TargetPair) -> bool:
    """Whether the side that is said first has the lower value."""
    far = pair.difference
    return far is not None and (far.value < 0) == (pair.verdict == "left_stricter") and far.value != 0


def _named(pair: TargetPair) -> tuple[str, str] | None:
    """What the two sides measure, where that is what differs."""
    match pair.obstacle:
        case "measure" | "scope":
            return _whole(pair.left), _whole(pair.right)
        case "denominator" if any(wholes := [whole_of(target) for target in (pair.left, pair.right)]):
            return wholes[0] or "—", wholes[1] or "—"
        case "unit" | "kind" | "denominator" | "frequency" | "overlap":
            return value_words(pair.left), value_words(pair.right)
        case "baseline":
            years = [target.baseline and target.baseline.year for target in (pair.left, pair.right)]
            return str(years[0]), str(years[1])
        case _:
            return None


def _whole(target: Target) -> str:
    return f"{target.indicator}{target.outcome}" if target.outcome else target.indicator


def _days(pair: TargetPair, sides: Sides, language: Language) -> str:
    zh = language == "zh"
    left, right = pair.left.due, pair.right.due
    if left is None and right is None:
        return ""
    if left == right:
        return f"同到{left}" if zh else f"both by {left}"
    if left and right:
        told = (
            (f"{sides.left}到{left}", f"{sides.right}到{right}")
            if zh
            else (f"{sides.left} by {left}", f"{sides.right} by {right}")
        )
        return f"{told[0]}，{told[1]}" if zh else f"{told[0]}, {told[1]}"
    one, day = (sides.left, left) if left else (sides.right, right)
    return f"只有{one}写明期限（{day}）" if zh else f"only {one} names a day ({day})"


def _strengths(pair: TargetPair, sides: Sides, language: Language) -> str:
    if pair.firmer is None:
        return ""
    side, target = (sides.right, pair.right) if pair.firmer == "left" else (sides.left, pair.left)
    strength = worded("strength", target.strength, language)
    return f"{side}为“{strength}”" if language == "zh" else f"{side} only {strength}s"
