"""How right everyday sentences are read: short made-up plans, by kind, in two halves; what is wrong is told of the half for building only.

python tests/bench/sentences.py

The halves lie in tests/gold/sentences; tests/probe.py says what is right.
"""

from __future__ import annotations

import runpy
from collections import Counter
from pathlib import Path

import yaml

from planparse.evaluating.intervals import wilson

TESTS = Path(__file__).resolve().parents[1]
HALVES = ("building", "measuring")


def main() -> None:
    faults_of = runpy.run_path(str(TESTS / "probe.py"))["faults_of"]
    right: dict[str, Counter[str]] = {}
    tried: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    for half in HALVES:
        right[half], tried[half] = Counter(), Counter()
        for row in yaml.safe_load((TESTS / "gold" / "sentences" / f"{half}.yaml").read_text("utf-8")):
            faults = faults_of(row)
            tried[half][row["kind"]] += 1
            right[half][row["kind"]] += not faults
            if faults and half == "building":
                wrong.append(f"{row['id']} ({row['kind']}): {'; '.join(faults)}")
    print("\n".join(wrong), end="\n\n")
    for kind in sorted(tried["building"]):
        print(f"{kind:30}", *(f"{half} {right[half][kind]} of {tried[half][kind]}" for half in HALVES), sep="  ")
    for half in HALVES:
        good, total = right[half].total(), tried[half].total()
        low, high = wilson(good, total) or (0.0, 1.0)
        print(f"{half}: {good} of {total} right, {good / total:.3f} ({low:.3f}–{high:.3f})")


if __name__ == "__main__":
    main()
