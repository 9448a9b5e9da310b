/*
 * cons_scope.c - postings stay inside the community.                        usually HARD
 *
 * Policy  Libo scheme: "教师交流范围原则上只在集团内部"; Yangcheng: "优先在教学共同体学校支教" (soft).
 * Sets    postings p from home h(p) to host s(p); community of a school.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    none, a filter on columns: community(h) = community(s), both known. Hard, it is what
 *         lets communities be solved apart; soft, a posting outside costs its weight.
 * Size    0 rows.
 * Check   solver/verify/secondment/check_scope.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

static bool offends(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    int home = c->in->school[p->from].community;

    return r->within == ZJ_WITHIN_COMMUNITY && (home < 0 || home != c->in->school[p->to].community);
}

const struct sec_family cons_scope = {.offends = offends};
