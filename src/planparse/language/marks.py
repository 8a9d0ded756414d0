"""Outline marks: 第一章, 一、, （一）, 1., （1）, ①, 一是: what they look like, which number they give, how they are printed in a path.

Patterns read folded text (`planparse.language.folding.fold`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from planparse.language.numerals import HAN_NUMERAL, read_chinese

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Mark(NamedTuple):
    """A printed outline mark: `start` to `end` in the text, blanks behind it included."""

    start: int
    end: int
    family: str
    number: int
    printed: str


class MarkFamily(NamedTuple):
    """A family of marks; `regex` has the group `n`, the number; `printed` shows how a path prints it."""

    name: str
    regex: str
    printed: str
    matches: tuple[str, ...]
    misses: tuple[str, ...] = ()


_HAN = rf"(?P<n>[{HAN_NUMERAL}]{{1,5}})"
# From the outermost family to the innermost, as GB/T 9704—2012 (党政机关公文格式) orders 一、 （一） 1. （1） and as rules of law
# order 章, 节, 条 above them. 1.1 and the families behind （1） are common additions.
MARK_FAMILIES = (
    MarkFamily("part", rf"第{_HAN}[编篇部]分?(?=[ 　])", "第{}部分", ("第一部分 总体要求",)),
    MarkFamily("chapter", rf"第{_HAN}章", "第{}章", ("第一章 总则",)),
    MarkFamily("division", rf"第{_HAN}节", "第{}节", ("第二节 目标",)),
    MarkFamily("article", rf"第{_HAN}条(?!例|线|款)", "第{}条", ("第十条 本办法",), ("第一条线路",)),
    MarkFamily("han", rf"{_HAN}[、．.](?![、])", "{}、", ("一、总体要求", "十二、保障"), ("一体化",)),
    MarkFamily("han_bracketed", rf"（{_HAN}）、?", "（{}）", ("（一）指导思想", "（十一）目标"), ("（一带一路）",)),
    MarkFamily(
        "decimal",
        r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})[.、 ]?(?=[^\d%‰.年月日时个万亿人名家倍吨元张位项亩米千百分小次级岁—])",
        "{}",
        ("1.1 目标", "2.3.1建设"),
        ("1.5万人", "3.5%"),
    ),
    MarkFamily("arabic", r"(?P<n>\d{1,3})[ ]?(?:\.(?!\d)|、)", "{}.", ("1.调整", "12、建设"), ("2025年", "1.5亿")),
    MarkFamily("arabic_bracketed", r"（(?P<n>\d{1,3})）", "（{}）", ("（1）建设",)),
    MarkFamily("arabic_closed", r"(?P<n>\d{1,3})）", "{}）", ("1）建设",)),
    MarkFamily("circled", rf"(?P<n>[{_CIRCLED}])", "{}", ("①建设",)),
)
RANK = {family.name: rank for rank, family in enumerate(MARK_FAMILIES)}
_PRINTED = {family.name: family.printed for family in MARK_FAMILIES}
_ANY = re.compile(
    "(?:" + "|".join(f"(?P<{f.name}>{f.regex.replace('(?P<n>', f'(?P<{f.name}_n>')})" for f in MARK_FAMILIES) + ")[ ]*"
)
# What a mark can begin with, to tell most lines apart from marked ones at a glance.
_BEGINS = frozenset("第（0123456789" + HAN_NUMERAL + _CIRCLED)


def read_mark(text: str, at: int) -> Mark | None:
    """The outline mark that stands at this offset, or None.

    >>> read_mark("（十一）目标", 0)
    Mark(start=0, end=4, family='han_bracketed', number=11, printed='（十一）')
    """
    match = _ANY.match(text, at) if text[at : at + 1] in _BEGINS else None
    if match is None:
        return None
    family = match.lastgroup or ""
    words = match.group(family + "_n")
    if family == "circled":
        number: int | None = _CIRCLED.index(words) + 1
    elif family == "decimal":
        number = int(words.rpartition(".")[2])
    else:
        number = int(words) if words.isascii() else read_chinese(words)
    if number is None:
        return None
    return Mark(at, match.end(), family, number, _PRINTED[family].format(words))
