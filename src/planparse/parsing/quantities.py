"""Every number of the text has a role, and every Chinese numeral that counts or measures something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planparse.language.amounts import Amount
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import QuantityRole
from planparse.parsing.guesses import AHEAD, Around, guessed
from planparse.parsing.targets.found import Found
from planparse.parsing.targets.grammar import CHANGE, CREATE
from planparse.parsing.targets.reports import REPORTS
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


# A day, a month or a year, whole or without the year that the words before it name.
_DAY = r"(?:(?:19|20)\d\d[ ]?年)?(?:\d{1,2}[ ]?月(?:\d{1,2}[ ]?日|底)?|(?<=年)底?)"
# What stands behind digits that count or measure.
_UNIT_BEHIND = "[\\d.,%‰万亿千百元个名家人户台吨亩项条处座套件公分小天日月年岁次场所间栋辆批张份倍度立米期届号类种级位]|平方"
NUMBERS = Rules(
    NumberRule(
        "formula",
        r"[×÷=][ ]?100%",
        {"合格人数/总人数×100%": "×100%"},
        ("达到100%",),
        opens="[×÷=]",
        role="other",
        beside="[×÷=]",
    ),
    NumberRule(
        "round_the_clock",
        r"\d{1,2}×\d{1,2}[ ]?小时",
        {"提供7×24小时服务": "7×24小时"},
        ("24小时服务",),
        opens="[0-9]",
        role="parameter",
        beside="×",
    ),
    NumberRule(
        "annexes",
        r"附件：(?:（略）)?[ ]?\d{1,2}\.(?!\d)|表\d{1,2}(?=：)",
        {"附件：1.分工表": "附件：1.", "表1：补贴系数": "表1"},
        ("附件：方案",),
        opens="[附表]",
        role="numbering",
        beside="[：）表 ]",
    ),
    NumberRule(
        "hotline",
        rf"(?<![\d.])(?:12\d{{3}}|95\d{{3}}|96\d{{3,4}}|1(?:10|19|20|22))(?!{_UNIT_BEHIND})",
        {"12345政务服务热线": "12345", "加强与110协同": "110"},
        ("建成12345个", "完成120公里"),
        opens="[19]",
        role="name",
        beside="12[0-9]{3}|9[56][0-9]{3}|1(?:10|19|20|22)",
    ),
    NumberRule(
        "ordinal",
        r"第[ ]?\d{1,4}[ ]?(?:次|届|个|批|期|轮)|\d{1,3}号(?:线|楼|院|门|库|机|地块)",
        {"市政府第11次常务会议": "第11次", "地铁3号线": "3号线"},
        ("组织11次会议", "第12号令"),
        opens="[第0-9]",
        role="name",
        beside="第|号",
    ),
    NumberRule(
        "valid",
        rf"(?:有效期限?|(?:执行|实施|施行|缓缴)?期限?)(?:[为至到从自]|延长|截[至止])*[ ]?{_DAY}(?:起?[至到]{_DAY})?|有效期限?(?:[为至])?[ ]?\d{{1,2}}[ ]?年|(?:延长|延续)(?:实施|执行)?[至到]{_DAY}",
        {
            "有效期至2025年12月31日": "有效期至2025年12月31日",
            "执行期限为2019年1月1日至2023年12月31日": "执行期限为2019年1月1日至2023年12月31日",
            "有效期5年": "有效期5年",
            "实施期限截至2023年12月31日": "实施期限截至2023年12月31日",
            "政策延续实施至2027年底": "延续实施至2027年底",
        },
        ("贷款期限3年",),
        opens="[有执实施缓期延]",
        role="deadline",
        beside="[年月日期为至到从 ]",
    ),
    NumberRule(
        "starting",
        r"(?<!自)(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|开始)(?!施行|实施|执行)",
        {"从2019年起开展试点": "2019年起", "2020年1月1日起，一律取消": "2020年1月1日起"},
        ("自2023年6月1日起施行",),
        opens="[12]",
        role="deadline",
        beside="[年月日]",
    ),
    NumberRule(
        "before",
        rf"{_DAY}(?:[、和及]{_DAY})*(?:年?[底末])?前|展望(?:19|20)\d\d年|印发(?:之日)?后[ ]?\d{{1,3}}(?:日|天|个工作日)|每(?:月|季度|半年|年)前?\d{{1,2}}(?:日|个工作日)",
        {
            "于2023年3月15日、7月1日和12月1日前报送": "2023年3月15日、7月1日和12月1日前",
            "展望2035年": "展望2035年",
            "要点印发后30日内": "印发后30日",
            "每月25日前": "每月25日",
        },
        ("2018年12月31日之前", "提前3天"),
        opens="[0-9展印每]",
        role="deadline",
        beside="[年月日展后每前]",
    ),
    NumberRule(
        "titled",
        r"(?:印发|关于做好|公布|转发)[^，。；：\n《]{0,14}?(?:19|20)\d\d年|（(?:19|20)\d\d[年—]{1,2}(?:19|20)\d\d年）"
        r"|(?:19|20)\d\d年度?[^，。；：\n0-9]{2,18}?(?:要点|方案|计划|清单|汇总表|指标体系|大会|规划|名单|目录|评估|考核)",
        {
            "关于印发2023年工作要点的通知": "印发2023年",
            "行动计划（2023—2025年）": "（2023—2025年）",
            "2023年政务公开工作要点": "2023年政务公开工作要点",
        },
        ("2023年培育企业", "印发的通知"),
        opens="[印关公转（12]",
        role="name",
        beside="[年—]",
    ),
    NumberRule(
        "from_value",
        r"[由从](?:原来?有?的?|目前的?|现行的?|现有的?|提前)*[ ]?\d+(?:\.\d+)?[%‰]?[^，。；、\d]{0,6}?(?:提高|提升|增加|增长|上升|扩大|延长|降低?|下降|减少?|压缩|压减|缩短|缩减|调整|优化|改)(?:至|到|为)"
        r"|(?<![\d.])\d+(?:\.\d+)?%的[^，。；、\d]{1,8}(?:降低?|提高|下降|调整)(?:至|到|为)",
        {
            "比例由10%提高至20%": "由10%提高至",
            "从原有30%提高到50%": "从原有30%提高到",
            "制造业16%的税率降至13%": "16%的税率降至",
        },
        ("由3家企业组成",),
        opens="[由从0-9]",
        role="existing",
        beside="[由从原来有的前行 %]",
    ),
    NumberRule(
        "bracketed",
        r"（(?!0\d\d)\d{1,3}）",
        {"建设中心（3）": "（3）"},
        ("（30家）",),
        opens="（",
        role="numbering",
        beside="（",
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
        "anniversary",
        r"\d{1,3}周年",
        {"纪念公布实施40周年": "40周年"},
        ("满3周岁",),
        opens="[0-9]",
        role="name",
        beside="周",
    ),
    NumberRule(
        "quoted_articles",
        r"“\d{1,3}[ ]?(?:条|项|号)”",
        {"落实复工复产“21条”": "“21条”", "人才新政“36 条”": "“36 条”"},
        ("推出21条",),
        opens="“",
        role="name",
        beside="“",
    ),
    NumberRule(
        "included",
        r"（含[ ]?\d+(?:\.\d+)?[^（）0-9]{0,4}）",
        {"总投资20亿元（含20亿元）以上": "（含20亿元）"},
        ("含20亿元",),
        opens="（",
        role="threshold",
        beside="[含 ]",
    ),
    NumberRule(
        "month_end",
        r"(?<!年)(?<!年[ ])(?<!截至)(?<!截止)(?<!\d)\d{1,2}[ ]?月(?:底|末|[上中下]旬)",
        {"时限要求：6月底": "6月底"},
        ("截至4月底", "2023年6月底"),
        opens="[0-9]",
        role="deadline",
        beside="月",
    ),
    NumberRule(
        "telephone",
        r"(?:0\d{2,3}—|（0\d{2,3}）[ ]?|(?<!\d)\d{3,4}—(?=\d{7}))\d{5,8}(?:—\d{1,4}(?!\d))?(?:[、/ ]{1,3}\d{7,8}(?!\d)){0,9}|(?<!\d)1[3-9]\d{9}(?!\d)",
        {
            "电话：010—12345678": "010—12345678",
            "传真：（010）12345678 12345679": "（010）12345678 12345679",
            "处室 0101—12345678、12345679、张": "0101—12345678、12345679",
            "李某 13012345678": "13012345678",
        },
        ("2023—2025年", "2020—2025年，"),
        opens="[0-9（]",
        role="reference",
        beside="—|0[0-9]{2}|[0-9]{7}",
    ),
    NumberRule(
        "mail",
        r"\d{4,}[ ]?[@＠]",
        {"邮箱：12345678@163.com": "12345678@", "邮箱：1234 ＠qq.com": "1234 ＠"},
        ("电话12345678",),
        opens="[0-9]",
        role="reference",
        beside="[@＠ ]",
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
        role="name",
        beside="[A-Z/—]|[0-9]{5}",
    ),
    NumberRule(
        "long",
        rf"\d{{5,}}+(?!{_UNIT_BEHIND})",
        {"产值 100000": "100000"},
        ("培育12000家",),
        opens="[0-9]",
        role="other",
        beside="[0-9]{5}",
    ),
    NumberRule(
        "version",
        r"(?<![\d.])(?:20\d\d年?|\d{1,2}(?:\.\d)?)版|(?<![\d.])\d\.0(?![\d%‰万亿个倍元吨])",
        {"“单一窗口”3.0版": "3.0版", "办事指南（2026版）": "2026版", "审批管理系统2.0": "2.0"},
        ("增长3.0%", "编制3个版本"),
        opens="[0-9]",
        role="name",
        beside="[版.年]",
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
    NumberRule(
        "dotted_day",
        r"(?<![\d.])\d{1,2}·\d{1,2}(?!\d)",
        {"做好3·15期间的工作": "3·15"},
        ("3月15日", "比例为3：15"),
        opens="[0-9]",
        role="name",
        beside="·",
    ),
    NumberRule(
        "voltage",
        r"(?<![\d.])\d+(?:\.\d+)?千伏(?!安)",
        {"500千伏骨干网架": "500千伏"},
        ("配变容量295千伏安",),
        opens="[0-9]",
        role="name",
        beside="千",
    ),
    NumberRule("century", r"\d{2}世纪", {"进入21世纪": "21世纪"}, ("21家",), opens="[0-9]", role="name", beside="世"),
    NumberRule(
        "list_of_firms",
        r"(?:世界|全球|中国|全国|民营|民企|国内|福布斯|财富|行业|亚洲)[^\d，。、\n]{0,6}\d{1,4}[ ]?强(?:[、和及][ ]?\d{1,4}[ ]?强){0,4}",
        {
            "引进世界500强": "世界500强",
            "中国企业500强": "中国企业500强",
            "全国20强、50强、100强事务所": "全国20强、50强、100强",
        },
        ("建设强市5个",),
        opens="[世全中民国福财行亚]",
        role="name",
        beside="[强 ]",
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
# What says of a long number behind it under what somebody is reached, or something is recorded.
_LABEL = Pattern(
    "电[ ]?话|传[ ]?真|手机|专线|热线|咨询|联[系络]|拨打|邮[ ]?编|邮政编码|邮箱|编[号码]|代码|号码|识别?码|备案|证号|账号|[*]{3}$",
    reads=("邮编：", "证照 C35****", "联系人：某处 王某 ", "（专题编号："),
    leaves=("营业收入（万元）", "企业名称"),
)
_LABEL_REACH = 60
_QUOTED: dict[str, QuantityRole] = {"《": "reference", "“": "name", '"': "name"}
# How far around a number its surroundings are read.
_WINDOW = 24
# How far before it its sentence is looked for.
_SENTENCE = 120
_LONGEST_QUOTE = 150
# A table that was run into a text: its first column counts.
_FEWEST_ROWS = 3
_LONGEST_ROW = 3
# A cell of a table, a page of a list of contents.
_ALONE = Pattern(r"(?:^|\n)\d{1,3}(?:\n|$)", reads=("\n12\n", "3"), leaves=("12家", "1234"), by="match")
_BARE = Pattern(r"[\d.,]+", reads=("9610", "1.15"), leaves=("3家", "10%"), by="fullmatch")
_MAGNITUDES = ("十", "百", "千", "万", "亿")


# 2018年底前已转制的企业, 3月底前到期的贷款; 离校2年内: a time that picks out a set.
_PICKS_OUT = Pattern(
    "(?:之?前|以?后|期间|之日)?(?:已经?[^，。；、\n0-9]{2,14}|[^，。；、\n0-9]{0,6}(?:到期|建成|投产|引荐|入职|毕业)|期间)的(?!基础|目标|要求|情况|[^，。；、\n]{0,4}(?:通知|方案|意见))"
    "|(?:之?前|以?后|期间)[^，。；、\n0-9]{2,14}的(?=[，；或])",
    reads=("前到期的贷款", "之前已完成转制的企业", "前完成造林任务的，", "期间的"),
    leaves=("前完成应纳税款的汇总支付", "前建成投用", "前完成已公布的任务"),
    by="match",
)
_SINCE_WHEN = ("离校", "毕业", "登记", "注册")

# Behind a number that tells what there is, the next within so many characters tells the same of another thing, but where there is a verb.
_NEXT = 30
_TURNS_TO = Pattern(
    f"\n|合并|整合|{AHEAD.regex}|{CREATE}|{CHANGE}",
    reads=("个，建设", "家，力争", "家\n医院"),
    leaves=("个，乡镇（街道）卫生院", "架次，接回旅客"),
)
# A number, or what makes it one: offsets, role, and the id of the target or deadline that it became.
Stretch = tuple[int, int, QuantityRole, str | None]
Known = tuple[QuantityRole, str | None]


def roles_in(targets: Sequence[Found]) -> dict[int, Known]:
    """The roles of the numbers of targets and of what was before, by the offset at which each begins."""
    before = {found.baseline.amount.number_start for found in targets if found.baseline and found.baseline.amount}
    roles: dict[int, Known] = dict.fromkeys(before, ("existing", None))
    return roles | {found.amount.number_start: ("target", f"t{at}") for at, found in enumerate(targets, 1) if found.amount}


def find_quantities(
    text: str,
    folded: Folded,
    painted: Painted,
    amounts: Sequence[Amount],
    known: Mapping[int, Known],
    stretches: Sequence[Stretch],
) -> Iterator[Stretch]:
    """Every number with its unit, in order and apart.

    `painted` is the skeleton; `known` are the roles that targets give; `stretches` are the deadlines and outline marks, in order and
    apart.
    """
    surroundings = _Surroundings(folded, painted)
    starts = [stretch[0] for stretch in stretches]
    done = 0
    for start, end, amount in _numbers(text, folded, amounts):
        if start < done:
            continue
        done = end
        if (reading := known.get(start)) is not None:
            yield start, end, *reading
            continue
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < stretches[at][1]:
            if stretches[at][2] == "deadline" and _picks_out_of_all(folded, *stretches[at][:2]):
                yield start, end, "threshold", None
            else:
                yield start, end, stretches[at][2], stretches[at][3]
        elif at + 1 < len(starts) and starts[at + 1] < end:
            yield start, end, stretches[at + 1][2], stretches[at + 1][3]
        else:
            yield start, end, surroundings.role(start, end, amount), None


def _picks_out_of_all(folded: Folded, start: int, end: int) -> bool:
    """Whether a time says which of a set are meant, and not by when something is done."""
    return folded.endswith(_SINCE_WHEN, 0, start) or _PICKS_OUT.match(folded, end) is not None


def with_rows(numbers: Sequence[Stretch], text: str) -> list[Stretch]:
    """The numbers, those without a unit that count rows as 1, 2, 3 in order as what they are: numbering."""
    runs: dict[int, list[int]] = {}
    for at, (start, end, role, _) in enumerate(numbers):
        if role == "name" and end - start <= _LONGEST_ROW and text[start:end].isdecimal():
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
        self._told = 0  # where the last number ends that tells what there is

    def role(self, start: int, end: int, amount: Amount | None) -> QuantityRole:
        """The role of a number that is no target, no deadline and no outline mark."""
        if self._painted[start] == PAINT["hidden"] and (role := self._quoted(start)):
            return role
        if NUMBERS.union("beside").search(self._folded, max(0, start - 1), end + 1):
            window = max(0, start - _WINDOW), min(len(self._folded), end + _WINDOW)
            for rule, match in NUMBERS.find(self._folded, *window, last=end):
                if match.end() > start:
                    if rule.name == "long" and _LABEL.search(self._folded, max(0, start - _LABEL_REACH), start):
                        return "reference"
                    picks_out = rule.role == "deadline" and _picks_out_of_all(self._folded, *match.span())
                    return "threshold" if picks_out else rule.role
        role = self._guess(start, end, amount)
        if role == "other" and amount is not None and self._goes_on(start):
            role = "existing"
        if role == "existing":
            self._told = end
        return role

    def _goes_on(self, start: int) -> bool:
        """Whether a number goes on with what the one before tells, of another thing: 其中医院100个，卫生院178个."""
        return 0 < self._told >= start - _NEXT and _TURNS_TO.search(self._folded, self._told, start) is None

    def _quoted(self, at: int) -> QuantityRole | None:
        """The role of what stands in 《》 or “”; brackets give none."""
        floor = max(0, at - _LONGEST_QUOTE)
        while at > floor and self._painted[at] == PAINT["hidden"]:
            at -= 1
        return _QUOTED.get(self._painted[at])

    def _guess(self, start: int, end: int, amount: Amount | None) -> QuantityRole:
        folded = self._folded
        if _ALONE.match(folded, max(0, start - 1), end + 1) or folded.endswith("....", 0, start):
            return "numbering"
        # Each number looks at its sentence, so no farther than sentences are long.
        nearest = max(0, start - _SENTENCE)
        sentence = nearest
        for mark in "。；\n":
            sentence = max(sentence, folded.rfind(mark, sentence, start) + 1)
        if REPORTS.match(self._painted, sentence, start):
            return "existing"
        line = folded.rfind("\n", max(0, start - 60), start) + 1
        before = folded[max(line, start - 40) : start]
        for mark in "。；，":
            before = before[before.rfind(mark) + 1 :]
        behind = max(end, amount.end) if amount is not None else end
        around = Around(
            amount,
            before,
            folded[behind : behind + 30],
            before + folded[start : end + 16].partition("。")[0],
            folded[sentence:start],
        )
        if (role := guessed(around)) is not None:
            return role
        # Most that stand without a unit belong to a name; of the others nothing can be said.
        is_bare = _BARE.fullmatch(folded, start, end) and not folded.startswith(_MAGNITUDES, end)
        return "name" if is_bare else "other"
