"""A newcomer adds one entry to one table, for something that nobody foresaw, and it works from there alone.

Each entry is added here at run time, and read by the whole of planparse: nothing outside an entry decides whether it is tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pytest

import planparse
from planparse.language.amounts import TURNS, TurnRule
from planparse.language.dates import TIMES, TimeRule
from planparse.language.marks import MARKS, MarkRule
from planparse.language.patterns import Rule, Rules
from planparse.parsing.deadlines import EXCLUSIONS, HERE, ExclusionRule
from planparse.parsing.outline.kinds import HEADINGS, HeadingRule
from planparse.parsing.quantities import NUMBERS, NumberRule
from planparse.parsing.responsibilities.styles import CLAUSES, ClauseRule
from planparse.parsing.targets.coverage import COVERAGE, CoverageRule
from planparse.parsing.targets.grammar import COUNT, TargetRule
from planparse.parsing.targets.stating import TARGETS
from planparse.readers import READERS, Reader, plain_text

PLAN = """甲市数字经济发展实施方案
一、主要目标
{goals}
二、主要任务
（一）建设中心。{task}
"""


def plan(goals: str = "加快发展。", task: str = "加快建设。") -> planparse.Plan:
    return planparse.parse(PLAN.format(goals=goals, task=task))


@contextmanager
def added(table: Rules[Any], rule: Rule, before: str | None = None) -> Iterator[None]:
    """The table with one entry more."""
    table.add(rule, before=before)
    try:
        yield
    finally:
        table.remove(rule.name)


def test_a_time_without_a_digit() -> None:
    rule = TimeRule("by_occasion", "(?:立春|冬至|大寒)前", {"冬至前完成": ("冬至前", None)}, ("冬至期间",), kind="by")
    text = "冬至前，完成全部排查。"

    with added(TIMES, rule):
        found = [(deadline.text, deadline.rule) for deadline in plan(task=text).deadlines]

    assert found == [("冬至前", "by_occasion")]
    assert plan(task=text).deadlines == ()


def test_an_outline_mark_of_a_family_of_its_own() -> None:
    branches = "子丑寅卯辰"
    rule = MarkRule(
        "branch", f"(?P<n>[{branches}])、", {"子、总体要求": ("子、", 1)}, ("子类",), printed="{}、", numerals=branches
    )
    text = "甲市实施方案\n子、总体要求\n坚持创新。\n丑、重点任务\n一、建设中心\n建成中心3家。\n寅、保障措施\n加强领导。\n"

    with added(MARKS, rule, before="han"):
        whole = planparse.parse(text)
        on_one_line = planparse.parse(text.replace("\n", " "))

    assert [section.marker for section in whole.sections] == ["子、", "丑、"]
    assert [measure.path for measure in whole.measures] == ["丑、/一、", "寅、"]
    assert [(s.path, s.kind) for s in on_one_line.sections] == [(s.path, s.kind) for s in whole.sections]
    assert planparse.parse(text).sections == ()


def test_a_kind_of_heading() -> None:
    rule = HeadingRule("outlook", ".*远景展望$", {"2035年远景展望": "goals"}, ("展望远景",), kind="goals", leading=True)
    text = "甲市发展规划\n一、远景展望\n建成强市。\n二、重点任务\n建成中心。\n"

    with added(HEADINGS, rule):
        kinds = [(section.heading, section.kind) for section in planparse.parse(text).sections]

    assert kinds == [("远景展望", "goals")]
    assert planparse.parse(text).sections == ()


def test_a_time_that_is_no_deadline() -> None:
    rule = ExclusionRule(
        "born", f"[^{HERE}]*(?:出生于|生于){HERE}", {"出生于2025年底前": "2025年底前"}, ("2025年底前建成",), of=("by",)
    )
    text = "面向出生于2025年底前的儿童开展筛查。"

    with added(EXCLUSIONS, rule):
        assert plan(task=text).deadlines == ()
    assert [deadline.text for deadline in plan(task=text).deadlines] == ["2025年底前"]


def test_a_number_that_belongs_to_a_name() -> None:
    rule = NumberRule(
        "bus", "[0-9]+路公交", {"12路公交": "12路公交"}, ("12路交叉",), opens="[0-9]", role="reference", beside="路"
    )
    text = "优化调整12路公交。"

    with added(NUMBERS, rule, before="long"):
        assert [quantity.role for quantity in plan(task=text).quantities if quantity.text == "12"] == ["reference"]
    assert [quantity.role for quantity in plan(task=text).quantities if quantity.text == "12"] != ["reference"]


def test_a_mark_that_stands_in_the_midst_of_a_line() -> None:
    rule = MarkRule("step", "步骤(?P<n>[0-9])：", {"步骤1：排查": ("步骤1：", 1)}, ("步骤清晰",), printed="步骤{}：")
    steps = "步骤1：全面排查隐患，建立台账。步骤2：逐项整改到位，逐项销号。步骤3：组织验收评估。"
    text = f"甲市实施方案\n一、总体要求{'坚持安全发展，坚持改革创新。' * 12}二、主要任务{steps}三、保障措施加强领导。\n"

    with added(MARKS, rule):
        found = [measure.path for measure in planparse.parse(text).measures]

    assert found == ["二、/步骤1：", "二、/步骤2：", "二、/步骤3：", "三、"]


def test_a_style_of_clause() -> None:
    rule = ClauseRule(
        "lenticular",
        "（(?P<label>责任单位|牵头单位|配合单位)）(?P<body>[^。；\\n（]{2,60})",
        {"【责任单位】市财政局、市教育局": {"市财政局": "responsible", "市教育局": "responsible"}},
        ("（责任单位另行通知）",),
    )
    text = "加快建设。【牵头单位】市财政局【配合单位】市教育局、市民政局"

    with added(CLAUSES, rule):
        (measure,) = plan(task=text).measures

    assert [[(unit.name, unit.role) for unit in clause.units] for clause in measure.responsibilities] == [
        [("市财政局", "lead")],
        [("市教育局", "support"), ("市民政局", "support")],
    ]
    assert measure.text.endswith("加快建设。")


def test_a_way_of_stating_a_target() -> None:
    rule = TargetRule(
        "sprints",
        "(?P<indicator>[^，]+?)向<n>(?P<outcome>冲刺)$",
        {"企业上云数向5000家冲刺": ("企业上云数", "冲刺")},
        ("企业向5000家客户冲刺供货",),
        kind="level",
        numbers=COUNT,
    )
    text = "到2025年，企业上云数向5000家冲刺。"

    with added(TARGETS, rule, before="ratio"):
        found = [(target.rule, target.indicator, target.value, str(target.due)) for target in plan(text).targets]

    assert found == [("sprints", "企业上云数", 5000, "2025-12-31")]
    assert plan(text).targets == ()


def test_a_target_whose_clause_leaves_its_subject_to_the_one_before() -> None:
    rule = TargetRule(
        "climbs",
        "(?P<indicator>[^，]*?)(?P<reach>攀升)<n>$",
        {"数字经济规模攀升3000亿元": ("数字经济规模", None)},
        ("向3000亿元攀升",),
        kind="level",
        numbers="\ue003",
        elided=True,
    )

    with added(TARGETS, rule, before="ratio"):
        found = [(target.indicator, target.value) for target in plan("数字经济规模达到2000亿元，攀升3000亿元。").targets]

    assert found == [("数字经济规模", 2000), ("数字经济规模", 3000)]


def test_a_verb_that_is_its_own_number() -> None:
    rule = TurnRule("halved", "腰斩", {"审批时限腰斩": 50}, ("拦腰斩断",), value=50, unit="%", family="halved")
    text = "到2025年，审批时限腰斩。"

    with added(TURNS, rule):
        found = [(target.rule, target.indicator, target.value, target.direction) for target in plan(text).targets]

    assert found == [("halves", "审批时限", 50, "decrease")]
    assert plan(text).targets == ()


def test_a_way_of_committing_to_all_of_a_set() -> None:
    rule = CoverageRule(
        "village_by_village",
        "(?P<indicator>[^，]{2,}?)(?P<outcome>村村通)$",
        {"养老服务村村通": ("养老服务", "村村通")},
        ("村村通工程建设",),
        words="村村通",
    )
    text = "到2025年，养老服务村村通。"

    with added(COVERAGE, rule):
        found = [(target.rule, target.indicator, target.outcome, target.value) for target in plan(text).targets]

    assert found == [("village_by_village", "养老服务", "村村通", 100)]
    assert plan(text).targets == ()


MAGIC = b"%NEW-1.0\n"


def test_a_reader_of_a_format_that_nobody_knows() -> None:
    def read(data: bytes) -> Any:
        return plain_text.read(data.removeprefix(MAGIC))

    whole = MAGIC + PLAN.format(goals="加快发展。", task="建成中心3家。").encode()
    READERS["application/x-new"] = Reader(read, begins=b"%NEW-")
    try:
        found = planparse.extract(BytesIO(whole))
    finally:
        del READERS["application/x-new"]

    assert found.source.media_type == "application/x-new"
    assert [target.value for target in found.targets] == [3]


WORDS_ADDED = {
    "a label of a clause": ("roles", "labels.responsible", "承接单位"),
    "a label of when": ("roles", "labels.deadline", "收官时间"),
    "a label of another matter": ("roles", "labels.other", "督办部门"),
    "a unit": ("amount_units", "counters", "垄"),
    "a verb": ("verbs", "create", "垒筑"),
    "an ending of names of bodies": ("body_names", "offices", "专班"),
    "a heading of a column": ("tables", "task", "攻坚事项"),
}
READ_WITH_THEM = """
一、主要目标
到2025年，建成大棚30垄。垒筑梯田5座。
二、主要任务
（一）建设中心。加快建设。（承接单位：市财政局；收官时间：2026年6月；督办部门：市政府督查室）
（二）做好保障。加大支持力度。（省财政厅、省低空专班）
附件
序号\t攻坚事项\t牵头单位\t收官时间
1\t建成算力枢纽\t市科技局\t2025年9月
"""
# Each reading is a process of its own, because patterns are made of the words when modules load; none is loaded before it.
RUN = """
import json, os, sys
import planparse.model
from planparse.language.lexicon import words
for entries in json.loads(sys.argv[1]):
    if os.fork() == 0:
        break
    os.wait()
else:
    sys.exit()
for lexicon, place, word in entries:
    list_ = words(lexicon)
    for key in place.split("."):
        list_ = list_[key]
    list_.append(word)
words("bodies")["offices"]["low_altitude"] = {"低空经济发展局": "低空局"}
import planparse
plan = planparse.parse("甲市实施方案" + sys.argv[2])
print(json.dumps({
    "targets": [[target.indicator, target.value, target.unit] for target in plan.targets],
    "units": [[[unit.name, unit.role] for clause in m.responsibilities for unit in clause.units] for m in plan.measures],
    "due": [[str(clause.due) for clause in m.responsibilities] for m in plan.measures],
    "deadlines": [deadline.text for deadline in plan.deadlines],
    "body": planparse.parse("甲市方案\\n一、任务\\n加快建设。（责任单位：市低空局）").measures[0].responsibilities[0].units[0].body,
    "diagnostics": [found.code for found in plan.diagnostics],
}))
"""


def read_with(*given: list[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """What is read where lexicons hold these words as well, for each list of them."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(given), READ_WITH_THEM], capture_output=True, check=True, text=True
    )
    return [*map(json.loads, done.stdout.splitlines())]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the readings are forked")
def test_words_of_lexicons_and_that_each_is_needed() -> None:
    all_but_one = [[entry for other, entry in WORDS_ADDED.items() if other != name] for name in WORDS_ADDED]

    found, *others = read_with([*WORDS_ADDED.values()], *all_but_one)

    assert found["targets"] == [["大棚", 30, "垄"], ["梯田", 5, "座"]]
    assert found["units"] == [
        [["市财政局", "responsible"]],
        [["省财政厅", "responsible"], ["省低空专班", "responsible"]],
        [["市科技局", "lead"]],
    ]
    assert found["due"] == [["2026-06-30"], ["None"], ["2025-09-30"]]
    assert found["deadlines"] == ["到2025年", "2026年6月", "2025年9月"]
    assert found["body"] == "low_altitude"
    assert found["diagnostics"] == []
    assert [name for name, other in zip(WORDS_ADDED, others, strict=True) if other == found] == []
