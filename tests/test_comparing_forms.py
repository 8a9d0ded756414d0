"""Compared plans as people and programs get them: every form, both languages, and nothing that a plan could smuggle in."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from markdown_it import MarkdownIt
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len
from typer.testing import CliRunner, Result

import planparse
from planparse import Plan, pages
from planparse.citing import Input
from planparse.cli import app
from planparse.cli.forms import forms_of
from planparse.cli.side_by_side import SideBySide
from planparse.cli.views import rendered
from planparse.comparing.plan_names import plan_names
from planparse.comparing.results import (
    IndicatorRow,
    IndicatorTarget,
    LeadBody,
    Leads,
    MeasurePair,
    PlanDiff,
    PlanMatrix,
    PlanSummary,
    TargetPair,
    ThemeMeasure,
    ThemeRow,
)
from planparse.exporting.as_csv import csv_of
from planparse.exporting.as_markdown import as_markdown
from planparse.exporting.as_xlsx import workbook
from planparse.exporting.of_diff import DIFF_TABLES, diff_tables
from planparse.exporting.of_matrix import MATRIX_TABLES, matrix_tables
from planparse.exporting.people import chosen, view
from planparse.exporting.tables import Table
from planparse.labels import VALUES, Language, heading, worded

pytestmark = pytest.mark.slow  # whole plans are read and compared

WORDS = """济宁市医疗服务实施方案
一、主要目标
到2025年，县域内住院率达到90%以上，基层门急诊人次占比达到65%以上，家庭医生签约率达到75%。
二、主要任务
（一）建设区域医疗中心。建成区域医疗中心3家。（牵头单位：市卫生健康委，配合单位：市财政局）
（二）完善投入机制。落实投入责任。（牵头单位：市财政局）
"""
OTHER = (
    WORDS.replace("济宁市", "亳州市").replace("90%", "85%").replace("2025", "2026").replace("完善投入机制", "健全管理制度")
)
NASTY = "=cmd|' /C calc'!A1 <b>&amp;</b> [a](http://x.cn) `c` **d** \\ \x1b[31m"


@pytest.fixture
def left() -> Plan:
    return planparse.parse(WORDS, "left.txt")


@pytest.fixture
def right() -> Plan:
    return planparse.parse(OTHER, "right.txt")


def changed(plan: Plan, at: int, **fields: Any) -> Plan:
    """The plan with other fields in one target."""
    targets = list(plan.targets)
    targets[at] = targets[at].model_copy(update=fields)
    return plan.model_copy(update={"targets": tuple(targets)})


def lead(name: str) -> LeadBody:
    return LeadBody(name=name, canonical=f"济宁市{name}", body="health_commission")


def diff_of(left: Plan, right: Plan) -> PlanDiff:
    """A stricter target, one that cannot be compared, an equal one; a pair of measures, an equal one; and one target alone."""
    pairs: Sequence[dict[str, Any]] = (
        {"verdict": "left_stricter", "sooner": "left", "why": "左方要求更高"},
        {"verdict": "not_comparable", "obstacle": "unit", "firmer": "right", "relation": "comparable"},
        {"verdict": "equal"},
    )
    nothing = {"relation": "same", "confidence": "sure", "obstacle": None, "sooner": None, "firmer": None, "why": "相同"}
    own, other = left.measures[:2]
    (same, other_same) = right.measures[:2]
    return PlanDiff(
        inputs=(Input.of(left), Input.of(right)),
        settings={},
        left=PlanSummary.of(left),
        right=PlanSummary.of(right),
        measures=(
            MeasurePair(
                left=(own.path, other.path),
                right=(same.path,),
                left_ids=(own.id, other.id),
                right_ids=(same.id,),
                confidence="sure",
                similarity=0.5,
                clauses=(),
                why="都写到医疗中心",
                leads=Leads(left=(lead("市卫生健康委"),), right=(lead("市财政局"),), same_body=False),
            ),
            MeasurePair(
                left=(own.path,),
                right=(same.path,),
                left_ids=(own.id,),
                right_ids=(same.id,),
                confidence="sure",
                similarity=1,
                clauses=(),
                why="相同",
                leads=Leads(left=(lead("市医保局"),), right=(lead("市医保局"),), same_body=True),
            ),
        ),
        guesses=(),
        measures_left_only=(),
        measures_right_only=(other_same.path,),
        measures_left_only_ids=(),
        measures_right_only_ids=(other_same.id,),
        targets=tuple(
            TargetPair(left=a, right=b, **{**nothing, **pair})
            for a, b, pair in zip(left.targets, right.targets, pairs, strict=False)
        ),
        targets_left_only=(left.targets[3],),
        targets_right_only=(),
    )


def matrix_of(*plans: Plan) -> PlanMatrix:
    """An indicator that all plans share, twice in the first; one that the last has alone; a theme that all share."""
    every = [IndicatorTarget(plan=at, target=plan.targets[0]) for at, plan in enumerate(plans)]
    every.insert(1, IndicatorTarget(plan=0, target=plans[0].targets[1]))
    last = len(plans) - 1
    return PlanMatrix(
        inputs=tuple(map(Input.of, plans)),
        settings={},
        plans=tuple(map(PlanSummary.of, plans)),
        indicators=(
            IndicatorRow(indicator="县域内住院率", targets=tuple(every)),
            IndicatorRow(indicator="区域医疗中心", targets=(IndicatorTarget(plan=last, target=plans[last].targets[3]),)),
        ),
        themes=(
            ThemeRow(
                theme="建设区域医疗中心",
                measures=tuple(
                    ThemeMeasure(
                        plan=at,
                        measure_id=plan.measures[0].id,
                        path="二、/（一）",
                        title="建设中心",
                        leads=(lead("市卫生健康委"), lead("市医保局")),
                    )
                    for at, plan in enumerate(plans)
                ),
            ),
        ),
    )


def named(tables: Sequence[Table], name: str) -> Table:
    return next(table for table in tables if table.name == name)


def sheet_of(content: bytes, name: str) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(content))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def followed(sheet: Worksheet, cell: Cell) -> Any:
    """What stands where the link of a cell leads."""
    assert cell.hyperlink
    name, _, place = str(cell.hyperlink.location).partition("!")
    assert sheet.parent
    return sheet.parent[name.strip("'")][place].value


def on_terminal(tables: Sequence[Table], language: Language = "en", *, everything: bool = False, width: int = 80) -> str:
    return rendered(SideBySide(tables, language, everything), width)


# tables


def test_the_tables_of_a_diff_hold_all_of_it(left: Plan, right: Plan) -> None:
    diff = diff_of(left, right)
    tables = diff_tables(diff, left, right, "zh")

    assert {table.name: dict(table.columns) for table in tables} == DIFF_TABLES
    first = dict(zip(DIFF_TABLES["targets"], named(tables, "targets").rows[0], strict=True))
    assert (first["left_value"], first["right_value"]) == ("≥90%", "≥85%")
    assert (first["left_due"], first["sooner"], first["obstacle"]) == (date(2025, 12, 31), "left", None)
    measures = dict(zip(DIFF_TABLES["measures"], named(tables, "measures").rows[0], strict=True))
    assert measures["left_title"] == "建设区域医疗中心\n完善投入机制"
    assert [row[:4] for row in named(tables, "one_sided").rows] == [
        ("left", "target", "二、/（一）", "区域医疗中心"),
        ("right", "measure", "二、/（二）", "健全管理制度"),
    ]


def test_the_tables_of_a_matrix_have_a_column_a_plan(left: Plan, right: Plan) -> None:
    tables = matrix_tables(matrix_of(left, right), "zh")

    assert tuple(table.name for table in tables) == MATRIX_TABLES
    indicators = named(tables, "indicators")
    assert [*indicators.columns] == ["indicator", "confidence", "plan_count", "济宁市", "亳州市"]
    assert indicators.rows[0] == ("县域内住院率", "sure", 2, "≥90%（2025-12-31）\n≥65%（2025-12-31）", "≥85%（2026-12-31）")
    assert indicators.rows[1] == ("区域医疗中心", "sure", 1, None, indicators.rows[1][4])
    assert named(tables, "leads").rows == [("建设区域医疗中心", "sure", 2, *["市卫生健康委、市医保局"] * 2)]


def summary(place: str | None = None, title: str | None = None, name: str | None = None, **more: Any) -> PlanSummary:
    region = planparse.model.Region(city=place)
    return PlanSummary(**{"status": "final", "issued_on": None, **more}, region=region, title=title, name=name)


@pytest.mark.parametrize(
    ("plans", "names"),
    [
        ([summary("甲市", "方案", "a"), summary("乙市", "方案", "b")], ["甲市", "乙市"]),
        ([summary("甲市", "方案"), summary("甲市", "计划"), summary("乙市")], ["甲市 方案", "甲市 计划", "乙市"]),
        ([summary("甲市", "方案", status="draft"), summary("甲市", "方案")], ["甲市 draft", "甲市 final"]),
        ([summary("甲市", "方案", "a"), summary("甲市", "方案", "b")], ["甲市 a", "甲市 b"]),
        ([summary(name="a.txt"), summary(title="方案"), summary()], ["a.txt", "方案", "?"]),
        ([summary("甲市"), summary("甲市"), summary("甲市 (2)")], ["甲市", "甲市 (2)", "甲市 (2) (2)"]),
        ([summary(name="indicator")], ["indicator (2)"]),
    ],
)
def test_every_plan_has_a_name_that_no_other_has(plans: list[PlanSummary], names: list[str]) -> None:
    assert plan_names(plans, "en", taken=("indicator",)) == names


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pairs_that_are_not_sure_are_counted_and_listed_on_demand(left: Plan, right: Plan, language: Language) -> None:
    found = diff_of(left, right)
    pair = found.measures[0].model_copy(update={"why": "未必"})
    unsure = found.model_copy(
        update={
            "measures": (*found.measures, pair.model_copy(update={"confidence": "likely"})),
            "guesses": (pair.model_copy(update={"confidence": "guess"}),) * 2,
        }
    )
    measures = next(table for table in diff_tables(unsure, left, right, language) if table.name == "measures")

    some, every = (view(measures, language, everything=everything) for everything in (False, True))

    assert [len(shown.rows) for shown in (some, every)] == [1, 5]
    notes = (
        ("较有把握的对子未列出：1", "仅供参考的对子未列出：2")
        if language == "zh"
        else ("likely pairs not shown: 1", "guesses not shown: 2")
    )
    for told in notes:
        assert any(told in line for line in some.notes)
    assert not every.notes


def test_measures_that_are_not_sure_to_be_on_a_theme_are_folded_and_counted(left: Plan, right: Plan) -> None:
    found = matrix_of(left, right, left)
    theme = found.themes[0]
    unsure = theme.model_copy(
        update={"measures": (*theme.measures[:2], theme.measures[2].model_copy(update={"confidence": "likely"}))}
    )
    matrix = found.model_copy(update={"themes": (unsure,)})
    themes = named(matrix_tables(matrix, "en"), "themes")

    some, every = (view(themes, "en", everything=everything) for everything in (False, True))

    assert themes.rows == [
        ("建设区域医疗中心", "sure", 2, "二、/（一） 建设中心", "二、/（一） 建设中心", None),
        ("建设区域医疗中心", "likely", 1, None, None, "二、/（一） 建设中心"),
    ]
    assert [len(shown.rows) for shown in (some, every)] == [1, 2]
    assert some.notes == ["rows of what is only likely not shown: 1; --all shows them"]
    assert pages.matrix_page(matrix, [left, right, left], "en").count('<details class="likely">') == 1


def test_every_heading_and_value_has_both_languages(left: Plan, right: Plan) -> None:
    tables = [*diff_tables(diff_of(left, right), left, right, "zh"), *matrix_tables(matrix_of(left, right), "zh")]
    for table in tables:
        for word in (table.name, *(column for column in table.columns if column not in table.named)):
            assert not heading(word, "zh").isascii()
            assert heading(word, "en").isascii()
    for field, words in VALUES.items():
        for value in words:
            if field not in {"comparator", "direction", "distance_unit"}:  # signs
                assert not worded(field, value, "zh").isascii()
                assert worded(field, value, "en").isascii()


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (TargetPair, ("relation", "verdict", "obstacle", "sooner", "firmer")),
        (planparse.model.Target, ("kind", "comparator", "direction", "strength")),
        (planparse.model.Deadline, ("kind", "precision")),
        (planparse.model.Section, ("kind",)),
        (planparse.model.Measure, ("kind",)),
        (planparse.model.ResponsibleUnit, ("role", "level")),
        (planparse.model.Metadata, ("status",)),
    ],
)
def test_every_value_that_the_model_allows_has_words(record: type[planparse.model.Record], fields: tuple[str, ...]) -> None:
    for field in fields:
        choices = [option for part in _options(record.model_json_schema()["properties"][field]) for option in part]
        assert set(choices) <= VALUES[field].keys()
        assert choices


def _options(schema: dict[str, Any]) -> list[list[str]]:
    return [part["enum"] for part in (schema, *schema.get("anyOf", ())) if "enum" in part]


# forms for people


@pytest.mark.parametrize(("language", "verdict"), [("zh", "左方更严"), ("en", "left is stricter")])
def test_people_see_verdicts_in_words_and_not_what_is_equal(
    left: Plan, right: Plan, language: Language, verdict: str
) -> None:
    tables = diff_tables(diff_of(left, right), left, right, language)

    for text in (on_terminal(tables, language, width=120), as_markdown(tables, language, everything=False)):
        assert verdict in text
        assert worded("firmer", "right", language) in text
        assert "家庭医生签约率" not in text
        assert {"zh": "未列出：1", "en": "equal pairs not shown: 1; --all"}[language] in text
    for text in (
        on_terminal(tables, language, everything=True, width=120),
        as_markdown(tables, language, everything=True),
    ):
        assert "家庭医生签约率" in text
        assert "--all" not in text


@pytest.mark.parametrize("width", [80, 120])
def test_the_terminal_folds_and_drops_nothing(left: Plan, right: Plan, width: int) -> None:
    long = "非常" * 60
    tables = diff_tables(diff_of(changed(left, 0, indicator=long), right), left, right, "en")

    text = on_terminal(tables, width=width)

    assert max(map(cell_len, text.splitlines())) <= width
    assert text.count("非") == 60


def test_the_terminal_says_which_plans_it_left_out(left: Plan) -> None:
    plans = [left] * 7
    tables = chosen(matrix_tables(matrix_of(*plans), "en"), (), for_people=True)

    some, every = (on_terminal(tables, everything=everything) for everything in (False, True))

    assert [table.name for table in tables] == ["indicators", "themes", "leads"]
    assert "3 of 7 plans shown" in some
    assert "rows of one plan only not shown: 1; --all shows them" in some
    assert all(f"({number})" in every for number in range(2, 8))
    assert "--all" not in every
    assert max(map(cell_len, (some + every).splitlines())) <= 80


def test_the_plans_with_most_to_say_are_shown_first(left: Plan, right: Plan) -> None:
    matrix = matrix_of(left, left, left, left, right)
    row = matrix.indicators[0]
    matrix = matrix.model_copy(
        update={"indicators": (row.model_copy(update={"targets": (row.targets[0], row.targets[-1])}),)}
    )

    text = on_terminal([named(matrix_tables(matrix, "en"), "indicators")])

    assert "亳州市" in text.splitlines()[2]


def test_where_there_is_nothing_it_is_said(left: Plan) -> None:
    nothing = diff_of(left, left).model_copy(update={"targets": ()})
    table = named(diff_tables(nothing, left, left, "en"), "targets")

    assert on_terminal([table]).split() == ["Targets", "none"]
    assert as_markdown([table], "en", everything=False) == "## Targets\n\nnone\n"


def test_nothing_breaks_out_of_its_cell(left: Plan, right: Plan) -> None:
    nasty = changed(left, 0, indicator=f"{NASTY}\n| x | y |", path="a|b")
    tables = diff_tables(diff_of(nasty, right), nasty, right, "en")

    text = as_markdown([named(tables, "targets")], "en", everything=True)

    heading_line, rule, *rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == len(diff_of(nasty, right).targets)
    for line in (heading_line, rule, *rows):
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 5
    assert "\x1b" not in text
    assert set(re.findall(r"<[^>]*>", text)) == {"<br>"}
    for mark in "[]`*":
        assert not re.search(rf"(?<!\\){re.escape(mark)}", text)
    assert "\\\\ " in text
    assert "\x1b" not in on_terminal(tables)


def test_markdown_reads_back_as_what_the_plan_says(left: Plan, right: Plan) -> None:
    words = r"a|b \| c \ <b>&amp;&lt;</b> ![x](http://x.cn) `c` **d** _e_ ~~f~~ $g$ :smile: <http://y.cn> 1:0.55"
    plan = changed(left, 0, indicator=words)
    text = as_markdown([named(diff_tables(diff_of(plan, right), plan, right, "en"), "targets")], "en", everything=False)

    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text)
    cells = [tokens[at + 1].children or [] for at, token in enumerate(tokens) if token.type == "td_open"]

    assert "".join(token.content for token in cells[1]).split("<br>")[0] == words
    assert {token.type for cell in cells for token in cell} == {"text", "html_inline"}
    assert {token.content for cell in cells for token in cell if token.type == "html_inline"} == {"<br>"}


# forms for programs


def test_csv_keeps_the_names_of_the_contract_and_runs_nothing(left: Plan, right: Plan) -> None:
    nasty = changed(left, 0, indicator=NASTY)
    content = csv_of(diff_tables(diff_of(nasty, right), nasty, right, "zh")[0])
    rows = [*csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline=""))]

    assert content.startswith("\ufeff")
    assert [row["verdict"] for row in rows] == ["left_stricter", "not_comparable", "equal"]
    assert rows[0]["left_indicator"] == "'" + NASTY.replace("\x1b", "\\x1b")
    assert (rows[0]["left_due"], rows[0]["left_quote"]) == ("2025-12-31", left.targets[0].quote)


def test_csv_has_no_heading_that_a_spreadsheet_would_run(left: Plan, right: Plan) -> None:
    matrix = matrix_of(left, right)
    odd = matrix.plans[0].model_copy(update={"region": planparse.model.Region(city="=1+1")})
    content = csv_of(matrix_tables(matrix.model_copy(update={"plans": (odd, matrix.plans[1])}), "en")[0])

    assert content.splitlines()[0] == "\ufeffindicator,confidence,plan_count,'=1+1,亳州市"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_values_of_a_diff_lead_to_their_words(left: Plan, right: Plan, language: Language) -> None:
    diff = diff_of(left, right)
    content = workbook(diff_tables(diff, left, right, language), language)
    sheet = sheet_of(content, heading("targets", language))

    at = {cell.value: number for number, cell in enumerate(sheet[1])}
    assert sheet.freeze_panes == "A2"
    for row, pair in zip(sheet.iter_rows(min_row=2), diff.targets, strict=True):
        verdict = row[at[heading("verdict", language)]]
        assert verdict.value == worded("verdict", pair.verdict, language)
        assert verdict.fill.fill_type == "solid"
        for side in ("left", "right"):
            assert followed(sheet, row[at[heading(f"{side}_value", language)]]) == getattr(pair, side).quote  # type: ignore[arg-type]
    alone = sheet_of(content, heading("one_sided", language))
    assert followed(alone, alone["G2"]) == left.targets[3].quote


def test_a_value_of_a_matrix_leads_to_its_row_among_all_targets(left: Plan, right: Plan) -> None:
    matrix = matrix_of(left, right)
    tables = matrix_tables(matrix, "zh")
    sheet = sheet_of(workbook(tables, "zh"), "指标对照")

    assert [cell.value for cell in sheet[1]] == ["指标", "把握", "规划数", "济宁市", "亳州市"]
    assert sheet.freeze_panes == "D2"
    assert followed(sheet, sheet["D2"]) == left.targets[0].quote
    assert followed(sheet, sheet["E2"]) == right.targets[0].quote
    assert sheet["D3"].hyperlink is None
    assert followed(sheet, sheet["E3"]) == right.targets[3].quote
    alone = sheet_of(workbook(chosen(tables, ["indicators"], for_people=False), "zh"), "指标对照")
    assert alone["D2"].hyperlink is None


def test_a_workbook_holds_formulas_as_text(left: Plan, right: Plan) -> None:
    matrix = matrix_of(changed(left, 0, quote=NASTY.replace("\x1b", "")), right)
    odd = matrix.plans[0].model_copy(update={"region": planparse.model.Region(city="=1+1")})
    content = workbook(matrix_tables(matrix.model_copy(update={"plans": (odd, matrix.plans[1])}), "en"), "en")

    assert sheet_of(content, "Indicators")["D1"].value == "=1+1"
    with ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "worksheets" in name)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_plans_give_the_same_bytes(left: Plan, right: Plan, language: Language) -> None:
    once, twice = (workbook(matrix_tables(matrix_of(left, right), language), language) for _ in range(2))

    assert once == twice


# the commands


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two plans as texts, and the second extracted."""
    paths = [tmp_path / "甲.txt", tmp_path / "乙.txt"]
    for path, words in zip(paths, (WORDS, OTHER), strict=True):
        path.write_text(words, "utf-8")
    (tmp_path / "乙.json").write_text(planparse.extract(paths[1]).model_dump_json(), "utf-8")
    return [*paths, tmp_path / "乙.json"]


def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(app(), [str(argument) for argument in arguments], input=stdin)


@pytest.mark.parametrize("name", forms_of("diff"))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_diff_writes_every_format(files: list[Path], tmp_path: Path, name: str, lang: str) -> None:
    result = run("diff", *files[:2], "--format", name, "--lang", lang, "-o", tmp_path / "out")

    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "out").stat().st_size


@pytest.mark.parametrize("ending", ["md", "json", "csv", "xlsx", "html", "HTML", "txt"])
def test_the_ending_of_the_file_says_how_to_write(files: list[Path], tmp_path: Path, ending: str) -> None:
    form = {"md": "markdown", "HTML": "html", "txt": "table"}.get(ending, ending)

    for name, arguments in ((f"by_ending.{ending}", ()), ("by_option", ("--format", form))):
        assert run("diff", *files[:2], "-o", tmp_path / name, *arguments).exit_code == 0

    assert (tmp_path / f"by_ending.{ending}").read_bytes() == (tmp_path / "by_option").read_bytes()


@pytest.mark.parametrize("name", forms_of("compare"))
def test_compare_writes_every_format(files: list[Path], tmp_path: Path, name: str) -> None:
    result = run("compare", *files[:2], "--format", name, "-o", tmp_path / "out")

    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "out").stat().st_size


def test_json_is_the_record(files: list[Path]) -> None:
    diff = PlanDiff.model_validate_json(run("diff", *files[:2], "--format", "json").stdout)
    matrix = PlanMatrix.model_validate_json(run("compare", *files[:2], "--format", "json").stdout)

    assert (diff.left.place, diff.right.place) == ("济宁市", "亳州市")
    assert [plan.name for plan in matrix.plans] == ["甲.txt", "乙.txt"]


def test_texts_extracted_files_and_standard_input_are_alike(files: list[Path]) -> None:
    text, extracted = (run("diff", files[0], other, "--format", "csv").stdout for other in files[1:])
    piped = run("diff", files[0], "-", "--format", "csv", stdin=OTHER.encode()).stdout

    assert text == extracted == piped


@pytest.mark.parametrize(
    ("name", "head"), [("diff", "relation,confidence,verdict"), ("compare", "indicator,confidence,plan_count")]
)
def test_csv_is_the_first_table_or_the_part_that_is_named(files: list[Path], name: str, head: str) -> None:
    assert run(name, *files[:2], "--format", "csv").stdout.startswith(f"\ufeff{head}")
    assert "issued_on" in run(name, *files[:2], "--format", "csv", "--part", "plans").stdout.splitlines()[0]


def test_parts_choose_tables(files: list[Path], tmp_path: Path) -> None:
    result = run("diff", *files[:2], "--format", "markdown", "--part", "one_sided", "--part", "plans", "--lang", "en")
    assert re.findall("^## (.*)", result.stdout, re.MULTILINE) == ["One sided", "Plans"]

    run("compare", *files[:2], "--format", "xlsx", "-o", tmp_path / "x.xlsx", "--part", "themes", "--lang", "zh")
    assert openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames == ["主题对照"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["diff", "a"], "B is missing"),
        (["diff", "-", "-"], "standard input (-) can be read only once"),
        (["diff", "a", "b", "--format", "xml"], "xml is not one of table, markdown, json, csv, xlsx, html"),
        (["diff", "a", "b", "--part", "themes"], "themes is not one of targets, measures, one_sided, plans"),
        (["diff", "a", "b", "--format", "xlsx"], "xlsx is not a text format: name a file with -o FILE"),
        (["diff", "a", "b", "--format", "json", "--part", "plans"], "json has no parts: leave out --part"),
        (
            ["diff", "a", "b", "--format", "csv", "--part", "plans", "--part", "targets"],
            "csv holds one table: use --part once",
        ),
        (["compare"], "PLAN is missing"),
        (["compare", "a"], "one plan cannot be compared: name two or more"),
        (["compare", "-", "-"], "standard input (-) can be read only once"),
        (["compare", "a", "b", "--format", "html", "--part", "plans"], "html has no parts: leave out --part"),
        (["schema", "gold"], "gold is not one of plan, diff, matrix"),
    ],
)
def test_wrong_usage_is_explained_and_ends_with_two(arguments: list[str], line: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert line in result.output


def test_diff_tells_of_both_plans_that_cannot_be_read(planparse: Any, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", "utf-8")

    result = planparse("diff", "missing.txt", "broken.json", "-o", "out")

    assert (result.returncode, result.stdout) == (1, "")
    assert [line.partition(".")[0] for line in result.stderr.splitlines()] == ["planparse: missing", "broken"]
    assert not (tmp_path / "out").exists()


def test_compare_goes_on_without_a_plan_that_cannot_be_read(files: list[Path], tmp_path: Path) -> None:
    result = run("compare", files[0], tmp_path / "none.txt", files[1], "--format", "json")

    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["plans"]) == 2
    assert [*result.stderr.splitlines()] == [f"planparse: {tmp_path / 'none.txt'}: there is no such file; check the path"]


def test_compare_needs_two_plans_that_can_be_read(files: list[Path]) -> None:
    result = run("compare", files[1], files[2])

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"planparse: {files[2]}: is the same plan as {files[1]}; left out",
        "planparse: fewer than two plans remain to compare; nothing was written",
    ]


def test_an_output_that_cannot_be_written_has_a_line(planparse: Any, files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("diff", "compare"):
        result = planparse(name, *files[:2], "-o", "folder")

        assert (result.returncode, result.stdout) == (1, "")
        assert result.stderr == "planparse: folder: is a folder; move it away or choose another place with -o\n"


def test_a_library_that_is_not_there_is_named(files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    result = run("diff", *files[:2], "--format", "xlsx", "-o", tmp_path / "out.xlsx")

    assert result.exit_code == 1
    assert "python -m pip install XlsxWriter" in result.stderr


@pytest.mark.parametrize("name", ["diff", "compare"])
def test_a_file_has_no_colours_even_if_a_terminal_is_there(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("rich.console.Console.is_terminal", property(lambda console: console._file is None))

    assert "\x1b[" in run(name, *files[:2]).stdout
    assert run(name, *files[:2], "-o", tmp_path / "out").exit_code == 0
    assert "\x1b[" not in (tmp_path / "out").read_text("utf-8")


def test_people_are_not_told_that_a_larger_count_is_stricter_until_it_is_put_per_head(tmp_path: Path) -> None:
    plans = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for path, words in zip(plans, (WORDS, OTHER.replace("中心3家", "中心5家")), strict=True):
        path.write_text(words, "utf-8")
    people = tmp_path / "people.yaml"
    people.write_text(
        "- {region: 济宁市, population: 1000000, source: 某某公报, year: 2020}\n"
        "- {region: 亳州市, population: 2000000, source: 某某公报, year: 2020}\n",
        "utf-8",
    )

    def told(form: str, *options: str | Path) -> str:
        asked = ("diff", *plans, "--format", form, "--part", "targets", "--lang", "zh", *options)
        result = CliRunner().invoke(app(), [str(argument) for argument in asked])
        assert result.exit_code == 0
        return next(line for line in result.stdout.splitlines() if "区域医疗中心" in line)

    assert "数量不同" in told("markdown", "--all")
    assert "更严" not in told("markdown", "--all")
    assert "right_stricter,unweighed" in told("csv")
    assert "左方更严" in told("markdown", "--all", "--population", people)
    assert "left_stricter,left_stricter" in told("csv", "--population", people)


@pytest.mark.parametrize("name", ["diff", "compare"])
def test_cite_says_release_rules_settings_and_inputs(files: list[Path], tmp_path: Path, name: str) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("health: {centres: {names: 区域医疗中心, unit: 家, direction: higher, source: 某规划}}\n", "utf-8")

    told = run(name, *files[:2], "--indicators", own, "--cite", "--lang", "en").stdout
    said = json.loads(run(name, *files[:2], "--indicators", own, "--format", "json").stdout)

    digest = sha256(own.read_bytes()).hexdigest()
    assert f"Version {planparse.__version__}. Command: {name}. Rules {said['producer']['rules']}." in told
    assert f"Settings: indicators=own.yaml sha256:{digest}." in told
    assert said["settings"] == {"indicators": f"own.yaml sha256:{digest}"}
    for path, read in zip(files, said["inputs"], strict=False):
        assert read["sha256"] == planparse.extract(path).source.sha256
        assert f"{read['sha256']}  {read['name']}" in told
