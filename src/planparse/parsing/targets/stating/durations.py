"""Lengths of time: how long something takes or lasts, and by how much that is to change."""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.parsing.targets.grammar import (
    ADVERB,
    BOUND,
    CHANGE,
    DEADLINE,
    DURATION,
    END,
    LASTING,
    PERCENT,
    REACH,
    SHORTER,
    STOP,
    TIME,
    TargetRule,
    firsts,
)
from planparse.parsing.targets.skeleton import PAINT

_VERBS = words("verbs")
_SHORTEN = f"(?:{SHORTER}|降低|控制|限[制定]|提速|精简)(?:至|到|为|在)|(?<![报请纳费款期理结]时[间限])(?:延长|增加|提高)(?:至|到)|(?:达到|保持在|稳定在|实现)|(?<![应须需当])在(?={TIME})|(?={PAINT['bound']})"
_TAKING = "(?<![贷还付]款)周期|(?<=平均)(?:停留|逗留|等待|等候|候诊|排队|在途)|时间|时限|审限|时效|工期|天数|时长|时延|用时|耗时|历时|停时|候时"
# What offices do, and how long it takes is to become shorter.
_PROCESS = alternation(_VERBS["processes"])
# 缩短至自受理之日起12个工作日: from when it is counted.
_FROM_THEN = f"(?:自?[^，{STOP}{TIME}]{{2,14}}?起)?"

RULES = (
    TargetRule(
        "shorten",
        rf"(?P<indicator>.*?(?:{_TAKING})(?:总体|总计|合计)?){ADVERB}(?P<reach>{_SHORTEN}){_FROM_THEN}<n>{END}",
        {
            "企业开办时间压缩至3个工作日以内": ("企业开办时间", None),
            "用电报装时间不超过20个工作日": ("用电报装时间", None),
            "核准类项目审批用时均不超过29个工作日": ("核准类项目审批用时", None),
            "经营许可办理时限缩短至自受理申请之日起12个工作日内": ("经营许可办理时限", None),
            "游客平均停留时间延长至2.5天": ("游客平均停留时间", None),
            "游客平均停留达到2.5天": ("游客平均停留", None),
            "办理出口退税的平均时间在5个工作日内": ("办理出口退税的平均时间", None),
            "简单破产案件审限控制在3个月内": ("简单破产案件审限", None),
        },
        ("贷款期限不超过3年", "未申报时间统一延长为3个月"),
        kind="level",
        numbers=TIME,
        needs=frozenset("时期天间周平限"),
    ),
    TargetRule(
        "takes_within",
        rf"(?P<indicator>[^，{STOP}{TIME}]{{2,}}?(?:{_TAKING}|周期|住院日)){ADVERB}(?P<reach>)<n>{END}",
        {"低压客户平均接电时间3个工作日以内": ("低压客户平均接电时间", None)},
        ("低压客户平均接电时间3个工作日", "申请人社保缴纳时间3年以上的"),
        kind="level",
        numbers=TIME,
        closed=True,
        needs=frozenset("时期天日平限"),
    ),
    TargetRule(
        "stands_for",
        rf"(?P<indicator>(?![^，]*(?:申请|缴[纳费存]|参保|从业|经营|居住|持有|贷款|租赁|合同))[^，{STOP}{TIME}]*?{LASTING}){ADVERB}(?P<reach>)<n>{END}",
        {
            "公交线路平均间隔12分钟以内": ("公交线路平均间隔", None),
            "执业人员年均学时40学时以上": ("执业人员年均学时", None),
        },
        ("申请人平均缴费年限3年以上", "培训时间3天以上"),
        kind="level",
        numbers=TIME,
        closed=True,
        promised=True,
        needs=frozenset("均每天长寿学时"),
    ),
    TargetRule(
        "takes",
        rf"(?P<indicator>(?![^，]*(?:申请|缴[纳费存]|参保|从业|经营|居住|持有|贷款|租赁|合同|公示))[^，{STOP}{TIME}]{{2,}}?(?:{_TAKING}|住院日)){ADVERB}(?P<reach>达(?!到)|为|是)<n>{END}",
        {
            "到2027年，旅游平均停留时间达2.3天": ("旅游平均停留时间", None),
            "到2027年，急救平均反应时间为10分钟以内": ("急救平均反应时间", None),
        },
        ("公示时间为5个工作日", "办理时限为5个工作日"),
        kind="level",
        numbers=TIME,
        closed=True,
        promised=True,
        needs=frozenset("达为是"),
    ),
    TargetRule(
        "shorten_process",
        rf"(?P<indicator>[^，{STOP}{TIME}]*?(?:{_PROCESS})(?:全?流程|全程|事项|业务|环节)?){ADVERB}(?P<reach>(?:{SHORTER}|降低|提速|控制)(?:至|到|为|在))<n>{END}",
        {
            "分块用海报批最短压缩至2个月": ("分块用海报批", None),
            "不动产抵押登记压缩至1个工作日": ("不动产抵押登记", None),
            "企业开办全流程控制在1个工作日以内": ("企业开办全流程", None),
        },
        ("贷款审批后期限压缩至1年的", "政府投资项目减至90个工作日以内"),
        kind="level",
        numbers=TIME,
        needs=firsts("processes"),
    ),
    TargetRule(
        "done_within",
        rf"(?:实现|确保|做到|推动|力争)?(?P<indicator>(?:诉求|工单|差评|投诉)(?=[要在均]?{TIME})|(?![^，]*(?:之?[日时]起|以?后|申请人|(?<![响供反])应(?!急)|须|逾期|日前))[^，{STOP}{TIME}]{{3,}}?)(?:[要在均]|(?<!许)可|全部|一律|实现)?<n>(?:以?内)?(?:全部)?(?:办结|办理完毕|办成|办好|完成|响应|到账|出证|拿证|送达|通关)$",
        {
            "专利侵权纠纷行政裁决案件60日内办结": ("专利侵权纠纷行政裁决案件", None),
            "企业开办1个工作日内办结": ("企业开办", None),
        },
        ("自受理之日起5个工作日内办结", "收到申请后10个工作日内完成", "行政机关应当在20日内办结"),
        kind="level",
        numbers=TIME,
        needs=frozenset("办完响到出拿送通"),
    ),
    TargetRule(
        "responds_within",
        r"(?:实现|做到|确保|达到)?<n>(?:以?内)?(?P<indicator>(?:人工|在线|快速)?(?:响应|办结|到账|通关|出证|办理|审批|送达|处置|接诉))$",
        {"实现1分钟响应": ("响应", None), "做到24小时内办结": ("办结", None)},
        ("实现1年运营", "提供24小时服务"),
        kind="level",
        numbers=TIME,
        needs=frozenset("响办到通出审送处接"),
    ),
    TargetRule(
        "shorten_first",
        rf"(?:实现|确保)?(?:{SHORTER}|降低|延长|增加)(?P<indicator>[^，{STOP}{TIME}]{{2,}}?(?:时间|时限|工期|周期|时长))(?P<reach>至|到)(?:每[天日周])?<n>{END}",
        {"压缩企业开办时间至8天以内": ("企业开办时间", None)},
        ("压缩企业开办时间3天", "企业开办时间压缩至8天"),
        kind="level",
        numbers=TIME,
        needs=frozenset("至到"),
    ),
    TargetRule(
        "shorten_to_share",
        rf"(?P<indicator>[^，{STOP}]{{3,}}?){ADVERB}(?P<reach>(?:{SHORTER}|控制|精简)(?:至|到|为|在)(?:(?:法定|规定|国家|原|现行|承诺)[^，{STOP}]{{0,10}}?(?:时限|时间|时长|期限|周期)|原来|原有|现在|目前)的?)<n>{END}",
        {
            "审批事项审批时限压减至法定时限50%以内": ("审批事项审批时限", None),
            "项目环评审批时限压缩至法定时限的一半": ("项目环评审批时限", None),
        },
        ("审批时限压减50%以上", "比法定时限压缩50%"),
        kind="level",
        numbers=PERCENT,
        needs=frozenset("时期原现目"),
    ),
    TargetRule(
        "lasts",
        rf"(?P<indicator>.*?(?:教育年限|寿命|平均[^，{STOP}{TIME}]{{0,4}}年[龄限]|[车机船]龄|存续期|账期|月数|天数|小时数|机时|平均住院日|满意度|分值|安全感|获得感|幸福感|美誉度|公信力|得分|分数|评分|平均分|总分|成绩|指数|测评|评价|时长|学时|课时|提前量|时效|间隔|(?:开放|营业|学习|训练|飞行|利用|续航|供应|保障|活动|锻炼|运动|睡眠)时间|(?:人均|[年月]均|年度)[^，{STOP}{TIME}]{{0,4}}(?:培训|学习|服务|锻炼|劳动|阅读|实践|研修|继续教育)|(?<=人均预期)寿命)){ADVERB}(?:每[天日周])?[{DEADLINE}]*(?:{REACH}|提前[至到]|(?={BOUND})|(?<=寿命)|(?<=满意度)|(?<=得分)|(?<=评分))<n>{END}",
        {
            "人均预期寿命达到80.5岁": ("人均预期寿命", None),
            "劳动年龄人口平均受教育年限达到11.5年": ("劳动年龄人口平均受教育年限", None),
            "企业满意度达到95分以上": ("企业满意度", None),
            "三级公立医院平均住院日降至7.2天": ("三级公立医院平均住院日", None),
            "暴雨预警提前量达到60分钟以上": ("暴雨预警提前量", None),
            "教师人均培训达到72学时以上": ("教师人均培训", None),
            "办公设备平均使用年限延长至8年": ("办公设备平均使用年限", None),
            "孤独症儿童平均确诊年龄提前至3.5岁": ("孤独症儿童平均确诊年龄", None),
        },
        ("贷款期限达到3年", "申请人年龄在45周岁以下", "摊销年限不低于10年"),
        kind="level",
        numbers=TIME,
        needs=frozenset("限寿龄满分评绩指测时数日间量隔期感誉信均度"),
    ),
    TargetRule(
        "shorten_elided",
        rf"(?P<indicator>[^，]*?)(?:实现)?(?P<reach>再?(?:{SHORTER})(?:至|到|为))<n>{END}",
        {"市政工程审批时间压减一半，政府投资项目减至90个工作日以内": ("政府投资项目审批时间", None)},
        ("政府投资项目减至90个工作日以内",),
        kind="level",
        numbers=TIME,
        elided=True,
    ),
    TargetRule(
        "time_elided",
        rf"(?P<indicator>[^，{STOP}{TIME}]{{2,16}}?){ADVERB}(?P<reach>)<b>{END}",
        {"政府投资项目审批时限不超过70个工作日，社会投资项目不超过40个工作日": ("社会投资项目审批时限", None)},
        ("社会投资项目不超过40个工作日",),
        kind="level",
        numbers=TIME,
        elided=True,
    ),
    TargetRule(
        "stored_for",
        rf"(?:[^，{STOP}{TIME}]{{0,24}}?)(?P<verb>(?:至少)?(?:形成|具备|建立|建成|达到|拥有))(?:至少)?(?:不低于|不少于)?(?:[^，{STOP}{TIME}]{{2,16}}?)?<n>(?:以上)?的?(?:日均|平均)?(?:需求|消费|供应|销售|使用|用[气水电粮油])量?的?(?P<indicator>[^，{STOP}{TIME}]{{0,6}}?(?:储备|储气|储存|调峰|保供)[^，]{{0,4}}?(?:能力|规模|库存|量))(?P<reach>)(?:目标|要求|任务)?$",
        {
            "县级以上人民政府形成不低于保障本区域日均3天需求量的储气能力": ("储气能力", None),
            "至少形成3天用气量的应急储备能力目标": ("应急储备能力", None),
        },
        ("形成3年的储备能力",),
        kind="level",
        numbers=TIME,
        needs=frozenset("储调保"),
    ),
    TargetRule(
        "lengthens",
        rf"(?P<indicator>[^，{STOP}{TIME}]*?(?:{DURATION}|得分|评分|满意度|指数))(?:[比较](?P<since>[^{STOP}，{TIME}]{{2,16}}?)(?:基础上)?)?{ADVERB}(?P<outcome>(?P<dir>{CHANGE}))<n>{END}",
        {
            "人均预期寿命较2025年提高1岁": ("人均预期寿命", "提高"),
            "人均健康预期寿命增加1.5岁": ("人均健康预期寿命", "增加"),
            "平均审批时间缩短3天以上": ("平均审批时间", "缩短"),
        },
        ("人均健康预期寿命达到80岁", "贷款期限延长1年"),
        kind="change",
        numbers=TIME,
        needs=frozenset("限寿龄间长数期时分度日"),
    ),
    TargetRule(
        "lasts_on",
        rf"(?P<indicator>)(?P<reach>{REACH})<n>{END}",
        {"人均预期寿命提高1岁、达到80.6岁": ("人均预期寿命", None)},
        ("贷款期限延长1年、达到3年",),
        kind="level",
        numbers=TIME,
        elided=True,
    ),
    TargetRule(
        "lengthens_on",
        rf"(?P<indicator>)(?:[比较](?P<since>[^{STOP}，{TIME}]{{2,16}}?)(?:基础上)?)?{ADVERB}(?P<outcome>(?P<dir>{CHANGE}))<n>{END}",
        {"平均受教育年限达到11.8年，较2023年增加0.6年": ("平均受教育年限", "增加")},
        ("贷款期限达到3年，延长1年",),
        kind="change",
        numbers=TIME,
        elided=True,
    ),
)
