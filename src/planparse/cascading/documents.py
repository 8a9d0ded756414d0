"""Identifies a cited document among the plans: by its 发文字号, or by its title if place and date allow it.

Two governments issue plans of one title, and offices print titles in several ways: with the issuer or without, as the notice that
passes the plan on or as the plan itself, with a blank or a mark more. So a title is compared by its core, and a plan is taken only
where nothing contradicts it: another number, another territory, a later day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from planparse.cascading.results import FoundBy
from planparse.cascading.territories import named_by_file, territory
from planparse.language.documents import DOCUMENT
from planparse.language.folding import fold, simplify
from planparse.language.patterns import Pattern
from planparse.language.regions import from_doc_number, is_national, locate
from planparse.model import Plan, Region

# Up to here stands who passes a plan on; behind it, the plan.
_PASSING_ON = Pattern(
    "印发|转发|批转",
    reads=("甲市人民政府关于印发乙方案的通知", "转发国务院办公厅关于丙的意见"),
    leaves=("甲市人民政府关于丙的意见",),
)
_NOTICE = Pattern("的?(?:通知|函|公告)[》〉”]*$", reads=("乙方案的通知", "乙方案的通知》"), leaves=("乙方案", "通知要求"))
_ABOUT = Pattern("^[^，。]{0,60}?关于(?=.{4})", reads=("国务院关于丙丙丙的意见",), leaves=("乙市实施方案", "关于"))
_STATUS = Pattern(
    "（[^（）]{0,12}(?:试行|暂行|征求意见|草案|送审|稿)[^（）]{0,6}）",
    reads=("乙方案（试行）", "乙方案（公开征求意见稿）"),
    leaves=("乙方案（2023年修订版）",),
)
_NO_LETTER = Pattern(r"[^0-9A-Za-z\u4e00-\u9fff]+", reads=("“甲”、《乙》",), leaves=("甲乙5G",))
# Fewer characters say too little of a title; and so many a name of a file, that was cut, must share with a longer title.
_SHORTEST: Final = 6
_CUT: Final = 12
_KEY: Final = 8
_WHOLE = Pattern(f"(?:{DOCUMENT})$", reads=("乙行动方案",), leaves=("推进乙工作的若",))
# A number that a reader of pages took from beside the plan belongs to another: what it is called must share some pairs of characters.
_ALIKE: Final = 0.3


class Cited(NamedTuple):
    """A document as a plan cites it."""

    title: str
    number: str | None
    issuer: str | None


class Known(NamedTuple):
    """A plan by all its names: their cores, with their territory and without, and the names of its file, which may be cut."""

    at: int
    number: str
    cores: frozenset[str]
    bare: frozenset[str]
    file: frozenset[str]
    region: Region
    day: date | None

    @classmethod
    def of(cls, at: int, plan: Plan) -> Known:
        """The names of a plan."""
        metadata = plan.metadata
        stem, region = named_by_file(plan.source.name), territory(plan)
        printed = {core_of(title) for title in (metadata.title, metadata.notice_title) if title}
        file = {core_of(stem)} if stem else set[str]()
        long = {core for core in printed | file if len(core) >= _SHORTEST}
        return cls(
            at,
            number_of(metadata.doc_number),
            frozenset(long),
            frozenset(bare for core in long if len(bare := without_place(core, region)) >= _SHORTEST),
            frozenset(core for core in file if len(core) >= _CUT and not _WHOLE.search(core)),
            region,
            metadata.issued_on,
        )


class Library:
    """The plans, by all that they may be cited by."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.known = [Known.of(at, plan) for at, plan in enumerate(plans)]
        self._numbers: dict[str, list[Known]] = defaultdict(list)
        self._cores: dict[str, list[Known]] = defaultdict(list)
        self._files: dict[str, list[tuple[str, Known]]] = defaultdict(list)
        for known in self.known:
            if known.number:
                self._numbers[known.number].append(known)
            for core in known.cores | known.bare:
                self._cores[core].append(known)
            for core in known.file:
                self._files[core[:_CUT]].append((core, known))

    @cached_property
    def _openings(self) -> dict[str, list[tuple[str, Known]]]:
        found: dict[str, list[tuple[str, Known]]] = defaultdict(list)
        for known in self.known:
            for core in known.bare | known.cores:
                if len(core) >= _KEY:
                    found[core[:_KEY]].append((core, known))
        return found

    def resolve(self, cited: Cited, by: Known) -> tuple[Known, FoundBy] | None:
        """The plan that a plan cites; None where it is none of them, or may be another of that title."""
        core, number = core_of(cited.title), number_of(cited.number)
        named = [known for known in self._numbers.get(number, ()) if _alike(core, known)] if number else []
        if one := _first(named, by):
            return one, "number"
        place = place_of(cited)
        bare = without_place(core, place) if place else core
        titled = [
            *self._cores.get(core, ()),
            *(self._cores.get(bare, ()) if len(bare) >= _SHORTEST else ()),
            *(known for start, known in self._files.get(core[:_CUT], ()) if core.startswith(start)),
        ]
        fitting = [
            known
            for known in titled
            if not (number and known.number and number != known.number) and _of_place(known.region, place, by.region)
        ]
        one = _first(fitting, by)
        return (one, "title") if one else None

    def named_in(self, words: str, by: Known) -> Iterator[tuple[int, int, Known]]:
        """The plans whose title stands in these words without marks and blanks: where it begins and ends, the longest first."""
        done = 0
        for start in range(len(words) - _KEY + 1):
            if start < done:
                continue
            named = self._openings.get(words[start : start + _KEY], ())
            for core, known in sorted(named, key=lambda pair: -len(pair[0])):
                if words.startswith(core, start) and _of_place(known.region, None, by.region) and _first([known], by):
                    yield start, start + len(core), known
                    done = start + len(core)
                    break


def core_of(title: str) -> str:
    """What tells a document from others, however its title is printed: no issuer, no notice around it, no marks.

    >>> core_of("国务院办公厅关于印发〈“十四五”现代物流发展规划〉的通知"), core_of("甲市实施方案（征求意见稿）")
    ('十四五现代物流发展规划', '甲市实施方案')
    """
    folded: str = fold(title)
    if passing := _PASSING_ON.search(folded):
        folded = _NOTICE.sub("", folded[passing.end() :].rstrip())
    else:
        folded = re.sub("的通知[》〉”]*$", "", folded.rstrip())
    folded = _STATUS.sub("", folded)
    about = _ABOUT.match(folded)
    return plain(folded[about.end() :] if about else folded)


def plain(text: str) -> str:
    """The text in one width and script without marks and blanks."""
    return _NO_LETTER.sub("", fold(text))


def without_place(core: str, region: Region) -> str:
    """The core without the names of its territory at its beginning."""
    for name in filter(None, (region.province, region.city, region.county)):
        for form in (name, name.rstrip("省市县区")):
            if len(form) > 1 and core.startswith(form):
                core = core.removeprefix(form)
                break
    return core


def number_of(number: str | None) -> str:
    """A 发文字号 in one form: brackets and blanks differ from office to office.

    >>> number_of("国发 [2018] 42 号") == number_of("国发〔2018〕42号")
    True
    """
    return re.sub(r"[\s第]", "", fold(number)) if number else ""


def place_of(cited: Cited) -> Region | None:
    """The territory that a cited document is made for, the nation as one without names; None where its words name none."""
    for words in filter(None, (cited.issuer, cited.title)):
        simple = simplify(words)
        if is_national(simple):
            return Region()
        if region := locate(simple):
            return region
    return from_doc_number(simplify(cited.number)) if cited.number else None


def _of_place(region: Region, place: Region | None, below: Region) -> bool:
    """Whether a plan of this region may be meant: one of the place that is named, else of one that the plan itself lies in."""
    if place is not None:
        return region.adcode == place.adcode
    return holds(region, below)


def holds(region: Region, other: Region) -> bool:
    """Whether a territory is, or holds, another; the nation holds all."""
    names = ("province", "city", "county")
    return all(getattr(region, name) in (None, getattr(other, name)) for name in names)


def _first(found: Iterable[Known], by: Known) -> Known | None:
    """The first that is not the plan itself, nor of its very names, nor younger than it."""
    for known in found:
        younger = known.day and by.day and known.day > by.day
        if known.at != by.at and not younger:
            return known
    return None


def _alike(core: str, known: Known) -> bool:
    pairs = {core[at : at + 2] for at in range(len(core) - 1)}
    names = known.cores or known.file
    if not names or not pairs:
        return True
    return any(len(pairs & {name[at : at + 2] for at in range(len(name) - 1)}) >= _ALIKE * len(pairs) for name in names)
