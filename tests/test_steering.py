"""Nothing that a plan or the name of a file says steers a terminal, or runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import openpyxl
import pytest
import yaml

from planparse import Plan
from planparse.cli.forms import forms_of
from planparse.exporting.as_csv import csv_of
from planparse.exporting.as_xlsx import workbook
from planparse.exporting.tables import Table
from planparse.text import STEERING, printable, printable_lines
from planparse.writers import WRITERS
from planparse.writers.as_json import escaped

pytestmark = pytest.mark.slow  # commands are started

Command = Callable[..., CompletedProcess[str]]

# Colours, a title for the window, a control of eight bits, words the other way round, one that ends a row of csv.
EVIL = "\x1b[31m\x1b]0;ha\x07\x9b2J\u202e\u2066\u2028\x7f"
EVIL_NAME = EVIL.replace("\u2028", "\n")


@pytest.fixture
def plan(values: dict[str, Any], tmp_path: Path) -> Path:
    """An extracted plan that says evil things wherever words may stand freely, in a file with an evil name."""
    # What spans slice to has to stand in the text; the rest is free.
    for place in (values["metadata"], values["targets"][0], values["measures"][0]["responsibilities"][0]["units"][0]):
        for key in {"notice_title", "doc_number", "issuer", "indicator", "canonical"} & set(place):
            place[key] = f"{place[key]}{EVIL}"
    values["source"]["name"] = f"甲{EVIL}.txt"
    path = tmp_path / f"计划{EVIL_NAME}.json"
    path.write_text(json.dumps(values), "utf-8")
    Plan.model_validate_json(path.read_bytes())
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A plan's text in a file with an evil name."""
    path = tmp_path / f"甲{EVIL_NAME}.txt"
    path.write_text("甲市方案\n一、目标\n到2025年，住院率达到90%以上。\n", "utf-8")
    return path


def steering(result: CompletedProcess[str]) -> list[str]:
    return STEERING.findall(result.stdout + result.stderr)


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "--targets"],
        ["report"],
        ["report", "--review"],
        ["extract"],  # it is a plan that was extracted before
        ["validate"],
        ["ledger"],
        *(["diff", "jining.txt", "--all", "--format", form] for form in forms_of("diff") if form != "xlsx"),
        *(["compare", "jining.txt", "--all", "--format", form] for form in forms_of("compare") if form != "xlsx"),
        *(["compare", "jining.txt", "--part", part, "--format", "csv"] for part in ("targets", "plans", "leads")),
    ],
)
def test_no_command_passes_on_what_steers(planparse: Command, plan: Path, seeds: Path, arguments: list[str]) -> None:
    command, *rest = (str(seeds / argument) if argument.endswith(".txt") else argument for argument in arguments)

    result = planparse(command, plan, *rest)

    assert result.stdout or result.stderr or command == "validate"
    assert steering(result) == []


def test_a_calendar_steers_by_nothing_but_the_ends_of_its_lines(planparse: Command, plan: Path) -> None:
    result = planparse("ledger", plan, "--format", "ics")

    result.stdout = result.stdout.replace("\r\n", "\n")  # as RFC 5545 has it
    assert (result.returncode, result.stderr, steering(result)) == (0, "", [])


@pytest.mark.parametrize("options", [["--format", "json"], ["--format", "yaml"], ["--format", "jsonl"]])
def test_what_extract_prints_steers_nothing_and_holds_the_name(planparse: Command, text: Path, options: list[str]) -> None:
    result = planparse("extract", text, *options)

    assert (result.returncode, steering(result)) == (0, [])
    assert yaml.safe_load(result.stdout)["source"]["name"] == text.name


def test_lines_on_standard_error_steer_nothing(planparse: Command, text: Path, tmp_path: Path) -> None:
    text.write_bytes(b"")
    plan = tmp_path / f"a{EVIL_NAME}.json"
    plan.write_text(json.dumps({"schema_version": EVIL, EVIL: 1, "text": [EVIL]}))
    none = f"none{EVIL_NAME}"
    commands = [
        *(["extract", text, none, *options] for options in ([], ["-o", "out"], ["-o", "lines", "--jobs", "1"])),
        *([command, plan, none] for command in ("show", "validate", "diff", "compare", "ledger")),
        ["export", plan, none, "-o", "out"],
        ["report", none],
        ["evaluate", "--gold", none, "--plans", none, "--save", none],
        ["extract", text, "-o", text],
        ["extract", text, "--format", none],
        ["extract", f"--{none}"],
        [none],
    ]
    for command in commands:
        result = planparse(*command, *(["-o", "out"] if command[:1] == ["extract"] and len(command) == 3 else []))

        assert result.returncode in {1, 2}
        assert result.stderr
        assert steering(result) == []


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems take no such name")
def test_a_name_that_is_no_text_has_a_line(planparse: Command, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.txt")
    path.write_bytes(b"")

    result = planparse("extract", path, "none", "-o", "out")

    assert result.stderr.splitlines() == [
        rf"planparse: {tmp_path}/\udcff.txt: contains no text; check that the text was saved into it",
        "planparse: none: there is no such file; check the path",
    ]


# Spreadsheets


def test_a_lone_carriage_return_ends_no_row_of_csv() -> None:
    rows = [("a\r=1+1", "b\r\nc"), ("\r=2", "\x1b=3\n=4")]

    content = csv_of(Table("t", {"名\r=5": str, "\u202e值": str}, rows))

    assert "\r" not in content
    assert STEERING.findall(content) == []
    read = [*csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""))]
    assert read == [["名\n=5", "\\u202e值"], ["a\n=1+1", "b\nc"], ["'\n=2", "\\x1b=3\n=4"]]


def test_a_cell_of_a_workbook_holds_nothing_that_steers() -> None:
    table = Table("plans", {"text": str}, [(f"a\r{EVIL}",)])

    sheet = openpyxl.load_workbook(io.BytesIO(workbook([table], "en")))["Plans"]

    assert sheet["A2"].value == printable_lines(f"a\r{EVIL}")
    assert STEERING.findall(sheet["A2"].value) == []


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_exports_of_an_evil_plan_steer_nothing(planparse: Command, plan: Path, tmp_path: Path, name: str) -> None:
    assert planparse("export", plan, "-o", "tables", "--format", name).returncode == 0

    if name == "csv":
        words = "".join(path.read_text("utf-8") for path in (tmp_path / "tables").iterdir())
    else:
        book = openpyxl.load_workbook(tmp_path / "tables" / "plans.xlsx")
        words = "".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    assert STEERING.findall(words) == []
    assert r"\x1b" in words


# Everything that is shown goes through here


@pytest.mark.parametrize(
    "character", [*map(chr, (0, 7, 27, 127, 0x9B, 0x61C, 0x200E, 0x202A, 0x202E, 0x2066, 0x2069, 0xDC80))]
)
def test_what_steers_is_spelt(character: str) -> None:
    assert printable(f"a{character}b") == f"a{ascii(character)[1:-1]}b" == printable_lines(f"a{character}b")


def test_what_reads_well_stays() -> None:
    words = "甲市 方案（2024）·㎡𠮷\u200d\u3000é"

    assert printable(words) == printable_lines(words) == words
    assert printable("a\r\nb\tc\u2028d") == "a b c d"
    assert printable_lines("a\r\nb\tc\u2028d") == "a\nb\tc\nd"


def test_json_and_yaml_say_the_same_without_what_steers(values: dict[str, Any]) -> None:
    values["metadata"]["notice_title"] = EVIL
    evil = Plan.model_validate_json(json.dumps(values))

    for name, read in {"json": json.loads, "yaml": yaml.safe_load}.items():
        written = WRITERS[name](evil)
        assert STEERING.findall(written.decode()) == []
        assert read(written)["metadata"]["notice_title"] == EVIL


def test_bytes_that_are_escaped_are_those_that_steer() -> None:
    characters = "".join(
        map(chr, [*range(0x20, 0xD800), *range(0xE000, 0x11000)])
    )  # JSON holds the others as escapes anyway

    assert escaped(characters.encode()).decode() == STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", characters)
