/*
 * week_list.h - every way to fill a teacher's week with the options of its days.
 *
 * Weeks are listed a set of campuses at a time, day by day; of weeks with equal profiles at every campus
 * only the quickest is kept. When there are few weeks, all sets are listed together.
 */
#ifndef MODELS_TIMETABLE_WEEK_LIST_H
#define MODELS_TIMETABLE_WEEK_LIST_H

#include "models/timetable/weeks.h"

/*
 * Add the plans of the week, their items and the profiles to *w, whose days are listed. False when there
 * are too many, or the user wants an end: then they are not complete.
 */
bool tt_week_list_plans(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                        const struct tt_reach *r, int teacher);

#endif
