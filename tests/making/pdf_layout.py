"""Lays texts out as an official document prints them: A4, 28 characters a line, indents, page numbers, a running head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"  # a font that readers of PDF bring along: no file is needed
SIZE, PITCH, COLUMNS, ROWS = 16, 28, 28, 22
LEFT, TOP = 79, A4[1] - 105
NOT_FIRST = "，。、；：？！）》”"
HEAD = "济宁市人民政府文件汇编"

Row = tuple[str, ...]

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def wrap(paragraph: str, columns: int = COLUMNS, indent: str = "") -> list[str]:
    """Lines as a typesetter breaks them: a mark never begins one, room for an indent of two is left on the first."""
    lines = [indent]
    room = columns - 2
    for token in re.findall(rf"(?:[!-~]+|.)[{NOT_FIRST}]*", paragraph):
        width = sum(0.5 if c.isascii() else 1 for c in token)
        if width > room:
            lines.append("")
            room = columns
        lines[-1] += token
        room -= width
    return lines


class Document:
    """A PDF that grows line by line."""

    def __init__(self, *, encrypt: str | None = None, head: str = HEAD, number: str = "— {} —") -> None:
        self._stream = BytesIO()
        self._canvas = Canvas(self._stream, pagesize=A4, encrypt=encrypt, invariant=True)
        self._row, self._page = 0, 1
        self._head, self._number = head, number
        self._furnish()

    def _furnish(self) -> None:
        self._canvas.setFont(FONT, 10)
        self._canvas.drawCentredString(A4[0] / 2, A4[1] - 50, self._head)
        self._canvas.drawCentredString(A4[0] / 2, 40, self._number.format(self._page))
        self._canvas.saveState()
        self._canvas.translate(150, 300)
        self._canvas.rotate(45)
        self._canvas.setFont(FONT, 60)
        self._canvas.drawString(0, 0, "内部资料")
        self._canvas.restoreState()

    def _next(self) -> float:
        if self._row == ROWS:
            self.turn()
        self._row += 1
        return TOP - PITCH * (self._row - 1)

    def turn(self) -> None:
        self._canvas.showPage()
        self._row, self._page = 0, self._page + 1
        self._furnish()

    def title(self, words: str) -> None:
        y = self._next()
        self._canvas.setFont(FONT, 20)
        self._canvas.drawCentredString(A4[0] / 2, y, words)

    def paragraph(self, words: str) -> None:
        for at, line in enumerate(wrap(words)):
            y = self._next()
            self._canvas.setFont(FONT, SIZE)
            self._canvas.drawString(LEFT + (0 if at else 2 * SIZE), y, line)

    def noted(self, before: str, figure: str, behind: str) -> None:
        """A line with a small raised figure in it."""
        x, y = LEFT + 2 * SIZE, self._next()
        for words, size, raised in ((before, SIZE, 0), (figure, SIZE // 2, 7), (behind, SIZE, 0)):
            self._canvas.setFont(FONT, size)
            self._canvas.drawString(x, y + raised, words)
            x += pdfmetrics.stringWidth(words, FONT, size)

    def notes(self, *lines: str) -> None:
        """Small type at the foot of the page."""
        self._canvas.setFont(FONT, SIZE - 6)
        for at, line in enumerate(lines):
            self._canvas.drawString(LEFT, 120 - 14 * at, line)

    def table(self, rows: Sequence[Row], widths: Sequence[int], *, size: int = 10) -> None:
        """A ruled table; a row stands on one page, a cell of one goes on over as many lines as it needs."""
        for row in rows:
            cells = [
                [cell[at : at + width // size - 1] for at in range(0, len(cell), width // size - 1)] or [""]
                for cell, width in zip(row, widths, strict=True)
            ]
            high = max(map(len, cells))
            if self._row + high > ROWS:
                self.turn()
            top = TOP - PITCH * self._row + size + 6
            bottom = top - PITCH * high
            x = LEFT
            for lines, width in zip(cells, widths, strict=True):
                self._canvas.rect(x, bottom, width, top - bottom)
                self._canvas.setFont(FONT, size)
                for at, line in enumerate(lines):
                    self._canvas.drawString(x + 3, top - size - 6 - PITCH * at, line)
                x += width
            self._row += high

    def scan(self) -> None:
        """A page that is a picture."""
        self._canvas.showPage()
        self._canvas.rect(50, 50, 400, 600, fill=1)
        self._canvas.showPage()
        self._row, self._page = 0, self._page + 2
        self._furnish()

    def save(self) -> bytes:
        self._canvas.save()
        return self._stream.getvalue()


def laid_out(text: str, **options: str) -> bytes:
    """A plan as a PDF: what stands before the first sentence is its title."""
    document = Document(**options)
    titled = False
    for line in filter(None, map(str.strip, text.split("\n"))):
        titled = titled or len(line) > COLUMNS or "。" in line or line[0] == "一"
        (document.paragraph if titled else document.title)(line)
    return document.save()


def in_two_columns(text: str) -> bytes:
    """The same as a gazette prints it: in two columns of 17 characters, a head and a number over both."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=True)
    title, *paragraphs = text.split("\n")
    lines = [line for words in paragraphs for line in wrap(words, 17, "\u3000\u3000")]
    size, pitch, rows = 12, 20, 32
    for page, first in enumerate(range(0, len(lines), 2 * rows), 1):
        canvas.setFont(FONT, 10)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 50, HEAD)
        canvas.drawCentredString(A4[0] / 2, 40, f"- {page} -")
        canvas.setFont(FONT, size)
        if page == 1:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 90, title)
        for at, line in enumerate(lines[first : first + 2 * rows]):
            words = line.lstrip("\u3000")
            x = 70 + at // rows * 250 + (len(line) - len(words)) * size
            canvas.drawString(x, A4[1] - 120 - at % rows * pitch, words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
