"""Whether a number says what must hold of a thing, how far it may go or which things are meant, and promises nothing.

    sizes        how large, high, long, full or far apart a thing is or must be
    standards    by what standard places are built and staffed, and work is done
    conditions   what those must meet who apply, take part or are of some size
    terms        what is paid, lent or charged, and what somebody may have
    mentions     what is only spoken of: what a list names, what has been done, what picks out a set

Each room holds one small function for each kind of norm, with its sentence: BY_NAME those that look at the name of a reading, BY_WORDS those
that look at the words around its number. `case` is what they look at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from planparse.language.patterns import found_of
from planparse.parsing.targets.grammar import NUMBER_RUN
from planparse.parsing.targets.norms import conditions, mentions, sizes, standards, terms
from planparse.parsing.targets.norms.case import FARTHEST, Case, Norm, needs_of
from planparse.parsing.targets.readings import Clause, Reading
from planparse.text import Painted

_ROOMS = (sizes, standards, conditions, terms, mentions)


def is_norm(text: str, painted: Painted, clause: Clause, reading: Reading) -> bool:
    """Whether a number says what must hold of a thing, or picks it out: 可供应土地不足500亩, 投资强度不低于350万元/亩."""
    printed = reading.at >= 0
    case = Case(text, painted, clause, reading, NUMBER_RUN.match(painted, reading.at) if printed else None)
    norms, found_in = _asked(printed)
    around = found_in(text[max(0, clause.start - FARTHEST) : clause.end] + reading.indicator)
    likely = [norm for norm, needs in norms if not (needs and needs.isdisjoint(around))]
    return any(norm(case) for norm in likely)


@cache
def _asked(printed: bool) -> tuple[Sequence[tuple[Norm, frozenset[str]]], Callable[[str], set[str]]]:  # noqa: FBT001
    """The norms to be asked of a number that is printed or not, each with the characters that it needs, and what finds those in a text."""
    norms = [norm for room in _ROOMS for norm in (*room.BY_NAME, *(room.BY_WORDS if printed else ()))]
    needs = [needs_of(norm) for norm in norms]
    return [*zip(norms, needs, strict=True)], found_of(needs)
