"""A plan from one version to the next: all that has changed is named, and nothing else; every form of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner, Result

import planparse
import planting
from planparse import Plan, Track, pages
from planparse.cli import app
from planparse.cli.forms import forms_of
from planparse.labels import Language
from planparse.tracking.pairing import out_of_order
from planparse.tracking.results import TrackedPart, TrackedTarget
from planparse.tracking.track import track
from planparse.tracking.words import edits, segments

pytestmark = pytest.mark.slow  # whole plans are read and compared

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"  # not shipped; what lies there is tried as well
ROOMY = [path for name in ("007", "056") for path in CORPUS.glob(f"plans/{name}_*.txt")]

OLD = """甲市医疗服务实施方案（征求意见稿）
一、主要目标
到2025年，县域内患者就诊率力争在90%左右，家庭医生签约率达到75%，基层病历使用率达到60%。
二、主要任务
1.建设区域医疗中心。建成区域医疗中心3家，完善分级诊疗。（牵头单位：市卫生健康委，配合单位：市财政局）
2.完善投入机制。落实政府投入责任，加强预算管理。（牵头单位：市财政局，配合单位：市卫生健康委）
3.加强人才培养。引进紧缺人才，完善培训制度。（牵头单位：市人力资源社会保障局）
4.推进信息共享。建设统一平台，实现数据互通。（牵头单位：市大数据局）
三、保障措施
1.加强组织领导。健全协调机制，明确责任分工。（牵头单位：市卫生健康委）
2.做好宣传引导。宣传先进典型，营造良好氛围。（牵头单位：市委宣传部）
"""


def parsed(text: str) -> Plan:
    return planparse.parse(text, "plan.txt")


def tracked(new: str, old: str = OLD) -> Track:
    return track(parsed(old), parsed(new))


def changes(found: Track) -> dict[str, TrackedPart]:
    return {part.title: part for part in found.parts if part.change != "kept" or part.moved}


def target_changes(found: Track) -> dict[str, TrackedTarget]:
    return {(target.new or target.old).indicator: target for target in found.targets if target.is_changed}  # type: ignore[union-attr]


# Planted changes: all named, none invented


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("path", [*sorted((ROOT / "seeds").glob("*.txt")), *ROOMY], ids=lambda path: path.name[:10])
def test_twenty_planted_changes_are_named_and_none_invented(path: Path, seed: int) -> None:
    planted, missed, invented = planting.trial(planparse.extract(path), seed)

    assert len(planted) == 20
    assert len({one.what for one in planted}) >= 5
    assert (missed, invented) == ([], [])


@pytest.mark.parametrize("name", ["jining", "bozhou"])
def test_a_plan_has_not_changed_against_itself_nor_numbered_anew(seeds: Path, name: str) -> None:
    plan = planparse.extract(seeds / f"{name}.txt")
    other_numbers = planparse.parse(plan.text.replace("\n1.", "\n11.").replace("\n2.", "\n12.").replace("\n3.", "\n13."))

    for found in (track(plan, plan), track(plan, other_numbers)):
        assert changes(found) == {}
        assert target_changes(found) == {}
        assert found.facts == ()


def test_other_marks_blanks_and_lines_are_no_change() -> None:
    typeset = (
        OLD.replace("。建成", "。\n建成").replace("，完善分级", "、 完善分级").replace("90%", "90％").replace("：", ":")
    )

    assert changes(tracked(typeset)) == {}


# Measures


def test_the_words_that_changed_are_told_with_what_stands_before_them() -> None:
    part = changes(tracked(OLD.replace("完善分级诊疗", "全面推进分级诊疗和转诊")))["建设区域医疗中心"]

    assert part.change == "changed"
    assert [(edit.old, edit.new) for edit in part.edits] == [("完善", "全面推进"), ("", "和转诊")]
    assert part.edits[0].before.endswith("3家，")


def test_new_gone_and_moved_measures_are_told_and_the_others_are_as_they_were() -> None:
    lines = OLD.splitlines(keepends=True)
    gone, moved = lines.pop(6), lines.pop(4)
    lines.insert(6, moved.replace("1.", "8."))
    lines.insert(5, "9.发展互联网诊疗。开设线上复诊，配送药品到家。（牵头单位：市卫生健康委）\n")

    found = changes(tracked("".join(lines)))

    assert gone.startswith("3.")
    assert {title: (part.change, part.moved) for title, part in found.items()} == {
        "建设区域医疗中心": ("kept", True),
        "发展互联网诊疗": ("new", False),
        "加强人才培养": ("gone", False),
    }


def test_a_measure_in_another_section_has_moved() -> None:
    lines = OLD.splitlines(keepends=True)
    lines.insert(9, lines.pop(7))

    found = changes(tracked("".join(lines)))

    assert {title: (part.change, part.moved) for title, part in found.items()} == {"推进信息共享": ("kept", True)}


def test_other_leads_are_told_with_their_roles() -> None:
    new = OLD.replace("牵头单位：市财政局，配合单位：市卫生健康委", "牵头单位：市卫生健康委，配合单位：市财政局")
    part = changes(tracked(new))["完善投入机制"]

    assert part.leads_changed
    assert {(body.name, body.old, body.new) for body in part.bodies} == {
        ("市卫生健康委", "support", "lead"),
        ("市财政局", "lead", "support"),
    }


def test_a_supporting_body_more_leaves_the_lead_as_it_is() -> None:
    part = changes(tracked(OLD.replace("配合单位：市财政局）", "配合单位：市财政局、市医保局）")))["建设区域医疗中心"]

    assert not part.leads_changed
    assert [(body.name, body.old, body.new) for body in part.bodies] == [("市医保局", None, "support")]


def test_facts_of_the_document_are_told() -> None:
    found = tracked(OLD.replace("（征求意见稿）", ""))

    assert [(fact.field, fact.old, fact.new) for fact in found.facts] == [("status", "draft", "final")]


# Targets


def test_a_target_is_tightened_and_firm_where_it_was_strived_for() -> None:
    found = target_changes(tracked(OLD.replace("力争在90%左右", "在93%左右")))["县域内患者就诊率"]

    assert (found.change, found.distance, found.distance_unit, found.firmness) == ("tightened", 3, "points", "firmer")


@pytest.mark.parametrize(
    ("old", "new", "indicator", "told"),
    [
        ("签约率达到75%", "签约率达到70%", "家庭医生签约率", ("loosened", None, None)),
        ("签约率达到75%", "签约率力争达到75%", "家庭医生签约率", ("kept", None, "softer")),
        ("区域医疗中心3家", "区域医疗中心5家", "区域医疗中心", ("tightened", None, None)),
        ("，基层病历使用率达到60%", "", "基层病历使用率", ("gone", None, None)),
        ("达到60%。", "达到60%，电子处方率达到50%。", "电子处方率", ("new", None, None)),
    ],
)
def test_what_becomes_of_a_target(old: str, new: str, indicator: str, told: tuple[str, str | None, str | None]) -> None:
    found = target_changes(tracked(OLD.replace(old, new)))

    assert {name: (target.change, target.day, target.firmness) for name, target in found.items()} == {indicator: told}


def test_a_later_year_is_later_for_all_that_it_governs() -> None:
    found = target_changes(tracked(OLD.replace("到2025年", "到2027年")))

    assert {target.day for target in found.values()} == {"later"}
    assert {target.days for target in found.values()} == {730}
    assert len(found) == 3


def test_values_of_several_years_are_told_apart() -> None:
    old = "甲市方案\n一、目标\n签约率2025年达到60%，2030年达到75%。\n"
    found = target_changes(tracked(old.replace("75%", "80%"), old))

    assert [(target.old.value, target.new.value) for target in found.values() if target.old and target.new] == [(75, 80)]


# Words


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("甲", ""), ("", "乙"), ("推进改革", "深化改革开放"), ("5G基站30个。", "5G 基站40个"), ("𠮷", "吉")],
)
def test_the_stretches_make_up_both_texts(old: str, new: str) -> None:
    found = segments(old, new)

    assert ("".join(s.old for s in found), "".join(s.new for s in found)) == (old, new)


def test_texts_that_are_too_long_to_hold_against_each_other_are_told_whole() -> None:
    old, new = "开头甲" + "，".join(map(str, range(2000))), "开头甲" + "，".join(map(str, range(5000, 7000)))

    [edit] = edits(old, new)

    assert (len(edit.old), edit.before) == (len(old) - 3, "开头甲")


def test_only_what_has_moved_is_out_of_order() -> None:
    assert out_of_order([]) == set()
    assert out_of_order([5, 0, 1, 2, 3, 4]) == {5}
    assert out_of_order([0, 1, 2]) == set()


# The command and its forms


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app(), ["track", *map(str, arguments), "--lang", "en"], env={"COLUMNS": "160"})


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, "utf-8")
    new.write_text(OLD.replace("90%", "93%").replace("完善分级诊疗", "推进分级诊疗"), "utf-8")
    return old, new


@pytest.mark.parametrize("form", forms_of("track"))
def test_every_form_is_written(versions: tuple[Path, Path], tmp_path: Path, form: str) -> None:
    result = run(*versions, "--format", form, "-o", tmp_path / f"out.{form}")

    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / f"out.{form}").stat().st_size > 300


def test_a_table_spares_what_has_not_changed(versions: tuple[Path, Path]) -> None:
    assert "unchanged rows not shown" in run(*versions).stdout
    assert "unchanged rows not shown" not in run(*versions, "--all").stdout


def test_csv_holds_the_words(versions: tuple[Path, Path]) -> None:
    told = run(*versions, "--format", "csv", "--part", "words").stdout.removeprefix("\ufeff")
    rows = [(row["old_words"], row["new_words"]) for row in csv.DictReader(io.StringIO(told))]

    assert rows == [("90", "93"), ("完善", "推进")]


def test_json_is_the_track_and_says_what_it_rests_on(versions: tuple[Path, Path]) -> None:
    told = run(*versions, "--format", "json", "--least-confidence", "0.1").stdout
    found = Track.model_validate_json(told)

    assert found.producer
    assert found.producer.rules
    assert [read.sha256 for read in found.inputs] == [planparse.extract(path).source.sha256 for path in versions]
    assert json.loads(told)["settings"] == {"least_confidence": 0.1}
    assert planparse.track(*map(planparse.extract, versions), 0.1) == found


def test_cite_names_both_versions(versions: tuple[Path, Path]) -> None:
    told = run(*versions, "--cite").stdout

    assert "Command: track." in told
    assert all(f"{planparse.extract(path).source.sha256}  {path.name}" in told for path in versions)


@pytest.mark.parametrize("language", get_args(Language))
def test_the_page_shows_what_was_put_in_and_taken_out(language: Language) -> None:
    page = pages.track_page(tracked(OLD.replace("完善分级诊疗", "推进分级诊疗")), language)

    assert "<del>完善</del><ins>推进</ins>" in page


def test_what_a_plan_says_stays_text() -> None:
    page = pages.track_page(tracked(OLD.replace("完善分级诊疗", "<script>x</script>推进")), "zh")

    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page
