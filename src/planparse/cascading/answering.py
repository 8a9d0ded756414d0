"""Finds which plans implement which, and which implemented documents are not among the plans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planparse.cascading.documents import Cited, Known, Library, core_of, number_of
from planparse.cascading.openings import Carried, carried_out, is_alias, is_law
from planparse.cascading.results import FoundBy
from planparse.model import Plan


class Edge(NamedTuple):
    """That a plan carries out another, and where it says so."""

    upper: int
    lower: int
    by: FoundBy
    start: int
    end: int


class Unknown(NamedTuple):
    """A document that a plan carries out and that no plan is."""

    cited: Cited
    plan: int


def edges(plans: Sequence[Plan], library: Library) -> tuple[list[Edge], list[Unknown]]:
    """Each pair once, where it is said first; and what is said of documents that no plan is."""
    found: dict[tuple[int, int], Edge] = {}
    unknown: list[Unknown] = []
    for lower, (plan, own) in enumerate(zip(plans, library.known, strict=True)):
        for carried in carried_out(plan, own, library):
            known = _known(carried, own, library)
            if known:
                upper, by = known
                if (lower, upper.at) not in found:  # two that name each other: the first that says so
                    found.setdefault((upper.at, lower), Edge(upper.at, lower, by, carried.start, carried.end))
            elif carried.reference and not (
                is_law(carried.cited.title) or is_alias(carried.cited.title) or _own(carried, own)
            ):
                unknown.append(Unknown(carried.cited, lower))
    return sorted(found.values()), unknown


def _known(carried: Carried, own: Known, library: Library) -> tuple[Known, FoundBy] | None:
    return (carried.known, "words") if carried.known else library.resolve(carried.cited, own)


def _own(carried: Carried, own: Known) -> bool:
    """Whether a plan names itself there."""
    return core_of(carried.cited.title) in own.cores or (own.number != "" and number_of(carried.cited.number) == own.number)
