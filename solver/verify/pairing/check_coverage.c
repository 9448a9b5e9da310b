/*
 * check_coverage.c - assisted schools have a lead, or a share of them has.
 *
 * Policy    Every school of role member that `where` selects has at least `leads_min` and at most `leads_max`
 *           leads (one, when nothing else is said). With `permille` a share of them is enough; the greatest
 *           number of leads holds for each all the same. A member that no entry selects has at most one lead.
 * Place     Without `permille`: the members. With it: the county, or each stage with a selected member, and
 *           the members that have a lead.
 * Counted   have = leads of the member; with `permille`: members that have leads enough, need = the share of
 *           the selected ones, rounded.
 * Shortfall Leads missing or too many; members missing.
 * Units     Schools.
 * Example   County plan for communities of town and country schools: 对口帮扶覆盖面达100%.
 */
#include "solver/verify/pairing/pairs.h"

static bool is_assisted(const struct vf_pairs *w, const struct zj_rule *r, int school)
{
    return vf_is_member(w, school) && vf_selects(w, r, school);
}

/* The share over one stage, or over all (ZJ_N_STAGES). */
static void check_share(struct vf_pairs *w, const struct zj_rule *r, int stage)
{
    int64_t n = 0, have = 0;

    for (int s = 0; s < w->in->n_schools; s++) {
        if ((stage < ZJ_N_STAGES && (int)w->in->school[s].stage != stage) || !is_assisted(w, r, s))
            continue;
        n++;
        have += w->leads[s] >= r->leads_min;
    }
    if (stage < ZJ_N_STAGES && n == 0)
        return;
    int64_t need = vf_divide(n * r->permille, 1000, r->round);
    vf_tell(w->v, r, stage < ZJ_N_STAGES ? vf_stage_text((enum zj_stage)stage) : "county", need, have,
            vf_over(need - have));
}

void check_pairs_coverage(struct vf_pairs *w, const struct zj_rule *r)
{
    bool share = r->permille != ZJ_NONE;

    for (int stage = 0; share && stage <= ZJ_N_STAGES; stage++)
        if ((stage < ZJ_N_STAGES) == (r->area == ZJ_AREA_STAGE))
            check_share(w, r, stage);
    for (int s = 0; s < w->in->n_schools; s++)
        if (is_assisted(w, r, s) && (!share || w->leads[s] > 0))
            vf_tell_range(w, r, w->in->school[s].id, share ? ZJ_NONE : r->leads_min, vf_most_leads(r),
                          w->leads[s]);
}

static bool is_spoken_of(const struct vf_pairs *w, int school)
{
    for (int k = 0; k < w->pol->n_pairing_rules; k++) {
        const struct zj_rule *r = &w->pol->pairing_rule[k];

        if (r->id == ZJ_R_coverage && vf_selects(w, r, school))
            return true;
    }
    return false;
}

void check_pairs_single(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int s = 0; s < w->in->n_schools; s++)
        if (vf_is_member(w, s) && w->leads[s] > 0 && !is_spoken_of(w, s))
            vf_tell_range(w, r, w->in->school[s].id, ZJ_NONE, 1, w->leads[s]);
}
