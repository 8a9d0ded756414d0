"""Names of bodies: what 市卫生健康委 is in full, of which level, and which office it is in every other city.

The words are in lexicons/bodies.yaml. Lists of names are split in `body_lists`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from planparse.language.body_lists import LEVEL_WORD, BodyList, split_bodies
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.language.regions import MUNICIPALITIES, place_at
from planparse.model import BodyLevel, Region

__all__ = ["Body", "BodyList", "level_prefix", "resolve", "split_bodies"]


class Body(NamedTuple):
    """A body, read.

    canonical: the full official name, 济宁市卫生健康委员会. A class of bodies keeps its printed name behind the name of the
    territory (亳州市各县、区人民政府); a name that the lexicon does not hold only gets its place.
    body: the lexicon's key, health_commission; for other bodies the name without its place, 药业发展促进局.
    """

    canonical: str
    body: str
    level: BodyLevel
    is_group: bool


class _Office(NamedTuple):
    """What the lexicon knows of a name: its key and its official name, without the place or with {} for it."""

    key: str
    official: str

    def named(self, place: str) -> str:
        """The official name with the place in it: words of a plan, which are put there as they are."""
        return self.official.replace("{}", place)


class _Lexicon(NamedTuple):
    """Printed name → office; `local` is every one that stands behind a place, `party` what stands behind 省委, 市委."""

    local: dict[str, _Office]
    party: dict[str, _Office]
    central: dict[str, _Office]
    classes: dict[str, str]


_LEVELS: dict[str, BodyLevel] = {
    "省": "province", "自治区": "province", "市": "city", "州": "city", "盟": "city", "县": "county", "区": "county",
    "旗": "county", "乡": "township", "镇": "township", "街道": "township",
}  # fmt: skip
_PREFIX = Pattern(
    rf"({LEVEL_WORD})(?:本级|[级直属](?!机关))?",
    reads=("市财政局", "省直机关", "县级有关部门"),
    leaves=("市场监管局", "区域合作办", "财政局"),
    by="match",
)
_LEAGUE = Pattern(r"(?:共青)?团(省|市|县|区|州|盟|旗|自治区)委", reads=("团市委", "共青团省委"), leaves=("市委", "社团组织"))
_GROUP = Pattern(
    r"各|有关|相关|、|以上|[省市县区]属|（[市县区旗州]|(?:部门|单位|机构|企业|院校|高校|运营商|成员)$",
    reads=("各县区政府", "有关部门", "市属企业", "相关高校"),
    leaves=("市财政局", "市大数据中心"),
)
_GROUP_PREFIX = Pattern(
    r"(?:各级|各|有关|相关|所属|所在|地方|驻.|设区的?|地级以?上?|全|基层|省|自治区|市(?!场)|州|盟|县|区|旗|乡镇|街道|[级直属、]"
    r"|（[^）]*）)+",
    reads=("各级人民政府", "各县（市、区）政府", "有关部门"),
    leaves=("财政部门", "高等院校"),
    by="match",
)
_DEPARTMENT = Pattern(
    r"(?:行政)?(?:主管|监管|管理)?(?:部门|机构)$", reads=("财政部门", "行业主管部门", "市场监管机构"), leaves=("财政局",)
)
_SET_INTO_DISTRICTS = Pattern("设区的?市|地级以?上?市", reads=("各设区市", "设区的市政府", "地级以上市"), leaves=("各县区",))
_HEADS = ("局", "厅", "委", "办")
_GOVERNING = ("人民政府", "政府", "管委会", "管理委员会")
_NATIONAL = Pattern(
    "国家|中央|全国|国务院|中华|中国(?!（)",
    reads=("国家税务总局", "全国总工会", "中国气象局"),
    leaves=("市气象局", "中国（福建）自由贸易试验区管委会"),
    by="match",
)
_BRANCH = Pattern(
    r"第.{1,3}分局|.{0,8}(?:分局|支队|总队|大队|办事处|支行)",
    reads=("第二分局", "城区分局", "高速公路支队"),
    leaves=("财政局", "分局长"),
    by="fullmatch",
)
_LONGEST_CLASS = 5
_LONGEST_NAME = 24


@lru_cache(maxsize=8192)
def resolve(name: str, region: Region, elided_level: str | None = None) -> Body:
    """What a printed name means in a plan of `region`; `elided_level` is the level word left out in a list (省 in 财政厅).

    >>> resolve("市卫生健康委", Region(province="山东省", city="济宁市")).canonical
    '济宁市卫生健康委员会'
    >>> resolve("财政厅", Region(province="福建省"), "省").canonical
    '福建省财政厅'
    """
    name = _LEAGUE.sub(r"\1团委", name.removeprefix("中共") or name)
    if _GROUP.search(name):
        return _group(name, region)
    main = name.partition("（")[0] or name  # 发改委（数字办） is 发改委
    if place := place_at(main, 0, region):
        return _local(main[place.end :], _full_name(place.region), main[: place.end], _own_level(place.region))
    prefix = _PREFIX.match(main)
    if not prefix and (region.province is None or _NATIONAL.match(main)):
        return _national(main, region) or _unknown(main, region)
    if prefix:
        return _of_level(prefix[1], main[prefix.end() :], region)
    if _is_local(main):
        return _of_level(elided_level or _own_word(region, main), main, region)
    if national := _national(main, region):
        return national
    if elided_level and main.endswith(_HEADS):
        return _of_level(elided_level, main, region)
    return _unknown(main, region)


def known_end(text: str, start: int, end: int) -> int:
    """Where the longest name of a body that the lexicon holds ends, which begins at `start`; `start` where none begins there.

    >>> known_end("市委宣传部完善机制", 0, 9), known_end("教育局完善机制", 0, 7), known_end("完善机制", 0, 4)
    (5, 3, 0)
    """
    lexicon = _lexicon()
    prefix = _PREFIX.match(text, start, end)
    begins = [prefix.end()] if prefix else []
    place = None if prefix else place_at(text[start : start + _LONGEST_NAME])
    if place:
        begins.append(start + place.end)
    for begin in (*begins, start):
        office = begin + 1 if begin > start and text.startswith("委", begin) else begin
        for stop in range(min(end, office + _LONGEST_NAME), office + 1, -1):
            name = text[office:stop]
            if (
                name in lexicon.local
                or name in (lexicon.party if office > start else lexicon.central)
                or (begin > start and name in ("政府", "人民政府"))
            ):
                return stop
    return start


@lru_cache(maxsize=4096)
def level_prefix(name: str) -> str | None:
    """The level word that a name begins with and that the next names of its list may leave out.

    >>> level_prefix("省经信委"), level_prefix("福建省财政厅"), level_prefix("市场监管局"), level_prefix("镇江市财政局")
    ('省', '省', None, '市')
    """
    if place := place_at(name):  # 镇江市 begins with no level word
        return next((word for word in ("自治区", *_LEVELS) if name.endswith(word, 2, place.end)), None)
    level = _PREFIX.match(name) or _LEAGUE.match(name)
    return level[1] if level else None


def _of_level(word: str, rest: str, region: Region) -> Body:
    """A body that a level word places: 市 and 财政局."""
    full = _place_name(word, region)
    return _local(rest, full, full, _level(word, region))


def _local(rest: str, full: str, printed: str, level: BodyLevel) -> Body:
    """A body of a place: `rest` is its name behind the place, which is called `full` and was printed as `printed`."""
    lexicon = _lexicon()
    if not rest and full in _LEVELS:
        return Body(full, full, level, is_group=False)
    if rest.startswith("委") and not rest.startswith("委员"):
        return _party(rest[1:], full, level)
    if found := _find(lexicon.local, rest):
        office, branch = found
        if "{}" in office.official:  # named after the place as it is printed: 福建证监局, 福州海关
            return Body(office.named(printed), office.key, level, is_group=False)
        return Body(full + office.official + branch, office.key, level, is_group=False)
    if rest in lexicon.party:
        return _party(rest, full, level)
    if rest in ("", "政府", "人民政府"):
        return Body(full + "人民政府", "local_governments", level, is_group=False)
    if rest in lexicon.central:  # 北京铁路局
        return Body(printed + rest, lexicon.central[rest].key, level, is_group=False)
    if rest.endswith(_GOVERNING):
        return Body(printed + rest, _class(rest) or rest, level, is_group=False)
    return Body(printed + rest, lexicon.classes.get(rest, rest), level, is_group=False)


def _party(organ: str, full: str, level: BodyLevel) -> Body:
    """An organ of the Party's committee; without one the committee itself."""
    if not organ:
        return Body(f"中共{full}委员会", "party_committee", level, is_group=False)
    found = _find(_lexicon().party, organ) or _find(_lexicon().local, organ)
    key, official = (found[0].key, found[0].named("") + found[1]) if found else (organ, organ)
    return Body(f"中共{full}委{official}", key, level, is_group=False)


def _national(name: str, region: Region) -> Body | None:
    """A national body, or the branch of one that is named behind it: 人民银行广州分行."""
    central = _lexicon().central
    for end in range(min(len(name), _LONGEST_NAME), 1, -1):
        office = central.get(name[:end]) or (central.get("国家" + name[:end]) if region.province is None else None)
        if office is None:
            continue
        rest = name[end:]
        if not rest:
            return Body(office.official, office.key, "central", is_group=False)
        place = place_at(rest, 0, region)
        prefix = _PREFIX.match(rest)
        level = _own_level(place.region) if place else _level(prefix[1], region) if prefix else _own_level(region)
        # The branches of banks and offices are named after them in full, those of companies have names of their own.
        return Body(office.official + rest if office.official[-1] in "行局" else name, office.key, level, is_group=False)
    return None


def _unknown(name: str, region: Region) -> Body:
    """A name without place or level word: it may still be a known office, in a plan of no region."""
    if found := _find(_lexicon().local, name):
        return Body(found[0].named("") + found[1], found[0].key, _own_level(region), is_group=False)
    key = _class(name) if name.endswith(_GOVERNING) else None
    return Body(name, key or name, "central" if _NATIONAL.match(name) else "other", is_group=False)


def _group(name: str, region: Region) -> Body:
    """A class of bodies: 各县、区人民政府, 市、县卫生健康部门, 省直有关部门."""
    lexicon = _lexicon()
    beginning = _GROUP_PREFIX.match(name)
    core = name[beginning.end() :] if beginning else name
    function = _DEPARTMENT.sub("", core)
    named = (core, *(function + head for head in _HEADS)) if function != core else (core,)
    office = next((lexicon.local[form] for form in named if form in lexicon.local), None)
    key = office.key if office else _class(core or name.partition("（")[0]) or core or name  # 各乡镇（街道） is 各乡镇
    prefix = _PREFIX.search(_SET_INTO_DISTRICTS.sub("市", name))
    level = _level(prefix[1], region) if prefix else _own_level(region)
    canonical = name
    if name.startswith(("各", "有关", "相关")):
        canonical = _full_name(region) + name
    elif prefix and prefix.start() == 0 and not name.startswith(("、", "（"), prefix.end()):
        canonical = _place_name(prefix[1], region) + name[prefix.end(1) :]
    return Body(canonical, key, level, is_group=True)


def _class(name: str) -> str | None:
    """The key of the class that a name ends in."""
    classes = _lexicon().classes
    return next((classes[name[-n:]] for n in range(min(_LONGEST_CLASS, len(name)), 0, -1) if name[-n:] in classes), None)


def _find(offices: dict[str, _Office], name: str) -> tuple[_Office, str] | None:
    """The office that a name is, or of which it is a branch, and the branch."""
    if office := offices.get(name):
        return office, ""
    for end in range(min(len(name) - 1, _LONGEST_NAME), 1, -1):
        office = offices.get(name[:end])
        if office and "{}" not in office.official and _BRANCH.fullmatch(name, end):
            return office, name[end:]
    return None


def _is_local(name: str) -> bool:
    return _find(_lexicon().local, name) is not None or _find(_lexicon().party, name) is not None


def _level(word: str, region: Region) -> BodyLevel:
    if word == "市" and region.province in MUNICIPALITIES:
        return "province"
    if word == "市" and region.county and not region.city:  # 仙桃市, which the province administers
        return "county"
    return _LEVELS.get(word, "other")


def _own_level(region: Region) -> BodyLevel:
    return "county" if region.county else "city" if region.city else "province" if region.province else "central"


def _own_word(region: Region, name: str) -> str:
    """The level word of the plan's own place; 厅 are offices of a province wherever they are named."""
    if name.endswith("厅"):
        return "省"
    return (region.county or region.city or region.province or "")[-1:]


def _full_name(region: Region) -> str:
    """The place's name as its bodies bear it: districts follow their city (济宁市任城区), counties stand alone (汶上县)."""
    if region.county and region.county.endswith("区"):
        return (region.city or region.province or "") + region.county
    return region.county or region.city or region.province or ""


def _place_name(word: str, region: Region) -> str:
    """The place of that level that holds the plan's; the level word itself where the region names none."""
    level = _level(word, region)
    if level == "province":
        return region.province or word
    if level == "city":
        return region.city or word
    return (_full_name(region) if level == "county" and region.county else "") or word


@cache
def _official() -> dict[str, str]:
    """Key → the first of its official names, without the place."""
    loaded = words("bodies")
    sections = ("central", "branches", "institutions", "party", "offices")  # of two the later, which stands nearer to cities
    named = {key: next(iter(names)) for section in sections for key, names in loaded[section].items()}
    return {key: name.replace("{}", "") for key, name in named.items()} | {
        key: names.split()[0] for key, names in loaded["classes"].items()
    }


def key_in_words(key: str, *, chinese: bool) -> str:
    """What the key of a body says to people: its official name without the place, or the words that it is made of.

    >>> key_in_words("development_reform", chinese=True), key_in_words("development_reform", chinese=False)
    ('发展和改革委员会', 'development reform')
    """
    return _official().get(key, key) if chinese else key.replace("_", " ")


@cache
def _lexicon() -> _Lexicon:
    loaded = words("bodies")
    local: dict[str, _Office] = {}
    for section in ("offices", "institutions", "branches"):
        _add(local, loaded[section])
    party: dict[str, _Office] = {}
    _add(party, loaded["party"])
    central: dict[str, _Office] = {}
    _add(central, loaded["central"])
    classes = {name: key for key, names in loaded["classes"].items() for name in names.split()}
    return _Lexicon(local, party, central, classes)


def _add(offices: dict[str, _Office], section: dict[str, dict[str, str | None]]) -> None:
    for key, names in section.items():
        for official, shorts in names.items():
            for name in (official.replace("{}", ""), *(shorts or "").split()):
                for form in _forms(name):
                    offices.setdefault(form, _Office(key, _headed(official, form)))


def _forms(name: str) -> set[str]:
    """The ways to print a name that the lexicon need not list; its header tells them."""
    forms = {name}
    if name.endswith("厅"):
        forms.add(name[:-1] + "局")
    if name.endswith("委员会"):
        forms.add(name[:-2])
    if name.endswith("办公室"):
        forms.add(name[:-2])
    return forms | {form.replace("和", "").replace("与", "") for form in forms}


def _headed(official: str, form: str) -> str:
    """The official name with the head that is printed: 财政局 is no 财政厅."""
    return official[:-1] + "局" if official.endswith("厅") and form.endswith("局") else official
