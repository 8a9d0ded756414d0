"""doc, wps, rtf and odt, through LibreOffice; and what is said where it is missing, busy or at a loss."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import planparse
from planparse.errors import InputError
from planparse.readers import office, read
from planparse.readers.media_types import media_type_of
from saved_as import as_docx, findings

pytestmark = pytest.mark.slow  # LibreOffice is started

PROGRAM = office.find_libreoffice()
with_libreoffice = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
# Only 一、 and （一）: LibreOffice itself loses a list that begins anew in doc, and all marks but ASCII in rtf.
NUMBERED: dict[str, tuple[str, ...]] = {"doc": ("han", "han_bracketed"), "odt": ("han", "han_bracketed"), "rtf": ()}
NAMED = {"doc": "application/msword", "odt": "application/vnd.oasis.opendocument.text", "rtf": "text/rtf"}
TABLE = """附件
任务分工表
序号\t重点任务\t牵头单位\t配合单位
1\t加强卫生健康人才引育\t市卫生健康委\t市发展改革委、市财政局
2\t建设医学医疗中心\t市教育局\t市人力资源社会保障局等
附表
主要指标表
指标名称\t单位\t2020年现状\t2025年目标\t属性
县域内就诊率\t%\t85\t≥90\t约束性
三级医院数\t家\t3\t5\t预期性
"""


@with_libreoffice
@pytest.mark.parametrize("ending", NUMBERED)
def test_a_plan_saved_by_libreoffice_says_what_its_text_says(seeds: Path, tmp_path: Path, ending: str) -> None:
    text = f"{(seeds / 'bozhou.txt').read_text('utf-8').rstrip()}\n{TABLE}"
    path = tmp_path / "plan.docx"
    path.write_bytes(as_docx(text, NUMBERED[ending]))
    command = [PROGRAM, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", ending]
    subprocess.run([*command, "--outdir", tmp_path, path], check=True, capture_output=True, timeout=300)

    plan = planparse.extract(path.with_suffix(f".{ending}").rename(tmp_path / "plan.wps"))  # its content decides

    assert plan.source.media_type == NAMED[ending]
    assert findings(plan) == findings(planparse.parse(text))


@with_libreoffice
def test_a_document_that_libreoffice_cannot_open_has_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_SECONDS", 60)

    with pytest.raises(InputError, match=r"^x: [^\n]+; [^\n]+$"):
        read(OLE + "WordDocument".encode("utf-16-le") + bytes(2000), "x")


def test_without_libreoffice_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: None)

    for data, ending in ((b"{\\rtf1 x}", "rtf"), (OLE + "WordDocument".encode("utf-16-le") + bytes(99), "doc")):
        with pytest.raises(InputError, match=rf"^x: .*\({ending}\) needs LibreOffice; install it, or"):
            read(data, "x")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_what_takes_too_long_is_ended_with_all_that_it_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program, alive = tmp_path / "soffice", tmp_path / "alive"
    program.write_text(f"#!/bin/sh\n(while :; do date > {alive}; sleep 0.05; done) &\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find_libreoffice", lambda: str(program))
    monkeypatch.setattr(office, "_SECONDS", 0.5)

    with pytest.raises(InputError, match=r"^x: LibreOffice took longer than .*; save it as docx"):
        read(b"{\\rtf1 x}", "x")

    alive.unlink()
    time.sleep(0.3)
    assert not alive.exists()


def test_a_program_that_does_not_start_has_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(office, "find_libreoffice", lambda: str(tmp_path / "gone"))

    with pytest.raises(InputError, match=r"^x: LibreOffice does not start .*; check its installation"):
        read(b"{\\rtf1 x}", "x")


@pytest.mark.parametrize(
    ("stream", "named"),
    [
        ("EncryptedPackage", "a password-protected Office document"),
        ("Workbook", "Excel"),
        ("PowerPoint Document", "PowerPoint"),
        ("Something", "old Word, WPS or Excel"),
    ],
)
def test_ole_files_are_told_apart_by_their_streams(stream: str, named: str) -> None:
    with pytest.raises(InputError, match=rf"^x: looks like .*{named}.*; save it as plain text"):
        read(OLE + stream.encode("utf-16-le") + bytes(200), "x")


def test_a_word_in_the_text_is_no_stream() -> None:
    assert media_type_of(OLE + b"xx" + "WordDocument".encode("utf-16-le") + bytes(200)) == "application/x-ole-storage"


def test_zip_archives_are_told_apart_by_the_names_of_their_parts() -> None:
    def archive(**parts: str) -> bytes:
        with BytesIO() as stream:
            with ZipFile(stream, "w") as new:
                for name, words in parts.items():
                    new.writestr(name, words)
            return stream.getvalue()

    kinds = {
        "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "OFD.xml": "application/ofd",
        "plan.txt": "application/zip",
    }

    assert {name: media_type_of(archive(**{name: "word/ xl/ ppt/"})) for name in kinds} == kinds
    assert media_type_of(archive(mimetype="application/vnd.oasis.opendocument.text")) == (
        "application/vnd.oasis.opendocument.text"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_the_folder_and_all_processes_are_gone_whatever_becomes_of_who_waits(tmp_path: Path) -> None:
    """Also where the reader is killed in the middle of it, without a chance to clear up."""
    program, alive, folder = tmp_path / "soffice", tmp_path / "alive", tmp_path / "temporary"
    program.write_text(f"#!/bin/sh\n(while :; do pwd > {alive}; sleep 0.05; done) &\nwait\n")
    program.chmod(0o755)
    folder.mkdir()
    code = (
        "from planparse.readers import office, read\n"
        f"office.find_libreoffice = lambda: {str(program)!r}\n"
        "read(b'{\\\\rtf1 x}', 'x')\n"
    )
    reader = started(code, folder)
    wait_for(lambda: alive.exists() and alive.stat().st_size > 0)
    assert [*folder.iterdir()]

    assert killed(reader) == ""
    assert not [*folder.iterdir()]
    alive.unlink()
    time.sleep(0.3)
    assert not alive.exists()


@with_libreoffice
@pytest.mark.skipif(os.name != "posix", reason="sockets of Unix")
def test_where_libreoffice_listened_nothing_is_left(tmp_path: Path) -> None:
    before = sockets()
    reader = started("from planparse.readers import read\nread(b'{\\\\rtf1\\\\bin2147483647 a', 'x')\n", tmp_path)
    wait_for(lambda: sockets() != before)
    own = sockets() - before

    assert killed(reader) == ""
    wait_for(lambda: own.isdisjoint(sockets()))  # another test's may have begun meanwhile, and ends by itself


def sockets() -> set[Path]:
    """Where any LibreOffice listens; it takes no other place."""
    return {*Path("/tmp").glob("OSL_PIPE_*")}


def started(code: str, folder: Path) -> subprocess.Popen[str]:
    """A process that runs the code, and has the folder for what is temporary."""
    environment = {**os.environ, "TMPDIR": str(folder)}
    return subprocess.Popen([sys.executable, "-c", code], env=environment, stderr=subprocess.PIPE, encoding="utf-8")


def killed(process: subprocess.Popen[str]) -> str:
    """Kill it and wait for the end of those that it has started; gives what they have said meanwhile."""
    process.kill()
    return process.communicate()[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the stand-in is a shell script, the limits are those of Unix")
def test_libreoffice_runs_within_limits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program, said = tmp_path / "soffice", tmp_path / "said"
    program.write_text(f"#!/bin/sh\n(ulimit -v; ulimit -t; ulimit -f; pwd) > {said}\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find_libreoffice", lambda: str(program))

    with pytest.raises(InputError, match=r"^x: LibreOffice cannot open it within the memory limit, or .*; save it"):
        read(b"{\\rtf1 x}", "x")

    memory, seconds, size, folder = said.read_text().split()
    assert int(seconds) <= office._SECONDS
    assert int(size) <= 64 * 1024 * 2  # blocks of 512 bytes
    assert sys.platform != "linux" or int(memory) <= office._MIB * 1024
    assert not Path(folder).exists()


@with_libreoffice
def test_a_document_made_to_take_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_MIB", 100)  # less than LibreOffice needs to start, by far

    with pytest.raises(InputError, match=r"^x: LibreOffice cannot open it within the memory limit, or .*; save it"):
        read(b"{\\rtf1 x}", "x")


def wait_for(true: Callable[[], bool]) -> None:
    """Wait until it is true; a machine that is busy may take a minute."""
    due = time.monotonic() + 60
    while not true():
        assert time.monotonic() < due
        time.sleep(0.02)
