"""Where a text prints a responsibility clause, told by the print alone, and whether a plan has read it.

This knows nothing of the parser's patterns: a clause that they miss is what it looks for. A word that gives a body its role
stands in clause position where it is

- a label with a colon, anywhere: 责任单位：;
- a label that opens a line, a sentence or a bracket and goes on with 为, a blank or the line's end: 牵头单位为;
- a label that makes a rule for all lists below: 列第一位者为牵头单位，下同;
- a verb behind its bodies in a bracket that states who: （省发展改革委牵头，省财政厅配合）.

What stands in running text is not: 给予牵头单位一次性支持, 支持企业牵头承担. Nor is the foot of a web page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, get_args

_BLANK = "[ \u3000\xa0]"
_ROLE = "责任|牵头|配合|负责|参与|落实|主办|协办"
# 责任单位, 牵头推进单位, 牵头及责任单位, 责任单位及部门, 配合单位（部门）
_LABEL = (
    rf"(?:{_ROLE})(?:[及和与或/、]?(?:{_ROLE}|推进|实施|组织|协调))?(?:单位|部门|主体)(?:及(?:单位|部门))?"
    r"(?:[（(][^（）()\n]{1,8}[）)])?"
)
_WITH_COLON = re.compile(rf"(?P<word>{_LABEL}|(?<![一-鿿])(?:牵头|配合|主办|协办)){_BLANK}*[：:﹕∶]")
_OPENING = re.compile(rf"(?:^|(?<=[\n。；！？）)（(〔［【\[])){_BLANK}*(?P<word>{_LABEL})(?=为|{_BLANK}|\n|$)")
_STANDING = re.compile(rf"(?P<word>{_LABEL})[，,]?(?:以?下同|以下均同)")

_BRACKET = re.compile(r"[（(〔［【\[）)〕］】\]\n]")
_OPEN = "（(〔［【["
# What stands before a bracket that opens a sentence, and behind one that closes it.
_BEFORE, _BEHIND = "。；！？!?;\n", "。；！？!?;\n" + _OPEN
# The parts of a bracket, each a list of bodies with its verb behind it; 下同 and 不再列出 make it a rule for those below.
_PART = re.compile(r"[^，；。,;]{2,}?(?P<word>负责|牵头|配合|参与|落实|指导|主办|协办)(?=[，；。,;]|$)")
_SAME_BELOW = re.compile(r"[，；。,;]?[^，；。,;]{0,8}?(?:下同|不再[^，；。,;]{0,4}(?:列出|注明))[。；]?$")
# What only running text says: 由申报人自行负责, 谁审批谁负责, 可委托第三方负责
_RUNNING = re.compile("自行|谁|应当|应该|必须|(?<!均)[需须]|可[以由委]|不得|[已未]")
_PAGE_FOOT = re.compile("版权所有|网站标识码|备案?号|公网安备|网站地图|联系我们|位访客")
_FOOT_REACH = 60


class Bracket(NamedTuple):
    """Offsets of a bracket with its marks; one that is never closed ends with its line."""

    start: int
    end: int
    closed: bool


class Position(NamedTuple):
    """A word in clause position: offsets of the word, and of the bracket or label that it stands in."""

    start: int
    end: int
    around: tuple[int, int]


def positions(text: str) -> list[Position]:
    """Every word of responsibility in clause position, in order.

    >>> text = "给予牵头单位支持，支持企业牵头承担。（市民政局牵头，市财政局配合）责任单位：市教育局"
    >>> [text[word.start : word.end] for word in positions(text)]
    ['牵头', '配合', '责任单位']
    """
    brackets = [*_brackets(text)]
    found = {word.start: word for bracket in brackets for word in _stated(text, bracket)}
    for pattern in (_OPENING, _WITH_COLON, _STANDING):
        for match in pattern.finditer(text):
            start, end = match.span("word")
            if not _PAGE_FOOT.search(text, max(0, start - _FOOT_REACH), end + _FOOT_REACH):
                holding = (bracket[:2] for bracket in brackets if bracket.closed and bracket.start < start < bracket.end)
                found[start] = Position(start, end, max(holding, default=match.span()))
    return sorted(found.values())


def _brackets(text: str) -> Iterator[Bracket]:
    """Every bracket, by its end."""
    open_: list[int] = []
    for match in _BRACKET.finditer(text + "\n"):
        mark, at = match.group(), match.start()
        if mark in _OPEN:
            open_.append(at)
        elif mark == "\n":
            yield from (Bracket(start, at, closed=False) for start in open_)
            open_.clear()
        elif open_:
            yield Bracket(open_.pop(), at + 1, closed=True)


def _stated(text: str, bracket: Bracket) -> Iterator[Position]:
    """The verbs of a bracket that states who; one in the midst of a sentence must say so plainly."""
    start, end, closed = bracket
    inner = text[start + 1 : end - closed]
    if rule := _SAME_BELOW.search(inner):
        inner = inner[: rule.start()]
    parts = [part for part in _PART.finditer(inner) if not _RUNNING.search(part.group())]
    ends = bool(parts) and not inner[parts[-1].end() :].strip("。；，,; ")
    if not ends and not any(part.group("word") in ("负责", "牵头") for part in parts):
        return
    before, behind = text[max(0, start - 2) : start].rstrip(" \u3000")[-1:], text[end : end + 2].lstrip(" \u3000")[:1]
    if before in _BEFORE or behind in _BEHIND or (ends and behind in "，,、" and "由" not in inner):
        for part in parts:
            at, stop = part.span("word")
            yield Position(start + 1 + at, start + 1 + stop, (start, end))


Verdict = Literal["read", "diagnosed", "uncovered"]
VERDICTS = get_args(Verdict)
# The diagnostics that are about clauses; others may stand near one by chance.
_ABOUT_CLAUSES = frozenset(("unread-clause", "clause-outside-measure", "broken-bracket"))
_BESIDE = 2


def judged(plan: dict[str, Any]) -> Iterator[tuple[Position, Verdict]]:
    """Every position of a plan's text, and whether a responsibility of the plan or else a diagnostic holds it.

    `plan` is the plan's JSON. A diagnostic holds what stands in it, beside it, or in one bracket with it.
    """
    clauses = [clause["span"] for measure in plan["measures"] for clause in measure["responsibilities"]]
    findings = [finding["span"] for finding in plan["diagnostics"] if finding["code"] in _ABOUT_CLAUSES]
    for word in positions(plan["text"]):
        start, end = word.around
        if any(span["start"] <= word.start and word.end <= span["end"] for span in clauses):
            yield word, "read"
        elif any(span["start"] <= end + _BESIDE and start - _BESIDE <= span["end"] for span in findings):
            yield word, "diagnosed"
        else:
            yield word, "uncovered"
