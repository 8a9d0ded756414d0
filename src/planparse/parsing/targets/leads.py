"""What opens a clause and says nothing of what is to be reached: marks, times, places, who does it and by what means."""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN_NUMERAL
from planparse.language.patterns import FirstOf, Pattern
from planparse.model import Strength
from planparse.parsing.targets.cues import RATE_OF_THEM
from planparse.parsing.targets.grammar import (
    BARE,
    BOUND,
    CHANGE,
    COUNT,
    DEADLINE,
    END,
    HIDDEN,
    MEASURE,
    PERCENT,
    PRINCIPAL,
    REACH,
    STRIVE,
    TIME,
    VERB,
    VERB_BEGINS,
    ZERO,
)
from planparse.parsing.targets.readings import Clause
from planparse.text import Painted

_VERBS = words("verbs")
_STRIVE_WORDS = frozenset(_VERBS["strive"])
_ENCOURAGE_WORDS = frozenset(_VERBS["encourage"])
_STRIVES, _ENCOURAGES = tuple(_STRIVE_WORDS), tuple(_ENCOURAGE_WORDS)
# 应 in 应用, 要 in 要素: no word by itself.
_NO_WORD = f"(?!(?<=冲刺)(?:{REACH})?[{BOUND}{PRINCIPAL}]|(?<=应)(?:[用对急届当收]|[^，、尽]{{1,2}}尽)|(?<=要)[素求点闻]|(?<=使)[用命馆者]|(?<=需)[求要]|(?<=把)[关握手]|(?<=并)[网购轨行]|(?<=将)[来军]|(?<=且)末|(?<=拟)[定合物人]|(?<=须)知|(?<=全域)(?:旅游|生态|土地|国土|公园|无废|美丽|森林|数字)|(?<=保证)[金人])"
# 聚焦5大领域实施项目120个: of how many of what, before a verb whose object has a number of its own.
_AMID = (
    f"(?:围绕|聚焦|依托|立足|结合|借助|(?:在|面向|针对)(?=[^，]{{0,40}}?[{COUNT}{BARE}][^，{PRINCIPAL}的]*?(?:行业|领域|产业|区域|方向|环节|部门|[县市区镇街村]|）|社区|国家|园区)(?:{VERB_BEGINS}|遴选)))"
    f"[^，{PRINCIPAL}{BOUND}]{{0,40}}?{BOUND}*[{COUNT}{BARE}]+[^，、{PRINCIPAL}{BOUND}的各均]{{2,16}}?(?=(?:{VERB}|遴选)[^，{PRINCIPAL}{BOUND}]{{2,24}}{BOUND}*[{COUNT}{MEASURE}])"
)
# 公路、水路、邮政3个领域形成标准30项: the same with no word before it.
_IN_FIELDS = (
    f"在?(?!{VERB_BEGINS}(?!、))[^，；的每各均{PRINCIPAL}{BOUND}{DEADLINE}]{{0,40}}?[{COUNT}{BARE}{HIDDEN}]+(?:重点|主要|关键|优势|主导|特色)?"
    f"(?:领域|行业|环节|产业链?|赛道|片区|方向)(?:中|内|上)?(?=(?:{VERB}|遴选)[^，{PRINCIPAL}{BOUND}]{{2,24}}{BOUND}*[{COUNT}{MEASURE}])"
)
# A mark, or brackets, before all words.
_MARKS = Pattern(
    rf"[ —·]|[\d{HIDDEN}]{{1,3}}[.．、](?!\d)|（\d{{1,2}}）|[①-⑳]|（{HIDDEN}+）",
    reads=("——培育企业", "1.建设中心", "（2）建设中心", "①建设中心", "（含市本级）建设中心"),
    leaves=("1.5万人", "培育企业"),
    by="match",
    painted=True,
)
# 鼓励高校开设专业3个, 鼓励培育企业30家: who is encouraged to do it, or that somebody is.
_ENCOURAGED = Pattern(
    f"(?:{alternation(_ENCOURAGE_WORDS)})[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{1,14}}?(?:[院校园企县市区镇村社]|高校|机构|中心|公司|银行|协会|单位|部门|团队|企业|农户)(?=(?:新|联合|合作|共同)*(?:开设|增设|设立|建立|组建|开办|创办|建设|新建|建成|打造|培育|引进|创建|举办|开展|研发|布局)(?![^，]*(?:基金|政策|的))[^，{PRINCIPAL}{BOUND}]{{2,30}}?[{BOUND}]*[{COUNT}]+{END})"
    f"|(?:{alternation(_ENCOURAGE_WORDS)})(?=[^，]*(?:[{PRINCIPAL}]|全部|全覆盖|全面(?:建成|达|接入|执行|上线)))",
    reads=("支持企业建设平台3个", "鼓励培育企业30家", "引导社区全部建成站点"),
    leaves=("高校开设专业3个", "鼓励企业发展"),
    by="match",
    painted=True,
)
# 校企共建, 会同市教育局于2026年底前建成: with whom.
_TOGETHER = Pattern(
    f"(?:校企|政企|银企|校地|院地|省市|部省|市县|上下)(?=(?:联合|共同|合作|协同|联动)+{VERB_BEGINS}|共建|共育|联建)|会同[^，；。{PRINCIPAL}{DEADLINE}]{{2,40}}?[于在]?{DEADLINE}+[前底末内]?(?={VERB_BEGINS})",
    reads=("校企联合建设基地3个", "政企共建", "会同市教育局于2026年底前建成中心"),
    leaves=("校企合作", "会同市教育局办理"),
    by="match",
    painted=True,
)
# 到2025年, 近期（2025年）, 到规划期末, 3年内累计: by when, or in which time.
_TIMES = Pattern(
    f"(?:[近中远]期|第?[一二三四五](?:阶段|期))（[{DEADLINE}]+）|平均(?=[{DEADLINE}]+{VERB_BEGINS})"
    f"|(?:分别(?=[于在]))?[于在]?[{DEADLINE}]+(?:[、和及][{DEADLINE}]+)*(?:[两三四五六]个?年度|[春秋]季(?:学期)?(?:开学|入学)?|{TIME}+(?={DEADLINE}))?[前起底末内]?|年度(?={VERB_BEGINS}|竣工|完成|新增|开工|建成|改造)"
    f"|{TIME}+[内间]?(?:累计|共|合计|总计)|年底(?=[全我])|{TIME}+[内间]?(?={VERB_BEGINS}[^，]*[{COUNT}{MEASURE}]{END})|(?:此后|今后|其后|以后|随后|确定|明确)(?={DEADLINE})"
    f"|[到至](?:规划|计划|行动|方案)?期末(?=.)|期末(?=累计)|(?:次年|翌年)(?=[^，]*[{PRINCIPAL}])|本(?:轮|期|批次?)(?={VERB_BEGINS})|(?:[上下]半年|第?[一二三四]季度)(?=[^，]*[{PRINCIPAL}])|[春夏秋冬]季(?={VERB_BEGINS}[^，]{{2,}}[{COUNT}{MEASURE}])",
    reads=(
        "到2025年，建成中心",
        "近期（2025年）建成中心",
        "年度新增企业30家",
        "3年内累计培训",
        "年底全市建成",
        "3年内新建公园30个",
        "随后到2027年建成",
        "到规划期末建成",
        "次年新建公园3个",
        "本轮培育企业",
        "下半年新建公园3个",
        "秋季完成补播5万亩",
        "分别于2026年、2027年建成中心",
        "平均每年新增企业",
    ),
    leaves=("年度计划", "期末余额", "本期工程", "上半年情况"),
    by="match",
    painted=True,
)
# 2025年底前开工建设、2026年底前建成: the earlier of two times of one work.
_OTHER_TIMES = Pattern(
    f"(?<=[{DEADLINE}前底末内])(?:全面|全部)?(?:开工|启动|动工)(?:建设)?、(?={DEADLINE}+[前底末内]?(?:全面|全部|主体)?(?:建成|完工|投用|竣工|完成))",
    reads=("2025年底前开工建设、2026年底前建成中心",),
    leaves=("2025年底前开工建设",),
    painted=True,
)
# 力争建成: but for 力争98%, which says what is striven for.
_STRIVING = Pattern(
    f"{STRIVE}(?!(?:{REACH})?[{BOUND}{PRINCIPAL}]+{END})",
    reads=("力争建成", "努力培育企业"),
    leaves=("力争98%", "建成中心"),
    by="match",
    painted=True,
)
# 全市, 农村, 各级, 分行业: where, and on which level.
_PLACES = Pattern(
    f"(?:农村|(?:城市|城镇|城区)(?!建成区|新建(?![^，]*[{COUNT}{MEASURE}]))|(?:社会资本|社会力量|各类企业)(?:投资|参与)?)(?=建设|建成|新建|改造|培育|新增(?!就业)|开展|完成)"
    "|(?:分(?:地区|行业|区域|类别?|级|批次?|期|步|层次?|阶段|年度|片区?|领域)[、和]?)+(?=[开组建培实推举完改])"
    f"|(?:[省市县区州]级|各级)(?={DEADLINE}*(?:选派|培训|新建|组织|举办|认定|培育|建设|安排|引进|开展|组建|建立|设立|建成|打造|配备|储备))|(?:在?全[省市县区国州]的?范围内?|全(?:[省市县区州港校旗镇乡村]|国(?!首(?![创个批次])|文明|重点|示范|先进|百强|模范|优秀|特色|知名|一流|最美|双拥)|行业|系统|流域|园区?)(?!性))"
    "|我[省市县区]",
    reads=("农村改造户厕", "分行业组织培训", "省级选派人才", "在全市范围内建成", "全系统培训", "我市建成中心"),
    leaves=(
        "农村户厕",
        "分级诊疗",
        "省级平台",
        "全国重点文物保护单位",
        "全面建成",
        "城镇建成区绿化",
        "城镇新建建筑全面达标",
    ),
    by="match",
    painted=True,
)
# 聚焦5大领域实施项目120个, 在现有30家基础上再建: what it starts from.
_AMONG = Pattern(
    rf"{_AMID}|{_IN_FIELDS}|在(?=(?:全[省市县区国])?{BOUND}*[{COUNT}])|在(?:19|20)\d\d年[^，]{{0,4}}基础上，?(?=.)"
    rf"|在(?:现有|已有|已建成|原有|(?:19|20)\d\d年[底末]?)[{PRINCIPAL}{BOUND}]+[^，{PRINCIPAL}]{{0,16}}基础上再?(?={VERB_BEGINS})|在此基础上再?(?={VERB_BEGINS}|{CHANGE})",
    reads=(
        "聚焦5大领域实施技术改造项目120个",
        "公路、水路、邮政3个领域形成标准30项",
        "在16个县区布局建设换电站40座",
        "在2020年的基础上，新增",
        "在现有30家的基础上再新建",
        "在此基础上再新建",
    ),
    leaves=("依托12家龙头企业发展产业", "在全市推广", "在现有政策基础上"),
    by="match",
    painted=True,
)
# 确保, 同时, 并: words that join or press.
_CONNECTIVES = Pattern(
    # “三个100%”，即应急预案备案率100%: what a name stands for.
    f"(?<=，)即(?![办时将有征兴便刻使可日期])(?=[^，{PRINCIPAL}]{{2,30}}[{PERCENT}])"
    f"|或(?=[较比达提控])|(?<=，)(?:含|包括|包含)(?![氟氯硫氮磷油糖酒铁铝钛硅锂税金])(?=[^，、{PRINCIPAL}{BOUND}]{{2,14}}[{COUNT}{MEASURE}])|{alternation(_VERBS['connectives'])}{_NO_WORD}"
    # 分别新建学校3所、医院5家: each number has its noun with it.
    f"|分别(?={VERB_BEGINS}[^，、{PRINCIPAL}{BOUND}]{{2,}}{BOUND}*[{COUNT}{MEASURE}]+[、和及与][^，、{PRINCIPAL}{BOUND}]{{2,}}{BOUND}*[{COUNT}{MEASURE}])",
    reads=("确保就诊率", "或较2020年下降", "分别新建学校3所、医院5家"),
    leaves=("应用软件", "应纳尽纳", "或者培育", "含直流桩300根", "即办件占比达到60%", "即备案率100%"),
    by="match",
    painted=True,
)
# 指导新增企业, 实现全市建成, 要求占比达到90%: a verb before that of what is to be reached.
_LEADING_VERBS = Pattern(
    f"要求(?=将?[^，{PRINCIPAL}]{{2,24}}(?:{REACH}|{BOUND})[^，]*[{PRINCIPAL}])|(?:指导|督促|协调)(?=新增|新建|建成|建设|创建|培育|打造|开展|完成|改造|组建)|保障(?=.*[率数])"
    f"|对(?!外(?![出来埠籍地])|[口接标照])(?=[{COUNT}]+[^，的{PRINCIPAL}]{{1,24}}?(?:全部|一律|均|逐一)[^，的]{{2,24}}$|{RATE_OF_THEM})"
    f"|对(?![外口接标照])(?=[^，{PRINCIPAL}]{{2,40}}?(?:精简|压减|压缩|缩减|削减|减少)[{BOUND}{PRINCIPAL}])"
    f"|实现(?=[^，{PRINCIPAL}]+(?:达到?|超过|{BOUND}|{CHANGE})[{BOUND}{PRINCIPAL}]|[^，{PRINCIPAL}]{{3,}}覆盖[^，率面{PRINCIPAL}]{{2,}}[{BOUND}{COUNT}]|全[省市县区国州]|[^，]{{2,16}}{ZERO})"
    f"|(?:实现|做到|平均)(?=每个?[^，{PRINCIPAL}{BOUND}]{{1,10}}?(?:至少)?(?:有[{BOUND}{COUNT}]|{VERB_BEGINS}))|(?:带动|拉动)(?=[^，]*{CHANGE}[{BOUND}{PRINCIPAL}]|全[省市县区国州])"
    f"|负责(?={VERB_BEGINS}[^，]*[{COUNT}])|落实(?=[^，]*(?:比例|占比|比重|率)(?:不低于|不少于|达到)?[{BOUND}{PRINCIPAL}])",
    reads=(
        "要求占比达到90%",
        "指导新增企业",
        "保障合格率",
        "对报送的资料再精简25%",
        "对高风险企业抽查比例不低于50%",
        "对36栋危房全部整治到位",
        "实现占比达到90%",
        "实现法律援助站点覆盖工业园区23个",
        "做到每村至少有1名村医",
        "带动就业增加3万人",
        "负责新建公园3个",
        "落实比例不低于90%",
    ),
    leaves=("要求严格", "指导企业", "保障水平", "对口支援", "实现目标", "带动就业"),
    by="match",
    painted=True,
)
# 有条件的地方, 条件成熟的县（市、区）可: where no more than what follows asks for it.
_WHERE_POSSIBLE = (
    f"(?:在|对)?(?:有条件|具备条件|条件(?:成熟|具备|允许|较好))的(?:地方|地区|[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{0,6}}?[县市区镇乡村街园校]道?(?:（{HIDDEN}{{1,8}}）)?)"
    f"(?:可以?|[要应]|原则上|结合实际|因地制宜)*(?=[对将把选从遴]|{BOUND}*[{PRINCIPAL}](?<!{PERCENT})|{BOUND}*{PERCENT}+的|{VERB_BEGINS}[^，]*[{PRINCIPAL}])"
)
# 一期工程新增床位500张: which part of a work.
_PHASE = f"(?:首期|[一二三四]期)(?:工程|项目|建设)?(?:计划|拟|[要将])?(?={VERB_BEGINS}[^，]{{2,}}[{COUNT}{MEASURE}])"
# 原则上; 项目建成后: when, or how far, it will be so.
_IN_GENERAL = Pattern(
    f"{_WHERE_POSSIBLE}|{_PHASE}|原则上(?=.)|(?:项目|工程)?(?:全部|全面)?(?:建成|投产|达产|完工|投用|竣工|投入使用)(?:投产|投用|运营|达产|使用)?后(?:预计|每年|[将可能])*(?=[^，]*[{PRINCIPAL}])",
    reads=(
        "原则上每个镇建成3个",
        "项目全部建成后预计年产值30亿元",
        "有条件的地方对15%的行政村开展试点",
        "条件成熟的县（市、区）可选择2个乡镇先行",
        "一期工程新增床位500张",
    ),
    leaves=(
        "原则",
        "项目建成",
        "建成后使用",
        "有条件的地方加快推广",
        "具备条件的自然村100%通硬化路",
        "一期工程投资5亿元",
        "二期建设用地300亩",
    ),
    by="match",
    painted=True,
)
_LEAD = FirstOf(
    _MARKS,
    _ENCOURAGED,
    _TOGETHER,
    _TIMES,
    _OTHER_TIMES,
    _STRIVING,
    _PLACES,
    _AMONG,
    _CONNECTIVES,
    _LEADING_VERBS,
    _IN_GENERAL,
)
# 运用融资平台促进全市融资总额不低于55亿元: by what means a level is to be reached.
_MEANS = alternation(_VERBS["means"])
_BY_MEANS = Pattern(
    rf"(?:(?:{alternation(_VERBS['manners'])})*{_MEANS}|按(?![揭摩])|将(?![来军])|把(?![握手])|[以在由为](?=[^，]{{2,}}(?:为[^，]{{2,4}}|[下上中]|牵头|负责|提供[^，]+))|向(?=[^，]+让利))"
    rf"[^，；{PRINCIPAL}{BOUND}{DEADLINE}]{{2,30}}?(?:{alternation(_VERBS['leads_on'])}(?!(?<=使)[用命]|(?<=促进)(?:政策|项目|工程|行动|中心|会|法|计划|措施|活动))|(?={STRIVE}))"
    rf"(?=[^，{PRINCIPAL}{BOUND}]{{4,}}?(?:{REACH}|{CHANGE}|{BOUND})[{DEADLINE}{BOUND}]*[{PRINCIPAL}])",
    reads=(
        "运用融资平台促进全市融资总额不低于55亿元",
        "以改革为牵引推动网上可办率提高到95%",
        "加大支持力度力争研发投入占比达到5%",
    ),
    leaves=("在建项目推进率达到90%", "企业带动农户数量达到5万户", "推广清洁能源使用比例达到50%", "支持培育企业30家"),
    by="match",
    painted=True,
)
# Who does it, and by when, before a verb with an object of its own.
_DOER = Pattern(
    rf"(?![每各]|所有|全部|全体)(?:[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{1,16}}(?:[局委办厅府院团]|部门|公司|单位|中心)、){{0,4}}[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{1,16}}?"
    r"(?:[局委]|(?<![举承主协网通代帮即快自可督交领补申经试])(?<!(?<!公)开)办|(?<!大)厅|(?<!数字政)(?<!法治政)(?<!服务型政)府(?!采购|购买|投资|储备)|部门|(?:组织|宣传|统战)部|集团|公司|银行|残联|妇联|工会|团委|科协|红十字会"
    rf"|(?<=由)[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{2,16}}?(?=牵头|负责))"
    rf"(?:(?:会同|联合)[^，的{PRINCIPAL}{BOUND}{DEADLINE}]{{2,30}}?(?:[局委办厅]|部门|集团|公司|政府|单位|[于在]?(?={DEADLINE})))?(?:牵头|负责)?"
    rf"(?:(?:[要应须]|应当)(?=[于在]?{DEADLINE}))?[于在]?[{DEADLINE}]*+[前底末内]?(?=(?!(?:全面|全部)?(?:达到?|实现|保持))(?:{VERB}|组织|安排|推进)[^，{PRINCIPAL}{BOUND}{DEADLINE}]{{2}})",
    reads=(
        "市教育局年内组织培训3次",
        "水利部门2026年底前新建水库5座",
        "省农业农村厅牵头培育龙头企业100家",
        "市文旅局会同市财政局于2026年底前改造文化站28个",
        "由市图书馆负责于2027年3月底前新建书房12座",
        "市人防办、市地铁集团负责改造工程62处",
        "市住建局要在2026年11月底前建成基地3个",
        "市残联牵头每年完成改造1500户",
        "市委统战部2027年3月底前命名示范单位50个",
    ),
    leaves=(
        "覆盖率到2025年达到90%",
        "各部门组织培训3次",
        "全部政务大厅设立窗口3个",
        "税务部门达到先进水平",
        "年内组织培训3次",
        "举办活动10场",
    ),
    by="match",
    painted=True,
)
# 各地要, 各县（市、区）要: who is told to do it, and each of which places does.
_DUTY = Pattern(
    rf"(?:(?P<per>各[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{0,4}}?(?:[县市区镇乡村校州旗]|街道|社区|园区|医院|机构|企业)(?:（{HIDDEN}{{1,8}}）)?)(?:人民政府|政府|管委会)?"
    "|各地(?:区|方)?(?:[、和]?各(?:有关|相关|级)?(?:部门|单位))?|(?:各级?)?(?:有关|相关|责任|牵头|成员|职能|主管|行业)*(?:部门|单位)|各级[^，、的]{0,4}?(?:政府|部门|单位)?)"
    f"要(?![素求点闻紧])(?:切实|进一步|认真|积极|主动|严格|全面)*(?=[^，{PRINCIPAL}]{{2}})",
    reads=(
        "各地要力争建成",
        "各县区要确保普及率",
        "各有关部门要在年底前建成平台",
        "各级财政部门要安排资金",
        "有关单位要切实组织培训",
    ),
    leaves=("各地要求建成", "各县区建成", "市教育局要组织培训"),
    by="match",
    painted=True,
)
# 每县至少建成3个: for each of whom, where the clause before says what.
_EACH_DOES = Pattern(
    f"(?P<per>(?:[每各]个?|其[他余]各?)(?:[县市区镇乡村校州旗]（?|社区|街道|乡镇|园区|医院|学校|企业|行政村)[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{0,6}}?)(?:[至最]少|[要应均]|原则上)*(?={VERB}{BOUND}*[{COUNT}]+{END})",
    reads=("每县至少建成3个", "每个街道打造2处以上", "各县（市、区）至少培育5家", "其他县至少培育1个"),
    leaves=("每县建成中心3个", "每年建成3个"),
    by="match",
    painted=True,
)
_AFTERWARDS, _LONGEST_EVENT = f"后{DEADLINE}", 12
_OFTEN = Pattern(
    rf"每(?:\d{{1,3}}|[{HAN_NUMERAL}半]{{1,3}})?[ ]?(?:年度?|个?月|个?季度|半年|学[年期])|逐年|[年月]均(?!值)",
    reads=("到2025年每年", "年均", "月均", "每2年", "每年12月10日前"),
    leaves=("到2025年",),
)
_SCOPE = Pattern(
    "在?(?P<scope>全(?:[省市县区国州港校旗镇乡村]|行业|系统|流域|园区?)|我[省市县区])(?:的?范围内?)?",
    reads=("全省", "我市", "全港", "全园区", "在全市范围内"),
    leaves=("全面", "省级"),
    by="fullmatch",
)


def often(words_: str) -> str | None:
    """How often, as words of time say it: 每年 of 每年12月10日前."""
    match = _OFTEN.search(words_)
    return match.group() if match else None


def behind_lead(painted: Painted, start: int, end: int) -> int:
    """Where what a clause is about begins, behind time, scope, strength and connectives."""
    while lead := _LEAD.match(painted, start, end):
        start = lead.end()
    return _behind_doer(painted, start, end)


def _behind_doer(painted: Painted, start: int, end: int) -> int:
    """Behind who does it and by when: 市教育局年内组织培训3次."""
    doer = _DOER.match(painted, start, end)
    return doer.end() if doer else start


def without_lead(text: str, painted: Painted, start: int, end: int) -> Clause:
    """The clause behind its lead-in: time, scope, strength and connectives."""
    scope = frequency = per = None
    strength: Strength = "firm"
    at = start
    if duty := _DUTY.match(painted, start, end):
        per, at = duty.group("per") and text[slice(*duty.span("per"))], duty.end()
    if (behind := painted.find(_AFTERWARDS, at, min(end, at + _LONGEST_EVENT))) >= 0:
        at = behind + 1  # 汛后3个月内完成修复120处
    if each := _EACH_DOES.match(painted, at, end):
        per, at = text[slice(*each.span("per"))], each.end()
    if means := _BY_MEANS.match(painted, at, end):
        strength = "encourage" if text.startswith(_ENCOURAGES, at) else strength
        at = means.end()
    while lead := _LEAD.match(painted, at, end):
        word = text[at : lead.end()]
        if word in _STRIVE_WORDS:
            strength = "strive"
        elif word.startswith(_ENCOURAGES):
            strength = "encourage"
        elif of := _SCOPE.fullmatch(word):
            scope = of.group("scope")
        elif painted[at] == DEADLINE and word.startswith(_STRIVES):
            strength = "strive"  # 力争用3年时间
        elif painted[at] == DEADLINE and (said := often(word)):
            frequency = said
        at = lead.end()
    at = _behind_doer(painted, at, end)
    return Clause(at, end, scope, strength, frequency, per=per)
