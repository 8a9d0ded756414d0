"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from planparse.errors import OutputError


def write_whole(path: Path, content: str | bytes, option: str = "-o", parts: Path | None = None) -> None:
    """Write the content to the path, a text as UTF-8, in place of what was there; `option` is what chose the path.

    It gathers beside the path, or in the folder `parts`, of which somebody clears what a killed process has left; then nobody
    waits for the disk to have it, so that a file may be empty after a power cut.

    Raises OutputError where that is impossible; the path is then as before, and nothing else is left behind.
    """
    part = (parts or path.parent) / f".planparse-{os.urandom(8).hex()}.part"
    try:
        try:
            with part.open("xb") as stream:
                stream.write(content.encode() if isinstance(content, str) else content)
                stream.flush()
                if parts is None:
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
