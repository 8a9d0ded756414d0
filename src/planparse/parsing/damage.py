"""What scanners, converters and copying do to numbers and words: entities, digits read as letters, points and blanks gone astray.

Each entry mends one kind of damage and says by which characters a text can hold it at all, so that a sound text costs a look at each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.text import SourceText

_UNIT = "[个家户人名座台辆件项套条次所处万亿千百元吨亩公平立米度%％‰]"


_ZEROS = dict.fromkeys(map(ord, "OoＯ○"), "0")
_PARTED = dict.fromkeys(map(ord, ",， "))


class _Damage(NamedTuple):
    """A kind of damage: its regex, what stands for it, and words of which a text that holds it has one.

    The regexes begin with the character that they are looked for by, and what must stand before it is looked at last: re finds a
    character much faster than a place.
    """

    found: Pattern
    mended: Callable[[re.Match[str]], str]
    signs: tuple[str, ...]


def _nothing(_: re.Match[str]) -> str:
    return ""


def _whole(match: re.Match[str]) -> str:
    """All of it without blanks."""
    return match.group().replace(" ", "").replace("\xa0", "")


def _point(_: re.Match[str]) -> str:
    return "."


def _in_mid_sentence(match: re.Match[str]) -> str:
    """Nothing, where a sentence stands before that has begun and not ended."""
    before = match.string[max(0, match.start() - _REACH_BACK) : match.start()]
    return "" if _BEGUN.search(before) else match.group()


_SIGNS = {
    "\\geqslant": "≥",
    "\\geq": "≥",
    "\\ge": "≥",
    "\\leqslant": "≤",
    "\\leq": "≤",
    "\\le": "≤",
    "\\sim": "—",
    "\\times": "×",
    "\\%": "%",
    "\\~": " ",
    "^{2}": "²",
    "^2": "²",
    "^{3}": "³",
    "^3": "³",
}
_FORMULA_SIGN = Pattern(
    r"\\(?:geqslant|leqslant|geq|leq|ge|le|sim|times|%|~)(?![a-z])|\^\{[23]\}|\^[23]",
    reads=(r"\geq 80", r"90\%", "km^{2}"),
    leaves=(r"\geometry", "90%"),
)
# What only sets type: \mathrm{km}, \mathbf{3.5}, ~, \, and the blanks between signs.
_TYPESETTING = Pattern(
    r"\\(?:math[a-z]{2,4}|text(?:rm|bf)?|operatorname)(?![a-z])|\\[,;! ]|[{}~^]|\s+",
    reads=(r"\mathrm{km}", "5 %"),
    leaves=("90%",),
)


def _printed(match: re.Match[str]) -> str:
    """What a formula prints; all of it as it stands where that is not told by its signs alone."""
    said = _FORMULA_SIGN.sub(lambda sign: _SIGNS[sign.group()], match.group().strip("$"))
    plain = _TYPESETTING.sub("", said)
    return match.group() if "\\" in plain else plain


_REACH_BACK = 26
_BEGUN = Pattern(rf"[，、][^\n，。；：]+{HAN}$", reads=("新建水厂3座，管网漏损",), leaves=("总体要求", "新建水厂。管网"))
_DAMAGES = (
    _Damage(
        Pattern(
            r"\$(?=[^$\n]{0,80}?[0-9])[^$\n\u3000-\u9fff]{1,80}\$",
            reads=(r"达到$12.5\%$", r"$\geq 80\%$", r"增长 $5 \%-8 \%$"),
            leaves=("投资$500万，收入$300万", "$x$"),
        ),
        _printed,
        ("$",),
    ),
    _Damage(Pattern(r"(?<=\d)[ ]?\\+%", reads=(r"90\%", r"90 \%"), leaves=("90%",)), lambda _: "%", ("\\%",)),
    _Damage(
        Pattern(
            r"&(?:nbsp|ensp|emsp|ldquo|rdquo|quot|amp|lt|gt|le|ge|mdash|middot|hellip|permil|#\d{2,5}|#x[0-9a-fA-F]{2,4});",
            reads=("3座&nbsp;", "责任单位&#65306;"),
            leaves=("A&B", "R&D;"),
        ),
        lambda match: unescape(match.group()).replace("\xa0", " "),
        ("&",),
    ),
    _Damage(
        Pattern(r"[·•。](?=\d{1,2}[ ]?[%％‰])(?<=\d.)", reads=("8·5%", "99。5%"), leaves=("达到90%。5家", "8.5%", "第3。")),
        _point,
        ("%", "％", "‰"),
    ),
    _Damage(
        Pattern(
            r"\.[ ]{0,2}(?=\d+[ ]?[%％])(?<=\d.[ ])|[ ]{1,2}\.[ ]{0,2}(?=\d+[ ]?[%％])",
            reads=("8 . 5 %", "8. 5%"),
            leaves=("1. 5家", "8.5%"),
        ),
        _point,
        (" .", ". "),
    ),
    _Damage(
        Pattern(
            r"2[0OoＯ○][0-9OoＯ○]{2}(?=年)(?<![0-9]{4})(?<![A-Za-z0-9]....)",
            reads=("2O27年", "20O8年"),
            leaves=("2027年", "二○二七年"),
        ),
        lambda match: match.group().translate(_ZEROS),
        ("O", "o", "Ｏ", "○"),
    ),
    _Damage(
        Pattern(
            rf"[,，][ ](?=\d{{3}}[ ]?{_UNIT})(?<=\d..)|，(?=000[ ]?{_UNIT})(?<=\d.)",
            reads=("1, 200公里", "12，000户"),
            leaves=("1,200公里", "培育10，200家"),
        ),
        _nothing,
        (", ", "， ", "，000"),
    ),
    _Damage(
        Pattern(rf"[ ](?=\d{{3}}{_UNIT})(?<=\d.)(?<!\d{{4}}.)", reads=("3 500人",), leaves=("2025年 300人", "2025 300人")),
        _nothing,
        (" ",),
    ),
    _Damage(
        Pattern(
            r"(?m)^[ \u3000]*[（(](?:[ ][一二三四五六七八九十\d]{1,3}[ ]?|[一二三四五六七八九十\d]{1,3}[ ])[）)]",
            reads=("( 二 )", "（一 ）"),
            leaves=("（二）", "二、"),
        ),
        _whole,
        ("( ", "（ ", " )", " ）"),
    ),
    _Damage(
        Pattern(
            rf"[ ](?=[，。；：、:)）])(?<={HAN}.)|[ ](?={HAN})(?:(?<=[（(].)|(?<=[位门人限][：:].))",
            reads=("水厂 。", "单位： 市水务局"),
            leaves=("水厂。", "完成。 二、任务"),
        ),
        _nothing,
        (" ",),
    ),
    _Damage(
        Pattern(
            rf"\n[ \t]*\d{{1,3}}[ \t]*\n(?=(?!{_UNIT}){HAN}[^\n]{{0,60}}[，。；])",
            reads=("管网漏损\n3\n率控制在8%以内。",),
            leaves=("培育\n30\n家企业，", "第3\n率先发展，"),
        ),
        _in_mid_sentence,
        ("\n",),
    ),
    _Damage(Pattern("[%％][%％]", reads=("100%％",), leaves=("100%",)), lambda _: "%", ("%％", "％%", "%%", "％％")),
)
_APART = Pattern(
    rf"[ ]{HAN}{{1,4}}[ ]{HAN}{{1,4}}[ \d]", reads=("公共供水 管网 漏损率 控制",), leaves=("总体 要求", "2025 年")
)
# Words set apart as a dictionary cuts them, in a sentence: 更新 老旧 管网 120 公里。
_WORDS_APART = Pattern(
    rf"(?:(?<![^\x00-\xff])|(?<=[，。；：、（]))(?:{HAN}{{1,4}}[ ]){{3,}}(?={HAN}|\d)(?=[^\n]*[。，；])",
    reads=("公共供水 管网 漏损率 控制 在 8.5%以内。", "统筹 推进 各项 重点工作，"),
    leaves=("张三 李四 王五", "序号 任务 单位 时限", "实施方案 推进"),
)


def mend(source: SourceText) -> SourceText:
    """The text with its damages mended, one kind after the other."""
    for damage in _DAMAGES:
        if any(sign in source.text for sign in damage.signs) and damage.found.search(source.text):
            source = source.edited((*match.span(), damage.mended(match)) for match in damage.found.finditer(source.text))
    if "|" not in source.text and "\t" not in source.text and _APART.search(source.text):
        source = source.edited((*run.span(), run.group().replace(" ", "")) for run in _WORDS_APART.finditer(source.text))
    return source
