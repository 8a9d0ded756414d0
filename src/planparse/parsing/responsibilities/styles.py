"""What the clauses that say who is responsible look like: the table CLAUSES."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planparse.language.clause_labels import LABEL_WORD, OTHERS, ROLE_OF
from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN
from planparse.language.patterns import Rule, Rules
from planparse.parsing.responsibilities.roles import MORE_OF_LABEL, ROLE_OF_VERB
from planparse.parsing.responsibilities.times import TIME_AHEAD

_SHORT_LABEL = f"(?:{'|'.join(word for word in ROLE_OF if len(word) == 2)})"  # a label only right behind a bracket
# 市工信局（牵头）: a role behind the name of its body.
_ROLE_BEHIND = rf"（(?:共同|联合|负责)?(?:{'|'.join(word for word in ROLE_OF_VERB if len(word) == 2)})(?:单位|部门)?）"
_BEFORE_LABEL = tuple(words("roles")["labels"]["before"])
_CLAUSE_LABEL = rf"(?:{'|'.join(_BEFORE_LABEL)})?(?:{LABEL_WORD})(?:{MORE_OF_LABEL}：|为)"


@dataclass(frozen=True, slots=True)
class ClauseRule(Rule):
    """What a responsibility clause looks like: the match is all of it, its group `body` the words that name bodies and roles.

    Its group `label`, where it has one, is a label of roles.yaml that stands apart from its bodies and gives them their role.

    `matches` gives the bodies with their roles. `says` tells what has to be true of a body without a label: it is a `statement`, whose
    verbs give the roles, or a bare `list` of nothing but bodies; a `sentence` is a statement that nothing but its bodies tells from others.
    """

    says: Literal["labels", "statement", "list", "sentence"] = "labels"


LEADERS = "(?:(?:责任|牵头|分管|包保|市|牵头市|责任市|分管市)领导|责任人|负责人|联系人)"
_PART_OF_NAME = r"（[^（）\n：《。]{1,16}）"  # 各县（市、区）政府
_BULLETS = "●◆■▪•◎○▲★※*>"
_INSIDE = r"(?:[^（）\n]++|（[^（）\n]{0,60}）)"
_BEGINS_LINE = rf"(?<![^\n。；） —{_BULLETS}])"
CLAUSES = Rules(
    # （责任单位：市财政局） and its like; the bracket may never close.
    ClauseRule(
        "bracketed_label",
        rf"（[ ]?(?:{TIME_AHEAD})?(?:{LEADERS}：{HAN}{{2,12}}[，；、])*(?P<body>(?:{HAN}{{0,4}}?{_CLAUSE_LABEL}|{_SHORT_LABEL}：)(?>{_INSIDE}{{1,800}}))(?:）|(?=\n|$))",
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
