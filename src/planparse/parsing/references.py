"""The documents that a plan cites in 《》, each mention once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planparse.language.body_names import ISSUER
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.text import Folded

_NUMBER = rf"{HAN}{{1,12}}（(?:19|20)\d\d）第?[ ]?\d{{1,4}}[ ]?号"
DOC_NUMBER = Pattern(
    _NUMBER, reads=("国办发（2023）5号", "甲政（2024）第12号"), leaves=("（2023）5号", "国办发（2023）号", "甲政发2023年5号")
)
_CITED = Pattern(
    rf"《(?P<title>[^《》\n]{{2,150}})》(?:[ ]?（(?:详?见)?(?P<number>{_NUMBER})）)?",
    reads=("《关于推进改革的意见》（国办发（2023）5号）", "《甲市实施方案》"),
    leaves=("关于推进改革的意见", "《》"),
)
_ISSUED = Pattern(
    rf"(?:为?(?:深入|全面|认真)?(?:贯彻)?(?:落实)?|根据|按照|依据)(?P<issuer>(?:{HAN}|、){{2,40}}?(?:{ISSUER}))(?:等[^，、]{{0,6}})?(?:联合)?(?:印发|发布|出台|制定|下发)的?$",
    reads=("根据国务院办公厅印发的", "省发展改革委、省财政厅联合印发的", "为深入贯彻落实国务院发布的"),
    leaves=("根据", "省财政厅", "国务院印发文件以来"),
)
_ISSUER_IN_TITLE = Pattern(
    rf"^(?P<issuer>{HAN}{{2,30}}?(?:{ISSUER}))(?=关于|印发)",
    reads=("国务院办公厅关于推进改革的意见", "甲市人民政府印发实施方案的通知"),
    leaves=("关于推进改革的意见", "甲市财政局年度计划"),
)


class Citation(NamedTuple):
    """A mention of a document: offsets from 《 to 》; `number` and `issuer` are slices of the text or None."""

    start: int
    end: int
    title: tuple[int, int]
    number: tuple[int, int] | None
    issuer: tuple[int, int] | None


def find_citations(folded: Folded) -> Iterator[Citation]:
    """Every 《…》 of the folded text, in order.

    >>> [folded[slice(*c.issuer)] for folded in ["国务院办公厅印发的《关于推进改革的意见》"] for c in find_citations(folded)]
    ['国务院办公厅']
    """
    for match in _CITED.finditer(folded):
        number = match.span("number") if match.group("number") else None
        before = folded[max(0, match.start() - 44) : match.start()]
        issuer = None
        if found := _ISSUED.search(
            before[max(before.rfind("，"), before.rfind("。"), before.rfind("》"), before.rfind("和")) + 1 :]
        ):
            begin = match.start() - found.end() + found.start("issuer")
            issuer = (begin, begin + len(found.group("issuer")))
        elif inside := _ISSUER_IN_TITLE.match(match.group("title")):
            issuer = (match.start() + 1, match.start() + 1 + inside.end("issuer"))
        yield Citation(match.start(), match.start() + len(match.group("title")) + 2, match.span("title"), number, issuer)
