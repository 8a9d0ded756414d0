"""The commitments with a number, or with all of a set, that a plan makes.

    skeleton      numbers and times painted over
    sentences     where something may commit, and what the sentence before names (ahead) and tells (telling, existing)
    sentence      clause by clause: by when (governing), how often, how firmly (comparators)
    clauses       what one clause commits to, behind what opens it (leads): one form after another
      members     a list of pieces; pieces, each with one number, read by the table of stating; completing, whose measure it is
      lists       numbers in turn (list_nouns); sums, their parts; shared_out
      sets        all of a set, by the table of coverage (counted_sets); scales, places in an order; relative, levels without a number
    trades        what a trade earns that only the heading above names
    commitment    whether it commits at all (reports, requirements, cues, parameters; norms, kind by kind)

Indicators stand in tables.
"""

from planparse.parsing.targets.commitment import commits
from planparse.parsing.targets.comparators import bound_of, bounds_in_list
from planparse.parsing.targets.found import LOOSE_RULES, Found
from planparse.parsing.targets.indicators import find_indicators
from planparse.parsing.targets.readings import TOLD_AHEAD
from planparse.parsing.targets.sentences import find_targets
from planparse.parsing.targets.skeleton import Skeleton, paint
from planparse.parsing.targets.trades import with_trades

__all__ = [
    "LOOSE_RULES",
    "TOLD_AHEAD",
    "Found",
    "Skeleton",
    "bound_of",
    "bounds_in_list",
    "commits",
    "find_indicators",
    "find_targets",
    "paint",
    "with_trades",
]
