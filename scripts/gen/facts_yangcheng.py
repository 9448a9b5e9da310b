"""
Facts from 阳城县教育局文件 阳教字〔2020〕14号 (six communities, their schools, the quotes), and beside them
a sketch of the county that is synthetic: where the towns lie and how many classes a school has.
"""

DOCUMENT = "阳教字〔2020〕14号"

# (community, stage, lead, members) in the order and words of the document.
COMMUNITIES = (
    ("实验小学教学共同体", "primary", "阳城县实验小学集团",
     ("西河中心学校", "演礼中心学校", "固隆中心学校", "东冶中心学校", "横河九年一贯制学校小学部")),
    ("阳城二小教学共同体", "primary", "阳城县第二小学",
     ("白桑中心学校", "凤城中心学校", "北留中心学校", "次营中心学校", "蟒河中心学校", "驾岭九年一贯制学校小学部")),
    ("阳城三小教学共同体", "primary", "阳城县第三小学",
     ("润城中心学校", "町店中心学校", "寺头中心学校", "芹池中心学校", "河北中心学校", "董封九年一贯制学校小学部")),
    ("阳城三中教学共同体", "junior", "阳城县第三中学",
     ("北留中学", "午亭中学", "町店中学", "西河中学", "固隆中学", "横河九年一贯制学校初中部")),
    ("阳城四中教学共同体", "junior", "阳城县第四中学",
     ("白桑中学", "润城中学", "王村中学", "次营中学", "玉琳中学", "东冶中学", "董封九年一贯制学校初中部")),
    ("阳城五中教学共同体", "junior", "阳城县第五中学",
     ("寺头中学", "芹池中学", "演礼中学", "河北中学", "蟒河中学", "八甲口中学", "驾岭九年一贯制学校初中部")),
)

# The county town's coordinates (GeoNames cities500 1787667, 凤城镇, CC BY 4.0). Decimal degrees, WGS 84.
COUNTY_TOWN = ("35.4922", "112.40428")

# Synthetic sketch: km east and north of the county town, by the first two characters of the school's name.
SKETCH = {
    "阳城": (0, 0), "凤城": (2, 1), "八甲": (5, 4), "北留": (17, 4), "午亭": (19, 5), "润城": (11, 6),
    "王村": (9, 9), "町店": (4, 12), "芹池": (-8, 22), "寺头": (2, 18), "次营": (-17, 2), "横河": (-30, -20),
    "河北": (-18, -14), "蟒河": (-4, -22), "东冶": (15, -13), "演礼": (-9, 3), "白桑": (4, -8), "西河": (-6, -3),
    "董封": (-27, -4), "驾岭": (-13, -10), "固隆": (-11, 8), "玉琳": (-3, 5),
}
# The nine-year schools: both sections stand on one campus.
CAMPUSES = {"横河": "henghe", "驾岭": "jialing", "董封": "dongfeng"}
# Synthetic: classes of one section that a teacher of the other section on the campus has: (section, subject, home).
SHARED = (("横河九年一贯制学校小学部", "音乐", "横河九年一贯制学校初中部"),
          ("横河九年一贯制学校初中部", "信息技术", "横河九年一贯制学校小学部"))
# Towns, townships as the division codes of 2020 call them; the rest are sites in a town.
TOWNSHIPS = ("寺头", "西河", "董封", "固隆", "驾岭")
# Synthetic: classes in each grade of the larger schools; the others have one (nine-year schools) or two.
LARGE = {"凤城": 3, "北留": 3, "润城": 3, "东冶": 3}
LEAD_CLASSES = {"阳城县实验小学集团": 9, "阳城县第二小学": 7, "阳城县第三小学": 7,
                "阳城县第三中学": 12, "阳城县第四中学": 10, "阳城县第五中学": 10}

QUOTES = {
    "groups": "按照学段和片区统筹安排，组建 6 个城乡义务教育发展教学共同体",
    "scope": "县城优质学校教师优先在教学共同体学校支教",
    "keep": "在不影响县城优质学校正常教学秩序的前提下，有计划、有针对性地统筹安排优秀教师到教师资源相对匮乏的成员学校支教",
    "shadowing": "农村学校领导、教师到县城优质学校定期交流、跟岗培训",
    "attachment": "教学共同体成员学校有管理锻炼和教学提升需求的，可优先交流相关人员到县城优质学校任职任教",
    "need": "面对乡村教师结构性缺员和城镇师资相对不足的两重困境",
    "shortage": "解决艺术、体育、信息技术等紧缺学科问题",
    "travel": "可采取“多校设岗、一岗多校、共聘一人、就近走教”的办法，解决艺术、体育、信息技术等紧缺学科问题",
    "balance": "在学校的机构编制不变的情况下，实现教学共同体学校教师数量均衡、学科结构优化、骨干教师和优秀教师合理流动",
    "backbone": "通过交流管理干部、教学骨干，输出管理理念、教学效益，帮助共同体成员学校中的农村薄弱学校",
}
