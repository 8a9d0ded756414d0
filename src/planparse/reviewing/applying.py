"""Decisions are put onto a plan, which stays one that holds: ids, spans, order, dates and numbers follow what was decided."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from planparse.errors import UnsoundError
from planparse.language.indicators import register
from planparse.messages import Message
from planparse.model import (
    Deadline,
    Measure,
    Metadata,
    Plan,
    Removed,
    ReviewMark,
    ReviewStatus,
    ReviewSummary,
    Tally,
    Target,
    Value,
)
from planparse.reviewing.anchoring import Entry, Words, entries_of, find_entries
from planparse.reviewing.making import holds_title, made, measured
from planparse.reviewing.records import Anchor, Decision, Review, cut, why
from planparse.text import Span

LISTS: Final[dict[str, str]] = {"target": "targets", "measure": "measures", "unit": "units", "deadline": "deadlines"}

_ON: Final[dict[str, str]] = {
    "target": "on-target",
    "measure": "on-measure",
    "unit": "on-unit",
    "deadline": "on-deadline",
    "metadata": "on-metadata",
}
_DO: Final = {"accept": "do-accept", "change": "do-change", "add": "do-add", "remove": "do-remove"}

Made = TypeVar("Made", bound=BaseModel)


class Applied(NamedTuple):
    """A plan with decisions on it, and what people should know of them: messages, of which `str` gives the English."""

    plan: Plan
    lost: list[Message]  # decisions that found no place, or do not fit there
    remarks: list[Message]  # decisions that hold, though the rules read otherwise now, or the words have changed


def apply(plan: Plan, review: Review) -> Applied:
    """The plan with all decisions of a review that find what they are about. Applied again they change nothing."""
    return _Applying(plan, Words(plan)).all_of(review)


@dataclass
class _Applying:
    """A plan on its way: what takes the place of an entry, what goes, and what comes."""

    plan: Plan
    words: Words
    lost: list[Message] = field(default_factory=list)
    remarks: list[Message] = field(default_factory=list)

    def all_of(self, review: Review) -> Applied:
        is_edited = self.plan.is_edited  # with decisions on it, it is that still
        about: dict[Anchor, list[Decision]] = {}
        for decision in review.decisions:
            about.setdefault(decision.anchor, []).append(decision)
        metadata = [decision for anchor, decisions in about.items() if anchor.on == "metadata" for decision in decisions]
        entries = {anchor: decisions for anchor, decisions in about.items() if anchor.on != "metadata"}
        added = {anchor: decisions for anchor, decisions in entries.items() if decisions[-1].do == "add"}
        others = {anchor: decisions for anchor, decisions in entries.items() if anchor not in added}
        for anchor, decisions in added.items():
            self._add(anchor, decisions)
        self._decide(others)
        for decision in metadata:  # each for itself: one that does not hold takes no other with it
            self._decide_metadata(decision)
        plan = self.plan.model_copy(update={"reviewed": summary_of(self.plan)}) if self._is_reviewed() else self.plan
        if problems := [*plan.problems()]:  # none of which a decision may bring about
            raise UnsoundError(*problems)
        return Applied(plan if is_edited else plan.sealed(), self.lost, self.remarks)

    def _is_reviewed(self) -> bool:
        return bool(self.plan.removed or self.plan.metadata.review or any(entry.review for entry in entries_of(self.plan)))

    # What was added

    def _add(self, anchor: Anchor, decisions: Sequence[Decision]) -> None:
        decision = decisions[-1]
        place = self.words.place_of(anchor)
        if place is None:
            self._lose(decision, Message("words-gone"))
            return
        span, likeness = place
        if likeness < 1:
            self._remark(decision, Message("placed-by-likeness", likeness=likeness, words=self._shown(span)))
        there = next((entry for entry in entries_of(self.plan) if _is_it(entry, decision, span)), None)
        if there is None:
            if any((one.on, one.span) == (decision.on, span) for one in self.plan.removed):
                self._lose(decision, Message("taken-out"))
            else:
                self._put(decision, span, "added")
            return
        changes = [
            decision.model_copy(update={"do": "change", "field": name, "now": value})
            for name, value in (decision.values or {}).items()
        ]
        status = there.review.status if there.review else None
        if status is None:
            self._remark(decision, Message("read-now"))
        self._replace(there, [decision, *changes])

    def _put(self, decision: Decision, span: Span, status: ReviewStatus) -> Entry | None:
        """Make an entry of what a decision says, and put it into the plan."""
        mark = ReviewMark(status=status, by=decision.by, at=decision.at, note=decision.note)
        try:
            self.plan, record = made(self.plan, decision, span, self.words, mark)
        except (ValidationError, UnsoundError) as error:
            self._lose(decision, why(error))
            return None
        if isinstance(record, Measure):
            self.words = Words(self.plan)
        return next(entry for entry in entries_of(self.plan) if entry.record is record)

    # What was read

    def _decide(self, about: Mapping[Anchor, Sequence[Decision]]) -> None:
        found = find_entries([*about], self.plan, self.words)
        removed: list[tuple[Entry, Decision]] = []
        # Days first: what is due with one of them follows it.
        for anchor, (entry, likeness) in sorted(found.items(), key=lambda pair: pair[0].on != "deadline"):
            last = about[anchor][-1]
            if likeness < 1:
                self._remark(last, Message("placed-by-likeness", likeness=likeness, words=self._shown(entry.span)))
            if last.do == "remove":
                removed.append((entry, last))
            elif isinstance(entry.record, Removed):
                self._lose(last, Message("taken-out"))
            else:
                self._replace(entry, about[anchor])
        # Behind what is replaced where it stands: now the places of entries change.
        self._remove([(entry, last) for entry, last in removed if not isinstance(entry.record, Removed)])
        for anchor, decisions in about.items():
            if anchor not in found:
                self._decide_unread(anchor, decisions)

    def _decide_unread(self, anchor: Anchor, decisions: Sequence[Decision]) -> None:
        """Decisions on what the rules do not read, or not any more."""
        last = decisions[-1]
        place = self.words.place_of(anchor) if self.words.places_of(anchor.quote) else None
        values = next((decision.values for decision in decisions if decision.values), None)
        if place is None:
            self._lose(last, Message("words-gone"))
        elif last.do == "remove":
            self._remark(last, Message("read-no-more"))
        elif values is None:
            self._lose(last, Message("not-read"))
        else:
            entry = self._put(last.model_copy(update={"values": values}), place[0], "accepted")
            if entry:
                self._remark(last, Message("put-back"))
                self._replace(entry, decisions)

    def _replace(self, entry: Entry, decisions: Sequence[Decision]) -> None:
        """Put what was decided in the place of what was read."""
        record = record_at(self.plan, entry)
        mark, values = self._marked(record, record.review, decisions)
        try:
            new = _again(record, {**values, "review": mark})
        except (ValidationError, UnsoundError) as error:
            self._lose(decisions[-1], why(error))
            return
        match new, record:
            case Target(), Target():
                new = _follow(new, record, self.plan)
            case Measure(), Measure():
                if not holds_title(self.plan, new):
                    self._lose(decisions[-1], Message("title-not-held", title=cut(new.title)))
                    return
        self.plan = _with(self.plan, entry, new)
        if isinstance(new, Deadline):
            self.plan = _due(self.plan, new)

    def _marked(
        self, record: Any, before: ReviewMark | None, decisions: Sequence[Decision]
    ) -> tuple[ReviewMark, dict[str, Value]]:
        """The mark of a reviewed record, and the fields that change."""
        was = dict(before.was or {}) if before else {}
        values: dict[str, Value] = {}
        for decision in decisions:
            if decision.do != "change" or decision.field is None:
                continue
            name = decision.field
            reading = was.pop(name) if name in was else plain_field(record, name)
            if decision.says_was and not _equal(reading, decision.was) and not _equal(reading, decision.now):
                self._remark(
                    decision,
                    Message(
                        "read-otherwise",
                        field=name,
                        reads=_value(reading),
                        was=_value(decision.was),
                        now=_value(decision.now),
                    ),
                )
            if not _equal(reading, decision.now):
                was[name] = reading
            values[name] = decision.now
        status: ReviewStatus = "changed" if was else "accepted"
        if before and before.status == "added":
            status, was = "added", {}
        last = decisions[-1]
        return ReviewMark(status=status, was=was or None, by=last.by, at=last.at, note=last.note), values

    def _decide_metadata(self, decision: Decision) -> None:
        metadata = self.plan.metadata
        mark, values = self._marked(metadata, metadata.review, [decision])
        region = {name.removeprefix("region."): value for name, value in values.items() if name.startswith("region.")}
        own = {name: value for name, value in values.items() if not name.startswith("region.")}
        if region:
            own["region"] = {**metadata.region.model_dump(), **region}  # type: ignore[assignment]  # a record of values
        try:
            new: Metadata = _again(metadata, {**own, "review": mark})
        except ValidationError as error:
            self._lose(decision, why(error))
            return
        self.plan = self.plan.model_copy(update={"metadata": new})

    # What was taken out

    def _remove(self, removed: Sequence[tuple[Entry, Decision]]) -> None:
        if not removed:
            return
        listed = [
            Removed(
                on=entry.on,
                key=entry.key,
                path=entry.path,
                quote=entry.quote,
                span=entry.span,
                by=decision.by,
                at=decision.at,
                note=decision.note,
            )
            for entry, decision in removed
        ]
        plan = _without(self.plan, {id(record_at(self.plan, entry)) for entry, _ in removed})
        kept = sorted((*plan.removed, *listed), key=lambda one: (one.span.start, one.span.end, one.on))
        self.plan = plan.model_copy(update={"removed": tuple(kept)})

    # What is told

    def _lose(self, decision: Decision, because: Message) -> None:
        self.lost.append(Message("decision-lost", decision=_told(decision), why=because))

    def _remark(self, decision: Decision, what: Message) -> None:
        self.remarks.append(Message("decision-remark", decision=_told(decision), what=what))

    def _shown(self, span: Span) -> str:
        return cut(self.plan.text[span.start : span.end])


def summary_of(plan: Plan) -> ReviewSummary:
    """How far a plan has been looked at."""
    statuses: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries_of(plan):
        statuses[entry.on][entry.review.status if entry.review else "open"] += 1
    for taken in plan.removed:
        statuses[taken.on]["removed"] += 1
    tallies = {}
    for on, name in LISTS.items():
        counts = {status: statuses[on][status] for status in ("accepted", "changed", "added", "removed")}
        tallies[name] = Tally(looked_at=sum(counts.values()), **counts, open=statuses[on]["open"])
    return ReviewSummary(**tallies)


def _is_it(entry: Entry, decision: Decision, span: Span) -> bool:
    """Whether an entry is what was added: the same words in the same place, and of targets the same value."""
    if entry.on != decision.on or entry.span != span:
        return False
    if not isinstance(entry.record, Target):
        return True
    values = decision.values or {}
    name = "value" if values.get("value") is not None else "indicator"
    was = (entry.review.was if entry.review else None) or {}
    return any(_equal(read, values.get(name)) for read in (getattr(entry.record, name), was.get(name)))


def _again(record: Made, values: Mapping[str, Any]) -> Made:
    """The record with other values, checked like one of a file. Raises ValidationError where it does not hold."""
    shown = {
        name: value.model_dump(mode="json") if isinstance(value, BaseModel) else value for name, value in values.items()
    }
    return type(record).model_validate_json(json.dumps({**record.model_dump(mode="json"), **shown}))


def _follow(new: Target, old: Target, plan: Plan) -> Target:
    """What follows in a target from what has changed in it."""
    changes: dict[str, Any] = {}
    if any(getattr(new, name) != getattr(old, name) for name in ("value", "value_max", "unit", "kind")):
        changes["amount"] = measured(new)
    if any(getattr(new, name) != getattr(old, name) for name in ("indicator", "kind", "unit", "per")):
        changes["indicator_id"] = register().of(new, plan.metadata.region)
    if new.due != old.due:
        ends = {deadline.id: deadline.end for deadline in plan.deadlines}
        if ends.get(new.deadline_id or "") != new.due:
            changes["deadline_id"] = None
        if new.due is not None:
            changes["due_context"] = None
    return new.model_copy(update=changes) if changes else new


def record_at(plan: Plan, entry: Entry) -> Any:
    """What stands in the place of an entry now."""
    first, *inner = entry.place
    if entry.on != "unit":
        return getattr(plan, LISTS[entry.on])[first]
    clause, unit = inner
    return plan.measures[first].responsibilities[clause].units[unit]


def _with(plan: Plan, entry: Entry, new: Any) -> Plan:
    """The plan with a record in the place of an entry."""
    first, *inner = entry.place
    if entry.on != "unit":
        name = LISTS[entry.on]
        return plan.model_copy(update={name: _set(getattr(plan, name), first, new)})
    number, unit = inner
    measure = plan.measures[first]
    clause = measure.responsibilities[number]
    clause = clause.model_copy(update={"units": _set(clause.units, unit, new)})
    measure = measure.model_copy(update={"responsibilities": _set(measure.responsibilities, number, clause)})
    return plan.model_copy(update={"measures": _set(plan.measures, first, measure)})


def _set(entries: tuple[Any, ...], at: int, new: Any) -> tuple[Any, ...]:
    return (*entries[:at], new, *entries[at + 1 :])


def _due(plan: Plan, deadline: Deadline) -> Plan:
    """The plan in which all that is due with a deadline is due when it ends."""

    def due(entry: Any) -> Any:
        return entry.model_copy(update={"due": deadline.end}) if entry.deadline_id == deadline.id else entry

    return plan.model_copy(
        update={
            "targets": tuple(map(due, plan.targets)),
            "measures": tuple(
                measure.model_copy(update={"responsibilities": tuple(map(due, measure.responsibilities))})
                for measure in plan.measures
            ),
        }
    )


def _without(plan: Plan, taken: set[int]) -> Plan:
    """The plan without the entries of these identities, and with nothing that leads to one."""

    def kept(entries: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(entry for entry in entries if id(entry) not in taken)

    targets, measures, deadlines = kept(plan.targets), kept(plan.measures), kept(plan.deadlines)
    targets_left = {target.id for target in targets}
    measures_left = {measure.id for measure in measures}
    deadlines_left = {deadline.id for deadline in deadlines}
    clauses_left = {clause.id for measure in measures for clause in measure.responsibilities}
    lost_deadlines = {deadline.id for deadline in plan.deadlines} - deadlines_left

    def loose(entry: Any) -> Any:
        changes: dict[str, Any] = {}
        for name, left in (("measure_id", measures_left), ("responsibility_id", clauses_left)):
            if getattr(entry, name, None) is not None and getattr(entry, name) not in left:
                changes[name] = None
        if getattr(entry, "deadline_id", None) in lost_deadlines:
            changes |= {"deadline_id": None, "due": None}
        return entry.model_copy(update=changes) if changes else entry

    def unlinked(quantity: Any) -> Any:
        if quantity.ref is None or quantity.ref in targets_left | deadlines_left:
            return quantity
        return quantity.model_copy(update={"role": "date" if quantity.ref in lost_deadlines else "other", "ref": None})

    return plan.model_copy(
        update={
            "targets": tuple(map(loose, targets)),
            "measures": tuple(
                measure.model_copy(
                    update={
                        "responsibilities": tuple(
                            loose(clause.model_copy(update={"units": kept(clause.units)}))
                            for clause in measure.responsibilities
                        )
                    }
                )
                for measure in measures
            ),
            "deadlines": tuple(map(loose, deadlines)),
            "quantities": tuple(map(unlinked, plan.quantities)),
        }
    )


def plain_field(record: Any, name: str) -> Value:
    """What a field of a record, or of one within it (region.city), holds, as files have it: a date is text there."""
    for part in name.split("."):
        record = getattr(record, part)
    plain: Value = record if isinstance(record, str | bool | int | float | tuple | None) else str(record)
    return plain


def _equal(one: Value, other: Value) -> bool:
    """Whether two values are the same; true is no 1."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _told(decision: Decision) -> Message:
    """A decision in words."""
    words = decision.field if decision.on == "metadata" else decision.quote
    on, do = Message(_ON[decision.on]), Message(_DO[decision.do])
    return Message("decision", do=do, on=on, words=cut(words or ""), path=cut(decision.path or "—"))


def _value(value: Value) -> str:
    return cut(json.dumps(value, ensure_ascii=False))
