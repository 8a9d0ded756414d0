"""What one clause commits to.

Its pieces, each with one number, are read by the ways of stating a target (planparse.parsing.targets.pieces) and joined to a list
(members). Forms that need more than a pattern have modules of their own: lists whose numbers stand behind all nouns (lists), places in
an order or on a scale (scales), levels without a number (relative), and all of a set (coverage, counted_sets).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.ahead import LONGEST_TITLE
from planparse.parsing.targets.bracketed import in_brackets
from planparse.parsing.targets.commitment import kept_out
from planparse.parsing.targets.completing import completed
from planparse.parsing.targets.counted_sets import behind_share, beside_share, of_counted
from planparse.parsing.targets.coverage import says_all
from planparse.parsing.targets.elision import EXISTS, TIMED, same_unit
from planparse.parsing.targets.grammar import (
    BATCH,
    BOUND,
    COUNT,
    DEADLINE,
    END,
    NUMBER_RUN,
    PRINCIPAL,
    STRIVE,
    TIME,
    TIME_RUN,
    VERB,
    VERB_AHEAD,
)
from planparse.parsing.targets.in_steps import in_steps
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.lists import respectively
from planparse.parsing.targets.members import goes_on, members_of, sized, stands_beside, valued, with_times
from planparse.parsing.targets.norms import is_norm
from planparse.parsing.targets.pieces import pieces_of
from planparse.parsing.targets.readings import RANK, TOLD_AHEAD, YEAR, Before, Clause, Reading, is_measure, noun
from planparse.parsing.targets.relative import RELATIVE, relative
from planparse.parsing.targets.scales import grade_in, graded, ranked
from planparse.parsing.targets.sets import all_of
from planparse.parsing.targets.shared_out import allotted
from planparse.parsing.targets.skeleton import PAINT
from planparse.parsing.targets.stating import TARGETS
from planparse.parsing.targets.sums import of_a_sort, parts, shares_of_parts
from planparse.parsing.targets.whose import of_measure
from planparse.text import Painted

_VERBS = words("verbs")
_MOVES_TO = Pattern(
    f"(?:{STRIVE})?(?:[^，]{{0,2}}目标|{alternation(_VERBS['increase'], _VERBS['decrease'])}|增|减|降|升|扩|提|缩|压|达)(?:[到至为]|(?<=目标)[值数])",
    reads=("目标值65%", "提高到65%", "降至8%", "力争提高到65%"),
    leaves=("达65%", "提高5%"),
    by="match",
)
# 出栏肉牛, 县级融媒体中心生产短视频: what is done with what is counted, and 生产企业, whose name begins with it.
_DONE_WITH = Pattern(
    "(?:[^，]{0,12}?(?:中心|机构|部门|医院|学校|园区|队伍|平台|银行|协会)|(?:为|向|对|给)[^，]{2,12}?|累计|年均|年|共)?"
    f"(?P<verb>{alternation(_VERBS['done'])})"
    "(?!(?:企业|基地|线|能力|总值|者|员|组|站|点|所|机构|平台|设备|车间|资料|系统|中心|服务|工作|项目|事项|人员|区|队|人|户|网点|门店|大厅|窗口|终端|车辆|公司|厂)$)(?=[^，的]{2,}$)",
    reads=("出栏肉牛", "县级融媒体中心生产短视频", "为农民工追讨欠薪"),
    leaves=("生产企业", "检测机构", "肉牛"),
    by="match",
)
# A number alone behind its label.
_LABELLED = Pattern(
    f"[{BOUND}{PRINCIPAL}]|分别", reads=("180亿元", "分别不低于90%、75%"), leaves=("达到90%",), by="match", painted=True
)
# Or a verb and a number, behind what they are of: 无废机关：2024年创建15个.
_LABELLED_VERB = Pattern(
    f"(?:累计|力争|共)*(?:{VERB}|{alternation(_VERBS['reach'])})[{BOUND}{PRINCIPAL}]+(?:(?=、{DEADLINE})|{END})",
    reads=("创建15个", "达到30%左右"),
    leaves=("创建机关15个", "15个"),
    by="match",
    painted=True,
)
_LABEL = Pattern(
    f"(?![^，]*(?:目标|任务|指标|措施|举措|内容|要求|重点|步骤|阶段|时间|安排|标准|方面|方向|如下|计划|思路|单位|部门|责任|其中|是)$|(?:{VERB})[^，]{{2}})[^，。；：{PRINCIPAL}{BOUND}]{{3,24}}",
    reads=("无废机关", "污水处理率"),
    leaves=("主要目标", "建设无废机关", "分年度任务"),
    by="fullmatch",
    painted=True,
)
# 分年度完成投资, 高标准农田建设任务: what a label says beside what its numbers are of.
_LABEL_HEAD = Pattern(
    "(?:分?(?:年度|年|阶段))(?:计划|预计)?(?:完成|实现|新增|新建)?(?=[^，]{2})",
    reads=("分年度完成投资", "年度新增就业"),
    leaves=("完成投资", "分类覆盖率"),
    by="match",
)
_LABEL_TAIL = Pattern(
    "(?<=[^，]{2})(?:(?:建设|改造|创建|培育|治理|培训)?(?:目标任务|任务数?|目标值?|计划数?))$",
    reads=("高标准农田建设任务", "新增就业目标"),
    leaves=("任务", "投资计划管理"),
)
# What lasts, and is longer where a plan succeeds: 人均预期寿命.
_LASTING = Pattern(
    "(?:年限|寿命|年龄|月数|天数|住院日|满意度|得分|分数|评分|成绩|指数|时长)$",
    reads=("人均预期寿命", "平均受教育年限"),
    leaves=("贷款期限", "企业"),
)
# A batch and of what it is.
_OF_BATCH = Pattern(f"{BATCH}[^，]", reads=("首批智慧农场",), leaves=("首批",), by="match")
# Rules that leave out what their number is of, by what the words before must have made of it.
_FILLED = {
    "shorten_elided": TIMED,
    "time_elided": TIMED,
    "lasts_on": _LASTING,
    "lengthens_on": _LASTING,
    "batch": _OF_BATCH,
}
# 增速高于全省平均水平、位居全省前3位: a level beside a place.
_RELATED_BESIDE = Pattern(
    f"(?:不?[高低]于|[快优]于|达到)[^，、{PRINCIPAL}]{{2,14}}(?:水平|平均值?|上年|增速)、",
    reads=("高于全省平均水平、",),
    leaves=("高于全省平均水平", "高于75%、"),
    painted=True,
)
_ACT_ALONE = TARGETS.named("act_alone")
_PLACES = ("排名", "位次", "名次")
_AMONG = ("进入全", "在全", "排名", "位居", "位列", "稳居", "居全")


class Context(NamedTuple):
    """What the words before a clause say, which it may leave out.

    `previous` is what the last clause with a reading gave, `before` where the clause before this one stands. `told` are the readings of
    all clauses before, `known` those of what the sentences before tell that there was. `years` is how many years the sentence lists,
    and `announced` says that what stands here are indicators with their values. `label` is where the words before a colon stand that
    say what the numbers behind it are of.
    """

    previous: Sequence[Reading]
    before: tuple[int, int]
    told: Sequence[Reading] = ()
    known: Sequence[Reading] = ()
    years: int = 0
    announced: bool = False
    label: tuple[int, int] | None = None


def read_clause(text: str, painted: Painted, clause: Clause, context: Context, *, past: bool = False) -> list[Reading]:
    """All that a clause commits to, in order; `past` says that it tells what was."""
    start, end = clause.start, clause.end
    words_ = painted[start:end]
    if not words_ or (not past and kept_out(text, painted, clause)):
        return []
    if (cut := _covered_beside(painted, clause)) > 0:
        # 行政村5G通达率100%、自然村4G网络全覆盖
        first = read_clause(text, painted, clause._replace(end=cut), context)
        context = context._replace(previous=first or context.previous)
        return [*first, *read_clause(text, painted, clause._replace(start=cut + 1), context)]
    numbers = _numbers_in(painted, start, end)
    if numbers:
        if _labels(painted, context.before, start, end):
            # 实际到位内资：≥180亿元: what stands before the colon is what the number is of.
            context = context._replace(label=context.before, previous=[_label_named(text, painted, *context.before)])
        found = _by_numbers(text, painted, clause, numbers, context)
        readings = [
            reading
            for reading in _in_full(found, text, painted, clause, context)
            if ((of := _FILLED.get(reading.rule)) is None or of.search(reading.indicator))
            and not is_norm(text, painted, clause, reading)
        ]
        if readings:
            return [*beside_share(text, painted, clause, readings[0]), *behind_share(readings)]
        if not says_all(words_):
            return [*of_counted(text, painted, clause, context.previous)]
        # 超5年未结案件动态清零: a length of time that is no value picks out the set.
    scaled, previous = grade_in(words_), context.previous
    return (
        [*all_of(text, painted, clause, previous, context.before)]
        or ([*of_counted(text, painted, clause, previous)] if numbers else [])
        or [*relative(text, painted, clause, previous)]
        or [
            *(graded(text, scaled, clause, previous) if scaled else ()),
            *ranked(text, painted, start, end, "", _placed(text, previous, text.startswith(_AMONG, start))),
        ]
    )


def _numbers_in(painted: Painted, start: int, end: int) -> list[tuple[int, int]]:
    """The numbers of a clause that may be values; lengths of time are where there is no other."""
    numbers = [match.span() for match in NUMBER_RUN.finditer(painted, start, end)]
    if not numbers and painted.find(TIME, start, end) >= 0:
        return [match.span() for match in TIME_RUN.finditer(painted, start, end)]
    return numbers


def _by_numbers(
    text: str,
    painted: Painted,
    clause: Clause,
    numbers: Sequence[tuple[int, int]],
    context: Context,
) -> Sequence[Reading]:
    """What the first form reads that fits the clause."""
    start, end = clause.start, clause.end
    previous, before = context.previous, context.before
    names_value = context.announced or (context.label and clause.promised)
    pieces = [*pieces_of(painted, start, end, numbers)]
    has_times = painted.find(TIME, start, end) >= 0
    timed, each_timed = with_times(text, painted, clause, numbers, previous) if has_times else ([], False)
    return (
        ([*in_steps(text, painted, clause)] if has_times else [])
        or [*allotted(text, painted, pieces, previous)]
        or [*of_measure(text, painted, pieces, previous, before)]
        or [*of_a_sort(text, painted, start, end, previous)]
        or [*shares_of_parts(text, painted, pieces, previous)]
        or [*in_brackets(text, painted, clause)]
        or [*respectively(text, painted, clause, context.years, previous, context.label, context.told)]
        or ([*parts(text, painted, pieces, previous)] if _says_what_is_done(painted, *pieces[0]) else [])
        or (timed if each_timed else [])
        or [*members_of(text, painted, pieces, previous)]
        or [*parts(text, painted, pieces, previous, context.told)]
        or [*goes_on(text, painted, pieces, previous, before)]
        or timed
        or [*sized(text, painted, clause)]
        or ([*valued(text, painted, clause, before)] if names_value else [])
        or ([*members_of(text, painted, pieces, previous, promised=True)] if clause.promised else [])
        or [*stands_beside(text, painted, pieces, previous, before)]
    )


# 高新技术企业超过400家、独角兽企业实现零的突破: a member that comes to no number.
_FIRST_EVER = Pattern(
    f"、[^，、{PRINCIPAL}{BOUND}]{{2,20}}实现(?:历史性)?(?:零的?)突破$",
    reads=("、独角兽企业实现零的突破", "、国家医学中心实现零突破"),
    leaves=("，独角兽企业实现零的突破", "、独角兽企业实现突破"),
    painted=True,
)
# 乡乡有卫生院、村村有卫生室、每千人口拥有医师3.2人
_EACH_HAS = Pattern(
    f"(?:实现|确保|做到)?(?:(?P<one>[县乡镇村校户])(?P=one)(?:都?有|通)[^，、{PRINCIPAL}{BOUND}]{{1,10}}、){{1,3}}(?=[^，]*[{PRINCIPAL}])",
    reads=("实现乡乡有卫生院、村村有卫生室、配备医师32人",),
    leaves=("乡乡有卫生院、村村有卫生室", "村村通工程3处"),
    by="match",
    painted=True,
)
_COMES_TRUE = ("实现", "做到", "达到")
_COVERED = "全覆盖"


def _in_full(found: Sequence[Reading], text: str, painted: Painted, clause: Clause, context: Context) -> Iterator[Reading]:
    """What was found, each with what the clauses and members before it say of it too."""
    whole: list[Reading] = []
    names: dict[str, str] = {}
    previous, before = context.previous, context.before
    was = [reading for reading in (*previous, *context.known) if reading.was and reading.at >= 0]
    for reading in found:
        full = completed(_ranked(text, painted, reading, previous), text, painted, [*previous, *whole], before)
        if (full.indicator == reading.indicator and full.kind == "level") or full.rule == "strives":
            # 营业收入跃上800亿元、力争突破1000亿元: both are of whom the first is.
            full = full._replace(indicator=names.get(reading.indicator, full.indicator))
        names[reading.indicator] = full.indicator
        whole.append(full)
        full = _counted(painted, full)
        if clause.promised:
            full = _done(full)
        if full.outcome in _COMES_TRUE and full.indicator.endswith(_COVERED):
            # 实现100个重点镇污水处理设施全覆盖
            full = full._replace(indicator=full.indicator.removesuffix(_COVERED), outcome=f"{full.outcome}{_COVERED}")
        yield _risen(text, full, was) if was else full


def _says_what_is_done(painted: Painted, start: int, end: int) -> bool:
    """Whether a piece says but what is done: 累计培训6000人次, and the sentence before may say to whom."""
    return TARGETS.match(_ACT_ALONE, painted, behind_lead(painted, start, end), end) is not None


def _placed_beside(painted: Painted, start: int, end: int) -> int:
    """Where a member with a place in an order begins behind one with a number: 金牌3枚、奖牌总数进入全省前三; -1 where none does."""
    if (placed := painted.find(PAINT["rank"], start, end)) < 0:
        return -1
    if related := _RELATED_BESIDE.search(painted, start, placed):
        return related.end() - 1
    *_, last = (0, *(number.end() for number in NUMBER_RUN.finditer(painted, start, placed)))
    return last if last and painted[last] == "、" else -1


def _labels(painted: Painted, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether the clause before is the label of this one: 实际到位内资：≥180亿元; 无废机关：2024年创建15个."""
    if painted[before[1] : before[1] + 1] != "：":
        return False
    if _LABELLED.match(painted, start, end):
        return True
    labels = _LABELLED_VERB.match(painted, start, end)
    return labels is not None and _LABEL.fullmatch(painted, behind_lead(painted, *before), before[1]) is not None


def _label_named(text: str, painted: Painted, start: int, end: int) -> Reading:
    """What a label says that the numbers behind it are of: 高标准农田建设任务, 分年度完成投资."""
    begin = behind_lead(painted, start, end)
    verb = VERB_AHEAD.match(painted, begin, end)
    ahead = _LABEL_HEAD.match(text, begin, end)
    named = noun(text[verb.end() if verb else ahead.end() if ahead else begin : end])
    named = _LABEL_TAIL.sub("", named) or named
    return Reading(begin, end, EXISTS, None, -1, named or noun(text[begin:end]), None)


def _covered_beside(painted: Painted, clause: Clause) -> int:
    """Where a list parts before or behind a member that comes to all of its set, with no number of its own; -1 where it does not."""
    start, end = clause.start, clause.end
    if each := _EACH_HAS.match(painted, start, end):
        return each.end() - 1
    if (first := painted.find("全覆盖", start, end)) < 0:
        first_ever = _FIRST_EVER.search(painted, start, end) if painted.startswith("突破", end - 2) else None
        return first_ever.start() if first_ever else _placed_beside(painted, start, end)
    if not (numbers := [*NUMBER_RUN.finditer(painted, start, end)]):
        # 充电站“县县全覆盖”、充电桩“乡乡全覆盖”
        last = painted.rfind("全覆盖", start, end)
        return painted.find("、", first, first + 5) if last > first else -1
    if painted.startswith("全覆盖", end - 3):
        return painted.find("、", numbers[-1].end(), end)
    at = painted.rfind("全覆盖、", start, numbers[0].start())
    return at + 3 if at >= 0 else -1


def _done(reading: Reading) -> Reading:
    """The reading with the verb that no list of what brings things about holds, as its outcome: 到2026年，出栏肉牛1.5万头."""
    told = reading.kind in (None, "count") and not is_measure(reading.indicator)
    match = _DONE_WITH.match(reading.indicator) if told else None
    return reading._replace(indicator=reading.indicator[match.end() :], outcome=match.group("verb")) if match else reading


def _counted(painted: Painted, reading: Reading) -> Reading:
    """The reading as a count where the number counts what is new: 告知承诺制事项新增30项."""
    if reading.kind != "change" or not (reading.outcome or "").endswith("新增") or is_measure(reading.indicator):
        return reading
    number = NUMBER_RUN.match(painted, reading.at)
    counts = number is not None and number["paint"] == COUNT
    return reading._replace(kind="count", direction=None, outcome="新增") if counts else reading


def _risen(text: str, reading: Reading, known: Sequence[Reading]) -> Reading:
    """The reading with what its indicator is today, as told before: 目前占比为52%，到2028年提高到65%."""
    if reading.before or not _MOVES_TO.match(reading.outcome or ""):
        return reading
    was = next((told for told in known if told.indicator == reading.indicator and reading.at - told.at < TOLD_AHEAD), None)
    if was is None:
        return reading
    floor = max(0, was.start - LONGEST_TITLE)
    begin = max(floor, *(text.rfind(mark, floor, was.start) for mark in "。；\n"))
    if was.before and was.before.at >= 0:
        begin = was.before.at  # 由2020年的61%提高到目前的71%: that year is of the first
    years = [int(year.group()) for year in YEAR.finditer(text, begin, was.end)]
    return reading._replace(before=Before(was.at, years[-1] if years else None))


def _ranked(text: str, painted: Painted, reading: Reading, previous: Sequence[Reading]) -> Reading:
    """The reading with what a bare rank is of: 建立省级工程研究中心50家，力争国家级突破5家; 分批建设智慧农场，首批10个."""
    if not previous or not RANK.fullmatch(reading.indicator):
        return reading
    last = previous[-1]
    of = RANK.match(last.indicator)
    known = of is not None or last.rule == EXISTS or same_unit(text, painted, reading.at, last.at)
    return reading._replace(indicator=reading.indicator + last.indicator[of.end() if of else 0 :]) if known else reading


def _placed(text: str, previous: Sequence[Reading], among: bool) -> str:  # noqa: FBT001 - one call
    """Whose place the clause before tells, for a clause that says no more than the place: 排名前移2位，进入前五名.

    `among` says that the clause opens with those among whom: 增速不低于8%，在全市排名前3位.
    """
    if not previous:
        return ""
    last = previous[-1]
    beside = among and (last.at >= 0 or last.rule == RELATIVE)
    said = text[last.start : last.at if last.at >= 0 else last.end]
    of_place = last.kind == "rank" or any(word in said for word in _PLACES)
    return last.indicator if beside or of_place else ""
