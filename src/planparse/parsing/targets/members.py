"""A clause as a list: its members share the verb before the first of them, and the outcome behind the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planparse.language.patterns import Pattern
from planparse.parsing.targets.elision import EXISTS, VERBS_ALONE, same_unit, whole_place
from planparse.parsing.targets.grammar import (
    BOUND,
    COUNT,
    DEADLINE,
    MEASURE,
    NUMBER_RUN,
    PRINCIPAL,
    TIME_RUN,
    VERB,
    VERB_AHEAD,
)
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.pieces import CARRY_OUT, OF_LEVELS, pieces_of, read_piece
from planparse.parsing.targets.readings import RANK, Clause, Reading, is_measure, noun, per_of, reads_part
from planparse.parsing.targets.scales import ranked
from planparse.parsing.targets.stating import TARGETS
from planparse.text import Painted

# 每万名居民拥有: of what a denominator of its own counts.
_OWNED = Pattern(
    ".{0,8}每[十百千万]{1,2}.{1,9}?(?:拥有|配备|配有)(?=.{2})",
    reads=("城乡每万名居民拥有合格的全科医生",),
    leaves=("合格的全科医生",),
    by="match",
)
# A thing and how many of it, and nothing that could be a verb of its own.
_MEMBER = Pattern(
    f"[^{PRINCIPAL}{BOUND}，的]{{2,16}}?[{COUNT}]+(?:左右)?",
    reads=("产业集群1个", "示范园区5家左右"),
    leaves=("建设的中心1个", "占比达到90%"),
    by="fullmatch",
    painted=True,
)
_SIZED = Pattern(
    rf"(?P<verb>{VERB})(?:(?P<of>[^、等，{PRINCIPAL}{BOUND}]{{2,16}})|[^，{PRINCIPAL}{BOUND}]{{2,60}}?(?<![和与及、]))??(?P<n>{BOUND}*[{COUNT}]+)"
    rf"(?P<thing>[^{PRINCIPAL}{BOUND}，的（][^{PRINCIPAL}{BOUND}，]*?)(?:共计?|合计|总计|总(?:里程|长度?|面积|投资|规模|装机|库容|建筑面积)|(?<=[^，]{{2}})(?:里程|长度|建筑面积))?"
    rf"(?P<size>{BOUND}*[{MEASURE}]+|(?<=项目|工程|小区)[{COUNT}]+)(?:左右)?$",
    reads=(
        "续建甲至乙等5个公路项目631公里",
        "新建5座水库3000万立方米",
        "续建2个公路项目共计118公里",
        "新开工安置房12个项目3600套",
    ),
    leaves=("续建5个公路项目", "续建公路631公里", "举办3期学员120人"),
    by="match",
    painted=True,
)
_BARE_WORKS = frozenset(("项目", "工程"))
_VALUED = Pattern(
    rf"(?P<noun>[^{PRINCIPAL}{BOUND}，：]{{0,40}}?)(?P<n>{BOUND}*+[{PRINCIPAL}]++)(?:左右)?$",
    reads=("国际航线8条", "网络零售额年均增速10%以上", "≥180亿元"),
    leaves=("国际航线", "8条国际航线"),
    by="match",
    painted=True,
)
# Of what size those are that are counted, and the rule of members that say no more than that.
_SIZE = Pattern(
    r"(?:(?:超过?|突破|达到?|不低于|不少于)(?:\d[\d.]*)?[十百千万亿]*|\d[\d.]*[十百千万亿]*)(?:元|亩|吨|人|平方米|千瓦)(?:及?以上)?",
    reads=("产值超50亿元的企业", "年营业收入超亿元的企业", "1万平方米以上的商场"),
    leaves=("银发经济企业", "50家企业"),
)
_OF_SIZE = "member_sized"
# What these bring about stands behind the last of a list, and is what becomes of all.
_CLOSING = ("serves", "count_reaches", "share_reaches", "select_and_bring", "things_reach")
_FOR_EACH = "for_each"
# 网上审批100%、电子证书100%: what is done says of the things beside it that all of them are.
_FULLY_DONE = "fully_done"
# 2026年40家: what stands in the list before, in another year.
_IN_TURN = Pattern(
    rf"(?=[^，]*{DEADLINE})(?:[到至]?[{DEADLINE}]+[前底末]?的?)?(?P<n>{BOUND}*+(?P<paint>[{PRINCIPAL}])(?P=paint)*+)(?:左右)?(?:（[{DEADLINE}]+）)?",
    reads=("到2026年40家", "2027年底50个以上", "2028年的90%"),
    leaves=("2026年企业40家", "40家"),
    by="fullmatch",
    painted=True,
)
_DONE_SHARES = ("share_of", "share_done")
_DONE_TOO = Pattern(
    "(?:免费|网上|在线|全程|按期|实名|集中|规范|动态|密闭|安全|有效|无害化|资源化){0,2}(?:开放|办理|达标(?:排放|运行)?|上岗|联网|入库|公开|整改|覆盖|上线|接入|投保|参保|落实|运行|管理|处置|处理|收集|收运|利用|检测|备案|建档|回访|反馈|办结|持证|公示|归集|共享)(?:到位)?",
    reads=("免费开放", "处理", "达标排放"),
    leaves=("公共文化设施", "管理人员", "处理厂"),
    by="fullmatch",
)


def members_of(
    text: str,
    painted: Painted,
    pieces: Sequence[tuple[int, int]],
    previous: Sequence[Reading],
    begun: Reading | None = None,
    *,
    promised: bool = False,
) -> Iterator[Reading]:
    """One reading for each piece of a list; members share the verb before the first and the outcome behind the last."""
    read = [read_piece(text, painted, start, end, promised=promised) for start, end in pieces]
    shared = begun or next(
        (r for r in read if r and (r.kind not in ("ratio", "change", "level") or r.rule in (_FOR_EACH, _FULLY_DONE))), None
    )
    each = shared if shared and _of_each(painted, shared) else None
    closing = next((r for r in read if r and r.rule in _CLOSING), None)
    if shared is not None and shared.rule == "done_behind" and read[0] is None:
        return  # 其中人工造林20万亩、退化林修复50万亩: parts of a sum
    if (
        len(read) == 1
        and shared
        and shared.rule == "done_behind"
        and previous
        and _is_part_of_works(text, painted, shared, previous[-1])
    ):
        return  # 其中人工造林3万亩，退化林修复3万亩
    placed = subject = next((r.indicator for r in read if r and r.indicator), "")
    if previous and (not subject or (read[0] and read[0].per and not read[0].indicator)):
        # 培育社会组织2000个，平均每个城市社区不少于10个、农村社区不少于5个
        at = next((r.at for r in read if r), -1)
        subject = next((r.indicator for r in previous if same_unit(text, painted, at, r.at)), previous[0].indicator)
    last: Reading | None = None
    for (start, end), own in zip(pieces, read, strict=True):
        if last and not own and (again := _in_turn(text, painted, start, end, last)):
            yield again
            continue
        reading = own
        if shared and _gives_way(painted, (start, end), own, shared):
            reading = _as_member(text, painted, (start, end), closing or shared, closes=closing is not None) or own
        if reading:
            known = last or (previous[-1] if previous and begun else None)
            reading = _of_rank(text, painted, reading, known, pieces[-1] if (start, end) != pieces[-1] else None)
            if (of_each := per_of(subject)) and reading.kind in ("level", None):
                reading = _per_each(reading, of_each, subject)
        if reading and (reading.indicator or subject):
            if each and reading.at > each.at and reading.kind in (None, "count"):
                reading = reading._replace(per=reading.per or each.per)
            whose = _OWNED.sub("", subject) if reading.per else subject
            last = reading if reading.indicator else reading._replace(indicator=whose)
            yield last
        for place in ranked(text, painted, start, end, reading.indicator if reading else "", placed):
            # 3项指标进入全省前三, 2所高校进入全国百强: the place that what is counted comes to; 进入全国200强 is one that all of them take.
            counted = reading is not None and reading.kind in ("count", "share") and place.end <= reading.end
            if not counted or text[place.at].isdecimal():
                yield place


def _in_turn(text: str, painted: Painted, start: int, end: int, last: Reading) -> Reading | None:
    """2025年培育企业30家、2026年40家: the same in another year."""
    turn = _IN_TURN.fullmatch(painted, start, end)
    if turn is None or not same_unit(text, painted, turn.start("n"), last.at):
        return None
    outcome = None if last.rule in OF_LEVELS else last.outcome
    rule = f"member_in_turn_of_{_of_whom(last.rule)}"
    return last._replace(start=start, end=end, at=turn.start("n"), outcome=outcome, rule=rule)


def _gives_way(painted: Painted, piece: tuple[int, int], own: Reading | None, shared: Reading) -> bool:
    """Whether a piece is read as a member of the list, and not by itself."""
    if own is None:
        return True
    # 完成3家钢铁企业、5台燃煤机组超低排放改造: what is completed of the last is its works.
    works = own.rule == "push" and own.at == behind_lead(painted, *piece)
    works = works or (own.rule == "done_behind" and _is_carried(shared))
    return own is not shared and (works or TARGETS.named(own.rule).closed or _bounded_alike(painted, own, shared))


def _as_member(text: str, painted: Painted, piece: tuple[int, int], giver: Reading, *, closes: bool) -> Reading | None:
    """A piece with what the reading that gives it has for all: the first of the list, or one that `closes` it."""
    member = read_piece(text, painted, *piece, shared=True)
    if member is None:
        return None
    if member.rule == _OF_SIZE:
        # 产值超50亿元的企业5家、超10亿元的10家: the same things of another size.
        size = text[behind_lead(painted, *piece) : member.at].removesuffix("的")
        member = member._replace(indicator=_SIZE.sub(lambda _: size, giver.indicator, count=1))
    if giver.rule == _FOR_EACH and (owned := _OWNED.match(giver.indicator)):
        # 每千人口拥有执业医师3.8人、注册护士4.5人
        member = member._replace(indicator=owned.group() + member.indicator)
    if same_unit(text, painted, member.at, giver.at) and whole_place(member.indicator):
        member = member._replace(indicator=giver.indicator, scope=member.indicator)
    if VERBS_ALONE.fullmatch(member.indicator) and same_unit(text, painted, member.at, giver.at):
        # 棚户区改造开工2500套、基本建成4000套: what else is done with the same things.
        member = member._replace(indicator=giver.indicator, outcome=member.indicator)
    if _is_carried(giver) and not member.indicator and member.outcome and not same_unit(text, painted, member.at, giver.at):
        # 完成地质灾害治理28处、避险搬迁460户: other works by themselves, not more of the same.
        member = member._replace(indicator=member.outcome, outcome=None)
    if giver.kind == "share" and giver.rule in _DONE_SHARES and _DONE_TOO.fullmatch(member.indicator):
        # 文化设施100%达标、100%免费开放: what else becomes of the same set.
        return member._replace(
            kind="share", indicator=giver.indicator, outcome=member.indicator, rule=f"{member.rule}_of_{giver.rule}"
        )
    return member._replace(
        kind=member.kind or (giver.kind if giver.kind != "share" else None),
        per=member.per or (giver.per if giver.kind != "level" else None),
        outcome=None if giver.rule in OF_LEVELS else member.outcome or giver.outcome,
        end=max(giver.end, member.end) if closes else member.end,
        rule=f"{member.rule}_of_{_of_whom(giver.rule)}",
    )


def _of_whom(rule: str) -> str:
    """The rule of what a list begins with, from that of one of its members."""
    return rule.rpartition("_of_")[2]


def _of_rank(
    text: str, painted: Painted, reading: Reading, known: Reading | None, closing: tuple[int, int] | None
) -> Reading:
    """A reading that names a rank alone, with what it is of: what the one before is, or what the piece that closes the list says."""
    if not RANK.fullmatch(reading.indicator):
        return reading
    of = RANK.match(known.indicator) if known else None
    if known and of and of.end() < len(known.indicator):
        # 创建国家级农业产业强镇1个、省级2个: the same of another level
        return reading._replace(indicator=reading.indicator + known.indicator[of.end() :])
    if known and not of and same_unit(text, painted, reading.at, known.at):
        return reading._replace(indicator=reading.indicator + known.indicator)  # 创建绿色工厂20家、国家级1家
    if closing is None:
        return reading
    # 打造1个国家级、3个省级示范区: the last member says what all of them are.
    numbers = [*NUMBER_RUN.finditer(painted, *closing)]
    named = noun(text[numbers[-1].end() : closing[1]]) if numbers else ""  # 1个千亿级、百分: what closes it counts nothing
    of = RANK.match(named)
    return reading._replace(indicator=reading.indicator + named[of.end() :]) if of else reading


def _of_each(painted: Painted, reading: Reading) -> bool:
    """Whether a list opens with for each of whom all of it is: 每个县至少引进5个项目、培育2家企业."""
    return reading.per is not None and reading.rule.startswith("build") and painted[reading.start] in "每各"


def _bounded_alike(painted: Painted, reading: Reading, shared: Reading | None) -> bool:
    """Whether a member with a bound of its own is brought about as the first is: 配备消防车不少于2辆、队员不少于10人."""
    if shared is None or reading.rule != "bounded" or not shared.rule.startswith("build"):
        return False
    number = NUMBER_RUN.match(painted, reading.at)
    counts = number is not None and number["paint"] == COUNT and not is_measure(reading.indicator)
    return counts and (_of_each(painted, shared) or (shared.per is None and painted[shared.at] == BOUND))


def _is_part_of_works(text: str, painted: Painted, reading: Reading, before: Reading) -> bool:
    """Whether a reading goes on with the parts of works that are carried out."""
    return reads_part(before.rule) and before.outcome in CARRY_OUT and same_unit(text, painted, reading.at, before.at)


def _is_carried(reading: Reading) -> bool:
    """Whether a list is one of works that are carried out: 完成人工造林5万亩、退化林修复8.5万亩."""
    return reading.outcome in CARRY_OUT and reading.rule == "build_list"


def _per_each(reading: Reading, per: str, first: str) -> Reading:
    """每千人口医师数3.6人、护士数4.2人: the denominator of the first is that of all such numbers."""
    words_ = reading.indicator
    alike = words_.endswith("数") and first.endswith("数") and not per_of(words_)
    return reading._replace(indicator=per + words_) if alike else reading


def with_times(
    text: str, painted: Painted, clause: Clause, numbers: Sequence[tuple[int, int]], previous: Sequence[Reading]
) -> tuple[list[Reading], bool]:
    """A list in which lengths of time stand beside other numbers, and whether each of its members is read.

    实现1分钟响应、90%解决率; 环节压减至2个、材料压减至3份、时间压缩至1个工作日.
    """
    times = [match.span() for match in TIME_RUN.finditer(painted, clause.start, clause.end)]
    pieces = [*pieces_of(painted, clause.start, clause.end, sorted({*numbers, *times}))] if times != numbers else []
    found = [*members_of(text, painted, pieces, previous)] if times and len(pieces) > 1 else []
    return found, len(found) == len(pieces)


def sized(text: str, painted: Painted, clause: Clause) -> Iterator[Reading]:
    """续建甲至乙等5个公路项目631公里: how many, and of what size together.

    Here the thing stands between both, and it takes the verb ahead and the end of the clause to tell that the size is of it. Where
    nothing stands between, 公路10条200公里, the skeleton tells so (`beside`).
    """
    if match := _SIZED.match(painted, clause.start, clause.end):
        named, verb = (text[slice(*match.span(group))] for group in ("thing", "verb"))
        if named in _BARE_WORKS and match.group("of"):
            named = text[slice(*match.span("of"))] + named  # 建设高标准农田12个项目15万亩
        for group in ("n", "size"):
            yield Reading(clause.start, match.end(), "build_sized", None, match.start(group), noun(named), verb)


def valued(text: str, painted: Painted, clause: Clause, before: tuple[int, int]) -> Iterator[Reading]:
    """具体指标如下：国际航线8条；实际到位内资：180亿元: an indicator and its value, without a verb or with a colon between."""
    if match := _VALUED.match(painted, clause.start, clause.end):
        begin, end = match.span("noun")
        if begin == end and painted[before[1] : clause.start] == "：":
            begin, end = behind_lead(painted, *before), before[1]
        if verb := VERB_AHEAD.match(painted, begin, end):
            begin = verb.end()
        named = noun(text[begin:end])
        yield Reading(
            min(begin, clause.start), match.end(), "announced", None, match.start("n"), named, verb and verb.group()
        )


def goes_on(
    text: str, painted: Painted, pieces: Sequence[tuple[int, int]], previous: Sequence[Reading], before: tuple[int, int]
) -> Iterator[Reading]:
    """The members of a list that goes on behind a comma: 培育龙头企业3家，产业集群1个."""
    begun = previous[-1] if previous and previous[-1].at >= before[0] else None
    if begun is None or not _of_whom(begun.rule).startswith("build"):
        return
    if all(_MEMBER.fullmatch(painted, *piece) and not VERB_AHEAD.match(painted, *piece) for piece in pieces):
        yield from members_of(text, painted, pieces, previous, begun)


def stands_beside(
    text: str, painted: Painted, pieces: Sequence[tuple[int, int]], previous: Sequence[Reading], before: tuple[int, int]
) -> Iterator[Reading]:
    """Things and how many of them, beside a clause that commits: 孵化面积超过50万平方米，在孵企业1200家."""
    last = previous[-1] if previous else None
    if (
        last is None
        or last.rule == EXISTS
        or last.at < before[0]
        or not all(_MEMBER.fullmatch(painted, *piece) for piece in pieces)
    ):
        return
    yield from members_of(text, painted, pieces, previous, promised=True)
