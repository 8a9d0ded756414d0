"""What the clause or sentence before names for the numbers behind it: 改造老旧管网。2026年完成85公里."""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.elision import EXISTS
from planparse.parsing.targets.grammar import DEADLINE, HIDDEN, NUMBER_RUN, PRINCIPAL, TRADES, VERB, VERB_AHEAD
from planparse.parsing.targets.hidden import BEHIND_MARKS
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.list_nouns import nouns_of
from planparse.parsing.targets.pieces import HOW, HOW_DONE
from planparse.parsing.targets.readings import Reading, is_measure, noun
from planparse.text import Painted

_VERBS = words("verbs")
# 提高污水治理率: a verb whose object is a measure.
_RAISED = Pattern(
    f"(?:{HOW_DONE})*(?:提高|提升|扩大|增加|降低|减少|压减|压缩|缩短|控制|优化|巩固|拓展|改善)(?!机)",
    reads=("提高污水治理率", "持续降低能耗", "压缩审批时间"),
    leaves=("新建建筑中绿色建筑占比", "建设充电桩"),
    by="match",
)
# 绿色工厂培育工程: works that are named after what they bring.
_OF_WORKS = Pattern(
    "(?<=[^，][^，])(?:培育|建设|创建|引育|倍增|壮大|招引|引进|培养)(?:提升|壮大|倍增)?(?:专项|攻坚)?(?:工程|行动|计划)$",
    reads=("绿色工厂培育工程", "科技型中小企业倍增计划"),
    leaves=("培育工程", "老旧小区改造工程"),
)
# 稳步推进自来水普及率提升, 保持粮食产量稳定: a measure between how it is cared for and what becomes of it.
_CARED_MEASURE = Pattern(
    rf"(?:{HOW_DONE})*(?:实现|保持|推进|推动|促进|抓好|抓实|加强|强化|确保|提高|提升|巩固)"
    rf"(?P<what>[^，；：、。的{PRINCIPAL}{DEADLINE}]{{2,24}}?(?:{alternation(_VERBS['measures'])}))(?:{HOW}|稳定|快速)?(?:提升|提高|稳定|增长|管理|管控|水平|成果|工作|控制|达标)?",
    reads=("稳步推进自来水普及率提升", "保持粮食产量稳定", "抓好商品房去化率"),
    leaves=("加强组织领导", "推进充电桩建设", "农村自来水普及率"),
    by="fullmatch",
    painted=True,
)
_EFFORT = Pattern(
    f"(?:加大|强化|加强|加快|推进)?(?!加大|强化|加强|加快|推进)(?:对)?(?P<thing>[^，；：、。{PRINCIPAL}]{{2,16}}?)(?:引进|培养|培育|建设|招引|引育|改造|招聘|选派|培训|创建)(?:力度|步伐|进度)",
    reads=("加大高层次人才引进力度", "加快老旧小区改造步伐"),
    leaves=("加大引进力度", "加强组织领导工作"),
    by="fullmatch",
    painted=True,
)
# 大力推进职业技能培训, 分两批推进老旧街区更新: how it is done, before its verb.
_MANNER = Pattern(
    rf"(?>(?:{HOW_DONE}|分(?:{HIDDEN}{{1,3}}|批次?|[步期年]))+)(?={VERB}|推进|推动|开展|实施)",
    reads=("大力推进职业技能培训", "分批推进街区更新"),
    leaves=("推进职业技能培训", "全面质量管理"),
    by="match",
    painted=True,
)
# 支持合作社建设保鲜设施，每年新建120座: who is helped to do it.
_HELPED = Pattern(
    f"(?:支持|鼓励|引导|指导|组织|扶持|推动|帮助)[^，；：。{PRINCIPAL}]{{2,16}}?(?=(?:{VERB})[^，；：、。{PRINCIPAL}]{{2}})",
    reads=("支持农民合作社、家庭农场建设保鲜设施", "引导企业新建研发机构"),
    leaves=("支持企业发展", "支持建设保鲜设施"),
    by="match",
    painted=True,
)
# What is carried out, at the end of its name: 病险水库除险加固.
_WORK = "(?:改造|建设|治理|整治|修复|更新|加固|修缮|维修|升级|改建|扩建|搬迁|安置|培训|轮训|筛查|普查|体检|接种|清淤|造林|绿化|硬化|拆除|报废|置换|确权|登记|认证|检测|(?:整治|改造)提升)"
# 抓好农村公路建设，新建180公里: that it matters names nothing.
_CARED_FOR = Pattern(
    f"(?:大力|积极|重点|统筹)?(?:支持|鼓励|加强|强化|抓好|做好|抓实|抓紧)(?=[^，；：、。]{{2,20}}{_WORK}$)",
    reads=("支持农村公路建设", "抓好病险水库治理"),
    leaves=("支持企业", "加强领导"),
    by="match",
)
# 推动跨境电商加快发展, 聚焦新能源汽车产业集群: a trade, of which the measures behind are.
_TRADE = Pattern(
    f"(?:{HOW_DONE})*(?:推动|推进|促进|聚焦|围绕|支持|加快|加速|提升|提高|深耕|抢抓)?(?P<what>[^，；：、。的{PRINCIPAL}{DEADLINE}]{{0,16}}?[^，；：、。的{PRINCIPAL}{DEADLINE}]{TRADES})"
    "(?:(?:高质量|高端化|跨越式?|规模化?|集群化?|加快|快速|融合|集聚|创新|绿色|健康|品质化|特色|健康有序|做大做强|做优做强|提质增效|提质扩容|转型升级|扩容|倍增|崛起|跃升|升级|发展|壮大|提升|建设|培育|突破)+(?:水平|能级|规模|质效)?)?",
    reads=("推动跨境电商产业加快发展", "新能源汽车产业集群", "加快冷链物流业提质增效"),
    leaves=("加强组织领导", "推动企业发展", "推进经济建设工作"),
    by="fullmatch",
    painted=True,
)
# 推进工作: what no sentence behind it can be about.
_SAYS_NOTHING = frozenset(("", "工作", "任务", "发展", "改革", "管理", "项目"))
_SHORTEST_WORKS = 4
# 居民健康素养水平稳步提升; 覆盖率、普及率: measures, and no more than where they go or how they stand to others.
_MEASURES = Pattern(
    rf"(?P<what>[^，；：。{PRINCIPAL}{DEADLINE}]{{2,60}}?(?:{alternation(_VERBS['measures'])}))"
    rf"(?:(?:(?:[{DEADLINE}]|逐年|持续|稳步|明显|显著|大幅|不断|进一步|逐步|总体|较快|快速|平稳|有效|实现|力争|要)*"
    rf"(?:提升|提高|增长|上升|增加|扩大|下降|降低|减少|改善|优化|好转|赶超|领先|接近|保持|处于|[高低]于|优于|快于|稳定|稳中有[升降进]|再[上创]|走在|稳?居|位[居列于]|名列|[迈登跨站跃][上入过]|跃升|跻身|进入|进位|翻番|(?:新|历史性|重大)*突破|(?:较|偏|仍|还|相对|比较|明显)+(?:少|低|不足|短缺|滞后)))[^，；：。{PRINCIPAL}{DEADLINE}]{{0,14}}|方面)?",
    reads=(
        "居民健康素养水平稳步提升",
        "森林覆盖率",
        "绿化覆盖率方面",
        "“一网通办”率赶超先进地区",
        "粮食产量稳中有升",
        "办件满意率走在全省前列",
        "产业规模迈上新台阶",
        "投入强度进入第一方阵",
        "助餐点数量较少（仅有12个）",
    ),
    leaves=("提高森林覆盖率的措施", "加强组织领导"),
    by="fullmatch",
    painted=True,
)
# 市场主体不断壮大; 千亿级产业集群实现零的突破: things of which there are to be more.
_MOVING = Pattern(
    rf"(?P<what>[^，；：。的{PRINCIPAL}{DEADLINE}]{{2,16}}?)(?:队伍|群体|阵容|规模|数量)?"
    rf"(?:(?:(?:不断|持续|稳步|逐步|进一步|显著|明显|快速|大幅|加快|加速|有序)+(?:扩大|扩充|壮大|增加|增长|增多|提升|集聚|涌现|成长|扩容|发展))|(?:[实取]现?得?)(?:零的?|新的?|历史性|重大|重要)*突破|不断涌现|成倍增长)",
    reads=("市场主体不断壮大", "千亿级产业集群实现零的突破", "瞪羚企业队伍持续壮大"),
    leaves=("不断壮大市场主体", "加强组织领导"),
    by="fullmatch",
    painted=True,
)
# The mark of an item, and what is named behind it.
_MARK = Pattern(
    r"[ \t]*(?:\d{1,2}[.、．](?!\d)|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|[一二三四五六七八九十]{1,3}[、是]|[①-⑳]|—{1,2})",
    reads=("1.家庭养老床位", "（二）老年助餐点", "一是设施蔬菜"),
    leaves=("家庭养老床位", "1.5万张"),
    by="match",
)
_ENDS_OF_MARKS = BEHIND_MARKS | {"）"}
_THING = Pattern(
    f"(?!补齐|强化|加强|夯实|完善|健全|突出|聚焦|坚持|推进|推动|深化|提升|提高|促进|狠抓|抓好|抓实|压实|严格|筑牢|着力|加快|全面|积极|切实|大力)[^，；：、。的{PRINCIPAL}{DEADLINE}]{{2,22}}(?<!目标)(?<!任务)(?<!要求)(?<!原则)(?<!措施)(?<!保障)",
    reads=("家庭养老床位",),
    leaves=("家庭养老床位、助餐点", "工作目标", "补齐短板"),
    by="fullmatch",
    painted=True,
)
# 农村危房改造，开工1000户: works that the numbers behind count.
_WORKS = Pattern(
    f"[^，；：、。]{{2,22}}(?:{_WORK}|工程|项目)$",
    reads=("农村危房改造", "老旧小区改造工程", "病险水库除险加固", "职业技能培训"),
    leaves=("加强组织领导", "改造老旧小区", "健康素养水平逐年提升"),
    by="match",
)
LONGEST_TITLE = 24


def named_ahead(text: str, painted: Painted, start: int, end: int) -> Reading | None:
    """What the short sentence before names: 改造老旧管网。2026年完成85公里."""
    if not 0 < end - start <= LONGEST_TITLE:
        return None
    mark = _MARK.match(text, start, end)
    marked = mark is not None or text[max(0, start - 1) : start] in _ENDS_OF_MARKS
    start = behind_lead(painted, mark.end() if mark else start, end)
    if who := _HELPED.match(painted, start, end):
        start = who.end()
    if effort := _EFFORT.fullmatch(painted, start, end):
        # 加大高层次人才引进力度，2026年新引进200名
        return Reading(start, end, EXISTS, None, -1, noun(text[slice(*effort.span("thing"))]), None)
    if cared := _CARED_MEASURE.fullmatch(painted, start, end):
        return Reading(start, end, EXISTS, None, -1, noun(text[slice(*cared.span("what"))]), None)
    if trade := trade_behind(text, painted, start, end):
        return trade
    if named := _CARED_FOR.match(painted, start, end):
        start = named.end()
    raised = _RAISED.match(painted, start, end)
    if not raised and (manner := _MANNER.match(painted, start, end)):
        start = behind_lead(painted, manner.end(), end)
    verb = raised or VERB_AHEAD.match(painted, start, end)
    if NUMBER_RUN.search(painted, start, end):
        return None
    if verb and verb.end() == end:
        verb = None  # 家庭适老化改造, 开展适老化改造: works that are a verb before how many
        if text.startswith(("开展", "实施"), start):
            start += len("开展")
    thing = noun(text[verb.end() if verb else start : end])
    if thing in _SAYS_NOTHING:
        return None
    if not verb and marked and _THING.fullmatch(painted, start, end):
        return Reading(start, end, EXISTS, None, -1, thing, None)  # 1.家庭养老床位。2026年建成800张
    if not verb and not _WORKS.match(painted, start, end):
        return None
    if len(thing) >= _SHORTEST_WORKS:
        # 推进充电桩建设，2025年新增500个; 实施绿色工厂培育工程，新增10家: what is built is counted
        thing = _OF_WORKS.sub("", thing.removesuffix("建设").removeprefix("一批"))
    # 新建建筑中绿色建筑占比: the name of a measure, and no verb.
    whole = thing and (raised or not is_measure(thing)) and not any(mark in thing for mark in "，；：、")
    return Reading(start, end, EXISTS, None, -1, thing, None) if whole else None


def trade_behind(text: str, painted: Painted, start: int, end: int) -> Reading | None:
    """The trade that a clause is about whose lead-in ends at `start`, wherever it stands: 做大做强跨境电商，交易额突破500亿元."""
    verb = VERB_AHEAD.match(painted, start, end)
    trade = _TRADE.fullmatch(painted, verb.end() if verb else start, end)
    return Reading(start, end, EXISTS, None, -1, noun(text[slice(*trade.span("what"))]), None) if trade else None


def measures_ahead(text: str, painted: Painted, start: int, end: int) -> list[Reading]:
    """The measures that a clause without a number names for those behind it: 健康素养水平稳步提升，2026年达到32%."""
    return measures_behind(text, painted, behind_lead(painted, start, end), end)


def measures_behind(text: str, painted: Painted, start: int, end: int) -> list[Reading]:
    """The same for a clause whose lead-in ends at `start`."""
    match = _MEASURES.fullmatch(painted, start, end)
    if match is None and (moving := _MOVING.fullmatch(painted, start, end)) and not VERB_AHEAD.match(painted, start, end):
        return [Reading(start, end, EXISTS, None, -1, noun(text[slice(*moving.span("what"))]), None)]
    if match is None or VERB_AHEAD.match(painted, start, end) or _RAISED.match(painted, start, end):
        return []
    names = nouns_of(text, painted, start, match.end("what"))
    if not all(map(is_measure, names)):
        return []
    return [Reading(start, end, EXISTS, None, -1, name, None) for name in names]
