"""Any text gives a Plan that agrees with itself: spans slice to their quotes, ids resolve, every number has its place.

HYPOTHESIS_PROFILE=thorough looks twenty times as long and elsewhere each time; the usual profile always looks at the same texts.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import planparse
from invariants import breaches
from planparse.language.folding import fold
from planparse.parsing.paragraphs.normalize import normalize
from planparse.readers.plain_text import tidy
from planparse.text import SourceText
from planparse.validating.rereading import contradictions

settings.register_profile(
    "usual", derandomize=True, deadline=None, max_examples=150, suppress_health_check=list(HealthCheck)
)
settings.register_profile("thorough", settings.get_profile("usual"), derandomize=False, max_examples=3000, print_blob=True)
LOOK = settings.get_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


def look(test: Callable[[str], None]) -> Callable[[str], None]:
    """Ask it of many texts, which takes some seconds."""
    return pytest.mark.slow(LOOK(test))


SEEDS = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))}

# What the rules look for, and what upsets them.
TOKENS = [
    *("到2025年", "2025年底前", "“十四五”期间", "2023—2025年", "2020年6月", "2月30日", "每年", "年内", "力争用3年的时间", "二〇二四年"),
    *("（责任单位：", "（牵头单位：市卫生健康委，配合单位：", "责任单位：", "市财政局", "、", "等", "负责）", "牵头", "各县、区人民政府"),
    *("以下各项均需各县政府落实，不再列出", "排第一位为牵头单位，下同"),
    *("90%以上", "１００％", "1—3家", "3万亿元", "1,200.5", "1,", "123,4567,", "三千万元", "前百名", "四级乙等以上", "1：0.55", "三分之一", "一半以上", "不少于"),
    *("达到", "建成", "力争", "提高", "全覆盖", "全部", "分别达到", "每千人口", "床位", "率", "全市", "补助"),
    *("一、", "（一）", "1.", "1.1", "（1）", "①", "第一章", "第十条", "附件1：", "二十、", "总体要求", "主要任务", "保障措施", "主要目标"),
    *("《", "》", "（", "）", "“", "”", "〔", "〕", "【", "[", ")", "〈"),
    *("济政办〔2024〕2号", "某市人民政府关于印发某方案的通知", "各县、区人民政府：", "2024年1月14日", "（征求意见稿）"),
    *("7", "٣", "७", "９", "𝟗", "²", "九", "〇", "亿", "万", "%", "‰", "℃", ".", ",", "—", "-", "/"),
    *("\n", "\r\n", "\r", "\f", "\v", "\u0085", "\u2028", "\u2029", " ", "\t", "\xa0", "\u3000", "　　", "— 12 —", "第1页"),
    *("\0", "\ufeff", "\u200b", "\xad", "\ue001", "\ue002", "\ue00b", "\ue00c", "\ud800", "\udfff", "\U0001f600", "e\u0301", "字"),
]  # fmt: skip
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=80)
TOKEN_TEXT = st.lists(st.sampled_from(TOKENS) | st.text(max_size=3), max_size=60).map("".join)


@st.composite
def disturbed_seeds(draw: st.DrawFn) -> str:
    """Part of a sample plan, with lines moved, characters gone, doubled or strange."""
    seed = SEEDS[draw(st.sampled_from(sorted(SEEDS)))]
    start = draw(st.integers(0, len(seed)))
    text = seed[start : start + draw(st.integers(0, 1500))]
    if draw(st.booleans()):
        text = "\n".join(draw(st.permutations(text.split("\n"))))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 20))
        text = text[:at] + draw(st.sampled_from(["", *TOKENS])) + text[at + gone :]
    return text


@st.composite
def shuffled_characters(draw: st.DrawFn) -> str:
    """Characters of a sample plan in any order."""
    seed = SEEDS[draw(st.sampled_from(sorted(SEEDS)))]
    start = draw(st.integers(0, len(seed)))
    characters = list(seed[start : start + 250])
    draw(st.randoms(use_true_random=False)).shuffle(characters)
    return "".join(characters)


TEXTS = ANY_TEXT | TOKEN_TEXT | TOKEN_TEXT | disturbed_seeds() | shuffled_characters()


def check(plan: planparse.Plan) -> None:
    """What the contract promises of every plan, asked of the plan, read off its JSON and read again from its words."""
    assert list(plan.problems()) == []
    assert list(breaches(json.loads(plan.model_dump_json()))) == []
    assert list(contradictions(plan)) == []


@look
@given(TEXTS)
@example("")
@example("\ud800\udc00 \udfff")
@example("到2025年，建成30个٣７7𝟗、")
@example("1,1,1,1.1.1,")
@example("\f\f:")
@example("电话：22032312,22032296")
@example("1,072,404164,368")
def test_any_text_gives_a_plan_that_agrees_with_itself_and_comes_out_the_same_again(text: str) -> None:
    plan = planparse.parse(text)

    check(plan)
    written = plan.model_dump_json()
    assert planparse.parse(text).model_dump_json() == written
    assert planparse.Plan.model_validate_json(written) == plan


@pytest.mark.parametrize("name", SEEDS)
def test_a_sample_plan_agrees_with_itself(name: str) -> None:
    plan = planparse.parse(SEEDS[name], name)

    check(plan)


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDS)
def test_a_sample_plan_cut_anywhere_is_a_plan(name: str) -> None:
    seed = SEEDS[name]

    for end in range(0, len(seed), 997):
        plan = planparse.parse(seed[:end])
        check(plan)


@pytest.mark.parametrize("name", SEEDS)
def test_the_canonical_text_of_a_sample_plan_is_its_own_canonical_text(name: str) -> None:
    text = planparse.parse(SEEDS[name]).text

    assert planparse.parse(text).text == text


# What `normalize` guarantees, one test a promise.


def canonical(text: str) -> str:
    return normalize(tidy(text))[0].text


@look
@given(TEXTS)
def test_the_canonical_text_has_nothing_that_cannot_be_printed(text: str) -> None:
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff]", canonical(text)) is None


@look
@given(TEXTS)
def test_no_line_of_the_canonical_text_is_empty_or_begins_or_ends_with_a_blank(text: str) -> None:
    text = canonical(text)

    assert all(line and line == line.strip() for line in text.split("\n")) or not text


@look
@given(TEXTS)
def test_every_number_survives_but_those_of_page_numbers(text: str) -> None:
    kept = re.sub(r"\D", "", canonical(text))
    printed = iter(re.sub(r"\D", "", text))

    assert all(digit in printed for digit in kept), "digits keep their order"


@pytest.mark.parametrize("number", ["— 12 —", "-12-", "－12－", "第12页", "第 1 页 共 20 页", "12/20"])
def test_a_page_number_on_a_line_of_its_own_is_gone(number: str) -> None:
    assert canonical(f"加快建设区域医疗中心，推进医疗卫生服务体系和能力建\n{number}\n设，提高水平。") == (
        "加快建设区域医疗中心，推进医疗卫生服务体系和能力建设，提高水平。"
    )


def test_heads_that_run_over_all_pages_are_gone() -> None:
    pages = [f"某市医疗方案\n第{n}段讲服务。" for n in "一二三四"]
    text = "\f".join(pages)
    starts = tuple(match.end() for match in re.finditer("^|\f", text))

    normal, _ = normalize(SourceText(text, starts))

    assert normal.text == "\n".join(f"第{n}段讲服务。" for n in "一二三四")
    assert normal.page_starts is not None
    assert [normal.text[start:].lstrip()[:3] for start in normal.page_starts] == [f"第{n}段" for n in "一二三四"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("到 2025 年建成", "到2025年建成"),
        ("占比不低于 55% 以上", "占比不低于55%以上"),
        ("2024 年 1 月 14 日", "2024年1月14日"),
        ("建成 30 个中心", "建成30个中心"),
        ("增长 1.5 倍", "增长1.5倍"),
        ("浓度 35 微克/立方米", "浓度35微克/立方米"),
        ("Version 2 is out", "Version 2 is out"),
    ],
)
def test_blanks_that_only_set_off_numbers_are_gone(printed: str, read: str) -> None:
    assert canonical(printed) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("一、总体要求。　　坚持创新。　　二、任务", "一、总体要求。\n坚持创新。\n二、任务"),
        ("加强领导。 二、主要任务 （一）建设中心。 1.加快", "加强领导。\n二、主要任务\n（一）建设中心。\n1.加快"),
    ],
)
def test_paragraphs_run_together_on_one_line_are_parted(printed: str, read: str) -> None:
    assert canonical(printed) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("到2025年，全市建成区域医疗中心，每千人口执业（助理）\n医师数达到4人。", "到2025年，全市建成区域医疗中心，每千人口执业（助理）医师数达到4人。"),
        ("推进服务体系建设，\n提高能力。", "推进服务体系建设，提高能力。"),
        ("加快建设。（责任单位：市财政局、\n市教育局）", "加快建设。（责任单位：市财政局、市教育局）"),
        ("加快建设。\n加强领导。", "加快建设。\n加强领导。"),
        ("一、总体要求\n坚持创新，加快发展。", "一、总体要求\n坚持创新，加快发展。"),
        ("推进服务体系建设，\n二、任务", "推进服务体系建设，\n二、任务"),
    ],
)  # fmt: skip
def test_a_paragraph_that_was_cut_is_one_line_again_and_no_other_is(printed: str, read: str) -> None:
    assert canonical(printed) == read


@look
@given(TEXTS)
def test_normalizing_twice_changes_no_character_but_blanks_and_line_ends(text: str) -> None:
    once = canonical(text)

    assert re.sub(r"\s", "", canonical(once)) == re.sub(r"\s", "", once)


@look
@given(TEXTS)
def test_the_folded_twin_is_the_canonical_text_folded(text: str) -> None:
    source, folded = normalize(tidy(text))

    assert folded == fold(source.text)
