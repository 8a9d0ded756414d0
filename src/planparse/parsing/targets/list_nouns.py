"""The nouns of a list, each with the words that the first or the last carries for all of them: 油菜种植、收获机械化率."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planparse.language.lexicon import words
from planparse.language.numerals import read_chinese
from planparse.language.patterns import Pattern
from planparse.parsing.targets.elision import QUARTERS
from planparse.parsing.targets.grammar import HIDDEN
from planparse.parsing.targets.readings import GROWN, GROWTH_RATES, OWNER, RANK, is_measure, noun
from planparse.text import Painted

_NEAR = 3  # 学 of 小学 ends no noun far behind in 初中专任教师本科以上学历占比
_SHORTEST_GOODS = 2  # 农药
_SHORT_NAME = 3  # 城镇, 公办园: what stands behind such is of both
_LONGEST_KIND = 5  # 规上工业, 小麦: longer ones are no bare kinds
_SHORT_MEASURE = 4  # 碳强度, 消费支出: too short to say whose it is
_BARE_VERBS = frozenset(words("verbs")["create"])
# What parts nouns; 及 in 普及率, 与 in 参与率 and 、 in 一、二类 do not.
LIST_PART = Pattern(
    rf"、(?!(?<=[一二三四五六七八九Ⅰ-Ⅻ]、)(?:[一二三四五六七八九Ⅰ-Ⅻ]+[类级等批期、至]|{HIDDEN}))|以及|(?<!共)和(?!谐)|(?<!参)与|(?<![普涉波])及(?!时|格|早|其)",
    reads=("出生率、死亡率", "医生和护士", "学校以及医院"),
    leaves=("普及率", "参与率", "公共服务", "一、二类桥梁比例"),
)
# The same where 和 stands in a member: 报警和监控系统联网率、封闭化管理率.
COMMA = Pattern("、", reads=("出生率、死亡率",), leaves=("医生和护士",))
JOIN = Pattern("、|以及|(?<!共)和(?!谐)|(?<!参)与(?=[^与和]*$)", reads=("出生率、死亡率",), leaves=("普及率",))
# 市、县、乡三级: offices or places that have what stands behind.
_OFFICES = Pattern(
    "(?P<levels>[省市州盟县区旗乡镇村](?:[、和及与]?[省市州盟县区旗乡镇村]){1,4})[两三四]级(?P<what>[^，]+)",
    reads=("市、县两级医院", "省市县三级政务服务中心"),
    leaves=("市级、县级医院", "三级医院"),
    by="fullmatch",
)
# 第一、二、三产业: branches of the economy by their number.
_BRANCHES = Pattern(
    "第?(?P<numbers>[一二三](?:[、和]?[一二三]){1,2})次?产业?(?P<what>(?<=产业)[^，、]+|(?<=产)(?:结构|比重|占比|比例)[^，、]*)",
    reads=("第一、二、三产业增加值", "第二、三产业税收", "一、二、三产业比重", "一二三产占比"),
    leaves=("第三产业增加值", "一、二类桥梁"),
    by="fullmatch",
)
# 三次产业占比: all three of them.
_ALL_BRANCHES = Pattern(
    "三次产业(?P<what>增加值(?:占[^，、]+)?|比重|占比|比例|结构)",
    reads=("三次产业占比", "三次产业增加值占GDP比重"),
    leaves=("三次产业融合", "第三产业占比"),
    by="fullmatch",
)
# 装备制造、新材料两大产业集群: what as many of a list are as it has members.
_SO_MANY = Pattern(
    "(?P<own>[^，、]{2,10}?)(?P<number>[两二三四五六七八])(?:大|个|类|种|项|条)(?P<what>(?:主导|优势|支柱|重点|特色|新兴|未来|百亿级?|千亿级?)*[^，、]{2,})",
    reads=("新材料两大产业集群", "商业航天三个未来产业产值", "生物医药三大主导产业产值"),
    leaves=("两大产业集群", "新材料产业"),
    by="fullmatch",
)
# 珠三角等区域细颗粒物浓度: where the last of a list ends, and what stands behind is of all.
_CLOSED = Pattern(
    r"(?<=..)等(?:(?:(?:重点)?(?:区域|地区|城市|学段|[省市县区]{1,2}(?:（[市县区旗、]+）)?)|(?P<kind>[^，、等]{0,2}(?:行业|产业|领域)))的?)(?P<what>[^，、]{2,})",
    reads=("珠三角等区域细颗粒物浓度", "玻璃等行业产能利用率", "乙县等县（区）森林覆盖率"),
    leaves=("中高等教育毛入学率", "玻璃等行业", "二等品率"),
)
# What all of a list is reckoned for each unit of: 单位GDP能耗、二氧化碳排放.
_FOR_UNIT = Pattern(
    "单位(?:地区生产总值|国内生产总值|生产总值|GDP|工业增加值|建筑面积|产品)",
    reads=("单位GDP能耗", "单位地区生产总值二氧化碳排放"),
    leaves=("单位面积产量", "GDP能耗"),
    by="match",
)
_OF_UNIT = Pattern(
    "(?!单位|人均|万元|每)[^，]*(?:能耗|电耗|水耗|物耗|用水量|排放|排放量|排放强度|碳排放)",
    reads=("二氧化碳排放", "能耗"),
    leaves=("万元GDP用水量", "森林覆盖率"),
    by="fullmatch",
)
# 5岁以下儿童贫血率和生长迟缓率: rates of the same people.
_OF_WHOM = Pattern(
    r"\d{1,2}岁以[上下](?:儿童|人群|人口|老年人|幼儿|青少年)?(?=[^，、]{2,8}率$)",
    reads=("5岁以下儿童贫血率", "65岁以上老年人健康管理率"),
    leaves=("儿童贫血率", "5岁以下儿童数"),
    by="match",
)
_OWN_RATE = Pattern(
    r"(?!婴|儿童|幼儿|孕|产妇|学生|中小学|青少年|老年|妇女|居民|人口|农村|城镇|城市|新生|\d)[^，、]{3,8}率",
    reads=("生长迟缓率", "低体重率"),
    leaves=("婴儿死亡率", "学生近视率", "孕产妇死亡率"),
    by="fullmatch",
)
_PER_UNIT = Pattern("单位|人均|每|总|平均", reads=("人均产值", "每千人床位", "总产值"), leaves=("企业产值",), by="match")
_WORK_AGAIN = Pattern(
    "(?<=..)(?:再就业|转移就业|就业创业|就业|参保)$", reads=("就业困难人员再就业",), leaves=("就业", "再就业人员")
)
_RATE_OF_GROWTH = Pattern(
    f"(?<=..)(?:年均|同比|年度)?(?:{'|'.join(GROWTH_RATES)})$",
    reads=("产值年均增速", "营业收入增幅"),
    leaves=("增速", "年均产值"),
)
_MEAN_OR_NEW = Pattern(
    "(?<=..)(?:年均|月均|日均|户均|亩均|新增)[^、]{2,}$",
    reads=("美术馆年均接待观众", "高级工新增取证人数"),
    leaves=("年均接待观众", "新增就业人数", "亩均产值"),
)
_NO_GROWTH = tuple(words("verbs")["no_growth"])
# Words before the first of several nouns that belong to all: 省级以上研究中心、实验室; 每万人口医生和护士数.
_SHARED_HEAD = Pattern(
    r"(?:国家|省|市|县|区)级?(?:、(?:省|市|县|区)级?)*级(?:及?以上)?|[省市县区]级(?:及?以上)?|规模以上(?:[^，、]{0,8}?企业(?=[^，、]{4}))?|每[十百千万]?[^，、和]{1,4}?人口|每[十百千万]人|(?:具备|符合|有)条件的[^，、和的]{0,6}?(?:村(?!镇)|镇|乡(?!镇)|社区|地区|学校|企业|医院|机构)(?=[^，、和的]{2,8}率(?:$|[、和]))",
    reads=("省级以上研究中心", "每万人口医生", "国家级平台", "规模以上工业", "具备条件的建制村通客车率"),
    leaves=("研究中心", "人口总量", "具备条件的建制村"),
    by="match",
)
# 县级非遗项目 behind 省、市.
_LEVEL_OF = Pattern("[市县区乡镇村]级", reads=("县级非遗项目",), leaves=("县城", "级别"), by="match")
_ENDS_OF_GOODS = frozenset("品业类物气油")  # what ends the name of a sort of goods
_DURATIONS = (*words("verbs")["durations"], "住院日")
# How long what stands before it takes.
_HOW_LONG = Pattern(
    f"(?<=..)(?:平均|整体|总体)?(?:承诺|办理|办结|审批|通关|投递|响应|报装)?(?:{'|'.join(_DURATIONS)})$",
    reads=("不动产登记时限", "企业开办平均办理时间"),
    leaves=("用时", "时限要求"),
)
_SUBSTANCE = ("需氧量", "贷款", "贴现", "存款")  # named like measures, but substances or money that are measured
# What is measured of several substances, goods or carriers alike.
_OF_MANY = Pattern(
    "(?:(?:领域|行业|产业|部门)碳?)?(?:重点工程)?(?:主要污染物)?(?:累计)?(?:年均|年?平均)?(?:(?:计量|安全|质量|卫生)?(?:监督|专项|执法)?(?:检查|抽查|检测|监测|巡查|检验|排查)覆盖率|排放(?:总量|强度|量)|[减消削]减?排?量|减排量|浓度|产量|产能|总?产值|(?:主营业务|营业|销售)收入|增加值|销售额|利润总?额?|装机(?:容量|规模)?(?:占比|比重)?|货运量(?:占比)?|客运量|周转量|吞吐量|消费量|消费比重|使用量|播种面积|种植面积|养殖面积|综合利用率|回收利用率|自给率|(?:(?:评价性|例行|监督|安全|质量|定期|飞行)*(?:抽检|检测|监测|抽查|检验))?合格率|(?:抽检|抽查|检查|监测|检测)覆盖面|(?:参保|缴费|缴存|参训|持证|受益|从业|就业)(?:人数|户数|单位数)|(?:节目)?(?:综合)?人口(?:综合)?覆盖率|覆盖率|普及率|入园率|入学率|巩固率)$",
    reads=("挥发性有机物重点工程减排量", "电视节目综合人口覆盖率", "氨氮排放总量", "肉类产量", "水路货运量占比"),
    leaves=("有机物", "产量目标"),
)
# A rate of what is done with things, whatever these are.
_RATE_OF = Pattern(
    "(?:资源化|无害化|规范化|综合|安全|集中|有效|循环|规范|绿色|专业化)*(?:回收|利用|处置|处理|收集|治理|达标|完好|知晓|发生|死亡|检出|筛查|接种|建档|签约|转化|发电|供应|使用|更新|改造|推广|流通|防控|防治)率$",
    reads=("农药包装废弃物回收率", "危险废物无害化处置率"),
    leaves=("农膜", "机械化率"),
)
# 小麦、玉米、油菜优质品种覆盖率: what of each is measured, where it is named by its kind.
_PART_OF_EACH = Pattern(
    "(?<=..)(?:优质|优良|良种|品种|专用|绿色|有机|标准化|规模化|数字化|企业|产业|行业|领域|项目|公交|轨道|站点|口岸|枢纽|断面|居民|人口)[^，、]*(?:率|比重|占比|比例|面积|产值|[量额]|收入)$",
    reads=("油菜优质品种覆盖率", "服务业企业数字化普及率"),
    leaves=("品种覆盖率", "油菜覆盖率"),
)
# Who or what is complete as it is, in a list of such: 普通高中、中等职业学校招生比例.
_WHO = Pattern(
    "(?:小学|初中|高中|中学|大学|高校|本科|高职|中职|幼儿园|学校|院校|医院|卫生院|卫生室|机构|企业|园区|居民|职工|学生|儿童|老年人)",
    reads=("普通高中", "中等职业学校招生比例"),
    leaves=("城镇", "招生比例"),
)
# Whom or how many such a place takes in or has.
_HAD_BY_EACH = frozenset(words("verbs")["had_by_each"])
# What is measured of one thing, by names that stand beside each other: 单位增加值能耗和用水量.
_OWN = "(?:能耗|电耗|用水量|用水总量|用电量|产值|总产值|产量|收入|营业收入|利润|利润总额|利税|税收|增加值|(?:播种|种植|养殖|栽培)?面积|投资|数量|销售额|出口额)"
_MEASURED = Pattern(
    f"(?P<of>[^，、]{{2,}}?){_OWN}",
    reads=("单位增加值能耗", "规上工业企业营业收入"),
    leaves=("能耗", "就业人数"),
    by="fullmatch",
)
_MEASURED_TOO = Pattern(_OWN, reads=("用水量", "利润总额"), leaves=("工业用水量",), by="fullmatch")
_OF_EACH = Pattern(
    "(?<=..)每[十百千万]{1,2}[^每]{2,}$",
    reads=("初中每百名学生拥有骨干教师数",),
    leaves=("每百名学生拥有骨干教师数", "初中教师数"),
)
_LEVELS = frozenset("省市州县区乡镇")
_RANK_AHEAD = Pattern(
    "国家|[省市县区州]级|乡镇|乡村|[村镇乡](?![均人])|社区|街道|基层|民营|民办|公办",
    reads=("乡镇卫生院", "村卫生室", "社区医院"),
    leaves=("实验室", "护士数", "卫生院"),
    by="match",
)
# 城镇、农村, 公办、民办: the two kinds of one thing.
_KIND = Pattern(
    f"{QUARTERS}(?:社区|地区)?|[一二三四五]级(?!及?以)|公办|民办|规上|规下|男性|女性|新建|存量|陆上|海上|社区|行政村|自然村|建制村|乡镇(?!企业|卫生院)|街道",
    reads=("城镇", "农村", "城市社区", "公办"),
    leaves=("全市",),
    by="match",
)
# 具备条件的乡镇、行政村公共充电设施覆盖率
_ON_CONDITION = Pattern("^(?:具备|符合|有)条件的", reads=("具备条件的乡镇",), leaves=("乡镇", "条件的"))
_TOWN_AND_COUNTRY = ("城镇", "农村")


def cut_at(text: str, painted: Painted, start: int, end: int, part: Pattern) -> list[str]:
    """The members of a list, as one of the ways to part it gives them."""
    cuts = [match.span() for match in part.finditer(painted, start + 1, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    return [text[a:b] for a, b in zip(starts, ends, strict=True)]


def _ends_in_who(words_: str) -> bool:
    """Whether words end in who or what is a member of a list as it is."""
    return any(match.end() == len(words_) for match in _WHO.finditer(words_))


def nouns_of(text: str, painted: Painted, start: int, end: int) -> list[str]:
    """The nouns of a list, each with the words that it shares."""
    return names_of(text, painted, start, end, 0)


def names_of(text: str, painted: Painted, start: int, end: int, wanted: int) -> list[str]:
    """The nouns of a list, with the words that the first or the last carries for all of them; `wanted` is how many numbers it has.

    每万人口全科医生和公共卫生人员数 is 每万人口全科医生数 and 每万人口公共卫生人员数; 油菜种植、收获机械化率 is 油菜种植机械化率 and
    油菜收获机械化率.
    """
    if offices := _OFFICES.fullmatch(text, start, end):
        # 市、县两级医院: what each of them has
        what = text[offices.start("what") : end]
        return [noun(f"{level}级{what}") for level in offices.group("levels") if level in _LEVELS]
    if branches := _BRANCHES.fullmatch(text, start, end):
        what = text[branches.start("what") : end]
        return [noun(f"第{number}产业{what}") for number in branches.group("numbers") if number in "一二三"]
    if wanted == len("一二三") and (all_three := _ALL_BRANCHES.fullmatch(text, start, end)):
        what = text[all_three.start("what") : end].replace("结构", "占比")
        return [f"第{number}产业{what}" for number in "一二三"]
    nouns = cut_at(text, painted, start, end, LIST_PART)
    if 1 < wanted < len(nouns):
        # 优等路率、优良路率和一、二类桥梁比例; 报警和监控系统联网率、封闭化管理率
        nouns = next((n for part in (COMMA, JOIN) if len(n := cut_at(text, painted, start, end, part)) == wanted), nouns)
    if len(nouns) == 1:
        both = wanted == len(_TOWN_AND_COUNTRY) and nouns[0].startswith("城乡") and is_measure(nouns[0])
        names = [where + nouns[0].removeprefix("城乡") for where in _TOWN_AND_COUNTRY] if both else None
    else:
        names = next((names for way in _SHARING if (names := way(nouns))), None)
    return [*map(noun, names or _between(nouns, *_shared_by_all(nouns, _head_of(nouns))))]


def _between(nouns: Sequence[str], head: str, tail: str) -> list[str]:
    """The nouns between what stands before the first and behind the last of them."""
    first = nouns[0]
    if (verb := GROWN.match(first)) and not head:
        first = first[verb.end() :]
    return [_with_tail(head + word.removeprefix(head).removesuffix(tail), tail) for word in (first, *nouns[1:])]


def _with_tail(word: str, tail: str) -> str:
    """A noun with what is said of all; 第一产业 before 产业增加值 ends in what that begins with, and says it once."""
    twice = next((size for size in range(len(tail) - 1, 1, -1) if word.endswith(tail[:size])), 0)
    return word + tail[twice:]


def _head_of(nouns: Sequence[str]) -> str:
    """What stands before the first noun and is of all: a rank, a denominator, an owner or a unit."""
    first, others = nouns[0], nouns[1:]
    shared = _SHARED_HEAD.match(first)
    if shared and not any(map(_RANK_AHEAD.match, others)):  # 县级以上医院、乡镇卫生院: each has a rank of its own
        return shared.group()
    owner = OWNER.match(first)
    if owner and all(_PER_UNIT.match(word) or (len(word) <= _SHORT_MEASURE and is_measure(word)) for word in others):
        return owner.group("owner")
    unit = _FOR_UNIT.match(first)
    if unit and all(map(_OF_UNIT.fullmatch, others)):
        return unit.group()
    whose = _OF_WHOM.match(first)
    return whose.group() if whose and all(map(_OWN_RATE.fullmatch, others)) else ""


# Ways in which two or more nouns share what one of them says.
def _closed(nouns: Sequence[str]) -> list[str] | None:
    """京津冀、长三角等区域细颗粒物浓度."""
    end = _CLOSED.search(nouns[-1])
    if end is None or any(map(is_measure, nouns[:-1])):
        return None
    what = (end.group("kind") or "") + end.group("what")
    return [word + what for word in (*nouns[:-1], nouns[-1][: end.start()])]


def _kinds(nouns: Sequence[str]) -> list[str] | None:
    """城镇、农村自来水普及率."""
    of = _KIND.match(nouns[-1])
    whole = nouns[-1][of.end() :] if of else ""
    if of is None or not whole or not all(_KIND.fullmatch(_ON_CONDITION.sub("", word)) for word in nouns[:-1]):
        return None
    return [word + whole for word in (*nouns[:-1], of.group())]


def _ranks(nouns: Sequence[str]) -> list[str] | None:
    """国家级、省级绿色工厂."""
    of = RANK.match(nouns[-1])
    if of is None or not all(map(RANK.fullmatch, nouns[:-1])):
        return None
    return [word + nouns[-1][of.end() :] for word in (*nouns[:-1], of.group())]


def _measures_of_one(nouns: Sequence[str]) -> list[str] | None:
    """单位增加值能耗和用水量."""
    measured = _MEASURED.fullmatch(nouns[0]) if all(map(_MEASURED_TOO.fullmatch, nouns[1:])) else None
    # What is a sum is of no unit.
    if measured is None or (nouns[0].startswith("单位") and any("总" in word for word in nouns[1:])):
        return None
    return [nouns[0], *(measured.group("of") + word for word in nouns[1:])]


def _growing(nouns: Sequence[str]) -> list[str] | None:
    """林下经济经营面积、产值年均增速: how fast each of them grows."""
    rate = _RATE_OF_GROWTH.search(nouns[-1])
    if rate is None or not all(is_measure(word) and not word.endswith(_NO_GROWTH) for word in nouns[:-1]):
        return None
    head = _head_of(nouns)
    return [head + word.removeprefix(head).removesuffix(rate.group()) + rate.group() for word in nouns]


def _at_work(nouns: Sequence[str]) -> list[str] | None:
    """失业人员、就业困难人员再就业."""
    again = _WORK_AGAIN.search(nouns[-1])
    if again is None or not all(word.endswith(("人员", "人", "者", "力", "生")) for word in nouns[:-1]):
        return None
    return [word.removesuffix(again.group()) + again.group() for word in nouns]


def _on_average(nouns: Sequence[str]) -> list[str] | None:
    """博物馆、美术馆年均接待观众, 中级工、高级工新增取证人数: what is new of each, or what each has on the average."""
    mean = _MEAN_OR_NEW.search(nouns[-1])
    if mean is None or any(map(is_measure, nouns[:-1])) or any(map(_MEAN_OR_NEW.search, nouns[:-1])):
        return None
    return [*(word + mean.group() for word in nouns[:-1]), nouns[-1]]


def _levels(nouns: Sequence[str]) -> list[str] | None:
    """省、市、县级非遗项目."""
    last = nouns[-1]
    if not _LEVEL_OF.match(last) or not all(word in _LEVELS for word in nouns[:-1]):
        return None
    return [word + last[1:] for word in (*nouns[:-1], last[0])]


def _each_has(nouns: Sequence[str]) -> list[str] | None:
    """小学、初中学位: what each of these schools has."""
    last = nouns[-1]
    whose = next((match.end() for match in _WHO.finditer(last) if last[match.end() :] in _HAD_BY_EACH), 0)
    if not whose or not all(map(_ends_in_who, nouns[:-1])):
        return None
    return [*(word + last[whose:] for word in nouns[:-1]), last]


def _so_many(nouns: Sequence[str]) -> list[str] | None:
    """装备制造、新材料两大产业集群."""
    of = _SO_MANY.fullmatch(nouns[-1])
    if of is None or read_chinese(of.group("number")) != len(nouns):
        return None
    what = of.group("what")
    return [name + (what.removeprefix("产业") if name.endswith("产业") else what) for name in (*nouns[:-1], of.group("own"))]


def _two_of_a_kind(nouns: Sequence[str]) -> list[str] | None:
    """功能区声环境质量昼间、夜间达标率: two words of a kind share what stands before the one and behind the other."""
    first, last = nouns[0], nouns[-1]
    if len(nouns) > 2 or is_measure(first) or not is_measure(last) or _head_of(nouns):
        return None
    size = next((size for size in (2, 3, 4) if _end_alike(first, last, size)), 0)
    if not size:
        return None
    # 企业职工培训、创业培训人数: what ends in one word is a noun of its own.
    head = "" if first[-2:] == last[size - 2 : size] else first[:-size]
    return [first + last[size:], head + last]


def _end_alike(first: str, last: str, size: int) -> bool:
    """Whether the end of the one and the beginning of the other are two words with one last character."""
    if min(len(first), len(last)) <= size + 1:
        return False
    return first[-1] == last[size - 1] and first[-size:] != last[:size]


_SHARING: tuple[Callable[[Sequence[str]], list[str] | None], ...] = (
    _closed,
    _kinds,
    _ranks,
    _measures_of_one,
    _growing,
    _at_work,
    _on_average,
    _levels,
    _each_has,
    _so_many,
    _two_of_a_kind,
)


def _shared_by_all(nouns: Sequence[str], head: str) -> tuple[str, str]:
    """What stands before the first noun, and what behind the last, where the last alone says what is measured of all."""
    first, last = nouns[0], nouns[-1]
    measured = (not is_measure(first) or first.endswith(_SUBSTANCE)) and is_measure(last)
    if not measured and (first.endswith(_DURATIONS) or not last.endswith(_DURATIONS)):
        return head, ""  # 办税时间、不动产登记用时: each is a length of time of its own
    if tail := _tail_of(nouns):
        return head, tail[0]
    if len(nouns) == 2 and len(first) > 2 and len(last) > 4 and (first[-2:] in _BARE_VERBS or last[:2] in _BARE_VERBS):
        # Two verbs of two characters share what stands before the one and behind the other.
        return first[:-2], last[2:]
    if len(first) > _SHORT_NAME and (rate := _RATE_OF.search(last)) and rate.start() >= _SHORTEST_GOODS:
        return head, rate.group()  # 废旧农膜、农药包装废弃物回收率; 农作物化肥、农药利用率
    if len(last) - len(first) < 2:
        return head, ""
    # 二氧化硫、氮氧化物排放总量: nouns of one length share what stands behind the last.
    tail_of_length = last[len(first) :]
    goods = tail_of_length[0] in _ENDS_OF_GOODS and last.endswith(("率", "比重", "占比"))  # 果蔬、肉类、水产品冷链流通率
    return head, tail_of_length[1:] if goods else tail_of_length


def _alike_long(others: Sequence[str], length: int) -> bool:
    """Whether names are about as long as the one of this length: 规上工业 and 服务业."""
    return all(abs(len(word) - length) <= 1 for word in others)


_ILL = "患者"


def _tail_of(nouns: Sequence[str]) -> tuple[str] | None:
    """What is measured, where the nouns end in a manner that shows where it begins; in a tuple, since it may be nothing."""
    *others, last = nouns
    first = nouns[0]
    of_each = _OF_EACH.search(last)
    if of_each and all(len(word) <= of_each.start() + 2 and word for word in others):
        return (last[of_each.start() :],)  # 小学、初中每百名学生拥有骨干教师数
    if all(word.endswith("）") for word in others) and (closed := last.find("）") + 1) < len(last) // 2:
        # 乡镇（街道）、村（社区）老年学校建有率: each place ends with its bracket.
        return (last[closed:] if closed else "",)
    if all(len(word) == 1 for word in others):
        return (last[1:],)  # 高、中、低风险企业检查覆盖率
    if (ill := last.find(_ILL)) > 1 and not any(_ILL in word or is_measure(word) for word in others):
        return (last[ill:],)  # 高血压、2型糖尿病患者规范管理率: illnesses of those who have them
    if (who := _WHO.search(last)) and all(map(_ends_in_who, others)):
        return (last[who.end() :],)
    part = _PART_OF_EACH.search(last)
    if (
        part
        and all(len(word) <= _LONGEST_KIND and not is_measure(word) for word in others)
        and _alike_long(others, part.start())
    ):
        return (part.group(),)
    if (many := _OF_MANY.search(last)) and many.start() >= len("氨氮"):
        return (many.group(),)  # 化学需氧量、氨氮、挥发性有机物重点工程减排量
    if last.endswith("数"):
        return ("总数" if last.endswith("总数") else "数",)
    alike = len(first) > 2 and all(word.endswith(first[-2:]) for word in others)
    if alike and (end := last.find(first[-2:])) > 0:
        return (last[end + 2 :],)  # 城镇居民、农村居民人均可支配收入: all end as the last one does
    if (lasts := _HOW_LONG.search(last)) and not first.endswith(_DURATIONS):
        if len(first) <= _SHORT_NAME and first[0] == last[0] and len(first) < lasts.start():
            return (last[len(first) :],)  # 用水、用气报装全过程审批时限
        return (lasts.group(),)  # 企业开办、不动产登记时限
    if 0 < (end := last.find(first[-1:], 1)) <= len(first) + _NEAR and all(word[-1:] == first[-1:] for word in others):
        return (last[end + 1 :],)  # 县级以上医院、乡镇卫生院中医馆设置率: the same where they end in one character
    return None
