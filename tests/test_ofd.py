"""OFD: the words of its pages in reading order, and where each page begins."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import planparse
from planparse.errors import InputError
from planparse.readers import ofd, read
from saved_as import as_ofd, findings

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


def test_pages_are_known_and_their_numbers_gone(seeds: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.ofd"
    path.write_bytes(as_ofd((seeds / "jining.txt").read_text("utf-8")))

    plan = planparse.extract(path)

    assert plan.source.page_count is not None
    assert plan.source.page_count > 10
    assert "— 3 —" not in plan.text
    assert len(plan.measures) == 31


def test_without_ofdkit_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ofdkit", None)

    with pytest.raises(InputError, match=r"^x: .* needs ofdkit; install planparse\[ofd\]"):
        read(as_ofd(PLAN), "x")


def test_an_ofd_without_words_or_with_too_many_pages_has_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match=r"^x: holds no words; "):
        read(as_ofd(""), "x")
    monkeypatch.setattr(ofd, "_MOST_PAGES", 1)
    with pytest.raises(InputError, match=r"^x: has \d+ pages, more than the limit of 1; "):
        read(as_ofd(PLAN * 10), "x")
