"""The command as people use it: data on standard output, one clear line a trouble on standard error, honest exit status."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.cells import cell_len

import planparse as package
from planparse import Plan
from planparse.writers import WRITERS
from running import WORDS, Command, run

# extract


@pytest.mark.slow
def test_one_plan_goes_to_standard_output_as_json(installed: Command, seeds: Path) -> None:
    result = installed("extract", seeds / "jining.txt")

    assert (result.returncode, result.stderr) == (0, "")
    assert Plan.model_validate_json(result.stdout).source.name == "jining.txt"
    assert result.stdout == run("extract", seeds / "jining.txt").stdout  # the same bytes, in another process


def test_standard_input_is_read_for_a_dash(text: Path) -> None:
    piped, read = (json.loads(result.stdout) for result in (run("extract", "-", stdin=WORDS.encode()), run("extract", text)))

    assert piped.pop("source") == {**read.pop("source"), "name": "stdin"}
    assert piped == read


def test_yaml_and_json_hold_the_same(text: Path) -> None:
    as_json, as_yaml = (run("extract", text, "--format", name).stdout for name in ("json", "yaml"))

    assert yaml.safe_load(as_yaml) == json.loads(as_json)


def test_results_go_into_the_folder_under_the_names_of_their_plans(text: Path, tmp_path: Path) -> None:
    formats = [argument for name in WRITERS for argument in ("--format", name)]

    result = run("extract", text, "-", "-o", tmp_path / "new" / "out", *formats, stdin=WORDS.encode())

    assert (result.exit_code, result.output) == (0, "")
    assert {path.name for path in (tmp_path / "new" / "out").iterdir()} == {
        f"{stem}.{name}" for stem in ("甲市", "stdin") for name in WRITERS
    }


def test_two_plans_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    plans = [tmp_path / "a" / "plan.txt", tmp_path / "b" / "Plan.txt", tmp_path / "c" / "plan-2.txt"]
    for plan in plans:
        plan.parent.mkdir()
        plan.write_text(WORDS + plan.parent.name, "utf-8")

    result = run("extract", *plans, "-o", tmp_path / "out")

    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"plan.json", "Plan-2.json", "plan-2-2.json"}
    assert f"{plans[1]}: written as Plan-2; {plans[0]} already uses the name Plan" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["extract"], "PLAN is missing"),
        (["extract", "a.txt", "b.txt"], "several plans need an output folder: -o DIR"),
        (["extract", "a.txt", "--format", "json", "--format", "yaml"], "several formats need an output folder"),
        (["extract", "-", "-", "-o", "out"], "standard input (-) can be read only once"),
        (["extract", "a.txt", "--format", "xml"], "--format: xml is not one of json, yaml"),
        (["validate"], "FILE is missing"),
        (["show"], "PLAN is missing"),
        (["evaluate", "--plans", "plans"], "--gold is missing"),
        (["evaluate", "--gold", "gold"], "--plans is missing"),
        (["evaluate", "--gold", "gold", "--plans", "plans", "--format", "xml"], "--format: xml is not one of table, json"),
        (["unpack"], "no such command: unpack"),
        ([], "Usage: "),
    ],
)
def test_wrong_usage_is_explained_and_ends_with_two(arguments: list[str], line: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert line in result.output


# bad input


def _wrecks(folder: Path) -> dict[str, str]:
    """Bad inputs in a folder, each with what the line about it says."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b"\n \t\n")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 16)
    (folder / "letter.txt").write_text("Dear Sir,\nthank you for nothing.\n", "utf-8")
    with (folder / "large.txt").open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    return {
        "missing.txt": "there is no such file; check the path",
        "empty.txt": "contains no text; check that the text was saved into it",
        "blank.txt": "contains no text; check that the text was saved into it",
        "picture.txt": "looks like a PNG image; save it as plain text (.txt, UTF-8)",
        "noise.txt": "looks like binary data, not text in UTF-8, UTF-16, GB18030 or Big5; save it as plain text (.txt, UTF-8)",
        "letter.txt": "does not look like a plan: no outline, measure or target found; check the file",
        "large.txt": "is larger than the limit of 16 MiB; split it into single plans",
    }


def test_bad_inputs_have_a_line_each_and_do_not_stop_the_good(planparse: Command, text: Path, tmp_path: Path) -> None:
    wrecks = _wrecks(tmp_path)

    result = planparse("extract", *wrecks, text, "-o", "out")

    assert result.returncode == 1
    assert result.stderr.splitlines() == [f"planparse: {name}: {line}" for name, line in wrecks.items()]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["甲市.json"]


def test_a_bad_standard_input_has_a_line(planparse: Command) -> None:
    result = planparse("extract", "-")

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "planparse: stdin: contains no text; check that the text was saved into it\n"


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32"])
def test_other_encodings_give_the_same_plan(text: Path, tmp_path: Path, codec: str) -> None:
    other = tmp_path / "other" / text.name
    other.parent.mkdir()
    other.write_bytes(WORDS.encode(codec))

    plain, encoded = (json.loads(run("extract", path).stdout) for path in (text, other))

    assert encoded["source"]["encoding"] == codec
    assert {**encoded, "id": "", "source": ""} == {**plain, "id": "", "source": ""}


@pytest.mark.slow
def test_lone_surrogates_and_nul_bytes_are_survived(installed: Command, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(WORDS.replace("建成", "建\0成").encode() + b"\xed\xa0\x80")

    result = installed("extract", "odd.txt")

    assert (result.returncode, result.stderr) == (0, "")
    assert "建成区域医疗中心3家" in json.loads(result.stdout)["text"]


# bad output


def test_an_output_that_is_a_folder_has_a_line_and_the_others_are_written(
    planparse: Command, text: Path, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text(WORDS, "utf-8")
    (tmp_path / "out" / "甲市.json").mkdir(parents=True)

    result = planparse("extract", text, "b.txt", "-o", "out")

    assert result.returncode == 1
    assert result.stderr == "planparse: out/甲市.json: is a folder; move it away or choose another place with -o\n"
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"甲市.json", "b.json"}


def test_an_output_folder_that_is_a_file_has_a_line(planparse: Command, text: Path) -> None:
    result = planparse("extract", text, "-o", text)

    assert result.returncode == 1
    assert result.stderr == f"planparse: {text}: the folder cannot be created (File exists); choose another place with -o\n"


@pytest.mark.slow
def test_a_full_disk_leaves_no_half_file(text: Path, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "planparse", "extract", text, "-o", tmp_path / "out"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )

    assert result.returncode == 1
    assert result.stderr.endswith("甲市.json: cannot be written (File too large); choose another place with -o\n")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_standard_output_has_a_line(planparse_into: Callable[[str], tuple[int, str]]) -> None:
    status, stderr = planparse_into("/dev/full")

    assert status == 1
    assert (
        stderr == "planparse: standard output: cannot be written (No space left on device); choose another place with -o\n"
    )


@pytest.fixture
def planparse_into(text: Path) -> Callable[[str], tuple[int, str]]:
    """Extract with standard output sent to a file; gives the exit status and what was said."""

    def run_into(path: str) -> tuple[int, str]:
        with Path(path).open("wb") as stdout:
            command = [sys.executable, "-m", "planparse", "extract", text]
            result = subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, check=False, encoding="utf-8")
        return result.returncode, result.stderr

    return run_into


@pytest.mark.slow
def test_a_reader_that_leaves_is_no_reason_to_complain(seeds: Path) -> None:
    command = [sys.executable, "-m", "planparse", "extract", seeds / "jining.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()

        assert process.stderr.read() == b""


# show


TREES = {
    "zh": [
        "甲市医疗服务实施方案",
        "甲政办〔2024〕2号 · 2024-01-14 · 正式 · 甲市 · 370800",
        "章节 2, 举措 1, 目标 2, 时限 1, 引用文件 1, 提示 1",
        "├── 一、主要目标",
        "│   ├── 时限 到2025年 → 2025-12-31",
        "│   └── 目标 县域内住院率 ≥90%（2025-12-31）",
        "└── 二、主要任务",
        "    └── 1.建设区域医疗中心",
        "        ├── 牵头 市卫生健康委",
        "        ├── 配合 市财政局",
        "        └── 目标 区域医疗中心，建成 1–3家",
    ],
    "en": [
        "甲市医疗服务实施方案",
        "甲政办〔2024〕2号 · 2024-01-14 · final · 甲市 · 370800",
        "sections 2, measures 1, targets 2, deadlines 1, references 1, diagnostics 1",
        "├── 一、主要目标",
        "│   ├── deadline 到2025年 → 2025-12-31",
        "│   └── target 县域内住院率 ≥90% (2025-12-31)",
        "└── 二、主要任务",
        "    └── 1.建设区域医疗中心",
        "        ├── lead 市卫生健康委",
        "        ├── support 市财政局",
        "        └── target 区域医疗中心，建成 1–3家",
    ],
}


@pytest.mark.parametrize("lang", TREES)
def test_show_draws_a_plan_as_a_tree(plan: Plan, tmp_path: Path, lang: str) -> None:
    (tmp_path / "plan.yaml").write_bytes(WRITERS["yaml"](plan))

    result = run("show", tmp_path / "plan.yaml", "--lang", lang)

    assert result.exit_code == 0
    assert [line.rstrip() for line in result.stdout.splitlines()] == TREES[lang]


@pytest.mark.parametrize(
    ("lang", "kinds", "strength"), [("en", ("Kind", "level", "count"), "firm"), ("zh", ("类别", "水平", "数量"), "应达")]
)
def test_show_lists_the_targets(plan: Plan, tmp_path: Path, lang: str, kinds: tuple[str, str, str], strength: str) -> None:
    (tmp_path / "plan.json").write_bytes(WRITERS["json"](plan))

    lines = run("show", "--targets", tmp_path / "plan.json", "--lang", lang).stdout.splitlines()

    assert [line.split() for line in lines if line.startswith(kinds)][1:] == [
        [kinds[1], "县域内住院率", "≥90%", "2025-12-31", strength, "一、", "0.97"],
        [kinds[2], "区域医疗中心", "建成", "1–3家", strength, "二、/1.", "0.97"],
    ]


@pytest.mark.parametrize("options", [[], ["--targets"]])
def test_show_fits_eighty_columns_without_colours_where_there_is_no_terminal(
    planparse: Command, seeds: Path, options: list[str]
) -> None:
    result = planparse("show", *options, seeds / "jining.txt", seeds / "bozhou.txt")

    assert (result.returncode, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout
    assert max(map(cell_len, result.stdout.splitlines())) <= 80


def test_show_cannot_be_made_to_steer_the_terminal(values: dict[str, Any], tmp_path: Path) -> None:
    values["metadata"]["title"] = "\x1b[31m方案 [bold]\n:smile:"
    (tmp_path / "plan.json").write_text(json.dumps(values))

    first = run("show", tmp_path / "plan.json").stdout.splitlines()[0]

    assert first.rstrip() == r"\x1b[31m方案 [bold] :smile:"


# validate


def test_validate_is_silent_where_every_file_holds(plan: Plan, tmp_path: Path) -> None:
    files = [tmp_path / f"plan.{name}" for name in WRITERS]
    for file in files:
        file.write_bytes(WRITERS[file.suffix[1:]](plan))

    result = run("validate", *files)

    assert (result.exit_code, result.output) == (0, "")


def test_validate_names_the_file_the_field_and_what_it_should_hold(
    planparse: Command, values: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "good.json").write_text(json.dumps(values))
    values["targets"][1]["comparator"] = "foo"
    values["deadlines"][0]["end"] = "end of 2025"
    (tmp_path / "bad.json").write_text(json.dumps(values))
    (tmp_path / "bad.yaml").write_text("id: [")

    result = planparse("validate", "good.json", "bad.json", "missing.json", "bad.yaml")

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "bad.json: targets[1].comparator: should be 'eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range'; is 'foo'",
        "bad.json: deadlines[0].end: should be a date like 2025-12-31 or null; is 'end of 2025'",
        "planparse: missing.json: there is no such file; check the path",
        "bad.yaml: line 2, column 1: is not YAML: did not find expected node content",
    ]


def test_validate_warns_of_what_the_words_do_not_say_and_with_strict_refuses_it(
    planparse: Command, values: dict[str, Any], tmp_path: Path
) -> None:
    values["targets"][0]["value"] = 900
    (tmp_path / "edited.json").write_text(json.dumps(values), "utf-8")

    for option, status, warning in (([], 0, "warning: "), (["--strict"], 1, "")):
        result = planparse("validate", *option, "edited.json")
        assert result.returncode == status
        assert result.stdout == ""
        assert result.stderr == f"edited.json: {warning}targets[0].value: is 900, but the text says 90\n"


def test_what_extract_writes_validates(planparse: Command, seeds: Path) -> None:
    formats = [argument for name in WRITERS for argument in ("--format", name)]
    plans = sorted(seeds.glob("*.txt"))

    assert planparse("extract", *plans, "-o", "out", *formats).returncode == 0
    result = planparse("validate", "--strict", *(f"out/{plan.stem}.{name}" for plan in plans for name in WRITERS))
    assert (result.returncode, result.stderr) == (0, "")


# schema and version


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ([], "plan"),
        (["plan"], "plan"),
        (["diff"], "diff"),
        (["matrix"], "matrix"),
        (["cascade"], "cascade"),
        (["track"], "track"),
    ],
)
def test_schema_is_the_file_in_schemas(arguments: list[str], name: str) -> None:
    file = Path(__file__).parent.parent / "schemas" / f"{name}.schema.json"

    assert run("schema", *arguments).stdout == file.read_text("utf-8")


def test_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"planparse {package.__version__}\n"
