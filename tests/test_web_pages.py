"""A plan saved as a web page, as a single file or in Markdown says what its text says."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

import planparse
from planparse.errors import InputError
from planparse.language.facts import LABELS, Fact
from planparse.model import Plan
from planparse.readers import read
from steps import growth
from web_pages import FORMS, PORTAL, page


def lists(plan: Plan) -> dict[str, list[object]]:
    """What two readings of one plan are compared by."""
    return {
        "sections": [(s.path, s.heading) for s in plan.sections],
        "measures": [
            (m.path, m.title, sorted((u.canonical, u.role) for c in m.responsibilities for u in c.units))
            for m in plan.measures
        ],
        "targets": [(t.path, t.indicator, t.value, t.unit, t.comparator, t.due) for t in plan.targets],
        "deadlines": [(d.kind, d.start, d.end) for d in plan.deadlines],
    }


@pytest.mark.parametrize("name", ["jining.txt", "bozhou.txt"])
@pytest.mark.parametrize("form", FORMS)
def test_a_plan_in_another_form_says_what_its_text_says(seeds: Path, tmp_path: Path, name: str, form: str) -> None:
    text = (seeds / name).read_text("utf-8")
    saved = tmp_path / "saved"
    saved.write_bytes(FORMS[form](text))

    assert lists(planparse.extract(saved)) == lists(planparse.parse(text))


def test_the_facts_of_a_page_are_those_of_the_plan() -> None:
    content = "".join(f"<p>{line}</p>" for line in PLAIN.splitlines())
    plan = planparse_of(PORTAL.format(charset="utf-8", title="甲市健康行动方案", content=content))

    facts = plan.metadata
    assert (facts.title, facts.issuer, facts.doc_number) == ("甲市健康行动方案", "某市人民政府办公室", "某政办〔2024〕2号")
    assert str(facts.issued_on) == "2024-04-30"
    assert [(section.path, section.heading) for section in plan.sections] == [("一、", "主要目标"), ("二、", "主要任务")]
    assert "当前位置" not in plan.text
    assert "鲁ICP备" not in plan.text
    assert "分享" not in plan.text
    assert "隐藏" not in plan.text
    assert plan.text.startswith(
        "发文机关：某市人民政府办公室\n成文日期：2024-04-30\n文号：某政办〔2024〕2号\n甲市健康行动方案\n为"
    )


PLAIN = """为推进健康建设，结合实际，制定本方案。
一、主要目标
到2025年，全市建成区域医疗中心3家以上，就诊率达到90%。
二、主要任务
1.建设区域中心。建设区域医疗中心。
2.提升服务能力，加强培养。培养人才，提高水平。
3.推进信息化。推进信息化建设。"""
ARTICLE = "".join(f"<p style='text-indent:2em'>{line}</p>" for line in PLAIN.splitlines())
AROUND = "<ul><li><a href=1>首页，要闻</a></li><li><a href=2>公开。</a></li><li><a href=3>服务</a></li></ul>"
# The builds of other portals: what stands in the place of the article differs, and so does the block of facts.
BUILDS = {
    "layout by tables": f"<table><tr><td>{AROUND}</td><td><h1>甲市健康行动方案</h1><table><tr><td>{ARTICLE}</td></tr></table></td></tr></table>",
    "one paragraph with breaks": f"{AROUND}<h1>甲市健康行动方案</h1><div id=UCAP-CONTENT><p>{'<br>　　'.join(PLAIN.splitlines())}</p></div>",
    "text in divs": f"<div class=w>{AROUND}<div class=l><h1>甲市健康行动方案</h1>"
    + "".join(f"<div>{line}</div>" for line in PLAIN.splitlines()),
    "a form around all": f"<form runat=server>{AROUND}<div class=article><h1>甲市健康行动方案</h1>{ARTICLE}</div></form>",
    "no title but the page's": f"<title>甲市健康行动方案-甲市人民政府</title>{AROUND}<div class=pages_content>{ARTICLE}</div>",
    "hidden until scripts run": f"<body style='display:none'>{AROUND}<main><h1>甲市健康行动方案</h1>{ARTICLE}</main>",
    "share bar and 相关阅读 inside": (
        f"<div><h1>甲市健康行动方案</h1><div class='bdsharebuttonbox'><a>微信</a></div>{ARTICLE}"
        f"<p>【打印】</p><div class='xg related-news'><p>相关阅读，更多。</p>{AROUND}</div></div>"
    ),
    "XHTML": (
        "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'>"
        f"<html xmlns='http://www.w3.org/1999/xhtml'><head><script src='a.js'/></head><body>{AROUND}<h1>甲市健康行动方案</h1>{ARTICLE}</body></html>"
    ),
}


def planparse_of(html: str) -> Plan:
    return planparse.parse(text_of(html))


def text_of(html: str) -> str:
    document = read(html.encode(), "x")
    assert document.media_type == "text/html"
    return document.source.text


@pytest.mark.parametrize("build", BUILDS)
def test_the_plan_is_found_however_the_page_is_built(build: str) -> None:
    plan = planparse_of(BUILDS[build])

    assert lists(plan) == lists(planparse.parse("甲市健康行动方案\n" + PLAIN))
    assert plan.metadata.title == "甲市健康行动方案"
    assert "首页" not in plan.text


FACT_BLOCKS = {
    "cells": "<table><tr><td>发文机关</td><td>甲市教育局</td></tr><tr><td>成文日期</td><td>2023年5月6日</td></tr><tr><td>索引号</td><td>1</td></tr></table>",
    "list": "<ul><li><b>索引号：</b>1</li><li><b>发布机构：</b> 甲市教育局</li><li><b>成文日期：</b>2023/05/06</li></ul>",
    "pairs": "<dl><dt>发文机关：</dt><dd>甲市教育局</dd><dt>发布日期：</dt><dd>2023-09-09</dd><dt>成文日期：</dt><dd>2023-05-06</dd></dl>",
    "one line": "<div><span>发文单位：甲市教育局</span>&emsp;<span>成文时间：2023-5-6</span>&emsp;<span>主题词：</span></div>",
    "brackets": "<p>【发文机关】：甲市教育局</p><p>【成文日期】：2023.05.06</p><p>【有效性】：有效</p>",
}


@pytest.mark.parametrize("block", FACT_BLOCKS)
def test_facts_that_stand_in_the_article_are_no_part_of_the_plan(block: str) -> None:
    plan = planparse_of(f"<div id=zoom>{FACT_BLOCKS[block]}<h1>健康行动方案</h1>{ARTICLE}</div>")

    assert (plan.metadata.title, plan.metadata.issuer) == ("健康行动方案", "甲市教育局")
    assert str(plan.metadata.issued_on) == "2023-05-06"


@pytest.mark.parametrize("block", FACT_BLOCKS)
def test_facts_are_read_in_every_build(block: str) -> None:
    plan = planparse_of(f"<h1>健康行动方案</h1><div>{FACT_BLOCKS[block]}</div><div class=TRS_Editor>{ARTICLE}</div>")

    assert (plan.metadata.issuer, str(plan.metadata.issued_on)) == ("甲市教育局", "2023-05-06")
    assert plan.metadata.title == "健康行动方案"


def test_a_page_shows_what_a_browser_shows() -> None:
    shown = text_of(
        "<p>一<b>、</b>总<span>体\n要</span>求</p>x&nbsp;&emsp;y<sub>2.5</sub> \n <i>z</i>m<sup>2</sup>"
        "<p>甲<ruby>乙<rp>(</rp><rt>yi</rt><rp>)</rp></ruby>丙<wbr>丁&#19968;&lt;b&gt;<!-- 戊 --></p><pre>第一行\n  第二行</pre>"
        "<ol><li>甲</li><li><p>乙</p></li></ol><ol style='list-style-type: cjk-ideographic' start=10><li>丙<li>丁</ol>"
        "<ol><li>（一）戊</li><li value=7>己</li></ol><ol style='list-style:none'><li>庚</li></ol><ul><li>辛</li></ul><p hidden>壬"
    )

    assert shown.splitlines() == [
        "一、总体要求",
        "x \u2003y2.5 zm²",
        "甲乙丙丁一<b>",
        "第一行",
        "  第二行",
        "1.甲",
        "2.乙",
        "十、丙",
        "十一、丁",
        "（一）戊",
        "7.己",
        "庚",
        "辛",
    ]


DUTIES = """<p>附件1</p><p>任务分工表</p><table><thead><tr><th rowspan=2>序号</th><th rowspan=2>重点任务</th><th colspan=2>责任分工</th></tr>
<tr><th>牵头单位</th><th>配合单位</th></tr></thead>
<tr><td>1</td><td><p>建设区域中心</p></td><td rowspan="2"><p>市卫生健康委</p></td><td>市发展改革委、市财政局</td></tr>
<tr><td>2</td><td>提升服务能力，<br>加强培养</td><td>市教育局</td></tr>
<tr><td>3</td><td>推进信息化</td><td>市大数据局</td><td></td></tr></table>"""
INDICATORS = """<p>附件2</p><p>主要指标表</p><table border=1><tr><td rowspan=2>类别</td><td rowspan=2>指标名称</td><td rowspan=2>单位</td>
<td>现状</td><td colspan=2>目标</td></tr><tr><td>2020年</td><td>2025年</td><td>2027年</td></tr>
<tr><td rowspan=2>服务</td><td>县域内就诊率</td><td>%</td><td>85</td><td>≥90</td><td>≥92</td></tr>
<tr><td>三级医院数</td><td>家</td><td>3</td><td>5</td><td>6</td></tr></table>"""


def test_tables_with_merged_cells_give_their_bodies_and_targets() -> None:
    plan = planparse_of(f"<h1>甲市健康行动方案</h1>{AROUND}<div>{ARTICLE}{DUTIES}{INDICATORS}</div>")

    assert {m.path: [(u.name, u.role) for c in m.responsibilities for u in c.units] for m in plan.measures} == {
        "二、/1.": [("市卫生健康委", "lead"), ("市发展改革委", "support"), ("市财政局", "support")],
        "二、/2.": [("市卫生健康委", "lead"), ("市教育局", "support")],
        "二、/3.": [("市大数据局", "lead")],
    }
    rows = [(t.indicator, t.comparator, t.value, t.unit, str(t.due)) for t in plan.targets if t.path.startswith("附件")]
    assert rows[0] == ("县域内就诊率", "ge", 90, "%", "2025-12-31")
    assert ("三级医院数", "eq", 5, "家", "2025-12-31") in rows


def test_markdown_loses_its_marks() -> None:
    text = read(
        "# 甲市方案\n\n## 一、任务\n**（一）目标。**到2025年建成*3家*\n　　第二行 [链接](http://a.b) ![图](c.png)\n\n"
        "- 甲\n- **乙**\n\n1. 丙\n2. 丁\n\n| 指标 | 2025年 |\n|---|:-:|\n| 就诊率 | \\*90% |\n| 床位 | |\n\n"
        "<table><tr><td>任务</td><td>牵头单位</td></tr><tr><td>甲</td><td>市教育局</td></tr></table>\n\n> 戊<br>己 `庚`\n\n---\n".encode(),
        "x",
    )

    assert text.media_type == "text/markdown"
    assert text.source.text.split("\n") == [
        *("甲市方案", "一、任务", "（一）目标。到2025年建成3家", "　　第二行 链接 ", "甲", "乙", "1.丙", "2.丁"),
        *("指标\t2025年", "就诊率\t*90%", "床位\t—", "任务\t牵头单位", "甲\t市教育局", "戊", "己 庚", ""),
    ]


@pytest.mark.parametrize(
    "text", ["一、甲\n二、乙\n", "价格*2*3\n- 甲\n", "#话题# 甲\n", "甲 | 乙\n丙 | 丁\n", "——————\n甲：1|2\n"]
)
def test_a_text_without_the_marks_of_markdown_is_plain(text: str) -> None:
    assert read(text.encode(), "x").media_type == "text/plain"


@pytest.mark.parametrize(
    "beginning",
    [
        *(
            "<!doctype html>",
            "<!-- saved from url=(0014)about:internet -->\r\n<html>",
            "\ufeff\n\n <DIV class=a>",
            "<p>",
            "<meta charset=utf-8>",
        ),
        *(
            "<table>",
            "<?xml version='1.0'?>\n<!-- a --><html>",
            "<title>a</title>",
            "<!--a--><!--b--><span>",
            "<style>a{}</style>",
        ),
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16", "utf-16-le"])
def test_pages_are_told_by_their_beginning(beginning: str, codec: str) -> None:
    document = read((beginning + ARTICLE).encode(codec), "x.txt")

    assert document.media_type == "text/html"
    assert "到2025年，全市建成区域医疗中心3家以上" in document.source.text


def test_a_page_in_big5_is_read_by_its_declaration_and_without() -> None:
    words = "<p>甲市政府為推動醫療衛生服務體系之發展，依據核定之計畫，訂定本實施方案。</p>"

    for head in ("<meta charset=big5>", "<meta charset=no-such>", "<meta charset=gb2312>", ""):
        assert "推動醫療衛生" in read(f"{head}{words}".encode("big5"), "x").source.text


def test_without_lxml_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)

    with pytest.raises(InputError, match=r"^x: reading a web page needs lxml; run: python -m pip install lxml$"):
        read(b"<p>", "x")


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE html><html>", b"<p>&nbsp;</p>", b"<script>var a='x'</script>", b"<div id=app></div>"]
)
def test_a_page_without_words_has_a_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^x: is a web page without text, which scripts may load; save it"):
        read(data, "x")


def test_a_single_file_without_a_page_has_a_line() -> None:
    with pytest.raises(InputError, match=r"^x: is a web archive \(MHTML\) without a page; save it again$"):
        read(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n\r\nx", "x")


# What is made to cost a reader dear: so many times, and that many times what.
BOMBS: dict[str, tuple[int, Callable[[int], str]]] = {
    "deep": (100_000, lambda n: "<div>" * n + "甲"),
    "deep inline": (100_000, lambda n: "<b>甲" * n),
    "unclosed fonts": (500, lambda n: "<font><p>甲乙。" * n),
    "attributes": (100_000, lambda n: "<p " + " ".join(f"a{at}=1" for at in range(n)) + ">甲"),
    "quoted attributes": (100_000, lambda n: "<p " + " ".join(f'a{at}=">"' for at in range(n)) + ">甲"),
    "quotes": (100_000, lambda n: "<a '" * n + "甲"),
    "comments": (100_000, lambda n: "<!--" * n + "甲"),
    "scripts": (100_000, lambda n: "<script>" * n + "甲"),
    "columns": (2000, lambda n: "<table>" + "<tr><td colspan=1000000 rowspan=1000000>甲<td>乙" * n + "</table>"),
    "repeated text": (
        60,
        lambda n: "<table><tr>" + f"<td rowspan=9999>{'甲' * 400}" * n + "<tr><td>" * 150 * n + "</table>",
    ),
    "nested tables": (2000, lambda n: "<table><tr><td>甲<td>乙<tr><td>丙<td>" * n),
    "lists": (2000, lambda n: "<ol><li>甲" * n),
    "entities": (
        100_000,
        lambda n: "<!DOCTYPE html [<!ENTITY a '甲甲甲甲'><!ENTITY b '&a;&a;&a;'>]><p>&b;&b;甲</p>" + "&amp" * n,
    ),
    "links": (100_000, lambda n: "<a href=x>甲" * n),
    "labels": (100_000, lambda n: "<p>" + "文号：" * n),
    "blanks": (100_000, lambda n: "<p>甲" + " \n" * n + "&nbsp;" * n + "乙"),
    "nul": (100_000, lambda n: "<p>甲\0乙</p>" + "\0" * n),
    "headings": (100_000, lambda n: "# 甲\n" + "#" * n),
    "stars": (10_000, lambda n: "# 甲\n" + "*甲 **" * n),
    "brackets": (10_000, lambda n: "# 甲\n" + "[" * n + "](" * (n // 10)),
    "quotes of Markdown": (5000, lambda n: "# 甲\n" + "> " * n + "乙"),
    "a table of Markdown": (100_000, lambda n: "|甲|\n|---|\n" + "|" * n),
}


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_page_made_to_burst_is_read_or_refused(bomb: str) -> None:
    many, made = BOMBS[bomb]

    said = refusal(made(many).encode())

    assert said is None or "\n" not in said


@pytest.mark.slow
def test_no_page_takes_more_steps_than_its_length_asks_for() -> None:
    grown = growth("read", {bomb: (made(many // 160), made(many // 40)) for bomb, (many, made) in BOMBS.items()})

    assert {bomb: times for bomb, times in grown.items() if times > 2} == {}


@pytest.mark.slow
def test_mail_that_nests_its_parts_without_end_is_refused() -> None:
    parts = "".join(f"Content-Type: multipart/related; boundary=b{n}\n\n--b{n}\n" for n in range(3000))

    with pytest.raises(InputError, match=r"^x: nests parts more deeply than any saved page; save it again$"):
        read(f"MIME-Version: 1.0\n{parts}".encode(), "x")


def broken(data: bytes, chance: random.Random) -> bytes:
    """The same bytes cut, or with some of them changed, moved or doubled."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 5, 50, 500))):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at : at + chance.randrange(1, 200)]
            case 2:
                changed[at:at] = chance.choice(
                    (b"<", b">", b"<table>", b"</td>", b"\0", b"&#", b"\xff", b"<!--", b"'", b"<script>")
                )
            case _:
                changed[at:at] = changed[at : at + chance.randrange(1, 500)]
    return bytes(changed[: chance.randrange(len(changed))]) if chance.random() < 0.4 else bytes(changed)


def test_attributes_with_names_that_no_xml_has_do_no_harm() -> None:
    assert text_of("<p a\x01b=1 <=2>一、总体要求</p>").strip() == "一、总体要求"


@pytest.mark.slow
def test_broken_files_are_read_or_refused_in_one_line(seeds: Path) -> None:
    text = (seeds / "jining.txt").read_text("utf-8")[:3000]
    whole = [form(text) for form in FORMS.values()] + [(page(text) + DUTIES + INDICATORS).encode()]
    chance = random.Random(5)

    for case in range(40):
        data = broken(whole[case % len(whole)], chance)
        said = refusal(data)

        assert said is None or "\n" not in said
        if said is None:
            planparse.parse(read(data, "x").source.text)


def refusal(data: bytes) -> str | None:
    """What is said where bytes are refused; None where they are read."""
    try:
        read(data, "x")
    except InputError as error:
        return str(error)
    return None


PRINTED = {"title": "甲市健康行动方案", "issuer": "甲市教育局", "number": "甲教〔2023〕1号", "day": "2023-05-06"}


@pytest.mark.parametrize(("fact", "label"), [(fact, label) for fact, labels in LABELS.items() for label in labels])
def test_each_label_of_a_fact_is_read_alike_from_a_page_and_from_pasted_text(fact: Fact, label: str) -> None:
    block = [f"{label}：{PRINTED[fact]}", "索引号：A1", "主题分类：卫生"]
    body = ["为建设健康城市，制定本方案。", "一、主要任务", "（一）建设中心。建成中心3家。"]
    title = [] if fact == "title" else ["甲市健康行动方案"]
    lines = [*block, *title, *body]
    saved_as = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"

    pasted, saved = planparse.parse("\n".join(lines)), planparse.extract(BytesIO(saved_as.encode()))

    told = {"title": "title", "issuer": "issuer", "number": "doc_number", "day": "issued_on"}[fact]
    assert str(getattr(pasted.metadata, told)) == str(getattr(saved.metadata, told)) == PRINTED[fact]
