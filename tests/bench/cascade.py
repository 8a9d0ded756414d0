"""How right the answers are that a cascade finds: which document of the corpus carries out which, against those found by reading.

python tests/bench/cascade.py CORPUS    # a folder with plans/ and files/, whose names begin with three digits and _
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

import planparse
from planparse.cascading.answering import edges
from planparse.cascading.documents import Library

GOLD = Path(__file__).resolve().parents[1] / "gold" / "answers" / "corpus.yaml"


def pairs(gold: dict[str, list[str]]) -> set[tuple[str, str]]:
    """A pair of numbers, the lower document first, for each that is carried out."""
    return {(lower, upper) for lower, uppers in gold.items() for upper in uppers}


def main(corpus: Path) -> None:
    """Print what was found, missed and invented, then precision and recall."""
    gold = yaml.safe_load(GOLD.read_text("utf-8"))
    wanted, optional = pairs(gold["answers"]), pairs(gold["optional"])
    plans, numbers = [], []
    for path in sorted([*corpus.glob("plans/*"), *corpus.glob("files/*")], key=lambda path: path.name):
        try:
            plans.append(planparse.extract(path))
        except planparse.InputError as error:
            print(f"left out: {error}", file=sys.stderr)
        else:
            numbers.append(path.name[:3])
    found = {(numbers[edge.lower], numbers[edge.upper]): edge for edge in edges(plans, Library(plans))[0]}
    there = {pair for pair in wanted if set(pair) <= set(numbers)}
    for lower, upper in sorted(there - found.keys()):
        print(f"missed    {lower} carries out {upper}")
    invented = found.keys() - wanted - optional
    for lower, upper in sorted(invented):
        edge = found[lower, upper]
        print(f"invented  {lower} carries out {upper}: {plans[edge.lower].text[edge.start : edge.end]}")
    right = len(there & found.keys())
    by = {name: sum(found[pair].by == name for pair in there & found.keys()) for name in ("number", "title", "words")}
    print(f"documents {len(plans)}, carried out by another {len(there)}; known by {by}")
    print(f"precision {right / max(right + len(invented), 1):.3f}  recall {right / max(len(there), 1):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
