"""Results of a cascade: which plan implements which, and what becomes of each target on the way down. Field names are fixed."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from planparse.cascading.territories import Level, level_of, territory
from planparse.citing import Citable
from planparse.comparing.distances import Distance, InUnit
from planparse.comparing.results import Confidence, MeasurePair, Obstacle, PerHead, PlanSummary, Relation
from planparse.model import Id, Path, Plan, Record, Target
from planparse.text import Span

FoundBy = Literal["number", "title", "words"]
"""How a document is known: by its 发文字号, by its title in 《》, or by its title in the sentence, without 《》."""
Fate = Literal["kept", "raised", "lowered", "portion", "unlike", "dropped", "added"]
"""What a plan makes of a target above it. portion: an amount for a part of the territory, which is neither more nor less of the same;
unlike: a target on the matter that cannot be held against it; dropped, added: only one of the two has it."""
Day = Literal["earlier", "later"]
Firmness = Literal["firmer", "softer"]

PlanIndex = Annotated[int, Field(ge=0, description="Index into `plans`.")]
Share = Annotated[float | None, Field(ge=0, le=1, description="Among those that are comparable; null if there are none.")]


class CascadePlan(PlanSummary):
    """A plan of the cascade."""

    id: Annotated[Id, Field(description="Its id; the same for the same bytes.")]
    doc_number: Annotated[str | None, Field(description="发文字号 as printed.")]
    issuer: Annotated[str | None, Field(description="发文机关.")]
    level: Annotated[Level, Field(description="Level of government that it applies to; nation if it names no territory.")]

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """The summary of a plan."""
        metadata, region = plan.metadata, territory(plan)
        return cls(
            **{**dict(PlanSummary.of(plan)), "region": region},
            id=plan.id,
            doc_number=metadata.doc_number,
            issuer=metadata.issuer,
            level=level_of(region),
        )


class TargetFate(Record):
    """A target of the upper plan and its counterpart in the lower plan; or a target that only one of them has."""

    upper: Annotated[Target | None, Field(description="The complete target of the upper plan; null if it was added.")]
    lower: Annotated[Target | None, Field(description="The complete target of the lower plan; null if it was dropped.")]
    fate: Annotated[Fate, Field(description="What becomes of its strictness, apart from time and strength.")]
    relation: Annotated[
        Relation | None,
        Field(
            description="same: counted in the same way; comparable: the same matter, counted differently; null if there is only one."
        ),
    ]
    confidence: Annotated[
        Confidence | None,
        Field(
            description="How certain it is that the two are about the same matter: sure or likely; null if there is only one."
        ),
    ]
    obstacle: Annotated[Obstacle | None, Field(description="Why the two are not comparable; null if they are.")]
    distance: Distance
    distance_unit: InUnit
    part: Annotated[
        float | None, Field(ge=0, description="For a portion, the lower value as a share of the upper one; else null.")
    ]
    per_head: Annotated[
        PerHead | None,
        Field(description="The counts per head, left is the upper plan; null if no populations are given."),
    ]
    day: Annotated[
        Day | None,
        Field(description="Whether the lower one is due earlier or later than the upper one; null if equal or not given."),
    ]
    days: Annotated[int | None, Field(description="Days by which it is later; negative if it is earlier.")]
    firmness: Annotated[Firmness | None, Field(description="Whether the lower one commits more firmly; null if equal.")]


class Answer(Record):
    """A plan that implements another."""

    upper: PlanIndex
    lower: PlanIndex
    by: Annotated[FoundBy, Field(description="How the upper plan was identified.")]
    quote: Annotated[str, Field(min_length=1, description="The words of the lower plan that state it.")]
    span: Annotated[Span, Field(description="Span of the quote in the lower plan.")]
    measures: Annotated[tuple[MeasurePair, ...], Field(description="Measures that correspond; left is the upper plan.")]
    measures_dropped: Annotated[tuple[Path, ...], Field(description="Measures of the upper plan without a counterpart.")]
    measures_added: Annotated[tuple[Path, ...], Field(description="Measures of the lower plan without a counterpart.")]
    measures_dropped_ids: Annotated[tuple[Id, ...], Field(description="The ids of `measures_dropped`.")]
    measures_added_ids: Annotated[tuple[Id, ...], Field(description="The ids of `measures_added`.")]
    targets: Annotated[
        tuple[TargetFate, ...], Field(description="In the order of the upper plan, then what the lower one adds.")
    ]


class MissingDocument(Record):
    """A document that plans implement and that is not among the inputs."""

    title: Annotated[str, Field(description="As it is first cited.")]
    doc_number: Annotated[str | None, Field(description="发文字号, if a plan prints it.")]
    plans: Annotated[tuple[PlanIndex, ...], Field(min_length=1, description="The plans that implement it.")]


class Citation(Record):
    """A 《…》 in a plan that cites another of the plans, whether to implement it or only to mention it."""

    plan: PlanIndex
    reference_id: Annotated[Id, Field(description="The reference in that plan.")]
    path: Path
    cited: PlanIndex
    by: Annotated[FoundBy, Field(description="How the cited plan was identified.")]
    answers: Annotated[bool, Field(description="Whether the plan says there that it implements the other.")]


class LevelRow(Record):
    """How plans of one level change the targets of plans of another: 层层加码 in figures."""

    upper_level: Annotated[Level, Field(description="The level of the upper plans.")]
    lower_level: Annotated[Level, Field(description="The level of the plans that implement them.")]
    answers: Annotated[int, Field(ge=1, description="Number of pairs of plans.")]
    targets: Annotated[int, Field(ge=0, description="Targets of the upper plans, once for each plan that implements them.")]
    compared: Annotated[
        int, Field(ge=0, description="How many of those surely have a comparable counterpart in the lower plan.")
    ]
    kept: Annotated[int, Field(ge=0, description="Targets that are equally strict.")]
    raised: Annotated[int, Field(ge=0, description="Targets that became stricter.")]
    lowered: Annotated[int, Field(ge=0, description="Targets that became less strict.")]
    portion: Annotated[int, Field(ge=0, description="Targets of which the lower plan takes a part of the amount.")]
    unlike: Annotated[int, Field(ge=0, description="Targets whose counterpart is not comparable.")]
    likely: Annotated[
        int,
        Field(ge=0, description="Pairs that are only likely to be about the same matter; no other figure counts them."),
    ]
    dropped: Annotated[int, Field(ge=0, description="Targets without a counterpart in the lower plan.")]
    added: Annotated[int, Field(ge=0, description="Targets of the lower plans without a counterpart above.")]
    earlier: Annotated[int, Field(ge=0, description="Pairs that are due earlier in the lower plan.")]
    later: Annotated[int, Field(ge=0, description="Pairs that are due later in the lower plan.")]
    share_raised: Share
    share_lowered: Share
    mean_points: Annotated[
        float | None,
        Field(description="Mean difference of rates in percentage points, kept ones as 0; null if there are none."),
    ]
    mean_percent: Annotated[
        float | None,
        Field(description="Mean difference of other values in percent, kept ones as 0; null if there are none."),
    ]


class Cascade(Citable):
    """Plans by which implements which."""

    plans: Annotated[tuple[CascadePlan, ...], Field(description="In the order given.")]
    answers: Annotated[tuple[Answer, ...], Field(description="Which plan implements which, by upper, then by lower plan.")]
    missing: Annotated[
        tuple[MissingDocument, ...], Field(description="Documents to look for; those that most plans implement first.")
    ]
    citations: Annotated[tuple[Citation, ...], Field(description="All references that resolve to one of the plans.")]
    levels: Annotated[tuple[LevelRow, ...], Field(description="What becomes of targets, by level of government.")]
