"""What the columns of tables hold, by their headings: lexicons/tables.yaml, the labels of lexicons/roles.yaml, and how headings end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from planparse.language.amounts import UNITS
from planparse.language.clause_labels import OF_DEADLINES, ROLE_OF
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.model import Role


class Column(NamedTuple):
    """What stands in a column: `what` is a list of lexicons/tables.yaml, `bodies`, or `year` where the heading says no more than that.

    `role` is that of the bodies, `year` that of values, `unit` the one that the heading gives them. `amount` is a column of a table with a
    row for each place, whose heading `name` says what there is to be.
    """

    what: str
    role: Role | None = None
    year: int | None = None
    unit: str = ""
    name: str = ""


_YEAR_COLUMN = Pattern(
    r"(?P<year>20\d\d)年?[底末]?(?P<what>目标值?|规划目标|预期目标|现状值?|实际值?|实际|完成值?|基数|基期值?)?(?:（(?P<in>[^（）]*)）)?",
    reads=("2025年目标值", "2020年现状", "2025年", "2028年底", "2024年（实际）"),
    leaves=("年度目标", "2025年计划"),
    by="fullmatch",
)
_BRACKET = Pattern("（[^（）]*）$", reads=("指标（单位）", "目标值（%）"), leaves=("（一）指标",))
# What the headings of the columns of a row end with, where they are none of the lexicon.
_OF_NOW = Pattern(
    r"\w{0,8}(?:现状|基期|基础|基准|实际|完成|上年)[数值量]?(?:（[^（）]*）)?",
    reads=("2024年底现状值", "上年完成数"),
    leaves=("年度目标任务", "完成时限"),
    by="fullmatch",
)
_OF_TARGETS = Pattern(
    r"(?!\w*(?:投资|资金|经费|补[助贴]|预算|得分))[\w“”]{0,10}?(?:目标(?:[值数]|任务数?|要求)?|任务(?:目标|[数量])|计划[数值]?|指标值|预期值|规划值)(?:（[^（）]*）)?",
    reads=("年度目标任务", "“十五五”规划目标", "改造任务数（户）", "2025年目标", "三年绩效目标值（2026年）"),
    leaves=("计划投资", "资金目标", "目标单位", "责任分工"),
    by="fullmatch",
)
_OF_DAYS = Pattern(
    r"\w{0,4}(?:完成|竣工|办结|整改|落实|建成|完工|交付|达成|销号)(?:时限|时间|期限|日期|节点)(?:要求)?(?:（[^（）]*）)?",
    reads=("计划竣工时间", "整改完成期限"),
    leaves=("开工时间", "完成情况"),
    by="fullmatch",
)
_OF_PLACES = Pattern(
    r"(?:[省市县区州旗盟镇乡]|街道|开发区|（[市县区州旗盟、镇乡街道]{1,7}）|[、/])+[别名]?|地区|区域|行政区划?|属地|辖区|各地|地市|[县市]名称",
    reads=("县（市、区）", "市州", "乡镇（街道）", "地区"),
    leaves=("城区面积", "区域特色"),
    by="fullmatch",
)
_WIDER = {"now": _OF_NOW, "target": _OF_TARGETS, "deadline": _OF_DAYS, "place": _OF_PLACES}
_YEAR_SAID = Pattern(r"(?P<year>20\d\d)年?", reads=("2025年目标", "目标值（2026）"), leaves=("年度目标",))
UNIT_IN_BRACKET = Pattern(
    rf"（(?P<unit>(?:[百千万亿]*(?:{alternation(UNITS)})|[万亿]元?)(?:/[^（）]{{1,6}})?)）$",
    reads=("建设任务（万亩）", "桩数（个）", "浓度（微克/立方米）"),
    leaves=("基期值（2020年）", "责任部门（盖章）"),
)
# 基期值（2020年）
_YEAR_IN_BRACKET = Pattern(
    r"（(?P<year>20\d\d)年?）$", reads=("基期值（2020年）", "目标值（2025）"), leaves=("目标值（%）", "2025年目标值")
)
LONGEST_HEADING = 14
"""How many characters a heading has at most, less what stands in brackets behind it."""
FEWEST_COLUMNS = 2
# A run of more headings than this, a line each, heads no table; without a bound each of them would be read with all behind it, and
# each row would get a cell for each.
MOST_COLUMNS = 30
# Every short line could be a heading, and plans use the same ones again.
_MOST_KEPT = 2_000
VALUES = ("year", "target", "now", "growth")
"""What columns hold that have values."""


@cache
def _headings() -> dict[str, Column]:
    headings = {word: Column(what) for what, list_ in words("tables").items() for word in list_}
    headings |= {label: Column("bodies", role) for label, role in ROLE_OF.items()}
    headings |= dict.fromkeys(OF_DEADLINES, Column("deadline"))
    return headings


def column_of(heading: str, *, wider: bool = False) -> Column:
    """What a column with this heading holds; `what` is empty where nobody knows. `wider` reads headings by what they end with as well."""
    heading = heading.replace(" ", "").replace("\n", "")
    return Column("") if len(heading) > LONGEST_HEADING + 10 else _column_of(heading, wider)


@lru_cache(_MOST_KEPT)
def _column_of(heading: str, wider: bool) -> Column:  # noqa: FBT001 - who asks for it says which it is
    bracket = UNIT_IN_BRACKET.search(heading)
    unit = bracket.group("unit") if bracket else ""
    found = _headings().get(heading) or _headings().get(without_bracket(heading).rstrip("/"))
    if found:
        year_in = _YEAR_IN_BRACKET.search(heading)
        return found._replace(year=int(year_in.group("year"))) if year_in and found.what in ("now", "target") else found
    if year := _YEAR_COLUMN.fullmatch(heading):
        said = year.group("what") or ("" if unit else year.group("in")) or ""
        what = "year" if not said else "now" if said[:1] in ("现", "实", "完", "基") else "target"
        return Column(what, year=int(year.group("year")), unit=unit)
    for what, pattern in _WIDER.items() if wider else ():
        if pattern.fullmatch(heading):
            year_said = _YEAR_SAID.search(heading)
            return Column(what, year=int(year_said.group("year")) if year_said else None, unit=unit)
    return Column("")


def without_bracket(heading: str) -> str:
    """A heading without what stands in brackets behind it: 改造任务数（户）."""
    return _BRACKET.sub("", heading)


def is_heading(words_: str) -> bool:
    """Whether a column of a table can be headed so."""
    return column_of(words_).what != ""


def tells(columns: Sequence[Column]) -> bool:
    """Whether a header is that of a table that can be read: tasks with bodies, or indicators with values."""
    found = {column.what for column in columns} if len(columns) <= MOST_COLUMNS else set()
    return (
        {"task", "bodies"} <= found
        or (not found.isdisjoint(("indicator", "task")) and not found.isdisjoint(("target", "growth", "year")))
        or "amount" in found
    )
