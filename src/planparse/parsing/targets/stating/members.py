"""Members of a list, which leave their verb or outcome to the others."""

from __future__ import annotations

from planparse.parsing.targets.grammar import (
    COUNT,
    COUNTABLE,
    END,
    GO,
    HIDDEN,
    MEASURE,
    NOUN,
    PERCENT,
    STOP,
    THING,
    TargetRule,
)

RULES = (
    TargetRule(
        "member",
        rf"(?:和|及|以及|与|(?:[对为向]|面向)(?:全[省市县区])?)?<n>(?P<indicator>{THING})(?<!时期)(?<!阶段)$",
        {"建设20个省级重点专科、55个以上市级重点专科": ("市级重点专科", "建设")},
        ("20个省级重点专科",),
        kind=None,
        numbers=COUNTABLE,
        shared=True,
    ),
    TargetRule(
        "member_set",
        rf"(?:和|及|以及|与)?<n>的(?P<indicator>(?!的)[^{STOP}，的]{{2,}})$",
        {"光纤网络覆盖100%的乡镇和90%以上的自然村": ("自然村", "覆盖")},
        ("90%以上的自然村",),
        kind="share",
        numbers=PERCENT,
        shared=True,
    ),
    TargetRule(
        "member_sum",
        rf"(?:和|及|以及|与)?<n>的(?P<indicator>[^{STOP}，]{{0,16}}?(?:基金|资金池|资金|贷款|债券|专项债))$",
        {"设立总规模50亿元的产业基金和10亿元的风险资金池": ("风险资金池", None)},
        ("10亿元的风险资金池",),
        kind=None,
        numbers=MEASURE,
        shared=True,
        needs=frozenset("金款债池券"),
    ),
    TargetRule(
        "member_sized",
        rf"(?:和|及|以及|与)?{HIDDEN}+(?P<indicator>)的?<n>{END}",
        {"培育产值超50亿元的企业5家、超10亿元的10家": ("产值超10亿元的企业", "培育")},
        ("超10亿元的10家",),
        kind=None,
        numbers=COUNT,
        shared=True,
    ),
    TargetRule(
        "member_sent",
        rf"(?:和|及|以及|与)?(?P<indicator>{NOUN})<n>(?:{GO}){END}",
        {"选派机关干部200名、专业人才300名到村任职": ("专业人才", "选派")},
        ("专业人才300名到村任职",),
        kind=None,
        numbers=COUNT,
        shared=True,
        needs=frozenset("到赴下驻深"),
    ),
    TargetRule(
        "member_list",
        rf"(?:和|及|以及|与)?(?P<indicator>{NOUN})<n>{END}",
        {"建成国家级中心1个、省级中心6个以上": ("省级中心", "建成")},
        ("省级中心6个",),
        kind=None,
        numbers=COUNTABLE,
        shared=True,
    ),
)
