"""What a part of a plan is for, by its heading.

Source: the usual build of official plans (总体要求 with 指导思想, 基本原则 and 目标, then tasks, then safeguards), as printed in some 130
plans of 60 governments. A new kind of heading is one entry in HEADINGS.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import SectionKind


@dataclass(frozen=True, slots=True)
class HeadingRule(Rule):
    """How a heading tells the kind of its part; it is read from its beginning, and `matches` gives the kind.

    Below a general part, which says for what a whole plan is, only `leading` rules count. `of` tells whether it has to have items of its
    own below it: a single measure 加强宣传引导 is a task, and a part of that name secures the plan.
    """

    kind: SectionKind = field(kw_only=True)
    leading: bool = False
    of: Literal["any", "parts", "leaves"] = "any"


_GOALS = (
    "(?!(?:落实|压实|细化|分解))[^，]{0,24}(?<!重点和)(?<!任务和)目标$|.*(?:主要|预期|发展)指标$"
    "|(?:主要|工作|总体|发展|基本|具体|行动|阶段|年度|近期|预期|建设|实施)?(?:目标|指标)(?:与|和|及|任务|指标|要求)?.{0,4}$"
)
# What secures a plan wherever it stands, and what does so only as the heading of a part.
_STRONG = (
    "(?:工作)?组织(?:领导|实施|保障|推进|管理|协调|机构|工作)|保障(?:措施|机制|条件|体系)|(?:支撑|运行|综合|实施)保障|工作保障|政策保障|措施保障|支撑保障措施"
    "|保障要素|(?:有关|相关)?(?:工作|活动|整治|实施|落实)要求|有关要求|相关要求|推进措施|(?:落实|压实)?(?:各方|主体|工作)?责任"
)
_WEAK = (
    "服务保障|要素保障|(?:工作|推进|实施|长效)机制|协同推进|(?:监督|督导|督查|绩效)?考核(?:评估|问责|评价)?|督促检查|监督检查|督促指导|督促落实|跟踪督促|跟踪问效"
    "|宣传引导|责任落实|(?:实施|工作|推进|活动)步骤|(?:实施|工作|推进)进度|(?:进度|时间|步骤|阶段|活动)安排|政策措施保障"
)
_VERB = "(?:切实|全面|进一步|明确)?(?:强化|加强|加大|完善|健全|建立|建立健全|落实|抓好|做好|明确|狠抓|严格|压实|认真抓好)?"
_FORCE = "(?:力度|工作)?(?:和|与|及|、|，)?"
# 社会保障 and the like are fields of work: what 完善特殊教育保障机制 asks for is a task.
_ENDS = "(?:(?<!社会)(?<!教育)(?<!医疗)(?<!住房)(?<!养老)(?<!生活)(?<!就业)保障(?:措施|机制)|组织实施(?:工作)?|组织保障|组织领导)"

# What tells how things are and have become.
_HEADINGS = words("headings")
_SITUATION_NOUN = alternation(_HEADINGS["situation"])
_OF_SITUATION = "(?:规划|编制|发展|工作|建设|产业|面临的?|基本|主要|总体|突出|取得的?|存在的?|(?:目标|任务)?(?:完成|落实|推进|执行|实施)的?)*"
_SITUATION = f"(?:“?十[二三四五]五”?(?:时期|期间)?|(?:19|20)\\d\\d年度?|上一?年度?|去年|前期|全[省市县区])?{_OF_SITUATION}{_SITUATION_NOUN}(?:[与和及、]{_OF_SITUATION}{_SITUATION_NOUN})*$"
# What applicants and offices do to get and give something, and what of it a heading names; 优化审批流程 says what is done.
_APPLYING = alternation(_HEADINGS["applying"], "与和及、")
_PROCEDURE = "(?:程序|流程|材料|资料|方式|时间|期限|时限|名额|数量|渠道)(?:要求|内容)?"
_APPLICANTS = (
    "(?:申报|申请|参与|认定|选认|选择|选拔|选聘|推荐|提名|遴选|入围|评选|参评|参赛|评定|征集|报送|备案|注册|入库|入选|入驻|准入|授信|启动|受理|复核|招募|领取|享受|优惠"
    "|培育|项目|资格|企业|单位|基本)+(?:条件|对象|主体|范围|要求|资格|类别|类型|说明)"
)
# What a heading says is done with conditions or a range, and is so no name of them: 拓宽项目入库范围.
_CHANGES = alternation(_HEADINGS["changes"])
_NO_CHANGE = f"(?![^，。；]{{0,10}}(?:{_CHANGES}|精简|减少|压减|认真|做好|组织|及时|按时))"
# Of 强化组织领导，压实属地责任 the first words tell as much as all.
HEADINGS = Rules(
    HeadingRule(
        "guidance",
        f"(?!{_GOALS}).*?(?:指导思想|总体思路|总体思想|工作思路|基本思路)",
        {"指导思想": "guidance", "总体思路和要求": "guidance"},
        ("指导思想和总体目标", "思路创新"),
        kind="guidance",
        leading=True,
    ),
    HeadingRule(
        "principles",
        ".*原则$|(?:基本|工作|总体)?原则(?!同意|通过|批准|上)",
        {"基本原则": "principles", "遵循的原则": "principles", "工作原则和要求": "principles"},
        ("坚持原则性和灵活性相结合", "原则同意《甲市总体规划》"),
        kind="principles",
        leading=True,
    ),
    HeadingRule(
        "general",
        "(?:总体|基本)?(?:要求|总则|思路|安排)$|工作(?:思路|安排)$|(?:明确|把握)?总体(?:工作)?(?:要求|思路|考虑|部署|安排)|(?:指导思想|总体目标)(?:和|与|及)"
        f"|现状|(?:形势|背景|发展)(?:基础|背景|环境)|{_SITUATION}|(?:充分认识|深刻认识|准确把握).*意义$|(?:目的|重要|重大)?意义$",
        {
            "总体要求": "general",
            "总体工作要求": "general",
            "明确总体要求": "general",
            "指导思想和总体目标": "general",
            "发展基础": "general",
            "规划背景": "general",
            "“十三五”时期取得的工作进展": "general",
            "充分认识推广工作的重要意义": "general",
            "实施背景": "general",
        },
        ("工作要求", "夯实发展基础", "问题整改", "提高思想认识"),
        kind="general",
        leading=True,
    ),
    HeadingRule(
        "goals",
        _GOALS,
        {"主要目标": "goals", "发展目标和指标": "goals", "实现碳达峰目标": "goals"},
        ("重点和目标", "目标责任考核办法", "强化监管督导，落实考核目标", "细化分解年度目标"),
        kind="goals",
        leading=True,
    ),
    # Below a general part it says what is done, but no more.
    HeadingRule(
        "tasks",
        "(?:主要|重点|工作)任务$",
        {"主要任务": "tasks"},
        ("主要任务分工", "任务"),
        kind="tasks",
        leading=True,
    ),
    # Says for whom, when or how long, and nothing of what is to be done.
    HeadingRule(
        "other",
        "(?:附则|附注|说明(?:事项)?|(?:活动|试点|整治|实施|执行)(?:时间|期限|主题|地点)(?:[与和及、](?:活动)?(?:时间|期限|主题|地点|方式))*|有效期限?|(?:适用|实施|支持|申报|认定|试点|整治|补贴|补助|资助|奖励|奖补|扶持)(?:企业|项目|单位|地区)?(?:范围|对象|条件)(?:[与和及、](?:范围|对象|条件|标准|要求))*|(?:基本|相关|有关)?(?:概念|定义)|名词解释|(?:申报|申请|办理|填报)?(?:注意|有关|相关)事项|其[他它](?:相关|有关)?(?:事项|事宜|说明|规定|要求|事项说明)?)$"
        "|(?:样本|试点|监测)(?:城市|地区|区域|县区?|单位|企业)$|(?:编制|制定)?目的[与和及]依据$|编制目的$"
        "|(?:申报|申请|征集|遴选|选题|推荐|评选|认定|入选|复核)+(?:方向|领域|重点|标准)$|(?:补助|补贴|资助|奖励|支持)(?:类型|类别)$"
        "|(?:项目)?(?:建设|完工|执行|起止)(?:时间|期限|周期)$|条件[与和及]?要求$|(?:有关|相关)注意事项$|(?:候选人|申报人|申请人|人选)(?:基本)?条件$"
        f"|{_NO_CHANGE}[^，。]{{0,6}}(?:遴选|资质|装订|填报|结题|面试|报送|申报|评审|推荐)(?:具体|有关|相关|的)*要求$|(?:特别|补充|[^，。]{{0,6}}政策|资助)说明$"
        f"|{_NO_CHANGE}[^，。]{{0,14}}(?:申报|申请|报送|填报|上报|提交|所需)的?(?:材料|资料)的?(?:(?:[与和及、])?(?:提交|格式|装订|报送|补充|上报|有关|相关|具体|要求|规定|清单|时限|方式|受理|审核))+$"
        "|(?:活动|大赛|竞赛|比赛|赛事|宣传)(?:主题|宗旨|时间|地点|规则|形式)(?:[与和及](?:主题|宗旨|时间|地点|规则|形式|内容|要求))*$"
        f"|(?:{_APPLICANTS}|(?:{_APPLYING})*{_PROCEDURE})(?:(?:[与和及、]|以及)(?:{_APPLICANTS}|要求|条件|标准|数量|名额|(?:{_APPLYING})*{_PROCEDURE}))*$|(?:[^，。]{{0,6}}业务|[^，。]{{0,6}}申报)?(?:联系|咨询)(?:人|电话|方式|咨询|联系|[及和与])+$|(?:业务|申报|受理|申报业务)咨询$"
        "|.*(?:符合|具备|满足)(?:(?:以下|下列|如下)[^，。]{0,4}(?:条件|要求|情形)(?:之一)?的?|的[^，。]{0,6}条件)$"
        "|.*(?:提交|提供|报送|递交|上报|填报|携带)(?:以下|下列|如下)[^，。]{0,8}(?:材料|资料|信息|文件|证明|证件|表格)$"
        "|(?!其[他它]).*[应须需](?:当|要)?(?:提交|提供|报送|递交|具备|出具|携带)的[^，。]{0,6}(?:材料|资料|文件|证明|证件|条件)$"
        "|(?![^：]*(?:任务|工作|职责|措施)[^，。：]{0,6}包括)[^：]*(?:包括|包含|载明|列明|注明|写明)(?:以下|下列|如下)[^，。]{0,6}(?:内容|事项|信息|条款|要素|材料|资料|文件)$|.*(?:内容|材料|信息|事项)(?:主要|应当?)*(?:包括|包含)但不限于$"
        "|(?:以下|下列|如下)[^，。：]{0,20}(?:复印件|原件|证书|证明材料)$|(?:证明|佐证|附件|支撑)材料(?:（[^（）]{1,30}）)?(?:，[^，。]{0,12})?$"
        "|申报(?:项目|内容|领域|单位|奖种|须知)$|(?:填写|填报|报送|编写|装订|格式)+要求$|(?:提名|推荐|评选)+(?:奖种|名额)(?:[与和及](?:名额|奖励))?$"
        "|(?:[^，。]{0,6}业务|[^，。]{0,6}申报)?(?:咨询|联系)+(?:电话|方式)$",
        {
            "资助对象须同时符合以下条件": "other",
            "试点企业应具备的基本条件": "other",
            "企业提出申请，并提交以下材料": "other",
            "附则": "other",
            "适用范围": "other",
            "试点范围": "other",
            "其他有关事项": "other",
            "申报程序及时间": "other",
            "申报条件和要求": "other",
            "申报企业基本条件": "other",
            "支持对象和条件": "other",
            "项目申报联系方式": "other",
            "联系咨询方式": "other",
            "征集范围": "other",
            "启动条件": "other",
            "选认对象": "other",
            "申报注意事项": "other",
            "基本概念": "other",
            "活动时间及活动方式": "other",
            "申请许可证应提供的材料": "other",
            "发布招标公告，公告主要包括以下内容": "other",
            "企业申报材料内容及程序": "other",
            "申报及资金拨付程序": "other",
            "组织申报流程": "other",
            "申报项目": "other",
            "申报须知": "other",
            "填报要求": "other",
            "以下证明符合条件的有关证书复印件": "other",
            "附件材料（可选材料），建议报送内容": "other",
            "评选名额及奖励": "other",
            "入围基本要求": "other",
            "试点城市": "other",
            "编制目的及依据": "other",
            "申报方向": "other",
            "竞赛时间和地点": "other",
            "咨询与联系方式": "other",
            "受理咨询": "other",
            "补助类型": "other",
            "项目建设时间": "other",
            "条件要求": "other",
            "有关注意事项": "other",
            "候选人条件": "other",
            "新增企业遴选要求": "other",
            "项目适用政策说明": "other",
            "鉴定所需资料和提交方式": "other",
        },
        (
            "扩大适用范围",
            "优化审批流程",
            "提交材料",
            "精简申请时提交的材料",
            "健全联系方式",
            "放宽准入条件",
            "重点工作包括以下内容",
            "组织方式",
            "建设试点城市",
            "加强政策咨询",
            "精简申报材料",
            "规范材料报送",
            "规范评审工作要求",
        ),
        kind="other",
    ),
    # A noun phrase says it as well; with a verb it says what is done: 扩大试点范围. So it does where it says what money is spent on.
    HeadingRule(
        "says_whom",
        f"(?![^，。；]{{0,10}}(?:{_CHANGES}|支出|使用|任务))[^，。；：]{{0,14}}(?:(?:对象|范围)|(?:认定|遴选|申报|申请|推荐|入选|准入|评选|基本)条件)(?:(?:[与和及、]|以及)(?:对象|范围|条件|要求|时间|标准))*$"
        f"|(?![^，。；]{{0,10}}(?:{_CHANGES}))[^，。；：]{{0,12}}(?:机构|企业|单位|主体|人员|项目|产品|平台|基地|园区)(?:的|应具备的|须具备的)?(?:基本|具体)?条件(?:[与和及、](?:要求|标准|程序|材料))*$"
        "|(?:响应|申报|参与|认定|评价|适用|享受|捐赠|接收|申请|配置|投标|实施)+(?:的)?主体$|(?:专项|项目|主要)?(?:政策|法律|编制|制定|审计|认定|奖补|申报|评审|划分|实施)依据$"
        "|(?:考核|考评|评价|测评|评估|验收|检查|督查|审计|普查|体检|监测|调查|抽查|复核|复审)+的?(?:内容|方式|标准|指标|方法)(?:[与和及、](?:内容|方式|标准|指标|方法|时间))*$",
        {
            "考评对象": "other",
            "考核内容": "other",
            "体检方法": "other",
            "分类改革实施范围": "other",
            "普查的对象和范围": "other",
            "以工代训企业范围": "other",
            "科技企业孵化器认定条件": "other",
            "响应主体": "other",
            "专项审计依据": "other",
            "贴息资金支持范围和标准": "other",
            "基金管理机构的条件和要求": "other",
        },
        (
            "拓宽项目入库范围",
            "逐步扩展特殊教育服务对象",
            "聚焦重点对象",
            "资助范围和方式",
            "资金支出范围",
            "降低企业准入条件",
            "改善用人单位条件",
            "考核评价",
            "确定省级平台培育对象",
            "培育市场主体",
        ),
        kind="other",
    ),
    # Lists cases, none of which is to be brought about.
    HeadingRule(
        "lists_cases",
        "(?![^。：]{0,80}(?:查处|打击|整治|纠正|治理|排查|防止|杜绝))[^。：]{0,80}?(?:以下|下列|如下)[^，。：]{0,6}(?:情形|行为|情况)(?:之一)?(?!.{0,8}(?:工作|报告|通报))"
        "|[^。：]{0,80}(?:不得|禁止|严禁|不予|不能)[^，。：]{0,12}(?:以下|下列|如下)[^，。：]{0,10}$",
        {
            "有下列行为之一的，依照有关规定处理": "other",
            "以下情形不纳入补贴范围": "other",
            "补助资金不得用于以下支出": "other",
            "企业出现如下情形之一，取消其资格": "other",
        },
        ("重点整治以下行为", "落实下列任务", "做好以下情况报告工作"),
        kind="other",
        of="parts",
    ),
    HeadingRule(
        "says_how_much",
        "(?:补贴|补助|资助|奖励|奖补|扶持)标准$|(?:申请|资助|补助|补贴|奖励|支持|扶持|贷款)(?:额度|金额)$|(?:资金)?(?:支持|资助|补助|补贴|奖补|扶持)(?:方式|年度)$|(?:评审|评选|评定|评分)(?:标准|方式)$|(?:时间|进度)安排$|(?:[^，。]{0,4}(?:资金|经费))?来源$|[^，。]{0,6}计算(?:方法|方式|公式|标准)$|(?:补贴|奖励|补助|基线|费用)计算$",
        {
            "补贴标准": "other",
            "申请额度": "other",
            "支持方式": "other",
            "评审标准": "other",
            "时间安排": "other",
            "资金来源": "other",
            "基线计算方法": "other",
        },
        ("提高补贴标准", "优化时间安排", "创新支持方式", "发展云计算"),
        kind="other",
        of="leaves",
    ),
    HeadingRule(
        "secures",
        rf"(?:{_VERB}(?:{_STRONG}){_FORCE})+(?=，|：|$)|.*{_ENDS}$|[^，]*{_ENDS}(?=，)",
        {
            "加强组织领导": "safeguards",
            "保障措施：强化政策支持": "safeguards",
            "做好改革组织实施工作": "safeguards",
            "整治要求": "safeguards",
            "保障要素": "safeguards",
            "强化组织领导，压实属地责任": "safeguards",
            "创新政策和保障措施": "safeguards",
        },
        ("加强基础研究", "保障性住房建设"),
        kind="safeguards",
        of="leaves",
    ),
    HeadingRule(
        "secures_as_part",
        rf"(?:{_VERB}(?:{_STRONG}|{_WEAK}){_FORCE})+(?=，|$)|[^，]{{0,14}}{_ENDS}(?=，|$)|营造良好(?:的)?[^，]{{0,6}}氛围|(?:.*，)?[^，]{{0,6}}(?:狠抓|抓好|抓实)[^，]{{0,8}}落实$",
        {
            "强化要素保障": "safeguards",
            "加强宣传引导": "safeguards",
            "营造良好氛围": "safeguards",
            "扛起主体责任，不折不扣抓好落实": "safeguards",
        },
        ("推动产业升级", "营造良好执业环境"),
        kind="safeguards",
        of="parts",
    ),
)
# How much is given, where a paper tells who can apply for it and how.
SUMS = Pattern(
    "(?:(?![^，。；：]*(?:范围|对象|内容|政策|重点|事项))[^，。；：]{0,8}(?:补贴|补助|资助|奖励|奖补|扶持|评价))?标准$|(?:资金)?(?:支持|资助|补助|补贴|奖补|扶持)方式$",
    reads=("奖励标准", "补助标准", "支持方式"),
    leaves=("提高补助标准水平", "推进标准化", "支持范围及补助标准"),
    by="fullmatch",
)
APPLYING = Pattern(
    "(?:项目|企业)?(?:申报|申请|奖励|补助)(?:企业|单位|项目)?(?:条件|材料|程序|流程|要求|时间|对象|范围|方式)(?:[与和及、](?:条件|材料|程序|流程|要求|时间|对象|范围|方式))*$",
    reads=("申报条件", "项目申报材料", "奖励对象", "申报程序及时间"),
    leaves=("组织申报", "优化申报流程"),
    by="fullmatch",
)

# What the last part of a plan is headed with where it secures it; elsewhere such headings name tasks as well.
_SECURING = (
    "组织|领导|统筹|协调|配合|协作|联动|督查|督导|督办|督促|检查|监督|考核|考评|评估|问责|激励|约束|奖惩|正向|落实|责任|指导|宣传|引导|推进"
    "|保障|服务|资金|人才|政策|要素|综合|支撑|制度|经费|投入|法治|队伍|部门|协同|用地|金融|财政|政治|各项|任务|贯彻|工作|力度|机制|措施|体系|管理"
)
_DONE = "(?:(?:切实|全面|进一步|明确|认真|严格|持续|不断)*(?:强化|加强|加大|完善|健全|建立|落实|抓好|做好|狠抓|压实))"
SECURES_LAST = Pattern(
    f"(?:^|，|、){_DONE}(?=[^，、]*(?:领导|组织|督查|督导|督促|考核|责任|落实)|[^，]*(?:协调|配合|保障|监督(?:检查|评估))[^，]*$)"
    f"(?:(?:{_SECURING})[与和及]?)+(?=$|，|、)"
    "|(?:政治|组织|纪律|作风)(?:保障|保证)$|^(?:强化|加强)[^，]{2,8}监督保障$|^(?:强化|加强)对[^，]{0,12}(?:工作|实施|执行|落实)情?况?的(?:督查|督导|监督|检查|考核|指导|领导|评估|和|与|及)+$"
    "|(?:推动|推进|促进|确保)[^，]{0,10}(?:各项|全部)(?:工作|任务|措施|要求|举措)+(?:落实|落地|到位|见效|生根)+$|^建立[^，]{0,6}的?工作(?:协调|推进|协作|协同|联动)?机制$|^营造良好的?(?:发展|社会|政策|政务|外部|舆论)+环境$"
    "|^(?:全面)?(?:坚持|加强|强化)(?:和[^，]{2})?党(?:对|的)[^，]{0,18}领导",
    reads=(
        "强化协调配合，加强资金保障",
        "加强领导、主动担当，为切实发挥先行官作用提供坚强政治保障",
        "强化督查考核和正向激励",
        "加强监督评估",
        "加强党对“三农”工作的全面领导",
        "加强综合保障",
        "强化部门协同保障",
        "切实加强领导，压实工作责任",
        "营造良好发展环境",
        "强化政务公开监督保障",
        "加强对政策贯彻落实工作的督查指导",
        "持续用力推动政务公开各项工作落地落实",
        "建立齐抓共管的工作机制",
    ),
    leaves=(
        "加强对企业的服务指导",
        "推动各项惠企政策落地见效",
        "加强社会保障",
        "强化行业监管和安全保障",
        "优化金融服务",
        "落实惠企政策",
        "完善就业保障",
        "营造良好的产业生态环境",
        "推进产业升级",
        "强化企业服务保障",
        "创新政府部门服务机制",
        "强化协调联动，构建审计监督合力",
        "各地要指导、督促、帮助企业",
    ),
)
SITUATION = Pattern(
    f"^{_SITUATION}",
    reads=("2025年工作情况", "发展现状和形势", "发展基础", "“十三五”建设成效", "面临的形势与主要问题"),
    leaves=("夯实产业基础设施", "问题整改", "加强基础研究", "问题导向，分类施策", "问题解决机制"),
)


# What applicants must have, and how marks are given: its numbers are conditions.
_ASKED = alternation(_HEADINGS["conditions_of"])
CONDITIONS = Pattern(
    "^(?:[^，。]{0,4}项目|培育|企业|平台|人才)?(?:基本|申报|申请|认定|遴选|奖励|补助|资助|评定|评选|入选|准入|入库|支持|扶持|推荐|参评|培育对象的?|享受)(?:对象|范围|主体)?[与和及、]?(?:基本)?(?:条件|资格|标准|要求)(?:[与和及、][^，。]{0,8})?$"
    "|^(?:项目|企业|单位|主体|产品|人员|机构|平台)(?:应具备的?)?(?:基本)?条件$"
    "|^(?:评分|计分|考核评分|评价|打分)(?:标准|细则|办法|规则)$|^指标(?:解释|说明|释义)$"
    # 申请对象, 推荐名额: who may apply, and how many.
    f"|^(?:{_ASKED}|参赛|参展|报名|招聘|适用|交易|发放|受理)(?:对象|主体|资格)(?:[与和及、][^，。]{{0,8}})?$"
    f"|^(?!增加|扩大|提高)(?:[^，。]{{0,4}}(?:{_ASKED}|参赛|参展|报送|分配)[^，。]{{0,4}})?(?:名额|限额)(?:分配|限制|要求|[与和及、][^，。]{{0,8}})?$|^(?:{_ASKED}|参赛|报送)(?:项目)?数量(?:[与和及、限要][^，。]{{0,8}})?$|^培育(?:基本)?条件$"
    f"|^(?![^，。]*(?:{_CHANGES}|创新|体系|目标|任务))[^，。]{{0,10}}(?:{_ASKED})[^，。]{{0,6}}(?:条件|资格|标准|金额|额度)(?:[与和及、][^，。]{{0,12}})?$",
    reads=(
        "申报条件",
        "平台项目遴选条件和扶持标准",
        "认定条件和程序",
        "培育对象的基本条件",
        "评分标准",
        "指标解释",
        "基本申报条件和材料",
        "项目内容、扶持条件及补助标准",
        "扶持方式和金额",
        "认定的条件和标准",
        "项目条件",
        "申请对象",
        "参赛对象和条件",
        "推荐申报名额",
        "名额分配",
        "申报数量",
        "培育条件",
    ),
    leaves=(
        "改善办学条件",
        "工作对象",
        "培育数量",
        "增加推荐名额",
        "实施对象",
        "目标任务和申报条件",
        "放宽市场准入条件",
        "完善标准体系",
        "工作要求",
        "总体要求",
        "提高低保补助标准",
        "支持企业参与标准制定，提升水平",
    ),
)

# What opens a list of conditions.
ASKS = Pattern(
    "(?:满足|符合|具备|达到)(?:以下|下列|如下)[^，。；：\n]{0,10}(?:条件|资格|标准|要求)(?:之一|中的[^，。；：\n]{0,6})?(?:的|者)?(?:（[^（）\n]{0,30}）)?(?=[：，。；\n1（]|$)",
    reads=("同时满足以下基本条件：", "应符合下列条件之一的，", "营业收入应达到以下条件（研发机构除外）："),
    leaves=("完成以下任务：", "满足群众需求", "实现以下目标："),
)

# 支持对象：年销售额2000万元以上的企业: a label within a line, and conditions up to its end.
LABELLED = Pattern(
    r"(?<![^。；\n \u3000.．、）])(?:申报|申请|认定|支持|扶持|补助|奖励|资助|补贴|入选|入库|推荐|参评|评选|遴选|准入|受理|享受|适用)(?:对象|条件|主体|资格|门槛|范围)(?:[与和及、][^，。：\n]{2,6})?：",
    reads=("1.支持对象：年销售额2000万元以上的企业", "申报条件及要求：", "（一）补助范围："),
    leaves=("支持企业：", "目标：", "放宽申报条件："),
)


# What leads to a list and says that it holds conditions, cases or papers.
_LEADS_TO_CASES = Pattern(
    "(?<![务责作施])(?:以下|下列|如下)[^，。；：]{0,12}(?:情形|情况|行为|条件|材料|资料|文件|证件|事项之一)(?:之一)?[^。；：\n]{0,30}：$",
    reads=("有下列情形之一的，不予受理：", "学校提出建议应提交下列材料：", "还应具备以下条件："),
    leaves=("应当履行下列职责：", "采取以下措施：", "完成以下任务，符合条件："),
)
# 支付下列费用：, 对以下类别的食品实行追溯：: what a list behind it names, none of which is to be done.
_LEADS_TO_THINGS = Pattern(
    "(?:以下|下列|如下)(?:[^，。；：]{0,6}(?:类别|种类|品种|产品|食品|人员|对象|单位|企业|机构|经营者|费用|支出|行业|区域|场所|物品))(?![^。；：\n]{0,40}(?:职责|任务|措施|义务|工作|程序|规定|要求|标准|比例|方式|事项|办法|记录))[^。；：\n]{0,40}：$"
    "|(?:来源|范围|费用|对象|支出|成本)(?:主要)?(?:包括|为)：$",
    reads=("基金按规定支付下列费用：", "对以下类别的食品实行信息追溯：", "可用于以下方面支出：", "基金来源包括："),
    leaves=("下列单位应当履行下列职责：", "采取以下措施：", "对以下企业按下列标准给予奖励："),
)
_ACTS_ON_CASES = Pattern(
    "查处|打击|整治|纠正|治理|排查|防止|杜绝|检查|公开|报告",
    reads=("重点整治下列行为：", "对以下情况开展检查："),
    leaves=("有下列情形之一的，不予受理：",),
)


def leads_to_cases(lead: str) -> bool:
    """Whether words that lead to a list say that it holds conditions, cases or papers, and nothing to be done.

    >>> [leads_to_cases(lead) for lead in ("有下列情形之一的，不予受理：", "重点整治下列行为：")]
    [True, False]
    """
    return _LEADS_TO_CASES.search(lead) is not None and _ACTS_ON_CASES.search(lead) is None


def leads_to_things(lead: str) -> bool:
    """Whether words that lead to a list say that it names things, people or bodies, and nothing to be done.

    >>> [leads_to_things(lead) for lead in ("基金按规定支付下列费用：", "下列单位应当履行下列职责：")]
    [True, False]
    """
    return _LEADS_TO_THINGS.search(lead) is not None


# What a heading adds in brackets: 材料要求（一式两份）.
_BRACKET_BEHIND = Pattern("(?<=..)（[^（）]{1,24}）$", reads=("材料要求（一式两份）",), leaves=("（一）材料", "材料要求"))


def heading_rule(heading: str, *, is_part: bool, below_general: bool = False) -> HeadingRule | None:
    """The rule that tells the kind of a part by its heading; None where it holds tasks.

    >>> [rule and rule.kind for rule in (heading_rule("保障措施", is_part=False), heading_rule("培育企业", is_part=False))]
    ['safeguards', None]
    """
    left_out = "leaves" if is_part else "parts"
    rules = HEADINGS.select(
        (left_out, below_general), lambda rule: rule.of != left_out and (rule.leading or not below_general)
    )
    found = rules.at(heading, 0) or (
        rules.at(heading[: bracket.start()], 0) if (bracket := _BRACKET_BEHIND.search(heading)) else None
    )
    return found[0] if found else None
