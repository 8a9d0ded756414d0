"""Entries keep their keys while their words stay; a seal fits a plan until somebody edits it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planparse import Plan, extract, parse
from planparse.validating.faults import faults_of
from planparse.writers import WRITERS

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def keys_of(plan: Plan) -> set[str | None]:
    clauses = [clause for measure in plan.measures for clause in measure.responsibilities]
    return {entry.key for entries in (plan.targets, plan.measures, plan.deadlines, clauses) for entry in entries}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_keys_stay_where_blanks_and_paragraphs_come(seed: Path) -> None:
    text = seed.read_text("utf-8")
    before = parse(text)
    middle = before.measures[3].span.start
    target = before.targets[5].span.start
    written = before.text
    blanks = f"{written[: target + 2]} {written[target + 2 :]}"
    longer = f"{written[:middle]}本段说明背景情况，供参考使用。\n{written[middle:]}"

    kept = keys_of(before)
    entries = sum(map(len, (before.targets, before.measures, before.deadlines)))
    clauses = sum(len(measure.responsibilities) for measure in before.measures)
    assert len(kept) == entries + clauses
    assert None not in kept
    assert len(kept - keys_of(parse(blanks))) <= 1  # a blank may part what rules read as one
    assert not kept - keys_of(parse(longer))


@pytest.mark.parametrize("name", WRITERS)
def test_the_seal_fits_what_was_written_whoever_made_it_and_nothing_else(name: str, tmp_path: Path) -> None:
    import planparse  # noqa: PLC0415 - its load is no other's

    path = tmp_path / f"plan.{name}"
    path.write_bytes(WRITERS[name](extract(SEEDS[0])))
    plan = planparse.load(path)

    assert not plan.is_edited
    assert not plan.model_copy(update={"producer": None}).is_edited
    assert plan.model_copy(update={"targets": plan.targets[1:]}).is_edited
    assert plan.model_copy(update={"seal": None}).is_edited


def test_what_was_taken_out_stands_where_its_words_are(values: dict[str, Any]) -> None:
    span = values["targets"][0]["span"]
    taken = {"on": "target", "path": "一、", "quote": "县域内住院率", "span": span}
    values["removed"] = [taken, {**taken, "quote": "没有这些字"}, {**taken, "span": {"start": 0, "end": 3}, "on": "plan"}]

    faults = [str(fault) for fault in faults_of(values, Plan, "a-plan")]

    assert faults[0].startswith("removed[2].on: should be 'target', 'measure', 'unit', 'deadline'")
    assert faults[1].startswith("removed[1].quote: the text at ")
    assert len(faults) == 2
    values["removed"] = [taken]
    assert Plan.model_validate_json(json.dumps(values)).removed[0].quote == "县域内住院率"
