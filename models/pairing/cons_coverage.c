/*
 * cons_coverage.c - assisted schools have a lead, or a share of them has.    usually HARD
 *
 * Policy  County plan: "对口帮扶覆盖面达100%"; Zhangdian: "年内…全覆盖"; Enshi: 64.3 per cent so far.
 * Sets    members M that `where` selects; places q: the county, or each stage.
 * Vars    x[l,m]; c[m] in {0,1}: m has leads enough (only with permille); w[m]: m has none.
 * Rows    without permille, each m:   leads_min <= sum over l of x[l,m] <= leads_max
 *         with permille, each m:      sum over l of x[l,m] <= leads_max
 *                                     sum over l of x[l,m] >= leads_min c[m]
 *                        each q:      sum over m of c[m] >= round(permille |M in q| / 1000)
 *         always, of a member that no entry selects:  sum over l of x[l,m] <= 1
 *         the tier `uncovered`, each selected m (each m when there is no entry):  w[m] + sum x[l,m] >= 1
 * Size    |M| rows, with permille 2 |M| + |q|.
 * Check   solver/verify/pairing/check_coverage.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

int pr_leads_min(const struct zj_rule *r)
{
    return r->leads_min;
}

int pr_leads_max(const struct zj_rule *r)
{
    return r->leads_max == ZJ_NONE ? r->leads_min : r->leads_max;
}

static bool concerns(const struct pr_model *m, const struct zj_rule *r, int school)
{
    return pr_is_member(m, school) && pr_selects(m, r, school);
}

static int64_t share(const struct zj_rule *r, int64_t n)
{
    int64_t all = n * r->permille;

    return r->round == ZJ_ROUND_DOWN ? all / 1000
           : r->round == ZJ_ROUND_UP ? (all + 999) / 1000
                                     : (all + 500) / 1000;
}

/* The rule at one member; with permille a column that says whether it has leads enough, else -1. */
static int member(struct pr_model *m, const struct zj_rule *r, int s)
{
    const char *where = m->in->school[s].id;
    bool apart = r->permille == ZJ_NONE;

    mc_begin(&m->p);
    pr_add_leads(m, s, 1);
    mc_counts(&m->p, 0);
    mc_demand(&m->p, r, where, apart ? pr_leads_min(r) : INT64_MIN, pr_leads_max(r), 1);
    if (m->room[s] == ZJ_NONE || pr_leads_max(r) < m->room[s])
        m->room[s] = pr_leads_max(r);
    if (r->hard && !mc_is_off(&m->p, mc_part(&m->p, r, NULL, where)) && pr_leads_max(r) < m->most_leads[s])
        m->most_leads[s] = pr_leads_max(r);
    if (apart)
        return -1;
    int enough = mc_col(&m->p, 1);
    mc_begin(&m->p);
    pr_add_leads(m, s, 1);
    mc_add(&m->p, enough, -pr_leads_min(r));
    mc_define(&m->p, 0, INT64_MAX);
    return enough;
}

void pr_coverage(struct pr_model *m, const struct zj_rule *r)
{
    const int n_places = r->area == ZJ_AREA_STAGE ? ZJ_N_STAGES : 1;
    static const char *const stages[ZJ_N_STAGES] = {"primary", "junior", "senior", "kindergarten"};
    int *enough = zj_alloc_n(&m->arena, (size_t)m->in->n_schools, sizeof *enough);

    for (int s = 0; s < m->in->n_schools; s++)
        enough[s] = concerns(m, r, s) ? member(m, r, s) : -1;
    for (int q = 0; q < n_places && r->permille != ZJ_NONE; q++) {
        int64_t n = 0;
        mc_begin(&m->p);
        for (int s = 0; s < m->in->n_schools; s++) {
            if (enough[s] < 0 || (r->area == ZJ_AREA_STAGE && (int)m->in->school[s].stage != q))
                continue;
            mc_add(&m->p, enough[s], 1);
            n++;
        }
        mc_counts(&m->p, 0);
        mc_demand(&m->p, r, r->area == ZJ_AREA_STAGE ? stages[q] : "county", share(r, n), INT64_MAX, 1);
    }
}

void pr_uncovered(struct pr_model *m)
{
    const struct zj_rule one = {.id = ZJ_R_coverage, .index = -1, .hard = true};
    bool none = true;

    for (int k = 0; k < m->pol->n_pairing_rules; k++)
        none &= m->pol->pairing_rule[k].id != ZJ_R_coverage;
    for (int s = 0; s < m->in->n_schools; s++) {
        if (!pr_is_member(m, s))
            continue;
        if (m->room[s] != ZJ_NONE || none) {
            int without = mc_col(&m->p, 1);
            m->p.col[without].cost[PR_UNCOVERED] = 1;
            mc_begin(&m->p);
            pr_add_leads(m, s, 1);
            mc_add(&m->p, without, 1);
            mc_define(&m->p, 1, INT64_MAX);
        }
        if (m->room[s] != ZJ_NONE)
            continue;
        mc_begin(&m->p);
        pr_add_leads(m, s, 1);
        mc_counts(&m->p, 0);
        mc_demand(&m->p, &one, m->in->school[s].id, INT64_MIN, 1, 1);
        m->room[s] = 1;
        m->most_leads[s] = 1;
    }
}
