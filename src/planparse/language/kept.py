"""Caches results that are expensive to compute, in a file beside the bytecode of this module.

Most of the time in which a first plan is read would go into compiling some 700 regexes, and some into parsing the lexicons. Python keeps
the bytecode of modules for the same reason, and here as there nothing depends on the file: only the very Python that wrote it reads it,
its checksum must fit, each entry is found by all that it was made from, and where the file is missing or damaged, everything is worked out
again. Where no bytecode may be written, the file stands in the cache folder of the user, who alone may have written it.
"""

from __future__ import annotations

import atexit
import marshal
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from zlib import crc32

# Files of another layout or another Python do not fit: the values in them are packed.
_MADE_BY: Final = f"lengths, then values; {sys.implementation.name} {sys.version} {sys.byteorder}\n".encode()
_SUM: Final = 4  # bytes of a checksum, which finds damage; that nobody else wrote the file is seen by its owner
# What changes leaves entries behind that nobody asks for any more: at so many bytes, five times what a plan needs, the file begins anew.
_MOST: Final = 50_000_000
_OTHERS_WRITE: Final = 0o022

_Packed = bytes | memoryview
_NONE: Final[Mapping[Any, _Packed]] = MappingProxyType({})


class Kept:
    """Values of the kinds that marshal writes, by keys of such kinds; those of `beside` are known, but are not written again."""

    def __init__(self, file: Path, *, is_private: bool = False, beside: Mapping[Any, _Packed] = _NONE) -> None:
        self._file = file
        self._is_private = is_private
        # Packed, so that nobody can change what is kept.
        self._own = _read(file, is_private=is_private)
        self.known = {**beside, **self._own}
        self.new: dict[Any, bytes] = {}

    def value(self, key: Any, make: Callable[[], Any]) -> Any:
        """The value for the key, an object of one's own, made where there is none; `make` must give the same for the same key."""
        packed = self.known.get(key) or self.new.get(key)
        if packed is None:
            packed = self.new[key] = marshal.dumps(make())
        return marshal.loads(packed)  # noqa: S302 - its sum was checked

    def write(self) -> None:
        """Put the values that are new into the file as well; a place where nothing may be written is left as it is."""
        if not self.new:
            return
        content = _content({**self._own, **self.new})
        if len(content) > _MOST:
            content = _content(self.new)
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_MADE_BY + _sum(content) + content)
            if self._is_private:
                part.chmod(0o600)
            part.replace(self._file)
        except OSError:
            with suppress(OSError):  # of a disk that is full
                part.unlink()


def _read(file: Path, *, is_private: bool) -> dict[Any, _Packed]:
    try:
        with file.open("rb") as opened:
            if is_private and not _is_of_this_user(os.fstat(opened.fileno())):
                return {}
            held = memoryview(opened.read())
    except OSError:
        return {}
    begin = len(_MADE_BY) + _SUM
    content = held[begin:]
    if held[:begin] != _MADE_BY + _sum(content):
        return {}
    lengths: dict[Any, int] = marshal.loads(content)  # noqa: S302 - checked
    known: dict[Any, _Packed] = {}
    at = len(content) - sum(lengths.values())
    for key, length in lengths.items():
        known[key] = content[at : at + length]
        at += length
    return known


def _content(values: Mapping[Any, _Packed]) -> bytes:
    """How long the value of each key is, then all values: a start need not copy those that nobody asks for."""
    return marshal.dumps({key: len(packed) for key, packed in values.items()}) + b"".join(values.values())


def _sum(content: _Packed) -> bytes:
    return crc32(content).to_bytes(_SUM, "little")


def _is_of_this_user(file: os.stat_result) -> bool:
    """Whether nobody else may have written the file. Windows has no such owners; there a profile is its user's alone."""
    return os.name == "nt" or (file.st_uid == os.geteuid() and not file.st_mode & _OTHERS_WRITE)


@cache
def kept() -> Kept:
    """What this machine keeps; it is written when the process ends."""
    beside = Path(cache_from_source(__file__)).with_suffix(".values")
    if not sys.dont_write_bytecode and os.access(next(filter(Path.exists, beside.parents)), os.W_OK):
        here = Kept(beside)
    else:
        here = Kept(_cache_folder() / beside.name, is_private=True, beside=_read(beside, is_private=False))
    atexit.register(here.write)
    return here


def _cache_folder() -> Path:
    """The folder for it by the XDG Base Directory Specification; for a user without a home one in which nothing can be written."""
    own = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not own.is_absolute():
        try:
            own = Path.home() / ".cache"
        except RuntimeError:
            own = Path(os.devnull)
    return own / "planparse"
