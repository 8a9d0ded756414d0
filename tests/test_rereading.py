"""Numbers and times of a plan are read again from its words: what its rules made contradicts nothing, what a hand made may."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import planparse
from planparse import Plan
from planparse.validating.rereading import contradictions
from yaml_files import read_yaml

CASES = Path(__file__).parent / "cases"
SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = """甲市医疗服务实施方案
一、主要目标
到2025年，县域内住院率从80%提高到90%以上，建成中心1—3家，医护比达到1：1.2，电子病历达到四级乙等以上，每个县（市、区）至少确定1家医院承担检查工作，年内完成。
二、主要任务
1.建设区域医疗中心。用3年的时间，所有县区均建成发热门诊。
三、指标
指标\t单位\t2025年目标
每千人口床位数\t张\t≥7.5
2024年1月14日"""


@pytest.fixture
def made() -> dict[str, Any]:
    values: dict[str, Any] = json.loads(planparse.parse(TEXT).model_dump_json())
    return values


def told(values: dict[str, Any]) -> list[str]:
    return list(map(str, contradictions(Plan.model_validate_json(json.dumps(values)))))


def texts() -> list[Any]:
    """Those of cases that no other test reads again: test_cases does so with those of targets that are read as they should."""
    cases = ("targets", "deadlines", "hostile")
    rows = [
        (row["text"], name)
        for name in cases
        for row in read_yaml(CASES / f"{name}.yaml")
        if name != "targets" or "not_yet" in row
    ]
    seeds = [(path.read_text("utf-8"), path.name) for path in sorted(SEEDS.glob("*.txt"))]
    return [pytest.param(text, id=f"{name}-{at}") for at, (text, name) in enumerate([*rows, *seeds, (TEXT, "here")])]


@pytest.mark.parametrize("text", texts())
def test_what_the_rules_made_contradicts_nothing(text: str) -> None:
    assert list(contradictions(planparse.parse(text))) == []


@pytest.mark.parametrize(
    ("place", "changes", "lines"),
    [
        (("targets", 0), {"value": 900}, ["targets[0].value: is 900, but the text says 90"]),
        (("targets", 0), {"unit": "个"}, ['targets[0].unit: is "个", but the text says "%"']),
        (("targets", 0), {"comparator": "le"}, ['targets[0].comparator: is "le", but the text says "ge"']),
        (
            ("targets", 0),
            {"value": 9, "comparator": "eq"},
            ["targets[0].value: is 9, but the text says 90", 'targets[0].comparator: is "eq", but the text says "ge"'],
        ),
        (
            ("targets", 0),
            {"baseline": {"value": 8, "unit": "%", "year": None}},
            ["targets[0].baseline: is 8%, but the text does not say so"],
        ),
        (("targets", 1), {"value_max": 5}, ["targets[1].value_max: is 5, but the text says 3"]),
        (("targets", 2), {"base": 10}, ["targets[2].base: is 10, but the text says 1"]),
        (("targets", 3), {"grade": "三级甲等"}, ['targets[3].grade: is "三级甲等", but the text says "四级乙等"']),
        (("targets", 4), {"comparator": "eq"}, ['targets[4].comparator: is "eq", but the text says "ge"']),
        (("targets", 5), {"value": 90}, ["targets[5].value: is 90, but the text says 100"]),
        (("targets", 5), {"implied": False}, ["targets[5].value: is 100, but the text gives no number"]),
        (("targets", 6), {"value": 75}, ["targets[6].value: is 75, but the text says 7.5"]),
        (("targets", 6), {"due": "2026-12-31"}, ["targets[6].due: is 2026-12-31, but the text says 2025-12-31"]),
        (("targets", 0), {"measure_id": "m1"}, ["targets[0].measure_id: is m1, which does not contain its words"]),
        (("targets", 0), {"section_id": "s3"}, ["targets[0].section_id: is s3, which does not contain its words"]),
        (("targets", 0), {"path": "二、"}, ['targets[0].path: is "二、", but the path of s1 is "一、"']),
        (
            ("targets", 0),
            {"amount": {"value": 9, "value_max": None, "unit": "个"}},
            ["targets[0].amount: is 9个, but the text says null"],
        ),
        (
            ("targets", 1),
            {"amount": {"value": 10000, "value_max": 30000, "unit": "家"}},
            ["targets[1].amount: is 10000–30000家, but the text says 1–3家"],
        ),
        (("targets", 1), {"amount": None}, []),
        (
            ("targets", 5),
            {"due_context": {"date": "2026-12-31", "from": "paragraph", "span": {"start": 18, "end": 24}}},
            ["targets[5].due_context.date: is 2026-12-31, but the text says 2025-12-31"],
        ),
        (("deadlines", 1), {"end": "2025-12-31"}, ["deadlines[1].end: is 2025-12-31, but the text says 2024-12-31"]),
        (("deadlines", 1), {"start": "2024-01-01"}, ["deadlines[1].start: is 2024-01-01, but the text says null"]),
        (("deadlines", 2), {"months": 3}, ["deadlines[2].months: is 3, but the text says 36"]),
        (("deadlines", 2), {"kind": "recurring"}, ['deadlines[2].kind: is "recurring", but the text says "duration"']),
        (("deadlines", 1), {"precision": "day"}, ['deadlines[1].precision: is "day", but the text says "year"']),
    ],
)
def test_what_the_words_do_not_say_is_told(
    made: dict[str, Any], place: tuple[str, int], changes: dict[str, Any], lines: list[str]
) -> None:
    made[place[0]][place[1]].update(changes)

    assert told(made) == lines


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("unit", "个\u2028a\x85", 'targets[0].unit: is "个 a ", but the text says "%"'),
        (
            "baseline",
            {"value": 8, "unit": "个\n", "year": None},
            "targets[0].baseline: is 8个 , but the text does not say so",
        ),
        ("amount", {"value": 9, "value_max": None, "unit": "\r"}, "targets[0].amount: is 9 , but the text says null"),
    ],
)
def test_what_is_told_is_one_line(made: dict[str, Any], field: str, value: Any, line: str) -> None:
    made["targets"][0][field] = value

    assert told(made) == [line]


def test_words_that_are_no_time_for_the_rules_contradict_nothing(made: dict[str, Any]) -> None:
    start = TEXT.index("提高")
    made["deadlines"].insert(
        1, {**made["deadlines"][0], "id": "d9", "text": "提高", "span": {"start": start, "end": start + 2}}
    )

    assert told(made) == []
