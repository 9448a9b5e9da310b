/*
 * check_pins.c - what was fixed beforehand stands, what was ruled out does not.
 *
 * Policy    A row of the pins table names some fields of a posting: at least one posting must match it, or
 *           none when the row forbids. A blank field matches anything.
 * Place     Rows of the pins table for secondment.
 * Counted   have = postings of the plan that match; need = 1, or 0 when the row forbids.
 * Shortfall 1 for each row that is not satisfied.
 * Units     Postings.
 * Example   Wanhong and Zhangyang year plan: 互派到对方挂职的干部 第一学期：…, followed by the names.
 */
#include "solver/verify/check.h"

static bool is(int wanted, int value)
{
    return wanted == -1 || wanted == ZJ_NONE || wanted == value;
}

static bool matches(const struct vf_check *c, const struct zj_pin *pin, const struct zj_posting *p)
{
    return is(pin->teacher, p->teacher) && is(pin->kind, c->pol->kind[p->kind].name) &&
           is(pin->from, p->from) && is(pin->to, p->to) && is(pin->start_term, p->start) &&
           is(pin->terms, p->terms) && is(pin->subject, p->subject);
}

void check_pins(struct vf_check *c, const struct zj_rule *r)
{
    for (int k = 0; k < c->in->n_pins; k++) {
        const struct zj_pin *pin = &c->in->pin[k];
        int have = 0;

        if (pin->model != ZJ_SECONDMENT)
            continue;
        for (int i = 0; i < c->plan->n; i++)
            have += matches(c, pin, &c->plan->v[i]);
        bool satisfied = pin->forbid ? have == 0 : have > 0;
        vf_found(c, r, zj_printf(&c->v->arena, "pins.csv:%d", pin->line), pin->forbid ? 0 : 1, have,
                 !satisfied);
    }
}
