"""The page of many plans: what they promise by indicator, what they do and who leads it by theme, and what one alone has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar, get_args

from planparse.comparing.plan_names import plan_names
from planparse.comparing.results import IndicatorTarget, PlanMatrix, PlanSummary, ThemeMeasure, ThemeRow
from planparse.labels import Language
from planparse.model import Plan, TargetKind
from planparse.pages.charts import Bar, bars
from planparse.pages.rendering import render

_MOST_BARS: Final = 10
_LEAST: Final = (2, 3, 5, 10, 20, 50, 100)
_MOST_LEADS: Final = 3
Entry = TypeVar("Entry", IndicatorTarget, ThemeMeasure)


@dataclass(frozen=True, slots=True)
class Row(Generic[Entry]):
    """What several plans have in common: a cell a plan that has it."""

    name: str
    cells: dict[int, list[Entry]]
    kinds: tuple[str, ...] = ()
    leads: tuple[tuple[str, int], ...] = ()
    """The bodies that lead in most plans, as mostly printed, and in how many they do."""
    likely: int = 0
    """In how many plans it is only likely."""

    @property
    def sure(self) -> int:
        """In how many plans it is sure."""
        return len(self.cells) - self.likely


@dataclass(frozen=True, slots=True)
class _Called:
    """What a plan is called: a name that no other has, and the same in a short part and what goes on behind it."""

    name: str
    short: str
    rest: str

    @classmethod
    def of(cls, name: str, plan: PlanSummary) -> _Called:
        short = plan.place or name
        title = plan.title or ""
        return cls(name, short, name.removeprefix(short).strip() if title in name else title)


def matrix_page(matrix: PlanMatrix, plans: Sequence[Plan], language: Language) -> str:
    """A self-contained HTML page of many plans; `language` is that of the interface until the reader switches."""
    names = plan_names(matrix.plans, "zh")
    indicators = [
        Row(
            row.indicator,
            _by_plan(row.targets),
            tuple(dict.fromkeys(entry.target.kind for entry in row.targets)),
            likely=_likely(row.targets),
        )
        for row in matrix.indicators
    ]
    themes = [_theme(row) for row in matrix.themes]
    kinds = Counter(target.kind for plan in plans for target in plan.targets)
    shared: dict[str, list[Row[Any]]] = {"indicators": _shared(indicators), "themes": _shared(themes)}
    widest = max((len(row.cells) for rows in shared.values() for row in rows), default=0)
    return render(
        "matrix.html.jinja",
        language,
        title="、".join(names[:3]) + ("" if len(names) <= 3 else f" … ({len(names)})"),
        matrix=matrix,
        plans=[_Called.of(name, plan) for name, plan in zip(names, matrix.plans, strict=True)],
        measures=[{measure.id: measure for measure in plan.measures} for plan in plans],
        shared=shared,
        figures={"indicators": _reach(indicators, names), "themes": _reach(themes, names)},
        most_bars=_MOST_BARS,
        alone={"targets": _alone(indicators), "measures": _alone(themes)},
        numbers={
            "plans": len(plans),
            "targets": sum(len(plan.targets) for plan in plans),
            "measures": sum(len(plan.measures) for plan in plans),
            **{f"shared_{name}": sum(row.sure > 1 for row in rows) for name, rows in shared.items()},
        },
        kinds={kind: kinds[kind] for kind in get_args(TargetKind) if kinds[kind]},
        least=[least for least in _LEAST if least <= widest],
    )


def _theme(row: ThemeRow) -> Row[ThemeMeasure]:
    sure = [measure for measure in row.measures if measure.confidence == "sure"]
    return Row(row.theme, _by_plan(row.measures), leads=_leads(sure), likely=_likely(row.measures))


def _likely(entries: Sequence[Entry]) -> int:
    """In how many plans it is only likely that they are in their row."""
    sure = {entry.plan for entry in entries if entry.confidence == "sure"}
    return len({entry.plan for entry in entries} - sure)


def _by_plan(entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    cells: dict[int, list[Entry]] = {}
    for entry in entries:
        cells.setdefault(entry.plan, []).append(entry)
    return cells


def _leads(measures: Iterable[ThemeMeasure]) -> tuple[tuple[str, int], ...]:
    """Bodies of different cities are one where they are of one kind."""
    held: dict[str, set[int]] = {}
    printed: dict[str, Counter[str]] = {}
    for measure in measures:
        for lead in measure.leads:
            held.setdefault(lead.body, set()).add(measure.plan)
            printed.setdefault(lead.body, Counter())[lead.name] += 1
    most = sorted(held, key=lambda body: -len(held[body]))[:_MOST_LEADS]
    return tuple((printed[body].most_common(1)[0][0], len(held[body])) for body in most)


def _shared(rows: Iterable[Row[Entry]]) -> list[Row[Entry]]:
    return [row for row in rows if len(row.cells) > 1]


def _alone(rows: Iterable[Row[Entry]]) -> list[Entry]:
    """What stands in rows of one plan, plan by plan."""
    entries = [entry for row in rows if len(row.cells) == 1 for cell in row.cells.values() for entry in cell]
    return sorted(entries, key=lambda entry: entry.plan)


def _reach(rows: Iterable[Row[Entry]], names: Sequence[str]) -> list[Bar]:
    """Of the rows of each plan, how many others share and how many it has alone; first those that share most."""
    counts = {name: {"shared": 0, "single": 0} for name in names}
    for row in rows:
        for plan in row.cells:
            counts[names[plan]]["shared" if len(row.cells) > 1 else "single"] += 1
    most_first = sorted(counts.items(), key=lambda item: (-item[1]["shared"], -item[1]["single"]))
    return bars({name: reach for name, reach in most_first if any(reach.values())})
