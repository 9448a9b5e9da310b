/*
 * check_distance.c - lead and member are near enough to each other.
 *
 * Policy    The way from the lead to the member takes at most so many minutes and metres. A row whose way
 *           nobody knows is never allowed, with or without an entry.
 * Place     Rows whose member `where` selects.
 * Counted   need = the limit, have = the way: minutes when they are limited, else metres.
 * Shortfall 1 for each row that is too far.
 * Units     Minutes or metres, one way.
 * Example   Liuzhou scheme: 同一学段学校或地理位置相近.
 */
#include "solver/data/travel.h"
#include "solver/verify/pairing/pairs.h"

void check_pairs_distance(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_pair *p = &w->plan->v[i];
        bool timed = r->max_minutes != ZJ_NONE;
        int have = timed ? zj_minutes(w->in, p->lead, p->member) : zj_metres(w->in, p->lead, p->member);

        if (vf_selects(w, r, p->member))
            vf_tell(w->v, r, vf_where_pair(w, p->lead, p->member), timed ? r->max_minutes : r->max_metres,
                    have == ZJ_NONE ? ZJ_NO_VALUE : have, !vf_is_near(w->in, r, p->lead, p->member));
    }
}

void check_pairs_ways(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_pair *p = &w->plan->v[i];

        vf_tell(w->v, r, vf_where_pair(w, p->lead, p->member), ZJ_NO_VALUE, ZJ_NO_VALUE,
                zj_minutes(w->in, p->lead, p->member) == ZJ_NONE);
    }
}
