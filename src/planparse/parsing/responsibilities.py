"""The clauses that say who does a measure, with the bodies they name and the role of each.

A new way of naming who is responsible is one entry in CLAUSES (what the clause looks like) or one word in lexicons/roles.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planparse.language.body_names import BODY, ISSUER, LISTED
from planparse.language.clause_labels import LABEL_WORD, OF_DEADLINES, OTHERS, ROLE_OF, UNKNOWN
from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN
from planparse.language.organizations import split_bodies
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import ResponsibilityRule, Role
from planparse.text import Folded, line_end

_WORDS = words("roles")
_ROLE_OF_VERB: dict[str, Role] = {word: role for role, words_ in _WORDS["verbs"].items() for word in words_}
# 责任单位（部门）：, 责任单位为, 完成时限：
_MORE_OF_LABEL = r"(?:（[^：，；、（）\n]{1,6}）)?"
_LABEL = Pattern(
    rf"(?:(?<=[；，。]){HAN}{{0,4}}?|[省市县区镇州]级)?(?P<role>{alternation(ROLE_OF)}){_MORE_OF_LABEL}：|(?P<role_is>{LABEL_WORD})为|{alternation(OTHERS)}：|{UNKNOWN}：|(?<=；){HAN}{{2,6}}：",
    reads=(
        "；目标位置：全省前5",
        "责任单位：市财政局",
        "市级牵头部门：市教育局",
        "；协助配合单位：市教育局",
        "责任单位（部门）：市科技局",
        "责任单位为市民政局",
        "完成时限：2025年",
    ),
    leaves=("单位：万元", "责任单位要加强领导"),
)
# 按职责完成有关工作: each answers for its part, however that is said.
_BY_DUTY = (
    "(?:按照?|依据?|根据)(?:各自)?的?(?:职责|职能|职权|任务)?(?:和?分工)?(?:分别|共同)?"
    "(?:(?:负责|完成|做好|抓好|落实好?|推进|开展|承担)(?:有关|相关|各自|具体|本领域|各项)?(?:工作|任务|事项)|抓好落实|推进落实)"
)
_VERB = Pattern(
    rf"(?:{_BY_DUTY}|{alternation(_ROLE_OF_VERB)})(?=[，；、。）]|$|{HAN}{{2}})",
    reads=("市财政局牵头，", "市教育局配合", "各县区政府落实", "各区政府按职责完成有关工作"),
    leaves=("市财政局、市教育局",),
)
_SHORT_LABEL = f"(?:{'|'.join(word for word in ROLE_OF if len(word) == 2)})"  # a label only right behind a bracket
# 市分工方案：市财政局…负责: of whom a statement speaks, or of which part of the work.
_SCOPE = Pattern(
    rf"{HAN}{{1,8}}：(?={HAN}{{2}})",
    reads=("市分工方案：市财政局", "我市：市财政局"),
    leaves=("市财政局：", "市财政局、"),
    by="match",
)
# 市工信局（牵头）: a role behind the name of its body.
_ROLE_BEHIND = rf"（(?:共同|联合|负责)?(?:{'|'.join(word for word in _ROLE_OF_VERB if len(word) == 2)})(?:单位|部门)?）"
# （责任：谁主管谁负责）, （分工：企业出资）: words that say more than who, so what stands behind them has to be bodies.
_WEAK_LABEL = Pattern(
    "（?(?:任务|责任)?(?:分工|落实|责任|负责|参与|协同)：",
    reads=("（分工：市教育局", "（责任：谁主管谁负责", "责任落实：市教育局"),
    leaves=("（责任单位：市教育局", "（配合：市财政局"),
    by="match",
)
_BEFORE_LABEL = tuple(_WORDS["labels"]["before"])
_CLAUSE_LABEL = rf"(?:{'|'.join(_BEFORE_LABEL)})?(?:{LABEL_WORD})(?:{_MORE_OF_LABEL}：|为)"
# What a clause says besides its bodies: by when. A time has a year, a month or a word for it, and a verb or nothing behind it.
_STEP = "(?:坚持|推进|实施|开展|落实|启动|整改|更新|调整|完成|见效|执行)"
_TIME_WORDS = (
    rf"(?:每?(?:(?:19|20)\d\d[ ]?年|\d{{1,2}}[ ]?月|今年|明年|本年|年)[^，；。、（）]{{0,12}}?(?:前|内|底|末|日|月|年|季度|起)|(?:(?:19|20)\d\d年?(?:—|至|到))?(?:19|20)\d\d[ ]?年|“?十{HAN}五”?(?:规划)?(?:时期|期间|期?末)"
    rf"|(?:长期|持续|常态化?|(?:贯穿)?全年|[近中远]期|立即|即时|适时|实时|动态){_STEP}?|立行立改|立查立改|即知即改|每(?:季度?|半年|月|周|年)[^，；。、（）]{{0,8}}[次遍期轮]"
    rf"|(?:按照?|根据)(?:国家|中央|全?[省市]|上级|统一|时间|时序|计划|进度|既定|工作|有关|相关|的|要求|部署|节点|安排|规定)+(?:分步|分批|逐步|适时|有序|持续)?{_STEP})"
)
_GOING_ON = "(?:长期|持续|常态化|滚动|不断|动态|逐步)"
# 2019年基本形成并逐步完善, 2018年起持续推进: what a clause says behind a time by which nothing is done.
GOES_ON = Pattern(
    f"(?![^，；。、（）]{{0,8}}(?:完成|建成))[^，；。、（）前底]{{0,8}}{_GOING_ON}",
    reads=("基本形成并逐步完善", "起持续推进"),
    leaves=("底前完成并持续巩固", "完成，并持续巩固提升", "基本完成并逐步完善", "，市教育局持续推进"),
    by="match",
)
_TIME_DONE = (
    r"(?:前|之前|起)?(?:力争|确保|基本|全部|全面|如期|持续|逐步|初步|先行|率先|逐年|分步|分批|有序|适时|正式)?"
    rf"(?:(?:完[成工]|办结|落实|实施|推进|开展|出台|印发|建成|形成|建立|启动|取得|投入|投[用产运]|[开竣]工|交付|验收|见效|达标|通车|运营|上线|整改|销号|推开|推广|试点|铺开|提高|完善|制定|执行|报[送备批请省市县区])[^，；。、（）]{{0,14}}|(?<=[前内底末])(?![^，；。、（）]{{0,14}}(?:[局委办厅院]|部门|政府|单位|负责|牵头|配合|公司))[^，；。、（）]{{2,14}})?(?:[，、]?(?:[并且]|同时|[之此以其]后)?{_GOING_ON}(?:\w{{2,6}})?)?"
)
_TIME_SIGN = Pattern(
    r"年|月|[一二三四五六七八九]五”?[时期规末]|长期|持续|常态|[近中远]期|立即|即时|适时|实时|动态|立行|立查|即知|按|根据|每",
    reads=("2026年12月底前", "长期坚持", "“十五五”期间", "按计划推进"),
    leaves=("市财政局负责",),
)
# 市分管领导牵头: a person is no body.
_PERSON = Pattern(
    f"(?:领导|(?:常务)?副?[省市县区州]长(?:{HAN}{{2,4}})?|秘书长|同志)$",
    reads=("市分管领导", "副市长", "分管副市长张某某"),
    leaves=("市委领导小组办公室", "市财政局"),
)
_YEAR_SAID = Pattern(r"(?:19|20)\d\d年", reads=("2026年达到20%",), leaves=("市财政局",), by="match")  # no body
_TIME_LABEL = rf"(?:(?:{alternation(OF_DEADLINES)}|(?:实施)?时间|进度)[：为]?)?"
_TIMES_SAID = rf"(?:力争|争取|确保|分别|限|计划|预计|拟)?[于在到自从]?{_TIME_WORDS}(?:[、和及]{_TIME_WORDS}){{0,3}}"
_TIME_AHEAD = rf"{_TIME_LABEL}{_TIMES_SAID}{_TIME_DONE}[，；。]"


@dataclass(frozen=True, slots=True)
class ClauseRule(Rule):
    """What a responsibility clause looks like: the match is all of it, its group `body` the words that name bodies and roles.

    Its group `label`, where it has one, is a label of roles.yaml that stands apart from its bodies and gives them their role.

    `matches` gives the bodies with their roles. `says` tells what has to be true of a body without a label: it is a `statement`, whose
    verbs give the roles, or a bare `list` of nothing but bodies; a `sentence` is a statement that nothing but its bodies tells from others.
    """

    says: Literal["labels", "statement", "list", "sentence"] = "labels"


_LEADERS = "(?:(?:责任|牵头|分管|包保|市|牵头市|责任市|分管市)领导|责任人|负责人|联系人)"
# 责任人：张某某；市财政局牵头: who answers for it, before the bodies.
_PERSONS = Pattern(
    f"(?:{_LEADERS}：{HAN}{{2,12}}[，；、])+",
    reads=("责任人：张某某；市财政局牵头", "责任领导：副市长李某某，"),
    leaves=("责任单位：市财政局", "市财政局牵头"),
    by="match",
)
_PART_OF_NAME = r"（[^（）\n：《。]{1,16}）"  # 各县（市、区）政府
_STARS = "*★☆▲△"
_BULLETS = "●◆■▪•◎○▲★※*>"
_INSIDE = r"(?:[^（）\n]++|（[^（）\n]{0,60}）)"
_BEGINS_LINE = rf"(?<![^\n。；） —{_BULLETS}])"
CLAUSES = Rules(
    # （责任单位：市财政局） and its like; the bracket may never close.
    ClauseRule(
        "bracketed_label",
        rf"（[ ]?(?:{_TIME_AHEAD})?(?:{_LEADERS}：{HAN}{{2,12}}[，；、])*(?P<body>(?:{HAN}{{0,4}}?{_CLAUSE_LABEL}|{_SHORT_LABEL}：)(?>{_INSIDE}{{1,800}}))(?:）|(?=\n|$))",
        {
            "（责任单位：市卫生健康委、市财政局）": {"市卫生健康委": "responsible", "市财政局": "responsible"},
            "（2026年10月底前完成，责任单位：市城管局）": {"市城管局": "responsible"},
            "（牵头单位：市卫生健康委；配合单位：市教育局、市财政局）": {
                "市卫生健康委": "lead",
                "市教育局": "support",
                "市财政局": "support",
            },
            "（责任单位：市新闻出版局（市版权局）、各县区政府）": {
                "市新闻出版局（市版权局）": "responsible",
                "各县区政府": "responsible",
            },
            "（主办：市教育局；协办：市财政局）": {"市教育局": "lead", "市财政局": "support"},
            "（指标牵头单位：市审批局）": {"市审批局": "lead"},
            "（责任领导：李四，责任单位：市工信局）": {"市工信局": "responsible"},
            "（牵头市领导：李四；责任人：王五；牵头单位：市工信局）": {"市工信局": "lead"},
            "（牵头单位：市工信局，市财政局、市教育局配合）": {
                "市工信局": "lead",
                "市财政局": "support",
                "市教育局": "support",
            },
            "（责任单位：市工信局*、市财政局、市教育局）": {
                "市工信局": "lead",
                "市财政局": "responsible",
                "市教育局": "responsible",
            },
            "（省直责任单位：省工信厅）": {"省工信厅": "responsible"},
            "（责任分工：市教育局牵头组织实施，市财政局配合）": {"市教育局": "lead", "市财政局": "support"},
            "（分工：市教育局、市财政局）": {"市教育局": "responsible", "市财政局": "responsible"},
            "（牵头（责任）单位：市教育局；参与：市财政局）": {"市教育局": "lead", "市财政局": "support"},
        },
        (
            "（含中医医院、妇幼保健院，下同）",
            "给予牵头单位一次性支持",
            "（责任：谁主管谁负责）",
            "（分工：市教育局负责教师，市财政局负责经费）",
            "（责任落实：到2026年全部到位）",
        ),
        opens="（",
    ),
    # 【责任单位】市财政局【完成时限】2025年底: each label in brackets of its own.
    ClauseRule(
        "label_in_brackets",
        rf"（(?P<label>{LABEL_WORD})）[：；]?[ ]?(?P<body>(?>(?:[^（）。\n]|（(?!(?:{LABEL_WORD}|{alternation(OTHERS)})）)[^（）\n]{{1,24}}）){{2,400}}))"
        rf"(?:（(?:{alternation(OTHERS)})）[：；]?[ ]?[^（）。\n]{{2,40}})*(?:。|(?=\n|$|（))",
        {
            "做好保障。【责任单位】市财政局、市教育局【完成时限】2025年12月底前": {
                "市财政局": "responsible",
                "市教育局": "responsible",
            },
            "【牵头单位】市财政局；": {"市财政局": "lead"},
            "【责任部门】各县（市、区）政府。": {"各县（市、区）政府": "responsible"},
        },
        ("【完成时限】2025年12月底前", "（牵头）项目由企业承担"),
        opens="（",
        says="list",
    ),
    ClauseRule(
        "bracketed_statement",
        rf"（(?P<body>(?>{_INSIDE}{{1,500}}))(?:）(?=[。；\n]|$|[^，、的]|(?:(?<=[成前底末月]）)|(?<=推进）)|(?<=坚持）)|(?<=开展）)|(?<=实施）))，)|(?=\n|$))",
        {
            "（省发展改革委牵头，省财政厅等配合）": {"省发展改革委": "lead", "省财政厅": "support"},
            "（市民政局负责）": {"市民政局": "responsible"},
            "（市教育局会同市财政局负责）": {"市教育局": "lead", "市财政局": "support"},
            "（各有关部门按职责分工负责）": {"各有关部门": "responsible"},
            "（市人社局负责，2023年11月底前完成": {"市人社局": "responsible"},
            "（市城管局牵头，2026年8月底前完成），": {"市城管局": "lead"},
            "（市商务局牵头，持续推进），": {"市商务局": "lead"},
            "（市分工方案：市商务局、各区政府负责）": {"市商务局": "responsible", "各区政府": "responsible"},
            "（市财政局、市发改委牵头并按职责分工负责）": {"市财政局": "lead", "市发改委": "lead"},
            "（市公安局牵头，各县〈市、区〉政府按职责完成有关工作）": {
                "市公安局": "lead",
                "各县〈市、区〉政府": "responsible",
            },
        },
        (
            "（原则上由企业自行承担）",
            "（市级财政部门负责的项目除外）",
            "（已获得市级资金支持的不再支持）",
            "（一网通办、一网监管、一网公开、一网协同）",
        ),
        opens="（",
        says="statement",
    ),
    # Behind the last sentence of a paragraph, or on the line below it.
    ClauseRule(
        "bracketed_list",
        rf"(?:(?<=。)|(?<=。\n)|(?<=前）)|(?<=完成）)|(?<={HAN})(?=（[^（）\n]{{0,60}}(?:[局委办厅]|办事处|政府|管委会)(?:（|[、，）])))（(?P<body>(?>(?:[^（）\n：《。]|(?<=[时期进][限间度])：|{_ROLE_BEHIND}|{_PART_OF_NAME}){{3,400}}))）(?=。?[ ]*(?:\n|$)|[ ]+抄送：)",
        {
            "压实各方责任（市科委、市司法局）。": {"市科委": "responsible", "市司法局": "responsible"},
            "做好保障。〔市工信局（牵头）、市财政局〕": {"市工信局": "lead", "市财政局": "responsible"},
            "加大扶持力度。（省农业农村厅、省畜牧局、省财政厅等）": {
                "省农业农村厅": "responsible",
                "省畜牧局": "responsible",
                "省财政厅": "responsible",
            },
            "做好保障。（省交通运输厅）": {"省交通运输厅": "responsible"},
            "做好保障。（相关市直部门）": {"相关市直部门": "responsible"},
            "设立健身站1个（各街道办事处）。": {"各街道办事处": "responsible"},
            "做好保障。（市教育局、各区政府，完成时限：2025年12月）": {"市教育局": "responsible", "各区政府": "responsible"},
            "做好保障。（市教育局、甲江大学、市第一中学、各街道）": {
                "市教育局": "responsible",
                "甲江大学": "responsible",
                "市第一中学": "responsible",
                "各街道": "responsible",
            },
            "做好保障。（办公室、财务科）": {"办公室": "responsible", "财务科": "responsible"},
            "做好保障。（各园区、各镇街）": {"各园区": "responsible", "各镇街": "responsible"},
            "做好保障。（国家金融监督管理总局甲江监管局、省地方金融管理局、省农信联社）": {
                "国家金融监督管理总局甲江监管局": "responsible",
                "省地方金融管理局": "responsible",
                "省农信联社": "responsible",
            },
            "做好保障。（收费处）": {"收费处": "responsible"},
            "做好保障。（全体成员单位）": {"全体成员单位": "responsible"},
            "做好保障。（市各有关部门、各板块）": {"市各有关部门": "responsible", "各板块": "responsible"},
            "做好保障。（市林业局（牵头）、市财政局等部门，各县（市、区）人民政府）": {
                "市林业局": "lead",
                "市财政局": "responsible",
                "各县（市、区）人民政府": "responsible",
            },
            "做好保障。\n（市科委、市司法局）": {"市科委": "responsible", "市司法局": "responsible"},
            "做好保障。〔市法院、市数据局等市级有关部门（单位）、各县（市）人民政府〕": {
                "市法院": "responsible",
                "市数据局": "responsible",
                "各县（市）人民政府": "responsible",
            },
            "做好保障。（市商务委、上海海关、上港集团、东航物流）": {
                "市商务委": "responsible",
                "上海海关": "responsible",
                "上港集团": "responsible",
                "东航物流": "responsible",
            },
            "做好保障。（基金监管处、省药价局）": {"基金监管处": "responsible", "省药价局": "responsible"},
            "做好保障。（上海海关）": {"上海海关": "responsible"},
            "做好保障。（上海海关、市商务委、浦东新区、闵行区）": {
                "上海海关": "responsible",
                "市商务委": "responsible",
                "浦东新区": "responsible",
                "闵行区": "responsible",
            },
            "做好保障。（市农业局、市林业局） 抄送：市委办公室": {"市农业局": "responsible", "市林业局": "responsible"},
        },
        (
            "以上措施自印发之日起施行。（此件主动公开）",
            "按规定执行。（含个体工商户、农民合作社）",
            "按规定执行。（含市属国有企业、事业单位）",
            "加强学习。（全体党员）",
            "开展培训。（培训时间：2025年12月）",
            "开展评选。（各类园区、各类学校）",
            "开展评选。（甲江大学、乙江学院）",
        ),
        opens="（",
        says="list",
    ),
    # 培训800名（市体育局）；: in mid-sentence, behind what is to be done and not behind the name of a body.
    ClauseRule(
        "list_within",
        rf"(?<={HAN})(?<![局委办厅院府会处司部社校中站队所室组心关行科团])（(?P<body>[省市县区州旗各](?>[^（）\n：《。；]{{2,200}})(?<=[局委办厅处府]))）(?=；)",
        {
            "培训指导员800名（市体育局）；建成一批站点": {"市体育局": "responsible"},
            "清理占道物品（市城管局、各街道办事处）；规范停车秩序": {
                "市城管局": "responsible",
                "各街道办事处": "responsible",
            },
        },
        (
            "市新闻出版局（市版权局）；市财政局",
            "建设运动场（市民健身中心）；完善设施",
            "实现全覆盖（各类园区、楼宇）；完善设施",
            "选派干部（市级、县级）；完善机制",
        ),
        opens="（",
        says="list",
    ),
    # ——市工信局牵头，市财政局配合
    ClauseRule(
        "dashed",
        r"(?<=[。；\n])—{1,2}(?P<body>[^。\n（）：—]{2,200}+)(?=。|\n|$)",
        {
            "实施技改项目。——市工信局牵头，市财政局配合": {"市工信局": "lead", "市财政局": "support"},
            "实施技改项目。\n——市工信局负责。": {"市工信局": "responsible"},
        },
        ("做好保障。——坚持政府引导",),
        opens="—",
        says="statement",
    ),
    # The last sentence of a paragraph, or a line of its own.
    ClauseRule(
        "sentence",
        rf"[。\n](?P<body>(?>(?:[^。\n（）：—]|(?<=[\d年])—(?=\d)|{_PART_OF_NAME}){{4,200}}))(?:。(?=\n|$)|(?=\n|$))",
        {
            "完成审计12家。市审计局牵头，市财政局、市国资委参与。": {
                "市审计局": "lead",
                "市财政局": "support",
                "市国资委": "support",
            },
            "落实经费。由市财政局负责，2026年底前完成。": {"市财政局": "responsible"},
            "做好保障。由市教育局牵头，各县（市、区）政府配合": {"市教育局": "lead", "各县（市、区）政府": "support"},
            "做好保障。此项工作由市教育局牵头，市财政局配合，于2026年底前完成。": {
                "市教育局": "lead",
                "市财政局": "support",
            },
            "编制计划。由市教育局牵头，会同市财政局组织实施；各区政府为责任主体。": {
                "市教育局": "lead",
                "市财政局": "support",
                "各区政府": "responsible",
            },
            "做好保障。新建学校20所；改建学校8所；由市教育局负责。": {"市教育局": "responsible"},
        },
        (
            "做好保障。市财政局负责统筹资金；市教育局牵头，市人社局配合。",
            "健全机制。市教育局完善制度；各区政府负责落实。",
            "组建联盟。龙头企业牵头，科研院所参与。",
            "开展演练。市应急局牵头开展演练2次，各部门积极配合。",
            "健全机制。建立市财政局牵头、各部门参与的机制。",
            "做好保障。各企业配合。",
        ),
        # Only what the end of a paragraph closes is tried: there are three times as many sentences as clauses.
        opens=r"[。\n](?=[^。\n：]{4,}+(?:。(?=\n|$)|(?=\n|$)))",
        says="sentence",
    ),
    # A line of its own, or the end of a paragraph: 责任单位：省经信委、财政厅
    ClauseRule(
        "line",
        rf"{_BEGINS_LINE}(?P<body>(?:{_CLAUSE_LABEL}|(?<=\n)牵头：)\n?[^。\n]{{2,600}})(?:。|(?=\n|$))",
        {
            "责任单位：省经信委、财政厅，各设区市人民政府": {
                "省经信委": "responsible",
                "财政厅": "responsible",
                "各设区市人民政府": "responsible",
            },
            "牵头部门：省发改委；参与部门：省财政厅。": {"省发改委": "lead", "省财政厅": "support"},
            "工作牵头单位：市科技局": {"市科技局": "lead"},
            "建成。——责任单位：市城管局": {"市城管局": "responsible"},
            "责任单位：\n市商务局、市财政局。": {"市商务局": "responsible", "市财政局": "responsible"},
            "建成。\n●责任单位：市城管局": {"市城管局": "responsible"},
            "建成。\n牵头：市城管局；配合：市财政局": {"市城管局": "lead", "市财政局": "support"},
        },
        ("各责任单位要加强领导", "责任单位：\n二、建设目标"),
        # What stands before it tells more places apart than the words do, and is quicker to look at.
        opens=_BEGINS_LINE + alternation(_BEFORE_LABEL, (word for word in ROLE_OF if len(word) > 2), ("牵头：",)),
    ),
)
# A bracket states a role where it ends in a role verb: …牵头，…配合
_LONGEST_VERB = 24
_STATEMENT_END = Pattern(
    rf"(?:{_BY_DUTY}|{alternation(_ROLE_OF_VERB)})$",
    reads=("市财政局负责", "市教育局牵头，市财政局配合", "各区政府按职责完成有关工作"),
    leaves=("市级财政部门负责的项目除外", "市财政局"),
)
_TIME_LAST = Pattern(
    rf"[，；。、 ]+{_TIME_LABEL}{_TIMES_SAID}{_TIME_DONE}[。；，]?$",
    reads=(
        "市财政局负责，2026年12月底前完成",
        "省科技厅负责，2026年完成5家、2027年完成10家",
        "市教育局；完成时限：2025年底",
        "市科技局牵头，长期坚持",
        "市商务局负责，2026年底前完成并长期坚持",
        "市财政局，每年11月底前",
        "市教育局负责，2026年8月底前完工并投入使用",
        "市教育局负责，2027年完成",
        "市教育局负责，“十五五”期间",
        "市教育局负责，2026年9月底前完成，之后长期坚持",
        "市教育局负责，计划2026年底前完成",
        "市教育局负责。完成时限：2025—2027年",
        "市教育局等负责，2026年基本形成并逐步完善",
        "市教育局等负责，2026年起持续推进并逐步完善",
        "市教育局负责，按国家统一部署推进",
        "市教育局负责，2026年先行试点，2027年全面推开",
        "市教育局负责，立行立改",
        "市教育局负责，每季度调度一次",
    ),
    leaves=("2026年12月底前完成，市财政局负责", "市财政局负责"),
)
_TIME_FIRST = Pattern(
    _TIME_AHEAD,
    reads=("2026年12月底前完成，市财政局负责", "长期坚持；市教育局牵头"),
    leaves=("市财政局负责，2026年底前完成",),
    by="match",
)
_LONGEST_TIME, _MOST_TIMES = 48, 3
_ROLE_OF_NAME = Pattern(
    rf"（(?:共同|联合)?(?:(?P<label>{LABEL_WORD})|(?P<role>{alternation(_ROLE_OF_VERB)})(?:单位|部门)?)）",
    reads=("市工信局（牵头）", "市水务局（责任部门）", "市教育局（共同牵头）", "市财政局（配合单位）"),
    leaves=("市文旅局（市文物局）",),
)
# （收费处）: an office within the one that issues the plan.
_OFFICE_WITHIN = Pattern(
    rf"{HAN}{{2,9}}(?<![出之用去何各好坏益])[处科]",
    reads=("收费处", "事中事后监管科"),
    leaves=("出处", "用处", "市财政局"),
    by="fullmatch",
)
# What each name of a bare list ends in.
_BODY_END = Pattern(
    rf"(?:{BODY})$",
    reads=("市财政局", "省大数据中心", "各县区人民政府"),
    leaves=("个体工商户", "农民合作社"),
)
_LISTED_END = Pattern(
    rf"(?:{LISTED}|[市县区州旗镇乡]|街道|团|[处科])$|^(?:各|有关|相关|全[省市体])",
    reads=("市财政局", "街道", "某县", "有关方面", "各地"),
    leaves=("一网协同", "不再", "给予重复"),
)
# Beside a body that is sure: 市教育局、甲江大学、各街道.
_NAMED_END = Pattern(
    rf"(?:{LISTED}|[乡镇]|镇街|街镇|[中小]学)$",
    reads=("甲江大学", "市第一中学", "各街道", "各镇街", "市财政局", "市委党校"),
    leaves=("个体工商户", "楼宇", "数学"),
)
_ALL_OF_A_CLASS = Pattern(
    rf"各(?![类种项方式界])[^、，]{{0,12}}(?:{LISTED}|[乡镇]|镇街|街镇|[中小]学)",
    reads=("各高校", "各科研院所", "各街道", "各中小学"),
    leaves=("各类学校", "各项措施", "高校"),
    by="fullmatch",
)
_BRACKET_BEHIND = Pattern("（[^（）]*）$", reads=("有关部门（单位）",), leaves=("各县（市）人民政府",))
_PLACE = Pattern(
    f"{HAN}{{1,4}}[市县区旗州镇]|各(?:板块|街镇|镇街)",
    reads=("闵行区", "浦东新区", "各区", "各板块"),
    leaves=("市商务局", "板块"),
    by="fullmatch",
)
# A single name without its level: 上海海关.
_OFFICE_ALONE = Pattern(
    f"{HAN}{{2,12}}(?:局|厅|海关|银行|[分支]行|[总支]队|委员会|管委会|政府|办公室|集团|公司)",
    reads=("上海海关", "国家税务总局", "人民银行上海分行"),
    leaves=("小微企业", "新闻发布会"),
    by="fullmatch",
)
# What a sentence says that is more than who does what.
_MODAL = Pattern(
    "应(?![急用])|要(?!素)|[须可]|加强|参照|积极|开展|执行(?!法|局)|督促|予以|之日|措施|意见|(?<=[^，；。、\n])(?<!自)由",
    reads=("各地要参照执行", "以上措施自发布之日起执行", "厦门市开展此项活动由厦门市金融办牵头"),
    leaves=("由市财政局牵头", "市应急局配合", "市自由贸易试验区管委会负责"),
)
# 新建学校20所，由市教育局会同市财政局负责: what a sentence says before whom it is done by.
_DONE_BY = Pattern(
    rf"(?![^。]*?(?:{alternation(_ROLE_OF_VERB)})(?:[，；][^。]*)?[，；]由)[^。]{{4,}}[，；](?=由)",
    reads=("新建学校20所，由市教育局负责", "新建学校20所；由市教育局负责"),
    leaves=("市财政局牵头，由市教育局配合", "市财政局牵头；由市教育局配合", "由市教育局负责"),
    by="match",
)
# 此项工作由市教育局牵头，市财政局配合。: a whole sentence that says of the work before it who does it.
_WORK_BY = Pattern(
    "(?:(?:此|该|本|上述|以上|各|相关|这)(?:项|些|几项)?(?:各项)?(?:改革|重点)?(?:工作|任务|事项|措施|举措|内容|行动|工程|项目)|具体)(?:任务|工作)?(?:具体|均|统一|分别)?由",
    reads=("此项工作由市教育局牵头", "该任务由市教育局负责", "上述措施均由市财政局负责", "具体由市教育局组织实施"),
    leaves=("市教育局由", "工作由市教育局牵头", "甲市开展此项活动由市教育局牵头", "以上措施自发布之日起执行"),
    by="match",
)
# What follows the last body of a clause where a text has lost the line end behind it: a verb, another sentence, an annex, the signature.
_BODY_CLOSES = "(?:(?<=[局厅行])|(?<=委)(?!员|会)|(?<=办)(?!公)|(?<=政府)(?!办|各)|(?<=管委会)|(?<=委员会)|(?<=公司)|(?<=部门)|(?<=单位)|(?<=大学))"
_NO_ROLE = "(?![^，。、；：]*(?:负责|牵头|配合|参与|落实$|职责|分工|小组|专班|会议|办公室))"
_BEGINS_ANEW = Pattern(
    rf"{_BODY_CLOSES}[ ]?(?:{_NO_ROLE}(?:严控|严格|积极|建立|持续|大力|进一步|加强|加快|加大|推进|推动|完善|强化|深化|提高|提升|优化|鼓励|支持|全面|深入|切实|充分|引导|培育|健全|创新|促进|规范)(?=[^，。、；：（）]{{6,40}}[，。])(?![^，。、；：（）]{{0,38}}(?:{LISTED})[，。])"
    r"|本(?:政策|措施|意见|方案|通知|计划|办法|规定)"
    r"|各(?:地|部门|单位|级|有关|相关|[市县区])(?=[^。\n]{0,120}?(?<![重主需])[要应须](?!急|素))"
    r"|附件(?![、，])(?=[^，。\n]|$)"
    r"|(?=[^，。、；：\n（）]{1,8}[省市县区州][^，。；：\n（）]{2,110}(?:19|20)\d\d年\d{1,2}月\d{1,2}日))",
    reads=(
        "市工信局、甲能源监管办严控交通领域污染排放。强化",
        "甲综合实验区管委会积极推行标准化建设，建立制度。",
        "各行政执法部门本政策执行期为三年",
        "省统计局各地、各部门要认真落实各项要求",
        "乙开发区管委会附件1",
        "乙开发区管委会甲省人民政府2024年9月20日",
    ),
    leaves=("市财政局推进职能转变协调小组", "市财政局，各县（市、区）政府", "市财政局积极配合。", "市财政局、市教育局"),
)
_OFFICE_END = Pattern(rf"{ISSUER}$", reads=("科技局", "农业部"), leaves=("小微企业", "事业单位"))
_INCLUDES = Pattern(
    "不?(?:含|包[括含])|[如即]|例如|其中|[仅只]限",
    reads=("含市属国有企业", "不包括事业单位", "如市财政局"),
    leaves=("市财政局", "各县区"),
    by="match",
)
_LEVELS = "省市县区州旗盟各有相全"
_LONGEST_OWN_NAME = 14
# 排第一位为牵头单位，下同: from here on the first body of each list leads.
_FIRST_LEADS = Pattern(
    r"(?:[排列名]|(?<!单)位)(?:列|名|在|于){0,2}(?:第一|首|最前|前列)[位个面名]?的?(?:责任)?(?:单位|部门)?者?[为是均]{1,2}牵头(?:责任)?(?:单位|部门)?(?:[，、]?(?:其他|其余)[^，。；）]{0,16})?"
    r"|第一[个家位]?(?:责任)?(?:单位|部门)[为是]牵头(?:责任)?(?:单位|部门)"
    r"|(?P<comma>逗号)[之以]?前的?(?:单位|部门)?均?[为是]牵头(?:责任)?(?:单位|部门)?(?:，(?:其他|其余|未明确)[^，。；）]{0,30})?",
    reads=(
        "第一个单位为牵头单位",
        "排第一位的为牵头单位",
        "列首位者为牵头责任单位",
        "位列第一的部门是牵头部门",
        "逗号前为牵头单位",
    ),
    leaves=("由市财政局牵头", "牵头单位：市财政局"),
)
# How far around 牵头 such a rule reaches.
_BEFORE_LEADS, _BEHIND_LEADS = 20, 30
_BEFORE_FIRST_LEADS = Pattern(
    "[，；。 ]*(?:注：)?(?:各项任务|以上|以下)?(?:(?P<level>[省市县区])[级直])?(?:责任)?(?:单位|部门)?中?，?$",
    reads=("，责任单位中，", "各项任务责任单位", "省级单位"),
    leaves=("市财政局", "市教育局牵头"),
    by="match",
)
_SAME_BELOW = Pattern(
    r"，?(?:下同|以下同|不再(?:单独|一一)?列出)$", reads=("市财政局，下同", "不再列出"), leaves=("市财政局", "如下")
)
_FARTHEST_AHEAD = 160  # how far behind a clause one looks for what tells that another sentence begins in it
_LONGEST_SAME_BELOW = 7
# 以下各项均需各县（市、区）政府落实，不再列出: these bodies join every measure from here to the end of the section.
_CARRIED_OUT = "(?:认真|具体|组织|贯彻|抓好|负责)+(?:实施|落实|推进|执行)"
_NOT_AGAIN = "不再(?:单独|一一|逐[项一条]|另行|分别|重复)?(?:列出|列明|列举|列入|单列|注明|标注|标明|说明|赘述)"
_STANDING_BODIES = Pattern(
    r"(?:以下|上述|各项)(?!简称)[^，。；：\n]{0,6}，?(?:均|都)(?:需要?|须|应|涉及|由)由?(?P<names>[^。；\n]{2,80}?)"
    rf"(?P<verb>{_CARRIED_OUT}|{alternation(_ROLE_OF_VERB)})?，?(?:以下)?{_NOT_AGAIN}"
    rf"|(?<=[。；，（])(?P<listed>(?:[^。；，\n（）]|（[^（）\n]{{1,12}}）){{2,60}}?)均为责任(?:单位|部门)，?(?:以下(?:各项)?)?{_NOT_AGAIN}",
    reads=(
        "市财政局负责。各县（市、区）政府均为责任单位，以下不再列出",
        "以下均需各市、县（区）人民政府，开发区管委会落实，不再列出",
        "以下各项均需各县（市、区）政府落实，不再列出",
        "以下任务均由各镇街负责，不再一一列出",
        "以下政策均需市、县（市、区）人民政府贯彻落实，不再单独列出",
        "以下各项任务均涉及各区政府，不再重复标注",
    ),
    leaves=("以下各项均需落实", "以下简称《方案》"),
)
_FILLER = Pattern(
    r"(?:[由经各]?(?:项目|任务)?由|请|其中，?)|[^，、；。（）由]{1,14}(?<!自)由(?=\w\w)|[ ，；、。]+",
    reads=("以上措施具体由市财政局", "由市财政局", "，市教育局", "其中，市科技局"),
    leaves=("市财政局", "自由贸易试验区管委会"),
    by="match",
)


class UnitName(NamedTuple):
    """A body that a clause names: offsets of its name, and its role."""

    start: int
    end: int
    role: Role


class Clause(NamedTuple):
    """A responsibility clause: offsets of all of it, its bodies in order, and how their roles were read.

    `when` is the stretch that says by when, of a row of a table that has a column for that.
    """

    start: int
    end: int
    style: str
    rule: ResponsibilityRule
    open_ended: bool
    names: tuple[UnitName, ...]
    when: tuple[int, int] | None = None


def find_clauses(folded: Folded, start: int = 0) -> list[Clause]:
    """Every responsibility clause behind `start`, in order; a standing rule works from where it is stated."""
    standing = _first_leads_rule(folded, start)
    clauses: list[Clause] = []
    done = start
    for at in CLAUSES.places(folded, start):
        if at < done:
            continue
        for rule, match in CLAUSES.every(folded, at):
            if clause := _read(folded, match, rule, standing):
                clauses.append(clause)
                done = clause.end
                break
    if standing and clauses and standing.start > clauses[-1].end:
        # Stated in a note behind them all: it was meant for them all.
        clauses = [_first_leads(folded, clause, standing) for clause in clauses]
    return clauses


class _FirstLeads(NamedTuple):
    """A rule that makes the first body of each list lead, or by 省级单位列第一位者 the first body of that level, or by 逗号前 all before a comma."""

    start: int
    level: str | None
    before_comma: bool = False


def _first_leads_rule(folded: Folded, start: int) -> _FirstLeads | None:
    """The first rule behind `start` of which body leads; it stands around the word 牵头."""
    at = folded.find("牵头", start)
    while at >= 0:
        if rule := _FIRST_LEADS.search(folded, max(start, at - _BEFORE_LEADS), at + _BEHIND_LEADS):
            before = _BEFORE_FIRST_LEADS.search(folded, max(0, rule.start() - 16), rule.start())
            return _FirstLeads(rule.start(), before.group("level") if before else None, rule.group("comma") is not None)
        at = folded.find("牵头", at + 2)
    return None


def find_standing_bodies(folded: Folded, start: int = 0) -> list[Clause]:
    """Every rule that adds bodies to all measures from where it is stated to the end of the section."""
    clauses: list[Clause] = []
    for match in _standing_rules(folded, start):
        role = _ROLE_OF_VERB.get(match.group("verb") or "", "responsible")
        listed = split_bodies(folded, *match.span("names" if match["names"] else "listed"))
        if listed.names:
            names = tuple(UnitName(a, b, role) for a, b in listed.names)
            clauses.append(Clause(*match.span(), "standing", "explicit", listed.open_ended, names))
    return clauses


def _standing_rules(folded: Folded, start: int) -> Iterator[re.Match[str]]:
    """Where such rules are stated: on a line that has 不再, which a plain search finds at once."""
    at = folded.find("不再", start)
    while at >= 0:
        end = line_end(folded, at)
        yield from _STANDING_BODIES.finditer(folded, max(start, folded.rfind("\n", start, at)), end)
        at = folded.find("不再", end)


def _read(folded: Folded, match: re.Match[str], style: ClauseRule, standing: _FirstLeads | None) -> Clause | None:
    begin, stop = match.span("body")
    end = match.end()
    stated = _FIRST_LEADS.search(folded, begin, stop) if standing and folded.find("牵头", begin, stop) >= 0 else None
    if stated:
        before = _BEFORE_FIRST_LEADS.search(folded, max(begin, stated.start() - 16), stated.start())
        stop = before.start() if before else stated.start()
    elif folded.find("不再", begin, stop) >= 0 and (rule_of_all := _STANDING_BODIES.search(folded, begin, stop)):
        stop = begin + len(folded[begin : rule_of_all.start()].rstrip("，；。 "))
    elif same := _SAME_BELOW.search(folded, max(begin, stop - _LONGEST_SAME_BELOW), stop):
        stop = same.start()
    if style.name == "line":
        near = min(len(folded), stop + _FARTHEST_AHEAD)
        ends = folded.find("\n", stop, near)
        anew = _BEGINS_ANEW.search(folded, begin, near if ends < 0 else ends)
        if anew and anew.start() < stop:
            stop = end = anew.start()
    says_work = _WORK_BY.match(folded, begin, stop) if style.says == "sentence" else None
    if style.says == "sentence" and (done := says_work or _DONE_BY.match(folded, begin, stop)):
        begin = done.end()
    if style.name == "bracketed_statement" and (
        aside := _PERSONS.match(folded, begin, stop) or _SCOPE.match(folded, begin, stop)
    ):
        begin = aside.end()
    begin, stop = _without_times(folded, begin, stop)
    # What a line end parts from its label may be anything, and so may a sentence.
    bare = (
        style.says in ("list", "sentence")
        or folded.find("\n", begin, stop) >= 0
        or _WEAK_LABEL.match(folded, begin) is not None
    )
    if style.says in ("statement", "sentence") and not _STATEMENT_END.search(folded, max(begin, stop - _LONGEST_VERB), stop):
        if not stated or style.says == "sentence":
            return None
        bare = True
    if style.says == "sentence" and not _all_state(folded, begin, stop):
        return None
    names: list[UnitName] = []
    open_ended = False
    rule: ResponsibilityRule = "joint"
    default = ROLE_OF.get(match.groupdict().get("label") or "", "responsible")
    for a, b, role in _roles(folded, begin, stop, default):
        listed = split_bodies(folded, a, b)
        open_ended |= listed.open_ended
        names += [_with_role(folded, UnitName(x, y, role), b) for x, y in listed.names if _is_body(folded, x, y)]
        if any(name.role != "responsible" for name in names):
            rule = "explicit"
    if not names or (bare and not _are_bodies(folded, names)):
        return None
    if style.name == "bracketed_statement" and not open_ended and not _some_are_bodies(folded, names):
        return None
    if style.says == "sentence" and (
        _MODAL.search(folded, begin, stop) or not any(_OFFICE_END.search(folded, name.start, name.end) for name in names)
    ):
        return None
    start = says_work.start() if says_work else begin if style.says == "sentence" else match.start()
    clause = Clause(start, end, style.name, rule, open_ended, tuple(names))
    return _first_leads(folded, clause, standing) if standing and standing.start < end else clause


def _all_state(folded: Folded, start: int, end: int) -> bool:
    """Whether each part of a sentence before a semicolon ends in a role, as its last does: 市教育局牵头；各区政府负责."""
    at = folded.find("；", start, end)
    while at >= 0:
        if not _STATEMENT_END.search(folded, max(start, at - _LONGEST_VERB), at):
            return False
        at = folded.find("；", at + 1, end)
    return True


def _is_body(folded: Folded, start: int, end: int) -> bool:
    """Whether a name of a list may be a body's: no time and no person."""
    return not _YEAR_SAID.match(folded, start) and not _PERSON.search(folded, start, end)


def _without_times(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """The body of a clause without the times at its beginning or end: 市财政局负责，2026年12月底前完成."""
    if _TIME_SIGN.search(folded, start, end) is None:
        return start, end
    if match := _TIME_FIRST.match(folded, start, end):
        start = match.end()
    for _ in range(_MOST_TIMES):  # 2026年6月底前开工，2027年底前建成
        match = _TIME_LAST.search(folded, max(start, end - _LONGEST_TIME), end)
        if match is None:
            break
        end = match.start()
    return start, end


def _with_role(folded: Folded, name: UnitName, end: int) -> UnitName:
    """The name with the role that stands in brackets behind it, in the list that ends at `end`: 市工信局（牵头）; a star leads: 市工信局*."""
    starred, behind_name = folded[name.start] in _STARS, folded[name.end - 1] in _STARS
    if starred != behind_name and name.end - name.start > 1:
        return UnitName(name.start + starred, name.end - behind_name, "lead")
    if folded.find("（", name.start, name.end + 1) < 0:
        return name
    behind = _ROLE_OF_NAME.search(folded, name.start, name.end) or _ROLE_OF_NAME.match(folded, name.end, end)
    if behind is None:
        return name
    label = behind.group("label")
    role = ROLE_OF[label] if label else _ROLE_OF_VERB[behind.group("role")]
    return UnitName(name.start, min(name.end, behind.start()), role)


def _are_bodies(folded: Folded, names: list[UnitName]) -> bool:
    """Whether a bare list names bodies: all end like one, and a single one has a level before it, or is a class, or an office within.

    Of several, few may have a name of their own: 市商务委、上海海关、东航物流.
    """
    words_ = [_BRACKET_BEHIND.sub("", folded[name.start : name.end]) for name in names]
    within = sum(_OFFICE_WITHIN.fullmatch(word) is not None for word in words_)
    if within and within + sum(_OFFICE_END.search(word) is not None for word in words_) == len(words_):
        return True
    if _INCLUDES.match(words_[0]):
        return False
    bodies = sum(_BODY_END.search(word) is not None for word in words_)
    # 大型企业、中型企业 are classes of nobody in particular.
    if not any(word[0] in _LEVELS for word in words_) and not any(_OFFICE_END.search(word) for word in words_[1:]):
        return len(words_) == 1 and _OFFICE_ALONE.fullmatch(words_[0]) is not None
    if bodies == len(words_) or all(_ALL_OF_A_CLASS.fullmatch(word) for word in words_):
        return True
    # One that is sure, 市教育局, vouches for those beside it that end like schools, streets and zones.
    sure = _BODY_END if all(word[0] not in _LEVELS for word in words_) else _NAMED_END
    others = [word for word in words_ if not (sure.search(word) or _PLACE.fullmatch(word) or _OFFICE_WITHIN.fullmatch(word))]
    return bodies > 0 and (
        not others or (all(len(word) <= _LONGEST_OWN_NAME for word in others) and bodies * 3 >= len(words_) * 2)
    )


def _some_are_bodies(folded: Folded, names: list[UnitName]) -> bool:
    """Whether one of the names that a statement is about ends like a body, or more than half where they only support: 不再支持, 一网协同."""
    bodies = 0
    for name in names:
        word = _BRACKET_BEHIND.sub("", folded[name.start : name.end])
        bodies += _LISTED_END.search(word) is not None or _PLACE.fullmatch(word) is not None
    only_support = all(name.role == "support" for name in names)
    return bodies * 2 > len(names) if only_support else bodies > 0


def _first_leads(folded: Folded, clause: Clause, rule: _FirstLeads) -> Clause:
    """The clause with roles by a standing rule."""
    if clause.rule != "joint":
        return clause
    if rule.before_comma:
        comma = folded.find("，", clause.names[0].end, clause.names[-1].start)
        if comma < 0:
            return clause  # nobody leads
        names = tuple(name._replace(role="lead" if name.start < comma else "support") for name in clause.names)
        return clause._replace(rule="first_is_lead", names=names)
    level = rule.level
    first = next((name for name in clause.names if level is None or folded[name.start] == level), None)
    if first is None:
        return clause
    names = tuple(name._replace(role="lead" if name is first else "support") for name in clause.names)
    return clause._replace(rule="first_is_lead", names=names)


def _roles(folded: Folded, start: int, end: int, default: Role) -> Iterator[tuple[int, int, Role]]:
    """The lists of a clause body, each with its role: a label gives it before, a verb behind its list, else it is `default`."""
    # Each label ends in one of these: behind the last of them, and what follows it, there is none.
    last = max(folded.rfind(mark, start, end) for mark in "：为")
    labels = [*_LABEL.finditer(folded, start, min(end, last + 2))]
    if not labels or labels[0].start() > start + 4:
        stop = labels[0].start() if labels else end
        yield from _stated_roles(folded, start, stop, default)
    for at, label in enumerate(labels):
        stop = labels[at + 1].start() if at + 1 < len(labels) else end
        if word := label.group("role") or label.group("role_is"):
            yield from _stated_roles(folded, label.end(), stop, ROLE_OF[word])


def _stated_roles(folded: Folded, start: int, end: int, default: Role) -> Iterator[tuple[int, int, Role]]:
    """Lists behind each of which a verb names the role; what stands behind the last verb has the default role."""
    at = start
    last: Role | None = None
    joined = False  # 市教育局会同市财政局负责: whom somebody does it with supports
    for match in _VERB.finditer(folded, start, end):
        following = folded[match.end() : match.end() + 1] if match.end() < end else ""
        if following and following not in "，；、。" and match.group() not in ("会同", "牵头会同"):
            continue  # 落实 in the midst of a name is no role
        last = _ROLE_OF_VERB.get(match.group(), "responsible")
        is_plain = last == "responsible"
        if is_plain:
            last = "support" if joined else default  # 牵头单位：A、B按职责分工负责: what the label says holds
        begin = _begin(folded, at, match.start())
        # 会同市财政局，各区政府负责落实: those that all levels have are not who it is done with.
        if joined and is_plain and (apart := folded.find("，各", begin, match.start())) >= 0:
            if begin < apart:
                yield begin, apart, last
            begin, last = _begin(folded, apart, match.start()), "responsible"
        joined = match.group().endswith("会同")
        if at == start and default != last and (parted := _parted(folded, begin, match.start(), default)) > 0:
            yield begin, parted, default  # 牵头单位：市教育局；各县区政府配合
            begin = _begin(folded, parted, match.start())
        if begin < match.start():
            yield begin, match.start(), last
        at = match.end()
    at = _begin(folded, at, end)
    if at < end:
        yield at, end, default if last is None else "support" if last == "lead" else last


def _parted(folded: Folded, start: int, end: int, default: Role) -> int:
    """Where the list of a label ends and that of the verb behind it begins: at a semicolon, behind 牵头单位： at a comma; -1 where nowhere."""
    parted = folded.rfind("；", start, end)
    return folded.find("，", start, end) if parted < 0 and default == "lead" else parted


def _begin(folded: Folded, start: int, end: int) -> int:
    while filler := _FILLER.match(folded, start, end) or _TIME_FIRST.match(folded, start, end):
        start = filler.end()
    return start
