"""What a batch costs and survives, on plans made of the samples' lines; times are ratios taken in one run.

python tests/bench/batch.py            # the figures that README quotes
python tests/bench/batch.py --check    # exit 1 where a figure misses its bound
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bounds import Row, status
from spent import spent_by
from survival import FORMS, Trial, disturbed, killed

ROOT = Path(__file__).resolve().parents[2]
SEEDS = [ROOT / "seeds" / name for name in ("jining.txt", "bozhou.txt")]
PLANPARSE = Path(sys.executable).parent / "planparse"
HEADING = re.compile("[一二三四五六七八九十]+、")
ROUNDS = 3


def write_plans(folder: Path, count: int, share: float) -> list[Path]:
    """So many plans in the folder, a hundred a subfolder: headings of a sample, and that share of its other lines."""
    draw = random.Random(count)
    lines = [path.read_text("utf-8").splitlines() for path in SEEDS]
    paths = []
    for number in range(count):
        title, *rest = lines[number % 2]
        kept = [line for line in rest if HEADING.match(line) or draw.random() < share]
        path = folder / f"{number // 100:03}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join((title, *kept)) + "\n", "utf-8")
        paths.append(path)
    return paths


def extract(plans: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    """A run that has begun, in a session of its own."""
    command = (PLANPARSE, "extract", plans, "-o", out, *options)
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def timed(plans: Path, out: Path, *options: str) -> float:
    """Seconds of a whole run."""
    start = time.perf_counter()
    assert extract(plans, out, *options).wait() == 0
    return time.perf_counter() - start


def speed(folder: Path) -> tuple[float, float]:
    """One job ÷ two on a thousand plans; one job ÷ the bare parse of the same texts to JSON in one process, started alike."""
    plans = folder / "thousand"
    write_plans(plans, 1000, 0.9)
    bare = (
        "import sys, pathlib, planparse\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).rglob('*.txt')):\n"
        "    planparse.parse(path.read_text('utf-8'), path.name).model_dump_json()\n"
    )
    alone, one, two = [], [], []
    for number in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run((sys.executable, "-c", bare, plans), check=True)
        alone.append(time.perf_counter() - start)
        one.append(timed(plans, folder / f"one-{number}", "--jobs", "1"))
        two.append(timed(plans, folder / f"two-{number}", "--jobs", "2"))
    # The least of each: what others do on the machine only adds.
    return min(one) / min(two), min(one) / min(alone)


def peak(plans: Path, out: Path) -> int:
    """The most memory that the process held which started the others, in KiB."""
    process = extract(plans, out, "--jobs", "2")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss


PARSE = """
import sys, pathlib, planparse
def line(path):
    return planparse.parse(path.read_text("utf-8"), path.name).model_dump_json()
"""
# The same texts to the same lines: by a bare pool of two processes, as plans read back, and as a batch of Arrow's.
POOL = f"""{PARSE}
from multiprocessing import Pool
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.txt"))
with Pool(2) as pool, open(sys.argv[2], "w", encoding="utf-8") as out:
    out.writelines(line + "\\n" for line in pool.imap(line, paths))
"""
LOAD = """
import sys
from planparse import Plan
for line in open(sys.argv[1], "rb"):
    Plan.model_validate_json(line)
"""
BATCH = """
import sys, pathlib, pyarrow, planparse
if __name__ == "__main__":
    paths = sorted(map(str, pathlib.Path(sys.argv[1]).rglob("*.txt")))
    planparse.extract_batch(pyarrow.table({"path": paths}))
"""


def costs(folder: Path) -> Iterator[Row]:
    """Processor time of all processes: lines by two jobs, rows of Arrow, and tables of what was extracted."""
    plans, out = folder / "thousand", folder / "costs"
    out.mkdir()
    for name, program in (("pool", POOL), ("load", LOAD), ("batch", BATCH)):
        (out / f"{name}.py").write_text(program, "utf-8")
    python = Path(sys.executable)
    extract_, export = (PLANPARSE, "extract", plans, "-o"), (PLANPARSE, "export", out / "lines" / "plans.jsonl", "-o", out)
    lines = spent_by((*extract_, out / "lines", "--format", "jsonl", "--jobs", "2"))
    pool = spent_by((python, out / "pool.py", plans, out / "pool.jsonl"))
    yield "jsonl with two jobs ÷ a bare pool of two, 1,000 plans", lines / pool, 1.1, "at most"
    batch = spent_by((python, out / "batch.py", plans))
    yield "extract_batch ÷ jsonl with two jobs, 1,000 plans", batch / lines, 1.3, "at most"
    loaded = spent_by((python, out / "load.py", out / "lines" / "plans.jsonl"))
    yield (
        "export to parquet ÷ bare model_validate_json, 1,000 plans",
        spent_by((*export, "--format", "parquet")) / loaded,
        2.5,
        "at most",
    )


def look(folder: Path) -> float:
    """What it costs to look at a plan that is done ÷ to read and hash its bytes, by the difference of 10,000 plans and 1,000."""
    spent = []
    for count in (1000, 10_000):
        plans, out = folder / f"small-{count}", folder / f"peak-{count}"
        spent.append(min(spent_by((PLANPARSE, "extract", plans, "-o", out, "--jobs", "2")) for _ in range(ROUNDS)))
    start = time.process_time()
    for path in (folder / "small-10000").rglob("*.txt"):
        sha256(path.read_bytes()).hexdigest()
    return (spent[1] - spent[0]) / 9000 / ((time.process_time() - start) / 10_000)


def memory(folder: Path) -> float:
    """Ten thousand plans ÷ a thousand."""
    peaks = []
    for count in (1000, 10_000):
        plans = folder / f"small-{count}"
        write_plans(plans, count, 0.02)
        peaks.append(peak(plans, folder / f"peak-{count}"))
    return peaks[1] / peaks[0]


def survival(folder: Path, kills: int) -> Iterator[Row]:
    """What kills and other disturbances have left as if they had not been; what went wrong stands on standard error."""
    plans = folder / "survival"
    write_plans(plans, 60, 0.3)
    (plans / "broken.txt").write_bytes(b"")
    done = held = tried = 0
    for form, options in FORMS.items():
        own = folder / form
        own.mkdir()
        trial = Trial(plans, own / "whole", options)
        draw = random.Random(form)
        done += killed(trial, own / "killed", kills // len(FORMS), draw)
        survived, disturbances = disturbed(trial, own, draw)
        held, tried = held + survived, tried + disturbances
        for trouble in trial.troubles:
            print(f"{form}: {trouble}", file=sys.stderr)
    yield f"of {kills} kills of parent, worker or all, survived", done, kills, "at least"
    yield f"of {tried} other disturbances, survived", held, tried, "at least"


def main() -> int:
    """Print every figure with its bound; with --check fail where one is missed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        gain, overhead = speed(folder)
        rows = [
            ("1 job ÷ 2 jobs, 1,000 plans", gain, 1.8, "at least"),
            ("1 job ÷ bare parse in one process, 1,000 plans", overhead, 1.3, "at most"),
            *costs(folder),
            ("memory of the parent, 10,000 ÷ 1,000 plans", memory(folder), 1.2, "at most"),
            ("a look at a plan that is done ÷ reading and hashing its bytes", look(folder), 8, "at most"),
            *survival(folder, 100),
        ]
    return status(rows)


if __name__ == "__main__":
    sys.exit(main())
