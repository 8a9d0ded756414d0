"""What files made to take memory take, in 2 GB of address space: peaks as multiples of the input, and whether each was read or refused.

python tests/bench/memory.py                       # all forms, files of 2 MB
python tests/bench/memory.py --size 14 text html   # these forms, files of 14 MB
python tests/bench/memory.py --check               # exit 1 where one takes more, or does not end in one line
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "making")]

import hostile_files  # noqa: E402 - the folder of tests comes first

ADDRESSES = 2_000_000  # KiB, as `ulimit -v` counts
MOST = 60  # times the input, of archives when unpacked; of less than a MiB as if it were one
LIMIT = 3_000  # seconds: what is measured is memory, on machines that may be busy
MIB = 1024 * 1024
# What the programs may take that PDFs and LibreOffice are left to, however small a file is; LibreOffice needs a fifth of it to start.
OTHERWISE = dict.fromkeys(("pdf", "doc", "rtf", "odt"), 1024 * MIB)
# Half a kilobyte a letter, of a million letters that an OFD may have.
OTHERWISE["ofd"] = 512 * MIB
TINY = "一、甲。\n二、乙。\n".encode()


class Run(NamedTuple):
    """What became of a file: bytes of memory at the peak of any process, exit status, seconds, lines on standard error.

    What LibreOffice took before it was killed is not seen; its limit holds for that."""

    peak: int
    status: int
    seconds: float
    said: list[str]

    @property
    def verdict(self) -> str:
        """Whether it was read, or refused in one line; else what happened."""
        if self.status == 0 and not self.said:
            return "read"
        if self.status == 1 and len(self.said) == 1 and self.said[0].startswith("planparse: "):
            return "refused"
        return f"exit status {self.status}, {len(self.said)} lines"


def extracted(path: Path, addresses: int = ADDRESSES) -> Run:
    """Extract a file in a process that has so many KiB of address space, as have those that it starts."""
    command = f'ulimit -v {addresses} && exec "$@"'
    started = time.monotonic()
    with (path.parent / "said").open("wb+") as said:
        process = subprocess.Popen(
            ("sh", "-c", command, "sh", sys.executable, "-m", "planparse", "extract", path, "--time-limit", str(LIMIT)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        # Of the process and of all that it has waited for the largest.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").splitlines()
    return Run(usage.ru_maxrss * 1024, process.returncode, time.monotonic() - started, lines)


def write(path: Path, make: Callable[[int], bytes], size: int) -> None:
    """Write the file from a process of its own: what this one has once held would count for those that it starts."""
    process = multiprocessing.get_context("fork").Process(target=lambda: path.write_bytes(make(size)))
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(f"cannot make {path}")


def main() -> int:
    """Print a line a file; with --check fail where a file takes too much or does not end in one line."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "forms", nargs="*", help="text, html, docx …, or one file of a form, as 'text: years'; without any, all"
    )
    parser.add_argument("--size", type=float, default=2, help="MB of each file, of packed ones when unpacked")
    parser.add_argument("--check", action="store_true", help="exit 1 where a figure misses its bound")
    asked = parser.parse_args()
    missed = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        tiny = folder / "tiny.txt"
        tiny.write_bytes(TINY)
        least = extracted(tiny).peak
        print(f"A plan of two lines takes {least / MIB:.0f} MiB; what a file takes beyond that, as multiples of its size:\n")
        for (form, kind), (make, ending) in hostile_files.FILES.items():
            if asked.forms and not {form, f"{form}: {kind}"} & {*asked.forms}:
                continue
            path = folder / f"x{ending}"
            write(path, make, round(asked.size * 1_000_000))
            size = path.stat().st_size
            run = extracted(path)
            beyond = run.peak - least
            bound = max(MOST * max(size, MIB), OTHERWISE.get(form, 0))
            miss = run.verdict not in ("read", "refused") or beyond > bound
            missed += miss
            print(
                f"{form:9} {kind:27} {size / MIB:7.2f} MiB {beyond / MIB:7.0f} MiB {beyond / size:7.1f} times"
                f" {run.seconds:5.0f} s  {run.verdict}{'  MISS' if miss else ''}"
                f"{'  ' + run.said[0].partition(': ')[2].partition(': ')[2][:60] if run.said else ''}",
                flush=True,
            )
    print(
        f"\n{missed} of them take more than {MOST} times their size, or than their program may, or do not end in one line."
    )
    return 1 if missed and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
