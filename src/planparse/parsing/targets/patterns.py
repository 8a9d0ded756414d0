"""The ways of stating a target, as one table.

A pattern reads one piece of a clause as the skeleton shows it (planparse.parsing.targets.skeleton): brackets are hidden, numbers and times
painted over. Its named groups are the contract:

    <n>        the number, of one of the families in `numbers`, with the bound before it; <b> is one that has such a bound
    indicator  the noun that is measured or counted
    outcome    the verb phrase that says what must become true; `reach` with the number behind it where the verb leads to a level
    subject    whose indicator it is, where a verb stands between them
    dir        the verb of a change, which tells its direction
    from       the number that an indicator has today, and `since` the words before it, which may name its year
    such       what stands before the number and says which things are counted
    per        the denominator; `head` what stands before the verb, which may be one; `rate` the same right before the number
    strive     力争 and its like, behind a subject of their own
"""

from __future__ import annotations

from dataclasses import dataclass, field

from planparse.language.amounts import BOUNDS
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import Direction, TargetKind
from planparse.parsing.targets.skeleton import PAINT

_VERBS = words("verbs")
INCREASE = frozenset(_VERBS["increase"])
DECREASE = frozenset(_VERBS["decrease"])
STRIVE = alternation(word for word in _VERBS["strive"] if word != "争创")  # 争创 is the verb of its object alone
# 建成区, 增加值, 覆盖率, 复绿面积: what begins as a verb does is a noun where it is a word of its own; 建成区域 and 改造户厕 are a verb and its object.
_NO_NOUN = f"(?!{alternation(_VERBS['nouns'])}(?![域厕级])|[^，]{{2}}(?:率(?!先)|值(?![守班])|额|占比|比例|比重)|(?!新增|完成|实现|达到|增加|建成|新建)[^，]{{2}}(?:面积|里程|长度))"
CREATE = _NO_NOUN + alternation(_VERBS["create"]) + "(?!(?<=规范)[性化]|员(?![工额警])|者(?!$))"
_CARRY_OUT, _CHAINED = alternation(_VERBS["carry_out"]), alternation(_VERBS["chained"])
# 居 is none in 居住, 覆盖 none in 全覆盖; 通 alone is one where a way or a wire is its object: 通硬化路, 通5G.
# 在制造业深度应用, 向云端迁移: where a verb follows what is spread.
_SPREAD = "(?:在(?=[^，]{2,20}(?:应用|推广|落地|使用|试点|上市|挂牌|推行|实施|开展|从事|工作|服务|任职|任教|驻点|创业|就业|落户))|(?:从[^，]{1,12})?向(?=[^，]{1,12}(?:迁移|转型|转移|转变|升级|延伸|集聚|集中|开放))|被(?=[^，]{1,30}(?:推广|采用|采纳|评为|认定|录用|授予|列为|命名)))"
OUTCOME = f"(?:{_SPREAD}|{alternation(_VERBS['outcome'])}|居(?![住民家委中])|得到|恢复(?=生产|经营|营业|正常|供)|建设(?=[^，]{{2}})(?!进度|工作|任务|用地|规模|项目|质量|标准)|(?<!全)覆盖|(?:开|接|直|贯)?通(?=[^，]{{0,6}}(?:路|公路|客车|公交|班车|宽带|光纤|网络|邮|快递|电|水|气|天然气|5G|4G|高铁|铁路|高速)))"
CHOOSE = alternation(_VERBS["choose"])
# 达 is none in 雷达.
REACH = f"(?:{alternation(word for word in _VERBS['reach'] if word != '达')}|(?<!雷)达)"
REACH_WORDS = frozenset(_VERBS["reach"])
CHANGE = _NO_NOUN + alternation(INCREASE, DECREASE)
_CHANGE_VERB = _NO_NOUN + alternation(
    verb for verb in INCREASE | DECREASE if len(verb) > 1 and verb != "新增"
)  # 新增装机: a sum of its own
# What leads to a length of time that is to be reached: 压缩至3个工作日, 不超过20个工作日.
_SHORTER = alternation(_VERBS["shorten"])
SHORTEN = f"(?:{_SHORTER}|降低|控制|提速|精简)(?:至|到|为|在)|(?={PAINT['bound']})"
_TAKING = "时间|时限|时效|工期|天数|时长|时延|用时|耗时|历时|停时|候时"
# What offices do, and how long it takes is to become shorter.
_PROCESS = alternation(_VERBS["processes"])
DURATION = alternation(_VERBS["durations"])
_SELECT = alternation(_VERBS["select"])
_MEASURE = alternation(_VERBS["measures"])
# What one who applies goes through or hands in.
_STEP = alternation(_VERBS["steps"])
_FEWER = f"(?:{_SHORTER}|精简|优化|整合|合并|简化|归并)(?:至|到|为|成)"
_NAMED_STEPS = f"(?:“{PAINT['hidden']}+”(?:等)?)?"
# 帮助20家企业上市: who is brought to do what needs no object.
_CAUSE = alternation(_VERBS["cause"])
_STATE = f"(?:(?:{alternation(_VERBS['state_adverbs'])})*(?:{alternation(_VERBS['state'])}))"
# What stands between things and the share of them that reaches a state.
_SHARE_ADVERB = f"(?:{alternation(_VERBS['adverbs'])}|达到|有){{0,2}}"
# What somebody has or gives: 公墓保有墓穴5.6万个, 惠民殡葬惠及群众1.1万户.
_HAVE = _NO_NOUN + alternation(_VERBS["have"])
# What is done to people and says whom by its unit alone: 培训3000人次.
_ACTS = alternation(_VERBS["acts"])
# Who or what makes up a set: 九成以上的规模养殖场.
_MEMBER = alternation(_VERBS["members"])
# Where something is done: 在23个领域试行.
_PLACES = alternation(_VERBS["places"])

PERCENT, COUNT, MEASURE, BARE, RATIO, POINT, TIMES, ZERO, TIME, DOUBLED, HALVED = (
    PAINT[family]
    for family in (
        "percent",
        "count",
        "measure",
        "bare",
        "ratio",
        "point",
        "multiple",
        "zero",
        "time",
        "doubled",
        "halved",
    )
)
# The families that can be the value of a target on their own; ranks, grades and lengths of time need more.
_COUNTABLE = PERCENT + COUNT + MEASURE + BARE + RATIO + POINT + TIMES
PRINCIPAL = _COUNTABLE + ZERO + DOUBLED + HALVED
BOUND = PAINT["bound"]
NUMBER_RUN = Pattern(
    rf"{BOUND}*+(?P<paint>[{PRINCIPAL}])(?P=paint)*+",
    reads=("建成中心3家", "不少于30家"),
    leaves=("到2025年", "加快建设"),
    painted=True,
)
TIME_RUN = Pattern(f"{BOUND}*+{TIME}++", reads=("压缩至3个工作日",), leaves=("建成中心3家",), painted=True)
_LEVELS = PERCENT + COUNT + MEASURE + BARE + POINT + TIMES
_DEADLINE = PAINT["deadline"]
# 达到每秒320立方米, 每10万人50台: per what, where it stands right before the number.
_RATE = f"(?P<rate>每(?:{PAINT['hidden']}++|[十百千万]{{1,2}}(?:人口?|户)|秒|分钟|小时|天|日|公顷|平方公里|立方米|百?公里|亩|辆|户|人)[{_DEADLINE}]*(?=[{BOUND}{_LEVELS}]))?"

ADVERB = rf"(?P<strive>{STRIVE})?(?:{alternation(_VERBS['adverbs'])}(?<![响供反效对适相]应)(?<![人户亩日生村]均)){{0,3}}"
MODIFIERS = f"(?:{alternation(_VERBS['modifiers'])}){{0,3}}"
# 新（改、扩）建: a verb with another in brackets.
VERB = rf"{MODIFIERS}(?:[^，、的{PRINCIPAL}]{{1,4}}化(?=改造|升级|治理|提升))?(?:(?:{_CARRY_OUT}{CREATE}|{CREATE})(?:[并和及或、](?:{CREATE}|优化|完善|规范)|{_NO_NOUN}{_CHAINED}){{0,2}}[了出好]?(?:（{PAINT['hidden']}{{1,5}}）(?=[^，]))?|[新改扩]（{PAINT['hidden']}+）建|制（{PAINT['hidden']}+）订)"
VERB_AHEAD = Pattern(VERB, reads=("建设中心", "新培育企业", "规划建设基地"), leaves=("中心建设", "建成区绿化"), by="match")
# A noun without numbers; the second form does not begin like 10家以上的… or 30人（含）以下的….
_STOP = PRINCIPAL + BOUND
_NOUN = f"[^{_STOP}，]+?"
_THING = f"[^{_STOP}，的（）][^{_STOP}，]*?"
END = f"(?:左右|之间|区间|以?内|(?:[两三]个)?(?:的?新)?(?:大?台阶|大关|关口|门槛|行列|俱乐部)|的?(?:水平|规模|目标|标准|要求|任务|政策|底线|红线))?(?:（(?:{PAINT['hidden']}*|(?:力争|争取|确保|计划|[在于])?{PAINT['deadline']}+(?:全部|全面)?(?:完成|建成|竣工|投用|投产|实现|达到|落实|达标|到位)?)）)?$"


# 缩短至自受理之日起12个工作日: from when it is counted.
_FROM_THEN = f"(?:自?[^，{_STOP}{TIME}]{{2,14}}?起)?"


def firsts(*lists: str) -> frozenset[str]:
    """What the verbs of these lists begin with."""
    return frozenset(verb[0] for name in lists for verb in _VERBS[name])


# What becomes of things, where their number stands behind them: 背街小巷15条完成改造, 企业30家上云. 职工25人以上建立工会 says who must.
_BECOME = (
    "(?:得到|获得|完成|投入(?=使用|运行|运营|生产)|进入|列入|纳入|跻身|入选|入围|获评|获批|晋升|升级为|成长为|转型为|通过|取得|加入|参加|参与|享受|接受|达到|实现|建成)"
    f"(?![^，]*(?:补助|补贴|奖励|资助|支持))[^，的{PRINCIPAL}{BOUND}]{{2,}}"
    f"|(?:开工|竣工|完工|建成|投用|投产|通车|挂牌|开放|运营|运行|交付|上线|启用|并网|落户|落地|建设){{1,2}}|{_STATE}"
)
_BECOMES = frozenset("得获完投进列纳跻入晋升成转通取加参享接达实建开竣挂运交上启并落") | firsts("state", "state_adverbs")


# 新增2400户（累计约3600户）餐饮单位: what stands in brackets behind a number is passed over, but （含10户） bounds it.
_ASIDE = f"(?>(?:（{PAINT['hidden']}{{5,}}+）(?!$))?)"


@dataclass(frozen=True, slots=True)
class TargetRule(Rule):
    """A way of stating a target with a number.

    `kind` None: level where the noun is itself a measure or the number a percentage, count otherwise. `matches` gives the indicator
    and the outcome. `direction` is that of a change whose verb is the number itself: 翻番. `elided` rules may leave the indicator
    to the clause before; `shared` rules fire only in a list whose other members gave the verb or the outcome; `closed` rules only
    where the bound stands behind the number, 1500家以上, which promises say far more often than what describes; `promised` ones among
    them also where a time to come governs the clause: 到2027年，国际航线8条.
    """

    kind: TargetKind | None = field(kw_only=True)
    numbers: str = field(kw_only=True)
    elided: bool = False
    shared: bool = False
    closed: bool = False
    promised: bool = False
    direction: Direction | None = None

    def __post_init__(self) -> None:
        """Spell out the number: a run of one paint, behind that of a bound."""
        number = rf"(?P<paint>[{self.numbers}])(?P=paint)*+){_ASIDE}"
        spelled = self.regex.replace("<n>", f"(?P<n>{BOUND}*+{number}").replace("<b>", f"(?P<n>{BOUND}++{number}")
        object.__setattr__(self, "regex", spelled)

    def ends_with_number(self) -> bool:
        """Whether it reads no piece but such as end with a number."""
        return self.regex.endswith(f")(?P=paint)*+){_ASIDE}{END}")


TARGETS = Rules(
    TargetRule(
        "ratio",
        rf"(?P<indicator>[^，]*?(?:比|与[^，]{{1,12}}比例))(?:{ADVERB}(?:{REACH}))?<n>{END}",
        {"床医比达到1：0.55": ("床医比", None)},
        ("比赛时间9：30",),
        kind="ratio",
        numbers=RATIO,
        needs=frozenset("比"),
    ),
    TargetRule(
        "from_to",
        rf"(?P<indicator>.*?)[由从](?P<since>[^{_STOP}{TIME}]{{0,16}})(?P<from>[{BOUND}{_LEVELS}{TIME}]++)[^，{_STOP}]{{0,4}}?"
        rf"(?P<reach>(?:{CHANGE})[{_DEADLINE}]++的?|[{_DEADLINE}]*(?:{REACH}))(?:提前)?<n>{END}",
        {
            "县域内就诊率由80%提升至90%": ("县域内就诊率", None),
            "发票“非接触式”领用比例从2019年的50%提升到2020年的70%": ("发票“非接触式”领用比例", None),
            "企业开办时间由15个工作日压缩至3个工作日": ("企业开办时间", None),
            "引航受理时间由原来提前48小时缩短到提前24小时": ("引航受理时间", None),
        },
        ("贷款利率由5%降至4%",),
        kind=None,
        numbers=_LEVELS + TIME,
        elided=True,
        needs=frozenset("由从"),
    ),
    TargetRule(
        "doubles",
        rf"(?P<indicator>.*?)(?:[比较](?P<since>[^{_STOP}，]{{2,16}}?)(?:基础上)?)?(?:{TIME}+(?:内|间)?)?{ADVERB}(?:实现|{TIME})*(?P<outcome><n>){END}",
        {
            "数字经济核心产业增加值比2025年翻一番": ("数字经济核心产业增加值", "翻一番"),
            "专利授权量翻两番": ("专利授权量", "翻两番"),
            "保费规模五年翻一番": ("保费规模", "翻一番"),
            "科技型中小企业数量实现翻番": ("科技型中小企业数量", "翻番"),
            "网络零售额实现三年翻一番": ("网络零售额", "翻一番"),
        },
        ("专利授权量增长2倍",),
        kind="change",
        numbers=DOUBLED,
        elided=True,
        direction="increase",
    ),
    TargetRule(
        "halves",
        rf"(?P<indicator>.*?)(?:[比较](?P<since>[^{_STOP}，]{{2,16}}?)(?:基础上)?)?{ADVERB}(?:实现|再)?(?P<outcome><n>){END}",
        {"办理环节和材料减半": ("办理环节和材料", "减半"), "审批时限比2024年减半": ("审批时限", "减半")},
        ("审批时限压减一半",),
        kind="change",
        numbers=HALVED,
        elided=True,
        direction="decrease",
    ),
    TargetRule(
        "times_of",
        rf"(?P<indicator>.*?){ADVERB}(?P<outcome>(?:{REACH}|相当于)(?P<since>[^{_STOP}，]{{2,12}}?)的<n>){END}",
        {"服务贸易额达到2024年的1.5倍": ("服务贸易额", "达到2024年的1.5倍")},
        ("服务贸易额达到1.5倍", "存入保证金的1.5倍"),
        kind="change",
        numbers=TIMES,
        elided=True,
        direction="increase",
        needs=frozenset("的"),
    ),
    TargetRule(
        "shorten",
        rf"(?P<indicator>.*?(?:{_TAKING})(?:总体|总计|合计)?){ADVERB}(?P<reach>{SHORTEN}){_FROM_THEN}<n>{END}",
        {
            "企业开办时间压缩至3个工作日以内": ("企业开办时间", None),
            "用电报装时间不超过20个工作日": ("用电报装时间", None),
            "核准类项目审批用时均不超过29个工作日": ("核准类项目审批用时", None),
            "经营许可办理时限缩短至自受理申请之日起12个工作日内": ("经营许可办理时限", None),
        },
        ("贷款期限不超过3年",),
        kind="level",
        numbers=TIME,
        needs=frozenset("时期天间"),
    ),
    TargetRule(
        "takes_within",
        rf"(?P<indicator>[^，{_STOP}{TIME}]{{2,}}?(?:{_TAKING}|周期|住院日)){ADVERB}(?P<reach>)<n>{END}",
        {"低压客户平均接电时间3个工作日以内": ("低压客户平均接电时间", None)},
        ("低压客户平均接电时间3个工作日", "申请人社保缴纳时间3年以上的"),
        kind="level",
        numbers=TIME,
        closed=True,
        needs=frozenset("时期天日"),
    ),
    TargetRule(
        "shorten_process",
        rf"(?P<indicator>[^，{_STOP}{TIME}]*?(?:{_PROCESS})(?:全?流程|全程|事项|业务|环节)?){ADVERB}(?P<reach>(?:{_SHORTER}|降低|提速|控制)(?:至|到|为|在))<n>{END}",
        {
            "分块用海报批最短压缩至2个月": ("分块用海报批", None),
            "不动产抵押登记压缩至1个工作日": ("不动产抵押登记", None),
            "企业开办全流程控制在1个工作日以内": ("企业开办全流程", None),
        },
        ("贷款审批后期限压缩至1年的", "政府投资项目减至90个工作日以内"),
        kind="level",
        numbers=TIME,
        needs=firsts("processes"),
    ),
    TargetRule(
        "done_within",
        rf"(?P<indicator>(?![^，]*(?:之?[日时]起|以?后|申请人|应当?|须|逾期|日前))[^，{_STOP}{TIME}]{{3,}}?)(?:[要可在均]|全部|一律|实现)?<n>(?:以?内)?(?:全部)?(?:办结|办理完毕|办成|办好|完成|响应|到账|出证|拿证|送达|通关)$",
        {
            "专利侵权纠纷行政裁决案件60日内办结": ("专利侵权纠纷行政裁决案件", None),
            "企业开办1个工作日内办结": ("企业开办", None),
        },
        ("自受理之日起5个工作日内办结", "收到申请后10个工作日内完成", "行政机关应当在20日内办结"),
        kind="level",
        numbers=TIME,
        needs=frozenset("办完响到出拿送通"),
    ),
    TargetRule(
        "responds_within",
        r"(?:实现|做到|确保|达到)?<n>(?:以?内)?(?P<indicator>(?:人工|在线|快速)?(?:响应|办结|到账|通关|出证|办理|审批|送达|处置|接诉))$",
        {"实现1分钟响应": ("响应", None), "做到24小时内办结": ("办结", None)},
        ("实现1年运营", "提供24小时服务"),
        kind="level",
        numbers=TIME,
        needs=frozenset("响办到通出审送处接"),
    ),
    TargetRule(
        "shorten_first",
        rf"(?:实现|确保)?(?:{_SHORTER}|降低)(?P<indicator>[^，{_STOP}{TIME}]{{2,}}?(?:时间|时限|工期|周期|时长))(?P<reach>至|到)<n>{END}",
        {"压缩企业开办时间至8天以内": ("企业开办时间", None)},
        ("压缩企业开办时间3天", "企业开办时间压缩至8天"),
        kind="level",
        numbers=TIME,
        needs=frozenset("至到"),
    ),
    TargetRule(
        "shorten_to_share",
        rf"(?P<indicator>[^，{_STOP}]{{3,}}?){ADVERB}(?P<reach>(?:{_SHORTER}|控制|精简)(?:至|到|为|在)(?:(?:法定|规定|国家|原|现行|承诺)[^，{_STOP}]{{0,10}}?(?:时限|时间|时长|期限|周期)|原来|原有|现在|目前)的?)<n>{END}",
        {
            "审批事项审批时限压减至法定时限50%以内": ("审批事项审批时限", None),
            "项目环评审批时限压缩至法定时限的一半": ("项目环评审批时限", None),
        },
        ("审批时限压减50%以上", "比法定时限压缩50%"),
        kind="level",
        numbers=PERCENT,
        needs=frozenset("时期原现目"),
    ),
    TargetRule(
        "lasts",
        rf"(?P<indicator>.*?(?:教育年限|寿命|平均年龄|月数|天数|小时数|机时|平均住院日|满意度|得分|分数|评分|成绩|指数|测评|评价|时长|学时|课时|提前量|时效|间隔|(?:开放|营业|学习|训练|飞行|利用|续航|供应|保障|活动|锻炼|运动|睡眠)时间|(?<=人均预期)寿命)){ADVERB}(?:每[天日周])?[{_DEADLINE}]*(?:{REACH}|(?={BOUND})|(?<=寿命))<n>{END}",
        {
            "人均预期寿命达到80.5岁": ("人均预期寿命", None),
            "劳动年龄人口平均受教育年限达到11.5年": ("劳动年龄人口平均受教育年限", None),
            "企业满意度达到95分以上": ("企业满意度", None),
            "三级公立医院平均住院日降至7.2天": ("三级公立医院平均住院日", None),
            "暴雨预警提前量达到60分钟以上": ("暴雨预警提前量", None),
        },
        ("贷款期限达到3年", "申请人年龄在45周岁以下", "摊销年限不低于10年"),
        kind="level",
        numbers=TIME,
        needs=frozenset("限寿龄满分评绩指测时数日间量隔"),
    ),
    TargetRule(
        "shorten_elided",
        rf"(?P<indicator>[^，]*?)(?:实现)?(?P<reach>再?(?:{_SHORTER})(?:至|到|为))<n>{END}",
        {"市政工程审批时间压减一半，政府投资项目减至90个工作日以内": ("政府投资项目审批时间", None)},
        ("政府投资项目减至90个工作日以内",),
        kind="level",
        numbers=TIME,
        elided=True,
    ),
    TargetRule(
        "time_elided",
        rf"(?P<indicator>[^，{_STOP}{TIME}]{{2,16}}?){ADVERB}(?P<reach>)<b>{END}",
        {"政府投资项目审批时限不超过70个工作日，社会投资项目不超过40个工作日": ("社会投资项目审批时限", None)},
        ("社会投资项目不超过40个工作日",),
        kind="level",
        numbers=TIME,
        elided=True,
    ),
    TargetRule(
        "lengthens",
        rf"(?P<indicator>[^，{_STOP}{TIME}]*?(?:{DURATION}|得分|评分))(?:[比较](?P<since>[^{_STOP}，{TIME}]{{2,16}}?)(?:基础上)?)?{ADVERB}(?P<outcome>(?P<dir>{CHANGE}))<n>{END}",
        {
            "人均预期寿命较2025年提高1岁": ("人均预期寿命", "提高"),
            "人均健康预期寿命增加1.5岁": ("人均健康预期寿命", "增加"),
            "平均审批时间缩短3天以上": ("平均审批时间", "缩短"),
        },
        ("人均健康预期寿命达到80岁", "贷款期限延长1年"),
        kind="change",
        numbers=TIME,
        needs=frozenset("限寿龄间长数期时分"),
    ),
    TargetRule(
        "lasts_on",
        rf"(?P<indicator>)(?P<reach>{REACH})<n>{END}",
        {"人均预期寿命提高1岁、达到80.6岁": ("人均预期寿命", None)},
        ("贷款期限延长1年、达到3年",),
        kind="level",
        numbers=TIME,
        elided=True,
    ),
    TargetRule(
        "lengthens_on",
        rf"(?P<indicator>)(?:[比较](?P<since>[^{_STOP}，{TIME}]{{2,16}}?)(?:基础上)?)?{ADVERB}(?P<outcome>(?P<dir>{CHANGE}))<n>{END}",
        {"平均受教育年限达到11.8年，较2023年增加0.6年": ("平均受教育年限", "增加")},
        ("贷款期限达到3年，延长1年",),
        kind="change",
        numbers=TIME,
        elided=True,
    ),
    TargetRule(
        "zero",
        rf"(?P<indicator>.+?){ADVERB}(?:实现|保持|确保|达到)?(?P<outcome>[“\"]?<n>[“”\"]?(?:发生|事故|新增|排放|死亡|感染|违规|投诉|填埋|直排|伤亡)[”\"]?)$",
        {"重特大事故零发生": ("重特大事故", "零发生"), "较大以上事故“零发生”": ("较大以上事故", "“零发生”")},
        ("零发生率",),
        kind="count",
        numbers=ZERO,
    ),
    TargetRule(
        "zero_growth",
        rf"(?P<indicator>.+?){ADVERB}(?:实现|保持|确保|达到)?(?P<outcome>[“\"]?<n>[“”\"]?(?P<dir>增长))[”\"]?$",
        {"化肥使用量实现零增长": ("化肥使用量", "零增长")},
        ("化肥使用量增长3%",),
        kind="change",
        numbers=ZERO,
        needs=frozenset("增"),
    ),
    TargetRule(
        "rate_behind",
        rf"(?:实现|达到|确保|保证)?<n>的?(?P<indicator>[^{_STOP}，的]{{2,12}}(?:率|覆盖面|比例|比重))(?P<outcome>)$",
        {"实现90%解决率": ("解决率", None)},
        ("按50%的比例给予补贴",),
        kind="level",
        numbers=PERCENT,
        needs=frozenset("率覆比"),
    ),
    TargetRule(
        "from_today",
        rf"(?:将|把)?(?:目前|现行|现有|原来|原有|原)的?(?P<from>[{BOUND}{_LEVELS}{TIME}]++)的?(?P<indicator>{_NOUN})(?P<reach>{REACH})<n>{END}",
        {"将目前5%的失业率降低至4%以下": ("失业率", None)},
        ("将目前的失业率降低1个百分点",),
        kind=None,
        numbers=_LEVELS + TIME,
        needs=frozenset("目现原"),
    ),
    TargetRule(
        "share_of",
        rf"(?P<indicator>(?![^，{_STOP}]*按)[^，{_STOP}]{{3,}}?)(?<![的占以有])(?:{_SHARE_ADVERB})<n>(?P<outcome>{ADVERB}{_NO_NOUN}(?:{OUTCOME}|采取|实施).+)$",
        {
            "产业园区新增工业用地60%以上采取“标准地”供应": ("产业园区新增工业用地", "采取“标准地”供应"),
            "规模以上企业50%以上建立研发机构": ("规模以上企业", "建立研发机构"),
        },
        ("按年度担保额的1%进行补偿", "20%以上的村卫生室建成“中医阁”", "60%覆盖面"),
        kind="share",
        numbers=PERCENT,
    ),
    TargetRule(
        "share_done",
        rf"(?P<indicator>(?![^，{_STOP}]*按)[^，{_STOP}]{{2,}}?)(?<![的占按以有])<n>(?P<outcome>(?:按期|限期|按时|及时|实行|进行|全部)?(?:回访|整改|办结|反馈|公开|上线|联网|达标|归集|共享|检查|复核|兑现|建档|检测|入库|到位|回复|备案|运行|覆盖|合格))(?:到位)?$",
        {"实名差评100%按期整改": ("实名差评", "按期整改"), "业扩工单100%回访": ("业扩工单", "回访")},
        ("按照50%到位", "合格率100%"),
        kind="share",
        numbers=PERCENT,
    ),
    TargetRule(
        "share_reaches",
        rf"(?P<head>[^{_STOP}]*?)(?<![率占比例重面度])(?:至少|约)?<n>的?(?P<indicator>(?!、){_NOUN})等?{ADVERB}(?P<outcome>(?:{OUTCOME}|{BOUND}*[{TIME}]++以?内).+)$",
        {
            "90%的乡镇15分钟内上高速": ("乡镇", "15分钟内上高速"),
            "20%以上的村卫生室（社区卫生服务站）建成“中医阁”": ("村卫生室（社区卫生服务站）", "建成“中医阁”"),
            "推进100%的精神专科医院设立心理门诊": ("精神专科医院", "设立心理门诊"),
        },
        ("按50%给予补贴",),
        kind="share",
        numbers=PERCENT,
    ),
    TargetRule(
        "share_state",
        rf"(?:[^，{_STOP}]{{0,4}}?(?<![率占比例重面度])有?|全[省市县区州])?(?:至少|约)?<n>的?(?P<indicator>[^{_STOP}，、的]{{0,14}}?(?:{_MEMBER}))(?P<outcome>[^{_STOP}，的]{{2,14}}?(?:(?:全部|基本|均)?(?:到位|达标|合格|完善|贯通)|(?:达到?|控制在|在)?{BOUND}*[{MEASURE}{COUNT}]+(?:以[上内下])?))$",
        {
            "九成以上的规模养殖场粪污处理设施配套到位": ("规模养殖场", "粪污处理设施配套到位"),
            "有一半的行政村集体经营性收入超过20万元": ("行政村", "集体经营性收入超过20万元"),
        },
        ("80%的资金到位", "30%以上的企业"),
        kind="share",
        numbers=PERCENT,
        needs=firsts("members"),
    ),
    TargetRule(
        "such_make_up",
        rf"(?P<indicator>(?![^，]*按)[^，{_STOP}]{{4,}}?)的[要应]?占<n>{END}",
        {"城市社区综合服务设施面积达标的占九成以上": ("城市社区综合服务设施面积达标", None)},
        ("城市社区综合服务设施面积达标的占九成", "本地户籍的占比达到15%以上"),
        kind="level",
        numbers=PERCENT,
        closed=True,
        promised=True,
        needs=frozenset("占"),
    ),
    TargetRule(
        "covers_share",
        rf"(?:[^，{_STOP}]*?)(?P<outcome>覆盖|惠及|服务)<n>的?(?P<indicator>(?!的|覆盖面|全)[^{_STOP}，的]{{2,}}?)$",
        {
            "生活垃圾收运处置体系覆盖98%以上的行政村": ("行政村", "覆盖"),
            "覆盖50%以上的社区卫生服务中心": ("社区卫生服务中心", "覆盖"),
        },
        ("覆盖率98%以上", "体系覆盖98%"),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("覆惠服"),
    ),
    TargetRule(
        "covers_share_list",
        rf"(?:[^，{_STOP}]*?)(?P<outcome>(?<!全)覆盖|惠及)(?P<indicator>(?!率|面|的|到|至|[^，]*(?:比例|比重|占比|率|达到?|超过))[^{_STOP}，的]{{2,12}}?)<n>{END}",
        {"便民生活圈覆盖居民小区90%以上": ("居民小区", "覆盖")},
        ("覆盖率90%以上", "覆盖面达到90%", "居民小区90%以上"),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("覆惠"),
    ),
    TargetRule(
        "set_and_share",
        rf"(?:实现|确保|以)?(?P<indicator>[^{_STOP}，]{{3,}}?){ADVERB}(?:实现)?<n>(?P<outcome>全(?:覆盖|落实|达标|到位|公开)|(?:网上|在线|线上|全程)(?:可办|办理)|“{PAINT['hidden']}+”)(?:目标|为主要目标)?$",
        {
            "实现高频事项100%“掌上办”": ("高频事项", "“掌上办”"),
            "医疗机构环境监管和服务100%全覆盖": ("医疗机构环境监管和服务", "全覆盖"),
            "依申请政务服务事项100%网上可办": ("依申请政务服务事项", "网上可办"),
        },
        ("持续开展100%全覆盖检查",),
        kind="share",
        numbers=PERCENT,
    ),
    TargetRule(
        "share_online",
        rf"(?:[^{_STOP}，]{{0,6}}?(?:实现|推动|确保|做到))?(?:至少|约)?<n>的?(?P<indicator>[^{_STOP}，“]{{2,}}?)(?P<outcome>“{PAINT['hidden']}+”|(?:网上|线上|掌上|一网|全程)[^，]{{0,4}}办[^，]{{0,2}}|(?:一次|当场|即时|当日|当天|不见面|就近|异地|跨省|一窗|上门)性?(?:全部|就|可)?(?:办结|办理|办成|办好|可?办|响应|结算|通办|受理|出证))$",
        {
            "实现95%税费服务事项“网上办”": ("税费服务事项", "“网上办”"),
            "90%以上的政务服务事项全程网办": ("政务服务事项", "全程网办"),
            "实现70%以上涉税事项一次办结": ("涉税事项", "一次办结"),
        },
        ("推出100个“秒批秒办”事项",),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("“办响结通受出"),
    ),
    TargetRule(
        "select_and_bring",
        rf"(?P<head>[^{_STOP}]*?)(?:至少)?(?P<verb>{MODIFIERS}(?:{_SELECT}|{CHOOSE}))<n>的?(?P<indicator>{_THING}){ADVERB}(?P<outcome>(?:{OUTCOME}).+|入库|入围|入选)$",
        {
            "每个县（市、区）至少确定1家公立医疗卫生机构承担职业健康检查工作": ("公立医疗卫生机构", "承担职业健康检查工作"),
            "遴选5家左右的应用场景在全省推广": ("应用场景", "在全省推广"),
        },
        ("确定1家公立医疗卫生机构",),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=firsts("select", "choose"),
    ),
    TargetRule(
        "counts_sized",
        rf"<n>(?P<indicator>(?!以上|左右)[^，{_STOP}的（]{{2,16}}?)(?P<outcome>(?:全产业链|全产业|年)?(?:{_MEASURE})[均都]?(?:达到?|为)?[{BOUND}{MEASURE}]+)(?:以上)?$",
        {"10个产业全产业链产值均超1000亿元": ("产业", "全产业链产值均超1000亿元")},
        ("10个产业产值增长10%",),
        kind="count",
        numbers=COUNT,
        needs=firsts("measures"),
    ),
    TargetRule(
        "count_reaches",
        rf"(?:(?P<per>[每各][^{_STOP}]+?)|[^，{_STOP}]{{2,}}?等|[^，{_STOP}]{{0,16}}?[各有]|(?:[省市县乡]、?){{2,4}}{PAINT['hidden']}{{0,3}}|[^，{_STOP}]{{2,16}}?(?:部署|确定|明确|公布|下达)的|(?:其余|剩余|余下)的?(?![^，]*(?:全部|一律|均|全覆盖))|[^，{_STOP}已原现所]{{2,12}}的)?<n>(?!方面|级|(?:开工|竣工|完工|建成|投产|投用|通车|挂牌|开业|运营|交付)[^，]{{0,4}}$)(?P<indicator>{_THING}){ADVERB}(?P<outcome>(?:{OUTCOME})(?!时间|日期|情况|办法|方式|细则|主体|单位|者)(?![^，]*(?<![前{PERCENT}])[{PERCENT}{POINT}]).+|(?:实施|试行|推行|上线|运行|开工|投产|并网|通车|完工|竣工|投用|交付|结题)|{_STATE})$",
        {
            "餐饮、便利店、药店等28个行业分批分步实施": ("行业", "实施"),
            "在23个领域试行专用信用报告": ("领域", "试行专用信用报告"),
            "省市县三级50个高频事项实现“一趟不用跑”": ("高频事项", "实现“一趟不用跑”"),
            "国家新部署的16项“跨省通办”事项落实落地": ("“跨省通办”事项", "落实落地"),
            "80个行政村通硬化路": ("行政村", "通硬化路"),
            "5个通用大模型在制造业深度应用": ("通用大模型", "在制造业深度应用"),
            "20家企业上市": ("企业", "上市"),
            "有2000名科技特派员在基层一线开展工作": ("科技特派员", "在基层一线开展工作"),
            "98个新能源项目按期并网": ("新能源项目", "并网"),
            "5家企业建设零碳工厂": ("企业", "建设零碳工厂"),
            "80家乡镇卫生院达到国家推荐标准": ("乡镇卫生院", "达到国家推荐标准"),
            "8家县级妇幼保健机构力争达到二级甲等及以上标准": ("县级妇幼保健机构", "达到二级甲等及以上标准"),
        },
        ("建成80家乡镇卫生院",),
        kind="count",
        numbers=COUNT + MEASURE,
    ),
    TargetRule(
        "things_reach",
        rf"(?:{MODIFIERS}(?:{CHOOSE}|{_SELECT}|{_CAUSE}|{VERB})|对(?!外|口|接|标))?(?P<indicator>(?!现有|已有|原有|既有|包括|含){_NOUN})(?:至少)?有?<n>{ADVERB}"
        rf"(?P<outcome>{_BECOME})$",
        {
            "上市后备企业15家进入省级名单": ("上市后备企业", "进入省级名单"),
            "推动重点企业30家上云": ("重点企业", "上云"),
            "专精特新企业25家得到培育": ("专精特新企业", "得到培育"),
            "背街小巷15条完成改造": ("背街小巷", "完成改造"),
        },
        ("现有科普基地35个免费开放", "职工25人以上建立工会", "企业30家进入名单的"),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=_BECOMES,
    ),
    TargetRule(
        "build_to",
        rf"(?P<head>[^{_STOP}]*?)(?:至少)?(?P<verb>{VERB})<n>的?(?P<indicator>{_THING})(?P<outcome>(?:入选|入围|跻身|进入|晋升|晋级|获评|升级为|成长为|成为|转型为|列入|登上)(?![^，]*的[^，的]{{1,10}}$)[^{_STOP}，]{{2,}})$",
        {
            "培育6家以上企业入选全国制造业单项冠军": ("企业", "入选全国制造业单项冠军"),
            "孵化3个项目列入省级重点": ("项目", "列入省级重点"),
        },
        ("培育6家进入全国百强的企业", "培育6家单项冠军企业"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("入跻晋获为登"),
    ),
    TargetRule(
        "share_goes_on",
        rf"(?:有|约|至少)?<n>(?P<indicator>)(?P<outcome>(?:{OUTCOME})[^{_STOP}，]+)$",
        {"乡镇卫生院中，80%以上达到服务能力基本标准": ("乡镇卫生院", "达到服务能力基本标准")},
        ("80%以上达到服务能力基本标准", "按80%达到标准的给予补助"),
        kind="share",
        numbers=PERCENT,
        elided=True,
    ),
    TargetRule(
        "count_goes_on",
        rf"(?:首批|至少)?有?<n>(?P<indicator>)(?P<outcome>(?:{OUTCOME})(?!时间|日期|情况|办法|方式|细则|主体|单位|者)[^{_STOP}，]+)$",
        {
            "培育企业20家，5家进入全国百强": ("企业", "进入全国百强"),
            "全区16个乡镇中，有12个以上创成省级卫生乡镇": ("乡镇", "创成省级卫生乡镇"),
        },
        ("5家进入全国百强",),
        kind="count",
        numbers=COUNT,
        elided=True,
    ),
    TargetRule(
        "bring_to",
        rf"(?P<head>[每各]?[^{_STOP}]*?)(?:至少)?(?P<verb>{MODIFIERS}{_CAUSE})<n>的?(?P<indicator>{_THING}){ADVERB}(?P<outcome>{_STATE})$",
        {
            "扶持300名大学生返乡创业": ("大学生", "返乡创业"),
            "帮助5000名脱贫劳动力转移就业": ("脱贫劳动力", "转移就业"),
        },
        ("推动20家企业发展", "推动企业上市"),
        kind="count",
        numbers=COUNT,
        needs=firsts("cause"),
    ),
    TargetRule(
        "serves",
        rf"(?P<head>[^{_STOP}]*?)(?:为|面向|向|对)(?:全[省市县区]|[^，{_STOP}的]{{1,8}}[市县区镇乡村道])?<n>(?P<indicator>[^{_STOP}，的]{{2,}}?)(?P<outcome>(?:免费|集中|上门|定期)*(?:(?:提供|开展|进行|实施|组织|培训|培养|解决|发放|办理|减免|降低|纾解|购买|配发|配备|适配|安装|落实|追讨|挽回)[^{_STOP}]+|(?:健康)?体检|(?:健康|专项)?筛查|接种(?:疫苗)?|投保|参保|签约|建档|巡诊|义诊|诊疗|减负|纾困|服务))$",
        {
            "为20家以上中小企业提供诊断服务": ("中小企业", "提供诊断服务"),
            "面向1万名专业技术人才开展素质提升培训": ("专业技术人才", "开展素质提升培训"),
            "为5万名老年人免费体检": ("老年人", "免费体检"),
        },
        ("对3家企业的项目给予支持",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("为面向对"),
    ),
    TargetRule(
        "for_whom",
        rf"(?P<head>[^{_STOP}，]*?)(?:组织)?(?:开展|举办|实施|组织)(?:面向|针对)<n>(?P<indicator>[^{_STOP}，的]{{2,}}?)的(?P<outcome>[^{_STOP}，]{{2,}}(?:培训|活动|行动|服务|体检|筛查|教育|辅导))$",
        {"开展面向1万名专业技术人才的素质提升培训": ("专业技术人才", "素质提升培训")},
        ("开展面向企业的培训", "面向1万名专业技术人才开展培训"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("面针"),
    ),
    TargetRule(
        "sum_of",
        rf"(?P<head>[^{_STOP}，]*?)(?P<outcome>(?:累计|新增)?(?:设立|组建|建立|成立|筹集|提供|投放|发放))(?:(?:总额|总量|规模|总规模|累计)(?:达到?)?)?<n>的(?P<indicator>[^{_STOP}，]*?(?:基金|资金池|资金|贷款|融资|信贷|授信|债券)(?:支持|额度)?)$",
        {
            "设立不低于1亿元的智能装备贷款风险资金池": ("智能装备贷款风险资金池", None),
            "银行累计提供总额不少于3000亿元的涉农贷款支持": ("涉农贷款支持", None),
        },
        ("给予1亿元的贷款", "设立1亿元基金"),
        kind=None,
        numbers=MEASURE,
        needs=frozenset("的"),
    ),
    TargetRule(
        "in_places",
        rf"(?P<head>[^{_STOP}]+?)[在于](?:至少)?<n>(?P<indicator>[^{_STOP}，的]{{0,16}}?(?:{_PLACES})){ADVERB}(?P<outcome>(?:试点|先行|率先|大力|全面|深入)?(?:试行|推行|实行|实施|开展|启动|推广|试点|探索|落实|部署|建立|建设).+)$",
        {
            "选择在8个街道开展垃圾分类示范": ("街道", "开展垃圾分类示范"),
        },
        ("对3个行业的企业开展检查",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("在于"),
    ),
    TargetRule(
        "count_online",
        rf"(?:[^{_STOP}，]{{0,6}}?(?:实现|推动|确保|做到|推进))?(?:[^，{_STOP}]{{2,}}?等)?(?:至少|约)?<n>(?P<indicator>[^{_STOP}，“]{{2,}}?)(?P<outcome>(?:“{PAINT['hidden']}+”){{1,2}}|(?:网上|线上|掌上|一网|全程|跨省)[^，]{{0,4}}办[^，]{{0,2}})$",
        {
            "年底前实现办证、就业等10个主题式场景“一网通办”": ("主题式场景", "“一网通办”"),
            "推动50项政务服务事项跨省通办": ("政务服务事项", "跨省通办"),
        },
        ("推出100个“秒批秒办”事项",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("“办"),
    ),
    TargetRule(
        "grows_at",
        rf"(?P<indicator>.+?){ADVERB}(?:保持|实现|达到)[{_DEADLINE}]*<n>的?[{_DEADLINE}]*(?:平均)?(?P<outcome>(?P<dir>增长|增速|增幅|下降|降低))(?:速度|率|幅度)?$",
        {
            "天然气消费量力争保持15%以上的平均增长速度": ("天然气消费量", "增长"),
            "研发投入保持22%以上的年均增速": ("研发投入", "增速"),
        },
        ("天然气消费量占15%",),
        kind="change",
        numbers=PERCENT,
        needs=frozenset("增下降"),
    ),
    TargetRule(
        "raise_to",
        rf"(?:{_CHANGE_VERB}|控制|管控|拓展|做大)(?P<indicator>{_NOUN})(?<!达)(?P<reach>[至到])<n>{END}",
        {"提升居民健康素养水平至35%": ("居民健康素养水平", None), "控制单位能耗到0.4吨标准煤": ("单位能耗", None)},
        ("提升居民健康素养水平5个百分点", "高新技术企业达到500家", "低碳建筑占比达到30%"),
        kind=None,
        numbers=_LEVELS,
        needs=frozenset("至到"),
    ),
    TargetRule(
        "grows_by",
        rf"(?P<indicator>[^，{_STOP}]{{2,}}?)(?:年均|累计|同比|平均)?(?P<outcome>(?P<dir>增长|提高|增加|下降|降低|减少))(?:幅度)?(?![{_STOP}]){ADVERB}(?:达到?|保持在?|稳定在|控制在|维持在|实现|在)?<n>{END}",
        {
            "地区生产总值增长确保6%": ("地区生产总值", "增长"),
            "固定资产投资增长达到9%以上": ("固定资产投资", "增长"),
            "单位能耗下降力争达到3%": ("单位能耗", "下降"),
        },
        ("补贴标准提高达到50元",),
        kind="change",
        numbers=PERCENT + POINT + TIMES,
        needs=frozenset("增提下降减"),
    ),
    TargetRule(
        "strives",
        rf"(?P<indicator>)(?P<reach>(?P<strive>{STRIVE}|(?:全力)?冲[刺击]|挑战)(?:{REACH})?)<n>{END}",
        {"产业规模超过500亿元、力争600亿元": ("产业规模", None)},
        ("力争培育600家企业",),
        kind=None,
        numbers=_LEVELS,
        elided=True,
        needs=firsts("strive") | frozenset("冲挑全"),
    ),
    TargetRule(
        "for_each_behind",
        rf"(?P<indicator>[^，每{_STOP}]{{2,}}?)(?:达到?)?(?P<per>每(?:[十百千万]{{1,2}}(?:名|位)?(?:常住|户籍|城镇|城乡)*(?:人口|人|户|居民|老年人|老人|名?儿童)|[百千万]?(?:平方公里|公里)|公顷))(?:{_HAVE}|拥有|配备|配有|配置|建有|有)?{ADVERB}(?:{REACH})?<n>{END}",
        {
            "执业（助理）医师每千人口3.6人": ("执业（助理）医师", None),
            "社会工作者每万城镇常住人口配备18名": ("社会工作者", None),
            "公共厕所密度每平方公里达到4座以上": ("公共厕所密度", None),
        },
        ("每千人口执业医师3.6人", "补贴每人500元", "对企业每万人补贴3万元"),
        kind="level",
        numbers=COUNT + MEASURE + BARE,
        needs=frozenset("每"),
    ),
    TargetRule(
        "reach",
        rf"(?P<indicator>.*?){ADVERB}(?P<reach>{REACH}|控制在[^{_STOP}，]{{2,10}}?)[{_DEADLINE}]*{_RATE}<n>{END}",
        {
            "年度亏损控制在营业额4%以内": ("年度亏损", None),
            "县域内患者就诊率力争在90%左右": ("县域内患者就诊率", None),
            "总排涝能力达到每秒320立方米": ("总排涝能力", None),
            "康复医疗床位达到500张以上": ("康复医疗床位", "达到500张以上"),
        },
        ("达到30人以上的企业",),
        kind=None,
        numbers=_LEVELS,
        elided=True,
    ),
    TargetRule(
        "reach_of",
        rf"(?:原则上)?(?P<indicator>(?![^，]*(?:按|仅|金额))[^{_STOP}，]{{2,}}?){ADVERB}(?P<reach>达到?|完成(?=[^，]*(?:任务|计划|目标))|控制[在到]|{alternation(BOUNDS)})[^{_STOP}，]{{2,24}}?(?:的|(?<=[数量额积]))<n>{END}",
        {
            "家庭照护床位达到养老床位总数30%": ("家庭照护床位", None),
            "随机抽查比例不低于本年度招标项目总量的10%": ("随机抽查比例", None),
            "中断负荷容量争取达到当年响应需求量的150%": ("中断负荷容量", None),
        },
        ("企业利润不低于10%", "按照达到总额的50%给予补助", "达到其投资额的10%"),
        kind="level",
        numbers=PERCENT,
        needs=frozenset("的数量额积"),
    ),
    TargetRule(
        "compared",
        rf"(?P<indicator>.*?)(?P<outcome>(?:(?<!占)相?比(?![例率重值])|较(?![大小高低多少好差强弱重轻快慢长短为]))[^{_STOP}，]+?(?P<dir>{CHANGE})<n>)(?:.{{0,2}}|的?(?:目标|要求|任务|政策))$",
        {
            "单位增加值能耗比全国平均水平低30%以上": ("单位增加值能耗", "比全国平均水平低30%以上"),
            "较大以上火灾起数较前三年平均值下降10%": ("较大以上火灾起数", "较前三年平均值下降10%"),
            "铁路货运量占比较2020年提高0.5个百分点": ("铁路货运量占比", "较2020年提高0.5个百分点"),
        },
        ("单位增加值能耗低于30%",),
        kind="change",
        numbers=PERCENT + COUNT + MEASURE + POINT + TIMES + BARE,
        elided=True,
        needs=frozenset("比较"),
    ),
    TargetRule(
        "compared_to_level",
        rf"(?P<indicator>[^，{_STOP}]{{2,}}?){ADVERB}(?P<outcome>(?P<dir>[高快优低慢多少])于[^，{_STOP}]{{2,14}}?<n>){END}",
        {
            "固定资产投资增速高于全省平均2个百分点": ("固定资产投资增速", "高于全省平均2个百分点"),
            "居民收入增速快于地区生产总值增速1个百分点以上": ("居民收入增速", "快于地区生产总值增速1个百分点以上"),
        },
        ("固定资产投资增速高于2个百分点", "单价高于市场价的20%"),
        kind="change",
        numbers=POINT,
        needs=frozenset("于"),
    ),
    TargetRule(
        "change",
        rf"(?P<indicator>.*?){ADVERB}(?P<outcome>[{_DEADLINE}]*(?:累计|共|平均|约)?(?P<dir>{CHANGE}))<n>{END}",
        {"重点行业能耗下降3%": ("重点行业能耗", "下降"), "投资年均增长15%以上": ("投资", "年均增长")},
        ("补贴标准提高到50元",),
        kind="change",
        numbers=PERCENT + COUNT + MEASURE + POINT + TIMES + BARE,
        elided=True,
        needs=firsts("increase", "decrease"),
    ),
    TargetRule(
        "change_verb_first",
        rf"(?P<outcome>(?P<dir>{_CHANGE_VERB}))(?P<indicator>[^{_STOP}，]{{2,}}?)<n>{END}",
        {"降低企业用电成本10%": ("企业用电成本", "降低")},
        ("降低电价至0.5元",),
        kind="change",
        numbers=PERCENT + MEASURE + POINT,
        needs=firsts("increase", "decrease"),
    ),
    TargetRule(
        "in_each_of",
        rf"[^，{_STOP}]{{0,8}}?在?[{COUNT}]++(?P<per>[^，{_STOP}]{{2,12}}?)(?:各|均|分别)(?:要|应)?(?P<outcome>{VERB}|建|设)<n>(?P<indicator>{_THING})(?<!的)$",
        {"在20个市级重点镇各建1个养老服务综合体": ("养老服务综合体", "建")},
        ("在20个市级重点镇建1个养老服务综合体",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("各均分"),
    ),
    TargetRule(
        "has_capacity",
        rf"(?:[^，{_STOP}]{{0,16}}?)(?P<outcome>形成|具备|建立|建成|达到|实现|拥有|保有)(?:具备)?(?P<of>[^，{_STOP}有]{{0,14}}?)<n>的(?P<indicator>[^，{_STOP}的]{{2,16}}?(?<!民事行为)(?<!责任)(?:能力|储备量?|库存|规模))$",
        {
            "企业逐步形成不低于年用气量5%的应急储备能力": ("应急储备能力", None),
            "形成年产50万吨的生产能力": ("生产能力", None),
        },
        ("形成较强的生产能力", "承担5%的责任能力"),
        kind="level",
        numbers=PERCENT + MEASURE,
    ),
    TargetRule(
        "build",
        rf"(?P<head>[^{_STOP}]*?)(?<![和与及])(?:至少)?(?P<outcome>{VERB}|各?(?<![福交督承查协申催代举])[建办设])(?:全部|所有|剩余|其余|余下)?的?<n>(?!全覆盖|[^，{_STOP}]{{2,12}}的(?:幼儿园|学校|企业|单位|机构|医院|园区|社区|村|乡镇|街道)[^，]{{0,4}}(?:配备|设立|建立|应(?!用)|须|要(?!素)|可)|(?:政策)?措施|政策|意见|规定|等|作为|方面|方向)(?P<indicator>{_THING})(?<!的)(?<!条件)$",
        {
            "建成30个以上县域服务次中心": ("县域服务次中心", "建成"),
            "争创2个以上国家优势专科": ("国家优势专科", "争创"),
            "每个县建1所托育机构": ("托育机构", "建"),
        },
        (
            "培育10家以上的，给予奖励",
            "数字福建100项示范项目",
            "持续开展100%全覆盖检查",
            "招收3名残疾幼儿的幼儿园适当配备特教教师",
        ),
        kind=None,
        numbers=_COUNTABLE,
    ),
    TargetRule(
        "build_for_each",
        rf"(?P<head>每[{COUNT}]+[^，{_STOP}]{{0,8}}?)(?:[要应须]|必须)*(?:至少)?(?:[要应须]|必须)*(?P<outcome>{VERB})<n>(?P<indicator>{_THING})(?<!的)$",
        {"每100个贫困户应培育3名以上创业致富带头人": ("创业致富带头人", "培育")},
        ("每100个贫困户有3名带头人",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("每"),
    ),
    TargetRule(
        "build_where",
        rf"(?P<head>[^，{_STOP}]{{0,12}}?)(?P<outcome>{VERB})(?P<where>[^，{_STOP}]{{0,16}}?(?:全[省市县区国州]|[省市县区旗州]级?|城区|城市|农村|建成区|范围|境内|域内|辖区)内?的?)<n>(?P<indicator>{_THING})(?<!的)$",
        {
            "整治全省1068处重点道路交通安全隐患": ("重点道路交通安全隐患", "整治"),
            "基本消除其他设区市建成区的37条黑臭水体": ("黑臭水体", "基本消除"),
        },
        ("实施国家部署的16项改革", "建设省级以上30个"),
        kind=None,
        numbers=COUNT,
    ),
    TargetRule(
        "build_named",
        rf"(?P<outcome>{VERB})(?=[^，{_STOP}]*(?:、|等))[^，{_STOP}]{{2,60}}?(?<![和与及、])<n>(?!方面|领域)(?P<indicator>{_THING})(?<!的)$",
        {
            "编制水、电、气等5个专项规划": ("专项规划", "编制"),
            "新增三合、集安2个不停车查验口岸": ("不停车查验口岸", "新增"),
        },
        ("建设水、电、气等5个方面", "培育企业、平台和3个中心"),
        kind="count",
        numbers=COUNT,
    ),
    TargetRule(
        "build_such",
        rf"(?P<head>[每各][^{_STOP}]*?|[^，{_STOP}]{{0,8}}?[省市县区级门位])??(?:至少)?(?P<outcome>{VERB})(?P<such>(?![^，]*(?:以上|符合|满足|已|现有|原有|下达|规定|要求|确定|所列))[^，{_STOP}]{{2,40}}?的|(?:(?:国家|全国|[省市县区]级?)?第[一二三四五六七八九十]+批次?的?))<n>(?P<indicator>{_THING})(?<!的)$",
        {
            "打造具有全国影响力的100个应用场景": ("具有全国影响力的应用场景", "打造"),
            "新增第二批27个省级特色小镇": ("第二批省级特色小镇", "新增"),
        },
        ("完成国家下达的16项任务", "推广已建成的30个项目", "对扶贫开发工作较好的3个县奖励"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("的批"),
    ),
    TargetRule(
        "each_has",
        rf"(?P<head>[每各](?![十百千万]{{1,2}}[人户名])[^{_STOP}，]*?)(?P<outcome>(?<![共现已])有)<n>(?P<indicator>{_THING})(?<!的)$",
        {"每个县至少有1所县级特困人员供养服务机构": ("县级特困人员供养服务机构", "有")},
        ("每个县共有3家医院", "各有3家"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("每各"),
    ),
    TargetRule(
        "each_does",
        rf"(?P<head>[每各](?![十百千万]{{1,2}}[人户名])[^{_STOP}，]*?)(?:[要应须均都]|必须)*至少(?:要|应)?(?P<outcome>[^{_STOP}，有为]{{2}})<n>(?P<indicator>{_THING})(?<!的)$",
        {"每名学生至少掌握1项艺术技能": ("艺术技能", "掌握"), "各班级应至少订阅3种报刊": ("报刊", "订阅")},
        ("每名学生掌握1项艺术技能", "各班级至少有3种报刊"),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=frozenset("每各"),
    ),
    TargetRule(
        "steps",
        rf"(?P<indicator>[^，{_STOP}]*?(?:{_STEP})){ADVERB}(?P<reach>{REACH}|{_FEWER}){_NAMED_STEPS}<n>(?:{_STEP})$",
        {"企业开办必备环节减至“登记、刻章”2个环节": ("企业开办必备环节", "减至2个")},
        ("企业开办环节2个",),
        kind="count",
        numbers=COUNT,
    ),
    TargetRule(
        "steps_behind",
        rf"(?P<reach>{_FEWER}){_NAMED_STEPS}<n>(?P<indicator>[^，{_STOP}]{{0,4}}(?:{_STEP}))$",
        {"优化为“申请、兑现”2个环节": ("环节", "优化为2个")},
        ("优化3个环节",),
        kind="count",
        numbers=COUNT,
    ),
    TargetRule(
        "change_of",
        rf"(?P<outcome>(?P<dir>{_CHANGE_VERB}))<n>的?(?P<indicator>[^{_STOP}，的]{{0,16}}(?:时间|时限|成本|费用|负担|材料|环节|能耗|用水|用电|排放|用工))$",
        {"压减一半以上的审批时间": ("审批时间", "压减"), "减少30%的申请材料": ("申请材料", "减少")},
        ("提高5%的补贴标准", "增加2家企业"),
        kind="change",
        numbers=PERCENT,
    ),
    TargetRule(
        "organizes",
        rf"(?P<head>[^{_STOP}]*?)(?:至少)?(?P<outcome>{MODIFIERS}(?:组织(?:开展|举办)?|安排|策划|筹办|参加))<n>(?P<indicator>[^{_STOP}，]{{0,24}}?(?:活动|培训|调查|演练|检查|讲座|会议|评估|比赛|赛事|招聘会|对接会|推介会|竞赛|行动|督查|调研|交流|研讨|宣讲|巡演|展览|体检|检测))$",
        {
            "至少组织2次市场主体满意度调查": ("市场主体满意度调查", "组织"),
            "组织1次以上政务公开集中培训活动": ("政务公开集中培训活动", "组织"),
        },
        ("组织3家企业参加培训",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("组安策筹参"),
    ),
    TargetRule(
        "awards",
        rf"(?P<outcome>授予|评为|命名)<n>(?P<indicator>{_THING})“{PAINT['hidden']}+”(?:荣誉)?称号$",
        {"授予10家服务优质的家政服务站“示范站”称号": ("服务优质的家政服务站", "授予")},
        ("授予“示范站”称号10年",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("授评命"),
    ),
    TargetRule(
        "completes_share",
        rf"(?P<outcome>完成|实现)<n>的?(?P<indicator>[^{_STOP}，的]{{2,}}?)(?<!率)(?<!比例)(?<!比重)(?<!面)(?<!增长)(?<!增速)$",
        {"年底前完成80%的清理工作": ("清理工作", "完成")},
        ("实现90%解决率", "实现10%的增长"),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("完实"),
    ),
    TargetRule(
        "keeps",
        rf"(?P<reach>(?:坚决|牢牢)?(?:守住|守牢|坚守|保住|保有|确保))<n>的?(?P<indicator>[^{_STOP}，的]{{2,}}?(?:红线|底线|面积|保有量))$",
        {"坚决守住18亿亩耕地红线": ("耕地红线", None)},
        ("守住安全生产底线",),
        kind="level",
        numbers=MEASURE + COUNT,
        needs=frozenset("守保确"),
    ),
    TargetRule(
        "act_alone",
        rf"(?:计划|预计|共|合计)?{MODIFIERS}(?P<indicator>{_ACTS})(?:总人数|人数|人次)?{ADVERB}(?P<reach>达到?|{alternation(BOUNDS)})?<n>{END}",
        {
            "培训3000人次": ("培训", None),
            "累计走访慰问2000户次以上": ("走访慰问", None),
            "惠及2万人次": ("惠及", None),
        },
        ("已培训3000人次", "培训率95%", "按培训人数每人300元"),
        kind="count",
        numbers=COUNT,
        needs=firsts("acts"),
    ),
    TargetRule(
        "build_list",
        rf"(?P<head>[每各](?![十百千万]{{1,2}}[人户名])[^{_STOP}]*?|(?:在|依托|利用|借助|结合|围绕|聚焦|立足)[^{_STOP}，]+?|“{PAINT['hidden']}+”|(?:[向为从给](?![中期])|对(?!外|接|口))[^{_STOP}，]{{2,16}}?|(?!{CREATE}(?<!达到))[^{_STOP}，]{{0,16}}?(?:企业|院所|高校|科研机构|医疗机构|合作社|农场|农户|经营主体|市场主体|社会资本|社会力量|金融机构)(?:[和与][^，{_STOP}]{{2,8}}?)?(?:联合|合作|共同)?|(?!{CREATE}(?<!达到))[^{_STOP}，]{{0,12}}?(?:平台|系统|门户|公司|集团|中心|[省市县旗]|(?<!小)区|区域|地区|沿线|周边|园区|片区|流域|路段))?(?<![和与及])(?P<outcome>{VERB})(?![^，]*(?:不低于|不少于|不超过|不高于))(?P<indicator>{_NOUN})(?<!占){_RATE}<n>{END}",
        {
            "建设国医大师工作室、全国名中医工作室6个": ("国医大师工作室、全国名中医工作室", "建设"),
            "新培育科技领军人才30人左右": ("科技领军人才", "新培育"),
            "在优势制造业新建省级知识产权联盟1—2家": ("省级知识产权联盟", "新建"),
            "为每个卫生院配备彩色超声仪1台": ("彩色超声仪", "配备"),
            "依托公园驿站、轨道站点布设口袋书屋70个": ("口袋书屋", "布设"),
            "改造户厕6000户": ("户厕", "改造"),
            "敏感建筑物集中区域新增自动监测点位50个": ("自动监测点位", "新增"),
            "“政务一体机”上线服务事项1000项": ("服务事项", "上线"),
            "高校院所与企业共建研发平台30个": ("研发平台", "共建"),
        },
        ("森林覆盖率达到35%", "培训合格率95%以上的", "复绿面积3200亩"),
        kind=None,
        numbers=_COUNTABLE,
    ),
    TargetRule(
        "totals",
        rf"(?P<indicator>[^，{_STOP}]{{2,}}?)(?P<reach>(?:累计|合计|共计|总计)(?:{REACH})?)<n>{END}",
        {"城镇新增就业累计15万人": ("城镇新增就业", None)},
        ("累计15万人", "城镇新增就业15万人"),
        kind=None,
        numbers=_LEVELS,
        elided=True,
        needs=frozenset("计"),
    ),
    TargetRule(
        "bounded",
        rf"(?P<indicator>.*?){ADVERB}(?P<reach>){_RATE}<b>{END}",
        {
            "养老机构护理型床位占比不低于55%": ("养老机构护理型床位占比", None),
            "农机总动力超过10亿千瓦": ("农机总动力", None),
        },
        ("护理型床位占比达到55%",),
        kind=None,
        numbers=_LEVELS,
        elided=True,
    ),
    TargetRule(
        "accounts_for",
        rf"(?P<indicator>(?![^，]*按)[^，{_STOP}]*?占[^，{_STOP}]{{2,}}?){ADVERB}<n>{END}",
        {"高新技术企业占规模以上企业三分之一以上": ("高新技术企业占规模以上企业", None)},
        ("按占总额的50%给予补助",),
        kind="level",
        numbers=PERCENT,
        needs=frozenset("占"),
    ),
    TargetRule(
        "for_each",
        rf"(?P<indicator>每(?:十|百|千|万)+[^，{_STOP}]{{3,24}}?){ADVERB}<n>{END}",
        {"每千人口拥有执业（助理）医师3.5人": ("每千人口拥有执业（助理）医师", None)},
        ("每年培训3.5万人", "每人补贴500元"),
        kind="level",
        numbers=COUNT + MEASURE + BARE,
        needs=frozenset("每"),
    ),
    TargetRule(
        "completes",
        rf"(?P<subject>[^，{_STOP}]+?){ADVERB}(?:完成|实现)(?P<indicator>[^，{_STOP}]{{0,8}}?(?:{_MEASURE}))<n>{END}",
        {"铁路力争完成投资260亿元": ("铁路投资", None), "高速公路完成投资290亿元": ("高速公路投资", None)},
        ("铁路里程260公里",),
        kind="level",
        numbers=MEASURE,
        needs=frozenset("完实"),
    ),
    TargetRule(
        "stands_at",
        rf"(?![^，]*(?:控制在|[压减降缩]至|[压减降缩]到|提高到|提高至|不高于|不低于))(?P<indicator>.*?(?:{_MEASURE}))[{_DEADLINE}]*{ADVERB}<n>{END}",
        {"生活垃圾回收利用率35%以上": ("生活垃圾回收利用率", None)},
        ("电价提高到0.6元",),
        kind=None,
        numbers=_LEVELS,
        needs=firsts("measures"),
    ),
    TargetRule(
        "push",
        rf"(?P<head>[^{_STOP}]*?)(?P<verb>{MODIFIERS}(?:加快)?(?:推进|推动|加快|抓好|抓紧|组织|安排)?)<n>(?![^，]*?(?:得到|开展|进行|作为|全部|一律))(?P<indicator>[^{_STOP}，的（）][^{_STOP}，]*?)"
        rf"(?P<outcome>(?:实施|加快|尽快|有序|全面|规划)?(?:(?:建设|改造|提标|提质|扩容|更新|维修)(?:和|与|、)?转?型?)?(?:建设|改造|整治|创建|试点|复工|开工|提升|治理|升级|投产|开工建设|建设投产)(?:工作|任务|进程)?)$",
        {"推进20个以上物流园区建设": ("物流园区", "建设"), "推进26个商圈改造提升": ("商圈", "改造提升")},
        ("推进重点项目建设",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("建改整创试复开提治升投"),
    ),
    TargetRule(
        "push_projects",
        rf"(?P<outcome>{MODIFIERS}(?:加快)?(?:推进|抓好|推动))(?:[^，{_STOP}]{{2,60}}?(?<![和与及、]))?<n>(?P<indicator>[^{_STOP}，的（）][^{_STOP}，]*?(?:项目|工程))$",
        {"推进20个重大基础设施项目": ("重大基础设施项目", "推进"), "推进甲航道、乙码头2个重大项目": ("重大项目", "推进")},
        ("推进重大项目", "推进20个部门"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("推抓"),
    ),
    TargetRule(
        "push_list",
        rf"(?P<outcome>{MODIFIERS}(?:推进|推动|加快|抓好|抓紧|组织|安排))(?P<indicator>{_NOUN})<n>{END}",
        {"重点推进为民办实事幼儿园150所": ("为民办实事幼儿园", "重点推进")},
        ("推进幼儿园建设",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("推加抓组安"),
    ),
    TargetRule(
        "choose",
        rf"(?P<head>[^{_STOP}]*?)(?:至少)?(?P<outcome>{MODIFIERS}{CHOOSE})<n>(?P<indicator>{_NOUN})$",
        {"每个县（市、区）选取1—3家服务能力较强的乡镇卫生院": ("服务能力较强的乡镇卫生院", "选取")},
        ("选取乡镇卫生院",),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=firsts("choose"),
    ),
    TargetRule(
        "supports",
        rf"(?P<outcome>{MODIFIERS}支持)<n>(?P<indicator>{_NOUN})(?<!发展)(?<!建设)(?<!改造)(?<!升级)(?<!提升)(?<!壮大)$",
        {"支持50名左右青年拔尖人才": ("青年拔尖人才", "支持")},
        ("支持3个产业发展", "支持青年拔尖人才"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("支"),
    ),
    TargetRule(
        "choose_list",
        rf"(?P<outcome>{MODIFIERS}{CHOOSE})(?P<indicator>{_NOUN})<n>{END}",
        {"遴选市名中医（药）专家20名": ("市名中医（药）专家", "遴选")},
        ("遴选20名专家",),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=firsts("choose"),
    ),
    TargetRule(
        "share_does",
        rf"(?:实现|确保|做到|推动)?(?P<indicator>(?![^，]*按)[^，{_STOP}]{{3,}}?)(?<![的占以有于为至到×÷=/])(?<!开展)(?<!实[施现])(?<!进行)(?<!完成)(?<!做到)(?<!确保){ADVERB}<n>(?P<outcome>(?![的且并或及和与、：（由给予作])[^，{_STOP}]{{2,}})$",
        {
            "社区服务用房40%以上无偿用于养老服务": ("社区服务用房", "无偿用于养老服务"),
            "新设立民营企业100%领取电子营业执照": ("新设立民营企业", "领取电子营业执照"),
        },
        ("企业出口额40%以上的部分", "社区服务用房40%无偿用于养老服务", "企业出口额100%的部分"),
        kind="share",
        numbers=PERCENT,
        closed=True,
        promised=True,
    ),
    TargetRule(
        "does_yearly",
        rf"(?P<outcome>[年日](?:均|可|新增)?(?:{alternation(_VERBS['yearly'])}))(?P<indicator>(?!能力|规模|量|总量|值|额|收入|率){_NOUN})<n>{END}",
        {"年处理粪污60万吨": ("年处理粪污", None), "日接听诉求3000件": ("诉求", "日接听")},
        ("年处理能力60万吨", "年处理粪污60万吨的企业"),
        kind=None,
        numbers=COUNT + MEASURE,
        needs=firsts("yearly"),
    ),
    TargetRule(
        "has",
        rf"(?![^，]*(?:按|对|给|凡|[^，]的[^，]{{0,3}}(?:{_HAVE})))[^，{_STOP}]{{2,}}?(?P<outcome>{ADVERB}(?:{_HAVE}))(?P<indicator>{_NOUN})(?:至少)?<n>{END}",
        {
            "城乡公益性公墓保有墓穴5万个以上": ("墓穴", "保有"),
            "社区配有专职社会工作者300名以上": ("专职社会工作者", "配有"),
            "到2027年，惠民殡葬惠及群众1.1万户": ("群众", "惠及"),
        },
        ("社区配有专职社会工作者300名", "已配备设备300台的企业"),
        kind="count",
        numbers=COUNT,
        closed=True,
        promised=True,
        needs=firsts("have"),
    ),
    TargetRule(
        "does",
        rf"(?:[^，{_STOP}]{{2,}}?)(?P<outcome>(?!实现){VERB})(?P<indicator>{_NOUN})<n>{END}",
        {"省市联动开展企业技术攻关30项左右": ("企业技术攻关", "开展")},
        ("省市联动开展企业技术攻关30项",),
        kind="count",
        numbers=COUNT,
        closed=True,
    ),
    TargetRule(
        "does_bounded",
        rf"(?P<outcome>[^{_STOP}，有为的及和与或达]{{2}})<b>(?![^，{_STOP}]{{2,12}}的(?:幼儿园|学校|企业|单位|机构)[^，]{{0,4}}(?:配备|设立|建立|应(?!用)|须|要(?!素)|可))(?P<indicator>{_THING})(?<!的)$",
        {"梳理不少于50类诉求分办场景": ("诉求分办场景", "梳理")},
        ("梳理50类诉求分办场景", "面积不少于50平方米的场所"),
        kind="count",
        numbers=COUNT,
    ),
    TargetRule(
        "on_average",
        rf"(?P<indicator>[^，{_STOP}]{{0,12}}?(?:(?<!平)[亩户人村]均)(?!每)[^，{_STOP}]{{1,8}}?){ADVERB}(?:{REACH})?<n>{END}",
        {"亩均节水60立方米": ("亩均节水", None), "脱贫户户均节支800元以上": ("脱贫户户均节支", None)},
        ("平均每户500元", "户均"),
        kind="level",
        numbers=COUNT + MEASURE,
        needs=frozenset("均"),
    ),
    TargetRule(
        "done_to",
        rf"对(?P<indicator>[^，{_STOP}]{{2,30}}?)<n>(?P<outcome>(?:进行|实施|开展|予以)[^，的{_STOP}]{{2,12}})$",
        {"对可利用的零星地块42处进行改造": ("可利用的零星地块", "进行改造")},
        ("对42处地块的改造项目给予补助", "对零星地块42处进行改造的企业"),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=frozenset("对"),
    ),
    TargetRule(
        "done_behind",
        rf"(?P<indicator>[^，{_STOP}]{{3,24}}?)[{_DEADLINE}]*(?:累计)?(?P<outcome>(?:综合|全面|集中|重点|专项|提标|提质|生态)?(?:并网|接入|投运|提质改造|提升改造|改造提升|更新改造|除险加固|化解|偿还|收储|流转|兑现|减免|上线|开设|布设|配备|铺设|敷设|新增供应|新增|报废更新|更新|加装|淘汰|拆除|扩建|轮训|制定|修订|签约|培育|建设|建成|新建|改造|完成|引进|开工|竣工|建立|创建|认定|发放|投放|安装|购置|招聘|培养|救助|培训|种植|治理|修复|整治|处置|关停|清理|报废|清退|腾退|盘活|更换|落户|挂牌|投产|上市|覆盖))(?:任务量?)?<n>{END}",
        {
            "老旧小区改造200个": ("老旧小区", "改造"),
            "科技型中小企业培育1000家": ("科技型中小企业", "培育"),
            "燃气管道改造任务380公里": ("燃气管道", "改造"),
        },
        ("老旧小区改造户均200元补贴", "改造200个"),
        kind=None,
        numbers=COUNT + MEASURE,
    ),
    TargetRule(
        "comes_to",
        rf"(?P<indicator>(?!(?:{VERB})[{_STOP}]|[^，]*分别)[^，{_STOP}]{{3,}}?)(?<![的占以有于为至到按])(?<!安排)(?<!拨付){ADVERB}<n>{END}",
        {
            "知识产权市场化托管1500家以上": ("知识产权市场化托管", None),
            "到2027年，国际航线8条": ("国际航线", None),
        },
        ("知识产权市场化托管1500家", "新引进200名以上", "省级财政安排5000万元以上"),
        kind=None,
        numbers=COUNT + MEASURE,
        closed=True,
        promised=True,
    ),
    TargetRule(
        "member",
        rf"(?:和|及|以及|与)?<n>(?P<indicator>{_THING})(?<!时期)(?<!阶段)$",
        {"建设20个省级重点专科、55个以上市级重点专科": ("市级重点专科", "建设")},
        ("20个省级重点专科",),
        kind=None,
        numbers=_COUNTABLE,
        shared=True,
    ),
    TargetRule(
        "member_set",
        rf"(?:和|及|以及|与)?<n>的(?P<indicator>(?!的)[^{_STOP}，的]{{2,}})$",
        {"光纤网络覆盖100%的乡镇和90%以上的自然村": ("自然村", "覆盖")},
        ("90%以上的自然村",),
        kind="share",
        numbers=PERCENT,
        shared=True,
    ),
    TargetRule(
        "member_sized",
        rf"(?:和|及|以及|与)?{PAINT['hidden']}+(?P<indicator>)的?<n>{END}",
        {"培育产值超50亿元的企业5家、超10亿元的10家": ("产值超10亿元的企业", "培育")},
        ("超10亿元的10家",),
        kind=None,
        numbers=COUNT,
        shared=True,
    ),
    TargetRule(
        "member_list",
        rf"(?:和|及|以及|与)?(?P<indicator>{_NOUN})<n>{END}",
        {"建成国家级中心1个、省级中心6个以上": ("省级中心", "建成")},
        ("省级中心6个",),
        kind=None,
        numbers=_COUNTABLE,
        shared=True,
    ),
)
# A number that ends its piece, as END says it.
LAST_NUMBER = Pattern(
    f"[{PRINCIPAL}{TIME}]{END}", reads=("建成中心3家", "就诊率达到90%左右"), leaves=("3家中心",), painted=True
)


def readers(paint: str, *, last: bool, shared: bool) -> Rules[TargetRule]:
    """The rules that can read a number of a family, by its paint and by whether a number ends the piece."""
    return TARGETS.select(
        (paint, last, shared),
        lambda rule: paint in rule.numbers and (last or not rule.ends_with_number()) and rule.shared is shared,
    )
