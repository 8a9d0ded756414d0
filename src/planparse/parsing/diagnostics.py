"""Findings that a careful reader should check. Each code is in SEVERITIES; its message is in `planparse.messages`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planparse.language.body_names import LISTED
from planparse.language.clause_labels import ROLE_OF, unknown_label
from planparse.language.organizations import resolve
from planparse.language.patterns import Pattern
from planparse.model import Region, Severity
from planparse.parsing.checks import Finding, check_outline
from planparse.parsing.outline.items import Item
from planparse.parsing.outline.lost_headings import begin_behind_lost_headings
from planparse.parsing.responsibilities import Clause
from planparse.parsing.tables.grids import Table
from planparse.text import Folded

SEVERITIES: dict[str, Severity] = {
    "no-title": "warning",
    "no-outline": "warning",
    "headings-lost": "warning",
    "numbering-gap": "warning",
    "numbering-repeats": "warning",
    "numbering-restarts": "warning",
    "path-twice": "warning",
    "empty-title": "warning",
    "no-text": "info",
    "far-longer": "info",
    "buried-mark": "warning",
    "broken-off": "warning",
    "unknown-bodies": "warning",
    "unknown-columns": "info",
    "no-units": "info",
    "unread-clause": "warning",
    "unknown-label": "warning",
    "broken-bracket": "warning",
    "clause-outside-measure": "info",
    "unplaced-number": "info",
}
_LENGTHS = sorted({len(word) for word in ROLE_OF}, reverse=True)
_SHORT_LABEL, _BEFORE_SHORT = 2, frozenset(("", "（", "\n", "；"))  # 压实责任： is no label
# Besides what names of bodies end in: parts of an office, houses and firms.
_BODY = Pattern(
    rf"(?:{LISTED}|[处科股室委局]|海关|新区|专班|小组)$",
    reads=("科技处", "省农业农村厅", "市城投集团"),
    leaves=("一网监管", "不再支持"),
)
_OPEN = Pattern("[（）《》\n]", reads=("（含筹建", "《方案"), leaves=("牵头单位",))
_PAIR = {"）": "（", "》": "《"}


def find_diagnostics(
    text: str,
    folded: Folded,
    title: str | None,
    items: Sequence[Item],
    clauses: Sequence[Clause],
    tables: Sequence[Table],
    bodiless: Sequence[Item],
    outside: Sequence[Clause],
    region: Region,
    unplaced: Sequence[tuple[int, int]],
) -> Iterator[Finding]:
    """Everything to look at, in no order.

    `bodiless` are the measures without a clause, `outside` the clauses that stand in no measure.
    """
    if title is None:
        yield Finding("no-title", 0, min(len(text), 1))
    if not items:
        yield Finding("no-outline", 0, min(len(text), 1))
    behind_lost = [*begin_behind_lost_headings(items, folded)]
    for item in behind_lost:
        yield Finding("headings-lost", item.start, item.body, {"found": item.mark.printed})
    yield from check_outline(text, folded, items, clauses, tables, behind_lost)
    yield from _strange_bodies(text, folded, clauses, region)
    yield from _measures_without_units(items, bodiless)
    ends = sorted((clause.start, clause.end) for clause in clauses)
    at = 0
    for start, end in _labels(folded):
        while at < len(ends) and ends[at][1] < start:
            at += 1
        if at == len(ends) or not ends[at][0] <= start < ends[at][1]:
            yield Finding("unread-clause", start, end, {"words": text[start : end + 20]})
    yield from _unknown_labels(text, folded)
    yield from _broken_brackets(text, folded)
    for clause in outside:
        yield Finding("clause-outside-measure", clause.start, clause.end)
    for start, end in unplaced:
        yield Finding("unplaced-number", start, end)


def _strange_bodies(text: str, folded: Folded, clauses: Sequence[Clause], region: Region) -> Iterator[Finding]:
    """Clauses that name nothing that is known as a body or is called like one."""
    for clause in clauses:
        if clause.names and not any(_is_body(folded[start:end], region) for start, end, _ in clause.names):
            yield Finding("unknown-bodies", clause.start, clause.end, {"words": text[clause.start : clause.start + 20]})


def _is_body(name: str, region: Region) -> bool:
    if _BODY.search(name):
        return True
    body = resolve(name, region)
    return body.is_group or body.body != name


def _labels(folded: Folded) -> Iterator[tuple[int, int]]:
    """The labels of roles that stand before a colon, colon included."""
    colon = folded.find("：")
    while colon >= 0:
        for length in _LENGTHS:
            if (
                colon >= length
                and folded[colon - length : colon] in ROLE_OF
                and (length > _SHORT_LABEL or folded[max(0, colon - length - 1) : colon - length] in _BEFORE_SHORT)
            ):
                yield colon - length, colon + 1
                break
        colon = folded.find("：", colon + 1)


def _unknown_labels(text: str, folded: Folded) -> Iterator[Finding]:
    """The labels that may name bodies and that nobody knows: 承接单位：."""
    colon = folded.find("：")
    while colon >= 0:
        if (begin := unknown_label(folded, colon)) is not None:
            yield Finding("unknown-label", begin, colon + 1, {"words": text[begin : colon + 20]})
        colon = folded.find("：", colon + 1)


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
