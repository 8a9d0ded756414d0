"""The messages of diagnostics, which an extracted plan carries in both languages: code → Chinese, English. A gap is {a field}.

These messages are part of the results: changing them changes what is extracted.
"""

from __future__ import annotations

from typing import Final

from planparse.messages import Words

DIAGNOSTICS: Final[dict[str, Words]] = {
    "no-title": ("第一个序号之前没有标题", "no title found before the first outline mark"),
    "no-outline": (
        "没有以序号开头的段落：文本没有章节，也没有举措",
        "no paragraph begins with an outline mark: the text has no sections and no measures",
    ),
    "headings-lost": (
        "{found} 之前似乎丢失了一个标题：它不属于前一项",
        "a heading seems to be missing before {found}, which cannot belong to the item before it",
    ),
    "numbering-gap": ("序号为 {found}，应为第 {expected}", "found {found}, expected number {expected}"),
    "numbering-repeats": ("序号 {found} 前面已经有过", "the mark {found} has occurred before"),
    "numbering-restarts": (
        "序号从 {found} 重新开始，而前面的列表并未结束",
        "numbering restarts at {found} although the list before it has not ended",
    ),
    "path-twice": ("路径 {path} 出现两次", "the path {path} occurs twice"),
    "empty-title": ("{found} 没有标题", "{found} has no title"),
    "no-text": ("{found} 只有标题，同类各项都有正文", "{found} has only a title, while similar items have text"),
    "far-longer": (
        "{found} 比同类各项长得多，其中可能丢失了序号",
        "{found} is far longer than similar items; marks may be lost in it",
    ),
    "buried-mark": ("序号 {found} 在段落中间", "the mark {found} is in the middle of a paragraph"),
    "broken-off": ("句子没有写完：{words}", "unfinished sentence: {words}"),
    "unknown-bodies": ("责任分工中没有认识的单位：{words}", "no known body in the responsibility clause: {words}"),
    "unknown-columns": ("不认识的表头：{words}", "unrecognised table headings: {words}"),
    "no-units": (
        "这项举措没有写明责任单位，其他举措写明了",
        "this measure names no responsible body, while others do",
    ),
    "unread-clause": (
        "有责任分工的字样，但没有读出：{words}",
        "unrecognised responsibility clause: {words}",
    ),
    "unknown-label": ("不认识的责任分工标签：{words}", "unrecognised responsibility label: {words}"),
    "broken-bracket": ("{words} 的括号没有闭合", "unclosed bracket: {words}"),
    "clause-outside-measure": ("责任分工不在任何举措之内", "the responsibility clause is outside all measures"),
    "unplaced-number": ("无法判断这个数字是什么", "the rules cannot say what this number is"),
}
