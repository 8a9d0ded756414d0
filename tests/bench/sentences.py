"""How right everyday sentences are read: short made-up plans, by kind, in two halves; what is wrong is told of the half for building only.

python tests/bench/sentences.py

The halves lie in tests/gold/sentences; tests/probe.py says what is right.
"""

from __future__ import annotations

import runpy
import sys
from collections import Counter
from pathlib import Path

from planparse.evaluating.intervals import wilson

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "making"))

from yaml_files import read_yaml  # noqa: E402 - the folder of tests comes first

HALVES = ("building", "measuring")


def main() -> None:
    faults_of = runpy.run_path(str(TESTS / "probe.py"))["faults_of"]
    right: dict[str, Counter[str]] = {}
    tried: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    for half in HALVES:
        right[half], tried[half] = Counter(), Counter()
        for row in read_yaml(TESTS / "gold" / "sentences" / f"{half}.yaml"):
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
