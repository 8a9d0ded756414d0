"""How right everyday sentences are read: short made-up plans, by kind, in two halves; what is wrong is told of the half for building only.

python tests/bench/sentences.py

The halves lie in tests/gold/sentences; tests/probe.py says what is right.
"""

from __future__ import annotations

import runpy
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from planparse.evaluating.intervals import wilson

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "making"))

from yaml_files import read_yaml  # noqa: E402 - the folder of tests comes first

HALVES = ("building", "measuring")


def main() -> None:
    probe = runpy.run_path(str(TESTS / "probe.py"))
    faults_of = probe["faults_of"]
    right: dict[str, Counter[str]] = {}
    tried: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    for half in HALVES:
        right[half], tried[half] = Counter(), Counter()
        for row in rows_of(half):
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
    good, total = second_reader(probe["compare_targets"])
    print(f"measuring, as a second reader reads its targets: {good} of {total} right, {good / total:.3f}")


def rows_of(name: str) -> list[dict[str, Any]]:
    """The rows of a file of sentences."""
    rows: list[dict[str, Any]] = read_yaml(TESTS / "gold" / "sentences" / f"{name}.yaml")
    return rows


def second_reader(compare_targets: Callable[[list[Any], list[Any]], list[str]]) -> tuple[int, int]:
    """How many rows are right as somebody reads them who saw the texts alone, and of how many; what that reader calls optional may stand or not."""
    second = {row["id"]: row["targets"] for row in rows_of("second")}
    right = [
        any(
            not compare_targets(row["expect"]["targets"], found)
            for found in (second[row["id"]], [target for target in second[row["id"]] if not target.get("optional")])
        )
        for row in rows_of("measuring")
        if row["id"] in second and "targets" in row["expect"]
    ]
    return sum(right), len(right)


if __name__ == "__main__":
    main()
