"""The head of a document, cut into pieces: titles, numbers, recipients, dates, and the text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from planparse.language.body_names import ISSUER
from planparse.language.documents import DOCUMENT, PASSES_ON
from planparse.language.facts import FACT_OF, LABELS, OTHERS, Fact
from planparse.language.lexicon import alternation
from planparse.language.marks import read_mark
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.parsing.keys import squeezed
from planparse.parsing.references import DOC_NUMBER
from planparse.parsing.signers import DATE, LONGEST_SIGNER_LINE, SEAL, SIGNED, days_in, signers_before
from planparse.text import Folded

_TITLE_END = Pattern(
    rf"(?:(?:{DOCUMENT})|(?<![第一二三四五六七八九十\d])[一二三四五六七八九十\d]{{1,4}}条)(?:[”》]|（[^（）]{{1,20}}）)*$",
    reads=("甲市数字经济发展实施方案", "促进消费十条", "专项资金管理办法（试行）"),
    leaves=("总体要求", "甲市实施方案的背景", "总则第一条"),
)
# Behind or below the title: on which day it was passed or issued.
_ORIGIN = Pattern(
    r"（[^（）。]{0,40}(?:(?:19|20)\d\d[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{1,2}[ ]?日|[二一][〇零九一二三四五六七八]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[^（）。]{0,60}）$",
    reads=("关于印发甲市实施方案的通知（2024年1月3日）", "（2024年1月3日甲市人民政府第3次常务会议通过）"),
    leaves=("甲市行动计划（2023—2025年）", "（2024年1月）"),
)
_RECIPIENTS = Pattern(
    r"^(?![^：]{0,200}(?:下列|以下|不得|应当))(?:(?:各|市|省|区|县|自治区|有关|机关|驻|中央|国务院)[^。]{2,300}|[^。《》]{2,200}(?:政府|委|厅|局|办|部门|机构|单位|企业|院校|学校|公司))：$",
    reads=("各县（市、区）人民政府，市政府各部门：", "乙县财政局："),
    leaves=("现将有关事项通知如下：", "各县区要加强领导。", "有下列情况之一的企业，不得认定为专精特新企业："),
)
_PUBLIC = Pattern(
    "（?(?:此件|本文)[^（）。]{0,20}）?$", reads=("2024年1月3日（此件公开发布）", "本文有删减"), leaves=("2024年1月3日",)
)
# What web pages print around a document.
_AROUND_DOCUMENT = Pattern(
    "^(?:政策文件|政策全文|全文|目录|前言|首页|网站首页|信息公开|政府信息公开|政务公开|通知公告|规范性文件|[省市区县]政府文件|文件|正文|公文|附件?[0-9一二三四五六七八九十]{0,2})$"
    "|[>›_]|：//|^[^\u4e00-\u9fff〇]{5,}$|^(?:（转载）|当前位置|您(?:现在)?所?在的?位置|索引号|主题分类|发文机关|发文字号|文号|成文日期|发布日期|发布时间|发布机构|有效性|有效期|来源|分享到?|字体|字号|打印|浏览次数|时间|标题|名称|公文种类)[：:]?",
    reads=("首页", "当前位置：首页>政策文件", "索引号：A1", "来源：hnrb", "2024—01—03", "附件1"),
    leaves=("甲市实施方案", "甲市人民政府文件", "2023年工作要点", "5G"),
)
# The facts that pages and offices print in a block above a document: 发文机关：…, 成文日期：2024-07-26. Of a date that only tells when a
# page went online nothing follows.
# 标　　题：, 文　　号：: offices set short labels as wide as long ones.
_SET_WIDE = "|".join(rf"{label[0]}[ \n]{{1,6}}{label[1]}" for label in (*FACT_OF, *OTHERS) if len(label) == 2)
_IN_CELLS: tuple[Fact, ...] = ("issuer", "number", "day")
_CELL_LABELS = tuple(label for fact in _IN_CELLS for label in LABELS[fact])
# [发文单位] 甲市人民政府: data bases of laws set the label in brackets.
FACT = Pattern(
    rf"(?:(?<!{HAN})(?P<label>{alternation(FACT_OF, OTHERS)}|{_SET_WIDE})[ ]*：[ ；\n]{{0,99}}|(?<!{HAN})(?P<cell>{alternation(_CELL_LABELS)})[ ]?[；|][ ]?|（(?P<boxed>{alternation(FACT_OF, OTHERS)})）[：]?[ \n]{{0,9}})"
    r"(?P<value>[^\s：；]++)(?!：)",
    reads=(
        "发文机关：甲市人民政府",
        "印发单位：甲市财政局",
        "成文日期：2024-07-26",
        "标  题：甲市实施方案",
        "（发文单位） 甲市人民政府",
    ),
    leaves=("牵头单位：市财政局", "联合发文机关：甲市", "发布机构：\n分类：\n"),
)
_LABEL = Pattern(
    rf"（?(?:{alternation(FACT_OF, OTHERS)})[）：；|]{{1,2}}",
    reads=("发布机构：", "（发文机关）", "（时效性）"),
    leaves=("各发布机构：", "甲市财政局：", "发布机构负责"),
    by="match",
)
_PIECE = Pattern(r"[^\s；]+；?", reads=("甲市实施方案", "；甲市"), leaves=("", " \n"))
# What names a kind of document and no document; the heading of a table of contents.
_BARE = Pattern(rf"{DOCUMENT}", reads=("目录", "通知"), leaves=("甲市方案",), by="fullmatch")
# What a title never begins with, and a sentence of a notice or of a preamble does.
_SENTENCE = Pattern(
    "为|根据|按照|依据|遵照|经(?![营济贸信开费典验])|现将|现就|特此|请|《[^《》]{2,100}》[^《》]{0,4}(?:已|业经|经|现|印发)|附件?[0-9一二三四五六七八九十]{0,2}：",
    reads=("为深入贯彻落实", "《甲市实施方案》已经市政府同意", "附件：甲市实施方案"),
    leaves=("《甲市实施方案》", "甲市实施方案", "经营性文化单位"),
    by="match",
)
# What the line goes on with are annexes.
_ANNEXES = Pattern("附件?[0-9一二三四五六七八九十]{0,2}：", reads=("附件：1.甲市方案",), leaves=("附件1",), by="match")
_SENTENCE_ENDS = "。：；！"
_INSIDE = Pattern("《[^《》]*》|“[^“”]*”|（[^（）]*）", reads=("《甲，乙》",), leaves=("甲，乙",))
_BLANK_IN_NAME = Pattern(
    rf"[0-9A-Za-z.+]{HAN}|{HAN}[0-9A-Za-z]|[0-9A-Za-z][0-9A-Za-z（）《》“”]|[）》”][0-9A-Za-z]",
    reads=("5城", "与1"),
    leaves=("甲市", "，5"),
    by="fullmatch",
)
PASSED_ON = Pattern(PASSES_ON, reads=("关于印发甲市实施方案的通知", "批转意见"), leaves=("关于做好春耕生产的通知",))
_NOTICE_END = Pattern(
    "(?:通知|通告|函|公告|决定)(?:（[^（）]{1,20}）)?$", reads=("关于印发甲市方案的通知",), leaves=("甲市方案", "通知要求")
)
TITLE_ISSUER = Pattern(
    rf"^(?P<issuer>(?:{HAN}|[（） 、“”·]|[A-Z]\d{{0,2}}){{2,160}}?(?:{ISSUER})(?:等[\d一二三四五六七八九十]*个?(?:部门|单位|部委|委办局))?)等?(?=关于|印发|转发|批转|发布|就《)",
    reads=(
        "甲市人民政府关于印发实施方案的通知",
        "省财政厅等5部门印发行动方案",
        "省法院等关于印发方案的通知",
        "甲市海关等3部门关于",
    ),
    leaves=("关于印发实施方案的通知", "甲市数字经济发展方案"),
)
_DATED_TITLE = Pattern(
    rf"[^。：]{{4,160}}?(?:{DOCUMENT})[》”]?（(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日）",
    reads=("甲市关于印发实施方案的通知（2024年1月3日）甲政发",),
    leaves=("甲市实施方案（2024年1月）",),
    by="match",
)
_NAMED_BEFORE = Pattern(
    rf".*(?<![函令决])(?:{DOCUMENT})(?<!函)(?={HAN}{{2}})",
    reads=("的通知甲府办",),
    leaves=("甲办函字", "甲府办通知"),
    by="match",
)
_FIRST_CHAPTER = Pattern("(?<=[案划法定则例）])第[一1][章条]", reads=("管理办法第一章",), leaves=("根据第一条", "第一章"))
_PUBLIC_BEHIND = Pattern(
    "（(?:此件|本文)[^（）]{2,10}）", reads=("（此件公开发布）", "（本文有删减）"), leaves=("（试行）",), by="match"
)
_RUN_IN_TITLE = Pattern(
    rf"(?P<title>[^。，；：\n]{{4,60}}?(?:{DOCUMENT})(?:（[^（）]{{1,16}}）)?)(?=为|根据|按照|依据|第[一1]|\d{{4}}年是)",
    reads=("甲市实施方案为加快发展",),
    leaves=("甲市实施方案的说明", "为加快发展，甲市实施方案为"),
    by="match",
)
_HEAD_LENGTH = 4000
_LONGEST_TITLE_PIECE, _LONGEST_TITLE = 100, 200
# A hard-wrapped line is longer.
_SHORTEST_LINE = 20
_PUBLISHED = Pattern(
    "^（?(?:此件|本文|主动公开|公开方式|信息公开)|^新华社.{2,16}电$",
    reads=("（此件公开发布）", "公开方式：主动公开", "新华社北京2月21日电"),
    leaves=("甲市信息公开办法",),
)
# A number whose brackets a converter has lost.
_BARE_NUMBER = Pattern(
    rf"{HAN}{{2,8}}(?:19|20)\d\d\d{{1,3}}号",
    reads=("甲府办20235号",),
    leaves=("甲府办（2023）5号", "2023年5号"),
    by="fullmatch",
)


Kind = Literal["title", "number", "recipients", "date", "origin", "seal", "text"]


# What a converter has glued to a title: a dash, the label of an annex.
_LABELLED = Pattern(
    r"^(?:[-—－–]|附件?\d{0,2}[:：]?|[称题][:：])(?=.{4})",
    reads=("称：甲市实施方案", "-甲市实施方案", "附件1甲市实施方案"),
    leaves=("甲市实施方案",),
)


class Piece(NamedTuple):
    """A piece of the head, and what it is: an origin is a day in brackets behind a title, a seal who lends one to a body that has none."""

    kind: Kind
    start: int
    end: int


class Title(NamedTuple):
    """A title, as printed but without line ends and blanks."""

    words: str
    start: int
    end: int


def head_end(folded: Folded) -> int:
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


def pieces_of(folded: Folded, end: int) -> list[Piece]:
    """The head, cut at line ends, and at blanks that part something, each piece with what it is."""
    pieces: list[Piece] = []
    in_sentence = in_annexes = False
    done = 0
    for begin, stop in _cuts(folded, end):
        if begin == stop:
            continue
        start = begin
        if in_annexes and "\n" in folded[done:begin]:
            in_annexes = False
        done = stop
        if in_annexes:
            # On the same line a signature may follow.
            signs = SIGNED.fullmatch(folded, begin, stop) is not None
            in_annexes = DATE.fullmatch(folded, begin, stop) is None
            pieces.append(Piece(("title" if signs else "text") if in_annexes else "date", begin, stop))
            continue
        if not in_sentence and (number := _number_at(folded, begin, stop)):
            pieces.append(Piece("number", *number.span()))
            in_sentence = False
            start = number.end()
            if stop - start <= 1:
                continue
        origin, seal = _ORIGIN.search(folded, start, stop), SEAL.search(folded, start, stop)
        behind = origin or seal
        last = behind.start() if behind else stop
        if last > start:
            kind, in_sentence = _kind(folded, start, last, in_sentence=in_sentence)
            pieces.append(Piece(kind, start, last))
            in_annexes = kind == "text" and _ANNEXES.match(folded, start, last) is not None
        if behind:
            pieces.append(Piece("origin" if origin else "seal", last, stop))
            in_sentence = False
    return pieces


def find_number(folded: Folded, start: int, stop: int) -> tuple[int, int] | None:
    """Where the first number stands, without the end of a title that a converter has glued to it."""
    number = DOC_NUMBER.search(folded, start, stop) if folded.find("号", start, stop) >= 0 else None
    if number is None:
        return None
    named = _NAMED_BEFORE.match(folded, number.start(), folded.index("（", number.start()))
    return named.end() if named else number.start(), number.end()


def _number_at(folded: Folded, start: int, stop: int) -> re.Match[str] | None:
    """The number that a piece begins with, or holds in brackets; not one that a line end has cut from its citation."""
    if folded[start] == "（" and folded[stop - 1] == "）":
        return DOC_NUMBER.fullmatch(folded, start + 1, stop - 1)
    number = DOC_NUMBER.match(folded, start, stop) or _BARE_NUMBER.fullmatch(folded, start, stop)
    return None if number is None or folded[number.end() : number.end() + 1] in ("）", "，", "、") else number


def _cuts(folded: Folded, end: int) -> Iterator[tuple[int, int]]:
    """Where the head is cut: at line ends, at blanks but for those that only set off figures or stand inside of 《》, and run-in heads."""
    begun: tuple[int, int] | None = None
    for match in _PIECE.finditer(folded, 0, end):
        start, stop = match.span()
        if begun and _continues(folded, *begun, start):
            begun = begun[0], stop
            continue
        if begun:
            yield from _run_in_cuts(folded, *begun)
        begun = start, stop
    if begun:
        yield from _run_in_cuts(folded, *begun)


def _continues(folded: Folded, start: int, stop: int, following: int) -> bool:
    """Whether the blank behind a piece only sets off figures (打造5G 城市), or stands inside of 《》 or of a bracket alone."""
    gap = folded[stop:following]
    if following - start > _LONGEST_TITLE or "\n" in gap or "。" in folded[start:stop]:
        return False
    if folded.count("《", start, stop) > folded.count("》", start, stop):
        return True
    if folded[start] == "（" and folded.count("（", start, stop) > folded.count("）", start, stop):
        return True  # （甲市财政局 代章）
    return (
        gap == " "
        and _BLANK_IN_NAME.fullmatch(folded[stop - 1] + folded[following]) is not None
        and not ends_title(folded[start:stop])
        and not DATE.match(folded, following)
        and not folded[start:stop].endswith(("日", "号"))
    )


def _run_in_cuts(folded: Folded, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A paragraph in which parts of a head run on: a title, recipients, a signature, a first chapter. Each stands alone."""
    for chapter in _FIRST_CHAPTER.finditer(folded, start, stop):
        yield from (*_cut(folded, start, chapter.start()), chapter.span())
        start = chapter.end()
    yield from _cut(folded, start, stop)


def _cut(folded: Folded, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The same of a stretch in which no chapter begins."""
    if title := _DATED_TITLE.match(folded, start, stop):
        yield title.span()
        start = title.end()
    if (number := find_number(folded, start, min(stop, start + _LONGEST_TITLE))) and "。" not in folded[start : number[0]]:
        begin, _ = number
        if begin > start and folded[begin - 1] != "（" and ends_title(folded[start:begin]):
            yield start, begin
            start = begin
    if (day := DATE.match(folded, start, stop)) and day.end() < stop and ends_title(folded[day.end() : stop]):
        yield day.span()
        start = day.end()
    colon = folded.find("：", start, stop) + 1
    if 0 < colon < stop and stop - start > _LONGEST_TITLE_PIECE and _RECIPIENTS.match(folded[start:colon]):
        yield start, colon
        start = colon
    for day in days_in(folded, start, stop):
        signers = signers_before(folded, start, *day.span())
        if signers is None:
            continue
        yield from ((start, signers), (signers, day.start()), day.span())
        start = day.end()
        if public := _PUBLIC_BEHIND.match(folded, start, stop):
            start = public.end()
        if title := _RUN_IN_TITLE.match(folded, start, stop):
            yield title.span("title")
            start = title.end("title")
    # The first of several bodies that sign may stand behind the last sentence.
    sentence = folded.rfind("。", start, stop) + 1
    if 0 < sentence < stop and stop - sentence <= LONGEST_SIGNER_LINE and SIGNED.fullmatch(folded, sentence, stop):
        yield from ((start, sentence), (sentence, stop))
    else:
        yield start, stop


# 下载 通知及附件.pdf: a linked file, which is no line of a title.
_FILE_NAME = Pattern(
    r"[.。](?:pdf|docx?|xlsx?|wps|ofd|zip|rar)$", reads=("通知及附件.pdf", "申报表。doc"), leaves=("甲市管理办法", "pdf")
)


def _kind(folded: Folded, start: int, stop: int, *, in_sentence: bool) -> tuple[Kind, bool]:
    """What a piece is, and whether a sentence goes on behind it."""
    words = _PUBLIC.sub("", folded[start:stop]) or folded[start:stop]
    if FACT.match(words) or _LABEL.match(words):
        return "text", False
    found = DATE.search(words)
    if found and len(words) - len(found.group()) < LONGEST_SIGNER_LINE and found.end() >= len(words) - 1:
        return "date", False
    if _RECIPIENTS.match(words):
        return "recipients", False
    if SIGNED.fullmatch(words) and not _SENTENCE.match(words):
        return "title", in_sentence
    goes_on = words[-1] not in _SENTENCE_ENDS
    if in_sentence and TITLE_ISSUER.match(words) and words[-1] != "》" and ends_title(words):
        in_sentence = False  # what has no full stop, as menus have none, ends where a title names who issues it
    if in_sentence or (_SENTENCE.match(words) and not (ends_title(words) and "《" not in words and "：" not in words)):
        short = words.startswith("附") or (words.startswith(("请", "特此")) and len(words) < _SHORTEST_LINE)
        return "text", goes_on and not short and not (found and words.endswith("日"))
    if (
        _AROUND_DOCUMENT.search(words)
        or _FILE_NAME.search(words)
        or folded[max(0, start - 4) : start].rstrip().endswith((">", "›"))
        or len(words) > (_LONGEST_TITLE if "关于" in words and ends_title(words) else _LONGEST_TITLE_PIECE)
        or _PUBLISHED.match(words)
        or read_mark(words, 0)
    ):
        return "text", False
    if (
        "。" in words
        or words[-1] in "，；：、"
        or ("，" in _INSIDE.sub("", words) and not ("关于" in words.partition("，")[0] and ends_title(words)))
    ):
        return "text", goes_on
    return "title", False


def ends_title(words: str) -> bool:
    """Whether words end in what a document is called."""
    return _TITLE_END.search(words, max(0, len(words) - 60)) is not None


def titles_of(text: str, folded: Folded, pieces: Sequence[Piece]) -> list[Title]:
    """Runs of short pieces that end in what a document is called; a bracket behind belongs to the title."""
    titles: list[Title] = []
    run: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.kind != "title":
            run = []
            continue
        words = folded[piece.start : piece.end]
        if words[0] == "（" and words[-1] == "）" and not run:
            if titles and at and titles[-1].end == pieces[at - 1].end:
                last = titles.pop()
                titles.append(Title(last.words + text[piece.start : piece.end], last.start, piece.end))
            continue
        run.append(piece)
        joined = _joined(folded, run)
        if len(joined) > _LONGEST_TITLE:
            run = []
        elif ends_title(joined) and not _BARE.fullmatch(joined) and not _goes_on(folded, joined, pieces, at):
            run = _from_issuer(folded, run)
            if not joined.endswith("》") or joined.startswith("《") or PASSED_ON.search(joined):
                start = run[0].start + (folded[run[0].start] == "—")
                titles.append(Title(_LABELLED.sub("", _joined(text, run)), start, piece.end))
            run = []
    return titles


def _joined(text: str, run: Sequence[Piece]) -> str:
    return squeezed("".join(text[piece.start : piece.end] for piece in run))


def _goes_on(folded: Folded, joined: str, pieces: Sequence[Piece], at: int) -> bool:
    """Whether a title that could end here runs on: 关于印发X行动 / 方案的通知."""
    following = ""
    passes_on = PASSED_ON.search(joined) and not _NOTICE_END.search(joined)
    is_about = TITLE_ISSUER.match(joined) and not PASSED_ON.search(joined) and joined.endswith(_NO_NOTICE)
    for piece in pieces[at + 1 : at + 4]:
        if piece.kind != "title":
            break
        following += folded[piece.start : piece.end]
        if passes_on and _NOTICE_END.search(following) and not TITLE_ISSUER.match(following):
            return True
        if joined.count("《") > joined.count("》") and "》" in following:
            return True
        if len(following) <= 16 and following.startswith(_WORDS_ON) and ends_title(following):
            return True
        if is_about and _ENDS_NOTICE.search(following):
            return True  # 甲市政府关于推行公示制度 / 审核制度的指导意见
    return False


# A full line of a title that names one body and is cut within the next.
_CUT_ISSUER = Pattern(
    f"(?!{HAN}{{0,40}}(?:关于|网站|目录|平台|栏目)){HAN}{{2,40}}(?:{ISSUER}){HAN}{{2,24}}(?<={HAN}{{20}})",
    reads=("甲市现代服务业合作区管理局国家税务总局甲", "甲省住房和城乡建设厅甲省发展和改革委员会甲省"),
    leaves=("甲市人民政府门户网站信息公开目录主动公开", "甲市财政局甲市", "甲市财政局关于印发甲市平台建设实施方案的若干"),
    by="fullmatch",
)
# What no title ends in that says who writes about what; and what such a title ends in.
_NO_NOTICE = ("制度", "工程", "政策", "举措", "规范", "标准")
_ENDS_NOTICE = Pattern("(?:意见|通知|方案|措施|决定|公告)$", reads=("制度的指导意见",), leaves=("审核制度", "意见要求"))
_WORDS_ON = ("的", "方案", "计划", "实施", "通知", "意见")


def _from_issuer(folded: Folded, run: list[Piece]) -> list[Piece]:
    """The run without what a page prints before the line that names who issues it, other issuers excepted."""
    words = [folded[piece.start : piece.end] for piece in run]
    first = max((at for at, of in enumerate(words) if TITLE_ISSUER.match(of)), default=0)
    while first and (SIGNED.fullmatch(words[first - 1]) or _CUT_ISSUER.fullmatch(words[first - 1])):
        first -= 1
    return run[first:]


def around_title_behind_day(folded: Folded, start: int, stop: int) -> Iterator[int]:
    """Where the day and the title stand behind which a plan begins in a running paragraph, after a notice that is signed on that day."""
    for day in days_in(folded, start, stop):
        if signers_before(folded, start, *day.span()) is None:
            continue
        public = _PUBLIC_BEHIND.match(folded, day.end(), stop)
        begin = public.end() if public else day.end()
        if title := _RUN_IN_TITLE.match(folded, begin, stop):
            yield from (day.start(), day.end(), begin, title.end("title"))
            return


def first_signer(folded: Folded, pieces: Sequence[Piece], date: int) -> int:
    """Where the bodies begin that sign before a date, one or several side by side."""
    at = first = date
    while at:
        piece = pieces[at - 1]
        if piece.kind == "title" and SIGNED.fullmatch(folded, piece.start, piece.end):
            first = at - 1
        elif piece.kind != "seal":
            break
        at -= 1
    return first
