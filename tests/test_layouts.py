"""However an office prints a plan, it holds the same sections, measures and bodies: lines, blanks, marks, pages, contents, web pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

import planparse

SEEDS = Path(__file__).parents[1] / "seeds"
HAN = "[一二三四五六七八九十]{1,3}"
LONGEST = 6000  # characters of a plan that are printed anew
ADDRESS = "http://www.example.gov.cn/art/2024/5/20/art_1_2.html"

HAN_NUMBERS, JIA, FORMAL = "一二三四五六七八九十", "甲乙丙丁戊己庚辛壬癸", "壹贰叁肆伍陆柒捌玖拾"

Way = Callable[[list[str]], str]


def by_line(change: Callable[[str], str]) -> Way:
    return lambda lines: "\n".join(map(change, lines))


def by_mark(pattern: str, printed: str) -> Way:
    return by_line(lambda line: re.sub(f"^{pattern}", printed, line))


def cut(width: int, indent: str = "\u3000\u3000") -> Callable[[list[str]], list[str]]:
    """Lines of so many characters each, as programs count them: also in mid-word, and within numbers."""
    return lambda lines: [
        (indent + line)[at : at + width] for line in lines for at in range(0, len(indent) + len(line), width)
    ]


def on_pages(head: str, foot: str, rows: int = 35) -> Way:
    """Pages of so many lines, with what stands at the head and the foot of each."""

    def printed(lines: list[str]) -> str:
        all_lines = cut(28)(lines)
        pages = [all_lines[at : at + rows] for at in range(0, len(all_lines), rows)]
        set_up = (
            [*filter(None, (head.format(page, len(pages)),)), *page_lines, *filter(None, (foot.format(page, len(pages)),))]
            for page, page_lines in enumerate(pages, 1)
        )
        return "\n".join(line for page in set_up for line in page)

    return printed


def with_contents(leader: str) -> Way:
    """A table of contents below the title, with or without its pages."""

    def printed(lines: list[str]) -> str:
        heads = [line for line in lines if re.match(rf"{HAN}、|（{HAN}）", line)]
        entries = [f"{line.partition('。')[0]}{leader}{at if leader else ''}" for at, line in enumerate(heads, 1)]
        return "\n".join((lines[0], "目\u3000录", *entries, *lines[1:]))

    return printed


def by_part(behind_heading: str) -> Way:
    """Each part on a line of its own, without the line ends inside it."""

    def printed(lines: list[str]) -> str:
        found: list[str] = []
        for line in lines:
            above = found[-1] if found else ""
            if re.match(f"{HAN}、", line) or not re.match(f"{HAN}、", above.rpartition("\n")[0] or above):
                found.append(line)
            else:
                found[-1] += line if "\n" in above or not behind_heading else behind_heading + line
        return "\n".join(found)

    return printed


def on_a_site(lines: list[str]) -> str:
    above = (
        "首页 | 政务公开 | 互动交流",
        "您当前的位置： 首页 > 政策文件",
        "发布时间：2024-05-20 16:32 浏览次数：12 字号：[大 中 小] 打印 分享",
    )
    below = (
        "附件下载：",
        "1.实施方案.pdf",
        "扫一扫在手机打开当前页",
        "责任编辑：张三",
        "上一篇：关于召开会议的通知",
        "主办：某市人民政府办公室",
    )
    return "\n".join((*above, *lines, *below))


def as_page(shape: str, between: str = "\n") -> Way:
    def printed(lines: list[str]) -> str:
        body = between.join(shape.format(escape(line)) for line in lines)
        menu = '<div class="nav"><a href="/">首页</a><a href="/a">政务公开</a></div>'
        return f"<html><head><title>文件</title></head><body>{menu}<div id='zoom'>{body}</div><p>主办：某市人民政府</p></body></html>"

    return printed


WAYS: dict[str, Way] = {
    "lines of 18 characters": lambda lines: "\n".join(cut(18)(lines)),
    "lines of 28 characters": lambda lines: "\n".join(cut(28)(lines)),
    "lines of 14 characters, nothing ahead": lambda lines: "\n".join(cut(14, "")(lines)),
    "marks alone, lines of 28 characters": lambda lines: "\n".join(
        cut(28)([part for line in lines for part in re.sub(rf"^({HAN}、|（{HAN}）|\d+\.)", r"\1\n", line).split("\n")])
    ),
    "lines of 40 characters, four blanks ahead": lambda lines: "\n".join(cut(40, "    ")(lines)),
    "lines of 40 characters, nothing ahead": lambda lines: "\n".join(cut(40, "")(lines)),
    "an empty line between paragraphs": "\n\n".join,
    "an empty line between paragraphs of 28": lambda lines: "\n\n".join("\n".join(cut(28, "")([line])) for line in lines),
    "lines of 20 characters, an empty line between paragraphs": lambda lines: "\n\n".join(
        "\n".join(cut(20, "")([line])) for line in lines
    ),
    "parts on one line each": by_part(""),
    "parts below their headings": by_part("\n"),
    "blanks for indents": by_line(lambda line: "    " + line),
    "marks of the first level alone": by_mark(f"({HAN}、)", r"\1\n"),
    "marks of the third level alone": by_mark(r"(\d+\.)", r"\1\n"),
    "titles on lines of their own": by_line(lambda line: re.sub(r"^(\d+\.[^。]{2,40})。", r"\1\n", line)),
    "titles before a blank": by_line(lambda line: re.sub(r"^(\d+\.[^。，]{2,30})。(?=.)", r"\1 ", line)),
    "blanks in words": by_line(lambda line: re.sub(r"(?<=[\u4e00-\u9fff]{23})(?=[\u4e00-\u9fff])", " ", line)),
    "half width, with blanks": by_line(
        lambda line: re.sub("([,;:])", r"\1 ", line.translate(str.maketrans("，；：（）", ",;:()")))
    ),
    "一.": by_mark(f"({HAN})、", r"\1."),
    "一 and a blank": by_mark(f"({HAN})、", r"\1 "),
    "一：": by_mark(f"({HAN})、", r"\1："),
    "(一)": by_mark(f"（({HAN})）", r"(\1)"),
    "㈠": by_line(
        lambda line: re.sub(
            "^（([一二三四五六七八九十])）", lambda m: chr(0x3220 + "一二三四五六七八九十".index(m[1])), line
        )
    ),
    "1、": by_mark(r"(\d+)\.", r"\1、"),
    "１．": by_line(lambda line: re.sub(r"^(\d)\.", lambda m: chr(ord(m[1]) + 0xFEE0) + "．", line)),
    "1：": by_mark(r"(\d+)\.", r"\1："),
    "1\\.": by_mark(r"(\d+)\.", r"\1\\."),
    "一）": by_mark(f"（({HAN})）", r"\1）"),
    "（一": by_mark(f"（({HAN})）", r"（\1"),
    "1 and a blank": by_mark(r"(\d+)\. *", r"\1 "),
    "1": by_mark(r"(\d+)\. *", r"\1"),
    "⒈": by_line(lambda line: re.sub(r"^(\d|1\d)\.", lambda m: chr(0x2487 + int(m[1])), line)),
    "titles before a colon": by_line(lambda line: re.sub(r"^(\d+\.[^。]{2,40})。(?=.)", r"\1：", line)),
    "titles in brackets": by_line(lambda line: re.sub(r"^(\d+\.)([^。]{2,40})。(?=.)", r"\1【\2】", line)),
    "pages with lone numbers": on_pages("", "{}"),
    "pages with numbers of all": on_pages("", "第{}页 共{}页"),
    "pages with a running head": on_pages("某市人民政府公报 2024年第5期", "— {} —"),
    "pages of a browser": on_pages("2024/5/21 10:33    政策文件_某市人民政府", ADDRESS + "   {}/{}"),
    "contents with dots": with_contents("………"),
    "contents with tabs": with_contents("\t"),
    "contents without pages": with_contents(""),
    "on a site": on_a_site,
    "one line, blanks between paragraphs": "\u3000\u3000".join,
    "p": as_page("<p>{}</p>"),
    "p with blanks and empty ones": as_page("<p>&nbsp;&nbsp;&nbsp;&nbsp;{}</p><p>&nbsp;</p>"),
    "br": as_page("\u3000\u3000{}", "<br>"),
    "div and span": as_page('<div><span style="font-size:16pt">{}</span></div>'),
    "rows of a layout": lambda lines: as_page("<tr><td>{}</td></tr>")(lines).replace("zoom'>", "zoom'><table>"),
}


def outline(plan: planparse.Plan) -> list[tuple[str, ...]]:
    """The sections and measures with their bodies, in whatever width and with whatever marks they are printed."""
    sections = [(s.path, s.heading, s.kind) for s in plan.sections]
    measures = [
        (m.path, m.title, m.kind, *(unit.name + unit.role for clause in m.responsibilities for unit in clause.units))
        for m in plan.measures
    ]
    return [
        tuple(re.sub(r"[\s。]", "", unicodedata.normalize("NFKC", words)) for words in row) for row in (*sections, *measures)
    ]


@pytest.fixture(scope="module")
def plans() -> list[tuple[list[str], list[tuple[str, ...]]]]:
    """The beginnings of the sample plans, each with its outline."""
    found = []
    for path in (SEEDS / "jining.txt", SEEDS / "bozhou.txt"):
        text = planparse.extract(path).text
        lines = text[: text.rindex("\n", 0, LONGEST)].split("\n")
        found.append((lines, outline(planparse.parse("\n".join(lines)))))
    return found


@pytest.mark.parametrize("way", WAYS)
def test_a_plan_printed_another_way_has_the_same_outline(
    way: str, plans: list[tuple[list[str], list[tuple[str, ...]]]], tmp_path: Path
) -> None:
    for lines, wanted in plans:
        text = WAYS[way](lines)
        if text.startswith("<html>"):
            (tmp_path / "plan.html").write_text(text, "utf-8")
            assert outline(planparse.extract(tmp_path / "plan.html")) == wanted
        else:
            assert outline(planparse.parse(text)) == wanted


# Marks that few offices print: the paths are others, for they join what is printed, and all else is the same.
OTHER_MARKS: dict[str, Way] = {
    "任务一：": by_mark(f"（({HAN})）", r"任务\1："),
    "【行动1】": by_mark(r"(\d+)\. *", r"【行动\1】"),
    "第一、": by_mark(f"（({HAN})）", r"第\1、"),
    "第一项、": by_mark(f"（({HAN})）", r"第\1项、"),
    "第一方面：": by_mark(f"（({HAN})）", r"第\1方面："),
    "甲、": by_line(
        lambda line: re.sub("^（([一二三四五六七八九十])）", lambda m: JIA[HAN_NUMBERS.index(m[1])] + "、", line)
    ),
    "壹、": by_line(
        lambda line: re.sub("^([一二三四五六七八九十])、", lambda m: FORMAL[HAN_NUMBERS.index(m[1])] + "、", line)
    ),
}


@pytest.mark.parametrize("way", OTHER_MARKS)
def test_a_plan_with_other_marks_has_the_same_outline(
    way: str, plans: list[tuple[list[str], list[tuple[str, ...]]]]
) -> None:
    for lines, wanted in plans:
        assert [row[1:] for row in outline(planparse.parse(OTHER_MARKS[way](lines)))] == [row[1:] for row in wanted]


TASKS = ("推进平台建设", "培育重点企业", "完善服务体系", "强化人才支撑")
PLAN = "甲市行动方案\n一、重点任务\n" + "\n".join(
    f"（{mark}）{task}。抓好落实，定期调度。" for mark, task in zip("一二三四", TASKS, strict=True)
)
ROWS = (
    ("序号", "重点任务", "牵头单位", "配合单位", "完成时限"),
    *((str(at), task, "市发展改革委", "市财政局、市商务局", "2026年12月底前") for at, task in enumerate(TASKS, 1)),
)


def aligned(rows: tuple[tuple[str, ...], ...]) -> str:
    """Rows whose cells begin one below the other, with blanks between them."""
    return "\n".join("".join(cell + " " * (44 - 2 * len(cell)) for cell in row).rstrip() for row in rows)


TABLES: dict[str, Callable[[tuple[tuple[str, ...], ...]], str]] = {
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "bars": lambda rows: "\n".join("|".join(row) for row in rows),
    "Markdown": lambda rows: "\n".join(
        "| " + " | ".join(row) + " |" for row in (rows[0], ("---",) * len(rows[0]), *rows[1:])
    ),
    "blanks": lambda rows: "\n".join(" ".join(row) for row in rows),
    "blanks that align": aligned,
    "a cell a line": lambda rows: "\n".join("\n".join(row) for row in rows),
    "a cell a line, wrapped": lambda rows: "\n".join(
        cell[at : at + 6] for row in rows for cell in row for at in range(0, len(cell), 6)
    ),
    "names with nothing between": lambda rows: "\n".join("\t".join(row).replace("、", "") for row in rows),
    "names on lines": lambda rows: "\n".join("\t".join(row).replace("、", "\n") for row in rows),
    "a cell on two lines": lambda rows: "\n".join("\t".join(row).replace("、", "、\n") for row in rows),
}


@pytest.mark.parametrize("way", TABLES)
def test_a_table_of_tasks_names_the_bodies_in_whatever_way_its_cells_are_parted(way: str) -> None:
    plan = planparse.parse(f"{PLAN}\n附件\n重点任务分工表\n{TABLES[way](ROWS)}\n")

    bodies = [[(unit.name, unit.role) for clause in m.responsibilities for unit in clause.units] for m in plan.measures]
    assert bodies == [[("市发展改革委", "lead"), ("市财政局", "support"), ("市商务局", "support")]] * len(TASKS)


@pytest.mark.parametrize("way", ["tabs", "bars", "Markdown", "blanks", "blanks that align", "a cell a line"])
@pytest.mark.parametrize("columns", [(0, 1, 2, 3), (0, 1, 3), (0, 3, 1)])
def test_a_table_of_tasks_without_numbers_names_the_bodies(way: str, columns: tuple[int, ...]) -> None:
    rows = tuple(tuple(row[1:][column] for column in columns) for row in ROWS)
    for plan in (PLAN, "甲市行动方案\n一、总体要求\n坚持创新。"):
        read = planparse.parse(f"{plan}\n附件\n重点任务分工表\n{TABLES[way](rows)}\n")

        bodies = [[unit.name for clause in m.responsibilities for unit in clause.units] for m in read.measures]
        assert bodies == [["市发展改革委", "市财政局", "市商务局"] if 2 in columns else ["市发展改革委"]] * len(TASKS)
