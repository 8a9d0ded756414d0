"""Names of plans that are shown beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import Final

from planparse.comparing.results import PlanSummary
from planparse.labels import Language, worded

# What tells plans of one place apart, the shortest first that does.
_TELLING: Final[tuple[Callable[[PlanSummary, Language], str], ...]] = (
    lambda plan, _: plan.title or "",
    lambda plan, language: worded("status", plan.status, language),
    lambda plan, _: str(plan.issued_on or ""),
    lambda plan, _: plan.name or "",
)


def plan_names(plans: Sequence[PlanSummary], language: Language, taken: Collection[str] = ()) -> list[str]:
    """A name for each plan that no other has: its place, and where several are made for that, what tells them apart.

    A plan without a place goes by the name of its file. None of the names is among those taken.
    """
    names = [plan.place or plan.name or plan.title or "?" for plan in plans]
    for telling in _TELLING:
        alike: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(names):
            alike[name].append(at)
        for group in alike.values():
            words = [telling(plans[at], language) for at in group]
            if len(set(words)) > 1:
                for at, word in zip(group, words, strict=True):
                    names[at] = " ".join(filter(None, (names[at], word)))
    return _numbered(names, taken)


def _numbered(names: Sequence[str], taken: Collection[str]) -> list[str]:
    """The names, with (2), (3) … where another or one before has the name."""
    used = set(taken)
    last: dict[str, int] = {}
    found = []
    for name in names:
        own = name
        while own in used:
            last[name] = last.get(name, 1) + 1
            own = f"{name} ({last[name]})"
        used.add(own)
        found.append(own)
    return found
