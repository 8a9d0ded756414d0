"""Which measures of many plans are on one theme.

What a measure is about stands in its title and at its beginning; the headings above it say a little. Measures are alike by the words of
these and, since two writers seldom cut a matter into the same words, by their pairs of characters. Groups grow by average linkage: two
become one while their measures are alike on average, so that a measure between two themes does not join them. Measures that are more
alike than either is to any other of the other's plan count most: a plan has one measure on a theme, or few.

Time and room grow with the plans: measures of one text are one, one that differs in a few words stands for the others, and what very
many measures say is not looked for.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import heapify, heappop, heappush, nlargest
from itertools import chain
from typing import Final, NamedTuple

from planparse.comparing.instruments import instruments
from planparse.comparing.theme_chances import Signs, borne_out, chance
from planparse.comparing.words import cut, rarity
from planparse.language.folding import fold
from planparse.model import Plan

# Characters of a measure that say what it is about, and how often a word of its title counts besides.
_BEGINNING: Final = 150
_TITLE_WEIGHT: Final = 6
# What more than so many of the measures of a plan say, and more than this share of them, is the subject of the plan.
_FEW, _MUCH = 3, 0.35
# The share of the pairs of characters in how alike two measures are; and how much more rare ones say than by their rarity, and rare words
# less, of which it is known how rare they are in plans of all subjects.
_PAIRS_SHARE: Final = 0.4
_PAIRS_POWER, _WORDS_POWER = 1.8, 0.75
# What so many measures say, or this share of them, is no less telling than what one says alone: a theme is what several speak of.
_SAID_BY_SOME, _SHARE_OF_SOME = 8, 0.03
# Below, two measures are not alike, nor where they are by the headings above them alone.
_FAINTEST, _FAINTEST_OWN = 0.04, 0.04
# How much less two measures of one plan are held to be on one theme.
_ONE_PLAN: Final = 0.4
# From here on, on average, two groups are on one theme.
_ONE_THEME: Final = 0.08
# What of a title names the measure; a title that goes on is a sentence.
_NAMING: Final = 24
# Of the instruments that only one of two names says, more than these say no more.
_MOST_INSTRUMENTS: Final = 2
# It is sure that a measure is on a theme if the chance is so high that it is on that of one measure of another plan of which it is sure,
# or so high for each of two of them; and so high of all of them on average.
_SURE, _SURE_OF_EACH, _SURE_OF_ALL = 0.9, 0.6, 0.6
# From here on one measure stands for the other: they are one text, edited. By so many of their most telling words it is found.
_ONE_TEXT: Final = 0.75
_MOST_TELLING: Final = 12
# What more measures than these say is not looked for; and no measure is held to be like more others.
_COMMON, _NEIGHBOURS = 60, 60

_LETTERS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
# What no word and no pair of characters reaches beyond: a text between two marks.
_PIECE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9.]+")


class _Said(NamedTuple):
    """What a measure says, as numbers of tokens: at its beginning, in its title, in the words that name it, and in the headings above.

    `instruments` is what it works with, by the words that name it.
    """

    beginning: Sequence[int]
    title: Sequence[int]
    naming: Sequence[int]
    above: Sequence[int]
    instruments: frozenset[str]


class _Topic(NamedTuple):
    """What a measure says, and what much of its plan says: that is what the plan is about, and no theme within it."""

    said: _Said
    subject: frozenset[int]


class _Weighed(NamedTuple):
    """A topic as a vector of length 1, in two parts: what it says itself, and what the headings above it say alone.

    `naming` are the tokens of the first part that name it, `instruments` what it works with.
    """

    own: Mapping[int, float]
    above: Mapping[int, float]
    naming: AbstractSet[int]
    instruments: frozenset[str]

    def alike(self, other: _Weighed) -> float:
        """How far both say the same themselves."""
        return self._product(other, self.own.keys() & other.own.keys())

    def signs(self, other: _Weighed, standing_out: float) -> Signs:
        """What speaks for it that both are on one theme, given how their likeness stands out."""
        both_name = self.naming & other.naming
        lengths = self._product(self, self.naming) * other._product(other, other.naming)
        names = self._product(other, both_name) / math.sqrt(lengths) if both_name else 0.0
        rest = self._product(other, (self.own.keys() & other.own.keys()) - both_name)
        unlike = min(_MOST_INSTRUMENTS, len(self.instruments ^ other.instruments))
        return Signs(math.sqrt(standing_out), names, math.sqrt(rest), unlike)

    def _product(self, other: _Weighed, tokens: AbstractSet[int]) -> float:
        return sum([self.own[token] * other.own[token] for token in tokens])


class _Alike(NamedTuple):
    """The topics that stand for all, how much each stands out to which others, and the measures that have it, with their plans."""

    topics: Sequence[_Weighed]
    near: Sequence[Mapping[int, float]]
    measures: Mapping[int, Sequence[int]]
    plans: Mapping[int, AbstractSet[int]]


class Member(NamedTuple):
    """A measure of a theme, as its number in the order in which they were read, and whether it is sure that it belongs there."""

    measure: int
    sure: bool


class Themes:
    """The measures of many plans, of which no more is kept than what they are about."""

    def __init__(self) -> None:
        self._tokens: dict[str, int] = {}
        self._pieces: dict[str, array[int]] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._topics: list[_Topic] = []
        self._held: list[int] = []  # the topic of each measure
        self._whose: list[int] = []  # the plan of each measure
        self._many = 0  # plans

    def add(self, plan: Plan) -> None:
        """Read the measures of one more plan."""
        above: dict[str | None, str] = {None: ""}
        for section in plan.sections:  # a section stands behind the one that holds it
            above[section.id] = f"{above[section.parent_id]}\n{section.heading}"
        parts = [(measure.text[:_BEGINNING], measure.title, above[measure.section_id]) for measure in plan.measures]
        if any(own not in self._numbers for own in parts):
            said = [self._said(own) for own in parts]
            spread = Counter(chain.from_iterable({*one.beginning, *one.title} for one in said))
            subject = frozenset(token for token, count in spread.items() if count > max(_FEW, _MUCH * len(said)))
            for own, one in zip(parts, said, strict=True):
                if own not in self._numbers:
                    self._numbers[own] = len(self._topics)
                    self._topics.append(_Topic(one, subject))
        self._held += (self._numbers[own] for own in parts)
        self._whose += (self._many for _ in parts)
        self._many += 1

    def _said(self, own: tuple[str, str, str]) -> _Said:
        """The tokens of a measure with this beginning, title and headings; of one that was read before they stand there."""
        if (known := self._numbers.get(own)) is not None:
            return self._topics[known].said
        beginning, title, headings = own
        read = self._read(title)
        naming = read if len(title) <= _NAMING else self._read(title[:_NAMING])
        return _Said(self._read(beginning), read, naming, self._read(headings), instruments(title[:_NAMING]))

    def _read(self, text: str) -> Sequence[int]:
        """The tokens of a text. Each piece of it is cut once, in however many plans it stands."""
        found = array("I")
        for piece in _PIECE.findall(fold(text)):
            if piece not in self._pieces:
                self._pieces[piece] = array("I", [self._tokens.setdefault(one, len(self._tokens)) for one in _tokens(piece)])
            found.extend(self._pieces[piece])
        return found

    def groups(self) -> list[list[Member]]:
        """The measures on each theme; first the one that is nearest to the others."""
        topics, near, measures, plans = self._alike()
        found = []
        for group, sure in chain.from_iterable(_parted(group, topics, near, plans) for group in _joined(near)):
            inside = set(group)
            sums = {at: sum(value for other, value in near[at].items() if other in inside) for at in group}
            first = min(sure or group, key=lambda at: (-sums[at], at))  # it names the theme
            order = (first, *sorted(inside - {first}))
            found.append([Member(measure, at in sure) for at in order for measure in measures[at]])
        return found

    def signs(self) -> Iterator[tuple[int, int, Signs]]:
        """Each two measures that are alike, of plans that have only one of them, and what speaks for it that they are on one theme."""
        topics, near, measures, plans = self._alike()
        for at, own in enumerate(near):
            for other, value in own.items():
                if at < other and plans[at].isdisjoint(plans[other]):
                    yield measures[at][0], measures[other][0], topics[at].signs(topics[other], value)

    def _alike(self) -> _Alike:
        standing, leaders = _standing(self._weighed())
        measures = defaultdict(list)
        plans: dict[int, set[int]] = defaultdict(set)
        for measure, (topic, plan) in enumerate(zip(self._held, self._whose, strict=True)):
            measures[standing[topic]].append(measure)
            plans[standing[topic]].add(plan)
        return _Alike(leaders, _standing_out(_near(leaders), plans), measures, plans)

    def _weighed(self) -> Iterator[_Weighed]:
        """Each topic by its tokens: those of the title more often, rare ones with more weight. One at a time: few are kept."""
        times = Counter(self._held)
        spread: Counter[int] = Counter()
        for at, topic in enumerate(self._topics):
            for token in set(topic.said.beginning):
                spread[token] += times[at]
        many = len(self._held) + 1
        some = min(_SAID_BY_SOME, _SHARE_OF_SOME * many)
        weights, is_pair = [], []
        for word, token in self._tokens.items():
            rare = math.log(many / max(spread[token] + 0.5, some))
            is_pair.append(word.startswith(" "))
            weights.append(rare**_PAIRS_POWER if is_pair[-1] else rarity(word) * rare**_WORDS_POWER)
        return (_weigh(topic, weights, is_pair) for topic in self._topics)


def _tokens(piece: str) -> list[str]:
    """Its words, and its pairs of characters, which a blank tells from words."""
    runs = _LETTERS.findall(piece)
    return [*cut(piece), *(f" {run[at : at + 2]}" for run in runs for at in range(len(run) - 1))]


def _weigh(topic: _Topic, weights: Sequence[float], is_pair: Sequence[bool]) -> _Weighed:
    counts = Counter(topic.said.beginning)
    for token in topic.said.title:
        counts[token] += _TITLE_WEIGHT
    said = frozenset(counts)
    counts.update(topic.said.above)
    often = {count: 1 + math.log(count) for count in {*counts.values()}}
    full = {token: often[count] * weights[token] for token, count in counts.items() if token not in topic.subject}
    squares = [0.0, 0.0]
    for token, value in full.items():
        squares[is_pair[token]] += value * value
    scales = [
        math.sqrt(share / square) if square else 0.0
        for share, square in zip((1 - _PAIRS_SHARE, _PAIRS_SHARE), squares, strict=True)
    ]
    scaled = {token: value * scales[is_pair[token]] for token, value in full.items()}
    own = {token: value for token, value in scaled.items() if token in said}
    above = {token: value for token, value in scaled.items() if token not in said}
    return _Weighed(own, above, own.keys() & topic.said.naming, topic.said.instruments)


def _standing(topics: Iterable[_Weighed]) -> tuple[list[int], list[_Weighed]]:
    """The topics that stand for all, and for each topic the number of the first of them that is as good as the same text."""
    holding: dict[int, list[int]] = defaultdict(list)
    standing: list[int] = []
    leaders: list[_Weighed] = []
    for topic in topics:
        telling = [token for _, token in nlargest(_MOST_TELLING, zip(topic.own.values(), topic.own, strict=True))]
        shared = Counter(chain.from_iterable(holding[token] for token in telling))
        most = max(shared.values(), default=0)
        likely = min((leader for leader, count in shared.items() if count == most), default=None)
        if likely is None or topic.alike(leaders[likely]) < _ONE_TEXT:
            likely = len(leaders)
            leaders.append(topic)
            for token in telling:
                holding[token].append(likely)
        standing.append(likely)
    return standing, leaders


def _near(topics: Sequence[_Weighed]) -> list[dict[int, float]]:
    """What each topic is like, and how much."""
    spread = Counter(chain.from_iterable(chain(topic.own, topic.above) for topic in topics))
    # What only one says joins nothing.
    holding: dict[int, list[tuple[int, float]]] = {token: [] for token, count in spread.items() if 1 < count <= _COMMON}
    near: list[dict[int, float]] = [{} for _ in topics]
    for at, topic in enumerate(topics):
        sums: dict[int, float] = defaultdict(float)
        for token, value in chain(topic.own.items(), topic.above.items()):
            if (holders := holding.get(token)) is not None:
                for other, theirs in holders:
                    sums[other] += value * theirs
                holders.append((at, value))
        likest = sorted([(value, -other) for other, value in sums.items() if value >= _FAINTEST], reverse=True)
        for value, other in likest[:_NEIGHBOURS]:
            if topic.alike(topics[-other]) >= _FAINTEST_OWN:
                near[at][-other] = near[-other][at] = value
    return near


def _standing_out(near: Sequence[Mapping[int, float]], plans: Mapping[int, AbstractSet[int]]) -> list[dict[int, float]]:
    """The same, of each two the less the more that others of the same plans are more alike, or where one plan has both."""
    best: list[dict[int, float]] = [{} for _ in near]
    for at, (own, most) in enumerate(zip(near, best, strict=True)):
        for other, value in own.items():
            for plan in plans[other]:
                most[plan] = max(value, most.get(plan, 0.0))
        if len(plans[at]) > 1:  # nothing is more like it than the same text
            most.update(dict.fromkeys(plans[at], 1.0))
    return [
        {
            other: value * value / math.sqrt(_most(best[at], plans[other]) * _most(best[other], plans[at]))
            if plans[at].isdisjoint(plans[other])
            else value * _ONE_PLAN
            for other, value in own.items()
        }
        for at, own in enumerate(near)
    ]


def _most(best: Mapping[int, float], plans: AbstractSet[int]) -> float:
    return max(best[plan] for plan in plans)


_Links = Mapping[int, Mapping[int, float]]


class _Chances(NamedTuple):
    """What the chance is that topics of a group, of plans that have only one of them, are on one theme.

    `links` are those that more than one sign speaks for. A topic that is linked to itself is one text of several plans. That says that
    these are on one theme, and not that others are on it, too.
    """

    all: _Links
    links: _Links


def _chances(
    group: Sequence[int],
    topics: Sequence[_Weighed],
    near: Sequence[Mapping[int, float]],
    plans: Mapping[int, AbstractSet[int]],
) -> _Chances:
    inside = set(group)
    chances: dict[int, dict[int, float]] = {at: {} for at in group}
    links: dict[int, dict[int, float]] = {at: {at: 1.0} if len(plans[at]) > 1 else {} for at in group}
    for at in group:
        for other, value in near[at].items():
            if at < other and other in inside and plans[at].isdisjoint(plans[other]):
                signs = topics[at].signs(topics[other], value)
                chances[at][other] = chances[other][at] = chance(signs)
                if borne_out(signs):
                    links[at][other] = links[other][at] = chances[at][other]
    return _Chances(chances, links)


def _sure(group: AbstractSet[int], chances: _Chances, plans: Mapping[int, AbstractSet[int]]) -> set[int]:
    """Which topics of a group are surely on one theme: the two that are likeliest, then one after the other what they and all are sure of.

    Of each plan it is one: of two that stand side by side in a plan, each has a theme of its own.
    """
    alike = [
        (value, -at, -other)
        for at in group
        for other, value in chances.links[at].items()
        if at <= other and other in group and value >= _SURE
    ]
    if not alike:
        return set()
    _, one, other = max(alike)
    sure = {-one, -other}
    taken = plans[-one] | plans[-other]
    sums = {at: sum(chances.all[at].get(known, 0.0) for known in sure) for at in group - sure}
    while True:
        sums = {at: value for at, value in sums.items() if taken.isdisjoint(plans[at])}
        waiting = [
            (value, -at)
            for at, value in sums.items()
            if value >= _SURE_OF_ALL * len(sure) and _joins(chances.links[at], sure)
        ]
        if not waiting:
            return sure
        at = -max(waiting)[1]
        sure.add(at)
        del sums[at]
        taken = taken | plans[at]
        for other, value in chances.all[at].items():
            if other in sums:
                sums[other] += value


def _joins(links: Mapping[int, float], sure: AbstractSet[int]) -> bool:
    best, second = nlargest(2, (*(value for known, value in links.items() if known in sure), 0.0, 0.0))
    return best >= _SURE or second >= _SURE_OF_EACH


def _parted(
    group: Sequence[int],
    topics: Sequence[_Weighed],
    near: Sequence[Mapping[int, float]],
    plans: Mapping[int, AbstractSet[int]],
) -> Iterator[tuple[list[int], set[int]]]:
    """The themes of a group, each with what is surely on it.

    A text that several plans share and that is not on the theme of the others makes a theme, with what is more like it than like these.
    """
    chances = _chances(group, topics, near, plans)
    left = set(group)
    kernels = [_sure(left, chances, plans)]
    left -= kernels[0]
    while any(at in chances.links[at] for at in left):
        kernels.append(_sure(left, chances, plans))
        left -= kernels[-1]
    if len(kernels) == 1:
        yield list(group), kernels[0]
        return
    parts = [[*kernel] for kernel in kernels]
    for at in sorted(left):
        alike = [sum(near[at].get(known, 0.0) for known in kernel) / len(kernel) for kernel in kernels]
        parts[alike.index(max(alike))].append(at)
    yield from zip(parts, kernels, strict=True)


def _joined(near: Sequence[Mapping[int, float]]) -> Iterator[list[int]]:
    """Groups by average linkage: of all two groups those are joined first that are most alike on average, until none are alike enough."""
    sums = [dict(own) for own in near]  # of all pairs between two groups
    groups: dict[int, list[int]] = {at: [at] for at in range(len(near))}
    waiting = [(-value, one, other, 1, 1) for one, own in enumerate(near) for other, value in own.items() if one < other]
    waiting = [entry for entry in waiting if -entry[0] >= _ONE_THEME]
    heapify(waiting)
    while waiting:
        _, one, other, size, other_size = heappop(waiting)
        if one not in groups or other not in groups or (len(groups[one]), len(groups[other])) != (size, other_size):
            continue  # one of them has grown
        kept, gone = (one, other) if len(sums[one]) >= len(sums[other]) else (other, one)
        groups[kept] += groups.pop(gone)
        del sums[kept][gone]
        for third, value in sums[gone].items():
            if third != kept:
                del sums[third][gone]
                sums[third][kept] = sums[kept][third] = sums[kept].get(third, 0.0) + value
        for third, value in sums[kept].items():
            average = value / (len(groups[kept]) * len(groups[third]))
            if average >= _ONE_THEME:
                a, b = sorted((kept, third))
                heappush(waiting, (-average, a, b, len(groups[a]), len(groups[b])))
    yield from groups.values()
