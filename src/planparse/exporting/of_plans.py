"""Plans as flat tables that join by ids: the rows of all plans under the columns that the model gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from planparse.exporting.tables import Cell, Columns, Kind, Link, Table
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
    Source,
    Target,
)


def _join(*parts: Mapping[str, Kind]) -> dict[str, Kind]:
    return {name: kind for part in parts for name, kind in part.items()}


# What decisions of people are tied to, and how they stand with an entry: plans hold that, tables do not.
_OF_REVIEWS: Final = ("key", "review")
_KEY: Final[dict[str, Kind]] = {"plan_id": str}
_REGION: Final = Columns(Region)
_METADATA: Final = Columns(Metadata, leave=("region", *_OF_REVIEWS))
_COUNTED: Final = ("sections", "measures", "targets", "deadlines")
_SOURCE: Final = Columns(Source, only=("name", "sha256", "char_count"))
_SECTION: Final = Columns(Section)
_MEASURE: Final = Columns(Measure, leave=("responsibilities", *_OF_REVIEWS))
_CLAUSE: Final = Columns(Responsibility, leave=("id", "units", "span", *_OF_REVIEWS))
_UNIT: Final = Columns(ResponsibleUnit, leave=_OF_REVIEWS)
_TARGET: Final = Columns(Target, leave=_OF_REVIEWS)
_DEADLINE: Final = Columns(Deadline, leave=_OF_REVIEWS)
_REFERENCE: Final = Columns(Reference, leave=_OF_REVIEWS)

TABLES: Final[dict[str, dict[str, Kind]]] = {
    "plans": _join(_KEY, _SOURCE.kinds, _METADATA.kinds, _REGION.kinds, dict.fromkeys(_COUNTED, int)),
    "sections": _join(_KEY, _SECTION.kinds),
    "measures": _join(_KEY, _MEASURE.kinds),
    "responsibilities": _join(_KEY, {"measure_id": str, "responsibility_id": str}, _CLAUSE.kinds, _UNIT.kinds),
    "targets": _join(_KEY, _TARGET.kinds),
    "deadlines": _join(_KEY, _DEADLINE.kinds),
    "references": _join(_KEY, _REFERENCE.kinds),
}

# What joins tables and leads into the text, and tells people nothing.
_JOINING: Final = frozenset(
    (
        *("plan_id", "sha256", "id", "section_id", "measure_id", "responsibility_id", "deadline_id", "parent_id"),
        "indicator_id",
    )
)
_OFFSETS: Final = ("span_start", "span_end")

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
                *_SOURCE.cells(plan.source),
                *_METADATA.cells(plan.metadata),
                *_REGION.cells(plan.metadata.region),
                *(len(getattr(plan, name)) for name in _COUNTED),
            )
        )
        rows["sections"] += ((plan.id, *_SECTION.cells(section)) for section in plan.sections)
        rows["measures"] += ((plan.id, *_MEASURE.cells(measure)) for measure in plan.measures)
        rows["responsibilities"] += (
            (plan.id, measure.id, clause.id, *_CLAUSE.cells(clause), *_UNIT.cells(unit))
            for measure in plan.measures
            for clause in measure.responsibilities
            for unit in clause.units
        )
        rows["targets"] += ((plan.id, *_TARGET.cells(target)) for target in plan.targets)
        rows["deadlines"] += ((plan.id, *_DEADLINE.cells(deadline)) for deadline in plan.deadlines)
        rows["references"] += ((plan.id, *_REFERENCE.cells(reference)) for reference in plan.references)
    return [Table(name, columns, rows[name], links=_links(name, len(rows[name]))) for name, columns in TABLES.items()]


def _links(name: str, rows: int) -> dict[str, Link]:
    if name not in _WORDS:
        return {}
    source, words = _WORDS[name]
    return {source: Link(name, words, range(rows))}


def for_people(tables_: Iterable[Table], plans: Iterable[Plan]) -> list[Table]:
    """The same tables, in which each row begins with the place and the title of its plan, and ends with what only joins tables.

    The names of patterns, which tell them nothing, are left out.
    """
    titles = {plan.id: (place_of(plan), plan.metadata.title) for plan in plans}
    return [_readable(table, titles) for table in tables_]


def place_of(plan: Plan) -> str | None:
    """What people call the place that a plan is made for."""
    region = plan.metadata.region
    return region.county or region.city or region.province


def _readable(table: Table, titles: Mapping[str, tuple[str | None, str | None]]) -> Table:
    """A table of plans for people."""
    said = ("title",) if table.name == "plans" else ()  # where the title of the plan is a column already
    joining = [name for name in table.columns if name in _JOINING or name.endswith(_OFFSETS)]
    patterns = {"rule"} if table.name != "responsibilities" else set()  # names that tell people nothing
    own = [name for name in table.columns if name not in {*joining, *said, *patterns}]
    order = [[*table.columns].index(name) for name in (*said, *own, *joining)]
    key = [*table.columns].index("plan_id")
    first: dict[str, Kind] = {"place": str} if said else {"place": str, "plan_title": str}
    columns = {**first, **{name: table.columns[name] for name in (*said, *own, *joining)}}
    rows = [(*titles[str(row[key])][: len(first)], *(row[at] for at in order)) for row in table.rows]
    return replace(table, columns=columns, rows=rows)
