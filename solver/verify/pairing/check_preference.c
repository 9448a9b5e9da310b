/*
 * check_preference.c - two-way choice: nobody would rather have each other.
 *
 * Policy    A lead and a member that name each other in preferences.csv, and that are not paired, block the
 *           pairing when each would rather have the other: the member has room for one more lead, or a lead
 *           that it likes less or does not name; the lead has room for one more member, or a member that it
 *           likes less or does not name. Equal ranks are liked equally. Pairs that a hard `stage` or
 *           `distance`, a pin or an unknown way rule out block nothing.
 * Place     Pairs (role lead, role member that `where` selects) that name each other and are not in the plan.
 * Counted   No numbers. Room of a member: the smallest `leads_max` of the entries of `coverage` that select
 *           it, else 1. Room of a lead: the smallest hard `size` that selects it, else no end.
 * Shortfall 1 for each pair that blocks.
 * Units     Pairs.
 * Example   Zhangdian scheme: 让学校自愿结合，增大学校间组建共同体双向选择空间.
 */
#include "solver/data/travel.h"
#include "solver/verify/pairing/pairs.h"

/* The least of the limits that entries of one rule set to the school; INT32_MAX when there is none. */
static int room(const struct vf_pairs *w, enum zj_rule_id id, int school)
{
    int least = INT32_MAX;

    for (int k = 0; k < w->pol->n_pairing_rules; k++) {
        const struct zj_rule *r = &w->pol->pairing_rule[k];
        int limits[] = {INT32_MAX, INT32_MAX};

        if (r->id != id || (id == ZJ_R_size && !r->hard) || !vf_selects(w, r, school))
            continue;
        if (id == ZJ_R_coverage)
            limits[0] = vf_most_leads(r);
        if (id == ZJ_R_size && r->members_max != ZJ_NONE)
            limits[0] = r->members_max;
        if (id == ZJ_R_size && r->total_max != ZJ_NONE)
            limits[1] = r->total_max - 1;
        for (int i = 0; i < 2; i++)
            least = limits[i] < least ? limits[i] : least;
    }
    return least;
}

static bool could_stand(const struct vf_pairs *w, int lead, int member)
{
    const struct zj_instance *in = w->in;

    if (zj_minutes(in, lead, member) == ZJ_NONE)
        return false;
    for (int k = 0; k < in->n_pins; k++)
        if (in->pin[k].forbid && vf_pin_is(&in->pin[k], lead, member))
            return false;
    for (int k = 0; k < w->pol->n_pairing_rules; k++) {
        const struct zj_rule *r = &w->pol->pairing_rule[k];

        if (!r->hard || !vf_selects(w, r, member))
            continue;
        if (r->id == ZJ_R_stage && in->school[lead].stage != in->school[member].stage)
            return false;
        if (r->id == ZJ_R_distance && !vf_is_near(in, r, lead, member))
            return false;
    }
    return true;
}

/* Does the school have a partner whom it likes less than this rank? */
static bool has_worse(const struct vf_pairs *w, int school, bool as_lead, int rank)
{
    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_pair *p = &w->plan->v[i];

        if ((as_lead ? p->lead : p->member) != school)
            continue;
        int other = vf_rank(w, school, as_lead ? p->member : p->lead);
        if (other == 0 || other > rank)
            return true;
    }
    return false;
}

static bool is_paired(const struct vf_pairs *w, int lead, int member)
{
    for (int i = 0; i < w->plan->n; i++)
        if (w->plan->v[i].lead == lead && w->plan->v[i].member == member)
            return true;
    return false;
}

static bool member_would(const struct vf_pairs *w, int lead, int member)
{
    int most = room(w, ZJ_R_coverage, member);

    return w->leads[member] < (most == INT32_MAX ? 1 : most) ||
           has_worse(w, member, false, vf_rank(w, member, lead));
}

static bool lead_would(const struct vf_pairs *w, int lead, int member)
{
    return w->members[lead] < room(w, ZJ_R_size, lead) || has_worse(w, lead, true, vf_rank(w, lead, member));
}

void check_pairs_preference(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int k = 0; k < w->in->n_preferences; k++) {
        int member = w->wish[k].from, lead = w->wish[k].to;

        if (!vf_is_member(w, member) || vf_is_member(w, lead) || !vf_selects(w, r, member) ||
            vf_rank(w, lead, member) == 0 || is_paired(w, lead, member) || !could_stand(w, lead, member))
            continue;
        vf_tell(w->v, r, vf_where_pair(w, lead, member), ZJ_NO_VALUE, ZJ_NO_VALUE,
                member_would(w, lead, member) && lead_would(w, lead, member));
    }
}
