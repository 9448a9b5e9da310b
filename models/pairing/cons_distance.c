/*
 * cons_distance.c - the lead is not farther than the limit.                 usually HARD
 *
 * Policy  Enshi pairs schools 70 kilometres apart; Liuzhou asks for "地理位置相近".
 * Sets    pairs whose member `where` selects; minutes and metres from lead to member.
 * Vars    x[l,m]                                                           (model.h)
 * Rows    none, a filter on columns: minutes <= max_minutes and metres <= max_metres; without a way no
 *         limit is met. Soft: a pair beyond a limit costs the weight.
 * Size    0 rows.
 * Check   solver/verify/pairing/check_distance.c, which shares no code with this file.
 */
#include "models/pairing/model.h"
#include "solver/data/travel.h"

static bool beyond(int limit, int way)
{
    return limit != ZJ_NONE && (way == ZJ_NONE || way > limit);
}

void pr_distance(struct pr_model *m, const struct zj_rule *r)
{
    for (int s = 0; s < m->in->n_schools; s++) {
        for (int k = m->of_member[s]; k < m->of_member[s + 1] && pr_selects(m, r, s); k++) {
            int pair = m->member_pair[k], lead = m->pair[pair].lead;
            if (beyond(r->max_minutes, zj_minutes(m->in, lead, s)) ||
                beyond(r->max_metres, zj_metres(m->in, lead, s)))
                pr_forbid(m, r, m->in->school[s].id, pair);
        }
    }
}
