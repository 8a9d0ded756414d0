"""Every rule reads the sentences that stand beside it in its table, alone and whole, and leaves alone those that it must."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from planparse.cli.explain import lines
from planparse.language.amounts import TURNS, find_amounts
from planparse.language.compiling import may_begin
from planparse.language.dates import TIMES, find_times
from planparse.language.folding import fold
from planparse.language.marks import MARKS, read_mark
from planparse.language.patterns import Rule, Rules
from planparse.parsing.deadlines import EXCLUSIONS, exclusion
from planparse.parsing.explaining import explain
from planparse.parsing.outline.kinds import HEADINGS, heading_rule
from planparse.parsing.quantities import NUMBERS
from planparse.parsing.responsibilities import find_clauses
from planparse.parsing.responsibilities.styles import CLAUSES
from planparse.parsing.targets import find_targets
from planparse.parsing.targets.coverage import COVERAGE
from planparse.parsing.targets.skeleton import paint
from planparse.parsing.targets.stating import TARGETS


class Read(NamedTuple):
    """What the stage made of a stretch of the sentence, and the name of the rule that fired."""

    rule: str
    start: int
    end: int
    value: Any


def times(sentence: str) -> Iterator[Read]:
    """Each time: its words and its last day."""
    for time in find_times(fold(sentence)):
        value = sentence[time.start : time.end], time.last.isoformat() if time.last else None
        yield Read(time.rule, time.start, time.end, value)


def marks(sentence: str) -> Iterator[Read]:
    """The mark at the beginning: how a path prints it, and its number."""
    if mark := read_mark(fold(sentence), 0):
        yield Read(mark.family, mark.start, mark.end, (mark.printed, mark.number))


def clauses(sentence: str) -> Iterator[Read]:
    """Each responsibility clause: its bodies and their roles."""
    for clause in find_clauses(fold(sentence)):
        bodies = {sentence[name.start : name.end]: name.role for name in clause.names}
        yield Read(clause.style, clause.start, clause.end, bodies)


def targets(sentence: str) -> Iterator[Read]:
    """Each target: its indicator and its outcome."""
    folded = fold(sentence)
    found_times = [*find_times(folded)]
    skeleton = paint(folded, [*find_amounts(folded)], found_times)
    for found in find_targets(sentence, skeleton, found_times, [(0, len(sentence))]):
        yield Read(found.rule.partition("_of_")[0], found.start, found.end, (found.indicator, found.outcome))


def turns(sentence: str) -> Iterator[Read]:
    """Each verb that is a number: its value. An amount does not tell its rule: that which stands there does."""
    for amount in find_amounts(sentence):
        if turned := TURNS.at(sentence, amount.number_start):
            yield Read(turned[0].name, amount.start, amount.end, amount.value)


def exclusions(sentence: str) -> Iterator[Read]:
    """Each time that is no deadline: its words."""
    for time in find_times(fold(sentence)):
        if rule := exclusion(fold(sentence), time):
            yield Read(rule.name, time.start, time.end, sentence[time.start : time.end])


def numbers(sentence: str) -> Iterator[Read]:
    """Each number that belongs to something: the words of all of it."""
    for rule, match in NUMBERS.find(fold(sentence)):
        yield Read(rule.name, *match.span(), sentence[slice(*match.span())])


def headings(sentence: str) -> Iterator[Read]:
    """The kind of the part that a heading opens, of one without items below it or else of one with some."""
    if rule := heading_rule(sentence, is_part=False) or heading_rule(sentence, is_part=True):
        yield Read(rule.name, 0, len(sentence), rule.kind)


Reader = Callable[[str], Iterator[Read]]
TABLES: dict[str, tuple[Rules[Any], Reader]] = {
    "TIMES": (TIMES, times),
    "MARKS": (MARKS, marks),
    "TURNS": (TURNS, turns),
    "EXCLUSIONS": (EXCLUSIONS, exclusions),
    "NUMBERS": (NUMBERS, numbers),
    "HEADINGS": (HEADINGS, headings),
    "CLAUSES": (CLAUSES, clauses),
    "TARGETS": (TARGETS, targets),
    "COVERAGE": (COVERAGE, targets),
}


RULES = [
    pytest.param(reader, rule, id=f"{table}-{rule.name}") for table, (rules, reader) in TABLES.items() for rule in rules
]


@pytest.mark.parametrize(("reader", "rule"), RULES)
def test_a_rule_alone_reads_its_sentences_whole(reader: Reader, rule: Rule) -> None:
    for sentence, value in rule.matches.items():
        found = [*reader(sentence)]

        own = [read for read in found if read.rule == rule.name]
        assert [read.value for read in own] == [value], told(sentence, found)
        others = [read for read in found if read.rule != rule.name and read.start < own[0].end and own[0].start < read.end]
        assert not others, told(sentence, found)


@pytest.mark.parametrize(("reader", "rule"), RULES)
def test_a_rule_leaves_alone_what_it_must(reader: Reader, rule: Rule) -> None:
    for sentence in rule.misses:
        found = [*reader(sentence)]

        assert rule.name not in [read.rule for read in found], told(sentence, found)


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_has_a_name_of_its_own_and_sentences_of_both_kinds(table: str) -> None:
    rules, _ = TABLES[table]
    names = [rule.name for rule in rules]

    assert len({*names}) == len(names)
    assert [rule.name for rule in rules if not rule.matches or not rule.misses] == []


def told(sentence: str, found: list[Read]) -> str:
    read = "; ".join(f"{read.rule} {sentence[read.start : read.end]} → {read.value}" for read in found)
    return "\n".join((f"read was {read or 'nothing'}", *lines(explain(sentence), "en")))


@pytest.mark.parametrize("table", TABLES)
def test_what_a_rule_can_begin_with_is_known(table: str) -> None:
    # Only those rules are tried at a place that can begin with its character.
    rules, _ = TABLES[table]
    assert [rule.name for rule in rules if rule.opens and may_begin(rule.opens, "")] == []


@pytest.mark.parametrize(
    "regex",
    [*(rule.words for rule in COVERAGE), *(rule.opens for rule in CLAUSES if rule.opens)],
)
def test_what_is_looked_for_in_a_whole_text_is_known_by_its_first_character(regex: str) -> None:
    # Where the first character is not known, all branches are tried at each: eight times as slow.
    assert not may_begin(regex, "\0")


def test_what_begins_with_any_character_is_found() -> None:
    assert may_begin("(?:[^，]|惠及)[到至]?全市", "\0")
    assert not may_begin("(?<!。)(?:覆盖|惠及)全市|[。\\n](?=市)", "\0")
