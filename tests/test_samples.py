"""Each reader has a sample, a short plan as files of that kind hold it, and README says what reading it needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planparse
from planparse.readers import READERS, office
from planparse.readers.media_types import media_type_of
from saved_as import findings

pytestmark = pytest.mark.slow  # LibreOffice is started

TESTS = Path(__file__).parent
FILES = sorted((TESTS / "samples").iterdir())
SAMPLES = {media_type_of(path.read_bytes()): path for path in FILES}
CONVERTED = {"doc", "odt", "rtf"}


def test_each_reader_has_one_sample() -> None:
    assert SAMPLES.keys() == READERS.keys()
    assert len(SAMPLES) == len(FILES)


@pytest.mark.parametrize("media_type", READERS)
def test_a_sample_says_what_its_text_says(media_type: str) -> None:
    path = SAMPLES[media_type]
    if path.suffix[1:] in CONVERTED and office.find_libreoffice() is None:
        pytest.skip("LibreOffice is not installed")

    plan = planparse.extract(path)

    assert plan.source.media_type == media_type
    assert findings(plan) == findings(planparse.parse(SAMPLES["text/plain"].read_text("utf-8")))
    assert [len(plan.sections), len(plan.measures), len(plan.targets)] == [2, 3, 4]


@pytest.mark.parametrize(("readme", "head"), [("README.md", "| form | needs |"), ("README.zh-CN.md", "| 格式 | 需要 |")])
def test_readme_has_a_row_for_each(readme: str, head: str) -> None:
    table = (TESTS.parent / readme).read_text("utf-8").partition(head)[2].partition("\n\n")[0]
    forms = {
        form: needs
        for named, needs in re.findall(r"^\| (.+) \| (.+) \|$", table, re.MULTILINE)
        for form in re.findall("[a-z]+", named.lower())
    }

    assert {path.suffix[1:] for path in FILES} <= forms.keys()
    assert {form for form, needs in forms.items() if needs == "LibreOffice"} >= CONVERTED
