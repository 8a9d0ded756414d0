"""Results of an evaluation: tallies of lists, counts of fields, and misses, for each plan and for all together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_args

from pydantic import SerializerFunctionWrapHandler, ValidationError, model_serializer

from planparse.errors import InputError
from planparse.evaluating.counts import Count, EntryList, Kept, Many, Miss, summed
from planparse.evaluating.intervals import Interval, bootstrapped
from planparse.evaluating.numbers.results import NumbersEvaluation, NumbersRun
from planparse.readers.inputs import Input, label, read_bytes
from planparse.validating.paths import dotted

ListName = EntryList | Literal["targets (value)", "targets (strict)", "coverage (value)", "coverage (strict)"]
LIST_NAMES: tuple[ListName, ...] = (
    *get_args(EntryList),
    "targets (value)",
    "targets (strict)",
    "coverage (value)",
    "coverage (strict)",
)


class Tally(Kept):
    """How many entries of a list were found that are in gold (tp), found that are not (fp), in gold but not found (fn)."""

    tp: Many = 0
    fp: Many = 0
    fn: Many = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is in gold, 0 to 1; 1 where nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """The share of gold that was found, 0 to 1; 1 where gold is empty."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to find and nothing was found, so that the shares say nothing."""
        return not (self.tp or self.fp or self.fn)

    def __add__(self, other: Tally) -> Tally:
        return Tally(tp=self.tp + other.tp, fp=self.fp + other.fp, fn=self.fn + other.fn)

    @model_serializer(mode="wrap")
    def _with_shares(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1, **dump(self)}


class PlanEvaluation(Kept):
    """One plan against its gold. `lists` has every list; `fields` has those that were looked at, as `target.due`."""

    plan: str
    gold_sha256: str
    lists: dict[ListName, Tally]
    fields: dict[str, Count]
    misses: tuple[Miss, ...]


class Evaluation(Kept):
    """All plans of a run, and all documents whose numbers are measured."""

    plans: tuple[PlanEvaluation, ...]
    numbers: NumbersRun = NumbersRun()

    @property
    def lists(self) -> dict[ListName, Tally]:
        """The tally of each list, over all plans."""
        return pooled(self.plans)

    @property
    def intervals(self) -> dict[ListName, Interval | None]:
        """The 95 % interval of each list's F1, over plans; None where that says nothing."""
        return {name: bootstrapped([plan.lists[name] for plan in self.plans], _f1) for name in LIST_NAMES}

    @property
    def fields(self) -> dict[str, Count]:
        """The count of each field, over all plans: those of metadata, then those of targets."""
        return summed(plan.fields for plan in self.plans)

    @property
    def measured(self) -> list[PlanEvaluation | NumbersEvaluation]:
        """All plans, then all documents whose numbers are measured."""
        return [*self.plans, *self.numbers.documents]

    @model_serializer(mode="wrap")
    def _figures_first(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {"lists": self.lists, "intervals": self.intervals, "fields": self.fields, **dump(self)}


def gathered(evaluated: Iterable[PlanEvaluation | NumbersEvaluation]) -> Evaluation:
    """The run of all that was evaluated, of either sort."""
    plans: list[PlanEvaluation] = []
    documents: list[NumbersEvaluation] = []
    for one in evaluated:
        if isinstance(one, PlanEvaluation):
            plans.append(one)
        else:
            documents.append(one)
    return Evaluation(plans=tuple(plans), numbers=NumbersRun(documents=tuple(documents)))


def _f1(drawn: Sequence[Tally]) -> float | None:
    tally = Tally(tp=sum(of.tp for of in drawn), fp=sum(of.fp for of in drawn), fn=sum(of.fn for of in drawn))
    return None if tally.is_empty else tally.f1


def pooled(plans: Iterable[PlanEvaluation]) -> dict[ListName, Tally]:
    """The tally of each list, over the plans."""
    sums = dict.fromkeys(LIST_NAMES, Tally())
    for plan in plans:
        for name, tally in plan.lists.items():
            sums[name] += tally
    return sums


def read_evaluation(source: Input) -> Evaluation:
    """Read back a run that was saved as JSON. Raises InputError for an input that is none."""
    try:
        return Evaluation.model_validate_json(read_bytes(source))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise InputError("no-run", label(source), path=dotted(first["loc"]), problem=first["msg"]) from error
