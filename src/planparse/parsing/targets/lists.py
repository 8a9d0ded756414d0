"""A、B和C分别达到1、2、3: as many numbers as nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.model import Direction, TargetKind
from planparse.parsing.targets.elision import QUARTERS, same_unit
from planparse.parsing.targets.grammar import (
    BOUND,
    CHANGE,
    COUNT,
    CREATE,
    DEADLINE,
    DECREASE,
    DOUBLED,
    HALVED,
    HIDDEN,
    INCREASE,
    MEASURE,
    PRINCIPAL,
    RATIO,
    REACH,
    STRIVE,
    TIME,
    VERB,
    VERB_AHEAD,
)
from planparse.parsing.targets.readings import (
    GROWN,
    GROWTH_RATES,
    OWNER,
    YEAR,
    Before,
    Clause,
    Reading,
    behind_lead,
    direction_of,
    is_measure,
    noun,
)
from planparse.text import Painted

_NEAR = 3  # 学 of 小学 ends no noun far behind in 初中专任教师本科以上学历占比
_SHORT_NAME = 3  # 城镇, 公办园: what stands behind such is of both
_SHORT_MEASURE = 4  # 碳强度, 消费支出: too short to say whose it is
_REACHES = frozenset(words("verbs")["reach"])
_BARE_VERBS = frozenset(words("verbs")["create"])
_LIST = rf"(?P<list>[{BOUND}{PRINCIPAL}{TIME}]++(?>(?:(?:[、和及与]|以及)[{BOUND}{PRINCIPAL}{TIME}]++)*)).{{0,2}}$"
# 平均住院日、药占比分别控制在7.5天和28%: in a list lengths of time stand beside other numbers.
_MEMBER = Pattern(
    rf"{BOUND}*+(?P<paint>[{PRINCIPAL}{TIME}])(?P=paint)*+", reads=("7.5天", "28%"), leaves=("到2025年",), painted=True
)
_SINCE = f"[^{PRINCIPAL}，]{{1,14}}?(?:年|期|水平|底|末|时)(?:相比)?"
# 到2026年、2028年: years in turn, to which the numbers belong.
_TURNS = f"(?:[于在]?[{DEADLINE}]++[前底末]?(?:[、和及与][{DEADLINE}]++[前底末]?)*)?"
_EACH_ITS_OWN = "(?:分别|依次)"
_RESPECTIVELY = Pattern(
    rf"(?P<subjects>[^{PRINCIPAL}，]*?)(?:(?:(?<!占)比|较(?![大小高低多少好差强弱重轻快慢长短为]))(?P<since>{_SINCE}))?(?P<strive>{STRIVE})?{_TURNS}(?:平均|累计)?(?:{_EACH_ITS_OWN}|(?P<each>(?<!平)均|都|(?<=..)各(?={CHANGE}|[达为]))){_TURNS}(?:力争|[要应须需将])?(?P<share>占比?(?=达?[{BOUND}{PRINCIPAL}])|比重|比例)?"
    rf"(?:[比较](?P<since2>{_SINCE}))?(?:[由从][{BOUND}{PRINCIPAL}、和及与]+?)?(?P<turn>{REACH}|{CHANGE}|(?P<verb>{CREATE})|(?P<above>[高快优低慢]于)[^，{PRINCIPAL}{BOUND}]{{2,14}}?)?(?:每[^，{PRINCIPAL}]{{1,4}}?)?{_LIST}",
    reads=(
        "出生率、死亡率分别达到5%、3%",
        "覆盖率、发布率分别由92%、95%提高到97%、99%",
        "密度分别达到每公顷3.2米和2.1米",
        "签约率、覆盖率均达到90%",
        "一般病种和大病报销比例比2020年分别提高5%和10%",
        "托位数到2026年、2028年分别为4.2个、4.6个",
        "分别轮训600人次和750人次",
        "公办园、民办园分别占比达30%和20%",
        "零售额、销售额增速分别高于全市平均水平1个、2个百分点",
    ),
    leaves=("签约率达到90%", "均衡发展"),
    by="match",
    painted=True,
)
# 分别完成老旧小区改造100个、120个、150个; 建成智慧社区分别达到100个和200个: a thing, and as many numbers as there are years.
_YEAR_BY_YEAR = Pattern(
    rf"{_EACH_ITS_OWN}?(?P<verb>{VERB})(?P<thing>[^{PRINCIPAL}{BOUND}，]+?){_EACH_ITS_OWN}?(?:{REACH})?{_LIST}",
    reads=("分别完成老旧小区改造100个、120个、150个", "建成智慧社区分别达到100个和200个"),
    leaves=("小区改造100个",),
    by="match",
    painted=True,
)
# 上述两项指标分别提高到95%和50%: what the sentence before was about.
_SAID_ABOVE = Pattern(
    "(?:力争)?(?:上述|以上|前述|这)(?:[两二三四五2-5])?[项个类]?(?:指标|比例|比率|比重|占比|数量|面积|目标|数据|产量|规模|率)?(?:值)?(?:将|要|再)?",
    reads=("上述两项指标", "以上比例", "这三项"),
    leaves=("两项指标", "上述企业覆盖率"),
    by="fullmatch",
)
_TURNED: dict[str, Direction] = {DOUBLED: "increase", HALVED: "decrease"}  # 翻一番, 减半
_NUMBER = Pattern(f"[{PRINCIPAL}]", reads=("28%",), leaves=("7.5天",), painted=True)
# 全县18个敬老院中达到二级、三级标准的分别为12个、6个: of a set, how many come to what.
_OF_SET = Pattern(
    rf"(?:[^，{PRINCIPAL}]{{0,12}}[{PRINCIPAL}]+)?(?P<set>[^，的{PRINCIPAL}{BOUND}]{{2,20}})中，?(?P<verb>{REACH}|{CREATE}|通过|获得|取得|评为|纳入)(?P<states>[^，的{PRINCIPAL}{BOUND}]{{4,}})的分别(?:{REACH})?{_LIST}",
    reads=("18个敬老院中达到二级、三级标准的分别为12个、6个",),
    leaves=("敬老院、养老院分别为12个、6个",),
    by="match",
    painted=True,
)
# 新建口袋公园、体育公园各10个: one number for each noun.
_EACH_OF_THEM = Pattern(
    rf"(?P<per>每[^，{PRINCIPAL}{BOUND}]{{1,8}}?)?(?P<verb>{VERB})(?P<things>[^，{PRINCIPAL}{BOUND}]{{2,}}?(?:[、和与及]|以及)[^，{PRINCIPAL}{BOUND}]{{2,}}?)各{_LIST}",
    reads=("新建口袋公园、体育公园各10个", "培育省级示范园区和示范企业各3家以上", "建成省级、市级工作站各1个、5个"),
    leaves=("新建公园10个", "新建公园各10个"),
    by="match",
    painted=True,
)
_EACH_DONE = Pattern(
    rf"(?P<verbs>{CREATE}(?:[、和与及]{CREATE})+)(?P<thing>[^，、和与及{PRINCIPAL}{BOUND}]{{2,}}?)各(?P<n>{BOUND}*[{PRINCIPAL}]+)(?:左右)?$",
    reads=("新建、改造供热管网各50公里", "新建和改建学校各3所"),
    leaves=("新建学校、医院各3所", "新建、改造供热管网50公里"),
    by="match",
    painted=True,
)
_OTHER_VERB = Pattern(
    "(?:(?:续|新|改|扩|迁|重|新改|改扩|新改扩)建|改造提升|提升改造|改造|更新|加装|修缮|修复|整治|建成|建设|打造|培育|培养|引进|新增|增设|创建|认定|设立|组建|举办|开展|购置|配备|布设|配置|开设)(?=[^，]{2})(?!中心|基地|机构|平台|项目|工程|点$|站$|区$)",
    reads=("改建社区托育点", "培育示范企业"),
    leaves=("社区托育点", "培训机构", "改造项目"),
    by="match",
)
# 新认证绿色食品、有机农产品5个、3个: as many numbers as things, in one order.
_IN_ORDER = Pattern(
    rf"(?P<verb>{VERB})?(?P<things>[^，{PRINCIPAL}{BOUND}{DEADLINE}]{{2,}}?(?:[、和与及]|以及)[^，{PRINCIPAL}{BOUND}{DEADLINE}]{{2,}}?)(?:{REACH}|(?P<turn>{CHANGE}))?"
    rf"(?P<list>[{BOUND}{PRINCIPAL}]++(?:(?:[、和及与]|以及)[{BOUND}{PRINCIPAL}]++)+)(?:左右)?$",
    reads=("新认证绿色食品、有机农产品、地理标志农产品5个、3个、1个", "出生率、死亡率5%、3%"),
    leaves=("建设中心、基地5个", "建成中心5个、基地3个"),
    by="match",
    painted=True,
)
# 分别对15家、18家和20家重点企业实施审核: the numbers stand before the thing, one for each year.
_BY_YEARS = Pattern(
    rf"{_EACH_ITS_OWN}?(?P<verb>对|为|向|{VERB}|组织|推动|支持|帮助|引导|安排){_EACH_ITS_OWN}?(?P<list>[{BOUND}{COUNT}{MEASURE}]++(?:(?:[、和及与]|以及)[{BOUND}{COUNT}{MEASURE}]++)+)(?P<thing>[^，{PRINCIPAL}{BOUND}]{{2,24}}?)"
    rf"(?P<does>(?:实施|开展|进行|提供|完成|组织)[^，{PRINCIPAL}{BOUND}]{{2,}})?$",
    reads=("分别对15家、18家、20家重点企业实施审核", "分别培育15家和20家企业"),
    leaves=("对15家企业实施审核", "分别对企业实施审核"),
    by="match",
    painted=True,
)
# 分别培训村医、护理员500人和800人; 城区、乡镇分别新建充电站20座、15座: what is done stands before the list of what, or what before the numbers.
_DONE_TO_EACH = Pattern(
    rf"(?P<places>[^，{PRINCIPAL}{BOUND}]*?)(?:[{COUNT}]+[^，{PRINCIPAL}{BOUND}]{{0,4}})?{_EACH_ITS_OWN}(?P<verb>{VERB})(?P<things>[^，{PRINCIPAL}{BOUND}]{{2,}}?){_LIST}",
    reads=("分别培训村医、护理员500人和800人", "城区、乡镇分别新建充电站20座、15座"),
    leaves=("培训村医500人",),
    by="match",
    painted=True,
)
# 城东区、城西区各建成口袋公园10个; 市图书馆、市美术馆各建成1座; 2026年、2027年各改造管网100公里: one number for each of those before 各.
_EACH_DOES = Pattern(
    rf"(?P<places>(?:(?!每|各)[^，的{PRINCIPAL}{BOUND}{TIME}]+?)?)各(?:[要应须]|至少|分别|力争)*(?P<verb>{VERB}|[建设])(?P<things>[^，{PRINCIPAL}{BOUND}]{{2,}}?)?"
    rf"(?P<list>{BOUND}*+(?P<paint>[{COUNT}{MEASURE}])(?P=paint)*+)(?:左右|(?P<behind>[^，的（{PRINCIPAL}{BOUND}][^，{PRINCIPAL}{BOUND}]+))?$",
    reads=("城东区、城西区各建成口袋公园10个", "市图书馆、市美术馆各建成1座", "东区、西区各建1所养老院"),
    leaves=("各县区各建成公园10个", "新建公园各10个", "建成公园10个"),
    by="match",
    painted=True,
)
_FIELDS = ("领域", "行业", "产业")
_OF_PLACE = Pattern(
    "(?:[市县区旗镇乡村州盟]|街道|社区|新城|片区|开发区)$", reads=("城东区", "高新区"), leaves=("市图书馆", "养老院")
)
# What parts nouns; 及 in 普及率, 与 in 参与率 and 、 in 一、二类 do not.
_LIST_PART = Pattern(
    rf"、(?!(?<=[一二三四五六七八九Ⅰ-Ⅻ]、)(?:[一二三四五六七八九Ⅰ-Ⅻ]+[类级等批期、至]|{HIDDEN}))|以及|(?<!共)和(?!谐)|(?<!参)与|(?<![普涉波])及(?!时|格|早|其)",
    reads=("出生率、死亡率", "医生和护士", "学校以及医院"),
    leaves=("普及率", "参与率", "公共服务", "一、二类桥梁比例"),
)
# The same where 和 stands in a member: 报警和监控系统联网率、封闭化管理率.
_COMMA = Pattern("、", reads=("出生率、死亡率",), leaves=("医生和护士",))
_JOIN = Pattern("、|以及|(?<!共)和(?!谐)|(?<!参)与(?=[^与和]*$)", reads=("出生率、死亡率",), leaves=("普及率",))
# 市、县、乡三级: offices or places that have what stands behind.
_OFFICES = Pattern(
    "(?P<levels>[省市州盟县区旗乡镇村](?:[、和及与]?[省市州盟县区旗乡镇村]){1,4})[两三四]级(?P<what>[^，]+)",
    reads=("市、县两级医院", "省市县三级政务服务中心"),
    leaves=("市级、县级医院", "三级医院"),
    by="fullmatch",
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
_PER_UNIT = Pattern("单位|人均|每|总|平均", reads=("人均产值", "每千人床位", "总产值"), leaves=("企业产值",), by="match")
_WORK_AGAIN = Pattern(
    "(?<=..)(?:再就业|转移就业|就业创业|就业|参保)$", reads=("就业困难人员再就业",), leaves=("就业", "再就业人员")
)
_RATE_OF_GROWTH = Pattern(
    f"(?<=..)(?:年均|同比|年度)?(?:{'|'.join(GROWTH_RATES)})$",
    reads=("产值年均增速", "营业收入增幅"),
    leaves=("增速", "年均产值"),
)
_NO_GROWTH = ("率", "比重", "占比", "比例", "增速", "增幅", "降幅", "指数", "度", "水平", "覆盖面")
# Words before the first of several nouns that belong to all: 省级以上研究中心、实验室; 每万人口医生和护士数.
_SHARED_HEAD = Pattern(
    r"(?:国家|省|市|县|区)级?(?:、(?:省|市|县|区)级?)*级(?:及?以上)?|[省市县区]级(?:及?以上)?|规模以上|每[十百千万]?[^，、和]{1,4}?人口|每[十百千万]人",
    reads=("省级以上研究中心", "每万人口医生", "国家级平台", "规模以上工业"),
    leaves=("研究中心", "人口总量"),
    by="match",
)


# 县级非遗项目 behind 省、市.
_LEVEL_OF = Pattern("[市县区乡镇村]级", reads=("县级非遗项目",), leaves=("县城", "级别"), by="match")
_RANKED = Pattern("(?:国家|部|省|市|州|县|区|镇|乡)级", reads=("国家级", "省级企业技术中心"), leaves=("级联",), by="match")
_ENDS_OF_GOODS = frozenset("品业类物")  # what ends the name of a sort of goods
_KINDS_OF_PLACES = ("中心", "基地", "平台", "实验室", "广场", "公园", "示范区")
_KIND_SAID = Pattern(
    "[心地台室场园区站点院馆校学所店厂库房厅街村社队企业司会]$|.{6}",
    reads=("卒中中心", "文化馆", "中小学", "国家级技术创新载体"),
    leaves=("胸痛", "国家级胸痛", "文化"),
)
_DURATIONS = tuple(words("verbs")["durations"])
_SUBSTANCE = "需氧量"  # named like a measure, but a substance that is measured
# What is measured of several substances, goods or carriers alike.
_OF_MANY = Pattern(
    "(?:(?:领域|行业|产业|部门)碳?)?(?:重点工程)?(?:主要污染物)?(?:累计)?(?:年均)?(?:(?:计量|安全|质量|卫生)?(?:监督|专项|执法)?(?:检查|抽查|检测|监测|巡查|检验|排查)覆盖率|排放(?:总量|强度|量)|[减消削]减?排?量|减排量|浓度|产量|产能|总?产值|(?:主营业务|营业|销售)收入|增加值|销售额|利润总?额?|装机(?:容量|规模)?|货运量(?:占比)?|客运量|周转量|吞吐量|消费量|使用量|播种面积|种植面积|养殖面积|综合利用率|回收利用率|自给率|(?:抽检|检测|监测|抽查)?合格率|覆盖率|普及率|入园率|入学率|巩固率)$",
    reads=("挥发性有机物重点工程减排量", "氨氮排放总量", "肉类产量", "水路货运量占比"),
    leaves=("有机物", "产量目标"),
)
# A rate of what is done with things, whatever these are.
_RATE_OF = Pattern(
    "(?:资源化|无害化|规范化|综合|安全|集中|有效|循环|规范|绿色|专业化)*(?:回收|利用|处置|处理|收集|治理|达标|完好|知晓|发生|死亡|检出|筛查|接种|建档|签约|转化|发电|供应|使用|更新|改造|推广|流通|防控|防治)率$",
    reads=("农药包装废弃物回收率", "危险废物无害化处置率"),
    leaves=("农膜", "机械化率"),
)
# Who or what is complete as it is, in a list of such: 普通高中、中等职业学校招生比例.
_WHO = Pattern(
    "(?:小学|初中|高中|中学|大学|高校|本科|高职|中职|幼儿园|学校|院校|医院|卫生院|卫生室|机构|企业|园区|居民|职工|学生|儿童|老年人)",
    reads=("普通高中", "中等职业学校招生比例"),
    leaves=("城镇", "招生比例"),
)
# What is measured of one thing, by names that stand beside each other: 单位增加值能耗和用水量.
_OWN = "(?:能耗|电耗|用水量|用水总量|用电量|产值|总产值|产量|收入|营业收入|利润|利润总额|利税|税收|增加值|面积|投资|数量|销售额|出口额)"
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
_RANK = Pattern(
    "(?:国家|部|省|市|州|县|区|乡|镇|村)级(?:及?以上)?",
    reads=("国家级", "省级以上", "县级及以上"),
    leaves=("级联", "一级"),
    by="match",
)
_RANK_AHEAD = Pattern(
    "国家|[省市县区州]级|乡镇|乡村|[村镇乡](?![均人])|社区|街道|基层|民营|民办|公办",
    reads=("乡镇卫生院", "村卫生室", "社区医院"),
    leaves=("实验室", "护士数", "卫生院"),
    by="match",
)


def respectively(
    text: str,
    painted: Painted,
    clause: Clause,
    years: int,
    previous: Sequence[Reading],
    label: tuple[int, int] | None = None,
    told: Sequence[Reading] = (),
) -> Iterator[Reading]:
    """A、B和C分别达到1、2、3, A率、B率均达到1, or 到2025年、2027年，A分别达到1、2: one reading for each number.

    `years` is how many years the sentence has just listed, to which the numbers then belong in turn; `label` is where the nouns stand
    that a colon parts from the clause: 履约率、开工率：分别不低于90%、75%. `told` are the readings of the clauses before, all of them.
    """
    piece = painted[clause.start : clause.end]
    if "各" in piece and (match := _EACH_DONE.match(piece)):
        # 新建、改造供热管网各50公里: so much of each of two works on one thing
        thing = noun(text[clause.start + match.start("thing") : clause.start + match.end("thing")])
        for work in _LIST_PART.split(match.group("verbs")):
            yield Reading(
                clause.start, clause.start + match.end(), "respectively", None, clause.start + match.start("n"), thing, work
            )
        return
    if "各" in piece and (match := _EACH_OF_THEM.match(piece)):
        yield from _one_each(text, painted, clause, match)
        return
    if not any(word in piece for word in ("分别", "依次", "均", "都", "各")):
        if years <= 1 and (match := _IN_ORDER.match(piece)):
            yield from _in_order(text, painted, clause, match)
        return
    base = clause.start
    if (
        "各" in piece
        and (match := _EACH_DOES.match(piece))
        and (each := [*_each_does(text, painted, clause, match, years, previous)])
    ):
        yield from each
        return
    if "的分别" in piece and (match := _OF_SET.match(piece)):
        yield from _of_set(text, painted, clause, match)
        return
    match = _RESPECTIVELY.match(piece)
    if match and not _NUMBER.search(match.group("list")) and len(_numbers(painted, base, match)) == 1:
        return  # a length of time alone has rules of its own
    subject = base + match.start("subjects") if match else base
    verb = VERB_AHEAD.match(painted, subject, base + match.end("subjects")) if match else None
    if match and verb and not match.group("verb"):
        # 新建、改造养老机构分别不少于8家和20家: two verbs of one object.
        numbers, done = _numbers(painted, base, match), _LIST_PART.split(verb.group())
        thing = noun(text[verb.end() : base + match.end("subjects")]) or (previous[-1].indicator if previous else "")
        if len(numbers) == len(done) > 1 and thing:
            for (start, _), how in zip(numbers, done, strict=True):
                yield Reading(base, clause.end, "respectively", None, start, thing, how, bound_at=numbers[0][0])
            return
    named = text[verb.end() : base + match.end("subjects")] if match and verb else ""
    if match and verb and (is_measure(named) and verb.group().endswith("新增")):
        verb = None  # 新增就业人数: a measure of what is new
    brought: str | None = None
    if verb and years <= 1 and match and (match.group("turn") or "在") in _REACHES:
        # 培育绿色工厂、绿色园区分别达到50家、10个: the verb brings about all of them.
        brought, subject, verb = verb.group(), verb.end(), None
    if match and not verb:
        numbers = _numbers(painted, base, match)
        nouns = _nouns(text, painted, subject, base + match.end("subjects"), len(numbers))
        if set(painted[subject : base + match.end("subjects")]) == {TIME}:
            nouns = [""]  # 三年分别达到30名、150名
        if match.group("verb") and len(nouns) == len(numbers) > 1 and all(nouns):
            # 公办院校、民办机构分别培训1.5万人次、2万人次; 城东区、城西区分别新建15公里、20公里: who, or where what stood before.
            places = all(map(_OF_PLACE.search, nouns))
            if not places or previous:
                for name, (start, _) in zip(nouns, numbers, strict=True):
                    what, scope = (previous[-1].indicator, name) if places else (name, None)
                    yield Reading(
                        base,
                        clause.end,
                        "respectively",
                        None,
                        start,
                        what,
                        match.group("verb"),
                        scope=scope,
                        bound_at=numbers[0][0],
                    )
            return
        if not (match.group("verb") and nouns != [""]):
            if _SAID_ABOVE.fullmatch(text, subject, base + match.end("subjects")):
                nouns = [""]
            if nouns == [""] and label:
                nouns = _nouns(text, painted, behind_lead(painted, *label), label[1], len(numbers))
            elif nouns == [""] and previous:
                # 2028年底分别达到4500个、8万个: what the numbers before are of, or the last of them year by year.
                of_all = [*previous] if len(previous) == len(numbers) else [*told[-len(numbers) :]]
                # 吞吐量达到5000万吨，货运量达到600万箱，分别增长8%和12%: what changes may have any unit.
                changes = match.group("turn") and not match.group("verb") and match.group("turn") not in _REACHES
                alike = len(of_all) == len(numbers) and all(
                    len(previous) == len(numbers) or changes or same_unit(text, painted, reading.at, at)
                    for reading, (at, _) in zip(of_all, numbers, strict=True)
                )
                nouns = (
                    [reading.indicator for reading in of_all]
                    if alike and years <= 1
                    else [previous[0 if years > 1 else -1].indicator]
                )
            if match.group("share"):
                # 货物贸易、对外投资分别占比达30%、20%
                tail = nouns[-1][len(nouns[0]) :] if max(map(len, nouns[:-1]), default=9) <= len("公办") else ""
                share = "占比" if match.group("share") == "占" else match.group("share")
                nouns = [name.removesuffix(tail) + tail + share for name in nouns if name]
            known = [reading.indicator for reading in previous if reading.rule == "respectively"]
            if len(nouns) == 1 < len(numbers) == len(known) and years <= 1 and is_measure(nouns[0]):
                nouns = _of_same(known, nouns[0])
            if match.group("each") and len(numbers) == 1 and painted[numbers[0][1] - 1] not in (DOUBLED, HALVED):
                nouns = _all_measures(text, painted, subject, base + match.end("subjects"), nouns)
            if match.group("each") and len(numbers) == 1:
                numbers *= len(nouns) or 1
            if len(nouns) > 1 and years == len(numbers) and painted[numbers[0][1] - 1] == RATIO:
                nouns = [noun(text[subject : base + match.end("subjects")])]  # 车位与充电桩配比分别达到10：1和5：1
            in_turn = len(nouns) == 1 < len(numbers) == years
            if in_turn:
                nouns *= years
            elif len(nouns) == 1 < len(numbers) and years > 1 and match.group("turn") in _REACHES:
                nouns *= len(numbers)  # of more years than the last list names
            if len(nouns) == len(numbers) and all(nouns):
                since = text[base + match.start("since") : base + match.end("since")] if match.group("since") else ""
                found = _readings(text, painted, clause, match, nouns, numbers, since, in_turn=in_turn)
                yield from (reading._replace(outcome=brought or reading.outcome) for reading in found)
                return
    if years > 1 and says_in_turn(piece) and (match := _YEAR_BY_YEAR.match(piece)):
        numbers = _numbers(painted, base, match)
        if len(numbers) == years:
            thing = noun(text[base + match.start("thing") : base + match.end("thing")])
            for at, (start, _) in enumerate(numbers):
                yield Reading(
                    base,
                    clause.end,
                    "respectively",
                    None,
                    start,
                    thing,
                    match.group("verb"),
                    in_turn=at,
                    bound_at=numbers[0][0],
                )
            return
    if years > 1 and says_in_turn(piece) and (match := _BY_YEARS.match(piece)):
        yield from _by_years(text, painted, clause, match, years)
    if years <= 1 and says_in_turn(piece) and (match := _DONE_TO_EACH.match(piece)):
        yield from _done_to_each(text, painted, clause, match)


def says_in_turn(words_: str) -> bool:
    """Whether each of several numbers, or one number for each, is said to be of its own noun or year."""
    return "分别" in words_ or "依次" in words_ or DEADLINE + "各" in words_


def _one_each(text: str, painted: Painted, clause: Clause, match: re.Match[str]) -> Iterator[Reading]:
    """新建口袋公园、体育公园各10个: one number, which each of the nouns has, or one for each."""
    base, numbers = clause.start, _numbers(painted, clause.start, match)
    per = text[base + match.start("per") : base + match.end("per")] if match.group("per") else None
    nouns = _nouns(text, painted, base + match.start("things"), base + match.end("things"), 0)
    if kind := next((kind for kind in _KINDS_OF_PLACES if nouns[-1].endswith(kind)), ""):
        # 国家级胸痛、卒中中心各2个: what the last of them is, unless another says that itself.
        nouns = [name + ("" if _KIND_SAID.search(name) else kind) for name in nouns]
    if len(numbers) == 1:
        numbers *= len(nouns)
    if len(numbers) == len(nouns):
        for name, (at, _) in zip(nouns, numbers, strict=True):
            # 新建公办托育园、改建社区托育点各8个: a verb of its own
            other = _OTHER_VERB.match(name)
            thing, done = (name[other.end() :], other.group()) if other else (name, match.group("verb"))
            yield Reading(base, base + match.end(), "respectively", None, at, thing, done, per=per)


def _in_order(text: str, painted: Painted, clause: Clause, match: re.Match[str]) -> Iterator[Reading]:
    """新认证绿色食品、有机农产品5个、3个: a number for each thing, in the order of both."""
    base, numbers = clause.start, _numbers(painted, clause.start, match)
    nouns = _nouns(text, painted, base + match.start("things"), base + match.end("things"), len(numbers))
    if len(nouns) == len(numbers) > 1 and all(nouns):
        for name, (at, _) in zip(nouns, numbers, strict=True):
            way = direction_of(match.group("turn")) if match.group("turn") else None
            yield Reading(
                base,
                base + match.end(),
                "respectively",
                "change" if way else None,
                at,
                name,
                match.group("verb") or match.group("turn"),
                way,
                bound_at=numbers[0][0],
            )


def _by_years(text: str, painted: Painted, clause: Clause, match: re.Match[str], years: int) -> Iterator[Reading]:
    """分别对15家、18家重点企业实施审核: a number for each of the years that the sentence has listed."""
    base, numbers = clause.start, _numbers(painted, clause.start, match)
    if len(numbers) != years:
        return
    thing = noun(text[base + match.start("thing") : base + match.end("thing")])
    does = match.group("does")
    outcome = text[base + match.start("does") : base + match.end("does")] if does else match.group("verb")
    for at, (start, _) in enumerate(numbers):
        yield Reading(
            base,
            base + match.end(),
            "respectively",
            "count" if does else None,
            start,
            thing,
            outcome,
            in_turn=at,
            bound_at=numbers[0][0],
        )


def _each_does(
    text: str, painted: Painted, clause: Clause, match: re.Match[str], years: int, previous: Sequence[Reading]
) -> Iterator[Reading]:
    """城东区、城西区各建成口袋公园10个: one number, which each place or year has, or each thing where none stands behind the verb."""
    base, ((at, _),) = clause.start, _numbers(painted, clause.start, match)
    begin, end = base + match.start("places"), base + match.end("places")
    group = next((group for group in ("things", "behind") if match.group(group)), "")
    thing = noun(text[base + match.start(group) : base + match.end(group)]) if group else ""
    reading = Reading(base, base + match.end(), "respectively", None, at, thing, match.group("verb"))
    if begin == end and years > 1:
        if thing or previous:
            named = thing or previous[-1].indicator
            yield from (reading._replace(indicator=named, in_turn=turn) for turn in range(years))
        return
    members = _parted(text, painted, begin, end, _LIST_PART) if begin < end else []
    if len(members) < 2 or not all(members):
        return
    if not thing and not all(map(_OF_PLACE.search, members)):
        yield from (reading._replace(indicator=name) for name in _nouns(text, painted, begin, end, 0))
    elif named := thing or (previous[-1].indicator if previous else ""):
        field = next((field for field in _FIELDS if members[-1].endswith(field)), "")  # 医疗、教育、养老领域
        yield from (reading._replace(indicator=named, scope=place.removesuffix(field) + field) for place in members)


def _of_set(text: str, painted: Painted, clause: Clause, match: re.Match[str]) -> Iterator[Reading]:
    """全县18个敬老院中达到二级、三级标准的分别为12个、6个: how many of one set come to each state."""
    base, numbers = clause.start, _numbers(painted, clause.start, match)
    states = _nouns(text, painted, base + match.start("states"), base + match.end("states"), len(numbers))
    if len(states) == len(numbers) > 1:
        of = noun(text[base + match.start("set") : base + match.end("set")])
        for state, (start, _) in zip(states, numbers, strict=True):
            outcome = match.group("verb") + state
            yield Reading(base, clause.end, "respectively", None, start, of, outcome, bound_at=numbers[0][0])


def _done_to_each(text: str, painted: Painted, clause: Clause, match: re.Match[str]) -> Iterator[Reading]:
    """分别培训村医、护理员500人和800人: a number for each object, or for each place where one object is."""
    base, numbers = clause.start, _numbers(painted, clause.start, match)
    nouns = _nouns(text, painted, base + match.start("things"), base + match.end("things"), len(numbers))
    places = _LIST_PART.split(match.group("places"))
    of_places = len(nouns) == 1 and len(places) == len(numbers)
    if of_places:
        nouns *= len(numbers)
    scopes = places if of_places and all(map(_OF_PLACE.search, places)) else [None] * len(nouns)
    if len(nouns) == len(numbers) > 1 and all(nouns):
        for name, scope, (start, _) in zip(nouns, scopes, numbers, strict=True):
            yield Reading(
                base, clause.end, "respectively", None, start, name, match.group("verb"), scope=scope, bound_at=numbers[0][0]
            )


def _all_measures(text: str, painted: Painted, start: int, end: int, nouns: list[str]) -> list[str]:
    """The nouns of a list that have one value, each of them a measure; none where one is not."""
    if all(is_measure(name) for name in nouns):
        return nouns
    for part in (_COMMA, _JOIN):
        parted = _parted(text, painted, start, end, part)
        if len(parted) > 1 and all(is_measure(name) for name in parted):
            return [noun(name) for name in parted]
    return []


def _of_same(told: Sequence[str], measure: str) -> list[str]:
    """A measure of each of those whose measures stand before: 果蔬、肉类冷链流通率分别提高到35%、50%，产后损失率分别降至15%、8%."""
    if measure.endswith(GROWTH_RATES):
        return [name + measure for name in told]  # 收入分别达到5万元、2.5万元，增速分别达到6%、7%
    backwards = zip(*(name[::-1] for name in told), strict=False)
    shared = sum(1 for _ in takewhile(lambda characters: len({*characters}) == 1, backwards))
    return [name[: len(name) - shared] + measure for name in told]


def _numbers(painted: Painted, base: int, match: re.Match[str]) -> list[tuple[int, int]]:
    return [run.span() for run in _MEMBER.finditer(painted, base + match.start("list"), base + match.end("list"))]


def _readings(
    text: str,
    painted: Painted,
    clause: Clause,
    match: re.Match[str],
    nouns: Sequence[str],
    numbers: Sequence[tuple[int, int]],
    since: str,
    *,
    in_turn: bool,
) -> Iterator[Reading]:
    turn = match.group("turn") or ""
    direction = direction_of(turn) if not match.group("verb") and (turn in INCREASE or turn in DECREASE) else None
    if above := match.group("above"):
        turn = text[clause.start + match.start("turn") : clause.start + match.end("turn")]
        direction = "decrease" if above[0] in "低慢" else "increase"
    year = YEAR.search(since or match.group("since2") or "")
    before = Before(-1, int(year.group())) if year else None
    end_of_list = numbers[-1][1]
    bounded_behind = text.endswith(BOUNDS_BEHIND, 0, end_of_list) or text.startswith("内", end_of_list)
    bound_at = numbers[-1 if bounded_behind else 0][0]
    for at, (name, (start, end)) in enumerate(zip(nouns, numbers, strict=True)):
        way = direction or _TURNED.get(painted[end - 1])
        kind: TargetKind | None = "ratio" if painted[end - 1] == RATIO else "change" if way else None
        outcome = turn if (direction and not above) or match.group("verb") else turn + text[start:end]
        strive = bool(match.group("strive"))
        yield Reading(
            clause.start,
            clause.end,
            "respectively",
            kind,
            start,
            name,
            outcome,
            way,
            strive=strive,
            before=before,
            in_turn=at if in_turn else -1,
            bound_at=bound_at,
        )


def _parted(text: str, painted: Painted, start: int, end: int, part: Pattern) -> list[str]:
    """The members of a list, as one of the ways to part it gives them."""
    cuts = [match.span() for match in part.finditer(painted, start + 1, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    return [text[a:b] for a, b in zip(starts, ends, strict=True)]


def _ends_in_who(words_: str) -> bool:
    """Whether words end in who or what is a member of a list as it is."""
    return any(match.end() == len(words_) for match in _WHO.finditer(words_))


def nouns_of(text: str, painted: Painted, start: int, end: int) -> list[str]:
    """The nouns of a list, each with the words that it shares."""
    return _nouns(text, painted, start, end, 0)


# 城镇、农村, 公办、民办: the two kinds of one thing.
_KIND = Pattern(
    f"{QUARTERS}|公办|民办|规上|规下|男性|女性|新建|存量|陆上|海上",
    reads=("城镇", "农村", "公办"),
    leaves=("全市",),
    by="match",
)
_TOWN_AND_COUNTRY = ("城镇", "农村")


def _nouns(text: str, painted: Painted, start: int, end: int, wanted: int) -> list[str]:
    """The nouns of a list, with the words that the first or the last carries for all of them; `wanted` is how many numbers it has.

    每万人口全科医生和公共卫生人员数 is 每万人口全科医生数 and 每万人口公共卫生人员数; 油菜种植、收获机械化率 is 油菜种植机械化率 and
    油菜收获机械化率.
    """
    if offices := _OFFICES.fullmatch(text, start, end):
        # 市、县两级医院: what each of them has
        what = text[offices.start("what") : end]
        return [noun(f"{level}级{what}") for level in offices.group("levels") if level in _LEVELS]
    nouns = _parted(text, painted, start, end, _LIST_PART)
    if 1 < wanted < len(nouns):
        # 优等路率、优良路率和一、二类桥梁比例; 报警和监控系统联网率、封闭化管理率
        nouns = next((n for part in (_COMMA, _JOIN) if len(n := _parted(text, painted, start, end, part)) == wanted), nouns)
    first, last = nouns[0], nouns[-1]
    head = shared.group() if (shared := _SHARED_HEAD.match(first)) else ""
    if len(nouns) > 1 and (of := _KIND.match(last)) and last[of.end() :] and all(map(_KIND.fullmatch, nouns[:-1])):
        return [noun(word + last[of.end() :]) for word in (*nouns[:-1], of.group())]  # 城镇、农村自来水普及率
    if len(nouns) == 1 < wanted and wanted == len(_TOWN_AND_COUNTRY) and first.startswith("城乡") and is_measure(first):
        return [noun(where + first.removeprefix("城乡")) for where in _TOWN_AND_COUNTRY]
    if (of := _RANK.match(last)) and all(_RANK.fullmatch(word) for word in nouns[:-1]):
        return [noun(word + last[of.end() :]) for word in (*nouns[:-1], of.group())]  # 国家级、省级绿色工厂
    if (
        len(nouns) > 1
        and all(map(_MEASURED_TOO.fullmatch, nouns[1:]))
        and (measured := _MEASURED.fullmatch(first))
        and not (first.startswith("单位") and any("总" in word for word in nouns[1:]))  # what is a sum is of no unit
    ):
        return [noun(first), *(noun(measured.group("of") + word) for word in nouns[1:])]
    if any(_RANK_AHEAD.match(word) for word in nouns[1:]):
        head = ""  # 县级以上医院、乡镇卫生院: each has a rank of its own
    if (
        not head
        and (owner := OWNER.match(first))
        and all(_PER_UNIT.match(noun_) or (len(noun_) <= _SHORT_MEASURE and is_measure(noun_)) for noun_ in nouns[1:])
    ):
        head = owner.group("owner")
    if not head and (unit := _FOR_UNIT.match(first)) and all(_OF_UNIT.fullmatch(word) for word in nouns[1:]):
        head = unit.group()
    if (
        len(nouns) > 1
        and (rate := _RATE_OF_GROWTH.search(last))
        and all(is_measure(word) and not word.endswith(_NO_GROWTH) for word in nouns[:-1])
    ):
        # 林下经济经营面积、产值年均增速: how fast each of them grows.
        return [noun(head + word.removeprefix(head).removesuffix(rate.group()) + rate.group()) for word in nouns]
    if (
        len(nouns) > 1
        and (again := _WORK_AGAIN.search(last))
        and all(word.endswith(("人员", "人", "者", "力", "生")) for word in nouns[:-1])
    ):
        return [noun(word.removesuffix(again.group()) + again.group()) for word in nouns]  # 失业人员、就业困难人员再就业
    tail = ""
    if _LEVEL_OF.match(last) and all(word in _LEVELS for word in nouns[:-1]):
        # 省、市、县级非遗项目
        return [noun(word + last[1:]) for word in (*nouns[:-1], last[0])]
    if (ranked := _RANKED.match(last)) and all(_RANKED.fullmatch(word) for word in nouns[:-1]):
        # 国家级、省级企业技术中心: what all of these are.
        whole = last[ranked.end() :]
        return [noun(word + whole) for word in (*nouns[:-1], last.removesuffix(whole))]
    if len(nouns) == 2 and not head and not is_measure(first) and is_measure(last):
        # 功能区声环境质量昼间、夜间达标率: two words of a kind share what stands before the one and behind the other.
        for size in (2, 3, 4):
            if (
                len(first) > size + 1
                and len(last) > size + 1
                and first[-1] == last[size - 1]
                and first[-size:] != last[:size]
            ):
                # 企业职工培训、创业培训人数: what ends in one word is a noun of its own.
                head, tail = "" if first[-2:] == last[size - 2 : size] else first[:-size], last[size:]
                return [noun(first + tail), noun(head + last)]
    timed = last.endswith(_DURATIONS)
    if timed or ((not is_measure(first) or first.endswith(_SUBSTANCE)) and is_measure(last)):
        of_each = _OF_EACH.search(last)
        if of_each and all(len(word) <= of_each.start() + 2 and word for word in nouns[:-1]):
            # 小学、初中每百名学生拥有骨干教师数: what all have stands behind the last.
            tail = last[of_each.start() :]
        elif all(word.endswith("）") for word in nouns[:-1]) and (closed := last.find("）") + 1) < len(last) // 2:
            # 乡镇（街道）、村（社区）老年学校建有率: each place ends with its bracket.
            tail = last[closed:] if closed else ""
        elif all(len(word) == 1 for word in nouns[:-1]):
            tail = last[1:]  # 高、中、低风险企业检查覆盖率
        elif (who := [*_WHO.finditer(last)]) and all(_ends_in_who(word) for word in nouns[:-1]):
            tail = last[who[0].end() :]
        elif (many := _OF_MANY.search(last)) and many.start() >= 2:
            # 化学需氧量、氨氮、挥发性有机物重点工程减排量: what is measured of all of them.
            tail = many.group()
        elif last.endswith("数"):
            tail = "数"
        elif (
            len(first) > 2
            and (shared_end := last.find(first[-2:])) > 0
            and all(word.endswith(first[-2:]) for word in nouns[:-1])
        ):
            # 城镇居民、农村居民人均可支配收入: all end as the last one does before what is measured.
            tail = last[shared_end + 2 :]
        elif 0 < (shared_end := last.find(first[-1:], 1)) <= len(first) + _NEAR and all(
            word[-1:] == first[-1:] for word in nouns[:-1]
        ):
            # 县级以上医院、乡镇卫生院中医馆设置率: the same where they end in one character.
            tail = last[shared_end + 1 :]
        elif len(nouns) == 2 and len(first) > 2 and len(last) > 4 and (first[-2:] in _BARE_VERBS or last[:2] in _BARE_VERBS):
            # Two verbs of two characters share what stands before the one and behind the other.
            head, tail = first[:-2], last[2:]
        elif len(first) > _SHORT_NAME and (rate := _RATE_OF.search(last)) and rate.start() > _SHORT_NAME:
            tail = rate.group()  # 废旧农膜、农药包装废弃物回收率
        elif len(last) - len(first) >= 2:
            # 二氧化硫、氮氧化物排放总量: nouns of one length share what stands behind the last.
            tail = last[len(first) :]
            if tail[0] in _ENDS_OF_GOODS and last.endswith("率"):
                tail = tail[1:]  # 果蔬、肉类、水产品冷链流通率
    if (verb := GROWN.match(nouns[0])) and not head:
        nouns[0] = nouns[0][verb.end() :]
    return [noun(head + word.removeprefix(head).removesuffix(tail) + tail) for word in nouns]
