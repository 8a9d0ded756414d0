"""Whether the names of a clause that no label introduces are those of bodies."""

from __future__ import annotations

from planparse.language.body_names import BODY, ISSUER, LISTED
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.responsibilities.found import UnitName
from planparse.text import Folded

# 市分管领导牵头: a person is no body.
_PERSON = Pattern(
    f"(?:领导|(?:常务)?副?[省市县区州]长(?:{HAN}{{2,4}})?|秘书长|同志)$",
    reads=("市分管领导", "副市长", "分管副市长张某某"),
    leaves=("市委领导小组办公室", "市财政局"),
)
_YEAR_SAID = Pattern(r"(?:19|20)\d\d年", reads=("2026年达到20%",), leaves=("市财政局",), by="match")  # no body
# （收费处）: an office within the one that issues the plan.
_OFFICE_WITHIN = Pattern(
    rf"{HAN}{{2,9}}(?<![出之用去何各好坏益])[处科]",
    reads=("收费处", "事中事后监管科"),
    leaves=("出处", "用处", "市财政局"),
    by="fullmatch",
)
# What each name of a bare list ends in.
_BODY_END = Pattern(
    rf"(?:{BODY})$",
    reads=("市财政局", "省大数据中心", "各县区人民政府"),
    leaves=("个体工商户", "农民合作社"),
)
_LISTED_END = Pattern(
    rf"(?:{LISTED}|[市县区州旗镇乡]|街道|团|[处科])$|^(?:各|有关|相关|全[省市体])",
    reads=("市财政局", "街道", "某县", "有关方面", "各地"),
    leaves=("一网协同", "不再", "给予重复"),
)
# Beside a body that is sure: 市教育局、甲江大学、各街道.
_NAMED_END = Pattern(
    rf"(?:{LISTED}|[乡镇]|镇街|街镇|[中小]学)$",
    reads=("甲江大学", "市第一中学", "各街道", "各镇街", "市财政局", "市委党校"),
    leaves=("个体工商户", "楼宇", "数学"),
)
_ALL_OF_A_CLASS = Pattern(
    rf"各(?![类种项方式界])[^、，]{{0,12}}(?:{LISTED}|[乡镇]|镇街|街镇|[中小]学)",
    reads=("各高校", "各科研院所", "各街道", "各中小学"),
    leaves=("各类学校", "各项措施", "高校"),
    by="fullmatch",
)
_BRACKET_BEHIND = Pattern("（[^（）]*）$", reads=("有关部门（单位）",), leaves=("各县（市）人民政府",))
_PLACE = Pattern(
    f"{HAN}{{1,4}}[市县区旗州镇]|各(?:板块|街镇|镇街)",
    reads=("闵行区", "浦东新区", "各区", "各板块"),
    leaves=("市商务局", "板块"),
    by="fullmatch",
)
# A single name without its level: 上海海关.
_OFFICE_ALONE = Pattern(
    f"{HAN}{{2,12}}(?:局|厅|海关|银行|[分支]行|[总支]队|委员会|管委会|政府|办公室|集团|公司)",
    reads=("上海海关", "国家税务总局", "人民银行上海分行"),
    leaves=("小微企业", "新闻发布会"),
    by="fullmatch",
)
_OFFICE_END = Pattern(rf"{ISSUER}$", reads=("科技局", "农业部"), leaves=("小微企业", "事业单位"))
_INCLUDES = Pattern(
    "不?(?:含|包[括含])|[如即]|例如|其中|[仅只]限",
    reads=("含市属国有企业", "不包括事业单位", "如市财政局"),
    leaves=("市财政局", "各县区"),
    by="match",
)
_LEVELS = "省市县区州旗盟各有相全"
_LONGEST_OWN_NAME = 14


def may_be_body(folded: Folded, start: int, end: int) -> bool:
    """Whether a name of a list may be a body's: no time and no person."""
    return not _YEAR_SAID.match(folded, start) and not _PERSON.search(folded, start, end)


def are_bodies(folded: Folded, names: list[UnitName]) -> bool:
    """Whether a bare list names bodies: all end like one, and a single one has a level before it, or is a class, or an office within.

    Of several, few may have a name of their own: 市商务委、上海海关、东航物流.
    """
    words_ = [_BRACKET_BEHIND.sub("", folded[name.start : name.end]) for name in names]
    within = sum(_OFFICE_WITHIN.fullmatch(word) is not None for word in words_)
    if within and within + sum(_OFFICE_END.search(word) is not None for word in words_) == len(words_):
        return True
    if _INCLUDES.match(words_[0]):
        return False
    bodies = sum(_BODY_END.search(word) is not None for word in words_)
    # 大型企业、中型企业 are classes of nobody in particular.
    if not any(word[0] in _LEVELS for word in words_) and not any(_OFFICE_END.search(word) for word in words_[1:]):
        return len(words_) == 1 and _OFFICE_ALONE.fullmatch(words_[0]) is not None
    if bodies == len(words_) or all(_ALL_OF_A_CLASS.fullmatch(word) for word in words_):
        return True
    # One that is sure, 市教育局, vouches for those beside it that end like schools, streets and zones.
    sure = _BODY_END if all(word[0] not in _LEVELS for word in words_) else _NAMED_END
    others = [word for word in words_ if not (sure.search(word) or _PLACE.fullmatch(word) or _OFFICE_WITHIN.fullmatch(word))]
    return bodies > 0 and (
        not others or (all(len(word) <= _LONGEST_OWN_NAME for word in others) and bodies * 3 >= len(words_) * 2)
    )


def names_office(folded: Folded, names: list[UnitName]) -> bool:
    """Whether one of the names is that of an office."""
    return any(_OFFICE_END.search(folded, name.start, name.end) for name in names)


def some_are_bodies(folded: Folded, names: list[UnitName]) -> bool:
    """Whether one of the names that a statement is about ends like a body, or more than half where they only support: 不再支持, 一网协同."""
    bodies = 0
    for name in names:
        word = _BRACKET_BEHIND.sub("", folded[name.start : name.end])
        bodies += _LISTED_END.search(word) is not None or _PLACE.fullmatch(word) is not None
    only_support = all(name.role == "support" for name in names)
    return bodies * 2 > len(names) if only_support else bodies > 0
