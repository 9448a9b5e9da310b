/*
 * check_count.c - activities take place often enough, and not too often.
 *
 * Policy    At each place of `over` in each `per` the activities, counted together, take place at least
 *           `min` and at most `max` times; or what they count for in periods. A school counts what it
 *           takes part in, or with `as` what it is host of. A month with fewer than `month_min_days`
 *           school days asks nothing.
 *           With `lessons` the periods that two classes have together by the timetables count, too.
 * Place     Every place of the level that `where` selects, in every period, whether anything takes
 *           place or not.
 * Counted   have = occurrences, or periods; need = the limit that is broken, else min, else max.
 * Shortfall Units below min or above max.
 * Units     Occurrences, or lesson periods.
 * Example   Shangkou scheme: 每个学期每年级每学科集体备课 4 次以上.
 */
#include "solver/verify/calendar/spot.h"

#include <stdlib.h>

static void check_at(struct vf_year *y, const struct zj_rule *r, const struct vf_spot *s,
                     const struct vf_stretch *t)
{
    int64_t have = vf_number_at(y, &r->events, s, t, r->as, r->measure) +
                   (r->lessons ? vf_taught_together(y, s, t, -1) : 0);
    int64_t missing = r->min == ZJ_NONE ? 0 : vf_over(r->min - have);
    int64_t beyond = r->max == ZJ_NONE ? 0 : vf_over(have - r->max);
    int64_t need = (r->min == ZJ_NONE || beyond > 0) && r->max != ZJ_NONE ? r->max : r->min;

    if (r->min != ZJ_NONE || r->max != ZJ_NONE)
        vf_tell(y->v, r, vf_where_spot(y, &r->events, s, t->text), need, have, missing + beyond);
}

void check_calendar_count(struct vf_year *y, const struct zj_rule *r)
{
    struct vf_spots spots = vf_list_spots(y, r);
    struct vf_stretches times = vf_list_stretches(y, r->span, r->month_min_days);

    for (int s = 0; s < spots.n; s++)
        for (int t = 0; t < times.n; t++)
            check_at(y, r, &spots.v[s], &times.v[t]);
    free(spots.v);
}
