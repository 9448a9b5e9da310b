"""Instances of pairing without teachers: who leads whom in 张店, 南宁, 恩施 (in rounds) and a county whose plan says two things."""

from gen import build, extras, facts_pairs, roads, terms, write
from gen.extras import example_parameter, source
from gen.rng import Rng

LABELS = "; names of schools that the document does not name are labels"


def school(id_, name, stage, role, kind, place=None):
    out = {"id": id_, "name": name, "stage": stage, "community_id": "", "role": role, "kind": kind}
    if place:
        out["lat"], out["lon"] = place
    return out


def policy(name, rules, detour=1400, kmh=35):
    return build.policy(name, detour, kmh, [], rules)


def scattered(seed, schools, radii):
    """travel.csv of schools around a centre: radii gives the metres within which a kind of school lies."""
    rng = Rng(seed, "places")
    spots = {s["id"]: roads.spread(rng, (0, 0), radii[s["kind"]]) for s in schools}
    return roads.table(Rng(seed, "roads"), schools, spots, 1200, 1500, 35)


def put(folder, name, about, policies, schools, tables, synthetic, years=2):
    """policies: file name -> policy; policy.json is the one the instance names."""
    head = {"name": name, "source": about, "terms": terms.terms(years), "week": terms.week(40), "synthetic": synthetic}
    write.instance(folder, head, policies["policy.json"], dict(tables, schools=extras.school_rows(schools)))
    for file, other in policies.items():
        if file != "policy.json":
            write.policy(folder, file, other)


def put_with(folder, name, about, pack, schools, tables, synthetic):
    """pack: a file of instances/policies and its reading."""
    head = {"name": name, "source": about, "terms": terms.terms(2), "week": terms.week(40), "synthetic": synthetic,
            "reading": pack[1]}
    write.instance(folder, head, "../policies/%s.json" % pack[0], dict(tables, schools=extras.school_rows(schools)))


def hours(travel):
    """(from, to) -> minutes, either way."""
    out = {}
    for row in travel:
        out[row["from"], row["to"]] = out[row["to"], row["from"]] = row["minutes"]
    return out


def preferences(seed, schools, travel, named):
    """Each member names the leads of its stage that suit it best; each lead ranks most of those that name it."""
    rng, minutes, rows, by_lead = Rng(seed, "preferences"), hours(travel), [], {}
    leads = [s for s in schools if s["role"] == "lead"]
    for m in (s for s in schools if s["role"] == "member"):
        suits = sorted((minutes[m["id"], lead["id"]] + rng.between(0, 12), lead["id"])
                       for lead in leads if lead["stage"] == m["stage"])
        for rank, (_, lead) in enumerate(suits[:named]):
            rows.append({"from_school_id": m["id"], "to_school_id": lead, "rank": rank + 1})
            by_lead.setdefault(lead, []).append(m["id"])
    for lead in leads:
        names = [m for m in rng.shuffled(by_lead.get(lead["id"], [])) if not rng.chance(150)]
        rows += [{"from_school_id": lead["id"], "to_school_id": m, "rank": rank + 1} for rank, m in enumerate(names)]
    return rows


def zhangdian(folder):
    facts, seed, schools = facts_pairs.ZHANGDIAN, 370303, []
    doc, quotes = facts["document"], facts["quotes"]
    for stage, letter, word in (("primary", "P", "小学"), ("junior", "J", "初中")):
        leads = facts["leads"][stage]
        for i in range(leads + facts["members"][stage]):
            role = "lead" if i < leads else "member"
            name = ("核心%s%02d" if i < leads else "%s%02d") % (word, i + 1)
            schools.append(school("%s%02d" % (letter, i + 1), name, stage, role, "city" if role == "lead" else "town"))
    travel = scattered(seed, schools, {"city": 5000, "town": facts["radius"]})

    def rules(primary):
        return [
            {"rule": "coverage", "hard": True, "source": source(doc, quotes["all"])},
            {"rule": "size", "total_max": 4, "hard": True, "source": source(doc, quotes["choice"])},
        ] + [
            {"rule": "groups", "min": number, "max": number, "per": "stage", "where": {"stage": stage}, "hard": True,
             "source": source(doc, quotes["groups"])} for stage, number in (("primary", primary), ("junior", 4))
        ] + [
            {"rule": "stage", "hard": True, "source": source(doc, quotes["groups"])},
            {"rule": "preference", "hard": True, "source": source(doc, quotes["both"])},
        ]

    put(folder, "zhangdian", doc + " (numbers, rules)" + LABELS + build.REST,
        {"policy.json": policy("张店区学校发展共同体", rules(10)),
         "altered.json": policy("张店区学校发展共同体（改为小学11个，不可行）", rules(11))},
        schools, {"travel": travel, "preferences": preferences(seed, schools, travel, 5)},
        ["schools", "travel", "preferences"])


def in_turn(schools):
    """Each kind of members goes round the leads, so that every lead has some of each."""
    leads, rows, dealt = [s["id"] for s in schools if s["role"] == "lead"], [], {}
    for s in schools:
        if s["role"] == "member":
            turn = dealt[s["id"][0]] = dealt.get(s["id"][0], -1) + 1
            rows.append({"lead_id": leads[turn % len(leads)], "member_id": s["id"]})
    return rows


def nanning(folder):
    facts, seed = facts_pairs.NANNING, 450107
    doc, quotes = facts["document"], facts["quotes"]
    schools = [school("N%02d" % (i + 1), name, "junior", "lead", "city") for i, name in enumerate(facts["leads"])]
    for letter, word, kind, number in (("Y", "优质", "city", facts["quality"]), ("Q", "潜力", "town", facts["potential"]),
                                       ("B", "帮扶", "village", facts["rural"])):
        schools += [school("%s%02d" % (letter, i + 1), "%s初中%02d" % (word, i + 1), "junior", "member", kind)
                    for i in range(number)]

    def rules(quality):
        return [
            {"rule": "coverage", "hard": True, "source": source(doc, quotes["number"])},
            {"rule": "groups", "min": 5, "max": 5, "hard": True, "source": source(doc, quotes["number"])},
            {"rule": "composition", "need": {"city": [quality, quality], "town": [1, None], "village": [1, 2]},
             "hard": True, "source": source(doc, quotes["form"])},
        ]

    put(folder, "nanning", doc + " (numbers, leading schools, rules)" + LABELS + build.REST,
        {"policy.json": policy("南宁市西乡塘区城乡初中学校共同体", rules(1)),
         "altered.json": policy("南宁市西乡塘区城乡初中学校共同体（每个联盟2所优质学校，不可行）", rules(2))},
        schools, {"travel": scattered(seed, schools, {"city": 7000, "town": 11000, "village": 30000}),
                  "pairings": in_turn(schools)},
        ["schools", "travel", "pairings"])


def nanning_joint(folder):
    """The other reading of 1+1: the good schools of the district lead, too; every member has two leads."""
    facts, seed = facts_pairs.NANNING, 450108
    schools = [school("N%02d" % (i + 1), name, "junior", "lead", "city") for i, name in enumerate(facts["leads"])]
    for letter, word, role, kind, number in (("Y", "优质", "lead", "town", facts["quality"]),
                                             ("Q", "潜力", "member", "town", facts["potential"]),
                                             ("B", "帮扶", "member", "village", facts["rural"])):
        schools += [school("%s%02d" % (letter, i + 1), "%s初中%02d" % (word, i + 1), "junior", role, kind)
                    for i in range(number)]
    put_with(folder, "nanning-joint", facts["document"] + " (numbers, leading schools, rules)" + LABELS + build.REST,
             ("nanning", "two_leads"), schools,
             {"travel": scattered(seed, schools, {"city": 7000, "town": 11000, "village": 30000})}, ["schools", "travel"])


def enshi_paired(folder):
    """1+1 within a township: weak schools, each with one that is better off."""
    seed, document = 422801, facts_pairs.ENSHI_ROUNDS["document"]
    schools = [school("T%02d" % (i + 1), "乡镇优质学校%02d" % (i + 1), "primary", "lead", "township") for i in range(4)]
    schools += [dict(school("V%02d" % (i + 1), "薄弱学校%02d" % (i + 1), "primary", "member", "village"), traits="weak")
                for i in range(4)]
    put_with(folder, "enshi-paired", document + " (1+1 within townships)" + LABELS + build.REST,
             ("enshi-towns", "flexible"), schools,
             {"travel": scattered(seed, schools, {"township": 9000, "village": 14000})}, ["schools", "travel"])


def enshi_rounds(folder):
    facts, schools = facts_pairs.ENSHI_ROUNDS, []
    doc, quotes, given = facts["document"], facts["quotes"], example_parameter(facts["document"])
    for letter, role, kind, rows in (("C", "lead", "city", facts["leads"]), ("X", "member", "township", facts["members"])):
        schools += [school("%s%02d" % (letter, i + 1), name, stage, role, kind, place)
                    for i, (stage, name, place) in enumerate(rows)]
    first = [{"lead_id": "C%02d" % (i + 1), "member_id": "X%02d" % (i + 1)} for i in range(facts["named"])]
    travel = [{"from": lead["id"], "to": m["id"], "minutes": facts["roads"][m["name"]][0],
               "metres": facts["roads"][m["name"]][1]}
              for lead in schools if lead["role"] == "lead" for m in schools if m["name"] in facts["roads"]]

    def rules(*more):
        return [
            {"rule": "coverage", "hard": True, "source": source(doc, quotes["rounds"])},
            {"rule": "rounds", "rounds": 2, "years_each": 3, "hard": True, "source": source(doc, quotes["rounds"])},
            {"rule": "stage", "hard": True, "source": source(doc, quotes["pair"])},
        ] + list(more)

    near = {"rule": "distance", "model": "pairing", "max_metres": 69000, "hard": True, "source": source(given, quotes["far"])}
    put(folder, "enshi-rounds", doc + " (nine pairs of the first round, rounds, the 70 km)" + build.LICENCE
        + "; which school of the other six townships takes part is synthetic",
        {"policy.json": policy("恩施市城乡学校发展共同体（轮回结对）", rules()),
         "altered.json": policy("恩施市城乡学校发展共同体（轮回结对，不超过69公里，不可行）", rules(near))},
        schools, {"travel": travel, "pairings": first}, ["schools", "travel"], 6)
    write.table(folder, "pins", ("model", "lead_id", "member_id"), [dict(row, model="pairing") for row in first])


def county_plan(folder):
    facts, seed, schools = facts_pairs.COUNTY_PLAN, 20, []
    doc, quotes = facts["document"], facts["quotes"]
    for i in range(facts["leads"]):
        schools.append(school("L%02d" % (i + 1), "城区学校%02d" % (i + 1), "primary", "lead", "city"))
    for i in range(facts["members"]):
        schools.append(school("M%02d" % (i + 1), "受援学校%02d" % (i + 1), "primary", "member",
                              "township" if i % 3 else "village"))

    def rules(least, quote):
        return [
            {"rule": "coverage", "permille": 1000, "hard": True, "source": source(doc, quotes["all"])},
            {"rule": "size", "members_min": least, "members_max": 3, "every_lead": True, "hard": True,
             "source": source(doc, quotes[quote])},
        ]

    put(folder, "county-plan", doc + " (rules)" + LABELS + build.REST,
        {"policy.json": policy("城乡教育共同体（目标: 1+1、1+2、1+3）", rules(1, "aims")),
         "body.json": policy("城乡教育共同体（正文: 一对二或一加三）", rules(2, "body")),
         "altered.json": policy("城乡教育共同体（只许一加三，不可行）", rules(3, "body"))},
        schools, {"travel": scattered(seed, schools, {"city": 3000, "township": 20000, "village": 28000})},
        ["schools", "travel"])


def county(folder, leads, members, seed):
    """A county of any size for measuring: three quarters primary, a cap on every group, soft distance and composition."""
    rng, schools = Rng(seed, "county"), []
    for role, number, kinds in (("lead", leads, ("city", "town")), ("member", members, ("township", "village", "point"))):
        for i in range(number):
            stage = "junior" if i % 4 == 3 else "primary"
            schools.append(school("%s%03d" % ("L" if role == "lead" else "M", i + 1),
                                  ("牵头学校%03d" if role == "lead" else "成员学校%03d") % (i + 1), stage, role,
                                  rng.pick(kinds)))
    cap = -(-members * 5 // (leads * 4)) + 1
    rules = [
        {"rule": "coverage", "hard": True},
        {"rule": "stage", "hard": True},
        {"rule": "size", "members_min": 2, "members_max": cap, "hard": True},
        {"rule": "distance", "model": "pairing", "max_minutes": 60, "hard": False, "weight": 10},
        {"rule": "composition", "need": {"point": [0, 2]}, "hard": False, "weight": 3},
    ]
    put(folder, "pairing-%d-%d" % (leads, members), "synthetic", {"policy.json": policy("示例", rules)}, schools,
        {"travel": scattered(seed, schools, {"city": 15000, "town": 40000, "township": 45000, "village": 55000,
                                             "point": 60000})},
        ["schools", "travel"])


SHIPPED = {"zhangdian": zhangdian, "nanning": nanning, "nanning-joint": nanning_joint, "enshi-rounds": enshi_rounds,
           "enshi-paired": enshi_paired, "county-plan": county_plan}
