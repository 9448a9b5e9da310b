/*
 * cons_weekly_cap.c - activities of a school in one week.
 *
 * Policy  "不影响县城优质学校正常教学秩序的前提下"
 * Sets    schools s that `where` selects, weeks k of a term; C(s,k) cells in k that s takes part in or hosts.
 * Vars    x[c].
 * Rows    for each s, k:  sum over c in C(s,k) of x[c] <= max
 *         By months the sum of a month is at most max times the weeks that have days for any of it.
 * Size    one row for each school and week.
 * Check   solver/verify/calendar/check_weekly_cap.c
 */
#include "models/calendar/places.h"
#include "models/common/filter.h"

/* The entry, and its part at the school at hand. */
struct cap {
    const struct zj_rule *r;
    int part;
};

static void limit(struct cal_model *m, void *ctx, int64_t weeks, int64_t most, bool chain)
{
    const struct cap *c = ctx;

    (void)most;
    if (c->r->hard)
        mc_demand_part(&m->p, c->part, INT64_MIN, c->r->max * weeks);
    else if (chain)
        mc_drop(&m->p); /* what is too much is counted once */
    else
        mc_demand(&m->p, c->r, "", INT64_MIN, c->r->max * weeks, 1);
}

void cal_weekly_cap(struct cal_model *m, const struct zj_rule *r)
{
    const int n = cal_n_weeks(m);
    struct cal_gather q = {0};

    for (int c = 0; c < m->n_cells; c++)
        if (cal_names(r, m->who[m->cell[c].who].event))
            cal_put_schools(m, &q, c, n, cal_week_at(m, c));
    cal_gathered(&q);
    for (int s = 0; s < m->in->n_schools; s++) {
        struct cap c = {r, -1};
        if (!mc_school_passes(m->in, &r->where, s)) {
            cal_skip(&q, (s + 1) * n);
            continue;
        }
        if (r->hard)
            c.part = mc_part(&m->p, r, NULL, m->in->school[s].id);
        cal_limit_weeks(m, &q, s, limit, &c);
    }
    cal_gather_release(&q);
}
