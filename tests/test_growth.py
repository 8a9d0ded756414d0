"""Cost grows with length and no faster: whatever a text repeats, a character of much costs about what one of little does."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import planparse

TOKENS = (
    "7",
    "九",
    "到2025年",
    "（",
    " ",
    "1,",
    "90%以上",
    "市财政局、",
    "一、",
    "《",
    "\n",
    "（责任单位：",
    "\u3000",
    "2.乙\n以下各项均由市政府落实，不再列出。\n",
)
# Caches and the collector may cost half as much again; a quadratic rule costs four times.
MOST = 3.0


def cost(text: str, runs: int = 3) -> float:
    """Processor seconds a character, the least of several runs: what else the machine does is left out."""
    least = float("inf")
    for _ in range(runs):
        started = time.process_time()
        planparse.parse(text)
        least = min(least, time.process_time() - started)
    return least / len(text)


@pytest.mark.parametrize("token", TOKENS)
def test_a_token_costs_the_same_however_often_it_stands(token: str) -> None:
    few, many = (token * (size // len(token)) for size in (20_000, 80_000))
    planparse.parse(token)

    assert cost(many) <= MOST * cost(few)


def test_many_plans_in_one_text_cost_what_they_cost_apart(seeds: Path) -> None:
    plan = (seeds / "jining.txt").read_text("utf-8")
    many = plan * (600_000 // len(plan.encode()) + 1)

    assert cost(many, runs=2) <= MOST * cost(plan, runs=5)
