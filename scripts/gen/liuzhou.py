"""liuzhou: five city high schools, each with one or two county high schools; a cadre and three backbone teachers."""

from gen import build, extras, terms
from gen import facts_liuzhou as facts
from gen.curriculum import SHORTAGE
from gen.extras import EXAMPLE, example_parameter, source
from gen.rng import Rng

SEED = 450200


def record(id_, name, community, role, place):
    return {"id": id_, "name": name, "stage": "senior", "community_id": community, "role": role, "lat": place[0],
            "lon": place[1], "kind": "city" if role == "lead" else "town",
            "classes": (facts.LEAD_CLASSES if role == "lead" else facts.JOINED_CLASSES,) * 3}


def schools():
    out = []
    for lead, joined in facts.COMMUNITIES:
        community = lead + "教育共同体"
        out.append(record("H%02d" % (len(out) + 1), lead, community, "lead", facts.CITY))
        for county, label in joined:
            out.append(record("H%02d" % (len(out) + 1), label, community, "member", facts.SEATS[county]))
    return out


def kinds(term_list):
    autumn = terms.autumn(term_list)
    return [
        {"kind": "support_post", "direction": "lead_to_member", "terms": [2], "start_terms": autumn,
         "fills_load": True, "posts": ["teacher"]},
        {"kind": "attachment", "direction": "lead_to_member", "terms": [2, 4], "start_terms": autumn,
         "fills_load": False, "posts": ["middle", "vice"]},
        {"kind": "shadowing", "direction": "member_to_lead", "terms": [1, 2], "start_terms": None,
         "fills_load": False, "posts": ["teacher", "middle"]},
    ]


def rules():
    doc, quotes, given = facts.DOCUMENT, facts.QUOTES, example_parameter(facts.DOCUMENT)
    backbone = {"rule": "quota", "kind": "support_post", "filter": {"rank": "backbone"}, "per": "year",
                "count": "starts", "min": 3, "source": source(doc, quotes["backbone"])}
    return [
        {"rule": "one_posting"},
        {"rule": "scope", "within": "community", "hard": True, "source": source(doc, quotes["scope"])},
        {"rule": "size", "members_min": 1, "members_max": 5, "hard": True, "source": source(doc, quotes["size"])},
        dict(backbone, over="sender", where={"role": "lead"}, hard=True),
        dict(backbone, over="pair", hard=False, weight=2),
        {"rule": "quota", "kind": "attachment", "over": "sender", "per": "year", "count": "starts", "min": 1,
         "where": {"role": "lead"}, "hard": True, "source": source(doc, quotes["cadre"])},
        {"rule": "quota", "kind": "attachment", "over": "host", "per": "term", "count": "active", "max": 1,
         "hard": True, "source": source(given, quotes["cadre"])},
        {"rule": "quota", "kind": "shadowing", "filter": {"rank": "backbone"}, "over": "sender", "per": "year",
         "count": "starts", "min": 1, "max": 3, "where": {"role": "member"}, "hard": False, "weight": 1,
         "source": source(given, quotes["shadowing"])},
        {"rule": "need", "where": {"role": "member"}, "subjects": list(SHORTAGE), "hard": False,
         "source": source(given, quotes["weak"])},
        {"rule": "keep_coverage", "unit": "heads", "by": "subject", "max_away_permille": 250, "hard": True,
         "source": source(EXAMPLE)},
        {"rule": "mentor_capacity", "kind": "shadowing", "max": 1, "hard": True, "source": source(EXAMPLE)},
        extras.exempt_rule(),
        {"rule": "rest", "terms": 2, "hard": True, "source": source(EXAMPLE)},
        {"rule": "credit", "as": "service", "years": 1, "visits": "送教", "days_min": 200, "studio": "名师工作室",
         "studio_years": 3, "visits_each_year": 8, "grade": ["合格", "良好", "优秀"], "online": "线上教学",
         "online_periods_over": 200, "source": source(doc, quotes["credit"])},
        {"rule": "posting_credit", "as": "service", "kind": ["support_post", "attachment"],
         "source": source(doc, quotes["posting"])},
    ]


def make(folder):
    term_list = terms.terms(6)
    school_list = schools()
    head = {
        "name": "liuzhou",
        "source": facts.DOCUMENT + " (leading high schools, counties, rules)" + build.LICENCE
        + "; the joined schools' names are labels, who leads whom is synthetic" + build.REST,
        "terms": term_list,
    }
    policy = build.policy("柳州市市县高中教育共同体", 1500, 60, kinds(term_list), rules())
    teachers = build.roster(SEED, school_list)
    build.county(folder, SEED, head, policy, school_list, teachers, [],
                 past=(("support_post", 60), ("shadowing", 30)), wish_permille=40,
                 log=extras.service_log(Rng(SEED, "log"), teachers, 30))
