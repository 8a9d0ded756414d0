"""The codebook is what the model says, of every field and every value, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planparse.labels import VALUES, Language
from planparse.language.organizations import resolve
from planparse.messages.codebook import FIELDS, MEANINGS, NULLS, RECORDS
from planparse.messages.diagnostics import DIAGNOSTICS
from planparse.model import Plan, Region
from planparse.writers.as_codebook import as_codebook

DOCS = Path(__file__).parent.parent / "docs"
KEPT: dict[Language, str] = {"en": "codebook.md", "zh": "codebook.zh.md"}

each_language = pytest.mark.parametrize("language", KEPT)


def records() -> dict[str, dict[str, Any]]:
    """The schemas of all that a plan holds, by name."""
    document = Plan.model_json_schema()
    return {**document["$defs"], "Plan": document}


def fields() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each field: the name of its record, its own, its schema."""
    return ((name, field, part) for name, record in records().items() for field, part in record["properties"].items())


def known(name: str, field: str, words: dict[str, Any]) -> set[str]:
    return {f"{name}.{field}", field} & set(words)


def rows(codebook: str, heading: str) -> dict[str, list[str]]:
    """The rows of the table below a heading, by their first cells."""
    block = codebook.split(f" {heading}\n", 1)[1].split("\n#", 1)[0]
    lines = [re.split(r" ?(?<!\\)\| ?", line)[1:-1] for line in block.splitlines() if line.startswith("| `")]
    return {first: rest for first, *rest in lines}


@each_language
def test_the_file_is_in_step_with_the_model(language: Language) -> None:
    assert (DOCS / KEPT[language]).read_text("utf-8") == as_codebook(language), (
        "run `make schema` and review what it changes; words of new fields go into messages/codebook.py"
    )


@each_language
def test_every_field_of_every_record_has_its_row(language: Language) -> None:
    codebook = as_codebook(language)

    for name, record in records().items():
        found = rows(codebook, name)
        assert [*found] == [f"`{field}`" for field in record["properties"]]
        for field, (holds, null) in zip(record["properties"].values(), found.values(), strict=True):
            assert holds
            assert bool(null) == (json.dumps({"type": "null"}) in json.dumps(field))


def test_every_record_and_field_has_words_in_chinese_and_no_words_are_left_over() -> None:
    used = [known(name, field, FIELDS) for name, field, _ in fields()]
    nulls = [known(name, field, NULLS) for name, field, part in fields() if {"type": "null"} in part.get("anyOf", ())]

    assert set(RECORDS) == set(records())
    assert [at for at, words in zip(fields(), used, strict=True) if not words] == []
    assert set().union(*used) == set(FIELDS)
    assert all(nulls)
    assert set().union(*nulls) == set(NULLS)


def test_every_value_of_every_enumeration_has_its_meaning() -> None:
    values = {}
    for name, field, part in fields():
        for choice in (part, *part.get("anyOf", ())):
            if "enum" in choice:
                values[f"{name}.{field}"] = choice["enum"]

    assert {at: [*meanings] for at, meanings in MEANINGS.items()} == values


@each_language
def test_codes_stand_with_their_words(language: Language) -> None:
    codebook = as_codebook(language)

    assert [*rows(codebook, "Target.doubts")] == [f"`{code}`" for code in VALUES["doubts"]]
    assert [*rows(codebook, "Diagnostic.code")] == [f"`{code}`" for code in DIAGNOSTICS]
    bodies = rows(codebook, "ResponsibleUnit.body")
    assert bodies["`health_commission`"][0].startswith("卫生健康委员会")
    for name in ("市财政局", "市卫生健康委", "各县、区人民政府", "国家发展改革委", "团市委"):
        assert f"`{resolve(name, Region(province='山东省', city='济宁市')).body}`" in bodies


def test_both_languages_hold_the_same() -> None:
    ours, theirs = (
        re.findall(r"^(?:##+ [A-Z]\w+(?:\.\w+)?$|\| `[^`]+`)", as_codebook(language), re.MULTILINE) for language in KEPT
    )

    assert ours == theirs
    assert len(ours) > 400
