"""What a number is that is no target and belongs to no date, document or name, as the words around it tell: 依托现有30家医院."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planparse.language.amounts import Amount
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.model import QuantityRole
from planparse.parsing.targets.parameters import PARAMETER

_OF_MEASURES = frozenset(("measure", "percent", "time", "point", "multiple"))
_CHINESE_BEHIND = Pattern("[\u4e00-\u9fff]", reads=("企业", "婴幼儿"), leaves=("，", "）", ""), by="match")
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
class _Guess:
    """What a number is.

    `words` must stand in that part of what is around it, behind it right at the beginning; `of` tells which numbers it is for.
    """

    role: QuantityRole
    where: Literal["before", "behind", "clause", "sentence"] = "clause"
    words: Pattern | None = None
    of: Callable[[Around], bool] | None = None


def _is_amount(around: Around) -> bool:
    return around.amount is not None


def _of(*units: str | None) -> Callable[[Around], bool]:
    """For numbers with one of these units."""
    return lambda around: around.amount is not None and around.amount.unit in units


def _is_grade(around: Around) -> bool:
    return around.amount is not None and around.amount.family == "grade"


def _is_bounded_grade(around: Around) -> bool:
    return around.amount is not None and around.amount.family == "grade" and around.amount.comparator != "eq"


def _is_measured(around: Around) -> bool:
    return around.amount is not None and around.amount.family in _OF_MEASURES


def _is_named(around: Around) -> bool:
    """Whether it has no unit, or is written in words as the numbers of names are."""
    return around.amount is not None and (around.amount.chinese or around.amount.unit is None)


def _picks_out(around: Around) -> bool:
    """Whether a bound stands behind it and a noun behind that: 3岁以下婴幼儿."""
    amount = around.amount
    return amount is not None and amount.end > amount.number_end and _CHINESE_BEHIND.match(around.behind) is not None


def _is_bounded(around: Around) -> bool:
    return around.amount is not None and around.amount.comparator != "eq"


def _begins_word(around: Around) -> bool:
    """Whether its unit begins a word, so that it is the number of a row that was run into the text: 12树立, 7强化."""
    return around.amount is not None and (around.amount.unit or "") + around.behind[:1] in _WORDS_LIKE_UNITS


def _is_done(around: Around) -> bool:
    return around.amount is not None and AHEAD.search(around.sentence) is None


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
AHEAD = Pattern(
    r"力争|争取|确保|计划|目标|将|(?<![主重需必])要(?![求素点])|拟|到20\d\d年|20\d\d年底?前",
    reads=("到2027年，累计", "力争累计", "计划新建", "我们要"),
    leaves=("累计受理", "主要反映", "按要求，先后批准"),
)
# In order: the first that fits says what the number is.
_GUESSES = (
    _Guess("threshold", of=_of("岁", "周岁")),
    _Guess("threshold", "behind", _DUE, _of("月")),
    _Guess("deadline", of=_of("月")),
    _Guess("existing", "before", _USED, _is_amount),
    _Guess("other", "before", _HEADED, _of("项", "个", "条")),
    _Guess("other", "behind", _SIDES, _is_counted),
    _Guess("parameter", "before", _GIVEN, _is_measured),
    _Guess("threshold", of=_is_bounded_grade),
    _Guess("name", of=_is_grade),
    _Guess("existing", "before", _EXISTING),
    _Guess("parameter", "behind", _PAID, _is_measured),
    _Guess("threshold", "behind", _THRESHOLD, _is_amount),
    _Guess("parameter", "clause", PARAMETER),
    _Guess("name", "behind", _NAME_BEHIND, _is_named),
    _Guess("name", of=_of(None)),
    _Guess("threshold", "before", _THRESHOLD_BEFORE, _is_counted),
    _Guess("threshold", of=_picks_out),
    _Guess("parameter", of=_is_measured),
    _Guess("name", of=_is_named),
    _Guess("existing", "before", _SUMMED, _is_amount),
    _Guess("parameter", "before", _REQUIRED, _is_amount),
    _Guess("numbering", of=_begins_word),
    _Guess("parameter", of=_of("份")),
    _Guess("threshold", "before", _RECENT, _is_amount),
    _Guess("threshold", "sentence", _OF_LATE, _is_bounded),
    _Guess("parameter", "before", _KEPT, _is_amount),
    _Guess("name", "behind", _POLICIES, _of("项", "条")),
    _Guess("existing", "before", _GIVEN_SET, _is_amount),
    _Guess("existing", "sentence", _DONE, _is_done),
)


def guessed(around: Around) -> QuantityRole | None:
    """What the first guess that fits makes of a number; None where none does."""
    for guess in _GUESSES:
        if guess.of is not None and not guess.of(around):
            continue
        words = guess.words
        if words is None or (words.match if guess.where == "behind" else words.search)(getattr(around, guess.where)):
            return guess.role
    return None
