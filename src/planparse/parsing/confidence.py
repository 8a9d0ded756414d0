"""Confidence of a target: the probability that it is a commitment and that value, unit, indicator, comparator and due are right.

A linear model over signs that the grammar has at hand anyway. The table of signs and weights is `lexicons/confidence.yaml`; `make confidence`
fits the weights to targets that readers judged.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from math import exp
from typing import NamedTuple

from planparse.language.amounts import Amount
from planparse.language.compiling import compiled
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.parsing.genre import genre_of
from planparse.parsing.metadata import FrontMatter
from planparse.parsing.outline.items import Item
from planparse.parsing.targets import LOOSE_RULES, Found
from planparse.text import Folded

_REACH = 160  # characters around a target in which its sentence is looked for
_OPENING = 300  # characters that say what a document is, where it has no title
_SENTENCE_MARKS = ("。", "\n")
_CLAUSE_MARKS = ("，", "；")
_EDGES = (1, 2, 3)  # how long the words are with which a noun begins or ends too early or late
_LONG_NOUN = 24
_BARE_NOUN = 2
_YEAR = Pattern(r"20\d\d(?=年)", reads=("到2025年",), leaves=("2025家",))
_SMALL = 10
_LEAST_DOUBT = -0.1  # a sign of less weight is not worth telling
_COMMON_RULES = frozenset(("reach", "bounded", "build", "build_list"))


class _Model(NamedTuple):
    """The table of signs.

    By place those that are words, and a search for any of these words; by word those at the edges of nouns; the weights of all, and which
    of them are doubts.
    """

    base: float
    words: dict[str, list[tuple[str, tuple[str, ...]]]]
    some: Mapping[str, Callable[[str], object]]
    edges: dict[str, dict[str, str]]
    weights: dict[str, float]
    doubts: frozenset[str]


@cache
def _model() -> _Model:
    table = words("confidence")
    signs = {**table["words"], **table["favours"]}
    weights = {name: sign["weight"] for name, sign in signs.items()} | table["reckoned"] | table["sorts"]
    places: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name, sign in signs.items():
        places.setdefault(sign["place"], []).append((name, tuple(sign["words"].split())))
    edges = {place: {word: name for name, words_ in places.pop(place) for word in words_} for place in ("begin", "end")}
    against = (name for name in (*table["words"], *table["reckoned"]) if weights[name] <= _LEAST_DOUBT)
    some = {
        place: compiled("|".join(re.escape(word) for _, words_ in listed for word in words_)).search
        for place, listed in places.items()
    }
    return _Model(table["base"], places, some, edges, weights, frozenset(against))


def weigh(signs: list[str]) -> tuple[float, tuple[str, ...]]:
    """The probability that signs give together, and those of them that speak against the target, the weightiest first."""
    model = _model()
    odds, weights, doubts = model.base, model.weights, model.doubts
    against = []
    for sign in signs:
        odds += weights[sign]
        if sign in doubts:
            against.append((weights[sign], sign))
    return round(1 / (1 + exp(-odds)), 2), tuple(sign for _, sign in sorted(against))


class Surroundings:
    """What the signs of the targets of one plan are read from."""

    def __init__(self, folded: Folded, amounts: Sequence[Amount], head: FrontMatter) -> None:
        """`folded` is the text, with its amounts in order."""
        self._folded = folded
        self._amounts = [amount.start for amount in amounts]
        title = head.metadata.title or head.metadata.notice_title
        issued = head.metadata.issued_on
        self._issued = issued.year if issued else None
        self._of_plan = [*_of_document(title), *_standing("opening", folded[:_OPENING])]
        self._of_items: dict[Item | None, list[str]] = {}
        self._start = self._end = 0  # of the sentence that was looked at last, with its signs
        self._of_sentence: list[str] = []

    def signs(self, found: Found, due: date | None, context: object, item: Item | None) -> list[str]:
        """The names of the signs of a target; `item` holds it, `context` is the time that stands near it."""
        if item not in self._of_items:
            self._of_items[item] = [*_of_item(item)]
        folded = self._folded
        if not self._start <= found.start < found.end <= self._end:
            self._start, self._end = _around(folded, found, _SENTENCE_MARKS, 0, len(folded))
            self._of_sentence = _standing("sentence", folded[self._start : self._end])
        start, end = _around(folded, found, _CLAUSE_MARKS, self._start, self._end)
        clause = folded[start:end]
        return [
            *self._of_plan,
            *self._of_items[item],
            *self._of_sentence,
            *_standing("clause", clause),
            *_standing("quote", folded[found.start : found.end]),
            *self._of_time(clause, due, context),
            *_of_reading(found, due),
            *self._of_noun(found),
        ]

    def _of_time(self, clause: str, due: date | None, context: object) -> Iterator[str]:
        if due:
            yield "dated"
        elif context:
            yield "date_nearby"
        if "年" in clause and (years := _YEAR.findall(clause)):
            if self._issued and int(max(years)) < self._issued:
                yield "past_year"
            elif not due:
                yield "other_year"

    def _of_noun(self, found: Found) -> Iterator[str]:
        noun, folded, start = found.indicator, self._folded, found.start
        yield from _standing("indicator", noun)
        edges = _model().edges
        for length in _EDGES:
            if name := edges["begin"].get(noun[:length]):
                yield name
                break
        for length in _EDGES:
            if name := edges["end"].get(noun[-length:]):
                yield name
                break
        if noun not in folded[start : found.end]:
            yield "indicator_from_context"
        if len(noun) <= _BARE_NOUN:
            yield "bare_noun"
        if len(noun) > _LONG_NOUN:
            yield "long_noun"
        if "、" in noun or "，" in noun:
            yield "list_in_noun"
        before = folded[max(0, start - 2) : start]
        if "\n" in folded[start : found.end] or (before.endswith("\n") and before[:1] not in ("。", "；", "：", "\n", "")):
            yield "torn"
        if bisect_left(self._amounts, found.end) - bisect_left(self._amounts, start) > 1:
            yield "second_number"


def _standing(place: str, where: str) -> list[str]:
    """The signs of a place of which a word stands there."""
    model = _model()
    if not model.some[place](where):
        return []  # as in most places
    found = []
    for name, words_ in model.words[place]:
        for word in words_:
            if word in where:
                found.append(name)
                break
    return found


def _around(text: str, found: Found, marks: tuple[str, str], least: int, most: int) -> tuple[int, int]:
    """What holds a target between two of these marks, as far as it is near, and not beyond `least` and `most`."""
    one, other = marks
    start, end = max(least, found.start - _REACH), min(most, found.end + _REACH)
    start = max(start, text.rfind(one, start, found.start) + 1)
    start = max(start, text.rfind(other, start, found.start) + 1)
    if (mark := text.find(one, found.end, end)) >= 0:
        end = mark
    if (mark := text.find(other, found.end, end)) >= 0:
        end = mark
    return start, end


def _of_document(title: str | None) -> Iterator[str]:
    genre = genre_of(title)
    if genre != "plan":
        yield "call" if genre == "call" else "rules"
    if title is None:
        yield "untitled"


def _of_item(item: Item | None) -> Iterator[str]:
    """The signs of the part that holds a target, and of the headings above."""
    if item is None or item.is_plan:
        yield "outside_sections"
    else:
        yield f"part_{item.kind}" if item.kind in ("goals", "tasks", "safeguards") else "part_other"
    headings: list[str] = []
    while item is not None:
        headings.append(item.heading)
        item = item.parent
    yield from _standing("headings", "\n".join(headings))


def _of_reading(found: Found, due: date | None) -> Iterator[str]:
    yield found.kind if found.kind in ("count", "level", "share", "change", "coverage") else "scaled"
    if amount := found.amount:
        if amount.chinese and amount.value is not None and amount.value <= _SMALL:
            yield "small_numeral"
        if amount.unit is None:
            yield "no_unit"
    if found.rule == "indicator_table" and not due:
        yield "table_without_year"
    elif found.rule in LOOSE_RULES:
        yield "loose_rule"
    elif found.rule in _COMMON_RULES:
        yield f"by_{found.rule}"
    if found.strength != "firm":
        yield "striving"
    if found.frequency:
        yield "recurring"
