/*
 * check_rest.c - some terms at home between two postings.
 *
 * Policy    Between the end of one posting and the beginning of the next at least so many whole terms lie
 *           at home.
 * Place     Postings p of the plan that `where` selects; against each the teacher's earlier postings of the
 *           plan and all of history, both of the rule's kinds.
 * Counted   need = `terms`; have = the fewest whole terms of the horizon between p and any of them. For
 *           history that ended before the horizon the terms are unknown: one for each 183 days between.
 * Shortfall 1 for each offending posting p, however many it is too near to.
 * Units     Terms.
 * Example   Linzi scheme: 挂职人员交流时间每期原则上不少于1学年，不超过2学年 (and then home).
 */
#include "solver/verify/check.h"

enum { DAYS_OF_A_TERM = 183 };

/* Whole terms that begin after `last` and end before `next`. */
static int terms_between(const struct zj_instance *in, int32_t last, int32_t next)
{
    int n = 0;

    for (int t = 0; t < in->n_terms; t++)
        n += in->term[t].start > last && in->term[t].end < next;
    return n;
}

/* Terms at home between p and q; 0 when they overlap. */
static int terms_at_home(const struct zj_instance *in, const struct vf_stay *p, const struct vf_stay *q)
{
    if (q->end < in->term[0].start)
        return (p->start - q->end) / DAYS_OF_A_TERM;
    return q->start < p->start ? terms_between(in, q->end, p->start) : terms_between(in, p->end, q->start);
}

void check_rest(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *p = &c->stays.v[i];
        int fewest = -1;

        if (!vf_concerns(c, r, p))
            continue;
        for (int k = c->stays.of_teacher[p->teacher]; k >= 0; k = c->stays.v[k].next) {
            const struct vf_stay *q = &c->stays.v[k];

            if (!vf_kind_is(r, q) || (q->planned && q->first >= p->first))
                continue;
            int terms = terms_at_home(c->in, p, q);
            if (fewest < 0 || terms < fewest)
                fewest = terms;
        }
        if (fewest >= 0)
            vf_found_posting(c, r, p, r->terms, fewest, fewest < r->terms);
    }
}
