"""Plans as flat tables that join by ids: the rows of all plans under the columns that the model gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from planparse.exporting.tables import Cell, Kind, Link, Table, cells_of, columns_of
from planparse.model import (
    Deadline,
    Measure,
    Metadata,
    Plan,
    Reference,
    Region,
    Responsibility,
    ResponsibleUnit,
    Section,
    Target,
)


def _join(*parts: Mapping[str, Kind]) -> dict[str, Kind]:
    return {name: kind for part in parts for name, kind in part.items()}


# What decisions of people are tied to, and how they stand with an entry: plans hold that, tables do not.
_OF_REVIEWS: Final = ("key", "review")
_KEY: Final[dict[str, Kind]] = {"plan_id": str}
_REGION: Final = dict(columns_of(Region))
_METADATA: Final = dict(columns_of(Metadata, leave=("region", *_OF_REVIEWS)))
_COUNTED: Final = ("sections", "measures", "targets", "deadlines")
_SOURCE: Final[dict[str, Kind]] = {"name": str, "sha256": str, "char_count": int}
_SECTION: Final = dict(columns_of(Section))
_MEASURE: Final = dict(columns_of(Measure, leave=("responsibilities", *_OF_REVIEWS)))
_CLAUSE: Final = dict(columns_of(Responsibility, leave=("id", "units", "span", *_OF_REVIEWS)))
_UNIT: Final = dict(columns_of(ResponsibleUnit, leave=_OF_REVIEWS))
_TARGET: Final = dict(columns_of(Target, leave=_OF_REVIEWS))
_DEADLINE: Final = dict(columns_of(Deadline, leave=_OF_REVIEWS))
_REFERENCE: Final = dict(columns_of(Reference, leave=_OF_REVIEWS))

TABLES: Final[dict[str, dict[str, Kind]]] = {
    "plans": _join(_KEY, _SOURCE, _METADATA, _REGION, dict.fromkeys(_COUNTED, int)),
    "sections": _join(_KEY, _SECTION),
    "measures": _join(_KEY, _MEASURE),
    "responsibilities": _join(_KEY, {"measure_id": str, "responsibility_id": str}, _CLAUSE, _UNIT),
    "targets": _join(_KEY, _TARGET),
    "deadlines": _join(_KEY, _DEADLINE),
    "references": _join(_KEY, _REFERENCE),
}

# The column whose cells lead to the words that they were read from, and the column of those words.
_WORDS: Final = {"targets": ("value", "quote"), "responsibilities": ("name", "quote"), "deadlines": ("end", "text")}


def tables(plans: Iterable[Plan]) -> list[Table]:
    """The tables of TABLES in their order, filled with all plans in theirs.

    A row of `responsibilities` is a body in a clause of a measure; the other tables have a row a list entry. `plan_id` and the
    ids of the plan's own lists join them.
    """
    rows: dict[str, list[tuple[Cell, ...]]] = {name: [] for name in TABLES}
    for plan in plans:
        rows["plans"].append(
            (
                plan.id,
                *cells_of(plan.source, _SOURCE),
                *cells_of(plan.metadata, _METADATA),
                *cells_of(plan.metadata.region, _REGION),
                *(len(getattr(plan, name)) for name in _COUNTED),
            )
        )
        rows["sections"] += ((plan.id, *cells_of(section, _SECTION)) for section in plan.sections)
        rows["measures"] += ((plan.id, *cells_of(measure, _MEASURE)) for measure in plan.measures)
        rows["responsibilities"] += (
            (plan.id, measure.id, clause.id, *cells_of(clause, _CLAUSE), *cells_of(unit, _UNIT))
            for measure in plan.measures
            for clause in measure.responsibilities
            for unit in clause.units
        )
        rows["targets"] += ((plan.id, *cells_of(target, _TARGET)) for target in plan.targets)
        rows["deadlines"] += ((plan.id, *cells_of(deadline, _DEADLINE)) for deadline in plan.deadlines)
        rows["references"] += ((plan.id, *cells_of(reference, _REFERENCE)) for reference in plan.references)
    return [Table(name, columns, rows[name], links=_links(name, len(rows[name]))) for name, columns in TABLES.items()]


def _links(name: str, rows: int) -> dict[str, Link]:
    if name not in _WORDS:
        return {}
    source, words = _WORDS[name]
    return {source: Link(name, words, range(rows))}
