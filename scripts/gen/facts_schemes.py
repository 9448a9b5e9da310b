"""
Facts for the instances of instances/policies: who joins whom, which names the documents give. A name that a
document does not give is a label (标签); numbers of classes, roads and teachers are synthetic.
"""

# A school: name, stage, kind, classes, (km east, km north) on a sketch, traits.
WANHONG = {
    "policy": "wanhong-zhangyang", "terms": 2, "mentors": 3,
    "real": "two schools, their exchange, lectures, visits, meetings and summaries",
    "groups": (("万红—张羊", (("黄楼万红小学", "primary", "town", 8, (0, 0), ""),
                         ("谭坊张羊小学", "primary", "township", 6, (22, -11), "weak"))),),
}
SHAOZHUANG = {
    "policy": "shaozhuang", "terms": 2,
    "real": "five schools (the text joins 邵庄 and 北王, the list of leaders 邵庄, 车马 and 大郇), the relay over 邵庄",
    "groups": (("师范附小—邵庄", (("益都师范附小", "primary", "city", 10, (0, 0), "strong"),
                           ("邵庄镇邵庄小学", "primary", "township", 6, (-12, 4), ""),
                           ("邵庄镇北王小学", "primary", "village", 3, (-16, 7), "weak"),
                           ("邵庄镇车马小学", "primary", "village", 3, (-18, 2), "weak"),
                           ("邵庄镇大郇小学", "primary", "village", 3, (-15, -1), "weak"))),),
    "chain": {"邵庄镇北王小学": "邵庄镇邵庄小学", "邵庄镇车马小学": "邵庄镇邵庄小学", "邵庄镇大郇小学": "邵庄镇邵庄小学"},
}
SHANGKOU = {
    "policy": "shangkou", "terms": 2, "mentors": 2, "heads": True,
    "real": "上口一中, joint preparation in each grade and subject, mentors of teachers below three years",
    "groups": (("寿光学区", (("寿光名校（标签）", "junior", "city", 6, (0, 0), "strong"),
                       ("上口一中", "junior", "township", 6, (11, 9), ""),
                       ("联盟学校01（标签）", "junior", "township", 3, (6, 15), ""))),),
}
COUNTY_YEAR = {
    "policy": "county-plan", "terms": 2,
    "real": "1+2, exchange of one school year after application, recommendation and approval; visits and meetings",
    "groups": (("共同体一", (("城区学校01（标签）", "primary", "city", 8, (0, 0), ""),
                        ("受援学校01（标签）", "primary", "township", 6, (14, 6), "weak"),
                        ("受援学校02（标签）", "primary", "village", 4, (19, -8), "weak"))),),
}
DISTRICTS = tuple(
    (name + "教共体", ((name + "优质学校（标签）", stage, "city", 9 if stage == "primary" else 6, (x, y), ""),
                    ("联合县区乡村学校%02d（标签）" % (i + 1), stage, "township", 4 if stage == "primary" else 3, (x + 24, y + 9), "weak")))
    for i, (name, stage, x, y) in enumerate((("柳北区", "primary", 0, 6), ("城中区", "junior", 4, 2), ("鱼峰区", "primary", 3, -4),
                                             ("柳南区", "junior", -5, -3))))
LIUZHOU_DISTRICT = {
    "policy": "liuzhou", "reading": "district,near", "terms": 4,
    "real": "four districts that lead, cadres swapped between bureaus for one or two years, at least one community in each stage",
    "groups": DISTRICTS,
    "bureaus": ("柳北区教育局", "城中区教育局", "鱼峰区教育局", "柳南区教育局"),
}
LIUZHOU_COUNTY = {
    "policy": "liuzhou", "reading": "county,same_stage", "terms": 2,
    "real": "one lead and up to five joined schools of one stage within a county",
    "groups": (("县域教共体一", (("城镇学校01（标签）", "primary", "town", 8, (0, 0), ""),
                          ("乡村学校01（标签）", "primary", "township", 5, (9, 3), "weak"),
                          ("乡村学校02（标签）", "primary", "village", 4, (12, -6), "weak"))),
               ("县域教共体二", (("城镇学校02（标签）", "junior", "town", 6, (1, 1), ""),
                          ("乡村学校03（标签）", "junior", "township", 3, (-13, 5), "weak"),))),
}
LINZI = {
    "policy": "linzi", "terms": 4,
    "real": "1+n with n up to six, attachments of one to two years, both ways",
    "groups": (("教育集团一", (("核心校01（标签）", "primary", "city", 9, (0, 0), ""),
                         ("成员校01（标签）", "primary", "township", 5, (8, 5), ""),
                         ("成员校02（标签）", "primary", "village", 4, (11, -3), "weak"),
                         ("成员校03（标签）", "primary", "town", 4, (-7, 6), ""))),),
}
WUCHENG_FUSED = {
    "policy": "wucheng", "reading": "fused", "terms": 2, "form": "fused", "sync": ("音乐", "美术"),
    "real": "one school of the city and two of townships become one; lessons at one time, online study",
    "groups": (("融合型教共体", (("城区校区（标签）", "primary", "city", 8, (0, 0), ""),
                         ("乡镇校区01（标签）", "primary", "township", 4, (9, 8), "weak"),
                         ("乡镇校区02（标签）", "primary", "village", 4, (12, 3), "weak"))),),
}
WUCHENG_COBUILT = {
    "policy": "wucheng", "reading": "cobuilt", "terms": 2, "form": "cobuilt", "sync": ("音乐", "美术"),
    "real": "a core school and its members stay apart; backbone teachers at every member",
    "groups": (("共建型教共体", (("核心校（标签）", "primary", "city", 8, (0, 0), ""),
                         ("成员校01（标签）", "primary", "township", 4, (8, 7), "weak"),
                         ("成员校02（标签）", "primary", "township", 4, (-10, 5), "weak"),
                         ("成员校03（标签）", "primary", "village", 3, (6, -11), "weak"))),),
}
NATIONAL = {
    "policy": "national-2014", "terms": 4, "long_service": True,
    "real": "10 % a year, a fifth of them backbone; no school is real",
    "groups": tuple(
        ("第%s片区" % word, (("片区%s城区学校（标签）" % word, stage, "city", 12 if stage == "primary" else 9, (x, y), ""),
                         ("片区%s乡镇学校（标签）" % word, stage, "township", 6, (x + 12, y - 5), ""),
                         ("片区%s村小（标签）" % word, stage, "village", 3, (x + 15, y + 4), "weak")))
        for word, stage, x, y in (("一", "primary", 0, 0), ("二", "junior", -20, 8))),
}
SCHEMES = {"wanhong-zhangyang": WANHONG, "shaozhuang": SHAOZHUANG, "shangkou": SHANGKOU, "county-plan-year": COUNTY_YEAR,
           "liuzhou-district": LIUZHOU_DISTRICT, "liuzhou-county": LIUZHOU_COUNTY, "linzi": LINZI,
           "wucheng-fused": WUCHENG_FUSED, "wucheng-cobuilt": WUCHENG_COBUILT, "national-2014": NATIONAL}
