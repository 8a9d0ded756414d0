"""What the contract promises of every plan, read off its JSON alone: the model's own checks are not asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Record = dict[str, Any]

# The field of each list's items that their spans slice to.
_QUOTES = {"targets": "quote", "deadlines": "text", "quantities": "text", "responsibilities": "quote", "units": "name"}
# The field that stands somewhere in the span.
_WITHIN = {"sections": "heading", "measures": "title"}
# The lists of a plan, which stand in document order.
LISTS = ("sections", "measures", "targets", "deadlines", "references", "quantities", "diagnostics")
_NUMBERED = ("sections", "measures", "targets", "deadlines", "references", "responsibilities")
_JOINS = ("parent_id", "section_id", "measure_id", "deadline_id", "responsibility_id", "ref")
# What steers a terminal or breaks a file; a text has line ends, and tabs between cells.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff]")
_LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
# Up to here every reader of JSON holds a whole number exactly.
_LARGEST = 2**53


def lists_of(plan: Record) -> dict[str, list[Record]]:
    """Every list of a plan's JSON by its name; responsibilities and units are gathered from all measures."""
    clauses = [clause for measure in plan["measures"] for clause in measure["responsibilities"]]
    units = [unit for clause in clauses for unit in clause["units"]]
    return {**{name: plan[name] for name in LISTS}, "responsibilities": clauses, "units": units}


def breaches(plan: Record) -> Iterator[str]:
    """What does not hold in a plan's JSON, one line each; nothing of a sound plan."""
    text, lists = plan["text"], lists_of(plan)
    if plan["source"]["char_count"] != len(text):
        yield f"source.char_count is {plan['source']['char_count']}, but the text has {len(text)} characters"
    yield from _spans(text, lists)
    yield from _ids(lists)
    ordered = [(name, lists[name]) for name in LISTS]
    ordered += [("units of one clause", clause["units"]) for clause in lists["responsibilities"]]
    for name, items in ordered:
        starts = [item["span"]["start"] for item in items]
        if starts != sorted(starts):
            yield f"{name}: not in document order"
    yield from _numbers(text, lists["quantities"])
    yield from _places(lists)
    yield from _promises(lists)
    yield from _values("", plan)


def _spans(text: str, lists: dict[str, list[Record]]) -> Iterator[str]:
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


def _ids(lists: dict[str, list[Record]]) -> Iterator[str]:
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


def _numbers(text: str, quantities: list[Record]) -> Iterator[str]:
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


def _places(lists: dict[str, list[Record]]) -> Iterator[str]:
    """Things that do not lie in what is said to hold them, and paths that do not go on from the one above."""
    holders = {item["id"]: item for name in ("sections", "measures") for item in lists[name]}
    for name, join in (("sections", "parent_id"), ("measures", "section_id")):
        for at, item in enumerate(lists[name]):
            if holder := holders.get(item[join]):
                if not _holds(holder, item):
                    yield f"{name}[{at}]: does not lie in {holder['id']}, which holds it"
                if not item["path"].startswith(f"{holder['path']}/"):
                    yield f"{name}[{at}].path: {item['path']!r} does not go on from {holder['path']!r}"
    for name in ("targets", "deadlines"):
        for at, item in enumerate(lists[name]):
            holder = holders.get(item["measure_id"] or item["section_id"])
            # A deadline behind the end of the plan counts to the last item.
            if name == "targets" and holder and not holder["span"]["start"] <= item["span"]["start"] < holder["span"]["end"]:
                yield f"{name}[{at}]: does not begin in {holder['id']}, which holds it"
            if holder and item["path"] != holder["path"]:
                yield f"{name}[{at}].path: is {item['path']!r}, but the path of {holder['id']} is {holder['path']!r}"
            if (
                item["measure_id"]
                and (measure := holders.get(item["measure_id"]))
                and measure["section_id"] != item["section_id"]
            ):
                yield f"{name}[{at}].section_id: is {item['section_id']}, its measure lies in {measure['section_id']}"


def _holds(holder: Record, item: Record) -> bool:
    outer, inner = holder["span"], item["span"]
    return bool(outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


def _promises(lists: dict[str, list[Record]]) -> Iterator[str]:
    """Targets that contradict themselves, their deadline, their clause or their number."""
    deadlines = {deadline["id"]: deadline for deadline in lists["deadlines"]}
    clauses = {measure["id"]: {clause["id"] for clause in measure["responsibilities"]} for measure in lists["measures"]}
    targets = {target["id"]: target for target in lists["targets"]}
    for at, target in enumerate(lists["targets"]):
        if (deadline := deadlines.get(target["deadline_id"])) and deadline["end"] != target["due"]:
            yield f"targets[{at}].due: is {target['due']}, {deadline['id']} ends on {deadline['end']}"
        if target["responsibility_id"] and target["responsibility_id"] not in clauses.get(target["measure_id"], ()):
            yield f"targets[{at}].responsibility_id: is no clause of its measure"
        if (context := target["due_context"]) and target["due"]:
            yield f"targets[{at}].due_context: stands beside a day of its own"
        if context and not 0 <= context["span"]["start"] < context["span"]["end"]:
            yield f"targets[{at}].due_context: has no words"
        if not target["indicator"].strip():
            yield f"targets[{at}].indicator: is empty"
        against = target["rule"] == "relative" and target["outcome"] is not None  # 不低于全省平均水平: words and no number
        if target["value"] is None and target["grade"] is None and not against:
            yield f"targets[{at}]: has neither a value nor a grade"
        if not target["implied"] and not against and not any(_holds(target, quantity) for quantity in lists["quantities"]):
            yield f"targets[{at}]: no number of the text lies in its words"
    for at, clause in enumerate(lists["responsibilities"]):
        if (deadline := deadlines.get(clause["deadline_id"])) and deadline["end"] != clause["due"]:
            yield f"responsibilities[{at}].due: is {clause['due']}, {deadline['id']} ends on {deadline['end']}"
    for at, quantity in enumerate(lists["quantities"]):
        kind = {"t": "target", "d": "deadline"}.get((quantity["ref"] or "-")[0])
        if (kind or quantity["role"]) != quantity["role"]:
            yield f"quantities[{at}]: is a {quantity['role']} and became {quantity['ref']}"
        if (target := targets.get(quantity["ref"])) and not _holds(target, quantity):
            yield f"quantities[{at}]: does not lie in {target['id']}, which it became"


def _values(path: str, value: Any) -> Iterator[str]:
    """Strings with what steers a terminal or breaks a line, and numbers that not every reader holds."""
    if isinstance(value, dict):
        for name, part in value.items():
            if not _is_plain(part):
                yield from _values(f"{path}.{name}" if path else name, part)
    elif isinstance(value, list):
        for at, part in enumerate(value):
            if not _is_plain(part):
                yield from _values(f"{path}[{at}]", part)
    elif isinstance(value, str):
        if _CONTROL.search(value):
            yield f"{path}: holds a control character"
        elif path.endswith(".message") and _LINE_END.search(value):
            yield f"{path}: is more than one line"
    elif isinstance(value, int | float) and not -_LARGEST < value < _LARGEST:
        yield f"{path}: is {value}, which not every reader holds"


def _is_plain(value: Any) -> bool:
    """Whether nothing is to be said of a value, as of nearly all: a glance, before its path is put together."""
    return value is None or (isinstance(value, str) and value.isprintable())
