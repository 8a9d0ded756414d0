"""A cascade as tables: which plan implements which, what becomes of targets and measures, by level, what is missing, which plan cites which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from planparse.cascading.called import called
from planparse.cascading.results import Answer, Cascade, LevelRow, TargetFate
from planparse.comparing.differences import heads
from planparse.comparing.reasons import measure_reason
from planparse.exporting.tables import Cell, Columns, Kind, Layout, Link, Table
from planparse.labels import Language
from planparse.model import Plan, Target
from planparse.wording import value_words

_SIDES: Final = ("upper", "lower")
_PROMISE: Final[dict[str, Kind]] = {"indicator": str, "value": str, "due": date, "path": str, "quote": str}
_LEVEL: Final = Columns(LevelRow)
_FATES: Final = ("kept", "raised", "lowered", "portion", "unlike", "dropped", "added")
_PLAN: Final[dict[str, Kind]] = {
    "name": str,
    "title": str,
    "place": str,
    "level": str,
    "doc_number": str,
    "issuer": str,
    "status": str,
    "issued_on": date,
}

CASCADE_TABLES: Final[dict[str, dict[str, Kind]]] = {
    "answers": {
        "upper": str,
        "lower": str,
        "upper_level": str,
        "lower_level": str,
        "by": str,
        "measures_answered": int,
        **dict.fromkeys(_FATES, int),
        "likely": int,
        "quote": str,
    },
    "levels": _LEVEL.kinds,
    "fates": {
        "upper": str,
        "lower": str,
        "fate": str,
        "distance": float,
        "distance_unit": str,
        "part": str,
        "per_head": str,
        "day": str,
        "days": int,
        "firmness": str,
        "obstacle": str,
        "confidence": str,
        **{f"{side}_{name}": kind for side in _SIDES for name, kind in _PROMISE.items()},
    },
    "answered_measures": {
        "upper": str,
        "lower": str,
        "upper_path": str,
        "upper_title": str,
        "lower_path": str,
        "lower_title": str,
        "confidence": str,
        "similarity": float,
        "why": str,
    },
    "missing": {"title": str, "doc_number": str, "plan_count": int, "named_by": str},
    "citations": {
        "plan": str,
        "path": str,
        "cites": str,
        "cited": str,
        "by": str,
        "answering": bool,
        "plan_id": str,
        "reference_id": str,
        "cited_plan_id": str,
    },
    "plans": {"plan": str, "plan_id": str, **_PLAN, "sha256": str},
}
_LAYOUTS: Final = {
    "answers": {
        "upper": [["upper"], ["upper_level"]],
        "lower": [["lower"], ["lower_level"]],
        "by": [["by"]],
        "measures_answered": [["measures_answered"]],
        "kept": [["kept"]],
        "raised": [["raised"]],
        "lowered": [["lowered"]],
        "portion": [["portion"]],
        "dropped": [["dropped"]],
        "added": [["added"]],
        "likely": [["likely"]],
    },
    "fates": {
        "fate": [["fate"], ["distance", "distance_unit"], ["part"], ["per_head"], ["day"], ["firmness"], ["confidence"]],
        **{side: [[side], [f"{side}_indicator"], [f"{side}_value", f"{side}_due"], [f"{side}_path"]] for side in _SIDES},
    },
}


def cascade_tables(cascade: Cascade, plans: Sequence[Plan], language: Language) -> list[Table]:
    """The tables of CASCADE_TABLES in their order. People are spared targets that only one plan has, and pairs that are not sure."""
    names = called(cascade.plans)
    fates = [(answer, fate) for answer in cascade.answers for fate in answer.targets]
    rows: dict[str, list[tuple[Cell, ...]]] = {
        "answers": [_answer(cascade, answer, names) for answer in cascade.answers],
        "levels": [_LEVEL.cells(row) for row in cascade.levels],
        "fates": [_fate(fate, (names[answer.upper], names[answer.lower]), language) for answer, fate in fates],
        "answered_measures": [row for answer in cascade.answers for row in _measures(answer, plans, names, language)],
        "missing": [
            (one.title, one.doc_number, len(one.plans), "\n".join(names[at] for at in one.plans)) for one in cascade.missing
        ],
        "citations": [*_citations(cascade, plans, names)],
        "plans": [
            (name, plan.id, *(getattr(plan, column) for column in _PLAN), read.sha256)
            for name, plan, read in zip(names, cascade.plans, cascade.inputs, strict=True)
        ],
    }
    spared = {
        "lone_targets": [at for at, (_, fate) in enumerate(fates) if fate.upper is None or fate.lower is None],
        "likely_pairs": [at for at, (_, fate) in enumerate(fates) if fate.confidence == "likely"],
    }
    likely = [
        at
        for at, pair in enumerate(pair for answer in cascade.answers for pair in answer.measures)
        if pair.confidence == "likely"
    ]
    layouts = {
        "answers": Layout(_LAYOUTS["answers"], scarce=("by", "measures_answered", "likely", "portion", "added", "dropped")),
        "fates": Layout(_LAYOUTS["fates"], spared, ("upper", "lower")),
        "answered_measures": Layout(spared={"likely_pairs": likely}, aside=True),
        "levels": Layout(
            scarce=("likely", "portion", "unlike", "mean_percent", "later", "earlier", "share_lowered", "added", "dropped")
        ),
        "missing": Layout(scarce=("named_by", "plan_count")),
        **{name: Layout(aside=True) for name in ("citations", "plans")},
    }
    links = {"fates": {f"{side}_value": Link("fates", f"{side}_quote", range(len(fates))) for side in _SIDES}}
    return [
        Table(name, columns, rows[name], links.get(name, {}), layout=layouts[name])
        for name, columns in CASCADE_TABLES.items()
    ]


def _answer(cascade: Cascade, answer: Answer, names: Sequence[str]) -> tuple[Cell, ...]:
    counts = [sum(found.fate == fate and found.confidence != "likely" for found in answer.targets) for fate in _FATES]
    likely = sum(found.confidence == "likely" for found in answer.targets)
    levels = (cascade.plans[answer.upper].level, cascade.plans[answer.lower].level)
    answered = len({id_ for pair in answer.measures if pair.confidence == "sure" for id_ in pair.left_ids})
    return (names[answer.upper], names[answer.lower], *levels, answer.by, answered, *counts, likely, answer.quote)


def _fate(fate: TargetFate, plans: tuple[str, str], language: Language) -> tuple[Cell, ...]:
    distance = (None, None) if fate.fate == "kept" else (fate.distance, fate.distance_unit)
    part = None if fate.part is None else f"{fate.part * 100:.3g}%"
    per_head = heads(fate.per_head, plans, language) if fate.per_head else None
    told = (fate.fate, *distance, part, per_head, fate.day, fate.days, fate.firmness, fate.obstacle, fate.confidence)
    return (*plans, *told, *_promise(fate.upper), *_promise(fate.lower))


def _promise(target: Target | None) -> tuple[Cell, ...]:
    if target is None:
        return (None,) * len(_PROMISE)
    return target.indicator, value_words(target), target.due, target.path, target.quote


def _measures(answer: Answer, plans: Sequence[Plan], names: Sequence[str], language: Language) -> Iterator[tuple[Cell, ...]]:
    titles = [{measure.id: measure.title for measure in plans[at].measures} for at in (answer.upper, answer.lower)]
    for pair in answer.measures:
        sides = (
            cell
            for paths, ids, own in zip((pair.left, pair.right), (pair.left_ids, pair.right_ids), titles, strict=True)
            for cell in ("\n".join(paths), "\n".join(own[id_] for id_ in ids))
        )
        yield (
            names[answer.upper],
            names[answer.lower],
            *sides,
            pair.confidence,
            pair.similarity,
            measure_reason(pair, language),
        )


def _citations(cascade: Cascade, plans: Sequence[Plan], names: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    titles = [{reference.id: reference.title for reference in plan.references} for plan in plans]
    for one in cascade.citations:
        title = titles[one.plan][one.reference_id]
        ids = (cascade.plans[one.plan].id, one.reference_id, cascade.plans[one.cited].id)
        yield names[one.plan], one.path, title, names[one.cited], one.by, one.answers, *ids
