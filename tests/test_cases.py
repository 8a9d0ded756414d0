"""Hard sentences from real plans: what a careful reader finds in them, and what the rules do not find yet.

A row of cases/*.yaml is {text, from, expect} and, where the rules fall short, not_yet with the reason.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import planparse
from planparse.language.folding import fold
from planparse.parsing.deadlines import find_deadlines
from planparse.parsing.metadata import read_metadata
from planparse.parsing.paragraphs.normalize import normalize
from planparse.parsing.references import find_citations
from planparse.parsing.responsibilities import find_clauses
from planparse.text import SourceText
from planparse.validating.rereading import contradictions
from yaml_files import read_yaml

CASES = Path(__file__).parent / "cases"
FIELDS = {"text", "from", "expect", "not_yet", "issued_on"}

# What a row on a target says by leaving it out.
USUAL_TARGET: dict[str, Any] = {
    "comparator": "eq",
    "value_max": None,
    "unit": None,
    "base": None,
    "grade": None,
    "direction": None,
    "per": None,
    "scope": None,
    "strength": "firm",
    "due": None,
    "baseline": None,
}


def rows(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = read_yaml(CASES / f"{name}.yaml")
    return loaded


def cases(name: str) -> pytest.MarkDecorator:
    """One test a row; a row that the rules do not read yet must fail until they do."""

    def case(row: dict[str, Any]) -> Any:
        marks = [pytest.mark.xfail(reason=row["not_yet"], strict=True)] if "not_yet" in row else []
        return pytest.param(row, id=row["text"].partition("\n")[0][:40], marks=marks)

    return pytest.mark.parametrize("row", [case(row) for row in rows(name)])


def told(row: dict[str, Any], read: object) -> str:
    """What a row that fails shows: its sentence as it is printed, and what was read in it."""
    return f"{row['text']}\nread was: {read}"


@cases("responsibilities")
def test_who_is_responsible(row: dict[str, Any]) -> None:
    expect = dict(row["expect"])
    rule = expect.pop("rule", None)
    open_ended = expect.pop("open_ended", False)

    clauses = find_clauses(fold(row["text"]))
    found: dict[str, list[str]] = {}
    for clause in clauses:
        for start, end, role in clause.names:
            found.setdefault(role, []).append(row["text"][start:end])

    assert found == expect, told(row, found)
    assert any(clause.open_ended for clause in clauses) == open_ended, told(row, clauses)
    assert rule in (None, *(clause.rule for clause in clauses)), told(row, clauses)


@cases("targets")
def test_what_is_to_be_reached(row: dict[str, Any]) -> None:
    expect = [{**USUAL_TARGET, **target} for target in row["expect"]]

    plan = planparse.parse(row["text"])
    found = plan.targets

    # Each target with the fields that its row names; one too many with all that a row can leave out.
    named = [[*target] for target in expect] + [["indicator", "kind", "value", *USUAL_TARGET]] * len(found)
    dumped = [target.model_dump() for target in found]
    read = [{key: target[key] for key in keys} for target, keys in zip(dumped, named, strict=False)]
    assert read == expect, told(row, read)
    assert [*contradictions(plan)] == []  # read again from its words, all is the same


@cases("quantities")
def test_what_a_number_is(row: dict[str, Any]) -> None:
    found = planparse.parse(row["text"]).quantities

    assert [quantity.role for quantity in found] == row["expect"], told(row, found)


@cases("deadlines")
def test_by_when(row: dict[str, Any]) -> None:
    usual = {"start": None, "end": None, "months": None}
    text, folded = row["text"], fold(row["text"])
    cited = [(citation.start, citation.end) for citation in find_citations(folded)]

    issued_on = row.get("issued_on")
    found = [
        {
            "text": text[time.start : time.end],
            "kind": time.kind,
            "start": time.first,
            "end": time.last,
            "months": time.months,
        }
        for time in find_deadlines(folded, cited, issued_on, (), issued_on.year if issued_on else None, issued_on)
    ]

    assert found == [{**usual, **deadline} for deadline in row["expect"]], told(row, found)


@cases("metadata")
def test_who_issued_what_and_when(row: dict[str, Any]) -> None:
    text = normalize(SourceText(row["text"]))[0].text

    found = read_metadata(text, fold(text)).metadata.model_dump()

    found["recipients"] = [*found["recipients"]]
    assert {key: found[key] for key in row["expect"]} == row["expect"], told(row, found)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_row_says_where_it_comes_from_and_stands_once(path: Path) -> None:
    found = rows(path.stem)

    assert [row["text"] for row in found if not {"text", "from", "expect"} <= row.keys() <= FIELDS] == []
    assert len({row["text"] for row in found}) == len(found)
