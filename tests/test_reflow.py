"""Lines filled up to one width become the paragraphs that they were, also where a printer's squeezed lines stand in pieces."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path
from random import Random

import pytest

import planparse

WIDTH = 40


def width(words: str) -> float:
    return sum(0.5 if character.isascii() else 1 for character in words)


def filled(paragraph: str, random: Random, *, pieces: float) -> list[str]:
    """A paragraph as lines of one width, the first one indented by two; a share of the lines stands in pieces."""
    lines, line, room = [], "", float(WIDTH - 2)
    for character in paragraph:
        # A mark of punctuation hangs at the end of its line.
        if width(line) + width(character) > room and character not in "，。；：、）”》":
            lines.append(line)
            line, room = "", float(WIDTH)
        line += character
    lines.append(line)
    return [
        piece for line in lines for piece in (re.split("(?<=[，。；、])(?=.)", line) if random.random() < pieces else [line])
    ]


def printed(plan: planparse.Plan, pieces: float) -> str:
    random = Random(7)
    return "\n".join(line for words in plan.text.split("\n") for line in filled(words, random, pieces=pieces))


def outline(plan: planparse.Plan) -> list[tuple[str, str, int]]:
    measures = [
        (m.path, m.title.replace(" ", ""), sum(len(clause.units) for clause in m.responsibilities)) for m in plan.measures
    ]
    return [*((s.path, s.heading, 0) for s in plan.sections), *measures]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["jining", "bozhou"])
@pytest.mark.parametrize("pieces", [0.0, 0.3, 0.5])
def test_a_plan_printed_in_lines_of_one_width_says_what_it_says(seeds: Path, name: str, pieces: float) -> None:
    plan = planparse.parse((seeds / f"{name}.txt").read_text("utf-8"))

    read = planparse.parse(printed(plan, pieces))

    assert outline(read) == outline(plan)
    lines, printed_lines = len(plan.text.split("\n")), len(printed(plan, pieces).split("\n"))
    assert len(read.text.split("\n")) < 1.6 * lines < 0.5 * printed_lines


def test_headings_labels_annexes_and_marks_stay_on_lines_of_their_own(seeds: Path) -> None:
    plan = planparse.parse((seeds / "jining.txt").read_text("utf-8"))
    text = printed(plan, 0.3) + (
        "\n八、其他说明\n有关事项由市卫生健康委按规定办理，未尽事宜另行通知，以后有新的规定的从其新的规定。\n"
        "九、建立联动机制\n1.完善市民服务热线。建立服务热线与公安、消防、急救热线之间的联动，畅通市民热线与110、\n119、120等紧急热线的转接。\n"
        "2.公开办事结果。\n责任单位：市卫生健康委\n完成时限：2025年\n附件：任务分工表\n"
    )

    items = {path: (title, units) for path, title, units in outline(planparse.parse(text))}

    assert items["八、"] == ("其他说明", 0)
    assert items["九、/1."] == ("完善市民服务热线", 0)
    assert items["九、/2."] == ("公开办事结果", 1)
    assert [path for path in items if path.startswith("九、")] == ["九、", "九、/1.", "九、/2."]


def test_a_title_that_a_program_cuts_is_whole_and_one_that_almost_fills_its_line_stays_apart() -> None:
    """The blanks ahead are counted, and ASCII as much as other characters; where lines are all just as wide, 13 of 14 end a heading."""
    items = [f"{at}.推进APP及“一照多址”、“一业一证{at}”等改革和便利化举措信息公开。（市财政局负责）" for at in range(1, 30)]
    indented = ["\u3000\u3000" + item for item in items]
    cut = [line[at : at + 28] for line in indented for at in range(0, len(line), 28)]
    plan = planparse.parse("甲市方案\n一、重点任务\n" + "\n".join(cut))
    assert [m.title for m in plan.measures] == [item.partition(".")[2].partition("。")[0] for item in items]

    text = "加快建设全市统一的服务平台，完善各项管理制度，推动部门之间共享数据，提高办理效率。"
    headings = [f"（{mark}）完善服务管理工作机制" for mark in "一二三四五六七八九"]
    lines = [line[at : at + 14] for heading in headings for line in (heading, text) for at in range(0, len(line), 14)]
    narrow = planparse.parse("甲市方案\n一、重点任务\n" + "\n".join(lines))
    assert [m.title for m in narrow.measures] == ["完善服务管理工作机制"] * 9


def test_a_text_of_short_lines_that_are_paragraphs_stays_as_it_is() -> None:
    lines = [f"{number}.推动事项{number}落实到位，建立台账，定期调度。\n强化保障。" for number in range(1, 60)]

    assert planparse.parse("\n".join(lines)).text.split("\n") == "\n".join(lines).split("\n")


def in_two_columns(text: str, rows: int, page_end: str) -> str:
    """A text as pdftotext -layout gives a page of two columns, a character of full width as wide as two others."""
    title, *paragraphs = text.split("\n")
    lines: list[str] = []
    for words in paragraphs:
        line = "\u3000\u3000"
        for character in words:
            if width(line) + width(character) > 18 and character not in "，。；：、）”》":
                lines.append(line)
                line = ""
            line += character
        lines.append(line)
    printed = [" " * 20 + title]
    for first in range(0, len(lines), 2 * rows):
        beside = zip_longest(lines[first : first + rows], lines[first + rows : first + 2 * rows], fillvalue="")
        printed += [left + " " * round(44 - 2 * width(left)) + right for left, right in beside]
        printed += ["", " " * 40 + "— 1 —", page_end]
    return "\n".join(printed)


@pytest.mark.slow
@pytest.mark.parametrize("rows", [30, 1000])
@pytest.mark.parametrize("page_end", ["\f", ""])
def test_columns_are_read_one_after_the_other(seeds: Path, rows: int, page_end: str) -> None:
    plan = planparse.parse((seeds / "jining.txt").read_text("utf-8"))

    read = planparse.parse(in_two_columns(plan.text, rows, page_end))

    assert outline(read) == outline(plan)
    assert "".join(read.text.split()) == "".join(plan.text.split())


def test_a_table_of_two_columns_stays_as_it_is() -> None:
    rows = [f"指标{number}的名称{' ' * 12}{number * 7}" for number in range(40)]

    assert "".join(planparse.parse("\n".join(rows)).text.split()) == "".join("".join(rows).split())


FOOTNOTES = """甲市数字经济发展实施方案
一、主要任务
（一）建设中心{figure}。建成中心3个，支持企业
{note}
上云100家。
（二）培育企业。培育企业20家。
"""


@pytest.mark.parametrize(
    ("figure", "note"),
    [
        ("①", "①中心：指提供算力服务的设施，机架数不少于1000个。"),
        ("[1]", "[1] 中心：指提供算力服务的设施，\n机架数不少于1000个。"),
        ("〔1〕", "————————\n〔1〕中心：指提供算力服务的设施，机架数不少于1000个。"),
        ("¹", "¹ 见《国家标准》第3.2条。"),
        ("", "注释：中心指机架数不少于1000个的设施。"),
    ],
)
def test_footnotes_leave_the_text_and_the_paragraph_that_they_cut_is_whole(figure: str, note: str) -> None:
    plan = planparse.parse(FOOTNOTES.format(figure=figure, note=note))

    assert [measure.text for measure in plan.measures] == [
        "建设中心。建成中心3个，支持企业上云100家。",
        "培育企业。培育企业20家。",
    ]


def test_items_with_figures_are_no_footnotes() -> None:
    text = "一、主要任务\n（一）建设中心。包括以下中心：①算力中心；②数据中心。\n①算力中心：指导企业建设3个。\n②数据中心：指导企业建设2个。"

    assert [measure.path for measure in planparse.parse(text).measures] == ["一、/（一）/①", "一、/（一）/②"]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        (r"入园率达到$90\%$以上", "入园率达到90%以上"),
        (r"入园率达到 $90 \%$ 以上", "入园率达到90%以上"),
        (r"入园率达到90\%以上", "入园率达到90%以上"),
        (r"入园率达到$\geq 90 \%$", "入园率达到≥90%"),
        (r"能耗下降$\mathbf{3.5 \%}$", "能耗下降3.5%"),
        (r"投入$500万，收入$300万", "投入$500万，收入$300万"),
        (r"达到$\frac{1}{3}$", r"达到$\frac{1}{3}$"),
    ],
)
def test_the_formulas_of_converters_become_what_they_print(damaged: str, whole: str) -> None:
    assert planparse.parse(f"一、目标\n到2027年，{damaged}。").text == f"一、目标\n到2027年，{whole}。"


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("到到2027年，入园率达到到90%以以上", "到2027年，入园率达到90%以上"),
        ("到2027年，，入园率达到90%。", "到2027年，入园率达到90%"),
        ("到2027年，浓度降到3O μg/m3以下", "到2027年，浓度降到30 μg/m3以下"),
        ("到2027年，每千人口医师数达到0.8 5人", "到2027年，每千人口医师数达到0.85人"),
    ],
)
def test_what_is_typed_twice_or_set_apart_is_read_once(damaged: str, whole: str) -> None:
    assert planparse.parse(f"一、目标\n{damaged}。").text == f"一、目标\n{whole}。"


def test_what_a_browser_prints_around_each_page_is_no_part_of_the_text() -> None:
    head, foot = "2026/5/11 09:06 养老服务计划_某市政府门户网站", "https://www.example.gov.cn/art/2026/1.html"
    text = f"{head}\n养老服务计划\n一、目标\n到2027年，新增护理\n{foot} 第1页/共2页\n{head}\n型床位300张。\n{foot} 2/2\n"

    assert planparse.parse(text).text == "养老服务计划\n一、目标\n到2027年，新增护理型床位300张。"
