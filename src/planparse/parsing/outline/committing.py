"""What of a plan can commit to something."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.language.patterns import Pattern
from planparse.parsing.outline.items import Item
from planparse.parsing.outline.kinds import ASKS, CONDITIONS, LABELLED, SITUATION
from planparse.text import Folded

# Behind 应同时符合以下条件, where a list of them begins.
_LIST_FOLLOWS = Pattern(
    "[^。；：\n]{0,20}：?\n?", reads=("，入库进行培育：", "：", ""), leaves=("：注册满一年。",), by="fullmatch"
)
# 依法依规。凡没有法律依据的，一律取消审批: what binds all of a set among principles.
_BINDS = Pattern(
    "一律(?!不得|不予|严禁|禁止)|(?:所有|全部)[^，。；\n]{2,30}[均都](?:要|应|须)",
    reads=("未列入目录的，一律取消审批", "原则上所有行政检查都应通过抽查进行"),
    leaves=("一律不得收费", "全面统筹，所有人参与"),
)


def committing(folded: Folded, items: list[Item], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the plan that can commit to something: all behind `start` but guidance, principles, what is, and conditions.

    Of principles those sentences can that bind all of a set.

    应符合以下条件： opens conditions; they reach to the end of the item and over the items below it, and where a list begins behind it
    that does not stand below, as under a heading that was lost, over that list. Those behind 支持对象： reach to the end of the line.
    """
    own_end = items[0].start if items else end
    asks = _asks_from(folded, start, own_end)
    yield from _unlabelled(folded, start, asks)
    told: set[int] = set()
    listed: Item | None = None  # the last of a list of conditions so far
    nested = False
    for item in items:
        opened = asks < own_end and item.mark.number == 1 and _LIST_FOLLOWS.fullmatch(folded, asks, own_end) is not None
        if opened:
            # What stands below the last of a list whose first holds nothing goes on behind the list.
            listed, nested = item, bool(item.children)
        elif listed and item.parent is listed.parent:
            listed = item if _follows(item, listed) else None
        asks = own_end = item.own_end
        if item is listed:
            told |= {id(item)} if nested else set()
        elif (item.parent and id(item.parent) in told) or _is_told(item):
            told.add(id(item))
        elif item.kind == "principles":
            yield from _binding(folded, item.body, own_end)
        elif item.kind != "guidance":
            asks = _asks_from(folded, item.body, own_end)
            if asks < own_end:
                told.add(id(item))
            yield from _unlabelled(folded, item.body, asks)


def _is_told(item: Item) -> bool:
    """Whether a heading says that what stands below it is so already, or must be so of those who apply."""
    return bool(SITUATION.search(item.heading) or CONDITIONS.search(item.heading))


def _follows(item: Item, before: Item) -> bool:
    """Whether an item is the next of a list."""
    return (item.mark.family, item.mark.number) == (before.mark.family, before.mark.number + 1)


def _unlabelled(folded: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch less its lines behind labels of conditions: 支持对象：年销售额2000万元以上的企业."""
    while folded.find("：", start, end) >= 0 and (label := LABELLED.search(folded, start, end)):
        yield start, label.end()
        line = folded.find("\n", label.end(), end)
        start = line if line >= 0 else end
    yield start, end


def _binding(folded: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch that bind all of a set."""
    while binds := _BINDS.search(folded, start, end):
        begin = max(folded.rfind(mark, start, binds.start()) + 1 for mark in "。\n")
        stop = min(at if at >= 0 else end for at in (folded.find(mark, binds.end(), end) for mark in "。\n"))
        yield max(start, begin), stop
        start = stop


def _asks_from(folded: Folded, start: int, end: int) -> int:
    """Where a text begins to list what one must have: behind 同时满足以下条件; its end where it lists nothing of that."""
    asks = ASKS.search(folded, start, end) if folded.find("下", start, end) >= 0 else None
    return asks.end() if asks else end
