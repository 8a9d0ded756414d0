"""How right a diff is: measure pairs, indicator pairs, verdicts and leads against alignments that were made by reading.

python tests/bench/pairs.py               # the two sample plans
python tests/bench/pairs.py CORPUS HALF   # the alignments in tests/pairs/HALF (building, measuring, held) of plans in CORPUS/plans and CORPUS/files, and all together

With those for building, the pairs of targets of further plans (tests/pairs/targets.yaml); --misses lists what is wrong or missed among them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from functools import cache, partial
from io import StringIO
from itertools import chain, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import planparse
from planparse import Plan, PlanDiff
from planparse.comparing.results import Confidence
from planparse.evaluating.intervals import bootstrapped, wilson

TESTS = Path(__file__).resolve().parents[1]
SEEDS = TESTS.parent / "seeds"
PAIRS = TESTS / "pairs"
FURTHER = PAIRS / "targets.yaml"

sys.path[:0] = [str(TESTS), str(TESTS / "making")]

import score_diff  # noqa: E402 - lies with the tests, as it came
from yaml_files import read_yaml  # noqa: E402


def found_of(gold: Path, corpus: Path) -> PlanDiff:
    """The diff of the two plans that an alignment names."""
    left, right = plans_of(gold, corpus)
    return planparse.diff(planparse.extract(left), planparse.extract(right))


def score_of(gold: Path, found: PlanDiff) -> dict[str, Any]:
    """What score_diff.py prints with --json: f1 and fields by name."""
    with TemporaryDirectory() as folder, redirect_stdout(StringIO()) as printed:
        written = Path(folder) / "diff.json"
        written.write_text(found.model_dump_json(), "utf-8")
        score_diff.main([str(gold), str(written), "--json"])
    return json.loads(printed.getvalue())


def golds(half: str) -> list[Path]:
    """The alignments of a half; the two sample plans were used for building."""
    return [*sorted((PAIRS / half).glob("*.yaml")), *([PAIRS / "jining-bozhou.diff.yaml"] if half == "building" else [])]


def plans_of(gold: Path, corpus: Path) -> tuple[Path, Path]:
    """The two plans that an alignment names by their numbers, whatever their form, or by the names of the samples."""
    left, right = (plan_of(name, corpus) for name in read_yaml(gold)["plans"])
    return left, right


def plan_of(name: str, corpus: Path) -> Path:
    """The file of a plan: 041 is plans/041_….txt or files/041_….pdf."""
    sample = SEEDS / f"{name}.txt"
    if sample.is_file():
        return sample
    return next(chain.from_iterable(sorted((corpus / folder).glob(f"{name}_*")) for folder in ("plans", "files")))


def row(gold: Path, said: dict[str, Any]) -> str:
    """A line of the table."""
    f1, fields = said["f1"], said["fields"]
    right = "  ".join(f"{name} {hit}/{of}" for name, (hit, of) in fields.items())
    return f"{gold.name.removesuffix('.diff.yaml'):34}  measure pairs {f1['measure pairs']:.3f}  indicator pairs {f1['indicator pairs']:.3f}  {right}"


class Counts(NamedTuple):
    """Of one alignment, by how sure the pairs of measures are: how many are right, how many are wrong; and how many there should be."""

    right: Mapping[Confidence, int]
    wrong: Mapping[Confidence, int]
    answers: int


def counted(gold: Path, found: PlanDiff) -> Counts:
    """The pairs of measures of a diff, held against an alignment; what that calls optional does not count."""
    entries = read_yaml(gold)["measures"]
    answers, spared = (score_diff.pairs_of(entries, optional) for optional in (False, True))
    said = {
        (score_diff.norm(one), score_diff.norm(other)): pair.confidence
        for pair in (*found.measures, *found.guesses)
        for one in pair.left
        for other in pair.right
    }
    return Counts(
        Counter(tier for paths, tier in said.items() if paths in answers),
        Counter(tier for paths, tier in said.items() if paths not in answers | spared),
        len(answers),
    )


def precision(tiers: Collection[Confidence], some: Sequence[Counts]) -> float | None:
    """The share of the pairs of these tiers that are right."""
    right, wrong = (
        sum(counts[tier] for counts in side for tier in tiers)
        for side in zip(*((one.right, one.wrong) for one in some), strict=True)
    )
    return right / (right + wrong) if right + wrong else None


def recall(tiers: Collection[Confidence], some: Sequence[Counts]) -> float | None:
    """The share of the answers that pairs of these tiers hold."""
    answers = sum(one.answers for one in some)
    return sum(one.right[tier] for one in some for tier in tiers) / answers if answers else None


def f1(tiers: Collection[Confidence], some: Sequence[Counts]) -> float | None:
    """Of both the harmonic mean."""
    both = precision(tiers, some), recall(tiers, some)
    return 2 * both[0] * both[1] / (both[0] + both[1]) if both[0] and both[1] else None


def cell(figure: Callable[[Sequence[Counts]], float | None], some: Sequence[Counts]) -> str:
    """A figure with its interval, over pairs of plans."""
    value, interval = figure(some), bootstrapped(some, figure)
    return "" if value is None or interval is None else f"{value:.3f} ({interval[0]:.2f}–{interval[1]:.2f})"


def table(some: Sequence[Counts]) -> Iterator[str]:
    """Precision, recall and F1 of each tier, and of all that is shown."""
    yield "| measures that answer each other | pairs said | precision | recall | F1 |"
    yield "|---|---|---|---|---|"
    rows: dict[str, Sequence[Confidence]] = {
        "sure": ["sure"],
        "likely": ["likely"],
        "shown: sure and likely": ["sure", "likely"],
        "guess": ["guess"],
    }
    for name, tiers in rows.items():
        said = sum(counts[tier] for one in some for counts in (one.right, one.wrong) for tier in tiers)
        figures = (cell(partial(figure, tiers), some) for figure in (precision, recall, f1))
        yield f"| {name} | {said} | {' | '.join(figures)} |"


class TargetCounts(NamedTuple):
    """Of one alignment: pairs of targets that are right, wrong and missed, and how many of the right ones have the right verdict."""

    right: int
    wrong: int
    missed: int
    verdicts: int


def targets_counted(gold: Path, found: PlanDiff) -> TargetCounts:
    """The pairs of targets of a diff, held against an alignment; what that calls optional does not count."""
    firm, spared = ({_of_targets(one): one for one in entries} for entries in _parted(read_yaml(gold)["indicators"]))
    said = {_of_targets(pair): pair for pair in found.model_dump(mode="json")["targets"]}
    both = firm.keys() & said.keys()
    agreed = sum(firm[pair]["verdict"] == said[pair]["verdict"] for pair in both)
    return TargetCounts(len(both), len(said.keys() - firm.keys() - spared.keys()), len(firm.keys() - said.keys()), agreed)


def _of_targets(pair: Mapping[str, Any]) -> tuple[Any, Any]:
    return score_diff.target_key(pair["left"]), score_diff.target_key(pair["right"])


def _parted(entries: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """The entries that are demanded, and those that are optional."""
    firm = [one for one in entries if not one.get("optional")]
    return firm, [one for one in entries if one.get("optional")]


def targets_f1(some: Sequence[TargetCounts]) -> float | None:
    """F1 of the pairs of targets of all alignments together."""
    right, wrong, missed, _ = map(sum, zip(*some, strict=True))
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else None


def targets_row(some: Sequence[TargetCounts]) -> str:
    """What the alignments give together for targets."""
    right, wrong, missed, agreed = map(sum, zip(*some, strict=True))
    (value, interval), low_high = (targets_f1(some), bootstrapped(some, targets_f1)), wilson(agreed, right)
    told = "" if value is None or interval is None else f"F1 {value:.3f} ({interval[0]:.2f}–{interval[1]:.2f})"
    of = "" if low_high is None else f" ({low_high[0]:.2f}–{low_high[1]:.2f})"
    return (
        f"pairs of targets: {right} right, {wrong} wrong, {missed} missed, {told}; verdicts: {agreed} of {right} right{of}"
    )


class Further(NamedTuple):
    """Of two further plans: pairs of targets that are right, wrong and missed, those with a target that is not read, and what to say of them."""

    right: int
    wrong: int
    missed: int
    unread: int
    misses: Sequence[str]


def further(entry: Mapping[str, Any], plan: Callable[[str], Plan]) -> Further:
    """The pairs of targets of two plans, held against those that stand in tests/pairs/targets.yaml."""
    left, right = map(plan, entry["plans"])
    said = {(pair.left.id, pair.right.id): pair for pair in planparse.diff(left, right).targets}
    answers, spared = (
        [(words, {*product(stated(left, words[0]), stated(right, words[1]))}) for words in entry.get(kind, ())]
        for kind in ("pairs", "may")
    )
    wrong = said.keys() - {pair for _, pairs_ in (*answers, *spared) for pair in pairs_}
    missed = [words for words, pairs_ in answers if pairs_ and not pairs_ & said.keys()]
    unread = sum(not pairs_ for _, pairs_ in answers)
    misses = [
        *(f"missed  {' | '.join(words)}" for words in missed),
        *(f"wrong   {said[pair].left.quote} | {said[pair].right.quote}" for pair in sorted(wrong)),
    ]
    return Further(len(answers) - unread - len(missed), len(wrong), len(missed), unread, misses)


def stated(plan: Plan, words: str) -> list[str]:
    """The ids of the targets that lie in or about these words of the text, blanks aside."""
    places = [at for at, character in enumerate(plan.text) if not character.isspace()]
    wanted = "".join(words.split())
    start = "".join(plan.text[at] for at in places).index(wanted)
    first, last = places[start], places[start + len(wanted) - 1]
    return [target.id for target in plan.targets if target.span.start <= last and first < target.span.end]


def further_rows(corpus: Path, *, misses: bool) -> Iterator[str]:
    """What the further plans give together, and what is wrong or missed."""
    plan = cache(lambda name: planparse.extract(plan_of(name, corpus)))
    found = [(entry["plans"], further(entry, plan)) for entry in read_yaml(FURTHER)]
    if misses:
        yield from (f"{' '.join(names)}  {line}" for names, one in found for line in one.misses)
    right, wrong, missed, unread, _ = zip(*(one for _, one in found), strict=True)
    hits, errors = sum(right), sum(wrong) + sum(missed)
    yield (
        f"pairs of targets of {len(found)} further pairs of plans: {hits} right, {sum(wrong)} wrong, {sum(missed)} missed, "
        f"F1 {2 * hits / (2 * hits + errors):.3f}; {sum(unread)} with a target that is not read"
    )


def main(arguments: Sequence[str]) -> None:
    """Print a line for each two plans, and behind those of a half what they give together."""
    if not arguments:
        gold = PAIRS / "jining-bozhou.diff.yaml"
        print(row(gold, score_of(gold, found_of(gold, Path()))))
        return
    some, targets = [], []
    for gold in golds(arguments[1]):
        found = found_of(gold, Path(arguments[0]))
        print(row(gold, score_of(gold, found)))
        some.append(counted(gold, found))
        targets.append(targets_counted(gold, found))
    print("", *table(some), "", targets_row(targets), sep="\n")
    if arguments[1] == "building":
        print(*further_rows(Path(arguments[0]), misses="--misses" in arguments), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
