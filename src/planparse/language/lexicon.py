"""Reads lexicons/*.yaml: words are data with a source, grammar is code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# LibYAML's loader, where the wheel has it, reads the lexicons in a tenth of the time.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def words(name: str) -> Mapping[str, Any]:
    """The lexicon `lexicons/<name>.yaml` as plain lists and mappings."""
    text = (files("planparse.language") / "lexicons" / f"{name}.yaml").read_text("utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader either way
    return loaded


def alternation(*lists: Iterable[str]) -> str:
    """A regex that matches any of the words, the longest first, so that no word hides one that begins with it."""
    every = {word for words_ in lists for word in words_}
    return "|".join(_escaped(word) for word in sorted(every, key=lambda word: (-len(word), word)))


def _escaped(word: str) -> str:
    return "".join("\\" + c if c in r".^$*+?{}[]\|()-/" else c for c in word)
