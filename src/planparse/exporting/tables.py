"""Plans as flat tables that join by ids: the rows of all plans under the columns that the model gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date
from types import NoneType
from typing import Any, Final, get_args, get_type_hints

from pydantic import BaseModel

from planparse.model import Deadline, Measure, Metadata, Plan, Region, Responsibility, ResponsibleUnit, Section, Target

Cell = str | int | float | bool | date | None
# What a column holds; float stands for whole numbers and others mixed.
Kind = type[str] | type[int] | type[float] | type[bool] | type[date]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the kind of each column by its name, and rows with a cell a column."""

    name: str
    columns: Mapping[str, Kind]
    rows: Sequence[tuple[Cell, ...]]


def _kind_of(annotation: Any) -> Any:
    """The one type in `int | None`, in `Annotated[…]`, in a Literal or in a tuple of names; of int | float the wider one."""
    choices = [choice for choice in get_args(annotation) if choice not in (NoneType, Ellipsis)]
    if not choices:
        return annotation
    if not all(isinstance(choice, type) or get_args(choice) for choice in choices):
        return str  # a Literal
    kinds = [_kind_of(choice) for choice in choices]
    return float if float in kinds else kinds[0]


def _columns(record: type[Any], prefix: str = "", leave: Sequence[str] = ()) -> Iterator[tuple[str, Kind]]:
    """The columns that a record fills: its fields, those of a record within it behind its name (span_start)."""
    for name, annotation in get_type_hints(record).items():
        if name in leave or name.startswith(("model_", "_")):
            continue
        kind = _kind_of(annotation)
        if isinstance(kind, type) and (issubclass(kind, BaseModel) or is_dataclass(kind)):
            yield from _columns(kind, f"{prefix}{name}_")
        else:
            yield f"{prefix}{name}", kind


def _cells(record: Any, columns: Iterable[str]) -> Iterator[Cell]:
    for column in columns:
        value, rest = record, column
        while rest and value is not None:
            # The longest name goes first: deadline_id is a field, span_start one of a field.
            name = rest if hasattr(value, rest) else rest.partition("_")[0]
            value, rest = getattr(value, name), rest[len(name) + 1 :]
        yield "、".join(value) if isinstance(value, tuple) else value


def _join(*parts: Mapping[str, Kind]) -> dict[str, Kind]:
    return {name: kind for part in parts for name, kind in part.items()}


_KEY: Final[dict[str, Kind]] = {"plan_id": str}
_REGION: Final = dict(_columns(Region))
_METADATA: Final = dict(_columns(Metadata, leave=("region",)))
_COUNTED: Final = ("sections", "measures", "targets", "deadlines")
_SOURCE: Final[dict[str, Kind]] = {"name": str, "sha256": str, "char_count": int}
_SECTION: Final = dict(_columns(Section))
_MEASURE: Final = dict(_columns(Measure, leave=("responsibilities",)))
_CLAUSE: Final = dict(_columns(Responsibility, leave=("id", "units", "span")))
_UNIT: Final = dict(_columns(ResponsibleUnit))
_TARGET: Final = dict(_columns(Target))
_DEADLINE: Final = dict(_columns(Deadline))

TABLES: Final[dict[str, dict[str, Kind]]] = {
    "plans": _join(_KEY, _SOURCE, _METADATA, _REGION, dict.fromkeys(_COUNTED, int)),
    "sections": _join(_KEY, _SECTION),
    "measures": _join(_KEY, _MEASURE),
    "responsibilities": _join(_KEY, {"measure_id": str, "responsibility_id": str}, _CLAUSE, _UNIT),
    "targets": _join(_KEY, _TARGET),
    "deadlines": _join(_KEY, _DEADLINE),
}


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
                *_cells(plan.source, _SOURCE),
                *_cells(plan.metadata, _METADATA),
                *_cells(plan.metadata.region, _REGION),
                *(len(getattr(plan, name)) for name in _COUNTED),
            )
        )
        rows["sections"] += ((plan.id, *_cells(section, _SECTION)) for section in plan.sections)
        rows["measures"] += ((plan.id, *_cells(measure, _MEASURE)) for measure in plan.measures)
        rows["responsibilities"] += (
            (plan.id, measure.id, clause.id, *_cells(clause, _CLAUSE), *_cells(unit, _UNIT))
            for measure in plan.measures
            for clause in measure.responsibilities
            for unit in clause.units
        )
        rows["targets"] += ((plan.id, *_cells(target, _TARGET)) for target in plan.targets)
        rows["deadlines"] += ((plan.id, *_cells(deadline, _DEADLINE)) for deadline in plan.deadlines)
    return [Table(name, columns, rows[name]) for name, columns in TABLES.items()]
