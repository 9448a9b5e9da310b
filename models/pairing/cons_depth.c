/*
 * cons_depth.c - a member may lead others in turn, down to so many levels.  always HARD
 *
 * Policy  Enshi: an urban school assists a township school, which assists the other schools of its township.
 * Sets    levels 1 .. D below the first leads (schools of the role lead); without an entry D = 1.
 * Vars    x[l,m], u[l]; with D > 2 also d[m] in 1 .. D: the level of a member.
 * Rows    l of the role member:  u[l] <= sum over k of x[k,l]     (who leads has a lead: never waived)
 *         D = 1: l of the role member is not paired with anybody (a filter)
 *         D = 2: l of the role member:  sum over k of the role member of x[k,l] <= N (1 - u[l])
 *         D > 2: l of the role member:  d[m] >= d[l] + 1 - D (1 - x[l,m])
 * Size    with D = 2 twice the number of members; with D > 2 one row for each pair of members.
 * Check   solver/verify/pairing/check_depth.c, which shares no code with this file.
 */
#include "models/pairing/model.h"
#include "solver/data/travel.h"

const struct zj_rule *pr_depth_rule(const struct zj_policy *pol)
{
    const struct zj_rule *found = NULL;

    for (int k = 0; k < pol->n_pairing_rules; k++)
        if (pol->pairing_rule[k].id == ZJ_R_depth && (!found || pol->pairing_rule[k].max < found->max))
            found = &pol->pairing_rule[k];
    return found;
}

/* Who leads without the role has a lead. */
static void rooted(struct pr_model *m, int l)
{
    mc_begin(&m->p);
    pr_add_leads(m, l, 1);
    mc_add(&m->p, m->used[l], -1);
    mc_define(&m->p, 0, INT64_MAX);
}

/* Two levels: whoever leads is assisted by first leads alone. */
static void two_levels(struct pr_model *m, const struct zj_rule *r, int l)
{
    int n = 0;

    mc_begin(&m->p);
    for (int k = m->of_member[l]; k < m->of_member[l + 1]; k++) {
        if (pr_is_lead(m, m->pair[m->member_pair[k]].lead))
            continue;
        mc_add(&m->p, m->member_pair[k], 1);
        n++;
    }
    mc_add(&m->p, m->used[l], n);
    mc_demand(&m->p, r, m->in->school[l].id, INT64_MIN, n, 1);
}

/* Every member is one level below its leads. Without a rule it always holds: no circles. */
static void many_levels(struct pr_model *m, const struct zj_rule *r, int levels)
{
    int *level = zj_alloc_n(&m->arena, (size_t)m->in->n_schools, sizeof *level);

    for (int s = 0; s < m->in->n_schools; s++) {
        level[s] = pr_is_member(m, s) ? mc_col(&m->p, levels) : -1;
        if (level[s] >= 0)
            m->p.col[level[s]].lo = 1;
    }
    for (int k = 0; k < m->n_pairs; k++) {
        const struct pr_pair *p = &m->pair[k];
        if (!pr_is_member(m, p->lead) || !pr_is_member(m, p->member) || p->lead == p->member)
            continue;
        mc_begin(&m->p);
        mc_add(&m->p, level[p->member], 1);
        mc_add(&m->p, level[p->lead], -1);
        mc_add(&m->p, k, -levels);
        if (r)
            mc_demand(&m->p, r, pr_row_text(m, k), 1 - levels, INT64_MAX, 1);
        else
            mc_define(&m->p, 1 - levels, INT64_MAX);
    }
}

/* Of a fixed pairing: what no pair can be. */
static void forbid_odd(struct pr_model *m, const struct zj_rule *link)
{
    const struct zj_rule way = {.id = ZJ_R_distance, .index = -1, .hard = true};

    for (int k = 0; k < m->n_pairs; k++) {
        const struct pr_pair *p = &m->pair[k];
        if (p->lead == p->member || !pr_is_member(m, p->member))
            pr_forbid(m, link, pr_row_text(m, k), k);
        if (zj_minutes(m->in, p->lead, p->member) == ZJ_NONE)
            pr_forbid(m, &way, pr_row_text(m, k), k);
    }
}

void pr_depth(struct pr_model *m, const struct zj_rule *r)
{
    const struct zj_rule link = {.id = ZJ_R_depth, .index = -1, .hard = true};

    forbid_odd(m, &link);
    for (int k = 0; k < m->n_pairs && r->max == 1; k++)
        if (!pr_is_lead(m, m->pair[k].lead))
            pr_forbid(m, r, pr_row_text(m, k), k);
    for (int l = 0; l < m->in->n_schools && r->max > 1; l++) {
        if (pr_is_lead(m, l) || m->used[l] < 0)
            continue;
        rooted(m, l);
        if (r->max == 2)
            two_levels(m, r, l);
    }
    if (r->max > 2)
        many_levels(m, r, r->max);
    /* Where a limit is waived, longer chains may be, but no circles. */
    if (r->max > 1 && (m->p.trial || m->p.waivers))
        many_levels(m, NULL, m->in->n_schools);
}
