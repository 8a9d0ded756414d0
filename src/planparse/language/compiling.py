"""Compiles the regexes of the grammar, or takes the code that compiling gave before.

The code is that of `re.compile`, but for one thing: its head says of more regexes which characters a match can begin with. `re` looks that
up for a few simple forms alone, and tries all others at every character of a text; who searches with the set passes over them at once.
Of a regex that can begin with any character it is told which characters a match cannot do without.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Final, NamedTuple

from planparse.language.kept import kept

# What `re.compile` does in these is what is done here, as a test shows for every regex of the grammar; others compile each time.
_KNOWN: Final = frozenset({(3, 11), (3, 12), (3, 13), (3, 14)})
_IS_KNOWN: Final = sys.implementation.name == "cpython" and sys.version_info[:2] in _KNOWN

# The head of a code: its operation, how long it is, what more it holds, the least and the greatest length of a match; then what it holds.
_LENGTH, _HOLDS, _LEAST, _HEAD = 1, 2, 3, 5
_HOLDS_SET = 4
# To look for characters is worth while where they are few and stand in few clauses.
_MOST_NEEDED = 18
_COMMON = frozenset(map(ord, "，、。：； （）的\n"))
NEAR: Final = 400  # as long as a clause, and most sentences
_FLAGS = re.compile(r"\(\?[a-z]+\)")  # of a whole regex
_PARTS = r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]"  # what is escaped, a set of characters, a bracket or a bar
_CASELESS = re.IGNORECASE | re.LOCALE
_AHEAD: Final = "ahead, as far as a match reaches"  # how what looks ahead is kept
# Parts of a parsed regex that take no character.
_NO_CHARACTER = frozenset(("ASSERT", "ASSERT_NOT", "AT"))
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


class Need(NamedTuple):
    """Characters of which one stands in every match, or ahead of it, and within how many characters from where that begins."""

    characters: frozenset[int]
    reach: int

    def __str__(self) -> str:
        return "".join(sorted(map(chr, self.characters)))


class Code(NamedTuple):
    """What `re` makes a pattern of, after checking it: its flags, its code as 32-bit numbers, and its groups."""

    flags: int
    code: bytes
    groups: int
    groupindex: dict[str, int]
    indexgroup: tuple[str | None, ...]
    needs: str  # one of these stands in every match; nothing where that is not known, or known by what a match begins with


@cache
def compiled(regex: str, flags: int = 0) -> re.Pattern[str]:
    """The same pattern as that of `re.compile`."""
    return with_needs(regex, flags)[0]


@cache
def with_needs(regex: str, flags: int = 0) -> tuple[re.Pattern[str], str]:
    """The same pattern as that of `re.compile`, and the characters of which one stands in whatever it finds, if they are known."""
    if not _IS_KNOWN:
        return re.compile(regex, flags), ""
    code = Code(*kept().value((regex, int(flags)), lambda: tuple(code_of(regex, flags))))
    return pattern_of(regex, code), code.needs


@cache
def tried_at(regex: str, flags: int = 0) -> re.Pattern[str]:
    """The same pattern, for what is tried at one place: it looks first whether a character is ahead that a match cannot do without.

    It looks as far as a match reaches, but no farther than a long clause, and tries what lies beyond. A search would look ahead from
    each place.
    """
    if not _IS_KNOWN:
        return re.compile(regex, flags)
    code = kept().value((_AHEAD, int(flags), regex), lambda: tuple(code_of(told_ahead(regex, flags), flags)))
    return pattern_of(regex, Code(*code))


def numbered(regexes: Sequence[str]) -> re.Pattern[str]:
    """One pattern for what the first of several matches at one place, in its group r0, r1, …; none of them has groups."""
    if not _IS_KNOWN:
        return re.compile(_numbered(regexes))
    code = kept().value((f"numbered, {_AHEAD}", *regexes), lambda: tuple(code_of(_numbered(map(told_ahead, regexes)), 0)))
    return pattern_of(_numbered(regexes), Code(*code))


def _numbered(regexes: Iterable[str]) -> str:
    return "|".join(f"(?P<r{at}>{regex})" for at, regex in enumerate(regexes))


def told_ahead(regex: str, flags: int = 0) -> str:
    """The regex that looks ahead, each of its branches by itself where they need different characters; the same where nothing is known.

    >>> told_ahead("[^，]*(?:基础上|同时)|[^，]*，")
    '(?=[^同基]{0,400}+(?s:.))(?:[^，]*(?:基础上|同时))|[^，]*，'
    >>> told_ahead("[^，]{2,40}是指")
    '(?=[^是]{0,40}+[是])(?:[^，]{2,40}是指)'
    """
    if flags & re.VERBOSE or _FLAGS.match(regex):
        return regex
    if need := _need_of(import_module("re._parser").parse(regex, flags)):
        needs = re.escape(str(need))
        ahead = f"[^{needs}]{{0,{need.reach - 1}}}+[{needs}]" if need.reach <= NEAR else f"[^{needs}]{{0,{NEAR}}}+(?s:.)"
        return f"(?={ahead})(?:{regex})"
    branches = branches_of(regex)
    return regex if len(branches) == 1 else "|".join(told_ahead(branch, flags) for branch in branches)


def branches_of(regex: str) -> list[str]:
    """The branches of a regex that stand in no bracket; where it begins, the first that matches does so as the whole would.

    >>> branches_of("逐(年|月)|[年|]均")
    ['逐(年|月)', '[年|]均']
    """
    branches, depth, start = [], 0, 0
    for part in compiled(_PARTS, re.DOTALL).finditer(regex):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if part[0] == "|" and not depth:
            branches.append(regex[start : part.start()])
            start = part.end()
    return [*branches, regex[start:]]


@cache
def needed(regex: str) -> frozenset[str]:
    """Characters of which one stands in every match of the regex, or ahead of it; empty where they are not known, or many.

    >>> sorted(needed("全(?:部|体)")), sorted(needed(".*"))
    (['全'], [])
    """
    characters: str = kept().value(("needed", regex), lambda: str(_needs(import_module("re._parser").parse(regex)) or ""))
    return frozenset(characters)


@cache
def may_begin(regex: str, character: str) -> bool:
    """Whether a match of the regex may begin with the character; with none only where nothing is known.

    >>> [may_begin("[0-9]|第(?=一)", character) for character in "3第章"]
    [True, True, False]
    """
    ranges = _begins(regex)
    if ranges is None:
        return True
    return any(first <= character <= last if last else character.isdecimal() for first, last in ranges)


@cache
def _begins(regex: str) -> list[tuple[str, str]] | None:
    ranges: list[tuple[str, str]] | None = kept().value(
        ("begins", regex), lambda: _ranges(import_module("re._parser").parse(regex))
    )
    return ranges


def _ranges(parsed: Any) -> list[tuple[str, str]] | None:
    """The ranges of characters that a match of a parsed regex can begin with, two empty strings for all digits; None where that may be any."""
    beginnings, may_be_empty = _beginnings(parsed)
    if beginnings is None or may_be_empty:
        return None
    ranges = []
    for kind, value in beginnings:
        if str(kind) == "LITERAL":
            ranges.append((chr(value), chr(value)))
        elif str(kind) == "RANGE":
            ranges.append((chr(value[0]), chr(value[1])))
        elif str(value) == "CATEGORY_DIGIT":
            ranges.append(("", ""))
        else:
            return None
    return ranges


def pattern_of(regex: str, code: Code) -> re.Pattern[str]:
    """The pattern with that code. Raises RuntimeError where it is no code of a regex."""
    numbers = array("I", code.code).tolist()
    pattern: re.Pattern[str] = import_module("_sre").compile(
        regex, code.flags, numbers, code.groups, code.groupindex, code.indexgroup
    )
    return pattern


def code_of(regex: str, flags: int) -> Code:
    """What `re.compile` computes of a regex before it makes a pattern of it, with what a match can begin with."""
    parsed = import_module("re._parser").parse(regex, flags)
    code = import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001 - the half of `re.compile` that takes its time
    state = parsed.state
    if not state.flags & _CASELESS:
        beginnings, may_be_empty = _beginnings(parsed)
        if beginnings is not None and not may_be_empty:
            code = _with_beginnings(code, beginnings, state.flags)
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    numbers = array("I", map(int, code)).tobytes()
    needs = str(_need_of(parsed) or "")
    return Code(int(flags | state.flags), numbers, int(state.groups) - 1, dict(state.groupdict), tuple(names), needs)


def _with_beginnings(code: list[int], beginnings: list[Any], flags: int) -> list[int]:
    """The code with the set of characters that a match can begin with in its head, where that holds nothing yet."""
    if code[_HOLDS] or not code[_LEAST]:
        return code
    compiler = import_module("re._compiler")
    held: list[int] = []
    compiler._compile_charset(compiler._optimize_charset(beginnings)[0], flags, held)  # noqa: SLF001 - as above
    head = code[:_HEAD]
    head[_LENGTH] += len(held)
    head[_HOLDS] = _HOLDS_SET
    return [*head, *held, *code[_HEAD:]]


def _beginnings(parsed: Any) -> tuple[list[Any] | None, bool]:
    """The characters that a match of a parsed regex can begin with, None where that may be any, and whether it may be empty."""
    found: list[Any] = []
    for operation, value in parsed:
        kind = str(operation)
        if kind in _NO_CHARACTER:
            continue
        if kind == "LITERAL":
            return [*found, (operation, value)], False
        if kind == "IN":
            return (None if str(value[0][0]) == "NEGATE" else [*found, *value]), False
        if kind == "BRANCH":
            parts = [_beginnings(branch) for branch in value[1]]
        elif kind == "SUBPATTERN" and not value[1] and not value[2]:  # flags of its own
            parts = [_beginnings(value[3])]
        elif kind == "ATOMIC_GROUP":
            parts = [_beginnings(value)]
        elif kind in _REPEATS:
            begun, may_be_empty = _beginnings(value[2])
            parts = [(begun, may_be_empty or not value[0])]
        else:
            return None, False
        for begun, _ in parts:
            if begun is None:
                return None, False
            found += begun
        if not any(may_be_empty for _, may_be_empty in parts):
            return found, False
    return found, True


def _need_of(parsed: Any) -> Need | None:
    """What every match of a parsed regex needs; None where that is not known, or known by what a match begins with."""
    if parsed.state.flags & _CASELESS:
        return None
    beginnings, may_be_empty = _beginnings(parsed)
    return _needs(parsed) if beginnings is None or may_be_empty else None


def _needs(parsed: Any) -> Need | None:
    """The characters of which one stands in every match of a parsed regex, or is looked for behind it; the scarcest of such sets, or None."""
    needs, width = [], 0
    for at, (operation, value) in enumerate(parsed):
        if need := _needs_of(str(operation), value):
            needs.append(Need(need.characters, width + need.reach))
        width += int(parsed[at : at + 1].getwidth()[1])
    return min(needs, key=lambda need: len(need.characters), default=None)


def _needs_of(kind: str, value: Any) -> Need | None:
    if kind == "LITERAL":
        return _scarce({value})
    if kind == "IN":
        return _scarce({at for _, at in value}) if {str(what) for what, _ in value} == {"LITERAL"} else None
    if kind == "BRANCH":
        branches = [_needs(branch) for branch in value[1]]
        known = [need for need in branches if need]
        if len(known) < len(branches):
            return None
        return _scarce({at for need in known for at in need.characters}, max(need.reach for need in known))
    if kind == "SUBPATTERN":
        return None if value[1] or value[2] else _needs(value[3])
    if kind == "ATOMIC_GROUP":
        return _needs(value)
    if kind == "ASSERT" and value[0] > 0:
        return _needs(value[1])  # what is looked for ahead stands in the stretch that is searched as well
    return _needs(value[2]) if kind in _REPEATS and value[0] else None


def _scarce(characters: set[int], reach: int = 1) -> Need | None:
    is_scarce = len(characters) <= _MOST_NEEDED and _COMMON.isdisjoint(characters)
    return Need(frozenset(characters), reach) if is_scarce else None
