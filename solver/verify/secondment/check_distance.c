/*
 * check_distance.c - nobody is sent too far.
 *
 * Policy    Minutes and metres from home school to host, one way, are at most the limits. Where no road is
 *           known no limit is met.
 * Place     Postings of the plan, of the rule's kinds, that `where` selects (those with care duties, say).
 * Counted   need = the limit, have = the minutes (the metres, when they alone are limited or alone too many).
 * Shortfall 1 for each offending posting.
 * Units     Minutes or metres.
 * Example   Yangcheng scheme: 多校设岗、一岗多校、共聘一人、就近走教.
 */
#include "solver/data/travel.h"
#include "solver/verify/check.h"

static bool too_far(int limit, int way)
{
    return limit != ZJ_NONE && (way == ZJ_NONE || way > limit);
}

void check_distance(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *s = &c->stays.v[i];
        int minutes = zj_minutes(c->in, s->from, s->to), metres = zj_metres(c->in, s->from, s->to);
        bool late = too_far(r->max_minutes, minutes), far = too_far(r->max_metres, metres);
        bool tell_metres = r->max_minutes == ZJ_NONE || (far && !late);
        int need = tell_metres ? r->max_metres : r->max_minutes, have = tell_metres ? metres : minutes;

        if (need != ZJ_NONE && vf_concerns(c, r, s))
            vf_found_posting(c, r, s, need, have == ZJ_NONE ? ZJ_NO_VALUE : have, late || far);
    }
}
