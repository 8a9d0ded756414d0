"""Every Python that planparse runs on reads the same out of the same bytes."""

from __future__ import annotations

import importlib
import pkgutil
import re
import re._constants
import re._parser
from collections.abc import Iterator
from typing import Any

import pytest

import planparse
from planparse.language.patterns import Pattern, Rule, Rules
from regexes import parsed

# What matches one character, or fails as a whole.
UNDIVIDED = {"IN", "LITERAL", "NOT_LITERAL", "ANY", "GROUPREF", "ATOMIC_GROUP"}


def kept_in(value: Any) -> Iterator[tuple[str | bytes, int]]:
    """The regexes of the standard library that a module keeps in a name, be it in a table; with their flags."""
    match value:
        case re.Pattern():
            yield value.pattern, value.flags
        case Pattern():
            yield value.regex, value.flags
        case Rule():
            groups = re.findall(r"\(\?P<(\w+)>", value.regex)
            if len(set(groups)) == len(groups):  # others are left to the package regex
                yield value.regex, 0
        case dict():
            yield from kept_in([*value.values()])
        case tuple() | list() | set() | frozenset() | Rules():
            for item in value:
                yield from kept_in(item)


def all_regexes() -> set[tuple[str | bytes, int]]:
    """Each once, in however many modules it has a name."""
    found = set()
    for module in pkgutil.walk_packages(planparse.__path__, "planparse."):
        if not module.name.rpartition(".")[2].startswith(("__main__", "build_")):  # scripts
            names = vars(importlib.import_module(module.name))
            found |= {*kept_in([value for name, value in names.items() if not name.startswith("__")])}
    return found


def nodes(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """Each operation of a parsed pattern with its arguments, those inside groups, branches and repeats too."""
    if isinstance(parsed, re._parser.SubPattern):
        for operation, arguments in parsed:
            yield operation, arguments
            yield from nodes(arguments)
    elif isinstance(parsed, tuple | list):
        for part in parsed:
            yield from nodes(part)


def as_text(pattern: str | bytes) -> str:
    return pattern if isinstance(pattern, str) else pattern.decode("latin-1")


def divided(pattern: str | bytes, flags: int = 0) -> list[list[str]]:
    """What possessive quantifiers of the pattern repeat although it can fail in its middle: its operations."""
    if not re.search(r"[*+?}]\+", as_text(pattern)):  # parsing takes its time
        return []
    return [
        operations
        for operation, arguments in nodes(parsed(pattern, flags))
        if operation is re._constants.POSSESSIVE_REPEAT
        and (len(operations := [str(name) for name, _ in arguments[2]]) > 1 or operations[0] not in UNDIVIDED)
    ]


def test_what_python_before_3_11_5_misreads_is_found() -> None:
    assert divided(r"\d+(?:,\d)*+") == [["LITERAL", "IN"]]
    assert divided(r"(?:[^,]++|,(?=\d))++") == [["BRANCH"]]
    assert divided(r"(?=(?P<a>x)(?P=a)*+)(?>(?:,\d)*)(?:(?>,\d))*+") == []


@pytest.mark.slow
def test_no_pattern_is_misread_by_python_before_3_11_5() -> None:
    """There a possessive quantifier keeps what its last round took although that round failed (cpython gh-106052).

    So what it repeats must be one character or an atomic group; mostly (?>(?:…)*) says the same as (?:…)*+.
    """
    regexes = all_regexes()

    assert len(regexes) > 200
    assert {regex: found for regex, flags in regexes if (found := divided(regex, flags))} == {}


def doubled(pattern: str | bytes, flags: int = 0) -> list[str]:
    """What the pattern repeats without end although it repeats itself: (?:x+|y)* tries a run of x in all divisions."""
    constants = re._constants
    repeats = (constants.MAX_REPEAT, constants.MIN_REPEAT)

    def endless(node: tuple[Any, Any]) -> bool:
        return node[0] in repeats and node[1][1] == constants.MAXREPEAT

    def ways(parsed: Any) -> Iterator[list[tuple[Any, Any]]]:
        """Each sequence that a repeated part can be, without the groups around it."""
        items = [*parsed]
        if len(items) == 1 and items[0][0] is constants.SUBPATTERN:
            yield from ways(items[0][1][-1])
        elif len(items) == 1 and items[0][0] is constants.BRANCH:
            for branch in items[0][1][1]:
                yield from ways(branch)
        else:
            yield items

    if not re.search(r"\)\s*[*+{]", as_text(pattern)):
        return []
    return [
        str(arguments[2])
        for operation, arguments in nodes(parsed(pattern, flags))
        if endless((operation, arguments)) and any(len(way) == 1 and endless(way[0]) for way in ways(arguments[2]))
    ]


def test_what_is_repeated_twice_over_is_found() -> None:
    assert len(doubled(r"(?:[ab]+|c)*d")) == 1
    assert len(doubled(r"(?:(?P<x>a*))+b")) == 1
    assert doubled(r"(?:[ab]|c)*d|(?:,[ab]+)*|(?>a+)*") == []


@pytest.mark.slow
def test_no_pattern_repeats_what_repeats_itself() -> None:
    assert {regex: found for regex, flags in all_regexes() if (found := doubled(regex, flags))} == {}
