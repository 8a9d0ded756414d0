"""A、B和C分别达到1、2、3: as many numbers as nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.language.lexicon import words
from planparse.model import TargetKind
from planparse.parsing.targets.patterns import BOUND, CHANGE, DECREASE, INCREASE, NUMBER_RUN, PRINCIPAL, RATIO, REACH, STRIVE
from planparse.parsing.targets.readings import GROWN, OWNER, Clause, Reading, direction_of, is_measure, noun

_BARE_VERBS = frozenset(words("verbs")["create"])
_TURN = rf"(?:[比较][^{PRINCIPAL}，]{{2,16}}?)?(?P<turn>{REACH}|{CHANGE})?"
_RESPECTIVELY = re.compile(
    rf"(?P<subjects>[^{PRINCIPAL}，]+?)(?P<strive>{STRIVE})?(?:分别|(?P<each>[均都])){_TURN}"
    rf"(?P<list>[{BOUND}{PRINCIPAL}]++(?>(?:[、和及]{{1,2}}[{BOUND}{PRINCIPAL}]++)*)).{{0,2}}$"
)
_LIST_PART = re.compile("、|和|与|以及|及")
_PER_UNIT = re.compile("单位|人均|每|总|平均")
# Words before the first of several nouns that belong to all: 省级以上研究中心、实验室; 每万人口医生和护士数.
_SHARED_HEAD = re.compile(
    r"(?:国家|省|市|县|区)级?(?:、(?:省|市|县|区)级?)*级(?:及?以上)?|[省市县区]级(?:及?以上)?|规模以上|每[十百千万]?[^，、和]{1,4}?人口|每[十百千万]人"
)


def respectively(text: str, painted: str, clause: Clause) -> Iterator[Reading]:
    """A、B和C分别达到1、2、3, or A率、B率均达到1: one reading for each noun."""
    piece = painted[clause.start : clause.end]
    spread = any(word in piece for word in ("分别", "均", "都"))
    match = _RESPECTIVELY.match(piece) if spread else None
    if match is None:
        return
    base = clause.start
    nouns = _nouns(text, painted, base + match.start("subjects"), base + match.end("subjects"))
    numbers = [run.span() for run in NUMBER_RUN.finditer(painted, base + match.start("list"), base + match.end("list"))]
    if match.group("each") and len(numbers) == 1 and all(is_measure(name) for name in nouns):
        numbers *= len(nouns)
    if len(nouns) != len(numbers) or not all(nouns):
        return
    turn = match.group("turn") or ""
    direction = direction_of(turn) if turn in INCREASE or turn in DECREASE else None
    for name, (start, end) in zip(nouns, numbers, strict=True):
        kind: TargetKind | None = "ratio" if painted[end - 1] == RATIO else "change" if direction else None
        outcome = turn if direction else turn + text[start:end]
        strive = bool(match.group("strive"))
        yield Reading(base, clause.end, "respectively", kind, start, name, outcome, direction, strive=strive)


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
    if not head and (owner := OWNER.match(first)) and all(_PER_UNIT.match(noun_) for noun_ in nouns[1:]):
        head = owner.group("owner")
    tail = ""
    if not is_measure(first) and is_measure(last):
        if last.endswith("数"):
            tail = "数"
        elif len(nouns) == 2 and len(first) > 2 and len(last) > 4 and (first[-2:] in _BARE_VERBS or last[:2] in _BARE_VERBS):
            # Two verbs of two characters share what stands before the one and behind the other.
            head, tail = first[:-2], last[2:]
        elif len(last) - len(first) >= 2:
            # 二氧化硫、氮氧化物排放总量: nouns of one length share what stands behind the last.
            tail = last[len(first) :]
    if (verb := GROWN.match(nouns[0])) and not head:
        nouns[0] = nouns[0][verb.end() :]
    return [noun(head + word.removeprefix(head).removesuffix(tail) + tail) for word in nouns]
