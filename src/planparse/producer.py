"""The producer of results: the version of planparse, and a digest of the rules and lexicons that decide what is read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from planparse.model import Producer

__version__ = "0.2.0"

# The parts of the package that decide what becomes of an input …
READING: Final = ("api.py", "language", "messages/diagnostics.py", "model.py", "parsing", "readers", "text.py", "writers")
# … and of plans that are held against each other.
COMPARING: Final = ("citing.py", "comparing", "labels.py", "language", "model.py", "text.py", "wording.py")
# … of those that carry each other out, and of two versions of one.
CASCADING: Final = (*COMPARING, "cascading")
TRACKING: Final = (*COMPARING, "tracking")

_SOURCES: Final = (".py", ".yaml", ".tsv")


@cache
def producer(parts: tuple[str, ...] = READING) -> Producer:
    """The running planparse: `rules` is the same for all releases in which these parts of the package are the same.

    The digest is computed once per process, when first needed: that takes some milliseconds, and needs no upkeep.
    """
    digest = sha256()
    for part in parts:
        for source in _sources(files("planparse") / part):
            digest.update(source.read_bytes())
    return Producer(name="planparse", version=__version__, rules=digest.hexdigest()[:16])


def _sources(place: Traversable) -> Iterator[Traversable]:
    if place.is_dir():
        for below in sorted(place.iterdir(), key=lambda entry: entry.name):
            yield from _sources(below)
    elif place.name.endswith(_SOURCES):
        yield place
