/*
 * cons_stability.c - at most so many changes against the plan in force.     usually SOFT
 *
 * Policy  a plan already announced (公示) should change as little as possible.
 * Sets    K = assignments of the plan given by --keep; P = assignments of the new plan.
 * Vars    x[a], one column for each posting of a type                     (model.h)
 * Rows    |K| + sum over a not in K of x[a] - sum over a in K of x[a] <= max
 *         (the size of the symmetric difference; summed over all communities). No plan to keep: no row.
 * Size    1 row. The objective tier `stability` is the same sum as a column cost.
 * Check   solver/verify/secondment/check_stability.c, which shares no code with this file.
 */
#include "models/secondment/families.h"

static void rows(struct sec_model *m, const struct zj_rule *r)
{
    if (!m->ctx->keep)
        return;
    sec_row_begin(m, r, "county horizon");
    for (int a = 0; a < m->n_arcs; a++)
        sec_row_arc(m, a, m->arc[a].cost[ZJ_T_STABILITY]);
    sec_row_end_county(m, -SEC_NO_LIMIT, sec_at_most(r->max, m->ctx->keep->n));
}

const struct sec_family cons_stability = {.rows = rows};
