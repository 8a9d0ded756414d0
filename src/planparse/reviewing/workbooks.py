"""A workbook in which people have checked plans is read: its rows become the decisions of a review file.

What a row says and nobody can understand is told, with its sheet and cell; the other rows hold.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import partial
from io import BytesIO
from typing import Any, Final, NamedTuple, cast

from pydantic import ValidationError

from planparse.errors import InputError, InvalidReviewError, UnsoundError
from planparse.messages import Message
from planparse.model import Plan, Value
from planparse.readers.archives import open_archive
from planparse.reviewing.fields import Taken, form_of
from planparse.reviewing.records import Decision, Review, ReviewedPlan, Subject, cut, why
from planparse.reviewing.sheets import ANCHOR, FIELDS, MOMENT, Cell, Row, columns_of, is_shown, mark_in, meant

_MOST_COLUMNS: Final = 64  # a sheet to check has fewer
_MOST_FAULTS: Final = 100  # that are told one by one
_ZIP: Final = b"PK\x03\x04"


class Checked(NamedTuple):
    """What a workbook says of a plan, and what of it cannot be understood."""

    review: Review
    faults: list[Message]
    remarks: list[Message]


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of a workbook and not of a review file."""
    return data.startswith(_ZIP)


def checked_in(data: bytes, where: str, plan: Plan) -> Checked:
    """The decisions on a plan in the bytes of a workbook; `where` is what messages call it.

    Raises InputError where it cannot be read, and InvalidReviewError where it has no sheet to check, or none of this plan.
    """
    said = [*_said_in(data, where)]
    plans = {one.plan for one in said if one.plan}
    ours = _ours(plans, plan, where)
    decisions: list[Decision] = []
    faults: list[Message] = []
    others = 0
    for one in said:
        if one.added:
            one.find(plans)
        if one.plan in {None, ours}:
            decisions += one.decisions
            faults += one.faults
        else:
            others += bool(one.decisions or one.faults)
    if len(faults) > _MOST_FAULTS:
        faults = [*faults[:_MOST_FAULTS], Message("more-cells", count=len(faults) - _MOST_FAULTS)]
    review = Review(plan=ours or ReviewedPlan(), decisions=tuple(decisions))
    return Checked(review, faults, [Message("rows-of-others", count=others)] if others else [])


def _ours(plans: set[ReviewedPlan], plan: Plan, where: str) -> ReviewedPlan | None:
    """The one of a workbook's plans that is this one: made from the same bytes, alone there, or of the same title and number."""
    same = {one for one in plans if one.source_sha256 == plan.source.sha256}
    if not same and len(plans) > 1:
        named = (plan.metadata.title, plan.metadata.doc_number)
        same = {one for one in plans if (one.title, one.doc_number) == named}
        if len(same) != 1:
            raise InvalidReviewError(where, [Message("not-this-plan", count=len(plans))])
    return next(iter(same or plans), None)


@dataclass
class _Said:
    """What a row says."""

    plan: ReviewedPlan | None = None  # None where nobody can say
    decisions: Sequence[Decision] = ()
    faults: Sequence[Message] = ()
    added: _Cells | None = None  # the row, where somebody has added it
    title: str | None = None  # of its plan

    def find(self, plans: set[ReviewedPlan]) -> None:
        """Find the plan of a row that somebody has added: it names it, or there is but one."""
        named = {plan for plan in plans if plan.title == self.title} if self.title else plans
        if len(named) == 1:
            [self.plan] = named
        elif plans and self.added:
            self.decisions, self.faults = (), [self.added.at("plan_title", Message("row-of-which-plan"))]


def _said_in(data: bytes, where: str) -> Iterator[_Said]:
    """What the rows of all sheets to check say, less those that say nothing."""
    found = False
    for sheet in _opened(data, where).worksheets:
        rows = _rows(sheet, where)
        heads = next(rows, ())
        anchor = next((at for at, cell in enumerate(heads) if str(_value(cell)).startswith(ANCHOR)), None)
        on = None if anchor is None else str(_value(heads[anchor])).removeprefix(ANCHOR)
        if anchor is None or on not in FIELDS:
            continue
        found = True
        columns = {**columns_of(map(_value, heads)), "anchor": anchor}
        for number, cells in enumerate(rows, 2):
            row = _Cells(sheet.title, number, cells[: anchor + 1], columns, on)
            if not row.is_empty():
                yield row.said()
    if not found:
        raise InvalidReviewError(where, [Message("no-sheet-to-check")])


def _opened(data: bytes, where: str) -> Any:
    """The workbook. Raises InputError where there is none, or the library is not installed."""
    try:
        import openpyxl  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise InputError("needs-library", where, what="xlsx", library="openpyxl") from error
    try:
        open_archive(data).close()  # which measures what is in it before any of it is inflated
        with warnings.catch_warnings(action="ignore"):  # of what is not read
            return openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
    except InputError as error:
        raise error.at(where) from error
    except Exception as error:  # the library names none, and lets those of all that it uses through
        raise InputError("damaged", where) from error


def _rows(sheet: Any, where: str) -> Iterator[Sequence[Any]]:
    """The rows of a sheet from its first, whatever it says of its size. Raises InputError where it is damaged."""
    try:
        sheet.reset_dimensions()
        yield from sheet.iter_rows(max_col=_MOST_COLUMNS)
    except Exception as error:  # as above
        raise InputError("damaged", where) from error


@dataclass
class _Cells:
    """A row of a sheet to check, and what in it cannot be understood."""

    sheet: str
    number: int
    cells: Sequence[Any]
    columns: Mapping[str, int]
    on: Subject  # what its sheet is about
    faults: list[Message] = field(default_factory=list)

    def is_empty(self) -> bool:
        """Whether nobody has written in it."""
        return all(cell.value in {None, ""} for cell in self.cells)

    def said(self) -> _Said:
        """What the row says."""
        try:
            anchor = self._take("anchor", _words)
            return self._checked(Row.model_validate_json(anchor)) if anchor else self._added()
        except ValidationError:
            return _Said(faults=[self.at("anchor", Message("anchor-broken"))])

    def _checked(self, row: Row) -> _Said:
        """What is said of an entry that was read, or added before."""
        mark = self._take("check", mark_in)
        changes = self._changes(row)
        who = self._who()
        if not row.added:
            if mark in {"accept", "remove"}:
                self._fault(changes, "checked-and-changed")
            elif mark == "change" and not changes:
                self._fault(["check"], "nothing-changed")
            elif mark is None and not changes and "note" in who:
                self._fault(["note"], "note-alone")
        decisions: list[Decision] = []
        if not self.faults and (mark or changes):
            try:
                decisions = [*_decisions(row, mark, changes, who)]
            except ValidationError as error:
                self.faults.append(self.at("check", why(error)))
        return _Said(row.plan, decisions, self.faults)

    def _changes(self, row: Row) -> dict[str, Value]:
        """What was written for fields, where it is not what was read there."""
        changes: dict[str, Value] = {}
        for column in FIELDS[row.on]:
            if column in self.columns:
                name = row.field or column
                read = row.values.get(name)
                now = self._take(column, partial(_now, name, form_of(row.on)[name], read))
                if now != read or isinstance(now, bool) != isinstance(read, bool):
                    changes[column] = now
        return changes

    def _added(self) -> _Said:
        """What somebody says of an entry that was not read."""
        mark = self._take("check", mark_in)
        quote, path, title = (self._take(column, _words) for column in ("wording", "path", "plan_title"))
        if self.on == "metadata":
            self._fault(["field"], "not-to-be-added")
            return _Said(faults=self.faults)
        values = {name: self._take(name, partial(_now, name, form_of(self.on)[name], None)) for name in FIELDS[self.on]}
        who = self._who()
        if quote is None:
            self._fault(["wording"], "words-missing")
        if mark == "remove":
            self._fault(["check"], "added-and-wrong")
        decisions: list[Decision] = []
        if not self.faults:
            said = {name: value for name, value in values.items() if value is not None}
            try:
                decisions = [Decision(on=self.on, quote=quote, path=path, do="add", values=said, **who)]
            except ValidationError as error:
                self.faults.append(self.at("wording", why(error)))
        return _Said(None, decisions, self.faults, self, title)

    def _who(self) -> dict[str, Any]:
        """Who decided, when, and what else there is to say."""
        said = {
            "by": self._take("checked_by", _words),
            "at": self._take("checked_at", _moment),
            "note": self._take("note", _words),
        }
        return {name: value for name, value in said.items() if value is not None}

    def _take(self, column: str, meaning: Callable[[Cell], Any]) -> Any:
        """What a cell stands for; None where there is none, and where it stands for nothing, which is told then."""
        at = self.columns.get(column, len(self.cells))
        cell = self.cells[at] if at < len(self.cells) else None
        value = None if cell is None else _value(cell)
        try:
            return meaning(_plain(cell, value))
        except UnsoundError as error:
            self.faults += (self.at(column, problem) for problem in error.problems)
            return None

    def _fault(self, columns: Iterable[str], message: str) -> None:
        self.faults += (self.at(column, Message(message)) for column in columns)

    def at(self, column: str, what: Message) -> Message:
        """What is to be said of a cell."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - an extra

        cell = f"{get_column_letter(self.columns.get(column, 0) + 1)}{self.number}"
        return Message("in-cell", sheet=cut(self.sheet), cell=cell, what=what)


def _decisions(row: Row, mark: str | None, changes: Mapping[str, Value], who: Mapping[str, Any]) -> Iterator[Decision]:
    """The decisions of a row on what was read, or added before."""
    about: dict[str, Any] = row.model_dump(include={"on", "key", "quote", "path", "field"}, exclude_none=True)
    about |= {"neighbours": row.neighbours} if row.neighbours else {}
    about |= who
    values: dict[str, Any] = {} if row.on == "metadata" else {"values": row.values}
    if mark == "remove":
        yield Decision(**about, do="remove")
    elif row.added:
        held: dict[str, Value] = {name: value for name, value in {**row.values, **changes}.items() if value is not None}
        yield Decision(**about, do="add", values=held)
    elif changes:
        for column, now in changes.items():
            name = row.field or column
            yield Decision(**{**about, "field": name}, do="change", was=row.values.get(name), now=now, **values)
    else:
        yield Decision(**about, do="accept", **values)


def _now(name: str, taken: Taken, read: Value, cell: Cell) -> Value:
    """The value of a field, by its cell. Raises UnsoundError where it stands for none."""
    return read if is_shown(cell, name, read, taken) else meant(name, cell, taken)


def _value(cell: Any) -> Any:
    from openpyxl.utils.escape import unescape  # noqa: PLC0415 - an extra

    return unescape(cell.value) if isinstance(cell.value, str) else cell.value


def _plain(cell: Any, value: Any) -> Cell:
    """The value. Raises UnsoundError where it is a formula, or what one has failed with."""
    if cell is not None and cell.data_type in {"f", "e"}:
        raise UnsoundError(Message("cell-formula", found=cut(str(value))))
    return cast(Cell, value)


def _words(cell: Cell) -> str | None:
    return None if cell is None else str(cell).strip() or None


def _moment(cell: Cell) -> str | None:
    """When something was decided, as a review file has it. Raises UnsoundError where that is no day."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    words = _words(cell)
    if words and not MOMENT.fullmatch(words):
        raise UnsoundError(Message("cell-no-date", found=cut(words)))
    return words
