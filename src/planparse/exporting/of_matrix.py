"""Many plans as tables with a column a plan: what they promise, what they do and who leads it; and every target with its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Final, TypeVar

from planparse.comparing.plan_names import plan_names
from planparse.comparing.results import Confidence, IndicatorTarget, PlanMatrix, ThemeMeasure
from planparse.exporting.tables import Cell, Columns, Kind, Layout, Link, Table
from planparse.labels import Language
from planparse.model import Target
from planparse.wording import promise_words

# The tables with a column a plan, each with what its rows are about.
_ACROSS: Final = {
    "indicators": ("indicator", "confidence"),
    "themes": ("theme", "confidence"),
    "leads": ("theme", "confidence"),
}
_TIERS: Final[tuple[Confidence, ...]] = ("sure", "likely")
_TARGET: Final = Columns(
    Target,
    leave=("id", "key", "section_id", "measure_id", "deadline_id", "responsibility_id", "rule", "span", "review"),
)
_TARGETS: Final[dict[str, Kind]] = {"common_indicator": str, "plan": str, **_TARGET.kinds}
# Those of them that a narrow terminal shows as long as it can.
_TELLING: Final = ("common_indicator", "plan", "comparator", "value", "unit", "due")
_PLANS: Final[dict[str, Kind]] = {
    "plan": str,
    "name": str,
    "title": str,
    "place": str,
    "status": str,
    "issued_on": date,
}
MATRIX_TABLES: Final = (*_ACROSS, "targets", "plans")

Entry = TypeVar("Entry", IndicatorTarget, ThemeMeasure)
_Cells = Mapping[int, Iterable[str]]  # what stands in the column of a plan, by the plan's index


def matrix_tables(matrix: PlanMatrix, language: Language) -> list[Table]:
    """The tables of MATRIX_TABLES in their order. People are spared rows of a single plan, and what is not sure to be in its row."""
    plans = plan_names(matrix.plans, language, taken=("plan_count", *chain.from_iterable(_ACROSS.values())))
    promises = [
        ((row.indicator, tier), _by_plan((t.plan, _promise(t.target, language)) for t in own))
        for row in matrix.indicators
        for tier, own in _by_tier(row.targets)
    ]
    tiers = [((row.theme, tier), own) for row in matrix.themes for tier, own in _by_tier(row.measures)]
    deeds = [(about, _by_plan((m.plan, f"{m.path} {m.title}") for m in own)) for about, own in tiers]
    leads = [(about, _by_plan((m.plan, "、".join(lead.name for lead in m.leads)) for m in own)) for about, own in tiers]
    targets = [(row.indicator, found.plan, found.target) for row in matrix.indicators for found in row.targets]
    return [
        _across("indicators", promises, plans, _links(matrix, plans)),
        _across("themes", deeds, plans),
        _across("leads", leads, plans),
        Table(
            "targets",
            _TARGETS,
            [(indicator, plans[plan], *_TARGET.cells(target)) for indicator, plan, target in targets],
            {"value": Link("targets", "quote", range(len(targets)))},
            layout=Layout(scarce=[name for name in reversed(_TARGETS) if name not in _TELLING], aside=True),
        ),
        Table(
            "plans",
            _PLANS,
            [
                (name, plan.name, plan.title, plan.place, plan.status, plan.issued_on)
                for name, plan in zip(plans, matrix.plans, strict=True)
            ],
            layout=Layout(aside=True),
        ),
    ]


def _promise(target: Target, language: Language) -> str:
    """The value with the last day, behind it for which set, and what becomes true."""
    return " ".join(filter(None, (promise_words(target, language), target.scope, target.outcome)))


def _by_tier(entries: Sequence[Entry]) -> Iterator[tuple[Confidence, list[Entry]]]:
    """The entries of a row that are sure, then those that are likely, where there are any."""
    for tier in _TIERS:
        if own := [entry for entry in entries if entry.confidence == tier]:
            yield tier, own


def _by_plan(found: Iterable[tuple[int, str]]) -> _Cells:
    """What there is for each plan, each thing once."""
    cells: dict[int, dict[str, None]] = defaultdict(dict)
    for plan, words in found:
        if words:
            cells[plan][words] = None
    return cells


def _across(
    name: str, rows: Iterable[tuple[tuple[str, ...], _Cells]], plans: list[str], links: Mapping[str, Link] | None = None
) -> Table:
    about: dict[str, Kind] = dict.fromkeys(_ACROSS[name], str)
    columns: dict[str, Kind] = {**about, "plan_count": int, **dict.fromkeys(plans, str)}
    filled: list[tuple[Cell, ...]] = []
    spared: dict[str, list[int]] = {"likely_rows": [], "single_rows": []}
    for at, (said, cells) in enumerate(rows):
        across = ("\n".join(cells[plan]) if plan in cells else None for plan in range(len(plans)))
        filled.append((*said, len(cells), *across))
        if "likely" in said[1:]:
            spared["likely_rows"].append(at)
        elif len(cells) < 2:
            spared["single_rows"].append(at)
    return Table(name, columns, filled, links or {}, dict(zip(plans, plans, strict=True)), Layout(None, spared))


def _links(matrix: PlanMatrix, plans: list[str]) -> dict[str, Link]:
    """From the cell of a plan to its first target on the indicator, in the table of all."""
    links: list[list[int | None]] = [[] for _ in plans]
    begin = 0
    for indicator in matrix.indicators:
        places = {id(found): begin + at for at, found in enumerate(indicator.targets)}
        for _, own in _by_tier(indicator.targets):
            first: dict[int, int] = {}
            for found in own:
                first.setdefault(found.plan, places[id(found)])
            for plan, column in enumerate(links):
                column.append(first.get(plan))
        begin += len(places)
    return {plan: Link("targets", "quote", column) for plan, column in zip(plans, links, strict=True)}
