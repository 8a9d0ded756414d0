"""A decision finds what it is about: by its key and words, by its words in their path, or by the closest words.

Offsets and ids change with every edit of a source; words seldom do. Equal words are told apart by their path and by what stands
around them. Each entry answers one anchor, the one that fits it best.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from planparse.language.folding import fold
from planparse.model import Deadline, Measure, Plan, Removed, ResponsibleUnit, Reviewable, ReviewMark, Section, Target
from planparse.parsing.keys import squeezed
from planparse.reviewing.records import Anchor
from planparse.text import Span

LIKENESS: Final = 0.75
"""From here on words are taken for those that a decision was about, though some have changed: the share of pairs of characters
that both have (Dice)."""

AROUND: Final = 12
"""Characters that are kept of what stands before an entry's words, and behind them."""

_ALIKE: Final = 0.3  # share of the words around that must be the same to tell that this is the place
_TELLING: Final = 8  # characters: as many in the same order are the same sentence, wherever they stand
_OVERLAP: Final = 0.5  # of two stretches of text, for one to be the other read with other ends
_MOST_PLACES: Final = 1000  # at which words are looked for
_CLAUSE_ENDS: Final = "，。；：、！？,;!?\n"

Record = Target | Measure | ResponsibleUnit | Deadline | Removed


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a plan that can be decided on."""

    on: Reviewable
    record: Record
    key: str | None  # of a unit that of its clause
    quote: str
    path: str
    span: Span  # of the words
    place: tuple[int, ...]  # in its list: of a unit the numbers of measure, clause and unit

    @property
    def review(self) -> ReviewMark | None:
        """What was decided on it before."""
        return None if isinstance(self.record, Removed) else self.record.review


def entries_of(plan: Plan) -> Iterator[Entry]:
    """All entries of a plan, list by list, in document order."""
    for at, target in enumerate(plan.targets):
        yield Entry("target", target, target.key, target.quote, target.path, target.span, (at,))
    for at, measure in enumerate(plan.measures):
        start = plan.text.find(measure.title, measure.span.start)
        words = Span(start, start + len(measure.title))
        if measure.title:  # without one there are no words to tie a decision to
            yield Entry("measure", measure, measure.key, measure.title, measure.path, words, (at,))
        for number, clause in enumerate(measure.responsibilities):
            for last, unit in enumerate(clause.units):
                yield Entry("unit", unit, clause.key, unit.name, measure.path, unit.span, (at, number, last))
    for at, deadline in enumerate(plan.deadlines):
        yield Entry("deadline", deadline, deadline.key, deadline.text, deadline.path, deadline.span, (at,))


def same_words(words: str) -> str:
    """The same for words that differ in white space, width or script alone."""
    return squeezed(fold(words))


class Words:
    """A plan's text, to be searched for words whatever white space is in it."""

    def __init__(self, plan: Plan) -> None:
        folded = fold(plan.text)
        self._offsets = [at for at, character in enumerate(folded) if not character.isspace()]
        self._text = squeezed(folded)
        self._length = len(folded)
        self._holders = _Holders(plan)

    def around(self, span: Span) -> tuple[str, str]:
        """The words before and behind a stretch of the text, without white space."""
        start, end = bisect_left(self._offsets, span.start), bisect_left(self._offsets, span.end)
        return self._text[max(0, start - AROUND) : start], self._text[end : end + AROUND]

    def path_at(self, offset: int) -> str | None:
        """The path of what holds an offset; None before all sections and measures."""
        return self._holders.path_at(offset)

    def paths(self) -> Iterator[tuple[int, str | None]]:
        """Where in the text which path begins to hold."""
        return self._holders.paths()

    def closeness(self, anchor: Anchor, span: Span) -> float:
        """How much of the words around an anchor stands around a stretch: 1 for all, 0 for none, or where it has none."""
        before, after = same_words(anchor.before), same_words(anchor.after)
        if not before and not after:
            return 0.0
        here_before, here_after = self.around(span)
        shared = _shared(reversed(before), reversed(here_before)) + _shared(after, here_after)
        return shared / (len(before) + len(after))

    def place_of(self, anchor: Anchor) -> tuple[Span, float] | None:
        """Where the words of an anchor stand, with how like they are; the likeliest place if there are several."""
        best: tuple[float, bool, float, int] | None = None
        found: Span | None = None
        for likeness, span in self.places_of(anchor.quote) or self._similar(anchor.quote):
            rank = (likeness, self.path_at(span.start) == anchor.path, self.closeness(anchor, span), -span.start)
            if best is None or rank > best:
                best, found = rank, span
        return (found, best[0]) if best and found else None

    def places_of(self, quote: str) -> list[tuple[float, Span]]:
        """The places where these very words stand."""
        words = same_words(quote)
        found: list[tuple[float, Span]] = []
        at = self._text.find(words) if words else -1
        while at >= 0 and len(found) < _MOST_PLACES:
            found.append((1.0, self._span(at, at + len(words))))
            at = self._text.find(words, at + 1)
        return found

    def _similar(self, quote: str) -> list[tuple[float, Span]]:
        """The stretches of as many clauses that are like these words."""
        words = same_words(quote)
        wanted = _pairs(words)
        count = sum(words.count(end) for end in _CLAUSE_ENDS.strip()) + 1
        ends = [-1, *(at for at, character in enumerate(self._text) if character in _CLAUSE_ENDS), len(self._text)]
        found: list[tuple[float, Span]] = []
        for first, last in zip(ends, ends[count:], strict=False):
            if 2 * len(words) < last - first - 1 or 2 * (last - first - 1) < len(words):
                continue
            likeness = _dice(wanted, _pairs(self._text[first + 1 : last]))
            if likeness >= LIKENESS:
                found.append((likeness, self._span(first + 1, last)))
        return found

    def _span(self, start: int, end: int) -> Span:
        return Span(self._offsets[start], self._offsets[end - 1] + 1)


class _Holders:
    """The innermost section or measure around each offset."""

    def __init__(self, plan: Plan) -> None:
        held: list[Section | Measure] = [*plan.sections, *plan.measures]
        items = sorted(held, key=lambda item: (item.span.start, -item.span.end))
        self._starts: list[int] = []
        self._paths: list[str | None] = []
        above: list[tuple[int, str]] = []
        for item in items:
            self._close(above, item.span.start)
            self._note(item.span.start, item.path)
            above.append((item.span.end, item.path))
        self._close(above, len(plan.text) + 1)

    def _close(self, above: list[tuple[int, str]], start: int) -> None:
        while above and above[-1][0] <= start:
            end, _ = above.pop()
            self._note(end, above[-1][1] if above else None)

    def _note(self, start: int, path: str | None) -> None:
        self._starts.append(start)
        self._paths.append(path)

    def paths(self) -> Iterator[tuple[int, str | None]]:
        return zip(self._starts, self._paths, strict=True)

    def path_at(self, offset: int) -> str | None:
        at = bisect_right(self._starts, offset) - 1
        return self._paths[at] if at >= 0 else None


class Found(NamedTuple):
    """The entry that an anchor leads to, and how like its words are: 1 where they are the same."""

    entry: Entry
    likeness: float


def find_entries(anchors: Sequence[Anchor], plan: Plan, words: Words) -> dict[Anchor, Found]:
    """The entry of each anchor that leads to one, be it one that was taken out before; no entry answers two."""
    index = _Index(plan)
    found: dict[Anchor, Found] = {}
    taken: set[int] = set()

    def take(ranked: list[tuple[tuple[float, ...], int, Anchor, Entry, float]]) -> None:
        # The best first; of equal ones that of the earlier decision.
        ranked.sort(key=lambda candidate: (*(-part for part in candidate[0]), candidate[1], candidate[3].span.start))
        for _, _, anchor, entry, likeness in ranked:
            if anchor not in found and id(entry.record) not in taken:
                found[anchor] = Found(entry, likeness)
                taken.add(id(entry.record))

    take(
        [
            (rank, number, anchor, entry, 1.0)
            for number, anchor in enumerate(anchors)
            for rank, entry in _same(anchor, index, words)
        ]
    )
    take(
        [
            ((likeness, entry.path == anchor.path, words.closeness(anchor, entry.span)), number, anchor, entry, likeness)
            for number, anchor in enumerate(anchors)
            if anchor not in found
            for likeness, entry in _similar(anchor, index, words)
        ]
    )
    return found


class _Index:
    """The entries of a plan by their words, their keys and their pairs of characters."""

    def __init__(self, plan: Plan) -> None:
        # What was taken out comes first: were it left out, or behind others, who took it out would, put on once more, take out another
        # that is like it.
        gone = (Entry(one.on, one, one.key, one.quote, one.path, one.span, ()) for one in plan.removed)
        self.entries = [*gone, *entries_of(plan)]
        self.by_words: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.by_key: dict[tuple[str, str | None], list[Entry]] = defaultdict(list)
        self.by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.sizes: list[Counter[str]] = []
        self.by_start: dict[str, list[Entry]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            said = same_words(entry.quote)
            self.by_words[entry.on, said].append(entry)
            if entry.key and entry.on != "unit":
                self.by_key[entry.on, entry.key].append(entry)
            self.sizes.append(_pairs(said))
            for pair in self.sizes[-1]:
                self.by_pair[entry.on, pair].append(number)
            self.by_start[entry.on].append(entry)
        for entries in self.by_start.values():
            entries.sort(key=lambda entry: entry.span.start)


def _same(anchor: Anchor, index: _Index, words: Words) -> Iterator[tuple[tuple[float, ...], Entry]]:
    """The entries that may be the anchor's because their words are the same, or their key where none has these words."""
    said = same_words(anchor.quote)
    equal = index.by_words.get((anchor.on, said), [])
    placed = anchor.path is not None or anchor.before or anchor.after
    for entry in equal:
        closeness = words.closeness(anchor, entry.span)
        has_key, at_home = anchor.key is not None and entry.key == anchor.key, entry.path == anchor.path
        # The number in a key shifts where equal words come or go before: it tells less than the place, if that is known.
        alone = len(equal) == 1 and (len(said) >= _TELLING or (has_key and not placed))
        if at_home or closeness >= _ALIKE or alone:
            yield (closeness + at_home, has_key), entry
    if not equal:
        yield from (((0.0, 1.0), entry) for entry in index.by_key.get((anchor.on, anchor.key), []))


def _similar(anchor: Anchor, index: _Index, words: Words) -> Iterator[tuple[float, Entry]]:
    """The entries whose words are like the anchor's.

    Where its words still stand in the text, only what was read there: it has other ends now. Something else that reads alike is no
    heir of words that are there.
    """
    places = words.places_of(anchor.quote)
    if places:
        place = words.place_of(anchor)
        entries = index.by_start[anchor.on]
        if place:
            span = place[0]
            reach = 2 * (span.end - span.start)  # who overlaps by half begins no further away
            first = bisect_left(entries, span.start - reach, key=lambda entry: entry.span.start)
            last = bisect_left(entries, span.end, key=lambda entry: entry.span.start)
            for entry in entries[first:last]:
                overlap = _overlap(span, entry.span)
                if overlap >= _OVERLAP:
                    yield overlap, entry
        return
    wanted = _pairs(same_words(anchor.quote))
    near: set[int] = set()
    for pair in wanted:
        near.update(index.by_pair.get((anchor.on, pair), ()))
    for number in sorted(near):
        likeness = _dice(wanted, index.sizes[number])
        if likeness >= LIKENESS:
            yield likeness, index.entries[number]


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _overlap(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return max(0, shared) / whole


def _pairs(words: str) -> Counter[str]:
    return Counter(map("".join, pairwise(words)))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0
