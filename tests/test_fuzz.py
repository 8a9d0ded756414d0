"""The search for what nobody writes: the same seed tries the same, and what does not hold is found, cut down, kept and told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

import checking
import fuzz

SCRIPT = Path(fuzz.__file__)


def tried(folder: Path, kind: str, monkeypatch: pytest.MonkeyPatch, seed: int = 1) -> list[fuzz.Case]:
    """What a short run tries of a kind, with nothing asked of it."""
    cases: list[fuzz.Case] = []

    def check(case: fuzz.Case) -> set[str]:
        cases.append(case)
        return {str(len(case) % 7)}  # some are kept, and changed further

    monkeypatch.setitem(fuzz.KINDS, kind, fuzz.KINDS[kind]._replace(check=check))
    with fuzz.Fuzzer(folder, [kind]) as fuzzer:
        fuzzer.run(seed, range(12).__contains__)
    return cases


@pytest.mark.slow
@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_the_same_seed_tries_the_same_and_another_seed_does_not(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = tried(tmp_path / "1", kind, monkeypatch)

    assert once == tried(tmp_path / "2", kind, monkeypatch)
    assert len(set(once)) > len(once) * 0.8
    assert once != tried(tmp_path / "3", kind, monkeypatch, seed=2)


def test_every_reader_has_files_that_are_changed() -> None:
    pools = [kind.begin() for kind in fuzz.KINDS.values() if kind.check is checking.check_file]

    assert sorted(fuzz.media_type_of(data) for pool in pools for data in pool) == sorted(fuzz.READERS)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "module", "function"), [("text", checking, "parse"), ("result", checking, "tables")])
def test_a_fault_is_found_cut_down_kept_and_told(
    kind: str, module: object, function: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    sound = getattr(module, function)

    def faulty(read: object) -> object:
        if "7" in str(read):
            raise ZeroDivisionError
        return sound(read)

    fuzzer = fuzz.Fuzzer(tmp_path, [kind])
    monkeypatch.setattr(module, function, faulty)
    monkeypatch.setattr(fuzz, "SHRINKS", 40)
    with fuzzer:
        fuzzer.run(1, range(60).__contains__)

    (path,) = fuzzer.found.values()
    assert kind != "text" or path.read_bytes() == b"7"
    told = path.with_name(path.name + ".txt").read_text("utf-8")
    assert told.startswith(f"python tests/fuzz/fuzz.py {path}\n")
    assert "ZeroDivisionError" in told
    assert str(path) in capsys.readouterr().out
    assert "1 found" in "\n".join(fuzz.table(fuzzer))
    ever = fuzzer.tried[kind]
    with fuzz.Fuzzer(tmp_path, [kind]) as later:
        later.run(2, range(5).__contains__)
    assert later.ever[kind] == ever + later.tried[kind] > ever
    monkeypatch.setattr(sys, "argv", ["fuzz.py", str(path)])
    with pytest.raises(ZeroDivisionError):
        fuzz.main()


def test_a_breach_of_an_invariant_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "breaches", lambda plan: (f"{at}: two" for at, c in enumerate(plan["text"]) if c == "一"))
    with fuzz.Fuzzer(tmp_path, ["text"]) as fuzzer:
        fuzzer.run(1, range(100).__contains__)

    assert [path.read_text("utf-8") for path in fuzzer.found.values()] == ["一"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no clock for that")
def test_what_does_not_end_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "HANGS", 0.01)

    def endless(_text: object) -> set[str]:
        while True:
            pass

    with pytest.raises(checking.Breach, match="does not end"):
        fuzz.within(endless, "")


@pytest.mark.slow
def test_what_a_process_has_died_of_is_told_by_the_next(tmp_path: Path) -> None:
    with fuzz.Fuzzer(tmp_path, ["file"]) as fuzzer:
        fuzzer.attempt("file", b"%PDF-")
    assert not (tmp_path / fuzz.NOW).exists()
    dying = fuzz.Fuzzer(tmp_path, ["file"])
    dying.attempt("file", b"PK\3\4")
    dying._now.close()

    done = subprocess.run((sys.executable, SCRIPT, "--folder", tmp_path), capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 1
    (path,) = (tmp_path / "found").iterdir()
    assert path.read_bytes() == b"PK\3\4"
    assert str(path) in done.stdout


@pytest.mark.parametrize("seed", range(5))
def test_a_text_is_cut_down_to_what_counts(seed: int) -> None:
    dice = Random(seed)
    text = "".join(dice.choices("甲乙丙丁", k=50)) + "七" + "".join(dice.choices("甲乙丙丁", k=50)) + "八"

    assert fuzz.shrunk(text, lambda less: "七" in less and "八" in less) == "七八"
