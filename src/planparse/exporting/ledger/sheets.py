"""A ledger laid out for paper: a title, a line that says what it holds, and its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from planparse.exporting.ledger.shares import Asked, Place, Share, Task, Times
from planparse.exporting.tables import Cell, Kind, Table
from planparse.labels import Language, heading, note, worded
from planparse.model import Role, Target
from planparse.wording import promise_words, value_words

LEDGER_TABLES: Final[dict[str, dict[str, Kind]]] = {
    "ledger": {
        "no": int,
        "task": str,
        "target_values": str,
        "lead_bodies": str,
        "supporting_bodies": str,
        "due_by": str,
        "stands_in": str,
    },
    "other_targets": {"no": int, "indicator": str, "target_values": str, "due_by": str, "stands_in": str},
}
WIDTHS: Final = {
    "no": 6,
    "task": 24,
    "indicator": 42,
    "target_values": 38,
    "lead_bodies": 16,
    "supporting_bodies": 24,
    "due_by": 14,
    "stands_in": 26,
}
"""How wide the columns are on paper, in characters that take half the room of a Chinese one."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The ledger: what it is called, what it holds, and those of LEDGER_TABLES that have rows."""

    title: str
    caption: str
    tables: Sequence[Table]


def sheets(shares: Sequence[Share], asked: Asked, language: Language) -> Sheets:
    """The ledger of these plans, numbered through. Where there are several, each row says its plan."""
    filled = [share for share in shares if share.tasks or share.goals]
    several = len(filled) > 1
    tasks, goals = count(1), count(1)
    rows: dict[str, list[tuple[Cell, ...]]] = {name: [] for name in LEDGER_TABLES}
    for share in filled:
        plan = share.called if several else None
        for task in share.tasks:
            due = _due(task.times, language)
            rows["ledger"].append((next(tasks), *_duty(task, language), due, _source(plan, task.place, language)))
        for goal in share.goals:
            value, due = value_words(goal.target), _due(goal.times, language)
            source = _source(plan, goal.place, language)
            rows["other_targets"].append((next(goals), indicator_words(goal.target, language), value, due, source))
    said = [
        note("ledger_plans", language, len(filled)) if several else next((share.called for share in filled), ""),
        note("ledger_body", language, asked.body) if asked.body is not None else "",
        note("ledger_due", language, asked.due) if asked.due is not None else "",
    ]
    return Sheets(
        heading("ledger", language),
        ("　" if language == "zh" else " · ").join(filter(None, said)),
        [Table(name, columns, rows[name]) for name, columns in LEDGER_TABLES.items() if rows[name]],
    )


def indicator_words(target: Target, language: Language) -> str:
    """What is measured, with what must become true of it: 县级中医院（达到三级水平）."""
    outcome = note("outcome", language, target.outcome) if target.outcome else ""
    return f"{target.indicator}{outcome}"


def bodies_words(task: Task, role: Role) -> str:
    """The bodies of this role, a line for each clause, as printed."""
    lines = []
    for clause in task.measure.responsibilities:
        names = dict.fromkeys(unit.name for unit in clause.units if unit.role == role)
        if names:
            # 等 stands behind the last name of the clause.
            more = "等" if clause.open_ended and clause.units[-1].role == role else ""
            lines.append("、".join(names) + more)
    return "\n".join(dict.fromkeys(lines))


def place_words(place: Place, language: Language) -> str:
    """The path, and the page where there is one: 二、/1. 第 3 页."""
    page = note("page", language, place.page) if place.page is not None else ""
    return " ".join(filter(None, (worded("path", place.path, language), page)))


def _duty(task: Task, language: Language) -> Iterator[str]:
    """The task, its targets, who leads and who supports."""
    several = len(task.times.days) > 1
    yield task.measure.title
    yield "\n".join(
        f"{indicator_words(target, language)} {promise_words(target, language) if several else value_words(target)}"
        for target in task.targets
    )
    # Where no role is told apart, the bodies stand where those who lead do, and it says so.
    responsible = bodies_words(task, "responsible")
    told = note("responsible", language, responsible) if responsible else ""
    yield "\n".join(filter(None, (bodies_words(task, "lead"), told)))
    yield bodies_words(task, "support")


def _due(times: Times, language: Language) -> str:
    around = (note("by_context", language, day) for day in times.days_of_context)
    return "\n".join((*map(str, times.days), *around, *times.others))


def _source(plan: str | None, place: Place, language: Language) -> str:
    return "\n".join(filter(None, (plan, place_words(place, language))))
