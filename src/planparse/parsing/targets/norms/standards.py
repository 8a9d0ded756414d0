"""By what standard places are built and staffed, and work is done: 班额不超过45人, 每天消毒不少于2次."""

from __future__ import annotations

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.bracketed import IN_BRACKETS
from planparse.parsing.targets.grammar import BOUND
from planparse.parsing.targets.norms.case import LOOKED_BACK, Case, told_by

_VERBS, _NORMS = words("verbs"), words("norms")
_LIMITED, _NORMED = tuple(_NORMS["limited"]), tuple(_NORMS["normed"])
_OF_APPLICANTS = frozenset(_NORMS["of_applicants"])
# 单个项目支持额度, 每班: what holds for one of them.
_OF_ONE = Pattern(
    "单[个一次笔户家处](?:[^，]{2}|$)|^每(?:[期次批场](?:培训|研修|进修|轮训)班|[人户班次场批期组位家所间床餐]|单位|项目)(?:每[年月日天]|学员|[^，]{0,4}服务)?$|每(?:餐|次|个?品种|个?班|班次)$|^同一|(?:费|经费|补贴|标准)每[人户生](?:每[年月日天])?$",
    reads=(
        "单个项目支持额度",
        "基金单一项目投资",
        "每班",
        "每人每月",
        "每位网格员服务",
        "留样食品每个品种",
        "同一专家评审项目",
        "签约服务费每人",
        "每期研修班",
    ),
    leaves=("每千人口床位数", "每个乡镇卫生院医师", "清单事项", "单项冠军企业"),
)
# 每个花园总面积2000平方米以上: how large each of them must be.
_EACH_LARGE = Pattern(
    "^每[个处座所家](?![^，]*(?:[新改扩增治修县乡镇村区]|建(?!筑)|市(?!场)))[^，；。、]{2,10}面积$",
    reads=("每个花园总面积", "每个交易市场占地面积"),
    leaves=("每个县绿地面积", "每个乡镇新增造林面积"),
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
_KEPT = ("控制在", "限制在")
_BY_RULE = ("一般控制在", "宜控制在", "一般为", "通常为")
# 在校学生500人以上的不少于3名, 不足500人的不少于2名: what holds for those of a size.
_TIER = Pattern(
    r"\d[\d.]*[万千百]?[人名户张平方米亩吨床]{1,3}(?:及?以上|以下)$|^(?:不足|不满|超过)\d",
    reads=("在校学生500人以上", "不足500人"),
    leaves=("500人以上自然村", "学校"),
)
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
# 每天消毒不少于2次: how often a day or a week something is done is a norm of how one works.
_DAILY = Pattern(
    "每(?:天|日|周|星期|班次?|餐|半天)(?:至少|不少于|不低于)?(?=[^，。；]{0,40}$)",
    reads=("每天对公共区域消毒不少于", "每周"),
    leaves=("日均", "每年", "每日营业额，达到"),
)
_TIMES = Pattern("次|遍|轮", reads=("次", "遍"), leaves=("万人次", "家次"), by="match")
# 不少于20个课时/班: for each class.
_FOR_EACH = Pattern(
    r"(?:不[少低]于|不超过)?[ ]?\d+个?[\u4e00-\u9fff]{0,3}/(?:班|期|场|课)(?![\u4e00-\u9fff])",
    reads=("20个课时/班", "不少于40学时/期，"),
    leaves=("12人/10万人", "300万元/亩", "20个课时/班级"),
    by="match",
)
# 投入强度不低于350万元/亩、地均税收: what stands beside a norm of the same kind.
_BESIDE_NORM = Pattern(
    "(?:投入强度|投资强度|容积率|建筑密度)[^。；\\n]{1,40}(?:亩均|地均|单位用地)[^。；\\n，、]{1,8}$",
    reads=("投入强度不低于350万元/亩、地均税收",),
    leaves=("亩均税收", "投资强度提高10%。亩均税收"),
)
# 采样人员不少于2人: how many do a piece of work.
_CREW = Pattern("人员$|队员$", reads=("采样人员", "执法人员"), leaves=("就业人员比例", "专家"))
_FEW_PEOPLE = Pattern(
    "(?:不[少低]于|至少|原则上)*[ ]?(?:\\d|1\\d)[名人](?:以上)?",
    reads=("不少于2人", "3名以上"),
    leaves=("不少于3000人", "20名"),
    by="fullmatch",
)
# 从业人员超过5万人: those of a trade; of an applicant it is asked for some dozens.
_OF_TRADE = Pattern(
    "[^，。；]{1,8}[万亿]余?[人名]", reads=("超过5万人", "超过1.2万名"), leaves=("不少于50人",), by="fullmatch"
)


def _names_standard(case: Case) -> bool:
    """8个托位标准规划建设设施; 在校学生500人以上的不少于3名; 每年不少于20学时."""
    rule, named = case.reading.rule, case.reading.indicator
    return bool(
        _STANDARD.match(named)
        or named.endswith("应为单数")
        or (rule == "reach_of" and named.endswith("学时"))
        or (rule == "bounded" and _TIER.search(named))
    )


def _is_fixed(case: Case) -> bool:
    """What is fixed for whatever is built, set up or admitted: 生均图书不少于20册（小学）、30册（初中）, 班额分别不超过45人、50人."""
    reading, ahead = case.reading, case.ahead
    if case.clause.promised:
        return False
    if ahead.endswith(_BY_RULE):
        return True
    if not _is_bounded(case) and reading.rule != "reach_of":
        return False
    named = reading.indicator
    if reading.per and _IN_ROOM.match(reading.per):
        return True
    limits = (
        named.endswith(_LIMITED) and not named.startswith(_BROUGHT) and reading.rule in ("bounded", "reach_of", "shorten")
    )
    applies = named in _OF_APPLICANTS and not case.is_printed_as(_OF_TRADE)
    normed = ahead.endswith(_NORMED) or named.endswith(_NORMED) or named.startswith("班额") or applies
    return bool(
        limits
        or normed
        or _OF_ONE.search(named)
        or _EACH_LARGE.match(reading.per or named)
        or _OF_PLACE.search(named)
        or _FOR_SO_MANY.match(ahead)
    )


def _is_bounded(case: Case) -> bool:
    """Whether a bound stands before or behind the number."""
    reading = case.reading
    first = reading.listed[0] if reading.listed else reading.at
    if (case.painted[first] == BOUND and reading.rule != IN_BRACKETS) or case.ahead.endswith(_KEPT):
        return True
    # 绿地率达到38%以上: what a city comes to, and no norm of how one builds.
    if reading.rule in ("reach", IN_BRACKETS) or case.number is None:
        return False
    return case.text.endswith(BOUNDS_BEHIND, reading.at, case.number.end())


@told_by(_BY_STANDARD)
def _is_by_standard(case: Case) -> bool:
    """按照每班不超过45人的标准核定."""
    by = case.text.find("按", case.clause.start, case.reading.at)
    return by >= 0 and "，" not in case.text[by : case.reading.at] and case.goes_on_with(_BY_STANDARD)


@told_by(_BESIDE_NORM)
def _is_beside_norm(case: Case) -> bool:
    """投入强度不低于350万元/亩、地均税收不低于25万元/亩."""
    if case.clause.promised or case.reading.rule != "bounded":
        return False
    return _BESIDE_NORM.search(case.text, max(0, case.reading.at - LOOKED_BACK), case.reading.at) is not None


def _is_for_each_class(case: Case) -> bool:
    """培训课时不少于20个课时/班."""
    return _FOR_EACH.match(case.text, case.reading.at) is not None


@told_by(_DAILY)
def _is_daily(case: Case) -> bool:
    """每天消毒不少于2次."""
    times = case.number and _TIMES.match(case.text, case.number.end() - 1)
    return bool(times) and case.has_ahead(_DAILY)


def _is_crew(case: Case) -> bool:
    """采样人员不少于2人."""
    reading = case.reading
    if case.clause.promised or reading.rule != "bounded" or reading.per or "每" in case.ahead:
        return False
    return case.is_printed_as(_FEW_PEOPLE) and _CREW.search(reading.indicator) is not None


BY_NAME = (_names_standard,)
BY_WORDS = (_is_daily, _is_for_each_class, _is_crew, _is_beside_norm, _is_by_standard, _is_fixed)
