"""All of a set reaches an outcome, and no number is printed: 全覆盖, 全部, 所有…均."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from planparse.parsing.targets.patterns import CREATE, MODIFIERS, OUTCOME, PRINCIPAL, STRIVE
from planparse.parsing.targets.readings import Clause, Reading, noun
from planparse.parsing.targets.skeleton import PAINT

_DEADLINE = PAINT["deadline"]

# All of a set reaches an outcome, and no number is printed.
_VERB_WORDS = rf"(?:{OUTCOME}|{CREATE}|推广|取消|纳入|关停|淘汰|拆除|关闭|搬迁|更换|上收|下放|公开|公示|签订|整改|销号|接入|移交|清退|治理)"
_ALL_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<indicator>[^，]*?)(?P<outcome>(?:基本|全部|力争)?实现(?P<what>[^，]*?)全(?:面)?覆盖)$",
        r"(?P<indicator>[^，]+?)(?P<outcome>(?:网上运行|运行)?全覆盖)$",
        rf"建[立成设](?:健全|起)?(?P<outcome>覆盖)(?:全[省市县区国]|全部|所有)(?:的)?(?P<indicator>[^，{PRINCIPAL}的]{{2,30}})的[^，]+$",
        rf"(?:实现|确保|推进|做到)?(?P<outcome>覆盖(?:全[省市县区国])?(?:全部|所有))的?(?P<indicator>[^，{PRINCIPAL}]{{2,30}})$",
        rf"(?P<indicator>[^，{PRINCIPAL}]{{2,}}?)(?P<strive>{STRIVE})?(?:在?{_DEADLINE}+[前底末内]?)?全部(?P<outcome>(?:依法|按期|按时|按规定|统一)?{_VERB_WORDS}[^，]*)$",
        rf"(?:要|须|应)?全部(?P<outcome>完成)(?P<indicator>[^，{PRINCIPAL}]{{3,}})$",
        rf"所有的?(?P<indicator>[^，{PRINCIPAL}]{{2,}}?)(?P<strive>{STRIVE})?(?:均|都|全部|一律|必须)[要应须]?(?P<outcome>{_VERB_WORDS}[^，]+)$",
        (
            rf"(?:实现|确保|推动|推进)?(?P<indicator>(?:各|每个|每所|每家)[^，{PRINCIPAL}]{{2,}}?)[均都][要应须能]?(?P<strive>{STRIVE})?"
            rf"(?P<outcome>(?:{OUTCOME}|有|建有|设有|配有)[^，]+)$"
        ),
    )
)
ALL_WORDS = re.compile("全覆盖|全面覆盖|全部|所有|各[^，。；\n]{2,40}?[均都]|每[个所家][^，。；\n]{2,40}?[均都]")


def all_of(text: str, painted: str, clause: Clause, before: tuple[int, int]) -> Iterator[Reading]:
    """全覆盖, 全部, 所有…均: all of a set reaches an outcome, and no number is printed."""
    start, end = clause.start, clause.end
    if ALL_WORDS.search(painted, start, end) is None:
        return
    piece, printed = painted[start:end], text[start:end]
    match = next((match for pattern in _ALL_PATTERNS if (match := pattern.match(piece))), None)
    if match is None:
        return
    groups = match.groupdict()
    indicator = noun(printed[slice(*match.span("indicator"))])
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
