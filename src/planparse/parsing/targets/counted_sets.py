"""All of a set whose number, or whose size, is told, or that stands beside a share of another: 剩余13个村全部完成规划编制."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.patterns import Pattern
from planparse.parsing.targets.cues import EXISTING
from planparse.parsing.targets.grammar import BOUND, COUNT, HIDDEN, NUMBER_RUN, PERCENT, PRINCIPAL
from planparse.parsing.targets.readings import Clause, Reading, noun
from planparse.parsing.targets.sets import all_of
from planparse.text import Painted

# 13个村全部, 5000平方米以上工地均: behind what a number says of a set.
_ALL_OF = Pattern("全部|一律|全面|全覆盖|(?<=[^，])均|都", reads=("13个村全部完成", "工地均配备"), leaves=("建成13个村",))
# 现有科普基地35个全部免费开放: what there is, all of which comes to something.
_STOCK = Pattern(
    "(?:将|对|把|全[省市县区])?(?:现有|已有|原有|既有)",
    reads=("现有科普基地35个", "对现有20家"),
    leaves=("已建成35个", "企业现有"),
    by="match",
)
# 所有三级医院和80%的二级医院, 三级医院全部、80%的二级医院: what stands before the share.
_BESIDE_SHARE = Pattern(
    rf"(?:(?:所有(?![制权者])|全部|全体)的?(?P<of>[^，{PRINCIPAL}]{{2,30}}?)|(?<![^，。；：、])(?P<all>[^，{PRINCIPAL}]{{2,30}}?)(?:全部|全体|一律))(?:、|以及|[和与及])(?:至少|约)?$",
    reads=("所有三级医院和", "三级医院全部、", "全部省级园区以及至少"),
    leaves=("所有三级医院", "三级医院和", "所有制企业和"),
    painted=True,
)
# 95%以上的行政村、全部社区: what stands behind the share.
_BEHIND_SHARE = Pattern(
    "(?<=[^，]{2})(?:、|以及|[和与及])(?:所有(?![制权者])|全部|全体)的?(?P<of>[^，、]{2,})$",
    reads=("行政村、全部社区", "二级医院和所有三级医院"),
    leaves=("全部社区", "行政村、社区"),
)
_SHARES = ("share_reaches", "member_set_of_share_reaches", "share_state", "sized_share")
_THE_REST = frozenset(("剩余", "其余", "余下"))
_LONGEST_LEFT = 6


def of_counted(text: str, painted: Painted, clause: Clause, previous: Sequence[Reading]) -> Iterator[Reading]:
    """What all of a set come to whose number, or whose size, is told: 剩余13个村全部完成规划编制."""
    words_ = painted[clause.start : clause.end]
    said = _ALL_OF.search(words_)
    numbers = [match.span() for match in NUMBER_RUN.finditer(words_)] if said else []
    if (
        said is None
        or not numbers
        or numbers[-1][1] > said.start()
        or PERCENT in words_
        or (EXISTING.match(words_) and not _STOCK.match(words_))
    ):
        return
    first, last = numbers[-1]
    if last == said.start() and len(numbers) == 1 and COUNT in words_[first:last]:
        # 现有科普基地35个全部免费开放: how many there are stands behind what they are.
        printed, rest = (line[:first] + line[last:] for line in (text[clause.start : clause.end], words_))
        for reading in all_of(printed, Painted(rest), clause._replace(start=0, end=len(rest)), (), (0, 0)):
            stock = _STOCK.match(reading.indicator)
            named = reading.indicator[stock.end() :] if stock else reading.indicator
            if named in _THE_REST and previous:
                named = previous[-1].indicator  # 剩余5项全部完成
            whole = reading._replace(start=reading.start + clause.start, end=reading.end + clause.start + last - first)
            yield whole._replace(indicator=named)
        return
    hidden = Painted(NUMBER_RUN.sub(lambda match: HIDDEN * len(match.group()), words_))
    printed = text[clause.start : clause.end]
    for reading in all_of(printed, hidden, clause._replace(start=0, end=len(printed)), (), (0, 0)):
        (first, last), of = numbers[0], reading.indicator
        counted = printed[first:last]
        if (
            _counts_set(words_[first:last])
            and not counted.endswith(BOUNDS_BEHIND)
            and of.find(counted) in range(_LONGEST_LEFT)
        ):
            of = of[of.find(counted) + len(counted) :].removeprefix("的")  # 剩余13个村
        if not of and previous:
            of = previous[-1].indicator  # 已完成47项，剩余5项6月底前全部完成
        yield reading._replace(start=reading.start + clause.start, end=reading.end + clause.start, indicator=of)


def _counts_set(number: str) -> bool:
    """Whether a painted number counts the set; 超过5万人 says how large each of them is."""
    return COUNT in number and number[0] != BOUND


def behind_share(readings: list[Reading]) -> list[Reading]:
    """The readings of a clause, where a share of a set and all of another come to the same: 95%以上的行政村、全部社区建有实践站."""
    share = readings[0]
    if share.rule not in _SHARES or (match := _BEHIND_SHARE.search(share.indicator)) is None:
        return readings
    of = noun(match.group("of"))
    whole = share._replace(
        rule="every_one_of", kind="coverage", at=-1, indicator=of, meant=(100, "%"), listed=(), scope=None
    )
    return [share._replace(indicator=share.indicator[: match.start()]), whole, *readings[1:]]


def beside_share(text: str, painted: Painted, clause: Clause, share: Reading) -> Iterator[Reading]:
    """All of a set that comes to the same as a share of another: 所有三级医院和80%的二级医院设立临床营养科."""
    if share.rule not in _SHARES or share.at < clause.start:
        return
    if match := _BESIDE_SHARE.search(painted, clause.start, share.at):
        of = noun(text[slice(*match.span("of" if match.group("of") else "all"))])
        if of:
            yield share._replace(
                rule="every_one_of", kind="coverage", at=-1, indicator=of, meant=(100, "%"), listed=(), scope=None
            )
