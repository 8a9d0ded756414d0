"""The data contract: a `Plan` and everything in it, strict, frozen and checked for consistency.

Lists are flat and joined by ids. Every span is `{start, end}`, half-open code-point offsets into `Plan.text`; every quote
is the slice of its span. Field names are fixed for schema 1.x: a field may be added, none is renamed. A file of an earlier 1.x
therefore loads as the present version, and is written back as that.
"""

# Annotations are no strings here (`from __future__ import annotations`): Pydantic would compile each of them anew at every start.

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Annotated, Any, Final, Literal, Self, TypeVar, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, to_json

from planparse.errors import UnsoundError
from planparse.messages import Message
from planparse.text import Span, printable

SCHEMA_VERSION: Final = "1.1"

SectionKind = Literal["general", "guidance", "principles", "goals", "tasks", "safeguards", "appendix", "other"]
MeasureKind = Literal["task", "safeguard"]
Role = Literal["lead", "support", "responsible"]
BodyLevel = Literal["central", "province", "city", "county", "township", "other"]
ResponsibilityRule = Literal["explicit", "first_is_lead", "joint", "table"]
TargetKind = Literal["level", "count", "share", "rank", "ratio", "grade", "change", "coverage"]
Comparator = Literal["eq", "ge", "gt", "le", "lt", "approx", "range"]
Strength = Literal["firm", "strive", "encourage"]
Direction = Literal["increase", "decrease"]
DeadlineKind = Literal["by", "during", "range", "duration", "recurring"]
Precision = Literal["year", "quarter", "month", "day"]
QuantityRole = Literal[
    "target",
    "deadline",
    "date",
    "parameter",
    "threshold",
    "existing",
    "name",
    "reference",
    "numbering",
    "other",
]
Severity = Literal["info", "warning", "error"]
Status = Literal["draft", "trial", "final"]
ReviewStatus = Literal["accepted", "changed", "added"]
Reviewable = Literal["target", "measure", "unit", "deadline"]

LARGEST: Final = 2**53 - 1
"""The largest integer in a plan: up to here every JSON reader, and every table column, holds it exactly."""
Number = Annotated[int, Field(ge=-LARGEST, le=LARGEST)] | Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Id = Annotated[str, Field(pattern=r"^[a-z]+-?[0-9a-f]+$", description="Unique within the plan, and the same in every run.")]
Path = Annotated[
    str,
    Field(
        description="Printed markers from the top of the outline, joined by `/`: 二、/（一）/1.; before the first, `preamble` or `notice`."
    ),
]
SectionId = Annotated[str | None, Field(description="Id of the section that contains it; null before the first marker.")]
MeasureId = Annotated[str | None, Field(description="Id of the measure that contains it; null outside all measures.")]
Key = Annotated[
    str | None,
    Field(
        pattern=r"^[0-9a-f]{10}$",
        description="Stays the same as long as the words do, whatever changes elsewhere; null if the file does not give it.",
    ),
]

Each = TypeVar("Each")


class _FirstFault:
    """Ends a list at its first fault, as pydantic's FailFast does, which cannot stand in a union."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return cast(CoreSchema, {**handler(source), "fail_fast": True})


# A list as files hold it, where it may have millions of faults, all of which pydantic would keep; `validating` tells the others.
Many = Annotated[tuple[Each, ...], _FirstFault()]


class Record(BaseModel):
    """Base of every object of the contract: exact types, immutable, no unknown field, no NaN."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)

    def model_post_init(self, _: Any) -> None:
        """Share the set of the fields' names with all objects of the kind: one for each takes as much memory as its values."""
        names = _names_of(type(self))
        if len(self.__pydantic_fields_set__) == len(names):
            object.__setattr__(self, "__pydantic_fields_set__", names)


@cache
def _names_of(record: type[Record]) -> set[str]:
    return set(record.model_fields)


def _present(version: Any) -> Any:
    """The present version for an earlier one, which it has only added fields to."""
    return SCHEMA_VERSION if version == "1.0" else version


SchemaVersion = Annotated[
    Literal["1.1"],
    BeforeValidator(_present),
    Field(description="Version of this contract; files of 1.0, which has fewer fields, can be read as well."),
]


class Producer(Record):
    """The program that made the result."""

    name: Annotated[str, Field(min_length=1, description="Name of the program: planparse.")]
    version: Annotated[str, Field(min_length=1, description="Release: 0.2.0.")]
    rules: Annotated[
        str | None,
        Field(
            pattern=r"^[0-9a-f]{16}$",
            description="Digest of the rules and lexicons: equal digests mean equal rules; null if not given.",
        ),
    ]


Value = Number | str | bool | tuple[str, ...] | None
"""The value of a field that a person may change."""

By = Annotated[str | None, Field(description="Who decided.")]
At = Annotated[
    str | None,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.+Z-]{1,30})?$",
        description="When it was decided: a date, or a date and a time.",
    ),
]
Note = Annotated[str | None, Field(description="Any further remark.")]


class ReviewMark(Record):
    """A person's decision about an entry."""

    status: Annotated[
        ReviewStatus, Field(description="accepted as read, changed, or added because the rules did not read it.")
    ]
    was: Annotated[
        dict[str, Value] | None,
        Field(description="What the rules read in the changed fields; null if no field was changed."),
    ] = None
    by: By = None
    at: At = None
    note: Note = None


Reviewed = Annotated[ReviewMark | None, Field(description="A person's decision about it; null if there is none.")]


class Removed(Record):
    """An entry that the rules read and a person removed."""

    on: Annotated[Reviewable, Field(description="Kind of the entry.")]
    key: Key = None
    path: Path
    quote: Annotated[str, Field(description="Its words, as printed.")]
    span: Annotated[Span, Field(description="Span of the words.")]
    by: By = None
    at: At = None
    note: Note = None


class Tally(Record):
    """How many entries of a list have been reviewed."""

    looked_at: Annotated[int, Field(ge=0, description="Entries with a decision: the sum of the next four.")]
    accepted: Annotated[int, Field(ge=0, description="Accepted as read.")]
    changed: Annotated[int, Field(ge=0, description="Changed in at least one field.")]
    added: Annotated[int, Field(ge=0, description="Added by hand.")]
    removed: Annotated[int, Field(ge=0, description="Removed.")]
    open: Annotated[int, Field(ge=0, description="Entries without a decision.")]


class ReviewSummary(Record):
    """How much of a plan has been reviewed."""

    targets: Annotated[Tally, Field(description="Its targets.")]
    measures: Annotated[Tally, Field(description="Its measures.")]
    units: Annotated[Tally, Field(description="The bodies named in its clauses.")]
    deadlines: Annotated[Tally, Field(description="Its deadlines.")]


MadeBy = Annotated[
    Producer | None, Field(description="The program that made it; null if the file does not say, like files of 1.0.")
]


class Region(Record):
    """The territory that a plan applies to."""

    province: Annotated[str | None, Field(description="Full name of the province, 山东省.")] = None
    city: Annotated[str | None, Field(description="Full name of the prefecture-level city, 济宁市.")] = None
    county: Annotated[str | None, Field(description="Full name of the county, district or county-level city.")] = None
    adcode: Annotated[
        str | None,
        Field(pattern=r"^[0-9]{6}$", description="Administrative code (GB/T 2260) of the most specific of the three."),
    ] = None


class Source(Record):
    """The input that a plan was read from."""

    name: Annotated[str | None, Field(description="File name without folders; null for a text without a file.")]
    media_type: Annotated[str, Field(description="Media type, such as text/plain.")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the input's bytes.")]
    encoding: Annotated[str, Field(description="Encoding used to read the bytes.")]
    char_count: Annotated[int, Field(ge=0, description="Number of characters in the canonical text.")]
    page_count: Annotated[
        int | None, Field(ge=1, le=LARGEST, description="Number of pages; null if the input has none.")
    ] = None
    page_starts: Annotated[
        Many[int] | None, Field(description="Offset of each page in the text; null if the input has none.")
    ] = None

    def page_at(self, offset: int) -> int | None:
        """The page that contains an offset, counted from 1; None if the input has no pages."""
        return max(1, bisect_right(self.page_starts, offset)) if self.page_starts else None


class Metadata(Record):
    """Who issued the plan, when, to whom, and what it is called."""

    title: Annotated[str | None, Field(description="The plan's own title, lines joined, without its status.")] = None
    notice_title: Annotated[str | None, Field(description="Title of the covering notice, if there is one.")] = None
    doc_number: Annotated[str | None, Field(description="发文字号 as printed: 亳政办〔2024〕2号.")] = None
    issuer: Annotated[str | None, Field(description="发文机关 as printed or as the title names it.")] = None
    issued_on: Annotated[date | None, Field(description="成文日期.")] = None
    status: Annotated[Status, Field(description="draft (征求意见稿, 草案), trial (试行) or final.")] = "final"
    region: Annotated[Region, Field(description="The territory that the plan applies to.")] = Region()
    recipients: Annotated[Many[str], Field(description="主送机关, one entry per body.")] = ()
    review: Annotated[
        ReviewMark | None, Field(description="A person's decision about these fields; null if there is none.")
    ] = None


Page = Annotated[int | None, Field(ge=1, le=LARGEST, description="Page on which it begins; null if the input has no pages.")]


class Section(Record):
    """A titled node of the outline that is not a measure."""

    id: Id
    path: Path
    marker: Annotated[str, Field(description="The printed marker: 一、.")]
    level: Annotated[int, Field(ge=1, le=LARGEST, description="Depth in the outline; 1 is the top.")]
    heading: Annotated[str, Field(description="The words after the marker, up to the first 。 or the end of the line.")]
    kind: Annotated[SectionKind, Field(description="Purpose of the section; tasks: a heading above task measures.")]
    parent_id: Annotated[str | None, Field(description="Id of the section above; null at the top.")]
    span: Annotated[Span, Field(description="From the marker to the end of everything in it.")]


class ResponsibleUnit(Record):
    """One body that a responsibility clause names."""

    name: Annotated[str, Field(description="As printed: 市卫生健康委.")]
    canonical: Annotated[str, Field(description="The full official name: 济宁市卫生健康委员会.")]
    body: Annotated[str, Field(description="A key that is the same in every city: health_commission.")]
    level: Annotated[BodyLevel, Field(description="Level of government that it belongs to.")]
    role: Annotated[
        Role,
        Field(description="lead: 牵头; support: 配合; responsible: 责任单位, or lead and support are not distinguished."),
    ]
    is_group: Annotated[bool, Field(description="True for a class of bodies: 各县、区人民政府.")]
    span: Annotated[Span, Field(description="Span of the name.")]
    review: Reviewed = None


class Responsibility(Record):
    """A clause that says who is responsible for a measure."""

    id: Id
    key: Key = None
    quote: Annotated[str, Field(description="The clause as printed.")]
    span: Annotated[Span, Field(description="Span of the quote.")]
    rule: Annotated[ResponsibilityRule, Field(description="How the roles were read.")]
    open_ended: Annotated[bool, Field(description="True if the list of bodies ends in 等.")]
    due: Annotated[date | None, Field(description="Last day of the time given in the clause or in its table row.")] = None
    deadline_id: Annotated[str | None, Field(description="Id of the deadline that gives `due`.")] = None
    units: Annotated[Many[ResponsibleUnit], Field(description="The bodies named, in order.")]


class Measure(Record):
    """A leaf item of the outline that says what is to be done."""

    id: Id
    key: Key = None
    path: Path
    marker: Annotated[str, Field(description="The printed marker: 1.; the heading if none is printed.")]
    title: Annotated[str, Field(description="The phrase right after the marker, up to the first 。 or the end of the line.")]
    kind: Annotated[MeasureKind, Field(description="task, or safeguard: a measure that supports the others.")]
    section_id: SectionId
    text: Annotated[str, Field(description="Title and text without the marker and the responsibility clauses.")]
    page: Page = None
    span: Annotated[Span, Field(description="From the marker to the end, clauses included.")]
    responsibilities: Annotated[Many[Responsibility], Field(description="The clauses that say who is responsible.")]
    review: Reviewed = None


class Baseline(Record):
    """The value of an indicator before the plan: 由20%提升至40%, 较2019年下降10%."""

    value: Annotated[Number | None, Field(description="The earlier value; null if only the year is named.")]
    unit: Annotated[str | None, Field(description="Unit of the value as printed; % for every percentage.")]
    year: Annotated[int | None, Field(ge=1900, le=2099, description="The base year.")]


class BaseAmount(Record):
    """The value of a target in base units, so that 2万亿元 and 1亿元 can be compared: 2000000000000 元."""

    value: Annotated[Number, Field(description="The number in a unit without 万 and 亿.")]
    value_max: Annotated[Number | None, Field(description="The upper end of a range, otherwise null.")]
    unit: Annotated[str | None, Field(description="The unit without 万 and 亿.")]


class DueContext(Record):
    """The time that the context of a target gives if its own sentence gives none."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", serialize_by_alias=True)

    date: Annotated[date, Field(description="The last day of that time.")]
    from_: Annotated[
        Literal["paragraph", "heading", "title", "period"],
        Field(
            alias="from",
            description="Source of the time: words of the same paragraph, a heading above, the year or the period in the title.",
        ),
    ]
    span: Annotated[Span, Field(description="Span of the words that give it.")]


class Target(Record):
    """A commitment to bring something countable or measurable to a stated state; one for each value."""

    id: Id
    key: Key = None
    path: Path
    section_id: SectionId
    measure_id: MeasureId
    indicator: Annotated[str, Field(min_length=1, description="The noun phrase that is measured or counted.")]
    indicator_id: Annotated[
        str | None, Field(pattern=r"^[a-z][a-z0-9_]*$", description="Id of its entry in the register of indicators.")
    ] = None
    outcome: Annotated[str | None, Field(description="The verb phrase that says what must become true.")]
    kind: Annotated[
        TargetKind, Field(description="Kind of state; level: the value of an indicator, count: a number of things.")
    ]
    comparator: Annotated[Comparator, Field(description="Relation of the state to the value; eq if no bound is printed.")]
    value: Annotated[Number | None, Field(description="The number; null if the words give none.")]
    value_max: Annotated[Number | None, Field(description="The upper end of a range, otherwise null.")]
    unit: Annotated[str | None, Field(description="Unit of the value as printed; % for every percentage.")]
    base: Annotated[Number | None, Field(description="The first number of a ratio: 1 in 1：0.55.")]
    baseline: Annotated[Baseline | None, Field(description="The earlier value, if the words give one.")] = None
    grade: Annotated[str | None, Field(description="A grade on an official scale that is not a number: 四级乙等.")]
    direction: Annotated[Direction | None, Field(description="Direction of a change.")]
    implied: Annotated[bool, Field(description="True if the value is not printed: 全覆盖 is 100 %.")]
    per: Annotated[str | None, Field(description="The denominator as printed: 每千人口.")]
    frequency: Annotated[str | None, Field(description="How often: 每年, 每2年, 年均.")]
    scope: Annotated[str | None, Field(description="Territory or set printed beside it: 全市.")]
    strength: Annotated[Strength, Field(description="strive: 力争, 争取; encourage: 鼓励, 支持; otherwise firm.")]
    due: Annotated[date | None, Field(description="Last day of the time that applies to it.")]
    deadline_id: Annotated[str | None, Field(description="Id of the deadline that gives `due`.")]
    due_context: Annotated[DueContext | None, Field(description="The time given by the context, if `due` is null.")] = None
    amount: Annotated[
        BaseAmount | None, Field(description="The value in base units; null for shares, ranks, grades and ratios.")
    ] = None
    responsibility_id: Annotated[str | None, Field(description="Id of the clause that applies to the target's sentence.")]
    rule: Annotated[str, Field(description="Name of the pattern that read it.")]
    confidence: Annotated[
        float | None,
        Field(
            ge=0,
            le=1,
            description="Probability that it is a commitment and that everything said of it is right; null if unknown.",
        ),
    ] = None
    doubts: Annotated[
        Many[Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]],
        Field(description="Codes of the doubts about it, the most serious first."),
    ] = ()
    quote: Annotated[str, Field(min_length=1, description="The words that state it.")]
    page: Page = None
    span: Annotated[Span, Field(description="Span of the quote.")]
    review: Reviewed = None

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.value_max is not None and (self.value is None or self.value > self.value_max):
            raise UnsoundError(Message("value-max", most=self.value_max, value=self.value))
        if (self.comparator == "range") != (self.value_max is not None) and self.value is not None:
            raise UnsoundError(Message("range-and-max"))
        if self.unit in PERCENT_SPELLINGS:
            raise UnsoundError(Message("percentage", unit=self.unit))
        return self


PERCENT_SPELLINGS: Final = frozenset(("％", "百分之", "percent", "pct", "百分比"))
"""Spellings that no unit has: % stands for all of them."""


class Deadline(Record):
    """A mention of a time by or during which something is to be done."""

    id: Id
    key: Key = None
    path: Path
    section_id: SectionId
    measure_id: MeasureId
    text: Annotated[str, Field(min_length=1, description="The words of the time, as printed.")]
    kind: Annotated[
        DeadlineKind, Field(description="by a day, during a period, a range of dates, a duration, or recurring.")
    ]
    start: Annotated[date | None, Field(description="First day; null if there is none.")]
    end: Annotated[date | None, Field(description="Last day; null if there is none.")]
    months: Annotated[
        int | None, Field(ge=0, le=LARGEST, description="Length in months of a duration or of a recurring period.")
    ]
    precision: Annotated[Precision | None, Field(description="How precisely the words give the time.")]
    rule: Annotated[str, Field(description="Name of the pattern that read it.")]
    span: Annotated[Span, Field(description="Span of the text.")]
    review: Reviewed = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise UnsoundError(Message("start-after-end", start=self.start, end=self.end))
        return self


class Reference(Record):
    """A document that the plan cites in 《》."""

    id: Id
    path: Path
    title: Annotated[str, Field(description="The words between 《 and 》.")]
    doc_number: Annotated[str | None, Field(description="The 发文字号 printed after it.")]
    issuer: Annotated[str | None, Field(description="The body printed before it, or the one its title begins with.")]
    span: Annotated[Span, Field(description="From 《 to 》.")]


class Quantity(Record):
    """A number in the text, whether a target or not."""

    text: Annotated[str, Field(min_length=1, description="The number with its unit, as printed.")]
    span: Annotated[Span, Field(description="Span of the text.")]
    role: Annotated[QuantityRole, Field(description="Role of the number in the plan.")]
    ref: Annotated[str | None, Field(description="Id of the target or deadline that it became.")]


class Diagnostic(Record):
    """Something that a careful reader should check."""

    code: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$", description="The same code for the same kind of problem.")]
    severity: Annotated[Severity, Field(description="How wrong the reading may be.")]
    message: Annotated[str, Field(description="One line for people, in English.")]
    message_zh: Annotated[str | None, Field(description="The same in Chinese; null in a file of 1.0.")] = None
    span: Annotated[Span, Field(description="Where to look.")]


# The field whose words the span of a list's members must slice to.
_QUOTED = {"responsibilities": "quote", "units": "name", "targets": "quote", "deadlines": "text", "quantities": "text"}
# The field whose words stand somewhere in the span.
_HELD = {"sections": "heading", "measures": "title", "removed": "quote"}
# The lists whose members are due on the last day of a deadline.
_DUE = frozenset(("targets", "responsibilities"))
# The lists whose members have no id.
_UNNUMBERED = frozenset(("units", "quantities", "diagnostics", "removed"))
# A list of things that have a span, with the path before its name, and the name.
_Listed = tuple[str, str, Sequence[Any]]


class Plan(Record):
    """A plan as read. All lists are in document order; all spans are offsets into `text`."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    id: Annotated[Id, Field(description="The same id for the same bytes.")]
    producer: MadeBy = None
    source: Annotated[Source, Field(description="The input that it was read from.")]
    metadata: Annotated[Metadata, Field(description="Who issued it, when, to whom, under what name.")]
    sections: Annotated[Many[Section], Field(description="The outline without its measures.")]
    measures: Annotated[Many[Measure], Field(description="What is to be done.")]
    targets: Annotated[Many[Target], Field(description="What is to be reached.")]
    deadlines: Annotated[
        Many[Deadline], Field(description="Every mention of a time by or during which something is to be done.")
    ]
    references: Annotated[Many[Reference], Field(description="Every document cited in 《》.")]
    quantities: Annotated[Many[Quantity], Field(description="Every number in the text.")]
    diagnostics: Annotated[Many[Diagnostic], Field(description="What a careful reader should check.")]
    removed: Annotated[Many[Removed], Field(description="Entries that the rules read and a person removed.")] = ()
    reviewed: Annotated[ReviewSummary | None, Field(description="How much people have reviewed; null if nobody has.")] = None
    seal: Annotated[
        str | None,
        Field(
            pattern=r"^[0-9a-f]{16}$",
            description="Digest of everything that was read, as planparse wrote it: if it does not match, somebody has edited the file; "
            "null if the file does not give it. It leaves out the source and the program.",
        ),
    ] = None
    text: Annotated[str, Field(description="The canonical text, which all offsets refer to.")]

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if problems := list(self.problems()):
            raise UnsoundError(*problems)
        return self

    def sealed(self) -> Self:
        """The same plan with a matching seal."""
        return self.model_copy(update={"seal": self._digest()})

    @property
    def is_edited(self) -> bool:
        """Whether somebody has edited it since planparse wrote it; a plan without a seal counts as edited, since that is unknown."""
        return self.seal != self._digest()

    def _digest(self) -> str:
        return sha256(to_json(self, exclude={"seal", "id", "producer", "source"})).hexdigest()[:16]

    def problems(self) -> Iterator[Message]:
        """Inconsistencies between the parts: ids, order, spans and quotes, each as a message that begins with a path."""
        lists = [*self._lists()]
        yield from _repeated_ids(lists)
        yield from self._join_problems(lists)
        yield from _disorder(lists)
        yield from self._span_problems(lists)
        yield from self._due_problems(lists)

    def _join_problems(self, lists: Sequence[_Listed]) -> Iterator[Message]:
        sections = {section.id for section in self.sections}
        measures = {measure.id for measure in self.measures}
        clauses = {clause.id for measure in self.measures for clause in measure.responsibilities}
        deadlines = {deadline.id for deadline in self.deadlines}
        targets = {target.id for target in self.targets}
        yield from _dangling("sections", self.sections, "parent_id", "no-section", sections)
        yield from _dangling("measures", self.measures, "section_id", "no-section", sections)
        placed: dict[str, tuple[Target | Deadline, ...]] = {"targets": self.targets, "deadlines": self.deadlines}
        for name, items in placed.items():
            yield from _dangling(name, items, "section_id", "no-section", sections)
            yield from _dangling(name, items, "measure_id", "no-measure", measures)
        yield from _dangling("targets", self.targets, "deadline_id", "no-deadline", deadlines)
        for location, name, clauses_ in lists:
            if name == "responsibilities":
                yield from _dangling(f"{location}{name}", clauses_, "deadline_id", "no-deadline", deadlines)
        yield from _dangling("targets", self.targets, "responsibility_id", "no-responsibility", clauses)
        yield from _dangling("quantities", self.quantities, "ref", "no-target-or-deadline", targets | deadlines)
        seen: set[str] = set()
        for at, section in enumerate(self.sections):
            if section.parent_id in sections and section.parent_id not in seen:
                yield _at(f"sections[{at}].parent_id", Message("parent-behind", id=section.parent_id))
            seen.add(section.id)
        starts: dict[str | None, int] = {section.id: section.span.start for section in self.sections}
        for at, measure in enumerate(self.measures):
            if measure.span.start < starts.get(measure.section_id, 0):
                yield _at(f"measures[{at}].section_id", Message("parent-behind", id=measure.section_id))

    def _due_problems(self, lists: Sequence[_Listed]) -> Iterator[Message]:
        ends = {deadline.id: deadline.end for deadline in self.deadlines if isinstance(deadline, Deadline)}
        for location, name, items in lists:
            for at, item in enumerate(items if name in _DUE else ()):
                if (id_ := item.deadline_id) in ends and item.due != ends[id_]:
                    what = Message("other-due", said=item.due or "null", id=id_, end=ends[id_] or "null")
                    yield _at(f"{location}{name}[{at}].due", what)
        for at, target in enumerate(self.targets):
            if (context := target.due_context) and not context.span.start <= context.span.end <= len(self.text):
                what = Message("span-outside", start=context.span.start, end=context.span.end, length=len(self.text))
                yield _at(f"targets[{at}].due_context.span", what)

    def _span_problems(self, lists: Sequence[_Listed]) -> Iterator[Message]:
        text, length = self.text, len(self.text)
        if self.source.char_count != length:
            yield _at("source.char_count", Message("char-count", said=self.source.char_count, length=length))
        pages = self.source.page_starts
        if pages and (list(pages) != sorted(pages) or pages[0] < 0 or pages[-1] > length):
            yield _at("source.page_starts", Message("page-starts"))
        paged: dict[str, tuple[Measure | Target, ...]] = {"measures": self.measures, "targets": self.targets}
        for list_, listed in paged.items() if pages else ():
            for at, one in enumerate(listed):
                if one.page is not None and one.page != (page := self.source.page_at(one.span.start)):
                    yield _at(f"{list_}[{at}].page", Message("other-page", said=one.page, page=page or "null"))
        for location, name, items in lists:
            field, held = _QUOTED.get(name), _HELD.get(name)
            for at, item in enumerate(items):
                span = item.span
                start, end = span.start, span.end
                if not start <= end <= length:
                    what = Message("span-outside", start=start, end=end, length=length)
                    yield _at(f"{location}{name}[{at}].span", what)
                elif field and (printed := text[start:end]) != (words := getattr(item, field)):
                    what = Message("other-words", start=start, end=end, printed=repr(printed[:40]), words=repr(words[:40]))
                    yield _at(f"{location}{name}[{at}].{field}", what)
                elif held and text.find(words := getattr(item, held), start, end) < 0:
                    what = Message("not-held", start=start, end=end, words=repr(words[:40]))
                    yield _at(f"{location}{name}[{at}].{held}", what)
                elif name == "references" and (printed := text[start + 1 : end - 1]) != item.title:
                    what = Message(
                        "other-words", start=start, end=end, printed=repr(printed[:40]), words=repr(item.title[:40])
                    )
                    yield _at(f"{location}{name}[{at}].title", what)

    def _lists(self) -> Iterator[_Listed]:
        yield "", "sections", self.sections
        yield "", "measures", self.measures
        for i, measure in enumerate(self.measures):
            if measure.responsibilities:
                yield f"measures[{i}].", "responsibilities", measure.responsibilities
                for j, clause in enumerate(measure.responsibilities):
                    yield f"measures[{i}].responsibilities[{j}].", "units", clause.units
        yield "", "targets", self.targets
        yield "", "deadlines", self.deadlines
        yield "", "references", self.references
        yield "", "quantities", self.quantities
        yield "", "diagnostics", self.diagnostics
        yield "", "removed", self.removed


def _at(path: str, what: Message) -> Message:
    return Message("at", where=path, what=what)


def _dangling(name: str, items: Sequence[Any], field: str, problem: str, ids: set[str]) -> Iterator[Message]:
    """Fields that name an id which nothing of that kind has."""
    for at, item in enumerate(items):
        if (id_ := getattr(item, field)) is not None and id_ not in ids:
            yield _at(f"{name}[{at}].{field}", Message(problem, id=printable(id_[:40])))


def _disorder(lists: Sequence[_Listed]) -> Iterator[Message]:
    """Lists of the plan that are not in document order."""
    for location, name, items in lists:
        last = 0
        for at, item in enumerate(items if not location else ()):
            if item.span.start < last:
                yield _at(f"{name}[{at}].span", Message("disorder", before=f"{name}[{at - 1}]"))
            last = item.span.start


def _repeated_ids(lists: Sequence[_Listed]) -> Iterator[Message]:
    """Ids that occur more than once."""
    ids = [item.id for _, name, items in lists if name not in _UNNUMBERED for item in items]
    if len(set(ids)) == len(ids):
        return
    seen: set[str] = set()
    for location, name, items in lists:
        if name not in _UNNUMBERED:
            for at, item in enumerate(items):
                if item.id in seen:
                    yield _at(f"{location}{name}[{at}].id", Message("id-twice", id=item.id))
                seen.add(item.id)
