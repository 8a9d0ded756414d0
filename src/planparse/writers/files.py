"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from planparse.errors import OutputError


def write_whole(path: Path, content: str | bytes, option: str = "-o") -> None:
    """Write the content to the path, a text as UTF-8, in place of what was there; `option` is what chose the path.

    Raises OutputError where that is impossible; the path is then as before, and nothing else is left behind.
    """
    part = path.with_name(f".planparse-{os.urandom(8).hex()}.part")
    try:
        try:
            with part.open("xb") as stream:
                stream.write(content.encode() if isinstance(content, str) else content)
                stream.flush()
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
