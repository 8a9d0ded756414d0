"""Old Word and WPS documents (doc, wps), RTF and OpenDocument: LibreOffice saves them as docx, and that is read.

Each conversion has a profile of its own in a folder of its own, so that any number can run side by side, and is ended with all
that it started when its time is up. Macros do not run, and nothing that a document links to is fetched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from planparse.errors import InputError, reason
from planparse.readers import word
from planparse.readers.archives import open_archive
from planparse.text import SourceText

_NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 120  # a plan takes three; a machine may be busy, and a document made to hang
_NO_MACROS, _SETTINGS = "3", "org.openoffice.Office.Common/Security/Scripting"
_PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/{_SETTINGS}"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>{_NO_MACROS}</value></prop></item>
<item oor:path="/{_SETTINGS}"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/{_SETTINGS}"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def reader(ending: str) -> Callable[[bytes], tuple[SourceText, str]]:
    """The function that reads files of one ending. It raises InputError where LibreOffice is missing, fails or takes too long."""
    return partial(_read, ending=ending)


def _read(data: bytes, *, ending: str) -> tuple[SourceText, str]:
    if ending == "odt":
        open_archive(data).close()  # what would burst is not handed on
    program = find_libreoffice()
    if program is None:
        raise InputError("needs-libreoffice", ending=ending)
    return word.read(_converted(program, data, ending))


def find_libreoffice() -> str | None:
    """The program, None where it is not installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def _converted(program: str, data: bytes, ending: str) -> bytes:
    # LibreOffice may still be writing to its profile when it is ended.
    with tempfile.TemporaryDirectory(prefix="planparse-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        document, settings = folder / f"plan.{ending}", folder / "profile" / "user" / "registrymodifications.xcu"
        document.write_bytes(data)
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, "utf-8")
        profile = (folder / "profile").as_uri()
        out = folder / "out"
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
        _run([*command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(document)], folder)
        try:
            return (out / "plan.docx").read_bytes()
        except FileNotFoundError as error:
            raise InputError("libreoffice-cannot") from error


def _run(command: list[str], folder: Path) -> None:
    """Run a command to its end, or end it and all that it has started when its time is up."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a program that was found by its name, and paths that were made here
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise InputError("libreoffice-no-start", reason=reason(error)) from error
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise InputError("libreoffice-too-long", seconds=_SECONDS) from error
    finally:
        # It stands here as well when the user stops planparse: LibreOffice must not go on alone.
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
