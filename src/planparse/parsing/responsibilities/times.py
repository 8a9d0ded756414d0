"""By when a clause says that its work is done, before its bodies or behind them: 市财政局负责，2026年12月底前完成."""

from __future__ import annotations

from planparse.language.clause_labels import OF_DEADLINES
from planparse.language.lexicon import alternation
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.text import Folded

# What a clause says besides its bodies: by when. A time has a year, a month or a word for it, and a verb or nothing behind it.
_STEP = "(?:坚持|推进|实施|开展|落实|启动|整改|更新|调整|完成|见效|执行)"
_TIME_WORDS = (
    rf"(?:每?(?:(?:19|20)\d\d[ ]?年|\d{{1,2}}[ ]?月|今年|明年|本年|年)[^，；。、（）]{{0,12}}?(?:前|内|底|末|日|月|年|季度|起)|(?:(?:19|20)\d\d年?(?:—|至|到))?(?:19|20)\d\d[ ]?年|“?十{HAN}五”?(?:规划)?(?:时期|期间|期?末)"
    rf"|(?:长期|持续|常态化?|(?:贯穿)?全年|[近中远]期|立即|即时|适时|实时|动态){_STEP}?|立行立改|立查立改|即知即改|每(?:季度?|半年|月|周|年)[^，；。、（）]{{0,8}}[次遍期轮]"
    rf"|(?:按照?|根据)(?:国家|中央|全?[省市]|上级|统一|时间|时序|计划|进度|既定|工作|有关|相关|的|要求|部署|节点|安排|规定)+(?:分步|分批|逐步|适时|有序|持续)?{_STEP})"
)
_GOING_ON = "(?:长期|持续|常态化|滚动|不断|动态|逐步)"
# 2019年基本形成并逐步完善, 2018年起持续推进: what a clause says behind a time by which nothing is done.
GOES_ON = Pattern(
    f"(?![^，；。、（）]{{0,8}}(?:完成|建成))[^，；。、（）前底]{{0,8}}{_GOING_ON}",
    reads=("基本形成并逐步完善", "起持续推进"),
    leaves=("底前完成并持续巩固", "完成，并持续巩固提升", "基本完成并逐步完善", "，市教育局持续推进"),
    by="match",
)
_TIME_DONE = (
    r"(?:前|之前|起)?(?:力争|确保|基本|全部|全面|如期|持续|逐步|初步|先行|率先|逐年|分步|分批|有序|适时|正式)?"
    rf"(?:(?:完[成工]|办结|落实|实施|推进|开展|出台|印发|建成|形成|建立|启动|取得|投入|投[用产运]|[开竣]工|交付|验收|见效|达标|通车|运营|上线|整改|销号|推开|推广|试点|铺开|提高|完善|制定|执行|报[送备批请省市县区])[^，；。、（）]{{0,14}}|(?<=[前内底末])(?![^，；。、（）]{{0,14}}(?:[局委办厅院]|部门|政府|单位|负责|牵头|配合|公司))[^，；。、（）]{{2,14}})?(?:[，、]?(?:[并且]|同时|[之此以其]后)?{_GOING_ON}(?:\w{{2,6}})?)?"
)
_TIME_SIGN = Pattern(
    r"年|月|[一二三四五六七八九]五”?[时期规末]|长期|持续|常态|[近中远]期|立即|即时|适时|实时|动态|立行|立查|即知|按|根据|每",
    reads=("2026年12月底前", "长期坚持", "“十五五”期间", "按计划推进"),
    leaves=("市财政局负责",),
)
_TIME_LABEL = rf"(?:(?:{alternation(OF_DEADLINES)}|(?:实施)?时间|进度)[：为]?)?"
_TIMES_SAID = rf"(?:力争|争取|确保|分别|限|计划|预计|拟)?[于在到自从]?{_TIME_WORDS}(?:[、和及]{_TIME_WORDS}){{0,3}}"
TIME_AHEAD = rf"{_TIME_LABEL}{_TIMES_SAID}{_TIME_DONE}[，；。]"
_TIME_LAST = Pattern(
    rf"[，；。、 ]+{_TIME_LABEL}{_TIMES_SAID}{_TIME_DONE}[。；，]?$",
    reads=(
        "市财政局负责，2026年12月底前完成",
        "省科技厅负责，2026年完成5家、2027年完成10家",
        "市教育局；完成时限：2025年底",
        "市科技局牵头，长期坚持",
        "市商务局负责，2026年底前完成并长期坚持",
        "市财政局，每年11月底前",
        "市教育局负责，2026年8月底前完工并投入使用",
        "市教育局负责，2027年完成",
        "市教育局负责，“十五五”期间",
        "市教育局负责，2026年9月底前完成，之后长期坚持",
        "市教育局负责，计划2026年底前完成",
        "市教育局负责。完成时限：2025—2027年",
        "市教育局等负责，2026年基本形成并逐步完善",
        "市教育局等负责，2026年起持续推进并逐步完善",
        "市教育局负责，按国家统一部署推进",
        "市教育局负责，2026年先行试点，2027年全面推开",
        "市教育局负责，立行立改",
        "市教育局负责，每季度调度一次",
    ),
    leaves=("2026年12月底前完成，市财政局负责", "市财政局负责"),
)
TIME_FIRST = Pattern(
    TIME_AHEAD,
    reads=("2026年12月底前完成，市财政局负责", "长期坚持；市教育局牵头"),
    leaves=("市财政局负责，2026年底前完成",),
    by="match",
)
_LONGEST_TIME, _MOST_TIMES = 48, 3


def without_times(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """The body of a clause without the times at its beginning or end: 市财政局负责，2026年12月底前完成."""
    if _TIME_SIGN.search(folded, start, end) is None:
        return start, end
    if match := TIME_FIRST.match(folded, start, end):
        start = match.end()
    for _ in range(_MOST_TIMES):  # 2026年6月底前开工，2027年底前建成
        match = _TIME_LAST.search(folded, max(start, end - _LONGEST_TIME), end)
        if match is None:
            break
        end = match.start()
    return start, end
