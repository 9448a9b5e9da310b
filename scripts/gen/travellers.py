"""Synthetic travelling teachers of a community: so much load in each subject, more than half of it at the lead."""

from gen.staff import ceil_div, person

AT_LEAD = 550       # permille of the teachers
SECOND_CHANCE = 200  # permille: a second subject
SECOND = {"体育": ("信息技术", "音乐"), "音乐": ("美术",), "美术": ("音乐",), "科学": ("信息技术",), "信息技术": ("科学", "美术"),
          "生物": ("地理",), "地理": ("生物",)}
USUAL_LOAD, LARGEST_LOAD = 14, 18


def loads(rng, periods):
    """Weekly limits of teachers who together teach `periods`: about fourteen each, unequal."""
    n = max(1, (periods + USUAL_LOAD // 2) // USUAL_LOAD, ceil_div(periods, LARGEST_LOAD))
    out = [periods // n + (1 if i < periods % n else 0) for i in range(n)]
    for i in range(0, n - 1, 2):
        d = min(rng.between(0, 2), LARGEST_LOAD - out[i], out[i + 1] - 1)
        out[i] += max(0, d)
        out[i + 1] -= max(0, d)
    return [load for load in out if load > 0]


def home(rng, schools):
    """The lead, or one of the members, larger ones more often."""
    if len(schools) == 1 or rng.chance(AT_LEAD):
        return schools[0]
    return rng.weighted([(s, sum(s["classes"])) for s in schools[1:]])


def traveller(rng, school, subject, load, subjects):
    """One row of teachers.csv without its id and name."""
    row = person(rng, school, subject, "teacher")
    second = [s for s in SECOND[subject] if s in subjects]
    row["subjects"] = subject + (";" + rng.pick(second) if second and rng.chance(SECOND_CHANCE) else "")
    row["max_week"] = load
    row["max_day"] = rng.pick((4, 5, 5))
    row["flags"] = "care" if rng.chance(80) else ""
    if row["flags"]:
        row["max_schools_week"] = 2
    return row


def travellers(rng, schools, periods, permille):
    """
    Teachers of one community; schools[0] leads it. periods: subject -> lessons a week; permille: subject -> the
    teachers' load for each thousand of them.
    """
    rows = []
    for subject, lessons in periods.items():
        for load in loads(rng, max(1, lessons * permille[subject] // 1000)):
            rows.append(traveller(rng, home(rng, schools), subject, load, periods))
    order = {s["id"]: i for i, s in enumerate(schools)}
    return sorted(rows, key=lambda r: order[r["school_id"]])
