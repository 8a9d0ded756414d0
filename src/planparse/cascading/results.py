"""What a cascade finds: which plan answers which, and what becomes of each target on the way down. Field names are fixed."""

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
Share = Annotated[float | None, Field(ge=0, le=1, description="Of those that can be held against each other; null of none.")]


class CascadePlan(PlanSummary):
    """A plan of the cascade."""

    id: Annotated[Id, Field(description="Its id, the same for the same bytes.")]
    doc_number: Annotated[str | None, Field(description="发文字号 as printed.")]
    issuer: Annotated[str | None, Field(description="发文机关.")]
    level: Annotated[Level, Field(description="The government that it is made for; nation where it names no territory.")]

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
    """A target of the upper plan and the one that the lower plan makes of it; or one that only one of them has."""

    upper: Annotated[Target | None, Field(description="The target of the upper plan, whole; null where it is added.")]
    lower: Annotated[Target | None, Field(description="The target of the lower plan, whole; null where it is dropped.")]
    fate: Annotated[Fate, Field(description="What becomes of its bar, time and strength aside.")]
    relation: Annotated[
        Relation | None,
        Field(description="same: counted the same way; comparable: the same matter, otherwise; null of one."),
    ]
    confidence: Annotated[
        Confidence | None,
        Field(description="How sure it is that the two are about one matter: sure or likely; null of one."),
    ]
    obstacle: Annotated[Obstacle | None, Field(description="Why the two are unlike; null where they are not.")]
    distance: Distance
    distance_unit: InUnit
    part: Annotated[
        float | None, Field(ge=0, description="Of a portion: the lower value as a share of the upper one; else null.")
    ]
    per_head: Annotated[
        PerHead | None,
        Field(description="The counts per head, left is the upper plan; null where no populations are given."),
    ]
    day: Annotated[
        Day | None, Field(description="When the lower one is due, against the upper; null where equal or not said.")
    ]
    days: Annotated[int | None, Field(description="By how many days it is later, less than 0 where it is earlier.")]
    firmness: Annotated[Firmness | None, Field(description="Whether the lower commits more firmly; null where equal.")]


class Answer(Record):
    """A plan that carries out another."""

    upper: PlanIndex
    lower: PlanIndex
    by: Annotated[FoundBy, Field(description="How the upper plan is known.")]
    quote: Annotated[str, Field(min_length=1, description="The words of the lower plan that say so.")]
    span: Annotated[Span, Field(description="Of the quote in the lower plan.")]
    measures: Annotated[
        tuple[MeasurePair, ...], Field(description="Measures that answer each other; left is the upper plan.")
    ]
    measures_dropped: Annotated[tuple[Path, ...], Field(description="Measures of the upper plan that nothing answers.")]
    measures_added: Annotated[tuple[Path, ...], Field(description="Measures of the lower plan that answer nothing.")]
    targets: Annotated[
        tuple[TargetFate, ...], Field(description="In the order of the upper plan, then what the lower one adds.")
    ]


class MissingDocument(Record):
    """A document that plans carry out and that none of the inputs is."""

    title: Annotated[str, Field(description="As it is first cited.")]
    doc_number: Annotated[str | None, Field(description="发文字号, where a plan prints it.")]
    plans: Annotated[tuple[PlanIndex, ...], Field(min_length=1, description="Which plans carry it out.")]


class Citation(Record):
    """A 《…》 of a plan that another of the plans is, whether it carries that out or only mentions it."""

    plan: PlanIndex
    reference_id: Annotated[Id, Field(description="The reference in that plan.")]
    path: Path
    cited: PlanIndex
    by: Annotated[FoundBy, Field(description="How the cited plan is known.")]
    answers: Annotated[bool, Field(description="Whether the plan says there that it carries the other out.")]


class LevelRow(Record):
    """What plans of one level make of the targets of plans of another: 层层加码 in figures."""

    upper_level: Annotated[Level, Field(description="The level of the upper plans.")]
    lower_level: Annotated[Level, Field(description="The level of the plans that answer them.")]
    answers: Annotated[int, Field(ge=1, description="How many pairs of plans.")]
    targets: Annotated[int, Field(ge=0, description="Targets of the upper plans, once for each plan that answers.")]
    compared: Annotated[
        int, Field(ge=0, description="Of those, how many surely have one in the lower plan that can be held against them.")
    ]
    kept: Annotated[int, Field(ge=0, description="Their bar is as high.")]
    raised: Annotated[int, Field(ge=0, description="Their bar is higher.")]
    lowered: Annotated[int, Field(ge=0, description="Their bar is lower.")]
    portion: Annotated[int, Field(ge=0, description="The lower plan takes a part of an amount.")]
    unlike: Annotated[int, Field(ge=0, description="A target on the matter cannot be held against them.")]
    likely: Annotated[
        int,
        Field(
            ge=0, description="Pairs of which it is only likely that they are about one matter; no other figure counts them."
        ),
    ]
    dropped: Annotated[int, Field(ge=0, description="No target of the lower plan is about them.")]
    added: Annotated[int, Field(ge=0, description="Targets of the lower plans that none above is about.")]
    earlier: Annotated[int, Field(ge=0, description="Of pairs, those that are due earlier below.")]
    later: Annotated[int, Field(ge=0, description="Of pairs, those that are due later below.")]
    share_raised: Share
    share_lowered: Share
    mean_points: Annotated[
        float | None, Field(description="Mean distance of rates in percentage points, kept ones as 0; null of none.")
    ]
    mean_percent: Annotated[
        float | None, Field(description="Mean distance of other values in percent, kept ones as 0; null of none.")
    ]


class Cascade(Citable):
    """Plans by who carries out whom."""

    plans: Annotated[tuple[CascadePlan, ...], Field(description="In the order in which they were given.")]
    answers: Annotated[tuple[Answer, ...], Field(description="Which plan carries out which, by upper, then by lower plan.")]
    missing: Annotated[tuple[MissingDocument, ...], Field(description="Documents to look for; those of most plans first.")]
    citations: Annotated[tuple[Citation, ...], Field(description="All references that resolve to one of the plans.")]
    levels: Annotated[tuple[LevelRow, ...], Field(description="What becomes of targets, by level of government.")]
