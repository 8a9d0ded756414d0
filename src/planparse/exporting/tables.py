"""What a table is, whatever it is written as; and the columns and cells that a record of the model fills."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from operator import attrgetter
from types import NoneType
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from planparse.labels import Language, heading

Cell = str | int | float | bool | date | None
# What a column holds; float stands for whole numbers and others mixed.
Kind = type[str] | type[int] | type[float] | type[bool] | type[date]
# What a cell takes in which people write: one of some words, or a kind of value.
Allowed = Sequence[str] | Kind


@dataclass(frozen=True, slots=True)
class Link:
    """Where the cells of a column lead: each to the words in a column of a table, in the row that `rows` gives for it."""

    table: str
    column: str
    rows: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Layout:
    """What people see of a table where room is scarce."""

    # Each of their columns: its lines, and the columns that stand beside each other in a line. None: the columns as they are.
    columns: Mapping[str, Sequence[Sequence[str]]] | None = None
    # Rows that they are spared unless they ask for all, by the note that counts them.
    spared: Mapping[str, Collection[int]] = field(default_factory=dict)
    # Of these columns those that a terminal too narrow for all does without first; None: the last of all are.
    scarce: Sequence[str] | None = None
    # Only for those who ask for the table by its name.
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """How people fill in a sheet, in which they type nowhere else."""

    # The columns to write in, with what their cells take.
    takes: Mapping[str, Allowed]
    # Those in which, below the rows, what is not there yet is added.
    adds: Sequence[str]
    # Columns with what the program needs when it reads the sheet, and nobody else, and what stands above them.
    hidden: Mapping[str, str]
    # Columns up to here stay where they are when the others are moved.
    leading: str
    # The column whose least values come first in the whole workbook, whatever plan a row is of; empty where rows stay as they come.
    first: str = ""
    # Cells that take something else than their column does, by row and column.
    cells: Mapping[tuple[int, str], Allowed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the kind of each column by its name, and rows with a cell a column. Line breaks part what is several."""

    name: str
    columns: Mapping[str, Kind]
    rows: Sequence[tuple[Cell, ...]]
    links: Mapping[str, Link] = field(default_factory=dict)
    # Columns that a name of its own heads, that of a plan; where a plan has a column, it stands behind those of other names.
    named: Mapping[str, str] = field(default_factory=dict)
    layout: Layout = Layout()
    form: Form | None = None

    def heading_of(self, column: str, language: Language) -> str:
        """What stands above the column for people."""
        if self.form and column in self.form.hidden:
            return self.form.hidden[column]
        return self.named.get(column) or heading(column, language)

    @property
    def leading(self) -> int:
        """How many columns say what a row is about, before those of the plans; 0 where plans have none."""
        return next((at for at, column in enumerate(self.columns) if column in self.named), 0)


def _kind_of(annotation: Any) -> Any:
    """The one type in `int | None`, in `Annotated[…]`, in a Literal or in a tuple of names; of int | float the wider one."""
    choices = [choice for choice in get_args(annotation) if choice not in (NoneType, Ellipsis)]
    if not choices:
        return annotation
    if not all(isinstance(choice, type) or get_args(choice) for choice in choices):
        return str  # a Literal
    kinds = [_kind_of(choice) for choice in choices]
    return float if float in kinds else kinds[0]


class Columns:
    """The columns that a kind of record fills: its fields, those of a record within it behind its name (span_start)."""

    def __init__(self, record: type[Any], *, only: Sequence[str] | None = None, leave: Sequence[str] = ()) -> None:
        """`only` are the fields that are taken, None: all; without those of `leave`."""
        annotations = {
            name: annotation
            for name, annotation in get_type_hints(record).items()
            if (only is None or name in only) and name not in leave and not name.startswith(("model_", "_"))
        }
        self.kinds: dict[str, Kind] = {}
        self._within: list[Columns | None] = []
        for name, annotation in annotations.items():
            kind = _kind_of(annotation)
            is_record = isinstance(kind, type) and (issubclass(kind, BaseModel) or is_dataclass(kind))
            within = Columns(kind) if is_record else None
            own = name.removesuffix("_")  # from_ is from, which Python keeps for itself
            self.kinds |= {f"{name}_{below}": of for below, of in within.kinds.items()} if within else {own: kind}
            self._within.append(within)
        # All fields at once: a plan has some thousand cells.
        self._values = attrgetter(*annotations) if len(annotations) > 1 else lambda one: (getattr(one, *annotations),)

    def cells(self, record: Any) -> tuple[Cell, ...]:
        """What the record holds for each column; None in all of them where there is no record."""
        if record is None:
            return (None,) * len(self.kinds)
        cells: list[Cell] = []
        for value, within in zip(self._values(record), self._within, strict=True):
            if within:
                cells += within.cells(value)
            else:
                cells.append("、".join(value) if isinstance(value, tuple) else value)
        return tuple(cells)
