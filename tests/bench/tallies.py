"""What planparse makes of many texts: what crashed, what does not hold, how much was found, what was left unread, and the time."""

from __future__ import annotations

import json
import traceback
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple, get_args

import planparse
from clauses import VERDICTS, judged, positions
from invariants import breaches, lists_of
from planparse.model import DeadlineKind, QuantityRole, TargetKind
from planparse.writers import WRITERS

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
ROUNDS = 5
# So many texts are timed between two readings of the seeds.
STRIDE = 12

# Lists whose items are counted by their kind: the field that gives it, and all that it can be.
_KINDS = {
    "targets": ("kind", get_args(TargetKind)),
    "deadlines": ("kind", get_args(DeadlineKind)),
    "quantities": ("role", get_args(QuantityRole)),
}
# What is counted of a plan: a list, or the items of one kind in it.
Counts = Counter[tuple[str, str]]
COUNTED = [
    *((name, "") for name in ("sections", "measures", "responsibilities", "units", "references")),
    *((name, kind) for name, (_, kinds) in _KINDS.items() for kind in ("", *kinds)),
]


class Text(NamedTuple):
    """A text: what the report calls it, and its characters."""

    name: str
    text: str


class Look(NamedTuple):
    """What stands in one plan: counts by list and kind, diagnostics by code."""

    name: str
    counts: Counts
    codes: Counter[str]


class Refusal(NamedTuple):
    """A text that `extract` refuses: its name, the reason given, and how many words in clause position it prints."""

    name: str
    reason: str
    words: int


@dataclass
class Tally:
    """What was found in one group of texts; each line begins with the name of its text.

    `verdicts` counts words in clause position, but those of texts that `extract` refuses: nobody sees what was read there.
    """

    characters: int = 0
    sound: list[Text] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    breaches: list[str] = field(default_factory=list)
    each: list[Look] = field(default_factory=list)
    counts: Counts = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    uncovered: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def share_covered(self) -> float:
        """Of the words in clause position, those that are read or diagnosed; 1 where there are none."""
        return 1 - self.verdicts["uncovered"] / max(self.verdicts.total(), 1)

    @property
    def share_other(self) -> float:
        """Of the numbers, those whose role is `other`."""
        return self.counts["quantities", "other"] / max(self.counts["quantities", ""], 1)

    @property
    def in_refused(self) -> int:
        """Words in clause position in texts that are refused."""
        return sum(refusal.words for refusal in self.refused)

    def totals(self) -> dict[str, Any]:
        """The figures, by name."""
        return {
            "texts": len(self.sound) + len(self.crashes),
            "characters": self.characters,
            "crashes": len(self.crashes),
            "refused": len(self.refused),
            "breaches": len(self.breaches),
            "counts": {" ".join(filter(None, key)): self.counts[key] for key in COUNTED},
            "diagnostics": dict(sorted(self.codes.items())),
            "clauses": {**{verdict: self.verdicts[verdict] for verdict in VERDICTS}, "in refused texts": self.in_refused},
            "share_covered": round(self.share_covered, 4),
            "share_other": round(self.share_other, 4),
        }


def tally(texts: Iterable[Text], *, twice: bool = False) -> Tally:
    """Read every text and look at what came of it; `twice`: read it again to see whether the bytes are the same."""
    found = Tally()
    for text in texts:
        found.characters += len(text.text)
        try:
            plan, refusal = _read(text)
            again = _read(text)[0] if twice else plan
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the report is about
            found.crashes.append(f"{text.name}: {_crash(error)}")
            continue
        found.sound.append(text)
        values = json.loads(plan.model_dump_json())
        found.breaches += (f"{text.name}: {breach}" for breach in breaches(values))
        if again is not plan and WRITERS["json"](plan) != WRITERS["json"](again):
            found.breaches.append(f"{text.name}: read twice, two results")
        _look(found, text.name, values)
        if refusal:
            found.refused.append(Refusal(text.name, refusal, len(positions(plan.text))))
        else:
            _look_at_clauses(found, text.name, values)
    return found


def _read(text: Text) -> tuple[planparse.Plan, str | None]:
    """The plan in a text, and the reason where `extract` refuses it."""
    try:
        return planparse.extract(BytesIO(text.text.encode("utf-8", "replace"))), None
    except planparse.InputError as error:
        return planparse.parse(text.text), str(error).removeprefix("stdin: ")


def _crash(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    what = str(error).partition("\n")[0]
    return f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {what}"


def _look(found: Tally, name: str, plan: dict[str, Any]) -> None:
    counts: Counts = Counter()
    for list_, items in lists_of(plan).items():
        counts[list_, ""] = len(items)
        if list_ in _KINDS:
            counts.update((list_, item[_KINDS[list_][0]]) for item in items)
    look = Look(name, counts, Counter(finding["code"] for finding in plan["diagnostics"]))
    found.each.append(look)
    found.counts += look.counts
    found.codes += look.codes
    for quantity in plan["quantities"]:
        if quantity["role"] == "other":
            start, end = quantity["span"]["start"], quantity["span"]["end"]
            found.others.append(f"{name} {start}: {in_context(plan['text'], start, end, 20)}")


def _look_at_clauses(found: Tally, name: str, plan: dict[str, Any]) -> None:
    for word, verdict in judged(plan):
        found.verdicts[verdict] += 1
        if verdict == "uncovered":
            found.uncovered.append(f"{name} {word.start}: {in_context(plan['text'], word.start, word.end, 30)}")


def in_context(text: str, start: int, end: int, reach: int) -> str:
    """The words of a text with `reach` characters before and behind, on one line.

    >>> in_context("到2025年，建成30个。", 9, 11, 3)
    '，建成[30]个。'
    """
    words = f"{text[max(0, start - reach) : start]}[{text[start:end]}]{text[end : end + reach]}"
    return words.replace("\n", "⏎")


def time_ratios(
    groups: Mapping[str, Sequence[Text]], rounds: int = ROUNDS
) -> tuple[dict[str, float], list[tuple[float, Text]]]:
    """Cost a character against that of the seeds, read in turns with them: of each group, and of each text, dearest first.

    Each figure is the least of some rounds, and the seeds' in a round their median: what else the machine does is left out.
    """
    seeds = [path.read_text("utf-8") for path in SEEDS]
    queue = [text for texts in groups.values() for text in texts]
    of_groups = dict.fromkeys(groups, float("inf"))
    of_texts = [float("inf")] * len(queue)
    for seed in seeds:
        _cost(seed)  # the rules are compiled at the first text
    for _ in range(rounds):
        of_seeds: list[float] = []
        costs: list[float] = []
        for at, text in enumerate(queue):
            if at % STRIDE == 0:
                of_seeds.append(sum(map(_cost, seeds)) / sum(map(len, seeds)))
            costs.append(_cost(text.text))
        unit = median(of_seeds or [1.0])
        done = 0
        for group, texts in groups.items():
            spent = sum(costs[done : done + len(texts)])
            done += len(texts)
            of_groups[group] = min(of_groups[group], spent / max(sum(len(text.text) for text in texts), 1) / unit)
        of_texts = [
            min(before, cost / max(len(text.text), 1) / unit)
            for before, cost, text in zip(of_texts, costs, queue, strict=True)
        ]
    return of_groups, sorted(zip(of_texts, queue, strict=True), reverse=True)


def _cost(text: str) -> float:
    """Processor seconds from a text to validated JSON."""
    started = process_time()
    planparse.parse(text).model_dump_json()
    return process_time() - started
