"""
Facts from the plan of 柳州 for education communities: the five city high schools that lead, the five counties,
the quotes. The document's annex with the joined high schools is not public: they carry the document's own
word (县属示范性高中) as a label, and who leads whom is synthetic.
Coordinates: GeoNames cities500, CC BY 4.0, WGS 84: the seat of each county, and 柳南街道 for the city.
"""

DOCUMENT = "柳州市教育共同体建设的实施方案（转载无标题）"

CITY = ("24.29973", "109.39059")
SEATS = {"柳城县": ("24.66739", "109.23547"), "鹿寨县": ("24.48526", "109.73496"), "融安县": ("25.22052", "109.40274"),
         "融水苗族自治县": ("25.06641", "109.25049"), "三江侗族自治县": ("25.78818", "109.60929")}

# (lead, joined units as (county, label)); one or two joined units, as the document says.
COMMUNITIES = (
    ("柳州高级中学", (("三江侗族自治县", "三江侗族自治县属示范性高中"),)),
    ("柳州铁一中学", (("融安县", "融安县属示范性高中"), ("融水苗族自治县", "融水苗族自治县属示范性高中（甲）"))),
    ("柳州市第一中学", (("鹿寨县", "鹿寨县属示范性高中（甲）"),)),
    ("柳州市第二中学", (("融水苗族自治县", "融水苗族自治县属示范性高中（乙）"), ("鹿寨县", "鹿寨县属示范性高中（乙）"))),
    ("柳州市铁二中学", (("柳城县", "柳城县属示范性高中"),)),
)
# Synthetic: classes in each grade.
LEAD_CLASSES, JOINED_CLASSES = 14, 10

QUOTES = {
    "cadre": "牵头单位每年要选派1名副校长或优秀中层干部到联合单位担任校长或副校长",
    "backbone": "每年要派出不少于3名骨干教师到联合单位支教",
    "shadowing": "接收联合单位派出的骨干教师跟班学习",
    "cadre_in": "联合单位可以选派中层以上领导到牵头单位跟班学习，学习时长由牵头单位和联合单位协商决定",
    "scope": "优化教师资源在不同教共体之间或教共体内部的资源配置",
    "weak": "教共体建设重点向乡村学校、薄弱学校倾斜",
    "credit": "累计送教达到200天的；或名师工作室帮扶时间不少于3年，每年不少于8次现场教研或培训活动，且工作室考核为合格及以上等次的；"
              "或线上教学超过200课时的；可以认定为具有1年支教工作经历",
    "posting": "按照实际工作时间认定支教经历",
    "size": "1个教共体一般由1个牵头单位和1—2个联合单位组成。如有需要，经建设单位集体协商，可以适当增加牵头单位或联合单位，"
            "单位总数原则上不超过6个",
}
