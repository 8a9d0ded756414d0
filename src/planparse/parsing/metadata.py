"""Who issued the plan, when, to whom, what it is called, and where the plan itself begins behind its covering notice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise, takewhile
from typing import NamedTuple

from planparse.language.body_names import ISSUER
from planparse.language.documents import PASSES_ON, STATUS_BRACKET
from planparse.language.facts import FACT_OF, LABELS, OF_LAWS, PUBLISHED, Fact
from planparse.language.folding import fold, simplify
from planparse.language.numerals import HAN, read_chinese
from planparse.language.organizations import split_bodies
from planparse.language.patterns import Pattern
from planparse.language.regions import from_doc_number, locate, locate_in_body, place_at
from planparse.model import Metadata, Region, Status
from planparse.parsing.heads import (
    FACT,
    PASSED_ON,
    TITLE_ISSUER,
    Piece,
    Title,
    ends_title,
    find_number,
    first_signer,
    head_end,
    pieces_of,
    titles_of,
)
from planparse.parsing.keys import squeezed
from planparse.parsing.signers import DATE, SEAL, SIGNED, days_in, goes_on_behind_day, signers_before
from planparse.text import Folded

_DRAFT = Pattern(
    "征求意见|意见征求|草|稿", reads=("（公开征求意见稿）", "（草案）", "（修改稿）"), leaves=("（试行）", "（暂行）")
)
_NOTICE = Pattern(
    rf"(?:{PASSES_ON})[^。]*(?:通知|通告|函|公告)(?:（[^（）]{{1,20}}）)?$|就《[^。]*征求意见的(?:通知|公告|函)$",
    reads=("关于印发甲市实施方案的通知", "关于公布示范名单的公告", "就《甲市办法（征求意见稿）》公开征求意见的通知"),
    leaves=("甲市实施方案", "关于做好春耕生产的通知"),
)
# A headline that stands for the notice: 甲市人民政府印发《…》.
_HEADLINE = Pattern(
    "(?:印发|发布|公布)《[^。]*》$",
    reads=("甲市人民政府印发《甲市实施方案》",),
    leaves=("甲市人民政府关于印发《甲市实施方案》的通知",),
)
_ENDS_AS_NOTICE = Pattern(
    "的?(?:通知|通告|函|公告)(?:（[^（）]{1,20}）)?$", reads=("甲市实施方案的通知",), leaves=("甲市实施方案",)
)
# 甲市财政局就《…》公开征求意见的通知: the notice puts up a draft.
_PUT_UP = Pattern("就(?=《)", reads=("就《甲市办法》公开征求意见",), leaves=("就业规划",))
# 现将《…》印发给你们: names the plan where its own title is not printed.
_ISSUES = Pattern(
    r"《(?P<title>[^《》\n]{4,100})》(?:（[^（）]{1,20}）)?(?:予以|现)?(?:印发|公布|发布|[^。《》]{0,60}[已经][^。《》]{0,60}现(?:予以?|正式)?(?:印发|公布|发布)|(?:全文)?(?:发布|公布)?如下：)"
    r"|(?:制定|制订|修订|拟定|编制|起草|形成)了?《(?P<drawn_up>[^《》\n]{4,100})》(?:（[^（）]{1,30}）)?，现(?:予以?|正式)?(?:印发|公布|发布)",
    reads=(
        "现将《甲市实施方案》印发给你们",
        "现将《管理办法》（试行）予以公布",
        "《甲市方案》已经市政府同意，现印发给你们",
        "《甲市实施方案》全文如下：",
        "我局制定了《甲市管理办法》，现印发给你们",
    ),
    leaves=("根据《甲市实施方案》", "根据《甲市实施方案》，现公布名单", "《甲市实施方案》主要内容如下："),
)
# 近日，中共甲省委、甲省人民政府印发了《…》，并发出通知: how the press opens a document that it prints.
_ANNOUNCED = Pattern(
    rf"(?:^|[\n，。电])[ ]?(?P<issuer>{HAN}(?:{HAN}|[、 ]){{1,80}}?(?:{ISSUER}))(?:近日|日前)?(?:联合)?(?:印发|出台|发布)了?《(?P<title>[^《》\n]{{4,100}})》，(?:并发出通知|并?要求)",
    reads=(
        "近日，中共甲省委、甲省人民政府印发了《甲省实施意见》，并发出通知",
        "甲市人民政府日前印发《甲市方案》，要求各地落实",
    ),
    leaves=("根据甲市人民政府印发的《甲市方案》，要求", "甲市人民政府印发《甲市方案》，提出"),
)
# 甲省人民政府令第198号, （2011年12月15日甲市人民政府令第61号公布）: whose order it is.
_ORDER = Pattern(
    rf"(?:^|\n|日)(?![根依按遵][据照])(?P<issuer>{HAN}{{2,24}}?(?:{ISSUER}))令[ \n]{{0,2}}(?:第|20\d\d年第)[ ]?[\d〇一二三四五六七八九十百]{{1,4}}[ ]?号",
    reads=("甲省人民政府令\n第198号", "商务部令2015年第1号", "（2011年12月15日甲市人民政府令第61号公布）"),
    leaves=("根据甲市人民政府令第5号", "甲市人民政府令"),
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
_FEWEST_FACTS = 2
# The place that the names of several bodies begin with, and the end of one of them.
_PLACE_OF_BODY = Pattern(
    f"(?:中共)?(?P<place>{HAN}{{1,6}}?[省市区县州]|国家|中国|中央)",
    reads=("甲市财政局", "中共甲省委员会", "国家数据局"),
    leaves=("财政部",),
    by="match",
)
_ENDS_BODY = Pattern(f"(?:{ISSUER}|[省市区县州]委)$", reads=("甲市财政局", "中共甲市委"), leaves=("甲市",))
_OTHER_GOVERNMENT = Pattern(
    f"{HAN}{{2,3}}[省市](?=人民政府)", reads=("甲乙市人民政府",), leaves=("甲市人民政府", "甲乙市财政局"), by="match"
)
_NATIONAL = ("国家", "中国", "国务院", "中共")
_OF_PLACES = ("国家税务总局", "国家矿山安全监察局")  # which have offices in places
# How far before the end of the text a signature can stand: 抄送 and the like may follow it.
_LONGEST_TAIL = 400
_FEW_WORDS = 30
# What stands behind a signature that closes the plan itself: （此件公开发布）, 抄送….
_LONGEST_ENDING = 60
_LEFT_OUT = Pattern("[“”《》<>〈〉 \n]", reads=("《甲市方案》",), leaves=("甲市方案",))


class FrontMatter(NamedTuple):
    """What stands before the first mark: the metadata, and the offset at which the plan's own text begins.

    `title_end` is where the title ends and the preamble begins.
    """

    metadata: Metadata
    plan_start: int
    title_end: int


class _Signature(NamedTuple):
    """Who signed and when, and the offset behind a signature that closes a notice."""

    issuer: str | None
    day: date | None
    behind: int = 0


class _Names(NamedTuple):
    """How the document is called: the notice before it, its own title where that is printed, and else what the notice calls it."""

    notice: Title | None
    plan: Title | None
    passed_on: str | None


def read_metadata(text: str, folded: Folded) -> FrontMatter:
    """The metadata of a plan, from what stands before its first mark and, for a signature, from its last lines."""
    end = head_end(folded)
    pieces = pieces_of(folded, end)
    facts, block_end = _facts(text, folded, end)
    signed = _signature(folded, pieces)
    sentence = next((p.start for p in pieces if p.kind == "recipients" or "。" in folded[p.start : p.end]), end)
    # What stands last of all, behind sentences, a page prints below the document: the next one's title.
    titles = [t for t in titles_of(text, folded, pieces) if t.start <= sentence or folded[t.end :].strip()]
    notice, plan, passed_on = _names(titles, facts, block_end, signed.behind, sentence)
    block = _FACT_LINES.match(folded)
    behind = max(signed.behind, block.end() if block else 0)
    title = _without_status(passed_on or plan.words) if plan else passed_on and _without_status(passed_on)
    if title is None and notice is None and (issues := _ISSUES.search(folded, 0, end)):
        title = _without_status(text[slice(*issues.span("title" if issues["title"] else "drawn_up"))])
    announced = _ANNOUNCED.search(folded, 0, end)
    if announced and (title is None or _same(title, text[slice(*announced.span("title"))])):
        title = title or _without_status(text[slice(*announced.span("title"))])
        signed = signed._replace(issuer=signed.issuer or text[slice(*announced.span("issuer"))])
    title = title or (notice.words if notice else None) or facts.get("title")
    notice_title = notice.words if notice and title != notice.words else None
    number = _number(text, folded, pieces, end)
    opening = plan or notice
    issuer = (
        _issuer(notice.words if notice else plan.words if plan else title, signed)
        or facts.get("issuer")
        or (_below_title(folded, pieces, opening) if opening else None)
        or (text[slice(*order.span("issuer"))] if (order := _ORDER.search(folded, 0, end)) else None)
    )
    return FrontMatter(
        Metadata(
            title=title,
            notice_title=notice_title,
            doc_number=number,
            issuer=issuer,
            issued_on=signed.day or _fact_day(facts.get("day", "")),
            status=_status(opening, folded),
            region=_region(title, notice_title, issuer, number, folded),
            recipients=_recipients(text, folded, pieces),
        ),
        plan_start=opening.start if opening and (plan or not signed.behind) else behind,
        title_end=max(opening.end, 0 if plan else behind) if opening else behind,
    )


def _names(titles: list[Title], facts: Mapping[Fact, str], block_end: int, behind: int, until: int) -> _Names:
    """Which title is the notice's, and which the plan's own; the first sentence begins at `until`."""
    notice = next((t for t in titles if _NOTICE.search(fold(t.words))), None)
    plans = [t for t in titles if not (notice and (t.words == notice.words or _NOTICE.search(fold(t.words))))]
    if notice:
        named = _passed_on(notice.words)
        printed = [t for t in plans if _quoted(t) is None]
        same = [t for t in printed if named and _same(t.words, named)]
        begin = max(notice.end, behind)
        own = next((t for some in (same, printed) for t in some if t.start >= begin), same[-1] if same else None)
        return _Names(notice, own, None if own else named)
    # What stands above a block of facts is what its page prints there, where a title stands below or the block names another.
    named = squeezed(facts.get("title", ""))
    below = [t for t in plans if t.start >= block_end or t.words == named] or plans
    plan = _first_title(below, until)
    if plan and plan.start < behind:
        # A notice whose title is not printed: the plan's own title stands behind the signature.
        plan = next((t for t in plans if t.start > behind), plan)
    return _Names(None, plan, _passed_on(plan.words) if plan and _HEADLINE.search(fold(plan.words)) else _quoted(plan))


def _quoted(plan: Title | None) -> str | None:
    """A title that is printed in 《》, without them."""
    return (
        plan.words[1:-1] if plan and plan.words.startswith("《") and plan.words.find("》") == len(plan.words) - 1 else None
    )


def _passed_on(notice: str) -> str | None:
    """What a notice calls the document that it passes on, the first of several; None where that is no document of its own.

    >>> _passed_on("甲市人民政府关于印发《甲市实施方案》的通知")
    '甲市实施方案'
    """
    folded = fold(notice)
    verb = PASSED_ON.search(folded) or _PUT_UP.search(folded)
    begin = verb.end() if verb else 0
    opening = folded.find("《", begin)
    if opening >= 0:
        depth = 0
        for at in range(opening, len(folded)):
            depth += (folded[at] == "《") - (folded[at] == "》")
            if not depth:
                return notice[opening + 1 : at]
    end = _ENDS_AS_NOTICE.search(folded, begin)
    words = notice[begin : end.start() if end else None]
    passes = verb is not None and verb.group() == "印发"
    return words if (passes or ends_title(fold(words))) and words and not _ENDS_AS_NOTICE.search(fold(words)) else None


def _same(title: str, named: str) -> bool:
    """Whether a title is what a notice calls it, which may leave out the place."""
    a, b = (_LEFT_OUT.sub("", fold(_without_status(words))) for words in (title, named))
    return a.endswith(b) or b.endswith(a)


def _number(text: str, folded: Folded, pieces: Sequence[Piece], end: int) -> str | None:
    """The number that stands by itself, or the first that the head does not cite."""
    span = next(((piece.start, piece.end) for piece in pieces if piece.kind == "number"), None)
    if span is None and (printed := find_number(folded, 0, end)):
        start = printed[0]
        if not (folded[start - 1 : start] == "（" and "《" in folded[max(0, start - 60) : start]):
            span = printed
    return text[slice(*span)].replace(" ", "") if span else None


def _first_title(titles: list[Title], until: int) -> Title | None:
    """The first title, or the first with 关于 before any sentence where a web page prints a headline above it."""
    first = titles[0] if titles else None
    if first is None or "关于" in first.words:
        return first
    return next((t for t in titles if "关于" in t.words and t.start < until), first)


def _without_status(words: str) -> str:
    status = STATUS_BRACKET.search(fold(words))
    return squeezed(words[: status.start()] + words[status.end() :] if status else words)


def _status(plan: Title | None, folded: Folded) -> Status:
    if plan is None:
        return "final"
    around = folded[plan.start : plan.end]
    for bracket in STATUS_BRACKET.findall(around):
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


def _signature(folded: Folded, pieces: Sequence[Piece]) -> _Signature:
    """Who signs the notice or the end of the plan, and when; a day alone counts where none is signed, one behind the title last."""
    alone = addressed = None
    for at, piece in enumerate(pieces):
        addressed = addressed or piece.kind == "recipients"
        if piece.kind != "date":
            continue
        match = DATE.search(folded, piece.start, piece.end)
        assert match is not None
        signers = [p for p in pieces[first_signer(folded, pieces, at) : at] if p.kind == "title"]
        issuer = _signer([*(folded[p.start : p.end] for p in signers), folded[piece.start : match.start()]])
        found = _Signature(issuer, _day(match), piece.end if len(folded) - piece.end > _LONGEST_ENDING else 0)
        if issuer or addressed:
            return found
        alone = alone or found
    last = _signed_at_end(folded)
    if last and (last.issuer or not alone):
        return last
    if inside := _signed_inside(folded):
        return inside
    if alone:
        return alone
    origin = next((DATE.search(folded, piece.start, piece.end) for piece in pieces if piece.kind == "origin"), None)
    return _Signature(None, _day(origin) if origin else None)


def _signed_at_end(folded: Folded) -> _Signature | None:
    """The signature that closes the plan: its day stands on a line of its own, or behind the last sentence and the signing body."""
    end = len(folded)
    tail = max(0, end - _LONGEST_TAIL)
    for match in days_in(folded, tail, end):
        behind = folded[match.end() : match.end() + 1]
        if _opens_line(folded, match.start()):
            issuer = _signer(_lines_before(folded, match.start(), tail))
            if issuer is None and behind not in ("", "\n", "（"):
                continue
        elif (signers := signers_before(folded, tail, *match.span())) is not None:
            issuer = _signer([*_lines_before(folded, signers, tail)[:-1], folded[signers : match.start()]])
        elif not folded[match.end() :].strip() and folded[tail : match.start()].rstrip(" ").endswith("。"):
            issuer = None  # the day alone, behind the last sentence
        elif end - match.end() > _FEW_WORDS or (issuer := _signer(_lines_before(folded, match.start(), tail))) is None:
            continue
        return _Signature(issuer, _day(match))
    return None


def _signed_inside(folded: Folded) -> _Signature | None:
    """A signature before annexes, or one that a converter has run into a paragraph: of bodies with their place or of the nation."""
    for match in days_in(folded, 0, len(folded)):
        start, end = match.span()
        if _opens_line(folded, start):
            words = " ".join(_lines_before(folded, start, max(0, start - _LONGEST_TAIL))).strip()
            if not SIGNED.fullmatch(words) or goes_on_behind_day(folded, end):
                continue
        elif (signers := signers_before(folded, 0, start, end)) is not None:
            words = folded[signers:start]
        else:
            continue
        if words.startswith(("国", "中")) or place_at(words):
            return _Signature(_signer([words]), _day(match))
    return None


def _opens_line(folded: Folded, at: int) -> bool:
    return not at or folded[at - 1] == "\n"


def _lines_before(folded: Folded, at: int, least: int) -> list[str]:
    """The bodies on the lines before a day and what stands before it on its own line, less what is no part of the last sentence."""
    before = folded[least:at].rstrip()
    unsealed = (SEAL.sub("", line) for line in before[before.rfind("。") + 1 :].split("\n"))
    lines = [line for line in unsealed if line]
    first = max(len(lines) - 1, 0)
    while first and SIGNED.fullmatch(lines[first - 1]):
        first -= 1
    return lines[first:]


def _signer(lines: Sequence[str]) -> str | None:
    """The bodies that these lines end in; offices set short names as wide as long ones: 财 政 部."""
    signed = SIGNED.search(" ".join(lines).strip())
    if signed is None:
        return None
    words = signed.group("issuer").split()
    return ("" if all(len(word) == 1 for word in words) else " ").join(words)


def _facts(text: str, folded: Folded, end: int) -> tuple[dict[Fact, str], int]:
    """What the block of facts above the document says, the first of each, and where it ends; a single fact is no block."""
    facts: dict[Fact, str] = {}
    found = [*FACT.finditer(folded, 0, end)]
    said: dict[str, str] = {}
    for match in found:
        label = squeezed(match.group("label") or match.group("cell") or match.group("boxed"))
        value = said.setdefault(label, text[slice(*match.span("value"))])
        if fact := FACT_OF.get(label):
            facts.setdefault(fact, value)
    if not OF_LAWS.isdisjoint(said) and (published := next((said[label] for label in said if label in PUBLISHED), None)):
        facts.setdefault("day", published)
    return facts, found[-1].end() if len(found) >= _FEWEST_FACTS else 0


def _fact_day(words: str) -> date | None:
    words = fold(words)
    match = _FACT_DATE.match(words)
    if match:
        words = "{}年{}月{}日".format(*match.group("year", "month", "day"))
    day = DATE.match(words)
    return _day(day) if day else None


def _issuer(title: str | None, signed: _Signature) -> str | None:
    if title and (named := TITLE_ISSUER.match(fold(title))):
        words = title[: named.end("issuer")]
        # Several bodies stand apart in the signature, where the title has them joined, and whole where its beginning is cut off.
        words = signed.issuer if signed.issuer and squeezed(signed.issuer).endswith(squeezed(words)) else words
        return _set_apart(words)
    return _set_apart(signed.issuer) if signed.issuer else None


def _set_apart(words: str) -> str:
    """The names of bodies printed without a break, where each begins with the place of the first, or with the nation or the party.

    >>> _set_apart("甲市发展和改革委员会甲市财政局国家税务总局甲市税务局")
    '甲市发展和改革委员会 甲市财政局 国家税务总局甲市税务局'
    """
    place = _PLACE_OF_BODY.match(words)
    if place is None:
        return words
    begins = (place.group("place"), f"中共{place.group('place')}", *_NATIONAL)
    cuts = [
        at
        for at in range(1, len(words))
        if (words.startswith(begins, at) or _OTHER_GOVERNMENT.match(words, at))
        and _ENDS_BODY.search(words[:at])
        and not words.endswith(_OF_PLACES, 0, at)
    ]
    return " ".join(words[a:b].strip() for a, b in pairwise((0, *cuts, len(words))))


def _below_title(folded: Folded, pieces: Sequence[Piece], title: Title) -> str | None:
    """The bodies that stand below the title, as they do in reports."""
    below = [piece for piece in pieces if piece.start >= title.end]
    names = takewhile(lambda piece: piece.kind == "title" and SIGNED.fullmatch(folded, piece.start, piece.end), below)
    return _signer([folded[piece.start : piece.end] for piece in names])


def _recipients(text: str, folded: Folded, pieces: Sequence[Piece]) -> tuple[str, ...]:
    for piece in pieces:
        if piece.kind == "recipients":
            return tuple(text[a:b] for a, b in split_bodies(folded, piece.start, piece.end - 1).names)
    return ()


def _region(title: str | None, notice_title: str | None, issuer: str | None, number: str | None, folded: Folded) -> Region:
    for words in (issuer, notice_title, title):
        if words and (region := locate(simplify(words))):
            return region
    return (from_doc_number(simplify(number)) if number else None) or locate_in_body(folded) or Region()
