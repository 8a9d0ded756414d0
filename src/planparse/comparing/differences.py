"""How far apart the two targets of a pair are, and what the verdict on them is based on, in words."""

from __future__ import annotations

from typing import Final, NamedTuple

from planparse.comparing.results import PerHead, TargetPair
from planparse.labels import Language
from planparse.language.scales import scale
from planparse.model import Target
from planparse.wording import number_words

_TIMES: Final = frozenset(("minutes", "working days", "months"))
_POINTS: Final = "个百分点"


class _Words(NamedTuple):
    """How it is said in Chinese that the one value lies above the other, or below."""

    above: str
    below: str


_SAID: Final = {
    "rank": _Words("靠后", "靠前"),
    "count": _Words("多", "少"),
    "time": _Words("长", "短"),
    "increase": _Words("多增", "少增"),
    "decrease": _Words("多降", "少降"),
    "level": _Words("高", "低"),
}


def apart(pair: TargetPair, language: Language) -> str:
    """How far the stricter value lies from the other: `高25个百分点`, `25 percentage points higher`; nothing where it is not told."""
    found = pair.difference
    if found is None or not found.value or pair.verdict not in {"left_stricter", "right_stricter"}:
        return ""
    value = found.value if pair.verdict == "left_stricter" else -found.value
    number = number_words(abs(value))
    if language == "zh":
        said = _SAID[_sort(pair, found.unit)]
        return f"{said.above if value > 0 else said.below}{number}{found.unit or ''}"
    unit = "percentage points" if found.unit == _POINTS else found.unit
    return " ".join(filter(None, (number, unit, "higher" if value > 0 else "lower")))


def _sort(pair: TargetPair, unit: str | None) -> str:
    kinds = {pair.left.kind, pair.right.kind}
    if kinds == {"change"} and pair.left.direction:
        return pair.left.direction
    if kinds in ({"rank"}, {"count"}):
        return pair.left.kind
    return "time" if scale(unit or "")[0] in _TIMES else "level"


def rests_on(pair: TargetPair, places: tuple[str, str], language: Language) -> str:
    """What a verdict rests on: denominator, the value and the year that a change begins with, territories, populations."""
    zh = language == "zh"
    told: list[str] = []
    if per := pair.left.per or pair.right.per:
        told.append(per)
    for place, target in zip(places, (pair.left, pair.right), strict=True):
        if begun := _begun(target, language):
            told.append(f"{place}{begun}" if zh else f"{place} {begun}")
    scopes = dict.fromkeys(filter(None, (pair.left.scope, pair.right.scope)))
    if len(scopes) > 1:
        told.append(("地域：" if zh else "territories: ") + "、".join(scopes))
    if pair.per_head:
        told.append(heads(pair.per_head, places, language))
    if not told:
        return ""
    return f"（{'；'.join(told)}）" if zh else f" ({'; '.join(told)})"


def _begun(target: Target, language: Language) -> str:
    """The value and the year that a target begins with."""
    from_ = target.baseline
    if from_ is None:
        return ""
    value = "" if from_.value is None else f"{number_words(from_.value)}{from_.unit or ''}"
    if language == "zh":
        return f"以{f'{from_.year}年' if from_.year else ''}{value}为基期"
    return f"begins with {' of '.join(filter(None, (value, str(from_.year or ''))))}"


def heads(found: PerHead, places: tuple[str, str], language: Language) -> str:
    """Two counts by the populations of their places, which are named with their sources."""
    counts, people = (found.left, found.right), (found.left_population, found.right_population)
    if language == "zh":
        return "，".join(
            f"{place}每万人{number_words(count)}（{known.year}年人口{known.people}人，{known.source}）"
            for place, count, known in zip(places, counts, people, strict=True)
        )
    return ", ".join(
        f"{place} {number_words(count)} for 10,000 people ({known.people} in {known.year}, {known.source})"
        for place, count, known in zip(places, counts, people, strict=True)
    )
