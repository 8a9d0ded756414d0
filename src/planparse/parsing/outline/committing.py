"""What of a plan can commit to something."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.parsing.outline.items import Item
from planparse.parsing.outline.kinds import ASKS, CONDITIONS, LABELLED, SITUATION
from planparse.text import Folded


def committing(folded: Folded, items: list[Item], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the plan that can commit to something: all behind `start` but guidance, principles, what is, and conditions.

    应符合以下条件： opens conditions; they reach to the end of the item and over the items below it, those behind 支持对象： to the end of the line.
    """
    yield from _unlabelled(folded, start, _asks_from(folded, start, items[0].start if items else end))
    told: set[int] = set()
    for item in items:
        if (item.parent and id(item.parent) in told) or SITUATION.search(item.heading) or CONDITIONS.search(item.heading):
            told.add(id(item))
        elif item.kind not in ("guidance", "principles"):
            asks = _asks_from(folded, item.body, item.own_end)
            if asks < item.own_end:
                told.add(id(item))
            yield from _unlabelled(folded, item.body, asks)


def _unlabelled(folded: Folded, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch less its lines behind labels of conditions: 支持对象：年销售额2000万元以上的企业."""
    while label := LABELLED.search(folded, start, end):
        yield start, label.end()
        line = folded.find("\n", label.end(), end)
        start = line if line >= 0 else end
    yield start, end


def _asks_from(folded: Folded, start: int, end: int) -> int:
    """Where a text begins to list what one must have: behind 同时满足以下条件; its end where it lists nothing of that."""
    asks = ASKS.search(folded, start, end)
    return asks.end() if asks else end
