"""Reads lexicons/*.yaml: words are data with a source, grammar is code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from planparse.language.kept import kept

# re makes a set of branches that are a character each, and takes long to build one that is no range: where one never matches, it does not.
_NEVER = "(?!)"
_QUICK_SET = 2
_ESCAPES = str.maketrans({c: "\\" + c for c in r"\.^$*+?{}[]|()-/&~#% "})


@cache
def words(name: str) -> Mapping[str, Any]:
    """The lexicon `lexicons/<name>.yaml` as plain lists and mappings."""
    text = (files("planparse.language") / "lexicons" / f"{name}.yaml").read_text("utf-8")
    loaded: Mapping[str, Any] = kept().value(sha256(text.encode()).digest(), lambda: _loaded(text))
    return loaded


def _loaded(text: str) -> Any:
    import yaml  # noqa: PLC0415 - slow to load, and a machine reads each lexicon once

    # LibYAML's loader, where the wheel has it, reads the lexicons in a tenth of the time.
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader either way


def alternation(*lists: Iterable[str]) -> str:
    """A regex that matches the longest of the words, in time that does not grow with their number.

    Words share their beginnings as in a trie, and one look at the next character tells whether any word begins there.

    >>> alternation(["建成", "建设", "建设好", "打造"])
    '(?=[建打])(?:建(?:成|设(?:好)?)|打造)'
    """
    given = [*chain(*lists)]
    regex: str = kept().value(("any of", "\n".join(given)), lambda: _alternation(sorted({*given})))
    return regex


def _alternation(ordered: Sequence[str]) -> str:
    firsts = "".join(_escaped(c) for c in dict.fromkeys(word[0] for word in ordered))
    return f"(?=[{firsts}]){_branches(ordered)}"


def _branches(ordered: Sequence[str]) -> str:
    """A regex for the words, which are in order: those that begin alike are one branch."""
    ends = not ordered[0]
    branches = []
    for first, group in groupby(ordered[ends:], itemgetter(0)):
        rests = [word[1:] for word in group]
        branches.append(_escaped(first) + (_escaped(rests[0]) if len(rests) == 1 else _branches(rests)))
    if len(branches) == 1 and not ends:
        return branches[0]
    if len(branches) > _QUICK_SET and all(len(branch) == 1 for branch in branches):
        branches.append(_NEVER)
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


def _escaped(words_: str) -> str:
    return words_.translate(_ESCAPES)
