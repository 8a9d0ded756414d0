"""Word's automatic numbering: the marks 一、 （一） 1. that stand nowhere in the text of a docx and are counted while it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from planparse.readers.word.markup import VAL, W, is_on, number
from planparse.readers.word.number_formats import print_number

_PLACE = re.compile("%([1-9])")
_DEEPEST_STYLE = 20  # of styles that build on each other; Word allows eleven
# Behind these no blank is needed; behind a point one is, for 1.2025年 reads as another number.
_CLOSED = "、：）)】〕"


class Styles:
    """The styles of a document: what a paragraph or a run inherits from its own, and from those that it builds on."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(W + "style")
        self._by_id = {style.get(W + "styleId", ""): style for style in styles}
        self._default = next((s for s in styles if s.get(W + "type") == "paragraph" and s.get(W + "default") == "1"), None)

    def chain(self, properties: Element | None, kind: str) -> list[Element]:
        """The style that properties name with w:pStyle or w:rStyle, then those that it builds on."""
        named = None if properties is None else properties.find(W + kind)
        style = self._by_id.get(named.get(VAL, "")) if named is not None else None
        if style is None and kind == "pStyle":
            style = self._default
        chain: list[Element] = []
        while style is not None and len(chain) < _DEEPEST_STYLE:
            chain.append(style)
            base = style.find(W + "basedOn")
            style = self._by_id.get(base.get(VAL, "")) if base is not None else None
        return chain

    def list_of(self, style_id: str) -> int | None:
        """The list that a numbering style stands for."""
        return number(self._by_id.get(style_id), f"{W}pPr/{W}numPr/{W}numId")


class _Level(NamedTuple):
    """How one level of a list prints and counts; `restart` is the level, from 1, behind which it begins anew, 0 for never."""

    start: int
    number_format: str
    text: str
    suffix: str
    restart: int
    legal: bool
    style: str


@dataclass(slots=True)
class _List:
    """A list that paragraphs name by w:numId: lists of one abstract definition share its counters."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]  # of levels that begin anew where this list is first used
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[int, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is not None:
            self._define(root)

    def _define(self, root: Element) -> None:
        abstracts = {abstract.get(W + "abstractNumId", ""): abstract for abstract in root.findall(W + "abstractNum")}
        of_list = {
            int(key): reference.get(VAL, "")
            for item in root.findall(W + "num")
            if (key := item.get(W + "numId", "")).isdecimal() and (reference := item.find(W + "abstractNumId")) is not None
        }
        for item in root.findall(W + "num"):
            key = item.get(W + "numId", "")
            abstract_id = of_list.get(int(key)) if key.isdecimal() else None
            abstract = abstracts.get(abstract_id or "")
            link = None if abstract is None else abstract.find(W + "numStyleLink")
            if link is not None:
                # The definition stands at a style of its own, which names another list.
                abstract_id = of_list.get(self._styles.list_of(link.get(VAL, "")) or 0)
                abstract = abstracts.get(abstract_id or "")
            if abstract is None or abstract_id is None:
                continue
            levels = dict(_level(level) for level in abstract.findall(W + "lvl"))
            starts: dict[int, int] = {}
            for override in item.findall(W + "lvlOverride"):
                levels |= dict(_level(level) for level in override.findall(W + "lvl"))
                start = number(override, W + "startOverride")
                if start is not None:
                    starts[_depth(override)] = start
            self._lists[int(key)] = _List(abstract_id, levels, starts)

    def count(self, properties: Element | None) -> str:
        """Count a paragraph with these properties and give the mark that Word prints before it; empty where there is none."""
        chain = self._styles.chain(properties, "pStyle")
        sources = [properties, *(style.find(W + "pPr") for style in chain)]
        list_id = next((n for s in sources if (n := number(s, f"{W}numPr/{W}numId")) is not None), None)
        list_ = self._lists.get(list_id or 0)
        if list_ is None:
            return ""
        depth = next((n for s in sources if (n := number(s, f"{W}numPr/{W}ilvl")) is not None), None)
        if depth is None:
            ids = [style.get(W + "styleId") for style in chain]
            depth = next((at for at, level in list_.levels.items() if level.style in ids), 0)
        level = list_.levels.get(depth)
        return "" if level is None else self._printed(list_, depth, level)

    def _printed(self, list_: _List, depth: int, level: _Level) -> str:
        counters = self._counters.setdefault(list_.abstract, {})
        if depth in list_.starts and depth not in list_.begun:
            counters[depth] = list_.starts[depth]
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else level.start
        list_.begun.add(depth)
        for inner in [inner for inner in counters if inner > depth]:
            if depth < (list_.levels[inner].restart if inner in list_.levels else inner):
                del counters[inner]
        if level.number_format == "bullet":
            return ""

        def shown(place: re.Match[str]) -> str:
            at = int(place.group(1)) - 1
            other = list_.levels.get(at, level)
            return print_number(counters.get(at, other.start), "decimal" if level.legal else other.number_format)

        mark = _PLACE.sub(shown, level.text)
        return mark if level.suffix == "nothing" or not mark or mark[-1] in _CLOSED else mark + " "


def _depth(element: Element) -> int:
    value = element.get(W + "ilvl", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 3 else 0


def _level(element: Element) -> tuple[int, _Level]:
    depth = _depth(element)

    def value(name: str, default: str) -> str:
        # Below mc:AlternateContent stands first a format of newer Words, which counts as decimal here.
        found = element.find(f".//{W}{name}")
        return default if found is None else found.get(VAL, default)

    return depth, _Level(
        start=number(element, W + "start", 0) or 0,
        number_format=value("numFmt", "decimal"),
        text=value("lvlText", ""),
        suffix=value("suff", "tab"),
        restart=number(element, W + "lvlRestart", depth) or 0,
        legal=is_on(element, "isLgl"),
        style=value("pStyle", ""),
    )
