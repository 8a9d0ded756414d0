"""All of a set reaches an outcome, and no number is printed: 全覆盖, 全部, 所有…均."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planparse.language.compiling import compiled
from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern, Rule, Rules
from planparse.model import Comparator, TargetKind
from planparse.parsing.targets.grammar import CREATE, DEADLINE, ENDED, HIDDEN, MODIFIERS, OUTCOME, PRINCIPAL, STRIVE, TIME
from planparse.parsing.targets.readings import LATE_TIME, Clause, Reading, behind_lead, noun
from planparse.text import Painted

_VERBS = words("verbs")
# 网上办理, “一网通办”: how a matter can be settled once it is so.
_ONLINE = (
    f"(?:(?:网上|线上|在线|全程网?|就近|一次|一窗|跨省|异地|集中)(?:办理|通办|网办|可办|受理|申报|结算|兑现)|“{HIDDEN}+”$)"
)
_VERB_WORDS = rf"(?:{OUTCOME}|{CREATE}|{alternation(_VERBS['finish'])}|向[^，]{{2,20}}开放)"
_SET = f"[^，{PRINCIPAL}]"
_SET_OF = f"[^，的{PRINCIPAL}]"
# 依法关停, 予以取消, 依托统一平台建设: how it is done, and what leads to the verb.
_MANNER = "(?:依法依规|依法|按期|按时|按规定|如期|统一|足额|及时|彻底|集中|同步|优先|有序|动态|限期|免费|实时|自动|率先|提前|尽快|逐一|原则上|配套){0,2}"
# 所有权, 所有制: words of their own, and no word for all.
_ALL = "(?:所有(?![制权者])|全部|全体)"
_ALL_WORDS = "所有(?![制权者])|全部|全体"
_TOWARDS = "(?:予以|得到|不再|免于|免予|免除|可|能|由|以|按|依托|通过|采用|采取|向|与|对|于|在(?=[^，]{2,20}(?:[上下中内里]|公[布开示]|发布|办理|上线)))(?=[^，]{2})"
_PRINCIPAL = Pattern(f"[{PRINCIPAL}]", reads=("建成中心3家",), leaves=("到2025年全部建成",), painted=True)
_ACHIEVE = f"{_MANNER}(?:{_VERB_WORDS}|{_TOWARDS})"
# 不得, 予以处罚, 免收, 用A4纸打印: what is forbidden, punished, paid or a matter of form is brought to no state.
_NO_STATE = f"(?!(?:予以)?(?:不得|不予|不准|不能|不许|严禁|禁止|视为|按照?有关|依照|从[严重快简]|免除|暂停|责令)|[^，]*{alternation(_VERBS['no_finish'])})"
# Of them, those that take an object: 放开全部上网电价.
_FINISH_OF = alternation(_VERBS["finish_of"])
# 基本实现全覆盖, 如期实现全覆盖: how far, and when.
_HOW_COVERED = "(?:(?:基本|全部|全面|总体|率先|如期|提前|持续|继续|始终|逐步|同步)(?=[实做达保维]))?"
# 实现服务全覆盖: too few words to say of what.
_SHORT = 2
# 全覆盖、常态化; 全覆盖目标: what may stand behind.
_BEHIND = "(?P<behind>(?:、[^，、]{2,6}|和[^，、]{2,14}化|落实落细|落地见效)?(?:的?目标)?)$"


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
        "可",
        "或",
        "或者",
        "按",
        "为",
        "占",
    )
)


@dataclass(frozen=True, slots=True)
class CoverageRule(Rule):
    """A way of committing to something countable without printing its number: mostly to all of a set.

    Groups: `indicator`, the set; `outcome`; `what` between 实现 and 全覆盖; `behind`, which is no part of the quote; `strive`.
    `matches` gives the indicator and the outcome. `words` is a regex of what stands in every clause that it reads; `comparator`, `value`
    and `unit` are what the words mean.
    """

    words: str = field(kw_only=True)
    kind: TargetKind = "coverage"
    comparator: Comparator = "eq"
    value: int = 100
    unit: str = "%"


# 全面 counts as all before a state that is reached, not before a process; the first of them take an object.
_FINISHED_OF = alternation(_VERBS["finished_of"])
# 全面实现X电子化: what a thing has turned into.
_TURNED = f"(?:全流程|全程)?(?:(?:网上|在线|线上|自助|就近|跨省|异地|集中|一站式|一单制|即时|实时|刷卡|就地|同城){{1,3}}(?:办理|可办|通办|受理|结算|支付|缴费|申领|查询|报销|缴纳)|(?:电子|数字|网络|信息|机械|自动|智能|无纸|规模)化(?:管理|运行|交易)?|“{HIDDEN}+”(?:办理|结算|通办|服务|管理|监管|审批)?|联网|联通|互认|共享|互通|达标|应用|普及|直接结算)"
_FINISHED = f"(?:{_FINISHED_OF}|上线|达标|达到|实现|竣工|退出|停止|放开|普及|推开|公开|接入|兼容|执行|贯通|联通|投用|落地|设立|开设|解决(?!方案)|统一(?=$))"
# 镇街均: who all are, in two characters.
_MEMBER = alternation(word for word in _VERBS["members"] if len(word) > 1)
# 小康社会, 现代化强国: what a whole country or city is to become is checked by nobody.
_SLOGANS = "社会|小康|现代化|格局|局面|国家|强国|强省|强市|高地|家园|生活"
# 各县（市、区）均, 每个县都: each branch begins with its first character, by which re then looks for all of them at once.
_EVERY = "|".join(rf"{every}[^，。；\n]{{1,40}}?[均都]" for every in ("各", "每[个所家一]"))
# 均, 都要: what stands between all of a set and what it comes to; 首都, 成都 are places. What tells of it begins with its character.
_BY_ALL = ("均(?:要|应|须|能|需)?", "都(?:要|应当?|须|能|需|必须|(?=[在有]))")
_BOTH = f"(?<![人平年户月日次生亩]){_BY_ALL[0]}|(?<![首成古旧帝国京丰江新花武望瓷酒商]){_BY_ALL[1]}"
_COMES_TO = f"{_MANNER}(?:{alternation(_VERBS['comes_to'])}|通过(?=[^，]{{2}})|在(?=[^，]{{2,20}}(?:进行|办理|上线|公示|公开))|有(?=[^，]{{3}})|异地)"
_BOTH_WORDS = "|".join(by + _COMES_TO for by in _BY_ALL)
COVERAGE = Rules(
    CoverageRule(
        "comes_to_cover",
        rf"(?:对(?=[^，]+?实现全))?(?P<indicator>[^，]*?)(?P<strive>{STRIVE})?(?P<outcome>{_HOW_COVERED}(?:实现|做到|达到|达成|保持|维持)(?P<what>[^，]*?)(?<![{HIDDEN}“])“?(?:县县|乡乡|镇镇|村村|校校|户户)?{HIDDEN}*(?P<cover>(?<![安健])全[面域市省县量]?覆盖)”?){_BEHIND}",
        {
            "医疗机构信用监管实现全覆盖": ("医疗机构信用监管", "实现全覆盖"),
            "对小微企业实现全覆盖": ("小微企业", "实现全覆盖"),
            "实现信用监管全覆盖、常态化": ("信用监管", "全覆盖"),
            "实现行政村快递服务全覆盖目标": ("行政村快递服务", "全覆盖"),
            "实现主要环节、主要商品和主要运输工具三个全覆盖": ("主要环节、主要商品和主要运输工具", "全覆盖"),
            "实现政务服务事项、评价对象“两个全覆盖”": ("政务服务事项、评价对象", "全覆盖"),
            "高质量实现法定人员全覆盖": ("法定人员", "全覆盖"),
            "实现不动产登记“一窗受理”全市覆盖": ("不动产登记“一窗受理”", "全市覆盖"),
            "燃气安全装置安装做到全覆盖": ("燃气安全装置安装", "做到全覆盖"),
            "农村客运班车力争达到全覆盖": ("农村客运班车", "达到全覆盖"),
            "村（社区）法律顾问持续保持全覆盖": ("村（社区）法律顾问", "持续保持全覆盖"),
            "实现5G网络全域覆盖": ("5G网络", "全域覆盖"),
        },
        ("全覆盖的服务体系", "覆盖全市"),
        words="全[面域市省县量]?覆盖",
    ),
    CoverageRule(
        "covered_all_of",
        rf"(?:在?全[省市县区国](?:范围内?)?)?对{_ALL}?(?P<indicator>{_SET}{{3,}}?)(?P<outcome>(?:实行|实施|开展|进行|推行|做到|组织)[^，{PRINCIPAL}]{{2,16}}?全覆盖)$",
        {"对规模以上工业企业开展一轮节能诊断全覆盖": ("规模以上工业企业", "开展一轮节能诊断全覆盖")},
        ("开展节能诊断全覆盖",),
        words="全覆盖",
    ),
    CoverageRule(
        "full_coverage",
        rf"(?P<indicator>[^，]+?)“?(?:县县|乡乡|镇镇|村村|校校|户户)?(?P<outcome>(?:网上运行|运行)?全面?覆盖)”?{_BEHIND}",
        {
            "临床药师下临床服务全覆盖": ("临床药师下临床服务", "全覆盖"),
            "边远地区4G网络全面覆盖": ("边远地区4G网络", "全面覆盖"),
            "改革全覆盖和企业开办标准化规范化": ("改革", "全覆盖"),
        },
        ("提高服务覆盖率",),
        words="全覆盖|全面覆盖",
    ),
    CoverageRule(
        "done_for_all",
        rf"(?:在?全[省市县区国](?:范围内?)?)?对{_ALL}?(?P<indicator>{_SET}{{3,}}?)(?P<outcome>(?:实行|实施|开展|进行|推行|做到)全覆盖(?:的|式)?[^，]{{2,12}})$",
        {
            "对疫苗、特种设备等实行全覆盖严监管": ("疫苗、特种设备", "实行全覆盖严监管"),
            "在全市范围内对所有许可事项实行全覆盖清单管理": ("许可事项", "实行全覆盖清单管理"),
        },
        ("开展全覆盖检查的单位",),
        words="全覆盖",
    ),
    CoverageRule(
        "covered_by",
        rf"(?:实施|实行|开展|推行|推进|进行|组织|做好){{0,2}}(?P<indicator>[^，{PRINCIPAL}的]{{3,}}?)(?P<outcome>全覆盖(?:的|式)?(?:严|重点|联合|常态化|在线)?(?:清单管理|管理|监管|检查|抽查|核查|巡查|排查|培训|轮训|审计|检测|监测|体检|走访))$",
        {
            "实施涉企经营许可事项全覆盖清单管理": ("涉企经营许可事项", "全覆盖清单管理"),
            "推进机构人员全覆盖培训": ("机构人员", "全覆盖培训"),
        },
        ("拉网式全覆盖检查的单位", "形成全覆盖监管"),
        words="全覆盖",
    ),
    CoverageRule(
        "rule_for_all",
        rf"(?:逐步|原则上|在?全[省市县区国](?:范围内?)?)?对{_ALL}的?(?P<indicator>{_SET}{{2,}}?)(?P<outcome>(?:均|都|全面|统一|一律)?(?:按照?[^，]{{2,16}}?(?:模式|方式|要求|标准))?(?:实行|推行|实施|提供|进行(?=分类|清单|动态|统一|常态)|开展(?=[^，]*服务))(?![^，]*(?:补贴|补助|奖励|优惠|处罚))[^，]{{2,}})$",
        {
            "对所有涉企经营许可事项实行清单管理并向社会公布": ("涉企经营许可事项", "实行清单管理并向社会公布"),
            "对所有工业类项目全面推行告知承诺制审批": ("工业类项目", "全面推行告知承诺制审批"),
            "逐步对所有工程建设项目提供全流程服务": ("工程建设项目", "提供全流程服务"),
            "对所有涉及市场准入的审批事项按“证照分离”模式进行分类管理": (
                "涉及市场准入的审批事项",
                "按“证照分离”模式进行分类管理",
            ),
        },
        ("对所有企业实施奖励", "对重点企业实行清单管理", "对所有人员进行检查"),
        words=_ALL_WORDS,
    ),
    CoverageRule(
        "system_for_all",
        rf"建[立成设](?:健全|起)?(?P<outcome>覆盖)(?:全[省市县区国]|{_ALL})(?:的)?(?P<indicator>[^，{PRINCIPAL}的]{{2,30}})的[^，]+$",
        {"建立覆盖所有固定污染源的企业排放许可制度": ("固定污染源", "覆盖")},
        ("建立企业排放许可制度",),
        words=f"覆盖(?:全[省市县区国]|{_ALL})",
    ),
    CoverageRule(
        "covers_all",
        rf"{_SET}{{0,60}}?(?P<outcome>(?:覆盖|惠及)(?:全[省市县区国]|[^，]{{0,6}}[内省市县区])?{_ALL}|(?:扩大|拓展|推广|延伸|覆盖)[到至](?:[^，]{{1,12}}?[区省市县内等])?{_ALL})的?(?P<indicator>{_SET}{{2,30}})(?<!的)$",
        {
            "覆盖所有乡镇": ("乡镇", "覆盖所有"),
            "实现工程审批系统覆盖全部县（区）": ("县（区）", "覆盖全部"),
            "试点范围扩大到全部政务服务事项": ("政务服务事项", "扩大到全部"),
            "基本养老服务体系覆盖全体老年人": ("老年人", "覆盖全体"),
            "科技特派员要覆盖辖区内所有乡镇": ("乡镇", "覆盖辖区内所有"),
            "实施范围扩大到全省所有农机大县": ("农机大县", "扩大到全省所有"),
            "探索扩大到自贸试验区所有外资企业": ("外资企业", "扩大到自贸试验区所有"),
        },
        ("取得所有证照",),
        words=_ALL_WORDS,
    ),
    CoverageRule(
        "covers_whole",
        rf"[^，建的成立{PRINCIPAL}]{{0,24}}?(?P<outcome>(?:覆盖|惠及|普及)[到至]?全[省市县区国州])(?P<indicator>(?![域境部体面程各所全]){_SET_OF}{{3,20}})$",
        {"中医药文化进校园覆盖全州中小学校": ("中小学校", "覆盖全州")},
        ("建成覆盖全市中小学校的网络", "覆盖全市"),
        words="覆盖[到至]?全[省市县区国州]|惠及[到至]?全[省市县区国州]|普及[到至]?全[省市县区国州]",
    ),
    CoverageRule(
        "covers_each",
        rf"{_SET}{{0,24}}?(?P<outcome>(?:覆盖|延伸|拓展|推广)[到至](?:全[省市县区国])?)(?P<indicator>各[^，{PRINCIPAL}的]{{2,30}})$",
        {"窗口覆盖至全区各政务服务大厅": ("各政务服务大厅", "覆盖至全区")},
        ("覆盖到各县的网络",),
        words="到(?:全[省市县区国])?各|至(?:全[省市县区国])?各",
    ),
    CoverageRule(
        "covers_fully",
        r"(?:实现)?[^，建的成]{0,24}?(?P<outcome>全面覆盖)(?P<indicator>(?!范围|体系)[^，的]{3,30})(?<!体系)(?<!网络)$",
        {"实现千兆光网全面覆盖城市地区": ("城市地区", "全面覆盖")},
        ("建成全面覆盖城市地区的网络",),
        words="全面覆盖",
    ),
    CoverageRule(
        "spread_to_all",
        rf"{_SET}{{0,24}}?向{_ALL}的?(?P<indicator>{_SET}{{2,30}}?)(?P<outcome>全面?(?:推广|开放|拓展|覆盖)|推广|开放|拓展|延伸|扩展|公开)$",
        {"推动免提交范围向所有有效电子证照拓展": ("有效电子证照", "拓展"), "向全体市民开放": ("市民", "开放")},
        ("向所有企业收取费用", "向全体职工说明情况"),
        words=f"向{_ALL}",
    ),
    CoverageRule(
        "complete_all",
        rf"[要须应]?全部(?P<outcome>{_MANNER}{_FINISH_OF})(?P<indicator>{_SET}{{3,}})$",
        {"全部完成水源保护区整治": ("水源保护区整治", "完成")},
        ("全部费用由企业承担",),
        words="全部",
    ),
    CoverageRule(
        "cleared",
        rf"(?:保持|推动|实现|对|完成)?(?P<indicator>{_SET}{{2,}}?)(?P<strive>{STRIVE})?(?:全部|全面)?(?P<outcome>“?(?:保持|实现|基本|动态|历史性|如期|按期|限期|限时|持续|存量|见底|彻底|全面|全部|逐步|有序){{0,3}}“?清零”?){_BEHIND}",
        {
            "无分歧欠款全部清零": ("无分歧欠款", "清零"),
            "城镇零就业家庭保持动态清零": ("城镇零就业家庭", "保持动态清零"),
            "对已发生的拖欠款项“限时清零”": ("已发生的拖欠款项", "“限时清零”"),
            "零就业家庭动态“清零”": ("零就业家庭", "动态“清零”"),
            "完成历史遗留问题见底清零": ("历史遗留问题", "见底清零"),
        },
        ("健全问题清零机制", "开展清零行动"),
        words="清零",
    ),
    CoverageRule(
        "entirely",
        rf"(?:将|把|对于?|凡是?)?(?P<indicator>(?![^，]*是否|[为与以]){_SET}*?)(?P<strive>{STRIVE})?(?:在?{DEADLINE}+[前底末内]?)?(?:[要应须需]|必须)?"
        rf"(?:{_NO_OBJECT}全部(?={_ACHIEVE})|一律)(?P<outcome>{_NO_STATE}[^，]{{2,}})$",
        {
            "二级以上中医医院全部推广“五个全科化”服务模式": ("二级以上中医医院", "推广“五个全科化”服务模式"),
            "不合规证明事项一律取消": ("不合规证明事项", "取消"),
            "燃煤锅炉全部依法关停": ("燃煤锅炉", "依法关停"),
            "将经营权全部交由专业机构负责": ("经营权", "交由专业机构负责"),
            "职业技能培训项目全部向具备资质的机构开放": ("职业技能培训项目", "向具备资质的机构开放"),
            "政府部门核发的材料一律免于提交": ("政府部门核发的材料", "免于提交"),
            "新增移动应用全部依托统一平台建设": ("新增移动应用", "依托统一平台建设"),
            "对排查出的问题全部整改到位": ("排查出的问题", "整改到位"),
            "对没有法律依据的前置条件，一律予以取消": ("没有法律依据的前置条件", "予以取消"),
            "除法律法规禁止的行业外，一律对民营经济开放": ("法律法规禁止以外的行业", "对民营经济开放"),
            "省市县三级公共服务事项，除涉密外全部入驻政务大厅": ("省市县三级公共服务事项", "入驻政务大厅"),
            "2026年改造老旧管网85公里，2028年底前全部完成": ("老旧管网", "完成"),
            "凡没有法律依据，未列入清单的，一律取消审批": ("没有法律依据，未列入清单", "取消审批"),
        },
        (
            "费用全部返还企业",
            "纸质材料一律用A4纸打印",
            "目录之外一律不得收费",
            "对违法行为一律依法查处",
            "考核采用上述全部考核指标",
            "加强监管，一律从严",
            "拒不整改的，一律关停",
        ),
        words="全部|一律",
    ),
    CoverageRule(
        "finish_all",
        rf"(?:[^，{PRINCIPAL}]{{0,6}}?|[^，{PRINCIPAL}]{{0,12}}?[{DEADLINE}]+[前底末内]*(?:要|应|须)?)(?P<outcome>{_FINISH_OF})(?:对?(?:[^，{PRINCIPAL}]{{0,10}}[内省市县区])?)?{_ALL}的?(?P<indicator>{_SET}{{2,}})(?<!的)(?<!手续)(?<!后)(?<!的企业)(?<!的项目)$",
        {
            "有序放开全部燃煤发电电量上网电价": ("燃煤发电电量上网电价", "放开"),
            "年底前取消所有不合理的证明事项": ("不合理的证明事项", "取消"),
            "完成辖区内所有学校食堂“明厨亮灶”建设": ("学校食堂“明厨亮灶”建设", "完成"),
            "各地要在2020年10月底前完成全部拖欠账款清偿": ("拖欠账款清偿", "完成"),
        },
        ("完成全部手续后", "承担全部费用", "完成所有审批手续的企业"),
        words=_ALL_WORDS,
    ),
    CoverageRule(
        "finish_all_of",
        rf"[^，{PRINCIPAL}]{{0,14}}?(?P<outcome>完成)(?P<indicator>{_SET}{{3,24}}?[中内]的?(?:全部|所有){_SET}{{2,}})(?<!的)(?<!手续)$",
        {"各部门完成基础清单中的全部任务": ("基础清单中的全部任务", "完成")},
        ("完成全部手续后", "清单中的全部任务"),
        words="全部|所有",
    ),
    CoverageRule(
        "all_members",
        rf"(?:实现|[^，{PRINCIPAL}]{{1,10}}[内省市县区])?{_ALL}的?(?P<indicator>{_SET}{{2,}}?)(?P<strive>{STRIVE})?(?:均|都|全部|全面|一律|必须)[要应须]?(?P<outcome>{_NO_STATE}(?:{_ACHIEVE}|做到(?=[^，]{{2}})|有(?=[^，]{{3}}))[^，]*)$",
        {
            "所有县区均建成标准化发热门诊": ("县区", "建成标准化发热门诊"),
            "所有乡镇卫生院全面上线电子病历系统": ("乡镇卫生院", "上线电子病历系统"),
            "所有政策都应做到“免申即享”": ("政策", "做到“免申即享”"),
            "所有项目都应有对应的政务服务事项": ("项目", "有对应的政务服务事项"),
            "所有行政村都有农家书屋": ("行政村", "有农家书屋"),
        },
        ("所有费用由企业承担",),
        words=_ALL_WORDS,
    ),
    CoverageRule(
        "every_one_of",
        rf"(?:即)?(?:(?!对)[^，{PRINCIPAL}]{{0,10}}(?:[内省市县区村）]|街道|乡镇))?{_ALL}的?(?P<indicator>(?![^，]*(?:均[须应需]|[需须]经|必须))(?!(?:已经?)?{_VERB_WORDS}的)(?:[^，{PRINCIPAL}{TIME}不由为]|(?<=行)为){{2,}}?)(?<![应尽可])(?P<strive>{STRIVE})?(?P<outcome>{_MANNER}(?:{_ONLINE}|{ENDED}|建成|建立|达到|完成|实现|纳入|设立|配备|配齐|接入|上线|开通|提供(?!者|方|商)|(?<![交普流沟卡精联])通(?![行过知关报信用])|要?对外开放|免于|免除(?=提)|有据可查|在[^，]{{2,20}}(?:公示|公开|上线|办理|发布|运行)|安装|使用|采用|取消|享有|享受|实行|上云|入驻|进驻|下沉|迁移|联网|持证|执行|公开(?![栏课信招性])|启动(?!资金|仪式|区)|与(?=[^，]{{2,12}}(?:签约|签订|建立|结对|对接|联网|共享|实现|开展))|开设|推行|组建|成立(?!时间)|签约|签订|落实(?!情况)|参加(?![人者])|轮训|启用|建有|设置|列入|加入|进入(?!者)|配套(?!设施|资金|费)|开工|竣工|(?<!交)(?<!普)(?<!流)(?<!沟)通过(?=[^，]{{0,12}}(?:验收|认证|评审|审核|考核|评估|检查))|建设(?!项目|单位|用地|工程|工地|资金|任务|内容|方案|标准|规划|费|[者期])|开展(?!情况))[^，的]*)(?<=[^，]{{4}})$",
        {
            "全部乡镇建成消防站": ("乡镇", "建成消防站"),
            "所有建制村通硬化路": ("建制村", "通硬化路"),
            "全部涉税业务网上办理": ("涉税业务", "网上办理"),
            "所有派出所业务“一窗通办”": ("派出所业务", "“一窗通办”"),
            "全市所有涉及财政资金的惠企政策集中兑现": ("涉及财政资金的惠企政策", "集中兑现"),
            "所有系统生成的证照免于提交": ("系统生成的证照", "免于提交"),
            "所有行政执法行为有据可查": ("行政执法行为", "有据可查"),
            "全部二级以上公立医院提供“一站式”结算": ("二级以上公立医院", "提供“一站式”结算"),
            "所有设区市启动医保支付方式改革": ("设区市", "启动医保支付方式改革"),
            "所有新建住宅小区同步配套建设养老服务设施": ("新建住宅小区", "同步配套建设养老服务设施"),
            "所有燃煤小锅炉淘汰": ("燃煤小锅炉", "淘汰"),
            "所有公共图书馆免费开放": ("公共图书馆", "免费开放"),
            "全部老旧管网更新到位": ("老旧管网", "更新到位"),
            "所有审批部门进入政务服务中心": ("审批部门", "进入政务服务中心"),
            "推动街道全部便民事项下沉社区办理": ("便民事项", "下沉社区办理"),
        },
        (
            "所有建成的项目",
            "全部费用由企业承担",
            "所有专家不能作为项目完成人",
            "园区所有权使用权相关证明",
            "所有进入各交通口岸",
            "所有建成的项目使用证明",
            "所有复印件均须注明“与原件一致”",
            "所有申报项目需经网络在线申报",
            "所有学校建设项目",
            "所有企业均可享受补贴",
            "对全市所有在建工地开展检查",
            "所有拆除的燃煤锅炉",
        ),
        words=_ALL_WORDS,
    ),
    CoverageRule(
        "brought_to_all",
        rf"(?:实现|做到){_ALL}的?(?P<indicator>[^，{PRINCIPAL}不由为的]{{2,}}?)(?P<outcome>{_MANNER}(?:{_VERB_WORDS}|在(?=[^，]{{2,20}}(?:公示|公开|上线|有记录)))[^，]{{2,}})$",
        {
            "实现所有学校接入快速稳定的互联网": ("学校", "接入快速稳定的互联网"),
            "实现所有养老机构在信用网站公示": ("养老机构", "在信用网站公示"),
        },
        ("实现所有建成的项目", "所有学校使用的设备"),
        words=_ALL_WORDS,
    ),
    CoverageRule(
        "every_person",
        rf"(?:[^，]*(?:加强|开展|组织|实施|推进))?(?P<indicator>(?!加强|开展|组织|实施|推进){_SET}{{2,}}?)(?P<strive>{STRIVE})?(?:[要应须需]|必须)?(?:实现|做到)?(?P<outcome>全员(?:持证|参加|完成|接受|通过|达标|上岗|轮训|培训|参保|配备|签订|覆盖|入驻|掌握|纳入|签约|建档|实行)(?![^，]*(?:制度|计划|方案))[^，]*)$",
        {
            "县级以上政务服务中心窗口应全员持证上岗": ("县级以上政务服务中心窗口", "全员持证上岗"),
            "组织开展校长教师全员培训": ("校长教师", "全员培训"),
            "县区医护人员全员参加年度培训": ("县区医护人员", "全员参加年度培训"),
        },
        ("落实全员安全生产责任制", "开展全员培训制度建设"),
        words="全员",
    ),
    CoverageRule(
        "in_full",
        rf"(?:以[省市县区校村]为单位)?(?!依托|在[全各]|在{DEADLINE}|在[^，]{{0,8}}(?:范围|[中内上下])|[为与按以对通要从应])(?P<indicator>(?![^，]*(?:{_SLOGANS})全面){_SET}{{2,}}?(?<![和及与并或时])(?<!范围)(?<!范围内))(?P<strive>{STRIVE})?(?:得到)?全面(?P<outcome>(?![^，]*(?:小康|社会主义)){_FINISHED}[^，]*)(?<!情况)$",
        {
            "国家知识产权优势示范企业全面上线国家综合服务平台": ("国家知识产权优势示范企业", "上线国家综合服务平台"),
            "各项惠企政策全面兑现": ("各项惠企政策", "兑现"),
            "“1+1+1+N”托育服务体系全面建立": ("“1+1+1+N”托育服务体系", "建立"),
            "新建建筑全面执行节能强制性标准": ("新建建筑", "执行节能强制性标准"),
            "窗口办理事项全面接入统一平台": ("窗口办理事项", "接入统一平台"),
            "政务服务中心全面设立帮办窗口": ("政务服务中心", "设立帮办窗口"),
        },
        (
            "小康社会全面建成",
            "事关全面建成小康社会",
            "乡村振兴全面推进",
            "全面梳理涉企政策",
            "在全国范围内全面推开试点",
            "统一归集和全面公开",
        ),
        words=f"全面{_FINISHED}",
    ),
    CoverageRule(
        "whole",
        rf"(?:实现|做到|确保)?(?P<indicator>(?![^，]*(?:健全|安全|齐全|完全|保全)(?:达标|公开|共享|配套))[^，{PRINCIPAL}]{{3,}}?)(?P<strive>{STRIVE})?(?P<outcome>(?:基本|力争|逐步)?(?:实现)?全(?:达标|贯通|配套|联通|接入|入网|公开|入库|纳入|打通|上云|办结|知晓|消除|落实|到位|共享|入驻|上线|通办|联网|整改|销号|兑现|归集|支持|开放|打造|建成|设立|落地))$",
        {
            "基层医疗卫生机构标准化建设全达标": ("基层医疗卫生机构标准化建设", "全达标"),
            "实现市县乡村四级政务服务体系全贯通": ("市县乡村四级政务服务体系", "全贯通"),
        },
        ("服务体系健全", "推进全达标"),
        words="全(?:达标|贯通|配套|联通|接入|入网|公开|入库|纳入|打通|上云|办结|知晓|消除|落实|到位|共享|入驻|上线|通办|联网|整改|销号|兑现|归集|支持|开放|打造|建成|设立|落地)",
    ),
    CoverageRule(
        "in_full_elided",
        r"(?P<indicator>)全面(?P<outcome>建立|完成|实现(?:互认|共享|互通互认|互认共享|联网|互联互通|网办|通办)|建成(?:供气|投用|运行)?|上线|推开|兑现|达标|竣工)$",
        {"推行林长制，2025年底前全面建立": ("林长制", "建立"), "推广应用电子证照，全面实现互认": ("电子证照", "实现互认")},
        ("强化服务意识，2025年底前全面推进",),
        words="全面",
    ),
    CoverageRule(
        "in_full_object",
        rf"(?:在?[^，{PRINCIPAL}]{{0,12}}范围内?)?(?P<outcome>全面(?:{_FINISHED_OF}(?:(?:[和并及]|并有效)?(?:健全|完善|实施|推行|落实|实行|运行|执行|应用|推广))?(?![和并与及或]|各项|年度|全年|既定|预定)))(?P<indicator>(?![^，]*(?:{_SLOGANS})$)[^，{PRINCIPAL}{TIME}]{{3,}})(?<!目标)(?<![度点标作项定达配]任务)(?<!建设工作)(?:(?<!体系)|(?<=制度体系)|(?<=”体系)|(?<=”[^，][^，]体系))(?<!机制)$",
        {
            "全面建立河长制湖长制": ("河长制湖长制", "全面建立"),
            "全面取消不合理证明事项": ("不合理证明事项", "全面取消"),
            "全面完成验登合一项目试点工作": ("验登合一项目试点工作", "全面完成"),
            "全面建成第三、第四污水处理厂": ("第三、第四污水处理厂", "全面建成"),
            "全面建立并落实终身责任追究制度": ("终身责任追究制度", "全面建立并落实"),
            "全面建立政务服务“好差评”制度体系": ("政务服务“好差评”制度体系", "全面建立"),
            "全面完成农村集体产权制度改革任务": ("农村集体产权制度改革任务", "全面完成"),
            "全市范围内全面禁止销售不可降解塑料袋": ("销售不可降解塑料袋", "全面禁止"),
        },
        ("全面建成小康社会", "全面完成年度目标任务", "全面清理涉企收费", "全面建立现代公共文化服务体系", "全面完成各项工作"),
        words=f"全面{_FINISHED_OF}",
    ),
    CoverageRule(
        "in_full_turned",
        rf"(?:依托[^，]{{2,12}})?(?P<outcome>(?:全面|全部)实现)(?P<indicator>{_SET}{{3,}}?)(?P<turned>{_TURNED})$",
        {
            "全面实现公共资源交易平台全流程电子化": ("公共资源交易平台", "实现全流程电子化"),
            "全面实现高频事项跨省通办": ("高频事项", "实现跨省通办"),
            "依托社保卡全面实现公共服务“一卡通办”": ("公共服务", "实现“一卡通办”"),
        },
        ("全面实现高质量发展",),
        words="全(?:面|部)实现",
    ),
    CoverageRule(
        "each_and_each",
        r"(?:实现|确保|做到)?(?P<indicator>(?P<one>[县乡镇村组屯户校])(?P=one))(?P<outcome>(?:都?有|建?通|建[有成]|[设办]有|设立|配[有备]|开[设通]|[接用喝]上|接通)(?!工程|行动|计划|平台)[^，、]{1,12})(?:、[^，]+)?(?<!工程)(?<!行动)$",
        {"村村通客车": ("村村", "通客车"), "实现县县通高速": ("县县", "通高速")},
        ("实施村村通工程",),
        words="县县|乡乡|镇镇|村村|组组|屯屯|户户|校校",
    ),
    CoverageRule(
        "nearly_gone",
        rf"(?P<indicator>(?![^，]*(?:风险|隐患)的){_SET}{{3,}}?)(?<![一二三四五六七八九十年])(?P<outcome>基本(?:消除|淘汰|退出))$",
        {"城市黑臭水体基本消除": ("城市黑臭水体", "基本消除")},
        ("基本消除县城黑臭水体",),
        words="基本(?:消除|淘汰|退出)",
    ),
    CoverageRule(
        "nearly_gone_object",
        rf"(?P<outcome>基本(?:消除|淘汰))(?P<indicator>[^，{PRINCIPAL}的]{{3,}})(?<!现象)(?<!隐患)$",
        {"基本消除县城黑臭水体": ("县城黑臭水体", "基本消除")},
        ("城市黑臭水体基本消除", "基本消除脏乱差现象"),
        words="基本(?:消除|淘汰)",
    ),
    CoverageRule(
        "somebody_in_each",
        rf"(?:保持|实现)?(?P<indicator>{_SET}{{3,}}?)(?:至少有?|有)一[人名](?:实现|稳定)?(?P<outcome>就业|再就业|持证|参训|掌握[^，]{{2,12}})$",
        {"零就业家庭至少一人就业": ("零就业家庭", "就业"), "脱贫户至少有一人稳定就业": ("脱贫户", "就业")},
        ("至少一人就业", "有一人就业的家庭"),
        words="有一[人名]|至少一[人名]",
        kind="count",
        comparator="ge",
        value=1,
        unit="人",
    ),
    CoverageRule(
        "piece_by_piece",
        rf"(?P<indicator>(?!事事|凡事)[^，{PRINCIPAL}“]{{2,}}?)(?P<outcome>(?P<one>件|项|批|户)(?P=one)有[^，、]{{1,6}}(?:、[^，]{{2,8}})?)$",
        {"差评投诉件件有整改、有反馈": ("差评投诉", "件件有整改、有反馈")},
        ("件件有着落", "事事有回音、件件有着落"),
        words="件件有|项项有|批批有|户户有",
    ),
    CoverageRule(
        "every_member",
        rf"(?:实现|确保|推动|推进)?(?P<indicator>(?:各|每个|每所|每家|每一){_SET}+?)[均都][要应须能]?(?P<strive>{STRIVE})?"
        rf"(?P<outcome>{_NO_STATE}{_MANNER}(?:{ENDED}|(?:{OUTCOME}|有|建有|设有|配有|配套|明确|在(?=[^，]{{2,20}}(?:上线|办理|公示|公开)))[^，]+))$",
        {
            "各县（市、区）均建成示范园区": ("各县（市、区）", "建成示范园区"),
            "实现各设区市均有货运枢纽": ("各设区市", "有货运枢纽"),
            "各集成办事场景都应在专区上线": ("各集成办事场景", "在专区上线"),
            "各非法码头均取缔到位": ("各非法码头", "取缔到位"),
            "每一事项均明确执行标准": ("每一事项", "明确执行标准"),
            "全县各中小学校均配齐专职体育教师": ("各中小学校", "配齐专职体育教师"),
        },
        ("各部门均衡配置资源",),
        words=_EVERY,
    ),
    CoverageRule(
        "plural_each",
        rf"(?:凡是?)?(?P<indicator>(?![^，]*(?:已|目前|人[均年]|平[均时]|如|若|应当|我们|他们|大家|截至))(?:[^，{PRINCIPAL}]{{4,60}}?|(?:{_MEMBER})))(?<!原则上)(?:原则上)?(?:{_BOTH})(?P<strive>{STRIVE})?"
        rf"(?P<outcome>{_NO_STATE}{_COMES_TO}{_SET}{{2,}})$",
        {
            "城区主要交通干道均建设港湾式停靠站": ("城区主要交通干道", "建设港湾式停靠站"),
            "进出口监管证件原则上都应通过“单一窗口”受理": ("进出口监管证件", "通过“单一窗口”受理"),
            "凡涉及财政资金的惠企政策均须通过平台兑现": ("涉及财政资金的惠企政策", "通过平台兑现"),
            "施工图审查各环节都在网络上进行": ("施工图审查各环节", "在网络上进行"),
            "乡村学校都有城镇学校对口帮扶": ("乡村学校", "有城镇学校对口帮扶"),
            "各部门网站均集中迁移至本平台": ("各部门网站", "集中迁移至本平台"),
            "镇街均设立数据专员": ("镇街", "设立数据专员"),
        },
        (
            "目前各县均建成示范园区",
            "服务均等化建设",
            "人均建设用地",
            "申请材料均须加盖公章",
            "企业均可申请补贴",
            "成都市开展试点",
            "首都要建立新机制",
        ),
        words=_BOTH_WORDS,
    ),
    CoverageRule(
        "plural_each_elided",
        rf"(?P<indicator>)(?:原则上)?(?:{_BOTH})(?P<strive>{STRIVE})?(?P<outcome>{_NO_STATE}{_COMES_TO}{_SET}{{2,}})$",
        {
            "财政安排的民生项目，均应纳入统一监管范围": ("财政安排的民生项目", "纳入统一监管范围"),
            "依法应当公开的政府信息，都要在门户网站公开": ("依法应当公开的政府信息", "在门户网站公开"),
            "政务服务情况、评价结果及整改情况，均应通过平台向社会公开": (
                "政务服务情况、评价结果及整改情况",
                "通过平台向社会公开",
            ),
        },
        ("加强绩效的监督管理和考核，均应达到标准", "申请人，均须提供材料"),
        words=_BOTH_WORDS,
    ),
)


def find_words(painted: Painted) -> Iterator[int]:
    """Where words stand that tell one of the rules that it may read the clause."""
    return (match.start() for match in COVERAGE.union("words").finditer(painted))


def says_all(words_: str) -> bool:
    """Whether a painted clause has words for all of a set and no number that could be a target itself."""
    return COVERAGE.union("words").search(words_) is not None and _PRINCIPAL.search(words_) is None


def all_of(
    text: str, painted: Painted, clause: Clause, previous: Sequence[Reading], before: tuple[int, int]
) -> Iterator[Reading]:
    """全覆盖, 全部, 所有…均: all of a set reaches an outcome, and no number is printed."""
    start, end = clause.start, _before_exception(text, painted, clause)
    if COVERAGE.union("words").search(painted, start, end) is None:
        return
    if member := _COVERED.search(painted, start, end):
        # 行政村通公路全覆盖、5G网络全覆盖: a list of sets, each with its own word.
        yield from all_of(text, painted, clause._replace(end=member.start()), previous, before)
        yield from all_of(text, painted, clause._replace(start=member.end(), end=end), previous, before)
        return
    piece, printed = painted[start:end], text[start:end]
    for rule in COVERAGE:
        # Each is compiled where a clause needs it: most plans need one or two, and each takes its time.
        if compiled(rule.words).search(piece) and (match := COVERAGE.match(rule, piece)):
            break
    else:
        return
    groups = match.groupdict()
    begun, ended = match.span("indicator")
    if late := LATE_TIME.search(piece, begun, ended):
        ended = late.start()  # 无分歧欠款年底前清零
    indicator = _set(printed[begun:ended])
    if _WHEN.fullmatch(indicator):
        indicator = ""
    if TIME in piece[slice(*match.span("outcome"))]:
        return  # 全部函审工作应于60日内完成: how long a step may take
    said = match.span("outcome")
    outcome = printed[slice(*said)]
    what = printed[slice(*match.span("what"))] if groups.get("what") else ""
    if groups.get("turned"):
        outcome = outcome.removeprefix("全面").removeprefix("全部") + printed[slice(*match.span("turned"))]
    if rule.name == "comes_to_cover" and (within := _WITHIN.search(indicator)):
        indicator = indicator[: within.start()]
    if rule.name == "comes_to_cover" and not indicator and (within := _WITHIN.search(what)):
        what = what[: within.start()]
    if what and (not indicator or indicator.startswith("在")):
        # 在现代农业园区率先实现技术应用全覆盖: the place is no part of what covers it.
        begun, said = match.start("what"), match.span("cover")
        indicator, outcome = _set(what), printed[slice(*said)]
    if what == indicator and _LEVELS.fullmatch(what):
        indicator = _object(text, painted, *before) or what
    elif not indicator or (len(indicator) <= _SHORT and indicator == what):
        # 优化设置X，实现服务全覆盖; 对排查出的问题，全部整改: the set stands in the clause before.
        excepted = _EXCEPT.match(printed) is not None
        indicator = (
            _object(text, painted, *before) + what
            if "what" in groups
            else _named(text, painted, *before, any_=excepted)
            or (_object(text, painted, *before) if rule.name in _OF_OBJECTS else "")
        )
    if not indicator and previous:
        # 2026年完成85公里，2028年底前全部完成
        longest = _LONGEST_NEXT if before[0] <= previous[-1].start < before[1] else _LONGEST_BARE
        indicator = previous[-1].indicator if len(outcome) <= longest else ""
        if (part := _PART_DONE.fullmatch(indicator)) and part.group("done") in outcome:
            indicator = part.group("of")  # 有分歧欠款清偿比例不低于50%，2027年6月底前全部清偿完毕
    indicator = _OVER_AND_OVER.sub("", indicator)
    if _NO_SET.fullmatch(indicator):
        return  # 应当加强全员培训
    if _UNREAL_SET.search(indicator) or outcome.endswith(_NOT_YET) or (indicator.endswith(_MONEY) and _SPENT.match(outcome)):
        return
    indicator = _IS_SO.sub("", indicator)
    if indicator and not _AT_FAULT.search(indicator) and not _PENALTY.match(outcome) and not _PLANNED.search(printed):
        end = start + match.start("behind") if "behind" in groups else end
        for name in _each_covered(printed, piece, begun, ended) if rule.name in _OF_LISTS else (indicator,):
            yield Reading(
                start,
                end,
                rule.name,
                rule.kind,
                -1,
                name or indicator,
                outcome,
                strive=bool(groups.get("strive")),
                scope=_territory(printed, begun, *said),
                meant=(rule.value, rule.unit),
            )


# （含毗邻县）, （涉密信息除外）: how far all of a set goes, behind what becomes of it.
_EXCEPTION = Pattern(
    "（(?:(?:不?含|包括|除|详?见|附)|[^（）]*除外）)",
    reads=("（含毗邻县", "（涉密信息除外）"),
    leaves=("（市、区）", "（社区卫生服务站）"),
    by="match",
)


def _before_exception(text: str, painted: Painted, clause: Clause) -> int:
    """Where a clause ends, without an exception in brackets behind it."""
    at = painted.rfind("（", clause.start, clause.end) if painted[clause.end - 1] == "）" else -1
    return at if at > clause.start and _EXCEPTION.match(text, at, clause.end) else clause.end


def _each_covered(printed: str, piece: str, start: int, end: int) -> Sequence[str]:
    """The sets of a list of which each is covered: 课后服务、午餐服务和校车监控均实现全覆盖; "" where the words name one."""
    both = _BOTH_OF.search(piece, start, end)
    cuts = [match.span() for match in _BETWEEN_SETS.finditer(piece, start, both.start())] if both else []
    if both is None or not cuts:
        return ("",)
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), both.start()]
    sets = [_set(printed[a:b]) for a, b in zip(starts, ends, strict=True)]
    return sets if all(len(of) >= _SHORTEST_SET for of in sets) else ("",)


_BOTH_OF = Pattern("[均都](?:[要应须能])?$", reads=("校车监控均", "午餐服务均要"), leaves=("均衡发展",))
_BETWEEN_SETS = Pattern("、|以及|(?<!共)和(?!谐)", reads=("课后服务、校车监控", "课后服务和校车监控"), leaves=("公共和谐",))
_OF_LISTS = frozenset(("comes_to_cover", "full_coverage"))
_SHORTEST_SET = 4  # 机关、学校食堂: what is shorter shares what stands behind the last
_COVERED = Pattern(
    "(?<=全覆盖)[、和及](?=[^，、]{3,}全覆盖)|(?<=[^，、]{4})、(?=(?P<one>[县乡镇村组屯户校])(?P=one)[^，、户村]{2,})",
    reads=("行政村通公路全覆盖、5G网络全覆盖", "村村通客车、户户通自来水"),
    leaves=("信用监管全覆盖、常态化", "环节、商品全覆盖", "县县、村村通公路"),
    painted=True,
)
# 充电设施在住宅小区实现全覆盖: what is covered is no part of what covers it.
_WITHIN = Pattern(
    "(?<=[^，]{3})在(?![线建岗编册校职营读])[^，在]{2,10}$",
    reads=("充电设施在住宅小区",),
    leaves=("在现代农业园区", "存在问题的项目", "养殖场在线监控"),
)
# 确保在2020年实现清零: when, and nothing that a set could be.
_WHEN = Pattern(
    "[在于到]?(?:(?:19|20)[0-9]{2}年|[今明]年)?(?:年?[底末]|[0-9]{1,2}月[底末]?)?[前内]?",
    reads=("在2020年", "2026年底前", "年底前"),
    leaves=("2026年欠款",),
    by="fullmatch",
)
# 应当加强, 全面完成X目标: a verb alone, and what a plan wants as a whole, are no set.
_NO_SET = Pattern(
    "(?:应当?|须|需|要|必须)?(?:加强|强化|开展|组织|做好|落实|完善|健全|优化|深化|推行|实行|提供|建立)|[^，]{2,}(?:建设|工作|任务|改革|发展)目标(?:（[^（）]*）)?",
    reads=("应当加强", "标准化建设目标（2025年12月前完成）"),
    leaves=("加强型企业", "减排目标责任书", "目标"),
    by="fullmatch",
)
# 待所有手续全部办结后, 不得要求企业全部提供: what need not be so, or must not.
_UNREAL_SET = Pattern(
    "^(?:待|如|若)(?=所有|全部|其)|未$|不得|严禁",
    reads=("待所有手续", "未", "行政机关不得要求企业"),
    leaves=("未达标企业", "待建项目", "如期交付的项目"),
)
_NOT_YET = ("后", "之前", "以前", "的企业", "的单位", "的项目", "的情况下", "的基础上", "的前提下")
# 补贴资金全部用于购买农机具: how money is spent.
_MONEY = ("资金", "经费", "费用", "收入", "收益", "补贴", "补助", "奖金", "款项", "成本")
_SPENT = Pattern(
    "(?:由|按|归|留|用于|专项用于)", reads=("用于购买农机具", "由企业承担"), leaves=("纳入监管", "拨付到位"), by="match"
)
# 数据汇聚、服务平台全部贯通: what becomes of something else stands beside the set.
_IS_SO = Pattern(
    "^[^，、]{2,}(?:汇聚|到位|无死角|不留死角|达标|清零|畅通|顺畅)、(?=[^，、]{4,}$)",
    reads=("政策数据汇聚、现有服务平台",),
    leaves=("数据汇聚平台、服务平台", "汇聚、归集"),
)
# 各部门要将本级事项: who does it.
_TAKES = Pattern(
    "^[^，将把的]{2,14}?(?<!即)(?<!行)[要应须需]?[将把](?![来军关握要手])(?=[^，]{3})",
    reads=("各地各部门要将本级政务服务事项",),
    leaves=("即将到期的贷款", "将本级事项", "企业参加行将到期的保险"),
)
# 在全市范围内对所有项目, 对全市在建工地: where the set is.
_TERRITORY = Pattern(
    "全[国省市县区州](?=范围|所有|全部|[^面性体部]{2,})",
    reads=("在全市范围内对所有涉企事项", "对全省在建工地"),
    leaves=("安全区域", "全面实现"),
)
_LONGEST_TERRITORY = 4
# 推动清单事项, 按照统一标准将存量数据: what leads to the set and is no part of it.
_DRIVEN = Pattern(
    rf"(?:{alternation(_VERBS['modifiers'])}|抓紧|有序|分类|切实|严格|务必|原则上|持续|深入|按照要求|逐步){{0,3}}(?:督促|指导|要求|引导|带动|必须(?=对)|推动|推进|促进|加快|深化|坚持|保持|实现|确保|做到|做好|保证|力争|争取|基本完成|[将把使]|对(?![接口外照标应比象策内]))|全[国省市县区州](?=[^面性体部]{{2}})|(?:所有|全部|全体|原则上|持续(?=推进|推动|开展)|(?:认真|严格)?落实(?=[^，]{{3}}))的?(?=[^，]{{2}})"
    rf"|(?:{alternation(_VERBS['modifiers'])}|抓紧|切实|限期|务必|要|应|须)+$|(?:按照?|根据)[^，]{{2,24}}?(?:标准|规范|要求|规定|原则|目录|清单)(?:[将把]|$)",
    reads=("抓紧推动清单事项", "高质量", "按照统一标准规范将数据"),
    leaves=("清单事项", "全面工作"),
    by="match",
)
# 对…条件, 凡未列入目录的, 能够共享的信息: a clause that names a set and says nothing of it.
_NAMED = Pattern(
    r"(?P<lead>对于?|凡是?|除|属于|[将把])?(?P<set>[^。；\n]{4,}?)(?P<except>之?外)?$",
    reads=("对没有依据的条件", "凡未列入目录的"),
    leaves=("事项", "加强监管；取消"),
    by="match",
)
_NAMES_A_SET = Pattern(r"的[^，的]{0,8}$", reads=("未列入目录的", "能够共享的信息"), leaves=("加强监管",))
_DOES = "加强|强化|完善|健全|优化|深化|坚持|落实|通过|按照?|根据"
_IS_DONE = Pattern(_DOES, reads=("加强绩效的监督管理", "按照统一的标准"), leaves=("未列入目录的",), by="match")
_OPENS_A_SET = Pattern(
    f"(?!{_DOES}|{CREATE}|推[进动行]|开展|组织|实施|做好|促进|提[升高])[^，的]{{2,}}[、和及][^，、的]{{0,12}}(?:情况|事项|信息|数据|材料|结果|证照|政策|业务|项目|机构|人员|单位|企业|学校|医院|场所)|(?:各[级类地县区市项乡镇村部]|所有|全部|全体)[^，]{{2,}}|(?!{_DOES}|{CREATE})[^，]{{2,}}的[^，的]{{9,20}}",
    reads=("各级行政执法机关", "政务服务情况、评价结果及整改情况", "依申请办理的行政权力事项和公共服务事项"),
    leaves=("加强监管", "加强绩效的监督管理和考核评价工作"),
    by="fullmatch",
)
# 企业依法, 机构尽快: what leads on from a set to its verb.
_LEFT_OVER = Pattern(
    "(?:的|于|依法|尽快|率先|应当?(?<![供响适对]应)|同样|暂时|还|也|(?<=[^，]{3})进行)+$",
    reads=("公共企事业单位依法", "村庄尽快", "捐赠款物应当", "社区、家庭进行"),
    leaves=("合法权益", "目的地", "电力供应"),
)
# 除涉密外: what is left out of a set.
_EXCEPT = Pattern(
    "^除[^，]{1,30}?之?外的?|(?<=[^，]{4})除[^，]{1,30}之?外$",
    reads=("除涉密外", "除跨省项目外的项目", "政务服务事项除法律另有规定外"),
    leaves=("排除风险", "解除外"),
)
# 省、市、县三级: where something stands, and nothing that stands there.
_LEVELS = Pattern(
    "(?:[省市州盟县区旗乡镇村各、和及]|街道|社区|园区|城乡|[两三四五]级|（[省市县区旗、]+）)+",
    reads=("省、市、县三级", "省市县乡村", "县（市、区）"),
    leaves=("行政村", "县域医共体"),
    by="fullmatch",
)
# 拒不整改的一律关停: whoever is at fault is no set of a plan's.
_AT_FAULT = Pattern(
    r"拒不|逾期|不力|弄虚作假|未按|(?:低于|不足)\d",
    reads=("拒不整改的企业", "逾期未改", "业主满意度低于60%的"),
    leaves=("违规收费项目", "能效低于基准水平的产能"),
)
# 一律取消申报资格: what happens to those who break a rule.
_PENALTY = Pattern(
    "(?:予以)?(?:取消[^，]{0,8}资格|解除(?:[^，]{0,6}合同|劳动)|列入[^，]{0,8}(?:黑名单|失信)|纳入(?:黑名单|失信)|移送|追回|收回[^，]{0,6}资金|扣减|停止拨付)",
    reads=("取消申报资格", "列入失信名单", "追回补助资金"),
    leaves=("取消审批", "列入规划", "收回闲置土地"),
    by="match",
)
# 建制村村村通客车: each of them, said twice.
_PART_DONE = Pattern(
    "(?P<of>[^，]{2,}?)(?P<done>[^，、的]{2})(?:率|比例|占比)",
    reads=("有分歧欠款清偿比例", "问题整改率"),
    leaves=("清偿比例", "欠款清偿"),
    by="fullmatch",
)
_OVER_AND_OVER = Pattern(
    "(?<=[^，][^，])(?P<one>[县乡镇村组户校])(?P=one)$", reads=("建制村村村",), leaves=("村村", "建制村"), by="search"
)
# 制定把农田全部建成高标准农田的实施方案: what is to be written down, not yet to be done.
_PLANNED = Pattern(
    "^(?:抓紧|研究|逐步)*(?:制定|制订|研究|出台|编制|起草)[^，]*的[^，的]{0,6}(?:方案|计划|办法|意见|制度|措施|规划|清单|机制)$",
    reads=("制定把永久基本农田全部建成高标准农田的实施方案",),
    leaves=("全部制定实施方案", "县区全部出台的办法汇编完成"),
)
# 梳理政务服务事项，全部纳入平台: the object of the clause before is the set.
_OF_OBJECTS = frozenset(("in_full_elided", "entirely"))
_CLAUSE_OPENS = frozenset("，。；：\n")
_LONGEST_SET = 120
# 完成, 建成投用: nothing but what becomes of a set.
_LONGEST_BARE = 4
# 由86种减至48种，原则上全部实现联网: the clause right behind may say more.
_LONGEST_NEXT = 24


def _territory(printed: str, begun: int, outcome: int, behind: int) -> str | None:
    """Where the set that begins there is, unless the outcome says it."""
    found = _TERRITORY.search(printed, 0, begun + _LONGEST_TERRITORY)
    return found.group() if found and not outcome <= found.start() < behind else None


def _set(words_: str) -> str:
    """The set that words name, without what leads to it."""
    words_ = _TAKES.sub("", words_)
    while driven := _DRIVEN.match(words_):
        words_ = words_[driven.end() :]
    return noun(_LEFT_OVER.sub("", _EXCEPT.sub("", words_)))


def _named(text: str, painted: Painted, start: int, end: int, *, any_: bool) -> str:
    """The set that a clause names, for a clause behind it that says what becomes of it; `any_` clause does, whatever its words.

    凡 opens a set of several clauses; 除A的B外 is B that is not A.
    """
    start = behind_lead(painted, start, end)
    floor = max(0, end - _LONGEST_SET)
    floor = max(floor, *(text.rfind(mark, floor, end) + 1 for mark in "。；\n"))
    whoever = text.rfind("凡", floor, end)
    if whoever >= 0 and (whoever == floor or text[whoever - 1] in _CLAUSE_OPENS):
        start = whoever
    named = _NAMED.match(text, start, end)
    said = any_ or (named and named.group("lead")) or _OPENS_A_SET.fullmatch(text, start, end)
    if named is None or not (said or (_NAMES_A_SET.search(text, start, end) and not _IS_DONE.match(text, start, end))):
        return ""
    words_ = named.group("set")
    if named.group("lead") == "除":
        but, of, rest = words_.rpartition("的")
        return f"{but}以外的{rest}" if of and named.group("except") else ""
    return noun(words_)


# 优化设置X: a verb and what it is about.
_VERB_AND_OBJECT = Pattern(
    rf"{MODIFIERS}(?:优化|加强|完善|健全|推动|推进|深化|加快)?(?:{CREATE}|优化|完善|健全|加强|推行|推广(?:应用)?|实行|梳理|排查)(?P<object>{_SET}{{2,40}})(?=，|$)",
    reads=("优化设置社区服务站点", "加强基层医疗机构"),
    leaves=("社区站点", "社区服务优化"),
    by="match",
)


def _object(text: str, painted: Painted, start: int, end: int) -> str:
    """What a clause is about, for a clause behind it that leaves its own subject out."""
    match = _VERB_AND_OBJECT.match(painted, start, end)
    return text[match.start("object") : match.end("object")] if match else ""
