"""Old Word and WPS documents (doc, wps), RTF and OpenDocument: LibreOffice saves them as docx, and that is read.

Each conversion has a profile of its own in a folder of its own, so that any number can run side by side. A program of our own
(`conversion`) starts LibreOffice within limits of time and memory, and ends it and removes the folder, whatever becomes of planparse.
Macros do not run, and nothing that a document links to is fetched.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from planparse.errors import InputError, reason
from planparse.readers import word
from planparse.readers.archives import open_archive
from planparse.text import SourceText

_NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 100  # a plan takes three; a machine may be busy, and a document made to hang
_MIB = 1024  # LibreOffice needs half of it to start
_CONVERSION = Path(__file__).with_name("conversion.py")
_ZIP = b"PK"


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
    """The document as docx. Raises InputError where LibreOffice does not make one."""
    command = [sys.executable, "-P", str(_CONVERSION), program, ending, str(_SECONDS), str(_MIB)]
    try:
        # A session of its own: what ends planparse with all its processes must not end what clears up behind them.
        with subprocess.Popen(  # noqa: S603 - our own file
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            # The pipe stays open while we wait: where it ends, however that comes about, the program ends as well.
            process.stdin.write(len(data).to_bytes(8))
            process.stdin.write(data)
            process.stdin.flush()
            answer = process.stdout.read()
    except OSError as error:
        raise InputError("libreoffice-fails", reason=reason(error)) from error
    if not answer.startswith(_ZIP):
        problem = json.loads(answer or '{"problem": "libreoffice-cannot"}')
        raise InputError(problem.pop("problem"), **problem)
    return answer
