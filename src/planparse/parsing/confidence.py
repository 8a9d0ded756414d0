"""How sure a target is: the probability that it is a commitment and that value, unit, indicator, comparator and due are right.

A linear model over signs that the grammar has at hand anyway. The table of signs and weights is `lexicons/confidence.yaml`; `make confidence`
fits the weights to targets that readers judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from math import exp
from typing import NamedTuple

from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.parsing.genre import genre_of
from planparse.parsing.metadata import Head
from planparse.parsing.outline import Item
from planparse.parsing.targets import Found
from planparse.parsing.targets.patterns import NUMBER_RUN
from planparse.text import Folded, Painted

_REACH = 160  # characters around a target in which its sentence is looked for
_OPENING = 300  # characters that say what a document is, where it has no title
_LONG_NOUN = 24
_BARE_NOUN = 2
_SENTENCE_MARKS = "。！？\n"
_CLAUSE_MARKS = f"{_SENTENCE_MARKS}；，"
_YEAR = Pattern(r"20\d\d(?=年)", reads=("到2025年",), leaves=("2025家",))
_DIGIT = Pattern(r"\d", reads=("10家",), leaves=("十家",))
_ALL = ("全部", "所有", "均", "全覆盖", "一律", "都")
_SMALL = 10
_LEAST_DOUBT = -0.1  # a sign of less weight is not worth telling
# Rules that read a number right behind a noun, or choose among things: what they read is often no commitment.
LOOSE_RULES = frozenset(("stands_at", "choose", "count_reaches", "accounts_for", "totals", "push"))


class _Sign(NamedTuple):
    """A sign that is words in a place."""

    name: str
    place: str
    words: tuple[str, ...]


class _Model(NamedTuple):
    """The table of signs: those that are words, the weights of all, and which of them are doubts."""

    base: float
    signs: tuple[_Sign, ...]
    weights: dict[str, float]
    doubts: frozenset[str]


@cache
def _model() -> _Model:
    table = words("confidence")
    signs = {**table["words"], **table["favours"]}
    weights = {name: sign["weight"] for name, sign in signs.items()} | table["reckoned"] | table["sorts"]
    against = (name for name in (*table["words"], *table["reckoned"]) if weights[name] <= _LEAST_DOUBT)
    return _Model(
        table["base"],
        tuple(_Sign(name, sign["place"], tuple(sign["words"])) for name, sign in signs.items()),
        weights,
        frozenset(against),
    )


def weigh(signs: list[str]) -> tuple[float, tuple[str, ...]]:
    """The probability that signs give together, and those of them that speak against the target, the weightiest first."""
    base, _, weights, doubts = _model()
    odds = base + sum(weights[sign] for sign in signs)
    against = sorted((weights[sign], sign) for sign in signs if sign in doubts)
    return round(1 / (1 + exp(-odds)), 2), tuple(sign for _, sign in against)


class Surroundings:
    """What the signs of the targets of one plan are read from."""

    def __init__(self, folded: Folded, painted: Painted, head: Head) -> None:
        """`folded` is the text, `painted` its skeleton."""
        self._folded, self._painted = folded, painted
        title = head.metadata.title or head.metadata.notice_title
        self._genre = genre_of(title)
        self._is_titled = title is not None
        issued = head.metadata.issued_on
        self._issued = issued.year if issued else None
        self._opening = folded[:_OPENING]
        self._headings: dict[Item | None, str] = {None: ""}

    def signs(self, found: Found, due: date | None, context: object, item: Item | None) -> list[str]:
        """The names of the signs of a target; `item` holds it, `context` is the time that stands near it."""
        return [
            *self._words(found, item),
            *self._of_place(due, context, item, found),
            *_of_reading(found, due),
            *self._of_noun(found),
        ]

    def _words(self, found: Found, item: Item | None) -> Iterator[str]:
        folded = self._folded
        places = {
            "clause": _around(folded, found, _CLAUSE_MARKS),
            "sentence": _around(folded, found, _SENTENCE_MARKS),
            "headings": self._above(item),
            "quote": folded[found.start : found.end],
            "opening": self._opening,
            "indicator": found.indicator,
            "begin": found.indicator,
            "end": found.indicator,
        }
        for name, place, words_ in _model().signs:
            where = places[place]
            if place == "begin":
                stands = where.startswith(words_)
            elif place == "end":
                stands = where.endswith(words_)
            else:
                stands = any(word in where for word in words_)
            if stands:
                yield name

    def _above(self, item: Item | None) -> str:
        if item not in self._headings:
            above = item.parent if item else None
            self._headings[item] = (
                f"{self._above(above)}\n{item.heading if item and (item.children or item.heading_end < item.end) else ''}"
            )
        return self._headings[item]

    def _of_place(self, due: date | None, context: object, item: Item | None, found: Found) -> Iterator[str]:
        if self._genre != "plan":
            yield self._genre if self._genre == "call" else "rules"
        if not self._is_titled:
            yield "untitled"
        if item is None or item.is_plan:
            yield "outside_sections"
        else:
            yield f"part_{item.kind}" if item.kind in ("goals", "tasks", "safeguards") else "part_other"
        if due:
            yield "dated"
        elif context:
            yield "date_nearby"
        years = [int(year) for year in _YEAR.findall(_around(self._folded, found, _CLAUSE_MARKS))]
        if years and self._issued and max(years) < self._issued:
            yield "past_year"
        elif years and not due:
            yield "other_year"

    def _of_noun(self, found: Found) -> Iterator[str]:
        noun, folded, start = found.indicator, self._folded, found.start
        if noun not in folded[start : found.end]:
            yield "indicator_from_context"
        if len(noun) <= _BARE_NOUN:
            yield "bare_noun"
        if len(noun) > _LONG_NOUN:
            yield "long_noun"
        if "、" in noun or "，" in noun:
            yield "list_in_noun"
        if _DIGIT.search(noun):
            yield "number_in_noun"
        before = folded[max(0, start - 2) : start]
        if "\n" in folded[start : found.end] or (before.endswith("\n") and before[:1] not in ("。", "；", "：", "\n", "")):
            yield "torn"
        if sum(1 for _ in NUMBER_RUN.finditer(self._painted, start, found.end)) > 1:
            yield "second_number"


def _around(text: str, found: Found, marks: str) -> str:
    """The clause or sentence that holds a target, as far as it is near."""
    before = text[max(0, found.start - _REACH) : found.start]
    behind = text[found.end : found.end + _REACH]
    start = max(before.rfind(mark) for mark in marks) + 1
    end = min((at for mark in marks if (at := behind.find(mark)) >= 0), default=len(behind))
    return before[start:] + text[found.start : found.end] + behind[:end]


def _of_reading(found: Found, due: date | None) -> Iterator[str]:
    yield found.kind if found.kind in ("count", "level", "share", "change", "coverage") else "scaled"
    amount = found.amount
    if found.kind == "coverage" and not any(word in (found.outcome or "") + found.rule for word in _ALL):
        yield "loose_coverage"
    if amount is not None:
        if amount.chinese and amount.value is not None and amount.value <= _SMALL:
            yield "small_numeral"
        if amount.unit is None:
            yield "no_unit"
        elif amount.unit.endswith("元"):
            yield "money"
        if amount.family == "time":
            yield "length_of_time"
    if found.comparator in ("le", "lt"):
        yield "ceiling"
    if found.rule == "indicator_table":
        yield "table" if due else "table_without_year"
    elif found.rule in LOOSE_RULES:
        yield "loose_rule"
    elif found.rule in ("reach", "bounded", "build", "build_list"):
        yield f"by_{found.rule}"
    elif "_of_" in found.rule or found.rule.endswith("elided"):
        yield "shared_rule"
    if found.strength != "firm":
        yield "striving"
    if found.frequency:
        yield "recurring"
