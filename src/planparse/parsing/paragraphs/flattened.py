"""Texts that came without line ends, as records of databases hold them: where their paragraphs and headings began.

Running text has marks as well (符合第三条, 一、二、三产业), so a mark opens a paragraph only where its number goes on with the numbers
before it, and where a paragraph can have ended: behind a sentence, a heading or a clause; elsewhere only where the next mark of its
family that does stand so goes on from it. Behind a heading without a full stop the text begins where a noun that headings end with
meets a word that sentences begin with.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from planparse.language.clause_labels import LABEL_WORD
from planparse.language.lexicon import alternation, words
from planparse.language.marks import MARKS, Mark, Numbers, read_bare_mark, read_mark
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.text import Folded, line_end

# A text is flattened where a line is longer than paragraphs are and such lines hold most of it.
_SHORTEST = 1000
_MOST_OF_TEXT = 0.6
# A second mark, or a later one, behind a sentence.
_NEXT_RUN_IN = Pattern(
    rf"(?<=[。）])(?:（(?:[二三四五六七八九]|十[一二三四五六七八九]?)）|(?:[2-9]|[1-9]\d)[.、])(?={HAN})",
    reads=("完成。（二）加强", "（市教育局负责）12.推动"),
    leaves=("完成。（一）加强", "完成；（二）加强", "增长。2.5个百分点"),
)
_OUTER = ("part", "chapter", "division", "article", "han", "han_bracketed", "arabic")
_INNER = ("decimal", "arabic_bracketed")
_TOP = frozenset(("chapter", "article", "han"))
_NAMED = frozenset(("part", "chapter", "division", "article"))  # with a blank behind the mark in most texts
_ENDS = "。！？）”"
_DIGITS = frozenset("0123456789.")
_NO_MARK_BEFORE = frozenset("，。；、）：")
_NO_ARTICLE_BEFORE = frozenset("的和或至及与规款项第—")  # 符合第三条规定
_NUMERALS = frozenset("一二三四五六七八九十0123456789")
_REACH_BACK = 400
_LABEL = Pattern(
    rf"(?:^|[。；）”\n ])(?:{LABEL_WORD})：[^。；]*$",
    reads=("完成。责任单位：市财政局、市发展改革委", "牵头部门：市教育局"),
    leaves=("责任单位：市财政局。建设", "单位：万元"),
)
# A heading that its mark and the next one enclose: 三、政策措施（一）实施更加严格的环保政策.
_HEADING = Pattern(
    "[^，。；：]{2,40}", reads=("政策措施", "加快建设中心"), leaves=("政", "总体要求。坚持创新"), by="fullmatch"
)
_IN_PHRASES = Pattern(
    "[^，。；：]{2,40}(?:，[^，。；：]{2,30}){1,2}",
    reads=("推进简政放权，激发市场活力",),
    leaves=("政策措施", "总体要求。坚持创新", "包括：目标"),
    by="fullmatch",
)
_MOST_LOST = 1
_FARTHEST_SECOND = 2000
_SECOND = Pattern(
    f"[{_ENDS}局委办厅行府会]2(?={HAN}{{3}})",
    reads=("。2坚持创新", "）2加强培训", "市财政局2加强培训"),
    leaves=("2坚持创新", "。2.坚持创新", "前2加强培训"),
)
# 优化体系结构1调整资源布局。: a number without its point behind a heading, with a title of its own.
_TITLED = Pattern(
    rf"\d{{1,2}}{HAN}(?:{HAN}|[“”、，+]|[0-9A-Za-z](?!\d{{3}})){{3,36}}[。：]",
    reads=("1调整资源布局。", "12提升“一网通办”水平：", "1加快部署5G网络。"),
    leaves=("1调整。", "3家企业；", "5.推进平台建设。"),
    by="match",
)
_NO_BARE_BEHIND = frozenset("件表图，、；（“《—-.0123456789年月第共约达为至到超近前的各每")
_ANNEX_LIST = Pattern(
    r"(?<=[。）])附[ ]?件：(?=[1一《]|[^。；]{2,40}(?:表|清单|方案|目录|单))",
    reads=("执行。附件：1.任务分工表", "有效期5年。附件：任务清单"),
    leaves=("附件：1.任务分工表", "详见附件1"),
)
# What a web page prints below a document.
_FOOT = Pattern(
    "相关附件：|相关链接：?|相关文件：|相关解读|相关稿件|扫一扫在手机|二维码开始|上一篇：|下一篇：|信息来源：|【?(?:返回|打印|关闭)(?:顶部|本页|窗口)",
    reads=("有效期5年。相关附件：通知", "扫一扫在手机打开当前页"),
    leaves=("各相关单位", "附件：1.任务分工表"),
)
# （责任单位：市财政局、各县（市、区）人民政府） closes a paragraph.
_CLOSING_CLAUSE = Pattern(
    rf"(?<=[。；])（(?:{LABEL_WORD})：[^（）]*(?:（[^（）]*）[^（）]*)*）(?=[\w“])",
    reads=("建成。（责任单位：市财政局，各县（市、区）政府）推进改革",),
    leaves=("建成。（责任单位：市财政局）", "（责任单位：市财政局）推进"),
)
_TWO_HEADINGS = Pattern(
    r"(?P<first>[^，。；：]{4,20}(?:，[^，。；：]{4,20})?。)[^，。；：\d]{4,18}。",
    reads=("坚持五育并举，深化素质教育。提升智育水平。优化课程", "深化教育改革。提升智育水平。"),
    leaves=("深化教育改革。到2025年，建成中心。",),
    by="match",
)
# Headings that many documents share; the text stands right behind them.
_HEADINGS = words("headings")
_KNOWN = (
    alternation(_HEADINGS["known"], _HEADINGS["known_of_some"])
    + "|(?:申报|申请|补助|奖励|支持|扶持|培育|认定|奖补|服务|救助|供养)(?:条件|时间|程序|材料|对象|范围|要求|流程|方式|主体|标准|数量|方向|期限|内容|额度|名额)|(?:咨询|联系)+(?:电话|方式)"
)
_AFTER_KNOWN = "要求|条件|时间|对象|程序|范围|材料|标准|方式|内容|及|安排|节点|任务|说明|流程|分工|指标"
_KNOWN_HEADING = Pattern(
    f"(?:{_KNOWN})(?=[\\w—“《][^，。]{{3}})(?!及|和|与|的|（|、|{_AFTER_KNOWN})",
    reads=("指导思想以新发展理念为引领", "主要目标到二〇二五年", "申报条件企业在本市注册"),
    leaves=("指导思想", "主要任务。", "工作目标和任务分工如下"),
    by="match",
)
# 划分区域划分区域为…: a text that takes up the first words of its heading.
_REPEATED = Pattern(
    r"(?P<first>(?!\d)\w{3})[^，。；：]{0,12}?(?<![的将对以为及和与把在是、])(?=(?P=first)(?:\w|“))|[^，。；：]{0,20}?(?P<last>\w{5,14})(?=(?P=last)(?:是|为|指|包括|应|要|由))",
    reads=("划分区域划分区域为主城区", "基金设立要求基金设立要符合规定", "选准创业带头人创业带头人是指"),
    leaves=("划分区域为主城区",),
    by="match",
)
# 深化制度改革一是推进…; 加大正向激励激励企业…; 突出“三个治污”，确保环境安全突出精准治污…: a list begins, or a word comes twice.
_BEGUN_ANEW = Pattern(
    rf"[^。；：]{{4,40}}?(?:(?<![统唯逐之])(?=一是)|(?<![，、对和由])(?=(?:地方)?各(?:地|级|部门|单位|有关)[^，。；：]{{0,12}}(?<![重主需])[要应须](?![急素求])))|[^，。；：]{{2,24}}?(?P<twice>{HAN}{{2}})(?=(?P=twice){HAN})"
    rf"|(?P<verb>突出|建立|健全|完善|强化|加强|促进|推进|推动|提升|优化|深化|坚持|聚焦|落实|培育|加快)[^，。；：]{{2,20}}，[^，。；：]{{4,28}}?(?<![的和与及、将对以在])(?=(?P=verb))",
    reads=(
        "持续深化制度改革一是推进",
        "做好人员健康防护各地要严格",
        "加大正向激励激励企业",
        "突出“三个治污”，确保环境安全突出精准治污",
    ),
    leaves=("突出重点，突出精准", "加大正向激励", "统一是非标准", "推动各地推广应用"),
    by="match",
)
_NOUN = alternation(_HEADINGS["nouns"], _HEADINGS["nouns_within"])
# 试点任务试点地区要…, 全面推行公示制度公示是…: the text takes up words of its heading right behind a noun.
_TAKEN_UP = Pattern(
    rf"(?=(?P<first>\w\w))[^，。；：]{{2,28}}?(?:{_NOUN})(?=(?P=first))|[^，。；：]{{0,12}}?(?P<words>\w{{4}})[^，。；：]{{0,16}}?(?:{_NOUN})(?=(?P=words)[^，。；：]{{0,8}}是)",
    reads=("试点任务试点地区要", "全面推行行政执法公示制度行政执法公示是"),
    leaves=("推进产业发展和推进", "加强平台建设各部门", "深化科技体制机制改革全面创新体制机制"),
    by="match",
)
_NOUNS = Pattern(_NOUN, reads=("汽车产业集群以龙头企业为中心",), leaves=("到2025年",))
_SHARING = Pattern(
    r"(?![对凡经在各由将为按从到])[^，。；：、（）]+",
    reads=("汽车产业集群以", "物流补贴按"),
    leaves=("对新建项目", "各县区"),
    by="match",
)
# What sentences begin with and headings do not go on with, and what both may hold.
_OPENS = (
    r"以习|以[^，。]{2,30}为|(?<!支持)(?<!奖励)(?<!引导)(?!机制|工作|体系|.?[城都超门上夜制系境台])\w\w市(?![场民政区县级直属域])|20\d\d|到20|到二|按照?(?!时)|根据|依[托据法]|围绕|结合|坚持|深入|认真|全面[贯落建]|进一步|紧扣|聚焦|突出|立足"
    r"|面向|瞄准|针对|对(?!接|外|口|标)|凡|自20|自本|从|由|通过|(?:地方)?各[县市区级地单部有相设平基专推成牵责乡镇街]|全[市省县区]|[省市县区][级委人政发科工财商农民教经数融质住交卫应文税审司公国金生林能机直属]"
    r"|我[市省县区委局]|本[市省县区政方办通意措次规细]|每|为|在|《|“|申报|符合|包括|充分|所有|具有|有下列|下列|已|经|请|积极|大力|着力"
    r"|力争|要|成立|把|将|优先|联合|基于|此次|近期|截[止至]|关于|着眼|坚决|巩固|夯实|及时|继续|加速|全力|梳理|纳入|现有|目前|今后|遵循|打破|原则上|实时|共同"
)
_MAY_OPEN = (
    "支持|鼓励|加[快强大]|建[立设]|持续|推[动进广]|完善|落实|深化|强化|组织|重点|实施|统筹|开展|优化|制定|采[取用]|严格|引导|促进|培育|发挥"
    "|探索|构建|利用|健全|提[升高供]|实[行现]|企业|项目|国家|重视|贯彻|扩大|增强|争取|做[好大强]|减少|参与|运用|出台|定期"
)
_HEAD = rf"[^，。；：]{{2,28}}?(?:{_NOUN})(?:（[^（）]{{1,20}}）)?"
_GLUED = Pattern(
    rf"{_HEAD}(?={_OPENS})|[^，。；：]{{4,18}}，{_HEAD}(?={_OPENS})",
    reads=("定位与职责按照规划", "规范审计行为，强化结果运用各级审计机关要加强监督"),
    leaves=("加强平台建设", "依托高校院所"),
    by="match",
)
_PERHAPS_GLUED = Pattern(
    rf"{_HEAD}(?={_MAY_OPEN})|[^，。；：]{{4,18}}，{_HEAD}(?={_MAY_OPEN})",
    reads=("培育壮大产业规模落实国家政策",),
    leaves=("加强平台能力", "依托高校院所"),
    by="match",
)
# What no heading begins with: the whole line is a sentence.
_SENTENCE = Pattern(
    r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?(?:底?前|[—至，])|符合|按照?(?!时)|对(?!接|外|口|标|台|内)|根据|负责|已|近[一二两三\d年期日]|凡|具有|具备|未|经(?!济|营|贸|费|办)|由(?!此)|自(?!主|然|贸|律|动|治|身|愿|助)"
    r"|各[县市区级地单部有相设]|每|请|应|须|申报(?:单位|企业|主体|项目)|(?:企业|单位|项目)(?:主营|应|须|必须|符合)",
    reads=(
        "2020年5月—9月，机构对企业",
        "负责辖区内的项目对接，成功对接",
        "企业主营业务",
        "对已经授牌的基地",
        "近两年来与主要协作",
    ),
    leaves=(
        "2020年工作目标",
        "2018年7月31日之后开工的项目",
        "对外开放水平",
        "自主创新能力",
        "加强平台建设",
        "经济发展环境",
        "企业服务",
    ),
    by="match",
)
_MAY_OPEN_TEXT = Pattern(
    rf"{_OPENS}|{_MAY_OPEN}|{HAN}{{2,4}}[市县区省]|发展|打造|全市|全省",
    reads=("依托龙头企", "支持企业做", "福州市重点"),
    leaves=("物资快速通", "和民生领域", "所需药品和"),
    by="match",
)
_LONGEST_OPENING = 6
# What opens a text whatever its heading ends with, where its sisters' headings are as long.
_OPENS_ANYWHERE = Pattern(
    r"(?<![的将对以为及和与把在是、或并不大强好展予])(?:以[^，。]{2,30}为|20\d\d年|到20|按照|根据|依[托据]|围绕|聚焦|紧扣|针对|深入|对(?!接|外|口|标|台|内)|(?:地方)?各[县市区级地有]"
    "|鼓励|开辟|积极|大力|充分|组建|壮大|落实)",
    reads=("参与技术防疫对积极利用", "便捷性开辟贷款发放绿色通道"),
    leaves=("加大对企业的支持", "扩大对外开放", "加强落实"),
)
_SHORTER, _LONGER = 3, 4  # characters that a heading may be shorter and longer than its sisters
_FARTHER = 5  # characters that what may open a sentence must stand before what does
_LONGEST_HEADED, _LONGEST_SURE = 32, 22  # characters of a sentence that is a heading, or can hardly hold two
_SHARE_OF_HEADINGS = 0.6
_MOST_HEADED = 0.8  # of the sentences of a list, where each tells by itself where its heading ends
_SHORTEST_TEXT = 8
_PUNCTUATION = Pattern("[，。；：]", reads=("建设，", "目标："), leaves=("建设、改造",))
_ABOVE = Pattern(
    f"(?:{HAN}|[“”、，]){{4,24}}", reads=("强化“三保障”和饮水安全保障",), leaves=("责任单位：市财政局",), by="fullmatch"
)
_LONGEST_ABOVE = 28
_ENDS_ABOVE = "。！？；）："
_FEWEST_SHARING, _LONGEST_SHARING = 3, 22  # headings that end with one noun, and how far they reach


class _Place(NamedTuple):
    """A mark that may open a paragraph: how surely one ended before it (2: it did, 1: it may, 0: nothing says so)."""

    mark: Mark
    is_bare: bool
    ended: int


class _Ended(NamedTuple):
    """Of one family, where the marks stand before which a paragraph may have ended, in order, and their numbers."""

    starts: array[int]
    numbers: array[int]


class _Openings(NamedTuple):
    """The sentences that items of one list open with: those too long for a heading, and the others."""

    family: str
    long: list[tuple[int, int]]
    short: list[tuple[int, int]]


def flattened_lines(folded: Folded) -> list[tuple[int, int]]:
    """The lines that hold more than a paragraph, where they are most of the text or each holds a part of it; none in other texts."""
    lines = [*_lines(folded)]
    parts = [*_parts_on_lines(folded, lines)] if _NEXT_RUN_IN.search(folded) else []
    if parts:
        return parts
    found = [(start, end) for start, end in lines if end - start >= _SHORTEST]
    return found if sum(end - start for start, end in found) >= len(folded) * _MOST_OF_TEXT else []


def _lines(folded: Folded) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(folded):
        end = line_end(folded, start)
        yield start, end
        start = end + 1


def _parts_on_lines(folded: Folded, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines from the first part on, where each part stands on one line, or on one below its heading; else none.

    Then marks of the first level begin lines, and others only right below those; all others stand in mid-line.
    """
    first = 0
    heads, is_below = 0, False
    for at, (start, end) in enumerate(lines):
        mark = read_mark(folded, end - len(folded[start:end].lstrip(" ")))
        is_head = mark is not None and mark.family in _TOP
        if is_head and not heads:
            first = at
        elif heads and mark is not None and not is_head and not is_below:
            return
        heads += is_head
        is_below = is_head
    if heads > 1:
        yield from lines[first:]


def find_breaks(folded: Folded, start: int, end: int, numbers: Numbers) -> Iterator[int]:
    """Where the paragraphs of a flattened line begin, but the first: at marks, behind headings and clauses, and at the foot of the page."""
    marks = [*_opening(folded, start, end, numbers)]
    begun = marks[-1].end if marks else start
    foot = _FOOT.search(folded, begun, end)
    stop = foot.start() if foot else end
    annexes = _ANNEX_LIST.search(folded, begun, stop)
    first = read_mark(folded, start)
    opened = [*([first] if first else []), *marks]
    found = {mark.start for mark in marks} | {*_behind_headings(folded, opened, annexes.start() if annexes else stop)}
    closed = [clause.end() for clause in _CLOSING_CLAUSE.finditer(folded, start, stop)]
    found |= {*closed, *_behind_double_headings(folded, opened, closed, stop)}
    found.update(_headings_above(folded, start, marks))
    if annexes:
        found.add(annexes.start())
    if foot:
        found.add(stop)
    yield from found


def _headings_above(folded: Folded, start: int, marks: Sequence[Mark]) -> Iterator[int]:
    """Where headings without a mark begin that stand between the items of a list: …给予补贴。加大产业扶持力度4.支持发展…."""
    if any(mark.family not in ("han_bracketed", "arabic", *_INNER) for mark in marks):
        return
    found = []
    for mark in marks:
        floor = max(start, mark.start - _LONGEST_ABOVE)
        at = max(folded.rfind(end, floor, mark.start) for end in _ENDS_ABOVE) + 1
        if at > floor and _ABOVE.fullmatch(folded, at, mark.start):
            found.append(at)
    if len(found) >= _FEWEST_SHARING - 1:
        yield from found


def _opening(folded: Folded, start: int, end: int, numbers: Numbers) -> list[Mark]:
    """The marks in the midst of a flattened line that open a paragraph."""
    # Looked for twice: a line of nothing but 1、 holds more places than memory should.
    ended = _all_ended(_places(folded, start, end))
    paragraph = start
    if first := read_mark(folded, start):
        numbers.note(first)
        paragraph = first.end
    found: list[Mark] = []
    listed = 0  # where a list of annexes ends, whose numbers are not those of the text
    for place in _places(folded, start, end):
        mark = place.mark
        if mark.start < paragraph or (mark.start < listed and mark.family not in _TOP):
            continue
        if place.is_bare and mark.start == paragraph:
            continue  # （二）1类声环境功能区
        if not _opens(folded, paragraph, place, _next_number(mark, ended), numbers):
            continue
        if annexes := _ANNEX_LIST.search(folded, paragraph, mark.start + 1):
            listed = end
            if mark.family not in _TOP and annexes:
                continue
        listed = 0
        if mark.number == 1 and mark.family in _TOP and found and _are_contents(folded, found, mark.start):
            found = []
        numbers.note(mark)
        paragraph = mark.end
        found.append(mark)
    return found


def _are_contents(folded: Folded, marks: Sequence[Mark], end: int) -> bool:
    """Whether the marks so far are those of a table of contents: of several, none has a sentence behind it."""
    return len(marks) > 1 and folded.find("。", marks[0].end, end) < 0


def _places(folded: Folded, start: int, end: int) -> Iterator[_Place]:
    done = start + 1
    for at in MARKS.select("flattened", lambda rule: rule.name in (*_OUTER, *_INNER)).places(folded, start + 1, end):
        if at < done or (folded[at] in _DIGITS and folded[at - 1] in _DIGITS) or folded[at - 1] == "第":
            continue
        mark, is_bare = read_mark(folded, at), False
        if mark is None and (mark := _bare_mark(folded, at)) is not None:
            is_bare = True
        if mark is None or mark.family not in (*_OUTER, *_INNER) or folded[mark.end : mark.end + 1] in _NO_MARK_BEFORE:
            continue
        if mark.family in _NAMED and folded[mark.end : mark.end + 1] in _NO_ARTICLE_BEFORE:
            continue
        done = mark.end
        yield _Place(mark, is_bare, _ended(folded, start, mark))


def _bare_mark(folded: Folded, at: int) -> Mark | None:
    """A number without its point; a first one is followed by a second."""
    before = folded[at - 1]
    if before in _NO_BARE_BEHIND or (before.isascii() and before.isalnum()) or (mark := read_bare_mark(folded, at)) is None:
        return None
    return None if mark.number == 1 and not _SECOND.search(folded, at, at + _FARTHEST_SECOND) else mark


def _ended(folded: Folded, start: int, mark: Mark) -> int:
    before = folded[mark.start - 1]
    if before in _ENDS or (before == "：" and mark.number == 1 and mark.family == "han"):
        return 2
    if before in "：；":
        return 1
    if mark.family == "han" and any(end in folded[mark.start - 4 : mark.start] for end in _ENDS):
        return 2  # 。锚点二、
    floor = max(start, mark.start - _REACH_BACK)
    return 2 if _LABEL.search(folded[floor : mark.start]) else 0


def _all_ended(places: Iterable[_Place]) -> dict[str, _Ended]:
    """The places before which a paragraph may have ended, by the families of their marks."""
    found: dict[str, _Ended] = {}
    for place in places:
        if place.ended:
            ended = found.setdefault(place.mark.family, _Ended(array("q"), array("q")))
            ended.starts.append(place.mark.start)
            ended.numbers.append(place.mark.number)
    return found


def _next_number(mark: Mark, ended: Mapping[str, _Ended]) -> int | None:
    """The number of the next mark of its family before which a paragraph may have ended."""
    if mark.family not in ended:
        return None
    starts, numbers = ended[mark.family]
    at = bisect_right(starts, mark.start)
    return numbers[at] if at < len(numbers) else None


def _opens(folded: Folded, paragraph: int, place: _Place, next_number: int | None, numbers: Numbers) -> bool:
    """Whether a mark opens a paragraph, where the one before it begins at `paragraph`."""
    mark = place.mark
    expected = numbers.expect(mark)
    if place.is_bare and folded[mark.start - 1] not in _ENDS:
        # Behind a heading, or behind a clause before a title of its own: …市财政局12优化流程。.
        is_headed = _HEADING.fullmatch(folded, paragraph, mark.start) or _IN_PHRASES.fullmatch(folded, paragraph, mark.start)
        leads = folded[mark.start - 1] == "：" and mark.number == 1
        return expected and (
            leads or is_headed is not None or (place.ended == 2 and _TITLED.match(folded, mark.start) is not None)
        )
    if _HEADING.fullmatch(folded, paragraph, mark.start):
        # Behind a heading alone some marks may have been lost.
        return expected or (mark.family not in _TOP and mark.number > numbers.last(mark))
    if expected and mark.number == 1 and _IN_PHRASES.fullmatch(folded, paragraph, mark.start):
        return True
    if not expected:
        if mark.number == 1:  # another plan, or the text behind its contents
            return mark.family in _TOP and next_number == 2
        # A mark before it may be lost.
        is_next = numbers.last(mark) < mark.number <= numbers.last(mark) + 1 + _MOST_LOST
        return is_next and not place.is_bare and mark.family in _OUTER and folded[mark.start - 1] == "。"
    if place.ended == 2:
        return True
    if folded[mark.end : mark.end + 1] in _NUMERALS or mark.family in _INNER:
        return False
    if mark.family in _NAMED and folded[mark.end - 1] == " ":
        return True
    if place.ended and mark.number == numbers.last(mark) + 1 > 1:
        return True  # （五）…；（六）…。
    return next_number == mark.number + 1


def _behind_headings(folded: Folded, marks: Sequence[Mark], end: int) -> Iterator[int]:
    """Where the text begins behind headings that no full stop ends; of one family most items have one, or none."""
    stops = [*(mark.start for mark in marks[1:]), end][: len(marks)]
    lists: list[_Openings] = []
    here: dict[str, _Openings] = {}
    for mark, stop in zip(marks, stops, strict=True):
        if mark.number == 1 or mark.family not in here:
            here[mark.family] = _Openings(mark.family, [], [])
            lists.append(here[mark.family])
        sentence = folded.find("。", mark.end, stop)
        if sentence < 0 or mark.family == "article":
            continue  # the text of an article is a sentence: 第二条 奖励对象为引资人。
        is_long = sentence - mark.end > _LONGEST_HEADED or _KNOWN_HEADING.match(folded, mark.end, sentence)
        (here[mark.family].long if is_long else here[mark.family].short).append((mark.end, sentence))
    glued: dict[str, list[int | None]] = {}
    for family, long, short in lists:
        perhaps = [(start, stop) for start, stop in short if stop - start > _LONGEST_SURE]
        if len(perhaps) * 2 > len(short) and len(short) + len(long) > _FEWEST_SHARING:
            long.extend(perhaps)  # 加强规划引领同步规划产教融合与经济社会发展, and so all the way down
        noun = None
        ends = [_end_of_heading(folded, *sentence) for sentence in long]
        if sum(end is not None for end in ends) < len(long) * _MOST_HEADED and (noun := _shared_noun(folded, long)):
            ends = [_end_of_heading(folded, *sentence, noun) for sentence in long]
        glued.setdefault(family, []).extend(_as_sisters(folded, long, ends))
        for start, stop in short if noun else ():
            if (begin := _end_with(folded, start, noun or "")) is not None and stop - begin >= _SHORTEST_TEXT:
                yield begin
    for family, ends in glued.items():
        alone = any(
            mark.family == family and folded.find("。", mark.end, stop) < 0 for mark, stop in zip(marks, stops, strict=True)
        )
        found = [at for at in ends if at is not None]
        if alone or len(found) >= len(ends) * _SHARE_OF_HEADINGS:
            yield from found


def _as_sisters(folded: Folded, sentences: Sequence[tuple[int, int]], ends: Sequence[int | None]) -> Iterator[int | None]:
    """Where the headings of a list end, those that nothing tells by the length of the others, which are more than half."""
    lengths = [end - start for (start, _), end in zip(sentences, ends, strict=True) if end is not None]
    if len(lengths) * 2 <= len(sentences):
        yield from ends
        return
    least, most = min(lengths) - _SHORTER, max(lengths) + _LONGER
    for (start, stop), end in zip(sentences, ends, strict=True):
        mark = _PUNCTUATION.search(folded, start, stop)
        limit = min(start + most, mark.start() if mark else stop)
        opening = (
            None if end is not None else _OPENS_ANYWHERE.search(folded, start + max(4, least), limit + _LONGEST_OPENING)
        )
        yield opening.start() if opening and opening.start() <= limit and not _SENTENCE.match(folded, start, stop) else end


def _shared_noun(folded: Folded, sentences: Sequence[tuple[int, int]]) -> str | None:
    """The noun that the headings of a list end with, before words of all kinds: 装备产业集群, 汽车产业集群 and 化工产业集群."""
    followers: dict[str, Counter[str]] = {}
    for start, stop in sentences:
        for noun in {match.group() for match in _NOUNS.finditer(folded, start + 2, min(stop, start + _LONGEST_SHARING))}:
            if (end := _end_with(folded, start, noun)) is not None:
                followers.setdefault(noun, Counter())[folded[end : end + _LONGEST_OPENING]] += 1
    for noun, openings in followers.items():
        count = sum(openings.values())
        opening = sum(number for word, number in openings.items() if _MAY_OPEN_TEXT.match(word))
        if (
            count >= max(_FEWEST_SHARING, len(sentences) * _SHARE_OF_HEADINGS)
            and max(openings.values()) <= count / 2 <= opening
        ):
            return noun
    return None


def _end_with(folded: Folded, start: int, noun: str) -> int | None:
    """Where the first words of a sentence end with a noun, no mark and no preposition before it."""
    head = _SHARING.match(folded, start, start + _LONGEST_SHARING)
    at = folded.find(noun, start + 2, head.end()) if head else -1
    end = at + len(noun)
    return None if at < 0 or folded[end : end + 1] in "：，。、；（" else end


def _behind_double_headings(folded: Folded, marks: Sequence[Mark], closed: Sequence[int], end: int) -> Iterator[int]:
    """Where the first of several paragraphs begins that clauses close: it has a heading of its own as they have."""
    stops = [*(mark.start for mark in marks[1:]), end][: len(marks)]
    for mark, stop in zip(marks, stops, strict=True):
        first = bisect_right(closed, mark.end)
        if first < len(closed) and closed[first] < stop and (headings := _TWO_HEADINGS.match(folded, mark.end, stop)):
            yield headings.end("first")


def _end_of_heading(folded: Folded, start: int, stop: int, noun: str | None = None) -> int | None:
    """Where a heading ends that runs into its text; None where nothing tells. `noun` is what the headings of its list end with."""
    if noun and (end := _end_with(folded, start, noun)) is not None:
        return end
    if known := _KNOWN_HEADING.match(folded, start, stop) or _REPEATED.match(folded, start, stop):
        return known.end()
    if taken_up := _TAKEN_UP.match(folded, start, stop):
        return taken_up.end()
    if _SENTENCE.match(folded, start, stop):
        return None
    if anew := _BEGUN_ANEW.match(folded, start, stop):
        return anew.end()
    sure = _GLUED.match(folded, start, stop)
    perhaps = _PERHAPS_GLUED.match(folded, start, stop)
    if sure and (perhaps is None or perhaps.end() >= sure.end() - _FARTHER):
        return sure.end()
    return perhaps.end() if perhaps else None
