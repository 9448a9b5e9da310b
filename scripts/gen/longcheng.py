"""longcheng: nine teachers of music, art and PE ride to twelve schools and points on Tuesdays and Thursdays."""

from gen import build, lessons, terms, towns
from gen.extras import EXAMPLE, example_parameter, source
from gen.facts_towns import LONGCHENG as FACTS
from gen.rng import Rng
from gen.staff import ceil_div

SEED = 741600
HOURS = (("音乐", 1), ("美术", 1), ("体育", 2))  # a week in each class; synthetic
LOAD, PER_DAY = 10, 5                             # of the two days; synthetic
# Breaks of a quarter of an hour, half an hour after the second lesson: the bus does 2 km in five minutes.
STARTS = (510, 565, 635, 690, 840, 895, 950)
MINUTES_PER_10_KM = 24


def schools():
    """The park's school, then the roads; "at" = (road, kilometres from the park)."""
    out = [towns.school("S00", FACTS["home"], "陇城镇教育园区", True, (), "township", at=(0, 0))]
    for road, stops in enumerate(FACTS["roads"]):
        for name, km, classes in stops:
            kind = "village" if classes > 1 else "point"
            out.append(towns.school("S%02d" % len(out), name, "陇城镇教育园区", False, (classes,), kind, at=(road, km)))
    return out


def travel(school_list):
    """Along a road, or by the park from road to road."""
    rows = []
    for i, a in enumerate(school_list):
        for b in school_list[i + 1:]:
            (road, km), (other, far) = a["at"], b["at"]
            whole = abs(km - far) if road == other else km + far
            rows.append({"from": a["id"], "to": b["id"], "minutes": ceil_div(whole * MINUTES_PER_10_KM, 10),
                         "metres": whole * 1000})
    return rows


def demand(school_list):
    """Grades learn together: a point is one class, a larger school three."""
    rows = []
    for s in school_list[1:]:
        classes = s["classes"][0]
        names = ("低段", "中段", "高段") if classes == 3 else ("合班",)
        for name in names:
            for subject, periods in HOURS:
                rows.append({"school_id": s["id"], "subject": subject, "periods_per_week": periods,
                             "class_id": "%s-%s" % (s["id"], name), "grade": name, "max_per_day": 1})
    return rows


def teachers(home):
    subjects = [subject for subject, count in FACTS["teachers"] for _ in range(count)]
    return [towns.teacher(Rng(SEED, "staff", i), home, subject, LOAD, PER_DAY)
            for i, subject in enumerate(subjects)]


def rules():
    doc, quotes, given = FACTS["document"], FACTS["quotes"], example_parameter(FACTS["document"])
    example = source(EXAMPLE)
    return [
        {"rule": "visiting_days", "weekday": ["Tue", "Thu"], "hard": True, "source": source(doc, quotes["days"])},
        {"rule": "scope", "within": "community", "hard": True, "source": source(doc, quotes["share"])},
        {"rule": "one_teacher", "hard": True, "source": example},
        {"rule": "schools", "max_day": 4, "max_changes_day": 3, "hard": True, "source": source(given, quotes["days"])},
        {"rule": "travel_limit", "max_day_minutes": 80, "hard": True, "source": example},
        {"rule": "avoid", "subjects": ["体育"], "periods": [1], "hard": False, "weight": 1, "source": example},
    ]


def make(folder):
    school_list = schools()
    rows = demand(school_list)
    head = {"name": "longcheng", "week": terms.week(40, starts=STARTS),
            "source": FACTS["document"] + " (nine teachers, twelve schools and points, the days, 12 km)" + build.REST}
    towns.make(folder, head, ("秦安县陇城镇走教", rules()), school_list, teachers(school_list[0]), {
        "demand": rows, "travel": travel(school_list), "busy": towns.closed(SEED, school_list[1:], rows, 9)})
