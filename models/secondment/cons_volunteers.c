/*
 * cons_volunteers.c - only those who applied, or were approved, go.         usually HARD
 *
 * Policy  a county's plan: "本人申请、学校推荐、教体局审核调配".
 * Sets    postings p; states = the accepted states of `applied`.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    none, a filter on columns; a soft rule costs its weight for each such posting.
 * Size    0 rows.
 * Check   solver/verify/secondment/check_volunteers.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

static bool offends(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    return !zj_ids_has(&r->states, (int)c->in->teacher[p->teacher].applied);
}

static int64_t sign(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term)
{
    (void)term;
    return zj_ids_has(&r->states, (int)c->in->teacher[teacher].applied);
}

const struct sec_family cons_volunteers = {.offends = offends, .sign = sign};
