"""The bytes of an input: a file by its path, or an open stream such as standard input.

Nothing here waits forever: inputs that are not files are refused at once, except standard input and pipes that somebody writes to.
The caller decides how long that may take.
"""

from __future__ import annotations

import os
import stat
from typing import BinaryIO, Final

from planparse.errors import InputError, reason
from planparse.messages import Message

_LIMIT_MIB = 16  # a plan of a million characters takes 3 MiB, and some 12 when it is extracted
LIMIT = _LIMIT_MIB * 1024 * 1024

Input = str | os.PathLike[str] | BinaryIO

_NO_FILES: Final = {
    stat.S_IFIFO: "named-pipe",
    stat.S_IFSOCK: "socket",
    stat.S_IFCHR: "device",
    stat.S_IFBLK: "device",
}


def read_bytes(source: Input, *, pipes: bool = True) -> bytes:
    """All bytes of an input; never more than LIMIT and one are held.

    With `pipes`, a path may lead to standard input or to a pipe, as /dev/stdin and a shell's <(…) do. A pipe that nobody writes to
    is refused; for one that somebody writes to it waits, and once it is read there is nothing in it.

    Raises InputError where there is nothing to read, or too much.
    """
    try:
        if isinstance(source, str | os.PathLike):
            with open_input(source, pipes=pipes) as stream:
                data = stream.read(LIMIT + 1)
                if not data and stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode):
                    raise InputError("empty-pipe", label(source))
        else:
            data = source.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise InputError("no-such-file", label(source)) from error
    except IsADirectoryError as error:
        raise InputError("is-folder", label(source)) from error
    except PermissionError as error:
        raise InputError("no-permission", label(source)) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL character
        raise InputError("cannot-read", label(source), reason=reason(error)) from error
    if len(data) > LIMIT:
        raise InputError("too-large", label(source), limit=_LIMIT_MIB)
    return data


def open_input(path: str | os.PathLike[str], *, pipes: bool = False) -> BinaryIO:
    """The file, to be read; with `pipes` also what else `read_bytes` takes.

    Raises InputError for what is no file, and what `open` raises. It never waits.
    """
    status = os.stat(path)  # noqa: PTH116 - an int would name a descriptor, and is none of its types
    kind = stat.S_IFMT(status.st_mode)
    if kind in _NO_FILES:
        if pipes and _is_standard_input(status):
            return os.fdopen(os.dup(0), "rb")
        if not (pipes and kind == stat.S_IFIFO):
            raise InputError("no-file", label(path), kind=Message(_NO_FILES[kind]))
    stream = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - Path.open takes no opener; who asked closes it
    if kind == stat.S_IFIFO:
        os.set_blocking(stream.fileno(), True)  # only to open it would have waited for somebody who writes
    return stream


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_standard_input(status: os.stat_result) -> bool:
    try:
        return os.path.samestat(status, os.fstat(0))
    except OSError:  # it is closed
        return False


def label(source: Input) -> str:
    """What messages call an input: its path as given, or stdin for a stream."""
    return os.fspath(source) if isinstance(source, str | os.PathLike) else "stdin"
