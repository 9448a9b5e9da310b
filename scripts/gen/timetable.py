"""
A synthetic county for timetables, for measuring: communities of small schools that share their teachers.

Roads, teachers and classes are random; what stands in real ones is there: main subjects fill most of the mornings,
some schools are a few minutes apart and a long break lets a teacher through, some ring other bells, teachers
of a subject meet on an afternoon, a few lessons have their teacher already, a few visits are pinned.
"""

from gen import build, extras, lessons, roads, terms, write
from gen.county import shares
from gen.extras import EXAMPLE, source
from gen.rng import Rng
from gen.staff import ceil_div, number
from gen.travellers import travellers

SCARCE = ("音乐", "美术", "体育")
REGIMES = ("ample", "balanced", "scarce")
KMH = 30
FURTHEST = 60  # minutes of the longest leg
# Classes of the schools of a community, the lead first. Other numbers of schools take the first of the longest.
CLASSES = {4: (12, 6, 4, 3), 5: (15, 9, 7, 5, 4), 6: (15, 9, 6, 5, 3, 2), 8: (18, 12, 8, 6, 6, 4, 3, 3),
           14: (24, 18, 12, 12, 10, 8, 6, 6, 6, 4, 3, 3, 2, 2)}
EVERY_OTHER = (6, 4, 3)  # beyond fourteen
LATE = (510, 560, 630, 680, 840, 890, 940)   # bells of some schools: ten minutes later in the morning
BREAK = (500, 550, 620, 670, 840, 890, 940)  # everybody else: half an hour after the second lesson


def class_counts(n, alone):
    """Numbers of classes of n schools; three quarters of them where a single subject is asked for."""
    whole = CLASSES.get(n) or (CLASSES[14] + EVERY_OTHER * n)[:n]
    return [max(2, c * 3 // 4) for c in whole] if alone else list(whole)


def school_kind(lead, classes):
    if lead:
        return "city"
    return "town" if classes >= 9 else "township" if classes >= 6 else "village" if classes >= 4 else "point"


def places(rng, centre, n):
    """Kilometres on a sketch: the lead, a neighbour in its town, townships in the valleys, points beside some of them."""
    out = [centre]
    for i in range(1, n):
        if i == 1:
            anchor, reach = centre, 2
        elif i >= 3 and rng.chance(500):
            anchor, reach = out[rng.between(2, i - 1)], 2
        else:
            anchor, reach = centre, 0
        if reach:
            out.append((anchor[0] + rng.pick((-1, 1)) * rng.between(1, reach),
                        anchor[1] + rng.pick((-1, 1)) * rng.between(1, reach)))
        else:
            far = [(x, y) for x in range(-12, 13) for y in range(-12, 13) if 36 <= x * x + y * y <= 169]
            x, y = rng.pick(far)
            out.append((centre[0] + x, centre[1] + y))
    return out


def community(rng, c, n, communities, alone, first):
    """Records of the schools of one community."""
    stage = "junior" if communities > 1 and c % 4 == 3 else "primary"
    centre = (c % 5 * 24, c // 5 * 24)
    records = []
    for m, (count, town) in enumerate(zip(class_counts(n, alone), places(rng, centre, n))):
        records.append({"id": "S%03d" % (first + m), "stage": stage, "community_id": "G%02d" % (c + 1),
                        "name": "第%d共同体%s" % (c + 1, "成员学校%d" % m if m else "牵头学校"),
                        "role": "member" if m else "lead", "kind": school_kind(not m, count), "town": town,
                        "classes": lessons.grades(stage, count)})
    return records


def own_bells(rng, school):
    """Rows of bells.csv: junior schools have longer lessons, a quarter of the small schools begin later."""
    if school["stage"] == "junior":
        return lessons.bell_rows(school["id"], 45, lessons.JUNIOR_STARTS)
    if school["role"] == "member" and rng.chance(250):
        return lessons.bell_rows(school["id"], 40, LATE)
    return []


def supply(rng, regime, subjects):
    """subject -> load of its teachers for each thousand lessons."""
    usual = {"ample": 1150, "balanced": 970, "scarce": 970}[regime]
    return {s: rng.between(500, 850) if regime == "scarce" and s in SCARCE else usual for s in subjects}


def staffed(rng, rows, teachers):
    """Every twentieth block of a teacher's own school and subject has that teacher already, at most one for each."""
    for teacher in teachers:
        own = [r for r in rows if r["school_id"] == teacher["school_id"] and "teacher_id" not in r
               and r["subject"] == teacher["subjects"].split(";")[0]
               and r["periods_per_week"] <= teacher["max_week"]]
        if own and rng.chance(200):
            rng.pick(own)["teacher_id"] = teacher["teacher_id"]


def near(travel, a, b):
    return travel.get((a, b), FURTHEST + 1) <= FURTHEST


def lend(rng, rows, teachers, schools, travel):
    """One teacher teaches a class of the next community already: of those close enough, any."""
    ids = {s["id"] for s in schools}
    pairs = [(t, r) for t in teachers for r in rows if r["school_id"] in ids and "teacher_id" not in r
             and r["subject"] == t["subjects"].split(";")[0] and not t["flags"]
             and near(travel, t["school_id"], r["school_id"])]
    if pairs:
        teacher, row = rng.pick(pairs)
        row["teacher_id"] = teacher["teacher_id"]


def pins(rng, rows, teachers, lead, travel):
    """Rows of pins.csv: two teachers visit on Friday, one never goes to a school, no PE while the flag is raised."""
    out, used = [], set()
    visits = [(t["teacher_id"], r["school_id"]) for t in teachers for r in rows
              if t["school_id"] != r["school_id"] and r["subject"] == t["subjects"].split(";")[0]
              and "teacher_id" not in r and near(travel, t["school_id"], r["school_id"])]
    for teacher, school in rng.shuffled(sorted(set(visits))):
        if len(out) < 3 and teacher not in used:
            used.add(teacher)
            out.append({"model": "timetable", "forbid": 1, "teacher_id": teacher, "school_id": school}
                       if len(out) == 2 else
                       {"model": "timetable", "forbid": 0, "teacher_id": teacher, "school_id": school, "day": "Fri"})
    flag = {"model": "timetable", "forbid": 1, "school_id": lead["id"], "subject": "体育", "day": "Mon", "period": 1}
    return out + ([flag] if any(r["subject"] == "体育" for r in rows) else [])


def rooms(schools):
    """`room` rules: places for PE, enough for about twenty cells a week each, by size of school."""
    by_capacity = {}
    for s in schools:
        periods = sum(r["periods_per_week"] for r in lessons.blocks(s, ("体育",)))
        by_capacity.setdefault(max(1, ceil_div(periods, 20)), []).append(s["id"])
    return [{"rule": "room", "subjects": ["体育"], "capacity": n, "where": {"school": ids}, "hard": True,
             "source": source(EXAMPLE)} for n, ids in sorted(by_capacity.items())]


def rules(schools, hops, with_pe):
    """hops: a teacher may change campus within a morning, at a price. with_pe: is PE among the subjects?"""
    example = source(EXAMPLE)
    yangcheng = source("阳教字〔2020〕14号; " + EXAMPLE, "多校设岗、一岗多校、共聘一人、就近走教")
    return [
        {"rule": "load", "max_day": 5, "max_row": 4, "hard": True, "source": example},
        {"rule": "schools", "max_day": 2, "max_week": 3, "max_changes_day": 2 if hops else 1, "hard": True,
         "source": yangcheng},
        {"rule": "travel_limit", "max_leg_minutes": FURTHEST, "max_day_minutes": 120, "max_week_minutes": 240,
         "hard": True, "source": yangcheng},
        dict({"rule": "half_day", "hard": not hops, "source": example}, **({"weight": 1} if hops else {})),
        {"rule": "one_teacher", "hard": True, "source": example},
        {"rule": "spread", "max_day": 2, "hard": True, "source": example},
    ] + (rooms(schools) + [
        {"rule": "avoid", "subjects": ["体育"], "periods": [1, 2], "hard": False, "weight": 1, "source": example},
    ] if with_pe else []) + [
        {"rule": "visiting_days", "max_days": 3, "hard": True, "source": example},
        {"rule": "visiting_days", "max_days": 2, "where": {"flags": "care"}, "hard": True, "source": example},
        {"rule": "visiting_days", "min_periods": 2, "hard": False, "weight": 3, "source": example},
        {"rule": "wishes", "model": "timetable", "hard": False, "weight": 1, "source": example},
    ]


def make(folder, communities, count, regime, seed, hops, subject):
    if communities < 1 or count < 2 * communities:
        raise SystemExit("generate: a community needs a lead and a member, so at least two schools")
    groups, schools = [], []
    for c, n in enumerate(shares([1] * communities, count, 2)):
        groups.append(community(Rng(seed, "schools", c), c, n, communities, subject is not None, len(schools) + 1))
        schools += groups[-1]
    spots_rng = Rng(seed, "places")
    spots = {s["id"]: roads.spread(spots_rng, s["town"], 400) for s in schools}
    travel = roads.table(Rng(seed, "roads"), schools, spots, 1250, 1600, KMH)
    minutes = {(t["from"], t["to"]): t["minutes"] for t in travel}
    minutes.update({(b, a): m for (a, b), m in minutes.items()})
    rows, teachers, closed, wishes, pinned = [], [], [], [], []
    for c, group in enumerate(groups):
        subjects = (subject,) if subject else lessons.SUBJECTS[group[0]["stage"]]
        demand = [r for s in group for r in lessons.blocks(s, subjects)]
        total = {j: sum(r["periods_per_week"] for r in demand if r["subject"] == j) for j in subjects}
        rng = Rng(seed, "teachers", c)
        staff = travellers(rng, group, total, supply(rng, regime, subjects))
        rows.append(demand)
        teachers.append(staff)
    number([t for staff in teachers for t in staff])
    for c, group in enumerate(groups):
        rng, ids = Rng(seed, "week", c), [s["id"] for s in group]
        points = {s["id"] for s in group if s["kind"] == "point"}
        for r in rows[c]:
            r["priority"] = 2 if r["school_id"] in points else 1
        staffed(rng, rows[c], teachers[c])
        if c % 3 == 2:
            lend(rng, rows[c], teachers[c - 1], group, minutes)
        for s in group:
            own = lessons.totals(r for r in rows[c] if r["school_id"] == s["id"])
            closed += lessons.closed_cells(rng, s, own)
        closed += lessons.research(teachers[c])
        wishes += extras.wishes(rng, teachers[c], lambda t, ids=ids: [s for s in ids if s != t["school_id"]], 200)
        pinned += pins(rng, rows[c], teachers[c], group[0], minutes)
    name = "timetable-%s%d-%s%s%s-%d" % ("%dx" % communities if communities > 1 else "", count, regime,
                                         "-hops" if hops else "", "-" + subject if subject else "", seed)
    head = {"name": name, "source": "synthetic county; no real place or person", "terms": terms.terms(2),
            "synthetic": ["schools", "teachers", "demand", "travel", "bells", "busy", "wishes", "pins"],
            "week": terms.week(40, starts=BREAK)}
    policy = build.policy(name, 1500, KMH, [], rules(schools, hops, subject in (None, "体育")))
    bells_rng = Rng(seed, "bells")
    write.instance(folder, head, policy, {
        "schools": extras.school_rows(schools), "teachers": [t for staff in teachers for t in staff],
        "demand": [r for demand in rows for r in demand], "travel": travel,
        "bells": [row for s in schools for row in own_bells(bells_rng, s)], "busy": closed, "wishes": wishes,
        "pins": pinned})
