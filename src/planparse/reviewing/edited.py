"""An extracted file that somebody edited becomes a review file: each edit a decision, tied to the words that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from planparse.messages import Message
from planparse.model import Metadata, Plan, Removed, ReviewMark, Value
from planparse.reviewing.anchoring import Entry, Words, entries_of, find_entries
from planparse.reviewing.applying import apply, plain_field
from planparse.reviewing.records import CHANGEABLE, Anchor, Decision, Neighbours, Review, ReviewedPlan

# What people may have edited, and no decision holds.
_OTHERS: Final = ("sections", "references", "text")


def decisions_of(edited: Plan, read: Plan) -> Review:
    """What makes the edited plan of the one that the rules read; what is the same in both is not decided on."""
    edited_words, read_words = Words(edited), Words(read)
    wanted = {anchor_of(entry, edited_words): entry for entry in entries_of(edited)}
    found = find_entries([*wanted], read, read_words)
    met = {_at(one.entry): wanted[anchor] for anchor, one in found.items() if one.likeness == 1}
    answered = set(map(_at, met.values()))
    decisions: list[Decision] = []
    gone: set[int] = set()
    for entry in entries_of(read):
        if other := met.get(_at(entry)):
            decisions += _changes(entry, other, read_words)
        elif entry.on != "unit" or entry.place[0] not in gone:  # those of a measure go with it
            decisions.append(_decision(entry, read_words, None, do="remove"))
            if entry.on == "measure":
                gone.add(entry.place[0])
    decisions += (
        _decision(entry, edited_words, entry.review, do="add", values=values_of(entry))
        for entry in entries_of(edited)
        if _at(entry) not in answered
    )
    decisions += _changes_of_metadata(read.metadata, edited.metadata)
    return Review(plan=reviewed(read), decisions=tuple(decisions))


def review_of(plan: Plan) -> Review:
    """The decisions that a plan itself tells of. Which fields of the metadata were accepted it does not say."""
    words = Words(plan)
    decisions: list[Decision] = []
    for entry in entries_of(plan):
        mark = entry.review
        if mark is None:
            continue
        if mark.status == "added":
            decisions.append(_decision(entry, words, mark, do="add", values=values_of(entry)))
            continue
        read = read_values(entry)
        if not mark.was:
            decisions.append(_decision(entry, words, mark, do="accept", values=read))
        for name, was in (mark.was or {}).items():
            now = plain_field(entry.record, name)
            decisions.append(_decision(entry, words, mark, do="change", field=name, was=was, now=now, values=read))
    for one in plan.removed:
        entry = Entry(one.on, one, one.key, one.quote, one.path, one.span, ())
        decisions.append(_decision(entry, words, one, do="remove"))
    if mark := plan.metadata.review:
        decisions += (
            Decision(on="metadata", do="change", field=name, was=was, now=plain_field(plan.metadata, name), **_who(mark))
            for name, was in (mark.was or {}).items()
        )
    return Review(plan=reviewed(plan), decisions=tuple(decisions))


def not_kept(edited: Plan, read: Plan, review: Review) -> Iterator[Message]:
    """What was edited that the review does not bring back: decisions that do not fit, and lists that none is about."""
    yield from apply(read, review).lost
    for name in _OTHERS:
        if getattr(edited, name) != getattr(read, name):
            yield Message("at", where=name, what=Message("no-decision-holds"))


def reviewed(plan: Plan) -> ReviewedPlan:
    """How a review file names a plan."""
    return ReviewedPlan(title=plan.metadata.title, doc_number=plan.metadata.doc_number, source_sha256=plan.source.sha256)


def anchor_of(entry: Entry, words: Words) -> Anchor:
    """What ties a decision to an entry."""
    return Anchor(entry.on, entry.key, entry.quote, entry.path, *words.around(entry.span))


def values_of(entry: Entry) -> dict[str, Value]:
    """The fields of an entry that a decision may hold, less those that hold nothing."""
    values = {name: plain_field(entry.record, name) for name in CHANGEABLE[entry.on]}
    return {name: value for name, value in values.items() if value is not None}


def read_values(entry: Entry) -> dict[str, Value]:
    """The same as the rules read them, be they changed or not."""
    was = (entry.review.was if entry.review else None) or {}
    return {name: value for name, value in {**values_of(entry), **was}.items() if value is not None}


def _at(entry: Entry) -> tuple[str, tuple[int, ...]]:
    return entry.on, entry.place


def _changes(read: Entry, edited: Entry, words: Words) -> Iterator[Decision]:
    changed = False
    for name in CHANGEABLE[read.on]:
        was, now = plain_field(read.record, name), plain_field(edited.record, name)
        if was != now and not (name == "due" and _follows(read.record, edited.record)):
            changed = True
            yield _decision(read, words, edited.review, do="change", field=name, was=was, now=now, values=values_of(read))
    if edited.review and not changed:
        yield _decision(read, words, edited.review, do="accept", values=values_of(read))


def _follows(read: Any, edited: Any) -> bool:
    """Whether a target is due with the same deadline still, which has been changed itself."""
    return edited.deadline_id is not None and edited.deadline_id == read.deadline_id


def _changes_of_metadata(read: Metadata, edited: Metadata) -> Iterator[Decision]:
    for name in CHANGEABLE["metadata"]:
        was, now = plain_field(read, name), plain_field(edited, name)
        if was != now:
            yield Decision(on="metadata", do="change", field=name, was=was, now=now)


def _decision(entry: Entry, words: Words, mark: ReviewMark | Removed | None, **fields: Any) -> Decision:
    anchor = anchor_of(entry, words)
    return Decision(
        on=entry.on,
        key=entry.key,
        quote=entry.quote,
        path=entry.path,
        neighbours=Neighbours(before=anchor.before, after=anchor.after),
        **fields,
        **_who(mark),
    )


def _who(mark: ReviewMark | Removed | None) -> dict[str, Any]:
    """Who decided, when, and what else there is to say."""
    return mark.model_dump(include={"by", "at", "note"}, exclude_none=True) if mark else {}
