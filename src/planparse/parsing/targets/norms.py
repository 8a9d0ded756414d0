"""Numbers that say what must hold of a thing, how far it may go or which things are meant, and promise nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.bracketed import IN_BRACKETS
from planparse.parsing.targets.grammar import BOUND, DEADLINE, HIDDEN, NUMBER_RUN, PERCENT, PRINCIPAL, TIME
from planparse.parsing.targets.readings import Clause, Reading, whole_of
from planparse.parsing.targets.requirements import DUTY, MUST_BE_SO_MANY, MUST_HAVE, MUST_REACH, SOME_MUST
from planparse.text import Painted

_VERBS, _NORMS = words("verbs"), words("norms")
_OF_APPLICANTS = frozenset(_NORMS["of_applicants"])
_SHORT_OF, _LIMITED, _NORMED, _PARTS = (tuple(_NORMS[name]) for name in ("short_of", "limited", "normed", "parts"))
# 单个项目支持额度, 每班: what holds for one of them.
_OF_ONE = Pattern(
    "单[个一次笔户家处](?:[^，]{2}|$)|^每(?:[人户班次场批期组位家所间床餐]|单位|项目)(?:每[年月日天]|学员|[^，]{0,4}服务)?$|每(?:餐|次|个?品种|个?班|班次)$|^同一|(?:费|经费|补贴|标准)每[人户生](?:每[年月日天])?$",
    reads=(
        "单个项目支持额度",
        "基金单一项目投资",
        "每班",
        "每人每月",
        "每位网格员服务",
        "留样食品每个品种",
        "同一专家评审项目",
        "签约服务费每人",
    ),
    leaves=("每千人口床位数", "每个乡镇卫生院医师", "清单事项", "单项冠军企业"),
)
# 每个班级学生不超过45人: how many a room or a class holds.
_IN_ROOM = Pattern(
    "每[个间]?(?:班级?|教学班|教室|宿舍|考场|病房|寝室)$",
    reads=("每个班级", "每间教室"),
    leaves=("每个乡镇", "每百户"),
    by="match",
)
# 每床建筑面积, 生均校舍面积: how large each place must be.
_OF_PLACE = Pattern(
    f"(?:{alternation(_NORMS['of_each_place'])})[^，]{{0,8}}(?:面积|图书|床位|教室|用房|宿舍)$",
    reads=("每床建筑面积", "新建幼儿园生均建筑面积"),
    leaves=("人均体育场地面积", "每千人口床位数"),
)
# 每12个班级配备, 学校每百名寄宿生配备: for how many.
_FOR_SO_MANY = Pattern(
    r"[^，。；每]{0,10}每(?:\d{1,3}|[二三四五六七八九]?十|百)[名位张个户床间][^，。；]{1,10}(?:配|设(?!施)|安排)",
    reads=("每12个班级配备", "寄宿制学校每百名寄宿生配备生活教师", "每20名失能老人配备"),
    leaves=("每100个贫困户培育带头人", "每个县配备医师", "每千名老年人配备", "每百户居民拥有综合服务设施面积"),
    by="match",
)
# 培训总学时为56学时, 见习时长为3—12个月: how long something has to last.
_LASTS_BY_RULE = Pattern(
    "(?:为|[须需应](?:为|达到?|在)?)$|学时(?:原则上|应|一般)*$",
    reads=("培训总学时为", "提交的视频时长应在", "岗前培训学时"),
    leaves=("平均停电时间", "每年培训时间达到"),
)
_PAID_AHEAD = Pattern("(?:给予|奖励|补助|补贴|奖补)[^。；\n]*$", reads=("按增量的1%给予奖励，",), leaves=("给予奖励。",))
_SENTENCE = 60
_KEPT = ("控制在", "限制在")
_BY_RULE = ("一般控制在", "宜控制在", "一般为", "通常为")
# 在校学生500人以上的不少于3名, 不足500人的不少于2名: what holds for those of a size.
_TIER = Pattern(
    r"\d[\d.]*[万千百]?[人名户张平方米亩吨床]{1,3}(?:及?以上|以下)$|^(?:不足|不满|超过)\d",
    reads=("在校学生500人以上", "不足500人"),
    leaves=("500人以上自然村", "学校"),
)
# What a project costs and covers is no commitment where nothing says that it is reached: 总投资约18亿元, 占地面积120亩.
_OF_PROJECT = Pattern(
    "(?:该|本)?(?:项目|工程)?(?:估算|概算|预计|静态|动态)*(?:总投资|概算投资|估算投资|投资概算|投资估算|占地(?:面积)?|规划占地面积|用地面积|规划用地(?:面积)?|建设用地面积|总建筑面积|规划(?:总?面积|控制面积)|设计(?:时速|库容|流量)|(?:水库)?总?库容|正常蓄水位|全长)"
    "|[^，]{0,16}(?:相?距|距离)[^，]{2,10}"
    "|(?:该|本)(?:项目|工程)(?:总)?(?:建筑)?面积",
    reads=("总投资", "项目总投资", "规划用地面积", "该项目建筑面积", "水库总库容", "设计时速", "基地距高速出口"),
    leaves=("固定资产投资", "人均建筑面积", "规划总投资"),
    by="fullmatch",
)
_DESCRIBE = frozenset(("comes_to", "stands_at"))
_BOUNDED = frozenset(("bounded", "shorten", "lasts"))
# 住宅层高不低于3米: a height, and no verb.
_HIGH = ("层", "净", "檐", "限", "坝", "塔", "楼", "墙")
# 按照每班不超过45人的标准核定: by what something else is done.
_BY_STANDARD = Pattern(
    "[^，；。、]{0,6}(?:、[^，；。]{2,30})?的?(?:标准|比例|要求|原则|规格|幅度)(?=[^，；。]{2})",
    reads=("的标准核定班额", "、初中每班不超过50人的标准核定"),
    leaves=("的比例", "以上，按标准建设"),
    by="match",
)
_BROUGHT = (*_VERBS["choose"], *_VERBS["create"])
# 8个托位标准规划建设设施: by what measure it is built.
_STANDARD = Pattern(
    "[^，]{0,6}标准(?:规划|建设|配建|配置|配备|设置|给予|发放|执行|安排)",
    reads=("托位标准规划建设婴幼儿照护服务设施", "标准配备"),
    leaves=("标准化厂房", "高标准农田建设", "企业标准"),
    by="match",
)
# 百名行长进企业活动: a round number opens the name of a campaign.
_TITLED = Pattern(
    "[百千万][名家户人企村](?=[^，；。]{2,30}(?:活动|行动|工程|计划|机制|制度)$)",
    reads=("百名行长进企业活动", "千名干部助企行动"),
    leaves=("百场招聘活动", "百名高层次人才"),
    by="match",
)
# 联合验收包括规划核实、消防备案5个事项: what there is of it.
_HOLDS = Pattern(
    "(?:包括|包含)(?=[^，]*、)(?![^，]*在内)",
    reads=("联合验收包括规划核实、消防验收、竣工备案",),
    leaves=("建设包括甲、乙在内的中心", "包括中心"),
)
# 用工量500人以上及一次招录100人以上的重点企业: what picks out a set.
_SIZED_ALIKE = Pattern(
    f"(?P<first>{BOUND}*(?P<paint>[{PRINCIPAL}])(?P=paint)*)(?:及|和|或者?|、|以及|且)[^，{PRINCIPAL}{BOUND}]{{0,12}}?(?P<other>{BOUND}*(?P=paint)+|{HIDDEN}+)的(?!目标|水平|速度|要求|比例|标准)[^，的]{{2,}}",
    reads=("用工量500人以上及一次招录100人以上的重点企业", "产值10亿元以上和5亿元以上的企业"),
    leaves=("培育企业500家和园区100个", "增速达到8%和10%的目标"),
    painted=True,
)
# 床位数100张以上、300张以下的医院: from where to where a set reaches.
_FROM_TO = Pattern(
    f"(?P<least>[{PRINCIPAL}]+)[，、]且?(?P<most>[{PRINCIPAL}{HIDDEN}]+)的",
    reads=("100张以上、300张以下的医院", "20万元（含）以上，50万元（含）以下的，"),
    leaves=("100张以上、300张以下", "100张以上，占比"),
    by="match",
    painted=True,
)

# 认定某公司等6家单位为示范基地: what has been decided by name.
_BY_NAME = Pattern(
    "(?:单位|企业|公司|机构|学校|医院|项目|园区|基地|平台|集体|个人|同志|村|社区)(?:为|获评|荣获)",
    reads=("单位为省级示范基地", "企业为高新技术企业"),
    leaves=("单位", "企业达标"),
    by="match",
)
# 每天消毒不少于2次: how often a day or a week something is done is a norm of how one works.
_DAILY = Pattern(
    "每(?:天|日|周|星期|班次?|餐|半天)(?:至少|不少于|不低于)?(?=[^，。；]{0,40}$)",
    reads=("每天对公共区域消毒不少于", "每周"),
    leaves=("日均", "每年", "每日营业额，达到"),
)
_TIMES = Pattern("次|遍|轮", reads=("次", "遍"), leaves=("万人次", "家次"), by="match")
# 不超过最大承载量的30%: how full a place may be.
_HOW_FULL = Pattern(
    "(?:承载量|承载力|瞬时流量|客流量|总?座位数?|额定[^，]{0,4}|核定[^，的]{0,8}|(?:基金|出资|注册资本)[^，的]{0,6}(?:总额|总?规模|额|资本|资金))的$",
    reads=("最大承载量的", "剧院总座位的", "不低于基金总额的"),
    leaves=("客流量", "座位占比"),
)
# 不受70%资金比例的限制: a limit that holds elsewhere.
_NOT_LIMITED = Pattern("不(?:再)?受[^，。；]{0,16}$", reads=("资金不受《通知》中", "不再受"), leaves=("不受限制，比例达到",))


# 座位间隔保持在1.5米以上: how far apart one keeps.
_APART = Pattern(
    "(?:间隔|间距|距离|相距|每人|工位|座位|桌椅|排队)[^，。；、\\d]{0,12}$",
    reads=("座位间隔保持", "排队保持", "尽量每人保持在"),
    leaves=("新建步道", "每村新建步道"),
)
# 技术交易额单项达20万元以上，给予补助: what one of them must come to.
_EACH_ALONE = Pattern("(?:额|规模|投资)单[项笔个户]$", reads=("技术交易额单项",), leaves=("单项冠军", "投资规模"))
# 创业担保贷款个人额度提高到30万元, 工程款支付比例: how much one of them is lent or paid at a time.
_TERMS = Pattern(
    "(?:单户|单个|单笔|个人|每户|每人|合伙|公积金|助学)[^，。；、]{0,8}额度$"
    "|(?:LPR|基准利率|市场报价利率)$"
    "|(?:工程款|进度款|预付款|首笔|首付|首期)[^，。；、]{0,4}(?:支付|拨付|付款)?比例$|(?:展位费|参展费|检测费|间接费用)[^，。；、]{0,4}比例$",
    reads=("不超过一年期LPR", "创业担保贷款个人额度", "工程款支付比例", "展位费支持比例"),
    leaves=("新增贷款额度", "住院费用支付比例", "授信额度"),
)
# 主城区可提高至10万元: what may be, and is nobody's aim.
_MAY = Pattern("(?<![许认无即])可$", reads=("主城区可", "实际税负可"), leaves=("行政许可", "资质认可", "可再生能源"))
# 复审周期不超过5年, 施工照片不少于3张: how long a thing holds, and what is handed in.
_HOLDS_FOR = Pattern(
    "(?:复审周期|有效期限?|任期|聘期|服务期限?|合作期限?|过渡期|试用期|保存期限?|存续期限?|建设期限?|执行期限?|培育期|孵化期|质保期|保质期|租赁期限?)$|(?:照片|截图|复印件|影像资料|证明材料)$",
    reads=("复审周期", "施工照片"),
    leaves=("审批周期", "建设工期", "申请材料"),
)
# 展馆面积500平方米: how large a place is that is at hand.
_AT_HAND = Pattern("(?:面积|场地|场所|用房)$", reads=("展馆面积", "适合生物医药类的场地"), leaves=("面积增长", "水域"))
_FLOOR = ("平方米", "㎡", "平米")
_MANY = ("万平方米", "万㎡", "万平米")  # so much is not at hand in one place
# What is measured of a city, or is to be built: no place at hand.
_TO_BUILD = Pattern(
    f"[人户生]均|每|新增|新建|建设|改造|扩建|扩大|盘活|筹集|打造|布局|增加|腾退|整治|拆除|完成|提供|供应|建成|落实|修复|绿化|{DEADLINE}",
    reads=("新增养老用房面积", "人均体育场地面积"),
    leaves=("展馆面积", "总展位面积"),
    painted=True,
)
# 围挡高度不低于2.5米, 库温控制在0摄氏度: how high or how cold a thing must be.
_DIMENSION = Pattern(
    "(?:高度|宽度|深度|厚度|净宽|净高|进深|直径|坡度|退让|间隔|温度|湿度|库温|水温)$",
    reads=("施工现场围挡高度", "冷藏车温度"),
    leaves=("绿道长度", "融合深度提升率"),
)
_LENGTHS = ("米", "米以上", "米以下", "米以内", "摄氏度", "摄氏度以下", "摄氏度以上", "℃", "℃以下", "℃以上")
_NO_LENGTHS = Pattern("(?:平方|立方|万)米", reads=("30平方米", "2万米"), leaves=("30米",))
# 经三分之二以上村民代表同意: who must agree.
_AGREED = Pattern("经(?:过|由|本[^，]{1,4}的?)?$", reads=("方案经", "事项经由"), leaves=("已经完成", "经营主体"))
_AGREE = Pattern(
    "[^，。；]{0,16}(?:同意|表决|签字|通过|认可)", reads=("以上村民代表同意后实施",), leaves=("村民",), by="match"
)
# 每队最多选派2位代表: how many at most; 最多跑一次 is a name.
_AT_MOST = Pattern(
    "(?:最多|至多)(?!跑|访|只)[\\u4e00-\\u9fff]{0,3}$",
    reads=("请各企业最多选派", "每人至多申报"),
    leaves=("实现最多跑",),
)
# 申报单位60家（附件2）: how many the annex lists.
_LISTED = Pattern(
    r"（(?:名单)?(?:详?见)?附[件表]\d{0,2}）", reads=("（附件2）", "（名单见附件）"), leaves=("（含附件）",), by="match"
)
# 使用年限超过15年的，每年开展2次评估: what holds where something comes to so much.
_WHERE_SO_MUCH = Pattern(
    r"(?:^|[。；，\n])(?!对)[^。；，\n]{2,30}(?:超过|达到?|不足|低于|不满|高于|少于|不到)[ ]?\d[\d.]*[^。；，\n\d]{0,10}的，(?:[^。；，\n]{1,12}，)?(?:每[年月周]|每季度|至少|原则上|可以?|应当?|[须要]){0,3}$",
    reads=("电梯使用年限超过15年的，", "围墙高于3米的，经批准，每年至少"),
    leaves=("产值超过5亿元的企业，", "培育超过30家，"),
)
# 提供申请表1份: what is handed in; 宣传资料 are given out.
_HANDS_IN = Pattern(
    "(?:提供|提交|报送|递交|附|填写|出具)[^，。；、]*$",
    reads=("应提供经批复的《调整申请表》", "须附营业执照复印件"),
    leaves=("发放宣传资料", "提供资料，发放手册"),
)
_COPIES = Pattern("[^万千百，。；]{1,8}份", reads=("1份", "不少于3份"), leaves=("10万份", "3家"), by="fullmatch")
# 本方案未划定0类区域: what has not been done.
_NOT_DONE = Pattern(
    "(?<![从尚而])未(?!来|成年|就业)[\u4e00-\u9fff]{2,3}$",
    reads=("本方案未划定",),
    leaves=("未来建设", "就业困难人员", "处置批而未供土地"),
)
# 一式三份，分别报送市经信委2份，市财政局1份: what each of several gets.
_SENDS_IN = Pattern(
    "(?:报送|报至|提交|递交|一式)[^。；\n]*$", reads=("分别报送市经信委2份，市财政局",), leaves=("报送材料。发放手册",)
)
# 10项暖民心行动信息公开: what is made public, and no aim of those who do.
_MADE_PUBLIC = Pattern(
    "[^，。；]{0,60}?(?:信息公开|信息发布|宣传(?:解读|报道|推广)|公开力度|宣传力度|政策解读)",
    reads=("暖民心行动信息公开和宣传推广力度", "学位、推进办学等信息公开"),
    leaves=("信息化项目", "，做好信息公开"),
    by="match",
)
# 总结推广3个村创建文明村的经验做法: of whom others are to learn.
_LEARNS = Pattern(
    "(?:^|[^，。；]{0,8})(?:宣传|报道|总结|学习|借鉴|交流|推广)",
    reads=("宣传报道全市建成", "总结推广"),
    leaves=("建成", "组织开展培训"),
    by="match",
)
_EXPERIENCES = Pattern(
    "[^，。；]{2,40}(?:等|的)[^，。；的]{0,6}(?:经验|做法|事迹|成效|典型)(?:做法|案例)?",
    reads=("村成功创建全国文明村的经验做法", "幸福院、惠及5万老人等典型经验"),
    leaves=("典型经验", "项改革经验"),
    by="match",
)
# 开设门诊的76家医院名单: how many a list names, unless it is to be drawn up.
_LISTS = ("名单", "名录", "花名册")
_DRAWN_UP = Pattern(
    "发布|公布|公开|公示|编制|制定|印发|出台|推出|梳理|形成|建立|更新|确定|认定",
    reads=("编制", "更新发布"),
    leaves=("开设",),
)
# 不少于20个课时/班: for each class.
_FOR_EACH = Pattern(
    r"(?:不[少低]于|不超过)?[ ]?\d+个?[\u4e00-\u9fff]{0,3}/(?:班|期|场|课)(?![\u4e00-\u9fff])",
    reads=("20个课时/班", "不少于40学时/期，"),
    leaves=("12人/10万人", "300万元/亩", "20个课时/班级"),
    by="match",
)
# 可执行LPR利率: what somebody may have.
_MAY_HAVE = Pattern(
    "(?<![许认])可(?:以)?(?:执行|享受|获得?|按照?|适当|申请|给予|延长|下浮|上浮)",
    reads=("救灾应急贷款可执行LPR利率", "可享受优惠幅度"),
    leaves=("可再生能源", "许可执行率"),
)
# 征集不超过10个案例: how many are handed in at most; of those that an office chooses itself, 遴选不超过20家, so many are wanted.
_CHOSEN = Pattern(
    "(?:征集|评选|推荐|推选|申报|择优|选树|评定)[^，。；]{0,12}不(?:得)?超过$",
    reads=("每年征集不超过", "每县推荐企业不超过"),
    leaves=("评选周期控制在", "征集不少于", "遴选不超过"),
)
_NO_MORE = ("不超过", "不得超过")
# 择优确定50位人员参加研修: who is to attend something.
_ATTENDS = Pattern("(?:确定|选派|选拔|推荐|安排)[^，。；]{0,4}$", reads=("择优确定", "各县推荐"), leaves=("培训",))
_ATTENDING = Pattern(
    "[^，。；]{0,14}(?:参加|出席|参与)(?:研修|培训|会议|考试|评审|面试|论坛|答辩|大会|年会)",
    reads=("人员并通知参加研修", "企业家参加培训"),
    leaves=("人员培训",),
    by="match",
)
# 确定1名联系人: whom to write to.
_CONTACT = Pattern(
    "(?:联系人|联络员|联络人|经办人|对接人)",
    reads=("联系人负责做好对接工作", "联络员"),
    leaves=("企业联络员", "联系企业"),
    by="match",
)
_NAMES_CONTACT = Pattern(
    "(?:确定|明确|指定|安排|落实|指派)(?:至少)?$", reads=("各单位确定", "原则上明确"), leaves=("为每家企业配备",)
)
# 投入强度不低于350万元/亩、地均税收: what stands beside a norm of the same kind.
_BESIDE_NORM = Pattern(
    "(?:投入强度|投资强度|容积率|建筑密度)[^。；\\n]{1,40}(?:亩均|地均|单位用地)[^。；\\n，、]{1,8}$",
    reads=("投入强度不低于350万元/亩、地均税收",),
    leaves=("亩均税收", "投资强度提高10%。亩均税收"),
)
_METRES = Pattern(
    r"(?:不[少小低]于|大于|至少)?[ ]?\d[\d.]*[ ]?米(?:及?以上)?",
    reads=("1.5米以上", "不少于1米"),
    leaves=("不超过500米", "500平方米"),
    by="fullmatch",
)

# 长度不小于8米: how designs say how large a thing is; of a rate or what a place has a plan says it as well.
_DESIGNED = ("不小于", "不大于", "不应小于", "不应大于", "不得小于", "不得大于")
_EXTENT = Pattern(
    "(?:长|宽|高|厚|深|坡)度$|(?:直|口|管)径$|(?:间|净|边)距$|净[高宽]$|层高$|边长$|(?:建筑|用地|占地|使用|单体|场地)面积$",
    reads=("洗车平台长度", "楼梯净宽", "场地面积"),
    leaves=("水质面积", "服务半径", "覆盖率"),
)
# 采样人员不少于2人: how many do a piece of work.
_CREW = Pattern("人员$|队员$", reads=("采样人员", "执法人员"), leaves=("就业人员比例", "专家"))
_FEW_PEOPLE = Pattern(
    "(?:不[少低]于|至少|原则上)*[ ]?(?:\\d|1\\d)[名人](?:以上)?",
    reads=("不少于2人", "3名以上"),
    leaves=("不少于3000人", "20名"),
    by="fullmatch",
)
# 稳岗返还标准，中小微企业由60%提高至90%: of what is paid.
_OF_PAY = Pattern(
    "(?:补[贴助]|返还|奖励|奖补|资助|缴费|收费|计费|贴息|报销|缴存)(?:标准|比例|额度|限额)(?:如下)?[，：]$",
    reads=("失业保险稳岗返还标准，", "补贴比例："),
    leaves=("服务标准，", "提高补贴标准，加快"),
)
# 被评为示范社的，成员数应在20户以上，出资总额达到50万元以上: what must hold beside the first.
_MUST_BESIDE = Pattern(
    "(?<![^。；\n])[^。；，\n]{4,40}的，[^。；\n]{2,24}(?:[须需]|应当?)(?:在|有|达到?|不|具备|具有|满足|符合)[^。；\n]*，$",
    reads=("被评为示范社的，成员数应在20户以上，",),
    leaves=("被评为示范社的，给予奖励，", "加强管理，应达到90%，"),
)
# 跟踪督查投资超10亿元、建设周期3年以上的重大项目: what is of such a size.
_SIZED_BESIDE = Pattern(
    f"{BOUND}*[{PRINCIPAL}]+[、且及和][^，、{PRINCIPAL}{TIME}]{{2,12}}{BOUND}*[{PRINCIPAL}{TIME}]++的(?!目标|水平|速度|要求|比例|标准|任务)[^，的{PRINCIPAL}]{{2,}}$",
    reads=("投资超10亿元、建设周期3年以上的重大项目",),
    leaves=("培育产值超10亿元、利润超1亿元", "产值超10亿元、利润1亿元的目标"),
    painted=True,
)
_AT_LEAST = Pattern("超|以上|不[低少]于|达到?", reads=("超10亿元", "3年以上"), leaves=("10亿元",))
_LONGEST_MUST = 120


# 每千瓦时降低0.1元: what one pays.
_SOLD_BY = tuple(f"每{unit}" for unit in ("千瓦时", "度", "吨", "公斤", "斤", "立方米", "公里"))


class _Case(NamedTuple):
    """A reading that may say a norm, and where it stands."""

    text: str
    painted: Painted
    clause: Clause
    reading: Reading
    number: re.Match[str] | None  # the paint of the number, its bound included

    @property
    def ahead(self) -> str:
        """The words of the clause before the number."""
        return self.text[self.clause.start : self.reading.at]


def is_norm(text: str, painted: Painted, clause: Clause, reading: Reading) -> bool:
    """Whether a number says what must hold of a thing, or picks it out: 可供应土地不足500亩, 投资强度不低于350万元/亩."""
    case = _Case(text, painted, clause, reading, NUMBER_RUN.match(painted, reading.at) if reading.at >= 0 else None)
    return any(norm(case) for norm in _BY_NAMES) or (reading.at >= 0 and any(norm(case) for norm in _BY_WORDS_AROUND))


# What the name of a reading tells.
def _names_norm(case: _Case) -> bool:
    """A standard, a duty, hours of teaching, a project of its own, a tier."""
    reading = case.reading
    named = reading.indicator
    return bool(
        _STANDARD.match(named)
        or DUTY.search(named)
        or (reading.rule == "reach_of" and named.endswith("学时"))
        or _EACH_ALONE.search(named)
        or _MAY.search(named)
        or _TERMS.search(named)
        or named.endswith("应为单数")
        or (named == "有" and not reading.strive)
        or (reading.rule in _BOUNDED and _HOLDS_FOR.search(named))
        or (reading.rule in _DESCRIBE and _OF_PROJECT.fullmatch(named))
        or (reading.rule == "bounded" and _TIER.search(named))
    )


def _is_high(case: _Case) -> bool:
    """A height, and no verb: 住宅层高不低于3米."""
    return case.reading.rule == "change" and case.reading.outcome == "高" and case.reading.indicator.endswith(_HIGH)


# What the words around its number tell.
def _falls_short(case: _Case) -> bool:
    """可供应土地不足500亩."""
    return case.text.startswith(_SHORT_OF, case.reading.at)


def _lasts_by_rule(case: _Case) -> bool:
    """见习时长为3—12个月."""
    lasts = case.reading.rule == "lasts" and not case.clause.promised
    return lasts and _LASTS_BY_RULE.search(case.text, case.clause.start, case.reading.at) is not None


def _is_titled(case: _Case) -> bool:
    """百名行长进企业活动."""
    return _TITLED.match(case.text, case.reading.at, case.clause.end) is not None


def _is_by_name(case: _Case) -> bool:
    """认定某公司等6家单位为示范基地."""
    return case.text.startswith("等", case.reading.at - 1) and _BY_NAME.match(case.reading.indicator) is not None


def _is_limit(case: _Case) -> bool:
    """不受70%资金比例的限制; 不超过最大承载量的30%; 线路应具备四级公路条件."""
    begin, at = case.clause.start, case.reading.at
    return any(pattern.search(case.text, begin, at) for pattern in (_NOT_LIMITED, _HOW_FULL, MUST_HAVE))


def _is_price(case: _Case) -> bool:
    """用电价格每千瓦时降低0.1元."""
    return case.reading.indicator.endswith(_SOLD_BY) and case.number is not None and case.text[case.number.end() - 1] == "元"


def _keeps_apart(case: _Case) -> bool:
    """座位间隔保持在1.5米以上."""
    if case.number is None or not _METRES.fullmatch(case.text, case.reading.at, case.number.end()):
        return False
    return _APART.search(case.text, case.clause.start, case.reading.at) is not None


def _is_at_hand(case: _Case) -> bool:
    """展馆面积500平方米."""
    if case.clause.promised or case.number is None:
        return False
    at, end = case.reading.at, case.number.end()
    if not case.text.endswith(_FLOOR, at, end) or case.text.endswith(_MANY, at, end):
        return False
    described = case.painted[at] != BOUND and whole_of(case.reading.rule) in _DESCRIBE
    if not described or not _AT_HAND.search(case.reading.indicator):
        return False
    floor = max(0, at - _SENTENCE)
    sentence = max(floor, *(case.text.rfind(mark, floor, at) + 1 for mark in "。；\n"))
    return _TO_BUILD.search(case.painted, sentence, at) is None


def _is_designed(case: _Case) -> bool:
    """洗车平台长度不小于8米."""
    designed = not case.clause.promised and case.text.startswith(_DESIGNED, case.reading.at)
    return designed and case.number is not None and _EXTENT.search(case.reading.indicator) is not None


def _is_crew(case: _Case) -> bool:
    """采样人员不少于2人."""
    reading = case.reading
    if case.clause.promised or case.number is None or reading.rule != "bounded" or reading.per or "每" in case.ahead:
        return False
    few = _FEW_PEOPLE.fullmatch(case.text, reading.at, case.number.end())
    return few is not None and _CREW.search(reading.indicator) is not None


def _is_of_pay(case: _Case) -> bool:
    """稳岗返还标准，中小微企业由60%提高至90%."""
    begin = case.clause.start
    return _OF_PAY.search(case.text, max(0, begin - _SENTENCE), begin) is not None


def _must_hold_beside(case: _Case) -> bool:
    """被评为示范社的，成员数应在20户以上，出资总额达到50万元以上."""
    if case.clause.promised:
        return False
    begin = case.clause.start
    floor = max(0, begin - _LONGEST_MUST)
    opens = max(floor, *(case.text.rfind(mark, floor, begin) + 1 for mark in "。；\n"))
    return _MUST_BESIDE.search(case.text, opens, begin) is not None


def _is_dimension(case: _Case) -> bool:
    """施工现场围挡高度不低于2.5米."""
    if case.clause.promised or case.number is None or not _DIMENSION.search(case.reading.indicator):
        return False
    at, end = case.reading.at, case.number.end()
    return case.text.endswith(_LENGTHS, at, end) and _NO_LENGTHS.search(case.text, at, end) is None


def _is_asked_of_applicants(case: _Case) -> bool:
    """面积超过3000平方米的民宿应配备2名安全员; 入库项目总投资应在5000万元以上; 经三分之二以上村民代表同意."""
    begin, at = case.clause.start, case.reading.at
    if case.number and _AGREED.search(case.text, begin, at) and _AGREE.match(case.text, case.number.end(), case.clause.end):
        return True
    return SOME_MUST.search(case.text, begin, at) is not None


def _is_not_done(case: _Case) -> bool:
    """本方案未划定0类区域."""
    return _NOT_DONE.search(case.text, case.clause.start, case.reading.at) is not None


def _must_have(case: _Case) -> bool:
    """从业人员须在50人以上; 可只设1个."""
    if case.number is None or case.number["paint"] == PERCENT:
        return False
    return MUST_BE_SO_MANY.search(case.text, case.clause.start, case.reading.at) is not None


def _holds_where_so_much(case: _Case) -> bool:
    """电梯使用年限超过15年的，每年开展2次评估."""
    begin = case.clause.start
    return not case.clause.promised and _WHERE_SO_MUCH.search(case.text, max(0, begin - _SENTENCE), begin) is not None


def _is_handed_in(case: _Case) -> bool:
    """提供申请表1份."""
    begin, at = case.clause.start, case.reading.at
    if not (case.number and _COPIES.fullmatch(case.text, at, case.number.end())):
        return False
    return bool(_HANDS_IN.search(case.text, begin, at) or _SENDS_IN.search(case.text, max(0, begin - _SENTENCE), at))


def _is_for_each_class(case: _Case) -> bool:
    """培训课时不少于20个课时/班."""
    return _FOR_EACH.match(case.text, case.reading.at) is not None


def _may_have(case: _Case) -> bool:
    """可执行LPR利率下降不少于35个基点."""
    return _MAY_HAVE.search(case.reading.indicator) is not None


def _is_chosen_at_most(case: _Case) -> bool:
    """每年征集不超过10个案例."""
    if case.number is None or case.painted[first := case.number.start()] != BOUND:
        return False
    at_most = next((words_ for words_ in _NO_MORE if case.text.startswith(words_, first)), "")
    return bool(at_most) and _CHOSEN.search(case.text, case.clause.start, first + len(at_most)) is not None


def _are_to_attend(case: _Case) -> bool:
    """择优确定50位人员参加研修."""
    if case.number is None or not _ATTENDING.match(case.text, case.number.end(), case.clause.end):
        return False
    return _ATTENDS.search(case.text, case.clause.start, case.reading.at) is not None


def _is_made_public(case: _Case) -> bool:
    """10项暖民心行动信息公开."""
    return case.number is not None and _MADE_PUBLIC.match(case.text, case.number.end(), case.clause.end) is not None


def _is_learnt_from(case: _Case) -> bool:
    """总结推广3个村创建文明村的经验做法."""
    if case.number is None or not _EXPERIENCES.match(case.text, case.number.end(), case.clause.end):
        return False
    return _LEARNS.match(case.text, case.clause.start, case.reading.at) is not None


def _is_on_list(case: _Case) -> bool:
    """开设门诊的76家医院名单."""
    reading = case.reading
    bare = reading.indicator.partition("（")[0]
    return bare.endswith(_LISTS) and not _DRAWN_UP.search(reading.outcome or "")


def _is_listed(case: _Case) -> bool:
    """申报单位60家（附件2）."""
    if case.number is None or case.painted[case.reading.at] == BOUND or whole_of(case.reading.rule) not in _DESCRIBE:
        return False
    return _LISTED.match(case.text, case.number.end()) is not None


def _is_at_most(case: _Case) -> bool:
    """每队最多选派2位代表."""
    return _AT_MOST.search(case.text, case.clause.start, case.reading.at) is not None


def _is_contact(case: _Case) -> bool:
    """确定1名联系人."""
    named = case.number and _CONTACT.match(case.text, case.number.end())
    return bool(named) and _NAMES_CONTACT.search(case.text, case.clause.start, case.reading.at) is not None


def _is_beside_norm(case: _Case) -> bool:
    """投入强度不低于350万元/亩、地均税收不低于25万元/亩."""
    if case.clause.promised or case.reading.rule != "bounded":
        return False
    return _BESIDE_NORM.search(case.text, max(0, case.reading.at - _SENTENCE), case.reading.at) is not None


def _is_daily(case: _Case) -> bool:
    """每天消毒不少于2次."""
    times = case.number and _TIMES.match(case.text, case.number.end() - 1)
    return bool(times) and _DAILY.search(case.text, case.clause.start, case.reading.at) is not None


def _is_by_standard(case: _Case) -> bool:
    """按照每班不超过45人的标准核定."""
    by = case.text.find("按", case.clause.start, case.reading.at)
    if by < 0 or "，" in case.text[by : case.reading.at]:
        return False
    return case.number is not None and _BY_STANDARD.match(case.text, case.number.end(), case.clause.end) is not None


def _is_asked_for_pay(case: _Case) -> bool:
    """按增量的1%给予奖励，增幅须达到15%以上."""
    has_to = MUST_REACH.search(case.text, case.clause.start, case.reading.at)
    paid = max(0, case.clause.start - _SENTENCE), case.clause.start
    return has_to is not None and _PAID_AHEAD.search(case.text, *paid) is not None


def _is_held(case: _Case) -> bool:
    """联合验收包括规划核实、消防备案5个事项."""
    of_parts = case.reading.indicator in _PARTS
    return of_parts and _HOLDS.search(case.text, case.clause.start, case.reading.at) is not None


def _is_bound(case: _Case) -> bool:
    """What is fixed for whatever is built, set up or admitted: 生均图书不少于20册（小学）、30册（初中）, 班额分别不超过45人、50人."""
    clause, reading, ahead = case.clause, case.reading, case.ahead
    if clause.promised:
        return False
    if ahead.endswith(_BY_RULE):
        return True
    first = reading.listed[0] if reading.listed else reading.at
    bounded = (case.painted[first] == BOUND and reading.rule != IN_BRACKETS) or ahead.endswith(_KEPT)
    # 绿地率达到38%以上: what a city comes to, and no norm of how one builds.
    if not bounded and reading.rule not in ("reach", IN_BRACKETS) and case.number:
        bounded = case.text.endswith(BOUNDS_BEHIND, reading.at, case.number.end())
    if not bounded and reading.rule != "reach_of":
        return False
    named = reading.indicator
    if reading.per and _IN_ROOM.match(reading.per):
        return True
    limits = (
        named.endswith(_LIMITED) and not named.startswith(_BROUGHT) and reading.rule in ("bounded", "reach_of", "shorten")
    )
    normed = ahead.endswith(_NORMED) or named.endswith(_NORMED) or named.startswith("班额") or named in _OF_APPLICANTS
    return bool(limits or normed or _OF_ONE.search(named) or _OF_PLACE.search(named) or _FOR_SO_MANY.match(ahead))


def _picks_out(case: _Case) -> bool:
    """床位数100张以上、300张以下的医院; 用工量500人以上及一次招录100人以上的重点企业."""
    text, at = case.text, case.reading.at
    span = _FROM_TO.match(case.painted, at)
    if span and text.endswith("以上", 0, span.end("least")) and text.endswith(("以下", "以内"), 0, span.end("most")):
        return True
    beside = _SIZED_BESIDE.match(case.painted, at, case.clause.end)
    if beside and case.number and _AT_LEAST.search(text, at - 1, case.number.end()):
        return True
    alike = _SIZED_ALIKE.match(case.painted, at, case.clause.end)
    if alike is None:
        return False
    first, other = text[slice(*alike.span("first"))], text[slice(*alike.span("other"))]
    bound = next((word for word in BOUNDS_BEHIND if first.endswith(word)), "")
    return bool(bound) and first.removesuffix(bound)[-1:] + bound in other


_BY_NAMES: tuple[Callable[[_Case], bool], ...] = (_names_norm, _is_high)
_BY_WORDS_AROUND: tuple[Callable[[_Case], bool], ...] = (
    _falls_short,
    _lasts_by_rule,
    _is_titled,
    _is_by_name,
    _is_limit,
    _is_price,
    _is_daily,
    _keeps_apart,
    _is_at_hand,
    _is_at_most,
    _is_listed,
    _is_not_done,
    _must_have,
    _holds_where_so_much,
    _is_handed_in,
    _is_made_public,
    _is_learnt_from,
    _is_for_each_class,
    _may_have,
    _is_chosen_at_most,
    _are_to_attend,
    _is_on_list,
    _is_designed,
    _is_crew,
    _is_of_pay,
    _must_hold_beside,
    _is_dimension,
    _is_asked_of_applicants,
    _is_contact,
    _is_beside_norm,
    _is_by_standard,
    _is_asked_for_pay,
    _is_held,
    _is_bound,
    _picks_out,
)
