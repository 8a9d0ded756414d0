"""Compiles the regexes of the grammar once a machine: the code of each is kept in a file beside the bytecode of this module.

Compiling some 350 regexes takes half of the time in which a first plan is read. Python keeps the bytecode of modules for the same
reason, and here as there nothing depends on the file: it is only read by the very Python that has written it, its digest must fit, `re`
checks each code again, and where it is missing, damaged or must not be written, the regex is compiled.
"""

from __future__ import annotations

import atexit
import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final, NamedTuple

# What `re.compile` does in these is what is done here, as a test shows for every regex of the grammar; others compile each time.
_KNOWN: Final = frozenset({(3, 11), (3, 12), (3, 13), (3, 14)})
_MADE_BY: Final = f"{sys.implementation.name} {sys.version} {sys.byteorder}".encode()
# A grammar that changes leaves the codes of its former regexes behind: with so many the file begins anew.
_MOST: Final = 2_000
_READABLE: Final = 0o644


class _Code(NamedTuple):
    """What `re` makes a pattern of: its flags, its code as 32-bit numbers, and its groups."""

    flags: int
    code: bytes
    groups: int
    groupindex: dict[str, int]
    indexgroup: tuple[str | None, ...]


@cache
def compiled(regex: str, flags: int = 0) -> re.Pattern[str]:
    """The same pattern as that of `re.compile`."""
    if sys.implementation.name != "cpython" or sys.version_info[:2] not in _KNOWN:
        return re.compile(regex, flags)
    return _codes().pattern(regex, flags)


class Codes:
    """The codes of regexes, as a file holds them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = self._read()
        self._new: dict[tuple[str, int], _Code] = {}

    def pattern(self, regex: str, flags: int) -> re.Pattern[str]:
        """The pattern of a regex, from its code where there is one."""
        key = regex, int(flags)  # a plain number, which marshal can write
        code = self._known.get(key)
        if code is None:
            code = self._new[key] = _coded(regex, flags)
        pattern: re.Pattern[str] = import_module("_sre").compile(
            regex, code[0], array("I", code[1]).tolist(), code[2], code[3], code[4]
        )
        return pattern

    def write(self) -> None:
        """Put the codes that are new into the file as well; a place where nothing may be written is left as it is."""
        if not self._new:
            return
        kept = self._new if len(self._known) + len(self._new) > _MOST else {**self._known, **self._new}
        content = marshal.dumps({key: tuple(code) for key, code in kept.items()})
        with suppress(OSError):
            self._file.parent.mkdir(exist_ok=True)
            with NamedTemporaryFile(dir=self._file.parent, delete=False) as part:
                part.write(_digest(content) + content)
            part_ = Path(part.name)
            part_.chmod(_READABLE)
            part_.replace(self._file)

    def _read(self) -> dict[tuple[str, int], _Code]:
        try:
            held = self._file.read_bytes()
        except OSError:
            return {}
        digest, content = held[: len(_digest(b""))], held[len(_digest(b"")) :]
        known: dict[tuple[str, int], _Code] = marshal.loads(content) if digest == _digest(content) else {}  # noqa: S302 - checked
        return known


@cache
def _codes() -> Codes:
    codes = Codes(Path(cache_from_source(__file__)).with_suffix(".regexes"))
    if not sys.dont_write_bytecode:
        atexit.register(codes.write)
    return codes


def _digest(content: bytes) -> bytes:
    return sha256(_MADE_BY + content).digest()


def _coded(regex: str, flags: int) -> _Code:
    """What `re.compile` computes of a regex before it makes a pattern of it."""
    parsed = import_module("re._parser").parse(regex, flags)
    code = import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001 - the half of `re.compile` that takes its time
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    return _Code(
        int(flags | state.flags),
        array("I", map(int, code)).tobytes(),
        int(state.groups) - 1,
        dict(state.groupdict),
        tuple(names),
    )
