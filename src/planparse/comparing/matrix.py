"""Many plans in one table: what they promise, by indicator, and what they do and who leads it, by theme.

Measures on one theme are found by `themes`, targets on one indicator as stars: the one that is like most others makes a row with all that are
like it, then the next of those that are left (star clustering: Aslam, Pelekhov, Rus, The Star Clustering Algorithm, 2004). A row has
what is like its centre, so that rows do not drift from one thing to another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeVar

from planparse.citing import Input
from planparse.comparing.names import (
    Name,
    called,
    counted,
    names,
    own_names_clash,
    part_of_territory,
    same_entry,
    says_little,
)
from planparse.comparing.results import (
    Confidence,
    IndicatorRow,
    IndicatorTarget,
    LeadBody,
    PlanMatrix,
    PlanSummary,
    ThemeMeasure,
    ThemeRow,
    leads_of,
)
from planparse.comparing.scales import bar
from planparse.comparing.themes import Themes
from planparse.comparing.words import Vector, cut, vector
from planparse.model import Plan, Region, Target
from planparse.producer import COMPARING, producer

Row = TypeVar("Row")

# From here on two indicators are one and the same.
_ONE_INDICATOR = 0.6


class _Promise(NamedTuple):
    """A target with its plan, read for comparing."""

    plan: int
    target: Target
    region: Region
    scale: str | None
    denominator: str

    @property
    def of(self) -> tuple[Target, Region]:
        """The target and the territory that its plan is made for."""
        return self.target, self.region


def compare(plans: Iterable[Plan]) -> PlanMatrix:
    """Plans side by side. Rows that more plans share stand first, then those that stand earlier in the plans.

    The plans are read one after the other, and no more is kept of each than what stands in the matrix.
    """
    inputs: list[Input] = []
    summaries: list[PlanSummary] = []
    promises: list[_Promise] = []
    measures: list[ThemeMeasure] = []
    bodies: dict[tuple[LeadBody, ...], tuple[LeadBody, ...]] = {}  # the same lead thousands of measures
    themes = Themes()
    for at, plan in enumerate(plans):
        inputs.append(Input.of(plan))
        summaries.append(PlanSummary.of(plan))
        promises += (_promise(at, plan, target) for target in plan.targets)
        measures += (
            ThemeMeasure(plan=at, measure_id=one.id, path=one.path, title=one.title, leads=bodies.setdefault(leads, leads))
            for one, leads in zip(plan.measures, map(leads_of, plan.measures), strict=True)
        )
        themes.add(plan)
    return PlanMatrix(
        producer=producer(COMPARING),
        inputs=tuple(inputs),
        settings={},
        plans=tuple(summaries),
        indicators=tuple(_indicators(promises)),
        themes=tuple(_theme_rows(themes, measures)),
    )


def _indicators(promises: Sequence[_Promise]) -> list[IndicatorRow]:
    # One entry of the register on one scale is one indicator, and so is one name, however many plans print it.
    named: dict[Hashable, list[_Promise]] = defaultdict(list)
    for promise in promises:
        known = promise.target.indicator_id
        named[promise.scale, known, *(() if known else called(promise.target, promise.region))].append(promise)
    groups = [*named.values()]
    read = [Name.of(group[0].target, group[0].region, "") for group in groups]
    rows = []
    for star in _stars(
        [vector([*cut(name.text, 1), *name.outcome]) for name in read],
        [{promise.plan for promise in group} for group in groups],
        _ONE_INDICATOR,
        lambda i, j: _may_share(groups[i], groups[j]) and _one_indicator(groups[i][0].target, read[i], read[j]),
        [group[0].target.indicator_id for group in groups],
    ):
        centre = groups[star[0]][0]
        surely = [promise for at in star for promise in groups[at] if _surely(promise, centre, read[at], read[star[0]])]
        sure = {id(promise) for promise in surely} - _beside_others(surely)
        members = sorted((promise for at in star for promise in groups[at]), key=lambda p: (p.plan, p.target.span.start))
        told = _told([promise.plan for promise in members], [id(promise) in sure for promise in members])
        rows.append(
            IndicatorRow(
                indicator=_most_common(_label(promise.target) for promise in members),
                indicator_id=next((promise.target.indicator_id for promise in members if promise.target.indicator_id), None),
                targets=tuple(
                    IndicatorTarget(plan=promise.plan, target=promise.target, confidence=confidence)
                    for promise, confidence in zip(members, told, strict=True)
                ),
            )
        )
    return _shared_first(rows, lambda row: [entry.plan for entry in row.targets if entry.confidence == "sure"])


def _surely(promise: _Promise, centre: _Promise, name: Name, centre_name: Name) -> bool:
    """Whether a target is surely on the indicator of the row with this centre: by the register, or by the same words."""
    if says_little(name):
        return False  # it may be of different things in each plan
    if promise.denominator != centre.denominator or part_of_territory(*promise.of) != part_of_territory(*centre.of):
        return False
    kind = promise.target.kind
    if kind in {"count", "level"} and {counted(promise.target), counted(centre.target)} == {"added", "all"}:
        return False
    # Of things that are counted, those of which more is said are some: 开展管理咨询诊断.
    if kind == "count" and called(*promise.of)[1:] != called(*centre.of)[1:]:
        return False
    return name is centre_name or same_entry(name, centre_name) or names(name, centre_name).same


def _beside_others(promises: Sequence[_Promise]) -> set[int]:
    """Those of which their plan sets more than one value for the same time: one is a part of another, or of another thing."""
    same: dict[Hashable, list[_Promise]] = defaultdict(list)
    for promise in promises:
        same[promise.plan, promise.target.due, promise.target.frequency].append(promise)
    return {
        id(promise)
        for group in same.values()
        if len({(one.target.value, one.target.value_max) for one in group}) > 1
        for promise in group
    }


def _told(plans: Sequence[int], sure: Sequence[bool]) -> list[Confidence]:
    """How sure it is that each of the members of a row belongs there; it takes two plans to share what a row is about."""
    several = len(set(plans)) > 1
    surely = len({plan for plan, belongs in zip(plans, sure, strict=True) if belongs}) > 1
    return ["likely" if several and not (surely and belongs) else "sure" for belongs in sure]


def _promise(at: int, plan: Plan, target: Target) -> _Promise:
    reached = bar(target)
    scale, _, denominator = reached.dimension.partition(" per ") if reached else (None, "", "")
    return _Promise(at, target, plan.metadata.region, scale, denominator)


def _may_share(some: Sequence[_Promise], others: Sequence[_Promise]) -> bool:
    """Whether they may stand in one row. A plan that prints two names means two things: 全人群签约率, 重点人群签约率."""
    return some[0].scale == others[0].scale and {promise.plan for promise in some}.isdisjoint(
        promise.plan for promise in others
    )


def _one_indicator(target: Target, one: Name, other: Name) -> bool:
    """Whether two names are of one indicator; the first is that of the target."""
    if own_names_clash(one, other):
        return False
    named = names(one, other)
    return not (named.other_matter or named.other_outcome or named.other_set(target.kind))


def _label(target: Target) -> str:
    return (
        f"{target.indicator}（{target.outcome}）"
        if target.outcome and (target.kind in {"share", "coverage"} or "“" in target.outcome)
        else target.indicator
    )


def _theme_rows(themes: Themes, measures: Sequence[ThemeMeasure]) -> list[ThemeRow]:
    rows = []
    for group in themes.groups():
        first = measures[group[0].measure]
        sure = {member.measure for member in group if member.sure}
        places = sorted(member.measure for member in group)
        told = _told([measures[at].plan for at in places], [at in sure for at in places])
        own = [
            measures[at].model_copy(update={"confidence": "likely"}) if confidence == "likely" else measures[at]
            for at, confidence in zip(places, told, strict=True)
        ]
        rows.append(ThemeRow(theme=first.title or first.path, measures=tuple(own)))
    return _shared_first(rows, lambda row: [entry.plan for entry in row.measures if entry.confidence == "sure"])


def _stars(
    vectors: Sequence[Vector],
    plans: Sequence[AbstractSet[int]],
    least: float,
    fits: Callable[[int, int], bool],
    ids: Sequence[str | None],
) -> Iterable[list[int]]:
    """Groups of what is alike: each a centre, given first, and all that are like it and in no group before.

    The centre is the one whose neighbours come from the most plans. `fits` says whether two that are alike may stand in one row; of
    those that have an id, a row holds only one.
    """
    near = _near(vectors, least, fits)
    reach = [len(plans[at] | set().union(*(plans[other] for other in near[at]))) for at in range(len(vectors))]
    taken: set[int] = set()
    for at in sorted(range(len(vectors)), key=lambda at: (-reach[at], -sum(near[at].values()), at)):
        if at not in taken:
            star, id_ = [at], ids[at]
            for other in sorted(near[at], key=lambda other: (-near[at][other], other)):
                if other not in taken and ids[other] in {None, id_ or ids[other]}:
                    star.append(other)
                    id_ = id_ or ids[other]
            taken.update(star)
            yield star


def _near(vectors: Sequence[Vector], least: float, fits: Callable[[int, int], bool]) -> list[dict[int, float]]:
    """What each vector is like, and how much. Only vectors that share a word are held against each other."""
    near: list[dict[int, float]] = [{} for _ in vectors]
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, own in enumerate(vectors):
        sums: dict[int, float] = defaultdict(float)
        for word, value in own.items():
            for other, theirs in holding[word]:
                sums[other] += value * theirs
            holding[word].append((at, value))
        for other, alike in sums.items():
            if alike >= least and fits(at, other):
                near[at][other] = near[other][at] = alike
    return near


def _most_common(labels: Iterable[str]) -> str:
    """The label that stands most often, of those the first."""
    return Counter(labels).most_common(1)[0][0]


def _shared_first(rows: Iterable[Row], plans: Callable[[Row], Sequence[int]]) -> list[Row]:
    return sorted(rows, key=lambda row: (-len(set(plans(row))), min(plans(row), default=0)))
