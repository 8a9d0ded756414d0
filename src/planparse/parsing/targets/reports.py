"""Sentences that report what has been reached already and commit nobody: 截至2023年底，已建成….

Each kind has its own pattern; `REPORTS` finds any of them at the beginning of a sentence.
"""

from __future__ import annotations

from planparse.language.lexicon import alternation, words
from planparse.language.patterns import Pattern, any_of
from planparse.parsing.targets.grammar import DEADLINE, HIDDEN, MERGED, PRINCIPAL, REWORKED, TIME
from planparse.parsing.targets.skeleton import PAINT

_WORDS = words("telling")
_STILL_TO_COME = "力争|争取|确保|努力|计划"
_MEETING = "(?:会议(?:指出|认为|强调)，)?"
_OF_YEAR = "(?:19|20)[0-9]{2}年"
# 近年来, 五年来, 经过五年发展: what the years up to now have brought.
_OVER_YEARS = Pattern(
    f"(?:{alternation(_WORDS['until_now'])})|[几数]年来|(?:[一半]年|一个月)(?:多)?来|[两三四五]年多来"
    "|经过(?:多年|长期|前期|近[几两三四五]年|这些年|历年)[^，。]{0,8}，|经过[^，。]{1,10}(?:发展|奋斗)[^，。]{0,6}，(?![^。]*(?:力争|争取|确保|将))|经过[^，。]{1,10}(?:努力|建设|推进|攻坚|整治)[^，。]{0,6}，(?=[^。]*(?:已|了(?!解)|取得))"
    "|[^，。；\n]{0,16}以来，|近(?:[一二三四五两0-9]|几)年(?:以?来|，|(?=[全我]))"
    f"|{TIME}{{2,4}}，|“?{HIDDEN}{{3}}”?(?:时期|期间|以来)|{TIME}+来",
    reads=(
        "近年来，我市经济增长",
        "五年来，全市建成保障房5万套",
        "一年来，全市发放贷款45亿元",
        "两年多来，建成保障房5万套",
        "经过五年发展，全市建成良种场29家",
        "经过多年努力，城区污水处理率达到95%",
        "改革开放以来，现代职业教育体系框架全面建成",
        "这些年，全县改造老旧管网210公里",
        "近两年，全市新增企业30家",
        "“十三五”以来，全市新建学校12所",
    ),
    leaves=("经过五年发展，力争建成良种场29家", "五年内建成保障房5万套"),
    by="match",
    painted=True,
)
_MARKETS = Pattern(
    "(?:预计|预测)?(?:全球|世界范围内?)[^，。]{0,12}(?:规模|需求|产量|销量|人口|装机)",
    reads=("全球市场规模预计到2030年达到1.5万亿美元",),
    leaves=("全球招商10场",),
    by="match",
)
# 据摸底调查, 从调查情况看: what somebody has found out.
_FOUND_OUT = Pattern(
    f"(?:(?:记者)?从[^，。；\n]{{2,40}}?(?:了解到|获悉)|从[^，。；\n]{{2,12}}来?看|[^，。；\n]{{0,4}}[根依]?据(?:[^，。；\n]{{0,8}}(?:{alternation(_WORDS['looked_into'])})|[^，。；\n]{{0,14}}(?:最新|统计|报送的?)[^，。；\n]{{0,6}}数据))，",
    reads=(
        "从调查情况看，全市近视率为52.3%",
        "据摸底调查，全市共有危房136户",
        "记者从市人社局了解到，我市有转移输出人员118.86万人",
        "根据各主要银行报送的最新数据，新增授信超过50亿元",
    ),
    leaves=("根据实际情况，新建学校3所",),
    by="match",
)
_ONE_AFTER_ANOTHER = Pattern(
    f"[^，。；\n]{{0,8}}先后(?![顺次]序)[^，。；\n]*[{PRINCIPAL}]",
    reads=("全县先后投入3.6亿元",),
    leaves=("按先后顺序开工3个",),
    by="match",
    painted=True,
)
# 上半年, 前五个月, 6月末: a part of a year, of which only a report tells what grew.
_PART_OF_YEAR = Pattern(
    f"(?:全[省市县区州]|我[省市县区])?(?:今年)?(?:上半年|前[一二三]个?季度|第?[一二三]季度)，?(?=[^。\n]*(?:同比|较上年|[高低]于(?:[^，。]{{0,10}}(?:目标|计划|进度)|全[国省市]平均[^，。]{{0,4}}[{PRINCIPAL}])|距[^，。]{{2,8}}(?:任务|目标|计划)))"
    f"|{_MEETING}(?:今年)?(?:1[—至][0-9]{{1,2}}月|前[一二三四五六七八九十0-9]{{1,2}}个?月)|今年前{TIME}{{2}}|{_MEETING}(?:今年{TIME}{{3,5}}|{TIME}{{3,5}}(?=，[^。]*同比))，"
    f"|[{DEADLINE}]{{4,}}末?，(?=[^。]{{0,30}}余额[^。]*同比)(?![^。]*(?:力争|争取|确保|以上))",
    reads=(
        "上半年，规上工业增加值同比增长5.8%",
        "我市今年一季度GDP增长5.2%，低于年度预期目标0.8个百分点",
        "今年前五个月，全市进出口增长6.8%",
        "2025年6月末，小微企业贷款余额7236亿元，同比增长13%",
    ),
    leaves=("上半年，开工项目20个", "2025年6月末，贷款余额力争达到7236亿元，同比增长13%"),
    by="match",
    painted=True,
)
_NOW = Pattern(
    f"截至|截止|目前|当前|现阶段|现有(?![^，。]*(?:全部|一律|{MERGED})|[^，。的{PRINCIPAL}]{{2,16}}{REWORKED}[{PAINT['bound']}]*[{PRINCIPAL}])|已有|现已|据统计|我[省市县区国](?:现有|已)|全[省市县区国州](?:现有|现已|共有|已有)",
    reads=("目前，全市已有企业30家", "截至目前", "全市现有医院12家"),
    leaves=("现有企业全部达标", "全市培育企业30家", "现有14个站点压减至6个", "现有大棚改造提升1.2万亩"),
    by="match",
    painted=True,
)
_TROUBLES = Pattern(
    "[^。]*(?:依然|仍然|仍|十分|较为|比较)(?:突出|严峻|繁重|薄弱|不足|滞后|偏低)(?!的)",
    reads=("毕业生总数约27.94万人，就业任务依然繁重",),
    leaves=("解决比较突出的问题3个",),
    by="match",
)
# A year that is no time by which something is to be done, and no such time behind it.
_PAST_YEAR = Pattern(
    f"{_OF_YEAR}年?[底末](?!前)(?=[，全我])(?![^，]*(?:{_STILL_TO_COME}))"
    f"|{_OF_YEAR}(?:，(?!(?:{_STILL_TO_COME}))|(?=全[省市县区]|我[省市县区])(?![^，。；]*(?:{_STILL_TO_COME}))|(?=[^，。；第版度]*(?:[为是]|达到?)[{PAINT['bound']}{PRINCIPAL}])|[底末]?(?=[^，。；第版度]{{2,24}}[{PRINCIPAL}]+、[^，。；]{{2,24}}[{PRINCIPAL}]+，{DEADLINE}+，?分别))(?=[^。]*[{DEADLINE}])"
    f"|{_OF_YEAR}(?:[、和及]{_OF_YEAR}){{1,4}}分别(?=[^。]*[{DEADLINE}])"
    f"|(?:[^，。]{{2,16}}，)?(?:全[省市县区州]|我[省市县区])?{_OF_YEAR}(?!起|{TIME}+[起后]|[^，。；]{{0,8}}(?:学期|季度|月|日|季)(?:起|开始)|以来|年?[底末]|[内前中]|[^，。]{{0,6}}目标：|[^，。]{{0,4}}基础|[^。]*(?:力争|争取|确保|努力))[^{DEADLINE}]*$",
    reads=(
        "2018年底，全市建成公园30个",
        "2018年，全市建成公园30个",
        "2018年全市接待游客30万人次，到2027年翻一番",
    ),
    leaves=("到2025年，建成", "2018年底前建成3家", "2018年，力争建成公园30个", "2018年1月1日起，公园免费开放率达到100%"),
    by="match",
    painted=True,
)

# 我县地处山区，森林覆盖率78%; 全市户籍人口320万人: where a place lies and how many live there.
_PLACE = Pattern(
    "(?:[全我本][省市县区镇乡村]|该[县区镇乡村])?(?:地处|位于|下辖|辖区面积|国土面积|幅员面积|(?:户籍|常住)(?:总?人口|人数)|总人口)"
    f"(?!增|达到|提高|城镇化|规模|控制|[^，。]{{0,8}}的[^，。]*(?:全部|一律|均|[{PRINCIPAL}]))(?![^。\n]*(?:{DEADLINE}|{_STILL_TO_COME}|以上))",
    reads=("我县地处山区，森林覆盖率78%", "全市户籍人口320万人", "全市常住人口320万", "下辖5个乡镇"),
    leaves=(
        "户籍人口城镇化率达到50%",
        "常住人口控制在320万人以内",
        "常住人口超过5万人的乡镇全部设立法庭",
        "位于园区的企业30家，力争达标",
    ),
    by="match",
    painted=True,
)

# 新备案企业数、进出口额均创近三年新高，前6个月又新增4294家: figures that set a record have been measured.
_RECORD = Pattern(
    "[^。\n]{4,60}?(?<=[^原首独再])创(?:新[高低]|(?![建业办投意优设立客新])[^，。；]{0,8}新[高低])(?![地点度技])",
    reads=("新备案企业数、进出口额均创近三年新高，前6个月又新增4294家", "全市接待游客320万人次，创历史新高"),
    leaves=("力争再创新高", "打造创新高地", "推动创新能力跃上新高"),
    by="match",
)

# 例如，某村改造农房50栋; 以某企业为例: what has been done elsewhere, or might be.
_EXAMPLES = Pattern(
    "(?:例如|比如|譬如)|以[^，。；\n]{2,20}为例，",
    reads=("例如，某村改造农房50栋", "以一家化工企业为例，每年可减排200吨"),
    leaves=("如期建成50个", "以案为例的培训"),
    by="match",
)
# 我市森林覆盖率62.3%，是国家森林城市: what a place is known for.
_KNOWN_FOR = Pattern(
    f"[全我][省市县区州](?![^，]*(?:达到|建成|新[增建]|力争|争取|确保|提高|以上|不低于))[^，。；\n{DEADLINE}{PRINCIPAL}]{{2,24}}[{PRINCIPAL}]+，(?:是(?!否)|素有|享有|被[评誉称])",
    reads=("我市森林覆盖率62.3%，是国家森林城市",),
    leaves=("全市森林覆盖率达到62.3%，是全省第一", "我市森林覆盖率62.3%，实现目标"),
    by="match",
    painted=True,
)
# 累计完成投资23亿元，占年度计划的85%: how much of what was planned has been done.
_OF_PLANNED = Pattern(
    f"(?![^。\n]*(?:[{DEADLINE}]|{_STILL_TO_COME.replace('|计划', '')}|以上|不低于))[^。\n]*(?:占|完成)(?:全?年度?|年初)[^，。；{PRINCIPAL}]{{0,6}}(?:计划|任务|目标)[^，。；{PRINCIPAL}]{{0,8}}[{PAINT['percent']}]",
    reads=("累计完成投资23亿元，占年度计划的85%",),
    leaves=("确保完成投资占年度计划的85%", "完成年度投资计划23亿元"),
    by="match",
    painted=True,
)

# 目标任务如期完成，贫困县全部摘帽，创造了奇迹: what its last clause says to have come about.
_CAME_ABOUT = Pattern(
    f"(?![^。\n]*(?:[{DEADLINE}]|{_STILL_TO_COME}|要(?!求|素|点)|[将应需]|加快|推[进动]|加强|开展|进一步))[^。\n]*，[^，。\n]{{0,10}}(?:创造|消除|取得|赢得|谱写|迈出|奠定|改变|打赢|开创|走出|迎来|成为)了",
    reads=("目标任务如期完成，贫困县全部摘帽，创造了奇迹",),
    leaves=("加强管理，为发展奠定了基础", "到2027年，任务全面完成", "确保取得了实效"),
    by="match",
    painted=True,
)

# 国家发改委批复同意我市建设保税区3平方公里, 省财政厅下达我市专项债额度56亿元: what others have granted.
_GRANTED = Pattern(
    "(?![^，。；]*(?:争取|力争|推动|推进|落实|完成|用好|申请|申报|确保|按照?))[^，。；\n]{2,14}(?:(?:批准|批复同意|同意|授予)(?:了)?我[省市县区]|(?:下达|核定|安排)(?:给)?我[省市县区][^，。；的\n]{0,10}(?:额度|资金|名额|补助))",
    reads=("国家发改委批复同意我市建设保税区3平方公里", "省财政厅下达我市专项债额度56亿元"),
    leaves=("争取国家批准我市建设保税区", "完成省下达我市造林任务12万亩", "省下达我市任务5000套"),
    by="match",
)
# 全国每年产生厨余垃圾超过1亿吨
_OF_COUNTRY = Pattern(
    f"(?:全国|我国)[^，。]{{2}}(?:产生|消耗|消费|进口|排放|浪费|约有|因|需要)(?![^。\\n]*(?:{_STILL_TO_COME}))",
    reads=("全国每年产生厨余垃圾超过1亿吨",),
    leaves=("全国每年新增就业1200万人",),
    by="match",
    painted=True,
)

REPORTS = any_of(
    _EXAMPLES,
    _GRANTED,
    _OF_COUNTRY,
    _CAME_ABOUT,
    _KNOWN_FOR,
    _OF_PLANNED,
    _OVER_YEARS,
    _RECORD,
    _MARKETS,
    _FOUND_OUT,
    _ONE_AFTER_ANOTHER,
    _PART_OF_YEAR,
    _NOW,
    _TROUBLES,
    _PLACE,
    _PAST_YEAR,
    leaves=("力争培育", "2020年建成3家，到2025年建成10家"),
)
"""What opens a sentence that reports, of whichever kind."""
