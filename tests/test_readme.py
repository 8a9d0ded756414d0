"""What the two READMEs say is what the code does: the excerpt, the commands, the figures.

The figures are checked in the English one, and that its twin states the same.
"""

from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path

import duckdb
import pytest

import pairs
import planparse
from planparse.evaluating import read_gold
from planparse.exporting import EXPORTERS, tables
from running import Command
from yaml_files import read_yaml

ROOT = Path(__file__).resolve().parents[1]
READMES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh-CN.md")}
README, TWIN = READMES.values()

each_readme = pytest.mark.parametrize("readme", READMES.values(), ids=READMES)


def blocks(readme: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", readme, re.DOTALL)


def commands(readme: str) -> list[str]:
    lines = [line.strip() for line in uncommented(readme).splitlines() if line.startswith("    ")]
    return [line for line in lines if line.startswith(".venv/bin/planparse ")]


def uncommented(text: str) -> str:
    return re.sub(r"(^|\s+)(#|--) .*", "", text, flags=re.MULTILINE)


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def named(text: str) -> list[str]:
    return re.findall(r"`[^`\n]+`", text)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a newcomer has it: the sample plans and their gold, and nothing extracted yet."""
    for part in ("seeds", "tests/gold"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


def test_each_leads_to_the_other() -> None:
    assert "[中文](README.zh-CN.md)" in README[:100]
    assert "[English](README.md)" in TWIN[:100]


def test_both_have_the_same_sections_with_the_same_figures_and_names() -> None:
    ours, theirs = (re.split(r"^(#+) .*\n", readme, flags=re.MULTILINE) for readme in READMES.values())

    assert ours[1::2] == theirs[1::2]
    for our, their in zip(ours[2::2], theirs[2::2], strict=True):
        for found in (numbers, named):
            assert Counter(found(our)) == Counter(found(their))


def test_their_tables_say_the_same_row_by_row() -> None:
    ours, theirs = (re.findall(r"^\|.*\|$", readme, re.MULTILINE) for readme in READMES.values())

    for our, their in zip(ours, theirs, strict=True):
        assert [numbers(cell) for cell in our.split(" | ")] == [numbers(cell) for cell in their.split(" | ")], their
        assert named(our) == named(their)


@pytest.mark.parametrize("language", ["json", "python", "sql", "yaml"])
def test_their_examples_differ_in_comments_only(language: str) -> None:
    ours, theirs = (
        [uncommented(block) for block in blocks(readme, language) if uncommented(block)] for readme in READMES.values()
    )

    assert ours == theirs


@each_readme
def test_the_two_commands_stand_near_the_top(readme: str) -> None:
    beginning = readme[: readme.index("```")]

    assert re.findall(r"^    (make \w+) ", beginning, re.MULTILINE) == ["make demo", "make test"]


@each_readme
def test_the_excerpt_is_what_the_kept_output_holds(readme: str) -> None:
    excerpt = json.loads(blocks(readme, "json")[0])
    kept = json.loads((ROOT / "output" / "jining.json").read_text("utf-8"))

    assert excerpt == next(target for target in kept["targets"] if target["id"] == excerpt["id"])


@each_readme
def test_its_pictures_are_there_and_load_at_once(readme: str) -> None:
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", readme)

    assert pictures
    assert all((ROOT / picture).stat().st_size <= 300_000 for picture in pictures)


def test_both_print_the_same_commands() -> None:
    assert commands(README) == commands(TWIN)


@pytest.mark.slow
def test_the_commands_run_one_behind_the_other_as_they_are_printed(desk: Path, planparse: Command) -> None:
    """The shell makes words of each line; what starts is this process, for to start a program costs more than most of what they do."""
    printed = commands(README)  # those of the twin are the same
    assert len(printed) >= 5

    for line in printed:
        words = subprocess.run(
            f"printf '%s\\0' {line.removeprefix('.venv/bin/planparse')}",
            shell=True,
            cwd=desk,
            capture_output=True,
            text=True,
            check=True,
        )
        done = planparse(*words.stdout.split("\0")[:-1])

        assert done.returncode == 0, (line, done.stderr)


@pytest.mark.slow
def test_the_questions_to_the_database_have_answers(tmp_path: Path) -> None:
    plans = [planparse.extract(ROOT / "seeds" / name) for name in ("jining.txt", "bozhou.txt")]
    with EXPORTERS["duckdb"](tmp_path, "en") as write:
        write(tables(plans))

    with duckdb.connect(tmp_path / "plans.duckdb", read_only=True) as database:
        leads, rates, gaps = (database.sql(query).fetchall() for query in blocks(README, "sql"))

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
    (desk / "example.py").write_text(blocks(README, "python")[0], "utf-8")
    monkeypatch.chdir(desk)

    runpy.run_path("example.py")

    assert len(capsys.readouterr().out.splitlines()) == len(planparse.extract("seeds/jining.txt").targets)


@each_readme
def test_the_gold_that_is_shown_holds_and_shows_every_list(readme: str) -> None:
    gold = read_gold(BytesIO(blocks(readme, "yaml")[0].encode()))

    assert gold.model_fields_set == type(gold).model_fields.keys() - {"annotated"}


def test_the_table_of_accuracy_is_what_the_score_says() -> None:
    score = runpy.run_path(str(ROOT / "tests" / "score.py"))["score"]
    pairs = [
        (
            read_yaml(ROOT / "tests" / "gold" / f"{name}.yaml"),
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


@pytest.mark.slow
def test_the_figures_of_the_diff_are_what_the_score_says() -> None:
    gold = pairs.PAIRS / "jining-bozhou.diff.yaml"
    said = pairs.score_of(gold, pairs.found_of(gold, ROOT))
    text = " ".join(README.split())

    assert f"measures that answer each other {said['f1']['measure pairs']:.3f}, of the pairs of targets" in text
    assert f"of the pairs of targets {said['f1']['indicator pairs']:.3f}; " in text
    for name, words in (("verdicts", "verdicts"), ("same lead", "comparisons of who leads")):
        right, of = said["fields"][name]
        assert f"{right} of {of} {words}" in text
