"""
Facts for the instances of pairing: how many schools lead and are led, how large a group is, the quotes.
Where a document names no schools, names are labels; sketches in kilometres are synthetic.
"""

from gen.facts_enshi import BAIGUO, LIUJIAOTING, SEAT, WUYANGBA, XIAODUCHUAN
from gen.facts_enshi import DOCUMENT as ENSHI

ZHANGDIAN = {
    "document": "《张店区20xx年义务教育学校发展共同体工作实施方案》（转载无标题）",
    "leads": {"primary": 10, "junior": 4},  # 14 core schools
    "members": {"primary": 27, "junior": 11},  # synthetic; the document says 其余各学校
    "radius": 9000,  # metres around the seat of the district; synthetic
    "quotes": {
        "groups": "小学组建10个联盟式共同体，初中组建4个联盟式共同体，全区确定14所联盟式共同体核心校",
        "choice": "其余各学校依据地理位置、办学定位、办学优势和办学特色，选择加入一个联盟式共同体，每个共同体原则上不超过4所学校",
        "both": "确定共同体核心学校，让学校自愿结合，增大学校间组建共同体双向选择空间",
        "all": "实现年内全区义务教育段学校共同体建设全覆盖",
    },
}

NANNING = {
    "document": "南宁市西乡塘区教育研究室《建设城乡初中学校共同体，推进义务教育均衡发展》",
    "leads": ("南宁市第二十八中学", "南宁市第五中学", "南宁市第二十中学", "南宁市第二十四中学", "民大附中"),
    "quality": 5, "potential": 13, "rural": 7,  # 25 in all (document); how many of each is synthetic
    "quotes": {
        "number": "南宁二十八中、五中、二十中、二十四中、民大附中等5所市教育局直属学校和西乡塘区、高新区等25所初中学校之间开展"
                  "城乡初中学校共同体建设工作",
        "form": "具体为1+1+x的组建方式，即每个“联盟”以1所市直属学校和城区1所优质学校为牵头学校，集聚x所城区潜力学校为成员学校，"
                "帮扶1-2所农村学校",
    },
}

# Kilometres by road from the city where the document or the map has none; 新塘: 70多公里 from the city (document).
ENSHI_ROUNDS = {
    "document": ENSHI,
    # (stage, school, its place or None): those of the first round, then one of each township that is left
    "leads": (("primary", "施州民族小学", SEAT), ("primary", "恩施市实验小学", SEAT),
              ("primary", "恩施市第二实验小学", SEAT), ("primary", "恩施市第三实验小学", SEAT),
              ("primary", "六角街道办事处逸夫小学", LIUJIAOTING), ("junior", "舞阳中学", WUYANGBA),
              ("junior", "小渡船中学", XIAODUCHUAN), ("junior", "书院中学", SEAT),
              ("junior", "舞阳办事处七里初中", WUYANGBA)),
    "members": (("primary", "新塘乡中心小学", None), ("primary", "红土乡中心小学", ("30.26374", "109.90656")),
                ("primary", "白果乡中心小学", BAIGUO), ("primary", "屯堡乡中心小学", ("30.37721", "109.37524")),
                ("primary", "白杨乡中心小学", ("30.49599", "109.63812")), ("junior", "沐抚办事处沐抚初中", None),
                ("junior", "芭蕉侗族乡民族初中", None), ("junior", "盛家坝乡民族初中", ("29.98482", "109.21926")),
                ("junior", "白果乡初级中学", BAIGUO), ("primary", "龙凤镇中心小学", ("30.38793", "109.50706")),
                ("primary", "崔家坝镇中心小学", ("30.50703", "109.84926")),
                ("primary", "沙地乡中心小学", ("30.33743", "109.75044")),
                ("junior", "板桥镇初级中学", ("30.5904", "109.27399")),
                ("junior", "三岔镇初级中学", ("30.27632", "109.62159")),
                ("junior", "太阳河乡初级中学", ("30.59814", "109.51357"))),
    "named": 9,  # so many members stand in the document, each the partner of the lead of its number
    "roads": {"新塘乡中心小学": (110, 70000), "沐抚办事处沐抚初中": (95, 55000), "芭蕉侗族乡民族初中": (40, 22000)},
    "quotes": {
        "pair": "一所优质城区学校在2至3年内与相对薄弱的一所农村乡镇所在地的初中或中心小学结成发展共同体",
        "rounds": "确保结成一个，成功一个，经过两三个轮回，城乡发展共同体的作用就可以基本覆盖所有农村乡镇",
        "reach": "2024年9所城区优质学校分别与农村学校结为发展共同体",
        "far": "位于城区的施州民族小学和距城区70多公里的新塘乡中心小学“喜结连理”",
    },
}

COUNTY_PLAN = {
    "document": "《城乡教育共同体实施方案》（某县，转载）",
    "leads": 5, "members": 12,  # synthetic: the annex with the schools is not public
    "quotes": {
        "aims": "通过组建学校“1+1”、“1+2”“1+3”模式,进一步加强校际联动",
        "body": "实行一对二或一加三形式结对帮扶",
        "all": "对口帮扶覆盖面达100%",
        "lead": "以城区(特色学校)学校为龙头",
    },
}
