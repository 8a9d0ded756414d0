"""Turns a reviewed plan into gold: the entries that people kept, in the lists that they reviewed completely."""

from __future__ import annotations

from planparse.errors import InputError
from planparse.evaluating.gold import (
    Gold,
    GoldDeadline,
    GoldList,
    GoldMeasure,
    GoldMetadata,
    GoldTarget,
    GoldUnit,
)
from planparse.model import Deadline, Measure, Metadata, Plan, Target

_GIVEN = ("outcome", "value", "value_max", "unit", "base", "grade", "direction", "per", "frequency", "scope")


def gold_of(plan: Plan, where: str) -> Gold:
    """The gold that a reviewed plan gives; `where` is what an error calls it. Of the metadata it holds what was changed.

    A list counts where nobody's decision is outstanding in it, measures where none is on their units either.

    Raises InputError where no list was looked at whole.
    """
    annotated = _whole(plan)
    if not annotated:
        raise InputError("nothing-whole", where)
    return Gold(
        metadata=_metadata(plan.metadata),
        measures=tuple(map(_measure, plan.measures)) if "measures" in annotated else (),
        targets=tuple(map(_target, plan.targets)) if "targets" in annotated else (),
        deadlines=tuple(map(_deadline, plan.deadlines)) if "deadlines" in annotated else (),
        annotated=annotated,
    )


def _whole(plan: Plan) -> tuple[GoldList, ...]:
    tallies = plan.reviewed
    if tallies is None:
        return ()
    whole: dict[GoldList, bool] = {
        "measures": not tallies.measures.open and not tallies.units.open and tallies.measures.looked_at > 0,
        "targets": not tallies.targets.open and tallies.targets.looked_at > 0,
        "deadlines": not tallies.deadlines.open and tallies.deadlines.looked_at > 0,
    }
    return tuple(name for name, is_whole in whole.items() if is_whole)


def _metadata(metadata: Metadata) -> GoldMetadata:
    changed = {name.partition(".")[0] for name in (metadata.review.was if metadata.review else None) or {}}
    return GoldMetadata(**{name: getattr(metadata, name) for name in GoldMetadata.model_fields if name in changed})


def _measure(measure: Measure) -> GoldMeasure:
    units = dict.fromkeys((unit.name, unit.role) for clause in measure.responsibilities for unit in clause.units)
    return GoldMeasure(
        path=measure.path,
        title=measure.title,
        kind=measure.kind,
        units=tuple(GoldUnit(name=name, role=role) for name, role in units),
    )


def _target(target: Target) -> GoldTarget:
    said = {name: value for name in _GIVEN if (value := getattr(target, name)) is not None}
    return GoldTarget(
        at=target.path,
        quote=target.quote,
        indicator=target.indicator,
        kind=target.kind,
        comparator=target.comparator,
        implied=target.implied,
        strength=target.strength,
        deadline=target.due,
        **said,
    )


def _deadline(deadline: Deadline) -> GoldDeadline:
    return GoldDeadline(
        at=deadline.path,
        text=deadline.text,
        kind=deadline.kind,
        start=deadline.start,
        end=deadline.end,
        months=deadline.months,
    )
