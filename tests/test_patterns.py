"""Every pattern reads the sentences that stand beside it in its table, and leaves alone those that it must."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from planparse.language.amounts import find_amounts
from planparse.language.dates import TIME_PATTERNS, find_times
from planparse.language.folding import fold
from planparse.language.marks import MARK_FAMILIES, read_mark
from planparse.parsing.responsibilities import CLAUSE_STYLES, find_clauses
from planparse.parsing.targets import find_targets
from planparse.parsing.targets.coverage import COVERAGE_PATTERNS
from planparse.parsing.targets.patterns import TARGET_PATTERNS
from planparse.parsing.targets.skeleton import paint


class Reading(NamedTuple):
    """The name of the pattern that fired, and what it made of the sentence."""

    name: str
    values: tuple[Any, ...]


def times(sentence: str) -> Iterator[Reading]:
    """Each time: its words and its last day."""
    for time in find_times(fold(sentence)):
        yield Reading(time.rule, (sentence[time.start : time.end], time.last.isoformat() if time.last else None))


def marks(sentence: str) -> Iterator[Reading]:
    """The mark at the beginning."""
    if mark := read_mark(fold(sentence), 0):
        yield Reading(mark.family, ())


def clauses(sentence: str) -> Iterator[Reading]:
    """Each responsibility clause."""
    for clause in find_clauses(fold(sentence)):
        yield Reading(clause.style, ())


def targets(sentence: str) -> Iterator[Reading]:
    """Each target: its indicator and its outcome."""
    folded = fold(sentence)
    found_times = [*find_times(folded)]
    skeleton = paint(folded, [*find_amounts(folded)], found_times)
    for found in find_targets(sentence, skeleton, found_times, [(0, len(sentence))]):
        yield Reading(found.rule.partition("_of_")[0], (found.indicator, found.outcome))


class Table(NamedTuple):
    """A pattern table and the stage that reads with it."""

    entries: tuple[Any, ...]
    read: Callable[[str], Iterator[Reading]]


TABLES = {
    "TIME_PATTERNS": Table(TIME_PATTERNS, times),
    "MARK_FAMILIES": Table(MARK_FAMILIES, marks),
    "CLAUSE_STYLES": Table(CLAUSE_STYLES, clauses),
    "TARGET_PATTERNS": Table(TARGET_PATTERNS, targets),
    "COVERAGE_PATTERNS": Table(COVERAGE_PATTERNS, targets),
}


def matches(entry: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Each sentence that an entry reads, with what it makes of it; a mapping, rows, or sentences alone."""
    rows = entry.matches.items() if hasattr(entry.matches, "items") else entry.matches
    for row in rows:
        match row:
            case str():
                yield row, ()
            case (sentence, tuple(values)):
                yield sentence, values
            case (sentence, *values):
                yield sentence, tuple(values)


def rows(sentences: Callable[[Any], Iterator[tuple[str, tuple[Any, ...]]]]) -> list[Any]:
    return [
        pytest.param(table, entry.name, sentence, values, id=f"{name}-{entry.name}-{sentence}")
        for name, table in TABLES.items()
        for entry in table.entries
        for sentence, values in sentences(entry)
    ]


@pytest.mark.parametrize(("table", "name", "sentence", "values"), rows(matches))
def test_a_pattern_reads_its_own_sentences(table: Table, name: str, sentence: str, values: tuple[Any, ...]) -> None:
    assert Reading(name, values) in table.read(sentence)


@pytest.mark.parametrize(
    ("table", "name", "sentence", "values"), rows(lambda entry: ((sentence, ()) for sentence in entry.misses))
)
def test_a_pattern_leaves_alone_what_it_must(table: Table, name: str, sentence: str, values: tuple[Any, ...]) -> None:  # noqa: ARG001
    assert name not in [reading.name for reading in table.read(sentence)]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_pattern_has_a_name_of_its_own_and_a_sentence(table: Table) -> None:
    names = [entry.name for entry in table.entries]

    assert len(set(names)) == len(names)
    assert [entry.name for entry in table.entries if not entry.matches] == []
