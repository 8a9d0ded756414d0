"""The clauses of a text: where each stands, its bodies, and their roles."""

from __future__ import annotations

import re

from planparse.language.body_names import LISTED
from planparse.language.clause_labels import ROLE_OF
from planparse.language.lexicon import alternation
from planparse.language.numerals import HAN
from planparse.language.organizations import split_bodies
from planparse.language.patterns import Pattern
from planparse.model import ResponsibilityRule
from planparse.parsing.responsibilities.bodies import are_bodies, may_be_body, names_office, some_are_bodies
from planparse.parsing.responsibilities.found import Clause, UnitName
from planparse.parsing.responsibilities.roles import ROLE_OF_VERB, ends_in_role, roles_in, with_role
from planparse.parsing.responsibilities.standing import FirstLeads, before_rule, first_leads_rule, with_first_leading
from planparse.parsing.responsibilities.styles import CLAUSES, LEADERS, ClauseRule
from planparse.parsing.responsibilities.times import without_times
from planparse.text import Folded

# 市分工方案：市财政局…负责: of whom a statement speaks, or of which part of the work.
_SCOPE = Pattern(
    rf"{HAN}{{1,8}}：(?={HAN}{{2}})",
    reads=("市分工方案：市财政局", "我市：市财政局"),
    leaves=("市财政局：", "市财政局、"),
    by="match",
)
# （责任：谁主管谁负责）, （分工：企业出资）: words that say more than who, so what stands behind them has to be bodies.
_WEAK_LABEL = Pattern(
    "（?(?:任务|责任)?(?:分工|落实|责任|负责|参与|协同)：",
    reads=("（分工：市教育局", "（责任：谁主管谁负责", "责任落实：市教育局"),
    leaves=("（责任单位：市教育局", "（配合：市财政局"),
    by="match",
)
# 责任人：张某某；市财政局牵头: who answers for it, before the bodies.
_PERSONS = Pattern(
    f"(?:{LEADERS}：{HAN}{{2,12}}[，；、])+",
    reads=("责任人：张某某；市财政局牵头", "责任领导：副市长李某某，"),
    leaves=("责任单位：市财政局", "市财政局牵头"),
    by="match",
)
# What a sentence says that is more than who does what.
_MODAL = Pattern(
    "应(?![急用])|要(?!素)|[须可]|加强|参照|积极|开展|执行(?!法|局)|督促|予以|之日|措施|意见|(?<=[^，；。、\n])(?<!自)由",
    reads=("各地要参照执行", "以上措施自发布之日起执行", "厦门市开展此项活动由厦门市金融办牵头"),
    leaves=("由市财政局牵头", "市应急局配合", "市自由贸易试验区管委会负责"),
)
# 新建学校20所，由市教育局会同市财政局负责: what a sentence says before whom it is done by.
_DONE_BY = Pattern(
    rf"(?![^。]*?(?:{alternation(ROLE_OF_VERB)})(?:[，；][^。]*)?[，；]由)[^。]{{4,}}[，；](?=由)",
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
_FARTHEST_AHEAD = 160  # how far behind a clause one looks for what tells that another sentence begins in it


def find_clauses(folded: Folded, start: int = 0) -> list[Clause]:
    """Every responsibility clause behind `start`, in order; a standing rule works from where it is stated."""
    standing = first_leads_rule(folded, start)
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
        clauses = [with_first_leading(folded, clause, standing) for clause in clauses]
    return clauses


def _read(folded: Folded, match: re.Match[str], style: ClauseRule, standing: FirstLeads | None) -> Clause | None:
    begin, stop = match.span("body")
    end = match.end()
    stop, says_who_leads = before_rule(folded, begin, stop, standing)
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
    begin, stop = without_times(folded, begin, stop)
    # What a line end parts from its label may be anything, and so may a sentence.
    bare = (
        style.says in ("list", "sentence")
        or folded.find("\n", begin, stop) >= 0
        or _WEAK_LABEL.match(folded, begin) is not None
    )
    if style.says in ("statement", "sentence") and not ends_in_role(folded, begin, stop):
        if not says_who_leads or style.says == "sentence":
            return None
        bare = True
    if style.says == "sentence" and not _all_state(folded, begin, stop):
        return None
    names: list[UnitName] = []
    open_ended = False
    rule: ResponsibilityRule = "joint"
    default = ROLE_OF.get(match.groupdict().get("label") or "", "responsible")
    for a, b, role in roles_in(folded, begin, stop, default):
        listed = split_bodies(folded, a, b)
        open_ended |= listed.open_ended
        names += [with_role(folded, UnitName(x, y, role), b) for x, y in listed.names if may_be_body(folded, x, y)]
        if any(name.role != "responsible" for name in names):
            rule = "explicit"
    if not names or (bare and not are_bodies(folded, names)):
        return None
    if style.name == "bracketed_statement" and not open_ended and not some_are_bodies(folded, names):
        return None
    if style.says == "sentence" and (_MODAL.search(folded, begin, stop) or not names_office(folded, names)):
        return None
    start = says_work.start() if says_work else begin if style.says == "sentence" else match.start()
    clause = Clause(start, end, style.name, rule, open_ended, tuple(names))
    return with_first_leading(folded, clause, standing) if standing and standing.start < end else clause


def _all_state(folded: Folded, start: int, end: int) -> bool:
    """Whether each part of a sentence before a semicolon ends in a role, as its last does: 市教育局牵头；各区政府负责."""
    at = folded.find("；", start, end)
    while at >= 0:
        if not ends_in_role(folded, start, at):
            return False
        at = folded.find("；", at + 1, end)
    return True
