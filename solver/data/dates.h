/*
 * dates.h - every day of the horizon: its term and week, and what kind of day it is.
 *
 * The horizon runs from the first day of the first term to the end of the last vacation, without gaps:
 * the day after in->date[i] is in->date[i + 1]. Weeks run from Monday to Sunday and are counted from the
 * one that holds the first day of the term. A day off in holidays.csv is a holiday whatever else it is;
 * after the end of a term there is vacation; within it a day worked instead of another, a day of the week,
 * or the weekend.
 */
#ifndef ZJ_DATA_DATES_H
#define ZJ_DATA_DATES_H

#include "solver/data/instance.h"

/* Fill in->date (arena). May be called again. */
void zj_dates_resolve(struct zj_instance *in);
/* Index into in->date of a day, or -1 when it lies outside the horizon. */
int zj_find_date(const struct zj_instance *in, int32_t date);
/* Index into in->date of a weekday (0 = Monday) in a week of a term, or -1 when there is none. */
int zj_find_week_day(const struct zj_instance *in, int term, int week, int weekday);
/* The week that holds the last day of the term. */
int zj_term_weeks(const struct zj_instance *in, int term);
/* Is there school on that day: a day of the week, or one worked instead? */
bool zj_is_school_day(const struct zj_date *d);
/* 0 = Monday … 6 = Sunday. */
int zj_weekday(int32_t date);

#endif
