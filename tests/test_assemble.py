"""The joins between the lists of a plan: which measure has which bodies, which target which clause."""

from __future__ import annotations

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
