/*
 * check_wishes.c - nobody is sent where she said "not at all".
 *
 * Policy    No posting against a wish of level -2.
 * Place     Postings of the plan, of the rule's kinds, that `where` selects, to a school that the teacher
 *           named among her wishes.
 * Counted   need = -1, the lowest level that is still allowed; have = the level of the wish.
 * Shortfall 1 for each offending posting.
 * Units     Levels, -2 to 2.
 * Example   Zhangdian scheme: schools join a community by free choice of both sides.
 */
#include "solver/verify/check.h"

void check_wishes(struct vf_check *c, const struct zj_rule *r)
{
    for (int w = 0; w < c->in->n_wishes; w++) {
        const struct zj_wish *wish = &c->in->wish[w];

        for (int i = c->stays.of_teacher[wish->teacher]; i >= 0; i = c->stays.v[i].next) {
            const struct vf_stay *s = &c->stays.v[i];

            if (s->to == wish->to && vf_concerns(c, r, s))
                vf_found_posting(c, r, s, -1, wish->level, wish->level <= -2);
        }
    }
}
