"""What clauses leave out: words and questions that those share who find it in the clauses before."""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.language.regions import place_at
from planparse.parsing.targets.grammar import BOUND, NUMBER_RUN
from planparse.text import Painted

_UNIT = Pattern(r"[^\d.,+ 十百千万亿余多约]", reads=("家", "3万吨", "12公里"), leaves=("3000", "1.5万"))
# 建成通车, 优化调整: what stands behind another verb and brings about nothing by itself.
_STATES = "通车|通航|通水|通气|通电|合龙|投运|运营|验收|调整|交付|移交|封顶|联网|试运行|开园|开业|开馆|启用"
STATES_ALONE = tuple(_STATES.split("|"))
VERBS_ALONE = Pattern(
    f"(?:基本|全部|全面|主体|正式)?(?:[再新]?(?:遴选|评选|筛选|推选)|(?:{alternation(words('verbs')['create'])})(?:{_STATES})?|(?:{_STATES})){{1,4}}",
    reads=("加装", "改造提升", "基本建成", "通车", "竣工验收", "再遴选"),
    leaves=("加装电梯", "通车里程"),
    by="fullmatch",
)
# 农村, 县城: where a share is another, or what of.
QUARTERS = "(?:农村|乡村|城[市镇区乡]|县城|市区|主城区|中心城区|郊区|建制镇|乡镇|县（市、区）|县区|区县|[省市县区]本级|县级|市级|省级|[东中西]部(?:地区)?|山区|牧区|平原)"
QUARTER = Pattern(
    QUARTERS,
    reads=("农村", "县城", "东部地区"),
    leaves=("农村道路", "企业"),
    by="fullmatch",
)
# 公办, 民办: whose they are, or for whom, and no thing by itself.
_SORTS = "(?:公办|民办|公立|私立|普惠[性型]?|非普惠性?|公益性?|经营性?|国有|民营|外资|内资|男性?|女性?|新建|改建|扩建|改扩建|续建)(?:类|的)?"
SORT = Pattern(
    _SORTS,
    reads=("公办", "普惠性"),
    leaves=("公办园", "普惠托位"),
    by="fullmatch",
)
SORT_AHEAD = Pattern(_SORTS + "(?=[^，]{2})", reads=("公办托位",), leaves=("公办", "托位"), by="match")
# The measure of how long something takes: 审批时间.
TIMED = Pattern(
    "(?:审批|办理|办结|办|开办|受理|验收|通关|报装|注册|登记|服务|运行|建设|申请|累计|结余|可支付|全流程|平均|审核|拨付|反应|响应|处置|到场|抢修|候车|等候|等待|投递|配送)*(?:时间|时限|工期|周期|时长|月数|天数)$",
    reads=("审批时间", "企业开办时间", "办结时限"),
    leaves=("时间表", "审批事项"),
)
# The rules of lengths of time whose measure stands in the clause before.
TIMES_ELIDED = frozenset(("shorten_elided", "time_elided"))
EXISTS = "exists"  # the rule of what is no target, but is gone on with
REACH_BACK, FAR_BACK = 6, 14
_JOINS = "、和及与"


def of_which(text: str, start: int) -> bool:
    """Whether 其中 or 包括 stands right before."""
    return text.find("其中", max(0, start - REACH_BACK), start) >= 0 or text.endswith("包括", 0, start)


def whole_place(words_: str) -> bool:
    """Whether words are nothing but places: 福州、厦门; empty words are, too."""
    return places_in(words_) == len(words_)


def same_unit(text: str, painted: Painted, at: int, other: int) -> bool:
    """Whether the numbers at two offsets have one unit."""
    return at >= 0 and other >= 0 and unit_at(text, painted, at) == unit_at(text, painted, other)


def unit_at(text: str, painted: Painted, at: int) -> str:
    """The first character of the unit behind the number at `at`."""
    number = NUMBER_RUN.match(painted, at)
    while painted[at : at + 1] == BOUND:
        at += 1
    unit = _UNIT.search(text, at, number.end()) if number else None
    return unit.group() if unit else ""


def paint_at(painted: Painted, at: int) -> str:
    """The family of the number at `at`, behind the bound with which it may begin."""
    number = NUMBER_RUN.match(painted, at)
    return painted[number.end() - 1] if number else painted[at]


def places_in(words_: str) -> int:
    """How far a list of places reaches that opens the words: 福州、厦门占比 → 5."""
    at = end = 0
    while place := place_at(words_, at):
        at = end = place.end
        if words_[at : at + 1] not in _JOINS or at >= len(words_):
            break
        at += 1
    return end
