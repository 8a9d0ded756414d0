"""An extracted file that somebody edited: every fault has a line with its path, what should stand there and what does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from planparse import InvalidPlanError, Plan, load, validating
from planparse.validating import validated
from planparse.writers import WRITERS
from planparse.writers.as_json import as_json, as_json_line


def problems_of(text: str | dict[str, Any]) -> list[str]:
    """The faults that loading finds."""
    data = (text if isinstance(text, str) else json.dumps(text)).encode()
    with pytest.raises(InvalidPlanError) as caught:
        load(BytesIO(data))
    return [*map(str, caught.value.problems)]


MISSING = object()


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (
            ("targets", 1, "comparator"),
            "foo",
            "targets[1].comparator: should be 'eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range'; is 'foo'",
        ),
        (("targets", 0, "value"), "ninety", "targets[0].value: should be a number or null; is 'ninety'"),
        (("targets", 0, "value"), {}, "targets[0].value: should be a number or null; is an object"),
        (("targets", 0, "implied"), "no", "targets[0].implied: should be true or false; is 'no'"),
        (
            ("targets", 0, "due"),
            "2025/12/31",
            "targets[0].due: should be a date like 2025-12-31 or null; is '2025/12/31'",
        ),
        (
            ("targets", 0, "due"),
            "2025-02-30",
            "targets[0].due: should be a date like 2025-12-31 or null; is '2025-02-30'",
        ),
        (("targets", 0, "quote"), "", "targets[0].quote: should be non-empty text; is ''"),
        (("targets", 0, "rule"), MISSING, "targets[0].rule: is missing; should be text"),
        (("targets", 0, "compartor"), "ge", "targets[0].compartor: is not a field of a plan; remove it"),
        (("targets", 0, "span"), [1, 2], "targets[0].span: should be an object with start, end; is a list"),
        (("targets", 0, "span", "start"), -1, "targets[0].span.start: should be an integer, at least 0; is -1"),
        (
            ("targets", 0, "value"),
            2**63,
            "targets[0].value: should be a number or null, at most 9007199254740991; is 9223372036854775808",
        ),
        (
            ("targets", 0, "value"),
            -1e300,
            "targets[0].value: should be a number or null, at least -9007199254740991; is -1e+300",
        ),
        (
            ("deadlines", 0, "months"),
            2**63,
            "deadlines[0].months: should be an integer, at least 0 or null, at most 9007199254740991; is 9223372036854775808",
        ),
        (("targets", 1, "value"), 5, "targets[1]: value_max 3 needs a value that is not larger; value is 5"),
        (("targets", 1, "quote"), "建成", "targets[1].quote: the text at 67–79 reads '建成区域医疗中心1—3家', not '建成'"),
        (("targets", 1, "measure_id"), "mea-7", "targets[1].measure_id: no measure has the id mea-7"),
        (("targets",), None, "targets: should be a list; is null"),
        (("metadata", "status"), "finished", "metadata.status: should be 'draft', 'trial', 'final'; is 'finished'"),
        (
            ("metadata", "region", "adcode"),
            370800,
            "metadata.region.adcode: should be text of the form ^[0-9]{6}$ or null; is 370800; put it in quotes",
        ),
        (("metadata", "recipients"), "各县", "metadata.recipients: should be a list; is '各县'"),
        (("metadata", "recipients"), [None], "metadata.recipients[0]: should be text; is null"),
        (
            ("measures", 0, "responsibilities", 0, "units", 1, "role"),
            "boss",
            "measures[0].responsibilities[0].units[1].role: should be 'lead', 'support', 'responsible'; is 'boss'",
        ),
        (("deadlines", 0, "start"), "2026-01-01", "deadlines[0]: start 2026-01-01 is later than end 2025-12-31"),
        (("targets", 0, "span", "strat"), 6, "targets[0].span.strat: is not a field of a plan; remove it"),
        (("quantities", 0, "span", "more"), {}, "quantities[0].span.more: is not a field of a plan; remove it"),
        (("targets", 0, "in\nlines"), 1, r"targets[0]['in\nlines']: is not a field of a plan; remove it"),
        (
            ("targets", 0, "due"),
            "2026-12-31",
            "targets[0].due: is 2026-12-31, but its deadline due-1 ends on 2025-12-31",
        ),
        (("targets", 0, "due"), None, "targets[0].due: is null, but its deadline due-1 ends on 2025-12-31"),
        (("sections", 0, "heading"), "次要目标", "sections[0].heading: the text at 11–40 does not contain '次要目标'"),
        (("measures", 0, "title"), "建设小区", "measures[0].title: the text at 47–104 does not contain '建设小区'"),
        (("references", 0, "title"), "发展", "references[0].title: the text at 60–66 reads '发展规划', not '发展'"),
        (
            ("sections", 0, "parent_id"),
            "sec-2",
            "sections[0].parent_id: sec-2 comes after it; a parent section must come before its children",
        ),
        (
            ("measures", 0, "span", "start"),
            5,
            "measures[0].section_id: sec-2 comes after it; a parent section must come before its children",
        ),
        (("source", "page_starts"), [-3, 0], "source.page_starts: should be increasing offsets into the text"),
        (("schema_version",), "2.0", "schema_version: should be '1.1'; is '2.0'"),
        (("source", "char_count"), 7, "source.char_count: is 7, but the text has 104 characters"),
        (("text",), MISSING, "text: is missing; should be text"),
        (("text",), 5, "text: should be text; is 5; put it in quotes"),
    ],
)
def test_a_fault_is_one_line(values: dict[str, Any], path: tuple[str | int, ...], value: Any, line: str) -> None:
    place: Any = values
    for part in path[:-1]:
        place = place[part]
    if value is MISSING:
        del place[path[-1]]
    else:
        place[path[-1]] = value

    assert problems_of(values) == [line]


def test_a_misspelt_field_is_recognised(values: dict[str, Any]) -> None:
    target = values["targets"][0]
    target["compartor"] = target.pop("comparator")

    # Releases of pydantic tell of the two in different order.
    assert sorted(problems_of(values)) == [
        "targets[0].comparator: is missing; should be 'eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range'",
        "targets[0].compartor: is not a field of a plan; did you mean comparator?",
    ]


def test_a_misspelt_field_of_a_span_is_recognised(values: dict[str, Any]) -> None:
    span = values["targets"][0]["span"]
    span["strat"] = span.pop("start")

    assert sorted(problems_of(values)) == [
        "targets[0].span.start: is missing; should be an integer, at least 0",
        "targets[0].span.strat: is not a field of a plan; did you mean start?",
    ]


def test_all_faults_are_told_those_between_sound_parts_too(values: dict[str, Any]) -> None:
    values["measures"][0]["kind"] = "chore"
    values["quantities"][0]["text"] = "2026年"
    values["targets"][1]["deadline_id"] = "due-5"
    values["metadata"]["region"] = None

    assert problems_of(values) == [
        "metadata.region: should be an object with province, city, county, adcode; is null",
        "measures[0].kind: should be 'task', 'safeguard'; is 'chore'",
        "targets[1].deadline_id: no deadline has the id due-5",
        "quantities[0].text: the text at 19–24 reads '2025年', not '2026年'",
    ]


@pytest.mark.parametrize("whole", ["[]", "- 1", "text", "5", "", "# nothing"])
def test_a_file_that_is_no_object_is_one_fault(whole: str) -> None:
    if not whole:
        whole = "null"
    (problem,) = problems_of(whole)

    assert problem.startswith("the whole file: should be an object with schema_version, id, producer, source")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"id": 1,\n "text" 2}', "line 2, column 9: is not JSON: Expecting ':' delimiter"),
        ("id: plan-1\n  text: [", "line 2, column 7: is not YAML: mapping values are not allowed in this context"),
        ("id: 'plan", "line 1, column 10: is not YAML: found unexpected end of stream"),
        ("id: 1\n--- \nid: 2", "line 3, column 1: a second document begins here; keep one"),
        ("text: \x01", "is not YAML: unacceptable character"),
        ("a: &x 1\nb: *x", "line 2, column 4: the alias *x is not supported; write out what it stands for"),
        ("[" * 100_000, "is nested too deeply to be a plan"),
        ("a: " + "[" * 100_000, "is nested too deeply to be a plan"),
        ("- " * 5_000, "is nested too deeply to be a plan"),
        ('{"a":' * 200 + "1" + "}" * 200, "is nested too deeply to be a plan"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_its_place(text: str, line: str) -> None:
    problems = problems_of(text)

    assert problems[0].startswith(line), problems[0]
    assert "\n" not in problems[0]


@pytest.mark.parametrize("name", WRITERS)
def test_a_number_beyond_all_measure_is_a_fault(plan: Plan, name: str) -> None:
    text = WRITERS[name](plan).decode().replace("90", "9" * 5000, 1)

    assert problems_of(text) == [f"targets[0].value: should be a number or null; is '{'9' * 40}…'"]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"deadline_id": "due-9"}, "deadline_id: no deadline has the id due-9"),
        ({"deadline_id": "due-1"}, "due: is null, but its deadline due-1 ends on 2025-12-31"),
    ],
)
def test_the_time_of_a_clause_is_that_of_its_deadline(values: dict[str, Any], change: dict[str, Any], line: str) -> None:
    values["measures"][0]["responsibilities"][0].update(change)

    assert problems_of(values) == [f"measures[0].responsibilities[0].{line}"]


def test_an_id_that_nothing_has_is_told_on_one_line(values: dict[str, Any]) -> None:
    values["targets"][0]["section_id"] = "sec\n9\u2028" + "x" * 5000

    assert problems_of(values) == [f"targets[0].section_id: no section has the id sec 9 {'x' * 34}"]


def test_words_of_surroundings_lie_in_the_text(values: dict[str, Any]) -> None:
    span = {"start": 5, "end": 10**6}
    values["targets"][1]["due_context"] = {"date": "2025-12-31", "from": "title", "span": span}

    assert problems_of(values) == [
        f"targets[1].due_context.span: 5–1000000 lies outside the text of {len(values['text'])} characters"
    ]


def test_a_list_that_is_not_in_order_is_a_fault(values: dict[str, Any]) -> None:
    values["targets"].reverse()

    assert problems_of(values) == ["targets[1].span: begins before that of targets[0]; lists must be in document order"]


# Numbers of YAML in which a plan would be lost, with what is told of each.
@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0x" + "f" * 5000, f"'0x{'f' * 38}…'"),
        ("0b" + "1" * 20_000, f"'0b{'1' * 38}…'"),
        ("0" + "7" * 5000, f"'0{'7' * 39}…'"),
        (":".join(["59"] * 3000), f"'{':'.join(['59'] * 14)[:40]}…'"),
        (":".join(["59"] * 300) + ".5", f"'{':'.join(['59'] * 14)[:40]}…'"),
        ("!!int x", "'x'"),
        ("!!int ''", "''"),
        ("!!float ''", "''"),
        ("!!bool maybe", "'maybe'"),
        ("0x" + "f" * 20, "1208925819614629174706175, at most 9007199254740991"),
        (".inf", "Infinity"),
        (".nan", "NaN"),
    ],
)
def test_a_number_of_yaml_that_nobody_means_is_a_fault(plan: Plan, number: str, shown: str) -> None:
    text = WRITERS["yaml"](plan).decode().replace("value: 90", f"value: {number}", 1)

    value, _, bound = shown.partition(", ")
    should = "targets[0].value: should be a number or null"
    assert problems_of(text) == [f"{should}, {bound}; is {value}" if bound else f"{should}; is {value}"]


def test_half_a_character_in_the_name_of_a_field_is_a_fault(values: dict[str, Any]) -> None:
    values["metadata"]["t\ud800"] = 1

    assert problems_of(values) == [
        r"metadata: contains half a character (\ud800); write the complete character",
        "metadata['t?']: is not a field of a plan; remove it",
    ]


def test_a_laughing_yaml_ends_where_it_begins_to_laugh() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))

    assert problems_of(bomb)[0].startswith("line 2, column 8: the alias *a")


@pytest.mark.parametrize("name", WRITERS)
def test_a_doubled_field_is_a_fault(plan: Plan, name: str) -> None:
    text = WRITERS[name](plan).decode()
    old, new = (
        ('"role": "lead"', '"role": "lead", "role": "support"')
        if name == "json"
        else (
            "role: lead",
            "role: lead\n      role: support",
        )
    )

    assert problems_of(text.replace(old, new)) == ["measures[0].responsibilities[0].units[0].role: occurs twice; keep one"]


@pytest.mark.parametrize("write", [as_json, as_json_line])
def test_only_the_bytes_that_are_written_of_a_plan_are_read_without_a_second_look(
    plan: Plan, write: Callable[[Plan], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = write(plan)
    key = re.search(rb'"role": ?"lead",', written)
    assert key
    with pytest.raises(InvalidPlanError, match="occurs twice; keep one"):
        validated(written.replace(key[0], key[0] * 2), "plan.json")

    monkeypatch.setattr(validating, "record_in", lambda *_: None)
    assert validated(written, "plan.json") == plan
    for other in (written.replace(key[0], key[0] * 2), b"\xef\xbb\xbf" + written, written.replace(b": ", b" : ", 1) + b" "):
        assert validated(other, "plan.json") is None


def test_a_thousand_faults_are_enough(values: dict[str, Any]) -> None:
    values["targets"] = [{}] * 2000
    problems = problems_of(values)

    assert len(problems) == 1001
    assert problems[-1] == "the whole file: has more problems"


@pytest.mark.parametrize(
    "path", [("targets",), ("measures", 0, "responsibilities"), ("targets", 0, "doubts"), ("source", "page_starts")]
)
def test_of_a_list_pydantic_keeps_the_first_fault_only(values: dict[str, Any], path: tuple[str | int, ...]) -> None:
    place: Any = values
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = [{}] * 2000

    with pytest.raises(ValidationError) as caught:
        Plan.model_validate_json(json.dumps(values))

    assert caught.value.error_count() < 50


def test_an_object_with_thousands_of_fields_is_refused_at_once() -> None:
    assert problems_of(json.dumps({f"field{n}": n for n in range(2000)})) == [
        "the whole file: has more than 1000 fields; check the file"
    ]


def test_half_a_character_is_a_fault(values: dict[str, Any]) -> None:
    values["metadata"]["title"] = "方案\ud800"

    assert problems_of(values) == [r"metadata.title: contains half a character (\ud800); write the complete character"]


def test_yaml_as_people_write_it_is_accepted(plan: Plan) -> None:
    text = WRITERS["yaml"](plan).decode()
    edited = "# read by hand\n" + text.replace("'2025-12-31'", "2025-12-31").replace("value: 90", "value: 90.0")
    assert edited.count("due: 2025-12-31") == 1

    assert load(BytesIO(edited.encode("utf-8-sig"))) == plan
    assert load(BytesIO(yaml.safe_dump(yaml.safe_load(text)).encode())) == plan
    assert load(BytesIO(edited.replace("\n", "\r\n").encode("utf-16"))) == plan


def test_json_in_escapes_is_accepted(plan: Plan) -> None:
    assert load(BytesIO(json.dumps(json.loads(WRITERS["json"](plan))).encode())) == plan
