"""What nobody has foreseen gets a line, and what waits for ever an end: faults of our own, pipes, devices, Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import planparse
from planparse import InputError, cli
from planparse.cli.limits import at_most
from planparse.corpus import journal, runs, workers
from planparse.corpus.discovery import find
from planparse.corpus.reading import digest_of
from planparse.errors import fault
from planparse.exporting import EXPORTERS

pytestmark = pytest.mark.slow  # commands are started

WORDS = "{}市实施方案\n一、主要目标\n到2025年，县域内住院率达到90%以上。\n"
Command = Callable[..., subprocess.CompletedProcess[str]]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app(), [*map(str, arguments)])


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    """Three plans; the rules break on the second."""
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_text(WORDS.format(path.stem), "utf-8")
    return paths


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that break on plan b, in a line of their own."""
    from planparse.parsing import pipeline  # noqa: PLC0415

    assemble = pipeline.assemble

    def breaking(document: Any, *rest: Any) -> Any:
        if document.name == "b.txt":
            raise ValueError("these\nwords \x1b[31m" + "字" * 10_000)
        return assemble(document, *rest)

    monkeypatch.setattr(pipeline, "assemble", breaking)


# A fault of our own


FAULT = re.compile(
    r"planparse: \S*b\.txt: ValueError at planparse\.parsing\.pipeline:\d+ \(these words \\x1b\[31m字{200,300}\): "
    r"this is a bug in planparse; please report this line and the input\n"
)


@pytest.mark.usefixtures("broken")
def test_a_fault_costs_one_plan_and_has_a_line(texts: list[Path], tmp_path: Path) -> None:
    to_folder = run("extract", *texts, "-o", tmp_path / "out")
    to_stdout = run("extract", texts[1])
    shown = run("show", *texts)
    exported = run("export", *texts, "-o", tmp_path / "tables")
    compared = run("compare", *texts, "--format", "json")

    for result in (to_folder, to_stdout, shown, exported, compared):
        assert result.exit_code == 1
        assert FAULT.fullmatch(result.stderr)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"a.json", "c.json"}
    assert all(name in shown.stdout for name in ("a市实施方案", "c市实施方案"))
    assert len((tmp_path / "tables" / "plans.csv").read_text("utf-8").splitlines()) == 3
    assert [plan["name"] for plan in json.loads(compared.stdout)["plans"]] == ["a.txt", "c.txt"]


def test_a_fault_of_one_form_leaves_the_others_alone(
    texts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(*_: Any) -> Any:
        raise OverflowError("too large")

    monkeypatch.setitem(EXPORTERS, "parquet", breaking)

    result = run("export", *texts, "-o", tmp_path / "t", "--format", "parquet", "--format", "csv")

    assert result.exit_code == 1
    assert re.fullmatch(r"planparse: parquet: OverflowError at planparse\.cli\.export:\d+ .*\n", result.stderr)
    assert (tmp_path / "t" / "plans.csv").exists()


def test_a_fault_elsewhere_has_a_line(
    texts: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaking(*_: Any) -> Any:
        raise KeyError("x")

    monkeypatch.setattr("planparse.comparing.diff.diff", breaking)
    monkeypatch.setattr(sys, "argv", ["planparse", "diff", *map(str, texts[:2])])

    with pytest.raises(SystemExit) as ended:
        cli.main()

    assert ended.value.code == 1
    assert re.fullmatch(
        r"planparse: KeyError at planparse\.cli\.diff:\d+ \('x'\): this is a bug in .*\n", capsys.readouterr().err
    )


def test_a_fault_in_a_process_is_placed_as_well() -> None:
    [(_, failure)] = workers.run(planparse.parse, [3], jobs=1, limit=60)

    assert isinstance(failure, workers.Failure)
    assert re.match(r"AttributeError at planparse\.api:\d+ \(", str(failure.message))


def test_a_fault_without_words_is_told_as_well() -> None:
    assert str(fault(KeyError())) == "KeyError: this is a bug in planparse; please report this line and the input"


def test_what_takes_more_memory_than_there_is_has_a_line(
    texts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planparse.parsing import pipeline  # noqa: PLC0415

    find = pipeline.find_amounts

    def exhausting(text: str) -> Any:
        if text.startswith("b"):
            raise MemoryError
        return find(text)

    monkeypatch.setattr(pipeline, "find_amounts", exhausting)

    result = run("extract", *texts, "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert re.fullmatch(r"planparse: \S*b\.txt: needs more memory than is available; .*\n", result.stderr)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.json", "c.json"]


# What is no file


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[Path]:
    """A named pipe that somebody keeps open and never writes to: who reads it waits for ever."""
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    held = os.open(path, os.O_RDWR)
    yield path
    os.close(held)


@pytest.fixture
def idle(tmp_path: Path) -> Path:
    """A named pipe that nobody has open: who opens it to read waits for ever."""
    path = tmp_path / "idle.txt"
    os.mkfifo(path)
    return path


@pytest.fixture
def listening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
        yield tmp_path / "socket.txt"


def test_what_is_no_file_is_refused_at_once(
    texts: list[Path], idle: Path, pipe: Path, listening: Path, planparse: Command, tmp_path: Path
) -> None:
    inputs = [idle, listening, Path("/dev/zero"), Path("/dev/full"), texts[0]]

    one_by_one = planparse("extract", *inputs, "-o", "out", stdin="")
    # Here also the pipe that somebody may write to: a run that can be taken up again reads what can be read again.
    by_processes = planparse("extract", *inputs, pipe, "-o", "many", "--jobs", "1")

    assert one_by_one.returncode == by_processes.returncode == 1
    for result, lines in (
        (one_by_one, {idle: "is a pipe without content; check the program that writes to it"}),
        (
            by_processes,
            dict.fromkeys((idle, pipe), "is a named pipe, not a file; save its content to a file and name that file"),
        ),
    ):
        lines |= {
            listening: "is a socket, not a file; save its content to a file and name that file",
            **dict.fromkeys(inputs[2:4], "is a device, not a file; save its content to a file and name that file"),
        }
        told = [line for line in result.stderr.splitlines() if line.startswith("planparse: /")]
        assert sorted(told) == sorted(f"planparse: {path}: {line}" for path, line in lines.items())
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.json"]
    assert (tmp_path / "many" / "a.json").exists()


def test_pipes_in_a_folder_stop_nobody(texts: list[Path], pipe: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("extract", tmp_path, "-o", out).exit_code == 0
    (out / "idle.json").unlink(missing_ok=True)
    os.mkfifo(out / "idle.json")

    result = run("export", out, "-o", tmp_path / "tables")

    assert pipe.exists()
    assert len(texts) == 3
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"planparse: {out}/idle.json: is a named pipe, not a file; save its content to a file and name that file\n"
    )


def test_what_a_process_died_of_is_not_opened_by_the_others(pipe: Path, tmp_path: Path) -> None:
    [item] = find([str(pipe)], None)

    assert digest_of(item.path) is None
    # A pipe in the place of an input that was read before: lines are read anew from there.
    with journal.claimed(tmp_path / "out"):
        pass
    [outcome] = runs.into_lines([item], tmp_path / "out", runs.Limits(1, 60))
    [outcome_again] = runs.into_lines([item], tmp_path / "out", runs.Limits(1, 60))
    assert outcome == outcome_again
    assert outcome.error
    assert str(outcome.error).startswith("is a named pipe")


def test_a_pipe_that_somebody_writes_to_is_read(texts: list[Path], tmp_path: Path, planparse: Command) -> None:
    words = texts[0].read_text("utf-8")
    script = f"{Path(sys.executable).with_name('planparse')} extract <(cat {texts[0]}) {texts[1]} -o out"

    substituted = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    command = [sys.executable, "-m", "planparse", "extract", "/dev/stdin"]
    piped = subprocess.run(command, input=words, capture_output=True, encoding="utf-8", check=False)
    many = planparse("extract", "/dev/stdin", "-o", "out", "--jobs", "1", stdin=words)

    assert (substituted.returncode, substituted.stderr) == (0, "")
    assert len([*(tmp_path / "out").iterdir()]) == 2
    assert json.loads(piped.stdout)["source"]["sha256"] == sha256(words.encode()).hexdigest()
    assert many.returncode == 2
    assert "standard input (-) and <(…) are single plans" in many.stderr


@pytest.mark.parametrize(
    ("redirected", "path", "line"),
    [
        ("</dev/null", "/dev/stdin", "contains no text; check that the text was saved into it"),
        ("<&-", "/dev/null", "is a device, not a file; save its content to a file and name that file"),
    ],
)
def test_standard_input_may_be_a_device_and_no_other_input(redirected: str, path: str, line: str) -> None:
    script = f"{sys.executable} -m planparse extract {path} {redirected}"

    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)

    assert (result.returncode, result.stderr) == (1, f"planparse: {path}: {line}\n")


# What takes too long


def test_a_single_plan_has_its_time_as_well(pipe: Path, planparse: Command) -> None:
    result = planparse("extract", pipe, "--time-limit", "0.5")

    assert result.returncode == 1
    assert result.stderr == f"planparse: {pipe}: took longer than 0.5 seconds; raise --time-limit, or split the plan\n"


def test_one_that_takes_too_long_does_not_stop_the_others(
    pipe: Path, texts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limit(seconds: float, where: str, advice: str) -> AbstractContextManager[None]:
        return at_most(0.1 if where == str(pipe) else seconds, where, advice)

    monkeypatch.setattr("planparse.cli.extract.at_most", limit)

    result = run("extract", texts[0], pipe, texts[1], "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert f"{pipe}: took longer than 0.1 seconds; raise --time-limit" in result.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"a.json", "b.json"}


def test_standard_input_has_its_time_as_well() -> None:
    command = [sys.executable, "-m", "planparse", "extract", "-", "--time-limit", "0.5"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        assert process.stderr.read().startswith("planparse: stdin: took longer than 0.5 seconds; ")
    assert process.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [["show"], ["validate"], ["report"], ["diff", "a.txt"], ["compare", "a.txt", "b.txt"], ["evaluate", "--plans", "b.txt", "--gold", "b.txt", "--against"]],
)  # fmt: skip
def test_other_commands_wait_no_longer_than_for_a_plan(
    pipe: Path, texts: list[Path], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(texts[0].parent)
    monkeypatch.setattr("planparse.cli.streams.SECONDS", 0.1)

    result = run(*arguments, pipe)

    assert result.exit_code == 1
    assert f"{pipe}: took longer than 0.1 seconds; split the plan, or extract it first" in result.stderr


def test_what_swallows_an_error_does_not_swallow_the_end_of_its_time() -> None:
    def library() -> None:
        while True:
            with suppress(Exception):
                signal.pause()

    with pytest.raises(InputError, match=r"^x: took longer than 0.01 seconds; "), at_most(0.01, "x", "took-too-long"):
        library()


def test_an_alarm_that_is_too_late_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late:
        def __enter__(self) -> None:
            self.limited = at_most(60, "x", "took-too-long")
            self.limited.__enter__()
            self.ring = signal.getsignal(signal.SIGALRM)

        def __exit__(self, *_: object) -> None:
            self.limited.__exit__(None, None, None)

    late = Late()
    with late:
        pass
    assert callable(late.ring)
    late.ring(signal.SIGALRM, None)

    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    monkeypatch.delattr(signal, "setitimer")  # as on Windows
    with at_most(0.0001, "x", "took-too-long"):
        time.sleep(0.001)


# Ctrl-C

# Presses Ctrl-C when the module of this name is about to load: for this process, or for all in its group.
PRESSING = """
import os, signal, sys

class Pressing:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["PRESS_AT"]:
            if os.environ.get("PRESS_ALL"):
                os.killpg(0, signal.SIGINT)
            else:
                signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Pressing())
"""


def pressed(folder: Path, module: str, *arguments: str | Path, everywhere: bool = False) -> tuple[int, str]:
    """Exit status and standard error of a command at which Ctrl-C is pressed when it loads the module."""
    (folder / "sitecustomize.py").write_text(PRESSING, "utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{os.environ.get('PYTHONPATH', '')}", "PRESS_AT": module}
    if everywhere:
        environment["PRESS_ALL"] = "1"
    command = [sys.executable, "-m", "planparse", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, start_new_session=True
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("module", "command"),
    [
        *((module, "extract") for module in ("planparse.cli", "typer", "pydantic")),
        ("planparse.parsing.pipeline", "extract"),
        ("yaml", "extract"),
        ("jinja2", "report"),
    ],
)
def test_ctrl_c_while_modules_load_has_one_line(texts: list[Path], module: str, command: str) -> None:
    options = ["--format", "yaml"] if command == "extract" else []

    assert pressed(texts[0].parent, module, command, texts[0], *options) == (130, "planparse: stopped\n")


@pytest.mark.parametrize("module", ["planparse.parsing.pipeline", "planparse.corpus.reading"])
def test_ctrl_c_while_processes_start_has_one_line(texts: list[Path], module: str) -> None:
    status, stderr = pressed(texts[0].parent, module, "extract", *texts, "-o", "out", "--jobs", "2", everywhere=True)

    assert status == 130
    assert re.fullmatch(r"planparse: stopped( at \d of 3 plans; run it again to resume)?\n", stderr)


def test_a_module_that_is_not_loaded_yet_is_found_all_the_same() -> None:
    probe = "import sys, planparse; assert 'pydantic' not in sys.modules; planparse.errors.InputError; planparse.parse('')"

    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
