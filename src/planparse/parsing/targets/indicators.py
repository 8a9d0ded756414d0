"""Targets that a table of indicators gives: 指标, 单位, 2020年现状, 2025年目标, 属性."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planparse.language.amounts import Amount, find_amounts
from planparse.language.dates import Time
from planparse.language.patterns import Pattern
from planparse.model import Comparator, TargetKind
from planparse.parsing.tables import Table
from planparse.parsing.targets.readings import EDGES, Reading, kind_of, per_of
from planparse.parsing.targets.sentences import Baseline, Found
from planparse.text import Folded

_SIGNS: dict[str, Comparator] = {"≥": "ge", "≧": "ge", ">": "gt", "＞": "gt", "≤": "le", "≦": "le", "<": "lt", "＜": "lt"}
_NUMBER = Pattern(
    r"(?P<sign>[≥≧>＞≤≦<＜])?[ ]?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?:—\d+(?:\.\d+)?)?)",
    reads=("≥90", "1,200.5", "＞3—5"),
    leaves=("—", "达标"),
)
# 县域内就诊率（%）: the unit in brackets behind the name; 其中： before a part of the indicator above.
_UNIT = Pattern(
    "（(?P<unit>[^（），、]{1,10})）$", reads=("县域内就诊率（%）", "粮食产量（万吨）"), leaves=("（一）经济发展", "就诊率")
)
_LEAD = Pattern(
    r"(?:\d{1,3}[.、]|（\d{1,3}）|其中：?|[①-⑳])[ ]*",
    reads=("1.地区生产总值", "其中：工业", "①就业"),
    leaves=("地区生产总值",),
    by="match",
)
# 下降15%: a change, and which way it goes.
_CHANGE = Pattern(
    "(?P<less>下降|降低|减少|压减)|提高|增长|增加|上升", reads=("下降15%", "提高5个百分点"), leaves=("≥90", "15"), by="match"
)
_CUMULATIVE = Pattern(r"（[^（）]*\d[^（）]*）", reads=("（30）", "（7）以上"), leaves=("30", "6.0左右"), by="match")
_RANGE = Pattern(r"[\d.]+[—至][\d.]+", reads=("3—5", "1.5至2"), leaves=("3", "3—"), by="fullmatch")
_ANY_UNIT = "个"  # a range without a unit is read with one, which is then left out
_NO_UNIT = frozenset(("", "—", "/", "-", "无"))
_NOTHING = frozenset(("", "—"))


def find_indicators(text: str, folded: Folded, tables: Sequence[Table]) -> Iterator[Found]:
    """One target for each cell with a target value, in order; a cell without a number gives none."""
    for table in tables:
        name, unit, now = table.column("indicator"), table.column("unit"), table.column("now")
        if name is None:
            continue
        last = max((column.year for column in table.columns if column.what == "target" and column.year), default=None)
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=True):
                year = last if column.what == "growth" else column.year
                if column.what in ("target", "growth") and (
                    found := _found(text, folded, table, row, cell, year, (name, unit, now))
                ):
                    grows = column.what == "growth" and not _CUMULATIVE.match(folded, *cell)
                    yield _yearly(found) if grows else found


def _yearly(found: Found) -> Found:
    """What stands under 年均增长: how much the indicator grows each year, in per cent."""
    amount = found.amount
    if amount is not None and amount.unit != "%":
        amount = amount._replace(unit="%")
    return found._replace(kind="change", amount=amount, direction="increase", frequency="年均", baseline=None)


def _found(
    text: str,
    folded: Folded,
    table: Table,
    row: tuple[tuple[int, int], ...],
    cell: tuple[int, int],
    year: int | None,
    columns: tuple[int, int | None, int | None],
) -> Found | None:
    name, unit_at, now_at = columns
    begin, end = row[name]
    begin += len(lead.group()) if (lead := _LEAD.match(folded, begin, end)) else 0
    bracket = _UNIT.search(folded, begin, end)
    unit = bracket.group("unit") if bracket else folded[slice(*row[unit_at])] if unit_at is not None else ""
    # 博物馆数量 names itself whole here, where it would count 博物馆 in a sentence.
    indicator = text[begin : bracket.start() if bracket else end].strip(EDGES)
    amount = _amount(folded, *cell, unit)
    if amount is None or indicator in _NOTHING:
        return None
    baseline = _amount(folded, *row[now_at], unit) if now_at is not None else None
    reading = Reading(row[0][0], row[-1][1], "indicator_table", None, amount.number_start, indicator, None)
    change = _CHANGE.match(folded, *cell)
    kind: TargetKind = "ratio" if amount.family == "ratio" else "change" if change else kind_of(reading, amount)
    return Found(
        row[0][0],
        row[-1][1],
        "indicator_table",
        kind,
        amount,
        amount.comparator,
        indicator,
        None,
        ("decrease" if change["less"] else "increase") if change else None,
        per_of(indicator),
        None,
        None,
        "firm",
        None if year is None else Time(*cell, "by", None, date(year, 12, 31), None, "year", "column"),
        Baseline(baseline, table.columns[now_at].year) if now_at is not None and baseline is not None else None,
    )


def _amount(folded: Folded, start: int, end: int, unit: str) -> Amount | None:
    """The amount in a cell, with the unit of its row where it has none of its own."""
    unit = "" if unit.strip() in _NO_UNIT else unit.strip()
    match = _NUMBER.search(folded, start, end)
    if match is None:
        return None
    # Read as it would be in a sentence: with its unit right behind it.
    written = folded[match.start("number") : end].strip()
    if _CUMULATIVE.match(folded, start, end):  # 〔30〕: all years together
        written = written.replace("）", "", 1)
    ranged = _RANGE.fullmatch(written) is not None
    bare = written == match.group("number") or ranged
    said = f"达到{written}{(unit or _ANY_UNIT * ranged) if bare else ''}"
    read = next((amount for amount in find_amounts(said) if amount.number_start == 2), None)
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
