"""What a run over many plans survives: kills, disks that are full or closed, a second run, results and records in disorder.

After each the run is started again, and must end with the bytes of one that nothing has disturbed, with no process and no
half-written file left, and without a traceback.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

COMMAND = (sys.executable, "-m", "planparse", "extract")
PATIENCE = 60  # seconds until what a killed run has started must be gone
FORMS: dict[str, tuple[str, ...]] = {"files": (), "lines": ("--format", "jsonl")}


def written(folder: Path) -> dict[str, bytes]:
    """What a run has written, by its path, but for what it keeps for the next run."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and ".planparse" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


class Run:
    """A run that has begun, in a session of its own, and all that it starts."""

    def __init__(self, plans: Path, out: Path, options: Sequence[str] = ()) -> None:
        self._told = TemporaryFile()  # noqa: SIM115 - `end` closes it
        command = (*COMMAND, plans, "-o", out, "--jobs", "2", *options)
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=self._told, start_new_session=True)

    def members(self) -> list[int]:
        """The processes of the session that live."""
        return [pid for pid, state, _, session in _processes() if session == self.process.pid and state not in "ZX"]

    def workers(self) -> list[int]:
        """Those that read plans: each leads a group of its own."""
        own = self.process.pid
        return [pid for pid, state, group, session in _processes() if session == own != pid == group and state not in "ZX"]

    def kill(self, whom: str, draw: random.Random) -> None:
        """Kill the parent, one of the workers, or all, where they still live."""
        if whom == "parent":
            victims = [self.process.pid]
        elif whom == "worker":
            victims = draw.sample(workers, 1) if (workers := self.workers()) else []
        else:
            victims = self.members()
        for pid in victims:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue  # it has ended by itself

    def end(self) -> tuple[int, str]:
        """Wait for its end; exit status and standard error."""
        with self._told:
            status = self.process.wait()
            self._told.seek(0)
            return status, self._told.read().decode()

    def is_gone(self) -> bool:
        """Whether nobody of the session is left, at once or soon."""
        until = time.monotonic() + PATIENCE
        while self.members():
            if time.monotonic() > until:
                return False
            time.sleep(0.02)
        return True


def _processes() -> Iterator[tuple[int, str, int, int]]:
    """Number, state, group and session of every process (Linux)."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, group, session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue  # it has ended meanwhile
            yield int(entry.name), state, int(group), int(session)


@dataclass
class Trial:
    """Plans, the results of a run that nothing disturbed, and what went wrong with those that something did."""

    plans: Path
    out: Path
    options: tuple[str, ...]
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        start = time.perf_counter()
        status, told = Run(self.plans, self.out, self.options).end()
        self.seconds = time.perf_counter() - start
        assert status in {0, 1}, told
        self.status, self.expected = status, written(self.out)

    def check(self, what: str, run: Run) -> tuple[int, str]:
        """Wait until the run has ended; no process may be left of it, and no traceback may be told."""
        status, told = run.end()
        if not run.is_gone():
            self.troubles.append(f"{what}: processes are left")
        if "Traceback" in told or "a bug in planparse" in told:
            self.troubles.append(f"{what}: {told}")
        return status, told

    def completes(self, what: str, out: Path) -> bool:
        """Run to the end, and see whether all is as if nothing had been; the troubles say what is not."""
        before = len(self.troubles)
        status, told = self.check(what, Run(self.plans, out, self.options))
        if status != self.status:
            self.troubles.append(f"{what}: exit status {status}: {told}")
        if written(out) != self.expected:
            self.troubles.append(f"{what}: other bytes")
        if parts := [str(path) for path in out.rglob("*.part")]:
            self.troubles.append(f"{what}: {parts}")
        return len(self.troubles) == before


def killed(trial: Trial, out: Path, kills: int, draw: random.Random) -> int:
    """So many kills at random moments, of parent, worker and all in turn; gives how many the results have survived."""
    survived = pending = 0
    for number in range(kills):
        whom = ("parent", "worker", "all")[number % 3]
        run = Run(trial.plans, out, trial.options)
        time.sleep(draw.uniform(0, trial.seconds))
        run.kill(whom, draw)
        trial.check(f"{whom} killed", run)
        pending += 1
        # Now and then all is done, and the next kill meets a run that begins anew.
        if draw.random() < 0.2 or number == kills - 1:
            if trial.completes(f"{pending} kills, the last of {whom}", out):
                survived += pending
            pending = 0
            subprocess.run(("rm", "-rf", out), check=True)
    return survived


def disturbed(trial: Trial, folder: Path, draw: random.Random) -> tuple[int, int]:
    """All other disturbances; gives how many of them the results have survived, and how many there were."""
    tried = [
        *_two_runs(trial, folder),
        *_disks(trial, folder),
        *_disorder(trial, folder, draw),
    ]
    return sum(tried), len(tried)


def _two_runs(trial: Trial, folder: Path) -> Iterator[bool]:
    out = folder / "shared"
    runs = [Run(trial.plans, out, trial.options) for _ in range(3)]
    ended = [trial.check("runs at once", run) for run in runs]
    refused = [told for _, told in ended if "another run is writing there" in told]
    if len(refused) != len(runs) - 1 or any(told.count("\n") != 1 for told in refused):
        trial.troubles.append(f"runs at once: {ended}")
    yield trial.completes("runs at once", out)


@contextmanager
def _disk(place: Path, size: str) -> Iterator[None]:
    """A disk in memory, of that size; only root makes one."""
    place.mkdir()
    subprocess.run(("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place), check=True)
    try:
        yield
    finally:
        subprocess.run(("umount", place), check=True)
        place.rmdir()


def _disks(trial: Trial, folder: Path) -> Iterator[bool]:
    """A disk that becomes full at one point or the other, and one that is closed in the middle of the work."""
    if os.geteuid() != 0:
        return
    place = folder / "disk"
    whole = sum(map(len, trial.expected.values()))
    for share in (0.02, 0.1, 0.3, 0.5, 0.8):
        with _disk(place, str(max(20_000, int(whole * share)))):
            status, told = trial.check("disk full", Run(trial.plans, place / "out", trial.options))
            lines = [line for line in told.splitlines() if "No space left" in line or "cannot be" in line]
            if status != 1 or not lines:
                trial.troubles.append(f"disk full: exit status {status}: {told}")
            subprocess.run(("mount", "-o", "remount,size=200m", place), check=True)
            yield trial.completes(f"disk full at {share:.0%}", place / "out")
    with _disk(place, "200m"):
        for moment in (0.0, 0.4, 0.7):
            run = Run(trial.plans, place / "out", trial.options)
            time.sleep(moment * trial.seconds)
            # A disk is not closed while a file is open to be written; then the run has gone on, and has ended well.
            closed = subprocess.run(("mount", "-o", "remount,ro", place), check=False, capture_output=True).returncode == 0
            status, told = trial.check("disk closed", run)
            again, told_again = trial.check("disk closed", Run(trial.plans, place / "out", trial.options))
            if closed and (again != 1 or "Read-only file system" not in told_again):
                trial.troubles.append(f"disk closed: exit status {status}, {again}: {told}{told_again}")
            subprocess.run(("mount", "-o", "remount,rw", place), check=True)
            yield trial.completes(f"disk closed at {moment:.0%}", place / "out")


def _disorder(trial: Trial, folder: Path, draw: random.Random) -> Iterator[bool]:
    """Results and records that somebody, or a power cut, has put in disorder."""
    damages: dict[str, Callable[[bytes], bytes]] = {
        "cut": lambda data: data[: draw.randrange(len(data) + 1)],
        "emptied": lambda _: b"",
        "without its head": lambda data: data[draw.randrange(len(data) + 1) :],
        "without a line": lambda data: b"".join(_without(data.splitlines(keepends=True), draw)),
        "null": lambda data: data + b"null\n",
        "zeros": lambda data: data + bytes(4096),
        "noise": lambda data: data + draw.randbytes(200) + b"\n",
        "turned": lambda data: b"".join(data.splitlines(keepends=True)[::-1]),
    }
    out = folder / "disorder"
    for name, damage in damages.items():
        trial.completes("before disorder", out)
        [records] = [path for path in (out / ".planparse").iterdir() if path.name in {"files.jsonl", "lines.jsonl"}]
        records.write_bytes(damage(records.read_bytes()))
        yield trial.completes(f"records: {name}", out)
        # A result that was edited stays; one that is gone, is empty or has lost lines is made again.
        if trial.options:
            lines = out / "plans.jsonl"
            lines.write_bytes(damage(lines.read_bytes()))
        else:
            results = sorted(out.rglob("*.json"))
            for path in draw.sample(results, len(results) // 3):
                path.unlink() if draw.random() < 0.5 else path.write_bytes(b"")
        yield trial.completes(f"results: {name}", out)


def _without(lines: list[bytes], draw: random.Random) -> list[bytes]:
    at = draw.randrange(len(lines)) if lines else 0
    return lines[:at] + lines[at + 1 :]


def survived(folder: Path, plans: Path, kills: int, form: str = "files") -> Trial:
    """A trial of kills alone, few enough for a test."""
    trial = Trial(plans, folder / f"whole-{form}", FORMS[form])
    draw = random.Random(kills)
    if killed(trial, folder / f"killed-{form}", kills, draw) != kills:
        trial.troubles.append("a kill was not survived")
    return trial
