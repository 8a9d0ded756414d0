"""The labels of clauses and of columns: who (牵头单位：), by when (完成时限：), and other matters (联系人：).

The words are in lexicons/roles.yaml, and whoever reads labels takes them from here.
"""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.model import Role
from planparse.text import Folded

_LISTS = words("roles")["labels"]
_ROLES: tuple[Role, ...] = ("lead", "support", "responsible")

ROLE_OF: dict[str, Role] = {word: role for role in _ROLES for word in _LISTS[role]}
"""Label → the role that it gives."""

OF_DEADLINES = tuple(_LISTS["deadline"])
"""The labels that say by when."""

OTHERS = (*OF_DEADLINES, *_LISTS["other"])
"""The labels that name no bodies, those of deadlines among them."""

LABEL_WORD = alternation(word for word in ROLE_OF if len(word) > 2)
"""A label that gives a role; 牵头 and its like are labels only right behind a bracket."""

_OPENING = "\n。；（，、 "
# Recipients (各有关部门：) are no label, nor is what ends in one that is known: 项目责任单位.
_NONE = f"[各有相市省县区]|[^：]*(?:各|有关|相关|其[他它]|直属|所属|等)|{HAN}{{0,6}}?{alternation(ROLE_OF, OTHERS)}："
UNKNOWN = rf"(?<![^{_OPENING}])(?!{_NONE}){HAN}{{1,6}}?(?:单位|部门|主体)(?=：[^\n])"
"""What stands as a label of bodies does and is none that is known."""

_UNKNOWN = Pattern(
    UNKNOWN,
    reads=("承接单位：市财政局", "（兜底部门：市民政局）", "市财政局；托管主体：市国资委"),
    leaves=(
        "各有关部门：现将",
        "市直各单位：请",
        "单位：万元",
        "责任单位：市财政局",
        "项目牵头部门：市科技局",
        "填报单位：某局",
        "承接单位：\n",
    ),
)
_LONGEST = 8


def unknown_label(folded: Folded, colon: int) -> int | None:
    """Where the label begins that stands before a colon and is none that is known; None where there is no such label.

    >>> unknown_label("（承接单位：市财政局）", 5), unknown_label("（责任单位：市财政局）", 5)
    (1, None)
    """
    if folded[colon - 1] not in "位门体":
        return None
    begin, floor = colon, max(0, colon - _LONGEST)
    while begin > floor and folded[begin - 1] not in _OPENING:
        begin -= 1
    match = _UNKNOWN.match(folded, begin)
    return begin if match and match.end() == colon else None
