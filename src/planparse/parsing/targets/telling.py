"""What a sentence tells that there is or was, beside what is to be: 已建成3家, 现有学校412所，在校生38万人；到2028年."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.elision import EXISTS
from planparse.parsing.targets.found import Found
from planparse.parsing.targets.grammar import (
    BOUND,
    CHANGE,
    COUNT,
    CREATE,
    DEADLINE,
    HIDDEN,
    MEASURE,
    PRINCIPAL,
    STOCKED,
    STRIVE,
)
from planparse.parsing.targets.readings import IN_TURN, whole_of
from planparse.parsing.targets.reports import REPORTS
from planparse.parsing.targets.skeleton import PAINT
from planparse.text import Painted

_TELLING = words("telling")
# Where a sentence that reports comes to what is to be.
_THEN = Pattern(
    rf"[，；](?={DEADLINE}|力争|争取|确保|努力|计划|规划到|预计|拟|[将要](?![求素])|剩余|其余|下一?步|今年(?!以?来|[前第1]|{PAINT['time']})|明年)",
    reads=(
        "截至目前已建成2万个，到2026年达到4万个",
        "已有3家；力争2026年底前增至5家",
        "目前有企业30家，下步将培育50家",
        "去年占比已达82%，今年提高到85%",
    ),
    leaves=("截至目前已建成2万个，其中市区1万个",),
    painted=True,
)
# 截至2024年底全省: when something was so, which is no part of what is told.
WHEN_TOLD = Pattern(
    rf"(?:(?:截[至止]到?)?(?:目前|当前|现阶段|(?:今年)?(?:上半年|第?[一二三四]季度|前[一二三]季度)|(?:去年|上一?年度?|今年)(?:年?[底末]|1[—至]\d{{1,2}}月)?|(?:(?:19|20)\d\d年[、和及]){{0,4}}(?:19|20)\d\d年(?:年?[底末]|\d{{1,2}}月[底末]?|分别)?)|截[至止]到?[{DEADLINE}]+)，?"
    "(?:全[省市县区国州]|我[省市县区])?",
    reads=("当前我县", "去年全市"),
    leaves=("全市", "到2025年，"),
    by="match",
    painted=True,
)
# 我市拥有公交线路128条: what there is, where no time to come governs it and nobody is to have it.
_HAS = Pattern(
    rf"(?![^，]{{2,14}}至少|[百千万]{{1,2}}(?:人|名|户)[^，]*?拥有)(?:(?:全[省市县区国州]|我[省市县区])有(?![效机限望序关力害])|(?:全[省市县区国州]|我[省市县区]|[^，每各应须要均都{PRINCIPAL}]{{0,10}}?)(?:拥有(?![量率])|建有|设有|现存|(?<!完成)(?<!整治)(?<!化解)(?<!改造)存量(?![^，]{{0,16}}(?:再?开发|利用|供应|化解|盘活|消化|压减|压降|处置|整治|改造|清零|更新|减少|下降))|缺口|共有|登记在册|现状))(?![^，]*(?:[{BOUND}]|(?<![已经])(?:达到|突破|[提增][高升加]到)[{COUNT}{MEASURE}]))[^，]*[{COUNT}{MEASURE}]",
    reads=(
        "我市拥有公交线路128条",
        "我市拥有公交线路已达到128条",
        "全市建有城市书房64座",
        "现状污水处理能力42万吨",
        "全市有城市书房64座",
    ),
    leaves=(
        "完成存量房屋安全体检9000栋",
        "每个乡镇建有养老院1所",
        "设区市至少建有1家职业病诊断机构",
        "全市拥有不少于30家企业",
        "城市书房达到64座",
        "全市拥有博物馆达到64座",
        "万人拥有律师5人",
        "发明专利拥有量达到5万件",
    ),
    by="match",
    painted=True,
)
# 全市已更新老旧电梯320部: what stands behind it is told as well, as far as nothing says that it is to come.
_HAS_DONE = Pattern(
    rf"(?![^，]*的[^，{PRINCIPAL}]*$)[^，的{PRINCIPAL}{DEADLINE}]{{0,14}}?(?:已经?(?:达到?|超过|突破|发展到|[由从](?:(?:19|20)[0-9]{{2}}年(?:年?[底末])?的)?|(?:累计|共|先后)?(?:{CREATE}))(?!的)[^，的{DEADLINE}]*[{PRINCIPAL}]|[^，的{PRINCIPAL}]{{0,14}}(?:(?<!不)仅[为有占达]?到?|只[有占]|(?:现(?:为|{STOCKED})|[尚仍还](?:不足|不到|未达到?|只?有|为|是)?))[{BOUND}{PRINCIPAL}]|[由从](?:19|20)[0-9]{{2}}年[底末]?的?[{BOUND}{PRINCIPAL}]+[^，{PRINCIPAL}]{{0,4}}(?:{CHANGE})[到至为](?:(?:19|20)[0-9]{{2}}年|目前|现在|当前))",
    reads=(
        "普及率由2020年的61%提高到目前的71%",
        "普及率已由61%提高到71%",
        "全市已更新老旧电梯320部",
        "已建成雨污管网85公里",
        "普及率仅为71%",
        "馆藏档案现保存5.6万份",
    ),
    leaves=("依托已建成的30家医院", "针对已排查出的37处隐患", "现有企业30家", "已建成小区2026年底前达标率80%"),
    by="match",
    painted=True,
)
_TELLS = frozenset("已仅只现尚仍还由从了")  # one of these stands in what it matches
TO_COME = Pattern(
    f"[{DEADLINE}]|力争|争取|确保|努力|计划|预计|拟|[将再要]|下一?步|继续|[今明]年|(?:^|，)新(?!增|型|能|时代|兴|就业|材料)|未来|以上|不少于|不低于",
    reads=("力争达到40家", "再建12家", "新建水厂3座"),
    leaves=("消除积水点26处", "新增学位5200个"),
    painted=True,
)
# 全市成立了26个专班, 对82家医院进行了指导: a verb that is over.
_DID = Pattern(
    f"[^，的{PRINCIPAL}{DEADLINE}]{{0,24}}?(?:{CREATE})了(?!解)|[^，{DEADLINE}]*?(?:(?:进行|开展|提供|给予|实施|完成)了(?!解)|[^为除减高低到]了[{BOUND}]*[{COUNT}{MEASURE}]|(?<=[，。；])便(?:实现|完成|达到))",
    reads=("全市成立了26个专班", "还筹措了100亿元", "对全区82家医院进行了指导", "27家企业使用了53架航空器"),
    leaves=("了解企业30家", "进行了解", "建成30家", "认定的园区建成了中心"),
    by="match",
    painted=True,
)
# 同时，截至2月15日: what links a sentence to the one before.
# 做好防控工作 截至2月10日24时: or a headline in its line.
_BLANKS = " \u3000"
_LINKED = Pattern(
    "(?:同时|此外|另外)，|[^，。；\n]{4,40}[ \u3000]{1,3}(?=截[至止]|[今昨]日|目前，|当前，)",
    reads=("同时，截至", "做好疫情防控 截至2月"),
    leaves=("同时建成", "截至2月"),
    by="match",
)
# 乡镇均已通公交: what all of a set have come to.
_ALL_ALREADY = Pattern(
    "[^，]{2,}(?:[均都]|全部|全面|基本)已经?(?!建成的|有的)[^，的]{2,}$",
    reads=("全市所有乡镇均已通公交", "农村土地确权全面已经完成"),
    leaves=("均已建成的小区全部达标", "现已排查出的隐患"),
    by="match",
)
# 项目建成后，预计每年可减少碳排放3万吨: what a work will bring, which nobody promises.
_EFFECTS = Pattern(
    "[^，。；\n]{0,20}(?:建成|投产|达产|投用|投运|实施|完工|竣工|推广|应用)后，?[^，。；\n]{0,8}预计"
    f"(?![^。\n]*{DEADLINE}{{4}})",
    reads=("项目建成后，预计每年可减少碳排放3万吨",),
    leaves=("2027年项目建成后，年产值达到20亿元", "项目建成后可新增灌溉面积3.6万亩", "项目建成后，确保减排3万吨"),
    by="match",
    painted=True,
)
# 其中：中央资金3亿元: parts of what the sentence before tells.
OF_WHICH = Pattern("其中[，：]?", reads=("其中：中央资金", "其中，向企业"), leaves=("集中",), by="match")
# 新建公路300公里任务，已于2023年11月提前完成: all before it is told.
_COMPLETED = Pattern(
    r"，(?:(?:现|均|都|全部)?已经?(?:[于在][^，；]{2,12}?)?(?:提前|全部|全面|顺利|如期|按期|圆满|超额|基本)*(?:完成|达成|实现|建成|兑现)"
    r"|超额(?:完成|实现)[^，；]{0,8}(?:任务|目标))(?=[，；]|$)",
    reads=("新建公路任务，已于2023年11月提前完成，累计投资", "新增就业，超额完成目标任务"),
    leaves=("新建公路任务，已完成一半",),
    painted=True,
)
# 对218家机构开展排查，发现隐患642处
_CAME_TO_LIGHT = Pattern(
    f"，(?:共|累计|已|现)?(?:发现|查出|排查出|检查出|梳理出)(?!率)[^，。；率{PRINCIPAL}]{{2,16}}[{PAINT['count']}]+(?=[，；]|$)",
    reads=("对全市养老机构开展排查，发现消防隐患642处，",),
    leaves=("提高隐患发现率", "发现隐患整改率100%", "培养发现人才20名"),
    painted=True,
)
# 发放贷款45亿元，有效缓解了融资难题: what came of it, where nothing in the sentence is to come.
_CAME_OF_IT = Pattern(
    f"，[^，；的{PRINCIPAL}{DEADLINE}]{{0,16}}?[^，；了为除][^，；了为除]了(?!解|[{PRINCIPAL}]|[吧吗])[^，；{DEADLINE}]{{2,24}}(?=[，；]|$)",
    reads=("发放贷款45亿元，有效缓解了融资难题", "新建基地12个，农民收入实现了稳步增长，"),
    leaves=("新建基地12个，深入了解情况", "培训3000人，为了提高能力", "新建基地12个，带动就业"),
    painted=True,
)
_NOT_OVER = Pattern(
    f"[{DEADLINE}]|力争|争取|确保|努力实现|计划|预计|拟|[将要须应](?![对求素点用急])|下一?步|[今明]年|未来|以上|不少于|不低于",
    reads=("力争达到40家", "到2027年建成"),
    leaves=("培训3000人，应对了挑战", "取得了成效"),
    painted=True,
)
# 经过三年努力，森林覆盖率由38%提高到41%。在此基础上: what has been reached so, or is still to be, the next sentence tells.
_REACHED_SO = Pattern(
    "(?:经过|通过)[^，。]{2,20}(?:努力|建设|推进|攻坚|整治|治理|发展|实施|奋斗|行动)，",
    reads=("经过三年努力，",),
    leaves=("通过招商引进企业30家",),
    by="match",
)
_ON_THAT = Pattern(
    "在此基础上|(?:但是?|然而)[^。]{0,40}(?:差距|不足|短板|问题|薄弱)",
    reads=("在此基础上，到2028年", "但与先进城市相比仍有差距"),
    leaves=("到2028年", "在现有基础上"),
    by="match",
)
# 认定某公司等200家企业为专精特新企业，现将名单予以公布: what a list that is made public says has been decided.
_MADE_PUBLIC = Pattern(
    "，?(?:现(?:将|对)[^，。；]{0,100}|将[^，。；]{0,24})名单[^，。；]{0,20}(?:予以|进行)?(?:公布|公示|印发)|，现(?:予以?|特此)(?:公布|公示|发布|印发|通报)",
    reads=("，现将名单予以公布", "，现予公布", "，现予以发布"),
    leaves=("，每年公布名单", "加强公示"),
)
# 先期启动的4条示范线已于今年6月全部贯通
_DONE_ALREADY = Pattern(
    f"[^，]{{4,}}已经?(?:[于在][^，]{{2,12}})?(?:提前|全部|全面|顺利|如期|按期|圆满|超额|基本|正式|陆续)*(?:{alternation(words('verbs')['finish'], words('verbs')['create'])})(?:使用|运行|运营|投用)?$|[^，]{{4,}}已经?(?:全部|全面|陆续|如期|顺利)[^，{PRINCIPAL}]{{2,6}}$",
    reads=("先期启动的4条示范线已于今年6月全部贯通", "首批认定的20个街区已全部开街"),
    leaves=("依托已建成的30家医院", "已排查出的隐患全部整改"),
    painted=True,
)
# 。到2027年, 。下一步: where the next sentence comes to what is to be.
_NEXT = Pattern(
    f"[。；\n ]{{1,3}}(?:{STRIVE}|确保|计划|预计|规划)*(?:{alternation(_TELLING['ahead'])}|[{DEADLINE}])",
    reads=("。到2027年，城市书房达到100座", "。\n力争2027年达到100座", "。今年新建12家"),
    leaves=("。城市书房达到100座", "。加快建设", "。确保达到100座"),
    by="match",
    painted=True,
)
_SENTENCE_END = Pattern("[。！？\n]", reads=("加强领导。", "目标\n任务"), leaves=("加强领导，推动发展；",))
_FARTHEST = 200
_EACH = "每"
_AS_OF = ("截至", "截止")
# 规划总投资386亿元，2025年完成投资90亿元: what a work will cost, or hold, is to be as well.
_PLANNED = Pattern(
    "规划|计划|总投资|新增|建设(?:里程|规模|面积|用地)",
    reads=("规划总投资", "总投资", "建设里程"),
    leaves=("在校生", "投资增速"),
)
_GROWS_TO = ("达到", "突破", "超过", "发展到", "增加到", "增至", "扩大到", "提高到")
_AGAIN = 4  # characters at the end of an indicator by which the next sentence says it again
# The rules that read a number without a verb: 森林覆盖率45%.
_VERBLESS = frozenset(("stands_at", "comes_to", "accounts_for", "for_each", "ratio"))
_IS = tuple(_TELLING["is"])
# 减为, 整合为: what something turns into is no state of today.
_BECOME = tuple(f"{word}为" for word in words("verbs")["become"])
_HANDLED = frozenset(_TELLING["handled"])
_LONGEST_LIST = 40
_DONE_SO_FAR = tuple(_TELLING["so_far"])
_MOVES = tuple(word[-1] for word in words("verbs")["reach"] if word not in _IS)


# 《省行动方案》提出，到2027年全省培育30条；我市: what others plan, up to where the plan speaks of its own.
_OF_OTHERS = Pattern(
    # 按照国家要求，到2027年: what one does so is one's own.
    "(?!按|根据|依|遵照|对照|对标|落实|贯彻|围绕|结合|锚定|聚焦|为)"
    f"[^，。；]{{0,8}}(?:《{HIDDEN}+》|省“{HIDDEN}+”(?=规划|纲要|计划)|国家|国务院|党?中央|省委|省政府|省里|上级)(?:(?:一号)?文件|[^，。；{DEADLINE}]{{0,6}}(?:规划|纲要|方案|意见|会议|报告))?"
    f"(?:明确)?(?:提出|明确|要求|规定|部署|指出)(?:了|，(?=各[省地市县])|，?(?={DEADLINE})|，(?=全[国省]))"
    f"|[^，。；]{{0,8}}(?<!按照)(?<!根据)(?:总书记|国家主席|总理|省委书记|省长)[^，。；{DEADLINE}]{{0,14}}(?:强调|指出|提出)，",
    reads=(
        "《省制造业强链行动方案》提出，到2027年全省培育百亿级产业链30条",
        "国家提出到2030年非化石能源消费比重达到25%左右",
        "省“十五五”规划提出，全省研发投入年均增长10%以上",
        "省委一号文件要求，各县至少建设1个产业园",
        "习近平总书记指出，粮食产量要稳定在1.3万亿斤以上",
    ),
    leaves=(
        "按照总书记提出，",
        "本方案提出，到2027年",
        "按照《意见》要求，加快建设",
        "按照国家要求，到2027年",
        "国家要求的，到2027年",
    ),
    by="match",
    painted=True,
)
_OURS = Pattern(
    "[，；](?:(?:结合|按照)[^，；]{2,12}，)?(?=我[省市县区]|本[省市县区])",
    reads=("；我市到2027年培育5条",),
    leaves=("，全省",),
)
# 近三年共补充教师680名
_OF_LATE = Pattern(
    r"近(?:[一二两三四五]|[1-5]|几)年来?(?:共(?!同)|累计|已|先后|合计|总共)|自?(?:19|20)\d\d年(?:\d{1,2}月)?以来|[^，。；\d]{0,6}先后(?![顺次]序)",
    reads=("近三年共补充教师680名", "2023年以来先后优化公交线路64条"),
    leaves=("近三年培训", "今后三年共招聘"),
    by="match",
)
# 全市已有合作社7812家，新增省级示范社20家以上
_STOCK = Pattern(
    "(?:目前，?|当前，?)?(?:全[省市县区国州]|我[省市县区])?(?:现有|已有|共有|现共有)",
    reads=("全市已有农民合作社7812家",),
    leaves=("去年，全市新增",),
    by="match",
)
_MORE = Pattern(
    r"[，；](?=(?:再|新增|新建|新培育|新认定|培育|打造)[^，；。\d]{2,30}\d[\d.]*[^，；。\d]{0,3}以上(?:[，；]|$))",
    reads=("，新增省级示范社20家以上，",),
    leaves=("，新增省级示范社20家，", "，培育20家以上的园区"),
)
_FOUND_OUT = Pattern(
    f"(?:从[^，。；]{{2,12}}来?看|[^，。；]{{0,4}}[根依]?据[^，。；]{{0,8}}(?:{alternation(_TELLING['looked_into'])}))，",
    reads=("据统计，2024年", "从调查情况看，"),
    leaves=("据此，到2027年",),
    by="match",
)


def behind_others(painted: Painted, start: int, end: int) -> int:
    """Where a sentence that cites what others plan comes to its own plan: its end where it does not, its start where it cites nothing."""
    of_others = _OF_OTHERS.match(painted, start, end)
    ours = _OURS.search(painted, of_others.end(), end) if of_others else None
    return ours.end() if ours else end if of_others else start


def told_to(painted: Painted, start: int, end: int) -> int:
    """From where on a sentence that tells what was may come to what is to be; -1 where it does not begin so."""
    while start < end and painted[start] in _BLANKS:
        start += 1
    linked = _LINKED.match(painted, start, end)
    opens = linked.end() if linked else start
    if REPORTS.match(painted, opens, end):
        return opens
    if effects := _EFFECTS.match(painted, opens, end):
        return effects.end()
    if completed := _COMPLETED.search(painted, start, end) or _CAME_TO_LIGHT.search(painted, start, end):
        return completed.end()
    if public := _MADE_PUBLIC.search(painted, start, end):
        return public.end()
    if painted.find("了", start, end) >= 0 and _CAME_OF_IT.search(painted, start, end):
        return start if _NOT_OVER.search(painted, start, end) is None else -1
    so = _REACHED_SO.match(painted, start, end)
    return so.end() if so and _ON_THAT.match(painted, end + 1) else -1


def comes_to_be(text: str, painted: Painted, start: int, end: int) -> int:
    """Where a sentence that tells from `start` on what there is comes to what is to be; its end where it does not."""
    if found_out := _FOUND_OUT.match(text, start, end):
        start = found_out.end()  # 据统计，2024年全市共接待: the year is that of what was found out
    then = next((then.end() for then in _THEN.finditer(painted, start, end) if text[then.end()] != _EACH), end)
    more = _MORE.search(text, start, end) if _STOCK.match(text, start, end) else None
    return min(then, more.end()) if more else then


def tells(text: str, painted: Painted, start: int, end: int, *, alone: bool) -> bool:
    """Whether a clause tells what there is; `alone` where it opens a sentence and no time to come governs it: 我市拥有公交线路128条."""
    if (alone and _HAS.match(painted, start, end)) or _OF_LATE.match(text, start, end):
        return True
    return not _TELLS.isdisjoint(painted[start:end]) and (
        _HAS_DONE.match(painted, start, end) is not None
        or _DONE_ALREADY.search(painted, start, end) is not None
        or _ALL_ALREADY.match(painted, start, end) is not None
        or _DID.match(painted, start, end) is not None
    )


def states(text: str, rule: str, outcome: str | None, number: int) -> bool:
    """Whether a reading says no more than what is, with the verb 为 or none: 在校生38万人, 近视率为52.3%."""
    if (outcome or "").startswith(_DONE_SO_FAR) or outcome in _HANDLED:
        return True
    root = whole_of(rule)
    if root == IN_TURN:
        said = text.rfind("分别", max(0, number - _LONGEST_LIST), number)
        return said >= 0 and text.startswith(_IS, said + len("分别"))  # 分别为42.6%、39.1%
    if root == EXISTS or (text.endswith(_IS, 0, number) and not text.endswith(_BECOME, 0, number)):
        return True
    return root in _VERBLESS and not text.endswith(_MOVES, 0, number)


def without_told(text: str, painted: Painted, found: Sequence[Found], start: int, end: int, governed: int) -> list[Found]:
    """What a sentence commits to, less what it states before it, or the next sentence, comes to what is to be.

    `start` and `end` are those of the sentence, `governed` where its first time to come stands, or `end`. 城市书房64座。到2027年，城市书房达到100座;
    养老机构12所，入住老人2140人；到2026年，入住老人达到3000人.
    """
    if text.startswith(_AS_OF, start) and all(_states(text, target._replace(due=None)) for target in found):
        return []  # 截至2025年底，全市森林覆盖率41%
    ahead = [target for target in found if target.start < governed and not target.due]
    following = _NEXT.match(painted, end)
    follows = len(ahead) < len(found) if governed < end else following and text[following.end() - 1] not in _EACH
    if not ahead or not follows:
        return [*found]
    if all(_states(text, target) for target in ahead):
        return [target for target in found if target not in ahead]
    begin = governed if governed < end else end + 1
    last = _SENTENCE_END.search(painted, begin, begin + _FARTHEST)
    said = text[begin : last.start() if last else begin + _FARTHEST]
    if any(_is_said_again(target, said) for target in ahead):
        return [target for target in found if target not in ahead]
    return [*found]


_KEEPS = ("落实", "严格落实", "全面落实", "守住", "守牢", "严守", "坚守", "牢牢守住", "坚决守住")


def _states(text: str, target: Found) -> bool:
    """Whether a target without a time states no more than what is."""
    if _PLANNED.search(target.indicator) or text.startswith(_KEEPS, target.start):
        return False
    return _is_plain(target) and target.amount is not None and states(text, target.rule, target.outcome, target.amount.start)


def _is_plain(target: Found) -> bool:
    return not target.due and target.comparator == "eq" and target.strength == "firm" and not target.frequency


def _is_said_again(target: Found, said: str) -> bool:
    """Whether the words behind, which a time to come governs, say what a target does: 城市书房64座, 再建城市书房12座."""
    plain = _is_plain(target if target.comparator != "gt" else target._replace(comparator="eq"))  # 总数超过42个
    if plain and len(target.indicator) < _AGAIN and target.outcome:
        # 归集数据120亿条。下一步，归集数据突破200亿条
        name = target.outcome + target.indicator
        return len(name) >= _AGAIN and any(f"{name}{leads}" in said for leads in _GROWS_TO)
    at = said.find(target.indicator[-_AGAIN:]) if len(target.indicator) >= _AGAIN and plain else -1
    if at >= 0 and said.startswith(_GROWS_TO, at + _AGAIN):
        return True
    level = target.kind == "level" or target.outcome is None or target.outcome.startswith("达")
    return at >= 0 and (level or "再" in said[max(0, at - _AGAIN - 2) : at] or "再" in said[at : at + 2 * _AGAIN])
