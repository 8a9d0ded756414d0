"""The code of a regex that was kept makes the same pattern as compiling it; a file that cannot be trusted is not."""

import re
from pathlib import Path

import pytest

import planparse
from planparse.language import compiling
from planparse.language.compiling import Codes

REGEX = r"(?P<year>20\d\d)[年底](?P<what>建成|新增)?"


def test_every_pattern_is_the_one_that_re_makes(grammar: dict[str, re.Pattern[str]], tmp_path: Path) -> None:
    file = tmp_path / "kept.regexes"
    first = Codes(file)
    for pattern in grammar.values():
        assert first.pattern(pattern.pattern, pattern.flags & ~re.UNICODE) == pattern
    first.write()
    again = Codes(file)
    for pattern in grammar.values():
        kept = again.pattern(pattern.pattern, pattern.flags & ~re.UNICODE)
        assert (kept, kept.groupindex, kept.groups) == (pattern, pattern.groupindex, pattern.groups)


@pytest.fixture(scope="module")
def grammar() -> dict[str, re.Pattern[str]]:
    """What a plan is read with, as `re` compiles it."""
    planparse.parse((Path(__file__).parents[1] / "seeds" / "jining.txt").read_text("utf-8"))
    known = [*compiling._codes()._known, *compiling._codes()._new]
    assert len(known) > 200
    return {f"{regex} {flags}": re.compile(regex, flags) for regex, flags in known}


def _kept(file: Path) -> bytes:
    codes = Codes(file)
    codes.pattern(REGEX, 0)
    codes.write()
    return file.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"0", b"torn", b"turned"])
def test_a_damaged_file_is_as_none(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "kept.regexes"
    whole = _kept(file)
    file.write_bytes({b"torn": whole[:-7], b"turned": whole[:-7] + bytes([whole[-7] ^ 1]) + whole[-6:]}.get(damage, damage))
    codes = Codes(file)
    assert not codes._known
    assert codes.pattern(REGEX, 0) == re.compile(REGEX)
    codes.write()
    assert file.read_bytes() == whole


def test_what_another_python_wrote_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.regexes"
    _kept(file)
    assert Codes(file)._known
    monkeypatch.setattr(compiling, "_MADE_BY", b"cpython 3.99")
    assert not Codes(file)._known


def test_where_nothing_may_be_written_it_compiles(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    codes = Codes(tmp_path / "file" / "kept.regexes")
    assert codes.pattern(REGEX, re.VERBOSE) == re.compile(REGEX, re.VERBOSE)
    codes.write()
    assert (tmp_path / "file").read_text() == "no folder"


def test_the_file_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "_MOST", 10)
    file = tmp_path / "kept.regexes"
    for at in range(25):
        codes = Codes(file)
        codes.pattern(f"第{at}章", 0)
        codes.write()
        assert 1 <= len(Codes(file)._known) <= 10
