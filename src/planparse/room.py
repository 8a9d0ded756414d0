"""Limit of what may be found in a text: the memory of a plan grows with its content, far more than with its length."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from math import inf
from typing import Final, TypeVar

from planparse.errors import InputError

Thing = TypeVar("Thing")

# A value of a plan takes some 140 bytes of memory, written JSON included. Plans hold a value on four bytes and more, but in short
# tables; with two on five bytes everywhere, memory stays below 60 times the text.
_VALUES, _BYTES = 2, 5
_LEAST: Final = 400_000  # values, some 55 MB: no text is too short for its tables


class Room:
    """The room that a plan has, in values; what is found takes it up."""

    def __init__(self, values: float = inf) -> None:
        self._left = values

    def take(self, values: int) -> None:
        """Take room for so many values. Raises InputError where there is no more."""
        self._left -= values
        if self._left < 0:
            raise InputError("too-much-found")

    def of(self, found: Iterable[Thing], each: int = 1) -> list[Thing]:
        """The things found, each of which takes the room of so many values. Raises InputError where there is no more."""
        most = None if self._left == inf else int(self._left // each) + 1  # one more than there is room for
        things = [*islice(found, most)]
        self.take(len(things) * each)
        return things


def room_for(size: int) -> Room:
    """The room that the plan has which a text of so many bytes holds."""
    return Room(max(_LEAST, size * _VALUES // _BYTES))
