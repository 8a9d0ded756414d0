"""Plans that carry each other out: who answers whom and who only seems to, what becomes of targets, and every form of it."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

import planparse
from planparse import Cascade, Plan, pages
from planparse.cascading.cascade import cascade
from planparse.cascading.documents import Cited, Library, core_of, place_of
from planparse.cascading.results import TargetFate
from planparse.cli import app
from planparse.cli.forms import forms_of
from planparse.exporting.as_graphml import as_graphml
from planparse.exporting.of_cascade import cascade_tables
from planparse.exporting.people import view
from planparse.labels import Language

pytestmark = pytest.mark.slow  # whole plans are read and compared

NATION = """国务院关于加快推进家庭医生服务的指导意见
国发〔2022〕42号
各省、自治区、直辖市人民政府：
家庭医生服务是基础。为加快推进，现提出以下意见。
一、主要目标
到2025年，家庭医生签约率达到75%，县域内住院率达到90%以上，全国执业医师达到400万人，基层医疗卫生机构电子病历使用率达到60%，转诊办理时间压缩至9个工作日。
二、主要任务
（一）扩大签约服务。推进家庭医生签约，扩大服务供给。（国家卫生健康委负责）
（二）加强队伍建设。加强全科医生培养培训，落实编制。（国家卫生健康委、教育部负责）
国务院
2022年3月3日
"""
PROVINCE = """山东省人民政府关于加快推进家庭医生服务的实施意见
鲁政发〔2022〕8号
各市人民政府：
为贯彻落实《国务院关于加快推进家庭医生服务的指导意见》
（国发〔2022〕42号）和《中华人民共和国基本医疗卫生与健康促进法》，结合我省实际，制定本实施意见。
一、主要目标
到2024年，家庭医生签约率力争达到80%，县域内住院率达到85%以上，全省执业医师达到36万人，转诊办理时间压缩至8个工作日。
二、主要任务
（一）扩大签约服务。推进家庭医生签约，扩大服务供给。（省卫生健康委负责）
（二）完善信息平台。建设省级信息平台，实现数据共享。（省大数据局负责）
山东省人民政府
2022年6月6日
"""
CITY = """济宁市加快推进家庭医生服务实施方案
为贯彻《山东省人民政府关于加快推进家庭医生服务的实施意见》和《济宁市“十四五”卫生健康规划》精神，按照《国务院关于深化医改的若干意见》（国发〔2021〕3号）要求，制定本方案。
一、主要目标
到2024年，家庭医生签约率达到80%，县域内住院率达到85%以上。
二、主要任务
（一）扩大签约服务。推进家庭医生签约，落实《青岛市家庭医生服务办法》。（市卫生健康委负责）
"""
NAMESAKE = (
    PROVINCE.replace("山东省", "福建省").replace("鲁政发〔2022〕8号", "闽政发〔2022〕9号").replace("省卫生", "省 卫生")
)
MENTIONS = """枣庄市健康服务实施方案
为满足群众需要，制定本方案。
一、主要任务
（一）扩大签约服务。按照《国务院关于加快推进家庭医生服务的指导意见》（国发〔2022〕42号），推进家庭医生签约。
"""


def plans(*texts: str) -> list[Plan]:
    return [planparse.parse(text, f"{at:03d}_plan.txt") for at, text in enumerate(texts)]


def edges(found: Cascade) -> list[tuple[int, int, str]]:
    return [(answer.upper, answer.lower, answer.by) for answer in found.answers]


@pytest.fixture(scope="module")
def three() -> list[Plan]:
    return plans(CITY, PROVINCE, NATION)


@pytest.fixture(scope="module")
def found(three: list[Plan]) -> Cascade:
    return cascade(three)


# Who carries out whom


def test_a_plan_is_known_by_its_number_and_by_its_title(found: Cascade, three: list[Plan]) -> None:
    assert edges(found) == [(1, 0, "title"), (2, 1, "number")]
    for answer in found.answers:
        assert three[answer.lower].text[answer.span.start : answer.span.end] == answer.quote
    assert found.answers[0].quote == "贯彻《山东省人民政府关于加快推进家庭医生服务的实施意见》"
    assert [plan.level for plan in found.plans] == ["city", "province", "nation"]


def test_documents_that_no_input_is_are_named_and_laws_are_none(found: Cascade) -> None:
    assert [(document.title, document.doc_number, document.plans) for document in found.missing] == [
        ("济宁市“十四五”卫生健康规划", None, (0,)),
        ("国务院关于深化医改的若干意见", "国发〔2021〕3号", (0,)),
    ]


def test_a_document_that_is_only_mentioned_is_cited_and_no_parent() -> None:
    found = cascade(plans(NATION, MENTIONS))

    assert edges(found) == []
    [citation] = found.citations
    assert (citation.plan, citation.cited, citation.answers) == (1, 0, False)


def test_every_reference_resolves_that_a_plan_is(found: Cascade) -> None:
    assert [(citation.plan, citation.cited, citation.by, citation.answers) for citation in found.citations] == [
        (0, 1, "title", True),
        (1, 2, "number", True),
    ]


def test_a_plan_of_that_title_by_another_government_is_another() -> None:
    assert edges(cascade(plans(NAMESAKE, CITY))) == []
    assert edges(cascade(plans(NAMESAKE, CITY, PROVINCE))) == [(2, 1, "title")]


def test_another_number_is_another_document_whatever_its_title() -> None:
    assert edges(cascade(plans(NATION.replace("42号", "43号"), PROVINCE))) == []


def test_a_plan_is_not_carried_out_before_it_is_issued() -> None:
    assert edges(cascade(plans(NATION.replace("2022年3月3日", "2022年9月9日"), PROVINCE))) == []


def test_what_a_plan_builds_on_or_is_called_itself_is_no_parent() -> None:
    built = PROVINCE.replace("为贯彻落实《", "在落实《").replace("（国发〔2022〕42号）和", "的基础上，根据")
    forwarded = "现将《济宁市加快推进家庭医生服务实施方案》印发给你们，请认真贯彻落实。\n2022年8月8日\n"

    assert edges(cascade(plans(NATION, built))) == []
    assert edges(cascade(plans(PROVINCE, f"{forwarded}{CITY}"))) == [(0, 1, "title")]


@pytest.mark.parametrize(
    ("opening", "by"),
    [
        ("按照国务院关于加快推进家庭医生服务的指导意见要求，制定本方案。", "words"),
        ("根据《国务院关于加快推进家庭医生服务的指导意见》，制定本方案。", "title"),
        ("推动国务院《关于加快推进家庭医生服务的指导意见》有效落实，制定本方案。", "title"),
        (
            "根据《甲意见》（国发〔2020〕1号）、《乙意见》，《关于加快推进家庭医生服务的指导意见》（国发[2022] 42 号）精神，制定本方案。",
            "number",
        ),
    ],
)
def test_the_opening_says_it_in_many_ways(opening: str, by: str) -> None:
    lower = f"济宁市健康服务实施方案\n{opening}\n一、主要任务\n（一）扩大签约。推进签约。\n"

    assert edges(cascade(plans(NATION, lower))) == [(0, 1, by)]


def test_a_notice_that_forwards_a_plan_carries_it_out() -> None:
    notice = (
        "济宁市人民政府办公室转发山东省人民政府关于加快推进家庭医生服务的实施意见的通知\n各县（市、区）人民政府：\n请结合实际执行。\n"
        "一、主要任务\n（一）扩大签约。推进签约。\n"
    )

    assert [edge[:2] for edge in edges(cascade(plans(PROVINCE, notice)))] == [(0, 1)]


def test_the_name_of_a_file_stands_for_a_title_that_is_not_printed() -> None:
    untitled = planparse.parse(NATION.partition("\n")[2], "041_国务院关于加快推进家庭医生服务的指导意.txt")
    lower = planparse.parse(PROVINCE.replace("\n（国发〔2022〕42号）", ""), "082.txt")
    nameless = planparse.parse(NATION.partition("\n")[2], "041.txt")

    assert edges(cascade([untitled, lower])) == [(0, 1, "title")]
    assert edges(cascade([nameless, lower])) == []


def test_a_territory_that_no_head_names_is_that_of_the_file() -> None:
    text = "健康服务实施方案\n一、主要任务\n（一）扩大签约。推进签约。\n"
    named, unnamed = (planparse.parse(text, name) for name in ("026_阜阳市健康服务实施方案.txt", "026.txt"))

    assert [plan.level for plan in cascade([named, unnamed]).plans] == ["city", "nation"]


def test_no_plan_carries_out_itself_and_none_gives_an_empty_cascade() -> None:
    twice = plans(NATION.replace("现提出", "根据《国务院关于加快推进家庭医生服务的指导意见》（国发〔2022〕42号），现提出"))

    assert edges(cascade(twice)) == []
    assert cascade([]).answers == ()


def test_titles_are_compared_by_what_tells_them() -> None:
    assert (
        core_of("《甲省人民政府办公厅关于印发〈“乙”行动 方案〉的通知》") == core_of("“乙”行动方案（试行）") == "乙行动方案"
    )
    place = place_of(Cited("关于推进服务的意见", "鲁政发〔2022〕8号", None))
    assert place
    assert place.province == "山东省"
    assert place_of(Cited("关于推进服务的意见", None, None)) is None


def test_the_openings_of_many_plans_are_read_once_each(three: list[Plan]) -> None:
    """A plan is looked up by its names, never held against all others."""
    library = Library(three * 50)

    assert len(library.known) == 150
    assert library.resolve(Cited("无此文件的实施意见", None, None), library.known[0]) is None


# What becomes of targets


def fate(found: Cascade, answer: int, indicator: str) -> TargetFate:
    return next(
        fate
        for fate in found.answers[answer].targets
        if indicator in ((fate.upper or fate.lower).indicator)  # type: ignore[union-attr]
    )


def test_a_target_is_raised_lowered_kept_divided_or_dropped(found: Cascade) -> None:
    raised = fate(found, 1, "签约率")
    lowered = fate(found, 1, "住院率")
    portion = fate(found, 1, "执业医师")
    dropped = fate(found, 1, "使用率")
    kept = fate(found, 0, "签约率")

    assert (raised.fate, raised.distance, raised.distance_unit) == ("raised", 5, "points")
    assert (lowered.fate, lowered.distance) == ("lowered", -5)
    assert (portion.fate, portion.part, portion.distance) == ("portion", 0.09, None)
    assert (dropped.fate, dropped.lower) == ("dropped", None)
    assert (kept.fate, kept.distance) == ("kept", 0)


def test_as_much_as_the_whole_is_no_part_of_it() -> None:
    above = "国务院关于推进试点的意见\n一、主要目标\n到2025年，在23个领域开展试点，建成示范中心100家。\n"
    below = (
        "甲省试点方案\n根据《国务院关于推进试点的意见》，制定本方案。\n一、主要目标\n到2025年，在23个领域开展试点，建成示范中心8家。\n"
    ).replace("甲省", "山东省")
    found = cascade(plans(above, below))

    assert [(fate.fate, fate.part) for fate in found.answers[0].targets] == [("kept", None), ("portion", 0.08)]


def test_less_is_harder_where_less_is_wanted(found: Cascade) -> None:
    days = fate(found, 1, "转诊")

    assert (days.fate, days.distance, days.distance_unit) == ("raised", 11.11, "percent")


def test_days_and_firmness_are_told_beside_the_bar(found: Cascade) -> None:
    raised = fate(found, 1, "签约率")
    kept = fate(found, 0, "签约率")

    assert (raised.day, raised.days, raised.firmness) == (
        "earlier",
        (date(2024, 12, 31) - date(2025, 12, 31)).days,
        "softer",
    )
    assert (kept.day, kept.days, kept.firmness) == (None, None, "firmer")


def test_it_says_how_sure_a_pair_is(found: Cascade) -> None:
    told = [fate for answer in found.answers for fate in answer.targets]

    assert {fate.confidence for fate in told if fate.upper and fate.lower} <= {"sure", "likely"}
    assert all((fate.confidence is None) == (fate.fate in {"dropped", "added"}) for fate in told)
    likely = sum(fate.confidence == "likely" for fate in told)
    assert sum(row.likely for row in found.levels) == likely


def test_a_target_answers_one_at_most(found: Cascade) -> None:
    nation = "国务院关于推进农机的意见\n一、主要目标\n到2025年，农作物机械化率达到75%，丘陵山区农作物机械化率达到55%。\n"
    province = (
        "山东省农机方案\n根据《国务院关于推进农机的意见》，制定本方案。\n一、主要目标\n到2025年，农作物机械化率达到80%。\n"
    )
    told = cascade(plans(nation, province)).answers[0].targets

    assert [(fate.fate, fate.upper.value if fate.upper else None) for fate in told] == [("raised", 75), ("dropped", 55)]
    for answer in found.answers:
        for side in ("upper", "lower"):
            ids = [target.id for fate in answer.targets if (target := getattr(fate, side))]
            assert len(ids) == len(set(ids))


def test_levels_sum_up_what_the_answers_say(found: Cascade) -> None:
    nation, province = found.levels

    assert (nation.upper_level, nation.lower_level, nation.answers) == ("nation", "province", 1)
    assert (nation.kept, nation.raised, nation.lowered, nation.portion, nation.dropped) == (0, 2, 1, 1, 1)
    assert nation.share_raised == round(2 / 3, 4)
    assert nation.mean_points == 0
    assert nation.mean_percent == 11.11
    assert (province.upper_level, province.lower_level, province.kept) == ("province", "city", 2)
    for row, answer in zip(found.levels, reversed(found.answers), strict=True):
        assert row.targets == sum(fate.upper is not None for fate in answer.targets)


def test_targets_that_are_not_sure_are_left_out_where_that_is_asked(three: list[Plan]) -> None:
    found = cascade(three, 1.0)

    assert all(not answer.targets for answer in found.answers)
    assert found.settings == {"least_confidence": 1.0}


def test_it_says_what_it_rests_on(found: Cascade, three: list[Plan]) -> None:
    assert found.producer
    assert found.producer.rules
    assert [read.sha256 for read in found.inputs] == [plan.source.sha256 for plan in three]
    assert [read.rules for read in found.inputs] == [plan.producer.rules for plan in three if plan.producer]
    assert Cascade.model_validate_json(found.model_dump_json()) == found
    assert planparse.cascade(three) == found


# The command and its forms


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app(), ["cascade", *map(str, arguments), "--lang", "en"], env={"COLUMNS": "160"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("city", CITY), ("nation", NATION), ("province", PROVINCE)):
        (tmp_path / "plans" / f"{name}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "plans" / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path / "plans"


def test_a_folder_of_texts_is_read_as_one_of_extracted_plans_is(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "read").mkdir()
    for path in folder.iterdir():
        extracted = planparse.extract(path)
        (tmp_path / "read" / f"{path.stem}.json").write_text(extracted.model_dump_json(), "utf-8")

    texts, read = (run(place, "--format", "json") for place in (folder, tmp_path / "read"))

    assert texts.exit_code == read.exit_code == 0
    assert json.loads(texts.stdout)["answers"] == json.loads(read.stdout)["answers"]


@pytest.mark.parametrize("form", forms_of("cascade"))
def test_every_form_is_written(folder: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"

    result = run(folder, "--format", form, "-o", out)

    assert (result.exit_code, result.stderr) == (0, "")
    assert out.stat().st_size > 300


def test_csv_holds_the_table_that_is_asked_for(folder: Path) -> None:
    rows = [*csv.DictReader(io.StringIO(run(folder, "--format", "csv", "--part", "fates").stdout.removeprefix("\ufeff")))]

    raised = next(row for row in rows if row["fate"] == "raised")
    assert (raised["distance"], raised["distance_unit"], raised["upper_value"]) == ("5.0", "points", "75%")


def test_xlsx_has_a_sheet_a_table_in_either_language(folder: Path, tmp_path: Path) -> None:
    assert run(folder, "--format", "xlsx", "-o", tmp_path / "out.xlsx").exit_code == 0

    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert [*book.sheetnames][:3] == ["Answers", "Levels", "Fates"]


def test_graphml_holds_plans_missing_documents_and_who_carries_out_whom(folder: Path) -> None:
    graph = ET.fromstring(run(folder, "--format", "graphml").stdout)
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}

    assert len(graph.findall(".//g:node", space)) == 5
    assert len(graph.findall(".//g:edge", space)) == 4


def test_references_are_exported_with_the_ids_of_the_plans(folder: Path) -> None:
    rows = [
        *csv.DictReader(io.StringIO(run(folder, "--format", "csv", "--part", "citations").stdout.removeprefix("\ufeff")))
    ]
    known = {(plan := planparse.extract(path)).id: {one.id for one in plan.references} for path in folder.iterdir()}

    assert len(rows) == 2
    assert all(row["reference_id"] in known[row["plan_id"]] and row["cited_plan_id"] in known for row in rows)


def test_cite_says_release_rules_settings_and_inputs(folder: Path) -> None:
    told = run(folder, "--cite", "--least-confidence", "0.5").stdout

    assert f"Version {planparse.__version__}. Command: cascade. Rules " in told
    assert "Settings: least_confidence=0.5." in told
    assert "@software{" in told
    for path in folder.iterdir():
        assert f"{planparse.extract(path).source.sha256}  {path.name}" in told


def test_a_target_below_is_found_by_an_entry_of_the_users_own(folder: Path, tmp_path: Path) -> None:
    nation, province = folder / "nation.txt", folder / "province.txt"
    province.write_text(PROVINCE.replace("县域内住院率", "基层首诊占比"), "utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(
        "health:\n  seen_at_home: {names: [县域内住院率, 基层首诊占比], unit: '%', direction: higher, source: 某规划}\n",
        "utf-8",
    )

    def fate_of(*options: str | Path) -> str:
        said = Cascade.model_validate_json(run(nation, province, "--format", "json", *options).stdout)
        return next(fate.fate for fate in said.answers[0].targets if fate.upper and fate.upper.indicator == "县域内住院率")

    assert fate_of() == "dropped"
    assert fate_of("--indicators", own) == "lowered"
    assert "Settings: indicators=own.yaml sha256:" in run(nation, province, "--indicators", own, "--cite").stdout


def test_a_portion_is_put_per_head_where_populations_are_given(folder: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "plan,region,population,source,year\nnation.txt,,14.1亿,某公报,2020\n,山东省,1.0亿,某公报,2020\n", "utf-8"
    )
    asked = (folder, "--population", people)

    said = Cascade.model_validate_json(run(*asked, "--format", "json").stdout)

    answer = next(answer for answer in said.answers if said.plans[answer.upper].name == "nation.txt")
    portion = next(fate for fate in answer.targets if fate.fate == "portion")
    assert portion.per_head is not None
    assert (portion.per_head.left, portion.per_head.right) == (28.3688, 36)
    assert said.settings["population"].startswith("people.csv sha256:")
    assert "36 for 10,000 people (100000000 in 2020, 某公报)" in run(*asked, "--format", "csv", "--part", "fates").stdout
    assert "28.3688 → 36" in run(*asked, "--format", "html").stdout


def test_pairs_that_are_not_sure_are_folded_and_counted(found: Cascade, three: list[Plan]) -> None:
    answer = found.answers[0]
    fate = next(fate for fate in answer.targets if fate.fate == "kept")
    unsure = found.model_copy(
        update={
            "answers": (
                answer.model_copy(
                    update={
                        "targets": tuple(
                            one.model_copy(update={"confidence": "likely"}) if one is fate else one for one in answer.targets
                        ),
                        "measures": tuple(one.model_copy(update={"confidence": "likely"}) for one in answer.measures),
                    }
                ),
                *found.answers[1:],
            )
        }
    )
    tables = {table.name: table for table in cascade_tables(unsure, three, "en")}

    def row(name: str) -> dict[str, object]:
        return dict(zip(tables[name].columns, tables[name].rows[0], strict=True))

    folded = view(tables["fates"], "en", everything=False)
    assert len(view(tables["fates"], "en", everything=True).rows) > len(folded.rows)
    assert "likely pairs not shown: 1; --all shows them" in folded.notes
    assert "likely pairs not shown: 1; --all shows them" in view(tables["answered_measures"], "en", everything=False).notes
    assert (row("answers")["likely"], row("answers")["measures_answered"]) == (1, 0)
    sure = sum(one.fate == "kept" for one in answer.targets) - 1
    assert row("answers")["kept"] == sure
    assert pages.cascade_page(unsure, three, "en").count('<details class="likely">') == 1


def test_one_plan_is_none_to_hold_against_others(folder: Path) -> None:
    result = run(folder / "city.txt")

    assert result.exit_code == 1
    assert result.stderr == "planparse: fewer than two plans remain to compare; nothing was written\n"


@pytest.mark.parametrize(("language", "words"), [("en", "implement another"), ("zh", "对上下承接")])
def test_the_page_shows_tree_levels_and_targets(found: Cascade, three: list[Plan], language: Language, words: str) -> None:
    page = pages.cascade_page(found, three, language)

    assert words in page
    assert page.count('id="answer-') == len(found.answers)
    assert "+5 " in page
    assert "济宁市“十四五”卫生健康规划" in page


def test_the_page_of_plans_in_a_circle_ends() -> None:
    one = "甲市发展方案\n根据《乙市发展方案》制定。\n一、主要任务\n（一）推进。推进。\n"
    circle = plans(one, one.replace("甲", "丙").replace("乙市", "甲市"), one.replace("甲", "乙").replace("《乙", "《丙"))
    found = cascade(circle)

    assert pages.cascade_page(found, circle, "zh")


def test_what_plans_say_steers_nothing() -> None:
    nasty = "<script>x</script>\x1b[31m"
    both = plans(NATION.replace("指导意见", f"指导{nasty}意见"), PROVINCE.replace("健康促进法", f"健康规划{nasty}方案"))
    found = cascade(both)
    page = pages.cascade_page(found, both, "zh")
    graph = ET.fromstring(as_graphml(found))

    assert [edge[:2] for edge in edges(found)] == [(0, 1)]
    assert "<script>x" not in page
    assert len(graph.findall(".//{*}node")) == 3
