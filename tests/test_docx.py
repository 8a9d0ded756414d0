"""A plan saved by Word says what its text says: numbering, tables, tracked changes, fields, boxes; and nothing that Word hides."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

import planparse
from planparse.language.numerals import read_chinese
from planparse.readers import read
from planparse.readers.word import package
from planparse.readers.word.number_formats import KNOWN, print_number
from saved_as import as_docx, as_numbered_docx, define, element, findings, level, lines, numbered, rezipped, saved


@pytest.mark.slow
@pytest.mark.parametrize("name", ["jining.txt", "bozhou.txt"])
@pytest.mark.parametrize("saved_as", [as_docx, as_numbered_docx])
def test_a_plan_saved_by_word_says_what_its_text_says(
    seeds: Path, name: str, saved_as: Callable[[str], bytes], tmp_path: Path
) -> None:
    text = (seeds / name).read_text("utf-8")
    path = tmp_path / "plan.docx"
    path.write_bytes(saved_as(text))

    assert findings(planparse.extract(path)) == findings(planparse.parse(text))


DUTIES = """甲市健康行动方案
一、主要任务
（一）建设区域中心。到2025年，建成区域医疗中心3家。
（二）提升服务能力，加强培养。培养。
（三）推进信息化。推进。
附件1
任务分工表
序号\t重点任务\t牵头单位\t配合单位
1\t建设区域中心\t市卫生健康委\t市发展改革委、市财政局
2\t提升服务能力，加强培养\t市教育局\t市人力资源社会保障局等
3\t推进信息化\t市大数据局\t各县（市、区）政府
附件2
主要指标表
指标名称\t单位\t2020年现状\t2025年目标\t属性
县域内就诊率\t%\t85\t≥90\t约束性
每千人口执业（助理）医师数（人）\t—\t2.9\t3.5左右\t预期性
三级医院数\t家\t3\t5\t预期性
"""


def test_tables_give_their_bodies_and_targets(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(as_docx(DUTIES))

    plan = planparse.extract(path)

    assert findings(plan) == findings(planparse.parse(DUTIES))
    assert [len(measure.responsibilities) for measure in plan.measures] == [1, 1, 1]
    assert [(t.indicator, t.comparator, t.value, t.unit) for t in plan.targets[1:]] == [
        ("县域内就诊率", "ge", 90, "%"),
        ("每千人口执业（助理）医师数", "approx", 3.5, "人"),
        ("三级医院数", "eq", 5, "家"),
    ]


def test_merged_cells_and_a_header_of_two_rows_give_every_row_all_that_is_true_of_it() -> None:
    document = docx.Document()
    table = document.add_table(6, 4)
    words = [
        ["任务分工表", "", "", ""],
        ["序号", "重点任务", "责任单位", ""],
        ["", "", "牵头单位", "配合单位"],
        ["一、县域医疗", "", "", ""],
        ["1", "建设区域中心", "市卫生健康委", ""],
        ["2", "推进信息化", "", "市财政局"],
    ]
    for row, of_row in zip(table.rows, words, strict=True):
        for cell, of_cell in zip(row.cells, of_row, strict=True):
            cell.text = of_cell
    for (top, left), (bottom, right) in (
        ((0, 0), (0, 3)),
        ((1, 0), (2, 0)),
        ((1, 1), (2, 1)),
        ((1, 2), (1, 3)),
        ((3, 0), (3, 3)),
        ((4, 2), (5, 2)),
    ):
        table.cell(top, left).merge(table.cell(bottom, right))

    assert lines(document) == [
        "任务分工表\t\t\t—",
        "序号\t重点任务\t牵头单位\t配合单位",
        "一、县域医疗\t\t\t—",
        "1\t建设区域中心\t市卫生健康委\t",
        "2\t推进信息化\t市卫生健康委\t市财政局",
    ]


def test_lines_tabs_and_blanks_in_a_cell_do_not_break_its_row() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "建设\n（二）推进\t\t信息　　化"
    table.cell(0, 0).add_paragraph("三、加强")
    table.cell(1, 1).text = "市财政局"
    numbered(table.cell(1, 0).paragraphs[0], define(document, 500, [level(0, "decimal", "%1")]))

    assert lines(document) == ["建设 （二）推进 信息 化 三、加强\t—", "1\t市财政局"]


def test_what_only_lays_out_a_page_is_no_table() -> None:
    document = docx.Document()
    one = document.add_table(2, 1)
    one.cell(0, 0).text, one.cell(1, 0).text = "甲市人民政府文件", "甲政发〔2024〕1号"
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "一、总体要求"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "指标", "目标"

    assert lines(document) == ["甲市人民政府文件", "甲政发〔2024〕1号", "一、总体要求", "指标\t目标"]


@pytest.mark.parametrize("number_format", KNOWN)
def test_every_number_format_prints_every_number(number_format: str) -> None:
    printed = [print_number(number, number_format) for number in range(1, 200)]

    assert number_format == "none" or len(set(printed)) == len(printed)


@pytest.mark.parametrize(
    ("number_format", "numbers", "printed"),
    [
        ("decimal", (1, 12), ["1", "12"]),
        ("unknownToAll", (1, 12), ["1", "12"]),
        ("decimalZero", (1, 12), ["01", "12"]),
        ("decimalFullWidth", (10,), ["１０"]),
        ("chineseCounting", (1, 10, 11, 20, 99), ["一", "十", "十一", "二十", "九十九"]),
        ("chineseCountingThousand", (101, 110, 119), ["一百零一", "一百一十", "一百一十九"]),
        ("chineseLegalSimplified", (1, 12, 20), ["壹", "壹拾贰", "贰拾"]),
        ("ideographDigital", (10, 24), ["一〇", "二四"]),
        ("ideographTraditional", (1, 10, 11), ["甲", "癸", "11"]),
        ("decimalEnclosedCircle", (1, 20, 21, 36, 51), ["①", "⑳", "㉑", "㊱", "51"]),
        ("upperRoman", (4, 49, 1994, 4000), ["IV", "XLIX", "MCMXCIV", "4000"]),
        ("lowerLetter", (1, 26, 27, 53), ["a", "z", "aa", "aaa"]),
        ("ordinal", (1, 2, 3, 11, 112), ["1st", "2nd", "3rd", "11th", "112th"]),
        ("none", (1,), [""]),
    ],
)
def test_numbers_print_as_in_word(number_format: str, numbers: tuple[int, ...], printed: list[str]) -> None:
    assert [print_number(number, number_format) for number in numbers] == printed


def test_chinese_numerals_are_read_as_they_are_written() -> None:
    counted = [print_number(number, "chineseCounting") for number in range(1, 20_000, 7)]

    assert [read_chinese(words) for words in counted] == [*range(1, 20_000, 7)]


def test_levels_count_restart_and_show_each_other() -> None:
    document = docx.Document()
    levels = [
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "（%3）", '<w:lvlRestart w:val="0"/>'),
        level(3, "bullet", "\uf0b7"),
        level(4, "none", "附注", '<w:suff w:val="nothing"/>'),
    ]
    define(document, 500, levels)
    for depth in (0, 1, 2, 1, 2, 3, 4, 0, 1, 2):
        numbered(document.add_paragraph("词"), 500, depth)
    numbered(document.add_paragraph(""), 500, 0)
    numbered(document.add_paragraph("末"), 500, 0)

    assert lines(document) == [
        *("第一章 词", "1.1 词", "（1）词", "1.2 词", "（2）词", "词", "附注词"),
        *("第二章 词", "2.1 词", "（3）词", "第四章 末"),
    ]


def test_lists_of_one_definition_count_on_unless_they_begin_anew() -> None:
    document = docx.Document()
    define(document, 500, [level(0, "decimal", "%1.")])
    define(document, 501, [], abstract_id=1500)
    define(document, 502, [], '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>', abstract_id=1500)
    define(
        document,
        503,
        [],
        f'<w:lvlOverride w:ilvl="0">{level(0, "chineseCounting", "%1、")}</w:lvlOverride>',
        abstract_id=1500,
    )
    for list_id in (500, 501, 502, 502, 500, 503, 504, 0):
        numbered(document.add_paragraph("词"), list_id)

    assert lines(document) == ["1. 词", "2. 词", "7. 词", "8. 词", "9. 词", "十、词", "词", "词"]


def test_styles_bring_their_numbers_and_a_paragraph_can_refuse_them() -> None:
    document = docx.Document()
    define(
        document,
        500,
        [
            level(0, "chineseCounting", "%1、", '<w:pStyle w:val="Heading1"/>'),
            level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="Heading2"/>'),
        ],
    )
    for name in ("Heading 1", "Heading 2"):
        document.styles[name].element.get_or_add_pPr().append(element('<w:numPr><w:numId w:val="500"/></w:numPr>'))
    derived = document.styles.add_style("标题甲", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    derived.base_style = document.styles["Heading 2"]
    for words, style in (("总则", "Heading 1"), ("目标", "Heading 2"), ("任务", "标题甲"), ("保障", "Heading 1")):
        document.add_paragraph(words, style)
    numbered(document.add_paragraph("没有", "Heading 1"), 0)

    assert lines(document) == ["一、总则", "（一）目标", "（二）任务", "二、保障", "没有"]


def test_a_list_can_take_its_definition_from_a_numbering_style() -> None:
    document = docx.Document()
    define(document, 500, [level(0, "chineseCounting", "%1、")])
    define(document, 501, ['<w:numStyleLink w:val="甲"/>'])
    style = '<w:style w:type="numbering" w:styleId="甲"><w:pPr><w:numPr><w:numId w:val="500"/></w:numPr></w:pPr></w:style>'
    document.styles.element.append(element(style))
    numbered(document.add_paragraph("词"), 501)

    assert lines(document) == ["一、词"]


def shown(body: str) -> list[str]:
    """The lines of a document with these paragraphs."""
    document = docx.Document()
    for paragraph in element(f"<w:body>{body}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, paragraph)
    return lines(document)


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def field(instruction: str, result: str) -> str:
    turn = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{turn('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{turn('separate')}{result}{turn('end')}"


SHOWN = run("显", '<w:vanish w:val="0"/>')
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
CONTENTS = field(" TOC \\\\o ", run("一、总则 1") + "</w:p><w:p>" + run("二、任务 2"))
BOX = "<wps:txbx><w:txbxContent><w:p>{}</w:p></w:txbxContent></wps:txbx>".format


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Tracked changes count as accepted.
        (
            f"<w:p>{run('到')}<w:ins>{run('2025年')}</w:ins><w:del><w:r><w:delText>2024年</w:delText></w:r></w:del></w:p>",
            ["到2025年"],
        ),
        (
            f"<w:p><w:moveFrom>{run('旧')}</w:moveFrom>{run('中')}</w:p><w:p><w:moveTo>{run('新')}</w:moveTo></w:p>",
            ["中", "新"],
        ),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('前')}</w:p><w:p>{run('后')}</w:p>", ["前后"]),
        (
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('旧')}</w:p></w:tc></w:tr></w:tbl><w:p>{run('后')}</w:p>",
            ["后"],
        ),
        # Hidden words, and what says how words sound.
        (f"<w:p>{run('见')}{run('藏', '<w:vanish/>')}{SHOWN}</w:p>", ["见显"]),
        (
            f"<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>{run('一、总则。')}</w:p><w:p>{run('文')}</w:p>",
            ["一、总则。文"],
        ),
        (
            f"<w:p><w:r><w:ruby><w:rt>{run('jia')}</w:rt><w:rubyBase>{run('甲')}</w:rubyBase></w:ruby></w:r>{run('市')}</w:p>",
            ["甲市"],
        ),
        # Fields show their results.
        (f"<w:p>{run('见')}{field(' REF _1 ', run('附件1'))}</w:p>", ["见附件1"]),
        (f"<w:p>{run('第')}{field('PAGE', run('3'))}{run('页')}</w:p>", ["第页"]),
        (f"<w:p>{field('IF ' + field('REF x', run('甲')) + ' = 1', run('乙'))}</w:p>", ["乙"]),
        (
            f"<w:p><w:fldSimple w:instr='DATE'>{run('2024年')}</w:fldSimple><w:fldSimple w:instr='NUMPAGES'>{run('9')}</w:fldSimple></w:p>",
            ["2024年"],
        ),
        (
            f"<w:p>{CONTENTS}</w:p><w:p>{run('一、总则')}</w:p>",
            ["一、总则"],
        ),
        (
            (
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
                f"<w:sdtContent><w:p>{run('目录')}</w:p></w:sdtContent></w:sdt><w:p>{run('文')}</w:p>"
            ),
            ["文"],
        ),
        # What only wraps words.
        (f"<w:sdt><w:sdtContent><w:p>{run('控件')}</w:p></w:sdtContent></w:sdt>", ["控件"]),
        (
            f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处')}</w:sdtContent></w:sdt>{run('文')}</w:p>",
            ["文"],
        ),
        (f"<w:p><w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标签')}</w:smartTag></w:p>", ["链接标签"]),
        # Signs.
        (
            "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>左</w:t><w:noBreakHyphen/><w:t>右</w:t></w:r></w:p>",
            ["上", "下 左-右"],
        ),
        ("<w:p><w:r><w:t>前</w:t><w:br w:type='page'/><w:t>后</w:t></w:r></w:p>", ["前", "后"]),
        (
            "<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>90%</w:t><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>",
            ["≥90%"],
        ),
        (
            "<w:p><w:r><w:sym w:font='Wingdings' w:char='F081'/><w:sym w:char='2460'/><w:sym w:char='zz'/></w:r></w:p>",
            ["①①"],
        ),
        ("<w:p><w:r><w:t>甲\t乙\n丙</w:t></w:r></w:p>", ["甲 乙 丙"]),
        # Boxes, once, behind the paragraph that they hang on.
        (
            (
                f"<w:p>{run('前')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX(run('框'))}</w:drawing></mc:Choice>"
                f"<mc:Fallback><w:pict>{BOX(run('框'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('后')}</w:p>"
            ),
            ["前后", "框"],
        ),
        (
            f"<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict>{BOX(run('框'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            ["框"],
        ),
        (
            f"<w:p>{run('前')}<w:r>{BOX(run('框一'))}{BOX(run('框二') + '<w:r>' + BOX(run('框三')) + '</w:r>')}</w:r></w:p>",
            ["前", "框一", "框二", "框三"],
        ),
        # A field that never ends hides nothing.
        (f"<w:p>{CONTENTS.removesuffix(END)}</w:p><w:p>{run('一、总则')}</w:p>", ["一、总则 1", "二、任务 2", "一、总则"]),
        # Notes and comments leave no mark.
        (
            f"<w:p>{run('文')}<w:r><w:footnoteReference w:id='2'/></w:r><w:commentRangeStart w:id='1'/><w:r><w:commentReference w:id='1'/></w:r></w:p>",
            ["文"],
        ),
    ],
)
def test_what_word_shows_is_read_and_what_it_hides_is_not(body: str, expected: list[str]) -> None:
    assert shown(body) == expected


def test_a_hidden_style_hides_its_words() -> None:
    document = docx.Document()
    for name, kind in (("藏", docx.enum.style.WD_STYLE_TYPE.CHARACTER), ("藏段", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)):
        document.styles.add_style(name, kind).element.get_or_add_rPr().append(element("<w:vanish/>"))
    document.add_paragraph("见").add_run("不见", "藏")
    document.add_paragraph("不见", "藏段")

    assert lines(document) == ["见"]


def test_headers_footers_and_page_numbers_are_gone() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    document.add_paragraph("正文")

    assert lines(document) == ["正文"]


def test_the_names_of_the_iso_standard_are_known() -> None:
    document = docx.Document()
    document.add_paragraph("正文")

    data = rezipped(
        saved(document),
        lambda part: part.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )

    assert read(data, "x").source.text == "正文"


def test_headings_by_style_or_in_bold_are_items_without_a_mark(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("甲市停车管理实施方案", "Title")
    for words, style in (
        ("发展目标", "Heading 1"),
        ("到2027年，新增泊位2万个。", None),
        ("主要任务", "Heading 1"),
        ("建设停车场", "Heading 2"),
        ("建设。", None),
        ("完善收费机制", "Heading 2"),
        ("推行。", None),
    ):
        document.add_paragraph(words, style)
    for words in ("（一）共享车位", "开放单位车位", "开放小区车位"):
        document.add_paragraph().add_run(words).bold = True
        document.add_paragraph("开放。")
    path = tmp_path / "plan.docx"
    document.save(str(path))

    plan = planparse.extract(path)

    assert [section.path for section in plan.sections] == [
        "发展目标",
        "主要任务",
        "主要任务/完善收费机制",
        "主要任务/完善收费机制/（一）",
    ]
    assert [measure.path for measure in plan.measures] == [
        "主要任务/建设停车场",
        "主要任务/完善收费机制/（一）/开放单位车位",
        "主要任务/完善收费机制/（一）/开放小区车位",
    ]


def test_only_styles_of_tables_and_what_menus_list_are_left_out() -> None:
    first, last = (
        b'<w:style w:type="paragraph" w:styleId="1"><w:rPr/></w:style>',
        b'<w:style w:styleId="2"><w:pPr/></w:style>',
    )
    table = b'<w:style w:type="table" w:styleId="3"><w:tblStylePr w:type="firstRow"><w:rPr/></w:tblStylePr></w:style>'
    named = b'<w:style w:styleId="4"><w:name w:val="a w:type=&quot;table&quot;"/></w:style>'
    empty = b'<w:style w:type="table" w:styleId="5"/>'
    latent = b'<w:latentStyles w:count="1"><w:lsdException w:name="Normal"/></w:latentStyles>'

    for left_out, kept in (
        (table, b""),
        (table * 2, b""),
        (latent, b""),
        (latent + table, b""),
        (empty, empty),
        (named, named),
    ):
        whole = b"<w:styles>" + left_out + first + left_out.removeprefix(latent) + last + b"</w:styles>"
        expected = b"<w:styles>" + kept + first + kept + last + b"</w:styles>"
        assert package._of_words(whole) == expected


def test_styles_that_do_not_end_stay_as_they_are() -> None:
    for styles in (
        b"<w:styles><w:latentStyles><w:style w:type=",
        b"</w:latentStyles><w:latentStyles>",
        b"</w:style></w:styles>",
        b"",
    ):
        assert package._of_words(styles) == styles


CHUNK = "（二）培育企业。培育企业20家。\n（三）推动转型。改造企业30家。"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _with_chunk(data: bytes, chunk: bytes) -> bytes:
    """A document that holds a whole file and shows it at its end."""
    called = f'<w:altChunk xmlns:r="{RELATIONS}" r:id="chunk"/><w:sectPr'.encode()
    relation = f'<Relationship Id="chunk" Type="{RELATIONS}/aFChunk" Target="chunk.bin"/></Relationships>'.encode()

    def changed(part: bytes) -> bytes:
        return part.replace(b"<w:sectPr", called, 1).replace(b"</Relationships>", relation)

    with BytesIO(rezipped(data, changed)) as stream:
        with zipfile.ZipFile(stream, "a") as archive:
            archive.writestr("word/chunk.bin", chunk)
        return stream.getvalue()


@pytest.mark.parametrize(
    "chunk",
    [
        CHUNK.encode(),
        as_docx(CHUNK),
        _with_chunk(as_docx(CHUNK), as_docx("（四）不应出现。")),
        f"<html><meta charset=utf-8><body><p>{CHUNK}</p></body></html>".replace("\n", "</p><p>").encode(),
    ],
)
def test_files_inside_a_document_are_read_where_it_shows_them(chunk: bytes) -> None:
    data = _with_chunk(as_docx("一、主要任务\n（一）建设中心。建设中心3个。"), chunk)

    text = read(data, "x").source.text

    assert [line for line in text.split("\n") if line] == [
        "一、主要任务",
        "（一）建设中心。建设中心3个。",
        *CHUNK.split("\n"),
    ]
