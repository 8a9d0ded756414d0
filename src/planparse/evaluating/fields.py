"""The fields of the metadata and of a target that was found: which of them are right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planparse.evaluating.gold import GoldMetadata, GoldTarget
from planparse.evaluating.plain import alike, plain
from planparse.model import Metadata, Region, Target

_OF_METADATA = ("title", "notice_title", "doc_number", "issuer", "issued_on", "status")
SAME = 0.85  # likeness from which on two wordings name the same indicator


class Check(NamedTuple):
    """A field that was looked at: whether it is right, and what stands on either side."""

    field: str
    is_right: bool
    gold: str | None
    found: str | None


def metadata_checks(gold: GoldMetadata, found: Metadata) -> Iterator[Check]:
    """Check the fields that gold has, if only with null, and each part of the region."""
    for name in _OF_METADATA:
        if name in gold.model_fields_set:
            wanted, value = getattr(gold, name), getattr(found, name)
            readings = wanted if isinstance(wanted, tuple) else (wanted,)
            shown = " | ".join(str(reading) for reading in readings if reading is not None)
            yield Check(name, plain(value) in map(plain, readings), shown or None, _shown(value))
    if gold.region is not None:
        for name in Region.model_fields:
            if name in gold.region.model_fields_set:
                yield _check(f"region.{name}", getattr(gold.region, name), getattr(found.region, name))


def target_checks(gold: GoldTarget, found: Target) -> Iterator[Check]:
    """Check all that is compared of two targets that answer each other."""
    yield Check("indicator", _same_indicator(gold, found), gold.indicator, found.indicator)
    yield _check("path", gold.at, found.path)
    yield _check("kind", gold.kind, found.kind)
    yield _check("comparator", gold.comparator or "eq", found.comparator)
    yield _check("due", gold.deadline, found.due)
    yield _check("strength", gold.strength or "firm", found.strength)
    yield _check("per", gold.per, found.per)
    yield _check("scope", gold.scope, found.scope)


def _check(field: str, gold: object, found: object) -> Check:
    return Check(field, plain(gold) == plain(found), _shown(gold), _shown(found))


def _same_indicator(gold: GoldTarget, found: Target) -> bool:
    """Whether the indicators are alike, or are so with their outcomes: the border between the two is a matter of taste."""
    a, b = plain(gold.indicator), plain(found.indicator)
    return alike(a, b) >= SAME or alike(a + plain(gold.outcome), b + plain(found.outcome)) >= SAME


def _shown(value: object) -> str | None:
    return None if value is None else str(value)
