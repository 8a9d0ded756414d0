"""Keys: what entries of a plan are known by while their words stay, wherever they stand and whatever is added elsewhere."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

_LENGTH = 10

Keyed = Literal["target", "measure", "deadline", "responsibility"]


def squeezed(words: str) -> str:
    r"""The words without white space, which comes and goes with each copy of a text.

    >>> squeezed("达到 90%\n以上")
    '达到90%以上'
    """
    return "".join(words.split())


def key_of(kind: Keyed, words: str, number: int) -> str:
    """The key of the entry with this number, from 1, among those of a kind that have these words, folded."""
    return _key(f"{kind}\n{squeezed(words)}", number)


def _key(said: str, number: int) -> str:
    # Half characters are no text in any encoding, and may stand in a text all the same.
    return sha256(f"{said}\n{number}".encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


class Keys:
    """The keys of a plan's entries, given one by one, in document order for each kind."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, kind: Keyed, words: str) -> str:
        """The key of the next entry of a kind that has these words, folded; of entries with equal words each has its own.

        >>> keys = Keys()
        >>> keys.of("target", "达到90%"), keys.of("target", "达到 90%")
        ('800c2f9775', '66fad3e5f3')
        """
        said = f"{kind}\n{squeezed(words)}"
        number = self._seen[said] = self._seen.get(said, 0) + 1
        return _key(said, number)
