"""Outline marks: 第一章, 一、, （一）, 1., （1）, ①, 一是: what they look like, which number they give, how they are printed in a path.

Patterns read folded text (`planparse.language.folding.fold`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from planparse.language.numerals import HAN, HAN_NUMERAL, read_chinese
from planparse.language.patterns import Pattern, Rule, Rules

_DASH = "—"  # typed for 一: （—）指导思想
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


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
    run together without one. Those that sentences hold as well do not: ①, 第三条. Those that few offices print `need_next`: one alone,
    without a first and a second of its list, opens nothing.
    """

    printed: str = field(kw_only=True)
    numerals: str = ""
    needs_next: bool = False
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
        "formal",
        rf"(?P<n>[{_FORMAL}])[、．.。：](?![{_FORMAL}])",
        {"壹、总体要求": ("壹、", 1), "贰．重点任务": ("贰、", 2)},
        ("壹、贰两章", "叁拾元"),
        opens=f"[{_FORMAL}]",
        printed="{}、",
        numerals=_FORMAL,
        needs_next=True,
        run_in=False,
    ),
    MarkRule(
        "roman",
        rf"(?P<n>[{_ROMAN}])[、．.。](?![{_ROMAN}])",
        {"Ⅰ、总体要求": ("Ⅰ、", 1), "Ⅳ.保障措施": ("Ⅳ、", 4)},
        ("Ⅰ类水质", "Ⅰ、Ⅱ类水质"),
        opens=f"[{_ROMAN}]",
        printed="{}、",
        numerals=_ROMAN,
        needs_next=True,
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
    # 任务一：, 【行动2】, 工程三 : items that are named by what they are; what is numbered inside them stands below, whatever they stand below.
    MarkRule(
        "named",
        rf"（?(?P<word>(?:重点|专项|主要)?(?:任务|行动|工程|举措|措施))之?(?P<n>[{HAN_NUMERAL}]{{1,3}}|\d{{1,2}})(?:）：?|：|、(?![{HAN_NUMERAL}])|(?=[ ]))",
        {
            "任务一：建设平台": ("任务一", 1),
            "【行动2】培育企业": ("行动2", 2),
            "重点工程三 智慧水务": ("重点工程三", 3),
            "措施之一：减免租金": ("措施一", 1),
        },
        ("任务一览表", "行动一年来", "任务一、二由市财政局负责", "任务：建设平台"),
        opens="[（任行工举措重专主]",
        printed="{word}{}",
        needs_next=True,
        run_in=False,
    ),
    MarkRule(
        "ordinal",
        rf"第{_HAN}[、：](?![第{HAN_NUMERAL}])",
        {"第一、建设平台": ("第一、", 1), "第二：培育企业": ("第二、", 2)},
        ("第一批", "第一、二产业", "第一、第二产业"),
        opens="第",
        printed="第{}、",
        needs_next=True,
        behind_blank=False,
        run_in=False,
    ),
    # 第一项、实施…, 第二步：…: a number with its noun, which what is printed in a path keeps.
    MarkRule(
        "counted",
        rf"第{_HAN}(?P<word>[项步类点]|方面|板块)[、：](?!第)",
        {"第一项、建设平台": ("第一项、", 1), "第二步：全面推开": ("第二步、", 2), "第三方面、培育企业": ("第三方面、", 3)},
        ("第一项任务", "第二步走", "第一类、第二类企业", "第三方、监管方"),
        opens="第",
        printed="第{}{word}、",
        needs_next=True,
        behind_blank=False,
        run_in=False,
    ),
    MarkRule(
        "stem",
        rf"(?P<n>[{_STEMS}])[、．.](?![{_STEMS}])",
        {"甲、建设平台": ("甲、", 1), "乙．培育企业": ("乙、", 2)},
        ("甲、乙双方", "甲类企业"),
        opens=f"[{_STEMS}]",
        printed="{}、",
        numerals=_STEMS,
        needs_next=True,
        behind_blank=False,
        run_in=False,
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
    MarkRule(
        "letter",
        rf"（?(?P<n>[{_LETTERS}])(?:）|[.、](?=[ ]?{HAN}))",
        {"（a）建设平台": ("（a）", 1), "b）培育企业": ("（b）", 2), "c.完善服务": ("（c）", 3)},
        ("（ab）", "A.是", "a.docx"),
        opens=f"[（{_LETTERS}]",
        printed="（{}）",
        numerals=_LETTERS,
        needs_next=True,
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
    printed = rule.printed.format(words, **({"word": match["word"]} if "{word}" in rule.printed else {}))
    return Mark(at, end, rule.name, number, printed)


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


def without_lone(marks: Sequence[Mark]) -> list[Mark]:
    """The marks without those of a family that few offices print where no second follows a first, or where one does not go on from them.

    >>> [mark.printed for mark in without_lone([Mark(0, 2, "stem", 1, "甲、"), Mark(9, 11, "stem", 2, "乙、"), Mark(20, 22, "stem", 9, "壬、")])]
    ['甲、', '乙、']
    """
    rare = {rule.name for rule in MARKS if rule.needs_next}
    kept: set[Mark] = set()
    lists: dict[str, list[Mark]] = {}  # the list of each such family that is open
    for mark in marks:
        if mark.family not in rare:
            continue
        before = lists.get(mark.family)
        if mark.number == 1:
            lists[mark.family] = [mark]
        elif before and mark.number == before[-1].number + 1:
            before.append(mark)
            kept.update(before[-2:])
    return [mark for mark in marks if mark in kept or mark.family not in rare]
