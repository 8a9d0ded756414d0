"""All of a set reaches an outcome, and no number is printed: 全覆盖, 全部, 所有…均."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from planparse.parsing.targets.patterns import CREATE, MODIFIERS, OUTCOME, PRINCIPAL, STRIVE
from planparse.parsing.targets.readings import Clause, Reading, noun

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
