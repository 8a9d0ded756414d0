"""The targets: which of gold were found, how right those are, and what was found besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planparse.evaluating.counts import Miss, TargetGroup
from planparse.evaluating.fields import Check, target_checks
from planparse.evaluating.gold import GoldTarget
from planparse.evaluating.pairing import pairs
from planparse.evaluating.results import Tally
from planparse.model import Target

_STRICT = frozenset(("indicator", "kind", "comparator", "due"))


@dataclass(frozen=True, slots=True)
class Judged:
    """A target that counts: one that both sides have, or gold alone (missed), or the plan alone (extra)."""

    gold: GoldTarget | None
    found: Target | None
    checks: tuple[Check, ...] = ()

    @property
    def group(self) -> TargetGroup:
        """What it is tallied with; gold has the first word."""
        either = self.gold or self.found
        return "coverage" if either and either.kind == "coverage" else "targets"

    @property
    def value(self) -> Tally:
        """Its share in the tally of targets that are found."""
        return Tally(tp=1) if self.gold and self.found else Tally(fn=1) if self.gold else Tally(fp=1)

    @property
    def strict(self) -> Tally:
        """Its share in the tally of targets that are right; one that is wrong is missed, and extra as well."""
        is_wrong = any(not check.is_right for check in self.checks if check.field in _STRICT)
        return Tally(fp=1, fn=1) if is_wrong else self.value

    def misses(self, plan: str) -> Iterator[Miss]:
        """What is to be said against it: that it was missed, or is extra, or each field that is wrong."""
        match self.gold, self.found:
            case GoldTarget() as gold, None:
                yield Miss(plan=plan, list=self.group, fault="missed", path=gold.at, words=gold.quote, gold=_reading(gold))
            case None, Target() as found:
                yield Miss(
                    plan=plan, list=self.group, fault="extra", path=found.path, words=found.quote, found=_reading(found)
                )
            case GoldTarget() as gold, Target():
                for check in self.checks:
                    if not check.is_right:
                        yield Miss(
                            plan=plan,
                            list=self.group,
                            fault="wrong",
                            path=gold.at,
                            words=gold.quote,
                            field=check.field,
                            gold=check.gold,
                            found=check.found,
                        )


def judged(gold: Sequence[GoldTarget], found: Sequence[Target]) -> Iterator[Judged]:
    """The targets that count: an optional one does not, nor does what answers to it."""
    paired = pairs(gold, found)
    for i, j in sorted(paired):
        if not gold[i].optional:
            yield Judged(gold[i], found[j], tuple(target_checks(gold[i], found[j])))
    answered, answers = {i for i, _ in paired}, {j for _, j in paired}
    yield from (Judged(target, None) for i, target in enumerate(gold) if i not in answered and not target.optional)
    yield from (Judged(None, target) for j, target in enumerate(found) if j not in answers)


def _reading(target: GoldTarget | Target) -> str:
    """What a target says, in one line: `县级综合医院 eq 11 家`."""
    value = target.grade or (target.value if target.value_max is None else f"{target.value}—{target.value_max}")
    parts = (target.indicator, target.comparator or "eq", value, target.unit)
    return " ".join(str(part) for part in parts if part is not None)
