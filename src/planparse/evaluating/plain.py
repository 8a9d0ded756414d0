"""Plain words: what remains of a wording when it is compared, and how alike two of them are."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_ONE_SHAPE = str.maketrans("():,;~-－–", "（）：，；————")
_LEFT_OUT = re.compile(r"[\s“”\"'‘’]")


def plain(words: object) -> str:
    """The words without white space, quotation marks and differences of width; nothing for None.

    >>> plain("“十四五” 期间(2021-2025)")
    '十四五期间（2021—2025）'
    """
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", str(words or "")).translate(_ONE_SHAPE))


def alike(a: str, b: str) -> float:
    """How much of two plain wordings is the same in the same order, 0 to 1.

    >>> alike("县域内就诊率", "县域就诊率") > 0.9
    True
    """
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()
