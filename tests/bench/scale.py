"""A run of many documents on Ray that is disturbed, held against a local run; what documents cost and how much room their tables take.

.venv-ray/bin/python tests/bench/scale.py CORPUS [--documents 20000] [--folder /tmp/scale]

Texts of the corpus are copied with a changed line until there are enough; some documents end the process that reads them, some never
end. While the run goes on, a worker of Ray is killed, then all of it, and the same command is given again. Times are of processors.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
from pyarrow import compute, dataset

import traps
from planparse.cli import main as planparse
from planparse.corpus import cluster
from planparse.exporting import TABLES
from spent import inherit, until_all_ended

ROOT = Path(__file__).resolve().parents[2]
KILLING, HANGING = 5, 2
LIMIT = 40
PART = "PLANPARSE_PART"


def write(corpus: Path, folder: Path, count: int) -> None:
    """So many documents in the folder, a thousand a subfolder, the last of them traps."""
    texts = [
        *sorted(corpus.rglob("*.txt")),
        *sorted((ROOT / "tests" / "samples").glob("plan.txt")),
        *sorted(ROOT.glob("seeds/*.txt")),
    ]
    contents = [path.read_bytes() for path in texts]
    step = count // (KILLING + HANGING)
    for number in range(count):
        path = folder / f"{number // 1000:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        trap = number // step if number % step == step // 2 else -1
        if trap >= 0:
            path.write_bytes(traps.KILLS if trap < KILLING else traps.HANGS)
        else:
            path.write_bytes(contents[number % len(contents)].rstrip() + f"\n第{number}份\n".encode())


class Run:
    """A run on Ray that has begun, and what it has written."""

    def __init__(self, source: Path, out: Path, part: int) -> None:
        self.out = out
        options = ("--engine", "ray", "--jobs", "2", "--time-limit", str(LIMIT))
        command = (sys.executable, __file__, "--drive", source, "-o", out, *options)
        told = (out.parent / "ray.log").open("ab")
        self.process = psutil.Popen(command, env=os.environ | {PART: str(part)}, stderr=told, start_new_session=True)

    def parts(self) -> int:
        """How many parts are there."""
        return len([*self.out.glob("plans/*/*.parquet")])

    def members(self) -> list[psutil.Process]:
        """The process and all that it has started."""
        with suppress(psutil.Error):
            return [self.process, *self.process.children(recursive=True)]
        return []

    def workers(self) -> list[psutil.Process]:
        """Those that are at work on a part."""
        found = []
        for process in self.members():
            with suppress(psutil.Error):  # it has ended
                found += [process] if process.cmdline()[:1] == ["ray::MapBatches(_written)"] else []
        return found

    def until(self, parts: int) -> None:
        """Wait for so many parts; others on the machine go first, once Ray has come up, for which it has only some seconds."""
        while self.process.poll() is None and self.parts() < parts:
            for process in self.members() if self.workers() else []:
                with suppress(psutil.Error):
                    process.nice(10)
            time.sleep(2)

    def kill(self) -> None:
        """End all of it at once."""
        for process in self.members():
            process.kill()


def main() -> int:
    """Print the figures, and whether all rows are there and those of the local run."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--documents", type=int, default=20_000)
    arguments.add_argument("--part", type=int, default=cluster._AT_ONCE, help="documents of a part")
    arguments.add_argument("--folder", type=Path, default=Path("/tmp/planparse-scale"))
    asked = arguments.parse_args()
    source, out = asked.folder / "in", asked.folder / "out"
    shutil.rmtree(asked.folder, ignore_errors=True)
    inherit()
    write(asked.corpus, source, asked.documents)
    out.mkdir()

    parts = -(-asked.documents // asked.part)
    run = Run(source, out, asked.part)
    run.until(max(1, parts // 8))
    while not (workers := run.workers()):
        assert run.process.poll() is None
    workers[0].kill()
    print(f"a worker killed at part {run.parts()} of {parts}", flush=True)
    run.until(parts // 2)
    run.kill()
    until_all_ended()
    print(f"the run killed at part {run.parts()} of {parts}", flush=True)
    run = Run(source, out, asked.part)
    run.until(10**9)
    spent = until_all_ended()
    print(f"taken up, and ended with {run.process.returncode}", flush=True)
    print(f"processor time on Ray: {spent:.0f} s, {1000 * spent / asked.documents:.1f} ms a document")

    done, failed = (dataset.dataset(out / name).to_table() for name in ("plans", "errors"))
    named = [*done["document"].to_pylist(), *failed["document"].to_pylist()]
    print(
        f"{done.num_rows} plans and {failed.num_rows} errors of {asked.documents} documents, {len(named) - len({*named})} of them twice"
    )
    for reason in compute.value_counts(compute.utf8_slice_codeunits(failed["error"], 0, 50)).to_pylist():
        print(f"  {reason['counts']} {reason['values']}")

    print("the local run", flush=True)
    for trap in source.rglob("*.txt"):
        if trap.stat().st_size < 10:
            trap.unlink()
    local = asked.folder / "local"
    command = (sys.executable, "-m", "planparse", "extract", source, "-o", local, "--format", "jsonl", "--jobs", "2")
    spent = -until_all_ended()
    subprocess.run(("nice", *command), check=False, stderr=subprocess.DEVNULL)
    spent += until_all_ended()
    print(f"processor time of the local run: {spent:.0f} s, {1000 * spent / asked.documents:.1f} ms a document")
    here = {json.loads(line)["id"]: line.rstrip("\n") for line in (local / "plans.jsonl").open(encoding="utf-8")}
    there = dict(zip(done["plan_id"].to_pylist(), done["plan"].to_pylist(), strict=True))
    print(f"plans of both runs the same: {here == there} ({len(here)})")
    for name in ("errors", *TABLES):
        sizes = [path.stat().st_size for path in (out / name).rglob("*.parquet")]
        print(
            f"{name}: {sum(sizes) / asked.documents:.0f} bytes a document, {dataset.dataset(out / name).count_rows()} rows"
        )
    sizes = [path.stat().st_size for path in source.rglob("*.txt")]
    print(f"documents: {sum(sizes) / asked.documents:.0f} bytes each")
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--drive"]:
        sys.argv[1:2] = ["extract"]
        cluster._connect = traps.connect
        cluster._AT_ONCE = int(os.environ[PART])
        planparse()
    sys.exit(main())
