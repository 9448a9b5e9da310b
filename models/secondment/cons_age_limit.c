/*
 * cons_age_limit.c - too old on the first day, no posting.                 usually HARD
 *
 * Policy  Enshi scheme: "男50周岁、女45周岁以下"; another county writes "及以下" (inclusive).
 * Sets    postings p of the kinds, by teacher t(p) and first day d(p).
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    none: completed years(t, d) < max[sex t] (<= when inclusive) is a filter on
 *         columns; a soft limit costs its weight on the column.
 * Size    0 rows. Unit: completed years; born on 29 February = 1 March in common years.
 * Check   solver/verify/secondment/check_age_limit.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

static bool too_old(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term)
{
    const struct zj_teacher *t = &c->in->teacher[teacher];
    int limit = r->max_age[t->sex];
    int age = mc_years(t->birth, c->in->term[term].start);

    return limit != ZJ_NONE && (r->inclusive ? age > limit : age >= limit);
}

static bool offends(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    return too_old(c, r, p->teacher, p->start);
}

static int64_t sign(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term)
{
    return too_old(c, r, teacher, term);
}

const struct sec_family cons_age_limit = {.offends = offends, .sign = sign};
