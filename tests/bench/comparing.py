"""What it costs to compare many plans, in processor time: copies of the plans of a corpus with changed sentences, extracted before.

python tests/bench/comparing.py CORPUS            # the figures that README quotes
python tests/bench/comparing.py CORPUS --check    # exit 1 where a figure misses its bound
"""

from __future__ import annotations

import os
import random
import re
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
CHANGED = 0.1  # of the longer sentences, which come from another plan instead
LONG = 30
SENTENCES = re.compile(r"[^。\n]*[。\n]?")  # many texts of a corpus are one line, so lines would leave them as they are


class Cost(NamedTuple):
    """Of one run: seconds of processor time, and megabytes at most."""

    seconds: float
    megabytes: float


def write_copies(texts: Sequence[str], count: int, folder: Path) -> None:
    """So many extracted plans, each a text of the corpus with some sentences of another, and no two of one text: `compare` leaves out a plan that it has."""
    draw = random.Random(count)
    sentences = [SENTENCES.findall(text) for text in texts]
    longer = [[one for one in some if len(one) > LONG] for some in sentences]
    written: set[str] = set()
    folder.mkdir()
    for number in range(count):
        while (text := _copy(sentences[number % len(texts)], draw.choice(longer), draw)) in written:
            pass
        written.add(text)
        (folder / f"{number:05}.json").write_text(planparse.parse(text, f"{number:05}.txt").model_dump_json(), "utf-8")


def _copy(sentences: Sequence[str], others: Sequence[str], draw: random.Random) -> str:
    """A text in which some of the longer sentences, at least one, are of another."""
    places = [at for at, one in enumerate(sentences) if len(one) > LONG]
    changed = {draw.choice(places), *(at for at in places if draw.random() < CHANGED)}
    return "".join(draw.choice(others) if at in changed else one for at, one in enumerate(sentences))


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
