"""What a machine keeps is what would be worked out again; a file that cannot be trusted is not read."""

import os
import re
import subprocess
import sys
from array import array
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

import planparse
from planparse.language import compiling, kept, lexicon
from planparse.language.kept import Kept

_A_PAGE = 1_000
Grammar = dict[tuple[str, int], tuple[re.Pattern[str], bytes, tuple[Any, ...]]]
REGEX = r"(?P<year>20\d\d)[年底](?P<what>建成|新增)?"


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    """What a plan is read with: the pattern and the code that `re` makes, and what this machine keeps."""
    planparse.parse((Path(__file__).parents[1] / "seeds" / "jining.txt").read_text("utf-8"))
    here = kept.kept()
    keys = [key for key in {**here.known, **here.new} if isinstance(key[1], int) and len(key) == 2]
    assert len(keys) > 200
    return {key: (*_by_re(*key), here.value(key, pytest.fail)) for key in keys}


@pytest.mark.slow
def test_every_pattern_is_the_one_that_re_makes(grammar: Grammar, tmp_path: Path) -> None:
    file = tmp_path / "kept.values"
    first = Kept(file)
    for key, (_, _, code) in grammar.items():
        first.value(key, lambda code=code: code)  # type: ignore[misc]  # mypy knows no default of a lambda
    first.write()
    again = Kept(file)
    for (regex, flags), (pattern, of_re, _) in grammar.items():
        code = compiling.Code(*again.value((regex, flags), pytest.fail))
        found = compiling.pattern_of(regex, code)
        assert (found.flags, found.groupindex, found.groups) == (pattern.flags, pattern.groupindex, pattern.groups)
        assert _behind_head(code.code) == _behind_head(of_re)


@pytest.mark.slow
def test_every_pattern_finds_what_that_of_re_finds(grammar: Grammar) -> None:
    # A page of a plan: over all of one, those patterns take minutes that are only asked of single clauses elsewhere.
    text = (Path(__file__).parents[1] / "seeds" / "bozhou.txt").read_text("utf-8")[:_A_PAGE]
    for (regex, _), (pattern, _, code) in grammar.items():
        ours = compiling.pattern_of(regex, compiling.Code(*code))
        assert [found.span() for found in ours.finditer(text)] == [found.span() for found in pattern.finditer(text)], regex


@pytest.mark.slow
def test_what_looks_ahead_matches_where_its_regex_does(grammar: Grammar) -> None:
    assert grammar
    here, text = kept.kept(), (Path(__file__).parents[1] / "seeds" / "jining.txt").read_text("utf-8")[: _A_PAGE // 2]
    places = [match.start() for match in re.finditer("(?<![^，。；\n])", text)]
    looking = [key for key in {**here.known, **here.new} if key[0] == compiling._AHEAD]
    assert len(looking) > 200
    for _, flags, regex in looking:
        ours, theirs = compiling.tried_at(regex, flags), compiling.compiled(regex, flags)
        for at in places:
            assert str(ours.match(text, at)) == str(theirs.match(text, at)), regex


@pytest.mark.parametrize(
    ("regex", "found"),
    [
        ("[年月]|春季|(?<=第)二", "在2025年的春季，第二月二"),
        ("(?<!不)(?:(?:申报|[认评]定)(?:条件)?|x?建成)", "不申报申报评定条件x建成"),
        ("(?P<a>牵头)?(?:(?=单)单位|人)", "单位牵头人"),
        ("(?:甲|)乙?", "乙甲丙"),
        ("(?i:k)[0-9]", "K1K2"),
    ],
)
def test_what_a_match_can_begin_with_hides_none(regex: str, found: str) -> None:
    ours = compiling.pattern_of(regex, compiling.code_of(regex, 0))
    assert [match.span() for match in ours.finditer(found)] == [match.span() for match in re.finditer(regex, found)]


def _by_re(regex: str, flags: int) -> tuple[re.Pattern[str], bytes]:
    """The pattern that `re` makes of a regex, and the code that it makes on the way."""
    compiler = import_module("re._compiler")
    make, codes = compiler._code, []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiler, "_code", lambda *parts: codes.append(make(*parts)) or codes[-1])
        pattern = compiler.compile(regex, flags)
    return pattern, array("I", map(int, codes[0])).tobytes()


def _behind_head(code: bytes) -> list[int]:
    numbers = array("I", code).tolist()
    return numbers[1 + numbers[1] :]


@pytest.mark.slow
def test_every_lexicon_is_the_one_that_its_file_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(str(files("planparse.language") / "lexicons"))
    held = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in folder.glob("*.yaml")}
    for _ in range(2):  # worked out, and from the file
        here = Kept(tmp_path / "kept.values")
        monkeypatch.setattr(lexicon, "kept", lambda here=here: here)
        for name, words in held.items():
            assert lexicon.words.__wrapped__(name) == words
        here.write()
    assert not here.new
    assert here.known


def test_who_changes_a_value_changes_nothing_that_is_kept(tmp_path: Path) -> None:
    for _ in range(2):
        here = Kept(tmp_path / "kept.values")
        here.value("words", lambda: ["建成"]).append("新增")
        here.write()
        assert here.value("words", list) == ["建成"]


def _written(file: Path) -> bytes:
    here = Kept(file)
    here.value((REGEX, 0), lambda: tuple(compiling.code_of(REGEX, 0)))
    here.write()
    return file.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"0", b"torn", b"turned"])
def test_a_damaged_file_is_as_none(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "kept.values"
    whole = _written(file)
    file.write_bytes({b"torn": whole[:-7], b"turned": whole[:-7] + bytes([whole[-7] ^ 1]) + whole[-6:]}.get(damage, damage))
    assert not Kept(file).known
    assert _written(file) == whole


def test_what_another_python_wrote_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.values"
    _written(file)
    assert Kept(file).known
    monkeypatch.setattr(kept, "_MADE_BY", b"cpython 3.99")
    assert not Kept(file).known


def test_where_nothing_may_be_written_it_is_worked_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    here = Kept(tmp_path / "file" / "kept.values")
    assert here.value("key", lambda: 3) == 3
    here.write()
    assert (tmp_path / "file").read_text() == "no folder"


def test_where_it_cannot_be_put_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "kept.values").mkdir()
    here = Kept(tmp_path / "kept.values")
    here.value("key", lambda: 3)
    here.write()
    assert [path.name for path in tmp_path.iterdir()] == ["kept.values"]


@pytest.mark.skipif(os.name == "nt", reason="files have no such modes there")
def test_of_a_file_that_others_may_write_nothing_is_read(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "kept.values"
    here = Kept(file, is_private=True)
    here.value("key", lambda: 3)
    here.write()
    assert Kept(file, is_private=True).known
    file.chmod(0o622)
    assert not Kept(file, is_private=True).known


SAYS_WHAT_IS_KEPT = "from planparse.language.lexicon import words; words('verbs'); from planparse.language.kept import kept; print(len(kept().new))"


@pytest.mark.parametrize(("home", "cache"), [("HOME", ".cache"), ("XDG_CACHE_HOME", "")])
def test_where_no_bytecode_may_be_written_the_user_keeps_it(tmp_path: Path, home: str, cache: str) -> None:
    without = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "XDG"))}
    around = {**without, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": str(tmp_path / "none"), home: str(tmp_path)}
    seen = [subprocess.check_output([sys.executable, "-c", SAYS_WHAT_IS_KEPT], env=around, text=True) for _ in range(2)]

    assert seen == ["1\n", "0\n"]
    assert [path.parent for path in tmp_path.rglob("*.values")] == [tmp_path / cache / "planparse"]


def test_the_file_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 200)
    file = tmp_path / "kept.values"
    for at in range(25):
        here = Kept(file)
        here.value(f"第{at}章", lambda: 1)
        here.write()
        assert len(Kept(file).known) >= 1
        assert file.stat().st_size < 400


@pytest.mark.parametrize(
    ("regex", "needs"),
    [
        ("[^，]{1,9}?(?:[局委]|集团)", "委局集"),
        ("[^，]*在[^，]*(?:基础上|同时)", "在"),
        (".+(?=[省市])", "市省"),
        (".+(?<=市)", ""),  # what stands behind may lie before the stretch that is searched
        (".(?:市|县)?", ""),
        (".*，", ""),  # in nearly every clause
        ("[局委].", ""),  # known by what it begins with
    ],
)
def test_what_a_match_cannot_do_without(regex: str, needs: str) -> None:
    assert compiling.code_of(regex, 0).needs == needs
