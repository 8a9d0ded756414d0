"""The text as the target patterns see it: as long as the printed one, with brackets hidden and numbers and times painted over.

建成国家级区域医疗中心1个（含筹建） becomes 建成国家级区域医疗中心##（____）: a pattern sees at once where a number stands and of which family, 、
and ， inside brackets part nothing, and an offset is the same in text and skeleton.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from planparse.language.amounts import Amount, Family
from planparse.language.dates import Time
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.text import Folded, Painted

# Nouns that are measures themselves: 产值, 收入, 投资.
MEASURES = tuple(words("verbs")["measures"])
_SPECIFICATIONS = frozenset(words("amount_units")["specifications"])
# One character of the private use area for each family, so that no printed text is mistaken for paint. What patterns look for together
# stands together: a set that is one range is built and searched quickest.
PAINT: dict[Family | str, str] = {
    "percent": "\ue001",
    "count": "\ue002",
    "measure": "\ue003",
    "point": "\ue004",
    "multiple": "\ue005",
    "bare": "\ue006",
    "ratio": "\ue007",
    "zero": "\ue008",
    "doubled": "\ue009",
    "halved": "\ue00a",
    "bound": "\ue00b",
    "time": "\ue00c",
    "deadline": "\ue00d",
    "hidden": "\ue00e",
    "rank": "\ue00f",
    "grade": "\ue010",
}
# “三个全覆盖”, “限时清零”: no name, but what all of a set, or of three, come to.
_COVERED = frozenset(
    (
        *(f"{number}个全覆盖" for number in "两二三四五六"),
        "全覆盖",
        *(f"{how}清零" for how in ("", "动态", "限时", "限期", "全部", "双", "两", "三", "四")),
    )
)
_COMES_TO = Pattern(
    "零(?:填埋|直排|伤亡|事故|发生|新增|排放)|(?P<each>[县乡镇村校户])(?P=each)全覆盖",
    reads=("零填埋", "县县全覆盖"),
    leaves=("零工市场", "服务全覆盖"),
    by="fullmatch",
)
_PHASE = Pattern(
    "(?:[近中远]期|第?[一二三四五](?:阶段|期)|[到来]前)（$",
    reads=("近期（", "第二阶段（", "一期（", "汛期到来前（"),
    leaves=("工期（", "近期目标（"),
)
# （2025年为41.2%）, （现有42个）: what an indicator was, beside what it is to be.
WAS_ASIDE = Pattern(
    r"[（(](?:截[至止]到?)?(?:(?P<year>(?:19|20)\d\d)年(?:年?[底末])?(?:(?:实际|现状|基期)(?:值|数|水平)?(?:为|是)?|为|是|占|已达到?|已?有|已建成)|(?:目前|当前|现状|基期|基准|基数|现|原|已)(?:值|数|水平)?(?:仅|已)?(?:为|是|占|达到?|有|建成)?)(?:仅|约)?[：:]?"
    r"[ ]?(?P<n>\d[\d.]*)[^（）()，。；、\d]{0,8}[）)]",
    reads=("（2025年为41.2%）", "（现有42个）", "（现状值88.5%）", "（目前为3.1人）"),
    leaves=(
        "（2026年45%）",
        "（2026年达到45%）",
        "（2025年版）",
        "（含筹建）",
        "（2025年底前完成3个）",
        "（现有42个中心和3个站点）",
    ),
)
_PAINTS = Pattern("[\ue001-\ue010]", reads=("甲\ue001乙",), leaves=("甲乙",))
_BRACKETED = Pattern(
    r"（(?P<a>(?>(?:[^（）\n]++|（[^（）\n]{0,200}）){0,300}))）|“(?P<b>[^“”\n]{1,80})”|《(?P<c>[^《》\n]{1,150})》|\"(?P<d>[^\"\n]{1,60})\"",
    reads=("中心（含筹建）", "“十四五”规划", "《方案》"),
    leaves=("中心（含筹建", "十四五规划"),
)
# How many sorts there are of what is covered as a whole.
_BEHIND_MARKS = frozenset(".．、")
_SORTS = frozenset("类种项")
_ALL_OF_SORTS = Pattern(
    "[^，。；、\\d\n]{2,24}全覆盖(?![率面])",
    reads=("重点对象住房安全动态监测全覆盖",),
    leaves=("全覆盖", "重点对象，实现全覆盖"),
    by="match",
)
# Units of a class or grade that a letter and a number name.
_CLASSES = frozenset("类级型号版期区")
# From when on something is done each year: no due date, but a time all the same.
_BEGINNING = Pattern(
    # Begins with one character, by which it is looked for.
    r"[从自12](?:(?<=[从自])(?:19|20)|(?<=1)9|(?<=2)0)\d\d年(?:\d{1,2}月)?(?:起|开始)(?=，?每)",
    reads=("2026年起每年新增", "从2026年开始，每年", "自2026年7月起每季度"),
    leaves=("2026年起施行", "自2026年1月1日起"),
)
# （其中福州800家、厦门600家） counts like a clause of its own.
_BY_WHEN = Pattern(
    r"(?:力争|争取|确保|计划|[在于])?(?=(?P<when>[^，；。、（）]))(?P=when)[^，；。、（）]{0,15}(?:前|底|末|日)(?:全部|基本)?(?:完成|建成|投用|投入使用|竣工|完工)",
    reads=("2026年12月底前完成", "年底前完成", "力争2027年底前完成"),
    leaves=("2026年12月底前完成投资", "含筹建"),
    by="fullmatch",
)
_PARTS = Pattern("（其中[：:]?", reads=("（其中：福州", "（其中厦门"), leaves=("其中：福州", "（含筹建）"), by="match")
_PARTS_WHOLE = Pattern(
    "（其中[^（）\n]{1,400}）", reads=("（其中福州800家、厦门600家）",), leaves=("（其中福州800家", "（含筹建）")
)
# 达到300亿元（力争350亿元）: what is hoped for beyond, as the next member of a list.
_HOPED = Pattern(
    r"（(?=(?:力争|争取|努力|冲刺|挑战)(?:达到?|实现|突破|超过)?[ ]?\d(?!\d{3}年)[^（）。；，\n]{0,12}）)",
    reads=("（力争350亿元）", "（争取达到80家以上）"),
    leaves=("（力争2027年完成，市教育局负责）", "（力争建成）"),
)
# 完成4.8万户（煤改电3.1万户、煤改气1.7万户）: what a sum is made of, said without 其中.
_PART = r"[^（），。；：、\d\n]{2,14}?\d[\d.]*[万亿千百]?[户家个人名处座所套台条项场支间栋张吨亩]"
_PART_OF_YEAR = r"(?:19|20)\d\d年(?:[底末]前?)?(?:完成|改造|新建|建成|培育|实施|治理|开工|整治|新增|建设)?[ ]?\d[\d.]*[万亿千百]?(?:公里|[户家个人名处座所套台条项场支间栋张吨亩米])"
_PARTS_LISTED = Pattern(
    rf"（(?<=[户家个人名处座所套台条项场支间栋张吨亩里米造设理治复升]（)(?:{_PART}(?:、{_PART}){{1,9}}|{_PART_OF_YEAR}(?:[、，]{_PART_OF_YEAR}){{1,9}})）",
    reads=(
        "完成4.8万户（煤改电3.1万户、煤改气1.7万户）",
        "加固水库12座（2023年5座，2024年7座）",
        "对480个路口实施改造（2026年完成200个，2027年完成280个）",
    ),
    leaves=("完成4.8万户（含煤改电3.1万户）", "建成3家（市级）", "完成4.8万户（2023年3万户）"),
)
# 产值超百亿元的企业, 年收入2000万元以上的企业: a measure with its number picks out what is counted before it.
_THRESHOLD_BEHIND = Pattern(
    r"的(?!目标|水平|规模|标准(?!化)|速度|增长|增速|基础上)",
    reads=("的企业", "的项目"),
    leaves=("的目标", "的增速", "企业"),
    by="match",
)


_SUM_BEHIND = Pattern(
    "的[^，。；、]{0,14}?(?:贷款|融资|信贷|授信|基金|资金)(?:支持|额度)?(?=[，。；、\n]|$)",
    reads=("的涉农贷款支持，", "的产业基金"),
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
# 年出栏, 投资: what of the things that are counted is so large.
_OF_SIZE = Pattern(
    "(?:年?(?:出栏|产值|收入|产量|投资|总投资|销售|销售收入|营业收入|营收|规模|面积|装机|容量|亩均|单体))?",
    reads=("年出栏", "投资", ""),
    leaves=("专家", "企业和"),
    by="fullmatch",
)
# 5000人以上大型演出18场: the same where it is counted how large they are.
_SIZES = frozenset((*"人户张亩间头名床", "人次", "学位"))
_OF_SIZE_COUNTED = Pattern(
    r"的?(?:(?!开展|举办|组织|建设|培训|培育|新增|建成|完成|其中|以及|[和及与])[、\u4e00-\u9fff]){2,16}?(?:达到?|突破)?\d[\d.]*[万千]?(?P<unit>[个家所处座场次项支套片栋条届])",
    reads=("大型演出18场", "展会、会议15场", "规模养殖场达到30家"),
    leaves=("大型演出", "开展培训18场", "，新建学校3所"),
    by="match",
)
_OF_PLACES = Pattern(
    "[\u4e00-\u9fff]{1,6}的[\u4e00-\u9fff]", reads=("托位的示范性托育机构",), leaves=("托位", "，建设机构"), by="match"
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
_ROUND = Pattern("[百千万亿]+", reads=("万", "百万"), leaves=("三万", "3万"), by="fullmatch")
# 突破百亿元大关: a round number that is to be reached.
_ROUND_GOAL = Pattern(
    "规模|大关|级(?![^，。；、]{2})|台阶|关口|门槛|水平|目标|的|左右|行列|俱乐部|产值|量级|新|和|及|与|或|投资",
    reads=("大关", "的目标", "级"),
    leaves=("示范片", "产业集群", "级泊位4个"),
    by="match",
)
# 百强县前60位: those among whom a place is taken.
_RANKED_AMONG = Pattern(
    "(?:县|区|市|镇|乡|村|企业|城市|园区|医院|高校|开发区|榜)[^，。；、]{0,4}(?:前|第)[0-9一二三四五六七八九十百]",
    reads=("县前60位", "城市榜前50名"),
    leaves=("县", "企业3家"),
    by="match",
)
_LONGEST_OF_SIZE = 6
# With a Chinese numeral these say which things are meant.
_NAMING = frozenset(("类", "批", "种"))


_SCALES = ("万", "千")
_BLANKS = (" ", "\u3000")
_CLAUSE_BEHIND_BLANK = Pattern(
    r"[ \u3000][\u4e00-\u9fff]{2,}[^，。；\n]*\d",
    reads=(" 改造投放点300个",),
    leaves=(" 以上", "，改造投放点300个"),
    by="match",
)
_SAID_BEFORE = ("上述", "前述", "这")


class Skeleton(NamedTuple):
    """The painted text, and the amounts by the offset at which their paint begins."""

    text: Painted
    amounts: dict[int, Amount]


def paint(folded: Folded, amounts: Sequence[Amount], times: Sequence[Time]) -> Skeleton:
    """The skeleton of a folded text; what a time or a bracket covers is no amount of its own."""
    if not folded.replace("\n", "").isprintable():  # private characters are not, paint among them
        folded = Folded(_PAINTS.sub(PAINT["hidden"], folded))
    # By start, and of two that begin together the longer first: what begins first hides what begins in it.
    strokes = [(m.start() + 1, 1 - m.end(), "hidden") for m in _BRACKETED.finditer(folded) if not _is_open(m.group("b"))]
    listed = [match.span() for match in _PARTS_LISTED.finditer(folded)]
    hoped = [match.start() for match in _HOPED.finditer(folded)]
    if listed or hoped or "（其中" in folded:
        begins = {start + 1 for start, _ in listed} | {start + 1 for start in hoped}
        strokes = [stroke for stroke in strokes if stroke[0] not in begins and not _PARTS.match(folded, stroke[0] - 1)]
    strokes += [(time.start, -time.end, "deadline") for time in times]
    strokes += [(match.start(), -match.end(), "deadline") for match in _BEGINNING.finditer(folded)]
    begun = {time.start: time.end for time in times}  # 2026 of 2026、2027年 is no number
    # （2026年12月底前完成）: nothing in brackets but by when.
    strokes = [
        (start, end, "deadline")
        if ((by_when := _BY_WHEN.fullmatch(folded, start, -end)) and by_when.start("when") in begun)
        or (start in begun and _is_headed(folded, start, -end, begun[start]))
        else (start, end, family)
        for start, end, family in strokes
    ]
    of_each = {a.start for a, b in pairwise(amounts) if a.end == b.start and folded.startswith("每", a.start - 1)}
    strokes += [
        # 每10万人50台: how many there are for each.
        (a.start, -a.end, "hidden" if a.start in of_each else _family(folded, a))
        for a in amounts
        if a.number_start not in begun
    ]
    strokes.sort()
    kept: dict[int, Amount] = {}
    by_start = {amount.start: amount for amount in amounts}
    pieces: list[str] = []
    done, counted = 0, -1
    for start, minus_end, family in strokes:
        if start < done:
            continue
        end = -minus_end
        pieces.append(folded[done:start])
        if family == "measure" and counted == start and folded[end : end + 1].isalpha() and folded[end - 1] != "元":
            family = "hidden"  # noqa: PLW2901 - 3条10万吨级航道: of what size what is counted is
        if family == "count" and counted == start and _OF_PLACES.match(folded, end):
            family = "hidden"  # noqa: PLW2901 - 1所80—150个托位的机构: the same where what fits in is counted
        if counted >= 0 and by_start.get(start) and _is_size(folded, by_start[start], counted):
            family = "hidden"  # noqa: PLW2901 - 96个年出栏万头以上养猪场: the same with a bound behind it
        counted = end if family == "count" else -1
        done = end
        if family not in ("hidden", "deadline"):
            kept[start] = amount = by_start[start]
            # 约 and 近 bound nothing: 充电桩约12万个 in a list is a member like any other.
            if family != "rank" and amount.comparator != "approx":
                pieces.append(PAINT["bound"] * (amount.number_start - start))
                start = amount.number_start  # noqa: PLW2901 - the bound is painted, the number is left
        pieces.append(PAINT[family] * (end - start))
    pieces.append(folded[done:])
    was = {match.start("n") for match in WAS_ASIDE.finditer(folded)}
    kept.update((amount.number_start, amount) for amount in amounts if amount.number_start in was)
    painted = "".join(pieces)
    if any(folded.startswith(_BLANKS, amount.end) for amount in kept.values()):
        # 建成分拣中心2个 改造投放点300个: the blank stands for the comma
        parted = {amount.end for amount in kept.values() if _CLAUSE_BEHIND_BLANK.match(folded, amount.end)}
        painted = "".join("，" if at in parted else character for at, character in enumerate(painted)) if parted else painted
    if hoped:
        marks = {at: mark for start in hoped for at, mark in ((start, "、"), (folded.index("）", start), "，"))}
        painted = "".join(marks.get(at, character) for at, character in enumerate(painted))
    if listed:
        commas = {at for start, end in listed for at in (start, end - 1)}
        painted = "".join("，" if at in commas else character for at, character in enumerate(painted))
    return Skeleton(_open_parts(Painted(painted)) if "（其中" in painted else Painted(painted), kept)


def _is_open(quoted: str | None) -> bool:
    """Whether quotation marks hold what something comes to, and no name: “零填埋”, “县县全覆盖”."""
    return quoted is not None and (quoted in _COVERED or _COMES_TO.fullmatch(quoted) is not None)


def _is_headed(folded: Folded, start: int, end: int, done: int) -> bool:
    """Whether a bracket that holds nothing but a time heads what stands behind it: 近期目标（到2025年）：, 远期（2031—2035年）."""
    return done == end and (folded.startswith("）：", end) or _PHASE.search(folded, max(0, start - 5), start) is not None)


def _picks_set(folded: Folded, amount: Amount) -> bool:
    """Whether an amount says of what size the members of a set are, all of which come to something."""
    head = folded[amount.start - 1 : amount.start] in ("", "，", "。", "；", "、", "\n", "将", "对", "现")
    head |= folded[amount.start - 2 : amount.start - 1] == "全"  # 全县20户以上自然村
    if folded.endswith("所有", 0, amount.start):
        return True
    return (head and _OF_SET.match(folded, amount.end) is not None) or _WHO_ALL.match(folded, amount.end) is not None


def _is_size(folded: Folded, amount: Amount, counted: int) -> bool:
    """Whether an amount says of what size the things are whose count ends at `counted`, a few words before it."""
    return (
        amount.comparator in ("ge", "le")
        and amount.end > amount.number_end
        and amount.start - counted <= _LONGEST_OF_SIZE
        and folded[amount.end : amount.end + 1].isalpha()
        and _OF_SIZE.fullmatch(folded, counted, amount.start) is not None
    )


def _open_parts(painted: Painted) -> Painted:
    """The brackets of parts as commas, so that they part clauses."""
    return Painted(_PARTS_WHOLE.sub(lambda match: "，" + match.group()[1:-1] + "，", painted))


def _family(folded: Folded, amount: Amount) -> Family | Literal["hidden"]:
    """五大中心, 十大工程: a Chinese numeral without a unit counts what a name holds, and promises nothing.

    三类空间, 两批清单, “三个”中心, 三个全覆盖, 产值超百亿元的企业, 500千伏变电站: nor does a number that is a name, counts what is covered, picks out what is counted, or says of what make it is.
    """
    family, unit, end = amount.family, amount.unit, amount.end
    behind = folded[end : end + 1]
    is_bounded = end > amount.number_end
    if family == "bare" and behind in _BEHIND_MARKS and (not amount.start or folded[amount.start - 1] == "\n"):
        return "hidden"  # 59．新增5G基站1000座: the mark of an item
    if unit in _SORTS and _ALL_OF_SORTS.match(folded, end):
        return "hidden"  # 实现4类重点对象动态监测全覆盖
    if (
        unit in _CLASSES
        and folded[amount.start - 1 : amount.start].isascii()
        and folded[amount.start - 1 : amount.start].isalpha()
    ):
        return "hidden"  # A2类以上通用机场
    if family == "count" and folded.endswith(_SAID_BEFORE, max(0, amount.start - 2), amount.start):
        return "hidden"  # 上述两项指标
    if amount.chinese and (
        family == "bare"
        or unit in _NAMING
        or (family == "count" and folded[amount.start - 1 : amount.start] + behind == "“”")
        or folded.startswith("全覆盖", end)
    ):
        return "hidden"
    if unit in _SORTS and _CLASS_OF.match(folded, end):
        return "hidden"  # 获批1类创新药12个
    if family == "count" and amount.comparator == "ge" and is_bounded and _picks_set(folded, amount):
        return "hidden"  # 20户以上自然村全覆盖
    if unit == "人" and is_bounded and folded.startswith(("超大班额", "大班额"), end):
        return "hidden"  # 消除66人以上超大班额
    if unit == "人口" and is_bounded and folded.startswith("的", end):
        return "hidden"  # 20万人口以上的区建有1所
    if unit in _SIZES and amount.comparator in ("ge", "le") and is_bounded and _OF_SIZE_COUNTED.match(folded, end):
        return "hidden"
    if family == "grade" and amount.grade is None and _LAYERS.search(folded, max(0, amount.start - 12), amount.start):
        return "count"  # 管理层级压缩至3级以内
    if (
        family == "measure"
        and amount.chinese
        and behind.isalpha()
        and _ROUND.fullmatch(folded[amount.start : amount.number_end].removesuffix(amount.unit or ""))
        and not _ROUND_GOAL.match(folded, end)
    ):
        return "hidden"  # 万亩示范片
    if family == "rank" and _RANKED_AMONG.match(folded, end):
        return "hidden"  # 全国百强县前60位
    if family == "ratio" and behind.startswith(_SCALES):
        return "hidden"  # 1：5万区域地质调查
    if family == "grade" and amount.grade is None and _OFFICES.match(folded, max(0, amount.start - 1)):
        return "hidden"
    if unit in _SPECIFICATIONS and amount.comparator == "eq" and behind.isalpha() and behind != "内":
        return "hidden"
    if family == "measure" and amount.comparator == "le" and is_bounded and behind.isalpha():
        return "hidden"  # 30万吨以下煤矿
    if (
        family == "measure"
        and amount.comparator == "ge"
        and is_bounded
        and (_COUNTED_BEHIND.match(folded, end) or _MEASURED_SET.match(folded, end))
    ):
        return "hidden"
    if (
        family == "percent"
        and amount.comparator in ("gt", "ge")
        and folded.endswith(_RATES, max(0, amount.start - 1), amount.start)
        and _COUNTED_THEN.match(folded, end)
    ):
        return "hidden"  # 增速超过10%的企业达到200家
    if (
        family == "measure"
        and amount.comparator == "eq"
        and (amount.unit or "").endswith("元")
        and _SIZE_OF_COUNTED.match(folded, end)
    ):
        return "hidden"  # 五十亿元企业达到3户, 10亿元级企业20家
    above = family == "measure" and amount.comparator == "gt" and amount.start < amount.number_start
    if above and (amount.unit or "").endswith("元") and _OF_SIZE_BEHIND.match(folded, end):
        return "hidden"  # 培育超千亿元产业集群, 引进超亿元项目20个
    if family == "measure" and amount.start < amount.number_start and _COUNTED_OF_SIZE.match(folded, end):
        return "hidden"  # 、超10亿元的骨干企业20家
    if (
        family == "percent"
        and _PICKED_BEHIND.match(folded, end)
        and _REACHED.search(folded, max(0, amount.start - 4), amount.start)
    ):
        return "hidden"
    if family == "measure" and (
        _THRESHOLD_BEHIND.match(folded, end) or (amount.start < amount.number_start and _OF_SIZE_BEHIND.match(folded, end))
    ):
        before = folded[max(0, amount.start - 8) : amount.start]
        if before.endswith(("总额", "总量", "规模")) and _SUM_BEHIND.match(folded, amount.end):
            return amount.family  # 提供总额不少于3000亿元的涉农贷款支持
        if before.rstrip("）在为达到").endswith(MEASURES):
            return "hidden"
    return family
