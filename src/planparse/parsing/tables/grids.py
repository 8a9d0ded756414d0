"""Tables that stand in a plan's text: their rows, and what stands in each column.

A row is a line whose cells are parted by tabs or by |, or, where a page was copied cell by cell, as many lines as the table has
columns. A line between rows, whose words span all columns, heads a group of them. The header tells what stands in each column. Nothing
is read from a table without a header that says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.language.folding import fold
from planparse.language.marks import MARKS, read_mark
from planparse.language.patterns import Pattern
from planparse.model import QuantityRole
from planparse.parsing.periods import period_of
from planparse.parsing.tables.headings import (
    FEWEST_COLUMNS,
    LONGEST_HEADING,
    MOST_COLUMNS,
    UNIT_IN_BRACKET,
    VALUES,
    Column,
    column_of,
    tells,
    without_bracket,
)
from planparse.text import Folded, line_end

Cell = tuple[int, int]


class Table(NamedTuple):
    """A table: offsets of all of it, its columns, and its rows, each with as many cells as there are columns."""

    start: int
    end: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, what: str) -> int | None:
        """The first column with something, None where there is none."""
        return next((at for at, column in enumerate(self.columns) if column.what == what), None)


_UNIT_OF_ALL = Pattern(
    "单位：(?P<unit>[^（），。：、 ]{1,8})）?$",
    reads=("（单位：亿元）", "单位：万亩"),
    leaves=("责任单位：市财政局、市教育局",),
)
# What the line above a table says of its years, and of the numbers of its places.
_TOLD_ABOVE = Pattern(
    "历年|[完达]成情况|执行情况|现状|统计|历史|(?<!任务)情况",
    reads=("表1 历年情况", "指标完成情况"),
    leaves=("发展目标", "主要指标"),
)
_MEANT_ABOVE = Pattern(
    "目标|规划|任务|预期|控制|考核", reads=("重点产业发展目标", "控制指标"), leaves=("历年情况", "主要指标")
)
_YEAR_BY_YEAR = Pattern(
    "(?:分年度?|年度|逐年|各年度?)(?:发展|建设|工作|主要|指标)*(?:目标|任务|计划)",
    reads=("附表 分年度目标", "年度发展目标分解"),
    leaves=("主要发展目标", "历年情况"),
)
_SHARED_OUT = Pattern(
    "^(?!.*(?:资金|经费|补[助贴]|投资|预算|得分|评分|情况|统计|现状)).*(?:任务|目标|计划|分解|分配)",
    reads=("附件 2026年危房改造任务分解表", "建设计划表"),
    leaves=("补助资金分配表", "任务完成情况", "人口及面积"),
)
_PAID = Pattern("资金|经费|补[助贴]|投资|预算|得分|金额", reads=("补助资金（万元）",), leaves=("建设任务（万亩）",))
_BOUNDED = Pattern("[≥≧>＞≤≦<＜]|以[上下内]|不[低少高超]", reads=("≤12.5", "97%以上"), leaves=("38.2", "2024", "—"))
_LONGEST_CAPTION, _LINES_OF_CAPTION, _LONGEST_HEAD = 60, 2, 300
_ABOUT = ("indicator", "task", "place")  # what the rows of a table are about
_LONGEST_SPLIT = 5  # characters of a heading that stands on two lines, its line end among them
_LONGEST_CELL = 400
_FIRST_OF_CELLS = (
    "号",
    "指标",
    "指标名称",
    "主要指标",
    "具体指标",
    "指标内容",
)  # what a header of cells that are lines begins with
_LONGEST_NAME = 50
_VALUE_CELL = Pattern(
    r"[^。；，\n]{0,4}\d[^。；\n]{0,14}|[—－/-]{1,2}|[^。；，\n]{2,8}",
    reads=("≥67", "不低于95%", "—", "逐年提高"),
    leaves=("完善机制，加强管理。",),
    by="fullmatch",
)
_NAME_CELL = Pattern(r"[^\d。；，\n][^。；\n]*", reads=("养老床位占比",), leaves=("12", "。"), by="match")
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
    # A header of cells that are lines begins with 序号, or with what the rows are about.
    if "\t" not in text and "|" not in text and not any(f"{word}\n" in folded for word in _FIRST_OF_CELLS):
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
    return text.find("\t", start, end) >= 0 or text.count("|", start, end) >= FEWEST_COLUMNS


def _of_lines(text: str, folded: Folded, start: int, end: int) -> Table | None:
    """The table whose header is the line from `start` to `end`."""
    caption = _caption(text, folded, start)
    columns = _by_place(folded, _cells(text, start, end), _columns(folded, _cells(text, start, end), wider=True), caption)
    if not tells(columns):
        return None
    headers = {_words(folded, _cells(text, start, end))}
    below = line_end(text, min(end + 1, len(text)))
    second = _columns(folded, _cells(text, end + 1, below), wider=True) if _is_row(text, end + 1, below) else ()
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
    return Table(start, stop, _dated(folded, columns, rows, caption), tuple(rows)) if rows or again else None


def _caption(text: str, folded: Folded, start: int) -> str:
    """The lines right above a table that say what it is: 表1 全市医疗资源历年情况, and 单位：亿元 below that."""
    lines: list[str] = []
    end = start - 1
    while end > 0 and len(lines) < _LINES_OF_CAPTION:
        begin = folded.rfind("\n", max(0, end - _LONGEST_CAPTION - 1), end) + 1
        if (begin == 0 and end > _LONGEST_CAPTION) or folded.find("。", begin, end) >= 0 or _is_row(text, begin, end):
            break
        lines.append(folded[begin:end])
        end = begin - 1
    return "\n".join(lines)


def _by_place(folded: Folded, header: Sequence[Cell], columns: tuple[Column, ...], caption: str) -> tuple[Column, ...]:
    """The columns of a table with a row for each place, where its caption or its headings say that there is so much to be."""
    kinds = {column.what for column in columns}
    if "place" not in kinds or "indicator" in kinds:
        return columns
    shared_out = any(_SHARED_OUT.search(line) for line in caption.split("\n"))
    found = [*columns]
    for at, (start, end) in enumerate(header):
        heading, what = folded[start:end], columns[at].what
        bracket = UNIT_IN_BRACKET.search(heading)
        if what == "task" and bracket is None:
            return columns  # its rows are about tasks
        if what == "target" or (shared_out and bracket and what in ("", "task", "unit") and not _PAID.search(heading)):
            name = heading[: bracket.start()] if bracket else without_bracket(heading)
            found[at] = Column("amount", None, columns[at].year, bracket.group("unit") if bracket else "", name.strip())
    return tuple(found)


def _dated(folded: Folded, columns: tuple[Column, ...], rows: Sequence[Sequence[Cell]], caption: str) -> tuple[Column, ...]:
    """The columns with what those hold whose headings say a year alone, and with the unit that the caption gives to all.

    Where the caption tells of the past, they hold what is. Else the first of several does, but where another column does, where its
    values have bounds, or where its year is one of those that the plan is for.
    """
    title = " ".join(line for line in caption.split("\n") if not _UNIT_OF_ALL.search(line))
    unit = _UNIT_OF_ALL.search(caption)
    told = _TOLD_ABOVE.search(title) is not None and _MEANT_ABOVE.search(title) is None
    years = [(column.year or 0, at) for at, column in enumerate(columns) if column.what == "year"]
    base = None
    # 2025年, 2026年目标, 2028年目标: the one that is called no target, and of an earlier year than those that are.
    beside = bool(years) and any(column.what == "target" and (column.year or 0) > years[0][0] for column in columns)
    if (
        (len(years) > 1 or beside)
        and not any(column.what == "now" for column in columns)
        and not any(_BOUNDED.search(folded, *row[years[0][1]]) for row in rows)
        and not _YEAR_BY_YEAR.search(title)
        and (
            beside
            or not any(
                _is_for(head, years[0][0], years[-1][0]) for head in (title, folded[:_LONGEST_HEAD].partition("。")[0])
            )
        )
    ):
        base = years[0][1]
    found: list[Column] = []
    for at, column in enumerate(columns):
        what = column.what if column.what != "year" else "now" if told or at == base else "target"
        of_all = unit.group("unit") if unit and what in (*VALUES, "amount") else ""
        found.append(column._replace(what=what, unit=column.unit or of_all))
    return tuple(found)


def _is_for(title: str, first: int, last: int) -> bool:
    """Whether a title says that the plan is for these years: （2026—2028年）, “十五五”."""
    period = period_of(title)
    return period is not None and period.source == "period" and period.first <= first and last <= period.last


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
    fewest = len(columns) - (len(columns) > FEWEST_COLUMNS + 1)
    if not fewest <= len(cells) <= len(columns):
        return False
    if columns[0].what == "number" and not _NUMBER_CELL.fullmatch(folded, *cells[0]):
        return False
    headings = _columns(folded, cells)
    return not tells(headings) and sum(column.what != "" and column.year is None for column in headings) < FEWEST_COLUMNS


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
    while at < len(text) and (end := line_end(text, at)) - at <= LONGEST_HEADING:
        if not column_of(folded[at:end]).what:
            end = line_end(text, min(end + 1, len(text)))  # 指 over 标
            if end - at > _LONGEST_SPLIT or not column_of(folded[at:end]).what:
                break
        header.append((at, end))
        at = end + 1
        if len(header) > MOST_COLUMNS:
            return None
    columns = _columns(folded, header)
    while len(columns) > 1 and columns[0].what == columns[1].what == "indicator":
        header, columns = header[1:], columns[1:]  # 主要指标 above 指标名称 is what the table is called
    if len(columns) > FEWEST_COLUMNS and columns[0].what == "indicator" and tells(columns):
        return _unnumbered(folded, columns, (header[0][0], header[-1][1]), at)
    if len(columns) <= FEWEST_COLUMNS or columns[0].what != "number" or not tells(columns):
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
    return Table(start, stop, _dated(folded, columns, rows, ""), tuple(rows)) if rows else None


def _unnumbered(folded: Folded, columns: tuple[Column, ...], header: Cell, start: int) -> Table | None:
    """The table whose cells are lines and whose rows have no numbers: each begins with an indicator, and its values are values."""
    rows: list[tuple[Cell, ...]] = []
    at = start
    while at < len(folded):
        cells: list[Cell] = []
        begin = at
        while at < len(folded) and len(cells) < len(columns):
            end = line_end(folded, at)
            cells.append((at, end))
            at = end + 1
        if len(cells) < len(columns) or not _is_of_indicator(folded, cells, columns):
            at = begin
            break
        rows.append(tuple(cells))
    return Table(header[0], rows[-1][-1][1], _dated(folded, columns, rows, ""), tuple(rows)) if rows else None


def _is_of_indicator(folded: Folded, cells: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Whether lines are the cells of one row: a name, and values where the columns hold values."""
    for (start, end), column in zip(cells, columns, strict=True):
        if column.what in VALUES and not _VALUE_CELL.fullmatch(folded, start, end):
            return False
        if column.what == "indicator" and (
            end - start > _LONGEST_NAME or not _NAME_CELL.match(folded, start, end) or column_of(folded[start:end]).what
        ):
            return False
    return True


def _columns(folded: Folded, header: Sequence[Cell], *, wider: bool = False) -> tuple[Column, ...]:
    """What the columns hold, those of a row read by what their headings end with as well.

    Where none says what the rows are about and several hold values, the first column of words does: 产业类别 before 2024年现状 and 2030年.
    """
    columns = [column_of(folded[a:b], wider=wider) for a, b in header]
    values = [at for at, column in enumerate(columns) if column.what in VALUES]
    if wider and len(values) >= FEWEST_COLUMNS and not any(column.what in _ABOUT for column in columns):
        first = next((at for at, column in enumerate(columns) if column.what in ("", "attribute")), len(columns))
        if first < values[0]:
            columns[first] = Column("indicator")
    return tuple(columns)


def is_header(line: str, *, wider: bool = False) -> bool:
    """Whether a line is the header of a table that can be read; `wider` reads headings by what they end with as well."""
    folded = fold(line)
    cells = _cells(line, 0, len(line))
    columns = _columns(folded, cells, wider=wider)
    of_places = wider and columns[0].what == "place" and any(UNIT_IN_BRACKET.search(folded[a:b]) for a, b in cells[1:])
    return tells(columns) or of_places


class Valued(NamedTuple):
    """A cell that holds what there is to be, with its row, its column, and the cell that says of what: an indicator, a task or a place."""

    row: tuple[Cell, ...]
    cell: Cell
    column: Column
    about: Cell
    is_task: bool


def valued(table: Table) -> Iterator[Valued]:
    """The cells of a table that hold what there is to be, in order: of an indicator, of a task, or in a place."""
    name, task, place = (table.column(what) for what in _ABOUT)
    about = place if table.column("amount") is not None else task if name is None else name
    if about is None:
        return
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            if column.what in ("target", "growth", "amount"):
                yield Valued(row, cell, column, row[about], is_task=about == task)


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
