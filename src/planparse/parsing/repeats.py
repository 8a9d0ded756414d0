"""Which of many titles some words repeat, hold, or are part of: in time that grows with their lengths alone (Aho and Corasick)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def repeated(said: Sequence[str], titles: Sequence[str]) -> list[int | None]:
    """For each of the words said, the first title that they hold or are part of; empty ones are like nothing.

    >>> repeated(["建设中心", "加快建设中心和医院", "医", "", "乙"], ["", "医院", "建设中心"])
    [2, 1, 1, None, None]
    """
    within = _first_within(said, titles)
    around = _first_around(said, titles)
    return [min((at for at in pair if at is not None), default=None) for pair in zip(within, around, strict=True)]


def _first_around(parts: Sequence[str], wholes: Sequence[str]) -> list[int | None]:
    """For each part the first whole that holds it."""
    trie = _Trie(parts)
    first: dict[int, int] = {}
    for at, whole in enumerate(wholes):
        for node in trie.walk(whole):
            while node and node not in first:
                first[node] = at
                node = trie.falls[node]  # noqa: PLW2901 - what a node ends with has been seen as well
    return [first.get(node) for node in trie.ends]


def _first_within(wholes: Sequence[str], parts: Sequence[str]) -> list[int | None]:
    """For each whole the first part that it holds."""
    trie = _Trie(parts)
    none = len(parts)
    first = [none] * len(trie.falls)
    for at, node in enumerate(trie.ends):
        first[node] = min(first[node], at)
    first[0] = none
    for node in trie.shortest_first:
        first[node] = min(first[node], first[trie.falls[node]])
    found = (min((first[node] for node in trie.walk(whole)), default=none) for whole in wholes)
    return [None if at == none else at for at in found]


class _Trie:
    """Strings by their beginnings: a node a beginning, 0 that of all."""

    def __init__(self, strings: Sequence[str]) -> None:
        self._below: dict[tuple[int, str], int] = {}
        self.ends: list[int] = []
        for string in strings:
            node = 0
            for character in string:
                node = self._below.setdefault((node, character), len(self._below) + 1)
            self.ends.append(node)
        steps = [*self._below]  # that which leads to each node, the first to 1
        lengths = [0]
        for above, _ in steps:
            lengths.append(lengths[above] + 1)
        self.shortest_first = sorted(range(1, len(lengths)), key=lengths.__getitem__)
        # The longest beginning that a node ends with, itself left out.
        self.falls = [0] * len(lengths)
        for node in self.shortest_first:
            above, character = steps[node - 1]
            if above:
                self.falls[node] = self._step(self.falls[above], character)

    def walk(self, text: str) -> Iterator[int]:
        """Behind each character of a text the longest beginning that stands there."""
        node = 0
        for character in text:
            node = self._step(node, character)
            yield node

    def _step(self, node: int, character: str) -> int:
        while (below := self._below.get((node, character))) is None and node:
            node = self.falls[node]
        return below or 0
