"""What a clause leaves out because the clause before it has said it.

到2023年建成充电桩5万个，到2025年建成10万个: the second says no more what is built. 新增企业3000家，其中福州800家、厦门600家: the parts of a
sum. 提高道路机械化清扫率，城市达到70%以上: whose rate. 技术改造投资增长15%，累计完成投资3万亿元: investment in what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.language.regions import place_at
from planparse.parsing.targets.grammar import (
    BOUND,
    CHANGE,
    COUNT,
    DEADLINE,
    MEASURE,
    NUMBER_RUN,
    OUTCOME,
    PERCENT,
    PRINCIPAL,
    REACH,
    VERB_AHEAD,
)
from planparse.parsing.targets.readings import (
    EARLY_TIME,
    GROWTH_RATES,
    OWNER,
    Reading,
    behind_lead,
    is_measure,
    moved_by,
    noun,
)
from planparse.text import Painted

_STOP = PRINCIPAL + BOUND
_OF_A_SORT = Pattern(
    rf"(?P<sort>[^{_STOP}，；：。]{{2,20}}?的)(?:{REACH}|有|占|为)?(?P<n>{BOUND}*+[{COUNT}{MEASURE}]++)(?:左右)?",
    reads=("省级以上的达到50家", "二十四小时开放的不少于10个"),
    leaves=("省级以上达到50家", "新建的中心10个"),
    by="fullmatch",
    painted=True,
)
_SHARE_OF_A_SORT = Pattern(
    rf"(?P<sort>(?:{OUTCOME})[^{_STOP}，；：。]{{2,20}}?)的(?:{REACH}|有|占|为)?(?P<n>{BOUND}*+{PERCENT}++)(?:左右)?",
    reads=("达到推荐标准的不少于40%", "获评优秀等次的占三成"),
    leaves=("达到推荐标准的30家", "公办园占比60%"),
    by="fullmatch",
    painted=True,
)
_PART = Pattern(
    rf"(?:(?P<noun>[^{_STOP}，。：]{{0,40}}?)(?P<n>{BOUND}*+(?P<a>[{COUNT}{MEASURE}{PERCENT}])(?P=a)*+)(?:左右)?"
    rf"|(?P<m>{BOUND}*+(?P<b>[{COUNT}{MEASURE}])(?P=b)*+)(?P<thing>[^{_STOP}，的（][^{_STOP}，]{{1,40}}))$",
    reads=("福州800家", "800家企业", "厦门基站600个左右", "42%"),
    leaves=("占比达到90%的企业", "福州"),
    by="match",
    painted=True,
)
# 培训10万人次，其中高技能人才占10%: how much of a sum is of one sort.
_SHARE_OF_SUM = Pattern(
    rf"(?P<what>[^{_STOP}，。：]{{2,24}}?)占比?(?:达到?)?(?P<n>{BOUND}*+(?P<a>{PERCENT})(?P=a)*+)(?:左右)?$",
    reads=("高技能人才占10%", "女性占比30%以上"),
    leaves=("高技能人才占技能人才的10%", "占10%"),
    by="match",
    painted=True,
)
# 其中第一年3万人次: which of the years, and no part of its own.
_NTH = Pattern("第[一二三四五]年|首年|当年|次年", reads=("第一年", "首年"), leaves=("第一季度", "一年"), by="fullmatch")
_BRACKET = Pattern("（[^（）]*）", reads=("（改造）",), leaves=("改造", "（改造）设施"), by="fullmatch")
_UNIT = Pattern(r"[^\d.,+ 十百千万亿余多约]", reads=("家", "3万吨", "12公里"), leaves=("3000", "1.5万"))
_OF_ALL = frozenset(("bounded", "reach", "totals"))
VERBS_ALONE = Pattern(
    f"(?:{alternation(words('verbs')['create'])})+", reads=("加装", "改造提升"), leaves=("加装电梯",), by="fullmatch"
)
# Measures that say nothing without a noun before them, and those that are a share of something.
QUARTERS = (
    "(?:农村|乡村|城[市镇区乡]|县城|市区|主城区|中心城区|建制镇|乡镇|县级|市级|省级|[东中西]部(?:地区)?|山区|牧区|平原)"
)
"""农村, 县城: where a share is another, or what of."""
_QUARTER = Pattern(
    QUARTERS,
    reads=("农村", "县城", "东部地区"),
    leaves=("农村道路", "企业"),
    by="fullmatch",
)
_QUARTER_AHEAD = Pattern(
    QUARTERS + "(?=[^，]{3})",
    reads=("城市社区养老服务覆盖率", "县级医院床位使用率"),
    leaves=("农村", "社区覆盖率"),
    by="match",
)
_QUARTER_BEHIND = Pattern(
    f"(?P<rate>[^，]{{2,}}(?:率|占比|比例|比重|覆盖面))(?P<quarter>{QUARTERS})",
    reads=("居家养老服务覆盖率城市",),
    leaves=("城市覆盖率", "率先在城市"),
    by="fullmatch",
)
_BARE = frozenset((*words("verbs")["measures"], "总量", "总数", "总规模", "总额", "总产值", "总收入", "总投资"))
_SHARES = ("占比", "比例", "比重", "率")
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
    "(?:大力|积极|加快|全面|深入|持续)?(?:推广|推进|推行|开展|实施|深化|扩大)(?P<what>[^，、；：]{3,20}?)(?:改革|工作|模式|应用|改造)?(?:范围|力度|规模)?",
    reads=("推广无陪同查验作业改革", "大力推进装配式建筑"),
    leaves=("加强组织领导", "推进改革"),
    by="fullmatch",
)
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
# The measure of how long something takes: 审批时间.
TIMED = Pattern(
    "(?:审批|办理|办结|办|开办|受理|验收|通关|报装|注册|登记|服务|运行|建设|申请|累计|结余|可支付)*(?:时间|时限|工期|周期|时长|月数|天数)$",
    reads=("审批时间", "企业开办时间", "办结时限"),
    leaves=("时间表", "审批事项"),
)
# What stands before a measure of its own as what it is of: 交通工程项目，审批时间压缩60%.
_TOPIC = Pattern(
    rf"(?!(?:重点|优先|大力|积极|加快|全面|着力)?(?:支持|鼓励|引导|推动|推进|促进|发展|扩大|提升|提高)|加强|强化|抓|做|深化|落实|围绕|根据|按照?|为|通过|针对|结合|严格|完善|健全|优化|创新|规范)[^，；。：{PRINCIPAL}]{{2,40}}(?:工程包?|项目|文件|事项|企业|机构|园区|产业|行业|领域)$",
    reads=("交通工程项目", "特色小镇建设工程包", "以政府名义印发的政策性文件"),
    leaves=("抓好重点项目", "加强管理", "重点支持发展护理型养老机构"),
    by="fullmatch",
    painted=True,
)
# Measures of a measure or of things, which stand behind them: 保费收入突破1600亿元，增速不低于6%.
_FURTHER = frozenset(
    (
        *GROWTH_RATES,
        *(f"{how}{rate}" for how in ("同比", "年均") for rate in GROWTH_RATES),
        "余额",
        "规模",
        "总规模",
        "产值",
        "总产值",
        "营业收入",
        "年产值",
    )
)
# What things yield, and which do: 开通航线15条，年产值突破10亿元 tells of no line.
_YIELDS = frozenset(("产值", "总产值", "营业收入", "年产值"))
_YIELDS_IT = Pattern(
    "(?:企业|园区?|基地|集群|产业|产业链|项目|合作社|农场|产品|品牌|公司|商户|平台|工厂|车间|大棚|示范区|经济|加工|[业田地厂场店])$",
    reads=("龙头企业", "产业园", "低空经济"),
    leaves=("航线", "标准"),
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
# 重点人群家庭医生签约率: of whom, and what is measured of them.
_OF_WHOM = Pattern(
    "[^，]{0,12}?(?:人群|人口|居民|儿童|学生|职工|企业|机构|医院|学校|老年人|家庭(?!医生)|社区|乡镇|行政村|农户)(?P<rate>[^，]{3,}(?:率|占比|比例|覆盖面|满意度))",
    reads=("重点人群家庭医生签约率", "二级以上医院预约诊疗率"),
    leaves=("家庭医生签约率", "居民占比"),
    by="fullmatch",
)
_LEVEL = Pattern(
    "(?:国际|国家|部|省|市|州|县|区|镇|乡)级?(?:及?以上)?(?<=[级上际])",
    reads=("省级以上", "国家级"),
    leaves=("省", "园区"),
    by="match",
)
_WHOM = Pattern(
    "[^，]{0,10}(?:人群|人口|居民|儿童|学生|职工|企业|机构|医院|卫生院|学校|老年人|老人|家庭|社区|乡镇|行政村|农户|妇|患者|人员|产妇|幼儿|青少年|残疾人)",
    reads=("老年人", "孕产妇", "乡镇卫生院"),
    leaves=("农村", "签约率"),
    by="fullmatch",
)
_WORKS = frozenset(("改造", "建设", "整治", "治理", "修复", "创建", "更新"))
_EXTENT = Pattern(
    "(?P<of>[^，]{2,}?)(?:总)?(?:里程|面积|数量|人数|总数|总量|规模|产值|产量|装机|容量|装机容量|装机规模|增加值|营业收入|进出口额|进出口)",
    reads=("三级及以上航道里程", "设施蔬菜种植面积"),
    leaves=("里程", "三级航道"),
    by="fullmatch",
)
_TOTALS = frozenset(("总数", "总数量", "总量", "数量"))
TIMES_ELIDED = frozenset(("shorten_elided", "time_elided"))
"""The rules of lengths of time whose measure stands in the clause before."""
EXISTS = "exists"  # the rule of what is no target, but is gone on with
_LONGEST_BARE = 5
_LONGEST_OWNERLESS = 8
_SHORTEST_SET = 4
_REACH_BACK, _FAR_BACK = 6, 14
_JOINS = "、和及与"


def parts(
    text: str,
    painted: Painted,
    pieces: Sequence[tuple[int, int]],
    previous: Sequence[Reading],
    told: Sequence[Reading] = (),
) -> Iterator[Reading]:
    """The members of a clause that no pattern reads, where each has the unit of a count before it: the parts of a sum, or more of it.

    Nothing is read where one of the pieces is something else.
    """
    found: list[Reading] = []
    for begin, end in pieces:
        start = behind_lead(painted, begin, end)
        share = _SHARE_OF_SUM.match(painted, start, end) if previous and of_which(text, start) else None
        if share and previous[-1].rule == EXISTS and previous[-1].at >= 0 and painted[share.start("n")] != BOUND:
            return  # 专任教师2.4万人，其中研究生学历占6.5%: of what there is
        if share and (sum_ := previous[-1]).kind in (None, "count", "level", "share"):
            what = noun(text[start : share.end("what")])
            found.append(
                Reading(
                    start,
                    end,
                    f"part_of_{sum_.rule.removeprefix('part_of_')}",
                    "level",
                    share.start("n"),
                    what + "占比",
                    None,
                )
            )
            continue
        match = _PART.match(painted, start, end)
        if match is None:
            return
        at = match.start("n") if match.group("n") else match.start("m")
        unit = "" if of_which(text, start) else _unit(text, painted, at)
        giver = next((r for r in reversed(previous) if r.at < 0 or unit in ("", _unit(text, painted, r.at))), None)
        if giver is None and text.find("其中", max(0, start - _FAR_BACK), start) >= 0:
            giver = next((r for r in told if r.kind in (None, "count") and same_unit(text, painted, r.at, at)), None)
        if giver and giver.at >= 0 and not unit and not same_unit(text, painted, giver.at, at):
            # 建成乡村36个，占比达到60%。其中，2026年建成10个: the sum stands farther ahead.
            giver = next((r for r in told if r.kind in (None, "count") and same_unit(text, painted, r.at, at)), giver)
        if giver is None or not (giver.kind in (None, "count", "level") or moved_by(giver.outcome)):
            return
        if giver.rule == EXISTS and not match.group("n"):
            return
        begun, ended = match.span("noun" if match.group("n") else "thing")
        if match.group("a") == PERCENT and not (begun == ended and painted[start - 1] == DEADLINE):
            return  # a share of its own; 覆盖率：2026年42%，2028年43% says one year by year
        if early := EARLY_TIME.match(painted, begun, ended):
            begun = early.end()
        verb = VERB_AHEAD.match(painted, begun, ended) if match.group("n") else None
        alone = begun == ended and painted[start - 1] == DEADLINE and giver.at < 0
        if giver.rule == EXISTS and not verb and not alone:
            return  # the parts of what there is; 改造农村公路，2026年300公里 says how much is to be
        done = verb.end() if verb else begun
        if verb and _BRACKET.fullmatch(text, done, ended):
            done = ended  # 新建（改造）120座
        named = noun(text[done:ended])
        places = "" if _NTH.fullmatch(named) else named.removesuffix("各")
        whole = whole_place(places)
        if _QUARTER.fullmatch(named) and not named.endswith("级"):
            named += giver.indicator  # 其中中心城区8000套
        elif _LEVEL.fullmatch(named):
            of = found[-1].indicator if found and _LEVEL.match(found[-1].indicator) else giver.indicator
            level = _LEVEL.match(of)
            named += of[level.end() if level else 0 :].removeprefix("各类")  # 其中省级以上10场
        found.append(
            Reading(
                start,
                match.end(),
                f"part_of_{giver.rule.removeprefix('part_of_')}",
                giver.kind,
                at,
                giver.indicator if whole else named,
                text[verb.start() : done]
                if verb
                else None
                if any(c == "达" or c.isdecimal() for c in giver.outcome or "") or giver.rule == "bounded"
                else giver.outcome,
                scope=places or None if whole else None,
            )
        )
    yield from found


def of_a_sort(text: str, painted: Painted, start: int, end: int, previous: Sequence[Reading]) -> Iterator[Reading]:
    """其中24小时开放的不少于10个, 省级以上的达到50家: how many of what was counted are of a sort."""
    start = max(text.rfind("其中", max(0, start - _REACH_BACK), start) + len("其中"), 0)
    whole = previous[0] if previous and start >= len("其中") and previous[0].kind in (None, "count") else None
    if previous and start >= len("其中") and previous[-1].kind == "share":
        yield from _part_of_share(text, painted, start, end, previous[-1])
        return
    match = _OF_A_SORT.fullmatch(painted, start, end) if whole else None
    if match and whole and same_unit(text, painted, match.start("n"), whole.at):
        named = text[start : match.end("sort")] + whole.indicator
        outcome = None if "达" in (whole.outcome or "") else whole.outcome
        yield Reading(
            start, end, f"part_of_{whole.rule.removeprefix('part_of_')}", whole.kind, match.start("n"), named, outcome
        )


def _part_of_share(text: str, painted: Painted, start: int, end: int, whole: Reading) -> Iterator[Reading]:
    """乡镇卫生院100%达到基本标准，其中达到推荐标准的不少于40%: what some of the same set come to."""
    match = _SHARE_OF_A_SORT.fullmatch(painted, start, end)
    if match:
        outcome = text[slice(*match.span("sort"))]
        yield whole._replace(
            start=start, end=end, rule=f"part_of_{whole.rule.removeprefix('part_of_')}", at=match.start("n"), outcome=outcome
        )


def of_which(text: str, start: int) -> bool:
    """Whether 其中 stands right before."""
    return text.find("其中", max(0, start - _REACH_BACK), start) >= 0


def whole_place(words_: str) -> bool:
    """Whether words are nothing but places: 福州、厦门; empty words are, too."""
    return _places(words_) == len(words_)


def completed(
    reading: Reading, text: str, painted: Painted, previous: Sequence[Reading], before: tuple[int, int]
) -> Reading:
    """The reading with an indicator that says whose measure it is, where the words before it tell."""
    if reading.rule == "reach" and (quarter := _QUARTER_BEHIND.fullmatch(reading.indicator)):
        return reading._replace(indicator=quarter.group("quarter") + quarter.group("rate"))  # 覆盖率城市达到100%
    if reading.at < 0 or reading.kind not in (None, "level", "change") or (not previous and before[0] == before[1]):
        return reading
    words_ = reading.indicator
    last = previous[-1].indicator if previous else ""
    if (
        reading.rule in _OF_ALL
        and VERBS_ALONE.fullmatch(words_)
        and (of := next((r for r in (*previous[-1:], *previous[:1]) if same_unit(text, painted, reading.at, r.at)), None))
    ):
        return reading._replace(indicator=of.indicator, outcome=words_)  # 加装电梯120部，其中2026年加装不少于50部
    if words_ in _WORKS and previous and previous[-1].rule == EXISTS:
        # 加快老旧小区改造步伐，2026年完成改造30个
        return reading._replace(indicator=last.removesuffix(words_) + words_)
    if reading.rule in TIMES_ELIDED and (timed := TIMED.search(last)) and not TIMED.search(words_):
        if _QUARTER.fullmatch(words_) and (other := _QUARTER_AHEAD.match(last)):
            return reading._replace(indicator=words_ + last[other.end() :])  # 城区急救反应时间10分钟、农村25分钟
        return reading._replace(indicator=words_ + timed.group() if words_ else last)
    if (
        reading.kind == "change"
        and reading.outcome == "新增"
        and last
        and (
            whole_place(words_)
            or _QUARTER.fullmatch(words_)
            or (words_ == last and _counted_alike(text, painted, reading, previous[-1]))
        )
    ):
        # 新增泊位1.5万个，其中中心城区新增8000个
        whole = words_ + last if _QUARTER.fullmatch(words_) else last
        scope = None if _QUARTER.fullmatch(words_) or words_ == last else words_ or None
        return reading._replace(kind=None, direction=None, indicator=whole, scope=scope)
    if words_.startswith("占") and not words_.startswith(("占比", "占有", "占地面积")) and last:
        return reading._replace(
            indicator=last if last.endswith(words_) else last + words_
        )  # X增加值增长10%，占GDP比重提高到12%
    is_share = painted[_end_of_number(painted, reading.at) - 1] == PERCENT
    if reading.rule == "strives" and previous and previous[-1].kind == "change" and last == words_:
        by, family = previous[-1], painted[_end_of_number(painted, reading.at) - 1]
        level = family != PERCENT and "达到" in (reading.outcome or "")  # 新增150万千瓦，力争达到800万千瓦
        if by.at >= 0 and by.direction and not level and painted[_end_of_number(painted, by.at) - 1] == family:
            # 增长8%以上、力争达到10%: by so much, as before
            return reading._replace(kind="change", direction=by.direction, outcome=by.outcome)
    if last and not is_share and not last.endswith(words_) and _BY_TURNS.fullmatch(words_):
        if turn := _TURN_BEHIND.fullmatch(last):
            return reading._replace(indicator=turn.group("of") + words_)
        if previous[-1].rule == EXISTS and not is_measure(last):
            return reading._replace(indicator=last + words_)
    if (
        is_share
        and reading.rule == "reach"
        and last.endswith(_SHARES)
        and _WHOM.fullmatch(words_)
        and not _QUARTER.fullmatch(words_)
    ):
        if of_whom := _OF_WHOM.fullmatch(last):
            return reading._replace(indicator=words_ + of_whom.group("rate"))  # 老年人达到85%
        if not _WHOM.match(last):
            return reading._replace(indicator=words_ + last)
    if not is_share and len(words_) > _LONGEST_OWNERLESS:
        return reading
    if is_share and last.endswith(_SHARES) and _QUARTER.fullmatch(words_) and (other := _QUARTER_AHEAD.match(last)):
        # 城市社区养老服务覆盖率达到100%，农村达到70%
        return reading._replace(indicator=words_ + last[other.end() :])
    follows = bool(last) and previous[-1].end >= before[1]
    if follows and words_ in _TOTALS and not is_measure(last):
        return reading._replace(indicator=last)  # 再建12家，总数达到18家
    if (
        follows
        and words_ in _FURTHER
        and previous[-1].kind != "rank"
        and not last.endswith(words_)
        and (is_measure(last) or words_ not in _YIELDS or previous[-1].at < 0 or _YIELDS_IT.search(last))
    ):
        whole = previous[0].indicator if previous[-1].rule.startswith("part_of_") else last
        # 增加值占GDP比重达到12%，年均增速10%: a share does not grow by itself.
        share = _SHARE_IN.fullmatch(whole)
        return reading._replace(indicator=(share["of"] if share else whole) + words_)
    is_part = is_share and follows and last.endswith(_SHARES) and of_which(text, reading.start)
    if is_part and not is_measure(words_) and not whole_place(words_):
        return reading._replace(indicator=words_ + last)  # 公办园在园幼儿占比达到60%，其中农村达到75%
    places = _places(words_) if last and (len(words_) <= _LONGEST_OWNERLESS or words_.endswith(_SHARES)) else 0
    bare = words_[places:]
    if is_share and places and bare in ("", *_SHARES) and last.endswith(_SHARES):
        return reading._replace(indicator=last, scope=words_[:places])
    if follows and words_ in ("占比", "比重", "比例") and (extent := _EXTENT.fullmatch(last)):
        return reading._replace(indicator=extent.group("of") + words_)  # 三级航道里程延伸至410公里，占比超过45%
    if bare in _BARE and len(last) > len(bare) and last.endswith(bare):
        return reading._replace(indicator=words_[:places] + last)
    if len(bare) <= _LONGEST_BARE and bare[:2] in last and is_measure(bare) and (owner := OWNER.match(last)):
        return reading._replace(indicator=owner.group("owner") + words_)
    begin = behind_lead(painted, *before)
    clause = text[begin : before[1]]
    if (
        (bare in _BARE or TIMED.fullmatch(words_) or (is_share and words_.endswith(_SHARES)))
        and painted[before[0] - 1 : before[0]] != "，"
        and not VERB_AHEAD.match(painted, begin)
        and _TOPIC.fullmatch(painted, begin, before[1])
    ):
        return reading._replace(indicator=clause.removeprefix("对") + words_)
    if clause.endswith("中") and is_share and len(clause) > _SHORTEST_SET:
        # 新增物流车辆中，新能源车辆的比例超过50%: the set that a share is of.
        return reading._replace(indicator=clause + words_)
    if is_share and bare in _SHARES and (done := _DONE_TO.fullmatch(clause)):
        return reading._replace(indicator=words_[:places] + done.group("what") + bare)  # 推广无陪同查验作业，比例达到70%
    if reading.rule == "responds_within" and (fast := _QUICK.search(clause)) and fast.group("what").endswith(words_):
        return reading._replace(
            indicator=_RAISING.sub("", fast.group("what"), count=1).replace("的", "")
        )  # 提升人工帮办响应速度，实现1分钟响应
    if reading.rule == "responds_within" and (served := _SERVED.fullmatch(clause)):
        return reading._replace(indicator=served.group("what") + words_)  # 优化在线帮办服务，实现1分钟响应
    if bare in _BARE and (moved := _MOVED.match(clause)):
        return reading._replace(indicator=moved.group("whose") + bare)
    if (
        bare.endswith("率")
        and 3 <= len(bare) <= 6
        and not clause.startswith(("通过", "依托", "利用", "在", "于", "按", "以"))
        and clause.endswith(bare[:-1])
        and len(clause) > len(bare)
    ):
        return reading._replace(indicator=_RAISING.sub("", clause, count=1) + "率")
    if is_share and reading.rule == "reach" and not is_measure(words_):
        if rate := _RATE.match(_RAISING.sub("", clause, count=1)):
            return reading._replace(indicator=words_ + rate.group("rate"))
        if tail := _tail(previous, text):
            return reading._replace(indicator=words_ + tail)
    return reading


def _counted_alike(text: str, painted: Painted, reading: Reading, before: Reading) -> bool:
    """Whether more is counted of what was counted before: 2026年新增企业3000家，2027年新增3500家."""
    counted = painted[_end_of_number(painted, reading.at) - 1] == COUNT and not is_measure(reading.indicator)
    return counted and before.kind in (None, "count") and same_unit(text, painted, reading.at, before.at)


def same_unit(text: str, painted: Painted, at: int, other: int) -> bool:
    """Whether the numbers at two offsets have one unit."""
    return at >= 0 and other >= 0 and _unit(text, painted, at) == _unit(text, painted, other)


def _unit(text: str, painted: Painted, at: int) -> str:
    """The first character of the unit behind the number at `at`."""
    number = NUMBER_RUN.match(painted, at)
    while painted[at : at + 1] == BOUND:
        at += 1
    unit = _UNIT.search(text, at, number.end()) if number else None
    return unit.group() if unit else ""


def _end_of_number(painted: Painted, at: int) -> int:
    number = NUMBER_RUN.match(painted, at)
    return number.end() if number else at + 1


def _places(words_: str) -> int:
    """How far a list of places reaches that opens the words: 福州、厦门占比 → 5."""
    at = end = 0
    while place := place_at(words_, at):
        at = end = place.end
        if words_[at : at + 1] not in _JOINS or at >= len(words_):
            break
        at += 1
    return end


def _tail(previous: Sequence[Reading], text: str) -> str:
    """The measure that the reading before was completed with: its indicator, less the words that its quote has of it."""
    for reading in previous[-1:]:
        quote = text[reading.start : reading.end]
        for cut in range(len(reading.indicator), 0, -1):
            if reading.indicator[:cut] in quote:
                return reading.indicator[cut:]
    return ""
