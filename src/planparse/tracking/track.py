"""A plan from one version to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from planparse.citing import Input
from planparse.comparing.confident import confident
from planparse.comparing.results import PlanSummary
from planparse.model import Plan, Role
from planparse.producer import TRACKING, producer
from planparse.tracking.pairing import Pairs, most_often, out_of_order, paired
from planparse.tracking.parts import Part, parts_of, plain
from planparse.tracking.results import BodyChange, FactChange, PartKind, Track, TrackedPart
from planparse.tracking.targets import tracked
from planparse.tracking.words import edits

_FACTS: Final = ("title", "notice_title", "doc_number", "issuer", "issued_on", "status")
_KINDS: Final[tuple[PartKind, ...]] = ("opening", "section", "measure")


def track(old: Plan, new: Plan, least_confidence: float = 0) -> Track:
    """What of a plan was kept, changed, moved, added and dropped from one version to the next; another number alone is no change.

    Targets of which one is less sure than `least_confidence` are left out. Time grows with the two plans' words.
    """
    old, new = confident(old, least_confidence), confident(new, least_confidence)
    parts = [*parts_of(old)], [*parts_of(new)]
    same: Pairs = {}
    for kind in _KINDS:
        same |= _of_kind(parts, kind)
    by_id = {parts[0][here].id: parts[1][there].id for here, there in same.items()}
    return Track(
        producer=producer(TRACKING),
        inputs=(Input.of(old), Input.of(new)),
        settings={"least_confidence": least_confidence} if least_confidence else {},
        old=PlanSummary.of(old),
        new=PlanSummary.of(new),
        facts=tuple(_facts(old, new)),
        parts=tuple(_parts(*parts, same, _moved(*parts, same))),
        targets=tuple(tracked(old, new, by_id)),
    )


def _of_kind(parts: tuple[Sequence[Part], Sequence[Part]], kind: PartKind) -> Pairs:
    """The parts of one kind that are one, by their places among all parts."""
    places = [[at for at, part in enumerate(side) if part.kind == kind] for side in parts]
    if kind == "opening":  # there is one at most, whatever it says
        return dict(zip(*places, strict=False))
    olds, news = ([side[at] for at in own] for side, own in zip(parts, places, strict=True))
    return {places[0][here]: places[1][there] for here, there in paired(olds, news).items()}


def _moved(olds: Sequence[Part], news: Sequence[Part], same: Pairs) -> set[int]:
    """The old parts that now stand in another section, or elsewhere among those that have stayed in theirs.

    Which section is which is known by its heading and text, else by where most of what stood in it stands now.
    """
    homes = most_often((olds[here].above, news[there].above) for here, there in same.items())
    homes |= {olds[here].id: news[there].id for here, there in same.items() if olds[here].kind == "section"}
    moved = {here for here, there in same.items() if homes[olds[here].above] != news[there].above}
    stayed: dict[tuple[str | None, PartKind], list[int]] = defaultdict(list)
    for here in sorted(same):
        if here not in moved:
            stayed[olds[here].above, olds[here].kind].append(here)
    for places in stayed.values():
        back = {same[here]: here for here in places}
        moved |= {back[there] for there in out_of_order([same[here] for here in places])}
    return moved


def _parts(olds: Sequence[Part], news: Sequence[Part], same: Pairs, moved: set[int]) -> Iterator[TrackedPart]:
    """The parts in the order of the new version; one that is gone stands behind the one that it stood behind."""
    back = {there: here for here, there in same.items()}
    gone: dict[int, list[int]] = defaultdict(list)  # new place → old parts that stood behind it
    last = -1
    for here in range(len(olds)):
        if here in same:
            last = same[here]
        else:
            gone[last].append(here)
    for there in range(-1, len(news)):
        if there >= 0:
            before = back.get(there)
            yield _alone(news[there], "new") if before is None else _both(olds[before], news[there], moved=before in moved)
        for left in gone[there]:
            yield _alone(olds[left], "gone")


def _alone(part: Part, change: Literal["new", "gone"]) -> TrackedPart:
    is_new = change == "new"
    return TrackedPart(
        kind=part.kind,
        change=change,
        moved=False,
        old_path=None if is_new else part.path,
        new_path=part.path if is_new else None,
        title=part.title,
        old_text=None if is_new else part.text,
        new_text=part.text if is_new else None,
        edits=(),
        bodies=(),
        leads_changed=False,
    )


def _both(old: Part, new: Part, *, moved: bool) -> TrackedPart:
    bodies = [*_bodies(old, new)]
    words = [] if old.key == new.key else [*edits(old.text, new.text)]
    if not bodies and plain(old.clauses) != plain(new.clauses):  # what else stands in a clause: by when
        words += edits(old.clauses, new.clauses)
    return TrackedPart(
        kind=new.kind,
        change="changed" if words or bodies else "kept",
        moved=moved,
        old_path=old.path,
        new_path=new.path,
        title=new.title,
        old_text=old.text if words or bodies else None,
        new_text=new.text if words or bodies else None,
        edits=tuple(words),
        bodies=tuple(bodies),
        leads_changed=any("lead" in (body.old, body.new) for body in bodies) or _first(old) != _first(new),
    )


def _first(part: Part) -> str | None:
    """Who answers for it first where nobody is said to lead."""
    if any(unit.role == "lead" for unit in part.units):
        return None
    return part.units[0].canonical if part.units else None


def _bodies(old: Part, new: Part) -> Iterator[BodyChange]:
    """The bodies that have come, gone or changed their roles, those of the new version first."""
    before, after = _roles(old), _roles(new)
    for body, (name, role) in after.items():
        was = before[body][1] if body in before else None
        if was != role:
            yield BodyChange(name=name, canonical=body, old=was, new=role)
    for body, (name, role) in before.items():
        if body not in after:
            yield BodyChange(name=name, canonical=body, old=role, new=None)


def _roles(part: Part) -> dict[str, tuple[str, Role]]:
    """The printed name and the first role of each body."""
    roles: dict[str, tuple[str, Role]] = {}
    for unit in part.units:
        roles.setdefault(unit.canonical, (unit.name, unit.role))
    return roles


def _facts(old: Plan, new: Plan) -> Iterator[FactChange]:
    for field in _FACTS:
        sides = [getattr(plan.metadata, field) for plan in (old, new)]
        if sides[0] != sides[1]:
            was, now = (None if side is None else str(side) for side in sides)
            yield FactChange(field=field, old=was, new=now)
