"""An entry that the rules did not read, made of its words, its place and what a person says of it."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, Final

from planparse.errors import UnsoundError
from planparse.language.amounts import find_amounts, in_base_units
from planparse.language.folding import fold
from planparse.language.indicators import register
from planparse.language.organizations import resolve
from planparse.messages import Message
from planparse.model import (
    BaseAmount,
    Deadline,
    Measure,
    Plan,
    Quantity,
    Responsibility,
    ResponsibleUnit,
    ReviewMark,
    Section,
    Target,
)
from planparse.parsing.keys import Keyed, key_of
from planparse.reviewing.anchoring import Words, entries_of
from planparse.reviewing.records import Decision
from planparse.text import Span, printable

_RULE: Final = "review"
"""What stands for the name of a pattern where a person has read it."""

Made = tuple[Plan, Target | Measure | ResponsibleUnit | Deadline]


def made(plan: Plan, decision: Decision, span: Span, words: Words, mark: ReviewMark) -> Made:
    """The plan with the entry that a decision adds at the words of a span, and the entry.

    Raises ValidationError or UnsoundError where no such entry can be.
    """
    return _MAKERS[decision.on](plan, decision, span, words, mark)


def measured(target: Target) -> BaseAmount | None:
    """The value of a target in base units."""
    if target.value is None:
        return None
    top = "" if target.value_max is None else f"—{target.value_max}"
    words = fold(f"{target.value}{top}{target.unit or ''}")
    amount = next(find_amounts(words), None)
    whole = amount is not None and (amount.number_start, amount.number_end) == (0, len(words))
    base = in_base_units(amount) if amount and whole else None
    return None if base is None else BaseAmount(value=base[0], value_max=base[1], unit=base[2])


def holds_title(plan: Plan, measure: Measure) -> bool:
    """Whether a measure has a title, and one that stands in it."""
    return bool(measure.title) and plan.text.find(measure.title, measure.span.start, measure.span.end) >= 0


def _target(plan: Plan, decision: Decision, span: Span, words: Words, mark: ReviewMark) -> Made:
    values = decision.values or {}
    key = _new_key(plan, "target", span)
    measure, section = _holders_of(plan, span)
    path = words.path_at(span.start) or decision.path or "preamble"
    due = values.get("due")
    ending = [one for one in plan.deadlines if one.path == path and str(one.end) == due]
    clauses = measure.responsibilities if measure else ()
    behind = bisect_left(clauses, span.end, key=lambda clause: clause.span.start)
    target = Target.model_validate_json(
        json.dumps(
            {
                "id": f"t-{key}",
                "key": key,
                "path": path,
                "section_id": section.id if section else None,
                "measure_id": measure.id if measure else None,
                "indicator": "",  # which is demanded
                "outcome": None,
                "kind": "level" if values.get("unit") in {"%", None} else "count",
                "comparator": "eq",
                "value": None,
                "value_max": None,
                "unit": None,
                "base": None,
                "grade": None,
                "direction": None,
                "implied": False,
                "per": None,
                "frequency": None,
                "scope": None,
                "strength": "firm",
                "due": None,
                **values,
                "deadline_id": ending[-1].id if ending else None,
                "responsibility_id": clauses[min(behind, len(clauses) - 1)].id if clauses else None,
                "rule": _RULE,
                "quote": plan.text[span.start : span.end],
                "page": plan.source.page_at(span.start),
                **_marked(span, mark),
            }
        )
    )
    known = register().of(target, plan.metadata.region)
    target = target.model_copy(update={"amount": measured(target), "indicator_id": known})
    return (
        plan.model_copy(
            update={
                "targets": _sorted(plan.targets, target),
                "quantities": tuple(_counted(quantity, target) for quantity in plan.quantities),
            }
        ),
        target,
    )


def _counted(quantity: Quantity, target: Target) -> Quantity:
    """The quantity as that of the target, where it is the number in its words."""
    inside = target.span.start <= quantity.span.start and quantity.span.end <= target.span.end
    if not inside or quantity.ref is not None or target.value is None:
        return quantity
    amount = next(find_amounts(fold(quantity.text)), None)
    if amount is None or amount.value != target.value:
        return quantity
    return quantity.model_copy(update={"role": "target", "ref": target.id})


def _measure(plan: Plan, decision: Decision, span: Span, words: Words, mark: ReviewMark) -> Made:
    title = plan.text[span.start : span.end]
    key = _new_key(plan, "measure", span)
    _, section = _holders_of(plan, span)
    end = plan.text.find("\n", span.end)
    whole = Span(span.start, end if end >= 0 else len(plan.text))
    path = decision.path or words.path_at(span.start) or "preamble"
    measure = Measure.model_validate_json(
        json.dumps(
            {
                "id": f"m-{key}",
                "key": key,
                "path": path,
                "marker": title,
                "title": title,
                "kind": "task",
                "section_id": section.id if section else None,
                "text": plan.text[whole.start : whole.end].strip(),
                "responsibilities": [],
                "page": plan.source.page_at(whole.start),
                **(decision.values or {}),
                **_marked(whole, mark),
            }
        )
    )

    if not holds_title(plan, measure):
        raise UnsoundError(Message("title-not-held", title=printable(measure.title[:60])))

    def placed(entry: Any) -> Any:
        inside = whole.start <= entry.span.start < whole.end and entry.measure_id is None
        return entry.model_copy(update={"measure_id": measure.id, "path": path}) if inside else entry

    return (
        plan.model_copy(
            update={
                "measures": _sorted(plan.measures, measure),
                "targets": tuple(map(placed, plan.targets)),
                "deadlines": tuple(map(placed, plan.deadlines)),
            }
        ),
        measure,
    )


def _unit(plan: Plan, decision: Decision, span: Span, words: Words, mark: ReviewMark) -> Made:  # noqa: ARG001 - as the others
    name = plan.text[span.start : span.end]
    inside = [one for one in plan.measures if one.span.start <= span.start < one.span.end]
    home = next((one for one in plan.measures if one.path == decision.path), inside[-1] if inside else None)
    if home is None:
        raise UnsoundError(Message("no-measure-here"))
    body = resolve(fold(name), plan.metadata.region)
    unit = ResponsibleUnit.model_validate_json(
        json.dumps(
            {
                "name": name,
                "canonical": body.canonical,
                "body": body.body,
                "level": body.level,
                "role": "responsible",
                "is_group": body.is_group,
                **(decision.values or {}),
                **_marked(span, mark),
            }
        )
    )
    clauses = home.responsibilities
    clause = next((one for one in clauses if one.span.start <= span.start and span.end <= one.span.end), None)
    if clause:
        more = clause.model_copy(update={"units": _sorted(clause.units, unit)})
        clauses = tuple(more if one is clause else one for one in clauses)
    else:
        key = _new_key(plan, "responsibility", span)
        alone = Responsibility(
            id=f"r-{key}", key=key, quote=name, span=span, rule="explicit", open_ended=False, units=(unit,)
        )
        clauses = _sorted(clauses, alone)
    grown = home.model_copy(update={"responsibilities": clauses})
    measures = tuple(grown if one is home else one for one in plan.measures)
    return plan.model_copy(update={"measures": measures}), unit


def _deadline(plan: Plan, decision: Decision, span: Span, words: Words, mark: ReviewMark) -> Made:
    key = _new_key(plan, "deadline", span)
    measure, section = _holders_of(plan, span)
    deadline = Deadline.model_validate_json(
        json.dumps(
            {
                "id": f"d-{key}",
                "key": key,
                "path": words.path_at(span.start) or decision.path or "preamble",
                "section_id": section.id if section else None,
                "measure_id": measure.id if measure else None,
                "text": plan.text[span.start : span.end],
                "kind": "by",
                "start": None,
                "end": None,
                "months": None,
                "precision": None,
                "rule": _RULE,
                **(decision.values or {}),
                **_marked(span, mark),
            }
        )
    )
    return plan.model_copy(update={"deadlines": _sorted(plan.deadlines, deadline)}), deadline


_MAKERS: Final[Mapping[str, Callable[[Plan, Decision, Span, Words, ReviewMark], Made]]] = {
    "target": _target,
    "measure": _measure,
    "unit": _unit,
    "deadline": _deadline,
}


def _marked(span: Span, mark: ReviewMark) -> dict[str, Any]:
    return {"span": {"start": span.start, "end": span.end}, "review": mark.model_dump(mode="json")}


def _new_key(plan: Plan, kind: Keyed, span: Span) -> str:
    """The first key for these words that no entry has, and none had that was taken out."""
    words = fold(plan.text[span.start : span.end])
    taken = {entry.key for entry in entries_of(plan)} | {one.key for one in plan.removed}
    taken |= {clause.key for measure in plan.measures for clause in measure.responsibilities}
    return next(key for number in count(1) if (key := key_of(kind, words, number)) not in taken)


def _holders_of(plan: Plan, span: Span) -> tuple[Measure | None, Section | None]:
    """The innermost measure and section around the words."""

    def around(items: Any) -> Any:
        return max(
            (item for item in items if item.span.start <= span.start < item.span.end),
            key=lambda item: item.span.start,
            default=None,
        )

    return around(plan.measures), around(plan.sections)


def _sorted(entries: Any, new: Any) -> tuple[Any, ...]:
    """The entries with a new one, in document order, behind those that begin where it does."""
    return tuple(sorted((*entries, new), key=lambda entry: entry.span.start))
