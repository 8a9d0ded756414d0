"""Gold of metadata: what the kept halves hold, and what the script that measures says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import metadata
from planparse.evaluating.counts import Count

HALVES = metadata.HALVES


def test_the_halves_are_of_one_size_and_share_no_document() -> None:
    names = [{gold.document for gold in metadata.gold_of(half)} for half in HALVES]

    assert len(names[0]) == len(names[1]) == len(metadata.gold_of(HALVES[0])) > 100
    assert names[0].isdisjoint(names[1])


@pytest.mark.parametrize("half", HALVES)
def test_each_document_has_all_fields(half: str) -> None:
    for gold in metadata.gold_of(half):
        assert gold.model_fields_set == {"document", *metadata.FIELDS}, gold.document


def test_a_document_is_held_against_its_gold(tmp_path: Path) -> None:
    (tmp_path / "204_甲.txt").write_text("甲市人民政府关于做好工作的通知\n甲政发〔2023〕1号\n一、工作\n", "utf-8")
    gold = metadata.Named(
        document="204",
        title="甲市人民政府关于做好工作的通知",
        doc_number="甲政发〔2023〕1号",
        issuer=("甲市政府", "甲市人民政府"),
        issued_on=None,
        notice_title="甲市通知",
    )

    checks = metadata.metadata_checks(gold, metadata.found(tmp_path / "204_甲.txt"))

    assert [check.field for check in checks if not check.is_right] == ["notice_title"]


def test_a_row_gives_each_half_its_share_with_its_interval() -> None:
    halves = [dict.fromkeys(metadata.FIELDS, Count(right=right, total=10)) for right in (9, 10)]

    first, *others = metadata.rows(halves)

    assert first.split() == ["title", "0.900", "(0.60–0.98)", "1.000", "(0.72–1.00)"]
    assert len(others) == len(metadata.FIELDS) - 1
