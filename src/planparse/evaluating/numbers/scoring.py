"""A plan against gold of its numbers: the role of each, each target that gold demands, and what the plan has besides.

A target is found where the plan has one on the same number, or where no number is its value, in the same words. What gold calls
optional is neither demanded nor counted against anybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Literal, get_args

from planparse.evaluating.counts import Count, Miss, TargetGroup
from planparse.evaluating.numbers.answers import Answer, answers, readings
from planparse.evaluating.numbers.gold import GoldCommitment, GoldNumbers
from planparse.evaluating.numbers.placing import Placed, placed, unread
from planparse.evaluating.numbers.results import NumbersEvaluation, ReadRole, Said, TargetCounts
from planparse.model import Plan, QuantityRole, Target


def evaluate_numbers(gold: GoldNumbers, plan: Plan | None, name: str) -> NumbersEvaluation:
    """How right a plan's numbers and targets are in the paragraphs of its gold; `name` is what the result calls it.

    Where the document gave no plan at all, its numbers are unread and its targets missed. Raises UnsoundError where paragraphs or quotes of gold are not in the plan, with a message for each.
    """
    targets = dict.fromkeys(get_args(TargetGroup), TargetCounts())
    roles: dict[QuantityRole, Counter[ReadRole]] = defaultdict(Counter)
    fields: dict[str, Count] = {}
    said: list[Said] = []
    misses: list[Miss] = []
    for number, paragraph in enumerate(placed(gold, plan) if plan else unread(gold), 1):
        shown = _Shown(name, f"¶{number}", paragraph)
        for at, (annotated, quantity) in enumerate(zip(paragraph.paragraph.numbers, paragraph.quantities, strict=True)):
            read: ReadRole = quantity.role if quantity else "unread"
            roles[annotated.role][read] += 1
            if read != annotated.role:
                misses.append(shown.role(at, annotated.role, read))
        for answer in answers(paragraph):
            targets[answer.group] += _counts(answer)
            for check in answer.checks:
                fields[f"target.{check.field}"] = fields.get(f"target.{check.field}", Count()) + Count(
                    right=int(check.is_right), total=1
                )
            if answer.found:
                said.append(Said(confidence=getattr(answer.found, "confidence", None), right=answer.is_right))
            misses += shown.misses(answer)
    return NumbersEvaluation(
        plan=name,
        gold_sha256=gold.digest(),
        targets=targets,
        roles={role: dict(counts) for role, counts in roles.items()},
        fields=fields,
        said=tuple(said),
        misses=tuple(misses),
    )


def _counts(answer: Answer) -> TargetCounts:
    is_demanded, is_said = answer.gold is not None, answer.found is not None
    return TargetCounts(
        demanded=int(is_demanded),
        found=int(is_demanded and is_said),
        right=int(answer.is_right),
        extra=int(is_said and not is_demanded),
        no_commitment=int(answer.no_commitment),
    )


class _Shown:
    """What the misses of a paragraph show."""

    def __init__(self, plan: str, path: str, paragraph: Placed) -> None:
        self._plan, self._path, self._paragraph = plan, path, paragraph

    def role(self, number: int, gold: str, read: str) -> Miss:
        """That a number was read with another role."""
        words = self._paragraph.words[number]
        return Miss(
            plan=self._plan, list="numbers", fault="wrong", path=self._path, words=words, field="role", gold=gold, found=read
        )

    def misses(self, answer: Answer) -> Iterator[Miss]:
        """What is to be said against a target: that it was missed, or is extra, or each field that is wrong."""
        words = self._words(answer)
        if answer.gold is None or answer.found is None:
            fault: Literal["missed", "extra"] = "missed" if answer.gold else "extra"
            gold, found = (_reading(side) if side else None for side in (answer.gold, answer.found))
            yield Miss(plan=self._plan, list=answer.group, fault=fault, path=self._path, words=words, gold=gold, found=found)
        for check in answer.checks:
            if not check.is_right:
                yield Miss(
                    plan=self._plan,
                    list=answer.group,
                    fault="wrong",
                    path=self._path,
                    words=words,
                    field=check.field,
                    gold=check.gold,
                    found=check.found,
                )

    def _words(self, answer: Answer) -> str | None:
        """The words of a target: those around its number, or the quote of gold, or those of the plan."""
        if answer.gold and answer.gold.numbers:
            return self._paragraph.words[answer.gold.numbers[0] - 1]
        return answer.gold.quote if answer.gold else answer.found.quote if answer.found else None


def _reading(target: GoldCommitment | Target) -> str:
    """What a target says, in one line: `县级综合医院 eq 11 家`; of several readings the first."""
    value = readings(target.value)[0] if target.value_max is None else f"{target.value}—{target.value_max}"
    parts = (target.indicator, target.comparator or "eq", value, target.unit)
    return " ".join(str(readings(part)[0]) for part in parts if part is not None)
