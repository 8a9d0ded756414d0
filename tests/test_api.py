"""parse, extract, load and open_plan: what goes in, what comes out, what is raised."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planparse import InputError, InvalidPlanError, NotAPlanError, Plan, extract, load, parse
from planparse.api import open_plan
from planparse.writers import WRITERS


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(codec=None, categories=None)), st.none() | st.text(st.characters(codec=None, categories=None)))
def test_any_string_gives_a_plan_that_can_be_written(text: str, name: str | None) -> None:
    plan = parse(text, name)

    assert Plan.model_validate_json(WRITERS["json"](plan)) == plan


def test_an_empty_string_gives_an_empty_plan() -> None:
    plan = parse("")

    assert (plan.text, plan.sections, plan.source.name) == ("", (), None)


def test_the_digest_is_of_the_text_in_utf_8() -> None:
    assert parse("一、").source.sha256 == sha256("一、".encode()).hexdigest()


def test_a_half_character_is_replaced_and_two_halves_are_joined() -> None:
    assert "\ufffd" in parse("总\ud800体").text
    assert "\U00020000" in parse("总\ud840\udc00体").text


def test_parse_and_extract_agree(seeds: Path) -> None:
    path = seeds / "jining.txt"

    assert parse(path.read_text("utf-8"), path.name) == extract(path)


@pytest.mark.parametrize("text", ["Dear Sir,\n1. Buy milk by 2025.\n2. Go home.", "今天天气很好，我们去公园散步。"])
def test_a_text_that_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(NotAPlanError, match=r"^stdin: does not look like a plan: .*; check"):
        extract(BytesIO(text.encode()))


@pytest.mark.parametrize("name", WRITERS)
def test_an_extracted_plan_is_loaded_whole(plan: Plan, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"plan.{name}"
    path.write_bytes(WRITERS[name](plan))

    assert load(path) == plan
    assert open_plan(path) == plan
    assert open_plan(BytesIO(path.read_bytes())) == plan


@pytest.mark.parametrize("name", WRITERS)
def test_an_extracted_plan_is_not_extracted_again(plan: Plan, name: str) -> None:
    with pytest.raises(InputError, match=r"^stdin: is a plan that was already extracted; show, validate or load it"):
        extract(BytesIO(WRITERS[name](plan)))


def test_open_plan_extracts_a_text(seeds: Path) -> None:
    assert open_plan(seeds / "jining.txt") == extract(seeds / "jining.txt")


def test_an_extracted_file_that_does_not_hold_tells_all(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("{}")

    with pytest.raises(InvalidPlanError) as caught:
        load(path)

    assert caught.value.where == str(path)
    assert "text: is missing; should be text" in map(str, caught.value.problems)
    assert len(caught.value.problems) > 8


def test_load_says_what_it_cannot_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load(tmp_path / "nothing.json")
    with pytest.raises(InputError, match=r"^stdin: looks like binary"):
        load(BytesIO(bytes(range(128, 256)) * 50))
