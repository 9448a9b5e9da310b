"""longfeng: two schools of several campuses in one town; English on Fridays, and one staff for four campuses."""

from gen import build, extras, lessons, roads, towns
from gen.extras import EXAMPLE, example_parameter, source
from gen.facts_towns import LONGFENG as FACTS
from gen.rng import Rng

SEED = 445000
KMH = 30
FRIDAY_PERIODS = 2  # of English in a class of the campus that is visited once a week; synthetic
ALL = ("体育", "音乐", "美术", "英语")
# The second school's teachers: (campus, subject, load). Synthetic.
STAFF = ((0, "体育", 16), (0, "体育", 16), (1, "体育", 16), (0, "音乐", 16), (2, "音乐", 14), (0, "美术", 16),
         (3, "美术", 14), (0, "英语", 16), (0, "英语", 8))


def schools():
    out = []
    for letter, (community, campuses) in zip("LM", FACTS["groups"]):
        for i, (name, town, classes) in enumerate(campuses):
            kind = "township" if name == "龙凤镇中心小学" else "village" if classes > 3 else "point"
            out.append(towns.school("%s%02d" % (letter, i + 1), name, community, i == 0,
                                    lessons.grades("primary", classes), kind, town=town))
    out[0]["lat"], out[0]["lon"] = FACTS["place"]
    return out


def demand(school_list):
    rows = []
    for s in school_list:
        rows += lessons.blocks(s, ALL if s["id"].startswith("M") else ("英语",))
    for r in rows:
        if r["school_id"] == "L02":
            r["periods_per_week"] = r["max_per_day"] = FRIDAY_PERIODS
    return rows


def teachers(school_list):
    first = [("L01", "英语", 16)] * 3
    second = [("M%02d" % (campus + 1), subject, load) for campus, subject, load in STAFF]
    by_id = {s["id"]: s for s in school_list}
    rows = [towns.teacher(Rng(SEED, "staff", i), by_id[home], subject, load)
            for i, (home, subject, load) in enumerate(first + second)]
    return sorted(rows, key=lambda r: r["school_id"])


def rules():
    doc, quotes, given = FACTS["document"], FACTS["quotes"], example_parameter(FACTS["document"])
    example = source(EXAMPLE)
    return [
        {"rule": "scope", "within": "community", "hard": True, "source": source(doc, quotes["merged"])},
        {"rule": "visiting_days", "where": {"school": "L01", "subject": "英语"}, "weekday": ["Fri"], "hard": True,
         "source": source(doc, quotes["friday"])},
        {"rule": "one_teacher", "hard": True, "source": example},
        {"rule": "load", "max_day": 5, "max_row": 3, "hard": True, "source": example},
        {"rule": "schools", "max_day": 2, "max_week": 3, "max_changes_day": 1, "hard": True,
         "source": source(given, quotes["staff"])},
        {"rule": "half_day", "hard": True, "source": example},
        {"rule": "travel_limit", "max_day_minutes": 90, "max_week_minutes": 240, "hard": True, "source": example},
        {"rule": "room", "subjects": ["体育"], "capacity": 1, "hard": True, "source": example},
        {"rule": "avoid", "subjects": ["体育"], "periods": [1], "hard": False, "weight": 1, "source": example},
        {"rule": "visiting_days", "min_periods": 2, "hard": False, "weight": 2, "source": example},
        {"rule": "common_free", "group": {"school": "L01", "subject": "英语"}, "periods_per_week": 1, "hard": True,
         "source": source(given, quotes["merged"])},
    ]


def make(folder):
    school_list = schools()
    spots_rng = Rng(SEED, "places")
    spots = {s["id"]: roads.spread(spots_rng, s["town"], 300) for s in school_list}
    rows = demand(school_list)
    head = {"name": "longfeng", "source": FACTS["document"] + " (龙凤镇: campuses, rules)" + build.LICENCE + build.REST}
    towns.make(folder, head, ("恩施市龙凤镇联校办学", rules()), school_list, teachers(school_list), {
        "demand": rows,
        "travel": roads.table(Rng(SEED, "roads"), school_list, spots, 1250, 1600, KMH),
        "busy": towns.closed(SEED, school_list, rows, 6),
        "pairings": [{"lead_id": a["id"], "member_id": b["id"], "form": "merged"} for a in school_list
                     for b in school_list if a["role"] == "lead" and b["role"] == "member"
                     and a["community_id"] == b["community_id"]]})
