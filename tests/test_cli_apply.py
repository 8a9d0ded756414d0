"""planparse apply, and extract beside a review file or an edited result."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planparse import Plan, load
from planparse.reviewing.files import read_review
from running import WORDS, run

pytestmark = pytest.mark.slow  # whole plans are read and compared

QUOTE = "县域内住院率达到90%以上"
CHANGE = f"{{on: target, quote: {QUOTE}, path: 一、, do: change, field: value, was: 90, now: 91, by: 甲}}"
LOST = "{on: target, quote: 这句话谁也没有写过, do: accept}"


def reviewed(path: Path, *decisions: str) -> Path:
    path.write_text("decisions:\n" + "".join(f"  - {decision}\n" for decision in decisions), "utf-8")
    return path


def edited(path: Path, value: Any) -> None:
    values = json.loads(path.read_text("utf-8"))
    values["targets"][0]["value"] = value
    path.write_text(json.dumps(values, ensure_ascii=False), "utf-8")


def test_a_review_file_is_put_onto_a_text_and_onto_what_was_extracted(text: Path, tmp_path: Path) -> None:
    review = reviewed(tmp_path / "甲市.review.yaml", CHANGE)
    run("extract", text, "-o", tmp_path)

    results = [run("apply", text, review), run("apply", text), run("apply", tmp_path / "甲市.json")]

    assert [(result.exit_code, result.stderr) for result in results] == [(0, "")] * 3
    assert len({result.stdout for result in results}) == 1
    plan = Plan.model_validate_json(results[0].stdout)
    assert plan.targets[0].value == 91
    assert plan.targets[0].review
    assert (plan.targets[0].review.was, plan.targets[0].review.by) == ({"value": 90}, "甲")
    (tmp_path / "again.json").write_text(results[0].stdout, "utf-8")
    assert run("apply", tmp_path / "again.json", review).stdout == results[0].stdout
    assert run("validate", "--strict", tmp_path / "again.json").exit_code == 1  # its words say 90
    assert run("validate", tmp_path / "again.json").exit_code == 0


def test_what_finds_no_place_is_listed_and_the_rest_is_written(text: Path, tmp_path: Path) -> None:
    review = reviewed(tmp_path / "r.yaml", LOST, CHANGE)

    for language, line in (
        ("en", "accept target “这句话谁也没有写过” (—): not applied; the text no longer contains these words;"),
        ("zh", "认可目标“这句话谁也没有写过”（—）：没有落实；文本中已没有这些字句；"),
    ):
        result = run("apply", text, review, "-o", tmp_path / f"{language}.json", "--lang", language)
        assert result.exit_code == 1
        assert result.stderr.startswith(f"{review}: {line}")
        assert load(tmp_path / f"{language}.json").targets[0].value == 91


def test_the_page_to_review_in_goes_on_with_what_was_decided(text: Path, tmp_path: Path) -> None:
    def decided(plan: Path) -> list[dict[str, Any]]:
        page = run("report", plan, "--review")
        assert (page.exit_code, page.stderr) == (0, "")
        data = re.search(r'id="desk">(.*?)</script>', page.stdout)
        assert data
        assert json.loads(data[1])["name"] == plan.stem
        decisions: list[dict[str, Any]] = json.loads(data[1])["decisions"]
        return decisions

    assert decided(text) == []
    review = reviewed(tmp_path / "甲市.review.yaml", CHANGE, LOST)
    assert [(one["do"], one["quote"]) for one in decided(text)] == [("change", QUOTE), ("accept", "这句话谁也没有写过")]
    run("apply", text, "-o", tmp_path / "乙市.json")
    assert [(one["was"], one["now"], one["by"]) for one in decided(tmp_path / "乙市.json")] == [(90, 91, "甲")]

    review.write_text("decisions: 5", "utf-8")
    broken = run("report", text, "--review", "-o", tmp_path / "page.html")
    assert broken.exit_code == 1
    assert broken.stderr == f"{review}: decisions: should be a list; is 5\n"
    assert not (tmp_path / "page.html").exists()


def test_extract_takes_the_review_file_beside_its_output_or_in_a_folder(text: Path, tmp_path: Path) -> None:
    out, reviews = tmp_path / "out", tmp_path / "reviews"
    for folder in (out, reviews):
        folder.mkdir()
    reviewed(out / "甲市.review.yaml", CHANGE)
    reviewed(reviews / "甲市.review.yaml", CHANGE.replace("now: 91", "now: 92"))

    beside = run("extract", text, "-o", out)
    elsewhere = run("extract", text, "--reviews", reviews)
    without = run("extract", text)

    assert (beside.exit_code, beside.stderr, elsewhere.exit_code) == (0, "", 0)
    values = [
        Plan.model_validate_json(one).targets[0].value
        for one in ((out / "甲市.json").read_bytes(), elsewhere.stdout, without.stdout)
    ]
    assert values == [91, 92, 90]
    # Its own output, with decisions on it, is no edit.
    reviewed(out / "甲市.review.yaml", CHANGE.replace("now: 91", "now: 93"), LOST)
    again = run("extract", text, "-o", out)
    assert again.exit_code == 1
    assert "这句话谁也没有写过" in again.stderr
    assert load(out / "甲市.json").targets[0].value == 93


def test_what_somebody_edited_is_not_written_over_without_a_word(text: Path, tmp_path: Path) -> None:
    result = tmp_path / "甲市.json"
    run("extract", text, "-o", tmp_path)
    edited(result, 89)
    text.write_text(WORDS.replace("90%", "95%"), "utf-8")

    refused = run("extract", text, "-o", tmp_path)

    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"planparse: {result}: was edited, ")
    assert load(result).targets[0].value == 89
    result.write_text(result.read_text("utf-8")[:-9], "utf-8")  # an edit that went wrong is one
    assert run("extract", text, "-o", tmp_path).exit_code == 1
    assert run("extract", text, "-o", tmp_path, "--force").exit_code == 0
    assert load(result).targets[0].value == 95
    text.write_text(WORDS, "utf-8")
    assert run("extract", text, "-o", tmp_path).exit_code == 0  # nobody has edited that


def test_reviews_of_a_folder_lie_as_its_results_do(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / "plans" / name).mkdir(parents=True)
        (tmp_path / "plans" / name / "方案.txt").write_text(WORDS, "utf-8")
    (tmp_path / "reviews" / "a").mkdir(parents=True)
    reviewed(tmp_path / "reviews" / "a" / "方案.review.yaml", CHANGE)

    result = run("extract", tmp_path / "plans", "-o", tmp_path / "out", "--reviews", tmp_path / "reviews")

    assert result.exit_code == 0
    assert [load(tmp_path / "out" / name / "方案.json").targets[0].value for name in "ab"] == [91, 90]


def test_a_decision_on_the_metadata_that_does_not_hold_takes_no_other_with_it(text: Path, tmp_path: Path) -> None:
    wrong = "{on: metadata, do: change, field: status, was: final, now: foo}"
    right = "{on: metadata, do: change, field: issuer, was: null, now: 甲市人民政府}"
    review = reviewed(tmp_path / "r.yaml", wrong, right)

    result = run("apply", text, review, "-o", tmp_path / "out.json")

    assert result.exit_code == 1
    assert "status" in result.stderr
    assert "issuer" not in result.stderr
    assert load(tmp_path / "out.json").metadata.issuer == "甲市人民政府"


def test_a_folder_is_reviewed_file_by_file_and_edits_in_it_stay(tmp_path: Path) -> None:
    plans, out = tmp_path / "plans", tmp_path / "out"
    plans.mkdir()
    for name in ("甲", "乙", "丙"):
        (plans / f"{name}.txt").write_text(WORDS, "utf-8")
    assert run("extract", plans, "-o", out).exit_code == 0
    reviewed(out / "甲.review.yaml", CHANGE)
    edited(out / "乙.json", 89)
    (plans / "乙.txt").write_text(WORDS.replace("90%", "95%"), "utf-8")

    result = run("extract", plans, "-o", out)

    assert result.exit_code == 1
    assert "乙.txt: " in result.stderr
    assert "was edited" in result.stderr
    assert [load(out / f"{name}.json").targets[0].value for name in ("甲", "乙", "丙")] == [91, 89, 90]
    # What finds no place is told by every run.
    reviewed(out / "甲.review.yaml", CHANGE, LOST)
    for _ in range(2):
        result = run("extract", plans, "-o", out)
        assert (result.exit_code, "这句话谁也没有写过" in result.stderr) == (1, True)
    reviewed(out / "甲.review.yaml", CHANGE)
    assert run("extract", plans, "-o", out, "--force").exit_code == 0
    assert [load(out / f"{name}.json").targets[0].value for name in ("甲", "乙", "丙")] == [91, 95, 90]
    assert run("export", out, "-o", tmp_path / "tables").exit_code == 0


def test_an_edited_file_becomes_a_review_file(text: Path, tmp_path: Path) -> None:
    run("extract", text, "-o", tmp_path, "--format", "json", "--format", "yaml")
    result, review = tmp_path / "甲市.json", tmp_path / "甲市.review.yaml"
    edited(result, 89)

    made = run("apply", text, "--from", result, "-o", review)

    assert (made.exit_code, made.stderr) == (0, "")
    [decision] = read_review(review).decisions
    assert (decision.do, decision.field, decision.was, decision.now, decision.quote) == ("change", "value", 90, 89, QUOTE)
    assert read_review(review).plan.source_sha256 == load(result).source.sha256
    again = run("apply", text, "--from", result, "-o", review)
    assert (again.exit_code, "already exists and was not overwritten" in again.stderr) == (1, True)
    assert run("apply", text, "--from", result, "-o", review, "--force").exit_code == 0
    assert run("extract", text, "-o", tmp_path, "--force").exit_code == 0
    assert load(result).targets[0].value == 89


def test_what_other_rules_wrote_is_told(text: Path, tmp_path: Path) -> None:
    run("extract", text, "-o", tmp_path)
    values = json.loads((tmp_path / "甲市.json").read_text("utf-8"))
    values["producer"]["rules"] = "0" * 16
    (tmp_path / "other.json").write_text(json.dumps(values), "utf-8")

    result = run("apply", text, "--from", tmp_path / "other.json")

    assert result.exit_code == 0
    assert "was extracted by other rules" in result.stderr
    assert result.stdout.endswith("decisions: []\n")


def test_wrong_usage_and_files_that_do_not_hold_have_their_lines(text: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("decisions: [{on: target, do: accept}, 3]", "utf-8")

    assert run("apply", text).stderr == f"planparse: {text}: has no 甲市.review.yaml beside it; specify the review file\n"
    assert run("apply", text, broken, "--from", text).exit_code == 2
    assert run("apply", "-", "-").exit_code == 2
    result = run("apply", text, broken)
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.partition(": ")[2][:13] for line in result.stderr.splitlines()] == ["decisions[0]:", "decisions[1]:"]


def test_a_plan_without_a_review_file_loads_nothing_for_reviews(text: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from planparse.cli import app\n"
        f"app()(['extract', {str(text)!r}, '-o', {str(tmp_path / 'out')!r}], standalone_mode=False)\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('planparse.reviewing.', 'planparse.validating'))))\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["planparse.reviewing.places"]


def test_reviews_are_put_onto_lines_as_onto_files(tmp_path: Path) -> None:
    plans, reviews, out = tmp_path / "plans", tmp_path / "reviews", tmp_path / "out"
    for folder in (plans, reviews):
        folder.mkdir()
    for name in ("甲", "乙"):
        (plans / f"{name}.txt").write_text(WORDS, "utf-8")
    reviewed(reviews / "甲.review.yaml", CHANGE)
    into_lines = ("extract", plans, "--format", "jsonl", "--reviews", reviews)

    def values(lines: str) -> list[object]:
        return sorted(json.loads(line)["targets"][0]["value"] for line in lines.splitlines())

    assert values(run(*into_lines).stdout) == [90, 91]
    result = run(*into_lines, "-o", out)
    lines = (out / "plans.jsonl").read_text("utf-8")
    assert (result.exit_code, values(lines)) == (0, [90, 91])
    assert "2 done before" in " ".join(run(*into_lines, "-o", out).stderr.split())
    # A decision more, and one that finds no place: told by every run, and the plan is read again by each.
    reviewed(reviews / "乙.review.yaml", CHANGE, LOST)
    for _ in range(2):
        result = run(*into_lines, "-o", out)
        assert (result.exit_code, "这句话谁也没有写过" in result.stderr) == (1, True)
        assert values((out / "plans.jsonl").read_text("utf-8")) == [91, 91]
    (reviews / "乙.review.yaml").unlink()
    assert run(*into_lines, "-o", out).exit_code == 0
    assert (out / "plans.jsonl").read_text("utf-8") == lines


def test_reviews_lie_beside_lines_as_beside_files(text: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    reviewed(tmp_path / "out" / f"{text.stem}.review.yaml", CHANGE)

    assert run("extract", text, "-o", tmp_path / "out", "--format", "jsonl").exit_code == 0
    assert json.loads((tmp_path / "out" / "plans.jsonl").read_text("utf-8"))["targets"][0]["value"] == 91
