"""Every number of the text has a role, and every Chinese numeral that counts or measures something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planparse.language.amounts import Amount
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import QuantityRole
from planparse.parsing.targets.cues import PARAMETER
from planparse.parsing.targets.skeleton import PAINT
from planparse.text import Folded, Painted

_DIGITS = Pattern(
    r"\d\d*+", reads=("2025年", "３家"), leaves=("三百家",)
)  # of any script; re looks for one of a class much faster than for a run
_NUMBER = Pattern(r"\d+(?:,\d{3}(?!\d)){0,5}(?:\.\d+)?", reads=("1,200.5万元", "3000"), leaves=("三百", "百"), by="match")


@dataclass(frozen=True, slots=True)
class NumberRule(Rule):
    """What a number belongs to, read in its surroundings: a date, a document number, a name that holds digits.

    `matches` gives the words of all of it. `beside` is a regex of what stands in such a number or right beside its digits: a quick look
    at each number finds those of the table.
    """

    role: QuantityRole = field(kw_only=True)
    beside: str = field(kw_only=True)


NUMBERS = Rules(
    NumberRule(
        "bracketed", r"（\d{1,3}）", {"建设中心（3）": "（3）"}, ("（30家）",), opens="（", role="numbering", beside="（"
    ),
    NumberRule(
        "annex",
        r"附[件表图录][ ]?\d{1,2}",
        {"见附件1": "附件1", "附图 3": "附图 3"},
        ("附件清单",),
        opens="附",
        role="numbering",
        beside="[件表图录]",
    ),
    NumberRule(
        "telephone",
        r"0\d{2,3}—\d{5,8}|(?<!\d)\d{3,4}—\d{7,8}",
        {"电话：010—12345678": "010—12345678"},
        ("2023—2025年",),
        opens="[0-9]",
        role="reference",
        beside="—|0[0-9]{2}",
    ),
    NumberRule(
        "site",
        r"ICP备[^\d\n]{0,2}\d+号?—?\d*",
        {"闽ICP备12号": "ICP备12号"},
        ("备案12家",),
        opens="I",
        role="reference",
        beside="备|号|[0-9]{5}",
    ),
    NumberRule(
        "document",
        r"（(?:19|20)\d\d）第?[ ]?\d+[ ]?号|第?[ ]?\d+[ ]?号(?:文|令|公告|决定)?",
        {"国发（2023）5号": "（2023）5号", "主席令第 12 号": "第 12 号"},
        ("第5条",),
        opens="[（第0-9]",
        role="reference",
        beside="[（第号]",
    ),
    NumberRule(
        "standard",
        r"GB/?T?[ ]?[\d.—]++",
        {"执行GB/T 9704—2012": "GB/T 9704—2012"},
        ("存储4GB",),
        opens="G",
        role="reference",
        beside="[A-Z/—]|[0-9]{5}",
    ),
    NumberRule(
        "long",
        r"\d{5,}+(?![.,%万亿元个名家人户台吨亩])",
        {"邮编：100000": "100000"},
        ("培育12000家",),
        opens="[0-9]",
        role="reference",
        beside="[0-9]{5}",
    ),
    NumberRule(
        "date",
        r"(?:19|20)\d\d[—/.]\d{1,2}[—/.]\d{1,2}(?!\d)"
        r"|(?:(?:19|20)\d\d[ ]?[—至到][ ]?)?(?:19|20)\d\d[ ]?(?:年度?|届|/|\.(?=\d{1,2}\.))(?:[ ]?\d{1,2}[ ]?[月./](?:[ ]?\d{1,2}[ ]?日?)?)?"
        r"|\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日|\d{1,2}[ ]?月[份底初中]|\d{1,2}：\d{2}",
        {"2024年1月3日印发": "2024年1月3日", "2024—01—03": "2024—01—03", "上午9：30": "9：30"},
        ("培育2024家", "3个月"),
        opens="[0-9]",
        role="date",
        beside="[年月日届：/.—]",
    ),
    NumberRule("century", r"\d{2}世纪", {"进入21世纪": "21世纪"}, ("21家",), opens="[0-9]", role="name", beside="世"),
    NumberRule(
        "list_of_firms",
        r"(?:世界|全球|中国|全国|民营|民企|国内|福布斯|财富|行业|亚洲)[^\d，。、\n]{0,6}\d{1,4}强",
        {"引进世界500强": "世界500强", "中国企业500强": "中国企业500强"},
        ("建设强市5个",),
        opens="[世全中民国福财行亚]",
        role="name",
        beside="强",
    ),
    NumberRule(
        "version",
        r"(?<![\d.])\d{1,2}(?:\.\d)?版|(?<![\d.])\d\.0(?![\d%‰万亿个倍元吨])",
        {"“单一窗口”3.0版": "3.0版", "审批管理系统2.0": "2.0"},
        ("增长3.0%", "编制3个版本"),
        opens="[0-9]",
        role="name",
        beside="[版.]",
    ),
    NumberRule(
        "lettered",
        r"(?<![A-Za-z])(?=[.+]{0,2}[A-Za-zα-ω])[A-Za-zα-ω.+]{1,12}—?\d++(?:\.\d+)?|\d++(?:\.\d+)?[A-Za-z]{1,8}(?![A-Za-z])|\d+\+\d*",
        {"PM2.5浓度": "PM2.5", "5G基站": "5G", "“3+2”模式": "3+2"},
        ("建设3座", "3.5亿元"),
        opens="[A-Za-zα-ω.+0-9]",
        role="name",
        beside="[A-Za-zα-ω.+—]",
    ),
)
_QUOTED: dict[str, QuantityRole] = {"《": "reference", "“": "name", '"': "name"}
# How far around a number its surroundings are read.
_WINDOW = 24
_LONGEST_QUOTE = 150
# A table that was run into a text: its first column counts.
_FEWEST_ROWS = 3
_LONGEST_ROW = 3
_THRESHOLD = Pattern(
    r"^(?:的|且|及其|（含）|并且|者)", reads=("的企业", "且连续两年", "（含）"), leaves=("企业", "以上"), by="match"
)
_THRESHOLD_BEFORE = Pattern(
    r"(?:满|达到|超过|不足|不少于|以上|毕业|登记|注册|对[^，。；]{0,30}|凡[^，。；]{0,30}|年龄|符合[^，。；]{0,20})$",
    reads=("投资额达到", "毕业", "对年产值"),
    leaves=("培育企业", "建成"),
)
_EXISTING = Pattern(
    "依托|巩固|[现已原]有|已|目前|截至|全[省市县区]有|共有|拥有|充实",
    reads=("依托现有", "已建成", "全市共有"),
    leaves=("培育企业", "力争新建"),
)
# A cell of a table, a page of a list of contents.
_ALONE = Pattern(r"(?:^|\n)\d{1,3}(?:\n|$)", reads=("\n12\n", "3"), leaves=("12家", "1234"), by="match")
# …等11个城市, （共23项）: how many a list has just named, or is going to.
_SUMMED = Pattern(
    "(?:等|共|共计|合计|其中|方面|部门|一批|的|（)$", reads=("市财政局等", "共计", "（"), leaves=("培育", "建设")
)
# 每年调整1次, 至少配备1名: what a measure requires of each, or how often.
_REQUIRED = Pattern(
    "(?:每|各|不少于|至少|最多|只限|限|推举|不超过|超过|不足|低于|前)[^，。；]{0,24}$",
    reads=("每年调整", "至少配备", "各县区设立"),
    leaves=("培育企业", "建成"),
)
_NAME_BEHIND = Pattern(
    rf"^(?:{HAN}{{0,12}}?(?:行动|计划|规划|方案)|工程|战略|专项|攻坚|中心|专科|领域|体系|品牌|措施|制度|建设|机制|平台|强|大|次|版|级|类|项(?:准则|制度|核心|规定|原则)|期工程|环路?|号线|路)",
    reads=("行动", "中心", "年行动计划", "期工程"),
    leaves=("家企业", "万元"),
    by="match",
)


# A number, or what makes it one: offsets, role, and the id of the target or deadline that it became.
Stretch = tuple[int, int, QuantityRole, str | None]


def find_quantities(
    text: str,
    folded: Folded,
    painted: Painted,
    amounts: Sequence[Amount],
    targets: Mapping[int, str],
    stretches: Sequence[Stretch],
) -> Iterator[Stretch]:
    """Every number with its unit, in order and apart.

    `painted` is the skeleton; `targets` gives the id of the target whose number begins at an offset; `stretches` are the
    deadlines and outline marks, in order and apart.
    """
    surroundings = _Surroundings(folded, painted)
    starts = [stretch[0] for stretch in stretches]
    done = 0
    for start, end, amount in _numbers(text, folded, amounts):
        if start < done:
            continue
        done = end
        target = targets.get(start)
        if target is not None:
            yield start, end, "target", target
            continue
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < stretches[at][1]:
            yield start, end, stretches[at][2], stretches[at][3]
        elif at + 1 < len(starts) and starts[at + 1] < end:
            yield start, end, stretches[at + 1][2], stretches[at + 1][3]
        else:
            yield start, end, surroundings.role(start, end, amount), None


def with_rows(numbers: Sequence[Stretch], text: str) -> list[Stretch]:
    """The numbers, those among the unplaced that count rows as 1, 2, 3 in order as what they are: numbering."""
    runs: dict[int, list[int]] = {}
    for at, (start, end, role, _) in enumerate(numbers):
        if role == "other" and end - start <= _LONGEST_ROW and text[start:end].isdecimal():
            value = int(text[start:end])
            runs[value] = [*runs.pop(value - 1, []), at]
    rows = {at for run in runs.values() if len(run) >= _FEWEST_ROWS for at in run}
    return [(start, end, "numbering" if at in rows else role, ref) for at, (start, end, role, ref) in enumerate(numbers)]


def _numbers(text: str, folded: Folded, amounts: Sequence[Amount]) -> Iterator[tuple[int, int, Amount | None]]:
    """Every amount and every run of digits, by their starts; a run inside an amount comes behind it."""
    at = 0
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        while at < len(amounts) and amounts[at].number_start <= start:
            yield amounts[at].number_start, amounts[at].number_end, amounts[at]
            at += 1
        if folded[end : end + 1] in (".", ","):
            # 1,200.5 is one number, though it has three runs of digits.
            whole = _NUMBER.match(folded, start)
            limit = amounts[at].number_start if at < len(amounts) else len(text)
            end = max(end, min(whole.end(), limit)) if whole else end
        yield start, end, None
    for amount in amounts[at:]:
        yield amount.number_start, amount.number_end, amount


class _Surroundings:
    """What the words around a number make of it."""

    def __init__(self, folded: Folded, painted: Painted) -> None:
        self._folded = folded
        self._painted = painted

    def role(self, start: int, end: int, amount: Amount | None) -> QuantityRole:
        """The role of a number that is no target, no deadline and no outline mark."""
        if self._painted[start] == PAINT["hidden"] and (role := self._quoted(start)):
            return role
        if NUMBERS.union("beside").search(self._folded, max(0, start - 1), end + 1):
            for rule, match in NUMBERS.find(self._folded, max(0, start - _WINDOW), min(len(self._folded), end + _WINDOW)):
                if match.end() > start:
                    if match.start() < end:
                        return rule.role
                    break
        return self._guess(start, end, amount)

    def _quoted(self, at: int) -> QuantityRole | None:
        """The role of what stands in 《》 or “”; brackets give none."""
        floor = max(0, at - _LONGEST_QUOTE)
        while at > floor and self._painted[at] == PAINT["hidden"]:
            at -= 1
        return _QUOTED.get(self._painted[at])

    def _guess(self, start: int, end: int, amount: Amount | None) -> QuantityRole:
        if _ALONE.match(self._folded, max(0, start - 1), end + 1) or self._folded.endswith("....", 0, start):
            return "numbering"
        if amount is not None and amount.family == "grade":
            return "threshold" if amount.comparator != "eq" else "name"
        folded = self._folded
        line = folded.rfind("\n", max(0, start - 60), start) + 1
        before = folded[max(line, start - 40) : start]
        before = before[max(before.rfind(c) for c in "。；") + 1 :]
        behind = folded[end : end + 30]
        clause = before[before.rfind("，") + 1 :]
        if amount is not None and amount.end > end:
            behind = folded[amount.end : amount.end + 30]
        if _EXISTING.search(clause):
            return "existing"
        if amount is not None and _THRESHOLD.match(behind) and amount.family != "rank":
            return "threshold"
        if PARAMETER.search(clause + folded[start : end + 16].partition("。")[0]):
            return "parameter"
        if (
            amount is not None
            and (amount.chinese or amount.unit is None)
            and (_NAME_BEHIND.match(behind) or amount.unit is None)
        ):
            return "name"
        if amount is not None and amount.family in ("measure", "percent", "time", "point", "multiple"):
            return "threshold" if _THRESHOLD_BEFORE.search(clause) else "parameter"
        if amount is not None and amount.chinese:
            return "name"
        if amount is not None and _SUMMED.search(clause):
            return "existing"
        return "parameter" if amount is not None and _REQUIRED.search(clause) else "other"
