"""What a clause says that there is already, and that the next one may go on with: 现有12个品牌, 已有养老点420个, 占比2021年为52%."""

from __future__ import annotations

from planparse.language.patterns import FirstOf, Pattern
from planparse.parsing.targets.commitment import kept_out
from planparse.parsing.targets.elision import EXISTS
from planparse.parsing.targets.grammar import (
    BOUND,
    CHANGE,
    COUNT,
    CREATE,
    DEADLINE,
    MEASURE,
    NUMBER_RUN,
    PERCENT,
    PRINCIPAL,
    STOCKED,
)
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.readings import Clause, Reading, noun
from planparse.text import Painted

# 在现有12个地理标志产品基础上, 继2024年建成5个零碳园区后: how many things, and what they are behind that.
_SET_THERE = Pattern(
    rf"(?:[在除]?(?:依托|立足|基于|巩固|巩固提升|利用|用好)?(?:目前|全[省市县区]|我[省市县区])?(?:现有|已有|原有|共有|建有|拥有|已(?:建成|投用|投运|启用))|[继在](?:[{DEADLINE}]*|(?:19|20)\d\d年(?:年?[底末])?|去年|上年)已?(?:{CREATE})|(?=[^，]*基础上$)(?:{CREATE})|(?:全[省市县区州])?(?=[{COUNT}][^，]*中$))的?(?P<n>{BOUND}*[{COUNT}]+)的?(?P<thing>(?!基础)[^{PRINCIPAL}{BOUND}，的]{{2,30}}?)(?:的?基础上|之?后|中|[以之]?外|(?:保持|继续)?(?:不变|运行|运营|保留)(?:良好|平稳|正常)?|稳定(?:运行|运营))?$",
    reads=(
        "在现有12个地理标志产品基础上",
        "立足现有6个地理标志产品",
        "已投用的28个服务中心运行良好",
        "继2024年建成5个零碳园区后",
        "在2025年建成40个零碳村镇的基础上",
        "全区16个乡镇中",
        "共有12座病险水库",
        "除已建成的37所智慧校园外",
    ),
    leaves=("培育12个品牌", "依托现有绿色工厂30家"),
    by="match",
    painted=True,
)
# 依托现有绿色工厂30家, 在现有森林覆盖率41%的基础上: the noun stands before the number.
_NOUN_BEHIND = Pattern(
    rf"在?(?:依托|巩固|巩固提升|利用|用好)?(?:目前|全[省市县区]|我[省市县区])?(?:[现已拥原共建设]?有(?![效机关限线害色])|已经?(?:(?:投入|投资)[^，{PRINCIPAL}]{{0,8}}[{MEASURE}]+)?(?:累计|先后|共)?(?:{CREATE})(?:并(?:投入使用|投用|运行|投入运行|运营|开放))?)的?(?P<thing>[^{PRINCIPAL}{BOUND}，的]{{2,30}}?)(?P<n>{BOUND}*[{COUNT}{MEASURE}{PERCENT}]+)(?:的?基础上)?$",
    reads=(
        "已建成并投入使用的信息平台11个",
        "已建成中心3家",
        "已投资2.3亿元建成中心3家",
        "依托现有绿色工厂30家",
        "在现有森林覆盖率41%的基础上",
        "原有绿色工厂30家",
    ),
    leaves=("养老点达到420个", "共有12座病险水库"),
    by="match",
    painted=True,
)
# 公共充电桩目前仅3600个, 占比2021年为52%: the noun stands before what says that it is so today.
_NOUN_AHEAD = Pattern(
    rf"(?P<thing>[^{PRINCIPAL}{BOUND}，]{{2,40}}?)在?(?:目前|现为?|已经?|[仅只尚仍]|(?:19|20)\d\d年(?:年?[底末])?)+(?:有|建成|达到?|为|是|占|{STOCKED}|(?:累计|共)(?:{CREATE}))?(?P<n>{BOUND}*[{PRINCIPAL}]+)(?:左右)?(?:的?基础上)?$",
    reads=(
        "首台装备已累计认定430项",
        "村级养老点已有420个",
        "“双师型”教师占比2021年为52%",
        "基站在2025年2万个的基础上",
        "公共充电桩目前仅3600个",
        "馆藏档案现保存5.6万份",
    ),
    leaves=("养老点达到420个", "养老点目前有序运营"),
    by="match",
    painted=True,
)
# 在2024年普及率达到80%的基础上: what a year came to; `based` is the number where 基础上 alone tells so.
_AS_OF_YEAR = Pattern(
    rf"在?(?:(?:19|20)\d\d年(?:年?[底末])?|[{DEADLINE}]+)(?:全[省市县区]|我[省市县区])?(?:[拥建]?有|建成)?(?P<thing>[^{PRINCIPAL}{BOUND}，]{{2,40}}?)(?:(?:为|是|达到?|占)(?P<n>{BOUND}*[{PRINCIPAL}]+)(?:的?基础上)?|(?:[比较][^，{PRINCIPAL}]{{2,14}}?(?:{CHANGE}))?(?P<based>{BOUND}*[{PRINCIPAL}]+)的?基础上)$",
    reads=("在2024年绿色工厂30家的基础上", "在2024年普及率达到80%的基础上", "在2025年单位能耗比2020年下降10%的基础上"),
    leaves=("在普及率达到80%的基础上", "养老点达到420个"),
    by="match",
    painted=True,
)
# 合规成本比2017年降低100美元的基础上: by how much it has moved since a year.
_MOVED_SINCE = Pattern(
    rf"(?P<thing>[^{PRINCIPAL}{BOUND}，]{{2,40}}?)[比较](?:19|20)\d\d年[^，{PRINCIPAL}]{{0,8}}?(?:{CHANGE})(?P<n>{BOUND}*[{PRINCIPAL}]+)的基础上$",
    reads=("合规成本比2017年降低100美元的基础上",),
    leaves=("成本降低100美元",),
    by="match",
    painted=True,
)
# 2018年全市建有公园12个: what there was in a year.
_HAD = Pattern(
    rf"(?:19|20)\d\d年(?:年?[底末])?(?:全[省市县区]|我[省市县区])?(?:[拥建]?有|建成)(?P<thing>[^{PRINCIPAL}{BOUND}，的]{{2,30}}?)(?P<n>{BOUND}*[{COUNT}{MEASURE}]+)(?:的?基础上)?$",
    reads=("2018年全市建有公园12个",),
    leaves=("2018年建设公园", "全市建有公园12个"),
    by="match",
    painted=True,
)
# 对已建成的12家养老机构开展提质改造: what is done to those that are there.
_WORKED_ON = Pattern(
    rf"(?:对|将|推动|推进)?(?:全[省市县区])?(?:现有|已有|原有|既有|已建成|已建|已投用)的?(?P<n>[{COUNT}]+)的?(?P<thing>[^{PRINCIPAL}{BOUND}，的]{{2,20}}?)(?:开展|进行|实施|予以)[^，{PRINCIPAL}]{{2,20}}$",
    reads=("对已建成的12家养老机构开展提质改造",),
    leaves=("对12家养老机构开展改造",),
    by="match",
    painted=True,
)
# 在去年新改建农村公路240公里的基础上: what was done last.
_BUILT_LATELY = Pattern(
    rf"在(?:去年|上年|上一年|前期|前两年|前三年|(?:19|20)\d\d年)已?(?:{CREATE})(?P<thing>[^{PRINCIPAL}{BOUND}，的]{{2,20}}?)(?P<n>{BOUND}*[{COUNT}{MEASURE}]+)的?基础上$",
    reads=("在去年新改建农村公路240公里的基础上",),
    leaves=("新改建农村公路240公里",),
    by="match",
    painted=True,
)
# 森林覆盖率已由2020年的38%提高到41%: what it has come to.
_COME_TO = Pattern(
    rf"(?P<thing>[^{PRINCIPAL}{BOUND}，]{{2,40}}?)已经?[由从](?:[^，{PRINCIPAL}]{{0,10}})[{BOUND}{PRINCIPAL}]+[^，{PRINCIPAL}]{{0,4}}(?:{CHANGE})[到至为](?P<n>{BOUND}*[{PRINCIPAL}]+)$",
    reads=("森林覆盖率已由2020年的38%提高到41%",),
    leaves=("森林覆盖率由38%提高到41%",),
    by="match",
    painted=True,
)
# 全市尚有32个行政村未开通宽带网络: how many are not so yet.
_STILL_LACKING = Pattern(
    rf"(?:目前|全[省市县区]|我[省市县区]|[，。])*(?:[尚仍还]有|剩余|其余|尚余|还剩)(?P<n>{BOUND}*[{COUNT}]+)(?P<thing>[^{PRINCIPAL}{BOUND}，的未没]{{2,20}}?)(?:尚?未|还?没有?|不具备)[^，{PRINCIPAL}]{{2,24}}$",
    reads=("全市尚有32个行政村未开通宽带网络",),
    leaves=("全市有32个行政村开通宽带网络",),
    by="match",
    painted=True,
)
# 上级下达的52项改革任务已完成47项: of so many some are done.
_OF_WHICH_DONE = Pattern(
    rf"[^，{PRINCIPAL}]{{0,12}}?的?(?P<n>[{COUNT}]+)(?P<thing>[^{PRINCIPAL}{BOUND}，的]{{2,20}}?)(?:中?已)[^，]*$",
    reads=("上级下达的52项改革任务已完成47项",),
    leaves=("52项改革任务",),
    by="match",
    painted=True,
)
_THERE = FirstOf(
    _SET_THERE,
    _NOUN_BEHIND,
    _NOUN_AHEAD,
    _AS_OF_YEAR,
    _MOVED_SINCE,
    _HAD,
    _WORKED_ON,
    _BUILT_LATELY,
    _COME_TO,
    _STILL_LACKING,
    _OF_WHICH_DONE,
)
# 2025年现状值为41%: of what, the words before say.
_NOW = Pattern("(?:现状|基期|基准|基线)(?:值|数|水平)?", reads=("现状值",), leaves=("现状值的差距",), by="fullmatch")


def there_already(text: str, painted: Painted, clause: Clause, before: tuple[int, int]) -> Reading | None:
    """What a clause says that there is already, where it is kept out for that: no target, but the next clause may leave out its noun.

    开放数据集：原有1200个，2028年达到3000个: of what, the label `before` it may say.
    """
    out = kept_out(text, painted, clause)
    if not out or out[0] not in ("existing", "background"):
        return None
    if painted[before[1] : before[1] + 1] == "：" and NUMBER_RUN.match(painted, clause.start + len(out[1])):
        begin = behind_lead(painted, *before)
        return Reading(
            clause.start, clause.end, EXISTS, None, clause.start + len(out[1]), noun(text[begin : before[1]]), None, was=True
        )
    return what_is_there(text, painted, clause)


def what_is_there(text: str, painted: Painted, clause: Clause) -> Reading | None:
    """What a clause says that there is, where it is known to tell what was."""
    match = _THERE.match(painted, clause.start, clause.end)
    if match is None:
        return None
    named = noun(text[slice(*match.span("thing"))])
    if _NOW.fullmatch(named):
        return None
    number = "n" if match.group("n") else "based"
    return Reading(clause.start, clause.end, EXISTS, None, match.start(number), named, None, was=True)
