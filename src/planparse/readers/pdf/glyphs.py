"""The glyphs and ruling lines of a PDF's pages, as JSON, a page a line: run as a program of its own, for the library is native code.

Knows nothing of planparse, so that it starts quickly. Reads a PDF from standard input. A file that cannot be read gives one line with
`problem` as the last. Limits of time and memory are set before the library is loaded; whatever it does, the caller lives on.

No font of the machine is looked at: what a file says must not depend on who reads it.
"""

from __future__ import annotations

import ctypes
import json
import math
import struct
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

CPU_SECONDS = 30
_MEMORY = 1 << 30
_MOST_PAGES = 2_000
_MOST_GLYPHS = 1_000_000
_MOST_OBJECTS = 100_000  # drawn on all pages together
_MOST_SEGMENTS = 50_000
_SHORTEST_RULE = 4.0  # points
_TURN = math.pi / 2
_LEVEL = math.radians(3)
_LINE_END_HYPHEN = 2  # so PDFium calls a hyphen that ends a line
# The fonts that PDFium has within itself, with widths that a file need not say.
_STANDARD = frozenset((b"Courier", b"Helvetica", b"Times", b"Symbol", b"ZapfDingbats"))
_PROBLEMS = {
    1: "pdf-damaged",
    3: "pdf-no-pdf",
    4: "pdf-locked",
    5: "pdf-protected",
}


class _ProblemError(Exception):
    """What is wrong with the file: the id of a message of planparse, and its fields."""

    def __init__(self, problem: str, **fields: int) -> None:
        super().__init__(problem)
        self.told = {"problem": problem, **fields}


def _limit() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows, where the caller's clock alone watches

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _pages(data: bytes) -> Iterator[dict[str, Any]]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - behind the limits

    pdfium.FPDF_InitLibrary()
    pdfium.FPDF_SetSystemFontInfo(_fonts(pdfium))
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _ProblemError(_PROBLEMS.get(pdfium.FPDF_GetLastError(), _PROBLEMS[1]))
    count = pdfium.FPDF_GetPageCount(document)
    if count > _MOST_PAGES:
        raise _ProblemError("pdf-too-many-pages", most=_MOST_PAGES)
    glyphs = objects = segments = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        text = page and pdfium.FPDFText_LoadPage(page)
        if not text:
            raise _ProblemError("pdf-page-damaged", page=number + 1)
        glyphs += pdfium.FPDFText_CountChars(text)
        objects += pdfium.FPDFPage_CountObjects(page)
        if glyphs > _MOST_GLYPHS or objects > _MOST_OBJECTS:
            raise _ProblemError("far-too-much")
        drawn = [*_segments(pdfium, page, _MOST_SEGMENTS - segments)]
        segments += len(drawn)
        yield _upright(pdfium.FPDF_GetPageWidthF(page), [*_glyphs(pdfium, text)], drawn)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    # The process ends here, and with it the document.


@cache  # the library asks until the process ends
def _fonts(pdfium: Any) -> Any:
    """What PDFium is to take for fonts that a file names and does not hold, in place of those that the machine has."""

    def find(_: Any, _weight: int, _italic: int, charset: int, _pitch: int, name: Any, _exact: Any) -> int | None:
        family = ctypes.string_at(name).partition(b"-")[0]
        return None if family in _STANDARD and charset in {pdfium.FXFONT_ANSI_CHARSET, pdfium.FXFONT_SYMBOL_CHARSET} else 1

    def give(_: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
        if table:  # it asks whether there are several fonts in one
            return 0
        font = _boxes()
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    return pdfium.FPDF_SYSFONTINFO(version=1, MapFont=kinds["MapFont"](find), GetFontData=kinds["GetFontData"](give))


@cache
def _boxes() -> bytes:
    """A font (TrueType) in which every character and every glyph is a box.

    PDFium drops words that cover no room, as a word of one character does whose glyph its font lacks. The box is narrower than any
    glyph, for PDFium counts as the advance of a glyph what it covers, where that is more than the file says.
    """
    em, low, high, wide, advance, glyphs = 100, -12, 88, 20, 50, 0xFFFF
    # Two points, the corners of the box, each as the step to it: nothing and down, right and up.
    bounds = struct.pack(">4h", 0, low, wide, high)
    glyph = struct.pack(">h8sHH2B3B", 1, bounds, 1, 0, 0b10101, 0b110111, wide, -low, high - low) + b"\0"
    places = array("I", range(0, (glyphs + 1) * len(glyph), len(glyph)))
    if sys.byteorder == "little":
        places.byteswap()
    tables = {
        b"cmap": struct.pack(">4HI2H3I3I", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0, sys.maxunicode, 1),
        b"glyf": glyph * glyphs,
        b"head": struct.pack(">4I2H16x8s2H3h2x", 1 << 16, 0, 0, 0x5F0F3CF5, 0, em, bounds, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">I3hH22xH", 1 << 16, high, low, 0, advance, 1),
        b"hmtx": struct.pack(">Hh", advance, 0),
        b"loca": places.tobytes(),
        b"maxp": struct.pack(">I3H22x", 1 << 16, glyphs, 2, 1),
    }
    directory = struct.pack(">I4H", 1 << 16, len(tables), 64, 2, 16 * len(tables) - 64)
    at = len(directory) + 16 * len(tables)
    for name, table in tables.items():
        directory += struct.pack(">4s3I", name, 0, at, len(table))
        at += len(table)
    return directory + b"".join(tables.values())


_Glyph = tuple[int, int, float, float, float, float]  # code point, quarter turns, x and y of origin, advance, size


def _glyphs(pdfium: Any, text: Any) -> Iterator[_Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if pdfium.FPDFText_IsGenerated(text, at) == 1 or not 0 < code <= sys.maxunicode:
            continue
        if not (pdfium.FPDFText_GetMatrix(text, at, matrix) and pdfium.FPDFText_GetCharOrigin(text, at, x, y)):
            continue
        turn = math.atan2(matrix.b, matrix.a) / _TURN
        # A watermark runs askew.
        if abs(turn - round(turn)) * _TURN > _LEVEL or not pdfium.FPDFText_GetLooseCharBox(text, at, box):
            continue
        size = pdfium.FPDFText_GetFontSize(text, at)
        height = abs(size) * math.hypot(matrix.c, matrix.d)
        quarter = round(turn) % 4
        ends = box.right - x.value, box.top - y.value, x.value - box.left, y.value - box.bottom
        if all(map(math.isfinite, (x.value, y.value, height, ends[quarter]))):
            yield ord("-") if code == _LINE_END_HYPHEN else code, quarter, x.value, y.value, ends[quarter], height


def _segments(pdfium: Any, page: Any, most: int) -> Iterator[tuple[float, float, float, float]]:
    """The straight level and upright lines that the page's paths draw, at most so many."""
    matrix = pdfium.FS_MATRIX()
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        path = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(path) != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetMatrix(path, matrix):
            continue
        start = before = (0.0, 0.0)
        for at in range(pdfium.FPDFPath_CountSegments(path)):
            if most <= 0:
                return
            most -= 1
            segment = pdfium.FPDFPath_GetPathSegment(path, at)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                yield from _ruled(before, point)
            before = point
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield from _ruled(point, start)
                before = start


def _ruled(a: tuple[float, float], b: tuple[float, float]) -> Iterator[tuple[float, float, float, float]]:
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(across, down) < 1 and _SHORTEST_RULE < max(across, down) < math.inf:
        yield (*a, *b)


def _upright(width: float, glyphs: list[_Glyph], segments: list[tuple[float, float, float, float]]) -> dict[str, Any]:
    """A page as it is read: y runs down, what stands turned against most of the page is gone. Lengths are hundredths of a point."""
    turns = Counter(turn for _, turn, *_ in glyphs).most_common(1)
    most = turns[0][0] if turns else 0
    right, down = ((1, 0), (0, 1), (-1, 0), (0, -1))[most], ((0, -1), (1, 0), (0, 1), (-1, 0))[most]

    def place(x: float, y: float) -> tuple[int, int]:
        return round(100 * (right[0] * x + right[1] * y)), round(100 * (down[0] * x + down[1] * y))

    kept = [glyph for glyph in glyphs if glyph[1] == most]
    places = [place(x, y) for _, _, x, y, _, _ in kept]
    return {
        "width": round(100 * width),
        "code": [glyph[0] for glyph in kept],
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "advance": [round(100 * glyph[4]) for glyph in kept],
        "size": [round(100 * glyph[5]) for glyph in kept],
        "rules": [(*place(*segment[:2]), *place(*segment[2:])) for segment in segments],
    }


def main() -> None:
    """Write the pages of the PDF in standard input to standard output."""
    _limit()
    try:
        for page in _pages(sys.stdin.buffer.read()):
            sys.stdout.write(json.dumps(page) + "\n")
    except MemoryError:
        sys.stdout.write(json.dumps({"problem": "pdf-memory"}) + "\n")
    except _ProblemError as error:
        sys.stdout.write(json.dumps(error.told) + "\n")


if __name__ == "__main__":
    main()
