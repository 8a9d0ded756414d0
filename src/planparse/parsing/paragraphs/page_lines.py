"""What a page prints at its head and its foot, told by where it stands: lone numbers that count pages, and lines that come again and again.

Where the text says where its pages begin, these are first and last lines; elsewhere they stand as far apart as pages are long.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planparse.language.patterns import Pattern
from planparse.text import SourceText

_LONE_NUMBER = Pattern(r"[ \t　]*\d{1,4}[ \t　]*", reads=("12", " 3 "), leaves=("12345", "3."), by="fullmatch")
FILLED_LINE = Pattern(r"[^\S\n\f]*+\S[^\n\f]*", reads=("一、总体要求", "  目标"), leaves=("", "   \n  "))
# What repeats in a text by itself: clauses, sentences, cells, brackets.
_SAID = Pattern(
    "[：。；，、|\t（）():;,〔〕\\[\\]【】“”]|负责|牵头|落实|执行",
    reads=("责任单位：市财政局", "（一）目标", "年10月)", "按职责分工负责〕", "各区政府负责"),
    leaves=("甲市人民政府公报 2024年第5期",),
)
_DASH = "[-－—–―─ー一﹣]"
_PAGE_NUMBER = Pattern(
    rf"{_DASH}{{1,3}}[ ]?\d{{1,4}}[ ]?{_DASH}{{1,3}}|第[ ]?\d{{1,4}}[ ]?页(?:[ ，,/]{{0,3}}共[ ]?\d{{1,4}}[ ]?页)?|\d{{1,4}}[ ]?/[ ]?\d{{1,4}}",
    reads=("— 3 —", "第 2 页 共 10 页", "3/12"),
    leaves=("3", "第3条", "2020—2025"),
    by="fullmatch",
)
_LONGEST_PAGE_NUMBER = 20
# 2026/5/11 09:06 and the title, the address and the number of the page: what a browser prints around each page.
_OF_BROWSER = Pattern(
    r"(?:https?|file)://[!-~]+(?:[ \t\xa0\u3000]+(?:第?[ ]?\d{1,4}[ ]?页?(?:[ ]?[/，,共][ ]?共?\d{1,4}[ ]?页?)?))?|20\d\d/\d{1,2}/\d{1,2}[ ,]{1,2}(?:[上下]午)?\d{1,2}:\d\d(?::\d\d)?(?:[ \t\xa0\u3000]+(?!来源|发布|作者|字号)[^\n。；]{1,120})?",
    reads=(
        "2026/5/11 09:06 关于印发计划的通知_县政府门户网站",
        "http://www.gov.example/art/5.html 第1页/共2页",
        "https://a.cn/b 2/7",
    ),
    leaves=("网址：http://www.gov.example", "2026/5/11前完成", "2026年5月11日", "2023-02-27 18:43 来源： 新华社"),
    by="fullmatch",
)
_OPEN_OF_BROWSER = ("http://", "https://", "file://", "20")
_FEWEST_PAGES, _FEWEST_HEADS = 3, 4
_SHORTEST_PAGE = 15  # lines
_UNEVEN = 2  # lines by which pages with the same head differ in length
_SHORTEST_HEAD, _LONGEST_HEAD = 5, 40
_MOST_TITLES = 3
_SHORTEST_ON_AVERAGE = 12  # characters of a line of running text, where cells of tables are shorter


class _Line(NamedTuple):
    """A line that is not empty, and the how-manieth it is."""

    start: int
    end: int
    number: int


def without_page_lines(source: SourceText) -> SourceText:
    """The text without such lines."""
    pages = source.page_starts
    found = _between_pages(source.text) if pages is None or len(pages) < 2 else _on_pages(source.text, pages)
    return source.edited((start, end, "") for start, end in found)


def _on_pages(text: str, pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last lines of pages that are lone numbers or stand on most pages."""
    outer: dict[tuple[int, int], None] = {}
    for start, end in pairwise((*pages, len(text))):
        lines = [match.span() for match in FILLED_LINE.finditer(text, start, end)]
        outer |= dict.fromkeys(lines[:1] + lines[-1:])
    seen = Counter(text[a:b].strip() for a, b in outer)
    most = max(2, len(pages) // 2)
    for a, b in outer:
        if _LONE_NUMBER.fullmatch(text, a, b) or seen[text[a:b].strip()] > most:
            yield a, b


def _between_pages(text: str) -> Iterator[tuple[int, int]]:
    """The lines that stand as far apart as pages are long: numbers that go up by one, and lines that say the same."""
    if text.count("\n") < _FEWEST_PAGES * _SHORTEST_PAGE:
        return
    counting: list[_Line] = []
    same: defaultdict[str, list[_Line]] = defaultdict(list)
    number = 0
    for number, match in enumerate(FILLED_LINE.finditer(text)):
        line = _Line(*match.span(), number)
        if line.end - line.start > _LONGEST_HEAD:
            continue
        words = match.group().strip()
        if _LONE_NUMBER.fullmatch(words):
            counting.append(line)
        elif len(words) >= _SHORTEST_HEAD and not _SAID.search(words):
            same[words].append(line)
    if len(text) < number * _SHORTEST_ON_AVERAGE:
        return
    found = [line for lines in same.values() for line in _even(lines, number)]
    found += _page_numbers(text, counting)
    yield from sorted((line.start, line.end) for line in found)


def _even(lines: Sequence[_Line], last: int) -> Sequence[_Line]:
    """Of lines that say the same those that stand at the same distance, page by page from the first to the last, which may be shorter.

    Before them the same can stand as the title.
    """
    apart = [below.number - line.number for line, below in pairwise(lines)]
    for first in range(min(_MOST_TITLES, len(lines) - _FEWEST_HEADS) + 1):
        shortest = min(apart[first:-1])
        page = shortest + _UNEVEN
        on_all = lines[first].number <= page and last - lines[-1].number <= page
        if on_all and shortest >= _SHORTEST_PAGE and max(apart[first:]) <= page:
            return lines[first:]
    return []


def _page_numbers(text: str, lines: Sequence[_Line]) -> list[_Line]:
    """Lone numbers that go up by one, all about as far apart, but for the last; an empty list where any stands elsewhere."""
    numbers = [int(text[line.start : line.end]) for line in lines]
    apart = [below.number - line.number for line, below in pairwise(lines)]
    if len(lines) < _FEWEST_PAGES or any(below != number + 1 for number, below in pairwise(numbers)):
        return []
    shortest = min(apart[:-1])
    return [*lines] if shortest >= _SHORTEST_PAGE and max(apart) <= 2 * shortest else []


def is_page_number(line: str) -> bool:
    """Whether a line is the number of a page, or what a browser prints at its head and its foot."""
    if len(line) <= _LONGEST_PAGE_NUMBER:
        return _PAGE_NUMBER.fullmatch(line) is not None or _OF_BROWSER.fullmatch(line) is not None
    return line.startswith(_OPEN_OF_BROWSER) and _OF_BROWSER.fullmatch(line) is not None
