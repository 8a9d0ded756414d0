"""What README.md says is what the code does: its excerpt, its commands, its figures."""

from __future__ import annotations

import json
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import duckdb
import pytest
import yaml

import pairs
import planparse
from planparse.evaluating import read_gold
from planparse.exporting import EXPORTERS, tables

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMAND = Path(sys.executable).parent / "planparse"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands() -> list[str]:
    return [line.split("  #")[0].strip() for line in README.splitlines() if line.startswith("    .venv/bin/planparse ")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a newcomer has it: the sample plans and their gold, and nothing extracted yet."""
    folder = tmp_path_factory.mktemp("desk")
    for part in ("seeds", "tests/gold"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def test_the_excerpt_is_what_the_kept_output_holds() -> None:
    excerpt = json.loads(blocks("json")[0])
    kept = json.loads((ROOT / "output" / "jining.json").read_text("utf-8"))

    assert excerpt == next(target for target in kept["targets"] if target["id"] == excerpt["id"])


def test_its_pictures_are_there_and_load_at_once() -> None:
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", README)

    assert pictures
    assert all((ROOT / picture).stat().st_size <= 300_000 for picture in pictures)


def test_the_commands_run_one_behind_the_other_as_they_are_printed(desk: Path) -> None:
    assert len(commands()) >= 5

    for command in commands():
        line = command.replace(".venv/bin/planparse", shlex.quote(str(COMMAND)), 1)
        done = subprocess.run(line, shell=True, cwd=desk, capture_output=True, text=True, check=False)

        assert done.returncode == 0, (command, done.stderr)


def test_the_questions_to_the_database_have_answers(tmp_path: Path) -> None:
    plans = [planparse.extract(ROOT / "seeds" / name) for name in ("jining.txt", "bozhou.txt")]
    with EXPORTERS["duckdb"](tmp_path, "en") as write:
        write(tables(plans))

    with duckdb.connect(tmp_path / "plans.duckdb", read_only=True) as database:
        leads, rates, gaps = (database.sql(query).fetchall() for query in blocks("sql"))

    counted = Counter(
        lead
        for plan in plans
        for measure in plan.measures
        for lead in {
            unit.body or unit.canonical
            for clause in measure.responsibilities
            for unit in clause.units
            if unit.role == "lead"
        }
    )
    assert [(lead, measures) for lead, measures, _ in leads] == sorted(
        counted.items(), key=lambda item: (-item[1], item[0])
    )[:10]
    assert [(title, indicator, value) for title, indicator, _, value, *_ in rates] == [
        (plans[0].metadata.title, "重点人群签约率", 90),
        (plans[0].metadata.title, "全人群签约率", 60),
    ]
    assert {title: count for title, _, count in gaps} == {
        plan.metadata.title: sum(
            not any(unit.role == "lead" for clause in measure.responsibilities for unit in clause.units)
            for measure in plan.measures
        )
        for plan in plans
    }


def test_the_python_example_prints_every_target(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "example.py").write_text(blocks("python")[0], "utf-8")
    monkeypatch.chdir(desk)

    runpy.run_path("example.py")

    assert len(capsys.readouterr().out.splitlines()) == len(planparse.extract("seeds/jining.txt").targets)


def test_the_gold_that_is_shown_holds_and_shows_every_list() -> None:
    gold = read_gold(BytesIO(blocks("yaml")[0].encode()))

    assert gold.model_fields_set == type(gold).model_fields.keys()


def test_the_table_of_accuracy_is_what_the_score_says() -> None:
    score = runpy.run_path(str(ROOT / "tests" / "score.py"))["score"]
    pairs = [
        (
            yaml.safe_load((ROOT / "tests" / "gold" / f"{name}.yaml").read_text("utf-8")),
            json.loads((ROOT / "output" / f"{name}.json").read_text("utf-8")),
        )
        for name in ("jining", "bozhou")
    ]
    tallies, fields, _ = score(pairs)

    def row(name: str) -> tuple[str, int]:
        _, _, f1, found, _, missed = tallies[name].row()
        return f"{f1:.3f}", found + missed

    said = dict(re.findall(r"^\| ([^|]+) \| ([\d./ ]+) \| \d+ \|$", README, re.MULTILINE))
    counted = {name: int(of) for name, of in re.findall(r"^\| ([^|]+) \| [\d./ ]+ \| (\d+) \|$", README, re.MULTILINE)}
    expected = {
        "sections and their kinds": row("section kinds"),
        "measures": row("measures"),
        "responsible bodies with their roles": row("units"),
        "deadlines": row("deadlines"),
        "references": row("references"),
        "coverage targets (全覆盖, 全部 …)": row("coverage (value)"),
    }
    for name, (f1, of) in expected.items():
        assert (said[name], counted[name]) == (f1, of)
    assert said["targets found / right"] == f"{row('targets (value)')[0]} / {row('targets (strict)')[0]}"
    right, wanted = (sum(n[i] for key, n in fields.items() if key.startswith("metadata.")) for i in (0, 1))
    assert f"| metadata | {'all right' if right == wanted else f'{right} right'} | {wanted} fields |" in README


def test_the_figures_of_the_diff_are_what_the_score_says() -> None:
    said = pairs.scored(
        pairs.PAIRS / "jining-bozhou.diff.yaml", ROOT / "seeds" / "jining.txt", ROOT / "seeds" / "bozhou.txt"
    )
    text = " ".join(README.split())

    assert f"measures that answer each other {said['f1']['measure pairs']:.3f}, of the pairs of targets" in text
    assert f"of the pairs of targets {said['f1']['indicator pairs']:.3f}; " in text
    for name, words in (("verdicts", "verdicts"), ("same lead", "comparisons of who leads")):
        right, of = said["fields"][name]
        assert f"{right} of {of} {words}" in text
