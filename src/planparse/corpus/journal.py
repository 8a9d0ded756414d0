"""The record of a run in the output folder, under .planparse/, so that the next run does only what is missing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

from planparse.errors import InputError, OutputError, reason
from planparse.messages import Message
from planparse.producer import producer
from planparse.readers.inputs import open_input
from planparse.writers.files import PART, make_folder, write_whole

FOLDER: Final = ".planparse"
_LONGEST: Final = 1 << 20  # bytes of a line: paths and names come to some thousand


class Record(NamedTuple):
    """A line of the journal: what became of an input."""

    input: str  # its place below the folder that was named
    sha256: str | None  # of its bytes; None where they could not be read
    output: str  # the file that holds the result, below the output folder
    counts: tuple[int, ...] | None  # of the plan's lists, as Done has them; None where it has failed


def version() -> str:
    """The same for all that make the same of an input, byte for byte."""
    made_by = producer()
    return f"{made_by.version}-{made_by.rules}"


@contextmanager
def claimed(out: Path) -> Iterator[Path]:
    """The folder for the journal, made if need be, for this run alone; what a killed run left half-written is gone.

    Raises OutputError where another run is at work there. The claim of a run that was killed ends with it.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only where many plans are read

    folder = out / FOLDER
    make_folder(folder)
    lock = FileLock(folder / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise OutputError("another-run", out) from error
    except OSError as error:
        raise OutputError("cannot-write", out, reason=reason(error), option="-o") from error
    try:
        _clear(folder)
        yield folder
        _clear(folder)  # of processes that died meanwhile
    finally:
        lock.release()


def _clear(folder: Path) -> None:
    for part in folder.glob(f".planparse-*{PART}"):
        try:
            part.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError("cannot-remove", part, reason=reason(error)) from error


class DamagedError(Exception):
    """A journal that no run has left like this."""

    def __init__(self, why: Message | str) -> None:
        """`why` says how it shows."""
        super().__init__(str(why))
        self.why = why


class Journal:
    """Records, a line each, that are added while a run goes on."""

    def __init__(self, path: Path, settings: str = "") -> None:
        """What was done with other settings has to be done again."""
        self.path = path
        self._version = f"{version()}-{settings}" if settings else version()

    def records(self) -> Iterator[Record]:
        """Those of the rules' and the schema's present version, and of these settings; a last line that is cut, by a kill, is passed over.

        Raises DamagedError where it cannot be trusted.
        """
        if not os.path.lexists(self.path):
            return
        try:
            with open_input(self.path) as stream:
                for number, line in enumerate(iter(partial(stream.readline, _LONGEST), b""), 1):
                    try:
                        record = _record(line, self._version)
                    except (ValueError, RecursionError) as error:
                        if not line.endswith(b"\n") and len(line) < _LONGEST:
                            return
                        raise DamagedError(Message("no-record", line=number)) from error
                    if record:
                        yield record
        except InputError as error:
            raise DamagedError(Message("journal-no-file")) from error
        except OSError as error:
            raise DamagedError(reason(error)) from error

    def set_aside(self) -> Path:
        """Let it make room for a new one; gives where it is now. Raises OutputError where that is impossible."""
        places = (self.path.with_name(f"{self.path.name}.aside-{number}") for number in count(1))
        place = next(place for place in places if not os.path.lexists(place))
        try:
            self.path.rename(place)
        except OSError as error:
            raise OutputError("cannot-move", self.path, reason=reason(error)) from error
        return place

    @contextmanager
    def opened(self, kept: Iterable[Record]) -> Iterator[Journal]:
        """Begin anew with the records that are kept, to be added to."""
        write_whole(self.path, "".join(map(self._line, kept)))
        with self.path.open("ab", buffering=0) as self._stream:
            yield self

    def add(self, record: Record) -> None:
        """Write the record behind the others. Raises OutputError where that is impossible."""
        append(self._stream, self._line(record).encode(), self.path)

    def _line(self, record: Record) -> str:
        return json.dumps([self._version, *record]) + "\n"


def append(stream: Any, data: bytes, path: Path) -> None:
    """Write all of it to an unbuffered stream. Raises OutputError where that is impossible."""
    try:
        while data:
            data = data[stream.write(data) :]
    except OSError as error:
        raise OutputError("no-room", path, reason=reason(error)) from error


def _record(line: bytes, version_: str) -> Record | None:
    """The record in a line; None for one of another version. Raises ValueError where it is none."""
    match json.loads(line):
        case [str(made_by), *_] if made_by != version_:
            return None
        case [_, str(place), str() | None as digest, str(output), list() | None as counts] if all(
            isinstance(count, int) for count in counts or ()
        ):
            return Record(place, digest, output, None if counts is None else tuple(counts))
    raise ValueError(line)
