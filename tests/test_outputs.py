"""Where results go: links, devices, pipes, long names, and what somebody has done to them since the last run."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import planparse as package
from planparse import cli
from planparse.corpus import journal, lines, runs
from planparse.corpus.discovery import find, is_many, names
from planparse.corpus.results import Outcome, Remark
from planparse.errors import OutputError
from planparse.writers.files import fitting, whole, write_whole
from survival import written

pytestmark = pytest.mark.slow  # commands are started

WORDS = "{}市实施方案\n一、主要目标\n到2025年，县域内住院率达到90%以上。\n"
Command = Callable[..., subprocess.CompletedProcess[str]]


def said(result: Result) -> str:
    """What the command told people, without its name."""
    return result.stderr.removeprefix("planparse: ").rstrip("\n")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app(), [*map(str, arguments)])


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with three plans and a file that is none."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(WORDS.format(name), "utf-8")
    (folder / "none.txt").write_bytes(b"")
    return folder


# Links, devices and pipes


def device(folder: Path) -> Path:
    """A device of our own that takes all, as /dev/null."""
    path = folder / "null"
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))
        path.write_bytes(b"x")
    except PermissionError:
        pytest.skip("only root makes devices, and not on every disk")
    return path


COMMANDS: list[tuple[list[str], str]] = [
    (["report", "a.txt"], "<!DOCTYPE html>"),
    (["diff", "a.txt", "b.txt", "--format", "json"], "{"),
    (["compare", "a.txt", "b.txt", "--format", "csv"], "\ufeff"),
    (["compare", "a.txt", "b.txt", "--format", "xlsx"], "PK"),
]


@pytest.mark.parametrize(("arguments", "beginning"), COMMANDS, ids=["report", "diff", "compare", "workbook"])
def test_only_files_are_replaced(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], beginning: str
) -> None:
    monkeypatch.chdir(plans)
    null = device(tmp_path)
    to_null, to_file, to_come = tmp_path / "to-null", tmp_path / "to-file", tmp_path / "to-come"
    (tmp_path / "file").write_text("old")
    to_null.symlink_to(null)
    to_file.symlink_to("file")
    to_come.symlink_to(tmp_path / "new")

    for out in (null, to_null, to_file, to_come):
        result = run(*arguments, "-o", out)
        assert (result.exit_code, result.output) == (0, "")

    assert stat.S_ISCHR(null.stat().st_mode)
    assert all(link.is_symlink() for link in (to_null, to_file, to_come))
    for file in (tmp_path / "file", tmp_path / "new"):
        assert file.read_bytes().startswith(beginning.encode())
    assert {path.name for path in tmp_path.iterdir()} == {"plans", "null", "to-null", "to-file", "to-come", "file", "new"}


def test_the_tables_of_an_export_follow_links_and_go_into_pipes(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "targets.csv").symlink_to(tmp_path / "elsewhere.csv")
    os.mkfifo(out / "plans.csv")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((out / "plans.csv").read_bytes()), daemon=True)
    reader.start()

    result = run("export", plans / "a.txt", "-o", out)
    reader.join(60)

    assert (result.exit_code, result.output) == (0, "")
    assert (out / "targets.csv").is_symlink()
    assert "县域内住院率" in (tmp_path / "elsewhere.csv").read_text("utf-8")
    assert (out / "plans.csv").is_fifo()
    assert read[0].decode("utf-8-sig").count("\n") == 2


@pytest.mark.parametrize(("target", "redirection"), [("/dev/stdout", ">> log"), ("/dev/fd/1", "| cat >> log")])
def test_standard_output_by_its_path_loses_nothing(plans: Path, target: str, redirection: str) -> None:
    (plans / "log").write_text("before\n")
    script = f"({sys.executable} -m planparse report a.txt -o {target}; echo after) {redirection}"

    result = subprocess.run(["bash", "-c", script], cwd=plans, capture_output=True, text=True, check=False)

    assert (result.returncode, result.stderr) == (0, "")
    first, *rest, last = (plans / "log").read_text("utf-8").splitlines()
    assert (first, last) == ("before", "after")
    assert len(rest) > 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_device_that_takes_nothing_has_a_line(plans: Path) -> None:
    result = run("report", plans / "a.txt", "-o", "/dev/full")

    assert result.exit_code == 1
    assert result.stderr == (
        "planparse: /dev/full: cannot be written (No space left on device); choose another place with -o\n"
    )
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_link_to_another_disk_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts, other = tmp_path / "parts", tmp_path / "other"
    parts.mkdir()
    other.mkdir()
    (tmp_path / "link.json").symlink_to(other / "plan.json")
    rename = os.rename

    def replace(path: Path, target: Path) -> None:
        if path.parent != target.parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(path, target)

    monkeypatch.setattr(Path, "replace", replace)

    write_whole(tmp_path / "link.json", "新", parts=parts)

    assert (other / "plan.json").read_text("utf-8") == "新"
    assert [*parts.iterdir()] == []
    assert [path.name for path in other.iterdir()] == ["plan.json"]


def test_links_that_lead_in_a_circle_or_to_a_folder_have_a_line(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "folder").symlink_to(tmp_path)

    with pytest.raises(OutputError, match=r"round: cannot be written \(Too many levels of symbolic links\)"):
        write_whole(tmp_path / "round", "x")
    with pytest.raises(OutputError, match="folder: is a folder"), whole(tmp_path / "folder"):
        pytest.fail("nothing can be written there")


# Names


@pytest.mark.parametrize("options", [[], ["--jobs", "1"]])
@pytest.mark.parametrize("letter", ["x", "长"])
def test_a_name_as_long_as_names_are_gives_a_shortened_one(tmp_path: Path, options: list[str], letter: str) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    size = len(letter.encode())
    stem = letter * (251 // size) + "y" * (251 % size)
    paths = [folder / f"{stem[:-1]}{end}.txt" for end in "ab"]
    for path in paths:
        assert len(os.fsencode(path.name)) >= 249
        path.write_text(WORDS.format(path.name), "utf-8")

    result = run("extract", *paths, "-o", tmp_path / "out", "--format", "json", "--format", "yaml", *options)

    assert result.exit_code == 0
    written = sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_file())
    assert written == sorted(f"{fitting(path.stem)}.{ending}" for path in paths for ending in ("json", "yaml"))
    assert len(written) == 4
    found = {
        json.loads((tmp_path / "out" / name).read_text("utf-8"))["source"]["name"] for name in written if "json" in name
    }
    assert found == {path.name for path in paths}


def test_shortened_names_differ_and_fit() -> None:
    long = "方" * 100
    places = [f"a/{long}.txt", f"a/{long}.pdf", f"a/{long}2.txt", f"a/{long.upper()}.TXT", "a/b.txt", f"{'é' * 200}.txt"]

    chosen = names(places)

    assert len({*chosen}) == len(places)
    assert max(len(name.rpartition("/")[2].encode()) for name in chosen) + len(".yaml") <= 255
    assert chosen[4] == "a/b"
    assert fitting("x" * 250) == "x" * 250
    assert names(places) == chosen
    assert len(fitting(os.fsdecode(b"\xff" * 255))) < 250  # a name that is no text


def test_a_bracket_in_a_name_that_is_not_there_is_no_pattern(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(plans)

    for missing in ("方案[1].txt", "x[.txt", "nothing*.txt", "[!abcn]*.txt"):
        assert not is_many(missing)
        result = run("extract", missing)
        assert (result.exit_code, result.stderr) == (
            1,
            f"planparse: {missing}: there is no such file; check the path\n",
        )
    (plans / "方案[1].txt").write_text(WORDS.format("一"), "utf-8")
    assert run("extract", "方案[1].txt").exit_code == 0
    assert is_many("[ab].txt")


# What somebody has done to plans.jsonl


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


EDITS: dict[str, Callable[[list[bytes]], bytes]] = {
    "the first is gone": lambda kept: b"".join(kept[1:]),
    "the last is gone": lambda kept: b"".join(kept[:-1]),
    "one is cut": lambda kept: kept[0] + kept[1][:-50] + kept[2],
    "the last has no end": lambda kept: b"".join(kept)[:-1],
    "they changed places": lambda kept: kept[1] + kept[0] + kept[2],
    "it was made readable": lambda kept: b"".join(json.dumps(json.loads(line), indent=1).encode() + b"\n" for line in kept),
    "there is more": lambda kept: b"".join(kept) + kept[0] + b"half",
    "a line came in": lambda kept: kept[0] + b"# note\n" + b"".join(kept[1:]),
    "it is empty": lambda _: b"",
    "it has another end of lines": lambda kept: b"".join(kept).replace(b"\n", b"\r\n")[:-1],
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("more", ["", "d.txt"])
def test_lines_that_somebody_has_edited_are_put_right(plans: Path, tmp_path: Path, edit: str, more: str) -> None:
    options = (plans, "-o", tmp_path / "out", "--format", "jsonl", "--jobs", "1")
    path = tmp_path / "out" / "plans.jsonl"
    run("extract", *options)
    path.write_bytes(EDITS[edit](lines_of(path)))
    if more:
        (plans / more).write_text(WORDS.format("d"), "utf-8")

    result = run("extract", *options)
    told = [line for line in result.stderr.splitlines() if "has changed since it was written" in line]

    expected = [package.extract(plan).model_dump_json() for plan in sorted(plans.glob("[a-d].txt"))]
    assert path.read_text("utf-8").splitlines() == expected
    assert result.exit_code == 1  # for the one that is no plan
    assert bool(told) == (edit != "there is more")
    assert "Traceback" not in result.output


def test_a_line_that_was_edited_in_its_place_stays(plans: Path, tmp_path: Path) -> None:
    options = (plans, "-o", tmp_path / "out", "--format", "jsonl", "--jobs", "1")
    path = tmp_path / "out" / "plans.jsonl"
    run("extract", *options)
    edited = path.read_bytes().replace("县域内住院率".encode(), "县域内住院率（修订）".encode())
    path.write_bytes(edited)
    (plans / "d.txt").write_text(WORDS.format("d"), "utf-8")

    result = run("extract", *options)

    assert path.read_bytes().startswith(edited)
    assert len(lines_of(path)) == 4
    assert "3  done before" in result.stderr
    assert "is not as it was left" not in result.stderr


def test_lines_that_others_write_meanwhile_are_not_written_into(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    path = out / "plans.jsonl"

    def replaced() -> None:
        shutil.copyfile(path, tmp_path / "copy")
        (tmp_path / "copy").replace(path)

    for change in (lambda: path.write_bytes(b"x\n"), path.unlink, replaced, lambda: os.truncate(path, 10)):
        items = find([str(plans)], str(out))
        outcomes = runs.into_lines(items, out, runs.Limits(1, 60))
        assert isinstance(next(outcomes), Outcome | Remark)
        change()
        with pytest.raises(
            OutputError, match=r"plans\.jsonl: was changed by another program while being written; start again"
        ):
            list(outcomes)
        assert run("extract", plans, "-o", out, "--format", "jsonl").exit_code == 1
        assert len(lines_of(path)) == 3
        assert all(map(json.loads, lines_of(path)))
        shutil.rmtree(out)


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_lines_do_not_go_where_no_file_is(plans: Path, tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "out" / "plans.jsonl"
    path.parent.mkdir()
    make(path)

    result = run("extract", plans, "-o", path.parent, "--format", "jsonl")

    assert result.exit_code == 1
    assert said(result) == f"{path}: is not a file; move it away or choose another place with -o"


def test_lines_go_where_a_link_leads(plans: Path, tmp_path: Path) -> None:
    path = tmp_path / "out" / "plans.jsonl"
    path.parent.mkdir()
    path.symlink_to(tmp_path / "far.jsonl")

    for _ in range(2):
        assert run("extract", plans, "-o", path.parent, "--format", "jsonl").exit_code == 1
        assert path.is_symlink()
        assert len(lines_of(tmp_path / "far.jsonl")) == 3


def test_lines_are_kept_as_far_as_they_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "plans.jsonl"
    first, second, third = (b'{"source": {"sha256": "%s"}}\n' % name for name in (b"a", b"b", b"c"))
    path.write_bytes(first + second + third[:-1])
    kept = lines.Lines(path)
    with kept.read() as read:
        assert [read("a"), read("b"), read("c")] == [True, True, False]
    kept.cut(1)
    with kept.opened():
        kept.add(third)

    assert path.read_bytes() == first + third
    assert kept.count == 2


# What somebody has done to the journal

DAMAGES: dict[str, Callable[[list[bytes]], bytes]] = {
    "null": lambda kept: kept[0] + b"null\n" + b"".join(kept[1:]),
    "a number": lambda kept: b"1\n" + b"".join(kept),
    "an object": lambda kept: b"".join(kept) + b"{}\n",
    "no version": lambda kept: b"[]\n" + b"".join(kept),
    "too short": lambda kept: json.dumps(json.loads(kept[0])[:3]).encode() + b"\n",
    "wrong types": lambda kept: b"".join(
        json.dumps([json.loads(line)[0], 1, [2], None, "x"]).encode() + b"\n" for line in kept
    ),
    "words as counts": lambda kept: b"".join(line.replace(b"[1, ", b'["1", ') for line in kept),
    "cut in the middle": lambda kept: kept[0][:-20] + b"\n" + b"".join(kept[1:]),
    "no text": lambda kept: b"".join(kept) + b"\xff\xfe\0\n",
    "zeros, as power cuts leave them": lambda kept: b"".join(kept) + b"\0" * 4096,
    "deep": lambda kept: b"".join(kept) + b"[" * 200_000 + b"\n",
    "a long number": lambda kept: b"".join(kept) + b"9" * 5000 + b"\n",
    "a line without end": lambda kept: b"".join(kept) + b" " * (2 << 20),
}


def damaged(path: Path, damage: str) -> None:
    path.write_bytes(DAMAGES[damage](lines_of(path)))


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_journal_that_cannot_be_trusted_is_set_aside(plans: Path, tmp_path: Path, form: str, damage: str) -> None:
    out = tmp_path / "out"
    options = (plans, "-o", out, "--format", form, "--jobs", "1")
    run("extract", *options)
    before = written(out)
    path = out / journal.FOLDER / ("files.jsonl" if form == "json" else "lines.jsonl")
    damaged(path, damage)
    spoilt = path.read_bytes()

    again, later = run("extract", *options), run("extract", *options)

    cut = damage == "zeros, as power cuts leave them"  # as a line that a kill has cut
    assert written(out) == before
    assert again.exit_code == 1  # for the one that is no plan
    assert ("cannot be trusted" in again.stderr) != cut
    assert ("3  plans done" in again.stderr) != cut
    if not cut:
        assert f"{path}: cannot be trusted (line " in again.stderr
        assert "it was renamed to " in again.stderr
        assert path.with_name(f"{path.name}.aside-1").read_bytes() == spoilt
    assert "3  done before" in later.stderr
    assert "cannot be trusted" not in later.stderr


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_is_in_the_place_of_a_journal_is_set_aside(plans: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    options = (plans, "-o", out, "--format", form, "--jobs", "1")
    run("extract", *options)
    before = written(out)
    path = out / journal.FOLDER / ("files.jsonl" if form == "json" else "lines.jsonl")
    path.unlink()

    for number, make in enumerate((os.mkfifo, os.mkdir, lambda place: place.symlink_to(place)), 1):
        make(path)
        (path / "x").write_text("x") if path.is_dir() else None

        result = run("extract", *options)

        assert result.exit_code == 1
        assert f"{path}: cannot be trusted (" in result.stderr
        assert os.path.lexists(path.with_name(f"{path.name}.aside-{number}"))
        assert written(out) == before
        path.unlink()


def test_a_journal_that_cannot_be_moved_has_a_line(plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    (out / journal.FOLDER / "files.jsonl").mkdir(parents=True)

    def refuse(*_: Any) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)

    result = run("extract", plans, "-o", out)

    assert result.exit_code == 1
    assert said(result) == f"{out}/.planparse/files.jsonl: cannot be moved (Permission denied); move it away"


def test_what_lies_in_the_way_of_a_run_has_a_line(plans: Path, tmp_path: Path) -> None:
    for name, words in {
        "lock": "out: cannot be written (Is a directory); choose another place with -o",
        ".planparse-x.part": ".part: cannot be removed (Is a directory); move it away",
    }.items():
        (tmp_path / "out" / journal.FOLDER / name).mkdir(parents=True)

        result = run("extract", plans, "-o", tmp_path / "out")

        assert result.exit_code == 1
        assert said(result).endswith(words)
        shutil.rmtree(tmp_path / "out")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / journal.FOLDER).write_text("")
    assert ".planparse: the folder cannot be created (File exists)" in said(run("extract", plans, "-o", tmp_path / "out"))
