"""The lists whose entries are found or not: what identifies an entry on either side, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planparse.evaluating.counts import EntryList
from planparse.evaluating.gold import Gold, GoldMeasure, GoldReference, GoldSection
from planparse.evaluating.plain import plain
from planparse.model import Measure, Plan, Reference, Section


class Entry(NamedTuple):
    """An entry: the key that identifies it, and what a miss shows of it."""

    key: tuple[str, ...]
    path: str | None
    words: str
    value: str | None = None


def entries_in(gold: Gold, plan: Plan) -> dict[EntryList, tuple[list[Entry], list[Entry]]]:
    """The entries of each list that was annotated: those that are wanted, and those that were found."""
    entries: dict[EntryList, tuple[list[Entry], list[Entry]]] = {}
    if gold.holds("sections"):
        entries["sections"] = _sections(gold.sections), _sections(plan.sections)
        entries["section kinds"] = _section_kinds(gold.sections), _section_kinds(plan.sections)
    if gold.holds("measures"):
        entries["measures"] = _measures(gold.measures), _measures(plan.measures)
        entries["units"] = _wanted_units(gold.measures), _found_units(plan.measures)
    if gold.holds("deadlines"):
        entries["deadlines"] = _deadlines(gold, plan)
    if gold.holds("references"):
        entries["references"] = _references(gold.references), _references(plan.references)
    return entries


def without(entries: Sequence[Entry], others: Sequence[Entry]) -> list[Entry]:
    """The entries for which there is no other of the same key. Each other is taken once, by the first that it fits."""
    left = Counter(other.key for other in others)
    kept = []
    for entry in entries:
        if left[entry.key]:
            left[entry.key] -= 1
        else:
            kept.append(entry)
    return kept


def _sections(sections: Iterable[GoldSection | Section]) -> list[Entry]:
    return [Entry((plain(item.path), plain(item.heading)), item.path, item.heading) for item in sections]


def _section_kinds(sections: Iterable[GoldSection | Section]) -> list[Entry]:
    return [Entry((plain(item.path), item.kind), item.path, item.heading, item.kind) for item in sections]


def _measures(measures: Iterable[GoldMeasure | Measure]) -> list[Entry]:
    return [Entry((plain(item.path), plain(item.title), item.kind), item.path, item.title, item.kind) for item in measures]


def _wanted_units(measures: Iterable[GoldMeasure]) -> list[Entry]:
    return [_unit(measure.path, unit.name, unit.role) for measure in measures for unit in measure.units or ()]


def _found_units(measures: Iterable[Measure]) -> list[Entry]:
    """The units of all clauses of a measure, each name and role once."""
    found: list[Entry] = []
    for measure in measures:
        units = (unit for clause in measure.responsibilities for unit in clause.units)
        entries = [_unit(measure.path, unit.name, unit.role) for unit in units]
        found += {entry.key: entry for entry in entries}.values()
    return found


def _unit(path: str, name: str, role: str) -> Entry:
    return Entry((plain(path), plain(name), role), path, name, role)


def _deadlines(gold: Gold, plan: Plan) -> tuple[list[Entry], list[Entry]]:
    """Those that have an end. What answers to an optional one is left out with it."""
    wanted = [_deadline(item.at, item.text, str(item.end)) for item in gold.deadlines if item.end and not item.optional]
    spared = [_deadline(item.at, item.text, str(item.end)) for item in gold.deadlines if item.end and item.optional]
    found = [_deadline(item.path, item.text, str(item.end)) for item in plan.deadlines if item.end]
    return wanted, without(found, spared)


def _deadline(path: str | None, text: str, end: str) -> Entry:
    return Entry((plain(text), end), path, text, end)


def _references(references: Iterable[GoldReference | Reference]) -> list[Entry]:
    return [
        Entry((plain(item.title),), item.at if isinstance(item, GoldReference) else item.path, item.title)
        for item in references
    ]
