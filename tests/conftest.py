"""A plan made by hand, and the command: within this process, and as it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from typer.testing import CliRunner

from planparse import Plan, parse
from planparse.citing import Input
from planparse.cli import main
from planparse.comparing.results import (
    ClausePair,
    IndicatorRow,
    IndicatorTarget,
    Leads,
    MeasurePair,
    Passage,
    PlanDiff,
    PlanMatrix,
    PlanSummary,
    TargetPair,
    ThemeMeasure,
    ThemeRow,
    leads_of,
)
from planparse.model import Region
from planparse.text import Span
from running import WORDS

if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    # The programs that tests start would compile all of their modules each time, which takes longer than what they do.
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parent.parent / ".pytest_cache" / "bytecode")
# What people are told is tested in English, whatever the machine speaks; tests of Chinese ask for it.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("COLUMNS", None)
# No clock judges an example: machines are busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

TEXT = """甲市医疗服务实施方案
一、主要目标
到2025年，县域内住院率达到90%以上。
二、主要任务
1.建设区域医疗中心。依据《发展规划》，建成区域医疗中心1—3家。（牵头单位：市卫生健康委，配合单位：市财政局）
"""

Gathered = tuple[PlanMatrix, tuple[Plan, ...]]

EVIL = (
    "<script>window.bad=1</script></script><img src=x onerror='window.bad=1'>\"' onload=\"window.bad=1\u2028javascript:bad()"
)


def _span(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def _values() -> dict[str, Any]:
    """What `planparse extract` writes for TEXT, as plain values."""
    goal, task = TEXT[TEXT.index("一、") : TEXT.index("二、")], TEXT[TEXT.index("二、") :]
    measure = TEXT[TEXT.index("1.") :]
    clause = TEXT[TEXT.index("（牵头") : -1]
    target = {
        "key": None,
        "path": "一、",
        "section_id": "sec-1",
        "measure_id": None,
        "indicator": "县域内住院率",
        "outcome": None,
        "kind": "level",
        "comparator": "ge",
        "value": 90,
        "value_max": None,
        "unit": "%",
        "base": None,
        "baseline": None,
        "grade": None,
        "direction": None,
        "implied": False,
        "per": None,
        "frequency": None,
        "scope": None,
        "strength": "firm",
        "due": "2025-12-31",
        "deadline_id": "due-1",
        "indicator_id": None,
        "due_context": None,
        "amount": None,
        "responsibility_id": None,
        "rule": "reach",
        "confidence": 0.97,
        "doubts": [],
        "quote": "县域内住院率达到90%以上",
        "page": None,
        "span": _span("县域内住院率达到90%以上"),
        "review": None,
    }
    units = [
        {
            "name": name,
            "canonical": canonical,
            "body": body,
            "level": "city",
            "role": role,
            "is_group": False,
            "span": _span(name),
            "review": None,
        }
        for name, canonical, body, role in (
            ("市卫生健康委", "甲市卫生健康委员会", "health_commission", "lead"),
            ("市财政局", "甲市财政局", "finance_bureau", "support"),
        )
    ]
    return {
        "schema_version": "1.1",
        "id": "plan-0",
        "producer": {"name": "planparse", "version": "0.2.0", "rules": "0123456789abcdef"},
        "source": {
            "name": "甲市.txt",
            "media_type": "text/plain",
            "sha256": "0" * 64,
            "encoding": "utf-8",
            "char_count": len(TEXT),
            "page_count": None,
            "page_starts": None,
        },
        "metadata": {
            "title": "甲市医疗服务实施方案",
            "notice_title": None,
            "doc_number": "甲政办〔2024〕2号",
            "issuer": None,
            "issued_on": "2024-01-14",
            "status": "final",
            "region": {"province": None, "city": "甲市", "county": None, "adcode": "370800"},
            "recipients": ["各县、区人民政府"],
            "review": None,
        },
        "sections": [
            {
                "id": f"sec-{n}",
                "path": marker,
                "marker": marker,
                "level": 1,
                "heading": heading,
                "kind": kind,
                "parent_id": None,
                "span": _span(part),
            }
            for n, marker, heading, kind, part in (
                (1, "一、", "主要目标", "goals", goal),
                (2, "二、", "主要任务", "tasks", task),
            )
        ],
        "measures": [
            {
                "id": "mea-1",
                "key": None,
                "path": "二、/1.",
                "marker": "1.",
                "title": "建设区域医疗中心",
                "kind": "task",
                "section_id": "sec-2",
                "text": "建设区域医疗中心。依据《发展规划》，建成区域医疗中心1—3家。",
                "page": None,
                "span": _span(measure),
                "responsibilities": [
                    {
                        "id": "res-1",
                        "key": None,
                        "quote": clause,
                        "span": _span(clause),
                        "rule": "explicit",
                        "open_ended": False,
                        "due": None,
                        "deadline_id": None,
                        "units": units,
                    }
                ],
                "review": None,
            }
        ],
        "targets": [
            {**target, "id": "tar-1"},
            {
                **target,
                "id": "tar-2",
                "path": "二、/1.",
                "section_id": "sec-2",
                "measure_id": "mea-1",
                "indicator": "区域医疗中心",
                "outcome": "建成",
                "kind": "count",
                "comparator": "range",
                "value": 1,
                "value_max": 3,
                "unit": "家",
                "due": None,
                "deadline_id": None,
                "amount": {"value": 1, "value_max": 3, "unit": "家"},
                "responsibility_id": "res-1",
                "quote": "建成区域医疗中心1—3家",
                "span": _span("建成区域医疗中心1—3家"),
            },
        ],
        "deadlines": [
            {
                "id": "due-1",
                "key": None,
                "path": "一、",
                "section_id": "sec-1",
                "measure_id": None,
                "text": "到2025年",
                "kind": "by",
                "start": None,
                "end": "2025-12-31",
                "months": None,
                "precision": "year",
                "rule": "by_year",
                "span": _span("到2025年"),
                "review": None,
            }
        ],
        "references": [
            {
                "id": "ref-1",
                "path": "二、/1.",
                "title": "发展规划",
                "doc_number": None,
                "issuer": None,
                "span": _span("《发展规划》"),
            }
        ],
        "quantities": [
            {"text": "2025年", "span": _span("2025年"), "role": "deadline", "ref": "due-1"},
            {"text": "90%", "span": _span("90%"), "role": "target", "ref": "tar-1"},
        ],
        "diagnostics": [
            {
                "code": "odd-mark",
                "severity": "info",
                "message": "look here",
                "message_zh": "请看这里",
                "span": _span("一、"),
            },
        ],
        "removed": [],
        "reviewed": None,
        "seal": None,
        "text": TEXT,
    }


def pytest_make_parametrize_id(val: object) -> str | None:
    """A file's bytes by their number: archives hold the time when they were made, and a test must have one name in every worker."""
    return f"{len(val)} bytes" if isinstance(val, bytes) and len(val) > 64 else None


@pytest.fixture
def values() -> dict[str, Any]:
    """A plan made by hand, as plain values that a test may break."""
    return _values()


@pytest.fixture
def plan() -> Plan:
    """The same plan."""
    return Plan.model_validate_json(json.dumps(_values()))


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """The text of a short plan in a file."""
    path = tmp_path / "甲市.txt"
    path.write_text(WORDS, "utf-8")
    return path


@pytest.fixture
def hostile(plan: Plan) -> Plan:
    """The same plan with hostile words wherever a plan has words of its own, its text included."""

    def spoiled(item: Any, *names: str) -> Any:
        return item.model_copy(update=dict.fromkeys(names, EVIL))

    shift = len(EVIL) + 1

    def moved(items: Any) -> Any:
        return tuple(
            item.model_copy(update={"span": Span(item.span.start + shift, item.span.end + shift)}) for item in items
        )

    return plan.model_copy(
        update={
            "text": f"{EVIL}\n{plan.text}",
            "source": spoiled(plan.source, "name"),
            "metadata": spoiled(plan.metadata, "title", "doc_number", "issuer").model_copy(update={"recipients": (EVIL,)}),
            "sections": moved(spoiled(section, "heading") for section in plan.sections),
            "measures": moved(spoiled(measure, "title", "path") for measure in plan.measures),
            "targets": moved(spoiled(target, "indicator", "outcome", "unit", "path") for target in plan.targets),
            "diagnostics": moved(spoiled(diagnostic, "message", "message_zh") for diagnostic in plan.diagnostics),
        }
    )


@pytest.fixture
def shown(hostile: Plan) -> str:
    """The title of the hostile plan as pages show it: what could part lines or turn them round is marked as not shown."""
    return str(hostile.metadata.title).replace("\u2028", "\ufffd")


SIDES = (
    """甲市医疗服务实施方案
一、主要目标
到2025年，县域内住院率达到90%以上。
二、主要任务
1.建设区域医疗中心。建成区域医疗中心3家。（牵头单位：市卫生健康委，配合单位：市财政局）
2.加强人才培养。到2024年，力争引进人才100名。（牵头单位：市财政局）
""",
    """乙市医疗服务实施方案
一、总体目标
到2027年，县域内住院率力争达到85%以上。
二、重点任务
1.打造区域医疗中心。建成区域医疗中心5家。（牵头单位：市发展改革委）
2.完善养老服务。新建养老机构20家。（牵头单位：市民政局）
""",
)


def passage(plan: Plan, path: str, quote: str) -> Passage:
    at = plan.text.index(quote)
    return Passage(path=path, quote=quote, span=Span(at, at + len(quote)))


@pytest.fixture
def compared() -> tuple[PlanDiff, Plan, Plan]:
    """Two plans and what a comparison of them finds, made by hand: a pair stricter on either side, one measure that answers."""
    left, right = (parse(text, f"{text[:2]}.txt") for text in SIDES)
    rate, centres, people = left.targets
    other_rate, other_centres, homes = right.targets
    leads = leads_of(left.measures[0]), leads_of(right.measures[0])
    shared = {"relation": "same", "confidence": "sure", "obstacle": None, "sooner": None, "firmer": None}
    diff = PlanDiff(
        inputs=(Input.of(left), Input.of(right)),
        settings={},
        left=PlanSummary.of(left).model_copy(update={"region": Region(city="甲市")}),
        right=PlanSummary.of(right).model_copy(update={"region": Region(city="乙市")}),
        measures=(
            MeasurePair(
                left=("二、/1.",),
                right=("二、/1.",),
                left_ids=(left.measures[0].id,),
                right_ids=(right.measures[0].id,),
                confidence="sure",
                similarity=0.5,
                clauses=(
                    ClausePair(
                        left=passage(left, "二、/1.", "建设区域医疗中心"),
                        right=passage(right, "二、/1.", "打造区域医疗中心"),
                    ),
                ),
                why="“建设区域医疗中心”对“打造区域医疗中心”",
                leads=Leads(left=leads[0], right=leads[1], same_body=False),
            ),
        ),
        guesses=(),
        measures_left_only=("二、/2.",),
        measures_right_only=("二、/2.",),
        measures_left_only_ids=(left.measures[1].id,),
        measures_right_only_ids=(right.measures[1].id,),
        targets=(
            TargetPair.model_validate(
                {
                    **shared,
                    "left": rate,
                    "right": other_rate,
                    "verdict": "left_stricter",
                    "sooner": "left",
                    "firmer": "left",
                    "why": "同一指标：甲市≥90%严于乙市≥85%",
                }
            ),
            TargetPair.model_validate(
                {
                    **shared,
                    "left": centres,
                    "right": other_centres,
                    "verdict": "right_stricter",
                    "why": "同一指标：乙市5家严于甲市3家",
                }
            ),
        ),
        targets_left_only=(people,),
        targets_right_only=(homes,),
    )
    return diff, left, right


@pytest.fixture
def gather() -> Callable[..., Gathered]:
    """Makes a table of plans in which what has one name is one row, and gives the plans with it."""

    def made(*plans: Plan) -> Gathered:
        targets: dict[str, list[IndicatorTarget]] = {}
        measures: dict[str, list[ThemeMeasure]] = {}
        for at, plan in enumerate(plans):
            for target in plan.targets:
                targets.setdefault(target.indicator, []).append(IndicatorTarget(plan=at, target=target))
            for measure in plan.measures:
                entry = ThemeMeasure(
                    plan=at, measure_id=measure.id, path=measure.path, title=measure.title, leads=leads_of(measure)
                )
                measures.setdefault(measure.title, []).append(entry)
        matrix = PlanMatrix(
            inputs=tuple(map(Input.of, plans)),
            settings={},
            plans=tuple(PlanSummary.of(plan) for plan in plans),
            indicators=tuple(IndicatorRow(indicator=name, targets=tuple(row)) for name, row in targets.items()),
            themes=tuple(ThemeRow(theme=name, measures=tuple(row)) for name, row in measures.items()),
        )
        return matrix, plans

    return made


@pytest.fixture
def gathered(gather: Callable[..., Gathered]) -> Gathered:
    """Three plans: all share two indicators, the second and the third a measure, and each has something alone."""
    first, second = SIDES
    third = second.replace("乙市", "丙市").replace("85%", "80%").replace("养老", "托育")
    return gather(*(parse(text, f"{text[:2]}.txt") for text in (first, second, third)))


@pytest.fixture
def planparse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command in an empty folder, within this process; gives what it printed, and its exit status."""

    def run(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["planparse", *map(str, arguments)])
        with CliRunner().isolation(stdin.encode()) as (stdout, stderr, _):
            with pytest.raises(SystemExit) as ended:
                main()
            printed = [stream.getvalue().decode() for stream in (stdout, stderr)]
        return subprocess.CompletedProcess(sys.argv, ended.value.code or 0, *printed)

    return run


@pytest.fixture
def installed(tmp_path: Path) -> Any:
    """Run the installed command in an empty folder, as a user does. It takes a second to start: mark the test as slow."""

    def run(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        command = [Path(sys.executable).with_name("planparse"), *arguments]
        return subprocess.run(command, cwd=tmp_path, input=stdin, capture_output=True, encoding="utf-8", check=False)

    return run


@pytest.fixture
def seeds() -> Path:
    """The folder with the two sample plans."""
    return Path(__file__).parent.parent / "seeds"
