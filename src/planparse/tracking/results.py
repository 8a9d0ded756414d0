"""What tracking a plan from one version to the next finds. Field names are fixed as those of the model are."""

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
    old: Annotated[str, Field(description="The old words; empty where some were put in.")]
    new: Annotated[str, Field(description="The new words; empty where some were taken out.")]


class BodyChange(Record):
    """A body that has come, has gone, or has another role."""

    name: Annotated[str, Field(description="As printed, in the new version where it stands there.")]
    canonical: Annotated[str, Field(description="The full official name.")]
    old: Annotated[Role | None, Field(description="Its role in the old version; null where it was not named.")]
    new: Annotated[Role | None, Field(description="Its role in the new version; null where it is not named.")]


class TrackedPart(Record):
    """A measure, a heading with its own text, or the opening, in both versions. Its number alone is no part of it."""

    kind: Annotated[PartKind, Field(description="What it is.")]
    change: Annotated[PartChange, Field(description="What has become of its words and bodies, its place and number aside.")]
    moved: Annotated[
        bool, Field(description="Whether it stands in another section, or elsewhere among those that stayed in it.")
    ]
    old_path: Annotated[Path | None, Field(description="Where it stood; null where it is new.")]
    new_path: Annotated[Path | None, Field(description="Where it stands; null where it is gone.")]
    title: Annotated[str, Field(description="Its title, the new one where there is one.")]
    old_text: Annotated[str | None, Field(description="Its text where that has changed or is gone; else null.")]
    new_text: Annotated[str | None, Field(description="Its text where that has changed or is new; else null.")]
    edits: Annotated[
        tuple[Edit, ...], Field(description="The words that changed, those of clauses included, in their order.")
    ]
    bodies: Annotated[tuple[BodyChange, ...], Field(description="Bodies that came, went or changed their roles.")]
    leads_changed: Annotated[bool, Field(description="Whether others lead than before.")]


class TrackedTarget(Record):
    """A target in both versions, or in one."""

    old: Annotated[Target | None, Field(description="The target as it was, whole; null where it is new.")]
    new: Annotated[Target | None, Field(description="The target as it is, whole; null where it is gone.")]
    change: Annotated[TargetChange, Field(description="What has become of its bar, time and strength aside.")]
    distance: Distance
    distance_unit: InUnit
    day: Annotated[
        Day | None, Field(description="Whether it is due earlier or later than before; null where equal or not said.")
    ]
    days: Annotated[int | None, Field(description="By how many days it is later, less than 0 where it is earlier.")]
    firmness: Annotated[
        Firmness | None, Field(description="firmer where 力争 was dropped, softer where it was added; null where equal.")
    ]

    @property
    def is_changed(self) -> bool:
        """Whether anything but its words has changed."""
        return self.change != "kept" or self.day is not None or self.firmness is not None


class FactChange(Record):
    """A fact of the metadata that has changed."""

    field: Annotated[str, Field(description="Which: title, doc_number, issued_on, status …")]
    old: Annotated[str | None, Field(description="What it was.")]
    new: Annotated[str | None, Field(description="What it is.")]


class Track(Citable):
    """A plan from one version to the next."""

    old: Annotated[PlanSummary, Field(description="The old version.")]
    new: Annotated[PlanSummary, Field(description="The new version.")]
    facts: Annotated[tuple[FactChange, ...], Field(description="What of the metadata has changed.")]
    parts: Annotated[
        tuple[TrackedPart, ...], Field(description="In the order of the new version; what is gone where it stood.")
    ]
    targets: Annotated[
        tuple[TrackedTarget, ...], Field(description="In the order of the new version, then those that are gone.")
    ]
