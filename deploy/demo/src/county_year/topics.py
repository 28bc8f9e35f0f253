"""What people write about: templates made up for this replay. Slots are filled from the register and by the seed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """A kind of matter: its category in the county's table and its text."""

    category: str
    summary: str
    request: str
    facts: str
    answer: str
    basis: str


TOPICS = (
    Topic(
        "010303",
        "{village}集体资产发包问题",
        "请求公开{village}集体{asset}的发包合同，并对承包费去向作出说明。",
        "{village}{asset}自{year}年对外发包，承包费每年约{amount}元，村民至今未见公示，多次询问村干部未得到明确答复。",
        "已责成{village}将发包合同与近三年收支在公示栏张贴，并召开村民代表会议逐项说明。",
        "《农村集体经济组织法》第四十条",
    ),
    Topic(
        "010104",
        "{village}承包地调整争议",
        "请求依照承包合同恢复被占用的{area}亩承包地，或给予等量调整。",
        "{year}年{village}修建{asset}占用承包地{area}亩，当时口头承诺调地，至今未落实。",
        "经实地丈量，占用面积属实，已由村集体从机动地中等量调整并签订补充协议。",
        "《农村土地承包法》第二十七条、第二十八条",
    ),
    Topic(
        "010203",
        "农房抗震改造补助迟迟未到账",
        "请求发放农房抗震改造补助资金{amount}元。",
        "本人位于{village}的住房于{year}年通过验收，同批农户已领取补助，本人账户一直没有到账。",
        "经核查系账户信息填写有误，更正后补助资金已拨付到位。",
        "《宁夏回族自治区农村危窑危房改造补助办法》有关规定",
    ),
    Topic(
        "010201",
        "{village}宅基地审批问题",
        "请求对本户宅基地申请依法审批并书面答复。",
        "本户{people}口人居住在{village}旧窑洞内，{year}年提交宅基地申请，材料齐全，至今没有结果。",
        "申请符合一户一宅规定，已完成审查并发放批准书。",
        "《土地管理法》第六十二条",
    ),
    Topic(
        "{labour}",
        "工程拖欠农民工工资{amount}元",
        "请求督促施工单位支付拖欠的工资{amount}元。",
        "本人等{people}人自{year}年{month}月起在{village}{asset}项目务工，工程已完工，施工单位以未结算为由拖欠工资。",
        "经核实欠薪属实，已责令施工总承包单位先行清偿，工资已全部发放。",
        "《保障农民工工资支付条例》第三十条",
    ),
    Topic(
        "{road}",
        "{village}道路损毁影响出行",
        "请求修复{village}至乡政府的损毁路段。",
        "{year}年{month}月强降雨后，{village}约{area}百米村道塌陷，学生上学和农产品外运均受影响。",
        "损毁路段已列入水毁修复计划并完成抢修，恢复通行。",
        "《公路法》第三十五条",
    ),
    Topic(
        "{water}",
        "{village}人饮管网停水",
        "请求尽快恢复{village}的正常供水。",
        "{village}自{month}月以来每周停水数次，{people}户群众要到{area}里外拉水。",
        "已更换老化管段{area}处并调整供水时段，供水恢复正常。",
        "《农村供水用水条例》及县农村饮水安全管理有关规定",
    ),
    Topic(
        "{welfare}",
        "低保待遇认定有异议",
        "请求重新核定家庭收入并恢复低保待遇。",
        "本户{people}口人，主要劳动力{year}年因病丧失劳动能力，{month}月被取消低保，认为收入核算有误。",
        "经入户核查与信息比对，家庭人均收入低于标准，已恢复保障并补发。",
        "《社会救助暂行办法》第十一条",
    ),
    Topic(
        "{education}",
        "校车路线调整问题",
        "请求将{village}纳入校车接送范围。",
        "{village}有{people}名学生在镇上就读，单程{area}公里，家长接送困难。",
        "已增设{village}停靠点并调整发车时间，下学期起执行。",
        "《校车安全管理条例》第三条",
    ),
    Topic(
        "{housing}",
        "小区房屋漏水维修",
        "请求督促建设单位履行保修义务，维修屋面漏水。",
        "本人居住的小区{year}年交付，屋面多处漏水，物业与建设单位相互推诿，已{area}个月未处理。",
        "建设单位已完成屋面防水返工并延长保修期。",
        "《建设工程质量管理条例》第四十一条",
    ),
)

PREFIXES = {
    "labour": "劳动和社会保障",
    "road": "交通运输",
    "water": "农业农村",
    "welfare": "民政",
    "education": "教育",
    "housing": "城乡建设",
}
"""Slots in a topic's category stand for a first-level category; the replay takes one of its third-level codes."""

ASSETS = ("林地", "养殖圈棚", "蓄水池", "苹果园", "淤地坝", "村部旧址", "高标准农田", "产业道路", "日光温棚")
SURNAMES = "马王李张杨海虎祁赵刘韩陈安苏米白余文柳郭"
GIVEN = ("秀兰", "志强", "建军", "玉梅", "存良", "生荣", "彦红", "德福", "小燕", "永贵", "桂花", "占海", "晓东", "淑琴")
