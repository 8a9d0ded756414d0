"""Plans without the targets whose confidence is too low."""

from __future__ import annotations

from planparse.model import Plan


def confident(plan: Plan, least: float) -> Plan:
    """The plan without targets of a confidence below; those of which it is not known stay. For looking at, not to be written."""
    if not least:
        return plan
    kept = tuple(target for target in plan.targets if target.confidence is None or target.confidence >= least)
    return plan.model_copy(update={"targets": kept})
