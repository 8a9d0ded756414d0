"""What is stated once for all clauses: that the first body of each list leads, and who joins every measure from there on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planparse.language.lexicon import alternation
from planparse.language.organizations import split_bodies
from planparse.language.patterns import Pattern
from planparse.parsing.responsibilities.found import Clause, UnitName
from planparse.parsing.responsibilities.roles import ROLE_OF_VERB
from planparse.text import Folded, line_end

# 排第一位为牵头单位，下同: from here on the first body of each list leads.
_FIRST_LEADS = Pattern(
    r"(?:[排列名]|(?<!单)位)(?:列|名|在|于){0,2}(?:第一|首|最前|前列)[位个面名]?的?(?:责任)?(?:单位|部门)?者?[为是均]{1,2}牵头(?:责任)?(?:单位|部门)?(?:[，、]?(?:其他|其余)[^，。；）]{0,16})?"
    r"|第一[个家位]?(?:责任)?(?:单位|部门)[为是]牵头(?:责任)?(?:单位|部门)"
    r"|(?P<comma>逗号)[之以]?前的?(?:单位|部门)?均?[为是]牵头(?:责任)?(?:单位|部门)?(?:，(?:其他|其余|未明确)[^，。；）]{0,30})?",
    reads=(
        "第一个单位为牵头单位",
        "排第一位的为牵头单位",
        "列首位者为牵头责任单位",
        "位列第一的部门是牵头部门",
        "逗号前为牵头单位",
    ),
    leaves=("由市财政局牵头", "牵头单位：市财政局"),
)
# How far around 牵头 such a rule reaches.
_BEFORE_LEADS, _BEHIND_LEADS = 20, 30
_BEFORE_FIRST_LEADS = Pattern(
    "[，；。 ]*(?:注：)?(?:各项任务|以上|以下)?(?:(?P<level>[省市县区])[级直])?(?:责任)?(?:单位|部门)?中?，?$",
    reads=("，责任单位中，", "各项任务责任单位", "省级单位"),
    leaves=("市财政局", "市教育局牵头"),
    by="match",
)
_SAME_BELOW = Pattern(
    r"，?(?:下同|以下同|不再(?:单独|一一)?列出)$", reads=("市财政局，下同", "不再列出"), leaves=("市财政局", "如下")
)
_LONGEST_AHEAD, _LONGEST_SAME_BELOW = 16, 7
# 以下各项均需各县（市、区）政府落实，不再列出: these bodies join every measure from here to the end of the section.
_CARRIED_OUT = "(?:认真|具体|组织|贯彻|抓好|负责)+(?:实施|落实|推进|执行)"
_NOT_AGAIN = "不再(?:单独|一一|逐[项一条]|另行|分别|重复)?(?:列出|列明|列举|列入|单列|注明|标注|标明|说明|赘述)"
_STANDING_BODIES = Pattern(
    r"(?:以下|上述|各项)(?!简称)[^，。；：\n]{0,6}，?(?:均|都)(?:需要?|须|应|涉及|由)由?(?P<names>[^。；\n]{2,80}?)"
    rf"(?P<verb>{_CARRIED_OUT}|{alternation(ROLE_OF_VERB)})?，?(?:以下)?{_NOT_AGAIN}"
    rf"|(?<=[。；，（])(?P<listed>(?:[^。；，\n（）]|（[^（）\n]{{1,12}}）){{2,60}}?)均为责任(?:单位|部门)，?(?:以下(?:各项)?)?{_NOT_AGAIN}",
    reads=(
        "市财政局负责。各县（市、区）政府均为责任单位，以下不再列出",
        "以下均需各市、县（区）人民政府，开发区管委会落实，不再列出",
        "以下各项均需各县（市、区）政府落实，不再列出",
        "以下任务均由各镇街负责，不再一一列出",
        "以下政策均需市、县（市、区）人民政府贯彻落实，不再单独列出",
        "以下各项任务均涉及各区政府，不再重复标注",
    ),
    leaves=("以下各项均需落实", "以下简称《方案》"),
)


class FirstLeads(NamedTuple):
    """A rule that makes the first body of each list lead, or by 省级单位列第一位者 the first body of that level, or by 逗号前 all before a comma."""

    start: int
    level: str | None
    before_comma: bool = False


def first_leads_rule(folded: Folded, start: int) -> FirstLeads | None:
    """The first rule behind `start` of which body leads; it stands around the word 牵头."""
    at = folded.find("牵头", start)
    while at >= 0:
        if rule := _FIRST_LEADS.search(folded, max(start, at - _BEFORE_LEADS), at + _BEHIND_LEADS):
            before = _BEFORE_FIRST_LEADS.search(folded, max(0, rule.start() - _LONGEST_AHEAD), rule.start())
            return FirstLeads(rule.start(), before.group("level") if before else None, rule.group("comma") is not None)
        at = folded.find("牵头", at + 2)
    return None


def before_rule(folded: Folded, start: int, end: int, standing: FirstLeads | None) -> tuple[int, bool]:
    """Where the bodies of a clause end, before what it states for all that follow, and whether that is which body leads."""
    leads = _FIRST_LEADS.search(folded, start, end) if standing and folded.find("牵头", start, end) >= 0 else None
    if leads:
        before = _BEFORE_FIRST_LEADS.search(folded, max(start, leads.start() - _LONGEST_AHEAD), leads.start())
        return before.start() if before else leads.start(), True
    if folded.find("不再", start, end) >= 0 and (rule_of_all := _STANDING_BODIES.search(folded, start, end)):
        return start + len(folded[start : rule_of_all.start()].rstrip("，；。 ")), False
    same = _SAME_BELOW.search(folded, max(start, end - _LONGEST_SAME_BELOW), end)
    return same.start() if same else end, False


def with_first_leading(folded: Folded, clause: Clause, rule: FirstLeads) -> Clause:
    """The clause with roles by a standing rule."""
    if clause.rule != "joint":
        return clause
    if rule.before_comma:
        comma = folded.find("，", clause.names[0].end, clause.names[-1].start)
        if comma < 0:
            return clause  # nobody leads
        names = tuple(name._replace(role="lead" if name.start < comma else "support") for name in clause.names)
        return clause._replace(rule="first_is_lead", names=names)
    level = rule.level
    first = next((name for name in clause.names if level is None or folded[name.start] == level), None)
    if first is None:
        return clause
    names = tuple(name._replace(role="lead" if name is first else "support") for name in clause.names)
    return clause._replace(rule="first_is_lead", names=names)


def find_standing_bodies(folded: Folded, start: int = 0) -> list[Clause]:
    """Every rule that adds bodies to all measures from where it is stated to the end of the section."""
    clauses: list[Clause] = []
    for match in _standing_rules(folded, start):
        role = ROLE_OF_VERB.get(match.group("verb") or "", "responsible")
        listed = split_bodies(folded, *match.span("names" if match["names"] else "listed"))
        if listed.names:
            names = tuple(UnitName(a, b, role) for a, b in listed.names)
            clauses.append(Clause(*match.span(), "standing", "explicit", listed.open_ended, names))
    return clauses


def _standing_rules(folded: Folded, start: int) -> Iterator[re.Match[str]]:
    """Where such rules are stated: on a line that has 不再, which a plain search finds at once."""
    at = folded.find("不再", start)
    while at >= 0:
        end = line_end(folded, at)
        yield from _STANDING_BODIES.finditer(folded, max(start, folded.rfind("\n", start, at)), end)
        at = folded.find("不再", end)
