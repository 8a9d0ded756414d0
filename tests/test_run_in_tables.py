"""Tables whose cells were run together, or stand on a line each, give what they give with their cells parted."""

from __future__ import annotations

import pytest

import planparse

INDICATORS = {
    "one year": (
        ("序号", "主要指标", "2025年", "属性"),
        ("1", "基本养老保险参保率", "≥95%", "约束性"),
        ("2", "每千人拥有3岁以下婴幼儿托位数（个）", "4.5", "预期性"),
        ("3", "65周岁及以上老年人健康管理率", "80%", "预期性"),
        ("4", "公共场所母婴设施", "应建尽建", "预期性"),
        ("5", "托育服务指导中心（个）", "15", "约束性"),
    ),
    "two years and a unit": (
        ("序号", "指标", "单位", "2020年", "2025年", "属性"),
        ("1", "地区生产总值", "亿元", "500.5", "1000.2", "预期性"),
        ("2", "森林覆盖率", "%", "45.2", "45.5", "约束性"),
        ("3", "居民人均可支配收入", "元", "28100", "39000", "预期性"),
    ),
    "growth": (
        ("序号", "主要指标", "单位", "2020年基期值", "2025年目标值", "年均增速（%）", "指标属性"),
        ("1", "规模以上工业增加值", "亿元", "120.0", "180.0", "8.5", "预期性"),
        ("2", "研发经费投入强度", "%", "1.2", "2.0", "—", "预期性"),
        ("3", "粮食产量", "万吨", "30.5", "31.0", "—", "约束性"),
    ),
    "no attribute": (
        ("序号", "指标名称", "目标值"),
        ("1", "养老机构护理型床位占比", "≥55%"),
        ("2", "新建居住区配套达标率", "100%"),
        ("3", "每千人口托位数（个）", "4.5"),
    ),
    "bodies": (
        ("序号", "指标名称", "2027年目标值", "责任单位"),
        ("1", "养老床位数（张）", "3000", "市民政局"),
        ("2", "残疾人康复率", "≥90%", "市残联、市卫生健康委"),
        ("3", "每千人口托位数（个）", "4.5", "市卫生健康委"),
    ),
}
TASKS = {
    "with days": (
        ("序号", "重点任务", "牵头单位", "责任单位", "完成时限"),
        ("1", "制定年度工作方案，明确2025年目标。", "市发展改革委", "市财政局、市科技局", "2025年6月底前"),
        ("2", "建成数字平台3个。", "市数据局", "各县（市、区）人民政府", "2026年12月"),
        ("3", "开展培训20次。", "市人力资源社会保障局", "市教育局", "2027年12月底"),
    ),
    "without a full stop": (
        ("序号", "工作任务", "责任单位"),
        ("1", "制定年度工作方案，明确目标", "市发展改革委、市财政局"),
        ("2", "建成数字平台3个", "市数据局、各县（市、区）人民政府"),
        ("3", "开展培训20次", "市人力资源社会保障局"),
    ),
}
FORMS = {"run together": ("", ""), "a cell on each line": ("\n", "\n")}
Rows = tuple[tuple[str, ...], ...]


def read(rows: Rows, between_cells: str, between_rows: str) -> planparse.Plan:
    table = between_rows.join(between_cells.join(row) for row in rows)
    return planparse.parse(
        f"甲市某方案\n一、发展目标\n到2030年实现目标。主要指标表{between_rows}{table}{between_rows}二、重点任务\n推进改革。\n"
    )


def targets(plan: planparse.Plan) -> list[tuple[object, ...]]:
    return [(t.indicator, t.comparator, t.value, t.unit, t.due, t.baseline, t.kind) for t in plan.targets]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", INDICATORS)
def test_a_table_of_indicators_gives_the_same_targets_in_every_form(name: str, form: str) -> None:
    rows = INDICATORS[name]
    expected = targets(read(rows, "\t", "\n"))

    assert len(expected) >= 3
    assert targets(read(rows, *FORMS[form])) == expected


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TASKS)
def test_a_table_of_tasks_gives_the_same_measures_in_every_form(name: str, form: str) -> None:
    def measures(plan: planparse.Plan) -> list[tuple[object, ...]]:
        return [
            (m.path, m.title, [(unit.name, unit.role, clause.due) for clause in m.responsibilities for unit in clause.units])
            for m in plan.measures
        ]

    rows = TASKS[name]
    expected = measures(read(rows, "\t", "\n"))

    assert len(expected) >= 3
    assert measures(read(rows, *FORMS[form])) == expected


def test_groups_head_rows_that_were_run_together() -> None:
    plan = planparse.parse(
        "甲市某方案\n一、发展目标\n类别序号指标单位2020年2025年属性经济发展1地区生产总值亿元500.51000.2预期性2森林覆盖率%45.245.5约束性"
        "民生福祉3居民人均可支配收入元2810039000预期性二、重点任务\n推进改革。\n"
    )

    assert [(t.indicator, t.value, t.baseline and t.baseline.value) for t in plan.targets] == [
        ("地区生产总值", 1000.2, 500.5),
        ("森林覆盖率", 45.5, 45.2),
        ("居民人均可支配收入", 39000, 28100),
    ]
    assert plan.text.split("\n")[2:5] == [
        "类别\t序号\t指标\t单位\t2020年\t2025年\t属性",
        "经济发展\t1\t地区生产总值\t亿元\t500.5\t1000.2\t预期性",
        "—\t2\t森林覆盖率\t%\t45.2\t45.5\t约束性",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "序号指标2025年属性见附表，共列出12项指标。",  # a mention of the head
        "序号指标2025年属性1参保率95%约束性2覆盖率90%约束性。",  # two rows
        "序号企业名称所在地1甲公司乙市2丙公司丁市3戊公司己市",  # a table of something else
    ],
)
def test_what_is_no_table_stays_as_it_is(words: str) -> None:
    plan = planparse.parse(f"甲市某方案\n一、发展目标\n{words}\n二、重点任务\n推进改革。\n")

    assert words in plan.text


ROWS = (
    ("制定年度工作方案。明确2025年目标。", "市发展改革委、市财政局", "2025年6月底前"),
    ("建成数字平台3个。", "市数据局、各县（市、区）人民政府", "2026年12月"),
    ("开展培训20次，推动企业参与。", "市人力资源社会保障局、高新区管委会等部门", "长期坚持"),
    ("完善服务机制。", "市委宣传部", "2027年底前完成"),
)
WITHOUT_NUMBERS = {
    "without numbers": "任务责任单位" + "".join(task + bodies for task, bodies, _ in ROWS),
    "with days": "工作任务责任单位完成时限" + "".join("".join(row) for row in ROWS),
    "a row on each line": "任务责任单位\n" + "\n".join(task + bodies for task, bodies, _ in ROWS),
    "numbers of their own": "重点任务责任部门"
    + "".join(f"{number}.{task}{bodies}" for number, (task, bodies, _) in enumerate(ROWS, 1)),
    "blanks between": "序号 任务 责任单位 "
    + " ".join(f"{number} {task} {bodies}" for number, (task, bodies, _) in enumerate(ROWS, 1)),
    "under headings": "任务责任单位（一）打好基础"
    + "".join(f"{number}.{task}{bodies}" for number, (task, bodies, _) in enumerate(ROWS[:2], 1))
    + "（二）加强服务"
    + "".join(f"{number}.{task}{bodies}" for number, (task, bodies, _) in enumerate(ROWS[2:], 3)),
    "no full stops": "任务责任单位" + "".join(task.replace("。", "，").rstrip("，") + bodies for task, bodies, _ in ROWS),
}


@pytest.mark.parametrize("way", WITHOUT_NUMBERS)
def test_rows_without_a_column_of_numbers_keep_their_own_bodies(way: str) -> None:
    plan = planparse.parse(f"甲市某方案\n一、总体要求\n全面落实各项部署。\n附件\n重点任务分工表\n{WITHOUT_NUMBERS[way]}\n")

    assert [[unit.name for clause in m.responsibilities for unit in clause.units] for m in plan.measures] == [
        ["市发展改革委", "市财政局"],
        ["市数据局", "各县（市、区）人民政府"],
        ["市人力资源社会保障局", "高新区管委会"],
        ["市委宣传部"],
    ]
    if way == "with days":
        assert [str(m.responsibilities[0].due) for m in plan.measures] == ["2025-06-30", "2026-12-31", "None", "2027-12-31"]


def test_lists_in_two_columns_that_were_run_together_lead_and_support() -> None:
    plan = planparse.parse(
        "甲市某方案\n附件\n重点任务分工表\n任务牵头单位配合单位完善机制，加强统筹。市发展改革委市财政局、市教育局推进改革。市数据局—开展培训。市教育局、市科技局各县区政府\n"
    )

    assert [[(unit.name, unit.role) for unit in m.responsibilities[0].units] for m in plan.measures] == [
        [("市发展改革委", "lead"), ("市财政局", "support"), ("市教育局", "support")],
        [("市数据局", "lead")],
        [("市教育局", "lead"), ("市科技局", "lead"), ("各县区政府", "support")],
    ]


def test_lists_that_have_lost_their_tasks_are_given_to_no_measure_by_their_place() -> None:
    plan = planparse.parse(
        "甲市某方案\n一、加强服务\n1.完善机制。加强统筹。\n2.开展培训。推动参与。\n二、优化环境\n1.推进改革。加快建设。\n附件\n"
        "工作任务责任单位一、加强服务市财政局、市教育局市数据局二、优化环境市科技局\n"
    )

    assert [clause for m in plan.measures for clause in m.responsibilities] == []
    assert len(plan.measures) == 3


@pytest.mark.parametrize(
    "words",
    [
        "各项任务责任单位要加强领导。市财政局做好保障。市教育局加强统筹。市科技局推进改革。",
        "要明确工作任务责任单位和完成时限，市财政局牵头。市教育局配合。市科技局参与。",
        "工作任务责任单位见附表。市财政局汇总。",
    ],
)
def test_a_sentence_about_tasks_is_no_table(words: str) -> None:
    assert words in planparse.parse(f"甲市某方案\n一、组织实施\n{words}\n二、加强督查\n推进改革。\n").text


def test_rows_that_pages_cut_keep_their_bodies_and_lose_the_header_that_comes_again() -> None:
    header = "序号\n重点任务\n主要内容\n牵头单位\n责任单位\n"
    plan = planparse.parse(
        f"甲市某清单\n附件\n{header}"
        "1\n1.优化服务\n推进数字平台建设，明确\n年度目标。\n市数据局\n市教育局、市财\n政局\n"
        f"2\n完善服务机制。\n市政务服务办\n—\n{header}"
        "3\n2.加强保障\n开展业务培训。\n市人力资源社会保障局\n市教育局、市科\n"
        f"{header}技局\n"
        "4\n健全考核制度。\n市发展改革委\n各区人民政府\n"
    )

    assert [
        (m.path, m.title, [unit.name for clause in m.responsibilities for unit in clause.units]) for m in plan.measures
    ] == [
        ("附件/1.", "推进数字平台建设，明确年度目标。", ["市数据局", "市教育局", "市财政局"]),
        ("附件/2.", "完善服务机制。", ["市政务服务办"]),
        ("附件/3.", "开展业务培训。", ["市人力资源社会保障局", "市教育局", "市科技局"]),
        ("附件/4.", "健全考核制度。", ["市发展改革委", "各区人民政府"]),
    ]
