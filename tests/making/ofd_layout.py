"""Lays texts out as OFD, as an official document prints them: lines as in PDF, indents, page numbers, a running head."""

from __future__ import annotations

import re
from typing import Literal

from pdf_layout import COLUMNS, ROWS, wrap
from saved_as import Drawn, ofd_of

HEAD = "甲市人民政府公报"
SIZE, PITCH, LEFT, TOP, WIDTH = 5.6, 9.8, 26.5, 37.0, 210.0

# What a text code holds: a line whose advances are said, or for the reader to know; a word; a character.
Pieces = Literal["placed", "plain", "words", "characters"]
_PIECES = {"placed": r".+", "plain": r".+", "words": r"[!-~]+|.{1,3}", "characters": r"."}


def _ems(words: str) -> list[float]:
    return [0.5 if character.isascii() else 1 for character in words]


def drawn(line: str, x: float, y: float, size: float, pieces: Pieces) -> list[Drawn]:
    found: list[Drawn] = []
    for words in re.findall(_PIECES[pieces], line):
        advances = [size * em for em in _ems(words)]
        found.append(
            (words, x, y, size, "" if pieces == "plain" else " ".join(f"{advance:.2f}" for advance in advances[:-1]))
        )
        x += sum(advances)
    return found


def laid_out(text: str, *, pieces: Pieces = "placed", head: str = HEAD, number: str = "— {} —", stamp: str = "") -> bytes:
    """A plan as an OFD: what stands before the first sentence is its title. A stamp stands on all pages, between two lines."""
    lines: list[tuple[str, float, float]] = []
    titled = False
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        titled = titled or len(paragraph) > COLUMNS or "。" in paragraph or paragraph[0] == "一"
        if titled:
            lines += [(line, LEFT if at else LEFT + 2 * SIZE, SIZE) for at, line in enumerate(wrap(paragraph))]
        else:
            lines.append((paragraph, (WIDTH - 7 * len(paragraph)) / 2, 7))
    pages: list[list[Drawn]] = []
    for start in range(0, len(lines), ROWS):
        page = drawn(head, 90, 18, 3.5, pieces)
        for row, (line, x, size) in enumerate(lines[start : start + ROWS]):
            page += drawn(line, x, TOP + PITCH * row, size, pieces)
        pages.append([*page, *drawn(number.format(len(pages) + 1), 98, 283, 3.5, pieces)])
    return ofd_of(pages, drawn(stamp, 60, TOP + 10 * PITCH + 1, 20, "placed"))
