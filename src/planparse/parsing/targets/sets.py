"""All of a set: which set it is, where it is, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planparse.language.compiling import compiled
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.coverage import COVERAGE, SET, CoverageRule
from planparse.parsing.targets.grammar import CREATE, MODIFIERS, TIME
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.readings import BY_WHEN, LATE_TIME, Clause, Reading, noun
from planparse.text import Painted

_VERBS = words("verbs")
# 实现服务全覆盖: too few words to say of what.
_SHORT = 2
# （含毗邻县）, （涉密信息除外）, （2025—2027年）: how far all of a set goes, or in which years, behind what becomes of it.
_EXCEPTION = Pattern(
    r"（(?:(?:不?含|包括|除|详?见|附|(?:19|20)\d\d年?[—至-])|[^（）]*除外）)",
    reads=("（含毗邻县", "（涉密信息除外）", "（2025—2027年）"),
    leaves=("（市、区）", "（社区卫生服务站）", "（2025年）"),
    by="match",
)
_TASK = Pattern(
    "(?:改造|整改|治理|整治|建设|更新|搬迁|清理|拆除|修复|提升)+(?:工作)?任务",
    reads=("改造任务", "整治提升任务"),
    leaves=("任务", "水源地整治任务"),
    by="fullmatch",
)
_THE_OTHERS = frozenset(("其余", "其他", "其它", "剩余"))
_BOTH_OF = Pattern("[均都](?:[要应须能])?$", reads=("校车监控均", "午餐服务均要"), leaves=("均衡发展",))
_BETWEEN_SETS = Pattern("、|以及|(?<!共)和(?!谐)", reads=("课后服务、校车监控", "课后服务和校车监控"), leaves=("公共和谐",))
_OF_LISTS = frozenset(("comes_to_cover", "full_coverage"))
_SHORTEST_SET = 4  # 机关、学校食堂: what is shorter shares what stands behind the last
_COVERED = Pattern(
    "(?<=全覆盖)[、和及](?=[^，、]{2,}全(?:覆盖|达标|到位|兜底|闭环|公开|上线|保障|贯通|落实|联网|清零)(?:$|[、，]))|(?<=[^，、]{4})、(?=(?P<one>[县乡镇村组屯户校])(?P=one)[^，、户村]{2,})|(?<=[^，、]{4})、(?=每[^，、]{1,12}[都均][^，、]{2,}$)",
    reads=(
        "每个村都有工作队、每户都有责任人",
        "行政村通公路全覆盖、5G网络全覆盖",
        "分级管理全覆盖、标准化建设全达标",
        "村村通客车、户户通自来水",
    ),
    leaves=("信用监管全覆盖、常态化", "环节、商品全覆盖", "县县、村村通公路"),
    painted=True,
)
# 充电设施在住宅小区实现全覆盖: what is covered is no part of what covers it.
_WITHIN = Pattern(
    "(?<=[^，]{3})(?:在(?![线建岗编册校职营读])[^，在]{2,10}|(?<!反)对[^，对的]{2,16}的|(?:[县市]域|城乡|全[省市县区州]|县级(?:及?以上)?|(?:城镇开发边界|规划范围|行政区域|管辖范围|辖区)内)(?:范围)?内?)$",
    reads=(
        "充电设施在住宅小区",
        "法律顾问对行政村的",
        "养老服务城乡",
        "养老服务中心县域内",
        "投诉机构县级以上",
        "详细规划城镇开发边界内",
    ),
    leaves=("在现代农业园区", "存在问题的项目", "养殖场在线监控"),
)
# 实施涉企经营事项“证照分离”全覆盖
_CARRIED_OUT = Pattern(
    "^(?:全面)?(?:实施|推行|开展)(?=[^，]{4})",
    reads=("实施涉企经营事项“证照分离”",),
    leaves=("实施细则", "信用监管实施"),
    by="match",
)
# 检查互认在全市公立医院全面推开: what is spread where.
_SPREAD = ("推开", "落地", "普及")
_STRIVES = tuple(_VERBS["strive"])
# 签约服务力争2027年底前在全市实现全覆盖: when, before where.
_AT_LAST = Pattern(
    "(?:力争|争取|确保|努力|[到在于])*(?:(?:19|20)[0-9]{2}年(?:年?[底末]|[0-9]{1,2}月[底末]?)?[前内]?|年[底末]前?)$",
    reads=("签约服务力争2027年底前", "签约服务到2027年"),
    leaves=("签约服务", "2027年改造"),
)
# 按照全领域、全覆盖的要求: how something is done.
_BY_THE_WAY = Pattern(
    "(?:按照?|坚持|围绕|本着|突出|遵循)[^，]{0,16}?[“全][^，]*(?:要求|原则|标准|思路|理念|方向)$",
    reads=("按照全领域、全覆盖、全流程要求", "坚持“全覆盖”原则"),
    leaves=("按照统一标准全部改造", "全覆盖的要求"),
    by="match",
)
# 确保在2020年实现清零: when, and nothing that a set could be.
_WHEN = Pattern(
    "[在于到]?(?:(?:19|20)[0-9]{2}年|[今明]年)?(?:年?[底末]|[0-9]{1,2}月[底末]?)?[前内]?|以[^，]{1,10}为单位",
    reads=("在2020年", "2026年底前", "年底前", "以县（市、区）为单位"),
    leaves=("2026年欠款",),
    by="fullmatch",
)
# 应当加强, 全面完成X目标: a verb alone, and what a plan wants as a whole, are no set.
_NO_SET = Pattern(
    "(?:“[零无不][^”]{1,6}”[、和及]*)+|(?:(?:共[建享用]|互[联通认]){2}[、和及]?)+|(?:应当?|须|需|要|必须)?(?:加强|强化|开展|组织|做好|落实|完善|健全|优化|深化|推行|实行|提供|建立|采取)|[^，]{2,}(?:建设|工作|任务|改革|发展)目标(?:（[^（）]*）)?|[^，]{0,4}[时期]限为?",
    reads=("应当加强", "“零死角”“零遗漏”和", "共建共享、", "完成时限", "标准化建设目标（2025年12月前完成）"),
    leaves=("加强型企业", "减排目标责任书", "目标"),
    by="fullmatch",
)
# 待所有手续全部办结后, 不得要求企业全部提供: what need not be so, or must not.
_UNREAL_SET = Pattern(
    "^(?:待|如|若)(?=所有|全部|其)|未$|[将把对]其$|不得|严禁|是否$|^(?:事事|时时|处处|出现|遇到|遇有|发生|一旦)",
    reads=("待所有手续", "未", "在评审结束后将其", "行政机关不得要求企业", "检查是否", "出现各种突发情况"),
    leaves=("未达标企业", "待建项目", "如期交付的项目"),
)
# 各地均落实了一批企业: what they have done.
_OF_PLURALS = frozenset(("plural_each", "plural_each_elided", "every_member"))
_HAS_DONE = Pattern(
    "[^，、的]{2,4}?了(?!解|然)",
    reads=("落实了一批企业", "建立起了制度"),
    leaves=("开展了解情况的走访", "落实责任"),
    by="match",
)
_AT_A_TIME = Pattern(
    "(?<![及按实准小工学同限课])时$", reads=("进入本市各交通口岸和道口时",), leaves=("做到公开及时", "达到120学时")
)
_NOT_YET = ("后", "之前", "以前", "的企业", "的单位", "的项目", "的情况下", "的基础上", "的前提下")
_THEN = ("，则", "，即可", "，方可", "，视为")  # 全部纳入的，则对应: what need not be so
# 补贴资金全部用于购买农机具: how money is spent.
_MONEY = tuple(words("parameters")["money"])
_SPENT = Pattern(
    "(?:由|按|归|留|用于|专项用于|(?:纳入|实行|进入)?(?:财政)?专[户账])",
    reads=("用于购买农机具", "由企业承担", "纳入专户管理"),
    leaves=("纳入监管", "拨付到位"),
    by="match",
)
# 数据汇聚、服务平台全部贯通: what becomes of something else stands beside the set.
_IS_SO = Pattern(
    "^(?:[^，、]{2,}(?:汇聚|到位|无死角|不留死角|达标|清零|畅通|顺畅|全程记[载录]|可回溯(?:管理)?)、)+(?=[^，、]{2,}$)",
    reads=("政策数据汇聚、现有服务平台", "信息全程记载、执法全过程可回溯管理、法制审核"),
    leaves=("数据汇聚平台、服务平台", "汇聚、归集"),
)
# 各部门要将本级事项: who does it.
_TAKES = Pattern(
    "^[^，将把的]{2,14}?(?<!即)(?<!行)[要应须需]?[将把](?![来军关握要手])(?=[^，]{3})",
    reads=("各地各部门要将本级政务服务事项",),
    leaves=("即将到期的贷款", "将本级事项", "企业参加行将到期的保险"),
)
# 在全市范围内对所有项目, 对全市在建工地: where the set is.
_TERRITORY = Pattern(
    "全[国省市县区州](?=范围|所有|全部|[^面性体部]{2,})",
    reads=("在全市范围内对所有涉企事项", "对全省在建工地"),
    leaves=("安全区域", "全面实现"),
)
_LONGEST_TERRITORY = 4
# 推动清单事项, 按照统一标准将存量数据: what leads to the set and is no part of it.
_DRIVEN = Pattern(
    rf"(?:{alternation(_VERBS['modifiers'])}|抓紧|有序|分类|切实|严格|务必|原则上|持续|深入|按照要求|逐步){{0,3}}(?:督促|指导|要求|引导|带动|必须(?=对)|为(?:全力|切实)?确保|推动|推进|促进|加快|深化|坚持|保持|实现|确保|做到|做好|保证|力争|争取|基本完成|[将把]|使(?!用)|对(?![接口外照标应比象策内])|在(?=全[国省市县区州][^面性体部范的]{{2,}}))|全[国省市县区州](?=[^面性体部]{{2}})|应.尽.[、和及](?=[^，]{{3}})|(?:所有|全部|全体|原则上|持续(?=推进|推动|开展)|(?:认真|严格)?落实(?=[^，]{{3}}))的?(?=[^，]{{2}})"
    rf"|(?:{alternation(_VERBS['modifiers'])}|抓紧|切实|限期|务必|要|应|须)+$|组织(?=[^，部机体架建领关生员网]{{2}}[^，]{{2}})|(?:按照?|根据)[^，]{{2,24}}?(?:标准|规范|要求|规定|原则|目录|清单)(?:[将把]|$)",
    reads=("抓紧推动清单事项", "应保尽保和法定人群", "高质量", "按照统一标准规范将数据"),
    leaves=("清单事项", "全面工作"),
    by="match",
)
# 对…条件, 凡未列入目录的, 能够共享的信息: a clause that names a set and says nothing of it.
_NAMED = Pattern(
    r"(?P<lead>(?:[^，。；\n对]{1,8}前|各[^，。；\n对]{1,10})?对于?|凡是?|除|属于|[将把])?(?P<set>[^。；\n]{4,}?)(?P<except>之?外)?$",
    reads=("对没有依据的条件", "凡未列入目录的"),
    leaves=("事项", "加强监管；取消"),
    by="match",
)
# 对拖欠账款情况实行台账管理，限期清零: how all of them are handled.
_HOW_HANDLED = Pattern(
    "(?<=[^，]{4})(?:(?:的?情况)?(?:逐[一个户家项村]|全面|定期|集中|分批|普遍|深入)*(?:实行|实施|进行|组织|开展|建立)|[要应须]确保|逐[一个户家项村])[^，的]{2,12}$",
    reads=("拖欠民营企业账款情况实行台账管理", "企业提出的困难问题要确保办理完毕", "养老机构逐一开展检查"),
    leaves=("没有依据的条件", "实行核准的项目"),
)
_NAMES_A_SET = Pattern(r"的[^，的]{0,8}$", reads=("未列入目录的", "能够共享的信息"), leaves=("加强监管",))
# 文化服务中心覆盖率达到92%，2027年实现全覆盖: how much of it is covered is no part of what is.
_COVERING = Pattern("(?<=[^，]{2})覆盖[率面]$", reads=("文化服务中心覆盖率",), leaves=("覆盖率", "覆盖率目标"))
# 记录从业人员的培训情况等信息，逐步实现全覆盖
_TAKEN_DOWN = Pattern(
    "^(?:记录|采集|录入|汇集)(?=[^，]{4,}(?:信息|数据|情况)$)",
    reads=("记录从业人员的培训情况等信息",),
    leaves=("记录信息", "从业信息"),
)
# 对排查出的隐患，建立台账，: whom several clauses are for.
_WHOM = Pattern(
    "对(?!照|标|接|外)(?![^，]*(?:进行|开展|实施|组织|实行|建立|加强|给予|予以|要|应|须))[^，。；\n]{4,40}，",
    reads=("对排查出的违规用地，建立台账",),
    leaves=("对企业开展检查，建立台账", "对照标准，建立台账"),
    by="match",
)
_DOES = "加强|强化|完善|健全|优化|深化|坚持|落实|通过|按照?|根据"
_IS_DONE = Pattern(_DOES, reads=("加强绩效的监督管理", "按照统一的标准"), leaves=("未列入目录的",), by="match")
_OPENS_A_SET = Pattern(
    f"(?!{_DOES}|{CREATE}|推[进动行]|开展|组织|实施|做好|促进|提[升高])(?:[^，的]{{2,16}}的)?[^，的]{{2,}}[、和及][^，、的]{{0,12}}(?:情况|事项|信息|数据|材料|结果|证照|政策|业务|项目|机构|人员|单位|企业|学校|医院|场所|食堂|中心|网点|站点|窗口|工地|商户|产品|车辆|设施|设备|隐患|公园|场馆|园区|景区|小区|社区|校园|水库|河[流道]|公路|桥梁)|(?:各[级类地县区市项乡镇村部]|所有|全部|全体)[^，]{{2,}}|(?!{_DOES}|{CREATE})[^，]{{2,}}的[^，的]{{9,20}}",
    reads=(
        "各级行政执法机关",
        "政务服务情况、评价结果及整改情况",
        "依申请办理的行政权力事项和公共服务事项",
        "学校食堂、校外供餐单位和养老机构食堂",
    ),
    leaves=("加强监管", "加强绩效的监督管理和考核评价工作"),
    by="fullmatch",
)
# 企业依法, 机构尽快: what leads on from a set to its verb.
_LEFT_OVER = Pattern(
    "(?:的|于|(?<=[^，]{2})(?:上半年|下半年|年内|[一二三四]季度)[前末底]?|(?<=[^，]{3})(?:按期|如期|限期|及时|全面)+完成[^，、的]{2,4}、|、?(?:实现|做到)?应.尽.、|(?<=[^，]{4})(?:毕业|建成|投用|到期|期满|竣工)后|(?<=[^，]{2})按照?[^，、的按]{0,10}(?:要求|规定|标准|计划|程序)|分[批期]|陆续|(?<=[^，]{3})(?:无死角|不留死角|无缝隙|无盲区|无遗漏)|依法|尽快|率先|无一例外|无一遗漏|临时性?|应当?(?<![供响适对]应)|同样|暂时|(?<![通归偿返退交])还|也|(?<=[^，]{3})(?:进行|实现|实行|做到))+$",
    reads=(
        "反馈问题按期完成整改、",
        "新建项目上半年",
        "救助实现应救尽救、",
        "免费培养的医学生毕业后",
        "脱贫户产业帮扶实现",
        "公共企事业单位依法",
        "村庄尽快",
        "捐赠款物应当",
        "社区、家庭进行",
        "乡镇卫生院按要求",
        "中心村卫生室按照甲级标准",
    ),
    leaves=("合法权益", "目的地", "电力供应"),
)
# 除涉密外: what is left out of a set.
_EXCEPT = Pattern(
    "^除[^，]{1,30}?之?外的?|(?<=[^，]{4})除[^，]{1,30}之?外$",
    reads=("除涉密外", "除跨省项目外的项目", "政务服务事项除法律另有规定外"),
    leaves=("排除风险", "解除外"),
)
# 省、市、县三级: where something stands, and nothing that stands there.
_LEVELS = Pattern(
    "(?:[省市州盟县区旗乡镇村组各、和及]|街道|社区|园区|城乡|[一二两三四五六七]级|（[省市县区旗、]+）)+",
    reads=("省、市、县三级", "省市县乡村", "省市县乡村组六级", "县（市、区）"),
    leaves=("行政村", "县域医共体"),
    by="fullmatch",
)
# 城市建成区全面消除燃煤小锅炉: where, and what is no more there.
_PLACE = Pattern(
    "(?:(?:建成区|城区|市区|地区|区域|流域|范围|县域|市域|全[省市县区]|辖区|禁[燃烧养放]区(?:（[^（）]*）)?)内?)$",
    reads=("城市建成区", "城市建成区内", "各市禁燃区（含建成区）内"),
    leaves=("产业园区", "锅炉"),
)
_ENDS_OBJECT = Pattern(
    "(?P<verb>消除|取缔|淘汰|取消|禁止|停止)(?P<object>[^，]{3,})",
    reads=("消除燃煤小锅炉",),
    leaves=("建立制度", "消除"),
    by="fullmatch",
)
# 服务中心县、乡、村三级全覆盖: on which levels, behind what covers them.
_COVERED_LEVELS = Pattern(
    "(?<=[^，]{4})(?P<levels>(?:[省市县区乡镇村、和]|街道|社区|[组屯]|（[市区旗、]+）){2,}[两二三四五六]级|(?:[省市县区乡镇村]、){1,4}[省市县区乡镇村]|[省市县乡镇村]{3,})(?=全覆盖)",
    reads=("服务中心县、乡、村三级全覆盖",),
    leaves=("行政村全覆盖", "实现三级全覆盖"),
)
# 拒不整改的一律关停: whoever is at fault is no set of a plan's.
_AT_FAULT = Pattern(
    r"拒不|逾期|不力|弄虚作假|未按|(?:低于|不足)\d",
    reads=("拒不整改的企业", "逾期未改", "业主满意度低于60%的"),
    leaves=("违规收费项目", "能效低于基准水平的产能"),
)
# 一律取消申报资格: what happens to those who break a rule.
_PENALTY = Pattern(
    "(?:予以)?(?:取消[^，]{0,8}资格|解除(?:[^，]{0,6}合同|劳动)|列入[^，]{0,8}(?:黑名单|失信)|纳入(?:黑名单|失信)|移送|追回|收回[^，]{0,6}资金|扣减|停止拨付)",
    reads=("取消申报资格", "列入失信名单", "追回补助资金"),
    leaves=("取消审批", "列入规划", "收回闲置土地"),
    by="match",
)
# 应纳税款一律不加收滞纳金: what a measure charges.
_CHARGED = Pattern(
    "(?:予以|不再|不|给予)?(?:加收|收取|征收|计收|免收|免征|减免)",
    reads=("不加收滞纳金", "免收开户费", "予以减免"),
    leaves=("纳入征收系统", "取消收费"),
    by="match",
)
# 与本办法不一致的，一律以本办法为准; 省外返回人员一律向社区报告: how a rule is read, and a duty of persons.
_BY_RULE = Pattern(
    "(?:按照?|依照?|执行)[^，]{2,}(?:(?:原则|规定|办法|政策)(?:执行|办理|处理)?|(?:价格?|费率|税率|收费标准)(?:执行|收取)?)$|以[^，]{2,}为准$|[^，]{0,8}向(?![^，]*(?:公开|公布|发布|提交|提供|出具))[^，]{2,}(?:报告|报备)$",
    reads=("按就高不就低原则执行", "按照居民生活类价格执行", "以本措施为准", "第一时间向所在单位报告"),
    leaves=("按绿色建筑标准执行", "以乡镇为单位建成", "向社会公开检测报告"),
    by="match",
)
# 全部113个事业单位的业务系统: how many they are is no part of the set.
_HOW_MANY = Pattern(
    r"^\d{2,}[余多]?[个家所](?![以及])(?=[^，\d]{3})|(?<=出的)\d[\d.]*[万千百]?(?:余|多)?[个家所处件项条起座户宗](?![以及])(?=[^，\d]{2})",
    reads=("113个省直事业单位", "排查出的1260处安全隐患"),
    leaves=("4类重点对象", "20户以上自然村", "10千伏线路", "30个以上乡镇"),
)
# 每个社区: for how many it holds, and no part of the set.
_EACH_ONE = Pattern(
    "^每一?[个所家座名位处条项](?=[^，]{2})",
    reads=("每个社区", "每一所学校"),
    leaves=("各县（市、区）", "每村", "每个县"),
    by="match",
)
# 所有社区都成为坚强堡垒: a figure of speech.
_FIGURE = Pattern(
    "成为[^，]*(?:堡垒|阵地|力量|榜样|典范|先锋|主人|参与者|践行者|传播者|名片|风景)$",
    reads=("成为疫情防控的坚强堡垒",),
    leaves=("成为示范园区",),
    by="match",
)
# 欠款清偿比例不低于50%: what is done of a set, and of which.
_PART_DONE = Pattern(
    "(?P<of>[^，]{2,}?)(?P<done>[^，、的]{2})(?:率|比例|占比)",
    reads=("有分歧欠款清偿比例", "问题整改率"),
    leaves=("清偿比例", "欠款清偿"),
    by="fullmatch",
)
# 幼儿园专任教师中大专以上学历占比达到100%，全部持证上岗: among whom a share is.
_SHARE_AMONG = Pattern(
    "(?P<of>[^，中]{3,})中[^，]{2,}(?:率|比例|占比|比重)",
    reads=("幼儿园专任教师中大专以上学历占比",),
    leaves=("中级职称教师占比", "集中供水率"),
    by="fullmatch",
)
# 建制村村村通客车: each of them, said twice.
_OVER_AND_OVER = Pattern(
    "(?<=[^，][^，])(?:(?P<one>[县乡镇村组户校])(?P=one)|(?<=.[^，])每[天日周月季年](?:度)?)$",
    reads=("建制村村村", "每所学校每天"),
    leaves=("村村", "建制村", "每天"),
    by="search",
)
# 制定把农田全部建成高标准农田的实施方案: what is to be written down, not yet to be done.
_PLANNED = Pattern(
    "^(?:抓紧|研究|逐步)*(?:制定|制订|研究|出台|编制|起草)[^，]*的[^，的]{0,6}(?:方案|计划|办法|意见|制度|措施|规划|清单|机制)$",
    reads=("制定把永久基本农田全部建成高标准农田的实施方案",),
    leaves=("全部制定实施方案", "县区全部出台的办法汇编完成"),
)
# 梳理政务服务事项，全部纳入平台: the object of the clause before is the set.
_OF_OBJECTS = frozenset(("in_full_elided", "entirely", "comes_to_cover"))
_CLAUSE_OPENS = frozenset("，。；：\n")
_LONGEST_SET = 120
# 完成, 建成投用: nothing but what becomes of a set.
_LONGEST_BARE = 4
# 由86种减至48种，原则上全部实现联网: the clause right behind may say more.
_LONGEST_NEXT = 24
# 优化设置X: a verb and what it is about.
_VERB_AND_OBJECT = Pattern(
    rf"{MODIFIERS}(?:优化|加强|完善|健全|推动|推进|深化|加快)?(?:{CREATE}|优化|完善|健全|加强|推行|推广(?:应用)?|实行|梳理|排查)(?P<object>{SET}{{2,40}})(?=，|$)",
    reads=("优化设置社区服务站点", "加强基层医疗机构"),
    leaves=("社区站点", "社区服务优化"),
    by="match",
)

_ONE_BY_ONE = Pattern(
    "(?:对)?(?P<set>[^，、]{3,30}?)(?:做到|坚持|实行)?(?:发现|排查|出现|确认|识别|查出|认定)(?:出)?一(?P<one>[处个起件例户项批人座])[、即就]?(?:[^，、]{2,4}一(?P=one)[、即就]?){1,3}",
    reads=("黑臭水体发现一处、治理一处", "房屋隐患排查一户整治一户、销号一户"),
    leaves=("发现一处、治理一处", "每县治理一处", "发现一处黑臭水体"),
    by="fullmatch",
)
_PUSHED_TO = frozenset(("comes_to_cover", "cleared", "covered_elided"))
_PUSHED = Pattern(
    rf"{MODIFIERS}(?:逐[步月年])?(?:推进|推动|开展|实施|推行|抓好|做好|(?:组织|指导|督促)(?=[^，开]{{3,20}}开展))(?P<object>{SET}{{3,30}}?)(?:(?:清偿|清欠)?工作|任务|[在向][^，]{{2,12}}(?:延伸|拓展|下沉|应用|推广|落地)|开展[^，]{{2,16}})?(?=，|$)",
    reads=("逐月推进拖欠账款清偿工作", "推动政务服务向园区延伸", "深入开展燃气安全隐患排查"),
    leaves=("加强监管", "推进改革"),
    by="match",
)


@dataclass(slots=True)
class _Draft:
    """What a clause says of a set, read step by step: offsets into the clause, whose printed and whose painted text it keeps."""

    rule: CoverageRule
    match: re.Match[str]
    printed: str
    piece: str
    begun: int  # where the set stands
    ended: int
    said: tuple[int, int]  # where the outcome stands
    indicator: str
    outcome: str
    what: str  # what stands between 实现 and 全覆盖
    strives: bool = False  # 力争 stands behind the set

    def has(self, group: str) -> bool:
        """Whether the rule has such a group, and it took part."""
        return self.match.groupdict().get(group) is not None


def all_of(
    text: str, painted: Painted, clause: Clause, previous: Sequence[Reading], before: tuple[int, int]
) -> Iterator[Reading]:
    """全覆盖, 全部, 所有…均: all of a set reaches an outcome, and no number is printed."""
    start, end = clause.start, _before_aside(text, painted, clause)
    if COVERAGE.union("words").search(painted, start, end) is None or _BY_THE_WAY.match(text, start, end):
        return
    if member := _COVERED.search(painted, start, end):
        # 行政村通公路全覆盖、5G网络全覆盖: a list of sets, each with its own word.
        yield from all_of(text, painted, clause._replace(end=member.start()), previous, before)
        yield from all_of(text, painted, clause._replace(start=member.end(), end=end), previous, before)
        return
    draft = _drafted(text[start:end], painted[start:end])
    aside = painted.rfind("（", start, end) if painted[end - 1] == "）" else -1
    if draft is None and aside > start:
        # 实现服务全覆盖（试点地区先行）: no rule ends with what stands in brackets.
        draft, end = _drafted(text[start:aside], painted[start:aside]), aside
    # 全部函审工作应于60日内完成: how long a step may take
    if (
        draft is None
        or (TIME in draft.piece[slice(*draft.said)] and draft.rule.name != "all_within")
        or text.startswith(_THEN, clause.end)
    ):
        return
    _name_what_is_covered(draft)
    _find_set_before(draft, text, painted, previous, before)
    if draft.rule.name == "complete_all" and previous and previous[-1].was and _follows(previous[-1], before):
        # 现有养老机构74家，2026年底前全部完成消防设施改造: all of what there is
        draft.indicator, draft.outcome = previous[-1].indicator, draft.outcome + draft.indicator
    _go_on_with(draft, previous, before)
    _leave_out(draft)
    if _means_no_set(draft):
        return
    draft.indicator = _IS_SO.sub("", draft.indicator)
    if not draft.indicator or _AT_FAULT.search(draft.indicator):
        return
    if BY_WHEN.match(painted, end, clause.end):
        end = clause.end  # the reading holds its time
    elif "behind" in draft.match.groupdict():
        end = start + draft.match.start("behind")
    for name in _each_covered(draft) if draft.rule.name in _OF_LISTS else ("",):
        yield Reading(
            start,
            end,
            draft.rule.name,
            draft.rule.kind,
            -1,
            name or draft.indicator,
            draft.outcome,
            strive=draft.strives or draft.has("strive"),
            scope=_territory(draft),
            meant=(draft.rule.value, draft.rule.unit),
        )


def _drafted(printed: str, piece: str) -> _Draft | None:
    """What the first rule that reads a clause makes of it."""
    if not COVERAGE.union("words").search(piece):
        return None
    missing = set[str]()  # several rules have the same words
    for rule in COVERAGE.holding("words", piece):
        # Each is compiled where a clause needs it: most plans need one or two, and each takes its time.
        if rule.words in missing:
            continue
        if not compiled(rule.words).search(piece):
            missing.add(rule.words)
        elif match := COVERAGE.match(rule, piece):
            break
    else:
        return None
    begun, ended = match.span("indicator")
    if late := LATE_TIME.search(piece, begun, ended):
        ended = late.start()  # 无分歧欠款年底前清零
    indicator = _set(printed[begun:ended])
    said = match.span("outcome")
    draft = _Draft(rule, match, printed, piece, begun, ended, said, indicator, printed[slice(*said)], "")
    if _WHEN.fullmatch(indicator):
        draft.indicator = ""
    if draft.has("what"):
        draft.what = printed[slice(*match.span("what"))]
    if draft.has("turned"):
        draft.outcome = draft.outcome.removeprefix("全面").removeprefix("全部") + printed[slice(*match.span("turned"))]
    return draft


def _name_what_is_covered(draft: _Draft) -> None:
    """What covers a place is named by what stands before 全覆盖: 在现代农业园区率先实现技术应用全覆盖."""
    if draft.rule.name == "full_coverage":
        draft.indicator = _CARRIED_OUT.sub("", draft.indicator, count=1)
    spread = draft.rule.name == "in_full" and draft.outcome.startswith(_SPREAD)
    if spread or draft.rule.name in _OF_LISTS:
        if within := _WITHIN.search(draft.indicator):
            cut = draft.indicator[: within.start()]
            draft.indicator = _AT_LAST.sub("", cut)
            draft.strives = cut[len(draft.indicator) :].startswith(_STRIVES)
        if not draft.indicator and (within := _WITHIN.search(draft.what)):
            draft.what = draft.what[: within.start()]
    if draft.what and (not draft.indicator or draft.indicator.startswith("在")):
        draft.begun, draft.said = draft.match.start("what"), draft.match.span("cover")
        draft.indicator, draft.outcome = _set(draft.what), draft.printed[slice(*draft.said)]


def _find_set_before(
    draft: _Draft, text: str, painted: Painted, previous: Sequence[Reading], before: tuple[int, int]
) -> None:
    """The set that stands in the clause before: 优化设置X，实现服务全覆盖; 对排查出的问题，全部整改."""
    indicator, what = draft.indicator, draft.what
    if _TASK.fullmatch(indicator):
        draft.indicator = _named(text, painted, *before, any_=False) or indicator  # 对老旧小区，2027年底前全部完成改造任务
        return
    if what == indicator and _LEVELS.fullmatch(what):
        draft.indicator = _object(text, painted, *before) or what
        return
    if indicator in _THE_OTHERS:
        draft.indicator = _named(text, painted, *before, any_=False) or indicator  # 对监管证件，除4种外，其余全部联网
    if indicator and (len(indicator) > _SHORT or indicator != what):
        return
    if what:
        draft.indicator = _object(text, painted, *before) + what
        return
    excepted = _EXCEPT.match(draft.printed) is not None
    if previous and previous[-1].at >= 0 and before[0] <= previous[-1].start < before[1] and not excepted:
        return  # 监管证件由86种减至48种，全部实现联网: its own reading names the set
    draft.indicator = _named(text, painted, *before, any_=excepted)
    if one_by_one := _ONE_BY_ONE.fullmatch(draft.indicator):
        draft.indicator = _set(one_by_one.group("set"))  # 对无照机构发现一起、取缔一起，动态清零
    elif not draft.indicator and (one_by_one := _ONE_BY_ONE.fullmatch(text, behind_lead(painted, *before), before[1])):
        draft.indicator = _set(one_by_one.group("set"))  # 黑臭水体发现一处、治理一处，动态清零
    if not draft.indicator and draft.rule.name in _OF_OBJECTS:
        draft.indicator = _object(text, painted, *before)
    if not draft.indicator and draft.rule.name in _PUSHED_TO and (pushed := _PUSHED.match(painted, *before)):
        draft.indicator = _set(text[slice(*pushed.span("object"))])  # 推进欠款清偿工作，确保年内清零


def _go_on_with(draft: _Draft, previous: Sequence[Reading], before: tuple[int, int]) -> None:
    """The set of the reading before: 2026年完成85公里，2028年底前全部完成."""
    if not draft.indicator and previous and draft.rule.name != "covered_elided":
        longest = _LONGEST_NEXT if _follows(previous[-1], before) else _LONGEST_BARE
        draft.indicator = previous[-1].indicator if len(draft.outcome) <= longest else ""
        if draft.outcome == "推开" and draft.indicator.endswith("试点"):
            draft.indicator = ""  # 完成3个县试点，2027年全面推开: not the places of the trial
        if draft.rule.name == "comes_to_cover":
            draft.indicator = _COVERING.sub("", draft.indicator)
        if part := _SHARE_AMONG.fullmatch(draft.indicator):
            draft.indicator = part.group("of")
        if (part := _PART_DONE.fullmatch(draft.indicator)) and part.group("done") in draft.outcome:
            draft.indicator = part.group("of")  # 有分歧欠款清偿比例不低于50%，2027年6月底前全部清偿完毕


def _follows(previous: Reading, before: tuple[int, int]) -> bool:
    """Whether a reading stands in the clause before.

    全市现有幼儿园712所，2027年全部达到办园标准: what is told there opens no clause of those that are read.
    """
    return before[0] <= previous.start < before[1] or (before[0] == before[1] and previous.was)


def _leave_out(draft: _Draft) -> None:
    """What is no part of the set: the place of what is done away with, levels of offices, and 村村 that says each of them again."""
    in_place = draft.rule.name == "in_full" and _PLACE.search(draft.indicator)
    if in_place and (ended_of := _ENDS_OBJECT.fullmatch(draft.outcome)):
        # 城市建成区全面消除燃煤小锅炉
        draft.indicator, draft.outcome = ended_of.group("object"), "全面" + ended_of.group("verb")
    if levels := _COVERED_LEVELS.search(draft.printed):
        said = levels.group("levels")
        draft.indicator = draft.indicator.removesuffix(said).removesuffix(said[:-2])
    draft.indicator = _OVER_AND_OVER.sub("", draft.indicator)


def _means_no_set(draft: _Draft) -> bool:
    """Whether there is no set, or nothing that a plan promises of it: 应当加强全员培训, 所有社区都成为坚强堡垒."""
    indicator, outcome = draft.indicator, draft.outcome
    return bool(
        _NO_SET.fullmatch(indicator)
        or _UNREAL_SET.search(indicator)
        or outcome.endswith(_NOT_YET)
        or (draft.rule.name in _OF_PLURALS and _HAS_DONE.match(outcome))
        or _AT_A_TIME.search(outcome)
        or (indicator.endswith(_MONEY) and _SPENT.match(outcome))
        or _PENALTY.match(outcome)
        or _CHARGED.match(outcome)
        or _BY_RULE.match(outcome)
        or _FIGURE.match(outcome)
        or _PLANNED.search(draft.printed)
    )


def _before_aside(text: str, painted: Painted, clause: Clause) -> int:
    """Where a clause ends, without what stands in brackets behind it: an exception, or by when."""
    at = painted.rfind("（", clause.start, clause.end) if painted[clause.end - 1] == "）" else -1
    if at <= clause.start:
        return clause.end
    aside = _EXCEPTION.match(text, at, clause.end) or BY_WHEN.match(painted, at, clause.end)
    return at if aside else clause.end


def _each_covered(draft: _Draft) -> Sequence[str]:
    """The sets of a list of which each is covered: 课后服务、午餐服务和校车监控均实现全覆盖; "" where the words name one."""
    start, piece = draft.begun, draft.piece
    both = _BOTH_OF.search(piece, start, draft.ended)
    cuts = [match.span() for match in _BETWEEN_SETS.finditer(piece, start, both.start())] if both else []
    if both is None or not cuts:
        return ("",)
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), both.start()]
    sets = [_set(draft.printed[a:b]) for a, b in zip(starts, ends, strict=True)]
    return sets if all(len(of) >= _SHORTEST_SET for of in sets) else ("",)


def _territory(draft: _Draft) -> str | None:
    """Where the set is, unless the outcome says it."""
    outcome, behind = draft.said
    found = _TERRITORY.search(draft.printed, 0, draft.begun + _LONGEST_TERRITORY)
    return found.group() if found and not outcome <= found.start() < behind else None


def _set(words_: str) -> str:
    """The set that words name, without what leads to it."""
    words_ = _TAKES.sub("", words_)
    while driven := _DRIVEN.match(words_):
        words_ = words_[driven.end() :]
    words_ = _EACH_ONE.sub("", _HOW_MANY.sub("", words_))
    return noun(_LEFT_OVER.sub("", _EXCEPT.sub("", words_)))


def _named(text: str, painted: Painted, start: int, end: int, *, any_: bool) -> str:
    """The set that a clause names, for a clause behind it that says what becomes of it; `any_` clause does, whatever its words.

    凡 opens a set of several clauses; 除A的B外 is B that is not A.
    """
    start = behind_lead(painted, start, end)
    floor = max(0, end - _LONGEST_SET)
    floor = max(floor, *(text.rfind(mark, floor, end) + 1 for mark in "。；\n"))
    whoever = text.rfind("凡", floor, end)
    if whoever >= 0 and (whoever == floor or text[whoever - 1] in _CLAUSE_OPENS):
        start = whoever
        # 凡从外地返回的，暂缓返岗，一律: whom it is for ends with 的.
        end = text.rfind("的，", whoever, end) + 1 or end
    elif (whom := text.rfind("，对", floor, start) + 1 or floor) < start and _WHOM.match(text, whom, start):
        start, end = whom, text.find("，", whom)  # 对排查出的隐患，建立台账，全部整改
    named = _NAMED.match(text, start, end)
    said = any_ or (named and named.group("lead")) or _OPENS_A_SET.fullmatch(text, start, end)
    if named is None or not (said or (_NAMES_A_SET.search(text, start, end) and not _IS_DONE.match(text, start, end))):
        return ""
    words_ = named.group("set")
    words_ = _TAKEN_DOWN.sub("", words_)
    if (named.group("lead") or "").endswith(("对", "对于")):
        return _set(_HOW_HANDLED.sub("", words_))
    if named.group("lead") == "除":
        but, of, rest = words_.rpartition("的")
        return f"{but}以外的{rest}" if of and named.group("except") else ""
    return noun(_EXCEPT.sub("", text[named.start("set") : named.end()]) if named.group("except") else words_)


def _object(text: str, painted: Painted, start: int, end: int) -> str:
    """What a clause is about, for a clause behind it that leaves its own subject out."""
    match = _VERB_AND_OBJECT.match(painted, start, end)
    return text[match.start("object") : match.end("object")] if match else ""
