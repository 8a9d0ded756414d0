"""Numbers as officials write them: 3000, 1,200.5, 三百五十, 二〇二四, 3.5万, 百 → a number.

All functions read folded text (`planparse.language.folding.fold`): digits are half-width, 〇 has one shape.
"""

from __future__ import annotations

from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

# One Chinese character. The standard library's re, three times as fast as regex in the inner loops, has no \p{Han}; a letter
# that is no Latin one comes to the same in a plan, and compiles in no time, which a range of 28,000 characters does not.
HAN = r"[^\W\d_A-Za-z]"

_SINGLE = DIGITS | _SMALL | _LARGE

# The characters that a Chinese numeral is made of.
HAN_NUMERAL = "〇零一二两三四五六七八九十百千万亿"

# A number in digits: at most fifteen before the point, so that it fits a float and costs no quadratic conversion.
ARABIC = r"(?<![\d.])\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?(?![\d,])|(?<!\d)\d{1,15}(?:\.\d{1,6})?(?!\d)"

# No numeral of a plan is longer: 九千九百九十九万九千九百九十九 has fifteen characters.
LONGEST = 16


def multiplier(words: str) -> int:
    """The factor of the magnitude words behind a number: 万 → 10000, 万亿 → 10**12, "" → 1."""
    factor = 1
    for c in words:
        factor *= _SMALL.get(c) or _LARGE[c]
    return factor


def read_chinese(words: str) -> int | None:
    """The value of a Chinese numeral, or None where the characters make no number.

    >>> [read_chinese(w) for w in ("三百五十", "二〇二四", "十", "百", "两千零六", "三亿五千万", "十十")]
    [350, 2024, 10, 100, 2006, 350000000, None]
    """
    if not words or len(words) > LONGEST:
        return None
    if len(words) == 1:
        return _SINGLE.get(words)
    if all(c in DIGITS for c in words):
        return int("".join(str(DIGITS[c]) for c in words))
    total = section = digit = 0
    floor, seen_digit = 10**9, False
    for c in words:
        if c in DIGITS:
            if seen_digit and digit:
                return None
            digit, seen_digit = DIGITS[c], True
        elif c in _SMALL:
            if _SMALL[c] >= floor:
                return None
            floor = _SMALL[c]
            section += (digit if seen_digit and digit else 1) * floor
            digit, seen_digit = 0, False
        elif c in _LARGE:
            # 亿 lifts all before it (一万亿), 万 what stands behind the last 亿.
            if c == "亿":
                total = (total + section + digit or 1) * _LARGE[c]
            else:
                total += (section + digit or 1) * _LARGE[c]
            section, digit, floor, seen_digit = 0, 0, 10**9, False
        else:
            return None
    return total + section + digit


def write_chinese(number: int) -> str:
    """The numeral of a number from 1 to 9999.

    >>> [write_chinese(n) for n in (1, 10, 12, 20, 101, 110, 1015)]
    ['一', '十', '十二', '二十', '一百零一', '一百一十', '一千零一十五']
    """
    words, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += ("零" if gap else "") + "〇一二三四五六七八九"[digit] + unit
        gap = bool(words) and not digit
    return words.removeprefix("一") if 10 <= number < 20 else words


def read_arabic(words: str) -> Decimal | int:
    """The value of a number that ARABIC matched."""
    words = words.replace(",", "")
    return Decimal(words) if "." in words else int(words)


def plain(value: Decimal | int) -> int | float:
    """The number as JSON writes it: an integer where it is one.

    >>> plain(Decimal("90.0")), plain(Decimal("0.55"))
    (90, 0.55)
    """
    if isinstance(value, int):
        return value
    return int(value) if value == int(value) else float(value)
