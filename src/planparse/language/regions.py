"""Places: the provinces, cities and counties of China, and which of them a title, a body or a whole text names.

The table is lexicons/regions.tsv; its header and build_regions.py say where it comes from. A place's code tells its
ancestors: 110108 (海淀区) lies in 110000 (北京市), 370811 (任城区) in 370800 (济宁市) in 370000 (山东省). A county that the
province administers itself (429004 仙桃市) has no city above it, and neither has a district of a 直辖市.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.model import Region

MUNICIPALITIES = frozenset(("北京市", "天津市", "上海市", "重庆市"))

# Counties whose names are ordinary words (老城区改造, 中原区域, 市中区): read as places only right behind their city.
_ORDINARY = frozenset((
    "城区", "郊区", "矿区", "东区", "西区", "老城区", "新城区", "新市区", "市中区", "城中区", "城关区",
    "城东区", "城西区", "城北区", "中原区", "海港区", "港口区", "东方市",
))  # fmt: skip

# Where a title may begin to speak of a place: its head, behind a mark or a blank, and behind these words.
_OPENING = Pattern(
    r"[\s：，。、；（《〈“‘—·]|关于|印发|转发|发布|中共|中国|推进|促进|加快|支持|加强|开展|建设|修订|修改|调整|公布|实施|深化|总局|总公司|银行|年|在|对",
    reads=("关于印发济宁市方案的通知", "支持福建发展"),
    leaves=("济宁市方案",),
)

# A national body at the head of a title: a place that it writes about is not its own. 国务院关于河北雄安新区…, 教育部关于….
_NATIONAL = Pattern(
    r"(?:国务院|中共中央|中央|国家|全国|中华人民共和国|最高人民|海关总署|中国(?!（)|[^省市县区州关委]{1,10}部(?=办公厅|等|关于|[\s、：]))",
    reads=("国务院关于河北雄安新区总体规划的批复", "教育部关于浙江的复函"),
    leaves=("浙江省人民政府关于支持海洋经济的意见",),
    by="match",
)
_ABOUT = Pattern("关于|印发|转发", reads=("国务院关于规划的批复", "印发通知"), leaves=("济宁市实施方案",))

# What a 发文字号 of a province or its departments begins with: the province's short name, where no city's documents begin
# alike. 宁 (Ningxia, Nanjing, Ningde), 青 (Qinghai, Qingdao), 新 (Xinjiang, Xinxiang), 贵 and 陇 say too little; 吉, 云
# and 内 only with 政, which Ji'an, Yunfu and Neijiang do not use.
_PROVINCE_LETTERS = {
    "京": "110000", "津": "120000", "冀": "130000", "晋": "140000", "蒙": "150000", "辽": "210000", "黑": "230000",
    "沪": "310000", "苏": "320000", "浙": "330000", "皖": "340000", "闽": "350000", "赣": "360000", "鲁": "370000",
    "豫": "410000", "鄂": "420000", "湘": "430000", "粤": "440000", "桂": "450000", "琼": "460000", "渝": "500000",
    "川": "510000", "黔": "520000", "滇": "530000", "藏": "540000", "陕": "610000", "甘": "620000",
    "吉政": "220000", "云政": "530000", "内政": "150000",
}  # fmt: skip
# Cities whose numbers begin with the letter of a province: 苏府 (苏州), 鄂府 (鄂尔多斯), 甘府 (甘孜), 辽府 (辽源); 晋市政.
_CITY_NUMBER = Pattern(
    r"[苏鄂甘辽]府|.[市州县区]", reads=("苏府", "晋市政办发", "鄂府发"), leaves=("苏政办发", "粤府"), by="match"
)


_STREETS = ("路", "大路", "大道", "大街", "街", "巷", "弄", "桥")
_ROADS = (*_STREETS, *(f"{part}{street}" for part in "东西南北中一二三四" for street in _STREETS))  # 四川北路
_LEVEL_WORDS = "省市区县州盟旗"
_SUFFIX = Pattern(f"[{_LEVEL_WORDS}]", reads=("济宁市", "山东省"), leaves=("济南", "高质量发展"))
# How a text speaks of its own territory, and how far down that is.
_OWN = Pattern("[我全本](省|市|州|盟|县|区|旗)", reads=("我市实际", "全省各地", "本区范围"), leaves=("济宁市", "全国"))
_RANKS = {"省": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3}


class Place(NamedTuple):
    """A place that a text names: `text[start:end]` is its name, with those of its ancestors where they stand before it."""

    start: int
    end: int
    region: Region


class _Table(NamedTuple):
    """The divisions, ready to be looked up."""

    name_of: dict[str, str]
    """adcode → full name"""
    codes: dict[str, list[str]]
    """full name → the adcodes that bear it; those of today, or the former ones where nothing bears it today"""
    shorts: dict[str, list[str]]
    """short name → adcodes"""
    lengths: list[int]
    """the lengths of all names, longest first"""


@cache
def _table() -> _Table:
    lines = (files("planparse.language") / "lexicons" / "regions.tsv").read_text("utf-8").split("\n")
    name_of: dict[str, str] = {}
    codes: dict[str, list[str]] = {}
    shorts: dict[str, list[str]] = {}
    for line in lines:
        if not line[:1].isdigit():
            continue
        code, name, short, status = line.split("\t")
        name_of[code] = name
        if name not in codes:
            codes[name] = [code]
        elif not status:  # the former come last: they do not compete with the names of today
            codes[name].append(code)
        for word in short.split():
            shorts.setdefault(word, []).append(code)
    for former, code in words("renamed").items():
        codes.setdefault(former, [code])
    return _Table(name_of, codes, shorts, sorted({*map(len, codes), *map(len, shorts)}, reverse=True))


@cache
def region(adcode: str) -> Region:
    """The place with that code and its ancestors.

    >>> region("370811").city
    '济宁市'
    """
    name_of = _table().name_of
    province, city = adcode[:2] + "0000", adcode[:4] + "00"
    return Region(
        province=name_of.get(province),
        city=name_of.get(city) if city != province else None,
        county=name_of[adcode] if adcode not in (province, city) else None,
        adcode=adcode,
    )


def locate(text: str, within: Region | None = None) -> Region | None:
    """The place that a short text speaks for: a title, an issuer, a signature. None where it is the nation or not named.

    The first place counts, down to the last of a chain (北京市海淀区). A county that is not the only one of its name needs
    its city before it or a `within` that holds it.

    >>> locate("福建省三明市促进就业若干措施").city
    '三明市'
    >>> locate("国务院关于河北雄安新区总体规划的批复")
    """
    openings = {0, *(mark.end() for mark in _OPENING.finditer(text))}
    for at in range(len(text)):
        if place := _place(text, at, within, opening=at in openings):
            of_the_nation = _NATIONAL.match(text) and _ABOUT.search(text, 0, place.start)
            return None if of_the_nation else place.region
    return None


def is_national(text: str) -> bool:
    """Whether a title, or the name of a body, begins with a national body.

    >>> is_national("国务院办公厅关于推进改革的意见"), is_national("甲市关于国家标准的意见")
    (True, False)
    """
    return _NATIONAL.match(text) is not None


def place_at(text: str, at: int = 0, within: Region | None = None) -> Place | None:
    """The place that is named right at an offset, with a chain behind it: 广州 in 人民银行广州分行.

    >>> place_at("福建证监局").region.province
    '福建省'
    """
    return _place(text, at, within, opening=True)


def locate_in_body(text: str) -> Region | None:
    """The place that a long text names most, for a text whose title names none.

    Full names alone count. A place is taken where it is named twice at least and holds more than half of all places named;
    so from the province down to the level that the text itself speaks of as 我市, 全省 or 本区. A text that never does so
    speaks for the nation.
    """
    own = Counter(_OWN.findall(text))
    if not own:
        return None
    rank = _RANKS[own.most_common(1)[0][0]]
    mentions = _mentions(text)
    total = mentions.total()
    held: Counter[str] = Counter()
    for code, count in mentions.items():
        for above in _line(code):
            held[above] += count
    # More than half: these lie one in the other.
    major = [code for code, count in held.items() if count >= 2 and count * 2 > total and _rank(code) <= rank]
    return region(max(major, key=lambda code: len(_stem(code)))) if major else None


def from_doc_number(number: str) -> Region | None:
    """The province whose letter a 发文字号 begins with; None for cities' numbers and for letters that say too little.

    >>> from_doc_number("粤府〔2020〕12号").province
    '广东省'
    >>> from_doc_number("亳政办〔2024〕2号")
    """
    if _CITY_NUMBER.match(number):
        return None
    code = _PROVINCE_LETTERS.get(number[:2]) or _PROVINCE_LETTERS.get(number[:1])
    return region(code) if code else None


def _place(text: str, at: int, within: Region | None, *, opening: bool) -> Place | None:
    """The place at an offset with the chain behind it; short names and counties count only where a place may be opened."""
    table = _table()
    end, code = at, ""
    while True:
        # 福建省 三明市: offices set a blank between the links.
        start = end + 1 if code and text[end : end + 1] == " " else end
        for length in table.lengths:
            name = text[start : start + length]
            if name not in table.codes and name not in table.shorts:
                continue
            stop = start + len(name)
            # 朝阳 in 朝阳区 is not 朝阳市, nor is 东方市场 in 东方市.
            if text.startswith("场" if name in table.codes else tuple(_LEVEL_WORDS), stop):
                continue
            # 西藏路, 海南路街道: a road that is called after a place.
            if name in table.shorts and text.startswith(_ROADS, stop):
                continue
            found = _below(table, name, code) if code else _code(table, name, within, opening=opening)
            if found:
                code, end = found, stop
                break
        else:
            return Place(at, end, region(code)) if code else None


def _below(table: _Table, name: str, above: str) -> str | None:
    """The division of that name that lies in the one of the code `above`."""
    codes = table.codes.get(name) or table.shorts[name]
    return next((code for code in codes if code != above and code.startswith(_stem(above))), None)


def _code(table: _Table, name: str, within: Region | None, *, opening: bool) -> str | None:
    """The division that a name means by itself: the one in `within` where it can, otherwise the only one."""
    codes = table.codes.get(name) or table.shorts[name]
    if within and within.adcode:
        stem = _stem(within.adcode)
        codes = [code for code in codes if code.startswith(stem)] or codes
    if len(codes) > 1:  # 吉林, 海南: the province, not the city or 自治州
        codes = [code for code in codes if code.endswith("0000")]
    if len(codes) != 1 or name in _ORDINARY:
        return None
    full_and_large = name in table.codes and codes[0].endswith("00")
    return codes[0] if opening or full_and_large else None


def _stem(code: str) -> str:
    """What the codes of a place and of all that lies in it begin with: 37 for 370000, 3708 for 370800."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _line(code: str) -> list[str]:
    """The place and all above it, the province first."""
    line = dict.fromkeys((code[:2] + "0000", code[:4] + "00", code))
    return [above for above in line if above in _table().name_of]


def _rank(code: str) -> int:
    """1 for a province, 2 for a city (of a prefecture or a county), 3 for a district, county or banner."""
    return 1 if code.endswith("0000") else _RANKS.get(_table().name_of[code][-1], 2)


def _mentions(text: str) -> Counter[str]:
    """How often each place is named in full, a county only where it is the only one of its name."""
    table = _table()
    mentions: Counter[str] = Counter()
    done = 0
    for suffix in _SUFFIX.finditer(text):
        end = suffix.end()
        for length in table.lengths:
            start = end - length
            if start >= done and (codes := table.codes.get(text[start:end])):
                if len(codes) == 1 and length > 2 and text[start:end] not in _ORDINARY:
                    mentions[codes[0]] += 1
                    done = end
                break
    return mentions
