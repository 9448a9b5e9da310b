/*
 * check_volunteers.c - only those who asked, or were put forward, are sent.
 *
 * Policy    The state of the teacher's application is among those listed.
 * Place     Postings of the plan, of the rule's kinds, that `where` selects.
 * Counted   Whether `applied` of the teacher is in `states`. No numbers.
 * Shortfall 1 for each offending posting.
 * Units     Postings.
 * Example   County plan for communities of town and country schools: 本人申请、学校推荐、教体局审核调配.
 */
#include "solver/verify/check.h"

void check_volunteers(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *s = &c->stays.v[i];

        if (vf_concerns(c, r, s))
            vf_found_posting(c, r, s, ZJ_NO_VALUE, ZJ_NO_VALUE,
                             !zj_ids_has(&r->states, (int)c->in->teacher[s->teacher].applied));
    }
}
