"""The glyphs and ruling lines of a PDF's pages, as JSON, a page a line: run as a program of its own, for the library is native code.

Knows nothing of planparse, so that it starts quickly. Reads a PDF from standard input. A file that cannot be read gives one line with
`problem` as the last. Limits of time and memory are set before the library is loaded; whatever it does, the caller lives on.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
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
_PROBLEMS = {
    1: "is damaged beyond what can be read; get it again or save it anew",
    3: "is damaged, or no PDF at all; get it again or save it anew",
    4: "is protected by a password; save a copy without it",
    5: "is protected in a way that is not supported; save a copy without protection",
}


class _ProblemError(Exception):
    """What is wrong with the file, as the end of a sentence."""


def _limit() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows, where the caller's clock alone watches

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _pages(data: bytes) -> Iterator[dict[str, Any]]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - behind the limits

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _ProblemError(_PROBLEMS.get(pdfium.FPDF_GetLastError(), _PROBLEMS[1]))
    count = pdfium.FPDF_GetPageCount(document)
    if count > _MOST_PAGES:
        raise _ProblemError(f"has more than {_MOST_PAGES} pages; cut it into single plans")
    glyphs = objects = segments = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        text = page and pdfium.FPDFText_LoadPage(page)
        if not text:
            raise _ProblemError(f"is damaged: page {number + 1} cannot be read; get it again or save it anew")
        glyphs += pdfium.FPDFText_CountChars(text)
        objects += pdfium.FPDFPage_CountObjects(page)
        if glyphs > _MOST_GLYPHS or objects > _MOST_OBJECTS:
            raise _ProblemError("holds far more than a plan does; cut it into single plans")
        drawn = [*_segments(pdfium, page, _MOST_SEGMENTS - segments)]
        segments += len(drawn)
        yield _upright(pdfium.FPDF_GetPageWidthF(page), [*_glyphs(pdfium, text)], drawn)
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    # The process ends here, and with it the document.


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
        sys.stdout.write('{"problem": "takes too much memory to read; save it anew"}\n')
    except _ProblemError as error:
        sys.stdout.write(json.dumps({"problem": str(error)}) + "\n")


if __name__ == "__main__":
    main()
