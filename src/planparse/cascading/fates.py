"""The fate of each target of an upper plan in a lower one: kept, raised or lowered and by how much, partly taken, dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planparse.cascading.results import Answer, CascadePlan, Fate, LevelRow, TargetFate
from planparse.cascading.territories import Level
from planparse.comparing.distances import distance
from planparse.comparing.results import PlanDiff, TargetPair, Which
from planparse.comparing.scales import bar
from planparse.language.indicators import Register
from planparse.model import Target

# What does not add up over territories: a county's rate is no part of its city's.
_WHOLES: Final = frozenset(
    (
        *(
            "percent",
            "percentage points",
            "rank",
            "grade",
            "ratio",
            "times",
            "doublings",
            "temperature",
            "data rate",
            "lessons",
        ),
        *("minutes", "working days", "months"),
    )
)
_FATES: Final[dict[str, Fate]] = {"equal": "kept", "right_stricter": "raised", "left_stricter": "lowered"}
_LEVELS: Final[tuple[Level, ...]] = ("nation", "province", "city", "county")


def fates(
    diff: PlanDiff, upper: CascadePlan, lower: CascadePlan, indicators: Register | None = None
) -> Iterator[TargetFate]:
    """The targets of the upper plan, its left side, in its order with what becomes of them; then those that the lower one adds.

    A target answers one at most, the one that it is surest to answer: what holds it besides, 丘陵山区 in a rate of all, does not.
    """
    pairs = [*_each_once(diff.targets)]
    answered, answering = {pair.left.id for pair in pairs}, {pair.right.id for pair in pairs}
    found = [_paired(pair, upper, lower, indicators) for pair in pairs]
    found += [_alone(target, None, "dropped") for target in _others(diff, "left", answered)]
    yield from sorted(found, key=lambda fate: fate.upper.span.start if fate.upper else 0)
    yield from (_alone(None, target, "added") for target in _others(diff, "right", answering))


def _each_once(pairs: Sequence[TargetPair]) -> Iterator[TargetPair]:
    """The pairs in which neither side stands in one that comes before: the sure ones first, then those of one indicator."""
    taken: tuple[set[str], set[str]] = set(), set()
    for pair in sorted(pairs, key=lambda pair: (pair.confidence != "sure", pair.relation != "same")):
        if pair.left.id not in taken[0] and pair.right.id not in taken[1]:
            taken[0].add(pair.left.id)
            taken[1].add(pair.right.id)
            yield pair


def _others(diff: PlanDiff, side: Which, known: set[str]) -> list[Target]:
    """The targets of one side that are in none of the pairs that were kept, each once, in the order of the plan."""
    all_: list[Target] = [*(getattr(pair, side) for pair in diff.targets), *getattr(diff, f"targets_{side}_only")]
    left = {target.id: target for target in all_ if target.id not in known}
    return sorted(left.values(), key=lambda target: target.span.start)


def _alone(upper: Target | None, lower: Target | None, fate: Fate) -> TargetFate:
    return TargetFate(
        upper=upper,
        lower=lower,
        fate=fate,
        relation=None,
        confidence=None,
        obstacle=None,
        distance=None,
        distance_unit=None,
        part=None,
        per_head=None,
        day=None,
        days=None,
        firmness=None,
    )


def _paired(pair: TargetPair, upper: CascadePlan, lower: CascadePlan, indicators: Register | None) -> TargetFate:
    above, below = pair.left, pair.right
    part = _part(above, below) if pair.obstacle is None and upper.region != lower.region and _adds_up(above) else None
    # As much as the whole, or more, is no part of it: that is not divided, but taken over.
    is_part = part is not None and part < 1
    fate: Fate = "portion" if is_part else "unlike" if pair.obstacle else _FATES[pair.verdict]
    apart, unit = distance(above, below, indicators) if fate in _FATES.values() else (None, None)
    days = (below.due - above.due).days if above.due and below.due else None
    return TargetFate(
        upper=above,
        lower=below,
        fate=fate,
        relation=pair.relation,
        confidence=pair.confidence,
        obstacle=pair.obstacle,
        distance=apart,
        distance_unit=unit,
        part=part if is_part else None,
        per_head=pair.per_head,
        day=None if not days else "earlier" if days < 0 else "later",
        days=days or None,
        firmness=None if pair.firmer is None else "softer" if pair.firmer == "left" else "firmer",
    )


def _adds_up(target: Target) -> bool:
    """Whether what is promised for a territory is the sum of what its parts do: 1200万千瓦, 3000家; not 75%, nor 每县1家."""
    reached = bar(target)
    return (
        reached is not None
        and target.kind in {"level", "count"}
        and reached.dimension not in _WHOLES
        and "/" not in reached.dimension
        and " per " not in reached.dimension
        and target.per is None
    )


def _part(above: Target, below: Target) -> float | None:
    one, other = bar(above), bar(below)
    return round(float(other.low / one.low), 6) if one and other and one.low > 0 and other.low >= 0 else None


def level_rows(answers: Sequence[Answer], plans: Sequence[CascadePlan]) -> Iterator[LevelRow]:
    """A row for each pair of levels, from the nation down."""
    for upper in _LEVELS:
        for lower in _LEVELS:
            own = [a for a in answers if (plans[a.upper].level, plans[a.lower].level) == (upper, lower)]
            if own:
                yield _row(upper, lower, own)


def _row(upper: Level, lower: Level, answers: Sequence[Answer]) -> LevelRow:
    found = [fate for answer in answers for fate in answer.targets]
    sure = [fate for fate in found if fate.confidence != "likely"]
    names = (*_FATES.values(), "portion", "unlike", "dropped", "added")
    count = {name: sum(fate.fate == name for fate in sure) for name in names}
    compared = sum(count[name] for name in _FATES.values())
    return LevelRow(
        upper_level=upper,
        lower_level=lower,
        answers=len(answers),
        targets=sum(fate.upper is not None for fate in found),
        compared=compared,
        **count,
        likely=len(found) - len(sure),
        earlier=sum(fate.day == "earlier" for fate in sure),
        later=sum(fate.day == "later" for fate in sure),
        share_raised=round(count["raised"] / compared, 4) if compared else None,
        share_lowered=round(count["lowered"] / compared, 4) if compared else None,
        mean_points=_mean(fate.distance for fate in sure if fate.distance_unit == "points"),
        mean_percent=_mean(fate.distance for fate in sure if fate.distance_unit == "percent"),
    )


def _mean(distances: Iterable[float | None]) -> float | None:
    known = [distance for distance in distances if distance is not None]
    return round(sum(known) / len(known), 2) if known else None
