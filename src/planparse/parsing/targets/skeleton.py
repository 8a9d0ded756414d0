"""The text as the target patterns see it: as long as the printed one, with brackets hidden and numbers and times painted over.

建成国家级区域医疗中心1个（含筹建） becomes 建成国家级区域医疗中心##（____）: a pattern sees at once where a number stands and of which family, 、
and ， inside brackets part nothing, and an offset is the same in text and skeleton.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from planparse.language.amounts import Amount, Family
from planparse.language.dates import Time
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.hidden import family_of
from planparse.text import Folded, Painted

# One character of the private use area for each family, so that no printed text is mistaken for paint. What patterns look for together
# stands together: a set that is one range is built and searched quickest.
PAINT: dict[Family | str, str] = {
    "percent": "\ue001",
    "count": "\ue002",
    "measure": "\ue003",
    "point": "\ue004",
    "multiple": "\ue005",
    "bare": "\ue006",
    "ratio": "\ue007",
    "zero": "\ue008",
    "doubled": "\ue009",
    "halved": "\ue00a",
    "bound": "\ue00b",
    "time": "\ue00c",
    "deadline": "\ue00d",
    "hidden": "\ue00e",
    "rank": "\ue00f",
    "grade": "\ue010",
}
# “三个全覆盖”, “限时清零”: no name, but what all of a set, or of three, come to.
_COVERED = frozenset(
    (
        *(f"{number}个全覆盖" for number in "两二三四五六"),
        "全覆盖",
        *(f"{how}清零" for how in ("", "动态", "限时", "限期", "全部", "双", "两", "三", "四")),
    )
)
_COMES_TO = Pattern(
    "零(?:填埋|直排|伤亡|事故|发生|新增|排放)|(?P<each>[县乡镇村校户])(?P=each)(?:全覆盖|都?有|达标)",
    reads=("零填埋", "县县全覆盖", "县县有"),
    leaves=("零工市场", "服务全覆盖", "村村通"),
    by="fullmatch",
)
# 机械化率、综合利用率“双90%”以上: one value for each of two measures, as 均达 says it.
_BOTH = Pattern(
    r"(?:达到|实现)?“双(?=\d[\d.]*%”)(?P<n>\d)[\d.]*%",
    reads=("“双90%”以上", "实现“双98.5%”目标"),
    leaves=("“双百”行动", "“双90%行动”", "“双一流”"),
)
_BOTH_REACH = {2: "均达", 4: "均要达到"}
_PHASE = Pattern(
    "(?:[近中远]期|第?[一二三四五](?:阶段|期)|[到来]前)（$",
    reads=("近期（", "第二阶段（", "一期（", "汛期到来前（"),
    leaves=("工期（", "近期目标（"),
)
# （2025年为41.2%）, （现有42个）: what an indicator was, beside what it is to be.
WAS_ASIDE = Pattern(
    r"[（(](?:截[至止]到?)?(?:(?P<year>(?:19|20)\d\d)年(?:年?[底末])?(?:(?:实际|现状|基期)(?:值|数|水平)?(?:为|是)?|为|是|占|已达到?|已?有|已建成)|(?:目前|当前|现状|基期|基准|基数|现|原|已)(?:值|数|水平)?(?:仅|已)?(?:为|是|占|达到?|有|建成)?)(?:仅|约)?[：:]?"
    r"[ ]?(?P<n>\d[\d.]*)[^（）()，。；、\d]{0,8}[）)]",
    reads=("（2025年为41.2%）", "（现有42个）", "（现状值88.5%）", "（目前为3.1人）"),
    leaves=(
        "（2026年45%）",
        "（2026年达到45%）",
        "（2025年版）",
        "（含筹建）",
        "（2025年底前完成3个）",
        "（现有42个中心和3个站点）",
    ),
)
_PAINTS = Pattern("[\ue001-\ue010]", reads=("甲\ue001乙",), leaves=("甲乙",))
_BRACKETED = Pattern(
    r"（(?P<a>(?>(?:[^（）\n]++|（[^（）\n]{0,200}）){0,300}))）|“(?P<b>[^“”\n]{1,80})”|《(?P<c>[^《》\n]{1,150})》|\"(?P<d>[^\"\n]{1,60})\"",
    reads=("中心（含筹建）", "“十四五”规划", "《方案》"),
    leaves=("中心（含筹建", "十四五规划"),
)
# From when on something is done each year: no due date, but a time all the same.
_BEGINNING = Pattern(
    # Begins with one character, by which it is looked for.
    r"[从自12](?:(?<=[从自])(?:19|20)|(?<=1)9|(?<=2)0)\d\d年(?:\d{1,2}月)?(?:起|开始)(?=，?每)",
    reads=("2026年起每年新增", "从2026年开始，每年", "自2026年7月起每季度"),
    leaves=("2026年起施行", "自2026年1月1日起"),
)
# （其中福州800家、厦门600家） counts like a clause of its own.
_BY_WHEN = Pattern(
    r"(?:力争|争取|确保|计划|[在于])?(?=(?P<when>[^，；。、（）]))(?P=when)[^，；。、（）]{0,15}(?:前|底|末|日)(?:全部|基本)?(?:完成|建成|投用|投入使用|竣工|完工)",
    reads=("2026年12月底前完成", "年底前完成", "力争2027年底前完成"),
    leaves=("2026年12月底前完成投资", "含筹建"),
    by="fullmatch",
)
_TIME_LIMIT = Pattern(
    r"(?:完成|办结|整改|落实)?(?:时限|时间|期限)[：:](?P<when>\d)[^，；。、（）]{2,15}",
    reads=("完成时限：2026年12月底前", "时限:2026年6月"),
    leaves=("时间：周一至周五", "完成时限：2026年12月，责任人"),
    by="fullmatch",
)
# （含直流桩300根） does so where a thing and how many of it stand in it.
_WITH = r"(?<=[户家个人名张根辆处座所套台条项场支间栋里亩吨米]（)(?:含|包括|包含)(?=[\u4e00-\u9fff]{2,14}\d[\d.]*[万亿千百]?(?:公里|[户家个人名张根辆处座所套台条项场支间栋亩吨]|平方米|立方米|千瓦)(?:[）、]|以上))"
_PARTS = Pattern(
    f"（(?:其中[：:]?|{_WITH})",
    reads=("（其中：福州", "（其中厦门"),
    leaves=("其中：福州", "（含筹建）"),
    by="match",
)
_PARTS_WHOLE = Pattern(
    "（(?:其中|含|包括|包含)[^（）\n]{1,400}）",
    reads=("（其中福州800家、厦门600家）",),
    leaves=("（其中福州800家", "（筹建）"),
)
_OPEN_PARTS = ("（其中", "（含", "（包")
# 达到300亿元（力争350亿元）: what is hoped for beyond, as the next member of a list.
_HOPED = Pattern(
    r"（(?=(?:力争|争取|努力|冲刺|挑战)(?:达到?|实现|突破|超过)?[ ]?\d(?!\d{3}年)[^（）。；，\n]{0,12}）)",
    reads=("（力争350亿元）", "（争取达到80家以上）"),
    leaves=("（力争2027年完成，市教育局负责）", "（力争建成）"),
)
# 完成4.8万户（煤改电3.1万户、煤改气1.7万户）: what a sum is made of, said without 其中.
_PART = r"[^（），。；：、\d\n]{2,14}?\d[\d.]*[万亿千百]?[户家个人名处座所套台条项场支间栋张吨亩]"
_PART_OF_YEAR = r"(?:19|20)\d\d年(?:[底末]前?)?(?:完成|改造|新建|建成|培育|实施|治理|开工|整治|新增|建设)?[ ]?\d[\d.]*[万亿千百]?(?:公里|[户家个人名处座所套台条项场支间栋张吨亩米])"
_PARTS_LISTED = Pattern(
    rf"（(?<=[户家个人名处座所套台条项场支间栋张吨亩里米造设理治复升上]（)(?:{_PART}(?:、{_PART}){{1,9}}|(?:国家|[省市县区])级(?:及?以上)?\d[\d.]*[万千百]?[家个名处座所项]|{_PART_OF_YEAR}(?:[、，]{_PART_OF_YEAR}){{1,9}})）",
    reads=(
        "完成4.8万户（煤改电3.1万户、煤改气1.7万户）",
        "加固水库12座（2023年5座，2024年7座）",
        "对480个路口实施改造（2026年完成200个，2027年完成280个）",
        "绿色工厂100家以上（国家级30家）",
    ),
    leaves=("完成4.8万户（含煤改电3.1万户）", "建成3家（市级）", "完成4.8万户（2023年3万户）"),
)
# 年出栏, 投资: what of the things that are counted is so large.
_OF_SIZE = Pattern(
    "(?:年?(?:出栏|产值|收入|产量|投资|总投资|销售|销售收入|营业收入|营收|规模|面积|装机|容量|亩均|单体))?",
    reads=("年出栏", "投资", ""),
    leaves=("专家", "企业和"),
    by="fullmatch",
)
_OF_PLACES = Pattern(
    "[\u4e00-\u9fff]{1,6}的[\u4e00-\u9fff]", reads=("托位的示范性托育机构",), leaves=("托位", "，建设机构"), by="match"
)
_LONGEST_OF_SIZE = 6
_VERBS = words("verbs")
# 农村路10条200公里, 管网5条、共计12公里: what may stand between two amounts of the same things.
_BESIDE = Pattern(
    "、?(?:共计?|合计|总计|总(?:长度?|里程|面积|投资|规模|库容|装机))?",
    reads=("", "、", "、共计", "总投资"),
    leaves=("，", "、新建", "共同"),
    by="fullmatch",
)
_LONGEST_BESIDE = 4
_IN_TURN, _FARTHEST_TURN = "分别", 40
_OF_THINGS = frozenset(("count", "measure"))
_LISTED_ON = frozenset("和与及或")
# 充电站5座60个充电桩: a thing of its own behind the second, but 完成120户460人搬迁 are the same.
_THING_BEHIND = Pattern(
    f"(?!{alternation(_VERBS['create'], _VERBS['carry_out'], _VERBS['outcome'])})[^，。；、\\d\n]{{2,12}}(?=$|[，。；、\n])",
    reads=("充电桩", "充电桩，新增"),
    leaves=("完成搬迁", "桩", "搬迁达到90%"),
    by="match",
)
_DO = (*_VERBS["create"], *_VERBS["carry_out"], "对", "为", "给", "向", "等", "的", "共")
_BLANKS = (" ", "\u3000")
_CLAUSE_BEHIND_BLANK = Pattern(
    r"[ \u3000][\u4e00-\u9fff]{2,}[^，。；\n]*\d",
    reads=(" 改造投放点300个",),
    leaves=(" 以上", "，改造投放点300个"),
    by="match",
)


class Skeleton(NamedTuple):
    """The painted text, and the amounts by the offset at which their paint begins.

    Of amounts of the same things that stand beside each other, 10条200公里, `beside` gives for one where the next begins; all are painted as the first is.
    """

    text: Painted
    amounts: dict[int, Amount]
    beside: dict[int, int]


class _Stroke(NamedTuple):
    """What is painted over, and with which paint; of two that begin together the longer one comes first in order."""

    start: int
    minus_end: int
    paint: Family | Literal["hidden", "deadline"]

    @property
    def end(self) -> int:
        return -self.minus_end


def without_paint(words_: str) -> str:
    r"""Printed words with what would be mistaken for paint hidden.

    >>> without_paint("低于\ue001平均") == f"低于{PAINT['hidden']}平均"
    True
    """
    if words_.replace("\n", "").isprintable():  # private characters are not, paint among them
        return words_
    return _PAINTS.sub(PAINT["hidden"], words_)


def paint(folded: Folded, amounts: Sequence[Amount], times: Sequence[Time]) -> Skeleton:
    """The skeleton of a folded text; what a time or a bracket covers is no amount of its own."""
    folded = Folded(without_paint(folded))
    listed = [match.span() for match in _PARTS_LISTED.finditer(folded)]
    hoped = [match.start() for match in _HOPED.finditer(folded)]
    opened = {start + 1 for start in (*(start for start, _ in listed), *hoped)}
    begun = {time.start: time.end for time in times}  # 2026 of 2026、2027年 is no number
    strokes = [
        *_over_brackets(folded, opened, begun),
        *(_Stroke(time.start, -time.end, "deadline") for time in times),
        *(_Stroke(match.start(), -match.end(), "deadline") for match in _BEGINNING.finditer(folded)),
        *_over_amounts(folded, amounts, begun),
    ]
    painted, kept = _painted(folded, sorted(strokes), {amount.start: amount for amount in amounts})
    both = [(match.start(), match.start("n"), match.end()) for match in _BOTH.finditer(folded)] if "“双" in folded else []
    was = {match.start("n") for match in WAS_ASIDE.finditer(folded)}
    kept.update((amount.number_start, amount) for amount in amounts if amount.number_start in was)
    # 建成分拣中心2个 改造投放点300个: the blank stands for a comma.
    blanks = (amount.end for amount in kept.values() if folded.startswith(_BLANKS, amount.end))
    marks = {at: "，" for at in blanks if _CLAUSE_BEHIND_BLANK.match(folded, at)}
    for start in hoped:
        marks |= {start: "、", folded.index("）", start): "，"}
    for start, end in listed:
        marks |= {start: "，", end - 1: "，"}
    for start, number, end in both:
        marks |= dict(enumerate(_BOTH_REACH[number - start], start)) | {end: PAINT["percent"]}
    beside = _tell_apart(folded, painted, kept, marks)
    if marks:
        painted = "".join(marks.get(at, character) for at, character in enumerate(painted))
    opens = any(words_ in painted for words_ in _OPEN_PARTS)
    return Skeleton(_open_parts(Painted(painted)) if opens else Painted(painted), kept, beside)


def _tell_apart(folded: Folded, painted: str, kept: Mapping[int, Amount], marks: dict[int, str]) -> dict[int, int]:
    """Which amounts stand beside another of the same things, by where that begins; `marks` gets their paint, and what parts those of other things."""
    beside: dict[int, int] = {}
    for at, next_at in pairwise(kept):
        if not _stand_together(folded, kept[at], next_at, kept[next_at]):
            continue
        end = kept[next_at].end
        if _has_thing_of_its_own(folded, at, kept[next_at]):
            marks[next_at - 1] = "、"
        elif not folded[end : end + 1].isalpha() or folded[end] in _LISTED_ON:
            beside[at] = next_at
            marks |= dict.fromkeys(range(kept[at].end, end), marks.get(at, painted[kept[at].end - 1]))
    return beside


def _stand_together(folded: Folded, amount: Amount, next_at: int, behind: Amount) -> bool:
    """Whether two amounts of things stand beside each other, each in a unit of its own: 10条200公里, 5条、共计12公里."""
    return (
        {amount.family, behind.family} <= _OF_THINGS
        and amount.unit != behind.unit
        and 0 <= next_at - amount.end <= _LONGEST_BESIDE
        and folded[behind.number_start].isdigit()
        and (
            behind.comparator == "eq" or not (behind.unit or "").endswith("元")
        )  # 项目200个以上、总投资超5000亿元: a target of its own
        and _BESIDE.fullmatch(folded, amount.end, next_at) is not None
        and not (
            (folded[amount.end] == "、" or amount.family != behind.family)
            and folded.find(_IN_TURN, max(0, amount.start - _FARTHEST_TURN), amount.start) >= 0
        )
    )


def _has_thing_of_its_own(folded: Folded, at: int, behind: Amount) -> bool:
    """Whether of two amounts that touch each has its thing, that of the first before it and that of the second behind it."""
    named = folded[at - 1 : at].isalpha() and not folded.endswith(_DO, 0, at)
    return named and behind.family == "count" and _THING_BEHIND.match(folded, behind.end) is not None


def _over_brackets(folded: Folded, opened: Container[int], begun: Mapping[int, int]) -> Iterator[_Stroke]:
    """What brackets and quotation marks hold, but for the parts of a sum and what is hoped for; `opened` are the offsets behind the marks of such."""
    times = sorted(begun)
    for match in _BRACKETED.finditer(folded):
        start, end = match.start() + 1, match.end() - 1
        if _is_open(match.group("b")) or start in opened or _PARTS.match(folded, start - 1):
            continue
        is_time = False
        first = bisect_left(times, start)
        if first < len(times) and times[first] < end:
            # （2026年12月底前完成）: nothing in brackets but by when.
            by_when = _BY_WHEN.fullmatch(folded, start, end) or _TIME_LIMIT.fullmatch(folded, start, end)
            is_time = by_when is not None and by_when.start("when") in begun
            is_time = is_time or (start in begun and _is_headed(folded, start, end, begun[start]))
        yield _Stroke(start, -end, "deadline" if is_time else "hidden")


def _over_amounts(folded: Folded, amounts: Sequence[Amount], begun: Container[int]) -> Iterator[_Stroke]:
    # 每10万人50台: how many there are for each.
    of_each = {a.start for a, b in pairwise(amounts) if a.end == b.start and folded.startswith("每", a.start - 1)}
    for amount in amounts:
        if amount.number_start not in begun:
            family = "hidden" if amount.start in of_each else family_of(folded, amount)
            yield _Stroke(amount.start, -amount.end, family)


def _painted(folded: Folded, strokes: Sequence[_Stroke], amounts: Mapping[int, Amount]) -> tuple[str, dict[int, Amount]]:
    """The text with the strokes in it, and the amounts that are seen by where their paint begins; what begins first hides what begins in it."""
    kept: dict[int, Amount] = {}
    pieces: list[str] = []
    done, counted = 0, -1
    for stroke in strokes:
        start, end = stroke.start, stroke.end
        if start < done:
            continue
        pieces.append(folded[done:start])
        family = "hidden" if counted >= 0 and _is_beside_count(folded, stroke, counted, amounts) else stroke.paint
        counted = end if family == "count" else -1
        done = end
        if family not in ("hidden", "deadline"):
            kept[start] = amount = amounts[start]
            # 约 and 近 bound nothing: 充电桩约12万个 in a list is a member like any other.
            if family != "rank" and amount.comparator != "approx":
                pieces.append(PAINT["bound"] * (amount.number_start - start))
                start = amount.number_start  # the bound is painted, the number is left
        pieces.append(PAINT[family] * (end - start))
    pieces.append(folded[done:])
    return "".join(pieces), kept


def _is_beside_count(folded: Folded, stroke: _Stroke, counted: int, amounts: Mapping[int, Amount]) -> bool:
    """Whether an amount says of what size what is counted right before it is; `counted` is the end of that count.

    3条10万吨级航道, 1所80—150个托位的机构, and with a bound behind it 96个年出栏万头以上养猪场.
    """
    start, end = stroke.start, stroke.end
    if stroke.paint == "measure" and counted == start and folded[end : end + 1].isalpha() and folded[end - 1] != "元":
        return True
    if stroke.paint == "count" and counted == start and _OF_PLACES.match(folded, end):
        return True
    amount = amounts.get(start)
    return amount is not None and _is_size(folded, amount, counted)


def _is_open(quoted: str | None) -> bool:
    """Whether quotation marks hold what something comes to, and no name: “零填埋”, “县县全覆盖”."""
    return quoted is not None and (
        quoted in _COVERED or _COMES_TO.fullmatch(quoted) is not None or _BOTH.match(f"“{quoted}”") is not None
    )


def _is_headed(folded: Folded, start: int, end: int, done: int) -> bool:
    """Whether a bracket that holds nothing but a time heads what stands behind it: 近期目标（到2025年）：, 远期（2031—2035年）."""
    return done == end and (folded.startswith("）：", end) or _PHASE.search(folded, max(0, start - 5), start) is not None)


def _is_size(folded: Folded, amount: Amount, counted: int) -> bool:
    """Whether an amount says of what size the things are whose count ends at `counted`, a few words before it."""
    return (
        amount.comparator in ("ge", "le")
        and amount.end > amount.number_end
        and amount.start - counted <= _LONGEST_OF_SIZE
        and folded[amount.end : amount.end + 1].isalpha()
        and _OF_SIZE.fullmatch(folded, counted, amount.start) is not None
    )


def _open_parts(painted: Painted) -> Painted:
    """The brackets of parts as commas, so that they part clauses."""
    return Painted(_PARTS_WHOLE.sub(lambda match: "，" + match.group()[1:-1] + "，", painted))
