"""Compiles the regexes of the grammar, or takes the code that compiling gave before."""

from __future__ import annotations

import re
import sys
from array import array
from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

from planparse.language.kept import kept

# What `re.compile` does in these is what is done here, as a test shows for every regex of the grammar; others compile each time.
_KNOWN: Final = frozenset({(3, 11), (3, 12), (3, 13), (3, 14)})


class Code(NamedTuple):
    """What `re` makes a pattern of, after checking it: its flags, its code as 32-bit numbers, and its groups."""

    flags: int
    code: bytes
    groups: int
    groupindex: dict[str, int]
    indexgroup: tuple[str | None, ...]


@cache
def compiled(regex: str, flags: int = 0) -> re.Pattern[str]:
    """The same pattern as that of `re.compile`."""
    if sys.implementation.name != "cpython" or sys.version_info[:2] not in _KNOWN:
        return re.compile(regex, flags)
    return pattern_of(regex, Code(*kept().value((regex, int(flags)), lambda: tuple(code_of(regex, flags)))))


def pattern_of(regex: str, code: Code) -> re.Pattern[str]:
    """The pattern with that code. Raises RuntimeError where it is no code of a regex."""
    numbers = array("I", code.code).tolist()
    pattern: re.Pattern[str] = import_module("_sre").compile(
        regex, code.flags, numbers, code.groups, code.groupindex, code.indexgroup
    )
    return pattern


def code_of(regex: str, flags: int) -> Code:
    """What `re.compile` computes of a regex before it makes a pattern of it."""
    parsed = import_module("re._parser").parse(regex, flags)
    code = import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001 - the half of `re.compile` that takes its time
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    numbers = array("I", map(int, code)).tobytes()
    return Code(int(flags | state.flags), numbers, int(state.groups) - 1, dict(state.groupdict), tuple(names))
