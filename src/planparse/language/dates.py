"""Times as plans give them: 到2025年, 2020年6月底前, “十四五”期间, 力争用3年的时间, 每2年 → days, months, kinds.

A new way of giving a time is one entry in TIMES. Its named groups are the contract: `year`, `month`, `day` name the
last day and `year1`, `month1` a first one of its own; `quarter`, `half` and `era` narrow or replace them; `count` and `period` give a
length. Patterns read folded text (`planparse.language.folding.fold`); offsets count in it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from planparse.language.clause_labels import OF_DEADLINES
from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN, HAN_NUMERAL, read_chinese
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import LARGEST

Kind = Literal["by", "during", "range", "duration", "recurring"]


class Time(NamedTuple):
    """A time in the text; `first` and `last` are days, `months` a length; `rule` names the pattern."""

    start: int
    end: int
    kind: Kind
    first: date | None
    last: date | None
    months: int | None
    precision: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class TimeRule(Rule):
    """A way of giving a time; `matches` gives the words of the time and its last day, None where it has none.

    `later` is by how many years the year lies behind that of issue.
    """

    kind: Kind = field(kw_only=True)
    later: int = 0


# The 年 of a time, which that of 老年 and 年龄 is not.
_YEAR_SIGN = rf"年(?<=[0-9{HAN_NUMERAL}今当本半每逐学全 ]年)|年(?=[均底内])"
_MONTH_SIGN = "月(?<=[0-9 个]月)"
_ERA_SIGN = "五(?<=[十一二三四五六七八九]五)"
# What counts the parts of a sum, year by year: 其中2023年120公里、2024年130公里.
_PART_ENDS = "部瓦时斤克升番倍分岁个家座户亩人所处条台套项吨名次米里间对场辆株顷件只艘桩位元%"
_YEARS_IN_TURN = r"(?:19|20)\d\d年[ ]?\d[^（）\n年，、；。]{1,10}[、，；](?:19|20)\d\d年[ ]?\d"
_YEAR_PARTS = r"(?:19|20)\d\d年[^（）\n年]{1,12}[、，](?:19|20)\d\d年[ ]?\d"
_EVERY_SIGN = f"每(?=[年季个月半学0-9{HAN_NUMERAL}])"
_FEAST_SIGN = '前(?<=[旦节一学庆”"期来之]前)'
# Each branch begins with a character of its own, which re looks for much faster than for a class.
_LIST_SIGN = "|".join([*(f"{c}(?=(?:19|20)\\d\\d)" for c in "、和及"), *(f"{c}(?=个?年度)" for c in "两三四五")])
_YEAR = r"(?P<year>(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})[ ]?年度?"
_MONTH = r"[ ]?(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])[ ]?月(?!份?以来)份?"
_DAY = r"[ ]?(?P<day>3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[ ]?(?:日|号(?=[以之]?前))(?:[ ]?\d{1,2}[时点]|[ ]?24：00)?"
VALUE_ENDS = "%％‰家个户人名处座所套台条项里亩吨元"
"""What a number ends with behind which a year may stand in brackets: 达到38%（2026年）."""
_TO = r"(?:截至|截止到?|(?<!达)到|至|不[迟晚]于|最[迟晚][于到在]?)[ ]?"
_BEFORE = r"(?:以前|之前|前(?!移|进[0-9一二三四五六七八九十位]|沿|[两二三]个?季度)|止)"
# What is done by a time, where no 前 says so: 2026年9月完成.
_DONE = r"(?:全部|全面|基本)?(?:完成(?![了情率])|完工|竣工|建成|投用|投产|投入使用|通车|交付)"
_COUNT = rf"(?P<count>\d{{1,3}}|[{HAN_NUMERAL}]{{1,3}}|半)[ ]?"
# 时限： and 期限： are labels of their own only behind a mark.
_LABELS_OF_TIMES = [
    label if len(label) > 2 else f"[；，。（\\n ]{label}" for label in (*OF_DEADLINES, "时间安排", "进度安排")
]
_BEHIND_LABEL = f"(?<=[：为])(?:{'|'.join(f'(?<={label}[：为])' for label in _LABELS_OF_TIMES)})"
_ERA = r"[“\"]?(?P<era>十[一二三四五六七八九]|二十)五[”\"]?"
_QUARTER = r"[ ]?(?:第?(?P<quarter>[一二三四1-4])|前(?P<quarters>[两二三])个?)季度"
_HALF = r"[ ]?(?P<half>[上下])半年"
# What is done in a part of the year, where that opens a clause: 第三季度，修复水毁工程52处.
_BRINGS = rf"(?!完成[了情率]|实现了){alternation(words('verbs')['create'])}"
# What stands behind the last of several parts of a year, to which numbers belong.
_IN_TURN = "[末底]?(?:[，,]|分别|依次|各)"
# What leads from a year to the state of an indicator.
_LEADS = "(?:达到|达(?=[ ]?\\d)|(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|压减|缩短|增|降|减|升)[到至](?!底)|控制在|稳定在|保持在|突破|超过|不[低少]于|不超过|不高于|[≥≤＞＜><][ ]?\\d)"
# 登上50亿元新台阶, 跨过百亿元门槛.
_STEPS = "(?:[迈跨跃登站冲][上入过越]|跨越)(?![^，]{0,4}[学市])"
# 其余5个县2027年全部完成, 农家书屋2027年实现全覆盖: what all of a set comes to.
_COMES_TO_ALL = "(?:全部(?![的为是])|一律|均(?![衡等价值])|都(?=[要能有])|全面(?:[实完建达覆推消]|上[线云])|(?:动态|历史性)?清零|实现(?:全|动态|100|[^，。；\\d]{2,12}全覆盖)|(?:基本|全)覆盖)"
# What stands behind a time that stands behind what it tells of: 覆盖率2027年由70%提高到90%, 养老护理员今年培训2000人次.
_COMES_TO = rf"(?=(?:力争|确保|争取)[ ]?\d|分别[为是][ ]?\d(?![^。；]{{0,80}}，[到至]20)|(?:力争|确保|争取|努力|要|将|应|分别|计划|预计|拟)?(?:{_LEADS}|{_STEPS}|增长|下降|新增|新建|完成(?!情况)|建成|培育|打造|改造|突破|前移|[进晋]位|{_COMES_TO_ALL}|(?:增加?|减少?|{_BRINGS})(?:至少|约|超过)?[ ]?\d|[由从](?:现有|目前|原来)?的?\d[\d.]*[^，。；\d]{{0,3}}(?:提|增|升|扩|降|下降|减|压|缩)))"
# 2026.12, 2026-12-31, 2026/12/31: a day or month in figures, as tables and labels give it; of a range the last.
_FIGURES = r"20\d\d[./—](?:1[0-2]|0?[1-9])(?:[./—](?:3[01]|[12]\d|0?[1-9]))?(?![\d.])"
_FIGURES_LAST = r"(?P<year>20\d\d)[./—](?P<month>1[0-2]|0?[1-9])(?:[./—](?P<day>3[01]|[12]\d|0?[1-9]))?"
_FIGURES_RANGE = (
    r"(?P<year1>20\d\d)\.(?P<month1>1[0-2]|0?[1-9])(?:\.(?P<day1>3[01]|[12]\d|0?[1-9]))?(?:—{1,2}|至|到)"
    r"(?:(?P<year>20\d\d)\.)?(?P<month>1[0-2]|0?[1-9])(?:\.(?P<day>3[01]|[12]\d|0?[1-9]))?(?![\d.])"
)
_FIGURES_SIGN = r"[./—](?<=20\d\d[./—])"
# The whole of a cell, a bracket or what stands behind a label.
_IN_FIELD, _ENDS_FIELD = rf"(?:(?<=[；（])|{_BEHIND_LABEL})", r"(?=[；，。）\n]|$)"
# What is issued, from which on a length of time is counted.
_PAPER = "(?:方案|意见|通知|文件|办法|措施|计划|规划|细则|规定|要点|政策)"
# Days of the year that have names of their own, and one date each.
_FEASTS = {
    "元旦": (1, 1),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "劳动节": (5, 1),
    "五一": (5, 1),
    "青年节": (5, 4),
    "儿童节": (6, 1),
    "六一": (6, 1),
    "建党节": (7, 1),
    "七一": (7, 1),
    "建军节": (8, 1),
    "秋季开学": (8, 31),
    "秋季学期开学": (8, 31),
    "秋季学期": (8, 31),
    "春季开学": (2, 28),
    "春季学期开学": (2, 28),
    "春季学期": (2, 28),
    "八一": (8, 1),
    "教师节": (9, 10),
    "国庆节": (10, 1),
    "国庆": (10, 1),
}
# 春节 by the calendar of the moon: its day in each year. Source: 农历 as the 紫金山天文台 computes it (GB/T 33661).
_SPRING_FEASTS = {
    2016: (2, 8),
    2017: (1, 28),
    2018: (2, 16),
    2019: (2, 5),
    2020: (1, 25),
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 3),
    2031: (1, 23),
    2032: (2, 11),
    2033: (1, 31),
    2034: (2, 19),
    2035: (2, 8),
}
# When the floods, the winter or the term come, no calendar says.
_SEASONS = '入汛|主?汛期?|雨季|台风季|供暖季?|采暖季?|入冬|入夏|高考|中考|[“"]?三[夏秋冬][”"]?|春耕|秋收|春运|冬季|开学|学期末|任期届满|[暑寒][期假]|(?:中秋|端午|清明|重阳|元宵)节?'

TIMES = Rules(
    TimeRule(
        "years",
        rf"[从自]?(?P<year1>(?:19|20)\d\d)[ ]?年?[ ]?(?:—{{1,2}}|(?:起|开始)?(?:至|到))[ ]?{_YEAR}(?:底|末)?(?:期间)?(?![ ]?\d{{1,2}}[ ]?月)",
        {
            "2023—2025年，实施技能提升行动": ("2023—2025年", "2025-12-31"),
            "2016年至2018年，安排资金": ("2016年至2018年", "2018-12-31"),
            "自2025年起至2027年底建成": ("自2025年起至2027年底", "2027-12-31"),
        },
        ("2018年印发",),
        opens="[12二从自]",
        holds=_YEAR_SIGN,
        kind="range",
    ),
    TimeRule(
        "school_year",
        r"(?P<year1>(?:19|20)\d\d)[ ]?(?:年?—{1,2}|年?[至到/])[ ]?(?P<year>(?:19|20)\d\d)[ ]?(?P<term>学年)度?(?:[末底内])?",
        {"2026—2027学年，覆盖率达到98%": ("2026—2027学年", "2027-08-31")},
        ("2026—2027年",),
        opens="[12]",
        holds=_YEAR_SIGN,
        kind="range",
    ),
    TimeRule(
        "days",
        rf"[从自]?(?P<year1>(?:19|20)\d\d)[ ]?年[ ]?(?P<month1>1[0-2]|0?[1-9])[ ]?月[ ]?(?P<day1>3[01]|[12]\d|0?[1-9])[ ]?日(?:—{{1,2}}|起?(?:至|到))(?:{_YEAR})?(?:{_MONTH}(?:{_DAY}|月?[底末])?(?![ ]?\d)|年?[底末])(?:[前止]|期间)?",
        {
            "2019年1月1日至12月31日开展": ("2019年1月1日至12月31日", "2019-12-31"),
            "自2026年1月1日起至2028年6月30日止，新建": ("自2026年1月1日起至2028年6月30日止", "2028-06-30"),
            "2019年3月1日—2020年6月30日": ("2019年3月1日—2020年6月30日", "2020-06-30"),
            "自2026年3月1日起至5月底，排查": ("自2026年3月1日起至5月底", "2026-05-31"),
            "2026年3月15日至2027年底": ("2026年3月15日至2027年底", "2027-12-31"),
            "2026年4月1日至9月30日期间，开展": ("2026年4月1日至9月30日期间", "2026-09-30"),
        },
        ("2019年1月1日印发",),
        opens="[12二从自]",
        holds=_YEAR_SIGN,
        kind="range",
    ),
    TimeRule(
        "months",
        rf"[从自]?(?P<year1>(?:19|20)\d\d)[ ]?年[ ]?(?P<month1>1[0-2]|0?[1-9])[ ]?月?份?(?:—{{1,2}}|(?:起|开始)?(?:至|到))(?:{_YEAR})?(?:{_MONTH}月?[底末]?|年?[底末]|{_HALF})(?:[前止]|期间)?(?![ ]?\d)",
        {
            "从2026年7月起至2027年12月止，建成": ("从2026年7月起至2027年12月止", "2027-12-31"),
            "活动时间：2019年3月至12月": ("2019年3月至12月", "2019-12-31"),
            "2020年2—6月组织实施": ("2020年2—6月", "2020-06-30"),
            "2026年4月至年底，开展": ("2026年4月至年底", "2026-12-31"),
            "2026年3月—2027年上半年": ("2026年3月—2027年上半年", "2027-06-30"),
        },
        ("2020年2月印发",),
        opens="[12二从自]",
        holds=_YEAR_SIGN,
        kind="range",
    ),
    TimeRule(
        "from_now",
        rf"(?:[从自]?(?:即日|现在)|自?(?:本?[^，。；\n]{{0,6}})?(?:印发|发布|公布|实施)之日)起(?:至|到)(?=[0-9年二今])(?:{_YEAR}|今年)?(?:{_MONTH}(?:{_DAY}|月?[底末])?|年?[底末])?[前止]?",
        {
            "即日起至2026年6月30日，开展排查": ("即日起至2026年6月30日", "2026-06-30"),
            "从现在起到2026年底": ("从现在起到2026年底", "2026-12-31"),
            "即日起至12月底": ("即日起至12月底", None),
        },
        ("即日起施行",),
        opens="[即自从现本印发公实]",
        holds="[日在](?=起)",
        kind="range",
    ),
    TimeRule(
        "by_day",
        rf"{_TO}{_YEAR}{_MONTH}{_DAY}{_BEFORE}?|{_YEAR}{_MONTH}{_DAY}(?:{_BEFORE}|(?:{_SEASONS})(?:来临|到来|开始)?之?前|(?={_DONE}))",
        {
            "2026年5月31日主汛期到来前，完成": ("2026年5月31日主汛期到来前", "2026-05-31"),
            "于2020年6月15日前完成": ("2020年6月15日前", "2020-06-15"),
            "延长至2021年4月30日": ("至2021年4月30日", "2021-04-30"),
        },
        ("2024年1月14日印发",),
        opens="[12二截到至不最]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "by_month",
        rf"{_TO}{_YEAR}{_MONTH}(?:月?底|末|(?P<third>[上中下])旬)?{_BEFORE}?(?!\d)|(?<![由从]){_YEAR}{_MONTH}(?:(?P<third>[上中下])旬(?:{_BEFORE}|(?={_DONE}))|(?:月?底|末)?{_BEFORE}|月?底|末|(?={_DONE}))",
        {
            "2020年6月底前完成": ("2020年6月底前", "2020-06-30"),
            "到2024年2月，建成": ("到2024年2月", "2024-02-29"),
            "2026年5月中旬完工": ("2026年5月中旬", "2026-05-20"),
            "到二〇二六年十一月底，建成": ("到二〇二六年十一月底", "2026-11-30"),
        },
        ("2020年6月印发", "由2024年6月底的30万人增至"),
        opens="[12二截到至不最]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "labelled",
        rf"{_BEHIND_LABEL}{_YEAR}(?:{_MONTH}(?:{_DAY})?)?(?![ ]?(?:起|—|至|底|末|前|\d|第?[一二三四]季|[上下]半年|年?中|春节|(?:{'|'.join(_FEASTS)}|{_SEASONS})(?:来临|到来|开始)?之?前))",
        {
            "完成时间：2020年6月": ("2020年6月", "2020-06-30"),
            "工作时限：2021年": ("2021年", "2021-12-31"),
            "完成日期：2020年6月30日": ("2020年6月30日", "2020-06-30"),
            "；时限：2026年11月）": ("2026年11月", "2026-11-30"),
            "（时间节点：2026年11月，责任部门：市教育局）": ("2026年11月", "2026-11-30"),
            "时间进度：2021年": ("2021年", "2021-12-31"),
        },
        ("活动时间：2019年3月至12月", "发布时间：2024年1月3日", "时间节点：2026年三季度末", "完成时限：2026年汛期前"),
        opens="[12二]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "in_clause",
        rf"(?:(?<=[局委办府厅院会区县市镇道司心部门位行队社所校）][；，])|(?<=(?:牵头|配合|负责|参与|落实|协同|协助)[；，])|(?<=(?:牵头|配合|负责|参与)。)(?=[^（）。\n]{{4,16}}[）〕】\]])|(?<=（)(?=(?:19|20)\d\d[ ]?年[^（）；，。]{{0,5}}[；，。](?:[^（）\n]{{2,60}}(?:牵头|负责)|牵头|责任)))"
        rf"(?:于|力争|计划)?{_YEAR}(?:{_MONTH}(?:{_DAY})?|全年)?(?=[）〕】\]]|{_DONE}|(?:启动|取得|出台|见效|实施)|[；，。][^（）\n]{{2,60}}(?:牵头|负责|配合|参与)|[；，。](?:牵头|责任|配合))",
        {
            "（市水务局、市公安局；2026年8月）": ("2026年8月", "2026-08-31"),
            "（市财政局，2026年）": ("2026年", "2026-12-31"),
            "（市财政局配合，2026年11月启动）": ("2026年11月", "2026-11-30"),
            "（2026年12月；市教育局牵头）": ("2026年12月", "2026-12-31"),
            "（市教育局牵头，2026年全年，市财政局配合）": ("2026年全年", "2026-12-31"),
        },
        ("（2026年8月）", "（国办发，2026年8月）", "（2026年8月，经会议通过）"),
        opens="[12二于力计]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "in_month",
        rf"(?<![^。；，,：\n）]){_YEAR}{_MONTH}(?:(?P<third>[上中下])旬)?(?=，|(?:全面|正式)?(?:启动|开工|动工|开始|部署|印发|出台)[^。；\n了]{{0,20}}[，；、]\d{{1,2}}月(?:\d{{0,2}}日?前|[底末]|{_DONE}))",
        {
            "2026年3月启动建设，12月底前建成": ("2026年3月", "2026-03-31"),
            "2026年3月启动、11月完工": ("2026年3月", "2026-03-31"),
            "2027年12月，建成绿色工厂30家": ("2027年12月", "2027-12-31"),
            "2027年9月中旬，开展复核": ("2027年9月中旬", "2027-09-20"),
        },
        ("2027年12月1日，印发", "截至2024年12月，建成", "2026年3月启动建设，建成3座"),
        opens="[12二]",
        holds=_MONTH_SIGN,
        kind="during",
    ),
    TimeRule(
        "range_in_figures",
        rf"(?:{_IN_FIELD}|(?=[\d.]{{6,10}}(?:—{{1,2}}|至|到)20\d\d\.)){_FIGURES_RANGE}",
        {
            "完成时间：2026.4—2026.10": ("2026.4—2026.10", "2026-10-31"),
            "（2026.4.1—2027.3.31）": ("2026.4.1—2027.3.31", "2027-03-31"),
            "实施步骤2026.04至2026.10完成": ("2026.04至2026.10", "2026-10-31"),
        },
        ("1.2026.5万元", "增长2026.4—10"),
        opens="2",
        holds=_FIGURES_SIGN,
        kind="range",
    ),
    TimeRule(
        "in_figures",
        rf"(?:{_IN_FIELD}(?={_FIGURES}底?{_ENDS_FIELD})|(?={_FIGURES}底?(?:{_BEFORE}|{_DONE}))){_FIGURES_LAST}底?{_BEFORE}?",
        {
            "建设算力中心；2026.12": ("2026.12", "2026-12-31"),
            "完成时限：2026.12": ("2026.12", "2026-12-31"),
            "完成时限：2026—06—30": ("2026—06—30", "2026-06-30"),
            "2026.12.31前完成": ("2026.12.31前", "2026-12-31"),
            "于2026/6/30前建成": ("2026/6/30前", "2026-06-30"),
            "2026.12底前建成": ("2026.12底前", "2026-12-31"),
        },
        ("单价；2026.123", "发布日期：2026—06—30", "（2020—2025）"),
        opens="2",
        holds=_FIGURES_SIGN,
        kind="by",
    ),
    TimeRule(
        "by_quarter",
        rf"(?:{_TO})?{_YEAR}(?:第?[一二三](?:季度)?(?:[、和至到]|—{{1,2}})(?=第?[二三四]季度(?!{_IN_TURN})))?{_QUARTER}(?:末|底)?{_BEFORE}?",
        {
            "在2020年一季度前实现": ("2020年一季度前", "2020-03-31"),
            "2026年一、二季度完成": ("2026年一、二季度", "2026-06-30"),
            "2027年前三季度完成": ("2027年前三季度", "2027-09-30"),
        },
        ("2020年第一批",),
        opens="[12二截到至不最]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "quarter_by_letter",
        rf"(?:{_TO})?(?P<year>20\d\d)[ ]?年?[ ]?第?[Qq](?P<quarter>[1-4])(?:季度)?(?:末|底)?{_BEFORE}?(?![0-9A-Za-z])",
        {
            "2026年Q3前，建成项目5个": ("2026年Q3前", "2026-09-30"),
            "2027Q1完成": ("2027Q1", "2027-03-31"),
            "到2026年Q4，建成": ("到2026年Q4", "2026-12-31"),
        },
        ("2026年Q345钢材", "2026年QQ群"),
        opens="[12二截到至不最]",
        holds="[Qq](?=[1-4])",
        kind="by",
    ),
    TimeRule(
        "part_of_list",
        rf"(?:(?<![^。；，：）\n]){_YEAR})?第?(?P<quarter>[一二三四])(?:季度)?(?=(?:[、和及]第?[一二三四](?:季度)?){{1,3}}(?<=季度){_IN_TURN})"
        rf"|(?:(?<![^。；，：）\n]){_YEAR})?(?P<half>上)半年(?=[、和及]下半年{_IN_TURN})",
        {
            "2026年第二、三季度分别完成": ("2026年第二", "2026-06-30"),
            "2026年上半年、下半年各完成": ("2026年上半年", "2026-06-30"),
        },
        ("2026年第一、二批分别完成", "一、二季度经济增长"),
        opens="[12二第一三四上]",
        holds="季|半(?=年)",
        kind="by",
    ),
    TimeRule(
        "last_of_list",
        rf"(?<=[一二三四度][、和及])第?(?P<quarter>[一二三四])季度(?={_IN_TURN})|(?<=上半年[、和及])(?P<half>下)半年(?={_IN_TURN})",
        {"第三、四季度分别完成": ("四季度", None), "上半年和下半年分别完成": ("下半年", None)},
        ("四季度分别完成", "下半年分别完成"),
        opens="[第一二三四下]",
        holds="季|半(?=年)",
        kind="by",
    ),
    TimeRule(
        "by_half_year",
        rf"(?:{_TO})?{_YEAR}{_HALF}(?:{_BEFORE}|末|底)?",
        {"2021年上半年完成": ("2021年上半年", "2021-06-30")},
        ("2021年的上半年",),
        opens="[12二截到至不最]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "middle",
        rf"(?:{_TO})?{_YEAR}(?P<half>年?中)(?:{_BEFORE})?(?=[，。；、）完建实基全投启]|$)",
        {"到2027年年中，建成": ("到2027年年中", "2027-06-30"), "2027年中前完成": ("2027年中前", "2027-06-30")},
        ("2027年中央预算", "2027年中小企业"),
        opens="[12二截到至不最]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "feast",
        rf"(?:(?:{_TO})?{_YEAR}|今年|当年)?[“\"]?(?P<feast>{'|'.join(_FEASTS)}|春节)[”\"]?(?:节|假期)?(?:到来)?之?前(?![夕后往])",
        {
            "建军节前，建成服务站15个": ("建军节前", None),
            "2026年国庆节前完成": ("2026年国庆节前", "2026-10-01"),
            "2027年春节前，投入使用100台": ("2027年春节前", "2027-02-06"),
            "力争到2026年国庆节前，开放": ("到2026年国庆节前", "2026-10-01"),
        },
        ("国庆节期间", "五一前后"),
        opens='[12二截到至不最今当“"元春秋妇植劳五青儿六建七八教国]',
        holds=_FEAST_SIGN,
        kind="by",
    ),
    TimeRule(
        "season",
        rf"(?:(?:{_TO})?{_YEAR}|今年|当年|明年)?(?:春季|秋季|冬季)?(?:{_SEASONS})(?:来临|到来|开始)?之?前(?![夕后往期端])",
        {
            "2026年汛期前，整治病险水库12座": ("2026年汛期前", None),
            "明年汛前完成": ("明年汛前", None),
            "2027年暑假前，维修校舍18处": ("2027年暑假前", None),
            "2026年中秋节前开放": ("2026年中秋节前", None),
        },
        ("汛期来水", "开学前夕", "暑期前往景区"),
        opens="[12二截到至不最今当明主汛雨台供采入高中春秋冬开学任暑寒端清重元]",
        holds="前",
        kind="by",
    ),
    TimeRule(
        "winter",
        r"(?:今冬明春|(?:(?:19|20)\d\d年|今年?|当年)(?:入?冬|冬季|秋冬季?|秋季?)(?:[至到、和]|—{1,2})(?:次年|翌年|明年?|(?:19|20)\d\d年)(?:开?春|春季|春夏季?|夏季?))(?:期间)?",
        {"今冬明春，完成造林2万亩": ("今冬明春", None), "2026年冬至2027年春，完成": ("2026年冬至2027年春", None)},
        ("2026年冬季供暖",),
        opens="[12今当]",
        holds="[春夏]",
        kind="during",
    ),
    TimeRule(
        "by_year",
        rf"(?:{_TO}|展望(?:到|至)?[ ]?){_YEAR}(?:年?[底末])?{_BEFORE}?(?![ ]?\d{{1,2}}[ ]?月|的[\d.]{{1,6}}倍)|(?<![由从]){_YEAR}(?:年?[底末]{_BEFORE}?|{_BEFORE}|年?内(?![部外]))(?!年)",
        {
            "到2025年，全市建成": ("到2025年", "2025-12-31"),
            "2019年底前完成": ("2019年底前", "2019-12-31"),
            "2020年前，实现": ("2020年前", "2020-12-31"),
            "远景展望2035年，": ("展望2035年", "2035-12-31"),
            "至2022年末": ("至2022年末", "2022-12-31"),
            "2018年内减少100美元": ("2018年内", "2018-12-31"),
            "2018年年内完成": ("2018年年内", "2018-12-31"),
        },
        ("2025年工作要点", "较2019年下降", "增加到2025年的1.5倍", "由2024年底的2600人增至"),
        opens="[12二截到至不最展]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "in_year",
        rf"(?:(?<![^。；，,：、\n（） ])|(?<=[一二三四五六七八九次]是)|(?<=[\n。；：]——)){_YEAR}(?=[ ]?(?:，|(?:主要|工作|发展|预期)?目标(?:是|为)?：|初步|基本|全面|力争|争取|计划|完成|实现|达到|新增|建成|全省|全市|全县|全区|我[省市县区]|{_LEADS}|再[完建培改增]))|(?<=[期段]（){_YEAR}(?=）)|(?<=[个家座户所处条台套项名场辆株艘亩里]（){_YEAR}(?=）)|(?<=：){_YEAR}(?=(?:力争|计划)?(?:创建|培育|打造|改造|引进|新建|开工|实施|培训|建设|治理|整治|修复|开展|组织|推广|开通|配备|认定|设立|选派|投放))",
        {
            "2020年，完成改造": ("2020年", "2020-12-31"),
            "二是2020年，完成改造": ("2020年", "2020-12-31"),
            "。——2026年，用水量下降4%": ("2026年", "2026-12-31"),
            "占比：2026年≥11.5%": ("2026年", "2026-12-31"),
            "占比达到50%，2028年提高到65%": ("2028年", "2028-12-31"),
            "无废机关：2024年创建15个": ("2024年", "2024-12-31"),
            "创建健康村280个（2026年）": ("2026年", "2026-12-31"),
        },
        ("自2020年，", "2019年度全国失业率"),
        opens="[12二]",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "year_heads",
        rf"(?<![^。；\n]){_YEAR}(?=：)",
        {"2027年：优良率达到75%；": ("2027年", "2027-12-31")},
        ("目标如下2027年：", "完成时间：2027年："),
        opens="[12二]",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "year_within",
        rf"(?:(?<={HAN})|(?<=[）”]))(?<![较自从由以与于至到实绕照据合对的])(?<![^占]比){_YEAR}{_COMES_TO}",
        {
            "污水治理率2026年达到50%": ("2026年", "2026-12-31"),
            "总产值在2028年登上50亿元新台阶": ("2028年", "2028-12-31"),
            "高速公路2026年新增里程": ("2026年", "2026-12-31"),
            "新增装机2026年不少于30万千瓦": ("2026年", "2026-12-31"),
            "覆盖率2027年由70%提高到90%": ("2027年", "2027-12-31"),
            "养老护理员2027年培训2000人次": ("2027年", "2027-12-31"),
            "取证人数2026年分别为800人、500人": ("2026年", "2026-12-31"),
            "其余5个县（区）2027年全部完成": ("2027年", "2027-12-31"),
            "“办证难”项目2026年清零": ("2026年", "2026-12-31"),
            "农家书屋2027年实现全覆盖": ("2027年", "2027-12-31"),
        },
        ("由2020年提高到", "污水治理率比2026年提高", "落实2026年建成目标"),
        opens="[12二]",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "sure_year",
        rf"(?:(?<=[确力争安下推促决计实][保争取排达动进定划现])|(?<=[确力争][保争取][在于])){_YEAR}(?:全年(?!度))?(?=[ ]?(?:{HAN}|“|，|[A-Za-z]|\d[\d.]*(?:[%％A-Za-z]|千伏|以上)))(?!起|开始|后|以后|以来|版|[^，。；、]{{0,8}}基础上)",
        {
            "力争2020年基本完成": ("2020年", "2020-12-31"),
            "推动2023年铁水联运量同比增长": ("2023年", "2023-12-31"),
            "决定2019年实施工程包37个": ("2019年", "2019-12-31"),
            "确保2025年“双师型”教师占比达到60%": ("2025年", "2025-12-31"),
            "争取2025年30%以上的企业完成改造": ("2025年", "2025-12-31"),
            "确保在2025年实现清零": ("2025年", "2025-12-31"),
            "努力实现2027年旅游收入180亿元": ("2027年", "2027-12-31"),
            "力争2027年，全市普及率达到95%": ("2027年", "2027-12-31"),
        },
        ("力争2020年后基本满足", "按计划2020年起执行", "力争在2021年基础上翻番"),
        opens="[12二]",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "year_of_part",
        rf"(?:(?<=其中)|(?<=其中：)|(?<=（)(?={_YEAR_PARTS})|(?<=[{_PART_ENDS}][、，])|(?<=以[上下内][、，])|(?<=[，：])(?={_YEARS_IN_TURN})|(?<={HAN})(?<![较自从由以与于至到比对的])(?={_YEARS_IN_TURN})){_YEAR}(?=的?[ ]?\d[\d.]*[万亿千百十]*(?:{HAN}|%)|当年(?:新增|完成|下降|增长|达到|\d))(?![ ]?\d+[年月日])|(?:(?<=其中)|(?<=其中：)|(?<=其中，)){_YEAR}(?=(?:计划|力争|要|将|新)?{_BRINGS})|(?<=[{_PART_ENDS}][、，]){_YEAR}(?={_BRINGS}[^，。；、的\d\n]{{0,12}}\d)",
        {
            "其中2023年120公里、其余240公里": ("2023年", "2023-12-31"),
            "其中2026年加装不少于50部": ("2026年", "2026-12-31"),
        },
        ("占比（2022年35%）", "2023年120公里"),
        opens="[12二]",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "year_of",
        rf"(?:(?<![^。；，,\n])|(?<=[\n。；：]——)|(?<=\n（[一二三四五六七八九十\d]）)){_YEAR}(?:全年度?)?(?=[ ]?{HAN}|\d{{1,2}}(?:\.\d+)?[%％](?:以上)?的|\d[\d.]*[万千百]?[个家所座处户名项](?!月|季|百分|学)[^，。；\d]{{0,20}}(?:完成|建成|达到|实现|开展|纳入|通过|建立|设立|开通|创建|成为|启动|推行|配备|完工|达标))(?!起|开始|以来|来|版|第|度|[和及与](?:19|20)\d\d年|[上下]半年|工作要点|重点工作|政府工作|远景目标)",
        {
            "2020年公共机构能耗总量控制在75万吨以内。": ("2020年", "2020-12-31"),
            "2020年全年完成投资75亿元。": ("2020年全年", "2020-12-31"),
            "2026年60%的医院建成老年友善机构。": ("2026年", "2026-12-31"),
            "2026年9个县完成确权登记": ("2026年", "2026-12-31"),
        },
        ("2020年起执行。", "2035年远景目标"),
        opens="[12二]",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "years_without_sign",
        r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?=(?:[、和及](?:19|20)\d\d){1,5}(?:年(?![度内底末])|[两三四五]个?年度)|[两三四五]个?年度)",
        {"2026、2027年分别完成": ("2026", "2026-12-31")},
        ("2026年创建", "文号2026、2027"),
        opens="[12]",
        holds=_LIST_SIGN,
        kind="during",
    ),
    TimeRule(
        "year_of_list",
        rf"(?:(?<![^。；，：、）\n到至])|(?<=力争|争取|计划|预计|确保|努力))(?:{_TO})?{_YEAR}(?=[、和及与](?:{_TO})?(?:19|20)\d\d年)|(?<={HAN})(?<![较自从由以与于比对的]){_YEAR}(?=(?:[、和及与](?:19|20)\d\d年){{1,5}}[底末]?(?:分别|依次|各))|(?<=分别[于在]){_YEAR}(?=[、和及与](?:19|20)\d\d年)|(?:(?<=年[、和及与])|(?<=[12]\d\d\d[、和及与])){_YEAR}(?=[，,]|{HAN})(?!起|开始|以来)",
        {
            "2025年、2026年，分别完成改造": ("2025年", "2025-12-31"),
            "企业2026年、2027年底分别达到": ("2026年", "2026-12-31"),
            "力争2026年、2027年，企业分别达到": ("2026年", "2026-12-31"),
        },
        ("2019年度、季度考核",),
        opens="[12二到至不最截]",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "year_of_value",
        rf"(?:(?<=\d[{VALUE_ENDS}]（)|(?<=\d[万亿][{VALUE_ENDS}]（)){_YEAR}(?=）[、，。；\n])",
        {"达到38%（2026年）、40%（2027年）": ("2026年", "2026-12-31")},
        ("由41%（2025年）提高到43%", "《规划》（2026年）"),
        opens="[12二]",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "month_of_value",
        rf"(?:(?<=\d[{VALUE_ENDS}]（)|(?<=\d[万亿][{VALUE_ENDS}]（)|(?<=[个家座户所处条台套项名场辆株艘亩里]（)){_YEAR}{_MONTH}(?=）)",
        {
            "新建口袋公园30个（2027年6月）": ("2027年6月", "2027-06-30"),
            "覆盖率达到98%（2026年12月），": ("2026年12月", "2026-12-31"),
        },
        ("《规划》（2026年12月）", "新建口袋公园30个（2027年6月报送）"),
        opens="[12二]",
        holds=_MONTH_SIGN,
        kind="by",
    ),
    TimeRule(
        "span_end",
        rf"(?:到|至)?规划期末（{_YEAR}）",
        {"规划期末（2027年）建成": ("规划期末（2027年）", "2027-12-31")},
        ("规划期末",),
        opens="[到至规]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "period_end",
        r"(?<![^。；，\n])(?:到|至)?(?:本?规划|行动计划|行动|方案实施|实施|创建|攻坚)期末(?=[，,]|实现|达到|建成|全)",
        {"行动期末，挂牌率达到100%": ("行动期末", None)},
        ("规划期末（2027年）建成", "对规划期末的评估"),
        opens="[到至本规行方实创攻]",
        holds="期(?=末)",
        kind="by",
    ),
    TimeRule(
        "era_end",
        rf"(?:到|至)?{_ERA}(?:规划)?(?:时期|期)?末(?:期)?",
        {"到“十三五”末，建成": ("到“十三五”末", "2020-12-31")},
        ("“十三五”时期",),
        opens='[到至“"十二]',
        holds=_ERA_SIGN,
        kind="by",
    ),
    TimeRule(
        "era_years",
        rf"(?:到|至)?{_ERA}(?:规划)?(?:时期|期间)?的?[前头]?(?P<early>(?<=[前头])[一两二三四](?=年)|中(?=期))[年期](?!评估|规划|调整)",
        {"“十五五”前两年完成8万亩": ("“十五五”前两年", "2027-12-31"), "“十五五”中期达到90%": ("“十五五”中期", "2028-12-31")},
        ("“十五五”时期", "“十五五”中期评估"),
        opens='[到至“"十二]',
        holds=_ERA_SIGN,
        kind="by",
    ),
    TimeRule(
        "era",
        rf"{_ERA}(?:(?:规划)?(?:时期|期间|期内)|(?=[、和及与]?[“\"]?(?:十[一二三四五六七八九]|二十)五[”\"]?(?:时期|期间|期?末)))",
        {
            "十四五期间培育": ("十四五期间", "2025-12-31"),
            "“十四五”时期": ("“十四五”时期", "2025-12-31"),
        },
        ("落实“十四五”卫生与健康规划", "衔接“十四五”“十五五”规划"),
        opens='[“"十二]',
        holds=_ERA_SIGN,
        kind="during",
    ),
    TimeRule(
        "this_year_month",
        rf"(?:(?<![\d年—至到、月])(?:今年|当年)?|(?<=[动工]、)){_MONTH}(?={_DONE})|(?<![\d年])(?:今年|当年|本年度?)?{_MONTH}(?:月?底|末)(?=完成|取得|实现|建成|启动|形成|全面|基本|{_LEADS})|(?<![^。；，\n])(?:今年)?{_MONTH}(?:月?底|末)(?={HAN}{HAN})(?![前以]|数据|[全我][省市县区])|(?<![\d年])(?:今年|当年|本年度?)?{_MONTH}(?:月?底|末|(?P<third>[上中下])旬)?{_BEFORE}|(?<![\d年])(?:今年|当年|本年度?)?{_MONTH}{_DAY}{_BEFORE}",
        {
            "3月启动、11月完工": ("11月", None),
            "各地于9月底前报送": ("9月底前", None),
            "10月底完成整改": ("10月底", None),
            "资金支付率6月底达到60%": ("6月底", None),
        },
        ("2020年6月底前", "由6月底的60%提高"),
        opens="[今当本0-9]",
        holds=_MONTH_SIGN,
        kind="by",
    ),
    TimeRule(
        "months_of_this_year",
        rf"(?<![\d年—至到.])(?:今年|每年)?(?P<month1>1[0-2]|0?[1-9])[ ]?(?:月份?)?(?:—{{1,2}}|至|到){_MONTH}(?:月?底|末)?(?![\d日—龄])",
        {
            "跟踪服务：8月至10月，加强督促": ("8月至10月", None),
            "研究改进阶段（8月—9月）": ("8月—9月", None),
            "6—9月，组织应急演练25场次": ("6—9月", None),
        },
        ("2019年3月至12月", "8月1日至10月3日", "3至6个月", "1—3月龄"),
        opens="[今每1-9]",
        holds=_MONTH_SIGN,
        kind="range",
    ),
    TimeRule(
        "this_year",
        rf"(?:今年|当年|本年)(?:年?底{_BEFORE}?|度?内)|(?<={HAN})(?<![较自从由以与于至到比对的和及])本年度(?=[^，。；]{{0,8}}\d){_COMES_TO}|(?<![^。；，,\n])(?:本年度|年末)(?=，?{HAN}{{2}})(?![^，。；]{{0,8}}(?:报告|考核|总结))|(?<![\d{HAN_NUMERAL}半])(?:年底(?:{_BEFORE}|(?=完成(?![了情率])|建成|实现(?!了)))|年内)(?![部外])",
        {"年内完成": ("年内", None), "今年底前完成": ("今年底前", None), "本年度建成": ("本年度", None)},
        ("五年内", "三年内完成", "年末考核"),
        opens="[今当本年]",
        holds=_YEAR_SIGN,
        kind="by",
    ),
    TimeRule(
        "in_this_year",
        rf"(?<![^。；，,：、\n（保现争取])今年(?={HAN}|，)(?!以?来|[年初春夏秋冬内底末前度]|[上下]半年|[第一二三四][一二三四季]|[的是有又已各我正将]|政府|(?:重点)?(?:工作|任务))|(?<={HAN})(?<![较自从由以与于至到比对的和及])今年(?=[^，。；]{{0,8}}\d){_COMES_TO}",
        {
            "今年新创建创业载体10家": ("今年", None),
            "确保今年建成投用": ("今年", None),
            "工业总产值今年确保突破1800亿元": ("今年", None),
            "完善机制，今年，全市覆盖率达到95%": ("今年", None),
        },
        ("今年以来，新增企业10家", "今年是关键之年", "今年一季度", "工业总产值比今年增长5%"),
        opens="今",
        holds="年(?<=今年)",
        kind="during",
    ),
    TimeRule(
        "next_year",
        rf"明年(?:{_MONTH}(?:月?底|末)?|年?底|[ ]?(?P<half>[上下](?=半年)|年中)(?:半年)?|{_QUARTER}[末底]?)?(?:{_BEFORE})?(?={HAN}|，)(?!度)",
        {"明年新增30处": ("明年", None), "明年底前建成": ("明年底前", None), "明年上半年，再建": ("明年上半年", None)},
        ("明年度计划",),
        opens="明",
        holds="年(?<=明年)",
        kind="by",
        later=1,
    ),
    TimeRule(
        "year_after_next",
        rf"(?<![^。；，,：、\n（])后年(?:年?底)?(?:{_BEFORE})?(?=[再新全将建完实达力计]|，)(?!度)",
        {"再建20个，后年实现全覆盖": ("后年", None), "后年底前建成": ("后年底前", None)},
        ("此后年均增长", "2025年后年均增长", "后年度"),
        opens="后",
        holds="年(?<=后年)",
        kind="by",
        later=2,
    ),
    TimeRule(
        "all_year",
        r"(?<![^。；，,：、\n（保现争取要是])全年(?=[“\u4e00-\u9fff])(?!度|龄|级|经济社会|任务|目标|工作)",
        {
            "全年完成投资30亿元": ("全年", None),
            "一是全年培训3万人": ("全年", None),
            "力争全年信贷增长1800亿元": ("全年", None),
        },
        ("完成全年经济社会发展目标任务",),
        opens="全",
        holds=_YEAR_SIGN,
        kind="during",
    ),
    TimeRule(
        "this_quarter",
        rf"(?<![\d年每])(?:今年)?(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)(?:末|底)?{_BEFORE}",
        {
            "一季度前完成": ("一季度前", None),
            "上半年前": ("上半年前", None),
        },
        ("老年人口", "三季度末经济增长"),
        opens="[今第一二三四1-4上下]",
        holds=rf"季|{_YEAR_SIGN}",
        kind="by",
    ),
    TimeRule(
        "quarter_end",
        rf"(?:今年|(?<![^。；，,\n])(?=[^，,]{{4,6}}[，,]?{_BRINGS})|(?<=；)(?=[^，,]{{4,6}}，)|(?<![至到\d年每])(?=第?[一二三四1-4上下][季半][度年][末底](?:[^，。；\d]{{2,12}})?{_LEADS}))(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)[末底](?!{_BEFORE})",
        {
            "今年三季度末，开工150台": ("今年三季度末", None),
            "第三季度末，安装相机600台": ("第三季度末", None),
            "；四季度末，成活率不低于90%": ("四季度末", None),
            "投资完成率三季度末达到75%": ("三季度末", None),
            "，二季度末支出进度达到50%": ("二季度末", None),
        },
        ("三季度末经济增长", "今年三季度末前完成"),
        opens="[今第一二三四1-4上下]",
        holds=rf"季|{_YEAR_SIGN}",
        kind="by",
    ),
    TimeRule(
        "part_of_this_year",
        rf"(?<![^。；，,\n])(?:今年)?(?:[第前]?(?P<quarter>[一二三四1-4])个?季度|(?P<half>[上下])半年)(?=[，,]?(?:再|新(?=[增建设])|全面|基本|集中|组织|印发|{_BRINGS}))",
        {
            "上半年完成改造": ("上半年", None),
            "第四季度，组织验收": ("第四季度", None),
            "第三季度，修复水毁工程52处": ("第三季度", None),
        },
        ("上半年全省经济增长",),
        opens="[今第一二三四1-4上下]",
        holds=rf"季|{_YEAR_SIGN}",
        kind="by",
    ),
    TimeRule(
        "part_in_list",
        rf"(?:(?<=、)|(?<={HAN}))(?<![年今前每季个])(?:(?:第|前)?(?P<quarter>[一二三四1-4])个?季度|(?P<half>[上下])半年)(?=(?:累计|力争|争取|要|确保)?(?:完成(?![了情率])|{_BRINGS}))",
        {"重点项目上半年完成投资60亿元": ("上半年", None), "争取三季度建成投用": ("三季度", None)},
        ("上半年全省经济增长", "前一季度完成"),
        opens="[第前一二三四1-4上下]",
        holds=rf"季|{_YEAR_SIGN}",
        kind="by",
    ),
    TimeRule(
        "taking",
        rf"(?=力争|争取|计划|[^，。]{{3,9}}时间)(?:(?:力争|争取|计划)?(?:再?利?用|通过|经过)|力争|争取)(?:[1-9一二两三四五](?:—|至|到))?{_COUNT}(?P<period>年|个月)(?P<and_half>半)?(?:左右)?(?:的?(?:时间|努力))",
        {
            "力争用3年的时间，将": ("力争用3年的时间", None),
            "用三年左右时间": ("用三年左右时间", None),
            "再用一年半时间，建成": ("再用一年半时间", None),
            "力争通过5年努力，建成": ("力争通过5年努力", None),
            "力争用2—3年时间，培育": ("力争用2—3年时间", None),
        },
        ("通过三年行动", "经过三年努力，覆盖率由38%提高到41.2%"),
        opens="[力争计用利通经再]",
        holds=f"{_MONTH_SIGN}|{_YEAR_SIGN}",
        kind="duration",
    ),
    TimeRule(
        "after_issue",
        rf"(?:自[^，。；\n]{{0,8}}?(?:印发|发布|公布|下发)之日起|(?:自?(?:本[^，。；\n]{{0,4}}?)?{_PAPER}|自)?(?:(?:(?<={_PAPER})|(?<![^，。；、\n自在于应须]))(?:印发|发布|公布|下发|出台)(?:之?后|之日(?:起|后))|(?<={_PAPER})(?:实施|施行)(?:之日)?[起后]))"
        rf"{_COUNT}(?P<period>个工作日|工作日|日|天|个月|年)(?:之|以)?内",
        {
            "自本方案印发之日起30个工作日内，制定细则": ("自本方案印发之日起30个工作日内", None),
            "应当在本通知印发后20个工作日内出台": ("本通知印发后20个工作日内", None),
            "于本方案实施之日起3个月内完成": ("本方案实施之日起3个月内", None),
            "印发后1个月内": ("印发后1个月内", None),
        },
        ("自受理之日起30个工作日内", "自印发之日起施行", "结果公布后15个工作日内", "项目实施后3个月内"),
        opens="[自本方意通文措办计规细要政印发公下出]",
        holds="日(?=[起后])|后(?<=[发布台施行之]后)",
        kind="duration",
    ),
    TimeRule(
        "coming",
        rf"(?:未来|今后){_COUNT}(?P<period>年)(?!来)",
        {"未来五年建成": ("未来五年", None), "今后3年": ("今后3年", None)},
        ("未来五年来的",),
        opens="[未今]",
        holds=_YEAR_SIGN,
        kind="duration",
    ),
    TimeRule(
        "within",
        rf"(?<![年满近前至到为\d{HAN_NUMERAL}])(?<![制定持缩减短]在)(?<!毕业)(?<!退役)(?<!登记)(?<!注册){_COUNT}(?P<period>年|个月)(?P<and_half>(?<=年)半)?(?:之内|以内|内)(?!的?(?:婴幼?儿|新生儿|幼儿|乳儿))",
        {"两年内整改达标": ("两年内", None), "疫情解除后三个月内": ("三个月内", None), "一年半内建成": ("一年半内", None)},
        ("2025年内", "6个月内婴儿纯母乳喂养率"),
        opens="[0-9一二两三四五六七八九十半]",
        holds=f"{_MONTH_SIGN}|{_YEAR_SIGN}",
        kind="duration",
    ),
    TimeRule(
        "every_by",
        rf"每(?:年|季度|个?月|半年|学期)(?:(?:首月|末月)?\d{{1,2}}[ ]?日(?={_BEFORE})|年?[末底]|{_MONTH}(?:[、和及]\d{{1,2}}月)?(?:{_DAY}|月?底|末)?|第?[一二三四]季度[末底]?|[上下]半年)(?:{_BEFORE})?(?:\d{{1,2}}[ ]?个?工作日)?",
        {
            "每年12月10日前报送年度总结": ("每年12月10日前", None),
            "每季度末前5个工作日报送": ("每季度末前5个工作日", None),
            "每月5日前更新": ("每月5日前", None),
            "每年年底前通报": ("每年年底前", None),
            "每年6月和12月各组织": ("每年6月和12月", None),
            "每年一季度末公布": ("每年一季度末", None),
        },
        ("每年下沉",),
        opens="每",
        holds=_EVERY_SIGN,
        kind="recurring",
    ),
    TimeRule(
        "every",
        rf"每(?:{_COUNT})?(?P<period>年度?|个?月|个?季度|半年|学[年期])(?![代末初底]|年[底末])",
        {
            "每2年遴选": ("每2年", None),
            "每年下沉": ("每年", None),
            "每年度开展": ("每年度", None),
            "每学期评选": ("每学期", None),
        },
        ("每千人口",),
        opens="每",
        holds=_EVERY_SIGN,
        kind="recurring",
    ),
    TimeRule(
        "yearly",
        r"逐(?P<period>年)|(?<!多)(?P<period>[年月])均(?!值)",
        {"逐年进步10名": ("逐年", None), "年均增长15%以上": ("年均", None), "月均发布岗位8000条": ("月均", None)},
        ("多年均值", "较近五年均值下降"),
        opens="[逐年月]",
        holds="[年月]",
        kind="recurring",
    ),
)

# The year of these holds on for what names none behind them: 2026年6月底前完成摸底，9月底前完成整治.
_SAYS_YEAR = frozenset(
    (
        "labelled",
        "in_year",
        "year_of",
        "by_month",
        "by_day",
        "by_quarter",
        "by_half_year",
        "middle",
        "feast",
        "months",
        "days",
        "part_of_list",
        "in_month",
        "in_clause",
    )
)
_CALLED = ("今年", "明年", "后年")
_SENTENCE_END = Pattern("[。\n]", reads=("完成。", "完成\n"), leaves=("完成；",))

_LINE_END = Pattern("\n", reads=("完成\n",), leaves=("完成。",))
_BEHIND_PHASE = ("）。", "）：")

_PRECISION = (
    ("feast", "day"),
    ("term", "month"),
    ("day", "day"),
    ("third", "day"),
    ("month", "month"),
    ("quarter", "quarter"),
    ("quarters", "quarter"),
    ("half", "quarter"),
)


# 3、2026年新建公园30个: behind a mark a sentence begins.
_BEHIND_MARK = Pattern(
    rf"(?<![^\n。；])(?:\d{{1,2}}(?:、|\.(?!\d))|[{HAN_NUMERAL}]{{1,3}}、|（[{HAN_NUMERAL}\d]{{1,3}}）)[ ]?",
    reads=("3、2026年", "1. 到2026年", "\n二、今年", "（十二）2026年"),
    leaves=("1.5万元", "建成3、4号线", "方案（一）"),
)


def _ended(mark: re.Match[str]) -> str:
    """The mark as the end of a sentence, character for character."""
    return f"{mark[0][:-1]}。"


def find_times(text: str, this_year: int | None = None) -> Iterator[Time]:
    """Every time that the folded text gives, in order; `this_year` dates 年内 and 9月底前, which have no end without it.

    >>> [(t.kind, t.rule, str(t.last)) for t in find_times("到2025年，A；2020年6月底前，B；十四五期间，C")]
    [('by', 'by_year', '2025-12-31'), ('by', 'by_month', '2020-06-30'), ('during', 'era', '2025-12-31')]
    >>> [str(t.last) for t in find_times("2024年3月底前，完成排查；6月底前，开工20个")]
    ['2024-03-31', '2024-06-30']
    """
    text = _BEHIND_MARK.sub(_ended, text)
    sentence = -1, this_year  # where a year was said, and which
    ends = _SENTENCE_END
    for rule, match in TIMES.find(text):
        if sentence[0] >= 0:
            ended = ends.search(text, sentence[0], match.start())
            sentence = (-1, this_year) if ended else (match.start(), sentence[1])  # no stretch is looked through twice
        # 2024年开工210个，今年开工180个: what is called so is no year of the sentence
        time = _read(rule, match, this_year if match.group().startswith(_CALLED) else sentence[1])
        if rule.name == "season" and (said := match.groupdict().get("year")):
            sentence = time.end, _year(said)  # 2026年主汛期来临前（6月1日前）
        elif time.last and rule.name in _SAYS_YEAR:
            # 2026年一季度开通8条；二季度，再开通12条: the year holds on to the end of its sentence.
            sentence = time.end, time.last.year
            # 验收阶段（2027年11月—12月）。12月10日前完成自验: a phase says the year of all that stands below its name.
            of_phase = text.startswith(_BEHIND_PHASE, time.end) and (not time.first or time.first.year == time.last.year)
            ends = _LINE_END if of_phase else _SENTENCE_END
        yield time


def _read(rule: TimeRule, match: re.Match[str], this_year: int | None) -> Time:
    groups = match.groupdict()
    name, kind, (start, end) = rule.name, rule.kind, match.span()
    if kind in ("duration", "recurring"):
        return Time(start, end, kind, None, None, _months(groups), None, name)
    era = groups.get("era")
    if era:
        last_year = 1955 + (read_chinese(era) or 0) * 5
        first = date(last_year - 4, 1, 1) if kind == "during" else None
        if early := groups.get("early"):
            last_year += -2 if early == "中" else (read_chinese(early) or 5) - 5  # its third year, or so many of its five
        return Time(start, end, kind, first, date(last_year, 12, 31), None, "year", name)
    year1 = groups.get("year1")
    said = groups.get("year") or year1
    year = this_year + rule.later if this_year and not said else _year(said) if said else None
    if name in ("season", "winter", "period_end"):
        year = None
    precision = "year"
    for group, narrower in _PRECISION:
        if groups.get(group):
            precision = narrower
            break
    if year is None:
        return Time(start, end, kind, None, None, None, precision, name)
    last = _last_day(year, groups)
    first = None
    if year1 and groups.get("term"):
        first = date(_year(year1), 9, 1)
    elif year1 or groups.get("month1"):
        first = _first_day(_year(year1) if year1 else year, groups)
        if last is None or first is None or first > last:
            first = None
    elif kind == "during":
        month = last.month if last and groups.get("month") else 1
        first = date(year, month, _THIRDS.get(groups.get("third") or "", 1))
    return Time(start, end, kind, first, last, None, precision, name)


_THIRDS = {"中": 11, "下": 21}  # on what day the later thirds of a month begin


def _number(words: str | None) -> int:
    """A month or a day, 0 where there is none: 11, 十一."""
    return 0 if words is None else int(words) if words.isdecimal() else read_chinese(words) or 0


def _year(words: str) -> int:
    return int(words) if words.isdecimal() else read_chinese(words) or 0


def _first_day(year: int, groups: Mapping[str, str | None]) -> date | None:
    """The first day of a range; None where there is no such day."""
    month, day = int(groups.get("month1") or 1), int(groups.get("day1") or 1)
    return date(year, month, day) if day <= _days_of(year, month) else None


def _last_day(year: int, groups: Mapping[str, str | None]) -> date | None:
    """The last day that the words name; None where there is no such day (2月30日)."""
    if feast := groups.get("feast"):
        day_of = _SPRING_FEASTS.get(year) if feast == "春节" else _FEASTS[feast]
        return date(year, *day_of) if day_of else None
    if groups.get("term"):
        return date(year, 8, 31)  # the day before the next school year begins
    if quarter := groups.get("quarters") or groups.get("quarter"):
        quarter = "二" if quarter == "两" else quarter
        month = 3 * ("一二三四".find(quarter) + 1 or int(quarter))
    elif half := groups.get("half"):
        month = 12 if half == "下" else 6
    else:
        month = _number(groups.get("month")) or 12
    days = _days_of(year, month)
    if third := groups.get("third"):
        return date(year, month, {"上": 10, "中": 20}.get(third, days))
    day = _number(groups.get("day")) or days
    return date(year, month, day) if day <= days else None


@cache
def _days_of(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _months(groups: Mapping[str, str | None]) -> int | None:
    count, period = groups.get("count"), groups.get("period")
    if period is None:
        return None
    if count == "半":
        return 6
    number = 1 if count is None else int(count) if count.isdigit() else read_chinese(count)
    if number is None:
        return None
    for word, months in (("半年", 6), ("年", 12), ("季度", 3), ("月", 1)):
        if word in period:
            length = number * months + (6 if groups.get("and_half") else 0)
            return length if length <= LARGEST else None
    return None
