"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planparse.errors import OutputError


def write_whole(path: Path, content: str | bytes, option: str = "-o", parts: Path | None = None) -> None:
    """Write the content to the path, a text as UTF-8, in place of what was there; all else as `whole` has it.

    Raises OutputError where that is impossible; the path is then as before, and nothing else is left behind.
    """
    with whole(path, option, parts) as part:
        part.write_bytes(content.encode() if isinstance(content, str) else content)


@contextmanager
def whole(path: Path, option: str = "-o", parts: Path | None = None) -> Iterator[Path]:
    """A path to write to, which takes the place of what was there when all is written; `option` is what chose the path.

    It lies beside the path, or in the folder `parts`, of which somebody clears what a killed process has left; then nobody
    waits for the disk to have it, so that a file may be empty after a power cut.

    Raises OutputError where that is impossible; the path is then as before, and nothing else is left behind.
    """
    part = (parts or path.parent) / f".planparse-{os.urandom(8).hex()}.part"
    try:
        try:
            yield part
            if parts is None:
                with part.open("rb+") as stream:
                    os.fsync(stream.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)  # after the replacing there is none
    except IsADirectoryError as error:
        raise OutputError(f"{path}: is a folder; move it away or choose another place with {option}") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another place with {option}") from error


def make_folder(path: Path) -> None:
    """Make the folder, and those above it, unless it is there. Raises OutputError where that is impossible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be made a folder ({error.strerror}); choose another place with -o") from error
