"""Where the paragraphs of gold stand in a plan: their numbers, the quotes of their targets, and the targets that the plan has there."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planparse.errors import UnsoundError
from planparse.evaluating.numbers.gold import GoldNumbers, GoldParagraph
from planparse.messages import Message
from planparse.model import Plan, Quantity, Target
from planparse.text import Span

_BEFORE, _BEHIND = 16, 8  # characters that are shown around a number


@dataclass(frozen=True, slots=True)
class Standing:
    """A target of the plan in a paragraph of gold, with the numbers of the paragraph, counted from 1, that are its value."""

    target: Target
    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph of gold in the plan's text: where its quotes stand, and what the plan reads there."""

    paragraph: GoldParagraph
    words: tuple[str, ...]  # around each of its numbers, which stands in brackets
    quantities: tuple[Quantity | None, ...]  # of its numbers: the number of the plan that holds it
    quotes: tuple[Span | None, ...]  # of its targets, in their order
    targets: tuple[Standing, ...]  # all that the plan has in the paragraph


def unread(gold: GoldNumbers) -> list[Placed]:
    """The paragraphs of a document from which no plan was read."""
    return [
        Placed(
            paragraph=paragraph,
            words=tuple(f"[{number.text}]" for number in paragraph.numbers),
            quantities=(None,) * len(paragraph.numbers),
            quotes=(None,) * len(paragraph.targets),
            targets=(),
        )
        for paragraph in gold.paragraphs
    ]


class _Flat:
    """A text without its white space, in which a paragraph is the same however its lines were broken."""

    def __init__(self, text: str) -> None:
        self.words = "".join(text.split())
        self._offsets = [at for at, character in enumerate(text) if not character.isspace()]

    def span(self, start: int, length: int) -> Span:
        """The span in the whole text."""
        return Span(self._offsets[start], self._offsets[start + length - 1] + 1)

    def around(self, start: int, length: int, paragraph: GoldParagraph, begins: int) -> str:
        """Some words of the paragraph around a number."""
        before = self.words[max(begins, start - _BEFORE) : start]
        behind = self.words[start + length : min(begins + paragraph.length, start + length + _BEHIND)]
        return f"{before}[{self.words[start : start + length]}]{behind}"

    def start_of(self, paragraph: GoldParagraph) -> int | None:
        """Where the paragraph begins: its first characters, and each of its numbers in its place."""
        start = self.words.find(paragraph.opens)
        while start >= 0:
            if start + paragraph.length <= len(self.words) and all(
                self.words.startswith(number.text, start + number.at) for number in paragraph.numbers
            ):
                return start
            start = self.words.find(paragraph.opens, start + 1)
        return None


def placed(gold: GoldNumbers, plan: Plan) -> list[Placed]:
    """Find each paragraph in the plan. Raises UnsoundError, with all that is not there."""
    flat, standing = _Flat(plan.text), _Standings(plan)
    found, faults = [], []
    for at, paragraph in enumerate(gold.paragraphs):
        start = flat.start_of(paragraph)
        if start is None:
            what = Message("paragraph-not-in-plan", opens=paragraph.opens)
            faults.append(Message("at", where=f"paragraphs[{at}]", what=what))
            continue
        quotes: list[Span | None] = []
        for number, target in enumerate(paragraph.targets):
            quote = target.quote
            begins = flat.words.find(quote, start, start + paragraph.length) if quote else -1
            if quote and begins < 0:
                where = f"paragraphs[{at}].targets[{number}].quote"
                faults.append(Message("at", where=where, what=Message("quote-not-in-paragraph", quote=quote)))
            quotes.append(flat.span(begins, len(quote)) if quote and begins >= 0 else None)
        span = flat.span(start, paragraph.length)
        numbers = tuple(flat.span(start + number.at, len(number.text)) for number in paragraph.numbers)
        found.append(
            Placed(
                paragraph=paragraph,
                words=tuple(
                    flat.around(start + number.at, len(number.text), paragraph, start) for number in paragraph.numbers
                ),
                quantities=tuple(standing.quantity_at(number.start) for number in numbers),
                quotes=tuple(quotes),
                targets=tuple(standing.within(span, numbers)),
            )
        )
    if faults:
        raise UnsoundError(*faults)
    return found


class _Standings:
    """The targets of a plan by the place where they stand: that of their value, or where no number is theirs, of their words."""

    def __init__(self, plan: Plan) -> None:
        self._quantities = sorted(plan.quantities, key=lambda quantity: quantity.span.start)
        self._starts = [quantity.span.start for quantity in self._quantities]
        own: dict[str | None, list[Span]] = defaultdict(list)
        for quantity in self._quantities:
            own[quantity.ref].append(quantity.span)
        values = ((target, own.get(target.id) or self._shared(target)) for target in plan.targets)
        self._targets = sorted(
            ((target, spans or [target.span]) for target, spans in values), key=lambda one: one[1][0].start
        )
        self._places = [spans[0].start for _, spans in self._targets]

    def _shared(self, target: Target) -> list[Span]:
        """The value that a target has in common with others, as 均达到90%; a quantity names but one of them."""
        if target.implied:
            return []
        return [one.span for one in self._quantities_in(target.span) if one.role == "target"]

    def _quantities_in(self, span: Span) -> Sequence[Quantity]:
        return self._quantities[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def quantity_at(self, offset: int) -> Quantity | None:
        """The number of the plan that holds this character."""
        at = bisect_left(self._starts, offset + 1) - 1
        return self._quantities[at] if at >= 0 and offset < self._quantities[at].span.end else None

    def within(self, paragraph: Span, numbers: Sequence[Span]) -> Iterator[Standing]:
        """The targets in a paragraph that has these numbers."""
        starts = [number.start for number in numbers]
        first, last = (bisect_left(self._places, end) for end in (paragraph.start, paragraph.end))
        for target, spans in self._targets[first:last]:
            held = (range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans)
            yield Standing(target, frozenset(at + 1 for part in held for at in part))
