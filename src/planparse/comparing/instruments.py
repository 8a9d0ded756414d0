"""What measures work with, by the words of their names: grants, rules, supervision, training and so on.

Two measures on one matter that work with different things are seldom one theme: 补贴 and 监管 of the same shops.
"""

from __future__ import annotations

import re
from typing import Final

from planparse.language.folding import fold

_WORDS: Final = {
    "grants": "奖励 补助 补贴 奖补 资助 贴息",
    "costs": "成本 税 收费 费用 费率 缴费 减免 降低 租金",
    "finance": "贷款 融资 信贷 担保 基金 保险 授信 金融 资本",
    "land": "用地 土地 场地",
    "rules": "标准 规范 清单 制度 机制 条例 办法 规则 目录",
    "supervision": "监管 查处 整治 检查 执法 打击 监督 督查 治理 清理",
    "handling": "审批 办理 流程 材料 时限 登记 申请 许可 申报 受理",
    "training": "培训 培养 培育 教育 辅导 指导",
    "publicity": "宣传 引导 解读 公开 公示 公布 发布",
    "data": "平台 系统 数据 数字 信息 智能 线上 网上",
    "research": "研发 攻关 创新 技术 成果 转化",
}
_WHICH: Final = {word: name for name, words in _WORDS.items() for word in words.split()}
_ANY = re.compile("|".join(_WHICH))


def instruments(name: str) -> frozenset[str]:
    """What a measure of this name works with.

    >>> sorted(instruments("加大宣传培训力度"))
    ['publicity', 'training']
    """
    return frozenset(_WHICH[word] for word in _ANY.findall(fold(name)))
