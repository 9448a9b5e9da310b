/*
 * cons_fairness.c - minutes a week on the way of one teacher.                usually SOFT
 *
 * Policy  nobody should carry the long ways of the whole community.
 * Sets    weeks of a teacher.
 * Vars    the board: the legs of each day.
 * Rows    minutes of all legs of the week <= max_minutes; each minute more counts. The tier `fairness` is
 *         the largest
 *         week of any teacher, rule or not.
 * Size    one comparison for each week.
 * Check   solver/verify/timetable/check_fairness.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

int tt_fairness_week(const struct board_week_facts *w, const struct tt_limits *l)
{
    return w->minutes[1] > l->week_minutes[1] ? w->minutes[1] - l->week_minutes[1] : 0;
}
