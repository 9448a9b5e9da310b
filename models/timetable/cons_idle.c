/*
 * cons_idle.c - free periods between the lessons of a teacher's day.         usually SOFT
 *
 * Policy  a travelling teacher should not sit and wait at a school that is not home.
 * Sets    base periods between the first and the last lesson of a teacher's day, by clock.
 * Vars    the board: the lessons of the day.
 * Rows    such periods in which no lesson is taught <= max_day; each one more counts. The tier `idle` is the
 *         sum over all days, rule or not. Stage 1 knows nothing of it.
 * Size    three masks of base periods for each day.
 * Check   solver/verify/timetable/check_idle.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

int tt_idle_periods(const struct board_facts *f)
{
    unsigned taught = 0;

    if (f->n < 2)
        return 0;
    for (int i = 0; i < f->n; i++)
        taught |= f->cell[i].bell->covers;
    return __builtin_popcount(f->cell[0].bell->after & f->cell[f->n - 1].bell->before & ~taught);
}

int tt_idle_day(const struct board_facts *f, const struct tt_limits *l)
{
    return f->idle > l->idle_day ? f->idle - l->idle_day : 0;
}
