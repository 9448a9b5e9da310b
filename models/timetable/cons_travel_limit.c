/*
 * cons_travel_limit.c - minutes and metres on the way.                       usually HARD
 *
 * Policy  no way longer than an hour, none farther than the bus goes; with or without the ways from and to
 *         home.
 * Sets    legs, days and weeks of a teacher.
 * Vars    the board: the legs of each day.
 * Rows    each leg, each day's sum and each week's sum within the limits, minutes and metres apart; one for
 *         each that is not. Stage 1 leaves such legs and days out.
 * Size    two comparisons for each leg, day and week.
 * Check   solver/verify/timetable/check_travel_limit.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

#include "solver/data/instance.h"

/* [1] of all ways, [0] without those from and to home. */
static int over(const int have[2], const int limit[2])
{
    return have[0] > limit[0] || have[1] > limit[1];
}

int tt_travel_limit_day(const struct board_facts *f, const struct tt_limits *l)
{
    int n = 0;

    if (f->n_legs == 0)
        return 0;
    for (int i = 0; i < f->n_legs; i++) {
        const struct board_leg *leg = &f->leg[i];
        if (leg->minutes == ZJ_NONE)
            continue;
        const int minutes[2] = {leg->home ? 0 : leg->minutes, leg->minutes};
        const int metres[2] = {leg->home ? 0 : leg->metres, leg->metres};
        n += over(minutes, l->leg_minutes) + over(metres, l->leg_metres);
    }
    return n + over(f->minutes, l->day_minutes) + over(f->metres, l->day_metres);
}

int tt_travel_limit_week(const struct board_week_facts *w, const struct tt_limits *l)
{
    return over(w->minutes, l->week_minutes) + over(w->metres, l->week_metres);
}
