"""Many plans at once: what is found, what it is called, what fails, and what a run that was stopped leaves to the next."""

from __future__ import annotations

import errno
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
import pytest
from pyarrow import parquet
from typer.testing import CliRunner, Result

import batch
import planparse as package
from planparse.cli import app
from planparse.corpus import journal, reading, runs, workers
from planparse.corpus.discovery import Item, find, names
from planparse.errors import OutputError
from planparse.exporting import EXPORTERS, TABLES, tables
from planparse.exporting.arrow import arrow_of
from planparse.exporting.as_csv import csv_of
from planparse.labels import heading
from planparse.messages import Message
from planparse.writers import WRITERS
from planparse.writers.as_json import as_json, as_json_line
from survival import FORMS, survived, written

pytestmark = pytest.mark.slow  # batches are run

WORDS = (
    "{}市实施方案\n一、主要目标\n到2025年，县域内住院率达到90%以上。\n二、主要任务\n（一）建设中心。（责任单位：市财政局）\n"
)
EMPTY = "contains no text; check that the text was saved into it"
EMPTY_ZH = str(Message("no-words").words("zh"))
COMMAND = (sys.executable, "-m", "planparse", "extract")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app(), ["extract", *map(str, arguments)])


def set_clock(monkeypatch: pytest.MonkeyPatch, clock: Callable[[], float]) -> None:
    """Have the limits of tasks kept by another clock."""
    monkeypatch.setattr(workers, "time", SimpleNamespace(monotonic=clock))


def lay(folder: Path, *places: str) -> Path:
    """The folder, with a plan in each of the places, told apart by its number."""
    for number, place in enumerate(places):
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WORDS.format(number), "utf-8")
    return folder


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with five plans and a file that is none."""
    folder = lay(tmp_path / "plans", "a.txt", "b.txt", "c/d.txt", "c/e/f.txt", "g.md")
    (folder / "c" / "broken.txt").write_bytes(b"")
    return folder


# What is found


def places(*arguments: str | Path, out: Path | None = None) -> list[str]:
    return [item.place for item in find([*map(str, arguments)], None if out is None else str(out))]


def test_a_folder_gives_its_files_in_order_without_the_hidden_and_our_own(tmp_path: Path) -> None:
    folder = lay(tmp_path, "b.txt", "a/z.docx", "a/b/c.pdf", "无后缀", ".git/x.txt", ".hidden.txt", "~$b.docx", "out/y.txt")
    lay(folder, "b.json", "c.yaml", "plans.jsonl", "t.csv", "t.parquet", "t.duckdb")

    assert places(folder, out=folder / "out") == ["b.txt", "无后缀", "a/z.docx", "a/b/c.pdf"]


def test_links_that_lead_back_are_followed_once(tmp_path: Path) -> None:
    folder = lay(tmp_path / "plans", "a.txt", "b/c.txt")
    (folder / "b" / "up").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")

    assert places(folder) == ["a.txt", "gone.txt", "b/c.txt"]


def test_globs_files_and_folders_go_together_and_nothing_counts_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, "2023/a.txt", "2023/x/b.txt", "2024/a.txt", "[1].txt")
    monkeypatch.chdir(tmp_path)

    assert places("2023/**/*.txt") == ["a.txt", "x/b.txt"]
    assert places("20*/a.txt") == ["2023/a.txt", "2024/a.txt"]
    assert places("2023", "2024", "2023/a.txt") == ["2023/a.txt", "2023/x/b.txt", "2024/a.txt"]
    assert places("[1].txt", "none.txt", "none*.txt") == ["[1].txt", "none.txt", "none*.txt"]
    assert places("*/../2024/*.txt") == ["2024/a.txt"]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["x.txt", "b/x.pdf"], ["x", "b/x"]),
        (["x.txt", "x.pdf"], ["x.txt", "x.pdf"]),
        (["x.txt", "X.TXT", "x.pdf"], ["x.txt", "X.TXT-2", "x.pdf"]),
        (["x.pdf", "x.pdf.txt", "x.txt"], ["x.pdf", "x.pdf-2", "x.txt"]),
        (["a.txt", "a.json/b.txt"], ["a-2", "a.json/b"]),
        (["é.txt", "e\u0301.txt"], ["é.txt", "e\u0301.txt-2"]),
        ([".txt", "v1.2 方案.docx"], [".txt", "v1.2 方案"]),
    ],
)
def test_results_go_by_names_that_no_file_system_takes_for_one(given: list[str], named: list[str]) -> None:
    assert names(given) == named


# What is written


def test_a_folder_is_mirrored_and_what_fails_is_listed(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    result = run(plans, tmp_path / "none.txt", "-o", out, "--format", "json", "--format", "yaml", "--jobs", "2")

    assert result.exit_code == 1
    stems = ["a", "b", "c/d", "c/e/f", "g"]
    assert {*written(out)} == {"errors.jsonl", *(f"{stem}.{name}" for stem in stems for name in WRITERS)}
    for stem in stems:
        [source] = plans.glob(f"{stem}.*")
        assert (out / f"{stem}.json").read_bytes() == as_json_line(package.extract(source))
    assert [json.loads(line) for line in (out / "errors.jsonl").read_text("utf-8").splitlines()] == [
        {
            "input": str(tmp_path / "none.txt"),
            "sha256": None,
            "error": "there is no such file; check the path",
            "error_zh": "没有这个文件；请检查路径",
        },
        {
            "input": str(plans / "c" / "broken.txt"),
            "sha256": reading.sha256(b"").hexdigest(),
            "error": EMPTY,
            "error_zh": EMPTY_ZH,
        },
    ]
    assert f"planparse: {plans / 'c' / 'broken.txt'}: {EMPTY}" in result.stderr.splitlines()
    rows = [line.split(maxsplit=1) for line in result.stderr.splitlines() if line[:1] in " 0123456789"]
    assert [(count, what.strip()) for count, what in rows] == [
        ("5", "plans done"),
        ("0", "done before"),
        ("2", "failed"),
        ("1", EMPTY),
        ("1", "there is no such file; check the path"),
        ("10", "sections"),
        ("5", "measures"),
        ("5", "targets"),
    ]


def test_json_of_a_folder_is_indented_only_for_eyes(plans: Path, tmp_path: Path) -> None:
    out, plan = tmp_path / "out", package.extract(plans / "a.txt")

    for options, expected, done in (
        (("--indent",), as_json(plan), 5),
        ((), as_json_line(plan), 5),  # as it was asked for at last, not as it was found
        ((), as_json_line(plan), 0),
    ):
        result = run(plans, "-o", out, *options)
        assert (out / "a.json").read_bytes() == expected
        assert re.search(r"(\d) +plans done", result.stderr)[1] == str(done)  # type: ignore[index]  # it is there
    run(plans / "a.txt", plans / "b.txt", "-o", tmp_path / "named", "--jobs", "2")
    assert (tmp_path / "named" / "a.json").read_bytes() == as_json(plan)
    assert "jsonl holds one plan per line: leave out --indent" in run(plans, "--format", "jsonl", "--indent").stderr


def test_the_summary_speaks_chinese_where_it_is_asked(plans: Path, tmp_path: Path) -> None:
    result = run(plans, "-o", tmp_path / "out", "--lang", "zh")

    assert all(word in result.stderr for word in ("已完成", "失败", "章节", "举措", "目标"))
    assert "plans done" not in result.stderr


def test_a_second_run_does_only_what_has_changed(plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    run(plans, "-o", out)
    first = {path: path.stat().st_mtime_ns for path in out.rglob("*.json")}
    (plans / "a.txt").write_text(WORDS.format("新"), "utf-8")
    (out / "b.json").unlink()
    (out / "g.json").write_bytes(b"")
    (plans / "c" / "broken.txt").write_text(WORDS.format("好"), "utf-8")

    result = run(plans, "-o", out)

    assert result.exit_code == 0
    assert {path.name for path in out.rglob("*.json") if path.stat().st_mtime_ns != first.get(path)} == {
        "a.json",
        "b.json",
        "g.json",
        "broken.json",
    }
    assert not (out / "errors.jsonl").exists()
    assert "6  sections" not in result.stderr
    assert "12  sections" in result.stderr
    monkeypatch.setattr(journal, "version", lambda: "another")
    assert " 6  plans done" in run(plans, "-o", out).stderr


def test_what_takes_too_long_is_ended_and_the_others_are_done(
    plans: Path, tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (plans / "long.txt").write_text((seeds / "jining.txt").read_text("utf-8") * 300, "utf-8")

    def results() -> int:
        return len([*(tmp_path / "out").rglob("*.json")])

    set_clock(monkeypatch, lambda: 1000.0 if results() == 5 else 0.0)

    result = run(plans, "-o", tmp_path / "out", "--jobs", "2", "--time-limit", "600")

    assert result.exit_code == 1
    assert "long.txt: took longer than 600 seconds; raise --time-limit" in result.stderr
    assert results() == 5


def test_an_output_that_cannot_be_written_leaves_nothing_half_written(plans: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "a.json").mkdir(parents=True)

    result = run(plans, "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert "out/a.json: is a folder; move it away or choose another place with -o" in result.stderr
    assert len([path for path in (tmp_path / "out").rglob("*.json") if path.is_file()]) == 4
    assert [*(tmp_path / "out").rglob("*.part")] == []


def test_a_full_disk_ends_the_run_with_a_line(plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OutputError("out/a.json: cannot be written (No space left on device)") from OSError(errno.ENOSPC, "")

    item = Item(str(plans / "a.txt"), "a.txt", "a")
    with monkeypatch.context() as patch:
        patch.setattr(reading, "write_result", full)
        result = reading.to_files(reading.Job(item, (("json", tmp_path / "a.json"),), tmp_path))
    assert isinstance(result, reading.Failed)
    assert result.hopeless

    monkeypatch.setattr(workers, "run", lambda *_, **__: (pair for pair in [(reading.Job(item), result)]))
    with pytest.raises(OutputError, match=r"\(No space left on device\); free some space and start again"):
        [*runs.into_files([item], tmp_path / "out", ["json"], runs.Limits(1, 9))]


def test_lines_on_a_full_disk_end_with_a_line(plans: Path, tmp_path: Path) -> None:
    def little() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))

    command = (*COMMAND, plans, "-o", tmp_path / "out", "--format", "jsonl")
    # Python would keep bytecode cut short by the limit, and trust it later.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, preexec_fn=little)

    assert result.returncode == 1
    assert result.stderr.endswith("plans.jsonl: cannot be written (File too large); free some space and start again\n")
    assert run(plans, "-o", tmp_path / "out", "--format", "jsonl").exit_code == 1
    assert len([*map(json.loads, (tmp_path / "out" / "plans.jsonl").read_text("utf-8").splitlines())]) == 5


def test_two_runs_do_not_share_a_folder(plans: Path, tmp_path: Path) -> None:
    with journal.claimed(tmp_path / "out"):
        result = subprocess.run((*COMMAND, plans, "-o", tmp_path / "out"), capture_output=True, text=True, check=False)

    assert result.returncode == 1
    assert result.stderr == (
        f"planparse: {tmp_path / 'out'}: another run is writing there; wait for it, or choose another place with -o\n"
    )
    assert run(plans / "a.txt", "-o", tmp_path / "out", "--jobs", "1").exit_code == 0


# Lines


def test_lines_come_in_the_order_of_the_plans(plans: Path, tmp_path: Path) -> None:
    paths = [plans / place for place in ("a.txt", "b.txt", "g.md", "c/d.txt", "c/e/f.txt")]
    expected = "".join(package.extract(path).model_dump_json() + "\n" for path in paths)

    to_file = run(plans, "-o", tmp_path / "out", "--format", "jsonl")
    to_stdout = run(plans, "--format", "jsonl")

    assert (to_file.exit_code, to_file.stdout, to_stdout.exit_code) == (1, "", 1)
    assert (tmp_path / "out" / "plans.jsonl").read_text("utf-8") == to_stdout.stdout == expected


@pytest.mark.parametrize("cut", [0, 1, 700, 3000])
def test_lines_go_on_where_they_were_cut(plans: Path, tmp_path: Path, cut: int) -> None:
    out = tmp_path / "out"
    options = (plans, "-o", out, "--format", "jsonl")
    run(*options)
    whole = written(out)
    with (out / "plans.jsonl").open("r+b") as lines, (out / ".planparse" / "lines.jsonl").open("r+b") as records:
        lines.truncate(len(whole["plans.jsonl"]) - cut)
        records.truncate(records.seek(0, os.SEEK_END) - min(cut, 1))

    result = run(*options)

    assert written(out) == whole
    assert f" {5 if cut == 0 else 4 if cut < 1000 else 3}  done before" in result.stderr


def test_a_line_that_can_be_read_at_last_stands_in_its_place(plans: Path, tmp_path: Path) -> None:
    for folder, words in (("out", b""), ("other", WORDS.format("好").encode()), ("out", WORDS.format("好").encode())):
        (plans / "c" / "broken.txt").write_bytes(words)
        run(plans, "-o", tmp_path / folder, "--format", "jsonl")

    assert written(tmp_path / "out") == written(tmp_path / "other")


# Stopped and started again


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds processes as Linux shows them")
@pytest.mark.parametrize("form", FORMS)
def test_a_killed_run_is_taken_up_where_it_was(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "plans"
    batch.write_plans(folder, 8, 0.3)
    (folder / "broken.txt").write_bytes(b"")

    assert survived(tmp_path, folder, 3, form).troubles == []


def test_a_run_that_is_interrupted_says_how_far_it_came(tmp_path: Path) -> None:
    folder, out = tmp_path / "plans", tmp_path / "out"
    first, *_ = batch.write_plans(folder, 20, 0.9)
    long = folder / "long.txt"
    long.write_text(first.read_text("utf-8") * 300, "utf-8")  # it is still being read when the signal comes
    with subprocess.Popen(
        (*COMMAND, folder, "-o", out, "--jobs", "2"), stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while process.poll() is None and not any(out.rglob("*.json")):
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, stderr = process.communicate()

    assert process.returncode == 130
    assert stderr.splitlines()[-1].startswith("planparse: stopped at ")
    assert "of 21 plans; run it again to resume" in stderr
    assert "Traceback" not in stderr
    long.write_text(first.read_text("utf-8"), "utf-8")
    assert run(folder, "-o", out).exit_code == 0
    assert len(written(out)) == 21


# Worker processes


def test_a_task_that_dies_hangs_or_breaks_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = ["1 + 1", "__import__('os')._exit(3)", "2 + 2", "__import__('signal').raise_signal(9)", "1 / 0"]
    tasks += ["__import__('time').sleep(10**6)", "print('noise') or 3 + 3"]
    found: dict[str, Any] = {}
    set_clock(monkeypatch, lambda: 1000.0 if len(found) == len(tasks) - 1 else 0.0)

    found.update(workers.run(eval, tasks, jobs=2, limit=600))  # one by one

    assert [found[tasks[number]] for number in (0, 2, 6)] == [2, 4, 6]
    failures = [found[tasks[number]] for number in (1, 3, 4, 5)]
    told = [str(failure.message).partition(";")[0] for failure in failures if isinstance(failure, workers.Failure)]
    assert [re.sub(r" at planparse\S+", "", line) for line in told] == [
        "the process reading it died (exit status 3)",
        "the process reading it died (SIGKILL)",
        "ZeroDivisionError (division by zero): this is a bug in planparse",
        "took longer than 600 seconds",
    ]


def test_results_in_order_wait_for_the_slow_but_not_without_end() -> None:
    taken = 0

    def tasks() -> Iterator[str]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield f"__import__('time').sleep({0.5 if number == 0 else 0}) or {number}"

    found = workers.run(eval, tasks(), jobs=2, limit=30, in_order=True)

    assert next(found)[1] == 0
    assert taken <= 2 * 8 + 1
    assert [result for _, result in found] == [*range(1, 100)]


COMPILED = """
import re, sys
compile, patterns = re.compile, set()
re.compile = lambda *given: patterns.add(given) or compile(*given)
from planparse import extract
import planparse.corpus.warming
before = len(patterns)
extract(sys.argv[1])
print(before, len(patterns))
"""


def test_most_of_what_a_plan_needs_is_compiled_where_workers_are_forked_from(seeds: Path) -> None:
    command = (sys.executable, "-c", COMPILED, seeds / "jining.txt")

    before, after = map(int, subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())

    assert before > 0.75 * after


# Tables of what was extracted


def test_tables_of_a_folder_are_those_of_its_plans(plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    run(plans, "-o", out, "--format", "json", "--format", "yaml")
    run(plans, "-o", tmp_path / "lines", "--format", "jsonl")
    one, other = (package.parse(WORDS.format(n), n) for n in "甲乙")
    (out / "a.diff.json").write_bytes(as_json(package.diff(one, other)))
    (out / "matrix.json").write_bytes(as_json(package.compare([one, other])))
    (out / "notes.yaml").write_text("a: 1\n", "utf-8")
    texts = [plans / place for place in ("a.txt", "b.txt", "g.md", "c/d.txt", "c/e/f.txt")]
    monkeypatch.setattr("planparse.cli.export._AT_ONCE", 2)
    formats = [argument for name in EXPORTERS for argument in ("--format", name)]

    for name, inputs in {"texts": texts, "folder": [out], "lines": [tmp_path / "lines" / "plans.jsonl"]}.items():
        arguments = ["export", *map(str, inputs), "-o", str(tmp_path / "tables" / name), *formats]
        result = CliRunner().invoke(app(), arguments)
        assert (result.exit_code, result.output) == (0, "")

    expected = tables(map(package.extract, texts))
    for name in ("texts", "folder", "lines"):
        folder = tmp_path / "tables" / name
        content = written(folder)
        assert {*content} == {f"{t}.{e}" for t in TABLES for e in ("csv", "parquet")} | {"plans.xlsx", "plans.duckdb"}
        book = openpyxl.load_workbook(folder / "plans.xlsx")
        with duckdb.connect(folder / "plans.duckdb", read_only=True) as database:
            for table in expected:
                assert content[f"{table.name}.csv"].decode() == csv_of(table)
                assert parquet.read_table(folder / f"{table.name}.parquet") == arrow_of(table, pa)
                assert database.table(table.name).fetchall() == [*table.rows]
                assert book[heading(table.name, "en")].max_row == len(table.rows) + 1
        targets = book["Targets"]
        at = [cell.value for cell in targets[1]].index("Value")
        quoted = [*expected[4].columns].index("quote")
        for row, quote in zip(targets.iter_rows(min_row=2), (row[quoted] for row in expected[4].rows), strict=True):
            assert targets[row[at].hyperlink.location.partition("!")[2]].value == quote


def test_a_table_that_a_sheet_cannot_hold_leaves_the_other_formats_alone(
    plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["planparse.exporting.as_xlsx"], "_MOST_ROWS", 4)
    monkeypatch.setattr("planparse.cli.export._AT_ONCE", 2)
    texts = [str(plans / place) for place in ("a.txt", "b.txt", "g.md")]

    result = CliRunner().invoke(app(), ["export", *texts, "-o", str(tmp_path / "t"), "--format", "xlsx", "--format", "csv"])

    assert result.exit_code == 1
    assert result.stderr == "planparse: check_metadata: 23 rows do not fit into a sheet; choose --format csv\n"
    assert {*written(tmp_path / "t")} == {f"{name}.csv" for name in TABLES}


def test_a_folder_without_an_extracted_plan_has_a_line(plans: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app(), ["export", str(plans), "-o", str(tmp_path / "tables")])

    assert (result.exit_code, result.stderr) == (
        1,
        f"planparse: {plans}: contains no extracted plan; extract plans into it first\n",
    )
    assert [*(tmp_path / "tables").iterdir()] == []


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["plans"], "many plans need an output folder: -o DIR, or --format jsonl"),
        (["plans", "--format", "jsonl", "--format", "json"], "jsonl cannot be combined with other formats"),
        (["-", "--jobs", "2", "-o", "out"], "standard input (-) and <(…) are single plans"),
        (["plans", "/dev/stdin", "-o", "out"], "standard input (-) and <(…) are single plans"),
        (["plans", "--jobs", "0", "-o", "out"], "--jobs: 0 should be a number, at least 1"),
    ],
)
def test_wrong_usage_is_explained(plans: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], line: str) -> None:
    monkeypatch.chdir(plans.parent)

    result = run(*arguments)

    assert result.exit_code == 2
    assert line in " ".join(result.output.split())
