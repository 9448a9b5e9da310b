"""enshi: nine pairs of a city and a country school; everybody shadows once in three years, with backfill."""

from gen import build, terms
from gen import facts_enshi as facts
from gen.extras import EXAMPLE, example_parameter, source

SEED = 2012
GRADES = {"primary": 6, "junior": 3}


def record(id_, name, stage, community, role, place, classes):
    out = {"id": id_, "name": name, "stage": stage, "community_id": community, "role": role,
           "kind": "city" if role == "lead" else "township", "classes": (classes,) * GRADES[stage]}
    if place:
        out["lat"], out["lon"] = place
    return out


def schools():
    out = []
    for i, (stage, lead, lead_place, member, member_place) in enumerate(facts.PAIRS):
        community = lead + "—" + member
        classes = facts.COUNTRY_CLASSES.get(member, facts.COUNTRY_USUAL[stage])
        out.append(record("C%02d" % (i + 1), lead, stage, community, "lead", lead_place, facts.CITY_CLASSES[stage]))
        out.append(record("X%02d" % (i + 1), member, stage, community, "member", member_place, classes))
    return out


def kinds(term_list):
    autumn = terms.autumn(term_list)
    return [
        {"kind": "support_post", "direction": "lead_to_member", "terms": [2, 4], "start_terms": autumn,
         "fills_load": True, "posts": ["teacher"]},
        {"kind": "shadowing", "direction": "member_to_lead", "terms": [2], "start_terms": autumn,
         "fills_load": True, "posts": ["teacher"]},
        {"kind": "attachment", "direction": "any", "terms": [2], "start_terms": autumn,
         "fills_load": False, "posts": ["middle", "vice"]},
    ]


def rules():
    doc, quotes, given = facts.DOCUMENT, facts.QUOTES, example_parameter(facts.DOCUMENT)
    cycle = {"rule": "cycle", "kind": "shadowing", "where": {"role": "member"}, "years": 3, "even": True, "hard": True,
             "source": source(doc, quotes["shadowing"])}
    return [
        {"rule": "one_posting"},
        {"rule": "scope", "within": "community", "hard": True, "source": source(doc, quotes["pair"])},
        {"rule": "age_limit", "kind": "shadowing", "max": {"M": 50, "F": 45}, "inclusive": False, "hard": True,
         "source": source(doc, quotes["shadowing"])},
        dict(cycle, filter={"post": "teacher", "sex": "M", "age": [None, 49]}),
        dict(cycle, filter={"post": "teacher", "sex": "F", "age": [None, 44]}),
        {"rule": "backfill", "kind": "shadowing", "hard": True, "where": {"role": "member"},
         "source": source(doc, quotes["backfill"])},
        {"rule": "eligibility", "kind": "support_post", "filter": {"service_years": [3, None]}, "hard": True,
         "source": source(given, quotes["support"])},
        {"rule": "quota", "kind": "support_post", "over": "sender", "per": "term", "count": "active", "max": 12,
         "where": {"role": "lead"}, "hard": True, "source": source(given, quotes["length"])},
        {"rule": "quota", "kind": "attachment", "over": "pair", "per": "year", "direction": "any", "count": "starts",
         "min": 1, "max": 2, "hard": False, "weight": 1, "source": source(given, quotes["attachment"])},
        {"rule": "rest", "kind": "support_post", "terms": 2, "hard": True, "source": source(EXAMPLE)},
    ]


def make(folder):
    term_list = terms.terms(6)
    school_list = schools()
    ids = {s["name"]: s["id"] for s in school_list}
    pairs = [(ids[lead], ids[member], member) for _, lead, _, member, _ in facts.PAIRS]
    travel = [{"from": lead, "to": member, "minutes": facts.ROADS[name][0], "metres": facts.ROADS[name][1]}
              for lead, member, name in pairs if name in facts.ROADS]
    head = {
        "name": "enshi",
        "source": facts.DOCUMENT + " (pairs, rules, the 70 km of the first pair)" + build.LICENCE + build.REST,
        "terms": term_list,
    }
    policy = build.policy("恩施市城乡学校发展共同体", 1800, 35, kinds(term_list), rules())
    teachers = [dict(t, flags="") for t in build.roster(SEED, school_list)]  # the document exempts nobody
    build.county(folder, SEED, head, policy, school_list, teachers, travel, past=(("shadowing", 120),),
                 wish_permille=30, pairings=[{"lead_id": lead, "member_id": member} for lead, member, _ in pairs])
