"""The bytes of an input: a file by its path, or an open stream such as standard input."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from planparse.errors import InputError

_LIMIT_MIB = 16  # a plan of a million characters takes 3 MiB, and some 12 when it is extracted
LIMIT = _LIMIT_MIB * 1024 * 1024

Input = str | os.PathLike[str] | BinaryIO


def read_bytes(source: Input) -> bytes:
    """All bytes of an input; never more than LIMIT and one are held.

    Raises InputError where there is nothing to read, or too much.
    """
    try:
        if isinstance(source, str | os.PathLike):
            with Path(source).open("rb") as stream:
                data = stream.read(LIMIT + 1)
        else:
            data = source.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise InputError(f"{label(source)}: there is no such file; check the path") from error
    except IsADirectoryError as error:
        raise InputError(f"{label(source)}: is a folder; name the files in it") from error
    except PermissionError as error:
        raise InputError(f"{label(source)}: there is no permission to read it; change that or copy it") from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL character
        raise InputError(f"{label(source)}: cannot be read ({error}); check the path") from error
    if len(data) > LIMIT:
        raise InputError(f"{label(source)}: is larger than the limit of {_LIMIT_MIB} MiB; cut it into single plans")
    return data


def label(source: Input) -> str:
    """What messages call an input: its path as given, or stdin for a stream."""
    return os.fspath(source) if isinstance(source, str | os.PathLike) else "stdin"
