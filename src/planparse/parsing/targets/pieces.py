"""One piece of a clause, with one number: which way of stating a target reads it, and what its groups give.

A rule of planparse.parsing.targets.stating says where the indicator and the outcome stand. What else stands there is taken off step by
step: when, who does it, how, for whom and how often are no part of what is counted or measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from planparse.language.amounts import BOUNDS_BEHIND
from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN_NUMERAL
from planparse.language.patterns import Pattern
from planparse.parsing.targets.elision import VERBS_ALONE, whole_place
from planparse.parsing.targets.grammar import (
    BATCH,
    BOUND,
    CHANGE,
    COUNT,
    DEADLINE,
    HIDDEN,
    MEASURE,
    PERCENT,
    PRINCIPAL,
    REACH_WORDS,
    TIME,
    VERB,
    VERB_AHEAD,
    TargetRule,
)
from planparse.parsing.targets.leads import behind_lead
from planparse.parsing.targets.readings import (
    EARLY_TIME,
    GROWN,
    LATE_TIME,
    YEAR,
    Before,
    Reading,
    direction_of,
    is_measure,
    noun,
)
from planparse.parsing.targets.skeleton import PAINT
from planparse.parsing.targets.stating import LAST_NUMBER, readers
from planparse.text import Painted

_VERBS = words("verbs")
_NUMBER = Pattern(f"[{PRINCIPAL}]", reads=("建成中心3家", "比重90%"), leaves=("到2025年", "压缩至3个工作日"), painted=True)
_TIME = Pattern(TIME, reads=("压缩至3个工作日", "审批时间不超过20天"), leaves=("建成中心3家",), painted=True)
_WHEN = Pattern("年底|年内|[上下]半年|[一二三四]季度|[今明]年|全年", reads=("欠款年底前清偿比例",), leaves=("每年下派",))
# 在2017年的基础上减少: the year that a change is measured from.
_GROUND = Pattern(
    r"在(?:(?:19|20)\d\d年[^，]{0,14}|现有|原有|目前|现行|上年|法定[^，]{1,16}|规定[^，]{1,12}|国家[^，]{1,12}|现行[^，]{1,12})基础上(?:再)?$",
    reads=("单位能耗在2017年的基础上", "在2020年基础上再", "办理时限在法定20个工作日基础上"),
    leaves=("在此基础上", "2017年"),
)
# 在全省16个设区市中排名前5位: of how many a place is one.
_RANKED_AMONG = Pattern(
    f"在(?:全[国省市县区]|世界|全球)[^，{PRINCIPAL}]{{0,3}}[{COUNT}]+[^，{PRINCIPAL}]{{0,12}}{PAINT['rank']}",
    reads=("人数在全省16个设区市中排名前5位",),
    leaves=("在全省建成16个中心", "进入全省前5位"),
    painted=True,
)
_NEXT_OBJECT = Pattern(
    "(?:建成|建设|新建|打造|培育|组建|成立|设立|引进|新增|选派|选聘|举办|开展|培训|改造|整治|修复|完成|创建|推广|实施)[^，、的]{2,}$",
    reads=("改造闲置地块", "新增停车泊位"),
    leaves=("改造", "企业开展活动"),
    by="match",
)
_SHORTEST_OBJECT = 3
_MOVES = frozenset(("", "提高", "上浮", "下浮", "降低", "上调", "下调"))
_ROUNDS = frozenset(("批次", "档次", "阶段", "步骤", "层次"))
_LEADS_TO = ("至", "到", "达", "达到")
_MOVED_BY = Pattern(f"(?:{CHANGE})$", reads=("占比提升", "总量新增"), leaves=("由", "占比"))
_NEXT_VERB = Pattern(
    "(?:牵头|共同|联合|合作)?(?:建成|建设|新建|打造|培育|培养|组建|成立|设立|引进|新增|选派|选聘|完成|举办|开展|培训)$",
    reads=("牵头组建", "建设", "共同打造"),
    leaves=("建设中心", "企业"),
)
# 实现80%以上的乡镇卫生院达到标准: no part of the set.
_BROUGHT = Pattern(
    "(?:在|实现|确保|做到|保证|保障|推动|推进|力争)(?=$|[^，]{2})|(?:对|[将把]|从|(?:优先|分批|择优)?(?:选择|选取|遴选|选定|筛选)|组织|安排)$",
    reads=("实现", "在", "推动全市", "对", "选择"),
    leaves=("实现度", "对口帮扶"),
    by="match",
)
# 各级各部门年内组织: what stands behind a denominator.
_EVERY_END = Pattern(
    f"(?:(?:年内|当年|每年|全年|{DEADLINE}|至少|最少|全部|原则上|[只仅均也再]|随机|分别|各自|自行|重点|统一|同步|定额|(?<![存现外内实自常所驻])在|(?<![参给赋])与|(?<=[^，]{{2}})负责)+|[要应]?(?:根据|结合|立足)[^，]*)$",
    reads=(
        "各级各部门年内",
        "每个县至少",
        "各镇每年",
        "各设区市要根据自身实际",
        "各街道、镇全部",
        "每个自然村原则上只",
        "每所县级医院至少与",
        "每个县随机",
        "各园区在",
    ),
    leaves=("各级各部门", "年内完成", "每个乡镇所在", "各单位参与"),
)
_EACH_OF = Pattern(
    "[^，每]{0,6}(?P<per>每[十百千万]{1,2}[名位个户]?[^，]{1,8}?)(?:至少)?",
    reads=("城乡每万名居民至少", "每千名老年人"),
    leaves=("每年", "每个县", "各县"),
    by="fullmatch",
)
# 每个乡镇（街道）专职工作人员不少于3人: how many there are for each place.
_EACH = "每个?(?:(?:城市|农村|城镇)?社区|设区市|县（市、区）|县区|乡镇（街道）|镇（街道）|村（社区）|乡镇卫生院|行政村|中心镇|省份|街道|社区|乡镇|学校|班级|医院|园区|中心|站点|服务站|敬老院|养老机构|幼儿园|小区|[县市区镇村校])"
# 每个社工站驻站社工: or for each house, office or firm.
_EACH_BODY = "每[个所家][^，、的每（）0-9]{0,6}?(?:[站馆院室]|派出所|司法所|研究所|服务所|[学高小中]校|小学|中学|幼儿园|中心|机构|企业|单位|公司|合作社|工地|网格|基地|班组|家庭|景区|窗口)"
_EACH_PLACE = Pattern(
    f"(?:{_EACH}|{_EACH_BODY})(?![（级及点长内面所外间]|域|长|工作者|服务[站点])(?=[^，]{{2}})",
    reads=("每个乡镇（街道）专职工作人员", "每个县养老机构", "每个社工站驻站社工", "每所学校心理教师", "每家企业服务专员"),
    leaves=("每千人口床位数", "每个项目", "每个县", "每个站点面积", "每所学校"),
    by="match",
)
_HAS_AT_LEAST = Pattern(
    "(?<=..)(?:至少|最少)?(?:要|应)?(?:有|至少|最少)$",
    reads=("每个县（市、区）至少有", "每个县至少"),
    leaves=("每个县", "各所"),
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
_BY_RULES = Pattern(
    "按照?(?:程序|规定|要求|标准|政策|时限?|期限?|计划|比例|需要?|进度|照)",
    reads=("按程序", "按照规定"),
    leaves=("按揭贷款", "按程序办理的事项"),
    by="fullmatch",
)
# 检验检测参数市级不少于300项, 示范村省级以上30个, 示范村第一批8个: of what level or batch, behind what is counted.
_LEVEL_BEHIND = Pattern(
    f"(?<=[^，]{{2}})(?<![国为评得创成入升到达过])(?:(?:[省市县区乡]|国家)级(?:及?以上)?|[1-5]A级(?:及?以上)?|{BATCH})$",
    reads=("检验检测参数市级", "旅游重点村省级以上", "示范村第一批"),
    leaves=("市级", "参数达到省级以上", "评为省级"),
)
_ENDS_OF_LEVELS = frozenset("级上批次")
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
_NEW_VERB = Pattern(
    f"(?:新|再|累计|全面|全部|共)?(?:{alternation(_VERBS['create'])})",
    reads=("新开工", "完成"),
    leaves=("新区", "开工项目"),
    by="fullmatch",
)
_OF_TOTALS = frozenset(("reach", "bounded", "totals"))
OF_LEVELS = frozenset(("reach", "bounded", "from_to", "shorten", "lasts"))
_TURNED = Pattern(
    "(?<=[\u4e00-\u9fff][\u4e00-\u9fff][\u4e00-\u9fff])(?:逐步|进一步|尽快|力争)?[将把](?=[\u4e00-\u9fff]{2,12}$)(?![来军握关])",
    reads=("融资担保机构逐步将担保费率",),
    leaves=("将担保费率", "车把手产量"),
)
# How something is done, and with a verb behind it only: 大力提升 and 大力, but 有效提升 and 有效发明专利.
HOW, HOW_DONE = alternation(_VERBS["manners"]), alternation(_VERBS["manners"], _VERBS["manners_of_verbs"])
_DOES_WHEN = Pattern(
    rf"[^，、的{PRINCIPAL}{BOUND}{DEADLINE}]{{2,12}}[{DEADLINE}]+(?!达到?|实现|保持){VERB}(?=[^，]{{2}})",
    reads=("县级医院每年下派骨干医师", "各镇每年组织开展培训"),
    leaves=("覆盖率到2025年", "每年下派骨干医师"),
    by="match",
    painted=True,
)
# 图书馆配备有声读物不少于5000册: who has what is counted.
_OWNER_HAS = Pattern(
    "[^，、的]{1,12}?(?:馆|院|校|站|中心|社区|园区?|机构|企业|村|所|高校|单位|[县市区镇乡]|街道|医院|学校|场)(?:至少|[应要须均都])?"
    "(?:配备|配置|开设|设置|安装|储备|购置|藏有|建有|设有|备有)(?=[^，率]{2,}$)",
    reads=("图书馆配备有声读物", "医院开设老年病床"),
    leaves=("有声读物", "每个社区服务站点", "学校心理教师配备率"),
    by="match",
)
_PLACE_IN = Pattern(
    "(?<=..)在(?=[^，、]{2,20}$)(?P<scope>全[国省市县区州])?[^，、]{0,20}?(?:排名|位次|排位|名次|(?:城市|[市县区校院]|高新区|经开区)[中里]?)$",
    reads=("经济总量在全省位次", "综合指数在全国排名", "竞争力在全国百强县中"),
    leaves=("数字政府评估排名", "在全省推广"),
)
# Where those who are counted go, and what for.
_SENT = Pattern(
    "(?<=[^，][^，])(?:(?:到(?![岗位])|赴|前往|深入|下沉到?)[^，]{1,12}(?:挂职|锻炼|服务|任职|任教|工作|支教|支医|坐诊|巡诊|执业|学习|培训|帮扶|驻村|驻点|实践|进修|研修|跟岗|实训|实习|考察|交流|开展[^，]{2,8})"
    "|(?:下沉|深入|走进|进驻|入驻)[^，]{0,6}(?:一线|基层|社区|网格|村组|企业|园区|乡镇|街道)|(?<=[员师才部者队团家])(?:入驻[^，]{2,10}|驻村|驻点|驻企|下乡|下基层|进村入户|进社区|进校园|进企业)[^，]{0,6}"
    "|(?<=[生才员工者])(?:留[省市县区州岛][^，]{0,3}|来[^，]{1,3}|返乡)(?:就业|创业)+"
    "|用于[^，、的]{3,16}|(?:同步|分批|统筹|一体|率先|先行)(?:推进|实施|开展|先试|试点)"
    "|(?:(?<=[员师才部者队团])|(?<=专家))服务(?:基层|一线|农村|乡村|企业|群众|三农|“三农”)|(?:予以|给予|进行)?(?:重点|优先|大力|集中|精准|梯次|跟踪|定向|分类)+(?:扶持|支持|培育|培养|帮扶|打造|推介|服务))$",
    reads=(
        "优秀干部到基层挂职锻炼",
        "骨干教师赴乡村学校支教",
        "科技特派员下沉一线",
        "医疗队下乡巡诊",
        "科技特派员服务基层",
        "高成长企业予以重点扶持",
        "高校毕业生留市就业创业",
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
    f"(?:(?:{HOW})+"
    "(?:提高|提升|扩大|增加|加大|降低|压减|压降|减少|缩短|控制|管控|优化|完善|落实|强化|加强|巩固|推动|推进|促进|实现|做到|保障|达到)?"
    f"|(?:{alternation(_VERBS['manners_of_verbs'])})(?:提高|提升|扩大|增加|加大|降低|压减|控制|管控|推动|推进|实现|落实|做到)"
    "|(?:提高|提升|扩大|增加|加大|降低|压减|压降|减少|控制|管控|优化|严控|强化|加强|巩固|保障|拓展|改善|抓好|抓实|坚持|聚焦|致力于|落实))"
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
_GOVERN_SHARES = tuple(_VERBS["govern_shares"])
_CARRIED = Pattern(
    "(?:组织开展|开展|推进|推行|实施|组织|培育|引育|认定|发展|配备)(?=[^，占]{3})|(?:培养|引进|选派|选聘|聘用|聘请|招聘)(?=[^，占]{2})",
    reads=("开展异地评标占电子标段比例", "培养“双师型”教师占专业课教师比例"),
    leaves=("评标比例", "培养占比"),
    by="match",
)
# 10万农户户均: of how many.
_SO_MANY_AHEAD = Pattern(
    r"^(?:约|近)?\d[\d.]*[万千百]?[余多]?(?:[名户个家])?(?=[\u4e00-\u9fff]{2,}均$)",
    reads=("10万农户户均", "300家企业均"),
    leaves=("农户户均", "10户均"),
)
_STRIVES = tuple(word for word in _VERBS["strive"] if word != "争创")
_AT_PRESENT = frozenset(("现", "已", "目前", "当前", "现已", "原"))
_MODIFIERS = frozenset(
    word for word in _VERBS["modifiers"] if not word.endswith("批")
)  # 首批10个: of what, the words before say
# 争取国家专项债券20亿元, 支持50名青年人才: words of how firmly, but verbs where no other stands before the number.
_VERBS_AFTER_ALL = ("争取", "支持", "推进")
_EACH_ON_AVERAGE = ("人均", "户均", "亩均", "村均")
CARRY_OUT = frozenset(_VERBS["carry_out"])
_WORKS = frozenset(_VERBS["works"])
_OTHERS = ("其中", "其他", "其余", "其它", "其占")
_JUDGES = ("表示", "感到", "知晓")
# 园区新建项目再生水利用率: whose rate it is, without where, how and what leads to it.
_WHOSE_RATE = Pattern(
    "(?:(?:每|各(?!类)|在|依托|利用|借助|结合|围绕|聚焦|立足|[向为从给对]).*|(?:达到|实现|确保)(?:全[省市县区州])?|全[省市县区州])",
    reads=("达到全市", "依托园区"),
    leaves=("园区", "“头顶库”"),
    by="match",
)
_OF_EACH_ONE = ("各建", "各设", "各办")
_WHOLE = ("100%", "100％")
# 3个以上的县 are so many of them, 100人以上的企业 are so large.
_OF_WHOLES = "bounded_reaches"
_COUNTS_WHOLES = Pattern(
    "[^人名户床张岁次层年级]*", reads=("3个以上", "不少于10家"), leaves=("100人以上", "50户以上"), by="fullmatch"
)
_JOINS = ("和", "以及", "与")
_AT, _SHORTEST_MOVED = ("在", "于"), 3
_ENDS_OF_TIMES = frozenset(f"{DEADLINE}前底末内")


def pieces_of(painted: Painted, start: int, end: int, numbers: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
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


def read_piece(
    text: str, painted: Painted, start: int, end: int, *, shared: bool = False, promised: bool = False
) -> Reading | None:
    """What the first rule that fits makes of a piece."""
    start = behind_lead(painted, start, end)
    piece = painted[start:end]
    number = _NUMBER.search(piece) or _TIME.search(piece)
    if number is None:
        return None
    if _RANKED_AMONG.search(piece):
        return None
    rules = readers(number.group(), last=LAST_NUMBER.search(piece) is not None, shared=shared)

    def first_from(begin: int) -> tuple[TargetRule, re.Match[str]] | None:
        for rule, match in rules.every(painted[begin:end], 0):
            if rule.name == _OF_WHOLES and not _COUNTS_WHOLES.fullmatch(
                text, begin + match.start("n"), begin + match.end("n")
            ):
                continue
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


@dataclass(slots=True)
class _Draft:
    """A piece as a rule reads it, while what is no part of its name is taken off.

    `printed` are the groups of the rule as the text has them and `painted` as the skeleton shows them; `named` and `seen` are both of
    what is measured or counted, without the times beside it. `first` is where in the piece the reading begins.
    """

    rule: TargetRule
    printed: Mapping[str, str]
    painted: Mapping[str, str]
    named: str
    seen: str
    first: int
    ground: re.Match[str] | None = None
    indicator: str = ""
    outcome: str | None = None
    judged: str = ""
    strives: bool = False
    per: str | None = None
    scope: str | None = None

    def number_is(self, paint: str) -> bool:
        """Whether the number is of that family."""
        return self.painted["n"][-1] == paint

    def cut(self, match: re.Match[str] | None) -> None:
        """Take off what the indicator begins with."""
        if match:
            self.indicator = self.indicator[match.end() :]


def _read(text: str, rule: TargetRule, match: re.Match[str], base: int) -> Reading | None:
    """What a rule makes of the piece that begins at `base`; None where that names nothing."""
    painted = {group: words_ for group, words_ in match.groupdict().items() if words_}
    printed = {group: text[base + match.start(group) : base + match.end(group)] for group in painted}
    draft = _Draft(
        rule, printed, painted, printed.get("indicator", ""), painted.get("indicator", ""), match.start("indicator")
    )
    _leave_out_times(draft)
    _leave_out_whom(draft)
    _say_whose(draft, match)
    number = base + match.start("n")
    if level := _has_of_each(draft):
        name, per = level
        return Reading(base, base + match.end(), rule.name, "level", number, name, None, per=per)
    _find_denominator(draft)
    _find_outcome(draft, match)
    if draft.outcome and rule.name == "change" and VERBS_ALONE.fullmatch(draft.indicator):
        # 建成农田20万亩、改造提升10万亩: verbs, and the thing stands before.
        begin, done = base + match.start("indicator"), draft.indicator + draft.outcome
        return Reading(begin, base + match.end(), rule.name, None, number, "", done)
    _find_works(draft)
    _leave_out_deeds(draft)
    _empty(draft)
    if _names_nothing(draft):
        return None
    begin = min(draft.first, *(match.start(group) for group in ("n", "outcome", "verb", "reach") if group in painted))
    turn = painted.get("dir")
    return Reading(
        base + begin,
        base + match.end(),
        rule.name,
        rule.kind,
        number,
        draft.indicator,
        draft.outcome,
        direction_of(turn) if turn else rule.direction,
        draft.per,
        "strive" in painted or draft.strives,
        draft.scope,
        before=_before(draft, base + match.start("from") if "from" in painted else -1),
    )


def _leave_out_times(draft: _Draft) -> None:
    """When, and from when on, is no part of what: 高速公路2026年新增里程, 融资额三年累计, 单位能耗在2020年基础上."""
    named, seen = draft.named, draft.seen
    if seen[-1:] in _ENDS_OF_TIMES and (late := LATE_TIME.search(seen)):
        named = named[: late.start()]
    if seen[-1:] == TIME:
        seen = seen.rstrip(TIME)  # 融资额三年累计达到10亿元
        named = named[: len(seen)]
    if (DEADLINE in seen or "年" in seen or "安排" in seen) and (early := EARLY_TIME.match(seen)):
        named, seen = named[early.end() :], seen[early.end() :]
    if DEADLINE in seen[: len(named)] and (YEAR.search(named) or _WHEN.search(named)):
        named = _without_deadlines(named, seen)
    if draft.seen.endswith(_AT) and draft.painted.get("outcome", "").startswith(DEADLINE) and len(named) > _SHORTEST_MOVED:
        # 隐患数量在2026年底前减少30%: by when, as the outcome goes on to say
        named, seen = named[:-1], seen[:-1]
    draft.strives = named.endswith(_STRIVES)  # 覆盖率力争三年内达到43%
    draft.named, draft.seen = named, seen
    draft.ground = _GROUND.search(named) if "基础上" in named else None
    draft.indicator = noun(named[: draft.ground.start()] if draft.ground else named)


def _without_deadlines(printed: str, painted: str) -> str:
    return "".join(c for c, paint in zip(printed, painted, strict=False) if paint != DEADLINE)


def _leave_out_whom(draft: _Draft) -> None:
    """Where those who are counted go, what they judge, for whom it is and who does it are no part of what."""
    rule = draft.rule
    if rule.kind != "level":
        draft.indicator = _without_where_sent(draft.indicator)
    if rule.kind == "share" and "对" in draft.indicator and draft.printed.get("outcome", "").startswith(_JUDGES):
        at = draft.indicator.rindex("对")  # 群众对农村路网表示满意
        draft.indicator, draft.judged = draft.indicator[:at], draft.indicator[at:]
    if rule.name == "done_behind" and (for_whom := _FOR_WHOM.search(draft.indicator)):
        draft.indicator = draft.indicator[: for_whom.start()]  # 感烟探测器为重点人群安装500万户
    if rule.name in OF_LEVELS:
        draft.indicator = draft.indicator.replace("实现", "", 1)  # 城市专用车实现电动化率达到50%
        draft.indicator = _TURNED.sub("", draft.indicator, count=1)  # 担保机构逐步将担保费率降低至1%以内


def _without_where_sent(indicator: str) -> str:
    """选派100名优秀干部到基层挂职锻炼."""
    sent = _SENT.search(indicator)
    return indicator[: sent.start()] if sent else indicator


def _say_whose(draft: _Draft, match: re.Match[str]) -> None:
    """重点项目上半年完成投资60亿元: what stands before the verb, and which of the things are meant."""
    subject = noun(_without_deadlines(draft.printed.get("subject", ""), draft.painted.get("subject", "")))
    if subject:
        draft.first = match.start("subject")
    draft.indicator = draft.printed.get("such", "") + subject + draft.indicator


def _has_of_each(draft: _Draft) -> tuple[str, str] | None:
    """The measure and its denominator where a clause says how many there are for each: 每万名居民拥有3名全科医生."""
    head = draft.printed.get("head", "")
    of = _EACH_OF.fullmatch(head) if head and draft.rule.kind is None else None
    if of is None:
        return None
    return head.removesuffix("至少") + draft.printed.get("outcome", "") + draft.indicator, of.group("per")


def _find_denominator(draft: _Draft) -> None:
    """For each of what: before the verb, before the number, or at either end of what is counted."""
    head = draft.printed.get("head", "")
    draft.per = draft.printed.get("per") or draft.printed.get("rate") or None
    if head and (to_each := _TO_EACH.search(head)):
        draft.per, draft.first = to_each.group("per"), 0  # 总医院向每个乡镇卫生院派驻3名医师
    elif head and head.removeprefix("在")[:1] in ("每", "各"):
        whose = _without_deadlines(head, draft.painted["head"]).removeprefix("在")  # 每个行政村年均, 在每个街道至少
        draft.per, draft.first = _EVERY_END.sub("", whose.strip("要应须均都")).rstrip("各"), 0
    elif draft.rule.name == "share_reaches" and head and not head.endswith(("和", "及", "、", "与")):
        draft.indicator, draft.first = _BROUGHT.sub("", head) + draft.indicator, 0
    elif "per" in draft.printed:
        draft.first = 0
    if draft.per:
        draft.per = _HAS_AT_LEAST.sub("", draft.per)
        if draft.per[:1] in ("每", "各"):
            draft.per = _EVERY_END.sub("", draft.per)  # 每所县级医院至少与
        return
    if each := _EACH_PLACE.match(draft.indicator):
        draft.per = each.group()
        draft.cut(each)
    elif "每" in draft.indicator and (each := _EACH_BEHIND.search(draft.indicator)):
        draft.per, draft.indicator = each.group(), draft.indicator[: each.start()]


def _find_outcome(draft: _Draft, match: re.Match[str]) -> None:
    """What must become true, without what belongs to the name of the measure, to its denominator or to those among whom it is placed."""
    rule, head = draft.rule, draft.printed.get("head", "")
    outcome = draft.judged + draft.printed.get("outcome", "") or None
    if outcome in _OF_EACH_ONE and head and not draft.per and not whole_place(head):
        draft.per, draft.first, outcome = head, 0, outcome[1:]  # 其他乡镇各建1个服务站
    if match.groupdict().get("reach") is not None:
        outcome = draft.printed.get("reach", "") + draft.printed["n"]
        _leave_out_doers(draft)
    if outcome and outcome.startswith("增") and draft.indicator.endswith(_EACH_ON_AVERAGE):
        # 户均增收1200元, 带动10万农户户均增收3000元
        draft.indicator = _SO_MANY_AHEAD.sub("", draft.indicator) + outcome
    if rule.name == "does_yearly" and outcome and draft.number_is(MEASURE):
        # 年处理粪污60万吨 is measured
        draft.indicator, draft.first = outcome + draft.indicator, match.start("outcome")
    if "dir" in draft.painted and (placed := _PLACE_IN.search(draft.indicator)):
        # 经济总量在全省位次前移1位: among whom is no part of what is placed.
        draft.indicator, draft.scope = draft.indicator[: placed.start()], placed.group("scope")
    draft.outcome = outcome


def _leave_out_doers(draft: _Draft) -> None:
    """What brings about the things whose level is told, and who does it: 培育高新技术企业达到3000家."""
    if draft.rule.name not in _OF_TOTALS:
        return
    counts = draft.number_is(COUNT) or (draft.number_is(MEASURE) and not is_measure(draft.indicator))
    if counts and (verb := GROWN.match(draft.indicator) or _OWNER_HAS.match(draft.indicator)):
        draft.cut(verb)
        draft.first = 0
    elif not draft.number_is(PERCENT) and DEADLINE in draft.seen and (does := _DOES_WHEN.match(draft.seen)):
        # 县级医院每年下派骨干医师不少于180人次
        draft.indicator, draft.first = _without_where_sent(noun(draft.named[does.end() :])), 0


def _find_works(draft: _Draft) -> None:
    """Works and what is done of them, which stand on either side of each other."""
    head, outcome = draft.printed.get("head", ""), draft.outcome
    if outcome is None:
        return
    if draft.rule.name == "build_list" and head and _NEW_VERB.fullmatch(draft.indicator):
        draft.indicator, draft.outcome = head + outcome, draft.indicator  # 棚户区改造新开工900套
    if draft.rule.name == "build_list" and draft.number_is(PERCENT) and draft.indicator.endswith(_SHARES):
        _find_whose_share(draft, head, draft.outcome or "")
    of_whom = bool(head) and not (_WHOSE_RATE.match(head) or whole_place(head))
    whole = of_whom and not draft.indicator.startswith(head)
    if draft.rule.name == "build_list" and outcome == "实现" and whole and is_measure(draft.indicator):
        draft.indicator, draft.first = head + draft.indicator, 0  # 高新区实现工业总产值突破2700亿元
    if draft.indicator in _WORKS and draft.outcome:
        outcome = draft.outcome
        if done_with := next(filter(outcome.startswith, CARRY_OUT), ""):
            # 实施养护工程130公里, 完成搬迁安置120户: what works these are is no verb
            draft.indicator, draft.outcome = outcome.removeprefix(done_with) + draft.indicator, done_with


def _find_whose_share(draft: _Draft, head: str, outcome: str) -> None:
    """新建城区绿色植物占比30%: no verb, but what a share is of."""
    done = next((word for word in _GOVERN_SHARES if outcome.startswith(word)), "")
    of_first = "、" + draft.indicator in draft.named  # 推广查验改革、查验率100%: the verb is of what stands before
    led = _WHOSE_RATE.match(head) if head else None
    whose = head[led.end() :] if led else head
    draft.indicator = draft.indicator if of_first else whose + outcome.removeprefix(done) + draft.indicator
    draft.outcome = done or None
    draft.cut(_CARRIED.match(draft.indicator) if "占" in draft.indicator else None)


def _leave_out_deeds(draft: _Draft) -> None:
    """What is done to a measure, how, and who does it of how many, is no part of its name."""
    of_levels = draft.rule.name in OF_LEVELS
    if of_levels and is_measure(draft.indicator):
        many = _COUNTED_AHEAD.match(draft.seen)
        if many and many.end() < len(draft.named) and not draft.named.endswith(BOUNDS_BEHIND, 0, many.end()):
            draft.indicator = noun(draft.named[many.end() :])  # 全省4.2万名河湖长巡河履职率
        draft.cut(_DONE_BY.match(draft.indicator))  # 市县两级监管部门对学校食堂检查覆盖率
    if (of_levels or draft.rule.name == "stands_at") and is_measure(draft.indicator):
        for done_to in (_KEPT, _MOVED):  # at its start alone: 水土保持面积 keeps its 保持
            draft.cut(done_to.match(draft.indicator))
    if of_levels and "占" in draft.indicator:
        draft.cut(_CARRIED.match(draft.indicator))  # 开展异地评标占电子标段比例


def _empty(draft: _Draft) -> None:
    """Leave the name to the words before where it is but how often, for each of whom, a length of time or a verb."""
    draft.indicator = _HOW_OFTEN.sub("", draft.indicator)
    if (
        draft.number_is(COUNT)
        and draft.indicator[-1:] in _ENDS_OF_LEVELS
        and (level := _LEVEL_BEHIND.search(draft.indicator))
    ):
        draft.indicator = level.group() + draft.indicator[: level.start()]
    if _EACH_ALONE.fullmatch(draft.indicator):
        draft.per, draft.indicator = draft.indicator.removeprefix("平均"), ""
    modifies = draft.indicator in _MODIFIERS and draft.rule.name != "act_alone"
    if draft.indicator in REACH_WORDS or draft.indicator in _AT_PRESENT or modifies or _LENGTH.fullmatch(draft.indicator):
        draft.indicator = ""
    if draft.rule.shared and VERBS_ALONE.fullmatch(draft.indicator):
        # 2017年底前建成100家以上、2020年前建成200家以上众创空间: a verb names nothing that is counted.
        draft.indicator, draft.outcome = "", draft.indicator


def _names_nothing(draft: _Draft) -> bool:
    """Whether the piece names nothing that is to be: another rule or the words before may."""
    if draft.seen.startswith("（") and not draft.seen.strip(f"（{HIDDEN}）"):
        return True  # 新建（改造）120座: of what, the words before say
    if draft.outcome and draft.outcome.startswith("为") and draft.indicator.endswith(("分", "作")):
        return True  # 分为五个等级, 作为1项
    if (
        draft.indicator.startswith("其")
        and not draft.indicator.startswith(_OTHERS)
        and not draft.indicator.endswith(_SHARES)
    ):
        return True  # 其差值不小于申报响应量的50%: how something is reckoned, but 其占比 is a share of what is named before
    if _BY_RULES.fullmatch(draft.indicator) or draft.indicator.endswith("用于"):
        return True  # 100%按程序纳入低保范围: how, and of whom the words before say
    if draft.indicator.find("全部") > 0 and draft.rule.name.startswith("build"):
        return True  # 对排查出的36栋危房全部整治到位: of all of those
    if draft.indicator.startswith("的"):
        return True  # 支持企业发展的政策10条: a verb of what stands before
    if draft.indicator.endswith(("已", "已经", "未", "未能", "没有")) or "是否" in draft.indicator + (draft.outcome or ""):
        return True  # 1270名退捕渔民已全部纳入社保, 净资产是否低于注册资本的90%
    if draft.indicator in ("剩余", "余下", "其余"):
        return True  # 完成剩余59个: of what, the words before say
    if draft.indicator in _ROUNDS:
        return True  # 集中受理两个批次
    if draft.indicator.endswith("幅度") and draft.indicator.removesuffix("幅度") in _MOVES:
        return True  # 补贴标准提高幅度不超过20%: of what is paid
    if not draft.indicator and not (draft.rule.elided or draft.rule.shared):
        return True
    # 市民云、企业云两个渠道: no more than the names say
    return draft.rule.name == "build_named" and draft.printed["n"][0] in HAN_NUMERAL


def _before(draft: _Draft, at: int) -> Before | None:
    """What an indicator is today, at `at`, or the year that a change is measured from."""
    compared = draft.printed.get("outcome") if draft.rule.name == "compared" else None
    said = draft.ground.group() if draft.ground else draft.painted.get("since") or compared
    year = YEAR.search(said or "")
    return Before(at, int(year.group()) if year else None) if at >= 0 or year else None
