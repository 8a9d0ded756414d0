"""Headings that a text has lost: what stands below them tells where they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from planparse.language.marks import MARKS, Mark
from planparse.language.patterns import Pattern
from planparse.parsing.outline.items import HEADING_END, HOLDERS, LONGEST_PHRASE, Item
from planparse.text import Folded

# What states how things will be: 服务体系更加完善.
_AIM = Pattern(
    r"\w{2,24}(?:更加|显著|明显|大幅|全面|基本|持续|稳步|不断|进一步)\w{2,6}",
    reads=("服务体系更加完善", "治理能力显著提升", "创新平台基本建成"),
    leaves=("加强组织领导", "全面推进数字化"),
    by="fullmatch",
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
