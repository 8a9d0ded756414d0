"""Results of comparing two versions of a plan. Field names are fixed like those of the model."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from planparse.citing import Citable
from planparse.comparing.distances import Distance, InUnit
from planparse.comparing.results import PlanSummary
from planparse.model import Path, Record, Role, Target

PartKind = Literal["opening", "section", "measure"]
"""opening: all before the first heading; section: a heading with the text that stands right below it."""
PartChange = Literal["kept", "changed", "new", "gone"]
TargetChange = Literal["kept", "tightened", "loosened", "altered", "new", "gone"]
"""altered: another value that is neither harder nor easier to clear."""
Day = Literal["earlier", "later"]
Firmness = Literal["firmer", "softer"]


class Edit(Record):
    """Words that changed, without blanks and line breaks."""

    before: Annotated[str, Field(description="The words right before them, in the new version.")]
    old: Annotated[str, Field(description="The old words; empty if words were only added.")]
    new: Annotated[str, Field(description="The new words; empty if words were only removed.")]


class BodyChange(Record):
    """A body that was added, was removed, or has another role."""

    name: Annotated[str, Field(description="As printed, in the new version if it is there.")]
    canonical: Annotated[str, Field(description="The full official name.")]
    old: Annotated[Role | None, Field(description="Its role in the old version; null if it was not named there.")]
    new: Annotated[Role | None, Field(description="Its role in the new version; null if it is not named there.")]


class TrackedPart(Record):
    """A measure, a heading with its own text, or the opening, in both versions. Its number is not part of it."""

    kind: Annotated[PartKind, Field(description="Kind of the part.")]
    change: Annotated[PartChange, Field(description="What became of its words and bodies, apart from its place and number.")]
    moved: Annotated[bool, Field(description="Whether it moved to another section, or within its section.")]
    old_path: Annotated[Path | None, Field(description="Its place in the old version; null if it is new.")]
    new_path: Annotated[Path | None, Field(description="Its place in the new version; null if it was removed.")]
    title: Annotated[str, Field(description="Its title; the new one if there is one.")]
    old_text: Annotated[str | None, Field(description="Its text if that has changed or was removed; else null.")]
    new_text: Annotated[str | None, Field(description="Its text if that has changed or is new; else null.")]
    edits: Annotated[tuple[Edit, ...], Field(description="The words that changed, including those of clauses, in order.")]
    bodies: Annotated[
        tuple[BodyChange, ...], Field(description="Bodies that were added, were removed or changed their roles.")
    ]
    leads_changed: Annotated[bool, Field(description="Whether the leads have changed.")]


class TrackedTarget(Record):
    """A target in both versions, or in one."""

    old: Annotated[Target | None, Field(description="The complete old target; null if it is new.")]
    new: Annotated[Target | None, Field(description="The complete new target; null if it was removed.")]
    change: Annotated[TargetChange, Field(description="What became of its strictness, apart from time and strength.")]
    distance: Distance
    distance_unit: InUnit
    day: Annotated[
        Day | None, Field(description="Whether it is due earlier or later than before; null if equal or not given.")
    ]
    days: Annotated[int | None, Field(description="Days by which it is later; negative if it is earlier.")]
    firmness: Annotated[
        Firmness | None, Field(description="firmer if 力争 was dropped, softer if it was added; null if equal.")
    ]

    @property
    def is_changed(self) -> bool:
        """Whether anything but its words has changed."""
        return self.change != "kept" or self.day is not None or self.firmness is not None


class FactChange(Record):
    """A fact of the metadata that has changed."""

    field: Annotated[str, Field(description="Name of the fact: title, doc_number, issued_on, status …")]
    old: Annotated[str | None, Field(description="The old value.")]
    new: Annotated[str | None, Field(description="The new value.")]


class Track(Citable):
    """A plan from one version to the next."""

    old: Annotated[PlanSummary, Field(description="The old version.")]
    new: Annotated[PlanSummary, Field(description="The new version.")]
    facts: Annotated[tuple[FactChange, ...], Field(description="Changes of the metadata.")]
    parts: Annotated[
        tuple[TrackedPart, ...], Field(description="In the order of the new version; removed ones at their old place.")
    ]
    targets: Annotated[
        tuple[TrackedTarget, ...], Field(description="In the order of the new version, followed by the removed ones.")
    ]
