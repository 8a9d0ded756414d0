"""Plans, files and results as nobody writes them: each is drawn from others, the same for the same dice."""

from __future__ import annotations

import json
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from datetime import datetime, time, timedelta
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import openpyxl
import yaml
from openpyxl.utils.exceptions import IllegalCharacterError

from growth import MADE as TOKENS

BRACKETS = "（）()《》〈〉“”‘’「」〔〕[]【】{}＜＞<>"
MARKS = "，,、；;：:。．.！!？?—-–~～…·•/／|%％‰℃±＋+≥≤<>＝="
STRANGE = (
    *"\0\a\b\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f\x7f\x85\xa0\xad\u061c\u1680\u2003\u200b\u200d\u200f\u2028\u2029\u202e\u2066\u3000\ufeff",
    *"\ud800\udfff\ue001\ue00b\uf8ff\ufffd\uffff\U0001f600\U0010ffff",
    *("\r\n", "e\u0301", "字\ufe00", "\n\n", "\n\f", "　　"),
)
NUMERALS = (
    "0123456789",
    "０１２３４５６７８９",
    "〇一二三四五六七八九",
    "零壹贰叁肆伍陆柒捌玖",
    "٠١٢٣٤٥٦٧٨٩",
    "०१२३४५६७८९",
    "⓪①②③④⑤⑥⑦⑧⑨",
)
SCALES = (
    "",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "万亿",
    "亿亿",
    "%",
    "‰",
    "倍",
    "个百分点",
    "年",
    "月",
    "日",
    "家",
    "位",
    "：",
    ".",
    ",",
    "—",
    "/",
)
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "gb18030",
    "gbk",
    "big5",
    "cp936",
    "latin-1",
)

_DIGITS = re.compile(r"\d+|[〇零一二三四五六七八九十百千万亿]+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST = (
    12,
    20,
    30,
    1_500,
)  # characters of a text: most are short, as what no rule expects is; many are tried in the time of a long one
_LARGEST = 10_000  # bytes of a file, or of a part of one
BETWEEN = "\n=====\n"
"""What parts the two plans of a pair."""


# Texts


def text(dice: Random, texts: Sequence[str]) -> str:
    """Pieces of plans and of what the rules look at, with some changes."""
    longest = dice.choice(_LONGEST)
    made = _piece(dice, texts)[:longest]
    if dice.random() < 0.3:  # where measures and targets are looked for
        made = dice.choice(("一、主要任务\n1.", "某市方案\n一、主要目标\n", "二、任务\n（一）建设。", "到2025年，")) + made
    for _ in range(dice.choice((0, 1, 1, 2, 2, 3, 5, 8))):
        made = dice.choice(_CHANGES)(dice, made, texts)[:longest]
    return made


def _piece(dice: Random, texts: Sequence[str]) -> str:
    if dice.random() < 0.2:
        return "".join(dice.choices(TOKENS, k=dice.randint(1, 12)))
    whole = dice.choice(texts)
    start = dice.randrange(len(whole) + 1)
    if dice.random() < 0.6:  # from the beginning of a line, a sentence or a clause
        start = max(whole.rfind(mark, 0, start) for mark in dice.choice(("\n", "\n。", "\n。；，"))) + 1
    return whole[start : start + dice.choice((5, 20, 40, 40, 80, 80, 160, 400 if dice.random() < 0.2 else 60))]


def _stretch(dice: Random, made: Sequence[Any]) -> tuple[int, int]:
    start = dice.randrange(len(made) + 1)
    return start, min(len(made), start + dice.choice((0, 1, 1, 2, 4, 10, 30)))


def _spliced(dice: Random, made: str, texts: Sequence[str]) -> str:
    start, end = _stretch(dice, made)
    return made[:start] + _piece(dice, texts) + made[end:]


def _put(words: Callable[[Random], str]) -> Callable[[Random, str, Sequence[str]], str]:
    """A change that puts words somewhere, now and then instead of what stands there."""

    def changed(dice: Random, made: str, _texts: Sequence[str]) -> str:
        start, end = _stretch(dice, made)
        return made[:start] + words(dice) + made[start if dice.random() < 0.6 else end :]

    return changed


def _number(dice: Random) -> str:
    digits = "".join(dice.choice(dice.choice(NUMERALS[:3])) for _ in range(dice.choice((1, 1, 2, 3, 4, 8, 16, 20))))
    return dice.choice(SCALES) + digits + dice.choice(SCALES) + dice.choice(SCALES)


def _other_number(dice: Random, made: str, _texts: Sequence[str]) -> str:
    """A number as one of other digits, or another number."""
    found = [*_DIGITS.finditer(made)]
    if not found:
        return made + _number(dice)
    match = dice.choice(found)
    digits = match.group()
    if dice.random() < 0.5:
        old, new = NUMERALS[0 if digits[0] in NUMERALS[0] else 2], dice.choice(NUMERALS)
        digits = digits.translate(str.maketrans(old, new))
    else:
        digits = dice.choice((_number(dice), digits * 2, digits[:-1], digits + dice.choice(SCALES)))
    return made[: match.start()] + digits + made[match.end() :]


def _other_mark(dice: Random, made: str, _texts: Sequence[str]) -> str:
    """A mark or a bracket as another, or none."""
    found = [at for at, character in enumerate(made) if character in MARKS or character in BRACKETS]
    if not found:
        return made
    at = dice.choice(found)
    return made[:at] + dice.choice(("", *BRACKETS, *MARKS, "\n", " ")) + made[at + 1 :]


def _other_width(dice: Random, made: str, _texts: Sequence[str]) -> str:
    """A stretch in the width that it does not have."""
    start, end = _stretch(dice, made)
    wide = dice.random() < 0.5
    low, high, shift = (0x21, 0x7E, 0xFEE0) if wide else (0xFF01, 0xFF5E, -0xFEE0)
    return made[:start] + "".join(chr(ord(c) + shift) if low <= ord(c) <= high else c for c in made[start:end]) + made[end:]


def _again(dice: Random, made: str, _texts: Sequence[str]) -> str:
    start, end = _stretch(dice, made)
    return made[:start] + made[start:end] * dice.choice((0, 2, 2, 3, 20)) + made[end:]


def _moved(dice: Random, made: str, _texts: Sequence[str]) -> str:
    """Lines, sentences or characters in another order."""
    mark = dice.choice(("\n", "。", "，", "、", ""))
    parts = made.split(mark) if mark else [*made]
    start = dice.randrange(len(parts) + 1)
    some = parts[start : start + 6]
    dice.shuffle(some)
    return mark.join((*parts[:start], *some, *parts[start + 6 :]))


_CHANGES = (
    _spliced,
    _spliced,
    _put(lambda dice: dice.choice(TOKENS)),
    _put(lambda dice: dice.choice(TOKENS)),
    _put(lambda dice: dice.choice(STRANGE)),
    _put(lambda dice: dice.choice(BRACKETS)),
    _put(lambda dice: dice.choice(MARKS)),
    _put(lambda dice: dice.choice("\n\n\t|  ")),
    _put(lambda _dice: ""),
    _put(_number),
    _other_number,
    _other_number,
    _other_mark,
    _other_mark,
    _other_width,
    _again,
    _moved,
)


def pair(dice: Random, pairs: Sequence[str]) -> str:
    """Two plans, of which one or both are changed, so that much still answers."""
    halves = dice.choice(pairs).split(BETWEEN)
    texts = [half for one in dice.choices(pairs, k=3) for half in one.split(BETWEEN)]
    start = dice.randrange(max(1, len(halves[0]) - 300))
    changed = []
    for half in halves:
        made = half[start : start + 400]
        for _ in range(dice.choice((0, 1, 2, 5))):
            made = dice.choice(_CHANGES)(dice, made, texts)[:600]
        changed.append(made)
    return BETWEEN.join(changed)


# Files


def file(dice: Random, files: Sequence[bytes]) -> bytes:
    """One of the files with some changes: of its bytes, of its words, or, where it is an archive, of its parts."""
    data = min(
        dice.choices(files, k=dice.choice((1, 2, 3, 3))), key=len
    )  # in the time of a long one many short ones are tried
    for _ in range(dice.choice((1, 1, 2, 4))):
        if data.startswith(b"PK") and dice.random() < 0.8:
            data = _other_archive(dice, data)
        elif dice.random() < 0.1:
            data = data.decode("utf-8", "replace").encode(dice.choice(ENCODINGS), "replace")
        else:
            data = _other_bytes(dice, data, files)
    return data


# What means something in one form or the other.
_PIECES = (
    *(b"<table>", b"<tr>", b"<td rowspan=99999>", b"<td colspan=0>", b"</td>", b"</table>", b"<p>", b"</p>", b"<br/>", b"<pre>", b"<!--", b"-->"),
    *(b"<li>", b"<ol start=99999999999>", b"<script>", b"<![CDATA[", b"&#0;", b"&#xd800;", b"&#x110000;", b"&nbsp;", b"&x;", b"<svg>", b"<template>"),
    *(b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b'<?xml version="1.1" encoding="utf-16"?>', b"<meta charset=gb2312>", b"<meta charset=x>", b"\xef\xbb\xbf", b"\xff\xfe"),
    *(b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tc>", b"<w:gridSpan w:val='-1'/>", b"<w:vMerge/>", b"<w:del>", b"<w:numId w:val='99999'/>", b"<w:ilvl w:val='-3'/>"),
    *(b"# ", b"**", b"- ", b"> ", b"|---|\n", b"```\n", b"\n\n", b"[a](b)", b"1. ", b"    ", b"\\", b"![", b"</", b"&amp;"),
    *(b"=\r\n", b"=E4", b"--b--\r\n", b"Content-Type: text/html; charset=x\r\n\r\n", b"Content-Transfer-Encoding: base64\r\n", b"Content-Location: ", b"MIME-Version: 1.0"),
    *(b"%PDF-1.7", b"endobj", b"stream\n", b"/Length 99999999", b"0 0 R", b"/Kids [1 0 R]", b"{\\rtf1", b"\\u-3913?", b"\\bin99999 ", b"{\\*", b"PK\x03\x04"),
    *(b"0", b"-1", b"99999999999999999999", b"1e309", b"NaN", b"0.0000001", b"\0", b"\x80", b"\xff", "，".encode(), "（责任单位：".encode(), "\u202e".encode()),
)  # fmt: skip


def _other_bytes(dice: Random, data: bytes, files: Sequence[bytes]) -> bytes:
    start, end = _stretch(dice, data)
    start, end = (start, dice.randrange(start, len(data) + 1)) if dice.random() < 0.1 else (start, end)
    match dice.randrange(8):
        case 0:  # bits
            spoiled = bytearray(data)
            for at in dice.choices(range(len(data)), k=dice.choice((1, 1, 8, 60))) if data else ():
                spoiled[at] ^= 1 << dice.randrange(8)
            return bytes(spoiled)
        case 1:  # a stretch gone
            return data[:start] + data[end:]
        case 2:  # a stretch again
            return data[:start] + (data[start:end] * dice.choice((2, 3, 50)))[:_LARGEST] + data[end:]
        case 3:  # a stretch of another file
            other = dice.choice(files)
            first, last = sorted(dice.choices(range(len(other) + 1), k=2))
            return data[:start] + other[first : min(last, first + 3000)] + data[end:]
        case 4:  # another number, as bytes or as digits
            if found := [*re.finditer(rb"\d+", data)]:
                match = dice.choice(found)
                number = dice.choice((b"0", b"-1", b"65536", b"4294967296", b"9" * 25, b"1.5", b""))
                return data[: match.start()] + number + data[match.end() :]
            return data[:start] + struct.pack("<I", dice.choice((0, 1, 0xFFFF, 2**31, 2**32 - 1))) + data[start + 4 :]
        case 5:  # cut
            return data[:start]
        case _:
            pieces = b"".join(dice.choices(_PIECES, k=dice.choice((1, 1, 2, 5))))
            return (
                data[:start] + pieces * (200 if dice.random() < 0.05 else 1) + data[start if dice.random() < 0.7 else end :]
            )


def _other_archive(dice: Random, data: bytes) -> bytes:
    """The archive with a part of it changed, named otherwise, lost or there twice."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # noqa: BLE001 - it has been broken before; libraries raise what they like
        return data
    if not parts:
        return data
    at = dice.randrange(len(parts))
    name, words = parts[at]
    match dice.randrange(10):
        case 0:
            del parts[at]
        case 1:
            parts[at] = (dice.choice((name.upper(), name + "x", f"../{name}", dice.choice(parts)[0])), words)
        case 2:
            parts.append((name, dice.choice(parts)[1]))
        case _:
            parts[at] = (name, _other_bytes(dice, words, [part for _, part in parts]))
    return _archive(parts)


def _archive(parts: Sequence[tuple[str, bytes]]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        names: set[str] = set()
        for name, words in parts:
            if name not in names:
                archive.writestr(zipfile.ZipInfo(name), words)
                names.add(name)
    return made.getvalue()


# Workbooks


def book(dice: Random, books: Sequence[bytes]) -> bytes:
    """One of the workbooks with some cells changed, or as any other file."""
    data = dice.choice(books)
    if dice.random() < 0.3:
        return file(dice, [data])
    try:
        made = openpyxl.load_workbook(BytesIO(data))
        for _ in range(dice.choice((1, 1, 2, 5, 20))):
            rows = list(dice.choice(made.worksheets).iter_rows(max_row=40))
            _write(dice, dice.choice(dice.choice(rows)), rows)
        written = BytesIO()
        made.save(written)
    except Exception:  # noqa: BLE001 - it has been broken before; the library raises what it likes
        return file(dice, [data])
    return without_times(written.getvalue())


_CELLS: tuple[Any, ...] = (
    *(None, True, False, 0, 7, -1, 90, 2**53, 10**30, 0.1, 1e300, 0.9999999999999999, 60, 44_000.5, "9" * 400, "1e999", "七", "90%"),
    *("", " ", "对", "错", "改为…", "change to…", "right", "=1+1", '=HYPERLINK("http://x")', "#REF!", "@甲", "+1", "\u202e甲", "_x001b_[31m"),
    *("2026-12-31", "2026-02-30", "9999-12-31", "等于", "不低于", "甲、乙", "、", "甲" * 32_767, "甲\n乙", "{}", "[]", "null", "planparse:target"),
    *(datetime(2026, 12, 31), datetime(1900, 1, 1), time(1, 30), timedelta(days=9999)),  # noqa: DTZ001 - as cells hold them
)  # fmt: skip


def _write(dice: Random, cell: Any, rows: Sequence[Sequence[Any]]) -> None:
    value = cell.value
    match dice.randrange(5):
        case 0 if isinstance(value, str) and value.startswith("{"):  # what ties it to its words
            values = json.loads(value)
            _change(dice, values)
            value = json.dumps(values, ensure_ascii=False, default=str)
        case 0 | 1 if isinstance(value, str):
            value = _other_characters(dice, value)
        case 2:
            value = dice.choice(dice.choice(rows)).value
        case _:
            value = dice.choice(_CELLS)
    try:
        cell.value = value
    except (IllegalCharacterError, ValueError):  # which no program can write either
        cell.value = None


def without_times(data: bytes) -> bytes:
    """The archive without a word of when it was made."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return _archive([(name, archive.read(name)) for name in archive.namelist() if name != "docProps/core.xml"])


# Results


def result(dice: Random, results: Sequence[bytes]) -> bytes:
    """One of the results with some changes, as JSON or as YAML: of values, keys, spans and types, then perhaps of its characters."""
    written = dice.choice(results).decode("utf-8", "replace")
    values = json.loads(_as_json(written))
    if isinstance(values, dict | list):
        for _ in range(dice.choice((1, 1, 1, 2, 4))):
            _change(dice, values)
        written = _written(dice, values)
    if not isinstance(values, dict | list) or dice.random() < 0.3:
        for _ in range(dice.choice((1, 1, 3))):
            written = _other_characters(dice, written)
    if dice.random() < 0.05:
        return written.encode(dice.choice(ENCODINGS), "replace")
    return written.encode("utf-8", "surrogatepass")


@cache
def _as_json(written: str) -> str:
    """The values of a result; those of one that cannot be read, as what was kept of an earlier run, are none."""
    try:
        return json.dumps(json.loads(written) if written.startswith(("{", "[")) else yaml.load(written, yaml.CSafeLoader))
    except (ValueError, TypeError, AttributeError, RecursionError, yaml.YAMLError):
        return "null"


def _written(dice: Random, values: Any) -> str:
    try:
        if dice.random() < 0.5:
            return yaml.dump(
                values, Dumper=yaml.CSafeDumper, allow_unicode=dice.random() < 0.7, sort_keys=dice.random() < 0.1
            )
        return json.dumps(values, ensure_ascii=dice.random() < 0.3, indent=dice.choice((None, 2)))
    except (UnicodeEncodeError, RecursionError):  # half a character, which only JSON can spell
        return json.dumps(values)


_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 7, 2**31, 2**53, 2**63, 10**30, 0.5, -0.0, 1e300, float("nan"), float("inf")),
    *("", " ", "x", "null", "5", "1e5", "0x10", "1:30:00", "2025-12-31", "2025-02-30", "2025-12-31T00:00:00", "9999-12-31", "0000-01-01"),
    *("\0", "\x85", "\u2028", "\u202e", "\ud800", "\U0001f600", "d1", "t1", "m1", "s1", "r1", "s99", "t-", "{0}", "%s", "=1+1", "甲\n乙", "90%"),
    *("9" * 400, "9" * 5000, 10**400, "9e999", "８万", "1,0,0"),
    *([], {}, [None], [[]], {"": 1}, {"start": 0, "end": 0}, {"start": 5, "end": 2}, ["甲"], "甲" * 3000),
)  # fmt: skip


def _places(values: Any) -> Iterator[tuple[Any, Any]]:
    """Every object and list with each of its keys."""
    for key, value in [*(values.items() if isinstance(values, dict) else enumerate(values))]:
        yield values, key
        if isinstance(value, dict | list):
            yield from _places(value)


def _change(dice: Random, values: Any) -> None:
    places = [*_places(values)]
    if not places:
        return
    holder, key = dice.choice(places)
    value = holder[key]
    if dice.random() < 0.4:
        holder[key] = _alike(dice, value)
        return
    match dice.randrange(9):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):  # a key spelt otherwise, or one more
            other = _other_characters(dice, str(key)) if dice.random() < 0.7 else dice.choice(places)[1]
            holder[str(other)] = holder.pop(key) if dice.random() < 0.6 else deepcopy(value)
        case 1 | 2 if isinstance(holder, list):
            holder.insert(dice.randrange(len(holder) + 1), deepcopy(value))
        case 3 if isinstance(holder, list):
            dice.shuffle(holder)
        case 4:  # what stands elsewhere
            other, its = dice.choice(places)
            holder[key] = deepcopy(other[its])
        case 5 if isinstance(value, int | float) and abs(value) < 2**60:
            holder[key] = value + dice.choice((-1, 1, 1, -value, 0.5, 1000, 10**12))
        case 5 if isinstance(value, str):
            holder[key] = _other_characters(dice, value)
        case 6:  # in one list or object more
            holder[key] = dice.choice(([value], {str(key): value}))
        case _:
            holder[key] = deepcopy(dice.choice(_VALUES))


def _alike(dice: Random, value: Any) -> Any:
    """Another value of the type, with which a result may still hold."""
    match value:
        case bool():
            return not value
        case int() | float():
            third = value / 3 if abs(value) < 2**53 else value // 3  # larger integers may be too large for a float
            return dice.choice((value + 1, -value, value * 10, third, 0, 1, 2**53 - 1, 1e-9))
        case str() if _DATE.fullmatch(value):
            return dice.choice(("0001-01-01", "1900-01-01", "2024-02-29", "2025-12-31", "9999-12-31"))
        case str():
            return dice.choice((_other_characters(dice, value), value * 2, dice.choice(TOKENS), dice.choice(STRANGE)))
        case list():
            return value[: len(value) // 2]
        case None:
            return dice.choice(_VALUES)
    return value


# What means something in JSON or YAML.
_SIGNS = (
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    ": ",
    '"',
    "'",
    "\\",
    "\\ud800",
    "- ",
    "\n",
    "\t",
    "  ",
    "#",
    " # ",
    "&a ",
    "*a",
    "<<: ",
    "!!int ",
    "!!binary ",
    "!x ",
)
_SIGNS += (
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "? ",
    "~",
    "NaN",
    "-Infinity",
    "0x1f",
    "0b1",
    "1_000",
    "1:2:3",
    "2025-12-31",
    "//",
    "\ufeff",
    "\0",
)


def _other_characters(dice: Random, words: str) -> str:
    start, end = _stretch(dice, words)
    match dice.randrange(4):
        case 0:
            return words[:start] + words[end:]
        case 1:
            return words[:start] + words[start:end] * 2 + words[end:]
        case 2:
            return words[:start] + dice.choice(STRANGE) + words[start:]
        case _:
            return words[:start] + dice.choice(_SIGNS) + words[start:]
