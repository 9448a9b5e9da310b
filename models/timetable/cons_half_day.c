/*
 * cons_half_day.c - a change of campus only between two sessions.            usually HARD
 *
 * Policy  "半天不换校": a teacher stays at one campus for the morning, at one for the afternoon.
 * Sets    pairs of adjacent lessons of a teacher's day that lie in one session.
 * Vars    the board: the campus of each lesson, in the order of the day.
 * Rows    no such pair at different campuses; one for each that is. Stage 1 makes days of whole sessions.
 * Size    n - 1 pairs for a day of n lessons.
 * Check   solver/verify/timetable/check_half_day.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

int tt_half_day_changes(const struct board_facts *f, const struct tt_limits *l)
{
    return l->half_day ? f->half_changes : 0;
}
