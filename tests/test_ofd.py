"""OFD: the words of its pages in reading order, and where each page begins."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import planparse
from ofd_layout import HEAD, Pieces, drawn, laid_out
from planparse.errors import InputError
from planparse.readers import ofd, read
from planparse.readers.ofd import document
from saved_as import Drawn, as_ofd, findings, ofd_of

pytestmark = pytest.mark.slow  # OFDs are made and read

PLAN = """甲市医疗服务实施方案
一、主要目标
到2025年，县域内住院率达到90%以上，全市建成区域医疗中心3家以上，每千人口执业（助理）医师数达到3.5人，居民健康素养水平持续提升。
二、主要任务
（一）建设区域医疗中心。依据《发展规划》，推进优质医疗资源扩容下沉和区域均衡布局。（牵头单位：市卫生健康委，配合单位：市财政局）
（二）加强人才培养。到2024年，力争引进人才100名，完善培养机制。（责任单位：市人力资源社会保障局）
"""


def test_a_plan_printed_into_ofd_says_what_its_text_says(tmp_path: Path) -> None:
    path = tmp_path / "plan.ofd"
    path.write_bytes(as_ofd(PLAN))

    assert findings(planparse.extract(path)) == findings(planparse.parse(PLAN))


@pytest.mark.parametrize(
    ("name", "pieces"),
    [("jining.txt", "placed"), *(("bozhou.txt", pieces) for pieces in ("placed", "plain", "words", "characters"))],
)
def test_a_plan_laid_out_on_pages_says_what_its_text_says(seeds: Path, tmp_path: Path, name: str, pieces: Pieces) -> None:
    expected = planparse.parse((seeds / name).read_text("utf-8"))
    path = tmp_path / "plan.ofd"
    path.write_bytes(laid_out(expected.text, pieces=pieces))

    plan = planparse.extract(path)

    assert findings(plan) == findings(expected)
    assert "".join(plan.text.split()) == "".join(expected.text.split())


@pytest.mark.parametrize(
    ("before", "after"),
    [("全市医院分为一、", "二、三级团队各有分工。"), ("团队不少于", "8.3人为宜。"), ("分为", "（二）类机构。")],
)
def test_a_cut_line_that_begins_like_a_mark_opens_nothing(before: str, after: str) -> None:
    filling = "推进优质医疗资源扩容下沉和区域均衡布局建设完善服务体系"[: 26 - len(before)]
    text = (
        f"一、主要目标\n（一）完善体系。\n{filling}{before}{after}\n" + "（二）加强培养。完善机制。\n（三）加强保障。\n" * 3
    )

    lines = read(laid_out(text), "x").source.text.split("\n")

    assert f"\u3000\u3000{filling}{before}{after}" in lines


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "第 {} 页 共 9 页", "{}"])
@pytest.mark.parametrize("pieces", ["placed", "characters"])
def test_what_is_printed_around_the_pages_and_through_them_goes(seeds: Path, number: str, pieces: Pieces) -> None:
    text = planparse.parse((seeds / "bozhou.txt").read_text("utf-8")).text[:4000]  # seven pages

    source = read(laid_out(text, number=number, pieces=pieces, stamp="内部资料"), "x").source

    assert "".join(source.text.split()) == "".join(text.split())
    assert HEAD not in source.text


def test_a_page_begins_where_its_first_line_stands() -> None:
    pages = [drawn(line, 37, 40, 5.6, "placed") for line in ("一、总体要求", "", "二、主要任务")]

    source = read(ofd_of(pages), "x").source

    assert source.page_starts is not None
    assert [source.text[start:].lstrip()[:2] for start in source.page_starts] == ["一、", "二、", "二、"]


def test_columns_are_read_one_after_the_other() -> None:
    columns = ["推进优质医疗资源扩容下沉和区域", "健全现代医院管理制度并且抓落实"]
    page = [
        piece
        for row in range(8)
        for at, line in enumerate(columns)
        for piece in drawn(line, 20 + 90 * at, 40 + 8 * row, 5, "placed")
    ]

    source = read(ofd_of([page]), "x").source

    assert "".join(source.text.split()) == columns[0] * 8 + columns[1] * 8


def test_rows_of_a_table_stay_apart() -> None:
    body = "推进优质医疗资源扩容下沉和区域均衡布局，建设完善服务体系，健全现代医院管理制度并且抓落实。\n" * 5
    places = (26.5, 50, 183.3 - 4.2 * 8)
    rows = [(str(at), "建设医疗中心", "市财政局市民政局") for at in range(1, 6)]
    page = [
        piece
        for at, row in enumerate(rows)
        for x, cell in zip(places, row, strict=True)
        for piece in drawn(cell, x, 185 + 8 * at, 4.2, "placed")
    ]
    lines = [
        piece
        for at, line in enumerate(body.split())
        for row, words in enumerate((line[:26], line[26:]))
        for piece in drawn(words, 26.5 if row else 37.7, 37 + 9.8 * (2 * at + row), 5.6, "placed")
    ]

    text = read(ofd_of([[*lines, *page]]), "x").source.text

    assert [line.split() for line in text.split("\n")[-5:]] == [list(row) for row in rows]
    assert [line.strip() for line in text.split("\n")[:5]] == body.split()


@pytest.mark.parametrize("size", ["0", "-5.6", "1e300", "nan", "x"])
@pytest.mark.parametrize("advances", ["", "0 0", "-5 -5", "1e300 1e300", "nan nan", "inf inf"])
def test_absurd_measures_do_no_harm(size: str, advances: str) -> None:
    page: list[Drawn] = [
        ("医疗服务", 28, 45, size, advances),
        ("居民健康", 28, 65, 5.6, advances),
        ("远方", 1e308, 1e308, 5.6, advances),
    ]

    source = read(ofd_of([page]), "x").source

    assert "".join(source.text.split()) == "医疗服务居民健康"


def test_pages_are_known_and_their_numbers_gone(seeds: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.ofd"
    path.write_bytes(as_ofd((seeds / "jining.txt").read_text("utf-8")))

    plan = planparse.extract(path)

    assert plan.source.page_count is not None
    assert plan.source.page_count > 10
    assert plan.measures[0].page in {1, 2}
    assert plan.measures[-1].page in {plan.source.page_count - 1, plan.source.page_count}
    assert "— 3 —" not in plan.text
    assert len(plan.measures) == 31


def test_no_font_is_looked_at(seeds: Path) -> None:
    data = laid_out((seeds / "bozhou.txt").read_text("utf-8"))
    read(data, "x")  # what is imported is loaded now
    touched: list[str] = []
    watched = True

    def watch(event: str, _: tuple[object, ...]) -> None:
        if watched and event in {"open", "os.listdir", "os.scandir", "subprocess.Popen", "ctypes.dlopen"}:
            touched.append(event)

    sys.addaudithook(watch)
    read(data, "x")
    watched = False

    assert touched == []  # the file says itself where each character stands


def test_without_ofdkit_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ofdkit", None)

    with pytest.raises(InputError, match=r"^x: .* needs ofdkit; run python -m pip install ofdkit, or"):
        read(as_ofd(PLAN), "x")


def test_an_ofd_without_words_or_with_too_many_pages_has_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match=r"^x: contains no text; "):
        read(as_ofd(""), "x")
    monkeypatch.setattr(ofd, "_MOST_PAGES", 1)
    with pytest.raises(InputError, match=r"^x: has \d+ pages, more than the limit of 1; "):
        read(as_ofd(PLAN * 10), "x")
    monkeypatch.setattr(document, "_MOST_CHARACTERS", 100)
    with pytest.raises(InputError, match=r"^x: contains far more than one plan; "):
        read(as_ofd(PLAN), "x")
