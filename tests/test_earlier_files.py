"""Files that earlier releases wrote are read as they were, and written again as those of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

import planparse
from planparse import Plan
from planparse.cli import app
from planparse.corpus.extracted import sources
from planparse.writers import WRITERS

# Written by planparse 0.1.0, not to be written anew.
FILE = Path(__file__).parent / "contract" / "plan-1.0.json"


def kept(before: Any, now: Any, path: str = "") -> None:
    """All that was there is there, and what has come is nothing."""
    assert type(before) is type(now), path
    if isinstance(before, dict):
        assert before.keys() <= now.keys(), path
        for name, value in before.items():
            kept(value, now[name], f"{path}.{name}")
    elif isinstance(before, list):
        assert len(before) == len(now), path
        for at, (value, other) in enumerate(zip(before, now, strict=True)):
            kept(value, other, f"{path}[{at}]")
    else:
        assert before == now, path


@pytest.mark.parametrize("name", WRITERS)
def test_a_plan_of_1_0_is_written_again_as_one_of_today_with_all_it_held(name: str, tmp_path: Path) -> None:
    before = json.loads(FILE.read_text("utf-8"))
    earlier = tmp_path / f"earlier.{name}"
    earlier.write_text(FILE.read_text("utf-8") if name == "json" else yaml.safe_dump(before, sort_keys=False), "utf-8")

    plan = planparse.load(earlier)

    assert plan.producer is None
    again = json.loads(plan.model_dump_json())
    assert (before.pop("schema_version"), again.pop("schema_version")) == ("1.0", "1.1")
    kept(before, again)
    (tmp_path / f"again.{name}").write_bytes(WRITERS[name](plan))
    assert planparse.load(tmp_path / f"again.{name}") == plan


def test_every_list_is_tried() -> None:
    plan = Plan.model_validate_json(FILE.read_bytes())

    lists = (plan.sections, plan.measures, plan.targets, plan.deadlines, plan.references, plan.quantities, plan.diagnostics)
    assert all(lists)
    assert any(measure.responsibilities for measure in plan.measures)


def test_the_commands_take_a_plan_of_1_0() -> None:
    for command in (["validate", str(FILE)], ["show", str(FILE)], ["diff", str(FILE), str(FILE)]):
        result = CliRunner().invoke(app(), command)
        assert result.exit_code == 0, result.stderr


def test_a_plan_of_1_0_is_found_in_a_folder() -> None:
    assert [source.where for source in sources(str(FILE.parent))] == [str(FILE)]
