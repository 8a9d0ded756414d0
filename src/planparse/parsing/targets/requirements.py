"""What somebody must have or reach, which nobody promises: 申报企业研发人员占比不低于10%.

Each kind has its own pattern. `REQUIRES` finds those that open a whole sentence; the others stand before a number.
"""

from __future__ import annotations

from planparse.language.patterns import Pattern, any_of
from planparse.parsing.targets.grammar import BOUND, COUNT, DEADLINE, MEASURE, PERCENT, PRINCIPAL

_MUST = "(?:应当?|须|需)"
# 申报企业须, 参评村庄应当, 申请支持的机构应满足: what those must be or have who apply.
_APPLICANTS = Pattern(
    f"(?:合格)?(?:供应商|投标人)[^，。\n]*?[应须需]|(?:申报|申请|申领)[^，。；\n]{{2,16}}的[^，。；\n]{{2,12}}，[^。\n]{{2,24}}{_MUST}(?!求|要)[^。\n]"
    "|(?:申报|申请|参评|参选|入选|创建)(?:的)?(?:村庄?|县|市|区|乡镇|街道|社区|医院|学校|院校|基地|产品|景区|家庭|集体|个人)(?:应当?|必?须)[^。\n]"
    f"|(?:项目)?(?:申报|申请|入选|参评|参选|投标|报名|申领|入驻)(?:企业|单位|人|机构|主体|对象|者|项目|平台|园区)[^，。\n]*?(?:[应须需{BOUND}]|具有|具备)"
    f"|[^。\n]{{0,40}}(?:推荐|申报|推选|报送)的[^，。\n]{{2,16}}{BOUND}+{COUNT}"
    f"|(?:申报|申请|享受|领取)[^，。；\n]{{0,20}}?{_MUST}(?:同时)?(?:满足|具备|符合)"
    f"|(?:申报|申请|享受|领取)[^，。；：\n]{{2,24}}的(?:[^，。；：的\n]{{2,12}}，[^，。；\n]{{0,16}}?(?:应当?|[须需]|不得){BOUND}|，[^。\n]{{0,20}}?(?:[应须需]|不得|{BOUND}))",
    reads=(
        "申报企业研发人员占比不低于10%",
        "项目申报主体应具备500吨以上仓容",
        "参评村庄应当完成户厕改造80%以上，并建有1处以上文化广场",
        "合格供应商须承担过2个以上同类项目",
        "申请设备更新补助的滑雪场，雪道总长度应不少于3公里",
        "各省推荐的示范企业不超过5家",
        "申请支持的机构应满足经营两年以上",
    ),
    leaves=("申报项目50个以上", "推荐企业不少于5家", "指导企业申报"),
    by="match",
    painted=True,
)
# 建筑高度是指…的高度, 指…的厂房: what a word means.
_DEFINITIONS = Pattern(
    "(?:(?:其中|文中|本[^，。]{1,8}中)，?)?[^，。；：\n]{2,40}(?:是指|系指|指的是)"
    "|(?:[^，。；：\n指]{2,12}(?<![^为]以))?指(?:的是|(?=具有|具备|由|从|未|已|经|单[个体项]|年|以[^，]{2,20}为|在[^，]{2,24}[内中的]|[^，。；\n]{0,20}不(?:大|小|超|低|高|少)))"
    "|[^。；\n]{0,80}，指(?![导标数引挥定南示出向派])",
    reads=(
        "建筑高度是指屋面到地坪的高度，新建住宅高度控制在80米以下",
        "指未使用财政资金、单体建筑面积不大于1万平方米，建筑高度不超过24米的厂房",
        "组团指具有清晰边界的建设区块，组团规模不超过50平方公里",
        "其中，日间手术是指当天出院的手术，特殊病例住院时间不超过48小时",
    ),
    leaves=("指导企业申报", "以提高质量为指引，培育企业30家"),
    by="match",
)
# 项目建设内容应符合支持方向, 须为在职员工，且工作时间不少于6个月: what a thing must be, and how much of it.
_MUST_BE = Pattern(
    f"[^，。；：\n]{{2,16}}{_MUST}(?:同时)?(?:符合|满足|具备|具有)[^，。；\n]{{2,24}}，(?![^。\n]*{DEADLINE})[^。\n]*{BOUND}"
    f"|(?:[^，。；：\n]{{1,16}}：)?[^，。；：\n]{{2,30}}项目应当?(?:是|为|属于)[^，。；\n]{{2,20}}项目，[^。；\n]*[{PRINCIPAL}]"
    f"|(?:必?须|应当?)(?:是|为|系)[^，。；\n]{{2,60}}，[^。\n]*{BOUND}",
    reads=(
        "项目建设内容应符合支持方向，项目投资总额不低于80万元",
        "智能制造应用项目应是在建项目，设备总投资5000万元以上",
        "须为签订劳动合同的员工，且工作时间不少于6个月",
    ),
    leaves=("项目建设内容应符合支持方向，到2025年投资总额不低于80万元", "应为企业服务"),
    by="match",
    painted=True,
)
_MAY_APPLY = Pattern(
    "[^。；\n]{6,160}，均可以?(?:申请|申报|报名|参评)",
    reads=("孵化器，或吸纳5家以上企业的众创空间，均可以申请省级孵化器",),
    leaves=("众创空间可以申请省级孵化器",),
    by="match",
)
# 具有稳定的经费来源，研发支出不低于5%; 具有竞争力的企业达到50家 says which are counted.
_HAVING = Pattern(
    f"(?:[^，；。：\n]{{1,16}}：)?(?:[应须需]|必须)?(?:同时)?(?:具有|具备|满足|符合)(?![^，；。\n]*的[^，；。\n]*[{COUNT}{PERCENT}{MEASURE}])",
    reads=(
        "具有稳定的研发经费来源，支出不低于5%",
        "应具备独立法人资格",
        "同时满足以下条件",
        "医用口罩：符合强制性标准，过滤效率不低于95%",
    ),
    leaves=("建成具有影响力的中心", "具有竞争力的企业达到50家"),
    by="match",
    painted=True,
)
REQUIRES = any_of(_APPLICANTS, _DEFINITIONS, _MUST_BE, _MAY_APPLY, _HAVING, leaves=("到2025年，培育", "申报项目50个以上"))
"""What opens a sentence that says what must be, of whichever kind."""

# What stands before a number, or names it.
# 按增量的1%给予奖励，增幅须达到15%以上: what one must reach.
MUST_REACH = Pattern("[须需应](?:达到?|在)?$", reads=("增幅须达到", "增幅应在"), leaves=("增幅达到",))
# 线路应具备四级公路条件: what one must have.
MUST_HAVE = Pattern(
    "应当?(?:具备|具有)$|必?须占[^，；。]{2,40}$",
    reads=("各景点之间应具备", "主营业务收入须占收入总额的"),
    leaves=("具备", "应配备", "收入占比"),
)
# 从业人员须在50人以上, 应有社员不少于30户, 可只设1个: of what there must, or need not, be so many.
MUST_BE_SO_MANY = Pattern(
    "(?:必?须|应当?|需)(?:在|有[^，。；]{0,8})$|可(?:只|仅|酌情|视情)[\u4e00-\u9fff]{1,3}$",
    reads=("从业人员须在", "合作社应有社员", "可只设"),
    leaves=("达标率达到", "应有尽有，"),
)
# 面积超过3000平方米的民宿应配备2名安全员: what those of a size must have.
_SIZED_MUST_HAVE = Pattern(
    r"\d[^，。；的]{0,10}的[^，。；的]{2,16}(?:应当?|必?须)(?:至少|同步|专门)*(?:配备|配置|配齐|设置|设立|配建|建有|安排|设)[^，。；]{0,4}$",
    reads=("面积超过3000平方米的民宿应配备", "床位200张以上的养老机构应设置"),
    leaves=("每个乡镇应配备", "2025年的养老机构配备"),
)
# 入库项目总投资应在5000万元以上: what an applicant must come to.
_APPLICANT_MUST_REACH = Pattern(
    "(?:入库|入选|入围|申报|申请|参评|参选|投标|报名|拟推荐)(?:的)?(?:项目|企业|单位|机构|主体|产品|作品|案例|基地|平台|园区|学校|医院|村庄?|社区)[^，。；、]{2,24}[应须需](?:当|要)?(?:在|达到?|不[低少]于)?$",
    reads=("入库项目总投资应在", "参评企业亩均税收应达到"),
    leaves=("入库项目达到", "申报企业数量达到"),
)
SOME_MUST = any_of(_SIZED_MUST_HAVE, _APPLICANT_MUST_REACH, leaves=("每个乡镇应配备", "入库项目达到"))
"""What those of a size, or who apply, must have or reach."""
# 获得认定的企业须于6月底前完成注册: whom a duty is for.
DUTY = Pattern(
    "[^必][须应]于|[须应需]经",
    reads=("获得认定的企业须于登记", "企业应于", "加装电梯须经本单元业主"),
    leaves=("企业必须于", "应用于企业"),
)
