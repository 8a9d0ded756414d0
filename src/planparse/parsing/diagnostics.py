"""What a careful reader should look at. Each code is one of SEVERITIES; what is said of it stands in `planparse.messages`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from planparse.language.clause_labels import ROLE_OF, unknown_label
from planparse.language.patterns import Pattern
from planparse.model import Severity
from planparse.parsing.outline import Item, begin_behind_lost_headings
from planparse.parsing.responsibilities import Clause
from planparse.text import Folded

SEVERITIES: dict[str, Severity] = {
    "no-title": "warning",
    "no-outline": "warning",
    "headings-lost": "warning",
    "numbering-gap": "warning",
    "no-units": "info",
    "unread-clause": "warning",
    "unknown-label": "warning",
    "broken-bracket": "warning",
    "clause-outside-measure": "info",
    "unplaced-number": "info",
}
_LENGTHS = sorted({len(word) for word in ROLE_OF}, reverse=True)
_OPEN = Pattern("[（）《》\n]", reads=("（含筹建", "《方案"), leaves=("牵头单位",))
_PAIR = {"）": "（", "》": "《"}


# Families whose numbers need not begin at 1: an annex may stand alone, 1.1 and articles go on from chapter to chapter.
_FREELY_NUMBERED = frozenset(("annex", "title", "box", "article", "division", "decimal"))


class Finding(NamedTuple):
    """A diagnostic: its code, its offsets, and what stands in the gaps of its words."""

    code: str
    start: int
    end: int
    fields: Mapping[str, str] = MappingProxyType({})


def find_diagnostics(
    text: str,
    folded: Folded,
    title: str | None,
    items: Sequence[Item],
    clauses: Sequence[Clause],
    bodiless: Sequence[Item],
    outside: Sequence[Clause],
    unplaced: Sequence[tuple[int, int]],
) -> Iterator[Finding]:
    """Everything to look at, in no order.

    `bodiless` are the measures without a clause, `outside` the clauses that stand in no measure.
    """
    if title is None:
        yield Finding("no-title", 0, min(len(text), 1))
    if not items:
        yield Finding("no-outline", 0, min(len(text), 1))
    for item in begin_behind_lost_headings(items, folded):
        yield Finding("headings-lost", item.start, item.body, {"found": item.mark.printed})
    yield from _gaps(items)
    yield from _measures_without_units(items, bodiless)
    ends = sorted((clause.start, clause.end) for clause in clauses)
    at = 0
    for start, end in _labels(folded):
        while at < len(ends) and ends[at][1] < start:
            at += 1
        if at == len(ends) or not ends[at][0] <= start < ends[at][1]:
            yield Finding("unread-clause", start, end, {"words": text[start : end + 20].partition("\n")[0]})
    yield from _unknown_labels(text, folded)
    yield from _broken_brackets(text, folded)
    for clause in outside:
        yield Finding("clause-outside-measure", clause.start, clause.end)
    for start, end in unplaced:
        yield Finding("unplaced-number", start, end)


def _labels(folded: Folded) -> Iterator[tuple[int, int]]:
    """The labels of roles that stand before a colon, colon included."""
    colon = folded.find("：")
    while colon >= 0:
        for length in _LENGTHS:
            if colon >= length and folded[colon - length : colon] in ROLE_OF:
                yield colon - length, colon + 1
                break
        colon = folded.find("：", colon + 1)


def _unknown_labels(text: str, folded: Folded) -> Iterator[Finding]:
    """The labels that may name bodies and that nobody knows: 承接单位：."""
    colon = folded.find("：")
    while colon >= 0:
        if (begin := unknown_label(folded, colon)) is not None:
            yield Finding("unknown-label", begin, colon + 1, {"words": text[begin : colon + 20].partition("\n")[0]})
        colon = folded.find("：", colon + 1)


def _gaps(items: Sequence[Item]) -> Iterator[Finding]:
    """Numbers that do not follow the one before of their family and level; a list may run on through the sections."""
    last: dict[tuple[int, str], int] = {}
    for item in items:
        key = (item.level, item.mark.family)
        expected = last.get(key, 0) + 1
        number = item.mark.number
        if number not in (expected, 1) and item.mark.family not in _FREELY_NUMBERED:
            yield Finding("numbering-gap", item.start, item.body, {"found": item.mark.printed, "expected": str(expected)})
        last[key] = number


def _measures_without_units(items: Sequence[Item], bodiless: Sequence[Item]) -> Iterator[Finding]:
    """Task measures that nobody answers for, where somebody does for most measures of the plan."""
    bare = [item for item in bodiless if item.kind == "tasks"]
    if len(bare) * 2 < sum(item.is_measure and item.kind == "tasks" for item in items):
        for item in bare:
            yield Finding("no-units", item.start, item.heading_end)


def _broken_brackets(text: str, folded: Folded) -> Iterator[Finding]:
    """Brackets that no bracket closes before the line ends; where as many close as open, there is nothing to look for."""
    if all(folded.count(closing) == folded.count(opening) for closing, opening in _PAIR.items()):
        return
    open_: list[int] = []
    for match in _OPEN.finditer(folded):
        mark, at = match.group(), match.start()
        if mark == "\n":
            for position in open_:
                yield Finding(
                    "broken-bracket", position, position + 1, {"words": text[position : position + 12].partition("\n")[0]}
                )
            open_.clear()
        elif mark in _PAIR:
            if open_ and folded[open_[-1]] == _PAIR[mark]:
                open_.pop()
        else:
            open_.append(at)
    for position in open_:
        yield Finding("broken-bracket", position, position + 1, {"words": text[position : position + 12]})
