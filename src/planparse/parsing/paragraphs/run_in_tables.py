"""Tables of indicators and of tasks whose cells were run together: 序号指标2025年属性1参保率≥95%约束性2覆盖率100%预期性….

A row begins with its number, and the numbers count up by one from 1: 1165周岁 behind a row numbered 10 is 11 and 65周岁. What its columns
hold tells where its cells end: read from its end on, the attribute, the day, the bodies, the values and the unit; what is left is the
name, or the task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log10
from typing import NamedTuple

from planparse.language.amounts import UNITS
from planparse.language.body_names import JOINT, LISTED
from planparse.language.lexicon import alternation
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.tables.headings import MOST_COLUMNS, VALUES, Column, column_of, tells
from planparse.text import Folded

Edit = tuple[int, int, str]

_LONGEST_HEADING, _SHORTEST_UNIT = 14, 2
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_LONGEST_ROW, _LONGEST_TASK = 160, 600
_LONGEST_LIST, _LONGEST_NAME = 200, 24  # characters of the bodies of a row, and of one of them
_LONGEST_GROUP = 16
_MARK_BEHIND = Pattern("（[一二三四五六七八九十]{1,3}）$", reads=("责任单位（一）",), leaves=("目标值（%）", "（一）指标"))
_CATEGORY = "类别"  # heads a column of groups before the numbers
_LONGEST_VALUES, _LONGEST_VALUE = 60, 12
_DIGITS = frozenset("0123456789.")
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SAID = r"应[建尽改配][尽建改配应]\w{1,2}|达标|全覆盖|完成\w{0,4}(?:任务|目标)|[省国]家?下达\w{0,4}(?:任务|目标)|持续\w{2}|稳步\w{2}|—|/|-"
_VALUE = (
    rf"(?:(?:不?(?:低|高|少|多|超|大|小)[于过]|超过|达到?|[≥≤＞＜><≧≦])?{_NUMBER}(?:[—至]{_NUMBER})?"
    rf"(?:%|‰|个百分点|[个家人张岁年名所件项])?(?:以上|以下|以内|左右)?|（\d[\d.]*）(?:以上|左右)?|{_SAID})"
)
# Where the values of a row begin that end it: characters and words of values, of which none can be taken in two ways.
_VALUES = Pattern(
    rf"(?>(?:[\d.,%‰≥≤＞＜><≧≦—/-]|（\d[\d.]*）|不?[低高少多超大小][于过]|达到?|个百分点|以[上下内]|左右|(?<=\d)[个家人张岁年名所件项]|{_SAID})+)$",
    reads=("参保率9095", "覆盖率≥60%", "母婴设施应建尽建", "托位数（个）4.5"),
    leaves=("覆盖率", "8个中心"),
)
_ONE_VALUE = Pattern(_VALUE, reads=("≥60%", "4.5", "（30）以上", "—"), leaves=("覆盖率", ""), by="fullmatch")
_PLAIN = Pattern(r"\d+(?:\.\d+)?", reads=("90", "78.25"), leaves=("≥60", "90%"), by="fullmatch")
_ATTRIBUTE = Pattern(
    "(?:约束|预期|引导|指导|参考|监测)性?$", reads=("≥95%约束性", "15预期"), leaves=("约束性2", "预期性指标体系")
)
_ATTRIBUTES = Pattern("(?:约束|预期|引导|指导|参考|监测)性", reads=("≥95%约束性2",), leaves=("约束条件",))
_UNIT = Pattern(
    rf"(?:[百千万亿]*(?:{alternation(UNITS)})(?:/[百千万亿]*(?:{alternation(UNITS)}))?|[万亿]元?|[—/-])$",
    reads=("生产总值亿元", "养老床位张", "参保率%", "能耗吨标准煤/万元"),
    leaves=("参保率",),
)
_NAME = Pattern(
    rf"[^。；\n]*?{HAN}[^。；\n]*",
    reads=("65周岁及以上老年人健康管理率", "托位数（个）"),
    leaves=("12", "完成。"),
    by="fullmatch",
)
_TASK = Pattern(rf"[^\n]*?{HAN}[^\n]*", reads=("建设中心5个。", "完善机制"), leaves=("12", ""), by="fullmatch")
_WHEN = r"20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末]前?|前|上半年|下半年|第?[一二三四]季度)?|长期坚持|长期|持续推进|全年|常态化"
_DAY = Pattern(
    f"(?:{_WHEN})$",
    reads=("市教育局2025年12月", "市财政局2026年6月底前", "各县区长期"),
    leaves=("市教育局", "2025年12月建成"),
)
_DAYS = Pattern(_WHEN, reads=("市教育局2027年12月底二、重点",), leaves=("市教育局",))
_LIKE_A_BODY = Pattern(rf"{LISTED}$|^[—/-]$", reads=("市财政局", "—"), leaves=("经济社会",))
_NAME_END = Pattern(rf"{LISTED}(?:（[^（）]*）)?", reads=("市财政局", "各县（市、区）人民政府"), leaves=("平台",))
_JOINT_BEHIND = Pattern("[市省区县州旗各]", reads=("市财政局",), leaves=("建设中心",), by="match")
_BEFORE_BODIES = Pattern(
    r"[。；—]|[\d%](?![\d.个项家所次名人座条])|以上|以下|左右|约束性|预期性",
    reads=("≥95%市民政局", "建成中心。市发展改革委"),
    leaves=("市民政局", "建成平台3个市数据局"),
)
# What names of bodies begin with, where no other name ends: 完善体系市财政局.
_LEVEL = Pattern(
    "(?<![各市省区县州旗（、])[市省区县州旗各](?![、场域和级）])",
    reads=("完善体系市财政局", "各县区"),
    leaves=("完善体系", "（市、区）"),
)
_LONGEST_PLACE = 4  # characters of a place's name before 市
_GROUP = Pattern(f"{HAN}{{2,{_LONGEST_GROUP}}}", reads=("经济发展", "民生福祉"), leaves=("1经济", ""), by="fullmatch")


class _Row(NamedTuple):
    """The number of a row, its cells, and the words that head the rows behind it."""

    number: tuple[int, int]
    cells: tuple[tuple[int, int], ...]
    group: tuple[int, int] | None


def part_run_in_tables(folded: Folded) -> Iterator[Edit]:
    """What parts the rows and the cells of tables that were run together; rows without the heading of their group get a dash for it."""
    at = folded.find("序号")
    while at >= 0:
        edits = [*_table(folded, at)] if folded[at + 2 : at + 3] not in ("", "\n", "\t", "|", " ") else []
        yield from edits
        at = folded.find("序号", max(at + 2, edits[-1][0] if edits else 0))


def _table(folded: Folded, start: int) -> Iterator[Edit]:
    heads, end = columns_at(folded, start)
    columns = [column for column, _ in heads]
    if len(columns) < _FEWEST_COLUMNS or columns[0].what != "number" or not tells(columns):
        return
    first = folded.find("1", end, end + _LONGEST_GROUP + 1)
    if first < 0 or (first > end and not _GROUP.fullmatch(folded, end, first)):
        return
    rows = [*_rows(folded, first, columns[1:])]
    if len(rows) < _FEWEST_ROWS:
        return
    grouped = start >= len(_CATEGORY) and folded.startswith(_CATEGORY, start - len(_CATEGORY))
    begin = start - len(_CATEGORY) * grouped
    if begin and folded[begin - 1] != "\n":
        yield begin, begin, "\n"
    if grouped:
        yield start, start, "\t"
    yield from ((head, head, "\t") for _, head in heads[1:])
    group = (end, first) if first > end else None
    for row in rows:
        at = row.number[0]
        if group:
            yield group[0], group[0], "\n"
        yield at, at, "\n" if not grouped else "\t" if group else "\n—\t"
        yield from ((cell, cell, "\t") for cell, _ in row.cells)
        group = row.group
    last = rows[-1].cells[-1][1]
    if last < len(folded) and folded[last] != "\n":
        yield last, last, "\n"


def columns_at(folded: Folded, start: int, blanks: str = "") -> tuple[list[tuple[Column, int]], int]:
    """The columns whose headings begin at an offset, each with where it begins, and the end of the last; one of `blanks` may part them."""
    found: list[tuple[Column, int]] = []
    at = end = start
    while len(found) <= MOST_COLUMNS:
        end, at = at, at + (folded[at : at + 1] in blanks if blanks and at < len(folded) else 0)
        for length in range(_LONGEST_HEADING, 1, -1):
            if _MARK_BEHIND.search(folded, at, at + length):
                continue  # 责任单位（一）: the bracket opens the first row
            column = column_of(folded[at : at + length])
            if (
                column.what == "unit"
                and length > _SHORTEST_UNIT
                and not any(known.what == "indicator" for known, _ in found)
            ):
                continue  # 指标单位 heads two columns here
            if column.what and "\n" not in folded[at : at + length]:
                found.append((column, at))
                at += length
                break
        else:
            break
    return found, end


def _rows(folded: Folded, start: int, columns: Sequence[Column]) -> Iterator[_Row]:
    """The rows whose numbers count up from 1, the first at an offset."""
    number = 1
    at: int | None = start
    while at is not None:
        begin = at + len(str(number))
        row, at = _row(folded, at, begin, str(number + 1), columns)
        if row is None:
            return
        yield row
        number += 1


def _row(
    folded: Folded, start: int, begin: int, following: str, columns: Sequence[Column]
) -> tuple[_Row | None, int | None]:
    """The row whose number stands before `begin`, and where the next one begins, if there is one."""
    longest = _LONGEST_ROW if columns[0].what == "indicator" else _LONGEST_TASK
    line = folded.find("\n", begin, begin + longest)
    limit = line if line >= 0 else min(len(folded), begin + longest)
    has_attribute = columns[-1].what == "attribute"
    at = folded.find(following, begin, limit)
    while at >= 0:
        behind = folded[at + len(following) : at + len(following) + 1]
        if behind and (has_attribute or (behind not in _DIGITS and behind != "%")):
            stop, group = _without_group(folded, begin, at) if has_attribute else (at, None)
            if cells := _cells(folded, begin, stop, columns):
                return _Row((start, begin), cells, group), at
        at = folded.find(following, at + 1, limit)
    # The last row ends where its columns do.
    ends = _ends(folded, begin, limit, columns[-1].what)
    cells = next((cells for end in ends if (cells := _cells(folded, begin, end, columns))), ())
    return (_Row((start, begin), cells, None) if cells else None), None


def _ends(folded: Folded, begin: int, limit: int, what: str) -> Iterable[int]:
    """Where a row can end whose last column holds `what`: lists of bodies as late as they can, others as early."""
    if what == "attribute":
        return (match.end() for match in _ATTRIBUTES.finditer(folded, begin, limit))
    if what == "deadline":
        return (match.end() for match in _DAYS.finditer(folded, begin, limit))
    if what == "bodies":
        stop = folded.find("。", begin, limit)
        while 0 <= stop < limit and _JOINT_BEHIND.match(folded, stop + 1):
            stop = folded.find("。", stop + 1, limit)
        return reversed([name.end() for name in _NAME_END.finditer(folded, begin, limit if stop < 0 else stop)])
    return (end for end in range(begin + 3, limit + 1) if folded[end : end + 1] not in _DIGITS)


def _without_group(folded: Folded, begin: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """The end of a row behind which words head the next rows: 约束性民生福祉5."""
    ends = [match.end() for match in _ATTRIBUTES.finditer(folded, max(begin, end - _LONGEST_GROUP - 3), end)]
    if not ends or ends[-1] == end or not _GROUP.fullmatch(folded, ends[-1], end):
        return end, None
    return ends[-1], (ends[-1], end)


def _cells(folded: Folded, begin: int, end: int, columns: Sequence[Column]) -> tuple[tuple[int, int], ...]:
    """The cells of a row behind its number; none where its words are not those of the columns."""
    found: list[tuple[int, int]] = []
    left, stop = [*columns], end
    while left:
        what = left[-1].what
        if what in VALUES:
            count = 0
            while left and left[-1].what in VALUES:
                left.pop()
                count += 1
            parts = _values(folded, begin, stop, count)
            found += reversed(parts)
        elif what == "bodies":
            count = 0
            while left and left[-1].what == "bodies":
                left.pop()
                count += 1
            parts = _bodies(folded, begin, stop, count)
            found += reversed(parts)
        else:
            left.pop()
            if what in ("indicator", "task"):
                is_name = (_NAME if what == "indicator" else _TASK).fullmatch(folded, begin, stop)
                parts = [(begin, stop)] if is_name and not left and not _ATTRIBUTES.search(folded, begin, stop) else []
            else:
                pattern = {"attribute": _ATTRIBUTE, "unit": _UNIT, "deadline": _DAY}.get(what)
                match = pattern.search(folded, max(begin, stop - _LONGEST_GROUP), stop) if pattern else None
                parts = [match.span()] if match else []
            found += parts
        if not parts:
            return ()
        stop = found[-1][0]
    return tuple(reversed(found))


def _values(folded: Folded, begin: int, end: int, count: int) -> list[tuple[int, int]]:
    """The values that end a stretch, as many as there are columns: of several ways to part digits the one with the most likely values."""
    run = _VALUES.search(folded, max(begin, end - _LONGEST_VALUES), end)
    start = run.start() if run else end
    while start < end and folded[start] in "%‰":  # a unit
        start += 1
    if count == 1:
        begins = (at for at in range(start, end) if _ONE_VALUE.fullmatch(folded, at, end))
        return [(at, end) for at in begins][:1]
    # The best way so far to part the first values, by where the last of them stands.
    best = {(start, start): (0.0, [(start, start)])}
    for _ in range(count):
        ways, best = best, {}
        for (before, begin_), (odd, parts) in ways.items():
            for stop in range(begin_ + 1, min(begin_ + _LONGEST_VALUE, end) + 1):
                if not _ONE_VALUE.fullmatch(folded, begin_, stop):
                    continue
                now = odd + _oddness(folded[before:begin_], folded[begin_:stop])
                if (begin_, stop) not in best or now < best[begin_, stop][0]:
                    best[begin_, stop] = now, [*parts, (begin_, stop)]
    whole = [way for (_, stop), way in best.items() if stop == end]
    return min(whole)[1][1:] if whole else []


def _oddness(before: str, after: str) -> float:
    """How unlike two values are: an indicator stays near what it was and is printed with as many decimals."""
    odd = 5.0 if len(after) > 1 and after[0] == "0" and after[1] != "." else 0.0
    if _PLAIN.fullmatch(before) and _PLAIN.fullmatch(after):
        one, other = float(before), float(after)
        odd += abs(len(before.partition(".")[2]) - len(after.partition(".")[2]))
        odd += abs(log10(one / other)) * 2 if one and other else 1
    return odd


def _bodies(folded: Folded, begin: int, end: int, count: int) -> list[tuple[int, int]]:
    """The lists of bodies that end a stretch, as many as there are columns; none where they are not that many."""
    floor = max(begin, end - _LONGEST_LIST)
    start = stop = end
    while stop > floor:
        mark = _mark_before(folded, max(floor, stop - _LONGEST_NAME - 1), stop)
        piece = max(floor, stop - _LONGEST_NAME) if mark is None else mark + 1
        if not _LIKE_A_BODY.search(folded[piece:stop]):
            break
        name = _start_of_name(folded, piece, stop, bounded=mark is not None)
        start = stop if name is None else name
        if mark is None or start > piece:
            break
        stop = mark
    joints = [joint.end() for joint in JOINT.finditer(folded, start, end) if joint.end() < end]
    if start == end or len(joints) < count - 1:
        return []
    return [*pairwise((start, *joints[: count - 1], end))]


def _mark_before(folded: Folded, floor: int, end: int) -> int | None:
    """The last 、 or ， between two offsets that stands in no bracket."""
    depth = 0
    for at in range(end - 1, floor - 1, -1):
        if folded[at] in "）（":
            depth += 1 if folded[at] == "）" else -1
        elif depth == 0 and folded[at] in "、，":
            return at
    return None


def _start_of_name(folded: Folded, begin: int, end: int, *, bounded: bool) -> int | None:
    """Where the name of a body begins that ends a stretch; `bounded` says that a mark stands before the stretch."""
    ends = [match.end() for match in _BEFORE_BODIES.finditer(folded, begin, end - 1)]
    if ends:
        return ends[-1]
    levels = [level.start() for level in _LEVEL.finditer(folded, begin, end)]
    first = next((at for at in levels if at - begin >= _LONGEST_PLACE), None)
    if bounded and (first is None or any(at - begin < _LONGEST_PLACE for at in levels)):
        return begin
    return first if bounded else levels[-1] if levels else None
