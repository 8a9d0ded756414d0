"""Stage 5: the commitments with a number, or with all of a set, that a plan makes.

A new way of stating a target is one entry in TARGET_PATTERNS. Patterns read the skeleton of one piece of a clause
(planparse.parsing.skeleton): brackets are hidden, numbers and times are painted over. Their named groups are the contract:
`n` is the number; `indicator` (with `tail` behind it) the noun; `outcome` the verb phrase; `per`, `strive`, `head` what they say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import re

from planparse.language.amounts import Amount
from planparse.language.dates import Time
from planparse.language.lexicon import alternation, words
from planparse.model import Direction, Strength, TargetKind
from planparse.parsing.skeleton import PAINT, Skeleton

_VERBS = words("verbs")
_CREATE = alternation(_VERBS["create"])
_SELECT = alternation(_VERBS["select"])
_OUTCOME = alternation(_VERBS["outcome"])
_REACH = alternation(_VERBS["reach"])
_UP = alternation(_VERBS["increase"])
_DOWN = alternation(_VERBS["decrease"])
_STRIVE_WORDS = ("力争", "争取", "努力", "力求", "力促")
_ENCOURAGE_WORDS = tuple(_VERBS["encourage"])
_STRIVE = alternation(_STRIVE_WORDS)

_PCT, _CNT, _MEA, _BARE, _RATIO, _RANK, _GRADE, _POINT, _TIMES, _TIME = (
    PAINT[f] for f in ("percent", "count", "measure", "bare", "ratio", "rank", "grade", "point", "multiple", "time")
)
_DEADLINE = PAINT["deadline"]
_HIDDEN = PAINT["hidden"]
# The families that can be the value of a target on their own.
PRINCIPAL = _PCT + _CNT + _MEA + _BARE + _RATIO + _POINT + _TIMES
_NUMBER = rf"(?P<n>(?P<paint>[{PRINCIPAL}])(?P=paint)*+)"
_THINGS = rf"(?P<n>{_CNT}++|{_MEA}++)"
_SHARE = rf"(?P<n>{_PCT}++)"
_AMOUNT_END = "(?:左右|的?水平|的?规模|的?目标|的?标准|，)?$"

# Words that may stand between a noun and the verb behind it and say nothing of the state to be reached.
_ADVERBS = (
    "要 应 须 均 都 总体 基本 平均 逐步 稳定 持续 整体 全部 一律 分别 累计 合计 共 至少 预计 将 需 能 可 进一步 不断 每年 年均 达标并 稳步"
)
_ADVERB = rf"(?P<strive>{_STRIVE})?(?:{alternation(_ADVERBS.split())}){{0,3}}"
_MODIFIERS = (
    "新 再 加快 规划 计划 累计 共 总共 每年 全面 重点 分批 逐步 陆续 统筹 积极 大力 着力 基本 率先 联合 年均 同步 高标准 高质量 高水平 优先 开工 滚动 动态"
)
_VERB_MODS = f"(?:{alternation(_MODIFIERS.split())}){{0,3}}"
_VERB = rf"{_VERB_MODS}(?:并?{_CREATE}){{1,3}}[了出好]?"
_GRADE_VERBS = alternation("达到 达 创建 创成 争创 评为 通过 获评 升级为 晋升 晋升为 升至 升为 建成 成为 提升至 提升到 提高到 具备 保持 不低于".split())
_RANK_VERBS = alternation("进入 跻身 保持 保持在 稳居 位居 居 居于 位列 列 排名 名列 达到 处于 稳定在 挤进 迈入 力争 上升至 上升到 提升至 提升到".split())
_SCOPE = "全国|全省|全市|全县|全区|世界|全球|国内|国际|省内|区域|[东中西]部|长三角|华东|华北|沿海|行业|同类[^，。]{0,6}"


class TargetPattern(NamedTuple):
    """A way of stating a target, with clauses that it reads (and as which indicator, outcome) and clauses it must leave alone.

    `kind` None: level where the noun is itself a measure or the number a percentage, count otherwise. `shared` patterns fire only in
    a list whose other members gave verb or outcome.
    """

    name: str
    kind: TargetKind | None
    regex: str
    matches: tuple[tuple[str, str, str | None], ...]
    misses: tuple[str, ...] = ()
    shared: bool = False


# Order matters: the first that matches reads a piece. What is most explicit stands first.
TARGET_PATTERNS = (
    TargetPattern(
        "ratio",
        "ratio",
        rf"^(?P<indicator>[^，]*?比)(?:{_ADVERB}(?:{_REACH}))?(?P<n>{_RATIO}++){_AMOUNT_END}",
        (("床医比达到1：0.55", "床医比", None),),
        ("比赛时间9：30",),
    ),
    TargetPattern(
        "from_to",
        None,
        rf"^(?P<indicator>.+?)(?:由|从)[^{PRINCIPAL}]{{0,12}}(?P<base>[{_PCT}{_CNT}{_MEA}{_BARE}]++)[^，{PRINCIPAL}]{{0,4}}?(?P<reach>{_REACH}){_NUMBER}{_AMOUNT_END}",
        (("县域内就诊率由80%提升至90%", "县域内就诊率", None),),
    ),
    TargetPattern(
        "share_reaches",
        "share",
        rf"^(?P<head>.*?)(?:至少|约)?{_SHARE}的?(?P<indicator>[^{PRINCIPAL}，]+?)等?{_ADVERB}(?P<outcome>(?:{_OUTCOME}).+)$",
        (
            ("20%以上的村卫生室（社区卫生服务站）建成“中医阁”", "村卫生室（社区卫生服务站）", "建成“中医阁”"),
            ("推进100%的精神专科医院设立心理门诊", "精神专科医院", "设立心理门诊"),
        ),
        ("按50%给予补贴",),
    ),
    TargetPattern(
        "select_and_bring",
        "count",
        rf"^(?P<head>.*?)(?:至少)?(?P<verb>{_VERB_MODS}(?:{_SELECT}|{_CREATE})){_THINGS}(?P<indicator>[^{PRINCIPAL}，的（][^{PRINCIPAL}，]*?){_ADVERB}(?P<outcome>(?:{_OUTCOME}).+)$",
        (("每个县（市、区）至少确定1家公立医疗卫生机构承担职业健康检查工作", "公立医疗卫生机构", "承担职业健康检查工作"),),
    ),
    TargetPattern(
        "count_reaches",
        "count",
        rf"^(?P<per>每.+?|各.+?)?(?P<n>{_CNT}++)(?P<indicator>[^{PRINCIPAL}，的（][^{PRINCIPAL}，]*?){_ADVERB}(?P<outcome>(?:{_OUTCOME}).+)$",
        (
            ("80家乡镇卫生院达到国家推荐标准", "乡镇卫生院", "达到国家推荐标准"),
            ("8家县级妇幼保健机构力争达到二级甲等及以上标准", "县级妇幼保健机构", "达到二级甲等及以上标准"),
        ),
    ),
    TargetPattern(
        "raise_to",
        None,
        rf"^(?:将)?(?:{_UP}|{_DOWN})(?P<indicator>.+?)(?P<reach>至|到){_NUMBER}{_AMOUNT_END}",
        (("提升居民健康素养水平至35%", "居民健康素养水平", None),),
    ),
    TargetPattern(
        "reach",
        None,
        rf"^(?P<indicator>.+?){_ADVERB}(?P<reach>{_REACH})[{_DEADLINE}]*{_NUMBER}{_AMOUNT_END}",
        (
            ("县域内患者就诊率力争在90%左右", "县域内患者就诊率", None),
            ("康复医疗床位达到500张以上", "康复医疗床位", "达到500张以上"),
        ),
        ("达到30人以上的企业",),
    ),
    TargetPattern(
        "compared",
        "change",
        rf"^(?P<indicator>.+?)(?P<outcome>(?:比|较)[^{PRINCIPAL}，]+?(?P<dir>{_UP}|{_DOWN})(?P<n>[{_PCT}{_CNT}{_MEA}{_POINT}{_TIMES}]++)).{{0,2}}$",
        (("单位增加值能耗比全国平均水平低30%以上", "单位增加值能耗", "比全国平均水平低30%以上"),),
    ),
    TargetPattern(
        "change",
        "change",
        rf"^(?P<indicator>.*?){_ADVERB}(?P<outcome>[{_DEADLINE}]*(?:累计|共|平均|约)?(?P<dir>{_UP}|{_DOWN}))(?P<n>[{_PCT}{_POINT}{_TIMES}]++|{_CNT}++){_AMOUNT_END}",
        (("重点行业能耗下降3%", "重点行业能耗", "下降"), ("投资年均增长15%以上", "投资", "年均增长")),
        ("补贴标准提高到50元",),
    ),
    TargetPattern(
        "change_verb_first",
        "change",
        rf"^(?P<outcome>(?P<dir>{_UP}|{_DOWN}))(?P<indicator>[^{PRINCIPAL}，]{{2,}}?)(?P<n>[{_PCT}{_POINT}]++){_AMOUNT_END}",
        (("降低企业用电成本10%", "企业用电成本", "降低"),),
    ),
    TargetPattern(
        "build",
        None,
        rf"^(?P<head>.*?)(?:至少)?(?P<outcome>{_VERB}){_NUMBER}(?P<indicator>[^{PRINCIPAL}，的（][^{PRINCIPAL}，]*)$",
        (
            ("建成30个以上县域服务次中心", "县域服务次中心", "建成"),
            ("争创2个以上国家优势专科", "国家优势专科", "争创"),
        ),
        ("培育10家以上的，给予奖励",),
    ),
    TargetPattern(
        "build_list",
        None,
        rf"^(?P<head>(?:每|各).*?)?(?P<outcome>{_VERB})(?P<indicator>[^{PRINCIPAL}，]+?){_NUMBER}{_AMOUNT_END}",
        (
            ("建设国医大师工作室、全国名中医工作室6个", "国医大师工作室、全国名中医工作室", "建设"),
            ("新培育科技领军人才30人左右", "科技领军人才", "新培育"),
        ),
    ),
    TargetPattern(
        "bounded",
        None,
        rf"^(?P<indicator>.*?(?P<measure>[率数量额值规模占比重例度平率强])){_ADVERB}{_NUMBER}{_AMOUNT_END}",
        (("养老机构护理型床位占比不低于55%", "养老机构护理型床位占比", None),),
    ),
    TargetPattern(
        "select",
        "count",
        rf"^(?P<head>.*?)(?:至少)?(?P<outcome>{_VERB_MODS}(?:选取|遴选|选择|确定|推选|筛选)){_THINGS}(?P<indicator>[^{PRINCIPAL}，]+)$",
        (("每个县（市、区）选取1—3家服务能力较强的乡镇卫生院", "服务能力较强的乡镇卫生院", "选取"),),
    ),
    TargetPattern(
        "select_list",
        "count",
        rf"^(?P<outcome>{_VERB_MODS}(?:选取|遴选|选择|确定|推选|筛选))(?P<indicator>[^{PRINCIPAL}，]+?){_THINGS}{_AMOUNT_END}",
        (("遴选市名中医（药）专家20名", "市名中医（药）专家", "遴选"),),
    ),
    TargetPattern(
        "member",
        None,
        rf"^(?:和|及|以及|与)?{_NUMBER}(?P<indicator>[^{PRINCIPAL}，的（][^{PRINCIPAL}，]*)$",
        (("建设20个省级重点专科、55个以上市级重点专科", "市级重点专科", "建设"),),
        shared=True,
    ),
    TargetPattern(
        "member_list",
        None,
        rf"^(?:和|及|以及|与)?(?P<indicator>[^{PRINCIPAL}，]+?){_NUMBER}{_AMOUNT_END}",
        (("建成国家级中心1个、省级中心6个以上", "省级中心", "建成"),),
        shared=True,
    ),
)
_COMPILED = tuple((pattern, re.compile(pattern.regex)) for pattern in TARGET_PATTERNS)
# The patterns that can read a number of a family, by its paint: each names the paints that it looks for.
_BY_PAINT = {paint: tuple(pair for pair in _COMPILED if paint in pair[0].regex.replace(PRINCIPAL, "", 1) or _NUMBER in pair[0].regex) for paint in PRINCIPAL}

_RANKED = re.compile(
    rf"(?P<indicator>[^{PRINCIPAL}，]*?)(?P<strive>{_STRIVE})?(?P<outcome>(?P<verb>{_RANK_VERBS})?(?P<scope>{_SCOPE})?(?:同类[^，]{{0,6}})?(?P<n>{_RANK}++)(?:行列|以内|之列|以上)?)(?=$|[，、或])"
)
_GRADED = re.compile(
    rf"^(?P<indicator>[^{PRINCIPAL}，]+?){_ADVERB}(?P<outcome>(?:{_GRADE_VERBS})(?P<tail>[^{_GRADE}，]*?)(?P<n>{_GRADE}++)(?P<rest>[^，]*))$"
)
_RESPECTIVELY = re.compile(
    rf"^(?P<subjects>[^{PRINCIPAL}，]+?)(?P<strive>{_STRIVE})?(?P<verb>分别(?:{_REACH}|{_UP}|{_DOWN}|不低于)?)(?P<list>[{PRINCIPAL}]++(?:[、和及]{{1,2}}[{PRINCIPAL}]++)+).{{0,2}}$"
)
_LIST_PART = re.compile("、|和|与|以及|及")
# Names of levels that stand before the first of several nouns and mean them all: 省级以上研究中心、实验室.
_SHARED_HEAD = re.compile(r"^(?:(?:国家|省|市|县|区)级?(?:、(?:省|市|县|区)级?)*级(?:及?以上)?|[省市县区]级(?:及?以上)?|规模以上|每[十百千万]?[^，、和]{1,4}?人口|每[十百千万]人)")

_COVERED = re.compile(r"^(?P<indicator>[^，]*?)(?P<outcome>(?:基本|全部|力争)?实现(?P<what>[^，]*?)全覆盖)$")
# All of a set reaches an outcome, and no number is printed.
_ALL_PATTERNS = (
    _COVERED,
    re.compile(r"^(?P<indicator>[^，]+?)(?P<outcome>全覆盖)$"),
    re.compile(
        rf"^(?P<indicator>[^，{PRINCIPAL}]{{2,}}?)(?P<strive>{_STRIVE})?全部(?P<outcome>(?:{_OUTCOME}|{_CREATE}|推广|取消|纳入)[^，]+)$"
    ),
    re.compile(
        rf"^所有的?(?P<indicator>[^，{PRINCIPAL}]{{2,}}?)(?P<strive>{_STRIVE})?(?:均|都|全部)[要应须]?(?P<outcome>(?:{_OUTCOME}|{_CREATE})[^，]+)$"
    ),
    re.compile(
        rf"^(?P<indicator>(?:各|每个|每所|每家)[^，{PRINCIPAL}]{{2,}}?)[均都][要应须]?(?P<strive>{_STRIVE})?(?P<outcome>(?:{_OUTCOME})[^，]+)$"
    ),
)
# What a clause pays, charges, limits or requires is a parameter, however its number looks.
PARAMETER = re.compile(
    "给予|补助|补贴|奖励|奖补|资助|贴息|贴补|减免|减征|减按|返还|退还|上浮|下浮|放宽|标准(?=[^，]{0,3}(?:提高|上浮|降低|为|按|不))|封顶|罚款|处罚|收费|收取|缴纳|缴存|征收|扣除|加计|起付|报销|费率|税率|利率|租金|资本金|押金|"
    "保证金|调整为|下调|上调|计提|提取|列支|最高|不超过[^，]{0,8}元|每[人户亩家吨项个台辆](?:每[年月日天])?(?:不超过|最高)?[^，]{0,2}元|按[^，]{0,24}(?:比例|给|计)|享受|抵扣|优惠|免收|免征|授信|贷款期限|担保费|保费|期限|满分|加分|扣分|得分"
)
_CONDITION = re.compile("^(?:对|凡|如|若|当|符合|经|因|凡是|对于|针对)")
_EXISTING = re.compile("^(?:截至|截止|目前|现有|已有|现已|过去|去年|上年)|(?:已|已经)(?:建成|完成|达到|有|实现|累计|形成|培育|认定)|我[省市县区国]现有")
_SENTENCE_ENDS = "。！？\n"
_CLAUSE = re.compile("(?:[^，；：,]|,(?=\\d))++")
_STRIVES = re.compile(_STRIVE)
_CONNECTIVES = (
    "全域 确保 保证 推动 推进 促进 加快 使 将 把 并 且 同时 其中 要 应 须 需 到时 届时 以及 预计 计划 一是 二是 三是 四是 五是 六是 七是 八是"
)
_LEAD = re.compile(
    rf"[ —·]|[{_DEADLINE}]+[前底末内]?|{_STRIVE}|(?:{alternation(_ENCOURAGE_WORDS)})(?=[^，]*[{PRINCIPAL}])|全[省市县区国州](?!性)|我[省市县区]|{alternation(_CONNECTIVES.split())}|保障(?=.*[率数])|（{_HIDDEN}+）"
)
_SCOPE_LEAD = re.compile("全[省市县区国州]|我[省市县区]")
_MEASURE_NOUN = re.compile(
    "(?:率|数|量|额|值|规模|占比|比重|比例|产值|收入|投资|人次|指数|水平|素养|强度|浓度|面积|里程|产能|能力|长度|利润|营收|贷款|余额|资金|成本|时间|时长|寿命|能耗|GDP|覆盖面|得分|密度|容量|年限|增速|存量|流量|装机|税收|库容|出力|支出|经费|费用|"
    "效率|总和|力|金|度|消费|交易|出口|进口|进出口|储量|周期|半径|距离|时限|时延|带宽|算力|年龄|增幅|降幅|贡献|总产出)(?:（[^）]*）)?$"
)
_TRAILING = re.compile(rf"(?:{_STRIVE}|总体|基本|整体|平均|要|应|须|均|都|共|累计|至少|约|等|将|的|年均|每年|逐年|数量|总数(?=^))$")
_LONGEST_CLAUSE = 300


class Found(NamedTuple):
    """A target as found: offsets of the quote and the words, the reading of its number, and the pattern's name."""

    start: int
    end: int
    rule: str
    kind: TargetKind
    amount: Amount | None
    comparator: str
    indicator: str
    outcome: str | None
    direction: Direction | None
    per: str | None
    frequency: str | None
    scope: str | None
    strength: Strength
    due: Time | None


class _Clause(NamedTuple):
    """A clause without its lead-in: `start` and `end` of what is left, and what the lead-in said."""

    start: int
    end: int
    scope: str | None
    strength: Strength
    frequency: str | None


class _Reading(NamedTuple):
    """What a pattern makes of a piece; all spans are offsets."""

    start: int
    end: int
    rule: str
    kind: TargetKind | None
    at: int  # where the number's paint begins
    indicator: str
    outcome: str | None
    direction: Direction | None
    per: str | None
    strive: bool
    scope: str | None = None


def find_targets(
    text: str, skeleton: Skeleton, times: Sequence[Time], stretches: Iterable[tuple[int, int]]
) -> Iterator[Found]:
    """The targets that stand in the stretches of the text, which come in order; `times` are those of the whole text, in order."""
    painted = skeleton.text
    hits = sorted(match.start() for words_ in (_NUMBERS, _ALL_WORDS) for match in words_.finditer(painted))
    next_time = next_hit = 0
    for start, end in stretches:
        next_hit = bisect_left(hits, start, next_hit)
        while next_hit < len(hits) and hits[next_hit] < end:
            at, stop = _sentence_around(painted, hits[next_hit], start, end)
            last_hit = bisect_left(hits, stop, next_hit)
            while next_time < len(times) and times[next_time].end <= at:
                next_time += 1
            last_time = next_time
            while last_time < len(times) and times[last_time].start < stop:
                last_time += 1
            yield from _sentence(text, skeleton, times[next_time:last_time], hits[next_hit:last_hit], at, stop)
            next_hit, next_time = last_hit, last_time


def _sentence_around(painted: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds an offset."""
    begin = max(painted.rfind(mark, start, at) for mark in _SENTENCE_ENDS) + 1
    stops = (painted.find(mark, at, end) for mark in _SENTENCE_ENDS)
    return max(begin, start), min((stop for stop in stops if stop >= 0), default=end)


_NUMBERS = re.compile(f"[{PRINCIPAL}{_RANK}{_GRADE}]")
_ALL_WORDS = re.compile("全覆盖|全部|所有|均|都")


def _sentence(
    text: str, skeleton: Skeleton, times: Sequence[Time], hits: Sequence[int], start: int, end: int
) -> Iterator[Found]:
    """The targets of one sentence: each clause with a hit gives its own; time and strength reach over clauses."""
    if _EXISTING.search(skeleton.text, start, min(end, start + 40)):
        return
    painted = skeleton.text
    strives = _STRIVES.search(painted, start, end) is not None
    strive_on = False
    before = (start, start)
    previous: list[_Reading] = []
    next_time = next_hit = 0
    due: Time | None = None
    for begin, stop in _clauses(painted, start, end):
        strive_on &= painted[begin - 1 : begin] != "；"
        last_hit = bisect_left(hits, stop, next_hit)
        next_hit, is_hit = last_hit, last_hit > next_hit
        if not is_hit:
            strive_on |= strives and _without_lead(text, painted, begin, stop).strength == "strive"
            before = (begin, stop)
            continue
        clause = _without_lead(text, painted, begin, stop)
        strive_on |= clause.strength == "strive"
        readings = _readings(text, skeleton, clause, previous, before)
        for reading in readings:
            amount = skeleton.amounts.get(reading.at) if reading.at >= 0 else None
            while next_time < len(times) and times[next_time].start < max(reading.end, reading.at):
                time = times[next_time]
                if time.kind != "recurring" and time.last is not None:
                    due = time
                next_time += 1
            strength: Strength = clause.strength
            if reading.strive or strive_on or (reading.outcome or "").startswith("争创"):
                strength = "strive"
            yield Found(
                reading.start,
                reading.end,
                reading.rule,
                _kind(reading, amount),
                amount,
                _comparator(text, reading, amount),
                reading.indicator,
                reading.outcome if _kind(reading, amount) not in ("level", "ratio") else None,
                reading.direction,
                reading.per or _per(reading.indicator),
                clause.frequency,
                reading.scope or (clause.scope if reading.kind != "rank" else None),
                strength,
                due,
            )
        previous = readings or previous
        before = (begin, stop)


def _clauses(painted: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence; one too long for a person to have written it as one is left out."""
    for match in _CLAUSE.finditer(painted, start, end):
        if match.end() - match.start() <= _LONGEST_CLAUSE:
            yield match.span()


def _without_lead(text: str, skeleton: str, start: int, end: int) -> _Clause:
    """The clause behind its lead-in: time, scope, strength and connectives."""
    scope = frequency = None
    strength: Strength = "firm"
    at = start
    while at < end and (lead := _LEAD.match(skeleton, at, end)):
        word = text[lead.start() : lead.end()]
        if word in _STRIVE_WORDS:
            strength = "strive"
        elif word in _ENCOURAGE_WORDS:
            strength = "encourage"
        elif _SCOPE_LEAD.fullmatch(word):
            scope = word
        elif word and skeleton[lead.start()] == _DEADLINE and word[0] in "每逐年":
            frequency = word
        at = lead.end()
    return _Clause(at, end, scope, strength, frequency)


def _readings(
    text: str, skeleton: Skeleton, clause: _Clause, previous: Sequence[_Reading], before: tuple[int, int]
) -> list[_Reading]:
    """What the patterns make of a clause."""
    painted = skeleton.text
    start, end = clause.start, clause.end
    if start >= end or _CONDITION.match(painted, start, end):
        return []
    words_ = painted[start:end]
    if PARAMETER.search(text, start, end) and not (_GRADE in words_ and _GRADED.match(words_)):
        return []
    numbers = [*_PRINCIPAL_RUN.finditer(painted, start, end)]
    if not numbers:
        every = [*_all_of(text, painted, clause, before)]
        return every or [*_graded(text, painted, clause, previous), *_ranked(text, painted, start, end, "")]
    found = [*_respectively(text, painted, clause)]
    if not found:
        found = [*_listed(text, painted, clause, [(m.start(), m.end()) for m in numbers], previous)]
    return found


_PRINCIPAL_RUN = re.compile(rf"(?P<p>[{PRINCIPAL}])(?P=p)*+")


def _listed(
    text: str, painted: str, clause: _Clause, numbers: list[tuple[int, int]], previous: Sequence[_Reading]
) -> Iterator[_Reading]:
    """One reading for each piece of a list; members share the verb before the first and the outcome behind the last."""
    pieces = _pieces(painted, clause.start, clause.end, numbers)
    read: list[_Reading | None] = []
    for start, end in pieces:
        read.append(_match(text, painted, start, end))
    shared = next((r for r in read if r is not None and r.kind not in ("ratio", "change", "level")), None)
    outcome = next((r for r in read if r is not None and r.rule in ("count_reaches", "share_reaches", "select_and_bring")), None)
    for (start, end), reading in zip(pieces, read, strict=True):
        subject = ""
        if reading is None and shared is not None:
            reading = _match(text, painted, start, end, shared=True)
            if reading is not None:
                giver = outcome or shared
                closes = outcome is not None and giver.end > reading.end
                reading = reading._replace(
                    kind=giver.kind if giver.kind != "share" else None,
                    outcome=giver.outcome,
                    end=giver.end if closes else reading.end,
                    rule=f"{reading.rule}_of_{giver.rule}",
                )
        if reading is not None:
            if not reading.indicator:
                subject = next((r.indicator for r in read if r is not None and r.indicator), "") or next((r.indicator for r in previous), "")
                if not subject:
                    continue
                reading = reading._replace(indicator=subject)
            yield reading
            subject = reading.indicator
        yield from _ranked(text, painted, start, end, subject)


def _pieces(painted: str, start: int, end: int, numbers: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The clause cut between its numbers, at the mark or word that parts the members of a list."""
    pieces: list[tuple[int, int]] = []
    begin = start
    for (_, this_end), (next_start, _) in zip(numbers, numbers[1:], strict=False):
        gap = painted[this_end:next_start]
        cut = gap.find("、") if gap.startswith(("、", "左右、")) else gap.rfind("、")
        if cut < 0:
            cut = next((at for word in ("以及", "和", "及", "或", "与") if (at := gap.rfind(word)) >= 0 and (at == 0 or at >= len(gap) - 5)), -1)
        if cut >= 0:
            pieces.append((begin, this_end + cut))
            begin = this_end + cut + 1
    pieces.append((begin, end))
    return pieces


def _match(text: str, painted: str, start: int, end: int, *, shared: bool = False) -> _Reading | None:
    while lead := _LEAD.match(painted, start, end):
        start = lead.end()
    words_ = painted[start:end]
    number = _PRINCIPAL_RUN.search(words_)
    for pattern, compiled in _BY_PAINT[number.group("p")] if number else ():
        if pattern.shared is shared and (match := compiled.match(words_)):
            return _read(text, pattern, match, start)
    return None


def _read(text: str, pattern: TargetPattern, match: re.Match[str], base: int) -> _Reading | None:
    groups = match.groupdict()

    def slice_of(group: str) -> str:
        return text[base + match.start(group) : base + match.end(group)] if groups.get(group) is not None else ""

    indicator = _noun(slice_of("indicator"))
    head = slice_of("head")
    per: str | None = None
    start = base + match.start("indicator")
    if head and head[0] in "每各":
        per = head.removesuffix("至少").strip("要应须")
        start = base
    elif pattern.name == "share_reaches" and head and not head.endswith(("和", "及", "、", "与")):
        indicator = head.removesuffix("至少") + indicator
        start = base
    elif groups.get("per"):
        per, start = slice_of("per"), base
    outcome: str | None = slice_of("outcome") or None
    reach = slice_of("reach")
    if reach:
        number_end = base + match.end("n")
        outcome = reach + text[base + match.start("n") : number_end]
    direction: Direction | None = None
    if turn := groups.get("dir"):
        direction = "decrease" if turn in _VERBS["decrease"] else "increase"
    strive = bool(groups.get("strive"))
    first = min(start, base + match.start("n"), *(base + match.start(g) for g in ("outcome", "verb") if groups.get(g)))
    if not indicator and pattern.name != "change":
        return None
    return _Reading(first, base + match.end(), pattern.name, pattern.kind, base + match.start("n"), indicator, outcome, direction, per, strive)


def _noun(words_: str) -> str:
    """The noun without the adverbs that stand behind it."""
    while trailing := _TRAILING.search(words_):
        words_ = words_[: trailing.start()]
    return words_.strip(" 　、")


def _kind(reading: _Reading, amount: Amount | None) -> TargetKind:
    if reading.kind is not None:
        return reading.kind
    if amount is not None and amount.family in ("percent", "measure", "bare", "time", "multiple", "point"):
        return "level"
    return "level" if _MEASURE_NOUN.search(reading.indicator) else "count"


def _comparator(text: str, reading: _Reading, amount: Amount | None) -> str:
    """The bound at the number, or 至少 before the verb: 至少设置1处."""
    if amount is None:
        return "eq"
    return "ge" if amount.comparator == "eq" and "至少" in text[reading.start : amount.start] else amount.comparator


def _per(indicator: str) -> str | None:
    match = _PER.match(indicator)
    return match.group() if match else None


_PER = re.compile(r"每(?:[十百千万亿]{1,2}(?:常住|户籍|名|位|个|辆)?(?:老年|卫生|就业)?(?:人口|人|居民|户|平方公里|元|人员|技术人员)?)")


def _ranked(text: str, painted: str, start: int, end: int, subject: str) -> Iterator[_Reading]:
    """前3位, 全国200强: a place in an order, where a verb or a territory says that it is one."""
    if not painted.count(_RANK, start, end):
        return
    for match in _RANKED.finditer(painted, start, end):
        if not match.group("verb") and not match.group("scope"):
            continue
        indicator = subject or _noun(text[match.start("indicator") : match.end("indicator")])
        indicator = indicator.removesuffix("力争")
        if indicator:
            first = match.start("indicator") if indicator in text[match.start() : match.end()] else match.start("outcome")
            while lead := _LEAD.match(painted, first, match.start("outcome")):
                first = lead.end()
            words_ = text[match.start("outcome") : match.end("outcome")]
            territory = match.group("scope")
            yield _Reading(first, match.end(), "rank", "rank", match.start("n"), indicator, words_, None, None, bool(match.group("strive")), scope=territory)


def _graded(text: str, painted: str, clause: _Clause, previous: Sequence[_Reading]) -> Iterator[_Reading]:
    """达到4级以上, 创建三级甲等医院: a place on an official scale, in a clause that counts nothing."""
    words_ = painted[clause.start : clause.end]
    match = _GRADED.match(words_) if _GRADE in words_ else None
    if match is None:
        return
    base = clause.start
    indicator = _noun(text[base + match.start("indicator") : base + match.end("indicator")])
    tail = text[base + match.start("tail") : base + match.end("tail")]
    verb_end = base + match.start("tail")
    outcome = text[base + match.start("outcome") : verb_end] + text[base + match.start("n") : base + match.end("rest")]
    if tail:
        indicator += tail
    elif previous and previous[0].kind == "grade" and not _SCALE_NOUN.search(indicator):
        indicator += _elided(indicator, previous[-1].indicator)
    if not indicator or _BARE_VERB.fullmatch(indicator):
        return
    yield _Reading(base, clause.end, "grade", "grade", base + match.start("n"), indicator, outcome, None, None, bool(match.group("strive")))


_BARE_VERB = re.compile(_VERB)
_SCALE_NOUN = re.compile("(?:水平|评价|测评|级别|等级|能力|指数|成熟度|评级)$")


def _elided(subject: str, before: str) -> str:
    """The words that a clause leaves out because the one before it said them.

    >>> _elided("二级公立医院", "三级公立医院信息化测评")
    '信息化测评'
    """
    head = subject[-2:]
    at = before.find(head)
    return before[at + 2 :] if len(head) == 2 and at >= 0 else ""


def _respectively(text: str, painted: str, clause: _Clause) -> Iterator[_Reading]:
    """A、B和C分别达到1、2、3: one reading for each noun; words that the first or last noun carries belong to all."""
    words_ = painted[clause.start : clause.end]
    match = _RESPECTIVELY.match(words_)
    if match is None:
        return
    base = clause.start
    nouns = _nouns(text, painted, base + match.start("subjects"), base + match.end("subjects"))
    numbers = [base + match.start("list") + m.start() for m in _PRINCIPAL_RUN.finditer(match.group("list"))]
    if len(nouns) != len(numbers):
        return
    turn = match.group("verb").removeprefix("分别")
    direction: Direction | None = None
    if turn in _VERBS["decrease"] or turn in _VERBS["increase"]:
        direction = "decrease" if turn in _VERBS["decrease"] else "increase"
    for noun, at in zip(nouns, numbers, strict=True):
        run = _PRINCIPAL_RUN.match(painted, at)
        stop = run.end() if run else at
        kind: TargetKind | None = "ratio" if painted[at] == _RATIO else "change" if direction else None
        outcome = turn if direction else turn + text[at:stop]
        yield _Reading(base, clause.end, "respectively", kind, at, noun, outcome, direction, None, bool(match.group("strive")))


def _nouns(text: str, painted: str, start: int, end: int) -> list[str]:
    """The nouns of a list, with the head of the first and the tail of the last given to each.

    每万人口全科医生和公共卫生人员数 is 每万人口全科医生数 and 每万人口公共卫生人员数.
    """
    cuts = [(m.start(), m.end()) for m in _LIST_PART.finditer(painted, start, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    nouns = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    head = _SHARED_HEAD.match(nouns[0])
    tail = "数" if nouns[-1].endswith("数") and not nouns[0].endswith(("数", "率", "量", "额")) else ""
    shared = [noun if noun.endswith(tail) else noun + tail for noun in nouns]
    if head:
        shared = [noun if noun.startswith(head.group()) else head.group() + noun for noun in shared]
    return [_noun(noun) for noun in shared]


def _all_of(text: str, painted: str, clause: _Clause, before: tuple[int, int]) -> Iterator[_Reading]:
    """全覆盖, 全部, 所有…均: all of a set reaches an outcome, and no number is printed."""
    start, end = clause.start, clause.end
    if _ALL_WORDS.search(painted, start, end) is None:
        return
    words_ = painted[start:end]
    if match := next((match for pattern in _ALL_PATTERNS if (match := pattern.match(words_))), None):
        groups = match.groupdict()
        indicator = _noun(text[start + match.start("indicator") : start + match.end("indicator")]) if groups["indicator"] else ""
        outcome = text[start + match.start("outcome") : start + match.end("outcome")]
        what = groups.get("what")
        if not indicator:
            # 优化设置X，实现服务全覆盖: the set stands in the clause before.
            named = text[start + match.start("what") : start + match.end("what")] if what else ""
            indicator = _object(text, painted, *before) + named if len(named) <= 2 else named
            outcome = "全覆盖"
        if indicator:
            yield _Reading(start, end, "all", "coverage", -1, indicator, outcome, None, None, bool(groups.get("strive")))


_VERB_OBJECT = re.compile(rf"{_VERB_MODS}(?:优化|加强|完善|健全|推动|推进|深化|加快)?(?:{_CREATE}|优化|完善|健全|加强)(?P<object>[^，{PRINCIPAL}]{{2,40}})(?=，|$)")


def _object(text: str, painted: str, start: int, end: int) -> str:
    """What a clause is about, for a clause behind it that leaves its own subject out."""
    match = _VERB_OBJECT.match(painted, start, end)
    return text[match.start("object") : match.end("object")] if match else ""
