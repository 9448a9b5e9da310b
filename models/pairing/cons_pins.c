/*
 * cons_pins.c - pairs that must, or must not, stand.                        always HARD
 *
 * Policy  pins.csv, rows of the model `pairing`: lead and member, a blank field matches anything.
 * Sets    rows p of pins.csv; the pairs K(p) that agree with p.
 * Vars    x[l,m]                                                           (model.h)
 * Rows    must:      sum over K(p) of x >= 1
 *         must not:  none, a filter on columns.
 * Size    1 row for each pin that is not a prohibition.
 * Check   solver/verify/pairing/check_pins.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

static bool agrees(const struct zj_pin *p, const struct pr_pair *x)
{
    return (p->lead < 0 || p->lead == x->lead) && (p->member < 0 || p->member == x->member);
}

void pr_pins(struct pr_model *m, const struct zj_rule *r)
{
    for (int i = 0; i < m->in->n_pins; i++) {
        const struct zj_pin *p = &m->in->pin[i];
        if (p->model != ZJ_PAIRING)
            continue;
        int part = mc_part(&m->p, r, "pins.csv", zj_printf(&m->arena, "pins.csv:%d", p->line));
        mc_begin(&m->p);
        for (int k = 0; k < m->n_pairs; k++) {
            if (!agrees(p, &m->pair[k]))
                continue;
            mc_add(&m->p, k, 1);
            m->pair[k].unlawful |= p->forbid;
            m->p.col[k].barred |= p->forbid && !mc_is_off(&m->p, part);
        }
        mc_demand_part(&m->p, part, p->forbid ? INT64_MIN : 1, INT64_MAX);
    }
}
