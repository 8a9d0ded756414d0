"""Words that open a clause, or stand in it, and say what its numbers are: a condition, background, what exists already."""

from __future__ import annotations

from planparse.language.patterns import Pattern, any_of
from planparse.parsing.targets.grammar import (
    BOUND,
    CHANGE,
    COUNT,
    CREATE,
    DEADLINE,
    MEASURE,
    MERGED,
    PERCENT,
    PRINCIPAL,
    TIME,
)

# 低保标准提高到每人每月900元, 生活补贴覆盖2.6万人: what people live on is a level to be reached, and how many get it is counted.
WELFARE = Pattern(
    r"(?:最低生活保障|低保|养老金|特困|供养|孤儿|养育|抚恤|优待|卫生服务|财政补助|公用经费|生均|最低工资|生活补贴|护理补贴|高龄津贴)[^，。；]{0,14}标准(?:[由从][^，。；]{0,12}元)?(?:[^，。；\d]{0,10}(?:提高到|提高至|提标到|提标至|达到|增加到|不低于)[^，。；\d]{0,8}\d|[^，。；\d]{0,6}(?:提高|增长)[ ]?\d[\d.]*%)"
    r"|(?:惠及|覆盖)[^，。；、\d]{0,6}\d[\d.]*[万千]?[余多]?[人名户家](?![^，。；]*的)"
    r"|发放[^，。；、\d]{0,14}(?:补贴|津贴)(?:约|不少于|不低于|超过|达到?|共)?[ ]?\d[\d.]*[万千]?[余多]?[人名户]",
    reads=(
        "发放租赁补贴不少于2000户",
        "城市低保标准提高到每人每月900元",
        "居民医保人均财政补助标准不低于670元",
        "困难残疾人生活补贴覆盖2.6万人",
        "城市低保标准提高8%",
        "低保标准由每人每月720元提高到780元",
    ),
    leaves=("发放补贴每户300元", "补贴标准提高到500元", "按低保标准给予补助", "对覆盖500户以上的站点给予补助"),
)

# 如…的, 若…, 当…时: what need not be so.
UNREAL = Pattern(
    "按照?[^，]*人口|如(?!期)|若|当(?!地|年|前|期|[庭场天日季月量选班])|因(?!地|[灾病公]|[子素果]|[^，的]{2,40}(?:导致|引起|造成|引发|所致)的?[^，的]{0,12}(?:率|比例|人数|损失|起数))",
    reads=("如发现问题", "当企业停产时"),
    leaves=("如期完成", "对企业全部", "因心脑血管疾病导致的死亡率", "当庭裁判率达到65%"),
    by="match",
)

# 对…的企业, 符合…条件的: whom a clause is for.
_FOR_WHOM = Pattern(
    "对(?!外|口|接|标|照|[^，的]{1,16}(?:进出口|出口|进口|贸易|投资|承包工程)(?:总额|总值|额|占比|比重|份额|依存度|存量|流量|规模|总量|营业额|增速)[^，的]*$|[^，]{1,40}(?:实现全|开展|进行|组织|实施|\ue002[^，的]{2,24}(?:改造|加固|修复|治理|整治|修缮|普查|更新)$|[再均](?:精简|压减|压缩|缩减|削减|减少))(?![^，]*的$))|凡|针对"
    "|符合(?![^，]{0,12}条件的[^，的]{2,24}?\ue001)(?![^，的]{2,10}的[^，的]{2,24}?(?<![利费税汇])(?:率|占比|比例|覆盖面)(?:[^，]{0,6})[^，\u4e00-\u9fff])",
    reads=("对年产值20亿元的企业", "符合条件的", "凡新建项目", "针对500户困难家庭"),
    leaves=(
        "对外贸易额达到",
        "对报送的资料再精简25%",
        "对市场主体开展培训不少于2次",
        "对8座水库实施除险加固",
        "对\ue002\ue002水库除险加固",
        "对东盟出口额达到80亿元",
    ),
    by="match",
)
_ONCE_DONE = Pattern(
    "经(?!济|营|费|常|贸|开|信|理[层人]|办|销|纪人?|[^，]{2,14}的[^，的]{2,24}(?:达到?|累计|新增|总数|占比|比例|比重|率|稳定|保持|[\ue001\ue00b])[^，的]*$)",
    reads=("经评估达到80分的",),
    leaves=("经济增长", "经认证的绿色食品达到120个"),
    by="match",
)
_MAY_BE = Pattern(
    "[^，]{0,12}(?<!不)(?<!政策)(?<!条件)(?<!规定)允许(?!范围|误差|条件|的?情况|类|值|[^，的]{2,10}的(?:领域|范围|事项|行业|区域|业务))",
    reads=("高校可允许将编制的20%用于聘请教师",),
    leaves=("在政策允许范围内", "不允许新增10家"),
    by="match",
)
# 二级响应时, 达到80%时: when a clause holds.
_AT_TIMES = Pattern(
    "[^，]{0,20}(?:预警|响应)时(?!间|长|限|效|延)|[^，]{0,40}[\ue001-\ue00a\ue00c]时$",
    reads=("臭氧污染二级响应时", "负荷率达到80%时"),
    leaves=("应急响应时间缩短至10分钟", "培育企业30家"),
    by="match",
    painted=True,
)
CONDITION = any_of(UNREAL, _FOR_WHOM, _ONCE_DONE, _MAY_BE, _AT_TIMES, leaves=("经济增长", "培育企业"))
"""What opens a clause that says on what condition something is so, or for whom, of whichever kind."""

# 每培育1家: what is paid for each.
EACH = Pattern(
    rf"[^，]{{0,10}}?每(?:新|成功)*(?:培育|引进|新增|新建|建设|孵化|认定|完成|举办|培训|招引|吸纳|增加|推荐|介绍|输送|招用|录用|招收|吸收|安置|转化|获得|取得|通过|创建|制定|购置|出口|销售|引入|入库|签约|签订|接待|救助|收治)[{COUNT}{MEASURE}]",
    reads=("孵化期内每培育1家", "每引进1名博士", "人力资源机构每推荐1名", "每成功招用1人"),
    leaves=("每年培育10家", "每个县培育1家"),
    by="match",
    painted=True,
)

# 在…达到70%以上的基础上: what is taken for granted.
BACKGROUND = Pattern(
    f"[^，在]{{0,24}}在[^，]*(?:基础上|的同时|前提下|情况下)$|[^，]*[{PRINCIPAL}][^，{PRINCIPAL}]{{0,20}}的基础上$|"
    f"(?:精准|紧密|主动|围绕|深度)?(?:对接|服务)[{COUNT}]+[^，{PRINCIPAL}]{{0,8}}(?:产业链|产业|集群|领域|行业|战略)(?:需求|发展|布局)?$|"
    "继[^，]{4,}之?后$|(?:对照|对标|比照)[^，]*的(?:要求|目标|标准|任务)$"
    f"|[^，{PRINCIPAL}]{{0,8}}[{COUNT}]+[^，{PRINCIPAL}]{{2,16}}(?<![其集])中$"
    f"|[^，{PRINCIPAL}{DEADLINE}]{{0,12}}(?:建成|投产|达产|投用)后预计",
    reads=(
        "继2024年建成5个零碳园区后",
        "在达到70%以上的基础上",
        "对接12条重点产业链",
        "成本比2017年降低100美元的基础上",
        "基站数量在2025年2万个的基础上",
        "建成40个零碳村镇的基础上",
        "各地要在完成13项任务的同时",
        "对照省里提出的单位能耗下降13.5%的要求",
        "建成后预计实现年产值20亿元",
    ),
    leaves=("在全国率先达到", "夯实基础"),
    by="match",
    painted=True,
)

# 依托现有…, 已建成…: what exists already.
_YEAR = "(?:19|20)[0-9]{2}年"
_BASELINE = Pattern(
    f"(?:{_YEAR}(?:年?[底末])?)?(?:现状|基期|基准|基线)(?:值|数|水平)?(?:为|是|约)?(?=[{BOUND}{PRINCIPAL}])|常年(?=[^，]*[为在达产])",
    reads=("现状值41%", "2018年基期为30%", "常年蓄水量为3亿立方米"),
    leaves=("基准地价", "常年坚持"),
    by="match",
    painted=True,
)
_RELYING = Pattern(
    f"依托(?![^，{PRINCIPAL}已]*{CREATE}(?:了|的)?+(?<!的)[^，的{PRINCIPAL}]*[{PRINCIPAL}])",
    reads=("依托现有30家医院", "依托已建成的30家医院"),
    leaves=("依托公园驿站布设书屋70个", "依托园区打造3个平台"),
    by="match",
    painted=True,
)
_KEEPING = Pattern(
    f"巩固(?!(?:提升|维修|改造|完善|修复|加固)[^，{PRINCIPAL}]{{2,}}[{COUNT}{MEASURE}])",
    reads=("巩固提升成果",),
    leaves=("巩固提升供水工程30处",),
    by="match",
    painted=True,
)
_HAVING_NOW = f"(?<![由从])(?:(?<![实体发展呈])现|[已原])有(?![{COUNT}]+[^，{PRINCIPAL}]{{2,20}}{MERGED}[{BOUND}]*[{COUNT}]|(?:[{BOUND}{PRINCIPAL}]+的?基础上(?=[^，]*[{PRINCIPAL}])|的?基础上))|现自有"
_IN_A_ROW = f"连续{TIME}+(?:位居|居|稳居|位列|保持|稳定|超过|突破|获评|获得|荣获|实现|增长|下降|丰收)"
_YEAR_BEFORE = "(?<![比较与和同])(?<!完成)(?<!开展)(?<!公布)(?<!报送)上一?年度(?!相比|比)"
_DONE_ALREADY = (
    f"已经?(?!建成[^，]*(?:率|占比|比例)[要应须]?(?:达到|不低于|提高到)[{BOUND}]*[{PERCENT}])"
    "(?:建成|完成|达到|[拥设建共]?有|实现|累计|形成|培育|认定|投资|投入|开展|获得|纳入|取得|接入|发放|投产|投用|投运|启用|开工|覆盖|(?:实施|公布|出台|建立|设立|发布|确定)(?=的))"
)
_THERE = Pattern(
    f"[^，]{{0,12}}(?:{_HAVING_NOW}|{_IN_A_ROW}|{_YEAR_BEFORE}|{_DONE_ALREADY})",
    reads=("全市已建成中心3家", "完善我省已实施的27项资格考试", "全县现有学校30所", "粮食产量连续5年稳定在30万吨以上"),
    leaves=("新建医院3家", "建成中心", "上市公司由现有的12家增加到20家", "原有14个监管站点整合为6个"),
    by="match",
    painted=True,
)
_OF_A_YEAR = Pattern(
    f"{_YEAR}(?!起|以来)[^，]{{0,40}}?(?:为|占|共有|已)", reads=("2018年全市共有学校30所",), leaves=("2018年起",), by="match"
)
_RECENTLY_DONE = Pattern(
    f"[^，{PRINCIPAL}]{{0,24}}?(?:近期|近日|日前|前期|此前|最近)(?:{CREATE})的[{COUNT}]",
    reads=("将某省近期推出的19条政策措施",),
    leaves=("近期推出19条政策措施",),
    by="match",
    painted=True,
)
_CHANGED_ALREADY = Pattern(
    f"[^，{PRINCIPAL}]{{2,40}}?[由从]{_YEAR}[底末]?的?[{BOUND}{PRINCIPAL}]+[^，{PRINCIPAL}]{{0,4}}(?:{CHANGE})[到至为](?:{_YEAR}|目前|现在|当前)"
    f"|[^，{PRINCIPAL}]{{2,40}}?已经?(?:[将把][^，{PRINCIPAL}]{{2,24}}?)?[由从][^，{PRINCIPAL}]{{0,10}}[{BOUND}{PRINCIPAL}]+[^，{PRINCIPAL}]{{0,4}}(?:{CHANGE})[到至为]",
    reads=("普及率由2020年的61%提高到目前的71%", "普及率已由61%提高到71%", "今年已将代偿比例从40%提高到50%"),
    leaves=("普及率由61%提高到71%",),
    by="match",
    painted=True,
)
EXISTING = any_of(
    _BASELINE, _RELYING, _KEEPING, _THERE, _OF_A_YEAR, _RECENTLY_DONE, _CHANGED_ALREADY, leaves=("新建医院3家", "建成中心")
)
"""What opens a clause that says what exists already, of whichever kind."""

# 教师占比2021年为52%: a year that is no deadline, between the indicator and its value.
PAST = Pattern(
    f"[^，{DEADLINE}]{{2,40}}?(?<![较自从由以与于])(?<![^占]比)(?:19|20)[0-9]{{2}}年(?:年?[底末])?(?:达到?|为|是|占)[{BOUND}{PERCENT}{COUNT}{MEASURE}]"
    f"|[^，{DEADLINE}{PRINCIPAL}]{{2,12}}(?<![较自从由以与于到至比])(?:19|20)[0-9]{{2}}年(?:年?[底末])?[^，{DEADLINE}{PRINCIPAL}]{{2,24}}(?:仅?为|[是占])[{BOUND}{PERCENT}{COUNT}{MEASURE}]"
    f"|[^，{DEADLINE}{PRINCIPAL}]{{2,24}}(?<![较自从由以与于到至比])(?:19|20)[0-9]{{2}}年(?:年?[底末])?[{BOUND}{PERCENT}{COUNT}{MEASURE}]+$",
    reads=("教师占比2021年为52%", "公共充电桩2024年3600个", "建成区2023年建筑垃圾资源化利用率为41%"),
    leaves=("教师占比2021年底前达到52%", "较2021年为52%", "教师占比达到52%"),
    by="match",
    painted=True,
)
