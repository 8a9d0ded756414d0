"""Which measures of two plans answer each other.

A measure answers the one whose words are most like its own, those of the headings above it included; words of the titles weigh more,
and so do words that are rare in official plans and among these two. Some measures are a little like all others, so that only what goes beyond that counts (cross-domain
similarity local scaling: Conneau et al., Word Translation Without Parallel Data, 2018). What one plan puts into one measure another
spreads over several, so that each measure of either side looks for its best. Measures of the same text answer each other and
nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from typing import NamedTuple

from planparse.comparing.words import Vector, cosine, cut, telling, vector
from planparse.language.folding import fold
from planparse.model import Measure, Plan

# Below, two measures share little more than the turns of phrase of all plans,
_FAINTEST = 0.05
# and what lies less above the ordinary is chance.
_LEAST_ABOVE = 0.03
# How many of the others that a measure is most like make what is ordinary for it.
_NEIGHBOURS = 10
# From here on it is one measure, edited: the measures of two authors are seldom half as like.
_ONE_TEXT = 0.9
# How often a word of the title counts besides its place in the text, and one of the headings above.
_TITLE_WEIGHT, _HEADING_WEIGHT = 4, 2
# The share of a title that must stand in one clause of another measure for that to speak of it.
_NAMED = 0.9
# What the same bodies say beside the words.
_BODIES_WEIGHT = 0.02
# Words that a reader is told of.
_SHOWN = 4

_CLAUSE_END = re.compile(r"[。；;\n]")


class Link(NamedTuple):
    """Two measures, by their places in the two lists, how alike they are (0 to 1), and the words that say so."""

    left: int
    right: int
    similarity: float
    words: tuple[str, ...]


@dataclass(frozen=True)
class ReadMeasure:
    """A measure, read for comparing: what it speaks of, the words of its title with their weights, and its bodies."""

    measure: Measure
    vector: Vector
    title: Mapping[str, float]
    bodies: frozenset[str]

    @cached_property
    def clauses(self) -> list[frozenset[str]]:
        """The words of each of its clauses."""
        return [frozenset(cut(clause)) for clause in _CLAUSE_END.split(self.measure.text)]

    @property
    def texts(self) -> tuple[str, str]:
        """What makes it the same measure as another."""
        return self.measure.title, self.measure.text


def links(left: Plan, right: Plan) -> list[Link]:
    """The measures that answer each other, in the order of the left ones, then of the right ones.

    `links(a, b)` holds what `links(b, a)` holds. Time grows with the product of the two numbers of measures.
    """
    lefts, rights = read_measures((left, right))
    alike = [[cosine(one.vector, other.vector) for other in rights] for one in lefts]
    twins = _twins(lefts, rights, alike)
    taken = {i for i, _ in twins}, {j for _, j in twins}
    rows = [i for i in range(len(lefts)) if i not in taken[0]]
    columns = [j for j in range(len(rights)) if j not in taken[1]]
    above = _above_the_ordinary(
        [[alike[i][j] + _BODIES_WEIGHT * _overlap(lefts[i].bodies, rights[j].bodies) for j in columns] for i in rows]
    )
    near = {(i, j): above[y][x] for y, i in enumerate(rows) for x, j in enumerate(columns) if alike[i][j] >= _FAINTEST}
    found = {*twins}
    for side in (0, 1):
        best: dict[int, float] = {}
        for pair, value in near.items():
            best[pair[side]] = max(value, best.get(pair[side], _LEAST_ABOVE))
        found |= {pair for pair, value in near.items() if value >= best[pair[side]]}
    found |= {(i, j) for i, j in near if _named(lefts[i], rights[j]) or _named(rights[j], lefts[i])}
    return [
        Link(i, j, _similarity(lefts[i], rights[j], alike[i][j]), _shared(lefts[i], rights[j])) for i, j in sorted(found)
    ]


def read_measures(plans: Sequence[Plan]) -> list[list[ReadMeasure]]:
    """The measures of each plan, read for comparing with those of the others."""
    texts = [[cut(measure.text) for measure in plan.measures] for plan in plans]
    weight = telling([words for own in texts for words in own])
    return [
        [
            _reading(measure, words, above, weight)
            for measure, words, above in zip(plan.measures, own, _above(plan), strict=True)
        ]
        for plan, own in zip(plans, texts, strict=True)
    ]


def _above(plan: Plan) -> list[list[str]]:
    """The words of the headings above each measure."""
    words: dict[str | None, list[str]] = {None: []}
    for section in plan.sections:  # a section stands behind the one that holds it
        words[section.id] = [*words[section.parent_id], *cut(section.heading)]
    return [words[measure.section_id] for measure in plan.measures]


def _reading(measure: Measure, words: list[str], above: list[str], weight: Callable[[str], float]) -> ReadMeasure:
    title = cut(measure.title)
    units = [unit for clause in measure.responsibilities for unit in clause.units]
    return ReadMeasure(
        measure,
        vector([*words, *title * _TITLE_WEIGHT, *above * _HEADING_WEIGHT], weight),
        {word: weight(word) for word in title},
        frozenset(unit.body for unit in units),
    )


def _twins(
    lefts: Sequence[ReadMeasure], rights: Sequence[ReadMeasure], alike: Sequence[Sequence[float]]
) -> list[tuple[int, int]]:
    """The pairs of one text, edited or not; those that are most alike, and nearest in place, first."""
    close = [
        (one.texts != other.texts, -alike[i][j], abs(i - j), i + j, i, j)
        for i, one in enumerate(lefts)
        for j, other in enumerate(rights)
        if alike[i][j] >= _ONE_TEXT or one.texts == other.texts
    ]
    free = set(range(len(lefts))), set(range(len(rights)))
    pairs = []
    for *_, i, j in sorted(close):
        if i in free[0] and j in free[1]:
            free[0].remove(i)
            free[1].remove(j)
            pairs.append((i, j))
    return pairs


def _above_the_ordinary(values: Sequence[Sequence[float]]) -> list[list[float]]:
    """How far each value lies above what is ordinary in its row and its column: the mean of the best but one."""

    def ordinary(line: Sequence[float]) -> float:
        others = nlargest(_NEIGHBOURS + 1, line)[1:]
        return sum(others) / len(others) if others else 0.0

    of_columns = [ordinary(column) for column in zip(*values, strict=True)]
    return [
        [value - (of_row + of_column) / 2 for value, of_column in zip(row, of_columns, strict=True)]
        for row, of_row in ((row, ordinary(row)) for row in values)
    ]


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left and right else 0.0


def _named(one: ReadMeasure, other: ReadMeasure) -> bool:
    """Whether a clause of the other speaks of all that the title of this one names."""
    whole = sum(one.title.values())
    return whole > 0 and any(
        sum(weight for word, weight in one.title.items() if word in clause) >= _NAMED * whole for clause in other.clauses
    )


def _similarity(one: ReadMeasure, other: ReadMeasure, alike: float) -> float:
    """1 for the same text alone: what differs in its numbers alone has the same words."""
    return 1.0 if one.texts == other.texts else min(0.999, round(alike, 3))


def _shared(one: ReadMeasure, other: ReadMeasure) -> tuple[str, ...]:
    """The words that say most of what both speak of; those that stand side by side in both texts as one: 安宁疗护."""
    common = {word: value * other.vector[word] for word, value in one.vector.items() if word in other.vector}
    texts = fold(one.measure.text), fold(other.measure.text)
    phrases: list[str] = []
    for word in sorted(common, key=lambda word: (-common[word], word))[: 2 * _SHOWN]:
        for at, phrase in enumerate(phrases):
            joined = next((both for both in (phrase + word, word + phrase) if all(both in text for text in texts)), None)
            if joined or word in phrase:
                phrases[at] = joined or phrase
                break
        else:
            phrases.append(word)
    return tuple(phrases[:_SHOWN])
