"""Plans that people have looked at are gold: for the rules of today, and as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planparse import InputError, Plan, parse
from planparse.evaluating import read_gold
from planparse.evaluating.reviewed import gold_of
from planparse.reviewing.anchoring import Entry, entries_of
from planparse.reviewing.applying import apply
from planparse.reviewing.records import Decision, Review
from planparse.writers.as_json import as_json
from running import WORDS, run


def reviewed(*leave: str) -> Plan:
    """A plan in which all is accepted but one target, which is wrong, one that is missing, and the lists to leave."""

    def decided(entry: Entry) -> Decision:
        if entry.quote == "县域内住院率达到90%以上":
            return Decision(on="target", quote=entry.quote, path=entry.path, do="change", field="value", was=90, now=91)
        return Decision(on=entry.on, key=entry.key, quote=entry.quote, path=entry.path, do="accept")

    plan = parse(WORDS, "甲市.txt")
    decisions = [decided(entry) for entry in entries_of(plan) if entry.on not in leave]
    decisions.append(Decision(on="target", quote="建设区域医疗中心", do="add", values={"indicator": "中心", "value": 2}))
    decisions.append(Decision(on="metadata", do="change", field="doc_number", now="甲政〔2024〕1号"))
    done = apply(plan, Review(decisions=tuple(decisions)))
    assert done.lost == []
    return done.plan


def test_the_rules_are_measured_against_what_people_left_standing(tmp_path: Path) -> None:
    folder = tmp_path / "checked"
    folder.mkdir()
    (folder / "甲市.json").write_bytes(as_json(reviewed()))
    (folder / "甲市.review.yaml").write_text("decisions: []\n", "utf-8")

    result = run("evaluate", "--reviewed", folder, "--format", "json")

    assert (result.exit_code, result.stderr) == (0, "")
    document = json.loads(result.stdout)
    lists = document["plans"][0]["lists"]
    assert {name: lists["targets (value)"][name] for name in ("tp", "fp", "fn")} == {"tp": 1, "fp": 1, "fn": 2}
    assert {name: lists["units"][name] for name in ("tp", "fp", "fn")} == {"tp": 2, "fp": 0, "fn": 0}
    assert lists["sections"]["tp"] == lists["sections"]["fp"] == 0
    assert document["plans"][0]["fields"]["metadata.doc_number"] == {"right": 0, "total": 1}


def test_a_reviewed_plan_becomes_a_gold_file(tmp_path: Path) -> None:
    plan, gold = tmp_path / "甲市.json", tmp_path / "甲市.yaml"
    plan.write_bytes(as_json(reviewed()))

    result = run("gold", plan, "-o", gold)

    assert (result.exit_code, result.stderr) == (0, "")
    assert read_gold(gold) == gold_of(reviewed(), "")
    assert [target.value for target in read_gold(gold).targets] == [91, 2, 3]
    assert run("gold", plan).stdout == gold.read_text("utf-8")
    (tmp_path / "甲市.txt").write_text(WORDS, "utf-8")
    measured = run("evaluate", "--gold", gold, "--plans", tmp_path / "甲市.txt", "--misses")
    assert measured.exit_code == 0
    assert "中心" in measured.stdout


HOSTILE = ['"中心": {a: [b]} # c', "- 'x' & *y", "? | > %TAG !t", "\\n \\u0041", "null", "2025-01-01", "@中心`"]


@pytest.mark.parametrize("words", HOSTILE)
def test_gold_holds_words_that_yaml_would_take_for_its_own(words: str, tmp_path: Path) -> None:
    plan = parse(WORDS.replace("建设区域医疗中心", words, 1), "甲市.txt")
    accepted = (Decision(on=one.on, key=one.key, quote=one.quote, path=one.path, do="accept") for one in entries_of(plan))
    done = apply(plan, Review(decisions=tuple(accepted)))
    (tmp_path / "甲市.json").write_bytes(as_json(done.plan))

    assert run("gold", tmp_path / "甲市.json", "-o", tmp_path / "gold.yaml").exit_code == 0

    assert words in {measure.title for measure in read_gold(tmp_path / "gold.yaml").measures or ()}


def test_only_lists_that_were_looked_at_whole_are_gold(tmp_path: Path) -> None:
    assert gold_of(reviewed("unit"), "x").annotated == ("targets", "deadlines")
    assert gold_of(reviewed("measure", "deadline"), "x").annotated == ("targets",)
    for plan in (parse(WORDS), reviewed("target", "unit", "deadline")):
        with pytest.raises(InputError, match="no list was reviewed completely"):
            gold_of(plan, "x")
    (tmp_path / "a.json").write_bytes(as_json(parse(WORDS)))
    for command in (["gold", tmp_path / "a.json"], ["evaluate", "--reviewed", tmp_path]):
        result = run(*command)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"planparse: {tmp_path / 'a.json'}: no list was reviewed completely;")


def test_evaluate_needs_gold_or_reviewed_plans() -> None:
    for arguments, name in (([], "--gold"), (["--gold", "x"], "--plans"), (["--reviewed", "x", "--plans", "y"], "--gold")):
        result = run("evaluate", *arguments)
        assert (result.exit_code, f"{name} is missing" in result.stderr) == (2, True)
