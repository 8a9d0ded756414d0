"""Numerals: what officials write as a number is the number that it means."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.language.numerals import ARABIC, DIGITS, HAN_NUMERAL, LONGEST, multiplier, plain, read_arabic, read_chinese

CHINESE = {
    "零": 0,
    "〇": 0,
    "两": 2,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十二": 12,
    "二十": 20,
    "一百零六": 106,
    "三百五十": 350,
    "两千零六": 2006,
    "三千五百": 3500,
    "一万": 10**4,
    "十万": 10**5,
    "三百二十万": 320 * 10**4,
    "三亿五千万": 350_000_000,
    "一万亿": 10**12,
    "二〇二四": 2024,
    "一九九八": 1998,
    "九千九百九十九万九千九百九十九": 99_999_999,
}
ARABICS = {
    "0.55": Decimal("0.55"),
    "3000": Decimal(3000),
    "1,200.5": Decimal("1200.5"),
    "12,345,678": Decimal(12_345_678),
    "100000000": Decimal(10**8),
}


@pytest.mark.parametrize(("words", "value"), CHINESE.items())
def test_a_chinese_numeral_has_its_value(words: str, value: int) -> None:
    assert read_chinese(words) == value


@pytest.mark.parametrize("words", ["", "十十", "百千", "二十三五", "三个", "一体化", "九" * (LONGEST + 1)])
def test_what_is_no_numeral_has_none(words: str) -> None:
    assert read_chinese(words) is None


@pytest.mark.parametrize(("words", "value"), ARABICS.items())
def test_a_number_in_digits_is_found_whole_and_has_its_value(words: str, value: Decimal) -> None:
    assert [match.group() for match in re.finditer(ARABIC, f"达到{words}元")] == [words]
    assert read_arabic(words) == value


@pytest.mark.parametrize(("words", "factor"), {"": 1, "百": 100, "万": 10**4, "亿": 10**8, "万亿": 10**12}.items())
def test_magnitudes_multiply(words: str, factor: int) -> None:
    assert multiplier(words) == factor


@pytest.mark.parametrize(
    ("value", "shown"), [(Decimal("90.0"), 90), (Decimal("0.55"), 0.55), (Decimal("1E+3"), 1000), (7, 7)]
)
def test_a_number_is_written_as_an_integer_where_it_is_one(value: Decimal | int, shown: float) -> None:
    assert plain(value) == shown
    assert type(plain(value)) is type(shown)


def spoken(number: int) -> str:
    """A number below a hundred million, said as it is taught."""
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        return spoken(high) + "万" + ("零" if 0 < low < 1000 else "") + (spoken(low) if low else "")
    said = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            said += "零一二三四五六七八九"[digit] + name
        elif said and not said.endswith("零") and number:
            said += "零"
    return said or "零"


@given(st.integers(0, 10**8 - 1))
def test_every_number_survives_being_said(number: int) -> None:
    said = spoken(number)

    assert read_chinese(said) == number or len(said) > LONGEST


@given(st.text(st.sampled_from(HAN_NUMERAL), max_size=20))
def test_any_row_of_numeral_characters_is_a_number_or_none(words: str) -> None:
    value = read_chinese(words)

    assert value is None or value >= 0
    assert set(DIGITS) <= set(HAN_NUMERAL)
