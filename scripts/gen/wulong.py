"""wulong: one teacher of English for five points, one each day."""

from gen import build, lessons, terms, towns
from gen.extras import EXAMPLE, source
from gen.facts_towns import WULONG as FACTS
from gen.rng import Rng
from gen.staff import ceil_div

SEED = 526600
PERIODS = 2         # of English a week in each class, in one visit; synthetic
MINUTES_PER_KM = 3  # a motorcycle on a mountain road


def schools():
    out = [towns.school("W00", FACTS["home"], "武垄镇", True, (), "township", km=0)]
    for name, km in FACTS["points"]:
        out.append(towns.school("W%02d" % len(out), name, "武垄镇", False, (0, 0, 1, 1), "point", km=km))
    return out


def travel(school_list):
    """Every point lies on a road of its own from the central school."""
    rows = []
    for i, a in enumerate(school_list):
        for b in school_list[i + 1:]:
            km = a["km"] + b["km"]
            rows.append({"from": a["id"], "to": b["id"], "minutes": km * MINUTES_PER_KM, "metres": km * 1000})
    return rows


def demand(school_list):
    rows = [r for s in school_list[1:] for r in lessons.blocks(s, ("英语",))]
    return [dict(r, periods_per_week=PERIODS, max_per_day=PERIODS) for r in rows]


def rules():
    doc, quotes = FACTS["document"], FACTS["quotes"]
    return [
        {"rule": "one_teacher", "hard": True, "source": source(doc, quotes["alone"])},
        {"rule": "schools", "max_day": 1, "hard": True, "source": source(FACTS["title"], quotes["week"])},
        {"rule": "visiting_days", "max_days": 1, "hard": True, "source": source(FACTS["title"], quotes["week"])},
        {"rule": "need", "model": "timetable", "subjects": ["英语"], "hard": True, "source": source(doc, quotes["grades"])},
        {"rule": "travel_limit", "max_week_minutes": 200, "hard": True, "source": source(EXAMPLE)},
    ]


def make(folder):
    school_list = schools()
    rows = demand(school_list)
    staff = [towns.teacher(Rng(SEED, "staff"), school_list[0], "英语", len(rows) * PERIODS, 4)]
    head = {"name": "wulong", "source": FACTS["document"] + " (one teacher, five points, 7 km)" + build.REST}
    towns.make(folder, head, ("德庆县武垄镇英语走教", rules()), school_list, staff, {
        "demand": rows, "travel": travel(school_list), "busy": towns.closed(SEED, school_list[1:], rows, 12)})
