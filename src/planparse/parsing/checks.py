"""What the outline itself shows to be damaged: numbers that jump or come back, titles that are missing, words that no item holds."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

from planparse.language.documents import DOCUMENT
from planparse.language.marks import MARKS, read_mark
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.outline.items import Item
from planparse.parsing.responsibilities import Clause
from planparse.parsing.tables.grids import Table
from planparse.text import Folded, line_end


class Finding(NamedTuple):
    """A diagnostic: its code, its offsets, and what stands in the gaps of its words."""

    code: str
    start: int
    end: int
    fields: Mapping[str, str] = MappingProxyType({})


# Families whose numbers say nothing: they are no numbers, or those of annexes and boxes, which may stand alone.
_UNNUMBERED = frozenset(("annex", "title", "box", "heading", "row", "unmarked"))
# Families whose lists may begin with any number, as 2.1 does, and 第三节 behind another chapter.
_BEGIN_ANYWHERE = frozenset(("division", "decimal"))
# A sentence that leads on to a list, which may begin anew.
_LEADS_ON = "：:"
_FEWEST_ALIKE, _TIMES_AS_LONG, _LONG = 4, 8, 1500
_SENTENCE_ENDS = frozenset("。！？；…）”》】〕：")
# A line of prose that no sentence ends: a text cut off, or a line that a page has broken.
_BROKEN_OFF = Pattern(
    rf"(?!{HAN}{{2,6}}：)[^\n\t|]{{12,}}(?:{HAN}|[，、“《（])",
    reads=("到2025年，建成中心10家，培育龙头", "推动数字技术与实体经济深度融合，"),
    leaves=("加强组织领导。", "甲市人民政府", "项目\t目标", "进度安排：2019年10月底前基本完成，并备案"),
    by="fullmatch",
)
# What ends a line well without a full stop: a date, a name of a document, who printed it.
_ENDS_WELL = Pattern(
    f"(?:[日月年]|印发|公开|{DOCUMENT})$",
    reads=("2020年6月29日", "现印发给你们。甲市实施方案"),
    leaves=("依托高校，打造",),
)
_LAST_WORDS = 20
_FEWEST_ROWS, _FEWEST_TABS = 3, 2
_PROSE = Pattern("[，。；]", reads=("建成中心，培育企业",), leaves=("加强组织领导",))


def check_outline(
    text: str,
    folded: Folded,
    items: Sequence[Item],
    clauses: Sequence[Clause],
    tables: Sequence[Table],
    told: Container[Item],
) -> Iterator[Finding]:
    """All that the outline shows, in no order; of the numbers of `told` something is said already."""
    yield from _numbering(items, folded, told)
    yield from _titles(items)
    yield from _far_longer(items)
    yield from _buried(text, folded, items)
    yield from _without_text(folded, items)
    yield from _broken_off(text, folded, items, clauses)
    yield from _unread_tables(text, tables)


def _numbering(items: Sequence[Item], folded: Folded, told: Container[Item]) -> Iterator[Finding]:
    """Numbers that do not follow the one before of their family below one item; a list may run on through the sections.

    Where a list begins anew or an item comes back, so do the paths behind it and below it, which are not told again.
    """
    ever: dict[str, int] = {}
    here: dict[tuple[Item | None, str], int] = {}
    paths: set[str] = set()
    anew: set[tuple[Item | None, str]] = set()
    again: set[Item | None] = set()
    for item in items:
        family, number = item.mark.family, item.mark.number
        list_ = (item.parent, family)
        if family not in _UNNUMBERED:
            before = here.get(list_)
            expected = (ever.get(family, 0) if before is None else before) + 1
            found = _fault(item, before, expected, folded)
            if found or item in told:
                anew.add(list_)
            if found and item not in told:
                yield Finding(found, item.start, item.body, {"found": item.mark.printed, "expected": str(expected)})
            here[list_] = ever[family] = number
        if item.is_plan or not (item.is_measure or item.is_section):
            continue
        if item.path not in paths:
            paths.add(item.path)
            continue
        if list_ not in anew and item.parent not in again:
            yield Finding("path-twice", item.start, item.heading_end, {"path": item.path})
        again.add(item)


def _fault(item: Item, before: int | None, expected: int, folded: Folded) -> str | None:
    """What is wrong with the number of an item, where `before` is that of its list before it."""
    family, number = item.mark.family, item.mark.number
    if number == expected or (before is None and (number == 1 or family in _BEGIN_ANYWHERE)):
        return None
    if number == 1:
        return None if folded[item.start - 2] in _LEADS_ON else "numbering-restarts"
    return "numbering-gap" if before is None or number > before else "numbering-repeats"


def _titles(items: Sequence[Item]) -> Iterator[Finding]:
    """Items that ought to have a title and have none."""
    for item in items:
        if (item.is_measure or item.is_section) and not item.heading.strip("。，；：、 "):
            yield Finding("empty-title", item.start, item.body, {"found": item.mark.printed})


# The end of a sentence behind which a mark may stand.
_MARK_BEHIND = Pattern(
    f"。(?={'|'.join(sorted({rule.opens for rule in MARKS}))})",
    reads=("建设。6.推动", "建设。（二）推动"),
    leaves=("建设。推动",),
)


def _far_longer(items: Sequence[Item]) -> Iterator[Finding]:
    """Leaves far longer than those of their family: the marks of some items may be lost in them."""
    leaves: dict[str, list[Item]] = {}
    for item in items:
        if item.is_measure:
            leaves.setdefault(item.mark.family, []).append(item)
    for alike in leaves.values():
        if len(alike) < _FEWEST_ALIKE:
            continue
        usual = median(item.end - item.start for item in alike)
        for item in alike:
            if item.end - item.start > max(_LONG, _TIMES_AS_LONG * usual):
                yield Finding("far-longer", item.start, item.heading_end, {"found": item.mark.printed})


def _buried(text: str, folded: Folded, items: Sequence[Item]) -> Iterator[Finding]:
    """Marks in mid-line that go on with the list that they stand in: 5.… 。6.…."""
    for item in items:
        if item.children or item.mark.family in _UNNUMBERED:
            continue
        for ended in _MARK_BEHIND.finditer(folded, item.heading_end, item.end + 1):
            mark = read_mark(folded, ended.end()) if ended.start() < item.end else None
            if mark and mark.family == item.mark.family and mark.number == item.mark.number + 1:
                yield Finding("buried-mark", mark.start, mark.end, {"found": text[mark.start : mark.end].strip()})


def _without_text(folded: Folded, items: Sequence[Item]) -> Iterator[Finding]:
    """Leaves that are a phrase alone, where nearly all of their family and level hold a text or other items."""
    alike: dict[tuple[int, str], list[Item]] = {}
    for item in items:
        if item.mark.family not in _UNNUMBERED and item.kind != "appendix":
            alike.setdefault((item.level, item.mark.family), []).append(item)
    for family in alike.values():
        bare = [item for item in family if not item.children and not _says_something(folded, item)]
        if len(bare) * _FEWEST_ALIKE <= len(family):
            for item in bare:
                yield Finding("no-text", item.start, item.heading_end, {"found": item.mark.printed})


def _says_something(folded: Folded, item: Item) -> bool:
    """Whether there is text behind the heading of an item, or its heading is a sentence."""
    words = folded[item.body : item.end].rstrip()
    return words[-1:] in _SENTENCE_ENDS or folded[item.heading_end : item.end].strip() != ""


def _broken_off(text: str, folded: Folded, items: Sequence[Item], clauses: Sequence[Clause]) -> Iterator[Finding]:
    """Paragraphs of items that end in the midst of a sentence, and not with a clause."""
    ends = {clause.end for clause in clauses}
    for item in items:
        if item.mark.family in ("annex", "row", "title") or item.kind == "appendix":
            continue
        at = item.body
        while at < item.own_end:
            end = folded.find("\n", at, item.own_end)
            end = item.own_end if end < 0 else end
            if (
                end not in ends
                and "\t" not in text[at:end]
                and folded[end - 1] not in _SENTENCE_ENDS  # as most are, which need no look at the whole
                and _BROKEN_OFF.fullmatch(folded, at, end)
                and _PROSE.search(folded, max(at, item.heading_end), end)
                and not _ENDS_WELL.search(folded, max(at, end - _LAST_WORDS), end)
            ):
                last = max(at, end - _LAST_WORDS)
                yield Finding("broken-off", last, end, {"words": text[last:end].strip()})
            at = end + 1


def _unread_tables(text: str, tables: Sequence[Table]) -> Iterator[Finding]:
    """Rows that stand in no table: nobody knows what their columns hold."""
    if "\t" not in text:
        return
    ends = {table.start: table.end for table in tables}
    first, rows, at = 0, 0, 0
    while at <= len(text):
        end = line_end(text, at)
        is_row = at not in ends and text.count("\t", at, end) >= _FEWEST_TABS
        if is_row:
            first, rows = at if not rows else first, rows + 1
        if not is_row or end == len(text):
            if rows >= _FEWEST_ROWS:
                stop = line_end(text, first)
                yield Finding("unknown-columns", first, stop, {"words": text[first:stop].replace("\t", " ")[:30]})
            rows = 0
        at = ends.get(at, end) + 1
