"""
Facts from the plan of 荔波县 for groups of primary schools: two head schools, eight townships, the quotes.
Which township belongs to which group, which branches are weak, and the sketch of the county are synthetic.
"""

DOCUMENT = "荔波县小学教育集团化办学的方案（转载无标题）"

# (group, head school, townships and streets whose central schools are branches; True = weak, synthetic)
GROUPS = (
    ("第一集团", "荔波一小", (("玉屏街道", False), ("朝阳镇", False), ("小七孔镇", True), ("瑶山瑶族乡", True))),
    ("第二集团", "荔波二小", (("甲良镇", False), ("茂兰镇", False), ("佳荣镇", True), ("黎明关水族乡", True))),
)

# Coordinates in decimal degrees. The county seat's datum is not stated; 茂兰镇: GeoNames cities500 1906202, CC BY 4.0.
PLACES = {"荔波": ("25.410654", "107.886450"), "茂兰镇": ("25.38972", "108.07583")}

# Synthetic sketch: km east and north of the county seat.
SKETCH = {"荔波": (0, 0), "玉屏街道": (2, -1), "朝阳镇": (-7, -6), "小七孔镇": (-16, -14), "瑶山瑶族乡": (-13, -20),
          "甲良镇": (-21, 22), "茂兰镇": (19, -2), "佳荣镇": (29, 12), "黎明关水族乡": (16, -14)}
# Synthetic: classes in each grade.
HEAD_CLASSES = 8
BRANCH_CLASSES = {"玉屏街道": 4, "甲良镇": 4}
BRANCH_USUAL = 3

QUOTES = {
    "groups": "首期分为第一集团和第二集团，设立两个集团总校，确定荔波一小为第一集团总校，荔波二小为第二集团校",
    "size": "每个集团以 1 所城区学校为集团总校，2-4 个乡镇（街道）中心校（含教学点）为集团分校",
    "mixed": "采取“强校+弱校”“大校+小校”“城区校+乡村校”的组合方式组建小学教育集团",
    "scope": "集团各成员学校教师交流范围原则上只在集团内部",
    "length": "集团总校和分校共同制定教师交流方案，周期 1-2 年",
    "out": "集团总校每年定期向薄弱分校派出至少 3 名以上中层教干或骨干教师，负责引领分校教学管理和教科研发展",
    "return": "对应的分校等额输出中层教干或骨干教师到总校跟岗学习，跟岗人员要力保任教学科成绩稳中有进",
    "headcount": "按照“总量不变、结构合理、促进均衡、盘活优化”的原则",
    "need": "采用点对点交流、结构补缺、跨校执教等方式",
}
