"""Compares two plans: which measures correspond, whose targets are stricter, and what only one of them has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import Final, NamedTuple

from planparse.citing import Input
from planparse.comparing.measures import Clause, Link, links
from planparse.comparing.names import Names
from planparse.comparing.populations import Populations
from planparse.comparing.reasons import Sides, measure_reason, sides_of, target_reason
from planparse.comparing.results import (
    ClausePair,
    Leads,
    MeasurePair,
    Passage,
    PlanDiff,
    PlanSummary,
    TargetPair,
    leads_of,
    same_bodies,
)
from planparse.comparing.targets import Match, matches
from planparse.comparing.tiers import Tier
from planparse.comparing.verdicts import People, counts_things, difference, firmer, per_head, sooner, verdict
from planparse.language.indicators import Register
from planparse.model import Measure, Plan, Target
from planparse.producer import COMPARING, producer
from planparse.text import Span

_STRICTER: Final = ("left_stricter", "right_stricter")


class _Places(NamedTuple):
    """What the places of two plans are called, how many people they have, whether they are one, and the register that is used."""

    sides: Sides
    people: People
    same: bool
    indicators: Register | None


def diff(left: Plan, right: Plan, populations: Populations | None = None, indicators: Register | None = None) -> PlanDiff:
    """What two plans promise alike, where one promises more or sooner, who leads, and what only one of them does.

    `diff(a, a)` finds everything equal; `diff(b, a)` is `diff(a, b)` with the sides changed. Time grows with the product of the
    plans' measures and of their targets. Counts of things are judged per head where the populations of both places are given.
    Of which indicators less is better say `indicators`, or else the register that comes with planparse.
    """
    # Ties fall by the order of the lists; so that they fall alike both ways, the plans are always read in the same order.
    turned = (left.id, left.source.name or "") > (right.id, right.source.name or "")
    found, paired = _read(right, left) if turned else _read(left, right)
    if turned:
        found = sorted((link.turned for link in found), key=lambda link: link[:2])
        paired = sorted(
            (match._replace(left=match.right, right=match.left, names=match.names.turned) for match in paired),
            key=lambda match: (match.left, match.right),
        )
    shown, guessed = ([link for link in found if (link.tier == "guess") is guess] for guess in (False, True))
    answered = {link.left for link in shown}, {link.right for link in shown}
    alone = [
        [measure for at, measure in enumerate(plan.measures) if at not in own]
        for plan, own in zip((left, right), answered, strict=True)
    ]
    sure = {(left.measures[link.left].id, right.measures[link.right].id) for link in shown if link.tier == "sure"}
    promised = {match.left for match in paired}, {match.right for match in paired}
    summaries = PlanSummary.of(left), PlanSummary.of(right)
    sides = sides_of(*summaries, "zh")
    places = _Places(
        sides,
        (populations.of(left), populations.of(right)) if populations else (None, None),
        same=summaries[0].place is not None and summaries[0].region == summaries[1].region,
        indicators=indicators,
    )
    return PlanDiff(
        producer=producer(COMPARING),
        inputs=(Input.of(left), Input.of(right)),
        settings={},
        left=summaries[0],
        right=summaries[1],
        measures=tuple(_measure_pairs(left, right, shown)),
        guesses=tuple(_measure_pairs(left, right, guessed)),
        measures_left_only=tuple(measure.path for measure in alone[0]),
        measures_right_only=tuple(measure.path for measure in alone[1]),
        measures_left_only_ids=tuple(measure.id for measure in alone[0]),
        measures_right_only_ids=tuple(measure.id for measure in alone[1]),
        targets=tuple(_target_pair(left.targets[m.left], right.targets[m.right], m.names, places, sure) for m in paired),
        targets_left_only=tuple(t for i, t in enumerate(left.targets) if i not in promised[0]),
        targets_right_only=tuple(t for i, t in enumerate(right.targets) if i not in promised[1]),
    )


def _read(left: Plan, right: Plan) -> tuple[list[Link], list[Match]]:
    found = links(left, right)
    linked = {(left.measures[link.left].id, right.measures[link.right].id) for link in found if link.tier != "guess"}
    return found, matches(left, right, linked)


def _measure_pairs(left: Plan, right: Plan, found: Sequence[Link]) -> Iterable[MeasurePair]:
    """One entry for a measure and all that answer it and nothing else; one for each further pair. An entry is of one tier."""
    degrees = Counter((link.tier, link.left) for link in found), Counter((link.tier, link.right) for link in found)
    stars: dict[tuple[Tier, int | None, int | None], list[Link]] = {}
    for link in found:
        leaf = degrees[0][link.tier, link.left] == 1, degrees[1][link.tier, link.right] == 1
        # A measure that is answered once goes with the others that the same measure answers.
        key = (link.left, None) if leaf[1] and not leaf[0] else (None, link.right) if leaf[0] and not leaf[1] else link[:2]
        stars.setdefault((link.tier, *key), []).append(link)
    for (tier, *_), star in stars.items():
        lefts = [left.measures[at] for at in dict.fromkeys(link.left for link in star)]
        rights = [right.measures[at] for at in dict.fromkeys(link.right for link in star)]
        leads = [tuple(dict.fromkeys(chain.from_iterable(map(leads_of, side)))) for side in (lefts, rights)]
        closest = sorted((link for link in star if link.clauses), key=lambda link: (-link.closeness, link.left, link.right))
        pair = MeasurePair(
            left=tuple(measure.path for measure in lefts),
            right=tuple(measure.path for measure in rights),
            left_ids=tuple(measure.id for measure in lefts),
            right_ids=tuple(measure.id for measure in rights),
            confidence=tier,
            similarity=max(link.similarity for link in star),
            clauses=tuple(
                ClausePair(
                    left=_passage(left, left.measures[link.left], link.clauses[0]),
                    right=_passage(right, right.measures[link.right], link.clauses[1]),
                )
                for link in closest
                if link.clauses
            ),
            why="",
            leads=Leads(left=leads[0], right=leads[1], same_body=same_bodies(*leads)),
        )
        yield pair.model_copy(update={"why": measure_reason(pair, "zh")})


def _passage(plan: Plan, measure: Measure, clause: Clause) -> Passage:
    """Where a clause of a measure stands in the text of the plan."""
    before = measure.text.count(clause.text, 0, clause.start)
    at = measure.span.start - 1
    for _ in range(before + 1):
        at = plan.text.find(clause.text, at + 1, measure.span.end)
        if at < 0:
            break
    return Passage(path=measure.path, quote=clause.text, span=None if at < 0 else Span(at, at + len(clause.text)))


def _target_pair(
    left: Target, right: Target, named: Names, places: _Places, sure: Collection[tuple[str | None, str | None]]
) -> TargetPair:
    """`sure` holds the ids of the measures that surely answer each other."""
    judged, obstacle = verdict(left, right, named, places.people, places.indicators)
    weighed = None if obstacle else per_head(left, right, places.people)
    pair = TargetPair(
        left=left,
        right=right,
        confidence="sure" if named.same or (left.measure_id, right.measure_id) in sure else "likely",
        relation="same" if named.same and obstacle in {None, "overlap", "no_value"} else "comparable",
        verdict=judged,
        obstacle=obstacle,
        difference=None if obstacle else difference(left, right, named),
        per_head=weighed,
        unweighed=judged in _STRICTER and not (weighed or places.same) and counts_things(left, right),
        sooner=sooner(left, right),
        firmer=firmer(left, right),
        why="",
    )
    return pair.model_copy(update={"why": target_reason(pair, places.sides, "zh")})
