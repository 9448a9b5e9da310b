"""yangcheng-2020: six communities of 43 school sections; real names, synthetic teachers and roads."""

from gen import build, extras, roads, terms, write, yangcheng_week
from gen import facts_yangcheng as facts
from gen.curriculum import SHORTAGE
from gen.extras import EXAMPLE, example_parameter, source
from gen.rng import Rng

SEED = 202014
GRADES = {"primary": 6, "junior": 3}


def school(number_, name, stage, community, role):
    town = name[:2]
    nine_year = "九年一贯制" in name
    if role == "lead":
        classes = facts.LEAD_CLASSES[name]
    else:
        classes = 1 if nine_year else facts.LARGE.get(town, 2)
    record = {"id": ("P%02d" if stage == "primary" else "J%02d") % number_, "name": name, "stage": stage,
              "community_id": community, "role": role, "town": town, "classes": (classes,) * GRADES[stage],
              "kind": "city" if role == "lead" else "township" if town in facts.TOWNSHIPS else "town"}
    if nine_year:
        record["campus_id"] = facts.CAMPUSES[town]
    if town in ("阳城", "凤城"):
        record["lat"], record["lon"] = facts.COUNTY_TOWN
    return record


def schools():
    out, numbers = [], {"primary": 0, "junior": 0}
    for community, stage, lead, members in facts.COMMUNITIES:
        for name in (lead,) + members:
            numbers[stage] += 1
            out.append(school(numbers[stage], name, stage, community, "lead" if name == lead else "member"))
    return out


def places(rng, school_list):
    """A spot for each campus: the two sections of a nine-year school share one."""
    spots = {}
    for s in school_list:
        key = s.get("campus_id", s["id"])
        if key not in spots:
            spots[key] = roads.spread(rng, facts.SKETCH[s["town"]], 1500 if s["role"] == "lead" else 700)
    return {s["id"]: spots[s.get("campus_id", s["id"])] for s in school_list}


def kinds(term_list):
    autumn = terms.autumn(term_list)
    return [
        {"kind": "support_post", "direction": "lead_to_member", "terms": [2], "start_terms": autumn,
         "fills_load": True, "posts": ["teacher", "middle"]},
        {"kind": "shadowing", "direction": "member_to_lead", "terms": [1], "start_terms": None,
         "fills_load": False, "posts": ["teacher"]},
        {"kind": "attachment", "direction": "member_to_lead", "terms": [2], "start_terms": autumn,
         "fills_load": False, "posts": ["middle", "vice", "principal"]},
    ]


def rules():
    doc, quotes, given = facts.DOCUMENT, facts.QUOTES, example_parameter(facts.DOCUMENT)
    return [
        {"rule": "one_posting"},
        {"rule": "scope", "within": "community", "hard": True, "source": source(doc, quotes["scope"])},
        {"rule": "keep_coverage", "unit": "heads", "by": "subject", "max_away_permille": 250, "hard": True,
         "where": {"role": "lead"}, "source": source(given, quotes["keep"])},
        {"rule": "need", "subjects": list(SHORTAGE), "hard": False, "source": source(doc, quotes["shortage"])},
        {"rule": "eligibility", "kind": "support_post", "filter": {"service_years": [5, None]}, "hard": True,
         "source": source(given, quotes["keep"])},
        {"rule": "quota", "kind": "support_post", "filter": {"rank": "backbone"}, "over": "pair", "per": "horizon",
         "count": "starts", "min": 1, "hard": True, "source": source(given, quotes["backbone"])},
        {"rule": "quota", "kind": "support_post", "filter": {"rank": "backbone"}, "over": "sender", "per": "year",
         "count": "starts", "min": 3, "where": {"role": "lead"}, "hard": True,
         "source": source(given, quotes["balance"])},
        {"rule": "quota", "kind": "shadowing", "over": "sender", "per": "year", "count": "starts", "min": 1, "max": 2,
         "where": {"role": "member"}, "hard": True, "source": source(given, quotes["shadowing"])},
        {"rule": "quota", "kind": "attachment", "over": "community", "per": "year", "direction": "member_to_lead",
         "count": "starts", "min": 1, "max": 2, "hard": False, "weight": 1,
         "source": source(given, quotes["attachment"])},
        {"rule": "headcount", "tolerance": 8, "hard": True, "source": source(given, quotes["balance"])},
        {"rule": "mentor_capacity", "kind": "shadowing", "max": 1, "hard": True, "source": source(EXAMPLE)},
        extras.exempt_rule(),
        {"rule": "rest", "terms": 2, "hard": True, "source": source(EXAMPLE)},
        {"rule": "distance", "where": {"flags": "care"}, "max_minutes": 30, "hard": True, "source": source(EXAMPLE)},
    ]


def pairing_rules():
    """Three groups in each stage, as the document has them; their sizes are those of its six groups."""
    doc, quotes, given = facts.DOCUMENT, facts.QUOTES, example_parameter(facts.DOCUMENT)
    return [
        {"rule": "coverage", "hard": True, "source": source(doc, quotes["groups"])},
        {"rule": "groups", "min": 3, "max": 3, "per": "stage", "hard": True, "source": source(doc, quotes["groups"])},
        {"rule": "stage", "hard": True, "source": source(doc, quotes["groups"])},
        {"rule": "size", "members_min": 5, "members_max": 7, "hard": True, "source": source(given, quotes["groups"])},
        {"rule": "capacity", "hard": True, "source": source(doc, quotes["keep"])},
    ]


def make(folder):
    term_list = terms.terms(6)
    school_list = schools()
    head = {
        "name": "yangcheng-2020",
        "source": facts.DOCUMENT + " 阳城县教育局关于建立城乡义务教育发展教学共同体的实施意见 (communities, schools, rules)"
        + build.LICENCE + build.REST,
        "terms": term_list,
    }

    def policy(name, *more):
        return build.policy(name, 1500, 35, kinds(term_list),
                            rules() + yangcheng_week.rules() + pairing_rules() + list(more))

    teachers = build.roster(SEED, school_list)
    travel = roads.table(Rng(SEED, "roads"), school_list, places(Rng(SEED, "places"), school_list), 1250, 1600, 35)
    build.county(folder, SEED, head, policy("阳城县城乡义务教育发展教学共同体 2020"), school_list, teachers, travel,
                 past=(("support_post", 50), ("shadowing", 30)), wish_permille=40,
                 pairings=extras.pairings(school_list), week=yangcheng_week.tables(SEED, school_list, teachers))
    write.policy(folder, "altered.json", policy(
        "阳城县城乡义务教育发展教学共同体 2020（西河中心学校要500人，不可行）",
        {"rule": "quota", "kind": "support_post", "over": "pair", "per": "horizon", "count": "starts", "min": 500,
         "where": {"school": "P02"}, "hard": True, "source": source(EXAMPLE)}))
