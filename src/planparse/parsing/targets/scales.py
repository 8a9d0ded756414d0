"""Places: in an order (进入全国前百名) and on an official scale (达到4级以上)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.grammar import ADVERB, COUNT, PRINCIPAL, STRIVE
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.readings import Clause, Reading, noun
from planparse.parsing.targets.skeleton import PAINT
from planparse.text import Painted

_VERBS = words("verbs")
RANK, GRADE = PAINT["rank"], PAINT["grade"]
_WHERE = "(?:全国|全省|全市|全县|全区|世界|全球|国内|国际|省内|[东中西]部|沿海|行业|同类|副省级(?:及以上)?城市|计划单列市|省会城市|地级(?:以上)?(?:城市|市)|设区市)"
# 全国261个地级市, 全省公共机构考核中, 全国城市: those among whom a place is taken.
_TERRITORY = f"{_WHERE}(?:[^，。；、{PRINCIPAL}{RANK}]{{0,3}}[{COUNT}]+)?[^，。；、{PRINCIPAL}{RANK}]{{0,12}}?"
_RANKED = Pattern(
    rf"(?P<indicator>[^{PRINCIPAL}，]*?)(?P<strive>{STRIVE})?"
    rf"(?P<outcome>(?:连续{PAINT['time']}+[内间]?)?(?:在(?P<among>{_TERRITORY}))?(?P<verb>{alternation(_VERBS['rank'])})?(?:不低于|不落后于)?(?P<scope>{_TERRITORY})?(?P<n>{RANK}++)(?P<those>(?:强?(?:城市|县（市、区）|县市?|区|镇|园区|开发区|医院|高校|企业|市场|景区|港口?))?)(?:行列|以内|之列|以上|方阵|榜单?|名单)?)(?=$|[，、或])",
    reads=(
        "绩效考核排名进入全国前10名",
        "综合实力保持全省前3位",
        "信用指数排名保持在全国261个地级市前30位",
        "进入国内高校综合排名前40位",
        "固定资产投资增速在全省各市中排名前3位",
        "人才吸引力指数进入全国百强城市",
        "目标责任考核连续3年位居全省前3名",
    ),
    leaves=("培育企业10家", "就诊率90%"),
    painted=True,
)
GRADE_VERB = Pattern(alternation(_VERBS["grade"]), reads=("达到", "创建三级甲等医院"), leaves=("推进", "加强管理"))
GRADED = Pattern(
    rf"(?P<indicator>[^{PRINCIPAL}，]+?){ADVERB}"
    rf"(?P<outcome>(?:{alternation(_VERBS['grade'])})(?P<tail>[^{GRADE}，]*?)(?P<n>{GRADE}++)(?P<rest>[^，]*))$",
    reads=("电子病历应用水平达到4级以上", "县医院创建三级甲等医院"),
    leaves=("培育企业10家", "加强分级管理"),
    by="match",
    painted=True,
)
# 由全省第9名提升至第6名: the place of today.
_RISEN = Pattern(
    f"[由从在][^，]{{0,16}}{RANK}+[^，{RANK}]{{0,4}}$",
    reads=("营商环境评价由全省第9名",),
    leaves=("评价第9名",),
    painted=True,
)
# 增速高于全市平均水平、位居全市前2名; 力争跻身全国前列、进入全省前3名: what stands beside the place.
_RELATED = Pattern(
    f"(?:不?[高低]于|[快优]于)[^，、]{{2,14}}、$|(?P<strive>{STRIVE})?(?:跻身|进入|位居|稳居|保持|走在)在?(?:全[国省市]|世界|全球)[^，、]{{0,6}}?(?:前列|第一方阵|先进行列)[、并]$",
    reads=("增速高于全市平均水平、", "评价力争跻身全国前列、"),
    leaves=("增速高于全市平均水平", "跻身全国前列"),
)
# In what a place is taken, and where: 全省公共机构节能考核中.
_CONTEST = Pattern(
    f"{_WHERE}(?![各同所]|[^，]*(?:[市县区]中?|城市中?)$)(?P<what>[^，]{{2,}}?)[中里]?$",
    reads=("全省公共机构节能考核中",),
    leaves=("全省", "全省各市中", "公共机构考核"),
    by="match",
)
_PLACE = Pattern(_WHERE, reads=("全省", "全国261个地级市"), leaves=("公共机构",), by="match")
_OF_NAMES = frozenset(words("amount_units")["ranks"])
_STRIVES = tuple(_VERBS["strive"])
_BARE_VERBS = frozenset(_VERBS["create"])
_SCALE_NOUN = Pattern(
    "(?:水平|评价|测评|级别|等级|能力|指数|成熟度|评级)$", reads=("应用水平", "智慧服务评级"), leaves=("县医院", "水平提升")
)


def ranked(text: str, painted: Painted, start: int, end: int, subject: str, before: str = "") -> Iterator[Reading]:
    """前3位, 全国200强: a place in an order, where a verb or a territory says that it is one.

    `subject` is whose place it is, `before` whose where the clause does not say it: 排名前移2位，进入前五名. A second place is of whom the
    first is: 进入全省前三、力争第一.
    """
    if painted.find(RANK, start, end) < 0:
        return
    last = before
    for match in _RANKED.finditer(painted, start, end):
        # 世界500强 without a verb is a name; 全省前3位 is a place.
        scope = "among" if match.group("among") else "scope"
        if match.group("those") and not match.group("verb"):
            continue  # 全国百强县: a name
        # 进入前八位，力争前五位, but 力争世界500强企业落户
        named = text[match.end("n") - 1] in _OF_NAMES
        strives = match.group("strive") or (not named and text.endswith(_STRIVES, 0, start))
        if not (match.group("verb") or (last and strives)) and (not match.group(scope) or named):
            continue
        begun, ended = match.span("indicator")
        if risen := _RISEN.search(painted, begun, ended):
            ended = risen.start()
        if related := _RELATED.search(text, begun, ended):
            ended = related.start()
        last = indicator = subject or noun(text[begun:ended]) or last
        if not indicator and (of := _CONTEST.match(text, *match.span(scope))):
            indicator = of.group("what")  # 在全省公共机构节能考核中保持前5名
        if not indicator:
            continue
        first = match.start("indicator") if indicator in text[match.start() : match.end()] else match.start("outcome")
        first = behind_lead(painted, first, match.start("outcome"))
        outcome = text[match.start("outcome") : match.end("outcome")]
        strive = bool(match.group("strive") or (related and related.group("strive")))
        yield Reading(
            first,
            match.end(),
            "rank",
            "rank",
            match.start("n"),
            indicator,
            outcome,
            strive=strive,
            scope=where.group() if (where := _PLACE.match(text, *match.span(scope))) else None,
        )


def graded(text: str, match: re.Match[str], clause: Clause, previous: Sequence[Reading]) -> Iterator[Reading]:
    """达到4级以上, 创建三级甲等医院: a place on an official scale, in a clause that counts nothing."""
    printed = text[clause.start : clause.end]
    indicator = noun(printed[slice(*match.span("indicator"))])
    tail = printed[slice(*match.span("tail"))]
    outcome = printed[match.start("outcome") : match.start("tail")] + printed[match.start("n") : match.end("rest")]
    if not indicator or indicator in _BARE_VERBS:
        return
    if tail:
        indicator += tail
    elif previous and previous[0].kind == "grade" and not _SCALE_NOUN.search(indicator):
        indicator += _elided(indicator, previous[-1].indicator)
    strive = bool(match.group("strive"))
    at = clause.start + match.start("n")
    yield Reading(clause.start, clause.end, "grade", "grade", at, indicator, outcome, strive=strive)


def _elided(subject: str, before: str) -> str:
    """The words that a clause leaves out because the one before it said them.

    >>> _elided("二级公立医院", "三级公立医院信息化测评")
    '信息化测评'
    """
    head = subject[-2:]
    at = before.find(head)
    return before[at + 2 :] if len(head) == 2 and at >= 0 else ""


def grade_in(words_: str) -> re.Match[str] | None:
    """The grade that a clause, as the skeleton shows it, leads to: 达到5A级."""
    return GRADED.match(words_) if GRADE in words_ else None
