"""
A synthetic county with county-wide rules, for measuring time: any number of schools and teachers.

Sizes like those of real counties have plans; leads of some twenty people may have too few to send.
"""

from gen import build, extras, roads, terms
from gen.curriculum import CADRE_LOAD, need, norm
from gen.extras import EXAMPLE, source
from gen.rng import Rng
from gen.staff import cadre_posts, ceil_div

STAGES = ("primary", "junior")
GRADES = {"primary": 6, "junior": 3}
SMALLEST = 14  # teachers of the smallest school


def shares(weights, total, least):
    """Split `total` in proportion to the weights, at least `least` each, largest remainders first."""
    spare = total - least * len(weights)
    if spare < 0:
        raise SystemExit("generate: too few teachers for so many schools; at least %d each" % least)
    whole = sum(weights)
    out = [least + spare * w // whole for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(spare * weights[i] % whole), i))
    for i in order[:total - sum(out)]:
        out[i] += 1
    return out


def people(stage, classes):
    """Teachers that so many classes need, managers with them."""
    posts = cadre_posts(classes)
    heads = sum(ceil_div(p, norm(stage, s)) for s, p in need(stage, classes).items())
    return heads + len(posts) - sum(CADRE_LOAD[p] for p in posts) // 14


def classes_for(stage, headcount, slack):
    """The largest number of classes, spread over the grades, that `headcount` people can teach."""
    grades, total = GRADES[stage], GRADES[stage]
    spread = (1,) * grades
    while True:
        total += 1
        wider = tuple(total // grades + (1 if g < total % grades else 0) for g in range(grades))
        if people(stage, wider) * (1000 + slack) // 1000 > headcount:
            return spread
        spread = wider


def schools(rng, communities, count, teachers):
    """Records of schools and their headcounts; the first school of a community leads it."""
    members = shares([rng.between(7, 13) for _ in range(communities)], count - communities, 1)
    records, weights = [], []
    for c in range(communities):
        centre = (rng.between(-40, 40), rng.between(-40, 40))
        for m in range(members[c] + 1):
            lead = m == 0
            town = (0, 0) if lead else (centre[0] + rng.between(-15, 15), centre[1] + rng.between(-15, 15))
            records.append({"id": "S%03d" % (len(records) + 1), "name": "第%d共同体%s" % (
                c + 1, "牵头学校" if lead else "成员学校%d" % m), "stage": STAGES[c % 2],
                "community_id": "G%02d" % (c + 1), "role": "lead" if lead else "member",
                "kind": "city" if lead else rng.pick(("town", "township", "village")), "town": town})
            weights.append(rng.between(300, 400) if lead else rng.between(60, 140))
    sizes = shares(weights, teachers, SMALLEST)
    for s, size in zip(records, sizes):
        s["classes"] = classes_for(s["stage"], size, 60 if s["role"] == "lead" else 20)
    return records, {s["id"]: size for s, size in zip(records, sizes)}


def kinds(term_list):
    autumn = terms.autumn(term_list)
    return [
        {"kind": "support_post", "direction": "lead_to_member",
         "terms": [n for n in (2, 4) if n <= len(term_list)] or [1], "start_terms": autumn, "fills_load": True,
         "posts": ["teacher", "middle"]},
        {"kind": "shadowing", "direction": "member_to_lead", "terms": [n for n in (1, 2) if n <= len(term_list)],
         "start_terms": None, "fills_load": False, "posts": ["teacher"]},
    ]


def rules(n_terms, largest):
    """largest: teachers of the largest lead; what a community may send grows with it."""
    example = source(EXAMPLE)
    return [
        {"rule": "one_posting"},
        {"rule": "scope", "within": "community", "hard": True, "source": example},
        {"rule": "age_limit", "kind": "shadowing", "max": {"M": 50, "F": 45}, "inclusive": False, "hard": True,
         "source": source("恩施市教育局《打造学校发展共同体 推进义务教育均衡发展》", "男50周岁、女45周岁以下的教师")},
        {"rule": "age_limit", "kind": "support_post", "max": {"M": 55, "F": 50}, "inclusive": False, "hard": True,
         "source": example},
        extras.exempt_rule(),
        {"rule": "exchange_rate", "kind": "support_post",
         "base": {"role": "lead", "post": ["teacher", "middle"], "years_here": [9, None], "age": [None, 49]},
         "permille": 100, "backbone_permille": 200, "backbone_base": "exchanged", "hard": True,
         "source": source("公开县级数据, 指标 2.11", "不低于符合交流条件教师总数的10%；骨干教师不低于交流轮岗教师总数的20%")},
        {"rule": "quota", "kind": "support_post", "over": "community", "per": "year", "count": "starts",
         "min": 2 if largest >= 60 else 1, "max": max(4, largest // 9), "hard": True, "source": example},
        {"rule": "keep_coverage", "unit": "heads", "by": "subject", "hard": True, "where": {"role": "lead"},
         "max_away_permille": 250 if largest >= 60 else 400, "source": example},
        {"rule": "equal_exchange", "over": "community", "per": "year", "by": "none",
         "tolerance": max(4, largest // 25), "hard": True, "source": example},
        {"rule": "rest", "terms": n_terms, "hard": True, "source": example},
        {"rule": "distance", "where": {"flags": "care"}, "max_minutes": 40, "hard": True, "source": example},
        {"rule": "need", "hard": False, "source": example},
    ]


def make(folder, communities, count, teachers, n_terms, seed):
    if communities < 1 or count < 2 * communities:
        raise SystemExit("generate: a community needs a lead and a member, so at least two schools")
    if not 1 <= n_terms <= 40:
        raise SystemExit("generate: terms must be 1 to 40")
    records, headcounts = schools(Rng(seed, "schools"), communities, count, teachers)
    rng, term_list = Rng(seed, "places"), terms.terms(n_terms)
    places = {s["id"]: roads.spread(rng, s["town"], 2500) for s in records}
    travel = []
    for c in range(communities):
        group = [s for s in records if s["community_id"] == "G%02d" % (c + 1)]
        travel += roads.table(Rng(seed, "roads", c), group, places, 1250, 1500, 40)
    name = "county-%d-%d-%d-%d-%d" % (communities, count, teachers, n_terms, seed)
    head = {"name": name, "source": "synthetic county; no real place or person", "terms": term_list}
    policy = build.policy(name, 1400, 40, kinds(term_list),
                          rules(n_terms, max(headcounts[s["id"]] for s in records if s["role"] == "lead")))
    build.county(folder, seed, head, policy, records, build.roster(seed, records, headcounts), travel,
                 past=(("support_post", 50), ("shadowing", 20)), wish_permille=30)
