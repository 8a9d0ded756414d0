"""The parts of a sum: 新增企业3000家，其中福州800家、厦门600家; 省级以上的达到50家."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.elision import (
    EXISTS,
    FAR_BACK,
    QUARTER,
    QUARTERS,
    REACH_BACK,
    SORT,
    of_which,
    paint_at,
    same_unit,
    unit_at,
    whole_place,
)
from planparse.parsing.targets.grammar import (
    BOUND,
    COUNT,
    DEADLINE,
    MEASURE,
    OUTCOME,
    PERCENT,
    PRINCIPAL,
    REACH,
    REACH_WORDS,
    VERB_AHEAD,
)
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.readings import EARLY_TIME, RANK, Reading, is_measure, moved_by, noun, part_of, reads_part
from planparse.text import Painted

_STOP = PRINCIPAL + BOUND
_VERBS = words("verbs")
_OF_A_SORT = Pattern(
    rf"(?P<sort>[^{_STOP}，；：。]{{2,20}}?的)(?:{REACH}|有|占|为)?(?P<n>{BOUND}*+[{COUNT}{MEASURE}]++)(?:左右)?",
    reads=("省级以上的达到50家", "二十四小时开放的不少于10个"),
    leaves=("省级以上达到50家", "新建的中心10个"),
    by="fullmatch",
    painted=True,
)
_SHARE_OF_A_SORT = Pattern(
    rf"(?P<sort>(?:{OUTCOME})[^{_STOP}，；：。]{{2,20}}?)的(?:{REACH}|有|占|为)?(?P<n>{BOUND}*+{PERCENT}++)(?:左右)?",
    reads=("达到推荐标准的不少于40%", "获评优秀等次的占三成"),
    leaves=("达到推荐标准的30家", "公办园占比60%"),
    by="fullmatch",
    painted=True,
)
_PART = Pattern(
    rf"(?:(?P<noun>[^{_STOP}，。：]{{0,40}}?)(?P<n>{BOUND}*+(?P<a>[{COUNT}{MEASURE}{PERCENT}])(?P=a)*+)(?:左右)?"
    rf"|(?:{alternation(_VERBS['cause'])})?(?P<m>{BOUND}*+(?P<b>[{COUNT}{MEASURE}])(?P=b)*+)(?P<thing>[^{_STOP}，的（][^{_STOP}，]{{1,40}}))$",
    reads=("福州800家", "800家企业", "厦门基站600个左右", "42%", "带动300户增收"),
    leaves=("占比达到90%的企业", "福州"),
    by="match",
    painted=True,
)
# 培训10万人次，其中高技能人才占10%: how much of a sum is of one sort.
_SHARE_OF_SUM = Pattern(
    rf"(?P<what>[^{_STOP}，。：]{{2,24}}?)占比?(?:达到?)?(?P<n>{BOUND}*+(?P<a>{PERCENT})(?P=a)*+)(?:左右)?$",
    reads=("高技能人才占10%", "女性占比30%以上"),
    leaves=("高技能人才占技能人才的10%", "占10%"),
    by="match",
    painted=True,
)
# 其中第一年3万人次: which of the years, and no part of its own.
_NTH = Pattern(
    "第[一二三四五]年|首年|当年|次年|剩余|余下|其余",
    reads=("第一年", "首年", "剩余"),
    leaves=("第一季度", "一年"),
    by="fullmatch",
)
# 城镇污水处理率达到97%，其中县城95%、建制镇75%以上: what a share comes to in the parts of its set.
_PART_AND_SHARE = Pattern(
    rf"(?P<part>[^{_STOP}，。：、的占]{{2,16}}?)(?P<n>{PERCENT}++)(?:左右)?",
    reads=("县城95%", "建制镇75%以上"),
    leaves=("女性占30%", "小微企业不低于90%", "县城达到的95%", "95%的县城"),
    by="fullmatch",
    painted=True,
)
# 培育企业100家，其中20家上市; 改造小区40个，确保30个完工: what becomes of some of the things, which are not named again.
_BECAME = Pattern(
    f"(?:{alternation(_VERBS['state_adverbs'])})*(?:{alternation(_VERBS['state'])}|{alternation(_VERBS['ended'])}|开工|动工|封顶|销售|投运)"
    "|(?:顺利|全面)?(?:投入(?:使用|运营|运行|生产)|(?:通过|完成)(?:竣工|综合|考核|总体|最终|省级|国家)?(?:验收|评估|认证|审核|整改|整治|改造|建设)|实现[^，、]{2,6})",
    reads=("上市", "完工", "通过验收", "投入使用", "成功上市"),
    leaves=("上市企业", "博士", "通过验收的村"),
    by="fullmatch",
)
_QUARTER_AHEAD = Pattern(QUARTERS, reads=("城镇污水处理率", "农村改厕率"), leaves=("污水处理率",), by="match")
_REACHED = tuple(REACH_WORDS)
_BRACKET = Pattern("（[^（）]*）", reads=("（改造）",), leaves=("改造", "（改造）设施"), by="fullmatch")


def parts(
    text: str,
    painted: Painted,
    pieces: Sequence[tuple[int, int]],
    previous: Sequence[Reading],
    told: Sequence[Reading] = (),
) -> Iterator[Reading]:
    """The members of a clause that no pattern reads, where each has the unit of a count before it: the parts of a sum, or more of it.

    Nothing is read where one of the pieces is something else.
    """
    found: list[Reading] = []
    whole: Reading | None = None
    for begin, end in pieces:
        start = behind_lead(painted, begin, end)
        start += len("包括") if text.startswith("包括", start, end) else 0
        share = _SHARE_OF_SUM.match(painted, start, end) if previous and of_which(text, start) else None
        if share and previous[-1].rule == EXISTS and previous[-1].at >= 0 and painted[share.start("n")] != BOUND:
            return  # 专任教师2.4万人，其中研究生学历占6.5%: of what there is
        if share and previous[-1].kind in (None, "count", "level", "share"):
            named, at = noun(text[start : share.end("what")]) + "占比", share.start("n")
            found.append(Reading(start, end, part_of(previous[-1].rule), "level", at, named, None))
            continue
        match = _PART.match(painted, start, end)
        whole = _whole_of(text, painted, start, match, previous, told, whole) if match else None
        part = _part(text, painted, start, match, whole, found[-1:]) if match and whole else None
        if part is None:
            return
        found.append(part)
    yield from found


def _whole_of(
    text: str,
    painted: Painted,
    start: int,
    match: re.Match[str],
    previous: Sequence[Reading],
    told: Sequence[Reading],
    before: Reading | None,
) -> Reading | None:
    """The sum that a part is of: the reading before with its unit, that of the part before, or behind 其中 one that stands farther ahead."""
    at = match.start("n") if match.group("n") else match.start("m")

    def alike(reading: Reading) -> bool:
        return same_unit(text, painted, reading.at, at)

    unit = "" if of_which(text, start) else unit_at(text, painted, at)
    whole = next((r for r in reversed(previous) if r.at < 0 or unit in ("", unit_at(text, painted, r.at))), None)
    if whole is None and before and alike(before):
        whole = before  # 光伏3200万千瓦、风电1500万千瓦: of the same sum
    if whole is None and text.find("其中", max(0, start - FAR_BACK), start) >= 0:
        whole = next((r for r in told if r.kind in (None, "count") and alike(r)), None)
    if whole and whole.at >= 0 and not unit and not alike(whole):
        # 建成乡村36个，占比达到60%。其中，2026年建成10个: the sum stands farther ahead.
        sums = [r for r in told if r.kind in (None, "count", "level") and r.at >= 0 and alike(r)]
        whole = next((r for r in sums if r.kind != "level"), sums[-1] if sums else whole)
    return whole if whole and (whole.kind in (None, "count", "level") or moved_by(whole.outcome)) else None


def _part(
    text: str, painted: Painted, start: int, match: re.Match[str], whole: Reading, before: Sequence[Reading]
) -> Reading | None:
    """The part of a sum that a piece names, behind the part `before` if there is one; None where it is no part."""
    of_number = match.group("n") is not None
    begun, ended = match.span("noun" if of_number else "thing")
    if match.group("a") == PERCENT and not (begun == ended and painted[start - 1] == DEADLINE):
        return None  # a share of its own; 覆盖率：2026年42%，2028年43% says one year by year
    if early := EARLY_TIME.match(painted, begun, ended):
        begun = early.end()
    verb = VERB_AHEAD.match(painted, begun, ended) if of_number else None
    alone = begun == ended and painted[start - 1] == DEADLINE and whole.at < 0
    if whole.rule == EXISTS and not (of_number and (verb or alone)):
        return None  # the parts of what there is; 改造农村公路，2026年300公里 says how much is to be
    done = verb.end() if verb else begun
    if verb and _BRACKET.fullmatch(text, done, ended):
        done = ended  # 新建（改造）120座
    named = noun(text[done:ended])
    places = "" if _NTH.fullmatch(named) else named.removesuffix("各")
    everywhere = whole_place(places)
    if (QUARTER.fullmatch(named) and not named.endswith("级")) or SORT.fullmatch(named):
        named += whole.indicator  # 其中中心城区8000套, 公办800个
    elif RANK.fullmatch(named):
        of = next((part.indicator for part in before if RANK.match(part.indicator)), whole.indicator)
        level = RANK.match(of)
        named += of[level.end() if level else 0 :].removeprefix("各类")  # 其中省级以上10场
    became = not verb and named and places == named and _BECAME.fullmatch(named)
    reached = any(c == "达" or c.isdecimal() for c in whole.outcome or "") or whole.rule == "bounded"
    return Reading(
        start,
        match.end(),
        part_of(whole.rule),
        whole.kind,
        match.start("n") if of_number else match.start("m"),
        whole.indicator if everywhere or became else named,
        text[verb.start() : done] if verb else named if became else None if reached else whole.outcome,
        scope=places or None if everywhere else None,
    )


def of_a_sort(text: str, painted: Painted, start: int, end: int, previous: Sequence[Reading]) -> Iterator[Reading]:
    """其中24小时开放的不少于10个, 省级以上的达到50家: how many of what was counted are of a sort."""
    start = max(text.rfind("其中", max(0, start - REACH_BACK), start) + len("其中"), 0)
    whole = previous[0] if previous and start >= len("其中") and previous[0].kind in (None, "count") else None
    if previous and start >= len("其中") and previous[-1].kind == "share":
        yield from _part_of_share(text, painted, start, end, previous[-1])
        return
    match = _OF_A_SORT.fullmatch(painted, start, end) if whole else None
    if match and whole and same_unit(text, painted, match.start("n"), whole.at):
        named = text[start : match.end("sort")] + whole.indicator
        outcome = None if "达" in (whole.outcome or "") else whole.outcome
        yield Reading(start, end, part_of(whole.rule), whole.kind, match.start("n"), named, outcome)


def shares_of_parts(
    text: str, painted: Painted, pieces: Sequence[tuple[int, int]], previous: Sequence[Reading]
) -> Iterator[Reading]:
    """其中县城95%、建制镇75%以上: the share before in the parts of its set, or what part of a sum each sort is; all pieces or none."""
    start = behind_lead(painted, *pieces[0])
    goes_on = bool(previous) and reads_part(previous[-1].rule) and paint_at(painted, previous[-1].at) == PERCENT
    if not previous or not (of_which(text, start) or goes_on):
        return
    whole = next((reading for reading in reversed(previous) if not reads_part(reading.rule)), None)
    if whole is None or whole.at < 0 or whole.was:
        return
    share = paint_at(painted, whole.at) == PERCENT and is_measure(whole.indicator) and whole.kind != "change"
    of_sum = goes_on and previous[-1].indicator.endswith("占比") and not share
    if not (share or of_sum):
        return
    quarter = _QUARTER_AHEAD.match(whole.indicator)
    found = []
    for piece in pieces:
        match = _PART_AND_SHARE.fullmatch(painted, behind_lead(painted, *piece), piece[1])
        part = noun(text[slice(*match.span("part"))]) if match else ""
        if (
            match is None
            or not part
            or part.endswith(_REACHED)
            or is_measure(part)
            or VERB_AHEAD.match(painted, *match.span("part"))
        ):
            return
        of = whole.indicator[quarter.end() :] if quarter and QUARTER.fullmatch(part) else whole.indicator
        if (sort := of.find(part[-2:])) >= 0:
            of = of[sort + 2 :]  # 规上企业上云率达到70%，其中大型企业100%
        name = part + (of if share else "占比")
        rule = part_of(whole.rule)
        found.append(Reading(match.start(), match.end(), rule, "level", match.start("n"), name, None))
    yield from found


def _part_of_share(text: str, painted: Painted, start: int, end: int, whole: Reading) -> Iterator[Reading]:
    """乡镇卫生院100%达到基本标准，其中达到推荐标准的不少于40%: what some of the same set come to."""
    match = _SHARE_OF_A_SORT.fullmatch(painted, start, end)
    if match:
        outcome = text[slice(*match.span("sort"))]
        yield whole._replace(start=start, end=end, rule=part_of(whole.rule), at=match.start("n"), outcome=outcome)
