"""The outline of texts in many layouts: which items there are, under which paths, of which kinds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planparse

RUN_TOGETHER = (
    "为做好工作，提出以下措施：一、放开落户。各市要结合城市综合承载能力，稳妥推进在城区租赁经备案登记的私有住房落户政策，优先解决进城时间长、"
    "能力强且稳定居住的人口落户问题。责任单位：省公安厅、住建厅，各设区市人民政府二、保障权益。维护进城落户农民土地承包权、宅基地使用权，不得以"
    "退出上述权利作为农民进城落户的条件。（省自然资源厅负责）三、政策措施（一）加强保障。落实资金。责任单位：省财政厅（二）加强宣传。组织宣传，包括："
    "1.报纸；2.网络。"
)


def paths(plan: planparse.Plan) -> list[tuple[str, str]]:
    """Path and heading of all items, in order."""
    items = [(s.span.start, s.path, s.heading) for s in plan.sections] + [
        (m.span.start, m.path, m.title) for m in plan.measures
    ]
    return [(path, heading) for _, path, heading in sorted(items)]


def measures(plan: planparse.Plan) -> dict[str, list[str]]:
    """The names of the bodies of each measure."""
    return {m.path: [unit.name for clause in m.responsibilities for unit in clause.units] for m in plan.measures}


def test_marks_in_mid_line_open_paragraphs_where_a_text_was_run_together() -> None:
    plan = planparse.parse(RUN_TOGETHER)

    assert paths(plan) == [
        ("一、", "放开落户"),
        ("二、", "保障权益"),
        ("三、", "政策措施"),
        ("三、/（一）", "加强保障"),
        ("三、/（二）", "加强宣传"),
    ]
    assert measures(plan)["一、"] == ["省公安厅", "住建厅", "各设区市人民政府"]


def test_marks_in_running_text_open_nothing() -> None:
    plan = planparse.parse(
        "一、总则\n按照前述第二、三款的规定，各地要健全县、乡、村三级体系，落实一、二级响应。"
        + "逐级压实责任。" * 20
        + "\n二、任务\n1.做事。做好。"
    )

    assert [path for path, _ in paths(plan)] == ["一、", "二、", "二、/1."]


def test_paragraphs_with_a_heading_and_a_clause_are_measures_without_a_mark() -> None:
    plan = planparse.parse(
        "一、任务\n（一）建设平台\n围绕需求，统筹布局。\n打造研发平台。依托高校，建设平台。\n责任单位：省科技厅\n"
        "打造共享平台。整合资源。\n责任单位：省发改委、数字办\n以上平台对外开放。\n（二）培养人才。引进人才。（省人社厅负责）\n"
        "加强高校培养。扩大招生。（省教育厅负责）"
    )

    assert measures(plan) == {
        "一、/（一）/打造研发平台": ["省科技厅"],
        "一、/（一）/打造共享平台": ["省发改委", "数字办"],
        "一、/（二）": ["省人社厅"],
        "一、/（二）/加强高校培养": ["省教育厅"],
    }
    assert ("一、/（一）", "建设平台") in paths(plan)


def test_several_clauses_in_paragraphs_without_headings_stay_with_one_measure() -> None:
    plan = planparse.parse(
        "一、扶持企业\n对新办企业，按规定给予支持，优先保障用地。（省工信厅负责）\n对外资企业，依法给予同等待遇，一视同仁。（省商务厅负责）"
    )

    assert measures(plan) == {"一、": ["省工信厅", "省商务厅"]}


def test_a_text_without_any_mark_has_the_paragraphs_that_end_in_a_clause_as_measures() -> None:
    plan = planparse.parse(
        "各市人民政府：\n为支持运输业，制定以下措施：\n开展业务网上办理。可以延期。（责任单位：省交通运输厅）\n"
        "落实减税政策。及时办理。（责任单位：省税务局）\n省人民政府办公厅\n2020年3月6日"
    )

    assert measures(plan) == {"开展业务网上办理": ["省交通运输厅"], "落实减税政策": ["省税务局"]}


NOTICE = "甲省人民政府关于印发两个方案的通知\n各市人民政府：\n现印发给你们。\n甲省人民政府\n2019年3月1日\n"
FIRST = "甲省规范服务专项行动方案\n一、工作目标\n建成平台3个。\n二、主要任务\n（一）清理事项。清理。\n"
SECOND = (
    "甲省优化审批专项行动方案\n为优化审批，制定本方案。\n一、工作目标\n建成平台2个。\n二、重点任务\n（一）精简材料。精简。\n"
)


@pytest.mark.parametrize("annexes", [("", ""), ("附件1\n", "附件2\n")], ids=["titles alone", "annexes"])
def test_each_of_several_plans_behind_one_notice_has_paths_of_its_own(annexes: tuple[str, str]) -> None:
    plan = planparse.parse(NOTICE + annexes[0] + FIRST + annexes[1] + SECOND)

    assert [path for path, _ in paths(plan)] == [
        "甲省规范服务专项行动方案/一、",
        "甲省规范服务专项行动方案/二、",
        "甲省规范服务专项行动方案/二、/（一）",
        "甲省优化审批专项行动方案/一、",
        "甲省优化审批专项行动方案/二、",
        "甲省优化审批专项行动方案/二、/（一）",
    ]
    assert [(target.path, target.value) for target in plan.targets] == [
        ("甲省规范服务专项行动方案/一、", 3),
        ("甲省优化审批专项行动方案/一、", 2),
    ]


def test_short_plans_with_the_same_headings_are_no_catalogue_of_each_other() -> None:
    titles = ("甲县创建卫生县城工作方案", "甲县创建园林县城工作方案", "甲县创建文明县城三年行动计划")
    plan = planparse.parse(
        NOTICE
        + "".join(
            f"{title}\n一、工作目标\n到2027年，建成平台{n}个，服务企业{n}0家。\n二、主要任务\n（一）建设平台。建成平台{n}个，并投入使用。\n"
            f"（二）培育企业。培育企业{n}家，给予扶持。\n三、保障措施\n（一）加强领导。完善机制，压实责任。\n"
            for n, title in enumerate(titles, 3)
        )
    )

    assert [measure.path for measure in plan.measures] == [
        f"{title}/{path}" for title in titles for path in ("二、/（一）", "二、/（二）", "三、/（一）")
    ]


def test_the_title_of_all_of_several_plans_is_none_of_that_of_the_first() -> None:
    whole = "甲县科技创新与人才引育行动方案\n"
    plan = planparse.parse(whole + FIRST.removeprefix("甲省") + SECOND)

    assert paths(plan)[0][0] == "规范服务专项行动方案/一、"
    assert paths(plan)[-1][0] == "甲省优化审批专项行动方案/二、/（一）"


def test_who_holds_a_contest_is_no_measure() -> None:
    plan = planparse.parse(
        "甲市技能大赛实施方案\n一、组织机构\n主办单位：市人社局、市总工会\n承办单位：甲市技师学院\n"
        "二、主要任务\n（一）组织培训。培训500人。\n主办单位：市人社局\n（二）举办决赛。9月底前完成。\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [("一、", "other"), ("二、", "tasks")]
    assert [[unit.name for r in m.responsibilities for unit in r.units] for m in plan.measures] == [["市人社局"], []]


def test_a_plan_that_is_the_only_annex_of_its_notice_has_plain_paths() -> None:
    assert [path for path, _ in paths(planparse.parse(NOTICE + "附件\n" + FIRST))] == ["一、", "二、", "二、/（一）"]


def test_an_annex_of_a_plan_is_an_appendix() -> None:
    plan = planparse.parse(NOTICE + FIRST + "附件1\n甲省考核指标\n一、服务能力\n各市。\n二、服务质量\n服务。")

    assert [(s.path, s.kind) for s in plan.sections][-3:] == [
        ("附件1", "appendix"),
        ("附件1/一、", "appendix"),
        ("附件1/二、", "appendix"),
    ]


def test_an_annex_that_is_a_plan_or_rules_has_parts_of_the_kinds_of_plans() -> None:
    tasks = "附件1\n甲省行动方案任务分工方案\n一、推动产业升级\n（一）建设园区。建设。（省工信厅负责）\n二、保障措施\n（一）加强领导。落实责任。\n"
    rules = "附件2\n甲省考核办法（试行）\n一、考核对象\n各市。\n二、结果运用\n（一）通报结果。通报。\n"
    plan = planparse.parse(NOTICE + FIRST + tasks + rules)

    assert [(s.path, s.kind) for s in plan.sections][-6:] == [
        ("附件1", "appendix"),
        ("附件1/一、", "tasks"),
        ("附件1/二、", "safeguards"),
        ("附件2", "appendix"),
        ("附件2/一、", "other"),
        ("附件2/二、", "tasks"),
    ]
    assert [(m.path, m.kind) for m in plan.measures][-3:] == [
        ("附件1/一、/（一）", "task"),
        ("附件1/二、/（一）", "safeguard"),
        ("附件2/二、/（一）", "task"),
    ]


@pytest.mark.parametrize(
    ("annex", "path", "title"),
    [
        ("附件甲省平台创建条件", "附件", "甲省平台创建条件"),
        ("附件1 甲省平台创建程序", "附件1", "甲省平台创建程序"),
        ("附 件甲省平台申报指南", "附件", "甲省平台申报指南"),
    ],
)
def test_an_annex_whose_title_stands_behind_its_word_is_one_where_it_holds_something(
    annex: str, path: str, title: str
) -> None:
    plan = planparse.parse(
        f"{NOTICE}{FIRST}{annex}\n一、企业有独立法人资格\n（一）从业人员不少于50人。\n二、企业信用良好\n良好。"
    )

    assert [(s.path, s.heading, s.kind) for s in plan.sections][-3:] == [
        (path, title, "appendix"),
        (f"{path}/一、", "企业有独立法人资格", "appendix"),
        (f"{path}/二、", "企业信用良好", "appendix"),
    ]


def test_an_annex_without_a_title_takes_no_item_for_it() -> None:
    plan = planparse.parse(NOTICE + FIRST + "附件\n一、关闭一批\n12处。\n二、保留一批\n8处。")

    assert [(s.path, s.heading) for s in plan.sections][-3:] == [
        ("附件", ""),
        ("附件/一、", "关闭一批"),
        ("附件/二、", "保留一批"),
    ]


@pytest.mark.parametrize(
    ("between", "paths_of_all"),
    [
        (
            "2.开展检查。查清问题。\n3.健全制度。修订办法。4.加强培训。培训干部。\n5.加强宣传。宣传政策。",
            ["2.", "3.", "4.", "5."],
        ),
        ("2.开展检查。查清问题。\n3.5个县要开展互查。查清问题。\n4.健全制度。修订办法。", ["2.", "3.", "4."]),
        ("2.开展检查。查清问题。\n3.8万元以内的项目由县里审批。", ["2.", "3."]),
        ("2.开展检查。经费不超过\n3.8万元。", ["2."]),
        ("2.开展检查。见《甲市办法》3.8条。\n5.健全制度。修订办法。", ["2.", "5."]),
    ],
)
def test_a_mark_that_its_neighbours_miss_is_read_within_lines_and_before_numbers(
    between: str, paths_of_all: list[str]
) -> None:
    plan = planparse.parse(f"甲市工作方案\n一、工作目标\n建成平台。\n二、主要任务\n1.开展调研。摸清底数。\n{between}\n")

    assert [m.path for m in plan.measures] == [f"二、/{number}" for number in ("1.", *paths_of_all)]


def test_the_first_mark_below_a_heading_is_read_on_its_line() -> None:
    plan = planparse.parse(
        "甲市工作方案\n一、工作目标\n建成平台。\n二、主要任务（一）加强规划，优化布局1.编制规划。编好规划。\n2.优化布局。调整布局。\n（二）加强建设\n3.建设园区。建成园区。\n"
    )

    assert [path for path, _ in paths(plan)] == [
        "一、",
        "二、",
        "二、/（一）",
        "二、/（一）/1.",
        "二、/（一）/2.",
        "二、/（二）",
        "二、/（二）/3.",
    ]


HEADED = (
    "甲市促进就业若干措施\n为促进就业，制定本措施。\n支持务工就业\n1.加强就业指导。推送岗位信息。\n2.增设公益岗位。新增一批岗位。\n"
    "加大产业扶持力度\n3.支持发展项目。指导制订计划。\n强化组织保障\n4.加强组织领导。落实责任。\n"
)


@pytest.mark.parametrize(
    "text",
    [
        HEADED,
        HEADED.replace("3.", "1.").replace("4.", "1."),
        HEADED.replace("1.", "（一）").replace("3.", "（一）").replace("4.", "（一）").replace("2.", "（二）"),
    ],
    ids=["numbers run on", "numbers begin anew", "brackets"],
)
def test_lines_without_marks_that_head_the_items_of_a_list_are_sections(text: str) -> None:
    plan = planparse.parse(text)

    assert [(s.path, s.kind) for s in plan.sections] == [
        ("支持务工就业", "tasks"),
        ("加大产业扶持力度", "tasks"),
        ("强化组织保障", "safeguards"),
    ]
    assert [m.path.partition("/")[0] for m in plan.measures] == [
        "支持务工就业",
        "支持务工就业",
        "加大产业扶持力度",
        "强化组织保障",
    ]


@pytest.mark.parametrize(
    "text",
    [
        HEADED.replace("支持务工就业\n", ""),  # the first item has none above it
        HEADED.replace("加大产业扶持力度\n", "甲市财政局\n").replace("强化组织保障\n", ""),
        HEADED.replace("新增一批岗位。", "新增一批").replace("指导制订计划。", "指导制订"),  # lines that sentences go on in
    ],
)
def test_other_lines_between_the_items_of_a_list_are_no_sections(text: str) -> None:
    assert not planparse.parse(text).sections


def test_what_is_not_said_is_regulated_elsewhere_and_no_measure() -> None:
    plan = planparse.parse("甲市工作方案\n一、改革措施\n（一）放开电价。放开。\n二、其他未尽事宜按照国家有关规定执行。\n")

    assert [m.path for m in plan.measures] == ["一、/（一）"]


def test_a_part_of_which_only_the_heading_is_left_is_a_section() -> None:
    plan = planparse.parse(
        "甲市工作方案\n一、主要目标\n建成平台。\n二、重点任务\n（一）建设平台。建成平台。\n三、保障措施\n四、其他事项\n本方案自印发之日起施行。\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [
        ("一、", "goals"),
        ("二、", "tasks"),
        ("三、", "safeguards"),
        ("四、", "other"),
    ]
    assert [m.path for m in plan.measures] == ["二、/（一）"]


def test_the_last_condition_of_a_list_has_no_title_though_a_paragraph_follows() -> None:
    plan = planparse.parse(
        "甲市工作方案\n一、启动条件\n有以下情况之一的，启动响应。\n（一）缺口小于5%。\n（二）其他因素造成供需不平衡。\n缺口更大的，按程序启动管理。\n二、响应措施\n（一）发出邀约。发出。\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [("一、", "other"), ("二、", "tasks")]
    assert [m.path for m in plan.measures] == ["二、/（一）"]


def test_the_number_of_a_version_is_no_mark_and_a_dash_in_brackets_is_one() -> None:
    plan = planparse.parse(
        "甲市工作方案\n一、工作目标\n建成平台。\n二、主要任务\n（—）引进人才。发布“人才十条”\n2.0 版政策，引进人才。\n（二）建设平台。建成平台。\n"
    )

    assert [path for path, _ in paths(plan)] == ["一、", "二、", "二、/（一）", "二、/（二）"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("切实强化组织领导，压实属地责任", "safeguards"),
        ("加大督导考核力度", "safeguards"),
        ("落实各方责任", "safeguards"),
        ("工作要求", "safeguards"),
        ("营造良好发展环境", "safeguards"),
        ("强化政务服务监督保障", "safeguards"),
        ("加强对规划实施工作的督导检查", "safeguards"),
        ("推动改革各项任务落地落实", "safeguards"),
        ("建立上下联动的工作机制", "safeguards"),
        ("强化部门协同保障", "safeguards"),
        ("发展重点和目标", "tasks"),
        ("优化产业发展环境", "tasks"),
        ("总体要求", "general"),
        ("目标任务", "goals"),
        ("适用范围", "other"),
        ("进一步加强对热线平台的组织领导", "safeguards"),
        ("整治要求", "safeguards"),
        ("申报条件和要求", "other"),
        ("推荐程序及时间", "other"),
        ("联系咨询方式", "other"),
        ("优化审批流程", "tasks"),
    ],
)
def test_a_heading_tells_the_kind_of_its_section(heading: str, kind: str) -> None:
    plan = planparse.parse(f"一、{heading}\n（一）甲事。做事。\n（二）乙事。做事。")

    assert plan.sections[0].kind == kind


def test_a_heading_that_runs_into_its_text_is_cut_where_all_do() -> None:
    plan = planparse.parse(
        "一、总体目标加快设施建设，完善机制，用气比例稳步提升，保障体系健全完善，市场体系更加成熟。\n二、主要任务\n"
        "（一）加强城镇燃气基础设施建设结合经济发展中长期规划，不断完善燃气发展规划，按照宜管则管的原则，提高普及率。"
    )

    assert paths(plan) == [("一、", "总体目标"), ("二、", "主要任务"), ("二、/（一）", "加强城镇燃气基础设施建设")]


@pytest.mark.parametrize(
    "marks",
    [
        ("任务一：", "任务二：", "任务三："),
        ("行动1 ", "行动2 ", "行动3 "),
        ("【重点工程一】", "【重点工程二】", "【重点工程三】"),
        ("第一、", "第二、", "第三、"),
        ("甲、", "乙、", "丙、"),
        ("（a）", "（b）", "（c）"),
        ("a.", "b.", "c."),
    ],
)
@pytest.mark.parametrize("above", ["", "（一）夯实基础\n"])
def test_marks_that_few_offices_print_open_items_below_whatever_is_open(marks: tuple[str, str, str], above: str) -> None:
    tasks = "\n".join(
        f"{mark}{task}。抓好落实。（责任单位：市教育局）"
        for mark, task in zip(marks, ("建设平台", "培育企业", "完善服务"), strict=True)
    )
    plan = planparse.parse(
        f"甲市方案\n一、总体要求\n坚持创新。\n二、重点任务\n{above}{tasks}\n{above and '（二）健全机制。健全。' + chr(10)}三、保障措施\n加强领导。\n"
    )

    titles = [(measure.title, len(measure.responsibilities)) for measure in plan.measures]
    assert titles[:3] == [("建设平台", 1), ("培育企业", 1), ("完善服务", 1)]
    assert [section.marker for section in plan.sections if section.level == 1] == ["一、", "二、"]
    assert plan.measures[0].path.startswith("二、/（一）/" if above else "二、/")


@pytest.mark.parametrize("marks", [("壹、", "贰、", "叁、"), ("Ⅰ、", "Ⅱ、", "Ⅲ、"), ("第一、", "第二、", "第三、")])
def test_parts_may_be_numbered_in_formal_numerals_or_roman_ones(marks: tuple[str, str, str]) -> None:
    one, two, three = marks
    plan = planparse.parse(
        f"甲市方案\n{one}总体要求\n坚持创新。\n{two}重点任务\n（一）建设平台。建成平台。\n（二）培育企业。培育企业。\n{three}保障措施\n加强领导。\n"
    )

    assert [(section.marker, section.kind) for section in plan.sections] == [(one, "general"), (two, "tasks")]
    assert [measure.path for measure in plan.measures] == [f"{two}/（一）", f"{two}/（二）", three]


@pytest.mark.parametrize(
    "line",
    ["甲、乙两市要加强协作。", "第一、二产业协同发展。", "行动一年来成效明显。", "甲、单独一项。", "任务一览表见附件。"],
)
def test_a_line_that_only_begins_like_such_a_mark_opens_nothing(line: str) -> None:
    plan = planparse.parse(f"甲市方案\n一、重点任务\n（一）建设平台。建成平台。\n{line}\n（二）培育企业。培育企业。\n")

    assert [measure.path for measure in plan.measures] == ["一、/（一）", "一、/（二）"]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("推进平台建设：依托高校院所建设平台，完善制度。", "推进平台建设"),
        ("实施“头雁”行动：培育龙头企业，带动上下游。", "实施“头雁”行动"),
        ("【推进平台建设】依托高校院所建设平台，完善制度。", "推进平台建设"),
        ("深化改革：释放活力", "深化改革：释放活力"),
        ("对下列企业予以支持：新设企业，迁入企业。", "对下列企业予以支持：新设企业，迁入企业"),
        ("到2027年：建成平台5个，培育企业9家。", "到2027年：建成平台5个，培育企业9家"),
    ],
)
def test_a_title_may_end_in_a_colon_or_stand_in_brackets(printed: str, title: str) -> None:
    plan = planparse.parse(f"甲市方案\n一、重点任务\n1.{printed}\n2.培育企业。培育企业。\n")

    assert plan.measures[0].title == title


def test_paragraphs_with_clauses_below_a_heading_that_names_the_tasks_need_no_marks() -> None:
    plan = planparse.parse(
        "甲市行动方案\n总体要求\n坚持创新，扎实推进各项工作。\n主要任务\n建设平台。建成平台。（市教育局负责）\n培育企业。培育企业。（市工信局负责）\n"
        "保障措施\n加强领导。健全机制。\n强化考核。定期考核。\n"
    )

    assert [(s.heading, s.kind) for s in plan.sections] == [
        ("总体要求", "general"),
        ("主要任务", "tasks"),
        ("保障措施", "safeguards"),
    ]
    assert [(m.path, len(m.responsibilities)) for m in plan.measures] == [
        ("主要任务/建设平台", 1),
        ("主要任务/培育企业", 1),
        ("保障措施/加强领导", 0),
        ("保障措施/强化考核", 0),
    ]


def test_articles_and_conditions_without_titles_are_no_items() -> None:
    plan = planparse.parse(
        "甲市研发补助管理办法\n第一章 总 则\n第一条 为规范管理，制定本办法。\n第二条 本办法适用于本市。\n第二章 职责\n"
        "第三条 市科技局主要职责包括：\n（一）编制申请指南；\n（二）开展审查。\n第三章 资助\n第四条【支持平台】\n对新建平台给予资助。\n"
        "第五条 申请人须同时符合以下条件：\n（一）在本市注册；\n（二）近两年：\n1.无不良记录；\n2.按期申报。\n第四章 附 则\n"
        "第六条 《甲市研发资助办法》同时废止。"
    )

    assert [(s.path, s.heading, s.kind) for s in plan.sections] == [
        ("第一章", "总 则", "general"),
        ("第二章", "职责", "tasks"),
        ("第二章/第三条", "市科技局主要职责包括", "tasks"),
        ("第三章", "资助", "tasks"),
        ("第三章/第五条", "申请人须同时符合以下条件", "other"),
        ("第四章", "附 则", "other"),
    ]
    assert [(m.path, m.title) for m in plan.measures] == [
        ("第二章/第三条/（一）", "编制申请指南"),
        ("第二章/第三条/（二）", "开展审查"),
        ("第三章/第四条", "支持平台"),
    ]
    assert [reference.path for reference in plan.references] == ["第四章"]


@pytest.mark.parametrize(
    "words",
    [
        "附件：1.任务分工表\n2.指标表",
        "附件：（略）\n1.任务分工表\n2.指标表",
        "附件：\n1.任务分工表\n2.指标表",
        "附件（略）：\n1.任务分工表\n2.指标表",
        "（略）附件：1.任务分工表\n2.指标表",
    ],
)
def test_the_list_of_annexes_is_no_item(words: str) -> None:
    plan = planparse.parse(
        f"一、建设平台\n建成平台。\n二、引进人才\n引进人才。\n{words}\n甲市人民政府\n2026年3月1日\n附件1\n任务分工表"
    )

    assert paths(plan) == [("一、", "建设平台"), ("二、", "引进人才")]


def test_what_cannot_belong_to_the_item_before_stands_at_the_top() -> None:
    plan = planparse.parse(
        "甲市养老行动方案\n（一）服务体系更加完善。床位达到60%以上。\n（二）服务队伍更加壮大。\n1.编制规划。编制。\n责任单位：市民政局\n2.盘活资源。改造。"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [("（一）", "goals"), ("（二）", "goals")]
    assert [m.path for m in plan.measures] == ["1.", "2."]
    assert [d.span.start for d in plan.diagnostics if d.code == "headings-lost"] == [plan.measures[0].span.start]


def test_a_part_whose_heading_is_lost_secures_the_plan_if_it_begins_so() -> None:
    plan = planparse.parse(
        "甲市行动方案\n（一）建设网络。建设。\n（二）建设平台。建设。\n（一）加强统筹协调。建立机制。\n（二）拓展应用。推广。"
    )

    assert [(m.path, m.kind) for m in plan.measures] == [
        ("（一）", "task"),
        ("（二）", "task"),
        ("（一）", "safeguard"),
        ("（二）", "safeguard"),
    ]
    assert [d.code for d in plan.diagnostics] == ["headings-lost"]


def test_characters_set_apart_by_blanks_are_words() -> None:
    plan = planparse.parse(
        "甲 市 实 施 方 案\n一 、 重 点 任 务\n（ 一 ） 建 设 平 台 。 到 2027 年 ， 建 成 5G基 站 8 万 个 。"
    )

    assert plan.text == "甲市实施方案\n一、重点任务\n（一）建设平台。到2027年，建成5G基站8万个。"


RUN_ON = (
    "甲市绿色发展实施方案为推进绿色发展，制定本方案。一、总体要求（一）基本原则。1坚持创新引领。发挥作用。2坚持政府引导。加强规划。二、主要措施（一）能级提升行动。"
    "1培育绿色企业。到2027年，达到60家。（市工信局牵头）2建设绿色园区。推进改造，建成园区3个。（市发展改革委牵头）（二）体系建设行动。3完善标准体系。制定标准。（市市场监管局牵头）"
)


@pytest.mark.parametrize(
    "text", [RUN_ON, re.sub(r"(?<=[。）求施])([一二]、|（[一二]）|[1-3])", r"\n\1", RUN_ON)], ids=["one line", "lines"]
)
def test_numbers_that_have_lost_their_points_open_items_where_they_go_on(text: str) -> None:
    plan = planparse.parse(text)

    assert [path for path, _ in paths(plan)] == [
        "一、",
        "一、/（一）",
        "一、/（一）/1.",
        "一、/（一）/2.",
        "二、",
        "二、/（一）",
        "二、/（一）/1.",
        "二、/（一）/2.",
        "二、/（二）",
        "二、/（二）/3.",
    ]
    assert measures(plan)["二、/（一）/2."] == ["市发展改革委"]


def test_the_first_of_paragraphs_with_clauses_may_stand_beside_the_heading_of_their_item() -> None:
    plan = planparse.parse(
        "一、任务\n（一）强化顶层设计，发挥引导作用。建立指标体系，完善统计制度。6月底前，制定指标体系。（市生态环境局牵头）\n"
        "优化管理机制，强化部门协作。建立清单。（各区政府负责落实）\n（二）推行绿色生产，减少废物产生。开展审核。（市工信局牵头）\n"
        "健全回收体系，提高利用水平。建成网点。（市商务局牵头）"
    )

    assert measures(plan) == {
        "一、/（一）/建立指标体系，完善统计制度": ["市生态环境局"],
        "一、/（一）/优化管理机制，强化部门协作": ["各区政府"],
        "一、/（二）/开展审核": ["市工信局"],
        "一、/（二）/健全回收体系，提高利用水平": ["市商务局"],
    }
    assert ("一、/（一）", "强化顶层设计，发挥引导作用") in paths(plan)


def test_lines_that_break_anywhere_are_healed_where_the_sentence_goes_on() -> None:
    lines = ["各部门要统筹推进，", "狠抓落实，", "形成工作合力，", "确保取得实效。"] * 12
    plan = planparse.parse(
        "甲市改革方案\n一、总体要求\n"
        + "\n".join(lines)
        + "\n二、任务\n（一）\n建设平台\n建立清单。\n加强反不正\n当竞争执法，坚决查处违法行为。\n"
        "优化“一网服务”\n平台功能，完善制度。\n甲市财政局\n甲市教育局\n2026年3月1日"
    )

    assert ("二、/（一）", "建设平台") in paths(plan)
    assert (
        "\n加强反不正当竞争执法，坚决查处违法行为。\n优化“一网服务”平台功能，完善制度。\n甲市财政局\n甲市教育局\n"
        in plan.text
    )


def test_a_box_is_a_section_beside_the_outline_which_goes_on_behind_it() -> None:
    plan = planparse.parse(
        "甲市规划\n第一章 目标\n第一节 近期目标\n到2030年，建成中心5个。\n专栏1 主要指标\n就业率。\n第二章 任务\n（一）建设网络。建设。\n"
        "专栏2 网络工程\n1.骨干网。建设。\n2.接入网。建设。\n（二）建设算力。建设。\n专栏3 算力工程\n建设算力。（市数据局负责）"
    )

    assert [(s.path, s.heading, s.kind) for s in plan.sections] == [
        ("第一章", "目标", "goals"),
        ("第一章/第一节", "近期目标", "goals"),
        ("专栏1", "主要指标", "goals"),
        ("第二章", "任务", "tasks"),
        ("专栏2", "网络工程", "tasks"),
    ]
    assert [m.path for m in plan.measures] == ["第二章/（一）", "专栏2/1.", "专栏2/2.", "第二章/（二）", "专栏3"]


def test_lines_that_all_plans_share_are_headings_where_no_mark_stands() -> None:
    plan = planparse.parse(
        "甲市停车管理实施方案\n总体目标\n到2027年，新增泊位2万个。\n主要任务\n建设停车场\n新建停车场20个。责任单位：市城管局\n"
        "完善收费机制\n推行差异化收费。责任单位：市发展改革委\n保障措施\n加强领导，压实责任。"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [
        ("总体目标", "goals"),
        ("主要任务", "tasks"),
        ("保障措施", "safeguards"),
    ]
    assert measures(plan) == {"主要任务/建设停车场": ["市城管局"], "主要任务/完善收费机制": ["市发展改革委"]}


MARKDOWN = (
    "# 甲市停车管理实施方案\n\n为加强管理，制定本方案。\n\n## 政策全文\n\n## 发展目标\n\n到2027年，新增泊位2万个。\n\n## 一、建设任务\n\n### 新建设施\n\n"
    "**建设停车场**\n\n建设。\n\n**建设充电桩**\n\n建设。\n\n### 完善机制\n\n（一）收费。推行。\n\n## 二、保障措施\n\n加强领导，压实责任。\n"
)
PAGE = (
    "<h1>甲市停车管理实施方案</h1><p>为加强管理，制定本方案。</p><h2>政策全文</h2><h2>发展目标</h2><p>到2027年，新增泊位2万个。</p><h2>一、建设任务</h2>"
    "<h3>新建设施</h3><p><strong>建设停车场</strong></p><p>建设。</p><p><b>建设充电桩</b></p><p>建设。</p><h3>完善机制</h3><p>（一）收费。推行。</p>"
    "<h2>二、保障措施</h2><p>加强领导，压实责任。</p>"
)


@pytest.mark.parametrize(("name", "text"), [("plan.md", MARKDOWN), ("plan.html", f"<html><body>{PAGE}</body></html>")])
def test_what_a_file_calls_headings_are_items_without_a_mark(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    plan = planparse.extract(tmp_path / name)

    assert [path for path, _ in paths(plan)] == [
        "发展目标",
        "一、",
        "一、/新建设施",
        "一、/新建设施/建设停车场",
        "一、/新建设施/建设充电桩",
        "一、/完善机制",
        "一、/完善机制/（一）",
        "二、",
    ]
    assert plan.text.splitlines()[-1] == "加强领导，压实责任。"


def test_headings_that_break_around_a_quotation_are_whole_where_lines_break_anywhere() -> None:
    lines = ["各部门要统筹推进，", "狠抓落实，", "形成工作合力，", "确保取得实效。"] * 12
    plan = planparse.parse(
        "甲市改革方案\n一、总体要求\n"
        + "\n".join(lines)
        + "\n二、任务\n1.深化\n“证照分离”\n改革\n推动减证。\n2.2027年底前，建成平台。\n"
        "3.推行“多评合一”\n在全市推行。"
    )

    assert [m.title for m in plan.measures] == ["深化“证照分离”改革", "2027年底前，建成平台", "推行“多评合一”"]


def test_a_clause_over_a_section_answers_for_its_measures_where_none_has_its_own() -> None:
    plan = planparse.parse(
        "一、任务\n（一）市场准入。（市市场监管局牵头）\n1.推进登记。登记。\n2.推进注销。注销。\n（二）建筑许可（市住建局牵头）\n3.审批。审批。（市财政局负责）"
    )

    assert measures(plan) == {
        "一、/（一）/1.": ["市市场监管局"],
        "一、/（一）/2.": ["市市场监管局"],
        "一、/（二）/3.": ["市财政局"],
    }
    assert [m.text for m in plan.measures[:2]] == ["推进登记。登记。", "推进注销。注销。"]
    assert [s.heading for s in plan.sections] == ["任务", "市场准入", "建筑许可"]
    assert [d.code for d in plan.diagnostics if d.code == "clause-outside-measure"] == ["clause-outside-measure"]


def test_a_glossary_below_a_plan_is_an_appendix_without_items() -> None:
    plan = planparse.parse(
        "甲市措施\n一、建设平台。建成平台。\n二、附则\n（一）自印发之日起施行。\n名词解释\n1.平台：是指公共平台。\n2.中心：是指中心。"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [("二、", "other"), ("名词解释", "appendix")]
    assert [m.path for m in plan.measures] == ["一、"]


def test_a_heading_in_two_phrases_stays_apart_from_the_text_below_it() -> None:
    plan = planparse.parse(
        "甲市方案\n一、优化服务，保障生产\n根据形势变化，采取差异化措施，建立台账。\n二、加强监管\n严格执法。\n"
    )

    assert paths(plan) == [("一、", "优化服务，保障生产"), ("二、", "加强监管")]


def test_what_secures_a_plan_needs_no_clauses_to_be_measures() -> None:
    plan = planparse.parse(
        "甲市方案\n一、重点任务\n（一）建设平台。建成平台。\n二、保障措施\n加强组织领导。成立领导小组。\n强化要素保障。落实资金。\n"
        "各县区要结合实际抓好落实，重要情况及时报告。\n三、其他工作\n加强宣传。开展宣传。\n加强培训。开展培训。\n"
    )

    assert [(m.path, m.kind) for m in plan.measures] == [
        ("一、/（一）", "task"),
        ("二、/加强组织领导", "safeguard"),
        ("二、/强化要素保障", "safeguard"),
        ("三、", "task"),
    ]
    assert plan.measures[2].text.endswith("及时报告。")


def test_of_what_secures_a_plan_all_paragraphs_open_with_a_heading_or_none_is_a_measure() -> None:
    plan = planparse.parse(
        "甲市方案\n一、任务\n（一）建设平台。建成平台。\n二、保障措施\n各地要高度重视，落实责任。\n加强宣传。开展宣传。\n加强培训。开展培训。\n"
    )

    assert [m.path for m in plan.measures] == ["一、/（一）", "二、"]


def test_what_tells_how_things_are_is_general_matter_and_so_is_what_a_plan_is_for() -> None:
    plan = planparse.parse(
        "甲市应急规划\n一、规划背景\n（一）“十三五”时期取得的工作进展。体系不断健全。\n（二）面临的形势。风险仍然突出。\n"
        "二、总体要求\n（一）指导思想。坚持创新。\n（二）主要任务。到2025年建成体系。\n三、重点任务\n（一）健全体制。建立机制。\n四、试点范围\n全市各县区。\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [
        ("一、", "general"),
        ("一、/（一）", "general"),
        ("一、/（二）", "general"),
        ("二、", "general"),
        ("二、/（一）", "guidance"),
        ("二、/（二）", "tasks"),
        ("三、", "tasks"),
        ("四、", "other"),
    ]
    assert [m.path for m in plan.measures] == ["三、/（一）"]


def test_a_table_of_contents_holds_no_items() -> None:
    plan = planparse.parse(
        "甲市方案\n目录\n一、总体目标........1\n二、重点任务……………… 2\n一、总体目标\n建成体系。\n二、重点任务\n（一）建设平台。建成。\n"
    )

    assert [path for path, _ in paths(plan)] == ["一、", "二、", "二、/（一）"]


def test_a_table_of_contents_without_page_numbers_holds_no_items() -> None:
    entries = "1.1 编制目的\n1.2 等级划分\n2.1 指挥机构\n"

    plan = planparse.parse(
        f"甲市粮食应急预案\n{entries}1.1 编制目的\n为了做好应急。\n1.2 等级划分\n分为两级。\n2.1 指挥机构\n设立指挥部。\n"
    )

    assert [path for path, _ in paths(plan)] == ["1.1", "1.2", "2.1"]


def test_the_last_part_secures_a_plan_where_its_first_measure_does_and_a_single_one_among_tasks_is_a_task() -> None:
    plan = planparse.parse(
        "甲市方案\n一、优化服务\n（一）推进登记。登记。\n（二）健全保障机制。建立机制。\n（三）推进注销。注销。\n"
        "二、凝聚工作合力\n（一）加强组织领导。建立专班。\n（二）鼓励创新。开展创新。\n1.总结经验。总结。\n2.推广经验。推广。\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [
        ("一、", "tasks"),
        ("二、", "safeguards"),
        ("二、/（二）", "safeguards"),
    ]
    assert [m.kind for m in plan.measures] == ["task"] * 3 + ["safeguard"] * 3


def test_a_blank_behind_a_figure_ends_no_heading() -> None:
    plan = planparse.parse(
        "一、任务\n（一）推进建设5G 基站和数据中心。建设。\n（二）支持企业稳定岗位 按照部署，发放补贴。\n"
    )

    assert [m.title for m in plan.measures] == ["推进建设5G 基站和数据中心", "支持企业稳定岗位"]


def test_a_text_that_is_stored_twice_is_read_once() -> None:
    items = "".join(
        f"（{numeral}）推动第{numeral}项工作。建设项目{at}个，完善配套设施，强化运行管理。\n"
        for at, numeral in enumerate("一二三四五", 3)
    )
    text = f"甲市实施方案\n为推动发展，结合实际，制定本方案，各县区、各部门要认真组织实施，确保各项工作落到实处。\n一、主要任务\n{items}"

    once, twice = planparse.parse(text), planparse.parse(f"{text}{text}（此件公开发布）\n")

    assert paths(twice) == paths(once)
    assert len(twice.targets) == len(once.targets) == 5


def test_a_blank_inside_the_name_of_a_document_ends_no_heading() -> None:
    plan = planparse.parse(
        "一、任务\n（一）按照《市财政局 市教育局关于经费的通知》安排经费。完成安排。\n（二）落实《办法》要求 建立清单，逐项落实。\n"
    )

    assert [m.title for m in plan.measures] == ["按照《市财政局 市教育局关于经费的通知》安排经费", "落实《办法》要求"]


def test_paragraphs_that_clauses_close_before_the_items_of_a_section_are_measures() -> None:
    plan = planparse.parse(
        "一、任务\n（一）加强研发\n围绕三大关键，推动融合。\n——机器视觉。研发镜头。\n责任单位：市科技局\n——智能芯片。研发芯片。\n责任单位：市工信局\n"
        "1.基础理论。开展研究。\n（二）推动应用。开展试点。\n"
    )

    assert [(m.path, [unit.name for clause in m.responsibilities for unit in clause.units]) for m in plan.measures] == [
        ("一、/（一）/机器视觉", ["市科技局"]),
        ("一、/（一）/智能芯片", ["市工信局"]),
        ("一、/（一）/1.", []),
        ("一、/（二）", []),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("总体工作要求", "general"),
        ("明确总体目标", "goals"),
        ("试点企业条件", "other"),
        ("申报企业基本条件", "other"),
        ("时间安排", "other"),
    ],
)
def test_what_heads_no_measure_is_a_section(heading: str, kind: str) -> None:
    plan = planparse.parse(f"一、{heading}\n各单位应予落实。\n二、重点任务\n（一）加强建设。推进建设。\n")

    assert [(s.heading, s.kind) for s in plan.sections] == [(heading, kind), ("重点任务", "tasks")]


@pytest.mark.parametrize("heading", ["强化监管督导，落实考核目标", "优化时间安排", "放宽申报条件"])
def test_what_is_to_be_done_is_a_measure_whatever_it_is_done_to(heading: str) -> None:
    plan = planparse.parse(f"一、重点任务\n（一）{heading}。各单位应予落实。\n（二）加强建设。推进建设。\n")

    assert [(m.title, m.kind) for m in plan.measures] == [(heading, "task"), ("加强建设", "task")]


@pytest.mark.parametrize(
    "standing",
    [
        "（市政务局牵头。各县（市、区）人民政府、开发区管委会均为责任单位，以下不再列出）",
        "（责任单位：市政务局，以下均需各县（市、区）人民政府，开发区管委会落实，不再列出）",
        "（责任单位：市政务局，以下政策均需各县（市、区）人民政府和开发区管委会贯彻落实，不再单独列出）",
    ],
)
def test_bodies_that_are_named_once_for_all_answer_for_all_measures_to_the_end_of_the_section(standing: str) -> None:
    plan = planparse.parse(
        f"一、任务\n（一）加强建设。推进工作。{standing}\n（二）推动发展。做好工作。（市财政局负责）\n"
        "二、保障\n（三）加强组织。抓好落实。（市教育局负责）\n"
    )

    everywhere = ["各县（市、区）人民政府", "开发区管委会"]
    assert [[unit.name for clause in m.responsibilities for unit in clause.units] for m in plan.measures] == [
        ["市政务局", *everywhere],
        ["市财政局", *everywhere],
        ["市教育局"],
    ]


def test_a_list_that_runs_on_within_a_paragraph_holds_no_items_where_a_line_end_stands_before_one_of_them() -> None:
    plan = planparse.parse(
        "甲市方案\n一、任务\n1.优化环境。改善服务：（1）开展走访。（市商务局负责）（2）引导投资。（市财政局负责）\n"
        "（3）扩大试点。（市药监局负责）\n2.分步推进。做好准备。\n（1）制定方案。明确目标。\n（2）开展试点。总结经验。\n"
    )

    assert [m.path for m in plan.measures] == ["一、/1.", "一、/2./（1）", "一、/2./（2）"]
    assert [unit.name for clause in plan.measures[0].responsibilities for unit in clause.units] == [
        "市商务局",
        "市财政局",
        "市药监局",
    ]


def test_a_line_end_within_a_word_begins_no_item() -> None:
    plan = planparse.parse(
        "甲市方案\n一、改革\n（一）深化改革。推进工作。\n二、服务\n（二）优化服务。做到标准统\n一、服务同质，推动升级。\n三、开放\n（三）扩大开放。\n"
    )

    assert paths(plan) == [
        ("一、", "改革"),
        ("一、/（一）", "深化改革"),
        ("二、", "服务"),
        ("二、/（二）", "优化服务"),
        ("三、", "开放"),
        ("三、/（三）", "扩大开放"),
    ]


def test_what_a_notice_lists_before_its_day_is_no_part_of_the_plan_behind_it() -> None:
    plan = planparse.parse(
        "甲市人民政府办公室关于印发甲市对标提升举措的通知\n各县区人民政府：\n《甲市对标提升举措》已经同意，请组织实施。\n"
        "一、强化管理。细化分工。\n二、及时调度。定期通报。\n甲市人民政府办公室\n2024年3月16日\n甲市对标提升举措\n"
        "一、企业开办\n1.优化流程。减少环节。\n二、获得电力\n2.压减时限。提高效率。\n"
    )

    assert paths(plan) == [
        ("一、", "企业开办"),
        ("一、/1.", "优化流程"),
        ("二、", "获得电力"),
        ("二、/2.", "压减时限"),
    ]


def test_a_policy_and_a_plan_behind_one_notice_each_have_their_title_in_their_paths() -> None:
    plan = planparse.parse(
        "甲省人民政府办公厅关于印发支持平台发展若干政策和甲省平台发展行动计划的通知\n各市人民政府：\n现印发给你们，请认真落实。\n"
        "甲省人民政府办公厅\n2024年9月2日\n支持平台发展若干政策\n为加快发展，制定以下政策。\n一、支持建设。给予奖补。\n二、支持应用。给予补助。\n"
        "甲省平台发展行动计划（2024—2026年）\n为推动发展，制定本计划。\n一、总体要求\n坚持创新。\n二、主要任务\n（一）建设平台。建成平台。\n"
    )

    assert [path for path, _ in paths(plan)] == [
        "支持平台发展若干政策/一、",
        "支持平台发展若干政策/二、",
        "甲省平台发展行动计划（2024—2026年）/一、",
        "甲省平台发展行动计划（2024—2026年）/二、",
        "甲省平台发展行动计划（2024—2026年）/二、/（一）",
    ]


def test_the_number_of_an_annex_may_stand_on_the_line_below() -> None:
    plan = planparse.parse("一、任务\n（一）建设平台。建成平台。\n附件\n2\n审批事项清单\n")

    assert [(s.path, s.heading, s.kind) for s in plan.sections][1:] == [("附件2", "审批事项清单", "appendix")]


@pytest.mark.parametrize(
    "heading", ["强化协调配合，加强资金保障", "加强党对农业农村工作的全面领导", "强化督查考核和正向激励"]
)
def test_the_last_part_secures_a_plan_where_its_heading_says_so(heading: str) -> None:
    plan = planparse.parse(f"一、{heading}\n（一）推进改革。推进工作。\n二、{heading}\n（二）完善投入。增加资金。\n")

    assert [(m.path, m.kind) for m in plan.measures] == [("一、/（一）", "task"), ("二、/（二）", "safeguard")]


def test_what_bodies_answer_for_is_a_measure_whatever_it_is_called() -> None:
    plan = planparse.parse(
        "一、任务\n1.指标确定。确定指标。（市自然资源局负责）\n2.申报程序。优化流程。（市工信局负责）\n3.适用范围。全市企业。\n"
    )

    assert [m.path for m in plan.measures] == ["一、/1.", "一、/2."]


def test_what_is_numbered_2_1_stands_under_2() -> None:
    plan = planparse.parse(
        "临水市供水保障方案\n1.总体目标\n供水普及率达到98%。\n2.主要任务\n2.1水源建设\n2.1.1新建水库\n新建水库2座。\n2.2管网建设\n新建管网60公里。\n"
        "3 保障措施\n3.1 加强领导\n成立专班。\n"
    )

    assert paths(plan) == [
        ("1.", "总体目标"),
        ("2.", "主要任务"),
        ("2./2.1", "水源建设"),
        ("2./2.1/2.1.1", "新建水库"),
        ("2./2.2", "管网建设"),
        ("3", "保障措施"),
        ("3/3.1", "加强领导"),
    ]


def test_the_first_measure_of_a_part_may_have_lost_its_point_where_a_text_was_run_together() -> None:
    plan = planparse.parse(
        "青石市校园安全实施意见为保障校园安全，结合实际，提出如下意见。一、工作目标到2028年，校园安防达标率达到100%。二、主要任务1完善安防设施。安装监控探头3000个。"
        "（市教育局牵头，市公安局配合）2加强安全教育。开展演练500场次。（市应急局牵头，市教育局配合）三、保障措施1强化组织领导。定期研究。（市政府办公室负责）"
    )

    assert [(measure.path, measure.title) for measure in plan.measures] == [
        ("二、/1.", "完善安防设施"),
        ("二、/2.", "加强安全教育"),
        ("三、/1.", "强化组织领导"),
    ]


def test_a_list_of_bodies_ends_its_paragraph_where_the_next_line_is_a_heading() -> None:
    plan = planparse.parse(
        "青石市冬季供暖工作方案\n工作目标\n到2027年，新建换热站30座。\n主要任务\n建设热源\n新建热源厂2座。责任单位：市住建局、市发改委\n"
        "改造管网\n改造管网80公里。责任单位：\n市城管局\n保障措施\n加强调度\n强化督导，落实责任。\n"
    )

    assert measures(plan) == {
        "主要任务/建设热源": ["市住建局", "市发改委"],
        "主要任务/改造管网": ["市城管局"],
    }


def test_the_title_of_one_plan_of_several_may_stand_on_two_lines_and_the_number_of_the_next_notice_is_no_item() -> None:
    plan = planparse.parse(
        "甲市人民政府办公室关于进一步优化营商环境降低经营主\n体制度性交易成本的实施方案（2024年2月5日）\n各县区人民政府：\n为优化环境，制定本方案。\n"
        "一、降低成本\n1.清理收费。公布清单。\n二、优化服务\n2.减少材料。共享数据。\n"
        "10.乙市人民政府办公室关于印发进一步优化营商环境的\n方案的通知\n现印发给你们，请认真落实。\n乙市人民政府办公室\n2024年1月20日\n"
        "进一步优化营商环境降低经营主体\n制度性交易成本工作方案\n一、降低成本\n1.清理费用。公布目录。\n"
    )

    first = "甲市人民政府办公室关于进一步优化营商环境降低经营主体制度性交易成本的实施方案"
    second = "进一步优化营商环境降低经营主体制度性交易成本工作方案"
    assert [path for path, _ in paths(plan)] == [
        f"{first}/一、",
        f"{first}/一、/1.",
        f"{first}/二、",
        f"{first}/二、/2.",
        f"{second}/一、",
        f"{second}/一、/1.",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "为规范资金管理，提高使用效益，根据有关规定，结合本市实际，制定本办法。",
        "本办法所称企业，是指在本市依法注册的企业。",
        "本办法适用于本市企业。",
        "本办法由市财政局负责解释。",
        "本办法自2026年1月1日起施行，有效期3年。",
        "本办法自2026年1月1日施行。",
    ],
)
def test_what_a_paper_says_of_itself_is_no_measure(words: str) -> None:
    plan = planparse.parse(f"第一条 建设平台。新建平台给予资助。\n第二条 {words}\n第三条 引进人才。引进人才给予补贴。\n")

    assert [path for path, _ in paths(plan)] == ["第一条", "第三条"]


def test_how_an_office_is_reached_is_no_measure() -> None:
    plan = planparse.parse(
        "有关单位可于2026年2月22日前通过以下途径提出意见：\n1.电子邮箱：a@b.cn。\n2.通过信函方式将意见寄至：青石市民政局。\n"
        "一、推进审批\n（一）严格管理。优化清单。\n二、联系方式\n电话：12345。\n"
    )

    assert paths(plan) == [("一、", "推进审批"), ("一、/（一）", "严格管理"), ("二、", "联系方式")]


@pytest.mark.parametrize(
    "lead",
    ["有下列行为之一的，由主管部门给予警告", "以下情形不纳入补贴范围", "企业出现下列情况之一的，取消其资格"],
)
def test_cases_are_no_measures(lead: str) -> None:
    plan = planparse.parse(f"一、推进审批\n1.严格管理。优化清单。\n2.{lead}：\n（1）提供虚假材料的；\n（2）擅自变更的。\n")

    assert [m.path for m in plan.measures] == ["一、/1."]
    assert [(s.path, s.kind) for s in plan.sections] == [("一、", "tasks"), ("一、/2.", "other")]


def test_cases_that_are_to_be_fought_are_what_is_done() -> None:
    plan = planparse.parse("一、重点整治以下行为\n1.虚假宣传。严查虚假广告。\n2.围标串标。严查围标串标。\n")

    assert [m.path for m in plan.measures] == ["一、/1.", "一、/2."]


def test_a_sentence_behind_a_mark_is_no_heading_of_general_matter() -> None:
    plan = planparse.parse(
        "一、总体要求\n（一）指导思想。坚持创新。\n（二）主要目标。\n1.到2027年，建成平台5个。\n2.服务体系更加完善。平台互联互通。\n"
        "二、重点任务\n（一）建设平台。建成平台。\n"
    )

    assert [s.path for s in plan.sections] == ["一、", "一、/（一）", "一、/（二）", "一、/（二）/2.", "二、"]


def test_an_annex_of_which_only_the_number_is_left_is_no_section() -> None:
    plan = planparse.parse("一、任务\n（一）建设平台。建成平台。\n附件1\n任务分工表\n附件2\n")

    assert [s.path for s in plan.sections] == ["一、", "附件1"]


def test_the_last_part_secures_a_plan_as_a_measure_alone_where_the_parts_before_it_hold_several() -> None:
    parts = "一、支持融资\n1.扩大信贷。增加贷款。\n二、稳定就业\n2.扩大岗位。增加岗位。\n"

    plan = planparse.parse(f"{parts}三、强化落实\n各部门要落实工作。\n")
    listed = planparse.parse("一、扩大信贷\n增加贷款。\n二、扩大岗位\n增加岗位。\n三、强化落实\n各部门要落实工作。\n")

    assert [m.kind for m in plan.measures] == ["task", "task", "safeguard"]
    assert {m.kind for m in listed.measures} == {"task"}


def test_the_last_of_measures_alone_secures_a_plan_where_it_says_who_answers_for_them() -> None:
    plan = planparse.parse("一、扩大信贷\n增加贷款。\n二、扩大岗位\n增加岗位。\n三、强化激励督促\n各部门要落实工作。\n")

    assert [m.kind for m in plan.measures] == ["task", "task", "safeguard"]


def test_what_is_measured_and_how_is_no_measure_and_neither_are_groups_of_rows_set_as_lines() -> None:
    plan = planparse.parse(
        "甲市体检工作方案\n一、样本城市\n甲市、乙市。\n二、体检内容\n（一）生态宜居。反映大气情况。\n（二）健康舒适。反映社区情况。\n"
        "三、任务分工\n（一）甲研究院。负责分析。\n附件1\n指标体系\n目标\n序号\n指标\n一、生态宜居\n1\n开发强度（%）\n二、健康舒适\n2\n覆盖率（%）\n"
        "1\n1附件2\n2021年指标体系\n目标\n序号\n指标\n一、生态宜居\n1\n组团规模（平方公里）\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [
        ("一、", "other"),
        ("二、", "other"),
        ("二、/（一）", "other"),
        ("二、/（二）", "other"),
        ("三、", "tasks"),
        ("附件1", "appendix"),
        ("附件2", "appendix"),
    ]
    assert [m.path for m in plan.measures] == ["三、/（一）"]


def test_things_that_an_article_lists_are_no_measures() -> None:
    plan = planparse.parse(
        "甲市护理保险办法\n第一条 为保障待遇，根据有关规定，制定本办法。\n第二条 基金按规定支付下列费用：\n（一）生活照料费用。\n（二）医疗护理费用。\n"
        "第三条 下列单位应当履行下列职责：\n（一）市医保局负责监督。\n（二）市财政局负责拨付。\n"
    )

    assert [m.path for m in plan.measures] == ["第三条/（一）", "第三条/（二）"]


def test_arrangements_behind_the_tasks_secure_a_plan_and_goals_below_principles_are_goals() -> None:
    plan = planparse.parse(
        "一、总体要求\n推进改革。\n二、基本原则\n（一）主要目标。到2025年建成。\n（二）坚持质量目标。稳步推进。\n三、主要任务\n（一）建设平台。建成。\n"
        "（二）机构申报遵循自愿原则。\n四、工作安排\n（一）做好衔接。各地衔接。\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [
        ("一、", "general"),
        ("二、", "principles"),
        ("二、/（一）", "goals"),
        ("二、/（二）", "principles"),
        ("三、", "tasks"),
        ("四、", "safeguards"),
    ]
    assert [(m.path, m.kind) for m in plan.measures] == [
        ("三、/（一）", "task"),
        ("三、/（二）", "task"),
        ("四、/（一）", "safeguard"),
    ]


def test_a_heading_that_breaks_around_a_quotation_is_whole_where_full_lines_were_joined() -> None:
    full = "各部门要统筹推进各项任务落地见效并形成工作合力确保取得实效，"
    text = "".join(full + "\n狠抓落实。\n" for _ in range(24))
    plan = planparse.parse(
        f"甲市改革方案\n一、总体要求\n{text}二、任务\n（1）\n深化\n“政企直通车”\n等企业走访机制，定期走访。\n"
        "2.取消“对经营者、\n管理者的罚款”\n等3项事项\n的处罚。\n"
    )

    assert "深化“政企直通车”等企业走访机制，定期走访" in {m.title for m in plan.measures}


def test_a_marked_line_ends_no_sentence_where_no_heading_could() -> None:
    plan = planparse.parse(
        "第一章 用地\n第一条 属于公共项目的，可以协议出让地下建设用\n地使用权。\n第二条 边线与用地界线和\n道路红线应当退让。\n第三条 各单位应当依法使用的\n土地予以登记。\n"
    )

    assert [m.title for m in plan.measures] == [
        "属于公共项目的，可以协议出让地下建设用地使用权",
        "边线与用地界线和道路红线应当退让",
        "各单位应当依法使用的土地予以登记",
    ]


def test_a_heading_whose_characters_are_set_apart_over_lines_is_one() -> None:
    plan = planparse.parse(
        "第一章 总\n则\n第一条 为规范，制定本办法。\n第二章 任务\n第二条 建设平台。建成平台。\n第三章　附　　则\n第三条 《乙办法》同时废止。\n"
    )

    assert [(s.heading, s.kind) for s in plan.sections] == [("总则", "general"), ("任务", "tasks"), ("附则", "other")]


def test_closing_rules_need_no_mark_to_be_a_section_without_measures() -> None:
    plan = planparse.parse(
        "甲市若干措施\n一、支持建设\n1.建设平台。建成平台。\n2.引进人才。给予补贴。\n附\n则\n1.本措施的指南另行发布。\n2.同一项目不重复享受。\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [("一、", "tasks"), ("附则", "other")]
    assert [m.path for m in plan.measures] == ["一、/1.", "一、/2."]


@pytest.mark.parametrize(
    "words", ["医疗机构，是指依法设立的机构。", "孤儿。指失去父母的未成年人。", "“智慧交通”专项咨询电话：12345。"]
)
def test_what_words_mean_is_no_measure(words: str) -> None:
    plan = planparse.parse(f"一、建立制度\n1.建设平台。指导企业申报。\n2.{words}\n二、引进人才\n引进人才。\n")

    assert [m.path for m in plan.measures] == ["一、/1.", "二、"]


def test_the_first_sentence_of_an_article_is_no_title() -> None:
    plan = planparse.parse(
        "第一章 总则\n第一条 养护资金执行公开制度。各县定期公开。\n第二条【管理部门】\n市财政局负责管理。\n第二章 资金\n第三条 安排资金。列入预算。\n"
    )

    assert [s.path for s in plan.sections] == ["第一章", "第一章/第二条", "第二章"]


def test_the_next_notice_of_a_collection_is_set_apart_from_the_plan_before_it() -> None:
    plan = planparse.parse(
        "甲市促进消费若干措施\n一、发放补贴。发放补贴。\n二、引进人才。给予奖励。\n"
        "4. 乙市市场监管局关于印发\n《乙市标准管理办法》\n的通知\n（2026年5月29日）\n乙市监发〔2026〕36号\n各单位：\n现印发给你们。\n"
        "第一章 职责\n第一条 制定标准。公布标准。\n第二条 推行标准。开展培训。\n"
    )

    assert [m.path for m in plan.measures] == [
        "甲市促进消费若干措施/一、",
        "甲市促进消费若干措施/二、",
        "乙市标准管理办法/第一章/第一条",
        "乙市标准管理办法/第一章/第二条",
    ]
    assert plan.measures[1].text == "引进人才。给予奖励。"


def test_the_number_of_a_notice_that_passes_on_nothing_is_no_item() -> None:
    plan = planparse.parse(
        "甲省关于印发清单的通知\n各市：\n现印发给你们。\n2. 甲省人民政府办公厅关于推进监管的通知\n（2026年5月5日）\n甲办发〔2026〕14号\n各市：\n通知如下。\n"
        "一、建立清单。编制清单。\n二、完善规则。制定规则。\n"
    )

    assert [path for path, _ in paths(plan)] == ["一、", "二、"]


def test_a_document_that_is_only_named_is_no_measure() -> None:
    plan = planparse.parse(
        "一、减免税费\n（一）免征税款。免征税款。\n（二）政策依据\n1.《甲部关于税收的公告》（甲部公告2026年第8号）\n2.《乙部关于印发办法的通知》（乙发〔2026〕2号）\n"
    )

    assert [m.path for m in plan.measures] == ["一、/（一）"]


def test_two_sets_of_rules_behind_one_notice_each_have_their_title_in_their_paths() -> None:
    plan = planparse.parse(
        "各市：\n现将《甲省养护资金管理办法（试行）》和《甲省养护补助下达办法（试行）》印发给你们，请遵照执行。甲省交通运输厅2026年5月6日甲省养护资金管理办法（试行）\n"
        "第一章 总则\n第一条 为规范管理，制定本办法。\n第二章 资金筹集\n第二条 市县安排资金。列入预算。\n第三章 附则\n第三条 本办法自发布之日起施行。\n"
        "甲省养护补助下达办法（试行）\n第一条 为规范补助，制定本办法。\n第二条 补助与督导结果挂钩。收回补助。\n"
    )

    assert [path for path, _ in paths(plan)] == [
        "甲省养护资金管理办法/第一章",
        "甲省养护资金管理办法/第二章",
        "甲省养护资金管理办法/第二章/第二条",
        "甲省养护资金管理办法/第三章",
        "甲省养护补助下达办法/第二条",
    ]


def test_chapters_and_articles_may_open_at_the_end_of_a_line() -> None:
    plan = planparse.parse(
        "甲省设计中心认定管理办法第一章 总\xa0 \xa0 则\xa0 \xa0 第一条  为推动发展，制定本办法。第二章  职责分工\n第二条  市工信局组织认定。公布名单。第三条 市财政局职责如下：\n"
        "（一）安排预算。列入预算。\n（二）加强监督。开展检查。"
    )

    assert paths(plan) == [
        ("第一章", "总则"),
        ("第二章", "职责分工"),
        ("第二章/第二条", "市工信局组织认定"),
        ("第二章/第三条", "市财政局职责如下"),
        ("第二章/第三条/（一）", "安排预算"),
        ("第二章/第三条/（二）", "加强监督"),
    ]


def test_a_part_among_tasks_is_one_of_them_whatever_it_is_called() -> None:
    plan = planparse.parse(
        "一、重点任务\n（一）优化土地供应\n1.保障用地。安排指标。\n（二）完善项目服务保障机制\n2.建立专班。开展服务。\n二、保障措施\n（一）加强领导。成立专班。\n"
    )

    assert [(s.path, s.kind) for s in plan.sections] == [
        ("一、", "tasks"),
        ("一、/（一）", "tasks"),
        ("一、/（二）", "tasks"),
        ("二、", "safeguards"),
    ]
    assert [m.kind for m in plan.measures] == ["task", "task", "safeguard"]


def test_what_says_whom_a_paper_is_about_is_no_measure() -> None:
    plan = planparse.parse(
        "一、考评对象\n各县区。\n二、考评内容\n重点任务。\n三、改革实施范围\n（一）低风险项目。指单体建筑项目。\n四、申报材料\n（一）企业应提交以下材料：\n1.申请表；\n2.执照。\n"
        "五、重点任务\n（一）开展考评。公布结果。\n"
    )

    assert [m.path for m in plan.measures] == ["五、/（一）"]
    assert [s.kind for s in plan.sections if s.level == 1] == ["other", "other", "other", "other", "tasks"]


def test_an_article_that_states_a_principle_in_a_sentence_is_no_section() -> None:
    plan = planparse.parse(
        "第一条 为规范监察，制定本办法。\n第二条 节能监察应遵循公开、公平、公正的原则。\n第三条 市工信局编制监察计划。报市政府备案。\n"
    )

    assert paths(plan) == [("第三条", "市工信局编制监察计划")]


def test_a_list_of_papers_may_be_named_after_several_things() -> None:
    plan = planparse.parse(
        "一、申报材料\n（一）担保费、保险费补贴\n1.申请表；\n2.合同复印件。\n（二）贷款利息补贴\n1.申请表；\n2.付息凭证。\n二、重点任务\n（一）推进补贴。发放补贴。\n"
    )

    assert [s.path for s in plan.sections] == ["一、", "一、/（一）", "一、/（二）", "二、"]


LIST_OF_TWO = "附件：1.企业申请表\n2.现场核查表\n甲市工业和信息化局\n2026年3月1日\n"


@pytest.mark.parametrize(
    ("behind", "annexes"),
    [
        ("附件1\n企业申请表\n企业名称\n联系人", [("附件1", "企业申请表")]),
        ("（此件主动公开）\n附件1\n企业申请表\n企业名称", [("附件1", "企业申请表")]),
        ("附件1：企业申请表\n企业名称\n联系人", [("附件1", "企业申请表")]),
        ("附件2： 现场核查表\n企业名称", [("附件2", "现场核查表")]),
        ("附 件 2:现场核查表\n企业名称\n核查意见", [("附件2", "现场核查表")]),
        ("附件1\n企业申请表\n企业名称\n附件2\n现场核查表\n核查意见", [("附件1", "企业申请表"), ("附件2", "现场核查表")]),
        ("附件1：企业申请表\n名称\n附件2：现场核查表\n意见", [("附件1", "企业申请表"), ("附件2", "现场核查表")]),
        ("附表1\n企业申请表\n企业名称\n联系人", [("附件", "企业申请表")]),
        (
            "附件1\n企业申请表\n企业名称\n各县（区、管委会）工信部门、财政部门的意见\n附件2\n现场核查表\n意见",
            [("附件1", "企业申请表"), ("附件2", "现场核查表")],
        ),
        ("附件1：\n企业申请表\n企业名称", [("附件1", "企业申请表")]),
    ],
)
def test_an_annex_behind_the_signature_is_one_though_it_holds_no_sentence(
    behind: str, annexes: list[tuple[str, str]]
) -> None:
    plan = planparse.parse(f"一、建设平台\n建成平台。\n二、引进人才\n引进人才。\n{LIST_OF_TWO}{behind}\n")

    assert [(s.path, s.heading) for s in plan.sections] == annexes
    assert {s.kind for s in plan.sections} == {"appendix"}
    assert [m.path for m in plan.measures] == ["一、", "二、"]


@pytest.mark.parametrize(
    "words",
    [
        "附件：1.甲省产业示范基地工作方案参\n考大纲\n2.指标表",
        "附件：1.任务分工表\n2.甲省产业示范基地报送材料装\n订要求\n3.指标表",
        "附件:1.任务分工表\n2.甲省产业示范基地工作方案参\n考大纲；\n3.报送材料装\n订要求。",
        "附件1：任务分工表\n附件2：指标表",
        "附件一：任务分工表\n附件二：指标表",
        "附件：任务分工表",
        "附 件：1、任务分工表\n2、指标表",
        "附件:\n1.任务分工表\n2.甲省产业示范基地报送材料装\n订要求\n3.指标表",
        "附件： 1. 任务分工表\n2. 指标表\n3. 检查表",
        "附件1：任务分工表（略）\n附件2：指标表（略）",
    ],
)
def test_entries_of_a_list_of_annexes_that_break_or_repeat_their_word_are_no_items(words: str) -> None:
    plan = planparse.parse(f"一、建设平台\n建成平台。\n二、引进人才\n引进人才。\n{words}\n甲市人民政府\n2026年3月1日\n")

    assert paths(plan) == [("一、", "建设平台"), ("二、", "引进人才")]


@pytest.mark.parametrize(
    "entries",
    [
        "1.企业营业执照复印件；\n2.项目申请表（附件1）；\n3.检测报告。",
        "1.项目申报书\n2.企业法人身份证明\n3.上年度审计报告",
        "1.企业营业执照（复印件）；\n2.税务部门出具的完税证明；\n3.验资报告。",
        "1.企业申请表一式三份；\n2.技术人员资格证书及其复印件。",
        "1.申请书。\n2.项目可行性研究报告及附件。\n3.有关证明材料。",
        "1.企业基本情况及近两年经营情况；\n2.营业执照原件；\n3.承诺书。",
        "（1）项目申报表；\n（2）企业登记证书复印件；\n（3）专利等证明材料。",
        "1.推荐表（一式两份）；\n2.身份证明；\n3.获奖情况及有关证明材料复印件。",
        "1.提供审计报告复印件；\n2.提交承诺书；\n3.其他。",
        "①委托书原件；\n②检验报告；\n③营业执照扫描件。",
    ],
)
@pytest.mark.parametrize("heading", ["企业申请", "材料报送", "申请人应提供的材料"])
def test_papers_that_are_handed_in_are_no_measures(heading: str, entries: str) -> None:
    plan = planparse.parse(f"一、优化服务\n（一）{heading}\n{entries}\n（二）部门审核。审核材料。\n二、培育企业\n培育企业。")

    assert [m.title for m in plan.measures] == ["部门审核", "培育企业"]
    assert ("一、/（一）", heading) in paths(plan)


@pytest.mark.parametrize(
    "measure",
    [
        "取消营业执照复印件",
        "推行电子营业执照",
        "优化检测报告",
        "统一使用项目申报书",
        "规范审计报告",
        "不再要求提供身份证明",
        "发放工会组织法人资格证书",
        "核发经营许可登记证",
        "出具检验报告",
        "简化可行性研究报告",
    ],
)
def test_what_is_done_about_papers_is_a_measure(measure: str) -> None:
    plan = planparse.parse(f"一、重点任务\n（一）{measure}。\n（二）加强监管。开展检查。")

    assert [m.title for m in plan.measures] == [measure, "加强监管"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("申请许可证应提供的材料", "other"),
        ("申请人应当提交的证明材料", "other"),
        ("公告主要包括以下内容", "other"),
        ("招标文件应载明下列事项", "other"),
        ("组织申报流程", "other"),
        ("申报及资金拨付程序", "other"),
        ("企业申报材料内容及程序", "other"),
        ("贴息资金支持范围和标准", "other"),
        ("管理机构的条件和要求", "other"),
        ("企业条件及材料", "other"),
        ("申报项目", "other"),
        ("填报要求", "other"),
        ("业务咨询电话", "other"),
        ("以下证明符合条件的证书复印件", "other"),
        ("证明材料（复印件加盖公章）", "other"),
        ("重点任务包括以下内容", "tasks"),
        ("改善企业条件", "tasks"),
        ("提供优质服务", "tasks"),
        ("完善申报流程", "tasks"),
        ("明确支持范围和标准", "tasks"),
    ],
)
def test_what_applicants_bring_along_is_told_by_the_heading(heading: str, kind: str) -> None:
    plan = planparse.parse(
        f"一、{heading}\n（一）甲事。做事。\n（二）乙事。做事。\n二、重点任务\n（一）加强建设。推进建设。"
    )

    assert plan.sections[0].kind == kind


@pytest.mark.parametrize(
    ("lead", "sections"),
    [
        ("保持合理的更新率：", 2),
        ("申报材料（必须材料）内容：", 2),
        ("企业规模和业绩:", 2),
        ("基本人员配备：", 2),
        ("专项条件", 2),
        ("场所设施要求；", 1),
        ("近两年：", 1),
        ("研发费用须满足以下要求：", 1),
        ("并符合下列条件之一：", 1),
        ("企业有独立法人资格，且满足：", 1),
    ],
)
def test_what_heads_conditions_has_a_title_unless_it_only_leads_on(lead: str, sections: int) -> None:
    plan = planparse.parse(
        f"一、申报条件\n（一）{lead}\n1.从业人员不少于50人；\n2.年营业收入不少于500万元。\n二、培育企业\n培育企业。"
    )

    assert [s.path for s in plan.sections] == ["一、", "一、/（一）"][:sections]
    assert [m.path for m in plan.measures] == ["二、"]


@pytest.mark.parametrize(
    "sentence",
    [
        "市商务局通过资格审查方式认定承包企业资格。",
        "咨询单位按服务类别认定",
        "申请成套项目资格的企业应当具备资质：",
        "市科技局通过招标认定单位资格。",
        "甲类企业。",
        "乙类企业由市商务局会同市财政局认定。",
        "管理企业资格按下列条件认定：",
        "实施单位资格分三类认定。",
        "认定总承包企业资格的基本条件",
        "项目管理企业资格每三年认定一次。",
    ],
)
def test_an_article_that_holds_conditions_is_a_section_with_its_sentence(sentence: str) -> None:
    plan = planparse.parse(
        "甲市企业资格认定办法\n第一章 总则\n第一条 为规范认定，制定本办法。\n第二章 资格条件及认定方式\n"
        f"第二条 {sentence}\n申请的，还应具备以下条件：\n（一）有经营资格；\n（二）有良好信用。\n"
        "第三章 监督管理\n第三条 市商务局应当公布名单。"
    )

    assert ("第二章/第二条", sentence.rstrip("。：")) in paths(plan)
    assert [m.path for m in plan.measures] == ["第三章/第三条"]


@pytest.mark.parametrize(
    "fact",
    [
        "基金名称：甲省成果转化基金，在本省注册",
        "基金规模：总额不低于3亿元",
        "存续期：6年",
        "活动时间：5月1日至3日",
        "活动地点：市会展中心",
        "培训对象：各县区工作人员",
        "活动主题：创新驱动",
        "展馆面积：500平方米",
        "培训人数：每期100人",
        "参赛范围：全市各类企业",
    ],
)
def test_facts_of_what_is_held_are_no_measures(fact: str) -> None:
    plan = planparse.parse(f"一、活动要求\n（一）{fact}。\n（二）培育企业。培育企业。\n二、引进人才\n引进人才。")

    assert [m.title for m in plan.measures] == ["培育企业", "引进人才"]


def test_a_contact_below_its_heading_and_what_an_applicant_says_of_itself_are_no_sections() -> None:
    plan = planparse.parse(
        "一、培育企业\n培育企业。\n二、其他事项\n（一）资金专款专用。\n（二）项目申报联系方式：\n1.市服务中心\n联系人：张三，联系电话：12345\n"
        "2.市工信局 信息化科\n联系人：李四，联系电话：12346\n附件1\n企业声明\n1、本单位自愿提出申请\n并提供数据。\n2、我公司申报材料属实\n愿承担责任。"
    )

    assert paths(plan)[-3:] == [("二、", "其他事项"), ("二、/（二）", "项目申报联系方式"), ("附件1", "企业声明")]


def test_a_text_whose_second_copy_ends_sooner_is_read_once() -> None:
    text = "各县区：\n" + "".join(
        f"{mark}、建设平台{mark}\n建成平台，完善服务，提高水平，各单位应予落实。\n" for mark in "一二三四五六"
    )
    plan = planparse.parse(text + "附件：任务分工表\n\n" + text + "附件：任务分工")

    assert [m.path for m in plan.measures] == ["一、", "二、", "三、", "四、", "五、", "六、"]


def test_the_name_of_a_linked_file_tells_nothing_of_where_headings_end() -> None:
    plan = planparse.parse(
        "一、申报条件申报表（A）版.doc\n（一）按照新型工业化内涵要求建设提升，产业集聚特征突出、主导产业特色鲜明、水平领先，"
        "且在产业升级、技术改造等方面做出显著成绩，示范带动作用强。\n二、培育企业\n培育企业。"
    )

    assert paths(plan) == [("一、", "申报条件"), ("二、", "培育企业")]


TASKS = "（一）培育企业。培育企业。\n（二）引进人才。引进人才。\n"
LAST = "（一）加强组织领导。加强领导。\n（二）强化督促检查。开展检查。\n"


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("推进审批环节最少化，重点把握好以下原则。", "principles"),
        ("工作中遵循以下基本原则：", "principles"),
        ("推进改革，要坚持和遵循如下工作原则：", "principles"),
        ("到2027年，总体目标是：", "goals"),
        ("到2027年，培育企业1000家以上，任务分解如下：", "goals"),
        ("具体目标任务如下：", "goals"),
        ("企业应同时符合以下条件，入库进行培育：", "other"),
        ("申请人须具备下列条件：", "other"),
        ("认定的企业应满足以下基本条件之一：", "other"),
        ("示范区应达到以下标准：", "other"),
    ],
)
def test_the_line_above_a_list_without_a_heading_tells_its_kind(lead: str, kind: str) -> None:
    entries = "（一）依法依规。凡没有依据的，一律取消。\n（二）能简则简。能简化的，一律简化。\n（三）分类推进。因地制宜。\n"
    plan = planparse.parse(f"甲市实施方案\n为推进改革，制定本方案。\n{lead}\n{entries}{TASKS}{LAST}")

    titled = [("（一）", "依法依规"), ("（二）", "能简则简"), ("（三）", "分类推进")]
    assert [(s.path, s.heading) for s in plan.sections] == (titled if kind == "principles" else [])
    assert {section.kind for section in plan.sections} <= {kind}
    assert [(m.path, m.kind) for m in plan.measures] == [
        ("（一）", "task"),
        ("（二）", "task"),
        ("（一）", "safeguard"),
        ("（二）", "safeguard"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "现将有关措施通知如下：",
        "主要任务如下：",
        "要坚持原则，完成以下任务：",
        "按照以下分工推进：",
        "对符合下列条件的企业给予奖励。",
        "围绕目标，重点做好以下工作：",
        "落实目标责任：",
        "各部门要满足群众需求。",
        "重点支持以下企业：",
        "坚持以下导向推进改革：",
    ],
)
def test_a_line_above_a_list_that_tells_nothing_leaves_its_items_measures(lead: str) -> None:
    plan = planparse.parse(f"甲市实施方案\n为推进改革，制定本方案。\n{lead}\n{TASKS}{LAST}")

    assert [m.path for m in plan.measures] == ["（一）", "（二）", "（一）", "（二）"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("（一）保留2项\n1.甲事项。\n2.乙事项。\n1.丙事项。\n2.丁事项。\n", ["（一）/1.", "（一）/2.", "1.", "2."]),
        (
            "（一）保留2项\n1.甲事项。\n2.乙事项。\n（二）取消1项\n1.丙事项。\n2.丁事项。\n1.戊事项。\n",
            ["（一）/1.", "（一）/2.", "（二）/1.", "（二）/2.", "1."],
        ),
        ("（一）保留2项\n1.甲事项。\n2.乙事项。\n3.丙事项。\n1.丁事项。\n2.戊事项。\n1.己事项。\n2.庚事项。\n", 7),
        (
            "（一）保留事项\n1.甲事项。\n2.乙事项。\n责任单位：市财政局\n1.丙事项。\n2.丁事项。\n",
            ["（一）/1.", "（一）/2.", "1.", "2."],
        ),
        ("应符合以下条件：\n（一）在本市注册。\n（二）有独立法人资格。\n1.加大扶持。\n2.优先立项。\n", ["1.", "2."]),
        (
            "应具备下列条件：\n（一）在本市注册。\n（二）信用良好。\n1.加大扶持。\n2.优先立项。\n1.加强服务。\n",
            ["1.", "2.", "1."],
        ),
        # Lines that lead on, and lists that begin but once, show that nothing is lost.
        ("（一）保留2项\n1.甲事项。\n2.乙事项。\n办理材料：\n1.丙事项。\n2.丁事项。\n", ["（一）/1.", "（一）/2."] * 2),
        (
            "（一）保留事项\n1.甲事项。\n2.乙事项。\n（二）取消事项\n1.丙事项。\n2.丁事项。\n",
            ["（一）/1.", "（一）/2.", "（二）/1.", "（二）/2."],
        ),
        (
            "（一）保留事项\n1.甲事项。\n（二）取消事项\n1.丙事项。\n（三）合并事项\n1.丁事项。\n",
            ["（一）/1.", "（二）/1.", "（三）/1."],
        ),
        ("（一）保留事项\n甲事项。\n1.乙事项。\n2.丙事项。\n3.丁事项。\n", ["（一）/1.", "（一）/2.", "（一）/3."]),
    ],
)
def test_a_list_that_cannot_belong_to_the_item_before_it_stands_at_the_top_where_headings_are_lost(
    text: str, measures: list[str] | int
) -> None:
    plan = planparse.parse(f"甲市实施方案\n为推进改革，制定本方案。\n{text}{LAST}")
    found = [m.path for m in plan.measures][:-2]

    assert found == measures if isinstance(measures, list) else len(found) == measures
    assert [m.path for m in plan.measures][-2:] == ["（一）", "（二）"]


def test_a_list_behind_a_clause_stands_at_the_top_where_a_number_is_missing() -> None:
    """Of 六、 only its items are left; 五、 is closed by its clause."""
    text = (
        "甲市若干措施\n一、引进企业\n引进品牌企业。\n责任单位：市商务局\n二、开展创建\n开展创建活动。\n责任单位：市妇联\n"
        "（一）建立平台。\n（二）鼓励应用。\n责任单位：市工信局\n四、加强监管\n严格监管。\n责任单位：市市场监管局\n"
    )
    bodies = {m.path: [u.name for c in m.responsibilities for u in c.units] for m in planparse.parse(text).measures}

    assert bodies == {
        "一、": ["市商务局"],
        "二、": ["市妇联"],
        "（一）": [],
        "（二）": ["市工信局"],
        "四、": ["市市场监管局"],
    }
    with_three = text.replace("四、", "三、")
    assert [m.path for m in planparse.parse(with_three).measures] == ["一、", "二、/（一）", "二、/（二）", "三、"]


RULES_OF = "\n第一条 为规范管理，制定本办法。\n第二条 市财政局应当加强管理。\n第三条 市财政局应当公开名单。\n"
PLAN_OF = "\n为推进改革，制定本方案。\n一、主要任务\n（一）建设平台。建成平台。\n（二）引进人才。引进人才。\n二、保障措施\n加强领导。\n"


@pytest.mark.parametrize(
    ("papers", "names"),
    [
        ([("甲市资金管理办法", RULES_OF), ("甲市项目评审规则", RULES_OF)], None),
        ([("甲市评审工作规程", RULES_OF), ("甲市评审专家守则", RULES_OF), ("甲市评审纪律规定", RULES_OF)], None),
        ([("甲市改革实施方案", PLAN_OF), ("甲市资金管理办法", RULES_OF)], None),
        ([("甲市改革实施方案", PLAN_OF), ("甲市项目评审规则", RULES_OF), ("甲市绩效考核细则", RULES_OF)], None),
        ([("甲市资金管理办法", RULES_OF), ("甲市改革实施方案", PLAN_OF)], None),
        ([("甲市专家库管理制度", RULES_OF), ("甲市改革行动计划", PLAN_OF), ("甲市项目评审规则", RULES_OF)], None),
        ([("甲市资金管理办法（试行）", RULES_OF), ("甲市评审准则（试行）", RULES_OF)], ["甲市资金管理办法", "甲市评审准则"]),
        ([("甲市资金管理办法", "\n第一章 管理" + RULES_OF), ("甲市评审规则", "\n第一章 管理" + RULES_OF)], None),
        ([("甲市改革实施方案", PLAN_OF), ("甲市评审规则", "\n第一章 管理" + RULES_OF)], None),
        (
            [("甲市改革实施方案", PLAN_OF), ("甲市评审规则\n（2024年1月3日市政府通过）", RULES_OF)],
            ["甲市改革实施方案", "甲市评审规则"],
        ),
        ([("甲市服务章程", RULES_OF), ("甲市服务标准", RULES_OF), ("甲市服务规范", RULES_OF)], None),
    ],
)
def test_each_of_several_sets_of_rules_and_plans_begins_with_its_title(
    papers: list[tuple[str, str]], names: list[str] | None
) -> None:
    notice = "甲市财政局关于印发有关制度的通知\n各县区财政局：\n现印发给你们，请遵照执行。\n甲市财政局\n2024年1月3日\n"
    plan = planparse.parse(notice + "".join(title + text for title, text in papers))

    found = {m.path.split("/")[0]: None for m in plan.measures}
    assert [*found] == (names or [title for title, _ in papers])


def test_a_plan_behind_a_notice_that_has_an_outline_of_its_own_begins_with_its_title() -> None:
    plan = planparse.parse(
        "甲市卫生局关于加强防控工作的通知\n各县区：\n现通知如下。\n一、总体要求\n以社区为主。\n二、具体任务\n（一）医疗机构\n加强预检。\n"
        "（二）街道\n加强追踪。\n附件：甲市社区防控工作方案\n甲市卫生局\n2024年1月3日\n甲市社区防控工作方案" + PLAN_OF
    )

    assert [m.path for m in plan.measures] == [
        "二、/（一）",
        "二、/（二）",
        "甲市社区防控工作方案/一、/（一）",
        "甲市社区防控工作方案/一、/（二）",
        "甲市社区防控工作方案/二、",
    ]


@pytest.mark.parametrize(
    ("lead", "measures"),
    [
        ("市财政局应当公布电话。有下列情形之一的，不予受理：", 0),
        ("学校应当提出建议。学校提出建议应提交下列材料：", 0),
        ("市财政局通过审查认定资格。申请的，还应具备以下条件：", 0),
        ("企业可以申请补助。申请补助须报送以下资料（一式三份）：", 0),
        ("市财政局应当公布电话。举报有下列情况之一的，予以退回：", 0),
        ("补助资金专款专用。申请时应出示下列证件：", 0),
        ("企业出现以下行为的，取消资格：", 0),
        ("市财政局应当加强管理，主要职责包括以下职责：", 2),
        ("市财政局组织检查。重点整治下列行为：", 2),
        ("市财政局应当采取以下措施：", 2),
        ("市财政局负责下列工作：", 2),
        ("市财政局应当完成以下任务，创造条件：", 2),
    ],
)
def test_conditions_cases_and_papers_below_an_article_are_no_measures(lead: str, measures: int) -> None:
    plan = planparse.parse(
        "甲市资金管理办法\n第一条 为规范管理，制定本办法。\n第二条 市财政局应当加强管理。\n"
        f"第三条 {lead}\n（一）内容明确，手续齐备；\n（二）依法设立，信用良好。\n第四条 市财政局应当公开名单。"
    )

    inner = ["第三条/（一）", "第三条/（二）"][:measures]
    assert [m.path for m in plan.measures] == ["第二条", *inner, "第四条"]


@pytest.mark.parametrize("end", ["。", "。（责任单位：市政务局）"])
@pytest.mark.parametrize("heading", ["2.5G基站审批豁免管理", "2.5 G 基站审批豁免管理"])
def test_the_name_of_a_network_behind_a_mark_is_no_part_of_its_number(heading: str, end: str) -> None:
    plan = planparse.parse(f"一、重点任务\n1.推进审批改革。推进改革{end}\n{heading}。豁免管理。\n3.加强监管。加强监管。")

    assert [m.path for m in plan.measures] == ["一、/1.", "一、/2.", "一、/3."]


@pytest.mark.parametrize(
    "applying",
    [
        ("申报条件", "申报材料"),
        ("奖励对象", "申报程序"),
        ("申报范围", "申报时间"),
        ("项目申报条件", "项目申报程序"),
        ("申请条件和要求", "申请材料"),
    ],
)
@pytest.mark.parametrize("heading", ["奖励标准", "补助标准", "支持方式", "评价标准"])
def test_how_much_is_given_is_no_measure_in_a_paper_that_tells_how_to_apply(heading: str, applying: tuple[str, str]) -> None:
    first, last = applying
    plan = planparse.parse(
        f"一、{first}\n（一）在本市注册；\n（二）信用良好。\n二、{heading}\n（一）技术中心\n1.已投资500万元的，补助100万元。\n2.已投资1000万元的，补助200万元。\n"
        f"（二）创新产品\n给予一次性奖励200万元。\n三、{last}\n（一）企业提交材料。\n（二）部门审核材料。\n四、培育企业\n培育企业。"
    )

    assert [m.path for m in plan.measures] == ["四、"]
    assert ("二、", "other") in [(s.path, s.kind) for s in plan.sections]
    assert [s.heading for s in plan.sections if s.path.startswith("二、/")] == ["技术中心", "创新产品"]


def test_how_much_is_given_is_a_measure_elsewhere() -> None:
    plan = planparse.parse(
        "一、支持企业\n（一）奖励标准\n1.投资的，补助100万元。\n2.上市的，奖励200万元。\n二、培育企业\n培育企业。"
    )

    assert [m.path for m in plan.measures] == ["一、/（一）/1.", "一、/（一）/2.", "二、"]


@pytest.mark.parametrize(
    "entries",
    [
        "（一）剽窃他人作品的；\n（二）因犯罪被追究刑事责任的；\n（三）严重丧失职业道德的。",
        "（一）泄露商业秘密的；\n（二）遗失有关材料，给当事人造成损失的。",
        "（一）不按时报告的；\n（二）拒绝核查，拒不提交材料的；\n（三）其他情形。",
        "1.提供虚假材料的；\n2.挪用资金的；\n3.无正当理由逾期的。",
        "（一）拖欠租金累计六个月以上的\n（二）擅自转租的\n（三）改变用途的",
    ],
)
@pytest.mark.parametrize("article", ["第三条 市财政局取消其资格。", "第三条 有关单位予以处分，情节严重的移送处理。"])
def test_cases_of_something_are_no_measures(article: str, entries: str) -> None:
    plan = planparse.parse(
        "甲市资金管理办法\n第一条 为规范管理，制定本办法。\n第二条 市财政局应当加强管理。\n"
        f"{article}\n{entries}\n第四条 市财政局应当公开名单。"
    )

    assert [m.path for m in plan.measures] == ["第二条", "第四条"]


@pytest.mark.parametrize("list_of", ["附件：\n⒈企业申请表\n⒉汇总表\n⒊服务商名单", "附件：⒈企业申请表\n⒉汇总表"])
def test_a_list_of_annexes_may_be_numbered_by_single_characters(list_of: str) -> None:
    plan = planparse.parse(
        f"一、建设平台\n建成平台。\n{list_of}\n甲市工信局\n2026年3月1日\n附件1\n企业申请表\n一、基本情况\n名称"
    )

    assert [(s.path, s.heading) for s in plan.sections] == [("附件1", "企业申请表"), ("附件1/一、", "基本情况")]


@pytest.mark.parametrize(
    ("heading", "behind"),
    [
        ("严查严处违规行为", "严格执行有关规定，从严查处。"),
        ("加强宣传引导", "开展宣传活动。"),
        ("完善核验制度", "县级部门要开展核验。"),
        ("强化资金监管", "落实监管责任，确保安全。"),
        ("建立通报机制", "每月通报进展情况。"),
    ],
)
@pytest.mark.parametrize("before", ["加强监测。各县区要加强监测，切实履行职责。", "落实责任。县级部门负责。"])
def test_an_item_with_a_heading_in_the_midst_of_the_line_before_is_an_item(heading: str, behind: str, before: str) -> None:
    plan = planparse.parse(
        f"一、重点任务\n（一）开展核验。开展核验。\n（二）{before}（三）{heading}。{behind}\n二、培育企业\n培育企业。"
    )

    assert [m.path for m in plan.measures] == ["一、/（一）", "一、/（二）", "一、/（三）", "二、"]
    assert plan.measures[2].title == heading


@pytest.mark.parametrize(
    "inner",
    [
        "包括（三）产业园区。",
        "见第一条。（三）项所列企业，给予补助。",
        "重点推进；（三）产业升级。",
        "到2025年建成。（五）产业升级。发展产业。",
    ],
)
def test_a_mark_that_does_not_go_on_or_has_no_heading_stays_in_its_line(inner: str) -> None:
    plan = planparse.parse(
        f"一、重点任务\n（一）开展核验。开展核验。\n（二）加强监测。加强监测。{inner}\n二、培育企业\n培育企业。"
    )

    assert [m.path for m in plan.measures] == ["一、/（一）", "一、/（二）", "二、"]


@pytest.mark.parametrize("file", ["通知及附件.pdf", "附件下载 通知.doc", "通知.docx", "全文.wps", "通知及附件.xls"])
def test_a_linked_file_before_the_title_is_no_part_of_it(file: str) -> None:
    plan = planparse.parse(
        f"　　现将办法印发给你们，请遵照执行。　　甲省财政厅　　2018年12月18日　　附件下载　　{file}甲省专项资金管理办法第一章 管理"
        + "　　第一条 为规范管理，制定本办法。　　第二条 市财政局应当加强管理，公开名单，完善制度，落实责任。" * 1
        + "".join(f"　　第{mark}条 市财政局应当公开名单。" for mark in "三四五六七八九十")
    )

    assert plan.metadata.title == "甲省专项资金管理办法"


def test_items_run_together_behind_the_heading_of_a_part_on_its_own_line_are_items() -> None:
    plan = planparse.parse(
        "甲市数字经济实施方案\n一、总体要求（一）指导思想。坚持以新发展理念为指导。（二）基本原则。坚持政府引导、市场运作。\n"
        "二、重点任务（二）加快平台建设。建设平台，推动企业上云。（四）推进人才培养。引进团队。（责任单位：市人社局）\n"
        "三、保障措施（一）加强领导。各地要高度重视。"
    )

    assert paths(plan) == [
        ("一、", "总体要求"),
        ("一、/（一）", "指导思想"),
        ("一、/（二）", "基本原则"),
        ("二、", "重点任务"),
        ("二、/（二）", "加快平台建设"),
        ("二、/（四）", "推进人才培养"),
        ("三、", "保障措施"),
        ("三、/（一）", "加强领导"),
    ]


def test_a_word_that_ends_in_one_opens_no_part() -> None:
    plan = planparse.parse(
        "各区：现通知如下：（一）用好平台。推进省、市、县“三库”合一、三级联动，切实提升管理水平。"
        + "持续完善各项功能。" * 12
        + "二、优化管理（一）调整条件。扩大覆盖面，调整申报条件。（二）拓宽范围。将配套设施建设项目纳入申报范围。"
    )

    assert [path for path, _ in paths(plan)] == ["二、", "二、/（一）", "二、/（二）"]


def test_headings_with_commas_end_at_a_blank_where_several_do() -> None:
    plan = planparse.parse(
        "一、提高站位，全面落实要求 要充分认识做好稳外资工作的重要意义，进一步统一思想，加强组织领导。\n"
        "二、主动服务，推动复工复产 根据有关部门出台的通知要求，协助企业做好复工前的各项准备工作。\n"
        "三、创新方法。积极克服影响，大力开展网上招商。"
    )

    assert [title for _, title in paths(plan)] == ["提高站位，全面落实要求", "主动服务，推动复工复产", "创新方法"]


def test_a_heading_with_a_comma_and_a_lone_blank_goes_on_to_its_stop() -> None:
    plan = planparse.parse(
        "一、提高站位，全面落实 各项工作要求并且进一步统一思想加强组织领导。各区负责。\n二、主动服务。做好准备。"
    )

    assert next(title for _, title in paths(plan)).startswith("提高站位，全面落实 各项")


def test_a_catalogue_without_a_title_is_no_outline() -> None:
    entries = ["减免租金", "延长期限", "给予补贴", "放宽条件"]
    plan = planparse.parse(
        "本指引共四项政策。\n"
        + "".join(f"{n}、{entry}；\n" for n, entry in zip("一二三四", entries, strict=True))
        + "政策汇编\n"
        + "".join(
            f"{n}、{entry}\n企业按规定办理，由主管部门落实，有关事项按照国家和省的政策执行。\n"
            for n, entry in zip("一二三四", entries, strict=True)
        )
    )

    assert paths(plan) == [("一、", "减免租金"), ("二、", "延长期限"), ("三、", "给予补贴"), ("四、", "放宽条件")]
    assert "按规定办理" in plan.measures[0].text


def test_a_text_that_a_page_prints_again_without_its_lines_is_read_once() -> None:
    opening = "根据国家和省关于特困人员救助供养的有关规定，为规范我市特困人员救助供养工作，保障特困人员的基本权益，经市人民政府同意，现就有关工作通知如下："
    body = ["一、认定范围。按国家规定执行。", "二、供养标准。按照本市标准执行。", "三、照料服务。签订照料协议。"]
    plan = planparse.parse(
        "\n".join(["各区：", opening, *body, "关注我们"]) + "\n+\n-\n通知各区：" + opening + "　　".join(["", *body])
    )

    assert [path for path, _ in paths(plan)] == ["一、", "二、", "三、"]


def test_the_list_of_annexes_behind_a_blank_is_none_of_the_last_item() -> None:
    plan = planparse.parse(
        "一、加强防控。落实措施。 二、压实责任。确保防控措施落地落实。 附件： 1.防护指南 2.登记表（式样） 甲市教育局 甲市财政局 2020年2月3日 抄送：市委办。"
    )

    assert [path for path, _ in paths(plan)] == ["一、", "二、"]


def test_the_first_heading_above_a_list_may_stand_behind_a_dash() -> None:
    plan = planparse.parse(
        "这4项措施涉及基础设施等方面，主要内容有——　　加快基础设施建设　　1、加快网络建设。加快建设千兆城市。　　2、提升水平。建设数据中心。　　"
        "培育壮大市场主体　　3、支持企业。遴选公布龙头企业。　　4、引进企业。给予落户奖励。"
    )

    assert [section.heading for section in plan.sections] == ["加快基础设施建设", "培育壮大市场主体"]


def test_lines_head_the_parts_of_a_text_that_has_lost_the_marks_of_its_first_level() -> None:
    plan = planparse.parse(
        "甲市物流业发展实施方案\n为推动物流业发展，制定本方案。\n总体要求\n坚持市场主导，优化布局，到2027年基本建成物流枢纽。\n"
        "重点任务\n围绕降本增效，抓好以下工作：\n（一）建设园区。新建物流园区3个，完善配套设施。\n责任单位：市商务局、市发展改革委\n"
        "多式联运提速行动\n（二）完善铁路专用线。建设专用线5条，提高运输能力。\n（三）发展甩挂运输。培育企业10家，推广标准化托盘。\n"
        "落实保障措施\n（一）加强领导。建立协调机制，定期调度进展。\n（二）强化考核。开展督查评估，通报工作进展。"
    )

    assert paths(plan) == [
        ("总体要求", "总体要求"),
        ("重点任务", "重点任务"),
        ("重点任务/（一）", "建设园区"),
        ("多式联运提速行动", "多式联运提速行动"),
        ("多式联运提速行动/（二）", "完善铁路专用线"),
        ("多式联运提速行动/（三）", "发展甩挂运输"),
        ("落实保障措施", "落实保障措施"),
        ("落实保障措施/（一）", "加强领导"),
        ("落实保障措施/（二）", "强化考核"),
    ]
