"""Names of tables, columns and values for people; files for programs keep the names of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["zh", "en"]

_CHINESE: Final = {
    # tables
    "plans": "规划",
    "sections": "章节",
    "measures": "举措",
    "responsibilities": "责任分工",
    "targets": "目标",
    "deadlines": "时限",
    "references": "引用文件",
    "diagnostics": "提示",
    "one_sided": "仅一方有",
    "indicators": "指标对照",
    "themes": "主题对照",
    "leads": "牵头对照",
    "ledger": "任务分解台账",
    "other_targets": "任务之外的目标",
    # keys
    "plan_id": "规划编号",
    "id": "编号",
    "section_id": "章节编号",
    "measure_id": "举措编号",
    "responsibility_id": "分工编号",
    "deadline_id": "时限编号",
    "parent_id": "上级编号",
    # of a plan
    "sha256": "文件指纹",
    "char_count": "字数",
    "notice_title": "通知标题",
    "doc_number": "发文字号",
    "issuer": "发文机关",
    "issued_on": "成文日期",
    "status": "状态",
    "recipients": "主送机关",
    "province": "省份",
    "city": "地市",
    "county": "区县",
    "adcode": "行政区划代码",
    # of its parts
    "name": "名称",
    "title": "标题",
    "path": "位置",
    "marker": "序号",
    "level": "层级",
    "heading": "标题",
    "kind": "类别",
    "text": "原文",
    "quote": "原文",
    "page": "页码",
    "span_start": "起始字",
    "span_end": "结束字",
    "rule": "识别规则",
    # of a body
    "open_ended": "含等",
    "canonical": "全称",
    "body": "机构类别",
    "role": "角色",
    "is_group": "泛指",
    # of a target
    "indicator": "指标",
    "indicator_id": "指标编号",
    "sector": "领域",
    "target_count": "目标数",
    "names": "各种名称",
    "known": "指标库中的指标",
    "unknown": "指标库中没有的名称",
    "outcome": "结果",
    "comparator": "比较",
    "value": "目标值",
    "value_max": "上限",
    "unit": "单位",
    "base": "比例基数",
    "baseline_value": "基期值",
    "baseline_unit": "基期单位",
    "baseline_year": "基期年份",
    "due_context_date": "参考期限",
    "due_context_from": "参考期限来源",
    "due_context_span_start": "参考期限起始字",
    "due_context_span_end": "参考期限结束字",
    "amount_value": "基本单位数值",
    "amount_value_max": "基本单位数值上限",
    "amount_unit": "基本单位",
    "grade": "等级",
    "direction": "增减",
    "implied": "未印数字",
    "per": "分母",
    "frequency": "频次",
    "scope": "范围",
    "strength": "力度",
    "due": "截止日期",
    "confidence": "把握",
    "doubts": "疑点",
    # of a time
    "start": "起",
    "end": "止",
    "months": "月数",
    "precision": "精度",
    # of a ledger
    "no": "序号",
    "task": "任务",
    "target_values": "目标值",
    "lead_bodies": "牵头单位",
    "supporting_bodies": "配合单位",
    "responsible_bodies": "责任单位",
    "due_by": "完成时限",
    "stands_in": "原文出处",
    # of the sheets to check
    "check_targets": "核对目标",
    "check_measures": "核对举措",
    "check_units": "核对单位",
    "check_deadlines": "核对时限",
    "check_metadata": "核对基本信息",
    "check": "核对",
    "wording": "字句",
    "context": "上下文",
    "content": "内容",
    "plan_title": "规划标题",
    "checked_by": "核对人",
    "checked_at": "核对时间",
    "note": "备注",
    # of plans side by side
    "relation": "关系",
    "verdict": "判断",
    "judgement": "结论",
    "difference": "差距",
    "difference_unit": "差距单位",
    "obstacle": "不可比原因",
    "sooner": "更早",
    "firmer": "更坚决",
    "why": "说明",
    "similarity": "相似度",
    "same_body": "牵头部门",
    "clause": "对应语句",
    "side": "哪一方",
    "what": "内容",
    "left": "左方",
    "right": "右方",
    "plan": "规划",
    "plan_count": "规划数",
    "place": "地区",
    "theme": "主题",
    "common_indicator": "共同指标",
    # of a cascade
    "answers": "上下承接",
    "levels": "层层加码",
    "fates": "目标去向",
    "answered_measures": "举措承接",
    "missing": "缺少的上位文件",
    "citations": "引用关系",
    "upper": "上位规划",
    "lower": "下位规划",
    "upper_level": "上位层级",
    "lower_level": "下位层级",
    "by": "识别依据",
    "measures_answered": "承接的举措",
    "fate": "去向",
    "kept": "持平",
    "raised": "加码",
    "lowered": "降低",
    "portion": "分担",
    "unlike": "不可比",
    "dropped": "未承接",
    "added": "自增",
    "compared": "可比目标",
    "likely": "仅较有把握",
    "earlier": "提前",
    "later": "推后",
    "share_raised": "加码比例",
    "share_lowered": "降低比例",
    "mean_points": "平均幅度（百分点）",
    "mean_percent": "平均幅度（%）",
    "distance": "幅度",
    "distance_unit": "幅度单位",
    "part": "分担比例",
    "per_head": "按人口",
    "day": "期限变化",
    "days": "相差天数",
    "firmness": "力度变化",
    "named_by": "由谁贯彻",
    "cites": "引用",
    "cited": "所引规划",
    "answering": "是否贯彻",
    "cited_plan_id": "所引规划编号",
    "reference_id": "引用编号",
    # of two versions
    "parts": "内容变化",
    "target_changes": "目标变化",
    "words": "字句变化",
    "facts": "文件信息变化",
    "part_change": "变化",
    "target_change": "变化",
    "moved": "移动",
    "old": "旧版",
    "new": "新版",
    "old_path": "旧位置",
    "new_path": "新位置",
    "edits": "改动的字句",
    "bodies": "责任单位变化",
    "leads_changed": "牵头变化",
    "before": "前文",
    "old_words": "旧字句",
    "new_words": "新字句",
    "field": "字段",
    "old_value": "旧值",
    "new_value": "新值",
    "old_due": "旧期限",
    "new_due": "新期限",
    "old_quote": "旧原文",
    "new_quote": "新原文",
    "version": "版本",
    **{
        f"{side}_{name}": f"{words}{what}"
        for side, words in (("upper", "上位"), ("lower", "下位"))
        for name, what in (
            *(("indicator", "指标"), ("value", "目标值"), ("due", "截止日期"), ("path", "位置")),
            *(("quote", "原文"), ("title", "标题")),
        )
    },
}

_YES_NO: Final[dict[object, tuple[str, str]]] = {True: ("是", "yes"), False: ("否", "no")}
_SIDES: Final[dict[object, tuple[str, str]]] = {"left": ("左方", "left"), "right": ("右方", "right")}
_GOVERNMENTS: Final[dict[object, tuple[str, str]]] = {
    "nation": ("国家", "nation"),
    "province": ("省级", "province"),
    "city": ("市级", "city"),
    "county": ("县级", "county"),
}

VALUES: Final[dict[str, dict[object, tuple[str, str]]]] = {
    # by field and value, in Chinese and in English
    "status": {"draft": ("征求意见稿", "draft"), "trial": ("试行", "trial"), "final": ("正式", "final")},
    "role": {"lead": ("牵头", "lead"), "support": ("配合", "support"), "responsible": ("责任", "responsible")},
    "kind": {
        # of a section
        "general": ("总体要求", "general"),
        "guidance": ("指导思想", "guidance"),
        "principles": ("基本原则", "principles"),
        "goals": ("目标", "goals"),
        "tasks": ("任务", "tasks"),
        "safeguards": ("保障", "safeguards"),
        "appendix": ("附件", "appendix"),
        "other": ("其他", "other"),
        # of a measure
        "task": ("任务", "task"),
        "safeguard": ("保障", "safeguard"),
        # of a target
        "level": ("水平", "level"),
        "count": ("数量", "count"),
        "share": ("占比", "share"),
        "rank": ("排名", "rank"),
        "ratio": ("配比", "ratio"),
        "grade": ("等级", "grade"),
        "change": ("增减", "change"),
        "coverage": ("覆盖", "coverage"),
        # of a deadline
        "by": ("截至", "by"),
        "during": ("期间", "during"),
        "range": ("起止", "range"),
        "duration": ("时长", "duration"),
        "recurring": ("周期", "recurring"),
    },
    "rule": {
        # how the roles of a clause were read
        "explicit": ("写明角色", "roles are named"),
        "first_is_lead": ("首位牵头", "the first leads"),
        "joint": ("共同负责", "all are responsible"),
        "table": ("分工表", "a table"),
    },
    "due_context_from": {
        "paragraph": ("同段", "its paragraph"),
        "heading": ("上级标题", "a heading above"),
        "title": ("标题中的年份", "the year in the title"),
        "period": ("标题中的期间", "the period in the title"),
    },
    "precision": {"year": ("年", "year"), "quarter": ("季度", "quarter"), "month": ("月", "month"), "day": ("日", "day")},
    "level": {
        # of a body; that of a section is a number
        "central": ("中央", "central"),
        "province": ("省级", "province"),
        "city": ("市级", "city"),
        "county": ("县级", "county"),
        "township": ("乡级", "township"),
        "other": ("其他", "other"),
        # of a plan
        "nation": ("国家", "nation"),
    },
    "comparator": {
        "eq": ("=", "="),
        "ge": ("≥", "≥"),
        "gt": (">", ">"),
        "le": ("≤", "≤"),
        "lt": ("<", "<"),
        "approx": ("≈", "≈"),
        "range": ("–", "–"),
    },
    "direction": {"increase": ("↑", "↑"), "decrease": ("↓", "↓")},
    "strength": {"firm": ("应达", "firm"), "strive": ("力争", "strive"), "encourage": ("鼓励", "encourage")},
    "confidence": {"sure": ("确定", "sure"), "likely": ("较有把握", "likely"), "guess": ("仅供参考", "guess")},
    "relation": {"same": ("同一指标", "same indicator"), "comparable": ("相近指标", "similar indicator")},
    "verdict": {
        "left_stricter": ("左方更严", "left is stricter"),
        "right_stricter": ("右方更严", "right is stricter"),
        "equal": ("相当", "equal"),
        "not_comparable": ("不可比", "not comparable"),
    },
    "judgement": {
        "left_stricter": ("左方更严", "left is stricter"),
        "right_stricter": ("右方更严", "right is stricter"),
        "equal": ("相当", "equal"),
        "not_comparable": ("不可比", "not comparable"),
        "unweighed": ("数量不同", "counts differ"),
    },
    "obstacle": {
        "measure": ("计量的事物不同", "they count different things"),
        "scope": ("范围不同", "different sets of cases"),
        "denominator": ("分母不同", "different denominators"),
        "frequency": ("频次不同", "different frequencies"),
        "unit": ("单位不同", "different units"),
        "kind": ("目标类别不同", "different kinds of target"),
        "baseline": ("基期不同", "different baselines"),
        "direction": ("增减方向相反", "opposite directions"),
        "overlap": ("区间重叠", "their ranges overlap"),
        "no_value": ("一方没有数值", "one side names no value"),
    },
    "sooner": {"left": ("左方更早", "left is sooner"), "right": ("右方更早", "right is sooner")},
    "firmer": {"left": ("左方更坚决", "left is firmer"), "right": ("右方更坚决", "right is firmer")},
    "same_body": {True: ("牵头部门同类", "same kind of lead"), False: ("牵头部门不同", "another kind of lead")},
    "by": {"number": ("文号", "number"), "title": ("标题", "title"), "words": ("文中名称", "words")},
    "fate": {
        "kept": ("持平", "kept"),
        "raised": ("加码", "raised"),
        "lowered": ("降低", "lowered"),
        "portion": ("分担", "a portion"),
        "unlike": ("不可比", "not comparable"),
        "dropped": ("未承接", "dropped"),
        "added": ("自增", "added"),
    },
    "distance_unit": {"points": ("个百分点", "points"), "percent": ("%", "%")},
    "day": {"earlier": ("提前", "earlier"), "later": ("推后", "later")},
    "firmness": {"firmer": ("更坚决", "firmer"), "softer": ("更宽松", "softer")},
    "answering": _YES_NO,
    "part": {"opening": ("开头", "opening"), "section": ("章节", "section"), "measure": ("举措", "measure")},
    "part_change": {
        "kept": ("未变", "kept"),
        "changed": ("修改", "changed"),
        "new": ("新增", "new"),
        "gone": ("删除", "gone"),
    },
    "target_change": {
        "kept": ("未变", "kept"),
        "tightened": ("收紧", "tightened"),
        "loosened": ("放宽", "loosened"),
        "altered": ("改动", "altered"),
        "new": ("新增", "new"),
        "gone": ("删除", "gone"),
    },
    "moved": {True: ("移动", "moved")},
    "leads_changed": {True: ("牵头变化", "other leads")},
    "version": {"old": ("旧版", "old"), "new": ("新版", "new")},
    "severity": {"info": ("留意", "note"), "warning": ("存疑", "warning"), "error": ("有误", "error")},
    "path": {"preamble": ("引言", "preamble"), "notice": ("通知", "notice")},
    "doubts": {
        # codes of what speaks against a target
        "bare_noun": ("指标只有一两个字", "the indicator is a word or two"),
        "call": ("文件是申报或评选通知", "the document calls for applications"),
        "condition_nearby": ("句中有条件", "its sentence contains conditions"),
        "indicator_from_context": ("指标由上文补全", "the indicator was completed from the context"),
        "list_in_noun": ("指标中有并列", "the indicator contains a list"),
        "long_noun": ("指标过长", "the indicator is very long"),
        "loose_rule": ("句式不一定表示目标", "sentences of this form often state no commitment"),
        "no_unit": ("没有单位", "it has no unit"),
        "norm_nearby": ("句中有规范或办理程序", "its sentence states a norm or a procedure"),
        "open_noun": ("指标开头可能多了字", "the indicator may begin too early"),
        "open_noun_end": ("指标结尾可能多了字", "the indicator may end too late"),
        "other_opening": ("文件可能不是规划", "the document may not be a plan"),
        "other_year": ("写有年份，但没有读作期限", "it has a year that was not read as its deadline"),
        "outside_sections": ("不在任何章节之内", "it is outside all sections"),
        "past": ("可能是已有情况", "it may describe the past"),
        "past_year": ("年份早于发文", "its year is before the document's"),
        "payment_nearby": ("句中有补助或收费", "its sentence is about payments"),
        "respectively": ("“分别”没有拆开", "values for several things were not separated"),
        "rules": ("文件是办法、规定或标准", "the document states rules"),
        "second_number": ("句中有几个数字", "its words contain several numbers"),
        "small_numeral": ("汉字小数目", "a small number in words"),
        "support_heading": ("标题说的是扶持或条件", "its heading is about support or conditions"),
        "table_without_year": ("表中没有年份", "its table names no year"),
        "torn": ("原文在此断行", "a line breaks within its words"),
        "untitled": ("文件没有标题", "the document has no title"),
        "verb_in_noun": ("指标中可能有动词", "the indicator may hold a verb"),
    },
    "implied": _YES_NO,
    "open_ended": _YES_NO,
    "is_group": _YES_NO,
    "upper_level": _GOVERNMENTS,
    "lower_level": _GOVERNMENTS,
    "side": _SIDES,
    "what": {"measure": ("举措", "measure"), "target": ("目标", "target"), "deadline": ("时限", "deadline")},
}

NOTES: Final = {
    # sentences about numbers, {}
    "none": ("无", "none"),
    "equal_pairs": ("没有差别的对子未列出：{}（--all 全部列出）", "equal pairs not shown: {}; --all shows them"),
    "likely_pairs": ("较有把握的对子未列出：{}（--all 全部列出）", "likely pairs not shown: {}; --all shows them"),
    "guesses": ("仅供参考的对子未列出：{}（--all 全部列出）", "guesses not shown: {}; --all shows them"),
    "likely_rows": (
        "仅较有把握的行未列出：{}（--all 全部列出）",
        "rows of what is only likely not shown: {}; --all shows them",
    ),
    "single_rows": (
        "只见于一份规划的行未列出：{}（--all 全部列出）",
        "rows of one plan only not shown: {}; --all shows them",
    ),
    "single_names": (
        "只出现一次的名称未列出：{}（--all 全部列出）",
        "names that stand once not shown: {}; --all shows them",
    ),
    "some_plans": (
        "列出共有行最多的 {} 份规划，共 {} 份；--all 全部列出，csv 和 xlsx 并排列出全部",
        "{} of {} plans shown, those in most rows; --all shows all, csv and xlsx hold them side by side",
    ),
    "side": ("{}：{}", "{}: {}"),
    "lone_targets": (
        "未承接和自增的目标未列出：{}（--all 全部列出）",
        "targets that were dropped or added not shown: {}; --all shows them",
    ),
    "kept_rows": ("没有变化的未列出：{}（--all 全部列出）", "unchanged rows not shown: {}; --all shows them"),
    "months": ("{} 个月", "{} months"),
    # how to cite
    "cite": ("planparse contributors. {}. 版本 {}. 命令：{}.", "planparse contributors. {}. Version {}. Command: {}."),
    "cite_rules": ("规则 {}.", "Rules {}."),
    "cite_settings": ("设置：{}.", "Settings: {}."),
    "cite_inputs": ("输入 {} 份（SHA-256、文件名）：", "Inputs, {} (SHA-256, name):"),
    # of a ledger
    "ledger_plans": ("{} 份规划", "{} plans"),
    "ledger_body": ("{} 的任务", "tasks of {}"),
    "ledger_due": ("{} 到期", "due in {}"),
    "responsible": ("责任单位：{}", "responsible: {}"),
    "outcome": ("（{}）", " ({})"),
    "by_context": ("{}（据上文）", "{} (from context)"),
    "page": ("第 {} 页", "page {}"),
    "pages": ("第 {} 页，共 {} 页", "page {} of {}"),
}

FIGURES: Final = {
    # of an evaluation
    "list": ("列表", "list"),
    "precision": ("精确率", "precision"),
    "recall": ("召回率", "recall"),
    "field": ("字段", "field"),
    "right": ("正确", "right"),
    "of": ("共", "of"),
    "before": ("此前", "before"),
    "now": ("现在", "now"),
    "change": ("变化", "change"),
    "misses": ("差错", "misses"),
    "gains": ("改进", "gains"),
    "losses": ("退步", "losses"),
    "changed": ("有变化但仍不正确", "changed, but not right"),
    "was": ("此前", "was"),
    "missed": ("遗漏", "missed"),
    "extra": ("多出", "extra"),
    "wrong": ("错误", "wrong"),
    "instead": ("{}：读出{}，标注{}", "{}: found {}, gold {}"),
    "nothing": ("无", "nothing"),
    # of an evaluation of numbers
    "numbers": ("数字", "numbers"),
    "all targets": ("全部目标", "all targets"),
    "no commitment": ("并非承诺", "no commitment"),
    "in gold": ("标注", "in gold"),
    "said": ("读出", "said"),
    "found": ("找到", "found"),
    "roles": ("数字的作用", "roles"),
    "gold ↓ read →": ("标注↓ 读作→", "gold ↓ read →"),
    "together": ("合计", "together"),
    "target": ("目标", "target"),
    "deadline": ("时限", "deadline"),
    "date": ("日期", "date"),
    "parameter": ("参数", "parameter"),
    "threshold": ("门槛", "threshold"),
    "existing": ("现状", "existing"),
    "name": ("名称", "name"),
    "reference": ("引用", "reference"),
    "numbering": ("编号", "numbering"),
    "other": ("其他", "other"),
    "unread": ("未读", "unread"),
    "confidence": ("把握", "confidence"),
    "on average": ("平均", "on average"),
    "calibration": ("把握是否可信", "calibration"),
    "share": ("比例", "share"),
    "expected error": ("期望校准误差", "expected calibration error"),
    "right of sure": ("把握不低于 0.9 的，正确的比例", "right among those of 0.9 and more"),
    "errors in least sure": ("把握最低的一成所含错误的比例", "errors within the least sure tenth"),
    # of a batch
    "done": ("已完成", "plans done"),
    "done before": ("此前已完成", "done before"),
    "failed": ("失败", "failed"),
    "other causes": ("其他 {:,} 种原因", "{:,} other causes"),
    "plans": ("份规划", "plans"),
    # lists
    "sections": ("章节", "sections"),
    "section kinds": ("章节类别", "section kinds"),
    "measures": ("举措", "measures"),
    "units": ("责任单位", "units"),
    "deadlines": ("时限", "deadlines"),
    "references": ("引用文件", "references"),
    "targets": ("目标", "targets"),
    "coverage": ("覆盖目标", "coverage"),
    "targets (value)": ("目标（找到）", "targets (value)"),
    "targets (strict)": ("目标（全对）", "targets (strict)"),
    "coverage (value)": ("覆盖目标（找到）", "coverage (value)"),
    "coverage (strict)": ("覆盖目标（全对）", "coverage (strict)"),
}

STAGES: Final = {
    # what the stages see of a sentence
    "time": ("时间", "time"),
    "excluded": ("不是时限", "no deadline"),
    "amount": ("数量", "amount"),
    "skeleton": ("骨架", "skeleton"),
    "target": ("目标", "target"),
    "clause": ("责任分工", "clause"),
    "kept": ("不是目标", "no target"),
    # what keeps a number from being a target
    "report": ("陈述已有情况的句子", "the sentence reports"),
    "requirement": ("提出条件的句子", "the sentence says what one must have"),
    "condition": ("条件或对象", "a condition"),
    "background": ("作为基础的情况", "taken for granted"),
    "existing": ("已有的事物", "there already"),
    "parameter": ("政策参数", "a parameter"),
    "no_rule": ("没有规则读出", "no rule reads"),
}

INTERFACE: Final[dict[str, tuple[str, str]]] = {
    "tagline": ("规划解读", "A plan, read"),
    "language": ("English", "中文"),
    "skip": ("跳到目标列表", "Skip to the targets"),
    "overview": ("概览", "Overview"),
    "state": ("状态", "Status"),
    "region": ("适用地区", "Region"),
    "source": ("文件", "File"),
    "sections": ("章节", "sections"),
    "measures": ("举措", "measures"),
    "targets": ("目标", "targets"),
    "deadlines": ("时限", "deadlines"),
    "bodies": ("责任单位", "bodies"),
    "find": ("查找与筛选", "Find and filter"),
    "search": ("搜索目标、举措与原文", "Search targets, measures and text"),
    "next_hit": ("下一处", "Next hit"),
    "all": ("全部", "all"),
    "none": ("无", "none"),
    "kind": ("类别", "Kind"),
    "unit": ("计量单位", "Unit"),
    "due": ("到期年份", "Due"),
    "no_due": ("未定期限", "no date"),
    "undated": ("未定", "none"),
    "lead": ("牵头单位", "Lead body"),
    "reset": ("清除筛选", "Reset"),
    "shown": ("目标 {targets} · 举措 {measures}", "targets {targets} · measures {measures}"),
    "hits": (" · 原文 {hits} 处", " · {hits} hits in the text"),
    "of": ("{n} / {m}", "{n} of {m}"),
    "nothing": ("没有符合条件的条目", "Nothing matches"),
    "no_targets": ("这份规划没有读出数量目标。", "No targets were read in this plan."),
    "no_measures": ("这份规划没有读出举措。", "No measures were read in this plan."),
    "text": ("原文", "The plan's text"),
    "legend": ("标注图例", "What the marks mean"),
    "mark_heading": ("章节", "section"),
    "mark_title": ("举措", "measure"),
    "mark_target": ("目标", "target"),
    "mark_deadline": ("时限", "deadline"),
    "mark_lead": ("牵头单位", "lead body"),
    "mark_body": ("其他责任单位", "other responsible body"),
    "led_by": ("牵头", "led by"),
    "with": ("参与", "with"),
    "timeline": ("目标到期时间", "When targets fall due"),
    "timeline_desc": (
        "各年到期的目标数，按类别分段堆叠；数据见下表。",
        "Targets due by year, stacked by kind; the table below holds the numbers.",
    ),
    "workload": ("责任单位承担的举措", "Who is responsible for measures"),
    "workload_desc": (
        "各单位牵头与参与的举措数；数据见下表。",
        "Measures that each body leads or supports; the table below holds the numbers.",
    ),
    "leads": ("牵头", "leads"),
    "supports": ("参与", "supports"),
    "total": ("合计", "total"),
    "as_table": ("数据表", "As a table"),
    "year": ("年份", "Year"),
    "body": ("单位", "Body"),
    "diagnostics": ("请核对之处", "Worth a second look"),
    # of two plans; what begins with a blank stands behind the name of one
    "side_by_side": ("规划对照", "Two plans side by side"),
    "stricter": ("更严", " is stricter"),
    "sooner": ("更早", " is sooner"),
    "firmer": ("更坚决", " is firmer"),
    "bars": ("谁的目标更严", "Whose targets are stricter"),
    "bars_desc": (
        "按左方规划的章节统计双方各有几项目标更严；数据见下表。",
        "How many targets are stricter on either side, by section of the left plan; the table below holds the numbers.",
    ),
    "reach": ("多少得到对方回应", "How much has a counterpart"),
    "reach_desc": (
        "双方的举措与目标中有对应和独有的数量；数据见下表。",
        "Measures and targets with and without a counterpart on the other side; the table below holds the numbers.",
    ),
    "answered": ("有对应", "answered"),
    "alone": ("独有", "alone"),
    "outside": ("章节之外", "outside any section"),
    "section": ("章节", "Section"),
    "ask_verdict": ("判断", "Verdict"),
    "ask_relation": ("关系", "Relation"),
    "ask_lead": ("牵头部门", "Leads"),
    "lead_same": ("同类", "the same"),
    "lead_other": ("不同", "not the same"),
    "lead_none": ("未写明", "not named"),
    "left_only": ("仅左方有", "left only"),
    "right_only": ("仅右方有", "right only"),
    "pairs": ("目标对照", "Targets side by side"),
    "answers": ("举措对照", "Measures side by side"),
    "only": ("独有的目标与举措", "What only one side has"),
    "only_here": ("独有", " has alone"),
    "similarity": ("相似度", "similarity"),
    "same_lead": ("牵头部门同类", "same kind of lead"),
    "other_lead": ("牵头部门不同", "another kind of lead"),
    "to_measures": ("↓ 对应举措", "↓ the measures"),
    "likely_pairs": ("较有把握的目标对", "Likely pairs of targets"),
    "likely": ("较有把握的举措对", "Likely pairs of measures"),
    "for_10000": ("每万人", "for 10,000 people"),
    "guesses": ("仅供参考的举措对", "Guesses"),
    "clauses": ("最相近的句子", "The closest clauses"),
    "unfold": ("展开原文", "unfold the text"),
    "texts": ("双方原文", "Both texts"),
    "shown_pairs": (
        "目标对 {pairs} · 举措对 {answers} · 独有 {left} {left_only} {right} {right_only}",
        "target pairs {pairs} · measure pairs {answers} · alone: {left} {left_only}, {right} {right_only}",
    ),
    # of many plans
    "matrix": ("多份规划对照", "Many plans side by side"),
    "plans": ("规划", "plans"),
    "shared_indicators": ("共有指标", "shared indicators"),
    "shared_themes": ("共有主题", "shared themes"),
    "reach_indicators": ("指标与其他规划共有多少", "Indicators that others have, too"),
    "reach_indicators_desc": (
        "各规划与其他规划共有和独有的指标数；数据见下表。",
        "How many indicators each plan shares with others or has alone; the table below holds the numbers.",
    ),
    "reach_themes": ("主题与其他规划共有多少", "Themes that others have, too"),
    "reach_themes_desc": (
        "各规划与其他规划共有和独有的主题数；数据见下表。",
        "How many themes each plan shares with others or has alone; the table below holds the numbers.",
    ),
    "shared": ("共有", "shared"),
    "least": ("见于几份规划", "In how many plans"),
    "choose": ("选择规划", "Choose plans"),
    "more": ("再显示一些", "Show more"),
    "single": ("只见于一份规划", "In one plan only"),
    # of a cascade
    "cascade": ("层层承接", "From plan to plan"),
    "cascade_plans": ("份规划", "plans"),
    "cascade_answers": ("对上下承接", "implement another"),
    "cascade_compared": ("个可比目标", "targets compared"),
    "cascade_raised": ("个加码", "raised"),
    "cascade_missing": ("份上位文件缺失", "documents missing"),
    "by_level": ("上级目标到下级的去向", "What becomes of targets"),
    "by_level_desc": (
        "各层级对上位规划目标的处理；数据见“层层加码”表。",
        "What plans of each level make of the targets above them; the table of levels holds the numbers.",
    ),
    "tree": ("承接关系", "Which plan implements which"),
    "not_there": ("未提供", "missing"),
    "rows_note": (
        "指标和主题旁的数是确定属于该行的规划数；仅较有把握的目标和举措折叠，点开可见。",
        "The number beside an indicator or a theme counts the plans that are sure to be on it; what is only likely is folded.",
    ),
    "levels_note": (
        "各数只计确定为同一事项的，“仅较有把握”的另计；加码比例以可比目标计；平均幅度含持平（计为 0），正数为更严。总量目标按地区分担，不计为降低。",
        "Only pairs that are surely about the same matter are counted; likely ones are listed separately. Shares are of the targets compared; means count kept targets as 0, and positive values are stricter. A territory's portion of an amount is not counted as lowered.",
    ),
    "of_upper": ("上位目标", "Target above"),
    "rules": ("规则", "rules"),
    # of two versions
    "track": ("版本对照", "From version to version"),
    "track_changed": ("处修改", "parts changed"),
    "track_moved": ("处移动", "moved"),
    "track_new": ("处新增", "new"),
    "track_gone": ("处删除", "gone"),
    "track_tightened": ("个目标收紧", "targets tightened"),
    "track_loosened": ("个目标放宽", "loosened"),
    "track_targets": ("目标变化", "Targets that changed"),
    "track_parts": ("内容变化", "Parts that changed"),
    "unchanged": ("没有变化", "Nothing has changed"),
    "kept_parts": ("未变的部分", "parts as they were"),
    "shown_matrix": (
        "指标 {indicators} · 主题 {themes} · 仅一份有：目标 {alone_targets}、举措 {alone_measures}",
        "indicators {indicators} · themes {themes} · in one plan only: targets {alone_targets}, measures {alone_measures}",
    ),
}
"""What the pages say around a plan, in (Chinese, English); those with {…} are filled in as the reader filters."""

REVIEWING: Final[dict[str, tuple[str, str]]] = {
    "views": ("视图", "View"),
    "review": ("核对", "Review"),
    "lists": ("浏览", "Browse"),
    "subjects": ("核对什么", "What to review"),
    "on_target": ("目标", "Targets"),
    "on_measure": ("举措", "Measures"),
    "on_unit": ("责任单位", "Bodies"),
    "on_deadline": ("时限", "Deadlines"),
    "on_metadata": ("文件信息", "Document"),
    "left": ("还剩 {open} 条，共 {all} 条", "{open} of {all} left"),
    "none_left": ("{all} 条全部看过", "all {all} reviewed"),
    "nothing_here": ("这份规划没有读出这一类内容。", "Nothing of this kind was read in this plan."),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "place_of": ("位置", "Place"),
    "place": ("第 {n} 条，共 {m} 条", "{n} of {m}"),
    "open": ("待核对", "to review"),
    "accepted": ("已认可", "accepted"),
    "changed": ("已修改", "changed"),
    "removed": ("已删去", "removed"),
    "added": ("人工增加", "added"),
    "was": ("原为 {was}", "was {was}"),
    "accept": ("认可", "Accept"),
    "change": ("修改", "Change"),
    "remove": ("删去", "Remove"),
    "reopen": ("撤回决定", "Reopen"),
    "previous": ("上一条", "Previous"),
    "following": ("下一条", "Next"),
    "undo": ("撤销", "Undo"),
    "add": ("增加", "Add"),
    "load": ("读入审阅文件", "Open a review file"),
    "save": ("保存审阅文件", "Save the review file"),
    "by": ("审阅人", "Reviewer"),
    "note": ("备注", "Note"),
    "keep": ("确定", "Keep"),
    "cancel": ("取消", "Cancel"),
    "more_fields": ("其他字段", "Other fields"),
    "quote": ("原文字句（可在右侧原文中选取，也可直接输入）", "Words of the text: select them there, or type them"),
    "to_words": ("看原文", "Show in the text"),
    "load_how": (
        "读入的决定并入本页；同一条有两个决定时，以读入的为准。",
        "Its decisions are added to those of this page; if both decide on the same entry, the file takes precedence.",
    ),
    "choose_file": ("选择文件", "Choose a file"),
    "paste": ("或粘贴其内容", "Or paste its content"),
    "take": ("读入", "Open"),
    "has_saved": ("{name} 已保存，含 {n} 项决定。", "{name} saved with {n} decisions."),
    "has_loaded": ("读入 {n} 项决定。", "{n} decisions read."),
    "elsewhere": (
        "有 {n} 项决定所指的条目不在本页，会原样写回审阅文件。",
        "{n} decisions are about entries that this page does not show; the review file keeps them.",
    ),
    "not_kept": (
        "浏览器不允许保存：离开本页之前，请保存审阅文件。",
        "The browser keeps nothing: save the review file before you leave the page.",
    ),
    "fault_needed": ("{field}不能为空", "{field} is needed"),
    "fault_number": ("{field}须为数字，如 90 或 0.55", "{field} must be a number such as 90 or 0.55"),
    "fault_integer": ("{field}须为整数", "{field} must be a whole number"),
    "fault_date": ("{field}须为日期，如 2025-12-31", "{field} must be a date such as 2025-12-31"),
    "fault_string": ("{field}格式不符", "{field} has the wrong format"),
    "fault_most": ("{field}须不小于目标值", "{field} must not be below the value"),
    "fault_range": ("区间须有上限，其他比较方式没有上限", "A range needs an upper end; other comparators have none"),
    "fault_percent": ("{field}请写作 %", "{field}: write %"),
    "fault_order": ("起始日不能晚于截止日", "It must not start after its end"),
    "fault_title": ("{field}须是举措中的原文", "{field} must be words of the measure"),
    "fault_words": ("原文中没有这些字", "The text does not contain these words"),
    "fault_line": ("第 {line} 行：不是审阅文件的写法", "Line {line}: not the syntax of a review file"),
    "fault_file": ("不是审阅文件：应有 decisions 列表", "Not a review file: it has no list of decisions"),
    "fault_decision": ("第 {n} 项决定：{field} 不对", "Decision {n}: {field} is invalid"),
    "fault_size": ("文件过大", "The file is too large"),
    "comparator_eq": ("= 等于", "= exactly"),
    "comparator_ge": ("≥ 不低于", "≥ at least"),
    "comparator_gt": ("> 高于", "> more than"),
    "comparator_le": ("≤ 不超过", "≤ at most"),
    "comparator_lt": ("< 低于", "< less than"),
    "comparator_approx": ("≈ 左右", "≈ about"),
    "comparator_range": ("– 区间", "– range"),
    "direction_increase": ("↑ 增加", "↑ increase"),
    "direction_decrease": ("↓ 减少", "↓ decrease"),
}
"""What they say to those who review besides, in (Chinese, English)."""


def heading(name: str, language: Language) -> str:
    """The heading of a table or column, also of one for a side of a comparison.

    >>> heading("issued_on", "zh"), heading("issued_on", "en"), heading("left_due", "zh")
    ('成文日期', 'Issued on', '左方截止日期')
    """
    if language == "en":
        return name.replace("_", " ").capitalize()
    side, _, rest = name.partition("_")
    return _SIDES[side][0] + _CHINESE[rest] if rest and side in _SIDES else _CHINESE[name]


def worded(field: str, value: object, language: Language) -> str:
    """The value of a field in words, of a list each that 、 parts; as it is where the field has no words of its own.

    >>> worded("strength", "strive", "zh"), worded("unit", "家", "en"), worded("due", None, "en")
    ('力争', '家', '')
    >>> worded("doubts", "past、torn", "en")
    'it may describe the past; a line breaks within its words'
    """
    if value is None:
        return ""
    known = VALUES.get(field, {})
    if field == "doubts":
        each = (_worded(known, code, language) for code in str(value).split("、") if code)
        return "；".join(each) if language == "zh" else "; ".join(each)
    return _worded(known, value, language)


def _worded(known: Mapping[object, tuple[str, str]], value: object, language: Language) -> str:
    """One value in the words that are known for its field."""
    words = known.get(value)
    return _of(words, language) if words else str(value)


def figure(name: str, language: Language) -> str:
    """What a figure of an evaluation is called; as it is where it has no words of its own, as F1 and the names of fields.

    >>> figure("recall", "zh"), figure("F1", "zh"), figure("target.per", "zh")
    ('召回率', 'F1', 'target.per')
    """
    words = FIGURES.get(name)
    return _of(words, language) if words else name


def stage(name: str, language: Language) -> str:
    """What a stage sees in a sentence, or the test that keeps a number from being a target.

    >>> stage("kept", "en"), stage("report", "zh")
    ('no target', '陈述已有情况的句子')
    """
    return _of(STAGES[name], language)


def note(name: str, language: Language, *numbers: object) -> str:
    """A note of NOTES about these numbers.

    >>> note("months", "en", 3)
    '3 months'
    """
    return _of(NOTES[name], language).format(*numbers)


def _of(words: tuple[str, str], language: Language) -> str:
    return words[language == "en"]
