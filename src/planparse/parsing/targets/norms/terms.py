"""What is paid, lent or charged, and what somebody may have: 创业担保贷款个人额度提高到30万元, 用电价格每千瓦时降低0.1元."""

from __future__ import annotations

from planparse.language.patterns import Pattern
from planparse.parsing.targets.norms.case import Case, told_by

# 技术交易额单项达20万元以上，给予补助: what one of them must come to.
_EACH_ALONE = Pattern("(?:额|规模|投资)单[项笔个户]$", reads=("技术交易额单项",), leaves=("单项冠军", "投资规模"))
# 创业担保贷款个人额度提高到30万元, 工程款支付比例: how much one of them is lent or paid at a time.
_TERMS = Pattern(
    "(?:单户|单个|单笔|个人|每户|每人|合伙|公积金|助学)[^，。；、]{0,8}额度$"
    "|(?:LPR|基准利率|市场报价利率)$|(?:单张|每张|券)面[额值]$"
    "|(?:工程款|结算款|进度款|预付款|首笔|首付|首期)[^，。；、]{0,4}(?:支付|拨付|付款)?比例$|(?:展位费|参展费|检测费|间接费用)[^，。；、]{0,4}比例$",
    reads=(
        "不超过一年期LPR",
        "单张面额",
        "创业担保贷款个人额度",
        "工程款支付比例",
        "施工过程结算款支付比例",
        "展位费支持比例",
    ),
    leaves=("新增贷款额度", "住院费用支付比例", "授信额度"),
)
# 主城区可提高至10万元: what may be, and is nobody's aim.
_MAY = Pattern("(?<![许认无即])可$", reads=("主城区可", "实际税负可"), leaves=("行政许可", "资质认可", "可再生能源"))
# 可执行LPR利率: what somebody may have.
_MAY_HAVE = Pattern(
    "(?<![许认])可(?:以)?(?:执行|享受|获得?|按照?|适当|申请|给予|延长|下浮|上浮)",
    reads=("救灾应急贷款可执行LPR利率", "可享受优惠幅度"),
    leaves=("可再生能源", "许可执行率"),
)
# 不受70%资金比例的限制: a limit that holds elsewhere.
_NOT_LIMITED = Pattern("不(?:再)?受[^，。；]{0,16}$", reads=("资金不受《通知》中", "不再受"), leaves=("不受限制，比例达到",))
# 稳岗返还标准，中小微企业由60%提高至90%: of what is paid.
_OF_PAY = Pattern(
    "(?:补[贴助]|返还|奖励|奖补|资助|缴费|收费|计费|贴息|报销|缴存)(?:标准|比例|额度|限额)(?:如下)?[，：]$",
    reads=("失业保险稳岗返还标准，", "补贴比例："),
    leaves=("服务标准，", "提高补贴标准，加快"),
)
# 每千瓦时降低0.1元: what one pays.
_SOLD_BY = tuple(f"每{unit}" for unit in ("千瓦时", "度", "吨", "公斤", "斤", "立方米", "公里"))


@told_by(_EACH_ALONE, _MAY, _TERMS)
def _names_terms(case: Case) -> bool:
    """技术交易额单项达20万元以上; 主城区可提高至10万元; 创业担保贷款个人额度提高到30万元."""
    named = case.reading.indicator
    return bool(_EACH_ALONE.search(named) or _MAY.search(named) or _TERMS.search(named))


@told_by(_MAY_HAVE)
def _may_have(case: Case) -> bool:
    """可执行LPR利率下降不少于35个基点."""
    return _MAY_HAVE.search(case.reading.indicator) is not None


@told_by(_NOT_LIMITED)
def _is_not_limited(case: Case) -> bool:
    """不受70%资金比例的限制."""
    return case.has_ahead(_NOT_LIMITED)


def _is_price(case: Case) -> bool:
    """用电价格每千瓦时降低0.1元."""
    return case.reading.indicator.endswith(_SOLD_BY) and case.number is not None and case.text[case.number.end() - 1] == "元"


@told_by(_OF_PAY)
def _is_of_pay(case: Case) -> bool:
    """稳岗返还标准，中小微企业由60%提高至90%."""
    return case.has_before_clause(_OF_PAY)


BY_NAME = (_names_terms,)
BY_WORDS = (_may_have, _is_not_limited, _is_price, _is_of_pay)
