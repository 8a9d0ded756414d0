"""Any string gives a plan that holds its own invariants, and nothing that it says is taken for a format, a pattern or a key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import planparse
from invariants import breaches
from planparse.language.amounts import find_amounts
from planparse.language.numerals import read_chinese
from planparse.language.organizations import resolve
from planparse.model import LARGEST, Region
from yaml_files import read_yaml

ROWS: list[dict[str, Any]] = read_yaml(Path(__file__).parent / "cases" / "hostile.yaml")


def held(plan: planparse.Plan) -> dict[str, list[Any]]:
    """What a row can expect of a plan."""
    clauses = [clause for measure in plan.measures for clause in measure.responsibilities]
    return {
        "values": [target.value for target in plan.targets],
        "roles": [quantity.role for quantity in plan.quantities],
        "headings": [section.heading for section in plan.sections],
        "bodies": [unit.canonical for clause in clauses for unit in clause.units],
        "months": [deadline.months for deadline in plan.deadlines],
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["from"])
def test_a_hostile_text_gives_a_sound_plan(row: dict[str, Any]) -> None:
    plan = planparse.parse(row["text"])

    assert list(breaches(json.loads(plan.model_dump_json()))) == []
    assert planparse.Plan.model_validate_json(plan.model_dump_json()) == plan
    found = held(plan)
    assert {what: found[what] for what in row["expect"]} == row["expect"]


@pytest.mark.parametrize(
    "printed",
    ["9007199254740991个", "1亿亿个", "九千万亿个", "99999999万亿个", "90071992547410万个", "100—9999999999999万亿个"],
)
def test_no_amount_is_larger_than_a_number_of_a_plan(printed: str) -> None:
    amounts = [*find_amounts(f"不少于{printed}")]

    assert all((amount.value or 0) <= LARGEST and (amount.value_max or 0) <= LARGEST for amount in amounts)


def test_the_largest_number_is_read_and_none_beyond() -> None:
    assert read_chinese("九千万亿") == 9000 * 10**12 <= LARGEST
    assert read_chinese("一亿亿") is None


@pytest.mark.parametrize(
    "words", ["{}", "{0}", "}", "{", "%s", "{0.__class__.__mro__}", "\\1", "\\g<0>", "(?P<n>", "[", "*"]
)
@pytest.mark.parametrize("before", ["省委", "市委", "市", "", "各", "团", "国家税务总局", "人民银行", "省委办公厅"])
def test_words_in_the_name_of_a_body_mean_nothing_but_themselves(before: str, words: str) -> None:
    plain = resolve(before + "甲乙", Region(province="山东省", city="济宁市"))
    strange = resolve(before + words, Region(province="山东省", city="济宁市"))

    assert strange.canonical == plain.canonical.replace("甲乙", words)
    assert strange.body == plain.body.replace("甲乙", words)


@pytest.mark.parametrize("unit", ["/" * 3000, "百" * 3000, "万/" * 2000, "{}", "{0}"])
def test_the_unit_of_a_table_can_be_any_words(unit: str) -> None:
    text = f"一、目标\n指标\t单位\t2025年目标\n床位数\t{unit}\t5\n二、任务\n1.建设中心，床位达到5张。\n"
    plan = planparse.parse(text)

    assert unit in {target.unit for target in plan.targets}
    assert planparse.diff(plan, plan).targets_left_only == ()
    assert planparse.compare([plan, plan]).indicators
