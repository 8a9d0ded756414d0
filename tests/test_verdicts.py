"""Kinds of pairs of targets, each by sentences that readers judged alike: whether they are a pair, and whose bar is harder to clear."""

from __future__ import annotations

from itertools import chain

import pytest

import planparse

LEFT, RIGHT, EQUAL, NO_PAIR = "left_stricter", "right_stricter", "equal", "no pair"
TURNED = {LEFT: RIGHT, RIGHT: LEFT}

# By kind, two sentences with the verdict on them, or what keeps them apart.
KINDS: dict[str, list[tuple[str, str, str]]] = {
    "what has a name of its own in quotation marks is that thing": [
        ("推出100个“秒批秒办”事项", "推出90个“一证一照办”事项", NO_PAIR),
        ("培育“小巨人”企业10家", "培育“独角兽”企业20家", NO_PAIR),
        ("建成“口袋公园”30个", "建成“儿童公园”20个", NO_PAIR),
        ("推出100个“秒批秒办”事项", "推出90个“秒批秒办”事项", LEFT),
        ("培育“专精特新”企业50家", "培育专精特新企业60家", RIGHT),
    ],
    "words of the state stand in the name as well": [
        ("推出100个“一证一照办”事项", "90个事项“一证一照办”", LEFT),
        ("推出“省内通办”事项50个", "50个事项“省内通办”", EQUAL),
        ("推出“零材料办”事项40个", "50个事项“零材料办”", RIGHT),
        ("全市新增城镇就业5万人", "城镇新增就业4万人", LEFT),
        ("推出10个高频应用“掌上办”", "100个高频应用“掌上办”", RIGHT),
        ("推动50个事项“全程网办”", "推出“全程网办”事项60项", RIGHT),
    ],
    "what is added is not all that there are": [
        ("新增养老床位500张", "养老床位达到5000张", "kind"),
        ("新增高新技术企业50家", "高新技术企业总数达到500家", "kind"),
        ("新建托育机构30家", "托育机构达到100家", "kind"),
        ("新增养老床位500张", "新增养老床位300张", LEFT),
        ("新建口袋公园30个", "建设口袋公园超过20个", LEFT),
    ],
    "what is done to things decides which are counted": [
        ("改造农村公路500公里", "新建农村公路300公里", "measure"),
        ("引进高层次人才100名", "培养高层次人才200名", "measure"),
        ("新建污水处理厂3座", "改造污水处理厂2座", "measure"),
        ("拆除老旧厂房20处", "改造老旧厂房30处", "measure"),
        ("新建改造农贸市场20个", "改造农贸市场15个", LEFT),
    ],
    "one thing has several names": [
        ("企业开办时间压缩至1个工作日", "企业开办用时压缩至2个工作日", LEFT),
        ("群众满意度达到95%以上", "群众满意率达到90%以上", LEFT),
        ("专利授权量达到1万件", "专利授权数达到8000件", LEFT),
        ("审批时间压缩50%", "审批时限压缩60%", RIGHT),
        ("用水报装全流程办理时限不超过8个工作日", "用水报装全过程审批时限不超过5个工作日", RIGHT),
    ],
    "less is better where the verb brings it down": [
        ("退税时间压缩至6个工作日", "退税时间压缩至5个工作日", RIGHT),
        ("申报材料精简至10份", "申报材料精简至8份", RIGHT),
        ("单位产品废料率降低到5%", "单位产品废料率降低到4%", RIGHT),
        ("办税环节减少到3个", "办税环节减少到4个", LEFT),
        ("排队人数减少50%", "排队人数减少40%", LEFT),
    ],
    "a part is not the whole": [
        ("自来水普及率达到95%", "农村自来水普及率达到90%", "scope"),
        ("社区养老服务设施覆盖率达到100%", "城市社区养老服务设施覆盖率达到90%", "scope"),
        ("制造业贷款余额增长15%", "制造业中长期贷款余额增长20%", "scope"),
        ("粮食作物机收率达到98%", "主要粮食作物机收率达到99%", "scope"),
        ("全市森林公园覆盖率达到60%", "森林公园覆盖率达到55%", LEFT),
    ],
    "each is more than the average of all": [
        ("增值税留抵退税审核时限压缩至3个工作日", "增值税留抵退税审核平均时间压缩至3个工作日", LEFT),
        ("不动产登记时间压缩至2个工作日", "不动产登记时间平均压缩至2个工作日", LEFT),
        ("出口退税平均时间压缩至6个工作日", "出口退税时间压缩至5个工作日", RIGHT),
        ("诉求平均办结时间缩短到5天", "诉求办结时间缩短到5天", RIGHT),
        ("诉求平均办结时间缩短到5天", "诉求平均办结时限缩短到5天", EQUAL),
    ],
    "a denominator is printed in several ways": [
        ("每千人口拥有3岁以下婴幼儿托位数达到4.5个", "千人托位数达到4个", LEFT),
        ("每千名老年人拥有养老床位40张", "每百名老年人拥有养老床位3.5张", LEFT),
        ("每千名老年人拥有养老床位40张", "每千名老人养老床位达到45张", RIGHT),
        ("孕产妇死亡率控制在10/10万以下", "孕产妇死亡率控制在0.12‰以内", LEFT),
        ("每万人口全科医生数达到4人", "每万人全科医生数达到4人", EQUAL),
    ],
    "firms are counted as 户 and as 家": [
        ("培育规模以上工业企业50户", "培育规模以上工业企业40家", LEFT),
        ("高新技术企业达到200家", "高新技术企业达到300户", RIGHT),
        ("新增上市公司5家", "新增上市公司5户", EQUAL),
        ("市场主体达到20万户", "市场主体达到15万个", LEFT),
        ("改造农村危房500户", "改造农村危房400家", "unit"),
    ],
    "a name that leaves open what it is of means what stands before it": [
        ("深化立项用地规划许可阶段改革，办理时限不超过5个工作日", "优化竣工验收阶段流程，办理时限不超过3个工作日", NO_PAIR),
        ("做好企业开办服务，满意率达到90%", "建好社区食堂，满意率达到80%", NO_PAIR),
        ("优化竣工验收阶段服务，办理时限不超过5个工作日", "优化竣工验收阶段流程，办理时限不超过3个工作日", RIGHT),
        ("实行线上人工帮办，解决率达到90%", "推行线上人工帮办，解决率达到85%", LEFT),
        ("推进林果产业发展，机械化率达到60%", "马铃薯种植和收获机械化率达到45%", NO_PAIR),
    ],
    "a name that says little is of what stands before it, as another name says": [
        (
            "推行低压小微企业“三零”服务，办理平均时长不超过15个工作日",
            "低压小微企业“三零”服务办电时间压减至15个工作日",
            "scope",
        ),
        ("优化供水报装服务，办理时限压缩至3个工作日", "供水报装服务办理时间压缩至4个工作日", LEFT),
        ("拓展不动产登记成果，平均办结时间压缩至4小时", "正常出口退税的平均时间压缩至3个工作日", NO_PAIR),
        ("优化许可流程，全流程办理时限压减至13个工作日", "缩短电力接入时间，合计办理时间压减至6个工作日", NO_PAIR),
    ],
    "one name holds the other": [
        ("光伏装机达到600万千瓦", "太阳能分布式光伏发电总装机容量达到200万千瓦", LEFT),
        ("联合抽查比率达到35%", "部门联合抽查占双随机检查比例提升至50%", "denominator"),
        ("能源消费总量控制在6000万吨标准煤", "公共机构能耗总量控制在75万吨标准煤", NO_PAIR),
    ],
    "money is no number of things": [
        ("新增小微企业贷款2000亿元", "新增小微企业贷款户8000户", NO_PAIR),
        ("新增创业贷款5亿元", "发放创业贷款3亿元", "kind"),
        ("高新技术企业净增1000家", "国家高新技术企业突破11000家", "kind"),
    ],
    "one act has several names": [
        ("低压小微企业办电时间压缩至5个工作日以内", "小微企业接电时间不超过8个工作日", LEFT),
        ("面向中小企业的采购份额提高到40%以上", "政府采购预留给中小企业的份额不低于30%", LEFT),
        ("10千伏高压单电源客户用电报装时间压减至20个工作日", "高压单电源用户办电平均时间压缩至22个工作日以内", LEFT),
        ("社保业务网办率达到90%", "社会保险服务事项网上办理率达95%", RIGHT),
        ("政务服务事项即办率达到60%", "政务服务事项即办件占比达到50%以上", LEFT),
        ("新增“一件事一次办”套餐20个", "推出“一件事”集成服务30项", "scope"),
        ("审批时限总体压缩70%以上", "行政许可事项承诺时限压缩80%", RIGHT),
        ("培育工业互联网平台20家", "培育工业互联网示范平台10个", LEFT),
    ],
    "what each territory has is no total": [
        ("建成综合性养老服务中心20个", "各县（市、区）至少建成1个综合性养老服务中心", "denominator"),
        ("新建城市书房50个", "每个街道新建城市书房2个", "denominator"),
        ("打造示范社区100个", "每个乡镇打造示范社区1个", "denominator"),
        ("各县（市、区）至少建有1个智慧养老院", "每个县建有1个智慧养老院", EQUAL),
        ("各县（市、区）至少建有1个智慧养老院", "各区（市、县）至少建有2个智慧养老院", RIGHT),
        ("甲县、乙县、丙区至少开办1个老年用品市场", "各县（市、区）至少开办2个老年用品市场", RIGHT),
        ("市、县（市、区）至少建立1所老年大学", "各县（市、区）至少建立1所老年大学", EQUAL),
        ("甲区、乙县分别建成2个文化广场", "每个县建成1个文化广场", LEFT),
    ],
    "what is done within the year is done once a year": [
        ("年内组织开展政务公开培训不少于1次", "每年组织开展政务公开培训不少于1次", EQUAL),
        ("年内至少举办1次政府开放日活动", "每年至少举办2次政府开放日活动", RIGHT),
        ("2023年内开展营商环境培训3次", "每年开展营商环境培训2次", LEFT),
        ("年内召开银企对接会4次", "每季度召开银企对接会1次", EQUAL),
        ("年内开展专项督查1次", "每半年开展专项督查1次", RIGHT),
        ("三年内开展专项督查6次", "每年开展专项督查1次", "frequency"),
    ],
    "a rate is held against all of a set": [
        ("依申请事项网上可办率达到100%", "依申请事项全部实现网上可办", EQUAL),
        ("高频事项“跨省通办”率达到90%", "高频事项全部实现“跨省通办”", RIGHT),
        ("行政村快递服务覆盖率达到100%", "快递服务行政村全覆盖", EQUAL),
        ("乡镇综合养老服务中心覆盖率达到60%", "乡镇综合养老服务中心全覆盖", RIGHT),
        ("“双随机、一公开”监管覆盖率达到100%", "“双随机、一公开”监管全覆盖", EQUAL),
        ("留守老人关爱覆盖率达到100%", "留守老年人关爱服务工作机制全面建立", NO_PAIR),
    ],
    "a share names its whole in several ways": [
        ("护理型床位占总床位比例达到50%以上", "养老机构护理型床位占比不低于55%", RIGHT),
        ("公办幼儿园在园幼儿占比达到50%", "公办园在园幼儿占全部在园幼儿的比例达到55%", RIGHT),
        ("装配式建筑占新建建筑比例达到30%", "新建建筑中装配式建筑占比达到40%", RIGHT),
        ("双师型教师占专业课教师比例超过一半", "专业课教师中双师型教师占比达到60%", RIGHT),
        ("二级以上综合医院设置老年医学科比例超过50%", "二级及以上综合医院老年医学科开设率达60%以上", RIGHT),
    ],
    "shares of other parts are no pair": [
        ("家庭照护床位达到总养老床位数30%", "养老机构护理型床位占比不低于55%", NO_PAIR),
        ("新能源车辆占比达到30%", "老旧车辆占比不超过10%", NO_PAIR),
        ("女性职工占比达到40%", "技能职工占比达到30%", NO_PAIR),
        ("城区养老服务设施达标率达到100%", "村级养老服务设施达标率达到90%", "scope"),
        ("老城区养老服务设施达标率达到100%", "新建城区养老服务设施达标率达到100%", "scope"),
    ],
    "brackets explain a name": [
        ("建成1个智慧养老院（综合体）", "至少建成1个智慧养老院", EQUAL),
        ("开办1个老年用品市场（展示体验场所）", "至少开办1个老年用品展示体验场所", EQUAL),
        ("建成婴幼儿照护服务中心（托育园）10个", "建成婴幼儿照护服务中心8个", LEFT),
        ("建设街道（乡镇）养老服务中心30个", "建设街道养老服务中心20个", LEFT),
        ("新建农产品交易市场（中心）2个", "新建农产品交易中心3个", RIGHT),
    ],
    "one of two things is less than both": [
        ("各县（市、区）建成1个文化馆或2个图书馆", "各县（市、区）建成1个文化馆", RIGHT),
        ("建成图书馆1个", "建成文化馆1个或者图书馆1个", LEFT),
        ("建成1个文化馆或2个图书馆", "建成3个文化馆", RIGHT),
        ("建成1个文化馆和2个图书馆", "建成1个文化馆", EQUAL),
    ],
    "what words set has the scale of the same words alone": [
        ("小微企业贷款增速不低于各项贷款增速", "小微企业贷款增速高于全省生产总值增速", NO_PAIR),
        ("小微企业贷款增速不低于各项贷款增速", "全市小微企业贷款增速不低于各项贷款增速", EQUAL),
        ("群众满意度高于全省平均水平", "群众满意度达到95%", NO_PAIR),
    ],
    "a rate of growth is as much as growing": [
        ("普惠型小微企业贷款余额增长20%", "普惠型小微企业贷款余额增速达到15%", LEFT),
        ("规模以上工业增加值增速达到6%", "规模以上工业增加值增长7%", RIGHT),
        ("社会消费品零售总额增长8%", "社会消费品零售总额增速达到8%", EQUAL),
        ("服务业增加值增长率达到7%", "服务业增加值增长8%", RIGHT),
        ("固定资产投资增幅达到10%", "固定资产投资增长9%", LEFT),
    ],
    "a rate of cutting is as much as cutting": [
        ("政务服务事项承诺时限压缩比达到80%", "政务服务事项承诺时限压缩70%以上", LEFT),
        ("行政许可事项办理时限压缩比达到80%", "行政许可事项办理时限压缩比达到85%", RIGHT),
        ("政务服务事项办理时限压减率达到60%", "政务服务事项办理时间压缩60%", EQUAL),
    ],
    "a limit of time needs no word for time": [
        ("不动产登记办理时限压缩至3个工作日内", "不动产登记在5个工作日内办结", LEFT),
        ("企业注销办理时间压缩至3个工作日内", "企业注销业务在2个工作日内办结", RIGHT),
        ("政府投资工程项目审批压缩至80个工作日以内", "政府投资工程项目审批时间压缩至70个工作日以内", RIGHT),
        ("水电气报装在5个工作日内办结", "水电气报装办理时限压缩至3个工作日内", RIGHT),
        ("企业开办时间压缩至1个工作日内", "建筑许可办理时间压缩至60个工作日内", NO_PAIR),
    ],
}


def judged(left: str, right: str) -> str:
    """What becomes of two sentences, each in a plan of its own: the verdict, or what keeps them apart."""
    plans = [planparse.parse(f"一、主要目标\n{sentence}。\n") for sentence in (left, right)]
    assert all(plan.targets for plan in plans)
    found = planparse.diff(*plans).targets
    if not found:
        return NO_PAIR
    [pair] = found
    return pair.obstacle or pair.verdict


@pytest.mark.parametrize(("left", "right", "expected"), [*chain.from_iterable(KINDS.values())])
def test_a_kind_of_pair_is_judged_as_readers_do(left: str, right: str, expected: str) -> None:
    assert judged(left, right) == expected
    assert judged(right, left) == TURNED.get(expected, expected)
