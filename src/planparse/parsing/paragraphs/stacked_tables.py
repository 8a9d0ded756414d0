"""Tables of tasks and of indicators whose cells came a line each, or on several lines: each row becomes one line, with tabs between its cells.

Without 序号 the rows begin where a task follows what the last column holds.

Where tabs part the cells and only some were wrapped, the lines of each row are joined.

序号, 重点任务, 牵头单位 … stand one below the other, and so do the cells of each row, of which the first is its number. Where a row has more
lines than the table has columns, cells were wrapped, and what the columns hold tells which lines belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.language.body_names import LISTED
from planparse.language.clause_labels import ROLE_OF
from planparse.language.lexicon import alternation
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.tables.grids import is_header
from planparse.parsing.tables.headings import MOST_COLUMNS, Column, column_of, tells
from planparse.text import line_end

Edit = tuple[int, int, str]
Line = tuple[int, int]

_WHO = [label for label in ROLE_OF if len(label) > 2]
_HEADER = Pattern(r"(?m)^[ \t\u3000]*序[ \n]?号[ \t\u3000]*$", reads=("序号\n任务", "序\n号\n任务"), leaves=("序号 任务",))
_LONGEST_HEADING, _LONGEST_LINE = 14, 400
_FEWEST_COLUMNS, _FEWEST_ROWS, _MOST_LINES = 3, 2, 40
_TABBED_HEADER = Pattern(
    r"(?m)^[ \u3000]*序[ ]?号[ ]*\t[^\n]*$", reads=("序号\t任务\t责任单位",), leaves=("序号 任务", "任务\t序号")
)
_ROW_OPENS = Pattern(r"(?P<n>\d{1,3})[.、]?[ ]*\t", reads=("1\t推进",), leaves=("1 推进", "2026年\t"), by="match")
_NUMBER = Pattern(r"\d{1,3}[.、]?", reads=("1", "12."), leaves=("2026年", "1.1"), by="fullmatch")
_NAMES = Pattern(
    rf"(?:[^、，；（）。\t]|（[^（）\t]{{0,30}}）){{2,30}}(?:{LISTED})(?:、(?:[^、，；（）。\t]|（[^（）\t]{{0,30}}）){{2,30}}(?:{LISTED})){{0,20}}",
    reads=("市财政局", "市财政局、市教育局"),
    leaves=("一、经济发展", "1\t推进建设\t市财政局"),
    by="fullmatch",
)
_WHEN = Pattern(
    r"(?:\d{4}年?|\d{1,2}月)[^，。；]{0,12}|长期\w{0,4}|持续\w{0,4}|全年|常态化?\w{0,4}|[—/-]",
    reads=("2026年12月底前", "长期坚持"),
    leaves=("市财政局",),
    by="fullmatch",
)
_BODIES = Pattern(
    rf"(?:(?:[^、，；（）。]|（[^（）]{{0,30}}）){{1,30}}(?:{LISTED}|等|）)[、，；]?){{1,40}}|[—/-]",
    reads=("市财政局、各县（市、区）人民政府", "市教育局"),
    leaves=("2026年底", "新建学校12所。"),
    by="fullmatch",
)
_NAME = Pattern(rf"{LISTED}$", reads=("市财政局",), leaves=("市财政局、", "市财"))
_SAYS = Pattern(rf"{HAN}{{2}}", reads=("推进建设",), leaves=("12", "—"))
_LONGEST_HALF = 3
_MARKED = Pattern(
    r"\d{1,3}[.、](?!\d)|（?[一二三四五六七八九十]{1,3}[）、.]",
    reads=("1.优化", "一、优化"),
    leaves=("推进", "2026年"),
    by="match",
)
# 责任单位 alone on its line, which may head a column of a table without numbers.
_WHO_HEADS = Pattern(
    rf"(?m)^[ \t\u3000]*(?:{alternation(_WHO)})[ \t\u3000]*$",
    reads=("任务\n责任单位\n", "  牵头单位"),
    leaves=("责任单位：市财政局", "各责任单位"),
)
_ENDS_TABLE = Pattern(
    r"附[ ]?[件表录]|抄送|注：|备注：|（此件|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章条部]",
    reads=("附件2", "三、保障措施", "注：以上任务"),
    leaves=("推进建设", "1.推进建设", "（一）推进建设"),
    by="match",
)
# 一、优化环境: what heads a group of rows.
_HEADS_ROWS = Pattern(
    rf"(?:[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十]{{1,3}}）)[ ]?{HAN}{{2,16}}",
    reads=("一、优化环境", "（二）强化保障"),
    leaves=("一、优化环境，做好服务", "1.推进建设"),
    by="fullmatch",
)
_FARTHEST_HEADING = 6
_LEVELS = frozenset(
    "省市区县州旗盟各有相国全镇乡街—/-"
)  # what names of bodies in lists begin with, and what empty cells hold
_EMPTY = "—"
_SELDOM = 5  # of so many rows one may be of lines that are not those of the columns, as where a page ends in its midst
_FALSE, _UNLIKE, _SHORT = 20, 4, 1


def part_stacked_tables(text: str) -> Iterator[Edit]:
    """What makes one line of each row of such tables, in order."""
    done = 0
    for header in _HEADER.finditer(text):
        if header.start() >= done and (edits := [*_table(text, header.start(), header.end())]):
            yield from edits
            done = edits[-1][1]


def part_unnumbered_tables(text: str) -> Iterator[Edit]:
    """What makes one line of each row of tables of tasks that have no numbers, in order."""
    done = 0
    for who in _WHO_HEADS.finditer(text):
        if who.start() >= done and (edits := [*_unnumbered(text, who.start())]):
            yield from edits
            done = edits[-1][1]


def _unnumbered(text: str, start: int) -> Iterator[Edit]:
    """One table: headings a line each, the first of tasks, around the one at an offset, and below them rows that end as its last column does."""
    above: list[Line] = []
    at = start
    while at > 0 and len(above) < _FARTHEST_HEADING:
        begin = text.rfind("\n", 0, at - 1) + 1
        words = text[begin : at - 1].strip()
        if words and (len(words) > _LONGEST_HEADING or not column_of(words).what):
            break
        if words:
            first = begin + text[begin : at - 1].index(words)
            above.insert(0, (first, first + len(words)))
        at = begin
    while above and _column(text, above[:1]).what != "task":
        above.pop(0)
    if not above:
        return
    heads = above
    at = start
    for line in _filled(text, start, MOST_COLUMNS):
        if line[1] - line[0] > _LONGEST_HEADING or not _column(text, [line]).what:
            at = line[0]
            break
        heads.append(line)
    columns = [_column(text, [line]) for line in heads]
    kinds = [column.what for column in columns]
    if kinds[0] != "task" or not {*kinds[1:]} <= {"bodies", "deadline"} or at == start:
        return
    rows = [*_unnumbered_rows(text, at, columns)]
    if len(rows) >= _FEWEST_ROWS:
        for row in ([[line] for line in heads], *rows):
            yield from _one_line(row)


def _unnumbered_rows(text: str, at: int, columns: Sequence[Column]) -> Sequence[list[list[Line]]]:
    """The rows of as many lines as there are columns; or else those that begin where a task follows what the last column holds."""
    plain = [*_plain_rows(text, at, columns)]
    return plain if len(plain) >= _FEWEST_ROWS else [*_listing_rows(text, at, columns)]


def _plain_rows(text: str, at: int, columns: Sequence[Column]) -> Iterator[list[list[Line]]]:
    """The rows each of whose cells is a line, up to the first that is none."""
    row: list[list[Line]] = []
    for line in _filled(text, at, len(text)):
        column = columns[len(row)]
        words = text[slice(*line)]
        if not row and _HEADS_ROWS.fullmatch(words):
            continue
        if len(words) > _LONGEST_LINE or (not row and _ENDS_TABLE.match(words)) or not _may_be(text, line, column):
            return
        row.append([line])
        if len(row) == len(columns):
            yield row
            row = []


def _may_be(text: str, line: Line, column: Column) -> bool:
    """Whether a line can be the whole cell of a column: of a task nothing is asked but that it says something and is no time."""
    if column.what == "task":
        return _SAYS.search(text, *line) is not None and _WHEN.fullmatch(text, *line) is None
    return _oddness(text, [line], column) < _FALSE


def _listing_rows(text: str, at: int, columns: Sequence[Column]) -> Iterator[list[list[Line]]]:
    """The rows that end with bodies or a time, some of whose lists go on on the next line."""
    lines: list[Line] = []
    is_behind = goes_on = (
        False  # whether the row has come to what stands behind its task; whether its last line is not whole
    )
    for line in _filled(text, at, len(text)):
        words = text[slice(*line)]
        says_who = _WHEN.fullmatch(words) is not None or (words[0] in _LEVELS and _BODIES.fullmatch(words) is not None)
        goes_on |= is_behind and len(words) <= _LONGEST_HALF and _WHEN.fullmatch(text[slice(*lines[-1])] + words) is not None
        if is_behind and not (says_who or goes_on):
            if not (cells := _cells(text, lines, columns)):
                return
            yield cells
            lines, is_behind = [], False
        if not lines and _HEADS_ROWS.fullmatch(words):
            continue
        if len(lines) == _MOST_LINES or len(words) > _LONGEST_LINE or (not is_behind and _ENDS_TABLE.match(words)):
            return
        lines.append(line)
        is_behind |= says_who and len(lines) > 1
        goes_on = words[-1] in "、，"
    if is_behind and (cells := _cells(text, lines, columns)):
        yield cells


def join_wrapped_rows(text: str) -> Iterator[Edit]:
    """What joins the lines of each row of tables whose cells are parted by tabs, where some cells were wrapped."""
    for header in _TABBED_HEADER.finditer(text):
        if is_header(header.group().strip()):
            tabs = header.group().strip().count("\t")
            rows = [*_numbered(text, header.end() + 1)]
            for at, lines in enumerate(rows):
                whole = _whole_row(text, lines, tabs, is_last=at + 1 == len(rows))
                yield from ((a, b, "") for (_, a), (b, _) in pairwise(whole))


def _numbered(text: str, at: int) -> list[list[Line]]:
    """The lines from an offset on, by the rows that numbers open which count up from 1."""
    rows: list[list[Line]] = []
    for line in _filled(text, at, len(text)):
        number = _ROW_OPENS.match(text, *line)
        if number and int(number["n"]) == len(rows) + 1:
            rows.append([line])
        elif not rows or len(rows[-1]) == _MOST_LINES or line[1] - line[0] > _LONGEST_LINE:
            break
        else:
            rows[-1].append(line)
    return rows


def _whole_row(text: str, lines: Sequence[Line], tabs: int, *, is_last: bool) -> Sequence[Line]:
    """The first of the lines that make one row with so many tabs, and what goes on with a list in its last cell; none where they do not."""
    count = 0
    for at, line in enumerate(lines):
        count += text.count("\t", *line)
        if count > tabs:
            return ()
        if count == tabs:
            last = text[text.rfind("\t", *line) + 1 : line[1]] + "".join(text[slice(*rest)] for rest in lines[at + 1 :])
            if not is_last and _NAMES.fullmatch(last):
                return lines
            if text[line[1] - 1] != "、":
                return lines[: at + 1]
    return ()


def _table(text: str, start: int, behind: int) -> Iterator[Edit]:
    lines = [(start + len(text[start:behind]) - len(text[start:behind].lstrip()), behind)]
    columns = [Column("number")]
    cells = [[lines[0]]]
    at = behind + 1
    heads: list[Line] = []
    for line in _filled(text, at, MOST_COLUMNS):
        if _NUMBER.fullmatch(text, *line):
            at = line[0]
            break
        if line[1] - line[0] > _LONGEST_HEADING:
            return
        heads.append(line)
    else:
        return
    while heads:
        # 牵头 / 单位: of halves the whole is a heading, though each may be one.
        halves = 2 if all(end - start <= _LONGEST_HALF for start, end in heads[:2]) else 0
        count = halves if halves and _column(text, heads[:halves]).what else 1
        columns.append(_column(text, heads[:count]))
        cells.append(heads[:count])
        heads = heads[count:]
    if len(columns) < _FEWEST_COLUMNS or not tells(columns):
        return
    rows = [*_rows(text, at, columns[1:], [text[slice(*line)] for cell in cells for line in cell])]
    if len(rows) >= _FEWEST_ROWS and sum(not row.is_read for row in rows) * _SELDOM <= len(rows):
        behind = 0
        for row in (cells, *(row.cells for row in rows)):
            if behind and text[behind : row[0][0][0]].strip():  # the header again
                yield behind, row[0][0][0], "\n"
            yield from _one_line(row)
            behind = max(cell[-1][1] for cell in row if cell)


def _one_line(row: Sequence[Sequence[Line]]) -> Iterator[Edit]:
    """What makes one line of the cells of a row, with a dash for each that is empty; the first is not."""
    empty = 0
    end = row[0][0][0]
    for at, cell in enumerate(row):
        if not cell:
            empty += 1
            continue
        if at:
            yield end, cell[0][0], "\t" + f"{_EMPTY}\t" * empty
        yield from ((a, b, "") for (_, a), (b, _) in pairwise(cell))
        empty, end = 0, cell[-1][1]
    if empty:
        yield end, end, f"\t{_EMPTY}" * empty


def _column(text: str, lines: Sequence[Line]) -> Column:
    return column_of("".join(text[slice(*line)] for line in lines))


def _filled(text: str, at: int, most: int) -> Iterator[Line]:
    """The lines from an offset on that hold something, without their outer blanks."""
    while at < len(text) and most:
        end = line_end(text, at)
        words = text[at:end]
        if words.strip():
            begin = at + len(words) - len(words.lstrip())
            yield begin, begin + len(words.strip())
            most -= 1
        at = end + 1


class _Row(NamedTuple):
    """A row with the lines of its cells; of one that is not read, all lines are its task."""

    cells: list[list[Line]]
    is_read: bool


def _rows(text: str, at: int, columns: Sequence[Column], header: Sequence[str]) -> Iterator[_Row]:
    """The rows whose numbers count up from 1; the header that pages print again is left out, and cuts a row that goes on below it."""
    number = 1
    lines: list[Line] = []
    first: Line | None = None
    cut: int | None = None  # how many lines of the row stood above the header
    again = 0  # how many lines of the header came again just now
    grouped = [column.what for column in columns[:2]] == ["task", "task"]
    groups: list[bool] = []  # whether the first row opens with a mark, by which words that head more than one row are told
    for line in _filled(text, at, len(text)):
        words = text[slice(*line)]
        if first is not None and words == header[again]:
            again += 1
            if again == len(header):
                if cut is not None:
                    break  # no row stands on three pages
                again, cut = 0, len(lines) or None
            continue
        again = 0
        is_number = _NUMBER.fullmatch(words) is not None and int(words.rstrip(".、")) == number
        if first is None:
            if not is_number:
                return
            first, number = line, number + 1
        elif is_number and len(lines) >= len(columns) - 1 - grouped:
            yield _row(text, first, lines, columns, groups, cut)
            first, lines, number, cut = line, [], number + 1, None
        elif len(lines) == _MOST_LINES or line[1] - line[0] > _LONGEST_LINE:
            break
        else:
            lines.append(line)
    if first and lines:  # the last row ends with what its last column holds
        for stop in range(len(columns) - grouped, min(len(lines), _MOST_LINES) + 1):
            row = _row(text, first, lines[:stop], columns, groups, cut)
            if row.is_read:
                yield row
                return


def _row(
    text: str, first: Line, lines: Sequence[Line], columns: Sequence[Column], groups: list[bool], cut: int | None
) -> _Row:
    """A row: where two columns hold tasks, the first only where its words open with a mark, if those of the first row do."""
    opens = bool(lines) and _MARKED.match(text, *lines[0]) is not None
    if not groups:
        groups.append(opens and [column.what for column in columns[:2]] == ["task", "task"])
    without = groups[0] and not opens
    cells = _cells(text, lines, columns[without:])
    if cells and (cut is None or _goes_on(text, cells, cut)):
        return _Row([[first], *([[]] if without else []), *cells], is_read=True)
    task = max((at for at, column in enumerate(columns) if column.what == "task"), default=0)
    return _Row([[first], *([*lines] if at == task else [] for at in range(len(columns)))], is_read=False)


def _goes_on(text: str, cells: Sequence[Sequence[Line]], cut: int) -> bool:
    """Whether a page can end after so many lines of a row: in its last cell, between two, or before any that names bodies."""
    done = sum(len(cell) for cell in cells[:-1])
    return cut >= done or not any(_NAME.search(text, *line) for cell in cells for line in cell if line < cells[-1][0])


def _cells(text: str, lines: Sequence[Line], columns: Sequence[Column]) -> list[list[Line]]:
    """The lines of a row, shared out to its columns in order as what they hold is likely; none where nothing is."""
    best: dict[int, tuple[int, list[list[Line]]]] = {0: (0, [])}
    for column in columns:
        ways, best = best, {}
        for begin, (odd, cells) in ways.items():
            for end in range(begin + 1, len(lines) + 1):
                now = odd + _oddness(text, lines[begin:end], column)
                if now < _FALSE and (end not in best or now < best[end][0]):
                    best[end] = now, [*cells, [*lines[begin:end]]]
    return best[len(lines)][1] if len(lines) in best else []


def _oddness(text: str, lines: Sequence[Line], column: Column) -> int:
    """How unlike lines are to the cell of a column: by what they say, and by line ends where a cell was not full."""
    words = "".join(text[slice(*line)] for line in lines)
    widest = max(end - start for start, end in lines)
    short = sum(end - start < widest - 1 and text[end - 1] not in "、，；。" for start, end in lines[:-1])
    if column.what == "bodies":
        # Who leads is one in most rows.
        several = column.role == "lead" and any(_NAME.search(text, *line) for line in lines[:-1])
        is_list = words[-1] != "、" and _BODIES.fullmatch(words) is not None
        return short * _SHORT + several * _UNLIKE if is_list else _FALSE
    if column.what == "deadline":
        return short * _SHORT if _WHEN.fullmatch(words) else _FALSE
    if _WHEN.fullmatch(words) or _BODIES.fullmatch(words):
        return _UNLIKE + short * _SHORT
    return short * _SHORT + (0 if column.what != "task" or _SAYS.search(words) else _UNLIKE)
