"""Measures without a mark: paragraphs that open with a heading sentence and end in a responsibility clause of their own.

打造创新研发平台。依托…。（省科技厅负责） under （二）加快平台建设 is a measure of its own, and its heading is its marker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planparse.language.marks import Mark
from planparse.language.patterns import Pattern
from planparse.parsing.outline.items import Item
from planparse.parsing.responsibilities import Clause
from planparse.text import Folded

# 打造创新研发平台。, ——智能芯片。: a short first sentence, one phrase, that more text follows.
_HEADING_SENTENCE = Pattern(
    r"[—]*(?P<heading>[^\n，。；：（）\d—][^\n，。；：]{1,34})[。：](?=[^\n])",
    reads=("打造创新研发平台。依托高校建设中心。", "——智能芯片。突破关键技术。"),
    leaves=("到2025年，建成中心。", "打造创新研发平台。"),
    by="match",
)
# 优化管理机制，强化部门协作。: the same in two phrases.
_PAIRED_HEADING = Pattern(
    r"(?P<heading>[^\n，。；：（）\d—]{4,18}，[^\n，。；：（）\d—]{4,18})[。](?=[^\n])",
    reads=("优化管理机制，强化部门协作。建立清单。",),
    leaves=("到2025年，建成中心。完成。", "优化管理机制，强化部门协作。"),
    by="match",
)
_FIRST_SENTENCE = Pattern(r"[^\n。]{1,80}", reads=("依托高校建设中心",), leaves=("。",), by="match")


def with_unmarked(text: str, folded: Folded, items: Sequence[Item], clauses: Sequence[Clause], start: int) -> list[Item]:
    """The items with those that no mark opens among them, in document order.

    Before the first mark of all (`start` on), and where there is none, two or more paragraphs that end in a clause are measures. Under
    a mark they need a heading sentence each, before the items of a section too: where nothing but its heading stands beside the mark, two or more of them
    make it a section; where a text with a clause does, that stays a measure, and they are measures behind it. Where that text opens
    with a heading sentence in two phrases as they do, it is the first of them, and so it is throughout the plan. What secures a plan
    needs no clauses for that, but a heading sentence in all its paragraphs.
    """
    found: list[Item] = []
    starts = [clause.start for clause in clauses]
    for item in items:
        _note_answered_for(item, starts)
    stop = items[0].start if items else len(text)
    opened = [*_closed_paragraphs(folded, start, stop, clauses)]
    if len(opened) > 1:
        found += _made(None, None, text, folded, opened, stop)
    headed_below = {item: headed for item in items if (headed := _headed_paragraphs(folded, item, clauses, starts))}
    first_runs_in = any(_first_runs_in(folded, item, headed, clauses) for item, headed in headed_below.items())
    for item in items:
        found.append(item)
        if item.children:
            before = _headed_before_children(folded, item, clauses, starts)
            if len(before) > 1:
                found += _put_below(item, text, folded, before, item.own_end)
            continue
        headed = headed_below.get(item, [])
        if not headed:
            securing = _securing_paragraphs(folded, item)
            if len(securing) > 1:
                found += _put_below(item, text, folded, securing, item.end)
            continue
        if folded.find("\n", item.body) > item.heading_end + 1:
            if not _closes(folded, item.start, headed[0], clauses):
                continue
            if not first_runs_in:
                found += _made(item, item.parent, text, folded, headed, item.end)
                item.end = item.own_end = headed[0]
                continue
            headed = [item.heading_end + 1, *headed]
        if len(headed) > 1:
            found += _put_below(item, text, folded, headed, item.end)
    return found


def _note_answered_for(item: Item, starts: Sequence[int]) -> None:
    """Make a measure of an item that holds a clause, of those that begin at `starts`: bodies answer for it, so it says what is done."""
    has_clause = bisect_left(starts, item.start) < bisect_left(starts, item.end)
    if item.mark.family == "box":
        item.is_answered_for = has_clause
    above = item.parent.kind if item.parent else None
    if above in ("tasks", "safeguards") and item.kind in ("goals", "other") and not item.children and has_clause:
        item.kind = above  # 1.指标确定。…（牵头单位：市财政局）


def _put_below(item: Item, text: str, folded: Folded, opened: Sequence[int], stop: int) -> list[Item]:
    """The measures that begin at `opened`, put below the item as its first, or only, children."""
    made = _made(item, item, text, folded, opened, stop)
    item.children = [*made, *item.children]
    item.own_end = opened[0]
    return made


def _heading_sentence(folded: Folded, at: int) -> re.Match[str] | None:
    return _HEADING_SENTENCE.match(folded, at) or _PAIRED_HEADING.match(folded, at)


def _headed_paragraphs(folded: Folded, item: Item, clauses: Sequence[Clause], starts: Sequence[int]) -> list[int]:
    """The paragraphs behind the first line of a measure that open with a heading sentence and that a clause closes."""
    names_tasks = item.mark.family == "heading" and item.kind == "tasks" and not item.children
    if not (item.is_measure or names_tasks) or (line_end := folded.find("\n", item.body, item.end)) < 0:
        return []
    if bisect_left(starts, line_end) == bisect_left(starts, item.end):
        return []  # no clause behind the first line
    return [
        begin for begin in _closed_paragraphs(folded, line_end + 1, item.end, clauses) if _heading_sentence(folded, begin)
    ]


def _headed_before_children(folded: Folded, item: Item, clauses: Sequence[Clause], starts: Sequence[int]) -> list[int]:
    """The paragraphs of a section before its first item, below its heading, that open with a heading sentence and that a clause closes."""
    if item.kind != "tasks" or (line_end := folded.find("\n", item.body, item.own_end)) < 0:
        return []
    if bisect_left(starts, line_end) == bisect_left(starts, item.own_end):
        return []
    closed = _closed_paragraphs(folded, line_end + 1, item.own_end, clauses)
    return [begin for begin in closed if _heading_sentence(folded, begin)]


def _securing_paragraphs(folded: Folded, item: Item) -> list[int]:
    """The paragraphs of the part that secures a plan, its heading alone on its line, where each opens with a heading sentence.

    A last one without belongs to the one before it.
    """
    is_part = item.parent is None or item.parent.kind != "safeguards"
    holds = item.is_measure or (item.mark.family == "heading" and not item.children)
    if not (holds and item.kind == "safeguards" and is_part) or item.mark.family in ("row", "unmarked"):
        return []
    at = folded.find("\n", item.body, item.end)
    if at < 0 or at > item.heading_end + 1:
        return []
    starts: list[int] = []
    while at >= 0 and at + 1 < item.end:
        starts.append(at + 1)
        at = folded.find("\n", at + 1, item.end)
    if starts and not _opens_with_phrase(folded, starts[-1]):
        starts.pop()
    return starts if all(_opens_with_phrase(folded, start) for start in starts) else []


def _opens_with_phrase(folded: Folded, at: int) -> bool:
    """Whether a paragraph opens with a heading sentence; what a colon ends is a label."""
    opening = _HEADING_SENTENCE.match(folded, at)
    return opening is not None and folded[opening.end() - 1] == "。"


def _first_runs_in(folded: Folded, item: Item, headed: Sequence[int], clauses: Sequence[Clause]) -> bool:
    """Whether the first of the paragraphs stands beside the heading of their item, each with a heading sentence in two phrases."""
    first = _PAIRED_HEADING.match(folded, item.heading_end + 1)
    return (
        first is not None
        and all(_PAIRED_HEADING.match(folded, begin) for begin in headed)
        and _closes(folded, item.start, headed[0], clauses)
        and clauses[bisect_left(clauses, item.start, key=_start)].start > first.end()  # there is one: it closes the first
    )


def _start(clause: Clause) -> int:
    return clause.start


def _closes(folded: Folded, start: int, stop: int, clauses: Sequence[Clause]) -> bool:
    """Whether a clause ends the text from `start` to `stop`."""
    last = bisect_left(clauses, stop, key=_start) - 1
    return last >= 0 and clauses[last].start > start and not folded[clauses[last].end : stop].strip("。\n ")


def _closed_paragraphs(folded: Folded, start: int, stop: int, clauses: Sequence[Clause]) -> Iterator[int]:
    """Where each paragraph, or run of paragraphs, between `start` and `stop` begins that a clause closes."""
    begin: int | None = None
    at, number = start, bisect_left(clauses, start, key=_start)
    while at < stop:
        end = folded.find("\n", at, stop)
        end = stop if end < 0 else end
        clause = clauses[number] if number < len(clauses) and clauses[number].start < end else None
        if (clause is None or clause.start > at + 1) and not (
            begin is not None and _heading_sentence(folded, begin) and not _heading_sentence(folded, at)
        ):
            # The last paragraph with a heading opens the measure, or the last of all: what stands before belongs to the item above.
            begin = at
        if clause is not None:
            while number < len(clauses) and clauses[number].start < end:
                number += 1
            if begin is not None:
                yield begin
            begin = None
        at = end + 1


def _made(
    above: Item | None, parent: Item | None, text: str, folded: Folded, opened: Sequence[int], stop: int
) -> list[Item]:
    """The measures that begin at `opened`, the last ending at `stop`; their paths go on from that of `above`."""
    made: list[Item] = []
    for number, (start, end) in enumerate(pairwise((*opened, stop)), 1):
        headed = _heading_sentence(folded, start)
        begin, heading_end = headed.span("heading") if headed else (start, _end_of_first_sentence(folded, start))
        heading = text[begin:heading_end].strip()
        path = f"{above.path}/{heading}" if above else heading
        level = above.level + 1 if above else 1
        mark = Mark(start, start, "unmarked", number, heading)
        made.append(
            Item(mark, parent, path, level, start, begin, heading, heading_end, end, end, above.kind if above else "tasks")
        )
    return made


def _end_of_first_sentence(folded: Folded, start: int) -> int:
    match = _FIRST_SENTENCE.match(folded, start)
    return match.end() if match else start
