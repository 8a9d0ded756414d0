"""How Word prints the number of a paragraph: 12 as 十二, ⑫, xii, ten more ways, by the names of its file format (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planparse.language.numerals import write_chinese

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_MOST_ROMAN = 3999
_LONGEST_LETTERS = 780  # Word repeats a letter for each round of the alphabet, thirty times at most
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_IDEOGRAPHS = str.maketrans("0123456789", "〇一二三四五六七八九")
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千万", "零壹貳參肆伍陸柒捌玖拾佰仟萬")


def _from(characters: str) -> Callable[[int], str]:
    """One character a number, beyond them the number itself."""

    def printed(number: int) -> str:
        return characters[number - 1] if 0 < number <= len(characters) else str(number)

    return printed


def _run(first: str, count: int) -> str:
    return "".join(chr(ord(first) + offset) for offset in range(count))


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    printed = ""
    for value, letters in _ROMAN:
        printed += letters * (number // value)
        number %= value
    return printed


def _letters(number: int) -> str:
    """The letter of a number: Z is 26, AA 27, BB 28."""
    if not 0 < number <= _LONGEST_LETTERS:
        return str(number)
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (rounds + 1)


def _ordinal(number: int) -> str:
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_CIRCLED = _from(_run("①", 20) + _run("㉑", 15) + _run("㊱", 15))

_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _from(_run("⒈", 20)),
    "decimalEnclosedParen": _from(_run("⑴", 20)),
    "numberInDash": "- {} -".format,
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "ideographDigital": lambda number: str(number).translate(_IDEOGRAPHS),
    "taiwaneseDigital": lambda number: str(number).translate(_IDEOGRAPHS),
    "japaneseDigitalTenThousand": lambda number: str(number).translate(_IDEOGRAPHS),
    "chineseLegalSimplified": lambda number: _formal(number, _LEGAL),
    "ideographLegalTraditional": lambda number: _formal(number, _LEGAL_TRADITIONAL),
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from(_run("㊀", 10)),
} | dict.fromkeys(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "japaneseCounting",
    ),
    write_chinese,
)


def _formal(number: int, characters: dict[int, int]) -> str:
    """Numerals as on a banknote, which say the one of ten as well: 壹拾贰."""
    words = write_chinese(number)
    return ("一" + words if words.startswith("十") else words).translate(characters)


def print_number(number: int, number_format: str) -> str:
    """The number in a format of Word; in one that is not listed, in digits.

    >>> [print_number(12, name) for name in ("chineseCounting", "decimalEnclosedCircle", "lowerRoman", "chineseLegalSimplified")]
    ['十二', '⑫', 'xii', '壹拾贰']
    """
    return _FORMATS.get(number_format, str)(number)


KNOWN: Sequence[str] = (*_FORMATS, "decimal")
