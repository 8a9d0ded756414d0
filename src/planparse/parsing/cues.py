"""Words around a number that say what it is: a parameter, a condition, what exists already."""

from __future__ import annotations

import re

# What a measure pays, charges, limits or requires, however its number looks. Sources: the support, fee, tax and credit clauses
# of official measures (若干措施).
_PAYS = [
    "给予",
    "补助",
    "补贴",
    "奖励",
    "奖补",
    "资助",
    "贴息",
    "贴补",
    "减免",
    "减征",
    "减按",
    "返还",
    "退还",
    "免收",
    "免征",
    "优惠",
    "享受",
    "抵扣",
    "抵减",
    "加计",
    "扣除",
    "列支",
    "计提",
    "提取",
    "报销",
    "起付",
    "封顶",
    "授信",
]
_CHARGES = [
    "罚款",
    "处罚",
    "收费",
    "收取",
    "缴纳",
    "缴存",
    "征收",
    "费率",
    "税率",
    "利率",
    "租金",
    "资本金",
    "押金",
    "保证金",
    "担保费",
    "保费",
    "贷款期限",
]
_LIMITS = ["上浮", "下浮", "上调", "下调", "放宽", "调整为", "最高", "期限", "满分", "加分", "扣分", "得分"]
PARAMETER = re.compile(
    "|".join((*_PAYS, *_CHARGES, *_LIMITS))
    + "|标准(?=[^，]{0,3}(?:提高|上浮|降低|为|按|不))|不超过[^，]{0,8}元|按[^，]{0,24}(?:比例|给|计)"
    + "|每[人户亩家吨项个台辆](?:每[年月日天])?(?:不超过|最高)?[^，]{0,2}元"
)

# 对…的企业, 符合…条件的: whom a clause is for.
CONDITION = re.compile("[对凡如若当符经因针](?:合|对|于|是)?")

# 截至2023年底，已建成…: a sentence that reports what has been reached already.
REPORTS = re.compile("截至|截止|目前|现有|已有|现已|过去|去年|上年|近年来|据统计|我[省市县区国](?:现有|已)")
# 依托现有…, 已建成…: a clause that does.
EXISTING = re.compile(
    "(?:依托|巩固|[^，]{0,12}(?:[现已原]有|现自有|上一?年度|已经?(?:建成|完成|达到|有|实现|累计|形成|培育|认定)))"
)
