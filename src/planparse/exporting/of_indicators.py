"""The indicators that plans use as tables: those that the register knows, and those that it does not."""

from __future__ import annotations

from typing import Final

from planparse.comparing.usage import IndicatorUsage
from planparse.exporting.tables import Kind, Layout, Table

_KNOWN: Final[dict[str, Kind]] = {
    "indicator_id": str,
    "indicator": str,
    "sector": str,
    "target_count": int,
    "plan_count": int,
    "plans": str,
    "names": str,
}
_UNKNOWN: Final[dict[str, Kind]] = {"indicator": str, "unit": str, "target_count": int, "plan_count": int, "plans": str}
_ASIDE: Final = ("plans", "names")
USAGE_TABLES: Final = ("known", "unknown")


def usage_tables(usage: IndicatorUsage) -> list[Table]:
    """The tables of USAGE_TABLES in their order. What a single target has and no entry knows is what people are spared."""
    known = [
        (one.id, one.name, one.sector, one.targets, len(one.plans), "\n".join(one.plans), "\n".join(one.names))
        for one in usage.known
    ]
    unknown = [(one.name, one.unit, one.targets, len(one.plans), "\n".join(one.plans)) for one in usage.unknown]
    once = frozenset(at for at, one in enumerate(usage.unknown) if one.targets < 2)
    return [
        Table("known", _KNOWN, known, layout=Layout(_shown(_KNOWN))),
        Table("unknown", _UNKNOWN, unknown, layout=Layout(_shown(_UNKNOWN), {"single_names": once})),
    ]


def _shown(columns: dict[str, Kind]) -> dict[str, list[list[str]]]:
    return {name: [[name]] for name in columns if name not in _ASIDE}
