"""A register of one's own: what it adds, in which commands, and what is said of one that does not hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import planparse
from planparse import Plan
from planparse.language.indicators import identified, register
from planparse.validating.registers import own_entries
from running import WORDS, run

OWN = "health:\n  regional_centres: {names: 区域医疗中心, unit: 家, direction: higher, source: 甲市}\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    return path


def ids(written: str) -> list[str | None]:
    plan = Plan.model_validate_json(written)
    assert not plan.is_edited
    return [target.indicator_id for target in plan.targets]


def test_own_entries_are_found_in_what_is_extracted(text: Path, own: Path) -> None:
    assert ids(run("extract", text).stdout) == ["county_inpatient_rate", None]
    assert ids(run("extract", text, "--indicators", own).stdout) == ["county_inpatient_rate", "regional_centres"]


def test_own_entries_are_found_in_a_folder_and_anew_where_they_change(text: Path, own: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for format_, result in (("json", "甲市.json"), ("jsonl", "plans.jsonl")):
        asked = ("extract", text.parent / "*.txt", "-o", out, "--format", format_, "--jobs", "1")

        assert run(*asked).exit_code == 0
        assert ids((out / result).read_text("utf-8"))[1] is None
        assert run(*asked, "--indicators", own).exit_code == 0
        assert ids((out / result).read_text("utf-8"))[1] == "regional_centres"


def test_the_indicators_of_plans_are_listed_with_those_that_no_entry_knows(text: Path, own: Path) -> None:
    def listed(*options: str | Path) -> tuple[dict[str, list[str]], list[str]]:
        said = json.loads(run("indicators", text, "--format", "json", *options).stdout)
        assert said["plans"] == 1
        return {one["id"]: one["names"] for one in said["known"]}, [one["name"] for one in said["unknown"]]

    assert listed() == ({"county_inpatient_rate": ["县域内住院率"]}, ["区域医疗中心"])
    assert listed("--indicators", own) == (
        {"county_inpatient_rate": ["县域内住院率"], "regional_centres": ["区域医疗中心"]},
        [],
    )
    assert "only" not in run("indicators", text, "--all", "--lang", "en").stdout
    assert "names that stand once not shown: 1" in run("indicators", text, "--lang", "en").stdout


@pytest.mark.parametrize(
    ("direction", "verdict"), [("lower", "right_stricter"), ("higher", "left_stricter"), ("neither", "left_stricter")]
)
def test_the_direction_of_an_own_entry_decides_a_verdict(tmp_path: Path, direction: str, verdict: str) -> None:
    own, plans = tmp_path / "own.yaml", (tmp_path / "甲市.txt", tmp_path / "乙市.txt")
    for path, value in zip(plans, (30, 20), strict=True):
        path.write_text(f"# {path.stem}养老方案\n一、主要目标\n机构床位闲置率达到{value}%。\n", "utf-8")
    own.write_text(
        f"care:\n  idle_beds: {{names: 机构床位闲置率, unit: '%', direction: {direction}, source: 甲市}}\n", "utf-8"
    )

    [pair] = json.loads(run("diff", *plans, "--format", "json", "--indicators", own).stdout)["targets"]

    assert (pair["left"]["indicator_id"], pair["verdict"], pair["difference"]["value"]) == ("idle_beds", verdict, 10)


@pytest.mark.parametrize(("direction", "fate", "distance"), [("lower", "raised", 10), ("higher", "lowered", -10)])
def test_the_direction_of_an_own_entry_decides_a_fate(direction: str, fate: str, distance: int) -> None:
    upper, lower = (
        "# 甲省养老服务方案\n一、主要目标\n机构床位闲置率达到30%。\n",
        "# 乙市养老服务方案\n根据《甲省养老服务方案》，制定本方案。\n一、主要目标\n机构床位闲置率达到20%。\n",
    )
    own = own_entries(
        f"care:\n  idle_beds: {{names: 机构床位闲置率, unit: '%', direction: {direction}, source: 甲市}}\n".encode(),
        "own.yaml",
    )
    known = register().with_entries(own)

    [answer] = planparse.cascade(
        [identified(planparse.parse(text), known) for text in (upper, lower)], indicators=known
    ).answers

    [found] = answer.targets
    assert (found.fate, found.distance) == (fate, distance)


def test_plans_are_compared_by_own_entries(text: Path, own: Path, tmp_path: Path) -> None:
    other = tmp_path / "乙市.txt"
    other.write_text(WORDS.replace("甲市", "乙市").replace("区域医疗中心3家", "区域诊疗高地5家"), "utf-8")
    own.write_text(OWN.replace("区域医疗中心,", "[区域医疗中心, 区域诊疗高地],"), "utf-8")

    def rows(*options: str | Path) -> list[str | None]:
        said = json.loads(run("compare", text, other, "--format", "json", *options).stdout)
        return [row["indicator_id"] for row in said["indicators"] if len(row["targets"]) > 1]

    assert rows() == ["county_inpatient_rate"]
    assert {*rows("--indicators", own)} == {"county_inpatient_rate", "regional_centres"}
    assert run("diff", text, other, "--indicators", own).exit_code == 0


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("hello", "should be sector: {id: {names: [name], unit: unit}}, with at least one entry"),
        ("{}", "should be sector: {id: {names: [name], unit: unit}}, with at least one entry"),
        ("health:\n  Beds: {names: [床位]}\n", "health.Beds: an id consists of lower-case letters"),
        ("health:\n  beds: {unit: 张}\n", "health.beds: names"),
        ("health:\n  beds: {names: [床位], direktion: higher}\n", "health.beds: direktion"),
        ("health:\n  beds: {names: [床位], direction: up}\n", "health.beds: direction"),
        ("health:\n  beds: 床位\n", "health.beds: "),
        ('health:\n  beds: {names: ""}\n', "health.beds: names"),
        (
            "health:\n  beds: {names: [床位]}\n  places: {names: [全市床位数]}\n",
            "the name 全市床位数 already belongs to beds",
        ),
        ("health: [\n", "line 2"),
    ],
)
def test_a_file_that_does_not_hold_gives_a_line(written: str, told: str, text: Path, own: Path) -> None:
    own.write_text(written, "utf-8")

    for command in (("extract", text), ("compare", text, text), ("diff", text, text), ("indicators", text)):
        result = run(*command, "--indicators", own, "--lang", "en")

        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1
        assert str(own) in result.stderr
        assert told in result.stderr
