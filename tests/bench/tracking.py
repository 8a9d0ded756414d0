"""Whether tracking names all changes that are planted in plans, and invents none.

python tests/bench/tracking.py                # twenty changes in each sample plan
python tests/bench/tracking.py CORPUS [MANY]  # and in so many plans of CORPUS/plans and CORPUS/files that have room for them
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import planparse

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "making"))
import planting  # noqa: E402 - lies with the tests

CHANGES = 20
SEED = 1


def roomy(corpus: Path) -> Iterator[planparse.Plan]:
    """The plans of a corpus with measures enough to plant all changes in."""
    for path in sorted([*corpus.glob("plans/*.txt"), *corpus.glob("files/*.txt")], key=lambda path: path.name):
        plan = planparse.extract(path)
        if len(planting.Planting(plan, SEED).plant(CHANGES)[1]) == CHANGES:
            yield plan


def main(arguments: list[str]) -> None:
    """Print a line a plan, then the sums."""
    plans = [planparse.extract(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    if arguments:
        plans += islice(roomy(Path(arguments[0])), int(arguments[1]) if len(arguments) > 1 else 1)
    sums: Counter[str] = Counter()
    for plan in plans:
        planted, missed, invented = planting.trial(plan, SEED, CHANGES)
        sums += Counter(planted=len(planted), missed=len(missed), invented=len(invented))
        print(f"{plan.source.name}: planted {len(planted)}, named {len(planted) - len(missed)}, invented {len(invented)}")
        for one in missed:
            print(f"  missed    {one.what} {one.title}")
        for words in invented:
            print(f"  invented  {words}")
    print(
        f"plans {len(plans)}, planted {sums['planted']}, named {sums['planted'] - sums['missed']}, invented {sums['invented']}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
