/*
 * cons_visiting_days.c - when a teacher visits a school, and for how much.   HARD or SOFT
 *
 * Policy  Longfeng: English teachers go to Sanhe primary school "每周五"; a journey should carry several
 *         lessons.
 * Sets    visits: unbroken rows of lessons at one campus off the home campus; days with one, for each campus.
 * Vars    the board: the campus of each lesson, in the order of the day.
 * Rows    days of a campus <= max_days; only on the weekdays named; lessons of a visit >= min_periods.
 *         Each day too many, each wrong day and each short visit counts one. A short visit may be mended
 *         by one
 *         more lesson, so a board under construction may have some; a finished one has none that a hard
 *         rule forbids.
 * Size    one pass over the lessons of a day; one comparison for each campus of a week.
 * Check   solver/verify/timetable/check_visiting_days.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

static const struct tt_visit_limits *limits_at(const struct board_facts *f, int cell,
                                               const struct tt_visit_limits *l)
{
    return l ? l : &f->teacher->reach[f->cell[cell].reach].visit;
}

int tt_visiting_wrong_days(const struct board_facts *f, const struct tt_visit_limits *l)
{
    int n = 0;

    if (l ? (l->days >> f->day & 1) : !f->teacher->visits_limited)
        return 0;
    for (int i = 0; i < f->n; i++) {
        int before = i - 1;
        while (before >= 0 && f->cell[before].campus != f->cell[i].campus)
            before--;
        n += before < 0 && f->cell[i].campus != 0 && !(limits_at(f, i, l)->days >> f->day & 1);
    }
    return n;
}

int tt_visiting_short(const struct board_facts *f, const struct tt_visit_limits *l)
{
    int n = 0;

    if (l ? l->min_periods < 2 : !f->teacher->visits_limited)
        return 0;
    for (int i = 0, k; i < f->n; i = k) {
        for (k = i + 1; k < f->n && f->cell[k].campus == f->cell[i].campus;)
            k++;
        n += f->cell[i].campus != 0 && k - i < limits_at(f, i, l)->min_periods;
    }
    return n;
}

int tt_visiting_days_over(int days, const struct tt_visit_limits *l)
{
    return days > l->max_days ? days - l->max_days : 0;
}
