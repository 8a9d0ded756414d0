"""Stage 7: every number of the text has a role, and every Chinese numeral that counts or measures something."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from planparse.language.amounts import Amount
from planparse.model import QuantityRole
from planparse.parsing.targets import PARAMETER

_DIGITS = regex.compile(r"\d+")
# 1,200.5 is one number with one role, though it has three runs of digits.
_NUMBER = regex.compile(r"\d[\d,.]*+")
_DATE = regex.compile(
    r"(?:(?:19|20)\d\d[ ]?(?:—|至|到)[ ]?)?(?:19|20)\d\d[ ]?(?:年度?|届|/|\.(?=\d{1,2}\.))(?:[ ]?\d{1,2}[ ]?[月./](?:[ ]?\d{1,2}[ ]?日?)?)?|\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日|\d{1,2}[ ]?月(?:份|底|初|中)|\d{1,2}：\d{2}"
)
_REFERENCE = regex.compile(r"（(?:19|20)\d\d）第?[ ]?\d+[ ]?号|第?[ ]?\d+[ ]?号(?:文|令|公告|决定)?|GB/?T?[ ]?[\d.—]+|https?[^\s（）]+|\d{3,4}—\d{7,8}|\d{5,}(?![\d.,%万亿元])")
_NAMED = regex.compile(r"“[^“”\n]{1,80}”|\"[^\"\n]{1,60}\"|[A-Za-zα-ω.+]{1,12}[—]?\d+(?:\.\d+)?|\d+(?:\.\d+)?[A-Za-z]{1,8}(?![A-Za-z])|\d+\+\d*|N\+\d+")
_CITED = regex.compile(r"《[^《》\n]{1,150}》")
_ZONES: tuple[tuple[regex.Pattern[str], QuantityRole], ...] = (
    (_CITED, "reference"),
    (_REFERENCE, "reference"),
    (_DATE, "date"),
    (_NAMED, "name"),
)
# How far around a number its surroundings are read.
_WINDOW = 60
_THRESHOLD = regex.compile(r"^(?:的|且|及其|（含）|并且|者)")
_THRESHOLD_BEFORE = regex.compile(r"(?:满|达到|超过|不足|不少于|以上|毕业|登记|注册|对[^，。；]{0,30}|凡[^，。；]{0,30}|年龄|符合[^，。；]{0,20})$")
_EXISTING = regex.compile(r"(?:依托|巩固|现有|已有|已建成|已|目前|原有|截至[^。]{0,30}|全[省市县区]有|共有|拥有|充实)[^，。；]{0,30}$")
_NAME_BEHIND = regex.compile(r"^(?:行动|计划|规划|工程|战略|专项|方案|攻坚|中心|专科|领域|体系|品牌|措施|制度|建设|机制|平台|强|大|次|版|级|类|项(?:准则|制度|核心|规定|原则)|高|病|个(?:全科化|允许|确保|同等|不|一批|专项|维护|意识|自信)|位一体|期工程|环路?|号线|路)")


class Number(NamedTuple):
    """A number of the text with its unit: offsets, role, and the id of the target or deadline that it became."""

    start: int
    end: int
    role: QuantityRole
    ref: str | None


def find_quantities(
    text: str,
    folded: str,
    amounts: Sequence[Amount],
    marks: Sequence[tuple[int, int]],
    taken: Mapping[QuantityRole, Sequence[tuple[int, int, str]]],
) -> Iterator[Number]:
    """Every number, in order and apart. `marks` are the outline marks; `taken` are the stretches that became targets and deadlines."""
    zones = _Zones(folded, marks, taken)
    at = 0
    done = 0
    numbers = [(a.number_start, a.number_end, a) for a in amounts]
    for match in _DIGITS.finditer(text):
        start = match.start()
        while at < len(numbers) and numbers[at][0] <= start:
            begin, end, amount = numbers[at]
            at += 1
            if begin >= done:
                yield Number(begin, end, *zones.role(begin, end, amount))
                done = end
        if start < done:
            continue
        end = match.end()
        if (whole := _NUMBER.match(folded, start)) and at < len(numbers):
            end = max(end, min(whole.end(), numbers[at][0]))
        elif whole:
            end = max(end, whole.end())
        end = start + len(folded[start:end].rstrip(",.")) if end > match.end() else end
        end = max(end, match.end())
        yield Number(start, end, *zones.role(start, end, None))
        done = end
    for begin, end, amount in numbers[at:]:
        if begin >= done:
            yield Number(begin, end, *zones.role(begin, end, amount))
            done = end


class _Zones:
    """Which stretch of the text a number stands in."""

    def __init__(
        self,
        folded: str,
        marks: Sequence[tuple[int, int]],
        taken: Mapping[QuantityRole, Sequence[tuple[int, int, str]]],
    ) -> None:
        self._folded = folded
        stretches: list[tuple[int, int, QuantityRole, str | None]] = []
        for role, spans in taken.items():
            stretches += ((a, b, role, ref) for a, b, ref in spans)
        self._layers = [_Layer(stretches), _Layer([(a, b, "numbering", None) for a, b in marks])]

    def role(self, start: int, end: int, amount: Amount | None) -> tuple[QuantityRole, str | None]:
        for layer in self._layers:
            if found := layer.at(start, end):
                return found
        line = self._folded.rfind("\n", max(0, start - _WINDOW), start) + 1 or max(0, start - _WINDOW)
        for pattern, role in _ZONES:
            for match in pattern.finditer(self._folded, line, min(len(self._folded), end + _WINDOW)):
                if match.start() < end and start < match.end():
                    return role, None
                if match.start() >= end:
                    break
        return self._guess(start, end, amount), None

    def _guess(self, start: int, end: int, amount: Amount | None) -> QuantityRole:
        folded = self._folded
        line = folded.rfind("\n", max(0, start - 60), start) + 1
        before = folded[max(line, start - 40) : start]
        before = before[max(before.rfind(c) for c in "。；") + 1 :]
        behind = folded[end : end + 30]
        clause = before[before.rfind("，") + 1 :]
        if amount is not None and amount.end > end:
            behind = folded[amount.end : amount.end + 30]
        if amount is not None and amount.family == "grade":
            return "threshold" if amount.comparator != "eq" else "name"
        if _EXISTING.search(clause):
            return "existing"
        if amount is not None and _THRESHOLD.match(behind) and amount.family != "rank":
            return "threshold"
        if PARAMETER.search(clause + folded[start : end + 16].partition("。")[0]):
            return "parameter"
        if amount is not None and (amount.chinese or amount.unit is None) and (_NAME_BEHIND.match(behind) or amount.unit is None):
            return "name"
        if amount is not None and amount.family in ("measure", "percent", "time", "point", "multiple"):
            return "threshold" if _THRESHOLD_BEFORE.search(clause) else "parameter"
        if amount is not None and amount.chinese:
            return "name"
        return "other"


class _Layer:
    """Stretches of one kind, found by offset in logarithmic time; of nested ones the first that begins is kept."""

    def __init__(self, stretches: list[tuple[int, int, QuantityRole, str | None]]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [stretch[0] for stretch in self._stretches]

    def at(self, start: int, end: int) -> tuple[QuantityRole, str | None] | None:
        found = bisect_right(self._starts, start) - 1
        if found < 0:
            found = bisect_left(self._starts, start)
        if 0 <= found < len(self._stretches):
            a, b, role, ref = self._stretches[found]
            if a <= start < b or start <= a < end:
                return role, ref
        return None
