"""What a table is, whatever it is written as; and the columns and cells that a record of the model fills."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from types import NoneType
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from planparse.labels import Language, heading

Cell = str | int | float | bool | date | None
# What a column holds; float stands for whole numbers and others mixed.
Kind = type[str] | type[int] | type[float] | type[bool] | type[date]


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
class Table:
    """A table: the kind of each column by its name, and rows with a cell a column. Line breaks part what is several."""

    name: str
    columns: Mapping[str, Kind]
    rows: Sequence[tuple[Cell, ...]]
    links: Mapping[str, Link] = field(default_factory=dict)
    # Columns that a name of its own heads, that of a plan; where a plan has a column, it stands behind those of other names.
    named: Mapping[str, str] = field(default_factory=dict)
    layout: Layout = Layout()

    def heading_of(self, column: str, language: Language) -> str:
        """What stands above the column for people."""
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


def columns_of(record: type[Any], prefix: str = "", leave: Sequence[str] = ()) -> Iterator[tuple[str, Kind]]:
    """The columns that a record fills: its fields, those of a record within it behind its name (span_start)."""
    for name, annotation in get_type_hints(record).items():
        if name in leave or name.startswith(("model_", "_")):
            continue
        kind = _kind_of(annotation)
        if isinstance(kind, type) and (issubclass(kind, BaseModel) or is_dataclass(kind)):
            yield from columns_of(kind, f"{prefix}{name}_")
        else:
            yield f"{prefix}{name.removesuffix('_')}", kind  # from_ is from, which Python keeps for itself


def cells_of(record: Any, columns: Iterable[str]) -> Iterator[Cell]:
    """What the record holds for each column."""
    for column in columns:
        value, rest = record, column
        while rest and value is not None:
            # The longest name goes first: deadline_id is a field, span_start one of a field.
            name = rest
            while not (hasattr(value, name) or hasattr(value, f"{name}_")):
                name = name.rpartition("_")[0]
            value, rest = (
                getattr(value, name, None) if hasattr(value, name) else getattr(value, f"{name}_"),
                rest[len(name) + 1 :],
            )
        yield "、".join(value) if isinstance(value, tuple) else value
