/*
 * cons_wishes.c - nobody is sent where she asked not to go.                 usually SOFT
 *
 * Policy  a county's plan: "本人申请"; level -2 of wishes.csv = strongly unwilling.
 * Sets    postings p; level(t, s) of wishes.csv, absent = 0.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    none, a filter on columns (hard) or a cost (soft) where level(t(p), s(p)) = -2. The
 *         objective tier `wishes` = - sum of levels is a column cost, rule or no rule.
 * Size    0 rows. Teachers with wishes are types of their own.
 * Check   solver/verify/secondment/check_wishes.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

enum { STRONGLY_UNWILLING = -2 };

static bool offends(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    (void)r;
    return sec_wish(c, p->teacher, p->to) == STRONGLY_UNWILLING;
}

const struct sec_family cons_wishes = {.offends = offends};
