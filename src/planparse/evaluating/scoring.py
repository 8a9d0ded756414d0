"""A plan against its gold: the tally of each list, the count of each field, and every miss.

An entry of a list is found where all that identifies it is the same in plain words. A target is found (value) where its
value and unit are right in the right words, and right (strict) where indicator, kind, comparator and due date are too.
What gold calls optional is neither demanded nor counted against anybody; of a list that was not annotated nothing is counted.
"""

from __future__ import annotations

from planparse.evaluating.counts import Count, Miss, TargetGroup
from planparse.evaluating.entries import entries_in, without
from planparse.evaluating.fields import metadata_checks
from planparse.evaluating.gold import Gold
from planparse.evaluating.results import LIST_NAMES, ListName, PlanEvaluation, Tally
from planparse.evaluating.targets import judged
from planparse.model import Plan

_TALLIES: dict[TargetGroup, tuple[ListName, ListName]] = {
    "targets": ("targets (value)", "targets (strict)"),
    "coverage": ("coverage (value)", "coverage (strict)"),
}


def evaluate(gold: Gold, plan: Plan, name: str) -> PlanEvaluation:
    """How right a plan is against its gold; `name` is what the result calls it."""
    lists: dict[ListName, Tally] = dict.fromkeys(LIST_NAMES, Tally())
    fields: dict[str, Count] = {}
    misses: list[Miss] = []

    def count(field: str, *, is_right: bool) -> None:
        fields[field] = fields.get(field, Count()) + Count(right=int(is_right), total=1)

    for field, is_right, wanted, said in metadata_checks(gold.metadata, plan.metadata):
        count(f"metadata.{field.partition('.')[0]}", is_right=is_right)  # the parts of the region count together
        if not is_right:
            misses.append(Miss(plan=name, list="metadata", fault="wrong", field=field, gold=wanted, found=said))
    for entries, (demanded, found) in entries_in(gold, plan).items():
        missed, extra = without(demanded, found), without(found, demanded)
        lists[entries] = Tally(tp=len(demanded) - len(missed), fp=len(extra), fn=len(missed))
        for _, path, words, value in missed:
            misses.append(Miss(plan=name, list=entries, fault="missed", path=path, words=words, gold=value))
        for _, path, words, value in extra:
            misses.append(Miss(plan=name, list=entries, fault="extra", path=path, words=words, found=value))
    for target in judged(gold.targets, plan.targets) if gold.holds("targets") else ():
        by_value, strictly = _TALLIES[target.group]
        lists[by_value] += target.value
        lists[strictly] += target.strict
        for check in target.checks:
            count(f"target.{check.field}", is_right=check.is_right)
        misses += target.misses(name)
    return PlanEvaluation(plan=name, gold_sha256=gold.digest(), lists=lists, fields=fields, misses=tuple(misses))
