"""The items of an outline, and which of them stands at an offset."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from planparse.language.folding import fold
from planparse.language.marks import Mark
from planparse.language.patterns import Pattern
from planparse.model import SectionKind

# An item that says nothing to be done has a title only where a phrase stands before its text.
LONGEST_PHRASE = 24
HEADING_END = Pattern("[。\n]", reads=("加强领导。", "总体要求\n"), leaves=("总体要求",))

# What names a part of a plan, not what is done: without a mark it is a section, even with a paragraph alone below it.
NAMES_PART = Pattern(
    "(?:保障措施|组织保障|组织实施|工作要求|有关要求|(?:主要|重点|工作)任务)",
    reads=("保障措施", "主要任务"),
    leaves=("加强组织保障",),
    by="fullmatch",
)

# What an annex is called that is a plan of its own, or a set of rules; a guide for applicants is an annex.
_PLAN_OF_ANNEX = Pattern(
    r"[^\n。；：]{4,80}(?:方案|计划|规划|意见|措施|要点|办法|细则|规定)(?:（[^（）\n]{1,20}）)?",
    reads=("甲市行动计划任务分工方案", "甲市资金管理办法（试行）", "甲市贯彻《乙省行动方案》实施意见"),
    leaves=("甲市项目申报指南", "甲市行业转型指引", "任务分工表"),
    by="fullmatch",
)

# What stands above all other items: an annex, or the title of one plan of several.
ROOTS = frozenset(("annex", "title", "box", "notice"))
HOLDERS = ROOTS | {"heading"}
LAWS = frozenset(("chapter", "division"))


@dataclass(slots=True, eq=False)
class Item:
    """A marked node of the outline: offsets into the canonical text.

    `start` is the first character of its mark, `body` the first behind it, `heading_end` the end of its title, `own_end` the
    end of the text before its first child, `end` the end of all that it holds.
    """

    mark: Mark
    parent: Item | None
    path: str
    level: int
    start: int
    body: int
    heading: str
    heading_end: int
    own_end: int = 0
    end: int = 0
    kind: SectionKind = "tasks"
    children: list[Item] = field(default_factory=list)
    has_title: bool = True
    is_answered_for: bool = False
    is_empty_part: bool = False  # 保障措施, and all below it is lost

    @property
    def is_measure(self) -> bool:
        """A leaf that says what is to be done is a measure; all other items are sections, and so is a box that nobody answers for."""
        return (
            not self.children
            and self.kind in ("tasks", "safeguards")
            and (self.mark.family != "box" or self.is_answered_for)
            and not (self.mark.family == "heading" and NAMES_PART.fullmatch(self.heading))
            and not self.is_empty_part
            and not (self.parent is not None and self.parent.kind == "general")
        )

    @property
    def is_section(self) -> bool:
        """What holds other items or is general matter is a section, where it has a title."""
        return self.has_title and not self.is_measure and not self.is_plan

    @property
    def is_plan(self) -> bool:
        """Whether it is the title of one plan of several: its name begins the paths below it, and it is no section."""
        return self.mark.family == "title"

    @property
    def holds_plan(self) -> bool:
        """Whether what stands below it is a plan of its own: behind the title of one of several, or in an annex that is called so."""
        return self.is_plan or (
            self.mark.family == "annex" and _PLAN_OF_ANNEX.fullmatch(fold(self.heading).replace("\n", "")) is not None
        )


class Places:
    """Which item stands at an offset: the innermost one, or None before the first mark."""

    def __init__(self, items: list[Item]) -> None:
        self._items = items
        self._starts = [item.start for item in items]
        # What goes on below a table whose rows are items: a row ends itself, others end where the next begins, or the plan does.
        self._going_on: list[Item | None] = []
        for item in items:
            going_on = self._going_on[-1] if self._going_on else None
            self._going_on.append(going_on if _is_row(item) else item)

    def at(self, offset: int) -> Item | None:
        """The innermost item that holds the character at this offset."""
        found = bisect_right(self._starts, offset)
        if not found:
            return None
        item = self._items[found - 1]
        return self._going_on[found - 1] if _is_row(item) and offset >= item.end else item


def _is_row(item: Item) -> bool:
    return item.mark.family == "row"
