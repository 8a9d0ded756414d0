"""What one clause commits to: its pieces are read by the patterns of planparse.parsing.targets.patterns.

Four forms need more than a pattern and have modules of their own: lists whose numbers stand behind all nouns, places in an order or
on a scale, and all of a set without a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN_NUMERAL
from planparse.language.patterns import Pattern
from planparse.parsing.targets.coverage import all_of, says_all
from planparse.parsing.targets.cues import BACKGROUND, CONDITION, EACH, EXISTING, PARAMETER, PAST, UNREAL, WELFARE
from planparse.parsing.targets.elision import EXISTS, TIMED, VERBS_ALONE, completed, of_a_sort, parts, same_unit, whole_place
from planparse.parsing.targets.grammar import (
    BOUND,
    CHANGE,
    COUNT,
    CREATE,
    END,
    MEASURE,
    NUMBER_RUN,
    PERCENT,
    PRINCIPAL,
    REACH_WORDS,
    TIME,
    TIME_RUN,
    VERB,
    VERB_AHEAD,
    TargetRule,
)
from planparse.parsing.targets.lists import nouns_of, respectively
from planparse.parsing.targets.norms import is_norm
from planparse.parsing.targets.readings import (
    EARLY_TIME,
    GROWN,
    LATE_TIME,
    TOLD_AHEAD,
    YEAR,
    Before,
    Clause,
    Reading,
    behind_lead,
    direction_of,
    is_measure,
    noun,
    per_of,
)
from planparse.parsing.targets.relative import relative
from planparse.parsing.targets.scales import GRADE, GRADED, graded, ranked
from planparse.parsing.targets.skeleton import PAINT
from planparse.parsing.targets.stating import LAST_NUMBER, TARGETS, readers
from planparse.text import Painted

_VERBS = words("verbs")
_DEADLINE, _HIDDEN = PAINT["deadline"], PAINT["hidden"]
GRADE_VERB = Pattern(alternation(_VERBS["grade"]), reads=("达到", "创建三级甲等医院"), leaves=("推进", "加强管理"))
_NUMBER = Pattern(f"[{PRINCIPAL}]", reads=("建成中心3家", "比重90%"), leaves=("到2025年", "压缩至3个工作日"), painted=True)
_TIME = Pattern(TIME, reads=("压缩至3个工作日", "审批时间不超过20天"), leaves=("建成中心3家",), painted=True)
_WHEN = Pattern("年底|年内|[上下]半年|[一二三四]季度|[今明]年|全年", reads=("欠款年底前清偿比例",), leaves=("每年下派",))
# 在2017年的基础上减少: the year that a change is measured from.
_GROUND = Pattern(
    r"在(?:(?:19|20)\d\d年[^，]{0,14}|现有|原有|目前|现行|上年|法定[^，]{1,16}|规定[^，]{1,12}|国家[^，]{1,12}|现行[^，]{1,12})基础上(?:再)?$",
    reads=("单位能耗在2017年的基础上", "在2020年基础上再", "办理时限在法定20个工作日基础上"),
    leaves=("在此基础上", "2017年"),
)
_NEXT_OBJECT = Pattern(
    "(?:建成|建设|新建|打造|培育|组建|成立|设立|引进|新增|选派|选聘|举办|开展|培训|改造|整治|修复|完成|创建|推广|实施)[^，、的]{2,}$",
    reads=("改造闲置地块", "新增停车泊位"),
    leaves=("改造", "企业开展活动"),
    by="match",
)
_SHORTEST_OBJECT = 3
_LEADS_TO = ("至", "到", "达", "达到")
_MOVED_BY = Pattern(f"(?:{CHANGE})$", reads=("占比提升", "总量新增"), leaves=("由", "占比"))
_NEXT_VERB = Pattern(
    "(?:牵头|共同|联合|合作)?(?:建成|建设|新建|打造|培育|培养|组建|成立|设立|引进|新增|选派|选聘|完成|举办|开展|培训)$",
    reads=("牵头组建", "建设", "共同打造"),
    leaves=("建设中心", "企业"),
)
# 各级各部门年内组织: what stands behind a denominator.
_EVERY_END = Pattern(
    f"(?:年内|当年|每年|全年|[{_DEADLINE}]+|至少|[要应]?(?:根据|结合|立足)[^，]*)$",
    reads=("各级各部门年内", "每个县至少", "各镇每年", "各设区市要根据自身实际"),
    leaves=("各级各部门", "年内完成"),
)
_EACH_OF = Pattern(
    "[^，每]{0,6}(?P<per>每[十百千万]{1,2}[名位个户]?[^，]{1,8}?)(?:至少)?",
    reads=("城乡每万名居民至少", "每千名老年人"),
    leaves=("每年", "每个县", "各县"),
    by="fullmatch",
)
# 每个乡镇（街道）专职工作人员不少于3人: how many there are for each place.
_EACH = "每个?(?:(?:城市|农村|城镇)?社区|设区市|县（市、区）|县区|乡镇（街道）|镇（街道）|村（社区）|乡镇卫生院|行政村|中心镇|省份|街道|社区|乡镇|学校|班级|医院|园区|中心|站点|服务站|敬老院|养老机构|幼儿园|小区|[县市区镇村校])"
_EACH_PLACE = Pattern(
    _EACH + "(?![（级及]|域|长)(?=[^，]{2})",
    reads=("每个乡镇（街道）专职工作人员", "每个县养老机构"),
    leaves=("每千人口床位数", "每个项目", "每个县"),
    by="match",
)
_TO_EACH = Pattern(
    "[向为给对](?P<per>每[个所家名][^，]{2,12}?)(?:至少|各)?$",
    reads=("总医院向每个乡镇卫生院", "为每个县至少"),
    leaves=("每个县", "向企业"),
)
# 口袋公园每个街道不少于2个: the same behind what is counted.
_EACH_BEHIND = Pattern(
    f"(?<=[^，每][^，每])(?<!平均){_EACH}$",
    reads=("口袋公园每个街道", "新建公办幼儿园每区"),
    leaves=("每个街道", "其中平均每个乡镇", "每千人口床位数", "覆盖每个社区服务站点"),
)
# 每万名居民拥有: of what a denominator of its own counts.
_OWNED = Pattern(
    ".{0,8}每[十百千万]{1,2}.{1,9}?(?:拥有|配备|配有)(?=.{2})",
    reads=("城乡每万名居民拥有合格的全科医生",),
    leaves=("合格的全科医生",),
    by="match",
)
# 集装箱班列每周不少于5列: how often is no part of what.
_HOW_OFTEN = Pattern("(?<=[^，]{2})每[周月天日季]度?$", reads=("集装箱班列每周",), leaves=("每周", "周边"))
# 其中平均每个乡镇卫生院不少于2名: of what, the words before say.
_EACH_ALONE = Pattern(
    f"(?:平均)?(?:{_EACH}|各[^，、]{{0,4}}?(?:[县市区镇乡村校]|街道|社区|园区)(?:（[^）]{{1,6}}）)?)",
    reads=("平均每个乡镇卫生院", "每个省份", "各县（市）"),
    leaves=("每千人口医师数", "每个县医院", "各县医院"),
    by="fullmatch",
)
# 三年累计不少于6万人: a length of time names nothing that is counted.
_LENGTH = Pattern(
    r"(?:未来|今后|近)?[两二三四五六七八九十\d]{1,2}年(?:内|间|来)?(?:累计|共|合计)?|明年|后年|全年|当年|年度|(?:到时|届时|最终)",
    reads=("三年累计", "未来五年", "届时", "5年内"),
    leaves=("三家", "年度累计"),
    by="fullmatch",
)
# 国家级、省级: a rank, and of what a later member of the list says.
_RANK = Pattern(
    "(?:世界|国际|国家|部|省|市|州|县|区|镇|乡)级(?:及?以上)?",
    reads=("国家级", "省级以上"),
    leaves=("级联", "示范区"),
    by="match",
)
_NEW_VERB = Pattern(
    f"(?:新|再|累计|全面|全部|共)?(?:{alternation(_VERBS['create'])})",
    reads=("新开工", "完成"),
    leaves=("新区", "开工项目"),
    by="fullmatch",
)
# A thing and how many of it, and nothing that could be a verb of its own.
_MEMBER = Pattern(
    f"[^{PRINCIPAL}{BOUND}，的]{{2,16}}?[{COUNT}]+(?:左右)?",
    reads=("产业集群1个", "示范园区5家左右"),
    leaves=("建设的中心1个", "占比达到90%"),
    by="fullmatch",
    painted=True,
)
# 现有12个品牌, 已有养老点420个, 占比2021年为52%: what there is, which the clause behind may go on with.
_THERE = Pattern(
    rf"(?:在?(?:依托|巩固|巩固提升|利用|用好)?(?:目前|全[省市县区]|我[省市县区])?(?:现有|已有|原有|共有|建有|拥有|已建成)|继[{_DEADLINE}]*(?:{CREATE})|(?:全[省市县区州])?(?=[{COUNT}][^，]*中$))的?(?P<n>{BOUND}*[{COUNT}]+)的?(?P<thing>(?!基础)[^{PRINCIPAL}{BOUND}，的]{{2,30}}?)(?:的?基础上|之?后|中)?$"
    rf"|在?(?:依托|巩固|巩固提升|利用|用好)?(?:目前|全[省市县区]|我[省市县区])?(?:[现已拥原]?有(?![效机关限线害色])|已经?(?:{CREATE}))的?(?P<noun_behind>[^{PRINCIPAL}{BOUND}，的]{{2,30}}?)(?P<l>{BOUND}*[{COUNT}{MEASURE}]+)(?:的?基础上)?$"
    rf"|(?P<noun>[^{PRINCIPAL}{BOUND}，]{{2,40}}?)在?(?:目前|现为?|已经?|(?:19|20)\d\d年(?:年?[底末])?)+(?:有|建成|达到?|为|是|占)?(?P<m>{BOUND}*[{PRINCIPAL}]+)(?:左右)?(?:的?基础上)?$"
    rf"|在?(?:19|20)\d\d年(?:年?[底末])?(?:全[省市县区]|我[省市县区])?(?:[拥建]?有|建成)?(?P<noun_told>[^{PRINCIPAL}{BOUND}，]{{2,40}}?)(?:(?:为|是|达到?|占)(?P<k>{BOUND}*[{PRINCIPAL}]+)|(?P<q>{BOUND}*[{PRINCIPAL}]+)的?基础上)$"
    rf"|(?:19|20)\d\d年(?:年?[底末])?(?:全[省市县区]|我[省市县区])?(?:[拥建]?有|建成)(?P<noun_had>[^{PRINCIPAL}{BOUND}，的]{{2,30}}?)(?P<r>{BOUND}*[{COUNT}{MEASURE}]+)$"
    rf"|[^，{PRINCIPAL}]{{0,12}}?的?(?P<o>[{COUNT}]+)(?P<noun_done>[^{PRINCIPAL}{BOUND}，的]{{2,20}}?)(?:中?已)[^，]*$",
    reads=(
        "在现有12个地理标志产品基础上",
        "继2024年建成5个零碳园区后",
        "全区16个乡镇中",
        "上级下达的52项改革任务已完成47项",
        "共有12座病险水库",
        "已建成中心3家",
        "村级养老点已有420个",
        "“双师型”教师占比2021年为52%",
        "基站在2025年2万个的基础上",
        "依托现有绿色工厂30家",
        "在2024年绿色工厂30家的基础上",
        "原有绿色工厂30家",
    ),
    leaves=("培育12个品牌", "养老点达到420个"),
    by="match",
    painted=True,
)
_SIZED = Pattern(
    rf"(?P<verb>{VERB})(?:[^，{PRINCIPAL}{BOUND}]{{2,60}}?(?<![和与及、]))??(?P<n>{BOUND}*[{COUNT}]+)"
    rf"(?P<thing>[^{PRINCIPAL}{BOUND}，的（][^{PRINCIPAL}{BOUND}，]*?)(?:共计?|合计|总计|总(?:里程|长度?|面积|投资|规模|装机|库容|建筑面积)|(?<=[^，]{{2}})(?:里程|长度|建筑面积))?"
    rf"(?P<size>{BOUND}*[{MEASURE}]+)(?:左右)?$",
    reads=("续建甲至乙等5个公路项目631公里", "新建5座水库3000万立方米", "续建2个公路项目共计118公里"),
    leaves=("续建5个公路项目", "续建公路631公里"),
    by="match",
    painted=True,
)
# 打造美丽农村路10条200公里: the same where both numbers stand behind.
_SIZED_BEHIND = Pattern(
    rf"(?P<verb>{VERB})(?P<thing>[^，{PRINCIPAL}{BOUND}]{{2,30}}?)(?P<n>{BOUND}*[{COUNT}]+)、?(?:共计?|合计|总计|总里程|总长)?(?P<size>{BOUND}*[{MEASURE}]+)(?:左右)?$",
    reads=("打造美丽农村路10条200公里", "改造管网5条、共计12公里"),
    leaves=("打造农村路10条", "打造农村路10条、驿站2个"),
    by="match",
    painted=True,
)
_THINGS = (
    ("thing", "n"),
    ("noun_behind", "l"),
    ("noun", "m"),
    ("noun_told", "k"),
    ("noun_told", "q"),
    ("noun_had", "r"),
    ("noun_done", "o"),
)
_OF_LEVELS = frozenset(("reach", "bounded", "from_to", "shorten", "lasts"))
_TURNED = Pattern(
    "(?<=[\u4e00-\u9fff][\u4e00-\u9fff][\u4e00-\u9fff])(?:逐步|进一步|尽快|力争)?[将把](?=[\u4e00-\u9fff]{2,12}$)(?![来军握关])",
    reads=("融资担保机构逐步将担保费率",),
    leaves=("将担保费率", "车把手产量"),
)
# How something is done, and with a verb behind it only: 大力提升 and 大力, but 有效提升 and 有效发明专利.
_HOW, _HOW_DONE = alternation(_VERBS["manners"]), alternation(_VERBS["manners"], _VERBS["manners_of_verbs"])
# 提高污水治理率: a verb whose object is a measure.
_RAISED = Pattern(
    f"(?:{_HOW_DONE})*(?:提高|提升|扩大|增加|降低|减少|压减|压缩|缩短|控制|优化|巩固|拓展|改善)(?!机)",
    reads=("提高污水治理率", "持续降低能耗", "压缩审批时间"),
    leaves=("新建建筑中绿色建筑占比", "建设充电桩"),
    by="match",
)
# 绿色工厂培育工程: works that are named after what they bring.
_OF_WORKS = Pattern(
    "(?<=[^，][^，])(?:培育|建设|创建|引育|倍增|壮大|招引|引进|培养)(?:提升|壮大|倍增)?(?:专项|攻坚)?(?:工程|行动|计划)$",
    reads=("绿色工厂培育工程", "科技型中小企业倍增计划"),
    leaves=("培育工程", "老旧小区改造工程"),
)
# 稳步推进自来水普及率提升, 保持粮食产量稳定: a measure between how it is cared for and what becomes of it.
_CARED_MEASURE = Pattern(
    rf"(?:{_HOW_DONE})*(?:实现|保持|推进|推动|促进|抓好|抓实|加强|强化|确保|提高|提升|巩固)"
    rf"(?P<what>[^，；：、。的{PRINCIPAL}{_DEADLINE}]{{2,24}}?(?:{alternation(_VERBS['measures'])}))(?:{_HOW}|稳定|快速)?(?:提升|提高|稳定|增长|管理|管控|水平|成果|工作|控制|达标)?",
    reads=("稳步推进自来水普及率提升", "保持粮食产量稳定", "抓好商品房去化率"),
    leaves=("加强组织领导", "推进充电桩建设", "农村自来水普及率"),
    by="fullmatch",
    painted=True,
)
_EFFORT = Pattern(
    f"(?:加大|强化|加强|加快|推进)?(?!加大|强化|加强|加快|推进)(?:对)?(?P<thing>[^，；：、。{PRINCIPAL}]{{2,16}}?)(?:引进|培养|培育|建设|招引|引育|改造|招聘|选派|培训|创建)(?:力度|步伐|进度)",
    reads=("加大高层次人才引进力度", "加快老旧小区改造步伐"),
    leaves=("加大引进力度", "加强组织领导工作"),
    by="fullmatch",
    painted=True,
)
# 支持合作社建设保鲜设施，每年新建120座: who is helped to do it.
_HELPED = Pattern(
    f"(?:支持|鼓励|引导|指导|组织|扶持|推动|帮助)[^，；：。{PRINCIPAL}]{{2,16}}?(?=(?:{VERB})[^，；：、。{PRINCIPAL}]{{2}})",
    reads=("支持农民合作社、家庭农场建设保鲜设施", "引导企业新建研发机构"),
    leaves=("支持企业发展", "支持建设保鲜设施"),
    by="match",
    painted=True,
)
# 抓好农村公路建设，新建180公里: that it matters names nothing.
_CARED_FOR = Pattern(
    "(?:大力|积极|重点|统筹)?(?:支持|鼓励|加强|强化|抓好|做好|抓实|抓紧)(?=[^，；：、。]{2,20}(?:改造|建设|治理|整治|修复)$)",
    reads=("支持农村公路建设", "抓好病险水库治理"),
    leaves=("支持企业", "加强领导"),
    by="match",
)
_DOES_WHEN = Pattern(
    rf"[^，、的{PRINCIPAL}{BOUND}{_DEADLINE}]{{2,12}}[{_DEADLINE}]+(?!达到?|实现|保持){VERB}(?=[^，]{{2}})",
    reads=("县级医院每年下派骨干医师", "各镇每年组织开展培训"),
    leaves=("覆盖率到2025年", "每年下派骨干医师"),
    by="match",
    painted=True,
)
# 推进工作: what no sentence behind it can be about.
_SAYS_NOTHING = frozenset(("", "工作", "任务", "发展", "改革", "管理", "项目"))
_SHORTEST_WORKS = 4
# 居民健康素养水平稳步提升; 覆盖率、普及率: measures, and no more than where they go or how they stand to others.
_MEASURES = Pattern(
    rf"(?P<what>[^，；：。{PRINCIPAL}{_DEADLINE}]{{2,60}}?(?:{alternation(_VERBS['measures'])}))"
    rf"(?:(?:(?:[{_DEADLINE}]|逐年|持续|稳步|明显|显著|大幅|不断|进一步|逐步|总体|较快|快速|平稳|有效|实现|力争|要)*"
    rf"(?:提升|提高|增长|上升|增加|扩大|下降|降低|减少|改善|优化|好转|赶超|领先|接近|保持|处于|[高低]于|优于|快于|稳定|稳中有[升降进]|再[上创]|位居|跃升|跻身|突破))[^，；：。{PRINCIPAL}{_DEADLINE}]{{0,14}})?",
    reads=("居民健康素养水平稳步提升", "森林覆盖率", "“一网通办”率赶超先进地区", "粮食产量稳中有升"),
    leaves=("提高森林覆盖率的措施", "加强组织领导"),
    by="fullmatch",
    painted=True,
)
# 市场主体不断壮大; 千亿级产业集群实现零的突破: things of which there are to be more.
_MOVING = Pattern(
    rf"(?P<what>[^，；：。的{PRINCIPAL}{_DEADLINE}]{{2,16}}?)(?:队伍|群体|阵容|规模|数量)?"
    rf"(?:(?:(?:不断|持续|稳步|逐步|进一步|显著|明显|快速|大幅|加快|加速|有序)+(?:扩大|扩充|壮大|增加|增长|增多|提升|集聚|涌现|成长|扩容|发展))|(?:[实取]现?得?)(?:零的?|新的?|历史性|重大|重要)*突破|不断涌现|成倍增长)",
    reads=("市场主体不断壮大", "千亿级产业集群实现零的突破", "瞪羚企业队伍持续壮大"),
    leaves=("不断壮大市场主体", "加强组织领导"),
    by="fullmatch",
    painted=True,
)
# The mark of an item, and what is named behind it.
_MARK = Pattern(
    r"[ \t]*(?:\d{1,2}[.、．](?!\d)|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|[一二三四五六七八九十]{1,3}[、是]|[①-⑳]|—{1,2})",
    reads=("1.家庭养老床位", "（二）老年助餐点", "一是设施蔬菜"),
    leaves=("家庭养老床位", "1.5万张"),
    by="match",
)
_BEHIND_MARKS = frozenset("）、.．")
_THING = Pattern(
    f"[^，；：、。的{PRINCIPAL}{_DEADLINE}]{{2,16}}(?<!目标)(?<!任务)(?<!要求)(?<!原则)(?<!措施)(?<!保障)",
    reads=("家庭养老床位",),
    leaves=("家庭养老床位、助餐点", "工作目标"),
    by="fullmatch",
    painted=True,
)
# 农村危房改造，开工1000户: works that the numbers behind count.
_WORKS = Pattern(
    "[^，；：、。]{2,22}(?:改造|建设|治理|整治|修复|工程|项目)$",
    reads=("农村危房改造", "老旧小区改造工程"),
    leaves=("加强组织领导", "改造老旧小区"),
    by="match",
)
_VALUED = Pattern(
    rf"(?P<noun>[^{PRINCIPAL}{BOUND}，：]{{0,40}}?)(?P<n>{BOUND}*+[{PRINCIPAL}]++)(?:左右)?$",
    reads=("国际航线8条", "网络零售额年均增速10%以上", "≥180亿元"),
    leaves=("国际航线", "8条国际航线"),
    by="match",
    painted=True,
)
# 分地区前期突破项目目标任务为：福州市3个，厦门市2个: what is shared out, and to whom.
_ALLOTS = Pattern(
    "(?:分(?:地区|市县?|县区|区县|区域|单位)|各(?:地区?|设区市|市|县区?)(?:年度)?)?(?P<what>(?!目标|年度|主要|工作|重点|具体)[^，；。：]{2,20}?)(?:年度)?(?:目标任务|任务目标|任务数?)(?:分解|分配)?(?:情况)?(?:如下|为)",
    reads=("分地区前期突破项目目标任务为", "各设区市配套矿山任务分解如下"),
    leaves=("主要任务", "目标任务分解为", "目标任务分解表"),
    by="fullmatch",
)
_SHARE_OF = Pattern(
    rf"(?P<place>[^，、；。：的{PRINCIPAL}{BOUND}]{{2,12}}?)(?P<n>{BOUND}*+(?P<paint>[{COUNT}{MEASURE}])(?P=paint)*+)",
    reads=("福州市3个", "高等院校1个", "宁德市39.5亿元"),
    leaves=("福州市的企业3个", "覆盖率达到90%"),
    by="fullmatch",
    painted=True,
)
_ALLOTTED = "allotted"
_MOVES_TO = Pattern(
    f"(?:{alternation(_VERBS['increase'], _VERBS['decrease'])}|增|减|降|升|扩|提|缩|压|达)[到至为]",
    reads=("提高到65%", "降至8%"),
    leaves=("达65%", "提高5%"),
    by="match",
)
# Of what size those are that are counted, and the rule of members that say no more than that.
_SIZE = Pattern(
    r"(?:(?:超过?|突破|达到?|不低于|不少于)(?:\d[\d.]*)?[十百千万亿]*|\d[\d.]*[十百千万亿]*)(?:元|亩|吨|人|平方米|千瓦)(?:及?以上)?",
    reads=("产值超50亿元的企业", "年营业收入超亿元的企业", "1万平方米以上的商场"),
    leaves=("银发经济企业", "50家企业"),
)
_OF_SIZE = "member_sized"
_LASTS = PAINT["time"]
_PLACE_IN = Pattern(
    "在(?P<scope>全[国省市县区州])[^，、]{0,8}?(?:排名|位次|排位|名次)$",
    reads=("经济总量在全省位次", "综合指数在全国排名"),
    leaves=("数字政府评估排名", "在全省推广"),
)
# Where those who are counted go, and what for.
_SENT = Pattern(
    "(?<=[^，][^，])(?:(?:到(?![岗位])|赴|前往|深入|下沉到?)[^，]{1,12}(?:挂职|锻炼|服务|任职|任教|工作|支教|支医|坐诊|巡诊|执业|学习|培训|帮扶|驻村|驻点|实践|进修|研修|跟岗|实训|实习|考察|交流|开展[^，]{2,8})"
    "|(?:下沉|深入|走进|进驻|入驻)[^，]{0,6}(?:一线|基层|社区|网格|村组|企业|园区|乡镇|街道)|(?<=[员师才部者队团家])(?:入驻[^，]{2,10}|驻村|驻点|驻企|下乡|下基层|进村入户|进社区|进校园|进企业)[^，]{0,6}"
    "|(?:同步|分批|统筹|一体|率先|先行)(?:推进|实施|开展|先试|试点)"
    "|(?:(?<=[员师才部者队团])|(?<=专家))服务(?:基层|一线|农村|乡村|企业|群众|三农|“三农”)|(?:予以|给予|进行)?(?:重点|优先|大力|集中|精准|梯次|跟踪|定向|分类)+(?:扶持|支持|培育|培养|帮扶|打造|推介|服务))$",
    reads=(
        "优秀干部到基层挂职锻炼",
        "骨干教师赴乡村学校支教",
        "科技特派员下沉一线",
        "医疗队下乡巡诊",
        "科技特派员服务基层",
        "高成长企业予以重点扶持",
    ),
    leaves=("上门服务", "到位资金", "就业到岗培训", "科技服务企业", "规模以上服务企业", "重点扶持"),
)
_FOR_WHOM = Pattern(
    "(?<=[^，]{2})(?:为|给|向)[^，]{2,16}$", reads=("感烟探测器为孤寡老人等重点人群",), leaves=("为重点人群", "人为因素")
)
# How many those are of whom a share is told, and who does what a share tells of to others.
_COUNTED_AHEAD = Pattern(
    f"[{COUNT}]++(?=[^，、]{{4}})",
    reads=("4.2万名河湖长巡河履职率",),
    leaves=("河湖长履职率", "20家以上"),
    by="match",
    painted=True,
)
_DONE_BY = Pattern(
    "(?:各级|[省市县区乡]{2,3}[两三]级|全[省市县区])?[^，、对]{0,8}(?:部门|机关|机构|单位|[局厅委]|政府)对(?=[^，]{6})",
    reads=("市县两级市场监管部门对学校食堂检查覆盖率", "行政机关对企业的检查覆盖率"),
    leaves=("企业对外贸易依存度", "单位能耗"),
    by="match",
)
# 守住耕地保有量285万亩, 稳定粮食播种面积500万亩: the verb is no part of what is kept.
_KEPT = Pattern(
    "(?:坚决|牢牢|切实)?(?:守住|守牢|守好|稳住|保住|保持|维持|稳定)(?!运行|达标|就业|性|脱贫|率|期)(?=[^，]{4})",
    reads=("守住耕地保有量", "稳定粮食播种面积"),
    leaves=("稳定就业率", "保持率", "稳定达标率"),
    by="match",
)
# 大力提升城镇污水处理率: what is done to a measure, and how, is no part of it; 有效发明专利 and 提升工程完成率 are.
_MOVED = Pattern(
    f"(?:(?:{_HOW})+"
    "(?:提高|提升|扩大|增加|加大|降低|压减|压降|减少|缩短|控制|管控|优化|完善|落实|强化|加强|巩固|推动|推进|促进|实现|做到|保障|达到)?"
    f"|(?:{alternation(_VERBS['manners_of_verbs'])})(?:提高|提升|扩大|增加|加大|降低|压减|控制|管控|推动|推进|实现|落实|做到)"
    "|(?:提高|提升|扩大|增加|加大|降低|压减|压降|减少|控制|管控|优化|严控|强化|加强|巩固|保障|拓展|改善|抓好|抓实|坚持|聚焦|致力于))"
    "(?!性|率|值|型|量|线|工程|行动|项目|计划|改造|治理|修复|创建|建设(?!用地)|服务|完成|实施|任务|政策|措施|发明|灌溉|注册|投资|养老|医疗|公共|农田|控制|备案|发展|质量|教育|收入|就业|经营|增长|运行|开展|参与|推进|利用|使用|租赁|住房|水平)"
    "(?=[^，的]{4})",
    reads=("大力提升城镇污水处理率", "着力规模以上工业增加值", "降低单位能耗水平", "不断全员劳动生产率"),
    leaves=(
        "有效发明专利拥有量",
        "提升工程完成率",
        "控制性规划覆盖率",
        "基本养老保险参保率",
        "达到标准的占比",
        "增加值占比",
    ),
    by="match",
)
_SHARES = ("率", "占比", "比例", "比重", "覆盖面", "满意度")
# Verbs whose object may be a share.
_GOVERN_SHARES = ("实现", "完成", "达到", "提升", "提高", "确保", "保持", "优化", "推动", "增加", "突破")
_CARRIED = Pattern(
    "(?:组织开展|开展|推进|推行|实施|组织)(?=[^，]{3})",
    reads=("开展异地评标占电子标段比例",),
    leaves=("评标比例",),
    by="match",
)
# 出栏肉牛, 县级融媒体中心生产短视频: what is done with what is counted, and 生产企业, whose name begins with it.
_DONE_WITH = Pattern(
    "(?:[^，]{0,12}?(?:中心|机构|部门|医院|学校|园区|队伍|平台|银行|协会)|(?:为|向|对|给)[^，]{2,12}?|累计|年均|年|共)?"
    f"(?P<verb>{alternation(_VERBS['done'])})"
    "(?!(?:企业|基地|线|能力|总值|者|员|组|站|点|所|机构|平台|设备|车间|资料|系统|中心|服务|工作|项目|事项|人员|区|队|人|户|网点|门店|大厅|窗口|终端|车辆|公司|厂)$)(?=[^，的]{2,}$)",
    reads=("出栏肉牛", "县级融媒体中心生产短视频", "为农民工追讨欠薪"),
    leaves=("生产企业", "检测机构", "肉牛"),
    by="match",
)
# A number alone behind its label.
_LABELLED = Pattern(
    f"[{BOUND}{PRINCIPAL}]|分别", reads=("180亿元", "分别不低于90%、75%"), leaves=("达到90%",), by="match", painted=True
)
# Or a verb and a number, behind what they are of: 无废机关：2024年创建15个.
_LABELLED_VERB = Pattern(
    f"(?:累计|力争|共)*(?:{VERB}|{alternation(_VERBS['reach'])})[{BOUND}{PRINCIPAL}]+{END}",
    reads=("创建15个", "达到30%左右"),
    leaves=("创建机关15个", "15个"),
    by="match",
    painted=True,
)
_LABEL = Pattern(
    f"(?![^，]*(?:目标|任务|指标|措施|举措|内容|要求|重点|步骤|阶段|时间|安排|标准|方面|方向|如下|计划|思路|单位|部门|责任|其中|是)$|(?:{VERB})[^，]{{2}})[^，。；：{PRINCIPAL}{BOUND}]{{3,24}}",
    reads=("无废机关", "污水处理率"),
    leaves=("主要目标", "建设无废机关", "分年度任务"),
    by="fullmatch",
    painted=True,
)
# 分年度完成投资, 高标准农田建设任务: what a label says beside what its numbers are of.
_LABEL_HEAD = Pattern(
    "(?:分?(?:年度|年|阶段))(?:计划|预计)?(?:完成|实现|新增|新建)?(?=[^，]{2})",
    reads=("分年度完成投资", "年度新增就业"),
    leaves=("完成投资", "分类覆盖率"),
    by="match",
)
_LABEL_TAIL = Pattern(
    "(?<=[^，]{2})(?:(?:建设|改造|创建|培育|治理|培训)?(?:目标任务|任务数?|目标值?|计划数?))$",
    reads=("高标准农田建设任务", "新增就业目标"),
    leaves=("任务", "投资计划管理"),
)
# What these bring about stands behind the last of a list, and is what becomes of all.
_CLOSING = ("count_reaches", "share_reaches", "select_and_bring", "things_reach")
# 2026年40家: what stands in the list before, in another year.
_IN_TURN = Pattern(
    rf"[到至]?[{_DEADLINE}]+[前底末]?(?P<n>{BOUND}*+(?P<paint>[{PRINCIPAL}])(?P=paint)*+)(?:左右)?",
    reads=("到2026年40家", "2027年底50个以上"),
    leaves=("2026年企业40家", "40家"),
    by="fullmatch",
    painted=True,
)
# What lasts, and is longer where a plan succeeds: 人均预期寿命.
_LASTING = Pattern(
    "(?:年限|寿命|年龄|月数|天数|住院日|满意度|得分|分数|评分|成绩|指数|时长)$",
    reads=("人均预期寿命", "平均受教育年限"),
    leaves=("贷款期限", "企业"),
)
# Rules that leave out what their length of time is of, by what it must be.
_OF_LENGTHS = {"shorten_elided": TIMED, "time_elided": TIMED, "lasts_on": _LASTING, "lengthens_on": _LASTING}
_ACT_ALONE = TARGETS.named("act_alone")
_MODIFIERS = frozenset(_VERBS["modifiers"])
_LONGEST_TITLE = 24
# 争取国家专项债券20亿元, 支持50名青年人才: words of how firmly, but verbs where no other stands before the number.
_VERBS_AFTER_ALL = ("争取", "支持", "推进")
# 依托平台全面实现一网通办, 已公布清单全部纳入管理: what there is, and what all of a set comes to.
_REACHES_ALL = Pattern("全部|全面实现", reads=("现有企业全部纳入", "依托平台全面实现"), leaves=("依托现有平台",))
# 13个村全部, 5000平方米以上工地均: behind what a number says of a set.
_ALL_OF = Pattern("全部|一律|全面|全覆盖|(?<=[^，])均|都", reads=("13个村全部完成", "工地均配备"), leaves=("建成13个村",))
# 现有科普基地35个全部免费开放: what there is, all of which comes to something.
_STOCK = Pattern(
    "(?:将|对|把|全[省市县区])?(?:现有|已有|原有|既有)",
    reads=("现有科普基地35个", "对现有20家"),
    leaves=("已建成35个", "企业现有"),
    by="match",
)
_EACH_ON_AVERAGE = ("人均", "户均", "亩均", "村均")
_CARRY_OUT = frozenset(_VERBS["carry_out"])
_WORKS_ALONE = frozenset(("工程", "项目", "行动", "任务", "活动", "计划"))
_JUDGES = ("表示", "感到", "知晓")
# 园区新建项目再生水利用率: whose rate it is, without where, how and what leads to it.
_WHOSE_RATE = Pattern(
    "(?:(?:每|各(?!类)|在|依托|利用|借助|结合|围绕|聚焦|立足|[向为从给对]).*|(?:达到|实现|确保)(?:全[省市县区州])?|全[省市县区州])",
    reads=("达到全市", "依托园区"),
    leaves=("园区", "“头顶库”"),
    by="match",
)
_THE_REST = frozenset(("剩余", "其余", "余下"))
_OF_EACH_ONE = ("各建", "各设", "各办")
_LONGEST_LEFT = 6
_WHOLE = ("100%", "100％")
_BARE = PAINT["bare"]
_PLACES = ("排名", "位次", "名次")
_AMONG = ("在全", "排名", "位居", "位列", "稳居", "居全")
_JOINS = ("和", "以及", "与")
_ENDS_OF_TIMES = frozenset(f"{_DEADLINE}前底末内")


def read_clause(
    text: str,
    painted: Painted,
    clause: Clause,
    previous: Sequence[Reading],
    before: tuple[int, int],
    years: int = 0,
    *,
    told: Sequence[Reading] = (),
    announced: bool = False,
    past: bool = False,
) -> list[Reading]:
    """All that a clause commits to, in order.

    `years` is how many years the sentence lists before it. `announced` says that what stands here are indicators with their values, and `past` that the clause tells what was. `previous` is what the last clause with a reading gave, `before` the
    clause before this one: they say what this one leaves out. `told` are the readings of all clauses before.
    """
    start, end = clause.start, clause.end
    words_ = painted[start:end]
    if not words_ or (not past and kept_out(text, painted, clause)):
        return []
    if (cut := _covered_beside(painted, clause)) > 0:
        # 行政村5G通达率100%、自然村4G网络全覆盖
        first = read_clause(text, painted, clause._replace(end=cut), previous, before, years, announced=announced)
        rest = clause._replace(start=cut + 1)
        return [*first, *read_clause(text, painted, rest, first or previous, before, years, announced=announced)]
    scaled = _graded(words_)
    numbers = [match.span() for match in NUMBER_RUN.finditer(painted, start, end)]
    if not numbers and TIME in words_:
        numbers = [match.span() for match in TIME_RUN.finditer(painted, start, end)]
    if numbers:
        pieces = [*_pieces(painted, start, end, numbers)]
        label = before if _labels(painted, before, start, end) else None
        if label:
            # 实际到位内资：≥180亿元: what stands before the colon is what the number is of.
            previous = [_label(text, painted, *label)]
        found = (
            [*_allotted(text, painted, pieces, previous)]
            or [*of_a_sort(text, painted, start, end, previous)]
            or [*respectively(text, painted, clause, years, previous, label, told)]
            or ([*parts(text, painted, pieces, previous)] if _names_nothing(painted, *pieces[0]) else [])
            or [*_listed(text, painted, pieces, previous)]
            or [*parts(text, painted, pieces, previous, told)]
            or [*_carried_on(text, painted, pieces, previous, before)]
            or [*_timed(text, painted, clause, numbers, previous)]
            or [*_sized(text, painted, clause)]
            or ([*_valued(text, painted, clause, before)] if announced or (label and clause.promised) else [])
            or (clause.promised and [*_listed(text, painted, pieces, previous, promised=True)])
            or [*_beside(text, painted, pieces, previous, before)]
            or []
        )
        whole: list[Reading] = []
        names: dict[str, str] = {}
        for reading in found:
            known = [*previous, *whole] if whole else previous
            full = completed(_ranked(reading, previous), text, painted, known, before)
            if (full.indicator == reading.indicator and full.kind == "level") or full.rule == "strives":
                # 营业收入跃上800亿元、力争突破1000亿元: both are of whom the first is.
                full = full._replace(indicator=names.get(reading.indicator, full.indicator))
            names[reading.indicator] = full.indicator
            whole.append(full)
        whole = [_counted(painted, reading) for reading in whole]
        if clause.promised:
            whole = [_done(reading) for reading in whole]
        if known := [reading for reading in previous if reading.was and reading.at >= 0]:
            whole = [_risen(text, reading, known) for reading in whole]
        readings = [
            reading
            for reading in whole
            if ((of := _OF_LENGTHS.get(reading.rule)) is None or of.search(reading.indicator))
            and not is_norm(text, painted, clause, reading)
        ]
        if not readings and not says_all(words_):
            return [*_of_counted(text, painted, clause, previous)]
        if readings:
            return readings
        # 超5年未结案件动态清零: a length of time that is no value picks out the set.
    if every := [*all_of(text, painted, clause, previous, before)]:
        return every
    if numbers and (counted := [*_of_counted(text, painted, clause, previous)]):
        return counted
    if level := [*relative(text, painted, clause, previous)]:
        return level
    return [
        *(graded(text, scaled, clause, previous) if scaled else ()),
        *ranked(text, painted, start, end, "", _placed(previous, text.startswith(_AMONG, start))),
    ]


def _names_nothing(painted: Painted, start: int, end: int) -> bool:
    """Whether a piece says but what is done: 累计培训6000人次, and the sentence before may say to whom."""
    return TARGETS.match(_ACT_ALONE, painted, behind_lead(painted, start, end), end) is not None


def _placed_beside(painted: Painted, start: int, end: int) -> int:
    """Where a member with a place in an order begins behind one with a number: 金牌3枚、奖牌总数进入全省前三; -1 where none does."""
    if (placed := painted.find(PAINT["rank"], start, end)) < 0:
        return -1
    *_, last = (0, *(number.end() for number in NUMBER_RUN.finditer(painted, start, placed)))
    return last if last and painted[last] == "、" else -1


def _labels(painted: Painted, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether the clause before is the label of this one: 实际到位内资：≥180亿元; 无废机关：2024年创建15个."""
    if painted[before[1] : before[1] + 1] != "：":
        return False
    if _LABELLED.match(painted, start, end):
        return True
    labels = _LABELLED_VERB.match(painted, start, end)
    return labels is not None and _LABEL.fullmatch(painted, behind_lead(painted, *before), before[1]) is not None


def _label(text: str, painted: Painted, start: int, end: int) -> Reading:
    """What a label says that the numbers behind it are of: 高标准农田建设任务, 分年度完成投资."""
    begin = behind_lead(painted, start, end)
    verb = VERB_AHEAD.match(painted, begin, end)
    ahead = _LABEL_HEAD.match(text, begin, end)
    named = noun(text[verb.end() if verb else ahead.end() if ahead else begin : end])
    named = _LABEL_TAIL.sub("", named) or named
    return Reading(begin, end, EXISTS, None, -1, named or noun(text[begin:end]), None)


def _covered_beside(painted: Painted, clause: Clause) -> int:
    """Where a list parts before or behind a member that comes to all of its set, with no number of its own; -1 where it does not."""
    start, end = clause.start, clause.end
    if (first := painted.find("全覆盖", start, end)) < 0:
        return _placed_beside(painted, start, end)
    if not (numbers := [*NUMBER_RUN.finditer(painted, start, end)]):
        # 充电站“县县全覆盖”、充电桩“乡乡全覆盖”
        last = painted.rfind("全覆盖", start, end)
        return painted.find("、", first, first + 5) if last > first else -1
    if painted.startswith("全覆盖", end - 3):
        return painted.find("、", numbers[-1].end(), end)
    at = painted.rfind("全覆盖、", start, numbers[0].start())
    return at + 3 if at >= 0 else -1


def _of_counted(text: str, painted: Painted, clause: Clause, previous: Sequence[Reading]) -> Iterator[Reading]:
    """What all of a set come to whose number, or whose size, is told: 剩余13个村全部完成规划编制."""
    words_ = painted[clause.start : clause.end]
    said = _ALL_OF.search(words_)
    numbers = [match.span() for match in NUMBER_RUN.finditer(words_)] if said else []
    if (
        said is None
        or not numbers
        or numbers[-1][1] > said.start()
        or PERCENT in words_
        or (EXISTING.match(words_) and not _STOCK.match(words_))
    ):
        return
    if words_[0] == _BARE:
        return  # 58.推动: the mark of an item
    first, last = numbers[-1]
    if last == said.start() and len(numbers) == 1 and COUNT in words_[first:last]:
        # 现有科普基地35个全部免费开放: how many there are stands behind what they are.
        printed, rest = (line[:first] + line[last:] for line in (text[clause.start : clause.end], words_))
        for reading in all_of(printed, Painted(rest), clause._replace(start=0, end=len(rest)), (), (0, 0)):
            stock = _STOCK.match(reading.indicator)
            named = reading.indicator[stock.end() :] if stock else reading.indicator
            if named in _THE_REST and previous:
                named = previous[-1].indicator  # 剩余5项全部完成
            whole = reading._replace(start=reading.start + clause.start, end=reading.end + clause.start + last - first)
            yield whole._replace(indicator=named)
        return
    hidden = Painted(NUMBER_RUN.sub(lambda match: _HIDDEN * len(match.group()), words_))
    printed = text[clause.start : clause.end]
    for reading in all_of(printed, hidden, clause._replace(start=0, end=len(printed)), (), (0, 0)):
        (first, last), of = numbers[0], reading.indicator
        counted = printed[first:last]
        if COUNT in words_[first:last] and not counted.endswith(BOUNDS_BEHIND) and of.find(counted) in range(_LONGEST_LEFT):
            of = of[of.find(counted) + len(counted) :].removeprefix("的")  # 剩余13个村
        if not of and previous:
            of = previous[-1].indicator  # 已完成47项，剩余5项6月底前全部完成
        yield reading._replace(start=reading.start + clause.start, end=reading.end + clause.start, indicator=of)


def _done(reading: Reading) -> Reading:
    """The reading with the verb that no list of what brings things about holds, as its outcome: 到2026年，出栏肉牛1.5万头."""
    told = reading.kind in (None, "count") and not is_measure(reading.indicator)
    match = _DONE_WITH.match(reading.indicator) if told else None
    return reading._replace(indicator=reading.indicator[match.end() :], outcome=match.group("verb")) if match else reading


def _counted(painted: Painted, reading: Reading) -> Reading:
    """The reading as a count where the number counts what is new: 告知承诺制事项新增30项."""
    if reading.kind != "change" or not (reading.outcome or "").endswith("新增") or is_measure(reading.indicator):
        return reading
    number = NUMBER_RUN.match(painted, reading.at)
    counts = number is not None and number["paint"] == COUNT
    return reading._replace(kind="count", direction=None, outcome="新增") if counts else reading


def _risen(text: str, reading: Reading, known: Sequence[Reading]) -> Reading:
    """The reading with what its indicator is today, as told before: 目前占比为52%，到2028年提高到65%."""
    if reading.before or not _MOVES_TO.match(reading.outcome or ""):
        return reading
    was = next((told for told in known if told.indicator == reading.indicator and reading.at - told.at < TOLD_AHEAD), None)
    if was is None:
        return reading
    floor = max(0, was.start - _LONGEST_TITLE)
    begin = max(floor, *(text.rfind(mark, floor, was.start) for mark in "。；\n"))
    years = [int(year.group()) for year in YEAR.finditer(text, begin, was.end)]
    return reading._replace(before=Before(was.at, years[-1] if years else None))


def _ranked(reading: Reading, previous: Sequence[Reading]) -> Reading:
    """The reading with what a bare rank is of: 建立省级工程研究中心50家，力争国家级突破5家."""
    if previous and _RANK.fullmatch(reading.indicator) and (of := _RANK.match(previous[-1].indicator)):
        return reading._replace(indicator=reading.indicator + previous[-1].indicator[of.end() :])
    return reading


def _placed(previous: Sequence[Reading], among: bool) -> str:  # noqa: FBT001 - one call
    """Whose place the clause before tells, for a clause that says no more than the place: 排名前移2位，进入前五名.

    `among` says that the clause opens with those among whom: 增速不低于8%，在全市排名前3位.
    """
    last = previous[-1] if previous else None
    return (
        last.indicator
        if last and ((among and last.at >= 0) or last.kind == "rank" or last.indicator.endswith(_PLACES))
        else ""
    )


def kept_out(text: str, painted: Painted, clause: Clause) -> tuple[str, str] | None:
    """The test by which a clause commits to nothing, whatever its numbers look like, and the words that the test found."""
    words_ = painted[clause.start : clause.end]
    # 对…全部, 凡…一律: whom it is for is the set, and what it pays its rules know.
    of_all = says_all(words_)
    condition = UNREAL if of_all else CONDITION
    match = condition.match(words_) or ("每" in words_ and EACH.match(words_))
    if match:
        return "condition", text[clause.start : clause.start + match.end()]
    if not of_all and words_.endswith("的") and not words_.endswith("目的"):
        return "condition", text[clause.start : clause.end]  # 两个以上部门可以同时开展的，应当联合
    if match := BACKGROUND.match(words_):
        return "background", text[clause.start : clause.start + match.end()]
    match = EXISTING.match(words_) or ("年" in words_ and PAST.match(words_))
    kept_up = bool(match) and clause.promised and "连续" in words_  # 力争考核连续3年位居全省前3名
    if match and not kept_up and not _REACHES_ALL.search(words_):
        return "existing", text[clause.start : clause.start + match.end()]
    if of_all or _graded(words_) is not None or WELFARE.search(text, clause.start, clause.end):
        return None
    parameter = PARAMETER.search(text, clause.start, clause.end)
    return ("parameter", parameter.group()) if parameter else None


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
            clause.start, clause.end, EXISTS, None, clause.start + len(out[1]), noun(text[begin : before[1]]), None
        )
    return what_is_there(text, painted, clause)


def what_is_there(text: str, painted: Painted, clause: Clause) -> Reading | None:
    """What a clause says that there is, where it is known to tell what was."""
    match = _THERE.match(painted, clause.start, clause.end)
    if match is None:
        return None
    thing, number = next((thing, n) for thing, n in _THINGS if match.group(n))
    named = noun(text[match.start(thing) : match.end(thing)])
    return Reading(clause.start, clause.end, EXISTS, None, match.start(number), named, None, was=True)


def allots(text: str, painted: Painted, start: int, end: int) -> Reading | None:
    """What a clause before a colon says is shared out behind it, 分地区前期突破项目目标任务为."""
    match = _ALLOTS.fullmatch(text, start, end) if text.startswith("：", end) else None
    if match is None:
        return None
    begin, behind = match.span("what")
    verb = VERB_AHEAD.match(painted, begin, behind - 1)
    if verb and (text[verb.end()] in "或和及" or verb.group() == "配套"):
        verb = None  # 建成或部分建成项目, 配套矿山
    named = noun(text[verb.end() if verb else begin : behind])
    return Reading(start, end, _ALLOTTED, None, -1, named, verb and verb.group())


def _allotted(
    text: str, painted: Painted, pieces: Sequence[tuple[int, int]], previous: Sequence[Reading]
) -> Iterator[Reading]:
    """The share of each: 福州市3个，厦门市2个, behind a clause that says of what."""
    whole = previous[-1] if previous and previous[-1].rule == _ALLOTTED else None
    shares = [_SHARE_OF.fullmatch(painted, *piece) for piece in pieces] if whole else []
    if whole and all(shares):
        for share in filter(None, shares):
            (start, end), place = share.span(), text[slice(*share.span("place"))]
            yield whole._replace(start=start, end=end, at=share.start("n"), scope=place)


def named_ahead(text: str, painted: Painted, start: int, end: int) -> Reading | None:
    """What the short sentence before names: 改造老旧管网。2026年完成85公里."""
    if not 0 < end - start <= _LONGEST_TITLE:
        return None
    mark = _MARK.match(text, start, end)
    marked = mark is not None or text[max(0, start - 1) : start] in _BEHIND_MARKS
    start = behind_lead(painted, mark.end() if mark else start, end)
    if who := _HELPED.match(painted, start, end):
        start = who.end()
    if effort := _EFFORT.fullmatch(painted, start, end):
        # 加大高层次人才引进力度，2026年新引进200名
        return Reading(start, end, EXISTS, None, -1, noun(text[slice(*effort.span("thing"))]), None)
    if cared := _CARED_MEASURE.fullmatch(painted, start, end):
        return Reading(start, end, EXISTS, None, -1, noun(text[slice(*cared.span("what"))]), None)
    if named := _CARED_FOR.match(painted, start, end):
        start = named.end()
    raised = _RAISED.match(painted, start, end)
    verb = raised or VERB_AHEAD.match(painted, start, end)
    if NUMBER_RUN.search(painted, start, end):
        return None
    thing = noun(text[verb.end() if verb else start : end])
    if thing in _SAYS_NOTHING:
        return None
    if not verb and marked and _THING.fullmatch(painted, start, end):
        return Reading(start, end, EXISTS, None, -1, thing, None)  # 1.家庭养老床位。2026年建成800张
    if not verb and not _WORKS.match(painted, start, end):
        return None
    if len(thing) >= _SHORTEST_WORKS:
        # 推进充电桩建设，2025年新增500个; 实施绿色工厂培育工程，新增10家: what is built is counted
        thing = _OF_WORKS.sub("", thing.removesuffix("建设").removeprefix("一批"))
    # 新建建筑中绿色建筑占比: the name of a measure, and no verb.
    whole = thing and (raised or not is_measure(thing)) and not any(mark in thing for mark in "，；：、")
    return Reading(start, end, EXISTS, None, -1, thing, None) if whole else None


def measures_ahead(text: str, painted: Painted, start: int, end: int) -> list[Reading]:
    """The measures that a clause without a number names for those behind it: 健康素养水平稳步提升，2026年达到32%."""
    start = behind_lead(painted, start, end)
    match = _MEASURES.fullmatch(painted, start, end)
    if match is None and (moving := _MOVING.fullmatch(painted, start, end)) and not VERB_AHEAD.match(painted, start, end):
        return [Reading(start, end, EXISTS, None, -1, noun(text[slice(*moving.span("what"))]), None)]
    if match is None or VERB_AHEAD.match(painted, start, end) or _RAISED.match(painted, start, end):
        return []
    names = nouns_of(text, painted, start, match.end("what"))
    if not all(map(is_measure, names)):
        return []
    return [Reading(start, end, EXISTS, None, -1, name, None) for name in names]


def _graded(words_: str) -> re.Match[str] | None:
    return GRADED.match(words_) if GRADE in words_ else None


def _listed(
    text: str,
    painted: Painted,
    pieces: Sequence[tuple[int, int]],
    previous: Sequence[Reading],
    begun: Reading | None = None,
    *,
    promised: bool = False,
) -> Iterator[Reading]:
    """One reading for each piece of a list; members share the verb before the first and the outcome behind the last."""
    read = [_match(text, painted, start, end, promised=promised) for start, end in pieces]
    shared = begun or next((r for r in read if r and r.kind not in ("ratio", "change", "level")), None)
    closing = next((r for r in read if r and r.rule in _CLOSING), None)
    if shared is not None and shared.rule == "done_behind" and read[0] is None:
        return  # 其中人工造林20万亩、退化林修复50万亩: parts of a sum
    if (
        len(read) == 1
        and shared
        and shared.rule == "done_behind"
        and previous
        and _is_part_of_works(text, painted, shared, previous[-1])
    ):
        return  # 其中人工造林3万亩，退化林修复3万亩
    placed = subject = next((r.indicator for r in read if r and r.indicator), "")
    if previous and (not subject or (read[0] and read[0].per and not read[0].indicator)):
        # 培育社会组织2000个，平均每个城市社区不少于10个、农村社区不少于5个
        at = next((r.at for r in read if r), -1)
        subject = next((r.indicator for r in previous if same_unit(text, painted, at, r.at)), previous[0].indicator)
    last: Reading | None = None
    for at, ((start, end), own) in enumerate(zip(pieces, read, strict=True)):
        reading = own
        turn = _IN_TURN.fullmatch(painted, start, end) if last and not own else None
        if last and turn and same_unit(text, painted, turn.start("n"), last.at):
            # 2025年培育企业30家、2026年40家: the same in another year.
            outcome = None if last.rule in _OF_LEVELS else last.outcome
            rule = f"member_in_turn_of_{last.rule.rpartition('_of_')[2]}"
            yield last._replace(start=start, end=end, at=turn.start("n"), outcome=outcome, rule=rule)
            continue
        # 完成3家钢铁企业、5台燃煤机组超低排放改造: what is completed of the last is its works.
        works = own is not None and own.rule == "push" and own.at == behind_lead(painted, start, end)
        works = works or (own is not None and own.rule == "done_behind" and shared is not None and _is_carried(shared))
        gives_way = own is None or (own is not shared and (works or TARGETS.named(own.rule).closed))
        if gives_way and shared is not None and (member := _match(text, painted, start, end, shared=True)):
            giver = closing or shared
            if member.rule == _OF_SIZE:
                # 产值超50亿元的企业5家、超10亿元的10家: the same things of another size.
                size = text[behind_lead(painted, start, end) : member.at].removesuffix("的")
                member = member._replace(indicator=_SIZE.sub(lambda _, size=size: size, giver.indicator, count=1))
            if same_unit(text, painted, member.at, giver.at) and whole_place(member.indicator):
                member = member._replace(indicator=giver.indicator, scope=member.indicator)
            reading = member._replace(
                kind=member.kind or (giver.kind if giver.kind != "share" else None),
                per=member.per or (giver.per if giver.kind != "level" else None),
                outcome=None if giver.rule in _OF_LEVELS else member.outcome or giver.outcome,
                end=max(giver.end, member.end) if closing else member.end,
                rule=f"{member.rule}_of_{giver.rule.rpartition('_of_')[2]}",
            )
        known = last or (previous[-1] if previous and begun else None)
        of = _RANK.match(known.indicator) if known and reading and _RANK.fullmatch(reading.indicator) else None
        if reading is not None and known and of and of.end() < len(known.indicator):
            # 创建国家级农业产业强镇1个、省级2个: the same of another level
            reading = reading._replace(indicator=reading.indicator + known.indicator[of.end() :])
        elif reading is not None and at + 1 < len(pieces) and _RANK.fullmatch(reading.indicator):
            # 打造1个国家级、3个省级示范区: the last member says what all of them are.
            *_, number = NUMBER_RUN.finditer(painted, *pieces[-1])
            named = noun(text[number.end() : pieces[-1][1]])
            of = _RANK.match(named)
            reading = reading._replace(indicator=reading.indicator + named[of.end() :]) if of else reading
        if reading is not None and (of_each := per_of(subject)) and reading.kind in ("level", None):
            reading = _per_each(reading, of_each, subject)
        if reading is not None and (reading.indicator or subject):
            whose = _OWNED.sub("", subject) if reading.per else subject
            last = reading if reading.indicator else reading._replace(indicator=whose)
            yield last
        for place in ranked(text, painted, start, end, reading.indicator if reading else "", placed):
            # 3项指标进入全省前三, 2所高校进入全国百强: the place that what is counted comes to; 进入全国200强 is one that all of them take.
            counted = reading is not None and reading.kind in ("count", "share") and place.end <= reading.end
            if not counted or text[place.at].isdecimal():
                yield place


def _is_part_of_works(text: str, painted: Painted, reading: Reading, before: Reading) -> bool:
    """Whether a reading goes on with the parts of works that are carried out."""
    return (
        before.rule.startswith("part_of_")
        and before.outcome in _CARRY_OUT
        and same_unit(text, painted, reading.at, before.at)
    )


def _is_carried(reading: Reading) -> bool:
    """Whether a list is one of works that are carried out: 完成人工造林5万亩、退化林修复8.5万亩."""
    return reading.outcome in _CARRY_OUT and reading.rule == "build_list"


def _per_each(reading: Reading, per: str, first: str) -> Reading:
    """每千人口医师数3.6人、护士数4.2人: the denominator of the first is that of all such numbers."""
    words_ = reading.indicator
    alike = words_.endswith("数") and first.endswith("数") and not per_of(words_)
    return reading._replace(indicator=per + words_) if alike else reading


def _timed(
    text: str, painted: Painted, clause: Clause, numbers: Sequence[tuple[int, int]], previous: Sequence[Reading]
) -> Iterator[Reading]:
    """A list in which lengths of time stand beside other numbers: 实现1分钟响应、90%解决率."""
    times = [match.span() for match in TIME_RUN.finditer(painted, clause.start, clause.end)]
    if times and times != numbers:
        pieces = [*_pieces(painted, clause.start, clause.end, sorted({*numbers, *times}))]
        if len(pieces) > 1:
            yield from _listed(text, painted, pieces, previous)


def _sized(text: str, painted: Painted, clause: Clause) -> Iterator[Reading]:
    """续建甲至乙等5个公路项目631公里: how many, and of what size together."""
    # Few clauses have numbers of both families: most plans need no such pattern.
    both = all(painted.find(family, clause.start, clause.end) >= 0 for family in (COUNT, MEASURE))
    sized = (_SIZED, _SIZED_BEHIND) if both else ()
    if match := next((match for way in sized if (match := way.match(painted, clause.start, clause.end))), None):
        named, verb = (text[slice(*match.span(group))] for group in ("thing", "verb"))
        for group in ("n", "size"):
            yield Reading(clause.start, match.end(), "build_sized", None, match.start(group), noun(named), verb)


def _valued(text: str, painted: Painted, clause: Clause, before: tuple[int, int]) -> Iterator[Reading]:
    """具体指标如下：国际航线8条；实际到位内资：180亿元: an indicator and its value, without a verb or with a colon between."""
    if match := _VALUED.match(painted, clause.start, clause.end):
        begin, end = match.span("noun")
        if begin == end and painted[before[1] : clause.start] == "：":
            begin, end = behind_lead(painted, *before), before[1]
        if verb := VERB_AHEAD.match(painted, begin, end):
            begin = verb.end()
        named = noun(text[begin:end])
        yield Reading(
            min(begin, clause.start), match.end(), "announced", None, match.start("n"), named, verb and verb.group()
        )


def _carried_on(
    text: str, painted: Painted, pieces: Sequence[tuple[int, int]], previous: Sequence[Reading], before: tuple[int, int]
) -> Iterator[Reading]:
    """The members of a list that goes on behind a comma: 培育龙头企业3家，产业集群1个."""
    begun = previous[-1] if previous and previous[-1].at >= before[0] else None
    if begun is None or not begun.rule.rpartition("_of_")[2].startswith("build"):
        return
    if all(_MEMBER.fullmatch(painted, *piece) and not VERB_AHEAD.match(painted, *piece) for piece in pieces):
        yield from _listed(text, painted, pieces, previous, begun)


def _beside(
    text: str, painted: Painted, pieces: Sequence[tuple[int, int]], previous: Sequence[Reading], before: tuple[int, int]
) -> Iterator[Reading]:
    """Things and how many of them, beside a clause that commits: 孵化面积超过50万平方米，在孵企业1200家."""
    last = previous[-1] if previous else None
    if (
        last is None
        or last.rule == EXISTS
        or last.at < before[0]
        or not all(_MEMBER.fullmatch(painted, *piece) for piece in pieces)
    ):
        return
    yield from _listed(text, painted, pieces, previous, promised=True)


def _pieces(painted: Painted, start: int, end: int, numbers: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The clause cut between its numbers, at the mark or word that parts the members of a list."""
    begin = start
    for (number_start, number_end), (next_start, _) in pairwise(numbers):
        gap = painted[number_end:next_start]
        # 9个市、县创建示范区和15个县创建: what joins stands right before the next number.
        cut = gap.find("、") if gap.startswith("、") else -1 if gap.endswith(_JOINS) else gap.rfind("、")
        if cut < 0:
            parts = (gap.rfind(word) for word in ("以及", "和", "及", "或", "与"))
            cut = next((at for at in parts if at == 0 or at >= max(len(gap) - 5, 0)), -1)
            if cut < 0 and gap in _LEADS_TO and _MOVED_BY.search(painted, begin, number_start):
                # 占比提升10个百分点至60%
                yield begin, number_end
                begin = number_end
            elif (
                cut < 0
                and len(gap) > _SHORTEST_OBJECT
                and (verb := _NEXT_OBJECT.match(gap))
                and VERB_AHEAD.match(painted, begin)
            ):
                # 建成停车场12处改造地块35处: the comma was lost
                yield begin, number_end
                begin = number_end
            elif cut < 0 and _NEXT_VERB.search(painted, begin, number_start) and (verb := _NEXT_VERB.search(gap)):
                # 选派1500名专家组建千支小分队: the second verb has a number of its own.
                yield begin, number_end + verb.start()
                begin = number_end + verb.start()
        if cut >= 0:
            yield begin, number_end + cut
            begin = number_end + cut + 1
    yield begin, end


def _match(
    text: str, painted: Painted, start: int, end: int, *, shared: bool = False, promised: bool = False
) -> Reading | None:
    """What the first rule that fits makes of a piece."""
    start = behind_lead(painted, start, end)
    piece = painted[start:end]
    number = _NUMBER.search(piece) or _TIME.search(piece)
    if number is None:
        return None
    rules = readers(number.group(), last=LAST_NUMBER.search(piece) is not None, shared=shared)

    def first_from(begin: int) -> tuple[TargetRule, re.Match[str]] | None:
        for rule, match in rules.every(painted[begin:end], 0):
            bounded = not rule.closed or text.endswith(BOUNDS_BEHIND, 0, begin + match.end("n"))
            # 新设立企业100%发放电子执照: all of them are told of by no condition.
            if bounded or (promised and rule.promised) or text.startswith(_WHOLE, begin + match.start("n")):
                return rule, match
        return None

    found = first_from(start)
    if found is None and (verb := next((word for word in _VERBS_AFTER_ALL if text.endswith(word, 0, start)), None)):
        start -= len(verb)
        found = first_from(start)
    return _read(text, *found, start) if found else None


def _read(text: str, rule: TargetRule, match: re.Match[str], base: int) -> Reading | None:
    groups = match.groupdict()

    def printed(group: str) -> str:
        return text[base + match.start(group) : base + match.end(group)] if groups.get(group) else ""

    named, seen = printed("indicator"), groups.get("indicator") or ""
    if seen[-1:] in _ENDS_OF_TIMES and (late := LATE_TIME.search(seen)):
        named = named[: late.start()]
    if seen[-1:] == _LASTS:
        seen = seen.rstrip(_LASTS)  # 融资额三年累计达到10亿元
        named = named[: len(seen)]
    if (_DEADLINE in seen or "年" in seen or "安排" in seen) and (early := EARLY_TIME.match(seen)):
        named, seen = named[early.end() :], seen[early.end() :]
    if _DEADLINE in seen[: len(named)] and (YEAR.search(named) or _WHEN.search(named)):
        # 高速公路2026年新增里程: when, in the midst of what.
        named = "".join(c for c, paint in zip(named, seen, strict=False) if paint != _DEADLINE)
    judged = ""
    ground = _GROUND.search(named) if "基础上" in named else None
    indicator = noun(named[: ground.start()] if ground else named)
    if rule.kind != "level" and (sent := _SENT.search(indicator)):
        indicator = indicator[: sent.start()]  # 选派100名优秀干部到基层挂职锻炼
    if rule.kind == "share" and "对" in indicator and (groups.get("outcome") or "").startswith(_JUDGES):
        # 群众对农村路网表示满意: what they judge is no part of them
        indicator, judged = indicator[: indicator.rindex("对")], indicator[indicator.rindex("对") :]
    if rule.name == "done_behind" and (for_whom := _FOR_WHOM.search(indicator)):
        indicator = indicator[: for_whom.start()]  # 感烟探测器为重点人群安装500万户
    if "实现" in indicator and rule.name in _OF_LEVELS:
        indicator = indicator.replace("实现", "", 1)  # 城市专用车实现电动化率达到50%
    if rule.name in _OF_LEVELS and (turned := _TURNED.search(indicator)):
        # 担保机构逐步将担保费率降低至1%以内: who does it, and what.
        indicator = indicator[: turned.start()] + indicator[turned.end() :]
    whose = "".join(
        c for c, paint in zip(printed("subject"), groups.get("subject") or "", strict=True) if paint != _DEADLINE
    )
    if subject := noun(whose):  # 重点项目上半年完成投资60亿元
        indicator = subject + indicator
    if such := printed("such"):
        indicator = such + indicator
    head = printed("head")
    per = printed("per") or printed("rate") or None
    first = match.start("subject" if subject else "indicator")
    if head and rule.kind is None and (of := _EACH_OF.fullmatch(head)):
        # 每万名居民拥有3名全科医生: how many there are for each is a measure.
        level = head.removesuffix("至少") + (groups.get("outcome") or "") + indicator
        return Reading(
            base, base + match.end(), rule.name, "level", base + match.start("n"), level, None, per=of.group("per")
        )
    if head and (to_each := _TO_EACH.search(head)):
        per, first = to_each.group("per"), 0  # 总医院向每个乡镇卫生院派驻3名医师
    elif head and head[0] in "每各":
        whose = "".join(c for c, paint in zip(head, groups["head"], strict=True) if paint != _DEADLINE)  # 每个行政村年均
        per, first = _EVERY_END.sub("", whose.strip("要应须均都")).rstrip("各"), 0
    elif rule.name == "share_reaches" and head and not head.endswith(("和", "及", "、", "与")):
        indicator, first = head.removeprefix("在") + indicator, 0
    elif printed("per"):
        first = 0
    if not per and indicator[:1] == "每" and (each := _EACH_PLACE.match(indicator)):
        per, indicator = each.group(), indicator[each.end() :]
    elif not per and "每" in indicator and (each := _EACH_BEHIND.search(indicator)):
        per, indicator = each.group(), indicator[: each.start()]
    outcome = judged + printed("outcome") or None
    if outcome in _OF_EACH_ONE and head and not per and not whole_place(head):
        per, first, outcome = head, 0, outcome[1:]  # 其他乡镇各建1个服务站
    if groups.get("reach") is not None:
        outcome = printed("reach") + printed("n")
        if rule.name in ("reach", "bounded", "totals") and groups["n"][-1] == COUNT and (verb := GROWN.match(indicator)):
            # 培育高新技术企业达到3000家: the verb is no part of what is counted.
            indicator, first = indicator[verb.end() :], 0
        elif (
            rule.name in ("reach", "bounded", "totals")
            and groups["n"][-1] != PERCENT
            and _DEADLINE in seen
            and (does := _DOES_WHEN.match(seen))
        ):
            # 县级医院每年下派骨干医师不少于180人次: who does it and how often is none either.
            indicator, first = noun(named[does.end() :]), 0
            if sent := _SENT.search(indicator):
                indicator = indicator[: sent.start()]
    if outcome and outcome.startswith("增") and indicator.endswith(_EACH_ON_AVERAGE):
        indicator += outcome  # 户均增收1200元
    if rule.name == "does_yearly" and outcome and groups["n"][-1] == MEASURE:
        indicator, first = outcome + indicator, match.start("outcome")  # 年处理粪污60万吨 is measured
    turn = groups.get("dir")
    scope: str | None = None
    if turn and (placed := _PLACE_IN.search(indicator)):
        # 经济总量在全省位次前移1位: among whom is no part of what is placed.
        indicator, scope = indicator[: placed.start()], placed.group("scope")
    if outcome and rule.name == "change" and VERBS_ALONE.fullmatch(indicator):
        # 建成农田20万亩、改造提升10万亩: verbs, and the thing stands before.
        return Reading(
            base + match.start("indicator"),
            base + match.end(),
            rule.name,
            None,
            base + match.start("n"),
            "",
            indicator + outcome,
        )
    if rule.name == "build_list" and head and outcome and _NEW_VERB.fullmatch(indicator):
        indicator, outcome = head + outcome, indicator  # 棚户区改造新开工900套: works, and what is done of them
    if rule.name == "build_list" and outcome and groups["n"][-1] == PERCENT and indicator.endswith(_SHARES):
        # 新建城区绿色植物占比30%: no verb, but what a share is of.
        done = next((word for word in _GOVERN_SHARES if outcome.startswith(word)), "")
        of_first = "、" + indicator in named  # 推广查验改革、查验率100%: the verb is of what stands before
        led = _WHOSE_RATE.match(head) if head else None
        whose = head[led.end() :] if led else head
        indicator, outcome = indicator if of_first else whose + outcome.removeprefix(done) + indicator, done or None
        rest = _CARRIED.match(indicator) if "占" in indicator else None
        indicator = indicator[rest.end() :] if rest else indicator
    if rule.name in _OF_LEVELS and is_measure(indicator):
        many = _COUNTED_AHEAD.match(seen)
        if many and many.end() < len(named) and not named.endswith(BOUNDS_BEHIND, 0, many.end()):
            indicator = noun(named[many.end() :])  # 全省4.2万名河湖长巡河履职率
        if by := _DONE_BY.match(indicator):
            indicator = indicator[by.end() :]  # 市县两级监管部门对学校食堂检查覆盖率
    if (rule.name in _OF_LEVELS or rule.name == "stands_at") and is_measure(indicator):
        for done_to in (_KEPT, _MOVED):  # at its start alone: 水土保持面积 keeps its 保持
            indicator = indicator[ahead.end() :] if (ahead := done_to.match(indicator)) else indicator
    if rule.name in _OF_LEVELS and "占" in indicator and (carried := _CARRIED.match(indicator)):
        indicator = indicator[carried.end() :]  # 开展异地评标占电子标段比例
    if indicator in _WORKS_ALONE and outcome and (done_with := next(filter(outcome.startswith, _CARRY_OUT), "")):
        # 实施养护工程130公里: what works these are is no verb
        indicator, outcome = outcome.removeprefix(done_with) + indicator, done_with
    if seen.startswith("（") and seen.strip(f"（{_HIDDEN}）") == "":
        return None  # 新建（改造）120座: of what, the words before say
    indicator = _HOW_OFTEN.sub("", indicator)
    if _EACH_ALONE.fullmatch(indicator):
        per, indicator = indicator.removeprefix("平均"), ""
    if indicator in REACH_WORDS or (indicator in _MODIFIERS and rule.name != "act_alone") or _LENGTH.fullmatch(indicator):
        indicator = ""
    if outcome and outcome.startswith("为") and indicator.endswith(("分", "作")):
        return None  # 分为五个等级, 作为1项
    if indicator.endswith(("已", "已经")):
        return None  # 1270名退捕渔民已全部纳入社保
    if rule.shared and VERBS_ALONE.fullmatch(indicator):
        # 2017年底前建成100家以上、2020年前建成200家以上众创空间: a verb names nothing that is counted.
        indicator, outcome = "", indicator
    if not indicator and not (rule.elided or rule.shared):
        return None
    if rule.name == "build_named" and printed("n")[:1] in HAN_NUMERAL:
        return None  # 市民云、企业云两个渠道: no more than the names say
    begin = min(first, *(match.start(group) for group in ("n", "outcome", "verb", "reach") if groups.get(group)))
    return Reading(
        base + begin,
        base + match.end(),
        rule.name,
        rule.kind,
        base + match.start("n"),
        indicator,
        outcome,
        direction_of(turn) if turn else rule.direction,
        per,
        bool(groups.get("strive")),
        scope,
        before=_before(
            rule,
            ground,
            printed("outcome"),
            groups.get("since"),
            base + match.start("from") if groups.get("from") else -1,
        ),
    )


def _before(rule: TargetRule, ground: re.Match[str] | None, outcome: str, since: str | None, at: int) -> Before | None:
    """What an indicator is today, at `at`, or the year that a change is measured from."""
    said = ground.group() if ground else since or (outcome if rule.name == "compared" else None)
    year = YEAR.search(said or "")
    return Before(at, int(year.group()) if year else None) if at >= 0 or year else None
