"""What the stages see of one sentence: its times, its numbers, the skeleton, the rule that fired, and what kept a number out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planparse.language.amounts import Amount, find_amounts
from planparse.language.dates import Time, find_times
from planparse.language.folding import fold, simplify
from planparse.parsing.deadlines import exclusion
from planparse.parsing.quantities import Stretch, find_quantities, roles_in
from planparse.parsing.responsibilities import find_clauses
from planparse.parsing.targets import Found, find_targets, paint
from planparse.parsing.targets.commitment import kept_out
from planparse.parsing.targets.leads import without_lead
from planparse.parsing.targets.reports import REPORTS
from planparse.parsing.targets.requirements import REQUIRES
from planparse.parsing.targets.skeleton import PAINT
from planparse.text import Folded, Painted

_PAINT_NAMES = {paint: name for name, paint in PAINT.items()}
_OF_SENTENCES = {"report": REPORTS, "requirement": REQUIRES}  # tests by what a whole sentence opens with


class Kept(NamedTuple):
    """A number that is no target: its words, its role, and the test that kept it out, with the words that the test found."""

    words: str
    role: str
    test: str
    found: str


class Excluded(NamedTuple):
    """A time that is no deadline: its words, and the rule that says so."""

    words: str
    rule: str


class Answering(NamedTuple):
    """A responsibility clause: its words, the rule that read it, and its bodies as printed, each with its role."""

    words: str
    rule: str
    bodies: tuple[tuple[str, str], ...]


class Explanation(NamedTuple):
    """All that the stages see of a sentence; offsets count in it. `skeleton` names each paint: 就诊率⟨percent⟩左右."""

    sentence: str
    times: tuple[Time, ...]
    excluded: tuple[Excluded, ...]
    amounts: tuple[Amount, ...]
    skeleton: str
    targets: tuple[Found, ...]
    clauses: tuple[Answering, ...]
    kept: tuple[Kept, ...]


def explain(sentence: str) -> Explanation:
    """What each stage sees of a sentence that stands alone, as prose of a plan.

    >>> seen = explain("到2025年，数字经济规模翻一番。")
    >>> seen.skeleton, [(target.rule, target.indicator) for target in seen.targets]
    ('⟨deadline⟩，数字经济规模⟨doubled⟩。', [('doubles', '数字经济规模')])
    """
    folded, printed = fold(sentence), simplify(sentence)
    times = (*find_times(folded),)
    excluded = (Excluded(sentence[time.start : time.end], rule.name) for time in times if (rule := exclusion(folded, time)))
    amounts = (*find_amounts(folded),)
    skeleton = paint(folded, amounts, times)
    targets = (*find_targets(printed, skeleton, times, [(0, len(folded))]),)
    stretches: list[Stretch] = [(time.start, time.end, "deadline", None) for time in times]
    kept = (
        Kept(sentence[start:end], role, *_test(folded, skeleton.text, start))
        for start, end, role, _ in find_quantities(sentence, folded, skeleton.text, amounts, roles_in(targets), stretches)
        if role not in ("target", "deadline")
    )
    clauses = (
        Answering(
            sentence[clause.start : clause.end],
            clause.style,
            tuple((sentence[name.start : name.end], name.role) for name in clause.names),
        )
        for clause in find_clauses(folded)
    )
    return Explanation(
        sentence, times, (*excluded,), amounts, "".join(_named(skeleton.text)), targets, tuple(clauses), tuple(kept)
    )


def _named(painted: Painted) -> Iterator[str]:
    """The skeleton with a name for each run of one paint."""
    before = ""
    for c in painted:
        if c not in _PAINT_NAMES:
            yield c
        elif c != before:
            yield f"⟨{_PAINT_NAMES[c]}⟩"
        before = c


def _test(folded: Folded, painted: Painted, at: int) -> tuple[str, str]:
    """The name of the test that keeps a number from being a target, and the words that it found."""
    start = max(folded.rfind(mark, 0, at) for mark in "。！？\n") + 1
    stops = [end for mark in "。！？\n" if (end := folded.find(mark, at)) >= 0]
    for name, test in _OF_SENTENCES.items():
        if opening := test.match(painted, start, min(stops, default=len(folded))):
            return name, opening.group()
    start = max(start, *(folded.rfind(mark, 0, at) + 1 for mark in "，；："))
    ends = [end for mark in "，；：。！？\n" if (end := folded.find(mark, at)) >= 0]
    clause = without_lead(folded, painted, start, min(ends, default=len(folded)))
    return kept_out(folded, painted, clause) or ("no_rule", folded[clause.start : clause.end])
