/*
 * cons_weekly_cap.c - activities of a school in one week.
 *
 * Policy  "不影响县城优质学校正常教学秩序的前提下"
 * Sets    schools s that `where` selects, weeks k of a term; C(s,k) cells in k that s takes part in or hosts.
 * Vars    x[c].
 * Rows    for each s, k:  sum over c in C(s,k) of x[c] <= max
 * Size    one row for each school and week.
 * Check   solver/verify/calendar/check_weekly_cap.c
 */
#include "models/calendar/places.h"
#include "models/common/filter.h"

void cal_weekly_cap(struct cal_model *m, const struct zj_rule *r)
{
    struct cal_gather q = {0};

    for (int c = 0; c < m->n_cells; c++)
        if (cal_names(r, m->who[m->cell[c].who].event))
            cal_put_schools(m, &q, c, m->n_weeks, m->week_of[m->cell[c].date]);
    cal_gathered(&q);
    for (int s = 0; s < m->in->n_schools; s++) {
        if (!mc_school_passes(m->in, &r->where, s))
            continue;
        int part = r->hard ? mc_part(&m->p, r, NULL, m->in->school[s].id) : -1;
        for (int k = 0; k < m->n_weeks; k++) {
            mc_begin(&m->p);
            cal_take(&q, m, s * m->n_weeks + k);
            if (r->hard)
                mc_demand_part(&m->p, part, INT64_MIN, r->max);
            else
                mc_demand(&m->p, r, "", INT64_MIN, r->max, 1);
        }
    }
    cal_gather_release(&q);
}
