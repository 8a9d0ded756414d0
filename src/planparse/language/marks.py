"""Outline marks: 第一章, 一、, （一）, 1., （1）, ①, 一是: what they look like, which number they give, how they are printed in a path.

Patterns read folded text (`planparse.language.folding.fold`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from planparse.language.numerals import HAN, HAN_NUMERAL, read_chinese
from planparse.language.patterns import Pattern, Rule, Rules

_DASH = "—"  # typed for 一: （—）指导思想
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Mark(NamedTuple):
    """A printed outline mark: `start` to `end` in the text, blanks behind it included."""

    start: int
    end: int
    family: str
    number: int
    printed: str


@dataclass(frozen=True, slots=True)
class MarkRule(Rule):
    """A family of marks; the group `n` of its regex is the number, and `matches` gives how a path prints the mark, and its number.

    `numerals` holds the characters that count 1, 2, 3 …, where they are neither digits nor Chinese numerals. A mark opens a paragraph
    at the beginning of a line; `behind_blank` tells whether it does behind a blank as well, and `run_in` in texts whose paragraphs were
    run together without one. Those that sentences hold as well do not: ①, 第三条.
    """

    printed: str = field(kw_only=True)
    numerals: str = ""
    behind_blank: bool = True
    run_in: bool = True


_HAN = rf"(?P<n>[{HAN_NUMERAL}]{{1,5}})"
_HAN_OPENS = f"[{HAN_NUMERAL}]"
# From the outermost family to the innermost, as GB/T 9704—2012 (党政机关公文格式) orders 一、 （一） 1. （1） and as rules of law
# order 章, 节, 条 above them. 1.1 and the families behind （1） are common additions.
MARKS = Rules(
    MarkRule(
        "part",
        rf"第{_HAN}[编篇部]分?(?:[：、]|(?=[ 　]))",
        {"第一部分 总体要求": ("第一部分", 1), "第二部分：主要任务": ("第二部分", 2)},
        ("第一部门",),
        opens="第",
        printed="第{}部分",
        run_in=False,
    ),
    MarkRule(
        "chapter", rf"第{_HAN}章", {"第一章 总则": ("第一章", 1)}, ("第一季度",), opens="第", printed="第{}章", run_in=False
    ),
    MarkRule(
        "division", rf"第{_HAN}节", {"第二节 目标": ("第二节", 2)}, ("第二批",), opens="第", printed="第{}节", run_in=False
    ),
    MarkRule(
        "article",
        rf"第[ ]?(?P<n>[{HAN_NUMERAL}]{{1,5}}|\d{{1,3}}|\d(?:[ ]\d){{1,2}})[ ]?条(?!例|线|款)",
        {"第十条 本办法": ("第十条", 10), "第 1 0 条 鼓励企业": ("第10条", 10)},
        ("第一条线路",),
        opens="第",
        printed="第{}条",
        run_in=False,
    ),
    MarkRule(
        "han",
        rf"{_HAN}[、．.](?![、])",
        {"一、总体要求": ("一、", 1), "十二、保障": ("十二、", 12)},
        ("一体化",),
        opens=_HAN_OPENS,
        printed="{}、",
    ),
    MarkRule(
        "han_bracketed",
        rf"（(?P<n>[{HAN_NUMERAL}]{{1,5}}|{_DASH})）、?",
        {"（一）指导思想": ("（一）", 1), "（十一）目标": ("（十一）", 11), "（—）大赛组别": ("（一）", 1)},
        ("（一带一路）", "（——）"),
        opens="（",
        printed="（{}）",
    ),
    MarkRule(
        "decimal",
        r"(?P<n>\d{1,2}(?:\.[1-9]\d?){1,3})[.、 ]?(?=[^ \d%‰.年月日时个万亿人名家倍吨元张位项亩米千百分小次级岁—])(?!版[^权图面]|G(?![A-Za-z]))",
        {"1.1 目标": ("1.1", 1), "2.3.1建设": ("2.3.1", 1), "1.2 版权保护": ("1.2", 2)},
        ("1.5万人", "3.5%", "1.5 万人", "2.0 政策", "2.1版政策", "2.5 G 基站"),
        opens="[0-9]",
        printed="{}",
        behind_blank=False,
        run_in=False,
    ),
    MarkRule(
        "arabic",
        r"(?P<n>\d{1,3})[ ]?(?:\.(?!\d)|\.(?=20\d\d[ ]?年)|、)",
        {"1.调整": ("1.", 1), "12、建设": ("12.", 12), "2.2023年底前建成": ("2.", 2)},
        ("2025年", "1.5亿"),
        opens="[0-9]",
        printed="{}.",
    ),
    MarkRule(
        "arabic_bracketed",
        r"（(?P<n>\d{1,3})）、?",
        {"（1）建设": ("（1）", 1)},
        ("（2025）",),
        opens="（",
        printed="（{}）",
        behind_blank=False,
    ),
    MarkRule(
        "arabic_closed",
        r"(?P<n>\d{1,3})）、?",
        {"1）建设": ("1）", 1)},
        ("30人）",),
        opens="[0-9]",
        printed="{}）",
        behind_blank=False,
        run_in=False,
    ),
    MarkRule(
        "circled",
        rf"(?P<n>[{_CIRCLED}])",
        {"①建设": ("①", 1), "⑫保障": ("⑫", 12)},
        ("1建设",),
        opens=f"[{_CIRCLED}]",
        printed="{}",
        numerals=_CIRCLED,
        behind_blank=False,
        run_in=False,
    ),
)


def read_mark(text: str, at: int) -> Mark | None:
    """The outline mark that stands at this offset, or None.

    >>> read_mark("（十一）目标", 0)
    Mark(start=0, end=4, family='han_bracketed', number=11, printed='（十一）')
    """
    found = MARKS.at(text, at)
    if found is None:
        return None
    rule, match = found
    words, end = match.group("n").replace(" ", ""), match.end()
    words = "一" if words == _DASH else words
    last = words.rpartition(".")[2]
    if rule.numerals:
        number: int | None = rule.numerals.index(words) + 1
    else:
        number = int(last) if last.isascii() else read_chinese(last)
    if number is None:
        return None
    while text.startswith(" ", end):
        end += 1
    return Mark(at, end, rule.name, number, rule.printed.format(words))


# 1坚持创新引领, 1 坚持创新引领: a number whose point is lost, and not one that counts something.
_BARE = Pattern(
    rf"(?P<n>[1-9]\d?)[ ]{{0,2}}(?={HAN})(?!年|月|日|号|个(?![体人])|家(?![庭政])|所(?!有)|名(?![优牌])|人(?![才口民工])|位|张|项(?!目)|件|次|元|万|亿|千|百"
    r"|吨|亩|米|级|天(?!然)|周(?![边密期])|岁|倍|条(?![件例])|款|种(?![植养])|批(?![准发])|公[里斤顷]|处(?![理置])|座(?!谈)|台|套|户(?!籍)|期|届|轮|支(?!持)|小时|分钟|至|到)",
    reads=("1坚持创新引领", "2项目建设", "12 支持企业"),
    leaves=("1.坚持", "3个月内", "3 个月内", "2项任务", "5G基站", "2025年"),
    by="match",
)


def read_bare_mark(text: str, at: int) -> Mark | None:
    """A mark that has lost its point; whether it is one, the numbers around it must tell."""
    found = _BARE.match(text, at)
    if found is None:
        return None
    number = int(found.group("n"))
    return Mark(at, found.end(), "arabic", number, MARKS.named("arabic").printed.format(number))


class Numbers:
    """The numbers of the marks so far: a list begins anew behind an outer mark, or runs on through the sections."""

    def __init__(self) -> None:
        self._here: dict[str, int] = {}
        self._ever: dict[str, int] = {}

    def copy(self) -> Numbers:
        """The same numbers, to go on from and perhaps to forget."""
        new = Numbers()
        new._here.update(self._here)
        new._ever.update(self._ever)
        return new

    def any(self) -> bool:
        """Whether there was a mark at all."""
        return bool(self._ever)

    def note(self, mark: Mark) -> None:
        """Go on behind a mark."""
        rank = MARKS.rank(mark.family)
        self._here = {family: number for family, number in self._here.items() if MARKS.rank(family) <= rank}
        self._here[mark.family] = self._ever[mark.family] = mark.number

    def last(self, mark: Mark) -> int:
        """The number of the last mark of this family under the same outer mark, 0 where there is none."""
        return self._here.get(mark.family, 0)

    def expect(self, mark: Mark) -> bool:
        """Whether the number goes on with those before it."""
        return mark.number in (self.last(mark) + 1, self._ever.get(mark.family, 0) + 1)
