"""Which part of the new version is which of the old one: by the same words, by the same title, else by the most that they share.

Each step takes what the step before has left. Time grows with the words: a pair of characters that stands in many parts tells little
and is not looked at, so that every part is held against few.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final

from planparse.tracking.parts import Part, plain

# How much of their pairs of characters two parts share that are one; less where their titles are alike as well.
_ALIKE: Final = 0.5
_TITLED_ALIKE, _TITLES_ALIKE = 0.25, 0.6
# A title of fewer characters is that of many parts: 其他.
_TITLE: Final = 4
# A pair of characters in more parts than these tells nothing.
_SPREAD: Final = 40

Pairs = dict[int, int]
"""Old places to new ones."""


def paired(olds: Sequence[Part], news: Sequence[Part]) -> Pairs:
    """The parts of one kind that are one, by their places in the two lists."""
    found: Pairs = {}
    _by_key(olds, news, found, lambda part: (part.key, part.clauses))
    _by_key(olds, news, found, lambda part: part.key)
    _by_title(olds, news, found)
    _by_likeness(olds, news, found)
    return found


def _by_key(olds: Sequence[Part], news: Sequence[Part], found: Pairs, key: Callable[[Part], Hashable]) -> None:
    """Those of one key, the first by the first."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    taken = set(found.values())
    for at, part in enumerate(news):
        if at not in taken:
            waiting[key(part)].append(at)
    for places in waiting.values():
        places.reverse()
    for at, part in enumerate(olds):
        if at not in found and (places := waiting.get(key(part), [])):
            found[at] = places.pop()


def _by_title(olds: Sequence[Part], news: Sequence[Part], found: Pairs) -> None:
    """Those whose title stands once on either side."""
    taken = set(found.values())
    sides = [
        [(plain(part.title), at) for at, part in enumerate(parts) if at not in used]
        for parts, used in ((olds, found.keys()), (news, taken))
    ]
    counts = [Counter(title for title, _ in side) for side in sides]
    places = dict(sides[1])
    for title, at in sides[0]:
        if len(title) >= _TITLE and counts[0][title] == counts[1][title] == 1:
            found[at] = places[title]


def _by_likeness(olds: Sequence[Part], news: Sequence[Part], found: Pairs) -> None:
    taken = set(found.values())
    holding: dict[str, list[int]] = defaultdict(list)
    for at, part in enumerate(news):
        if at not in taken:
            for pair in part.pairs:
                holding[pair].append(at)
    close = []
    for at, part in enumerate(olds):
        if at in found:
            continue
        shared = Counter(other for pair in part.pairs if len(holding[pair]) <= _SPREAD for other in holding[pair])
        for other, _ in shared.most_common(5):
            alike = _likeness(part.pairs, news[other].pairs)
            titled = alike >= _TITLED_ALIKE and _likeness(part.title_pairs, news[other].title_pairs) >= _TITLES_ALIKE
            if alike >= _ALIKE or titled:
                close.append((-alike, abs(at - other), at, other))
    for _, _, at, other in sorted(close):
        if at not in found and other not in taken:
            found[at] = other
            taken.add(other)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of their pairs of characters that both have: 1 for the same words, 0 where they share none."""
    many = len(one) + len(other)
    return 2 * len(one & other) / many if many else 0.0


def out_of_order(places: Sequence[int]) -> set[int]:
    """The fewest of these places, as they stand in the sequence, without which the others stand in order.

    >>> out_of_order([0, 4, 1, 2, 3])
    {4}
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, place in enumerate(places):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(place)
            ends.append(at)
        else:
            tails[length] = place
            ends[length] = at
    kept = set[int]()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(places[at])
        at = before[at]
    return set(places) - kept


def most_often(pairs: Iterable[tuple[str | None, str | None]]) -> dict[str | None, str | None]:
    """For each first the second that it goes with most often, the earliest of several."""
    counts: dict[str | None, Counter[str | None]] = defaultdict(Counter)
    for one, other in pairs:
        counts[one][other] += 1
    return {one: others.most_common(1)[0][0] for one, others in counts.items()}
