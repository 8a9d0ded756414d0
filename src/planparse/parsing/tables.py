"""Tables that stand in a plan's text: a 任务分工表 gives measures their bodies, a table of indicators gives targets.

A row is a line whose cells are parted by tabs or by |, or, where a page was copied cell by cell, as many lines as the table has
columns. A line between rows, whose words span all columns, heads a group of them. The header tells what stands in each column:
lexicons/tables.yaml and the labels of lexicons/roles.yaml. Nothing is read from a table without a header that says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from planparse.language.clause_labels import OF_DEADLINES, ROLE_OF
from planparse.language.folding import fold
from planparse.language.lexicon import words
from planparse.language.marks import MARKS, read_mark
from planparse.language.organizations import split_bodies
from planparse.language.patterns import Pattern
from planparse.model import QuantityRole, Role
from planparse.parsing.responsibilities import Clause, UnitName
from planparse.text import Folded, line_end

Cell = tuple[int, int]


class Column(NamedTuple):
    """What stands in a column: `what` is a list of lexicons/tables.yaml or `bodies`; `role` that of the bodies, `year` that of values."""

    what: str
    role: Role | None = None
    year: int | None = None


class Table(NamedTuple):
    """A table: offsets of all of it, its columns, and its rows, each with as many cells as there are columns."""

    start: int
    end: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, what: str) -> int | None:
        """The first column with something, None where there is none."""
        return next((at for at, column in enumerate(self.columns) if column.what == what), None)


_YEAR_COLUMN = Pattern(
    r"(?P<year>20\d\d)年?(?P<what>目标值?|规划目标|预期目标|现状值?|实际值?|实际|完成值?|基数|基期值?)?(?:（[^（）]*）)?",
    reads=("2025年目标值", "2020年现状", "2025年"),
    leaves=("年度目标", "2025年计划"),
    by="fullmatch",
)
_BRACKET = Pattern("（[^（）]*）$", reads=("指标（单位）", "目标值（%）"), leaves=("（一）指标",))
# 基期值（2020年）
_YEAR_IN_BRACKET = Pattern(
    r"（(?P<year>20\d\d)年?）$", reads=("基期值（2020年）", "目标值（2025）"), leaves=("目标值（%）", "2025年目标值")
)
_FEWEST_COLUMNS = 2
# A run of more headings than this, a line each, heads no table; without a bound each of them would be read with all behind it, and
# each row would get a cell for each.
_MOST_COLUMNS = 30
_LONGEST_HEADER = 14
_LONGEST_SPLIT = 5  # characters of a heading that stands on two lines, its line end among them
_LONGEST_CELL = 400
# 1. 2. as a cell of its own, or 一 and （一） for a group of rows.
_ROW_NUMBER = Pattern(r"\d{1,3}[.、]?", reads=("1", "12.", "3、"), leaves=("1.1", "第1项"), by="fullmatch")
# What can stand under 序号: a number of any kind, or nothing.
_NUMBER_CELL = Pattern(
    r"[\d.、（）—/ 一二三四五六七八九十①-⑳*★-]*", reads=("1", "一", "（二）", ""), leaves=("建设中心",), by="fullmatch"
)
# A line that heads a group of rows, and how many of them can stand on one another: 一、资源配置 over （一）床位.
_GROUP = Pattern(
    r"(?!附[件表录图]|附[：:]|表[ ]?\d)[^。；|\n]{1,50}",
    reads=("一、资源配置", "经济发展"),
    leaves=("附件1：任务分工表", "加强领导。", "表1"),
    by="fullmatch",
)
_MOST_GROUPS = 3


def find_tables(text: str, folded: Folded, start: int) -> Iterator[Table]:
    """The tables behind `start`, in order. `text` has its tabs, `folded` is its twin."""
    # A header of cells that are lines begins with 序号.
    if "\t" not in text and "|" not in text and "号\n" not in folded:
        return
    at = start
    while at < len(text):
        end = line_end(text, at)
        table = _of_lines(text, folded, at, end) if _is_row(text, at, end) else _of_cells(text, folded, at)
        if table:
            yield table
            at = max(table.end, end) + 1
        else:
            at = end + 1


def _is_row(text: str, start: int, end: int) -> bool:
    return text.find("\t", start, end) >= 0 or text.count("|", start, end) >= _FEWEST_COLUMNS


def _of_lines(text: str, folded: Folded, start: int, end: int) -> Table | None:
    """The table whose header is the line from `start` to `end`."""
    columns = _columns(folded, _cells(text, start, end))
    if not tells(columns):
        return None
    headers = {_words(folded, _cells(text, start, end))}
    below = line_end(text, min(end + 1, len(text)))
    second = _columns(folded, _cells(text, end + 1, below)) if _is_row(text, end + 1, below) else ()
    if len(second) == len(columns) and tells(second):
        headers.add(_words(folded, _cells(text, end + 1, below)))
        columns, end = second, below  # 责任分工 over 牵头单位 and 配合单位
    rows: list[tuple[Cell, ...]] = []
    again = False
    groups: dict[str, int] = {}
    stop, at = end, end + 1
    while at < len(text):
        below = line_end(text, at)
        if not _is_row(text, at, below):
            behind = _behind_groups(text, folded, at, columns, groups)
            if behind is None:
                break
            at, below = behind, line_end(text, behind)
        cells = _cells(text, at, below)
        if _words(folded, cells) in headers:
            again = True  # each page of a long table begins with its header
        elif any(folded[a:b].strip("—：: ") for a, b in cells):  # |---|---| under the header of a markdown table
            rows.append((*cells, *(((below, below),) * len(columns)))[: len(columns)])
        stop, at = below, below + 1
    return Table(start, stop, columns, tuple(rows)) if rows or again else None


def _words(folded: Folded, cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(folded[start:end].strip() for start, end in cells)


def _behind_groups(text: str, folded: Folded, start: int, columns: Sequence[Column], groups: dict[str, int]) -> int | None:
    """Where the row begins that follows lines that head a group of rows; None where the table ends before them.

    `groups` has the last number of each family of marks in this table. A heading behind the table that is marked goes on with
    the numbers of the text, and one of a group with those of the table.
    """
    at = start
    for _ in range(_MOST_GROUPS):
        end = line_end(text, at)
        if not _GROUP.fullmatch(folded, at, end):
            return None
        if mark := read_mark(folded, at):
            if mark.number != groups.get(mark.family, 0) + 1:
                return None
            for family in [family for family in groups if MARKS.rank(family) > MARKS.rank(mark.family)]:
                del groups[family]
            groups[mark.family] = mark.number
        at = end + 1
        if at >= len(text):
            return None
        end = line_end(text, at)
        if _is_row(text, at, end):
            return at if _goes_on(folded, _cells(text, at, end), columns) else None
    return None


def _goes_on(folded: Folded, cells: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether a row goes on with a table behind the heading of a group: it is as wide and no header."""
    # The last of many cells is lost where it is empty.
    fewest = len(columns) - (len(columns) > _FEWEST_COLUMNS + 1)
    if not fewest <= len(cells) <= len(columns):
        return False
    if columns[0].what == "number" and not _NUMBER_CELL.fullmatch(folded, *cells[0]):
        return False
    headings = _columns(folded, cells)
    return not tells(headings) and sum(column.what != "" and column.year is None for column in headings) < _FEWEST_COLUMNS


def _cells(text: str, start: int, end: int) -> list[Cell]:
    mark = "\t" if text.find("\t", start, end) >= 0 else "|"
    cuts = [start - 1, *(at for at in range(start, end) if text[at] == mark), end]
    cells = [_stripped(text, a + 1, b) for a, b in pairwise(cuts)]
    # | a | b | has marks outside as well.
    if mark == "|" and cells and cells[0][0] == cells[0][1]:
        cells = cells[1:]
    return cells[:-1] if mark == "|" and cells and cells[-1][0] == cells[-1][1] else cells


def _stripped(text: str, start: int, end: int) -> Cell:
    words_ = text[start:end]
    start += len(words_) - len(words_.lstrip())
    return start, max(start, start + len(words_.strip()))


def _of_cells(text: str, folded: Folded, start: int) -> Table | None:
    """The table whose cells are lines, the header beginning with the line at `start`."""
    header: list[Cell] = []
    at = start
    while at < len(text) and (end := line_end(text, at)) - at <= _LONGEST_HEADER:
        if not column_of(folded[at:end]).what:
            end = line_end(text, min(end + 1, len(text)))  # 指 over 标
            if end - at > _LONGEST_SPLIT or not column_of(folded[at:end]).what:
                break
        header.append((at, end))
        at = end + 1
        if len(header) > _MOST_COLUMNS:
            return None
    columns = _columns(folded, header)
    if len(columns) <= _FEWEST_COLUMNS or columns[0].what != "number" or not tells(columns):
        return None
    rows: list[tuple[Cell, ...]] = []
    stop = header[-1][1]
    while at < len(text):
        cells: list[Cell] = []
        while at < len(text) and len(cells) < len(columns):
            end = line_end(text, at)
            if end - at > _LONGEST_CELL or (
                cells and _ROW_NUMBER.fullmatch(folded, at, end) and int(folded[at:end].rstrip(".、")) == len(rows) + 2
            ):
                break
            cells.append((at, end))
            at = end + 1
        if not cells or not _ROW_NUMBER.fullmatch(folded, *cells[0]):
            break
        if len(cells) == len(columns):
            rows.append(tuple(cells))
        stop = cells[-1][1]
    return Table(start, stop, columns, tuple(rows)) if rows else None


@cache
def _headings() -> dict[str, Column]:
    headings = {word: Column(what) for what, list_ in words("tables").items() for word in list_}
    headings |= {label: Column("bodies", role) for label, role in ROLE_OF.items()}
    headings |= dict.fromkeys(OF_DEADLINES, Column("deadline"))
    return headings


def _columns(folded: Folded, header: Sequence[Cell]) -> tuple[Column, ...]:
    """What the columns hold; of several years without more words the first is what is, the others what is to be."""
    columns = [column_of(folded[a:b]) for a, b in header]
    years = [at for at, column in enumerate(columns) if column.what == "target" and column.year is not None]
    if len(years) > 1 and not any(column.what == "now" for column in columns):
        columns[years[0]] = columns[years[0]]._replace(what="now")
    return tuple(columns)


def column_of(heading: str) -> Column:
    """What a column with this heading holds; `what` is empty where nobody knows."""
    heading = heading.replace(" ", "").replace("\n", "")
    if len(heading) > _LONGEST_HEADER + 10:
        return Column("")
    found = _headings().get(heading) or _headings().get(_BRACKET.sub("", heading).rstrip("/"))
    if found:
        year_in = _YEAR_IN_BRACKET.search(heading)
        return found._replace(year=int(year_in.group("year"))) if year_in and found.what in ("now", "target") else found
    if year := _YEAR_COLUMN.fullmatch(heading):
        said = year.group("what") or ""
        return Column("now" if said[:1] in ("现", "实", "完", "基") and said else "target", year=int(year.group("year")))
    return Column("")


def is_heading(words_: str) -> bool:
    """Whether a column of a table can be headed so."""
    return column_of(words_).what != ""


def is_header(line: str) -> bool:
    """Whether a line is the header of a table that can be read."""
    return tells(_columns(fold(line), _cells(line, 0, len(line))))


def tells(columns: Sequence[Column]) -> bool:
    """Whether a header is that of a table that can be read: tasks with bodies, or indicators with values."""
    found = {column.what for column in columns} if len(columns) <= _MOST_COLUMNS else set()
    return {"task", "bodies"} <= found or ("indicator" in found and not found.isdisjoint(("target", "growth")))


# What a number in a column is, where it is no target.
_ROLES: dict[str, QuantityRole] = {
    "number": "numbering",
    "now": "existing",
    "indicator": "name",
    "task": "name",
    "unit": "name",
}


def cells_by_role(table: Table) -> Iterator[tuple[int, int, QuantityRole]]:
    """The cells whose numbers have their role from the column, in order."""
    for row in table.rows:
        for column, (start, end) in zip(table.columns, row, strict=True):
            if start < end and column.what in _ROLES:
                yield start, end, _ROLES[column.what]


def cells_under(what: str, tables: Iterable[Table]) -> Iterator[Cell]:
    """The cells of all columns with something, in order."""
    for table in tables:
        columns = [at for at, column in enumerate(table.columns) if column.what == what]
        for row in table.rows:
            yield from (row[at] for at in columns)


def outside(tables: Sequence[Table], stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches, both in order, less what tables cover."""
    at = 0
    for start, end in stretches:
        begin = start
        while at < len(tables) and tables[at].start < end:
            if begin < tables[at].start:
                yield begin, tables[at].start
            begin = max(begin, min(tables[at].end, end))
            if tables[at].end > end:
                break
            at += 1
        if begin < end:
            yield begin, end


class Duty(NamedTuple):
    """A row of a 任务分工表: the words of its task without their mark, its cells, that of the task, and the clause that its bodies make."""

    words: str
    row: tuple[Cell, ...]
    task: Cell
    clause: Clause


def _task_column(table: Table, folded: Folded) -> int | None:
    """The first column of tasks in which no cell is like another, for 重点任务 may head the 具体措施 of many rows; else the last."""
    columns = [at for at, column in enumerate(table.columns) if column.what == "task"]
    for at in columns[:-1]:
        said = [folded[slice(*row[at])] for row in table.rows]
        if len({*said}) == len(said):
            return at
    return columns[-1] if columns else None


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
                names += [UnitName(a, b, column.role) for a, b in listed.names]
        begin, stop = row[task]
        if names and begin < stop:
            mark = read_mark(folded, begin)
            said = folded[mark.end if mark and mark.end < stop else begin : stop]
            said_when = None if when is None else row[when]
            clause = Clause(row[0][0], row[-1][1], "table", "table", open_ended, tuple(names), said_when)
            yield Duty(said, row, (begin, stop), clause)
