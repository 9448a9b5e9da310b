"""libo: two groups of a head school and four branches; three out, three back, every year."""

from gen import build, extras, roads, terms, write
from gen import facts_libo as facts
from gen.curriculum import SHORTAGE
from gen.extras import example_parameter, source
from gen.rng import Rng

SEED = 522722


def record(id_, name, group, role, town, classes):
    out = {"id": id_, "name": name, "stage": "primary", "community_id": group, "role": role, "town": town,
           "kind": "city" if role == "lead" else "township" if town.endswith("乡") else "town",
           "classes": (classes,) * 6, "backbone_permille": 260 if role == "lead" else 240}
    if town in facts.PLACES:
        out["lat"], out["lon"] = facts.PLACES[town]
    return out


def schools():
    out, weak = [], []
    for group, head, branches in facts.GROUPS:
        out.append(record("L%02d" % (len(out) + 1), head, group, "lead", "荔波", facts.HEAD_CLASSES))
        for town, is_weak in branches:
            id_ = "L%02d" % (len(out) + 1)
            classes = facts.BRANCH_CLASSES.get(town, facts.BRANCH_USUAL)
            out.append(dict(record(id_, town + "中心校", group, "member", town, classes), traits="weak" if is_weak else ""))
            weak += [id_] if is_weak else []
    return out, weak


def kinds(term_list):
    common = {"terms": [2, 4], "start_terms": terms.autumn(term_list)}
    return [
        dict({"kind": "support_post", "direction": "lead_to_member"}, **common, fills_load=True, posts=["teacher"]),
        dict({"kind": "attachment", "direction": "lead_to_member"}, **common, fills_load=False, posts=["middle"]),
        dict({"kind": "shadowing", "direction": "member_to_lead"}, **common, fills_load=True,
             posts=["teacher", "middle"]),
    ]


def rules(weak, branches_max=4):
    doc, quotes, given = facts.DOCUMENT, facts.QUOTES, example_parameter(facts.DOCUMENT)
    return [
        {"rule": "one_posting"},
        {"rule": "scope", "within": "community", "hard": True, "source": source(doc, quotes["scope"])},
        {"rule": "eligibility", "kind": ["support_post", "shadowing"], "where": {"post": "teacher"},
         "filter": {"rank": "backbone"}, "hard": True, "source": source(doc, quotes["out"])},
        {"rule": "quota", "kind": ["support_post", "attachment"], "over": "pair", "per": "year", "count": "starts",
         "min": 3, "where": {"school": weak}, "hard": True, "source": source(doc, quotes["out"])},
        {"rule": "equal_exchange", "over": "pair", "per": "year", "by": "none", "tolerance": 0, "hard": True,
         "source": source(doc, quotes["return"])},
        {"rule": "headcount", "tolerance": 0, "hard": True, "source": source(doc, quotes["headcount"])},
        {"rule": "need", "subjects": list(SHORTAGE), "hard": False, "source": source(given, quotes["need"])},
        {"rule": "keep_coverage", "unit": "heads", "by": "subject", "max_away_permille": 300, "hard": True,
         "where": {"role": "lead"}, "source": source(given, quotes["headcount"])},
        extras.exempt_rule(),
        {"rule": "coverage", "hard": True, "source": source(doc, quotes["groups"])},
        {"rule": "groups", "min": 2, "max": 2, "hard": True, "source": source(doc, quotes["groups"])},
        {"rule": "size", "members_min": 2, "members_max": branches_max, "hard": True, "source": source(doc, quotes["size"])},
        {"rule": "composition", "need": {"city": [0, 0]}, "hard": True, "source": source(doc, quotes["mixed"])},
        {"rule": "capacity", "hard": True, "source": source(doc, quotes["out"])},
    ]


def make(folder):
    term_list = terms.terms(6)
    term_list[-1]["vacation_until"] = "2029-08-31"  # next year's exchange is filed before it begins
    school_list, weak = schools()
    rng = Rng(SEED, "places")
    places = {s["id"]: roads.spread(rng, facts.SKETCH[s["town"]], 900) for s in school_list}
    head = {
        "name": "libo",
        "source": facts.DOCUMENT + " (head schools, eight townships, rules)" + build.LICENCE
        + "; which branch is in which group and which is weak is synthetic" + build.REST,
        "terms": term_list,
    }
    policy = build.policy("荔波县小学教育集团", 1500, 40, kinds(term_list), rules(weak))
    altered = build.policy("荔波县小学教育集团（每个集团至多3所分校，不可行）", 1500, 40, kinds(term_list), rules(weak, 3))
    travel = roads.table(Rng(SEED, "roads"), school_list, places, 1300, 1600, 40)
    build.county(folder, SEED, head, policy, school_list, build.roster(SEED, school_list), travel,
                 past=(("shadowing", 40),), wish_permille=80, pairings=extras.pairings(school_list))
    write.policy(folder, "altered.json", altered)
