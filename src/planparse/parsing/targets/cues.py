"""Words around a number that say what it is: a parameter, a condition, what exists already."""

from __future__ import annotations

from planparse.language.lexicon import words
from planparse.language.patterns import Pattern
from planparse.parsing.targets.patterns import CREATE, PRINCIPAL
from planparse.parsing.targets.skeleton import PAINT

# What a measure pays, charges, limits or requires, however its number looks.
_PARAMETERS = words("parameters")
_PARAMETER_WORDS = [word for name, list_ in _PARAMETERS.items() if name != "rates" for word in list_]
# 平均担保费率低于1%, 担保费率降低至1%以下: what rates are to become.
_RATE = (
    f"(?<!平均)(?<!平均担)(?<!平均担保)(?<!平均贷款)(?:{'|'.join(_PARAMETERS['rates'])})(?!收入|规模)"
    "(?!率?[^，]{0,6}降低?[^，]{0,2}[至到][^，]{0,6}(?:以下|以内|之内))"
)
# What one of the branches begins with: most characters need no look at each of them.
_OPENS = (
    "".join(word[0] for word in (*_PARAMETER_WORDS, *_PARAMETERS["rates"]))
    + "期得下价单电水气票费报租税利罚减标不按每押面给安推申报上限字公保"
)
PARAMETER = Pattern(
    f"(?=[{_OPENS}])(?:"
    # 补助资金用于产业发展的比重: how money is spent is measured.
    f"(?<!行政)(?:{'|'.join(_PARAMETER_WORDS)})(?!资金[^，。；]{{0,8}}用于[^，。；]{{2,24}}(?:比重|占比|比例)(?!给))(?<!收费(?=站|公路|项目))(?<!处罚(?=案卷|案件))(?<!低收费)(?<!免费或收费)(?!性(?:技能|职业|培训))"
    # “两项补贴”发放率稳定在99%以上: whether it is done is measured.
    "(?![^，。；、]{0,12}(?:发放|兑现|开放|到位|拨付|落实|知晓|覆盖|满意|办结|收缴|执行|准确|申领|享受|执结|处理|完成|受理|公开)率)"
    # 质押金额 is what is lent.
    "|(?<![质抵])押金"
    # 用房面积不少于500平方米: how large each of them must be; what there is for each person is smaller, what a city builds larger.
    "|面积[应须要一般原则上]*不(?:得)?(?:少于|小于|低于)[ ]?\\d{3,5}平方米"
    # 等并给予重点支持: a favour that no number measures.
    "|给予(?!(?:重点|优先|大力|积极|持续|适当|相应|全面|充分|全程)+(?:支持|扶持|倾斜|培养|保障|帮助|指导|推广|宣传|服务|关注))"
    # 等并给予重点支持: a favour that no number measures.
    "|给予(?!(?:重点|优先|大力|积极|持续|适当|相应|全面|充分|全程)+(?:支持|扶持|倾斜|培养|保障|帮助|指导|推广|宣传|服务|关注))"
    # 法定期限内执结率 is no period that a measure sets, 测评得分达到98分 no score that it gives.
    f"|期限(?!内|[^，]{{0,20}}(?:压缩|缩短|压减))|得分(?!(?:率|要|应|力争)*(?:达到|不低于|保持|稳定|提高到|提升))|{_RATE}"
    "|安排(?:(?!资金)[^，。；]){0,24}(?:资金|经费|预算)(?:不少于|不低于|超过|约|共|总计)?\\d[\\d.]*[万亿千百]*元"
    # 各地推荐数量不超过3家: how many may apply.
    "|(?:推荐|申报|报送|推选|上报)[^，。；]{0,24}?(?:不得?超过|不多于|最多|至多|限)[ ]?\\d|限(?:申?报|推荐)|字数|(?:公示|保存)(?:时间|期限?)"
    "|下调(?:为|至|到)|(?:价格|单价|电价|水价|气价|票价|费率)(?:为|按|不|系数)|报销(?!比例|率)|(?:租|租金|费|费用|税|税款|利息|罚金)(?:[^，]{0,6}(?:减半|减免))|减半(?:收取|征收|缴纳|计征|执行)"
    "|标准(?!农田|厂房|化|品|箱|间)(?=[^，]{0,3}(?:提高|上浮|降低|为|按|不))|不(?:得)?超过[^，]{0,8}元|按[^，]{0,24}(?:比例|给|计)"
    "|每[人户亩家吨项个台辆](?:每[年月日天])?(?:不超过|最高)?[^，]{0,2}元)",
    reads=(
        "给予最高30万元",
        "按投资额的10%给予补助",
        "补贴标准提高到500元",
        "每人每年不超过200元",
        "担保费率不超过1%",
        "贷款期限3年",
        "每项得分5分",
        "押金500元",
        "养老用房面积不少于500平方米",
        "统筹安排示范区建设资金3亿元",
        "各地推荐数量原则上不超过3家",
        "每个单位限报1项",
        "公示时间不少于5个工作日",
    ),
    leaves=(
        "培育企业30家",
        "就诊率达到90%",
        "平均担保费率低于1%",
        "担保费率降低至1%以下",
        "保费收入突破1600亿元",
        "补助资金用于产业发展的比重提高到60%",
        "法定期限内执结率95%",
        "办证期限从3个工作日压缩至2个工作日",
        "测评得分达到98分",
        "商标质押金额超45亿元",
        "取消16个收费站",
        "行政处罚案卷不合格数减少60%",
        "新增服务面积不少于3万平方米",
        "人均使用面积不低于2平方米",
        "人均住房面积不低于35平方米",
        "遴选50名青年人才等并给予重点支持",
        "残疾人补贴发放率稳定在99%以上",
        "行政处罚等8类信息跨地区共享",
        "开展补贴性职业技能培训9万人次",
    ),
)

# 对…的企业, 符合…条件的: whom a clause is for.
CONDITION = Pattern(
    "按照?[^，]*人口|对(?!外|口|接|标|照|[^，]{1,40}(?:实现全|开展|进行|组织|实施|[再均](?:精简|压减|压缩|缩减|削减|减少))(?![^，]*的$))|凡|如(?!期)|若|当(?!地|年|前|期)|符合|经(?!济|营|费|常|贸|开|信)|因(?!地|[灾病公]|[子素果])|针对",
    reads=("对年产值20亿元的企业", "符合条件的", "凡新建项目"),
    leaves=(
        "对外贸易额达到",
        "对报送的资料再精简25%",
        "经济增长",
        "培育企业",
        "对市场主体开展培训不少于2次",
        "对8座水库实施除险加固",
    ),
    by="match",
)

# 每培育1家: what is paid for each.
EACH = Pattern(
    rf"[^，]{{0,10}}?每(?:新)?(?:培育|引进|新增|新建|建设|孵化|认定|完成|举办|培训|招引|吸纳|增加)[{PAINT['count']}{PAINT['measure']}]",
    reads=("孵化期内每培育1家", "每引进1名博士"),
    leaves=("每年培育10家", "每个县培育1家"),
    by="match",
    painted=True,
)

# 如…的, 若…, 当…时: what need not be so.
UNREAL = Pattern(
    "按照?[^，]*人口|如(?!期)|若|当(?!地|年|前|期)|因(?!地|[灾病公]|[子素果])",
    reads=("如发现问题", "当企业停产时"),
    leaves=("如期完成", "对企业全部"),
    by="match",
)

# 在…达到70%以上的基础上: what is taken for granted.
BACKGROUND = Pattern(
    "[^，在]{0,24}在[^，]*基础上$",
    reads=("在达到70%以上的基础上", "基站数量在2025年2万个的基础上"),
    leaves=("在全国率先达到", "夯实基础"),
    by="match",
)

# 截至2023年底，已建成…: a sentence that reports what has been reached already.
REPORTS = Pattern(
    "截至|截止|目前|现有|已有|现已|过去|去年|上年|近年来|[几数]年来|经过[^，。]{1,10}(?:努力|发展|建设|奋斗|推进|攻坚|整治)[^，。]{0,6}，|据统计|我[省市县区国](?:现有|已)|全[省市县区国州](?:现有|现已|共有|已有)|[^。]*(?:依然|仍然|仍|十分|较为|比较)(?:突出|严峻|繁重|薄弱|不足|滞后|偏低)(?!的)"
    # A year that is no time by which something is to be done, and no such time behind it.
    "|[^，。；\n]{0,16}以来，"
    f"|{PAINT['time']}+来|(?:[^，。]{{2,16}}，)?(?:19|20)[0-9]{{2}}年(?!起|以来|年?[底末]|[内前中]|[^，。]{{0,6}}目标：|[^，。]{{0,4}}基础|[^。]*(?:力争|争取|确保|努力))[^{PAINT['deadline']}]*$",
    reads=(
        "目前，全市已有企业30家",
        "近年来，我市经济增长",
        "截至目前",
        "五年来，全市建成保障房5万套",
        "经过五年发展，全市建成良种场29家",
        "改革开放以来，现代职业教育体系框架全面建成",
        "毕业生总数约27.94万人，就业任务依然繁重",
    ),
    leaves=("到2025年，建成", "力争培育", "2020年建成3家，到2025年建成10家"),
    by="match",
    painted=True,
)
# 具有稳定的经费来源，研发支出不低于5%: a sentence that says what one must have; 具有竞争力的企业达到50家 says which are counted.
REQUIRES = Pattern(
    f"(?:申报|申请|入选|参评|参选|投标|报名|申领|入驻)(?:企业|单位|人|机构|主体|对象|者|项目|平台|园区)[^，。\\n]*?(?:[应须需{PAINT['bound']}]|具有|具备)|"
    f"[^。\\n]{{0,40}}(?:推荐|申报|推选|报送)的[^，。\\n]{{2,16}}{PAINT['bound']}+{PAINT['count']}|"
    f"(?:[应须需]|必须)?(?:同时)?(?:具有|具备|满足|符合)(?![^，；。\\n]*的[^，；。\\n]*[{PAINT['count']}{PAINT['percent']}{PAINT['measure']}])",
    reads=(
        "申报企业研发人员占比不低于10%",
        "具有稳定的研发经费来源，支出不低于5%",
        "应具备独立法人资格",
        "同时满足以下条件",
        "各省推荐的示范企业不超过5家",
    ),
    leaves=("申报项目50个以上", "推荐企业不少于5家", "建成具有影响力的中心", "到2025年，培育", "具有竞争力的企业达到50家"),
    by="match",
    painted=True,
)

# What keeps a whole sentence from committing anybody, by what it opens with.
SENTENCE_TESTS = {"report": REPORTS, "requirement": REQUIRES}

# 依托现有…, 已建成…: a clause that does.
EXISTING = Pattern(
    f"(?:依托(?![^，{PRINCIPAL}已]*{CREATE}(?:了|的)?+(?<!的)[^，的{PRINCIPAL}]*[{PRINCIPAL}])|巩固|[^，]{{0,12}}(?:(?<![由从])[现已原]有|连续{PAINT['time']}+(?:位居|居|稳居|位列|保持)|现自有|(?<![比较与和同])(?<!完成)(?<!开展)(?<!公布)(?<!报送)上一?年度(?!相比|比)|已经?(?!建成[^，]*(?:率|占比|比例)[要应须]?(?:达到|不低于|提高到)[{PAINT['bound']}]*[{PAINT['percent']}])(?:建成|完成|达到|有|实现|累计|形成|培育|认定|投资|投入|开展|获得|纳入|取得|接入|发放|投产|开工|覆盖))|(?:19|20)[0-9]{{2}}年(?!起|以来)[^，]{{0,40}}?(?:为|占|共有|已))",
    reads=("依托现有30家医院", "依托已建成的30家医院", "巩固提升成果", "全市已建成中心3家"),
    leaves=("新建医院3家", "建成中心", "依托公园驿站布设书屋70个", "依托园区打造3个平台", "上市公司由现有的12家增加到20家"),
    by="match",
    painted=True,
)

# 教师占比2021年为52%: a year that is no deadline, between the indicator and its value.
PAST = Pattern(
    f"[^，{PAINT['deadline']}]{{2,40}}?(?<![较自从由以与于])(?<![^占]比)(?:19|20)[0-9]{{2}}年(?:年?[底末])?(?:达到?|为|是|占)[{PAINT['bound']}{PAINT['percent']}{PAINT['count']}{PAINT['measure']}]",
    reads=("教师占比2021年为52%",),
    leaves=("教师占比2021年底前达到52%", "较2021年为52%", "教师占比达到52%"),
    by="match",
    painted=True,
)
