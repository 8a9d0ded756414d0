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
    "numbering-repeats": ("序号 {found} 前面已经有过", "{found} stands here again"),
    "numbering-restarts": (
        "序号从 {found} 重新开始，而前面的列表并未结束",
        "numbers begin anew with {found} though nothing has closed the list before",
    ),
    "path-twice": ("路径 {path} 出现两次", "the path {path} stands here again"),
    "empty-title": ("{found} 没有标题", "{found} has no title"),
    "no-text": ("{found} 只有标题，同类各项都有正文", "{found} is a title alone, its like hold text"),
    "far-longer": (
        "{found} 比同类各项长得多，其中可能丢失了序号",
        "{found} is far longer than its like; marks may be lost in it",
    ),
    "buried-mark": ("序号 {found} 在段落中间", "{found} stands in the midst of a paragraph"),
    "broken-off": ("句子没有写完：{words}", "a sentence breaks off: {words}"),
    "unknown-bodies": ("责任分工中没有认识的单位：{words}", "a responsibility clause that names no known body: {words}"),
    "unknown-columns": ("不认识的表头：{words}", "a table with columns that nobody knows: {words}"),
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
