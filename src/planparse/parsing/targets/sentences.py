"""The commitments with a number, or with all of a set, that a plan makes.

A sentence falls into clauses; what one clause commits to is read by planparse.parsing.targets.clauses. Time and strength reach over
the clauses of a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, pairwise

from planparse.language.amounts import Amount, bound_in
from planparse.language.dates import Time
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.model import Comparator
from planparse.parsing.targets.ahead import measures_ahead, named_ahead
from planparse.parsing.targets.clauses import read_clause
from planparse.parsing.targets.coverage import COVERAGE, find_words
from planparse.parsing.targets.cues import SENTENCE_TESTS
from planparse.parsing.targets.elision import EXISTS, of_which
from planparse.parsing.targets.found import Baseline, Found
from planparse.parsing.targets.grammar import (
    BOUND,
    CHANGE,
    COUNT,
    DEADLINE,
    DURATION,
    HIDDEN,
    MEASURE,
    PRINCIPAL,
    REACH,
    STRIVE,
    VERB,
)
from planparse.parsing.targets.lists import says_in_turn
from planparse.parsing.targets.readings import Reading, behind_lead, kind_of, moved_by, noun, often, per_of, without_lead
from planparse.parsing.targets.relative import RELATIVE, find_relations, relation_in
from planparse.parsing.targets.scales import GRADE_VERB
from planparse.parsing.targets.shared_out import allots
from planparse.parsing.targets.skeleton import PAINT, Skeleton
from planparse.parsing.targets.telling import (
    TO_COME,
    WHEN_TOLD,
    behind_others,
    comes_to_be,
    states,
    tells,
    there_already,
    told_to,
    what_is_there,
    without_told,
)
from planparse.text import Painted

# How far a verb may stand before the grade that it leads to: 达到电子病历应用水平分级评价5级.
_VERB_REACH = 24
# The last character of what leads to a length of time as a target: 压缩至3个工作日, 缩短到提前24小时.
_LEADS_TO_TIME = frozenset("至到为在达前")
_LENGTH_ENDS = frozenset(word[-1] for word in (*words("verbs")["durations"], "住院日"))  # 接电时间3个工作日以内
AHEAD = len("至少有")  # characters before a target in which its bound may stand
# What is done in a length of time: 60日内办结, 1分钟响应.
_DONE = Pattern(
    "(?:以?内)?(?:全部|人工|在线|快速)?(?:办|完成|响应|到账|出证|拿证|送达|通关|审批|处置|接诉)",
    reads=("内办结", "人工响应"),
    leaves=("运营", "便民服务"),
    by="match",
)
# How long something lasts changes by that: 预期寿命增加1.5岁.
_LENGTHENED = Pattern(
    rf"(?:(?:{DURATION}|得分|评分)(?:[比较][^，。；]{{2,16}}?)?|[，、][比较][^，。；]{{2,16}}?)(?:[要应将再]|平均|累计|同比)?{CHANGE}$",
    reads=("预期寿命增加", "审批时间平均缩短", "预期寿命较2025年提高", "年限达到11年，较2023年增加"),
    leaves=("贷款期限延长", "时间安排"),
    painted=True,
)
# 缩短至自受理之日起12个工作日
_SHORTENED = Pattern(
    "(?:[短缩减低少简])(?:至|到|为)[^，。；]{2,15}起$",
    reads=("办理时限缩短至自受理申请之日起", "压缩至受理之日起"),
    leaves=("自受理之日起",),
)
# 不低于上年水平, 高于全省平均: a level without a number of its own.
_RELATED = Pattern(
    "(?P<what>[^，；。]{3,30}?)(?:不?[高低]于|优于|快于|不劣于|与)(?:上年|上一年|去年|全[国省市]|同期|国家|全行业|同级|经济)[^，；。]{0,12}$",
    reads=("民生支出占比不低于上年水平", "工业增加值增速高于全国平均水平"),
    leaves=("占比不低于75%", "加强与全国联动的平台建设，推动"),
    by="match",
)
_LONGEST_LEAD = 14
# A sentence that leaves out what the one before it was about: 其中, 到2027年，达到37%.
_GOES_ON = Pattern(
    rf"其中|(?:[{DEADLINE}]+，?)?(?:上述|以上|前述)(?:[{HIDDEN}]+|[^，。]{{0,2}}[项个])(?:指标|比例|比率|占比)|(?:{STRIVE}|计划|预计)?[{DEADLINE}]+，?(?:{STRIVE}|[要将应拟再]|计划|预计|继续)*(?:分别)?(?:{REACH}|{CHANGE}|再?新?[建增]设?|{VERB})[{BOUND}{PRINCIPAL}]",
    reads=(
        "其中，城市达到70%",
        "到2027年，达到37%",
        "到2025年，力争增长到50%",
        "力争到2027年达到95%",
        "到2027年，再建12家",
        "2025年，分别达到40%和5家",
        "到2030年，上述两项指标分别提高到95%和50%",
    ),
    leaves=("到2025年，就诊率达到90%", "城市达到70%"),
    by="match",
    painted=True,
)
# 目前全市养老床位1.2万张: how many there are, without a verb.
_STOCK = Pattern(
    rf"(?P<what>[^{PRINCIPAL}{BOUND}，的]{{2,30}}?)(?P<n>{BOUND}*[{COUNT}{MEASURE}]+)(?:左右)?$",
    reads=("养老床位1.2万张",),
    leaves=("1.2万张养老床位", "养老床位占比90%"),
    by="match",
    painted=True,
)
# 主要指标如下：, 力争实现以下目标：: what comes behind are indicators with their values.
_ANNOUNCES = Pattern(
    "(?:以下|下列|主要|具体|预期|核心|总体|各项)[^，。；：]{0,8}(?:指标|目标)(?:任务)?(?:[^，。；：]{0,4}如下|[为是])?(?=：)",
    reads=("到2027年力争实现以下指标：", "主要指标任务如下：", "具体目标为："),
    leaves=("围绕主要目标，", "指标体系：", "主要任务："),
)
_ITEM = Pattern(
    r"[ \t]*(?:[—－–-]{1,2}|（\d{1,2}）|\d{1,2}[.、．]|[①-⑳])",
    reads=("——实际到位内资", "（1）环境质量", "1.国际航线"),
    leaves=("到2025年", "实际到位内资"),
    by="match",
)
# A length of time that sums up the years before it and after.
_IN_ALL = Pattern(
    r"(?:[两二三四五六七八九十]|\d{1,2})年(?:来)?(?:累计|合计|总计|共(?!同))",
    reads=("三年累计建成", "3年共培训"),
    leaves=("三年内建成", "累计建成", "近三年累计建成"),
    by="match",
)
_FROM_THEN_ON = Pattern(
    "(?:此后|以后|其后|之后|今后)(?:逐年|每)", reads=("以后每年提高",), leaves=("以后的工作", "每年提高"), by="match"
)
# 改造户厕6000户，2026年11月底前全部完工: by when what stands before is done.
_CLOSES = Pattern(
    rf"(?:{STRIVE}|[并须应要将]|确保|计划|预计|[于在])*[{DEADLINE}]+[前底末内]?(?:{STRIVE}|[须应要将均]|确保|全部|全面|基本|整体|如期|按期)*"
    "(?:完成|完工|竣工|建成|投用|投入使用|投入运行|投入运营|投产|交付|启用|开放|开通|通车|到位|达标|达产|整改到位|销号)"
    "(?:全部|改造|整治|建设|任务|验收|投用|投产|投入使用|交付|使用|运营|运行|并|开放|移交|通车|投运|并网|入住|达产)*",
    reads=("2026年11月底前全部完工", "力争2026年上半年完成", "2027年底前建成投用"),
    leaves=("2026年底前完成投资3亿元", "2026年底前开工建设", "完成改造"),
    by="fullmatch",
    painted=True,
)
# 与2025年相比，能耗降低15%: what the changes of a whole sentence are measured from.
_AGAINST = Pattern(
    "(?:与|同|和|相?较于?|对比|对照|以)(?P<year>(?:19|20)[0-9]{2})年(?:年?[底末])?(?:水平|同期|实际)?(?:相比|比较|为(?:基数|基期|基准年?|基年))?",
    reads=("与2025年相比", "较2020年", "以2020年为基数"),
    leaves=("与全省平均水平相比", "2025年"),
    by="fullmatch",
)
_AMONG = Pattern(
    "(?:在|从)?(?P<set>[^，；：的]{2,24}(?:院|校|园|村|镇|乡|街道|社区|企业|机构|单位|中心|站|所|户|人员|人|师|员|生|县|区|市|项目|工程|小区|水库|河流|断面|事项))(?:当中|之中|中)",
    reads=("乡镇卫生院中", "在全市规上工业企业当中"),
    leaves=("推进中", "工作过程中", "建设中"),
    by="fullmatch",
)
_SENTENCE_END = Pattern("[。！？\n]", reads=("加强领导。", "目标\n任务"), leaves=("加强领导，推动发展；",))
_CLAUSE_END = Pattern("[，；：]", reads=("到2025年，建成", "目标："), leaves=("1,200家", "加强领导。"))
# 交易额20万元以上的项目，按3%给予补助: who gets a payment; 对, 凡 and 其中 begin to say it.
_PAID = Pattern(
    "(?:的|者)[^，；、的]{0,14}，(?![单每](?:个|家|项|户|人|台|所))(?=[^，；]{0,24}?(?:给予|予以(?=[奖补资支])|补助|补贴|奖励|奖补|资助|贴息|享受))",
    reads=("交易额20万元以上的项目，按3%给予补助", "达到100万元的，一次性奖励5万元"),
    leaves=("培育企业30家，给予企业支持", "建成的项目达到30个，加强管理", "设立30亿元的基金，单个项目补助500万元"),
)
_SINGLES_OUT = Pattern(
    "[，；](?=对|凡|其中|每|如|若|符合|经)", reads=("，对新认定的企业", "；凡达到"), leaves=("，建成中心",)
)
_FARTHEST = 200
_STRIVES = Pattern(STRIVE, reads=("力争达到90%", "努力实现"), leaves=("达到90%", "争创品牌"))
_DOWN = ("控制", "降", "下降", "压", "减", "缩")
# 年底前, 明年: a time to come although no year is known.
_AHEAD_OF_US = frozenset(("this_year", "this_year_month", "next_year", "this_quarter"))
_BETWEEN_YEARS = frozenset(("、", "和", "及", "与", "以及"))
_MOST_YEARS = 6
_SAME_TIMES = "同期"
# Nobody writes a longer clause; a text without punctuation must not cost more than its length.
_LONGEST_CLAUSE = 300


def find_targets(
    text: str, skeleton: Skeleton, times: Sequence[Time], stretches: Iterable[tuple[int, int]]
) -> Iterator[Found]:
    """The targets that stand in the stretches of the text; stretches and times (of the whole text) come in order."""
    painted = skeleton.text
    hits = _hits(skeleton)
    at_hit = at_time = 0
    previous: list[Reading] = []
    told: list[Reading] = []
    listed = -1  # from where on indicators stand with their values
    for start, end in stretches:
        at_hit = bisect_left(hits, start, at_hit)
        begin = start
        while at_hit < len(hits) and hits[at_hit] < end:
            ahead = begin, begin
            for mark in _SENTENCE_END.finditer(painted, begin, hits[at_hit]):
                ahead = (begin, mark.start()) if begin < mark.start() else ahead
                begin = mark.end()
            last = _SENTENCE_END.search(painted, hits[at_hit], end)
            stop = last.start() if last else end
            last_hit = bisect_left(hits, stop, at_hit)
            while at_time < len(times) and times[at_time].end <= begin:
                at_time += 1
            last_time = at_time
            while last_time < len(times) and times[last_time].start < stop:
                last_time += 1
            if said := _ANNOUNCES.search(painted, begin, stop):
                listed = said.end()
            elif said := _ANNOUNCES.search(painted, *ahead):
                listed = begin if said.end() + 1 == ahead[1] else -1
            elif not _ITEM.match(painted, begin):
                listed = -1
            if named := named_ahead(text, painted, *ahead):
                previous[:] = [named]
                told.clear()
            elif len(measures := measures_ahead(text, painted, *ahead)) == 1:
                previous[:] = measures  # 普及率稳步提升。到2027年，达到95%
                told.clear()
            elif not _GOES_ON.match(painted, begin, stop) and not painted.startswith("；\n", begin - 2):
                previous.clear()
                told.clear()
            opens = behind_others(painted, begin, stop)
            if opens == begin and (past := told_to(painted, begin, stop)) >= 0:
                # 截至2024年底，已建成2万个，到2026年达到4万个: only what stands before the time to come is told.
                opens = comes_to_be(text, painted, past, stop)
                previous[:] = [
                    reading for stretch in _clauses(painted, begin, opens) for reading in _what_was(text, painted, *stretch)
                ] or previous
                told += previous
            if opens < stop and not SENTENCE_TESTS["requirement"].match(painted, begin, stop):
                first = bisect_left(hits, opens, at_hit, last_hit)
                due = times[at_time:last_time]
                earlier = times[max(0, at_time - _MOST_YEARS) : at_time]
                found = [*_sentence(text, skeleton, due, hits[first:last_hit], opens, stop, previous, told, listed, earlier)]
                wanted = without_told(text, painted, found, stop, _governed(due, stop)) if found else found
                if not wanted and found:
                    previous[:] = [
                        reading
                        for stretch in _clauses(painted, begin, stop)
                        for reading in _what_was(text, painted, *stretch)
                    ]
                yield from wanted
            at_hit, at_time, begin = last_hit, last_time, stop


def _governed(times: Sequence[Time], end: int) -> int:
    """Where the first time to come of a sentence stands; its end where none does."""
    return next((time.start for time in times if time.kind != "recurring" and (time.last or time.rule in _AHEAD_OF_US)), end)


def _what_was(text: str, painted: Painted, start: int, end: int) -> list[Reading]:
    """What a clause tells that there was, behind the words for when: no targets, but what a clause behind it may go on with."""
    when = WHEN_TOLD.match(painted, start, end)
    clause = without_lead(text, painted, when.end() if when else start, end)
    if there := what_is_there(text, painted, clause):
        return [there]
    if told := read_clause(text, painted, clause, (), (start, end), past=True):
        return [reading._replace(was=True) for reading in told]
    stock = _STOCK.match(painted, clause.start, end) if when else None
    named = noun(text[slice(*stock.span("what"))]) if stock else ""
    return [Reading(start, end, EXISTS, None, stock.start("n"), named, None, was=True)] if stock and named else []


def _hits(skeleton: Skeleton) -> list[int]:
    """Where something may commit: at numbers, at words for all of a set, and at grades that a verb leads to."""
    painted = skeleton.text
    hits = [*find_words(painted), *find_relations(painted)]
    for start, amount in skeleton.amounts.items():
        if amount.family == "grade" and painted[amount.number_start] == PAINT["grade"]:
            if GRADE_VERB.search(painted, max(0, start - _VERB_REACH), start):
                hits.append(start)
        elif (
            amount.family != "time"
            or painted[start - 1 : start] in _LEADS_TO_TIME
            or amount.start < amount.number_start
            or (amount.comparator == "le" and painted[start - 1 : start] in _LENGTH_ENDS)
            or painted.startswith("寿命", start - 2)
            or _DONE.match(painted, amount.end)
            or _LENGTHENED.search(painted, max(0, start - _VERB_REACH), start)
            or _SHORTENED.search(painted, max(0, start - _VERB_REACH), start)
        ):
            hits.append(start)
    return sorted(hits)


def _sentence(
    text: str,
    skeleton: Skeleton,
    times: Sequence[Time],
    hits: Sequence[int],
    start: int,
    end: int,
    previous: list[Reading],
    told: list[Reading],
    listed: int,
    earlier: Sequence[Time] = (),
) -> Iterator[Found]:
    """The targets of one sentence: each clause with a hit gives its own; from `listed` on, unless it is -1, stand indicators with their values.

    `earlier` are the times of the sentences before. `previous` holds what the last clause with a reading gave, `told` what all have, and both are left so for a sentence that begins with 其中.
    """
    painted = skeleton.text
    strives = _STRIVES.search(painted, start, end) is not None
    strive_on = False
    before = (start, start)
    at_hit = at_time = 0
    due: Time | None = None
    governed = _governed(times, end)
    lone: str | None = None
    since: int | None = None
    found: list[Found] = []
    payees = [*_payees(text, painted, start, end)]
    past = False
    there: Reading | None = None

    def is_told(reading: Reading) -> bool:
        amount = skeleton.amounts.get(reading.at)
        plain = (
            amount is not None and amount.comparator == "eq" and states(text, reading.rule, reading.outcome, amount.start)
        )
        return plain or reading.kind == "rank"

    for begin, stop in _clauses(painted, start, end):
        if painted[begin - 1 : begin] == "；":
            strive_on = False
            yield from found
            found.clear()
        closing = _closing(painted, times, begin, stop) if found else None
        if closing:
            found[:] = [target if target.due else target._replace(due=closing) for target in found]
            at_time = bisect_left(times, stop, at_time, key=lambda time: time.start)  # it governs nothing behind it
        if any(first <= begin < last for first, last in payees):
            before = (begin, stop)
            continue
        first_hit, at_hit = at_hit, bisect_left(hits, stop, at_hit)
        past = past and not TO_COME.search(painted, begin, stop)
        if not past and governed >= begin:
            past = tells(text, painted, begin, stop, alone=begin == start and governed >= stop)
        if past:
            previous[:] = _what_was(text, painted, begin, stop) or previous
            told += previous
            before = (begin, stop)
            continue
        if first_hit == at_hit:
            if begin == start and (against := _AGAINST.fullmatch(text, begin, stop)):
                since = int(against.group("year"))
            if strives or stop - begin <= _LONGEST_LEAD:
                clause = without_lead(text, painted, begin, stop)
                strive_on |= clause.strength == "strive"
                if clause.start == stop:
                    lone = clause.frequency
                    continue  # 2020年底前: nothing that a clause behind it could go on with
            relates = painted.find("于", begin, stop) >= 0 or painted.find("与", begin, stop) >= 0  # as most clauses do not
            if relates and (related := _RELATED.match(painted, clause_start := behind_lead(painted, begin, stop), stop)):
                # 民生支出占比不低于上年水平，保持在75%以上: what the next clause leaves out.
                what = noun(text[clause_start : related.end("what")])
                previous[:] = [Reading(begin, stop, EXISTS, None, -1, what, None)]
            elif shared_out := allots(text, painted, begin, stop):
                previous[:] = [shared_out]
            elif (painted[begin - 1] == "；" or (begin == start and all(known.rule == EXISTS for known in previous))) and (
                named := named_ahead(text, painted, begin, stop)
            ):
                previous[:] = [named]
            elif measures := measures_ahead(text, painted, begin, stop):
                previous[:] = measures
            elif among := _AMONG.fullmatch(painted, behind_lead(painted, begin, stop), stop):
                # 乡镇卫生院中，80%以上达到标准: the set that a share is of
                previous[:] = [Reading(begin, stop, EXISTS, None, -1, noun(text[slice(*among.span("set"))]), None)]
            before = (begin, stop)
            continue
        clause = without_lead(text, painted, begin, stop)._replace(promised=governed < stop or strive_on)
        strive_on |= clause.strength == "strive"
        years = _years(painted, times, stop) if says_in_turn(painted[begin:stop]) else []
        if not years and says_in_turn(painted[begin:stop]):
            # 普及率2026年达到96%，2027年达到98%；覆盖率分别达到70%和80%; 参保人数同期分别达到21万人、24万人
            if painted.find(_SAME_TIMES, begin, stop) >= 0:
                years = _years_said([*earlier, *times], begin)
            elif (part := painted.rfind("；", start, begin)) >= 0 and not any(part < time.start < stop for time in times):
                years = _years_said(times, part)
        # A number without a noun is no target, nor is a noun without a number.
        readings = [
            reading
            for reading in read_clause(
                text, painted, clause, previous, before, len(years), told=told, announced=0 <= listed <= begin
            )
            if reading.indicator and (reading.meant or reading.rule == RELATIVE or reading.at in skeleton.amounts)
        ]
        if there and not clause.promised and not TO_COME.search(painted, begin, stop) and all(map(is_told, readings)):
            # 现有养老机构12所，入住老人2140人: what stands behind what there is is there as well.
            previous[:] = [reading._replace(was=True) for reading in readings] or previous
            told += readings
            before = (begin, stop)
            continue
        frequency = clause.frequency or lone
        lone = None
        if due and due.first and due.last and due.first.year == due.last.year and _IN_ALL.match(text, begin, stop):
            due = None  # 2025年新建500个，三年累计建成2000个: all years together do not end with the first
        if due and _FROM_THEN_ON.match(text, begin, stop):
            due = None  # 2026年达到40%，以后每年提高10个百分点
        for reading in readings:
            aside = _aside(painted, times, reading)
            while at_time < len(times) and times[at_time].start < max(reading.end, reading.at):
                time = times[at_time]
                if time.kind == "recurring" and time.start >= begin:
                    frequency = often(text[time.start : time.end])
                # What stands in brackets is of the clause behind which they stand.
                if (
                    time.kind != "recurring"
                    and time.last is not None
                    and painted[time.start] == DEADLINE
                    and time is not aside
                ):
                    due = time
                at_time += 1
            amount = skeleton.amounts.get(reading.at)
            kind = kind_of(reading, amount)
            strive = strive_on or reading.strive or (reading.outcome or "").startswith("争创")
            found += (
                Found(
                    reading.start,
                    reading.end,
                    reading.rule,
                    kind,
                    amount,
                    _comparator(text, reading, amount, skeleton.amounts.get(reading.bound_at)),
                    reading.indicator,
                    None if kind in ("level", "ratio") and reading.rule != RELATIVE else reading.outcome,
                    reading.direction or (moved_by(reading.outcome) if kind == "change" else None),
                    reading.per or per_of(reading.indicator),
                    frequency,
                    reading.scope or (None if kind == "rank" else clause.scope),
                    "strive" if strive else clause.strength,
                    aside or closing or (years[reading.in_turn] if reading.in_turn >= 0 else due),
                    Baseline(skeleton.amounts.get(reading.before.at), reading.before.year)
                    if reading.before
                    else Baseline(None, since)
                    if since and kind == "change"
                    else None,
                    reading.meant,
                ),
            )
        told += readings
        if readings:
            there = None
            # The parts of a sum leave the sum to be gone on with.
            previous[:] = (
                [*previous[:1], *readings]
                if readings[0].rule.startswith("part_of_") or of_which(text, clause.start)
                else readings
            )
        elif there := there_already(text, painted, clause, before):
            previous[:] = [there]
        elif measures := measures_ahead(text, painted, begin, stop):
            previous[:] = measures  # 高于三级医院平均水平，达到165人
        before = (begin, stop)
    yield from found


def _closing(painted: Painted, times: Sequence[Time], begin: int, stop: int) -> Time | None:
    """The time of a clause that says no more than by when what stands before is done."""
    if not _CLOSES.fullmatch(painted, begin, stop):
        return None
    at = bisect_left(times, begin, key=lambda time: time.start)
    return times[at] if times[at].last is not None and times[at].kind != "recurring" else None


def _aside(painted: Painted, times: Sequence[Time], reading: Reading) -> Time | None:
    """The time that stands alone in brackets behind a number, and is of that alone: 建成园区3个（2027年6月底前）."""
    if painted[reading.end - 1 : reading.end] != "）":
        return None
    at = bisect_left(times, painted.rfind("（", reading.start, reading.end), key=lambda time: time.start)
    alone = at < len(times) and times[at].start < reading.end and painted[times[at].start] == DEADLINE
    return times[at] if alone and times[at].last is not None and times[at].kind != "recurring" else None


def _payees(text: str, painted: Painted, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that say, with numbers, whom a payment behind them is for."""
    for paid in _PAID.finditer(painted, start, end):
        floor = max(start, paid.start() - _FARTHEST, painted.rfind("；", start, paid.start()) + 1)
        floor = max((mark.end() for mark in _SINGLES_OUT.finditer(painted, floor, paid.start())), default=floor)
        named = max(floor, painted.rfind("，", floor, paid.start()) + 1)
        numbered = any(character.isdecimal() for character in text[named : paid.start()])
        if numbered and painted.find(DEADLINE, floor, paid.start()) < 0:
            yield floor, paid.end()


def _years_said(times: Sequence[Time], end: int) -> list[Time]:
    """The years that have been said one by one before `end`, where each is later than the one before it."""
    years = [time for time in times if time.start < end and time.last is not None and time.precision == "year"]
    ends = [time.last for time in years]
    return years if len(years) > 1 and all(a is not None and b is not None and a < b for a, b in pairwise(ends)) else []


def _years(painted: Painted, times: Sequence[Time], end: int) -> list[Time]:
    """The years, or parts of one, that the last list of them before `end` names: 2025年、2026年和2027年, 2025—2027年, 上半年、下半年."""
    years: list[Time] = []
    behind = bisect_left(times, end, key=lambda time: time.start)
    for time in times[max(0, behind - _MOST_YEARS) : behind]:
        if time.last is None or time.kind == "recurring":
            continue
        if time.kind == "range" and time.first is not None and time.precision == "year":
            last = range(time.first.year, time.last.year + 1)
            years = [time._replace(last=date(year, 12, 31)) for year in last] if len(last) <= _MOST_YEARS else []
        elif years and time.precision == years[-1].precision and painted[years[-1].end : time.start] in _BETWEEN_YEARS:
            years.append(time)
        else:
            years = [time]
    return years if len(years) > 1 else []


def _clauses(painted: Painted, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence."""
    begin = start
    for stop, behind in chain((mark.span() for mark in _CLAUSE_END.finditer(painted, start, end)), ((end, end),)):
        if begin < stop <= begin + _LONGEST_CLAUSE:
            yield begin, stop
        begin = behind


def _comparator(text: str, reading: Reading, amount: Amount | None, bound: Amount | None) -> Comparator:
    """The bound at the number or of its list, 至少 before the verb (至少设置1处), or what ends a length of time (60日内办结)."""
    if reading.rule == RELATIVE:
        return relation_in(reading.outcome or "") or "eq"
    if amount is None:
        return COVERAGE.named(reading.rule).comparator if reading.meant else "eq"
    if bound is not None and (shared := bound_of_all(text, amount, bound, down=leads_down(reading.outcome or ""))):
        return shared
    if _ends_inside(text, amount, amount):
        return "le"
    return bound_said(reading.rule, amount, text[max(0, reading.start - AHEAD) : amount.start])


def leads_down(words_: str) -> bool:
    """Whether the verb that words begin with says that a number is kept down: 分别控制在3.5‰、9/10万以下."""
    return words_.startswith(_DOWN)


def bound_of_all(text: str, amount: Amount, bound: Amount, *, down: bool = False) -> Comparator | None:
    """What the first or the last number of a list says for one that is not bounded itself.

    分别不低于95%、85%, 分别下降到4‰和5‰以下, 分别压减至3个、5个工作日内: the bound before the first or behind the last holds for all. Where
    a verb leads all of them `down`, they need not have one unit: 分别控制在3.5‰、9/10万以下.
    """
    if amount.comparator != "eq":
        return None
    alike = (bound.family, bound.unit) == (amount.family, amount.unit)
    behind = bound.end > bound.number_end and (alike or (down and bound.comparator == "le"))
    if bound.start < bound.number_start or (behind and bound.comparator in ("ge", "le")):
        return bound.comparator
    return "le" if bound.unit == amount.unit and _ends_inside(text, amount, bound) else None


def _ends_inside(text: str, amount: Amount, last: Amount) -> bool:
    """Whether a length of time is one within which something is done, as what stands behind it or the last of its list says."""
    return amount.family == "time" and amount.comparator == "eq" and text.startswith(("内", "之内"), last.end)


def bound_said(rule: str, amount: Amount, before: str) -> Comparator:
    """The bound of a number: its own, or what the words before it say, from some characters ahead of its target on.

    至少设置1处: the bound stands before the verb, and the target begins with either. 不低于总量的10%: what it is a share of comes between.
    """
    if amount.comparator != "eq":
        return amount.comparator
    return bound_in(before) if rule in ("reach_of", "has_capacity") else "ge" if "至少" in before else "eq"
