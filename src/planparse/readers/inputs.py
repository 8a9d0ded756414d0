"""The bytes of an input: a file by its path, or a stream such as standard input."""

from __future__ import annotations

import os
from typing import BinaryIO

from planparse.errors import InputError

MEBIBYTE = 1024 * 1024
PLAN_LIMIT = 16 * MEBIBYTE  # a plan of a million characters takes 3 MiB

Input = str | os.PathLike[str] | BinaryIO


def read_bytes(source: Input, limit: int = PLAN_LIMIT) -> bytes:
    """All bytes of a path or an open binary stream.

    Never holds more than `limit` bytes and one. Raises InputError where there is nothing to read or too much of it; the
    message leaves out the name.
    """
    try:
        if isinstance(source, str | os.PathLike):
            with open(source, "rb") as stream:
                data = stream.read(limit + 1)
        else:
            data = source.read(limit + 1)
    except FileNotFoundError as error:
        raise InputError("there is no such file; check the path") from error
    except IsADirectoryError as error:
        raise InputError("is a folder; name the files in it") from error
    except PermissionError as error:
        raise InputError("there is no permission to read it; change its permissions or copy it") from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL character
        raise InputError(f"cannot be read ({error}); check the path") from error
    if len(data) > limit:
        raise InputError(f"is larger than the limit of {limit // MEBIBYTE} MiB; cut it into single plans")
    return data


def label(source: Input) -> str:
    """How messages call an input: its path as given, or the name of the stream."""
    return os.fspath(source) if isinstance(source, str | os.PathLike) else "stdin"
