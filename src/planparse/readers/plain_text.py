"""Plain text: finds its encoding, forgives a few stray bytes, and takes form feeds as page breaks."""

from __future__ import annotations

import codecs
import re
import unicodedata

from planparse.errors import InputError
from planparse.text import HEADING, SourceText

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5", "utf-32-le", "utf-32-be")

# Characters that make up a third of any official text, simplified or traditional, and next to nothing of a text that is
# read in the wrong encoding. On pieces of 20 characters this tells GB18030 from Big5 and UTF-16, where statistical
# detectors still guess, and it does not mind a broken byte.
_FREQUENT = frozenset(
    "，。、；：（）《》“”"
    "的一是在有和为中国大上以到等年月日发展建设实施工作推进加强管理市区县省部政府会人民社全新高要关于各能体制机构系统"
    "项目服务生产业务法行动标准為國發實進強縣關與會體機構項業務動標準產計畫統設"
)
_LEAST_SHARE = 0.1
_FEW = 5  # one NUL in so many characters is dirt
_TRUST = 0.02  # what a declaration counts for
_SAMPLE = 64 * 1024  # bytes that are enough to tell the encoding
_STRAY = "\ufffd"
# Radicals that converters of PDF set for the characters that look like them: the Kangxi radicals and the compatibility ideographs, for
# which Unicode has the character, and of the other radicals those that are characters by themselves (EquivalentUnifiedIdeograph).
_RADICALS = "⼾户⾭青⺁厂⺄乙⺈刀⺊卜⺌小⺎兀⺏尢⺗心⺙攵⺛旡⺝月⺟母⺠民⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺴网⺶羊⺷羊⺹老⺻聿⺼肉⺽臼⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻏阝⻐金⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟"
_LOOKALIKE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
# What they begin with in UTF-8: to look there for a byte and what may follow takes a third of looking at each character.
_LOOKALIKES_BEGIN = (re.compile(rb"\xe2[\xba-\xbf]"), re.compile(rb"\xef[\xa4-\xab]"))
_HEADINGS = re.compile(f"(?m)^{HEADING}+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read(data: bytes) -> tuple[SourceText, str]:
    """The text and the name of its encoding. Raises InputError for bytes that are no text, or a text without words."""
    text, encoding = decode(data)
    # Tolerates the odd control character that extraction from a PDF leaves behind.
    if len(_CONTROLS.findall(text)) * 20 > len(text):
        raise _no_text()
    source = tidy(text)
    if not source.text.strip("\ufeff \t\n\v\f\u3000\xa0"):
        raise InputError("no-words")
    return source, encoding


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The characters and the name of the encoding: by its mark, as strict UTF-8, or the likeliest for Chinese.

    A declared encoding is only believed where no other fits much better: pages declare one and are saved in another. Bytes that do not belong become U+FFFD, as long as they are few. Raises InputError where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    # UTF-16 and UTF-32 without a mark are UTF-8 as well where they hold figures and Latin letters, and a NUL for each of these.
    if text.count("\0") * _FEW <= len(text) and (text or not data):
        return text, "utf-8"
    names = (declared, *_CANDIDATES) if declared else _CANDIDATES
    shares = {name: _share_of_frequent(data[:_SAMPLE].decode(name, "replace")) for name in names}
    encoding = max(shares, key=lambda name: shares[name] + (_TRUST if name == declared else 0))
    share = shares[encoding]
    if share < _LEAST_SHARE:
        raise _no_text()
    return data.decode(encoding, "replace"), encoding


def tidy(text: str, *, headed: bool = False) -> SourceText:
    r"""Make a decoded text fit to be read on.

    Afterwards 1. lines end in `\n`; 2. there is no NUL; 3. half characters (lone surrogates) are U+FFFD; 4. radicals are
    the characters that they stand for (⽬标: 目标); 5. where the text has form feeds, each page that is not blank at the end has its
    offset in `page_starts`; 6. there are no marks of headings; the lines that had one are in `headings` where the text is `headed` by a reader.

    >>> tidy("第一页\r\n\f第二页\n\f")
    SourceText(text='第一页\n\x0c第二页\n\x0c', page_starts=(0, 5), headings=())
    """
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        encoded = text.encode("utf-8")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if any(begin.search(encoded) for begin in _LOOKALIKES_BEGIN):
        text = _LOOKALIKE.sub(_character, text)
    breaks = [match.end() for match in re.finditer("\f", text.rstrip())]
    source = SourceText(text, (0, *breaks) if breaks else None)
    if HEADING not in text:
        return source
    marked = [*_HEADINGS.finditer(text)]
    if headed:
        source = SourceText(text, source.page_starts, tuple((mark.start(), len(mark.group())) for mark in marked))
    return source.edited((*mark.span(), "") for mark in re.finditer(HEADING, text))


def _character(radical: re.Match[str]) -> str:
    """The character that a radical stands for."""
    at = _RADICALS.find(radical.group())
    character = _RADICALS[at + 1] if at >= 0 else unicodedata.normalize("NFKC", radical.group())
    return character if len(character) == 1 else radical.group()


def _share_of_frequent(text: str) -> float:
    """The share of frequent characters among those beyond ASCII, less twice the share of bytes that do not belong, and NULs."""
    beyond_ascii = [character for character in text if character > "\x7f"]
    points = sum(character in _FREQUENT for character in beyond_ascii) - 2 * beyond_ascii.count(_STRAY) - text.count("\0")
    return points / max(len(beyond_ascii), 1)


def _no_text() -> InputError:
    return InputError("no-text")
