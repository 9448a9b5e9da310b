"""
Small instances whose policy is a file of instances/policies: a few schools, a year or two, classes in the scarce
subjects, main subjects by grade.
"""

import json
import os
import shutil

from gen import build, extras, lessons, roads, terms, write
from gen.curriculum import PERIODS, SHORTAGE
from gen.facts_schemes import SCHEMES
from gen.rng import Rng
from gen.staff import number, person, staff
from gen.yangcheng_week import main_rows

INSTANCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "instances")
KMH = 40
BUREAU_CADRES = 3
LONG_YEARS = (6, 14)  # of service at one school, where the rules speak of many


def seed_of(name):
    return sum(ord(c) * (i + 1) for i, c in enumerate(name))


def school(id_, community, lead, facts):
    name, stage, kind, classes, town, traits = facts
    return {"id": id_, "name": name, "stage": stage, "community_id": community, "role": "lead" if lead else "member",
            "kind": kind, "traits": traits, "classes": lessons.grades(stage, classes), "town": town,
            "backbone_permille": 320 if lead else 200}


def schools(facts):
    out = []
    for community, rows in facts["groups"]:
        out += [school("S%02d" % (len(out) + i + 1), community, i == 0, row) for i, row in enumerate(rows)]
    return out


def bureaus(names):
    """Bureaus that swap cadres: the first of each two leads the other, in a community of their own."""
    return [{"id": "B%02d" % (i + 1), "name": name, "stage": "primary", "community_id": "教育局%d" % (i // 2 + 1),
             "role": "lead" if i % 2 == 0 else "member", "traits": "bureau", "town": (i, -i), "classes": ()}
            for i, name in enumerate(names)]


def people(seed, name, school_list, facts):
    rows = []
    for s in school_list:
        rng = Rng(seed, "staff", s["id"])
        if s["traits"] == "bureau":
            rows += [person(rng, s, "语文", "middle") for _ in range(BUREAU_CADRES)]
        else:
            rows += staff(rng, s)
    for i, row in enumerate(rows):
        rng = Rng(seed, "more", i)
        if facts.get("heads") and row["rank"]:
            row["rank"] += ";subject_head"
        if facts.get("long_service") and rng.chance(600):
            years = min(rng.between(*LONG_YEARS), terms.FIRST_YEAR - int(row["service_since"][:4]))
            row["here_since"] = terms.date(terms.FIRST_YEAR - years, 8, 20)
    return number(rows)


def demand(school_list):
    rows = []
    for s in school_list:
        if not s["classes"]:
            continue
        for subject in PERIODS[s["stage"]]:
            rows += lessons.blocks(s, (subject,)) if subject in SHORTAGE else main_rows(s, subject)
    return rows


def pairings(school_list, facts):
    """Leads and members; a chain names the school in between."""
    ids = {s["name"]: s["id"] for s in school_list}
    rows = extras.pairings(school_list)
    for row in rows:
        member = next(s["name"] for s in school_list if s["id"] == row["member_id"])
        if member in facts.get("chain", {}):
            row["lead_id"] = ids[facts["chain"][member]]
        row["form"] = facts.get("form", "alliance")
    return rows


def mentors(teachers, school_list, count):
    """For each member so many young teachers, each with a backbone teacher of the subject at the lead."""
    rows, taken = [], set()
    for lead, members in extras.by_community(school_list).values():
        for m in members:
            young = sorted((t for t in teachers if t["school_id"] == m and t["post"] == "teacher"),
                           key=lambda t: (t["service_since"], t["teacher_id"]), reverse=True)
            found = 0
            for mentee in young:
                mentor = next((t["teacher_id"] for t in teachers if t["school_id"] == lead and "backbone" in t["rank"]
                               and t["subjects"].split(";")[0] == mentee["subjects"].split(";")[0]
                               and t["teacher_id"] not in taken), None)
                if mentor and found < count:
                    taken.add(mentor)
                    found += 1
                    rows.append({"mentor_id": mentor, "mentee_id": mentee["teacher_id"]})
    return rows


def sync(school_list, rows, subjects):
    """The first class of the lead and of each member have two subjects at one time, where both are in the timetable."""
    out, of = [], {}
    for r in rows:
        if "class_id" in r:
            of.setdefault((r["school_id"], r["subject"]), r["class_id"])
    for lead, members in extras.by_community(school_list).values():
        for subject in subjects:
            for m in members[:1]:
                if (lead, subject) in of and (m, subject) in of:
                    out.append({"class_a": of[lead, subject], "class_b": of[m, subject], "subject": subject, "periods": 1})
    return out


def make(folder, name):
    facts, seed = SCHEMES[name], seed_of(name)
    school_list = schools(facts) + bureaus(facts.get("bureaus", ()))
    teachers = people(seed, name, school_list, facts)
    spots = Rng(seed, "places")
    places = {s["id"]: roads.spread(spots, s["town"], 600) for s in school_list}
    rows = demand(school_list)
    busy = []
    for s in school_list:
        if s["classes"]:
            own = lessons.totals(lessons.blocks(s, SHORTAGE))
            busy += lessons.closed_cells(Rng(seed, "week", s["id"]), s, own)
    with open(os.path.join(INSTANCES, "policies", facts["policy"] + ".json"), encoding="utf-8") as f:
        document = json.load(f)["source"]
    term_list = terms.terms(facts["terms"])
    term_list[-1]["vacation_until"] = "%s-08-31" % term_list[-1]["end"][:4]
    head = {"name": name, "source": document + " (" + facts["real"] + "); names marked 标签 are labels" + build.REST,
            "terms": term_list, "week": terms.week(40), "synthetic": ["teachers", "demand", "travel", "busy", "wishes"]}
    if "reading" in facts:
        head["reading"] = facts["reading"]
    write.instance(folder, head, "../policies/%s.json" % facts["policy"], {
        "schools": extras.school_rows(school_list), "teachers": teachers, "demand": rows, "busy": busy,
        "travel": roads.table(Rng(seed, "roads"), school_list, places, 1200, 1500, KMH),
        "wishes": extras.wishes(Rng(seed, "wishes"), teachers, extras.members_for_leads(school_list), 120),
        "pairings": pairings(school_list, facts),
        "mentors": mentors(teachers, school_list, facts.get("mentors", 0)),
        "sync": sync(school_list, rows, facts.get("sync", ()))})
    shutil.copyfile(os.path.join(INSTANCES, "holidays-2026.csv"), os.path.join(folder, "holidays.csv"))
