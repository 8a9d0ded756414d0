"""The kind of each item, from its heading, from what stands above it, and from where it stands in its plan."""

from __future__ import annotations

from collections.abc import Sequence

from planparse.language.documents import DOCUMENT
from planparse.language.marks import Mark
from planparse.language.patterns import Pattern
from planparse.model import SectionKind
from planparse.parsing.outline.items import HOLDERS, LAWS, LONGEST_PHRASE, NAMES_PART, Item
from planparse.parsing.outline.kinds import APPLYING, SECURES_LAST, SUMS, heading_rule, leads_to_cases, leads_to_things
from planparse.parsing.outline.lost_headings import aims, begin_behind_lost_headings, kind_of_list
from planparse.parsing.outline.openings import GLOSSARY
from planparse.text import Folded

# 第四条【支持建设平台】对新建的平台…
BRACKETED_HEADING = Pattern(
    "（([^（）\n]{2,60})）", reads=("（支持建设平台）",), leaves=("（）", "支持建设平台"), by="match"
)

_LONGEST_NOUN = 8
_NO_PHRASE = "，；：、"
_LEADS = "，；："  # what holds items may be named after several things: （一）担保费、保险费补贴

# The sentence of an article that leads to a list, and what leads to one and is more than its time: 近两年：.
_LONGEST_LEAD, _SHORTEST_LEAD = 40, 6
_LEADS_TO = Pattern(
    "以下|下列|如下|(?:之一|满足|符合|具备|达到|包括|[应为是])[^，。；]{0,8}：?$",
    reads=("研发费用须满足以下要求：", "并符合下列条件之一：", "鼓励满足以下条件的企业申报："),
    leaves=("保持合理的更新率：", "申报材料内容："),
)

# A heading of several phrases is shorter than this.
_LONGEST_PAIRED = 40

# What says of a paper itself what it is for, what its words mean, from when it holds and who explains it.
_PAPER = f"本(?:实施|试行|行动|工作|若干|暂行|具体|政策|扶持|管理|专项)?(?:{DOCUMENT})"
_ABOUT_ITSELF = Pattern(
    rf"(?:为|根据|依据|按照|依照)[^。\n]{{4,280}}制[定订]{_PAPER}[。，；（\n]"
    r"|(?:其[他它])?(?:相关|有关)?未尽(?:事宜|事项)，?(?:按照?|依照|参照|由|遵照|执行)"
    rf"|{_PAPER}(?:（[^（）\n]{{1,30}}）)?[中里]?(?:所?称|所指|适用(?:于|范围|对象)|未尽事宜|有效期|(?:自|从)[^。；\n]{{2,40}}(?:起|施行|实施|执行|生效)|[^。；，\n]{{0,12}}由[^。；\n]{{2,60}}解释)",
    reads=(
        "为规范管理，根据有关规定，制定本办法。",
        "本办法所称企业，是指依法注册的企业。",
        "本实施细则自2024年1月1日起施行",
        "本措施由市工信局负责解释",
        "本政策自2024年6月1日施行，有效期2年",
        "本意见适用于本市企业",
        "其他未尽事宜按照国家有关规定执行",
    ),
    leaves=(
        "为企业制定本地标准",
        "本市企业",
        "根据本办法给予补贴。",
        "本措施的申报指南另行发布",
        "各地要根据本方案制定细则",
    ),
    by="match",
)

# What words mean.
_DEFINES = Pattern(
    "[^。；，：\n]{2,40}[，。：]?是指|[^。；，：\n]{2,40}[。：]指(?![导定标派挥引明数出示令南])",
    reads=(
        "医疗机构，是指依法设立的机构",
        "被赡养人是指年满60岁的父母",
        "孤儿。指失去父母的未成年人",
        "日常保养：指人工作业",
    ),
    leaves=("加强宣传。指导企业申报", "建立指标体系", "明确任务：指定专人负责"),
    by="match",
)

# A document that is named, and nothing of it said.
_CITES = Pattern(
    "《[^《》\n]{4,120}》[ ]?(?:（[^\n]{2,60}）)?[；。]?(?=\n|$)",
    reads=("《甲部关于经费的公告》（甲部公告2020年第8号）", "《甲市管理办法》；\n"),
    leaves=("《甲市办法》规定的企业给予补贴。", "落实《甲市办法》"),
    by="match",
)

# Who holds a contest, which nobody has to do: 组织机构, with 主办单位： below it.
_HELD_BY = Pattern(
    "[^。；，：\n]{0,6}(?:组织|举办|办赛|活动)(?:机构|单位|架构|形式)[。：]?\n?(?:[指主承协][导办管]|联合主办|支持|组织)单位：",
    reads=("组织机构\n主办单位：市人社局\n", "大赛组织架构\n指导单位：省人社厅", "组织单位。主办单位：市教育局"),
    leaves=("组织机构\n成立领导小组", "组织领导\n责任单位：市人社局", "举办文化节\n主办单位：市文旅局"),
    by="match",
)

# How an office is reached.
_REACHED_BY = Pattern(
    "[^。；，：\n]{0,40}?(?:电子邮[件箱]|邮箱|电邮|通[信讯]地址|联系(?:人|电话|方式|地址)|咨询电话|邮政编码|传真)[^。；，\n]{0,12}："
    "|通过(?:信函|电子邮件|邮件|传真|来信|邮寄)[^。；\n]{0,16}(?:寄|发送|传真|反馈|提交)",
    reads=("电子邮箱：a@b.cn", "通过信函方式将意见寄至市财政局", "“智慧交通”专项咨询电话：12345"),
    leaves=("建立联系人制度", "通过信函开展宣传"),
    by="match",
)

# Facts of a thing that has a name, a size and a time, none of which is to be done.
_STATES_FACT = Pattern(
    "[^。；，：\n]{0,8}(?:名称|规模|存续期|期限|时间|地点|位置|面积|主题|对象|范围|方向|形式|人数|名额)：",
    reads=("基金名称：甲省成果转化基金", "培训对象：全市各企业", "活动时间：5月"),
    leaves=("合理确定规模。", "扩大试点范围，分批推进：", "市财政局：按时间拨付"),
    by="match",
)

# A paper that somebody hands in: an entry of a list of papers, and nothing to be done.
_PAPER_HANDED_IN = Pattern(
    "(?!(?:推(?!荐[表书])|取消|免|不再|减|精简|清理|完善|规范|建立|统一|优化|发放|办理|核发|颁发|简化|实行|制定|编制|使用|改|逐步|全面|加快|加强|支持|落实|对|凡|鼓励|探索|严格|做好|开展|要求|公布|出具|发布|审核))"
    "(?:提供|提交)?[^。；，：\n]{0,60}(?:复印件|原件|扫描件|影印件|申请表|申报表|申报书|申请书|推荐表|承诺书|营业执照|登记证书?|资格证书|证明材料|证明文件|委托书|审计报告|验资报告|检测报告|检验报告|可行性研究报告|完税证明|身份证明|(?<=其他)(?:[^。；，：\n]{0,10}的|相关|有关)?(?:材料|资料)|[^。；，：\n（]{1,20}(?=（[^（）\n]{0,12}(?:复印件|原件|扫描件|一式)))"
    "(?:（[^（）\n]{1,60}）|复印件|原件|等|及其?(?:复印件|附件)|一式[^。；，：\n]{1,6})*[。；，]?(?=\n|$)",
    reads=(
        "企业营业执照登记证复印件；\n",
        "提供税务部门出具的完税证明。",
        "项目申请表（附件1）；",
        "企业法人身份证明",
        "项目可行性研究报告及附件；",
        "其他需要提交的材料。",
        "项目签约文本（复印件需盖章确认）",
    ),
    leaves=(
        "取消营业执照复印件\n",
        "推行电子营业执照。",
        "企业营业执照。严格审核。",
        "规范出具检测报告，提高质量。",
    ),
    by="match",
)

# One case of several: 因犯罪被追究刑事责任的；.
_CASE = Pattern(
    "[^\n。；]{4,200}的[；。]?(?=\n|$)",
    reads=("未按照规定提交年度报告的；", "泄露商业秘密的。"),
    leaves=("加强管理，实现既定的目标；", "提交报告的，给予奖励。"),
    by="match",
)
# What somebody that applies is or has.
_HAS = Pattern(
    "(?!对|支持|鼓励|凡|引导|推[进动]|建立|每|全)(?![^。；\n]*(?:给予|奖励|补[助贴]|享受))[^，。；：\n]{2,40}?"
    "(?:为(?:独立|依法|合法)|具有(?:良好|较[强好高]|独立|完善|健全|完整|相应|一定)|具备(?!条件)|能够(?:开展|提供|为)|无(?:重大|不良|失信|违法))",
    reads=("运营方为独立法人单位，行为规范", "各游览点具备较好的交通条件", "单位具有良好的合作关系", "企业无不良记录"),
    leaves=("支持具备条件的地区先行先试", "对具有独立法人资格的企业给予补助", "各地建立健全机制"),
    by="match",
)
_FEWEST_HAD = 3

# What says by which principle something is done, among what is to be done.
_KEEPS_TO = Pattern(
    "[^，]*(?:遵循|坚持|按照?|依照|实行|本着|贯彻)[^，]{2,}原则",
    reads=("机构申报遵循自愿原则", "坚持公平原则"),
    leaves=("遵循的原则", "基本原则"),
    by="fullmatch",
)

# Of a list of measures alone, the last one that is about all of them: 强化激励督促.
_ANSWERS = Pattern(
    "领导|督[查导促办]|考核|问责|责任|组织",
    reads=("强化督查考核和正向激励", "落实管理责任"),
    leaves=("强化落实", "加强综合保障"),
)

_ARRANGES = Pattern("(?:工作|总体)(?:安排|部署)", reads=("工作安排",), leaves=("加强工作安排", "总体要求"), by="fullmatch")

# What is no principle, though it stands below them.
_GOALS = Pattern(
    "(?:主要|工作|总体|发展|建设|具体)目标", reads=("主要目标", "工作目标"), leaves=("坚持目标导向", "目标"), by="fullmatch"
)
_FEWEST_TOLD = 2  # headings of who can apply and how

# Who is to be asked, and what one that applies says of itself.
_CONTACTS = Pattern(
    "[^。；，：\n]{0,10}(?:联系|咨询)(?:人|方式|电话|地址)",
    reads=("项目申报联系方式", "联系人及电话"),
    leaves=("密切联系群众", "加强咨询服务"),
    by="match",
)
_SAYS_OF_ITSELF = Pattern(
    "[本我](?:单位|公司|企业|机构|人|司)",
    reads=("本单位自愿提出申请", "我公司承诺"),
    leaves=("本市企业", "我市单位"),
    by="match",
)
# What these match at its beginning holds no task, though it stands among tasks.
_NO_TASK = (_DEFINES, _CITES, _REACHED_BY, _STATES_FACT, _PAPER_HANDED_IN)
# Kinds of parts that all below them are of; below tasks and general matter a heading may tell of another.
_PASSED_DOWN = frozenset(("appendix", "guidance", "principles", "goals", "safeguards", "other"))

# What the part that secures a plan begins with, where its own heading is lost.
_SECURES_FIRST = Pattern(
    "(?:切实|进一步|全面)?(?:加强|强化|提高|健全|完善)(?:党的|组织|思想|统筹|工作)*(?:领导|保障|协调|统筹|认识|实施)(?=，|$)",
    reads=("加强领导，建立工作机制", "加强统筹协调", "切实提高思想认识"),
    leaves=("加强要素保障能力建设", "完善城市功能"),
    by="match",
)


def _secure_ends(items: Sequence[Item]) -> None:
    """The last part of a plan secures it where its heading or its first measure does, or one of them does and its heading speaks of it.

    What stands among tasks is one of them, whatever it is called; a single measure behind parts that all hold several is the last part,
    and so is one behind such measures alone that speaks of who answers for them.
    """
    parts: dict[Item | None, list[Item]] = {}  # of each plan
    for item in items:
        if (item.parent is None or item.parent.holds_plan) and item.kind in ("tasks", "safeguards"):
            parts.setdefault(item.parent, []).append(item)
    secures: set[Item] = set()
    for *others, last in parts.values():
        if others and not last.children and SECURES_LAST.search(last.heading):
            parted = {bool(part.children) for part in others}
            if parted == {True} or (parted == {False} and _ANSWERS.search(last.heading)):
                secures.add(last)
        held = next((part for part in (last, *reversed(others)) if part.children), None)
        if held is None or held.kind != "tasks":
            continue
        securing = [child.kind == "safeguards" or bool(SECURES_LAST.search(child.heading)) for child in held.children]
        if securing[0] or ("保障" in held.heading and any(securing)) or SECURES_LAST.search(held.heading):
            secures.add(held)
    for item in items:
        if item in secures or (item.parent in secures and item.kind == "tasks"):
            item.kind = "safeguards"
            secures.add(item)
        elif (
            item.kind == "safeguards"
            and item.parent is not None
            and item.parent.kind == "tasks"
            and not (item.children and NAMES_PART.fullmatch(item.heading))
        ):
            item.kind = "tasks"


def _secure_by_arranging(items: Sequence[Item]) -> None:
    """工作安排 behind the tasks tells who does them when, and is no general matter as it is before them."""
    with_tasks: set[Item | None] = set()  # the plans that have come to their tasks
    for item in items:
        plan = item.parent
        if plan is None or plan.holds_plan:
            if item.kind == "tasks":
                with_tasks.add(plan)
            elif item.kind == "general" and plan in with_tasks and _ARRANGES.fullmatch(item.heading):
                item.kind = "safeguards"
        elif item.kind == "general" and plan.kind == "safeguards":
            item.kind, item.has_title = "safeguards", True


def _secure_last(items: Sequence[Item], folded: Folded) -> None:
    """Where the headings of the first level are lost, the last part secures the plan if it begins as such parts do."""
    begun = [*begin_behind_lost_headings(items, folded)]
    if begun and _SECURES_FIRST.match(folded, begun[-1].body, begun[-1].heading_end):
        for item in items:
            if item.start >= begun[-1].start and item.kind == "tasks":
                item.kind = "safeguards"


def _set_kinds_by_leads(items: Sequence[Item], folded: Folded) -> None:
    """Where no heading stands above a list, the line above its first item may tell of which kind its items are."""
    kind: SectionKind | None = None
    above: Item | None = None
    for item in items:
        if item.parent is None and item.mark.family in ("han_bracketed", "arabic"):
            if above is None or item.mark.number <= above.mark.number or item.mark.family != above.mark.family:
                kind = kind_of_list(folded, item)
            above = item
        elif item.parent is None:
            kind = above = None
        if kind is not None and item.kind == "tasks":
            item.kind = kind
            item.has_title = kind == "principles" and not _is_sentence(item, folded)


def _pass_over_cases(items: Sequence[Item], folded: Folded) -> None:
    """Below an article whose last words lead to conditions, cases, papers or things, the entries of the list are no measures."""
    for item in items:
        if item.mark.family != "article" or not item.children or item.kind != "tasks":
            continue
        own = folded[item.body : item.own_end].rstrip()
        lead = own[max(own.rfind("。"), own.rfind("\n")) + 1 :]
        if leads_to_cases(lead) or leads_to_things(lead):
            for child in item.children:
                if not child.children and child.kind == "tasks":
                    child.kind, child.has_title = "other", False


def _pass_over_sums(items: Sequence[Item], folded: Folded) -> None:
    """How much is given is nothing to be done, in a paper that tells who can apply and how."""
    if sum(item.kind == "other" and APPLYING.fullmatch(_plain(item, folded)) is not None for item in items) < _FEWEST_TOLD:
        return
    sums: set[Item] = set()
    for item in items:
        if item.kind == "tasks" and (item.parent in sums or (item.children and SUMS.fullmatch(_plain(item, folded)))):
            sums.add(item)
            item.kind = "other"
            item.has_title = _is_title(item, folded)


def _plain(item: Item, folded: Folded) -> str:
    return folded[item.body : item.heading_end].strip("：；。 ")


def _pass_over_papers(items: Sequence[Item], folded: Folded) -> None:
    """Where most entries of a list are papers that somebody hands in, cases of something, or what one that applies is or has, all are."""
    lists: list[list[Item]] = []
    here: dict[Item | None, list[Item]] = {}  # the list that is open below each item
    for item in items:
        if item.children or item.kind not in ("tasks", "other"):
            continue
        if item.parent not in here or item.mark.number <= here[item.parent][-1].mark.number:
            here[item.parent] = []
            lists.append(here[item.parent])
        here[item.parent].append(item)
    for entries in lists:
        papers = sum(_PAPER_HANDED_IN.match(folded, entry.body) is not None for entry in entries)
        papers = max(papers, sum(_CASE.match(folded, entry.body) is not None for entry in entries))
        if papers > 1 and papers * 2 >= len(entries):
            for entry in entries:
                entry.kind, entry.has_title = "other", False
        had = sum(entry.kind == "tasks" and _HAS.match(folded, entry.body) is not None for entry in entries)
        if had >= _FEWEST_HAD and had * 2 > len(entries):
            for entry in entries:
                entry.kind, entry.has_title = "other", False


def set_kinds(items: Sequence[Item], folded: Folded, lost: Mark | None) -> None:
    """Set the kind of each item, and whether it has a title; `lost` is the mark that begins a part whose heading is lost."""
    for item in items:
        _set_kind(item, folded)
    _pass_over_sums(items, folded)
    _pass_over_papers(items, folded)
    _pass_over_cases(items, folded)
    _set_kinds_by_leads(items, folded)
    _secure_by_arranging(items)
    _secure_ends(items)
    if lost is not None:
        for item in items:
            if item.mark.family == "han_bracketed" and item.start < lost.start and aims(folded, item.mark):
                item.kind = "goals"
    _secure_last(items, folded)
    for item in reversed(items):
        item.has_title |= item.is_measure or any(child.is_measure or child.is_section for child in item.children)


def _set_kind(item: Item, folded: Folded) -> None:
    """The kind of an item, from its heading and the kind of the item above it."""
    heading = folded[item.body : item.heading_end].strip("：；。 ")
    if item.mark.family == "article":
        heading = heading.strip("（）")
    if item.mark.family in LAWS:
        heading = heading.replace(" ", "")  # 总 则
    above = item.parent.kind if item.parent and not item.parent.holds_plan else None
    item.is_empty_part = NAMES_PART.fullmatch(heading) is not None and not _has_text_behind(item, folded)
    if item.mark.family == "annex":
        item.kind = "appendix"
    elif item.is_plan:
        item.kind = "other"
    elif item.mark.family == "heading" and GLOSSARY.match(heading + "\n"):
        item.kind = "appendix"
    elif item.parent and item.parent.mark.family == "heading" and above == "appendix":
        item.kind, item.has_title = "other", False  # what words mean is nothing to be done
    elif above == "guidance" and (rule := heading_rule(heading, is_part=bool(item.children), below_general=True)):
        item.kind = rule.kind  # 总体思路 above 规划目标
    elif above == "principles" and _GOALS.fullmatch(heading):
        item.kind = "goals"
    elif above in _PASSED_DOWN:
        item.kind = above
        item.has_title = _has_title(item, folded)
    elif item.mark.family == "article" and above == "general":
        item.kind = "other"  # whom and what the rules are for
        item.has_title = _is_title(item, folded)
    elif rule := heading_rule(heading, is_part=bool(item.children), below_general=above == "general"):
        keeps = rule.kind == "principles" and above == "tasks" and item.mark.family != "article" and not item.children
        item.kind = "tasks" if keeps and _KEEPS_TO.fullmatch(heading) else rule.kind
        if item.mark.family == "article" and rule.leading and not item.children:
            item.has_title = _is_title(item, folded)  # 第四条 管理工作遵循公开、公平的原则。
    elif above == "general":
        item.kind = above
        item.has_title = not _is_sentence(item, folded)
    else:
        item.kind = "tasks"
    if not item.children and item.is_measure and _HELD_BY.match(folded, item.body):
        item.kind = "other"
    if _says_no_task(item, folded):
        item.kind, item.has_title = "other", False
    elif item.mark.family == "annex" and not item.heading and not item.children:
        item.has_title = False  # only its number is left


def _has_title(item: Item, folded: Folded) -> bool:
    """Whether an item of a part that holds no tasks has a title, and is no entry or sentence of it."""
    if (item.kind == "appendix" and _is_entry(item, folded)) or _closes_list(item, folded):
        return False
    if not item.children and (
        (item.parent is not None and _CONTACTS.match(folded, item.parent.body)) or _SAYS_OF_ITSELF.match(folded, item.body)
    ):
        return False
    return _is_title(item, folded) if item.kind == "other" else not _is_sentence(item, folded)


def _says_no_task(item: Item, folded: Folded) -> bool:
    """Whether a leaf speaks of the document, or defines, cites or states something: 本办法自2025年1月1日起施行, 电子邮箱：a@b.cn."""
    if item.children or item.mark.family in HOLDERS:
        return False
    if _ABOUT_ITSELF.match(folded, item.body):
        return True
    return item.is_measure and any(says.match(folded, item.body) for says in _NO_TASK)


def _is_sentence(item: Item, folded: Folded) -> bool:
    """Whether what stands behind the mark of a leaf is a sentence and no heading: 到2025年，建成平台5个。."""
    heading = folded[item.body : item.heading_end]
    if item.children or not ("，" in heading or "；" in heading):
        return False
    if _has_text_behind(item, folded):
        return len(heading) > _LONGEST_PAIRED
    return heading.endswith("；") or folded.startswith("。", item.heading_end)


def _is_entry(item: Item, folded: Folded) -> bool:
    """Whether a leaf of an annex is a whole sentence, with or without a comma: （一）从业人员不少于50人。."""
    ends = folded.startswith("。", item.heading_end) and not _has_text_behind(item, folded)
    return not item.children and ends and len(item.heading) > _LONGEST_NOUN


def _closes_list(item: Item, folded: Folded) -> bool:
    """Whether a leaf is a sentence like those before it in its list, and what stands on the lines below is said of all of them."""
    return (
        not item.children
        and item.parent is not None
        and folded.startswith("。\n", item.heading_end)
        and any(not other.has_title and other.mark.family == item.mark.family for other in item.parent.children)
    )


def _has_text_behind(item: Item, folded: Folded) -> bool:
    return folded[item.heading_end : item.end].strip("。\n ") != ""


def _is_title(item: Item, folded: Folded) -> bool:
    """Whether a heading is a phrase before the text of its item, and no sentence of it: 市财政局负责解释."""
    heading = folded[item.body : item.heading_end].strip()
    if heading.endswith("：") and len(heading) > _SHORTEST_LEAD and not _LEADS_TO.search(heading):
        heading = heading.rstrip("：")  # 保持合理的更新率：
    if item.children:
        if item.mark.family == "article" and not any(mark in heading.rstrip("：") for mark in _LEADS):
            return len(heading) <= _LONGEST_LEAD
        if folded.startswith("\n", item.heading_end) and not any(mark in heading for mark in "；："):
            return len(heading) <= _LONGEST_LEAD  # a line of its own: 已通过评价，但无税收增量项目
    elif item.mark.family == "article" and len(heading) > _LONGEST_NOUN and folded.startswith("。", item.heading_end):
        return False  # 养护资金执行公开制度。…: the title of an article stands in brackets or on a line
    return BRACKETED_HEADING.match(heading) is not None or (
        len(heading) <= LONGEST_PHRASE
        and not any(mark in heading for mark in (_LEADS if item.children else _NO_PHRASE))
        and _has_text_behind(item, folded)
    )
