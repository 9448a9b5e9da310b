"""Writes the tables of an instance as CSV and JSON, byte for byte the same everywhere."""

import json
import os

TEACHER_COLUMNS = ("teacher_id", "name", "sex", "birth_date", "school_id", "subjects", "post", "rank", "title",
                   "service_since", "here_since", "max_week", "max_day", "max_schools_day", "max_schools_week", "flags",
                   "applied")
SCHOOL_COLUMNS = ("school_id", "name", "stage", "community_id", "role", "kind", "traits", "campus_id", "lat", "lon")
DEMAND_COLUMNS = ("school_id", "subject", "periods_per_week", "class_id", "classes", "grade", "max_per_day",
                  "teacher_id", "priority")
PIN_COLUMNS = ("model", "forbid", "teacher_id", "school_id", "class_id", "subject", "day", "period")
# Left out of a table in which no row has them.
OPTIONAL = {"traits", "campus_id", "lat", "lon", "form", "max_day", "max_schools_day", "max_schools_week", "class_id", "classes",
            "max_per_day", ("demand", "teacher_id"), "priority"}
TABLES = (
    ("schools", SCHOOL_COLUMNS),
    ("teachers", TEACHER_COLUMNS),
    ("demand", DEMAND_COLUMNS),
    ("travel", ("from", "to", "minutes", "metres")),
    ("bells", ("school_id", "period", "start", "end")),
    ("busy", ("who", "id", "day", "period", "reason")),
    ("wishes", ("teacher_id", "to_school_id", "level")),
    ("history", ("teacher_id", "kind", "from_school_id", "to_school_id", "start", "end")),
    ("pairings", ("lead_id", "member_id", "form")),
    ("preferences", ("from_school_id", "to_school_id", "rank")),
    ("pins", PIN_COLUMNS),
    ("sync", ("class_a", "class_b", "subject", "periods")),
    ("mentors", ("mentor_id", "mentee_id")),
    ("activities", ("teacher_id", "kind", "date", "quantity", "unit", "grade")),
)


def cell(value):
    text = "" if value is None else str(value)
    if any(c in text for c in ',"\n\r'):
        text = '"' + text.replace('"', '""') + '"'
    return text


def put(path, text):
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(text)


def put_json(path, value):
    put(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def policy(folder, file, value):
    put_json(os.path.join(folder, file), dict(value, format="zoujiao-policy/1"))


def table(folder, name, columns, rows):
    lines = [",".join(columns)] + [",".join(cell(r.get(c)) for c in columns) for r in rows]
    put(os.path.join(folder, name + ".csv"), "\n".join(lines) + "\n")


def instance(folder, head, rules, tables):
    """
    head: the fields of instance.json; rules: the policy, or the path of one that stands elsewhere; tables: name ->
    list of dicts. Empty optional tables are left out.
    """
    os.makedirs(folder, exist_ok=True)
    path = rules if isinstance(rules, str) else "policy.json"
    put_json(os.path.join(folder, "instance.json"), dict(head, format="zoujiao-instance/1", policy=path))
    if path is not rules:
        policy(folder, path, rules)
    for name, columns in TABLES:
        rows = tables.get(name, [])
        if not rows and (name not in tables or name not in ("schools", "teachers", "demand", "travel")):
            continue
        used = [c for c in columns if not OPTIONAL & {c, (name, c)} or any(c in r for r in rows)]
        table(folder, name, used, rows)
