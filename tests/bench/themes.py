"""How right the themes of `compare` are, against those of ten plans that were labelled by reading: pairs of measures in one row.

python tests/bench/themes.py CORPUS
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from itertools import combinations
from pathlib import Path

import yaml

import pairs
import planparse

THEMES = pairs.PAIRS / "themes.yaml"
# Drawn by lot from the ten; the other five are kept for measuring.
BUILDING = ("003", "010", "011", "013", "023")
Place = tuple[str, str]


def joined(rows: Iterable[Collection[Place]], plans: Collection[str]) -> set[frozenset[Place]]:
    """The pairs of measures of these plans that stand in one row."""
    return {frozenset(pair) for row in rows for pair in combinations([place for place in row if place[0] in plans], 2)}


def main(corpus: Path) -> None:
    """Print precision, recall and F1 of all plans and of both halves, of all measures and of those that are sure to be on their themes."""
    gold = yaml.safe_load(THEMES.read_text("utf-8"))
    names: list[str] = gold["plans"]
    matrix = planparse.compare(planparse.extract(pairs.plan_of(name, corpus)) for name in names)
    said = {
        "all": [[(names[one.plan], one.path) for one in row.measures] for row in matrix.themes],
        "sure": [[(names[one.plan], one.path) for one in row.measures if one.confidence == "sure"] for row in matrix.themes],
    }
    right = [[(plan, path) for plan, paths in theme["rows"].items() for path in paths] for theme in gold["themes"]]
    halves = {"all": names, "used for building": BUILDING, "kept for measuring": [*{*names} - {*BUILDING}]}
    for half, plans in halves.items():
        wanted = joined(right, plans)
        for measures, rows in said.items():
            found = joined(rows, plans)
            hits = len(found & wanted)
            print(
                f"{half:20} {measures:5} precision {hits / len(found):.3f}  recall {hits / len(wanted):.3f}  "
                f"F1 {2 * hits / (len(found) + len(wanted)):.3f}"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
