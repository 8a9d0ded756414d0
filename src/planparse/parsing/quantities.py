"""Every number of the text has a role, and every Chinese numeral that counts or measures something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from planparse.language.amounts import Amount
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import QuantityRole
from planparse.parsing.targets.grammar import CHANGE, CREATE
from planparse.parsing.targets.parameters import PARAMETER
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
        beside="[由从来有的前行 %]|[0-9]",
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
_OF_MEASURES = frozenset(("measure", "percent", "time", "point", "multiple"))
_CHINESE_BEHIND = Pattern("[\u4e00-\u9fff]", reads=("企业", "婴幼儿"), leaves=("，", "）", ""), by="match")


# 2018年底前已转制的企业, 3月底前到期的贷款; 离校2年内: a time that picks out a set.
_PICKS_OUT = Pattern(
    "(?:之?前|以?后|期间|之日)?(?:已经?[^，。；、\n0-9]{2,14}|[^，。；、\n0-9]{0,6}(?:到期|建成|投产|引荐|入职|毕业)|期间)的(?!基础|目标|要求|情况|[^，。；、\n]{0,4}(?:通知|方案|意见))"
    "|(?:之?前|以?后|期间)[^，。；、\n0-9]{2,14}的(?=[，；或])",
    reads=("前到期的贷款", "之前已完成转制的企业", "前完成造林任务的，", "期间的"),
    leaves=("前完成应纳税款的汇总支付", "前建成投用", "前完成已公布的任务"),
    by="match",
)
_SINCE_WHEN = ("离校", "毕业", "登记", "注册")

# Words whose first character is a unit as well.
_WORDS_LIKE_UNITS = frozenset(("强化", "树立", "首次", "台湾", "口岸", "户外", "人民", "组织", "对接"))


class Around(NamedTuple):
    """The words around a number: of its clause before it, behind its unit and bounds, of both with itself, and of its sentence before it."""

    amount: Amount | None
    before: str
    behind: str
    clause: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Guess:
    """What a number without a place in the table above is.

    `words` must stand in that part of what is around it, behind it right at the beginning; `of` tells which numbers it is for.
    """

    role: QuantityRole
    where: Literal["before", "behind", "clause", "sentence"] = "clause"
    words: Pattern | None = None
    of: Callable[[Around], bool] | None = None


def _is_amount(around: Around) -> bool:
    return around.amount is not None


def _is_age(around: Around) -> bool:
    return around.amount is not None and around.amount.unit in ("岁", "周岁")


def _is_month(around: Around) -> bool:
    return around.amount is not None and around.amount.unit == "月"


def _is_item(around: Around) -> bool:
    return around.amount is not None and around.amount.unit in ("项", "个", "条")


def _is_article(around: Around) -> bool:
    return around.amount is not None and around.amount.unit in ("项", "条")


def _is_grade(around: Around) -> bool:
    return around.amount is not None and around.amount.family == "grade"


def _is_bounded_grade(around: Around) -> bool:
    return around.amount is not None and around.amount.family == "grade" and around.amount.comparator != "eq"


def _is_measured(around: Around) -> bool:
    return around.amount is not None and around.amount.family in _OF_MEASURES


def _is_named(around: Around) -> bool:
    """Whether it has no unit, or is written in words as the numbers of names are."""
    return around.amount is not None and (around.amount.chinese or around.amount.unit is None)


def _has_no_unit(around: Around) -> bool:
    return around.amount is not None and around.amount.unit is None


def _picks_out(around: Around) -> bool:
    """Whether a bound stands behind it and a noun behind that: 3岁以下婴幼儿."""
    amount = around.amount
    return amount is not None and amount.end > amount.number_end and _CHINESE_BEHIND.match(around.behind) is not None


def _is_bounded(around: Around) -> bool:
    return around.amount is not None and around.amount.comparator != "eq"


def _is_copies(around: Around) -> bool:
    return around.amount is not None and around.amount.unit == "份"


def _begins_word(around: Around) -> bool:
    """Whether its unit begins a word, so that it is the number of a row that was run into the text: 12树立, 7强化."""
    return around.amount is not None and (around.amount.unit or "") + around.behind[:1] in _WORDS_LIKE_UNITS


def _is_done(around: Around) -> bool:
    return around.amount is not None and _AHEAD.search(around.sentence) is None


def _is_counted(around: Around) -> bool:
    return around.amount is not None and (_is_measured(around) or not _is_named(around))


_EXISTING = Pattern(
    "依托|巩固|[现已原]有|已(?!满|届满|经?投资)|目前|截至|全[省市县区]有|共有|拥有|充实",
    reads=("依托现有", "已建成", "全市共有"),
    leaves=("培育企业", "力争新建", "已满"),
)
# 每人1000元的标准, 给予50%的补贴: what is paid, though 的 stands behind it.
_PAID = Pattern(
    "的?[^，。；、]{0,8}?(?:补贴|补助|奖励|资助|标准|比例|幅度|贴息|补偿|经费|保险|减免|返还|优惠|额度)",
    reads=("的标准享受", "的一次性奖励", "运营经费"),
    leaves=("的企业", "以上企业"),
    by="match",
)
_THRESHOLD = Pattern(
    r"(?:的(?!目标|行列|位置|水平)|且|及其|（含）|并且|者)",
    reads=("的企业", "且连续两年", "（含）"),
    leaves=("企业", "以上", "的行列"),
    by="match",
)
_THRESHOLD_BEFORE = Pattern(
    r"(?:满|达到|超过|不足|不少于|以上|毕业|离校|登记|注册|大于|小于|等于|持续|成立|对[^，。；]{0,30}|凡[^，。；]{0,30}|年龄|符合[^，。；]{0,20}|涉及[^，。；]{0,8})$",
    reads=("投资额达到", "毕业", "对年产值", "离校"),
    leaves=("培育企业", "建成"),
)
_NAME_BEHIND = Pattern(
    rf"(?:{HAN}{{0,12}}?(?:行动|计划|规划|方案)|工程|战略|专项|攻坚|中心|专科|领域|体系|品牌|措施|制度|建设|机制|平台|强|大|次|版|级|类|项(?:准则|制度|核心|规定|原则)|期工程|环路?|号线|路)",
    reads=("行动", "中心", "年行动计划", "期工程"),
    leaves=("家企业", "万元"),
    by="match",
)
# …等11个城市, （共23项）: how many a list has just named, or is going to.
_SUMMED = Pattern(
    "(?:等|共|共计|合计|其中|方面|部门|一批|的|（)$",
    reads=("市财政局等", "共计", "（"),
    leaves=("培育", "建设"),
)
# 每年调整1次, 至少配备1名: what a measure requires of each, or how often.
_REQUIRED = Pattern(
    "(?:每|各|不少于|至少|最多|只限|限|推举|不超过|超过|不足|低于|前)[^，。；]{0,24}$",
    reads=("每年调整", "至少配备", "各县区设立"),
    leaves=("培育企业", "建成"),
)
# （一）成果转化方面4项, （共23项）: what a heading sums up.
_HEADED = Pattern("(?:方面[（]?|（)共?$", reads=("知识产权保护方面", "改革举措（共", "环境方面（"), leaves=("共有", "共"))
_SIDES = Pattern("方面", reads=("方面", "方面落实"), leaves=("项任务",), by="match")
# 1月、2月应缴的: for which months.
_DUE = Pattern(
    r"(?:[、和]\d{1,2}月)*份?应缴", reads=("应缴社会保险费", "、2月应缴"), leaves=("，应缴", "前缴纳"), by="match"
)
# 用好首期100亿元专项资金: what there is to be used.
_USED = Pattern("(?:用好|用足)[^，。；、0-9]{0,14}$", reads=("用好首期", "用足用好省级"), leaves=("使用", "用好政策，安排"))
# 给予50%的支持: what is given, though 已付 or 达到 stands farther ahead.
_GIVEN = Pattern(
    "(?:给予|按照?|提高[至到]|补贴|奖励|补助|减按|返还|上浮|下浮)[^，。；、0-9]{0,10}$",
    reads=("对已付展位费给予", "按设备投资额的", "比例提高到"),
    leaves=("已付", "按期完成，达到"),
)
# 近3个纳税年度, 近三年主持项目10项以上: what somebody must have had who applies.
_RECENT = Pattern("(?<!附)近$", reads=("企业近",), leaves=("近郊", "附近"))
_OF_LATE = Pattern("近[0-9一二三四五两][个年]", reads=("近三年内主持", "近3个会计年度"), leaves=("近年来新建", "附近建设"))
# 颗粒物≤, 参与单位最少, 应指定: what must be kept.
_KEPT = Pattern(
    "[<>≤≥][ ]?$|(?:应(?![急用对届])|须|最少|最多|只能|只支持|控制在|可提供|推荐|优先支持|允许|原则上)[^，。；]{0,24}$",
    reads=("颗粒物≤", "应指定", "参与单位最少", "优先支持其行政区域内"),
    leaves=("加快应用", "完善应急体系，建设", "个数"),
)
# 30条政策措施的通知: how a paper is called by what it holds.
_POLICIES = Pattern(
    "(?:[惠利]企)*(?:政策|举措|措施|意见)", reads=("政策措施", "意见"), leaves=("任务", "改革举措"), by="match"
)
# 全国169个地级市, 围绕20个产业集群: what there is, and something is done with.
_GIVEN_SET = Pattern(
    "(?:全[国省市县区州]|围绕|聚焦|针对|持续(?:关注|跟进)|跟进|上述|管内|的基础上)$",
    reads=("保持在全国", "围绕", "持续关注"),
    leaves=("全省新增", "重点支持"),
)
# 累计出动检查力量2万人次，发现隐患100项: what has been done, though its clause does not say so.
_DONE = Pattern(
    "累计|先后|实有|已经?(?![满届])|[^为]了(?!解)|又有|仅有|昨[天日晚]|当[天日晚]|截至|目前|获悉|据[^，。；\n]{2,14}(?:介绍|统计|了解)|连续[两二三四五0-9]年",
    reads=("累计受理诉求", "核实了", "当天又有", "截至目前"),
    leaves=("加快了解", "自领证满", "为了"),
)
# What is to be done: a sentence that says so tells of nothing done, or not only.
_AHEAD = Pattern(
    r"力争|争取|确保|计划|目标|将|(?<![主重需必])要(?![求素点])|拟|到20\d\d年|20\d\d年底?前",
    reads=("到2027年，累计", "力争累计", "计划新建", "我们要"),
    leaves=("累计受理", "主要反映", "按要求，先后批准"),
)
# Behind a number that tells what there is, the next within so many characters tells the same of another thing, but where there is a verb.
_NEXT = 30
_TURNS_TO = Pattern(
    f"\n|合并|整合|{_AHEAD.regex}|{CREATE}|{CHANGE}",
    reads=("个，建设", "家，力争", "家\n医院"),
    leaves=("个，乡镇（街道）卫生院", "架次，接回旅客"),
)
# In order: the first that fits says what the number is.
GUESSES = (
    Guess("threshold", of=_is_age),
    Guess("threshold", "behind", _DUE, _is_month),
    Guess("deadline", of=_is_month),
    Guess("existing", "before", _USED, _is_amount),
    Guess("other", "before", _HEADED, _is_item),
    Guess("other", "behind", _SIDES, _is_counted),
    Guess("parameter", "before", _GIVEN, _is_measured),
    Guess("threshold", of=_is_bounded_grade),
    Guess("name", of=_is_grade),
    Guess("existing", "before", _EXISTING),
    Guess("parameter", "behind", _PAID, _is_measured),
    Guess("threshold", "behind", _THRESHOLD, _is_amount),
    Guess("parameter", "clause", PARAMETER),
    Guess("name", "behind", _NAME_BEHIND, _is_named),
    Guess("name", of=_has_no_unit),
    Guess("threshold", "before", _THRESHOLD_BEFORE, _is_counted),
    Guess("threshold", of=_picks_out),
    Guess("parameter", of=_is_measured),
    Guess("name", of=_is_named),
    Guess("existing", "before", _SUMMED, _is_amount),
    Guess("parameter", "before", _REQUIRED, _is_amount),
    Guess("numbering", of=_begins_word),
    Guess("parameter", of=_is_copies),
    Guess("threshold", "before", _RECENT, _is_amount),
    Guess("threshold", "sentence", _OF_LATE, _is_bounded),
    Guess("parameter", "before", _KEPT, _is_amount),
    Guess("name", "behind", _POLICIES, _is_article),
    Guess("existing", "before", _GIVEN_SET, _is_amount),
    Guess("existing", "sentence", _DONE, _is_done),
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
            for rule, match in NUMBERS.find(self._folded, max(0, start - _WINDOW), min(len(self._folded), end + _WINDOW)):
                if match.end() > start:
                    if match.start() < end:
                        if rule.name == "long" and _LABEL.search(self._folded, max(0, start - _LABEL_REACH), start):
                            return "reference"
                        picks_out = rule.role == "deadline" and _picks_out_of_all(self._folded, *match.span())
                        return "threshold" if picks_out else rule.role
                    break
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
        sentence = max(nearest, max(folded.rfind(mark, nearest, start) for mark in "。；\n") + 1)
        if REPORTS.match(self._painted, sentence, start):
            return "existing"
        line = folded.rfind("\n", max(0, start - 60), start) + 1
        before = folded[max(line, start - 40) : start]
        before = before[max(before.rfind(c) for c in "。；，") + 1 :]
        behind = max(end, amount.end) if amount is not None else end
        around = Around(
            amount,
            before,
            folded[behind : behind + 30],
            before + folded[start : end + 16].partition("。")[0],
            folded[sentence:start],
        )
        for guess in GUESSES:
            if guess.of is not None and not guess.of(around):
                continue
            words = guess.words
            if words is None or (words.match if guess.where == "behind" else words.search)(getattr(around, guess.where)):
                return guess.role
        # Most that stand without a unit belong to a name; of the others nothing can be said.
        is_bare = _BARE.fullmatch(folded, start, end) and not folded.startswith(_MAGNITUDES, end)
        return "name" if is_bare else "other"
