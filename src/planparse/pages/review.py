"""The initial state of a review page: what can be decided, which values are allowed, and what has been decided."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from planparse.model import PERCENT_SPELLINGS, Measure, Plan, Target
from planparse.reviewing.anchoring import Words, entries_of
from planparse.reviewing.applying import plain_field
from planparse.reviewing.edited import anchor_of, read_values, reviewed
from planparse.reviewing.fields import form_of
from planparse.reviewing.records import CHANGEABLE, Review
from planparse.text import Span


def review_data(plan: Plan, review: Review) -> dict[str, Any]:
    """All that the script of the page needs to go on with a review, as JSON has it."""
    words = Words(plan)
    offsets = _Offsets(plan.text)
    decisions = review.model_dump(mode="json", exclude_unset=True)["decisions"]
    return {
        "plan": reviewed(plan).model_dump(),
        "entries": [*_entries(plan, words, offsets), *_metadata(plan)],
        "decisions": decisions,
        "given": sha256(json.dumps(decisions).encode()).hexdigest()[:16],
        "forms": {on: form_of(on) for on in CHANGEABLE},
        "percent": sorted(PERCENT_SPELLINGS),
        "paths": [(offsets.of(start), path) for start, path in words.paths()],
    }


def _entries(plan: Plan, words: Words, offsets: _Offsets) -> Iterator[dict[str, Any]]:
    for entry in entries_of(plan):
        made = {**anchor_of(entry, words)._asdict(), "values": read_values(entry), "at": offsets.within(entry.span)}
        match entry.record:
            case Target() as target:
                made |= {"id": target.id, "confidence": target.confidence, "doubts": target.doubts}
            case Measure() as measure:
                made |= {"id": measure.id, "whole": offsets.within(measure.span)}
        if entry.review and entry.review.status == "added":
            made["added"] = True
        yield made


def _metadata(plan: Plan) -> Iterator[dict[str, Any]]:
    """The fields of the metadata, each an entry of its own."""
    mark = plan.metadata.review
    was = (mark.was if mark else None) or {}
    for name in CHANGEABLE["metadata"]:
        value = was[name] if name in was else plain_field(plan.metadata, name)
        yield {"on": "metadata", "field": name, "values": {} if value is None else {name: value}}


class _Offsets:
    """Offsets into the text as scripts count them, to whom what stands outside the basic plane is two characters."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, character in enumerate(text) if character > "\uffff"]

    def of(self, offset: int) -> int:
        return offset + bisect_left(self._wide, offset)

    def within(self, span: Span) -> tuple[int, int]:
        return self.of(span.start), self.of(span.end)
