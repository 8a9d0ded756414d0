"""A clause and what is read from it; nouns as targets name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planparse.language.amounts import Amount
from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN_NUMERAL
from planparse.language.patterns import Pattern
from planparse.model import Direction, Strength, TargetKind
from planparse.parsing.targets.grammar import (
    BARE,
    BOUND,
    CHANGE,
    COUNT,
    DEADLINE,
    DECREASE,
    END,
    HIDDEN,
    MEASURE,
    PRINCIPAL,
    REACH,
    STRIVE,
    TIME,
    VERB,
    ZERO,
)
from planparse.parsing.targets.hidden import MEASURES
from planparse.parsing.targets.skeleton import WAS_ASIDE
from planparse.text import Painted

TOLD_AHEAD = (
    200  # characters before a target in which stands what its indicator is today: 目前占比为52%。到2028年，提高到65%
)
EDGES = " \xa0\u2002\u2003\u3000、"  # what stands beside a noun and is none of it

_VERBS = words("verbs")
_STRIVE_WORDS = frozenset(_VERBS["strive"])
_ENCOURAGE_WORDS = frozenset(_VERBS["encourage"])
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
    "(?:(?:对|面向|为|向|针对)[^，]{2,40}?)?(?:培育|发展|引进|建成投[用运产]|建成|新建|建设|打造|创建|认定|培养|集聚|开展|组织|举办)(?=[^，]{2})(?!用地|规模|水平|区)",
    reads=("培育高新技术企业", "引进外资项目", "对市场主体开展合规培训"),
    leaves=("发展水平", "建设用地", "企业培育"),
    by="match",
)
# 应 in 应用, 要 in 要素: no word by itself.
_NO_WORD = f"(?!(?<=冲刺)(?:{REACH})?[{BOUND}{PRINCIPAL}]|(?<=应)[用对急届当收]|(?<=要)[素求点闻]|(?<=使)[用命馆者]|(?<=需)[求要]|(?<=把)[关握手]|(?<=并)[网购轨行]|(?<=将)[来军]|(?<=且)末|(?<=拟)[定合物人]|(?<=须)知|(?<=全域)(?:旅游|生态|土地|国土|公园|无废|美丽|森林|数字)|(?<=保证)[金人])"
# 聚焦5大领域实施项目120个: of how many of what, before a verb whose object has a number of its own.
_AMID = (
    f"(?:围绕|聚焦|依托|立足|结合|借助|(?:在|面向|针对)(?=[^，]{{0,40}}?[{COUNT}{BARE}][^，{PRINCIPAL}的]*?(?:行业|领域|产业|区域|方向|环节|部门|[县市区镇街村]|）|社区|国家|园区)(?:{VERB}|遴选)))"
    f"[^，{PRINCIPAL}{BOUND}]{{0,40}}?{BOUND}*[{COUNT}{BARE}]+[^，、{PRINCIPAL}{BOUND}的各均]{{2,16}}?(?=(?:{VERB}|遴选)[^，{PRINCIPAL}{BOUND}]{{2,24}}{BOUND}*[{COUNT}{MEASURE}])"
)
# What opens a clause and says nothing of what is to be reached.
_LEAD = Pattern(
    rf"(?:{alternation(_ENCOURAGE_WORDS)})[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{1,14}}?(?:[院校园企县市区镇村社]|高校|机构|中心|公司|银行|协会|单位|部门|团队|企业|农户)(?=(?:新|联合|合作|共同)*(?:开设|增设|设立|建立|组建|开办|创办|建设|新建|建成|打造|培育|引进|创建|举办|开展|研发|布局)(?![^，]*(?:基金|政策|的))[^，{PRINCIPAL}{BOUND}]{{2,30}}?[{BOUND}]*[{COUNT}]+{END})|[ —·]|(?:校企|政企|银企|校地|院地|省市|部省|市县|上下)(?=(?:联合|共同|合作|协同|联动)+{VERB}|共建|共育|联建)|(?:[近中远]期|第?[一二三四五](?:阶段|期))（[{DEADLINE}]+）|或(?=[较比达提控])|[\d{HIDDEN}]{{1,3}}[.．、](?!\d)|（\d{{1,2}}）|[①-⑳]|[于在]?[{DEADLINE}]+(?:[、和及][{DEADLINE}]+)*(?:[两三四五六]个?年度|[春秋]季(?:学期)?(?:开学|入学)?|{TIME}+(?={DEADLINE}))?[前起底末内]?|{STRIVE}(?!(?:{REACH})?[{BOUND}{PRINCIPAL}]+{END})|(?:{alternation(_ENCOURAGE_WORDS)})(?=[^，]*(?:[{PRINCIPAL}]|全部|全覆盖|全面(?:建成|达|接入|执行|上线)))"
    rf"|(?:农村|(?:城市|城镇|城区)(?!建成区)|(?:社会资本|社会力量|各类企业)(?:投资|参与)?)(?=建设|建成|新建|改造|培育|新增(?!就业)|开展|完成)"
    rf"|(?:分(?:地区|行业|区域|类别?|级|批次?|期|步|层次?|阶段|年度|片区?|领域)[、和]?)+(?=[开组建培实推举完改])|(?:[省市县区州]级|各级)(?={DEADLINE}*(?:选派|培训|新建|组织|举办|认定|培育|建设|安排|引进|开展|组建|建立|设立|建成|打造|配备|储备))|要求(?=将?[^，{PRINCIPAL}]{{2,24}}(?:{REACH}|{BOUND})[^，]*[{PRINCIPAL}])|年度(?={VERB}|竣工|完成|新增|开工|建成|改造)|(?:在?全[省市县区国州]的?范围内?|全(?:[省市县区国州港校旗镇乡村]|行业|系统|流域|园区?)(?!性))|我[省市县区]|(?:指导|督促|协调)(?=新增|新建|建成|建设|创建|培育|打造|开展|完成|改造|组建)|{alternation(_VERBS['connectives'])}{_NO_WORD}|保障(?=.*[率数])|对(?![外口接标照])(?=[^，{PRINCIPAL}]{{2,40}}?(?:精简|压减|压缩|缩减|削减|减少)[{BOUND}{PRINCIPAL}])|{TIME}+[内间]?(?:累计|共|合计|总计)|（{HIDDEN}+）"
    rf"|实现(?=[^，{PRINCIPAL}]+(?:达到?|超过|{BOUND}|{CHANGE})[{BOUND}{PRINCIPAL}]|全[省市县区国州]|[^，]{{2,16}}{ZERO})|{_AMID}|在(?=(?:全[省市县区国])?{BOUND}*[{COUNT}])|在(?:19|20)\d\d年[^，]{{0,4}}基础上，?(?=.)|在(?:现有|已有|已建成|原有|(?:19|20)\d\d年[底末]?)[{PRINCIPAL}{BOUND}]+[^，{PRINCIPAL}]{{0,16}}基础上再?(?={VERB})|原则上(?=.)|年底(?=[全我])|(?:实现|做到|平均)(?=每个?[^，{PRINCIPAL}{BOUND}]{{1,10}}?(?:至少)?(?:有[{BOUND}{COUNT}]|{VERB}))|(?:带动|拉动)(?=[^，]*{CHANGE}[{BOUND}{PRINCIPAL}]|全[省市县区国州])|{TIME}+[内间]?(?={VERB}[^，]*[{COUNT}{MEASURE}]{END})|负责(?={VERB}[^，]*[{COUNT}])|(?:项目|工程)?(?:全部|全面)?(?:建成|投产|达产|完工|投用|竣工|投入使用)(?:投产|投用|运营|达产|使用)?后(?:预计|每年|[将可能])*(?=[^，]*[{PRINCIPAL}])"
    rf"|会同[^，；。{PRINCIPAL}{DEADLINE}]{{2,40}}?[于在]?{DEADLINE}+[前底末内]?(?={VERB})|(?:此后|今后|其后|以后|随后|确定|明确)(?={DEADLINE})|(?<=[{DEADLINE}前底末内])(?:全面|全部)?(?:开工|启动|动工)(?:建设)?、(?={DEADLINE}+[前底末内]?(?:全面|全部|主体)?(?:建成|完工|投用|竣工|完成))|(?:[到至]|(?=期末累计))(?:规划|计划|行动|方案)?期末(?=.)|(?:次年|翌年)(?=[^，]*[{PRINCIPAL}])|本(?:轮|期|批次?)(?={VERB})|[上下]半年(?=[^，]*[{PRINCIPAL}])|在此基础上再?(?={VERB}|{CHANGE})|落实(?=[^，]*(?:比例|占比|比重|率)(?:不低于|不少于|达到)?[{BOUND}{PRINCIPAL}])",
    reads=(
        "到2025年，",
        "三年累计培训",
        "力争建成",
        "全市新增",
        "确保就诊率",
        "——培育企业",
        "指导新增企业",
        "对报送的资料再精简25%",
        "聚焦5大领域实施技术改造项目120个",
        "在16个县区布局建设换电站40座",
    ),
    leaves=("就诊率达到90%", "应用软件", "依托12家龙头企业发展产业"),
    by="match",
    painted=True,
)
# 运用融资平台促进全市融资总额不低于55亿元: by what means a level is to be reached.
_MEANS = alternation(_VERBS["means"])
_BY_MEANS = Pattern(
    rf"(?:(?:{alternation(_VERBS['manners'])})*{_MEANS}|按(?![揭摩])|将(?![来军])|把(?![握手])|[以在由为](?=[^，]{{2,}}(?:为[^，]{{2,4}}|[下上中]|牵头|负责|提供[^，]+))|向(?=[^，]+让利))"
    rf"[^，；{PRINCIPAL}{BOUND}{DEADLINE}]{{2,30}}?(?:{alternation(_VERBS['leads_on'])}(?!(?<=使)[用命]|(?<=促进)(?:政策|项目|工程|行动|中心|会|法|计划|措施|活动))|(?={STRIVE}))"
    rf"(?=[^，{PRINCIPAL}{BOUND}]{{4,}}?(?:{REACH}|{CHANGE}|{BOUND})[{DEADLINE}{BOUND}]*[{PRINCIPAL}])",
    reads=(
        "运用融资平台促进全市融资总额不低于55亿元",
        "以改革为牵引推动网上可办率提高到95%",
        "加大支持力度力争研发投入占比达到5%",
    ),
    leaves=("在建项目推进率达到90%", "企业带动农户数量达到5万户", "推广清洁能源使用比例达到50%", "支持培育企业30家"),
    by="match",
    painted=True,
)
_DUTY_BEGINS = frozenset("各有相责牵成职主行部单")
_MEANS_BEGIN = frozenset("按将把以在由为向") | {word[0] for word in (*_VERBS["means"], *_VERBS["manners"])}
# What each of these begins with: one look spares most clauses the whole pattern.
_LEADING = frozenset(
    f" —·0123456789{HIDDEN}①②③④⑤⑥⑦⑧⑨⑩{DEADLINE}{TIME}于农城社各全我保（校政银院部上实在分年或近中远第一二三四五指督协对围聚依立结借面针原负落年带拉项工建投达完平竣此今其以随到至开启动会省市县区州期本下次翌"
    + "".join(w[0] for name in ("strive", "encourage", "connectives") for w in _VERBS[name])
)
# Who does it, and by when, before a verb with an object of its own.
_DOER = Pattern(
    rf"(?![每各]|所有|全部|全体)[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{1,16}}?(?:[局委]|(?<![举承主协网通代帮即快自可督交领补申经试])(?<!(?<!公)开)办|(?<!大)厅|(?<!数字政)(?<!法治政)(?<!服务型政)府(?!采购|购买|投资|储备)|部门|集团|公司|银行)(?:牵头|负责)?[{DEADLINE}]*+[前底末内]?(?=(?!(?:全面|全部)?(?:达到?|实现|保持))(?:{VERB}|组织|安排|推进)[^，{PRINCIPAL}{BOUND}{DEADLINE}]{{2}})",
    reads=("市教育局年内组织培训3次", "水利部门2026年底前新建水库5座", "省农业农村厅牵头培育龙头企业100家"),
    leaves=(
        "覆盖率到2025年达到90%",
        "各部门组织培训3次",
        "全部政务大厅设立窗口3个",
        "税务部门达到先进水平",
        "年内组织培训3次",
        "举办活动10场",
    ),
    by="match",
    painted=True,
)
# 各地要, 各县（市、区）要: who is told to do it, and each of which places does.
_DUTY = Pattern(
    rf"(?:(?P<per>各[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{0,4}}?(?:[县市区镇乡村校州旗]|街道|社区|园区|医院|机构|企业)(?:（{HIDDEN}{{1,8}}）)?)(?:人民政府|政府|管委会)?"
    "|各地(?:区|方)?(?:[、和]?各(?:有关|相关|级)?(?:部门|单位))?|(?:各级?)?(?:有关|相关|责任|牵头|成员|职能|主管|行业)*(?:部门|单位)|各级[^，、的]{0,4}?(?:政府|部门|单位)?)"
    f"要(?![素求点闻紧])(?:切实|进一步|认真|积极|主动|严格|全面)*(?=[^，{PRINCIPAL}]{{2}})",
    reads=(
        "各地要力争建成",
        "各县区要确保普及率",
        "各有关部门要在年底前建成平台",
        "各级财政部门要安排资金",
        "有关单位要切实组织培训",
    ),
    leaves=("各地要求建成", "各县区建成", "市教育局要组织培训"),
    by="match",
    painted=True,
)
_OFTEN = Pattern(
    rf"每(?:\d{{1,3}}|[{HAN_NUMERAL}半]{{1,3}})?[ ]?(?:年度?|个?月|个?季度|半年|学[年期])|逐年|[年月]均(?!值)",
    reads=("到2025年每年", "年均", "月均", "每2年", "每年12月10日前"),
    leaves=("到2025年",),
)
_SCOPE = Pattern(
    "在?(?P<scope>全(?:[省市县区国州港校旗镇乡村]|行业|系统|流域|园区?)|我[省市县区])(?:的?范围内?)?",
    reads=("全省", "我市", "全港", "全园区", "在全市范围内"),
    leaves=("全面", "省级"),
    by="fullmatch",
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
    r"(?:以及|[和与及、])(?:(?:培育|打造|建设|形成)?一批|若干)[^（）]+$|并投入(?:使用|运行|运营)$|等?[并予](?:予以|给予|进行|加以)[^（）]+$|（[^（）]{0,12}附(?:件|表|后|录)[^（）]{0,6}）$|[与同和](?:上一?年度?|去年|前一年)相比$|(?:实现)?零的突破$|[、]?应(?P<verb>.)尽(?P=verb)$|作为[^（）]+$|(?<=[^，]{2})到[^，（）]{2,12}上$|面?向(?:全?社会|公众|群众)$|（[^（）]*[各共计]\d+[^（）\d]{0,3}）等?$",
    reads=(
        "领军企业和一批中小企业",
        "青年人才等并给予重点支持",
        "零碳工厂实现零的突破",
        "考核排名与上年度相比",
        "集成服务（见附件）",
        "企业（具体安排详见附件2）",
        "园区作为实施改造单位",
        "有关事项和证照到营业执照上",
        "行政许可信息向社会",
        "体育公园（福州、漳州、三明各1个）",
    ),
    leaves=("一批企业", "若干企业", "第一批企业", "附件", "并网项目"),
)
# 应试尽试、覆盖率: a slogan before what is measured.
_SLOGAN = Pattern("^应(?P<all>.)尽(?P=all)[、，]", reads=("应试尽试、覆盖率",), leaves=("应用、覆盖率", "应试尽试"))
_BESIDE_SIGN = Pattern(
    "一批|若干|附|相比|并|零的突破|尽|作为|到|向|）",
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


def often(words_: str) -> str | None:
    """How often, as words of time say it: 每年 of 每年12月10日前."""
    match = _OFTEN.search(words_)
    return match.group() if match else None


def behind_lead(painted: Painted, start: int, end: int) -> int:
    """Where what a clause is about begins, behind time, scope, strength and connectives."""
    while start < end and painted[start] in _LEADING and (lead := _LEAD.match(painted, start, end)):
        start = lead.end()
    return _behind_doer(painted, start, end)


def _behind_doer(painted: Painted, start: int, end: int) -> int:
    """Behind who does it and by when: 市教育局年内组织培训3次."""
    doer = _DOER.match(painted, start, end)
    return doer.end() if doer else start


def without_lead(text: str, painted: Painted, start: int, end: int) -> Clause:
    """The clause behind its lead-in: time, scope, strength and connectives."""
    scope = frequency = per = None
    strength: Strength = "firm"
    at = start
    if start < end and painted[start] in _DUTY_BEGINS and (duty := _DUTY.match(painted, start, end)):
        per, at = duty.group("per") and text[slice(*duty.span("per"))], duty.end()
    if at < end and painted[at] in _MEANS_BEGIN and (means := _BY_MEANS.match(painted, at, end)):
        strength = "encourage" if text.startswith(tuple(_ENCOURAGE_WORDS), at) else strength
        at = means.end()
    while at < end and painted[at] in _LEADING and (lead := _LEAD.match(painted, at, end)):
        word = text[at : lead.end()]
        if word in _STRIVE_WORDS:
            strength = "strive"
        elif word.startswith(tuple(_ENCOURAGE_WORDS)):
            strength = "encourage"
        elif of := _SCOPE.fullmatch(word):
            scope = of.group("scope")
        elif painted[at] == DEADLINE and word.startswith(tuple(_STRIVE_WORDS)):
            strength = "strive"  # 力争用3年时间
        elif painted[at] == DEADLINE and (said := often(word)):
            frequency = said
        at = lead.end()
    at = _behind_doer(painted, at, end)
    return Clause(at, end, scope, strength, frequency, per=per)


# 国家级、省级, 4A级, 五星级: a rank, of which a list or a sum has several.
RANK = Pattern(
    "(?:世界|国际|国家|部|省|市|州|县|区|乡|镇|村)(?:级(?:及?以上)?|及?以上)|国际"
    "|(?:国家)?(?:[1-5１-５一二三四五]?[AＡ]|[一二三四五]?星|[一二三四甲乙丙])级(?:及?以上)?",
    reads=("国家级", "省级以上", "县级及以上", "省以上", "4A级", "５Ａ级", "国家A级", "五星级", "国家一级"),
    leaves=("级联", "示范区", "省", "升级"),
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
    return bare.endswith(MEASURES) and not bare.endswith("力量")  # 应急力量30支: those who do it
