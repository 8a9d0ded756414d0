"""What a plan says of its own outline: each damage has its diagnostic, and what is whole has none."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

import cuts
import planparse

WHOLE = (
    "甲市数字经济实施方案\n一、总体要求\n坚持创新。\n二、重点任务\n（一）建设平台\n1.建设中心。依托高校，建成中心。\n2.建设园区。统筹用地，建成园区。\n"
    "（二）培育企业\n3.引进企业。招商引资。\n4.服务企业。送政策上门。\n三、保障措施\n（一）加强领导。成立专班。\n（二）加强宣传。组织宣传。\n"
)


def codes(text: str) -> list[tuple[str, str]]:
    """The diagnostics of a text that speak of its outline, each with the words that it marks."""
    plan = planparse.parse(text)
    return [(d.code, plan.text[d.span.start : d.span.end].strip()) for d in plan.diagnostics if d.code not in cuts.OTHER]


def test_a_whole_plan_is_not_spoken_of() -> None:
    assert codes(WHOLE) == []


@pytest.mark.parametrize(
    ("there", "instead", "found"),
    [
        ("2.建设园区。统筹用地，建成园区。\n", "", [("numbering-gap", "3.")]),
        ("（二）培育企业\n3.引进企业。招商引资。\n", "", [("numbering-gap", "4.")]),
        ("三、保障措施\n", "", [("numbering-restarts", "（一）")]),
        ("4.服务企业", "3.服务企业", [("numbering-repeats", "3.")]),
        ("2.建设园区。", "2.。", [("empty-title", "2.")]),
        ("招商引资。\n4.服务企业。送政策上门。\n", "招商引资。4.服务企业。送政策上门。\n", [("buried-mark", "4.")]),
        (
            "统筹用地，建成园区。\n",
            "统筹用地，把全市的各类产业园区和创新平台一并纳入\n",
            [("broken-off", "，把全市的各类产业园区和创新平台一并纳入")],
        ),
        ("4.服务企业。送政策上门。\n", "4.服务企业\n", [("no-text", "4.服务企业")]),
        (
            "送政策上门。",
            "送政策上门。（责任单位：一网监管、数字协同）",
            [("unknown-bodies", "（责任单位：一网监管、数字协同）")],
        ),
        ("送政策上门。", "送政策上门。" * 300, [("far-longer", "4.服务企业")]),
        (
            "组织宣传。\n",
            "组织宣传。\n附件1\n甲市平台一览\n平台\t地址\t电话\n一号\t甲街\t12345\n二号\t乙街\t12346\n",
            [("unknown-columns", "平台\t地址\t电话")],
        ),
    ],
)
def test_a_damage_is_told(there: str, instead: str, found: list[tuple[str, str]]) -> None:
    assert there in WHOLE
    assert codes(WHOLE.replace(there, instead)) == found


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n（一）建设平台。包括：\n1.中心。建成。\n2.园区。建成。\n还要做到：\n1.公开。办事公开。\n2.公平。办事公平。\n",
        "第一章 任务\n第一条 建设平台。建成。\n第二条 培育企业。招商。\n第二章 附则\n第三条 本办法自2024年1月1日起施行。\n",
        "一、任务\n2.1 建设平台。建成。\n2.2 培育企业。招商。\n",
    ],
)
def test_lists_that_begin_anew_behind_a_sentence_and_run_on_through_chapters_are_whole(text: str) -> None:
    assert {code for code, _ in codes(text)} <= {"no-title", "path-twice"}


def test_each_way_of_damaging_makes_other_lines_and_the_same_again() -> None:
    lines = [f"{number}.做事{number}。" for number in range(1, 30)]

    for damage in cuts.WAYS.values():
        assert damage(lines, Random(1)) == damage(lines, Random(1)) != lines


@pytest.mark.slow
def test_seeds_that_come_out_wrong_say_so() -> None:
    damaged = [cuts.damage(case, way, 0) for case in cuts.cases(None) for way in cuts.WAYS]
    wrong = [one for one in damaged if one.wrong]

    assert len(wrong) >= 6
    assert sum(bool(one.told) for one in wrong) >= 0.9 * len(wrong)


def test_what_untouched_texts_carry_is_counted(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "001.txt").write_text(WHOLE.replace("2.建设园区。统筹用地，建成园区。\n", ""), "utf-8")

    rows = {line.split()[0]: line.split()[1:] for line in cuts.untouched(tmp_path)}

    assert rows["numbering-gap"] == ["1", "of", "1", "1.0"]
    assert rows["numbering-repeats"] == ["0", "of", "1", "0.0"]
