"""Caches results that are expensive to compute, in a file beside the bytecode of this module.

Half of the time in which a first plan is read would go into compiling some 350 regexes, a tenth into parsing the lexicons. Python keeps
the bytecode of modules for the same reason, and here as there nothing depends on the file: only the very Python that wrote it reads it,
its digest must fit, each entry is found by all that it was made from, and where the file is missing, damaged or must not be written,
everything is worked out again.
"""

from __future__ import annotations

import atexit
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final

# Files of another layout or another Python do not fit: the values in them are packed.
_MADE_BY: Final = f"packed, needs {sys.implementation.name} {sys.version} {sys.byteorder}".encode()
# What changes leaves entries behind that nobody asks for any more: with so many the file begins anew.
_MOST: Final = 2_000


class Kept:
    """Values of the kinds that marshal writes, by keys of such kinds."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.known = self._read()  # packed, so that nobody can change what is kept
        self.new: dict[Any, bytes] = {}

    def value(self, key: Any, make: Callable[[], Any]) -> Any:
        """The value for the key, an object of one's own, made where there is none; `make` must give the same for the same key."""
        packed = self.known.get(key) or self.new.get(key)
        if packed is None:
            packed = self.new[key] = marshal.dumps(make())
        return marshal.loads(packed)  # noqa: S302 - its digest was checked

    def write(self) -> None:
        """Put the values that are new into the file as well; a place where nothing may be written is left as it is."""
        if not self.new:
            return
        content = marshal.dumps(self.new if len(self.known) + len(self.new) > _MOST else {**self.known, **self.new})
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
        try:
            self._file.parent.mkdir(exist_ok=True)
            part.write_bytes(_digest(content) + content)
            part.replace(self._file)
        except OSError:
            with suppress(OSError):  # of a disk that is full
                part.unlink()

    def _read(self) -> dict[Any, bytes]:
        try:
            held = self._file.read_bytes()
        except OSError:
            return {}
        digest, content = held[: len(_digest(b""))], held[len(_digest(b"")) :]
        known: dict[Any, bytes] = marshal.loads(content) if digest == _digest(content) else {}  # noqa: S302 - checked
        return known


@cache
def kept() -> Kept:
    """What this machine keeps; it is written when the process ends, unless Python is told to write no bytecode either."""
    here = Kept(Path(cache_from_source(__file__)).with_suffix(".values"))
    if not sys.dont_write_bytecode:
        atexit.register(here.write)
    return here


def _digest(content: bytes) -> bytes:
    return sha256(_MADE_BY + content).digest()
