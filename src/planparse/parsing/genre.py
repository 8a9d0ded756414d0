"""What kind of document a text is, by its title: whether its numbers can be commitments hangs on that.

Source: the kinds of official documents (党政机关公文处理工作条例, 行政法规制定程序条例) and the names that plans, measures and notices bear
in practice.
"""

from __future__ import annotations

from typing import Literal

from planparse.language.documents import RULES
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.model import Plan

Genre = Literal["plan", "rules", "call", "report", "news"]
"""plan: commits somebody; rules: say what is allowed and required; call: invites applications; report: says what was; news tells of it."""

_REPORT = Pattern(
    "一封信$|公开信$|倡议书$|慰问信$|温馨提示$|统计公报|公报(?:[（》]|$)|工作总结|完成情况|(?:典型|优秀)(?:案例|经验|做法)(?:集|汇编)?$|工作报告|年度报告|进展情况|评估报告|政策解读|答记者问|(?<!安排)(?<!打算)(?:情况|运行|形势)(?:的)?(?:报告|通报|汇报|通告|分析)?(?:[（》]|$)",
    reads=(
        "某市2022年国民经济和社会发展统计公报",
        "2023年法治政府建设年度报告",
        "关于重点项目推进情况的报告",
        "公路建设工作情况",
        "致广大市民的一封信",
        "第一批数据应用典型案例",
    ),
    leaves=(
        "典型案例征集工作方案",
        "某市数字经济发展实施方案",
        "某区2024年工作要点",
        "关于2025年工作情况和2026年工作安排的报告",
    ),
)
_OF_REPORT = Pattern("落实|贯彻|分工|任务", reads=("关于落实政府工作报告重点任务分工的意见",), leaves=("2023年工作报告",))
_CALL = Pattern(
    "关于(?:组织|开展|做好)?(?:申报|征集|遴选|评选)[^，。]{2,60}的(?:通知|公告|通告|函)$|招聘|招录|选调|遴选公告|考试公告|成绩|拟(?:录用|聘用|入选)|(?:名单|结果|拟[^，。]{0,16}|情况|项目)的?公示|(?:组织|开展|做好)[^，。]{0,40}(?:申报|推荐|评选|评审|征集|报名)[^，。]{0,8}(?:工作)?(?:的)?(?:通知|公告|通告)|申报指南|申请指南|征集公告",
    reads=(
        "关于组织申报2026年度科技计划项目的通知",
        "某区2024年公开招聘教师公告",
        "关于组织开展2023年示范企业申报工作的通知",
        "关于某项目名单的公示",
    ),
    leaves=("某市人才引育行动计划", "关于印发消费促进方案的通知", "全面推行行政执法公示制度"),
)
_RULES = Pattern(
    f"{RULES}(?:（[^（）]*）|》)*$",
    reads=("公共租赁住房保障办法", "专项资金管理办法（试行）", "办事指南"),
    leaves=("实施方案", "若干措施", "关于加强管理的意见"),
)
_CHINESE = Pattern(HAN, reads=("方案",), leaves=("plan 2025",))
_FEWEST_CLAUSES = 3


_PLAN = Pattern(
    "(?:方案|计划|规划|纲要|意见|措施|要点|分工|行动)(?:（[^（）]*）|》|的通知)*$",
    reads=("全面推行行政执法公示制度实施方案", "招聘服务专项行动方案（2023年）", "关于做好2023年推荐工作的若干措施"),
    leaves=("2023年政府工作报告", "专项资金管理办法"),
)


# 现开展2019年资金申报工作, 现将认定工作有关事项通知如下: what a call says of itself where no title does.
_CALLS = Pattern(
    "(?:现[^，。；]{0,6}?|联合|拟|决定|继续|计划)(?:将|就|组织|开展|启动|受理|举办)[^。；《\n]{0,60}?(?:申报|提名|推荐|认定|征集|评选|评审|遴选|大赛)[^，。；案划]{0,14}(?:工作|事项|指南|通知|活动|[。，])"
    "|[厅局委办部会市]将(?:组织开展|组织|开展|启动)?[^，。；《\n]{0,40}?(?:申报|征集|(?<!新)(?:认定|评选|评奖))(?![^。；\n]{0,24}[0-9])"
    "|现(?:开始|组织)(?:开展)?(?:申报|征集|推荐|评选)|(?:商请|请)[^，。；\n]{0,10}(?:协助|帮助|配合)(?:做好)?(?:征集|推荐)"
    "|申报(?:方向|书|表)|推荐(?:名额|表)"
    "|为(?:切实)?(?:做好|开展)[^。；《\n]{0,50}?(?:申报|推荐|提名|征集|评选)[^。；《\n]{0,8}工作，(?:现|特)"
    "|[一二三四五六七八]、(?:企业|项目)?(?:申报|推荐|报名|参赛|征集|参评|评选|遴选)(?:企业|单位)?(?:的?基本)?(?:条件|对象|主体|材料|程序|名额|方向|范围|资格)",
    reads=(
        "现开展2019年电子商务发展资金申报工作",
        "现将2020年度科技计划项目申报指南予以发布",
        "现将提名推荐工作相关事项通知如下",
        "决定开展2019年大数据优秀案例征集活动。",
        "我厅将征集工业软件典型应用案例",
        "为做好创新人才推进计划申报推荐工作，现将有关事项通知如下",
        "二、申报条件",
        "在两个申报方向，遴选质量标杆",
        "我部将开展优秀工业设计奖评奖工作",
        "现组织申报2020年度第三批科技计划项目",
        "现商请贵单位协助征集重点企业清单",
    ),
    leaves=(
        "现将实施方案印发给你们",
        "现就做好就业工作提出如下意见",
        "开展行政审批服务",
        "一、推荐使用绿色建材",
        "为做好就业工作，现提出如下措施",
        "我市将加快培育创新主体，新认定高新技术企业50家",
        "二、项目范围",
    ),
)
# 记者获悉, 新华社, 据悉: how the press tells, where no title says what a text is.
_NEWS = Pattern(
    "记者[^，。；\n]{0,10}?(?:获悉|了解|报道|采访|从|在|摄|看到|见到)|(?:告诉|对)记者|本报讯|本报记者|新华社(?!受权|[^，。\n]{0,16}电[ \u3000]*(?:近日，)?(?:中共中央|国务院))|(?<=[（ \u3000\n])通讯员|据悉|据了解|据[^，。；]{0,6}介绍[，：]|接受[^，。]{0,8}采访|新闻发布会(?:上|[ \u3000\n])|日报讯|晚报讯|一图读懂|就是命令[，、][^，。；]{2,8}就是责任|的(?:一个)?(?:生动)?缩影。|尊敬的(?:纳税人|市民|居民|用户|客户|旅客|游客|家长|企业|读者|缴费人)|(?:调研|考察|检查|督查|座谈)[^。，\n]{0,16}时(?:强调|指出)[ \u3000]|原标题[：:]"
    # “…”，某人说; 某人介绍：“…”: whoever is quoted speaks to the press.
    "|”[^，。；“”\n]{0,24}(?:说|表示|介绍说?|坦言|告诉)[。，]|(?:(?<![学小传论演解游听劝胡])说|介绍|坦言|表示)[：，]“[^”]{12}",
    reads=(
        "“只能按照抵港时间置顶。”某某说。",
        "每天固定为25人办理。工作人员某某告诉记者。",
        "某区负责人介绍：“在政策的基础上，我们进一步增强帮扶的精准性",
        "原标题：某市出台援企稳岗政策",
        "记者从市发改委获悉",
        "某某在基层调研时强调 政策落实要给力",
        "一图读懂“暖企十六条”",
        "疫情就是命令、防控就是责任。",
        "全力维护市场秩序的一个缩影。",
        "尊敬的纳税人、缴费人：",
        "据悉，全市已有",
        "新华社北京2月11日电",
    ),
    leaves=(
        "现将有关事项通知如下",
        "记者站",
        "加强新闻宣传",
        "由新华社受权发布",
        "组建科技通讯员队伍",
        "新华社北京2月2日电 中共中央 国务院关于",
        "各县调研时强调的问题",
    ),
)
# 第一章 总则 第一条, 性能要求: the articles of rules, and the columns of what a product must be, where no title names them.
_ARTICLES = Pattern(
    "(?:^|[\n \u3000])第一条[ \u3000]|(?:性能|技术)(?:要求|指标)[\n \u3000|]{1,3}应用(?:领域|范围)",
    reads=("第一章 总则\n第一条 为规范资金管理", "材料名称\n性能要求\n应用领域"),
    leaves=("第一条生产线", "按照第一条 "),
)
# 2月19日，市委宣传部召开新闻发布会; 昨天; 企业复工，都做了些啥？: how the press begins, in a text that is sent to nobody.
_DATELINE = Pattern(
    r"[^：《。]{0,60}?(?<![年\d])\d{1,2}月\d{1,2}日(?:上午|下午|晚|晚上|凌晨)?，[^。：\n]{2,60}?(?:召开|举行|介绍|宣布|启动|发布|印发|出台|部署|赴|来到|推出|通报|消息)"
    r"|(?![^。\n]{0,60}(?:关于|通知|方案|公告))[^。《\n]{4,60}?[ \u3000](?:截[至止])?(?:\d{1,2}月\d{1,2}日|昨[天日晚]|今[天日早])[^。，\n]{0,6}，"
    "|[^：《。]{0,60}?(?:昨[天日晚]|前天|今[天日](?=[，起])|连日来，|这[两几]天，|最新消息|详细阅读)"
    "|[^：《。，\n]{0,16}(?:，[^：《。，\n]{2,16})?？|[^：《。\n]{4,40}(?:！|在行动[ \u3000\n])|[【（][^】）]{0,10}(?:网|报|头条|快讯|新闻|动态|关注)[】）]|[^：《。\n]{2,24}(?:一封信|公开信|倡议书)",
    reads=(
        "某市出台28条举措 助推文化企业发展 2月19日，某市市委宣传部召开新闻发布会",
        "某市：筑牢“两张网” 确保“两手硬” 2月18日，某市又有",
        "多项业务调整 市交管局昨天发布消息",
        "帮助企业复工复产，某市都做了些啥？",
        "网上预约上线了！",
        "共克时艰，某市产业园区在行动 近期，",
        "【某某党建网】某市税务局",
    ),
    leaves=(
        "各县区：2月19日，市政府印发",
        "2020年2月19日，市政府印发",
        "为贯彻落实《意见》，2月19日，市政府召开",
        "关于加强管理的通知 2月18日，各县",
    ),
    by="match",
)
# 某区调整公交线路  为方便群众出行: a headline that names no document, prose behind its blank, and no mark of an outline.
_HEADED = Pattern(
    "(?![^\n。 \u3000]{0,60}(?:关于|通知|方案|计划|规划|意见|措施|办法|要点|公告|通告|公报|条例|规定|细则|指南|指引|决定|目录|〔|号|发文))[^。：；\n《]{8,60}[ \u3000]{1,3}(?=[^ \u3000\n]{30})",
    reads=("某区部分公交线路临时性调整  为方便群众节日期间出行，避免造成主要道路和商圈周边拥堵，根据交通部门安排",),
    leaves=("关于加强市场管理的通知  为方便群众节日期间出行，避免造成主要道路和商圈周边拥堵，根据交通部门安排",),
    by="match",
)
_OUTLINED = Pattern(
    r"[一二三四五]、|（[一二三四]）|第[一二三]章|第一条|(?:^|[\n \u3000])\d{1,2}[.、．]",
    reads=("一、总体要求", "（一）目标", "\n1.工作目标"),
    leaves=("为有效预防",),
)
# 某市出台多条举措: the headline of news about measures; a plan of measures names none of these.
_HEADLINE = Pattern(
    "^(?!.*关于)(?:.*(?:出台|推出|发文|打出|亮出|送出|祭出|再出).*|.*(?:措施|举措|行动))$",
    reads=("某市出台28条务实举措", "继续深化细化防控措施"),
    leaves=("关于支持企业发展的若干措施", "某市促进消费实施方案"),
)
# 1、什么样的组织可以公开募捐？: who answers questions tells what holds.
_QUESTION = Pattern(
    r"(?:^|\n)[ \u3000]*\d{1,2}[、.．][^。；？\n]{4,60}？",
    reads=("\n1、什么样的组织可以进行公开募捐？",),
    leaves=("1.加强管理。", "如何办理？"),
)
_FEWEST_QUESTIONS = 2
# 近年来，某市财政采取多项措施，取得了一定的成效: how a report opens that has no title, and announces nothing.
_HAS_DONE = Pattern(
    "[ \u3000\n\t]*(?:(?:近年来|今年以来|今年前[^，。]{1,6}月|[几数][十]?年来)，(?![^。\n]{0,200}(?:力争|现就|为此|但))[^。：\n]{0,200}?(?:取得了?|同比|比去年)|[^：《]{0,120}?[。 \u3000\n\t]今日，)",
    reads=(
        "近年来，某市财政采取多项措施，取得了一定的成效：",
        "今年前6个月，全省进出口6357亿元，比去年同期增长6.8%",
        "惠及民生。 今日，全市启动",
    ),
    leaves=("近年来，我市工作取得成效，但问题仍然突出", "今年以来，现就做好工作通知如下"),
    by="match",
)
_ANNOUNCES = Pattern(
    "制定(?:本|如下|以下|了?方案)|提出(?:如下|以下)|(?:通知|意见|措施|方案)如下|印发|实施方案|行动计划|(?:总体|工作)(?:要求|目标)|主要任务|指导思想",
    reads=("现将有关事项通知如下", "一、总体要求", "特制定本方案"),
    leaves=("今日，全市启动宣传月活动",),
)
_OF_LATE = Pattern(
    "(?:近年来|近日|日前|今年以来|去年以来)，", reads=("近年来，某市采取措施",), leaves=("为贯彻落实",), by="match"
)
# A title that names a document; any other may be a headline.
_NAMES_DOCUMENT = Pattern(
    "关于|通知$|公告|通告|决定|批复|办法|条例|规定|细则|标准|指南|清单|目录|[》函]$|行动|工程|规划|方案|意见|计划|措施",
    reads=("关于支持企业发展的若干政策", "某市促进消费的若干措施"),
    leaves=("某地人社部门密集出台系列惠企举措",),
)
OPENING = 1200
"""How many characters of a text say what kind it is, where it has no title."""


def genre_of(title: str | None, opening: str = "") -> Genre:
    """The kind of document that a title names, or the opening of its text; what neither tells counts as a plan.

    >>> [genre_of(title) for title in ("某市停车管理实施方案", "专项资金管理办法（试行）", "2022年国民经济和社会发展统计公报")]
    ['plan', 'rules', 'report']
    """
    if not title:
        return _told_by(opening)
    if _HEADLINE.search(title) and _is_press(opening):
        return "news"
    if _PLAN.search(title) and not _CALL.match(title):
        return "plan"
    if _REPORT.search(title) and not _OF_REPORT.search(title):
        return "report"
    if _CALL.search(title):
        return "call"
    if _RULES.search(title):
        return "rules"
    press = _is_press(opening) or _OF_LATE.match(opening)
    return "plan" if _NAMES_DOCUMENT.search(title) or not press else "news"


def _told_by(opening: str) -> Genre:
    """The kind of document that the opening of a text without a title tells."""
    if _CALLS.search(opening):
        return "call"
    if _is_press(opening):
        return "news"
    if _HAS_DONE.match(opening) and not _ANNOUNCES.search(opening):
        return "report"
    asked = sum(1 for _ in _QUESTION.finditer(opening)) >= _FEWEST_QUESTIONS
    return "rules" if asked or _ARTICLES.search(opening) else "plan"


def _is_press(opening: str) -> bool:
    """Whether a text opens as the press does, and no office."""
    if _NEWS.search(opening) or _DATELINE.match(opening):
        return True
    return _HEADED.match(opening) is not None and not _OUTLINED.search(opening)


def is_plan(plan: Plan) -> bool:
    """Whether a text that was read as a plan is one: it is Chinese and something was found in it.

    A plan whose measures were lost on the way still prints who answers for them, and what is told of a plan by when it is to be done.
    """
    outside = sum(diagnostic.code == "clause-outside-measure" for diagnostic in plan.diagnostics)
    told = plan.deadlines and _PLAN.search(plan.metadata.title or "")
    found = plan.sections or plan.measures or plan.targets or outside >= _FEWEST_CLAUSES or told
    return bool(found) and _CHINESE.search(plan.text) is not None
