"""Numbers that say what must hold of a thing, how far it may go or which things are meant, and promise nothing."""

from __future__ import annotations

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.bracketed import IN_BRACKETS
from planparse.parsing.targets.grammar import BOUND, HIDDEN, NUMBER_RUN, PRINCIPAL
from planparse.parsing.targets.readings import Clause, Reading
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
# 按增量的1%给予奖励，增幅须达到15%以上: what one must reach to be paid.
_HAS_TO = Pattern("[须需应](?:达到?|在)?$", reads=("增幅须达到", "增幅应在"), leaves=("增幅达到",))
# 培训总学时为56学时, 见习时长为3—12个月: how long something has to last.
_LASTS_BY_RULE = Pattern(
    "(?:为|[须需应](?:为|达到?|在)?)$|学时(?:原则上|应|一般)*$",
    reads=("培训总学时为", "提交的视频时长应在", "岗前培训学时"),
    leaves=("平均停电时间", "每年培训时间达到"),
)
_PAID_AHEAD = Pattern("(?:给予|奖励|补助|补贴|奖补)[^。；\n]*$", reads=("按增量的1%给予奖励，",), leaves=("给予奖励。",))
_SENTENCE = 60
_KEPT = ("控制在", "限制在")
_BY_RULE = ("一般控制在", "宜控制在")
# 在校学生500人以上的不少于3名, 不足500人的不少于2名: what holds for those of a size.
_TIER = Pattern(
    r"\d[\d.]*[万千百]?[人名户张平方米亩吨床]{1,3}(?:及?以上|以下)$|^(?:不足|不满|超过)\d",
    reads=("在校学生500人以上", "不足500人"),
    leaves=("500人以上自然村", "学校"),
)
# What a project costs and covers is no commitment where nothing says that it is reached: 总投资约18亿元, 占地面积120亩.
_OF_PROJECT = Pattern(
    "(?:该|本)?(?:项目|工程)?(?:估算|概算|预计)*(?:总投资|概算投资|估算投资|投资概算|投资估算|占地(?:面积)?|规划占地面积|用地面积|规划用地(?:面积)?|建设用地面积|总建筑面积)"
    "|(?:该|本)(?:项目|工程)(?:总)?(?:建筑)?面积",
    reads=("总投资", "项目总投资", "规划用地面积", "该项目建筑面积"),
    leaves=("固定资产投资", "人均建筑面积", "规划总投资"),
    by="fullmatch",
)
_DESCRIBE = frozenset(("comes_to", "stands_at"))
# 住宅层高不低于3米: a height, and no verb.
_HIGH = ("层", "净", "檐", "限")
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
# 获得认定的企业须于6月底前完成注册: whom a duty is for.
_MUST = Pattern(
    "[^必][须应]于|[须应需]经",
    reads=("获得认定的企业须于登记", "企业应于", "加装电梯须经本单元业主"),
    leaves=("企业必须于", "应用于企业"),
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
# 不超过最大承载量的30%; 线路应具备四级公路条件: how full a place may be, what one must have.
_HOW_FULL = Pattern(
    "(?:承载量|承载力|瞬时流量|客流量|总?座位数?|额定[^，]{0,4}|核定[^，的]{0,8})的$",
    reads=("最大承载量的", "剧院总座位的"),
    leaves=("客流量", "座位占比"),
)
_MUST_HAVE = Pattern(
    "应当?(?:具备|具有)$|必?须占[^，；。]{2,40}$",
    reads=("各景点之间应具备", "主营业务收入须占收入总额的"),
    leaves=("具备", "应配备", "收入占比"),
)
# 不受70%资金比例的限制: a limit that holds elsewhere.
_NOT_LIMITED = Pattern("不(?:再)?受[^，。；]{0,16}$", reads=("资金不受《通知》中", "不再受"), leaves=("不受限制，比例达到",))


def is_norm(text: str, painted: Painted, clause: Clause, reading: Reading) -> bool:
    """Whether a number says what must hold of a thing, or picks it out: 可供应土地不足500亩, 投资强度不低于350万元/亩."""
    if text.startswith(_SHORT_OF, reading.at) or _STANDARD.match(reading.indicator) or _MUST.search(reading.indicator):
        return True
    if reading.rule == "reach_of" and reading.indicator.endswith("学时"):
        return True
    if reading.rule == "lasts" and not clause.promised and _LASTS_BY_RULE.search(text, clause.start, reading.at):
        return True
    if _TITLED.match(text, reading.at, clause.end):
        return True
    if reading.at >= 0 and _is_said_of_others(text, painted, clause, reading):
        return True
    if reading.rule in _DESCRIBE and _OF_PROJECT.fullmatch(reading.indicator):
        return True
    if reading.rule == "bounded" and _TIER.search(reading.indicator):
        return True
    if (by := text.find("按", clause.start, reading.at)) >= 0 and "，" not in text[by : reading.at]:
        number = NUMBER_RUN.match(painted, reading.at)
        if number and _BY_STANDARD.match(text, number.end(), clause.end):
            return True
    if _HAS_TO.search(text, clause.start, reading.at) and _PAID_AHEAD.search(
        text, max(0, clause.start - _SENTENCE), clause.start
    ):
        return True
    if reading.rule == "change" and reading.outcome == "高" and reading.indicator.endswith(_HIGH):
        return True
    if reading.indicator in _PARTS and _HOLDS.search(text, clause.start, reading.at):
        return True
    ahead = text[clause.start : reading.at]
    if ahead.endswith(_BY_RULE) and not clause.promised:
        return True
    # 生均图书不少于20册（小学）、30册（初中）: what each set is to have
    bounded = (painted[reading.at] == BOUND and reading.rule != IN_BRACKETS) or ahead.endswith(_KEPT)
    # 绿地率达到38%以上: what a city comes to, and no norm of how one builds.
    if not bounded and reading.rule not in ("reach", IN_BRACKETS) and (number := NUMBER_RUN.match(painted, reading.at)):
        bounded = text.endswith(BOUNDS_BEHIND, reading.at, number.end())
    if (bounded or reading.rule == "reach_of") and not clause.promised:
        of_body = reading.indicator.endswith(_LIMITED) and not reading.indicator.startswith(_BROUGHT)
        limits = of_body and reading.rule in ("bounded", "reach_of", "shorten")
        normed = ahead.endswith(_NORMED) or reading.indicator.endswith(_NORMED) or reading.indicator.startswith("班额")
        normed = normed or reading.indicator in _OF_APPLICANTS
        of_each = _OF_ONE.search(reading.indicator) or _OF_PLACE.search(reading.indicator) or _FOR_SO_MANY.match(ahead)
        if limits or normed or of_each:
            return True
    span = _FROM_TO.match(painted, reading.at)
    if span and text.endswith("以上", 0, span.end("least")) and text.endswith(("以下", "以内"), 0, span.end("most")):
        return True
    alike = _SIZED_ALIKE.match(painted, reading.at, clause.end)
    if alike is None:
        return False
    first, other = text[slice(*alike.span("first"))], text[slice(*alike.span("other"))]
    bound = next((word for word in BOUNDS_BEHIND if first.endswith(word)), "")
    return bool(bound) and first.removesuffix(bound)[-1:] + bound in other


def _is_said_of_others(text: str, painted: Painted, clause: Clause, reading: Reading) -> bool:
    """Whether the words around a number say that it was decided by name, is done every day or is a limit that holds elsewhere."""
    if text.startswith("等", reading.at - 1) and _BY_NAME.match(reading.indicator):
        return True
    number = NUMBER_RUN.match(painted, reading.at)
    if any(pattern.search(text, clause.start, reading.at) for pattern in (_NOT_LIMITED, _HOW_FULL, _MUST_HAVE)):
        return True
    daily = number and _TIMES.match(text, number.end() - 1)
    return daily is not None and _DAILY.search(text, clause.start, reading.at) is not None
