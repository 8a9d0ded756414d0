"""All of a set reaches an outcome, and no number is printed: 全覆盖, 全部, 所有…均."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import TargetKind
from planparse.parsing.targets.patterns import CREATE, MODIFIERS, OUTCOME, PRINCIPAL, STRIVE
from planparse.parsing.targets.readings import Clause, Reading, noun
from planparse.parsing.targets.skeleton import PAINT
from planparse.text import Painted

_DEADLINE = PAINT["deadline"]

_VERB_WORDS = rf"(?:{OUTCOME}|{CREATE}|推广|取消|纳入|关停|淘汰|拆除|关闭|搬迁|更换|上收|下放|公开|公示|签订|整改|销号|接入|移交|清退|治理|交由|整合|迁移|归集|持有|下沉|上线|开放|向[^，]{{2,20}}开放)"
_SET = f"[^，{PRINCIPAL}]"
# 全覆盖、常态化; 全覆盖目标: what may stand behind.
_BEHIND = "(?P<behind>(?:、[^，、]{2,6})?(?:的?目标)?)$"


# 覆盖全部县区, 取得全部证照: here 全部 belongs to what follows.
_NO_OBJECT = "".join(
    f"(?<!{word})"
    for word in (
        "完成",
        "覆盖",
        "取得",
        "承担",
        "包括",
        "支付",
        "享受",
        "补缴",
        "实现",
        "发放",
        "使用",
        "对",
        "将",
        "的",
        "在",
        "已",
        "已经",
        "按",
        "为",
        "占",
    )
)


@dataclass(frozen=True, slots=True)
class CoverageRule(Rule):
    """A way of committing to something countable without printing its number: mostly to all of a set.

    Groups: `indicator`, the set; `outcome`; `what` between 实现 and 全覆盖; `behind`, which is no part of the quote; `strive`.
    `matches` gives the indicator and the outcome. `words` is a regex of what stands in every clause that it reads; `value` and `unit`
    are what the words mean.
    """

    words: str = field(kw_only=True)
    kind: TargetKind = "coverage"
    value: int = 100
    unit: str = "%"


# 全面 counts as all before a state that is reached, not before a process; the first of them take an object.
_FINISHED_OF = "(?:建立|完成|兑现|取消|消除)"
_FINISHED = f"(?:{_FINISHED_OF}|上线|达标|实现|竣工|退出|停止|放开|普及|推开|公开)"
# 各县（市、区）均, 每个县都
_EVERY = r"(?:各|每[个所家])[^，。；\n]{2,40}?[均都]"
COVERAGE = Rules(
    CoverageRule(
        "comes_to_cover",
        rf"(?:对(?=[^，]+?实现全))?(?P<indicator>[^，]*?)(?P<outcome>(?:基本|全部|力争)?实现(?P<what>[^，]*?)全(?:面)?覆盖){_BEHIND}",
        {
            "医疗机构信用监管实现全覆盖": ("医疗机构信用监管", "实现全覆盖"),
            "对小微企业实现全覆盖": ("小微企业", "实现全覆盖"),
            "实现信用监管全覆盖、常态化": ("信用监管", "全覆盖"),
            "实现行政村快递服务全覆盖目标": ("行政村快递服务", "全覆盖"),
        },
        ("全覆盖的服务体系",),
        words="全覆盖|全面覆盖",
    ),
    CoverageRule(
        "full_coverage",
        rf"(?P<indicator>[^，]+?)(?P<outcome>(?:网上运行|运行)?全覆盖){_BEHIND}",
        {"临床药师下临床服务全覆盖": ("临床药师下临床服务", "全覆盖")},
        ("提高服务覆盖率",),
        words="全覆盖",
    ),
    CoverageRule(
        "system_for_all",
        rf"建[立成设](?:健全|起)?(?P<outcome>覆盖)(?:全[省市县区国]|全部|所有)(?:的)?(?P<indicator>[^，{PRINCIPAL}的]{{2,30}})的[^，]+$",
        {"建立覆盖所有固定污染源的企业排放许可制度": ("固定污染源", "覆盖")},
        ("建立企业排放许可制度",),
        words="所有|全部|全[省市县区国]",
    ),
    CoverageRule(
        "covers_all",
        rf"{_SET}{{0,24}}?(?P<outcome>覆盖(?:全[省市县区国])?(?:全部|所有)|(?:扩大|拓展|推广|延伸|覆盖)[到至](?:全部|所有))的?(?P<indicator>{_SET}{{2,30}})(?<!的)$",
        {
            "覆盖所有乡镇": ("乡镇", "覆盖所有"),
            "实现工程审批系统覆盖全部县（区）": ("县（区）", "覆盖全部"),
            "试点范围扩大到全部政务服务事项": ("政务服务事项", "扩大到全部"),
        },
        ("取得所有证照",),
        words="全部|所有",
    ),
    CoverageRule(
        "entirely",
        rf"(?:将|把|对)?(?P<indicator>(?![^，]*是否){_SET}{{2,}}?)(?P<strive>{STRIVE})?(?:在?{_DEADLINE}+[前底末内]?)?{_NO_OBJECT}(?:全部|一律)(?P<outcome>(?:依法|按期|按时|按规定|统一)?{_VERB_WORDS}[^，]*)$",
        {
            "二级以上中医医院全部推广“五个全科化”服务模式": ("二级以上中医医院", "推广“五个全科化”服务模式"),
            "不合规证明事项一律取消": ("不合规证明事项", "取消"),
            "燃煤锅炉全部依法关停": ("燃煤锅炉", "依法关停"),
            "将经营权全部交由专业机构负责": ("经营权", "交由专业机构负责"),
            "职业技能培训项目全部向具备资质的机构开放": ("职业技能培训项目", "向具备资质的机构开放"),
        },
        ("费用全部返还企业", "目录之外一律不得收费"),
        words="全部|一律",
    ),
    CoverageRule(
        "complete_all",
        rf"(?:要|须|应)?全部(?P<outcome>完成)(?P<indicator>{_SET}{{3,}})$",
        {"全部完成水源保护区整治": ("水源保护区整治", "完成")},
        ("全部费用由企业承担",),
        words="全部",
    ),
    CoverageRule(
        "all_members",
        rf"(?:所有|全部)的?(?P<indicator>{_SET}{{2,}}?)(?P<strive>{STRIVE})?(?:均|都|全部|全面|一律|必须)[要应须]?(?P<outcome>{_VERB_WORDS}[^，]+)$",
        {
            "所有县区均建成标准化发热门诊": ("县区", "建成标准化发热门诊"),
            "所有乡镇卫生院全面上线电子病历系统": ("乡镇卫生院", "上线电子病历系统"),
        },
        ("所有费用由企业承担",),
        words="所有|全部",
    ),
    CoverageRule(
        "every_one_of",
        rf"(?:所有|全部)的?(?P<indicator>[^，{PRINCIPAL}不的由为]{{2,}}?)(?P<strive>{STRIVE})?(?P<outcome>(?:建成|建立|达到|完成|实现|纳入|设立|配备|接入|上线|开通|通)[^，的]+)$",
        {"全部乡镇建成消防站": ("乡镇", "建成消防站"), "所有建制村通硬化路": ("建制村", "通硬化路")},
        ("所有建成的项目", "全部费用由企业承担", "所有专家不能作为项目完成人"),
        words="所有|全部",
    ),
    CoverageRule(
        "in_full",
        rf"(?!在全|在[^，]{{0,8}}(?:范围|[中内上下])|[为与按以对通要从应])(?P<indicator>{_SET}{{2,}}?(?<!体系)(?<!格局))(?P<strive>{STRIVE})?全面(?P<outcome>{_FINISHED}[^，]*)$",
        {
            "国家知识产权优势示范企业全面上线国家综合服务平台": ("国家知识产权优势示范企业", "上线国家综合服务平台"),
            "各项惠企政策全面兑现": ("各项惠企政策", "兑现"),
        },
        ("乡村振兴全面推进", "全面梳理涉企政策", "在全国范围内全面推开试点"),
        words=f"全面{_FINISHED}",
    ),
    CoverageRule(
        "in_full_object",
        rf"(?P<outcome>全面{_FINISHED_OF})(?P<indicator>{_SET}{{3,}})(?<!目标)(?<!任务)(?<!工作)(?<!体系)(?<!机制)(?<!格局)(?<!社会)$",
        {"全面建立河长制湖长制": ("河长制湖长制", "全面建立"), "全面取消不合理证明事项": ("不合理证明事项", "全面取消")},
        ("全面完成年度目标任务", "全面清理涉企收费", "全面建立现代公共文化服务体系"),
        words=f"全面{_FINISHED_OF}",
    ),
    CoverageRule(
        "every_member",
        rf"(?:实现|确保|推动|推进)?(?P<indicator>(?:各|每个|每所|每家){_SET}{{2,}}?)[均都][要应须能]?(?P<strive>{STRIVE})?"
        rf"(?P<outcome>(?:{OUTCOME}|有|建有|设有|配有)[^，]+)$",
        {
            "各县（市、区）均建成示范园区": ("各县（市、区）", "建成示范园区"),
            "实现各设区市均有货运枢纽": ("各设区市", "有货运枢纽"),
        },
        ("各部门均衡配置资源",),
        words=_EVERY,
    ),
)


def find_words(painted: Painted) -> Iterator[int]:
    """Where words stand that tell one of the rules that it may read the clause."""
    return (match.start() for match in COVERAGE.union("words").finditer(painted))


def all_of(text: str, painted: Painted, clause: Clause, before: tuple[int, int]) -> Iterator[Reading]:
    """全覆盖, 全部, 所有…均: all of a set reaches an outcome, and no number is printed."""
    start, end = clause.start, clause.end
    if COVERAGE.union("words").search(painted, start, end) is None:
        return
    piece, printed = painted[start:end], text[start:end]
    for rule in COVERAGE:
        # Each is compiled where a clause needs it: most plans need one or two, and each takes its time.
        if COVERAGE.searched(rule, "words", piece) and (match := COVERAGE.match(rule, piece)):
            break
    else:
        return
    groups = match.groupdict()
    indicator = noun(printed[slice(*match.span("indicator"))])
    outcome = printed[slice(*match.span("outcome"))]
    what = printed[slice(*match.span("what"))] if groups.get("what") else ""
    if what and indicator.startswith("在"):
        # 在现代农业园区率先实现技术应用全覆盖: the place is no part of what covers it.
        indicator, outcome = what, "全覆盖"
    if not indicator:
        # 优化设置X，实现服务全覆盖: the set stands in the clause before.
        indicator = _object(text, painted, *before) + what if len(what) <= 2 else what
        outcome = "全覆盖"
    if indicator:
        end = start + match.start("behind") if "behind" in groups else end
        yield Reading(
            start,
            end,
            rule.name,
            rule.kind,
            -1,
            indicator,
            outcome,
            strive=bool(groups.get("strive")),
            meant=(rule.value, rule.unit),
        )


# 优化设置X: a verb and what it is about.
_VERB_AND_OBJECT = Pattern(
    rf"{MODIFIERS}(?:优化|加强|完善|健全|推动|推进|深化|加快)?(?:{CREATE}|优化|完善|健全|加强)(?P<object>{_SET}{{2,40}})(?=，|$)",
    reads=("优化设置社区服务站点", "加强基层医疗机构"),
    leaves=("社区站点", "社区服务优化"),
    by="match",
)


def _object(text: str, painted: Painted, start: int, end: int) -> str:
    """What a clause is about, for a clause behind it that leaves its own subject out."""
    match = _VERB_AND_OBJECT.match(painted, start, end)
    return text[match.start("object") : match.end("object")] if match else ""
