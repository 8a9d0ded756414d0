"""Files that are written completely or not at all, and names that every file system allows."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from planparse.errors import OutputError, reason

PART: Final = ".part"
"""The ending of what is not whole yet."""

_LONGEST: Final = 255 - len(".yaml")  # bytes of a name, so that the ending of a result fits behind it
_DIGEST: Final = 8


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
    waits for the disk to have it, so that a file may be empty after a power cut. A link stays, and what it leads to is replaced.
    What takes the place of a file has its permissions, and its owner as far as the system lets. What is no file, a device or a pipe, is not replaced: it is written to, once there is all.

    Raises OutputError where that is impossible; the path is then as before, and nothing else is left behind.
    """
    try:
        place = _file_at(path)
        if place is None:
            with TemporaryDirectory(prefix="planparse-") as folder:
                part = Path(folder, "part")
                yield part
                with part.open("rb") as source, _stream_at(path) as stream:
                    shutil.copyfileobj(source, stream)
            return
        part = (parts or place.parent) / f".planparse-{os.urandom(8).hex()}{PART}"
        try:
            yield part
            if parts is None:
                with part.open("rb+") as stream:
                    os.fsync(stream.fileno())
            _take_over(place, part)
            _move(part, place, option)
        finally:
            part.unlink(missing_ok=True)  # after the replacing there is none
    except IsADirectoryError as error:
        raise OutputError("output-is-folder", path, option=option) from error
    except OSError as error:
        raise OutputError("cannot-write", path, reason=reason(error), option=option) from error


def _file_at(path: Path) -> Path | None:
    """The file to be replaced, or to come; None where something else is there."""
    try:
        status = path.stat()
    except FileNotFoundError:
        pass  # nothing is there, or a link that leads nowhere yet
    else:
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError
        if not stat.S_ISREG(status.st_mode) or _output_to(status) is not None:
            return None
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _stream_at(path: Path) -> BinaryIO:
    """What is no file, to be written to."""
    output = _output_to(path.stat())
    # Opened anew, a file that standard output goes to would lose what it holds.
    return path.open("wb") if output is None else os.fdopen(os.dup(output), "wb")


def _output_to(status: os.stat_result) -> int | None:
    """The descriptor of standard output or error, where that is what is there: /dev/stdout may be a file."""
    for descriptor in (1, 2):
        with suppress(OSError):  # it is closed
            if os.path.samestat(status, os.fstat(descriptor)):
                return descriptor
    return None


def _take_over(place: Path, part: Path) -> None:
    """Give the part the owner and the permissions of the file that it will replace, if there is one."""
    if os.name != "posix":  # permissions come from the folder there, and what is read-only could not be removed any more
        return
    try:
        status = place.stat()
    except FileNotFoundError:
        return
    with suppress(PermissionError):  # only root gives files away; in a folder of several people that is no fault
        os.chown(part, status.st_uid, status.st_gid)
    part.chmod(status.st_mode & 0o777)


def _move(part: Path, place: Path, option: str) -> None:
    try:
        part.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with whole(place, option) as beside:  # a link, or a folder within the output, leads to another disk
            shutil.copyfile(part, beside)


def fitting(name: str) -> str:
    """The name of a result, without its ending, as file systems hold it: a long one is cut, and a digest stands for its end.

    >>> fitting("规划/" + "长" * 84) == "规划/" + "长" * 80 + "-9ac03460"
    True
    """
    folder, slash, last = name.rpartition("/")
    data = os.fsencode(last)
    if len(data) <= _LONGEST:
        return name
    digest = sha256(data).hexdigest()[:_DIGEST]
    return f"{folder}{slash}{data[: _LONGEST - _DIGEST - 1].decode('utf-8', 'ignore')}-{digest}"


def make_folder(path: Path) -> None:
    """Make the folder, and those above it, unless it is there. Raises OutputError where that is impossible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("no-folder", path, reason=reason(error)) from error
