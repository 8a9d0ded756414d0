"""Two plans side by side as tables: targets, measures, what one of them has alone, and which plans they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final, TypeVar

from planparse.comparing.plan_names import plan_names
from planparse.comparing.reasons import measure_reason, sides_of, target_reason
from planparse.comparing.results import LeadBody, MeasurePair, PlanDiff, PlanSummary, TargetPair
from planparse.exporting.tables import Cell, Kind, Layout, Link, Table
from planparse.labels import Language, heading, note
from planparse.model import Id, Path, Plan, Target
from planparse.wording import value_words

Pair = TypeVar("Pair", TargetPair, MeasurePair)

_SIDES: Final = ("left", "right")
_PROMISE: Final[dict[str, Kind]] = {
    "indicator": str,
    "outcome": str,
    "scope": str,
    "value": str,
    "due": date,
    "path": str,
    "quote": str,
}
_DUTY: Final[dict[str, Kind]] = {"path": str, "title": str, "leads": str}


def _each_side(columns: dict[str, Kind]) -> dict[str, Kind]:
    return {f"{side}_{name}": kind for side in _SIDES for name, kind in columns.items()}


DIFF_TABLES: Final[dict[str, dict[str, Kind]]] = {
    "targets": {
        "relation": str,
        "confidence": str,
        "verdict": str,
        "judgement": str,
        "obstacle": str,
        **_each_side(_PROMISE),
        "sooner": str,
        "firmer": str,
        "difference": float,
        "difference_unit": str,
        "why": str,
    },
    "measures": {
        "confidence": str,
        **_each_side(_DUTY),
        "similarity": float,
        "same_body": bool,
        "left_clause": str,
        "right_clause": str,
        "why": str,
    },
    "one_sided": {
        "side": str,
        "what": str,
        "path": str,
        "name": str,
        "outcome": str,
        "scope": str,
        "value": str,
        "due": date,
        "quote": str,
    },
    "plans": {"side": str, "plan": str, "name": str, "title": str, "place": str, "status": str, "issued_on": date},
}
_LAYOUTS: Final = {
    "targets": {
        # The line on why says by itself what relates them and what is in the way.
        "verdict": [["judgement"], ["sooner"], ["firmer"], ["confidence"]],
        **{
            side: [
                [f"{side}_indicator"],
                [f"{side}_scope", f"{side}_outcome"],
                [f"{side}_value", f"{side}_due"],
                [f"{side}_path"],
            ]
            for side in _SIDES
        },
        "why": [["why"]],
    },
    "measures": {
        "similarity": [["confidence"], ["similarity"], ["same_body"]],
        **{side: [[f"{side}_path", f"{side}_title"], [f"{side}_leads"]] for side in _SIDES},
        "why": [["why"]],
    },
    "one_sided": {
        "side": [["side"]],
        "what": [["what"]],
        "path": [["path"]],
        "name": [["name"], ["scope", "outcome"]],
        "value": [["value", "due"]],
    },
}


def diff_tables(diff: PlanDiff, left: Plan, right: Plan, language: Language) -> list[Table]:
    """The tables of DIFF_TABLES in their order. Pairs that do not differ, and those that are not sure, are what people are spared."""
    names = plan_names((diff.left, diff.right), language)
    sides = sides_of(diff.left, diff.right, language)
    named = {side: note("side", language, heading(side, language), name) for side, name in zip(_SIDES, names, strict=True)}
    titles = [{measure.id: measure.title for measure in plan.measures} for plan in (left, right)]
    measures = (*diff.measures, *diff.guesses)
    rows: dict[str, list[tuple[Cell, ...]]] = {
        "targets": [_target_row(pair, target_reason(pair, sides, language)) for pair in diff.targets],
        "measures": [_measure_row(pair, titles, measure_reason(pair, language)) for pair in measures],
        "one_sided": [*_one_sided(diff, titles)],
        "plans": [(side, name, *_facts(getattr(diff, side))) for side, name in zip(_SIDES, names, strict=True)],
    }
    layouts = {
        "targets": Layout(_LAYOUTS["targets"], _spared(diff.targets, _is_equal), ("why",)),
        "measures": Layout(_LAYOUTS["measures"], _spared(measures, _is_same), ("why", "similarity")),
        "one_sided": Layout(_LAYOUTS["one_sided"], scarce=("path", "what")),
        "plans": Layout(aside=True),
    }
    links = {
        "targets": {f"{side}_value": Link("targets", f"{side}_quote", range(len(diff.targets))) for side in _SIDES},
        "one_sided": {"value": Link("one_sided", "quote", range(len(rows["one_sided"])))},
    }
    return [
        Table(name, columns, rows[name], links.get(name, {}), named, layouts[name]) for name, columns in DIFF_TABLES.items()
    ]


def _spared(pairs: Sequence[Pair], is_equal: Callable[[Pair], bool]) -> dict[str, list[int]]:
    """The rows that people are spared, by the note that counts them."""
    return {
        "equal_pairs": [at for at, pair in enumerate(pairs) if pair.confidence == "sure" and is_equal(pair)],
        "likely_pairs": [at for at, pair in enumerate(pairs) if pair.confidence == "likely"],
        "guesses": [at for at, pair in enumerate(pairs) if pair.confidence == "guess"],
    }


def _is_equal(pair: TargetPair) -> bool:
    return pair.verdict == "equal" and pair.sooner is None and pair.firmer is None


def _is_same(pair: MeasurePair) -> bool:
    return pair.similarity == 1 and pair.leads.left == pair.leads.right


def _target_row(pair: TargetPair, why: str) -> tuple[Cell, ...]:
    promises = (_promise(pair.left), _promise(pair.right))
    sides = (cell for side in promises for cell in side)
    far = (pair.difference.value, pair.difference.unit) if pair.difference else (None, None)
    return (
        pair.relation,
        pair.confidence,
        pair.verdict,
        pair.judgement,
        pair.obstacle,
        *sides,
        pair.sooner,
        pair.firmer,
        *far,
        why,
    )


def _promise(target: Target) -> tuple[Cell, ...]:
    return target.indicator, target.outcome, target.scope, value_words(target), target.due, target.path, target.quote


def _measure_row(pair: MeasurePair, titles: list[dict[Id, str]], why: str) -> tuple[Cell, ...]:
    left = _duty(pair.left, pair.left_ids, titles[0], pair.leads.left)
    right = _duty(pair.right, pair.right_ids, titles[1], pair.leads.right)
    clauses = ("\n".join(getattr(both, side).quote for both in pair.clauses) for side in _SIDES)
    return (pair.confidence, *left, *right, pair.similarity, pair.leads.same_body, *clauses, why)


def _duty(paths: Iterable[Path], ids: Iterable[Id], titles: dict[Id, str], leads: Iterable[LeadBody]) -> tuple[Cell, ...]:
    return "\n".join(paths), "\n".join(titles[id_] for id_ in ids), "、".join(lead.name for lead in leads)


def _one_sided(diff: PlanDiff, titles: list[dict[Id, str]]) -> Iterator[tuple[Cell, ...]]:
    for side, own in zip(_SIDES, titles, strict=True):
        for target in getattr(diff, f"targets_{side}_only"):
            indicator, outcome, scope, value, due, path, quote = _promise(target)
            yield side, "target", path, indicator, outcome, scope, value, due, quote
        measures = zip(getattr(diff, f"measures_{side}_only"), getattr(diff, f"measures_{side}_only_ids"), strict=True)
        for path, id_ in measures:
            yield side, "measure", path, own[id_], None, None, None, None, None


def _facts(plan: PlanSummary) -> tuple[Cell, ...]:
    return plan.name, plan.title, plan.place, plan.status, plan.issued_on
