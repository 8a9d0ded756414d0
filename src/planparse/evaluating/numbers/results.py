"""What an evaluation of numbers finds, of each document and of all together, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any, Literal, get_args

from pydantic import SerializerFunctionWrapHandler, model_serializer

from planparse.evaluating.counts import Count, Kept, Many, Miss, TargetGroup, summed
from planparse.evaluating.intervals import bootstrapped, wilson
from planparse.model import QuantityRole

RowName = Literal["targets", "coverage", "all targets"]
ReadRole = QuantityRole | Literal["unread"]
ROLES: tuple[ReadRole, ...] = (*get_args(QuantityRole), "unread")
"""What a number can be read as; `unread` where the plan has no number there."""

_SURE = 0.9  # from which confidence on a target is said to be sure
_TENTHS = 10


class TargetCounts(Kept):
    """Targets: those that gold demands, those of them that were found and that are right, and those found that gold has not."""

    demanded: Many = 0
    found: Many = 0
    right: Many = 0
    extra: Many = 0
    no_commitment: Many = 0  # of the extra ones, those where gold has nothing at all

    @property
    def said(self) -> int:
        """How many targets the plan has that count."""
        return self.found + self.extra

    def __add__(self, other: TargetCounts) -> TargetCounts:
        return TargetCounts(**{name: getattr(self, name) + getattr(other, name) for name in TargetCounts.model_fields})


class Said(Kept):
    """A target that the plan has and that counts: how sure the plan is of it, and whether it is right."""

    confidence: float | None
    right: bool


class NumbersEvaluation(Kept):
    """One document against its gold. `roles` counts its numbers by the role of gold and the role that was read."""

    plan: str
    gold_sha256: str
    targets: dict[TargetGroup, TargetCounts]
    roles: dict[QuantityRole, dict[ReadRole, Many]]
    fields: dict[str, Count]
    said: tuple[Said, ...]
    misses: tuple[Miss, ...]

    def counts(self, row: RowName) -> TargetCounts:
        """The counts of one group of targets, or of both."""
        groups: tuple[TargetGroup, ...] = get_args(TargetGroup) if row == "all targets" else (row,)
        return sum((self.targets.get(group, TargetCounts()) for group in groups), TargetCounts())


class Share(Kept):
    """A share with its 95 % interval, and of how many it is; null of nothing."""

    share: float | None
    low: float | None
    high: float | None
    of: Many


class TargetFigures(Kept):
    """How right the targets of a run are.

    precision: of those said, how many gold demands; recall: of those demanded, how many were found; right: of those demanded,
    how many were found with value, unit, indicator, comparator and due date right; no_commitment: of those said, how many stand
    where gold has no target at all.
    """

    precision: Share
    recall: Share
    right: Share
    no_commitment: Share
    counts: TargetCounts


class Tenth(Kept):
    """The targets whose confidence lies in a tenth, from `above` on."""

    above: float
    said: Many
    confidence: float | None  # on average
    right: float | None


class Calibration(Kept):
    """Whether the confidence of targets is what comes true.

    expected_error: how far confidence and share of right ones lie apart, over the tenths; sure: of those said with 0.9 or more,
    how many are right; least_sure: of all that are wrong, how many stand within the tenth that is least sure.
    """

    tenths: tuple[Tenth, ...]
    expected_error: Share
    sure: Share
    least_sure: Share


class NumbersRun(Kept):
    """All documents of a run."""

    documents: tuple[NumbersEvaluation, ...] = ()

    @property
    def targets(self) -> dict[RowName, TargetFigures]:
        """The figures of each group of targets and of both together."""
        return {row: self._figures(row) for row in get_args(RowName)}

    def _figures(self, row: RowName) -> TargetFigures:
        counts = [document.counts(row) for document in self.documents]
        total = sum(counts, TargetCounts())
        return TargetFigures(
            precision=_share(counts, lambda of: of.found, lambda of: of.said),
            recall=_share(counts, lambda of: of.found, lambda of: of.demanded),
            right=_share(counts, lambda of: of.right, lambda of: of.demanded),
            no_commitment=_single(total.no_commitment, total.said),
            counts=total,
        )

    @property
    def roles(self) -> dict[QuantityRole, dict[ReadRole, int]]:
        """How often each role of gold was read as which."""
        return {
            role: {read: sum(one.roles.get(role, {}).get(read, 0) for one in self.documents) for read in ROLES}
            for role in get_args(QuantityRole)
        }

    @property
    def roles_right(self) -> Share:
        """Of all numbers, how many were read with the role of gold."""
        table = self.roles
        return _single(sum(table[role][role] for role in table), sum(sum(row.values()) for row in table.values()))

    @property
    def fields(self) -> dict[str, Count]:
        """How often each field of the targets that were found is right."""
        return summed(one.fields for one in self.documents)

    @property
    def calibration(self) -> Calibration | None:
        """Of the targets that have a confidence; None where none has."""
        documents = [[one for one in document.said if one.confidence is not None] for document in self.documents]
        said = sorted((one for document in documents for one in document), key=_confidence)
        if not said:
            return None
        wrong = [not one.right for one in said]
        sure = [one.right for one in said if _confidence(one) >= _SURE]
        interval = bootstrapped(documents, lambda drawn: _expected_error([one for document in drawn for one in document]))
        low, high = interval or (None, None)
        return Calibration(
            tenths=tuple(_tenth(at, own) for at, own in enumerate(_tenths(said))),
            expected_error=Share(share=_expected_error(said), low=low, high=high, of=len(said)),
            sure=_single(sum(sure), len(sure)),
            least_sure=_single(sum(wrong[: ceil(len(said) / 10)]), sum(wrong)),
        )

    @model_serializer(mode="wrap")
    def _figures_first(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        figures = {name: getattr(self, name) for name in ("targets", "roles", "roles_right", "fields", "calibration")}
        return {**figures, **dump(self)} if self.documents else dump(self)


_Counted = Callable[[TargetCounts], int]


def _share(documents: Sequence[TargetCounts], some: _Counted, of: _Counted) -> Share:
    """A share of the targets of all documents, with an interval over documents."""
    counts = [(some(document), of(document)) for document in documents]
    low, high = bootstrapped(counts, _ratio) or (None, None)
    return Share(share=_ratio(counts), low=low, high=high, of=sum(total for _, total in counts))


def _ratio(counts: Sequence[tuple[int, int]]) -> float | None:
    total = sum(of for _, of in counts)
    return sum(some for some, _ in counts) / total if total else None


def _single(some: int, of: int) -> Share:
    """A share of single things."""
    low, high = wilson(some, of) or (None, None)
    return Share(share=some / of if of else None, low=low, high=high, of=of)


def _confidence(said: Said) -> float:
    return said.confidence or 0.0


def _tenths(said: Sequence[Said]) -> list[list[Said]]:
    tenths: list[list[Said]] = [[] for _ in range(_TENTHS)]
    for one in said:
        tenths[min(int(_confidence(one) * _TENTHS), _TENTHS - 1)].append(one)
    return tenths


def _tenth(at: int, said: Sequence[Said]) -> Tenth:
    confidence, right = _averages(said) or (None, None)
    return Tenth(above=at / _TENTHS, said=len(said), confidence=confidence, right=right)


def _averages(said: Sequence[Said]) -> tuple[float, float] | None:
    """How sure the targets are on average, and how many of them are right."""
    return (sum(map(_confidence, said)) / len(said), sum(one.right for one in said) / len(said)) if said else None


def _expected_error(said: Sequence[Said]) -> float | None:
    if not said:
        return None
    averages = ((len(own), _averages(own)) for own in _tenths(said))
    return sum(number * abs(both[0] - both[1]) for number, both in averages if both) / len(said)
