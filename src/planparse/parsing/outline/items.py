"""The printed marks give the outline, a tree of items; each becomes a section or a measure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from planparse.language.body_names import ISSUER
from planparse.language.documents import DOCUMENT, PASSES_ON, PLAN, STATUS_BRACKET
from planparse.language.folding import fold
from planparse.language.lexicon import alternation, words
from planparse.language.marks import MARKS, Mark, Numbers, read_bare_mark, read_mark
from planparse.language.numerals import HAN, read_chinese
from planparse.language.patterns import Pattern
from planparse.model import SectionKind
from planparse.parsing.outline.headings import find_headings, find_headings_above, find_known_headings
from planparse.parsing.outline.kinds import ASKS, CONDITIONS, SECURES_LAST, SITUATION, heading_rule
from planparse.room import Room
from planparse.text import DEEPEST_HEADING, Folded, line_end

_APPENDIX = Pattern(
    r"(?m)^附[ ]?件(?:[ \n]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2}))?[ ]?[：:]?$|^附表[ ]?\d{0,2}[：:]?$",
    reads=("附件1", "附 件：", "附表2", "附件\n2"),
    leaves=("附件1：任务分工表", "见附件1"),
)
# 附件省级研究院创建基本条件: glued to its title on a line of its own, right above what it holds.
_GLUED_APPENDIX = Pattern(
    rf"附[ ]?件(?P<n>\d{{0,2}})[ ]?(?=(?!下载)[^。，；：.\n]{{2,40}}(?:条件|要求|说明|程序|流程|名单|一览表|目录|指标体系|{DOCUMENT})(?:（[^（）\n]{{1,12}}）)?\n"
    rf"(?:第一[章条]|一、|（一）|1[.、]|(?:为|根据|按照|依据)[^\n]{{20,}}))",
    reads=(
        "附件省级研究院创建基本条件\n为推进创建，按照《甲省研究院创建工作方案》的要求，提出以下条件",
        "附件1 企业申报条件\n一、",
        "附件2管理办法\n第一条",
    ),
    leaves=("附件1 任务清单\n附件2 指标表", "附件下载清单\n1.", "附件：任务清单\n一、", "附件申报指南.doc\n1."),
    by="match",
)
# The list of annexes below a plan: 附件：1.任务分工表, each on its line.
_ANNEX_LIST = Pattern(
    r"附[ ]?件[ ]?(?:（略）)?：(?=[^\n]|\n1[.、])",
    reads=("附件：1.任务分工表", "附 件：（略）", "附件：\n1.任务分工表\n2.指标表", "附件（略）：\n1.检查表"),
    leaves=("附件：\n任务分工表", "附件1"),
    by="match",
)
_SECOND = Pattern(rf"\n2(?:[.、]|{HAN})", reads=("\n2坚持", "\n2.加强"), leaves=("\n2022年", "2坚持"))
_FARTHEST_SECOND = 2000
# 2 重点任务 over 2.1: a number whose point the parts below it have.
_PARTED = Pattern(
    rf"(?P<n>[1-9]\d?)[ ]?(?={HAN}[^。；，\n]{{1,24}}\n(?P=n)\.1(?:[ .、]|{HAN}|\.1))",
    reads=("2 重点任务\n2.1 建设队伍", "3保障措施\n3.1加强领导"),
    leaves=("2 重点任务\n3.1 建设队伍", "2025年\n2.1 建设"),
    by="match",
)
# 35.5个地级市组团…: a mark right before a number, where the list is at 34.
_BEFORE_NUMBER = Pattern(
    rf"(?P<n>[1-9]\d{{0,2}})\.(?=\d{{1,4}}(?:[%年月]|{HAN}))",
    reads=("35.5个地级市组团", "2.15%的经费"),
    leaves=("35.", "2.5.1建设", "5个地级市"),
    by="match",
)
_DIGITS = frozenset("123456789")
_ONLY_TITLE = Pattern(
    f"{HAN}{{4,24}}。{HAN}", reads=("强化组织领导。定期研究",), leaves=("强化组织领导。\n", "个月内完成，"), by="match"
)
_GLOSSARY = Pattern(
    "(?:(?:名词|术语)(?:解释|说明|释义)|注释：?)(?=\n)",
    reads=("名词解释\n1.智算中心：", "注释\n1.智算中心："),
    leaves=("名词解释见附件\n", "名词"),
    by="match",
)
# What applies to a whole paper stands below all that is marked, under a heading that may have no mark.
_CLOSING_RULES = Pattern("附[ ]?则(?=\n)", reads=("附则\n1.本措施", "附 则\n"), leaves=("附则规定\n", "附件\n"), by="match")
_LISTED = Pattern(
    r"\d{1,2}[ ]?[.、][^\n。]{1,100}(?:\n|$)",
    reads=("1.任务分工表", "3.2019年申请表\n"),
    leaves=("1.建设平台。建成。", "任务分工表"),
    by="match",
)
# 第四条【支持建设平台】对新建的平台…
_BRACKETED_HEADING = Pattern(
    "（([^（）\n]{2,60})）", reads=("（支持建设平台）",), leaves=("（）", "支持建设平台"), by="match"
)
_LEADS_ON = "：；"
# An item that says nothing to be done has a title only where a phrase stands before its text.
_LONGEST_PHRASE = 24
_LONGEST_NOUN = 8
_NO_PHRASE = "，；：、"
_LEADS = "，；："  # what holds items may be named after several things: （一）担保费、保险费补贴
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
# How an office is reached.
_REACHED_BY = Pattern(
    "[^。；，：\n]{0,40}?(?:电子邮[件箱]|邮箱|电邮|通[信讯]地址|联系(?:人|电话|方式|地址)|咨询电话|邮政编码|传真)[^。；，\n]{0,12}："
    "|通过(?:信函|电子邮件|邮件|传真|来信|邮寄)[^。；\n]{0,16}(?:寄|发送|传真|反馈|提交)",
    reads=("电子邮箱：a@b.cn", "通过信函方式将意见寄至市财政局", "“智慧交通”专项咨询电话：12345"),
    leaves=("建立联系人制度", "通过信函开展宣传"),
    by="match",
)
# 专栏1 数字底座工程: a box with a heading of its own, which stands beside the outline.
_BOX = Pattern(
    r"专[ ]?栏(?=[ \n\d一二三四五六七八九十])[ \n]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})[ \n：、.]{1,3}(?=[^。\n]{2,40}(?:\n|$))",
    reads=("专栏1 数字底座工程", "专栏一：重点工程\n", "专栏\n1\n国家物流枢纽建设工程"),
    leaves=("专栏1和专栏2列出了工程。", "开设专栏", "专栏"),
    by="match",
)
# 一、总体要求........3
_LEADS_TO_PAGE = Pattern(
    r"(?:\.{4}|…{2}|·{4})[ ]?\d{1,3}$",
    reads=("一、总体要求........3", "（一）目标…… 12"),
    leaves=("比例为1....", "一、总体要求"),
)
_LONGEST_LEADER = 12
# The lines of a table of contents, and all of it.
_SHORTEST_ENTRY, _LONGEST_ENTRY, _LONGEST_CONTENTS = 4, 60, 6000
_HEADING_END = Pattern("[。\n]", reads=("加强领导。", "总体要求\n"), leaves=("总体要求",))
# 一、支持企业稳定岗位 按照国家统一部署…: a heading parted from its text by a blank alone.
_BLANK_AFTER_HEADING = Pattern(
    rf"(?:[^\s，。；“”《》]|《[^\s《》]{{1,40}}》){{4,30}}(?<![第共约0-9A-Za-z])[ ](?={HAN})",
    reads=("支持企业稳定岗位 按照国家统一部署", "加快平台建设 依托高校"),
    leaves=("到 2025 年", "第三 条款", "推进建设5G 基站和数据中心", "按照《市财政局 市教育局关于经费的通知》安排经费"),
    by="match",
)
_LONGEST_HEADING = 300
# What states how things will be: 服务体系更加完善.
_AIM = Pattern(
    r"\w{2,24}(?:更加|显著|明显|大幅|全面|基本|持续|稳步|不断|进一步)\w{2,6}",
    reads=("服务体系更加完善", "治理能力显著提升", "创新平台基本建成"),
    leaves=("加强组织领导", "全面推进数字化"),
    by="fullmatch",
)
# What names a part of a plan, not what is done: without a mark it is a section, even with a paragraph alone below it.
_NAMES_PART = Pattern(
    "(?:保障措施|组织保障|组织实施|工作要求|有关要求|(?:主要|重点|工作)任务)",
    reads=("保障措施", "主要任务"),
    leaves=("加强组织保障",),
    by="fullmatch",
)
_FEWEST_ABOVE = 2
_MANY = 10  # measures that run on are more than one of a list of aims could hold
# What the part that secures a plan begins with, where its own heading is lost.
_SECURES_FIRST = Pattern(
    "(?:切实|进一步|全面)?(?:加强|强化|提高|健全|完善)(?:党的|组织|思想|统筹|工作)*(?:领导|保障|协调|统筹|认识|实施)(?=，|$)",
    reads=("加强领导，建立工作机制", "加强统筹协调", "切实提高思想认识"),
    leaves=("加强要素保障能力建设", "完善城市功能"),
    by="match",
)
# The title of a plan on a line of its own, and a line that says that an annex follows.
_PLAN_TITLE = Pattern(
    rf"(?![^\n。]{{0,40}}关于{PASSES_ON})[^\n。；：，]{{4,60}}(?:{PLAN}|政策|举措|纲要|预案)(?:（[^（）\n]{{1,20}}）)?",
    reads=("甲市数字经济发展行动方案", "乙县促进消费若干措施（试行）", "支持平台发展若干政策"),
    leaves=("各县区要制定实施方案。", "方案", "甲市政府办公室关于印发对标提升举措"),
    by="fullmatch",
)
# What an annex is called that is a plan of its own, or a set of rules; a guide for applicants is an annex.
_PLAN_OF_ANNEX = Pattern(
    r"[^\n。；：]{4,80}(?:方案|计划|规划|意见|措施|要点|办法|细则|规定)(?:（[^（）\n]{1,20}）)?",
    reads=("甲市行动计划任务分工方案", "甲市资金管理办法（试行）", "甲市贯彻《乙省行动方案》实施意见"),
    leaves=("甲市项目申报指南", "甲市行业转型指引", "任务分工表"),
    by="fullmatch",
)
_TITLE_LINE = Pattern(
    rf"(?![一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d|[^\n]{{0,60}}{ISSUER}$)[^\n。；：！？，]{{11,60}}(?<![日号）])",
    reads=("进一步优化营商环境降低市场主体", "甲市人民政府办公室关于降低市场主"),
    leaves=("甲市人民政府办公室", "2024年1月3日", "（此件公开发布）", "为落实部署，制定本方案。", "任务分工"),
    by="fullmatch",
)
_DAY_BEHIND = Pattern(
    r"（(?:19|20)\d\d[ ]?年[^（）\n]{3,8}日）$", reads=("甲市方案（2024年1月3日）",), leaves=("甲市方案（试行）",)
)
_LONGEST_TITLE = 120
# 甲市财政局2024年1月3日（此件公开发布）甲市实施方案: the day of a notice and the title of its plan on one line.
_DAY_BEFORE_TITLE = Pattern(
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:（[^（）\n]{1,20}）)?(?=[^\n。，]{4,60}$)",
    reads=("2024年1月3日甲市实施方案", "2024年1月3日（此件公开发布）甲市管理办法"),
    leaves=("2024年1月3日", "2024年1月3日起施行，甲市方案"),
)
# Of a collection, the number and the title of the notice that follows: 10.甲市人民政府办公室关于印发…, 2.甲省政府关于…的通知 with its day.
_NEXT_NOTICE = Pattern(
    rf"\d{{1,3}}[.、][ ]?(?!《)[^\n。；：，]{{2,30}}{ISSUER}[^\n。；：，]{{0,16}}关于"
    rf"(?:{PASSES_ON}[^\n。；：]*(?=\n)|[^。；：]{{4,80}}?(?:通知|意见|公告|批复)(?=\n?（(?:19|20)\d\d年\d{{1,2}}月|\n[^\n。；：，]{{1,12}}〔(?:19|20)\d\d〕))",
    reads=(
        "10.甲市人民政府办公室关于印发进一步\n",
        "4. 甲市市场监管局关于印发\n",
        "2.甲省人民政府办公厅关于推进监管的通知\n（2023年5月5日）",
    ),
    leaves=(
        "10.印发方案。\n",
        "3.《甲市财政局关于印发办法的通知》（甲财〔2020〕1号）\n",
        "3.甲市财政局关于经费。\n",
        "4.落实甲市政府关于印发办法的通知。\n",
    ),
    by="match",
)
_LONGEST_NOTICE = 160
# What a notice is called, and what it passes on.
_NAMED = Pattern(
    rf"关于(?:{PASSES_ON})?(?P<name>.*?)的?(?:通知|意见|公告|批复)",
    reads=("甲市政府关于印发《甲市方案》的通知", "甲市政府关于推进监管的意见"),
    leaves=("甲市方案",),
)
# The day on which a notice was signed, right before the title of the plan that it passes on.
_SIGNED_BEFORE = Pattern(
    r"\n(?:19|20)\d\d年\d{1,2}月\d{1,2}日\n(?:（[^（）\n]{1,30}）\n)?$",
    reads=("甲市政府办公室\n2024年1月3日\n", "\n2024年1月3日\n（此件公开发布）\n"),
    leaves=("\n2024年1月3日起施行。\n", "2024年1月3日"),
)
_LONGEST_SIGNED = 60
_MOST_IN_NOTICE = 8
# How the number of an item of an inner list is printed.
_RUN_IN: dict[str, Callable[[int], str]] = {
    "arabic_bracketed": lambda number: f"（{number}）",
    "circled": lambda number: chr(ord("①") + number - 1),
}
_MOST_RUN_IN = 20
_ENDED = "。；）："
_ANNEX_BEFORE = Pattern(
    r"(?:^|\n)附[ ]?件[ ]?[\d一二三四五六七八九十]{0,2}[：:]?\n",
    reads=("附件1\n甲市实施方案", "\n附 件：\n"),
    leaves=("附件：1.任务分工表",),
)
# Headings that all plans share, with the text right behind them: 指导思想以…为指导. Elsewhere nobody can tell where one ends.
_HEADINGS = words("headings")
_KNOWN = alternation(_HEADINGS["known"], ["申报条件"])
_KNOWN_HEADING = Pattern(
    f"(?:{_KNOWN})(?=[\\w—“][^，。]{{3}})",
    reads=("指导思想以新发展理念为引领", "主要目标到二〇二五年"),
    leaves=("指导思想", "主要任务。"),
    by="match",
)
_LONGEST_KNOWN = 12
# Where one of those is glued to its text, all are: a heading ends with a noun like these, and the text opens with a word like those.
_GLUED_HEADING = Pattern(
    f"[^，。；：]{{2,28}}?(?:{alternation(_HEADINGS['nouns'])})"
    "(?:（[^（）]{1,20}）)?"
    "(?=以|依托|围绕|结合|按照|根据|为|在|各|加[快强大]|推[进动]|提[高升]|做[好大]|建立|支持|鼓励|发挥|充分|全面|深入|大力|积极|坚持|落实|统筹|重点|优化|完善|健全|引导|组织|减少|大型|(?!建设|发展|管理|服务)\\w{2,4}经济|全省|全市|我[省市])",
    reads=("加强平台建设依托高校", "完善服务体系推动改革"),
    leaves=("加强平台建设", "依托高校建设平台"),
    by="match",
)
_LONGEST_UNGLUED = 40
# 抄送：… and a signature with its date stand behind the plan and belong to none of its items.
_TAIL = Pattern(
    r"\n(?:抄送|[^\n。；：]{2,60}\n(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:\n|$|（))[^。]*\Z",
    reads=("\n抄送：市委办公室", "\n甲市人民政府办公室\n2024年1月3日\n"),
    leaves=("\n三、保障措施\n", "\n到2024年1月3日完成。"),
)
_LONGEST_TAIL = 600
# A signature, or what a web page prints below a document.
_FOOT = Pattern(
    r"\n(?:[^\n。；：]{2,60}\n(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?=\n|$|（)|版权所有|主办单位：|主办：|网站标识码|网站地图|网站声明|扫一扫|分享到|相关链接|相关附件|相关文件|相关解读|相关稿件|上一篇|下一篇|公开方式：|信息来源：|【?(?:返回|打印|关闭)(?:顶部|本页|窗口)|[^\n]{0,4}ICP备)",
    reads=("\n甲市人民政府\n2024年1月3日\n", "\n相关链接", "\n上一篇"),
    leaves=("\n三、保障措施", "\n各县区人民政府"),
)


@dataclass(slots=True, eq=False)
class Item:
    """A marked node of the outline: offsets into the canonical text.

    `start` is the first character of its mark, `body` the first behind it, `heading_end` the end of its title, `own_end` the
    end of the text before its first child, `end` the end of all that it holds.
    """

    mark: Mark
    parent: Item | None
    path: str
    level: int
    start: int
    body: int
    heading: str
    heading_end: int
    own_end: int = 0
    end: int = 0
    kind: SectionKind = "tasks"
    children: list[Item] = field(default_factory=list)
    has_title: bool = True
    is_answered_for: bool = False
    is_empty_part: bool = False  # 保障措施, and all below it is lost

    @property
    def is_measure(self) -> bool:
        """A leaf that says what is to be done is a measure; all other items are sections, and so is a box that nobody answers for."""
        return (
            not self.children
            and self.kind in ("tasks", "safeguards")
            and (self.mark.family != "box" or self.is_answered_for)
            and not (self.mark.family == "heading" and _NAMES_PART.fullmatch(self.heading))
            and not self.is_empty_part
            and not (self.parent is not None and self.parent.kind == "general")
        )

    @property
    def is_section(self) -> bool:
        """What holds other items or is general matter is a section, where it has a title."""
        return self.has_title and not self.is_measure and not self.is_plan

    @property
    def is_plan(self) -> bool:
        """Whether it is the title of one plan of several: its name begins the paths below it, and it is no section."""
        return self.mark.family == "title"

    @property
    def holds_plan(self) -> bool:
        """Whether what stands below it is a plan of its own: behind the title of one of several, or in an annex that is called so."""
        return self.is_plan or (
            self.mark.family == "annex" and _PLAN_OF_ANNEX.fullmatch(fold(self.heading).replace("\n", "")) is not None
        )


def read_outline(
    text: str,
    folded: Folded,
    start: int,
    room: Room,
    tables: Sequence[tuple[int, int]] = (),
    headings: Sequence[tuple[int, int]] = (),
) -> list[Item]:
    """All items behind `start`, in document order, with their kinds; what stands in `tables` is no item.

    `headings` are the lines that the file calls headings, with how deep they are: those without a mark are items as well.
    """
    items: list[Item] = []
    stack: list[Item] = []
    tail = _TAIL.search(folded, max(start, len(folded) - _LONGEST_TAIL))
    end = tail.start() if tail else len(text)
    depths = dict(headings)
    start = _behind_contents(folded, start, end)
    unmarked = find_headings(text, folded, headings)
    marks = room.of(_marks(folded, start, end, tables, unmarked), 4)
    if not marks:
        marks = room.of(find_known_headings(text, folded, start, end), 4)
    elif above := find_headings_above(text, folded, marks, start):
        marks = sorted((*marks, *above), key=lambda mark: mark.start)
    if marks and (foot := _FOOT.search(folded, marks[-1].end, end)):
        end = foot.start()
    if marks and marks[-1].family == "notice":
        end = marks.pop().start  # the next of a collection, cut off before its plan
    marks = _with_titles(text, folded, [*_without_run_in(folded, marks, end)], start)
    lost = _lost_heading(folded, marks)
    around: list[Item] = []  # what is open around a box
    passed: list[Mark] = []  # the marks that the outline goes on from behind it
    for mark in marks:
        if mark.family == "box" and not passed:
            passed = [item.mark for item in stack]
            if stack and not stack[-1].children:
                _close(stack.pop(), text, mark.start)
            around, stack = stack, []
        elif passed and mark.family != "box" and _goes_on_from(passed, mark):
            while stack:
                _close(stack.pop(), text, mark.start)
            around, stack, passed = [], around, []
        outer = 0 if mark is lost else _level_of(mark, stack, depths)
        while len(stack) > outer:
            _close(stack.pop(), text, mark.start)
        parent = stack[-1] if stack else None
        item = _item(mark, parent, text, folded)
        if parent is not None:
            if not parent.children:
                parent.own_end = mark.start
            parent.children.append(item)
        items.append(item)
        stack.append(item)
    for item in (*around, *stack):
        _close(item, text, end)
    if any(_KNOWN_HEADING.match(folded, item.body) for item in items):
        for item in items:
            _unglue(item, text, folded)
    for item in items:
        _set_kind(item, folded)
    _secure_ends(items)
    if lost is not None:
        for item in items:
            if item.mark.family == "han_bracketed" and item.start < lost.start and _aims(folded, item.mark):
                item.kind = "goals"
    _secure_last(items, folded)
    for item in reversed(items):
        item.has_title = item.has_title or any(child.is_measure or child.is_section for child in item.children)
    return items


def _without_run_in(folded: Folded, marks: Sequence[Mark], end: int) -> Iterator[Mark]:
    """The marks without those of lists that run on within paragraphs, of which only some happen to begin a line.

    推进改革。（1）…（2）…（3）… with a line end before （3） is one measure.
    """
    run: list[Mark] = []
    floor = marks[0].start if marks else end
    for mark, stop in zip((*marks, None), (*(mark.start for mark in marks), end), strict=True):
        if run and (mark is None or mark.family != run[-1].family or mark.number <= run[-1].number):
            if not _runs_in(folded, run, floor, stop):
                yield from run
            floor, run = run[-1].end, []
        if mark is not None:
            run.append(mark)


def _runs_in(folded: Folded, run: Sequence[Mark], floor: int, end: int) -> bool:
    """Whether a list of inner marks has at least as many within its paragraphs as at their beginning."""
    shape = _RUN_IN.get(run[0].family)
    if shape is None or run[-1].number > _MOST_RUN_IN:
        return False
    printed = {mark.number for mark in run}
    within = 0
    for number in range(1, run[-1].number + 2):
        at = folded.find(shape(number), floor, end) if number not in printed else -1
        within += at > 0 and folded[at - 1] in _ENDED
    return within >= len(run)


def _behind_contents(folded: Folded, start: int, end: int) -> int:
    """Where the plan begins behind a table of contents that names no pages: what its first line says comes again, no sentence before."""
    at = start
    while at < end and not read_mark(folded, at):
        at = line_end(folded, at) + 1
    stop = line_end(folded, at)
    if not _SHORTEST_ENTRY <= stop - at <= _LONGEST_ENTRY or folded[stop - 1] in "。；":
        return start
    again = folded.find(folded[at - 1 : stop] + "\n", stop, min(end, stop + _LONGEST_CONTENTS))
    return again + 1 if again >= 0 and folded.find("。", at, again) < 0 and at else start


def _lost_heading(folded: Folded, marks: Sequence[Mark]) -> Mark | None:
    """The mark that begins a part whose own heading is lost, for what it opens cannot belong to the item before it.

    （一）…（四） state aims, or are few, and behind the last of them alone a list runs on: 1.–22.
    """
    above: list[Mark] = []
    below: list[Mark] = []
    for mark in marks:
        rank = MARKS.rank(mark.family) if mark.family not in _HOLDERS else -1
        if rank < MARKS.rank("han_bracketed") or (rank == MARKS.rank("han_bracketed") and below):
            return None
        if rank == MARKS.rank("han_bracketed"):
            above.append(mark)
        elif mark.family == "arabic":
            below.append(mark)
    if len(above) < _FEWEST_ABOVE or not below:
        return None
    numbers = [mark.number for mark in below]
    runs_on = len(below) >= _MANY and numbers == [*range(1, len(below) + 1)]
    return below[0] if runs_on or all(_aims(folded, mark) for mark in above) else None


def _aims(folded: Folded, mark: Mark) -> bool:
    """Whether the heading behind a mark states an aim."""
    end = _HEADING_END.search(folded, mark.end, mark.end + _LONGEST_PHRASE + 8)
    return end is not None and _AIM.fullmatch(folded, mark.end, end.start()) is not None


def begin_behind_lost_headings(items: Sequence[Item], folded: Folded) -> Iterator[Item]:
    """The items of the first level that begin a part whose heading is lost: a list begins anew, or one of an inner family follows."""
    tops = [item for item in items if item.parent is None and item.mark.family in ("han_bracketed", "arabic")]
    for before, item in pairwise(tops):
        anew = item.mark.number == 1 and item.mark.family == before.mark.family
        inner = MARKS.rank(item.mark.family) > MARKS.rank(before.mark.family)
        if (anew or inner) and folded[item.start - 2] != "：":
            yield item


def _secure_ends(items: Sequence[Item]) -> None:
    """The last part of a plan secures it where its heading or its first measure does, or one of them does and its heading speaks of it.

    What stands among tasks is one of them, whatever it is called; a single measure behind parts that all hold several is the last part.
    """
    parts: dict[Item | None, list[Item]] = {}  # of each plan
    for item in items:
        if (item.parent is None or item.parent.holds_plan) and item.kind in ("tasks", "safeguards"):
            parts.setdefault(item.parent, []).append(item)
    secures: set[Item] = set()
    for *others, last in parts.values():
        if others and not last.children and all(part.children for part in others) and SECURES_LAST.search(last.heading):
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
            and not (item.children and _NAMES_PART.fullmatch(item.heading))
        ):
            item.kind = "tasks"


def _secure_last(items: Sequence[Item], folded: Folded) -> None:
    """Where the headings of the first level are lost, the last part secures the plan if it begins as such parts do."""
    begun = [*begin_behind_lost_headings(items, folded)]
    if begun and _SECURES_FIRST.match(folded, begun[-1].body, begun[-1].heading_end):
        for item in items:
            if item.start >= begun[-1].start and item.kind == "tasks":
                item.kind = "safeguards"


# 实现标准统 / 一、服务同质: a line end within a word.
_CUT_WORD = Pattern(
    r"[统唯逐之其万]\n一", reads=("标准统\n一、服务同质", "唯\n一、"), leaves=("建设。\n一、总体要求", "规划\n一、")
)
# What stands above all other items: an annex, or the title of one plan of several.
_ROOTS = frozenset(("annex", "title", "box", "notice"))
_HOLDERS = _ROOTS | {"heading"}
_LAWS = frozenset(("chapter", "division"))


def _with_titles(text: str, folded: Folded, marks: list[Mark], start: int) -> list[Mark]:
    """The marks, and before those of each plan its title where one notice carries several plans.

    A plan begins where the numbers of the first level, or of articles, which run on over chapters, begin anew behind a line that is a
    title. An annex is a plan only where the first plan is an annex as well. A notice that lists what it asks for, and is signed behind that, is no plan. Of a collection, the
    plan of the next notice is named by that where it has no title of its own.
    """
    opens_with_annex = bool(marks) and marks[0].family == "annex"
    annexed = opens_with_annex or _ANNEX_BEFORE.search(folded, 0, start) is not None
    titled: list[Mark] = []
    top: str | None = None
    last = plans = begun = articles = 0
    notice: Mark | None = None  # the next of a collection, before its plan
    is_collection = False
    for mark in marks:
        if mark.family == "notice":
            notice, top = mark, None
            is_collection = bool(titled)
            continue
        rules = mark.family in _LAWS or mark.family == "article"
        restarts = rules and mark.family != top and mark.number == 1 and articles > 1
        if (mark.family == (top or mark.family) or restarts) and mark.family not in _HOLDERS:
            floor = notice.end if notice else titled[-1].end if titled else start
            anew = top is None or restarts or (mark.number == 1 and last > 1)
            annex = notice is None and bool(titled) and titled[-1].family == "annex"
            title = _title_before(folded, floor, mark.start) if anew and (annexed or not annex) else None
            if title or notice:
                if annex:
                    titled.pop()
                plans, begun = plans + 1, len(titled)
                at = notice.start if notice else title[0] if title else mark.start
                name = text[slice(*title)].replace("\n", "") if title else notice.printed if notice else ""
                titled.append(Mark(at, at, "title", plans, _without_status(_DAY_BEHIND.sub("", name))))
                notice = None
            if title or not restarts:
                top, last = mark.family, mark.number
        if mark.family == "article":
            articles = mark.number
        titled.append(mark)
    if plans > 1 or is_collection:
        return titled
    if plans and 0 < begun <= _MOST_IN_NOTICE and all(mark.family == top for mark in titled[:begun]):
        at = titled[begun].start
        if _SIGNED_BEFORE.search(folded, max(0, at - _LONGEST_SIGNED), at):
            return titled[begun + 1 :]  # what stands before is a list of the notice
    # One plan alone, as the annex of its notice, needs no name in its paths.
    return (
        [mark for mark in titled if mark.family != "title"]
        if opens_with_annex
        else [mark for mark in marks if mark.family != "notice"]
    )


def _without_status(name: str) -> str:
    status = STATUS_BRACKET.search(fold(name))
    return name[: status.start()] + name[status.end() :] if status else name


def _title_before(folded: Folded, floor: int, at: int) -> tuple[int, int] | None:
    """The last line between two offsets that is the title of a plan, or ends with one behind the day on which a notice was signed."""
    end = at
    while end > floor:
        begin = folded.rfind("\n", floor, end - 1) + 1 or floor
        stop = end - 1 if folded[end - 1] == "\n" else end
        if _PLAN_TITLE.fullmatch(folded, begin, stop):
            return _first_line(folded, floor, begin, stop), stop
        day = _DAY_BEFORE_TITLE.search(folded, max(begin, stop - _LONGEST_TITLE), stop)
        if day and _PLAN_TITLE.fullmatch(folded, day.end(), stop):
            return day.end(), stop
        end = begin
    return None


def _first_line(folded: Folded, floor: int, begin: int, end: int) -> int:
    """Where a title begins whose last line is given: a long one stands on several lines."""
    while begin > floor:
        above = folded.rfind("\n", floor, begin - 1) + 1 or floor
        if not _TITLE_LINE.fullmatch(folded, above, begin - 1) or end - above > _LONGEST_TITLE:
            break
        begin = above
    return begin


def _unglue(item: Item, text: str, folded: Folded) -> None:
    """Cut a heading that runs into its text."""
    if item.heading_end - item.body > _LONGEST_UNGLUED and (
        match := _GLUED_HEADING.match(folded, item.body, item.heading_end)
    ):
        item.heading, item.heading_end = text[item.body : match.end()].strip(), match.end()


def _marks(
    folded: Folded, start: int, end: int, tables: Sequence[tuple[int, int]], headings: Sequence[Mark]
) -> Iterator[Mark]:
    """The marks that open a paragraph, the headings of annexes, and `headings` without marks."""
    ends = dict(tables)
    headed = {heading.start: heading for heading in headings}
    numbers = Numbers()
    at = start
    titled = -1  # where the title of the last mark begins
    while at < end:
        if at in ends:
            at = ends[at]
        elif folded[at] == "附" and _ANNEX_LIST.match(folded, at):
            at = _last_listed(folded, at)
        elif folded[at] == "附" and (annex := _annex_at(folded, at, is_behind_marks=numbers.any())):
            yield annex
        elif folded[at] == "专" and (box := _BOX.match(folded, at, end)):
            number = box.group("n")
            yield Mark(at, box.end(), "box", int(number) if number.isdigit() else read_chinese(number) or 0, "专栏" + number)
            at = box.end()
        elif folded[at] == "附" and at != titled and (closing := _CLOSING_RULES.match(folded, at, end)):
            yield Mark(at, at, "heading", 1, closing.group())
        elif folded[at] in "名术注" and (glossary := _GLOSSARY.match(folded, at, end)):
            yield Mark(at, at, "heading", 1, glossary.group())
        elif folded[at] in _DIGITS and (notice := _NEXT_NOTICE.match(folded, at)):
            yield Mark(at, notice.end(), "notice", 0, _name_of_notice(folded, at))
            numbers = Numbers()
        elif (mark := read_mark(folded, at)) and not _is_no_mark(folded, mark, numbers):
            # A mark alone on its line has its title on the next.
            alone = folded.startswith("\n", mark.end) and not read_mark(folded, mark.end + 1)
            mark = mark._replace(end=mark.end + 1) if alone and mark.end + 1 < end else mark
            titled = mark.end
            numbers.note(mark)
            yield mark
        elif heading := headed.get(at):
            yield heading
        elif folded[at] in _DIGITS and (parted := _PARTED.match(folded, at, end)):
            mark = Mark(at, parted.end(), "arabic", int(parted["n"]), parted["n"])
            numbers.note(mark)
            yield mark
        elif (counted := _mark_before_number(folded, at)) and numbers.expect(counted):
            numbers.note(counted)
            yield counted
        elif (bare := read_bare_mark(folded, at)) and numbers.expect(bare) and _goes_on(folded, bare):
            numbers.note(bare)
            yield bare
        at = folded.find("\n", at) + 1
        if at == 0:
            return


def _annex_at(folded: Folded, at: int, *, is_behind_marks: bool) -> Mark | None:
    """The mark of an annex; one glued to its title counts behind other marks alone."""
    found = _APPENDIX.match(folded, at) or (_GLUED_APPENDIX.match(folded, at) if is_behind_marks else None)
    if found is None:
        return None
    number = found.group("n") or ""
    return Mark(at, found.end(), "annex", int(number) if number.isdigit() else 0, "附件" + number)


def _is_no_mark(folded: Folded, mark: Mark, numbers: Numbers) -> bool:
    """Whether a mark is that of a line of contents, or the end of a word."""
    return _in_contents(folded, mark) or _cuts_word(folded, mark, numbers)


def _name_of_notice(folded: Folded, at: int) -> str:
    """What the notice at an offset passes on, or is about."""
    words = folded[at : at + _LONGEST_NOTICE].replace("\n", "")
    named = _NAMED.search(words)
    return named["name"].strip("《》") if named else words[:_LONGEST_PHRASE]


def _cuts_word(folded: Folded, mark: Mark, numbers: Numbers) -> bool:
    """Whether what looks like a first mark behind later ones is the end of a word that begins on the line before."""
    return mark.number == 1 < numbers.last(mark) and _CUT_WORD.search(folded, mark.start - 2, mark.start + 1) is not None


def _in_contents(folded: Folded, mark: Mark) -> bool:
    """Whether a mark stands in a table of contents: dots lead from its title to a page."""
    end = line_end(folded, mark.end)
    return _LEADS_TO_PAGE.search(folded, max(mark.end, end - _LONGEST_LEADER), end) is not None


def _mark_before_number(folded: Folded, at: int) -> Mark | None:
    """A mark behind a sentence that could be the whole part of a number: 35.5个地级市."""
    found = _BEFORE_NUMBER.match(folded, at) if folded.startswith("。", at - 2) and at > 1 else None
    if found is None or found["n"] == "1":
        return None
    return Mark(at, found.end(), "arabic", int(found["n"]), found.group())


def _goes_on(folded: Folded, bare: Mark) -> bool:
    """Whether a number without its point is one of a list: behind a sentence or a heading, and a first one with a second below it.

    The only measure of a part stands right below its heading, with a title of its own.
    """
    line = folded.rfind("\n", 0, bare.start - 1) + 1
    is_headed = read_mark(folded, line) is not None
    if not (folded[bare.start - 2] in "。；：）" or is_headed):
        return False
    if bare.number > 1 or _SECOND.search(folded, bare.start, bare.start + _FARTHEST_SECOND):
        return True
    return is_headed and folded.find("。", line, bare.start) < 0 and _ONLY_TITLE.match(folded, bare.end) is not None


def _last_listed(folded: Folded, at: int) -> int:
    """Where the last line begins of the list of annexes whose first line stands at an offset."""
    while (following := folded.find("\n", at) + 1) and _LISTED.match(folded, following):
        at = following
    return at


def _goes_on_from(passed: Sequence[Mark], mark: Mark) -> bool:
    """Whether a mark goes on with the outline that a box interrupted."""
    if mark.family in _ROOTS:
        return True
    return any(mark.family == before.family and mark.number == before.number + 1 for before in passed)


def _level_of(mark: Mark, stack: Sequence[Item], depths: Mapping[int, int]) -> int:
    """How many open items stay open around the mark: those of its own family or of an inner one end before it.

    `depths` has how deep the lines are that the file calls headings.
    """
    if mark.family in _ROOTS:
        return 0
    if mark.family == "heading":
        depth = len(stack)
        while depth and not _holds(stack[depth - 1].mark, mark, depths):
            depth -= 1
        return depth
    if (heading_depth := depths.get(mark.start)) is not None:
        ends = (at for at, item in enumerate(stack) if item.mark.family == "heading" and item.mark.number >= heading_depth)
        stack = stack[: next(ends, len(stack))]
    for depth, item in enumerate(stack):
        # 2.1.1 stands under 2.1, though both are of one family.
        if item.mark.family == mark.family and not mark.printed.startswith(f"{item.mark.printed}."):
            return depth
        if item.mark.family == "arabic" and mark.family == "decimal" and not _is_part_of(mark, item.mark):
            return depth
        if item.mark.family == "decimal" and mark.family == "arabic" and not mark.printed.endswith("."):
            return depth  # 2 重点任务 over 2.1 behind 1.3
    depth = len(stack)
    if mark.family == "article" and all(item.mark.family not in _LAWS for item in stack):
        return depth  # articles under （一）: a paper that counts its measures through
    rank = MARKS.rank(mark.family)
    while depth and stack[depth - 1].mark.family not in _HOLDERS and MARKS.rank(stack[depth - 1].mark.family) > rank:
        if _is_part_of(mark, stack[depth - 1].mark):
            break
        depth -= 1
    return depth


def _is_part_of(mark: Mark, outer: Mark) -> bool:
    """Whether a mark is numbered as a part of another: 2.1 of 2."""
    first, _, rest = mark.printed.partition(".")
    return outer.family == "arabic" and rest != "" and first == outer.printed.rstrip(".")


def _holds(outer: Mark, heading: Mark, depths: Mapping[int, int]) -> bool:
    """Whether a heading without a mark can stand below an open item: below an annex, a heading that is less deep, or if bold any mark."""
    if outer.family in _ROOTS or (outer.family != "heading" and heading.number == DEEPEST_HEADING):
        return True
    return depths.get(outer.start, outer.number if outer.family == "heading" else DEEPEST_HEADING) < heading.number


def _item(mark: Mark, parent: Item | None, text: str, folded: Folded) -> Item:
    limit = min(len(text), mark.end + _LONGEST_HEADING)
    match = _HEADING_END.search(folded, mark.end, limit)
    end = match.start() if match else limit
    bracketed = None
    if mark.family == "heading":
        end = mark.end + len(mark.printed)
    elif mark.family == "annex":
        end = mark.end if read_mark(folded, mark.end + 1) else folded.find("\n", mark.end + 1, limit)
        end = limit if end < 0 else end
    elif mark.family == "article" and (bracketed := _BRACKETED_HEADING.match(folded, mark.end, limit)):
        end = bracketed.end()
    elif folded.find(" ", mark.end, end) >= 0 and (blank := _BLANK_AFTER_HEADING.match(folded, mark.end, end)):
        end = blank.end() - 1
    elif end - mark.end > _LONGEST_KNOWN and (known := _KNOWN_HEADING.match(folded, mark.end, end)):
        end = known.end()
    heading = text[slice(*bracketed.span(1))] if bracketed else text[mark.end : end].strip().rstrip(_LEADS_ON)
    path = f"{parent.path}/{mark.printed}" if parent else mark.printed
    level = 0 if mark.family == "title" else parent.level + 1 if parent else 1
    return Item(mark, parent, path, level, mark.start, mark.end, heading, end)


def _close(item: Item, text: str, end: int) -> None:
    item.end = end
    if item.heading_end > end:
        # The line below 附件 is no heading where the next annex or what a web page prints below a document begins there.
        item.heading, item.heading_end = text[item.body : end].strip(), end
    if not item.children:
        item.own_end = end


def _set_kind(item: Item, folded: Folded) -> None:
    """The kind of an item, from its heading and the kind of the item above it."""
    heading = folded[item.body : item.heading_end].strip("：；。 ")
    if item.mark.family == "article":
        heading = heading.strip("（）")
    if item.mark.family in _LAWS:
        heading = heading.replace(" ", "")  # 总 则
    above = item.parent.kind if item.parent and not item.parent.holds_plan else None
    item.is_empty_part = _NAMES_PART.fullmatch(heading) is not None and not _has_text_behind(item, folded)
    if item.mark.family == "annex":
        item.kind = "appendix"
    elif item.is_plan:
        item.kind = "other"
    elif item.mark.family == "heading" and _GLOSSARY.match(heading + "\n"):
        item.kind = "appendix"
    elif item.parent and item.parent.mark.family == "heading" and above == "appendix":
        item.kind, item.has_title = "other", False  # what words mean is nothing to be done
    elif above == "guidance" and (rule := heading_rule(heading, is_part=bool(item.children), below_general=True)):
        item.kind = rule.kind  # 总体思路 above 规划目标
    elif above in ("appendix", "guidance", "principles", "goals", "safeguards", "other"):
        item.kind = above
        item.has_title = _is_title(item, folded) if above == "other" else not _is_sentence(item, folded)
        if (above == "appendix" and _is_entry(item, folded)) or _closes_list(item, folded):
            item.has_title = False
    elif item.mark.family == "article" and above == "general":
        item.kind = "other"  # whom and what the rules are for
        item.has_title = _is_title(item, folded)
    elif rule := heading_rule(heading, is_part=bool(item.children), below_general=above == "general"):
        item.kind = rule.kind
        if item.mark.family == "article" and rule.leading and not item.children:
            item.has_title = _is_title(item, folded)  # 第四条 管理工作遵循公开、公平的原则。
    elif above == "general":
        item.kind = above
        item.has_title = not _is_sentence(item, folded)
    else:
        item.kind = "tasks"
    if (
        not item.children
        and item.mark.family not in _HOLDERS
        and (
            _ABOUT_ITSELF.match(folded, item.body)
            or (item.is_measure and any(says.match(folded, item.body) for says in (_DEFINES, _CITES, _REACHED_BY)))
        )
    ):
        item.kind, item.has_title = "other", False
    elif item.mark.family == "annex" and not item.heading and not item.children:
        item.has_title = False  # only its number is left


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
    if item.mark.family == "article" and len(heading) > _LONGEST_NOUN and folded.startswith("。", item.heading_end):
        return False  # 养护资金执行公开制度。…: the title of an article stands in brackets or on a line
    return _BRACKETED_HEADING.match(heading) is not None or (
        len(heading) <= _LONGEST_PHRASE
        and not any(mark in heading for mark in (_LEADS if item.children else _NO_PHRASE))
        and _has_text_behind(item, folded)
    )


class Places:
    """Which item stands at an offset: the innermost one, or None before the first mark."""

    def __init__(self, items: list[Item]) -> None:
        self._items = items
        self._starts = [item.start for item in items]
        # What goes on below a table whose rows are items: a row ends itself, others end where the next begins, or the plan does.
        self._going_on: list[Item | None] = []
        for item in items:
            going_on = self._going_on[-1] if self._going_on else None
            self._going_on.append(going_on if _is_row(item) else item)

    def at(self, offset: int) -> Item | None:
        """The innermost item that holds the character at this offset."""
        found = bisect_right(self._starts, offset)
        if not found:
            return None
        item = self._items[found - 1]
        return self._going_on[found - 1] if _is_row(item) and offset >= item.end else item


def _is_row(item: Item) -> bool:
    return item.mark.family == "row"


def committing(folded: Folded, items: list[Item], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the plan that can commit to something: all behind `start` but guidance, principles, what is, and conditions.

    应符合以下条件： opens conditions; they reach to the end of the item and over the items below it.
    """
    yield start, _asks_from(folded, start, items[0].start if items else end)
    told: set[int] = set()
    for item in items:
        if (item.parent and id(item.parent) in told) or SITUATION.search(item.heading) or CONDITIONS.search(item.heading):
            told.add(id(item))
        elif item.kind not in ("guidance", "principles"):
            asks = _asks_from(folded, item.body, item.own_end)
            if asks < item.own_end:
                told.add(id(item))
            yield item.body, asks


def _asks_from(folded: Folded, start: int, end: int) -> int:
    """Where a text begins to list what one must have: behind 同时满足以下条件; its end where it lists nothing of that."""
    asks = ASKS.search(folded, start, end)
    return asks.end() if asks else end
