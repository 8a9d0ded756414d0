"""Gold of numbers: what the kept files hold, how a plan is held against them, and what is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.evaluating import GoldNumbers, read_any_gold

GOLD = Path(__file__).parent / "gold" / "numbers"
HALVES = ("building", "measuring")


def kept(folder: str) -> dict[str, GoldNumbers]:
    found = {file.stem: read_any_gold(file) for file in sorted((GOLD / folder).glob("*.yaml"))}
    assert all(isinstance(gold, GoldNumbers) and gold.document == name for name, gold in found.items())
    return {name: gold for name, gold in found.items() if isinstance(gold, GoldNumbers)}


# the files that are kept


def test_the_kept_numbers_are_many_and_of_many_governments() -> None:
    documents = {**kept("building"), **kept("measuring")}

    assert len(documents) == sum(len(kept(half)) for half in HALVES) >= 100  # no document is in both halves
    assert len({gold.issuer for gold in documents.values()}) >= 60
    assert sum(len(paragraph.numbers) for gold in documents.values() for paragraph in gold.paragraphs) >= 1500


@pytest.mark.parametrize("folder", [*HALVES, "second"])
def test_what_gold_demands_stands_on_numbers_that_it_calls_targets_and_leaves_none_of_those_out(folder: str) -> None:
    for name, gold in kept(folder).items():
        for paragraph in gold.paragraphs:
            demanded = {number for target in paragraph.targets if not target.optional for number in target.numbers}
            spared = {number for target in paragraph.targets if target.optional for number in target.numbers}
            called = {at for at, number in enumerate(paragraph.numbers, 1) if number.role == "target"}
            assert demanded <= called <= demanded | spared, (name, paragraph.opens)


def test_the_second_reading_is_of_the_same_paragraphs() -> None:
    first = {**kept("building"), **kept("measuring")}

    second = kept("second")

    assert len(second) * 5 >= len(first)
    for name, gold in second.items():
        for own, other in zip(gold.paragraphs, first[name].paragraphs, strict=True):
            assert (own.opens, own.length) == (other.opens, other.length)
            assert [(number.at, number.text) for number in own.numbers] == [(n.at, n.text) for n in other.numbers]
