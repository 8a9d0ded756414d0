"""A file with one plan per line, to which every run appends, after checking that nobody has changed it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pydantic_core import from_json

from planparse.corpus.journal import append
from planparse.errors import InputError, OutputError, reason
from planparse.readers.inputs import open_input


class Lines:
    """The lines of a file that are kept, and those that are written behind them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ends = [0]  # in bytes, behind each line that is kept

    @property
    def count(self) -> int:
        """How many lines are kept."""
        return len(self._ends) - 1

    def cut(self, count: int) -> None:
        """Keep so many lines."""
        del self._ends[count + 1 :]

    @contextmanager
    def read(self) -> Iterator[Callable[[str], bool]]:
        """Gives a function that keeps the next line, if it is whole and says that it was made from the input of this sha256.

        Raises OutputError where there is something, but no file.
        """
        try:
            stream = open_input(self.path)
        except FileNotFoundError:
            yield lambda _: False
            return
        except (InputError, IsADirectoryError) as error:
            raise OutputError("output-is-no-file", self.path, option="-o") from error
        except OSError as error:
            raise OutputError("output-cannot-read", self.path, reason=reason(error)) from error
        with stream:

            def keep(digest: str) -> bool:
                line = stream.readline()
                if not line.endswith(b"\n") or _made_from(line) != digest:
                    return False
                self._ends.append(self._ends[-1] + len(line))
                return True

            yield keep

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Cut the file behind the lines that are kept, to be written on. Raises OutputError where that is impossible."""
        try:
            stream = self.path.open("ab", buffering=0)
            try:
                stream.truncate(self._ends[-1])
            except OSError:
                stream.close()
                raise
        except OSError as error:
            raise OutputError("cannot-write", self.path, reason=reason(error), option="-o") from error
        with stream as self._stream:
            yield

    def add(self, line: bytes) -> None:
        """Write the line behind the others. Raises OutputError where that is impossible, or somebody else has written there."""
        if not self._is_as_it_was_left(self._stream):
            raise OutputError("changed-by-others", self.path)
        append(self._stream, line, self.path)
        self._ends.append(self._ends[-1] + len(line))

    def _is_as_it_was_left(self, stream: BinaryIO) -> bool:
        try:
            there = self.path.stat()
        except OSError:
            return False
        return os.path.samestat(there, os.fstat(stream.fileno())) and there.st_size == self._ends[-1]


def _made_from(line: bytes) -> str | None:
    """The sha256 of the input that the plan in a line was made from; None where there is no plan."""
    try:
        plan = from_json(line)
    except ValueError:
        return None
    match plan:
        case {"source": {"sha256": str(digest)}}:
            return digest
    return None
