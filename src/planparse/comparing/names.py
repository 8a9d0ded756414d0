"""Compares what two targets are about, by the words that name it: the same, a part of the same, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Final, NamedTuple

from planparse.comparing.scales import level_of, whole_of
from planparse.comparing.words import Vector, cosine, cut, vector
from planparse.language.folding import fold
from planparse.language.indicators import register
from planparse.language.lexicon import words
from planparse.model import Region, Target, TargetKind

# The whole territory, which every plan means where it prints none; behind it the denominator, which the scale takes care of.
_WHOLE = re.compile(
    r"^(?:省?市县(?:市?区)?(?:乡镇?)?村?[两二三四五]级|(?:全|我|本|各)(?:国|省|市|州|盟|县|区|旗|域)|每(?:百万|十万|[百千万])(?:名|个|户)?(?:(?:常住)?人口|居民|人(?![才员均力工]))?(?:拥有|配备|配有)?|[千万]人(?:口(?!袋))?(?!计划|大会|次|以上|工程|[以之])|(?!市[民场值容]|市政(?![务府])|区[块间位]|省会)[省市县区](?![级城域属])(?=[\u4e00-\u9fff]{4}))"
)
# Whose thing it is: 国家级重点专科 and 省级重点专科 are different promises, and no plan means the one by the other.
_LEVELS: Final = re.compile(r"国家|[省市县乡镇村](?=级(?!以))")
# Among whom a place in an order is.
_AMONG: Final = re.compile("全[国省市]|同类")
# How old those are of whom it is, and how far or fast things reach: 65岁及以上老年人, 公交站点500米覆盖率, 15分钟生活圈.
_SIZES: Final = re.compile("[0-9]{1,4}(?:(?=周?岁)|米|公里|分钟)")
# How much there is in all, and how much for each of something.
_IN_ALL: Final = re.compile("总[量数额]")
_INTENSITY: Final = re.compile("强度|密度|浓度")
_CLASSES: Final = re.compile(r"[一二三四五](?=级)")
_AVERAGE: Final = re.compile("平均|均")
_ON_AVERAGE: Final = re.compile("平均(?![每增提下降])")
# What has a name of its own in quotation marks is that thing and no other: “一证一照办” is not “秒批秒办”.
_QUOTED: Final = re.compile("“([^“”]{2,20})”")
# Territories that each have what is counted, told before it: 甲县、乙县各建成1个, 各区（市、县）至少建有1个.
_EACH_OF: Final = re.compile(
    r"(?:村|社区|乡镇|镇|街道|县|区|旗|市|州)(?:[（(][^（()）]{1,12}[）)])?(?:都|均|各|分别)?[应要须]?(?:至少|各)?$"
)
# A part of a territory, told before what is counted there: 主城区建成充电桩8000个.
_PART_BEFORE: Final = re.compile(
    "(?P<part>主城区|中心城区|城区|老城区|建成区|新城区|城镇|县城|农村|乡村|山区|海岛|革命老区|脱贫地区)(?:地区)?[内中]?(?:共|新)?$"
)
_EACH: Final = re.compile("[各每]")
# What a name says in brackets explains the words before them, or stands for these: 养老院（综合体）, 交易市场（中心）.
_BRACKETED: Final = re.compile(r"[（(](?P<gloss>[^（()）]{2,12})[）)]")
# A state that says the number again: 达到20万户.
_ONLY_A_NUMBER: Final = re.compile(r"(?:累计|总数)?(?:达到?|超过?|突破|不少于|不低于|稳定在|保持在)约?[0-9.]+[^，。；]{0,8}")
# The number counts what is added, or all that there are in the end: 新增床位500张, 床位达到5000张.
_ADDED: Final = re.compile("新增|净增|新建|新改建|新认定|新培育|新登记|新引进")
_ALL_THERE_ARE: Final = re.compile("达|突破|超过|总[数量额]|总规模|保有|拥有|累计|稳定|保持")

# One of two things will do: 1个智慧养老院或1个智慧养老社区.
_OR_BEFORE: Final = re.compile("或者?$")
_OR_BEHIND: Final = re.compile("或者?(?=[0-9一两二三四五六七八九十])")
# Of one year, in a plan that says so once: 年内, 全年, 2023年内; 三年内 is of more.
_OF_ONE_YEAR: Final = re.compile(
    "(?<![一二两三四五六七八九十几0-9])年内|(?<![0-9到至前—–~～-])20[0-9]{2}年(?:，|全[省市县区]|计划|城镇)*(?=新增|净增|新建|新改建|新培育|完成|培训|发放)|20[0-9]{2}年(?:度)?内|全年(?!龄)|(?:本|当|今)年(?!龄|以来|上半年|底前)|年度内"
)

# From which step to which, which is the whole way: 从立项到竣工验收全过程审批时间.
_FROM_TO: Final = re.compile("从[^从到，。]{2,8}到(?:竣工验收|[^从到，。审办]{2,8}(?=全过程|全流程|的|审批|办理))的?")
# What a share is a share of stands behind its part: 旅游业增加值占地区生产总值比重; in 占比 nothing does.
_PART_OF: Final = re.compile("(?<=..)占(?!比|地|用|道|补)(?=..)")

# Syllables that make a modifier of a word and add nothing to it; "" is no syllable.
_ENDINGS: Final = frozenset(("", *"型性类式化级"))

# Where the words of two outcomes point this far apart, they are different states.
_SAME_OUTCOME = 0.5
# So many words that the other name has not make its things others, where that has none of its own.
_MANY_MODIFIERS = 2
_TIME, _AREA = "时间", "面积"
_RATE: Final = re.compile("[率度面]$")
# Characters of 解决率, 达标率: what is rated has to stand before.
_BARE_RATE = 3


class Name(NamedTuple):
    """The name of a target, read: its text without territory and denominator, its words, and those of the state to reach.

    `entry` is the one of the register of indicators that has the name, whatever the unit; `whole` is what it is a share of, where that
    is printed; `part` is the part of the territory of the plan that it is for.
    """

    text: str
    words: Sequence[str]
    outcome: Sequence[str]
    state: str
    vector: Vector
    quote: str
    context: str
    entry: str | None
    whole: str
    doings: frozenset[str]
    own_names: Sequence[str]
    counted: str
    before: str
    of_one_year: bool
    summed: bool
    each_of: str | None
    either: bool
    glosses: Sequence[str]
    glossed: Sequence[str]
    part: str

    @classmethod
    def of(cls, target: Target, region: Region, context: str, before: str = "", behind: str = "") -> Name:
        """The name of a target of a plan made for the region; `context` is the text around it, `before` and `behind` what touches it."""
        text, *outcome = called(target, region)
        telling = [word for word in cut(text) if word not in words("names")["telling_how"]]
        known = register()
        # An entry of the user's own holds where planparse's has the name, too.
        own = target.indicator_id if target.indicator_id not in known.ids else None
        entry = own or known.named(target.indicator, region) or target.indicator_id
        if entry is None and target.indicator[:1] in "千万":  # 千人托位数
            entry = known.named(f"每{target.indicator}", region)
        state = target.outcome or ""
        indicator = fold(target.indicator)
        brackets = [*_BRACKETED.finditer(indicator)]
        return cls(
            text,
            telling,
            outcome,
            _plain(state, Region()),
            vector(cut(text, 1)),
            target.quote,
            _plain(context, Region()),
            entry,
            whole_of(target),
            _doings(state) if target.kind == "count" else frozenset(),
            [_plain(own, Region()) for own in _QUOTED.findall(fold(f"{target.indicator}{state}"))],
            counted(target),
            _plain(before, Region()),
            bool(_OF_ONE_YEAR.search(f"{fold(before)}{fold(target.quote)}")),
            "累计" in target.quote or "累计" in target.indicator,
            level_of(each[0]) if (each := _EACH_OF.search(fold(before))) else None,
            bool(_OR_BEFORE.search(before) or _OR_BEHIND.match(behind)),
            [_plain(match["gloss"], region) for match in brackets],
            [word for match in brackets for word in cut(indicator[: match.start()])[-1:]],
            part["part"] if (part := _PART_BEFORE.search(before)) else _own_part(target, region),
        )

    @property
    def rates(self) -> bool:
        """Whether it says how much of a set is as it should be: 签约率, 覆盖面; a share says what part of a whole something is."""
        return bool(_RATE.search(self.text))

    @property
    def share(self) -> tuple[str, str]:
        """What is a part, and with 占 of what, where both stand in the name: 旅游业增加值, 占地区生产总值比重; otherwise the name, and nothing."""
        found = _PART_OF.search(self.text)
        return (self.text[: found.start()], self.text[found.start() :]) if found else (self.text, "")

    @property
    def average(self) -> bool:
        """Whether the value is an average: 平均时间3天, 时间平均压缩至3天."""
        return _averaged(self.text, self.quote)


class Names(NamedTuple):
    """How two names stand to each other; `extra_left` and `extra_right` are the words that only one of them has."""

    left: Name
    right: Name
    extra_left: Sequence[str]
    extra_right: Sequence[str]
    other_outcome: bool
    other_matter: bool

    @property
    def turned(self) -> Names:
        """The same with the sides changed."""
        return self._replace(left=self.right, right=self.left, extra_left=self.extra_right, extra_right=self.extra_left)

    @property
    def same(self) -> bool:
        """Whether both name the same thing."""
        return not (self.extra_left or self.extra_right or self.other_outcome or self.asks_more)

    @property
    def asks_more(self) -> int:
        """Who asks more of the same number: 1 where the left does, -1 where the right does, otherwise 0.

        A bar for each is more than one for their average, and one that has to be cleared is more than one of two.
        """
        return (self.right.average - self.left.average) or (self.right.either - self.left.either)

    @property
    def other_whole(self) -> bool:
        """Whether they are shares of other wholes: of 专业课教师, which are some of all 教师, and of these."""
        left, right = self.left, self.right
        if same_entry(left, right) or left.whole == right.whole:
            return False
        if left.whole and right.whole:
            return not (left.whole.startswith(right.whole) or right.whole.startswith(left.whole))
        own, other = (left, right) if left.whole else (right, left)
        if any(own.whole in said for said in (other.context, other.text)):
            return False
        # What the part is called says of what it is one: 养老机构护理型床位占比 is of 养老机构床位.
        told = cut(own.whole)
        return not told or not all(stands_in(word, other.text) for word in told)

    @property
    def other_count(self) -> bool:
        """Whether the number on one side is of what is added, and on the other of all that there are in the end."""
        return {self.left.counted, self.right.counted} == {"added", "all"}

    @property
    def other_years(self) -> bool:
        """Whether one side counts what is added in one year, and the other what is added in all years together."""
        left, right = self.left, self.right
        return left.counted == right.counted == "added" and (
            (left.of_one_year and right.summed and not right.of_one_year)
            or (right.of_one_year and left.summed and not left.of_one_year)
        )

    def other_set(self, kind: TargetKind) -> bool:
        """Whether the values are of sets that cannot be held against each other: 二级医院 and 三级医院, and other things counted."""
        if self.left.entry and self.right.entry and self.left.entry != self.right.entry:
            return True
        if any(_clash(pattern, self.left.text, self.right.text) for pattern in (_CLASSES, _LEVELS, _SIZES)):
            return True
        if kind == "rank":
            return bool(_clash(_AMONG, self.left.quote, self.right.quote))
        if kind == "grade":  # one scale for all, but those of one class are a part of all
            return bool(_CLASSES.search(self.left.text)) != bool(_CLASSES.search(self.right.text))
        if kind == "count":
            return bool(self.extra_left or self.extra_right)
        return bool(self.extra_left and self.extra_right) or self.bare or self._part()

    @property
    def other_part(self) -> bool:
        """Whether they are for other parts of a territory, of which the text around the other says nothing."""
        left, right = self.left, self.right
        return left.part != right.part and not (left.part in right.context and right.part in left.context)

    def _part(self) -> bool:
        """Whether one name alone says that it is of a part: 自来水普及率, 农村自来水普及率."""
        one_sided = (self.extra_left, self.extra_right)
        parts = words("names")["parts"]
        return any(word.startswith(tuple(parts)) for extra in one_sided for word in extra)

    @property
    def bare(self) -> bool:
        """Whether one name says only what is measured, and the other of which things: 机械化率, 特色经济作物综合机械化率."""
        lengths = sorted((len(self.left.words), len(self.right.words)))
        return lengths[0] == 1 and max(len(self.extra_left), len(self.extra_right)) >= _MANY_MODIFIERS


@cache
def _bringing_about() -> frozenset[str]:
    """The words of an outcome that lead to a state, and are not the state: 培育, 达到, 下降, 以上."""
    verbs = words("verbs")
    kinds = ("create", "select", "outcome", "reach", "increase", "decrease", "grade", "rank")
    return frozenset(chain.from_iterable(verbs[kind] for kind in kinds)) | {"百分点", "以上", "以下", "左右", "上年"}


def called(target: Target, region: Region) -> tuple[str, ...]:
    """Of the name of a target of a plan made for the region its text, and the words of the state to reach."""
    # A place in an order and a change are told whole by their values.
    state = (
        "" if target.kind in {"rank", "change"} or _ONLY_A_NUMBER.fullmatch(target.outcome or "") else target.outcome or ""
    )
    return _plain(target.indicator, region), *(word for word in cut(state) if word not in _bringing_about())


def part_of_territory(target: Target, region: Region) -> str:
    """For which part of the territory of its plan a target is; nothing where it is for all of it."""
    return _plain(target.scope or "", region)


def _own_part(target: Target, region: Region) -> str:
    """For which part of the territory of its plan a target is, all of it together; nothing where it is for each of several."""
    return "" if _EACH.match(target.scope or "") else part_of_territory(target, region)


def names(left: Name, right: Name) -> Names:
    """How two names stand to each other. Those of one entry of the register mean the same."""
    other_outcome = states_differ(left, right) or doings_differ(left, right)
    if same_entry(left, right):
        return Names(left, right, (), (), other_outcome, other_matter=False)
    extra = _extra(left, right), _extra(right, left)
    # A modifier that the other plan prints elsewhere beside it goes without saying: 省级重点专科 in a measure on 临床重点专科; and so do
    # the words that its sentence opens with: 推行线上人工帮办，1分钟响应.
    if extra[0] and not extra[1] and (left.text in right.context or all(word in right.before for word in extra[0])):
        extra = (), ()
    if extra[1] and not extra[0] and (right.text in left.context or all(word in left.before for word in extra[1])):
        extra = (), ()
    other_matter = _heads_differ(left, right) or _intensity_beside_all(left, right) or _intensity_beside_all(right, left)
    return Names(left, right, *extra, other_outcome, other_matter)


def states_differ(left: Name, right: Name) -> bool:
    """Whether other states are to be reached: 网上办理, 纳入清单."""
    states = left.outcome, right.outcome
    return all(map(bool, states)) and cosine(*map(vector, states)) < _SAME_OUTCOME


def doings_differ(left: Name, right: Name) -> bool:
    """Whether other things are done to what is counted: 新建, 改造."""
    return bool(left.doings and right.doings and not left.doings & right.doings)


def same_entry(left: Name, right: Name) -> bool:
    """Whether the register of indicators has both names in one entry."""
    return left.entry is not None and left.entry == right.entry


def share_own_names(left: Name, right: Name) -> bool:
    """Whether both have a name of their own in quotation marks that is the same: 高频事项“跨省通办”, “跨省通办”事项."""
    return bool({*left.own_names} & {*right.own_names})


def written_on(left: Name, right: Name) -> bool:
    """Whether the one is written on things, and the other such things: 菜市场标准, 标准化菜市场."""
    written = words("names")["written"]
    heads = _head(left), _head(right)
    return all(heads) and (heads[0] in written) != (heads[1] in written)


def on_average(target: Target) -> bool:
    """Whether the value of a target is an average."""
    return _averaged(target.indicator, target.quote)


def levels_clash(left: Name, right: Name) -> bool:
    """Whether the things belong to different levels of government, or one to a level and the other to another."""
    return _clash(_LEVELS, left.text, right.text)


def says_little(name: Name) -> bool:
    """Whether a name leaves open what it is of, which the text before it says: 办理时限, 比例, 解决率."""
    if name.entry or name.own_names or len(name.outcome) > 1:
        return False
    little = words("names")["says_little"]
    return all(word in little or (len(word) == _BARE_RATE and word.endswith(("率", "度"))) for word in name.words)


def says_what(some: Sequence[str]) -> Sequence[str]:
    """Of some words those that say what an indicator is on, without the syllable of a rate.

    >>> says_what(["森林", "覆盖率"]), says_what(["机械化率"])
    (['森林'], ['机械化'])
    """
    lexicon = words("names")
    return [
        word.removesuffix("率") or word
        for word in some
        if word not in lexicon["of_any"] and word not in lexicon["says_little"]
    ]


def only_modifies(one: Name, other: Name) -> bool:
    """Whether all words of the one modify what the other is on: 数字经济总量, 数字经济重大项目投资."""
    head = _head(other)
    if not one.words or not head or _extra(one, other):
        return False
    return not (stands_in(head, f"{one.text}{one.state}") or head[:2] in one.text)


def own_names_clash(left: Name, right: Name) -> bool:
    """Whether both have names of their own in quotation marks, and none that the other has."""
    if not left.own_names or not right.own_names or share_own_names(left, right):
        return False
    return not any(
        name in f"{other.text}{other.state}" for one, other in ((left, right), (right, left)) for name in one.own_names
    )


def counted(target: Target) -> str:
    """Whether the number is of what is added, of all that there are in the end, or does not say."""
    if _ADDED.search(f"{target.outcome or ''}{target.quote}"):
        return "added"
    told = target.quote if not target.outcome else target.outcome if _ALL_THERE_ARE.match(target.outcome) else ""
    return "all" if _ALL_THERE_ARE.search(told) else ""


def _averaged(name: str, quote: str) -> bool:
    return bool(_AVERAGE.search(name) or _ON_AVERAGE.search(quote))


def _doings(state: str) -> frozenset[str]:
    """What is done to the things that are counted, where that decides which they are: they are new, made new, gone."""
    return frozenset(kind for kind, verbs in words("names")["doings"].items() if any(verb in state for verb in verbs))


def _plain(text: str, region: Region) -> str:
    """The text in one form, without the place of the plan, its territory, the denominator and brackets."""
    text = re.sub(r"[（）“”《》、\s]", "", fold(text))
    for name in filter(None, (region.county, region.city, region.province)):
        text = text.replace(name, "").replace(name.rstrip("省市县区"), "") if len(name) > 2 else text
    return _in_one_form(text)


@lru_cache(maxsize=2**12)
def _in_one_form(text: str) -> str:
    """The text without territory and denominator, and with one name for each thing. The same names stand in many plans."""
    previous = None
    while text != previous:
        previous, text = text, _WHOLE.sub("", text)
    text = _FROM_TO.sub("", text)
    for short, whole in words("names")["short"].items():
        text = text.replace(short, whole)
    return text


def _extra(one: Name, other: Name) -> tuple[str, ...]:
    """The words of one that the other has not, in whatever words it is cut."""
    named = any(stands_in(word, other.text) for gloss in one.glosses for word in cut(gloss))
    return tuple(
        word
        for word in one.words
        if not (
            word in {_TIME, _AREA}  # which the unit says as well
            or stands_in(word.removesuffix("率") or word, other.text)
            or stands_in(word.removesuffix("率") or word, other.state)
            or any(word in gloss for gloss in one.glosses)
            or (named and word in one.glossed)
        )
    )


def stands_in(word: str, text: str) -> bool:
    """Whether a text has the word, whole or in two parts, perhaps without its last syllable: 普惠型小微 in 普惠小微."""
    return any(
        word[:at] in text and (word[at:] in text if len(word) - at > 1 else word[at:] in _ENDINGS)
        for at in (len(word), *range(2, len(word)))
    )


def _heads_differ(left: Name, right: Name) -> bool:
    """Whether the last words, which say what is counted or measured, are of different things."""
    heads = _head(left), _head(right)
    return (
        bool(heads[0] and heads[1])
        and heads[0] not in right.text
        and heads[1] not in left.text
        and (heads[0].removesuffix("率") or heads[0]) not in right.state
        and (heads[1].removesuffix("率") or heads[1]) not in left.state
    )


def _intensity_beside_all(one: Name, other: Name) -> bool:
    """Whether the one is on how much there is for each of something, and the other on all there is: 能源消费强度, 能源消费总量."""
    return (
        bool(_INTENSITY.search(one.text) and _IN_ALL.search(other.text))
        and not _INTENSITY.search(other.text)
        and not _IN_ALL.search(one.text)
    )


def _head(name: Name) -> str:
    return next((word for word in reversed(name.words) if word != _TIME), "")


def _clash(pattern: re.Pattern[str], left: str, right: str) -> bool:
    found = _all(pattern, left), _all(pattern, right)
    return bool(found[0] and found[1]) and not found[0] & found[1]


def _all(pattern: re.Pattern[str], text: str) -> set[str]:
    return {match[0] for match in pattern.finditer(text)}
