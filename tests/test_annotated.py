"""The rules on the plans that were annotated by reading: those that they were built with, and those kept apart for measuring.

The texts of these plans are not shipped: where they do not lie beside the checkout, these tests skip.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import planparse
from planparse.evaluating import Evaluation, PlanEvaluation, evaluate, read_gold

GOLD = Path(__file__).parent / "gold"
PLANS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "plans"

pytestmark = pytest.mark.skipif(
    not PLANS.is_dir(), reason="the annotated plans' texts are not shipped and lie not beside the checkout"
)


def measured(folder: str) -> Evaluation:
    """All plans of one folder of gold, pooled."""

    def one(gold: Path) -> PlanEvaluation:
        (text,) = PLANS.glob(f"{gold.stem}_*.txt")
        return evaluate(read_gold(gold), planparse.extract(text), gold.stem)

    return Evaluation(plans=tuple(one(gold) for gold in sorted((GOLD / folder).glob("*.yaml"))))


@pytest.mark.parametrize(("folder", "slack"), [("building", 0.0), ("measuring", 0.05)])
def test_the_lists_are_as_right_as_they_are_meant_to_be(folder: str, slack: float) -> None:
    wanted = {
        "sections": 0.97,
        "measures": 0.97,
        "units": 0.97,
        "deadlines": 0.97,
        "targets (value)": 0.95,
        "targets (strict)": 0.92,
    }

    found = measured(folder).lists

    assert {name: found[name].f1 for name, least in wanted.items() if found[name].f1 < least - slack} == {}


def test_the_readme_says_how_right_they_are() -> None:
    rows = {
        "sections": ("sections",),
        "measures": ("measures",),
        "responsible bodies with their roles": ("units",),
        "deadlines": ("deadlines",),
        "targets found / right": ("targets (value)", "targets (strict)"),
        "coverage targets found": ("coverage (value)",),
    }
    readme = (GOLD.parents[1] / "README.md").read_text("utf-8")
    lists = [measured(folder).lists for folder in ("building", "measuring")]

    for name, keys in rows.items():
        cells = [" / ".join(f"{found[key].f1:.3f}" for key in keys) for found in lists]
        assert f"| {name} | {' | '.join(cells)} |" in readme


def test_parameters_are_seldom_taken_for_targets() -> None:
    for folder in ("building", "measuring"):
        tally = measured(folder).lists["targets (value)"]

        assert tally.fp * 30 < tally.tp + tally.fp
