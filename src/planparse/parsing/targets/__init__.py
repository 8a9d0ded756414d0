"""The commitments with a number, or with all of a set, that a plan makes.

    skeleton (numbers and times painted over) → sentences → clauses → pieces, read by the table of patterns

Lists, scales and coverage are forms of a clause that need more than a pattern; indicators stand in tables.
"""

from planparse.parsing.targets.commitment import commits
from planparse.parsing.targets.comparators import AHEAD, bound_of_all, bound_said, leads_down
from planparse.parsing.targets.found import Found
from planparse.parsing.targets.indicators import find_indicators
from planparse.parsing.targets.readings import TOLD_AHEAD
from planparse.parsing.targets.sentences import find_targets
from planparse.parsing.targets.skeleton import Skeleton, paint

__all__ = [
    "AHEAD",
    "TOLD_AHEAD",
    "Found",
    "Skeleton",
    "bound_of_all",
    "bound_said",
    "commits",
    "find_indicators",
    "find_targets",
    "leads_down",
    "paint",
]
