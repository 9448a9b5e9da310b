/*
 * check_travel.c - no school has too far to go to the host.
 *
 * Policy    The way from each school that takes part to the host is at most `max_minutes` and
 *           `max_metres`. What is online needs no way.
 * Place     Every occurrence with a host, not online, of the activities, of a group that `where` selects.
 * Counted   have = the longest way, in minutes (in metres where only these are limited); need = the limit.
 * Shortfall Schools whose way is too long, or unknown.
 * Units     Schools.
 * Example   Wanhong-Zhangyang plan: 由于两校之间路途较远，因此利用办公平台…网上教学交流.
 */
#include "solver/data/travel.h"
#include "solver/verify/calendar/calendar.h"

static bool is_far(int way, int limit)
{
    return limit != ZJ_NONE && (way == ZJ_NONE || way > limit);
}

static void check_ways(struct vf_year *y, const struct zj_rule *r, const struct zj_occurrence *x)
{
    const struct zj_ids *schools = &vf_group(y, x)->schools;
    bool by_minutes = r->max_minutes != ZJ_NONE;
    int64_t longest = 0;
    int n = 0;

    for (int i = 0; i < schools->n; i++) {
        int minutes = zj_minutes(y->in, schools->v[i], x->host),
            metres = zj_metres(y->in, schools->v[i], x->host);
        int way = by_minutes ? minutes : metres;

        n += is_far(minutes, r->max_minutes) || is_far(metres, r->max_metres);
        longest = way != ZJ_NONE && way > longest ? way : longest;
    }
    vf_tell(y->v, r, vf_where_occurrence(y, x), by_minutes ? r->max_minutes : r->max_metres, longest, n);
}

void check_calendar_travel(struct vf_year *y, const struct zj_rule *r)
{
    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];

        if (vf_is_meant(y, r, x) && x->host >= 0 && !vf_event(y, x)->online)
            check_ways(y, r, x);
    }
}
