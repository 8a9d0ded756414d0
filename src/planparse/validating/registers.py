"""Reads the user's own register of indicators from a file: by sector, then by id, like the one that comes with planparse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError

from planparse.errors import InvalidFileError
from planparse.language.indicators import Entry, Indicator, plain
from planparse.messages import Message
from planparse.text import printable
from planparse.validating import values_at
from planparse.validating.faults import faults_of

_ID: Final = re.compile("[a-z][a-z0-9_]*")


def own_entries(data: bytes, where: str) -> tuple[Entry, ...]:
    """The entries in the bytes of a file; `where` is what messages call it.

    Raises InputError where it is no text, and InvalidFileError, with all faults, where it does not hold.
    """
    values, problems = values_at(data, where, InvalidFileError)
    entries: list[Entry] = []
    for sector, id_, fields in _listed(values, problems):
        try:
            entries.append(Entry(id_, sector, Indicator.model_validate(fields)))
        except ValidationError:
            place = printable(f"{sector}.{id_}")
            problems += (Message("at", where=place, what=fault) for fault in faults_of(fields, Indicator, "an-indicator"))
    problems += _claimed_twice(entries)
    if problems:
        raise InvalidFileError(where, problems)
    return tuple(entries)


def _listed(values: Any, problems: list[Message]) -> Iterator[tuple[str, str, Any]]:
    """Sector, id and fields of each entry."""
    sectors = values if isinstance(values, dict) else {}
    if not sectors or not all(isinstance(entries, dict) for entries in sectors.values()):
        problems.append(Message("no-register"))
        return
    for sector, entries in sectors.items():
        for id_, fields in entries.items():
            if _ID.fullmatch(id_):
                yield sector, id_, fields
            else:
                problems.append(Message("at", where=printable(f"{sector}.{id_}"), what=Message("no-indicator-id")))


def _claimed_twice(entries: list[Entry]) -> Iterator[Message]:
    taken: dict[str, str] = {}
    for entry in entries:
        for name in entry.indicator.names:
            other = taken.setdefault(plain(name).key, entry.id)
            if other != entry.id:
                yield Message("at", where=entry.id, what=Message("name-taken", name=printable(name), other=other))
