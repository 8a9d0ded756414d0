"""Shares: how many of a set reach something, and rates that stand behind what they are of."""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.parsing.targets.grammar import (
    ADVERB,
    BOUND,
    COUNT,
    END,
    ENDED,
    HIDDEN,
    LEVELS,
    MEASURE,
    MERGED,
    NO_NOUN,
    NOUN,
    OUTCOME,
    PERCENT,
    REACH,
    STOP,
    TIME,
    TargetRule,
    firsts,
)

_VERBS = words("verbs")
# What stands between things and the share of them that reaches a state.
_SHARE_ADVERB = f"(?:{alternation(_VERBS['adverbs'])}|达到|实现|做到|有){{0,2}}"
# 隐患整改100%: what is done with all of them, right before the number.
_FULLY_DONE = "(?:整改|办结|办理|检测|走访|达标|入库|公开|上岗|处理|处置|审批|备案|检查|排查|归集|回访|落实|审核|纳入|配备|签订|建档|培训|申报)"
# Who or what makes up a set: 九成以上的规模养殖场.
_MEMBER = alternation(_VERBS["members"])

RULES = (
    TargetRule(
        "rate_behind",
        rf"(?:实现|达到|确保|保证)?<n>的?(?P<indicator>[^{STOP}，的]{{2,12}}(?:率|覆盖面|比例|比重))(?P<outcome>)$",
        {"实现90%解决率": ("解决率", None)},
        ("按50%的比例给予补贴",),
        kind="level",
        numbers=PERCENT,
        needs=frozenset("率覆比"),
    ),
    TargetRule(
        "merged_into",
        rf"(?:[将把对]|推动|推进)?(?:现有|原有|目前)?的?[{COUNT}]+的?(?P<indicator>{NOUN})(?P<reach>{MERGED})<n>{END}",
        {
            "原有14个海事监管站点整合为6个": ("海事监管站点", "整合为6个"),
            "将32家市属企业重组为18家": ("市属企业", "重组为18家"),
        },
        ("海事监管站点整合为6个", "原有14个监管站点"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("为至到成"),
    ),
    TargetRule(
        "from_today",
        rf"(?:将|把)?(?:目前|现行|现有|原来|原有|原)的?(?P<from>[{BOUND}{LEVELS}{TIME}]++)的?(?P<indicator>{NOUN})(?P<reach>{REACH})<n>{END}",
        {"将目前5%的失业率降低至4%以下": ("失业率", None)},
        ("将目前的失业率降低1个百分点",),
        kind=None,
        numbers=LEVELS + TIME,
        needs=frozenset("目现原"),
    ),
    TargetRule(
        "share_of",
        rf"(?P<indicator>(?![^，{STOP}]*按)(?:[^，{STOP}]{{3,}}?|{_MEMBER}))(?<![的占以有])(?:{_SHARE_ADVERB})<n>(?P<outcome>{ADVERB}{NO_NOUN}(?:{OUTCOME}|采取|实施|按照?(?=[^，]{{2,16}}(?:供应|出让|执行|落实|建设|配置|管理|运行|设计))).+)$",
        {
            "产业园区新增工业用地60%以上采取“标准地”供应": ("产业园区新增工业用地", "采取“标准地”供应"),
            "社区80%建成便民生活圈": ("社区", "建成便民生活圈"),
            "规模以上企业50%以上建立研发机构": ("规模以上企业", "建立研发机构"),
        },
        ("按年度担保额的1%进行补偿", "20%以上的村卫生室建成“中医阁”", "60%覆盖面"),
        kind="share",
        numbers=PERCENT,
    ),
    TargetRule(
        "share_done",
        rf"(?:实现|做到|推动|推进|确保)?(?P<indicator>(?![^，{STOP}]*按)[^，{STOP}]{{2,}}?)(?<![的占按以有])(?:实现|做到|达到)?<n>(?P<outcome>(?:按期|限期|按时|及时|实行|进行|全部|全(?!覆盖))?(?:落实|回访|整改|办结|反馈|公开|上线|联网|达标|归集|共享|检查|复核|兑现|建档|检测|入库|到位|回复|备案|运行|覆盖|合格))(?:到位)?(?:为(?:主要)?目标)?$",
        {
            "实名差评100%按期整改": ("实名差评", "按期整改"),
            "业扩工单100%回访": ("业扩工单", "回访"),
            "养老服务设施实现100%覆盖": ("养老服务设施", "覆盖"),
            "实现课后服务100%覆盖": ("课后服务", "覆盖"),
        },
        ("按照50%到位", "合格率100%"),
        kind="share",
        numbers=PERCENT,
    ),
    TargetRule(
        "fully_done",
        rf"(?:确保|做到|实现|推动|推进)*(?P<indicator>(?![^，{STOP}]*(?:按|资金|经费|费用|贷款|承担|给予|[占率]))[^，{STOP}]{{2,}}?{_FULLY_DONE})(?P<outcome>)(?:实现|达到)?<n>$",
        {"隐患整改100%": ("隐患整改", None), "确保事项并联审批100%": ("事项并联审批", None)},
        ("整改率100%", "按期办结100%的案件", "资金落实50%"),
        kind="level",
        numbers=PERCENT,
        needs=frozenset("改结理测访标库公岗理置批案查集访实核入备订档训报"),
    ),
    TargetRule(
        "share_state",
        rf"(?:[^，{STOP}]{{0,4}}?(?<![率占比例重面度])有?|全[省市县区州])?(?:至少|约)?<n>的?(?P<indicator>[^{STOP}，、的]{{0,14}}?(?:{_MEMBER}))(?P<outcome>[^{STOP}，的]{{2,14}}?(?:(?:全部|基本|均)?(?:到位|达标|合格|完善|贯通)|(?:达到?|控制在|在)?{BOUND}*[{MEASURE}{COUNT}]+(?:以[上内下])?))$",
        {
            "九成以上的规模养殖场粪污处理设施配套到位": ("规模养殖场", "粪污处理设施配套到位"),
            "有一半的行政村集体经营性收入超过20万元": ("行政村", "集体经营性收入超过20万元"),
        },
        ("80%的资金到位", "30%以上的企业"),
        kind="share",
        numbers=PERCENT,
        needs=firsts("members"),
    ),
    TargetRule(
        "share_reaches",
        rf"(?P<head>[^{STOP}]*?)(?<![率占比例重面度速幅额])(?:(?<![现已拥原所])有)?(?:至少|约)?<n>的?(?P<indicator>(?!、|委托){NOUN})等?{ADVERB}(?P<outcome>(?:{OUTCOME}|{BOUND}*[{TIME}]++以?内).+|{ENDED})$",
        {
            "90%的燃煤小锅炉淘汰": ("燃煤小锅炉", "淘汰"),
            "90%的乡镇15分钟内上高速": ("乡镇", "15分钟内上高速"),
            "有80%的社区建成便民生活圈": ("社区", "建成便民生活圈"),
            "20%以上的村卫生室（社区卫生服务站）建成“中医阁”": ("村卫生室（社区卫生服务站）", "建成“中医阁”"),
            "推进100%的精神专科医院设立心理门诊": ("精神专科医院", "设立心理门诊"),
        },
        ("按50%给予补贴", "并100%委托服务中心实施综合受理"),
        kind="share",
        numbers=PERCENT,
    ),
    TargetRule(
        "sized_share",
        rf"(?P<head>[^{STOP}，]*?)(?<![率占比例重面度])(?:至少|约)?<n>的(?P<indicator>[^{STOP}，的]{{0,12}}{BOUND}*[{MEASURE}{COUNT}]+的?[^{STOP}，的]{{1,16}}?){ADVERB}(?P<outcome>(?:{OUTCOME})[^{STOP}，]+)$",
        {
            "80%以上的年货运量150万吨以上工矿企业接入铁路专用线": ("年货运量150万吨以上工矿企业", "接入铁路专用线"),
            "60%以上的1000人以上村设立综合服务站": ("1000人以上村", "设立综合服务站"),
        },
        ("80%的工矿企业接入铁路专用线", "按80%的150万元以上部分给予补助"),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("的"),
    ),
    TargetRule(
        "such_make_up",
        rf"(?P<indicator>(?![^，]*按)[^，{STOP}]{{4,}}?)的[要应]?占<n>{END}",
        {"城市社区综合服务设施面积达标的占九成以上": ("城市社区综合服务设施面积达标", None)},
        ("城市社区综合服务设施面积达标的占九成", "本地户籍的占比达到15%以上"),
        kind="level",
        numbers=PERCENT,
        closed=True,
        promised=True,
        needs=frozenset("占"),
    ),
    TargetRule(
        "part_makes_up",
        rf"(?P<indicator>(?![^，]*按)[^，{STOP}]{{2,}}?中[^，{STOP}]{{2,}}?)[要应]?占<n>{END}",
        {"专业课教师中“双师型”教师占一半以上": ("专业课教师中“双师型”教师", None)},
        ("专业课教师中“双师型”教师占一半", "新建建筑中绿色建筑占比达到15%以上"),
        kind="level",
        numbers=PERCENT,
        closed=True,
        promised=True,
        needs=frozenset("占"),
    ),
    TargetRule(
        "share_behind_set",
        rf"(?P<indicator>(?![^，{STOP}]*(?:按|给予|总额|资金|经费|投资|费用|款))[^，{STOP}]{{3,}}?)的<n>(?P<outcome>(?:完成|达到|建成|实现|通过|接入|配备|纳入)[^，]+)$",
        {"钢铁行业产能的80%完成超低排放改造": ("钢铁行业产能", "完成超低排放改造")},
        ("按投资额的80%完成支付", "项目资金的80%实现拨付"),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("的"),
    ),
    TargetRule(
        "covers_share",
        rf"(?:[^，{STOP}]*?)(?P<outcome>覆盖|惠及|服务)<n>的?(?P<indicator>(?!的|覆盖面|全)[^{STOP}，的]{{2,}}?)$",
        {
            "生活垃圾收运处置体系覆盖98%以上的行政村": ("行政村", "覆盖"),
            "覆盖50%以上的社区卫生服务中心": ("社区卫生服务中心", "覆盖"),
        },
        ("覆盖率98%以上", "体系覆盖98%"),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("覆惠服"),
    ),
    TargetRule(
        "covers_share_list",
        rf"(?:[^，{STOP}]*?)(?P<outcome>(?<!全)覆盖|惠及)(?P<indicator>(?!率|面|的|到|至|[^，]*(?:比例|比重|占比|率|达到?|超过))[^{STOP}，的]{{2,12}}?)<n>{END}",
        {"便民生活圈覆盖居民小区90%以上": ("居民小区", "覆盖")},
        ("覆盖率90%以上", "覆盖面达到90%", "居民小区90%以上"),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("覆惠"),
    ),
    TargetRule(
        "set_and_share",
        rf"(?:实现|确保|以)?(?P<indicator>[^{STOP}，]{{3,}}?){ADVERB}(?:实现)?<n>(?P<outcome>全(?:覆盖|落实|达标|到位|公开)|(?:网上|在线|线上|全程)(?:可办|办理)|“{HIDDEN}+”)(?:目标|为主要目标)?$",
        {
            "实现高频事项100%“掌上办”": ("高频事项", "“掌上办”"),
            "医疗机构环境监管和服务100%全覆盖": ("医疗机构环境监管和服务", "全覆盖"),
            "依申请政务服务事项100%网上可办": ("依申请政务服务事项", "网上可办"),
        },
        ("持续开展100%全覆盖检查",),
        kind="share",
        numbers=PERCENT,
    ),
    TargetRule(
        "share_online",
        rf"(?:[^{STOP}，]{{0,6}}?(?:实现|推动|确保|做到)(?:[^{STOP}，的占率]{{2,6}}?)?)?(?:至少|约)?<n>的?(?P<indicator>[^{STOP}，“]{{2,}}?)(?<!开通)(?<!推行)(?<!提供)(?<!开展)(?P<outcome>(?:“{HIDDEN}+”[、和]?){{1,3}}|(?:网上|线上|掌上|一网|全程)[^，]{{0,4}}办[^，]{{0,2}}|(?:全程|全部|实现)*(?:网上|在线|线上|掌上)(?:申报|申领|申请|缴费|缴纳|预约|支付|结算|审批|备案|报名|交易|评审|签约|审核|受理)|(?:归集|汇聚|互通|开放|联通|实时|全面)*共享|互联互通|互认|(?:一次|当场|即时|当日|当天|不见面|就近|异地|跨省|一窗|上门)性?(?:全部|就|可)?(?:办结|办理|办成|办好|可?办|响应|结算|通办|受理|出证))$",
        {
            "实现95%税费服务事项“网上办”": ("税费服务事项", "“网上办”"),
            "实现70%的政务服务事项“省内通办”“跨省通办”": ("政务服务事项", "“省内通办”“跨省通办”"),
            "实现纳税人90%以上主要涉税服务事项网上办理": ("主要涉税服务事项", "网上办理"),
            "90%以上的政务服务事项全程网办": ("政务服务事项", "全程网办"),
            "实现70%以上涉税事项一次办结": ("涉税事项", "一次办结"),
            "实现95%以上的企业纳税人网上申报": ("企业纳税人", "网上申报"),
            "实现100%政务数据汇聚共享": ("政务数据", "汇聚共享"),
        },
        ("推出100个“秒批秒办”事项",),
        kind="share",
        numbers=PERCENT,
        needs=frozenset("“办响结通受出网线掌享认"),
    ),
)
