"""A、B和C分别达到1、2、3: as many numbers as nouns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from planparse.language.lexicon import words
from planparse.language.numerals import read_chinese
from planparse.language.patterns import Pattern
from planparse.model import Direction, TargetKind
from planparse.parsing.targets.elision import EXISTS, TIMED, same_unit
from planparse.parsing.targets.grammar import (
    BOUND,
    CHANGE,
    CHOOSE,
    COUNT,
    CREATE,
    DEADLINE,
    DECREASE,
    DOUBLED,
    HALVED,
    INCREASE,
    MEASURE,
    NUMBER_RUN,
    PRINCIPAL,
    RATIO,
    REACH,
    STRIVE,
    TIME,
    TIMES,
    VERB,
    VERB_AHEAD,
)
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.list_nouns import COMMA, JOIN, LIST_PART, cut_at, names_of
from planparse.parsing.targets.readings import (
    GROWTH_RATES,
    IN_TURN,
    YEAR,
    Before,
    Clause,
    Reading,
    direction_of,
    ends_of,
    is_measure,
    noun,
)
from planparse.text import Painted

_REACHES = frozenset(words("verbs")["reach"])
_NUMBERS = rf"(?P<list>[{BOUND}{PRINCIPAL}{TIME}]++(?>(?:(?:[、和及与]|以及)(?:{REACH})?[{BOUND}{PRINCIPAL}{TIME}]++)*))"
_LIST = rf"{_NUMBERS}.{{0,2}}$"
# 平均住院日、药占比分别控制在7.5天和28%: in a list lengths of time stand beside other numbers.
_MEMBER = Pattern(
    rf"{BOUND}*+(?P<paint>[{PRINCIPAL}{TIME}])(?P=paint)*+", reads=("7.5天", "28%"), leaves=("到2025年",), painted=True
)
_SINCE = f"[^{PRINCIPAL}，]{{1,14}}?(?:年|期|水平|平均值|均值|底|末|时)(?:相比)?"
# 到2026年、2028年: years in turn, to which the numbers belong.
_TURNS = f"(?:[于在]?[{DEADLINE}]++[前底末]?(?:[、和及与][{DEADLINE}]++[前底末]?)*)?"
_EACH_ITS_OWN = "(?:分别|依次)"
# 由2025年的6%、11%: what those of a list were, before what they are to be.
_WERE = rf"(?:[由从](?:(?:19|20)[0-9]{{2}}年[底末]?|[{DEADLINE}]+|目前|现在|当前|现有)?的?(?P<was>[{BOUND}{PRINCIPAL}{TIME}]++(?>(?:(?:[、和及与]|以及)[{BOUND}{PRINCIPAL}{TIME}]++)*)))?"
_WERE_AHEAD = _WERE.replace("<was>", "<was_ahead>")
_RESPECTIVELY = Pattern(
    rf"(?P<so_many>[{COUNT}]+(?=(?:指标|比例|比率|占比|数据)(?:将|要|再|均|分别|都)))?(?P<subjects>[^{PRINCIPAL}，]*?)(?:原则上|总体上?)?(?:(?:(?<!占)比(?![例重值率])|较(?![大小高低多少好差强弱重轻快慢长短为]))(?P<since>{_SINCE}))?{_WERE_AHEAD}(?P<strive>{STRIVE})?[要应须需将]?{_TURNS}(?:平均|累计)?(?:{_EACH_ITS_OWN}|(?P<each>(?<!平)均|全?都|全部(?={REACH})|(?<=..)各(?={CHANGE}|[达为{BOUND}{TIME}]))){_TURNS}(?:(?P<strive_too>{STRIVE})|[要应须需将]|[同环]比)?(?P<share>占比?(?=达?[{BOUND}{PRINCIPAL}])|比重|比例)?"
    rf"(?:[比较](?P<since2>{_SINCE})|(?:[是为]|达到?|相当于)(?P<of_year>[^，{PRINCIPAL}{BOUND}]{{2,10}}?年)(?:[底末]|同期)?的(?={TIMES}))?{_WERE}(?P<turn>{REACH}|{CHANGE}|实现(?:再|转移|稳定)?就业|(?P<verb>{CREATE})|(?P<above>[高快优低慢]于)[^，{PRINCIPAL}{BOUND}]{{2,14}}?)?(?:[{DEADLINE}]+[底末]?的)?(?:每[^，{PRINCIPAL}]{{1,4}}?)?{_LIST}",
    reads=(
        "出生率、死亡率分别达到5%、3%",
        "刑事警情、治安警情分别同比下降8%、10%",
        "覆盖率、发布率分别由92%、95%提高到97%、99%",
        "密度分别达到每公顷3.2米和2.1米",
        "签约率、覆盖率均达到90%",
        "一般病种和大病报销比例比2020年分别提高5%和10%",
        "托位数到2026年、2028年分别为4.2个、4.6个",
        "分别轮训600人次和750人次",
        "公办园、民办园分别占比达30%和20%",
        "零售额、销售额增速分别高于全市平均水平1个、2个百分点",
        "分别是2022年的1.5倍和2倍",
        "两项比例分别达到94%和66%",
        "入学率、升学率分别由6%、11%提高到2028年的9%和15%",
        "入学率、升学率由2025年的6%、11%分别提高到9%、15%",
        "发病率、治愈率分别控制在6%以内和提高到95%",
        "小学、初中班额原则上分别控制在45人、50人以内",
        "校内、校外体育活动时间各不少于1小时",
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
    "总[量数]|(?:力争)?(?:上述|以上|前述|这)(?:[两二三四五2-5])?[项个类]?(?:指标|比例|比率|比重|占比|数量|面积|目标|数据|产量|规模|率)?(?:值)?(?:将|要|再)?",
    reads=("上述两项指标", "以上比例", "这三项", "总数"),
    leaves=("两项指标", "上述企业覆盖率"),
    by="fullmatch",
)
_TURNED: dict[str, Direction] = {DOUBLED: "increase", HALVED: "decrease"}  # 翻一番, 减半
_NUMBER = Pattern(f"[{PRINCIPAL}]", reads=("28%",), leaves=("7.5天",), painted=True)
_ALIKE = Pattern("(?<![平人户亩年])均", reads=("覆盖率均达到",), leaves=("平均时间", "人均收入"))
_SHORTENS = ("压", "减", "缩", "降")  # 压缩至, 减到: where a length of time is to become shorter
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
    rf"(?P<per>[每各][^，{PRINCIPAL}{BOUND}]{{1,8}}?)?(?P<verb>{VERB}|(?:评审)?{CHOOSE})(?P<things>[^，{PRINCIPAL}{BOUND}]{{2,}}?(?:[、和与及]|以及)[^，{PRINCIPAL}{BOUND}]{{2,}}?)各{_LIST}",
    reads=(
        "新建口袋公园、体育公园各10个",
        "各县建设农家书屋、文化广场各10个",
        "遴选培训基地和工作室各不超过5个",
        "培育省级示范园区和示范企业各3家以上",
        "建成省级、市级工作站各1个、5个",
    ),
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
    rf"(?P<verb>{VERB})?(?P<things>[^，{PRINCIPAL}{BOUND}{DEADLINE}]{{2,}}?(?:[、和与及]|以及)[^，{PRINCIPAL}{DEADLINE}]{{2,}}?){_WERE}(?:(?P<strive>{STRIVE})|[要应须将](?={REACH}))?(?:(?P<reach>{REACH})|(?:[{DEADLINE}]+|同比)?(?P<turn>{CHANGE}))?"
    rf"(?P<list>[{BOUND}{PRINCIPAL}{TIME}]++(?:(?:[、和及与]|以及)[{BOUND}{PRINCIPAL}{TIME}]++)+)(?:以?内|左右)?$",
    reads=(
        "新认证绿色食品、有机农产品、地理标志农产品5个、3个、1个",
        "出生率、死亡率5%、3%",
        "税收、增加值同比增长8%和10%",
        "登记时间、审批时间由5天、10天压缩至2天、5天以内",
        "风电、光伏装机规模力争达到30万千瓦、80万千瓦",
    ),
    leaves=("建设中心、基地5个", "建成中心5个、基地3个"),
    by="match",
    painted=True,
)
# 累计达到300家、500家: what as many counts before it come to.
_IN_ALL = Pattern(
    rf"(?:累计|合计|总[量数])*(?P<strive>{STRIVE})?[要将]?(?:累计|合计)?(?P<reach>{REACH})"
    rf"(?P<list>[{BOUND}{COUNT}]++(?:(?:[、和及与]|以及)[{BOUND}{COUNT}]++)+)(?:以?内|左右)?$",
    reads=("累计达到300家、500家", "总量力争达到300家和500家"),
    leaves=("累计达到300家", "企业达到300家、500家"),
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
    rf"(?P<places>[^，{PRINCIPAL}{BOUND}]*?)(?:[{COUNT}]+[^，{PRINCIPAL}{BOUND}]{{0,4}})?{_EACH_ITS_OWN}(?P<verb>{VERB})(?P<things>[^，{PRINCIPAL}{BOUND}]{{2,}}?){_NUMBERS}(?:.{{0,2}}|[到赴][^，{PRINCIPAL}]{{2,16}})$",
    reads=("分别培训村医、护理员500人和800人", "城区、乡镇分别新建充电站20座、15座"),
    leaves=("培训村医500人",),
    by="match",
    painted=True,
)
# 城东区、城西区各建成口袋公园10个; 市图书馆、市美术馆各建成1座; 2026年、2027年各改造管网100公里: one number for each of those before 各.
_EACH_DOES = Pattern(
    rf"(?P<places>(?:(?!每|各)[^，的{PRINCIPAL}{BOUND}{TIME}]+?)?)(?:各|{_EACH_ITS_OWN})(?:[要应须]|至少|分别|力争)*(?P<verb>{VERB}|[建设])(?P<things>[^，{PRINCIPAL}{BOUND}]{{2,}}?)?"
    rf"(?P<list>{BOUND}*+(?P<paint>[{COUNT}{MEASURE}])(?P=paint)*+)(?:左右|(?P<behind>[^，的（{PRINCIPAL}{BOUND}][^，{PRINCIPAL}{BOUND}]+))?$",
    reads=("城东区、城西区各建成口袋公园10个", "市图书馆、市美术馆各建成1座", "东区、西区各建1所养老院"),
    leaves=("各县区各建成公园10个", "新建公园各10个", "建成公园10个"),
    by="match",
    painted=True,
)
# 草原修复2026年、2027年各完成3万亩: the same with the years behind what is done.
_EACH_YEAR = Pattern(
    rf"(?P<verb>{VERB})?(?P<what>[^，{DEADLINE}{PRINCIPAL}{BOUND}]{{2,}}?)[{DEADLINE}]+[前底末]?(?:[、和及与][{DEADLINE}]+[前底末]?)+各(?:[要应须]|至少|力争)*(?P<done>{VERB})?"
    rf"(?P<list>{BOUND}*+(?P<paint>[{COUNT}{MEASURE}])(?P=paint)*+)(?:左右)?$",
    reads=("草原修复2026年、2027年各完成3万亩", "招聘教师2026年、2027年各300名"),
    leaves=("草原修复2026年完成3万亩", "东区、西区各建3所"),
    by="match",
    painted=True,
)
# 垃圾、污水处理设施不断完善: a list, and that it fares well.
_GOES_WELL = Pattern(
    f"(?P<what>[^，；：。的{PRINCIPAL}]{{2,30}}?(?:[、和与及]|以及)[^，；：。的{PRINCIPAL}]{{2,24}}?)"
    "(?:不断|持续|稳步|逐步|进一步|明显|显著|大幅|全面|总体|基本|优质|均衡|协调|普惠|健康|快速|有序|高质量|一体化?|深度|协同|保持|更加|日趋|日益|加快)+"
    "(?:均衡|协调|普惠|快速|有序|高质量|融合)*(?:发展|完善|优化|提升|提高|改善|健全|增强|推进|增加|减少|下降|扩大|壮大|稳定|向好|推广|普及|增长|上升|降低|提质|升级|达标)",
    reads=("垃圾、污水处理设施不断完善", "学前教育、义务教育优质均衡发展"),
    leaves=("设施不断完善", "垃圾、污水处理设施", "推进垃圾、污水处理"),
    by="fullmatch",
    painted=True,
)
_LONGEST_OWNERS = 60
_EACH_PLACE_ALONE = Pattern(
    "(?:[每各]个?|其[他余]各?)[^，]{0,3}(?:[县市区旗镇乡村]|街道|社区|园区|（市、区）|（市）)(?:城区|建成区)?",
    reads=("各县城区", "其他设区市", "每个街道"),
    leaves=("各项指标", "县城区覆盖率"),
    by="fullmatch",
)
_FIELDS = ("领域", "行业", "产业")
_EACH_PLACE_HAS = Pattern(
    "(?P<of>[^，]{2,}?)(?P<per>每个?(?:县（市、区）|[县市区旗镇乡村校园]|街道|社区|乡镇))",
    reads=("影像、心电共享中心每县", "文化礼堂每个乡镇"),
    leaves=("每县", "城东区、城西区"),
    by="fullmatch",
)
_OF_PLACE = Pattern(
    "(?:[市县区旗镇乡村州盟]|街道|社区|新城|片区|开发区)$", reads=("城东区", "高新区"), leaves=("市图书馆", "养老院")
)
_KINDS_OF_PLACES = ("中心", "基地", "平台", "实验室", "广场", "公园", "示范区")
_KIND_SAID = Pattern(
    "[心地台室场园区站点院馆校学所店厂库房屋厅亭岗街村社队企业司会堂桩桥廊坊塔池井床]$|.{6}",
    reads=("卒中中心", "文化馆", "农家书屋", "中小学", "国家级技术创新载体"),
    leaves=("胸痛", "国家级胸痛", "文化"),
)


@dataclass(frozen=True, slots=True)
class _Case:
    """A clause that may give numbers in turn, and what it may leave out.

    `years` is how many years the sentence has just listed, to which the numbers then belong in turn; `label` is where the nouns stand
    that a colon parts from the clause: 履约率、开工率：分别不低于90%、75%. `told` are the readings of the clauses before, all of them.
    """

    text: str
    painted: Painted
    clause: Clause
    years: int
    previous: Sequence[Reading]
    label: tuple[int, int] | None
    told: Sequence[Reading]
    piece: str

    def numbers(self, match: re.Match[str]) -> list[tuple[int, int]]:
        """Where the numbers of the list stand that a pattern found; none where it found but a part of the first."""
        start, end = (self.clause.start + at for at in match.span("list"))
        if self.painted[start - 1 : start] in (self.painted[start], BOUND):
            return []  # it begins inside of a number or behind its bound: 、分别压减至3个、5个工作日
        return [run.span() for run in _MEMBER.finditer(self.painted, start, end)]

    def printed(self, match: re.Match[str], group: str) -> str:
        """What the text has for the group of a pattern."""
        return self.text[self.clause.start + match.start(group) : self.clause.start + match.end(group)]

    def names(self, match: re.Match[str], group: str, wanted: int) -> list[str]:
        """The nouns of the list that a group found; `wanted` is how many numbers there are."""
        base = self.clause.start
        return names_of(self.text, self.painted, base + match.start(group), base + match.end(group), wanted)

    def reading(self, at: int, indicator: str, outcome: str | None, end: int | None = None) -> Reading:
        """What the number at `at` says of one of the nouns."""
        stop = self.clause.end if end is None else self.clause.start + end
        return Reading(self.clause.start, stop, IN_TURN, None, at, indicator, outcome)


def respectively(
    text: str,
    painted: Painted,
    clause: Clause,
    years: int,
    previous: Sequence[Reading],
    label: tuple[int, int] | None = None,
    told: Sequence[Reading] = (),
) -> Iterator[Reading]:
    """A、B和C分别达到1、2、3, A率、B率均达到1, or 到2025年、2027年，A分别达到1、2: one reading for each number."""
    case = _Case(text, painted, clause, years, previous, label, told, painted[clause.start : clause.end])
    # 分别于2026年、2027年改造小区30个、40个: the lead-in says it, so only the years can come in turn.
    led = years > 1 and _IN_TURN_AHEAD.search(painted, max(0, clause.start - _LONGEST_YEARS), clause.start)
    ways = (_year_by_year, _by_years) if led else _WAYS
    yield from next((readings for way in ways if (readings := way(case)) is not None), ())


def says_in_turn(words_: str) -> bool:
    """Whether each of several numbers, or one number for each, is said to be of its own noun or year."""
    return (
        "分别" in words_ or "依次" in words_ or DEADLINE + "各" in words_ or "各" + BOUND in words_ or "各" + TIME in words_
    )


_IN_TURN_AHEAD = Pattern(
    f"分别[于在](?>(?:[{DEADLINE}]++[底末前]?[、和及与]?)+)$",
    reads=("分别于2026年底、2027年底", "分别在2026年底前和2027年底前"),
    leaves=("2026年、2027年分别", "分别于"),
    painted=True,
)
_LONGEST_YEARS = 40


# Each way gives its readings, which may be none where the clause is of its kind, and None where it is of another.
def _each_work(case: _Case) -> list[Reading] | None:
    """新建、改造供热管网各50公里: so much of each of two works on one thing."""
    match = _EACH_DONE.match(case.piece) if "各" in case.piece else None
    if match is None:
        return None
    thing, at = noun(case.printed(match, "thing")), case.clause.start + match.start("n")
    return [case.reading(at, thing, work, match.end()) for work in LIST_PART.split(match.group("verbs"))]


def _one_each(case: _Case) -> list[Reading] | None:
    """新建口袋公园、体育公园各10个: one number, which each of the nouns has, or one for each."""
    match = _EACH_OF_THEM.match(case.piece) if "各" in case.piece else None
    if match is None:
        return None
    numbers, nouns = case.numbers(match), case.names(match, "things", 0)
    if kind := next((kind for kind in _KINDS_OF_PLACES if nouns[-1].endswith(kind)), ""):
        # 国家级胸痛、卒中中心各2个: what the last of them is, unless another says that itself.
        nouns = [name + ("" if _KIND_SAID.search(name) else kind) for name in nouns]
    if len(numbers) == 1:
        numbers *= len(nouns)
    readings: list[Reading] = []
    for name, (at, _) in zip(nouns, numbers, strict=True) if len(numbers) == len(nouns) else ():
        # 新建公办托育园、改建社区托育点各8个: a verb of its own
        other = _OTHER_VERB.match(name)
        thing, done = (name[other.end() :], other.group()) if other else (name, match.group("verb"))
        per = case.printed(match, "per") if match.group("per") else None
        readings.append(case.reading(at, thing, done, match.end())._replace(per=per, listed=ends_of(numbers)))
    return readings


def _in_order(case: _Case) -> list[Reading] | None:
    """新认证绿色食品、有机农产品5个、3个: a number for each thing, in the order of both, and no word that says so."""
    if any(word in case.piece for word in ("分别", "依次", "都", "各", "全部")) or _ALIKE.search(case.piece):
        return None
    match = _IN_ORDER.match(case.piece) if case.years <= 1 else None
    numbers = case.numbers(match) if match else []
    nouns = case.names(match, "things", len(numbers)) if match else []
    if match is None or not len(nouns) == len(numbers) > 1 or not all(nouns):
        return []
    shortens = any(word in (match.group("reach") or "") for word in _SHORTENS)
    if not (_NUMBER.search(match.group("list")) or shortens or all(map(TIMED.search, nouns))):
        return []  # 一类、二类企业每年公示3天、5天: lengths of time that nothing is to last
    turn = match.group("turn")
    way = direction_of(turn) if turn else None
    were: Sequence[Before | None] = _were_before(case, match, len(nouns)) or [None] * len(nouns)
    return [
        case.reading(at, name, match.group("verb") or turn, match.end())._replace(
            kind="change" if way else None,
            direction=way,
            strive=bool(match.group("strive")),
            before=was,
            listed=ends_of(numbers),
        )
        for name, (at, _), was in zip(nouns, numbers, were, strict=True)
    ]


def _in_all(case: _Case) -> list[Reading] | None:
    """示范社、家庭农场分别新增60家、120家，累计达到300家、500家: the numbers are of those before, in their order."""
    match = _IN_ALL.match(case.piece) if case.years <= 1 else None
    numbers = case.numbers(match) if match else []
    if match is None or len(numbers) != len(case.previous):
        return None
    known = [*zip(case.previous, numbers, strict=True)]
    if not all(same_unit(case.text, case.painted, reading.at, at) for reading, (at, _) in known):
        return None
    strives, listed = bool(match.group("strive")), ends_of(numbers)
    return [
        case.reading(at, reading.indicator, match.group("reach") + case.text[at:end], match.end())._replace(
            strive=strives, scope=reading.scope, listed=listed
        )
        for reading, (at, end) in known
    ]


def _each_year(case: _Case) -> list[Reading] | None:
    """草原修复2026年、2027年各完成3万亩: the years stand behind what is done in each."""
    match = _EACH_YEAR.match(case.piece) if case.years > 1 else None
    numbers = case.numbers(match) if match else []
    if match is None or len(numbers) != 1:
        return None
    at, _ = numbers[0]
    named, done = noun(case.printed(match, "what")), match.group("verb") or match.group("done")
    return (
        [case.reading(at, named, done, match.end())._replace(in_turn=turn) for turn in range(case.years)] if named else None
    )


def _each_does(case: _Case) -> list[Reading] | None:
    """城东区、城西区各建成口袋公园10个: one number, which each place or year has, or each thing where none stands behind the verb."""
    match = _EACH_DOES.match(case.piece) if "各" in case.piece or says_in_turn(case.piece) else None
    numbers = case.numbers(match) if match else []
    if match is None or len(numbers) != 1:
        return None
    at, _ = numbers[0]
    begin, end = case.clause.start + match.start("places"), case.clause.start + match.end("places")
    if of_each := _EACH_PLACE_HAS.fullmatch(case.text, begin, end):
        # 影像、心电共享中心每县各建1个: a number for each place, of what stands before
        named = noun(of_each.group("of")) if match.group("things") is None else ""
        reading = case.reading(at, named, match.group("verb"), match.end())._replace(per=of_each.group("per"))
        return [reading] if named else None
    group = next((group for group in ("things", "behind") if match.group(group)), "")
    thing = noun(case.printed(match, group)) if group else ""
    named = thing or (case.previous[-1].indicator if case.previous else "")
    reading = case.reading(at, thing, match.group("verb"), match.end())
    if begin == end and case.years > 1:
        return [reading._replace(indicator=named, in_turn=turn) for turn in range(case.years)] if named else None
    members = cut_at(case.text, case.painted, begin, end, LIST_PART) if begin < end else []
    if len(members) < 2 or not all(members):
        return None
    if not thing and not all(map(_OF_PLACE.search, members)):
        return [reading._replace(indicator=name) for name in case.names(match, "places", 0)]
    field = next((field for field in _FIELDS if members[-1].endswith(field)), "")  # 医疗、教育、养老领域
    each = [reading._replace(indicator=named, scope=place.removesuffix(field) + field) for place in members]
    return each if named else None


def _of_set(case: _Case) -> list[Reading] | None:
    """全县18个敬老院中达到二级、三级标准的分别为12个、6个: how many of one set come to each state."""
    match = _OF_SET.match(case.piece) if "的分别" in case.piece else None
    if match is None:
        return None
    numbers = case.numbers(match)
    states = case.names(match, "states", len(numbers))
    if not len(states) == len(numbers) > 1:
        return []
    of = noun(case.printed(match, "set"))
    return [
        case.reading(at, of, match.group("verb") + state)._replace(listed=ends_of(numbers))
        for state, (at, _) in zip(states, numbers, strict=True)
    ]


def _of_subjects(case: _Case) -> list[Reading] | None:
    """A、B分别达到1、2, A率、B率均达到1: the numbers are of the nouns before, or of what stood before those."""
    match = _RESPECTIVELY.match(case.piece)
    if match is None:
        return None
    numbers = case.numbers(match)
    if not numbers or (not _NUMBER.search(match.group("list")) and len(numbers) == 1 and match.group("each") != "各"):
        return []  # a length of time alone has rules of its own
    subject, end = case.clause.start + match.start("subjects"), case.clause.start + match.end("subjects")
    verb = VERB_AHEAD.match(case.painted, subject, end)
    if verb and not match.group("verb") and (both := _two_works(case, verb, end, numbers)):
        return both
    if verb and is_measure(case.text[verb.end() : end]) and verb.group().endswith("新增"):
        verb = None  # 新增就业人数: a measure of what is new
    brought: str | None = None
    if verb and case.years <= 1 and (match.group("turn") or "在") in _REACHES:
        # 培育绿色工厂、绿色园区分别达到50家、10个: the verb brings about all of them.
        brought, subject, verb = verb.group(), verb.end(), None
    if verb:
        return None
    nouns = names_of(case.text, case.painted, subject, end, len(numbers))
    if {*case.painted[subject:end]} == {TIME}:
        nouns = [""]  # 三年分别达到30名、150名
    done = match.group("verb")
    if done and len(nouns) == len(numbers) > 1 and all(nouns):
        return _done_by(case, nouns, numbers, done)
    if done and len(nouns) == 1 and nouns[0] and len(numbers) == case.years:
        return [  # 到2026年、2028年，加氢站分别建成5座、15座
            case.reading(at, nouns[0], done)._replace(in_turn=turn, listed=ends_of(numbers))
            for turn, (at, _) in enumerate(numbers)
        ]
    if done and nouns != [""]:
        return None
    return _in_turn(case, match, nouns, numbers, (subject, end), brought)


def _two_works(case: _Case, verb: re.Match[str], end: int, numbers: Sequence[tuple[int, int]]) -> list[Reading] | None:
    """新建、改造养老机构分别不少于8家和20家: two verbs of one object."""
    done = LIST_PART.split(verb.group())
    thing = noun(case.text[verb.end() : end]) or (case.previous[-1].indicator if case.previous else "")
    if not len(numbers) == len(done) > 1 or not thing:
        return None
    return [
        case.reading(at, thing, how)._replace(listed=ends_of(numbers)) for (at, _), how in zip(numbers, done, strict=True)
    ]


def _done_by(case: _Case, nouns: Sequence[str], numbers: Sequence[tuple[int, int]], done: str) -> list[Reading]:
    """公办院校、民办机构分别培训1.5万人次、2万人次; 城东区、城西区分别新建15公里、20公里: who, or where what stood before."""
    places = all(map(_OF_PLACE.search, nouns))
    if places and not case.previous:
        return []
    return [
        case.reading(at, case.previous[-1].indicator if places else name, done)._replace(
            scope=name if places else None, listed=ends_of(numbers)
        )
        for name, (at, _) in zip(nouns, numbers, strict=True)
    ]


def _in_turn(
    case: _Case,
    match: re.Match[str],
    nouns: list[str],
    numbers: list[tuple[int, int]],
    subjects: tuple[int, int],
    brought: str | None,
) -> list[Reading] | None:
    """One reading for each number, of its noun or of its year; None where there are not as many of them."""
    reaches, years = match.group("turn") in _REACHES, case.years
    if match.group("so_many") or _SAID_ABOVE.fullmatch(case.text, *subjects):
        nouns = [""]
    if nouns == [""] and case.label:
        begin = behind_lead(case.painted, *case.label)
        nouns = names_of(case.text, case.painted, begin, case.label[1], len(numbers))
    elif nouns == [""] and case.previous:
        changes = bool(match.group("turn")) and not match.group("verb") and not reaches
        many = read_chinese(case.printed(match, "so_many")[:1]) if match.group("so_many") and len(numbers) == 1 else None
        nouns = _known_before(case, numbers * (many or 1), changes=changes)  # 两项指标均达到95%
    if match.group("share"):
        # 货物贸易、对外投资分别占比达30%、20%
        tail = nouns[-1][len(nouns[0]) :] if max(map(len, nouns[:-1]), default=9) <= len("公办") else ""
        share = "占比" if match.group("share") == "占" else match.group("share")
        nouns = [name.removesuffix(tail) + tail + share for name in nouns if name]
    known = [reading.indicator for reading in case.previous if reading.rule in (IN_TURN, EXISTS)]
    if len(nouns) == 1 < len(numbers) and years <= 1 and is_measure(nouns[0]):
        if len(numbers) == len(known):
            nouns = _of_listed(case, known, nouns[0]) or _of_same(known, nouns[0])
        elif owners := _owners_ahead(case, len(numbers)):
            nouns = [owner + nouns[0] for owner in owners]
    elif len(nouns) == 1 < len(numbers) == len(case.previous) and years <= 1 and _EACH_PLACE_ALONE.fullmatch(nouns[0]):
        # 城区整治街巷20条、小区2个，各县城区分别不少于10条、1个
        return [
            reading._replace(per=nouns[0])
            for reading in _readings(case, match, [told.indicator for told in case.previous], numbers, in_turn=False)
        ]
    family = case.painted[numbers[0][1] - 1]
    if match.group("each") and len(numbers) == 1:
        if family not in (DOUBLED, HALVED):
            nouns = _all_measures(case, subjects, nouns)
        numbers = numbers * (len(nouns) or 1)
    if len(nouns) > 1 and years == len(numbers) and family == RATIO:
        nouns = [noun(case.text[slice(*subjects)])]  # 车位与充电桩配比分别达到10：1和5：1
    by_years = len(nouns) == 1 < len(numbers) == years
    if by_years:
        nouns = nouns * years
    elif len(nouns) == 1 < len(numbers) and years > 1 and reaches:
        nouns = nouns * len(numbers)  # of more years than the last list names
    if len(nouns) != len(numbers) or not all(nouns):
        return None
    readings = _readings(case, match, nouns, numbers, in_turn=by_years)
    return [reading._replace(outcome=brought or reading.outcome) for reading in readings]


def _owners_ahead(case: _Case, wanted: int) -> list[str]:
    """Of whom or what the clause before speaks: 垃圾、污水处理设施不断完善，覆盖率分别达到100%和90%."""
    end = case.clause.start - 1
    if case.text[end : end + 1] != "，":
        return []
    floor = max(0, end - _LONGEST_OWNERS)
    begin = max(case.text.rfind(mark, floor, end) for mark in "，。；：\n") + 1
    start = behind_lead(case.painted, begin, end)
    if begin == 0 or NUMBER_RUN.search(case.painted, start, end) or case.painted.find(DEADLINE, start, end) >= 0:
        return []
    what = _GOES_WELL.fullmatch(case.painted, start, end)
    if what is None:
        return []
    names = names_of(case.text, case.painted, *what.span("what"), wanted)
    return names if len(names) == wanted and all(names) else []


def _known_before(case: _Case, numbers: Sequence[tuple[int, int]], *, changes: bool) -> list[str]:
    """2028年底分别达到4500个、8万个: what the numbers before are of, or the last of them year by year."""
    previous, years = case.previous, case.years
    as_many = len(previous) == len(numbers)
    of_all = [*previous] if as_many else [*case.told[-len(numbers) :]]
    # 吞吐量达到5000万吨，货运量达到600万箱，分别增长8%和12%: what changes may have any unit.
    alike = len(of_all) == len(numbers) and all(
        as_many or changes or same_unit(case.text, case.painted, reading.at, at)
        for reading, (at, _) in zip(of_all, numbers, strict=True)
    )
    if alike and years <= 1:
        return [reading.indicator for reading in of_all]
    if years <= 1 and len(numbers) > 1 and not changes:
        # 普及率达到93%，覆盖率达到62%，改造管网480公里；2027年，两项比例分别达到94%和66%: the last ones of that unit.
        of_unit = [told for told in case.told if same_unit(case.text, case.painted, told.at, numbers[0][0])]
        if len(of_unit) >= len(numbers) and all(same_unit(case.text, case.painted, numbers[0][0], at) for at, _ in numbers):
            return [reading.indicator for reading in of_unit[-len(numbers) :]]
    return [previous[0 if years > 1 else -1].indicator]


def _year_by_year(case: _Case) -> list[Reading] | None:
    """分别完成老旧小区改造100个、120个、150个: a number for each of the years that the sentence has listed."""
    match = _YEAR_BY_YEAR.match(case.piece) if case.years > 1 else None
    numbers = case.numbers(match) if match else []
    if match is None or len(numbers) != case.years:
        return None
    thing = noun(case.printed(match, "thing"))
    return [
        case.reading(at, thing, match.group("verb"))._replace(in_turn=turn, listed=ends_of(numbers))
        for turn, (at, _) in enumerate(numbers)
    ]


def _by_years(case: _Case) -> list[Reading] | None:
    """分别对15家、18家重点企业实施审核: the same where the numbers stand before the thing."""
    match = _BY_YEARS.match(case.piece) if case.years > 1 else None
    numbers = case.numbers(match) if match else []
    if match is None or len(numbers) != case.years:
        return None
    thing, does = noun(case.printed(match, "thing")), match.group("does")
    outcome = case.printed(match, "does") if does else match.group("verb")
    return [
        case.reading(at, thing, outcome, match.end())._replace(
            kind="count" if does else None, in_turn=turn, listed=ends_of(numbers)
        )
        for turn, (at, _) in enumerate(numbers)
    ]


def _done_to_each(case: _Case) -> list[Reading] | None:
    """分别培训村医、护理员500人和800人: a number for each object, or for each place where one object is."""
    match = _DONE_TO_EACH.match(case.piece) if case.years <= 1 and says_in_turn(case.piece) else None
    if match is None:
        return None
    numbers = case.numbers(match)
    nouns, places = case.names(match, "things", len(numbers)), LIST_PART.split(match.group("places"))
    of_places = len(nouns) == 1 and len(places) == len(numbers)
    if of_places:
        nouns *= len(numbers)
    scopes = places if of_places and all(map(_OF_PLACE.search, places)) else [None] * len(nouns)
    if not len(nouns) == len(numbers) > 1 or not all(nouns):
        return None
    return [
        case.reading(at, name, match.group("verb"))._replace(scope=scope, listed=ends_of(numbers))
        for name, scope, (at, _) in zip(nouns, scopes, numbers, strict=True)
    ]


_WAYS: tuple[Callable[[_Case], list[Reading] | None], ...] = (
    _each_work,
    _each_year,
    _one_each,
    _in_all,
    _in_order,
    _each_does,
    _of_set,
    _of_subjects,
    _year_by_year,
    _by_years,
    _done_to_each,
)


_LONGEST_BARE_MEASURE = 5  # 完成率, 隐患整改率
_AND = Pattern("(?<!共)和(?!谐)", reads=("配备率和覆盖率",), leaves=("共和国", "和谐"))


def _all_measures(case: _Case, subjects: tuple[int, int], nouns: list[str]) -> list[str]:
    """The nouns of a list that have one value, each of them a measure; none where one is not."""
    # 中小学、幼儿园保安配备率和监控覆盖率: the first of the three is no measure, and the last says of what it is one.
    joined = cut_at(case.text, case.painted, *subjects, _AND)
    apart = cut_at(case.text, case.painted, *subjects, JOIN)
    if (
        len(joined) > 1
        and len(joined[-1]) > _LONGEST_BARE_MEASURE
        and all(map(is_measure, joined))
        and not all(map(is_measure, apart))
    ):
        return [noun(name) for name in joined]
    if all(is_measure(name) for name in nouns):
        return nouns
    for part in (COMMA, JOIN):
        parted = cut_at(case.text, case.painted, *subjects, part)
        if len(parted) > 1 and all(is_measure(name) for name in parted):
            return [noun(name) for name in parted]
    return []


def _of_listed(case: _Case, told: Sequence[str], measure: str) -> list[str]:
    """公路、水路货运量稳步提升，占比分别达到75%和12%: the list as it is printed tells where the names of those end."""
    if case.previous[0].rule != EXISTS:
        return []
    first, *others = LIST_PART.split(case.text[case.previous[0].start : case.previous[0].end], maxsplit=1)
    tail = told[0].removeprefix(first)
    listed = others and tail != told[0] and tail and all(name.endswith(tail) and name != tail for name in told)
    return [name.removesuffix(tail) + measure for name in told] if listed else []


def _of_same(told: Sequence[str], measure: str) -> list[str]:
    """A measure of each of those whose measures stand before: 果蔬、肉类冷链流通率分别提高到35%、50%，产后损失率分别降至15%、8%."""
    if measure.endswith(GROWTH_RATES):
        return [name + measure for name in told]  # 收入分别达到5万元、2.5万元，增速分别达到6%、7%
    backwards = zip(*(name[::-1] for name in told), strict=False)
    shared = sum(1 for _ in takewhile(lambda characters: len({*characters}) == 1, backwards))
    return [name[: len(name) - shared] + measure for name in told]


def _readings(
    case: _Case, match: re.Match[str], nouns: Sequence[str], numbers: Sequence[tuple[int, int]], *, in_turn: bool
) -> Iterator[Reading]:
    """What each number says of its noun: a level, a ratio or, behind a verb of change, by how much."""
    turn = match.group("turn") or ""
    if turn and case.text.startswith(("到", "至"), case.clause.start + match.end("turn")):
        turn += "到"  # 提高到2028年的9%和15%
    direction = direction_of(turn) if not match.group("verb") and (turn in INCREASE or turn in DECREASE) else None
    if above := match.group("above"):
        turn = case.printed(match, "turn")
        direction = "decrease" if above[0] in "低慢" else "increase"
    since = case.printed(match, "since") if match.group("since") else match.group("since2") or match.group("of_year") or ""
    year = YEAR.search(since)
    before = Before(-1, int(year.group())) if year else None
    were = _were_before(case, match, len(nouns))
    for at, (name, (start, end)) in enumerate(zip(nouns, numbers, strict=True)):
        way = direction or _TURNED.get(case.painted[end - 1]) or ("increase" if match.group("of_year") else None)
        kind: TargetKind | None = "ratio" if case.painted[end - 1] == RATIO else "change" if way else None
        outcome = turn if (direction and not above) or match.group("verb") else turn + case.text[start:end]
        yield case.reading(start, name, outcome)._replace(
            kind=kind,
            direction=way,
            strive=bool(match.group("strive") or match.group("strive_too")),
            before=were[at] if were else before,
            in_turn=at if in_turn else -1,
            listed=ends_of(numbers),
        )


def _were_before(case: _Case, match: re.Match[str], wanted: int) -> list[Before]:
    """What each of a list was: 分别由2025年的6%、11%提高到9%、15%; nothing where it is not told of all."""
    group = next((group for group in ("was", "was_ahead") if match.groupdict().get(group)), None)
    if group is None:
        return []
    begin, end = case.clause.start + match.start(group), case.clause.start + match.end(group)
    year = YEAR.search(case.text, max(case.clause.start, begin - len("2025年底的")), begin)
    were = [Before(run.start(), int(year.group()) if year else None) for run in _MEMBER.finditer(case.painted, begin, end)]
    return were if len(were) == wanted else []
