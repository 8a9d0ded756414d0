"""A plan that was printed to PDF gives what its text gives; broken and hostile files get one line."""

from __future__ import annotations

import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from io import BytesIO
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfgen.canvas import Canvas

from pdf_layout import FONT, HEAD, Document, in_two_columns, laid_out
from planparse import Plan, extract, parse
from planparse.errors import InputError
from planparse.readers import pdf, read
from planparse.readers.layout.lines import Glyph, Line, lines_of
from planparse.readers.layout.paragraphs import join_lines
from planparse.readers.pdf import document
from planparse.readers.pdf.tables import read_tables

pytestmark = pytest.mark.slow  # PDFs are made and read

LISTS: dict[str, Callable[[Plan], Iterable[Hashable]]] = {
    "sections": lambda plan: ((s.path, s.heading) for s in plan.sections),
    "measures": lambda plan: (
        (m.path, m.title, tuple((u.canonical, u.role) for r in m.responsibilities for u in r.units)) for m in plan.measures
    ),
    "targets": lambda plan: ((t.path, t.indicator, t.value, t.unit, t.comparator, t.due) for t in plan.targets),
    "deadlines": lambda plan: (d.text for d in plan.deadlines),
}
DUTIES = (
    ("序号", "重点任务", "牵头单位", "配合单位"),
    ("1", "建设区域医疗中心", "市卫生健康委", "市财政局、市发展改革委"),
    ("2", "加强人才培养，引进一批高层次医疗卫生人才", "市人力资源社会保障局", "市财政局"),
)
INDICATORS = (
    ("序号", "指标", "单位", "2025年目标"),
    ("1", "每千人口执业医师数", "人", "3.2"),
    ("2", "县域内住院率", "%", "90"),
)


def agreement(left: Plan, right: Plan) -> dict[str, float]:
    """F1 of each list of two plans."""
    both = {name: (Counter(items(left)), Counter(items(right))) for name, items in LISTS.items()}
    return {name: 2 * (a & b).total() / max(a.total() + b.total(), 1) for name, (a, b) in both.items()}


def _plan(data: bytes, tmp_path: Path) -> Plan:
    path = tmp_path / "plan.pdf"
    path.write_bytes(data)
    return extract(path)


@pytest.mark.parametrize("name", ["jining.txt", "bozhou.txt"])
def test_a_printed_plan_gives_what_its_text_gives(seeds: Path, tmp_path: Path, name: str) -> None:
    text = (seeds / name).read_text("utf-8")
    expected = parse(text)

    plan = _plan(laid_out(expected.text), tmp_path)

    assert agreement(plan, expected) == dict.fromkeys(LISTS, 1.0)
    assert plan.metadata == expected.metadata
    assert "".join(plan.text.split()) == "".join(expected.text.split())
    assert plan.source.media_type == "application/pdf"


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "第 {} 页 共 9 页", "{}", "{} / 9"])
def test_pages_are_counted_and_what_is_printed_around_them_goes(seeds: Path, tmp_path: Path, number: str) -> None:
    text = parse((seeds / "jining.txt").read_text("utf-8")).text[:4000]

    plan = _plan(laid_out(text, number=number), tmp_path)

    pages = plan.source.page_starts
    assert pages is not None
    assert plan.source.page_count == len(pages) > 5
    assert (pages[0], HEAD in plan.text, "内部资料" in plan.text) == (0, False, False)
    assert plan.targets
    for entry in (*plan.measures, *plan.targets):
        assert entry.page is not None
        assert pages[entry.page - 1] <= entry.span.start < (*pages, len(plan.text))[entry.page]
    assert not re.search(r"(?m)^[—\W\d]+$|第 ?\d+ ?页", plan.text)


@pytest.mark.parametrize("name", ["jining.txt", "bozhou.txt"])
def test_a_plan_in_two_columns_gives_what_its_text_gives(seeds: Path, tmp_path: Path, name: str) -> None:
    expected = parse((seeds / name).read_text("utf-8"))

    plan = _plan(in_two_columns(expected.text), tmp_path)

    assert agreement(plan, expected) == dict.fromkeys(LISTS, 1.0)
    assert "".join(plan.text.split()) == "".join(expected.text.split())
    assert plan.source.page_starts is not None
    assert {measure.page for measure in plan.measures} <= {*range(1, len(plan.source.page_starts) + 1)}


def test_footnotes_and_their_figures_leave_the_text(tmp_path: Path) -> None:
    document = Document()
    document.title("甲市数字经济发展实施方案")
    document.paragraph(
        "为贯彻落实有关部署，推动数字经济高质量发展，结合我市实际，制定本方案，各县区、各部门要认真组织实施。"
    )
    document.paragraph("一、主要任务")
    document.noted("（一）培育数字经济", "1", "。建设平台3个。")
    document.noted("（二）推动转型。推动规上企业", "12", "上云100家。")
    document.notes(
        "1 数字经济：指以数据为要素的经济形态，", "规模超过50万亿元。", "12 规上企业：指年收入2000万元以上的企业。"
    )
    document.turn()
    document.paragraph("（三）改造道路。改造老旧道路。")

    plan = _plan(document.save(), tmp_path)

    assert [measure.text for measure in plan.measures] == [
        "培育数字经济。建设平台3个。",
        "推动转型。推动规上企业上云100家。",
        "改造道路。改造老旧道路。",
    ]


def test_a_page_begins_where_its_first_line_stands() -> None:
    document = Document()
    document.paragraph("一、总体要求")
    document.turn()
    document.paragraph("二、主要任务")

    source, _ = pdf.read(document.save())

    assert source.page_starts is not None
    assert [source.text[start:][:2] for start in source.page_starts] == ["一、", "二、"]


@pytest.mark.parametrize("rows", [DUTIES, INDICATORS])
def test_a_ruled_table_is_rows_of_cells(rows: tuple[tuple[str, ...], ...]) -> None:
    document = Document(head="")
    document.paragraph("附件")
    document.table(rows, (40, 150, 120, 120))
    document.paragraph("表后的话。")

    source, _ = pdf.read(document.save())

    assert source.text.split("\n") == ["附件", *("\t".join(row) for row in rows), "\u3000\u3000表后的话。"]


def test_tables_give_units_and_targets(tmp_path: Path) -> None:
    document = Document()
    document.title("甲市医疗服务实施方案")
    for line in ("一、主要任务", "1.建设区域医疗中心。完善服务体系。", "2.加强人才培养。引进一批人才。", "附件：任务分工表"):
        document.paragraph(line)
    document.table(DUTIES, (40, 150, 120, 120))
    document.paragraph("附件：指标表")
    document.table(INDICATORS, (40, 150, 120, 120))

    plan = _plan(document.save(), tmp_path)

    units = [[u.canonical for r in m.responsibilities for u in r.units] for m in plan.measures]
    assert [len(names) for names in units] == [3, 2]
    assert [(t.indicator, t.value, t.unit) for t in plan.targets] == [
        ("每千人口执业医师数", 3.2, "人"),
        ("县域内住院率", 90, "%"),
    ]


def test_groups_and_empty_first_cells_of_a_ruled_table_keep_its_columns(tmp_path: Path) -> None:
    rows = (
        ("序号", "指标名称", "单位", "2025年目标"),
        ("一、资源", "", "", ""),
        ("1", "三级医院数", "家", "5"),
        ("二、服务", "", "", ""),
        ("", "县域内就诊率", "%", "90"),
    )
    document = Document()
    document.title("甲市医疗服务实施方案")
    document.paragraph("一、主要目标")
    document.table(rows, (60, 150, 120, 120))
    document.paragraph("二、主要任务")
    document.paragraph("1.建设区域医疗中心。完善服务体系。")

    plan = _plan(document.save(), tmp_path)

    assert [(t.path, t.indicator, t.value, t.unit) for t in plan.targets] == [
        ("一、", "三级医院数", 5, "家"),
        ("一、", "县域内就诊率", 90, "%"),
    ]
    assert [section.path for section in plan.sections] == ["一、", "二、"]


def test_a_table_goes_on_over_a_page_and_says_its_header_once() -> None:
    header, *rows = DUTIES
    document = Document()
    document.table((header, rows[0]), (40, 150, 120, 120))
    document.turn()
    document.table((header, ("", "，提升能力", "", ""), rows[1]), (40, 150, 120, 120))

    source, _ = pdf.read(document.save())

    first = (*rows[0][:1], rows[0][1] + "，提升能力", *rows[0][2:])
    assert source.text.split("\n") == ["\t".join(row) for row in (header, first, rows[1])]


def _boxed(words: str, x: int, y: int) -> list[Glyph]:
    return [Glyph(c, x + 1000 * at, x + 1000 * at + 1000, y, 1000) for at, c in enumerate(words)]


def test_a_cell_that_spans_rows_is_said_in_each() -> None:
    rules = [(0, y, 20_000, y) for y in (0, 4_000)] + [(10_000, 2_000, 20_000, 2_000)]
    rules += [(x, 0, x, 4_000) for x in (0, 10_000, 20_000)]
    glyphs = [
        *_boxed("市财政局", 500, 2_500),
        *_boxed("甲", 10_500, 1_500),
        *_boxed("乙", 10_500, 3_500),
        *_boxed("外", 0, 6_000),
    ]

    rows, rest = read_tables(glyphs, rules)

    assert [row.cells for row in rows] == [("市财政局", "甲"), ("市财政局", "乙")]
    assert [glyph.character for glyph in rest] == ["外"]


def test_what_a_browser_frames_is_running_text() -> None:
    rules = [(0, y, 40_000, y) for y in (0, 2_000, 60_000)] + [(x, 0, x, 60_000) for x in (0, 1_000, 39_000, 40_000)]
    words = [*_boxed("政府信息公开", 1_500, 1_500)]
    for at in range(14):
        words += _boxed(f"第{at}行", 1_500, 4_000 + 2_000 * at)

    rows, rest = read_tables(words, rules)

    assert [row.cells for row in rows] == [("", "政府信息公开", "")]
    assert [line.text for line in lines_of(rest)] == [f"第{at}行" for at in range(14)]


@pytest.mark.parametrize(
    ("places", "text"),
    [
        ((0, 1000, 2000), "总体要"),  # side by side
        ((0, 1000, 2400), "总体 要"),  # room for a blank that is not printed
        ((0, 1500, 3000), "总体要"),  # spread evenly
        ((0, 1000, 9000), "总体    要"),  # two fields
        ((0, 5000, 10_000), "总体要"),
    ],
)
def test_room_between_glyphs_can_be_a_blank(places: tuple[int, ...], text: str) -> None:
    glyphs = [Glyph(c, x, x + 1000, 0, 1000) for c, x in zip("总体要", places, strict=True)]

    assert [line.text for line in lines_of(glyphs)] == [text]


def test_halves_of_characters_and_odd_blanks_do_no_harm() -> None:
    codes = [0xD840, 0xDC00, 0x2004, 0x2028, 0x10FFFF]
    places = list(range(5))

    page = document._page(
        {"width": 9, "code": codes, "x": places, "y": places, "advance": places, "size": places, "rules": []}
    )

    assert [glyph.character for glyph in page.glyphs] == [" ", " "]
    assert list(lines_of(page.glyphs)) == []


def test_print_made_bold_by_printing_twice_is_read_once() -> None:
    glyphs = [glyph for x in (0, 30) for glyph in _boxed("总体", x, 0)]

    assert [line.text for line in lines_of(glyphs)] == ["总体"]


def _turned(turns: int) -> bytes:
    """A page that lies on its side, with a watermark across it."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(800, 800))
    canvas.translate(400, 400)
    canvas.rotate(90 * turns)
    canvas.setFont(FONT, 16)
    for at, line in enumerate(("一、总体要求", "二、主要任务")):
        canvas.drawString(-300, 300 - 28 * at, line)
    canvas.rotate(90)
    canvas.drawString(0, 0, "水印")
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_page_that_lies_on_its_side_is_read(turns: int) -> None:
    source, _ = pdf.read(_turned(turns))

    assert source.text.split() == ["一、总体要求", "二、主要任务"]


# A machine on which PDFium finds one font for all that it looks for, or none.
MACHINE = """
import ctypes, pathlib, runpy
import pypdfium2.raw as pdfium

def give(info, font, table, buffer, size):
    if buffer and not table:
        ctypes.memmove(buffer, FONT, len(FONT))
    return 0 if table else len(FONT)

FONT = pathlib.Path({font!r}).read_bytes() if {font!r} else None
kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
find = kinds["MapFont"](lambda *asked: 1 if FONT else None)
fonts = pdfium.FPDF_SYSFONTINFO(version=1, MapFont=find, GetFontData=kinds["GetFontData"](give))
start = pdfium.FPDF_InitLibrary
pdfium.FPDF_InitLibrary = lambda: (start(), pdfium.FPDF_SetSystemFontInfo(fonts))
runpy.run_path({program!r}, run_name="__main__")
"""


@pytest.mark.parametrize("font", [None, Path(reportlab.__file__).with_name("fonts") / "Vera.ttf"])
def test_no_font_of_the_machine_changes_what_is_read(
    font: Path | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table = Document(head="")
    table.table(INDICATORS, (40, 150, 120, 120))
    lines = "人", "3", "到2025年达到90%。", "人"
    files = table.save(), _turned(1), _in_fonts_that_are_not_held(*lines)
    here = [[*document._pages(data)] for data in files]
    machine = tmp_path / "glyphs.py"
    machine.write_text(MACHINE.format(font=font and str(font), program=str(document._PROGRAM)), "utf-8")
    monkeypatch.setattr(document, "_PROGRAM", machine)

    there = [[*document._pages(data)] for data in files]

    assert there == here
    assert pdf.read(files[0])[0].text.split("\n") == ["\t".join(row) for row in INDICATORS]
    assert ["".join(glyph.character for glyph in page.glyphs) for page in there[2]] == ["".join(lines)] * len(UNHELD)


def test_geometry_tells_where_paragraphs_begin() -> None:
    def line(text: str, left: int, right: int, y: int) -> Line:
        return Line(text, left, right, y, 1600)

    page = [
        line("为了发展，", 3200, 44_800, 2800),
        line("各地要努力", 0, 44_800, 5600),
        line("落实。", 0, 4800, 8400),
        line("一、目标", 3200, 44_800, 11_200),
        line("健康水平", 0, 44_800, 14_000),
        line("提高。", 0, 4800, 16_800),
        line("二、任务。", 3200, 11_200, 19_600),
        line("三、保障。", 3200, 11_200, 22_400),
        line("甲市人民政府", 30_000, 39_600, 25_200),
        line("接着说下去直到", 3200, 44_800, 28_000),
        line("行尾才算是完的", 0, 44_800, 30_800),
    ]

    source = join_lines([(50_000, page), (50_000, []), (50_000, [line("另一页。", 0, 6400, 2800)])])

    assert source.text.split("\n\u3000\u3000") == [
        "为了发展，各地要努力落实。",
        "一、目标健康水平提高。",
        "二、任务。",
        "三、保障。",
        "甲市人民政府",
        "接着说下去直到行尾才算是完的另一页。",
    ]
    assert source.page_starts == (0, len(source.text) - 4, len(source.text) - 4)


def test_pages_without_text_count_and_the_others_are_read() -> None:
    document = Document()
    document.paragraph("一、总体要求")
    document.scan()
    document.paragraph("二、主要任务")

    source, _ = pdf.read(document.save())

    assert source.page_starts is not None
    assert len(source.page_starts) == 3
    assert "二、主要任务" in source.text


def _objects(*bodies: bytes) -> bytes:
    """A PDF of numbered objects, the first its catalogue; readers rebuild the table of contents that it lacks."""
    parts = [b"%d 0 obj\n%s\nendobj\n" % (at, body) for at, body in enumerate(bodies, 1)]
    return b"%PDF-1.7\n" + b"".join(parts) + b"trailer <</Root 1 0 R /Size %d>>\n%%%%EOF\n" % (len(bodies) + 1)


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


# How a file can name fonts that it does not hold: the encoding of the words, its name in PDF, and whose characters they are.
UNHELD = (
    ("utf-16-be", b"UniGB-UCS2-H", b"GB1"),
    ("gbk", b"GBK-EUC-H", b"GB1"),
    ("utf-16-be", b"UniCNS-UTF16-H", b"CNS1"),
    ("utf-16-be", b"Identity-H", b"Identity"),
)


def _in_fonts_that_are_not_held(*lines: str) -> bytes:
    """Pages with the same lines, each in another of such fonts; the last says itself which characters its glyphs stand for."""
    pages = range(3, 3 + 5 * len(UNHELD), 5)
    bodies = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>" % (b" ".join(b"%d 0 R" % at for at in pages), len(pages)),
    ]
    unicode = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"
    for at, (encoding, name, characters) in zip(pages, UNHELD, strict=True):
        shown = b"BT /F 16 Tf 80 700 Td %s ET" % b" 0 -28 Td ".join(
            b"<%s> Tj" % line.encode(encoding).hex().encode() for line in lines
        )
        says = b"/ToUnicode %d 0 R" % (at + 4) if characters == b"Identity" else b""
        bodies += (
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources <</Font <</F %d 0 R>>>>>>"
            % (at + 1, at + 2),
            _stream(shown),
            b"<</Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /%s /DescendantFonts [%d 0 R] %s>>"
            % (name, at + 3, says),
            b"<</Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000"
            b" /CIDSystemInfo <</Registry (Adobe) /Ordering (%s) /Supplement 0>>>>" % characters,
            _stream(unicode),
        )
    return _objects(*bodies)


def _bomb() -> bytes:
    """A page whose 4 MB of content unpack to 4 GB."""
    packer = zlib.compressobj(9)
    piece = b"0 0 m\n" * (1 << 17)
    first, again = (packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return _objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>",
        _stream(first + again * 5_000, b"/Filter /FlateDecode"),
    )


def _nest(depth: int = 40) -> bytes:
    """Forms that each draw the next one ten times."""
    forms = [
        _stream(
            b"/F Do " * 10, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F %d 0 R>>>>" % (at + 5)
        )
        for at in range(depth)
    ]
    return _objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources <</XObject <</F 4 0 R>>>>>>",
        *forms,
        _stream(b""),
    )


def _many_pages(count: int) -> bytes:
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>"
    return _objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>" % (b"3 0 R " * count, count),
        page,
    )


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (lambda: laid_out("方案", encrypt="secret"), "is password-protected; save a copy"),
        (lambda: _many_pages(3), r"contains no text, only images of pages; run OCR on it first"),
        (lambda: _many_pages(2_001), "has more than 2000 pages; split it"),
        (lambda: b"%PDF-1.7\n", "is damaged"),
        (lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(10_000), "is damaged"),
        (lambda: _objects(b"<</Type /Catalog /Pages 1 0 R>>"), "is damaged|contains no text"),
    ],
)
def test_what_cannot_be_read_has_one_line(made: Callable[[], bytes], line: str) -> None:
    with pytest.raises(InputError, match=rf"^x: ({line})") as caught:
        read(made(), "x")

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("made", [_bomb, _nest])
def test_what_is_made_to_hang_ends(made: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_SECONDS", 5)

    with pytest.raises(InputError, match=r"limits of time and memory|longer than 5 s|no text|far more"):
        pdf.read(made())


def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "glyphs.py").write_text("import time; time.sleep(100)")
    monkeypatch.setattr(document, "_PROGRAM", tmp_path / "glyphs.py")
    monkeypatch.setattr(document, "_SECONDS", 0.3)

    with pytest.raises(InputError, match=r"takes longer than 0\.3 s to read"):
        pdf.read(b"%PDF-")


def test_a_program_that_crashes_is_no_crash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "glyphs.py").write_text("import os; os.abort()")
    monkeypatch.setattr(document, "_PROGRAM", tmp_path / "glyphs.py")

    with pytest.raises(InputError, match="is damaged"):
        pdf.read(b"%PDF-")


def test_without_the_library_one_learns_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)

    with pytest.raises(InputError, match=r"^x: reading a PDF needs pypdfium2; run: python -m pip install pypdfium2$"):
        read(b"%PDF-1.7", "x")


def _broken(data: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.4:
        return data[: dice.randrange(5, len(data))]
    spoiled = bytearray(data)
    for _ in range(dice.choice((1, 10, 200))):
        spoiled[dice.randrange(5, len(data))] ^= 1 << dice.randrange(8)
    return bytes(spoiled)


def test_broken_files_are_read_or_refused(seeds: Path) -> None:
    text = (seeds / "jining.txt").read_text("utf-8")[:1500]
    data = laid_out(text)
    dice = random.Random(5)

    refused = 0
    for _ in range(15):  # each starts a process; the search for faults tries thousands
        try:
            source, _ = pdf.read(_broken(data, dice))
        except InputError:  # any other error fails the test
            refused += 1
        else:
            assert source.page_starts is not None
            assert list(source.page_starts) == sorted(source.page_starts)

    assert 1 < refused < 14
