"""How right a diff is: measure pairs, indicator pairs, verdicts and leads against alignments that were made by reading.

python tests/bench/pairs.py                  # the two sample plans
python tests/bench/pairs.py FOLDER [GOLD...] # pairs of plans whose texts lie in FOLDER, named by number: 041_….txt
"""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

import planparse

TESTS = Path(__file__).resolve().parents[1]
SEEDS = TESTS.parent / "seeds"
PAIRS = TESTS / "pairs"

sys.path.insert(0, str(TESTS))
import score_diff  # noqa: E402 - lies with the tests, as it came


def scored(gold: Path, left: Path, right: Path) -> dict[str, Any]:
    """What score_diff.py says: f1 and fields by name."""
    found = planparse.diff(planparse.extract(left), planparse.extract(right))
    with TemporaryDirectory() as folder:
        written = Path(folder) / "diff.json"
        written.write_text(found.model_dump_json(), "utf-8")
        return score_of(gold, written)


def score_of(gold: Path, diff: Path) -> dict[str, Any]:
    """What score_diff.py prints with --json."""
    with redirect_stdout(StringIO()) as printed:
        score_diff.main([str(gold), str(diff), "--json"])
    return json.loads(printed.getvalue())


def plans_of(gold: Path, folder: Path) -> tuple[Path, Path]:
    """The texts of the two plans that a gold file names by their numbers."""
    left, right = (next(folder.glob(f"{name}_*.txt")) for name in yaml.safe_load(gold.read_text("utf-8"))["plans"])
    return left, right


def row(gold: Path, said: dict[str, Any]) -> str:
    """A line of the table."""
    f1, fields = said["f1"], said["fields"]
    right = "  ".join(f"{name} {hit}/{of}" for name, (hit, of) in fields.items())
    return f"{gold.name.removesuffix('.diff.yaml'):34}  measure pairs {f1['measure pairs']:.3f}  indicator pairs {f1['indicator pairs']:.3f}  {right}"


def main(arguments: list[str]) -> None:
    """Print a line a pair."""
    if not arguments:
        gold = PAIRS / "jining-bozhou.diff.yaml"
        print(row(gold, scored(gold, SEEDS / "jining.txt", SEEDS / "bozhou.txt")))
    for gold in map(Path, arguments[1:]):
        print(row(gold, scored(gold, *plans_of(gold, Path(arguments[0])))))


if __name__ == "__main__":
    main(sys.argv[1:])
