"""Places: which one a title, an issuer, a body or a whole text names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.language.regions import from_doc_number, locate, locate_in_body, place_at, region
from planparse.model import Region
from steps import growth, repeated

# (text, within, province, city, county, adcode); the text is a title, an issuer or a signature.
NAMED = [
    # 济宁市, 2024
    ("济宁市关于进一步完善医疗卫生服务体系的实施方案", None, "山东省", "济宁市", None, "370800"),
    # 亳州市, 2024
    ("亳州市人民政府办公室关于印发推进健康亳州建设实施方案的通知", None, "安徽省", "亳州市", None, "341600"),
    # 广东省, 2020
    ("广东省人民政府", None, "广东省", None, None, "440000"),
    # 福建省: two issuers, and a department under its short name
    ("中共福建省委 福建省人民政府关于加快民营企业发展的若干意见", None, "福建省", None, None, "350000"),
    ("福建工信厅关于印发福建省2020年淘汰落后产能工作方案的通知", None, "福建省", None, None, "350000"),
    ("省政府：关于印发福建省打赢蓝天保卫战三年行动计划实施方案的通知", None, "福建省", None, None, "350000"),
    # 福建省三明市: a chain, also over a blank
    ("福建省三明市促进就业若干措施", None, "福建省", "三明市", None, "350400"),
    ("福建省 三明市人民政府", None, "福建省", "三明市", None, "350400"),
    # 北京市: a 直辖市 has no city above its districts
    ("北京市应对疫情影响促进中小微企业持续健康发展若干措施", None, "北京市", None, None, "110000"),
    ("北京市海淀区人民政府", None, "北京市", None, "海淀区", "110108"),
    ("北京海淀区促进科技创新办法", None, "北京市", None, "海淀区", "110108"),
    ("石景山区支持企业发展若干措施（暂行）", None, "北京市", None, "石景山区", "110107"),
    ("朝阳区促进就业办法", region("110000"), "北京市", None, "朝阳区", "110105"),
    # 广州市天河区: the only one of its name
    ("天河区港澳青年创新创业支持办法", None, "广东省", "广州市", "天河区", "440106"),
    # 上海市
    ("浦东新区", None, "上海市", None, "浦东新区", "310115"),
    # counties that their province administers
    ("仙桃市人民政府办公室", None, "湖北省", None, "仙桃市", "429004"),
    ("石河子市", None, "新疆维吾尔自治区", None, "石河子市", "659001"),
    # short names of provinces and 自治州
    ("广西深化医药卫生体制改革工作要点", None, "广西壮族自治区", None, None, "450000"),
    ("恩施州人民政府关于促进旅游业的意见", None, "湖北省", "恩施土家族苗族自治州", None, "422800"),
    # a former district, in a plan of its years
    ("杭州市下城区人民政府", None, "浙江省", "杭州市", "下城区", "330103"),
    # the province and the city of one name
    ("吉林市促进冰雪经济若干措施", None, "吉林省", "吉林市", None, "220200"),
    ("吉林促进冰雪经济若干措施", None, "吉林省", None, None, "220000"),
    # branches of national bodies
    ("国家税务总局广州市税务局关于优化服务的通告", None, "广东省", "广州市", None, "440100"),
]

# Titles of the nation, and words that only look like places.
UNNAMED = [
    "国务院办公厅关于加强三级公立医院绩效考核工作的意见",
    "国务院关于河北雄安新区总体规划（2018—2035年）的批复",
    "国务院关于印发中国（上海）自由贸易试验区总体方案的通知",
    "财政部关于支持福建省的通知",
    "省政府：关于推动新一代人工智能加快发展的实施意见",
    "关于提高县级医院能力的通知",
    "关于推进新城区建设的意见",
    "老城区改造实施方案",
    "朝阳区促进就业办法",
    "城市更新行动方案",
    "全市各市辖区、开发区",
    "我市统一开放市场",
    "阿里巴巴集团",
    "",
]


@pytest.mark.parametrize(("text", "within", "province", "city", "county", "adcode"), NAMED)
def test_a_title_names_its_place_with_all_above_it(text, within, province, city, county, adcode):
    assert locate(text, within) == Region(province=province, city=city, county=county, adcode=adcode)


@pytest.mark.parametrize("text", UNNAMED)
def test_words_that_name_no_place_of_their_own_give_none(text):
    assert locate(text) is None


@pytest.mark.parametrize(
    ("number", "province"),
    [
        ("粤府〔2020〕12号", "广东省"),
        ("闽政〔2018〕25号", "福建省"),
        ("京政办发〔2020〕7号", "北京市"),
        ("沪府发〔2020〕3号", "上海市"),
        ("皖政办〔2021〕5号", "安徽省"),
        ("内政办发〔2022〕1号", "内蒙古自治区"),
        ("吉政办发〔2022〕1号", "吉林省"),
        ("亳政办〔2024〕2号", None),  # 亳州
        ("穗府办规〔2024〕13号", None),  # 广州
        ("宁政发〔2020〕3号", None),  # 南京 or 宁夏
        ("吉府办字〔2020〕3号", None),  # 吉安
        ("苏府〔2020〕3号", None),  # 苏州
        ("晋市政发〔2020〕3号", None),  # 晋城
        ("国办发〔2019〕4号", None),
        ("", None),
    ],
)
def test_a_document_number_names_its_province_where_no_city_writes_alike(number, province):
    found = from_doc_number(number)
    assert (found and found.province) == province


def test_a_text_without_a_title_is_of_the_place_that_it_names_most():
    assert locate_in_body("我省推进。福建省财政厅、福建省教育厅负责，厦门市先行。").adcode == "350000"
    assert locate_in_body("我市推进。福建省厦门市财政局、厦门市教育局负责，厦门市海沧区先行。").adcode == "350200"
    assert locate_in_body("全区推进。海淀区财政局、海淀区教育局负责，北京市支持。").adcode == "110108"


def test_a_text_that_calls_no_territory_its_own_is_of_none():
    assert locate_in_body("湖北省、湖北省武汉市的医务人员补助由中央财政承担。") is None
    assert locate_in_body("我省、我市、本区城市开发区建设市场体系。") is None


def test_a_place_in_the_name_of_a_branch_is_found_at_its_offset():
    assert place_at("人民银行广州分行", 4).region.city == "广州市"
    assert place_at("人民银行广州分行", 0) is None


CHINESE = st.text(
    st.sampled_from("北京市海淀区福建省三明新疆维吾尔自治区关于印发中共国务院全我本各朝阳县城乡镇旗州盟 、：《（）。a1"),
    max_size=60,
)


@given(CHINESE | st.text(max_size=40))
def test_any_text_has_a_place_or_none(text):
    for found in (locate(text), locate(text, region("110000")), locate_in_body(text), from_doc_number(text)):
        assert found is None or (found.province and found == region(found.adcode))


@given(CHINESE, st.integers(0, 60))
def test_a_place_lies_in_its_text(text, at):
    place = place_at(text, at)
    assert place is None or (place.start == at < place.end <= len(text))


@pytest.mark.slow
@pytest.mark.parametrize("work", ["locate", "locate_in_body"])
def test_long_texts_take_steps_in_proportion(work):
    grown = growth(
        work, {word: repeated(word, 500, 2000) for word in ("福建省", "三明", "市", "我市", "新疆维吾尔自治", "年")}
    )

    assert {word: times for word, times in grown.items() if times > 1.5} == {}
