"""One width, one shape of bracket and dash, one script: how the rules read what offices print in several."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.text import Folded

# What offices print in several widths and shapes, each with the one shape that the rules are written in. Every pair is
# one character to one character, so an offset into the one text is an offset into the other. A tab parts the cells of a table: no
# sentence goes on behind it.
_FOLDS = tuple(
    zip(
        "０１２３４５６７８９．﹒％﹪＜﹤＞﹥＝﹦﹐﹑﹔﹕﹖﹗﹙﹚():;?![]〔〕【】［］｛｝﹝﹞〖〗-－–―─−～~＋／∶○Ｏ「」『』\xa0\u3000\t\u2002\u2003",
        "0123456789..%%<<>>==，、；：？！（）（）：；？！（）（）（）（）（）（）（）————————+/：〇〇“”“”  ；  ",
        strict=True,
    )
)
# Characters of the traditional script that no text in it can do without; 馀 and 後 are left in texts that converters have been at.
_TELLING = "後馀為與實業發區責單達務開會個這對"
# Most lines and headings hold nothing of these, and are as they are read.
_FOLDED = Pattern(
    f"[{re.escape(''.join(printed for printed, _ in _FOLDS))}{_TELLING}]",
    reads=("３０%", "责任单位:市教育局", "責任单位"),
    leaves=("责任单位：市教育局", "（一）2018—2020年"),
)
# A comma and a full stop of half width, where they part what Chinese sentences part: 到2027年,新建; 一.总体要求 is a mark.
_HALF_COMMA = Pattern(
    r",(?:(?!\d|(?<=\d,)\n\d{3}(?!\d))|(?<=[^\x00-\x7f０-９],)|(?<=[%)],))",
    reads=("到2027年,新建8座", "建成5家,3家上市", "达到95%,3家"),
    leaves=("1,200家", "就业2,\n000人", "１,２００家"),
)
_HALF_STOP = Pattern(
    rf"[.．](?=[ ]?{HAN}|[（(\n]|$)(?:(?<=[%”].)|(?<={HAN}.))(?<![一二三四五六七八九十甲乙丙丁].)",
    reads=("治理违停.增设标志300块", "达到90%以上.", "企业上市. 建成中心", "治理违停．增设标志300块"),
    leaves=("一.总体要求", "1.推动", "8.5%", "A.类"),
)
# 2.2026年底前，建成学校: a mark, behind which the year is no fraction.
_MARK_STOP = Pattern(
    r"(?<![^\n。；])(\d{1,2})[.．](?=(?:19|20)\d\d年|1?\d月(?:底|末|[上中下]旬|前|份|\d{1,2}日))",
    reads=("2.2026年底前", "2．2026年底前", "\n1.2025年新建", "3.6月底前"),
    leaves=("1.2万年", "增长2.2026年", "2026.2026年", "1.5个月"),
)
# 各县〈市、区〉: brackets within brackets; 〈市教育局牵头〉 and 〈责任单位：市教育局〉 say who does it. Elsewhere they hold a title.
_ANGLES = Pattern(
    "(?<=[市县区州旗])〈[市县区州旗、]{1,7}〉"
    "|〈(?:牵头|责任|配合|主办|协办|承办|参与|协助|负责|落实)(?:单位|部门|科室|处室|主体)?[：:][^〈〉《》\n]{2,300}〉"
    "|(?<!《)〈[^〈〉《》\n]{0,300}(?:牵头|负责|配合|参与|协办|主办|落实|参加|协助)(?:单位|部门)?〉(?!的)",
    reads=(
        "各县〈市、区〉政府",
        "各市〈区〉",
        "市教育局〈牵头〉、市财政局",
        "建成场馆。〈责任单位:市体育局〉",
        "建成场馆。〈市体育局牵头，市财政局配合〉",
    ),
    leaves=(
        "关于印发〈条例〉的通知",
        "甲市〈条例〉",
        "关于〈考核办法〉实施",
        "《关于修改〈分工负责〉的决定》",
        "印发〈责任制〉",
    ),
)


def fold(text: str) -> Folded:
    """The same text, character for character, in one width, one shape of bracket, dash, colon and blank, and one script.

    >>> fold("(2018-2020年,３０％)")
    '（2018—2020年，30%）'
    >>> fold("責任單位：市發展改革委")
    '责任单位：市发展改革委'
    >>> fold("各县〈市、区〉政府")
    '各县（市、区）政府'
    >>> fold("到2027年,新建桥8座.")
    '到2027年，新建桥8座。'
    >>> fold("2.2026年,新建桥8座.")
    '2、2026年，新建桥8座。'
    """
    if "," in text:
        text = _HALF_COMMA.sub("，", text)
    if "." in text or "．" in text:
        text = _MARK_STOP.sub(r"\1、", _HALF_STOP.sub("。", text))
    if "〈" in text:
        text = _ANGLES.sub(lambda angles: f"（{angles[0][1:-1]}）", text)
    if _FOLDED.search(text) is None:
        return Folded(text)
    for printed, read in _FOLDS:
        if printed in text:
            text = text.replace(printed, read)
    return Folded(simplify(text))


def simplify(text: str) -> str:
    """The same text, character for character, in the simplified script."""
    return text.translate(_simplified()) if any(c in text for c in _TELLING) else text


@cache
def _simplified() -> dict[int, str]:
    """Traditional characters and their simplified forms: lexicons/traditional.tsv, which says where they come from."""
    lines = files("planparse.language.lexicons").joinpath("traditional.tsv").read_text("utf-8").splitlines()
    return {ord(line[0]): line[2] for line in lines if not line.startswith("#")}
