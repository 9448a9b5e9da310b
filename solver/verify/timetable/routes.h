/*
 * routes.h - the ways that a plan file tells, set against those that its lessons need.
 */
#ifndef ZJ_VERIFY_TIMETABLE_ROUTES_H
#define ZJ_VERIFY_TIMETABLE_ROUTES_H

#include "solver/verify/timetable/week.h"

/*
 * Number `leg` (from 1) of a teacher's ways on a day is not as it must be. said == NULL: it is missing;
 * must == NULL: it is superfluous.
 */
typedef void vf_wrong_leg_fn(void *ctx, int teacher, int day, int leg, const struct zj_leg *said,
                             const struct zj_leg *must);

/*
 * Compare every leg: from, to, times, minutes, metres. A way that nobody knows is not compared, travel_time
 * refuses it.
 */
void vf_compare_legs(const struct vf_week *w, const struct zj_legs *legs, vf_wrong_leg_fn *wrong, void *ctx);

#endif
