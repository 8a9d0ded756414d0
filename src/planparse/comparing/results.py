"""Results of comparing plans: `PlanDiff` of two, `PlanMatrix` of many. Field names are fixed like those of the model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from planparse.citing import Citable
from planparse.errors import UnsoundError
from planparse.messages import Message
from planparse.model import (
    Id,
    Measure,
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
    """The plan."""

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
    """A body that leads a measure, or is the first one named for it."""

    name: Annotated[str, Field(description="As printed: 市卫生健康委.")]
    canonical: Annotated[str, Field(description="The full official name: 济宁市卫生健康委员会.")]
    body: Annotated[str, Field(description="A key that is the same in every city: health_commission.")]


class Leads(Record):
    """Who leads on each side."""

    left: Annotated[tuple[LeadBody, ...], Field(description="The leads, or first responsible bodies, of the left measures.")]
    right: Annotated[tuple[LeadBody, ...], Field(description="The same for the right measures.")]
    same_body: Annotated[
        bool | None, Field(description="Whether they are the same kinds of body; null if a side names none.")
    ]


class Passage(Record):
    """A clause of a measure."""

    path: Path
    quote: Annotated[str, Field(description="The clause as printed.")]
    span: Annotated[
        Span | None, Field(description="Span of the quote in the plan's text; null if an edit has removed it there.")
    ]


class ClausePair(Record):
    """The most similar clauses of two measures."""

    left: Annotated[Passage, Field(description="The clause of the left measure.")]
    right: Annotated[Passage, Field(description="The clause of the right measure.")]


class MeasurePair(Record):
    """Measures that correspond: one to one, or one to several."""

    left: Annotated[tuple[Path, ...], Field(min_length=1, description="Paths of the left measures.")]
    right: Annotated[tuple[Path, ...], Field(min_length=1, description="Paths of the right measures.")]
    left_ids: Annotated[tuple[Id, ...], Field(min_length=1, description="Ids of the left measures, in the order of `left`.")]
    right_ids: Annotated[tuple[Id, ...], Field(min_length=1, description="The same for the right measures.")]
    confidence: Annotated[Confidence, Field(description="How certain it is that they correspond.")]
    similarity: Annotated[float, Field(ge=0, le=1, description="Similarity of their words; 1 if they are equal.")]
    clauses: Annotated[
        tuple[ClausePair, ...],
        Field(description="The clauses that connect them: the most similar ones of each two measures, the closest first."),
    ]
    why: Annotated[str, Field(description="One line for people: the closest clauses.")]
    leads: Annotated[Leads, Field(description="Who leads on each side.")]


class Difference(Record):
    """How far apart two values are."""

    value: Annotated[Number, Field(description="The left value minus the right one: negative if the left one is lower.")]
    unit: Annotated[str | None, Field(description="As printed on one of the sides; 个百分点 between percentages.")]


class Population(Record):
    """The population that a plan applies to, from a named source."""

    people: Annotated[int, Field(gt=0, description="The number of people.")]
    source: Annotated[str, Field(min_length=1, description="The source: 第七次全国人口普查公报.")]
    year: Annotated[int, Field(ge=1900, le=2100, description="The year of the figure.")]


class PerHead(Record):
    """Two counts in relation to the populations of their places."""

    left: Annotated[Number, Field(description="Number per 10,000 people on the left.")]
    right: Annotated[Number, Field(description="The same on the right.")]
    left_population: Annotated[Population, Field(description="Population of the left plan's place.")]
    right_population: Annotated[Population, Field(description="Population of the right plan's place.")]


class TargetPair(Record):
    """Two targets about the same or a comparable indicator."""

    left: Annotated[Target, Field(description="The complete left target.")]
    right: Annotated[Target, Field(description="The complete right target.")]
    relation: Annotated[
        Relation,
        Field(description="same: the same thing counted in the same way; comparable: the same matter, counted differently."),
    ]
    confidence: Annotated[
        Confidence, Field(description="How certain it is that they are about the same matter: sure or likely.")
    ]
    verdict: Annotated[Verdict, Field(description="Which target is stricter, apart from time and strength.")]
    obstacle: Annotated[Obstacle | None, Field(description="Why they are not comparable; null if they are.")]
    difference: Annotated[Difference | None, Field(description="How far apart the values are; null if unknown.")] = None
    per_head: Annotated[
        PerHead | None,
        Field(description="The counts per head, which are compared; null if no population is given."),
    ] = None
    unweighed: Annotated[
        bool,
        Field(
            description="True if things are counted in two places and no population is given: then the verdict says who has "
            "more of them, not which target is stricter."
        ),
    ] = False
    sooner: Annotated[Which | None, Field(description="Which is due first; null if equal or not printed.")]
    firmer: Annotated[
        Which | None, Field(description="Which side commits more firmly: firm, strive, encourage; null if equal.")
    ]
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
    measures: Annotated[tuple[MeasurePair, ...], Field(description="The measures that correspond: sure and likely pairs.")]
    guesses: Annotated[tuple[MeasurePair, ...], Field(description="Measures that may correspond, but more often do not.")]
    measures_left_only: Annotated[tuple[Path, ...], Field(description="Left measures that are not in `measures`.")]
    measures_right_only: Annotated[tuple[Path, ...], Field(description="Right measures that are not in `measures`.")]
    measures_left_only_ids: Annotated[
        tuple[Id, ...], Field(description="The ids of `measures_left_only`: several measures may print one path.")
    ]
    measures_right_only_ids: Annotated[tuple[Id, ...], Field(description="The ids of `measures_right_only`.")]
    targets: Annotated[tuple[TargetPair, ...], Field(description="Targets about the same or a comparable indicator.")]
    targets_left_only: Annotated[tuple[Target, ...], Field(description="Targets that the right plan lacks.")]
    targets_right_only: Annotated[tuple[Target, ...], Field(description="Targets that the left plan lacks.")]


class ThemeMeasure(Record):
    """A measure on a theme in one plan."""

    plan: Annotated[int, Field(ge=0, description="Index into `plans`.")]
    measure_id: Annotated[Id, Field(description="Its id in its plan: several measures may print one path.")]
    path: Path
    title: Annotated[str, Field(description="Its title.")]
    leads: Annotated[tuple[LeadBody, ...], Field(description="Its leads, or first responsible bodies.")]
    confidence: Annotated[
        Confidence, Field(description="How sure it is that it is on the theme of its row: sure or likely.")
    ] = "sure"


class IndicatorTarget(Record):
    """A target of one plan on an indicator."""

    plan: Annotated[int, Field(ge=0, description="Index into `plans`.")]
    target: Annotated[Target, Field(description="The complete target.")]
    confidence: Annotated[
        Confidence, Field(description="How sure it is that it is on the indicator of its row: sure or likely.")
    ] = "sure"


class IndicatorRow(Record):
    """An indicator and all targets of the plans on it."""

    indicator: Annotated[str, Field(description="The name that most plans use; the first of them if equal.")]
    indicator_id: Annotated[
        str | None, Field(description="Id of its entry in the register of indicators; null if it has none.")
    ] = None
    targets: Annotated[tuple[IndicatorTarget, ...], Field(min_length=1, description="By plan, then in document order.")]


class ThemeRow(Record):
    """A theme and its measures."""

    theme: Annotated[str, Field(description="The title of the measure that is closest to all others.")]
    measures: Annotated[tuple[ThemeMeasure, ...], Field(min_length=1, description="By plan, then in document order.")]


class PlanMatrix(Citable):
    """Many plans in one table; rows that more plans share come first."""

    plans: Annotated[tuple[PlanSummary, ...], Field(description="In the order given.")]
    indicators: Annotated[tuple[IndicatorRow, ...], Field(description="Targets of the plans, by indicator.")]
    themes: Annotated[tuple[ThemeRow, ...], Field(description="Measures of the plans and who leads them, by theme.")]


def leading(units: Sequence[ResponsibleUnit]) -> Sequence[ResponsibleUnit]:
    """The leads among the bodies, or else the one named first; none of none."""
    return [unit for unit in units if unit.role == "lead"] or units[:1]


def leads_of(measure: Measure) -> tuple[LeadBody, ...]:
    """The leads of a measure, or else the body named first; none where it names no body."""
    units = leading([unit for clause in measure.responsibilities for unit in clause.units])
    return tuple(LeadBody(name=unit.name, canonical=unit.canonical, body=unit.body) for unit in units)


def same_bodies(left: Iterable[LeadBody], right: Iterable[LeadBody]) -> bool | None:
    """Whether two sides are led by the same kinds of body; None where a side names none."""
    kinds = {lead.body for lead in left}, {lead.body for lead in right}
    return kinds[0] == kinds[1] if all(kinds) else None
