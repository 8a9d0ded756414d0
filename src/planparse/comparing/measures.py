"""Which measures of two plans answer each other.

Measures are alike by their words, those of the headings above them included; words of the titles weigh more, and so do words that are
rare in official plans and among these two. How far a pair stands out among all others of the two plans says whether it is an answer
(`tiers`); a measure may have none, and what one plan puts into one measure another spreads over several. Measures of the same text answer
each other and nothing else.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from planparse.comparing.tiers import Signs, Tier, chance, signs, tier
from planparse.comparing.words import Vector, cut, likenesses, once, telling, vector
from planparse.language.folding import fold
from planparse.model import Measure, Plan

# Below, two measures share little more than the turns of phrase of all plans.
_FAINTEST = 0.05
# From here on it is one measure, edited: the measures of two authors are seldom half as like.
_ONE_TEXT = 0.9
# How often a word of the title counts besides its place in the text, and one of the headings above.
_TITLE_WEIGHT, _HEADING_WEIGHT = 4, 2
# What the same bodies say beside the words.
_BODIES_WEIGHT = 0.02
# A clause of fewer characters says too little to be held against others.
_SHORTEST_CLAUSE = 7
# Two writers seldom cut a matter into the same words; pairs of characters say that 稳岗 and 稳定岗位 have something in common.
_RUN_LENGTH = 2

# From when a document holds, which stands behind its last measure, is about no measure: 本措施自印发之日起实施.
_HOLDS_FROM = re.compile("本[\u4e00-\u9fff]{2,8}自")
_CLAUSE = re.compile(r"[^。；;\n]+")
# Without numbers: of one task, each plan has its own.
_LETTERS = re.compile(r"[\u4e00-\u9fffA-Za-z]+")


class Clause(NamedTuple):
    """A clause of a measure: its words as printed, and where they stand in the measure's text."""

    text: str
    start: int


class Link(NamedTuple):
    """Two measures, by their places in the two lists, how alike they are (0 to 1), and how sure it is that they answer each other.

    `clauses` are those of the two that are closest, `closeness` is how alike these are; None and 0 where no two share a word.
    """

    left: int
    right: int
    similarity: float
    tier: Tier
    clauses: tuple[Clause, Clause] | None
    closeness: float

    @property
    def turned(self) -> Link:
        """The same with the sides changed."""
        clauses = self.clauses and (self.clauses[1], self.clauses[0])
        return self._replace(left=self.right, right=self.left, clauses=clauses)


@dataclass(frozen=True)
class ReadMeasure:
    """A measure, read for comparing: what it speaks of, in all, by its title and by its text alone; its clauses; and its bodies.

    `plain` is its text by the rarity of the words in official plans alone, whatever the two plans are about.
    """

    measure: Measure
    vector: Vector
    title: Vector
    text: Vector
    plain: Vector
    clauses: Sequence[Clause]
    said: Sequence[Vector]
    bodies: frozenset[str]

    @property
    def texts(self) -> tuple[str, str]:
        """What makes it the same measure as another."""
        return self.measure.title, self.measure.text

    @cached_property
    def runs(self) -> Sequence[Sequence[str]]:
        """The pairs of characters that each of its clauses is written in, each once, in their order."""
        return [
            [*dict.fromkeys(run[at : at + _RUN_LENGTH] for run in runs for at in range(len(run) - _RUN_LENGTH + 1))]
            for runs in (_LETTERS.findall(fold(clause.text)) for clause in self.clauses)
        ]

    @cached_property
    def all_runs(self) -> Sequence[str]:
        """Those of all clauses, each once."""
        return [*dict.fromkeys(chain.from_iterable(self.runs))]


@dataclass(frozen=True)
class Held:
    """The measures of two plans held against each other: how alike each pair is, as lists by left and right place."""

    lefts: Sequence[ReadMeasure]
    rights: Sequence[ReadMeasure]

    @classmethod
    def of(cls, left: Plan, right: Plan) -> Held:
        """The measures of these plans."""
        return cls(*read_measures((left, right)))

    @cached_property
    def alike(self) -> list[list[float]]:
        """By their words."""
        return self._likenesses([one.vector for one in self.lefts], [other.vector for other in self.rights])

    @property
    def signs(self) -> list[list[Signs]]:
        """What speaks for each pair."""
        return signs(
            [
                [
                    value + _BODIES_WEIGHT * _overlap(one.bodies, other.bodies)
                    for value, other in zip(row, self.rights, strict=True)
                ]
                for one, row in zip(self.lefts, self.alike, strict=True)
            ],
            self._titles(),
            self._likenesses([one.plain for one in self.lefts], [other.plain for other in self.rights]),
            self._likenesses(*([once(one.all_runs, self._rarity) for one in side] for side in (self.lefts, self.rights))),
            self._answering(),
        )

    def _likenesses(self, lefts: Sequence[Vector], rights: Sequence[Vector]) -> list[list[float]]:
        return [[min(1.0, near.get(j, 0.0)) for j in range(len(rights))] for near in likenesses(lefts, rights)]

    def _titles(self) -> list[list[float]]:
        """How alike the title of the one of each pair is to the text of the other, where that is more."""
        titles, texts = (
            [[getattr(one, of) for one in side] for side in (self.lefts, self.rights)] for of in ("title", "text")
        )
        there, back = self._likenesses(titles[0], texts[1]), self._likenesses(texts[0], titles[1])
        return [[max(values) for values in zip(*rows, strict=True)] for rows in zip(there, back, strict=True)]

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """How much each pair of characters says: more where few measures of the two plans have it."""
        spread = Counter(chain.from_iterable(one.all_runs for side in (self.lefts, self.rights) for one in side))
        many = len(self.lefts) + len(self.rights) + 1
        rare = {count: math.log(many / (count - 0.5)) for count in set(spread.values())}
        return {run: rare[count] for run, count in spread.items()}

    def _answering(self) -> list[list[float]]:
        """How alike those clauses of each pair are, added up, of which each is the closest to the other of all clauses of its plan."""
        sides = self.lefts, self.rights
        owners = [[at for at, one in enumerate(side) for _ in one.runs] for side in sides]
        vectors = [[once(runs, self._rarity) for one in side for runs in one.runs] for side in sides]
        closest: list[tuple[float, list[int]]] = []
        best = [0.0] * len(vectors[1])
        for near in likenesses(vectors[0], vectors[1]):
            most = max(near.values(), default=0.0)
            closest.append((most, [at for at, value in near.items() if value == most > 0]))
            for at, value in near.items():
                best[at] = max(best[at], value)
        found = [[0.0] * len(self.rights) for _ in self.lefts]
        for y, (most, places) in enumerate(closest):
            for x in places:
                if most == best[x]:
                    found[owners[0][y]][owners[1][x]] += most
        return found

    def link(self, i: int, j: int, sure: Tier) -> Link:
        """A pair that was found, with the clauses by which it was."""
        one, other = self.lefts[i], self.rights[j]
        found = [
            (-value, y, x) for y, near in enumerate(likenesses(one.said, other.said)) for x, value in near.items() if value
        ]
        similarity = _similarity(one, other, self.alike[i][j])
        if not found:
            return Link(i, j, similarity, sure, None, 0.0)
        value, y, x = min(found)
        return Link(i, j, similarity, sure, (one.clauses[y], other.clauses[x]), -value)


def links(left: Plan, right: Plan) -> list[Link]:
    """The measures that answer each other, in the order of the left ones, then of the right ones.

    `links(a, b)` holds what `links(b, a)` holds. Time grows with the product of the two numbers of measures.
    """
    held = Held.of(left, right)
    twins = _twins(held)
    taken = {i for i, _ in twins}, {j for _, j in twins}
    found: dict[tuple[int, int], Tier] = dict.fromkeys(twins, "sure")
    for i, row in enumerate(held.signs):
        for j, pair in enumerate(row):
            if i not in taken[0] and j not in taken[1] and held.alike[i][j] >= _FAINTEST and (sure := tier(chance(pair))):
                found[i, j] = sure
    return [held.link(i, j, sure) for (i, j), sure in sorted(found.items())]


def read_measures(plans: Sequence[Plan]) -> list[list[ReadMeasure]]:
    """The measures of each plan, read for comparing with those of the others."""
    clauses = [[_clauses(measure.text) for measure in plan.measures] for plan in plans]
    said = [[[cut(clause.text) for clause in own] for own in texts] for texts in clauses]
    weight = telling([[word for words in own for word in words] for texts in said for own in texts])
    return [
        [
            _reading(measure, own, words, above, weight)
            for measure, own, words, above in zip(plan.measures, texts, cuts, _above(plan), strict=True)
        ]
        for plan, texts, cuts in zip(plans, clauses, said, strict=True)
    ]


def _clauses(text: str) -> list[Clause]:
    clauses = [
        Clause(found[0].strip(), found.start() + len(found[0]) - len(found[0].lstrip())) for found in _CLAUSE.finditer(text)
    ]
    return [clause for clause in clauses if not _HOLDS_FROM.match(clause.text)] or clauses


def _above(plan: Plan) -> list[list[str]]:
    """The words of the headings above each measure."""
    words: dict[str | None, list[str]] = {None: []}
    for section in plan.sections:  # a section stands behind the one that holds it
        words[section.id] = [*words[section.parent_id], *cut(section.heading)]
    return [words[measure.section_id] for measure in plan.measures]


def _reading(
    measure: Measure,
    clauses: Sequence[Clause],
    said: Sequence[Sequence[str]],
    above: list[str],
    weight: Callable[[str], float],
) -> ReadMeasure:
    words = [word for own in said for word in own]
    long = [at for at, clause in enumerate(clauses) if len(clause.text) >= _SHORTEST_CLAUSE] or range(len(clauses))
    title = cut(measure.title)
    units = [unit for clause in measure.responsibilities for unit in clause.units]
    return ReadMeasure(
        measure,
        vector([*words, *title * _TITLE_WEIGHT, *above * _HEADING_WEIGHT], weight),
        vector(title, weight),
        vector(words, weight),
        vector(words),
        [clauses[at] for at in long],
        [vector(said[at], weight) for at in long],
        frozenset(unit.body for unit in units),
    )


def _twins(held: Held) -> list[tuple[int, int]]:
    """The pairs of one text, edited or not; those that are most alike, and nearest in place, first."""
    close = [
        (one.texts != other.texts, -held.alike[i][j], abs(i - j), i + j, i, j)
        for i, one in enumerate(held.lefts)
        for j, other in enumerate(held.rights)
        if held.alike[i][j] >= _ONE_TEXT or one.texts == other.texts
    ]
    free = set(range(len(held.lefts))), set(range(len(held.rights)))
    pairs = []
    for *_, i, j in sorted(close):
        if i in free[0] and j in free[1]:
            free[0].remove(i)
            free[1].remove(j)
            pairs.append((i, j))
    return pairs


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left and right else 0.0


def _similarity(one: ReadMeasure, other: ReadMeasure, alike: float) -> float:
    """1 for the same text alone: what differs in its numbers alone has the same words."""
    return 1.0 if one.texts == other.texts else min(0.999, round(alike, 3))
