"""What those must meet who apply, take part or are of some size: 从业人员须在50人以上, 提供申请表1份."""

from __future__ import annotations

from planparse.language.patterns import Pattern
from planparse.parsing.targets.grammar import BOUND, PERCENT
from planparse.parsing.targets.norms.case import FARTHEST, LOOKED_BACK, Case, told_by
from planparse.parsing.targets.requirements import DUTY, MUST_BE_SO_MANY, MUST_HAVE, MUST_REACH, SOME_MUST

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
# 一式三份，分别报送市经信委2份，市财政局1份: what each of several gets.
_SENDS_IN = Pattern(
    "(?:报送|报至|提交|递交|一式)[^。；\n]*$", reads=("分别报送市经信委2份，市财政局",), leaves=("报送材料。发放手册",)
)
# 征集不超过10个案例: how many are handed in at most; of those that an office chooses itself, 遴选不超过20家, so many are wanted.
_CHOSEN = Pattern(
    "(?:征集|评选|推荐|推选|申报|择优|选树|评定)[^，。；]{0,12}不(?:得)?超过$",
    reads=("每年征集不超过", "每县推荐企业不超过"),
    leaves=("评选周期控制在", "征集不少于", "遴选不超过"),
)
_NO_MORE = ("不超过", "不得超过")
# 奖项共10个，其中概念作品奖不超过2个: how many prizes there may be.
_PRIZES = ("奖", "奖项", "名额", "席位")
# 长协电量上限为70%，且总额不超过15%: a limit beside another.
_LIMIT_BESIDE = Pattern(
    "(?:上限|限额|最高限额)(?:为|是|定为)[^，；。\n]{2,40}，且[^，；。\n]{2,40}$",
    reads=("交易电量上限为购电量的70%，且总额",),
    leaves=("上限为70%，到2027年占比", "限额以上企业，且"),
)
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
_PAID_AHEAD = Pattern("(?:给予|奖励|补助|补贴|奖补)[^。；\n]*$", reads=("按增量的1%给予奖励，",), leaves=("给予奖励。",))
# 被评为示范社的，成员数应在20户以上，出资总额达到50万元以上: what must hold beside the first.
_MUST_BESIDE = Pattern(
    "(?<![^。；\n])[^。；，\n]{4,40}的，[^。；\n]{2,24}(?:[须需]|应当?)(?:在|有|达到?|不|具备|具有|满足|符合)[^。；\n]*，$",
    reads=("被评为示范社的，成员数应在20户以上，",),
    leaves=("被评为示范社的，给予奖励，", "加强管理，应达到90%，"),
)
# 吸纳就业5人以上，可申请最高300万元的贷款: what one must come to.
_LETS = Pattern(
    "，(?:均|即)?可以?(?:优先|申请|申报|享受|获得?[^，。；]{0,6}(?:奖|补|贷)|给予|认定|参加|参评|适当|按|纳入|推荐)",
    reads=("，可申请最高300万元的创业担保贷款", "，可优先供地"),
    leaves=("，可满足群众需求", "，可获得感增强"),
    by="match",
)
_AT_LEAST = Pattern("以上|超过?|不[低少]于|达到?|满", reads=("5人以上", "达到5亿元"), leaves=("5人", "5亿元"))
# 单个项目补助不超过300万元，每个县区不超过3个: how many are paid at most.
_PAYS = Pattern(
    r"(?:补助|奖励|资助|支持|补贴|奖补)[^，。；\n\d]{0,12}\d[\d.]*[万亿]?元[^，。；\n]{0,4}[，；]$",
    reads=("单个项目补助不超过300万元，",),
    leaves=("给予奖励，", "投资300万元，"),
)
_OF_EACH = Pattern("[每单各同]", reads=("每个县区", "同一企业"), leaves=("县区",), by="match")
# 禁止建设500米以上超高层建筑: what must not be.
_FORBIDDEN = Pattern(
    "(?:严禁|禁止|不得|不准|不许|不再|限制|停止|暂停|避免|杜绝|防止)(?:对[^，。；]{2,12}?)?[^，。；\n]{0,6}(?:新建|新增|新设|建设|设立|设置|开展|开工|审批|出现|发生|要求|检查|收取|举办|提供|新上)[^，。；\n]{0,12}$",
    reads=("不得新建", "严格限制新建", "严禁对同一企业一年内检查", "不得要求企业提供"),
    leaves=("不得低于", "严控新增债务规模，新建", "新建"),
)
# 领导小组下设5个专项工作组: how a body is made up.
_MADE_UP = Pattern(
    "(?:小组|指挥部|专班|委员会|办公室|组委会|协调组)[^，。；\n]{0,8}下设[^，。；\n]*$",
    reads=("领导小组下设", "指挥部办公室下设综合协调、项目推进等"),
    leaves=("集团下设", "设立"),
)
# 经审核，认定26家单位为示范单位: what has been decided.
_CONSIDERED = Pattern(
    "经[^，。；\n]{0,12}(?:审核|评审|评定|考核|验收|公示|审定|审议|核查|评估|研究|推荐|评议)[^，。；\n]{0,8}，(?:现|决定|同意)*$",
    reads=("经审核，", "经专家评审和公示，决定"),
    leaves=("经济运行，", "加强考核，"),
)
_NAMED_FOR = Pattern(
    r"(?:认定|授予|命名|评定|确认|确定)[^，。；\n\d]{0,6}\d[^，。；\n以]{2,16}(?:为|同志|称号)",
    reads=("认定26家单位为示范单位", "授予30名同志"),
    leaves=("认定26家以上示范单位", "确定3个试点"),
    by="match",
)


@told_by(DUTY)
def _is_duty(case: Case) -> bool:
    """获得认定的企业须于6月底前完成注册."""
    return DUTY.search(case.reading.indicator) is not None


@told_by(SOME_MUST)
def _is_asked_of_applicants(case: Case) -> bool:
    """面积超过3000平方米的民宿应配备2名安全员; 入库项目总投资应在5000万元以上."""
    return case.has_ahead(SOME_MUST)


@told_by(MUST_HAVE)
def _must_have(case: Case) -> bool:
    """线路应具备四级公路条件."""
    return case.has_ahead(MUST_HAVE)


@told_by(MUST_BE_SO_MANY)
def _must_be_so_many(case: Case) -> bool:
    """从业人员须在50人以上; 可只设1个."""
    return case.number is not None and case.number["paint"] != PERCENT and case.has_ahead(MUST_BE_SO_MANY)


@told_by(_AGREED)
def _must_agree(case: Case) -> bool:
    """经三分之二以上村民代表同意."""
    return case.has_ahead(_AGREED) and case.goes_on_with(_AGREE)


@told_by(_WHERE_SO_MUCH)
def _holds_where_so_much(case: Case) -> bool:
    """电梯使用年限超过15年的，每年开展2次评估."""
    return not case.clause.promised and case.has_before_clause(_WHERE_SO_MUCH)


@told_by(_MUST_BESIDE)
def _must_hold_beside(case: Case) -> bool:
    """被评为示范社的，成员数应在20户以上，出资总额达到50万元以上."""
    if case.clause.promised:
        return False
    begin = case.clause.start
    return _MUST_BESIDE.search(case.text, case.sentence_start(begin, FARTHEST), begin) is not None


@told_by(MUST_REACH)
def _is_asked_for_pay(case: Case) -> bool:
    """按增量的1%给予奖励，增幅须达到15%以上."""
    return case.has_ahead(MUST_REACH) and case.has_before_clause(_PAID_AHEAD)


@told_by(_HANDS_IN, _SENDS_IN)
def _is_handed_in(case: Case) -> bool:
    """提供申请表1份; 一式三份，分别报送市经信委2份."""
    if not case.is_printed_as(_COPIES):
        return False
    at = case.reading.at
    return case.has_ahead(_HANDS_IN) or _SENDS_IN.search(case.text, max(0, case.clause.start - LOOKED_BACK), at) is not None


@told_by(_CHOSEN)
def _is_chosen_at_most(case: Case) -> bool:
    """每年征集不超过10个案例."""
    if case.number is None or case.painted[first := case.number.start()] != BOUND:
        return False
    at_most = next((bound for bound in _NO_MORE if case.text.startswith(bound, first)), "")
    return bool(at_most) and _CHOSEN.search(case.text, case.clause.start, first + len(at_most)) is not None


def _is_prize_at_most(case: Case) -> bool:
    """其中概念作品奖不超过2个."""
    return case.reading.indicator.endswith(_PRIZES) and case.text.startswith(_NO_MORE, case.reading.at)


@told_by(_LIMIT_BESIDE)
def _is_limit_beside(case: Case) -> bool:
    """长协电量上限为70%，且总额不超过计划规模的15%."""
    begin = case.sentence_start(case.reading.at, FARTHEST)
    return _LIMIT_BESIDE.search(case.text, begin, case.reading.at) is not None


@told_by(_AT_MOST)
def _is_at_most(case: Case) -> bool:
    """每队最多选派2位代表."""
    return case.has_ahead(_AT_MOST)


@told_by(_ATTENDS)
def _are_to_attend(case: Case) -> bool:
    """择优确定50位人员参加研修."""
    return case.has_ahead(_ATTENDS) and case.goes_on_with(_ATTENDING)


@told_by(_NAMES_CONTACT)
def _is_contact(case: Case) -> bool:
    """确定1名联系人."""
    named = case.number and _CONTACT.match(case.text, case.number.end())
    return bool(named) and case.has_ahead(_NAMES_CONTACT)


@told_by(_FORBIDDEN)
def _is_forbidden(case: Case) -> bool:
    """禁止建设500米以上超高层建筑."""
    return case.has_ahead(_FORBIDDEN)


@told_by(_MADE_UP)
def _is_made_up(case: Case) -> bool:
    """领导小组下设5个专项工作组."""
    return case.has_ahead(_MADE_UP)


@told_by(_PAYS)
def _is_cap_beside(case: Case) -> bool:
    """单个项目补助不超过300万元，每个县区不超过3个."""
    capped = case.text.startswith(_NO_MORE, case.reading.at) and _OF_EACH.match(case.ahead)
    return bool(capped) and case.has_before_clause(_PAYS)


def _lets_apply(case: Case) -> bool:
    """连续经营2年以上且吸纳就业5人以上，可申请最高300万元的贷款."""
    if case.clause.promised or case.number is None or not _LETS.match(case.text, case.clause.end):
        return False
    return _AT_LEAST.search(case.text, max(case.clause.start, case.reading.at - 2), case.number.end()) is not None


@told_by(_CONSIDERED)
def _is_decided(case: Case) -> bool:
    """经审核，认定26家单位为示范单位."""
    named_for = not case.clause.promised and _NAMED_FOR.match(case.text, case.clause.start)
    return bool(named_for) and case.has_before_clause(_CONSIDERED)


BY_NAME = (_is_duty,)
BY_WORDS = (
    _must_have,
    _is_at_most,
    _must_be_so_many,
    _must_agree,
    _holds_where_so_much,
    _is_handed_in,
    _is_chosen_at_most,
    _is_prize_at_most,
    _is_limit_beside,
    _are_to_attend,
    _must_hold_beside,
    _is_asked_of_applicants,
    _is_contact,
    _is_asked_for_pay,
    _is_cap_beside,
    _is_forbidden,
    _is_made_up,
    _lets_apply,
    _is_decided,
)
