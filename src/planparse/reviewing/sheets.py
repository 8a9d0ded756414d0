"""The sheets of a workbook in which people check a plan: what stands in their columns, and how a value stands in a cell.

Above the last column of each, which is hidden, stands what its rows are about; below it, in each row, what ties that to its words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from planparse.errors import UnsoundError
from planparse.labels import VALUES, Language, heading, worded
from planparse.messages import Message
from planparse.model import Key, Record, Value
from planparse.reviewing.fields import Taken
from planparse.reviewing.records import CHANGEABLE, Neighbours, ReviewedPlan, Subject, cut
from planparse.text import printable_lines

MARKS: Final = {"accept": ("对", "right"), "remove": ("错", "wrong"), "change": ("改为…", "change to…")}
"""What may stand in the column `check`: the decision, in Chinese and in English."""

FIELDS: Final[dict[Subject, tuple[str, ...]]] = {
    "target": (
        *("indicator", "comparator", "value", "value_max", "unit", "due", "strength", "kind", "direction", "scope", "per"),
        *("frequency", "base", "grade", "implied", "outcome"),
    ),
    "measure": ("title", "kind"),
    "unit": ("canonical", "role", "level", "body", "is_group"),
    "deadline": ("start", "end", "kind", "precision", "months"),
    "metadata": ("content",),  # a field a row
}
"""The columns that people may write in, of each sheet; the text of a measure is too long for them."""

NAMES: Final[dict[Subject, str]] = {
    "target": "check_targets",
    "measure": "check_measures",
    "unit": "check_units",
    "deadline": "check_deadlines",
    "metadata": "check_metadata",
}

ANCHOR: Final = "planparse:"
"""What the heading of the hidden column begins with."""

LONGEST: Final = 32_767
"""Characters that a cell holds. Source: Microsoft, Excel specifications and limits."""

# Where the words of a table would look like a formula, or say nothing by themselves.
_WORDS: Final[dict[str, dict[object, tuple[str, str]]]] = {
    "comparator": {
        "eq": ("等于", "equal to"),
        "ge": ("不低于", "at least"),
        "gt": ("高于", "above"),
        "le": ("不高于", "at most"),
        "lt": ("低于", "below"),
        "approx": ("约", "about"),
        "range": ("区间", "range"),
    },
    "direction": {"increase": ("提高", "increase"), "decrease": ("降低", "decrease")},
}
MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+Z-]{1,30})?")
"""When something was decided: a day, or a day and a time."""

_LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
_YES_NO: Final = "implied"  # a field whose words are those of all that are true or false
_FIRST_YEAR: Final = 1901  # of the days of 1900 each program has a count of its own; before, there are none
_ALIKE: Final = 1e-12  # spreadsheets keep fifteen digits

Cell = str | int | float | bool | date | None


class Row(Record):
    """What a row of a sheet is about, as its hidden cell holds it."""

    plan: ReviewedPlan
    on: Subject
    key: Key = None
    quote: str | None = None
    path: str | None = None
    neighbours: Neighbours | None = None
    field: Annotated[str | None, Field(description="Of the metadata.")] = None
    values: Annotated[dict[str, Value], Field(default_factory=dict, description="What the rules read.")]
    added: Annotated[bool, Field(description="Whether a person has added it.")] = False

    @model_validator(mode="after")
    def _names_its_field(self) -> Self:
        if self.field not in (CHANGEABLE["metadata"] if self.on == "metadata" else (None,)):
            raise ValueError
        return self


def choices(field: str, taken: Taken) -> dict[Value, tuple[str, str]]:
    """The values that a field takes, if they can be listed, in Chinese and in English."""
    if taken["type"] == "boolean":
        return {value: (worded(_YES_NO, value, "zh"), worded(_YES_NO, value, "en")) for value in (True, False)}
    known = _WORDS.get(field) or VALUES.get(field, {})
    return {code: known.get(code, (code, code)) for code in taken.get("choices", ())}


def shown(field: str, value: Value, taken: Taken, language: Language) -> Cell:
    """What stands in the cell for a value of a field."""
    if words := choices(field, taken).get(value):
        return words[language == "en"]
    if isinstance(value, str) and taken["type"] == "date":
        return _day(value)
    if isinstance(value, tuple):
        value = "、".join(value)
    return fitting(value) if isinstance(value, str) else value


def is_shown(cell: Cell, field: str, value: Value, taken: Taken) -> bool:
    """Whether a cell still holds what was written there for a value."""
    return any(_same(cell, shown(field, value, taken, language)) for language in _LANGUAGES)


def meant(field: str, cell: Cell, taken: Taken) -> Value:
    """The value that a cell stands for. Raises UnsoundError where it stands for none that the field takes."""
    if isinstance(cell, str):
        cell = cell.strip()
    if cell is None or cell == "":
        if taken["nullable"] or taken["type"] == "array":
            return None if taken["nullable"] else ()
        raise UnsoundError(Message("cell-empty"))
    listed = choices(field, taken)
    if listed:
        return _chosen(cell, listed)
    match taken["type"]:
        case "date":
            return _date(cell)
        case "number" | "integer":
            return _number(cell, taken)
        case "array":
            return tuple(filter(None, str(cell).split("、")))
    # What only looks like a number in a cell: the code of a region.
    words = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if not re.fullmatch(taken.get("pattern", "(?s:.*)"), words):
        raise UnsoundError(Message("cell-other-form", found=cut(str(cell))))
    return words


def mark_in(cell: Cell) -> str | None:
    """The decision that a cell of the column `check` stands for; None where it is empty. Raises UnsoundError for other words."""
    said = str(cell if cell is not None else "").strip().rstrip("….").lower()
    if not said:
        return None
    for decision, words in MARKS.items():
        if said in {word.rstrip("…") for word in words}:
            return decision
    raise _none_of(cell, MARKS)


def columns_of(heads: Iterable[object]) -> dict[str, int]:
    """Where each column stands, by the headings of a sheet in either language."""
    known = {heading(name, language): name for name in _columns() for language in _LANGUAGES}
    return {known[head]: at for at, head in enumerate(heads) if isinstance(head, str) and head in known}


def fitting(text: str) -> str:
    """The text without what steers, cut with … where a cell cannot hold it."""
    text = printable_lines(text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _columns() -> Iterator[str]:
    yield from ("check", "wording", "path", "plan_title", "checked_by", "checked_at", "note")
    for fields in FIELDS.values():
        yield from fields


def _same(cell: Cell, written: Cell) -> bool:
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, str) or isinstance(written, str):
        return str("" if cell is None else cell) == ("" if written is None else written)
    if isinstance(cell, int | float) and isinstance(written, int | float):
        return isinstance(cell, bool) == isinstance(written, bool) and math.isclose(cell, written, rel_tol=_ALIKE)
    return cell == written


def _chosen(cell: Cell, listed: dict[Value, tuple[str, str]]) -> Value:
    for value, words in listed.items():
        if (isinstance(cell, bool) and cell is value) or str(cell) in {*words, value}:
            return value
    raise _none_of(cell, listed)


def _none_of(cell: Cell, listed: dict[Value, tuple[str, str]] | dict[str, tuple[str, str]]) -> UnsoundError:
    names = ", ".join(f"{chinese} ({english})" for chinese, english in listed.values())
    return UnsoundError(Message("cell-none-of", found=cut(str(cell)), names=names))


def _date(cell: Cell) -> str:
    if isinstance(cell, date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    try:
        return date.fromisoformat(str(cell)).isoformat()
    except ValueError:
        raise UnsoundError(Message("cell-no-date", found=cut(str(cell)))) from None


def _number(cell: Cell, taken: Taken) -> int | float:
    try:
        number = float(cell) if isinstance(cell, str | int | float) and not isinstance(cell, bool) else math.nan
    except (ValueError, OverflowError):
        number = math.nan
    whole = number.is_integer()
    if not math.isfinite(number) or (taken["type"] == "integer" and not whole):
        raise UnsoundError(Message("cell-no-number", found=cut(str(cell))))
    least, most = taken.get("least", number), taken.get("most", number)
    if not least <= number <= most:
        raise UnsoundError(Message("cell-out-of-bounds", found=cut(str(cell)), least=least, most=most))
    return int(number) if whole else number


def _day(words: str) -> date | str:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return words
    return day if day.year >= _FIRST_YEAR else words
