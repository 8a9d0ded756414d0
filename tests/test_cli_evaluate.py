"""planparse evaluate as people use it: figures and misses on standard output, what it could not use on standard error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from planparse.evaluating.counts import EntryList, TargetGroup
from planparse.evaluating.numbers.results import ROLES, RowName
from planparse.evaluating.results import LIST_NAMES
from planparse.labels import FIGURES
from planparse.model import TargetKind
from planparse.writers import WRITERS
from running import WORDS, Command, run

pytestmark = pytest.mark.slow  # whole plans are read and compared

GOLD: dict[str, Any] = {
    "sections": [
        {"path": "一、", "heading": "主要目标", "kind": "goals"},
        {"path": "二、", "heading": "主要任务", "kind": "tasks"},
    ],
    "measures": [
        {
            "path": "二、/（一）",
            "title": "建设区域医疗中心",
            "kind": "task",
            "units": [{"name": "市卫生健康委", "role": "lead"}, {"name": "市财政局", "role": "support"}],
        }
    ],
    "targets": [
        {
            "at": "一、",
            "quote": "县域内住院率达到90%以上",
            "indicator": "县域内住院率",
            "kind": "level",
            "comparator": "ge",
            "value": 90,
            "unit": "%",
            "deadline": "2025-12-31",
        },
        {
            "at": "二、/（一）",
            "quote": "建成区域医疗中心3家",
            "indicator": "区域医疗中心",
            "kind": "count",
            "value": 3,
            "unit": "家",
        },
    ],
    "deadlines": [{"text": "到2025年", "end": "2025-12-31"}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with the gold of one plan, and beside it the folder plans with that plan."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "018_甲市.txt").write_text(WORDS, "utf-8")
    folder = tmp_path / "gold"
    folder.mkdir()
    write_gold(folder / "018.yaml")
    return folder


def write_gold(path: Path, **changes: Any) -> None:
    path.write_text(yaml.safe_dump({**GOLD, **changes}, allow_unicode=True), "utf-8")


def test_evaluate_prints_the_figures_of_each_list(planparse: Command, gold: Path) -> None:
    write_gold(gold / "018.yaml", measures=[], metadata={"title": "甲市医疗服务方案"})

    result = planparse("evaluate", "--gold", gold, "--plans", "plans")

    assert (result.returncode, result.stderr) == (0, "")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[:5] == [
        ["list", "precision", "recall", "F1", "tp", "fp", "fn"],
        ["sections", "1.000", "1.000", "1.000", "2", "0", "0"],
        ["section", "kinds", "1.000", "1.000", "1.000", "2", "0", "0"],
        ["measures", "0.000", "1.000", "0.000", "0", "1", "0"],
        ["units", "0.000", "1.000", "0.000", "0", "2", "0"],
    ]
    assert ["references", "–", "–", "–", "0", "0", "0"] in rows
    assert ["metadata.title", "0", "1"] in rows
    assert ["target.due", "2", "2"] in rows
    assert [line for line in result.stdout.splitlines() if line != line.rstrip()] == []


def test_evaluate_lists_misses_and_plans_where_it_is_asked(gold: Path, tmp_path: Path) -> None:
    write_gold(gold / "018.yaml", deadlines=[], targets=[{**GOLD["targets"][0], "deadline": "2030-12-31"}])

    result = run("evaluate", "--gold", gold, "--plans", tmp_path / "plans", "--misses", "--by-plan")

    assert result.exit_code == 0
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert [line.split()[:4] for line in lines if line.startswith("018")] == [["018", "1.000", "1.000", "1.000"]]
    assert lines[lines.index("misses: 3") :] == [
        "misses: 3",
        "  018",
        "    deadlines     extra  一、 到2025年 [2025-12-31]",
        "    targets       wrong  一、 县域内住院率达到90%以上 [due: found 2025-12-31, gold 2030-12-31]",
        "    targets       extra  二、/（一） 建成区域医疗中心3家 [区域医疗中心 eq 3 家]",
    ]


def test_evaluate_speaks_both_languages(gold: Path, tmp_path: Path) -> None:
    write_gold(gold / "018.yaml", deadlines=[])

    for language, said in (("zh", ("召回率", "责任单位", "差错")), ("en", ("recall", "units", "misses"))):
        result = run("evaluate", "--gold", gold, "--plans", tmp_path / "plans", "--misses", "--lang", language)

        assert all(word in result.stdout for word in said)
    assert set(LIST_NAMES) | set(get_args(EntryList)) | set(get_args(TargetGroup)) <= set(FIGURES)
    assert set(ROLES) | set(get_args(RowName)) <= set(FIGURES)


@pytest.mark.parametrize("name", WRITERS)
def test_evaluate_takes_texts_and_extracted_plans_alike(gold: Path, tmp_path: Path, name: str) -> None:
    plans = tmp_path / "plans"
    run("extract", plans / "018_甲市.txt", "-o", tmp_path / "extracted", "--format", name)

    results = [run("evaluate", "--gold", gold, "--plans", folder) for folder in (plans, tmp_path / "extracted")]

    assert [result.exit_code for result in results] == [0, 0]
    assert results[0].stdout == results[1].stdout


def test_evaluate_writes_json_with_everything(gold: Path, tmp_path: Path) -> None:
    write_gold(gold / "018.yaml", deadlines=[])

    result = json.loads(run("evaluate", "--gold", gold, "--plans", tmp_path / "plans", "--format", "json").stdout)

    assert result["lists"]["deadlines"] == {"precision": 0.0, "recall": 1.0, "f1": 0.0, "tp": 0, "fp": 1, "fn": 0}
    assert result["fields"]["target.due"] == {"right": 2, "total": 2}
    (plan,) = result["plans"]
    assert plan["lists"] == result["lists"]
    assert plan["misses"] == [
        {
            "plan": "018",
            "list": "deadlines",
            "fault": "extra",
            "path": "一、",
            "words": "到2025年",
            "field": None,
            "gold": None,
            "found": "2025-12-31",
        }
    ]


def test_evaluate_tells_gains_and_losses_against_a_run_that_was_kept(planparse: Command, gold: Path, tmp_path: Path) -> None:
    wrong = WORDS.replace("市财政局", "市科技局")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "018.txt").write_text(wrong, "utf-8")
    (tmp_path / "plans" / "018_甲市.txt").write_text(WORDS.replace("到2025年", "到2026年"), "utf-8")

    kept = planparse("evaluate", "--gold", gold, "--plans", "old", "--save", "run.json")
    result = planparse("evaluate", "--gold", gold, "--plans", "plans", "--against", "run.json", "--save", "run.json")

    assert (kept.returncode, result.returncode, result.stderr) == (0, 0, "")
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert [line.split() for line in lines if line.startswith("units")][-1] == ["units", "0.500", "1.000", "+0.500"]
    assert [line.split() for line in lines if line.startswith("deadlines")][-1] == ["deadlines", "1.000", "0.000", "-1.000"]
    assert [line.split() for line in lines if line.startswith("sections")][-1] == ["sections", "1.000", "1.000"]
    assert lines[lines.index("gains: 2") :] == [
        "gains: 2",
        "  018",
        "    units         missed 二、/（一） 市财政局 [support]",
        "    units         extra  二、/（一） 市科技局 [support]",
        "",
        "losses: 3",
        "  018",
        "    deadlines     missed 到2025年 [2025-12-31]",
        "    deadlines     extra  一、 到2026年 [2026-12-31]",
        "    targets       wrong  一、 县域内住院率达到90%以上 [due: found 2026-12-31, gold 2025-12-31]",
        "",
        "changed, but not right: 0",
    ]
    again = planparse("evaluate", "--gold", gold, "--plans", "plans", "--against", "run.json", "--format", "json")
    against = json.loads(again.stdout)["against"]
    assert (against["gains"], against["losses"], against["changed"]) == ([], [], [])
    assert against["lists"]["deadlines"] == {"before": 0.0, "now": 0.0}


def test_evaluate_shows_what_is_wrong_in_another_way(gold: Path, tmp_path: Path) -> None:
    plans, old = tmp_path / "plans", tmp_path / "run.json"
    write_gold(gold / "018.yaml", targets=[{**GOLD["targets"][0], "comparator": "eq"}, GOLD["targets"][1]])
    run("evaluate", "--gold", gold, "--plans", plans, "--save", old)
    write_gold(gold / "018.yaml", targets=[{**GOLD["targets"][0], "deadline": None}, GOLD["targets"][1]])

    result = run("evaluate", "--gold", gold, "--plans", plans, "--against", old)

    words = "targets       wrong  一、 县域内住院率达到90%以上"
    lines = result.stdout.splitlines()
    assert lines[lines.index("changed, but not right: 1") + 1 :] == [
        "  018",
        f"    was {words} [comparator: found ge, gold eq]",
        f"    now {words} [due: found 2025-12-31, gold nothing]",
    ]
    assert (
        result.stderr == f"planparse: {old}: was measured against other gold for 018; gains and losses may come from that\n"
    )


def test_evaluate_compares_the_plans_of_both_runs_and_names_the_others(planparse: Command, gold: Path) -> None:
    for name in ("a", "b"):
        write_gold(gold / f"{name}.yaml")
        (gold.parent / "plans" / f"{name}.txt").write_text(WORDS, "utf-8")
    some = ["--gold", "gold/018.yaml", "--gold", "gold/a.yaml", "--plans", "plans"]
    planparse("evaluate", *some, "--save", "run.json")

    result = planparse("evaluate", "--gold", "gold/a.yaml", "--gold", "gold/b.yaml", *some[4:], "--against", "run.json")

    assert result.returncode == 0
    assert result.stderr.splitlines() == [
        "planparse: run.json: lacks b; left out of the comparison",
        "planparse: run.json: also has 018; left out of the comparison",
    ]


def test_gold_that_cannot_be_used_has_a_line_and_the_rest_is_evaluated(planparse: Command, gold: Path) -> None:
    plans = gold.parent / "plans"
    for name in ("alone", "tie", "two", "bad", "broken"):
        write_gold(gold / f"{name}.yaml")
    for name in ("tie.txt", "tie.json", "two_a.txt", "two_b.txt", "bad.txt", "broken.txt", "other.txt"):
        (plans / name).write_text(WORDS, "utf-8")
    write_gold(gold / "bad.yaml", targets=[{"at": "一、", "quote": "九", "kind": "levels"}])
    (gold / "broken.yaml").write_text("targets: [")
    (gold / "018.yml").write_text("{}")

    result = planparse("evaluate", "--gold", "gold", "--plans", "plans", "--by-plan")

    kinds = ", ".join(map(repr, get_args(TargetKind)))
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "planparse: gold/018.yml: has the same name as gold/018.yaml; leave one of them out",
        "planparse: gold/alone.yaml: has no plan; expected alone.txt, alone.json or a file named alone_…",
        "gold/bad.yaml: targets[0].indicator: is missing; should be text",
        f"gold/bad.yaml: targets[0].kind: should be {kinds}; is 'levels'",
        "gold/broken.yaml: line 2, column 1: is not YAML: did not find expected node content",
        "planparse: gold/tie.yaml: matches 2 plans (plans/tie.json, plans/tie.txt); specify the right one with --plans FILE",
        "planparse: gold/two.yaml: matches 2 plans (plans/two_a.txt, plans/two_b.txt); specify the right one with --plans FILE",
    ]
    assert result.stdout.splitlines()[-1].startswith("018")


def test_a_plan_that_is_named_goes_before_those_in_the_folder(planparse: Command, gold: Path) -> None:
    (gold.parent / "plans" / "018_旧.txt").write_text(WORDS, "utf-8")

    result = planparse("evaluate", "--gold", gold, "--plans", "plans", "--plans", "plans/018_甲市.txt")

    assert (result.returncode, result.stderr) == (0, "")


def test_a_plan_belongs_to_the_gold_with_the_longest_name(planparse: Command, gold: Path) -> None:
    write_gold(gold / "018_甲市.yaml")
    (gold.parent / "plans" / "018.txt").write_text(WORDS, "utf-8")

    result = planparse("evaluate", "--gold", gold, "--plans", "plans")

    assert (result.returncode, result.stderr) == (0, "")


def test_gold_that_is_named_twice_counts_once(gold: Path, tmp_path: Path) -> None:
    plans = tmp_path / "plans"

    once, twice = (run("evaluate", "--gold", gold, *more, "--plans", plans) for more in ([], ["--gold", gold / "018.yaml"]))

    assert twice.exit_code == 0
    assert twice.stdout == once.stdout


def test_gold_may_lie_beside_its_plans(planparse: Command, gold: Path) -> None:
    write_gold(gold.parent / "plans" / "018.yaml")

    result = planparse("evaluate", "--gold", "plans", "--plans", "plans")

    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--gold", "nothing", "--plans", "plans"], "nothing: there is no such file or folder; check the path"),
        (["--gold", "gold", "--plans", "nothing"], "nothing: there is no such file or folder; check the path"),
        (["--gold", "plans", "--plans", "plans"], "plans: contains no *.yaml, *.yml; check the path"),
        (
            ["--gold", "gold", "--plans", "plans", "--against", "nothing.json"],
            "nothing.json: there is no such file; check the path",
        ),
        (
            ["--gold", "gold", "--plans", "plans", "--against", "gold/018.yaml"],
            "gold/018.yaml: is not a complete saved run (the whole file: Invalid JSON: expected value at line 1 column 1); save one again",
        ),
        (["--gold", "gold", "--plans", "plans", "--save", "gold"], "gold: is a folder; move it away or choose another place with --save"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("gold")
def test_what_evaluate_cannot_use_has_a_line(planparse: Command, options: list[str], line: str) -> None:
    result = planparse("evaluate", *options)

    assert (result.returncode, result.stderr) == (1, f"planparse: {line}\n")
    assert bool(result.stdout) == (options[0:4] == ["--gold", "gold", "--plans", "plans"])


# numbers of single paragraphs


PARAGRAPH: dict[str, Any] = {
    "opens": "到2025年，县域内",
    "length": 21,
    "numbers": [{"at": 1, "text": "2025", "role": "deadline"}, {"at": 15, "text": "90", "role": "parameter"}],
    "targets": [{"quote": "县域内住院率", "indicator": "县域内住院率", "kind": "change", "deadline": None}],
}


def write_numbers(folder: Path, *paragraphs: dict[str, Any]) -> None:
    values = {"document": "018", "issuer": "甲市", "paragraphs": paragraphs or [PARAGRAPH]}
    (folder / "018.yaml").write_text(json.dumps(values), "utf-8")


def test_evaluate_measures_numbers_where_the_gold_holds_paragraphs(planparse: Command, gold: Path) -> None:
    write_numbers(gold)

    result = planparse("evaluate", "--gold", gold, "--plans", "plans", "--by-plan", "--misses")

    assert (result.returncode, result.stderr) == (0, "")
    lines = [line.split() for line in result.stdout.splitlines() if line]
    assert lines[0] == ["numbers", "precision", "recall", "right", "no", "commitment", "in", "gold", "said"]
    wilson = ["1.000", "(0.207–1.000)"]
    assert lines[1:4] == [
        ["targets", "0.000", "0.000", "0.000", *wilson, "1", "1"],
        ["coverage", "–", "–", "–", "–", "0", "0"],
        ["all", "targets", "0.000", "0.000", "0.000", *wilson, "1", "1"],
    ]
    assert ["numbers", "0.500", "(0.095–0.905)", "2"] in lines
    assert ["gold", "↓", "read", "→", "target", "deadline", "together"] in lines
    assert ["deadline", "·", "1", "1"] in lines
    assert ["parameter", "1", "·", "1"] in lines
    assert ["018", "1", "0", "0", "1", "1"] in lines
    assert result.stdout.splitlines()[-5:] == [
        "misses: 3",
        "  018",
        "    numbers       wrong  ¶1 到2025年，县域内住院率达到[90]%以上。 [role: found target, gold parameter]",
        "    targets       missed ¶1 县域内住院率 [县域内住院率 eq]",
        "    targets       extra  ¶1 县域内住院率达到90%以上 [县域内住院率 ge 90 %]",
    ]


def test_evaluate_shows_gains_of_numbers_and_writes_all_of_them_as_json(planparse: Command, gold: Path) -> None:
    write_numbers(gold)
    planparse("evaluate", "--gold", gold, "--plans", "plans", "--save", "run.json")
    target = {"numbers": [2], "indicator": "县域内住院率", "kind": "level", "value": 90, "unit": "%", "comparator": "ge"}
    numbers = [PARAGRAPH["numbers"][0], {**PARAGRAPH["numbers"][1], "role": "target"}]
    write_numbers(gold, {**PARAGRAPH, "numbers": numbers, "targets": [{**target, "deadline": "2025-12-31"}]})

    shown, written = (
        planparse("evaluate", "--gold", gold, "--plans", "plans", "--against", "run.json", "--lang", "zh", *form)
        for form in ([], ["--format", "json"])
    )

    assert [line.split() for line in shown.stdout.splitlines() if line.startswith("目标: 正确")] == [
        ["目标:", "正确", "0.000", "1.000", "+1.000"]
    ]
    assert "改进: 3" in shown.stdout
    found = json.loads(written.stdout)
    assert found["numbers"]["targets"]["targets"]["right"] == {"share": 1.0, "low": None, "high": None, "of": 1}
    assert found["numbers"]["roles"]["target"]["target"] == 1
    assert sum(tenth["said"] for tenth in found["numbers"]["calibration"]["tenths"]) == 1
    assert found["against"]["numbers"]["targets: right"] == {"before": 0.0, "now": 1.0}


def test_a_paragraph_that_the_plan_has_not_has_a_line_with_its_place(planparse: Command, gold: Path) -> None:
    write_numbers(gold, PARAGRAPH, {**PARAGRAPH, "opens": "到2026年，县域内"})

    result = planparse("evaluate", "--gold", "gold", "--plans", "plans")

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "gold/018.yaml: paragraphs[1]: no paragraph of the plan begins with 到2026年，县域内 and has these numbers; "
        "check that this is the right plan\n"
    )


def test_a_document_that_is_no_plan_is_told_of_and_its_numbers_are_unread(planparse: Command, gold: Path) -> None:
    write_numbers(gold)
    (gold.parent / "plans" / "018_甲市.txt").write_text("今天天气很好，大家都来了。", "utf-8")

    result = planparse("evaluate", "--gold", gold, "--plans", "plans")

    assert result.returncode == 0
    assert (
        result.stderr
        == "planparse: plans/018_甲市.txt: does not look like a plan: no outline, measure or target found; check the file\n"
    )
    assert ["parameter", "1", "1"] in [line.split() for line in result.stdout.splitlines()]
