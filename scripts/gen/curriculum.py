"""Weekly periods of each subject and grade, and the weekly load of a teacher: plausible tables, labelled synthetic."""

# subject -> periods in each grade of the stage. Totals are near the national plan (26 to 34 a week).
PERIODS = {
    "primary": {
        "语文": (8, 8, 7, 7, 6, 6), "数学": (4, 4, 5, 5, 5, 5), "英语": (0, 0, 3, 3, 3, 3),
        "道德与法治": (2, 2, 2, 2, 3, 3), "科学": (1, 1, 2, 2, 3, 3), "体育": (4, 4, 3, 3, 3, 3),
        "音乐": (2, 2, 2, 2, 2, 2), "美术": (2, 2, 2, 2, 2, 2), "信息技术": (0, 0, 1, 1, 1, 1),
    },
    "junior": {
        "语文": (6, 6, 6), "数学": (6, 6, 6), "英语": (5, 5, 5), "物理": (0, 3, 4), "化学": (0, 0, 4),
        "生物": (2, 2, 0), "地理": (2, 2, 0), "历史": (2, 2, 2), "道德与法治": (2, 2, 3),
        "体育": (3, 3, 3), "音乐": (1, 1, 1), "美术": (1, 1, 1), "信息技术": (1, 1, 0),
    },
    "senior": {
        "语文": (5, 5, 6), "数学": (5, 5, 6), "英语": (5, 5, 6), "物理": (3, 3, 3), "化学": (3, 3, 3),
        "生物": (2, 2, 2), "政治": (2, 2, 2), "历史": (2, 2, 2), "地理": (2, 2, 2),
        "体育": (2, 2, 2), "音乐": (1, 1, 0), "美术": (1, 1, 0), "信息技术": (2, 2, 0),
    },
}
FIRST_GRADE = {"primary": 1, "junior": 7, "senior": 10}
SHORTAGE = ("音乐", "美术", "体育", "信息技术")

# Periods a week of a full load.
NORM = {
    "primary": {"语文": 14, "数学": 14, "英语": 16, "音乐": 16, "美术": 16, "体育": 16, "信息技术": 16},
    "junior": {"语文": 12, "数学": 12, "英语": 12, "音乐": 16, "美术": 16, "体育": 14, "信息技术": 16},
    "senior": {"语文": 12, "数学": 12, "英语": 12, "音乐": 14, "美术": 14, "体育": 14, "信息技术": 14},
}
OTHER_NORM = {"primary": 16, "junior": 14, "senior": 12}
# A manager teaches less. Periods a week.
CADRE_LOAD = {"middle": 8, "vice": 6, "principal": 4}

# A second subject that a teacher of the first can take.
SECOND = {
    "primary": {"语文": ("道德与法治", "美术"), "数学": ("科学", "信息技术"), "英语": ("音乐",), "科学": ("信息技术",),
                "道德与法治": ("语文",), "音乐": ("美术",), "美术": ("音乐",)},
    "junior": {"语文": ("历史",), "数学": ("信息技术",), "物理": ("信息技术",), "生物": ("地理",), "地理": ("生物",),
               "历史": ("道德与法治",), "道德与法治": ("历史",), "音乐": ("美术",), "美术": ("音乐",)},
    "senior": {"数学": ("信息技术",), "物理": ("信息技术",), "政治": ("历史",), "历史": ("政治",), "音乐": ("美术",)},
}


def subjects(stage):
    return list(PERIODS[stage])


def norm(stage, subject):
    return NORM[stage].get(subject, OTHER_NORM[stage])


def need(stage, classes):
    """subject -> periods a week, for a tuple of classes in each grade."""
    return {s: sum(p * c for p, c in zip(periods, classes)) for s, periods in PERIODS[stage].items()}


def demand(school_id, stage, classes):
    """Rows of demand.csv."""
    rows = []
    for subject, periods in PERIODS[stage].items():
        for i, (p, c) in enumerate(zip(periods, classes)):
            if p and c:
                rows.append({"school_id": school_id, "subject": subject, "periods_per_week": p, "classes": c,
                             "grade": FIRST_GRADE[stage] + i})
    return rows
