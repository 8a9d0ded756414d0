"""Cost grows with length and no faster: whatever a text repeats, a character of much takes about the steps that one of little does.

Steps are counted, not timed; `make growth` times, and tries more than a thousand fragments.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from steps import growth, repeated

pytestmark = pytest.mark.slow  # to count is slower than to read

TOKENS = (
    "7",
    "九",
    "到2025年",
    "（",
    " ",
    "甲 2 ",
    "甲 一、\t",
    "甲 |",
    "1,",
    "90%以上",
    "市财政局、",
    "责任单位：市财政局。",
    "企业5%、依次3%，",
    "一、",
    "《",
    "\n",
    "序号\n",
    "任务责任单位1完善。市财政局",
    "任务牵头单位配合单位",
    "（责任单位：",
    "\u3000",
    "2.乙\n以下各项均由市政府落实，不再列出。\n",
    "到2025年底，实现全覆盖比",
)
# Where a character looks at as many others as there are, it costs two and a half times.
MOST = 1.25


def test_a_token_costs_the_same_however_often_it_stands() -> None:
    texts = {token: repeated(token) for token in TOKENS}
    # Its blanks fall away, and what is left of the shorter text must be looked at as a line that holds many paragraphs, too.
    texts["甲 2 "] = repeated("甲 2 ", 2_000, 4_000)
    grown = growth("parse", texts)

    assert {token: times for token, times in grown.items() if times > MOST} == {}


def test_many_plans_in_one_text_cost_what_they_cost_apart(seeds: Path) -> None:
    plan = (seeds / "jining.txt").read_text("utf-8")[:3000]

    assert growth("parse", {"plan": (plan, plan * 4)})["plan"] <= MOST


TITLES = {
    "alike": [f"建设第{number}号中心" for number in range(400)],
    "each within the next": ["甲" * number for number in range(1, 100)],
    "each the end of the one before": ["甲" * number + "乙" for number in range(100, 1, -1)],
}


def test_titles_cost_the_same_however_many_are_compared() -> None:
    grown = growth(
        "repeated",
        {name: ("\n".join(titles[: len(titles) // 4]), "\n".join(titles)) for name, titles in TITLES.items()},
    )

    assert {name: times for name, times in grown.items() if times > MOST} == {}


def test_what_grows_faster_is_found() -> None:
    assert growth("search_again", {"甲": repeated("甲")})["甲"] > MOST
