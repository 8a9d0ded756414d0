"""The page of two plans: targets and measures that answer each other, what only one side has, and whose bar is higher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar, get_args

from planparse.comparing.reasons import measure_reason, sides_of, target_reason
from planparse.comparing.results import Confidence, LeadBody, MeasurePair, PlanDiff, TargetPair, Which, leads_of
from planparse.labels import Language
from planparse.model import Id, Measure, Plan, Target
from planparse.pages.charts import bars, scales
from planparse.pages.marking import Block, block_at, blocks
from planparse.pages.rendering import render
from planparse.text import Span

Shown = TypeVar("Shown")

VERDICTS: Final = ("left_stricter", "right_stricter", "unweighed", "equal", "not_comparable")
_LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two plans, as the page shows it."""

    which: Which
    title: str
    name: str | None
    """What it is called in words of the plan; None where that does not tell the two apart."""
    plan: Plan
    blocks: list[Block]
    measures: dict[Id, Measure]
    leads: Mapping[Id, Sequence[LeadBody]]
    targets_alone: Sequence[Target]
    measures_alone: list[Measure]

    def place(self, measure: Measure) -> str:
        """What the page calls the place of a measure in the text."""
        return self.place_of(measure.span)

    def place_of(self, span: Span) -> str:
        """What the page calls the place of these words."""
        return f"{self.which}-{block_at(self.blocks, span.start)}"


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of targets, with the pair of measures that it lies in and what is said of both."""

    pair: TargetPair
    within: int | None
    lead: str
    first: tuple[bool, bool]
    """Whether its left and its right target stand here first: a target may be in several pairs."""
    why: dict[Language, str]


def diff_page(diff: PlanDiff, left_plan: Plan, right_plan: Plan, language: Language) -> str:
    """A self-contained HTML page of two plans; `language` is that of the interface until the reader switches."""
    names = sides_of(diff.left, diff.right, "zh")
    told_apart = names.left == diff.left.place
    left = _side("left", left_plan, names.left if told_apart else None, diff.measures_left_only_ids, diff.targets_left_only)
    right = _side(
        "right", right_plan, names.right if told_apart else None, diff.measures_right_only_ids, diff.targets_right_only
    )
    verdicts = Counter(pair.judgement for pair in diff.targets)
    by_section = _by_section(diff.targets, left_plan)
    reach = _reach(diff, left_plan, right_plan)
    return render(
        "side_by_side.html.jinja",
        language,
        title=f"{left.title} ⇄ {right.title}",
        sides=(left, right),
        rows=_by_tier(_rows(diff), lambda row: row.pair.confidence),
        answers=_by_tier(
            (
                (at, pair, _lead(pair), {one: _answer_reason(pair, one) for one in _LANGUAGES})
                for at, pair in enumerate((*diff.measures, *diff.guesses))
            ),
            lambda answer: answer[1].confidence,
        ),
        verdicts={verdict: verdicts[verdict] for verdict in VERDICTS},
        relations=Counter(pair.relation for pair in diff.targets),
        sections=by_section,
        scales=scales({label: (counts["left_stricter"], counts["right_stricter"]) for label, counts in by_section.items()}),
        reach=bars(reach),
    )


def _side(which: Which, plan: Plan, name: str | None, measures: Iterable[Id], targets: Sequence[Target]) -> Side:
    by_id = {measure.id: measure for measure in plan.measures}
    return Side(
        which=which,
        title=plan.metadata.title or plan.source.name or plan.id,
        name=name,
        plan=plan,
        blocks=blocks(plan, f"{which}-"),
        measures=by_id,
        leads={measure.id: leads_of(measure) for measure in plan.measures},
        targets_alone=targets,
        measures_alone=[by_id[id_] for id_ in measures],
    )


def _rows(diff: PlanDiff) -> Iterable[Row]:
    names = {language: sides_of(diff.left, diff.right, language) for language in _LANGUAGES}
    pairs: dict[tuple[Id | None, Id | None], int] = {
        (left, right): at for at, pair in enumerate(diff.measures) for left in pair.left_ids for right in pair.right_ids
    }
    seen: set[tuple[Which, str]] = set()
    for pair in diff.targets:
        within = pairs.get((pair.left.measure_id, pair.right.measure_id))
        ends: tuple[tuple[Which, str], tuple[Which, str]] = (("left", pair.left.id), ("right", pair.right.id))
        yield Row(
            pair=pair,
            within=within,
            lead="none" if within is None else _lead(diff.measures[within]),
            first=(ends[0] not in seen, ends[1] not in seen),
            why={"zh": pair.why, "en": target_reason(pair, names["en"], "en")},
        )
        seen.update(ends)


def _by_tier(rows: Iterable[Shown], tier: Callable[[Shown], Confidence]) -> dict[Confidence, list[Shown]]:
    tiers: dict[Confidence, list[Shown]] = {name: [] for name in get_args(Confidence)}
    for row in rows:
        tiers[tier(row)].append(row)
    return tiers


def _lead(pair: MeasurePair) -> str:
    return {True: "same", False: "other", None: "none"}[pair.leads.same_body]


def _answer_reason(pair: MeasurePair, language: Language) -> str:
    return pair.why if language == "zh" else measure_reason(pair, language)


def _by_section(pairs: Iterable[TargetPair], plan: Plan) -> dict[str, dict[str, int]]:
    """How often each verdict falls in each top section of the plan, in its order; "" is outside of any."""
    headings = {section.path: f"{section.marker}{section.heading}" for section in plan.sections if section.level == 1}
    counts = {heading: dict.fromkeys(VERDICTS, 0) for heading in (*headings.values(), "")}
    for pair in pairs:
        counts[headings.get(pair.left.path.partition("/")[0], "")][pair.judgement] += 1
    return {heading: verdicts for heading, verdicts in counts.items() if any(verdicts.values())}


def _reach(diff: PlanDiff, left: Plan, right: Plan) -> dict[str, dict[str, int]]:
    """Of either side's targets and measures, how many the other side answers and how many it does not."""
    alone = {
        "left targets": (len(left.targets), len(diff.targets_left_only)),
        "right targets": (len(right.targets), len(diff.targets_right_only)),
        "left measures": (len(left.measures), len(diff.measures_left_only)),
        "right measures": (len(right.measures), len(diff.measures_right_only)),
    }
    return {label: {"answered": whole - only, "alone": only} for label, (whole, only) in alone.items()}
