"""Tables of tasks whose cells were run together, with numbers before the rows or without: 任务责任单位完善机制。市财政局推进改革。市教育局….

A row is its task, the lists of bodies in as many columns as the header has, and the day. Where the rows are numbered, the next number
ends a row; elsewhere a row ends with its last body or its day, and what follows is the next task. Names of bodies are known by the
lexicon, by the marks between them and by how names of bodies end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from planparse.language.body_names import LISTED
from planparse.language.clause_labels import ROLE_OF
from planparse.language.lexicon import alternation, words
from planparse.language.organizations import known_end
from planparse.language.patterns import Pattern
from planparse.language.regions import place_at
from planparse.parsing.paragraphs.run_in_tables import columns_at
from planparse.text import Folded

Edit = tuple[int, int, str]
Cell = tuple[int, int]
# Where the lists end that begin at an offset, surely or not.
_Ends = Callable[[int, bool], tuple[int, ...]]

_FEWEST_ROWS = 3
_SHORTEST_TASK, _LONGEST_TASK = 4, 600
_LONGEST_NAME, _MOST_NAMES = 30, 40
_LONGEST_GROUP = 40
_LABELS = [label for label in ROLE_OF if len(label) > 2]
_HEADER = Pattern(
    rf"(?:序号 ?)?{alternation(words('tables')['task'])} ?{alternation(_LABELS)}(?![：，。、；）的和与及为要应在按]|（(?![一二三四五六七八九十]{{1,3}}）)|\n\n| ?：)",
    reads=(
        "序号任务责任单位1完善机制",
        "工作任务牵头单位配合单位推进改革",
        "重点任务责任部门完成时限",
        "任务责任单位（一）推进",
        "序号 任务 责任单位",
    ),
    leaves=("各项任务责任单位要加强领导", "任务责任单位：市财政局", "任务\t责任单位"),
)
# Where a list of bodies can begin: behind the end of a sentence, or with what names of bodies begin with.
_BEGINS = Pattern(
    r"(?<=[。；！）])(?! ?\d)(?=[^、，。；\s])|(?<=[。；！）] )(?=\S)|(?<!(?<!参)与)(?<![由向和会同对及报请经在被给从以将让为各市省区县州旗（、，])(?:[省市县区州旗各](?![、场域级）])|有关|相关|国家|中央)",
    reads=("机制。市财政局", "完善机制市财政局", "推进改革各县区"),
    leaves=("由市财政局", "（市、区）"),
)
_NAME_END = Pattern(
    rf"(?:{LISTED}|协|中央|[市县区州旗镇乡]{{1,4}})(?<![有相]关)(?:（(?![一二三四五六七八九十]{{1,3}}）)[^（）\n]{{1,20}}）)?(?:(?:人民)?政府|[支分]行|[支总大]队|集团|(?:有限|股份)*公司|管委会|管理委员会|办公室|办事处|[部处科]室|各?(?:有关|相关)?(?:部门|单位)){{0,2}}(?:等(?:有关|相关|[省市县区]级)?(?:部门|单位)?)?",
    reads=("市财政局", "市科协", "市财政局等部门", "各市（区）", "高新区管委会", "各县市区人民政府"),
    leaves=("平台", "数据", "有关"),
)
_LIKE_A_NAME = Pattern(
    rf"(?:{LISTED}|协|中央|[市县区州旗镇乡等])(?:（(?![一二三四五六七八九十]{{1,3}}）)[^（）\n]{{1,20}}）)?$",
    reads=("市财政局", "各市（区）", "市财政局等"),
    leaves=("完善平台",),
)
_PIECE = Pattern(
    rf"(?>(?:[^、，,；;。（） \n]|（[^（）\n]{{0,20}}）){{2,{_LONGEST_NAME}}})",
    reads=("市财政局、", "各县（市、区）政府，"),
    leaves=("、，",),
    by="match",
)
_NO_BODY = "—/-"
_CLASS = Pattern(
    "地方(?:各级|人民|政府)|各(?:[市县区州旗镇乡级]|设区|地市|有关|相关|部门|单位|成员)|(?:有关|相关|省直|市直)(?:[市县区]|部门|单位|企业)",
    reads=("各县区", "各有关部门", "有关单位"),
    leaves=("各类信息库", "有关规定"),
    by="match",
)
_LEVELS = "省市县区州旗"
_PLACE_WORDS = "市县区州旗镇乡"
_LONGEST_BRANCH = 14
_MORE_OF_NAME = Pattern(
    r"（(?![一二三四五六七八九十]{1,3}）)[^（）\n]{1,20}）|(?:有限|股份|责任)*公司|等(?:有关|相关|[省市县区]级)?(?:部门|单位)?(?!级)",
    reads=("（市版权局）完善", "等部门"),
    leaves=("完善（机制）", "等级评定"),
    by="match",
)
_BETWEEN = frozenset("、，；")
_BEGIN_NAMES = "省市县区州旗各有相国中地—/-"
_CLOSING = "。；！）"
_BEHIND_NUMBER = frozenset(".、")
_NO_NUMBER = frozenset(("", "\n", *"0123456789.%‰、，。；）年月日号个项家"))
_DAY = Pattern(
    r"(?:20\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:—20\d\d年?)?(?:年?[底末]前?|之?前|上半年|下半年|第?[一二三四]季度)?|(?:长期|持续|常态化?|全年)(?:推进|坚持|开展|实施|推动)?|每年)(?:[底末前]*(?:完成|出台|印发|建成|实施|启动|开工|投用))?",
    reads=("2025年12月底前", "2025年6月底前完成", "长期坚持", "2024—2026年"),
    leaves=("市财政局",),
    by="match",
)
# 一、优化环境 over the rows of a group.
_GROUP = Pattern(
    rf"(?:（[一二三四五六七八九十]{{1,3}}）|[一二三四五六七八九十]{{1,3}}、)(?!\d)[^。；\n\d]{{2,{_LONGEST_GROUP}}}",
    reads=("一、优化环境", "（二）加强服务"),
    leaves=("民生福祉", "12"),
    by="match",
)
# A heading over bodies whose tasks were lost, if nothing ends it: （一）优化环境市财政局市教育局（二）….
_MARK = Pattern(
    "（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、",
    reads=("（一）优化", "十二、加强"),
    leaves=("优化", "1."),
    by="match",
)
# What goes on with a sentence in which bodies are named: no task begins so.
_GOES_ON = Pattern(
    r"[、，,：:；;）。的等和与及或要应须将可并由负牵配按会根分共在对为是结《（]",
    reads=("、市财政局", "要加强", "负责"),
    leaves=("推进改革", "“一网通办”"),
    by="match",
)


class _Shape(NamedTuple):
    """What the rows of a table hold, and where it ends at the latest.

    How many lists of bodies, whether a day behind them, a number before them, and a full stop behind the task.
    """

    lists: int
    has_day: bool
    numbered: bool
    closed: bool
    stop: int


class _Row(NamedTuple):
    """A row: the words that head it and those behind it, where it begins and its task, and the cells behind that."""

    group: Cell | None
    start: int
    task: int
    cells: tuple[Cell, ...]


def part_run_in_tasks(folded: Folded) -> Iterator[Edit]:
    """What parts the rows and the cells of such tables, in order."""
    starts = [header.start() for header in _HEADER.finditer(folded)]
    for start, stop in pairwise((*starts, len(folded))):
        yield from _table(folded, start, stop)


def _table(folded: Folded, start: int, stop: int) -> Iterator[Edit]:
    """What parts the cells of the table whose header begins at `start`, and which ends before the next header."""
    heads, at = columns_at(folded, start, blanks=" ")
    what = [column.what for column, _ in heads]
    has_number, has_day = what[0] == "number", what[-1] == "deadline"
    lists = len(what) - has_number - 1 - has_day
    if lists < 1 or what != ["number"] * has_number + ["task"] + ["bodies"] * lists + ["deadline"] * has_day:
        return
    at = _behind_blank(folded, at)
    numbered = _numbered(folded, at, 1) is not None
    if has_number and not numbered:
        return
    for closed in (True, False):  # the task of each row ends in a full stop, or that of none
        rows = [*_rows(folded, at, _Shape(lists, has_day, numbered, closed, stop))]
        if len(rows) >= _FEWEST_ROWS:
            break
    else:
        return
    parts = [(start, "\n"), *((head, "\t") for _, head in heads[1:])]
    for row in rows:
        if row.group:
            parts.append((row.group[0], "\n"))
        parts.append((row.start, "\n"))
        if has_number:
            parts.append((row.task, "\t"))
        parts += [(cell, "\t") for cell, _ in row.cells]
    parts.append((rows[-1].cells[-1][1], "\n"))
    for at, part in parts:
        if part == "\t" or (at and "\n" not in folded[at - 1 : at + 1]):
            yield at - (folded[at - 1 : at] in (" ", "\n")), at, part


def _rows(folded: Folded, at: int, shape: _Shape) -> Iterator[_Row]:
    """The rows from an offset on, as long as one follows the other."""
    number = 1
    while at < shape.stop:
        group: Cell | None = None
        at = _behind_blank(folded, at)
        begin = task = at
        if shape.numbered:
            opening = _numbered(folded, at, number)
            if opening is None:
                return
            group, begin, task, number = opening
        elif not shape.closed and _MARK.match(folded, at):
            return
        cells = _cells(folded, task, shape, number + 1)
        if not cells:
            return
        yield _Row(group, begin, task, cells)
        at, number = cells[-1][1], number + 1


def _numbered(folded: Folded, at: int, number: int) -> tuple[Cell | None, int, int, int] | None:
    """The words that head rows, if any, the number that follows at an offset, and where what it numbers begins; under a heading they may begin anew."""
    if end := _number(folded, at, number):
        return None, at, end, number
    group = _GROUP.match(folded, at)
    begin = _behind_blank(folded, group.end()) if group else at
    for other in (number, 1) if group else ():
        if end := _number(folded, begin, other):
            return (at, begin), begin, end, other
    return None


def _number(folded: Folded, at: int, number: int) -> int:
    """Where the number of a row that stands at an offset ends; 0 where it does not."""
    end = at + len(str(number))
    if not folded.startswith(str(number), at):
        return 0
    end += folded[end : end + 1] in _BEHIND_NUMBER
    end = _behind_blank(folded, end)
    return 0 if folded[end : end + 1] in _NO_NUMBER else end


def _behind_blank(folded: Folded, at: int) -> int:
    return at + (folded[at : at + 1] in (" ", "\n"))


def _cells(folded: Folded, task: int, shape: _Shape, following: int) -> tuple[Cell, ...]:
    """The cells behind the task that begins at an offset, of which the row with the number `following` is the next one."""
    line = folded.find("\n", task, task + _LONGEST_TASK)
    limit = min(shape.stop, task + _LONGEST_TASK if line < 0 else line)
    if shape.numbered:
        for cells in _every(folded, task, limit, shape, surely=False):
            end = cells[-1][1]
            if _numbered(folded, _behind_blank(folded, end), following):
                return cells
    for cells in _every(folded, task, limit, shape, surely=True):
        end = cells[-1][1]
        if end == limit or not _GOES_ON.match(folded, _behind_blank(folded, end)):
            return cells
    return ()


def _every(folded: Folded, task: int, limit: int, shape: _Shape, *, surely: bool) -> Iterator[tuple[Cell, ...]]:
    """The ways to read the cells behind a task, the first to begin first; `surely` where nothing but the names tells where they end."""
    # The lists of a row begin at the same places, however the row is read.
    ends: _Ends = cache(lambda at, surely: (*_ends(folded, at, limit, surely=surely),))
    for begins in _BEGINS.finditer(folded, task + _SHORTEST_TASK, limit):
        at = begins.start()
        behind_stop = folded[at - 1] in _CLOSING or (folded[at - 1] == " " and folded[at - 2] in _CLOSING)
        if shape.closed and not behind_stop:
            continue
        if not behind_stop and (
            _within_place(folded, at) or not (_CLASS.match(folded, at) or known_end(folded, at, limit) > at)
        ):
            continue
        if surely and behind_stop and not (_opens_name(folded, at) or known_end(folded, at, limit) > at):
            continue
        for cells in _lists(folded, at, limit, shape.lists, ends, surely=surely):
            if not shape.has_day:
                yield cells
            elif day := _DAY.match(folded, _behind_blank(folded, cells[-1][1]), limit):
                yield (*cells, day.span())


def _opens_name(folded: Folded, at: int) -> bool:
    """Whether what stands at an offset can open the name of a body that the lexicon does not hold: a level or a place."""
    return folded[at] in _BEGIN_NAMES or place_at(folded[at : at + _LONGEST_NAME]) is not None


def _within_place(folded: Folded, at: int) -> bool:
    """Whether a level word ends the name of a place: the 市 of 甲市政府."""
    return any(
        (place := place_at(folded[begin : at + 1])) is not None and begin + place.end == at + 1
        for begin in range(max(0, at - 4), at - 1)
    )


def _lists(folded: Folded, at: int, limit: int, count: int, ends: _Ends, *, surely: bool) -> Iterator[tuple[Cell, ...]]:
    """The ways to read lists of bodies from an offset on, as many as there are columns, the likeliest first."""
    for end in ends(at, surely and count == 1):
        if count == 1:
            yield ((at, end),)
        elif (next_ := _behind_blank(folded, end)) < limit and (
            _opens_name(folded, next_) or known_end(folded, next_, limit) > next_
        ):
            yield from (((at, end), *others) for others in _lists(folded, next_, limit, count - 1, ends, surely=surely))


def _ends(folded: Folded, at: int, limit: int, *, surely: bool) -> Iterator[int]:
    """Where a list of bodies that begins at an offset can end: as late as the marks between names allow, and first behind a known name."""
    if folded[at] in _NO_BODY:
        yield at + 1
        return
    found: list[list[int]] = []
    begin = at
    while len(found) < _MOST_NAMES and (piece := _PIECE.match(folded, begin, limit)):
        stop = piece.end()
        known = _known(folded, begin, stop)
        ends = [match.end() for match in _NAME_END.finditer(folded, begin + 1, stop)]
        if known > begin:
            ends = [known, *(() if surely else (end for end in ends if end != known))]
        elif surely:
            ends = ends[:1] if _is_place_or_more(folded, begin, ends[:1]) else []
        found.append(ends)
        is_name = _LIKE_A_NAME.search(folded, begin, stop) or _is_place(folded, begin, stop)
        if folded[stop : stop + 1] not in _BETWEEN or not is_name or _holds_task(folded, known, stop, begin):
            break
        begin = stop + 1
    for ends in reversed(found):
        yield from ends


def _holds_task(folded: Folded, known: int, stop: int, begin: int) -> bool:
    """Whether the next task stands between the known name that begins a piece and the one that ends it: 市财政局建成平台市数据局."""
    return known > begin and any(
        folded[at] in _LEVELS and known_end(folded, at, stop) == stop for at in range(known + _SHORTEST_TASK, stop - 1)
    )


def _known(folded: Folded, begin: int, stop: int) -> int:
    """Where the longest known name ends that begins a piece, with the branch of a place behind it: 人民银行广州分行."""
    known = known_end(folded, begin, stop)
    if known == begin:
        return begin
    if more := _MORE_OF_NAME.match(folded, known, stop):
        return more.end()
    place = place_at(folded[known:stop])
    branch = _NAME_END.search(folded, known + place.end, min(stop, known + place.end + _LONGEST_BRANCH)) if place else None
    return branch.end() if branch else known


def _is_place(folded: Folded, begin: int, end: int) -> bool:
    place = place_at(folded[begin:end])
    return place is not None and begin + place.end == end


def _is_place_or_more(folded: Folded, begin: int, ends: Sequence[int]) -> bool:
    """Whether a name is that of more than a place, or of one that is known: 资本市 is none."""
    return bool(ends) and (
        folded[begin] in "各有相" or folded[ends[0] - 1] not in _PLACE_WORDS or _is_place(folded, begin, ends[0])
    )
