"""Numbers of what is only spoken of: 申报单位60家（附件2）, 10项暖民心行动信息公开, 床位数100张以上、300张以下的医院."""

from __future__ import annotations

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.grammar import BOUND, HIDDEN, PRINCIPAL, TIME
from planparse.parsing.targets.norms.case import DESCRIBES, LOOKED_BACK, Case, told_by
from planparse.parsing.targets.readings import whole_of

_NORMS = words("norms")
_SHORT_OF, _PARTS = tuple(_NORMS["short_of"]), frozenset(_NORMS["parts"])
# 百名行长进企业活动: a round number opens the name of a campaign.
_TITLED = Pattern(
    "[百千万][名家户人企村](?=[^，；。]{2,30}(?:活动|行动|工程|计划|机制|制度)$)",
    reads=("百名行长进企业活动", "千名干部助企行动"),
    leaves=("百场招聘活动", "百名高层次人才"),
    by="match",
)
# 认定某公司等6家单位为示范基地: what has been decided by name.
_DECIDED = Pattern(
    "(?:单位|企业|公司|机构|学校|医院|项目|园区|基地|平台|集体|个人|同志|村|社区)(?:为|获评|荣获)",
    reads=("单位为省级示范基地", "企业为高新技术企业"),
    leaves=("单位", "企业达标"),
    by="match",
)
# 联合验收包括规划核实、消防备案5个事项: what there is of it.
_HOLDS = Pattern(
    "(?:包括|包含)(?=[^，]*、)(?![^，]*在内)",
    reads=("联合验收包括规划核实、消防验收、竣工备案",),
    leaves=("建设包括甲、乙在内的中心", "包括中心"),
)
# 申报单位60家（附件2）: how many the annex lists.
_LISTED = Pattern(
    r"（(?:名单)?(?:详?见)?附[件表]\d{0,2}）", reads=("（附件2）", "（名单见附件）"), leaves=("（含附件）",), by="match"
)
# 开设门诊的76家医院名单: how many a list names, unless it is to be drawn up.
_LISTS = ("名单", "名录", "花名册")
_DRAWN_UP = Pattern(
    "发布|公布|公开|公示|编制|制定|印发|出台|推出|梳理|形成|建立|更新|确定|认定",
    reads=("编制", "更新发布"),
    leaves=("开设",),
)
# 本方案未划定0类区域: what has not been done.
_NOT_DONE = Pattern(
    "(?<![从尚而])未(?!来|成年|就业)[\u4e00-\u9fff]{2,3}$",
    reads=("本方案未划定",),
    leaves=("未来建设", "就业困难人员", "处置批而未供土地"),
)
# 10项暖民心行动信息公开: what is made public, and no aim of those who do.
_MADE_PUBLIC = Pattern(
    "[^，。；]{0,60}?(?:信息公开|信息发布|宣传(?:解读|报道|推广)|公开力度|宣传力度|政策解读)",
    reads=("暖民心行动信息公开和宣传推广力度", "学位、推进办学等信息公开"),
    leaves=("信息化项目", "，做好信息公开"),
    by="match",
)
# 总结推广3个村创建文明村的经验做法: of whom others are to learn.
_LEARNS = Pattern(
    "(?:^|[^，。；]{0,8})(?:宣传|报道|总结|学习|借鉴|交流|推广)",
    reads=("宣传报道全市建成", "总结推广"),
    leaves=("建成", "组织开展培训"),
    by="match",
)
_EXPERIENCES = Pattern(
    "[^，。；]{2,40}(?:等|的)[^，。；的]{0,6}(?:经验|做法|事迹|成效|典型)(?:做法|案例)?",
    reads=("村成功创建全国文明村的经验做法", "幸福院、惠及5万老人等典型经验"),
    leaves=("典型经验", "项改革经验"),
    by="match",
)
# 用工量500人以上及一次招录100人以上的重点企业: what picks out a set.
_SIZED_ALIKE = Pattern(
    f"(?P<first>{BOUND}*(?P<paint>[{PRINCIPAL}])(?P=paint)*)(?:及|和|或者?|、|以及|且)[^，{PRINCIPAL}{BOUND}]{{0,12}}?(?P<other>{BOUND}*(?P=paint)+|{HIDDEN}+)的(?!目标|水平|速度|要求|比例|标准)[^，的]{{2,}}",
    reads=("用工量500人以上及一次招录100人以上的重点企业", "产值10亿元以上和5亿元以上的企业"),
    leaves=("培育企业500家和园区100个", "增速达到8%和10%的目标"),
    painted=True,
)
# 床位数100张以上、300张以下的医院: from where to where a set reaches.
_FROM_TO = Pattern(
    f"(?P<least>[{PRINCIPAL}]+)[，、]且?(?P<most>[{PRINCIPAL}{HIDDEN}]+)的",
    reads=("100张以上、300张以下的医院", "20万元（含）以上，50万元（含）以下的，"),
    leaves=("100张以上、300张以下", "100张以上，占比"),
    by="match",
    painted=True,
)
# 跟踪督查投资超10亿元、建设周期3年以上的重大项目: what is of such a size.
_SIZED_BESIDE = Pattern(
    f"{BOUND}*[{PRINCIPAL}]+[、且及和][^，、{PRINCIPAL}{TIME}]{{2,12}}{BOUND}*[{PRINCIPAL}{TIME}]++的(?!目标|水平|速度|要求|比例|标准|任务)[^，的{PRINCIPAL}]{{2,}}$",
    reads=("投资超10亿元、建设周期3年以上的重大项目",),
    leaves=("培育产值超10亿元、利润超1亿元", "产值超10亿元、利润1亿元的目标"),
    painted=True,
)
_AT_LEAST = Pattern("超|以上|不[低少]于|达到?", reads=("超10亿元", "3年以上"), leaves=("10亿元",))


# 根据上级起草的16份指南, 预计每年减轻企业负担8亿元: what others have drawn up, and what is expected to come of it.
_DRAWN_UP_ELSEWHERE = Pattern(
    "(?:根据|依据|按照|参照|对照)[^，；。]{2,}(?:起草|制定|编制|印发|发布|公布|出台|颁布)的$",
    reads=("根据国家认监委组织起草的",),
    leaves=("按照下达的", "根据实际起草"),
)
_EXPECTED = Pattern(
    "预计(?!到)[^，；。到]{0,12}$|预计(?:每?年|可|能|将|为|共|累计|全年)[^，；。]{0,24}$",
    reads=("预计年新增销售收入", "预计每年可为企业减轻负担"),
    leaves=("预计到2027年达到", "预计培育龙头企业和专精特新企业等各类主体"),
)


# 每千瓦时电约合0.6元: what a number comes to in other words.
_AMOUNTS_TO = Pattern(
    r"(?:约合|相当于)[^，。；\n\d]{0,4}$|折合(?:每[年月亩户人]|人民币|约|为)?$",
    reads=("每千瓦时电约合", "折合每年"),
    leaves=("合计", "折算率", "苗木折合面积"),
)
# 预计为企业减轻负担3亿元: by how much somebody is relieved, in whatever year.
_RELIEVES = Pattern(
    "预计(?:全年|每年)?(?:可|将|能|共|累计)*为[^，。；]{2,14}(?:减轻|减少|节约|节省|降低|减负|让利)[^，。；]{0,10}$",
    reads=("预计为企业减轻负担", "预计全年可为纳税人节约办税成本"),
    leaves=("预计到2027年达到", "为企业减轻负担"),
)
# 全国平均水平为56%: no aim of anybody.
_AVERAGE = Pattern(
    "(?:^|[国省市界际业])平均(?:水平|值|数)$",
    reads=("全国平均水平", "同期全省平均值", "平均水平"),
    leaves=("平均工资", "全市平均工资"),
)
# 全市老年人口86万人，占总人口的21.3%: what so many are a part of.
_BARE_BEFORE = Pattern(
    r"(?:[。；\n：]|^)(?![^，]*(?:达|突破|超过|建|新增|完成|实现|力争|争取|到|发展|培育|引进|投入|提高|增|安排|[较比]))[^，。；\n]{2,40}\d[^，。；\n\d]{0,6}，$",
    reads=("。全市60岁以上老年人口86万人，",),
    leaves=("。装机达到5000万千瓦，", "。新增装机500万千瓦，", "。到2027年，"),
)
# 本届展会展览面积3万平方米，设展位1200个: what one event is like.
_EVENT = Pattern(
    "(?:本|此|这)[届次][^，。；]{0,14}(?:会|展|赛|节|活动|培训|论坛|周)(?![^。]*(?:力争|争取|确保|预计|计划|达到|以上|不少于))",
    reads=("本届展会展览面积3万平方米，设展位1200个",),
    leaves=("本届展会力争签约30个", "办好本届展会"),
    by="match",
)


def _is_there(case: Case) -> bool:
    """What there is, where nobody strives for it: 有企业30家."""
    return case.reading.indicator == "有" and not case.reading.strive


def _falls_short(case: Case) -> bool:
    """可供应土地不足500亩."""
    return case.text.startswith(_SHORT_OF, case.reading.at)


@told_by(_TITLED)
def _is_titled(case: Case) -> bool:
    """百名行长进企业活动."""
    return _TITLED.match(case.text, case.reading.at, case.clause.end) is not None


def _is_by_name(case: Case) -> bool:
    """认定某公司等6家单位为示范基地."""
    return case.text.startswith("等", case.reading.at - 1) and _DECIDED.match(case.reading.indicator) is not None


def _is_on_list(case: Case) -> bool:
    """开设门诊的76家医院名单."""
    bare = case.reading.indicator.partition("（")[0]
    return bare.endswith(_LISTS) and not _DRAWN_UP.search(case.reading.outcome or "")


def _is_listed(case: Case) -> bool:
    """申报单位60家（附件2）."""
    if case.number is None or case.painted[case.reading.at] == BOUND or whole_of(case.reading.rule) not in DESCRIBES:
        return False
    return _LISTED.match(case.text, case.number.end()) is not None


@told_by(_HOLDS)
def _is_held(case: Case) -> bool:
    """联合验收包括规划核实、消防备案5个事项."""
    return case.reading.indicator in _PARTS and case.has_ahead(_HOLDS)


@told_by(_DRAWN_UP_ELSEWHERE)
def _is_drawn_up_elsewhere(case: Case) -> bool:
    """根据国家认监委组织起草的16份指南开展培训."""
    begin = case.sentence_start(case.reading.at, LOOKED_BACK)
    return _DRAWN_UP_ELSEWHERE.search(case.text, begin, case.reading.at) is not None


@told_by(_EXPECTED, _RELIEVES)
def _is_expected(case: Case) -> bool:
    """预计年新增销售收入16亿元, where no time to come governs it; 2025年预计为企业减轻负担3亿元."""
    begin = case.sentence_start(case.reading.at, LOOKED_BACK)
    pattern = _RELIEVES if case.clause.promised else _EXPECTED
    return pattern.search(case.text, begin, case.reading.at) is not None


def _is_summed_up(case: Case) -> bool:
    """实现健康、便捷、愉悦3个目标."""
    return case.reading.rule == "build_named" and case.reading.indicator == "目标"


@told_by(_NOT_DONE)
def _is_not_done(case: Case) -> bool:
    """本方案未划定0类区域."""
    return case.has_ahead(_NOT_DONE)


@told_by(_MADE_PUBLIC)
def _is_made_public(case: Case) -> bool:
    """10项暖民心行动信息公开."""
    return case.goes_on_with(_MADE_PUBLIC)


@told_by(_LEARNS)
def _is_learnt_from(case: Case) -> bool:
    """总结推广3个村创建文明村的经验做法."""
    learnt = case.goes_on_with(_EXPERIENCES)
    return learnt and _LEARNS.match(case.text, case.clause.start, case.reading.at) is not None


def _picks_out(case: Case) -> bool:
    """床位数100张以上、300张以下的医院; 用工量500人以上及一次招录100人以上的重点企业."""
    text, at = case.text, case.reading.at
    span = _FROM_TO.match(case.painted, at)
    if span and text.endswith("以上", 0, span.end("least")) and text.endswith(("以下", "以内"), 0, span.end("most")):
        return True
    beside = _SIZED_BESIDE.match(case.painted, at, case.clause.end)
    if beside and case.number and _AT_LEAST.search(text, at - 1, case.number.end()):
        return True
    alike = _SIZED_ALIKE.match(case.painted, at, case.clause.end)
    if alike is None:
        return False
    first, other = text[slice(*alike.span("first"))], text[slice(*alike.span("other"))]
    bound = next((word for word in BOUNDS_BEHIND if first.endswith(word)), "")
    return bool(bound) and first.removesuffix(bound)[-1:] + bound in other


@told_by(_AMOUNTS_TO)
def _amounts_to(case: Case) -> bool:
    """每千瓦时电约合0.6元."""
    return not case.clause.promised and case.has_ahead(_AMOUNTS_TO)


@told_by(_AVERAGE)
def _is_average(case: Case) -> bool:
    """全国平均水平为56%."""
    return not case.clause.promised and _AVERAGE.search(case.reading.indicator) is not None


def _is_part_of_all(case: Case) -> bool:
    """全市老年人口86万人，占总人口的21.3%."""
    if case.clause.promised or case.reading.rule != "accounts_for" or not case.ahead.startswith("占"):
        return False
    return case.painted[case.reading.at] != BOUND and case.has_before_clause(_BARE_BEFORE)


@told_by(_EVENT)
def _is_of_event(case: Case) -> bool:
    """本届展会展览面积3万平方米."""
    begin = case.sentence_start(case.reading.at, LOOKED_BACK)
    return not case.clause.promised and _EVENT.match(case.text, begin) is not None


BY_NAME = (_is_there,)
BY_WORDS = (
    _amounts_to,
    _is_average,
    _is_part_of_all,
    _is_of_event,
    _falls_short,
    _is_titled,
    _is_by_name,
    _is_on_list,
    _is_listed,
    _is_held,
    _is_drawn_up_elsewhere,
    _is_expected,
    _is_summed_up,
    _is_not_done,
    _is_made_public,
    _is_learnt_from,
    _picks_out,
)
