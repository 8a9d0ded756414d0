"""Amounts: a number with its bound and unit, as in 不少于922人次, 90%左右, 1—3家, 前百名, 四级乙等以上, 1：0.55.

All offsets count in the folded text that was scanned (`planparse.language.folding.fold`), which is as long as the printed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from planparse.language.lexicon import alternation, words
from planparse.language.numerals import ARABIC, DIGITS, HAN, HAN_NUMERAL, multiplier, plain, read_arabic, read_chinese
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import LARGEST, Comparator

Family = Literal[
    "percent", "point", "multiple", "count", "measure", "time", "rank", "grade", "ratio", "zero", "bare", "doubled", "halved"
]


class Amount(NamedTuple):
    """A number that counts or measures something.

    `start` and `end` enclose bounds, number and unit; `number_start` and `number_end` the number and unit alone.
    `value` is None where the grade is no number (四级乙等).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    family: Family
    value: int | float | None
    value_max: int | float | None
    unit: str | None
    comparator: Comparator
    grade: str | None = None
    base: int | float | None = None
    chinese: bool = False


_UNITS = words("amount_units")
_BOUNDS = words("bounds")

_LISTS: dict[str, Family] = {
    "counters": "count",
    "measures": "measure",
    "times": "time",
    "percentages": "percent",
    "points": "point",
    "multiples": "multiple",
    "ranks": "rank",
    "grades": "grade",
}
_FAMILY: dict[str, Family] = {unit: family for name, family in _LISTS.items() for unit in _UNITS[name]}
UNITS = tuple(_FAMILY)
"""The words that stand behind a number."""
_BEFORE: dict[str, Comparator] = {word: comparator for comparator, words_ in _BOUNDS["before"].items() for word in words_}
# 不得 and 超过: a negation and a comparison are read as one.
_TURNED: dict[Comparator, Comparator] = {"gt": "le", "lt": "ge"}
_BEFORE |= {
    negator + word: _TURNED[comparator]
    for word, comparator in [*_BEFORE.items()]
    if comparator in _TURNED and not word.startswith("不")
    for negator in _BOUNDS["negators"]
}
_AFTER: dict[str, Comparator] = {word: comparator for comparator, words_ in _BOUNDS["after"].items() for word in words_}
_AFTER["+"] = "ge"  # 满意度80%+, 30+家

BOUNDS = tuple(
    sorted((word for word in _BEFORE if len(word) > 1), key=len, reverse=True)
)  # 不低于, 超过 …, the longest first
BOUNDS_BEHIND = tuple(word for word in _AFTER if len(word) > 1)  # 以上, 左右 …

# The words before a number by their last character, the longest first.
_BEFORE_ENDS = {
    last: tuple(sorted((word for word in _BEFORE if word[-1] == last), key=len, reverse=True))
    for last in {word[-1] for word in _BEFORE}
}
FIRST_OF_UNIT = "".join(sorted({unit[0] for unit in _FAMILY}))  # what a unit can begin with
_SCALE = "万亿|[十百千]?[万亿]|[百千]"
# 成 and 大 count only where they are no part of a word: 九成 but not 一成立, 五大中心 but not 十大力.
_HAN_DIGITS = "".join(digit for digit in DIGITS if digit != "两")  # behind 点: 百分之九十八点五
_ALSO = "个家所处名人位户座台辆件套条次支场篇部间宗项"  # 3条（个）: what else counts the same things
_TENTHS = "成(?![立为员果本效功熟长品就都型])"
_BIG = "大(?![于小多量力学型宗病数会])"
# A lone 一 mostly forms a word (进一步, 一批, 一方面); before these it counts.
_LONE_ONE = "[倍个家所处座项件次轮年级季支名](?![一次]|支队伍|定)"

# What a Chinese numeral before it names rather than counts.
_ORDINAL_UNITS = frozenset(("期", "方", "届"))
# 至少完成一轮, 每个县建成一所: here 一 counts.
_COUNTED_ONE = Pattern(
    "至少|不少于|[每各][^，。；]*$|[均都][^，。；]{0,4}$",
    reads=("至少", "每个县（市、区）", "各镇均建成"),
    leaves=("打造", "形成"),
)
_REACH_OF_EACH = 24
# 万人发明专利拥有量: a round number of people or yuan before a noun whose own number follows.
_DENOMINATORS = frozenset(("百", "千", "万", "十万", "百万"))
_DENOMINATED = Pattern(
    r"(?<=[人户元口名台件])(?![左以之次的，。；、]|规模|[^，。；、\d]{0,3}$)(?:(?=拥有|占有)|[^，。；：、\d]{2,24}?)(?:[量率数耗额]|拥有|占有|指数|密度|汽车|[医护]生|床位|排放|(?:研发|R&D)人员)(?:[^，。；：、\d]{0,12}(?:(?:19|20)\d\d年[底末]?[^，。；：、\d]{0,8})?[\d≥≤]|(?=[、和与]|[^，。；：、\d]{0,6}(?:全[国省市县区]|第[一二三四五]|前[一二三四五六七八九十])))",
    reads=(
        "万人发明专利拥有量达到12件",
        "百户居民拥有汽车60辆",
        "万名就业人员中研发人员达到95人年",
        "万元GDP用水量、万元工业增加值用水量",
        "万元GDP能耗、万元GDP用水量较2020年分别下降8%",
        "万人有效发明专利拥有量居全省第二",
    ),
    leaves=("万元以上的项目", "万人规模"),
)

# The words are spelled out once, behind the number; where a unit is only looked for, its first character must do.
_UNIT_AHEAD = f"(?=[ ]?[{FIRST_OF_UNIT}])"
_DIGITS = frozenset("0123456789")
# 零发生, 零增长: nothing of it is left, or none is added.
_ZERO = "发生|增长|事故|新增|排放|死亡|感染|违规|投诉|填埋|直排|伤亡"
# What a Chinese numeral is followed by where it counts: a unit, a bound, 分之, 成, 大 or the rest of a range.
_BEHIND_HAN = frozenset(FIRST_OF_UNIT + "分余多成大—至到半" + "".join(word[0] for word in _ZERO.split("|")))
_SIGNS = frozenset(word[-1] for word in _BEFORE if not word[-1].isalpha())  # ≥, <
# Where a number can begin: one quick look finds these, and only there the whole pattern is tried. re looks for a class of
# characters much faster than for a run of them.
_NUMERAL = Pattern(
    f"[0-9{HAN_NUMERAL}][0-9{HAN_NUMERAL}]*+", reads=("培育三百五十家企业", "到2025年"), leaves=("加快建设", "推动发展")
)


@dataclass(frozen=True, slots=True)
class TurnRule(Rule):
    """A verb that is a number as well; `matches` gives the value that it comes to.

    The group `more` is the bound behind it, and `n` how often it turns: `value` is multiplied by itself so many times. `comparator` is
    the bound that the words themselves say.
    """

    value: int | float = field(kw_only=True)
    unit: str = field(kw_only=True)
    family: Family = field(kw_only=True)
    comparator: Comparator = "eq"


def _half(name: str, unit: str, matches: Mapping[str, float], *misses: str) -> TurnRule:
    """半天 and its like, where something lasts or shrinks so long; 每半个月 and 上半天 tell how often and when."""
    regex = (
        f"(?<![每上下大小多前后这另一])半{unit}"
        f"(?:(?<=[至到为过短减缩降]半{unit})|(?=[以之]?内|办[结理完妥好]|完成|响应|出证|拿证|领证|送达|答复|到[达场账]|通达|可达))(?P<within>[以之]内)?"
    )
    return TurnRule(name, regex, matches, misses, opens="半", value=0.5, unit=unit, family="time")


TURNS = Rules(
    TurnRule(
        "doubles",
        "翻(?:(?:了|(?P<n>[一两三四12]))?番(?:增长(?=$|[，。；、）\n]))?(?P<more>以上)?|倍(?:增长)?(?=$|[，。；、）\n]))",
        {"专利授权量翻番": 2, "力争翻一番": 2, "总量翻两番以上": 4, "产值实现翻倍增长": 2, "实现产值翻番增长": 2},
        ("翻新改造校舍", "实施翻倍计划"),
        opens="翻",
        value=2,
        unit="倍",
        family="doubled",
    ),
    TurnRule(
        "multiplies",
        r"(?<=[现成番年量额值数模入次])倍增(?=[，。；、）\n]|目标|$)",
        {"营业收入实现倍增": 2, "技术合同成交额倍增": 2, "产值实现三年倍增，达到240亿元": 2, "完成倍增目标": 2},
        ("实施倍增计划", "成倍增长"),
        opens="倍",
        value=2,
        unit="倍",
        family="doubled",
    ),
    TurnRule(
        "first_place",
        "(?<=[省市国县区界球州])首位(?![度型产城行])",
        {"产量居全省首位": 1},
        ("把安全摆在首位", "提高城市首位度"),
        opens="首",
        value=1,
        unit="位",
        family="rank",
    ),
    TurnRule(
        "half_of",
        "(?<!过)半数(?>(?P<more>以上)?)(?!成员|委员|代表|业主|[同通赞表到])",
        {"半数以上的乡镇建成": 50, "近半数村庄启动": 50},
        ("半数成员到会", "经半数以上业主同意"),
        opens="半",
        value=50,
        unit="%",
        family="percent",
    ),
    TurnRule(
        "over_half",
        "过半数?(?![成委代业同通赞表出]|的?(?:成员|委员|代表|业主|股权|表决|票))(?:(?<=数)|(?<=[率比重]过半)|(?<=[压缩精核削]减过半)|(?<=[压下减][缩降少]过半))",
        {"过半数的街道建成": 50, "占比过半": 50, "申请材料压减过半": 50},
        ("时间过半", "过半数通过", "过半数的表决权"),
        opens="过",
        value=50,
        unit="%",
        family="percent",
        comparator="gt",
    ),
    TurnRule(
        "halves",
        "减半(?!径)",
        {"审批时限减半": 50},
        ("减少半数", "缩减半径"),
        opens="减",
        value=50,
        unit="%",
        family="halved",
    ),
    _half(
        "half_a_day",
        "天",
        {"办理时限压缩至半天": 0.5, "变更登记半天办结": 0.5, "半天内响应企业诉求": 0.5},
        "每半天巡查一次",
        "后半天内",
        "半天时间",
    ),
    _half(
        "half_a_working_day",
        "个工作日",
        {"不动产登记半个工作日内办结": 0.5, "审批时间缩短半个工作日": 0.5},
        "每半个工作日报送",
    ),
    _half(
        "half_a_month",
        "个月",
        {"公示期由1个月缩短为半个月": 0.5, "验收不超过半个月": 0.5},
        "每半个月调度一次",
        "上半个月内",
        "一个半月内",
    ),
    _half(
        "half_an_hour", "小时", {"平均通关时间压缩至半小时": 0.5, "半小时内到达现场": 0.5}, "半小时经济圈", "每半小时一班"
    ),
    _half(
        "half_of_an_hour", "个小时", {"应急响应时间缩短到半个小时": 0.5, "急救车半个小时内到场": 0.5}, "半个小时左右的课程"
    ),
)
# 分别提高1个、2.5个百分点: the last says of what there are so many.
_LAST_SAYS = Pattern(
    r"(?:[、和及]\d[\d.]*个){0,6}[、和及]\d[\d.]*个(?P<unit>百分点|工作日|交易日|自然日|月)",
    reads=("和2.5个百分点", "、2个和3个百分点", "、5个工作日内"),
    leaves=("和2.5个", "，2个百分点"),
    by="match",
)
# 升/（人·日）, 吨二氧化碳/万元, 人/10万人: what there is so much of for each of something.
_EACH = rf"(?:百万|百|千|1?[0十]万|万|亿)?(?:换算)?(?:{alternation(_UNITS['denominators'])})"
_FOR_EACH = rf"(?:二氧化碳(?:当量)?)?/(?:{_EACH}(?:·(?:[年月日天]|平方公里))?|（{_EACH}·{_EACH}）|1?[0十]万)"
# 分别达到40、55、20公里: the last of a list says in what all are counted.
_LAST_COUNTS = Pattern(
    rf"(?:[、和]\d[\d.]*(?:{_SCALE})?){{0,6}}[、和及与]\d[\d.]*(?:{_SCALE})?(?P<unit>{alternation(_FAMILY)}(?:{_FOR_EACH})?)",
    reads=("、55、20公里", "和3家"),
    leaves=("、55、20", "，20公里"),
    by="match",
)
# 分别达到40、, 年服务人次分别超过500万、300万和: what stands before a number of a list without a unit.
_IN_A_LIST = Pattern(
    r"(?:达到?|[至到为在]|(?P<in_turn>分别)[^，。；、\d]{0,8})(?P<numbers>(?:\d[\d.]*[万亿]?[、和及与]){0,7})$",
    reads=("分别达到", "分别达到40、55、", "控制在", "分别超过500万、300万和"),
    leaves=("第1、", "、", "分别超过500万人、", "分别超过500万"),
)
# 系数分别提高到0.58、: what stands before a further fraction without a unit.
_IN_FRACTIONS = Pattern(
    r"(?:达到?|[到至为在])[ ]?\d{1,3}\.\d+(?:以[内上下])?(?:[、和及与]\d{1,3}\.\d+(?:以[内上下])?){0,5}[、和及与]$",
    reads=("分别提高到0.58、", "达到0.45以上、0.5和"),
    leaves=("分别提高到58、", "0.58、", "第1.2、"),
)
_LONGEST_LIST = 30
_LIST_MARKS = ("、", "和", "及", "与")
_AMOUNT = Pattern(
    rf"""
    (?:
        (?!(?:19|20)\d\d[ ]?年(?!以|内|的?时间)|[1-9]/(?:[2-9]|10)(?:以[上下]|左右|的|[，。；、）\n]|$)) (?P<arabic>{ARABIC}) (?: (?P<beyond>[余多]) (?=万|亿) | [ ]? ) (?P<scale>{_SCALE})?
      | (?P<half>一半)
      | (?<![\d/]) (?P<over>[1-9]) / (?P<under>[2-9]|10) (?:(?=以[上下]|左右|的)|(?<=[减降低少缩节简升高加长至到占约过][1-9]/[2-9])(?=[，。；、）\n]|$))
      | (?P<zero>(?<![{HAN_NUMERAL}])零(?=”?(?:{_ZERO})))
      | (?<![第每{HAN_NUMERAL}]) (?!千方百计|千里马|[千百]吨[万千]人|(?<=[千百]吨)[万千]人|一一|[三四五]位一体|三次产业|二次(?:污染|供水|供热|创业|开发|利用|分配|装修|加工|元|转移)) (?:(?=一{_LONE_ONE}) | (?!一[^{HAN_NUMERAL}分成至—到]))
        (?P<han>[{HAN_NUMERAL}]{{1,16}}+) (?=[{FIRST_OF_UNIT}分余多成大—至到])
        (?: 分之 (?P<parts>[{HAN_NUMERAL}]{{1,16}}+(?:点[{_HAN_DIGITS}]{{1,3}}+)?(?![{HAN_NUMERAL}])|{ARABIC}) | (?!分之) )
      | (?<=前) (?P<top>[二三四五六七八九十]|[二三五]十|[一二]?百) (?=$|[，。；、）\n]|行列|之列)
      | (?<=第) (?P<ordinal>[{HAN_NUMERAL}]{{1,4}}+) (?:(?=[位名](?!一体)) | (?<=[省国市区县州界球取保争]第[一二三]) (?=$|[，。；、）\n]))
    )
    (?P<unit1>[{FIRST_OF_UNIT}](?:(?![减增升降提压缩扩延涨达]){HAN})?(?=[—至到][\d{HAN_NUMERAL}]))?
    (?:
        ： (?P<ratio>{ARABIC})
      | [—至到] (?: (?P<arabic_max>{ARABIC}) [ ]? (?P<scale_max>{_SCALE})? | (?P<han_max>[{HAN_NUMERAL}]{{1,16}}+) ) (?:{_UNIT_AHEAD}|(?<=\d)(?=之间|合?理?区间|[，。；、）\n]|以[内上下]|$))
    )?
    (?P<inside>[余多+]{_UNIT_AHEAD}) ?
    (?:[ ]?(?!台阶|顶[级尖层部岗峰]|段[式落位]|优[化质先秀良]|节[能约水点气电省日目地假材俭]|部[分门委]|支[持撑付]|方[面向案式法]|口[罩岸腔径])(?P<unit>{alternation(_FAMILY)}(?:{_FOR_EACH}|(?<=克)每(?:立方米|升)|（[{_ALSO}]次?）)?|{_TENTHS}|{_BIG})
        (?<!\d(?=\d)))?  # μg/m3 is no unit where more digits follow
    (?P<tenth>(?<=成)[一二三四五六七八九半](?=[以左的，。；、）\n]|$))?  # 九成五
    (?P<class>[甲乙丙一二三]等)?
    (?:（[^（）\n\d]{{2,40}}）(?=以[内上下]))?  # 8天（指工作日，下同）以内
    (?:(?<=%)”(?=以[上内下]|左右))?
    (?P<after>{alternation(_AFTER)}|(?<=[%家个人项所])\+(?!\d))?
    """,
    reads=("不少于922人次", "三分之一以上", "百分之九十八点五", "进入全国前百名", "1—3家", "四级乙等以上"),
    leaves=("进一步提升", "2025年", "加快建设"),
    flags=re.VERBOSE,
)


def bound_in(words_: str) -> Comparator:
    """The bound that stands in words which part it from its number; `eq` where there is none.

    >>> bound_in("不低于本年度招标项目总量的"), bound_in("达到当年招收计划的")
    ('ge', 'eq')
    """
    return next((_BEFORE[word] for word in BOUNDS if word in words_), "eq")


def bound_behind(words_: str) -> Comparator:
    """The bound that words end with; `eq` where there is none.

    >>> bound_behind("50人（初中）以内"), bound_behind("50人（初中）")
    ('le', 'eq')
    """
    return next((_AFTER[word] for word in BOUNDS_BEHIND if words_.endswith(word)), "eq")


_OF_POWER = frozenset(scale + unit for unit in ("千瓦", "兆瓦", "吉瓦") for scale in ("", "万", "亿"))
# How much a store of energy holds, behind its power.
_STORED = Pattern(
    f"/[ ]?[0-9]+(?:\\.[0-9]+)?[万亿]?[千兆吉]瓦时(?P<after>{'|'.join(BOUNDS_BEHIND)})?",
    reads=("/400万千瓦时以上", "/60兆瓦时"),
    leaves=("/400万千瓦", "400万千瓦时"),
    by="match",
)


def find_amounts(text: str) -> Iterator[Amount]:
    """Every amount of the folded text, in order.

    >>> [(a.family, a.comparator, a.value, a.value_max, a.unit) for a in find_amounts("不少于922人次、90%左右、1—3家、200余名、70多万名")]
    [('count', 'ge', 922, None, '人次'), ('percent', 'approx', 90, None, '%'), ('count', 'range', 1, 3, '家'), ('count', 'gt', 200, None, '名'), ('count', 'gt', 700000, None, '名')]
    >>> [(a.family, a.value, a.unit, a.grade, a.base) for a in find_amounts("全国前百名，四级乙等以上，1：0.55，3万亿元，3万人")]
    [('rank', 100, '名', None, None), ('grade', None, None, '四级乙等', None), ('ratio', 0.55, None, None, 1), ('measure', 3, '万亿元', None, None), ('count', 30000, '人', None, None)]
    """
    done = 0
    turns = TURNS.find(text)
    turn = next(turns, None)
    for numeral in _NUMERAL.finditer(text):
        start, end = numeral.span()
        while turn and turn[1].start() <= start:
            if turn[1].start() >= done:
                done = turn[1].end()
                yield _turned(*turn, text)
            turn = next(turns, None)
        if start < done:
            continue
        if (
            text[start] not in _DIGITS
            and text[end : end + 1] not in _BEHIND_HAN
            and text[start - 1 : start] not in ("前", "第")
        ):
            continue
        match = _AMOUNT.match(text, start)
        if match is not None:
            done = match.end()
            amount = _read(match, text)
            if amount is not None and amount.unit in _OF_POWER and (stored := _STORED.match(text, done)):
                # 200万千瓦/400万千瓦时以上: the bound behind what is stored is of the power as well.
                done, behind = stored.end(), stored["after"] or ""
                comparator = _AFTER[behind] if behind else amount.comparator
                amount = amount._replace(end=done, number_end=done - len(behind), comparator=comparator)
            if amount is not None:
                yield amount
    for rest in (turn, *turns):
        if rest and rest[1].start() >= done:
            yield _turned(*rest, text)


# 能耗下降12，: the sign behind the number was lost.
_MOVES = ("下降", "降低", "减少", "增长", "提高", "提升", "上升")
_ENDS_OF_NUMBERS = frozenset(("", "，", "。", "；", "、", "和", "\n"))
_NOT_WORSE = ("不低于", "不落后于", "不跌出", "至少", "力保")
# 配备彩超1台, 签约亿元以上项目: a machine and a verb, and no bound.
_NO_BOUNDS = ("彩超", "B超", "签约", "预约", "节约", "合约", "违约", "特约")
# 突破100项关键技术: a verb there.
_OVERCOME = Pattern(
    "(?<=[项个种件])[^，。；、]{0,16}?(?:技术|难题|瓶颈|难点|堵点|工艺|装备|短板)",
    reads=("10项关键核心技术", "3个“卡脖子”难题"),
    leaves=("家企业", "亿元"),
    by="search",
)
# 三五家, 七八十人: two numbers for one that is not known.
_ABOUT = Pattern(
    "[一两二三四五六七八][一二三四五六七八九][十百千万]?",
    reads=("三五", "七八十"),
    leaves=("三十五", "十五", "二〇"),
    by="fullmatch",
)
# 力争过百亿元, 产值过千亿元, 5个过百亿元的集群
_PASSES = Pattern(
    "(?:力争|争取|努力|[值入收额资税模个家])过$", reads=("力争过", "产值过", "营收过"), leaves=("通过", "超过", "经过")
)
# 上百家: it comes to a hundred; 以上, 基础上 and 成百上千 end otherwise.
_REACHES = Pattern("(?<![以础百之])上$", reads=("企业上", "近上"), leaves=("以上", "基础上", "成百上"))
# 控制在—1%至2%之间: what a dash follows where it is a minus.
_BEFORE_MINUS = frozenset("在至到为于过：=≥≤><")


_LEADS_TO = [word for word in words("verbs")["reach"] if len(word) > 1 and word[-1] in "到至为" and word != "达到"]
# 系数由0.53提高到0.56: a number without a unit that something comes from.
_MOVED_FROM = Pattern(
    rf"(?<=\.\d|\d\d){alternation(_LEADS_TO)}(?:(?:19|20)\d\d年的?)?\d",
    reads=("0.53提高到0.56", "2.31缩小到2.2", "0.55提高到2025年的0.58"),
    leaves=("0.53的系数", "12345升级为平台"),
)
# 提高到2025年的0.58: the same in the year to which it comes.
_MOVED_TO = Pattern(r"(?:到|至|为)(?:19|20)\d\d年的$", reads=("提高到2025年的",), leaves=("2025年的", "到2025年"))


# 接近翻番: words before a turn that make it nearly so.
_NEARLY = ("接近", "近", "约")
# 超过半数: one that makes it more.
_MORE_THAN = ("超过", "超")


def _turned(rule: TurnRule, match: re.Match[str], text: str) -> Amount:
    """翻两番 is 4 times as much, 减半 half of it; 接近翻番 is nearly so."""
    (start, end), groups = match.span(), match.groupdict()
    if rule.family == "time":
        # 不超过半个月, 半天内
        within = groups.get("within") or ""
        bound = next((word for word in BOUNDS if text.endswith(word, max(0, start - len(word)), start)), "")
        how: Comparator = "le" if within else _BEFORE.get(bound, "eq")
        return Amount(
            start - len(bound), end, start, end - len(within), rule.family, rule.value, None, rule.unit, how, chinese=True
        )
    often, more = groups.get("n") or "1", groups.get("more") or ""
    times = int(often) if often.isascii() else read_chinese(often) or 1
    near = 0 if more else next((len(word) for word in _NEARLY if text.endswith(word, max(0, start - 2), start)), 0)
    comparator: Comparator = "ge" if more else "approx" if near else rule.comparator
    if beyond := next((len(word) for word in _MORE_THAN if text.endswith(word, 0, start)), 0) if not near else 0:
        near, comparator = beyond, "gt"
    return Amount(
        start - near, end, start, end - len(more), rule.family, rule.value**times, None, rule.unit, comparator, chinese=True
    )


# 千分之三点五, 十万分之十二: what has a unit of its own.
_PARTS_OF: dict[int, tuple[Family, str]] = {1000: ("percent", "‰"), 100_000: ("measure", "/10万")}
# 控制在105—107之间, but 在2023—2025之间: from a value without a unit to another, and no years.
_BEFORE_RANGE = frozenset("在为于到至达持")
_YEAR_LIKE = Pattern(r"(?:19|20)\d\d", reads=("2025",), leaves=("105", "20.25"), by="fullmatch")
# What the groups of `_AMOUNT` hold.
_Said = Mapping[str, str | None]
# 百万千瓦, 千万千瓦时: a 千 that belongs to the unit.
_BEHIND_KILO = ("瓦", "克", "米", "伏")


def _read(match: re.Match[str], text: str) -> Amount | None:
    """The amount that a match of `_AMOUNT` says, None where it only looks like one."""
    said = match.groupdict()
    start, end = match.span()
    unit = said["unit"] or _unit_of_list(said, text, start, end)
    if _is_part_of_words(said, text, start, end, unit):
        return None
    number_end = match.start("after") if said["after"] else end
    wide, comparator = _bound(said, text, start, end)
    if said["zero"]:
        return Amount(start, end, start, end, "zero", 0, None, None, "eq", chinese=True)
    if said["half"]:
        return Amount(wide, end, start, number_end, "percent", 50, None, "%", comparator, chinese=True)
    if said["over"]:
        share = plain(round(Decimal(said["over"]) * 100 / Decimal(said["under"]), 4))
        return Amount(wide, end, start, number_end, "percent", share, None, "%", comparator)
    arabic, han = said["arabic"], said["han"]
    if han and len(han) > 1 and han[-1] == "千" and (unit or "").startswith(_BEHIND_KILO):
        han, unit = han[:-1], f"千{unit}"  # 千万千瓦
        said |= {"han": han, "unit": unit}
    value = read_arabic(arabic) if arabic else read_chinese(han or said["top"] or said["ordinal"] or "")
    before = text[start - 1 : start]
    if arabic and value is not None and before and before in "—−" and text[start - 2 : start - 1] in _BEFORE_MINUS:
        value, start, wide = -value, start - 1, start - 1
        before = text[start - 1 : start]
    if value is None or han in ("零", "〇"):
        return None
    if said["parts"]:
        if (part_of := _PARTS_OF.get(int(value))) and (parts := _number(said["parts"])) is not None:
            return Amount(wide, end, start, number_end, part_of[0], plain(parts), None, part_of[1], comparator, chinese=True)
        part = _percent(said["parts"], value)
        if part is None:
            return None
        return Amount(wide, end, start, number_end, "percent", part, None, "%", comparator, chinese=True)
    if said["ratio"]:
        # 1：0.55 for each one; 2.8：1 so many to one.
        base, of = plain(value), plain(read_arabic(said["ratio"]))
        if of == 1:
            base, of = of, base
        return Amount(wide, end, start, end, "ratio", of, None, None, comparator, base=base)
    if unit == "个" and (last := _LAST_SAYS.match(text, end)):
        unit += last.group("unit")
    family, chinese = _family(unit), arabic is None
    if before and before in "前第" and unit in ("名", "位", "强", None):
        # 第15位以内, 不低于第12位, 第3位以上: that place or a better one.
        bounded = said["after"] is not None or text.endswith(_NOT_WORSE, max(0, start - 6), start - 1)
        order: Comparator = "le" if before == "前" or bounded else "eq"
        return Amount(start - 1, end, start, number_end, "rank", plain(value), None, unit, order, chinese=chinese)
    if family == "rank":
        return Amount(wide, end, start, number_end, "rank", plain(value), None, unit, "le", chinese=chinese)
    if family == "grade" and said["class"]:
        grade = text[start : match.end("class")]
        return Amount(wide, end, start, number_end, "grade", None, None, None, comparator, grade, chinese=chinese)
    low, high, unit = _scaled(said, value, unit, family)
    if high is not None and high < low:
        return None
    if max(low, high or 0) > LARGEST:
        return None
    if high is not None:
        comparator = "range"
    if unit == "%":
        family = "percent"  # 三成
    most = None if high is None else plain(high)
    return Amount(wide, end, start, number_end, family, plain(low), most, unit, comparator, chinese=chinese)


def _unit_of_list(said: _Said, text: str, start: int, end: int) -> str | None:
    """分别建成12、15、20个: the unit that stands behind the last number of a list alone."""
    if not said["arabic"] or said["ratio"] or text[end : end + 1] not in _LIST_MARKS:
        return None
    last = _LAST_COUNTS.match(text, end)
    return last.group("unit") if last and _list_before(text, start) else None


def _is_in_turn(text: str, start: int) -> bool:
    """分别超过500万、300万和: whether other numbers without a unit stand before one, each for something of its own."""
    listed = _list_before(text, start)
    return listed is not None and bool(listed["in_turn"] and listed["numbers"])


def _list_before(text: str, start: int) -> re.Match[str] | None:
    return _IN_A_LIST.search(text, max(0, start - _LONGEST_LIST), start)


# 3万路视频, but 12路公交 and 3路口.
_NO_CHANNELS = frozenset("公口段线网由基面灯径长车")


def _is_part_of_words(said: _Said, text: str, start: int, end: int, unit: str | None) -> bool:
    """Whether what looks like a number is part of a name or a word, an article, or no value at all."""
    han, before, behind = said["han"], text[start - 1 : start], text[end : end + 1]
    if unit == "路" and behind in _NO_CHANNELS:
        return True
    if unit is None:
        if behind.isascii() and behind.isalpha():
            return True  # 5G, 100M
        if said["arabic"] and before.isascii() and before.isalpha():
            return True  # S9及以下配电变压器
        if (
            said["arabic"]
            and not said["ratio"]
            and not said["after"]
            and not _is_bare_value(said["arabic"], text, start, end)
            and not (said["arabic_max"] and before in _BEFORE_RANGE and not _YEAR_LIKE.fullmatch(said["arabic"]))
            and not (said["scale"] and before in _LIST_MARKS and _is_in_turn(text, start))
        ):
            return True
        if han and said["parts"] is None:
            return True
    if han and said["parts"] is None and (_ABOUT.fullmatch(han) or (before and before in "数几" and han[0] in "十百千万")):
        return True  # 三五家, 数十家: no number is meant
    if han and (unit in _ORDINAL_UNITS or (han in "百千万" and unit == "里")):
        return True  # 三期工程, 三方合作, 万里碧道
    if han in _DENOMINATORS and _DENOMINATED.match(text, end):
        return True  # 万元GDP能耗, 百户居民拥有汽车60辆: what a number behind counts for
    counts_one = unit == "倍" or (unit != "次" and _COUNTED_ONE.search(text, max(0, start - _REACH_OF_EACH), start))
    if han == "一" and not counts_one:
        return True  # 打造一支队伍: an article
    return unit == "部" and behind == "门"  # 九部门关于印发


def _is_bare_value(number: str, text: str, start: int, end: int) -> bool:
    """Whether a number without a unit is a value: 分别控制在0.45、0.4以内, 系数由0.53提高到0.56."""
    before = text[start - 1 : start]
    if before in _BEFORE_ENDS or before in "达到至为前第":
        return True
    # What a fraction tells from a number in passing.
    if "." in number and before == "在":
        return True
    if "." in number and before in _LIST_MARKS and _IN_FRACTIONS.search(text, max(0, start - _LONGEST_LIST), start):
        return True
    if text.endswith(_MOVES, max(0, start - 2), start) and text[end : end + 1] in _ENDS_OF_NUMBERS:
        return True
    moved = before in "由从的" and (_MOVED_FROM.match(text, end) or _MOVED_TO.search(text, max(0, start - 8), start))
    return bool(moved)


def _bound(said: _Said, text: str, start: int, end: int) -> tuple[int, Comparator]:
    """Where the number begins with the bound before it, and what it is bounded to; 以上 behind it wins over a word before it."""
    after, inside, han = said["after"], said["inside"] or said["beyond"], said["han"]
    if han and han in "百千万" and _REACHES.search(text, max(0, start - 2), start):
        return start - 1, "ge"  # 上百家
    behind: Comparator = _AFTER[after] if after else _AFTER[inside] if inside else "eq"
    if _PASSES.search(text, max(0, start - 3), start):
        return start - 1, behind if after else "gt"
    if text[start - 1 : start] == " " and text[start - 2 : start - 1] in _SIGNS:
        start -= 1  # ≥ 95%
    ahead = _BEFORE_ENDS.get(text[start - 1 : start], ())
    if not start or not text.endswith(ahead, 0, start) or text.endswith(_NO_BOUNDS, 0, start):
        return start, behind
    word = next(word for word in ahead if text.endswith(word, 0, start))
    if word == "突破" and _OVERCOME.match(text, end):
        return start, behind
    return start - len(word), behind if after else _BEFORE[word]


def _percent(parts: str, whole: Decimal | int) -> float | int | None:
    """三分之一: so many parts of a whole in percent, None where that is too much to be meant."""
    part = _number(parts)
    if part is None or not whole:
        return None
    share = plain(round(Decimal(part) * 100 / Decimal(whole), 4))
    return share if share <= LARGEST else None


def _number(words_: str) -> Decimal | int | None:
    return _read_decimal(words_) if words_[0] in HAN_NUMERAL else read_arabic(words_)


def _read_decimal(numeral: str) -> Decimal | int | None:
    """九十八点五: the digits behind 点 stand for themselves."""
    whole, _, behind = numeral.partition("点")
    value = read_chinese(whole)
    if value is None or not behind:
        return value
    return Decimal(value) + Decimal(sum(DIGITS[digit] * 10 ** -Decimal(at) for at, digit in enumerate(behind, 1)))


def _scaled(
    said: _Said, value: Decimal | int, unit: str | None, family: Family
) -> tuple[Decimal | int, Decimal | int | None, str | None]:
    """The number and the upper end of its range by their magnitudes, and the unit, to which the magnitude of a measure belongs."""
    scale, scale_max, han = said["scale"], said["scale_max"], said["han"]
    most: Decimal | int | None = None
    if said["unit1"] in (None, unit) and (said["arabic_max"] or said["han_max"]):
        most = read_arabic(said["arabic_max"]) if said["arabic_max"] else read_chinese(said["han_max"] or "")
    if han and family == "measure" and len(han) > 1 and han[-1] in "万亿":
        # 三千万元: the magnitude at the end belongs to the unit, as it is printed.
        scale, value = han[-1], read_chinese(han[:-1]) or value
    if unit == "成":
        tenth = said["tenth"]
        more = 0 if tenth is None else 5 if tenth == "半" else read_chinese(tenth) or 0
        return value * 10 + more, None if most is None else most * 10, "%"
    if unit == "大":
        unit = None
    if not scale and not scale_max:
        return value, most, unit
    low, high = scale or scale_max or "", scale_max or scale or ""
    if family == "measure" and low == high:
        return value, most, high + (unit or "")
    least = scale or "" if family == "measure" else low
    return value * multiplier(least), None if most is None else most * multiplier(high), unit


@lru_cache(maxsize=256)
def _family(unit: str | None) -> Family:
    if not unit:
        return "bare"
    first = unit.partition("/")[0].partition("每")[0].partition("（")[0].partition("二氧化碳")[0]
    return _FAMILY.get(unit) or _FAMILY.get(first) or "bare"


_MAGNITUDE = Pattern(
    "^(?P<scale>万亿|[十百千]?[万亿])(?P<unit>.*)",
    reads=("万亿元", "亿元", "万千瓦", "千万元"),
    leaves=("千瓦", "百分点", "元"),
)
_COUNTED: frozenset[Family] = frozenset(("count", "measure", "time", "bare"))


def in_base_units(amount: Amount) -> tuple[int | float, int | float | None, str | None] | None:
    """The value, the upper end of a range and the unit without 万 and 亿.

    None for shares, points, ranks, grades and ratios, and for what is too large for a plan.

    >>> [in_base_units(amount) for amount in find_amounts("2万亿元，3.5万人，120公里，90%")]
    [(2000000000000, None, '元'), (35000, None, '人'), (120, None, '公里'), None]
    """
    if amount.family not in _COUNTED or amount.value is None:
        return None
    scale = _MAGNITUDE.search(amount.unit or "")
    if scale is None:
        return amount.value, amount.value_max, amount.unit
    factor = multiplier(scale.group("scale"))
    value, top = (None if v is None else plain(Decimal(str(v)) * factor) for v in (amount.value, amount.value_max))
    if value is None or max(abs(value), abs(top or 0)) > LARGEST:
        return None
    return value, top, scale.group("unit") or None
