"""Days, and the bodies that sign on them: 甲市人民政府 2024年1月3日, on lines of their own or at the end of a running paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planparse.language.body_names import ISSUER
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.language.regions import place_at
from planparse.text import Folded

DATE = Pattern(
    r"(?=[12二一])(?:(?P<year>(?:19|20)\d\d)[ ]?年[ ]?(?P<month>\d{1,2})[ ]?月[ ]?(?P<day>\d{1,2})[ ]?日"
    r"|(?P<han_year>[二一][〇零九一二三四五六七八]{3})年(?P<han_month>[一二三四五六七八九十]{1,2})月(?P<han_day>[一二三四五六七八九十]{1,3})日)",
    reads=("2024年1月3日", "二〇二四年一月三日"),
    leaves=("2024年1月", "1月3日"),
)
_LONGEST_DAY = len("2024 年 12 月 31 日")
SIGNED = Pattern(
    rf"(?P<issuer>(?:{HAN}|[ 、\n“”·]|[A-Z]\d{{0,2}}|（{HAN}{{2,6}}）){{2,200}}?(?:{ISSUER})(?:（{HAN}{{2,12}}(?:{ISSUER})）)?)$",
    reads=(
        "甲市人民政府办公室",
        "甲市市场监督管理局（知识产权局）",
        "文化和旅游部艺术司",
        "省财政厅 国家税务总局甲省税务局",
        "甲省推进“三区”建设领导小组",
        "G60走廊联席会议办公室",
    ),
    leaves=("2024年1月3日", "加强领导"),
)
# 甲市卫生健康委员会代章: who lends its seal to a body that has none.
SEAL = Pattern(
    "（(?:[^（）]{2,60}代章?|盖?章|印章?|代章?)）$",
    reads=("（甲市财政局代章）", "甲办公室（甲市财政局代）", "甲办公室（代）", "甲市财政局（盖章）"),
    leaves=("（试行）", "代章"),
)
_ENDS_AS_BODY = Pattern(rf"(?:{ISSUER})$", reads=("甲市人民政府",), leaves=("甲市方案", "政府采购"))
# 2024年1月3日起施行, 2024年1月3日印发的通知: no signature.
_GO_ON_BEHIND_DAY = "前后起至止—，。、；印发下出召批以的在开审会常"
_LONGEST_SIGNERS = 200
LONGEST_SIGNER_LINE = 45
_LEVELS = "省市区县州盟旗"


def days_in(folded: Folded, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The days that stand in a stretch, in order; each is looked for before its 日, and few stretches have one."""
    at = folded.find("日", start, stop)
    while at >= 0:
        if day := DATE.search(folded, max(start, at - _LONGEST_DAY), at + 1):
            yield day
        start = at + 1
        at = folded.find("日", start, stop)


def signers_before(folded: Folded, least: int, start: int, end: int) -> int | None:
    """Where the bodies begin that alone stand before the day at `start`–`end` of a running paragraph, and sign on that day."""
    if goes_on_behind_day(folded, end):
        return None
    if seal := SEAL.search(folded, max(least, start - LONGEST_SIGNER_LINE), start):
        start = seal.start()
    least = max(least, start - _LONGEST_SIGNERS)
    first = None
    while start > least:
        start = least + len(folded[least:start].rstrip(" "))
        begin = _signer_before(folded, least, start)
        if begin is None:
            break
        first = start = begin
        if folded[start - 1 : start] != " ":
            break
    return first


def _signer_before(folded: Folded, least: int, end: int) -> int | None:
    """Where the bodies begin that stand before an offset: behind a mark or a blank, or, glued to other words, with the place of each."""
    if not _ENDS_AS_BODY.search(folded, max(least, end - 8), end):
        return None
    # A blank parts bodies, or the two lines of a long name that begins with its place.
    begin = max(least, *(folded.rfind(mark, least, end) + 1 for mark in "。）》！：\n"))
    begin = end - len(folded[begin:end].lstrip(" "))
    if place_at(folded, begin) and SIGNED.fullmatch(folded, begin, end):
        return begin
    begin = max(begin, folded.rfind(" ", least, end) + 1)
    if SIGNED.fullmatch(folded, begin, end):
        return begin
    found = None
    for at in range(end - 2, begin - 1, -1):
        if folded[at].isdigit():
            break
        place = place_at(folded, at)
        if place is None or folded[place.end - 1] not in _LEVELS:
            continue
        if SIGNED.fullmatch(folded, at, end if found is None else found) or (found is not None and place.end > found):
            found = at
    return found


def goes_on_behind_day(folded: Folded, end: int) -> bool:
    """Whether what follows a day makes it part of a sentence."""
    behind = folded[end : end + 1]
    return bool(behind) and behind in _GO_ON_BEHIND_DAY
