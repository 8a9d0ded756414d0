"""What it costs to compare many plans, in processor time: copies of the plans of a corpus with changed lines, extracted before.

python tests/bench/comparing.py CORPUS            # the figures that README quotes
python tests/bench/comparing.py CORPUS --check    # exit 1 where a figure misses its bound
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import planparse
from bounds import Row, status

PLANPARSE = Path(sys.executable).parent / "planparse"
FEW, MANY = 500, 2000
CHANGED = 0.1  # of the longer lines, which come from another plan instead
LONG = 30


class Cost(NamedTuple):
    """Of one run: seconds of processor time, and megabytes at most."""

    seconds: float
    megabytes: float


def write_copies(texts: Sequence[str], count: int, folder: Path) -> None:
    """So many extracted plans, each a text of the corpus with some lines of another."""
    draw = random.Random(count)
    folder.mkdir()
    for number in range(count):
        others = draw.choice(texts).splitlines()
        lines = [
            draw.choice(others) if len(line) > LONG and draw.random() < CHANGED else line
            for line in texts[number % len(texts)].splitlines()
        ]
        plan = planparse.parse("\n".join(lines), f"{number:05}.txt")
        (folder / f"{number:05}.json").write_text(plan.model_dump_json(), "utf-8")


def cost(folder: Path) -> Cost:
    """What `planparse compare` of a folder takes."""
    run = subprocess.Popen(
        (PLANPARSE, "compare", folder, "--format", "json", "-o", folder.with_suffix(".matrix")), stderr=subprocess.DEVNULL
    )
    _, ended, used = os.wait4(run.pid, 0)
    assert ended == 0
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> int:
    """Print a table of figures against their bounds."""
    corpus = Path(sys.argv[1])
    texts = [file.read_text("utf-8", errors="replace") for file in sorted((corpus / "plans").glob("*.txt"))]
    with TemporaryDirectory() as place:
        costs = []
        for count in (FEW, MANY):
            write_copies(texts, count, Path(place, str(count)))
            costs.append(cost(Path(place, str(count))))
    few, many = costs
    rows: list[Row] = [
        (
            f"compare of {MANY} extracted plans, milliseconds of processor time a plan",
            many.seconds / MANY * 1000,
            5.0,
            "at most",
        ),
        (f"compare of {MANY} extracted plans, megabytes", many.megabytes, 400.0, "at most"),
        (f"cost a plan, {MANY} ÷ {FEW} plans", (many.seconds / MANY) / (few.seconds / FEW), 1.3, "at most"),
    ]
    return status(rows)


if __name__ == "__main__":
    sys.exit(main())
