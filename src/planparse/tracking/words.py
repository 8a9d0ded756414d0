"""Which words of a text have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from planparse.comparing.words import tokens
from planparse.language.folding import fold
from planparse.tracking.parts import plain
from planparse.tracking.results import Edit

# Between two changes so few characters that one reads them as one.
_BRIDGE: Final = 2
# The time to hold two texts against each other grows with the product of their words: beyond this they are told whole.
_LARGEST: Final = 4_000_000
_CONTEXT: Final = 12
_MARKS: Final = frozenset("，。；：、！？（）“”《》")


class Segment(NamedTuple):
    """A stretch of both texts: the same in both, or what one became."""

    old: str
    new: str
    same: bool


def segments(old: str, new: str) -> list[Segment]:
    """Both texts, stretch by stretch, in their order. Widths and scripts make no difference.

    >>> [(s.old, s.new) for s in segments("签约率力争达到70%。", "签约率达到75%。") if not s.same]
    [('力争', ''), ('70', '75')]
    """
    olds, news = tokens(old), tokens(new)
    folded = [fold(word) for word in olds], [fold(word) for word in news]
    found = [Segment("".join(olds[a:b]), "".join(news[c:d]), same) for same, (a, b), (c, d) in _aligned(*folded)]
    return [*_bridged(found)]


def edits(old: str, new: str) -> Iterator[Edit]:
    """The words that changed, with those right before them. Marks alone are none."""
    before = ""
    for segment in segments(old, new):
        if not segment.same and plain(segment.old) != plain(segment.new):
            yield Edit(before=before[-_CONTEXT:], old=segment.old, new=segment.new)
        before = (before + segment.new)[-_CONTEXT:]


def _aligned(olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """The stretches of both lists: whether they are the same, and where each lies in the old and in the new one."""
    least = min(len(olds), len(news))
    start = next((at for at in range(least) if olds[at] != news[at]), least)
    end = next((at for at in range(least - start) if olds[-1 - at] != news[-1 - at]), least - start)
    ends = len(olds) - end, len(news) - end
    if start:
        yield True, (0, start), (0, start)
    middle = olds[start : ends[0]], news[start : ends[1]]
    if len(middle[0]) * len(middle[1]) > _LARGEST:
        yield False, (start, ends[0]), (start, ends[1])
    elif middle[0] or middle[1]:
        from rapidfuzz.distance import Indel  # noqa: PLC0415 - only where words have changed

        for step in Indel.opcodes(*middle):
            old, new = (step.src_start + start, step.src_end + start), (step.dest_start + start, step.dest_end + start)
            yield step.tag == "equal", old, new
    if end:
        yield True, (ends[0], len(olds)), (ends[1], len(news))


def _bridged(found: Sequence[Segment]) -> Iterator[Segment]:
    """Changes that stand side by side, or with next to nothing between them, as one."""
    held = Segment("", "", same=False)
    between = Segment("", "", same=True)
    for segment in found:
        if segment.same:
            if held.old or held.new:
                between = Segment(between.old + segment.old, between.new + segment.new, same=True)
            else:
                yield segment
            continue
        if (between.old or between.new) and not _is_bridge(between):
            yield held
            yield between
            held = segment
        else:
            held = Segment(held.old + between.old + segment.old, held.new + between.new + segment.new, same=False)
        between = Segment("", "", same=True)
    if held.old or held.new:
        yield held
    if between.old or between.new:
        yield between


def _is_bridge(between: Segment) -> bool:
    return len(between.new) < _BRIDGE and not _MARKS.intersection(between.new)
