"""Every regex of the grammar is a pattern or an entry of a table, with sentences that it reads and sentences that it leaves alone."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as code
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import planparse
from planparse.language import dates
from planparse.language.amounts import find_amounts
from planparse.language.patterns import Pattern, Rule, Rules, branches_of
from planparse.parsing.deadlines import find_deadlines
from planparse.parsing.targets.grammar import TargetRule
from planparse.parsing.targets.skeleton import paint
from planparse.parsing.targets.stating import TARGETS
from planparse.text import Folded
from regexes import parsed

SOURCE = Path(planparse.__file__).parent
ROOMS = ("language", "parsing")
NEW_YEAR = date(2020, 1, 1)
ENGINE = {SOURCE / "language" / name for name in ("patterns.py", "compiling.py")}


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


def painted(sentence: str) -> str:
    """The skeleton of a sentence in a plan of 2020: a year before it is no deadline."""
    folded = Folded(sentence)
    return paint(folded, [*find_amounts(folded)], [*find_deadlines(folded, (), NEW_YEAR, since=NEW_YEAR)]).text


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for name, pattern in PATTERNS])
def test_a_pattern_reads_its_sentences_and_leaves_the_others_alone(pattern: Pattern) -> None:
    find = getattr(pattern, pattern.by)
    seen = {sentence: painted(sentence) if pattern.painted else sentence for sentence in (*pattern.reads, *pattern.leaves)}

    found = [sentence for sentence in seen if find(seen[sentence])]
    assert found == [*dict.fromkeys(pattern.reads)], seen


def test_every_pattern_has_sentences_of_both_kinds() -> None:
    assert [name for name, pattern in PATTERNS if not pattern.reads or not pattern.leaves] == []


def test_no_regex_of_the_grammar_is_without_a_sentence() -> None:
    plain = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for room in ROOMS
        for path in sorted((SOURCE / room).rglob("*.py"))
        if path not in ENGINE and not path.name.startswith("build_")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("re", "regex")
        if node.attr in ("compile", "match", "search", "fullmatch", "finditer", "findall", "sub", "split")
    ]

    assert plain == []


def has_one_of(characters: frozenset[str], operation: Any, arguments: Any) -> bool:
    """Whether nothing matches this part of a parsed regex but what stands in a text with one of the characters."""
    match operation:
        case code.LITERAL:
            return chr(arguments) in characters
        case code.IN:
            return all(has_one_of(characters, *member) for member in arguments)
        case code.BRANCH:
            return all(sequence_has_one_of(characters, branch) for branch in arguments[1])
        case code.SUBPATTERN | code.ASSERT:
            return sequence_has_one_of(characters, arguments[-1])
        case code.ATOMIC_GROUP:
            return sequence_has_one_of(characters, arguments)
        case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
            return arguments[0] > 0 and sequence_has_one_of(characters, arguments[2])
    return False


def sequence_has_one_of(characters: frozenset[str], parts: Any) -> bool:
    return any(has_one_of(characters, *part) for part in parts)


def test_what_a_regex_needs_is_told_from_its_parts() -> None:
    def needs(characters: str, regex: str) -> bool:
        return sequence_has_one_of(frozenset(characters), parsed(regex))

    assert needs("增降", "(?P<a>.*?)(?:增长|下降)+$")
    assert needs("增", ".*(?=增)")
    assert not needs("增", "增?长")
    assert not needs("增", "增|长")
    assert not needs("增", "(?!增)长")


@pytest.mark.parametrize("rule", [rule for rule in TARGETS if rule.needs], ids=lambda rule: rule.name)
def test_a_rule_matches_nothing_without_what_it_needs(rule: TargetRule) -> None:
    assert sequence_has_one_of(rule.needs, parsed(rule.regex))


def test_no_rule_needs_the_slower_engine() -> None:
    tables = [table for table in vars(dates).values() if isinstance(table, Rules)]

    assert tables
    for table in tables:
        for rule in table:
            assert all(isinstance(re.compile(branch), re.Pattern) for branch in branches_of(rule.regex)), rule.name


def test_the_branches_of_a_regex_are_tried_in_their_order() -> None:
    rules = Rules(Rule("either", r"逐(?P<period>年)|(?P<period>年)均|(?P<period>[|年]+)", {}, ()))
    read = {
        text: found[1].groupdict() | {"all": found[1].group()}
        for text in ("逐年", "年均", "年|", "均")
        if (found := rules.at(text, 0))
    }

    assert read == {
        "逐年": {"period": "年", "all": "逐年"},
        "年均": {"period": "年", "all": "年均"},
        "年|": {"period": "年|", "all": "年|"},
    }


def quantifiers_spelt_out(source: str) -> list[str]:
    """What stands alone in the braces of f-strings and is a number or several: a quantifier that should have had two braces."""
    return [
        ast.unparse(node.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Constant | ast.Tuple)
    ]


def test_no_quantifier_is_lost_in_an_f_string() -> None:
    assert quantifiers_spelt_out('f"a{0, 16}{name}"') == ["(0, 16)"]
    assert {
        str(file): lost for file in SOURCE.rglob("*.py") if (lost := quantifiers_spelt_out(file.read_text("utf-8")))
    } == {}
