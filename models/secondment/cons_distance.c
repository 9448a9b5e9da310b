/*
 * cons_distance.c - not farther than the limit.                             usually HARD
 *
 * Policy  Yangcheng scheme: "就近走教"; those with care duties may have a shorter limit (where.flags).
 * Sets    postings p from home to host; minutes and metres of the road, one way.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    none, a filter on columns: minutes <= max_minutes and metres <= max_metres.
 * Size    0 rows.
 * Check   solver/verify/secondment/check_distance.c, which shares no code with this file.
 */
#include "models/secondment/families.h"
#include "solver/data/travel.h"

static bool offends(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    return (r->max_minutes != ZJ_NONE && zj_minutes(c->in, p->from, p->to) > r->max_minutes) ||
           (r->max_metres != ZJ_NONE && zj_metres(c->in, p->from, p->to) > r->max_metres);
}

const struct sec_family cons_distance = {.offends = offends};
