"""The register of indicators: which names mean one and the same, counted how. Its entries are in lexicons/indicators.yaml.

An entry is found by one of its names, exactly, once territory and wording are out of the way: 全市常住人口城镇化率 is 城镇化率,
全社会研发经费投入占地区生产总值的比例 is 研发经费投入占GDP比重. The unit has to be one of the entry's scale, and a growth is no level: what
names a rate of growth, or grows by so many per cent, is another indicator than what grows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from planparse.language.folding import fold
from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.language.scales import scale
from planparse.model import Plan, Record, Region, Target

Sense = Literal["higher", "lower", "neither"]
"""Which value a plan wants of an indicator."""

COMMON: Final = "common usage"
"""The source of an entry whose names stand in no text that was looked through."""

# What offices print for one thing. Longer ones first: of 国内生产总值（GDP） the brackets are gone by then.
_SAME_WORDS: Final = (
    ("国内生产总值GDP", "GDP"),
    ("地区生产总值GDP", "GDP"),
    ("国内生产总值", "GDP"),
    ("地区生产总值", "GDP"),
    ("生产总值", "GDP"),
    ("研究与试验发展R&D", "研发"),
    ("研究与试验发展", "研发"),
    ("R&D", "研发"),
    ("细颗粒物PM2.5", "PM2.5"),
    ("细颗粒物", "PM2.5"),
    ("可吸入颗粒物PM10", "PM10"),
    ("可吸入颗粒物", "PM10"),
    ("挥发性有机物VOCS", "VOCS"),
    ("挥发性有机物", "VOCS"),
    ("规模以上", "规上"),
    ("III类", "Ⅲ类"),
    ("V类", "Ⅴ类"),
)
_SEVERAL_WORDS: Final = Pattern(
    "|".join(re.escape(printed) for printed, _ in _SAME_WORDS), reads=("国内生产总值GDP", "规模以上工业"), leaves=("就诊率",)
)
_LEFT_OUT: Final = dict.fromkeys(map(ord, "（）“”《》、，； "))
_WORDS_LEFT_OUT: Final = ("年均", "全社会")
_OF_WHOM: Final = Pattern("(?<!目)的", reads=("企业的占比",), leaves=("目的地",))
# Marks of the whole territory, which every plan means where it prints none.
_WHOLE: Final = Pattern(
    "^(?:[全我本](?:国|省|市|州|盟|县|区|旗|域)(?!际)|区域内|辖区内?|年度|累计)",
    reads=("全市森林覆盖率", "辖区内就诊率"),
    leaves=("全国际化率", "森林覆盖率"),
)
_PER: Final = Pattern(
    "每(?P<many>百万|十万|[百千万亿])(?:名|个|位)?(?P<of>常住人口|人口|居民|老年人口|老年人|老人|人)?(?:拥有|配备)?",
    reads=("每千人口医师数", "每万名老年人拥有床位"),
    leaves=("每年", "人均床位"),
)
# A share, as its part held against the whole.
_BESIDE: Final = Pattern(
    "(?<=[\u4e00-\u9fff]{2})与(?P<whole>[^与占]{2,12})之比(?:重|例)?$",
    reads=("研发经费支出与GDP之比", "卫生总费用与GDP之比"),
    leaves=("城乡居民收入之比", "参与率占比"),
)
_OF: Final = {"老年人口": "老年人", "老人": "老年人", "老年人": "老年人", None: ""}
_SHARES: Final = ("比例", "比率", "占比", "比重")
_TOTALS: Final = ("总数", "总量")
_GROWTHS: Final = tuple(words("names")["growths"])
_NUMBERS: Final = ("数量", "总数", "数")
# Before 数 they make a word of their own: 指数, 人数, 天数.
_OF_NUMBERS: Final = frozenset("指系分人天户件次倍级")

_POINTS: Final = "percentage points"
_PERCENT: Final = "percent"
_TIMES: Final = "times"
RATIO: Final = "ratio"
"""The unit of 医护比 and 城乡居民收入比: the one so many times the other."""


def _listed(value: object) -> object:
    """A list for a single text."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


class Indicator(Record):
    """An entry of the register."""

    names: Annotated[
        tuple[Annotated[str, Field(min_length=2)], ...],
        BeforeValidator(_listed),
        Field(min_length=1, description="Its names; the first is what it is called."),
    ]
    unit: Annotated[
        tuple[str, ...],
        BeforeValidator(_listed),
        Field(description="Units it is told in, one for each scale; ratio for 1:2; none for an index."),
    ] = ()
    per: Annotated[str | None, Field(description="Its denominator: 每千人口.")] = None
    direction: Annotated[Sense, Field(description="Whether plans want more of it or less.")] = "neither"
    source: Annotated[str | None, Field(description="A document in which it stands, or common usage.")] = None


class Entry(NamedTuple):
    """An entry with its id and its sector."""

    id: str
    sector: str
    indicator: Indicator

    @property
    def name(self) -> str:
        """What it is called."""
        return self.indicator.names[0]


class Plain(NamedTuple):
    """A name without territory and wording, and whether it is of a growth."""

    text: str
    growth: bool

    @property
    def key(self) -> str:
        """Both in one, as the table of names has it."""
        return f"{self.text}+" if self.growth else self.text


def plain(name: str, region: Region | None = None) -> Plain:
    """A name as the register looks it up, without the place of a plan for the region.

    >>> plain("全市研究与试验发展（R&D）经费投入占地区生产总值的比例")
    Plain(text='研发经费投入占GDP比重', growth=False)
    >>> plain("每千名常住人口拥有注册护士数")
    Plain(text='每千人注册护士', growth=False)
    >>> plain("规模以上工业增加值年均增速")
    Plain(text='规上工业增加值', growth=True)
    """
    text = "".join(fold(name).upper().translate(_LEFT_OUT).split())
    if "的" in text:
        text = _OF_WHOM.sub("", text)
    for word in _WORDS_LEFT_OUT:
        text = text.replace(word, "")
    for place in _places(region.county, region.city, region.province) if region else ():
        text = text.removeprefix(place)
    text = _WHOLE.sub("", text)
    if _SEVERAL_WORDS.search(text):
        for printed, read in _SAME_WORDS:
            text = text.replace(printed, read)
    if "每" in text:
        text = _PER.sub(lambda match: f"每{match['many']}{_OF.get(match['of'], '人')}", text)
    if "与" in text and (beside := _BESIDE.search(text)):
        text = f"{text[: beside.start()]}占{beside['whole']}比重"
    if grown := _ending(text, _GROWTHS):
        text = text[: -len(grown)].removesuffix("同比")
    if share := _ending(text, _SHARES):
        text = text[: -len(share)]
        text = f"{text[: -len(_ending(text, _TOTALS)) or None]}比重"
    elif (number := _ending(text, _NUMBERS)) and text[-len(number) - 1 : -len(number)] not in _OF_NUMBERS:
        text = text[: -len(number)]
    return Plain(text, bool(grown))


def _ending(text: str, words_: tuple[str, ...]) -> str:
    """Which of the words a text ends in, the first of those that do."""
    return next((word for word in words_ if text.endswith(word)), "") if text.endswith(words_) else ""


@lru_cache(maxsize=16)
def _places(*names: str | None) -> tuple[str, ...]:
    """What a plan calls places with these names, the innermost first: with and without their level."""
    named = (name for name in names if name)
    return tuple(said for name in named for said in ((name, name.rstrip("省市县区")) if len(name) > 2 else (name,)))


class Register:
    """Entries by their ids and by their names. The entries themselves are read when first asked for: to find an id takes none."""

    def __init__(self, named: Mapping[str, str], entries: Callable[[], Iterable[Entry]]) -> None:
        """`named` holds names as `names_of` gives them."""
        self._named = named
        self._read = entries

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """All entries by their ids, in the order of the sectors."""
        return {entry.id: entry for entry in self._read()}

    def with_entries(self, own: Sequence[Entry]) -> Register:
        """The same with further entries, which take their ids and their names from those of before."""
        replaced = {entry.id for entry in own}
        named = {name: known for name, known in self._named.items() if known.partition("\t")[0] not in replaced}
        return Register(named | names_of(own), lambda: [*self.entries.values(), *own])

    def find(self, name: str, kind: str, unit: str | None, per: str | None, region: Region | None = None) -> str | None:
        """The id of the entry that a target is of; None where no entry has exactly this name, or not in such a unit.

        >>> [
        ...     register().find("全市地区生产总值", "level", "亿元", None),
        ...     register().find("地区生产总值", "change", "%", None),
        ...     register().find("地区生产总值", "rank", "强", None),
        ... ]
        ['gdp', 'gdp_growth', None]
        """
        if per and per not in name:
            if not _PER.match(per):
                return None  # so many in each county are another thing than so many in all
            name = per + name
        text, growth = plain(name, region)
        dimension = scale(unit or "")[0]
        growth = growth or (kind == "change" and dimension in {_PERCENT, _TIMES})
        id_, _, rest = self._named.get(Plain(text, growth).key, "").partition("\t")
        return id_ if id_ and _fits(rest.split()[1:], kind, unit, dimension) else None

    def of(self, target: Target, region: Region | None = None) -> str | None:
        """The id of the entry that a target of a plan for the region is of."""
        return self.find(target.indicator, target.kind, target.unit, target.per, region)

    def named(self, name: str, region: Region | None = None) -> str | None:
        """The id of the entry that has the name, in whatever unit, of the level before that of its growth."""
        key = plain(name, region).text
        return (self._named.get(key) or self._named.get(f"{key}+") or "").partition("\t")[0] or None

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all entries, without the entries themselves."""
        return frozenset(known.partition("\t")[0] for known in self._named.values())

    def wants(self, id_: str | None) -> str:
        """Which value plans want of the indicator: neither where no entry says it.

        >>> [register().wants(id_) for id_ in ("gdp", "infant_mortality", None)]
        ['higher', 'lower', 'neither']
        """
        return self._wanted.get(id_ or "", "neither")

    @cached_property
    def _wanted(self) -> Mapping[str, str]:
        known = (known.split("\t") for known in self._named.values())
        return {id_: rest.partition(" ")[0] for id_, rest in known}


def _fits(units: Sequence[str], kind: str, unit: str | None, dimension: str) -> bool:
    """Whether a target of the kind in the unit tells an indicator that is told in these units."""
    if kind == "rank":
        return False
    if kind == "grade":
        return "级" in units
    if RATIO in units:
        return kind == "ratio" or unit is None or dimension == _TIMES
    if kind == "ratio":
        return False
    scales = {scale(one)[0] for one in units}
    if unit is None:
        return not scales or _PERCENT in scales  # a table prints % in another cell
    return dimension in scales or (kind == "change" and dimension == _POINTS and _PERCENT in scales)


def names_of(entries: Iterable[Entry]) -> dict[str, str]:
    """The names of entries as they are looked up, each with the id of its entry, its direction and the units that it is told in."""
    return {
        plain(name).key: f"{entry.id}\t{' '.join((entry.indicator.direction, *entry.indicator.unit))}"
        for entry in entries
        for name in entry.indicator.names
    }


def identified(plan: Plan, indicators: Register) -> Plan:
    """The plan with the entries of this register as the indicators of its targets; sealed where it was."""
    targets = tuple(
        target.model_copy(update={"indicator_id": indicators.of(target, plan.metadata.region)}) for target in plan.targets
    )
    found = plan.model_copy(update={"targets": targets})
    return found if plan.is_edited else found.sealed()


def entries_in(sectors: Mapping[str, Mapping[str, Any]]) -> list[Entry]:
    """The entries of a register as its file holds them: by sector, then by id."""
    return [
        Entry(id_, sector, Indicator.model_validate(fields))
        for sector, entries in sectors.items()
        for id_, fields in entries.items()
    ]


@cache
def register() -> Register:
    """The register that comes with planparse.

    Its names are a table of their own, lexicons/indicator_names.tsv: it is read in a hundredth of the time that the entries take.
    """
    names = files("planparse.language.lexicons").joinpath("indicator_names.tsv").read_text("utf-8")
    return Register(
        {name: rest for name, _, rest in (line.partition("\t") for line in names.splitlines())},
        lambda: entries_in(words("indicators")),
    )
