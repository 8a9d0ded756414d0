"""A plan's text cut into what a page shows: blocks of lines, in them links to targets, in them segments of one colour.

The texts of all segments and the gaps behind the blocks, joined, are the plan's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from planparse.model import Measure, Plan, Section
from planparse.text import Span

Colour = Literal["heading", "title", "target", "deadline", "lead", "body"]

_LINE_ENDS = re.compile("\n+")
# A printed title may stand a little behind its marker: 3. 夯实…
_FARTHEST = 4
_FIRST_HEADING, _LAST_HEADING = 3, 6


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    colour: Colour
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which no mark begins or ends."""

    text: str
    colours: tuple[Colour, ...]
    keys: tuple[str, ...]
    """The targets whose words it belongs to."""
    first_of: tuple[str, ...]
    """Those whose words begin here."""


@dataclass(frozen=True, slots=True)
class Run:
    """Segments that one link holds, for targets may share words; `keys` is empty where no target is."""

    keys: tuple[str, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines up to where a section, a measure or a line begins; `gap` are the line ends behind it."""

    start: int
    level: int | None
    """Of the heading that the block is, 3 to 6; None where it is a paragraph."""
    in_measure: bool
    runs: tuple[Run, ...]
    gap: str


def blocks(plan: Plan, prefix: str = "") -> list[Block]:
    """The text, cut; the keys are the ids of the targets behind the prefix."""
    text = plan.text
    marks = sorted(_marks(plan, prefix), key=lambda mark: (mark.start, -mark.end))
    stretches = list(_stretches(plan))
    cuts = {0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)}
    for start, end in stretches:
        cuts |= {start, end}
    clusters = _clusters(marks)
    segments = _segments(text, sorted(cuts), marks)
    measured = _measured(plan)
    headings = {section.span.start: section for section in plan.sections}
    made: list[Block] = []
    deepest = _FIRST_HEADING - 1
    at = 0
    for (start, end), (following, _) in pairwise([*stretches, (len(text), len(text))]):
        begin = at
        while at < len(segments) and segments[at][0] < end:
            at += 1
        level = None
        if (section := headings.get(start)) and _is_heading(section, end - start):
            deepest = level = min(section.level + _FIRST_HEADING - 1, deepest + 1, _LAST_HEADING)
        runs = tuple(_runs([segment for _, segment in segments[begin:at]], clusters))
        made.append(Block(start, level, _within(start, measured), runs, text[end:following]))
    return made


def block_at(cut: Sequence[Block], offset: int) -> int:
    """The start of the block that holds the offset, by which a page names it."""
    at = bisect_right(cut, offset, key=lambda block: block.start) - 1
    return cut[max(at, 0)].start if cut else 0


def _marks(plan: Plan, prefix: str) -> Iterator[_Mark]:
    for section in plan.sections:
        yield from _printed(plan.text, section, section.heading, "heading")
    for measure in plan.measures:
        yield from _printed(plan.text, measure, measure.title, "title")
        for clause in measure.responsibilities:
            for unit in clause.units:
                yield _Mark(unit.span.start, unit.span.end, "lead" if unit.role == "lead" else "body")
    for target in plan.targets:
        yield _Mark(target.span.start, target.span.end, "target", f"{prefix}{target.id}")
    for deadline in plan.deadlines:
        yield _Mark(deadline.span.start, deadline.span.end, "deadline")


def _printed(text: str, item: Section | Measure, words: str, colour: Colour) -> Iterator[_Mark]:
    """The marker and the words behind it, where they are printed so; joined lines are not."""
    start = item.span.start
    at = text.find(words, start, start + len(item.marker) + len(words) + _FARTHEST)
    if at >= 0:
        yield _Mark(start, at + len(words), colour)


def _stretches(plan: Plan) -> Iterator[tuple[int, int]]:
    """Start and end of each block, without the line ends behind it."""
    items: list[Section | Measure] = [*plan.sections, *plan.measures]
    starts = {0, *(end.end() for end in _LINE_ENDS.finditer(plan.text)), *(item.span.start for item in items)}
    for start, end in pairwise(sorted({*starts, len(plan.text)})):
        yield start, start + len(plan.text[start:end].rstrip("\n"))


def _segments(text: str, cuts: Sequence[int], marks: Sequence[_Mark]) -> list[tuple[int, Segment]]:
    """The text between each two cuts, with the marks that lie over it, by where it starts; line ends are left out."""
    found: list[tuple[int, Segment]] = []
    active: list[_Mark] = []
    waiting = iter(marks)
    upcoming = next(waiting, None)
    seen: set[str] = set()
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while upcoming and upcoming.start <= start:
            active += [upcoming] if upcoming.end > start else []
            upcoming = next(waiting, None)
        if not text[start:end].strip("\n"):
            continue
        keys = tuple(mark.key for mark in active if mark.key)
        first = tuple(key for key in keys if key not in seen)
        seen.update(first)
        found.append((start, Segment(text[start:end], tuple(dict.fromkeys(mark.colour for mark in active)), keys, first)))
    return found


def _clusters(marks: Sequence[_Mark]) -> dict[str, int]:
    """Targets whose words overlap share a number: a link cannot stand within a link."""
    numbers: dict[str, int] = {}
    number = end = 0
    for mark in marks:
        if mark.key:
            number += mark.start >= end
            end = max(end, mark.end)
            numbers[mark.key] = number
    return numbers


def _runs(segments: Sequence[Segment], clusters: dict[str, int]) -> Iterator[Run]:
    for _, group in groupby(segments, key=lambda segment: clusters[segment.keys[0]] if segment.keys else None):
        held = tuple(group)
        yield Run(tuple(dict.fromkeys(key for segment in held for key in segment.keys)), held)


def _is_heading(section: Section, length: int) -> bool:
    """Whether the block holds nothing beside the heading: a section may go on behind it."""
    return length <= len(section.marker) + len(section.heading) + _FARTHEST


def _measured(plan: Plan) -> list[Span]:
    return sorted((measure.span for measure in plan.measures), key=lambda span: span.start)


def _within(offset: int, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return at >= 0 and offset < spans[at].end
