"""Finds the plans that arguments name (files, folders and globs), and names their results."""

from __future__ import annotations

import glob
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from planparse.writers import WRITERS
from planparse.writers.files import fitting

# What planparse writes itself, and names of which no office program's user knows that they are there.
_OURS: Final = (".json", ".yaml", ".yml", ".jsonl", ".csv", ".parquet", ".duckdb")
_HIDDEN: Final = (".", "~$")


class Item(NamedTuple):
    """A plan to read."""

    path: str  # to open it, and what messages call it
    place: str  # its path below the folder that was named
    name: str  # of its results, below the output folder and without their ending


def is_many(argument: str) -> bool:
    """Whether the argument names more than one file: a folder, or a glob, which a file fits and is not the name of one."""
    if os.path.isdir(argument):
        return True
    return glob.has_magic(argument) and not os.path.lexists(argument) and any(glob.iglob(argument, recursive=True))


def find(arguments: Sequence[str], out: str | None) -> list[Item]:
    """The plans in their order: that of the arguments, and by name within a folder, its files before its folders.

    Hidden files, those that planparse wrote and all below `out` are left out of folders and globs; a file that is named is
    always taken, even where it is not there, and so is what holds nothing: to read it fails, and that is told of.
    """
    folders = sum(map(os.path.isdir, arguments))
    places: dict[str, tuple[str, str]] = {}
    for argument in arguments:
        found = [*_found(argument, out)] if is_many(argument) else []
        found = found or [(argument, os.path.basename(argument))]
        above = os.path.basename(os.path.abspath(argument)) if folders > 1 and os.path.isdir(argument) else ""
        for path, place in found:
            places.setdefault(os.path.abspath(path), (path, _inside(f"{above}/{place}")))
    named = zip(places.values(), names([place for _, place in places.values()]), strict=True)
    return [Item(path, place, name) for (path, place), name in named]


def names(places: Sequence[str]) -> list[str]:
    """The name of the results of each: its place without the ending, or with it where several places differ only there.

    Where that is taken, as in file systems that make no difference between capitals, -2, -3 … stand behind it; where it is too
    long for a file, it is cut.

    >>> names(["a/x.txt", "a/x.pdf", "a/X.txt.doc", "b/y.txt"])
    ['a/x.txt', 'a/x.pdf', 'a/X.txt-2', 'b/y']
    """
    stems = [re.sub(r"(?<=[^/])\.[^./]*$", "", place) for place in places]
    alike = Counter(map(_key, stems))
    folders = {_key(str(above)) for folder in {os.path.dirname(place) for place in places} for above in _upwards(folder)}
    taken: set[str] = set()
    chosen = []
    for place, stem in zip(places, stems, strict=True):
        own = place if alike[_key(stem)] > 1 else stem
        name = fitting(own)
        number = 1
        while (key := _key(name)) in taken or any(f"{key}.{ending}" in folders for ending in WRITERS):
            number += 1
            name = fitting(f"{own}-{number}")
        taken.add(key)
        chosen.append(name)
    return chosen


def _found(argument: str, out: str | None) -> Iterator[tuple[str, str]]:
    """The path and place of each file in a folder, or that a glob fits."""
    if os.path.isdir(argument):
        yield from _below(argument, out)
        return
    # What shell and user call the folder of a glob ends before its first part with a wildcard.
    fixed = [*_leading(PurePath(argument).parts)]
    base = os.path.join(*fixed) if fixed else ""
    for path in sorted(glob.iglob(argument, recursive=True)):
        if _is_taken(path) and not (out and _is_below(path, out)):
            yield path, os.path.relpath(path, base or ".")


def _leading(parts: Sequence[str]) -> Iterator[str]:
    for part in parts[:-1]:
        if glob.has_magic(part):
            return
        yield part


def _below(root: str, out: str | None) -> Iterator[tuple[str, str]]:
    """All files below a folder. A folder that links lead back to is read once; one that is closed stands for itself."""
    closed: list[str] = []
    seen: set[str] = set()
    leave = {os.path.realpath(out)} - {os.path.realpath(root)} if out else set()
    for folder, below, files in os.walk(root, followlinks=True, onerror=lambda error: closed.append(error.filename)):
        seen.add(os.path.realpath(folder))
        below[:] = [
            name
            for name in sorted(below)
            if not name.startswith(_HIDDEN) and os.path.realpath(os.path.join(folder, name)) not in seen | leave
        ]
        here = os.path.relpath(
            folder, root
        )  # once a folder: for each file it would take a third of the look through a run that is done
        for name in sorted(files):
            path = os.path.join(folder, name)
            if _is_taken(path):
                yield path, name if here == os.curdir else os.path.join(here, name)
    for path in closed:
        yield path, os.path.relpath(path, root)


def _is_taken(path: str) -> bool:
    # A link that leads nowhere is taken, to be told of; a pipe or a device is not.
    return is_taken_by_name(os.path.basename(path)) and (
        os.path.isfile(path) or (os.path.islink(path) and not os.path.exists(path))
    )


def is_taken_by_name(place: str) -> bool:
    """Whether nothing in the place is hidden, and it is none of what planparse writes itself."""
    return not any(part.startswith(_HIDDEN) for part in place.split("/")) and not place.lower().endswith(_OURS)


def _is_below(path: str, folder: str) -> bool:
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), ""))


def _inside(place: str) -> str:
    """The place without what could lead out of the folder that it is joined to."""
    return "/".join(part for part in place.split(os.sep) if part not in {"", ".", ".."})


def _upwards(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = os.path.dirname(folder)


def _key(name: str) -> str:
    """The same for names that some file system takes for one."""
    return unicodedata.normalize("NFC", name.casefold())
