"""What a batch costs and survives, on plans made of the samples' lines; times are ratios taken in one run.

python tests/bench/batch.py            # the figures that README quotes
python tests/bench/batch.py --check    # exit 1 where a figure misses its bound
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bounds import status

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


def written(folder: Path) -> dict[str, bytes]:
    """What a run has written, by its path, but for what it keeps for the next run."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and ".planparse" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


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


def memory(folder: Path) -> float:
    """Ten thousand plans ÷ a thousand."""
    peaks = []
    for count in (1000, 10_000):
        plans = folder / f"small-{count}"
        write_plans(plans, count, 0.02)
        peaks.append(peak(plans, folder / f"peak-{count}"))
    return peaks[1] / peaks[0]


def survived(folder: Path, count: int, kills: int, *options: str) -> bool:
    """Whether a run that was killed so many times, at random points, ends with the bytes of one that was not."""
    plans = folder / "killed"
    write_plans(plans, count, 0.3)
    (plans / "broken.txt").write_bytes(b"")
    whole, killed = folder / f"whole{''.join(options)}", folder / f"again{''.join(options)}"
    start = time.perf_counter()
    assert extract(plans, whole, *options).wait() == 1
    length = time.perf_counter() - start
    draw = random.Random(kills)
    for number in range(kills):
        process = extract(plans, killed, *options)
        time.sleep(length * draw.uniform(0.3, 0.9) / (1 + number / 2))
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert extract(plans, killed, *options).wait() == 1
    return written(whole) == written(killed)


def main() -> int:
    """Print every figure with its bound; with --check fail where one is missed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        gain, overhead = speed(folder)
        rows = [
            ("1 job ÷ 2 jobs, 1,000 plans", gain, 1.8, "at least"),
            ("1 job ÷ bare parse in one process, 1,000 plans", overhead, 1.3, "at most"),
            ("memory of the parent, 10,000 ÷ 1,000 plans", memory(folder), 1.2, "at most"),
            ("killed five times, then the same bytes", survived(folder, 400, 5), 1, "at least"),
            ("the same with --format jsonl", survived(folder, 400, 5, "--format", "jsonl"), 1, "at least"),
        ]
    return status(rows)


if __name__ == "__main__":
    sys.exit(main())
