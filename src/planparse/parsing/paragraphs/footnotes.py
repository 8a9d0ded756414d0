"""Notes at the foot of a page: they go with the figures that refer to them, as they do from Word documents.

推动数字经济①发展 above, ①数字经济：指… below. A figure alone is no note, and neither is an item ①: a note has its figure behind a word
before it, and it explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.text import SourceText

_FIRST = ("①", "¹", "1]", "1〕", "1］", "1】", "注：", "注:", "注释")
_FIGURE = r"[①-⑳]|\[\^?\d{1,2}\]|［\d{1,2}］|〔\d{1,2}〕|【\d{1,2}】|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}"
_NOTE = Pattern(
    rf"(?m)^[ \t\u3000]*(?P<figure>{_FIGURE})[ ]?[:：.]?(?=[^\n]*(?:[:：指即]|《|http))[^\n\f]*",
    reads=("①数字经济：指以数据为要素的经济形态。", "〔2〕规上企业是指年收入2000万元以上的企业。", "[^1]: 见《规划》"),
    leaves=("①加强建设。", "1.数字经济：指", "推动数字经济①"),
)
_REFERENCE = Pattern(
    rf"(?:(?<={HAN})|(?<=[”》）]))(?:{_FIGURE})(?![、.：:])",
    reads=("数字经济①。", "规上企业〔2〕20家"),
    leaves=("①数字经济：指", "包括：①企业"),
)
_SENTENCE_END = "。；！？"
_MOST_LINES, _LONGEST = 8, 400  # of one note that lines break
# 注释： alone on its line above the notes, or the rule that parts them from the text.
_HEAD = Pattern(
    r"\n[ \t\u3000]*(?:(?:注释?|脚注)[:：]?|[—_－-]{4,60})[ \t\u3000]*$",
    reads=("完成。\n注释：", "完成。\n————————"),
    leaves=("完成。\n注释：1.数字经济", "完成。"),
)
_REACH_BACK = 70
_EXPLANATION = Pattern(
    r"\n[ \t\u3000]*注释[:：][ ]*[^\n\f ][^\n\f]*",
    reads=("完成。\n注释：数字经济指以数据为要素的经济形态。",),
    leaves=("完成。\n注释：\n1.数字经济", "关于注释：说明"),
)
# What a page prints last.
_REMARK = Pattern(r"\n[ \t\u3000]*注[:：]", reads=("\n注：本指标为累计数。",), leaves=("\n注意：", "\n关注："))
_LONGEST_REMARK = 500


def without_footnotes(source: SourceText) -> SourceText:
    """The text without its footnotes and the figures that refer to them."""
    text = source.text
    if not any(sign in text for sign in _FIRST):
        return source
    return source.edited(_apart(sorted((*_noted(text), *_remarks(source)))))


def _apart(edits: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    done = 0
    for start, end, new in edits:
        if start >= done:
            yield start, end, new
            done = end


def _noted(text: str) -> Iterator[tuple[int, int, str]]:
    """What takes out notes and their figures."""
    notes = [*_NOTE.finditer(text)]
    if not notes:
        return
    figures: dict[str, list[int]] = {}
    for reference in _REFERENCE.finditer(text):
        figures.setdefault(reference.group(), []).append(reference.start())
    for note in notes:
        figure = note.group("figure")
        before = [at for at in figures.get(figure, ()) if at < note.start()]
        if not before:
            continue
        figures[figure] = [at for at in figures[figure] if at > note.start()]
        yield from ((at, at + len(figure), "") for at in before)
        head = _HEAD.search(text, max(0, note.start() - _REACH_BACK), max(0, note.start() - 1))
        yield head.start() if head else max(0, note.start() - 1), _end_of_note(text, note.end()), ""


def _end_of_note(text: str, end: int) -> int:
    """Where a note ends that goes on over several lines: with a sentence, or before a line that opens something."""
    stop = end
    for _ in range(_MOST_LINES):
        if text[stop - 1] in _SENTENCE_END:
            return stop
        below = text.find("\n", stop + 1)
        below = len(text) if below < 0 else below
        line = text[stop + 1 : below].strip()
        if text[stop : stop + 1] != "\n" or not line or below - end > _LONGEST or _NOTE.search(text, stop + 1, below):
            return end
        stop = below
    return end


def _remarks(source: SourceText) -> Iterator[tuple[int, int, str]]:
    """What takes out 注释：… wherever it stands, and 注：… at the end of a page."""
    for remark in _EXPLANATION.finditer(source.text):
        yield *remark.span(), ""
    for start, end in pairwise((*(source.page_starts or ()), len(source.text))):
        last = _REMARK.search(source.text, max(start, end - _LONGEST_REMARK), end)
        if last and "\n" not in source.text[last.end() : end].strip():
            yield last.start(), end - (source.text[end - 1] in "\n\f"), ""
