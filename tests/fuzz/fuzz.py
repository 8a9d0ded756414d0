"""Tries what nobody writes on planparse: texts, pairs of them, files of every form, what people edit; what does not hold is kept, cut down.

python tests/fuzz/fuzz.py [--seconds 60] [--seed 1] [--cases N] [--kind text …]
python tests/fuzz/fuzz.py FILE …    # try these again: what was found, or any other; their names begin with their kind

What shows something new of the rules and readers is kept in .fuzz/corpus/, and later runs begin with it; what was found stands
in .fuzz/found/, and in .fuzz/tried.json how many all runs have tried. Ctrl-C ends a run as its time does. The same seed and corpus
give the same cases, until the time is up.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shlex
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, Self

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "bench"), str(ROOT / "tests" / "making"), str(Path(__file__).parent)]

import around  # noqa: E402 - and those below: the folders of tests come first
import checking  # noqa: E402
import mutating  # noqa: E402
import planparse  # noqa: E402
from planparse.readers import READERS  # noqa: E402
from planparse.readers.media_types import media_type_of  # noqa: E402
from planparse.writers import WRITERS  # noqa: E402
from yaml_files import read_yaml  # noqa: E402

FOLDER, NOW = ROOT / ".fuzz", "now"
TRIED = "tried.json"
SAMPLE = ROOT / "tests" / "samples" / "plan.txt"
HANGS = 20.0  # processor seconds; what takes longer does not end
SHRINKS = 400  # tries to cut down what was found

Case = str | bytes
# Readers that start a program for each file.
SLOW = {"pdf": {"application/pdf"}, "office": {"application/msword", "text/rtf", "application/vnd.oasis.opendocument.text"}}


class Kind(NamedTuple):
    """What is tried: how often, among what it is drawn from, how, and what must hold."""

    share: float
    begin: Callable[[], list[Any]]
    draw: Callable[[Random, Sequence[Any]], Any]
    check: Callable[[Any], set[str]]


def _plans() -> list[str]:
    return [path.read_text("utf-8") for path in (*sorted((ROOT / "seeds").glob("*.txt")), SAMPLE)]


def _texts() -> list[str]:
    rows = [read_yaml(path) for path in sorted((ROOT / "tests" / "cases").glob("*.yaml"))]
    return _plans() * 20 + [row["text"] for row in itertools.chain(*rows)]


def _samples(media_types: set[str]) -> Callable[[], list[bytes]]:
    def begin() -> list[bytes]:
        found = [path.read_bytes() for path in sorted((ROOT / "tests" / "samples").iterdir())]
        return [data for data in found if media_type_of(data) in media_types]

    return begin


def _results() -> list[bytes]:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    pieces = [text[start : start + 400] for text in texts for start in (0, 1500, 3000)]
    plans = [planparse.parse(text, "plan.txt") for text in (SAMPLE.read_text("utf-8"), *pieces)]
    between = planparse.diff(plans[1], plans[2]).model_dump_json().encode()  # no plan, however like one it looks
    return [*(write(plan) for plan in plans for write in WRITERS.values()), between]


KINDS = {
    "text": Kind(1000, _texts, mutating.text, checking.check_text),
    "file": Kind(100, _samples({*READERS} - set.union(*SLOW.values())), mutating.file, checking.check_file),
    **{name: Kind(0.5, _samples(types), mutating.file, checking.check_file) for name, types in SLOW.items()},
    "result": Kind(10, _results, mutating.result, checking.check_result),
    "review": Kind(5, around.reviews, mutating.result, around.check_given),
    "book": Kind(1, around.books, mutating.book, around.check_given),
    "register": Kind(5, around.registers, mutating.result, around.check_register),
    "people": Kind(5, around.people, mutating.result, around.check_people),
    "pair": Kind(0.5, lambda: around.pairs(_plans()), mutating.pair, around.check_pair),
}
KINDS["office"] = KINDS["office"]._replace(share=0.02)  # LibreOffice takes seconds


class Fuzzer:
    """A run: what is drawn from, what was shown, tried and found so far."""

    def __init__(self, folder: Path, kinds: Sequence[str]) -> None:
        self.folder = folder
        self.kinds = {name: KINDS[name] for name in kinds}
        self.pools = {name: kind.begin() for name, kind in self.kinds.items()}
        self.tried: Counter[str] = Counter()
        self.ever: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.kept: Counter[str] = Counter()
        self.found: dict[str, Path] = {}
        self._shown: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)
        # What is being tried: where the process dies, that is what did it.
        self._now = (folder / NOW).open("wb", buffering=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._now.close()
        (self.folder / NOW).unlink()
        record = self.folder / TRIED
        self.ever = self.tried + Counter(json.loads(record.read_text("utf-8")) if record.exists() else {})
        record.write_text(json.dumps(self.ever), "utf-8")

    def run(self, seed: int, goes_on: Callable[[int], bool]) -> None:
        """First what was kept of earlier runs, then cases of the seed as long as it goes on."""
        for name in self.kinds:
            for path in sorted((self.folder / "corpus").glob(f"{name}-*")):
                case = _read(path)
                self.pools[name].append(case)
                self.attempt(name, case)
        names, shares = [*self.kinds], [kind.share for kind in self.kinds.values()]
        for number in itertools.takewhile(goes_on, itertools.count()):
            dice = Random(f"{seed} {number}")
            name = dice.choices(names, shares)[0]
            case = self.kinds[name].draw(dice, self.pools[name])
            if self.attempt(name, case):
                self.pools[name].append(case)
                self.kept[name] += 1
                _write(self.folder / "corpus", name, case)

    def attempt(self, name: str, case: Case) -> bool:
        """Try one case, and keep it where something does not hold; gives whether it has shown anything new."""
        self.tried[name] += 1
        self._now.seek(0)
        self._now.write(name.encode() + b"\n" + _bytes(case))
        self._now.truncate()
        try:
            shown = within(self.kinds[name].check, case)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            self._keep(name, case, error)
            return False
        self.refused[name] += any(what.startswith(checking.REFUSED) for what in shown)
        new = {f"{name} {what}" for what in shown} - self._shown
        self._shown |= new
        return bool(new)

    def _keep(self, name: str, case: Case, error: Exception) -> None:
        place = checking.place_of(error)
        if place in self.found:
            return
        check = self.kinds[name].check
        case = shrunk(case, lambda less: _trouble(check, less) == place)
        path = self.found[place] = _write(self.folder / "found", name, case)
        told = "".join(traceback.format_exception(error))
        path.with_name(f"{path.name}.txt").write_text(f"{replay(path)}\n\n{told}", "utf-8", "backslashreplace")
        print(f"{name}: {place}\n  {replay(path)}", flush=True)


def replay(path: Path) -> str:
    """The command that tries a file again."""
    return shlex.join(("python", "tests/fuzz/fuzz.py", str(path)))


def shrunk(case: Case, fails: Callable[[Case], bool]) -> Case:
    """The case with all left out that does not count, as far as some hundred tries go."""
    tries = SHRINKS
    size = len(case) // 2
    while size and tries > 0:
        at = 0
        while at < len(case) and tries > 0:
            tries -= 1
            less = case[:at] + case[at + size :]  # type: ignore[operator]  # both are of one type
            if fails(less):
                case = less
            else:
                at += size
        size //= 2
    return case


def _trouble(check: Callable[[Any], object], case: Case) -> str | None:
    try:
        within(check, case)
    except Exception as error:  # noqa: BLE001
        return checking.place_of(error)
    return None


def within(check: Callable[[Any], Any], case: Case) -> Any:
    """What a check gives; a breach where it takes too long and the system has a clock for that."""
    if not hasattr(signal, "setitimer"):  # Windows
        return check(case)

    def ring(_signal: int, _frame: object) -> None:
        raise checking.Breach("does not end")

    signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    try:
        return check(case)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _bytes(case: Case) -> bytes:
    return case.encode("utf-8", "surrogatepass") if isinstance(case, str) else case


def _write(folder: Path, name: str, case: Case) -> Path:
    data = _bytes(case)
    path = folder / f"{name}-{sha256(data).hexdigest()[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _read(path: Path) -> Case:
    data = path.read_bytes()
    return data.decode("utf-8", "surrogatepass") if path.name.startswith(("text-", "pair-")) else data


def table(fuzzer: Fuzzer) -> Iterator[str]:
    """How many of each kind were tried, what became of them, and how many this and earlier runs have tried."""
    yield f"{'':8}{'tried':>12}{'refused':>12}{'kept':>8}{'ever':>12}"
    for name in fuzzer.kinds:
        yield f"{name:8}{fuzzer.tried[name]:12,}{fuzzer.refused[name]:12,}{fuzzer.kept[name]:8,}{fuzzer.ever[name]:12,}"
    yield f"{len(fuzzer.found)} found" + "".join(f"\n  {replay(path)}" for path in fuzzer.found.values())


def main() -> int:
    """Run, or try files again; 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=sys.maxsize)
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    for path in options.files:
        if (name := path.name.partition("-")[0]) not in KINDS:
            parser.error(f"{path}: should begin with its kind and a hyphen: {', '.join(KINDS)}")
        print(sorted(KINDS[name].check(_read(path))))
    if options.files:
        return 0
    if (left := options.folder / NOW).exists():
        name, _, data = left.read_bytes().partition(b"\n")
        left.unlink()
        print(f"A run has died of this, or was killed: {replay(_write(options.folder / 'found', name.decode(), data))}")
        return 1
    with Fuzzer(options.folder, options.kind or [*KINDS]) as fuzzer:
        until = time.monotonic() + options.seconds
        with suppress(KeyboardInterrupt):
            fuzzer.run(options.seed, lambda number: number < options.cases and time.monotonic() < until)
    print(*table(fuzzer), sep="\n")
    return int(bool(fuzzer.found))


if __name__ == "__main__":
    sys.exit(main())
