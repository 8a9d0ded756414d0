"""Converts values to common scales, denominators with their units: 每千人口 and 每万人口 can be compared.

Numbers are fractions: no rounding makes two equal values differ.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from planparse.language.folding import fold
from planparse.language.indicators import Register, plain
from planparse.language.lexicon import alternation, words
from planparse.language.scales import THINGS, scale
from planparse.model import Target

_PER = re.compile(r"每(?P<many>百万|十万|[百千万亿])?(?:名|个|户|位)?(?P<of>\w{0,6})")
# Without 每: 千人托位数. 万人计划 and 千人大会 are names.
_BARE_PER = re.compile("(?P<many>[千万])(?P<of>人口?)(?!计划|大会|次|以上|工程|[以之])")
_PEOPLE = re.compile("(?:每[百千万](?:名|个|位)?)?(?P<of>老年人口|老年人|老人|常住人口|人口|居民)")
_SAME_PEOPLE = {"人": "人口", "常住人口": "人口", "居民": "人口", "老人": "老年人", "老年人口": "老年人", "老年": "老年人"}
_MANY = {None: 1, "百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "亿": 100_000_000}
_GRADE = re.compile(r"(?P<number>[0-9一二三四五六七八九])级?(?P<part>[甲乙丙])?")
_EVERY = re.compile(r"每(?P<number>[0-9]{1,3}|[两二三四五])?年|年均|每(?P<unit>半年|季度|个?月)")
# What a share is of: 占专业课教师总数超过一半, 占地区生产总值的比重.
_SHARE_OF: Final = re.compile(
    "占(?!比)(?:当年|全年|同期)?(?P<whole>[^，。；：占0-9%≥]{2,16}?)(?:总数|总量|人数|总?面积)?的?(?:比例|比重|比率|超过|突破|达|不低于|不少于|提高|提升|在?一半|[0-9≥])"
)
# Behind its part, as what this is held against: 经费支出与地区生产总值之比.
_SHARE_BESIDE: Final = re.compile("(?:与|相当于)(?P<whole>[^，。；：与占0-9%≥]{2,16}?)(?:的?比例|的?比重|之比)")
# Before its part: 专业课教师中双师型教师占比. 中小, 中医 and the like are words, and so are 集中 and 高中.
_SHARE_AMONG: Final = re.compile(
    "(?P<whole>[\u4e00-\u9fff]{1,15}[^其集高初])中的?(?![小医药西学专心等职高期长级外])[\u4e00-\u9fff]{2,20}(?:占比|比例|比重)"
)
# All of the things that the part is of: 护理型床位占总床位.
_ALL_OF: Final = re.compile("^(?:总|全部|所有|全体)")
# Of what the value added of a branch is a share.
_PRODUCT: Final = ("生产总值", "GDP")
# A territory of each level, of which a plan with several has as many: 各县（市、区）, 每个街道.
_TERRITORY: Final = re.compile(r"(?:各|每个?|一)(?P<of>[\u4e00-\u9fff（）()、/]{1,12})")
# To a value that lies below that of today: 时间压缩至3天.
_BROUGHT_DOWN: Final = re.compile("(?:压缩|压减|缩短|缩减|精简|减少|降低|下降|压降|削减|减|降)[至到为]")
# From below: 社区 has the 区 of a city's districts, 乡镇（街道） and 县（市、区） name more than one kind of one level.
_LEVELS: Final = (
    ("村", ("村", "社区")),
    ("乡镇", ("乡", "镇", "街道")),
    ("县", ("县", "区", "旗")),
    ("市", ("市", "州", "盟")),
)
_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_YEARS = {"半年": Fraction(1, 2), "季度": Fraction(1, 4), "月": Fraction(1, 12), "个月": Fraction(1, 12)}


# For each one, which every plan means of incomes and of years of life: 人均体育场地面积, but 人均预期寿命 and 居民人均可支配收入.
_EACH_ONE: Final = re.compile("(?P<of>人|户|亩)均(?!预期|期望|寿命|受教育|[\u4e00-\u9fff]{0,4}收入)")
_MINUTES, _WORKING_DAYS = "minutes", "working days"
_DAY, _WORKING_DAY = 24 * 60, 8 * 60
_HOUSEHOLDS: Final = "households"
_FIRMS: Final = re.compile("企业|公司|主体|商户|工商户|贷款?户|“小巨人”|单项冠军")
_PERCENT, _POINTS = "percent", "percentage points"
# By how much something becomes less, named as a rate: 时限压缩比.
_CUT: Final = "压[缩减](?:比例?|率|幅度)|降幅|下降率|减幅"
_GROWTH: Final = re.compile(f"(?:增速|增长率|增长速度|增幅|{_CUT})$")
# By how many times, and not to how many: 增长1倍 is as much as 翻一番.
_BY: Final = re.compile("(?:增长|增加|增产|增值|提高|提升|上升|扩大)(?![到至])")
_CUT_RATE: Final = re.compile(f"(?:{_CUT})$")
# How much of it is seen to, of whatever there should be less of: 投诉办结率, 能耗监测覆盖率.
_DONE_ABOUT: Final = re.compile(
    "(?:覆盖|接入|联网|安装|监测|达标|合格|完成|办结|结案|整改|治理|处理|处置|解决|化解|回复|答复|反馈|查处|报告|公示|执行|及时|满意)[率度]$"
)
_ADDED: Final = re.compile("新增|净增|增加(?!值)")


class Bar(NamedTuple):
    """What is to be reached, on a common scale.

    `dimension` names the scale: `percent`, `people`, `money/area`; `low` is the value, `high` the upper end of a range, or `low`.
    Growth has a scale of its own (`change percent`), and so has each denominator (`people per 人口`).
    """

    dimension: str
    low: Fraction
    high: Fraction


def bar(target: Target) -> Bar | None:
    """The bar that a target sets; None where it names no value that any scale holds."""
    if target.kind == "grade":
        place = _place(target)
        return Bar("grade", place, place) if place is not None else None
    if target.value is None:
        return None
    if target.kind == "ratio":
        share = Fraction(str(target.value)) / Fraction(str(target.base or 1))
        return Bar("ratio", share, share)
    if target.kind == "change" and (moved := _in_percent(target)):
        return Bar(f"change {_PERCENT}", *moved)
    unit = target.unit or ""
    if one := _EACH_ONE.search(target.indicator):
        unit = unit.removesuffix(f"/{one['of']}")  # 亩均税收15万元/亩 says it twice
    dimension, factor = ("rank", Fraction(1)) if target.kind == "rank" else scale(unit)
    if dimension == _HOUSEHOLDS and _FIRMS.search(target.indicator):
        dimension = THINGS  # 企业20户, 企业20家
    if target.kind == "change" or (dimension == _PERCENT and _GROWTH.search(target.indicator)):
        dimension = f"change {dimension}"  # 增速15% is as much as 增长15%
    if denominator := _denominator(target):
        many, of = denominator
        dimension, factor = f"{dimension} per {of}", factor / many
    low = Fraction(str(target.value)) * factor
    return Bar(dimension, low, low if target.value_max is None else Fraction(str(target.value_max)) * factor)


def _in_percent(change: Target) -> tuple[Fraction, Fraction] | None:
    """By how many percent something changes that is told in multiples, or not to change: 翻一番 and 增长1倍 are 100, 零增长 is 0."""
    ends = [Fraction(str(value)) for value in (change.value, change.value_max) if value is not None]
    if change.unit is None and not any(ends):
        return ends[0], ends[-1]
    if scale(change.unit or "")[0] != "times":
        return None
    more = 0 if _BY.match(change.outcome or "") else 1
    return (ends[0] - more) * 100, (ends[-1] - more) * 100


def bars(left: Target, right: Target) -> tuple[Bar | None, Bar | None]:
    """What two targets set, on one scale where they can be brought there.

    A change from a printed value is a level: 由30%提高5个百分点 is 35%; and a level that a printed value goes before is a change.
    """
    own = bar(left), bar(right)
    if (left.kind == "change") == (right.kind == "change") or None in own:
        return own
    at = 0 if left.kind == "change" else 1
    change, level = (left, right) if at == 0 else (right, left)
    if more := _more(change, level, own[at]):
        return (more, own[1]) if at == 0 else (own[0], more)
    if reached := _reached(change):
        return (reached, own[1]) if at == 0 else (own[0], reached)
    if grown := _grown(level, change):
        return (own[0], grown) if at == 0 else (grown, own[1])
    return own


def _more(change: Target, level: Target, moved: Bar | None) -> Bar | None:
    """By how much there is more, as the number that is added: 增加500张 is as much as 新增500张."""
    if moved is None or change.direction != "increase" or change.baseline or not _ADDED.search(level.quote):
        return None
    dimension = moved.dimension.removeprefix("change ")
    return None if dimension.startswith((_PERCENT, "times", "doublings")) else moved._replace(dimension=dimension)


def in_one_time(left: Bar, right: Bar) -> tuple[Bar, Bar]:
    """Working days beside minutes, hours or days, on their scale where it is clear which of the two is longer.

    So many working days take at least as many days, and on average seven days for five and one more; parts of one are working hours.
    """
    if {left.dimension, right.dimension} == {_WORKING_DAYS, _MINUTES}:
        if left.dimension == _WORKING_DAYS:
            return _in_minutes(left, right), right
        return left, _in_minutes(right, left)
    return left, right


def _in_minutes(working: Bar, beside: Bar) -> Bar:
    """Working days in minutes, as few or many as they may take where either is told from the minutes beside; otherwise as they are."""
    if working.high < 1:
        return Bar(_MINUTES, working.low * _WORKING_DAY, working.high * _WORKING_DAY)
    least, most = working.low * (_DAY if beside.low >= _DAY else _WORKING_DAY), (working.high * 7 / 5 + 1) * _DAY
    if beside.high < least:
        return Bar(_MINUTES, least, least)
    return Bar(_MINUTES, most, most) if beside.low > most else working


def _reached(change: Target) -> Bar | None:
    """The level that a change from a printed value leads to."""
    from_ = change.baseline
    if from_ is None or from_.value is None or change.value is None:
        return None
    dimension, factor = scale(from_.unit or "")
    moved, one = scale(change.unit or "")
    start, sign = Fraction(str(from_.value)) * factor, -1 if change.direction == "decrease" else 1
    steps = [Fraction(str(step)) * one for step in (change.value, change.value_max) if step is not None]
    if moved == _PERCENT == dimension:
        return None  # 20% of 30%, or 20 points more
    if moved == _PERCENT:
        ends = [start * (1 + sign * step / 100) for step in steps]
    elif moved == dimension or (moved, dimension) == (_POINTS, _PERCENT):
        ends = [start + sign * step for step in steps]
    else:
        return None
    return Bar(dimension, min(ends), max(ends))


def _grown(level: Target, like: Target) -> Bar | None:
    """The change that a level is from a printed value, told as the other change is."""
    from_ = level.baseline
    if from_ is None or from_.value is None or level.value is None or level.value_max is not None:
        return None
    (dimension, factor), (own, one) = scale(from_.unit or ""), scale(level.unit or "")
    start, end = Fraction(str(from_.value)) * factor, Fraction(str(level.value)) * one
    grown = start - end if like.direction == "decrease" else end - start
    told = scale(like.unit or "")[0]
    if dimension != own or grown < 0:
        return None
    if (told, dimension) == (_POINTS, _PERCENT) or told == dimension != _PERCENT:
        return Bar(f"change {told}", grown, grown)
    if told == _PERCENT != dimension and start:
        return Bar(f"change {told}", grown / start * 100, grown / start * 100)
    return None


def every(target: Target) -> Fraction | None:
    """How many years each round takes: 1 for 每年 and 年均, 2 for 每2年; None for what is to be done once.

    What there is of one thing in another does not add up, and its 年均 is how it is measured: 年均浓度35微克/立方米.
    """
    match = _EVERY.fullmatch(target.frequency or "")
    if match is None or (target.kind == "level" and "/" in scale(target.unit or "")[0]):
        return None
    number = match["number"] or "1"
    return _YEARS.get(match["unit"]) or Fraction(_NUMERALS.get(number) or int(number))


def less_is_better(target: Target, known: Register) -> bool:
    """Whether a plan that wants more of the same wants a lower value: 死亡率, 能耗, and what is kept under a bound."""
    if target.kind == "change":
        return target.comparator in {"le", "lt"}  # the more it grows or falls the harder, unless it is kept under a bound
    return target.kind == "rank" or target.comparator in {"le", "lt"} or wants_less(target, known)


def wants_less(target: Target, known: Register) -> bool:
    """Whether plans want less of what a target is on: 死亡率, 能耗, 企业开办时间. What a register says of its entry holds."""
    if _CUT_RATE.search(target.indicator):
        return False
    wanted = known.wants(target.indicator_id)
    if wanted == "lower" or (wanted == "higher" and target.kind != "change"):  # more of a decrease is less in the end
        return wanted == "lower"
    if _DONE_ABOUT.search(target.indicator):
        return False
    return bool(_less_is_better().search(target.indicator)) or bool(
        target.kind != "change" and _BROUGHT_DOWN.search(target.quote)
    )


@cache
def _less_is_better() -> re.Pattern[str]:
    return re.compile(alternation(words("scales")["less_is_better"]))


def _denominator(target: Target) -> tuple[int, str] | None:
    """What the value is counted for, and how many of it: (1000, "人口") for 每千人口, (1, "县") for what each county has."""
    if target.kind == "count" and (level := _each(target.per or "") or _each(target.scope or "")):
        return 1, level
    if target.kind != "change" and not target.per and (one := _EACH_ONE.search(target.indicator)):
        return 1, _SAME_PEOPLE.get(one["of"], one["of"])
    match = _PER.match(target.per or "") or _PER.match(target.indicator) or _BARE_PER.match(target.indicator)
    if match is None or (target.per is None and match["many"] is None):
        return None
    of = match["of"] if target.per else "人口" if match["of"].startswith("人口") else match["of"][:2]
    if target.per and not of and (people := _PEOPLE.match(target.indicator)):
        of = people["of"]  # the denominator goes on in the name: 每千名老年人养老床位
    return _MANY[match["many"]], _SAME_PEOPLE.get(of, of)


def level_of(territory: str) -> str | None:
    """Which level of territories is named: 县 for 县（市、区） and 区; None where it is none."""
    return next((level for level, kinds in _LEVELS if any(kind in territory for kind in kinds)), None)


def _each(printed: str) -> str | None:
    """Which territories each have what is counted: 县 for 各县（市、区） and 每个区; None where it is for no territory."""
    match = _TERRITORY.match(printed)
    return level_of(match["of"]) if match else None


def whole_of(target: Target) -> str:
    """What a share is of, as the register of indicators would look it up: 专业课教师; nothing where that is not printed."""
    if target.unit != "%":
        return ""
    said, name = fold(target.quote), fold(target.indicator)
    found = _SHARE_OF.search(said) or _SHARE_AMONG.search(name) or _SHARE_BESIDE.search(name)
    if found is None:
        return ""
    whole = plain(found["whole"]).text
    if whole.endswith(_PRODUCT) and "增加值" in target.indicator:
        return ""  # which goes without saying
    own = _ALL_OF.sub("", whole)
    # Of all the things that it is a part of itself: that goes without saying.
    return "" if own != whole and own in fold(target.indicator)[: -len(own)].partition("占")[0] else whole


def _place(target: Target) -> Fraction | None:
    """A place on an official scale as a number: 三级 is 3, 三级甲等 lies 3 quarters above it."""
    if target.value is not None:
        return Fraction(str(target.value))
    match = _GRADE.match(target.grade or "")
    if match is None:
        return None
    lexicon = words("scales")
    number = match["number"]
    return Fraction(lexicon["numerals"].get(number) or int(number)) + Fraction(lexicon["grades"].get(match["part"], 0), 4)
