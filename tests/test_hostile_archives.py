"""Archives and XML that are broken, or made to burst, to expand or to hang: one clear line each, and in no time."""

from __future__ import annotations

import random
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from planparse.errors import InputError
from planparse.readers import READERS, archives, read
from planparse.readers.word import document as word_document
from saved_as import as_docx, as_numbered_docx, as_ofd, rezipped, saved

PLAN = "甲市医疗服务实施方案\n一、主要目标\n到2025年，建成3家。\n二、主要任务\n" + "".join(
    f"（{n}）推进第{n}项建设。\n" for n in "一二三四五六七八九十"
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS: dict[str, Callable[[str], bytes]] = {WORD: as_numbered_docx, "application/ofd": as_ofd}


def _broken(data: bytes, dice: random.Random) -> bytes:
    """The bytes cut, or with some flipped: anywhere, or in the directory at the end."""
    if dice.random() < 0.3:
        return data[: dice.randrange(len(data))]
    spoiled = bytearray(data)
    floor = max(0, len(data) - 1500) if dice.random() < 0.5 else 0
    for _ in range(dice.choice((1, 3, 30))):
        spoiled[dice.randrange(floor, len(data))] ^= 1 << dice.randrange(8)
    return bytes(spoiled)


def _broken_within(data: bytes, dice: random.Random) -> bytes:
    """A whole archive whose parts are broken."""
    return rezipped(data, lambda part: _broken(part, dice) if part and dice.random() < 0.3 else part)


@pytest.mark.slow
@pytest.mark.parametrize("media_type", FORMS)
@pytest.mark.parametrize("spoil", [_broken, _broken_within])
def test_broken_files_are_read_or_refused_with_one_line(media_type: str, spoil: Callable[..., bytes]) -> None:
    whole = FORMS[media_type](PLAN)
    dice = random.Random(20260)
    refused: list[str] = []
    for _ in range(50):
        try:
            READERS[media_type](spoil(whole, dice))
        except InputError as error:
            refused.append(str(error))

    assert len(refused) > 5
    assert not any("\n" in line for line in refused)


@pytest.mark.parametrize("media_type", [*FORMS, "application/vnd.oasis.opendocument.text"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"%PDF-1.7", PLAN.encode()])
def test_what_is_no_such_file_is_refused(media_type: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planparse.readers.office.find_libreoffice", lambda: None)

    with pytest.raises(InputError, match=r"^[^\n]+; [^\n]+$"):
        READERS[media_type](data)


def _archive(**parts: bytes) -> bytes:
    with BytesIO() as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            for name, data in parts.items():
                new.writestr(name, data)
        return stream.getvalue()


def _document(body: str, before: str = "") -> bytes:
    declared = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return _archive(**{"word/document.xml": f"{before}<w:document {declared}>{body}</w:document>".encode()})


def test_an_archive_that_would_burst_is_refused_before_it_is_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = _archive(**{"word/document.xml": bytes(20_000_000)})
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("inflated"))

    for data in (bomb, bomb.replace(b"word/document.xml", b"OFD.xml/xxxxxxxxx")):
        with pytest.raises(InputError, match=r"^x: expands too much when unpacked"):
            read(data, "x")


def test_a_part_that_lies_about_its_size_is_inflated_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_LARGEST_MEMBER", 10_000)
    honest = _archive(**{"word/document.xml": random.Random(1).randbytes(20_000) + bytes(1_000_000)})
    true, lie = struct.pack("<L", 1_020_000), struct.pack("<L", 30_000)

    with pytest.raises(InputError, match=r"^x: contains more than the limit of"):
        read(honest.replace(true, lie), "x")


def test_an_archive_of_countless_or_locked_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = as_docx(PLAN)
    locked = bytearray(data)
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match=r"^x: is password-protected; save a copy without the password"):
        read(bytes(locked), "x")

    monkeypatch.setattr(archives, "_MOST_MEMBERS", 3)
    with pytest.raises(InputError, match=r"^x: has \d+ parts, more than the limit of 3"):
        read(data, "x")


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">',
    ],
)
def test_a_document_type_is_refused_so_that_there_are_no_entities(doctype: str) -> None:
    with pytest.raises(InputError, match=r"^x: has a document type"):
        read(_document("<w:body/>", doctype), "x")


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["w:ins", "w:sdt", "w:r"])
@pytest.mark.parametrize("place", ["<w:body>{}</w:body>", "<w:body><w:p>{}</w:p></w:body>"])
def test_elements_within_each_other_without_end_are_refused(tag: str, place: str) -> None:
    with pytest.raises(InputError, match=r"^x: is nested too deeply"):
        read(_document(place.format(f"<{tag}>" * 50_000 + f"</{tag}>" * 50_000)), "x")


def test_tables_within_each_other_without_end_are_refused() -> None:
    with pytest.raises(InputError, match=r"^x: is nested too deeply"):
        read(_document("<w:body>" + "<w:tbl><w:tr><w:tc>" * 500 + "</w:tc></w:tr></w:tbl>" * 500 + "</w:body>"), "x")


def test_absurd_counts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    absurd = r"^x: contains more paragraphs or words than any plan; split it"
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='60'/><w:vMerge w:val='{}'/></w:tcPr><w:p><w:r><w:t>甲乙丙丁</w:t></w:r></w:p></w:tc>"
    rows = [f"<w:tr>{cell.format(kind)}{cell.format(kind)}</w:tr>" for kind in ("restart", *["continue"] * 99)]
    monkeypatch.setattr(word_document, "_MOST_CHARACTERS", 5_000)
    with pytest.raises(InputError, match=absurd):
        read(_document(f"<w:body><w:tbl>{''.join(rows)}</w:tbl></w:body>"), "x")

    monkeypatch.setattr(word_document, "_MOST_PARAGRAPHS", 5)
    with pytest.raises(InputError, match=absurd):
        read(_document(f"<w:body>{'<w:p/>' * 6}</w:body>"), "x")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (_archive(**{"word/other.xml": b"<x/>"}), "is an incomplete Word document; "),
        (_document(""), "is a Word document without a body; "),
        (_document("<w:body><w:p/></w:body>"), "contains no text; "),
        (saved(docx.Document()), "contains no text; "),
        (_document("<w:body>", "<?xml version='1.0' encoding='nothing'?>"), "is damaged or truncated; "),
    ],
)
def test_a_document_without_what_it_needs_has_a_line(data: bytes, line: str) -> None:
    with pytest.raises(InputError, match=rf"^x: {line}"):
        read(data, "x")


def test_numbers_and_references_that_make_no_sense_do_no_harm() -> None:
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="x"><w:start w:val="-1"/><w:lvlText w:val="%1%9、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="y"><w:abstractNumId w:val="1"/></w:num><w:num/>'
        "</w:numbering>"
    )
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = "".join(
        f'<Relationship Type="{kinds}/{part}" Target="../../../word/{part}.xml"/>' for part in ("styles", "numbering")
    )
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr>'
        '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>词</w:t></w:r></w:p></w:body></w:document>'
    )
    parts = {
        "word/document.xml": document,
        "word/styles.xml": styles,
        "word/numbering.xml": numbering,
        "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
    }

    assert read(_archive(**{name: xml.encode() for name, xml in parts.items()}), "x").source.text == "00、词"
