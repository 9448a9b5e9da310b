/*
 * check_groups.c - how many groups there are.
 *
 * Policy    The number of leads that have members lies in [min, max], in the county or in each stage.
 * Place     The county; or each stage of some school, of either role, that `where` selects.
 * Counted   have = schools that `where` selects and that have members; a group is of its lead's stage.
 * Shortfall Groups missing or too many.
 * Units     Groups.
 * Example   Zhangdian scheme: 小学组建10个联盟式共同体，初中组建4个; Yangcheng scheme: 组建 6 个.
 */
#include "solver/verify/pairing/pairs.h"

static void check_area(struct vf_pairs *w, const struct zj_rule *r, int stage)
{
    int schools = 0, groups = 0;

    for (int s = 0; s < w->in->n_schools; s++) {
        if ((stage < ZJ_N_STAGES && (int)w->in->school[s].stage != stage) || !vf_selects(w, r, s))
            continue;
        schools++;
        groups += w->members[s] > 0;
    }
    if (stage == ZJ_N_STAGES)
        vf_tell_range(w, r, "county", r->min, r->max, groups);
    else if (schools > 0)
        vf_tell_range(w, r, vf_stage_text((enum zj_stage)stage), r->min, r->max, groups);
}

void check_pairs_groups(struct vf_pairs *w, const struct zj_rule *r)
{
    if (r->area == ZJ_AREA_COUNTY)
        check_area(w, r, ZJ_N_STAGES);
    for (int stage = 0; r->area == ZJ_AREA_STAGE && stage < ZJ_N_STAGES; stage++)
        check_area(w, r, stage);
}
