"""Who issued the plan, when, to whom, what it is called, and where the plan itself begins behind its covering notice."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from planparse.language.body_names import ISSUER
from planparse.language.documents import DOCUMENT
from planparse.language.facts import FACT_OF, LABELS, OTHERS, Fact
from planparse.language.folding import fold, simplify
from planparse.language.lexicon import alternation
from planparse.language.marks import read_mark
from planparse.language.numerals import HAN, read_chinese
from planparse.language.organizations import split_bodies
from planparse.language.patterns import Pattern
from planparse.language.regions import from_doc_number, locate, locate_in_body
from planparse.model import Metadata, Region, Status
from planparse.parsing.references import DOC_NUMBER
from planparse.text import Folded

_TITLE_END = Pattern(
    rf"(?:(?:{DOCUMENT})|[一二三四五六七八九十\d]+条)(?:[”》]|（[^（）]{{1,20}}）)*$",
    reads=("甲市数字经济发展实施方案", "促进消费十条", "专项资金管理办法（试行）"),
    leaves=("总体要求", "甲市实施方案的背景"),
)
_STATUS_WORDS = "征求意见稿|公开征求意见稿|意见征求稿|草案|送审稿|讨论稿|审议稿|试行|暂行"
_STATUS_BRACKET = Pattern(
    rf"（(?:{_STATUS_WORDS})[^（）]{{0,8}}）",
    reads=("管理办法（试行）", "实施方案（征求意见稿）"),
    leaves=("试行方案", "方案（2023—2025年）"),
)
_DRAFT = Pattern(
    "征求意见|意见征求|草案|送审|讨论稿|审议稿", reads=("（公开征求意见稿）", "（草案）"), leaves=("（试行）", "（暂行）")
)
_NOTICE = Pattern(
    r"(?:印发|转发|发布|公布|下发)[^。]*(?:通知|通告|函|公告)$",
    reads=("关于印发甲市实施方案的通知", "关于公布示范名单的公告"),
    leaves=("甲市实施方案", "关于做好春耕生产的通知"),
)
_DATE = Pattern(
    r"(?P<year>(?:19|20)\d\d)[ ]?年[ ]?(?P<month>\d{1,2})[ ]?月[ ]?(?P<day>\d{1,2})[ ]?日"
    r"|(?P<han_year>[二一][〇零九一二三四五六七八]{3})年(?P<han_month>[一二三四五六七八九十]{1,2})月(?P<han_day>[一二三四五六七八九十]{1,3})日",
    reads=("2024年1月3日", "二〇二四年一月三日"),
    leaves=("2024年1月", "1月3日"),
)
_SIGNED = Pattern(
    rf"(?P<issuer>(?:{HAN}|[ 、\n]){{2,200}}?(?:{ISSUER}))$",
    reads=("甲市人民政府办公室", "省财政厅 国家税务总局甲省税务局"),
    leaves=("2024年1月3日", "加强领导"),
)
_TITLE_ISSUER = Pattern(
    rf"^(?P<issuer>(?:{HAN}|[（） 、]){{2,80}}?(?:{ISSUER}))(?:等[\d一二三四五六七八九十]*个?部门)?(?=关于|印发|转发|发布)",
    reads=("甲市人民政府关于印发实施方案的通知", "省财政厅等5部门印发行动方案"),
    leaves=("关于印发实施方案的通知", "甲市数字经济发展方案"),
)
_MORE_ORGANS = Pattern(
    rf"^[^关印转]{{0,60}}(?:{ISSUER}|部门)(?=关于|印发|转发|发布)",
    reads=("省发展改革委省财政厅关于支持企业的通知",),
    leaves=("关于支持企业的通知", "甲市实施方案"),
)
_RECIPIENTS = Pattern(
    r"^(?:(?:各|市|省|区|县|自治区|有关|机关|驻|中央|国务院)[^。]{2,300}|[^。《》]{2,200}(?:政府|委|厅|局|办|部门|机构|单位|企业|院校|学校|公司))：$",
    reads=("各县（市、区）人民政府，市政府各部门：", "乙县财政局："),
    leaves=("现将有关事项通知如下：", "各县区要加强领导。"),
)
# 现将《…》印发给你们: names the plan where its own title is not printed.
_ISSUES = Pattern(
    r"将《(?P<title>[^《》\n]{4,100})》(?:（[^（）]{1,20}）)?(?:予以)?(?:印发|公布|发布)",
    reads=("现将《甲市实施方案》印发给你们", "现将《管理办法》（试行）予以公布"),
    leaves=("根据《甲市实施方案》",),
)
_PUBLIC = Pattern(
    "（?(?:此件|本文)[^（）。]{0,20}）?$", reads=("2024年1月3日（此件公开发布）", "本文有删减"), leaves=("2024年1月3日",)
)
# What web pages print around a document.
_FURNITURE = Pattern(
    "^(?:政策文件|首页|网站首页|信息公开|政府信息公开|政务公开|通知公告|规范性文件|[省市区县]政府文件|文件|正文|公文)$"
    "|[>›]|[A-Za-z]{4}|^(?:（转载）|当前位置|您(?:现在)?所?在的?位置|索引号|主题分类|发文机关|发文字号|文号|成文日期|发布日期|发布时间|发布机构|有效性|有效期|来源|分享到?|字体|字号|打印|浏览次数|时间|标题|名称|公文种类)[：:]?",
    reads=("首页", "当前位置：首页>政策文件", "索引号：A1", "来源：hnrb"),
    leaves=("甲市实施方案", "甲市人民政府文件"),
)
# The facts that pages and offices print in a block above a document: 发文机关：…, 成文日期：2024-07-26. Of a date that only tells when a
# page went online nothing follows.
# 标　　题：, 文　　号：: offices set short labels as wide as long ones.
_SET_WIDE = "|".join(rf"{label[0]}[ \n]{{1,6}}{label[1]}" for label in (*FACT_OF, *OTHERS) if len(label) == 2)
_FACT = Pattern(
    rf"(?<!{HAN})(?P<label>{alternation(FACT_OF, OTHERS)}|{_SET_WIDE})[ ]*：[ ；\n]{{0,99}}(?P<value>[^\s：；]+)(?![：])",
    reads=("发文机关：甲市人民政府", "印发单位：甲市财政局", "成文日期：2024-07-26", "标  题：甲市实施方案"),
    leaves=("牵头单位：市财政局", "联合发文机关：甲市"),
)
# The lines of facts that open a text, as the reader of web pages sets them.
_FACT_LINES = Pattern(
    rf"(?:(?:{'|'.join(LABELS[fact][0] for fact in ('issuer', 'number', 'day'))})：[^\n]*\n)+",
    reads=("发文机关：甲市人民政府\n文号：甲政（2024）1号\n甲市实施方案",),
    leaves=("甲市实施方案\n发文机关：甲市人民政府\n", "发文机关：甲市人民政府"),
    by="match",
)
_FACT_DATE = Pattern(
    r"(?P<year>(?:19|20)\d\d)[—./](?P<month>\d{1,2})[—./](?P<day>\d{1,2})(?!\d)",
    reads=("2024—07—26", "2024/7/26 10：30"),
    leaves=("2024年7月26日", "2024—07"),
    by="match",
)
_PIECE = Pattern(r"[^\s；]+；?", reads=("甲市实施方案", "；甲市"), leaves=("", " \n"))
_HEAD_LENGTH = 4000
_FEWEST_FACTS = 2
_LONGEST_TITLE_PIECE = 70
# How far before the end of the text a signature can stand: 抄送 and the like may follow it.
_LONGEST_TAIL = 400
# What stands behind a signature that closes the plan itself: （此件公开发布）, 抄送….
_LONGEST_ENDING = 60
_PUBLISHED = Pattern(
    "^（?(?:此件|本文|主动公开|公开方式|信息公开)",
    reads=("（此件公开发布）", "公开方式：主动公开"),
    leaves=("甲市信息公开办法",),
)


class Head(NamedTuple):
    """What stands before the first mark: the metadata, and the offset at which the plan's own text begins.

    `title_end` is where the title ends and the preamble begins.
    """

    metadata: Metadata
    plan_start: int
    title_end: int


class _Piece(NamedTuple):
    kind: str  # title, number, recipients, date, text
    start: int
    end: int


class _Title(NamedTuple):
    words: str
    start: int
    end: int


def read_metadata(text: str, folded: Folded) -> Head:
    """The metadata of a plan, from what stands before its first mark and, for a signature, from its last lines."""
    head_end = _head_end(folded)
    pieces = _pieces(folded, head_end)
    facts, block_end = _facts(text, folded, head_end)
    titles = _titles(text, folded, pieces)
    notice = next((t for t in titles if _NOTICE.search(_bare(t.words))), None)
    plans = [t for t in titles if not (notice and (_bare(t.words) == _bare(notice.words) or _NOTICE.search(_bare(t.words))))]
    # What stands above a block of facts is what its page prints there, where a title stands below or the block names another.
    named = _bare(facts.get("title", ""))
    below = [t for t in plans if t.start >= block_end or _bare(t.words) == named] or plans
    plan = plans[-1] if plans and notice else _first_title(below) or notice
    signed = _signature(folded, pieces, len(folded))
    if plan is not None and notice is None and signed and plan.start < signed[2]:
        # A notice whose title is not printed: the plan's own title stands behind the signature.
        plan = next((t for t in plans if t.start > signed[2]), plan)
    title = _without_status(plan.words) if plan else None
    block = _FACT_LINES.match(folded)
    behind = max(signed[2] if signed else 0, block.end() if block else 0)
    if plan is None and (issues := _ISSUES.search(folded, 0, head_end)):
        title = _without_status(text[slice(*issues.span("title"))])
    title = title or facts.get("title")
    notice_title = _bare(notice.words) if notice and notice is not plan else None
    printed = DOC_NUMBER.search(folded, 0, head_end)
    if printed and "《" in folded[max(0, printed.start() - 60) : printed.start()] and folded[printed.start() - 1] == "（":
        printed = None
    number = text[printed.start() : printed.end()].replace(" ", "") if printed else None
    issuer = _issuer(notice_title or title, signed) or facts.get("issuer")
    return Head(
        Metadata(
            title=title,
            notice_title=notice_title,
            doc_number=number,
            issuer=issuer,
            issued_on=(signed[1] if signed else None) or _fact_day(facts.get("day", "")),
            status=_status(plan, folded),
            region=_region(title, notice_title, issuer, number, folded),
            recipients=_recipients(text, folded, pieces),
        ),
        plan_start=plan.start if plan else behind,
        title_end=plan.end if plan else behind,
    )


def _first_title(titles: list[_Title]) -> _Title | None:
    """The first title, or the first with 关于 where a web page prints a headline above it."""
    first = titles[0] if titles else None
    return first if first is None or "关于" in first.words else next((t for t in titles if "关于" in t.words), first)


def _head_end(folded: Folded) -> int:
    """The offset of the first mark that opens a paragraph, at most `_HEAD_LENGTH`."""
    at = 0
    while at < min(len(folded), _HEAD_LENGTH):
        mark = read_mark(folded, at)
        if mark and mark.family not in ("arabic_bracketed", "arabic_closed", "circled") and mark.number <= 1:
            return at
        at = folded.find("\n", at) + 1
        if not at:
            break
    return min(len(folded), _HEAD_LENGTH)


def _pieces(folded: Folded, end: int) -> list[_Piece]:
    """The head, cut at blanks and line ends, each piece with what it is."""
    pieces: list[_Piece] = []
    for match in _PIECE.finditer(folded, 0, end):
        start, stop = match.span()
        if number := DOC_NUMBER.match(folded, start, stop):
            pieces.append(_Piece("number", start, number.end()))
            start = number.end()
            if start == stop:
                continue
        words = _PUBLIC.sub("", folded[start:stop]) or folded[start:stop]
        if _FACT.match(words):
            kind = "text"
        elif (found := _DATE.search(words)) and len(words) - len(found.group()) < 45 and found.end() >= len(words) - 1:
            kind = "date"
        elif _RECIPIENTS.match(words):
            kind = "recipients"
        elif (
            _FURNITURE.search(words)
            or folded[max(0, start - 4) : start].rstrip().endswith((">", "›"))
            or "。" in words
            or len(words) > _LONGEST_TITLE_PIECE
            or words[-1] in "，；：、"
            or _PUBLISHED.match(words)
        ):
            kind = "text"
        else:
            kind = "title"
        pieces.append(_Piece(kind, start, stop))
    return pieces


def _titles(text: str, folded: Folded, pieces: list[_Piece]) -> list[_Title]:
    """Runs of short pieces that end in what a document is called; a bracket behind belongs to the title."""
    titles: list[_Title] = []
    begin: int | None = None
    for at, piece in enumerate(pieces):
        if piece.kind != "title":
            begin = None
            continue
        words = folded[piece.start : piece.end]
        if titles and titles[-1].end <= piece.start and words[0] == "（" and words[-1] == "）" and begin is None:
            last = titles.pop()
            titles.append(_Title(last.words + text[piece.start : piece.end], last.start, piece.end))
            continue
        begin = at if begin is None else begin
        if _TITLE_END.search(words) and not _goes_on(folded, pieces, at):
            run = pieces[begin : at + 1]
            titles.append(_Title("".join(text[p.start : p.end] for p in run), run[0].start, piece.end))
            begin = None
    return titles


def _goes_on(folded: Folded, pieces: list[_Piece], at: int) -> bool:
    """Whether a title that could end here runs on: 关于印发X行动 / 方案的通知."""
    if at + 1 >= len(pieces) or pieces[at + 1].kind != "title":
        return False
    following = folded[pieces[at + 1].start : pieces[at + 1].end]
    return (
        len(following) <= 16
        and following.startswith(("的", "方案", "计划", "实施", "通知", "意见"))
        and bool(_TITLE_END.search(following))
    )


def _bare(words: str) -> str:
    return "".join(words.split())


def _without_status(words: str) -> str:
    status = _STATUS_BRACKET.search(fold(words))
    return _bare(words[: status.start()] + words[status.end() :] if status else words)


def _status(plan: _Title | None, folded: Folded) -> Status:
    if plan is None:
        return "final"
    around = folded[plan.start : plan.end]
    for bracket in _STATUS_BRACKET.findall(around):
        if _DRAFT.search(bracket):
            return "draft"
        if "试行" in bracket or "暂行" in bracket:
            return "trial"
    return "final"


def _day(match: re.Match[str]) -> date | None:
    groups = match.group("year", "month", "day")
    numbers = (
        [int(g) for g in groups]
        if groups[0]
        else [read_chinese(g) or 0 for g in match.group("han_year", "han_month", "han_day")]
    )
    try:
        return date(*numbers)
    except ValueError:  # 2月30日 is no day: the plan has no date that can be trusted
        return None


def _signature(folded: Folded, pieces: list[_Piece], end: int) -> tuple[str | None, date | None, int] | None:
    """Issuer and date as they sign the notice or the end of the plan, and the offset behind the notice's."""
    for at, piece in enumerate(pieces):
        if piece.kind != "date":
            continue
        match = _DATE.search(folded, piece.start, piece.end)
        assert match is not None
        signed = _SIGNED.search(folded[_first_signer(folded, pieces, at) : match.start()].rstrip())
        behind = piece.end if end - piece.end > _LONGEST_ENDING else 0
        return (" ".join(signed.group("issuer").split()) if signed else None), _day(match), behind
    # At the end of the plan the date stands on a line of its own, or behind the last sentence and the signing body.
    tail = max(0, end - _LONGEST_TAIL)
    for match in _DATE.finditer(folded, tail, end):
        before = folded[tail : match.start()].rstrip()
        lines = before[before.rfind("。") + 1 :].split("\n")
        first = len(lines) - 1
        while first and _SIGNED.fullmatch(lines[first - 1]):
            first -= 1
        signed = _SIGNED.search(" ".join(lines[first:]))
        alone = not match.start() or folded[match.start() - 1] == "\n"
        ends = match.end() == end or folded[match.end()] in "\n（"
        if (alone and ends) or (signed and end - match.end() <= 30):
            return (" ".join(signed.group("issuer").split()) if signed else None), _day(match), 0
    return None


def _facts(text: str, folded: Folded, end: int) -> tuple[dict[Fact, str], int]:
    """What the block of facts above the document says, the first of each, and where it ends; a single fact is no block."""
    facts: dict[Fact, str] = {}
    found = [*_FACT.finditer(folded, 0, end)]
    for match in found:
        if fact := FACT_OF.get(_bare(match.group("label"))):
            facts.setdefault(fact, text[slice(*match.span("value"))])
    return facts, found[-1].end() if len(found) >= _FEWEST_FACTS else 0


def _fact_day(words: str) -> date | None:
    words = fold(words)
    match = _FACT_DATE.match(words)
    if match:
        words = "{}年{}月{}日".format(*match.group("year", "month", "day"))
    day = _DATE.match(words)
    return _day(day) if day else None


def _first_signer(folded: Folded, pieces: list[_Piece], date: int) -> int:
    """Where the bodies begin that sign before a date, one or several side by side."""
    at = date
    while at and _signs(folded, pieces[at - 1]):
        at -= 1
    return pieces[at].start


def _signs(folded: Folded, piece: _Piece) -> bool:
    """Whether a piece is the name of a body and nothing else."""
    return piece.kind == "title" and _SIGNED.fullmatch(folded, piece.start, piece.end) is not None


def _issuer(title: str | None, signed: tuple[str | None, date | None, int] | None) -> str | None:
    if title and (named := _TITLE_ISSUER.match(title)):
        return _more(title, named.group("issuer"))
    return signed[0] if signed else None


def _more(title: str, issuer: str) -> str:
    """All organs of a joint issue: 省发改委省经信委关于…."""
    every = _MORE_ORGANS.match(title)
    return every.group() if every and len(every.group()) > len(issuer) else issuer


def _recipients(text: str, folded: Folded, pieces: list[_Piece]) -> tuple[str, ...]:
    for piece in pieces:
        if piece.kind == "recipients":
            return tuple(text[a:b] for a, b in split_bodies(folded, piece.start, piece.end - 1).names)
    return ()


def _region(title: str | None, notice_title: str | None, issuer: str | None, number: str | None, folded: Folded) -> Region:
    for words in (issuer, notice_title, title):
        if words and (region := locate(simplify(words))):
            return region
    return (from_doc_number(simplify(number)) if number else None) or locate_in_body(folded) or Region()
