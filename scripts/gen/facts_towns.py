"""
Three towns whose teachers travel: 龙凤镇 (恩施), 陇城镇 (秦安), 武垄镇 (德庆). What their documents say, and beside it
sketches that are synthetic: where the schools lie and how many classes they have.
"""

from gen.facts_enshi import DOCUMENT as ENSHI

# 龙凤镇: two schools of several campuses under one legal person each (1+X).
LONGFENG = {
    "document": ENSHI,
    "place": ("30.38793", "109.50706"),  # the town; GeoNames cities500 1802659, CC BY 4.0
    # (community, its campuses: the lead first). Kilometres east and north of the town, classes: synthetic.
    "groups": (
        ("龙凤镇中心小学联校", (("龙凤镇中心小学", (0, 0), 18), ("三河小学", (7, 5), 6))),
        ("龙马小学联校", (("龙马小学", (-9, 12), 6), ("青堡小学", (-13, 15), 4), ("佐家小学", (-11, 14), 3),
                          ("碾盘小学", (-6, 17), 3))),
    ),
    "quotes": {
        "friday": "龙凤小学每周五派英语教师到三河小学走教英语，解决了三河小学无英语教师上课的状况",
        "merged": "实行一校多区，一个法人代表，教师一体化配备，财务一体化结算，教育教学一体化管理，教学资源一体化共享",
        "staff": "通过统一调配老师，统一管理，使原来的三个薄弱校改变了形象",
        "full": "解决了边远薄弱学校（点）难以开齐、开足、开好课程的问题",
    },
}

# 陇城镇: nine teachers live in the education park and ride a bus on two days.
LONGCHENG = {
    "document": "新华社2020年9月11日关于秦安县陇城镇“走教”的报道",
    "home": "陇城镇中心小学",
    "teachers": (("音乐", 3), ("美术", 2), ("体育", 4)),  # nine in the report; so many of each subject: synthetic
    # Roads from the park outwards: (school or point, kilometres by road from the park, classes). Only the first
    # names of a road are known from reports, the rest are labels; distances but the last of the first road synthetic.
    "roads": (
        (("山王小学", 3, 3), ("北线校点二", 5, 1), ("北线校点三", 7, 1), ("北线校点四", 9, 1), ("赵山教学点", 12, 1)),
        (("南七小学", 4, 3), ("上袁教学点", 6, 1), ("南线校点三", 8, 1)),
        (("东线校点一", 2, 3), ("东线校点二", 4, 3)),
        (("西线校点一", 3, 3), ("西线校点二", 5, 1)),
    ),
    "quotes": {
        "days": "每周二、周四,全镇9位音体美教师分头到12所小学、教学点“走教”",
        "share": "打破校际界限,统筹安排使用教师资源",
    },
}

# 武垄镇: one teacher of English for five points.
WULONG = {
    "document": "大洋网2018年9月11日关于德庆县武垄镇走教教师的报道",
    "title": "光明网2020年12月13日转载同一报道的标题",
    "home": "武垄中心小学",
    # (point, kilometres by road). The first name and distance are in the report, the others are labels and synthetic.
    "points": (("罗冲教学点", 7), ("教学点二", 5), ("教学点三", 6), ("教学点四", 8), ("教学点五", 4)),
    "quotes": {
        "grades": "还有分散在周围村落的13个小学教学点，其中5个因为有三、四年级的学生",
        "alone": "成了如今小镇上唯一的走教老师",
        "week": "一周5个教学点",
    },
}
