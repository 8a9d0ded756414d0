"""A Plan against gold of single paragraphs, in which each number has its role and each commitment its reading.

- gold.py: the gold file, as people write it;
- placing.py: where its paragraphs, numbers and quotes stand in the plan, and which targets of the plan stand there;
- answers.py: which target of the plan answers which of gold, and which of its fields are right;
- scoring.py: `evaluate_numbers`, which counts;
- results.py: what is counted, of each document and of all together, with intervals.
"""

from planparse.evaluating.numbers.gold import GoldNumbers, read_any_gold
from planparse.evaluating.numbers.results import NumbersEvaluation, NumbersRun
from planparse.evaluating.numbers.scoring import evaluate_numbers

__all__ = ["GoldNumbers", "NumbersEvaluation", "NumbersRun", "evaluate_numbers", "read_any_gold"]
