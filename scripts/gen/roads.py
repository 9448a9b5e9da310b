"""Synthetic roads between schools: a sketch in metres, winding by a random share, slow in the mountains."""

from math import isqrt

from gen.staff import ceil_div


def spread(rng, town, radius):
    """A place in metres within `radius` of the town's (x, y) in km on the sketch."""
    x, y = town
    return (x * 1000 + rng.between(-radius, radius), y * 1000 + rng.between(-radius, radius))


def winding(rng, a, b, lo, hi):
    """Metres by road between two places: the straight line times lo..hi permille, at least 300."""
    dx, dy = a[0] - b[0], a[1] - b[1]
    return max(300, isqrt(dx * dx + dy * dy) * rng.between(lo, hi) // 1000 // 100 * 100)


def minutes(metres, kmh):
    """Two minutes to start and stop, the rest at `kmh`."""
    return 2 + ceil_div(metres * 60, kmh * 1000)


def table(rng, schools, places, lo, hi, kmh):
    """Rows of travel.csv: every pair of schools once, except those on one campus."""
    rows = []
    for i, a in enumerate(schools):
        for b in schools[i + 1:]:
            if a.get("campus_id") and a.get("campus_id") == b.get("campus_id"):
                continue
            metres = winding(rng, places[a["id"]], places[b["id"]], lo, hi)
            rows.append({"from": a["id"], "to": b["id"], "minutes": minutes(metres, kmh), "metres": metres})
    return rows
