"""Plans that came without a line end keep their paragraphs, headings and clauses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planparse

SEEDS = Path(__file__).parents[1] / "seeds"
LONG = "加强统筹协调，完善工作机制，细化任务举措，压实各方责任，定期调度进展，及时解决问题，推动各项工作落地见效。" * 20


def read(*paragraphs: str) -> planparse.Plan:
    """The plan of these paragraphs, run together."""
    return planparse.parse("".join(paragraphs))


def paths(plan: planparse.Plan) -> list[str]:
    return [
        item.path for item in sorted((*plan.sections, *plan.measures), key=lambda item: (item.span.start, -item.span.end))
    ]


@pytest.mark.parametrize("name", ["jining", "bozhou"])
def test_a_sample_without_line_ends_keeps_its_outline_and_its_bodies(name: str) -> None:
    whole = planparse.extract(SEEDS / f"{name}.txt")
    flat = planparse.parse(whole.text.replace("\n", ""))

    def bodies(plan: planparse.Plan) -> list[tuple[str, list[str]]]:
        return [(m.path, [unit.name for clause in m.responsibilities for unit in clause.units]) for m in plan.measures]

    assert [(s.path, s.heading, s.kind) for s in flat.sections] == [(s.path, s.heading, s.kind) for s in whole.sections]
    assert [(m.path, m.title) for m in flat.measures] == [(m.path, m.title) for m in whole.measures]
    assert bodies(flat) == bodies(whole)
    assert [(t.indicator, t.value, t.due) for t in flat.targets] == [(t.indicator, t.value, t.due) for t in whole.targets]


@pytest.mark.parametrize("name", ["jining", "bozhou"])
def test_a_sample_without_line_ends_and_without_the_points_of_its_numbers_keeps_its_measures(name: str) -> None:
    whole = planparse.extract(SEEDS / f"{name}.txt")
    flat = planparse.parse(re.sub(r"(?m)^(\d+)\. *", r"\1", whole.text).replace("\n", ""))

    assert [(m.path, m.title, len(m.responsibilities)) for m in flat.measures] == [
        (m.path, m.title, len(m.responsibilities)) for m in whole.measures
    ]


@pytest.mark.parametrize(
    "first", ["建设平台。" + LONG, "建设平台。" + LONG + "责任单位：市教育局、市财政局", "支持企业建设平台，" + LONG]
)
def test_a_number_that_has_lost_its_point_opens_an_item_behind_a_heading_a_clause_or_a_colon(first: str) -> None:
    for head in ("二、重点任务", "二、重点任务采取以下措施："):
        plan = read("甲市方案一、总体要求坚持创新。" + LONG, f"{head}1{first}", f"2培育企业。{LONG}", f"3完善服务。{LONG}")

        assert paths(plan)[-4:] == ["二、", "二、/1.", "二、/2.", "二、/3."]


@pytest.mark.parametrize(
    "words", ["建设9大中心", "打造1个中心", "培育3家企业", "排名前2名企业", "一律用A3格式打印", "参照附件1填报"]
)
def test_a_number_within_a_heading_opens_no_item(words: str) -> None:
    plan = read("甲市方案一、总体要求坚持创新。" + LONG, f"二、{words}。" + LONG, "三、保障措施加强领导。" + LONG)

    assert paths(plan) == ["一、", "二、", "三、"]


def test_headings_without_a_full_stop_are_parted_from_their_text() -> None:
    plan = read(
        "甲市某行动方案一、培育目标到2027年，建成中心5个。",
        "二、重点任务（一）推进改革。" + LONG,
        "（二）促进发展。" + LONG,
        "三、完善工作机制各级各部门要按职责分工抓好落实，定期调度进展，及时解决问题，确保完成任务。",
    )

    assert [section.heading for section in plan.sections] == ["培育目标", "重点任务"]
    assert [measure.title for measure in plan.measures] == ["推进改革", "促进发展", "完善工作机制"]


def test_a_sentence_under_a_mark_is_not_cut() -> None:
    plan = read(
        "甲市某措施1.对新落户的企业按照投资额给予奖励，每户最高100万元。" + LONG,
        "2.支持企业技术改造，按规定给予补助。" + LONG,
    )

    assert [measure.title for measure in plan.measures] == [
        "对新落户的企业按照投资额给予奖励，每户最高100万元",
        "支持企业技术改造，按规定给予补助",
    ]


def test_marks_behind_clauses_without_a_full_stop_open_paragraphs() -> None:
    plan = read(
        "甲市某措施1.组织返乡就业。" + LONG + "责任单位：市人社局、财政局",
        "2.扩大冬种面积。" + LONG + "责任单位：市农业农村局",
        "3.畅通物流。" + LONG + "责任单位：市交通运输局",
    )

    assert [[unit.name for clause in m.responsibilities for unit in clause.units] for m in plan.measures] == [
        ["市人社局", "财政局"],
        ["市农业农村局"],
        ["市交通运输局"],
    ]


def test_paragraphs_that_clauses_close_are_measures() -> None:
    plan = read(
        "甲市某方案一、总体要求到2027年，取得进展。二、重点任务（一）深化教育改革。",
        "提升智育水平。" + LONG + "（责任单位：市教育局）",
        "增强美育熏陶。" + LONG + "（责任单位：市教育局、市文旅局）",
        "（二）加强保障。" + LONG + "（责任单位：市财政局）",
    )

    assert [measure.title for measure in plan.measures] == ["提升智育水平", "增强美育熏陶", "加强保障"]


def test_articles_open_paragraphs_and_mentions_of_them_do_not() -> None:
    plan = read(
        "甲市某办法第一章 总则第一条 为加强管理，制定本办法。" + LONG,
        "第二章 支持措施第二条 对符合第三条规定的企业给予补助。" + LONG,
        "第三条 企业应当符合下列条件：（一）注册在本市；（二）依法纳税；（三）无不良记录。" + LONG,
    )

    assert [path for path in paths(plan) if "（" not in path] == ["第一章", "第二章", "第二章/第二条", "第二章/第三条"]
    assert "\n（一）注册在本市；\n（二）依法纳税；\n（三）" in plan.text


def test_a_number_in_a_heading_is_no_mark() -> None:
    plan = read("甲市某方案一、区域划分（一）1类区域。" + LONG, "（二）2类区域。" + LONG, "二、说明事项" + LONG)

    assert paths(plan)[:3] == ["一、", "一、/（一）", "一、/（二）"]


def test_a_plan_begins_anew_behind_its_notice() -> None:
    plan = read(
        "现印发给你们，请结合以下要求落实。一、加大宣传。" + LONG,
        "二、强化落实。" + LONG,
        "附：甲市某措施一、落实税收政策。" + LONG,
        "二、实施奖补。" + LONG,
    )

    assert [measure.title for measure in plan.measures] == ["加大宣传", "强化落实", "落实税收政策", "实施奖补"]


def test_what_a_page_prints_below_a_document_is_none_of_it() -> None:
    plan = read(
        "甲市某方案一、重点任务（一）推进改革。" + LONG,
        "二、保障措施（一）加强领导。" + LONG + "本方案自印发之日起施行。",
        "附件：1.任务分工表2.主要指标表相关附件：通知.pdf二维码开始扫一扫在手机打开当前页",
    )

    assert [measure.title for measure in plan.measures] == ["推进改革", "加强领导"]
    assert plan.text[plan.measures[-1].span.end :].strip().startswith("相关附件")


def test_a_lost_mark_loses_only_its_own_paragraph() -> None:
    plan = read(
        "甲市某方案一、扩大开放。" + LONG,
        "三、优化服务。" + LONG,
        "四、加强保障。" + LONG,
    )

    assert paths(plan) == ["一、", "三、", "四、"]


def test_headings_of_a_list_that_end_with_one_noun_are_parted_from_their_text() -> None:
    plan = read(
        "甲市某方案一、发展重点（一）汽车产业集群甲县和乙县零部件基地为依托，培育龙头企业和配套企业，提高本地配套水平。"
        + LONG,
        "（二）装备产业集群龙头企业带动配套企业发展，延伸上下游产业链，提高产品附加值和技术含量。" + LONG,
        "（三）化工新材料产业集群专业园区集聚企业，做大产业规模，提升配套能力和安全水平。" + LONG,
    )

    assert [measure.title for measure in plan.measures] == ["汽车产业集群", "装备产业集群", "化工新材料产业集群"]


def test_a_sentence_among_headings_is_not_cut_at_a_noun() -> None:
    plan = read(
        "甲市推介对接方案一、任务分工（一）各区工信局1.负责辖区内的项目对接，成功对接项目30项以上，做好跟踪落实。",
        "2.对已经授牌的基地将予以重点培育，从中推荐国家基地。" + LONG,
        "（二）行业协会1.近两年来与主要协作配套企业签订合同的，优先推荐。" + LONG,
    )

    assert [measure.title for measure in plan.measures] == [
        "负责辖区内的项目对接，成功对接项目30项以上，做好跟踪落实",
        "对已经授牌的基地将予以重点培育，从中推荐国家基地",
        "近两年来与主要协作配套企业签订合同的，优先推荐",
    ]


def test_a_heading_ends_where_the_text_takes_up_its_words() -> None:
    plan = read(
        "甲市公示方案一、全面推行执法公示制度执法公示制度是保障权利的重要措施，各部门要主动公示。" + LONG,
        "二、推进数字发展推进建设数字平台，提升服务能力，推动数据共享，拓展应用场景。" + LONG,
    )

    assert [measure.title for measure in plan.measures] == ["全面推行执法公示制度", "推进数字发展"]


def test_a_heading_ends_where_a_list_a_place_or_its_verb_begins_anew() -> None:
    plan = read(
        "甲市某行动方案一、重点任务（一）持续深化商事制度改革一是推进集成办理，二是推进容缺受理。" + LONG,
        "（二）突出“三个治污”，确保环境质量持续改善突出精准治污、科学治污、依法治污，聚焦重点问题抓好整改。" + LONG,
        "（三）加大对创新绩效的正向激励激励企业加大研发投入，按照规定落实扶持政策，完善各项服务管理制度。" + LONG,
        "（四）落实管理责任，做好人员健康防护各地要严格落实属地管理责任，加强统筹协调，完善各项工作机制。" + LONG,
        "（五）建立质量反馈机制温州市大数据中心会同有关部门建立反馈制度，定期调度进展，及时解决各类问题。" + LONG,
    )

    assert [measure.title for measure in plan.measures] == [
        "持续深化商事制度改革",
        "突出“三个治污”，确保环境质量持续改善",
        "加大对创新绩效的正向激励",
        "落实管理责任，做好人员健康防护",
        "建立质量反馈机制",
    ]


def test_a_heading_that_nothing_tells_ends_as_far_as_its_sisters_do() -> None:
    plan = read(
        "甲市支持企业措施一、加强企业服务针对企业反映的问题，建立工作清单，逐项研究解决，及时反馈结果。" + LONG,
        "二、完善用工保障依托公共平台，发布用工信息，组织专场招聘，帮助企业招工。" + LONG,
        "三、提高融资便捷性开辟贷款绿色通道，协助企业续贷，降低融资成本，扩大信用贷款。" + LONG,
    )

    assert [measure.title for measure in plan.measures] == ["加强企业服务", "完善用工保障", "提高融资便捷性"]


def test_the_plan_behind_a_notice_that_lists_what_it_asks_for_begins_at_its_title() -> None:
    plan = read(
        "各县区人民政府：现将《甲市促进消费若干措施》印发给你们，请结合以下要求落实。一、加大宣传。广泛宣传政策。二、强化落实。推动早见效。",
        "甲市人民政府办公室2024年11月13日（本文有删减）甲市促进消费若干措施为落实部署，制定以下措施。",
        f"一、支持消费。{LONG}二、支持外贸。{LONG}三、支持创新。{LONG}",
    )

    assert [(m.path, m.title) for m in plan.measures] == [("一、", "支持消费"), ("二、", "支持外贸"), ("三、", "支持创新")]


def test_headings_without_a_mark_stand_above_the_items_that_follow_them() -> None:
    plan = read(
        "我市出台十项措施，聚焦以下内容？支持群众务工就业1.加强就业指导。" + LONG,
        "2.增设公益岗位。" + LONG,
        "加大产业扶持力度3.支持发展项目。" + LONG,
        "4.促进产销衔接。" + LONG,
    )

    assert paths(plan) == [
        "支持群众务工就业",
        "支持群众务工就业/1.",
        "支持群众务工就业/2.",
        "加大产业扶持力度",
        "加大产业扶持力度/3.",
        "加大产业扶持力度/4.",
    ]
