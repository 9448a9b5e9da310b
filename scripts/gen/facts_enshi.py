"""
Facts from the report of 恩施市教育局 on communities of city and country schools: the nine pairs and the quotes.
Coordinates: GeoNames cities500, CC BY 4.0, WGS 84, of the town or street; the county seat's datum is not stated.
"""

DOCUMENT = "恩施市教育局《打造学校发展共同体 推进义务教育均衡发展》"

SEAT = ("30.272156", "109.488172")
WUYANGBA = ("30.27383", "109.48943")
LIUJIAOTING = ("30.26199", "109.47263")
XIAODUCHUAN = ("30.29113", "109.47616")
BAIGUO = ("30.22773", "109.33305")

# (stage, city school, its place, country school, its place or None); the city schools without a street in the
# document stand at the county seat.
PAIRS = (
    ("primary", "施州民族小学", SEAT, "新塘乡中心小学", ("30.27338", "109.7518")),
    ("primary", "恩施市实验小学", SEAT, "红土乡中心小学", ("30.26374", "109.90656")),
    ("primary", "恩施市第二实验小学", SEAT, "白果乡中心小学", BAIGUO),
    ("primary", "恩施市第三实验小学", SEAT, "屯堡乡中心小学", ("30.37721", "109.37524")),
    ("primary", "六角街道办事处逸夫小学", LIUJIAOTING, "白杨乡中心小学", ("30.49599", "109.63812")),
    ("junior", "舞阳中学", WUYANGBA, "沐抚办事处沐抚初中", None),
    ("junior", "小渡船中学", XIAODUCHUAN, "芭蕉侗族乡民族初中", None),
    ("junior", "书院中学", SEAT, "盛家坝乡民族初中", ("29.98482", "109.21926")),
    ("junior", "舞阳办事处七里初中", WUYANGBA, "白果乡初级中学", BAIGUO),
)

# Roads that coordinates cannot give: 距城区70多公里 (document) for 新塘; the other two are synthetic. (minutes, metres)
ROADS = {"新塘乡中心小学": (110, 70000), "沐抚办事处沐抚初中": (95, 55000), "芭蕉侗族乡民族初中": (40, 22000)}

# Synthetic: classes in each grade.
CITY_CLASSES = {"primary": 7, "junior": 9}
COUNTRY_CLASSES = {"新塘乡中心小学": 3, "红土乡中心小学": 3, "屯堡乡中心小学": 3, "芭蕉侗族乡民族初中": 5}
COUNTRY_USUAL = {"primary": 2, "junior": 4}

QUOTES = {
    "support": "城区学校选派教师到结对的农村学校支教任课",
    "shadowing": "农村学校则分期分批派男50周岁、女45周岁以下的教师到城区学校跟岗学习，顶岗执教，三年内完成一个周期的全员跟岗培训",
    "backfill": "到城区学校跟岗学习，顶岗执教",
    "length": "在交流教师52名任教1至2年的基础上",
    "attachment": "互派管理干部挂职参与学校管理",
    "pair": "一所优质城区学校在2至3年内与相对薄弱的一所农村乡镇所在地的初中或中心小学结成发展共同体",
}
