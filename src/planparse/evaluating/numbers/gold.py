"""The gold of numbers: paragraphs of a document, each number with its role, each commitment whole. In YAML, as `tests/gold/numbers`.

Offsets and quotes are those of the paragraph without white space. A field that holds a list is right with any of it.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Annotated, Self

from pydantic import Field, model_validator

from planparse.errors import InvalidGoldError, UnsoundError
from planparse.evaluating.gold import Gold, GoldRecord, Number, Words
from planparse.messages import Message
from planparse.model import Comparator, Direction, Many, QuantityRole, Strength, TargetKind
from planparse.readers.inputs import Input, label, read_bytes
from planparse.validating import record_of, values_at


class GoldNumber(GoldRecord):
    """A run of digits: where it stands in its paragraph, and what it does there."""

    at: Annotated[int, Field(ge=0)]
    text: Annotated[str, Field(min_length=1)]
    role: QuantityRole


class GoldNumeral(GoldRecord):
    """A Chinese numeral that counts or measures something, as `三年内`; not scored."""

    words: Annotated[str, Field(min_length=1)]
    role: QuantityRole


class GoldCommitment(GoldRecord):
    """A target: its value stands in these numbers of the paragraph, counted from 1, or without digits in the quote."""

    numbers: Many[Annotated[int, Field(ge=1)]] = ()
    quote: str | None = None
    indicator: str | tuple[str, ...]
    outcome: Words = None
    kind: TargetKind | tuple[TargetKind, ...]
    comparator: Comparator | tuple[Comparator, ...] | None = None  # eq
    value: Number | tuple[Number | None, ...] | None = None
    value_max: Number | tuple[Number | None, ...] | None = None
    unit: Words = None
    base: Number | tuple[Number | None, ...] | None = None
    baseline: Words = None  # not scored
    direction: Direction | tuple[Direction | None, ...] | None = None
    per: Words = None
    frequency: Words = None
    scope: Words = None
    strength: Strength | tuple[Strength, ...] | None = None  # firm
    deadline: date | tuple[date | None, ...] | None = None
    optional: bool | None = None

    @model_validator(mode="after")
    def _stands_somewhere(self) -> Self:
        if not self.numbers and not self.quote:
            raise UnsoundError(Message("neither-numbers-nor-quote"))
        return self


class GoldParagraph(GoldRecord):
    """A paragraph, known by the characters that it opens with, its length and its numbers."""

    opens: Annotated[str, Field(min_length=1)]
    length: Annotated[int, Field(ge=1)]
    numbers: Many[GoldNumber]
    words: Many[GoldNumeral] = ()
    targets: Many[GoldCommitment] = ()

    @model_validator(mode="after")
    def _numbers_are_its_own(self) -> Self:
        end = 0
        for number in self.numbers:
            if number.at < end:
                raise UnsoundError(Message("numbers-overlap", number=number.text))
            end = number.at + len(number.text)
        if end > self.length:
            raise UnsoundError(Message("number-behind-end", number=self.numbers[-1].text, length=self.length))
        for target in self.targets:
            if any(number > len(self.numbers) for number in target.numbers):
                raise UnsoundError(Message("no-such-number", number=max(target.numbers), most=len(self.numbers)))
        return self


class GoldNumbers(GoldRecord):
    """Some paragraphs of one document, read number by number."""

    document: str
    issuer: str
    paragraphs: Many[GoldParagraph]

    def digest(self) -> str:
        """The same for gold that says the same, however its file is laid out."""
        return sha256(self.model_dump_json(exclude_unset=True).encode()).hexdigest()


def read_any_gold(source: Input) -> Gold | GoldNumbers:
    """Read a gold file of either sort: one with `paragraphs` is gold of numbers, any other is gold of a whole plan.

    Raises InputError for an input that cannot be read, and InvalidGoldError, with all faults, for one that does not hold.
    """
    where = label(source)
    values, problems = values_at(read_bytes(source), where, InvalidGoldError)
    record: type[Gold | GoldNumbers] = GoldNumbers if isinstance(values, dict) and "paragraphs" in values else Gold
    return record_of(values, problems, where, record, "a-gold-file", InvalidGoldError)
