"""Indicators that plans use: register entries, and the names that the register lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from planparse.language.indicators import Plain, Register, Sense, plain
from planparse.language.scales import scale
from planparse.model import SCHEMA_VERSION, MadeBy, Plan, Record, SchemaVersion
from planparse.producer import COMPARING, producer


class KnownIndicator(Record):
    """An entry of the register that plans use."""

    id: Annotated[str, Field(description="Of the entry.")]
    name: Annotated[str, Field(description="What the register calls it.")]
    sector: Annotated[str, Field(description="What it belongs to: health.")]
    direction: Annotated[Sense, Field(description="Whether plans want more of it or less.")]
    targets: Annotated[int, Field(ge=1, description="How many targets are on it.")]
    plans: Annotated[tuple[str, ...], Field(min_length=1, description="The plans that have them, in the order given.")]
    names: Annotated[tuple[str, ...], Field(min_length=1, description="What plans call it, the most common first.")]


class UnknownIndicator(Record):
    """A name that no entry of the register has, told in such a unit."""

    name: Annotated[str, Field(description="The most common of the names that mean the same.")]
    unit: Annotated[str | None, Field(description="The most common of its units on one scale.")]
    targets: Annotated[int, Field(ge=1, description="How many targets have it.")]
    plans: Annotated[tuple[str, ...], Field(min_length=1, description="The plans that have them, in the order given.")]


class IndicatorUsage(Record):
    """What plans measure themselves by; what more plans use stands first."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    producer: MadeBy = None
    plans: Annotated[int, Field(ge=0, description="How many plans were looked through.")]
    known: Annotated[tuple[KnownIndicator, ...], Field(description="The entries of the register that they use.")]
    unknown: Annotated[tuple[UnknownIndicator, ...], Field(description="The indicators that no entry knows.")]


@dataclass(slots=True)
class _Used:
    """What is counted of an indicator."""

    names: Counter[str] = field(default_factory=Counter)
    units: Counter[str | None] = field(default_factory=Counter)
    plans: dict[str, None] = field(default_factory=dict)


def usage(plans: Iterable[Plan], indicators: Register) -> IndicatorUsage:
    """The indicators of the plans, by the ids that their targets have; a target without one is looked up."""
    known: dict[str, _Used] = {}
    unknown: dict[tuple[Plain, str], _Used] = {}
    count = 0
    for count, plan in enumerate(plans, 1):  # noqa: B007 - how many there are shows at the end
        region = plan.metadata.region
        called = plan.source.name or plan.metadata.title or plan.id
        for target in plan.targets:
            id_ = target.indicator_id or indicators.of(target, region)
            if id_ and id_ in indicators.entries:
                used = known.setdefault(id_, _Used())
            else:
                key = plain(target.indicator, region), scale(target.unit or "")[0]
                used = unknown.setdefault(key, _Used())
            used.names[target.indicator] += 1
            used.units[target.unit] += 1
            used.plans[called] = None
    return IndicatorUsage(
        producer=producer(COMPARING),
        plans=count,
        known=tuple(_known(id_, used, indicators) for id_, used in sorted(known.items(), key=_common)),
        unknown=tuple(_unknown(used) for _, used in sorted(unknown.items(), key=_common)),
    )


def _common(item: tuple[object, _Used]) -> tuple[int, int]:
    """Where it stands: by how many plans use it, then by how often."""
    return -len(item[1].plans), -item[1].names.total()


def _known(id_: str, used: _Used, indicators: Register) -> KnownIndicator:
    entry = indicators.entries[id_]
    return KnownIndicator(
        id=id_,
        name=entry.name,
        sector=entry.sector,
        direction=entry.indicator.direction,
        targets=used.names.total(),
        plans=tuple(used.plans),
        names=tuple(name for name, _ in used.names.most_common()),
    )


def _unknown(used: _Used) -> UnknownIndicator:
    return UnknownIndicator(
        name=used.names.most_common(1)[0][0],
        unit=used.units.most_common(1)[0][0],
        targets=used.names.total(),
        plans=tuple(used.plans),
    )
