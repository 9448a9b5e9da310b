/*
 * calendar.h - what can be said of a calendar before anything is solved.
 */
#ifndef ZJ_LINT_CALENDAR_H
#define ZJ_LINT_CALENDAR_H

#include "solver/base/diag.h"
#include "solver/data/policy.h"

/*
 * Add to `d` counts that ask for more than the days have room for, times without any day that are
 * longer than a spacing allows, turns that come round too slowly, and activities that nobody holds.
 */
void zj_precheck_calendar(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d);

#endif
