"""Tables of tasks: a row that repeats a measure of the text gives it its bodies, and a row with a task of its own is a measure.

Only words pair a row with a measure: a list of tasks has as many rows as the text has measures by chance as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import merge
from typing import NamedTuple

from planparse.language.body_names import JOINT
from planparse.language.folding import fold
from planparse.language.marks import Mark, read_mark
from planparse.language.organizations import split_bodies
from planparse.language.patterns import Pattern
from planparse.parsing.outline.items import Item
from planparse.parsing.repeats import repeated
from planparse.parsing.responsibilities import Clause, UnitName
from planparse.parsing.tables.grids import Cell, Table
from planparse.parsing.targets.indicators import cells_that_say
from planparse.text import Folded

_NUMBER_END = ".、 "
_SHORTEST_NAME = 3
_WITHIN_NAME = Pattern(
    "各(?![市县区州乡镇街])|[—/]", reads=("各部门", "/市教育局"), leaves=("各县（市、区）", "市教育局"), by="match"
)  # 市政府各部门 is one
_NO_LETTER = Pattern(r"[\W_]", reads=("建设 中心", "（一）"), leaves=("建设中心",))


class Duty(NamedTuple):
    """A row of a 任务分工表: the words of its task without their mark, its cells, that of the task, and the clause that its bodies make."""

    words: str
    row: tuple[Cell, ...]
    task: Cell
    clause: Clause


def duties(table: Table, folded: Folded) -> Iterator[Duty]:
    """The rows of a 任务分工表 that name bodies."""
    task, when = _task_column(table, folded), table.column("deadline")
    if task is None or table.column("bodies") is None:
        return
    for row in table.rows:
        names: list[UnitName] = []
        open_ended = False
        for column, (start, end) in zip(table.columns, row, strict=True):
            if column.what == "bodies" and column.role:
                listed = split_bodies(folded, start, end)
                open_ended |= listed.open_ended
                names += [UnitName(a, b, column.role) for name in listed.names for a, b in _parted(folded, *name)]
        begin, stop = row[task]
        if names and begin < stop:
            mark = read_mark(folded, begin)
            said = folded[mark.end if mark and mark.end < stop else begin : stop]
            said_when = None if when is None else row[when]
            clause = Clause(row[0][0], row[-1][1], "table", "table", open_ended, tuple(names), said_when)
            yield Duty(said, row, (begin, stop), clause)


def _parted(folded: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a cell that has lost what stood between them: 市财政局市教育局."""
    begin = start
    for joint in JOINT.finditer(folded, start, end):
        if min(joint.end() - begin, end - joint.end()) >= _SHORTEST_NAME and not _WITHIN_NAME.match(folded, joint.end()):
            yield begin, joint.end()
            begin = joint.end()
    yield begin, end


def _task_column(table: Table, folded: Folded) -> int | None:
    """The first column of tasks in which no cell is like another, for 重点任务 may head the 具体措施 of many rows; else the last."""
    columns = [at for at, column in enumerate(table.columns) if column.what == "task"]
    for at in columns[:-1]:
        said = [folded[slice(*row[at])] for row in table.rows]
        if len({*said}) == len(said):
            return at
    return columns[-1] if columns else None


def with_tasks(text: str, folded: Folded, items: Sequence[Item], tables: Sequence[Table]) -> list[Item]:
    """The items with those of tables whose tasks are not those of the text among them, in document order.

    A table of which half of the rows repeat measures is one that shares the measures out; its other rows are no measures either.
    """
    shared = [[*duties(table, folded)] for table in tables]
    repeated_by = _repeated_by([item for item in items if item.is_measure], [duty for rows in shared for duty in rows])
    made: list[Item] = []
    for table, rows in zip(tables, shared, strict=True):
        own = [duty for duty, measure in zip(rows, repeated_by, strict=False) if measure is None]
        if len(own) * 2 > len(rows):
            above = _holder(items, table.start)
            new = [*_made(text, folded, above, table, own)]
            if above is not None and new:
                above.children += new
                above.own_end = min(above.own_end, new[0].start)
            made += new
    return [*merge(items, made, key=lambda item: item.start)]


def assigned(measures: Sequence[Item], rows: Sequence[Duty]) -> Iterator[tuple[Item, Clause]]:
    """The rows of duties, each with the measure that it repeats."""
    for duty, measure in zip(rows, _repeated_by(measures, rows), strict=True):
        if measure is not None:
            yield measure, duty.clause


def cells_of_tasks(folded: Folded, items: Sequence[Item], tables: Sequence[Table]) -> Iterator[Cell]:
    """The stretches of the tasks that stand in tables, and of what they come to, in order: not of those that the text has as well."""
    made = {item.start: item for item in items if item.mark.family == "row"}
    for table in tables:
        is_shared, task = table.column("bodies") is not None, table.column("task")
        tasks = [at for at, column in enumerate(table.columns) if column.what == "task"]
        says = cells_that_say(folded, table)
        for row in table.rows:
            item = made.get(row[0][0])
            if item is None and is_shared:
                continue
            if item:  # 建设内容 beside 项目名称 says what the task comes to
                beside = [row[at] for at in tasks if not row[at][0] <= item.body < row[at][1]]
                own = [(item.body, item.heading_end), *beside]
            else:
                own = [] if task is None or not says else [row[task]]
            yield from sorted({*own, *says.get(row[0][0], ())})


def _repeated_by(measures: Sequence[Item], rows: Sequence[Duty]) -> Iterator[Item | None]:
    """For each row the first measure whose title its words repeat, or hold, or are part of."""
    if rows:
        titles = [_plain(measure.heading) for measure in measures]
        for at in repeated([_plain(duty.words) for duty in rows], titles):
            yield None if at is None else measures[at]


def _holder(items: Sequence[Item], at: int) -> Item | None:
    """The innermost item that holds an offset and can have more below it."""
    number = bisect_right(items, at, key=lambda item: item.start)
    item = items[number - 1] if number else None
    while item is not None and item.is_measure:
        item = item.parent
    return item


def _made(text: str, folded: Folded, above: Item | None, table: Table, rows: Sequence[Duty]) -> Iterator[Item]:
    column = table.column("number")
    for number, duty in enumerate(rows, 1):
        start, end = duty.task
        mark = read_mark(folded, start)
        if mark and mark.end < end:
            start = mark.end
        printed = ""
        if column is not None:
            printed = folded[slice(*duty.row[column])].rstrip(_NUMBER_END)
        heading = text[start:end].strip()
        marker = f"{printed}." if printed.isdigit() else printed or heading
        path = f"{above.path}/{marker}" if above else marker
        mark = Mark(duty.clause.start, start, "row", number, marker)
        level = above.level + 1 if above else 1
        stop = duty.clause.end
        yield Item(mark, above, path, level, duty.clause.start, start, heading, end, stop, stop, "tasks")


def _plain(words: str) -> str:
    """The words without marks and blanks, for comparing titles."""
    return _NO_LETTER.sub("", fold(words))
