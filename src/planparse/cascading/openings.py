"""Documents that a plan says it implements: in its opening, after 贯彻落实, 根据, 按照 and the like. Others are only mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from planparse.cascading.documents import Cited, Known, Library, core_of, plain
from planparse.language.folding import fold
from planparse.language.patterns import Pattern
from planparse.model import Plan, Reference

_CARRIES = "贯彻|落实|执行|根据|按照|依据|遵照|转发|批转"
_CARRIED = Pattern(f"(?:{_CARRIES})", reads=("为深入贯彻落实", "根据", "按照国务院要求"), leaves=("现将", "制定"))
# Between the cue and the document: the plan itself, which is made, and no document above it.
_MADE = Pattern(
    "(?:制定|出台|编制|起草|修订|形成|拟定|完善|发布|推出)了?$",
    reads=("根据工作实际制定了", "根据分工编制"),
    leaves=("根据国务院制定的", "贯彻落实"),
)
_BEHIND = Pattern(
    "^[^，。；]{0,12}(?:贯彻|落实|执行)(?!情况)", reads=("有效落实，", "落地落实。"), leaves=("精神，", "落实情况")
)
_BUILT_ON = Pattern("^[^，。；]{0,8}基础上", reads=("的基础上，", "基础上，"), leaves=("精神，",))
_MAKES = Pattern("制定|制订|提出|出台|编制", reads=("结合实际，制定本方案", "现提出以下意见"), leaves=("加强领导",))
_ANNEX_OR_ALIAS = Pattern("(?:简称|称为|附件[^，。]{0,4})[“]?$", reads=("（以下简称", "见附件1"), leaves=("根据",))
_LAW = Pattern(
    "(?:法|条例|宪法|党章)$", reads=("中华人民共和国预算法", "优化营商环境条例"), leaves=("暂行办法", "实施方案", "办法")
)
_CITED_BEFORE = Pattern("《[^《》]*》", reads=("根据《甲法》和",), leaves=("根据",))
_NUMBER_BEFORE = Pattern(
    r"□\s{0,3}（[^（）]{0,30}(?:（[^（）]{0,10}）[^（）]{0,20})?）",
    reads=("□（国发（2018）42号）", "□（试行）"),
    leaves=("□、",),
)
_BEHIND_CITED = Pattern(r"□\s{0,3}[，、；]", reads=("□，□",), leaves=("□精神，",))
_LETTER = Pattern(r"[0-9A-Za-z\u4e00-\u9fff]", reads=("甲", "5G"), leaves=("《》",))
_PASSED_ON = Pattern(
    r"(?:转发|批转)(?P<title>[^《》。：]{6,200}?)\s?的\s?通\s?知",
    reads=("转发国务院办公厅关于推进改革的意见的通知",),
    leaves=("转发《甲方案》的通知", "印发甲方案的通知"),
)

# How far an opening goes where nothing marks its end, and a sentence before a citation.
_LONGEST: Final = 4000
_SENTENCE: Final = 600
# Between the cue and a title without 《》 stands at most the issuer.
_ISSUER: Final = 24
_SHORTEST_TITLE: Final = 6


class Carried(NamedTuple):
    """A document that a plan says it carries out: the words that say so, by their offsets, and the reference; None without 《》."""

    cited: Cited
    start: int
    end: int
    reference: Reference | None
    known: Known | None = None


def carried_out(plan: Plan, own: Known, library: Library) -> Iterator[Carried]:
    """The documents that a plan carries out, in the order in which it names them."""
    folded = fold(plan.text)
    end = _opening_end(plan)
    general = _general_sections(plan)
    for reference in plan.references:
        opens = reference.span.start < end
        if not opens and reference.path.partition("/")[0] not in general:
            continue
        sentence = _sentence(folded, reference.span.start)
        if not _is_carried(folded[sentence : reference.span.start], folded[reference.span.end : reference.span.end + 120]):
            continue
        if not opens and not _MAKES.search(folded, reference.span.end, _sentence_end(folded, reference.span.end)):
            continue
        start = _clause_start(folded, sentence, reference.span.start)
        yield Carried(cited_as(reference, folded), start, reference.span.end, reference)
    if passed := _PASSED_ON.search(folded, 0, end):
        yield Carried(Cited(re.sub(r"\s", "", passed.group("title")), None, None), *passed.span(), None)
    yield from _without_marks(folded[:end], own, library)


def cited_as(reference: Reference, folded: str) -> Cited:
    """What a reference cites. Its number may stand behind a line break."""
    number = reference.doc_number
    if number is None and (found := _NUMBER.match(folded, reference.span.end)):
        number = found.group("number")
    return Cited(reference.title, number, reference.issuer)


_NUMBER = re.compile(r"\s{0,3}（(?P<number>[\u4e00-\u9fff]{1,12}（(?:19|20)\d\d）\s?第?\s?\d{1,4}\s?号)")


def is_law(title: str) -> bool:
    """Whether it is a law or a regulation, which no plan is."""
    return bool(_LAW.search(plain(title)))


def is_alias(title: str) -> bool:
    """Whether the words in 《》 are too few for a title: 《工作方案》 is what a plan calls another in short."""
    return len(core_of(title)) < _SHORTEST_TITLE


def _opening_end(plan: Plan) -> int:
    """Where what stands before the first heading and the first measure ends."""
    starts = [section.span.start for section in plan.sections] + [measure.span.start for measure in plan.measures]
    return min([_LONGEST, len(plan.text), *starts])


def _general_sections(plan: Plan) -> Mapping[str, str]:
    """The parts that tell what a plan is for, which may say in their sentences what it is made by."""
    return {
        section.path: section.kind
        for section in plan.sections
        if section.level == 1 and section.kind in {"general", "guidance", "principles"}
    }


def _sentence(folded: str, at: int) -> int:
    """Where the sentence begins that an offset lies in."""
    least = max(0, at - _SENTENCE)
    return max(least, *(folded.rfind(mark, least, at) + 1 for mark in "。；："))


def _sentence_end(folded: str, at: int) -> int:
    end = folded.find("。", at, at + _SENTENCE)
    return end if end >= 0 else min(len(folded), at + _SENTENCE)


def _blanked(before: str) -> str:
    """The words before a citation with each earlier citation as □ and no comma behind it: a list is one clause."""
    words = _NUMBER_BEFORE.sub("□", _CITED_BEFORE.sub("□", before))
    return _BEHIND_CITED.sub("□和", words)


def _is_carried(before: str, behind: str) -> bool:
    if _BUILT_ON.match(_after_number(behind)):
        return False
    clause = re.sub(r"\s", "", _blanked(before).rpartition("，")[2])
    if _ANNEX_OR_ALIAS.search(clause) or _MADE.search(clause):
        return False
    return bool(_CARRIED.search(clause) or _BEHIND.match(re.sub(r"\s", "", _after_number(behind))))


def _after_number(behind: str) -> str:
    found = _NUMBER.match(behind)
    return behind[found.end() + 1 :] if found else behind


def _clause_start(folded: str, sentence: int, at: int) -> int:
    """Where the clause begins that leads to a citation: at its cue, or behind the last comma."""
    comma = folded.rfind("，", sentence, at)
    cue = next(_CARRIED.finditer(folded, max(comma + 1, sentence), at), None)
    start = cue.start() if cue else max(comma + 1, sentence)
    while start < at and folded[start].isspace():
        start += 1
    return start


def _without_marks(opening: str, own: Known, library: Library) -> Iterator[Carried]:
    """Plans whose title stands in the opening without 《》: 按照省委、省政府营商环境突破年实施意见要求."""
    offsets = [letter.start() for letter in _LETTER.finditer(opening)]
    words = "".join(opening[at] for at in offsets)
    for first, last, known in library.named_in(words, own):
        start, end = offsets[first], offsets[last - 1] + 1
        sentence = _sentence(opening, start)
        before = opening[sentence:start]
        if before.count("《") > before.count("》") or any(
            words[first:last] in core for core in own.cores if core not in known.bare
        ):
            continue
        clause = before.rpartition("，")[2]
        cues = [*_CARRIED.finditer(clause)]
        if cues and len(re.sub(r"\s", "", clause[cues[-1].end() :])) <= _ISSUER and "》" not in clause[cues[-1].end() :]:
            begin = start - len(clause) + cues[0].start()
            yield Carried(Cited(opening[start:end], None, None), begin, end, None, known)
