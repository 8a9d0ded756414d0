"""The page of a cascade: the tree of who carries out whom, what becomes of targets by level, and each upper plan beside its lower ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from planparse.cascading.called import called
from planparse.cascading.results import Answer, Cascade, TargetFate
from planparse.labels import Language
from planparse.model import Plan, Target
from planparse.pages.charts import bars
from planparse.pages.rendering import render

FATES: Final = ("raised", "kept", "lowered", "portion", "unlike", "dropped")


@dataclass(frozen=True, slots=True)
class Node:
    """A plan of the tree, or a missing document, with what leads from the one above it, and those below."""

    name: str
    plan: int | None
    doc_number: str | None
    answer: int | None = None
    below: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """An upper plan with all that answer it: a row for each of its targets, and what each lower plan makes of it."""

    upper: int
    answers: list[tuple[int, Answer]]
    rows: list[tuple[Target, list[TargetFate | None]]]
    added: list[tuple[int, list[Target]]]


def cascade_page(cascade: Cascade, plans: Sequence[Plan], language: Language) -> str:
    """A self-contained HTML page of a cascade; `language` is that of the interface until the reader switches."""
    names = called(cascade.plans)
    levels = {f"{row.upper_level} {row.lower_level}": {fate: getattr(row, fate) for fate in FATES} for row in cascade.levels}
    tree = [*_tree(cascade, names)]
    return render(
        "cascade.html.jinja",
        language,
        title="、".join(node.name for node in tree[:2] if node.below) or "、".join(names[:2]),
        cascade=cascade,
        names=names,
        tree=tree,
        sheets=[*_sheets(cascade)],
        measures=[{measure.id: measure for measure in plan.measures} for plan in plans],
        fates=FATES,
        bars=bars(levels),
        numbers={
            "plans": len(plans),
            "answers": len(cascade.answers),
            "compared": sum(row.compared for row in cascade.levels),
            "raised": sum(row.raised for row in cascade.levels),
            "missing": len(cascade.missing),
        },
    )


def _tree(cascade: Cascade, names: Sequence[str]) -> Iterator[Node]:
    """The plans and missing documents that nothing stands above; a plan that carries out several stands below each of them."""
    below: dict[int, list[tuple[int, int]]] = {}
    for at, answer in enumerate(cascade.answers):
        below.setdefault(answer.upper, []).append((at, answer.lower))
    answering = {answer.lower for answer in cascade.answers}

    def node(plan: int, above: frozenset[int], answer: int | None) -> Node:
        line = above | {plan}
        lower = [node(one, line, at) for at, one in below.get(plan, ()) if one not in line]
        return Node(names[plan], plan, cascade.plans[plan].doc_number, answer, lower)

    # Plans that carry out each other in a circle have none above them: the first of them stands for all.
    tops = [at for at in range(len(names)) if at not in answering and at in below]
    reached = {*tops}
    todo = [*tops]
    while todo:
        for _, one in below.get(todo.pop(), ()):
            if one not in reached:
                reached.add(one)
                todo.append(one)
    tops += [at for at in below if at not in reached]
    shared = {plan for document in cascade.missing if len(document.plans) > 1 for plan in document.plans}
    for at in tops:
        if at not in shared:
            yield node(at, frozenset(), None)
    for document in cascade.missing:
        if len(document.plans) > 1:
            lower = [node(plan, frozenset(), None) for plan in document.plans]
            yield Node(document.title, None, document.doc_number, None, lower)


def _sheets(cascade: Cascade) -> Iterator[Sheet]:
    by_upper: dict[int, list[tuple[int, Answer]]] = {}
    for at, answer in enumerate(cascade.answers):
        by_upper.setdefault(answer.upper, []).append((at, answer))
    for upper, answers in by_upper.items():
        targets: dict[str, Target] = {}
        found: dict[str, list[TargetFate | None]] = {}
        for column, (_, answer) in enumerate(answers):
            for fate in answer.targets:
                if fate.upper:
                    targets[fate.upper.id] = fate.upper
                    found.setdefault(fate.upper.id, [None] * len(answers))[column] = fate
        rows = sorted(((targets[id_], fates) for id_, fates in found.items()), key=lambda row: row[0].span.start)
        added = [
            (answer.lower, [fate.lower for fate in answer.targets if fate.lower and not fate.upper]) for _, answer in answers
        ]
        yield Sheet(upper, answers, rows, [(lower, own) for lower, own in added if own])
