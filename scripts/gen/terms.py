"""School terms with plausible dates, the week's bells, and dates without a calendar library."""

# First three school years by hand (winter holidays follow the lunar new year); later ones are alike.
KNOWN = {
    2026: (("09-01", "01-22"), ("02-22", "07-02")),
    2027: (("09-01", "01-14"), ("02-14", "06-30")),
    2028: (("09-01", "01-26"), ("02-26", "07-06")),
}
LATER = (("09-01", "01-20"), ("02-20", "07-04"))
FIRST_YEAR = 2026
FIRST_DAY = "2026-09-01"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")


def terms(count):
    """`count` terms from autumn 2026 on: 2026A, 2026B, 2027A, ..."""
    out = []
    for i in range(count):
        year = FIRST_YEAR + i // 2
        (a_start, a_end), (b_start, b_end) = KNOWN.get(year, LATER)
        name = "%d-%d" % (year, year + 1)
        if i % 2 == 0:
            out.append({"id": "%dA" % year, "year": name, "start": "%d-%s" % (year, a_start),
                        "end": "%d-%s" % (year + 1, a_end)})
        else:
            out.append({"id": "%dB" % year, "year": name, "start": "%d-%s" % (year + 1, b_start),
                        "end": "%d-%s" % (year + 1, b_end)})
    return out


def autumn(term_list):
    return [t["id"] for t in term_list if t["id"].endswith("A")]


def clock(minutes):
    return "%02d:%02d" % divmod(minutes, 60)


def bells(lesson_minutes, starts=(500, 550, 610, 660, 840, 890, 940)):
    """(id, start, end) of seven lessons; starts are minutes after midnight, 08:20 and so on unless given."""
    return [(i + 1, clock(at), clock(at + lesson_minutes)) for i, at in enumerate(starts)]


def week(lesson_minutes, **starts):
    """Seven lessons a day: four in the morning, three in the afternoon."""
    periods = [{"id": i, "start": start, "end": end, "session": "am" if i <= 4 else "pm"}
               for i, start, end in bells(lesson_minutes, **starts)]
    return {"days": list(DAYS), "periods": periods}


def date(year, month, day):
    return "%04d-%02d-%02d" % (year, month, day)


def birthday(rng, age):
    """A birth date of somebody who is `age` completed years old on the horizon's first day (1 September)."""
    month, day = rng.between(1, 12), rng.between(1, 28)
    year = FIRST_YEAR - age - (1 if (month, day) > (9, 1) else 0)
    return date(year, month, day)
