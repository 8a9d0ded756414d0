"""What one clause commits to: its pieces are read by the patterns of planparse.parsing.target_patterns.

Four forms need more than a pattern: lists whose members share a verb, A、B和C分别达到1、2、3, places in an order or on a scale, and
all of a set without a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from planparse.language.amounts import Amount
from planparse.language.lexicon import alternation, words
from planparse.model import Direction, Strength, TargetKind
from planparse.parsing.cues import CONDITION, EXISTING, PARAMETER
from planparse.parsing.skeleton import PAINT
from planparse.parsing.target_patterns import (
    ADVERB,
    BOUND,
    CHANGE,
    COUNT,
    CREATE,
    DECREASE,
    INCREASE,
    LAST_NUMBER,
    MODIFIERS,
    OUTCOME,
    PRINCIPAL,
    RATIO,
    REACH,
    READERS,
    STRIVE,
    TargetPattern,
)

_VERBS = words("verbs")
_RANK, _GRADE, _DEADLINE, _HIDDEN = (PAINT[family] for family in ("rank", "grade", "deadline", "hidden"))
GRADE_VERB = re.compile(alternation(_VERBS["grade"]))

_NUMBER = re.compile(f"[{PRINCIPAL}]")
_NUMBER_RUN = re.compile(rf"{BOUND}*+(?P<paint>[{PRINCIPAL}])(?P=paint)*+")
_STRIVE_WORDS = frozenset(_VERBS["strive"])
_ENCOURAGE_WORDS = frozenset(_VERBS["encourage"])
_LEAD = re.compile(
    rf"[ —·]|[{_DEADLINE}]+[前底末内]?|{STRIVE}|(?:{alternation(_ENCOURAGE_WORDS)})(?=[^，]*[{PRINCIPAL}])"
    rf"|全[省市县区国州](?!性)|我[省市县区]|{alternation(_VERBS['connectives'])}|保障(?=.*[率数])|（{_HIDDEN}+）"
    rf"|实现(?=[^，{PRINCIPAL}]+(?:达到?|超过|{BOUND})[{BOUND}{PRINCIPAL}])|在(?=(?:全[省市县区国])?{BOUND}*[{COUNT}])"
)
_GROWN = re.compile("(?:培育|发展|引进|建成|新建|建设|打造|创建|认定|培养|集聚)(?=[^，]{2})(?!用地|规模|水平|区)")
_OFTEN = re.compile("(?:每|逐年|年均).*")
_SCOPE = re.compile("全[省市县区国州]|我[省市县区]")
_TERRITORY = "(?:全国|全省|全市|全县|全区|世界|全球|国内|国际|省内|[东中西]部|沿海|行业|同类[^，。]{0,6})"
_RANKED = re.compile(
    rf"(?P<indicator>[^{PRINCIPAL}，]*?)(?P<strive>{STRIVE})?"
    rf"(?P<outcome>(?P<verb>{alternation(_VERBS['rank'])})?(?P<scope>{_TERRITORY})?(?P<n>{_RANK}++)(?:行列|以内|之列|以上)?)(?=$|[，、或])"
)
_GRADED = re.compile(
    rf"(?P<indicator>[^{PRINCIPAL}，]+?){ADVERB}"
    rf"(?P<outcome>(?:{alternation(_VERBS['grade'])})(?P<tail>[^{_GRADE}，]*?)(?P<n>{_GRADE}++)(?P<rest>[^，]*))$"
)
_BARE_VERBS = frozenset(_VERBS["create"])
_SCALE_NOUN = re.compile("(?:水平|评价|测评|级别|等级|能力|指数|成熟度|评级)$")
_TURN = rf"(?:[比较][^{PRINCIPAL}，]{{2,16}}?)?(?P<turn>{REACH}|{CHANGE})?"
_RESPECTIVELY = re.compile(
    rf"(?P<subjects>[^{PRINCIPAL}，]+?)(?P<strive>{STRIVE})?(?:分别|(?P<each>[均都])){_TURN}"
    rf"(?P<list>[{BOUND}{PRINCIPAL}]++(?:[、和及]{{1,2}}[{BOUND}{PRINCIPAL}]++)*+).{{0,2}}$"
)
_LIST_PART = re.compile("、|和|与|以及|及")
# Words before the first of several nouns that belong to all: 省级以上研究中心、实验室; 每万人口医生和护士数.
_SHARED_HEAD = re.compile(
    r"(?:国家|省|市|县|区)级?(?:、(?:省|市|县|区)级?)*级(?:及?以上)?|[省市县区]级(?:及?以上)?|规模以上|每[十百千万]?[^，、和]{1,4}?人口|每[十百千万]人"
)
# All of a set reaches an outcome, and no number is printed.
_ALL_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<indicator>[^，]*?)(?P<outcome>(?:基本|全部|力争)?实现(?P<what>[^，]*?)全覆盖)$",
        r"(?P<indicator>[^，]+?)(?P<outcome>全覆盖)$",
        rf"(?P<indicator>[^，{PRINCIPAL}]{{2,}}?)(?P<strive>{STRIVE})?全部(?P<outcome>(?:{OUTCOME}|{CREATE}|推广|取消|纳入)[^，]+)$",
        rf"所有的?(?P<indicator>[^，{PRINCIPAL}]{{2,}}?)(?P<strive>{STRIVE})?(?:均|都|全部)[要应须]?(?P<outcome>(?:{OUTCOME}|{CREATE})[^，]+)$",
        rf"(?P<indicator>(?:各|每个|每所|每家)[^，{PRINCIPAL}]{{2,}}?)[均都][要应须]?(?P<strive>{STRIVE})?(?P<outcome>(?:{OUTCOME})[^，]+)$",
    )
)
ALL_WORDS = re.compile("全覆盖|全部|所有|各[^，。；\n]{2,40}?[均都]|每[个所家][^，。；\n]{2,40}?[均都]")
# Nouns that are measures themselves: their number is a level, not a count of things.
_MEASURES = tuple(_VERBS["measures"])
# Words that stand behind a noun and are no part of it.
_TRAILING = (*_VERBS["strive"], *_VERBS["adverbs"], "约", "等", "的", "逐年", "数量")
_PER = re.compile(
    r"每[十百千万亿]{1,2}(?:常住|户籍|名|位|个|辆)?(?:老年|卫生|就业)?(?:人口|人|居民|户|平方公里|元|人员|技术人员)?"
)


class Clause(NamedTuple):
    """A clause without its lead-in: `start` and `end` of what is left, and what the lead-in said."""

    start: int
    end: int
    scope: str | None
    strength: Strength
    frequency: str | None


class Reading(NamedTuple):
    """What a clause commits to; `at` is where the paint of its number begins, -1 where no number is printed."""

    start: int
    end: int
    rule: str
    kind: TargetKind | None
    at: int
    indicator: str
    outcome: str | None
    direction: Direction | None = None
    per: str | None = None
    strive: bool = False
    scope: str | None = None


def without_lead(text: str, painted: str, start: int, end: int) -> Clause:
    """The clause behind its lead-in: time, scope, strength and connectives."""
    scope = frequency = None
    strength: Strength = "firm"
    at = start
    while at < end and (lead := _LEAD.match(painted, at, end)):
        word = text[at : lead.end()]
        if word in _STRIVE_WORDS:
            strength = "strive"
        elif word in _ENCOURAGE_WORDS:
            strength = "encourage"
        elif _SCOPE.fullmatch(word):
            scope = word
        elif painted[at] == _DEADLINE and (often := _OFTEN.search(word)):
            frequency = often.group()
        at = lead.end()
    return Clause(at, end, scope, strength, frequency)


def read_clause(
    text: str, painted: str, clause: Clause, previous: Sequence[Reading], before: tuple[int, int]
) -> list[Reading]:
    """All that a clause commits to, in order.

    `previous` is what the last clause with a reading gave, `before` the clause before this one: they say what this one leaves out.
    """
    start, end = clause.start, clause.end
    if start >= end or CONDITION.match(painted, start, end) or EXISTING.match(painted, start, end):
        return []
    words_ = painted[start:end]
    graded = _GRADED.match(words_) if _GRADE in words_ else None
    if graded is None and PARAMETER.search(text, start, end):
        return []
    numbers = [match.span() for match in _NUMBER_RUN.finditer(painted, start, end)]
    if numbers:
        return [*_respectively(text, painted, clause)] or [*_listed(text, painted, clause, numbers, previous)]
    if every := [*_all_of(text, painted, clause, before)]:
        return every
    return [*(_graded(text, graded, clause, previous) if graded else ()), *_ranked(text, painted, start, end, "")]


def kind_of(reading: Reading, amount: Amount | None) -> TargetKind:
    """The kind of a target whose pattern leaves it open: a level, or a count of things."""
    if reading.kind is not None:
        return reading.kind
    if amount is not None and amount.family in ("percent", "measure", "bare", "time", "multiple", "point"):
        return "level"
    return "level" if _is_measure(reading.indicator) else "count"


def per_of(indicator: str) -> str | None:
    """The denominator with which an indicator begins: 每千人口床位数."""
    match = _PER.match(indicator)
    return match.group() if match else None


def _listed(
    text: str, painted: str, clause: Clause, numbers: Sequence[tuple[int, int]], previous: Sequence[Reading]
) -> Iterator[Reading]:
    """One reading for each piece of a list; members share the verb before the first and the outcome behind the last."""
    pieces = [*_pieces(painted, clause.start, clause.end, numbers)]
    read = [_match(text, painted, start, end) for start, end in pieces]
    shared = next((r for r in read if r and r.kind not in ("ratio", "change", "level")), None)
    closing = next((r for r in read if r and r.rule in ("count_reaches", "share_reaches", "select_and_bring")), None)
    subject = next((r.indicator for r in read if r and r.indicator), "") or next((r.indicator for r in previous), "")
    for (start, end), own in zip(pieces, read, strict=True):
        reading = own
        if own is None and shared is not None and (member := _match(text, painted, start, end, shared=True)):
            giver = closing or shared
            reading = member._replace(
                kind=giver.kind if giver.kind != "share" else None,
                outcome=giver.outcome,
                end=max(giver.end, member.end) if closing else member.end,
                rule=f"{member.rule}_of_{giver.rule}",
            )
        if reading is not None and (reading.indicator or subject):
            yield reading if reading.indicator else reading._replace(indicator=subject)
        yield from _ranked(text, painted, start, end, reading.indicator if reading else "")


def _pieces(painted: str, start: int, end: int, numbers: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The clause cut between its numbers, at the mark or word that parts the members of a list."""
    begin = start
    for (_, number_end), (next_start, _) in pairwise(numbers):
        gap = painted[number_end:next_start]
        cut = gap.find("、") if gap.startswith("、") else gap.rfind("、")
        if cut < 0:
            parts = (gap.rfind(word) for word in ("以及", "和", "及", "或", "与"))
            cut = next((at for at in parts if at == 0 or at >= max(len(gap) - 5, 0)), -1)
        if cut >= 0:
            yield begin, number_end + cut
            begin = number_end + cut + 1
    yield begin, end


def _match(text: str, painted: str, start: int, end: int, *, shared: bool = False) -> Reading | None:
    """What the first pattern that fits makes of a piece."""
    while lead := _LEAD.match(painted, start, end):
        start = lead.end()
    piece = painted[start:end]
    number = _NUMBER.search(piece)
    for pattern, compiled in READERS[number.group(), LAST_NUMBER.search(piece) is not None] if number else ():
        if pattern.shared is shared and (match := compiled.match(piece)):
            return _read(text, pattern, match, start)
    return None


def _read(text: str, pattern: TargetPattern, match: re.Match[str], base: int) -> Reading | None:
    groups = match.groupdict()

    def printed(group: str) -> str:
        return text[base + match.start(group) : base + match.end(group)] if groups.get(group) else ""

    indicator = _noun(printed("indicator"))
    head = printed("head")
    per = printed("per") or None
    first = match.start("indicator")
    if head and head[0] in "每各":
        per, first = head.strip("要应须均都"), 0
    elif pattern.name == "share_reaches" and head and not head.endswith(("和", "及", "、", "与")):
        indicator, first = head + indicator, 0
    elif per:
        first = 0
    outcome = printed("outcome") or None
    if groups.get("reach") is not None:
        outcome = printed("reach") + printed("n")
        if pattern.name == "reach" and groups["n"][-1] == COUNT and (verb := _GROWN.match(indicator)):
            # 培育高新技术企业达到3000家: the verb is no part of what is counted.
            indicator, first = indicator[verb.end() :], 0
    turn = groups.get("dir")
    if not indicator and pattern.name != "change":
        return None
    begin = min(first, *(match.start(group) for group in ("n", "outcome", "verb") if groups.get(group)))
    return Reading(
        base + begin,
        base + match.end(),
        pattern.name,
        pattern.kind,
        base + match.start("n"),
        indicator,
        outcome,
        _direction(turn) if turn else None,
        per,
        bool(groups.get("strive")),
    )


def _direction(verb: str) -> Direction:
    return "decrease" if verb in DECREASE else "increase"


def _noun(words_: str) -> str:
    """The noun without the adverbs that stand behind it."""
    words_ = words_.strip(" 　、")
    while words_.endswith(_TRAILING):
        words_ = words_.removesuffix(next(word for word in _TRAILING if words_.endswith(word)))
    return words_.strip(" 　、")


def _is_measure(noun: str) -> bool:
    """Whether a noun is a measure itself, 病例组合指数（CMI）: what stands in brackets behind it says nothing of that."""
    return (noun[: noun.rfind("（")] if noun.endswith("）") else noun).endswith(_MEASURES)


def _ranked(text: str, painted: str, start: int, end: int, subject: str) -> Iterator[Reading]:
    """前3位, 全国200强: a place in an order, where a verb or a territory says that it is one."""
    if painted.find(_RANK, start, end) < 0:
        return
    for match in _RANKED.finditer(painted, start, end):
        if not match.group("verb") and not match.group("scope"):
            continue
        indicator = subject or _noun(text[match.start("indicator") : match.end("indicator")])
        if not indicator:
            continue
        first = match.start("indicator") if indicator in text[match.start() : match.end()] else match.start("outcome")
        while lead := _LEAD.match(painted, first, match.start("outcome")):
            first = lead.end()
        outcome = text[match.start("outcome") : match.end("outcome")]
        strive = bool(match.group("strive"))
        yield Reading(
            first,
            match.end(),
            "rank",
            "rank",
            match.start("n"),
            indicator,
            outcome,
            strive=strive,
            scope=match.group("scope"),
        )


def _graded(text: str, match: re.Match[str], clause: Clause, previous: Sequence[Reading]) -> Iterator[Reading]:
    """达到4级以上, 创建三级甲等医院: a place on an official scale, in a clause that counts nothing."""
    printed = text[clause.start : clause.end]
    indicator = _noun(printed[slice(*match.span("indicator"))])
    tail = printed[slice(*match.span("tail"))]
    outcome = printed[match.start("outcome") : match.start("tail")] + printed[match.start("n") : match.end("rest")]
    if not indicator or indicator in _BARE_VERBS:
        return
    if tail:
        indicator += tail
    elif previous and previous[0].kind == "grade" and not _SCALE_NOUN.search(indicator):
        indicator += _elided(indicator, previous[-1].indicator)
    strive = bool(match.group("strive"))
    at = clause.start + match.start("n")
    yield Reading(clause.start, clause.end, "grade", "grade", at, indicator, outcome, strive=strive)


def _elided(subject: str, before: str) -> str:
    """The words that a clause leaves out because the one before it said them.

    >>> _elided("二级公立医院", "三级公立医院信息化测评")
    '信息化测评'
    """
    head = subject[-2:]
    at = before.find(head)
    return before[at + 2 :] if len(head) == 2 and at >= 0 else ""


def _respectively(text: str, painted: str, clause: Clause) -> Iterator[Reading]:
    """A、B和C分别达到1、2、3, or A率、B率均达到1: one reading for each noun."""
    piece = painted[clause.start : clause.end]
    spread = any(word in piece for word in ("分别", "均", "都"))
    match = _RESPECTIVELY.match(piece) if spread else None
    if match is None:
        return
    base = clause.start
    nouns = _nouns(text, painted, base + match.start("subjects"), base + match.end("subjects"))
    numbers = [run.span() for run in _NUMBER_RUN.finditer(painted, base + match.start("list"), base + match.end("list"))]
    if match.group("each") and len(numbers) == 1 and all(_is_measure(noun) for noun in nouns):
        numbers *= len(nouns)
    if len(nouns) != len(numbers):
        return
    turn = match.group("turn") or ""
    direction = _direction(turn) if turn in INCREASE or turn in DECREASE else None
    for noun, (start, end) in zip(nouns, numbers, strict=True):
        kind: TargetKind | None = "ratio" if painted[end - 1] == RATIO else "change" if direction else None
        outcome = turn if direction else turn + text[start:end]
        strive = bool(match.group("strive"))
        yield Reading(base, clause.end, "respectively", kind, start, noun, outcome, direction, strive=strive)


def _nouns(text: str, painted: str, start: int, end: int) -> list[str]:
    """The nouns of a list, with the words that the first or the last carries for all of them.

    每万人口全科医生和公共卫生人员数 is 每万人口全科医生数 and 每万人口公共卫生人员数; 油菜种植、收获机械化率 is 油菜种植机械化率 and
    油菜收获机械化率.
    """
    cuts = [match.span() for match in _LIST_PART.finditer(painted, start, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    nouns = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    first, last = nouns[0], nouns[-1]
    head = shared.group() if (shared := _SHARED_HEAD.match(first)) else ""
    tail = ""
    if not _is_measure(first) and _is_measure(last):
        if last.endswith("数"):
            tail = "数"
        elif len(nouns) == 2 and len(first) > 2 and len(last) > 4 and (first[-2:] in _BARE_VERBS or last[:2] in _BARE_VERBS):
            # Two verbs of two characters share what stands before the one and behind the other.
            head, tail = first[:-2], last[2:]
        elif len(last) - len(first) >= 2:
            # 二氧化硫、氮氧化物排放总量: nouns of one length share what stands behind the last.
            tail = last[len(first) :]
    return [_noun(head + noun.removeprefix(head).removesuffix(tail) + tail) for noun in nouns]


def _all_of(text: str, painted: str, clause: Clause, before: tuple[int, int]) -> Iterator[Reading]:
    """全覆盖, 全部, 所有…均: all of a set reaches an outcome, and no number is printed."""
    start, end = clause.start, clause.end
    if ALL_WORDS.search(painted, start, end) is None:
        return
    piece, printed = painted[start:end], text[start:end]
    match = next((match for pattern in _ALL_PATTERNS if (match := pattern.match(piece))), None)
    if match is None:
        return
    groups = match.groupdict()
    indicator = _noun(printed[slice(*match.span("indicator"))])
    outcome = printed[slice(*match.span("outcome"))]
    what = printed[slice(*match.span("what"))] if groups.get("what") else ""
    if what and indicator.startswith("在"):
        # 在现代农业园区率先实现技术应用全覆盖: the place is no part of what covers it.
        indicator, outcome = what, "全覆盖"
    if not indicator:
        # 优化设置X，实现服务全覆盖: the set stands in the clause before.
        indicator = _object(text, painted, *before) + what if len(what) <= 2 else what
        outcome = "全覆盖"
    if indicator:
        yield Reading(start, end, "all", "coverage", -1, indicator, outcome, strive=bool(groups.get("strive")))


@cache
def _verb_and_object() -> re.Pattern[str]:
    """优化设置X: a verb and what it is about; few plans need it, and it takes its time to compile."""
    return re.compile(
        rf"{MODIFIERS}(?:优化|加强|完善|健全|推动|推进|深化|加快)?(?:{CREATE}|优化|完善|健全|加强)"
        rf"(?P<object>[^，{PRINCIPAL}]{{2,40}})(?=，|$)"
    )


def _object(text: str, painted: str, start: int, end: int) -> str:
    """What a clause is about, for a clause behind it that leaves its own subject out."""
    match = _verb_and_object().match(painted, start, end)
    return text[match.start("object") : match.end("object")] if match else ""
