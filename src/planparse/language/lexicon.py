"""Reads lexicons/*.yaml: words are data with a source, grammar is code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# LibYAML's loader, where the wheel has it, reads the lexicons in a tenth of the time.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# re makes a set of branches that are a character each, and takes long to build one that is no range: where one never matches, it does not.
_NEVER = "(?!)"
_QUICK_SET = 2


@cache
def words(name: str) -> Mapping[str, Any]:
    """The lexicon `lexicons/<name>.yaml` as plain lists and mappings."""
    text = (files("planparse.language") / "lexicons" / f"{name}.yaml").read_text("utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader either way
    return loaded


def alternation(*lists: Iterable[str]) -> str:
    """A regex that matches the longest of the words, in time that does not grow with their number.

    Words share their beginnings as in a trie, and one look at the next character tells whether any word begins there.

    >>> alternation(["建成", "建设", "建设好", "打造"])
    '(?=[建打])(?:建(?:成|设(?:好)?)|打造)'
    """
    trie = _Trie()
    for word in sorted({word for words_ in lists for word in words_}):
        node = trie
        for c in word:
            node = node.setdefault(c, _Trie())
        node[""] = _Trie()
    firsts = "".join(_escaped(c) for c in sorted(trie))
    return f"(?=[{firsts}]){_branches(trie)}"


class _Trie(dict[str, "_Trie"]):
    """The words that go on from here, by their next character; "" where one ends."""


def _branches(trie: Mapping[str, _Trie]) -> str:
    ends = "" in trie
    branches = [_escaped(c) + (_branches(node) if node.keys() != {""} else "") for c, node in sorted(trie.items()) if c]
    if len(branches) == 1 and not ends:
        return branches[0]
    if len(branches) > _QUICK_SET and all(len(branch) == 1 for branch in branches):
        branches.append(_NEVER)
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


def _escaped(c: str) -> str:
    return "\\" + c if c in r"\.^$*+?{}[]|()-/&~#% " else c
