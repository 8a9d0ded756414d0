"""The parts of which the ways of stating a target are made, and what such a way is.

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

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern, Rule
from planparse.model import Direction, TargetKind
from planparse.parsing.targets.skeleton import PAINT

_VERBS = words("verbs")
DEADLINE, HIDDEN, BOUND = PAINT["deadline"], PAINT["hidden"], PAINT["bound"]
INCREASE = frozenset(_VERBS["increase"])
DECREASE = frozenset(_VERBS["decrease"])
STRIVE = alternation(word for word in _VERBS["strive"] if word != "争创")  # 争创 is the verb of its object alone
# 建成区, 增加值, 覆盖率, 复绿面积: what begins as a verb does is a noun where it is a word of its own; 建成区域 and 改造户厕 are a verb and its object.
NO_NOUN = f"(?!{alternation(_VERBS['nouns'])}(?![域厕级])|[^，]{{2}}(?:率(?!先)|值(?![守班])|额|占比|比例|比重)|(?!新增|完成|实现|达到|增加|建成|新建)[^，]{{2}}(?:面积|里程|长度))"
CREATE = (
    NO_NOUN
    + alternation(_VERBS["create"])
    + "(?!(?<=规范)[性化]|(?<=保有)[量率]|(?<=推广应用)(?:系统|软件|程序|场景)|员(?![工额警])|者(?!$)|(?<=建)设(?![施备计卡岗点站区])|(?<=新开)[通工设办放行]|(?<=再建)成(?![套品人果本长员熟])|(?<=增建)筑(?=面积)|(?<=增开)户)"
)
_CARRY_OUT, _CHAINED = alternation(_VERBS["carry_out"]), alternation(_VERBS["chained"])
# 居 is none in 居住, 覆盖 none in 全覆盖; 通 alone is one where a way or a wire is its object: 通硬化路, 通5G.
# 在制造业深度应用, 向云端迁移: where a verb follows what is spread.
_SPREAD = "(?:在(?=[^，]{2,20}(?:应用|推广|落地|使用|试点|上市|挂牌|推行|实施|开展|从事|工作|服务|任职|任教|驻点|创业|就业|落户))|(?:从[^，]{1,12})?向(?=[^，]{1,12}(?:迁移|转型|转移|转变|升级|延伸|集聚|集中|开放))|被(?=[^，]{1,30}(?:推广|采用|采纳|评为|认定|录用|授予|列为|命名)))"
# 与县级医院签订协议: with whom, before what is done.
_TOGETHER = "与(?=[^，]{2,16}(?:共建|共同|联合|合作|签约|签订|签署|结对|对接|联网|建立(?=[^，]*(?:关系|机制|合作|联系))))"
# 编制村庄规划, 执行排放标准: verbs whose first words are as often nouns, by what stands behind them.
_BY_OBJECT = (
    "(?:开通|举办|聘任|聘请|公示|公布|停止|延长|购买|开齐|开足)(?=[^，]{2,})(?![方者率人制期栏主结信情服量力时单]|线(?!上))"
    "|编制(?=[^，的]{0,14}(?:规划|方案|报告|预案|清单|指南|目录|计划|设计))|执行(?=[^，]{2,16}(?:标准|制度|规定|价格|政策|规范|要求|限值))"
    "|(?<=[村镇乡县区校院园])有(?![效机害限色关])(?=[^，]{2,}[站点室所队员院校场馆心师厅园吧屋]$)|(?:免费|错时|延时)开放|整合(?=[^，]{4})(?![资度率])"
)
# 通硬化路: ways and wires.
WAY = (
    "(?:开|接|直|贯)?通(?=[^，]{0,6}(?:路|公路|客车|公交|班车|宽带|光纤|网络|邮|快递|电|水|气|天然气|5G|4G|高铁|铁路|高速))"
)
OUTCOME = f"(?:{_SPREAD}|{_TOGETHER}|{_BY_OBJECT}|形成(?=实物工作量|有效投资|生产能力)|{alternation(_VERBS['outcome'])}|居(?![住民家委中])|得到|配套(?:建设|建有|建成)(?=[^，]{{2}})|配套(?!设施|服务|工程|政策|资金|项目|建设|产业|企业|费)(?=[^，]{{2,}}(?:设施|设备|装备|系统))|恢复(?=生产|经营|营业|正常|供)|建设(?=[^，]{{2}})(?!全覆盖|进度|工作|任务|用地|规模|项目|质量|标准)|(?<!全)覆盖|{WAY})"
# 所有小锅炉淘汰, 各码头均拆除完毕: a verb that says by itself, at the end, what becomes of a set.
ENDED = rf"(?:免费|限期|依法|按期|统一)?(?:{alternation(_VERBS['ended'])}(?:到位|完毕|完成|结束|为[^，]{{2,}})?|(?:改造|更新|整治|治理|清理|修复|维修|加固|验收|清淤|检测|排查|登记|鉴定|培训|轮训|安置|搬迁|腾退|拆除|清偿|整改|建设|编制)(?:到位|完毕|完成)|(?:更换|替换|改造|更新|转型|升级|调整)为[^，]{{2,}}|(?:免费|对外|错时|延时)开放|退出[^，]{{2,8}}序列)$"
CHOOSE = alternation(_VERBS["choose"])
# 达 is none in 雷达.
REACH = f"(?:{alternation(word for word in _VERBS['reach'] if word != '达')}|(?<!雷)达)"
REACH_WORDS = frozenset(_VERBS["reach"])
CHANGE = NO_NOUN + alternation(INCREASE, DECREASE)
CHANGE_VERB = NO_NOUN + alternation(
    verb for verb in INCREASE | DECREASE if len(verb) > 1 and verb != "新增"
)  # 新增装机: a sum of its own
# What leads to a length of time that is to be reached: 压缩至3个工作日, 不超过20个工作日.
SHORTER = alternation(_VERBS["shorten"])
DURATION = alternation(_VERBS["durations"])
MEASURED = alternation(_VERBS["measures"])
# 首批, 第二批: when those that are counted come, said like a rank.
BATCH = "(?:首|第[一二三四五六七八九十])批次?"
# What somebody has or gives: 公墓保有墓穴5.6万个, 惠民殡葬惠及群众1.1万户.
HAVE = NO_NOUN + alternation(_VERBS["have"])

# 馆藏档案现保存5.6万份: what is done with what there is.
STOCKED = "(?:保存|馆藏|收藏|存放|存有|藏有|运营|登记|注册|入驻|在营|在册)"
# 现有大棚改造提升1.2万亩: what is done to what there is.
REWORKED = "(?:改造|提升|修缮|更新|改建|扩建|提质|升级|整治|加固)"
# 原有14个站点整合为6个: what there is, and what becomes of it.
MERGED = "(?:整合|优化|压减|合并|归并|精简|缩减|调整|压缩|撤并|兼并|重组)(?:优化|调整|重组|提升)?[为至到成]"

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
COUNTABLE = PERCENT + COUNT + MEASURE + BARE + RATIO + POINT + TIMES
PRINCIPAL = COUNTABLE + ZERO + DOUBLED + HALVED
NUMBER_RUN = Pattern(
    rf"{BOUND}*+(?P<paint>[{PRINCIPAL}])(?P=paint)*+",
    reads=("建成中心3家", "不少于30家"),
    leaves=("到2025年", "加快建设"),
    painted=True,
)
TIME_RUN = Pattern(f"{BOUND}*+{TIME}++", reads=("压缩至3个工作日",), leaves=("建成中心3家",), painted=True)
LEVELS = PERCENT + COUNT + MEASURE + BARE + POINT + TIMES
# 达到每秒320立方米, 达到人均15平方米, 每10万人50台: per what, where it stands right before the number.
RATE = f"(?P<rate>(?:[人亩户床]均(?=[{BOUND}{LEVELS}])|每(?:{HIDDEN}++|[十百千万]{{1,2}}(?:人口?|户)|秒|分钟|小时|天|日|公顷|平方公里|立方米|百?公里|亩|辆|户|人)[{DEADLINE}]*(?=[{BOUND}{LEVELS}])))?"

ADVERB = (
    rf"(?P<strive>{STRIVE})?(?:{alternation(_VERBS['adverbs'])}(?<![响供反效对适相]应)(?<![人户亩日生村]均)(?<!公共)){{0,3}}"
)
MODIFIERS = f"(?:{alternation(_VERBS['modifiers'])}){{0,3}}"
# 新（改、扩）建: a verb with another in brackets.
_WITH_ASIDE = f"[新改扩]（{HIDDEN}+）建|制（{HIDDEN}+）订"
_BEFORE_VERB = f"{MODIFIERS}(?:[^，、的{PRINCIPAL}]{{1,4}}化(?=改造|升级|治理|提升|整治))?"
_FIRST_VERB = f"(?:{_CARRY_OUT})?{CREATE}"
VERB = rf"{_BEFORE_VERB}(?:{_FIRST_VERB}(?:[并和及或、](?:{CREATE}|优化|完善|规范)|{NO_NOUN}{_CHAINED}){{0,2}}[了出好]?(?:（{HIDDEN}{{1,5}}）(?=[^，]))?|{_WITH_ASIDE})"
# Where no more is asked than that one begins.
VERB_BEGINS = f"{_BEFORE_VERB}(?:{_FIRST_VERB}|{_WITH_ASIDE})"
VERB_AHEAD = Pattern(VERB, reads=("建设中心", "新培育企业", "规划建设基地"), leaves=("中心建设", "建成区绿化"), by="match")
# How trades, zones and funds are called, of which output, turnover and size are measured.
TRADES = "(?:产业(?:集群|链|带)?|集群|[工商农林牧渔旅物流造药疗育务游]业|经济|电商|旅游|文旅|物流|会展|基金|资金池|园区?|开发区|高新区|经开区|示范区|基地|口岸)"
# A noun without numbers; the second form does not begin like 10家以上的… or 30人（含）以下的….
STOP = PRINCIPAL + BOUND
# How long something takes or lasts on average, or for each: its number may stand without a verb.
LASTING = rf"(?:(?:平均|[人日周年户次]均|每[天日周年月])[^，{STOP}{TIME}]{{0,10}}?(?:停留|逗留|用时|[时年]限|时[间长]|周期|年龄|间隔|住院日)|[^，{STOP}{TIME}]{{2}}(?:天数|时长|寿命|学时|(?:阅读|睡眠|锻炼|运动|活动|开放|营业|停留|停电|通勤)时间))"
NOUN = f"[^{STOP}，]+?"
THING = f"[^{STOP}，的（）][^{STOP}，]*?"
# 占比不低于35%、位次不下降: that it stands so as well is said behind it.
_NOR = f"(?:[、且并][^，、{PRINCIPAL}]{{0,8}}不(?:减少|下降|降低|突破|增加|反弹|退化|后退|扩大|上升|低于上年|变|减|降))?"
END = f"(?:左右|之间|(?:合理)?区间|以?内|(?:[两三]个)?(?:的?新)?(?:大?台阶|大关|关口|门槛|行列|俱乐部)|级(?:台阶|规模|行列)|的?(?:水平|规模|目标|标准|要求|(?:保护|年度|目标)?任务|政策|底线|红线)(?:(?:顺利|如期|按期|圆满|全面)(?:实现|完成))?)?(?:（(?:{HIDDEN}*|(?:力争|争取|确保|计划|[在于])?{DEADLINE}+(?:全部|全面)?(?:完成|建成|竣工|投用|投产|实现|达到|落实|达标|到位)?)）)?{_NOR}$"


def firsts(*lists: str) -> frozenset[str]:
    """What the verbs of these lists begin with."""
    return frozenset(verb[0] for name in lists for verb in _VERBS[name])


# Where those who are chosen go, and what for: 遴选骨干120名到省级医院进修.
GO = f"[到赴][^，{STOP}]{{1,12}}(?:进修|培训|学习|研修|挂职|锻炼|任职|任教|工作|服务|支教|支医|交流|指导)|下沉(?:到?(?:一线|基层|社区|乡村))?|(?:下|深入)(?:基层|一线)(?:服务)?|驻村(?:帮扶|任职)?"

# 新增2400户（累计约3600户）餐饮单位: what stands in brackets behind a number is passed over, but （含10户） bounds it.
_ASIDE = f"(?>(?:（{HIDDEN}{{5,}}+）(?!$))?)"


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
