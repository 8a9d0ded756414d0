"""Bodies: lists are split into names, names are restored to what they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.language.folding import fold
from planparse.language.organizations import level_prefix, resolve, split_bodies
from planparse.language.regions import region
from planparse.model import Region
from steps import growth, repeated
from yaml_files import read_yaml

# (government, clause as printed, names joined by |, open_ended)
CLAUSES = [
    ("济宁市", "市卫生健康委、市发展改革委", "市卫生健康委|市发展改革委", False),
    ("济宁市", "市卫生健康委、国家金融监督管理总局济宁分局等", "市卫生健康委|国家金融监督管理总局济宁分局", True),
    (
        "亳州市",
        "市卫生健康委、市深化医药卫生体制改革领导小组秘书处，各县、区人民政府",
        "市卫生健康委|市深化医药卫生体制改革领导小组秘书处|各县、区人民政府",
        False,
    ),
    ("亳州市", "市医保局、省药监局第二分局、谯城区人民政府", "市医保局|省药监局第二分局|谯城区人民政府", False),
    (
        "福建省",
        "省经信委、财政厅、发改委，人行福州中心支行、福建银监局",
        "省经信委|财政厅|发改委|人行福州中心支行|福建银监局",
        False,
    ),
    (
        "福建省",
        "省中小办、财政厅、发改委及其他省直有关单位，各市、县（区）人民政府，平潭综合实验区管委会",
        "省中小办|财政厅|发改委|各市、县（区）人民政府|平潭综合实验区管委会",
        True,
    ),
    ("福建省", "省司法厅等省有关单位，福州、厦门市人民政府", "省司法厅|福州、厦门市人民政府", True),
    ("福建省", "省应急厅，三明、南平和龙岩市政府", "省应急厅|三明、南平和龙岩市政府", False),
    ("福建省", "省发改委（数字办）、省商务厅（口岸办）", "省发改委（数字办）|省商务厅（口岸办）", False),
    (
        "福建省",
        "省工信厅、体育局，各设区市人民政府（排在第一位的为牵头单位，下同）",
        "省工信厅|体育局|各设区市人民政府",
        False,
    ),
    ("福建省", "省级有关部门，各设区市人民政府", "省级有关部门|各设区市人民政府", False),
    ("福建省", "省生态环境厅牵头，省公安厅、交通运输厅等参与", "省生态环境厅|省公安厅|交通运输厅", True),
    ("福建省", "省人社厅、省残联等按职责分工负责", "省人社厅|省残联", True),
    ("福建省", "省海洋与渔业局、省教育厅，福建农林大学、高等院校", "省海洋与渔业局|省教育厅|福建农林大学|高等院校", False),
    (
        "广东省",
        "省工业和信息化厅、卫生健康委牵头，各地级以上市政府负责",
        "省工业和信息化厅|卫生健康委|各地级以上市政府",
        False,
    ),
    ("广东省", "各市、县〔区〕人民政府和省有关部门", "各市、县〔区〕人民政府|省有关部门", False),
    (
        "北京市",
        "市住房城乡建设委、市文化和旅游局、中关村管委会、各区政府",
        "市住房城乡建设委|市文化和旅游局|中关村管委会|各区政府",
        False,
    ),
    ("湘潭市", "市减负办、拖欠民营企业账款的所有部门和单位）", "市减负办|拖欠民营企业账款的所有部门和单位", False),
    (
        "漳州市",
        "市发改委、工信局，各县（市、区）政府、开发区（投资区、高新区）管委会",
        "市发改委|工信局|各县（市、区）政府|开发区（投资区、高新区）管委会",
        False,
    ),
    ("国务院", "商务部、供销合作总社等和各有关省级人民政府负责", "商务部|供销合作总社|各有关省级人民政府", True),
    ("国务院", "国家发展改革委会同有关部门负责", "国家发展改革委|有关部门", False),
    ("国务院", "教育部、人力资源社会保障部等有关部门和单位按职责分工负责", "教育部|人力资源社会保障部", True),
    # made up from the guide
    ("", "各级党委和政府、市、县卫生健康部门", "各级党委和政府|市、县卫生健康部门", False),
    ("", "市公安局与市司法局以及市民政局", "市公安局|市司法局|市民政局", False),
    ("", "各设区市、省财政厅", "各设区市|省财政厅", False),
    ("", "各地、各有关部门", "各地|各有关部门", False),
    ("", "各乡镇（街道）、市直各部门", "各乡镇（街道）|市直各部门", False),
    ("", "各省、自治区、直辖市和计划单列市财政厅（局）", "各省、自治区、直辖市和计划单列市财政厅（局）", False),
    (
        "",
        "国家税务总局各省、自治区、直辖市和计划单列市税务局，局内各单位",
        "国家税务总局各省、自治区、直辖市和计划单列市税务局|局内各单位",
        False,
    ),
    ("", "各县、市人民政府，各镇、街道", "各县、市人民政府|各镇、街道", False),
    ("", "省财政厅(牵头) 省教育厅(配合)", "省财政厅|省教育厅", False),
    (
        "",
        "市新闻出版局（市版权局）、市教育局（没有收口、市财政局",
        "市新闻出版局（市版权局）|市教育局|没有收口|市财政局",
        False,
    ),
    ("", "市财政局。市教育局", "市财政局", False),
    ("", "等有关部门", "", True),
    ("", "按职责分工负责", "", False),
]


@pytest.mark.parametrize(("government", "clause", "names", "open_ended"), CLAUSES)
def test_a_list_is_split_into_its_names(government, clause, names, open_ended):
    found = split_bodies(fold(clause))
    assert "|".join(clause[start:end] for start, end in found.names) == names, government
    assert found.open_ended is open_ended


def test_offsets_count_in_the_whole_text():
    text = "责任单位：市财政局、市教育局。市公安局"
    assert split_bodies(text, 5).names == ((5, 9), (10, 14))
    assert split_bodies(text, 5, 9).names == ((5, 9),)


JINING, BOZHOU, FUJIAN, BEIJING = region("370800"), region("341600"), region("350000"), region("110000")
RENCHENG, XIANTAO, GUANGXI, NATION = region("370811"), region("429004"), region("450000"), Region()

# (region, printed name, elided level, canonical name, key, level)
BODIES = [
    (JINING, "市卫生健康委", None, "济宁市卫生健康委员会", "health_commission", "city"),
    (JINING, "市发改委", None, "济宁市发展和改革委员会", "development_reform", "city"),
    (JINING, "市人力资源社会保障局", None, "济宁市人力资源和社会保障局", "human_resources", "city"),
    (JINING, "市委组织部", None, "中共济宁市委组织部", "party_organization", "city"),
    (JINING, "市委编办", None, "中共济宁市委机构编制委员会办公室", "institutional_staffing", "city"),
    (JINING, "市大数据中心", None, "济宁市大数据中心", "data_bureau", "city"),
    (JINING, "市政务服务局", None, "济宁市政务服务局", "government_services", "city"),
    (JINING, "团市委", None, "共青团济宁市委员会", "youth_league", "city"),
    (JINING, "国家金融监督管理总局济宁分局", None, "国家金融监督管理总局济宁分局", "financial_regulator", "city"),
    (JINING, "区财政局", None, "区财政局", "finance", "county"),
    (RENCHENG, "卫健局", None, "济宁市任城区卫生健康局", "health_commission", "county"),
    (BOZHOU, "谯城区人民政府", None, "亳州市谯城区人民政府", "local_governments", "county"),
    (BOZHOU, "市数据资源局", None, "亳州市数据资源局", "data_bureau", "city"),
    (BOZHOU, "省药监局第二分局", None, "安徽省药品监督管理局第二分局", "drug_administration", "province"),
    (BOZHOU, "市药业发展促进局", None, "亳州市药业发展促进局", "药业发展促进局", "city"),
    (BOZHOU, "亳州职业技术学院", None, "亳州职业技术学院", "职业技术学院", "city"),
    (FUJIAN, "财政厅", "省", "福建省财政厅", "finance", "province"),
    (FUJIAN, "经信委", "省", "福建省经济和信息化委员会", "industry_information", "province"),
    (FUJIAN, "市场监管局", "省", "福建省市场监督管理局", "market_regulation", "province"),
    (FUJIAN, "发改委（数字办）", "省", "福建省发展和改革委员会", "development_reform", "province"),
    (FUJIAN, "省税务局", None, "国家税务总局福建省税务局", "tax", "province"),
    (FUJIAN, "国家税务总局福建省税务局", None, "国家税务总局福建省税务局", "tax", "province"),
    (FUJIAN, "福建证监局", None, "中国证券监督管理委员会福建监管局", "securities_regulator", "province"),
    (FUJIAN, "福州海关", None, "中华人民共和国福州海关", "customs", "city"),
    (FUJIAN, "人行福州中心支行", "省", "中国人民银行福州中心支行", "peoples_bank", "city"),
    (FUJIAN, "省委军民融合办", None, "中共福建省委军民融合发展委员会办公室", "military_civil", "province"),
    (FUJIAN, "省高级法院", None, "福建省高级人民法院", "court", "province"),
    (FUJIAN, "三明", None, "三明市人民政府", "local_governments", "city"),
    (FUJIAN, "中国铁路南昌局集团有限公司", None, "中国铁路南昌局集团有限公司", "railway", "city"),
    (BEIJING, "市交通委", None, "北京市交通运输委员会", "transport", "province"),
    (XIANTAO, "市财政局", None, "仙桃市财政局", "finance", "county"),
    (GUANGXI, "自治区教育厅", None, "广西壮族自治区教育厅", "education", "province"),
    (NATION, "发展改革委", None, "国家发展和改革委员会", "development_reform", "central"),
    (NATION, "统计局", None, "国家统计局", "statistics", "central"),
    (FUJIAN, "人力资源社会保障部", None, "人力资源和社会保障部", "human_resources", "central"),
]

# (region, printed name, canonical name, key, level)
GROUPS = [
    (BOZHOU, "各县、区人民政府", "亳州市各县、区人民政府", "local_governments", "county"),
    (FUJIAN, "各设区市人民政府", "福建省各设区市人民政府", "local_governments", "city"),
    (FUJIAN, "省直有关部门", "福建省直有关部门", "departments", "province"),
    (FUJIAN, "各级工业和信息化主管部门", "福建省各级工业和信息化主管部门", "industry_information", "province"),
    (FUJIAN, "各高校", "福建省各高校", "universities", "province"),
    (JINING, "市、县卫生健康部门", "市、县卫生健康部门", "health_commission", "city"),
    (JINING, "各乡镇（街道）", "济宁市各乡镇（街道）", "townships", "township"),
    (JINING, "县级以上地方人民政府", "县级以上地方人民政府", "local_governments", "county"),
    (BEIJING, "各区财政局", "北京市各区财政局", "finance", "county"),
    (NATION, "各省级人民政府", "各省级人民政府", "local_governments", "province"),
]


@pytest.mark.parametrize(("place", "name", "elided", "canonical", "key", "level"), BODIES)
def test_a_printed_name_stands_for_a_body(place, name, elided, canonical, key, level):
    assert resolve(name, place, elided) == (canonical, key, level, False)


@pytest.mark.parametrize(("place", "name", "canonical", "key", "level"), GROUPS)
def test_a_class_of_bodies_is_a_group(place, name, canonical, key, level):
    assert resolve(name, place) == (canonical, key, level, True)


@pytest.mark.parametrize(
    "names",
    [
        ("市卫生健康委", "市卫健委", "市卫计委", "市卫生局"),
        ("市工信局", "市经信委", "市经济和信息化局"),
        ("市科协", "市科学技术协会"),
    ],
)
def test_one_office_has_one_key_in_every_year_and_spelling(names):
    assert len({resolve(name, JINING).body for name in names}) == 1


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("省经信委", "省"),
        ("市委组织部", "市"),
        ("自治区教育厅", "自治区"),
        ("团省委", "省"),
        ("福建省财政厅", "省"),
        ("市场监管局", None),
        ("区域合作办", None),
        ("福建证监局", None),
    ],
)
def test_the_level_word_of_a_name_can_be_carried_along_a_list(name, word):
    assert level_prefix(name) == word


@pytest.mark.parametrize("gold", sorted((Path(__file__).parent / "gold").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_names_of_the_gold_plans_survive_a_list_and_are_known(gold):
    plan = read_yaml(gold)
    place = region(plan["metadata"]["region"]["adcode"])
    names = [unit["name"] for measure in plan["measures"] for unit in measure.get("units") or ()]
    listed = fold("、".join(names))
    assert [listed[start:end] for start, end in split_bodies(listed).names] == [fold(name) for name in names]
    unknown = {name for name in names if not resolve(name, place, "省").body.isascii()}
    assert len(unknown) <= 3, unknown


CHINESE = st.text(
    st.sampled_from(
        "省市县区各有关等和与及、，；（）。： 高级人民政府财政局厅委办部门发展改革员会国家福州建负责按职责分工牵头其他中共团"
    ),
    max_size=60,
)


@given(CHINESE | st.text(max_size=40))
def test_any_text_splits_into_names_in_order(text):
    end = 0
    for start, stop in split_bodies(fold(text)).names:
        assert end <= start < stop <= len(text)
        end = stop
    part = split_bodies(fold(text), len(text) // 3, len(text) // 2).names
    assert all(len(text) // 3 <= start < stop <= len(text) // 2 for start, stop in part)


@given(
    CHINESE | st.text(max_size=20),
    st.sampled_from([JINING, FUJIAN, BEIJING, XIANTAO, NATION]),
    st.sampled_from(["省", "市", None, "x"]),
)
def test_any_name_can_be_resolved(name, place, elided):
    body = resolve(name, place, elided)
    assert bool(body.body) == bool(body.canonical) == bool(name)
    level_prefix(name)


PIECES = ("县、", "（", "和", "负责", "市财政局、", "市财政局和", "等", "财", "（市、", "各市、县", "发展和改革")


@pytest.mark.slow
@pytest.mark.parametrize("work", ["split_bodies", "resolve"])
def test_long_lists_take_steps_in_proportion(work):
    grown = growth(work, {piece: repeated(piece, 500, 2000) for piece in PIECES})

    assert {piece: times for piece, times in grown.items() if times > 1.5} == {}
