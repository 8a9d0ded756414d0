"""What comparing plans finds: `PlanDiff` of two, `PlanMatrix` of many. Field names are fixed as those of the model are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from planparse.citing import Citable
from planparse.errors import UnsoundError
from planparse.messages import Message
from planparse.model import (
    Metadata,
    Number,
    Path,
    Plan,
    Record,
    Region,
    ResponsibleUnit,
    Status,
    Target,
)
from planparse.text import Span

Relation = Literal["same", "comparable"]
Verdict = Literal["left_stricter", "right_stricter", "equal", "not_comparable"]
Judgement = Verdict | Literal["unweighed"]
Which = Literal["left", "right"]
Confidence = Literal["sure", "likely", "guess"]
"""How sure it is that two things answer each other; docs and README say how often each comes true."""
Obstacle = Literal[
    "measure", "scope", "denominator", "frequency", "unit", "kind", "baseline", "direction", "overlap", "no_value"
]
"""Why two values cannot be held against each other: they count or measure different things, on different sets of cases, per
different denominators that no factor joins, one every year and the other once, in different units, as different kinds of target
(a rank and a rate), from different baselines, one wants more and the other less, their ranges cross, or one names no value."""


class PlanSummary(Record):
    """Which plan it is."""

    name: Annotated[str | None, Field(description="File name without folders; null for a text without a file.")]
    title: Annotated[str | None, Field(description="The plan's own title.")]
    region: Annotated[Region, Field(description="The territory that the plan is made for.")]
    status: Annotated[Status, Field(description="draft, trial or final.")]
    issued_on: Annotated[date | None, Field(description="成文日期.")]

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """The summary of a plan."""
        metadata: Metadata = plan.metadata
        return cls(
            name=plan.source.name,
            title=metadata.title,
            region=metadata.region,
            status=metadata.status,
            issued_on=metadata.issued_on,
        )

    @property
    def place(self) -> str | None:
        """The most specific place that it is made for: 济宁市."""
        return self.region.county or self.region.city or self.region.province


class LeadBody(Record):
    """A body that leads a measure, or is named first for it."""

    name: Annotated[str, Field(description="As printed: 市卫生健康委.")]
    canonical: Annotated[str, Field(description="The full official name: 济宁市卫生健康委员会.")]
    body: Annotated[str, Field(description="A key that is the same in every city: health_commission.")]


class Leads(Record):
    """Who leads on either side."""

    left: Annotated[tuple[LeadBody, ...], Field(description="The leads, or first responsible bodies, of the left measures.")]
    right: Annotated[tuple[LeadBody, ...], Field(description="The same of the right measures.")]
    same_body: Annotated[
        bool | None, Field(description="Whether they are the same kinds of body; null where a side names none.")
    ]


class Passage(Record):
    """A clause of a measure."""

    path: Path
    quote: Annotated[str, Field(description="The clause as printed.")]
    span: Annotated[
        Span | None, Field(description="Of the quote in the plan's text; null where an edit has taken it from there.")
    ]


class ClausePair(Record):
    """The clauses of two measures that are most alike."""

    left: Annotated[Passage, Field(description="The clause of the left measure.")]
    right: Annotated[Passage, Field(description="The clause of the right measure.")]


class MeasurePair(Record):
    """Measures that answer each other: one and one, or one and several."""

    left: Annotated[tuple[Path, ...], Field(min_length=1, description="Paths of the left measures.")]
    right: Annotated[tuple[Path, ...], Field(min_length=1, description="Paths of the right measures.")]
    confidence: Annotated[Confidence, Field(description="How sure it is that they answer each other.")]
    similarity: Annotated[float, Field(ge=0, le=1, description="How much their words agree: 1 where they are the same.")]
    clauses: Annotated[
        tuple[ClausePair, ...],
        Field(description="By which clauses: those of each two measures that are most alike, the closest first."),
    ]
    why: Annotated[str, Field(description="One line for people: the closest clauses.")]
    leads: Annotated[Leads, Field(description="Who leads on either side.")]


class Difference(Record):
    """How far two values lie apart."""

    value: Annotated[Number, Field(description="The left value less the right one: negative where the left one is lower.")]
    unit: Annotated[str | None, Field(description="As printed on one of the sides; 个百分点 between percentages.")]


class Population(Record):
    """How many people a plan is made for, as somebody said who names where it stands."""

    people: Annotated[int, Field(gt=0, description="How many.")]
    source: Annotated[str, Field(min_length=1, description="Where it stands: 第七次全国人口普查公报.")]
    year: Annotated[int, Field(ge=1900, le=2100, description="Of which year.")]


class PerHead(Record):
    """Two counts by the populations of their places."""

    left: Annotated[Number, Field(description="How many for 10,000 people on the left.")]
    right: Annotated[Number, Field(description="The same on the right.")]
    left_population: Annotated[Population, Field(description="Of the left plan's place.")]
    right_population: Annotated[Population, Field(description="Of the right plan's place.")]


class TargetPair(Record):
    """Two targets about the same or a comparable indicator."""

    left: Annotated[Target, Field(description="The left target, whole.")]
    right: Annotated[Target, Field(description="The right target, whole.")]
    relation: Annotated[
        Relation, Field(description="same: the same thing counted the same way; comparable: the same matter, otherwise.")
    ]
    confidence: Annotated[Confidence, Field(description="How sure it is that they are about one matter: sure or likely.")]
    verdict: Annotated[Verdict, Field(description="Whose bar is harder to clear, time and strength aside.")]
    obstacle: Annotated[Obstacle | None, Field(description="Why they are not comparable; null where they are.")]
    difference: Annotated[
        Difference | None, Field(description="How far the values lie apart; null where that is not told.")
    ] = None
    per_head: Annotated[
        PerHead | None,
        Field(description="The counts per head, by which they are judged; null where no population is given."),
    ] = None
    unweighed: Annotated[
        bool,
        Field(
            description="True where things are counted in two places and no population is given: then the verdict says who has "
            "more of them, not whose bar is harder."
        ),
    ] = False
    sooner: Annotated[Which | None, Field(description="Whose last day comes first; null where equal or not printed.")]
    firmer: Annotated[Which | None, Field(description="Who commits more firmly: firm, strive, encourage; null where equal.")]
    why: Annotated[str, Field(description="One line for people.")]

    @property
    def judgement(self) -> Judgement:
        """What people are told: the verdict, but no stricter side where only counts of places of unknown sizes differ."""
        return "unweighed" if self.unweighed else self.verdict

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if (self.verdict == "not_comparable") != (self.obstacle is not None):
            raise UnsoundError(Message("obstacle"))
        return self


class PlanDiff(Citable):
    """Two plans side by side."""

    left: Annotated[PlanSummary, Field(description="The first plan.")]
    right: Annotated[PlanSummary, Field(description="The second plan.")]
    measures: Annotated[
        tuple[MeasurePair, ...], Field(description="The measures that answer each other: sure and likely pairs.")
    ]
    guesses: Annotated[
        tuple[MeasurePair, ...], Field(description="Measures that may answer each other, but more often do not.")
    ]
    measures_left_only: Annotated[tuple[Path, ...], Field(description="Left measures in none of `measures`.")]
    measures_right_only: Annotated[tuple[Path, ...], Field(description="Right measures in none of `measures`.")]
    targets: Annotated[tuple[TargetPair, ...], Field(description="Targets about the same or a comparable indicator.")]
    targets_left_only: Annotated[tuple[Target, ...], Field(description="Targets that the right plan does not have.")]
    targets_right_only: Annotated[tuple[Target, ...], Field(description="Targets that the left plan does not have.")]


class ThemeMeasure(Record):
    """A measure that carries a theme in one plan."""

    plan: Annotated[int, Field(ge=0, description="Index into `plans`.")]
    path: Path
    title: Annotated[str, Field(description="Its title.")]
    leads: Annotated[tuple[LeadBody, ...], Field(description="Its leads, or first responsible bodies.")]
    confidence: Annotated[
        Confidence, Field(description="How sure it is that it is on the theme of its row: sure or likely.")
    ] = "sure"


class IndicatorTarget(Record):
    """What one plan promises on an indicator."""

    plan: Annotated[int, Field(ge=0, description="Index into `plans`.")]
    target: Annotated[Target, Field(description="The target, whole.")]


class IndicatorRow(Record):
    """An indicator, and all that the plans promise on it."""

    indicator: Annotated[str, Field(description="The name that most plans give it; the first of those.")]
    indicator_id: Annotated[
        str | None, Field(description="The entry of the register of indicators that it is; null where it is none.")
    ] = None
    targets: Annotated[tuple[IndicatorTarget, ...], Field(min_length=1, description="By plan, then in document order.")]


class ThemeRow(Record):
    """A theme, and the measures that carry it."""

    theme: Annotated[str, Field(description="The title of the measure that is nearest to all others.")]
    measures: Annotated[tuple[ThemeMeasure, ...], Field(min_length=1, description="By plan, then in document order.")]


class PlanMatrix(Citable):
    """Many plans in one table; rows that more plans share stand first."""

    plans: Annotated[tuple[PlanSummary, ...], Field(description="In the order in which they were given.")]
    indicators: Annotated[tuple[IndicatorRow, ...], Field(description="What the plans promise, by indicator.")]
    themes: Annotated[tuple[ThemeRow, ...], Field(description="What the plans do, and who leads it, by theme.")]


def leading(units: Sequence[ResponsibleUnit]) -> Sequence[ResponsibleUnit]:
    """The leads among the bodies, or else the one named first; none of none."""
    return [unit for unit in units if unit.role == "lead"] or units[:1]


def leads_of(plan: Plan) -> dict[Path, tuple[LeadBody, ...]]:
    """The leads of each measure by its path, or else the body named first; none where it names no body."""
    found: dict[Path, tuple[LeadBody, ...]] = {}
    for measure in plan.measures:
        units = leading([unit for clause in measure.responsibilities for unit in clause.units])
        found[measure.path] = tuple(LeadBody(name=unit.name, canonical=unit.canonical, body=unit.body) for unit in units)
    return found


def same_bodies(left: Iterable[LeadBody], right: Iterable[LeadBody]) -> bool | None:
    """Whether two sides are led by the same kinds of body; None where a side names none."""
    kinds = {lead.body for lead in left}, {lead.body for lead in right}
    return kinds[0] == kinds[1] if all(kinds) else None
