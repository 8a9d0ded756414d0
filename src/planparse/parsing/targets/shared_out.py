"""What is shared out, and to whom: 分地区前期突破项目目标任务为：福州市3个，厦门市2个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planparse.language.patterns import Pattern
from planparse.parsing.targets.grammar import BOUND, COUNT, MEASURE, PRINCIPAL, VERB_AHEAD
from planparse.parsing.targets.readings import Reading, noun
from planparse.text import Painted

# 分地区前期突破项目目标任务为：福州市3个，厦门市2个: what is shared out, and to whom.
_ALLOTS = Pattern(
    "(?:分(?:地区|市县?|县区|区县|区域|单位)|各(?:地区?|设区市|市|县区?)(?:年度)?)?(?P<what>(?!目标|年度|主要|工作|重点|具体)[^，；。：]{2,20}?)(?:年度)?(?:目标任务|任务目标|任务数?)(?:分解|分配)?(?:情况)?(?:如下|为)",
    reads=("分地区前期突破项目目标任务为", "各设区市配套矿山任务分解如下"),
    leaves=("主要任务", "目标任务分解为", "目标任务分解表"),
    by="fullmatch",
)
_SHARE_OF = Pattern(
    rf"(?P<place>[^，、；。：的{PRINCIPAL}{BOUND}]{{2,12}}?)(?P<n>{BOUND}*+(?P<paint>[{COUNT}{MEASURE}])(?P=paint)*+)",
    reads=("福州市3个", "高等院校1个", "宁德市39.5亿元"),
    leaves=("福州市的企业3个", "覆盖率达到90%"),
    by="fullmatch",
    painted=True,
)
_ALLOTTED = "allotted"


def allots(text: str, painted: Painted, start: int, end: int) -> Reading | None:
    """What a clause before a colon says is shared out behind it, 分地区前期突破项目目标任务为."""
    match = _ALLOTS.fullmatch(text, start, end) if text.startswith("：", end) else None
    if match is None:
        return None
    begin, behind = match.span("what")
    verb = VERB_AHEAD.match(painted, begin, behind - 1)
    if verb and (text[verb.end()] in "或和及" or verb.group() == "配套"):
        verb = None  # 建成或部分建成项目, 配套矿山
    named = noun(text[verb.end() if verb else begin : behind])
    return Reading(start, end, _ALLOTTED, None, -1, named, verb and verb.group())


def allotted(
    text: str, painted: Painted, pieces: Sequence[tuple[int, int]], previous: Sequence[Reading]
) -> Iterator[Reading]:
    """The share of each: 福州市3个，厦门市2个, behind a clause that says of what."""
    whole = previous[-1] if previous and previous[-1].rule == _ALLOTTED else None
    shares = [_SHARE_OF.fullmatch(painted, *piece) for piece in pieces] if whole else []
    if whole and all(shares):
        for share in filter(None, shares):
            (start, end), place = share.span(), text[slice(*share.span("place"))]
            yield whole._replace(start=start, end=end, at=share.start("n"), scope=place)
