"""The ways of stating a target, as one table.

Each way is a rule of planparse.parsing.targets.grammar, which says what its named groups mean. Of two that read a piece the first
counts, so the modules stand in order: what is exact before what is loose.
"""

from __future__ import annotations

from planparse.language.patterns import Pattern, Rules
from planparse.parsing.targets.grammar import END, PRINCIPAL, TIME, TargetRule
from planparse.parsing.targets.stating import durations, levels, members, multiples, shares, things, works

TARGETS = Rules(
    *multiples.RULES,
    *durations.RULES,
    *shares.RULES,
    *things.RULES,
    *levels.RULES,
    *works.RULES,
    *members.RULES,
)
# A number that ends its piece, as END says it.
LAST_NUMBER = Pattern(
    f"[{PRINCIPAL}{TIME}]{END}", reads=("建成中心3家", "就诊率达到90%左右"), leaves=("3家中心",), painted=True
)


def readers(paint: str, *, last: bool, shared: bool) -> Rules[TargetRule]:
    """The rules that can read a number of a family, by its paint and by whether a number ends the piece."""
    return TARGETS.select(
        (paint, last, shared),
        lambda rule: paint in rule.numbers and (last or not rule.ends_with_number()) and rule.shared is shared,
    )
