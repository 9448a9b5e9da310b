"""What the makers of single towns share: schools, teachers given one by one, classes, and the files."""

from gen import build, extras, lessons, terms, write
from gen.rng import Rng
from gen.staff import number, person


def school(id_, name, community, lead, classes, kind, **more):
    return dict({"id": id_, "name": name, "stage": "primary", "community_id": community,
                 "role": "lead" if lead else "member", "kind": kind, "classes": classes}, **more)


def teacher(rng, home, subject, load, max_day=5):
    """One row of teachers.csv; nobody has a second subject or a circumstance here."""
    return dict(person(rng, home, subject, "teacher"), subjects=subject, max_week=load, max_day=max_day, flags="")


def closed(seed, schools, demand, slack):
    """Rows of busy.csv: the cells that main subjects take."""
    out = []
    for s in schools:
        own = lessons.totals(r for r in demand if r["school_id"] == s["id"])
        out += lessons.closed_cells(Rng(seed, "week", s["id"]), s, own, slack)
    return out


def make(folder, head, policy, schools, teachers, tables):
    """head: name and source; policy: (name, rules); tables: what stands beside schools and teachers."""
    names = ("teachers", "demand") + tuple(name for name in ("travel", "bells", "busy") if tables.get(name))
    head = dict({"terms": terms.terms(2), "week": terms.week(40), "synthetic": list(names)}, **head)
    name, rules = policy
    write.instance(folder, head, build.policy(name, 1400, 30, [], rules),
                   dict(tables, schools=extras.school_rows(schools), teachers=number(teachers)))
