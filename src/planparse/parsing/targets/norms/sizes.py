"""How large, high, long, full or far apart a thing is or must be: 展馆面积500平方米, 围挡高度不低于2.5米."""

from __future__ import annotations

from planparse.language.patterns import Pattern
from planparse.parsing.targets.grammar import BOUND, DEADLINE
from planparse.parsing.targets.norms.case import DESCRIBES, LOOKED_BACK, Case, told_by
from planparse.parsing.targets.readings import whole_of

# What a project costs and covers is no commitment where nothing says that it is reached: 总投资约18亿元, 占地面积120亩.
_OF_PROJECT = Pattern(
    "(?:该|本)?(?:项目|工程)?(?:估算|概算|预计|静态|动态)*(?:总投资|概算投资|估算投资|投资概算|投资估算|占地(?:面积)?|规划占地面积|用地面积|规划用地(?:面积)?|建设用地面积|总?建筑面积|规划(?:总?面积|控制面积)|[^，的]{0,10}设计(?:时速|库容|流量|灌溉面积|(?:日?(?:供水|处理|供气|供热|通过)|吞吐)(?:能力|规模))|(?:水库)?总?库容|正常蓄水位|全长)"
    "|[^，]{0,16}(?:相?距|距离)[^，]{2,10}"
    "|(?:该|本)(?:项目|工程)(?:(?:总)?(?:建筑)?面积|计划总?投资)"
    # 市体育中心项目，总投资5.6亿元; of 重大项目总投资, which is of many, a plan makes sure.
    "|(?![^，]*(?:重[大点]|一批|各类|全[省市县区州]))[^，的]{0,16}(?:项目|工程|[院校]区|学校|小学|中学|幼儿园|医院|水库|园区|中心|基地|博物馆|体育馆|污水处理厂|水厂)"
    "(?:总投资)?(?:估算|概算|计划)?(?:总投资|占地(?:面积)?|规划(?:占地)?面积|用地面积|总?建筑面积|总?库容)"
    "|[^，的]{0,14}[一二三四首]期(?:项目|工程)?(?:总投资|投资|总?建筑面积|占地(?:面积)?)(?:总?建筑面积|占地(?:面积)?)?",
    reads=(
        "总投资",
        "项目总投资",
        "规划用地面积",
        "该项目建筑面积",
        "该项目计划总投资",
        "水库总库容",
        "设计时速",
        "设计灌溉面积",
        "水厂设计供水能力",
        "基地距高速出口",
        "市体育中心项目总投资",
        "市体育中心项目总投资总建筑面积",
        "学校占地面积",
        "一期工程投资",
    ),
    leaves=("固定资产投资", "人均建筑面积", "规划总投资", "重大水利项目总投资", "全市学校占地面积", "工程投资"),
    by="fullmatch",
)
# 住宅层高不低于3米: a height, and no verb.
_HIGH = ("层", "净", "檐", "限", "坝", "塔", "楼", "墙")
# 培训总学时为56学时, 见习时长为3—12个月: how long something has to last.
_LASTS_BY_RULE = Pattern(
    "(?:为|[须需应](?:为|达到?|在)?)$|学时(?:原则上|应|一般)*$",
    reads=("培训总学时为", "提交的视频时长应在", "岗前培训学时"),
    leaves=("平均停电时间", "每年培训时间达到"),
)
# 每期培训时间不少于3天, 集中授课时间应不少于5天: how long a course lasts; how long somebody is trained each year may be promised.
_COURSE = Pattern(
    "(?:培训|集训|授课|实训|轮训|跟岗(?:学习)?|跟班学习|见习|岗前学习|展期|会期|公示|公告|观察|隔离|留样|留存|存放)(?:的)?(?:时间|时长|天数|期限?)$|^(?:会期|展期|公示期|公告期)$",
    reads=("创业致富带头人培训时间", "集中授课时间", "公示期"),
    leaves=("平均停电时间", "审批时间", "校园体育活动时间"),
)
_YEARLY = ("每年", "年均", "每学年")
_BOUNDED = frozenset(("bounded", "shorten", "lasts"))
# 复审周期不超过5年, 施工照片不少于3张: how long a thing holds, and what is handed in; 人工费用拨付周期: what one side of a contract owes.
_HOLDS_FOR = Pattern(
    "(?:(?:人工费用?|工资|工程款|进度款|劳务费|货款)[^，。；]{0,4}周期|(?:复审|轮换|检定|检修|更换)周期|会议(?:时长|时间)|发言时间|有效期限?|任期|聘期|服务期限?|合作期限?|过渡期|试用期|保存期限?|存续期限?|建设期限?|执行期限?|培育期|孵化期|质保期|保质期|租赁期限?)$|(?:照片|截图|复印件|影像资料|证明材料)$",
    reads=("复审周期", "储备粮轮换周期", "会议时长", "施工照片", "人工费用拨付周期"),
    leaves=("审批周期", "建设工期", "申请材料", "奖补资金拨付周期"),
)
# 不超过最大承载量的30%: how full a place may be.
_HOW_FULL = Pattern(
    "(?:承载量|承载力|瞬时流量|客流量|总?座位数?|额定[^，]{0,4}|核定[^，的]{0,8}|(?:基金|出资|注册资本)[^，的]{0,6}(?:总额|总?规模|额|资本|资金))的$",
    reads=("最大承载量的", "剧院总座位的", "不低于基金总额的"),
    leaves=("客流量", "座位占比"),
)
# 座位间隔保持在1.5米以上: how far apart one keeps.
_APART = Pattern(
    "(?:间隔|间距|距离|相距|每人|工位|座位|桌椅|排队)[^，。；、\\d]{0,12}$",
    reads=("座位间隔保持", "排队保持", "尽量每人保持在"),
    leaves=("新建步道", "每村新建步道"),
)
_METRES = Pattern(
    r"(?:不[少小低]于|大于|至少)?[ ]?\d[\d.]*[ ]?米(?:及?以上)?",
    reads=("1.5米以上", "不少于1米"),
    leaves=("不超过500米", "500平方米"),
    by="fullmatch",
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
    "(?:高度|宽度|深度|厚度|净宽|净高|进深|直径|坡度|退让|间隔|温度|湿度|库温|水温)$|连续长度$",
    reads=("施工现场围挡高度", "冷藏车温度", "连续长度"),
    leaves=("绿道长度", "融合深度提升率"),
)
_LENGTHS = ("米", "米以上", "米以下", "米以内", "摄氏度", "摄氏度以下", "摄氏度以上", "℃", "℃以下", "℃以上")
_NO_LENGTHS = Pattern("(?:平方|立方|万)米", reads=("30平方米", "2万米"), leaves=("30米",))
# 长度不小于8米: how designs say how large a thing is; of a rate or what a place has a plan says it as well.
_DESIGNED = ("不小于", "不大于", "不应小于", "不应大于", "不得小于", "不得大于")
_EXTENT = Pattern(
    "(?:长|宽|高|厚|深|坡)度$|(?:直|口|管)径$|(?:间|净|边)距$|净[高宽]$|层高$|边长$|(?:建筑|用地|占地|使用|单体|场地)面积$",
    reads=("洗车平台长度", "楼梯净宽", "场地面积"),
    leaves=("水质面积", "服务半径", "覆盖率"),
)


def _is_of_project(case: Case) -> bool:
    """项目总投资约18亿元."""
    return case.reading.rule in DESCRIBES and _OF_PROJECT.fullmatch(case.reading.indicator) is not None


def _is_high(case: Case) -> bool:
    """A height, and no verb: 住宅层高不低于3米."""
    return case.reading.rule == "change" and case.reading.outcome == "高" and case.reading.indicator.endswith(_HIGH)


def _holds_for(case: Case) -> bool:
    """复审周期不超过5年."""
    return case.reading.rule in _BOUNDED and _HOLDS_FOR.search(case.reading.indicator) is not None


def _lasts_by_rule(case: Case) -> bool:
    """见习时长为3—12个月."""
    return case.reading.rule == "lasts" and not case.clause.promised and case.has_ahead(_LASTS_BY_RULE)


@told_by(_COURSE)
def _is_course(case: Case) -> bool:
    """创业致富带头人培训时间应不少于5天; 教师每年培训时间不少于5天 is promised for each year."""
    yearly = case.clause.promised or case.clause.frequency is not None or any(word in case.ahead for word in _YEARLY)
    if yearly or case.painted[case.reading.at] != BOUND:
        return False  # 公告时间压缩至20日 is to be reached
    return case.reading.rule in _BOUNDED and _COURSE.search(case.reading.indicator) is not None


@told_by(_HOW_FULL)
def _is_how_full(case: Case) -> bool:
    """不超过最大承载量的30%."""
    return case.has_ahead(_HOW_FULL)


@told_by(_APART)
def _keeps_apart(case: Case) -> bool:
    """座位间隔保持在1.5米以上."""
    return case.is_printed_as(_METRES) and case.has_ahead(_APART)


def _is_at_hand(case: Case) -> bool:
    """展馆面积500平方米."""
    if case.clause.promised or case.number is None:
        return False
    at, end = case.reading.at, case.number.end()
    if not case.text.endswith(_FLOOR, at, end) or case.text.endswith(_MANY, at, end):
        return False
    described = case.painted[at] != BOUND and whole_of(case.reading.rule) in DESCRIBES
    if not described or not _AT_HAND.search(case.reading.indicator):
        return False
    return _TO_BUILD.search(case.painted, case.sentence_start(at, LOOKED_BACK), at) is None


def _is_dimension(case: Case) -> bool:
    """施工现场围挡高度不低于2.5米."""
    if case.clause.promised or case.number is None or not _DIMENSION.search(case.reading.indicator):
        return False
    at, end = case.reading.at, case.number.end()
    return case.text.endswith(_LENGTHS, at, end) and _NO_LENGTHS.search(case.text, at, end) is None


def _is_designed(case: Case) -> bool:
    """洗车平台长度不小于8米."""
    designed = not case.clause.promised and case.text.startswith(_DESIGNED, case.reading.at)
    return designed and case.number is not None and _EXTENT.search(case.reading.indicator) is not None


BY_NAME = (_is_of_project, _is_high, _holds_for)
BY_WORDS = (_lasts_by_rule, _is_course, _is_how_full, _keeps_apart, _is_at_hand, _is_dimension, _is_designed)
