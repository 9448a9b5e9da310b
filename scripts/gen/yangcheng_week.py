"""
What yangcheng-2020 needs for timetables: the classes' lessons in the scarce subjects, who of the leads teaches which,
the cells that main subjects fill, and the rules.

Main subjects stay with their schools: their rows name no class, so that they count for secondments only.
"""

from gen import facts_yangcheng as facts
from gen import lessons
from gen.curriculum import FIRST_GRADE, PERIODS, SHORTAGE
from gen.extras import EXAMPLE, example_parameter, source
from gen.rng import Rng

# Who teaches one of these takes at most two lessons of a second subject, and at home.
MAIN = [s for stage in ("primary", "junior") for s in PERIODS[stage]
        if s not in SHORTAGE and (stage == "primary" or s not in PERIODS["primary"])]
MOST = 60  # periods of a row of demand.csv


def main_rows(school, subject):
    """A row for each grade; where that is more than a row may hold, one for some of the grade's classes each."""
    rows, first = [], FIRST_GRADE[school["stage"]]
    for g, (periods, n) in enumerate(zip(PERIODS[school["stage"]][subject], school["classes"])):
        if not periods or not n:
            continue
        step, grade = max(1, min(n, MOST // periods)), str(first + g)
        for k in range(0, n, step):
            part = min(step, n - k)
            rows.append({"school_id": school["id"], "subject": subject, "periods_per_week": periods * part,
                         "grade": grade if part == n else "%s(%d-%d班)" % (grade, k + 1, k + part)})
    return rows


def neighbour(school, subject, schools, teachers):
    """Id of the teacher of the other section on the campus who has these classes; "" for all other schools."""
    for name, shared, home in facts.SHARED:
        if (school["name"], subject) == (name, shared):
            ids = {s["id"] for s in schools if s["name"] == home}
            return next(t["teacher_id"] for t in teachers
                        if t["school_id"] in ids and t["subjects"].split(";")[0] == subject)
    return ""


def member_rows(school, subject, teacher):
    """Like classes in one row; townships and nine-year schools first when not everything can be taught."""
    rows, first = [], FIRST_GRADE[school["stage"]]
    for g, (periods, n) in enumerate(zip(PERIODS[school["stage"]][subject], school["classes"])):
        if periods and n:
            rows.append({"school_id": school["id"], "subject": subject, "periods_per_week": periods, "classes": n,
                         "grade": first + g, "max_per_day": 1 if periods <= 2 else 2,
                         "teacher_id": teacher, "priority": 2 if school["kind"] == "township" or "campus_id" in school else 1})
    return rows


def lead_rows(school, subject, teachers):
    """A row for each class, with its teacher: the first who has the time. The last ones are left free to travel."""
    rows = lessons.blocks(school, (subject,))
    left = {t["teacher_id"]: t["max_week"] for t in teachers
            if t["school_id"] == school["id"] and t["subjects"].split(";")[0] == subject}
    for row in rows:
        periods = row["periods_per_week"]
        row["teacher_id"] = next((t for t, hours in left.items() if hours >= periods), "")
        row["priority"] = 1
        if row["teacher_id"]:
            left[row["teacher_id"]] -= periods
    return rows


def demand(schools, teachers):
    rows = []
    for s in schools:
        for subject in PERIODS[s["stage"]]:
            if subject not in SHORTAGE:
                rows += main_rows(s, subject)
            elif s["role"] == "lead":
                rows += lead_rows(s, subject, teachers)
            else:
                rows += member_rows(s, subject, neighbour(s, subject, schools, teachers))
    return rows


def tables(seed, schools, teachers):
    """Demand, own bells of the junior schools and closed cells."""
    bells, busy = [], []
    for s in schools:
        if s["stage"] == "junior":
            bells += lessons.bell_rows(s["id"], 45, lessons.JUNIOR_STARTS)
        own = lessons.totals(lessons.blocks(s, SHORTAGE))
        busy += lessons.closed_cells(Rng(seed, "week", s["id"]), s, own)
    return {"demand": demand(schools, teachers), "bells": bells, "busy": busy}


def rules():
    shared = source(example_parameter(facts.DOCUMENT), facts.QUOTES["travel"])
    example = source(EXAMPLE)
    return [
        {"rule": "schools", "max_day": 2, "max_week": 3, "max_changes_day": 1, "hard": True, "source": shared},
        {"rule": "travel_limit", "max_leg_minutes": 45, "max_week_minutes": 240, "hard": True, "source": shared},
        {"rule": "one_teacher", "hard": True, "source": example},
        {"rule": "half_day", "hard": True, "source": example},
        {"rule": "load", "max_day": 5, "max_row": 4, "hard": True, "source": example},
        {"rule": "load", "where": {"subject": MAIN}, "max_week": 2, "hard": True, "source": example},
        {"rule": "travel_limit", "where": {"subject": MAIN}, "max_week_minutes": 0, "hard": True, "source": example},
        {"rule": "room", "where": {"role": "member"}, "subjects": ["体育"], "capacity": 3, "hard": True,
         "source": example},
        {"rule": "avoid", "subjects": ["体育"], "periods": [1], "hard": False, "weight": 1, "source": example},
        {"rule": "visiting_days", "max_days": 3, "hard": True, "source": shared},
        {"rule": "visiting_days", "min_periods": 2, "hard": False, "weight": 3, "source": example},
    ]
