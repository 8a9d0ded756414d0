"""Lists of bodies: 市财政局、市教育局和各县、区人民政府等 is three names and an open end.

Offsets count in the folded text (`planparse.language.folding.fold`), which is as long as the printed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planparse.language.body_names import LISTED
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.language.regions import place_at


class BodyList(NamedTuple):
    """The names that a list holds, as half-open offsets into the text, in order; `open_ended` where it goes on with 等."""

    names: tuple[tuple[int, int], ...]
    open_ended: bool


# Marks that may end a name. 。 and ： end the list; a bracket is skipped where it closes, and otherwise parts like a comma. What
# stands in quotation marks is part of a name: “双随机、一公开”监管联席会议.
_MARK = Pattern(
    r"[、，,；;\s（）。：]|(?<![市县区州旗乡镇])/|以及|会同|[和与]|及(?!其(?![他它余]))|“[^“”。]{1,24}”",
    reads=(
        "市财政局、市教育局",
        "市财政局/市教育局",
        "市财政局会同市教育局",
        "市财政局和市教育局",
        "“放管服”办公室",
        "市财政局及其他单位",
    ),
    leaves=("市财政局", "市直部门及其直属单位"),
)
_BRACKET = Pattern(
    r"（[^（）。]{0,40}(?:（[^（）。]{0,20}）[^（）。]{0,20})?）",
    reads=("（市版权局）", "（市、区）", "（市大数据局（市数字办））"),
    leaves=("（市版权局。其他单位）",),
    by="fullmatch",
)
_JOINING = frozenset(("和", "与", "及"))

# 等 stands for more bodies, and a bracket closes a name as well.
_ENDING = rf"(?:{LISTED}|[等）])"
_LIKE_A_BODY = Pattern(rf"{_ENDING}$", reads=("市财政局", "市大数据中心", "市总工会"), leaves=("经济社会", "数字经济"))
_ALL_DISTRICTS = Pattern(
    r"(?:各|\d)个?(?:市|县|区|县区|县市区)$", reads=("各区", "16区", "各县区"), leaves=("示范区", "地区", "全市")
)
_ROLE_WORD = r"(?:负责|牵头|配合|参与|参加|落实|指导|协助|协同|分别|共同|具体|按|依|根据|为|$)"
# The words behind 和: a body with what may follow it in a clause, or a class of bodies.
_BODY_BEHIND = Pattern(
    rf"(?:各|有关|相关|其他|其它|所在)|[^、，,；;\s。：和与及（）]{{1,30}}?{_ENDING}{_ROLE_WORD}?"
    # Places of which the last has the word that all of them share.
    rf"|{HAN}{{1,6}}[市县区州旗](?:、{HAN}{{1,6}}[市县区州旗]){{1,12}}(?:人民)?政府",
    reads=("各县区人民政府", "市教育局牵头", "有关部门", "甲市、乙市、丙市政府负责"),
    leaves=("协调发展",),
    by="match",
)
_GENERIC = r"(?:人民政府|政府|单位|企业|机构|部门|地方|组织|团体|个人)"
_SHARED_HEAD = Pattern(
    rf"(?:{_GENERIC}|办事处)(?:[等、，,；;\s。：）]|{_ROLE_WORD})",
    reads=("人民政府等", "政府、", "部门负责", "办事处，"),
    leaves=("财政局、",),
    by="match",
)
_BARE = Pattern(
    rf"{_GENERIC}|其[他它].*|排.*|下同|各负其责",
    reads=("部门", "其他有关单位", "下同"),
    leaves=("市财政局",),
    by="fullmatch",
)

# The level words of names that leave their place out, 市财政局; 市场, 市政园林, 县域, 区域, 区块 and 乡村 begin with none.
LEVEL_WORD = "省|自治区|市(?!场|政(?:园|设|工|公|管理|建))|州|盟|县(?!域)|区(?!域|块)|旗|乡(?!村)|镇|街道"
# Levels that share a head: 各县、区人民政府, 各市、县〔区〕人民政府, 省、市、县有关部门.
_LEVEL = rf"(?:{LEVEL_WORD}|自治[州县旗]|直辖市|计划单列市|设区的?市|地级以?上?市|县级市|社区|村|(?:开发|园|新|功能|高新|管理|示范|度假)区)"
_LEVELS = rf"{_LEVEL}+(?:（(?:{_LEVEL}|、|）（)+）{_LEVEL}?)?"
_OPEN_HEAD = Pattern(
    rf"(?:{HAN}{{2,12}}[局部委](?=各))?(?:各|有关|相关|全省|全市|所在|沿海|试点)*{_LEVELS}(?:、{_LEVELS})*[级直属]?",
    reads=("各县", "各市、县", "有关县（市、区）", "国家税务总局各省"),
    leaves=("市财政局", "各有关部门"),
    by="fullmatch",
)
_LEVEL_HEAD = Pattern(
    rf"({_LEVELS})(.*)", reads=("区人民政府", "县（市、区）政府"), leaves=("财政局",), flags=re.DOTALL, by="match"
)
_GROUP_HEAD = Pattern(
    r"(?:人民)?政府|党委|党工委|委(?:$|[、和])|管委会|管理委员会|有关|相关|各|$",
    reads=("人民政府", "管委会", "有关部门"),
    leaves=("财政局",),
    by="match",
)
_PARTY_GROUP = Pattern(
    r"(?:各|有关|相关|地方).{0,12}(?:党委|党工委|党组织|委)",
    reads=("各级党委", "各县区党工委"),
    leaves=("市委", "各级政府"),
    by="fullmatch",
)
_RANKS = {"省": 0, "市": 1, "州": 1, "盟": 1, "县": 2, "区": 2, "旗": 2, "乡": 3, "镇": 3, "街": 3, "道": 3, "村": 3}

# 其他具有行政强制权和财产登记、保管职能的部门: what says which bodies are meant holds marks as lists do.
_UNFINISHED = Pattern(
    r"(?:其[他它]|各|各级|有关|相关|所有)?(?:依法)?(?:具有|负有|承担|涉及|履行|行使)",
    reads=("其他具有行政强制权", "负有安全生产监督管理", "各级承担农业"),
    leaves=("其他有关单位", "市财政局", "承接单位"),
    by="match",
)
_SUCH_AS = Pattern(
    r"等(?:其[他它])?(?:依法)?(?:具有|负有|承担|履行|行使)",
    reads=("上海海关等具有行政强制权", "市公安局等负有"),
    leaves=("市公安局等部门", "高等院校"),
)
# 市政府各委、办、局: one body of many, as 各县、区 is.
_KINDS_OF_OFFICES = Pattern("[委办局厅部]|办局|委办局", reads=("办", "办局"), leaves=("市委", "局长"), by="fullmatch")
_ALL_OF_A_KIND = Pattern("各[部委办局厅、]{1,8}$", reads=("市政府各委", "市直各部委、办"), leaves=("市教委", "各区"))
# 天河、黄埔、南沙区政府: the last of these places has the word that all of them share.
_PLACE = Pattern(
    rf"(?![各全本有相]州){HAN}{{1,2}}(?![局厅委办部院行署会联处所关站校馆团社心司队级位门省市县区旗镇乡村街道]){HAN}",
    reads=("天河", "和平", "阿克苏", "广州"),
    leaves=("团委", "南沙区", "天", "市财政局", "各州"),
    by="fullmatch",
)
_LAST_PLACE = Pattern(
    rf"{HAN}{{1,4}}[市县区州旗](?:人民)?政府(?=[、，,；;。）]|负责|牵头|配合|按|分别|$)",
    reads=("天河区政府", "南沙区人民政府负责", "南沙等区政府"),
    leaves=("天河、南沙区政府", "天河区政府办公室", "市财政局"),
    by="match",
)
_SHORTEST_NAME, _LONGEST_NAME = 2, 3  # characters of a place before the last
_MOST_PLACES = 12
_PARTS_OF_LIST = ("、", "和", "与", "及")
_LONGEST_PLACE = 4
_OF_PLACES = "等[0-9一二三四五六七八九十]{0,2}个?(?:有关|相关)?(?:设区的?|地级)?[市县区州旗]"
_GOVERNMENT = Pattern(
    f"(?:[市县区州]?|{_OF_PLACES})(?:人民)?政府|{_OF_PLACES}",
    reads=("市人民政府", "政府", "县政府", "等市人民政府", "等有关设区市"),
    leaves=("市财政局", "政府办", "等部门"),
    by="fullmatch",
)
# 广州、深圳等市人民政府 is one body that says of which places it is the government; 等 is part of its name.
_AND_OTHER_PLACES = Pattern(
    f"(?:{_OF_PLACES})(?:(?:人民)?政府)?(?=负责|牵头|配合|按|分别|$)",
    reads=("等市人民政府", "等有关设区市", "等区政府负责"),
    leaves=("等市直部门", "等部门", "等区级单位"),
    by="match",
)

# A character of the words below: without one a piece is a name as it stands, which spares most of them a closer look.
_CLAUSE_WORD = Pattern(
    "[等其由请（按据责头合与加导助同办施实进别体筹织真好工主极动切称]",
    reads=("市财政局负责", "市教育局等"),
    leaves=("市民政局",),
)
# Most lists hold none of these, no class of bodies and no word of the clause, and fall apart at their marks alone.
_INTRICATE = Pattern(
    "（|）|。|：|/|“|[市县区州旗]政府|[市县区州旗]人民政府|承担|履行|行使|涉及|和|与|及|以|各|有|相|级|等|其|由|请|按|责|为|会同|根据|依据|分别|具体|共同|联合|统筹|组织|认真|抓好|牵头|配合|参与|参加|协助|协同|积极|主动|密切"
    "|协办|承办|主办|实施|落实|推进|指导|分工|省、|市、|县、|区、|旗、|州、|盟、|乡、|镇、",
    reads=("市财政局（市国资委）", "各县区政府", "市财政局会同市教育局"),
    leaves=("市财政局、市教育局",),
)
_PLAIN_NAME = Pattern(r"[^、，,；;\s]{2,}", reads=("市财政局", "教育局"), leaves=("市", "、"), by="fullmatch")
_LEADING = Pattern(r"由|请|并由", reads=("由市财政局牵头", "请市教育局负责"), leaves=("市财政局牵头",), by="match")
# 等 that goes on with a list, not the 等 of 高等院校 and 中等职业学校.
_AND_SO_ON = Pattern(
    r"(?<![高中初])等(?![级候额])|等(?=有关|相关|部门|单位|负责|按|共|$)",
    reads=("市财政局等", "市财政局等有关部门", "市财政局等单位负责"),
    leaves=("高等院校", "中等职业学校"),
)
_TAIL = Pattern(
    r"(?:(?:按|根据|依据?)照?(?:各自)?(?:的)?(?:职责|职能|职权|分工|责任|任务|权限|分管|管辖|领域|行业|业务).*"
    r"|结合(?:各自)?实际.*|(?:分别|积极|主动|密切|具体|共同|联合|统筹|组织|认真|抓好|负责|牵头|配合|参与|参加|协助|协同|协办|承办|主办|实施|贯彻|落实|推进|指导|分工|为主)+)$",
    reads=(
        "市财政局按职责分工负责",
        "各区按分管领域负责",
        "各县区政府具体组织实施",
        "市教育局配合",
        "各市政府结合实际贯彻落实",
    ),
    leaves=("市财政局",),
)
_REMARK = Pattern(
    r"（(?:(?:以下|下文|后文)?[，、]?(?:简|统|合|并)?称[^（）]{1,30}|[^（）]*(?:牵头|负责|配合|参与|下同|排|单位[）：]|按)[^（）]*)）$",
    reads=(
        "市财政局（牵头）",
        "市教育局（排第一位的为牵头单位，下同）",
        "市住房和城乡建设局（以下简称市住建局）",
        "市政务服务和数据管理局（简称“市数据局”）",
        "各镇人民政府、街道办事处（以下统称各镇街）",
    ),
    leaves=("市版权局（市新闻出版局）", "市职业技能鉴定中心（职称办）", "市教育局（称职办）局"),
)
_LONGEST_TAIL = 40
_LONGEST_HEAD = 40


def split_bodies(text: str, start: int = 0, end: int | None = None) -> BodyList:
    """The single names in a list of bodies that begins at `start` and ends at `end`, at 。 or at a colon.

    >>> listed = "省财政厅、发改委，各县、区人民政府等部门"
    >>> [listed[a:b] for a, b in split_bodies(listed).names]
    ['省财政厅', '发改委', '各县、区人民政府']
    >>> split_bodies(listed).open_ended
    True
    """
    stop = len(text) if end is None else end
    if not _INTRICATE.search(text, start, stop):
        return BodyList(tuple(match.span() for match in _PLAIN_NAME.finditer(text, start, stop)), open_ended=False)
    names: list[tuple[int, int]] = []
    open_ended = False
    for piece in _grouped(text, _pieces(text, start, stop)):
        begin, stop = piece
        if _CLAUSE_WORD.search(text, begin, stop):
            more = _AND_SO_ON.search(text, begin, stop)
            ends = more is not None and _AND_OTHER_PLACES.match(text, more.start(), stop) is None
            begin, stop = _trimmed(text, begin, more.start() if more and ends else stop)
            open_ended |= more is not None or text.startswith(("其他", "其它"), begin)
        if stop - begin > 1 and not _BARE.fullmatch(text, begin, stop):
            names.append((begin, stop))
    return BodyList(tuple(names), open_ended)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the marks, blank pieces left out."""
    at = begin = start
    asked = behind = -1
    while mark := _MARK.search(text, at, end):
        if mark[0] in "、和":
            if asked != begin:
                asked, behind = begin, _behind_shared_places(text, begin, end)
            if mark.start() < behind:
                at = behind
                continue
        at = mark.end()
        if mark[0].startswith("“"):
            continue
        if mark[0] in "。：":
            end = mark.start()
            break
        if mark[0] == "（" and begin < mark.start() and (bracket := _BRACKET.match(text, mark.start(), end)):
            at = bracket.end()
        elif mark[0] not in _JOINING or _joins(text, begin, mark.start(), end):
            if begin < mark.start():
                yield begin, mark.start()
            begin = at
    if begin < end:
        yield begin, end


def _behind_shared_places(text: str, begin: int, end: int) -> int:
    """Where places that begin at `begin` and share the word of the last end; `begin` where none do.

    和 joins places and is part of names (和平), so all ways to read them go on side by side; they meet again, and stay few.
    """
    behind, starts = begin, {begin}
    for _ in range(_MOST_PLACES):
        starts = {
            at + 1
            for start in starts
            for at in range(start + _SHORTEST_NAME, min(start + _LONGEST_NAME + 1, end))
            if text[at] in "、和" and _PLACE.fullmatch(text, start, at)
        }
        if not starts:
            break
        behind = max((last.end() for start in starts if (last := _LAST_PLACE.match(text, start, end))), default=behind)
    return behind


def _joins(text: str, begin: int, at: int, end: int) -> bool:
    """Whether the 和 at `at` stands between two bodies, not inside the name of one (发展和改革委员会, 党委和政府)."""
    left = text[max(begin, at - 20) : at]
    behind = _BODY_BEHIND.match(text, at + 1, end)
    if not behind or _SHARED_HEAD.match(text, at + 1, end):
        return False
    return bool(_LIKE_A_BODY.search(left) or _ALL_DISTRICTS.search(left)) or (
        (place := place_at(left)) is not None and place.end == len(left)
    )


def _grouped(text: str, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, where levels that share a head are one: 各县 and 区人民政府 become 各县、区人民政府."""
    held: tuple[int, int] | None = None
    for begin, end in pieces:
        gap = text[held[1] : begin] if held else ""  # one of the marks and words that part names
        if held and (
            (gap == "、" and _shares_head(text, held, begin, end))
            or (gap in _PARTS_OF_LIST and _share_tail(text, held, begin, end))
            or (gap == "、" and _says_which(text, held))
            or (gap == "、" and _KINDS_OF_OFFICES.fullmatch(text, begin, end) and _ALL_OF_A_KIND.search(text, *held))
        ):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (begin, end)
    if held:
        yield held


def _says_which(text: str, held: tuple[int, int]) -> bool:
    """Whether a piece only begins to say which bodies are meant."""
    begun = _UNFINISHED.match(text, *held) or _SUCH_AS.search(text, *held)
    return begun is not None and not _LIKE_A_BODY.search(text, *held)


def _share_tail(text: str, held: tuple[int, int], begin: int, end: int) -> bool:
    """Whether bare places go on with one that has a government: 三明、南平和龙岩市政府 names three, but none by itself."""
    last = max(text.rfind(join, *held) for join in _PARTS_OF_LIST) + 1
    if held[1] - max(last, held[0]) > _LONGEST_PLACE or _LIKE_A_BODY.search(text, *held):
        return False
    place, following = place_at(text, max(last, held[0])), place_at(text, begin)
    if place is None or following is None or place.end != held[1]:
        return False
    region = place.region
    if text.endswith(region.county or region.city or region.province or "", 0, place.end):
        return False  # 福州市、南平市人民政府: each has its own
    return following.end == end or _GOVERNMENT.fullmatch(text, following.end, end) is not None


def _shares_head(text: str, held: tuple[int, int], begin: int, end: int) -> bool:
    """Whether the piece from `begin` to `end` goes on with what is held: 区人民政府 with 各县, 政府 with 各级党委."""
    if held[1] - held[0] > _LONGEST_HEAD:
        return False
    if _PARTY_GROUP.fullmatch(text, *held):
        return bool(_SHARED_HEAD.match(text, begin, end))
    if not _OPEN_HEAD.fullmatch(text, *held) or not (level := _LEVEL_HEAD.match(text, begin, end)):
        return False
    held_words = text[slice(*held)].replace("自治区", "省")  # of one rank
    above = next((char for char in reversed(held_words) if char in _RANKS), "")
    step = _RANKS.get(text[begin], 1) - _RANKS.get(above, 1)
    # What shares a head goes down (市、县财政局), or from county to city where the head is one that all of them have (各县、
    # 市人民政府): 各市、省财政厅 and 各区、区财政局 are two.
    if _GROUP_HEAD.match(text, level.end(1), end):
        # 各区、市各有关部门 are two: what all of one level have begins anew.
        return step >= (0 if text.startswith("各", level.end(1)) else -1)
    return step >= 0 and text[begin] != above


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """The piece without the words of the clause around it: 由 before, 负责 and (牵头) behind."""
    if leading := _LEADING.match(text, begin, end):
        begin = leading.end()
    floor = max(begin, end - _LONGEST_TAIL)
    for behind in (_TAIL, _REMARK, _TAIL):
        if cut := behind.search(text, floor, end):
            end = cut.start()
    return begin, max(begin, end)
