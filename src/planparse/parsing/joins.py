"""What belongs to what: ids for items and clauses, and the clauses, rows, rules and times of each measure."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from planparse.language.amounts import Amount
from planparse.language.dates import Time
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.deadlines import is_labelled
from planparse.parsing.metadata import FrontMatter
from planparse.parsing.outline.items import Item, Places
from planparse.parsing.references import Citation
from planparse.parsing.responsibilities import GOES_ON, Clause
from planparse.parsing.tables.grids import Table
from planparse.parsing.targets import Found
from planparse.parsing.task_tables import assigned, duties
from planparse.text import Folded, Painted


class Readings(NamedTuple):
    """What the stages found, all in document order; offsets count in the canonical text."""

    head: FrontMatter
    items: list[Item]
    clauses: list[Clause]
    standing: list[Clause]
    tables: list[Table]
    citations: list[Citation]
    times: list[Time]
    amounts: list[Amount]
    painted: Painted
    targets: list[Found]


class Place(NamedTuple):
    """Where an offset lies: the path of what holds it, and its section and measure."""

    path: str
    section_id: str | None
    measure_id: str | None


_BRACKETS = frozenset("（〔【")
# 完成时限：集配中心2026年12月底前: of which part of the work a time of a clause is.
_PART = Pattern(
    rf"(?<=[：，；、。])(?!力争|计划|确保|争取|预计|最迟){HAN}{{2,16}}(?<![前于在为到])(?=[于在到]?$)",
    reads=("完成时限：集配中心", "；产地冷库于"),
    leaves=("完成时限：", "市教育局，力争到"),
)
# 进度安排：2026年3月底前出台细则，6月底前全面落实: as far as a label reaches, it is of the times behind it too.
_LONGEST_STEP = 24
_LABEL_ENDS = Pattern("[。；\n：]", reads=("；责任单位：",), leaves=("出台细则，",))
_MOST_OVER = 8  # clauses over one section: each of its measures gets them all, and a plan has one or two there


class Joins:
    """The ids of items and clauses, and the place of every offset."""

    def __init__(self, readings: Readings, folded: Folded) -> None:
        self.ids: dict[Item, str] = {}
        self.measures = [item for item in readings.items if item.is_measure]
        self._measures = {*self.measures}
        sections = [item for item in readings.items if item not in self._measures and item.is_section]
        for letter, listed in (("m", self.measures), ("s", sections)):
            self.ids.update((item, f"{letter}{at}") for at, item in enumerate(listed, 1))
        self._places = Places(readings.items)
        self._plan_start = readings.head.plan_start
        self._folded = folded
        self._ending = [time for time in readings.times if time.last is not None]
        self._labelled = self._labelled_times()
        self.deadline_ids = {time: f"d{at}" for at, time in enumerate(readings.times, 1)}
        self.clauses_of: dict[Item, list[tuple[str, Clause]]] = {}
        self.outside: list[Clause] = []
        number = 0
        for clause in readings.clauses:
            home = self._places.at(clause.start)
            if home in self._measures:
                number += 1
                self.clauses_of.setdefault(home, []).append((f"r{number}", clause))
            else:
                self.outside.append(clause)
        self.over_of: dict[Item, list[tuple[str, Clause]]] = {}
        for item, clause in self._governed(readings.items):
            number += 1
            self.over_of.setdefault(item, []).append((f"r{number}", clause))
        self.rows_of: dict[Item, list[tuple[str, Clause]]] = {}
        rows = [duty for table in readings.tables for duty in duties(table, folded)]
        for measure, clause in assigned(self.measures, rows):
            number += 1
            self.rows_of.setdefault(measure, []).append((f"r{number}", clause))
        self.standing_of: dict[Item, tuple[str, Clause]] = {}
        stated: dict[Item | None, Clause] = {}  # by the section that a rule stands in, the last rule so far
        rules = iter((*readings.standing, None))
        rule = next(rules)
        for item in readings.items:
            while rule is not None and rule.start < item.own_end:
                home = self._places.at(rule.start)
                stated[home.parent if home is not None and home.is_measure else home] = rule
                rule = next(rules)
            if item in self._measures and (governing := stated.get(item.parent)):
                number += 1
                self.standing_of[item] = (f"r{number}", governing)

    def _governed(self, items: list[Item]) -> list[tuple[Item, Clause]]:
        """The measures of sections that a clause stands over, each with the clause: of those of which none has one of its own.

        （一）市场准入。（市市场监管局牵头） before 1. answers for 1., 2. and 3.
        """
        over: dict[Item, list[Clause]] = {}
        for clause in self.outside:
            home = self._places.at(clause.start)
            if home is not None and home.is_section and home.children and clause.end <= home.own_end:
                held = over.setdefault(home, [])
                held += [clause] if len(held) < _MOST_OVER else []
        below: dict[Item, list[Item]] = {}
        for item in items:
            section = item.parent if item in self._measures else None
            while section is not None and section not in over:
                section = section.parent
            if section is not None:
                below.setdefault(section, []).append(item)
        found = [
            (measure, clause)
            for section, measures in below.items()
            if not any(measure in self.clauses_of for measure in measures)
            for measure in measures
            for clause in over[section]
        ]
        governing = {id(clause) for _, clause in found}
        self.outside = [clause for clause in self.outside if id(clause) not in governing]
        return found

    def responsibilities(self, item: Item) -> list[tuple[str, Clause]]:
        """The clauses of a measure, with their ids: its own or those over its section, its row in a table of duties, a standing rule."""
        own = [*self.clauses_of.get(item, []), *self.over_of.get(item, []), *self.rows_of.get(item, [])]
        return [*own, self.standing_of[item]] if item in self.standing_of else own

    def time_of(self, clause: Clause, what: str = "") -> Time | None:
        """The time that stands in a clause, or where its table says by when, if it has an end: of several the last, when all is done.

        完成时限：集配中心2026年12月底前，产地冷库2027年6月底前: of several with words of their own, that which names `what`.
        """
        start, end = clause.when or (clause.start, clause.end)
        if not clause.when and self._folded[end : end + 1] in _BRACKETS:
            # 〔责任单位：市水务局〕（2026年11月底前完成）
            behind = bisect_left(self._ending, end, key=lambda time: time.start)
            if behind < len(self._ending) and self._ending[behind].start == end + 1:
                return self._ending[behind]
        at = bisect_left(self._ending, end, key=lambda time: time.start) - 1
        if at < 0 or self._ending[at].start < start:
            return None
        time = self._ending[at]
        first = bisect_left(self._ending, start, key=lambda time: time.start)
        for part in self._ending[first : at + 1] if what and first < at else ():
            named = _PART.search(self._folded, start, part.start)
            if named and (named.group() in what or what in named.group()):
                return part
        return None if GOES_ON.match(self._folded, time.end, end) else time

    def _labelled_times(self) -> dict[Item | None, Time]:
        """The last time behind a label of each item that has one."""
        labelled: dict[Item | None, Time] = {}
        said = -1  # where the last such time ends
        for time in self._ending:
            near = 0 <= said <= time.start <= said + _LONGEST_STEP
            goes_on = near and not _LABEL_ENDS.search(self._folded, said, time.start)
            if goes_on or is_labelled(self._folded, time.start):
                labelled[self._places.at(time.start)] = time
                said = time.end
        return labelled

    def clause_of(self, found: Found, item: Item | None) -> tuple[str, Clause] | None:
        """The clause that answers for a target of an item, with its id: of several the first behind the target, or the last."""
        if item is None:
            return None
        clauses = self.clauses_of.get(item) or self.over_of.get(item) or self.rows_of.get(item) or []
        behind = bisect_left(clauses, found.end, key=lambda pair: pair[1].start)
        return clauses[min(behind, len(clauses) - 1)] if clauses else None

    def due_of(self, found: Found, item: Item | None, clause: Clause | None) -> Time | None:
        """By when a target is due: as its sentence says, else the clause that answers for it, else a label in its item."""
        said = found.due or (self.time_of(clause, found.indicator) if clause else None)
        return said or self._labelled.get(item)

    def item(self, offset: int) -> Item | None:
        """The innermost item around an offset."""
        return self._places.at(offset)

    def section_id(self, item: Item) -> str | None:
        """The id of the section above an item."""
        above = item.parent
        while above is not None and not above.has_title:
            above = above.parent
        return self.ids.get(above) if above else None

    def place(self, offset: int) -> Place:
        """Path and ids of what holds an offset."""
        item = self._places.at(offset)
        while item is not None and not item.has_title and item not in self._measures:
            item = item.parent
        if item is None or item.is_plan:
            return Place("notice" if offset < self._plan_start else "preamble", None, None)
        if item in self._measures:
            return Place(item.path, self.section_id(item), self.ids[item])
        return Place(item.path, self.ids[item], None)
