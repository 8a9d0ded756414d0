"""What is read from a clause; nouns as targets name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planparse.language.amounts import Amount
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.model import Direction, Strength, TargetKind
from planparse.parsing.targets.grammar import (
    BATCH,
    DEADLINE,
    DECREASE,
)
from planparse.parsing.targets.hidden import MEASURES
from planparse.parsing.targets.skeleton import WAS_ASIDE

TOLD_AHEAD = (
    200  # characters before a target in which stands what its indicator is today: 目前占比为52%。到2028年，提高到65%
)
EDGES = " \xa0\u2002\u2003\u3000、"  # what stands beside a noun and is none of it

_VERBS = words("verbs")
# （2026年12月底前完成）: by when.
BY_WHEN = Pattern(
    f"（(?:力争|争取|确保|计划|[在于])?{DEADLINE}+(?:全部|全面|基本)?(?:完成|建成|实现|达到|落实|达标|到位)?）",
    reads=("（2026年12月底前完成）", "（到2026年底）"),
    leaves=("（市、区）", "（2025—2027年）", "（2026年12月底前完成3个）"),
    by="match",
    painted=True,
)
# The time at the end of a noun: 企业到2020年达到1000家.
LATE_TIME = Pattern(
    rf"[在于]?{DEADLINE}+[前底末内]?$", reads=("企业到2020年", "中心于2020年6月底"), leaves=("企业",), painted=True
)
# A year that opens a noun, with the verb before it: 安排2020年市场化电量2000亿千瓦时.
EARLY_TIME = Pattern(
    rf"(?:安排|下达|完成|实现|落实)?(?:{DEADLINE}+|(?:19|20)\d\d年(?>(?:度|年?[底末])?)(?![以之]?前))|(?:统筹)?安排(?=.)",
    reads=("安排2020年市场化电量", "到2025年企业", "2020年度项目"),
    leaves=("企业", "市场化电量"),
    by="match",
    painted=True,
)
# A verb that brings about what a number behind counts: 培育高新技术企业达到3000家.
GROWN = Pattern(
    "(?:(?:对|面向|为|向|针对)[^，]{2,40}?)?(?:培育|发展|引进|建成投[用运产]|建成|新建|建设|打造|创建|认定|培养|集聚|开展|组织|举办|梳理发布|梳理|发布|推出|选树|遴选|评选|招募|汇编)(?=[^，]{2})(?!用地|规模|水平|区)",
    reads=("培育高新技术企业", "引进外资项目", "对市场主体开展合规培训"),
    leaves=("发展水平", "建设用地", "企业培育"),
    by="match",
)
# Nouns that are measures themselves: their number is a level, not a count of things.
# 公共机构单位建筑面积能耗: whose measure it is.
OWNER = Pattern(
    "(?P<owner>[^，、和与]{2,10}?)(?:单位|人均|每)",
    reads=("公共机构单位建筑面积能耗", "农村居民人均可支配收入"),
    leaves=("单位面积能耗", "企业能耗"),
    by="match",
)
GROWTH_RATES = tuple(_VERBS["growth_rates"])
"""The measures of a measure that leave out what they are of."""
_MORE = ("新增", "增加", "扩大", "提高")
_LESS = tuple(sorted({*DECREASE, "淘汰", "关停", "退出", "化解", "压减", "清退", "拆除"}))
_CUTS = ("压减", "压降", "削减", "调减")
_BUILT = ("build", "build_list", "member_list_of_build_list")
_EXTENTS = frozenset(words("amount_units")["extents"])
# Words that stand behind a noun and are no part of it.
_TRAILING = (*_VERBS["strive"], *_VERBS["adverbs"], "约", "等", "的", "逐年", "同期", "现状", "仅", "各")
# 响应, 需要: a noun that ends as an adverb does.
_NOUN_END = Pattern(
    "(?:[响供反效对适]应|[主需重纪摘概]要|[首古]都|[军内外供急必]需|[人户亩日生村]均)$",
    reads=("人工帮办响应", "电力供应", "生活必需"),
    leaves=("护理型床位占比应", "就诊率总体要"),
)
# 企业和一批专精特新中小企业; 服务（见附件）; 排名与上年相比.
_BESIDE = Pattern(
    r"(?<=[^，、][^，、])(?:建成|竣工|完工)(?:通车|通航|通水|通气|投用|投产|投运|开放|运营|交付)$|(?:以及|[和与及、])(?:(?:培育|打造|建设|形成)?一批|若干)[^（）]+$|并投入(?:使用|运行|运营)$|等?[并予](?:予以|给予|进行|加以)[^（）]+$|（[^（）]{0,12}附(?:件|表|后|录)[^（）]{0,6}）$|[与同和](?:上一?年度?|去年|前一年)(?:同期)?(?:[相同]比)?$|(?:实现)?零的突破$|[、]?应(?P<verb>.)尽(?P=verb)$|作为[^（）]+$|(?<=[^，]{2})到[^，（）]{2,12}上$|面?向(?:全?社会|公众|群众)$|（[^（）]*[各共计]\d+[^（）\d]{0,3}）等?$",
    reads=(
        "领军企业和一批中小企业",
        "农村公路建成通车",
        "青年人才等并给予重点支持",
        "零碳工厂实现零的突破",
        "考核排名与上年度相比",
        "案件数量与去年同期相比",
        "化肥使用量与上年",
        "集成服务（见附件）",
        "企业（具体安排详见附件2）",
        "园区作为实施改造单位",
        "有关事项和证照到营业执照上",
        "行政许可信息向社会",
        "体育公园（福州、漳州、三明各1个）",
    ),
    leaves=("一批企业", "若干企业", "第一批企业", "附件", "并网项目", "建成通车", "公路建成通车里程"),
)
# 应试尽试、覆盖率: a slogan before what is measured.
_SLOGAN = Pattern("^应(?P<all>.)尽(?P=all)[、，]", reads=("应试尽试、覆盖率",), leaves=("应用、覆盖率", "应试尽试"))
_BESIDE_SIGN = Pattern(
    "[成工][通投开运交]|一批|若干|附|相比|[上去一]年|并|零的突破|尽|作为|到|向|）",
    reads=("企业和一批中小企业", "考核排名与上年度相比"),
    leaves=("第二批企业", "污水处理率"),
)
# 国家下达我省的能耗强度: who has asked for it.
_GIVEN = Pattern(
    "^(?:[^，的]{0,4}(?:完成|落实))?[^，的]{0,6}(?:下达|核定)(?:给?[我全本][省市州县区])?的(?=..)",
    reads=("国家下达我省的能耗强度", "确保完成省下达的化解过剩产能", "上级下达的任务"),
    leaves=("下达资金", "核定床位"),
)
_PER = Pattern(
    r"每[十百千万亿]{1,2}(?:名|位|个|辆)?(?:常住|户籍|城镇|城乡){0,2}(?:老年|卫生|就业)?(?:人口|人员|技术人员|人|居民|户|平方公里|元)?",
    reads=("每千人口床位数", "每万名城镇常住人口社会工作者", "每万名就业人员", "每百户居民"),
    leaves=("每年", "人均床位"),
)


# The year of a time that is given in passing: 比2017年.
YEAR = Pattern(r"(?:19|20)\d\d(?=年)", reads=("2020年", "比2017年"), leaves=("三年", "2020"))


class Clause(NamedTuple):
    """A clause without its lead-in: `start` and `end` of what is left, and what the lead-in said.

    `promised` says that a time to come governs it: 到2027年. `per` are the places of which each is told to do it: 各县区要.
    """

    start: int
    end: int
    scope: str | None
    strength: Strength
    frequency: str | None
    promised: bool = False
    per: str | None = None


# 产值超千亿元, 1000亩以上: of what size.
_SIZE = (
    "[^，、的（）0-9]{0,8}?(?:(?:超过?|过|突破)(?:[0-9.]+[十百千万亿]*|[十百千万亿]+)元"
    "|(?:[0-9.]+[十百千万亿]*|[十百千万亿]+)(?:[元亩头只羽吨人户张]|平方米|千瓦)及?以上)"
)
# 国家级、省级, 4A级, 五星级, 产值超千亿元: a rank or a size, of which a list or a sum has several.
RANK = Pattern(
    "(?:世界|国际|国家|部|省|市|州|县|区|乡|镇|村)(?:级(?:及?以上)?|及?以上)|国际|[一二三四五六七八九十百千万]{1,3}亿级"
    "|(?:国家)?(?:[1-5１-５一二三四五]?[AＡ]|[一二三四五]?星|[一二三四甲乙丙])级(?:及?以上)?"
    f"|{BATCH}|{_SIZE}",
    reads=(
        "产值超千亿元的产业集群",
        "1000亩以上的示范基地",
        "国家级",
        "省级以上",
        "县级及以上",
        "省以上",
        "4A级",
        "５Ａ级",
        "国家A级",
        "五星级",
        "国家一级",
        "五千亿级",
        "第二批",
    ),
    leaves=("级联", "示范区", "省", "升级", "产值千亿元", "占地1000亩"),
    by="match",
)
_PART = "part_of_"
IN_TURN = "respectively"
"""The rule of each target of a list that gives its numbers in turn, or one number to each of its nouns."""


class Before(NamedTuple):
    """What an indicator was: `at` is where the paint of its number begins, -1 where only its year is known."""

    at: int
    year: int | None


class Reading(NamedTuple):
    """What a clause commits to; `at` is where the paint of its number begins, -1 where none is printed and words mean one.

    `meant` is then its value and its unit. `in_turn` counts the years that the sentence lists, where each number belongs to one of them.
    `listed` is where the first and the last number of its list begin, whose bounds hold for all: 分别不低于95%、93%. `was` says that it
    is no commitment, but told of what there is.
    """

    start: int
    end: int
    rule: str
    kind: TargetKind | None
    at: int
    indicator: str
    outcome: str | None
    direction: Direction | None = None
    per: str | None = None
    strive: bool = False
    scope: str | None = None
    before: Before | None = None
    meant: tuple[int, str] | None = None
    in_turn: int = -1
    listed: tuple[int, ...] = ()
    was: bool = False


def reads_part(rule: str) -> bool:
    """Whether a rule is of what is a part of a sum: 其中重点企业300家."""
    return rule.startswith(_PART)


def part_of(rule: str) -> str:
    """The rule of a part of what another rule gives."""
    return _PART + whole_of(rule)


def whole_of(rule: str) -> str:
    """The rule of a reading, or of that whose part it is."""
    return rule.removeprefix(_PART)


def ends_of(numbers: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where the first and the last number of a list begin, of which each is given by where it stands."""
    return numbers[0][0], numbers[-1][0]


def kind_of(reading: Reading, amount: Amount | None) -> TargetKind:
    """The kind of a target whose pattern leaves it open: a level, or a count of things."""
    if reading.kind is not None:
        return reading.kind
    if amount is not None and amount.family == "ratio":
        return "ratio"  # 车桩比由3.2：1优化到2.5：1
    of_measure = amount is not None and amount.family == "measure"
    if of_measure and not is_measure(reading.indicator):
        of_measure = (reading.outcome or "").endswith(_CUTS)  # 压减燃煤50万吨
    if reading.rule.startswith("build") and (
        moved_by(reading.outcome) if of_measure else (reading.outcome or "").endswith(("减少", "削减"))
    ):
        return "change"  # 淘汰落后产能50万吨, 减少审批环节3个
    if amount is not None and amount.family in ("percent", "measure", "bare", "time", "multiple", "point"):
        if amount.family == "measure" and (amount.unit or "").lstrip("十百千万亿") in _EXTENTS:
            return "level" if is_measure(reading.indicator) else "count"
        of_things = amount.family == "measure" and not (amount.unit or "元").endswith("元")
        if of_things and not is_measure(reading.indicator) and reading.rule in _BUILT:
            return "count"  # 建设冷库12万立方米
        return "level"
    # 每万名就业人员中研发人员: how many there are for each is a measure, whatever is counted.
    return "level" if is_measure(reading.indicator) or per_of(reading.indicator) else "count"


def per_of(indicator: str) -> str | None:
    """The denominator with which an indicator begins: 每千人口床位数."""
    match = _PER.match(indicator)
    return match.group() if match else None


def direction_of(verb: str) -> Direction:
    """Where a verb of change leads."""
    return "decrease" if verb in DECREASE else "increase"


def moved_by(verb: str | None) -> Direction | None:
    """Where a verb moves the measure that is its object: 新增 more of it, 淘汰 less."""
    if verb and verb.endswith(_MORE):
        return "increase"
    return "decrease" if verb and verb.endswith(_LESS) else None


def noun(words_: str) -> str:
    """The noun without the adverbs that stand behind it, what is counted beside it without a number, and where a list of it stands."""
    words_ = words_.strip(EDGES)
    if (
        "改革、" in words_
        and "改革" not in words_.rpartition("改革、")[2]
        and words_.endswith(("率", "占比", "比例", "比重"))
    ):
        words_ = words_.rpartition("改革、")[2]  # 推广查验改革、查验率100%
    if words_.startswith("应"):
        words_ = _SLOGAN.sub("", words_)
    if _BESIDE_SIGN.search(words_):
        words_ = _BESIDE.sub("", words_)
    if "（" in words_ or "(" in words_:
        words_ = WAS_ASIDE.sub("", words_)  # 养老服务中心（现有42个）
    if "下达" in words_ or "核定" in words_:
        words_ = _GIVEN.sub("", words_)
    while words_.endswith(_TRAILING) and not _NOUN_END.search(words_):
        words_ = words_.removesuffix(next(word for word in _TRAILING if words_.endswith(word)))
    return words_.strip(EDGES)


def is_measure(noun: str) -> bool:
    """Whether a noun is a measure itself, 病例组合指数（CMI）: what stands in brackets behind it says nothing of that."""
    bare = noun[: noun.rfind("（")] if noun.endswith("）") else noun
    if bare.startswith("人均") and len(bare) > len("人均"):
        return True  # 人均城市建设用地
    return bare.endswith(MEASURES) and not bare.endswith(
        ("力量", "劳动力", "主力", "人力", "公积金")
    )  # 应急力量30支: those who do it
