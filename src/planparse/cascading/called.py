"""Names of the plans of a cascade: their titles, because several plans may belong to one territory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from planparse.cascading.results import CascadePlan
from planparse.cascading.territories import named_by_file


def called(plans: Sequence[CascadePlan]) -> list[str]:
    """A name for each plan that no other has: its title or else its file, and where several share that, the 发文字号 or the file."""
    names = [plan.title or (named_by_file(plan.name) or plan.id) for plan in plans]
    for telling in ([plan.doc_number for plan in plans], [plan.name for plan in plans], [plan.id for plan in plans]):
        counts = Counter(names)
        names = [
            f"{name}（{more}）" if counts[name] > 1 and more else name for name, more in zip(names, telling, strict=True)
        ]
    return names
