/*
 * cons_rounds.c - one member at a time, in rounds.                          usually HARD
 *
 * Policy  Enshi: "在2至3年内与…一所农村乡镇…初中或中心小学结成发展共同体", "经过两三个轮回…基本覆盖".
 * Sets    leads l; members that `where` selects; rounds 1 .. R.
 * Vars    x[l,m]                                                           (model.h)
 * Rows    each l:  sum over selected m of x[l,m] <= R. Which member has which round does not matter to any
 *         rule, so the rounds are dealt out afterwards, nearest member first (unload.c); of two entries that
 *         speak of the same members both come out as counted here. Of a fixed pairing,
 *         each l and round t:  sum over m in round t of x[l,m] <= 1; a round beyond R is a filter.
 * Size    |leads| rows; of a fixed pairing |leads| R.
 * Check   solver/verify/pairing/check_rounds.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

/* A pair without a round is in the first. */
static int round_of(const struct pr_pair *p)
{
    return p->round > 0 ? p->round : 1;
}

static void lead(struct pr_model *m, const struct zj_rule *r, int l, int t, int64_t most)
{
    mc_begin(&m->p);
    for (int k = m->of_lead[l]; k < m->of_lead[l + 1]; k++)
        if (pr_selects(m, r, m->pair[k].member) && (!m->fixed || round_of(&m->pair[k]) == t))
            mc_add(&m->p, k, 1);
    mc_counts(&m->p, 0);
    mc_demand(&m->p, r, m->in->school[l].id, INT64_MIN, most, 1);
}

static void forbid_late(struct pr_model *m, const struct zj_rule *r)
{
    for (int k = 0; k < m->n_pairs; k++)
        if (round_of(&m->pair[k]) > r->rounds && pr_selects(m, r, m->pair[k].member))
            pr_forbid(m, r, pr_row_text(m, k), k);
}

void pr_rounds(struct pr_model *m, const struct zj_rule *r)
{
    enum { LAST_ROUND = 100 }; /* of the tables */

    for (int l = 0; l < m->in->n_schools; l++) {
        if (!m->fixed && m->of_lead[l + 1] > m->of_lead[l])
            lead(m, r, l, 0, r->rounds);
        for (int t = 1; m->fixed && t <= LAST_ROUND && m->of_lead[l + 1] > m->of_lead[l]; t++)
            lead(m, r, l, t, 1);
    }
    if (m->fixed)
        forbid_late(m, r);
}
