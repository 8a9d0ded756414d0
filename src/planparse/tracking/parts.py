"""A plan cut into the parts that are followed: measures, headings with the text right below them, and the opening."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planparse.language.folding import fold
from planparse.language.patterns import Pattern
from planparse.model import Measure, Path, Plan, ResponsibleUnit, Section
from planparse.tracking.results import PartKind

_BLANK = Pattern(r"\s+", reads=("甲 乙", "甲\n乙"), leaves=("甲乙",))
_MARK = Pattern(
    r"[\s，。；：、！？（）“”‘’《》〈〉【】…·'\"]|,(?!\d)|(?<!\d)\.|\.(?!\d)",
    reads=("甲。", "1. 甲", "“甲"),
    leaves=("1.5%", "3—5", "1,000"),
)


@dataclass(frozen=True)
class Part:
    """A part of a version: its words without its number, blanks and line breaks; its bodies; and the section above it."""

    kind: PartKind
    id: str | None
    path: Path
    title: str
    text: str
    clauses: str
    units: tuple[ResponsibleUnit, ...]
    above: str | None

    @cached_property
    def key(self) -> str:
        """What makes it the same as another: its words in one width and script, without marks."""
        return plain(self.text)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Its pairs of characters."""
        return _pairs(self.key)

    @cached_property
    def title_pairs(self) -> frozenset[str]:
        """Those of its title."""
        return _pairs(plain(self.title))


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def squeezed(text: str) -> str:
    """The text without blanks and line breaks, which a file sets as it likes."""
    return _BLANK.sub("", text)


def parts_of(plan: Plan) -> Iterator[Part]:
    """The parts of a plan in their order."""
    items: list[Section | Measure] = sorted(
        [*plan.sections, *plan.measures], key=lambda item: (item.span.start, -item.span.end)
    )
    end = items[0].span.start if items else len(plan.text)
    if opening := squeezed(plan.text[:end]):
        yield Part("opening", None, "preamble", plan.metadata.title or "", opening, "", (), None)
    own = _own_texts(plan, items)
    for item in items:
        if isinstance(item, Section):
            yield Part("section", item.id, item.path, item.heading, own[item.id], "", (), item.parent_id)
        else:
            yield Part(
                "measure",
                item.id,
                item.path,
                item.title,
                squeezed(item.text),
                squeezed("".join(clause.quote for clause in item.responsibilities)),
                tuple(unit for clause in item.responsibilities for unit in clause.units),
                item.section_id,
            )


def _own_texts(plan: Plan, items: list[Section | Measure]) -> Mapping[str, str]:
    """The text of each section less its number and all that stands in sections and measures below it."""
    pieces: dict[str, list[str]] = {section.id: [] for section in plan.sections}
    within: list[tuple[Section | Measure, int]] = []  # those that a place lies in, and how far the text of each is taken

    def close(until: int) -> None:
        while within and within[-1][0].span.end <= until:
            item, done = within.pop()
            if isinstance(item, Section):
                pieces[item.id].append(plan.text[done : item.span.end])
            if within:
                within[-1] = (within[-1][0], max(within[-1][1], item.span.end))

    for item in items:
        close(item.span.start)
        if within and isinstance(above := within[-1][0], Section):
            pieces[above.id].append(plan.text[within[-1][1] : item.span.start])
            within[-1] = (above, item.span.start)
        start = item.span.start
        if isinstance(item, Section) and plan.text.startswith(item.marker, start):
            start += len(item.marker)
        within.append((item, start))
    close(len(plan.text) + 1)
    return {id_: squeezed("".join(own)) for id_, own in pieces.items()}


def plain(text: str) -> str:
    """The words alone, in one width and script: marks are none, but for those in numbers.

    >>> plain("“县域”内（全市）：1.5%，3-5家。") == plain("县域内全市1.5%3－5家")
    True
    """
    return _MARK.sub("", fold(text))
