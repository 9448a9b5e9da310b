/*
 * cons_size.c - members of a lead.                                          usually HARD
 *
 * Policy  Zhangdian: "每个共同体原则上不超过4所学校"; Libo: "2-4 个乡镇中心校"; Liuzhou: "单位总数原则上不超过6个".
 * Sets    schools l that `where` selects and that may lead.
 * Vars    x[l,m], u[l]                                                     (model.h)
 * Rows    n[l] = sum over m of x[l,m]; most = min(members_max, total_max - 1)
 *         members_min u[l] <= n[l] <= most u[l]     (soft: n[l] <= most + shortfall)
 *         every_lead, of a school of the role lead: n[l] >= max(1, members_min)
 * Size    2 |leads| rows.
 * Check   solver/verify/pairing/check_size.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

int64_t pr_size_max(const struct zj_rule *r)
{
    int64_t most = r->members_max == ZJ_NONE ? INT64_MAX : r->members_max;

    return r->total_max != ZJ_NONE && r->total_max - 1 < most ? r->total_max - 1 : most;
}

static void at_most(struct pr_model *m, const struct zj_rule *r, int l)
{
    const int64_t most = pr_size_max(r);
    const char *where = m->in->school[l].id;

    if (most == INT64_MAX)
        return;
    mc_begin(&m->p);
    pr_add_members(m, l, 1);
    if (r->hard)
        mc_add(&m->p, m->used[l], -most);
    mc_counts(&m->p, r->hard ? most : 0);
    mc_demand(&m->p, r, where, INT64_MIN, r->hard ? 0 : most, 1);
    if (!r->hard)
        return;
    m->cap[l] = most < m->cap[l] ? most : m->cap[l];
    m->cap_off[l] |= mc_is_off(&m->p, mc_part(&m->p, r, NULL, where));
}

static void at_least(struct pr_model *m, const struct zj_rule *r, int l)
{
    int64_t least = r->members_min == ZJ_NONE ? 0 : r->members_min;
    bool always = r->every_lead && pr_is_lead(m, l);

    mc_begin(&m->p);
    pr_add_members(m, l, 1);
    if (!always && m->used[l] >= 0)
        mc_add(&m->p, m->used[l], -least);
    mc_counts(&m->p, always ? 0 : least);
    mc_demand(&m->p, r, m->in->school[l].id, always ? (least > 1 ? least : 1) : 0, INT64_MAX, 1);
}

void pr_size(struct pr_model *m, const struct zj_rule *r)
{
    for (int l = 0; l < m->in->n_schools; l++) {
        if (!pr_selects(m, r, l))
            continue;
        if (m->used[l] >= 0)
            at_most(m, r, l);
        if (m->used[l] >= 0 || (r->every_lead && pr_is_lead(m, l)))
            at_least(m, r, l);
    }
}
