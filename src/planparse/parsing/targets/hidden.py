"""Which amounts promise nothing: marks, numbers that a name holds, and those that pick out what is counted or say of what size or make it is.

五大中心, 十大工程: a Chinese numeral without a unit counts what a name holds. 三类空间, 两批清单, “三个”中心, 三个全覆盖, 产值超百亿元的企业,
500千伏变电站: nor do these promise what they say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from planparse.language.amounts import Amount, Family
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.text import Folded

# Nouns that are measures themselves: 产值, 收入, 投资.
MEASURES = tuple(words("verbs")["measures"])
_SPECIFICATIONS = frozenset(words("amount_units")["specifications"])

BEHIND_MARKS = frozenset(".．、")
"""What stands behind the number of an item."""

# How many sorts there are of what is covered as a whole.
_SORTS = frozenset("类种项")
_ALL_OF_SORTS = Pattern(
    "[^，。；、\\d\n]{2,24}全覆盖(?![率面])",
    reads=("重点对象住房安全动态监测全覆盖",),
    leaves=("全覆盖", "重点对象，实现全覆盖"),
    by="match",
)

_LONGEST_NAMED = 14
_NAMED_BEFORE = Pattern("[、和][^，。；、\\d]{2,10}$", reads=("人工智能、商业航天",), leaves=("建成", "商业航天"))
_IN_TURN_BEHIND = Pattern(
    "[^，。；、\\d]{2,16}分别", reads=("未来产业产值分别突破",), leaves=("分别建成", "未来产业产值达到"), by="match"
)

# 甲局、乙局、丙局等四个部门的改革试点: how many have been named, whose work it is.
_LISTED_BEFORE = Pattern(
    "[、和][^，。；、\\d]{1,16}等?$", reads=("甲局、乙局、丙局等", "教育、医疗"), leaves=("建成", "推进甲局等", "推进")
)
_OF_NAMED = Pattern(
    "(?:部门|单位|领域|行业|县|区|市|镇|乡|街道|地区|方面|环节|板块)(?:的|专项)",
    reads=("部门的改革试点", "领域专项整治"),
    leaves=("部门信息系统", "园区的建设", "县达到标准"),
    by="match",
)

# Units of a class or grade that a letter and a number name.
_CLASSES = frozenset("类级型号版期区")

# 产值超百亿元的企业, 年收入2000万元以上的企业: a measure with its number picks out what is counted before it.
_THRESHOLD_BEHIND = Pattern(
    r"的(?!目标|水平|规模|标准(?!化)|速度|增长|增速|基础上)",
    reads=("的企业", "的项目"),
    leaves=("的目标", "的增速", "企业"),
    by="match",
)

_SUM_BEHIND = Pattern(
    "的[^，。；、]{0,14}?(?:贷款|融资|信贷|授信|基金|资金池?|(?:专项)?债券?|专项)(?:支持|额度)?(?=[，。；、和并以用支\n]|$)",
    reads=("的涉农贷款支持，", "的产业基金", "的风险补偿资金池", "的稳投资专项。"),
    leaves=("的企业", "的目标"),
    by="match",
)

# 产值超千亿元产业集群: the same without 的, where a bound stands before the number.
_OF_SIZE_BEHIND = Pattern(
    "[^，。；、（）]{0,6}?(?:集群|企业|项目|园区|基地|县|市|区|镇|乡|村|强[县镇村]|平台|品牌|产业链|产业|市场|公司|集团|工厂|车间|农场|合作社|农业龙头|商圈|街区|综合体|楼宇|单品|产品|门店|商户|车企|药企|医院|学校|景区|工程)(?!达|占|增|的?[产总])",
    reads=("产业集群", "工业企业20家", "产业强县"),
    leaves=("左右", "大关", "的目标", "企业达到30家"),
    by="match",
)

# 岗位达到95%的小微企业: a share that picks out who has reached it.
_PICKED_BEHIND = Pattern(
    "的(?:[^，。；、的率面比重度]{0,8}?)(?:企业|单位|机构|项目|县|市|区|乡镇|街道|社区|村|园区|学校|人员|家庭|户|地区)(?!占|数)",
    reads=("的小微企业", "的县（市、区）"),
    leaves=("的目标", "的合格率", "的企业占比"),
    by="match",
)

_REACHED = Pattern("(?:达到?|超过|高于|不低于|低于|占比)$", reads=("岗位达到", "占比"), leaves=("推动", "力争"))

# 省市两级, 县乡村三级: of offices, and no grade.
_OFFICES = Pattern(
    "[^达到获评创为成]两级(?![及以])|[村乡镇][三四五]级(?![及以])|县三级(?![及以甲乙医公综专])",
    reads=("市两级", "村三级"),
    leaves=("达到两级", "三级医院"),
    by="match",
)

# 亿元以上项目50个: what is counted behind is of that size.
_COUNTED_BEHIND = Pattern(
    r"的?[\u4e00-\u9fff]{2,12}?(?:达到|达)?\d|的?\d[\d.]*[万千百]?[个家户所]",
    reads=("项目50个", "的企业达到30家", "3个", "的15家"),
    leaves=("项目", "，培育企业30家"),
    by="match",
)

_SIZE_OF_COUNTED = Pattern(
    r"级?(?:以上)?(?:龙头|骨干|领军|工业|制造业)?(?:企业|产业集群|集群|园区|产业链|强镇|强县)(?:达到?|突破|发展到)?\d[\d.]*[万千百]?[个家户条]",
    reads=("企业达到3户", "级产业集群5个"),
    leaves=("的企业达到3户", "，企业达到3户", "企业产值达到3亿元"),
    by="match",
)

_COUNTED_OF_SIZE = Pattern(
    r"(?:的(?:[\u4e00-\u9fff“”]{2,12}?(?:达到|达)?)?|(?:项目|企业|园区|集群|平台)(?:达到|达)?)\d[\d.]*[万千百]?[个家户所]",
    reads=("的骨干企业20家", "的10家左右", "项目8个"),
    leaves=("的目标", "的企业，20家"),
    by="match",
)

# 2个产值超千亿元、5个超500亿元的产业集群: of what size so many are, before so many of another, where the last alone says what.
_COUNTED_AHEAD = Pattern(
    "[0-9一二两三四五六七八九十][余多]?[个家座处条所户片支名][^，。；、0-9]{0,10}$",
    reads=("2个产值", "10家年营业收入", "两个"),
    leaves=("个产值", "2个、产值", "2亿元产值"),
)
_NEXT_COUNTED = Pattern(
    "[、和及与](?:[0-9]+|[一二两三四五六七八九十]{1,3})[余多]?[个家座处条所户片支名]",
    reads=("、5个超500亿元的产业集群", "和10家超过10亿元的企业"),
    leaves=("、超500亿元企业5家", "、5亿元"),
    by="match",
)

# 组建1支不少于20人的救援队, 建设1个占地500亩、年产值50亿元的产业园: of what size what has been counted right before is.
_COUNTED_OF_IT = Pattern(
    "(?:组成|规模|左右|以上)?(?:、[^，。；、]{2,16}){0,2}?的(?!目标|水平|规模|标准|速度|贷款|融资|信贷|授信|基金|资金|债券|资助|补|奖|支持|投资)[^，。；、的]{2}",
    reads=("的救援队", "组成的医疗队", "、年产值50亿元的产业园"),
    leaves=("的目标", "，年产值50亿元的产业园", "的贷款支持", "救援队"),
    by="match",
)
_MADE_OF_SIZE = Pattern(
    "(?:建|设|立|造|育|进|增|办|成|打造|配备|组|引)[1-9一二两三四五六七八九十][0-9]{0,2}[余多]?[个家座处条所支片栋](?:占地|面积|规模|年产|年产值|投资|容纳|可容纳|总?建筑面积|由|拥有|具有|人数)?$",
    reads=("组建1支", "建设1个占地", "引进3家年产值"),
    leaves=("补助10个", "1支", "建设1个以"),
)

# 5000人以上大型演出18场: the same where it is counted how large they are.
_SIZES = frozenset((*"人户张亩间头名床", "人次", "学位"))

_OF_SIZE_COUNTED = Pattern(
    r"的?(?:(?!开展|举办|组织|建设|培训|培育|新增|建成|完成|其中|以及|[和及与])[、\u4e00-\u9fff]){2,16}?(?:达到?|突破)?\d[\d.]*[万千]?(?P<unit>[个家所处座场次项支套片栋条届])",
    reads=("大型演出18场", "展会、会议15场", "规模养殖场达到30家"),
    leaves=("大型演出", "开展培训18场", "，新建学校3所"),
    by="match",
)

_OF_SET = Pattern(
    "(?:的)?(?:自然村|行政村|村|屯|村民小组|居民点|社区|小区|企业|学校|医院|机构|单位|乡镇|街道|供水工程|工程|水厂|项目|场所|场馆|养殖场|园区|基地|建筑|灌区|水库|市场|食堂|泵站|码头)[^，。；]{0,16}(?:全覆盖|全部|均|都|一律|每[月季年周半学日天])",
    reads=("自然村4G信号全覆盖", "企业全部建立工会"),
    leaves=("企业20家", "自然村通公路"),
    by="match",
)

# 50亩以上养殖主体尾水处理设施全覆盖: of what size all of a set are.
_MEASURED_SET = Pattern(
    "的?(?:[\u4e00-\u9fff“”]){2,20}?(?:全覆盖|全部|一律)",
    reads=("养殖主体尾水处理设施全覆盖", "燃煤锅炉全部完成改造"),
    leaves=("，全部完成", "高标准农田", "的企业"),
    by="match",
)

# 增速超过10%的企业达到200家: what is counted, behind what picks it out.
_RATES = ("率", "速", "幅", "额", "比", "度", "重")

_COUNTED_THEN = Pattern(
    r"的[\u4e00-\u9fff]{2,12}?(?:达到?|突破|超过|增加到|增至)?\d[\d.]*[万千百]?[家个户所人名]",
    reads=("的企业达到200家",),
    leaves=("的企业", "的水平，企业200家"),
    by="match",
)

# 1类创新药, 2类改良型新药: of what class.
_CLASS_OF = Pattern(
    "(?:创新药|改良型|新药|医疗器械|疫苗|生物制品|水体|水质)",
    reads=("创新药12个",),
    leaves=("重点行业", "重点对象"),
    by="match",
)

# 招收学生5人以上的学校全部建成教室: whom all of a set are.
_WHO_ALL = Pattern(
    r"的[^，。；、的\d]{2,16}(?:全部|全面|一律|均(?!衡)[要应须]?)",
    reads=("的普通学校全面建成", "的企业全部建立工会"),
    leaves=("的企业达到30家", "的学校、医院全部"),
    by="match",
)

# 管理层级压缩至3级: how many layers there are.
_LAYERS = Pattern(
    "(?:层级|级次)(?:原则上|总体|要|应)?(?:压缩|压减|控制|减少|精简|缩减)?[至到在为]?$",
    reads=("管理层级压缩至", "产权级次控制在"),
    leaves=("水平达到",),
)

# 公交站点500米覆盖率, 站点800米半径人口覆盖率: how far off what is covered may lie.
_COVERED_WITHIN = Pattern(
    "(?:服务)?(?:半径|范围)?(?:内)?(?:[\u4e00-\u9fff]{0,8})覆盖(?:率|比例)",
    reads=("覆盖率", "半径人口覆盖率", "服务半径覆盖率"),
    leaves=("管网，覆盖率", "健身步道"),
    by="match",
)
_ROUND = Pattern("[百千万亿]+", reads=("万", "百万"), leaves=("三万", "3万"), by="fullmatch")

# 突破百亿元大关: a round number that is to be reached.
_ROUND_GOAL = Pattern(
    "规模|大关|级(?:台阶|规模|行列|俱乐部|(?![^，。；、]{2}))|台阶|关口|门槛|水平|目标|的|左右|行列|俱乐部|产值|量级|新|和|及|与|或|投资",
    reads=("大关", "的目标", "级"),
    leaves=("示范片", "产业集群", "级泊位4个"),
    by="match",
)

# 百强县前60位: those among whom a place is taken.
_RANKED_AMONG = Pattern(
    "(?:(?:县|区|市|镇|乡|村|企业|城市|园区|医院|高校|开发区|榜)[^，。；、]{0,4})?(?:前|第)[0-9一二三四五六七八九十百]",
    reads=("县前60位", "城市榜前50名", "前50名"),
    leaves=("县", "企业3家"),
    by="match",
)

# With a Chinese numeral these say which things are meant.
_NAMING = frozenset(("类", "批", "种"))

_SCALES = ("万", "千")

# newsshow.html?tid=5&id=1354: what stands in the address of a page.
_ADDRESS = Pattern(
    "(?:[:：]//|www\\.)[^ \u3000\n\u4e00-\u9fff，。；、]{0,160}$",
    reads=("网址：http：//www.example.gov.cn/show.html?id=",),
    leaves=("http://www.example.gov.cn 新增", "平台"),
)
_ADDRESS_REACH = 170

_CLASS_BEHIND = Pattern(
    "级(?:以上)?的?(?!台阶|规模|水平|大关|目标|行列|俱乐部)[\u4e00-\u9fff]{2}",
    reads=("级的储能电站", "级码头"),
    leaves=("级", "级台阶", "以上"),
    by="match",
)
# 建设5万立方米高位水池2座: of what size each of them is that are counted behind it.
_EACH_COUNTED = Pattern(
    r"(?!的|以[上下内]|[、和及与或])[\u4e00-\u9fff]{2,12}\d[\d.]*[座个处台套艘条组](?=$|[，。；、（）\n])",
    reads=("高位水池2座", "储罐3个，"),
    leaves=("粮食", "的水池2座", "以上水池2座", "高位水池2座以上项目"),
    by="match",
)
_HOLDS = ("立方米", "千瓦", "兆瓦", "千伏安", "万吨", "/日")
_BUILDS = ("建设", "新建", "建成", "扩建", "改建", "续建", "配套", "布局", "购置", "新增")
_LIQUIDS = ("酒精", "乙醇", "消毒", "次氯酸", "过氧")
_SAID_BEFORE = ("上述", "前述", "这")


def family_of(folded: Folded, amount: Amount) -> Family | Literal["hidden"]:
    """As what an amount is painted: by its own family, or hidden where it promises nothing."""
    family = amount.family
    if family == "grade" and amount.grade is None and _LAYERS.search(folded, max(0, amount.start - 12), amount.start):
        return "count"  # 管理层级压缩至3级以内
    for hides in _HIDES.get(family, _OF_ANY):
        if hides(folded, amount):
            return "hidden"
    return family


def _is_bounded_behind(amount: Amount) -> bool:
    return amount.end > amount.number_end


def _is_bounded_before(amount: Amount) -> bool:
    return amount.start < amount.number_start


def _is_money(amount: Amount) -> bool:
    return (amount.unit or "").endswith("元")


# 12微克/立方米以下和10微克/立方米以下: a further number is no word that the first belongs to.
_AND_NUMBER = Pattern(r"[和及与]\d", reads=("和10微克", "及30%"), leaves=("和煤矿", "煤矿"), by="match")


def _opens_word(folded: Folded, amount: Amount) -> bool:
    return folded[amount.end : amount.end + 1].isalpha() and not _AND_NUMBER.match(folded, amount.end)


# The number of a line that people call, and not how many there are.
_HOTLINE = Pattern(
    r"(?:12\d{3}|1(?:10|19|20|22))(?=[^，。；\d]{0,6}(?:热线|平台|指挥|急救|接处警|报警|中心))",
    reads=("12345热线", "12345政务服务便民热线", "120急救"),
    leaves=("12345家", "120公里"),
    by="match",
)


# Of any family


def _is_sorts_covered(folded: Folded, amount: Amount) -> bool:
    """实现4类重点对象动态监测全覆盖, 获批1类创新药12个."""
    return (
        amount.unit in _SORTS
        and (_ALL_OF_SORTS.match(folded, amount.end) or _CLASS_OF.match(folded, amount.end)) is not None
    )


def _is_class_by_letter(folded: Folded, amount: Amount) -> bool:
    """A2类以上通用机场."""
    before = folded[amount.start - 1 : amount.start]
    return amount.unit in _CLASSES and before.isascii() and before.isalpha()


def _counts_named(folded: Folded, amount: Amount) -> bool:
    """人工智能、商业航天两个未来产业产值分别突破80亿元、60亿元: how many have been named, each of which comes to a number of its own."""
    named = amount.chinese and _NAMED_BEFORE.search(folded, max(0, amount.start - _LONGEST_NAMED), amount.start)
    return bool(named) and _IN_TURN_BEHIND.match(folded, amount.end) is not None


def _counts_whose(folded: Folded, amount: Amount) -> bool:
    """财政、税务、人社等5个部门的数据共享."""
    of_named = amount.comparator == "eq" and _OF_NAMED.match(folded, amount.end)
    return bool(of_named) and _LISTED_BEFORE.search(folded, max(0, amount.start - _LONGEST_NAMED), amount.start) is not None


def _is_numeral_in_name(folded: Folded, amount: Amount) -> bool:
    """五大中心, 三类空间, “三个”中心, 三个全覆盖."""
    if not amount.chinese:
        return False
    is_quoted = folded[amount.start - 1 : amount.start] + folded[amount.end : amount.end + 1] == "“”"
    return (
        amount.family == "bare"
        or amount.unit in _NAMING
        or (amount.family == "count" and is_quoted)
        or folded.startswith(("全覆盖", "“事”"), amount.end)  # 一件“事”
    )


def _is_size_of_place(folded: Folded, amount: Amount) -> bool:
    """20万人口以上的区建有1所, 消除66人以上超大班额, 5000人以上大型演出18场."""
    if not _is_bounded_behind(amount):
        return False
    return (
        (amount.unit == "人" and folded.startswith(("超大班额", "大班额"), amount.end))
        or (amount.unit == "人口" and folded.startswith("的", amount.end))
        or (
            amount.unit in _SIZES
            and amount.comparator in ("ge", "le")
            and _OF_SIZE_COUNTED.match(folded, amount.end) is not None
        )
    )


def _is_specification(folded: Folded, amount: Amount) -> bool:
    """500千伏变电站."""
    is_plain = amount.unit in _SPECIFICATIONS and amount.comparator == "eq"
    return is_plain and _opens_word(folded, amount) and not folded.startswith("内", amount.end)


def _is_size_of_each(folded: Folded, amount: Amount) -> bool:
    """配套建设5万立方米高位水池2座."""
    if amount.comparator != "eq" or not (amount.unit or "").endswith(_HOLDS):
        return False
    return folded.endswith(_BUILDS, 0, amount.start) and _EACH_COUNTED.match(folded, amount.end) is not None


def _is_in_address(folded: Folded, amount: Amount) -> bool:
    """newsshow.html?tid=5&id=1354."""
    end = amount.number_start
    begin = max(0, end - _ADDRESS_REACH)
    if folded.find("//", begin, end) < 0 and folded.find("www.", begin, end) < 0:
        return False
    return not folded[end - 1].isspace() and _ADDRESS.search(folded, begin, end) is not None


# Of one family


def _is_mark(folded: Folded, amount: Amount) -> bool:
    """59．新增5G基站1000座: the mark of an item."""
    opens = not amount.start or folded[amount.start - 1] == "\n"
    return opens and folded[amount.end : amount.end + 1] in BEHIND_MARKS


def _is_said_before(folded: Folded, amount: Amount) -> bool:
    """上述两项指标."""
    return folded.endswith(_SAID_BEFORE, max(0, amount.start - 2), amount.start)


def _picks_set(folded: Folded, amount: Amount) -> bool:
    """20户以上自然村全覆盖: of what size the members of a set are, all of which come to something."""
    if amount.comparator != "ge" or not _is_bounded_behind(amount):
        return False
    if folded.endswith("所有", 0, amount.start) or _WHO_ALL.match(folded, amount.end):
        return True
    opens = folded[amount.start - 1 : amount.start] in ("", "，", "。", "；", "、", "\n", "将", "对", "现")
    opens |= folded[amount.start - 2 : amount.start - 1] == "全"  # 全县20户以上自然村
    return opens and _OF_SET.match(folded, amount.end) is not None


def _is_among(folded: Folded, amount: Amount) -> bool:
    """全国百强县前60位."""
    return _RANKED_AMONG.match(folded, amount.end) is not None


def _is_of_map(folded: Folded, amount: Amount) -> bool:
    """1：5万区域地质调查."""
    return folded.startswith(_SCALES, amount.end)


def _is_of_offices(folded: Folded, amount: Amount) -> bool:
    """省市两级."""
    return amount.grade is None and _OFFICES.match(folded, max(0, amount.start - 1)) is not None


def _is_rate_of_counted(folded: Folded, amount: Amount) -> bool:
    """增速超过10%的企业达到200家."""
    return (
        amount.comparator in ("gt", "ge")
        and folded.endswith(_RATES, max(0, amount.start - 1), amount.start)
        and _COUNTED_THEN.match(folded, amount.end) is not None
    )


def _is_share_of_picked(folded: Folded, amount: Amount) -> bool:
    """岗位达到95%的小微企业."""
    reached = _REACHED.search(folded, max(0, amount.start - 4), amount.start)
    return reached is not None and _PICKED_BEHIND.match(folded, amount.end) is not None


def _is_strength(folded: Folded, amount: Amount) -> bool:
    """75%酒精."""
    return folded.startswith(_LIQUIDS, amount.end)


def _is_round(folded: Folded, amount: Amount) -> bool:
    """万亩示范片."""
    return (
        amount.chinese
        and _opens_word(folded, amount)
        and _ROUND.fullmatch(folded[amount.start : amount.number_end].removesuffix(amount.unit or "")) is not None
        and not _ROUND_GOAL.match(folded, amount.end)
    )


def _is_size_of_counted(folded: Folded, amount: Amount) -> bool:
    """30万吨以下煤矿, 亿元以上项目50个, 50亩以上养殖主体尾水处理设施全覆盖."""
    if not _is_bounded_behind(amount):
        return False
    if amount.comparator == "le":
        return _opens_word(folded, amount)
    behind = _COUNTED_BEHIND.match(folded, amount.end) or _MEASURED_SET.match(folded, amount.end)
    return amount.comparator == "ge" and behind is not None


def _is_worth_of_counted(folded: Folded, amount: Amount) -> bool:
    """五十亿元企业达到3户, 10亿元级企业20家, 培育超千亿元产业集群, 引进超亿元项目20个."""
    if not _is_money(amount):
        return False
    if amount.comparator == "eq":
        return _SIZE_OF_COUNTED.match(folded, amount.end) is not None
    is_above = amount.comparator == "gt" and _is_bounded_before(amount)
    return is_above and _OF_SIZE_BEHIND.match(folded, amount.end) is not None


def _is_more_of_counted(folded: Folded, amount: Amount) -> bool:
    """、超10亿元的骨干企业20家."""
    return _is_bounded_before(amount) and _COUNTED_OF_SIZE.match(folded, amount.end) is not None


def _is_one_of_sizes(folded: Folded, amount: Amount) -> bool:
    """2个产值超千亿元、5个超500亿元的产业集群."""
    if not (_is_bounded_before(amount) or _is_bounded_behind(amount)) or not _NEXT_COUNTED.match(folded, amount.end):
        return False
    return _COUNTED_AHEAD.search(folded, max(0, amount.start - _LONGEST_NAMED), amount.start) is not None


def _is_size_of_made(folded: Folded, amount: Amount) -> bool:
    """组建1支不少于20人的救援队."""
    if not _MADE_OF_SIZE.search(folded, max(0, amount.start - _LONGEST_NAMED), amount.start):
        return False
    return _COUNTED_OF_IT.match(folded, amount.end) is not None


def _is_threshold(folded: Folded, amount: Amount) -> bool:
    """产值超百亿元的企业, 产值超千亿元产业集群; but 提供总额不少于3000亿元的涉农贷款支持."""
    of_size = _is_bounded_before(amount) and _OF_SIZE_BEHIND.match(folded, amount.end)
    if not of_size and not _THRESHOLD_BEHIND.match(folded, amount.end):
        return False
    before = folded[max(0, amount.start - 8) : amount.start]
    if before.endswith(("总额", "总量", "规模")) and _SUM_BEHIND.match(folded, amount.end):
        return False
    return before.rstrip("）在为达到").endswith(MEASURES)


def _is_class(folded: Folded, amount: Amount) -> bool:
    """100兆瓦级的储能电站."""
    return amount.comparator == "eq" and _CLASS_BEHIND.match(folded, amount.end) is not None


def _is_how_far(folded: Folded, amount: Amount) -> bool:
    """公交站点500米覆盖率."""
    is_plain = amount.unit in ("米", "公里") and amount.comparator == "eq"
    return is_plain and _COVERED_WITHIN.match(folded, amount.end) is not None


def _is_hotline(folded: Folded, amount: Amount) -> bool:
    """12345热线派单在1小时内完成."""
    return _HOTLINE.match(folded, amount.start) is not None


_Hides = Callable[[Folded, Amount], bool]
_OF_ANY: Final[tuple[_Hides, ...]] = (
    _is_sorts_covered,
    _is_class_by_letter,
    _is_numeral_in_name,
    _is_size_of_place,
    _is_specification,
    _is_in_address,
)
_HIDES: Final[dict[Family, tuple[_Hides, ...]]] = {
    "bare": (
        *_OF_ANY,
        _is_mark,
        _is_hotline,
    ),
    "count": (*_OF_ANY, _is_said_before, _picks_set, _counts_named, _counts_whose, _is_one_of_sizes, _is_size_of_made),
    "rank": (
        *_OF_ANY,
        _is_among,
    ),
    "ratio": (
        *_OF_ANY,
        _is_of_map,
    ),
    "grade": (
        *_OF_ANY,
        _is_of_offices,
    ),
    "percent": (*_OF_ANY, _is_rate_of_counted, _is_share_of_picked, _is_strength),
    "measure": (
        *_OF_ANY,
        _is_round,
        _is_size_of_each,
        _is_size_of_counted,
        _is_worth_of_counted,
        _is_more_of_counted,
        _is_one_of_sizes,
        _is_size_of_made,
        _is_threshold,
        _is_how_far,
        _is_class,
    ),
}
