"""Whose measure a number is of, where the clause leaves it out and the words before it tell.

到2023年建成充电桩5万个，到2025年建成10万个: the second says no more what is built. 提高道路机械化清扫率，城市达到70%以上: whose rate.
技术改造投资增长15%，累计完成投资3万亿元: investment in what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.elision import (
    EXISTS,
    QUARTER,
    QUARTERS,
    SORT,
    SORT_AHEAD,
    STATES_ALONE,
    TIMED,
    TIMES_ELIDED,
    VERBS_ALONE,
    of_which,
    paint_at,
    places_in,
    same_unit,
    whole_place,
)
from planparse.parsing.targets.grammar import CHANGE, COUNT, DEADLINE, PERCENT, PRINCIPAL, TIME, TRADES, VERB_AHEAD
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.readings import GROWTH_RATES, OWNER, Reading, is_measure, reads_part
from planparse.text import Painted

_FAR = 24  # how far behind 其中 its parts may stand
_OF_ALL = frozenset(("bounded", "reach", "totals"))
_QUARTER_AHEAD = Pattern(
    f"{QUARTERS}(?:[和及与、]{QUARTERS})*(?=[^，]{{3}})",
    reads=("城市社区养老服务覆盖率", "县级医院床位使用率", "城区和县城清洁取暖率"),
    leaves=("农村", "社区覆盖率"),
    by="match",
)
_QUARTER_IN = Pattern(QUARTERS, reads=("地级以上城市建成区清扫率",), leaves=("宽带用户普及率",))
# Of one such part alone, in the middle of the name.
_ONE_QUARTER_IN = Pattern(
    f"(?P<head>(?:(?!{QUARTERS})[^，上下（）])+?)(?:{QUARTERS})(?P<tail>(?:(?!{QUARTERS}|[以及]|建成区)[^，（）]){{2,}})",
    reads=("老年助餐服务城市社区覆盖率", "生活垃圾城镇处理率"),
    leaves=("城市社区覆盖率", "地级以上城市建成区清扫率", "城市和农村覆盖率"),
    by="fullmatch",
)
# Measures that say nothing without a noun before them, and those that are a share of something.
_BARE = frozenset((*words("verbs")["measures"], "总量", "总数", "总规模", "总额", "总产值", "总收入", "总投资"))
_SHARES = ("占比", "比例", "比重", "份额", "率")
_LEADS_TO_WHOM = frozenset("向对为由给占")
_RATE = Pattern(
    r"(?P<rate>[^，；。]{2,24}(?:率|比例|占比|比重|覆盖面))(?:(?:不断|稳步|逐步|持续|进一步|显著|明显)?(?:提高|提升|上升|下降|降低))?$",
    reads=("道路机械化清扫率", "绿化覆盖率稳步提升", "新能源汽车占比"),
    leaves=("提高管理水平", "率先发展"),
    by="match",
)
_MOVED = Pattern(
    rf"(?P<whose>[^，；。{PRINCIPAL}]{{3,40}}?)(?:范围|对象|规模|数量|标准|水平|总量|面积)(?:[要应将])?(?:{CHANGE})",
    reads=("服务业投资规模要扩大", "公共充电桩数量增加"),
    leaves=("扩大规模", "增长10%"),
    by="match",
)
_DONE_TO = Pattern(
    "(?:大力|积极|加快|全面|深入|持续)?(?:推广|推进|推行|开展|实施|深化|扩大)(?P<what>[^，、；：]{3,20}?)(?:改革|工作|模式|应用|改造|建设|布局)?(?:范围|力度|规模|进度|步伐)?",
    reads=("推广无陪同查验作业改革", "大力推进装配式建筑", "推进文化服务中心建设"),
    leaves=("加强组织领导", "推进改革"),
    by="fullmatch",
)
# 推进村级文化服务中心建设，2026年覆盖率达到92%: a rate that says nothing without what it is of.
_BARE_RATE = Pattern("[^，]{2}(?:率|面)", reads=("覆盖率", "普及率", "覆盖面"), leaves=("污水处理率", "率"), by="fullmatch")
_SERVED = Pattern(
    "(?:优化|完善|提升|推行|开通)(?P<what>[^，、；。]{2,14}?)(?:服务|功能|渠道)",
    reads=("优化在线帮办服务",),
    leaves=("优化营商环境", "提升服务"),
    by="fullmatch",
)
_QUICK = Pattern(
    "(?P<what>[^，；。]{2,24}?)(?:速度|时间|时限|效率)",
    reads=("提升在线人工帮办响应速度和解决率",),
    leaves=("提高解决率",),
)
_RAISING = Pattern(
    "(?:不断|持续|稳步|逐步|进一步|着力|大力|大幅|切实)?(?:提高|提升|降低|扩大|增加|加强|推进|推动|促进|加快|实现|确保)",
    reads=("不断提高清扫率", "推动发展", "提升覆盖率"),
    leaves=("清扫率",),
)
# What stands before a measure of its own as what it is of: 交通工程项目，审批时间压缩60%.
_TOPIC = Pattern(
    rf"(?!(?:重点|优先|大力|积极|加快|全面|着力)?(?:支持|鼓励|引导|推动|推进|促进|发展|扩大|提升|提高)|{alternation(words('verbs')['means'])}|抓|做|按|为|规范)[^，；。：{PRINCIPAL}]{{2,40}}(?:工程包?|项目|文件|事项|企业|机构|园区|产业|行业|领域)$",
    reads=("交通工程项目", "特色小镇建设工程包", "以政府名义印发的政策性文件"),
    leaves=("抓好重点项目", "加强管理", "重点支持发展护理型养老机构"),
    by="fullmatch",
    painted=True,
)
_INVESTED_IN = Pattern(
    rf"(?:(?:开展|完善|推进|实施|加快|推动)(?![^，]*工程包))?(?P<what>[^，；。：的{PRINCIPAL}{DEADLINE}]{{2,36}}?(?:工程包?|项目|设施|网络|覆盖|试点|建设|改造|领域|示范区|园区|产业园|基地|行动))",
    reads=("交通基础设施", "无线网络覆盖", "开展数据中心及产业园试点", "完善公共体育服务工程包"),
    leaves=("加强组织领导", "发挥有效投资的关键作用"),
    by="fullmatch",
    painted=True,
)
_GOES_ON = ("，", "；", "、")
_PLANNED_SUMS = frozenset(("年度计划投资", "计划投资", "年度投资"))
# What things yield, and which do: 开通航线15条，年产值突破10亿元 tells of no line.
_EARNINGS = ("产值", "总产值", "营业收入", "年产值", "总收入")
# Measures of a measure or of things, which stand behind them: 保费收入突破1600亿元，增速不低于6%.
_FURTHER = frozenset(
    (
        *GROWTH_RATES,
        *(f"{how}{rate}" for how in ("同比", "年均") for rate in GROWTH_RATES),
        "余额",
        "规模",
        "总规模",
        "面积",
        "总面积",
        "建筑面积",
        "总建筑面积",
        *_EARNINGS,
    )
)
_EARNERS = Pattern(
    "(?:企业|园区?|基地|集群|产业|产业链|项目|合作社|农场|产品|品牌|公司|商户|平台|工厂|车间|大棚|示范区|经济|加工|[业田地厂场店])$",
    reads=("龙头企业", "产业园", "低空经济"),
    leaves=("航线", "标准"),
)
# 国有企业资产总额达到6500亿元，营业收入年均增长8%: whose it is, the measure before says.
_OWNED_MEASURE = Pattern(
    "(?P<of>[^，]{2,}?)(?:资产总额|增加值(?:占[^，]{2,}比重)?|数量|总?产值|总?规模|总?产量|(?:主营)?(?:业务|营业|总|销售)?收入|装机容量|产能|(?:出口|销售|交易|投资|进出口)(?:总?额)|投资|进出口|面积|利润|人数|人次|运量|吞吐量|存栏量?|出栏量?|总额|总量)",
    reads=("国有企业资产总额", "文化产业增加值占GDP比重", "旅游总收入", "快递业务总量"),
    leaves=("增加值", "森林覆盖率"),
    by="fullmatch",
)
_SHARE_IN = Pattern(
    "(?P<of>[^，]{2,}?)占(?:[^，]{2,}(?:比重|比例|的比)|比)",
    reads=("增加值占地区生产总值比重", "研发投入占GDP比例"),
    leaves=("占地面积", "增加值"),
    by="fullmatch",
)
# What is measured of one thing by turns: 面积稳定在30万亩，产量达到150万吨，产值突破60亿元.
_BY_TURNS = Pattern(
    "(?:种植|栽培|养殖|播种|总|年)?(?:面积|产量)|(?:年|总|综合|全产业链)?产值|(?:年|总|产业)?规模|(?:年)?(?:销售额|销售收入|营业收入|出栏量|存栏量|产能)",
    reads=("面积", "产量", "综合产值"),
    leaves=("干茶产量", "覆盖率"),
    by="fullmatch",
)
_TURN_BEHIND = Pattern(
    f"(?P<of>[^，]{{2,}}?)(?:{_BY_TURNS.regex})", reads=("设施蔬菜产量",), leaves=("产量",), by="fullmatch"
)
# 企业开办环节, 不动产登记申请材料: the steps and papers of a process.
_STEPS_OF = Pattern(
    f"(?P<of>(?!申请|申报)[^，]{{2,}}?)(?:申请|申报|提交|办理|跑动|必备|所需)?(?:{alternation(words('verbs')['steps'])})",
    reads=("企业开办环节", "不动产登记申请材料"),
    leaves=("环节", "企业开办时间", "申请材料"),
    by="fullmatch",
)
_BARE_TIMES = ("时间", "时限", "用时", "全程用时", "所需时间")
# What is earned by a trade, a fund or a zone that the clause or a heading before names: 做大做强跨境电商，交易额突破500亿元.
EARNED = Pattern(
    "(?:年|总|综合|全产业链|工业|集群)*产值|(?:年|总|市场|集群|经济|首期|募集|基金)*规模"
    "|(?:年|总|综合|主营业务|主营|营业|经营|全口径|全产业链|工业|产业)*(?:收入|营收|营业额|成交额|交易额|贸易额|进出口额|增加值|利润|利税|吞吐量|货运量)",
    reads=("主营业务收入", "增加值", "首期规模", "产值"),
    leaves=("旅游总收入", "覆盖率"),
    by="fullmatch",
)
_OF_TRADE = Pattern(
    f"{_BY_TURNS.regex}|{EARNED.regex}", reads=("产量", "产值"), leaves=("旅游总收入", "覆盖率"), by="fullmatch"
)
_IS_TRADE = Pattern(f"{TRADES}$", reads=("跨境电商", "生物医药产业"), leaves=("老旧厂房", "招商引资"))
# 重点人群家庭医生签约率: of whom, and what is measured of them.
_OF_WHOM = Pattern(
    "[^，]{0,12}?(?:人群|人口|居民|儿童|学生|职工|企业|机构|医院|学校|老年人|家庭(?!医生)|社区|乡镇|行政村|农户)(?P<rate>[^，]{3,}(?:率|占比|比例|覆盖面|满意度))",
    reads=("重点人群家庭医生签约率", "二级以上医院预约诊疗率"),
    leaves=("家庭医生签约率", "居民占比"),
    by="fullmatch",
)
_TAKE_PART = "参与|参加|使用|应用|采用|开展|接入|建立|上云|达标|受益|签约"
# 参与农户达到80%, 上云企业达到90%: those who do it, of whom nothing else is measured.
_WHOM = Pattern(
    f"(?!{_TAKE_PART})[^，]{{0,10}}(?:人群|人口|居民|儿童|少年|学生|毕业生|教师|职工|工人|农民|党员|企业|机构|单位|医院|卫生院|学校|园区|老年人|老人|家庭(?!医生)|社区|街道|乡镇|行政村|[农牧贫困用]户|用户|妇|患者|人员|群体|产妇|幼儿|残疾人)",
    reads=("老年人", "孕产妇", "乡镇卫生院", "残疾儿童少年"),
    leaves=("农村", "签约率", "家庭医生", "上云企业", "参与农户"),
    by="fullmatch",
)
# 居家养老服务覆盖率城市达到100%, 签约服务率全人群达到45%: whose rate it is stands behind it.
_WHOSE_BEHIND = Pattern(
    f"(?P<rate>[^，]{{2,}}(?:率(?!先)|占比|比例|比重|覆盖面))(?P<whose>{QUARTERS}|{_WHOM.regex})",
    reads=("居家养老服务覆盖率城市", "家庭医生签约服务率全人群", "政策范围内支付比例职工"),
    leaves=("城市覆盖率", "率先在城市", "支付比例参保居民医保"),
    by="fullmatch",
)
_STATES = "满意|合格|优良|优秀|达标|覆盖|完成|完好|目标|任务|指标|进度|以上|以下|平均|水平|改造|建设|处理|利用|回收|普及|增长|增加|下降"
# 食品抽检合格率稳定在98%以上，药品稳定在99%以上: by itself a thing that is no measure has no percentage.
_OTHER_THING = Pattern(
    f"(?!{_TAKE_PART}|每|各|在|以|其|一|{CHANGE})[^，；。：的“”{PRINCIPAL}{DEADLINE}]{{2,12}}(?<!{_STATES})",
    reads=("药品", "大型矿山", "重点行业"),
    leaves=("群众满意", "上云企业", "受益农户", "秸秆综合利用"),
    by="fullmatch",
    painted=True,
)
_WORKS = frozenset(("改造", "建设", "整治", "治理", "修复", "创建", "更新"))
_EXTENT = Pattern(
    "(?P<of>[^，]{2,}?)(?:总)?(?:里程|面积|数量|人数|总数|总量|规模|产值|产量|装机|容量|装机容量|装机规模|增加值|营业收入|进出口额|进出口)",
    reads=("三级及以上航道里程", "设施蔬菜种植面积"),
    leaves=("里程", "三级航道"),
    by="fullmatch",
)
_TOLD_WITHIN = frozenset(("done_within", "responds_to"))
_TOTALS = frozenset(("总数", "总数量", "总量", "数量"))
_LONGEST_BARE = 5
_SHORTEST_RATE, _LONGEST_RATE = 3, 6
# 通过培训，培训率达到90%: how, and not what.
_BY_WHAT = ("通过", "对", "依托", "利用", "在", "于", "按", "以")
_LONGEST_OWNERLESS = 8
_SHORTEST_SET = 4
_KIND = 2  # characters at the end of a name that say what kind of thing it is


@dataclass(slots=True)
class _Gap:
    """A reading whose name may leave something out, and what stands before it.

    `last` is the name that stands before, and `clause` the words of the clause before. `places` is how far the places reach with which
    the name begins, and `bare` the name behind them.
    """

    reading: Reading
    text: str
    painted: Painted
    previous: Sequence[Reading]
    before: tuple[int, int]
    name: str
    last: str
    is_share: bool
    places: int
    bare: str
    follows: bool

    @classmethod
    def of(cls, reading: Reading, text: str, painted: Painted, previous: Sequence[Reading], before: tuple[int, int]) -> _Gap:
        """What there is to know before the name is completed."""
        name, last = reading.indicator, previous[-1].indicator if previous else ""
        near = last and (len(name) <= _LONGEST_OWNERLESS or name.endswith(_SHARES))
        places = places_in(name) if near else 0
        is_share = paint_at(painted, reading.at) == PERCENT
        follows = bool(last) and previous[-1].end >= before[1]
        return cls(reading, text, painted, previous, before, name, last, is_share, places, name[places:], follows)

    @property
    def begin(self) -> int:
        """Where the clause before says something."""
        return behind_lead(self.painted, *self.before)

    @property
    def clause(self) -> str:
        """The words of the clause before."""
        return self.text[self.begin : self.before[1]]

    def named(self, indicator: str) -> Reading:
        """The reading under that name."""
        return self.reading._replace(indicator=indicator)


def completed(
    reading: Reading, text: str, painted: Painted, previous: Sequence[Reading], before: tuple[int, int]
) -> Reading:
    """The reading with an indicator that says whose measure it is, where the words before it tell."""
    if reading.rule == "reach" and (behind := _WHOSE_BEHIND.fullmatch(reading.indicator)):
        return reading._replace(indicator=behind["whose"] + behind["rate"])  # 覆盖率城市达到100%
    if reading.at < 0 or reading.kind not in (None, "level", "change") or (not previous and before[0] == before[1]):
        return reading
    gap = _Gap.of(reading, text, painted, previous, before)
    ways = _WAYS if gap.is_share or len(gap.name) <= _LONGEST_OWNERLESS else _WAYS_OF_LONG
    return next((full for way in ways if (full := way(gap))), reading)


def _verb_of_sum(gap: _Gap) -> Reading | None:
    """加装电梯120部，其中2026年加装不少于50部: a verb, and of what the number with the same unit is."""
    outcome = gap.reading.outcome or ""
    brought = outcome if gap.reading.rule.startswith("build") or outcome == "新增" else None
    if not (brought or gap.reading.rule in _OF_ALL) or not VERBS_ALONE.fullmatch(gap.name):
        return None
    at = gap.reading.at
    known = (*gap.previous[-1:], *gap.previous[:1])
    of = next((told for told in known if same_unit(gap.text, gap.painted, at, told.at)), None)
    if of and gap.name.endswith(STATES_ALONE) and VERBS_ALONE.fullmatch(of.indicator):
        return None  # 完成整治10处；完成验收20处: each is a work by itself
    # 2026年关停整合20家: both verbs are of what there is
    return (
        gap.reading._replace(indicator=of.indicator, kind=None, direction=None, outcome=(brought or "") + gap.name)
        if of
        else None
    )


def _works_announced(gap: _Gap) -> Reading | None:
    """加快老旧小区改造步伐，2026年完成改造30个."""
    announced = gap.name in _WORKS and gap.previous and gap.previous[-1].rule == EXISTS
    if announced and gap.text[gap.previous[-1].start] == "对":
        # 对危险路段，2026年完成治理80处: what it is done to is named as an object
        return gap.reading._replace(indicator=gap.last, outcome=(gap.reading.outcome or "") + gap.name)
    return gap.named(gap.last.removesuffix(gap.name) + gap.name) if announced else None


def _how_long(gap: _Gap) -> Reading | None:
    """A length of time of what stood before: 城区急救反应时间10分钟、农村25分钟."""
    lasts = gap.reading.rule in TIMES_ELIDED or (
        gap.reading.rule == "from_to" and paint_at(gap.painted, gap.reading.at) == TIME
    )
    timed = TIMED.search(gap.last) if lasts else None
    lasts_itself = gap.reading.rule == "from_to" and gap.name.endswith("期")  # 公示期由1个月缩短为半个月
    if timed is None or TIMED.search(gap.name) or is_measure(gap.name) or lasts_itself:
        return None
    if gap.name and whole_place(gap.name):
        return gap.reading._replace(indicator=gap.last, scope=gap.name)  # 福州、厦门压缩至5天
    if QUARTER.fullmatch(gap.name) and (other := _QUARTER_AHEAD.match(gap.last)):
        return gap.named(gap.name + gap.last[other.end() :])
    return gap.named(gap.name + timed.group() if gap.name else gap.last)


def _how_long_in_all(gap: _Gap) -> Reading | None:
    """企业开办环节压减至1个、时间压缩至0.5个工作日: how long the process takes of which the steps were counted."""
    steps = _STEPS_OF.fullmatch(gap.last) if gap.name in _BARE_TIMES else None
    return gap.named(steps.group("of") + gap.name) if steps else None


def _more_of_it(gap: _Gap) -> Reading | None:
    """新增泊位1.5万个，其中中心城区新增8000个: more of what was counted, and where."""
    if gap.reading.kind != "change" or gap.reading.outcome != "新增" or not gap.last:
        return None
    in_quarter, again = QUARTER.fullmatch(gap.name), gap.name == gap.last
    if not (whole_place(gap.name) or in_quarter or (again and _counted_alike(gap))):
        return None
    whole = gap.name + gap.last if in_quarter else gap.last
    scope = None if in_quarter or again else gap.name or None
    return gap.reading._replace(kind=None, direction=None, indicator=whole, scope=scope)


def _counted_alike(gap: _Gap) -> bool:
    """Whether more is counted of what was counted before: 2026年新增企业3000家，2027年新增3500家."""
    if not gap.previous:
        return False
    counted = paint_at(gap.painted, gap.reading.at) == COUNT and not is_measure(gap.name)
    before = gap.previous[-1]
    return counted and before.kind in (None, "count") and same_unit(gap.text, gap.painted, gap.reading.at, before.at)


def _share_in(gap: _Gap) -> Reading | None:
    """X增加值增长10%，占GDP比重提高到12%."""
    if not gap.last or not gap.name.startswith("占") or gap.name.startswith(("占比", "占有", "占地面积")):
        return None
    return gap.named(gap.last if gap.last.endswith(gap.name) else gap.last + gap.name)


def _strives_by(gap: _Gap) -> Reading | None:
    """增长8%以上、力争达到10%: by so much, as before; 新增150万千瓦，力争达到800万千瓦 is a level."""
    by = gap.previous[-1] if gap.reading.rule == "strives" and gap.previous else None
    if by is None or by.kind != "change" or gap.last != gap.name:
        return None
    family = paint_at(gap.painted, gap.reading.at)
    level = family != PERCENT and "达到" in (gap.reading.outcome or "")
    if by.at < 0 or not by.direction or level or paint_at(gap.painted, by.at) != family:
        return None
    return gap.reading._replace(kind="change", direction=by.direction, outcome=by.outcome)


def _grows_by_itself(gap: _Gap) -> Reading | None:
    """增加值达到90亿元，占GDP比重达到12%，年均增长8%: a share does not grow by so many percent, what it is of does."""
    grows = gap.reading.kind == "change" and gap.last == gap.name and gap.is_share and "增长" in (gap.reading.outcome or "")
    share = _SHARE_IN.fullmatch(gap.last) if grows else None
    return gap.named(share["of"]) if share else None


def _by_turns(gap: _Gap) -> Reading | None:
    """面积稳定在30万亩，产量达到150万吨: one measure of a thing behind another."""
    if not gap.last or gap.is_share or gap.last.endswith(gap.name) or not _OF_TRADE.fullmatch(gap.name):
        return None
    by_turns = _BY_TURNS.fullmatch(gap.name)
    if by_turns and (turn := _TURN_BEHIND.fullmatch(gap.last)):
        return gap.named(turn.group("of") + gap.name)
    announced = gap.previous[-1].rule == EXISTS and not is_measure(gap.last)
    fits = by_turns or _IS_TRADE.search(gap.last)
    return gap.named(gap.last + gap.name) if announced and fits else None


def _of_others(gap: _Gap) -> Reading | None:
    """重点人群家庭医生签约率达到75%，老年人达到85%."""
    others = gap.is_share and gap.reading.rule == "reach" and gap.last.endswith(_SHARES)
    if not others or not _WHOM.fullmatch(gap.name) or QUARTER.fullmatch(gap.name):
        return None
    if of_whom := _OF_WHOM.fullmatch(gap.last):
        return gap.named(gap.name + of_whom.group("rate"))
    return None if _WHOM.match(gap.last) else gap.named(gap.name + gap.last)


def _in_other_quarter(gap: _Gap) -> Reading | None:
    """城市社区养老服务覆盖率达到100%，农村达到70%."""
    if not gap.is_share or not gap.last.endswith(_SHARES) or not QUARTER.fullmatch(gap.name):
        return None
    other = _QUARTER_AHEAD.match(gap.last)
    within = None if other else _ONE_QUARTER_IN.fullmatch(gap.last)
    if within and gap.follows:
        # 老年助餐服务城市社区覆盖率不低于80%，农村不低于50%
        return gap.named(within["head"] + gap.name + within["tail"])
    if not other and (not gap.follows or _QUARTER_IN.search(gap.last)):
        return None
    return gap.named(gap.name + gap.last[other.end() if other else 0 :])


def _more_in_places(gap: _Gap) -> Reading | None:
    """对接项目30项以上，其中福州、厦门不少于50项: so many of the same there."""
    there = gap.last and gap.reading.rule in _OF_ALL and gap.name and whole_place(gap.name)
    return gap.reading._replace(indicator=gap.last, scope=gap.name) if there and _counted_alike(gap) else None


def _of_a_sort(gap: _Gap) -> Reading | None:
    """新增床位3000张，其中公立不少于2000张: so many of them are of a sort."""
    sort = gap.last and gap.reading.rule in _OF_ALL and SORT.fullmatch(gap.name)
    if not sort or gap.text.find("其中", max(0, gap.reading.start - _FAR), gap.reading.start) < 0 or not _counted_alike(gap):
        return None
    other = SORT_AHEAD.match(gap.last)
    return gap.named(gap.name + gap.last[other.end() if other else 0 :])


def _in_total(gap: _Gap) -> Reading | None:
    """再建12家，总数达到18家."""
    return gap.named(gap.last) if gap.follows and gap.name in _TOTALS and not is_measure(gap.last) else None


def _further(gap: _Gap) -> Reading | None:
    """保费收入突破1600亿元，增速不低于6%: a measure of the measure, or of the things, before."""
    if not gap.follows or gap.name not in _FURTHER or gap.last.endswith(gap.name):
        return None
    before = gap.previous[-1]
    if gap.name in _EARNINGS and is_measure(gap.last):
        if owned := _OWNED_MEASURE.fullmatch(gap.last):
            return gap.named(owned["of"] + gap.name)
        if not _EARNERS.search(gap.last):
            return None
    yields = gap.name not in _EARNINGS or before.at < 0 or _EARNERS.search(gap.last)
    if before.kind == "rank" or not (is_measure(gap.last) or yields):
        return None
    whole = gap.previous[0].indicator if reads_part(before.rule) else gap.last
    # 增加值占GDP比重达到12%，年均增速10%: a share does not grow by itself.
    share = _SHARE_IN.fullmatch(whole)
    return gap.named((share["of"] if share else whole) + gap.name)


def _part_of_share(gap: _Gap) -> Reading | None:
    """公办园在园幼儿占比达到60%，其中农村达到75%."""
    is_part = gap.is_share and gap.follows and gap.last.endswith(_SHARES) and of_which(gap.text, gap.reading.start)
    if not is_part or is_measure(gap.name) or whole_place(gap.name):
        return None
    share = next(filter(gap.last.endswith, _SHARES))
    end = gap.last.rfind(gap.name[-2:], 0, -len(share) - 1) + 2
    start = end - len(gap.name)
    if len(gap.name) > 2 and (start == 0 or (start > 0 and gap.last[start - 1] in _LEADS_TO_WHOM)):
        # 面向中小企业预留份额不低于40%，其中小微企业不低于60%: a name of the same length takes the place of whom the share is for.
        return gap.named(gap.last[:start] + gap.name + gap.last[end:])
    of_a_sort = gap.last.removesuffix(share).endswith(gap.name[-2:])  # 专业技术人员占比不低于85%，其中卫生技术人员不低于70%
    return gap.named(gap.name + (share if of_a_sort else gap.last))


def _in_places(gap: _Gap) -> Reading | None:
    """覆盖率达到90%，福州、厦门达到95%."""
    elsewhere = gap.is_share and gap.places and gap.bare in ("", *_SHARES) and gap.last.endswith(_SHARES)
    return gap.reading._replace(indicator=gap.last, scope=gap.name[: gap.places]) if elsewhere else None


def _share_of_extent(gap: _Gap) -> Reading | None:
    """三级航道里程延伸至410公里，占比超过45%."""
    extent = _EXTENT.fullmatch(gap.last) if gap.follows and gap.name in ("占比", "比重", "比例") else None
    return gap.named(extent.group("of") + gap.name) if extent else None


def _bare_again(gap: _Gap) -> Reading | None:
    """个体工商户总量达到50万户，福州总量达到12万户."""
    again = gap.bare in _BARE and len(gap.last) > len(gap.bare) and gap.last.endswith(gap.bare)
    return gap.named(gap.name[: gap.places] + gap.last) if again else None


def _same_owner(gap: _Gap) -> Reading | None:
    """规模以上工业企业数量达到900家，企业利润达到60亿元."""
    near = len(gap.bare) <= _LONGEST_BARE and gap.bare[:2] in gap.last and is_measure(gap.bare)
    owner = OWNER.match(gap.last) if near else None
    return gap.named(owner.group("owner") + gap.name) if owner else None


def _of_topic(gap: _Gap) -> Reading | None:
    """交通工程项目，审批时间压缩60%: the clause before is what the measure is of."""
    asks = gap.bare in _BARE or TIMED.fullmatch(gap.name) or (gap.is_share and gap.name.endswith(_SHARES))
    if not asks or gap.painted[gap.before[0] - 1 : gap.before[0]] == "，" or VERB_AHEAD.match(gap.painted, gap.begin):
        return None
    topic = _TOPIC.fullmatch(gap.painted, gap.begin, gap.before[1])
    return gap.named(gap.clause.removeprefix("对") + gap.name) if topic else None


def _invested_in(gap: _Gap) -> Reading | None:
    """（一）交通基础设施，力争完成投资1160亿元: what opens the sentence is invested in."""
    sum_of = gap.name in _PLANNED_SUMS or (gap.name == "投资" and gap.reading.outcome)
    opens = sum_of and gap.text[gap.before[0] - 1 : gap.before[0]] not in _GOES_ON
    topic = _INVESTED_IN.fullmatch(gap.painted, gap.begin, gap.before[1]) if opens else None
    return gap.named(gap.text[slice(*topic.span("what"))] + gap.name) if topic else None


def _of_set(gap: _Gap) -> Reading | None:
    """新增物流车辆中，新能源车辆的比例超过50%: the set that a share is of."""
    of_set = gap.is_share and gap.clause.endswith("中") and len(gap.clause) > _SHORTEST_SET
    return gap.named(gap.clause + gap.name) if of_set else None


def _share_of_deeds(gap: _Gap) -> Reading | None:
    """推广无陪同查验作业，比例达到70%."""
    bare = gap.is_share and (gap.bare in _SHARES or _BARE_RATE.fullmatch(gap.bare))
    # 推进 may have been taken for what leads to the clause
    done = (_DONE_TO.fullmatch(gap.clause) or _DONE_TO.fullmatch(gap.text, *gap.before)) if bare else None
    return gap.named(gap.name[: gap.places] + done.group("what") + gap.bare) if done else None


def _how_quick(gap: _Gap) -> Reading | None:
    """提升人工帮办响应速度，实现1分钟响应; 优化在线帮办服务，实现1分钟响应."""
    if gap.reading.rule != "responds_within":
        return None
    if gap.follows and gap.previous[-1].rule in _TOLD_WITHIN:
        return gap.named(gap.last)  # 群众诉求24小时内响应、5个工作日内办结; 2小时内响应企业诉求，5个工作日内办结
    if (fast := _QUICK.search(gap.clause)) and fast.group("what").endswith(gap.name):
        return gap.named(_RAISING.sub("", fast.group("what"), count=1).replace("的", ""))
    served = _SERVED.fullmatch(gap.clause)
    return gap.named(served.group("what") + gap.name) if served else None


def _moved_ahead(gap: _Gap) -> Reading | None:
    """公共充电桩数量要增加，总量达到10万个."""
    moved = _MOVED.match(gap.clause) if gap.bare in _BARE else None
    return gap.named(moved.group("whose") + gap.bare) if moved else None


def _rate_of_clause(gap: _Gap) -> Reading | None:
    """加快农村厕所普及，普及率达到90%."""
    bare, clause = gap.bare, gap.clause
    if bare.endswith("率") and clause.endswith(bare[:2]) and bare[:2] in _WORKS and not clause.startswith(_BY_WHAT):
        # 推进农村黑臭水体治理，治理完成率达到70%
        return gap.named(_RAISING.sub("", clause, count=1) + bare[2:])
    if not bare.endswith("率") or not _SHORTEST_RATE <= len(bare) <= _LONGEST_RATE or len(clause) <= len(bare):
        return None
    of_clause = clause.endswith(bare[:-1]) and not clause.startswith(_BY_WHAT)
    return gap.named(_RAISING.sub("", clause, count=1) + "率") if of_clause else None


def _rate_raised(gap: _Gap) -> Reading | None:
    """提高道路机械化清扫率，城市达到70%以上."""
    if not gap.is_share or gap.reading.rule != "reach" or is_measure(gap.name):
        return None
    if rate := _RATE.match(_RAISING.sub("", gap.clause, count=1)):
        return gap.named(gap.name + rate.group("rate"))
    tail = _tail(gap.previous, gap.text)
    return gap.named(gap.name + tail) if tail else None


def _of_other_thing(gap: _Gap) -> Reading | None:
    """非煤矿山机械化率达到80%，大型矿山达到95%."""
    of_rate = gap.is_share and gap.follows and gap.reading.rule == "reach" and gap.last.endswith(_SHARES)
    name, last = gap.name, gap.last
    if not of_rate or is_measure(name) or not _OTHER_THING.fullmatch(name) or VERB_AHEAD.match(name):
        return None
    quarter = _QUARTER_AHEAD.match(last)
    thing = _thing_ahead(name, last) or (quarter.end() if quarter else 0)
    if thing or last.endswith("率"):
        return gap.named(name + last[thing:])
    return None  # 装配式建筑占比达到40%，钢结构达到20%: of what, nobody says


def _thing_ahead(name: str, measure: str) -> int:
    """How far the thing reaches with which a measure begins, if it is of the kind of another: 非煤矿山机械化率 and 大型矿山, 食品合格率 and 药品."""
    same = measure.find(name[-_KIND:])
    if same >= 0:
        return same + _KIND
    return len(name) if len(name) == _KIND and measure[: len(name)].endswith(name[-1]) else 0


def _tail(previous: Sequence[Reading], text: str) -> str:
    """The measure that the reading before was completed with: its indicator, less the words that its quote has of it."""
    for reading in previous[-1:]:
        quote = text[reading.start : reading.end]
        for cut in range(len(reading.indicator), 0, -1):
            if reading.indicator[:cut] in quote:
                return reading.indicator[cut:]
    return ""


# In order: the first that gives a name counts. Names that are long and no share say whose they are, and need but the first ones.
_WAYS_OF_LONG: tuple[Callable[[_Gap], Reading | None], ...] = (
    _verb_of_sum,
    _works_announced,
    _how_long,
    _how_long_in_all,
    _more_of_it,
    _more_in_places,
    _of_a_sort,
    _share_in,
    _strives_by,
    _grows_by_itself,
    _by_turns,
    _of_others,
)
_WAYS = (
    *_WAYS_OF_LONG,
    _in_other_quarter,
    _in_total,
    _further,
    _part_of_share,
    _in_places,
    _share_of_extent,
    _bare_again,
    _same_owner,
    _of_topic,
    _invested_in,
    _of_set,
    _share_of_deeds,
    _how_quick,
    _moved_ahead,
    _rate_of_clause,
    _rate_raised,
    _of_other_thing,
)
