"""What is given beside a plan, and what is made of several: reviews, checked workbooks, registers, populations, forms of two plans.

Whatever is given leaves a plan that holds, or a line for each fault; nothing that is written steers a terminal or runs in a spreadsheet.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import yaml

import planparse
from checking import LANGUAGES, Breach, Shown, hold, refused, tell
from invariants import breaches
from mutating import BETWEEN, without_times
from planparse.api import load_bytes, parse
from planparse.cli.forms import Compared, Wanted, forms_of
from planparse.cli.populations import populations_in
from planparse.cli.views import rendered, target_table, tree
from planparse.comparing.usage import usage
from planparse.exporting import tables
from planparse.exporting.as_csv import csv_of
from planparse.exporting.as_xlsx import workbook
from planparse.exporting.ledger import LEDGERS, Asked, share_of
from planparse.exporting.of_cascade import cascade_tables
from planparse.exporting.of_checks import checks
from planparse.exporting.of_diff import diff_tables
from planparse.exporting.of_indicators import usage_tables
from planparse.exporting.of_matrix import matrix_tables
from planparse.exporting.of_track import track_tables
from planparse.exporting.tables import Table
from planparse.formats import FORMATS
from planparse.language.indicators import identified, register
from planparse.pages import report
from planparse.reviewing.given import apply_file
from planparse.reviewing.records import Review
from planparse.reviewing.workbooks import checked_in
from planparse.text import STEERING
from planparse.validating.registers import own_entries
from planparse.writers import WRITERS
from planparse.writers.as_review import as_review

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "plan.txt"
MARKS = ("对", "错", "改为…", None)
RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n")
EVIL = "甲\x1b[31m\u202e=1|.txt"  # what files may be called


@cache
def sample() -> planparse.Plan:
    """The plan that all is given for."""
    return parse(SAMPLE.read_text("utf-8"), "plan.txt")


# What is given: what it is drawn from


def books() -> list[bytes]:
    """A workbook to check the plan in: as it is written, and with every mark and many fields filled in."""
    blank = workbook(checks([sample()], "zh"), "zh")
    book = openpyxl.load_workbook(BytesIO(blank))
    for sheet in book.worksheets:
        heads = [cell.value for cell in sheet[1]]
        for number, row in enumerate(sheet.iter_rows(min_row=2)):
            said = {"核对": MARKS[number % len(MARKS)], "备注": "见附表", "核对人": "甲"}
            if said["核对"] == "改为…":
                said |= {
                    "目标值": 7,
                    "截止日期": "2026-12-31",
                    "标题": "另一",
                    "角色": "配合",
                    "内容": "甲",
                    "止": "2026-12-31",
                }
            for cell, head in zip(row, heads, strict=True):
                cell.value = said.get(head, cell.value) if said["核对"] else cell.value
    filled = BytesIO()
    book.save(filled)
    return [without_times(data) for data in (blank, filled.getvalue())]


def reviews() -> list[bytes]:
    """What was decided in such workbooks, as review files, and pieces of them."""
    review = checked_in(books()[-1], "x", sample()).review
    pieces = [review.model_copy(update={"decisions": (decision,)}) for decision in review.decisions]
    as_json = [piece.model_dump_json(exclude_unset=True).encode() for piece in pieces]
    return [as_review(review), *map(as_review, pieces), *as_json]


def registers() -> list[bytes]:
    """Registers of one's own."""
    entry = {
        "names": ["卒中中心", "卒中救治中心"],
        "unit": ["家", "个"],
        "per": "每千人口",
        "direction": "higher",
        "source": "甲",
    }
    written = (
        {"health": {"stroke_centres": entry}},
        {"a": {"b": {"names": ["建成区"]}, "c": {"names": "病床数", "unit": "张"}}},
    )
    return [
        *(yaml.safe_dump(one, allow_unicode=True).encode() for one in written),
        *(json.dumps(one).encode() for one in written),
    ]


def people() -> list[bytes]:
    """Tables of populations, as CSV and as YAML."""
    rows = [
        {"plan": "plan.txt", "population": "829.5万", "source": "统计公报", "year": 2020},
        {"region": "甲市", "population": 8_295_000, "source": "甲", "year": "2021"},
    ]
    names = ("plan", "region", "population", "source", "year")
    lines = "".join(",".join(str(row.get(name, "")) for name in names) + "\n" for row in rows)
    return [
        f"{','.join(names)}\n{lines}".encode(),
        yaml.safe_dump(rows, allow_unicode=True).encode(),
        json.dumps(rows).encode(),
    ]


def pairs(texts: list[str]) -> list[str]:
    """Two plans each, of which the second is the first or another one."""
    return [one + BETWEEN + other for one, other in zip(texts, [*texts[1:], texts[0]], strict=True)] + [
        one + BETWEEN + one for one in texts
    ]


# What must hold


def check_given(data: bytes) -> Shown:
    """Any bytes, taken for a review file or a workbook, leave a plan that holds, or a line for each fault; twice is as once."""
    try:
        found = apply_file(sample(), data, "x")
    except planparse.PlanparseError as error:
        return refused(error)
    tell([*found.lost, *found.remarks])
    plan = found.plan
    # A path is as printed, also where somebody has taken out the measure that prints it; and people may write what they like.
    broken = breaches(json.loads(plan.model_dump_json()))
    hold(line for line in broken if ".path: " not in line and not line.endswith("holds a control character"))
    hold(["is another plan when it is read back" for write in WRITERS.values() if load_bytes(write(plan), "x") != plan])
    again = apply_file(plan, data, "x").plan
    hold(["is another plan when it is applied again"] if again != plan else [])
    for language in LANGUAGES:
        _steer("report", report(plan, language, Review(decisions=()), EVIL))
        _steer("show", rendered(tree(plan, language)) + rendered(target_table(plan, language)))
    _steer_nothing([*checks([plan], "zh"), *tables([plan])])
    return {f"lost: {message.id}" for message in found.lost} | {
        *(f"remark: {message.id}" for message in found.remarks),
        *(f"{removed.on} removed" for removed in plan.removed),
        *(f"target {target.review.status} {target.rule}" for target in plan.targets if target.review),
        *(f"measure {measure.review.status}" for measure in plan.measures if measure.review),
    }


def check_register(data: bytes) -> Shown:
    """Any bytes, taken for a register of indicators, give one that plans can be read with, or a line for each fault."""
    try:
        entries = own_entries(data, "x")
    except planparse.PlanparseError as error:
        return refused(error)
    known = register().with_entries(entries)
    plan = identified(sample(), known)
    _steer_nothing(usage_tables(usage([plan, plan], known)))
    return {
        f"entry {entry.indicator.direction} {bool(entry.indicator.per)} {len(entry.indicator.unit)}" for entry in entries
    }


def check_people(data: bytes) -> Shown:
    """Any bytes, taken for a table of populations, give one that plans can be compared with, or a line for each fault."""
    shown: Shown = set()
    for name in ("x.csv", "x.yaml"):
        try:
            found = populations_in(data, name)
        except planparse.PlanparseError as error:
            shown |= refused(error)
            continue
        shown.add(f"{len(found.plans)} {len(found.regions)}")
        told = planparse.diff(sample(), sample(), found)
        _steer_nothing(diff_tables(told, sample(), sample(), "zh"))
    return shown


def check_pair(text: str) -> Shown:
    """Whatever two plans are compared, and in whatever form, nothing of their words or names steers or runs."""
    plans = [parse(half, EVIL) for half in text.split(BETWEEN, 1)]
    plans = plans if len(plans) > 1 else plans * 2
    one, other = plans
    for language in LANGUAGES:
        tracked, found = planparse.track(one, other), planparse.cascade(plans)
        told, matrix = planparse.diff(one, other), planparse.compare(plans)
        for command, compared in (
            ("track", Compared(tracked, plans, track_tables(tracked, language))),
            ("cascade", Compared(found, plans, cascade_tables(found, plans, language))),
            ("diff", Compared(told, plans, diff_tables(told, one, other, language))),
            ("compare", Compared(matrix, plans, matrix_tables(matrix, language))),
        ):
            for name, form in forms_of(command).items():
                if not FORMATS[name].binary:
                    _steer(name, form.write(compared, Wanted(name, (), everything=True, language=language, out=None)))
            _steer_nothing(compared.tables)
        shares = [share_of(plan, Asked()) for plan in plans]
        for name, ledger in LEDGERS.items():
            written = ledger(shares, Asked(), language)
            if isinstance(written, str):
                _steer(name, written.replace("\r\n", "\n"))
            elif name == "xlsx":
                _run_nothing(written)
    return {
        *(f"track {part.change} {part.moved}" for part in tracked.parts),
        *(f"fate {fate.fate}" for answer in found.answers for fate in answer.targets),
        *(f"pair {pair.verdict}" for pair in told.targets),
    }


def _steer(name: str, written: str | bytes) -> None:
    words = written if isinstance(written, str) else written.decode()
    if found := STEERING.search(words):
        raise Breach(f"{name}: passes on {found[0]!r}")


def _steer_nothing(made: list[Table]) -> None:
    """As csv and as a workbook the tables hold nothing that steers, and no formula."""
    for table in made:
        written = csv_of(table)
        _steer(f"csv of {table.name}", written)
        for row in csv.reader(StringIO(written.removeprefix("\ufeff"))):
            hold(f"csv of {table.name}: a spreadsheet runs {cell[:40]!r}" for cell in row if _runs(cell))
    _run_nothing(workbook(made, "zh"))


def _run_nothing(data: bytes) -> None:
    """The workbook holds no formula."""
    book = openpyxl.load_workbook(BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        hold(f"{sheet.title}: a formula" for row in sheet.iter_rows() for cell in row if cell.data_type == "f")


def _runs(cell: str) -> bool:
    if not cell.startswith(RUNS):
        return False
    try:
        float(cell)
    except ValueError:
        return True
    return False
