"""Whether what reads like a target commits somebody, by the words of its clause and by the document that it stands in."""

from __future__ import annotations

from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.parsing.genre import Genre
from planparse.parsing.targets.coverage import says_all
from planparse.parsing.targets.cues import BACKGROUND, CONDITION, EACH, EXISTING, PAST, UNREAL, WELFARE
from planparse.parsing.targets.found import LOOSE_RULES, Found
from planparse.parsing.targets.grammar import BOUND, PERCENT
from planparse.parsing.targets.parameters import PARAMETER
from planparse.parsing.targets.readings import Clause
from planparse.parsing.targets.scales import grade_in
from planparse.text import Painted

_CHOSEN = (*words("verbs")["choose"], "组织评选", "组织遴选", "组织认定", "支持", "拟支持", "征集", "推荐", "评选", "认定")
# A rate at which somebody pays is to be reached where a plan makes sure of it.
_RATES = frozenset(words("parameters")["rates"])
_PROMISES = ("确保", "力争", "争取", "努力使", "力争使")
# 争取上级补助资金3000万元: what others are to pay is to be won; what stands before the clause may begin to say it.
_WIN = "争取"
_WON = Pattern(
    r"争取(?:到位|到)?(?![^，。；]{0,16}[对给按为])[^，。；、\d]{0,16}(?:补助|奖补|补贴|奖励)(?:性|类)?(?:资金|经费|项目资金)(?=[^，。；、\d]{0,5}\d)",
    reads=("争取上级补助资金3000万元", "争取中央财政奖补资金不少于2亿元"),
    leaves=("争取补贴政策", "争取对企业补助资金30万元", "补助资金3000万元"),
)
# 新获评4A级景区奖励100万元: what is paid for a grade.
_PAID = Pattern(
    r"(?:奖励|补助|奖补|补贴|资助)(?:最高|不超过|每家)?[ ]?\d[\d.]*[万亿]?元",
    reads=("新获评4A级景区奖励100万元",),
    leaves=("新获评4A级景区2家", "奖励资金发放率100%"),
)
# 依托平台全面实现一网通办, 已公布清单全部纳入管理: what there is, and what all of a set comes to, or a share of it.
_REACHES_ALL = Pattern(
    f"全部|全面实现|率{BOUND}",
    reads=("现有企业全部纳入", "依托平台全面实现"),
    leaves=("依托现有平台", "已建成小区达标率"),
)
# 到2027年，已建成居住区养老设施达标率达100%: what a rate comes to by then among what is there.
_RATE_TO = Pattern(
    f"率(?:应|要|须)?达到?{PERCENT}", reads=("已建成小区达标率达100%",), leaves=("已建成小区达标率",), painted=True
)


def commits(found: Found, genre: Genre) -> bool:
    """Whether a number that reads like a target is one in a document of this kind.

    Reports say what was. Rules and calls for applications state conditions, procedures and payments in the words of targets, and news
    what has been done; what they want to reach by a day, or for all, or strive for, is a target there as well.
    """
    if genre == "call" and (found.outcome or found.indicator).startswith(_CHOSEN):
        return False  # 2017年将遴选领军人才300名: what the call itself is for
    covers = genre != "news" and (found.outcome or "").endswith("全覆盖")
    # 2019年，选择6条龙开展工作: what a call says by the way of how many there will be.
    by_the_way = genre == "call" and found.rule in LOOSE_RULES
    wanted = (found.due is not None and not by_the_way) or found.strength == "strive" or covers
    return genre == "plan" or (genre != "report" and wanted)


def kept_out(text: str, painted: Painted, clause: Clause) -> tuple[str, str] | None:
    """The test by which a clause commits to nothing, whatever its numbers look like, and the words that the test found."""
    words_ = painted[clause.start : clause.end]
    # 对…全部, 凡…一律: whom it is for is the set, and what it pays its rules know.
    of_all = says_all(words_)
    condition = UNREAL if of_all else CONDITION
    match = condition.match(words_) or ("每" in words_ and EACH.match(words_))
    if match:
        return "condition", text[clause.start : clause.start + match.end()]
    if not of_all and words_.endswith("的") and not words_.endswith("目的"):
        return "condition", text[clause.start : clause.end]  # 两个以上部门可以同时开展的，应当联合
    if match := BACKGROUND.match(words_):
        return "background", text[clause.start : clause.start + match.end()]
    match = EXISTING.match(words_) or ("年" in words_ and PAST.match(words_))
    wanted = clause.promised or clause.strength == "strive"
    kept_up = bool(match) and wanted and "连续" in words_  # 力争考核连续3年位居全省前3名
    if match and not kept_up and not _REACHES_ALL.search(words_) and not (clause.promised and _RATE_TO.search(words_)):
        return "existing", text[clause.start : clause.start + match.end()]
    graded = grade_in(words_) is not None and not _PAID.search(text, clause.start, clause.end)
    if of_all or graded or WELFARE.search(text, clause.start, clause.end):
        return None
    parameter = PARAMETER.search(text, clause.start, clause.end)
    if parameter and text.find(_WIN, clause.start - len(_WIN), clause.end) >= 0:
        won = _WON.search(text, max(0, clause.start - len(_WIN)), clause.end)
        if won and won.start() < parameter.start() < won.end():
            return None  # 争取上级补助资金3000万元
    if parameter and parameter.group() in _RATES and text.endswith(_PROMISES, 0, clause.start):
        return None  # 确保企业贷款利率低于1.6%
    return ("parameter", parameter.group()) if parameter else None
