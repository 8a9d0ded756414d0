"""Pairs targets of two plans about the same or a comparable indicator, and judges which is stricter.

Two targets are as alike as their words: those of the indicator and of the state to reach, and with less weight all that states them.
Of all that are alike enough each goes with at most one, so that the sum is largest (the assignment problem); what is left over stands
beside where it says again what has a partner, or is comparable to that partner, too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from planparse.comparing.names import (
    Name,
    Names,
    doings_differ,
    levels_clash,
    names,
    only_modifies,
    own_names_clash,
    same_entry,
    says_little,
    says_what,
    share_own_names,
    stands_in,
    states_differ,
    written_on,
)
from planparse.comparing.scales import Bar, bar, bars
from planparse.comparing.words import Vector, cosine, cut, vector
from planparse.model import Measure, Plan, Region, Target

# Of the words of the indicator and of the sentence, how much each counts.
_NAME_WEIGHT, _QUOTE_WEIGHT = 2 / 3, 1 / 3
# From here on two targets are about the same matter.
_FAINTEST = 0.4
# However alike their sentences, two indicators must share some words.
_FAINTEST_NAME = 0.2
# Of the words of a share, how much those of the part count beside those of the whole.
_PART = 0.7
# Of other things only words that are so much alike make a pair.
_OTHER_MATTER = 0.6
# On different scales only one and the same name joins them.
_OTHER_SCALE = 0.6
# One entry is one indicator, whether a level is told or its change.
_ONE_ENTRY_OTHER_SCALE = 0.9
# Two names of one entry of the register are at least so much alike; their words decide between several.
_ONE_ENTRY, _ENTRY_WORDS = 0.9, 0.1
# Where the name of one level has all words of the other, at least two, and at most so many more, they are at least so much alike.
_HOLDS, _FEWEST_HELD, _MOST_BESIDE = 0.5, 2, 6
# Where other things are done to them, or other states are to be reached, likeness counts so much.
_OTHER_DOING = 0.6
# So much has to speak for a pair beside another of the same target.
_BESIDE = 0.4
# Counts of things that are called the same are so much more alike.
_SAME_THINGS = 0.15
# Two names that say little mean the same only where the words before them are so much alike; these are so many characters at most.
_SAME_THING_BEFORE, _BEFORE = 0.25, 80
# A name that says little is of another thing than one that says more, unless so much of what stands before it is said there.
_FAINTEST_TOLD = 0.1
# Characters behind a target that say whether another will do as well: 或者1.
_BEHIND = 3
# A name of one word is bare beside one of more than these.
_BARE_BESIDE = 2
# What speaks for a pair besides its words, and decides between several targets on one indicator.
_LINKED, _SAME_DAY, _SAME_VALUE, _SAME_QUOTE = 0.05, 0.1, 0.02, 0.3


# Scales of times: 1个工作日, 0.5天, 1个月.
_TIME, _TIMES = "time", frozenset(("minutes", "working days", "months"))
_MONEY, _COUNTED = "money", frozenset(("things", "people", "households"))
# What all things, or a share of them, have to come to is a state.
_STATES: Final = frozenset(("coverage", "share"))
_SENTENCE_END = re.compile("[。；;\n]")


class Match(NamedTuple):
    """Two targets, by their places in the two lists, and how their names stand to each other."""

    left: int
    right: int
    names: Names


class _Read(NamedTuple):
    """A target, read for comparing."""

    target: Target
    name: Name
    said: Vector
    rated: Vector
    """The same without the syllable of a rate: what all do, 网上可办, is what a rate is of, 网上可办率."""
    quote: Vector
    bar: Bar | None
    before: Vector | None
    """What is said before it in its sentence, where its name leaves open what it is of."""
    told: Vector
    """What its name says, with what is said before it where that leaves open what it is of."""
    what: Sequence[str]
    """Of these words, with those of the state to reach, all that say what it is on."""
    text: str
    """What is looked through for the words of another."""


def matches(left: Plan, right: Plan, linked: Collection[tuple[str | None, str | None]]) -> list[Match]:
    """The targets on one matter, in the order of the left ones; `linked` holds the ids of the measures that answer each other."""
    lefts, rights = _read(left), _read(right)
    values = {
        (i, j): value
        for i, one in enumerate(lefts)
        for j, other in enumerate(rights)
        if (value := _strength(one, other, (one.target.measure_id, other.target.measure_id) in linked))
    }
    # Between equals the place in the plan decides.
    places = max(len(lefts), len(rights), 1)
    for i, j in values:
        values[i, j] -= abs(i / max(len(lefts), 1) - j / max(len(rights), 1)) / (1000 * places)
    found = {*_assigned(values)}
    found |= _beside(found, values, lefts, rights)
    return [Match(i, j, names(lefts[i].name, rights[j].name)) for i, j in sorted(found)]


def _beside(
    found: Collection[tuple[int, int]],
    values: Mapping[tuple[int, int], float],
    lefts: Sequence[_Read],
    rights: Sequence[_Read],
) -> set[tuple[int, int]]:
    """Further pairs of targets that have a partner already.

    A plan that says again what has a partner means the same partner; and what is left over stands beside the partner that it would
    have had, where it is alike enough.
    """
    more: set[tuple[int, int]] = set()
    for turned in (False, True):
        owns, others = (rights, lefts) if turned else (lefts, rights)
        partner = {j: i for i, j in found} if turned else dict(found)
        of_other = {j: i for i, j in partner.items()}
        for pair, value in values.items():
            i, j = pair[::-1] if turned else pair
            if j not in of_other or of_other[j] == i:
                continue
            own, other = owns[i], others[j]
            if i in partner:
                fits = _says_again(own, owns[of_other[j]]) and not _says_again(other, others[partner[i]])
            else:
                fits = _says_again(own, owns[of_other[j]]) or (
                    value >= _BESIDE
                    and _on_one_scale(own, other)
                    and own.target.due == other.target.due
                    and own.name.part in {"", other.name.part}  # the total has the partner, and its portions none
                )
            if fits:
                more.add(pair)
    return more


def _says_again(own: _Read, partner: _Read) -> bool:
    return own.name.text == partner.name.text and own.bar == partner.bar and own.target.kind == partner.target.kind


def _read(plan: Plan) -> list[_Read]:
    measures = {measure.id: measure for measure in plan.measures}
    return [
        _reading(target, plan.metadata.region, measures.get(target.measure_id or ""), plan.text) for target in plan.targets
    ]


def _reading(target: Target, region: Region, measure: Measure | None, whole: str) -> _Read:
    start = target.span.start
    opening = _SENTENCE_END.split(whole[max(0, start - _BEFORE) : start])[-1]
    text = measure.text if measure else ""
    name = Name.of(target, region, text, opening, whole[target.span.end : target.span.end + _BEHIND])
    words_ = [*cut(name.text, 1), *name.outcome]
    said, quote = _words_of(name), vector(cut(target.quote, 1))
    rated = vector([word.removesuffix("率") or word for word in words_])
    own, printed = [*cut(name.text), *name.outcome], f"{name.text}{name.state}"
    if not says_little(name):
        return _Read(target, name, said, rated, quote, bar(target), None, said, says_what(own), printed)
    above = [*cut(opening), *(cut(measure.title) if measure else ())]
    before, told = vector(above), vector([*above, *name.words, *name.outcome])
    return _Read(
        target, name, said, rated, quote, bar(target), before, told, says_what([*own, *above]), printed + "".join(above)
    )


def _words_of(name: Name) -> Vector:
    """The words of the indicator and of the state to reach; of what it is a share less than of which: many are of 地区生产总值."""
    part, whole = (vector(cut(text, 1)) for text in name.share)
    if not whole:
        return vector([*cut(name.text, 1), *name.outcome])
    of_part, of_whole = math.sqrt(_PART), math.sqrt(1 - _PART)
    return vector({*part, *whole}, lambda word: of_part * part.get(word, 0.0) + of_whole * whole.get(word, 0.0))


def _strength(one: _Read, other: _Read, linked: bool) -> float:  # noqa: FBT001 - of two measures, or not
    """How much speaks for a pair: 0 where it has to be ruled out, otherwise what is above the faintest likeness."""
    known = same_entry(one.name, other.name)
    if own_names_clash(one.name, other.name) or _of_other_things(one, other):
        return 0
    if not known and (_bare_of_others(one.name, other.name) or _bare_of_others(other.name, one.name)):
        return 0
    if not known and (levels_clash(one.name, other.name) or _money_beside_things(one, other)):
        return 0
    if _state_beside_number(one, other):
        return 0
    told = 0.0 if one.before is other.before is None else cosine(one.told, other.told)
    if (
        max(told, cosine(one.name.vector, other.name.vector)) < _FAINTEST_NAME
        and not (known or share_own_names(one.name, other.name))
        and not _states_a_rate(one, other)
    ):
        return 0
    alike = max(told, _NAME_WEIGHT * _said_alike(one, other) + _QUOTE_WEIGHT * cosine(one.quote, other.quote))
    if known:
        alike = _ONE_ENTRY + _ENTRY_WORDS * alike
    elif _holds(one, other) or _told_before(one, other) or _told_before(other, one):
        alike = max(alike, _HOLDS)
    if not _on_one_scale(one, other):
        alike *= _ONE_ENTRY_OTHER_SCALE if known else _OTHER_SCALE
    if _other_doing(one, other):
        alike *= _OTHER_DOING
    above = alike + _SAME_THINGS * _count_the_same(one, other) + _LINKED * linked - _FAINTEST
    if above <= 0 or _other_promises(one, other, alike, known) or not (known or _share_what_they_are_on(one, other)):
        return 0
    return (
        above
        + _SAME_DAY * (one.target.due == other.target.due)
        + _SAME_VALUE * (one.bar == other.bar)
        + _SAME_QUOTE * (one.target.quote == other.target.quote)
    )


def _holds(one: _Read, other: _Read) -> bool:
    """Whether all words of the name of one level stand in that of the other: 光伏装机, 分布式光伏发电装机容量."""
    if not one.target.kind == other.target.kind == "level" or not _on_one_scale(one, other):
        return False
    if min(len(one.name.words), len(other.name.words)) < _FEWEST_HELD:
        return False
    if all(map(_of_things, (one, other))) and (only_modifies(one.name, other.name) or only_modifies(other.name, one.name)):
        return False
    found = names(one.name, other.name)
    most, least = sorted((len(found.extra_left), len(found.extra_right)), reverse=True)
    return least == 0 and most <= _MOST_BESIDE


def _states_a_rate(one: _Read, other: _Read) -> bool:
    """Whether the state of the one is the rate of the other: 主要港口全面实现铁路进港, 铁路进港率."""
    kinds = {one.target.kind, other.target.kind}
    return bool(kinds & _STATES) and len(kinds) > 1 and _said_alike(one, other) >= _FAINTEST_NAME


def _said_alike(one: _Read, other: _Read) -> float:
    """How alike the words of indicator and state are; what all or a share do is held against what a rate is of."""
    if (one.target.kind in _STATES) != (other.target.kind in _STATES):
        return cosine(one.rated, other.rated)
    return cosine(one.said, other.said)


def _told_before(bare: _Read, other: _Read) -> bool:
    """Whether what stands before a name that says little has all words of the other: 便利企业开办……全部事项办理时间, 企业开办时间."""
    if bare.before is None or other.before is not None or len(other.name.words) < _FEWEST_HELD:
        return False
    return all(word in bare.told for word in other.name.words) and _on_one_scale(bare, other)


def _other_doing(one: _Read, other: _Read) -> bool:
    """Whether other things are done to what is counted, or other states to be reached by all or a share: 新建, 改造; 网上办理, 纳入清单."""
    all_or_a_share = {one.target.kind, other.target.kind} <= _STATES
    return doings_differ(one.name, other.name) or (all_or_a_share and states_differ(one.name, other.name))


def _state_beside_number(one: _Read, other: _Read) -> bool:
    """Whether the one says what all have to come to, and the other how many there are: 每家企业配备专员, 企业200家; not where states are told alike."""
    kinds = {one.target.kind, other.target.kind}
    if not (kinds & _STATES and "count" in kinds):
        return False
    states = one.name.outcome, other.name.outcome
    return not all(states) or not cosine(*map(vector, states))


def _share_what_they_are_on(one: _Read, other: _Read) -> bool:
    """Whether they share more than the words of any indicator: 森林覆盖率 and 养老服务机构覆盖率 do not."""
    if share_own_names(one.name, other.name) or not (one.what and other.what):
        return True
    return any(stands_in(word, text) for own, text in ((one, other.text), (other, one.text)) for word in own.what)


def _other_promises(one: _Read, other: _Read, alike: float, known: bool) -> bool:  # noqa: FBT001 - of one entry, or not
    """Whether two targets on much the same matter promise different things of it.

    Shares of parts that differ are about these: 护理型床位占比, 家庭照护床位占比; rates of sets that differ are one indicator. And what is
    counted, wholly set up, or measured in all, is another thing where its last word is: 培训师资, 培训护理员. What words set against something has no
    scale that it shares with anything but the same words: 高于全省平均水平.
    """
    both = one.target, other.target
    if any(map(_set_by_words, both)) and one.name.state != other.name.state:
        return True
    if known:
        return False
    if _share_beside(one, other) or _share_beside(other, one):
        return True
    found = names(one.name, other.name)
    if all(target.kind == "level" and target.unit == "%" for target in both):
        if one.name.rates or other.name.rates or one.name.whole or other.name.whole:
            return False
        return bool(found.extra_left and found.extra_right)
    if all(target.kind == "count" for target in both) and written_on(one.name, other.name):
        return True
    return found.other_matter and alike < _OTHER_MATTER and any(map(_of_things, (one, other)))


def _share_beside(share: _Read, other: _Read) -> bool:
    """Whether the one is a share and the other no level of what it is a part of: 新能源公交车占公交车比例, 新能源汽车保有量."""
    part, whole = share.name.share
    if not whole or other.name.share[1] or _on_one_scale(share, other):
        return False
    return share.target.kind != "change" and (
        other.target.kind == "change" or not (part in other.name.text or other.name.text in part)
    )


def _of_things(read: _Read) -> bool:
    """Whether things are counted, wholly set up, or measured in all, of which a part is something else; how long something takes is a rate."""
    kind = read.target.kind
    if read.bar and _told_in(read.bar) == _TIME:
        return False
    return kind in {"count", "coverage"} or (kind == "level" and read.target.unit != "%" and not read.name.rates)


def _set_by_words(target: Target) -> bool:
    """Whether words alone set a level: 不低于全省平均水平."""
    return target.kind == "level" and target.value is None and target.grade is None


def _of_other_things(one: _Read, other: _Read) -> bool:
    """Whether names that leave open what they are of stand behind words on other things, or on another than the other name is of."""
    if one.before is None or other.before is None:
        return (one.before is not other.before) and cosine(one.told, other.told) < _FAINTEST_TOLD
    if not (one.before or other.before):
        return False
    return cosine(one.before, other.before) < _SAME_THING_BEFORE


def _bare_of_others(bare: Name, other: Name) -> bool:
    """Whether one name says only which rate it is, and nothing around it speaks of what the other is of: 机械化率, 花生种植机械化率."""
    if not (bare.rates or other.rates) or len(bare.words) != 1 or len(other.words) <= _BARE_BESIDE:
        return False
    told = f"{bare.context}{bare.before}{bare.state}"
    return not any(word in told for word in other.words if word not in bare.text)


def _count_the_same(one: _Read, other: _Read) -> bool:
    """Whether both count things that are called the same: 体育精品赛事100项, 全国品牌赛事10项."""
    heads = one.name.words[-1:], other.name.words[-1:]
    return (
        one.target.kind == other.target.kind == "count"
        and one.bar is not None
        and other.bar is not None
        and one.bar.dimension == other.bar.dimension
        and heads[0] == heads[1] != []
    )


def _on_one_scale(one: _Read, other: _Read) -> bool:
    found = (one.bar, other.bar)
    if (one.target.kind == "change") != (other.target.kind == "change"):
        found = bars(one.target, other.target)
    dimensions = {_told_in(own) for own in found}
    # What is added is counted as what there is: 净增1000家, 突破11000家.
    return len(dimensions) == 1 or ("added" in {one.name.counted, other.name.counted} and len(_counted_in(one, other)) == 1)


def _counted_in(*some: _Read) -> set[str]:
    """In what they are counted, whether it is added or is there: money, people, area."""
    return {_told_in(own.bar).removeprefix("change ") for own in some}


def _money_beside_things(one: _Read, other: _Read) -> bool:
    """Whether the one says how much money and the other how many: 新增贷款100亿元, 新增贷款户5000户."""
    return {_MONEY} < _counted_in(one, other) <= {_MONEY, *_COUNTED}


def _told_in(reached: Bar | None) -> str:
    """The scale of a value, without its denominator: 3个工作日 and 2天 are both times."""
    dimension = reached.dimension.partition(" per ")[0] if reached else ""
    return _TIME if dimension in _TIMES else dimension


def _assigned(values: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """Of the pairs those that make the largest sum, each place at most once; every group of joined places by itself."""
    from munkres import Munkres  # noqa: PLC0415 - only where there is something to assign

    for group in _groups(values):
        rows, columns = sorted({i for i, _ in group}), sorted({j for _, j in group})
        size = max(len(rows), len(columns))
        costs = [
            [-values.get((rows[y], columns[x]), 0) if y < len(rows) and x < len(columns) else 0 for x in range(size)]
            for y in range(size)
        ]
        for y, x in Munkres().compute(costs):
            if y < len(rows) and x < len(columns) and (rows[y], columns[x]) in values:
                yield rows[y], columns[x]


def _groups(pairs: Collection[tuple[int, int]]) -> list[Sequence[tuple[int, int]]]:
    """The pairs, by the groups that they join places to."""
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def find(place: tuple[str, int]) -> tuple[str, int]:
        while (above := leader.setdefault(place, place)) != place:
            leader[place] = leader[above]
            place = leader[above]
        return place

    for i, j in pairs:
        leader[find(("left", i))] = find(("right", j))
    groups: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for i, j in pairs:
        groups.setdefault(find(("left", i)), []).append((i, j))
    return [*groups.values()]
