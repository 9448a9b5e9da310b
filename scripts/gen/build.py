"""Puts an instance together: roster, demand, past, wishes; what all makers share."""

from gen import extras, terms, write
from gen.curriculum import demand
from gen.rng import Rng
from gen.staff import number, staff

LICENCE = "; coordinates of towns: GeoNames cities500 (geonames.org), CC BY 4.0"
REST = "; everything else is synthetic, teachers' names are labels"


def roster(seed, schools, headcounts=None):
    """Teachers of all schools; headcounts (id -> people) where the sizes are given."""
    teachers = []
    for s in schools:
        teachers += staff(Rng(seed, "staff", s["id"]), s, (headcounts or {}).get(s["id"]))
    return number(teachers)


def policy(name, detour_permille, kmh, kinds, rules):
    return {"name": name, "travel": {"detour_permille": detour_permille, "kmh": kmh, "settle_minutes": 5},
            "defaults": {"max_week": 16, "max_day": 4, "priority": 1}, "kinds": kinds, "rules": rules}


def county(folder, seed, head, policy_, schools, teachers, travel, past, wish_permille, pairings=(), week=None, log=()):
    """
    Write one instance. head: name, source and terms of instance.json; past: (kind, permille of the
    teachers) of postings in earlier years, support posts from leads and the other kinds from members.
    week: tables for the timetable, demand among them; without it nobody asks when a lesson is. log: rows of
    activities.csv.
    """
    to_members, to_leads = extras.members_for_leads(schools), extras.leads_for_members(schools)
    week = week or {"demand": [row for s in schools for row in demand(s["id"], s["stage"], s["classes"])]}
    head = dict(head, synthetic=["teachers", "demand", "travel", "wishes", "history"] + [
        name for name in ("bells", "busy") if name in week] + ["activities"] * bool(log),
                week=terms.week(45 if schools[0]["stage"] == "senior" else 40))
    history = []
    for kind, permille in past:
        hosts = to_members if kind == "support_post" else to_leads
        history += extras.past(Rng(seed, "past", kind), teachers, hosts, kind, permille)
    write.instance(folder, head, policy_, dict(week, **{
        "schools": extras.school_rows(schools),
        "teachers": teachers,
        "travel": travel,
        "wishes": extras.wishes(Rng(seed, "wishes"), teachers, to_members, wish_permille),
        "history": history,
        "pairings": list(pairings),
        **({"activities": list(log)} if log else {}),
    }))
