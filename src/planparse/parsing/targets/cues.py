"""Words around a number that say what it is: a parameter, a condition, what exists already."""

from __future__ import annotations

import re

from planparse.language.lexicon import words

# What a measure pays, charges, limits or requires, however its number looks.
_PARAMETER_WORDS = [word for list_ in words("parameters").values() for word in list_]
PARAMETER = re.compile(
    "|".join(_PARAMETER_WORDS)
    + "|下调(?:为|至|到)|(?:价格|单价|电价|水价|气价|票价|费率)(?:为|按|不|系数)|报销(?!比例|率)|(?:租|租金|费|费用|税|税款|利息|罚金)(?:[^，]{0,6}(?:减半|减免))|减半(?:收取|征收|缴纳|计征|执行)"
    + "|标准(?=[^，]{0,3}(?:提高|上浮|降低|为|按|不))|不超过[^，]{0,8}元|按[^，]{0,24}(?:比例|给|计)"
    + "|每[人户亩家吨项个台辆](?:每[年月日天])?(?:不超过|最高)?[^，]{0,2}元"
)

# 对…的企业, 符合…条件的: whom a clause is for.
CONDITION = re.compile(
    "按照?[^，]*人口|对(?!外|口|接|标|照|[^，]{1,40}实现全)|凡|如(?!期)|若|当(?!地|年|前|期)|符合|经(?!济|营|费|常|贸|开|信)|因(?!地)|针对"
)

# 在…达到70%以上的基础上: what is taken for granted.
BACKGROUND = re.compile("在[^，]*基础上$")

# 截至2023年底，已建成…: a sentence that reports what has been reached already.
REPORTS = re.compile("截至|截止|目前|现有|已有|现已|过去|去年|上年|近年来|据统计|我[省市县区国](?:现有|已)")
# 依托现有…, 已建成…: a clause that does.
EXISTING = re.compile(
    "(?:依托|巩固|[^，]{0,12}(?:[现已原]有|现自有|上一?年度|已经?(?:建成|完成|达到|有|实现|累计|形成|培育|认定)))"
)
