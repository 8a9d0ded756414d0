"""The page of one plan: its text with what was read marked in it, its targets and measures, and an overview."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from planparse.comparing.results import leading
from planparse.labels import Language
from planparse.model import Diagnostic, Measure, Plan, ResponsibleUnit, Severity, Target, TargetKind
from planparse.pages.charts import COLUMN_HEIGHT, bars, columns, years
from planparse.pages.marking import Block, block_at, blocks
from planparse.pages.rendering import render
from planparse.pages.review import review_data
from planparse.reviewing.records import Review

_KINDS = get_args(TargetKind)
_SEVERITIES: Sequence[Severity] = ("error", "warning", "info")
_MOST_BARS = 10
_NO_YEAR = "none"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a filter offers: values by how often they stand, and the number by which a page names each."""

    numbers: dict[str, int]
    counts: Counter[str]

    @classmethod
    def of(cls, values: Iterable[str]) -> Choices:
        """The values, the most frequent first."""
        counts = Counter(values)
        return cls({value: number for number, (value, _) in enumerate(counts.most_common())}, counts)


def report(plan: Plan, language: Language, review: Review | None = None, name: str = "plan") -> str:
    """A self-contained HTML page of the plan; `language` is that of the interface until the reader switches.

    With a review the page goes on with it, and saves it as a review file of that name.
    """
    text = blocks(plan)
    leads = _leads(plan)
    names = _names(plan)
    kinds = Counter(target.kind for target in plan.targets)
    return render(
        "report.html.jinja",
        language,
        reviewing=review is not None,
        desk=review_data(plan, review) | {"name": name} if review else None,
        plan=plan,
        title=plan.metadata.title or plan.source.name or plan.id,
        blocks=text,
        places={item.id: block_at(text, item.span.start) for item in plan.measures},
        diagnostics=_by_code(plan, text),
        leads=leads,
        printed={id_: [names[lead] for lead in led] for id_, led in leads.items()},
        names=names,
        others={measure.id: _others(measure) for measure in plan.measures},
        kinds={kind: kinds[kind] for kind in _KINDS if kinds[kind]},
        kind_key=[(f"kind-{kind}", f"kind.{kind}") for kind in _KINDS if kinds[kind]],
        units=Choices.of(target.unit or "" for target in plan.targets),
        years=sorted(Counter(_year(target) for target in plan.targets).items()),
        year_of=_year,
        # Bodies are told apart by their full names and shown as printed.
        lead_choices=Choices.of(lead for led in leads.values() for lead in led),
        columns=columns(_by_year(plan.targets)),
        column_height=COLUMN_HEIGHT,
        bodies=bars(_by_body(plan, names)),
        most_bars=_MOST_BARS,
    )


def _by_code(plan: Plan, text: Sequence[Block]) -> list[list[tuple[Diagnostic, int]]]:
    """The diagnostics, each with the number of its block, those of a code together; errors first, then what is said most often."""
    groups: dict[str, list[tuple[Diagnostic, int]]] = {}
    for diagnostic in plan.diagnostics:
        groups.setdefault(diagnostic.code, []).append((diagnostic, block_at(text, diagnostic.span.start)))
    return sorted(groups.values(), key=lambda group: (_SEVERITIES.index(group[0][0].severity), -len(group)))


def _leads(plan: Plan) -> dict[str, list[str]]:
    """The full names of who leads each measure, and each target: by its own clause, or else by its measure."""
    clauses: dict[str | None, list[str]] = {}
    measures: dict[str | None, list[str]] = {}
    for measure in plan.measures:
        measures[measure.id] = _canonical(leading(_units(measure)))
        for clause in measure.responsibilities:
            clauses[clause.id] = _canonical(leading(clause.units))
    targets = {
        target.id: clauses.get(target.responsibility_id) or measures.get(target.measure_id, []) for target in plan.targets
    }
    return {**{id_: leads for id_, leads in measures.items() if id_}, **targets}


def _others(measure: Measure) -> list[str]:
    """The bodies that do not lead, as printed."""
    units = _units(measure)
    leads = {id(unit) for unit in leading(units)}
    return list(dict.fromkeys(unit.name for unit in units if id(unit) not in leads))


def _units(measure: Measure) -> list[ResponsibleUnit]:
    return [unit for clause in measure.responsibilities for unit in clause.units]


def _canonical(units: Iterable[ResponsibleUnit]) -> list[str]:
    return list(dict.fromkeys(unit.canonical for unit in units))


def _names(plan: Plan) -> dict[str, str]:
    """What each full name is mostly printed as."""
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for measure in plan.measures:
        for unit in _units(measure):
            printed[unit.canonical][unit.name] += 1
    return {canonical: names.most_common(1)[0][0] for canonical, names in printed.items()}


def _year(target: Target) -> str:
    return str(target.due.year) if target.due else _NO_YEAR


def _by_year(targets: Sequence[Target]) -> dict[str, dict[str, int]]:
    """How many targets of each kind are due in each year, then those without one."""
    due = [target.due.year for target in targets if target.due]
    counts = {str(year): dict.fromkeys(_KINDS, 0) for year in years(due)}
    if len(due) < len(targets):
        counts[_NO_YEAR] = dict.fromkeys(_KINDS, 0)
    for target in targets:
        counts[_year(target)][target.kind] += 1
    return counts


def _by_body(plan: Plan, names: dict[str, str]) -> dict[str, dict[str, int]]:
    """How many measures each body leads and supports, those with the most first."""
    counts: dict[str, dict[str, int]] = {canonical: {"lead": 0, "support": 0} for canonical in names}
    for measure in plan.measures:
        units = _units(measure)
        leads = {unit.canonical for unit in leading(units)}
        for canonical in dict.fromkeys(unit.canonical for unit in units):
            counts[canonical]["lead" if canonical in leads else "support"] += 1
    return dict(sorted(counts.items(), key=lambda item: (-sum(item[1].values()), -item[1]["lead"])))
