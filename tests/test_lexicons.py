"""The lexicons of places and bodies hold together."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
import yaml

from planparse.language.lexicon import words
from planparse.language.organizations import resolve
from planparse.language.regions import region
from planparse.model import Region

LEXICONS = files("planparse.language") / "lexicons"
DIVISIONS = [line.split("\t") for line in (LEXICONS / "regions.tsv").read_text("utf-8").splitlines() if line[0].isdigit()]
OFFICES = [
    (section, key, names) for section, keys in words("bodies").items() if section != "classes" for key, names in keys.items()
]


def test_the_table_of_places_has_every_province_and_no_code_twice():
    codes = [code for code, *_ in DIVISIONS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[1-9][0-9]{5}", code) for code in codes)
    assert sum(code.endswith("0000") for code in codes) == 34
    assert sum(code.endswith("00") and not code.endswith("0000") for code in codes) > 330


def test_every_division_lies_in_a_province_and_every_city_county_in_its_city():
    names = {code: name for code, name, *_ in DIVISIONS}
    without_city = re.compile("(11|12|31|50|(41|42|46|65)90)|4601")  # 直辖市, and what the province administers itself
    for code in names:
        assert code[:2] + "0000" in names, code
        assert code[:4] + "00" in names or without_city.match(code), code
        assert region(code).adcode == code


def test_the_names_of_places_end_in_their_level():
    assert [name for _, name, *_ in DIVISIONS if not re.search("[省市区县州盟旗]$|.族自治.$", name)] == []
    assert {status for *_, status in DIVISIONS} == {"", "former"}


def test_keys_are_snake_case_and_stand_once_in_their_section():
    assert [key for _, key, _ in OFFICES if not re.fullmatch(r"[a-z]+(_[a-z]+)*", key)] == []
    section, seen = "", set()
    for line in (LEXICONS / "bodies.yaml").read_text("utf-8").splitlines():
        if line and line[0] not in " #":
            section = line
        elif re.match(r"  [a-z]", line) and not line.startswith("   "):
            key = section + line.partition(":")[0]
            assert key not in seen, key
            seen.add(key)


@pytest.mark.parametrize("sections", [("offices", "institutions", "branches"), ("party",), ("central",)], ids="/".join)
def test_no_name_of_a_body_is_written_twice(sections):
    written = [
        name
        for section, _, names in OFFICES
        if section in sections
        for official, shorts in names.items()
        for name in (official, *(shorts or "").split())
    ]
    assert sorted({name for name in written if written.count(name) > 1}) == []


def test_no_name_is_written_that_the_program_knows_by_itself():
    for _, key, names in OFFICES:
        for official, shorts in names.items():
            known = {official.replace("委员会", "委"), official.replace("办公室", "办"), official.replace("和", "")}
            assert not known & set((shorts or "").split()), (key, official)


@pytest.mark.parametrize("section", ["offices", "institutions"])
def test_every_name_in_the_lexicon_is_read_back_as_its_own_office(section):
    place = Region(province="山东省", city="济宁市", adcode="370800")
    for key, names in words("bodies")[section].items():
        for official, shorts in names.items():
            for name in (official.replace("{}", ""), *(shorts or "").split()):
                assert resolve("市" + name, place).body == key, name


def test_every_national_body_is_read_back():
    for key, names in words("bodies")["central"].items():
        for official in names:
            assert resolve(official, Region()).body == key, official


def test_the_file_of_bodies_is_plain_yaml():
    assert yaml.safe_load((LEXICONS / "bodies.yaml").read_text("utf-8")) == words("bodies")
