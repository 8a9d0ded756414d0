"""Whether a plan says by itself that its outline is damaged: plans cut, shuffled and stripped of lines, and who says so.

python tests/bench/cuts.py [CORPUS] [--each N] [--silent]

Each plan with gold (the seeds, and of CORPUS those of tests/gold/building and measuring) is damaged in each WAY, N times, with fixed
seeds. Of a damaged text those measures are expected that gold and the untouched plan have and whose first line still stands. Where
one is lost or has moved, or one comes that the untouched plan has not, its measures are wrong; and it is told where it carries a
diagnostic that the untouched plan does not carry. Then what the untouched texts of CORPUS carry, so that a diagnostic stays worth reading.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import planparse
from planparse import InputError, Plan
from planparse.evaluating import read_gold
from planparse.evaluating.intervals import wilson
from planparse.evaluating.plain import plain
from planparse.parsing.diagnostics import SEVERITIES

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
HALVES = ("building", "measuring")

OTHER = frozenset(("unplaced-number", "no-units", "broken-bracket"))
"""What says nothing of an outline, and comes and goes with the words."""

Measure = tuple[str, str]  # path and title in plain words
Lines = list[str]


def _cut_head(lines: Lines, random: Random) -> Lines:
    return lines[random.randrange(1, len(lines) // 2) :]


def _cut_tail(lines: Lines, random: Random) -> Lines:
    last = random.randrange(len(lines) // 2, len(lines))
    return [*lines[:last], lines[last][: random.randrange(len(lines[last]) + 1)]]


def _cut_out(lines: Lines, random: Random) -> Lines:
    start = random.randrange(1, len(lines) - 1)
    return lines[:start] + lines[start + random.randrange(1, max(2, len(lines) // 3)) :]


def _swap(lines: Lines, random: Random) -> Lines:
    a, b = random.sample(range(len(lines)), 2)
    swapped = [*lines]
    swapped[a], swapped[b] = lines[b], lines[a]
    return swapped


def _move(lines: Lines, random: Random) -> Lines:
    start = random.randrange(1, len(lines) - 1)
    end = min(len(lines), start + random.randrange(1, 8))
    left = lines[:start] + lines[end:]
    to = random.randrange(len(left))
    return left[:to] + lines[start:end] + left[to:]


def _shuffle(lines: Lines, random: Random) -> Lines:
    return random.sample(lines, len(lines))


def _strip_one(lines: Lines, random: Random) -> Lines:
    at = random.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def _strip_tenth(lines: Lines, random: Random) -> Lines:
    return [line for line in lines if random.random() > 0.1]


def _strip_third(lines: Lines, random: Random) -> Lines:
    return [line for line in lines if random.random() > 1 / 3]


WAYS: dict[str, Callable[[Lines, Random], Lines]] = {
    "head cut off": _cut_head,
    "tail cut off": _cut_tail,
    "stretch cut out": _cut_out,
    "two lines swapped": _swap,
    "lines moved": _move,
    "all lines shuffled": _shuffle,
    "one line taken out": _strip_one,
    "a tenth of the lines": _strip_tenth,
    "a third of the lines": _strip_third,
}
"""Each makes other lines of those of a plan, at random."""


class Case(NamedTuple):
    """A plan with gold: its name, its untouched reading, and the measures of that which gold has."""

    name: str
    plan: Plan
    measures: frozenset[Measure]


class Damaged(NamedTuple):
    """What became of a damaged text: the measures that are lost or new, and the diagnostics that are new."""

    name: str
    way: str
    wrong: frozenset[Measure]
    told: Counter[tuple[str, str]]


def measures_of(plan: Plan) -> frozenset[Measure]:
    """The measures of a plan, by path and title."""
    return frozenset((plain(measure.path), plain(measure.title)) for measure in plan.measures)


def cases(corpus: Path | None) -> Iterator[Case]:
    """The plans with gold: the seeds, and those of a corpus."""
    for gold in sorted(GOLD.glob("*.yaml")):
        yield _case(gold, ROOT / "seeds" / f"{gold.stem}.txt")
    for half in HALVES if corpus else ():
        for gold in sorted((GOLD / half).glob("*.yaml")):
            for text in sorted(corpus.glob(f"*/{gold.stem}_*")) if corpus else ():
                yield _case(gold, text)


def _case(gold: Path, text: Path) -> Case:
    plan = planparse.extract(text)
    wanted = {(plain(measure.path), plain(measure.title)) for measure in read_gold(gold).measures}
    return Case(gold.stem, plan, measures_of(plan) & wanted)


def told(plan: Plan) -> Counter[tuple[str, str]]:
    """The diagnostics of a plan that speak of its outline, each with the words that it marks."""
    return Counter(
        (found.code, plan.text[found.span.start : found.span.end][:40])
        for found in plan.diagnostics
        if found.code not in OTHER
    )


def damage(case: Case, way: str, number: int) -> Damaged:
    """Damage a plan and look at what is read of it."""
    random = Random(f"{case.name} {way} {number}")
    plan = planparse.parse("\n".join(WAYS[way](case.plan.text.split("\n"), random)))
    stand = {plain(line) for line in plan.text.split("\n")}
    firsts = {plain(case.plan.text[m.span.start :].partition("\n")[0]): m for m in case.plan.measures}
    kept = {(plain(m.path), plain(m.title)) for line, m in firsts.items() if line in stand}
    found = measures_of(plan)
    wrong = ((case.measures & kept) - found) | (found - measures_of(case.plan))
    return Damaged(case.name, way, wrong, told(plan) - told(case.plan))


def share(right: int, total: int) -> str:
    """A share with its 95 % interval."""
    low, high = wilson(right, total) or (0.0, 1.0)
    return f"{right:4} of {total:4}  {right / total if total else 1:.3f} ({low:.2f}–{high:.2f})"


def rows(damaged: list[Damaged]) -> Iterator[str]:
    """A line a way, and one of all: of the texts whose measures are wrong, how many say so."""
    wrong = [one for one in damaged if one.wrong]
    for way in WAYS:
        of_way = [one for one in wrong if one.way == way]
        yield f"{way:22}{share(sum(bool(one.told) for one in of_way), len(of_way))}"
    yield f"{'all':22}{share(sum(bool(one.told) for one in wrong), len(wrong))}"


def untouched(corpus: Path) -> Iterator[str]:
    """A line a code: how many texts of a corpus carry it, and how often it stands in one that does."""
    carried: Counter[str] = Counter()
    times: Counter[str] = Counter()
    texts = 0
    for file in sorted((*corpus.glob("plans/*.txt"), *corpus.glob("files/*"))):
        try:
            plan = planparse.extract(file)
        except InputError:
            continue
        texts += 1
        codes = Counter(found.code for found in plan.diagnostics)
        times += codes
        carried.update(codes.keys())
    for code in SEVERITIES:
        yield f"{code:24}{carried[code]:4} of {texts}{times[code] / max(carried[code], 1):8.1f}"


def main() -> None:
    """Print who tells, and what untouched texts carry."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="?", help="folder that holds plans/ and files/")
    parser.add_argument("--each", type=int, default=2, help="how often each plan is damaged in each way")
    parser.add_argument(
        "--silent", action="store_true", help="list what no diagnostic tells, but of plans kept for measuring"
    )
    arguments = parser.parse_args()
    kept = {gold.stem for gold in (GOLD / "measuring").glob("*.yaml")}
    damaged = [
        damage(case, way, number) for case in cases(arguments.corpus) for way in WAYS for number in range(arguments.each)
    ]
    print("Damaged texts whose measures come out wrong, and those of them that say so\n")
    for title, half in (
        ("plans that the rules were built with", [one for one in damaged if one.name not in kept]),
        ("plans kept for measuring", [one for one in damaged if one.name in kept]),
    ):
        if half:
            print(f"{title}\n" + "\n".join(rows(half)) + "\n")
    if arguments.silent:
        for one in damaged:
            if one.wrong and not one.told and one.name not in kept:
                print(one.name, one.way, *(" ".join(measure) for measure in sorted(one.wrong)[:3]), sep="  ")
    if arguments.corpus:
        print("Untouched texts that carry a diagnostic, and how often it stands in one that does\n")
        print("\n".join(untouched(arguments.corpus)))


if __name__ == "__main__":
    main()
