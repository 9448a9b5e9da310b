"""A random tiny instance, small enough to try every plan: 2 to 4 schools, 3 to 7 teachers, 1 to 4 terms."""

from gen import extras, terms, write
from gen.rng import Rng

SUBJECTS = ("语文", "音乐")


def make_schools(rng):
    groups = rng.between(1, 2)
    out = []
    for i in range(rng.between(2 * groups, 4)):
        lead = i < groups
        out.append({"id": "S%03d" % (i + 1), "name": "学校%d" % (i + 1), "stage": "primary",
                    "community_id": "G%d" % (i % groups + 1), "role": "lead" if lead else "member",
                    "kind": "city" if lead else "township"})
    return out


def make_teachers(rng, schools):
    out = []
    for i in range(rng.between(3, 7)):
        subject = rng.pick(SUBJECTS)
        other = [s for s in SUBJECTS if s != subject]
        service = rng.between(0, 30)
        out.append({
            "teacher_id": "T%04d" % (i + 1), "name": "教师%04d" % (i + 1), "sex": rng.pick(("M", "F")),
            "birth_date": terms.birthday(rng, service + 23), "school_id": rng.pick(schools)["id"],
            "subjects": subject + (";" + other[0] if rng.chance(250) else ""),
            "post": rng.weighted((("teacher", 8), ("middle", 1), ("principal", 1))),
            "rank": "backbone" if rng.chance(400) else "", "title": "一级教师",
            "service_since": terms.date(terms.FIRST_YEAR - service, 8, 20),
            "here_since": terms.date(terms.FIRST_YEAR - rng.between(0, service), 8, 20),
            "max_week": rng.between(8, 16), "flags": rng.weighted((("", 8), ("pregnant", 1), ("care", 1))),
            "applied": rng.pick(("none", "applied", "approved")),
        })
    return out


def make_kinds(rng, count):
    lengths = [n for n in (1, 2) if n <= count]
    return [
        {"kind": "support_post", "direction": "lead_to_member", "terms": [rng.pick(lengths)], "start_terms": None,
         "fills_load": True, "posts": None},
        {"kind": "shadowing", "direction": rng.pick(("member_to_lead", "any")), "terms": [1], "start_terms": None,
         "fills_load": rng.chance(300), "posts": ["teacher"]},
    ]


def menu(rng):
    """One candidate for every rule; the parameters are small enough to bite."""
    return [
        {"rule": "age_limit", "kind": "shadowing", "max": {"M": 45, "F": 40}, "inclusive": rng.chance(500)},
        {"rule": "eligibility", "kind": "support_post", "filter": {"service_years": [5, None]}},
        {"rule": "exempt", "flags": ["pregnant"], "retire_within_years": 3, "table": extras.RETIREMENT,
         "from": "2025-01-01"},
        {"rule": "volunteers", "states": ["applied", "approved"]},
        {"rule": "scope", "within": "community"},
        {"rule": "quota", "over": rng.pick(("pair", "sender", "community", "county")), "per": rng.pick(("term", "year")),
         "count": rng.pick(("starts", "active", "people")), "min": rng.between(0, 1), "max": rng.between(1, 3)},
        {"rule": "quota", "filter": {"rank": "backbone"}, "over": "sender", "per": "horizon", "min": 1,
         "where": {"role": "lead"}},
        {"rule": "equal_exchange", "over": "community", "per": "year", "by": rng.pick(("none", "subject")),
         "tolerance": rng.between(0, 1)},
        {"rule": "keep_coverage", "unit": rng.pick(("heads", "periods")), "min": 1},
        {"rule": "backfill", "kind": "shadowing"},
        {"rule": "need", "subjects": ["音乐"]},
        {"rule": "cycle", "kind": "shadowing", "filter": {"post": "teacher"}, "where": {"role": "member"},
         "years": rng.between(1, 3), "even": rng.chance(300)},
        {"rule": "exchange_rate", "base": {"role": "lead"}, "permille": 200, "backbone_permille": 300,
         "backbone_base": rng.pick(("exchanged", "eligible"))},
        {"rule": "must_rotate", "years": rng.between(6, 9)},
        {"rule": "rest", "terms": rng.between(1, 2)},
        {"rule": "distance", "max_minutes": 40},
        {"rule": "headcount", "tolerance": 1},
        {"rule": "mentor_capacity", "kind": "shadowing", "max": 1},
        {"rule": "wishes"},
    ]


def make_rules(rng):
    """One to four rules, half of them soft (need always), in the menu's order."""
    items = menu(rng)
    chosen = sorted(rng.shuffled(range(len(items)))[:rng.between(1, 4)])
    out = []
    for i in chosen:
        soft = items[i]["rule"] == "need" or rng.chance(500)
        out.append(dict(items[i], hard=False, weight=rng.between(1, 3)) if soft else dict(items[i], hard=True))
    return out


def make(folder, seed):
    rng = Rng(seed, "tiny")
    term_list = terms.terms(rng.between(1, 4))
    schools = make_schools(rng)
    teachers = make_teachers(rng, schools)
    ids = [s["id"] for s in schools]
    travel = [{"from": a, "to": b, "minutes": m, "metres": m * 500}
              for i, a in enumerate(ids) for b in ids[i + 1:] for m in (rng.between(2, 12) * 5,)]

    def others(teacher):
        return [s for s in ids if s != teacher["school_id"]]

    head = {"name": "tiny-%d" % seed, "source": "random, all synthetic",
            "synthetic": ["schools", "teachers", "demand", "travel", "wishes", "history"],
            "terms": term_list, "week": terms.week(40)}
    policy = {"name": "tiny-%d" % seed, "travel": {"detour_permille": 1400, "kmh": 40, "settle_minutes": 5},
              "defaults": {"max_week": 16}, "kinds": make_kinds(rng, len(term_list)), "rules": make_rules(rng)}
    write.instance(folder, head, policy, {
        "schools": extras.school_rows(schools), "teachers": teachers, "travel": travel,
        "demand": [{"school_id": s, "subject": j, "periods_per_week": rng.between(4, 24), "classes": 1, "grade": 1}
                   for s in ids for j in SUBJECTS if rng.chance(700)],
        "wishes": extras.wishes(rng, teachers, others, 400),
        "history": extras.past(rng, teachers, others, "shadowing", 200),
    })
