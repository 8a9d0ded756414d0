"""The walk through a document: what Word shows of its body, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from planparse.errors import InputError
from planparse.readers.media_types import media_type_of
from planparse.readers.plain_text import tidy
from planparse.readers.word.markup import VAL, W, is_on, number
from planparse.readers.word.numbering import Numbering, Styles
from planparse.readers.word.package import read_parts
from planparse.readers.word.tables import Cell, rows_as_lines
from planparse.text import DEEPEST_HEADING, HEADING, SourceText

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CHUNKS = frozenset(("text/html", "multipart/related", "text/rtf", "text/plain", "text/markdown"))
_MOST_CHUNKS = 20
_DEEPEST = 200  # elements within each other; Word stops at a few dozen
_MOST_PARAGRAPHS = 200_000
_MOST_CHARACTERS = 8 * 1024 * 1024
_WIDEST_SPAN = 63  # columns of a table in Word

_SKIPPED = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr", "fldData", "ffData"),
        *("del", "moveFrom", "delText", "delInstrText"),
        "rt",  # how a character sounds
    )
)
_BREAKS = frozenset((W + "br", W + "cr"))
_TABS = frozenset((W + "tab", W + "ptab"))
# Fields whose result says how the file is laid out.
_LAYOUT_FIELDS = frozenset(("TOC", "PAGE", "NUMPAGES", "SECTIONPAGES", "INDEX"))
# Symbols of fonts that are no Unicode, by their codes.
_SYMBOLS = {
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xBB: "≈", 0xB9: "≠", 0x25: "%"},
    "wingdings": {0x80 + n: chr(ord("①") + n - 1) for n in range(1, 11)}
    | {0x8B + n: chr(ord("❶") + n - 1) for n in range(1, 11)},
}


def read_document(data: bytes) -> SourceText:
    """The text of a docx. Raises InputError where it is damaged, locked, too large, or without words."""
    text = "\n".join(_lines_of(data))
    if not text.strip("\ufeff \t\n\u3000\xa0—"):
        raise InputError("pictures-only")
    return tidy(text, headed=True)


def _lines_of(data: bytes, *, is_chunk: bool = False) -> list[str]:
    """The lines of a docx; a chunk of one shows no chunks of its own."""
    parts = read_parts(data)
    body = parts.document.find(W + "body")
    if body is None:
        raise InputError("word-no-body")
    definitions = Styles(parts.styles)
    chunks = {} if is_chunk else parts.chunks
    reading = _Reading(definitions, Numbering(parts.numbering, definitions), chunks)
    lines = reading.blocks(body)
    if reading.is_in_field:
        # A field that has no end would hide all that follows.
        numbering = Numbering(parts.numbering, definitions)
        lines = _Reading(definitions, numbering, chunks, hides_layout=False).blocks(body)
    return lines


def _lines_of_chunk(data: bytes) -> list[str]:
    """The lines of a whole file that a document holds (w:altChunk), as programs put documents together."""
    from planparse.readers import READERS  # noqa: PLC0415 - it holds the reader of Word documents, too

    media_type = media_type_of(data)
    if media_type == _DOCX:
        return _lines_of(data, is_chunk=True)
    return READERS[media_type](data)[0].text.split("\n") if media_type in _CHUNKS else []


class _Reading:
    """One walk through a document; what stands in it so far decides how the rest is numbered, and which field is open."""

    def __init__(
        self, styles: Styles, numbering: Numbering, chunks: Mapping[str, bytes], *, hides_layout: bool = True
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._chunks = chunks
        self._hides_layout = hides_layout
        self._fields: list[tuple[str, bool]] = []  # what an open field says, and whether its result has begun
        self._boxes: list[str] = []
        self._paragraphs = self._characters = self._depth = self._chunks_read = 0

    @property
    def is_in_field(self) -> bool:
        """Whether a field has begun and not ended."""
        return bool(self._fields)

    def blocks(self, parent: Element, *, in_cell: bool = False) -> list[str]:
        """The lines of the paragraphs and tables in an element."""
        lines: list[str] = []
        carried = ""
        for block in self._blocks_in(parent):
            if block.tag == W + "tbl":
                lines += self._rows(block)
                continue
            if block.tag == W + "altChunk":
                lines += self._chunk(block.get(_ID, ""))
                continue
            properties = block.find(W + "pPr")
            mark = None if properties is None else properties.find(W + "rPr")
            text = self._text(block, properties)
            if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
                # The end of this paragraph is gone, and with it the paragraph's properties.
                carried += text
                continue
            label = self._numbering.count(properties)
            if not in_cell and not carried and text.strip():
                carried = self._heading(block, properties)
            carried += label + text if text.strip() or in_cell else ""
            if is_on(mark, "vanish") or is_on(mark, "specVanish"):
                continue
            lines += carried.split("\n")
            carried = ""
            lines += self._boxes
            self._boxes = []
        return [*lines, *carried.split("\n")] if carried else lines

    def _heading(self, paragraph: Element, properties: Element | None) -> str:
        """What marks a paragraph as a heading: the depth that it or its style has in Word's outline, or bold type from end to end."""
        chain = self._styles.chain(properties, "pStyle")
        depths = (number(source, W + "outlineLvl") for source in (properties, *(style.find(W + "pPr") for style in chain)))
        depth = next((depth for depth in depths if depth is not None), None)
        if depth is not None:
            return HEADING * (depth + 1) if depth < DEEPEST_HEADING - 1 else ""
        runs = [run.find(W + "rPr") for run in paragraph.findall(W + "r") if run.find(W + "t") is not None]
        return HEADING * DEEPEST_HEADING if runs and all(is_on(run, "b") for run in runs) else ""

    def _blocks_in(self, parent: Element) -> Iterator[Element]:
        """The paragraphs and tables in an element and in what only wraps them."""
        self._deeper()
        for child in parent:
            if child.tag in (W + "p", W + "tbl", W + "altChunk"):
                yield child
            elif child.tag not in _SKIPPED and not _is_left_out(child):
                yield from self._blocks_in(_chosen(child))
        self._depth -= 1

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError("word-too-deep")

    def _text(self, paragraph: Element, properties: Element | None) -> str:
        self._paragraphs += 1
        pieces: list[str] = []
        hidden = any(is_on(style.find(W + "rPr"), "vanish") for style in self._styles.chain(properties, "pStyle"))
        self._inline(paragraph, pieces, hidden=hidden)
        text = "".join(pieces)
        self._grow(len(text))
        return text

    def _grow(self, characters: int) -> None:
        self._characters += characters
        if self._paragraphs > _MOST_PARAGRAPHS or self._characters > _MOST_CHARACTERS:
            raise InputError("word-too-many")

    def _inline(self, parent: Element, pieces: list[str], *, hidden: bool) -> None:
        """Add what an element prints within a paragraph."""
        self._deeper()
        for child in parent:
            tag = child.tag
            if tag in (W + "t", _MATH + "t"):
                if not hidden and self._prints():
                    # A line end or a tab that stands in the words itself is a blank to Word.
                    pieces.append(" ".join((child.text or "").replace("\t", " ").splitlines()))
            elif tag == W + "r":
                self._inline(child, pieces, hidden=self._is_hidden(child, hidden=hidden))
            elif tag == W + "fldChar":
                self._turn_field(child.get(W + "fldCharType"))
            elif tag == W + "instrText":
                if self._fields and not self._fields[-1][1]:
                    self._fields[-1] = (self._fields[-1][0] + (child.text or ""), False)
            elif tag == W + "fldSimple":
                if not _is_layout(child.get(W + "instr", "")):
                    self._inline(child, pieces, hidden=hidden)
            elif tag == W + "txbxContent":
                outer, self._boxes = self._boxes, []
                self._boxes = [*outer, *self.blocks(child), *self._boxes]
            elif tag not in _SKIPPED and not _is_left_out(child):
                if printed := "" if hidden or not self._prints() else _sign(child):
                    pieces.append(printed)
                self._inline(_chosen(child), pieces, hidden=hidden)
        self._depth -= 1

    def _is_hidden(self, run: Element, *, hidden: bool) -> bool:
        properties = run.find(W + "rPr")
        if properties is None:
            return hidden
        if properties.find(W + "vanish") is not None:
            return is_on(properties, "vanish")
        return hidden or any(is_on(style.find(W + "rPr"), "vanish") for style in self._styles.chain(properties, "rStyle"))

    def _turn_field(self, turn: str | None) -> None:
        if turn == "begin":
            self._fields.append(("", False))
        elif self._fields and turn == "separate":
            self._fields[-1] = (self._fields[-1][0], True)
        elif self._fields and turn == "end":
            self._fields.pop()

    def _prints(self) -> bool:
        """Whether words at this point are shown: a field shows its result, not what it says."""
        return not self._hides_layout or all(in_result and not _is_layout(said) for said, in_result in self._fields)

    def _chunk(self, id_: str) -> list[str]:
        """The lines of a whole file inside, of the first ones at least."""
        chunk = self._chunks.get(id_)
        if chunk is None or self._chunks_read >= _MOST_CHUNKS:
            return []
        self._chunks_read += 1
        lines = _lines_of_chunk(chunk)
        self._grow(sum(map(len, lines)))
        return lines

    def _rows(self, table: Element) -> list[str]:
        lines = rows_as_lines([self._cells(row) for row in self._wrapped(table, W + "tr")])
        self._grow(sum(map(len, lines)))
        return lines

    def _cells(self, row: Element) -> list[Cell]:
        """The cells of a row; none where the row was deleted."""
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            return []
        before = min(number(properties, W + "gridBefore", 0) or 0, _WIDEST_SPAN)
        cells = [Cell((), 1, goes_on=False, nested=False)] * before
        for cell in self._wrapped(row, W + "tc"):
            properties = cell.find(W + "tcPr")
            merge = None if properties is None else properties.find(W + "vMerge")
            goes_on = merge is not None and merge.get(VAL, "continue") == "continue"
            lines = () if goes_on else tuple(self.blocks(cell, in_cell=True))
            span = min(max(number(properties, W + "gridSpan", 1) or 1, 1), _WIDEST_SPAN)
            cells.append(Cell(lines, span, goes_on, nested=cell.find(f".//{W}tbl") is not None))
        return cells

    def _wrapped(self, parent: Element, tag: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row, also those in what only wraps them."""
        self._deeper()
        for child in parent:
            if child.tag == tag:
                yield child
            elif child.tag not in _SKIPPED:
                yield from self._wrapped(_chosen(child), tag)
        self._depth -= 1


def _chosen(element: Element) -> Element:
    """Of alternatives the first, which newer Words show; any other element itself."""
    if element.tag != _MC + "AlternateContent":
        return element
    choice = element.find(_MC + "Choice")
    fallback = element.find(_MC + "Fallback") if choice is None else choice
    return Element(W + "none") if fallback is None else fallback


def _is_left_out(element: Element) -> bool:
    """Whether an element is a content control that holds a table of contents, or only says what to write into it."""
    properties = element.find(W + "sdtPr") if element.tag == W + "sdt" else None
    if properties is None:
        return False
    gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
    return is_on(properties, "showingPlcHdr") or (gallery is not None and gallery.get(VAL) == "Table of Contents")


def _is_layout(instruction: str) -> bool:
    return instruction.strip().partition(" ")[0].upper() in _LAYOUT_FIELDS


def _sign(element: Element) -> str:
    """What an element that holds no words prints: a break, a blank, a hyphen, a symbol."""
    if element.tag in _BREAKS:
        return "\n"
    if element.tag in _TABS:
        return " "
    if element.tag == W + "noBreakHyphen":
        return "-"
    return _symbol(element) if element.tag == W + "sym" else ""


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
        if not 0xF000 <= code <= 0xF0FF:
            return chr(code)
    except (ValueError, OverflowError):
        return ""
    return _SYMBOLS.get(element.get(W + "font", "").casefold(), {}).get(code - 0xF000, "")
