"""To be imported where processes are forked from: what reading this plan loads and compiles, none of them does again."""

from __future__ import annotations

from typing import Final

from planparse.api import parse
from planparse.writers import WRITERS

# Some of all that plans are made of: a notice, an outline, clauses, times, targets of several kinds, a table, a citation.
PLAN: Final = """甲市人民政府办公室关于印发甲市服务提升实施方案的通知
甲政办发〔2024〕1号
各县（市、区）人民政府：
为贯彻落实《关于提升服务的意见》（国办发〔2023〕2号），制定本方案。
甲市服务提升实施方案
一、主要目标
到2025年，服务覆盖率达到90%以上，建成中心3个，投诉量下降10%，力争新增床位1000张，实现行政村全覆盖。
二、重点任务
（一）建设中心
1.加快建设。2024年底前，完成改造5家，服务人次由2万增长到3万。（责任单位：市卫生健康委、市财政局；完成时限：2024年12月）
2.提高质量。每年开展培训2次，分别增长5%、6%。市民政局牵头，市教育局配合。
3.保障全覆盖。“十四五”期间产值翻一番，全部乡镇均实现网络全覆盖，全面建立档案制度，综合排名力争进入全省前3名，符合条件的事项一律公开。
各县（市、区）至少建成示范区2个、示范点10个以上，其中省级不少于5个，每千人口床位数达到6张，办理时间压缩至3个工作日内，争创三级医院。
三、保障措施
（一）加强领导。对成绩突出的最高奖励10万元。
附件
序号\t任务\t牵头单位\t完成时限
1\t建设中心\t市卫生健康委\t2025年6月
甲市人民政府办公室
2024年1月5日
"""

_plan = parse(PLAN, "plan.txt")
for _write in WRITERS.values():
    _write(_plan)
