"""The register of indicators holds together, finds what it names and nothing beside it."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

import planparse
from planparse.language.indicators import COMMON, RATIO, Entry, Indicator, entries_in, names_of, plain, register
from planparse.language.lexicon import words
from planparse.language.scales import scale
from planparse.model import Region

LEXICONS = files("planparse.language") / "lexicons"
TEXT = (LEXICONS / "indicators.yaml").read_text("utf-8")
ENTRIES = entries_in(words("indicators"))


def indicators_of(text: str) -> dict[str, str | None]:
    """The indicators of a plan's targets, each with its entry."""
    return {target.indicator: target.indicator_id for target in planparse.parse(f"一、主要目标\n{text}\n").targets}


def test_ids_stand_once() -> None:
    ids = re.findall(r"^  ([^\s:]+):", TEXT, re.MULTILINE)

    assert len(ids) == len(ENTRIES) >= 250
    assert Counter(ids).most_common(1)[0][1] == 1
    assert all(re.fullmatch("[a-z][a-z0-9_]*", id_) for id_ in ids)


def test_a_name_belongs_to_one_entry_and_stands_there_once() -> None:
    keys = Counter(plain(name).key for entry in ENTRIES for name in entry.indicator.names)

    assert [key for key, count in keys.items() if count > 1] == []
    assert all(len(key) > 1 for key in keys)


def test_an_entry_finds_itself_by_each_of_its_names() -> None:
    for entry in ENTRIES:
        unit = entry.indicator.unit[0] if entry.indicator.unit else None
        kind = {RATIO: "ratio", "级": "grade"}.get(unit or "", "level")
        for name in entry.indicator.names:
            assert register().find(name, kind, unit, entry.indicator.per) == entry.id, name
        assert register().entries[entry.id] == entry


def test_an_entry_says_how_it_is_told() -> None:
    for entry in ENTRIES:
        name, scales = entry.name, [scale(unit)[0] for unit in entry.indicator.unit]
        assert entry.indicator.source, name
        assert len(set(scales)) == len(scales), name
        assert (entry.indicator.per is not None) == name.startswith("每"), name
        if plain(name).growth or re.search("(?:覆盖|普及|合格|满意)率$", name):
            assert scales == ["percent"], name


def test_most_entries_name_a_document() -> None:
    assert sum(entry.indicator.source != COMMON for entry in ENTRIES) >= 250


def test_the_table_of_names_is_that_of_the_entries() -> None:
    table = (LEXICONS / "indicator_names.tsv").read_text("utf-8")

    assert table.splitlines() == [f"{name}\t{rest}" for name, rest in names_of(ENTRIES).items()]


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("全市每千人口执业（助理）医师数达到3.2人。", "doctors_per_1000"),
        ("每千名常住人口拥有注册护士数达到3.8人。", "nurses_per_1000"),
        ("全社会研发经费投入占地区生产总值的比例达到2.8%。", "rd_intensity"),
        ("研究与试验发展（R&D）经费支出占GDP比重达到2.8%。", "rd_intensity"),
        ("地区生产总值年均增长6%。", "gdp_growth"),
        ("地区生产总值达到6000亿元。", "gdp"),
        ("全市地区生产总值增速达到6%。", "gdp_growth"),
        ("森林覆盖率提高2个百分点。", "forest_coverage"),
        ("国家高新技术企业数量达到500家。", "hightech_enterprises"),
        ("细颗粒物（PM2.5）浓度降至35微克/立方米。", "pm25"),
        ("细颗粒物（PM2.5）浓度下降10%。", "pm25_cut"),
        ("养老机构护理型床位占比达到55%。", "nursing_bed_share"),
    ],
)
def test_a_target_is_found_by_its_name(sentence: str, known: str) -> None:
    assert [*indicators_of(sentence).values()] == [known]


@pytest.mark.parametrize(
    "sentence",
    [
        "执业（助理）医师达到3000人。",  # no denominator
        "每万人口执业（助理）医师数达到32人。",  # another denominator
        "地区生产总值进入全国前50名。",
        "地区生产总值占全省比重达到10%。",
        "高新技术企业达到60%。",
        "森林覆盖率增长5%。",  # of itself: neither the level nor its points
        "城市森林覆盖率达到40%。",
        "每个县建成养老机构2家。",
        "高新技术企业产值增长10%。",
    ],
)
def test_what_is_counted_otherwise_is_another_thing(sentence: str) -> None:
    found = indicators_of(sentence)

    assert found
    assert {*found.values()} == {None}


def test_the_place_of_the_plan_goes_without_saying() -> None:
    place = Region(province="山东省", city="济宁市", adcode="370800")

    assert register().find("济宁市常住人口城镇化率", "level", "%", None, place) == "urbanisation_rate"
    assert register().find("济宁市常住人口城镇化率", "level", "%", None) is None


def test_own_entries_come_before_those_that_are_there() -> None:
    own = Entry("gdp", "own", Indicator(names=("区内生产总值", "高新技术企业"), unit=("元",), direction="higher"))

    extended = register().with_entries([own])

    assert extended.find("区内生产总值", "level", "亿元", None) == "gdp"
    assert extended.find("地区生产总值", "level", "亿元", None) is None
    assert extended.find("高新技术企业", "level", "亿元", None) == "gdp"
    assert extended.entries["gdp"] == own
    assert register().find("地区生产总值", "level", "亿元", None) == "gdp"
