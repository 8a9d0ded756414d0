"""Counts of an evaluation: right fields among those compared, and what was missed, extra or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

EntryList = Literal["sections", "section kinds", "measures", "units", "deadlines", "references"]
TargetGroup = Literal["targets", "coverage"]
Many: TypeAlias = Annotated[int, Field(ge=0)]


class Kept(BaseModel):
    """What every part of a run shares. A run that was saved holds more than is read back: what follows from the rest is reckoned anew."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class Count(Kept):
    """How often a field was right, of how often it was looked at."""

    right: Many = 0
    total: Many = 0

    def __add__(self, other: Count) -> Count:
        return Count(right=self.right + other.right, total=self.total + other.total)


class Miss(Kept):
    """An entry of gold that was not found (missed), one found that is not in gold (extra), or a field of it that is wrong.

    `gold` and `found` say what stands on either side beside the words: a kind, a role, a day, the reading of a target.
    """

    plan: str
    list: EntryList | TargetGroup | Literal["metadata", "numbers"]
    fault: Literal["missed", "extra", "wrong"]
    path: str | None = None
    words: str | None = None
    field: str | None = None
    gold: str | None = None
    found: str | None = None


def summed(fields: Iterable[Mapping[str, Count]]) -> dict[str, Count]:
    """The count of each field over all plans, by the names of the fields."""
    sums: dict[str, Count] = {}
    for plan in fields:
        for name, count in plan.items():
            sums[name] = sums.get(name, Count()) + count
    return dict(sorted(sums.items()))
