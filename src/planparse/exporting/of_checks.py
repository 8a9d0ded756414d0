"""The sheets in which people check plans: a row for each entry, the doubtful first, with what the rules read in cells to correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from planparse.exporting.of_plans import place_of
from planparse.exporting.tables import Allowed, Cell, Form, Kind, Table
from planparse.labels import Language, heading
from planparse.model import Measure, Plan, Removed, ResponsibleUnit, ReviewMark, Target
from planparse.reviewing.anchoring import Entry, Words, entries_of
from planparse.reviewing.applying import plain_field
from planparse.reviewing.edited import anchor_of, read_values, reviewed
from planparse.reviewing.fields import Taken, form_of
from planparse.reviewing.records import CHANGEABLE, Neighbours, ReviewedPlan, Subject
from planparse.reviewing.sheets import ANCHOR, FIELDS, LONGEST, MARKS, NAMES, Row, choices, shown
from planparse.text import line_end
from planparse.writers.as_json import escaped

_CONTEXT: Final = 60  # characters before and behind words that stand beside them
_CHECKED: Final = ("checked_by", "checked_at", "note")
_ADDS: Final = ("wording", "path", "plan_title")
_TEXT: Final[Taken] = {"type": "string"}
_KINDS: Final[dict[str, Kind]] = {"date": date, "number": float, "integer": int}
_STATUS: Final = {"accepted": "accept", "changed": "change", "added": "accept"}


def checks(plans: Iterable[Plan], language: Language) -> list[Table]:
    """A sheet each to check the targets, measures, units, deadlines and metadata of plans.

    The targets come by confidence, the least first. What was decided before stands there as it was decided. An entry whose words no cell
    holds is left out.
    """
    lines: dict[Subject, list[dict[str, Cell]]] = {on: [] for on in FIELDS}
    fields: dict[tuple[int, str], Allowed] = {}
    for plan in plans:
        of_plan = reviewed(plan)
        beside = {"place": place_of(plan), "plan_title": plan.metadata.title}
        for row, cells in _rows(plan, of_plan, language):
            anchor = escaped(row.model_dump_json(exclude_defaults=True).encode()).decode()
            if len(anchor) > LONGEST:
                continue
            if row.field:
                fields[len(lines[row.on]), "content"] = _allowed(row.field, form_of(row.on)[row.field], language)
            lines[row.on].append({**cells, **beside, "anchor": anchor})
    return [_table(on, some, fields, language) for on, some in lines.items()]


def _table(
    on: Subject, lines: list[dict[str, Cell]], fields: Mapping[tuple[int, str], Allowed], language: Language
) -> Table:
    takes = {name: _allowed(name, form_of(on).get(name, _TEXT), language) for name in FIELDS[on]}
    marks = [words[language == "en"] for words in MARKS.values()]
    first, last = ["check", "wording"], ["context", "path", "place", "plan_title"]
    match on:
        case "target":
            first[1:1] = ["confidence", "doubts"]
        case "metadata":
            first, last = ["check", "field"], ["place", "plan_title"]
            del marks[[*MARKS].index("remove")]
    columns = [*first, *takes, *_CHECKED, *last, "anchor"]
    form = Form(
        takes={"check": marks, **takes, **dict.fromkeys(_CHECKED, str)},
        adds=_ADDS if on != "metadata" else (),
        hidden={"anchor": f"{ANCHOR}{on}"},
        leading=first[-1],
        first="confidence" if on == "target" else "",
        cells=fields if on == "metadata" else {},
    )
    kinds: dict[str, Kind] = {name: float if name == "confidence" else str for name in columns}
    return Table(NAMES[on], kinds, [tuple(line.get(name) for name in columns) for line in lines], form=form)


def _allowed(field: str, taken: Taken, language: Language) -> Allowed:
    """What the cells of a field take: one of these words, or a kind of value."""
    listed = choices(field, taken)
    return [words[language == "en"] for words in listed.values()] or _KINDS.get(taken["type"], str)


def _rows(plan: Plan, of_plan: ReviewedPlan, language: Language) -> Iterator[tuple[Row, dict[str, Cell]]]:
    """What each row is about, and what stands in it."""
    words = Words(plan)
    gone = (Entry(one.on, one, one.key, one.quote, one.path, one.span, ()) for one in plan.removed)
    for entry in (*gone, *entries_of(plan)):
        *_, before, after = anchor_of(entry, words)
        taken_out = isinstance(entry.record, Removed)
        row = Row(
            plan=of_plan,
            on=entry.on,
            key=entry.key,
            quote=entry.quote,
            path=entry.path,
            neighbours=Neighbours(before=before, after=after),
            values={} if taken_out else read_values(entry),
            added=entry.review is not None and entry.review.status == "added",
        )
        mark = "remove" if taken_out else _STATUS.get(entry.review.status if entry.review else "")
        now = {} if taken_out else {name: plain_field(entry.record, name) for name in FIELDS[entry.on]}
        cells = {name: shown(name, value, form_of(entry.on)[name], language) for name, value in now.items()}
        who = entry.record if isinstance(entry.record, Removed) else entry.review
        yield (
            row,
            {**_said(mark, who, language), **cells, "wording": entry.quote, "path": entry.path, **_beside(entry, plan)},
        )
    yield from _rows_of_metadata(plan, of_plan, language)


def _rows_of_metadata(plan: Plan, of_plan: ReviewedPlan, language: Language) -> Iterator[tuple[Row, dict[str, Cell]]]:
    review = plan.metadata.review
    was = (review.was if review else None) or {}
    for name in CHANGEABLE["metadata"]:
        now = plain_field(plan.metadata, name)
        row = Row(plan=of_plan, on="metadata", field=name, values={name: was.get(name, now)})
        said = _said("change", review, language) if name in was else {}  # which were accepted the plan does not say
        cell = shown(name, now, form_of("metadata")[name], language)
        yield row, {**said, "field": heading(name.removeprefix("region."), language), "content": cell}


def _said(mark: str | None, who: ReviewMark | Removed | None, language: Language) -> dict[str, Cell]:
    """What was decided before, by whom and when."""
    if mark is None or who is None:
        return {}
    return {"check": MARKS[mark][language == "en"], "checked_by": who.by, "checked_at": who.at, "note": who.note}


def _beside(entry: Entry, plan: Plan) -> dict[str, Cell]:
    """What helps to judge an entry."""
    match entry.record:
        case Target() as target:
            context = _around(entry, plan)
            return {"context": context, "confidence": target.confidence, "doubts": "、".join(target.doubts)}
        case Measure() as measure:
            return {"context": measure.text}
        case ResponsibleUnit():
            home, clause, _ = entry.place
            return {"context": plan.measures[home].responsibilities[clause].quote}
    return {"context": _around(entry, plan)}


def _around(entry: Entry, plan: Plan) -> str:
    """The words with those around them on their line."""
    span, text = entry.span, plan.text
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _CONTEXT)
    end = min(line_end(text, span.end), span.end + _CONTEXT)
    return text[start:end]
