"""Of which trade a measure is that only a heading names: （一）新材料产业集群, and below it 力争实现产值800亿元."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planparse.parsing.outline.items import Item, Places
from planparse.parsing.targets.ahead import trade_behind
from planparse.parsing.targets.completing import EARNED
from planparse.parsing.targets.found import Found
from planparse.text import Painted

_FAR = 2  # the heading of the measure, or of the part that it stands in


def with_trades(targets: Iterable[Found], items: list[Item], text: str, painted: Painted) -> Iterator[Found]:
    """The targets; what a trade earns with the trade in its name, if its sentence names none and a heading above does."""
    places = Places(items)
    for target in targets:
        trade = _above(places.at(target.start), text, painted) if EARNED.fullmatch(target.indicator) else ""
        yield target._replace(indicator=trade + target.indicator) if trade else target


def _above(item: Item | None, text: str, painted: Painted) -> str:
    """The trade that is named by the heading of an item or the one above it: 纺织产业集群（甲市）."""
    for _ in range(_FAR):
        if item is None:
            break
        bracket = painted.rfind("（", item.body, item.heading_end) if painted[item.heading_end - 1] == "）" else -1
        if trade := trade_behind(text, painted, item.body, bracket if bracket >= 0 else item.heading_end):
            return trade.indicator
        item = item.parent
    return ""
