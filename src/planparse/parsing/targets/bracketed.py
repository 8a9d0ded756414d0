"""Numbers whose set stands in brackets behind each of them: 班额控制在45人（小学）、50人（初中）以内."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.language.patterns import Pattern
from planparse.model import TargetKind
from planparse.parsing.targets.grammar import BOUND, HIDDEN, PRINCIPAL, RATIO, REACH, TIME, VERB_AHEAD
from planparse.parsing.targets.readings import Clause, Reading, ends_of, noun
from planparse.text import Painted

IN_BRACKETS = "in_brackets"
_NUMBER = f"{BOUND}*+[{PRINCIPAL}{TIME}]++"
_WITH_SETS = Pattern(
    # The number behind which a bound stands as well holds the last bracket: 50人（初中）以内.
    rf"(?P<what>[^，；：{PRINCIPAL}{TIME}{BOUND}]{{2,40}}?)(?P<reach>{REACH})?(?:每[^，{PRINCIPAL}{TIME}{BOUND}]{{1,5}}?)?(?P<list>{_NUMBER}（{HIDDEN}{{2,10}}）(?:[、和及]{_NUMBER}（{HIDDEN}{{2,10}}）)*(?:[、和及]{_NUMBER})?)(?:以内|以上|以下|左右)?$",
    reads=(
        "班额控制在45人（小学）、50人（初中）以内",
        "师生比不低于1：19（小学）、1：13.5（初中）",
        "新建学校3所（小学）、2所（初中）",
    ),
    leaves=("班额控制在45人", "班额45人、50人（初中）"),
    by="match",
    painted=True,
)
_MEMBER = Pattern(
    f"(?P<n>{_NUMBER})",
    reads=("45人（小学）", "不低于1：19（小学）"),
    leaves=("小学",),
    painted=True,
)
_BRACKET = Pattern("[（(]([^（）()]{2,10})[）)]", reads=("（小学）", "(小学)"), leaves=("小学", "（）"))
# （小学）, but （2026年） says when and （含民办） what is counted.
_SET = Pattern(
    "(?![约含不其即人户亩已原现])[\u4e00-\u9fff]{2,10}",
    reads=("小学", "中心城区"),
    leaves=("2026年", "含民办", "不含村道"),
    by="fullmatch",
)


def in_brackets(text: str, painted: Painted, clause: Clause) -> Iterator[Reading]:
    """One reading for each number of the list, of the set in the brackets behind it."""
    if sum(text.count(mark, clause.start, clause.end) for mark in "（(") < 2:
        return
    match = _WITH_SETS.match(painted, clause.start, clause.end)
    if match is None:
        return
    begin, end = match.span("what")
    verb = VERB_AHEAD.match(painted, begin, end)
    what = noun(text[verb.end() if verb else begin : end])
    members = [*_MEMBER.finditer(painted, *match.span("list"))]
    sets = _BRACKET.findall(text, match.start("list"), match.end())
    if not what or len(members) != len(sets) or not all(map(_SET.fullmatch, sets)):
        return
    # 城网、农网供电可靠率达到99.95%（城网）、99.85%（农网）: the sets have been named before.
    what = next((what.removeprefix(said) for part in "、和与" if what.startswith(said := part.join(sets))), what)
    listed = ends_of([member.span("n") for member in members])
    for member, of in zip(members, sets, strict=True):
        at = member.start("n")
        outcome = verb.group() if verb else (match.group("reach") or "") + text[slice(*member.span("n"))]
        family = painted[member.end("n") - 1]
        kind: TargetKind | None = "ratio" if family == RATIO else None if verb else "level"
        yield Reading(clause.start, match.end(), IN_BRACKETS, kind, at, of + what, outcome, listed=listed)
