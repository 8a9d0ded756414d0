"""Patterns and tables of rules: how grammar is written down, each piece with sentences that it reads and sentences that it leaves alone.

A `Pattern` is one regex. A `Rule` is one entry of a table, `Rules` the table in order. Nothing outside an entry decides whether it is
tried: what a table looks at first (`opens`, `holds`) is put together from its entries. Everything is compiled when first asked for.
The sentences are part of the grammar; the tests run them through the stage that reads with the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Generic, Literal, TypeVar, overload

from planparse.language.compiling import NEAR, branches_of, compiled, may_begin, needed, numbered, tried_at, with_needs
from planparse.language.lexicon import alternation

_GROUP_NAME = re.compile(r"\(\?P<(\w+)>")
_REACH = 10  # characters from the beginning of a match to what it holds
_FEW = 7
Method = Literal["match", "search", "fullmatch"]


class Pattern:
    """A regex of the standard library, compiled when first used, with its sentences.

    It is found in each of `reads` and in none of `leaves`, `by` the method by which it is mostly asked for; where it is anchored, both
    are cut so that it can be found. One that is for the skeleton of a text is `painted`, and so are its sentences before it sees them.

    >>> leads = Pattern("牵头(?:单位)?", reads=("牵头单位：市财政局",), leaves=("责任单位：市财政局",))
    >>> leads.search("由市财政局牵头").group()
    '牵头'
    """

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

    # The methods of the compiled pattern; each stands on the object itself once it was asked for, and inner loops pay next to nothing.
    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.match`."""
        return tried_at(self.regex, self.flags).match

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.search`, tried where one of the characters stands that a match needs: looking for them takes a part of the time."""
        return self._where_needed("search", None)

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.fullmatch`."""
        return tried_at(self.regex, self.flags).fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """`re.Pattern.finditer`, tried as `search` is."""
        return self._where_needed("finditer", iter(()))

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """`re.Pattern.findall`."""
        return compiled(self.regex, self.flags).findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """`re.Pattern.sub`."""
        return compiled(self.regex, self.flags).sub

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """`re.Pattern.split`."""
        return compiled(self.regex, self.flags).split

    def _where_needed(self, method: Literal["search", "finditer"], nothing: Any) -> Callable[..., Any]:
        """The method, tried where one of the characters stands that a match needs; elsewhere `nothing`."""
        pattern, needs = with_needs(self.regex, self.flags)
        find: Callable[..., Any] = getattr(pattern, method)
        if not needs:
            return find
        there = compiled(f"[{re.escape(needs)}]").search

        def found(text: str, pos: int = 0, end: int | None = None) -> Any:
            stop = len(text) if end is None else end
            # In a long stretch looking could take longer than the search, of which nobody knows how far it reaches.
            return nothing if stop - pos < NEAR and there(text, pos, stop) is None else find(text, pos, stop)

        return found

    def __repr__(self) -> str:
        return f"Pattern({self.regex!r})"


def any_of(*kinds: Pattern, leaves: Sequence[str]) -> Pattern:
    """One pattern for several kinds of one thing, each with sentences of its own; `leaves` are sentences that none of them reads.

    >>> by_whom, by_when = Pattern("由(?=市)", reads=("由市财政局",)), Pattern("于(?=年)", reads=("于年底前",))
    >>> any_of(by_whom, by_when, leaves=("由此",)).findall("由市财政局于年底前完成")
    ['由', '于']
    """
    return Pattern(
        "|".join(kind.regex for kind in kinds),
        reads=[sentence for kind in kinds for sentence in kind.reads],
        leaves=leaves,
        by=kinds[0].by,
        painted=any(kind.painted for kind in kinds),
    )


class FirstOf:
    """Kinds of one thing that stand at one place, in order: the first that matches reads it, as in one pattern of their branches.

    Those alone are tried, and compiled, that can begin with the character there.

    >>> by_whom, by_when = Pattern("由(?=市)", reads=("由市财政局",)), Pattern("于(?=年)", reads=("于年底前",))
    >>> FirstOf(by_whom, by_when).match("于年底前完成").group()
    '于'
    """

    def __init__(self, *kinds: Pattern) -> None:
        self._kinds = kinds
        self._beginning: dict[str, list[Callable[..., re.Match[str] | None]]] = {}

    def match(self, text: str, pos: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match of the first kind that matches at this place, which is not the end."""
        stop = len(text) if end is None else end
        if pos >= stop:
            return None
        first = text[pos]
        matches = self._beginning.get(first)
        if matches is None:
            matches = self._beginning[first] = [kind.match for kind in self._kinds if may_begin(kind.regex, first)]
        for match in matches:
            if found := match(text, pos, stop):
                return found
        return None


def found_of(needs: Iterable[frozenset[str]]) -> Callable[[str], set[str]]:
    """What tells which of the characters in these sets stand in a text; the others it passes over, which takes much less than a set of all.

    >>> sorted(found_of([frozenset("由于"), frozenset("全")])("由市财政局全部完成"))
    ['全', '由']
    """
    characters = frozenset[str]().union(*needs)
    if not characters:
        return lambda _: set()
    findall = compiled(f"[{re.escape(''.join(sorted(characters)))}]").findall
    return lambda text: {*findall(text)}


def words_in(words: Iterable[str]) -> Callable[[str], set[str]]:
    """What tells which of the words stand in a text, and what else they begin with: one look at it is much quicker than one for each.

    >>> sorted(words_in(["单位：", "部门：", "、"])("责任单位：市财政局、市教育局"))
    ['、', '单', '单位', '单位：']
    """
    given = {*words}
    signs = [word for word in given if len(word) == 1]  # these are looked for in no time
    longer = given.difference(signs)
    # Words may begin within others: but the first character of each is passed over, by which re looks for them. Of those that begin
    # alike the longest is found.
    opens = re.escape("".join(sorted({word[0] for word in longer})))
    longest = cache(lambda: compiled(f"[{opens}](?<=(?=({alternation(longer)}))(?s:.))").findall)

    def held(text: str) -> set[str]:
        begun = {word[:end] for word in {*longest()(text)} for end in range(1, len(word) + 1)}
        return begun.union(sign for sign in signs if sign in text)

    return held


@dataclass(frozen=True, slots=True)
class Rule:
    """What all entries of tables share.

    `matches` holds sentences, each with what the rule makes of it; `misses` sentences that it must leave alone, at least one.
    `opens` is a regex of what a match can begin with, and `holds` one of what stands
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


def _names_once(regex: str) -> bool:
    names = _GROUP_NAME.findall(regex)
    return len(set(names)) == len(names)


class _Entry(Generic[R]):
    """A rule of a table, with what matches it, compiled when first asked for."""

    def __init__(self, rule: R) -> None:
        self.rule = rule
        self.needs = rule.needs

    @cached_property
    def match(self) -> Callable[..., Any]:
        # A rule may name a group in each of its branches, which re does not allow: so it gets one branch after the other.
        branches = [self.rule.regex] if _names_once(self.rule.regex) else branches_of(self.rule.regex)
        if all(map(_names_once, branches)):
            first, *others = (tried_at(branch).match for branch in branches)
            if not others:
                return first
            return lambda *where: first(*where) or next(filter(None, (match(*where) for match in others)), None)
        import regex  # noqa: PLC0415 - slow to load and three times as slow, but it allows the same within a branch

        return regex.compile(self.rule.regex).match


class Rules(Sequence[R], Generic[R]):
    """A table of rules. Order matters: of two that match at one place the first one reads it, so the more exact stand first."""

    def __init__(self, *rules: R) -> None:
        self._rules = [*rules]
        self._forget()

    def _forget(self) -> None:
        self._entries = [_Entry(rule) for rule in self._rules]
        self._named = {entry.rule.name: entry for entry in self._entries}
        self._selected: dict[object, Rules[R]] = {}
        self._unions: dict[str, re.Pattern[str]] = {}
        self._holding: dict[str, tuple[Callable[[str], set[str]], list[tuple[R, frozenset[str]]]]] = {}
        self._ranks: dict[str, int] = {}
        self._is_sorted = any(rule.opens for rule in self._rules)  # by first characters
        self._is_needy = any(rule.needs for rule in self._rules)
        self._needed: Callable[[str], set[str]] = self._find_needed
        self._beginning: dict[str, tuple[Sequence[_Entry[R]], Callable[..., re.Match[str] | None] | None]] = {}
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
        return self._named[name].rule

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

    def holding(self, attribute: str, text: str) -> Sequence[R]:
        """The rules whose regex in that attribute can be found in a text, by the characters that it needs, in order."""
        if attribute not in self._holding:
            needs = [needed(getattr(rule, attribute)) for rule in self._rules]
            self._holding[attribute] = found_of(needs), [*zip(self._rules, needs, strict=True)]
        found_in, rules = self._holding[attribute]
        there = found_in(text)
        return [rule for rule, needs in rules if not needs or not needs.isdisjoint(there)]

    def at(self, text: str, pos: int, end: int | None = None) -> tuple[R, Any] | None:
        """The first rule that matches at this place, with its match."""
        stop = len(text) if end is None else end
        for entry in self._likely(text, pos, stop):
            if match := entry.match(text, pos, stop):
                return entry.rule, match
        return None

    def every(self, text: str, pos: int, end: int | None = None) -> Iterator[tuple[R, Any]]:
        """Each rule that matches at this place, in order, with its match."""
        stop = len(text) if end is None else end
        for entry in self._likely(text, pos, stop):
            if match := entry.match(text, pos, stop):
                yield entry.rule, match

    def _likely(self, text: str, pos: int, stop: int) -> Iterable[_Entry[R]]:
        """The rules among which those are that match at this place, in order."""
        first = text[pos] if self._is_sorted and pos < stop else ""
        entries, dispatch = self._beginning.get(first) or self._dispatcher(first)
        if dispatch:
            found = dispatch(text, pos, stop)
            if found is None:
                return ()
            entries = entries[int(str(found.lastgroup)[1:]) :]
        if not self._is_needy:
            return entries
        there = self._needed(text)
        return [entry for entry in entries if not entry.needs or not entry.needs.isdisjoint(there)]

    def _find_needed(self, text: str) -> set[str]:
        """Which of the characters that rules need stand in a text."""
        self._needed = found_of(rule.needs for rule in self._rules)
        return self._needed(text)

    def find(self, text: str, start: int = 0, end: int | None = None, last: int | None = None) -> Iterator[tuple[R, Any]]:
        """The matches in this stretch, in order and apart: at each place before `last` that of the first rule that matches there."""
        done = start
        for at in self.places(text, start, end if last is None else last):
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
        return self._named[rule.name].match(text, pos, len(text) if end is None else end)

    def _dispatcher(self, first: str) -> tuple[Sequence[_Entry[R]], Callable[..., re.Match[str] | None] | None]:
        """The rules that can begin with the character, and one regex without groups that tells at once which is the first that matches.

        None for few rules, which are as quickly tried one by one, and where a rule refers back to its groups.
        """
        entries = self._entries
        if self._is_sorted:
            entries = [entry for entry in entries if not entry.rule.opens or may_begin(entry.rule.opens, first)]
        dispatch: Callable[..., re.Match[str] | None] | None = None
        if len(entries) > _FEW and not any("(?P=" in entry.rule.regex for entry in entries):
            dispatch = numbered([_GROUP_NAME.sub("(?:", entry.rule.regex) for entry in entries]).match
        self._beginning[first] = entries, dispatch
        return entries, dispatch

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
