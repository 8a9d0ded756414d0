"""Page boilerplate goes, broken lines heal; what is left is the canonical text, one paragraph a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planparse.language.folding import fold
from planparse.language.patterns import Pattern
from planparse.parsing.paragraphs.blanks import INDENT, blank_edits, spaced_out_edits
from planparse.parsing.paragraphs.columns import in_reading_order
from planparse.parsing.paragraphs.damage import mend
from planparse.parsing.paragraphs.footnotes import without_footnotes
from planparse.parsing.paragraphs.line_ends import breaks_anywhere, line_edits
from planparse.parsing.paragraphs.page_lines import FILLED_LINE, without_page_lines
from planparse.parsing.paragraphs.reflow import reflow
from planparse.parsing.paragraphs.run_in import find_run_in
from planparse.parsing.paragraphs.run_in_tables import part_run_in_tables
from planparse.parsing.paragraphs.run_in_tasks import part_run_in_tasks
from planparse.parsing.paragraphs.spaced_tables import part_spaced_tables
from planparse.parsing.paragraphs.stacked_tables import join_wrapped_rows, part_stacked_tables, part_unnumbered_tables
from planparse.parsing.tables.grids import is_header
from planparse.text import Folded, SourceText

# Control characters, byte order marks, soft hyphens and lone surrogates carry nothing and break JSON or YAML.
_UNPRINTABLE = Pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff\xad]",
    reads=("甲市\u200b方案", "\ufeff一、总体要求"),
    leaves=("甲市方案\n一、总体要求\t目标",),
)
_LINE_ENDS = Pattern(
    "[\r\x0b\u0085\u2028\u2029]\n?", reads=("第一行\r\n第二行", "第一行\u2028第二行"), leaves=("第一行\n第二行",)
)

# How many characters tell that a text begins anew, and how many at its end may differ from copy to copy.
_OPENING, _LONGEST_ENDING = 60, 60

# A tab parts the cells of a table where text stands on both sides of it, and behind an empty first cell of a row under a header;
# elsewhere it is a blank.
_OUTER_TABS = Pattern(
    r"(?m)^[ \t\xa0\u3000]*\t[ \t\xa0\u3000]*|[ \xa0\u3000]*\t[ \t\xa0\u3000]*$",
    reads=("\t责任单位", "责任单位\t\n"),
    leaves=("序号\t任务",),
)
_LONGEST_HEADING = 50  # of a group of rows; what is longer is no heading
_EMPTY = "—"
_BAR = Pattern("[｜│]", reads=("指标｜2026年", "指标│目标"), leaves=("指标|目标",))
# Blanks of other scripts and of typesetters, which mean no more than a plain one.
_OTHER_BLANK = Pattern(r"[\u1680\u2000\u2001\u2004-\u200a\u202f\u205f]", reads=("5\u2009家",), leaves=("5\u3000家", "5 家"))
# 附 / 则: the two characters of a heading that were set so far apart that lines or paragraphs seem to break between them.
_SET_APART = Pattern(
    "(?<=[\n章 \u3000\xa0][总附])(?:[ \u3000\xa0]*\n[ \u3000\xa0]*|[ \u3000\xa0]{2,8})(?=则[ \u3000\xa0\n第])",
    reads=("\n附\n则\n", "第一章 总\u3000\u3000则\n", "第九章 附\n则 第八条", "第一章 总 \xa0 \xa0则\xa0 \xa0 第一条"),
    leaves=("总 则\n", "附\n则由市政府解释", "方案附\n则\n"),
)


def normalize(source: SourceText) -> tuple[SourceText, Folded]:
    """Make the canonical text and its folded twin (planparse.language.folding.fold); of the first all that follows holds.

    1. It has no control character but the line feed, and the tab between the cells of a table; and no lone surrogate.
    2. Page numbers on lines of their own, heads that run over all pages, and footnotes with the figures that refer to them are gone.
    3. What was set in two columns stands in the order in which one reads it.
    4. Blanks that only set off numbers are gone: 到 2025 年 is 到2025年.
    5. Paragraphs that stood on one line, parted by blanks, are lines of their own.
    6. A paragraph that a page break or a hard wrap had cut is one line again.
    7. No line is empty or begins or ends with a blank.
    8. A text that was stored twice is said once.
    """
    if not source.text.replace("\n", "").replace("\u3000", "").isprintable():
        source = _sub(_UNPRINTABLE, "", _sub(_OTHER_BLANK, " ", _sub(_LINE_ENDS, "\n", source)))
    source = source.edited(part_spaced_tables(source.text))
    if "序号\n" in source.text or "序\n号" in source.text:
        source = source.edited(part_stacked_tables(source.text))
    if "单位\n" in source.text or "部门\n" in source.text:
        source = source.edited(part_unnumbered_tables(source.text))
    if "序号\t" in source.text:
        source = source.edited(join_wrapped_rows(source.text))
    source = without_footnotes(in_reading_order(without_page_lines(source)))
    source = SourceText(source.text.replace("\f", "\n"), source.page_starts, source.headings)
    if "｜" in source.text or "│" in source.text:
        source = source.edited(_bar_edits(source.text))
    if "\t" in source.text:
        source = _sub(_OUTER_TABS, " ", source.edited(_empty_first_cells(source.text)))
    source = source.edited(spaced_out_edits(source.text))
    if "则" in source.text:
        source = _sub(_SET_APART, "", source)
    source = mend(source)
    was_wrapped = breaks_anywhere(source.text)
    source = source.edited(reflow(source.text, {at for at, _ in source.headings}))
    source = source.edited(blank_edits(source.text))
    folded = fold(source.text)
    source, folded = _both_edited(source, folded, part_run_in_tasks(folded))
    if "序号" in folded:
        source, folded = _both_edited(source, folded, part_run_in_tables(folded))
    source, folded = _both_edited(source, folded, ((at, at, "\n" + INDENT) for at in find_run_in(folded)))
    paragraphs = line_edits(source.text, folded, {at for at, _ in source.headings}, was_wrapped=was_wrapped)
    source, folded = _both_edited(source, folded, paragraphs)
    return _both_edited(source, folded, _first_copy(source.text))


def _both_edited(source: SourceText, folded: Folded, edits: Iterable[tuple[int, int, str]]) -> tuple[SourceText, Folded]:
    """The text and its folded twin with the same edits."""
    made = [*edits]
    return source.edited(made), Folded(SourceText(folded).edited(made).text)


def _sub(pattern: Pattern, new: str, source: SourceText) -> SourceText:
    return source.edited((*match.span(), new) for match in pattern.finditer(source.text))


def _first_copy(text: str) -> Iterator[tuple[int, int, str]]:
    """What takes out the first of two copies of a whole text, as pages print a document once for each device."""
    opening = text[:_OPENING]
    at = text.find(opening, 1)
    if (
        len(text) // 3 < at <= len(text) - at + _LONGEST_ENDING
        and text.find(opening, at + 1) < 0
        and text.startswith(text[: at - _LONGEST_ENDING], at)
    ):
        yield 0, at, ""


def _bar_edits(text: str) -> Iterator[tuple[int, int, str]]:
    """What makes the bars of wide print that part the cells of a row bars of half width; one alone on its line parts nothing."""
    for line in FILLED_LINE.finditer(text):
        bars = [bar.span() for bar in _BAR.finditer(text, *line.span())]
        if len(bars) > 1:
            yield from ((*bar, "|") for bar in bars)


def _empty_first_cells(text: str) -> Iterator[tuple[int, int, str]]:
    """What keeps the empty first cells of rows as wide as the header above them: a dash, as offices print it."""
    width = start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        words = line.strip()
        if "\t" not in line:
            # Headings of groups stand between rows, sentences do not.
            if len(words) > _LONGEST_HEADING or "。" in words:
                width = 0
        elif line.startswith(words[:1]) and is_header(words):
            width = line.count("\t")
        elif line.count("\t") == width and "\t" in words:
            blank = line[: len(line) - len(line.lstrip())]
            if "\t" in blank:
                yield start, start + len(blank), _EMPTY + "\t" * blank.count("\t")
        start = end + 1
