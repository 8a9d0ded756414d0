"""A plan holds together: ids resolve, spans lie in the text and slice to their words, ranges are ordered."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from planparse import Plan, model
from planparse.text import SourceText, Span


def _set(values: Any, path: str, value: Any) -> None:
    *parents, last = path.split(".")
    for part in parents:
        values = values[int(part) if part.isdigit() else part]
    values[int(last) if last.isdigit() else last] = value


def test_what_begins_on_a_page_says_so(values: dict[str, Any]) -> None:
    start = values["measures"][0]["span"]["start"]
    values["source"] |= {"page_count": 2, "page_starts": [0, start]}
    values["measures"][0]["page"] = 2
    assert Plan.model_validate_json(json.dumps(values)).measures[0].page == 2

    values["measures"][0]["page"] = 1
    with pytest.raises(ValidationError, match=r"measures\[0\]\.page: is 1, but it begins on page 2"):
        Plan.model_validate_json(json.dumps(values))


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("sections.1.parent_id", "sec-9", "sections[1].parent_id: no section has the id sec-9"),
        ("measures.0.section_id", "sec-9", "measures[0].section_id: no section has the id sec-9"),
        ("targets.0.section_id", "mea-1", "targets[0].section_id: no section has the id mea-1"),
        ("targets.1.measure_id", "mea-9", "targets[1].measure_id: no measure has the id mea-9"),
        ("targets.1.deadline_id", "tar-1", "targets[1].deadline_id: no deadline has the id tar-1"),
        ("targets.1.responsibility_id", "mea-1", "targets[1].responsibility_id: no responsibility has the id mea-1"),
        ("deadlines.0.measure_id", "mea-9", "deadlines[0].measure_id: no measure has the id mea-9"),
        ("quantities.0.ref", "sec-1", "quantities[0].ref: no target or deadline has the id sec-1"),
        ("targets.1.id", "sec-1", "targets[1].id: sec-1 occurs twice"),
        ("source.char_count", 5, "source.char_count: is 5, but the text has"),
        ("source.page_starts", [7, 3], "source.page_starts: should be increasing offsets"),
        ("sections.0.span.end", 9999, "sections[0].span: 11–9999 lies outside the text"),
        ("targets.0.span.start", 60, "targets[0].span: 60–"),
        ("targets.0.quote", "甲", "targets[0].quote: the text at "),
        ("deadlines.0.text", "到2030年", "deadlines[0].text: the text at "),
        ("quantities.1.text", "91%", "quantities[1].text: the text at "),
        ("measures.0.responsibilities.0.quote", "（）", "measures[0].responsibilities[0].quote: the text at "),
        ("measures.0.responsibilities.0.units.1.name", "市", "measures[0].responsibilities[0].units[1].name: the text at "),
        ("targets.1.value", 4, "targets.1\n  Value error, value_max 3 needs a value that is not larger"),
        ("targets.1.comparator", "ge", "targets.1\n  Value error, comparator range and value_max require each other"),
        ("targets.0.unit", "％", "targets.0\n  Value error, the unit of a percentage is %, not ％"),
        ("deadlines.0.start", "2026-01-01", "deadlines.0\n  Value error, start 2026-01-01 is later than end 2025-12-31"),
        ("targets.0.value", float("inf"), "finite number"),
        ("targets.0.value", "90", "targets.0.value"),
        ("targets.0.colour", "red", "Extra inputs are not permitted"),
        ("source.sha256", "abc", "source.sha256"),
    ],
)
def test_a_plan_that_contradicts_itself_is_no_plan(values: dict[str, Any], path: str, value: Any, problem: str) -> None:
    _set(values, path, value)

    with pytest.raises(ValidationError) as caught:
        Plan.model_validate_json(json.dumps(values))

    assert problem in str(caught.value)


def test_all_contradictions_are_told_at_once(values: dict[str, Any]) -> None:
    _set(values, "targets.0.quote", "甲")
    _set(values, "quantities.0.ref", "due-9")

    with pytest.raises(ValidationError, match=r"(?s)quantities\[0\]\.ref.*targets\[0\]\.quote"):
        Plan.model_validate_json(json.dumps(values))


def test_a_plan_does_not_change(plan: Plan) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        plan.text = "other"  # type: ignore[misc]


RECORDS = [record for record in vars(model).values() if isinstance(record, type) and issubclass(record, BaseModel)]


@pytest.mark.parametrize("record", [record for record in RECORDS if record not in (BaseModel, Span)])
def test_every_record_says_what_it_is(record: type[BaseModel]) -> None:
    assert record.__doc__


def test_edits_move_the_pages_with_the_text() -> None:
    source = SourceText("一页\f二页\f三页", (0, 3, 6))

    edited = source.edited([(2, 3, ""), (5, 6, "——")])

    assert edited == SourceText("一页二页——三页", (0, 2, 6))
    assert source.edited([]) is source


def test_objects_of_a_kind_share_the_names_of_their_fields(plan: Plan) -> None:
    first, second = plan.quantities[:2]

    assert first.model_fields_set is second.model_fields_set
    assert first.model_fields_set == set(type(first).model_fields)
    assert plan.metadata.model_copy(update={"status": "draft"}).model_fields_set == plan.metadata.model_fields_set
