"""What the contract promises of every plan, read off its JSON alone: the model's own checks are not asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

# The field of each list's items that their spans slice to.
_QUOTES = {"targets": "quote", "deadlines": "text", "quantities": "text", "responsibilities": "quote", "units": "name"}
# The field that stands somewhere in the span.
_WITHIN = {"sections": "heading", "measures": "title"}
# The lists of a plan, which stand in document order.
LISTS = ("sections", "measures", "targets", "deadlines", "references", "quantities", "diagnostics")
_NUMBERED = ("sections", "measures", "targets", "deadlines", "references", "responsibilities")
_JOINS = ("parent_id", "section_id", "measure_id", "deadline_id", "responsibility_id", "ref")


def lists_of(plan: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Every list of a plan's JSON by its name; responsibilities and units are gathered from all measures."""
    clauses = [clause for measure in plan["measures"] for clause in measure["responsibilities"]]
    units = [unit for clause in clauses for unit in clause["units"]]
    return {**{name: plan[name] for name in LISTS}, "responsibilities": clauses, "units": units}


def breaches(plan: dict[str, Any]) -> Iterator[str]:
    """What does not hold in a plan's JSON, one line each; nothing of a sound plan."""
    text, lists = plan["text"], lists_of(plan)
    if plan["source"]["char_count"] != len(text):
        yield f"source.char_count is {plan['source']['char_count']}, the text has {len(text)} characters"
    yield from _spans(text, lists)
    yield from _ids(lists)
    ordered = [(name, lists[name]) for name in LISTS]
    ordered += [("units of one clause", clause["units"]) for clause in lists["responsibilities"]]
    for name, items in ordered:
        starts = [item["span"]["start"] for item in items]
        if starts != sorted(starts):
            yield f"{name}: not in document order"
    yield from _numbers(text, lists["quantities"])


def _spans(text: str, lists: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Spans outside the text, and words that are not what stands in their span."""
    for name, items in lists.items():
        for at, item in enumerate(items):
            start, end = item["span"]["start"], item["span"]["end"]
            if not 0 <= start <= end <= len(text):
                yield f"{name}[{at}]: {start}–{end} does not lie in the text"
                continue
            printed = text[start:end]
            if (field := _QUOTES.get(name)) and (not item[field] or item[field] != printed):
                yield f"{name}[{at}].{field}: {item[field][:30]!r}, its span reads {printed[:30]!r}"
            elif name == "references" and printed[1:-1] != item["title"]:
                yield f"references[{at}].title: {item['title'][:30]!r}, its span reads {printed[:30]!r}"
            elif (field := _WITHIN.get(name)) and item[field] not in printed:
                yield f"{name}[{at}].{field}: {item[field][:30]!r}, its span begins with {printed[:30]!r}"


def _ids(lists: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """Ids that stand twice, and joins to ids that nothing has."""
    ids = [item["id"] for name in _NUMBERED for item in lists[name]]
    known = {None, *ids}
    if len(known) <= len(ids):
        yield f"ids: {sorted({id_ for id_ in ids if ids.count(id_) > 1})} stand twice"
    for name, items in lists.items():
        for at, item in enumerate(items):
            for join in _JOINS:
                if item.get(join) not in known:
                    yield f"{name}[{at}].{join}: nothing has the id {item[join]}"


def _numbers(text: str, quantities: list[dict[str, Any]]) -> Iterator[str]:
    """Quantities that overlap, and runs of digits that do not lie in exactly one."""
    spans = [(quantity["span"]["start"], quantity["span"]["end"]) for quantity in quantities]
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            yield f"quantities: two hold the character at {start}"
    owner: list[int | None] = [None] * len(text)
    for number, (start, end) in enumerate(spans):
        owner[start:end] = [number] * len(owner[start:end])
    for run in re.finditer(r"\d+", text):
        owners = set(owner[run.start() : run.end()])
        if owners == {None} or len(owners) > 1:
            yield f"quantities: {run.group()[:30]} at {run.start()} lies in no one quantity"
