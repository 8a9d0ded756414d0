"""How right the themes of `compare` are, against those of two groups of ten plans labelled by reading: pairs of measures in one row.

python tests/bench/themes.py CORPUS
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import yaml

import pairs
import planparse

THEMES, FURTHER = pairs.PAIRS / "themes.yaml", pairs.PAIRS / "themes_building.yaml"
# Drawn by lot from the ten of the first group; the other five are kept for measuring. The second group is for building.
BUILDING = ("003", "010", "011", "013", "023")
Place = tuple[str, str]


def joined(rows: Iterable[Collection[Place]], plans: Collection[str]) -> set[frozenset[Place]]:
    """The pairs of measures of these plans that stand in one row."""
    return {frozenset(pair) for row in rows for pair in combinations([place for place in row if place[0] in plans], 2)}


def rows(group: Path, halves: Mapping[str, Collection[str]], corpus: Path) -> Iterator[str]:
    """Precision, recall and F1 of the plans of a group and of its halves, of all measures and of those that are sure to be on their themes."""
    gold = yaml.safe_load(group.read_text("utf-8"))
    names: list[str] = gold["plans"]
    matrix = planparse.compare(planparse.extract(pairs.plan_of(name, corpus)) for name in names)
    said = {
        "all": [[(names[one.plan], one.path) for one in row.measures] for row in matrix.themes],
        "sure": [[(names[one.plan], one.path) for one in row.measures if one.confidence == "sure"] for row in matrix.themes],
    }
    right = [[(plan, path) for plan, paths in theme["rows"].items() for path in paths] for theme in gold["themes"]]
    for half, plans in halves.items():
        wanted = joined(right, plans or names)
        for measures, themes in said.items():
            found = joined(themes, plans or names)
            hits = len(found & wanted)
            yield (
                f"{half:20} {measures:5} precision {hits / len(found):.3f}  recall {hits / len(wanted):.3f}  "
                f"F1 {2 * hits / (len(found) + len(wanted)):.3f}"
            )


def main(corpus: Path) -> None:
    """Print the figures of both groups."""
    kept = {*yaml.safe_load(THEMES.read_text("utf-8"))["plans"]} - {*BUILDING}
    print(*rows(THEMES, {"all": (), "used for building": BUILDING, "kept for measuring": kept}, corpus), sep="\n")
    print(*rows(FURTHER, {"further, for building": ()}, corpus), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
