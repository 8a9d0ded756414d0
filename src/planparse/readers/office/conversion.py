"""Saves a document as docx by LibreOffice: run as a program of its own, which outlives whoever started it until all is cleared up.

Knows nothing of planparse, so that it starts quickly. Takes LibreOffice's path, the ending of the document, and the most seconds and
MiB that LibreOffice may take. Reads the size of the document, as 8 bytes, and the document from standard input, and writes the docx
to standard output, or, as JSON, what is wrong. When standard input ends, nobody waits any more: LibreOffice is ended at once.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import md5
from pathlib import Path
from typing import NoReturn

_TICK = 0.05  # seconds
_CLEARING = 5.0  # seconds in which processes that were killed are gone
_LARGEST = 64 * 1024 * 1024  # of a docx
_NO_MACROS, _SETTINGS = "3", "org.openoffice.Office.Common/Security/Scripting"
_PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/{_SETTINGS}"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>{_NO_MACROS}</value></prop></item>
<item oor:path="/{_SETTINGS}"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/{_SETTINGS}"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


class _ProblemError(Exception):
    """What is wrong: the id of a message of planparse, and its fields."""

    def __init__(self, problem: str, **fields: object) -> None:
        super().__init__(problem)
        self.told = json.dumps({"problem": problem, **fields}).encode()


def _limit(seconds: int, mib: int) -> None:
    """Limit this process and all that it starts, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows, where the clock alone watches

    limits = (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, mib * 1024 * 1024),
        (resource.RLIMIT_FSIZE, _LARGEST),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in limits:
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)  # noqa: PLW2901 - what stands in force may be less
        with suppress(ValueError, OSError):  # macOS knows a limit of memory and does not always take one
            resource.setrlimit(kind, (most, most))


def _converted(program: str, document: Path, seconds: float, abandoned: threading.Event) -> bytes:
    """The docx that LibreOffice makes of the document, beside which its profile lies."""
    folder = document.parent
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_PROFILE, "utf-8")
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(document)]
    _run(command, folder, seconds, abandoned)
    try:
        with (folder / "out" / "plan.docx").open("rb") as stream:
            return stream.read()
    except FileNotFoundError:
        raise _ProblemError("libreoffice-cannot") from None


def _run(command: list[str], folder: Path, seconds: float, abandoned: threading.Event) -> None:
    """Run a command to its end, or end it when its time is up or nobody waits; in the end also all that it has started."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a program that was found by its name, and paths that were made here
            command,
            cwd=folder,
            # Each arena of glibc takes 64 MiB of addresses, and on a machine of many cores there is one a thread.
            env={**os.environ, "TMPDIR": str(folder), "HOME": str(folder), "MALLOC_ARENA_MAX": "2"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise _ProblemError("libreoffice-no-start", reason=error.strerror) from None
    due = time.monotonic() + seconds
    try:
        while process.poll() is None:
            if time.monotonic() > due:
                raise _ProblemError("libreoffice-too-long", seconds=seconds)
            if abandoned.wait(_TICK):
                raise _ProblemError("libreoffice-cannot")
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and its group, and wait until all of it is gone."""
    due = time.monotonic() + _CLEARING
    while time.monotonic() < due:
        try:
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        except (ProcessLookupError, PermissionError):  # macOS says the latter where only a corpse is left
            break
        if process.poll() is not None and os.name != "posix":
            break
        time.sleep(_TICK)
    process.wait()


def _clear(folder: Path) -> None:
    """Remove the folder, in which a process that is just ending may still write, and what LibreOffice has put elsewhere."""
    for socket in _sockets(folder):
        socket.unlink(missing_ok=True)
    due = time.monotonic() + _CLEARING
    while folder.exists() and time.monotonic() < due:
        shutil.rmtree(folder, ignore_errors=True)
        time.sleep(_TICK if folder.exists() else 0)


def _sockets(folder: Path) -> Iterator[Path]:
    """Where LibreOffice listens, and what it leaves behind when it is killed: in these folders, whatever TMPDIR says."""
    if os.name == "posix":
        profile = (folder / "profile").as_uri().encode("utf-16-le")
        digest = "".join(f"{byte:x}" for byte in md5(profile, usedforsecurity=False).digest())
        for place in ("/tmp", "/var/tmp"):  # noqa: S108 - not ours to choose
            yield Path(place, f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{digest}")


def _exit(*_: object) -> NoReturn:
    sys.exit(1)  # by way of all that clears up


def main() -> None:
    """Convert what stands in standard input."""
    program, ending, seconds, mib = sys.argv[1:]
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _exit)
    data = sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(8)))
    abandoned = threading.Event()

    def watch() -> None:
        os.read(sys.stdin.fileno(), 1)  # gives nothing, and that only when the pipe ends
        abandoned.set()

    threading.Thread(target=watch, daemon=True).start()
    folder = Path(tempfile.mkdtemp(prefix="planparse-"))
    try:
        _limit(math.ceil(float(seconds)), int(mib))
        document = folder / f"plan.{ending}"
        document.write_bytes(data)
        answer = _converted(program, document, float(seconds), abandoned)
    except _ProblemError as problem:
        answer = problem.told
    except (OSError, MemoryError) as error:
        answer = _ProblemError("libreoffice-fails", reason=getattr(error, "strerror", None) or type(error).__name__).told
    finally:
        _clear(folder)
    with suppress(BrokenPipeError), open(sys.stdout.fileno(), "wb", closefd=False) as stream:
        stream.write(answer)  # whether anybody waits or not


if __name__ == "__main__":
    main()
