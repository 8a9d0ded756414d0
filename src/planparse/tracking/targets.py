"""What has become of targets from one version to the next: tightened, loosened, sooner or later, with or without 力争."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Final

from planparse.comparing.distances import distance
from planparse.comparing.names import Name, names
from planparse.comparing.verdicts import firmer, verdict
from planparse.model import Plan, Target
from planparse.tracking.parts import plain
from planparse.tracking.results import TargetChange, TrackedTarget
from planparse.wording import value_words

_CHANGES: Final[dict[str, TargetChange]] = {"equal": "kept", "right_stricter": "tightened", "left_stricter": "loosened"}

_Place = tuple[str | None, Target]  # the part that a target stands in, named alike in both versions, and the target


def tracked(old: Plan, new: Plan, same_parts: Mapping[str | None, str | None]) -> Iterator[TrackedTarget]:
    """The targets in the order of the new version, then those that are gone; `same_parts` joins ids of the old version to new ones."""
    olds = [(same_parts.get(target.measure_id or target.section_id), target) for target in old.targets]
    news = [(target.measure_id or target.section_id, target) for target in new.targets]
    found = _paired(olds, news)
    contexts = [{measure.id: measure.text for measure in plan.measures} for plan in (old, new)]
    by_new = {there: here for here, there in found.items()}
    for at, (_, target) in enumerate(news):
        if at in by_new:
            before = olds[by_new[at]][1]
            yield _changed(before, target, old, new, contexts)
        else:
            yield _alone(None, target, "new")
    for at, (_, target) in enumerate(olds):
        if at not in found:
            yield _alone(target, None, "gone")


# What two targets must have in common, the strictest first: those of one indicator with several values are told apart by day and value.
_KEYS: Final[tuple[Callable[[_Place], Hashable], ...]] = (
    lambda place: (place[0], plain(place[1].quote), place[1].due),
    lambda place: (place[0], _named(place[1]), place[1].due, value_words(place[1])),
    lambda place: (place[0], _named(place[1]), place[1].due),
    lambda place: (place[0], _named(place[1]), value_words(place[1])),
    lambda place: (place[0], _named(place[1])),
    lambda place: (place[0], place[1].kind, place[1].unit, value_words(place[1]), place[1].due),
    lambda place: (plain(place[1].quote), place[1].due),
    lambda place: (_named(place[1]), place[1].due),
    lambda place: (_named(place[1]),),
)


def _named(target: Target) -> tuple[Hashable, ...]:
    return plain(target.indicator), target.kind, plain(target.scope or "")


def _paired(olds: Sequence[_Place], news: Sequence[_Place]) -> dict[int, int]:
    """Each with the first that is left of those with one key."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for key in _KEYS:
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for at in reversed(range(len(news))):
            if at not in taken:
                waiting[key(news[at])].append(at)
        for at, place in enumerate(olds):
            if at not in found and (places := waiting.get(key(place))):
                found[at] = places.pop()
                taken.add(found[at])
    return found


def _alone(old: Target | None, new: Target | None, change: TargetChange) -> TrackedTarget:
    return TrackedTarget(
        old=old, new=new, change=change, distance=None, distance_unit=None, day=None, days=None, firmness=None
    )


def _changed(before: Target, after: Target, old: Plan, new: Plan, contexts: Sequence[Mapping[str, str]]) -> TrackedTarget:
    sides = (
        Name.of(before, old.metadata.region, contexts[0].get(before.measure_id or "", "")),
        Name.of(after, new.metadata.region, contexts[1].get(after.measure_id or "", "")),
    )
    judged, obstacle = verdict(before, after, names(*sides))
    if value_words(before) == value_words(after) and before.frequency == after.frequency:
        change: TargetChange = "kept"
    else:
        change = "altered" if obstacle else _CHANGES[judged]
    apart, unit = distance(before, after) if change in {"tightened", "loosened"} else (None, None)
    days = (after.due - before.due).days if before.due and after.due else None
    firm = firmer(before, after)
    return TrackedTarget(
        old=before,
        new=after,
        change=change,
        distance=apart,
        distance_unit=unit,
        day=None if not days else "earlier" if days < 0 else "later",
        days=days or None,
        firmness=None if firm is None else "softer" if firm == "left" else "firmer",
    )
