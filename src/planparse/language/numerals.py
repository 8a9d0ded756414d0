"""Numbers as officials write them: 3000, 1,200.5, 三百五十, 二〇二四, 3.5万, 百 → a number.

All functions read folded text (`planparse.language.folding.fold`): digits are half-width, 〇 has one shape.
"""

from __future__ import annotations

from decimal import Decimal

from planparse.model import LARGEST

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
    """The value of a Chinese numeral, or None where the characters make no number, or one that is too large for a plan.

    >>> [read_chinese(w) for w in ("三百五十", "二〇二四", "十", "百", "两千零六", "三亿五千万", "十十")]
    [350, 2024, 10, 100, 2006, 350000000, None]
    """
    if not words or len(words) > LONGEST:
        return None
    if len(words) == 1:
        return _SINGLE.get(words)
    if all(c in DIGITS for c in words):
        return _bounded(int("".join(str(DIGITS[c]) for c in words)))
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
    return _bounded(total + section + digit)


def _bounded(number: int) -> int | None:
    return number if number <= LARGEST else None


def write_chinese(number: int) -> str:
    """The number as a Chinese numeral, as outline marks print it; from a hundred million on, in digits.

    >>> [write_chinese(n) for n in (0, 7, 10, 12, 20, 105, 110, 2006, 35000)]
    ['零', '七', '十', '十二', '二十', '一百零五', '一百一十', '二千零六', '三万五千']
    """
    if not 0 < number < _LARGE["亿"]:
        return "零" if number == 0 else str(number)
    upper, lower = divmod(number, _LARGE["万"])
    words = f"{_below_myriad(upper)}万" if upper else ""
    if lower:
        words += ("零" if upper and lower < _SMALL["千"] else "") + _below_myriad(lower)
    return words.removeprefix("一") if words.startswith("一十") else words


def _below_myriad(number: int) -> str:
    words = ""
    for factor, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, factor)
        if digit:
            words += "零一二三四五六七八九"[digit] + name
        elif words and number and not words.endswith("零"):
            words += "零"
    return words


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
