"""Amounts: a number with its bound and unit, and numerals that count nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from planparse.language.amounts import find_amounts
from planparse.language.folding import fold

# The words, and of the one amount in them: (family, comparator, value, value_max, unit, number as printed).
ONE: dict[str, tuple[Any, ...]] = {
    "服务不少于922人次": ("count", "ge", 922, None, "人次", "922人次"),
    "就诊率在90%左右": ("percent", "approx", 90, None, "%", "90%"),
    "占比不低于５５％": ("percent", "ge", 55, None, "%", "５５％"),
    "下降0.5个百分点": ("point", "eq", 0.5, None, "个百分点", "0.5个百分点"),
    "建成1—3家": ("count", "range", 1, 3, "家", "1—3家"),
    "建成1-3家": ("count", "range", 1, 3, "家", "1-3家"),
    "建成2至3个": ("count", "range", 2, 3, "个", "2至3个"),
    "产量1.42亿—1.62亿吨": ("measure", "range", 1.42, 1.62, "亿吨", "1.42亿—1.62亿吨"),
    "培训3.5万人": ("count", "eq", 35000, None, "人", "3.5万人"),
    "培训3万人次以上": ("count", "ge", 30000, None, "人次", "3万人次"),
    "投资1,200.5万元": ("measure", "eq", 1200.5, None, "万元", "1,200.5万元"),
    "规模3万亿元": ("measure", "eq", 3, None, "万亿元", "3万亿元"),
    "投资三千万元": ("measure", "eq", 3000, None, "万元", "三千万元"),
    "装机5000万千瓦": ("measure", "eq", 5000, None, "万千瓦", "5000万千瓦"),
    "奖励0.3元/千瓦时": ("measure", "eq", 0.3, None, "元/千瓦时", "0.3元/千瓦时"),
    "浓度35微克/立方米以下": ("measure", "le", 35, None, "微克/立方米", "35微克/立方米"),
    "选派百名专家": ("count", "eq", 100, None, "名", "百名"),
    "培养200余名": ("count", "gt", 200, None, "名", "200余名"),
    "培养三百五十名": ("count", "eq", 350, None, "名", "三百五十名"),
    "达到一半以上": ("percent", "ge", 50, None, "%", "一半"),
    "不超过三分之一": ("percent", "le", 33.3333, None, "%", "三分之一"),
    "达到三分之二以上": ("percent", "ge", 66.6667, None, "%", "三分之二"),
    "覆盖九成以上": ("percent", "ge", 90, None, "%", "九成"),
    "超过10%": ("percent", "gt", 10, None, "%", "10%"),
    "约20家": ("count", "approx", 20, None, "家", "20家"),
    "近50家": ("count", "approx", 50, None, "家", "50家"),
    "低于3天": ("time", "lt", 3, None, "天", "3天"),
    "90个工作日以内": ("time", "le", 90, None, "个工作日", "90个工作日"),
    "排名前3位": ("rank", "le", 3, None, "位", "3位"),
    "全国前百名": ("rank", "le", 100, None, "名", "百名"),
    "全国500强": ("rank", "le", 500, None, "强", "500强"),
    "增长2倍以上": ("multiple", "ge", 2, None, "倍", "2倍"),
    "达到4级以上": ("grade", "ge", 4, None, "级", "4级"),
    "床医比达到1：0.55": ("ratio", "eq", 0.55, None, None, "1：0.55"),
    "甩挂比达1:1.5": ("ratio", "eq", 1.5, None, None, "1:1.5"),
    "完成7个": ("count", "eq", 7, None, "个", "7个"),
    "设置1 处": ("count", "eq", 1, None, "处", "1 处"),
}

NONE = (
    "进一步完善",
    "统一管理",
    "一体化发展",
    "一批企业",
    "一方面加强",
    "第一人民医院",
    "三位一体",
    "五位一体",
    "万一发生",
    "千方百计",
    "一带一路",
    "成立小组",
    "2025年",
    "2025年底前",
    "两委",
    "四川省",
    "九龙坡区",
    "八闽",
    "百货",
    "千里马",
    "",
)


@pytest.mark.parametrize(("words", "expect"), ONE.items())
def test_an_amount_has_its_bound_number_and_unit(words: str, expect: tuple[Any, ...]) -> None:
    assert [
        (a.family, a.comparator, a.value, a.value_max, a.unit, words[a.number_start : a.number_end])
        for a in find_amounts(fold(words))
    ] == [expect]


def test_a_grade_that_is_no_number_keeps_its_words() -> None:
    (amount,) = find_amounts("达到四级乙等以上")

    assert (amount.family, amount.comparator, amount.value, amount.unit, amount.grade) == (
        "grade",
        "ge",
        None,
        None,
        "四级乙等",
    )


def test_a_ratio_keeps_its_first_number() -> None:
    (amount,) = find_amounts("床医比1：0.55")

    assert (amount.base, amount.value) == (1, 0.55)


@pytest.mark.parametrize("words", NONE)
def test_what_counts_nothing_is_no_amount(words: str) -> None:
    assert list(find_amounts(fold(words))) == []


def test_amounts_come_in_order_and_apart() -> None:
    text = fold("建成国家级中心1个、省级中心6个以上，培训3.5万人，就诊率90%左右，前3位，1：0.55，0.3元/千瓦时。")
    found = list(find_amounts(text))

    assert [a.value for a in found] == [1, 6, 35000, 90, 3, 0.55, 0.3]
    assert all(a.start <= a.number_start < a.number_end <= a.end for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
