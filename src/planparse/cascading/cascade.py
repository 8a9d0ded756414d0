"""Builds a cascade: which plans implement which, and what becomes of measures and targets on the way down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planparse.cascading.answering import Edge, Unknown, edges
from planparse.cascading.documents import Library, core_of, number_of, place_of
from planparse.cascading.fates import fates, level_rows
from planparse.cascading.openings import cited_as
from planparse.cascading.results import Answer, Cascade, CascadePlan, Citation, MissingDocument
from planparse.citing import Input
from planparse.comparing.confident import confident
from planparse.comparing.diff import diff
from planparse.comparing.populations import Populations
from planparse.language.folding import fold
from planparse.language.indicators import Register
from planparse.model import Plan
from planparse.producer import CASCADING, producer
from planparse.text import Span


def cascade(
    plans: Sequence[Plan],
    least_confidence: float = 0,
    populations: Populations | None = None,
    indicators: Register | None = None,
) -> Cascade:
    """Which plans carry out which, what each makes of the targets above it, and which documents above them are missing.

    Targets of which one is less sure than `least_confidence` are left out; counts of things are judged as `diff` does. Time grows with the plans' words, and with the product of
    measures and of targets for each two plans of which one carries out the other.
    """
    library = Library(plans)
    found, unknown = edges(plans, library)
    summaries = [CascadePlan.of(plan) for plan in plans]
    sure = [confident(plan, least_confidence) for plan in plans]
    answers = [_answer(edge, sure, summaries, populations, indicators) for edge in found]
    return Cascade(
        producer=producer(CASCADING),
        inputs=tuple(Input.of(plan) for plan in plans),
        settings={"least_confidence": least_confidence} if least_confidence else {},
        plans=tuple(summaries),
        answers=tuple(answers),
        missing=tuple(_missing(unknown)),
        citations=tuple(_citations(plans, library, found)),
        levels=tuple(level_rows(answers, summaries)),
    )


def _answer(
    edge: Edge,
    plans: Sequence[Plan],
    summaries: Sequence[CascadePlan],
    populations: Populations | None,
    indicators: Register | None,
) -> Answer:
    upper, lower = plans[edge.upper], plans[edge.lower]
    found = diff(upper, lower, populations, indicators)
    return Answer(
        upper=edge.upper,
        lower=edge.lower,
        by=edge.by,
        quote=lower.text[edge.start : edge.end],
        span=Span(edge.start, edge.end),
        measures=found.measures,
        measures_dropped=found.measures_left_only,
        measures_added=found.measures_right_only,
        measures_dropped_ids=found.measures_left_only_ids,
        measures_added_ids=found.measures_right_only_ids,
        targets=tuple(fates(found, summaries[edge.upper], summaries[edge.lower], indicators)),
    )


def _missing(unknown: Iterable[Unknown]) -> list[MissingDocument]:
    """Each document once, by its number or else by title and place; those that most plans carry out first."""
    found: dict[tuple[str, ...], list[Unknown]] = {}
    numbers: dict[tuple[str, ...], tuple[str, ...]] = {}
    for one in unknown:
        place = place_of(one.cited)
        title = (core_of(one.cited.title), (place.adcode if place else None) or "")
        number = number_of(one.cited.number)
        key = numbers.setdefault((number,), numbers.get(title, title)) if number else numbers.get(title, title)
        numbers.setdefault(title, key)
        found.setdefault(key, []).append(one)
    documents = [
        MissingDocument(
            title=group[0].cited.title,
            doc_number=next((one.cited.number for one in group if one.cited.number), None),
            plans=tuple(dict.fromkeys(one.plan for one in group)),
        )
        for group in found.values()
    ]
    return sorted(documents, key=lambda document: (-len(document.plans), document.plans[0]))


def _citations(plans: Sequence[Plan], library: Library, found: Iterable[Edge]) -> Iterator[Citation]:
    """Every reference that one of the plans is, be it carried out or only mentioned."""
    carried = {(edge.lower, edge.upper): (edge.start, edge.end) for edge in found}
    for at, (plan, own) in enumerate(zip(plans, library.known, strict=True)):
        folded = fold(plan.text)
        for reference in plan.references:
            resolved = library.resolve(cited_as(reference, folded), own)
            if resolved is None:
                continue
            cited, by = resolved
            start, end = carried.get((at, cited.at), (0, 0))
            yield Citation(
                plan=at,
                reference_id=reference.id,
                path=reference.path,
                cited=cited.at,
                by=by,
                answers=start <= reference.span.start < end,
            )
