"""Targets that a table of indicators gives: 指标, 单位, 2020年现状, 2025年目标, 属性."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planparse.language.amounts import Amount, find_amounts
from planparse.language.dates import Time
from planparse.language.patterns import Pattern
from planparse.model import Comparator, TargetKind
from planparse.parsing.deadlines import time_under_deadline
from planparse.parsing.tables.grids import Cell, Table, Valued, valued
from planparse.parsing.targets.found import Baseline, Found
from planparse.parsing.targets.readings import EDGES, Reading, kind_of, per_of
from planparse.text import Folded

_SIGNS: dict[str, Comparator] = {"≥": "ge", "≧": "ge", ">": "gt", "＞": "gt", "≤": "le", "≦": "le", "<": "lt", "＜": "lt"}
_NUMBER = Pattern(
    r"(?P<sign>[≥≧>＞≤≦<＜])?[ ]?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?:—\d+(?:\.\d+)?)?)",
    reads=("≥90", "1,200.5", "＞3—5"),
    leaves=("—", "达标"),
)
# 县域内就诊率（%）: the unit in brackets behind the name; 其中： before a part of the indicator above.
_UNIT = Pattern(
    r"（(?P<unit>(?!\w*(?:\d[年月]|[月年]?[底末前]$|含|口径|包括|约束|预期))[^（），、]{1,10})）$",
    reads=("县域内就诊率（%）", "粮食产量（万吨）"),
    leaves=("（一）经济发展", "就诊率", "拨付完成率（当年12月底）", "增加值（不含农业）"),
)
_LEAD = Pattern(
    r"(?:\d{1,3}[.、]|（\d{1,3}）|其中：?|[①-⑳])[ ]*",
    reads=("1.地区生产总值", "其中：工业", "①就业"),
    leaves=("地区生产总值",),
    by="match",
)
# 较2020年下降15%: what is compared with, then a change, and which way it goes.
_FROM = Pattern(
    r"(?:[较比](?P<year>20\d\d)年[底末]?|累计|年均|平均|全年|力争|确保|总量|共|达到?|保持在?|稳定在|控制在|约)+",
    reads=("较2020年下降13.5%", "累计30家", "达到3亿立方米"),
    leaves=("下降16%", "57%"),
    by="match",
)
_CHANGE = Pattern(
    "(?P<less>下降|降低|减少|压减)|提高|增长|增加|上升", reads=("下降15%", "提高5个百分点"), leaves=("≥90", "15"), by="match"
)
_DONE = Pattern("新[建增]|新改建|建成|完成|改造|创建|打造|培[育训]", reads=("新建45座",), leaves=("45座",), by="match")
_BOUND = Pattern("不?[低少高多超大小][于过]|至少|突破", reads=("不高于9%", "超过30家"), leaves=("9%", "高9%"), by="match")
# All that a cell of a table of tasks says is a value, with what stands before it; else it is a sentence.
_BEHIND_VALUE = Pattern(
    r"[^\d，。；、\n]{0,6}(?:以上|以下|以内|左右)?[。；]?",
    reads=("%", "家以上", "个百分点"),
    leaves=("家，建成",),
    by="fullmatch",
)
_CUMULATIVE = Pattern(r"（[^（）]*\d[^（）]*）", reads=("（30）", "（7）以上"), leaves=("30", "6.0左右"), by="match")
_RANGE = Pattern(r"[\d.]+[—至][\d.]+", reads=("3—5", "1.5至2"), leaves=("3", "3—"), by="fullmatch")
_ANY_UNIT = "个"  # a range without a unit is read with one, which is then left out
_NO_UNIT = frozenset(("", "—", "/", "-", "无"))
_NOTHING = frozenset(("", "—"))
_SUMS = frozenset(("合计", "总计", "小计", "全市", "全省", "全县", "全区"))


def find_indicators(text: str, folded: Folded, tables: Sequence[Table], this_year: int | None = None) -> Iterator[Found]:
    """One target for each cell with a target value, in order; a cell without a number gives none, nor one of a task that is a sentence.

    `this_year` is the one that 6月底前 means in a column that says by when.
    """
    for table in tables:
        now, when = table.column("now"), table.column("deadline")
        last = max((column.year for column in table.columns if column.what == "target" and column.year), default=None)
        unit_at = table.column("unit")
        for valued_cell in valued(table):
            row, column = valued_cell.row, valued_cell.column
            if found := _found(text, folded, valued_cell, "" if unit_at is None else folded[slice(*row[unit_at])]):
                year = last if column.what == "growth" else column.year
                if year is not None:
                    due = Time(*valued_cell.cell, "by", None, date(year, 12, 31), None, "year", "column")
                    found = found._replace(due=due)
                elif when is not None:
                    found = found._replace(due=time_under_deadline(folded, row[when], this_year))
                if now is not None and found.baseline is None:
                    unit = (found.amount.unit if found.amount else None) or ""
                    if (amount := _amount(folded, *row[now], unit)) is not None:
                        found = found._replace(baseline=Baseline(amount, table.columns[now].year))
                grows = column.what == "growth" and not _CUMULATIVE.match(folded, *valued_cell.cell)
                yield _yearly(found) if grows else found


def cells_that_say(folded: Folded, table: Table) -> dict[int, list[Cell]]:
    """The cells of a table of tasks that say in a sentence what there is to be, by where their rows begin."""
    cells: dict[int, list[Cell]] = {}
    for found in valued(table):
        if found.is_task and not _is_value(folded, *found.cell):
            cells.setdefault(found.row[0][0], []).append(found.cell)
    return cells


def _yearly(found: Found) -> Found:
    """What stands under 年均增长: how much the indicator grows each year, in per cent."""
    amount = found.amount
    if amount is not None and amount.unit != "%":
        amount = amount._replace(unit="%")
    return found._replace(kind="change", amount=amount, direction="increase", frequency="年均", baseline=None)


def _found(text: str, folded: Folded, valued_cell: Valued, unit_said: str) -> Found | None:
    row, cell, column = valued_cell.row, valued_cell.cell, valued_cell.column
    begin, end = valued_cell.about
    begin += len(lead.group()) if (lead := _LEAD.match(folded, begin, end)) else 0
    of_place = column.what == "amount"
    bracket = None if of_place else _UNIT.search(folded, begin, end)
    unit = bracket.group("unit") if bracket else unit_said if unit_said.strip() not in _NO_UNIT else column.unit
    # 博物馆数量 names itself whole here, where it would count 博物馆 in a sentence.
    said = text[begin : bracket.start() if bracket else end].strip(EDGES)
    indicator = column.name if of_place else said
    if valued_cell.is_task and not _is_value(folded, *cell):
        return None
    amount = _amount(folded, *cell, unit)
    if amount is None or indicator in _NOTHING or said in _NOTHING:
        return None
    at = _behind_lead(folded, *cell)
    base = _FROM.match(folded, *cell)
    reading = Reading(row[0][0], row[-1][1], "indicator_table", None, amount.number_start, indicator, None)
    change = _CHANGE.match(folded, at, cell[1])
    done = _DONE.match(folded, at, cell[1])
    kind: TargetKind = "ratio" if amount.family == "ratio" else "change" if change else kind_of(reading, amount)
    return Found(
        row[0][0],
        row[-1][1],
        "indicator_table",
        kind,
        amount,
        amount.comparator,
        indicator,
        done.group() if done else None,
        ("decrease" if change["less"] else "increase") if change else None,
        per_of(indicator),
        None,
        said if of_place and said not in _SUMS else None,
        "firm",
        None,
        Baseline(None, int(base["year"])) if base and base["year"] else None,
    )


def _behind_lead(folded: Folded, start: int, end: int) -> int:
    """Where a cell goes on behind what it is compared with, and words like 累计."""
    lead = _FROM.match(folded, start, end)
    return lead.end() if lead else start


def _is_value(folded: Folded, start: int, end: int) -> bool:
    """Whether a cell is a value with what stands before it, and no sentence: 较2020年下降13.5%, but not 建成中心3个."""
    at = _behind_lead(folded, start, end)
    for before in (_DONE, _CHANGE, _FROM, _BOUND):
        match = before.match(folded, at, end)
        at = match.end() if match else at
    number = _NUMBER.match(folded, at, end)
    return number is not None and _BEHIND_VALUE.fullmatch(folded, number.end(), end) is not None


def _amount(folded: Folded, start: int, end: int, unit: str) -> Amount | None:
    """The amount in a cell, with the unit of its row where it has none of its own."""
    unit = "" if unit.strip() in _NO_UNIT else unit.strip()
    if unit.startswith("1/"):
        unit = unit[1:]  # 1/10万
    match = _NUMBER.search(folded, _behind_lead(folded, start, end), end)
    if match is None:
        return None
    # Read as it would be in a sentence: with its unit right behind it.
    written = folded[match.start("number") : end].strip()
    if _CUMULATIVE.match(folded, start, end):  # 〔30〕: all years together
        written = written.replace("）", "", 1)
    ranged = _RANGE.fullmatch(written) is not None
    bare = written == match.group("number") or ranged
    bound = _BOUND.search(folded, start, match.start())
    before = f"达到{bound.group() if bound else ''}"
    said = f"{before}{written}{(unit or _ANY_UNIT * ranged) if bare else ''}"
    read = next((amount for amount in find_amounts(said) if amount.number_start == len(before)), None)
    if read is None:
        return None
    sign = _SIGNS.get(match.group("sign") or "")
    return read._replace(
        start=match.start(),
        end=end,
        number_start=match.start("number"),
        number_end=match.end("number"),
        unit=unit or None if ranged else read.unit or unit or None,
        comparator=sign if sign and read.comparator == "eq" else read.comparator,
    )
