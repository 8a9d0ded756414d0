"""Things that come to something: how many are brought, served, reached, in how many places."""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.parsing.targets.grammar import (
    ADVERB,
    BATCH,
    BOUND,
    CHOOSE,
    COUNT,
    DEADLINE,
    END,
    HIDDEN,
    MEASURE,
    MEASURED,
    MODIFIERS,
    NOUN,
    OUTCOME,
    PERCENT,
    POINT,
    PRINCIPAL,
    STOP,
    THING,
    VERB,
    TargetRule,
    firsts,
)

_VERBS = words("verbs")
_SELECT = alternation(_VERBS["select"])
# 帮助20家企业上市: who is brought to do what needs no object.
_CAUSE = alternation(_VERBS["cause"])
_STATE = f"(?:(?:{alternation(_VERBS['state_adverbs'])})*(?:{alternation(_VERBS['state'])}))"
# Where something is done: 在23个领域试行.
_PLACES = alternation(_VERBS["places"])
# What is a whole by itself, of which so many may come to something: 3个以上的县. Their size has other units: 100人以上的企业.
_WHOLES = "县（{h}+）|县区|县城|[市州县区旗]|乡镇|街道|[乡镇村]|社区|园区|开发区|学校|中小学|幼儿园|高校|医院|卫生院|景区|企业|机构".replace(
    "{h}", HIDDEN
)
# What becomes of things, where their number stands behind them: 背街小巷15条完成改造, 企业30家上云. 职工25人以上建立工会 says who must.
_BECOME = (
    "(?:得到|获得|完成|投入(?=使用|运行|运营|生产)|进入|列入|纳入|跻身|入选|入围|获评|获批|晋升|升级为|成长为|转型为|通过|取得|加入|参加|参与|享受|接受|达到|实现|建成|创建成?为?|创成|评为|获批|成为)"
    f"(?![^，]*(?:补助|补贴|奖励|资助|支持))[^，的{PRINCIPAL}{BOUND}]{{2,}}"
    f"|(?:开工|竣工|完工|建成|投用|投产|通车|挂牌|开放|运营|运行|交付|上线|启用|并网|落户|落地|建设){{1,2}}|{_STATE}"
)
# How a fund comes about.
_RAISE = "(?:(?:发起)?设立|组建|建立|成立|筹集|提供|投放|发放|发行)"
# How a fund's size is put before its sum: 总规模150亿元, 首期募集资金不低于10亿元.
_SIZE_OF_SUM = "(?:(?:首期|一期|初始|每年)?(?:募集|注册|出资|融资)?(?:总额|总量|总?规模|资金|资本|累计)?(?:为|达到?)?)"
# What becomes of works in the end.
_OPENED = "(?:开工|竣工|完工|建成|投用|投产|投运|通车|并网|达产|开业|落地|投入使用|投入运营)"
# What becomes of those that are left, by a day that stands before it: 剩余14家2027年6月底前完成.
_REST_DONE = "(?:完成|建成|竣工|完工|开工|投用|投产|通车|销号|办结|化解|整改|治理|整治|改造|关停|退出|搬迁|拆除|交付|达标|验收|清零)(?:到位|完毕)?"
_BECOMES = frozenset("创评成得获完投进列纳跻入晋升成转通取加参享接达实建开竣挂运交上启并落") | firsts(
    "state", "state_adverbs"
)

RULES = (
    TargetRule(
        "select_and_bring",
        rf"(?P<head>[^{STOP}]*?)(?:至少)?(?P<verb>{MODIFIERS}(?:{_SELECT}|{CHOOSE}))<n>的?(?P<indicator>{THING}){ADVERB}(?P<outcome>(?:{OUTCOME}).+|入库|入围|入选)$",
        {
            "每个县（市、区）至少确定1家公立医疗卫生机构承担职业健康检查工作": ("公立医疗卫生机构", "承担职业健康检查工作"),
            "遴选5家左右的应用场景在全省推广": ("应用场景", "在全省推广"),
        },
        ("确定1家公立医疗卫生机构",),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=firsts("select", "choose"),
    ),
    TargetRule(
        "counts_sized",
        rf"有?<n>(?P<indicator>(?!以上|左右)[^，{STOP}的（]{{2,16}}?)(?P<outcome>年?(?:全产业链|全产业|财政|一般公共预算|村集体|主营业务|营业|销售)?(?:{MEASURED})[均都]?(?:达到?|为)?[{BOUND}{MEASURE}]+)(?:以上)?$",
        {
            "10个产业全产业链产值均超1000亿元": ("产业", "全产业链产值均超1000亿元"),
            "有5个以上乡镇财政收入超过1亿元": ("乡镇", "财政收入超过1亿元"),
            "5家企业年营业收入突破百亿元": ("企业", "年营业收入突破百亿元"),
        },
        ("10个产业产值增长10%",),
        kind="count",
        numbers=COUNT,
        needs=firsts("measures"),
    ),
    TargetRule(
        "named_as",
        rf"(?P<head>[^{STOP}]*?)(?:至少)?(?P<verb>{MODIFIERS}(?:{CHOOSE}|认定|命名|评定|评选|选定|培育|打造|组织|择优))<n>的?(?P<indicator>[^{STOP}，的为（][^{STOP}，为]*?)(?P<outcome>(?:作为|(?<![行作认成因])为)[^，]{{2,}})$",
        {
            "认定20家企业为市级“链主”企业": ("企业", "为市级“链主”企业"),
            "遴选10个村作为试点村": ("村", "作为试点村"),
        },
        ("认定20家企业", "认定20家行为规范企业"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("为"),
    ),
    TargetRule(
        "count_reaches",
        rf"(?:(?P<per>[每各][^{STOP}]+?)|[^，{STOP}]{{2,}}?等|[^，{STOP}]{{0,16}}?(?:各|(?<!所)有)|(?:[省市县乡]、?){{2,4}}{HIDDEN}{{0,3}}|[^，{STOP}]{{2,16}}?(?:部署|确定|明确|公布|下达)的|(?:其余|剩余|余下)的?(?![^，]*(?:全部|一律|均|全覆盖))|[^，{STOP}已原现所]{{2,12}}的|{BATCH}的?)?<n>(?!方面|级|[于在]?{DEADLINE}|完成[^，{STOP}]|实现[^，{STOP}]{{2}}|(?:开工|竣工|完工|建成|投产|投用|通车|挂牌|开业|运营|交付)[^，]{{0,4}}$)(?P<indicator>{THING})(?<!各)(?<!各){ADVERB}(?P<outcome>(?!(?:{VERB}|设立)(?:至少)?{BOUND}+[{COUNT}]|完成(?:固定资产)?投资{BOUND}*[{MEASURE}])(?:{OUTCOME})(?!的|时间|日期|情况|办法|方式|细则|主体|单位|者)(?![^，]*(?<![前{PERCENT}])[{PERCENT}{POINT}]).+|(?:实施|试行|推行|上线|运行|开工|投产|并网|通车|完工|竣工|投用|交付|结题)|{_STATE})$",
        {
            "餐饮、便利店、药店等28个行业分批分步实施": ("行业", "实施"),
            "在23个领域试行专用信用报告": ("领域", "试行专用信用报告"),
            "省市县三级50个高频事项实现“一趟不用跑”": ("高频事项", "实现“一趟不用跑”"),
            "国家新部署的16项“跨省通办”事项落实落地": ("“跨省通办”事项", "落实落地"),
            "80个行政村通硬化路": ("行政村", "通硬化路"),
            "5个通用大模型在制造业深度应用": ("通用大模型", "在制造业深度应用"),
            "20家企业上市": ("企业", "上市"),
            "首批15个试点项目年底前建成投用": ("试点项目", "建成投用"),
            "有2000名科技特派员在基层一线开展工作": ("科技特派员", "在基层一线开展工作"),
            "98个新能源项目按期并网": ("新能源项目", "并网"),
            "5家企业建设零碳工厂": ("企业", "建设零碳工厂"),
            "80家乡镇卫生院达到国家推荐标准": ("乡镇卫生院", "达到国家推荐标准"),
            "8家县级妇幼保健机构力争达到二级甲等及以上标准": ("县级妇幼保健机构", "达到二级甲等及以上标准"),
        },
        ("建成80家乡镇卫生院",),
        kind="count",
        numbers=COUNT + MEASURE,
    ),
    TargetRule(
        "bounded_reaches",
        rf"有?<n>的(?P<indicator>[^{STOP}，的]{{0,10}}?(?:{_WHOLES}))(?P<outcome>(?:力争|争取)?{OUTCOME}(?!的|时间|日期|情况|办法)(?![^，]*[{PERCENT}{POINT}]).{{2,}})$",
        {
            "3个以上的县建有应急物资储备库": ("县", "建有应急物资储备库"),
            "不少于10家的县级医院达到三级水平": ("县级医院", "达到三级水平"),
        },
        ("3个以上的县", "3个以上的县建有的储备库", "10家以上的医院床位达到100张"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("的"),
    ),
    TargetRule(
        "widens_to",
        rf"(?:[^，{STOP}的]{{0,16}}?)(?P<outcome>(?:扩大|扩展|拓展|推广|推开|延伸|扩面|覆盖)(?:到|至))<n>(?P<indicator>[^{STOP}，的（][^{STOP}，的]*?)$",
        {
            "试点范围扩大到6个县（市、区）": ("县（市、区）", "扩大到"),
            "推广至20家医院": ("医院", "推广至"),
        },
        ("试点学校扩展到50所", "扩大到6个县的项目"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("扩拓推延覆"),
    ),
    TargetRule(
        "widens_to_list",
        rf"(?:[^，{STOP}的]{{0,16}}?)(?P<outcome>(?:扩大|扩展|拓展|推广|推开|延伸|扩面)(?:到|至))(?P<indicator>[^{STOP}{DEADLINE}，的（每][^{STOP}{DEADLINE}，的]*?)<n>{END}",
        {"试点扩大至三级医院12家": ("三级医院", "扩大至"), "推广到规上企业200家": ("规上企业", "推广到")},
        ("试点学校扩展到50所", "推广规上企业200家", "规模扩大至每年1000名左右"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("扩拓推延"),
    ),
    TargetRule(
        "brings_about",
        rf"(?P<head>[^{STOP}]*?)(?:实现|确保|保障)<n>(?P<indicator>[^{STOP}，的（）]{{2,}}?)(?P<outcome>(?:全面|全部|基本|部分|整体|如期|按期|正式|顺利)*{_OPENED}(?:(?:和|并|或|、)?(?:基本|部分)?{_OPENED}(?:建设|运营|使用)?)?)$",
        {
            "实现20个以上项目建成": ("项目", "建成"),
            "实现28个以上项目建成或部分建成": ("项目", "建成或部分建成"),
        },
        ("实现20个以上项目", "建成20个以上项目"),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=frozenset("实确保"),
    ),
    TargetRule(
        "things_reach",
        rf"(?:{MODIFIERS}(?:{CHOOSE}|{_SELECT}|{_CAUSE}|{VERB})|对(?!外|口|接|标))?(?P<indicator>(?!现有|已有|原有|既有|包括|含|有[{STOP}]|(?:剩余|其余|余下)的?[{STOP}]|{_CAUSE}[{STOP}]){NOUN})(?:至少)?有?<n>{ADVERB}"
        rf"(?P<outcome>{_BECOME})$",
        {
            "上市后备企业15家进入省级名单": ("上市后备企业", "进入省级名单"),
            "推动重点企业30家上云": ("重点企业", "上云"),
            "专精特新企业25家得到培育": ("专精特新企业", "得到培育"),
            "背街小巷15条完成改造": ("背街小巷", "完成改造"),
            "行政村20个以上创建成为省级示范村": ("行政村", "创建成为省级示范村"),
        },
        ("现有科普基地35个免费开放", "职工25人以上建立工会", "企业30家进入名单的", "带动300户增收"),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=_BECOMES,
    ),
    TargetRule(
        "build_to",
        rf"(?P<head>[^{STOP}]*?)(?:至少)?(?P<verb>{VERB})<n>的?(?P<indicator>{THING})(?P<outcome>(?:入选|入围|跻身|进入|晋升|晋级|获评|升级为|成长为|成为|转型为|列入|登上)(?![^，]*的[^，的]{{1,10}}$)[^{STOP}，]{{2,}})$",
        {
            "培育6家以上企业入选全国制造业单项冠军": ("企业", "入选全国制造业单项冠军"),
            "孵化3个项目列入省级重点": ("项目", "列入省级重点"),
        },
        ("培育6家进入全国百强的企业", "培育6家单项冠军企业"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("入跻晋获为登"),
    ),
    TargetRule(
        "share_goes_on",
        rf"(?:有|约|至少)?<n>(?P<indicator>)(?P<outcome>(?:{OUTCOME})[^{STOP}，]+)$",
        {
            "乡镇卫生院中，80%以上达到服务能力基本标准": ("乡镇卫生院", "达到服务能力基本标准"),
            "乡镇卫生院中，15%建成“精品中医馆”": ("乡镇卫生院", "建成“精品中医馆”"),
        },
        ("80%以上达到服务能力基本标准", "按80%达到标准的给予补助"),
        kind="share",
        numbers=PERCENT,
        elided=True,
    ),
    TargetRule(
        "count_goes_on",
        rf"(?:首批|至少|(?:剩余|其余|余下)的?)?有?<n>(?:[于在]?[{DEADLINE}]+[前底末内]?)?(?P<indicator>)(?P<outcome>(?:{OUTCOME})(?!时间|日期|情况|办法|方式|细则|主体|单位|者)[^{STOP}，]+)$",
        {
            "培育企业20家，5家进入全国百强": ("企业", "进入全国百强"),
            "全区16个乡镇中，有12个以上创成省级卫生乡镇": ("乡镇", "创成省级卫生乡镇"),
        },
        ("5家进入全国百强",),
        kind="count",
        numbers=COUNT,
        elided=True,
    ),
    TargetRule(
        "rest_done",
        rf"(?:其余|剩余|余下)的?<n>(?P<indicator>(?!年|个月|天)[^{STOP}{DEADLINE}，的]{{1,16}}?)(?:[于在到]?{DEADLINE}+[前底末内]?)(?P<outcome>{_REST_DONE})$",
        {"其余23个村2026年底前完成": ("村", "完成"), "剩余8座水库2027年6月底前销号": ("水库", "销号")},
        ("其余23个村完成", "剩余3年2026年底前完成", "23个村2026年底前完成"),
        kind="count",
        numbers=COUNT + MEASURE,
        needs=frozenset("余"),
    ),
    TargetRule(
        "rest_done_elided",
        rf"(?:其余|剩余|余下)的?<n>(?P<indicator>)(?:[于在到]?{DEADLINE}+[前底末内]?)(?P<outcome>{_REST_DONE})$",
        {"2025年搬迁企业30家，剩余14家2027年6月底前完成": ("企业", "完成")},
        ("剩余14家2027年6月底前完成", "2025年搬迁企业30家，剩余14家完成"),
        kind="count",
        numbers=COUNT + MEASURE,
        elided=True,
        needs=frozenset("余"),
    ),
    TargetRule(
        "bring_to",
        rf"(?P<head>[每各]?[^{STOP}]*?)(?:至少)?(?P<verb>{MODIFIERS}{_CAUSE})<n>的?(?P<indicator>{THING}){ADVERB}(?P<outcome>{_STATE})$",
        {
            "扶持300名大学生返乡创业": ("大学生", "返乡创业"),
            "帮助5000名脱贫劳动力转移就业": ("脱贫劳动力", "转移就业"),
        },
        ("推动20家企业发展", "推动企业上市"),
        kind="count",
        numbers=COUNT,
        needs=firsts("cause"),
    ),
    TargetRule(
        "serves",
        rf"(?P<head>[^{STOP}]*?)(?:为|给|面向|向|对)(?:全[省市县区]|[^，{STOP}的]{{1,8}}[市县区镇乡村道])?<n>(?P<indicator>[^{STOP}，的]{{2,}}?)(?P<outcome>(?:免费|集中|上门|定期)*(?:(?:提供|开展|进行|实施|实行|推行|组织|培训|培养|解决|发放|办理|减免|降低|纾解|购买|配发|配备|配套|配齐|适配|安装|加装|建立|落实|追讨|挽回)[^{STOP}]+|(?:健康)?体检|(?:健康|专项)?筛查|接种(?:[^，{STOP}]{{0,8}}疫苗)?|投保|参保|签约|建档|巡诊|义诊|诊疗|减负|纾困|服务|(?:分类|全面|集中|逐一|分批|专项|整体|限期|提标|提质)*(?:改造提升|提升改造|更新改造|除险加固|改造|整治|治理|修缮|修复|加固|普查|更新)))$",
        {
            "为20家以上中小企业提供诊断服务": ("中小企业", "提供诊断服务"),
            "面向1万名专业技术人才开展素质提升培训": ("专业技术人才", "开展素质提升培训"),
            "为5万名老年人免费体检": ("老年人", "免费体检"),
            "对2.3万台电梯实行按需维保": ("电梯", "实行按需维保"),
            "为380家养殖场配套雨污分流设施": ("养殖场", "配套雨污分流设施"),
            "给120个行政村配备清运车": ("行政村", "配备清运车"),
            "对全市120座水库除险加固": ("水库", "除险加固"),
        },
        ("对3家企业的项目给予支持",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("为给面向对"),
    ),
    TargetRule(
        "for_whom",
        rf"(?P<head>[^{STOP}，]*?)(?:组织)?(?:开展|举办|实施|组织)(?:面向|针对)<n>(?P<indicator>[^{STOP}，的]{{2,}}?)的(?P<outcome>[^{STOP}，]{{2,}}(?:培训|活动|行动|服务|体检|筛查|教育|辅导))$",
        {"开展面向1万名专业技术人才的素质提升培训": ("专业技术人才", "素质提升培训")},
        ("开展面向企业的培训", "面向1万名专业技术人才开展培训"),
        kind="count",
        numbers=COUNT,
        needs=frozenset("面针"),
    ),
    TargetRule(
        "sum_of",
        rf"(?P<head>[^{STOP}，]*?)(?P<outcome>(?:累计|新增)?{_RAISE}(?:[和并及、]{_RAISE})?){_SIZE_OF_SUM}<n>(?:规模)?的(?P<indicator>[^{STOP}，]*?(?:基金|资金池|资金|贷款|融资|信贷|授信|债券|专项债?)(?:支持|额度)?)$",
        {
            "设立不低于1亿元的智能装备贷款风险资金池": ("智能装备贷款风险资金池", None),
            "设立首期规模20亿元的科技创新母基金": ("科技创新母基金", None),
            "组建不低于10亿元规模的风险补偿资金池": ("风险补偿资金池", None),
            "建立融资总量500亿元的稳投资专项": ("稳投资专项", None),
            "设立和发行总规模150亿元的纾困基金": ("纾困基金", None),
            "银行累计提供总额不少于3000亿元的涉农贷款支持": ("涉农贷款支持", None),
        },
        ("给予1亿元的贷款", "设立1亿元基金"),
        kind=None,
        numbers=MEASURE,
        needs=frozenset("的"),
    ),
    TargetRule(
        "in_places",
        rf"(?P<head>[^{STOP}]+?)[在于](?:至少)?<n>(?P<indicator>[^{STOP}，的]{{0,16}}?(?:{_PLACES})){ADVERB}(?P<outcome>(?:试点|先行|率先|大力|全面|深入)?(?:试行|推行|实行|实施|开展|启动|推广|试点|探索|落实|部署|建立|建设).+|(?:率先|全面|深度|创新|规模化|推广|示范|广泛)*(?:推广)?(?:应用|推广|落地|使用))$",
        {
            "电子营业执照在20个以上场景应用": ("场景", "应用"),
            "电子证照在50个以上领域推广应用": ("领域", "推广应用"),
            "选择在8个街道开展垃圾分类示范": ("街道", "开展垃圾分类示范"),
        },
        ("对3个行业的企业开展检查",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("在于"),
    ),
    TargetRule(
        "count_online",
        rf"(?:[^{STOP}，]{{0,6}}?(?:实现|推动|确保|做到|推进|推出|新增|完成))?(?:[^，{STOP}]{{2,}}?等)?(?:至少|约)?<n>(?P<indicator>[^{STOP}，“]{{2,}}?)(?P<outcome>(?:“{HIDDEN}+”){{1,2}}|(?:网上|线上|掌上|一网|全程|跨省)[^，]{{0,4}}办[^，]{{0,2}})$",
        {
            "年底前实现办证、就业等10个主题式场景“一网通办”": ("主题式场景", "“一网通办”"),
            "推动50项政务服务事项跨省通办": ("政务服务事项", "跨省通办"),
            "推出60个事项“一证通办”": ("事项", "“一证通办”"),
        },
        ("推出100个“秒批秒办”事项",),
        kind="count",
        numbers=COUNT,
        needs=frozenset("“办"),
    ),
)
