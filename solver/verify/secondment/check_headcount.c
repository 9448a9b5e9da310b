/*
 * check_headcount.c - no school grows or shrinks by exchange.
 *
 * Policy    In each term the number of teachers at a school differs from its own by at most the tolerance.
 * Place     (school, term) with an arrival or a departure; schools that `where` selects.
 * Counted   need = the tolerance; have = arrivals and departures set against each other. Every kind counts,
 *           running history too.
 * Shortfall Teachers beyond the tolerance.
 * Units     Teachers.
 * Example   Libo scheme: 总量不变.
 */
#include "solver/verify/check.h"

void check_headcount(struct vf_check *c, const struct zj_rule *r)
{
    for (int school = 0; school < c->in->n_schools; school++) {
        if (!vf_school_passes(c->in, &r->where, school))
            continue;
        for (int t = 0; t < c->in->n_terms; t++) {
            int64_t in = 0, out = 0;

            for (int i = c->stays.to_school[school]; i >= 0; i = c->stays.v[i].next_to)
                in += vf_active(&c->stays.v[i], t);
            for (int i = c->stays.from_school[school]; i >= 0; i = c->stays.v[i].next_from)
                out += vf_active(&c->stays.v[i], t);
            if (in == 0 && out == 0)
                continue;
            int64_t change = in > out ? in - out : out - in;
            vf_found(c, r, zj_printf(&c->v->arena, "%s %s", c->in->school[school].id, c->in->term[t].id),
                     r->tolerance, change, vf_over(change - r->tolerance));
        }
    }
}
