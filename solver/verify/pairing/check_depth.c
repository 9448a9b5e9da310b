/*
 * check_depth.c - who may lead whom, and how many levels there are.
 *
 * Policy    Without any entry a school of role lead leads members, and members lead nobody. An entry lets
 *           members lead in turn, as long as no chain of rows is longer than `max`; the smallest counts.
 *           A chain begins at a school of role lead, never runs in a circle, and a lead is nobody's member.
 * Place     Every row: its two ends under index -1, the chain that ends in its member under the entry.
 * Counted   need = max; have = rows on the longest chain that ends in the member. No numbers in a circle.
 * Shortfall 1 for each row that offends.
 * Units     Rows.
 * Example   Libo scheme: 总校→中心校→村校(点); Enshi scheme: 与城区学校结对的乡镇学校与乡域内其它学校也形成发展共同体.
 */
#include "solver/verify/pairing/pairs.h"

static bool is_endless(const struct vf_pairs *w, int school)
{
    return w->level[school] > w->in->n_schools;
}

void check_pairs_depth(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_pair *p = &w->plan->v[i];
        int have = w->level[p->member];

        vf_tell(w->v, r, vf_where_pair(w, p->lead, p->member), r->max,
                is_endless(w, p->member) ? ZJ_NO_VALUE : have, have > r->max || is_endless(w, p->member));
    }
}

static bool has_entry(const struct vf_pairs *w)
{
    for (int k = 0; k < w->pol->n_pairing_rules; k++)
        if (w->pol->pairing_rule[k].id == ZJ_R_depth)
            return true;
    return false;
}

void check_pairs_links(struct vf_pairs *w, const struct zj_rule *r)
{
    bool deep = has_entry(w);

    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_pair *p = &w->plan->v[i];
        bool may_lead = !vf_is_member(w, p->lead) || (deep && w->leads[p->lead] > 0);

        vf_tell(w->v, r, vf_where_pair(w, p->lead, p->member), ZJ_NO_VALUE, ZJ_NO_VALUE,
                !may_lead || !vf_is_member(w, p->member) || is_endless(w, p->member));
    }
}
