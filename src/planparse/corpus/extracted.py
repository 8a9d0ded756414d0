"""Iterates over extracted plans, in folders and in files with one plan per line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from planparse.api import load_bytes, open_plan
from planparse.corpus.results import ERRORS
from planparse.errors import InputError, reason
from planparse.model import Plan
from planparse.readers.inputs import open_input
from planparse.writers import LINES

_LINES: Final = f".{LINES}"
_ENDINGS: Final = (".json", ".yaml", ".yml", _LINES)
# How a plan begins in either, and neither a diff nor a matrix does.
_BEGINNING: Final = re.compile(
    rb'(?:\xef\xbb\xbf)?(?:\s*\{\s*"schema_version"\s*:\s*"[^"]*"\s*,\s*"id"|schema_version:.*\s+id:)'
)
_ENOUGH: Final = 200  # bytes to see that


class Source(NamedTuple):
    """Where a plan is to be read."""

    where: str  # what messages call it
    line: bytes | None = None  # the plan itself, where it is a line of a file

    def __str__(self) -> str:
        return self.where


def sources(argument: str) -> Iterator[Source]:
    """The plans that an argument names: a file, a text or extracted; each line of a .jsonl; all extracted plans in a folder.

    Files in a folder come by their names, and JSON stands for a YAML of its name. Other files in it, and all that is hidden,
    are passed over. Raises InputError where a folder holds no plan, or lines cannot be read.
    """
    if os.path.isdir(argument):  # noqa: PTH112 - a path with a NUL character is no folder, and no error yet
        found = False
        for path in _below(Path(argument)):
            for source in _in(path):
                found = True
                yield source
        if not found:
            raise InputError("holds-no-extracted", argument)
    elif argument.endswith(_LINES):
        yield from _in(Path(argument))
    else:
        yield Source(argument)


def holds_extracted(argument: str) -> bool:
    """Whether it is a folder that holds extracted plans."""
    return os.path.isdir(argument) and any(True for path in _below(Path(argument)) for _ in _in(path))  # noqa: PTH112


def plan_of(source: Source) -> Plan:
    """The plan there. Raises what `open_plan` raises."""
    return open_plan(source.where) if source.line is None else load_bytes(source.line, source.where)


def _below(folder: Path) -> Iterator[Path]:
    for above, below, files in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        here = {name for name in files if name.endswith(_ENDINGS) and not name.startswith(".") and name != ERRORS}
        for path in sorted(Path(above, name) for name in here):
            if path.suffix in {".json", _LINES} or f"{path.stem}.json" not in here:
                yield path


def _in(path: Path) -> Iterator[Source]:
    try:
        with open_input(path) as stream:
            if path.suffix == _LINES:
                yield from (Source(f"{path}:{number}", line) for number, line in enumerate(stream, 1))
            elif _BEGINNING.match(stream.read(_ENOUGH)):
                yield Source(str(path))
    except OSError as error:
        raise InputError("cannot-read", path, reason=reason(error)) from error
