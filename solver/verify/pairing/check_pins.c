/*
 * check_pins.c - what was fixed beforehand stands, what was ruled out does not.
 *
 * Policy    A row of the pins table names a lead, a member or both: at least one row of the pairing must
 *           match it, or none when it forbids. A blank field matches anything.
 * Place     Rows of the pins table for pairings.
 * Counted   have = rows that match; need = 1, or 0 when the pin forbids.
 * Shortfall 1 for each pin that is not satisfied.
 * Units     Rows.
 * Example   Zhangdian scheme: 在巩固已有的共同体基础上，组建一批新的.
 */
#include "solver/verify/pairing/pairs.h"

void check_pairs_pins(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int k = 0; k < w->in->n_pins; k++) {
        const struct zj_pin *pin = &w->in->pin[k];
        int have = 0;

        if (pin->model != ZJ_PAIRING)
            continue;
        for (int i = 0; i < w->plan->n; i++)
            have += vf_pin_is(pin, w->plan->v[i].lead, w->plan->v[i].member);
        bool satisfied = pin->forbid ? have == 0 : have > 0;
        vf_tell(w->v, r, zj_printf(&w->v->arena, "pins.csv:%d", pin->line), pin->forbid ? 0 : 1, have,
                !satisfied);
    }
}
