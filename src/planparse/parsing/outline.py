"""The printed marks give the outline, a tree of items; each becomes a section or a measure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from planparse.language.marks import RANK, Mark, read_mark
from planparse.language.numerals import HAN
from planparse.model import SectionKind

# Headings by what their part of a plan is for. Source: the usual build of official plans (总体要求 with 指导思想, 基本原则
# and 目标, then tasks, then safeguards), as printed in some 130 plans of 60 governments.
_GUIDANCE = re.compile("指导思想|总体思路|总体思想|工作思路|基本思路")
_PRINCIPLES = re.compile("原则$|^(?:基本|工作|总体)?原则")
_GOALS = re.compile(
    "目标$|^(?:主要|工作|总体|发展|基本|具体|行动|阶段|年度|近期|预期|建设|实施)?(?:目标|指标)(?:与|和|及|任务|指标|要求)?.{0,4}$"
)
_GENERAL = re.compile(
    "^(?:总体|基本|工作)?(?:要求|总则|思路|安排)$|^总体(?:要求|思路|考虑|部署|安排)|^总则$|^(?:指导思想|总体目标)(?:和|与|及)|^现状|^(?:形势|背景|发展)(?:基础|背景|环境)"
)
_SAFEGUARD_NOUN = (
    "组织(?:领导|实施|保障|推进|管理|协调|机构)|保障(?:措施|机制|条件|体系)|实施保障|工作保障|政策保障|政策措施保障|措施保障|服务保障|要素保障|支撑保障措施|"
    "工作要求|有关要求|相关要求|工作机制|推进机制|实施机制|协同推进|推进措施|监督考核|督导考核|考核评估|督促检查|监督检查|督促落实|宣传引导|责任落实|组织工作|实施要求|实施步骤|工作步骤|进度安排|时间安排|附则"
)
_SAFEGUARDS = re.compile(
    rf"^(?:(?:切实|全面|进一步)?(?:强化|加强|完善|健全|落实|抓好|做好|建立|明确|狠抓|严格)?(?:{_SAFEGUARD_NOUN})(?:和|与|及|、|，)?)+$|保障措施$|组织实施$|组织保障$"
)
_APPENDIX = re.compile(r"(?m)^附[ ]?件[ ]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})?[ ]?[：:]?$|^附表[ ]?\d{0,2}[：:]?$")
_HEADING_END = re.compile("[。\n]")
# 一、支持企业稳定岗位 按照国家统一部署…: a heading parted from its text by a blank alone.
_BLANK_AFTER_HEADING = re.compile(rf"[^\s，。；“”]{{4,30}}(?<![第共约])[ ](?={HAN})")
_LONGEST_HEADING = 120
# 抄送：… and a signature with its date stand behind the plan and belong to none of its items.
_TAIL = re.compile(r"\n(?:抄送|[^\n。；：]{2,60}\n(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:\n|$|（))[^。]*\Z")
_LONGEST_TAIL = 600


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

    @property
    def is_measure(self) -> bool:
        """A leaf that says what is to be done is a measure; all other items are sections."""
        return not self.children and self.kind in ("tasks", "safeguards")


def read_outline(text: str, folded: str, start: int) -> list[Item]:
    """All items behind `start`, in document order, with their kinds."""
    items: list[Item] = []
    stack: list[Item] = []
    tail = _TAIL.search(folded, max(start, len(folded) - _LONGEST_TAIL))
    end = tail.start() if tail else len(text)
    for mark in _marks(folded, start, end):
        outer = _level_of(mark, stack)
        while len(stack) > outer:
            _close(stack.pop(), mark.start)
        parent = stack[-1] if stack else None
        item = _item(mark, parent, text, folded)
        if parent is not None:
            if not parent.children:
                parent.own_end = mark.start
            parent.children.append(item)
        items.append(item)
        stack.append(item)
    while stack:
        _close(stack.pop(), end)
    for item in items:
        _set_kind(item)
    return items


def _marks(folded: str, start: int, end: int) -> Iterator[Mark]:
    """The marks that open a paragraph, and the headings of annexes."""
    at = start
    while at < end:
        if folded[at] == "附" and (annex := _APPENDIX.match(folded, at)):
            number = annex.group("n") or ""
            yield Mark(at, annex.end(), "annex", int(number) if number.isdigit() else 0, "附件" + number)
        elif mark := read_mark(folded, at):
            yield mark
        at = folded.find("\n", at) + 1
        if at == 0:
            return


def _level_of(mark: Mark, stack: list[Item]) -> int:
    """How many open items stay open around the mark: those of its own family or of an inner one end before it."""
    if mark.family == "annex":
        return 0
    for depth, item in enumerate(stack):
        if item.mark.family == mark.family:
            return depth
    rank = RANK[mark.family]
    depth = len(stack)
    while depth and stack[depth - 1].mark.family != "annex" and RANK[stack[depth - 1].mark.family] > rank:
        depth -= 1
    return depth


def _item(mark: Mark, parent: Item | None, text: str, folded: str) -> Item:
    limit = min(len(text), mark.end + _LONGEST_HEADING)
    match = _HEADING_END.search(folded, mark.end, limit)
    end = match.start() if match else limit
    if mark.family == "annex":
        end = folded.find("\n", mark.end + 1, limit)
        end = limit if end < 0 else end
    elif folded.find(" ", mark.end, end) >= 0 and (blank := _BLANK_AFTER_HEADING.match(folded, mark.end, end)):
        end = blank.end() - 1
    heading = text[mark.end : end].strip()
    path = f"{parent.path}/{mark.printed}" if parent else mark.printed
    level = parent.level + 1 if parent else 1
    return Item(mark, parent, path, level, mark.start, mark.end, heading, end)


def _close(item: Item, end: int) -> None:
    item.end = end
    if not item.children:
        item.own_end = end


def _set_kind(item: Item) -> None:
    """The kind of an item, from its heading and the kind of the item above it."""
    heading = item.heading.rstrip("：:。 ")
    above = item.parent.kind if item.parent else None
    if item.mark.family == "annex":
        item.kind = "appendix"
    elif above in ("appendix", "guidance", "principles", "goals", "safeguards"):
        item.kind = above
    elif _GUIDANCE.search(heading) and not _GOALS.search(heading):
        item.kind = "guidance"
    elif "原则" in heading and _PRINCIPLES.search(heading):
        item.kind = "principles"
    elif _GENERAL.search(heading):
        item.kind = "general"
    elif "标" in heading and _GOALS.search(heading):
        item.kind = "goals"
    elif above == "general":
        item.kind = "general"
    elif _SAFEGUARDS.search(heading):
        item.kind = "safeguards"
    else:
        item.kind = "tasks"


class Places:
    """Which item stands at an offset: the innermost one, or None before the first mark."""

    def __init__(self, items: list[Item]) -> None:
        self._items = items
        self._starts = [item.start for item in items]

    def at(self, offset: int) -> Item | None:
        """The innermost item that holds the character at this offset."""
        found = bisect_right(self._starts, offset)
        return self._items[found - 1] if found else None


def committing(items: list[Item], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the plan that can commit to something: all behind `start` but guidance and principles."""
    yield start, items[0].start if items else end
    for item in items:
        if item.kind not in ("guidance", "principles"):
            yield item.body, item.own_end
