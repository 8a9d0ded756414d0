"""Selects the tasks of a ledger: all, those of one body, or those due in a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planparse.model import Deadline, Measure, Metadata, Path, Plan, ResponsibleUnit, Target


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or a month of one.

    >>> date(2025, 6, 30) in Period(2025, 6), date(2025, 6, 30) in Period(2025), str(Period(2025, 6))
    (True, True, '2025-06')
    """

    year: int
    month: int | None = None

    def __contains__(self, day: date) -> bool:
        return day.year == self.year and self.month in {None, day.month}

    def __str__(self) -> str:
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a ledger is to hold: the tasks of a body, and what falls due in a period; None asks for all."""

    body: str | None = None
    due: Period | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in its plan; the page counts from 1 and is None where the plan has none."""

    path: Path
    page: int | None


@dataclass(frozen=True, slots=True)
class Times:
    """By when something is to be done: days that are said, days that only the surroundings give, times that are no days."""

    days: Sequence[date]
    days_of_context: Sequence[date]
    others: Sequence[str]

    def within(self, period: Period | None) -> bool:
        """Whether one of the days lies in the period."""
        return period is None or any(day in period for day in (*self.days, *self.days_of_context))


@dataclass(frozen=True, slots=True)
class Task:
    """A measure with all that a ledger says of it."""

    measure: Measure
    targets: Sequence[Target]
    times: Times
    place: Place

    def units(self) -> Iterator[ResponsibleUnit]:
        """The bodies that its clauses name."""
        return (unit for clause in self.measure.responsibilities for unit in clause.units)


@dataclass(frozen=True, slots=True)
class Goal:
    """A target that stands outside all measures."""

    target: Target
    times: Times
    place: Place


@dataclass(frozen=True, slots=True)
class Event:
    """A deadline with its day, what is to be done by then, and the targets that it governs."""

    deadline: Deadline
    tasks: Sequence[Task]
    heading: str | None
    targets: Sequence[Target]
    place: Place


@dataclass(frozen=True, slots=True)
class Share:
    """What a ledger holds of a plan: its tasks in order, targets outside of them, its dated deadlines, and all bodies it names."""

    plan_id: str
    name: str | None
    metadata: Metadata
    tasks: Sequence[Task]
    goals: Sequence[Goal]
    events: Sequence[Event]
    bodies: Collection[str]

    @property
    def called(self) -> str:
        """What people call the plan, 《…》 where it has a title; before that its place, where the title does not say it."""
        title, region = self.metadata.title or self.metadata.notice_title, self.metadata.region
        if title is None:
            return self.name or self.plan_id
        place = region.county or region.city or region.province or ""
        # 济宁市 stands in 济宁市关于…, and 济宁 in 健康济宁….
        return f"《{title}》" if place[:-1] in title else f"{place}《{title}》"


def share_of(plan: Plan, asked: Asked) -> Share:
    """What of the plan is asked for.

    A task is a body's where a clause of its names the body, whatever the name: the full official names are compared, so 财政局
    and 市财政局 of a city's plan are one, and that of another city is not, nor the province's. Of classes of bodies (各县、区人民政府), the kind
    and the level are compared. It falls due in a period where one of its days does.
    """
    tasks = [*_tasks(plan)]
    bodies = {unit.name for task in tasks for unit in task.units()}
    events = _events(plan, tasks)
    goals = _goals(plan)
    if asked.body is not None:
        tasks = _of_body(tasks, asked.body, plan)
        own = {task.measure.id for task in tasks}
        events = [event for event in events if any(task.measure.id in own for task in event.tasks)]
        goals = []
    return Share(
        plan.id,
        plan.source.name,
        plan.metadata,
        [task for task in tasks if task.times.within(asked.due)],
        [goal for goal in goals if goal.times.within(asked.due)],
        [event for event in events if asked.due is None or (event.deadline.end and event.deadline.end in asked.due)],
        bodies,
    )


def _of_body(tasks: Iterable[Task], name: str, plan: Plan) -> list[Task]:
    from planparse.language.folding import fold  # noqa: PLC0415 - the lexicons are slow to load
    from planparse.language.organizations import resolve  # noqa: PLC0415

    meant = resolve(fold(name.strip()), plan.metadata.region)

    def is_meant(unit: ResponsibleUnit) -> bool:
        if meant.is_group and unit.is_group:
            return (unit.body, unit.level) == (meant.body, meant.level)
        return unit.canonical == meant.canonical

    return [task for task in tasks if any(map(is_meant, task.units()))]


def _tasks(plan: Plan) -> Iterator[Task]:
    known = {deadline.id: deadline for deadline in plan.deadlines}
    targets: dict[str | None, list[Target]] = defaultdict(list)
    deadlines: dict[str, list[Deadline]] = defaultdict(list)
    for target in plan.targets:
        targets[target.measure_id].append(target)
    for id_, measures in _governed(plan).items():
        for measure_id in measures:
            deadlines[measure_id].append(known[id_])
    for measure in plan.measures:
        own = targets[measure.id]
        times = [*deadlines[measure.id], *(known[target.deadline_id] for target in own if target.deadline_id)]
        days = [clause.due for clause in measure.responsibilities]
        yield Task(measure, own, _times(times, days, own), _place(plan, measure))


def _governed(plan: Plan) -> dict[str, list[str]]:
    """The measures that each deadline is for: those whose clause names it, as in the row of a table, or else the one it stands in."""
    by_clause: dict[str, list[str]] = defaultdict(list)
    for measure in plan.measures:
        for id_ in dict.fromkeys(clause.deadline_id for clause in measure.responsibilities if clause.deadline_id):
            by_clause[id_].append(measure.id)
    return {
        deadline.id: by_clause.get(deadline.id) or ([deadline.measure_id] if deadline.measure_id else [])
        for deadline in plan.deadlines
    }


def _goals(plan: Plan) -> list[Goal]:
    known = {deadline.id: deadline for deadline in plan.deadlines}
    return [
        Goal(target, _times([known[target.deadline_id]] if target.deadline_id else [], [], [target]), _place(plan, target))
        for target in plan.targets
        if target.measure_id is None
    ]


def _times(deadlines: Iterable[Deadline], days: Iterable[date | None], targets: Sequence[Target]) -> Times:
    deadlines = [*deadlines]
    said = {*days, *(deadline.end for deadline in deadlines), *(target.due for target in targets)} - {None}
    around = {target.due_context.date for target in targets if target.due_context and target.due is None} - said
    others = dict.fromkeys(deadline.text for deadline in deadlines if deadline.end is None)
    return Times(sorted(filter(None, said)), sorted(around), [*others])


def _events(plan: Plan, tasks: Sequence[Task]) -> list[Event]:
    headings = {section.id: section.heading for section in plan.sections}
    by_measure = {task.measure.id: task for task in tasks}
    governed = _governed(plan)
    targets: dict[str | None, list[Target]] = defaultdict(list)
    for target in plan.targets:
        targets[target.deadline_id].append(target)
    return [
        Event(
            deadline,
            [by_measure[id_] for id_ in governed[deadline.id]],
            headings.get(deadline.section_id or ""),
            targets[deadline.id],
            _place(plan, deadline),
        )
        for deadline in plan.deadlines
        if deadline.end
    ]


def _place(plan: Plan, item: Measure | Target | Deadline) -> Place:
    return Place(item.path, plan.source.page_at(item.span.start))
