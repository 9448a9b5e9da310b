/*
 * cons_stage.c - lead and member are of one stage.                          usually HARD
 *
 * Policy  Liuzhou: "同一学段学校"; Yangcheng pairs the primary and the junior part of a school apart.
 * Sets    pairs whose member `where` selects.
 * Vars    x[l,m]                                                           (model.h)
 * Rows    none, a filter on columns: stage of l = stage of m. Soft: a pair of two stages costs the weight.
 * Size    0 rows.
 * Check   solver/verify/pairing/check_stage.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

void pr_stage(struct pr_model *m, const struct zj_rule *r)
{
    for (int s = 0; s < m->in->n_schools; s++) {
        for (int k = m->of_member[s]; k < m->of_member[s + 1] && pr_selects(m, r, s); k++) {
            int pair = m->member_pair[k];
            if (m->in->school[m->pair[pair].lead].stage != m->in->school[s].stage)
                pr_forbid(m, r, m->in->school[s].id, pair);
        }
    }
}
