"""The gold file: what a careful reader finds in a plan, in YAML. `tests/gold` of the project holds examples.

Its words are quoted from the plan, white space left out; its paths are those of the plan's outline. A list that is left
out counts as empty, unless `annotated` names the lists that were looked for. Fields are null or left out where the plan says nothing.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict

from planparse.errors import InvalidGoldError
from planparse.model import (
    Comparator,
    DeadlineKind,
    Direction,
    Many,
    MeasureKind,
    Region,
    Role,
    SectionKind,
    Status,
    Strength,
    TargetKind,
)
from planparse.readers.inputs import Input, label, read_bytes
from planparse.validating import record_in


class GoldRecord(BaseModel):
    """What every object of a gold file shares: exact types, no field that nothing would read, no NaN."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


Number = int | float  # as large as a reader finds it
Words = str | tuple[str | None, ...] | None  # several where each of them is right


class GoldMetadata(GoldRecord):
    """Scored field by field: those that are there, if only with null. A list holds readings that are all right."""

    title: Words = None
    notice_title: Words = None
    doc_number: Words = None
    issuer: Words = None
    issued_on: date | tuple[date | None, ...] | None = None
    status: Status | tuple[Status | None, ...] | None = None
    region: Region | None = None
    recipients: Many[str] | None = None  # not scored


class GoldSection(GoldRecord):
    """A titled node of the outline that is not a measure."""

    path: str
    heading: str
    kind: SectionKind


class GoldUnit(GoldRecord):
    """A body that a measure's responsibility clauses name."""

    name: str
    role: Role


class GoldMeasure(GoldRecord):
    """A leaf of the outline that says what is to be done; its units are those of all its clauses, each once."""

    path: str
    title: str
    kind: MeasureKind
    units: Many[GoldUnit] | None = ()
    open_ended: bool | None = None  # not scored


class Baseline(GoldRecord):
    """Where a target that says from and to comes from; not scored."""

    value: Number | None = None
    unit: str | None = None
    year: int | None = None


class GoldTarget(GoldRecord):
    """A commitment to a countable or measurable state; optional where a reader could leave it out."""

    at: str
    quote: str
    indicator: str
    outcome: str | None = None
    kind: TargetKind
    comparator: Comparator | None = None  # eq
    value: Number | None = None
    value_max: Number | None = None
    unit: str | None = None
    base: Number | None = None
    baseline: Baseline | None = None
    grade: str | None = None
    direction: Direction | None = None
    implied: bool | None = None
    per: str | None = None
    frequency: str | None = None
    scope: str | None = None
    strength: Strength | None = None  # firm
    deadline: date | None = None
    optional: bool | None = None


class GoldDeadline(GoldRecord):
    """A mention of a time; scored where it has an end."""

    at: str | None = None
    text: str
    kind: DeadlineKind | None = None
    start: date | None = None
    end: date | None = None
    months: int | None = None
    optional: bool | None = None


class GoldReference(GoldRecord):
    """A document cited in 《》, once a mention."""

    at: str | None = None
    title: str


GoldList = Literal["sections", "measures", "targets", "deadlines", "references"]


class Gold(GoldRecord):
    """All that a careful reader finds in one plan; of some lists alone where `annotated` names them."""

    metadata: GoldMetadata = GoldMetadata()
    sections: Many[GoldSection] = ()
    measures: Many[GoldMeasure] = ()
    targets: Many[GoldTarget] = ()
    deadlines: Many[GoldDeadline] = ()
    references: Many[GoldReference] = ()
    annotated: Many[GoldList] | None = None

    def holds(self, name: GoldList) -> bool:
        """Whether a list was annotated, so that what is found can be held against it."""
        return self.annotated is None or name in self.annotated

    def digest(self) -> str:
        """The same for gold that says the same, however its file is laid out."""
        return sha256(self.model_dump_json(exclude_unset=True).encode()).hexdigest()


def read_gold(source: Input) -> Gold:
    """Read a gold file.

    Raises InputError for an input that cannot be read, and InvalidGoldError, with all faults, for one that does not hold.
    """
    return record_in(read_bytes(source), label(source), Gold, "a-gold-file", InvalidGoldError)
