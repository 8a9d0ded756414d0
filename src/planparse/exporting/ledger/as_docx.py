"""The ledger as a Word document: A4 landscape, with the headings on each page and its number below."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any, Final

from planparse.exporting.as_xlsx import CREATED
from planparse.exporting.ledger.shares import Asked, Share
from planparse.exporting.ledger.sheets import WIDTHS, sheets
from planparse.exporting.needing import needed_by
from planparse.exporting.tables import Table
from planparse.labels import Language, heading, note
from planparse.text import printable, printable_lines

_LONG, _SHORT, _MARGIN = 297, 210, 15  # mm of A4
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)  # that a zip file knows
_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")


def as_docx(shares: Sequence[Share], asked: Asked, language: Language) -> bytes:
    """A document with a table below the other. Raises OutputError where python-docx is not installed."""
    with needed_by("docx"):
        from docx import Document  # noqa: PLC0415 - an extra
        from docx.enum.section import WD_ORIENT  # noqa: PLC0415
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
        from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415

    ledger = sheets(shares, asked, language)
    document = Document()
    facts = document.core_properties
    facts.title, facts.author, facts.comments = ledger.title, "", ""
    facts.created = facts.modified = CREATED
    (section,) = document.sections
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(_LONG), Mm(_SHORT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    _set_font(document.styles["Normal"], "宋体", Pt(10))
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    _set_font(document.styles["Heading 1"], "黑体", Pt(18))
    document.styles["Heading 1"].font.color.rgb = RGBColor(0, 0, 0)

    for at, table in enumerate(ledger.tables):
        document.add_paragraph(heading(table.name, language), style="Heading 1").alignment = WD_ALIGN_PARAGRAPH.CENTER
        if at == 0:
            document.add_paragraph(_valid(printable(ledger.caption))).alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_table(document, table, language, Mm)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words in re.split("([{}])", note("pages", language, "{", "}")):
        if field := {"{": "PAGE", "}": "NUMPAGES"}.get(words):
            _add_field(footer, field)
        else:
            footer.add_run(words)
    stream = io.BytesIO()
    document.save(stream)
    return _undated(stream.getvalue())


def _add_table(document: Any, table: Table, language: Language, mm: Any) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra

    unit = (_LONG - 2 * _MARGIN) / sum(WIDTHS[column] for column in table.columns)
    grid = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    grid.autofit = False
    for name, column in zip(table.columns, grid.columns, strict=True):
        column.width = mm(unit * WIDTHS[name])  # rows that are added take it
    headings = [table.heading_of(column, language) for column in table.columns]
    for row, words in enumerate((headings, *table.rows)):
        line = grid.add_row()
        properties = line._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no name for it
        properties.append(OxmlElement("w:cantSplit"))
        if row == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, said in zip(line.cells, words, strict=True):
            run = cell.paragraphs[0].add_run(_valid(printable_lines(str(said))))
            if row == 0:
                run.bold = True


def _add_field(paragraph: Any, name: str) -> None:
    """A number that Word counts."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no name for it


def _set_font(style: Any, name: str, size: Any) -> None:
    """The font for Chinese and for all else."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra

    style.font.name, style.font.size = name, size
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:ascii", "w:hAnsi"):
        fonts.set(qn(script), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def _valid(words: str) -> str:
    """The words without what no XML holds."""
    return _NOT_IN_XML.sub(lambda found: ascii(found[0])[1:-1], words)


def _undated(archive: bytes) -> bytes:
    """The same archive, with no moment of writing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.create_system = 0  # no trace of the machine either
            made.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
