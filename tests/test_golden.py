"""output/ holds what the code writes today, and what it writes is as right as the README says."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

import planparse
from golden import without_rules
from planparse.writers import WRITERS
from planparse.writers.as_json import as_json
from yaml_files import read_yaml

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

# The least F1 of each list, and the lists that tests/score.py knows.
LEAST_F1 = {
    "sections": 1.0,
    "section kinds": 1.0,
    "measures": 1.0,
    "units": 1.0,
    "deadlines": 1.0,
    "references": 1.0,
    "targets (value)": 0.99,
    "targets (strict)": 0.97,
    "coverage (value)": 0.9,
}


@pytest.fixture(scope="module")
def scored() -> tuple[dict[str, Any], dict[str, list[int]], list[str]]:
    """What tests/score.py says of all seeds: tallies by list, hits and tries by field, and each miss."""
    spec = spec_from_file_location("score", Path(__file__).with_name("score.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    pairs = [
        (
            read_yaml(Path(__file__).parent / "gold" / f"{seed.stem}.yaml"),
            json.loads(WRITERS["json"](planparse.extract(seed))),
        )
        for seed in SEEDS
    ]
    tallies, fields, misses = module.score(pairs)
    return tallies, fields, misses


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
@pytest.mark.parametrize("name", WRITERS)
def test_the_output_that_is_kept_is_what_the_code_writes(seed: Path, name: str) -> None:
    kept = ROOT / "output" / f"{seed.stem}.{name}"
    written = without_rules(WRITERS[name](planparse.extract(seed)).decode())

    assert kept.read_text("utf-8") == written, "review what `make golden` changes"


def test_the_diff_that_is_kept_is_what_the_code_writes() -> None:
    kept = ROOT / "output" / "jining-bozhou.diff.json"
    left, right = (planparse.extract(ROOT / "seeds" / f"{name}.txt") for name in ("jining", "bozhou"))

    written = without_rules(as_json(planparse.diff(left, right)).decode())

    assert kept.read_text("utf-8") == written, "review what `make golden` changes"


@pytest.mark.parametrize(("name", "least"), LEAST_F1.items())
def test_a_list_is_as_right_as_it_must_be(scored: Any, name: str, least: float) -> None:
    tallies, _, misses = scored
    *_, f1, _, _, _ = tallies[name].row()

    assert f1 >= least, "\n".join(misses)


def test_all_metadata_are_right(scored: Any) -> None:
    _, fields, misses = scored
    metadata = {name: counts for name, counts in fields.items() if name.startswith("metadata.")}

    assert metadata
    assert all(right == tries for right, tries in metadata.values()), "\n".join(misses)
