"""Headings without a mark: lines that the file calls headings, and in texts without any mark those that all plans share.

A mark of the family `heading` has the depth of its line as number, and its words stand where others print 一、.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planparse.language.body_names import ISSUER
from planparse.language.clause_labels import LABEL_WORD
from planparse.language.documents import DOCUMENT
from planparse.language.marks import Mark, read_mark
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.outline.kinds import heading_rule
from planparse.text import DEEPEST_HEADING, Folded, line_end

# A heading is a phrase or two; the name of a document is its title, and what a site prints around one is no part of it.
_PHRASES = Pattern(
    r"[^。；：！？\n\t]{2,40}",
    reads=("总体目标", "强化组织领导，压实责任"),
    leaves=("加强领导。", "责任单位：市财政局"),
    by="fullmatch",
)
_NO_HEADING = Pattern(
    rf"(?:{DOCUMENT})(?:（[^（）]{{1,20}}）)?$|^(?:政策|文件|法规)?(?:全文|正文|原文|内容)$|^附[件表录]|相关|链接|解读|分享|扫一扫|上一篇|下一篇|版权|网站"
    r"|联系我们|基本信息|[年月]\d{1,2}日|^\W+$",
    reads=("甲市实施方案", "政策全文", "相关链接", "2026年3月1日"),
    leaves=("总体目标", "主要任务"),
)
_KNOWN = Pattern(
    "(?:主要|重点|工作)任务|任务措施|(?:主要|重点|具体)?(?:工作|政策)?(?:措施|举措)",
    reads=("主要任务", "措施", "具体工作举措"),
    leaves=("保障措施", "任务分工"),
    by="fullmatch",
)
_SHORT = Pattern(
    r"[^，。；：！？、（）\d\s]{4,20}(?:，[^，。；：！？（）\d\s]{4,20}){0,2}",
    reads=("建设停车场", "优化资源配置，加强队伍建设，推进能力现代化"),
    leaves=("新建停车场20个。", "甲，乙丙丁"),
    by="fullmatch",
)
_FEWEST = 2
# A line between the items of a list, or above the first, that heads those below it: a body that signs is none.
_HEADS = Pattern(
    rf"(?![^\n]{{0,24}}(?:{ISSUER})\n)(?:{HAN}|[“”、，]){{4,36}}(?<![，、])(?=\n)",
    reads=("支持贫困人口务工就业\n", "强化“三保障”和饮水安全保障\n"),
    leaves=("甲市人民政府\n", "责任单位：市财政局\n", "鼓励企业吸纳就业。\n"),
    by="match",
)
_CLAUSE = Pattern(f"(?:{LABEL_WORD})：", reads=("责任单位：省科技厅",), leaves=("各责任单位",), by="match")
_CAMPAIGN = "行动"  # 铁路运能提升行动 names a part as well as a plan
_MOST_HEADED = 0.6
_INNER = frozenset(("han_bracketed", "arabic", "arabic_bracketed", "circled", "annex"))
_ENDED = "。：；）！？—"


def find_headings(text: str, folded: Folded, headings: Sequence[tuple[int, int]]) -> list[Mark]:
    """The lines at these offsets that are headings without a mark, each with its depth; a lone one says nothing of an outline."""
    found = []
    for at, depth in headings:
        end = line_end(folded, at)
        words = folded[at:end]
        if _PHRASES.fullmatch(words) and not _NO_HEADING.search(words) and not read_mark(folded, at):
            found.append(Mark(at, at, "heading", depth, text[at:end]))
    bold = sum(mark.number == DEEPEST_HEADING for mark in found)
    if bold < _FEWEST:
        found = [mark for mark in found if mark.number != DEEPEST_HEADING]
    return found if len(found) >= _FEWEST else []


def find_headings_above(text: str, folded: Folded, marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """The lines without a mark that head a list each, where no mark of the first level stands in the text.

    Such a line stands right above an item, or above the paragraph that leads to it, and behind a sentence or a clause; most items that
    begin a list anew have one above them. Where they have, lines that say what a part of a plan is for head parts as well.
    """
    if not marks or any(mark.family not in _INNER for mark in marks):
        return []
    found: set[int] = set()
    headed, firsts, first = 0, 0, marks[0].start
    for mark in marks:
        above = _heading_above(folded, start, mark.start, first)
        if mark is marks[0] or (mark.number == 1 and mark.family == marks[0].family):
            above = above or _heading_above(folded, start, folded.rfind("\n", start, mark.start - 1) + 1, first)
            firsts += 1
            headed += above is not None
        if above is not None:
            found.add(above)
    if not found or headed < firsts * _MOST_HEADED:
        return []
    found.update(
        line
        for line, _ in _lines(folded, start, end)
        if _heads(folded, start, line, first) and _is_known(_words(folded, line))
    )
    if len(found) < _FEWEST:
        return []
    return [Mark(begin, begin, "heading", 1, text[begin : line_end(folded, begin)]) for begin in sorted(found)]


def _heading_above(folded: Folded, start: int, at: int, first: int) -> int | None:
    """Where the line right above an offset begins, if it heads what stands below it."""
    begin = folded.rfind("\n", start, at - 1) + 1 or start
    return begin if start <= begin < at and _heads(folded, start, begin, first) else None


def _heads(folded: Folded, start: int, begin: int, first: int) -> bool:
    """Whether a line is a heading: it stands behind a sentence or a clause, or before the first mark and is known to head parts of plans."""
    if _HEADS.match(folded, begin) is None or read_mark(folded, begin):
        return False
    words = _words(folded, begin)
    is_known = _is_known(words)
    if is_known and begin < first:
        return True
    is_behind = begin <= start + 1 or folded[begin - 2] in _ENDED
    above = folded.rfind("\n", start, begin - 1) + 1
    is_name = not is_known and _NO_HEADING.search(words) is not None and not words.endswith(_CAMPAIGN)
    return (is_behind or _CLAUSE.match(folded, above) is not None) and not is_name


def _words(folded: Folded, begin: int) -> str:
    return folded[begin : line_end(folded, begin)].strip()


def find_known_headings(text: str, folded: Folded, start: int, end: int) -> Iterator[Mark]:
    """Of a text without marks the lines that say what a part of a plan is for, and below them the lines that head a paragraph each."""
    lines = [*_lines(folded, start, end)]
    known = {line for line in lines if _is_known(folded[slice(*line)])}
    if len(known) < _FEWEST:
        return
    heads: dict[tuple[int, int], int] = {}  # each with the number of its part
    part = 0
    for line, below in pairwise(lines):
        part += line in known
        if part and line not in known and _SHORT.fullmatch(folded, *line) and folded.find("。", *below) >= 0:
            heads[line] = part
    parts = Counter(heads.values())
    for line in lines:
        words = text[slice(*line)]
        if line in known:
            yield Mark(line[0], line[0], "heading", 1, words)
        elif line in heads and parts[heads[line]] >= _FEWEST:
            yield Mark(line[0], line[0], "heading", 2, words)


def _lines(folded: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = min(line_end(folded, at), end)
        yield at, stop
        at = stop + 1


def _is_known(words: str) -> bool:
    return _SHORT.fullmatch(words) is not None and (
        _KNOWN.fullmatch(words) is not None or heading_rule(words, is_part=True) is not None
    )
