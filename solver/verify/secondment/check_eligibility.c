/*
 * check_eligibility.c - only those who pass the filter may take the kind.
 *
 * Policy    The post, rank, title, years of service, years at the school, subject or stage that a posting
 *           of the kind asks for. A blank date meets no number of years.
 * Place     Postings of the plan, of the rule's kinds, that `where` selects.
 * Counted   Whether the posting passes `filter` on its first day. No numbers.
 * Shortfall 1 for each offending posting.
 * Units     Postings.
 * Example   Linzi scheme: 具有较高管理或教学水平; Shangkou scheme: 参教不满三年的年轻教师.
 */
#include "solver/verify/check.h"

void check_eligibility(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *s = &c->stays.v[i];

        if (vf_concerns(c, r, s))
            vf_found_posting(c, r, s, ZJ_NO_VALUE, ZJ_NO_VALUE, !vf_stay_passes(c->in, &r->filter, s));
    }
}
