"""The last stage: turns the findings of the other stages into the records of one Plan."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from planparse.language.amounts import Amount, in_base_units
from planparse.language.dates import Time
from planparse.language.folding import fold
from planparse.language.indicators import register
from planparse.language.organizations import Body, level_prefix, resolve
from planparse.messages import filled
from planparse.messages.diagnostics import DIAGNOSTICS
from planparse.model import Deadline, Diagnostic, Measure, Plan, Quantity, Reference, Region, Section, Source, Target
from planparse.parsing.confidence import Surroundings, weigh
from planparse.parsing.contexts import Contexts
from planparse.parsing.diagnostics import SEVERITIES, find_diagnostics
from planparse.parsing.joins import Joins, Readings
from planparse.parsing.keys import Keys
from planparse.parsing.quantities import Stretch, find_quantities, roles_in, with_rows
from planparse.parsing.references import Citation
from planparse.parsing.responsibilities import Clause
from planparse.parsing.tables.grids import cells_by_role
from planparse.parsing.targets import Found
from planparse.producer import producer
from planparse.room import Room
from planparse.text import Document, Folded, SourceText, Span

# An object of the contract before it is validated, which each is as soon as it is made: those of a whole plan take as much memory as
# the plan itself.
Record = dict[str, object]
Listed = TypeVar("Listed", bound=BaseModel)


def assemble(document: Document, source: SourceText, folded: Folded, readings: Readings, room: Room) -> Plan:
    """The Plan of a document, checked against itself as it is built."""
    text = source.text
    joins = Joins(readings, folded)
    keys = Keys()
    numbers = _numbers(text, folded, readings, room)
    pages = Source(
        name=document.name,
        media_type=document.media_type,
        sha256=document.sha256,
        encoding=document.encoding,
        char_count=len(text),
        page_count=len(source.page_starts) if source.page_starts else None,
        page_starts=source.page_starts,
    )
    record: Record = {
        "id": f"plan-{document.sha256[:16]}",
        "producer": producer(),
        "source": pages,
        "metadata": readings.head.metadata,
        "sections": _checked(Section, _sections(text, readings, joins), room),
        "measures": _checked(Measure, _measures(text, folded, readings, joins, keys, pages), room),
        "targets": _checked(Target, _targets(text, folded, readings, joins, keys, pages), room),
        "deadlines": _checked(Deadline, _deadlines(text, folded, readings.times, joins, keys), room),
        "references": _checked(Reference, _references(text, readings.citations, joins), room),
        "quantities": _checked(Quantity, _quantities(text, numbers), room),
        "diagnostics": _checked(Diagnostic, _diagnostics(text, folded, readings, joins, numbers, room), room),
        "text": text,
    }
    return Plan.model_validate(record).sealed()


def _checked(kind: type[Listed], records: Iterable[Record], room: Room) -> tuple[Listed, ...]:
    """The objects of the contract that the records are, each checked as soon as it is made."""
    listed: list[Listed] = []
    # A record weighs the values that it holds, its span included, and two for itself.
    validate = kind.__pydantic_validator__.validate_python  # what model_validate calls, less its options
    holds_clauses = kind is Measure
    for record in records:
        room.take(4 + len(record) + (_values_of_clauses(record) if holds_clauses else 0))
        listed.append(validate(record))
    return tuple(listed)


def _values_of_clauses(measure: Record) -> int:
    """How many values the clauses of a measure weigh, and the units in them, which are records as well."""
    clauses = measure["responsibilities"]
    return sum(4 + len(clause) + sum(4 + len(unit) for unit in clause["units"]) for clause in cast(tuple[Any, ...], clauses))


def _sections(text: str, readings: Readings, joins: Joins) -> Iterator[Record]:
    clauses = readings.clauses
    for item in readings.items:
        if item.is_section:
            # （二）市场准入（市市场监管局牵头）: who answers for a part is not what it is called.
            behind = bisect_left(clauses, item.body + 1, key=lambda clause: clause.start)
            cut = behind < len(clauses) and clauses[behind].start < item.heading_end
            heading = text[item.body : clauses[behind].start].strip() if cut else item.heading
            yield {
                "id": joins.ids[item],
                "path": item.path,
                "marker": item.mark.printed,
                "level": item.level,
                "heading": heading or item.heading,
                "kind": item.kind,
                "parent_id": joins.section_id(item),
                "span": Span(item.start, item.end),
            }


def _measures(text: str, folded: Folded, readings: Readings, joins: Joins, keys: Keys, pages: Source) -> Iterator[Record]:
    region = readings.head.metadata.region
    # A plan names the same thirty bodies again and again; hashing its region for each costs more than this table.
    known: dict[tuple[str, str | None], Body] = {}
    for item in joins.measures:
        clauses = joins.clauses_of.get(item, [])
        title = item.heading
        if clauses and clauses[0][1].start < item.heading_end:
            title = text[item.body : clauses[0][1].start].strip()
        kept: list[str] = []
        at = item.body
        for _, clause in clauses:
            kept.append(text[at : clause.start])
            at = clause.end
        kept.append(text[at : item.end])
        yield {
            "id": joins.ids[item],
            "key": keys.of("measure", fold(title)),
            "path": item.path,
            "marker": item.mark.printed,
            "title": title,
            "kind": "safeguard" if item.kind == "safeguards" else "task",
            "section_id": joins.section_id(item),
            "text": "".join(kept).strip(),
            "page": pages.page_at(item.start),
            "span": Span(item.start, item.start + len(text[item.start : item.end].rstrip())),
            "responsibilities": tuple(
                _responsibility(text, folded, id_, clause, region, known, joins, keys)
                for id_, clause in joins.responsibilities(item)
            ),
            "review": None,
        }


def _responsibility(
    text: str,
    folded: Folded,
    id_: str,
    clause: Clause,
    region: Region,
    known: dict[tuple[str, str | None], Body],
    joins: Joins,
    keys: Keys,
) -> Record:
    units: list[Record] = []
    time = joins.time_of(clause)
    prefix: str | None = None
    for start, end, role in clause.names:
        name = folded[start:end]
        body = known.get((name, prefix))
        if body is None:
            body = known[name, prefix] = resolve(name, region, prefix)
        prefix = level_prefix(name) or prefix
        units.append(
            {
                "name": text[start:end],
                "canonical": body.canonical,
                "body": body.body,
                "level": body.level,
                "role": role,
                "is_group": body.is_group,
                "span": Span(start, end),
                "review": None,
            }
        )
    return {
        "id": id_,
        "key": keys.of("responsibility", folded[clause.start : clause.end]),
        "quote": text[clause.start : clause.end],
        "span": Span(clause.start, clause.end),
        "rule": clause.rule,
        "open_ended": clause.open_ended,
        "due": time.last if time else None,
        "deadline_id": joins.deadline_ids[time] if time else None,
        "units": tuple(units),
    }


def _targets(text: str, folded: Folded, readings: Readings, joins: Joins, keys: Keys, pages: Source) -> Iterator[Record]:
    contexts = Contexts(folded, readings.head, readings.times)
    surroundings = Surroundings(folded, readings.amounts, readings.head)
    indicators = register()
    for at, found in enumerate(readings.targets, 1):
        item = joins.item(found.start)
        place = joins.place(found.start)
        amount = found.amount
        value, unit = (amount.value, amount.unit) if amount else found.meant or (None, None)
        governing = joins.clause_of(found, item)
        due = joins.due_of(found, item, governing[1] if governing else None)
        context = None if due else contexts.of(found.start, item)
        confidence, doubts = weigh(surroundings.signs(found, due.last if due else None, context, item))
        yield {
            "id": f"t{at}",
            "key": keys.of("target", folded[found.start : found.end]),
            "path": place.path,
            "section_id": place.section_id,
            "measure_id": place.measure_id,
            "indicator": found.indicator,
            "indicator_id": indicators.find(found.indicator, found.kind, unit, found.per, readings.head.metadata.region),
            "outcome": found.outcome,
            "kind": found.kind,
            "comparator": found.comparator,
            "value": value,
            "value_max": amount.value_max if amount else None,
            "unit": unit,
            "base": amount.base if amount else None,
            "baseline": _baseline(found),
            "grade": amount.grade if amount else None,
            "direction": found.direction,
            "implied": found.meant is not None,
            "per": found.per,
            "frequency": found.frequency,
            "scope": found.scope,
            "strength": found.strength,
            "due": due.last if due else None,
            "deadline_id": joins.deadline_ids.get(due) if due else None,
            "due_context": context,
            "amount": _base_amount(amount) if amount else None,
            "responsibility_id": governing[0] if governing else None,
            "rule": found.rule,
            "confidence": confidence,
            "doubts": doubts,
            "quote": text[found.start : found.end],
            "page": pages.page_at(found.start),
            "span": Span(found.start, found.end),
            "review": None,
        }


def _base_amount(amount: Amount) -> Record | None:
    base = in_base_units(amount)
    return None if base is None else {"value": base[0], "value_max": base[1], "unit": base[2]}


def _baseline(found: Found) -> Record | None:
    if found.baseline is None:
        return None
    amount, year = found.baseline
    unit = amount.unit or (found.amount.unit if found.amount else None) if amount else None
    return {"value": amount.value if amount else None, "unit": unit, "year": year}


def _deadlines(text: str, folded: Folded, times: Sequence[Time], joins: Joins, keys: Keys) -> Iterator[Record]:
    for at, time in enumerate(times, 1):
        place = joins.place(time.start)
        yield {
            "id": f"d{at}",
            "key": keys.of("deadline", folded[time.start : time.end]),
            "path": place.path,
            "section_id": place.section_id,
            "measure_id": place.measure_id,
            "text": text[time.start : time.end],
            "kind": time.kind,
            "start": time.first,
            "end": time.last,
            "months": time.months,
            "precision": time.precision,
            "rule": time.rule,
            "span": Span(time.start, time.end),
            "review": None,
        }


def _references(text: str, citations: Sequence[Citation], joins: Joins) -> Iterator[Record]:
    for at, citation in enumerate(citations, 1):
        yield {
            "id": f"c{at}",
            "path": joins.place(citation.start).path,
            "title": text[slice(*citation.title)],
            "doc_number": text[slice(*citation.number)] if citation.number else None,
            "issuer": text[slice(*citation.issuer)] if citation.issuer else None,
            "span": Span(citation.start, citation.end),
        }


def _numbers(text: str, folded: Folded, readings: Readings, room: Room) -> list[Stretch]:
    stretches: list[Stretch] = [(time.start, time.end, "deadline", f"d{at}") for at, time in enumerate(readings.times, 1)]
    stretches += ((item.start, item.body, "numbering", None) for item in readings.items)
    stretches += ((*cell, None) for table in readings.tables for cell in cells_by_role(table))
    found = find_quantities(text, folded, readings.painted, readings.amounts, roles_in(readings.targets), sorted(stretches))
    return with_rows(room.of(found, 2), text)


def _quantities(text: str, numbers: Sequence[Stretch]) -> Iterator[Record]:
    for start, end, role, ref in numbers:
        yield {"text": text[start:end], "span": Span(start, end), "role": role, "ref": ref}


def _diagnostics(
    text: str, folded: Folded, readings: Readings, joins: Joins, numbers: Sequence[Stretch], room: Room
) -> Iterator[Record]:
    unplaced = [(start, end) for start, end, role, _ in numbers if role == "other"]
    title, region = readings.head.metadata.title, readings.head.metadata.region
    bodiless = [item for item in joins.measures if not joins.responsibilities(item)]
    found = find_diagnostics(
        text, folded, title, readings.items, readings.clauses, readings.tables, bodiless, joins.outside, region, unplaced
    )
    for finding in sorted(room.of(found, 4), key=lambda finding: (finding.start, finding.code)):
        words = DIAGNOSTICS[finding.code]
        fields = {name: value.partition("\n")[0] for name, value in finding.fields.items()}  # a message is one line
        yield {
            "code": finding.code,
            "severity": SEVERITIES[finding.code],
            "message": filled(words, "en", fields),
            "message_zh": filled(words, "zh", fields),
            "span": Span(finding.start, finding.end),
        }
