"""The sheets of a workbook in which people check plans: what is written there becomes the decisions of a review file."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import planparse
import planparse.cli.export as export_command
from planparse import InputError, InvalidReviewError, Plan
from planparse.readers import office
from planparse.reviewing.workbooks import checked_in
from planparse.writers.as_json import as_json
from planparse.writers.as_review import as_review
from running import WORDS, run

pytestmark = pytest.mark.slow  # workbooks are made

PROGRAM = office.find_libreoffice()
SHEETS = {"zh": ["核对目标", "核对举措", "核对单位", "核对时限", "核对基本信息"]}
RESIDENTS = "县域内住院率达到90%以上"
OTHER = WORDS.replace("甲市", "乙市").replace("90%", "95%")


@pytest.fixture(scope="module")
def as_exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The workbook of a plan, written once for all tests."""
    folder = tmp_path_factory.mktemp("exported")
    text = folder / "甲市.txt"
    text.write_text(WORDS, "utf-8")
    return exported(folder, text).read_bytes()


@pytest.fixture
def book(as_exported: bytes, tmp_path: Path) -> Path:
    """The workbook of a plan, to write in."""
    path = tmp_path / "out" / "plans.xlsx"
    path.parent.mkdir()
    path.write_bytes(as_exported)
    return path


def exported(folder: Path, *plans: Path, lang: str = "zh") -> Path:
    assert run("export", *plans, "-o", folder / "out", "--format", "xlsx", "--lang", lang).exit_code == 0
    return folder / "out" / "plans.xlsx"


def written(path: Path, write: Callable[[Workbook], object]) -> Path:
    """The workbook with what somebody writes in it."""
    book = openpyxl.load_workbook(path)
    write(book)
    book.save(path)
    return path


def column(sheet: Worksheet, head: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == head)


def put(sheet: Worksheet, row: int, **values: Any) -> None:
    for head, value in values.items():
        sheet.cell(row, column(sheet, head)).value = value


def row_of(sheet: Worksheet, words: str, head: str = "字句") -> int:
    at = column(sheet, head)
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value == words)


def decide(book: Workbook) -> None:
    """One decision of each sort."""
    targets, units, deadlines = book["核对目标"], book["核对单位"], book["核对时限"]
    put(
        targets,
        row_of(targets, RESIDENTS),
        核对="改为…",
        目标值=91,
        比较="等于",
        核对人="甲",
        备注="见附表",
        核对时间=date(2025, 3, 4),
    )
    put(targets, row_of(targets, "建成区域医疗中心3家"), 核对="对", 核对人="乙")
    put(
        targets, targets.max_row + 1, 字句="市财政局", 指标="财政局", 目标值=1, 单位="个", 比较="等于", 截止日期="2026-12-31"
    )
    put(units, row_of(units, "市财政局"), 核对="错")
    put(units, row_of(units, "市卫生健康委"), 角色="配合")  # written without a mark
    put(deadlines, row_of(deadlines, "到2025年"), 止=date(2026, 6, 30), 核对="change to")
    facts = book["核对基本信息"]
    put(
        facts,
        row_of(facts, "发文机关", "字段"),
        内容="甲市政府办",
    )
    put(facts, row_of(facts, "状态", "字段"), 内容="试行", 核对="改为…")


def check_decided(plan: Plan) -> None:
    first, second, third = sorted(plan.targets, key=lambda target: target.quote != RESIDENTS)
    added = next(target for target in (second, third) if target.quote == "市财政局")
    accepted = next(target for target in (second, third) if target is not added)
    assert (first.value, first.comparator, first.review and first.review.was) == (
        91,
        "eq",
        {"value": 90, "comparator": "ge"},
    )
    assert first.review
    assert (first.review.by, first.review.at, first.review.note) == ("甲", "2025-03-04", "见附表")
    assert accepted.review
    assert (accepted.review.status, accepted.review.by) == ("accepted", "乙")
    assert added.review
    assert (added.review.status, added.value, added.unit, added.due) == ("added", 1, "个", date(2026, 12, 31))
    [measure] = plan.measures
    [unit] = measure.responsibilities[0].units
    assert (unit.name, unit.role) == ("市卫生健康委", "support")
    assert [one.quote for one in plan.removed] == ["市财政局"]
    assert [one.end for one in plan.deadlines] == [date(2026, 6, 30)]
    assert (plan.metadata.issuer, plan.metadata.status) == ("甲市政府办", "trial")


def test_what_is_written_becomes_the_review_and_applied_again_changes_nothing(
    book: Path, text: Path, tmp_path: Path
) -> None:
    written(book, decide)

    result = run("apply", text, book, "-o", tmp_path / "once.json")

    assert (result.exit_code, result.stderr) == (0, "")
    plan = planparse.load(tmp_path / "once.json")
    check_decided(plan)
    again = run("apply", tmp_path / "once.json", book)
    assert (again.exit_code, again.stdout.encode()) == (0, (tmp_path / "once.json").read_bytes())
    # The same decisions as a review file give the same plan.
    review = tmp_path / "r.yaml"
    review.write_bytes(as_review(checked_in(book.read_bytes(), "x", plan).review))
    assert run("apply", text, review).stdout == again.stdout


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_all_that_is_written(book: Path, text: Path, tmp_path: Path) -> None:
    decided = tmp_path / "decided.xlsx"
    shutil.copy(book, decided)
    untouched, saved = saved_by_libreoffice(tmp_path, book, written(decided, decide))
    assert run("apply", text, untouched).stdout == run("extract", text).stdout

    plans = [planparse.apply(planparse.extract(text), path).plan for path in (decided, saved, written(untouched, decide))]

    check_decided(plans[0])
    assert plans[0] == plans[1] == plans[2]


def saved_by_libreoffice(folder: Path, *books: Path) -> list[Path]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        str(PROGRAM),
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(folder / "office"),
        *map(str, books),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [folder / "office" / book.name for book in books]


def test_a_sheet_shows_the_doubtful_first_and_lets_nobody_type_elsewhere(book: Path, text: Path) -> None:
    plan = planparse.extract(text)
    sheets = openpyxl.load_workbook(book)
    targets = sheets["核对目标"]

    assert sheets.sheetnames[:5] == SHEETS["zh"]
    sure = [row[column(targets, "把握") - 1] for row in targets.iter_rows(min_row=2, max_row=3, values_only=True)]
    assert sure == sorted(target.confidence or 0 for target in plan.targets)
    assert all(sheets[name].protection.sheet and not sheets[name].protection.password for name in SHEETS["zh"])
    unlocked = {targets.cell(1, cell.column).value for cell in targets[2] if not cell.protection.locked}
    assert {"核对", "目标值", "比较", "备注"} <= unlocked
    assert not {"字句", "把握", "疑点", "位置", "上下文", "地区", "规划标题"} & unlocked
    hidden = [name for name, dimension in targets.column_dimensions.items() if dimension.hidden]
    assert [str(targets[f"{name}1"].value) for name in hidden] == ["planparse:target"]
    lists = {str(one.sqref)[0]: one.formula1 for one in targets.data_validations.dataValidation if one.type == "list"}
    assert lists["A"] == '"对,错,改为…"'
    assert '"等于,不低于,高于,不高于,低于,约,区间"' in lists.values()


def test_the_doubtful_of_all_plans_come_first(text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_command, "_AT_ONCE", 1)  # as where there are more plans than are held
    (tmp_path / "乙市.txt").write_text(OTHER.replace("达到95%", "力争在95%上下"), "utf-8")
    plans = [planparse.extract(path) for path in (text, tmp_path / "乙市.txt")]
    targets = openpyxl.load_workbook(exported(tmp_path, text, tmp_path / "乙市.txt"))["核对目标"]

    rows = list(targets.iter_rows(min_row=2, max_row=targets.max_row, values_only=True))
    said = [
        (row[column(targets, "把握") - 1], row[column(targets, "字句") - 1])
        for row in rows
        if row[column(targets, "字句") - 1]
    ]
    wanted = [(target.confidence or 0, target.quote) for plan in plans for target in plan.targets]
    assert said == sorted(wanted, key=lambda one: one[0])
    assert said != wanted


def test_an_english_workbook_says_the_same(text: Path, tmp_path: Path) -> None:
    book = exported(tmp_path, text, lang="en")

    def write(sheets: Workbook) -> None:
        put(sheets["Check targets"], row_of(sheets["Check targets"], RESIDENTS, "Wording"), Check="wrong")
        put(sheets["Check units"], row_of(sheets["Check units"], "市财政局", "Wording"), Role="lead", Check="change to…")

    plan = planparse.apply(planparse.extract(text), written(book, write)).plan

    assert [one.quote for one in plan.removed] == [RESIDENTS]
    assert [unit.role for unit in plan.measures[0].responsibilities[0].units] == ["lead", "lead"]


def test_a_reviewed_plan_gives_a_workbook_that_holds_its_review(book: Path, text: Path, tmp_path: Path) -> None:
    plan = planparse.apply(planparse.extract(text), written(book, decide)).plan
    (tmp_path / "reviewed.json").write_bytes(as_json(plan))
    again = exported(tmp_path / "two", tmp_path / "reviewed.json")

    applied = planparse.apply(planparse.extract(text), again)

    assert (applied.lost, applied.remarks) == ([], [])
    assert applied.plan == plan


_OF_NO_FIELD = '{"plan": {"title": null, "source_sha256": "%s"}, "on": "target", "field": "nty"}' % ("0" * 64)
FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("目标值", {"目标值": "=90+1"}, "is a formula"),
    ("目标值", {"目标值": "九十"}, "九十 is not a valid number"),
    ("目标值", {"目标值": 1e300}, "is not between"),
    ("比较", {"比较": "大概"}, "大概 is not one of 等于 (equal to), 不低于"),
    ("截止日期", {"截止日期": "明年"}, "明年 is not a date"),
    ("指标", {"指标": None}, "is empty"),
    ("核对", {"核对": "好"}, "好 is not one of 对 (right), 错 (wrong), 改为… (change to…)"),
    ("目标值", {"核对": "对", "目标值": 91}, "was changed, but"),
    ("目标值", {"核对": "错", "目标值": 91}, "was changed, but"),
    ("核对", {"核对": "改为…"}, "says change to…, but nothing"),
    ("备注", {"备注": "?"}, "has a note but no decision"),
    ("核对时间", {"核对": "对", "核对时间": "昨天"}, "昨天 is not a date"),
    ("planparse:target", {"planparse:target": "{}"}, "the hidden column was changed"),
    ("planparse:target", {"planparse:target": _OF_NO_FIELD}, "the hidden column was changed"),
]


@pytest.mark.parametrize(("head", "values", "line"), FAULTS)
def test_what_cannot_be_understood_is_told_with_its_cell(
    head: str, values: dict[str, Any], line: str, book: Path, text: Path, tmp_path: Path
) -> None:
    place = ""

    def write(sheets: Workbook) -> None:
        nonlocal place
        sheet = sheets["核对目标"]
        row = row_of(sheet, RESIDENTS)
        put(sheet, row, **values)
        put(sheet, 5 - row, 核对="对")  # of the two rows the other
        place = f"核对目标!{sheet.cell(row, column(sheet, head)).coordinate}"

    written(book, write)
    result = run("apply", text, book, "-o", tmp_path / "out.json")

    assert result.exit_code == 1
    [told] = result.stderr.splitlines()
    assert told.startswith(f"{book}: {place}: ")
    assert line in told
    statuses = [target.review and target.review.status for target in planparse.load(tmp_path / "out.json").targets]
    assert statuses == [None, "accepted"]


def test_a_row_that_was_added_needs_words_of_the_text(book: Path, text: Path) -> None:
    def write(sheets: Workbook) -> None:
        targets, facts = sheets["核对目标"], sheets["核对基本信息"]
        put(targets, 5, 目标值=3, 指标="中心")
        put(targets, 7, 字句="市财政局", 核对="错")
        put(targets, 8, 字句="谁也没有写过的字句", 指标="中心")
        put(facts, facts.max_row + 1, 内容="x")

    applied = planparse.apply(planparse.extract(text), written(book, write))

    assert [str(message).partition(": ")[2].partition(";")[0] for message in applied.lost[:3]] == [
        "the new row has no words",
        "a new row cannot be marked wrong",
        "no row can be added here",
    ]
    assert "the text no longer contains these words" in str(applied.lost[3])
    assert len(applied.lost) == 4


def test_rows_of_other_plans_are_left_alone_and_counted(text: Path, tmp_path: Path) -> None:
    other = tmp_path / "乙市.txt"
    other.write_text(OTHER, "utf-8")
    book = exported(tmp_path, text, other)

    def write(sheets: Workbook) -> None:
        targets = sheets["核对目标"]
        put(targets, row_of(targets, RESIDENTS), 目标值=91)
        put(targets, row_of(targets, RESIDENTS.replace("90", "95")), 目标值="九十五")
        put(targets, 6, 字句="市财政局", 指标="财政局", 规划标题="乙市医疗服务实施方案")
        put(targets, 7, 字句="市财政局", 指标="财政局")

    written(book, write)
    ours, theirs = run("apply", text, book), run("apply", other, book)

    assert ours.stderr.splitlines()[0] == f"{book}: 2 more rows concern other plans and were ignored"
    assert "which plan it belongs to" in ours.stderr.splitlines()[1]
    assert sorted(target.value or 0 for target in Plan.model_validate_json(ours.stdout).targets) == [3, 91]
    plan = Plan.model_validate_json(theirs.stdout)
    assert [target.indicator for target in plan.targets if target.review] == ["财政局"]
    assert "九十五 is not a valid number" in theirs.stderr

    # A plan read from other bytes goes by its title.
    text.write_text(f"\n{WORDS}", "utf-8")
    assert "91" in run("apply", text, book).stdout
    third = tmp_path / "丙市.txt"
    third.write_text(WORDS.replace("甲市", "丙市"), "utf-8")
    result = run("apply", third, book)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "none of the 2 plans in the workbook is this one" in result.stderr


def test_what_is_no_workbook_to_check_has_one_line(text: Path, book: Path, tmp_path: Path) -> None:
    plan = planparse.extract(text)
    empty, cut, packed = Workbook(), book.read_bytes()[:-200], io.BytesIO()
    empty.save(tmp_path / "empty.xlsx")
    with ZipFile(packed, "w") as archive:
        archive.writestr("x", "y")
    torn = io.BytesIO()
    with ZipFile(book) as whole, ZipFile(torn, "w") as archive:
        for name in whole.namelist():
            data = whole.read(name)
            archive.writestr(name, data[: len(data) // 2] if name.endswith("sheet1.xml") else data)

    with pytest.raises(InvalidReviewError, match="has no sheet to check"):
        planparse.apply(plan, tmp_path / "empty.xlsx")
    for data in (cut, packed.getvalue(), torn.getvalue()):
        with pytest.raises(InputError, match=r"^stdin: [^\n]+$"):
            planparse.apply(plan, io.BytesIO(data))


def test_thousands_of_rows_of_junk_are_told_in_few_lines(book: Path, text: Path, tmp_path: Path) -> None:
    def write(sheets: Workbook) -> None:
        for _ in range(2_000):
            sheets["核对单位"].append(["?"])
        put(sheets["核对目标"], row_of(sheets["核对目标"], RESIDENTS), 目标值=91)

    result = run("apply", text, written(book, write), "-o", tmp_path / "out.json")

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 101
    assert "more problems" in result.stderr.splitlines()[-1]
    assert 91 in {target.value for target in planparse.load(tmp_path / "out.json").targets}


HOSTILE = ["=1+1", "_x0041_", "@x", "a\tb", "\u202e反", "'", "对,错", "<b>&amp;", "x" * 40_000]


def test_hostile_words_come_back_as_they_were(tmp_path: Path) -> None:
    text = "\n".join(f"（{'一二三四五六七八九'[at]}）{words}。建成中心{at + 2}家。" for at, words in enumerate(HOSTILE))
    path = tmp_path / "甲市.txt"
    path.write_text(f"甲市实施方案\n一、任务\n{text}\n", "utf-8")
    plan = planparse.extract(path)
    book = exported(tmp_path, path)

    assert planparse.apply(plan, book).plan == plan

    def write(sheets: Workbook) -> None:
        for row in range(2, sheets["核对举措"].max_row + 1):
            put(sheets["核对举措"], row, 核对="对")

    applied = planparse.apply(plan, written(book, write))

    assert applied.lost == []
    assert (
        sum(measure.review is not None for measure in applied.plan.measures) == len(plan.measures) - 1
    )  # none holds 40,000
    assert [measure.title for measure in applied.plan.measures] == [measure.title for measure in plan.measures]
