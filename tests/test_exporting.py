"""Plans as flat tables: what pandas, DuckDB and a spreadsheet find in the files."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from functools import reduce
from itertools import product
from pathlib import Path

import openpyxl
import pytest
from pyarrow import parquet
from typer.testing import CliRunner, Result

import planparse
from planparse import Plan
from planparse.cli import app
from planparse.errors import OutputError
from planparse.exporting import EXPORTERS, TABLES, Language, Table, tables
from planparse.formats import FORMATS
from planparse.labels import heading

pytestmark = pytest.mark.slow  # workbooks are made

SEEDS = Path(__file__).parent.parent / "seeds"
WORDS = """甲市人民政府关于印发甲市医疗服务实施方案的通知
一、主要目标
到2025年，县域内住院率由80%提高到90%以上。
二、主要任务
（一）=HYPERLINK("http://example.org")。建成区域医疗中心3家。（牵头单位：市卫生健康委，配合单位：市财政局）
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app(), ["export", *map(str, arguments)])


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """The text of a plan with a formula for a title, in a file."""
    path = tmp_path / "甲市.txt"
    path.write_text(WORDS, "utf-8")
    return path


@pytest.fixture(scope="module")
def both() -> list[Plan]:
    return [planparse.extract(SEEDS / f"{name}.txt") for name in ("jining", "bozhou")]


def exported(name: str, filled: Sequence[Table], language: Language, folder: Path) -> dict[str, bytes]:
    """The files of an export, name → content."""
    with EXPORTERS[name](folder, language) as write:
        write(filled)
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.suffix != ".txt"}
    for file in files:
        (folder / file).unlink()
    return files


def read_csv(content: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


def test_a_table_has_a_row_an_entry_of_every_plan(both: list[Plan]) -> None:
    found = {table.name: table for table in tables(both)}

    assert (*found,) == (*TABLES,)
    for name in ("sections", "measures", "targets", "deadlines"):
        assert len(found[name].rows) == sum(len(getattr(plan, name)) for plan in both)
    units = [unit for plan in both for m in plan.measures for clause in m.responsibilities for unit in clause.units]
    bodies = found["responsibilities"]
    assert [row[[*bodies.columns].index("canonical")] for row in bodies.rows] == [unit.canonical for unit in units]
    for table in found.values():
        kinds = [*table.columns.values()]
        for row in table.rows:
            for cell, kind in zip(row, kinds, strict=True):
                assert cell is None or isinstance(cell, (int, float) if kind is float else kind)


def test_values_and_what_lies_within_them_have_columns_of_their_own(text: Path) -> None:
    table = next(table for table in tables([planparse.extract(text)]) if table.name == "targets")
    first = dict(zip(table.columns, table.rows[0], strict=True))

    assert (first["indicator"], first["value"], first["unit"]) == ("县域内住院率", 90, "%")
    assert (first["baseline_value"], first["baseline_unit"], first["due"]) == (80, "%", date(2025, 12, 31))
    assert first["quote"] == planparse.extract(text).text[first["span_start"] : first["span_end"]]


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(text: Path, tmp_path: Path) -> None:
    assert run(text, "-o", tmp_path / "out").exit_code == 0

    content = (tmp_path / "out" / "measures.csv").read_bytes()
    assert content.startswith("\ufeff".encode())
    [measure] = read_csv(content)
    assert measure["title"].startswith("'=HYPERLINK")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.csv" for name in TABLES}


def test_parquet_keeps_kinds_even_without_rows(both: list[Plan], tmp_path: Path) -> None:
    for plans in (both, []):
        files = exported("parquet", tables(plans), "en", tmp_path)
        targets = parquet.read_table(io.BytesIO(files["targets.parquet"]))
        kinds = {field.name: str(field.type) for field in targets.schema}

        assert targets.num_rows == sum(len(plan.targets) for plan in plans)
        assert [kinds[name] for name in ("value", "due", "implied", "span_start")] == [
            "double",
            "date32[day]",
            "bool",
            "int64",
        ]


@pytest.mark.parametrize(("lang", "sheet", "title"), [("zh", "目标", "目标值"), ("en", "Targets", "Value")])
def test_a_workbook_is_for_people(both: list[Plan], lang: Language, sheet: str, title: str, tmp_path: Path) -> None:
    [content] = exported("xlsx", tables(both), lang, tmp_path).values()
    targets = openpyxl.load_workbook(io.BytesIO(content))[sheet]

    titles = [cell.value for cell in targets[1]]
    at = titles.index(title)
    assert targets.freeze_panes == "A2"
    for row, target in zip(targets.iter_rows(min_row=2), (t for plan in both for t in plan.targets), strict=True):
        assert row[at].value == target.value
        if target.value is not None:
            place = row[at].hyperlink.location.partition("!")[2]
            assert targets[place].value == target.quote


def test_a_workbook_holds_formulas_as_text(text: Path, tmp_path: Path) -> None:
    [content] = exported("xlsx", tables([planparse.extract(text)]), "en", tmp_path).values()
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row]

    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert b"<f>" not in b"".join(sheet_parts(content))


def sheet_parts(workbook: bytes) -> list[bytes]:
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(io.BytesIO(workbook)) as parts:
        return [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]


def test_a_sheet_cuts_what_it_cannot_hold_and_says_so(tmp_path: Path) -> None:
    long = Table("plans", {"text": str}, [("字" * 40_000,)])
    [content] = exported("xlsx", [long], "en", tmp_path).values()
    [[value]] = openpyxl.load_workbook(io.BytesIO(content))["Plans"].iter_rows(min_row=2, values_only=True)
    assert (len(value), value[-2:]) == (32_767, "字…")

    with pytest.raises(OutputError, match="do not fit into a sheet; choose --format csv"):
        exported("xlsx", [Table("plans", {"text": str}, [("",)] * 1_048_576)], "en", tmp_path)


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet"])  # DuckDB promises no bytes
def test_the_same_plans_give_the_same_bytes(both: list[Plan], name: str, tmp_path: Path) -> None:
    assert exported(name, tables(both), "zh", tmp_path) == exported(name, tables(both), "zh", tmp_path)


def test_every_heading_has_both_languages() -> None:
    for name, columns in TABLES.items():
        for word in (name, *columns):
            assert not heading(word, "zh").isascii()
            assert heading(word, "en").isascii()


def test_a_plan_counts_once_and_a_bad_one_stops_nobody(text: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(text.read_bytes())

    result = run(text, tmp_path / "none.txt", copy, "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert [line.partition(": ")[2].partition(": ")[2][:12] for line in result.stderr.splitlines()] == [
        "there is no ",
        "is the same ",
    ]
    assert len(read_csv((tmp_path / "out" / "plans.csv").read_bytes())) == 1


OUT_OF_BOUNDS = [
    *product(["targets[0].value"], [str(2**63), str(-(2**63)), "1e300", "1e999", "Infinity", "NaN"]),
    *product(["deadlines[0].months"], [str(2**63), "Infinity"]),
    *product(["targets[0].value_max", "sections[0].level", "source.page_count", "source.char_count"], [str(2**63)]),
    ("targets[0].span.end", str(2**63)),
]


def test_a_number_that_no_table_holds_leaves_its_plan_out(tmp_path: Path) -> None:
    good, bad = (
        json.loads(planparse.parse(words, "x.txt").model_dump_json()) for words in (WORDS, WORDS.replace("甲", "乙"))
    )
    paths = [tmp_path / f"{number}.json" for number, _ in enumerate(OUT_OF_BOUNDS)]
    for file, (path, number) in zip(paths, OUT_OF_BOUNDS, strict=True):
        values = copy.deepcopy(bad)
        *parents, field = re.findall(r"\w+", path)
        record = reduce(lambda value, name: value[int(name) if name.isdigit() else name], parents, values)
        record[field] = "the number"
        file.write_text(json.dumps(values).replace('"the number"', number), "utf-8")
    (tmp_path / "good.json").write_text(json.dumps(good), "utf-8")
    forms = [option for name in EXPORTERS for option in ("--format", name)]

    result = run(*paths, tmp_path / "good.json", "-o", tmp_path / "out", *forms)

    assert result.exit_code == 1
    for line, file, (path, _) in zip(result.stderr.splitlines(), paths, OUT_OF_BOUNDS, strict=True):
        assert re.match(f"{re.escape(str(file))}: (?:{re.escape(path.removesuffix('.end'))}|is not JSON): ", line)
    assert [row["plan_id"] for row in read_csv((tmp_path / "out" / "plans.csv").read_bytes())] == [good["id"]]
    assert parquet.read_table(tmp_path / "out" / "plans.parquet")["plan_id"].to_pylist() == [good["id"]]
    workbook = openpyxl.load_workbook(tmp_path / "out" / "plans.xlsx", read_only=True)
    heads, *rows = workbook["Plans"].iter_rows(values_only=True)
    assert [row[heads.index("Plan id")] for row in rows] == [good["id"]]
    assert (tmp_path / "out" / "plans.duckdb").exists()


@pytest.mark.parametrize(
    ("name", "module"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow"), ("duckdb", "pyarrow"), ("duckdb", "duckdb")]
)
def test_a_library_that_is_not_there_is_named(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)

    result = run(text, "-o", tmp_path / "out", "--format", name, "--format", "csv")

    assert result.exit_code == 1
    assert f"python -m pip install {FORMATS[name].packages}," in result.stderr
    assert module in FORMATS[name].packages.lower()
    assert (tmp_path / "out" / "targets.csv").exists()


@pytest.mark.parametrize(("locale", "sheet"), [("zh_CN.UTF-8", "目标"), ("en_US.UTF-8", "Targets"), ("C", "Targets")])
def test_the_locale_chooses_the_language(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, sheet: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)

    assert run(text, "-o", tmp_path, "--format", "xlsx").exit_code == 0
    assert sheet in openpyxl.load_workbook(tmp_path / "plans.xlsx").sheetnames
