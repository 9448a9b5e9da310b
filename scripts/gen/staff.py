"""Synthetic teachers of a school: enough for the core subjects, too few or too many for the scarce ones."""

from gen import curriculum, terms

# (age from, age to), weight
AGES_LEAD = (((24, 29), 14), ((30, 35), 22), ((36, 41), 24), ((42, 47), 20), ((48, 53), 13), ((54, 59), 7))
AGES_MEMBER = (((23, 28), 25), ((29, 35), 20), ((36, 42), 12), ((43, 49), 15), ((50, 55), 18), ((56, 59), 10))
YEARS_HERE = (((0, 2), 15), ((3, 5), 25), ((6, 10), 30), ((11, 20), 30))
OLDEST = {"M": 59, "F": 54}
WOMEN_PERMILLE = {"primary": 720, "junior": 600, "senior": 550}
APPLIED = (("none", 70), ("applied", 12), ("recommended", 10), ("approved", 8))
SURPLUS_CHANCE = 500  # permille: a lead has one more of a core subject than it needs
SHORT_CHANCE = 450    # permille: a member is short of a scarce subject
SECOND_CHANCE = 300   # permille: a second subject


def ceil_div(a, b):
    return -(-a // b)


def cadre_posts(classes):
    """One principal, and vice principals and middle managers by size."""
    total = sum(classes)
    return ["principal"] + ["vice"] * (1 if total < 18 else 3) + ["middle"] * max(1, total // 6)


def core_subjects(stage):
    """Core subjects, the largest need first: managers teach these."""
    need = curriculum.need(stage, (1,) * 6)
    core = [s for s in curriculum.subjects(stage) if s not in curriculum.SHORTAGE]
    return sorted(core, key=lambda s: -need[s])


def cadres(school):
    """(post, subject) of the managers."""
    core = core_subjects(school["stage"])
    return [(post, core[i % min(4, len(core))]) for i, post in enumerate(cadre_posts(school["classes"]))]


def plain_counts(rng, school, managers, short_chance):
    """subject -> number of teachers who are not managers."""
    stage, lead = school["stage"], school["role"] == "lead"
    need = curriculum.need(stage, school["classes"])
    for post, subject in managers:
        need[subject] = max(0, need[subject] - curriculum.CADRE_LOAD[post])
    counts = {}
    for subject, periods in need.items():
        norm = curriculum.norm(stage, subject)
        full = ceil_div(periods, norm)
        if subject in curriculum.SHORTAGE:
            if lead:
                full += 1 + (1 if full >= 6 else 0)
            elif rng.chance(short_chance):
                full = periods // (2 * norm)
        elif lead and rng.chance(SURPLUS_CHANCE):
            full += 1
        counts[subject] = full
    return counts


def fit(school, counts, managers, headcount):
    """Add or take away teachers until the school has `headcount` people: core subjects first, never the last of one."""
    core = core_subjects(school["stage"])
    diff = headcount - len(managers) - sum(counts.values())
    for i in range(max(0, diff)):
        counts[core[i % len(core)]] += 1
    while diff < 0:
        spare = [s for s in core if counts[s] > 1] or [s for s in curriculum.SHORTAGE if counts[s]]
        if not spare:
            raise SystemExit("generate: a school of %d teachers is too small" % headcount)
        for subject in spare[:-diff]:
            counts[subject] -= 1
            diff += 1


def title_of(rng, service):
    if service < 5:
        return "二级教师"
    if service < 12:
        return rng.weighted((("二级教师", 40), ("一级教师", 60)))
    if service < 18:
        return rng.weighted((("一级教师", 85), ("高级教师", 15)))
    return rng.weighted((("一级教师", 60), ("高级教师", 39), ("正高级教师", 1)))


def rank_of(rng, school, service):
    usual = 240 if school["role"] == "lead" else 80
    if service < 5 or not rng.chance(school.get("backbone_permille", usual)):
        return ""
    ranks = ["backbone"]
    if service >= 12 and rng.chance(200):
        ranks.append("subject_leader")
    if service >= 18 and rng.chance(60):
        ranks.append("master")
    return ";".join(ranks)


def flags_of(rng, sex, age):
    if sex == "F" and 25 <= age <= 38 and rng.chance(70):
        return rng.pick(("pregnant", "nursing"))
    return rng.weighted((("", 970), ("ill", 10), ("care", 20)))


def person(rng, school, subject, post):
    """One row of teachers.csv without its id and name."""
    stage, lead = school["stage"], school["role"] == "lead"
    sex = "F" if rng.chance(WOMEN_PERMILLE[stage]) else "M"
    lo, hi = rng.weighted(AGES_LEAD if lead else AGES_MEMBER)
    age = min(rng.between(lo, hi), OLDEST[sex])
    if post != "teacher":
        age = max(age, 33)
    service = max(0, age - rng.between(22, 24))
    here_lo, here_hi = rng.weighted(YEARS_HERE)
    here = min(service, rng.between(here_lo, here_hi))
    second = curriculum.SECOND[stage].get(subject)
    return {
        "sex": sex, "birth_date": terms.birthday(rng, age), "school_id": school["id"],
        "subjects": subject + (";" + rng.pick(second) if second and rng.chance(SECOND_CHANCE) else ""),
        "post": post, "rank": rank_of(rng, school, service), "title": title_of(rng, service),
        "service_since": terms.date(terms.FIRST_YEAR - service, 8, 20),
        "here_since": terms.date(terms.FIRST_YEAR - here, 8, 20),
        "max_week": curriculum.CADRE_LOAD.get(post, curriculum.norm(stage, subject)),
        "flags": flags_of(rng, sex, age), "applied": rng.weighted(APPLIED),
    }


def staff(rng, school, headcount=None, short_chance=SHORT_CHANCE):
    """All teachers of a school, by subject; managers first."""
    managers = cadres(school)
    counts = plain_counts(rng, school, managers, short_chance)
    if headcount is not None:
        fit(school, counts, managers, headcount)
    posts = managers + [("teacher", s) for s in curriculum.subjects(school["stage"]) for _ in range(counts[s])]
    return [person(rng, school, subject, post) for post, subject in posts]


def number(teachers):
    """Give ids and labels: the names of teachers are labels, nobody's names."""
    for i, teacher in enumerate(teachers):
        teacher["teacher_id"] = "T%04d" % (i + 1)
        teacher["name"] = "教师%04d" % (i + 1)
    return teachers
