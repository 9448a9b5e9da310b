/*
 * check_scope.c - postings stay inside the community.
 *
 * Policy    The host is in the sender's community. A school without a community shares none with any other.
 *           Within the county everything is in scope.
 * Place     Postings of the plan, of the rule's kinds, that `where` selects.
 * Counted   Whether sender and host have one community. No numbers.
 * Shortfall 1 for each offending posting.
 * Units     Postings.
 * Example   Libo scheme: 教师交流范围原则上只在集团内部.
 */
#include "solver/verify/check.h"

void check_scope(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *s = &c->stays.v[i];
        int home = c->in->school[s->from].community, host = c->in->school[s->to].community;
        bool together = s->from == s->to || (home >= 0 && home == host);

        if (vf_concerns(c, r, s))
            vf_found_posting(c, r, s, ZJ_NO_VALUE, ZJ_NO_VALUE,
                             r->within == ZJ_WITHIN_COMMUNITY && !together);
    }
}
