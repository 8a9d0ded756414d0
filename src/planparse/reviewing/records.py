"""The review file: a list of decisions, each tied to words, not to ids or offsets."""

from __future__ import annotations

import json
from typing import Annotated, Final, Literal, NamedTuple, Self

from pydantic import Field, ValidationError, model_validator

from planparse.errors import UnsoundError
from planparse.messages import Message
from planparse.model import At, By, Key, Many, Metadata, Note, Record, Region, Reviewable, Value
from planparse.text import printable

_SHOWN: Final = 60  # characters of words that are told

Subject = Reviewable | Literal["metadata"]

CHANGEABLE: Final[dict[str, tuple[str, ...]]] = {
    "target": (
        *("indicator", "outcome", "kind", "comparator", "value", "value_max", "unit", "base", "grade", "direction"),
        *("implied", "per", "frequency", "scope", "strength", "due"),
    ),
    "measure": ("title", "kind", "text"),
    "unit": ("canonical", "body", "level", "role", "is_group"),
    "deadline": ("kind", "start", "end", "months", "precision"),
    "metadata": (
        *(name for name in Metadata.model_fields if name not in {"region", "review"}),
        *(f"region.{name}" for name in Region.model_fields),
    ),
}
"""The fields that a person may change, of each kind of entry: what else it holds follows from its words and its place."""


class ReviewedPlan(Record):
    """The plan that was reviewed, for information: decisions are applied to any plan that they are given with."""

    title: Annotated[str | None, Field(description="Its title.")] = None
    doc_number: Annotated[str | None, Field(description="Its 发文字号.")] = None
    source_sha256: Annotated[
        str | None, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the bytes that it was read from.")
    ] = None


class Neighbours(Record):
    """The words around those that a decision is about, to distinguish equal words."""

    before: Annotated[str, Field(description="The words before.")] = ""
    after: Annotated[str, Field(description="The words after.")] = ""


class Anchor(NamedTuple):
    """What ties a decision to an entry; decisions with the same one are about the same entry."""

    on: Subject
    key: str | None
    quote: str
    path: str | None
    before: str
    after: str


class Decision(Record):
    """A person's decision about an entry, or about a field of the metadata."""

    on: Annotated[Subject, Field(description="Kind of the entry.")]
    key: Annotated[Key, Field(description="The key of the entry; for a unit, that of its clause.")] = None
    quote: Annotated[
        str | None,
        Field(
            min_length=1,
            description="The words of the entry: the quote of a target, the title of a measure, the name of a unit, the text of a "
            "deadline; none for metadata.",
        ),
    ] = None
    path: Annotated[str | None, Field(description="The path of the entry; for a unit, that of its measure.")] = None
    neighbours: Annotated[Neighbours | None, Field(description="The words around it.")] = None
    do: Annotated[Literal["accept", "change", "add", "remove"], Field(description="The decision.")]
    field: Annotated[str | None, Field(description="The changed field; for metadata also an accepted one.")] = None
    was: Annotated[Value, Field(description="What the rules read there at the time of the decision.")] = None
    now: Annotated[Value, Field(description="The value from now on.")] = None
    values: Annotated[
        dict[str, Value] | None,
        Field(
            description="The fields of an added entry; for an accepted or changed entry those that were read, so that it can be restored "
            "if later rules do not read it."
        ),
    ] = None
    by: By = None
    at: At = None
    note: Note = None

    @model_validator(mode="after")
    def _holds(self) -> Self:
        fields = CHANGEABLE[self.on]
        named = filter(None, (self.field, *(self.values or ())))
        strange = [name for name in named if name not in fields]
        faults = [
            *self._lacking(),
            *(Message("not-changeable", name=printable(name[:40]), on=self.on, names=", ".join(fields)) for name in strange),
        ]
        if faults:
            raise UnsoundError(*faults)
        return self

    def _lacking(self) -> list[Message]:
        needed = {"change": ("field", "now"), "add": ("values",)}.get(self.do, ())
        if self.on == "metadata":
            if self.do not in {"accept", "change"}:
                return [Message("not-of-metadata", do=self.do)]
            needed = (*needed, "field")
        else:
            needed = (*needed, "quote")
        return [Message("decision-needs", name=name, do=self.do) for name in dict.fromkeys(needed) if name not in self._said]

    @property
    def _said(self) -> set[str]:
        return {name for name in self.model_fields_set if name == "now" or getattr(self, name) is not None}

    @property
    def says_was(self) -> bool:
        """Whether it says what the rules read: null may be that as well."""
        return "was" in self.model_fields_set

    @property
    def anchor(self) -> Anchor:
        """What ties it to its entry."""
        around = self.neighbours or Neighbours()
        return Anchor(self.on, self.key, self.quote or "", self.path, around.before, around.after)


class Review(Record):
    """All decisions about a plan."""

    plan: Annotated[ReviewedPlan, Field(description="The plan that it is about.")] = ReviewedPlan()
    decisions: Annotated[
        Many[Decision], Field(description="The decisions; if two are about the same, the later one counts.")
    ]


def cut(words: str) -> str:
    """Words as they are told: on one line, and not longer than that."""
    shown = printable(words)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def why(error: ValidationError | UnsoundError) -> Message:
    """The first thing that does not hold."""
    if isinstance(error, UnsoundError):
        return error.problems[0]
    first = error.errors(include_url=False)[0]
    if first["type"] == "value_error" and isinstance(own := first["ctx"]["error"], UnsoundError):
        return own.problems[0]
    where = ".".join(map(str, first["loc"]))
    return Message("does-not-hold", field=where, found=cut(json.dumps(first["input"], ensure_ascii=False, default=str)))
