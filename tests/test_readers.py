"""Inputs become documents: every encoding, and one clear line for what is no text."""

from __future__ import annotations

import codecs
import os
import random
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from planparse.errors import InputError
from planparse.messages.catalogue import MESSAGES
from planparse.readers import READERS, inputs, read

TRADITIONAL = """臺北市政府為推動醫療衛生服務體系之發展，依據行政院核定之計畫，訂定本實施方案。
一、總體目標：到2025年，全市每千人口醫療機構床位數達到六張以上，各區公所應配合辦理。
二、主要任務：（一）加強基層醫療衛生機構建設，推進分級診療制度，完善醫療服務體系。"""
WORDS = "一、总体要求\n到2025年，全市建成区域医疗中心3家以上，由各区政府负责。\n"


@pytest.mark.parametrize("name", ["jining.txt", "bozhou.txt"])
@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
    ],
)
def test_a_plan_reads_the_same_in_every_encoding(seeds: Path, name: str, codec: str, encoding: str) -> None:
    text = (seeds / name).read_text("utf-8")

    document = read(text.encode(codec), name)

    assert (document.encoding, document.source.text) == (encoding, text)


@pytest.mark.parametrize("name", ["jining.txt", "bozhou.txt"])
@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le"])
def test_two_hundred_characters_tell_their_encoding(seeds: Path, name: str, codec: str) -> None:
    text = (seeds / name).read_text("utf-8")
    pieces = [text[start : start + 200] for start in range(0, len(text) - 200, 211)]

    assert [read(piece.encode(codec), name).source.text for piece in pieces] == pieces


def test_big5_is_read() -> None:
    document = read(TRADITIONAL.encode("big5"), "x")

    assert (document.encoding, document.source.text) == ("big5", TRADITIONAL)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_big_endian_marks_are_seen(mark: bytes) -> None:
    codec = "utf-16-be" if len(mark) == 2 else "utf-32-be"

    assert read(mark + WORDS.encode(codec), "x").source.text == WORDS


def test_a_few_stray_bytes_do_not_spoil_a_text() -> None:
    surrogate, cut = b"\xed\xa0\x80", WORDS.encode()[:-2]

    assert read(WORDS.encode() + surrogate, "x").source.text == WORDS + "\ufffd" * 3
    assert read(cut, "x").source.text == WORDS[:-2] + "\ufffd"
    assert read(WORDS.encode("gb18030") + b"\xff\n", "x").source.text == WORDS + "\ufffd\n"


def test_nul_characters_vanish() -> None:
    assert read(WORDS.replace("年", "\0年").encode(), "x").source.text == WORDS


def test_line_ends_become_newlines() -> None:
    assert read("一\r\n二\r三\n".encode(), "x").source.text == "一\n二\n三\n"


def test_form_feeds_are_page_breaks_and_stay_in_the_text() -> None:
    source = read("一页\n\f二页\n\f三页\n\f\n".encode(), "x").source

    assert source.text == "一页\n\f二页\n\f三页\n\f\n"
    assert source.page_starts == (0, 4, 8)
    assert read("一页".encode(), "x").source.page_starts is None


def test_the_digest_is_of_the_bytes_and_the_name_without_folders() -> None:
    data = WORDS.encode("gb18030")

    document = read(data, "plans/甲市.txt")

    assert (document.sha256, document.name) == (sha256(data).hexdigest(), "甲市.txt")


def test_a_file_name_that_is_no_text_becomes_one() -> None:
    assert read(WORDS.encode(), os.fsdecode(b"\xff.txt")).name == "\ufffd.txt"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\u3000\n".encode(), b"\0\0"])
def test_an_input_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^x: (contains no text|looks like binary)"):
        read(data, "x")


def _xlsx() -> bytes:
    with BytesIO() as stream:
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("xl/workbook.xml", "<workbook/>")
        return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\x7fELF\x02\x01", "program"),
        (_xlsx(), "xlsx"),
        (b"PK\x03\x04 something", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "old Word"),
        (random.Random(1).randbytes(5000), "binary"),
        (bytes(range(256)) * 20, "binary"),
        ("Fußgängerübergänge für Österreich".encode("latin-1"), "binary"),
    ],
)
def test_what_is_no_text_is_named_with_the_way_out(data: bytes, looks_like: str) -> None:
    with pytest.raises(InputError, match=rf"^x: looks like .*{looks_like}.*; save it as plain text") as caught:
        read(data, "x")

    assert "\n" not in str(caught.value)


def test_every_reader_reads_a_kind_that_has_a_name() -> None:
    assert set(READERS) <= set(MESSAGES)


def test_a_stream_is_read_as_a_file_is(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(WORDS.encode())

    assert inputs.read_bytes(path) == inputs.read_bytes(BytesIO(WORDS.encode())) == WORDS.encode()


def test_an_input_beyond_the_limit_is_refused_before_it_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LIMIT", 10)
    stream = BytesIO(b"x" * 1000)

    with pytest.raises(InputError, match=r"^stdin: is larger than the limit of \d+ MiB; split"):
        inputs.read_bytes(stream)

    assert stream.tell() == 11


def test_a_missing_file_a_folder_and_a_wrong_path_have_a_line_each(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file; check"):
        inputs.read_bytes(tmp_path / "nothing.txt")
    with pytest.raises(InputError, match="is a folder; name"):
        inputs.read_bytes(tmp_path)
    with pytest.raises(InputError, match=r"cannot be read .*null"):
        inputs.read_bytes("a\0b")


def test_a_forbidden_file_has_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def forbid(*_: object) -> None:
        raise PermissionError

    (tmp_path / "plan.txt").touch()
    monkeypatch.setattr("planparse.readers.inputs.os.open", forbid)

    with pytest.raises(InputError, match=r"plan\.txt: permission denied"):
        inputs.read_bytes(tmp_path / "plan.txt")


@pytest.mark.parametrize("codec", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("text", ["一、总体要求", "任务分工表\r\n", "2025年\n", "（一）目标：到2025年达到90%。\r\n二、\r三"])
def test_short_texts_without_a_mark_tell_their_encoding(text: str, codec: str) -> None:
    document = read(text.encode(codec), "x")

    assert document.source.text == text.replace("\r\n", "\n").replace("\r", "\n")
    assert document.encoding == codec


def test_gb18030_has_a_mark_as_well() -> None:
    assert read(("\ufeff" + WORDS).encode("gb18030"), "x").encoding == "gb18030"
