"""Every regex of the grammar is a pattern or an entry of a table, with sentences that it reads and sentences that it leaves alone."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import planparse
from planparse.language.amounts import find_amounts
from planparse.language.dates import find_times
from planparse.language.patterns import Pattern
from planparse.parsing.targets.skeleton import paint

SOURCE = Path(planparse.__file__).parent
ROOMS = ("language", "parsing")
ENGINE = SOURCE / "language" / "patterns.py"


def patterns() -> Iterator[tuple[str, Pattern]]:
    """Each pattern under the name of its module and its own."""
    for room in ROOMS:
        for module in pkgutil.walk_packages([str(SOURCE / room)], f"planparse.{room}."):
            if module.name.rpartition(".")[2].startswith("build_"):  # scripts
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Pattern):
                    yield f"{module.name.removeprefix('planparse.')}.{name}", value


PATTERNS = {id(pattern): (name, pattern) for name, pattern in patterns()}.values()  # one that is imported counts once
SENTENCES = [
    pytest.param(pattern, sentence, found, id=f"{name}-{'reads' if found else 'leaves'}-{sentence}")
    for name, pattern in PATTERNS
    for found, sentences in ((True, pattern.reads), (False, pattern.leaves))
    for sentence in sentences
]


@pytest.mark.parametrize(("pattern", "sentence", "found"), SENTENCES)
def test_a_pattern_reads_its_sentences_and_leaves_the_others_alone(pattern: Pattern, sentence: str, found: object) -> None:
    seen = paint(sentence, [*find_amounts(sentence)], [*find_times(sentence)]).text if pattern.painted else sentence

    assert (getattr(pattern, pattern.by)(seen) is not None) is found, seen


def test_every_pattern_has_sentences_of_both_kinds() -> None:
    assert [name for name, pattern in PATTERNS if not pattern.reads or not pattern.leaves] == []


def test_no_regex_of_the_grammar_is_without_a_sentence() -> None:
    plain = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for room in ROOMS
        for path in sorted((SOURCE / room).rglob("*.py"))
        if path != ENGINE and not path.name.startswith("build_")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("re", "regex")
        if node.attr in ("compile", "match", "search", "fullmatch", "finditer", "findall", "sub", "split")
    ]

    assert plain == []
