"""Files that are made to take memory or time: of every form, of about as many bytes as are asked for."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

Make = Callable[[int], bytes]

PROSE = "加快发展"


def repeated(token: str, size: int) -> str:
    """So many tokens that they take about `size` bytes of UTF-8."""
    return token * max(1, size // len(token.encode()))


# What a text can hold most of, in the fewest bytes.
TOKENS = {
    "digits": "7",
    "numbers": "1,",
    "numbers in a list": "1、",
    "numbers apart": "1 ",
    "percentages": "90%以上，",
    "counts": "5个，",
    "counts in Chinese": "三个、",
    "ratios": "1：1、",
    "grades": "三级甲等、",
    "years": "2025年、",
    "days": "2020年1月1日前，",
    "deadlines": "到2025年，",
    "targets": "甲率达到90%，",
    "coverage": "实现全覆盖，",
    "numerals": "九",
    "brackets": "（",
    "pairs of brackets": "（）",
    "brackets in brackets": "（甲（乙）",
    "open titles": "《",
    "titles": "《甲》",
    "citations": "《甲乙》（甲发〔2020〕1号）",
    "quotes": "“甲”",
    "first marks": "一、甲。\n",
    "marks": "1.甲\n",
    "marks without lines": "一、",
    "articles": "第一条甲。\n",
    "annexes": "附件\n",
    "rows": "1\t2\t3\n",
    "rows of bars": "|1|2|3|\n",
    "headers": "任务\t责任单位\n",
    "bodies": "市财政局、",
    "clauses": "（责任单位：市财政局）\n",
    "measures": "1.甲乙丙丁。（责任单位：市财政局）\n",
    "measures without marks": "打造平台。甲。（市财政局负责）\n",
    "words": PROSE,
    "letters": "a",
    "emoji": "😀",
    "blanks": "甲    乙",
    "wide blanks": "甲\u3000\u3000",
    "lines": "甲\n",
    "empty lines": "\n",
    "pages": "甲\n\f",
}


def mixed(token: str, size: int, share: float) -> str:
    """A text of that size of which such a share is tokens, all over it, and the rest words."""
    unit = token * 8
    filler = round(len(unit.encode()) * (1 / share - 1) / len(PROSE.encode()))
    return repeated(unit + PROSE * filler, size)


def _text(token: str) -> Make:
    return lambda size: repeated(token, size).encode()


def _among_words(token: str) -> Make:
    """As much of it as is read."""
    return lambda size: mixed(token, size, 0.1).encode()


def _page(before: str, token: str, behind: str = "") -> Make:
    return lambda size: f"<html><body>{before}{repeated(token, size)}{behind}</body></html>".encode()


def _nested(tag: str) -> Make:
    return lambda size: f"<html><body>{f'<{tag}>' * (size // (2 * len(tag) + 5))}甲".encode()


_MAIL = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n'
_LEAF = "--b\nContent-Type: text/html\n\n<html><body><p>一、甲。</p></body></html>\n--b--\n".encode()


def _mail(head: bytes, token: bytes, behind: bytes = b"") -> Make:
    return lambda size: head + token * (size // len(token)) + behind


def zipped(packing: int = zipfile.ZIP_STORED, **parts: bytes) -> bytes:
    """A zip archive of these parts, as they are unless a packing is named: what repeats itself would shrink to nothing."""
    with BytesIO() as stream:
        with zipfile.ZipFile(stream, "w", packing) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return stream.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(body: str, doctype: str = "") -> bytes:
    """The main part of a Word document."""
    return f"{doctype}<w:document {_W}><w:body>{body}</w:body></w:document>".encode()


def _docx(before: str, token: str, behind: str = "") -> Make:
    """A docx whose main part, unpacked, has about the size that is asked for."""
    return lambda size: zipped(**{"word/document.xml": document(before + repeated(token, size) + behind)})


def _docx_with(part: str, root: str, token: str) -> Make:
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part}"
    related = f'<Relationships><Relationship Type="{kind}" Target="{part}.xml"/></Relationships>'
    return lambda size: zipped(
        **{
            "word/document.xml": document("<w:p><w:r><w:t>一、甲。</w:t></w:r></w:p>"),
            "word/_rels/document.xml.rels": related.encode(),
            f"word/{part}.xml": f"<w:{root} {_W}>{repeated(token, size)}</w:{root}>".encode(),
        }
    )


_ENTITIES = '<!DOCTYPE x [<!ENTITY a "甲甲甲甲甲甲甲甲甲甲">{}]>'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
)

_OPEN = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def _odt(token: str, behind: str = "") -> Make:
    def make(size: int) -> bytes:
        content = f"<office:document-content {_OPEN}><office:body><office:text>{repeated(token, size)}{behind}</office:text></office:body></office:document-content>"
        with BytesIO() as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
                archive.writestr("content.xml", content)
                archive.writestr("META-INF/manifest.xml", _MANIFEST)
            return stream.getvalue()

    return make


def _rtf(token: str, behind: str = "") -> Make:
    return lambda size: f"{{\\rtf1\\ansi {token * (size // len(token))}{behind}}}".encode()


def _doc(size: int) -> bytes:
    """What begins like an old Word document and goes on with nothing of one."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return head + "WordDocument".encode("utf-16-le") + bytes(size)


_O = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def _ofd(token: str, pages: int = 1, behind: str = "") -> Make:
    """An OFD whose pages hold, unpacked and together, about what is asked for."""

    def make(size: int) -> bytes:
        listed = "".join(f'<ofd:Page ID="{at + 1}" BaseLoc="P{at}.xml"/>' for at in range(pages))
        content = f"<ofd:Page {_O}><ofd:Content><ofd:Layer>{repeated(token, size // pages)}{behind}</ofd:Layer></ofd:Content></ofd:Page>"
        root = "<ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody>"
        return zipped(
            **{
                "OFD.xml": f'<ofd:OFD {_O} Version="1.0" DocType="OFD">{root}</ofd:OFD>'.encode(),
                "D.xml": f"<ofd:Document {_O}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>".encode(),
                **{f"P{at}.xml": content.encode() for at in range(pages)},
            }
        )

    return make


def _run(words: str) -> str:
    return (
        '<ofd:TextObject ID="9" Boundary="20 20 150 6" Size="5"><ofd:TextCode X="0" Y="5">'
        f"{words}</ofd:TextCode></ofd:TextObject>"
    )


def pdf(objects: list[bytes], root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def _stream(data: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    return b"<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream" % (len(packed), more, packed)


_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _pdf_of(content: Callable[[int], bytes], kids: Callable[[int], int] = lambda _: 1, more: bytes = b"") -> Make:
    """A PDF whose one page, which may be listed many times, draws the content."""

    def make(size: int) -> bytes:
        count = kids(size)
        resources = b"<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>"
        return pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b"3 0 R " * count),
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources %s>>" % resources,
                _stream(content(size)),
                _FONT,
                _stream(b"q /X Do /X Do Q", b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources " + resources),
                more or b"null",
            ]
        )

    return make


_SHOWN = b"BT /F 9 Tf 1 0 0 1 50 700 Tm (%s) Tj ET\n"

# Form, what is in it much of, and the ending of its file.
FILES: dict[tuple[str, str], tuple[Make, str]] = {
    **{("text", name): (_text(token), ".txt") for name, token in TOKENS.items()},
    **{("text", f"{name} among words"): (_among_words(TOKENS[name]), ".txt") for name in ("targets", "clauses", "measures")},
    ("markdown", "headings"): (_text("# 甲\n\n"), ".md"),
    ("markdown", "strong words"): (lambda size: b"# a\n" + _text("**甲**")(size), ".md"),
    ("markdown", "open marks"): (lambda size: b"# a\n" + _text("*a_")(size), ".md"),
    ("markdown", "links"): (lambda size: b"# a\n" + _text("[甲](乙)")(size), ".md"),
    ("markdown", "open links"): (lambda size: b"# a\n" + _text("[a](")(size), ".md"),
    ("markdown", "items"): (lambda size: b"# a\n" + _text("- 甲\n")(size), ".md"),
    ("markdown", "quotes in quotes"): (lambda size: b"# a\n" + _text("> ")(size), ".md"),
    ("markdown", "rows"): (lambda size: "# a\n\n|甲|乙|\n|---|---|\n".encode() + _text("|1|2|\n")(size), ".md"),
    ("markdown", "columns"): (
        lambda size: f"# a\n\n{'|a' * (size // 7)}|\n{'|---' * (size // 7)}|\n|1|\n|1|\n".encode(),
        ".md",
    ),
    ("markdown", "rows without cells"): (
        lambda size: f"# a\n\n{'|a' * 1000}|\n{'|---' * 1000}|\n".encode() + _text("|\n")(size),
        ".md",
    ),
    ("markdown", "items in items"): (lambda size: b"# a\n" + _text("- " * 30 + "a\n")(size), ".md"),
    ("markdown", "tags"): (lambda size: b"# a\n" + _text("<b>")(size), ".md"),
    ("html", "paragraphs"): (_page("", "<p>甲"), ".html"),
    ("html", "tags"): (_page("", "<b></b>"), ".html"),
    ("html", "line breaks"): (_page("", "<br>"), ".html"),
    ("html", "cells"): (_page("<table><tr>", "<td>1"), ".html"),
    ("html", "rows"): (_page("<table>", "<tr><td>1<td>2"), ".html"),
    ("html", "merged cells"): (_page("<table>", "<tr><td colspan=60 rowspan=9999>甲<td>乙"), ".html"),
    ("html", "items"): (_page("<ol>", "<li>甲"), ".html"),
    ("html", "links"): (_page("", "<a href=x>甲</a>"), ".html"),
    ("html", "attributes"): (_page("<p ", "a=b ", ">甲"), ".html"),
    ("html", "tags with attributes"): (_page("", "<i a=b c=d>"), ".html"),
    ("html", "references"): (_page("<p>", "&#19968;"), ".html"),
    ("html", "words"): (_page("<p>", "一、加快发展。"), ".html"),
    ("html", "comments"): (_page("甲", "<!-- -->"), ".html"),
    ("html", "scripts"): (_page("甲", "<script>"), ".html"),
    ("html", "div in div"): (_nested("div"), ".html"),
    ("html", "table in table"): (_nested("table><tr><td"), ".html"),
    ("mhtml", "headers"): (_mail(_MAIL, b"X: 1\n", b"\n" + _LEAF), ".mhtml"),
    ("mhtml", "long header"): (_mail(_MAIL + b"X: 1\n", b" y\n", b"\n" + _LEAF), ".mhtml"),
    ("mhtml", "parameters"): (_mail(_MAIL.rstrip(), b";a=b", b"\n\n" + _LEAF), ".mhtml"),
    ("mhtml", "quotes"): (_mail(_MAIL.rstrip(), b';"', b"\n\n" + _LEAF), ".mhtml"),
    ("mhtml", "parts"): (_mail(_MAIL + b"\n", b"--b\n\nx\n", _LEAF), ".mhtml"),
    ("mhtml", "parts in parts"): (_mail(_MAIL + b"\n", b"--b\n" + _MAIL + b"\n", _LEAF), ".mhtml"),
    ("mhtml", "lines"): (_mail(_MAIL + b"\n--b\nContent-Type: text/html\n\n", b"a\n", b"\n--b--\n"), ".mhtml"),
    ("docx", "paragraphs"): (_docx("", "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"), ".docx"),
    ("docx", "empty paragraphs"): (_docx("<w:p><w:r><w:t>一、甲。</w:t></w:r></w:p>", "<w:p/>"), ".docx"),
    ("docx", "runs"): (_docx("<w:p>", "<w:r><w:t>甲</w:t></w:r>", "</w:p>"), ".docx"),
    ("docx", "breaks"): (_docx("<w:p><w:r><w:t>甲</w:t>", "<w:br/>", "</w:r></w:p>"), ".docx"),
    ("docx", "elements that say nothing"): (_docx("<w:p><w:r><w:t>甲</w:t>", "<w:x/>", "</w:r></w:p>"), ".docx"),
    ("docx", "cells"): (_docx("<w:tbl><w:tr>", "<w:tc><w:p/></w:tc>", "</w:tr></w:tbl>"), ".docx"),
    ("docx", "wide cells"): (
        _docx("<w:tbl><w:tr>", '<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr><w:p/></w:tc>', "</w:tr></w:tbl>"),
        ".docx",
    ),
    ("docx", "words"): (_docx("<w:p><w:r><w:t>", "一、加快发展。", "</w:t></w:r></w:p>"), ".docx"),
    ("docx", "references"): (_docx("<w:p><w:r><w:t>", "&#19968;", "</w:t></w:r></w:p>"), ".docx"),
    ("docx", "elements in elements"): (_docx("", "<w:ins>"), ".docx"),
    ("docx", "entities"): (
        lambda _: zipped(**{"word/document.xml": document("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", _ENTITIES)}),
        ".docx",
    ),
    ("docx", "zeros"): (lambda size: zipped(zipfile.ZIP_DEFLATED, **{"word/document.xml": bytes(size * 20)}), ".docx"),
    ("docx", "styles"): (_docx_with("styles", "styles", '<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>'), ".docx"),
    ("docx", "lists"): (
        _docx_with("numbering", "numbering", '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'),
        ".docx",
    ),
    ("docx", "parts"): (lambda size: zipped(**{f"word/{at}.xml": b"" for at in range(size // 120)}), ".docx"),
    ("odt", "paragraphs"): (_odt("<text:p>甲</text:p>"), ".odt"),
    ("odt", "elements in elements"): (_odt("<text:section>"), ".odt"),
    ("odt", "zeros"): (_odt("\0"), ".odt"),
    ("rtf", "paragraphs"): (_rtf("a\\par\n"), ".rtf"),
    ("rtf", "odd words"): (_rtf("\\xyz123\\fs99"), ".rtf"),
    ("rtf", "groups in groups"): (_rtf("{"), ".rtf"),
    ("rtf", "rows"): (_rtf("\\trowd\\cellx100\\cellx200 a\\cell b\\cell\\row "), ".rtf"),
    ("rtf", "cells"): (lambda size: _rtf("\\cellx1", "a\\cell" * (size // 13) + "\\row")(size // 2), ".rtf"),
    ("rtf", "sections"): (_rtf("a\\sect\\sectd\\page"), ".rtf"),
    ("rtf", "footnotes"): (_rtf("a{\\footnote b}"), ".rtf"),
    ("rtf", "a promise of bytes"): (lambda _: b"{\\rtf1\\bin2147483647 a", ".rtf"),
    ("doc", "nothing"): (_doc, ".doc"),
    ("xlsx", "rows"): (
        lambda size: zipped(
            **{"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": _text("<row><c><v>1</v></c></row>")(size)}
        ),
        ".xlsx",
    ),
    ("pdf", "pages"): (_pdf_of(lambda _: _SHOWN % b"1. abc", lambda size: size // 6), ".pdf"),
    ("pdf", "characters"): (_pdf_of(lambda size: _SHOWN % (b"a" * size)), ".pdf"),
    ("pdf", "words"): (_pdf_of(lambda size: _SHOWN % b"a" * (size // 40)), ".pdf"),
    ("pdf", "lines"): (_pdf_of(lambda size: b"0 0 m 9 9 l S\n" * (size // 14)), ".pdf"),
    ("pdf", "states"): (_pdf_of(lambda size: b"q " * (size // 2)), ".pdf"),
    ("pdf", "forms in forms"): (_pdf_of(lambda _: b"/X Do"), ".pdf"),
    ("pdf", "brackets"): (_pdf_of(lambda size: b"[" * size), ".pdf"),
    ("pdf", "objects"): (
        lambda size: pdf([b"<</Type/Catalog/Pages 2 0 R>>"] + [b"<</Kids[2 0 R]>>"] * (size // 60)),
        ".pdf",
    ),
    ("pdf", "zeros"): (_pdf_of(lambda size: bytes(size * 20)), ".pdf"),
    ("ofd", "runs"): (_ofd(_run("甲")), ".ofd"),
    ("ofd", "words"): (_ofd("一、加快发展。", behind=""), ".ofd"),
    ("ofd", "a long run"): (lambda size: _ofd(_run(repeated("一、加快发展。", size)))(1), ".ofd"),
    ("ofd", "pages"): (_ofd(_run("甲"), pages=2_000), ".ofd"),
    ("ofd", "too many pages"): (_ofd(_run("甲"), pages=9_000), ".ofd"),
    ("ofd", "elements in elements"): (_ofd("<ofd:PageBlock>"), ".ofd"),
    ("ofd", "zeros"): (_ofd("\0"), ".ofd"),
}
