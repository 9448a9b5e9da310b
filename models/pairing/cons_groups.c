/*
 * cons_groups.c - number of groups in the county or of each stage.          usually HARD
 *
 * Policy  Zhangdian: "小学组建10个联盟式共同体，初中组建4个"; Yangcheng: "组建 6 个".
 * Sets    leads l that `where` selects; places q: the county, or each stage that a selected school has.
 * Vars    u[l]                                                             (model.h)
 * Rows    each q:  min <= sum over l in q of u[l] <= max
 * Size    at most 4 rows.
 * Check   solver/verify/pairing/check_groups.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

static void place(struct pr_model *m, const struct zj_rule *r, const char *where, int stage)
{
    bool any = stage < 0;

    mc_begin(&m->p);
    for (int l = 0; l < m->in->n_schools; l++) {
        if (!pr_selects(m, r, l) || (stage >= 0 && (int)m->in->school[l].stage != stage))
            continue;
        any = true;
        if (m->used[l] >= 0)
            mc_add(&m->p, m->used[l], 1);
    }
    mc_counts(&m->p, 0);
    mc_demand(&m->p, r, where, any && r->min != ZJ_NONE ? r->min : INT64_MIN,
              any && r->max != ZJ_NONE ? r->max : INT64_MAX, 1);
}

void pr_groups(struct pr_model *m, const struct zj_rule *r)
{
    static const char *const stages[ZJ_N_STAGES] = {"primary", "junior", "senior", "kindergarten"};

    if (r->area == ZJ_AREA_COUNTY) {
        place(m, r, "county", -1);
        return;
    }
    for (int stage = 0; stage < ZJ_N_STAGES; stage++)
        place(m, r, stages[stage], stage);
}
