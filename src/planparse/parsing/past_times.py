"""Whether a time is of what was, where no date of issue tells: 2024年，吞吐量达到1.86亿吨；到2027年，吞吐量达到2.3亿吨."""

from __future__ import annotations

from itertools import chain, islice

from planparse.language.dates import Time
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.text import Folded

_CREATE = alternation(words("verbs")["create"])
# 全市已建成, 同比增长: what tells of a year that is gone.
_TOLD = Pattern(
    rf"(?:全|我)[省市县区州]共(?:{_CREATE})|"
    r"已|同比|(?<!为)了(?!解)|(?<![由从])现有(?=[^，。；]{0,20}\d)|[共仅]有|实际|来看|排名第|位列|居全|(?:[率数量值额入比重积模例]|[口家户])(?:分别)?(?:为|是|约)[ ]?\d|占(?!比[^，。；\d]{0,10}[由从])[^，。；\d]{1,16}(?<![到至在于过达由从])[ ]?\d[\d.]*%(?!以|左)",
    reads=(
        "2024年全市已建成3家",
        "2024年全市共培育企业320家",
        "2024年，用水量占全市的72%",
        "2024年同比增长3%",
        "2024年覆盖率为35%",
        "2025年收入分别为5万元、2万元",
    ),
    leaves=(
        "2026年建成3家",
        "2026年为了解情况",
        "2026年接待游客1亿人次",
        "2026年消除现有危桥",
        "2026年占比达到72%",
        "2027年航线由现有的12条增加到40条",
    ),
)
# 2025年播种面积稳定在468万亩以上: nobody tells so of what was.
_WANTED = Pattern(
    r"力争|争取|确保|计划|(?:稳定|控制|保持)在[ ]?\d[^，。；]{0,8}以[上内下]|不[低少]于[ ]?\d",
    reads=("2025年播种面积稳定在468万亩以上", "2025年力争达到5家"),
    leaves=("2025年播种面积468万亩", "2025年服务规模以上企业30家"),
)
_STRIVING_FOR_LATER = Pattern(
    "[，；](?:力争|争取|确保|计划)到?$", reads=("普及率80%，力争", "，计划到"), leaves=("力争普及率80%，到",)
)
_YEAR = Pattern(r"(?:19|20)\d\d(?=年)", reads=("到2027年",), leaves=("2027家",))
# 2026年新建20座，2027年新建30座: years in turn, told alike.
_IN_TURN = Pattern(
    r"[^。；\n]*?[，；、](?=(?:19|20)\d\d(?:年(?![底末])|年?[—至到](?:19|20)\d\d年))",
    reads=("新建20座，2027年新建30座", "增长12%、2027—2030年年均增长10%"),
    leaves=("新建20座，到2027年30座",),
    by="match",
)
_ERA = Pattern(
    "十[一二三四五六七八九]五(?=”?(?:(?:时期|规划)?期?末|(?:时期|期间|期内)，?(?:全[省市县区]|我[省市县区])?(?:计划|力争|将|预计|拟|再|继续)))",
    reads=("到“十五五”末", "。“十五五”时期，计划造林"),
    leaves=("“十五五”规划", "“十五五”时期，造林"),
)
# What is told of a year where what is to be stands beside it: 高于全省3个百分点, 占年度计划的92%.
_COMPARED = Pattern(
    r"[高低]于全[国省市区县]|仍[为达占有是]|仅[为占达]|只[有占]|[比较](?:上年|去年|年初)|年度(?:计划|任务)的|差距",
    reads=("高于全省3.1个百分点", "比上年增长5%"),
    leaves=("达到1.86亿吨", "累计建成示范村140个"),
)
# 2026年9个县完成登记，其余5个县2027年全部完成: the rest is done later.
_THE_REST = Pattern(
    r"[^。；\n]*?[，；、](?:其余|剩余|余下|其他)[^，。；]{1,20}(?:19|20)\d\d年(?![底末]?的)",
    reads=("9个县完成登记，其余5个县2027年全部完成",),
    leaves=("9个县完成登记，2027年全部完成",),
    by="match",
)
# 2024年，港口货物吞吐量达到1.86亿吨: a state, and as exactly as it was measured.
_STATE = Pattern(
    r"，?(?:全[国省市区县]|我[省市区县])?(?P<what>[^，。；：\d]{3,30}?)(?:达到?|为|是|突破|超过)?(?P<value>\d+(?:\.\d+)?)(?=[^\d.])",
    reads=("，全市港口货物吞吐量达到1.86亿吨",),
    leaves=("，建成",),
    by="match",
)
_BARE_STATE = Pattern(
    r"，?(?:全[国省市区县]|我[省市区县])?(?P<what>[^，。；：、\d]{2,16}?(?:[积量数值率额入模重例产口]约?|[为是]约?))\d[\d.]*(?![^，。；、]*以[上内])",
    reads=("播种面积468万亩", "，全市近视率为52.3%"),
    leaves=("新建水厂3座", "播种面积达到468万亩", "播种面积468万亩以上"),
    by="match",
)
_BARE_STATE_BEHIND = Pattern(
    r"[，；、](?P<what>[^，。；：、\d]{4,24}?(?:[积量数值率额入模重例]))\d[\d.]*(?![^，。；、]*以[上内])",
    reads=("，宽带覆盖率58%",),
    leaves=("，宽带覆盖率达到58%", "，宽带覆盖率58%以上"),
)
_REACHES_LATER = Pattern(
    r"(?<=[，。；])(?:力争|争取|计划|确保|预计)?到?(?P<year>(?:19|20)\d\d)年[底末]?，?(?:全[国省市区县]|我[省市区县])?(?P<what>[^，。；：、\d]{0,16}?)(?:要|将|力争|预计|计划)*(?:稳定|保持|提高|提升|增加|增至|增长|扩大|达到|突破|控制|下降|降低|降至|减少)",
    reads=("，2025年播种面积稳定在468万亩",),
    leaves=("，2025年播种面积468万亩",),
)
# 2024年全市完成抽检2万批次。今年要: where the next sentence comes to this year.
_THIS_YEAR = Pattern(
    r"[^。\n]{4,120}[。，；]\n?[ \u3000]*今年(?!以?来|[前上第1])",
    reads=("全市完成食品抽检2.1万批次。今年要把抽检量提高",),
    leaves=("完成抽检2万批次。明年", "完成抽检2万批次。今年以来"),
    by="match",
)
# 2021年至2024年，全区共拆除违法建设320万平方米。2025年计划: what all years together came to, and the next is to.
_SO_FAR = Pattern(
    r"，?[^，。；\d\n]{0,10}(?:共(?!同)|累计|先后)[^。\n]{4,100}。\n?[ \u3000]*(?:19|20)\d\d年，?(?:计划|力争|预计|将|再|[^，。；]{0,8}再)",
    reads=("，全区共拆除违法建设320万平方米。2025年计划拆违60万平方米",),
    leaves=("，全区共建成20个。2025年建成5个",),
    by="match",
)
# 2023年、2024年分别新增企业62家、75家，2026年计划新增80家: the years of a list are over where the next one is said to be planned.
_TOLD_IN_TURN = Pattern(
    r"(?:[、和及](?:19|20)\d\d年){0,4}分别[^。；\n]{4,60}?[，；。](?:19|20)\d\d年(?:计划|拟|再|力争|将|预计)",
    reads=("、2024年分别新增规上企业62家、75家，2026年计划新增80家",),
    leaves=("、2024年分别新增规上企业62家、75家，2026年新增80家", "，2026年计划新增80家"),
    by="match",
)
# 2025年底覆盖率42.3%、人均绿地14.6平方米，2027年分别提高到43.5%和15.2平方米: what each was.
_RAISED_IN_TURN = Pattern(
    r"(?:，?全[省市县区]|，?我[省市县区])?[^，。；：\d年]{2,24}\d[\d.]*[^，。；\d]{1,6}[、，][^，。；：\d年]{2,24}\d[\d.]*[^，。；\d]{1,6}[，；。](?:到|力争)?(?:19|20)\d\d年[底末]?，?(?:力争)?分别(?:提高|增加|提升|扩大|上升|降|下降|减少|增长|[增升减])[到至为]",
    reads=("城区绿化覆盖率42.3%、人均绿地14.6平方米，2027年分别提高到43.5%",),
    leaves=("城区绿化覆盖率达到42.3%，2027年提高到43.5%", "，2027年分别提高到43.5%"),
    by="match",
)
# 2025年上半年，全市新增市场主体4.3万户，同比增长8.6%: what was measured.
_PARTS_OF_YEARS = frozenset(("by_half_year", "by_quarter"))
_COMPARED_WITH = Pattern(
    "[^。\n]{0,80}(?:同比|[比较]上年)(?![^。\n]*(?:力争|确保|以上|左右))",
    reads=("，全市新增市场主体4.3万户，同比增长8.6%。",),
    leaves=("，开工项目20个", "，同比增长8%以上"),
    by="match",
)
_MOVED_TO = Pattern("[增减提升降扩缩长加高低少大小升]$", reads=("由12家增加", "由58%降"), leaves=("力争",))
_GROWN_TO = Pattern(
    r"(?:19|20)\d\d年[底末]?，?(?:要|力争|争取|计划|将)?(?:达到?|提高[到至]|提升[到至]|增加?[到至]|扩大[到至]|发展[到至]|上升[到至]|下降[到至]|降[到至低]|突破|控制在|稳定在|超过)[ ]?\d",
    reads=("2027年达到95%", "2027年底，力争提高到50家"),
    leaves=("2027年普及率达到95%", "2027年建成50家"),
    by="match",
)
_LEADS_TO_LATER = Pattern("(?:[到至]|力争|争取|确保|预计)$", reads=("，到", "。力争到", "，力争"), leaves=("，", "，计划"))
_GROWS = Pattern(
    "(?:达到?|突破|超过|(?:提高|提升|增加|发展|扩大)[到至]|[增升]至)$",
    reads=("接待游客突破",),
    leaves=("接待游客", "再接待游客"),
)
_VALUE = Pattern(r"\d+(?:\.\d+)?(?=[^\d.年月])", reads=("达到2.3亿吨",), leaves=("到2027年",))
_SHORTEST_NOUN = 3
_SHORTEST_NAME = 4
_MEASURED = Pattern("已|同比|实际|仅", reads=("同比增长12%",), leaves=("率为45%",))
# 增长6%—6.5%, 2个百分点以上: what has been is told exactly.
_HOPED = Pattern(
    r"\d%?—\d|\d[^，。；、\d]{0,4}(?:以上|以下|以内|左右|上下)|力争|争取|确保|努力|不低于|不少于|不高于|不超过",
    reads=("同比增长6%—6.5%", "2个百分点以上", "力争高于全省"),
    leaves=("同比增长6.3%，高于全省3.1个百分点",),
)
# 二、主要目标 heads what is to be.
_HEADED = Pattern(
    r"目标(?:任务)?[。：]?[ ]?\n+[ 　]*$", reads=("二、主要目标\n",), leaves=("二、发展现状\n", "主要目标\n加强管理。")
)
# 一、发展现状与目标 heads what was, as far as a later year stands behind it.
_STATUS = Pattern(
    r"(?:现状|发展基础|工作基础|取得成效|工作成效|回顾)[^\n。]{0,8}\n+[ 　]*$",
    reads=("一、发展现状与目标\n", "二、发展基础\n"),
    leaves=("二、主要目标\n", "现状分析。加强管理\n"),
)
# 2025年底，全市共有基站58个，今年再建20个; 2025年底全市基站58个，2026年新增20个: what there is at the end of a year, and how many more are to come.
_HELD = Pattern(
    r"，?(?:全[国省市区县州]|我[省市区县])?"
    r"(?:(?:(?:共|拥|设|建|现|已)有|有(?![效机限望序关力害])|保有)[^，。；\d]{2,30}\d[\d.]*[^，。；、\d]{0,4}(?:[^。；\n]{0,60}?)[，；。]\n?(?:(?:力争|计划|预计|到)*(?:19|20)\d\d年|今年(?!以?来)|明年|年内|下一?步)"
    rf"|(?:累计(?:{_CREATE})|(?<=[底末]全.)(?!{_CREATE}))[^，。；\d]{{2,30}}\d[\d.]*[^，。；、\d]{{0,4}}[，；。](?:今年(?!以?来)|明年|年内|(?:计划)?(?:19|20)\d\d年(?:计划|预计|将|要)?(?:再|新增)))",
    reads=(
        "，全市共有驿站58个，2026年再建20个",
        "，全市累计建成驿站58个，今年再建20个",
        "全市拥有驿站58个；到2027年达到80个",
    ),
    leaves=("，全市建成驿站58个，2026年再建20个", "，全市累计建成驿站58个，2026年达到80个", "，有效覆盖驿站58个，今年再建"),
    by="match",
)
_HEAD = 20
# 2026年新建水厂3座，到2027年: what one year brings about is no state of it.
_BRINGS = Pattern(
    f"(?:全[省市县区]|我[省市县区])?(?:计划|力争|新|再|拟)?(?!覆盖|达到|实现)(?:{_CREATE})",
    reads=("新建水厂3座", "全市改造小区3个"),
    leaves=("全市覆盖率达到35%", "港口货物吞吐量"),
    by="match",
)
_AHEAD = 120


def is_reported(folded: Folded, time: Time) -> bool:
    """Whether a state is told of a time, and another of a later year: 截至2025年底有3家。到2028年达到5家; 2025年占比为68%。到2027年."""
    printed = folded[time.start : time.end]
    if time.kind != "recurring" and not printed.startswith("到") and _HELD.match(folded, time.end):
        return True
    if printed[0].isdecimal() and time.precision == "year" and _RAISED_IN_TURN.match(folded, time.end):
        return True  # 2025年底覆盖率42.3%、人均绿地14.6平方米，2027年分别提高到43.5%和15.2平方米
    if time.rule == "year_of_list" and _TOLD_IN_TURN.match(folded, time.end):
        return True  # 2023年、2024年分别新增企业62家、75家，2026年计划新增80家
    if time.kind == "range" and _SO_FAR.match(folded, time.end):
        return True  # 2021年至2024年，全区共拆除320万平方米。2025年计划
    if printed.startswith("截") and is_told(folded, time):
        return True  # 截至2025年6月，全市共有低保对象8.6万人
    if time.rule == "in_year" and _THIS_YEAR.match(folded, time.end):
        return True  # 2024年完成抽检2万批次。今年要
    if time.rule in _PARTS_OF_YEARS and printed[0].isdecimal() and printed.endswith(("半年", "季度")):
        return _COMPARED_WITH.match(folded, time.end) is not None
    if (
        time.rule == "by_year"
        and folded.startswith("的", time.end)
        and _MOVED_TO.search(folded, max(0, time.start - 2), time.start)
    ):
        return _later(folded, time) >= 0  # 由12家增加到2025年的27家；到2028年
    # 2025年底, but not 到2025年底
    ends_year = time.rule == "by_year" and printed[0].isdecimal() and printed.endswith(("底", "末"))
    if time.rule not in ("in_year", "era") and not ends_year:
        return printed.startswith("截") and _later(folded, time) >= 0
    return _states_before(folded, time) or _is_outdone(folded, time)


def _is_outdone(folded: Folded, time: Time) -> bool:
    """Whether what is told of a year reads as past beside what is told of a later one, or as a report where none is named."""
    told, outdone = _told_and_outdone(folded, time)
    if not outdone:
        # 2025年，数控化率为58.3%，高于全省3.1个百分点，已有320家企业完成改造
        sentence = folded[time.end : time.end + _AHEAD].partition("。")[0]
        told = time.rule == "in_year" and all(sign.search(sentence) for sign in (_MEASURED, _COMPARED))
        return told and not _HOPED.search(sentence) and not _HEADED.search(folded, max(0, time.start - _HEAD), time.start)
    later = _later(folded, time)
    led = folded[later - 1] in "到至" or folded.find("。", time.end, later) >= 0  # 2026年，…；2027年，…: one after the other
    return (
        _STATUS.search(folded, max(0, time.start - _HEAD), time.start) is not None
        or (told and (led or _MEASURED.search(folded[time.end : later].partition("。")[0]) is not None))
        or time.rule == "era"
        or (led and _COMPARED.search(folded, time.end, later) is not None)
        or _is_outgrown(folded, time, later)
    )


def is_gone(folded: Folded, time: Time) -> bool:
    """Whether a year is told of as past, where no date of issue says so: 2024年全市已建成, 2024年达到35%。到2027年达到37%."""
    if _states_before(folded, time):
        return True
    told, outdone = _told_and_outdone(folded, time)
    if told or not outdone or not _BRINGS.match(folded, time.end):
        return told or outdone
    return folded.find("。", time.end, _later(folded, time)) >= 0


def is_told(folded: Folded, time: Time) -> bool:
    """Whether the rest of its sentence tells of a time as past: 今年1—9月，浓度同比下降6.7%."""
    return _told_and_outdone(folded, time)[0]


def _told_and_outdone(folded: Folded, time: Time) -> tuple[bool, bool]:
    """Whether the rest of its sentence tells of a time as past, and whether a later year is named behind it."""
    later = _later(folded, time)
    sentence = folded[time.end : time.end + _AHEAD if later < 0 else later].partition("。")[0]
    told = _TOLD.search(sentence) is not None
    # 普及率80%，力争2027年达到95%: the later year is striven for.
    wanted = not told and _WANTED.search(_STRIVING_FOR_LATER.sub("", sentence) if later >= 0 else sentence) is not None
    if time.last is None or wanted:
        return told, False
    behind = folded[time.end : time.end + _AHEAD]
    if not told and time.rule != "era" and (_follows_in_turn(behind, time.last.year) or _THE_REST.match(behind)):
        return told, False
    return told, later >= 0


def _states_before(folded: Folded, time: Time) -> bool:
    """Whether a year is given a bare value and a later one a verb with the same indicator: 2024年播种面积468万亩，2025年播种面积稳定在468万亩."""
    state = _BARE_STATE.match(folded, time.end, time.end + _AHEAD)
    if time.last is None:
        return False
    if state is None and time.rule == "by_year" and folded[time.start].isdecimal():
        # 2025年底全县建成服务站86个，宽带覆盖率58%。到2028年，宽带覆盖率提高到90%
        end = folded.find("。", time.end, time.end + _AHEAD)
        state = _BARE_STATE_BEHIND.search(folded, time.end, end) if end >= 0 else None
        later = _later(folded, time)
        led = later > end and folded[later - 1] in "到至"
        what = state.group("what")[-_SHORTEST_NAME:] if state else ""
        return led and len(what) == _SHORTEST_NAME and folded.find(what, later, later + _AHEAD) >= 0
    if state is None:
        return False
    behind = _REACHES_LATER.finditer(folded, state.end(), time.end + _AHEAD)
    what = state.group("what").rstrip("约为是")[-_SHORTEST_NOUN:]
    return any(
        int(later.group("year")) > time.last.year and (later.group("what").endswith(what) or not later.group("what"))
        for later in behind
    )


def _follows_in_turn(behind: str, year: int) -> bool:
    """Whether the next year opens a clause of the same sentence, as this one does: 2026年新建20座，2027年新建30座."""
    turn = _IN_TURN.match(behind)
    return (
        turn is not None
        and (next_ := _YEAR.search(behind)) is not None
        and next_.start() >= turn.end()
        and int(behind[turn.end() : turn.end() + 4]) > year
    )


def _later(folded: Folded, time: Time) -> int:
    """Where a later year is named behind a time; -1 where none is."""
    if time.last is None:
        return -1
    end = time.end + _AHEAD
    years = (year.start() for year in _YEAR.finditer(folded, time.end, end) if int(year.group()) > time.last.year)
    eras = (era.start() for era in _ERA.finditer(folded, time.end, end))
    return min(chain(islice(years, 1), islice(eras, 1) if time.rule == "era" else ()), default=-1)


def _is_outgrown(folded: Folded, time: Time, later: int) -> bool:
    """Whether what a year has is said again of a later one, to which 到 leads, in a rounder number or without its name: 2024年，吞吐量达到1.86亿吨；到2027年，吞吐量达到2.3亿吨."""
    state = _STATE.match(folded, time.end, later)
    if state is None or not _LEADS_TO_LATER.search(folded, state.end(), later):
        return False
    end = folded.find("。", later)
    sentence = folded[later : end if end >= 0 else later + _AHEAD]
    goal = _VALUE.search(sentence)
    what = state.group("what")[-_SHORTEST_NOUN:]
    if goal is None:
        return False
    if _GROWN_TO.match(sentence):
        return True  # 2024年，普及率达到80%，到2027年达到95%
    if what not in sentence[: goal.start()]:
        return False
    # 2024年，接待游客5200万人次。到2027年，接待游客突破7000万人次
    exact = _decimals(state.group("value")) > _decimals(goal.group())
    return exact or (not _BRINGS.match(folded, state.start("what")) and _GROWS.search(sentence, 0, goal.start()) is not None)


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])
