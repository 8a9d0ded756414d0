"""A、B和C分别达到1、2、3: as many numbers as nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.model import TargetKind
from planparse.parsing.targets.elision import same_unit
from planparse.parsing.targets.patterns import (
    BOUND,
    CHANGE,
    CREATE,
    DECREASE,
    INCREASE,
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
from planparse.parsing.targets.skeleton import PAINT
from planparse.text import Painted

_DEADLINE = PAINT["deadline"]
_NEAR = 3  # 学 of 小学 ends no noun far behind in 初中专任教师本科以上学历占比
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
_TURNS = f"(?:[于在]?[{_DEADLINE}]++[前底末]?(?:[、和及与][{_DEADLINE}]++[前底末]?)*)?"
_RESPECTIVELY = Pattern(
    rf"(?P<subjects>[^{PRINCIPAL}，]*?)(?:(?:(?<!占)比|较)(?P<since>{_SINCE}))?(?P<strive>{STRIVE})?{_TURNS}(?:平均|累计)?(?:分别|各(?=[达为提增])|(?P<each>(?<!平)均|都)){_TURNS}(?:力争)?(?P<share>占比?(?=达?[{BOUND}{PRINCIPAL}])|比重|比例)?"
    rf"(?:[比较](?P<since2>{_SINCE}))?(?:[由从][{BOUND}{PRINCIPAL}、和及与]+?)?(?P<turn>{REACH}|{CHANGE}|(?P<verb>{CREATE}))?(?:每[^，{PRINCIPAL}]{{1,4}}?)?{_LIST}",
    reads=(
        "出生率、死亡率分别达到5%、3%",
        "覆盖率、发布率分别由92%、95%提高到97%、99%",
        "密度分别达到每公顷3.2米和2.1米",
        "签约率、覆盖率均达到90%",
        "一般病种和大病报销比例比2020年分别提高5%和10%",
        "托位数到2026年、2028年分别为4.2个、4.6个",
        "分别轮训600人次和750人次",
        "公办园、民办园分别占比达30%和20%",
    ),
    leaves=("签约率达到90%", "均衡发展"),
    by="match",
    painted=True,
)
# 分别完成老旧小区改造100个、120个、150个; 建成智慧社区分别达到100个和200个: a thing, and as many numbers as there are years.
_YEAR_BY_YEAR = Pattern(
    rf"(?:分别)?(?P<verb>{VERB})(?P<thing>[^{PRINCIPAL}{BOUND}，]+?)(?:分别)?(?:{REACH})?{_LIST}",
    reads=("分别完成老旧小区改造100个、120个、150个", "建成智慧社区分别达到100个和200个"),
    leaves=("小区改造100个",),
    by="match",
    painted=True,
)
_NUMBER = Pattern(f"[{PRINCIPAL}]", reads=("28%",), leaves=("7.5天",), painted=True)
# What parts nouns; 及 in 普及率 and 与 in 参与率 do not.
_LIST_PART = Pattern(
    "、|以及|(?<!共)和(?!谐)|(?<!参)与|(?<![普涉波])及(?!时|格|早|其)",
    reads=("出生率、死亡率", "医生和护士", "学校以及医院"),
    leaves=("普及率", "参与率", "公共服务"),
)
_PER_UNIT = Pattern("单位|人均|每|总|平均", reads=("人均产值", "每千人床位", "总产值"), leaves=("企业产值",), by="match")
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
_FURTHER = ("增速", "增幅", "增长率")
_TIMES = ("时间", "时限", "周期", "时长", "天数")
_SUBSTANCE = "需氧量"  # named like a measure, but a substance that is measured
# What is measured of several substances, goods or carriers alike.
_OF_MANY = Pattern(
    "(?:重点工程)?(?:主要污染物)?(?:累计)?(?:年均)?(?:排放(?:总量|强度|量)|[减消削]减?排?量|减排量|浓度|产量|产能|总产值|装机(?:容量|规模)?|货运量(?:占比)?|客运量|周转量|吞吐量|消费量|使用量|播种面积|种植面积|养殖面积|综合利用率|回收利用率|自给率|(?:抽检|检测|监测|抽查)?合格率|覆盖率|普及率|入园率|入学率|巩固率)$",
    reads=("挥发性有机物重点工程减排量", "氨氮排放总量", "肉类产量", "水路货运量占比"),
    leaves=("有机物", "产量目标"),
)
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
    if not any(word in piece for word in ("分别", "均", "都", "各达", "各为", "各提", "各增")):
        return
    base = clause.start
    match = _RESPECTIVELY.match(piece)
    if match and not _NUMBER.search(match.group("list")) and len(_numbers(painted, base, match)) == 1:
        return  # a length of time alone has rules of its own
    subject = base + match.start("subjects") if match else base
    verb = VERB_AHEAD.match(painted, subject, base + match.end("subjects")) if match else None
    if match and verb and not match.group("verb"):
        # 新建、改造养老机构分别不少于8家和20家: two verbs of one object.
        numbers, done = _numbers(painted, base, match), _LIST_PART.split(verb.group())
        thing = noun(text[verb.end() : base + match.end("subjects")])
        if len(numbers) == len(done) > 1 and thing:
            for (start, _), how in zip(numbers, done, strict=True):
                yield Reading(base, clause.end, "respectively", None, start, thing, how, bound_at=numbers[0][0])
            return
    if verb and years <= 1 and match and match.group("turn") in _REACHES:
        # 培育绿色工厂、绿色园区分别达到50家、10个: the verb brings about all of them.
        subject, verb = verb.end(), None
    if match and not verb:
        numbers = _numbers(painted, base, match)
        nouns = _nouns(text, painted, subject, base + match.end("subjects"))
        if match.group("verb") and nouns != [""]:
            return  # 甲、乙分别建成3个、5个: who does it, and of what the words do not say
        if nouns == [""] and label:
            nouns = _nouns(text, painted, behind_lead(painted, *label), label[1])
        elif nouns == [""] and previous:
            # 2028年底分别达到4500个、8万个: what the numbers before are of, or the last of them year by year.
            of_all = [*previous] if len(previous) == len(numbers) else [*told[-len(numbers) :]]
            alike = len(of_all) == len(numbers) and all(
                len(previous) == len(numbers) or same_unit(text, painted, reading.at, at)
                for reading, (at, _) in zip(of_all, numbers, strict=True)
            )
            nouns = [reading.indicator for reading in of_all] if alike and years <= 1 else [previous[-1].indicator]
        if match.group("share"):
            # 货物贸易、对外投资分别占比达30%、20%
            tail = nouns[-1][len(nouns[0]) :] if max(map(len, nouns[:-1]), default=9) <= len("公办") else ""
            share = "占比" if match.group("share") == "占" else match.group("share")
            nouns = [name.removesuffix(tail) + tail + share for name in nouns if name]
        known = [reading.indicator for reading in previous if reading.rule == "respectively"]
        if len(nouns) == 1 < len(numbers) == len(known) and years <= 1 and is_measure(nouns[0]):
            nouns = _of_same(known, nouns[0])
        if match.group("each") and len(numbers) == 1 and all(is_measure(name) for name in nouns):
            numbers *= len(nouns)
        in_turn = len(nouns) == 1 < len(numbers) == years
        if in_turn:
            nouns *= years
        if len(nouns) == len(numbers) and all(nouns):
            since = text[base + match.start("since") : base + match.end("since")] if match.group("since") else ""
            yield from _readings(text, painted, clause, match, nouns, numbers, since, in_turn=in_turn)
            return
    if years > 1 and "分别" in piece and (match := _YEAR_BY_YEAR.match(piece)):
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


def _of_same(told: Sequence[str], measure: str) -> list[str]:
    """A measure of each of those whose measures stand before: 果蔬、肉类冷链流通率分别提高到35%、50%，产后损失率分别降至15%、8%."""
    if measure.endswith(_FURTHER):
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
    year = YEAR.search(since or match.group("since2") or "")
    before = Before(-1, int(year.group())) if year else None
    end_of_list = numbers[-1][1]
    bounded_behind = text.endswith(BOUNDS_BEHIND, 0, end_of_list) or text.startswith("内", end_of_list)
    bound_at = numbers[-1 if bounded_behind else 0][0]
    for at, (name, (start, end)) in enumerate(zip(nouns, numbers, strict=True)):
        kind: TargetKind | None = "ratio" if painted[end - 1] == RATIO else "change" if direction else None
        outcome = turn if direction or match.group("verb") else turn + text[start:end]
        strive = bool(match.group("strive"))
        yield Reading(
            clause.start,
            clause.end,
            "respectively",
            kind,
            start,
            name,
            outcome,
            direction,
            strive=strive,
            before=before,
            in_turn=at if in_turn else -1,
            bound_at=bound_at,
        )


def _nouns(text: str, painted: Painted, start: int, end: int) -> list[str]:
    """The nouns of a list, with the words that the first or the last carries for all of them.

    每万人口全科医生和公共卫生人员数 is 每万人口全科医生数 and 每万人口公共卫生人员数; 油菜种植、收获机械化率 is 油菜种植机械化率 and
    油菜收获机械化率.
    """
    cuts = [match.span() for match in _LIST_PART.finditer(painted, start + 1, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    nouns = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    first, last = nouns[0], nouns[-1]
    head = shared.group() if (shared := _SHARED_HEAD.match(first)) else ""
    if (of := _RANK.match(last)) and all(_RANK.fullmatch(word) for word in nouns[:-1]):
        return [noun(word + last[of.end() :]) for word in (*nouns[:-1], of.group())]  # 国家级、省级绿色工厂
    if any(_RANK_AHEAD.match(word) for word in nouns[1:]):
        head = ""  # 县级以上医院、乡镇卫生院: each has a rank of its own
    if (
        not head
        and (owner := OWNER.match(first))
        and all(_PER_UNIT.match(noun_) or (len(noun_) <= _SHORT_MEASURE and is_measure(noun_)) for noun_ in nouns[1:])
    ):
        head = owner.group("owner")
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
                head, tail = first[:-size], last[size:]
                return [noun(first + tail), noun(head + last)]
    timed = last.endswith(_TIMES)
    if timed or ((not is_measure(first) or first.endswith(_SUBSTANCE)) and is_measure(last)):
        of_each = _OF_EACH.search(last)
        if of_each and all(len(word) <= of_each.start() + 2 and word for word in nouns[:-1]):
            # 小学、初中每百名学生拥有骨干教师数: what all have stands behind the last.
            tail = last[of_each.start() :]
        elif all(word.endswith("）") for word in nouns[:-1]) and (closed := last.find("）") + 1) < len(last) // 2:
            # 乡镇（街道）、村（社区）老年学校建有率: each place ends with its bracket.
            tail = last[closed:] if closed else ""
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
        elif len(last) - len(first) >= 2:
            # 二氧化硫、氮氧化物排放总量: nouns of one length share what stands behind the last.
            tail = last[len(first) :]
            if tail[0] in _ENDS_OF_GOODS and last.endswith("率"):
                tail = tail[1:]  # 果蔬、肉类、水产品冷链流通率
    if (verb := GROWN.match(nouns[0])) and not head:
        nouns[0] = nouns[0][verb.end() :]
    return [noun(head + word.removeprefix(head).removesuffix(tail) + tail) for word in nouns]
