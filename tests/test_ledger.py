"""The ledger of tasks: no task lost, each body its own, print set-up, a calendar that stays the same."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import docx
import icalendar
import openpyxl
import pytest
from typer.testing import CliRunner, Result

import planparse
from planparse import Plan
from planparse.cli import app
from planparse.exporting.ledger import LEDGERS, Asked, Period, share_of
from planparse.exporting.ledger.as_ics import as_ics
from planparse.exporting.ledger.as_xlsx import as_xlsx
from planparse.exporting.ledger.sheets import LEDGER_TABLES, indicator_words, sheets
from planparse.text import STEERING
from yaml_files import read_yaml

pytestmark = pytest.mark.slow  # documents are made

ROOT = Path(__file__).parent.parent
NAMES = ("jining", "bozhou")
EXTRACTED = [ROOT / "output" / f"{name}.json" for name in NAMES]
HEADINGS = ["序号", "任务", "目标值", "牵头单位", "配合单位", "完成时限", "原文出处"]

Row = dict[str, Any]


def run(*arguments: object, **env: str) -> Result:
    return CliRunner(env=env).invoke(app(), ["ledger", *map(str, arguments)])


@pytest.fixture(scope="module")
def both() -> list[Plan]:
    return [planparse.load(path) for path in EXTRACTED]


def rows(plans: list[Plan], asked: Asked | None = None, table: str = "ledger") -> list[Row]:
    """The rows of a table of the ledger, by column."""
    asked = asked or Asked()
    made = {made.name: made for made in sheets([share_of(plan, asked) for plan in plans], asked, "zh").tables}
    return [dict(zip(LEDGER_TABLES[table], row, strict=True)) for row in made[table].rows] if table in made else []


# All tasks


def test_no_measure_and_no_target_is_lost(both: list[Plan]) -> None:
    tasks, others = rows(both), rows(both, table="other_targets")

    assert [row["no"] for row in tasks] == [*range(1, 66)]
    assert [row["task"] for row in tasks] == [measure.title for plan in both for measure in plan.measures]
    lines = [line for row in tasks for line in row["target_values"].splitlines()]
    assert len(lines) + len(others) == sum(len(plan.targets) for plan in both)
    assert [row["indicator"] for row in others] == [
        indicator_words(target, "zh") for plan in both for target in plan.targets if target.measure_id is None
    ]


def test_a_row_says_who_leads_who_supports_by_when_and_where_it_stands() -> None:
    plan = planparse.parse(
        "甲市方案\n一、任务\n"
        "（一）建设中心。到2026年，建成区域医疗中心3家，到2027年建成5家。每年开展评估。（牵头单位：市卫生健康委；配合单位：市财政局、市民政局等）\n"
        "（二）加强宣传。广泛宣传。（责任单位：市司法局、市教育局）\n"
    )
    first, second = rows([plan])

    assert first["target_values"].splitlines() == [
        "区域医疗中心（建成） 3家（2026-12-31）",
        "区域医疗中心（建成） 5家（2027-12-31）",
    ]
    assert (first["lead_bodies"], first["supporting_bodies"]) == ("市卫生健康委", "市财政局、市民政局等")
    assert first["due_by"].splitlines() == ["2026-12-31", "2027-12-31", "每年"]
    assert first["stands_in"] == "一、/（一）"
    # Bodies that no clause tells apart stand with those that lead, and are called what they are.
    assert (second["lead_bodies"], second["supporting_bodies"]) == ("责任单位：市司法局、市教育局", "")


def test_the_page_is_said_where_the_plan_has_pages(values: dict[str, Any]) -> None:
    start = values["text"].index("1.建设")
    values["source"] |= {"page_count": 2, "page_starts": [0, start]}

    (row,) = rows([Plan.model_validate_json(json.dumps(values))])

    assert row["stands_in"] == "二、/1. 第 2 页"


def test_a_time_of_the_surroundings_is_told_from_one_that_is_said(values: dict[str, Any]) -> None:
    (target,) = (target for target in values["targets"] if target["measure_id"])
    assert target["due"] is None
    target["due_context"] = {"date": "2025-12-31", "from": "title", "span": {"start": 0, "end": 2}}
    plan = Plan.model_validate_json(json.dumps(values))

    assert rows([plan])[0]["due_by"] == "2025-12-31（据上文）"
    assert len(rows([plan], Asked(due=Period(2025, 12)))) == 1
    assert rows([plan], Asked(due=Period(2026))) == []


def test_each_row_says_its_plan_only_where_there_are_several(both: list[Plan]) -> None:
    assert rows(both[:1])[0]["stands_in"] == "二、/1."
    assert {row["stands_in"].partition("\n")[0] for row in rows(both)} == {
        "《济宁市关于进一步完善医疗卫生服务体系的实施方案》",
        "《关于进一步完善医疗卫生服务体系推进健康亳州建设的实施方案》",
    }


def test_the_place_stands_before_a_title_that_does_not_say_it(plan: Plan) -> None:
    named = plan.metadata.model_copy(update={"title": "医疗服务实施方案"})

    assert share_of(plan, Asked()).called == "《甲市医疗服务实施方案》"
    assert share_of(plan.model_copy(update={"metadata": named}), Asked()).called == "甲市《医疗服务实施方案》"


def test_a_plan_without_a_title_goes_by_that_of_its_notice_or_by_its_file(plan: Plan) -> None:
    for notice, called in (("甲市关于医疗服务的通知", "《甲市关于医疗服务的通知》"), (None, "甲市.txt")):
        untitled = plan.metadata.model_copy(update={"title": None, "notice_title": notice})

        assert share_of(plan.model_copy(update={"metadata": untitled}), Asked()).called == called


# One body, one period


def named_in_gold(name: str, body: str) -> list[str]:
    """The titles of the measures whose clause names the body, as a reader found them."""
    gold = read_yaml(ROOT / "tests" / "gold" / f"{name}.yaml")
    return [measure["title"] for measure in gold["measures"] if body in [unit["name"] for unit in measure["units"]]]


@pytest.mark.parametrize(
    ("body", "count"), [("市财政局", 34), ("市卫生健康委", None), ("市医保局", None), ("市科技局", None)]
)
def test_a_body_gets_exactly_the_measures_whose_clause_names_it(both: list[Plan], body: str, count: int | None) -> None:
    expected = [title for name in NAMES for title in named_in_gold(name, body)]

    found = [row["task"] for row in rows(both, Asked(body))]

    assert found == expected
    assert len(found) == (count or len(found)) > 0
    assert rows(both, Asked(body), "other_targets") == []


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        ("财政局", (11, 23)),
        ("济宁市财政局", (11, 0)),
        ("省财政厅", (0, 0)),
        ("财政部", (0, 0)),
        ("泗水县财政局", (0, 0)),
    ],
)
def test_a_body_is_known_by_its_full_name(both: list[Plan], body: str, counts: tuple[int, int]) -> None:
    assert tuple(len(share_of(plan, Asked(body)).tasks) for plan in both) == counts


def test_a_class_of_bodies_is_known_in_each_of_its_spellings(both: list[Plan]) -> None:
    one, other = (share_of(both[1], Asked(body)).tasks for body in ("各县、区人民政府", "各县区政府"))

    assert (
        [task.measure.title for task in one]
        == [task.measure.title for task in other]
        == named_in_gold("bozhou", "各县、区人民政府")
    )


def test_what_falls_due_in_a_period(both: list[Plan]) -> None:
    for period in (Period(2025), Period(2025, 12), Period(2035)):
        for row in rows(both, Asked(due=period)):
            assert any(line.startswith(str(period)) for line in row["due_by"].splitlines())
    assert len(rows(both, Asked(due=Period(2025)))) == len([row for row in rows(both) if "2025-" in row["due_by"]]) > 0
    assert rows(both, Asked(due=Period(2025, 11))) == []
    assert len(rows(both, Asked("市财政局", Period(2025)))) < len(rows(both, Asked("市财政局")))


# On paper


def test_the_workbook_prints_across_with_its_headings_on_each_page(both: list[Plan]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([share_of(plan, Asked()) for plan in both], Asked(), "zh")))
    sheet = book["任务分解台账"]

    assert [cell.value for cell in sheet[3]] == HEADINGS
    assert (sheet["A1"].value, sheet["A2"].value) == ("任务分解台账", "2 份规划")
    assert [row[0].value for row in sheet.iter_rows(min_row=4)] == [*range(1, 66)]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")  # 9 is A4
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$3:$3", "A4")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_area == "'任务分解台账'!$A$1:$G$68"
    # Room for each line: no program but Excel makes it by itself.
    tall = next(row for row in range(4, 69) if str(sheet.cell(row, 3).value).count("\n") >= 4)
    assert sheet.row_dimensions[tall].height >= 13 * (str(sheet.cell(tall, 3).value).count("\n") + 1)


def test_the_word_document_prints_across_with_its_headings_on_each_page(both: list[Plan]) -> None:
    content = LEDGERS["docx"]([share_of(plan, Asked()) for plan in both], Asked(), "zh")
    document = docx.Document(io.BytesIO(content))  # type: ignore[arg-type]
    section, (table, _) = document.sections[0], document.tables

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    lines = [[cell.text for cell in row.cells] for row in table.rows]
    assert lines[0] == HEADINGS
    assert [line[:2] for line in lines[1:]] == [[str(row["no"]), row["task"]] for row in rows(both)]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows[:2]] == [True, False]
    assert [field.get(docx.oxml.ns.qn("w:instr")) for field in section.footer._element.xpath(".//w:fldSimple")] == [
        "PAGE",
        "NUMPAGES",
    ]


def test_markdown_has_a_row_a_task(both: list[Plan]) -> None:
    result = run(*EXTRACTED)

    lines = [line for line in result.stdout.splitlines() if re.match(r"\| \d", line)]
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"| {' | '.join(HEADINGS)} |" in result.stdout
    assert len(lines) == 65 + len(rows(both, table="other_targets"))


# A calendar


def events(content: str | bytes) -> dict[str, Any]:
    """The events of a calendar, by their UIDs."""
    found = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert len({event["UID"] for event in found}) == len(found)
    return {str(event["UID"]): event for event in found}


def test_the_calendar_has_an_event_a_dated_deadline(both: list[Plan]) -> None:
    made = events(as_ics([share_of(plan, Asked()) for plan in both], Asked(), "zh"))

    dated = [(plan, deadline) for plan in both for deadline in plan.deadlines if deadline.end]
    assert [event["DTSTART"].dt for event in made.values()] == [deadline.end for _, deadline in dated]
    titles = [{measure.id: measure.title for measure in plan.measures} for plan in both]
    for event, (plan, deadline) in zip(made.values(), dated, strict=True):
        if deadline.measure_id:
            assert event["SUMMARY"] == titles[both.index(plan)][deadline.measure_id]
        assert deadline.text in event["DESCRIPTION"]
        assert (
            event["DTSTAMP"].dt == datetime(2024, 1, 14, tzinfo=UTC) if plan is both[1] else datetime(2000, 1, 1, tzinfo=UTC)
        )


def test_a_day_in_a_row_of_a_table_is_that_of_its_task() -> None:
    plan = planparse.parse(
        "甲市医疗服务实施方案\n一、主要任务\n（一）建设医疗中心。建成区域医疗中心3家。\n（二）加强人才培养。培养医师。\n附件：任务分工表\n"
        "序号\t任务\t牵头单位\t配合单位\t完成时限\n"
        "1\t建设医疗中心\t市卫生健康委\t市财政局\t2025年12月\n2\t加强人才培养\t市卫生健康委\t市教育局\t2026年6月\n"
    )

    assert [(row["task"], row["due_by"]) for row in rows([plan])] == [
        ("建设医疗中心", "2025-12-31"),
        ("加强人才培养", "2026-06-30"),
    ]
    made = events(as_ics([share_of(plan, Asked("市财政局"))], Asked("市财政局"), "zh"))
    assert [(event["SUMMARY"], event["DTSTART"].dt) for event in made.values()] == [("建设医疗中心", date(2025, 12, 31))]


def test_the_same_deadline_has_the_same_uid_whatever_is_asked_for(tmp_path: Path) -> None:
    outs = [tmp_path / f"{n}.ics" for n in range(2)]
    for out in outs:
        assert run(*EXTRACTED, "-o", out).exit_code == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()

    everything = events(outs[0].read_bytes())
    some = events(run(*reversed(EXTRACTED), "--format", "ics", "--body", "市财政局", "--due", "2025").stdout_bytes)
    assert {*some} < {*everything}
    for uid, event in some.items():
        assert event.to_ical() == everything[uid].to_ical()
        assert "市财政局" in event["DESCRIPTION"]


def test_an_edited_plan_with_two_deadlines_at_one_place_has_two_events(plan: Plan) -> None:
    (deadline,) = plan.deadlines
    twin = deadline.model_copy(update={"id": "due-2", "end": date(9999, 12, 31)})

    made = events(as_ics([share_of(plan.model_copy(update={"deadlines": (deadline, twin)}), Asked())], Asked(), "zh"))

    assert [event["DTSTART"].dt for event in made.values()] == [date(2025, 12, 31), date(9999, 12, 31)]


# What a plan says stays words


INJECTED = '=HYPERLINK("http://bad.example","x")\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:bad\r\n|&P\x1b[31m\u202e\u2028\uffff\ud800,;\\n'


@pytest.fixture
def evil(hostile: Plan) -> Plan:
    """The hostile plan, with formulas and lines of a calendar as well."""
    metadata = hostile.metadata.model_copy(update={"title": INJECTED})
    measures = tuple(measure.model_copy(update={"title": INJECTED, "path": INJECTED}) for measure in hostile.measures)
    targets = tuple(target.model_copy(update={"indicator": INJECTED, "outcome": INJECTED}) for target in hostile.targets)
    deadlines = tuple(deadline.model_copy(update={"text": INJECTED}) for deadline in hostile.deadlines)
    return hostile.model_copy(
        update={"metadata": metadata, "measures": measures, "targets": targets, "deadlines": deadlines}
    )


@pytest.mark.parametrize("form", LEDGERS)
def test_nothing_from_a_plan_steers_or_runs(evil: Plan, form: str) -> None:
    content = LEDGERS[form]([share_of(evil, Asked())], Asked(INJECTED), "zh")
    plain = LEDGERS[form]([share_of(evil, Asked())], Asked(), "zh")

    if form == "xlsx":
        assert isinstance(plain, bytes)
        with zipfile.ZipFile(io.BytesIO(plain)) as parts:
            assert not any(b"<f>" in parts.read(name) for name in parts.namelist())
        cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(plain)) for row in sheet.iter_rows() for cell in row]
        words = [str(cell.value) for cell in cells]
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    elif form == "docx":
        document = docx.Document(io.BytesIO(plain))  # type: ignore[arg-type]
        words = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        assert not document.part.package.main_document_part._element.xpath(".//w:hyperlink | .//w:instrText")
    elif form == "ics":
        made = events(plain)
        words = [str(value) for event in made.values() for value in event.values()]
        assert [*made] == [f"plan-0-{evil.deadlines[0].span.start}@planparse"]
        assert [*events(content)] == [*made]
    else:
        assert isinstance(plain, str)
        words = [plain]
        assert re.findall(r"(?<!\\)<(?!br>)|^=", plain, re.MULTILINE) == []
    assert any("HYPERLINK" in word for word in words)
    assert STEERING.findall("".join(words).replace("\r\n", "\n")) == []


@pytest.mark.parametrize("form", LEDGERS)
def test_the_same_plans_give_the_same_bytes(both: list[Plan], form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shares = [share_of(plan, Asked()) for plan in both]
    first = LEDGERS[form](shares, Asked(), "zh")
    monkeypatch.setattr("time.time", lambda: 2e9)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))

    assert LEDGERS[form](shares, Asked(), "zh") == first


@pytest.mark.parametrize(("form", "library"), [("xlsx", "xlsxwriter"), ("docx", "docx"), ("ics", "icalendar")])
def test_a_library_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    result = run(EXTRACTED[0], "-o", tmp_path / f"a.{form}")

    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert f"{form} needs " in result.stderr
    assert [*tmp_path.iterdir()] == []


# The command


@pytest.mark.parametrize("ending", ["md", "xlsx", "docx", "ics", "XLSX"])
def test_the_ending_of_the_file_says_how_to_write(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"台账.{ending}"
    result = run(*EXTRACTED, "-o", out)

    assert (result.exit_code, result.output) == (0, "")
    assert out.read_bytes().startswith({"md": b"2 \xe4", "ics": b"BEGIN:VCALENDAR\r\n"}.get(ending, b"PK"))


def test_folders_lines_and_texts_are_read_as_export_reads_them(tmp_path: Path, planparse: Callable[..., Any]) -> None:
    assert planparse("extract", ROOT / "seeds" / "jining.txt", "-o", "corpus").returncode == 0
    (tmp_path / "corpus" / "sub").mkdir()
    (tmp_path / "corpus" / "sub" / "bozhou.json").write_bytes(EXTRACTED[1].read_bytes())

    result = planparse("ledger", "corpus", ROOT / "seeds" / "jining.txt", "--body", "市财政局")

    assert result.returncode == 0
    assert "is the same plan as" in result.stderr  # the text of a plan that the folder holds
    assert "| 34 |" in result.stdout
    assert "| 35 |" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (["--body", "市财政"], 1, "no task names 市财政; did you mean 市财政局?"),
        (["--body", "外星事务局"], 1, "no task of 外星事务局 matches; check --body and --due"),
        (["--body", "市财政局", "--due", "1999"], 1, "no task of 市财政局 matches; check --body and --due"),
        (["--due", "2026"], 1, "no task is due in that period; nothing was written"),
        (["--due", "2025-13"], 2, "2025-13 should be a year or a month, like 2025 or 2025-06"),
        (["--due", "明年"], 2, "明年 should be a year or a month, like 2025 or 2025-06"),
    ],
)
def test_what_gives_nothing_has_one_line(tmp_path: Path, arguments: list[str], status: int, line: str) -> None:
    out = tmp_path / "out.xlsx"

    result = run(*EXTRACTED, "-o", out, *arguments)

    assert (result.exit_code, result.stdout) == (status, "")
    assert line in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not out.exists()


def test_a_plan_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    result = run(tmp_path / "none.json", EXTRACTED[0])

    assert result.exit_code == 1
    assert "there is no such file" in result.stderr
    assert "| 31 |" in result.stdout


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_document_needs_a_file(form: str) -> None:
    result = run(EXTRACTED[0], "--format", form)

    assert result.exit_code == 2
    assert f"{form} is not a text format: name a file with -o FILE" in result.stderr


def test_the_ledger_is_chinese_unless_one_asks_for_english() -> None:
    assert "| 序号 | 任务 |" in run(EXTRACTED[0], LC_ALL="en_US.UTF-8").stdout
    assert "| No | Task | Target values |" in run(EXTRACTED[0], "--lang", "en").stdout
