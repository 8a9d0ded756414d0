"""Which role each list of a clause gives its bodies: by the label before it, the verb behind it, or what stands in brackets behind a name."""

from __future__ import annotations

from collections.abc import Iterator

from planparse.language.clause_labels import LABEL_WORD, OTHERS, ROLE_OF, UNKNOWN
from planparse.language.lexicon import alternation, words
from planparse.language.numerals import HAN
from planparse.language.patterns import Pattern
from planparse.model import Role
from planparse.parsing.responsibilities.found import UnitName
from planparse.parsing.responsibilities.times import TIME_FIRST
from planparse.text import Folded

ROLE_OF_VERB: dict[str, Role] = {word: role for role, words_ in words("roles")["verbs"].items() for word in words_}
# 责任单位（部门）：, 责任单位为, 完成时限：
MORE_OF_LABEL = r"(?:（[^：，；、（）\n]{1,6}）)?"
_LABEL = Pattern(
    rf"(?:(?<=[；，。]){HAN}{{0,4}}?|[省市县区镇州]级)?(?P<role>{alternation(ROLE_OF)}){MORE_OF_LABEL}：|(?P<role_is>{LABEL_WORD})为|{alternation(OTHERS)}：|{UNKNOWN}：|(?<=；){HAN}{{2,6}}：",
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
    rf"(?:{_BY_DUTY}|{alternation(ROLE_OF_VERB)})(?=[，；、。）]|$|{HAN}{{2}})",
    reads=("市财政局牵头，", "市教育局配合", "各县区政府落实", "各区政府按职责完成有关工作"),
    leaves=("市财政局、市教育局",),
)
# A bracket states a role where it ends in a role verb: …牵头，…配合
_LONGEST_VERB = 24
_STATEMENT_END = Pattern(
    rf"(?:{_BY_DUTY}|{alternation(ROLE_OF_VERB)})$",
    reads=("市财政局负责", "市教育局牵头，市财政局配合", "各区政府按职责完成有关工作"),
    leaves=("市级财政部门负责的项目除外", "市财政局"),
)
_ROLE_OF_NAME = Pattern(
    rf"（(?:共同|联合)?(?:(?P<label>{LABEL_WORD})|(?P<role>{alternation(ROLE_OF_VERB)})(?:单位|部门)?)）",
    reads=("市工信局（牵头）", "市水务局（责任部门）", "市教育局（共同牵头）", "市财政局（配合单位）"),
    leaves=("市文旅局（市文物局）",),
)
_STARS = "*★☆▲△"
_FILLER = Pattern(
    r"(?:[由经各]?(?:项目|任务)?由|请|其中，?)|[^，、；。（）由]{1,14}(?<!自)由(?=\w\w)|[ ，；、。]+",
    reads=("以上措施具体由市财政局", "由市财政局", "，市教育局", "其中，市科技局"),
    leaves=("市财政局", "自由贸易试验区管委会"),
    by="match",
)


def ends_in_role(folded: Folded, start: int, end: int) -> bool:
    """Whether a statement ends in a verb that gives a role: 市教育局牵头，市财政局配合."""
    return _STATEMENT_END.search(folded, max(start, end - _LONGEST_VERB), end) is not None


def roles_in(folded: Folded, start: int, end: int, default: Role) -> Iterator[tuple[int, int, Role]]:
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
        last = ROLE_OF_VERB.get(match.group(), "responsible")
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
    while filler := _FILLER.match(folded, start, end) or TIME_FIRST.match(folded, start, end):
        start = filler.end()
    return start


def with_role(folded: Folded, name: UnitName, end: int) -> UnitName:
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
    role = ROLE_OF[label] if label else ROLE_OF_VERB[behind.group("role")]
    return UnitName(name.start, min(name.end, behind.start()), role)
