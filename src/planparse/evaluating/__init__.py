"""Evaluates a Plan against gold, which people made by reading: how much was found, how much of that is right, what was missed.

- gold.py: the gold file, as people write it;
- scoring.py: `evaluate`, which calls entries.py (found or not), fields.py (right or not), targets.py and pairing.py (which
  target answers which); plain.py holds how words are compared;
- numbers/: the same of single paragraphs, number by number;
- counts.py, results.py: tallies, counts and misses, of each plan and of all together;
- intervals.py: 95 % intervals, of single things and over plans;
- progress.py: gains and losses against an earlier run.
"""

from planparse.evaluating.counts import Count, Miss
from planparse.evaluating.gold import Gold, read_gold
from planparse.evaluating.numbers import GoldNumbers, NumbersEvaluation, NumbersRun, evaluate_numbers, read_any_gold
from planparse.evaluating.progress import Progress, progress
from planparse.evaluating.results import Evaluation, PlanEvaluation, Tally, gathered, read_evaluation
from planparse.evaluating.scoring import evaluate

__all__ = [
    "Count",
    "Evaluation",
    "Gold",
    "GoldNumbers",
    "Miss",
    "NumbersEvaluation",
    "NumbersRun",
    "PlanEvaluation",
    "Progress",
    "Tally",
    "evaluate",
    "evaluate_numbers",
    "gathered",
    "progress",
    "read_any_gold",
    "read_evaluation",
    "read_gold",
]
