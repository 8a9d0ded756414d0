"""Patterns and tables of rules: how grammar is written down, each piece with sentences that it reads and sentences that it leaves alone.

A `Pattern` is one regex. A `Rule` is one entry of a table, `Rules` the table in order. Nothing outside an entry decides whether it is
tried: what a table looks at first (`opens`, `holds`) is put together from its entries. Everything is compiled when first asked for.
The sentences are part of the grammar; the tests run them through the stage that reads with the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, overload

from planparse.language.compiling import compiled

_GROUP_NAME = re.compile(r"\(\?P<(\w+)>")
_REACH = 10  # characters from the beginning of a match to what it holds
_FEW = 6
Method = Literal["match", "search", "fullmatch"]


class Pattern:
    """A regex of the standard library, compiled when first used, with its sentences.

    It is found in each of `reads` and in none of `leaves`, `by` the method by which it is mostly asked for; where it is anchored, both
    are cut so that it can be found. One that is for the skeleton of a text is `painted`, and so are its sentences before it sees them.

    >>> leads = Pattern("牵头(?:单位)?", reads=("牵头单位：市财政局",), leaves=("责任单位：市财政局",))
    >>> leads.search("由市财政局牵头").group()
    '牵头'
    """

    # Each is the method of the compiled pattern, and stands on the object itself once it was asked for: inner loops pay nothing.
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    sub: Callable[..., str]
    split: Callable[..., list[str]]

    def __init__(
        self,
        regex: str,
        *,
        reads: Sequence[str],
        leaves: Sequence[str] = (),
        by: Method = "search",
        painted: bool = False,
        flags: int = 0,
    ) -> None:
        self.regex = regex
        self.flags = flags
        self.reads = reads
        self.leaves = leaves
        self.by = by
        self.painted = painted

    def __getattr__(self, name: str) -> Any:
        if name not in Pattern.__annotations__:
            raise AttributeError(name)
        method = getattr(compiled(self.regex, self.flags), name)
        setattr(self, name, method)
        return method

    def __repr__(self) -> str:
        return f"Pattern({self.regex!r})"


@dataclass(frozen=True, slots=True)
class Rule:
    """What all entries of tables share.

    `matches` holds sentences, each with what the rule makes of it; `misses` sentences that it must leave alone, at least one.
    `opens` is a regex of what a match can begin with, in tables of more than six rules of one character, and `holds` one of what stands
    at most ten characters behind its beginning; where they are empty, every place is looked at, which is right but slow. `needs` are characters of which one
    stands in every text that the rule reads a part of: it is neither compiled for nor tried on others. That is for tables that read
    short texts.
    """

    name: str
    regex: str
    matches: Mapping[str, Any]
    misses: tuple[str, ...]
    opens: str = ""
    holds: str = ""
    needs: frozenset[str] = frozenset()


R = TypeVar("R", bound=Rule)


class Rules(Sequence[R], Generic[R]):
    """A table of rules. Order matters: of two that match at one place the first one reads it, so the more exact stand first."""

    def __init__(self, *rules: R) -> None:
        self._rules = [*rules]
        self._forget()

    def _forget(self) -> None:
        self._compiled: dict[str, Callable[..., Any]] = {}
        self._selected: dict[object, Rules[R]] = {}
        self._unions: dict[str, re.Pattern[str]] = {}
        self._ranks: dict[str, int] = {}
        self._is_sorted = len(self._rules) > _FEW and any(rule.opens for rule in self._rules)  # by first characters
        self._beginning: dict[str, tuple[Sequence[R], Callable[..., re.Match[str] | None] | None]] = {}
        self._look: tuple[re.Pattern[str], re.Pattern[str] | None] | None = None

    def add(self, rule: R, *, before: str | None = None) -> None:
        """Put a rule before the one of that name, or at the end."""
        names = [known.name for known in self._rules]
        self._rules.insert(len(names) if before is None else names.index(before), rule)
        self._forget()

    def remove(self, name: str) -> None:
        """Take the rule of that name out of the table."""
        self._rules = [rule for rule in self._rules if rule.name != name]
        self._forget()

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...
    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        return self._rules[at]

    def named(self, name: str) -> R:
        """The rule of that name."""
        return self._rules[self.rank(name)]

    def rank(self, name: str) -> int:
        """Which rule of the table has that name, counted from 0."""
        if not self._ranks:
            self._ranks = {rule.name: at for at, rule in enumerate(self._rules)}
        return self._ranks[name]

    def __len__(self) -> int:
        return len(self._rules)

    def __iter__(self) -> Iterator[R]:
        return iter(self._rules)

    def select(self, key: object, wanted: Callable[[R], bool]) -> Rules[R]:
        """The rules for which `wanted` holds, in order; asked again with the same key, the same table."""
        if key not in self._selected:
            self._selected[key] = Rules(*filter(wanted, self._rules))
        return self._selected[key]

    def union(self, attribute: str) -> re.Pattern[str]:
        """One regex for what any of the rules has in that attribute, a regex each."""
        if attribute not in self._unions:
            self._unions[attribute] = compiled(_any(getattr(rule, attribute) for rule in self._rules))
        return self._unions[attribute]

    def at(self, text: str, pos: int, end: int | None = None) -> tuple[R, Any] | None:
        """The first rule that matches at this place, with its match."""
        return next(self.every(text, pos, end), None)

    def every(self, text: str, pos: int, end: int | None = None) -> Iterator[tuple[R, Any]]:
        """Each rule that matches at this place, in order, with its match."""
        stop = len(text) if end is None else end
        first = text[pos : min(pos + 1, stop)] if self._is_sorted else ""
        rules, dispatch = self._beginning.get(first) or self._dispatcher(first)
        if dispatch:
            found = dispatch(text, pos, stop)
            if found is None:
                return
            rules = rules[int(str(found.lastgroup)[1:]) :]
        compiled = self._compiled
        for rule in rules:
            if rule.needs and rule.needs.isdisjoint(text):
                continue
            if match := (compiled.get(rule.name) or self._matcher(rule))(text, pos, stop):
                yield rule, match

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[R, Any]]:
        """The matches in this stretch, in order and apart: at each place that of the first rule that matches there."""
        done = start
        for at in self.places(text, start, end):
            if at >= done and (found := self.at(text, at, end)):
                done = found[1].end()
                yield found

    def places(self, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where in this stretch a match may begin, in order."""
        stop = len(text) if end is None else end
        opening, holding = self._looks()
        for a, b in [(start, stop)] if holding is None else _before(holding, text, start, stop):
            for found in opening.finditer(text, a, b):
                yield found.start()

    def match(self, rule: R, text: str, pos: int = 0, end: int | None = None) -> Any:
        """The match of one rule at this place, or None."""
        return (self._compiled.get(rule.name) or self._matcher(rule))(text, pos, len(text) if end is None else end)

    def searched(self, rule: R, attribute: str, text: str) -> bool:
        """Whether what one rule has in that attribute, a regex, is found in the text."""
        key = f"{attribute} of {rule.name}"
        if key not in self._compiled:
            self._compiled[key] = compiled(getattr(rule, attribute)).search
        return self._compiled[key](text) is not None

    def _matcher(self, rule: R) -> Callable[..., Any]:
        names = _GROUP_NAME.findall(rule.regex)
        # A rule may name a group in each of its branches, which regex allows and re, three times as fast, does not.
        if len(set(names)) == len(names):
            matcher: Callable[..., Any] = compiled(rule.regex).match
        else:
            import regex  # noqa: PLC0415 - slow to load, and most plans have no such time

            matcher = regex.compile(rule.regex).match
        self._compiled[rule.name] = matcher
        return matcher

    def _dispatcher(self, first: str) -> tuple[Sequence[R], Callable[..., re.Match[str] | None] | None]:
        """The rules that can begin with the character, and one regex without groups that tells at once which is the first that matches.

        None for few rules, which are as quickly tried one by one, and where a rule refers back to its groups.
        """
        rules = self._rules
        if self._is_sorted:
            rules = [rule for rule in rules if not rule.opens or compiled(rule.opens).fullmatch(first)]
        dispatch: Callable[..., re.Match[str] | None] | None = None
        if len(rules) > _FEW and not any("(?P=" in rule.regex for rule in rules):
            branches = (f"(?P<r{at}>{_GROUP_NAME.sub('(?:', rule.regex)})" for at, rule in enumerate(rules))
            dispatch = compiled("|".join(branches)).match
        self._beginning[first] = rules, dispatch
        return rules, dispatch

    def _looks(self) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        """What a match can begin with, and what stands near its beginning; None where some rule does not say."""
        if self._look is None:
            everywhere = not all(rule.holds for rule in self._rules)
            self._look = compiled(self._opening()), None if everywhere else self.union("holds")
        return self._look

    def _opening(self) -> str:
        return _any(rule.opens or "(?s:.)" for rule in self._rules)


def _any(regexes: Iterable[str]) -> str:
    return "|".join(sorted({*regexes})) or "(?!)"


def _before(holding: re.Pattern[str], text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches that end in what `holding` finds and begin ten characters before it, in order and apart."""
    begin = end = start
    for found in holding.finditer(text, start, stop):
        first = max(found.start() - _REACH, start)
        if first > end:
            if end > begin:
                yield begin, end
            begin = first
        end = found.start() + 1
    if end > begin:
        yield begin, end
