"""The words of diagnostics, which an extracted plan carries in both languages: code → Chinese, English. A gap is {a field}.

What is said here is part of what is extracted: whoever changes it changes results.
"""

from __future__ import annotations

from typing import Final

from planparse.messages import Words

DIAGNOSTICS: Final[dict[str, Words]] = {
    "no-title": ("第一个序号之前没有标题", "no title was found before the first mark"),
    "no-outline": (
        "没有以序号开头的段落：文本没有章节，也没有举措",
        "no outline mark opens a paragraph: the text has no sections and no measures",
    ),
    "headings-lost": (
        "{found} 之前似乎丢失了一个标题：它不属于前一项",
        "a heading seems to be lost before {found}, which cannot belong to the item before it",
    ),
    "numbering-gap": ("序号为 {found}，应为第 {expected}", "{found} stands where {expected} was expected"),
    "no-units": (
        "这项举措没有写明责任单位，其他举措写明了",
        "the measure names no body that answers for it, others do",
    ),
    "unread-clause": (
        "有责任分工的字样，但没有读出：{words}",
        "words of responsibility that no clause pattern reads: {words}",
    ),
    "unknown-label": ("不认识的责任分工标签：{words}", "unrecognised responsibility label: {words}"),
    "broken-bracket": ("{words} 的括号没有闭合", "{words} is never closed"),
    "clause-outside-measure": ("责任分工不在任何举措之内", "a responsibility clause stands outside every measure"),
    "unplaced-number": ("无法判断这个数字是什么", "the rules cannot say what this number is"),
}
