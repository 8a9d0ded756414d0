"""Headings that a text has lost: what stands below them tells where they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planparse.language.clause_labels import LABEL_WORD
from planparse.language.marks import MARKS, Mark
from planparse.language.patterns import Pattern
from planparse.model import SectionKind
from planparse.parsing.outline.items import HEADING_END, HOLDERS, LONGEST_PHRASE, Item
from planparse.parsing.outline.kinds import ASKS, leads_to_cases
from planparse.text import Folded

# What states how things will be: 服务体系更加完善.
_AIM = Pattern(
    r"\w{2,24}(?:更加|显著|明显|大幅|全面|基本|持续|稳步|不断|进一步)\w{2,6}",
    reads=("服务体系更加完善", "治理能力显著提升", "创新平台基本建成"),
    leaves=("加强组织领导", "全面推进数字化"),
    by="fullmatch",
)

# What leads to a list and tells of which kind it is: 重点把握好以下原则。
_LEADS_TO_PRINCIPLES = Pattern(
    "(?:以下|下列|如下|遵循)[^。；：\n]{0,10}原则[。：]$",
    reads=("推进审批环节最少化，重点把握好以下原则。", "工作中要遵循以下基本原则："),
    leaves=("坚持原则。", "按照以下原则推进改革："),
)
_LEADS_TO_GOALS = Pattern(
    "(?:目标(?:任务)?|(?:任务|指标)(?:分解|分配))(?:如下|是|为)：$",
    reads=("到2020年，培育企业1000家以上，任务分解如下：", "总体目标是："),
    leaves=("主要任务如下：", "落实目标责任："),
)
_LONGEST_LEAD = 200

# A clause on a line of its own closes the item above it.
_CLAUSE_LINE = Pattern(
    f"[ ]*(?:{LABEL_WORD})：",
    reads=("责任单位：省商务厅、财政厅", "牵头单位：市教育局"),
    leaves=("开展评选工作。责任单位：省商务厅", "单位：万元"),
    by="match",
)

_FEWEST_ABOVE = 2
_MANY = 10  # measures that run on are more than one of a list of aims could hold


def lost_heading(folded: Folded, marks: Sequence[Mark]) -> Mark | None:
    """The mark that begins a part whose own heading is lost, for what it opens cannot belong to the item before it.

    （一）…（四） state aims, or are few, and behind the last of them alone a list runs on: 1.–22.
    """
    above: list[Mark] = []
    below: list[Mark] = []
    for mark in marks:
        rank = MARKS.rank(mark.family) if mark.family not in HOLDERS else -1
        if rank < MARKS.rank("han_bracketed") or (rank == MARKS.rank("han_bracketed") and below):
            return None
        if rank == MARKS.rank("han_bracketed"):
            above.append(mark)
        elif mark.family == "arabic":
            below.append(mark)
    if len(above) < _FEWEST_ABOVE or not below:
        return None
    numbers = [mark.number for mark in below]
    runs_on = len(below) >= _MANY and numbers == [*range(1, len(below) + 1)]
    return below[0] if runs_on or all(aims(folded, mark) for mark in above) else None


def begin_at_top(folded: Folded, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that begin a list anew that cannot belong to the item before it, in a text that has lost all headings above （一）.

    That it has, （一） shows that comes again. Behind 2. a list that begins with 1. has lost what stood over it, and so has one behind
    conditions: （八）高新技术企业优先。1.加大扶持.
    """
    ranks = [MARKS.rank(mark.family) if mark.family not in HOLDERS else -1 for mark in marks]
    outer = MARKS.rank("han_bracketed")
    firsts = [mark for mark, rank in zip(marks, ranks, strict=True) if rank == outer and mark.number == 1]
    if len(firsts) < _FEWEST_ABOVE or min(ranks) < outer:
        return
    asks = False
    for before, mark in pairwise(marks):
        if before.number == 1 and before.family == "han_bracketed":
            asks = ASKS.search(_lead(folded, before.start)) is not None
        goes_on = (before.family == "arabic" and before.number > 1) or (before.family == "han_bracketed" and asks)
        if goes_on and mark.family == "arabic" and mark.number == 1 and folded[mark.start - 2] != "：":
            yield mark


def begin_behind_clauses(folded: Folded, marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that begin a list whose heading is lost: a number of the first level is missing, and a clause closes the item before them.

    五、开展创建活动 … 责任单位：省商务厅 / （一）… / 七、…: the list belongs to the sixth.
    """
    tops = [at for at, mark in enumerate(marks) if mark.family == "han"]
    for at, behind in pairwise(tops):
        if marks[behind].number == marks[at].number + 2 and behind > at + 1:
            first = marks[at + 1]
            if (
                first.number == 1
                and first.family == "han_bracketed"
                and _CLAUSE_LINE.match(folded, _line(folded, first.start))
            ):
                yield first


def kind_of_list(folded: Folded, first: Item) -> SectionKind | None:
    """The kind of a list of the first level, where the line above its first item tells it."""
    lead = _lead(folded, first.start)
    if ASKS.search(lead) or leads_to_cases(lead):
        return "other"
    if _LEADS_TO_PRINCIPLES.search(lead):
        return "principles"
    return "goals" if _LEADS_TO_GOALS.search(lead) else None


def _lead(folded: Folded, start: int) -> str:
    """The last words of the line above an offset."""
    end = max(start - 1, 0)
    return folded[max(_line(folded, start), end - _LONGEST_LEAD) : end]


def _line(folded: Folded, start: int) -> int:
    """Where the line above an offset begins."""
    return folded.rfind("\n", 0, max(start - 1, 0)) + 1


def aims(folded: Folded, mark: Mark) -> bool:
    """Whether the heading behind a mark states an aim."""
    end = HEADING_END.search(folded, mark.end, mark.end + LONGEST_PHRASE + 8)
    return end is not None and _AIM.fullmatch(folded, mark.end, end.start()) is not None


def begin_behind_lost_headings(items: Sequence[Item], folded: Folded) -> Iterator[Item]:
    """The items of the first level that begin a part whose heading is lost: a list begins anew, or one of an inner family follows."""
    tops = [item for item in items if item.parent is None and item.mark.family in ("han_bracketed", "arabic")]
    for before, item in pairwise(tops):
        anew = item.mark.number == 1 and item.mark.family == before.mark.family
        inner = MARKS.rank(item.mark.family) > MARKS.rank(before.mark.family)
        if (anew or inner) and folded[item.start - 2] != "：":
            yield item
