"""The joins between the lists of a plan: which measure has which bodies, which target which clause."""

from __future__ import annotations

import pytest

import planparse

STANDING = """一、任务
1.甲。做事。（市教育局负责）
2.乙。做事。（市发改委牵头，市财政局配合。以下均需各县（市、区）政府落实，不再列出）
3.丙。做事。（市财政局牵头）
二、其他任务
4.丁。做事。（市教育局负责）
"""


def bodies(plan: planparse.Plan) -> dict[str, list[tuple[str, str]]]:
    return {
        measure.path: [(unit.name, unit.role) for clause in measure.responsibilities for unit in clause.units]
        for measure in plan.measures
    }


def test_a_standing_rule_adds_its_bodies_from_where_it_is_stated_to_the_end_of_the_section() -> None:
    everywhere = ("各县（市、区）政府", "responsible")

    assert bodies(planparse.parse(STANDING)) == {
        "一、/1.": [("市教育局", "responsible")],
        "一、/2.": [("市发改委", "lead"), ("市财政局", "support"), everywhere],
        "一、/3.": [("市财政局", "lead"), everywhere],
        "二、/4.": [("市教育局", "responsible")],
    }


def test_the_text_of_a_measure_leaves_its_clauses_out() -> None:
    assert [measure.text for measure in planparse.parse(STANDING).measures] == [
        "甲。做事。",
        "乙。做事。",
        "丙。做事。",
        "丁。做事。",
    ]


def test_of_several_clauses_each_governs_the_targets_before_it() -> None:
    plan = planparse.parse("一、任务\n1.甲。建成3个中心。（市教育局负责）建成5个站点。（市财政局负责）")
    names = {clause.id: clause.units[0].name for measure in plan.measures for clause in measure.responsibilities}

    assert [names[target.responsibility_id or ""] for target in plan.targets] == ["市教育局", "市财政局"]


def test_a_labelled_time_governs_the_targets_of_its_measure_that_have_none() -> None:
    plan = planparse.parse("一、任务\n1.甲。建成3个中心。\n完成时限：2019年12月底前\n2.乙。建成5个站点。")

    assert [str(target.due) for target in plan.targets] == ["2019-12-31", "None"]


def test_a_signature_behind_the_plan_belongs_to_no_measure() -> None:
    plan = planparse.parse("一、任务\n1.甲。做事。\n甲市人民政府\n2020年1月2日\n（此件公开发布）\n抄送：各有关单位")

    assert plan.measures[-1].text == "甲。做事。"
    assert str(plan.metadata.issued_on) == "2020-01-02"


def test_an_unknown_label_is_told_of_and_is_no_body() -> None:
    text = "甲市方案\n一、任务\n（一）建设中心。建设。（牵头单位：市财政局；兜底部门：市教育局）\n（二）保障。做好保障。（承接单位：市科技局）\n"

    plan = planparse.parse(text)

    units = [[unit.name for clause in m.responsibilities for unit in clause.units] for m in plan.measures]
    assert units == [["市财政局"], []]
    assert [plan.text[d.span.start : d.span.end] for d in plan.diagnostics if d.code == "unknown-label"] == [
        "兜底部门：",
        "承接单位：",
    ]


def test_recipients_and_facts_are_no_unknown_labels() -> None:
    text = "甲市方案\n发文单位：甲市人民政府\n各县区人民政府，市直各部门：\n各有关单位：现将方案印发。\n一、任务\n单位：万元\n建设。\n"

    assert [d.code for d in planparse.parse(text).diagnostics if d.code == "unknown-label"] == []


@pytest.mark.parametrize("label", ["完成日期", "工作时限", "时间进度", "完成时限"])
def test_a_day_behind_any_label_of_deadlines_is_that_of_the_clause(label: str) -> None:
    plan = planparse.parse(f"甲市方案\n一、任务\n（一）建设中心。建设。（牵头单位：市财政局；{label}：2025年6月）\n")

    (clause,) = plan.measures[0].responsibilities
    assert [(unit.name, str(clause.due)) for unit in clause.units] == [("市财政局", "2025-06-30")]
