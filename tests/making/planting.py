"""Plants changes in the text of a plan, and judges whether tracking names all of them and invents none.

What is planted where, the seed decides: values, 力争 and leads are changed, sentences reworded, measures added, taken out and moved, and
the measures numbered anew. Each change has a measure of its own, so that what is told of others is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

import planparse
from planparse import Plan, Track
from planparse.model import Measure, Target

NUMBERED = re.compile(r"(\d+)([.、．])")
CLAUSE = re.compile(r"(?<=[，。；])[\u4e00-\u9fff]{8,30}(?=[，。；])")
OTHER_LEADS = ("市退役军人局", "省退役军人厅", "退役军人部")
REWORDED = "分类施策稳步做好各环节衔接配合"
ADDED = (
    ("建立档案电子目录", "对历年纸质档案逐卷扫描著录，按年度归集目录并定期核对。"),
    ("开展节约用水宣传", "在公共场所张贴提示标语，邀请志愿者讲解节水器具的使用办法。"),
)


@dataclass(frozen=True)
class Planted:
    """A change: what was done, to the measure of which title."""

    what: str
    title: str


@dataclass
class Block:
    """A measure of the text: its number, what stands behind that, and the changes to be made there."""

    measure: Measure
    section: str | None
    text: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def edited(self) -> str:
        """The text with its changes made."""
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text


class Planting:
    """The text of a plan, in which changes are planted."""

    def __init__(self, plan: Plan, seed: int) -> None:
        self.plan = plan
        self.random = Random(seed)
        self.planted: list[Planted] = []
        self.measures = [measure for measure in plan.measures if NUMBERED.fullmatch(measure.marker)]
        self.blocks = {
            measure.id: Block(
                measure, measure.section_id, plan.text[measure.span.start + len(measure.marker) : measure.span.end]
            )
            for measure in self.measures
        }
        self.order = [measure.id for measure in self.measures]
        titles = [measure.title for measure in plan.measures]
        # A measure that says how the clauses behind it are meant (下同) stays where it is: they would mean something else.
        self.free = [
            measure
            for measure in self.measures
            if titles.count(measure.title) == 1
            and len(measure.title) > 3
            and measure is not self.measures[-1]  # behind which the signature stands
            and "下同" not in plan.text[measure.span.start : measure.span.end]
        ]
        self.random.shuffle(self.free)
        self.extra = 0
        # Sections from which a measure is moved: which of two has moved can be told only where the others stay; and those thinned.
        self.shuffled: set[str | None] = set()
        self.thinned: set[str | None] = set()

    def plant(self, many: int) -> tuple[str, list[Planted]]:
        """The text with so many changes, or as many as it has room for; and what they are."""
        kinds = [self.value, self.lead, self.reword, self.move, self.firm, self.remove, self.add]
        failed = 0
        while len(self.planted) < many and failed < len(kinds):
            kind = kinds.pop(0)
            kinds.append(kind)
            failed = 0 if kind() else failed + 1
        return self.text(), self.planted

    def text(self) -> str:
        """The text with all changes, its measures numbered in their order."""
        pieces, done = [], 0
        slots = sorted(self.measures, key=lambda measure: measure.span.start)
        by_section: dict[str | None, list[str]] = {}
        for id_ in self.order:
            by_section.setdefault(self.blocks[id_].section, []).append(id_)
        number, last = 0, 0
        sections = []
        for measure in slots:
            if measure.section_id in sections:
                pieces.append(self.plan.text[done : measure.span.start])
                done = measure.span.end
                continue
            sections.append(measure.section_id)
            pieces.append(self.plan.text[done : measure.span.start])
            done = measure.span.end
            first = int(NUMBERED.fullmatch(measure.marker)[1])  # type: ignore[index]
            number = first if first != last + 1 else number + 1
            lines = []
            for at, id_ in enumerate(by_section.get(measure.section_id, [])):
                mark = NUMBERED.fullmatch(measure.marker)[2]  # type: ignore[index]
                lines.append(f"{number + at}{mark}{self.blocks[id_].edited.rstrip()}\n")
            pieces.append("".join(lines))
            number += len(lines) - 1
            last = int(NUMBERED.fullmatch([m for m in slots if m.section_id == measure.section_id][-1].marker)[1])  # type: ignore[index]
        return re.sub(r"\n{2,}", "\n", "".join(pieces) + self.plan.text[done:])

    def take(self, fits: Iterable[Measure]) -> Measure | None:
        """The first of these measures, which is then free no more."""
        for measure in fits:
            self.free.remove(measure)
            return measure
        return None

    def note(self, what: str, title: str) -> bool:
        self.planted.append(Planted(what, title))
        return True

    def edit(self, measure: Measure, start: int, end: int, new: str) -> None:
        """Put new words at offsets of the plan's text."""
        begin = measure.span.start + len(measure.marker)
        self.blocks[measure.id].edits.append((start - begin, end - begin, new))

    def targets(self, measure: Measure) -> Iterator[Target]:
        return (target for target in self.plan.targets if target.measure_id == measure.id)

    def value(self) -> bool:
        """Another number in a target that has one, and no other such number beside it."""
        for measure in self.free:
            for target in self.targets(measure):
                words = str(target.value).removesuffix(".0")
                if (
                    target.value
                    and target.span.start >= measure.span.start + len(measure.marker) + len(measure.title)
                    and target.value >= 5
                    and target.value_max is None
                    and re.findall(r"[\d.]+", target.quote) == [words]
                    and target.quote in measure.text
                    and sum(other.quote == target.quote for other in self.plan.targets) == 1
                ):
                    start = target.span.start + target.quote.index(words)
                    self.take([measure])
                    self.edit(measure, start, start + len(words), str(int(target.value) + self.random.choice([3, 7, -2])))
                    return self.note("value", measure.title)
        return False

    def firm(self) -> bool:
        """力争 is dropped."""
        for measure in self.free:
            for target in self.targets(measure):
                at = self.plan.text.rfind("力争", measure.span.start, target.span.end)
                inside = target.strength == "strive" and at >= 0 and "。" not in self.plan.text[at : target.span.start]
                if inside and self.plan.text.count("力争", measure.span.start, measure.span.end) == 1:
                    self.take([measure])
                    self.edit(measure, at, at + 2, "")
                    return self.note("firm", measure.title)
        return False

    def lead(self) -> bool:
        """Another body leads."""
        for measure in self.free:
            units = [unit for clause in measure.responsibilities for unit in clause.units]
            if (
                units
                and not units[0].is_group
                and units[0].role in {"lead", "responsible"}
                and len(measure.responsibilities) == 1
            ):
                self.take([measure])
                other = next(name for name in OTHER_LEADS if name[0] == units[0].name[0] or name == OTHER_LEADS[-1])
                self.edit(measure, units[0].span.start, units[0].span.end, other)
                return self.note("lead", measure.title)
        return False

    def reword(self) -> bool:
        """A clause in other words, none of them of a target, a deadline or a clause on who does it."""
        busy = [item.span for item in (*self.plan.targets, *self.plan.deadlines)]
        for measure in self.free:
            for clause in CLAUSE.finditer(self.plan.text, measure.span.start + len(measure.title) + 4, measure.span.end):
                if (
                    not any(span.start < clause.end() and clause.start() < span.end for span in busy)
                    and clause[0] in measure.text
                ):
                    if any(abs(span.start - clause.end()) < 40 for span in busy):
                        continue  # what stands before a target may govern it
                    self.take([measure])
                    self.edit(measure, *clause.span(), REWORDED)
                    return self.note("reword", measure.title)
        return False

    def siblings(self, measure: Measure) -> list[str]:
        return [id_ for id_ in self.order if self.blocks[id_].section == measure.section_id]

    def move(self) -> bool:
        """To the other end of its section, past three others at least."""
        for measure in self.free:
            places = self.siblings(measure)
            places = places[1 + max((at for at, id_ in enumerate(places) if "下同" in self.blocks[id_].text), default=-1) :]
            if measure.id not in places:
                continue
            at = places.index(measure.id)
            goal = places[-1] if at < len(places) / 2 else places[0]
            if abs(places.index(goal) - at) >= 3 and measure.section_id not in self.shuffled:
                self.shuffled.add(measure.section_id)
                self.take([measure])
                self.order.remove(measure.id)
                self.order.insert(self.order.index(goal) + (1 if goal == places[-1] else 0), measure.id)
                return self.note("move", measure.title)
        return False

    def remove(self) -> bool:
        for measure in self.free:
            if len(self.siblings(measure)) > 3 and measure.section_id not in self.shuffled - self.thinned:
                self.shuffled.add(measure.section_id)
                self.thinned.add(measure.section_id)
                self.take([measure])
                self.order.remove(measure.id)
                return self.note("remove", measure.title)
        return False

    def add(self) -> bool:
        """Behind a measure, in its section, two at most."""
        if self.extra >= len(ADDED) or not self.order:
            return False
        title, text = ADDED[self.extra]
        behind = self.blocks[self.random.choice(self.order)]
        id_ = f"added-{self.extra}"
        self.blocks[id_] = Block(behind.measure, behind.section, f"{title}。{text}\n")
        self.order.insert(self.order.index(next(key for key in self.order if self.blocks[key] is behind)) + 1, id_)
        self.extra += 1
        return self.note("add", title)


def judged(planted: Iterable[Planted], found: Track, old: Plan, new: Plan) -> tuple[list[Planted], list[str]]:
    """What of the planted changes tracking has not named, and what it names that nobody has planted."""
    parts = {part.title: part for part in found.parts if part.change != "kept" or part.moved}
    titles = {**{m.path: m.title for m in old.measures}}, {m.path: m.title for m in new.measures}
    targets: dict[str | None, list[str]] = {}
    for target in found.targets:
        if target.is_changed:
            where = titles[1].get(target.new.path) if target.new else titles[0].get(target.old.path) if target.old else None
            targets.setdefault(where, []).append(f"{target.change} {target.firmness}")
    told = {
        "value": lambda title: any(word.startswith(("tightened", "loosened")) for word in targets.get(title, [])),
        "firm": lambda title: any(word.endswith("firmer") for word in targets.get(title, [])),
        "lead": lambda title: parts[title].leads_changed,
        "reword": lambda title: (
            parts[title].change == "changed" and any(edit.new in REWORDED for edit in parts[title].edits)
        ),
        "move": lambda title: parts[title].moved and parts[title].change == "kept",
        "remove": lambda title: parts[title].change == "gone",
        "add": lambda title: parts[title].change == "new",
    }
    missed = [one for one in planted if one.title not in parts or not told[one.what](one.title)]
    known = {one.title: one.what for one in planted}
    invented = [
        f"{part.change} {'moved ' if part.moved else ''}{title}" for title, part in parts.items() if title not in known
    ]
    invented += [f"moved {title}" for title, part in parts.items() if part.moved and known.get(title) not in {"move", None}]
    invented += [
        f"lead of {title}" for title, part in parts.items() if part.leads_changed and known.get(title) not in {"lead", None}
    ]
    with_targets = {title for title, what in known.items() if what in {"value", "firm", "remove", "add"}}
    invented += [f"target of {title}: {told_}" for title, told_ in targets.items() if title not in with_targets]
    return missed, invented


def trial(plan: Plan, seed: int, many: int = 20) -> tuple[list[Planted], list[Planted], list[str]]:
    """What was planted, what tracking missed, and what it invented."""
    text, planted = Planting(plan, seed).plant(many)
    changed = planparse.parse(text, plan.source.name)
    return planted, *judged(planted, planparse.track(plan, changed), plan, changed)
