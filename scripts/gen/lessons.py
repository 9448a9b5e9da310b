"""The classes of a timetable: their lessons in the travelling subjects, and the cells that other lessons fill."""

from gen import curriculum, terms

GRADES = {"primary": 6, "junior": 3}
SUBJECTS = {"primary": ("体育", "音乐", "美术", "科学", "信息技术"),
            "junior": ("体育", "音乐", "美术", "信息技术", "生物", "地理")}
MORNING, AFTERNOON = (1, 2, 3, 4), (5, 6, 7)
# The afternoon on which the teachers of a subject meet, so that they teach only in the morning.
RESEARCH = {"体育": "Tue", "音乐": "Wed", "美术": "Thu", "科学": "Mon", "信息技术": "Fri", "生物": "Wed", "地理": "Thu"}
# Bells of a junior school: lessons of 45 minutes from 08:00 on.
JUNIOR_STARTS = (480, 535, 610, 665, 840, 895, 950)


def bell_rows(school_id, lesson_minutes, starts):
    """Rows of bells.csv."""
    return [{"school_id": school_id, "period": i, "start": a, "end": b}
            for i, a, b in terms.bells(lesson_minutes, starts)]


def grades(stage, total):
    """How many classes each grade has; a school of few classes has the lowest grades only."""
    n = min(total, GRADES[stage])
    return tuple(total // n + (1 if g < total % n else 0) for g in range(n))


def class_id(school_id, grade, k):
    return "%s-%d-%d" % (school_id, grade, k)


def blocks(school, subjects):
    """Rows of demand.csv, one for each class and subject; school["classes"] counts the classes of each grade."""
    rows, stage = [], school["stage"]
    for g, n in enumerate(school["classes"]):
        for k in range(n):
            for subject in subjects:
                periods, grade = curriculum.PERIODS[stage][subject][g], curriculum.FIRST_GRADE[stage] + g
                if periods:
                    rows.append({"school_id": school["id"], "subject": subject, "periods_per_week": periods,
                                 "class_id": class_id(school["id"], grade, k + 1), "grade": grade,
                                 "max_per_day": 1 if periods <= 2 else 2})
    return rows


def ranges(periods):
    """Period ids as cells of busy.csv: [1, 2, 4] -> ["1-2", "4"]."""
    out = []
    for p in sorted(periods):
        if out and out[-1][1] == p - 1:
            out[-1][1] = p
        else:
            out.append([p, p])
    return ["%d" % a if a == b else "%d-%d" % (a, b) for a, b in out]


def busy(who, id_, day, periods, reason):
    return [{"who": who, "id": id_, "day": day, "period": p, "reason": reason} for p in ranges(periods)]


def morning(rng, count):
    """`count` periods of a morning that a main subject takes: the first one more often than not."""
    first = [1] if rng.chance(700) else []
    return first + rng.shuffled([p for p in MORNING if p not in first])[:count - len(first)]


def class_busy(rng, id_, lessons, slack):
    """
    Main subjects take 12 to 14 of the 20 mornings' cells, and of the afternoons what leaves `slack` cells more
    than the class has lessons of the travelling subjects.
    """
    taken = rng.between(12, 14)
    counts = rng.shuffled([2 + (1 if d < taken - 10 else 0) for d in range(5)])
    cells = {day: morning(rng, n) for day, n in zip(terms.DAYS, counts)}
    last = ("Fri", 7)
    spare = [(d, p) for d in terms.DAYS for p in AFTERNOON if (d, p) != last]
    spill = max(0, 20 - taken + len(spare) - lessons - slack)
    for day, p in rng.shuffled(spare)[:spill]:
        cells[day].append(p)
    return [row for day in terms.DAYS for row in busy("class", id_, day, cells[day], "主科")]


def totals(rows):
    """Class id -> lessons a week, of rows that name classes."""
    out = {}
    for row in rows:
        out[row["class_id"]] = out.get(row["class_id"], 0) + row["periods_per_week"]
    return out


def closed_cells(rng, school, per_class, slack=4):
    """Rows of busy.csv for a school: its class meeting on Friday, and the main subjects of its classes."""
    out = busy("school", school["id"], "Fri", [7], "班会")
    for id_, n in per_class.items():
        out += class_busy(rng, id_, n, slack)
    return out


def research(teachers):
    """Rows of busy.csv: the afternoon of a teacher's main subject."""
    return [row for t in teachers
            for row in busy("teacher", t["teacher_id"], RESEARCH[t["subjects"].split(";")[0]], AFTERNOON, "教研")]
