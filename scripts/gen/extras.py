"""What lies beside the roster: past postings, wishes, and the rules that several policies share."""

EXAMPLE = "参数: 示例, 文件未规定"

# Gradual retirement from 2025 on: a month later for each so many months, up to a cap.
RETIREMENT = [
    {"class": "M", "base_months": 720, "step_months": 4, "cap_months": 756},
    {"class": "F55", "base_months": 660, "step_months": 4, "cap_months": 696},
    {"class": "F50", "base_months": 600, "step_months": 2, "cap_months": 660},
]


def source(document, quote=None):
    """The sentence that a rule rests on; EXAMPLE alone when no document states it."""
    return {"document": document, "quote": quote} if quote else {"document": document}


def example_parameter(document):
    """A rule that the document states without the number that the policy file needs."""
    return document + "; " + EXAMPLE


def exempt_rule():
    return {"rule": "exempt", "flags": ["pregnant", "nursing", "ill"], "retire_within_years": 3,
            "table": RETIREMENT, "from": "2025-01-01", "hard": True, "source": source(EXAMPLE)}


def past(rng, teachers, hosts, kind, permille):
    """
    Rows of history.csv: one past school year at another school for some plain teachers.
    hosts(teacher) -> ids of schools; nobody is away any more when the horizon begins.
    """
    rows = []
    for teacher in teachers:
        choice = hosts(teacher)
        if teacher["post"] != "teacher" or not choice or not rng.chance(permille):
            continue
        year = rng.between(2023, 2025)
        if int(teacher["here_since"][:4]) > year:
            continue
        rows.append({"teacher_id": teacher["teacher_id"], "kind": kind, "from_school_id": teacher["school_id"],
                     "to_school_id": rng.pick(choice), "start": "%d-09-01" % year, "end": "%d-07-05" % (year + 1)})
    return rows


def service_log(rng, teachers, permille):
    """
    Rows of activities.csv: in the three school years before the horizon some plain teachers gave demonstration
    lessons away from home (送教, days), worked in a studio (名师工作室, visits and a yearly grade) or taught online.
    """
    rows = []
    for teacher in teachers:
        if teacher["post"] != "teacher" or not rng.chance(permille):
            continue
        kind, unit, low, high = rng.pick((("送教", "day", 5, 12), ("名师工作室", "visit", 0, 2),
                                          ("线上教学", "period", 3, 14)))
        for year in (2023, 2024, 2025):
            months = [(year, m) for m in (9, 10, 11, 12)] + [(year + 1, m) for m in (3, 4, 5, 6)]
            for i, (y, m) in enumerate(months):
                grade = rng.weighted((("合格", 6), ("优秀", 3), ("不合格", 1))) if kind == "名师工作室" and i == 7 else ""
                rows.append({"teacher_id": teacher["teacher_id"], "kind": kind, "unit": unit, "grade": grade,
                             "date": "%d-%02d-%02d" % (y, m, rng.between(1, 28)), "quantity": rng.between(low, high)})
    return rows


def wishes(rng, teachers, hosts, permille):
    """Rows of wishes.csv: some plain teachers name one or two schools they would (or would not) go to."""
    rows = []
    for teacher in teachers:
        choice = hosts(teacher)
        if teacher["post"] != "teacher" or not choice or not rng.chance(permille):
            continue
        for to in rng.shuffled(choice)[:rng.between(1, 2)]:
            rows.append({"teacher_id": teacher["teacher_id"], "to_school_id": to,
                         "level": rng.pick((-2, -1, 1, 1, 2, 2))})
    return rows


def by_community(schools):
    """community -> (id of the lead, ids of the members)."""
    out = {}
    for school in schools:
        lead, members = out.setdefault(school["community_id"], ([], []))
        (lead if school["role"] == "lead" else members).append(school["id"])
    return {name: (lead[0], members) for name, (lead, members) in out.items()}


def pairings(schools):
    """Rows of pairings.csv: the lead of each community with its members."""
    return [{"lead_id": lead, "member_id": m} for lead, members in by_community(schools).values() for m in members]


def members_for_leads(schools):
    """teacher -> the schools that a lead's teacher may support; nothing for a member's teacher."""
    groups = by_community(schools)
    hosts = {lead: members for lead, members in groups.values()}
    return lambda teacher: hosts.get(teacher["school_id"], [])


def leads_for_members(schools):
    """teacher -> the lead where a member's teacher may shadow; nothing for a lead's teacher."""
    hosts = {m: [lead] for lead, members in by_community(schools).values() for m in members}
    return lambda teacher: hosts.get(teacher["school_id"], [])


def school_rows(schools):
    """Rows of schools.csv from the makers' own records."""
    keys = ("name", "stage", "community_id", "role", "kind", "traits", "campus_id", "lat", "lon")
    return [dict({"school_id": s["id"]}, **{k: s[k] for k in keys if k in s}) for s in schools]
