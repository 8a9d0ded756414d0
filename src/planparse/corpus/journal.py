"""What a run keeps in the output folder, below .planparse/, so that the next one does only what is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from planparse.errors import OutputError
from planparse.producer import producer
from planparse.writers.files import make_folder, write_whole

FOLDER: Final = ".planparse"


class Record(NamedTuple):
    """A line of the journal: what became of an input."""

    input: str  # its place below the folder that was named
    sha256: str | None  # of its bytes; None where they could not be read
    output: str  # the file that holds the result, below the output folder
    counts: tuple[int, ...] | None  # of the plan's lists, as Done has them; None where it has failed
    end: int | None = None  # where its line ends, in bytes, in a file that holds many plans


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
        raise OutputError(f"{out}: another run writes there; wait for it, or choose another place with -o") from error
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); choose another place with -o") from error
    try:
        for part in folder.glob("*.part"):
            part.unlink(missing_ok=True)
        yield folder
    finally:
        lock.release()


class Journal:
    """Records, a line each, that are added while a run goes on."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def records(self) -> Iterator[Record]:
        """Those of this planparse and its present rules; lines that are cut are passed over."""
        if not self._path.exists():
            return
        with self._path.open("rb") as stream:
            for line in stream:
                record = _record(line)
                if record:
                    yield record

    @contextmanager
    def opened(self, kept: Iterable[Record]) -> Iterator[Journal]:
        """Begin anew with the records that are kept, to be added to."""
        write_whole(self._path, "".join(map(_line, kept)))
        with self._path.open("ab", buffering=0) as self._stream:
            yield self

    def add(self, record: Record) -> None:
        """Write the record behind the others. Raises OutputError where that is impossible."""
        append(self._stream, _line(record).encode(), self._path)


def append(stream: Any, data: bytes, path: Path) -> None:
    """Write all of it to an unbuffered stream. Raises OutputError where that is impossible."""
    try:
        while data:
            data = data[stream.write(data) :]
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); make room and start again") from error


def _line(record: Record) -> str:
    return json.dumps([version(), *record]) + "\n"


def _record(line: bytes) -> Record | None:
    """The record in a line; None for one that is cut, or of another version."""
    try:
        made_by, place, digest, output, counts, end = json.loads(line)
    except ValueError:
        return None
    return Record(place, digest, output, counts and tuple(counts), end) if made_by == version() else None
