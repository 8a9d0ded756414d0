"""Plans as Word and others save them, made from a text; and what a plan says, to compare them by."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from planparse import Plan
from planparse.language.folding import fold
from planparse.language.marks import read_mark
from planparse.readers import read

MARK_FORMATS = {
    "han": ("chineseCountingThousand", "%1、"),
    "han_bracketed": ("chineseCounting", "（%2）"),
    "arabic": ("decimal", "%1."),
    "arabic_bracketed": ("decimal", "（%1）"),
}


def element(xml: str) -> Any:
    """An element of WordprocessingML; the prefixes are declared here."""
    name = re.match(r"<([\w:]+)", xml)
    assert name
    declared = nsdecls("w", "wp", "a", "r") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    declared += ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:v"'
    return parse_xml(xml.replace(name.group(0), f"{name.group(0)} {declared}", 1))


def level(depth: int, number_format: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def define(document: Any, list_id: int, levels: Sequence[str], overrides: str = "", abstract_id: int | None = None) -> int:
    """Add a list to the document, with an abstract definition of its own unless one is named, and give its number."""
    numbering = document.part.numbering_part.element
    if abstract_id is None:
        abstract_id = 1000 + list_id
        first = numbering.find(docx.oxml.ns.qn("w:num"))
        first.addprevious(element(f'<w:abstractNum w:abstractNumId="{abstract_id}">{"".join(levels)}</w:abstractNum>'))
    numbering.append(element(f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'))
    return list_id


def numbered(paragraph: Any, list_id: int, depth: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(element(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'))


def saved(document: Any) -> bytes:
    with BytesIO() as stream:
        document.save(stream)
        return stream.getvalue()


def as_docx(text: str, families: Sequence[str] = ()) -> bytes:
    """A text as Word saves it when a paragraph is a line, and rows of tabs are tables.

    The printed marks of these families are Word's own numbers. 一、 and （一） are two levels of one list, the second beginning anew below
    each of the first; the others have a list each. Where a printed number does not go on, a list follows that begins anew with it.
    """
    document = docx.Document()
    define(document, 500, [level(0, *MARK_FORMATS["han"]), level(1, *MARK_FORMATS["han_bracketed"])])
    define(document, 501, [level(0, *MARK_FORMATS["arabic"])])
    define(document, 502, [level(0, *MARK_FORMATS["arabic_bracketed"])])
    lists = {"han": 500, "han_bracketed": 500, "arabic": 501, "arabic_bracketed": 502}
    abstracts = {family: 1000 + list_id for family, list_id in lists.items()}
    last = dict.fromkeys(MARK_FORMATS, 0)
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(len(rows), max(map(len, rows)))
            for cells, row in zip(rows, table.rows, strict=True):
                for words, cell in zip(cells, row.cells, strict=False):
                    cell.text = words
            rows = []
        mark = read_mark(fold(line), 0)
        paragraph = document.add_paragraph()
        if not mark or mark.family not in families:
            paragraph.add_run(line)
            continue
        family, depth = mark.family, int(mark.family == "han_bracketed")
        if mark.number != last[family] + 1:
            start = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{mark.number}"/></w:lvlOverride>'
            lists[family] = define(document, max(lists.values()) + 1, [], start, abstracts[family])
        last[family] = mark.number
        if family == "han":
            last["han_bracketed"] = 0
        numbered(paragraph, lists[family], depth)
        paragraph.add_run(line[mark.end :])
    return saved(document)


def as_numbered_docx(text: str) -> bytes:
    """The same with Word's own numbers in place of all printed marks."""
    return as_docx(text, (*MARK_FORMATS,))


def findings(plan: Plan) -> dict[str, list[Any]]:
    """What a plan says, without ids and offsets."""
    return {
        "metadata": [plan.metadata],
        "sections": [(s.path, s.heading, s.kind) for s in plan.sections],
        "measures": [
            (m.path, m.title, [(u.canonical, u.role) for clause in m.responsibilities for u in clause.units])
            for m in plan.measures
        ],
        "targets": [
            (t.path, t.indicator, t.kind, t.comparator, t.value, t.value_max, t.unit, t.due, t.quote) for t in plan.targets
        ],
        "deadlines": [(d.path, d.text, d.kind, d.start, d.end) for d in plan.deadlines],
        "references": [(r.path, r.title) for r in plan.references],
    }


def lines(document: Any) -> list[str]:
    return [line for line in read(saved(document), "x").source.text.split("\n") if line]


def rezipped(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """An archive with its parts changed."""
    with BytesIO() as stream:
        with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, change(old.read(name)))
        return stream.getvalue()


_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


# What is drawn on a page: words, where their baseline begins, the size of their type, and how they say their advances.
Drawn = tuple[str, float, float, float | str, str]


def as_ofd(text: str) -> bytes:
    """A text as an office prints it into OFD: lines of 28 characters, 22 lines a page, each page with its number."""
    printed = [line[at : at + 28] for line in text.split("\n") for at in range(0, max(len(line), 1), 28)]
    pages = [printed[at : at + 22] for at in range(0, len(printed), 22)]
    return ofd_of(
        [
            (words, 28, 45 + row * 10, 5.6, " ".join(["5.6"] * (len(words) - 1)))
            for row, words in [*enumerate(page), *([(25, f"— {at} —")] if text else [])]
            if words
        ]
        for at, page in enumerate(pages, 1)
    )


def ofd_of(pages: Iterable[Sequence[Drawn]], template: Sequence[Drawn] = ()) -> bytes:
    """An OFD of pages, and of what all of them show."""
    contents = [*map(_ofd_content, pages)]
    with BytesIO() as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            root = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
            archive.writestr("OFD.xml", f'<ofd:OFD {_OFD} Version="1.0" DocType="OFD">{root}</ofd:OFD>')
            listed = "".join(
                f'<ofd:Page ID="{at + 1}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(contents))
            )
            common = (
                '<ofd:CommonData><ofd:TemplatePage ID="9999" BaseLoc="Template.xml"/></ofd:CommonData>' if template else ""
            )
            archive.writestr(
                "Doc_0/Document.xml", f"<ofd:Document {_OFD}>{common}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
            )
            used = '<ofd:Template TemplateID="9999"/>' if template else ""
            for at, content in enumerate(contents):
                archive.writestr(f"Doc_0/Pages/Page_{at}/Content.xml", f"<ofd:Page {_OFD}>{used}{content}</ofd:Page>")
            if template:
                archive.writestr("Doc_0/Template.xml", f"<ofd:Page {_OFD}>{_ofd_content(template)}</ofd:Page>")
        return stream.getvalue()


def _ofd_content(page: Sequence[Drawn]) -> str:
    drawn = "".join(
        f'<ofd:TextObject ID="{at}" Boundary="{x} {y - 5} 156 6" Size="{size}">'
        f'<ofd:TextCode X="0" Y="5" DeltaX="{advances}">{escape(words)}</ofd:TextCode></ofd:TextObject>'
        for at, (words, x, y, size, advances) in enumerate(page, 1)
    )
    return f"<ofd:Content><ofd:Layer>{drawn}</ofd:Layer></ofd:Content>"
