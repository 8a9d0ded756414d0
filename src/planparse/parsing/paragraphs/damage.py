"""What scanners, converters and copying do to numbers and words: entities, digits read as letters, points and blanks gone astray.

Each entry mends one kind of damage and says by which characters a text can hold it at all, so that a sound text costs a look at each.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from planparse.language.amounts import FIRST_OF_UNIT, find_amounts
from planparse.language.clause_labels import LABEL_WORD
from planparse.language.numerals import HAN, read_chinese
from planparse.language.patterns import Pattern, words_in
from planparse.text import SourceText

_NO_UNITS = frozenset("年月日")  # of times, which other rules know
_UNIT = "[万亿千百％‰" + "".join(c for c in FIRST_OF_UNIT if (c == "%" or not c.isascii()) and c not in _NO_UNITS) + "]"

_ZEROS = dict.fromkeys(map(ord, "OoＯ○"), "0") | dict.fromkeys(map(ord, "lI"), "1")
_HAN_ZEROS = dict.fromkeys(map(ord, "0oOＯ○"), "〇")


class _Damage(NamedTuple):
    """A kind of damage: its regex, what stands for it, and words of which a text that holds it has one.

    The regexes, each branch of them, begin with the character that they are looked for by, and what must stand before it is looked at
    last: re finds a character much faster than a place.
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


def _character(match: re.Match[str]) -> str:
    """The character that an entity of HTML stands for."""
    from html import unescape  # noqa: PLC0415 - it loads a table of all of them, and few texts hold any

    return unescape(match.group()).replace("\xa0", " ")


def _point_unless_mark(match: re.Match[str]) -> str:
    """A point, but where the digits before it open the line: 4. 100%的行政村 opens an item."""
    before = match.string[max(0, match.start() - _LONGEST_NUMBER) : match.start()]
    return match.group() if _MARK_AHEAD.search(before) else "."


def _point_of_number(match: re.Match[str]) -> str:
    """A point, where the digits before it stand right behind a word: 达到2. 4万栋, but 1. 5家企业 opens an item."""
    before = match.string[max(0, match.start() - _LONGEST_NUMBER) : match.start()]
    return "." if _NUMBER_OF_WORD.search(before) else match.group()


def _colon(match: re.Match[str]) -> str:
    """The colon behind a label of bodies, where another sign or a blank stands; what only looks like one stays."""
    label = _LABEL.search(match.string, max(0, match.start() - _LONGEST_LABEL), match.start() + 1)
    return match.group()[0] + "：" if label else match.group()


def _in_one(match: re.Match[str]) -> str:
    """Without its blanks, where it stands in a sentence: 防治率达 到 9 2 %."""
    start, end = match.span()
    line = match.string[max(match.string.rfind("\n", 0, start), start - _REACH_BACK) + 1 : end + _REACH_BACK]
    return match.group().replace(" ", "") if _HAN_IN.search(match.group()) and _SENTENCE.search(line) else match.group()


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
_LABEL = Pattern(
    rf"(?:^|[\n \u3000。（(〔【\[；;])(?:{LABEL_WORD})$",
    reads=("\n责任单位", "完成。牵头单位", "（配合部门"),
    leaves=("各责任单位", "责任单位要"),
)
_LONGEST_LABEL = 10
_LONGEST_NUMBER = 6
_MARK_AHEAD = Pattern(r"(?:^|\n)\d{1,2}$", reads=("4", "\n12"), leaves=("达到4", "\n", "2027"))
_NUMBER_OF_WORD = Pattern(rf"{HAN}\d{{1,4}}$", reads=("达到2", "面积12"), leaves=("1", "目标 1"))
_HAN_IN = Pattern(HAN, reads=("达 到",), leaves=("9 2",))
_SENTENCE = Pattern("[，。；][^|\t]*$|^[^|\t]*[，。；]", reads=("率达 到 9 2 %，",), leaves=("序 号 1 2", "甲\t乙，|"))
_BEGUN = Pattern(rf"[，、][^\n，。；：]+{HAN}$", reads=("新建水厂3座，管网漏损",), leaves=("总体要求", "新建水厂。管网"))
_DAMAGES = (
    _Damage(
        Pattern(
            r"(?<![\d ])(?:1[ ]9|2[ ]0)[ ]\d[ ]\d(?=[ ]?年)",
            reads=("到2 0 2 7年", "1 9 9 8 年"),
            leaves=("2027年", "1 2 0 2 7年"),
        ),
        lambda match: match.group().replace(" ", ""),
        ("2 0 ", "1 9 "),
    ),
    _Damage(
        Pattern(
            r"\$(?=[^$\n]{0,80}?[0-9])[^$\n\u3000-\u9fff]{1,80}\$",
            reads=(r"达到$12.5\%$", r"$\geq 80\%$", r"增长 $5 \%-8 \%$"),
            leaves=("投资$500万，收入$300万", "$x$"),
        ),
        _printed,
        ("$",),
    ),
    # Markdown: 1\\. 建设平台, 甲市\\(2026年\\).
    _Damage(
        Pattern(r"\\[.()\[\]*_#+!>~-]", reads=(r"1\. 建设", r"\(2026年\)"), leaves=(r"\geq", "1. 建设")),
        lambda match: match.group()[1],
        ("\\.", "\\(", "\\*", "\\_", "\\[", "\\#", "\\-"),
    ),
    _Damage(Pattern(r"(?<=\d)[ ]?\\+%", reads=(r"90\%", r"90 \%"), leaves=("90%",)), lambda _: "%", ("\\%",)),
    _Damage(
        Pattern(
            r"&(?:nbsp|ensp|emsp|ldquo|rdquo|quot|amp|lt|gt|le|ge|mdash|middot|hellip|permil|#\d{2,5}|#x[0-9a-fA-F]{2,4});",
            reads=("3座&nbsp;", "责任单位&#65306;"),
            leaves=("A&B", "R&D;"),
        ),
        _character,
        ("&",),
    ),
    _Damage(
        Pattern(r"。(?=\d{1,2}[ ]?[%％‰])(?<=\d.)", reads=("99。5%",), leaves=("达到90%。5家", "8.5%", "第3。")),
        _point,
        ("%", "％", "‰"),
    ),
    _Damage(
        Pattern(
            r"[·•](?=\d{1,2}[ ]?[%％‰万亿])(?<=\d.)",
            reads=("8·5%", "3·5万亩", "1•2亿元"),
            leaves=("3·15晚会", "一·万", "8.5%"),
        ),
        _point,
        ("·", "•"),
    ),
    _Damage(
        Pattern(
            r"\.[ ]{0,2}(?=\d+[ ]?[%％])(?<=\d.[ ])|[ ][ ]?\.[ ]{0,2}(?=\d+[ ]?[%％])",
            reads=("8 . 5 %", "8. 5%"),
            leaves=("1. 5家", "8.5%"),
        ),
        _point_unless_mark,
        (" .", ". "),
    ),
    _Damage(
        Pattern(
            rf"(?:[ ][.．][ ]?|\.[ ]|．[ ])(?=\d{{1,2}}[ ]?{_UNIT})",
            reads=("排查2. 4万栋", "投资12 .5亿元", "拥有量15． 5件"),
            leaves=("2.4万栋", "2. 推动"),
        ),
        _point_of_number,
        (" .", ". ", " ．", "． "),
    ),
    _Damage(
        Pattern(
            r"2[0OoＯ○][0-9OoＯ○lI]{2}(?=年)(?<![0-9]{4})(?<![A-Za-z0-9]....)",
            reads=("2O27年", "20O8年"),
            leaves=("2027年", "二○二七年"),
        ),
        lambda match: match.group().translate(_ZEROS),
        ("O", "o", "Ｏ", "○", "l", "I"),
    ),
    _Damage(
        Pattern(
            rf"[1-9lI](?<![A-Za-z0-9.].)(?:(?<=[1-9])[0-9.]{{0,5}}[OolI]|(?<=[lI])[0-9.])[0-9.OolI]{{0,4}}(?=[ ]?(?:{_UNIT}|[μµm]g/))",
            reads=("新建3O个", "提高到8O%", "l00辆", "达到I4.5平方米", "6O μg/m3"),
            leaves=("O2O平台", "发展B2C", "5G基站", "30个"),
        ),
        lambda match: match.group().translate(_ZEROS),
        ("O", "l", "I", "o"),
    ),
    _Damage(
        Pattern(
            r"二[0oOＯ○〇零](?:[0oOＯ○][一二三四五六七八九〇零]|[一二三四五六七八九][0oOＯ○一二三四五六七八九])(?=[ ]?年)",
            reads=("二0二七年", "二O三O年"),
            leaves=("二〇二七", "2027年"),
        ),
        lambda match: match.group().translate(_HAN_ZEROS),
        ("二0", "二o", "二O", "二Ｏ", "二○"),
    ),
    _Damage(
        Pattern(rf",[ ](?=\d{{3}}[ ]?{_UNIT})(?<=\d..)", reads=("1, 200公里",), leaves=("1,200公里", "培育10, 20家")),
        _nothing,
        (", ",),
    ),
    _Damage(
        Pattern(
            rf"，(?=[ ]?\d{{3}}[ ]?{_UNIT})(?<=\d.)(?<!\d{{4}}.)[ ]?",
            reads=("12，000户", "充电桩１，２００个"),
            leaves=("1,200公里", "2025，200家", "3家，200人"),
        ),
        _nothing,
        ("，",),
    ),
    _Damage(
        Pattern(rf"[ ](?=\d{{3}}{_UNIT})(?<=\d.)(?<!\d{{4}}.)", reads=("3 500人",), leaves=("2025年 300人", "2025 300人")),
        _nothing,
        (" ",),
    ),
    # A number and its point or its brackets set as one character.
    _Damage(
        Pattern("[㈠-㈩⒈-⒛⑴-⒇]", reads=("㈠指导思想", "⒈加强领导", "⑴建设"), leaves=("（一）", "1.", "①")),
        lambda match: unicodedata.normalize("NFKC", match.group()),
        ("㈠", "⒈", "⑴"),
    ),
    # Who types commas of half width, and some who type others, leaves a blank behind them.
    _Damage(
        Pattern(
            rf"[ ](?:(?={HAN}|[“《])(?<=[^\x00-\xff][,，、].)|(?=20\d\d[ ]?年)(?<=[^\x00-\xff][,:，：、].))",
            reads=("坚持创新, 推动发展", "完成时限: 2026年", "市财政局、 市教育局"),
            leaves=("包括: 1.建设", "各县区： 为深入贯彻", "PPP, 推动", "总体 目标"),
        ),
        _nothing,
        (", ", ": ", "， ", "： ", "、 "),
    ),
    _Damage(
        Pattern(
            r"[ ](?<=\S.)(?:[^\s|][ ]){2,}", reads=("达 到 9 2 %", "培 育 企业"), leaves=("达到 9 2%", "公共供水 管网 漏损")
        ),
        _in_one,
        (" ",),
    ),
    _Damage(
        Pattern(
            rf"[ ](?=\d{{1,2}}[ ]?(?:{_UNIT}|[月日]))(?:(?<={HAN}\d\.\d.)|(?<={HAN}\d\d\.\d.)|(?<=(?![表图件注录条第号页]){HAN}\d.)|(?<=[达到至在破过于为增降升][ ]\d.))",
            reads=("不少于3 0万人次", "12月3 1日", "突破 8 0亿元", "达到0.8 5人"),
            leaves=("表1 30家", "3 5家", "2025年 30家"),
        ),
        _nothing,
        (" ",),
    ),
    _Damage(
        Pattern(
            r"</?(?P<tag>b|i|u|p|br|em|div|span|font|strong)(?:[ ][^<>\n]{0,200})?/?>",
            reads=("<b>200家</b>", "到2027年<br/>培育", '<span style="a">方案</span>'),
            leaves=("a<b", "PM2.5<35"),
        ),
        lambda match: "\n" if match["tag"] in ("p", "br", "div") else "",
        ("</", "<br", "<p"),
    ),
    _Damage(
        Pattern(
            rf"[位门](?:[—－-]{{1,2}}|[ \u3000]{{1,2}}|[；;])(?=[省市县区州各](?:{HAN}){{1,12}}[局委办厅院府](?:[、，,；;。）)】\]\n]|\Z))",
            reads=("责任单位 市财政局、市教育局", "牵头单位——市教育局；", "（责任单位；市财政局）"),
            leaves=("责任单位：市财政局", "牵头单位 要加强", "责任单位 完成时限"),
        ),
        _colon,
        tuple(word + sign for word in ("单位", "部门") for sign in "—－- \u3000；;"),
    ),
    _Damage(
        Pattern(
            r"(?m)^(?P<sign>[*_])(?P<slanted>[^*_\s][^*_\n]{1,300})(?P=sign)[ ]*$",
            reads=("*责任单位：市财政局*", "_（市教育局负责）_"),
            leaves=("* 目标", "**目标**", "市教育局*、市财政局*"),
        ),
        lambda match: match["slanted"],
        ("\n*", "\n_"),
    ),
    _Damage(
        Pattern(r"\*\*(?P<bold>[^*\n]{1,200})\*\*", reads=("到**2027年**，建成**3个**",), leaves=("**", "2*3*4", "* 目标")),
        lambda match: match["bold"],
        ("**",),
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
            rf"[ ](?=[，。；：、:)）])(?<=\S.)|[ ](?={HAN})(?:(?<=[（(].)|(?<=[位门人限][：:].))",
            reads=("水厂 。", "达到60% ；", "单位： 市水务局"),
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
    # The number of the page before, right before the heading of an annex.
    _Damage(
        Pattern(
            r"\n[ \t\u3000]*\d{1,3}(?=附[ ]?[件表][ ]?\d{0,2}[ \t]*\n)",
            reads=("\n1附件2\n", "\n12附件\n"),
            leaves=("\n附件2\n", "\n1附件2所列企业"),
        ),
        lambda _: "\n",
        ("附件", "附 件", "附表"),
    ),
    _Damage(
        Pattern(
            r"(?=.[ \n]*[。，；、])(?P<once>[。，；、])(?:[ \n]*(?P=once))+",
            reads=("智慧管理。。2026年", "85套，，减量", "85套，\n，减量"),
            leaves=("管理。", "……", "，。"),
        ),
        lambda match: match["once"],
        ("。", "，", "；", "、"),
    ),
    # What is typed twice that no sentence says twice.
    _Damage(
        Pattern(
            r"到(?=到[ ]?(?:20)?\d)|到(?<=达到)(?=到)|以(?=以[上下内])|于(?=于[ ]?\d)|率(?=率达)|的(?=的)(?<!打的)",
            reads=("到到2026年", "达到到95%", "95%以以上", "不低于于3家"),
            leaves=("到2026年", "达到95%以上", "打的的费用"),
        ),
        _nothing,
        ("到到", "以以", "于于", "率率", "的的"),
    ),
    _Damage(Pattern("[%％][%％]", reads=("100%％",), leaves=("100%",)), lambda _: "%", ("%％", "％%", "%%", "％％")),
)
_signs_in = words_in(sign for damage in _DAMAGES for sign in damage.signs)
_FIRST_LEVEL = Pattern(
    r"(?m)^[ \t\u3000]*(?P<n>[一二三四五六七八九十]{1,3})(?P<sign>[、.．]|[ \u3000]{0,2}[：:，,、][ \u3000]?|[ \u3000]{1,4})",
    reads=("一 总体要求", "二：主要任务", "\u3000\u3000三，保障措施", "四、其他"),
    leaves=("一是加强领导", "（一）目标", "十余家"),
)
_ARABIC = Pattern(
    r"(?m)^[ \t\u3000]*(?P<n>\d{1,2})(?P<sign>[.．、]|[：:，,。·][ \u3000]?(?!\d))",
    reads=("1：建设平台", "12，推动转型", "3.建设"),
    leaves=("1:100", "10：30", "2026年", "1建设"),
)
_OPENED = Pattern(
    r"(?m)^[ \t\u3000]*（(?P<n>[一二三四五六七八九十]{1,3})(?P<sign>）|(?![律带般些级线体批定切次旦户站网键个类是]))(?=\S)",
    reads=("（一指导思想", "（二）目标"),
    leaves=("一、目标", "（1）目标", "（一律禁止"),
)
_CLOSED = Pattern(
    r"(?m)^[ \t\u3000]*(?P<sign>（|)(?P<n>[一二三四五六七八九十]{1,3})）",
    reads=("一）指导思想", "（二）目标"),
    leaves=("一、目标", "1）目标"),
)
# Each kind of marks, and the signs that it is typed with.
_MISTYPED = ((_FIRST_LEVEL, "、.．"), (_ARABIC, ".．、"), (_OPENED, "）"), (_CLOSED, "（"))
_TITLED = Pattern(
    rf"(?:{HAN}|[“《])(?:{HAN}|[、，,“”《》\d%]){{2,50}}[ \t\u3000]*(?:\n|。|\Z)",
    reads=("总体要求\n", "突出“三个治污”，落实100%要求\n", "主要任务。"),
    leaves=("要加强领导；", "2026年"),
    by="match",
)
_APART = Pattern(
    rf"[ ]{HAN}{{1,4}}[ ]{HAN}{{1,4}}[ \d]", reads=("公共供水 管网 漏损率 控制",), leaves=("总体 要求", "2025 年")
)
# A line of some length, with three numbers, whose clauses nothing parts; nor is it a row of a table.
_UNMARKED = Pattern(
    r"(?m)^(?=[^，。；：、|\t\n（）《》—~～]{18,400}$)(?=[^\d\n]*\d).*",
    reads=("新建公共停车场12处改造闲置地块35处新增停车泊位1500个",),
    leaves=("新建公共停车场12处，改造闲置地块35处", "一、总体要求"),
)
_NEXT_CLAUSE = Pattern(
    rf"[ ]?(?![和及与或且并内的]){HAN}{{3,}}\d",
    reads=("改造闲置地块35处", " 高技能人才占比达到32%"),
    leaves=("", "以上", " 100 120"),
    by="match",
)
_BLANK_OF_MARK = Pattern(
    rf"[ ](?={HAN}{{2}})(?<={HAN}.)", reads=("2026年底 全市技能人才",), leaves=("1 建强载体", "达到 3个")
)
_OF_A_CLAUSE = Pattern(rf"{HAN}{{3}}$", reads=("新建公共停车场",), leaves=("目标值 ", "增加"))
# Words set apart as a dictionary cuts them, in a sentence: 更新 老旧 管网 120 公里。
_WORDS_APART = Pattern(
    rf"(?:(?<![^\x00-\xff])|(?<=[，。；：、（]))(?:{HAN}{{1,4}}[ ]){{3,}}(?={HAN}|\d)(?=[^\n]*[。，；])",
    reads=("公共供水 管网 漏损率 控制 在 8.5%以内。", "统筹 推进 各项 重点工作，"),
    leaves=("张三 李四 王五", "序号 任务 单位 时限", "实施方案 推进"),
)


# A blank in a word, as programs that read pictures of pages leave them: 完善工 作机制. Few are sure to be one by themselves: where many
# stand in sentences, and half of the pairs of characters that they part are found unparted elsewhere, they are.
_IN_A_WORD = Pattern(
    rf"(?<={HAN})[ ](?={HAN})(?![一二三四五六七八九十]{{1,3}}[、是])",
    reads=("完善工 作机制", "市财 政局"),
    leaves=("市财政局 2024年", "完善机制 二、保障措施", "联系人：  张三"),
)
_FEWEST_IN_WORDS, _SHARE_IN_WORDS = 12, 0.45


def mend(source: SourceText) -> SourceText:
    """The text with its damages mended, one kind after the other."""
    held = _signs_in(source.text)
    for damage in _DAMAGES:
        if not held.isdisjoint(damage.signs) and damage.found.search(source.text):
            source = source.edited((*match.span(), damage.mended(match)) for match in damage.found.finditer(source.text))
            held = _signs_in(source.text)
    if "|" not in source.text and "\t" not in source.text and _APART.search(source.text):
        source = source.edited((*run.span(), run.group().replace(" ", "")) for run in _WORDS_APART.finditer(source.text))
    source = source.edited(_blanks_in_words(source.text))
    source = source.edited(_lost_marks(source.text))
    return source.edited(_mistyped_marks(source.text))


def _mistyped_marks(text: str) -> Iterator[tuple[int, int, str]]:
    """What gives marks their sign where another or a blank stands: 一 总体要求, 二：主要任务, 1：建设平台; and brackets their other half: 一）目标.

    A lone one says nothing: it goes on from the mark before it, or the next one below goes on from it.
    """
    for marks, right in _MISTYPED:
        found = [(mark, _number(mark["n"])) for mark in marks.finditer(text)]
        last = 0
        for at, (mark, number) in enumerate(found):
            typed = mark["sign"] != "" and mark["sign"] in right
            goes_on = 1 < number == last + 1 or (at + 1 < len(found) and found[at + 1][1] == number + 1)
            if typed or (goes_on and _TITLED.match(text, mark.end())):
                last = number
                if not typed:
                    yield *mark.span("sign"), right[0]


def _number(words: str) -> int:
    return int(words) if words.isdigit() else read_chinese(words) or 0


def _blanks_in_words(text: str) -> Iterator[tuple[int, int, str]]:
    """The blanks in words, where a text has many: all of those in sentences, elsewhere those that part what stands together in others."""
    blanks: list[tuple[int, bool]] = []  # where they stand, and whether in a sentence
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text.find(" ", start, end) >= 0 and text.find("\t", start, end) < 0 and text.find("|", start, end) < 0:
            is_sentence = "，" in text[start:end] or "。" in text[start:end]
            blanks += ((blank.start(), is_sentence) for blank in _IN_A_WORD.finditer(text, start, end))
        start = end + 1
    if sum(is_sentence for _, is_sentence in blanks) < _FEWEST_IN_WORDS:
        return
    parted = [text[at - 1] + text[at + 1] for at, _ in blanks]
    wanted = {*parted}
    found = {pair for pair in map("".join, pairwise(text)) if pair in wanted}
    together = [pair in found for pair in parted]
    within = [whole for whole, (_, is_sentence) in zip(together, blanks, strict=True) if is_sentence]
    if sum(within) >= len(within) * _SHARE_IN_WORDS:
        yield from (
            (at, at + 1, "") for whole, (at, is_sentence) in zip(together, blanks, strict=True) if whole or is_sentence
        )


def _lost_marks(text: str) -> Iterator[tuple[int, int, str]]:
    """The marks of lines that have lost all of them: the commas behind their numbers, and the full stop.

    新建停车场12处改造地块35处新增泊位1500个 has lost two; so has 总量达到28万人 占比达到32%, where a blank shows the one.
    """
    for line in _UNMARKED.finditer(text):
        words = line.group()
        ends = [
            amount.end
            for amount in find_amounts(words)
            if _NEXT_CLAUSE.match(words, amount.end) and _OF_A_CLAUSE.search(words, 0, amount.start)
        ]
        if len(ends) > 1 or (ends and words.startswith(" ", ends[0])):
            blanks = (match.start() for match in _BLANK_OF_MARK.finditer(words))
            for at in sorted({*ends, *blanks}):
                yield line.start() + at, line.start() + at + words.startswith(" ", at), "，"
            yield line.end(), line.end(), "。"
