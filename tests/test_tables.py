"""Tables in a plan's text: duties give measures their bodies, indicators give targets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planparse
from planparse.parsing.repeats import repeated

TASKS = "甲市健康行动方案\n一、主要任务\n1.建设区域中心。建设。\n2.提升服务能力，加强培养。培养。\n3.推进信息化。推进。\n附件1\n任务分工表\n"
DUTIES = [
    ["序号", "重点任务", "牵头单位", "配合单位"],
    ["1", "建设区域中心", "市卫生健康委", "市发展改革委、市财政局"],
    ["2", "2.提升服务能力，加强培养", "市教育局", "市人力资源社会保障局等"],
    ["3", "推进信息化", "市大数据局", "各县（市、区）政府"],
]
INDICATORS = [
    ["序号", "指标名称", "单位", "2020年现状", "2025年目标", "属性"],
    ["1", "县域内就诊率", "%", "85", "≥90", "约束性"],
    ["2", "每千人口执业（助理）医师数（人）", "", "2.9", "3.5左右", "预期性"],
    ["3", "三级医院数", "家", "3", "5", "预期性"],
    ["4", "床医比", "—", "1:0.4", "1:0.55", "预期性"],
    ["5", "居民满意度", "", "", "明显提高", "预期性"],
]


def tabs(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def pipes(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def cells(rows: list[list[str]]) -> str:
    return "\n".join(cell for row in rows for cell in row)


@pytest.mark.parametrize("printed", [tabs, pipes, cells])
def test_a_table_of_duties_gives_the_measures_that_it_repeats_their_bodies(printed) -> None:
    plan = planparse.parse(TASKS + printed(DUTIES))

    assert {
        measure.path: [(unit.name, unit.role) for clause in measure.responsibilities for unit in clause.units]
        for measure in plan.measures
    } == {
        "一、/1.": [("市卫生健康委", "lead"), ("市发展改革委", "support"), ("市财政局", "support")],
        "一、/2.": [("市教育局", "lead"), ("市人力资源社会保障局", "support")],
        "一、/3.": [("市大数据局", "lead"), ("各县（市、区）政府", "support")],
    }
    assert {clause.rule for measure in plan.measures for clause in measure.responsibilities} == {"table"}
    assert [clause.open_ended for measure in plan.measures for clause in measure.responsibilities] == [False, True, False]


@pytest.mark.parametrize("printed", [tabs, pipes])
def test_a_table_of_indicators_gives_targets_at_its_annex(printed) -> None:
    plan = planparse.parse("甲市方案\n一、任务\n1.做事。做事。\n附件1\n主要指标表\n" + printed(INDICATORS))

    assert [
        (t.path, t.indicator, t.kind, t.comparator, t.value, t.unit, str(t.due), t.baseline and t.baseline.value)
        for t in plan.targets
    ] == [
        ("附件1", "县域内就诊率", "level", "ge", 90, "%", "2025-12-31", 85),
        ("附件1", "每千人口执业（助理）医师数", "level", "approx", 3.5, "人", "2025-12-31", 2.9),
        ("附件1", "三级医院数", "level", "eq", 5, "家", "2025-12-31", 3),
        ("附件1", "床医比", "ratio", "eq", 0.55, None, "2025-12-31", 0.4),
    ]
    assert {t.baseline.year for t in plan.targets if t.baseline} == {2020}
    assert {q.role for q in plan.quantities} <= {"target", "existing", "numbering", "name", "date"}


@pytest.mark.parametrize("gap", ["   ", "　", " "])
def test_a_table_whose_cells_stand_apart_by_blanks_is_read(gap) -> None:
    rows = [
        ["指标", "单位", "2024年（基期）", "2027年", "属性"],
        ["森林覆盖率", "%", "41.2", "≥42.5", "约束性"],
        ["港口货物吞吐量", "万吨", "4800", "6500", "预期性"],
    ]
    plan = planparse.parse("甲市方案\n一、任务\n1.做事。做事。\n主要指标\n" + "\n".join(map(gap.join, rows)))

    assert [(t.indicator, t.comparator, t.value, t.unit, t.baseline and t.baseline.value) for t in plan.targets] == [
        ("森林覆盖率", "ge", 42.5, "%", 41.2),
        ("港口货物吞吐量", "eq", 6500, "万吨", 4800),
    ]


def test_words_that_stand_apart_are_no_table() -> None:
    plan = planparse.parse("甲市方案\n一、任务\n指标 任务 目标\n加强 组织 领导。\n推进 项目 建设\n")

    assert "\t" not in plan.text
    assert plan.targets == ()


def test_a_table_of_indicators_without_numbers_may_stand_cell_by_cell() -> None:
    rows = [["指标名称", "单位", "2027年目标值"], ["护理型床位占比", "%", "≥67"], ["社会工作者人数", "人", "1.2"]]
    plan = planparse.parse("甲市方案\n主要指标\n" + cells(rows) + "\n二、任务\n1.做事。做事。")

    assert [(t.indicator, t.value, t.unit) for t in plan.targets] == [
        ("护理型床位占比", 67, "%"),
        ("社会工作者人数", 1.2, "人"),
    ]
    assert [measure.title for measure in plan.measures] == ["做事"]


def test_years_of_a_table_of_each_years_aims_are_all_to_come() -> None:
    plan = planparse.parse(
        "一、目标\n分年度目标\n指标\t2025年\t2026年\n质押融资额（亿元）\t12\t15\n二、任务\n1.做事。做事。"
    )

    assert [(t.value, str(t.due)) for t in plan.targets] == [(12, "2025-12-31"), (15, "2026-12-31")]


def test_a_header_that_each_page_repeats_is_no_row() -> None:
    tasks = [["任务", "责任单位"], ["建设公园", "市园林局"], ["任务", "责任单位"], ["修缮校舍", "市教育局"]]
    plan = planparse.parse("甲市实施方案\n一、主要任务\n按下表推进。\n附件1\n任务清单\n" + tabs(tasks) + "\n")
    endless = planparse.parse("甲市实施方案\n一、主要任务\n1.建设公园。建成。\n" + tabs(tasks[:1] * 50) + "\n")

    assert [measure.path for measure in plan.measures] == ["一、", "附件1/建设公园", "附件1/修缮校舍"]
    assert [measure.title for measure in endless.measures] == ["建设公园"]


def test_of_several_years_the_first_is_what_is() -> None:
    plan = planparse.parse("一、目标\n指标\t2020年\t2023年\t2025年\n就诊率（%）\t80\t85\t90\n二、任务\n1.做事。做事。")

    assert [(t.value, str(t.due), t.baseline and t.baseline.value) for t in plan.targets] == [
        (85, "2023-12-31", 80),
        (90, "2025-12-31", 80),
    ]


def test_a_table_without_a_header_that_says_what_it_is_is_left_alone() -> None:
    plan = planparse.parse("一、任务\n1.做事。做事。\n甲\t乙\t丙\n1\t市教育局\t建成3个\n")

    assert plan.measures[0].responsibilities == ()


def test_the_rows_of_a_table_are_no_items_of_the_outline() -> None:
    rows = [
        ["序号", "重点任务", "牵头单位"],
        ["1.", "建设区域中心", "市教育局"],
        ["一、", "（一）建设 （二）推进", "市财政局"],
    ]

    plan = planparse.parse(TASKS + tabs(rows) + "\n附件2\n名单\n")

    assert [section.path for section in plan.sections] == ["一、", "附件1", "附件2"]
    assert "\t（一）建设 （二）推进\t" in plan.text


def test_a_row_without_a_task_is_nobodys() -> None:
    plan = planparse.parse(TASKS + tabs([["重点任务", "牵头单位"], ["—", "市教育局"], ["推进信息化", "市财政局"]]))

    assert [len(measure.responsibilities) for measure in plan.measures] == [0, 0, 1]


GROUPED = [
    "序号\t指标名称\t单位\t2025年目标",
    "一、资源配置",
    "（一）床位",
    "1\t每千人口床位数\t张\t7.5",
    "2\t三级医院数\t家\t5",
    "（二）人员",
    "3\t每千人口护士数\t人\t4.2",
    "二、服务能力",
    "4\t县域内就诊率\t%\t90",
]


def test_lines_between_rows_head_groups_of_them_and_a_heading_behind_the_last_row_ends_the_table() -> None:
    table = "\n".join(GROUPED)
    plan = planparse.parse(f"甲市方案\n一、目标\n指标如下。\n{table}\n二、任务\n（一）建设。做事。\n（二）管理。做事。")

    assert [(t.path, t.indicator, t.value, t.unit) for t in plan.targets] == [
        ("一、", "每千人口床位数", 7.5, "张"),
        ("一、", "三级医院数", 5, "家"),
        ("一、", "每千人口护士数", 4.2, "人"),
        ("一、", "县域内就诊率", 90, "%"),
    ]
    assert [section.path for section in plan.sections] == ["一、", "二、"]
    assert [measure.path for measure in plan.measures] == ["二、/（一）", "二、/（二）"]


def test_groups_of_duties_are_no_items() -> None:
    header, *rows = ["\t".join(row) for row in DUTIES]
    lines = [header, "一、完善体系", *rows[:2], "二、强化支撑", rows[2], "三、其他", "附件2", "名单"]
    plan = planparse.parse(TASKS + "\n".join(lines))

    assert [len(measure.responsibilities) for measure in plan.measures] == [1, 1, 1]
    # Behind 三、其他 there is no row: it may be a heading, and is taken for one.
    assert [section.path for section in plan.sections] == ["一、", "附件1", "附件1/三、", "附件2"]


@pytest.mark.parametrize(
    "behind",
    [
        "二、任务\n序号\t重点任务\t单位\t牵头单位\n1\t做事\t家\t市教育局",  # another table, with its header
        "二、任务\n姓名\t电话\t地址\t邮编\n甲\t1\t乙\t2",  # one that nobody can read
        "二、任务\n甲\t乙",  # rows that are less wide
        "二、任务\n1\t三级医院数\t家\t5",  # the numbers of the text go on, not those of the table
        "二、任务",
    ],
)
def test_a_heading_behind_a_table_ends_it(behind: str) -> None:
    plan = planparse.parse(
        "甲市方案\n一、目标\n" + "\n".join(GROUPED[:1] + GROUPED[3:5]) + f"\n{behind}\n（一）做事。做事。"
    )

    assert [section.path for section in plan.sections] == ["一、", "二、"]
    assert [t.indicator for t in plan.targets] == ["每千人口床位数", "三级医院数"]


def test_a_table_of_tasks_a_cell_a_line_needs_no_numbers() -> None:
    plan = planparse.parse(
        "甲市方案\n一、总体要求\n坚持创新。\n附件\n任务分工表\n工作任务\n责任单位\n一、优化服务\n建设县级融媒体中心，完善功能。\n市委宣传部、\n市文旅局\n"
        "推进校车安全管理\n市教育局\n各县区政府\n二、改善民生\n新建中心10个。\n市民政局\n甲市人民政府\n2026年5月1日\n"
    )

    assert [(m.title, [unit.name for clause in m.responsibilities for unit in clause.units]) for m in plan.measures] == [
        ("建设县级融媒体中心，完善功能。", ["市委宣传部", "市文旅局"]),
        ("推进校车安全管理", ["市教育局", "各县区政府"]),
        ("新建中心10个。", ["市民政局"]),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "主要任务\n责任单位\n要切实履行职责，加强协调。\n市教育局负责。",
        "主要任务\n责任单位\n市教育局\n加强领导。",
        "工作任务\n责任单位\n建设平台。\n由各单位落实。\n培育企业。\n由各单位落实。",
    ],
)
def test_lines_below_headings_that_are_no_rows_make_no_table(lines: str) -> None:
    plan = planparse.parse(f"甲市通知\n一、总体要求\n坚持创新。\n{lines}\n")

    assert "\t" not in plan.text


def test_an_empty_first_cell_keeps_its_column() -> None:
    rows = [*GROUPED[:4], "\t三级医院数\t家\t5", "二、服务能力\t\t\t", " \t县域内就诊率\t%\t90"]
    plan = planparse.parse("甲市方案\n一、目标\n" + "\n".join(rows) + "\n二、任务\n\t1.做事。做事。\n\t\t2.管事。\t管事。\t")

    assert [(t.indicator, t.value, t.unit) for t in plan.targets] == [
        ("每千人口床位数", 7.5, "张"),
        ("三级医院数", 5, "家"),
        ("县域内就诊率", 90, "%"),
    ]
    assert "\n—\t三级医院数\t家\t5\n" in plan.text
    assert [measure.path for measure in plan.measures] == ["二、/1.", "二、/2."]


def test_a_value_without_an_indicator_is_no_target() -> None:
    plan = planparse.parse("一、目标\n指标\t单位\t2025年目标\n\t张\t7\n医院数\t家\t8\n二、任务\n1.做事。做事。")

    assert [(t.indicator, t.value, t.unit) for t in plan.targets] == [("医院数", 8, "家")]


FEW_WORDS = st.lists(st.text("甲乙", max_size=6), max_size=6)


@given(FEW_WORDS, FEW_WORDS)
def test_words_repeat_the_first_title_that_they_hold_or_are_part_of(said: list[str], titles: list[str]) -> None:
    alike = [
        [at for at, title in enumerate(titles) if words and title and (words in title or title in words)] for words in said
    ]

    assert repeated(said, titles) == [min(found, default=None) for found in alike]


@pytest.mark.parametrize("printed", [tabs, pipes, cells])
@pytest.mark.parametrize("label", ["完成时限", "时间进度", "完成日期", "工作时限"])
def test_a_column_that_says_by_when_gives_its_rows_their_day(printed, label: str) -> None:
    rows = [
        ["序号", "重点任务", "牵头单位", label],
        ["1", "到2030年基本建成算力中心", "市大数据局", "2025年9月"],
        ["2", "到2030年培育企业30家", "市科技局", "2026年"],
        ["3", "到2030年完善服务体系", "市教育局", "长期坚持"],
    ]

    plan = planparse.parse("甲市方案\n一、任务\n做事。\n附件\n任务分工表\n" + printed(rows))

    due = [str(clause.due) for measure in plan.measures for clause in measure.responsibilities]
    assert due == ["2025-09-30", "2026-12-31", "None"]
    assert [(target.value, str(target.due)) for target in plan.targets] == [(30, "2030-12-31")]
    assert {deadline.text for deadline in plan.deadlines} == {"到2030年", "2025年9月", "2026年"}


def test_rows_that_share_a_task_are_told_apart_by_what_is_done() -> None:
    rows = [
        ["重点任务", "具体措施", "责任单位", "完成时限"],
        ["一、重点任务", "建设算力中心", "市商务局", "2026年6月底"],
        ["一、重点任务", "推进网络升级", "市民政局", "2026年6月底"],
    ]
    text = "甲市实施方案\n一、重点任务\n1.建设算力中心。加快建设。\n2.推进网络升级。加快推进。\n附件\n任务清单\n" + tabs(
        rows
    )

    plan = planparse.parse(text)

    said = {
        measure.title: [unit.name for clause in measure.responsibilities for unit in clause.units]
        for measure in plan.measures
    }
    assert said == {"建设算力中心": ["市商务局"], "推进网络升级": ["市民政局"]}


def _targets_of(table: str) -> list[tuple[object, ...]]:
    plan = planparse.parse(
        f"甲市发展规划\n一、目标\n到2025年建成体系。\n专栏1 主要指标\n{table}\n二、任务\n（一）建设平台。建成平台。\n"
    )
    return [(t.indicator, t.kind, t.comparator, t.value, t.unit, t.direction, t.frequency, str(t.due)) for t in plan.targets]


def test_what_is_built_stands_beside_the_name_of_a_work() -> None:
    rows = [
        ["序号", "项目名称", "建设内容", "总投资（亿元）", "责任单位", "完成时限"],
        ["1", "智算中心二期", "建设标准机架3000个", "12.5", "市数据局", "2027年6月"],
        ["2", "工业互联网平台", "接入企业500家，总投资3亿元", "3.2", "市工信局", "2026年12月"],
    ]
    plan = planparse.parse("甲市方案\n一、任务\n1.做事。做事。\n附件\n重点项目清单\n" + tabs(rows))

    titles = {measure.id: measure.title for measure in plan.measures}
    assert [(titles[target.measure_id], target.indicator) for target in plan.targets] == [
        ("智算中心二期", "标准机架"),
        ("工业互联网平台", "企业"),
    ]


def test_a_column_of_growth_gives_yearly_changes_and_brackets_what_comes_together() -> None:
    found = _targets_of(
        "类别\t指标\t2020年\t2025年\t年均/累计\t属性\n经济\t1.地区生产总值增长（%）\t3.8\t—\t6.0左右\t预期性\n经济\t2.专利增长（%）\t—\t—\t〔7〕以上\t预期性\n"
        "民生\t3.城镇新增就业（万人）\t5\t〔30〕\t—\t预期性\n"
    )

    assert found == [
        ("地区生产总值增长", "change", "approx", 6, "%", "increase", "年均", "2025-12-31"),
        ("专利增长", "level", "ge", 7, "%", None, None, "2025-12-31"),
        ("城镇新增就业", "level", "eq", 300000, "人", None, None, "2025-12-31"),
    ]


def test_the_year_in_the_bracket_of_a_heading_is_that_of_its_column() -> None:
    plan = planparse.parse(
        "甲市发展规划\n一、目标\n指标\t单位\t基期值（2020年）\t目标值（2025年）\t属性\n接待游客\t万人次\t120\t200\t预期性\n森林覆盖率\t%\t30.5\t≥32\t约束性\n"
    )

    assert [(t.value, t.unit, str(t.due)) for t in plan.targets] == [
        (2000000, "人次", "2025-12-31"),
        (32, "%", "2025-12-31"),
    ]
    assert [t.baseline.year for t in plan.targets if t.baseline] == [2020, 2020]


def test_cells_on_lines_of_their_own_say_changes_under_a_heading_on_two_lines() -> None:
    found = _targets_of("序号\n指\n标\n预期值\n属性\n1\n事故死亡人数\n下降15%\n约束性\n2\n救援到达率\n>90%\n约束性")

    assert found == [
        ("事故死亡人数", "change", "eq", 15, "%", "decrease", None, "None"),
        ("救援到达率", "level", "gt", 90, "%", None, None, "None"),
    ]


def _read_under(caption: str, table: str) -> list[tuple[object, ...]]:
    plan = planparse.parse(f"{caption}\n{table}\n")
    return [
        (t.indicator, t.kind, t.comparator, t.value, t.unit, t.scope, None if t.due is None else str(t.due))
        for t in plan.targets
    ]


def test_a_table_with_a_row_for_each_place_gives_each_its_share() -> None:
    rows = "乡镇\t建设任务（万亩）\t完成时限\n柳林镇\t1.2\t2026年10月底前\n石桥镇\t0.8\t2026年11月底前\n合计\t2.0\t—"

    assert _read_under("清河县2026年高标准农田建设任务分配表", rows) == [
        ("建设任务", "count", "eq", 1.2, "万亩", "柳林镇", "2026-10-31"),
        ("建设任务", "count", "eq", 0.8, "万亩", "石桥镇", "2026-11-30"),
        ("建设任务", "count", "eq", 2.0, "万亩", None, None),
    ]


@pytest.mark.parametrize(
    ("caption", "header"),
    [
        ("附件 各县区人口及面积", "县区\t人口（万人）\t面积（平方公里）"),
        ("附表1 补助资金分配表", "县（区）\t补助资金（万元）\t户数（户）"),
        ("附表2 改造任务完成情况", "县（区）\t改造小区（个）\t户数（户）"),
    ],
)
def test_numbers_of_places_that_nobody_has_to_reach_are_no_targets(caption: str, header: str) -> None:
    assert _read_under(caption, f"{header}\n东县\t32\t1200\n西县\t41\t900") == []


def test_what_a_task_comes_to_is_read_from_its_cell_be_it_a_value_or_a_sentence() -> None:
    values = "领域\t主要任务\t2027年目标值\n工业\t万元工业增加值用水量\t较2022年下降15%\n城镇\t公共供水管网漏损率\t不高于9%"
    sentences = (
        "序号\t工作内容\t工作目标\t牵头单位\t时限要求\n1\t提升窗口服务\t群众满意率达到98%以上\t市政务服务局\t2026年6月底前"
    )

    assert _read_under("节水行动重点任务分解表", values) == [
        ("万元工业增加值用水量", "change", "eq", 15, "%", None, "2027-12-31"),
        ("公共供水管网漏损率", "level", "le", 9, "%", None, "2027-12-31"),
    ]
    assert _read_under("重点任务台账", sentences) == [("群众满意率", "level", "ge", 98, "%", None, "2026-06-30")]


@pytest.mark.parametrize(
    ("caption", "cells", "expected"),
    [
        ("湿地保护主要指标", ("55", "56"), [(56, "2027-12-31")]),
        ("湿地保护主要指标", ("≥55", "≥56"), [(55, "2026-12-31"), (56, "2027-12-31")]),
        ("湿地保护规划（2026—2028年）", ("55", "56"), [(55, "2026-12-31"), (56, "2027-12-31")]),
        ("全市湿地历年情况", ("55", "56"), []),
    ],
)
def test_what_stands_above_a_table_and_in_it_tells_which_years_are_to_come(
    caption: str, cells: tuple[str, str], expected: list[tuple[int, str]]
) -> None:
    found = _read_under(caption, "指标｜2026年｜2027年\n湿地保护率（%）｜" + "｜".join(cells))

    assert [(value, due) for _, _, _, value, _, _, due in found] == expected
