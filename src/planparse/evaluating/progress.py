"""Compares two evaluations: what became right, what became wrong, and the change of each F1."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from planparse.evaluating.counts import Miss
from planparse.evaluating.numbers.results import NumbersRun
from planparse.evaluating.plain import plain
from planparse.evaluating.results import Evaluation, ListName, Tally, gathered


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Both(_Record):
    """A share in both runs, as the F1 of a list, 0 to 1; null where there was nothing to find and nothing was found."""

    before: float | None
    now: float | None


class Changed(_Record):
    """An entry that is as little right as before, but otherwise wrong."""

    before: tuple[Miss, ...]
    now: tuple[Miss, ...]


class Progress(_Record):
    """The difference of two runs, on the plans that both have.

    Gains are misses of the earlier run whose entries have no new ones now; losses are misses of now whose entries had none
    that are gone. Where `gold_changed` names a plan, its gold is not what it was, and gains and losses may come from that.
    """

    lists: dict[ListName, Both]
    numbers: dict[str, Both]
    gains: tuple[Miss, ...]
    losses: tuple[Miss, ...]
    changed: tuple[Changed, ...]
    only_before: tuple[str, ...]
    only_now: tuple[str, ...]
    gold_changed: tuple[str, ...]


def progress(before: Evaluation, now: Evaluation) -> Progress:
    """What has become of the misses of an earlier run, and what has come to them."""
    earlier, later = ({plan.plan: plan for plan in run.measured} for run in (before, now))
    both = [(earlier[name], later[name]) for name in later if name in earlier]
    gains: list[Miss] = []
    losses: list[Miss] = []
    changed: list[Changed] = []
    for old, new in both:
        gone, come = _by_entry(_without(old.misses, new.misses)), _by_entry(_without(new.misses, old.misses))
        for entry in {**gone, **come}:
            if entry not in come:
                gains += gone[entry]
            elif entry not in gone:
                losses += come[entry]
            else:
                changed.append(Changed(before=tuple(gone[entry]), now=tuple(come[entry])))
    runs = [gathered(old for old, _ in both), gathered(new for _, new in both)]
    return Progress(
        lists=_both(*({name: _f1(tally) for name, tally in run.lists.items()} for run in runs)),
        numbers=_both(*(_of_numbers(run.numbers) for run in runs)),
        gains=tuple(gains),
        losses=tuple(losses),
        changed=tuple(changed),
        only_before=tuple(name for name in earlier if name not in later),
        only_now=tuple(name for name in later if name not in earlier),
        gold_changed=tuple(new.plan for old, new in both if old.gold_sha256 != new.gold_sha256),
    )


_Key = tuple[str, ...]
_Name = TypeVar("_Name", bound=str)


def _entry(miss: Miss) -> _Key:
    """What the miss is about: an entry of gold, or one that was found and is in no gold."""
    side = "found" if miss.fault == "extra" else "gold"
    named = miss.field if miss.list == "metadata" else miss.words
    return side, miss.list, plain(miss.path), plain(named)


def _whole(miss: Miss) -> _Key:
    return *_entry(miss), miss.fault, miss.field or "", plain(miss.gold), plain(miss.found)


def _without(misses: Sequence[Miss], others: Sequence[Miss]) -> list[Miss]:
    """The misses that are not among the others, each of which is taken once."""
    left = Counter(map(_whole, others))
    kept = []
    for miss in misses:
        if left[_whole(miss)]:
            left[_whole(miss)] -= 1
        else:
            kept.append(miss)
    return kept


def _by_entry(misses: Sequence[Miss]) -> dict[_Key, list[Miss]]:
    grouped: dict[_Key, list[Miss]] = defaultdict(list)
    for miss in misses:
        grouped[_entry(miss)].append(miss)
    return dict(grouped)


def _both(before: dict[_Name, float | None], now: dict[_Name, float | None]) -> dict[_Name, Both]:
    return {name: Both(before=share, now=now[name]) for name, share in before.items()}


def _of_numbers(run: NumbersRun) -> dict[str, float | None]:
    """The shares of targets in the paragraphs whose numbers are measured, and of the roles of their numbers."""
    shares: dict[str, float | None] = {}
    for row, figures in run.targets.items():
        for name in ("precision", "recall", "right"):
            shares[f"{row}: {name}"] = getattr(figures, name).share
    return {**shares, "roles: right": run.roles_right.share}


def _f1(tally: Tally) -> float | None:
    return None if tally.is_empty else tally.f1
